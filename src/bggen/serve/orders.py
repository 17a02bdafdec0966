"""What is asked of the worker, what it answers, and the messages between it and the model's process."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Literal

from bggen.engine import Prepared
from bggen.options import Format, Options
from bggen.spec import PainterInfo, Painting, Verdict

Admission = Literal["step", "request"]


@dataclass(frozen=True, slots=True)
class Order:
    """One request for pictures."""

    id: str
    options: Options
    data: bytes
    format: Format
    deadline: float  # on the clock of time.monotonic()
    mask_data: bytes | None = None
    title: str = ""  # the photo's file name, which may tell what the product is
    caller: str | None = None  # whose turn it is; None where there are no others
    made: Callable[[int], None] | None = None  # is told, from any thread, each finished picture's bytes


@dataclass(frozen=True, slots=True)
class Made:
    """One finished picture: its file and its record."""

    data: bytes
    format: Format
    verdict: Verdict
    record: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """All pictures of an order, and seconds by stage."""

    pictures: list[Made]
    timings: dict[str, float]


@dataclass(slots=True, eq=False)
class Ticket:
    """An order on its way through the worker."""

    order: Order
    future: Future[Answer] = field(default_factory=Future)
    stage: str = "queue"  # queue, prepare, wait, paint, complete; "" when it has ended
    tries: int = 0
    expected: int = 0
    made: dict[int, Made] = field(default_factory=dict)
    timings: dict[str, float] = field(default_factory=dict)
    since: float = field(default_factory=time.monotonic)  # when the stage began

    @property
    def ended(self) -> bool:
        """Answered, refused or given up."""
        return not self.stage

    def enter(self, stage: str) -> tuple[str, float]:
        """Go on to another stage; returns the one that ended, and its seconds."""
        now, before = time.monotonic(), self.stage
        seconds = now - self.since
        if before:
            self.timings[before] = round(self.timings.get(before, 0.0) + seconds, 4)
        self.stage, self.since = stage, now
        return before, seconds


@dataclass(slots=True, eq=False)
class Slot:
    """One scene of a ticket: what a batch is made of."""

    ticket: Ticket
    prepared: Prepared
    painting: Painting | None = None
    tries: int = 0  # at finishing it

    @property
    def nbytes(self) -> int:
        """Memory that the scene and the cut-out hold."""
        scene, cut = self.prepared.scene, self.prepared.cutout
        through = None if cut.glass is None else cut.glass.clear
        planes = (scene.rgb, scene.alpha, scene.shadow, scene.clear, cut.rgb, cut.alpha, cut.shadow, through)
        return sum(plane.nbytes for plane in planes if plane is not None)


# -- to the model's process ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Terms:
    """How scenes come to be painted; the first message, beside the settings."""

    admission: Admission
    max_batch: int | None  # None: as the device is
    batch_wait: float  # seconds


@dataclass(frozen=True, slots=True)
class Paint:
    """Paint this scene of an order. `more_may_come`: others were being opened when it was sent."""

    number: int
    prepared: Prepared
    id: str
    deadline: float
    more_may_come: bool


@dataclass(frozen=True, slots=True)
class Cancel:
    """Nobody waits for this order any more."""

    id: str


# -- and back ------------------------------------------------------------------------------------

POISONED = 70  # its exit status: the device's context is lost, only a new process helps


@dataclass(frozen=True, slots=True)
class Warm:
    """The model is loaded and has painted once. `largest`: scenes that may be at work at once."""

    info: PainterInfo
    seconds: float
    largest: int


@dataclass(frozen=True, slots=True)
class Beat:
    """Still alive; bytes of memory held on the device, or by the process."""

    memory: int


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a scene has no painting, or why there is no model."""

    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Painted:
    """Scenes that left the device together."""

    numbers: list[int]
    results: list[Painting | Failure]
    seconds: float  # of the device for each, what was shared counted by its share
    company: int  # scenes at work when these began, themselves included; 0: nobody waited for them any more
    largest: int  # scenes that fit its memory


@dataclass(frozen=True, slots=True)
class Broken:
    """The model can't be loaded at all; starting again would not help."""

    failure: Failure
