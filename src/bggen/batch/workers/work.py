"""What travels through the flow: items under way, their scenes, and the questions that the flow asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bggen.batch.asked.items import Item
from bggen.batch.memory.journal import Entry, Output
from bggen.engine import Prepared
from bggen.errors import BggenError
from bggen.options import Options
from bggen.spec import PainterInfo, Painting

RETOUCHED = "retouched"  # among the reasons of a row's facts: somebody has worked on one of its pictures
LIVES = 3  # times that an item may kill its worker, or the run while it is painted
#: paintings that fail in a row before the model itself is blamed, or pictures not stored before the store is
SAME_ERRORS = 10
MODELS_OWN = ("paint_failed", "out_of_memory")  # reasons that may be its fault


class Fatal(BggenError):
    """No further item could fare better: full disk, vanished folder, a painter that fails on everything."""

    reason = "fatal"


@dataclass(eq=False, slots=True)
class Work:
    """An item under way."""

    item: Item
    entry: Entry
    before: Entry | None  # its row as it was when the run took it up
    info: PainterInfo
    extras: str
    known: str = ""  # key of a finished picture that is still good if it comes out the same
    stands_for: Mapping[str, str] | None = None  # what it was made of: good, too, if only bggen is newer
    networks: str = ""  # digest of those that look at the backdrop
    force: bool = False  # --force: overwrite whatever stands there
    made_of: dict[str, str] = field(default_factory=dict)  # what the key was made of
    thumb: bytes | None = None
    finished: dict[int, Output] = field(default_factory=dict)  # by variant
    facts: dict[str, Any] = field(default_factory=dict)  # of the first of its pictures
    after: bytes | None = None
    kept: list[str] = field(default_factory=list)  # names of pictures that somebody has worked on
    unheard: set[int] = field(default_factory=set)  # variants that a worker may have written before it died
    expected: int = 0
    painting: int = 0  # how many of its scenes are at the device
    ended: bool = False
    writing: bool = False  # a worker was told to write: its file may stand, whatever is heard of it
    started: float = 0.0  # on the clock of time.monotonic, when the run took it up

    def same_as_before(self) -> bool:
        """Whether it ended in the very trouble that an earlier run has told of."""
        now, before = self.entry, self.before
        return before is not None and (before.state, before.reason, before.message) == (
            now.state, now.reason, now.message
        )  # fmt: skip

    def worked_on(self) -> bool:
        """Whether somebody has worked on one of its pictures, which nobody has rejected since."""
        return RETOUCHED in self.entry.facts.get("reasons", ())

    def made(self, variant: int) -> str | None:
        """SHA-256 of the picture that a variant may replace, "" for none; None for whatever stands there."""
        name = self.item.outputs()[variant]
        known = next((made.digest for made in self.entry.outputs if made.name == name), None)
        if known is None or self.force or variant in self.unheard:
            return None
        return "" if self.worked_on() else known

    def afresh(self) -> Work:
        """The same item from its start, after its worker died."""
        again = Work(self.item, self.entry, self.before, self.info, self.extras, self.known)
        again.stands_for, again.networks = self.stands_for, self.networks
        again.force, again.writing, again.started = self.force, self.writing, self.started
        again.unheard = self.unheard
        return again


@dataclass(eq=False, slots=True)
class Ticket:
    """One scene on its way: a variant of an item."""

    work: Work
    prepared: Prepared
    painting: Painting | None = None

    @property
    def bytes(self) -> int:
        """What it holds in memory, roughly."""
        return 4 * self.prepared.scene.rgb.nbytes


@dataclass(slots=True)
class Hooks:
    """Where the flow reports to and asks for leave. All are called from the flow's own thread."""

    ended: Callable[[Work, bool], None]  # whether anything was made or tried
    may_start: Callable[[], bool]
    may_go_on: Callable[[], bool]
    late: Callable[[], bool]
    tick: Callable[[], None]
    say: Callable[[str], None]


def work_options(work: Work) -> Options:
    """The item's options, with another seed where a person rejected the picture before."""
    if work.entry.seed is None:
        return work.item.options
    return work.item.options.model_copy(update={"seed": work.entry.seed})
