"""The door of the queue, in requests and in bytes.

A request is refused at the door, before its body is read, where the queue is full already. From there on it
takes up bytes as they arrive, and a place from when all of them are here until its answer is ready: whoever
sends or takes slowly holds none.

Where several callers share it, none takes more than it leaves free, in places as in bytes: one has up to a
half, two up to a third each, and the next one still finds room. A caller's only request may have all of it.
Answers are as large as they are: what they make of a caller's bytes beyond a half is not held against others.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal

from bggen.metrics import Metrics
from bggen.serve.problems import Refusal, stopped

Stage = Literal["arriving", "queued", "leaving"]
#: reasons of refusals for which the request can't help it
NO_ROOM = ("queue_full", "queue_bytes", "fair_share", "draining", "not_ready")


@dataclass(slots=True, eq=False)
class Place:
    """What a request takes up: bytes as they come and go, and a place in the queue in between."""

    caller: str | None = None  # who shares it with others; None where there are no others
    bytes: int = 0
    stage: Stage = "arriving"
    waiting: asyncio.Timeout | None = None  # for something to come from outside


class Admission:
    """Used from the event loop only, so it needs no lock."""

    def __init__(self, count: int, bytes: int, metrics: Metrics) -> None:
        self._count, self._bytes, self._metrics = count, bytes, metrics
        self._known: set[Place] = set()
        self._in: Counter[Stage] = Counter()
        self._places_of: Counter[str] = Counter()  # by caller, those who have none left out
        self._bytes_of: Counter[str] = Counter()
        self.held = 0
        self.seconds_each = 1.0  # running mean of what a request takes, for Retry-After
        self.draining, self.stopped = False, False

    @property
    def places(self) -> int:
        """Those that are taken."""
        return self._in["queued"]

    @property
    def under_way(self) -> int:
        """Requests that were let in and have not left, be they still arriving or leaving."""
        return len(self._known)

    def let_in(self, size: int, caller: str | None = None) -> Place:
        """A body of `size` bytes may begin to arrive. Raises Refusal (429, 503) where there is no room."""
        if self.draining:
            raise self._refuse("draining", "the server is about to stop: ask another one, or again later")
        place = Place(caller)
        self._refuse_where_full(place, size)
        self._known.add(place)
        self._in[place.stage] += 1
        self._tell()
        return place

    def hold(self, place: Place, size: int) -> None:
        """`size` more bytes are here. Raises Refusal (429, 503) where there is no room for them."""
        self._refuse_where_too_many(place, size)
        self._weigh(place, place.bytes + size)
        self._tell()

    def enter(self, place: Place) -> None:
        """All of a body is here: its request has a place. Raises Refusal (429, 503) where none is left."""
        self._refuse_where_full(place, 0)
        self._move(place, "queued")
        self._tell()

    def finish(self, place: Place, size: int, seconds: float) -> None:
        """Its answer of `size` bytes is ready, and takes up nothing but those until it has been taken.

        `seconds` is what it took at the front of the queue.
        """
        self._move(place, "leaving")
        self._weigh(place, size)
        self.seconds_each += 0.2 * (seconds - self.seconds_each)
        self._tell()

    def leave(self, place: Place) -> None:
        """Give back what it took up."""
        self._move(place, "leaving")
        self._weigh(place, 0)
        self._in[place.stage] -= 1
        self._known.remove(place)
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
            if place.waiting is not None and not place.waiting.expired():
                place.waiting.reschedule(0.0)

    def retry_after(self) -> int:
        """Seconds until there may be room: whole, from 1 to 60."""
        return max(1, min(60, round(self.seconds_each * max(1, self.places // 2))))

    def too_large(self, limit: int) -> Refusal:
        """For a body of more than `limit` bytes, announced or here."""
        self._metrics.rejected.add("too_many_bytes")
        return Refusal(413, "too_many_bytes", f"the upload is over {limit:,} bytes: scale the picture down")

    def _refuse_where_full(self, place: Place, size: int) -> None:
        """Where one more place or `size` more bytes for a request that has no place yet are too many."""
        if self.places >= self._count:
            raise self._refuse("queue_full", "the queue is full: try again later")
        own = self._places_of[place.caller] if place.caller is not None else 0
        if own and own + 1 > self._count - (self.places + 1):
            raise self._over_share("places in the queue")
        self._refuse_where_too_many(place, size)

    def _refuse_where_too_many(self, place: Place, size: int) -> None:
        """Where `size` more bytes for a request are too many."""
        held = self.held - sum(max(0, own - self._bytes // 2) for own in self._bytes_of.values())
        if held + size > self._bytes:
            raise self._refuse("queue_bytes", "too many bytes are waiting already: try again later")
        own = self._bytes_of[place.caller] if place.caller is not None else 0
        if size and own > place.bytes and own + size > self._bytes - (held + size):
            raise self._over_share("bytes that may wait")

    def _over_share(self, what: str) -> Refusal:
        detail = f"your requests have as many of the {what} as they leave for others: try again later"
        return self._refuse("fair_share", detail, 429)

    def _refuse(self, reason: str, detail: str, status: int = 503) -> Refusal:
        self._metrics.rejected.add(reason)
        return Refusal(status, reason, detail, retry_after=self.retry_after())

    def _move(self, place: Place, stage: Stage) -> None:
        if place.caller is not None:
            _count(self._places_of, place.caller, (stage == "queued") - (place.stage == "queued"))
        self._in[place.stage] -= 1
        self._in[stage] += 1
        place.stage = stage

    def _weigh(self, place: Place, size: int) -> None:
        """From here on it holds `size` bytes."""
        if place.caller is not None:
            _count(self._bytes_of, place.caller, size - place.bytes)
        self.held += size - place.bytes
        place.bytes = size

    def _tell(self) -> None:
        self._metrics.queue_depth.set(self.places)
        self._metrics.queue_arriving.set(self._in["arriving"])
        self._metrics.queue_bytes.set(self.held)


def _count(of: Counter[str], caller: str, more: int) -> None:
    """Keep nobody's name who has nothing left."""
    of[caller] += more
    if not of[caller]:
        del of[caller]
