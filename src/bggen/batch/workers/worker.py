"""A worker process: `python -m bggen.batch.workers.worker HANDLE PARENT`.

Started as a plain command and not by `multiprocessing`, so that a caller's main module is never imported
a second time and torch never loads here.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection

from bggen.batch.workers import wire

NICENESS = 5
ALLOWANCE = 512  # MiB of address space that the libraries themselves map


def main(handle: int, parent: int) -> int:
    """Answer tasks until the run closes the line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the run decides
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # so does systemd
    die_with(parent)
    step_back()
    line: Connection = Connection(handle)
    settings, memory = wire.receive(line)
    import cv2

    from bggen.batch.workers import tasks

    cv2.setNumThreads(1)
    if memory:
        limit_memory(memory)
    while True:
        try:
            task = wire.receive(line)
        except (EOFError, OSError):
            return 0
        answer = tasks.perform(task, settings)
        del task
        try:
            wire.send(line, answer)
        except OSError:
            return 0
        del answer  # pixels must not wait here for the next task


def limit_memory(mebibytes: int) -> None:
    """A photo that needs more raises MemoryError here and costs one line; elsewhere it may kill the run."""
    import resource

    limit = (mebibytes + ALLOWANCE) * 2**20
    with suppress(ValueError, OSError):  # a stricter limit is set already
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def step_back() -> None:
    """Let whoever feeds a device or answers requests go first: they need little, and at once."""
    if hasattr(os, "nice"):  # not on Windows
        with suppress(OSError):
            os.nice(NICENESS)


def die_with(parent: int) -> None:
    """End when the run is killed, where the kernel offers it; else at the closed line."""
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:
        sys.exit(0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
