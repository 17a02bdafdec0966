"""Scenes that wait for the device, by shape: a batch is of one canvas size and one set of model settings."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Sequence

from bggen.batch.stream.painting import BatchSize, bucket_of, ran_out_of_memory
from bggen.batch.workers.work import Ticket

BUDGET = 2 * 2**30  # bytes of waiting scenes at most


class Buckets:
    """First come, first served within a shape."""

    def __init__(self) -> None:
        self._by_shape: dict[Hashable, deque[Ticket]] = {}
        self._bytes = 0

    def __len__(self) -> int:
        return sum(len(bucket) for bucket in self._by_shape.values())

    def full(self) -> bool:
        """Whether memory speaks against more."""
        return self._bytes >= BUDGET

    def add(self, ticket: Ticket, *, alone: bool = False) -> None:
        """Put a scene with its like; `alone`: it must not share a batch again."""
        shape = bucket_of(ticket.prepared)
        self._by_shape.setdefault((shape, id(ticket)) if alone else shape, deque()).append(ticket)
        self._bytes += ticket.bytes

    def again(self, tickets: Sequence[Ticket], error: BaseException | None, batch: BatchSize) -> bool:
        """After a batch failed, put its scenes back in smaller company; False: one failed all alone."""
        if len(tickets) == 1:
            return False
        if memory := ran_out_of_memory(error):
            batch.out_of_memory(len(tickets))
        for ticket in tickets:
            self.add(ticket, alone=not memory)
        return True

    def take(self, size: int, *, short: bool) -> list[Ticket]:
        """A batch of `size`; with `short`, the longest one there is instead of none."""
        shapes = (shape for shape, bucket in self._by_shape.items() if len(bucket) >= size)
        shape = next(shapes, None)
        if shape is None and short and self._by_shape:
            shape = max(self._by_shape, key=lambda key: len(self._by_shape[key]))
        if shape is None:
            return []
        bucket = self._by_shape[shape]
        tickets = [bucket.popleft() for _ in range(min(size, len(bucket)))]
        if not bucket:
            del self._by_shape[shape]
        self._bytes -= sum(ticket.bytes for ticket in tickets)
        return [ticket for ticket in tickets if not ticket.work.ended]
