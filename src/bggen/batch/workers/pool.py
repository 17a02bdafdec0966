"""Worker processes with a memory limit, a time limit, and a name for whoever dies.

Each has a line of its own, so a death is never blamed on another item.
"""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Literal

from bggen.batch.workers import child, wire
from bggen.settings import Settings

LEAVE = 3.0  # seconds for an idle worker to end once its line is closed
SENDING = 30.0  # seconds for a task to get on through the line: a process that starts takes none in yet
RECEIVING = 10.0  # the same for an answer that has begun
GLANCE = 1.0  # seconds that a look may come late: more means that we were stopped, and the workers with us
#: one thread a worker, since there is a worker a core
SINGLE = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR")}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A task that ended: with an answer, or with the worker's death."""

    tag: Any
    how: Literal["answer", "died", "timeout"]
    answer: Any = None
    detail: str = ""


class Worker:
    """One process and its line."""

    def __init__(self, settings: Settings, memory: int, inherit: Sequence[int]) -> None:
        self.process, self.line = child.start(
            "bggen.batch.workers.worker", SENDING, RECEIVING, quiet=True, inherit=inherit, environ=SINGLE
        )
        self.tag: Any = None
        self.given = self.until = 0.0  # on the clock of time.monotonic: when it got its task, and its limit
        self._sending: threading.Thread | None = None
        self._send((settings, memory))

    def give(self, task: Any) -> None:
        """Hand it a task. Nobody waits for one that is only starting, or stopped: a thread does."""
        self._sending = threading.Thread(target=self._send, args=(task,), daemon=True)
        self._sending.start()

    def _send(self, message: Any) -> None:
        """A worker that has died in the meantime, or takes nothing in, shows at the next `wait`."""
        sent = False
        try:
            with suppress(OSError):
                wire.send(self.line, message)
                sent = True
        finally:
            if not sent:  # what it has of the message would spoil the next one
                self.process.kill()

    def end(self, *, kill: bool) -> int | None:
        """Close the line; returns the exit status. One that doesn't leave by itself is killed.

        None for one that even that can't end.
        """
        if kill:
            self.process.kill()
        if self._sending is not None:  # it fails now, if it isn't over
            self._sending.join(child.REAPING)
        self.line.close()
        if not kill:
            with suppress(subprocess.TimeoutExpired):  # stuck in a library's own ending, with nothing to lose
                return self.process.wait(LEAVE)
        return child.reaped(self.process)


class Pool:
    """Starts workers as there is work, up to `size`; used from one thread."""

    def __init__(
        self,
        size: int,
        settings: Settings,
        memory: int = 0,
        timeout: float = 300.0,
        inherit: Sequence[int] = (),
    ) -> None:
        self.size, self.deaths = size, 0
        self._settings, self._memory, self.timeout = settings, memory, timeout
        self._inherit, self._looked = inherit, 0.0
        self._idle: list[Worker] = []
        self._busy: dict[Connection, Worker] = {}

    def free(self) -> int:
        """How many tasks would start at once."""
        return self.size - len(self._busy)

    def writing(self) -> bool:
        """Whether a picture is being finished right now; tags are (step, subject)."""
        return any(worker.tag[0] == "complete" for worker in self._busy.values())

    def submit(self, tag: Any, task: Any) -> None:
        """Start a task; call only while `free()`."""
        worker = self._living() or Worker(self._settings, self._memory, self._inherit)
        worker.tag, worker.given = tag, time.monotonic()
        worker.until = worker.given + self.timeout
        self._busy[worker.line] = worker
        worker.give(task)

    def _living(self) -> Worker | None:
        """An idle worker; one that was killed meanwhile must not be blamed on the next task."""
        while self._idle:
            worker = self._idle.pop()
            if worker.process.poll() is None:
                return worker
            worker.end(kill=False)
        return None

    def wait(self, seconds: float, *others: Any) -> list[Outcome]:
        """What ended within `seconds`; returns early when one of `others` (files) has something to read."""
        ready = wait([*self._busy, *others], seconds)
        outcomes = [self._collect(self._busy[line]) for line in ready if line in self._busy]
        self._forgive(seconds)
        return outcomes + [self._overdue(w) for w in list(self._busy.values()) if w.until < self._looked]

    def _forgive(self, seconds: float) -> None:
        """Take what lies between two looks off a worker's time, beyond the `seconds` that one may wait."""
        before, self._looked = self._looked, time.monotonic()
        for worker in self._busy.values():
            worker.until += max(0.0, self._looked - max(before, worker.given) - seconds - GLANCE)

    def _collect(self, worker: Worker) -> Outcome:
        try:
            answer = wire.receive(worker.line)
        except EOFError:
            return self._dead(worker, "died")
        except OSError:  # stopped in the middle of its answer
            return self._dead(worker, "died", kill=True)
        del self._busy[worker.line]
        self._idle.append(worker)
        return Outcome(worker.tag, "answer", answer)

    def _overdue(self, worker: Worker) -> Outcome:
        return self._dead(worker, "timeout", kill=True)

    def _dead(self, worker: Worker, how: Literal["died", "timeout"], *, kill: bool = False) -> Outcome:
        del self._busy[worker.line]
        self.deaths += 1
        return Outcome(worker.tag, how, detail=child.ending(worker.end(kill=kill)))

    def close(self, *, kill: bool = False) -> None:
        """End all workers; those under way too, when `kill`."""
        for worker in [*self._idle, *self._busy.values()]:
            worker.end(kill=kill or worker.line in self._busy)
        self._idle, self._busy = [], {}
