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

    More only for a moment: of many that come at one go, a request may be waiting in each. Once that has been
    looked at, `settle` has those go that there is no room for.
    """

    def __init__(self, limit: int, metrics: Metrics) -> None:
        self._limit, self._metrics = limit, metrics
        self._open: set[Connection] = set()
        self._complained = -COMPLAIN_EVERY

    def enter(self, connection: Connection) -> bool:
        """Count a new one; where there is no room, another is dropped for it. False if none can be."""
        if len(self._open) >= self._limit:
            self._complain()
            useless = self._useless()
            if not useless:
                self._metrics.rejected.add("too_many_connections")
                return False
            self._drop_first(useless)
        self._open.add(connection)
        self._metrics.connections.set(len(self._open))
        return True

    def leave(self, connection: Connection) -> None:
        """It is closed."""
        self._open.discard(connection)
        self._metrics.connections.set(len(self._open))

    def settle(self) -> None:
        """Something that waited was read, or answered: no more than `limit` need stay open for it."""
        while len(self._open) > self._limit and self._drop_first(self._useless()):
            pass

    def _useless(self) -> list[Connection]:
        """The quietest of the address that has most first; if none is idle, whose client takes no answer."""
        useless = [one for one in self._open if one.is_idle()] or [
            one for one in self._open if one.is_stalled()
        ]
        count = Counter(one.address for one in useless)
        return sorted(useless, key=lambda one: (-count[one.address], one.quiet_since))

    def _drop_first(self, useless: list[Connection]) -> bool:
        """Of those in which no request may be waiting; False if there is none."""
        chosen = next((one for one in useless if not one.has_unread()), None)
        if chosen is None:
            return False
        self.leave(chosen)
        chosen.drop()
        self._metrics.connections_dropped.add()
        return True

    def _complain(self) -> None:
        now = time.monotonic()
        if now - self._complained > COMPLAIN_EVERY:
            self._complained = now
            log.warning("%d connections are open: each new one ends an idle one", self._limit)
