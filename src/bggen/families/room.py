"""How much memory there is for more."""

from __future__ import annotations

import contextlib
from pathlib import Path


def free_memory() -> int:
    """Bytes that may still be taken: of the machine, and of its container; endless where nobody says."""
    free = [2**62]
    with contextlib.suppress(OSError, ValueError, StopIteration):
        lines = Path("/proc/meminfo").read_text().splitlines()
        free.append(next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")))
    with contextlib.suppress(OSError, ValueError):  # "max" is no number
        group = Path("/sys/fs/cgroup")
        limit, used = (int((group / f"memory.{name}").read_text()) for name in ("max", "current"))
        stat = dict(line.split() for line in (group / "memory.stat").read_text().splitlines())
        free.append(limit - used + int(stat.get("inactive_file", 0)))  # which is given back when asked for
    return min(free)
