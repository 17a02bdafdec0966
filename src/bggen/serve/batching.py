"""Scenes that wait for the model, and which of them go together."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator

from bggen.batch.painting import bucket_of
from bggen.serve.orders import Slot


class Lineup:
    """First come, first served: the oldest scene chooses who may join it."""

    def __init__(self, wait: float, largest: int) -> None:
        self._wait = wait  # seconds that a scene may wait for company
        self.largest = largest  # scenes in one batch
        self._slots: deque[Slot] = deque()

    def __len__(self) -> int:
        return len(self._slots)

    def __iter__(self) -> Iterator[Slot]:
        return iter(self._slots)

    def add(self, slots: Iterable[Slot]) -> None:
        """Queue them in order."""
        self._slots.extend(slots)

    def clear(self) -> None:
        """Forget all."""
        self._slots.clear()

    def drop_ended(self) -> None:
        """Nobody waits for these any more."""
        self._slots = deque(slot for slot in self._slots if not slot.ticket.ended)

    def take(self, *, busy: bool, more_may_come: bool) -> list[Slot]:
        """The next batch; empty while it should wait.

        A busy model gets only full batches, so that late ones can still join the next. An idle one gets what
        there is, after a short wait if more is on its way.
        """
        if not self._slots:
            return []
        head = self._slots[0]
        key = bucket_of(head.prepared)
        group = [slot for slot in self._slots if bucket_of(slot.prepared) == key][: self.largest]
        short = len(group) < self.largest
        if short and (busy or (more_may_come and self.company_in(head) > 0)):
            return []
        taken = set(map(id, group))
        self._slots = deque(slot for slot in self._slots if id(slot) not in taken)
        return group

    def company_in(self, slot: Slot) -> float:
        """Seconds that it may still wait."""
        return self._wait - (time.monotonic() - slot.since)

    def patience(self) -> float:
        """Seconds until the oldest should go as it is."""
        return max(0.0, self.company_in(self._slots[0])) if self._slots else 1.0
