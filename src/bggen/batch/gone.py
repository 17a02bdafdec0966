"""Rows that nobody asks for now: their photo is gone, or it is to become another picture than before.

Where a picture of a gone photo still stands its row says so, all others are dropped. A row under a former
name, as of another format, says so, too, failed or not: another run may ask for it again.
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
from bggen.batch.names import printable
from bggen.batch.request import BatchRequest

GONE, FORMER = MARKS = ("gone", "former")  # among a row's facts: its photo, or its name


def state_of(entry: Entry) -> str:
    """What a report calls a row's state."""
    return next((mark for mark in MARKS if entry.facts.get(mark)), entry.state)


@dataclass(slots=True)
class Changes:
    """What a look at the journal's rows has led to."""

    marked: list[Entry] = field(default_factory=list)  # as gone
    former: list[Entry] = field(default_factory=list)
    back: list[Entry] = field(default_factory=list)  # no longer marked
    dropped: list[str] = field(default_factory=list)  # ids

    def __bool__(self) -> bool:
        return bool(self.marked or self.former or self.back or self.dropped)

    def lines(self) -> list[str]:
        """For people; none where nothing is gone since the last look."""
        lines, went = list[str](), len(self.dropped)
        if self.marked or went:
            lines.append(
                f"photos or pictures are gone: {len(self.marked)} whose pictures stay are marked in the "
                f"report, {went} rows dropped"
            )
        if self.former:
            lines.append(
                f"rows whose photo goes by another name in this run: {len(self.former)}, such as "
                f"{printable(self.former[0].id)}: marked as former in the report; their pictures stay"
            )
        return lines


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
    unasked = list[tuple[Entry, str]]()  # with the mark that it is to have
    for entry in entries:
        former = entry.id not in asked and entry.source in photos
        if former and _never_opened(entry):
            changes.dropped.append(entry.id)  # what was wrong with its name or row is mended
        elif former:
            unasked.append((_slim(entry, FORMER), FORMER))
        elif entry.id in asked or _is_there(entry.source, listed):
            if any(entry.facts.get(mark) for mark in MARKS):
                changes.back.append(_marked(entry, None))
        else:
            unasked.append((_slim(entry, GONE), GONE))
    standing = out.stats(made.name for entry, _ in unasked for made in entry.outputs) if unasked else {}
    for entry, mark in unasked:
        stands = any(made.name in standing for made in entry.outputs)
        if not stands and (mark == GONE or entry.outputs):
            changes.dropped.append(entry.id)
        elif not entry.facts.get(mark):
            (changes.marked if mark == GONE else changes.former).append(_marked(entry, mark))
    return changes


def _slim(entry: Entry, mark: str) -> Entry:
    """What is still asked of a row that has its mark: there may be hundreds of thousands."""
    marked = bool(entry.facts.get(mark))
    return Entry(entry.id, "", outputs=entry.outputs, facts={mark: True}) if marked else entry


def _marked(entry: Entry, mark: str | None) -> Entry:
    """The same row with this mark alone."""
    entry.facts = {name: value for name, value in entry.facts.items() if name not in MARKS}
    if mark:
        entry.facts[mark] = True
    return entry


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
