"""report.jsonl, report.csv and report.html: for people and CI, always derived from the journal."""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Iterable
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


def jsonl(entries: Iterable[Entry]) -> bytes:
    """One object a line, pure ASCII: names of any bytes survive as escapes."""
    return "".join(
        json.dumps(row(entry), ensure_ascii=True, default=str) + "\n" for entry in entries
    ).encode()


def table(entries: Iterable[Entry]) -> bytes:
    """For spreadsheets: one line a picture; cells that look like formulas are defused."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for entry in entries:
        values = row(entry)
        for output in values["outputs"] or [{}]:
            flat = values | output
            writer.writerow([cell(flat.get(name, "")) for name in COLUMNS])
    return buffer.getvalue().encode("utf-8-sig", "backslashreplace")


def cell(value: Any) -> str:
    """Text that no spreadsheet runs."""
    if isinstance(value, list):
        value = " ".join(str(part) for part in value)
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(text) else text


def page(journal: Journal, where: str) -> bytes:
    """One self-contained page: nothing is loaded from elsewhere."""
    rows, families = [], Families()
    pictured = _pictured(journal)
    for entry in journal.entries():
        shown = row(entry) | {"key": entry.id}
        shown["id"] = printable(entry.id)
        if entry.outputs:
            shown["href"] = quote(entry.outputs[0][0].encode("utf-8", "surrogateescape"))
        if entry.id in pictured:
            for name, data in zip(("before", "after"), journal.thumbs(entry.id), strict=True):
                if data:
                    shown[name] = base64.b64encode(data).decode()
        families.add(entry)
        rows.append(shown)
    content: dict[str, Any] = {"out": printable(where), "written": now(), "version": __version__}
    content |= {"items": rows, "families": families.rows()}
    template = (Path(__file__).parent / "report.html.in").read_text("utf-8")
    # `<` can't end the script element early, whatever a name or a prompt holds
    return template.replace("__DATA__", json.dumps(content, default=str).replace("<", "\\u003c")).encode()


def _pictured(journal: Journal) -> set[str]:
    ranked = sorted(
        (entry.state == "done" and entry.verdict == "ok", (entry.facts.get("confidence") or 0.0), entry.id)
        for entry in journal.entries()
    )
    return {id for _, _, id in ranked[:PICTURED]}


class Families:
    """How alike the scenes of one family are."""

    def __init__(self) -> None:
        self._members: dict[str, list[dict[str, Any]]] = {}

    def add(self, entry: Entry) -> None:
        """Count a finished picture of a family."""
        if entry.state == "done" and not entry.facts.get(gone.MARK) and (family := entry.facts.get("family")):
            self._members.setdefault(family, []).append(entry.facts)

    def rows(self) -> list[dict[str, Any]]:
        """Per family: pictures, seeds, light sides, spread of the scene's colour and of its horizon."""
        return [
            {
                "family": family,
                "pictures": len(members),
                "seeds": len({facts["seed"] for facts in members}),
                "light_sides": sorted({str(facts.get("light_side", "unknown")) for facts in members}),
                "colour_spread": spread([facts["scene_colour"] for facts in members]),
                "horizon_spread": _range([facts["horizon"] for facts in members if "horizon" in facts]),
            }
            for family, members in sorted(self._members.items())
        ]


def spread(colours: list[list[int]]) -> int:
    """Largest difference in any channel between any two, in sRGB values."""
    return max((max(channel) - min(channel) for channel in zip(*colours, strict=True)), default=0)


def _range(values: list[float]) -> float | None:
    return round(max(values) - min(values), 3) if values else None


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
