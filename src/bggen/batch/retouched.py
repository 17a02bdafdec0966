"""Pictures that somebody has worked on since they were made: those are kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bggen.batch import names, stores, tasks
from bggen.batch.journal import Entry, Journal
from bggen.spec import Rgb

REASON = "retouched"  # among a row's reasons
NAMED = 5  # pictures that a line names
WAY_OUT = "--force, or removing them, makes them anew"


@dataclass(slots=True)
class Retouched:
    """What one look at OUT has found of them."""

    new: list[str] = field(default_factory=list)  # names, found now
    asked_otherwise: list[str] = field(default_factory=list)  # kept although photo or settings changed
    entries: list[Entry] = field(default_factory=list)  # of the new ones
    thumbs: dict[str, bytes] = field(default_factory=dict)  # id -> what the first of its pictures shows now

    def keeps(
        self,
        entry: Entry,
        wanted: Collection[str],
        differing: Collection[str],
        sizes: Mapping[str, int],
        out: stores.Out,
    ) -> bool:
        """Whether an item that is done stays as it is, because a person has changed a picture of it.

        What differs from the journal and opens to its end was changed; what doesn't open is damaged. From
        then on the picture is known by its new hash. `wanted`: names that the item would write.
        """
        there = [name for name, _, _ in entry.outputs]
        if not set(there) <= set(wanted) or any(name not in sizes for name in there):
            return False
        looked = {name: out.picture(name) for name in differing}
        if any(picture is None for picture in looked.values()):
            return False
        if looked:
            self._note(entry, looked, sizes, out)
        return REASON in entry.facts.get("reasons", ()) and entry.decision != "reject"

    def _note(
        self, entry: Entry, looked: Mapping[str, Rgb | None], sizes: Mapping[str, int], out: stores.Out
    ) -> None:
        entry.outputs = [
            (name, out.digest(name), sizes[name]) if name in looked else (name, digest, size)
            for name, digest, size in entry.outputs
        ]
        entry.facts["reasons"] = [*filter(REASON.__ne__, entry.facts.get("reasons", ())), REASON]
        if entry.decision == "reject":  # that was of the picture as it was before
            entry.decision, entry.seed = "", None
        if (first := looked.get(entry.outputs[0][0])) is not None:
            self.thumbs[entry.id] = tasks.thumb(first, None)
        self.new += looked
        self.entries.append(entry)

    def save(self, journal: Journal) -> None:
        """Have the journal know those that were found now."""
        if self.entries:
            journal.save(
                self.entries, {id: (journal.thumbs(id)[0], after) for id, after in self.thumbs.items()}
            )

    def lines(self) -> tuple[str, str]:
        """(that some were found, that some are not as they are asked for now); "" for none."""
        return (
            _line(self.new, "pictures changed since they were made, by hand as it seems, and kept"),
            _line(
                self.asked_otherwise,
                "pictures not made anew for what is asked now, since they were changed by hand",
            ),
        )


def _line(files: list[str], said: str) -> str:
    if not files:
        return ""
    more = f" and {len(files) - NAMED} others" if len(files) > NAMED else ""
    return f"{said} ({len(files)}): {', '.join(map(names.printable, files[:NAMED]))}{more}: {WAY_OUT}"
