"""The model and its work: which scenes are painted together, one by one, or side by side.

Where painters share their steps (`Painter.company`), every scene is painted in a thread of its own, begins
when there is a place and is answered when it is done. Else scenes of a kind go in batches, or one by one.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from typing import Literal

from bggen import pipeline
from bggen.batch.stream.painting import ran_out_of_memory
from bggen.engine import Engine
from bggen.errors import BggenError
from bggen.machine import free_memory
from bggen.options import Options
from bggen.serve.orders import POISONED, Cancel, Failure, Paint, Painted, Terms, Warm
from bggen.serve.work.batching import Lineup, Task
from bggen.spec import Company, Painting

POISON = ("CUDA error", "device-side assert", "illegal memory access", "CUBLAS_STATUS", "CUDNN_STATUS")
CANCELLED = Failure("cancelled", "")
Way = Company | Literal["gone"]
Result = Painting | Failure


class Device:
    """Takes messages in one thread, hands out the work in another."""

    def __init__(self, send: Callable[[object], None], engine: Engine, terms: Terms) -> None:
        self._send, self._engine, self._terms = send, engine, terms
        self._turn = threading.Condition()  # for all that follows
        self._lineup = Lineup(terms.batch_wait, terms.max_batch or 1)
        self._active: list[Task] = []
        self._cancelled: set[str] = set()
        self._clock, self._clocked = 0.0, 0.0  # seconds of the device, each shared by who is at work

    def load(self, options: Options) -> Warm:
        """Load, and paint one small scene in one step: what loads late loads now."""
        started = time.perf_counter()
        painter = self._engine.painter(options)
        pipeline.warm_up(painter, options)
        if self._terms.max_batch is None:
            self._lineup.largest = 8 if painter.info.device.startswith("cuda") else 1
        return Warm(painter.info, time.perf_counter() - started, self._lineup.largest)

    def hear(self, message: Paint | Cancel) -> None:
        """Take a message; any thread may call."""
        with self._turn:
            if isinstance(message, Paint):
                self._lineup.add(Task(message))
            elif self._has(message.id):
                self._cancelled.add(message.id)
            self._turn.notify_all()

    def work(self) -> None:
        """Paint what comes."""
        while True:
            way, group = self._next()
            if way == "gone":
                self._done(group, [CANCELLED] * len(group))
            elif way == "steps":
                threading.Thread(target=self._paint_beside, args=(group[0],), daemon=True).start()
            else:
                self._done(group, self._paint(group))

    def _next(self) -> tuple[Way, list[Task]]:
        """Wait until something may begin, and let it."""
        with self._turn:
            while True:
                if gone := self._lineup.take_leavers(lambda task: self._wanted([task])):
                    return "gone", gone
                patience = None
                if (head := self._lineup.head()) is not None:
                    way = self._way(head.paint.prepared.job.options)
                    places = self._lineup.largest - len(self._active)
                    if way == "steps" and places > 0:
                        return way, self._begin(self._lineup.take())
                    if way != "steps" and not self._active:
                        patience = self._lineup.patience() if way == "batch" else 0.0
                        if not patience:
                            return way, self._begin(self._lineup.take(1 if way == "none" else places))
                self._turn.wait(patience)

    def _way(self, options: Options) -> Company:
        if self._terms.admission == "request":
            return "batch"
        try:
            return self._engine.company(options)
        except BggenError:
            return "none"  # painting it will tell why

    def _begin(self, group: list[Task]) -> list[Task]:
        self._tick()
        self._active += group
        for task in group:
            task.limit, task.company, task.spent = self._lineup.largest, len(self._active), self._clock
        return group

    def _done(self, group: Sequence[Task], results: Sequence[Result]) -> None:
        """They leave; their answers go out."""
        with self._turn:
            self._tick()
            seconds = [self._clock - task.spent if task in self._active else 0.0 for task in group]
            self._active = [task for task in self._active if task not in group]
            self._cancelled = {order for order in self._cancelled if self._has(order)}
            largest = self._lineup.largest
            self._turn.notify_all()
        numbers = [task.paint.number for task in group]
        self._send(Painted(numbers, list(results), max(seconds), group[0].company, largest))

    def _tick(self) -> None:
        now = time.perf_counter()
        self._clock += (now - self._clocked) / max(1, len(self._active))
        self._clocked = now

    def _has(self, order: str) -> bool:
        return any(task.paint.id == order for task in [*self._lineup, *self._active])

    def _paint_beside(self, task: Task) -> None:
        """Paint one scene while others are painted; again, with fewer beside it, when memory runs out."""
        (result,) = self._paint([task])
        if not (isinstance(result, Failure) and result.reason == "out_of_memory" and self._again(task)):
            self._done([task], [result])

    def _again(self, task: Task) -> bool:
        with self._turn:
            if task.limit <= self._lineup.largest:  # else another one has halved it since
                if len(self._active) == 1:
                    return False
                self._lineup.largest = len(self._active) // 2
            self._tick()
            self._active.remove(task)
            self._lineup.put_back(task)
            self._turn.notify_all()
            return True

    def _paint(self, group: list[Task]) -> list[Result]:
        if not self._wanted(group):
            return [CANCELLED] * len(group)
        stopped = False

        def on_step(_step: int, _steps: int) -> bool:
            nonlocal stopped
            stopped = stopped or not self._wanted(group)
            return not stopped

        try:
            paintings = self._engine.paint([task.paint.prepared for task in group], on_step)
        except Exception as error:
            return self._failed(group, error)
        if stopped or len(paintings) != len(group):
            return [CANCELLED] * len(group)
        return list(paintings)

    def _failed(self, group: list[Task], error: Exception) -> list[Result]:
        """Too much memory: halves. Anything else: one by one, so that only the guilty one fails."""
        memory, count = ran_out_of_memory(error), len(group)
        if not memory and poisoned(error):
            os._exit(POISONED)
        reason = "out_of_memory" if memory else getattr(error, "reason", "paint_failed")
        failure = Failure(reason, str(error) or type(error).__name__)
        error.__traceback__ = None  # frames hold tensors
        del error
        if memory:
            free_memory()
        if count == 1:
            return [failure]
        part = count // 2 if memory else 1
        if memory:
            self._lineup.largest = part
        return [result for k in range(0, count, part) for result in self._paint(group[k : k + part])]

    def _wanted(self, group: Sequence[Task]) -> bool:
        now = time.monotonic()
        return any(task.paint.id not in self._cancelled and now < task.paint.deadline for task in group)


def poisoned(error: BaseException | None) -> bool:
    """Whether the device's context is lost: every later call would fail too."""
    while error is not None:
        if type(error).__name__ == "AcceleratorError" or any(mark in str(error) for mark in POISON):
            return True
        error = error.__cause__
    return False
