"""The door of the queue, in requests and in bytes: counted before a body is read or a fetched file kept."""

from __future__ import annotations

from dataclasses import dataclass

from bggen.metrics import Metrics
from bggen.serve.problems import Refusal


@dataclass(slots=True)
class Place:
    """What an admitted request takes up."""

    bytes: int


class Admission:
    """Used from the event loop only, so it needs no lock."""

    def __init__(self, count: int, bytes: int, metrics: Metrics) -> None:
        self._count, self._bytes, self._metrics = count, bytes, metrics
        self.places, self.held = 0, 0
        self.seconds_each = 1.0  # running mean of what a request takes, for Retry-After
        self.draining = False

    def enter(self, size: int) -> Place:
        """A place for a body of `size` bytes. Raises Refusal (503) at once where there is none."""
        if self.draining:
            raise self._refuse("draining", "the server is about to stop: ask another one, or again later")
        if self.places >= self._count:
            raise self._refuse("queue_full", "the queue is full: try again later")
        place = Place(0)
        self.hold(place, size)
        self.places += 1
        self._tell()
        return place

    def hold(self, place: Place, size: int) -> None:
        """Add `size` bytes to what a place takes up. Raises Refusal (503) where there is no room for them."""
        if self.held + size > self._bytes:
            raise self._refuse("queue_bytes", "too many bytes are waiting already: try again later")
        place.bytes += size
        self.held += size
        self._tell()

    def leave(self, place: Place, seconds: float | None) -> None:
        """Give the place back; `seconds` is what a finished picture took at the front of the queue."""
        self.places -= 1
        self.held -= place.bytes
        if seconds is not None:
            self.seconds_each += 0.2 * (seconds - self.seconds_each)
        self._tell()

    def retry_after(self) -> int:
        """Seconds until there may be room: whole, from 1 to 60."""
        return max(1, min(60, round(self.seconds_each * max(1, self.places // 2))))

    def _refuse(self, reason: str, detail: str) -> Refusal:
        self._metrics.rejected.add(reason)
        return Refusal(503, reason, detail, retry_after=self.retry_after())

    def _tell(self) -> None:
        self._metrics.queue_depth.set(self.places)
        self._metrics.queue_bytes.set(self.held)
