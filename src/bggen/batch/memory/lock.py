"""One run a state folder: an flock that the kernel drops when the last holder dies, kill -9 included."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import secrets
import time
from pathlib import Path
from types import TracebackType

from bggen.batch.places import outs
from bggen.errors import BggenError, Locked, UsageError, WriteFailed

GRACE = 1.0  # seconds that a killed run's worker processes may need to vanish


class RunLock:
    """Holds `lock` in a state folder. Worker processes inherit it: an orphan that still writes keeps it."""

    def __init__(self, folder: Path, wait: float = 0.0) -> None:
        """Raises Locked when another run holds it longer than `wait` seconds, UsageError without rights.

        Raises WriteFailed where the disk is full or fails.
        """
        self.path = folder / "lock"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise self._refused(error) from error
        until = time.monotonic() + max(wait, GRACE)
        while not self._taken():
            if time.monotonic() > until:
                os.close(self._handle)
                raise Locked(f"{folder}: another run works here: wait for it, or use --wait-lock SECONDS")
            time.sleep(0.1)
        self.tag = self._tag()

    def _tag(self) -> str:
        """Eight hex digits that stay with the folder, wherever it is moved: they mark its runs' files."""
        found = os.pread(self._handle, 8, 0).decode("ascii", "replace")
        if re.fullmatch("[0-9a-f]{8}", found):
            return found
        fresh = secrets.token_hex(4)
        try:
            os.pwrite(self._handle, fresh.encode(), 0)
        except OSError as error:
            os.close(self._handle)
            raise self._refused(error) from error
        return fresh

    def _refused(self, error: OSError) -> BggenError:
        """A disk that is full is no wrong option: the same run may go well tomorrow."""
        said = f"{self.path.parent}: can't be written ({error.strerror})"
        if error.errno in outs.DISK - {errno.EROFS}:
            return WriteFailed(f"{said}: make room, and start it again")
        return UsageError(f"{said}: give another -o or --state-dir")

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
            return os.stat(self.path).st_ino == os.fstat(self._handle).st_ino  # noqa: PTH116 - beside os.fstat
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
