"""The door of the queue, in requests and in bytes.

A request is refused at the door, before its body is read, where the queue is full already. From there on it
takes up bytes as they arrive, and a place once all of them are here: whoever sends slowly holds neither.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bggen.metrics import Metrics
from bggen.serve.problems import Refusal, stopped


@dataclass(slots=True, eq=False)
class Place:
    """What a request takes up: bytes as they come, and a place in the queue."""

    bytes: int = 0
    entered: bool = False
    waiting: asyncio.Timeout | None = None  # for something to come from outside


class Admission:
    """Used from the event loop only, so it needs no lock."""

    def __init__(self, count: int, bytes: int, metrics: Metrics) -> None:
        self._count, self._bytes, self._metrics = count, bytes, metrics
        self._known: set[Place] = set()
        self.places, self.held = 0, 0
        self.seconds_each = 1.0  # running mean of what a request takes, for Retry-After
        self.draining, self.stopped = False, False

    @property
    def under_way(self) -> int:
        """Requests that were let in, those that are still arriving included."""
        return len(self._known)

    def let_in(self, size: int) -> Place:
        """A body of `size` bytes may begin to arrive. Raises Refusal (503) where it would find no room."""
        if self.draining:
            raise self._refuse("draining", "the server is about to stop: ask another one, or again later")
        self._refuse_where_full(size)
        place = Place()
        self._known.add(place)
        self._tell()
        return place

    def hold(self, place: Place, size: int) -> None:
        """`size` more bytes are here. Raises Refusal (503) where there is no room for them."""
        self._refuse_where_too_many(size)
        place.bytes += size
        self.held += size
        self._tell()

    def enter(self, place: Place) -> None:
        """All of a body is here: its request has a place. Raises Refusal (503) where none is left."""
        self._refuse_where_full(0)
        place.entered = True
        self.places += 1
        self._tell()

    def leave(self, place: Place, seconds: float | None) -> None:
        """Give back what it took up; `seconds` is what a finished picture took at the front of the queue."""
        self._known.discard(place)
        self.places -= place.entered
        self.held -= place.bytes
        if seconds is not None:
            self.seconds_each += 0.2 * (seconds - self.seconds_each)
        self._tell()

    @asynccontextmanager
    async def patience(self, place: Place, until: float) -> AsyncIterator[None]:
        """Wait inside for what comes from outside: a body, a fetched file.

        Raises TimeoutError at `until`, on the clock of time.monotonic(), and Refusal (503) on `stop`.
        """
        try:
            seconds = 0.0 if self.stopped else max(0.0, until - time.monotonic())
            async with asyncio.timeout(seconds) as place.waiting:
                yield
        except TimeoutError:
            if self.stopped:
                raise stopped() from None
            raise
        finally:
            place.waiting = None

    def stop(self) -> None:
        """Wait for nothing from outside any more."""
        self.stopped = True
        for place in self._known:
            if place.waiting is not None:
                place.waiting.reschedule(0.0)

    def retry_after(self) -> int:
        """Seconds until there may be room: whole, from 1 to 60."""
        return max(1, min(60, round(self.seconds_each * max(1, self.places // 2))))

    def too_large(self, limit: int) -> Refusal:
        """For a body of more than `limit` bytes, announced or here."""
        self._metrics.rejected.add("too_many_bytes")
        return Refusal(413, "too_many_bytes", f"the upload is over {limit:,} bytes: scale the picture down")

    def _refuse_where_full(self, size: int) -> None:
        if self.places >= self._count:
            raise self._refuse("queue_full", "the queue is full: try again later")
        self._refuse_where_too_many(size)

    def _refuse_where_too_many(self, size: int) -> None:
        if self.held + size > self._bytes:
            raise self._refuse("queue_bytes", "too many bytes are waiting already: try again later")

    def _refuse(self, reason: str, detail: str) -> Refusal:
        self._metrics.rejected.add(reason)
        return Refusal(503, reason, detail, retry_after=self.retry_after())

    def _tell(self) -> None:
        self._metrics.queue_depth.set(self.places)
        self._metrics.queue_arriving.set(len(self._known) - self.places)
        self._metrics.queue_bytes.set(self.held)
