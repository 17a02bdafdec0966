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

from bggen.batch.pool import Pool

log = logging.getLogger("bggen.serve")
Process = subprocess.Popen[bytes]
LOOK = 0.25  # seconds between two looks
STOPPED = 8  # looks in a row that find a process stopped: 2 s
STILL = 40  # looks in a row that find one that has work but hasn't used the processor: 10 s


class WatchedPool(Pool):
    """CPU processes that say which of them have something to do."""

    def processes(self) -> dict[Process, bool]:
        """All of them; True for one that is at work."""
        idle = {worker.process: False for worker in self._idle}
        return idle | {worker.process: True for worker in self._busy.values()}


@dataclass(slots=True)
class Seen:
    """What the looks at a process came to."""

    used: int = -1  # ticks of the processor's time
    stopped: int = 0  # looks in a row
    still: int = 0  # looks in a row

    def look(self, state: str, used: int, at_work: bool) -> str:
        """Take in one look; returns why the process should be ended, or nothing."""
        self.stopped = self.stopped + 1 if state == "T" else 0
        self.still = self.still + 1 if at_work and used == self.used else 0
        self.used = used
        if self.stopped >= STOPPED:
            return "it is stopped"
        return "it stands still over its work" if self.still >= STILL else ""


class Watch:
    """Looks at the processes that it was told of last; where there is no /proc, at none."""

    def __init__(self) -> None:
        self._processes: Mapping[Process, bool] = {}
        self._seen: dict[Process, Seen] = {}
        self._over = threading.Event()

    def start(self) -> None:
        """Begin to look."""
        threading.Thread(target=self._run, name="watch", daemon=True).start()

    def over(self, processes: Mapping[Process, bool]) -> None:
        """From here on look at these; True for one that ought to use the processor."""
        self._processes = processes

    def close(self) -> None:
        """Look no more."""
        self._over.set()

    def look(self) -> None:
        """Look once at each, and end those that had their time."""
        processes = self._processes
        self._seen = {process: self._seen.get(process, Seen()) for process in processes}
        for process, at_work in processes.items():
            if (now := state_of(process.pid)) is None:
                continue
            if why := self._seen[process].look(*now, at_work):
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
