"""Scenes that wait in the model's process, and which of them go together."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bggen.batch.stream.painting import bucket_of
from bggen.serve.orders import Paint


@dataclass(slots=True, eq=False)
class Task:
    """One scene on its way through the model's process."""

    paint: Paint
    since: float = field(default_factory=time.monotonic)
    limit: int = 0  # how many might be at work when it began
    company: int = 0  # how many were, itself included
    spent: float = 0.0  # the device's clock when it began, see `Device`


class Lineup:
    """First come, first served: the oldest scene chooses who may join it."""

    def __init__(self, wait: float, largest: int) -> None:
        self._wait = wait  # seconds that a scene may wait for company
        self.largest = largest  # scenes at work at once
        self._tasks: deque[Task] = deque()

    def __len__(self) -> int:
        return len(self._tasks)

    def __iter__(self) -> Iterator[Task]:
        return iter(self._tasks)

    def add(self, task: Task) -> None:
        """Queue it behind the others."""
        self._tasks.append(task)

    def put_back(self, task: Task) -> None:
        """It goes before all others."""
        self._tasks.appendleft(task)

    def head(self) -> Task | None:
        """The oldest."""
        return self._tasks[0] if self._tasks else None

    def take(self, count: int = 1) -> list[Task]:
        """The oldest and those like it, `count` at most."""
        key = bucket_of(self._tasks[0].paint.prepared)
        return self._without(lambda task: bucket_of(task.paint.prepared) != key, count)

    def take_leavers(self, wanted: Callable[[Task], bool]) -> list[Task]:
        """All that nobody waits for any more."""
        return self._without(wanted, len(self._tasks))

    def patience(self) -> float:
        """Seconds that the oldest should still wait: 0 where enough are here or none will come."""
        if len(self) >= self.largest or not self._tasks or not self._tasks[-1].paint.more_may_come:
            return 0.0
        return max(0.0, self._wait - (time.monotonic() - self._tasks[0].since))

    def _without(self, stays: Callable[[Task], bool], count: int) -> list[Task]:
        taken: list[Task] = []
        kept: deque[Task] = deque()
        for task in self._tasks:
            (kept if len(taken) == count or stays(task) else taken).append(task)
        self._tasks = kept
        return taken
