"""Pictures that somebody has worked on since they were made: those are kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import Any

from bggen.batch.memory.journal import Entry, Journal, Output
from bggen.batch.places import names, outs
from bggen.batch.workers import tasks
from bggen.batch.workers.work import RETOUCHED
from bggen.spec import Rgb

REASON, OUTDATED = RETOUCHED, "outdated"  # among a row's reasons; the second: asked for otherwise since
NAMED = 5  # pictures that a line names
WAY_OUT = "--force, or removing them, makes them anew"


@dataclass(slots=True)
class Retouched:
    """What one look at OUT has found of them."""

    out: outs.Out
    stats: Mapping[str, outs.Stat]  # of what stands there
    _: KW_ONLY
    verify: bool = False  # compare all by hash
    new: list[str] = field(default_factory=list)  # names, found now
    asked_otherwise: list[str] = field(default_factory=list)  # kept, found outdated now
    unread: dict[str, str] = field(default_factory=dict)  # id -> why one of its pictures can't be looked at
    copied: int = 0  # pictures with another time than when they were made, which are the same
    entries: list[Entry] = field(default_factory=list)  # of which something new is known
    rows_changed: bool = False  # as a report shows them
    thumbs: dict[str, bytes] = field(default_factory=dict)  # id -> what the first of its pictures shows now

    def look(self, entry: Entry, wanted: Collection[str]) -> tuple[list[str], bool]:
        """(pictures of a row that are not as they were made, whether the item stays as it is all the same).

        `wanted`: names that the item would write. What can't be read now may be somebody's work: it stays.
        """
        try:
            differing = self._differing(entry, wanted)
            return differing, self._keeps(entry, wanted, differing)
        except outs.Unread as error:
            self.unread[entry.id] = str(error)
            return [], True

    def _differing(self, entry: Entry, wanted: Collection[str]) -> list[str]:
        """Which of a row's pictures under names that it would write are not there as they were made.

        They are told by size, and by hash where the time differs.
        A copy of the folder has times of its own: they are noted, so that each is read once.
        """
        differing, outputs = list[str](), list[Output]()
        for made in entry.outputs:
            asked, stat = made.name in wanted, self.stats.get(made.name)
            if asked and (stat is None or stat.size != made.size):
                differing.append(made.name)
            elif asked and stat is not None and (self.verify or _other_time(made, stat)):
                if self.out.digest(made.name) == made.digest:
                    self.copied += _other_time(made, stat)
                    made = made._replace(mtime=stat.mtime)
                else:
                    differing.append(made.name)
            outputs.append(made)
        if outputs != entry.outputs:
            entry.outputs = outputs
            self.entries.append(entry)
        return differing

    def _keeps(self, entry: Entry, wanted: Collection[str], differing: Collection[str]) -> bool:
        """Whether an item that is done stays as it is, because a person has changed a picture of it.

        What differs from the journal and opens to its end was changed; what doesn't open is damaged. From
        then on the picture is known by its new hash.
        """
        asked = [made.name for made in entry.outputs if made.name in wanted]
        if not asked or any(name not in self.stats for name in asked):
            return False
        looked = {name: self.out.picture(name) for name in differing}
        if any(picture is None for picture in looked.values()):
            return False
        if looked:
            self._note(entry, looked)
        return REASON in entry.facts.get("reasons", ()) and entry.decision != "reject"

    def asked(self, entry: Entry, otherwise: bool) -> None:
        """Note whether what is kept is asked for otherwise now; that is told once, then by the row."""
        reasons = entry.facts.get("reasons", ())
        if otherwise != (OUTDATED in reasons) and entry.id not in self.unread:
            others = [reason for reason in reasons if reason != OUTDATED]
            entry.facts["reasons"] = [*others, OUTDATED] if otherwise else others
            self.asked_otherwise += [entry.id] if otherwise else []
            self.rows_changed = True
            self.entries.append(entry)

    def stands(self, entry: Entry) -> None:
        """What a person made of its picture stays, whatever its item failed for since: it is done by that."""
        if entry.id not in self.unread:
            entry.state, entry.reason, entry.message, entry.verdict = "done", "", "", "ok"
            entry.crashes = 0
            self.rows_changed = True
            self.entries.append(entry)

    def _note(self, entry: Entry, looked: Mapping[str, Rgb | None]) -> None:
        entry.outputs = [
            Output(made.name, self.out.digest(made.name), *self.stats[made.name])
            if made.name in looked
            else made
            for made in entry.outputs
        ]
        entry.facts["reasons"] = [*filter(REASON.__ne__, entry.facts.get("reasons", ())), REASON]
        if entry.decision == "reject":  # that was of the picture as it was before
            entry.decision, entry.seed = "", None
        if (first := looked.get(entry.outputs[0].name)) is not None:
            self.thumbs[entry.id] = tasks.thumb(first, None)
        self.new += looked
        self.rows_changed = True
        self.entries.append(entry)

    def save(self, journal: Journal | None, least: int = 1) -> None:
        """Have the journal know what was found, once it is of so many rows. None: nobody is to know."""
        if len(self.entries) < least:
            return
        if journal is not None:
            journal.save(
                self.entries, {id: (journal.thumbs(id)[0], after) for id, after in self.thumbs.items()}
            )
        self.entries, self.thumbs = [], {}

    def lines(self) -> tuple[str, str, str, str]:
        """(some were copied, found changed, are not as is asked for now, can't be read); "" for none."""
        others = f", and so are {len(self.unread) - 1} others" if len(self.unread) > 1 else ""
        unread = (
            f"{why}: it may be somebody's work, and is left as it is{others}: {WAY_OUT}"
            for why in self.unread.values()
        )
        copied = f"{self.copied} pictures were written again since they were made, and are the same"
        return (
            copied if self.copied else "",
            kept(self.new),
            _line(
                self.asked_otherwise,
                "pictures not made anew for what is asked now, since they were changed by hand",
            ),
            next(unread, ""),
        )


def _other_time(made: Output, stat: outs.Stat) -> bool:
    return made.mtime is not None and stat.mtime is not None and made.mtime != stat.mtime


def forgotten(facts: Mapping[str, Any]) -> dict[str, Any]:
    """A row's facts without the word that somebody has worked on its picture."""
    return {**facts, "reasons": [reason for reason in facts.get("reasons", ()) if reason != REASON]}


def kept(files: list[str]) -> str:
    """The line on pictures that were found changed; "" for none."""
    return _line(files, "pictures changed since they were made, by hand as it seems, and kept")


def _line(files: list[str], said: str) -> str:
    if not files:
        return ""
    more = f" and {len(files) - NAMED} others" if len(files) > NAMED else ""
    return f"{said} ({len(files)}): {', '.join(map(names.printable, files[:NAMED]))}{more}: {WAY_OUT}"
