"""report.jsonl, report.csv and report.html: for people and CI, always derived from the journal.

Rows go from the journal to the file one by one: a catalogue's number of pictures is not felt in memory.
"""

from __future__ import annotations

import base64
import codecs
import csv
import heapq
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bggen import __version__
from bggen.batch import gone, stores
from bggen.batch.journal import Entry, Journal, now
from bggen.batch.names import printable

PICTURED = 1500  # items that report.html shows with pictures; those that want a look come first
COLUMNS = (
    "id", "source", "sku", "family", "state", "verdict", "decision", "reason", "confidence", "reasons",
    "prompt", "seed", "size", "cutout", "model", "light_side", "horizon", "plate", "max_difference",
    "attempts", "seconds", "ended", "file", "sha256", "bytes", "message",
)  # fmt: skip


def write(journal: Journal, out: stores.Out, where: str, stem: str) -> None:
    """Write all three beside the pictures. Raises WriteFailed."""
    out.put(f"{stem}.jsonl", jsonl(journal.entries()))
    out.put(f"{stem}.csv", table(journal.entries()))
    out.put(f"{stem}.html", page(journal, where))


def row(entry: Entry) -> dict[str, Any]:
    """One item, JSON-ready; names that are no text are shown with escapes."""
    return {
        "id": entry.id,
        "source": printable(entry.source),
        "state": gone.MARK if entry.facts.get(gone.MARK) else entry.state,
        "verdict": entry.verdict,
        "decision": entry.decision,
        "reason": entry.reason,
        "message": entry.message,
        **{name: value for name, value in entry.facts.items() if name not in ("stamp", gone.MARK)},
        "attempts": entry.attempts,
        "seconds": entry.seconds,
        "ended": entry.ended,
        "outputs": [{"file": name, "sha256": digest, "bytes": size} for name, digest, size in entry.outputs],
    }


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
        for output in values["outputs"] or [{}]:
            flat = values | output
            writer.writerow([cell(flat.get(name, "")) for name in COLUMNS])
        yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    """What was written to a buffer, which is empty then."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode("utf-8", "backslashreplace")


def cell(value: Any) -> str:
    """Text that no spreadsheet runs."""
    if isinstance(value, list):
        value = " ".join(str(part) for part in value)
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(text) else text


def page(journal: Journal, where: str) -> Iterator[bytes]:
    """One self-contained page: nothing is loaded from elsewhere."""
    head, tail = (Path(__file__).parent / "report.html.in").read_text("utf-8").split("__DATA__")
    families, pictured = Families(), _pictured(journal)
    about = {"out": printable(where), "written": now(), "version": __version__}
    yield head.encode() + _script(about)[:-1] + b', "items": ['
    for number, entry in enumerate(journal.entries()):
        families.add(entry)
        yield (b", " if number else b"") + _script(_shown(entry, journal, pictured))
    yield b'], "families": ' + _script(families.rows()) + b"}" + tail.encode()


def _shown(entry: Entry, journal: Journal, pictured: set[str]) -> dict[str, Any]:
    """An item as the page's script takes it."""
    shown = row(entry) | {"key": entry.id, "id": printable(entry.id)}
    if entry.outputs:
        shown["href"] = quote(entry.outputs[0][0].encode("utf-8", "surrogateescape"))
    if entry.id in pictured:
        for name, data in zip(("before", "after"), journal.thumbs(entry.id), strict=True):
            if data:
                shown[name] = base64.b64encode(data).decode()
    return shown


def _script(value: Any) -> bytes:
    """JSON in which no `<` can end the script element early, whatever a name or a prompt holds."""
    return json.dumps(value, default=str).replace("<", "\\u003c").encode()


def _pictured(journal: Journal) -> set[str]:
    ranked = (
        (entry.state == "done" and entry.verdict == "ok", (entry.facts.get("confidence") or 0.0), entry.id)
        for entry in journal.entries()
    )
    return {id for _, _, id in heapq.nsmallest(PICTURED, ranked)}


@dataclass(slots=True)
class Family:
    """What the finished pictures of one family have in common, and how far they are apart."""

    pictures: int = 0
    seeds: set[int] = field(default_factory=set)
    light_sides: set[str] = field(default_factory=set)
    darkest: list[int] = field(default_factory=list)  # of the scene's mean colour, channel by channel
    lightest: list[int] = field(default_factory=list)
    horizons: tuple[float, float] | None = None  # the highest and the lowest

    def add(self, facts: dict[str, Any]) -> None:
        """Count one picture."""
        self.pictures += 1
        self.seeds.add(facts["seed"])
        self.light_sides.add(str(facts.get("light_side", "unknown")))
        colour = facts["scene_colour"]
        self.darkest = list(map(min, colour, self.darkest or colour))
        self.lightest = list(map(max, colour, self.lightest or colour))
        if (horizon := facts.get("horizon")) is not None:
            low, high = self.horizons or (horizon, horizon)
            self.horizons = min(low, horizon), max(high, horizon)


class Families:
    """How alike the scenes of one family are."""

    def __init__(self) -> None:
        self._members: dict[str, Family] = {}

    def add(self, entry: Entry) -> None:
        """Count a finished picture of a family."""
        if entry.state == "done" and not entry.facts.get(gone.MARK) and (name := entry.facts.get("family")):
            self._members.setdefault(name, Family()).add(entry.facts)

    def rows(self) -> list[dict[str, Any]]:
        """Per family: pictures, seeds, light sides, spread of the scene's colour and of its horizon."""
        return [
            {
                "family": name,
                "pictures": family.pictures,
                "seeds": len(family.seeds),
                "light_sides": sorted(family.light_sides),
                "colour_spread": max(map(int.__sub__, family.lightest, family.darkest), default=0),
                "horizon_spread": _spread(family.horizons),
            }
            for name, family in sorted(self._members.items())
        ]


def _spread(ends: tuple[float, float] | None) -> float | None:
    return round(ends[1] - ends[0], 3) if ends else None


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
