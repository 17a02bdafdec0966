"""The device's side: one thread that paints batches, and how large they should be."""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from bggen.batch.workers.tasks import Trouble
from bggen.engine import Engine, Prepared
from bggen.errors import FetchUnavailable, OutOfMemory, Stopped, UsageError
from bggen.spec import Painting

LARGEST = 64
#: seconds without any step that a device has for one batch, at least: the first loads and compiles a model
STANDS_STILL = 1800.0
GLANCE = 1.0  # seconds that one look at it counts for, at most: while we ourselves are stopped, so is it
GAIN = 1.08  # a doubled batch must be this much faster per picture to be worth its memory


@dataclass(frozen=True, slots=True)
class Painted:
    """A batch that left the device: paintings, or why there are none."""

    tickets: Sequence[Any]
    paintings: list[Painting]
    seconds: float
    error: BaseException | None = None


@dataclass(slots=True)
class BatchSize:
    """A fixed number, or the knee of throughput: doubled while that pays, halved when memory runs out."""

    asked: str = "auto"
    size: int = 1
    ceiling: int = LARGEST
    settled: bool = False
    halved: list[int] = field(default_factory=list)  # sizes that ran out of memory, for the record
    _rates: dict[int, list[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.asked != "auto":
            self.size, self.settled = int(self.asked), True

    def measured(self, count: int, seconds: float) -> None:
        """Learn from a batch; only full ones tell something, and the first at a size is warm-up."""
        if self.settled or count != self.size:
            return
        rates = self._rates.setdefault(count, [])
        rates.append(count / max(seconds, 1e-6))
        if len(rates) < 4:
            return
        best, before = max(rates[1:]), max(self._rates.get(count // 2, [0.0, 0.0])[1:])
        if before and best < GAIN * before:
            self.size, self.settled = count // 2, True
        elif 2 * count > self.ceiling:
            self.settled = True
        else:
            self.size = 2 * count

    def out_of_memory(self, count: int) -> None:
        """Never again this large."""
        self.halved.append(count)
        self.ceiling = max(1, count // 2)
        self.size = min(self.size, self.ceiling)
        self.settled = True


class PaintThread:
    """Paints one batch while the next waits ready; results are read by the run's own thread."""

    def __init__(self, engine: Engine, depth: int = 2) -> None:
        self._engine = engine
        self._todo: queue.SimpleQueue[Sequence[Any] | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Painted] = queue.SimpleQueue()
        self._wake_read, self._wake_write = os.pipe()
        self._stop = threading.Event()
        self._depth, self.waiting = depth, 0
        self.at_work: Sequence[Any] = ()
        self._signs = 0  # of life: steps, begun and ended batches
        self._seen, self._looked, self._still = 0, time.monotonic(), 0.0
        self._thread = threading.Thread(target=self._work, name="paint", daemon=True)
        self._thread.start()

    def fileno(self) -> int:
        """Has something to read when a batch is ready."""
        return self._wake_read

    def room(self) -> bool:
        """Whether another batch may be handed over."""
        return self.waiting < self._depth

    def hand_over(self, tickets: Sequence[Any]) -> None:
        """Queue a batch; each ticket has `.prepared`."""
        self.waiting += 1
        self._todo.put(tickets)

    def take(self) -> list[Painted]:
        """All batches that are ready."""
        done = []
        while not self._done.empty():
            done.append(self._done.get())
            os.read(self._wake_read, 1)
        self.waiting -= len(done)
        return done

    def still(self) -> float:
        """Seconds that this was asked over and over while a batch was at work and nothing was heard of it."""
        now = time.monotonic()
        glance, self._looked = min(now - self._looked, GLANCE), now
        moved, self._seen = self._signs != self._seen, self._signs
        self._still = 0.0 if moved or not self.at_work else self._still + glance
        return self._still

    def stop(self) -> None:
        """Give up the batch at work at its next step, and those that wait."""
        self._stop.set()

    def close(self, timeout: float | None = None) -> None:
        """End the thread; a step that doesn't end in time is left to the process's end."""
        self._todo.put(None)
        self._thread.join(timeout)
        if not self._thread.is_alive():
            os.close(self._wake_read)
            os.close(self._wake_write)

    def _work(self) -> None:
        while (tickets := self._todo.get()) is not None:
            self.at_work = tickets
            painted = self._paint(tickets)
            self.at_work = ()
            self._signs += 1
            self._done.put(painted)
            with suppress(OSError):
                os.write(self._wake_write, b"x")

    def _goes_on(self, step: int, steps: int) -> bool:
        self._signs += 1
        return not self._stop.is_set()

    def _paint(self, tickets: Sequence[Any]) -> Painted:
        started = time.perf_counter()
        prepared: list[Prepared] = [ticket.prepared for ticket in tickets]
        paintings: list[Painting] = []
        error: BaseException | None = None
        if self._stop.is_set():
            error = Stopped("stopped before painting")
        else:
            try:
                paintings = self._engine.paint(prepared, self._goes_on)
            except BaseException as raised:  # whatever it is, the run's own thread decides
                error = raised
        if self._stop.is_set() and len(paintings) < len(tickets):
            error = Stopped("stopped while painting")
        return Painted(tickets, paintings, time.perf_counter() - started, error)


def ran_out_of_memory(error: BaseException | None) -> bool:
    """Ours, torch's or Python's, wrapped or not."""
    while error is not None:
        if isinstance(error, OutOfMemory | MemoryError) or type(error).__name__ == "OutOfMemoryError":
            return True
        error = error.__cause__
    return False


def trouble_of(error: BaseException) -> Trouble:
    """Why one scene can't be painted; `usage` where the options or the model are to blame."""
    reason = "out_of_memory" if ran_out_of_memory(error) else getattr(error, "reason", "paint_failed")
    kind = "usage" if isinstance(error, UsageError) else "item"
    if isinstance(error, FetchUnavailable):  # of a backdrop
        kind = "away"
    return Trouble(reason, str(error) or type(error).__name__, kind)


def bucket_of(prepared: Prepared) -> tuple[Any, ...]:
    """Scenes that may share a batch: equal canvas and equal settings of the model."""
    options = prepared.job.options
    return (
        prepared.scene.size, options.painter_key, options.steps, options.guidance, options.strength,
        options.reference, options.background, options.shadow if options.background else "",
    )  # fmt: skip
