"""One run a state folder: an flock that the kernel drops when the last holder dies, kill -9 included."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path
from types import TracebackType

from bggen.errors import Locked, UsageError

GRACE = 1.0  # seconds that a killed run's worker processes may need to vanish


class RunLock:
    """Holds `lock` in a state folder. Worker processes inherit it: an orphan that still writes keeps it."""

    def __init__(self, folder: Path, wait: float = 0.0) -> None:
        """Raises Locked when another run holds it longer than `wait` seconds, UsageError without rights."""
        self.path = folder / "lock"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise UsageError(
                f"{folder}: can't be written ({error.strerror}): give another -o or --state-dir"
            ) from error
        until = time.monotonic() + max(wait, GRACE)
        while not self._taken():
            if time.monotonic() > until:
                os.close(self._handle)
                raise Locked(f"{folder}: another run works here: wait for it, or use --wait-lock SECONDS")
            time.sleep(0.1)

    def _taken(self) -> bool:
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            raise UsageError(
                f"{self.path}: this file system knows no locks ({error.strerror}): give a local --state-dir"
            ) from error
        return True

    def fileno(self) -> int:
        """For worker processes to inherit."""
        return self._handle

    def stands(self) -> bool:
        """False once the state folder was removed under the run."""
        try:
            return os.stat(self.path).st_ino == os.fstat(self._handle).st_ino  # noqa: PTH116
        except OSError:
            return False

    def release(self) -> None:
        """Also freed by the kernel at exit."""
        os.close(self._handle)

    def __enter__(self) -> RunLock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
