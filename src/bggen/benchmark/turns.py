"""Benchmarks at once on one machine: they load and compile beside one another, and time one after another.

A file lock says which: held by all that make ready, or by the one that times. The kernel drops it when a
process ends, kill -9 included.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO


class Turns:
    """A place among the benchmarks of a machine. Leave it by `close`, or as a context manager.

    `file`: the lock, the same for all of them. Where there is none, it can't be written or the system has no
    such locks, a benchmark is taken to be alone. `tell` hears of a wait.
    """

    def __init__(self, file: Path | None, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._handle: IO[bytes] | None = None
        if file is not None and sys.platform != "win32":
            with suppress(OSError):
                file.parent.mkdir(parents=True, exist_ok=True)
                self._handle = file.open("ab")

    def __enter__(self) -> Turns:
        """Make ready beside others; waits for one that times."""
        self._hold(exclusive=False)
        return self

    def alone(self) -> None:
        """Wait until no other makes ready or times, and keep all others waiting from then on."""
        self._hold(exclusive=True)

    def __exit__(self, *_: object) -> None:
        """Let the others go on."""
        if self._handle is not None:
            self._handle.close()

    def _hold(self, *, exclusive: bool) -> None:
        if self._handle is None or sys.platform == "win32":
            return
        import fcntl

        kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
        try:
            fcntl.flock(self._handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            self._tell("waiting for another benchmark on this machine")
            fcntl.flock(self._handle, kind)
        except OSError:  # a file system without locks
            self._handle.close()
            self._handle = None
