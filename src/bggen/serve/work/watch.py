"""Ends processes of ours that are stopped, or stand still over their work.

A thread of its own looks at them, so that whoever is talking to such a process is freed too: its line breaks.
What counts are looks, not seconds: where all of us were stopped, by a terminal or with the machine, nobody is
to blame.
"""

from __future__ import annotations

import logging
import subprocess
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bggen.batch.workers.pool import Pool

log = logging.getLogger("bggen.serve")
Process = subprocess.Popen[bytes]
STARTING = 30.0  # seconds more for a step that begins with its process, on a busy machine
LOOK = 0.25  # seconds between two looks
STOPPED = 8  # looks in a row that find a process stopped: 2 s
STILL = 40  # looks in a row in which one that has work has hardly used the processor: 10 s


class WatchedPool(Pool):
    """CPU processes that say which of them have something to do, and have time to start."""

    def submit(self, tag: Any, task: Any) -> None:
        """As the pool has it. Loading must not count: where steps have little time, none would ever load."""
        known = self.processes()
        super().submit(tag, task)
        for worker in self._busy.values():
            if worker.process not in known:
                worker.until += STARTING

    def processes(self) -> dict[Process, int]:
        """All of them; 1 tick for one that is at work, see `Watch.over`."""
        idle = {worker.process: 0 for worker in self._idle}
        return idle | {worker.process: 1 for worker in self._busy.values()}


@dataclass(slots=True)
class Seen:
    """What the looks at a process came to."""

    used: int = -1  # ticks of the processor's time, when it last got on
    stopped: int = 0  # looks in a row
    still: int = 0  # looks in a row

    def look(self, state: str, used: int, least: int) -> str:
        """Take in one look; returns why the process should be ended, or nothing."""
        self.stopped = self.stopped + 1 if state == "T" else 0
        if self.used >= 0 and used - self.used < least:
            self.still += 1
        else:
            self.used, self.still = used, 0
        if self.stopped >= STOPPED:
            return "it is stopped"
        return "it stands still over its work" if self.still >= STILL else ""


class Watch:
    """Looks at the processes that it was told of last; where there is no /proc, at none."""

    def __init__(self) -> None:
        self._processes: Mapping[Process, int] = {}
        self._seen: dict[Process, Seen] = {}
        self._over = threading.Event()

    def start(self) -> None:
        """Begin to look."""
        threading.Thread(target=self._run, name="watch", daemon=True).start()

    def over(self, processes: Mapping[Process, int]) -> None:
        """From here on look at these; for each the ticks that it ought to use in `STILL` looks, 0 if none."""
        self._processes = processes

    def close(self) -> None:
        """Look no more."""
        self._over.set()

    def look(self) -> None:
        """Look once at each, and end those that had their time."""
        processes = self._processes
        self._seen = {process: self._seen.get(process, Seen()) for process in processes}
        for process, least in processes.items():
            if (now := state_of(process.pid)) is None:
                continue
            if why := self._seen[process].look(*now, least):
                log.error("process %d is ended: %s", process.pid, why)
                self._seen[process] = Seen()  # once is enough
                process.kill()

    def _run(self) -> None:
        while not self._over.wait(LOOK):
            self.look()


def state_of(pid: int) -> tuple[str, int] | None:
    """(state's letter, ticks of the processor's time that all its threads used) of a process."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has gone, or this system has no such place
        return None
    return fields[0], int(fields[11]) + int(fields[12])
