"""One line a request, for people or as JSON."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """Each record one JSON object; newlines and control characters inside are escaped by JSON itself."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, message, and a request's fields beside them."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str)


class TextLines(logging.Formatter):
    """For a terminal or the journal."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, plus a traceback where there is one."""
        clock = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%d %H:%M:%S")
        line = f"{clock} {record.levelname.lower()}: {printable(record.getMessage())}"
        for name, value in getattr(record, "fields", {}).items():
            if name not in ("method", "path", "status", "seconds") and value not in (None, "", {}):
                line += f" {name}={printable(str(value))}"
        if record.exc_info:
            trace = self.formatException(record.exc_info).splitlines()
            line = "\n    ".join(
                [line, *map(printable, trace)]
            )  # no text of an error's looks like a line of ours
        return line


def printable(text: str) -> str:
    """Nothing in a message may start a line of its own or steer a terminal."""
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)


def configure(log_format: str) -> None:
    """Send our lines, uvicorn's, and what other libraries warn of to stderr in one format."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if log_format == "json" else TextLines())
    for name, level in (("bggen", logging.INFO), ("uvicorn", logging.WARNING)):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level)
    if not (root := logging.getLogger()).handlers:  # else somebody has seen to it
        root.addHandler(handler)
