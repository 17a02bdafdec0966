"""What is out of reach for a moment, a photo's address or the store of pictures, is asked again.

Only after its last try does the run say that it failed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bggen.batch.workers.tasks import Trouble, kind_of
from bggen.errors import BggenError

PAUSES = (5.0, 20.0, 60.0)  # seconds before the second, third and fourth try
TURN = 0.25  # seconds in which one that waits hears that it is to end
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Waiting(Generic[T]):
    """One that waits."""

    subject: T
    trouble: Trouble  # of its last try
    due: float  # on the clock of time.monotonic


class Later(Generic[T]):
    """Those that wait for their next try; all others go on meanwhile."""

    def __init__(self) -> None:
        self._tries: dict[str, int] = {}  # name -> how often it was put off
        self._waiting: list[Waiting[T]] = []

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def ever(self) -> bool:
        """Whether any has waited so far."""
        return bool(self._tries)

    def put_off(self, name: str, subject: T, trouble: Trouble) -> bool:
        """Let it wait; False for a trouble that doesn't pass, and where it has had all its tries."""
        tries = self._tries.get(name, 0)
        if trouble.kind != "away" or tries == len(PAUSES):
            return False
        self._tries[name] = tries + 1
        self._waiting.append(Waiting(subject, trouble, time.monotonic() + PAUSES[tries]))
        return True

    def due(self) -> list[T]:
        """Whose time has come."""
        now = time.monotonic()
        over = [waiting.subject for waiting in self._waiting if waiting.due <= now]
        self._waiting = [waiting for waiting in self._waiting if waiting.due > now]
        return over

    def last_due(self) -> float:
        """When the last of those that wait is due, on the clock of time.monotonic."""
        return max((waiting.due for waiting in self._waiting), default=0.0)

    def give_up(self) -> list[Waiting[T]]:
        """All that wait: there is no more time."""
        waiting, self._waiting = self._waiting, []
        return waiting


def patiently(
    act: Callable[[], T],
    say: Callable[[str], None] = lambda _: None,
    go_on: Callable[[], bool] = lambda: True,
) -> T:
    """The same for whoever has nothing else to do meanwhile. Raises what the last try raised.

    Args:
        say: is told of the first try that failed.
        go_on: asked while it waits; there is no further try once it says no.
    """
    for number, pause in enumerate(PAUSES):
        try:
            return act()
        except BggenError as error:
            if kind_of(error) != "away" or not go_on():
                raise
            if number == 0:
                say(f"{error}: asked again within two minutes")
            until = time.monotonic() + pause
            while (left := until - time.monotonic()) > 0:
                time.sleep(min(TURN, left))
                if not go_on():
                    raise
    return act()
