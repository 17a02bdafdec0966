"""With --watch: which photos may be taken up, and how often the report follows."""

from __future__ import annotations

import time

from bggen.batch import stamps, stores
from bggen.batch.items import Item

REPORT_EVERY = 600.0  # seconds: to write one takes seconds for tens of thousands of items
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
