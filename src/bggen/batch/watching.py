"""With --watch: which photos may be taken up, and how often what takes long is done."""

from __future__ import annotations

import math
import time

from bggen.batch import stamps, stores
from bggen.batch.items import Item

EVERY = 600.0  # seconds between two reports, or two looks for photos that are gone
SHARE = 20  # such work takes no more than this part of the time: a report of 200,000 rows takes 15 s
AGAIN = 600.0  # seconds: a trouble of the moment is not over at the next look
WHOLE = "whole"  # stands for a stamp: what an address brings is never half-written


class Settling:
    """A file counts once it has looked the same twice in a row."""

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}

    def ready(self, items: list[Item]) -> list[Item]:
        """Those that have stopped growing since the last look."""
        now = {item.source: item.stamp or _stamp(item.source) for item in items}
        same = [
            item for item in items if now[item.source] and self._seen.get(item.source) == now[item.source]
        ]
        self._seen = now
        return same


class Rhythm:
    """Lets work that holds up the photos be done at once the first time, and then now and then."""

    def __init__(self) -> None:
        self._next = self._began = -math.inf

    def due(self) -> bool:
        """Whether it may be done again; `done` must follow if so."""
        self._began = time.monotonic()
        return self._began >= self._next

    def done(self) -> None:
        """It has been done now: the longer it took, the longer it rests."""
        now = time.monotonic()
        self._next = now + max(EVERY, SHARE * (now - self._began))


class Rest:
    """What was tried or fetched a moment ago is left alone for a while, unless it is seen to have changed."""

    def __init__(self) -> None:
        self._since: dict[str, float] = {}  # id -> on the clock of time.monotonic

    def begin(self, id: str) -> None:
        """An item has ended now."""
        self._since[id] = time.monotonic()

    def over(self, id: str) -> bool:
        """Whether it may be tried again; what this process has not tried may."""
        since = self._since.get(id)
        return since is None or time.monotonic() - since >= AGAIN


def _stamp(source: str) -> str:
    return WHOLE if stores.is_url(source) else stamps.of_file(source)
