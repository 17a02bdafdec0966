"""Photos whose address is out of reach for a moment: asked again before the run says that they failed."""

from __future__ import annotations

import time
from dataclasses import dataclass

from bggen.batch.work import Work
from bggen.errors import FetchUnavailable

PAUSES = (5.0, 20.0, 60.0)  # seconds before the second, third and fourth try; all others go on meanwhile


@dataclass(frozen=True, slots=True)
class Waiting:
    """One of them."""

    work: Work
    error: FetchUnavailable  # of its last try
    due: float  # on the clock of time.monotonic


class Later:
    """Those that wait for their next try."""

    def __init__(self) -> None:
        self._tries: dict[str, int] = {}  # id -> how often it was put off
        self._waiting: list[Waiting] = []

    @property
    def ever(self) -> bool:
        """Whether any has waited so far."""
        return bool(self._tries)

    def put_off(self, work: Work, error: FetchUnavailable) -> bool:
        """Let a photo wait; False where it has had all its tries."""
        tries = self._tries.get(work.entry.id, 0)
        if tries == len(PAUSES):
            return False
        self._tries[work.entry.id] = tries + 1
        self._waiting.append(Waiting(work, error, time.monotonic() + PAUSES[tries]))
        return True

    def due(self) -> list[Work]:
        """Whose time has come."""
        now = time.monotonic()
        over = [waiting.work for waiting in self._waiting if waiting.due <= now]
        self._waiting = [waiting for waiting in self._waiting if waiting.due > now]
        return over

    def give_up(self) -> list[Waiting]:
        """All that wait: there is no more time."""
        waiting, self._waiting = self._waiting, []
        return waiting
