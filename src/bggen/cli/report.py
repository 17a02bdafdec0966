"""What the commands say: results to stdout, everything else to stderr, errors to exit codes."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from bggen.errors import WriteFailed
from bggen.stdio import write

if TYPE_CHECKING:
    from rich.console import RenderableType


def say(text: str) -> None:
    """One line for people, on stderr."""
    write(sys.stderr, text + "\n")


def result(text: str) -> None:
    """One result line, on stdout; a reader that has gone away is no error. Raises WriteFailed."""
    encoding = sys.stdout.encoding or "utf-8"
    lost = write(sys.stdout, text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    if lost is not None:
        raise WriteFailed(
            f"stdout: can't be written ({lost.strerror}): all that is printed from here on is lost"
        )


def table(what: RenderableType) -> None:
    """A table of results, on stdout; as wide as it needs where that is no terminal."""
    from rich.console import Console

    Console(width=None if sys.stdout.isatty() else 120, highlight=False).print(what)


def json_line(record: dict[str, Any]) -> None:
    """One JSON object on one line of stdout, in ASCII: file names of any bytes survive as escapes."""
    result(json.dumps(record, default=str))


def picture_line(source: str, target: str, record: dict[str, Any], seconds: float) -> str:
    """`mug.jpg -> mug-scene.png  1024x1024  product untouched (...)  confidence 0.93  2.9 s`."""
    width, height = record["scene"]["size"]
    proof = record["checks"]["proof"]
    kept = f"max difference {proof['max_difference']} over {proof['core_pixels']:,} px"
    state = "product untouched" if proof["max_difference"] == 0 else "PRODUCT CHANGED"
    if proof.get("resampled"):
        state += f" after scaling by {record['scene']['scale']:.3f}"
    if clear := proof.get("clear_pixels"):
        kept += f", {clear:,} px clear"
    confidence = f"confidence {record['checks']['confidence']:.2f}"
    review = (
        "" if record["checks"]["verdict"] == "ok" else f"  review: {', '.join(record['checks']['reasons'])}"
    )
    return f"{source} -> {target}  {width}x{height}  {state} ({kept})  {confidence}  {seconds:.1f} s{review}"
