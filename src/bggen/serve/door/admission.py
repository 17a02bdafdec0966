"""The door of the queue, in requests and in bytes.

A request is refused at the door, before its body is read, where the queue is full already. From there on it
takes up bytes as they arrive, and a place from when all of them are here until its answer is ready: whoever
sends or takes slowly holds none.

Bytes are those of a request as long as it is here: of its body, of what was fetched for it, and of its
finished pictures until its client has taken them or is gone. How large an answer will be nobody knows
before, so an order counts what pictures took lately, as far as there is room for it. Where that was too
little, bytes go beyond their limit by what the orders under way come to, since nothing that was painted is
dropped; whatever comes next is refused until there is room again.

Where several callers share it, `Shares` says who may have more. Of places, one takes what others leave free,
but for one. A caller that has none finds that one, or, where another was quicker, the next that is given
back. Whoever is refused with less than an equal share is awaited: as long again as it was told to wait,
places that are given back are for those with less than that. Of bytes, none takes more than it leaves free:
one has up to a half, two up to a third each, and a caller's only request may have all that is free.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal

from bggen.metrics import Metrics
from bggen.serve.problems import Refusal, stopped
from bggen.serve.shares import Shares

Stage = Literal["arriving", "queued", "leaving"]
LEARNING = 0.2  # weight of the latest in a running mean
#: reasons of refusals for which the request can't help it
NO_ROOM = ("queue_full", "queue_bytes", "fair_share", "draining", "not_ready")


@dataclass(slots=True, eq=False)
class Place:
    """What a request takes up: bytes as they come and go, and a place in the queue in between."""

    caller: str | None = None  # who shares it with others; None where there are no others
    bytes: int = 0  # expected ones included
    expected: int = 0  # of its answer, as far as it isn't here
    stage: Stage = "arriving"
    waiting: asyncio.Timeout | None = None  # for something to come from outside


class Admission:
    """Used from the event loop only, so it needs no lock."""

    def __init__(self, count: int, bytes: int, metrics: Metrics) -> None:
        self._count, self._metrics = count, metrics
        self._known: set[Place] = set()
        self._in: Counter[Stage] = Counter()
        self._places, self._bytes = Shares(count), Shares(bytes)
        self._awaited: dict[str, float] = {}  # who was refused a place -> until when it may come for it
        self.seconds_each = 1.0  # running mean of what a request takes, for Retry-After
        self.bytes_each = 0.0  # running mean of what a picture of an answer takes; 0.0: none was made yet
        self.draining, self.stopped = False, False

    @property
    def places(self) -> int:
        """Those that are taken."""
        return self._places.taken

    @property
    def held(self) -> int:
        """Bytes that are taken."""
        return self._bytes.taken

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

    def expect(self, place: Place, pictures: int) -> None:
        """Its answer will have so many pictures: what they may take counts from here on, if there is room."""
        room = max(0, self._bytes.room(place.caller, place.bytes))
        place.expected = min(room, round(pictures * self.bytes_each))
        self._weigh(place, place.bytes + place.expected)
        self._tell()

    def made(self, place: Place, size: int) -> None:
        """A picture of its answer is finished, of `size` bytes; nobody may wait for it any more."""
        if place in self._known and place.stage == "queued":
            covered = min(place.expected, size)
            place.expected -= covered
            self._weigh(place, place.bytes + size - covered)
            self._tell()

    def finish(self, place: Place, size: int, pictures: int, seconds: float) -> None:
        """Its answer of `size` bytes is ready, and takes up nothing but those until it has been taken.

        `seconds` is what it took at the front of the queue.
        """
        self._move(place, "leaving")
        self._weigh(place, size)
        self.seconds_each += LEARNING * (seconds - self.seconds_each)
        self.bytes_each += (LEARNING if self.bytes_each else 1.0) * (size / pictures - self.bytes_each)
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
        waiting = self._waiting()
        if not self._places.may_take(place.caller, waiting):
            self._await(place.caller, waiting)
            if self.places >= self._count:
                raise self._refuse("queue_full", "the queue is full: try again later")
            raise self._over_share("places in the queue")
        self._refuse_where_too_many(place, size)

    def _waiting(self) -> Collection[str]:
        """Callers that were refused a place lately and may come for it again."""
        now = time.monotonic()
        self._awaited = {caller: until for caller, until in self._awaited.items() if until > now}
        return self._awaited

    def _await(self, caller: str | None, waiting: Collection[str]) -> None:
        """Keep places for one that is refused, as long again as it is told to wait."""
        if caller is None or not self._places.is_short(caller, waiting):
            return
        if caller in self._awaited or len(self._awaited) < self._count:  # no more than can have any
            self._awaited[caller] = time.monotonic() + 2 * self.retry_after()

    def _refuse_where_too_many(self, place: Place, size: int) -> None:
        """Where `size` more bytes for a request are too many."""
        if size > self._bytes.room(None):
            raise self._refuse("queue_bytes", "too many bytes are held already: try again later")
        if size and size > self._bytes.room(place.caller, place.bytes):
            raise self._over_share("bytes that may be held")

    def _over_share(self, what: str) -> Refusal:
        detail = f"your requests have their share of the {what}, the rest is for others: try again later"
        return self._refuse("fair_share", detail, 429)

    def _refuse(self, reason: str, detail: str, status: int = 503) -> Refusal:
        self._metrics.rejected.add(reason)
        return Refusal(status, reason, detail, retry_after=self.retry_after())

    def _move(self, place: Place, stage: Stage) -> None:
        self._places.take(place.caller, (stage == "queued") - (place.stage == "queued"))
        self._in[place.stage] -= 1
        self._in[stage] += 1
        place.stage = stage

    def _weigh(self, place: Place, size: int) -> None:
        """From here on it holds `size` bytes."""
        self._bytes.take(place.caller, size - place.bytes)
        place.bytes = size

    def _tell(self) -> None:
        self._metrics.queue_depth.set(self.places)
        self._metrics.queue_arriving.set(self._in["arriving"])
        self._metrics.queue_bytes.set(self.held)
