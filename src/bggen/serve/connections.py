"""How many connections are open, and which of them goes when there is no room for another."""

from __future__ import annotations

import logging
import time
from collections import Counter
from typing import Protocol

from bggen.metrics import Metrics

log = logging.getLogger("bggen.serve")
COMPLAIN_EVERY = 60.0  # seconds between two lines about a crowd


class Connection(Protocol):
    """What is looked at in a connection."""

    address: str
    quiet_since: float  # on any one clock: when it was made, or its latest answer was complete

    def is_idle(self) -> bool:
        """Whether no request is under way, though one may have begun to arrive."""
        ...

    def is_stalled(self) -> bool:
        """Whether an answer waits for its client to take it."""
        ...

    def has_unread(self) -> bool:
        """Whether something has arrived that nobody has looked at yet."""
        ...

    def drop(self) -> None:
        """Hang up."""


class Connections:
    """At most `limit` at once, so that files and memory last; used from the event loop only.

    More only for a moment: of many that come at one go, a request may be waiting in each.
    """

    def __init__(self, limit: int, metrics: Metrics) -> None:
        self._limit, self._metrics = limit, metrics
        self._open: set[Connection] = set()
        self._complained = -COMPLAIN_EVERY

    def enter(self, connection: Connection) -> bool:
        """Count a new one; where there is no room, another is dropped for it. False if none can be."""
        if len(self._open) >= self._limit and not self._drop_one():
            self._metrics.rejected.add("too_many_connections")
            return False
        self._open.add(connection)
        self._metrics.connections.set(len(self._open))
        return True

    def leave(self, connection: Connection) -> None:
        """It is closed."""
        self._open.discard(connection)
        self._metrics.connections.set(len(self._open))

    def _drop_one(self) -> bool:
        """The quietest of the address that has most, or else one whose client doesn't take its answer."""
        self._complain()
        useless = [one for one in self._open if one.is_idle()] or [
            one for one in self._open if one.is_stalled()
        ]
        count = Counter(one.address for one in useless)
        useless.sort(key=lambda one: (-count[one.address], one.quiet_since))
        if (chosen := next((one for one in useless if not one.has_unread()), None)) is not None:
            self.leave(chosen)
            chosen.drop()
            self._metrics.connections_dropped.add()
        return bool(useless)

    def _complain(self) -> None:
        now = time.monotonic()
        if now - self._complained > COMPLAIN_EVERY:
            self._complained = now
            log.warning("%d connections are open: each new one ends an idle one", self._limit)
