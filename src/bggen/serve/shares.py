"""How callers share what there is only so much of: places in the queue, bytes, threads that fetch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection


class Shares:
    """Who has how much of `total`. A caller of None shares with nobody: all that is free is its own.

    Places and threads come back whenever something is done, so they are lent: a caller takes what others
    leave free, but for the last one, which is for whoever has none (`may_take`). Bytes come back no sooner
    than clients take their answers, which may last: of them none takes more than it leaves free (`room`).
    """

    def __init__(self, total: int) -> None:
        self._total, self.taken = total, 0
        self._of: Counter[str] = Counter()  # by caller, those who have nothing left out

    def take(self, caller: str | None, more: int) -> None:
        """Count `more` as a caller's; less than 0 gives back."""
        self.taken += more
        if caller is not None:
            self._of[caller] += more
            if not self._of[caller]:
                del self._of[caller]

    def of(self, caller: str | None) -> int:
        """What a caller has."""
        return self._of[caller] if caller is not None else 0

    def may_take(self, caller: str | None, waiting: Collection[str]) -> bool:
        """Whether a caller may have one more while those of `waiting` want one as well.

        The last one is left for whoever has none; and while somebody waits who has less than an equal share,
        the others are for those with less.
        """
        free = self._total - self.taken
        if caller is None or not self.of(caller):
            return free >= 1
        equal = self._equal(caller, waiting)
        awaited = any(self.of(other) < equal for other in waiting if other != caller)
        return free >= 2 and (self.of(caller) < equal or not awaited)

    def is_short(self, caller: str, waiting: Collection[str]) -> bool:
        """Whether a caller has less than an equal share among all who have some, or wait for some."""
        return self.of(caller) < self._equal(caller, waiting)

    def _equal(self, caller: str, waiting: Collection[str]) -> int:
        return max(1, self._total // len({caller, *self._of, *waiting}))

    def room(self, caller: str | None, beside: int = 0) -> int:
        """How much more a caller may have without having more than it leaves free.

        `beside` is what it has for this one request: a caller's only one may have all that is free.
        """
        free = self._total - self.taken
        own = self.of(caller)
        return free if own <= beside else min(free, (free - own) // 2)
