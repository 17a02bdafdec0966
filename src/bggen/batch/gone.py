"""Rows of photos that are gone: where a picture of one still stands its row says so, all others are dropped.

What comes back is found again: a mark is taken away, and a dropped row was of a photo without a picture.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field

from bggen.batch import stores
from bggen.batch.items import Item
from bggen.batch.journal import Entry
from bggen.batch.request import BatchRequest

MARK = "gone"  # among a row's facts


def state_of(entry: Entry) -> str:
    """What a report calls a row's state."""
    return MARK if entry.facts.get(MARK) else entry.state


@dataclass(slots=True)
class Changes:
    """What a look at the journal's rows has led to."""

    marked: list[Entry] = field(default_factory=list)
    back: list[Entry] = field(default_factory=list)  # no longer marked
    dropped: list[Entry] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.marked or self.back or self.dropped)

    def line(self) -> str:
        """For people; "" where nothing is gone since the last look."""
        if not (self.marked or self.dropped):
            return ""
        stay, went = len(self.marked), len(self.dropped)
        return f"photos are gone: pictures that stay, {stay}, are marked in the report; rows dropped: {went}"


def look(entries: Iterable[Entry], items: list[Item], request: BatchRequest, out: stores.Out) -> Changes:
    """Compare the rows with what SOURCE has now; marks and unmarks, for the journal to be told.

    An empty SOURCE changes nothing: it may be a disk that is away.
    """
    changes = Changes()
    if not items:
        return changes
    asked, photos = {item.target for item in items}, {item.source for item in items}
    listed = (
        stores.RemoteSource(request.source) if stores.is_url(request.source) and request.recurse else None
    )
    lost = list[Entry]()
    for entry in entries:
        if entry.id in asked or _is_there(entry.source, listed):
            if entry.facts.pop(MARK, False):
                changes.back.append(entry)
            elif entry.id not in asked and entry.source in photos and _never_opened(entry):
                changes.dropped.append(entry)  # what was wrong with its name or row is mended
        else:
            lost.append(entry)
    standing = out.stats(made.name for entry in lost for made in entry.outputs) if lost else {}
    for entry in lost:
        if not any(made.name in standing for made in entry.outputs):
            changes.dropped.append(entry)
        elif not entry.facts.get(MARK):
            entry.facts[MARK] = True
            changes.marked.append(entry)
    return changes


def _never_opened(entry: Entry) -> bool:
    return entry.state == "failed" and not entry.key and not entry.outputs


def _is_there(source: str, listed: stores.RemoteSource | None) -> bool:
    """Whether a photo that was not found may be there after all, as one that this run didn't look for."""
    if stores.is_url(source):
        return listed is None or listed.name_of(source) is None
    try:
        return stat.S_ISREG(os.stat(source).st_mode)  # noqa: PTH116 - names of any bytes
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):  # a folder that may not be entered
        return True
