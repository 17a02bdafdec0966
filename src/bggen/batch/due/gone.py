"""Rows and pictures that nobody asks for now: their photo is gone, or it is to become others than before.

Where a picture of a gone photo still stands its row says so, all others are dropped. A row under a former
name, as of another format, says so, too, failed or not: another run may ask for it again.
What comes back is found again: a mark is taken away, and a dropped row was of a photo without a picture.
Of a row that is asked for, pictures under names that are not (one of several variants) are kept in mind, too.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field

from bggen.batch.asked.items import Item
from bggen.batch.due import retouched
from bggen.batch.memory.journal import Entry, Journal, Output
from bggen.batch.places import objects, outs, stores
from bggen.batch.places.names import printable
from bggen.batch.request import BatchRequest

GONE, FORMER = MARKS = ("gone", "former")  # among a row's facts: its photo, or its name
LEFT = "left_behind"  # among a row's facts: its pictures under names that it has no more


def state_of(entry: Entry) -> str:
    """What a report calls a row's state."""
    return next((mark for mark in MARKS if entry.facts.get(mark)), entry.state)


def left_behind(entry: Entry) -> list[Output]:
    """A row's pictures that were not made anew when its names became others."""
    return [Output(*made) for made in entry.facts.get(LEFT, ())]


def leave_behind(before: Entry | None, now: Entry) -> None:
    """Have a row remember which pictures of its former state have none of its names.

    Where somebody has worked on one of several, all are remembered without a digest: none is taken for ours.
    """
    if before is None:
        return
    names = {made.name for made in now.outputs}
    worked_on = retouched.REASON in before.facts.get("reasons", ())
    last = [made._replace(digest="") if worked_on else made for made in before.outputs]
    left = {made.name: made for made in (*left_behind(before), *last) if made.name not in names}
    if left:
        now.facts = now.facts | {LEFT: list(left.values())}


@dataclass(slots=True)
class Changes:
    """What a look at the journal's rows has led to."""

    marked: list[Entry] = field(default_factory=list)  # as gone
    former: list[Entry] = field(default_factory=list)
    back: list[Entry] = field(default_factory=list)  # no longer marked
    dropped: list[str] = field(default_factory=list)  # ids
    removed: dict[str, list[Output]] = field(default_factory=dict)  # id -> what is still left behind of it

    def __bool__(self) -> bool:
        return bool(self.marked or self.former or self.back or self.dropped or self.removed)

    def write(self, journal: Journal) -> None:
        """Have the journal know."""
        journal.save([*self.marked, *self.former, *self.back])
        for entry in filter(None, map(journal.entry, self.removed)):
            entry.facts[LEFT] = self.removed[entry.id]
            journal.save([entry])
        journal.forget(self.dropped)

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


def look(entries: Iterable[Entry], items: list[Item], request: BatchRequest, out: outs.Out) -> Changes:
    """Compare the rows with what SOURCE has now; marks and unmarks, for the journal to be told.

    An empty SOURCE changes nothing: it may be a disk that is away.
    """
    changes = Changes()
    if not items:
        return changes
    asked, photos = {item.target for item in items}, {item.source for item in items}
    listed = (
        objects.RemoteSource(request.source) if stores.is_url(request.source) and request.recurse else None
    )
    unasked = list[tuple[Entry, str]]()  # with the mark that it is to have
    left = dict[str, list[Output]]()
    for entry in entries:
        if outputs := left_behind(entry):
            left[entry.id] = outputs
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
    _look_in_out(changes, unasked, left, out)
    return changes


def _look_in_out(
    changes: Changes, unasked: list[tuple[Entry, str]], left: dict[str, list[Output]], out: outs.Out
) -> None:
    """What becomes of rows and pictures that nobody asks for, by which of the pictures still stand."""
    pictures = [*(entry.outputs for entry, _ in unasked), *left.values()]
    standing = out.stats(made.name for outputs in pictures for made in outputs) if pictures else {}
    for id, outputs in left.items():
        stay = [made for made in outputs if made.name in standing]
        if len(stay) < len(outputs):
            changes.removed[id] = stay
    for entry, mark in unasked:
        stands = any(made.name in standing for made in (*entry.outputs, *left.get(entry.id, ())))
        if not stands and (mark == GONE or entry.outputs):
            changes.dropped.append(entry.id)
        elif not entry.facts.get(mark):
            (changes.marked if mark == GONE else changes.former).append(_marked(entry, mark))


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


def _is_there(source: str, listed: objects.RemoteSource | None) -> bool:
    """Whether a photo that was not found may be there after all, as one that this run didn't look for."""
    if stores.is_url(source):
        return listed is None or listed.name_of(source) is None
    try:
        return stat.S_ISREG(os.stat(source).st_mode)  # noqa: PTH116 - names of any bytes
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):  # a folder that may not be entered
        return True
