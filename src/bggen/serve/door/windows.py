"""Moving windows in this process's memory: when each caller came, for no longer than the window lasts.

Ours because the memory of `limits` (5.8) never forgets a caller and looks through all of them at every hit:
a public server grew and slowed down with its visitors. In Redis the library's windows are used.
"""

from __future__ import annotations

import itertools
import time
from collections import OrderedDict, deque


class Window:
    """At most `limit` hits of a caller within `seconds`; whoever stays away that long is forgotten.

    Used from the event loop only, so it needs no lock.
    """

    def __init__(self, limit: int, seconds: int) -> None:
        self.limit, self.seconds = limit, seconds
        self._hits: OrderedDict[str, deque[float]] = OrderedDict()  # who was counted last stands last

    def __len__(self) -> int:
        """Callers that are remembered."""
        return len(self._hits)

    def hit(self, caller: str, cost: int) -> bool:
        """Count `cost` hits, or none where there is no room for all: False. 0 asks for room for one."""
        now = time.monotonic()
        self._forget(now)
        if self.remaining(caller) < max(1, cost):
            return False
        if cost:
            self._hits.setdefault(caller, deque()).extend(itertools.repeat(now, cost))
            self._hits.move_to_end(caller)
        return True

    def remaining(self, caller: str) -> int:
        """Hits that a caller has left."""
        hits, gone = self._hits.get(caller, deque()), time.monotonic() - self.seconds
        while hits and hits[0] <= gone:
            hits.popleft()
        return self.limit - len(hits)

    def reset(self, caller: str) -> float:
        """Seconds until the caller's oldest hit leaves the window."""
        hits = self._hits.get(caller)
        return hits[0] + self.seconds - time.monotonic() if hits else 0.0

    def _forget(self, now: float) -> None:
        while self._hits:
            caller, hits = next(iter(self._hits.items()))
            if hits and hits[-1] > now - self.seconds:
                return
            del self._hits[caller]
