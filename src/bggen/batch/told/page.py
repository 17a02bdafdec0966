"""report.html: before and after, with filters. What wants a person comes first.

Its first rows are in it, with thumbnails; where there are more, they lie in pages beside it, which its script
fetches as they are asked for: so it opens at once, however large the catalogue. A page is named after its
content and the old ones go last: whenever a run is killed, what report.html names is there.
"""

from __future__ import annotations

import base64
import hashlib
import heapq
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bggen import __version__
from bggen.batch.due import gone
from bggen.batch.memory.journal import Entry, Journal, Output, now
from bggen.batch.places import outs
from bggen.batch.places.names import printable

ROWS = 1500  # of a page; those of the first one have thumbnails
FAMILIES = 1000  # that are shown


def write(journal: Journal, out: outs.Out, where: str, stem: str) -> None:
    """Write the page, and those that it leads to. Raises WriteFailed."""
    ids, families, pages = journal.by_need(), Families(), list[dict[str, Any]]()
    first, folder = list(islice(ids, ROWS)), f"{stem}-pages"
    while more := list(islice(ids, ROWS)):
        page = Page(len(pages) + 2)
        data = page.script(page.counted(_entries(journal, more, families)))
        name = f"{page.number}-{hashlib.sha256(data).hexdigest()[:12]}.js"
        out.put(f"{folder}/{name}", data)
        pages.append(page.about(f"{folder}/{name}"))
    items = (_shown(entry, *journal.thumbs(entry.id)) for entry in _entries(journal, first, families))
    about = {"out": printable(where), "written": now(), "version": __version__, "pages": pages}
    out.put(f"{stem}.html", _html(about, items, families))
    out.tidy(folder, {Path(page["file"]).name for page in pages})


def _entries(journal: Journal, ids: Iterable[str], families: Families) -> Iterator[Entry]:
    for entry in filter(None, map(journal.entry, ids)):
        families.add(entry)
        yield entry


def _html(about: dict[str, Any], items: Iterable[dict[str, Any]], families: Families) -> Iterator[bytes]:
    """All but the pages is in one file: nothing is loaded from elsewhere."""
    head, tail = (Path(__file__).parent / "report.html.in").read_text("utf-8").split("__DATA__")
    yield head.encode() + _script(about)[:-1] + b', "items": ['
    for number, item in enumerate(items):
        yield (b", " if number else b"") + _script(item)
    shown = families.rows()
    yield b'], "families": ' + _script(shown) + b', "allFamilies": %d}' % len(families) + tail.encode()


def _shown(entry: Entry, before: bytes | None = None, after: bytes | None = None) -> dict[str, Any]:
    """What the script takes of an item, its thumbnails included; what says nothing is left out."""
    facts, id = entry.facts, printable(entry.id)
    made = entry.outputs[0] if entry.outputs else Output("", "", 0)
    values = {
        "id": id,
        "key": entry.id if id != entry.id else "",
        "state": gone.state_of(entry),
        "verdict": entry.verdict,
        "decision": entry.decision,
        "reason": entry.reason,
        "message": entry.message,
        **{name: facts.get(name) for name in ("confidence", "reasons", "prompt", "sku")},
        "left": [printable(former.name) for former in gone.left_behind(entry)],
        "sha256": made.digest,
        "href": quote(os.fsencode(made.name)),
        "before": base64.b64encode(before or b"").decode(),
        "after": base64.b64encode(after or b"").decode(),
    }
    return {name: value for name, value in values.items() if value not in ("", None, [])}


def _script(value: Any) -> bytes:
    """JSON in which no `<` can end the script element early, whatever a name or a prompt holds."""
    return json.dumps(value, default=str).replace("<", "\\u003c").encode()


@dataclass(slots=True)
class Page:
    """Rows that report.html fetches when it needs them, and what it knows of them before."""

    number: int
    rows: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    least: float = 1.0  # confidence; 0 where a row has none

    def counted(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The same, counted on their way."""
        for entry in entries:
            state = gone.state_of(entry)
            self.rows += 1
            self.verdicts[entry.verdict if state == "done" else state] += 1
            self.reasons.update({entry.reason, *entry.facts.get("reasons", ())} - {""})
            self.least = min(self.least, entry.facts.get("confidence") or 0.0)
            yield entry

    def script(self, entries: Iterable[Entry]) -> bytes:
        """The file: a call, since a page that was opened from a disk may load scripts and nothing else."""
        return b"bggenPage(%d, %s);\n" % (self.number, _script(list(map(_shown, entries))))

    def about(self, file: str) -> dict[str, Any]:
        """JSON-ready."""
        return {
            "file": file,
            "rows": self.rows,
            "verdicts": self.verdicts,
            "reasons": self.reasons,
            "least": self.least,
        }


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

    def colour_spread(self) -> int:
        """Of the channel in which they are the farthest apart, 0 to 255."""
        return max(map(int.__sub__, self.lightest, self.darkest), default=0)


class Families:
    """How alike the scenes of one family are."""

    def __init__(self) -> None:
        self._members: dict[str, Family] = {}

    def add(self, entry: Entry) -> None:
        """Count a finished picture of a family."""
        if gone.state_of(entry) == "done" and (name := entry.facts.get("family")):
            self._members.setdefault(name, Family()).add(entry.facts)

    def __len__(self) -> int:
        return len(self._members)

    def rows(self) -> list[dict[str, Any]]:
        """Per family: pictures, seeds, light sides, spread of the scene's colour and of its horizon.

        Of very many, those whose colours are the farthest apart.
        """
        most = heapq.nlargest(FAMILIES, self._members.items(), key=lambda member: member[1].colour_spread())
        return [
            {
                "family": name,
                "pictures": family.pictures,
                "seeds": len(family.seeds),
                "light_sides": sorted(family.light_sides),
                "colour_spread": family.colour_spread(),
                "horizon_spread": _spread(family.horizons),
            }
            for name, family in sorted(most, key=lambda member: member[0])
        ]


def _spread(ends: tuple[float, float] | None) -> float | None:
    return round(ends[1] - ends[0], 3) if ends else None
