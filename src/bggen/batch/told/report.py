"""report.jsonl, report.csv and report.html: for people and CI, always derived from the journal.

Rows go from the journal to the files one by one: a catalogue's number of pictures is not felt in memory.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from bggen.batch.due import gone
from bggen.batch.memory import why
from bggen.batch.memory.journal import Entry, Journal, Output
from bggen.batch.places import outs
from bggen.batch.places.names import encodable, printable
from bggen.batch.told import page

COLUMNS = (
    "id", "source", "sku", "family", "state", "verdict", "decision", "reason", "confidence", "reasons",
    "prompt", "seed", "size", "cutout", "model", "light_side", "horizon", "plate", "max_difference",
    "attempts", "seconds", "ended", "file", "sha256", "bytes", "message",
)  # fmt: skip

OURS = ("stamp", *gone.MARKS, gone.LEFT, why.FACT)  # facts that runs keep for themselves


def files(stem: str) -> list[str]:
    """What is always written."""
    return [f"{stem}.jsonl", f"{stem}.csv", f"{stem}.html"]


def write(journal: Journal, out: outs.Out, where: str, stem: str) -> None:
    """Write all three beside the pictures. Raises WriteFailed."""
    rows, sheet, _ = files(stem)
    out.put(rows, jsonl(journal.entries()))
    out.put(sheet, table(journal.entries()))
    page.write(journal, out, where, stem)


def row(entry: Entry) -> dict[str, Any]:
    """One item, JSON-ready; names that are no text are shown with escapes."""
    return {
        "id": entry.id,
        "source": printable(entry.source),
        "state": gone.state_of(entry),
        "verdict": entry.verdict,
        "decision": entry.decision,
        "reason": entry.reason,
        "message": entry.message,
        **{name: value for name, value in entry.facts.items() if name not in OURS},
        "attempts": entry.attempts,
        "seconds": entry.seconds,
        "ended": entry.ended,
        "outputs": [_told(made) for made in entry.outputs],
        **({"left_behind": [_told(made) for made in left]} if (left := gone.left_behind(entry)) else {}),
    }


def _told(made: Output) -> dict[str, Any]:
    return {"file": made.name, "sha256": made.digest, "bytes": made.size}


def jsonl(entries: Iterable[Entry]) -> Iterator[bytes]:
    """One object a line, pure ASCII: names of any bytes survive as escapes."""
    for entry in entries:
        yield json.dumps(row(entry), ensure_ascii=True, default=str).encode() + b"\n"


def table(entries: Iterable[Entry]) -> Iterator[bytes]:
    """For spreadsheets: one line a picture; cells that look like formulas are defused."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    yield codecs.BOM_UTF8
    for entry in entries:
        values = row(entry)
        left = [{**made, "state": gone.FORMER} for made in values.get(gone.LEFT, ())]
        for output in (values["outputs"] or [{}]) + left:
            flat = values | output
            writer.writerow([cell(flat.get(name, "")) for name in COLUMNS])
        yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    """What was written to a buffer, which is empty then."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return encodable(text).encode()


def cell(value: Any) -> str:
    """Text that no spreadsheet runs."""
    if isinstance(value, list):
        value = " ".join(str(part) for part in value)
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(text) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
