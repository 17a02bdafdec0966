"""The worker's end of the model's process: started, watched, ended and started again."""

from __future__ import annotations

import logging
import queue
import subprocess
import threading
import time
from multiprocessing.connection import Connection
from typing import Any

from bggen.batch.workers import child, wire
from bggen.options import Options
from bggen.serve.orders import POISONED, Beat, Broken, Cancel, Failure, Paint, Painted, Terms, Warm
from bggen.settings import Settings
from bggen.spec import PainterInfo

log = logging.getLogger("bggen.serve")
SILENCE = 4.0  # seconds without a beat after which it doesn't count as ready
GLANCE = 1.0  # seconds between two looks that count at most: more means that we were stopped, and it with us
RECEIVING = 15.0  # seconds for a message of its to go on, once it has begun
LOADING = 900.0  # seconds without a beat while loading, before it counts as hung
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 30.0  # seconds between two starts, doubled until a picture is painted
DIED = "worker_died"  # reason word
UNLOADED = 5  # deaths in a row over loading: another start would end as they did


class Outbox:
    """What goes to a process, by a thread of its own: nobody waits for one that doesn't listen."""

    def __init__(self, process: subprocess.Popen[bytes], line: Connection) -> None:
        self._process, self._line = process, line
        self._messages: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._send, name="to the model", daemon=True)
        self._thread.start()

    def put(self, message: object) -> None:
        """It goes after those before it."""
        self._messages.put(message)

    def close(self) -> None:
        """Wait for the thread; its process must have been ended."""
        self._messages.put(None)
        self._thread.join(child.REAPING)

    def _send(self) -> None:
        """What is sent in part would spoil all that follows: a process that doesn't take it is ended."""
        try:
            while (message := self._messages.get()) is not None:
                wire.send(self._line, message)
        except ConnectionError:  # it has gone, as its own end of the line tells
            return
        except Exception as error:
            log.error("the model's process is ended: it takes no messages (%s)", type(error).__name__)
            self._process.kill()


class ModelProcess:
    """One process at a time; used from the worker's thread only."""

    def __init__(
        self,
        settings: Settings,
        options: Options,
        terms: Terms,
        hang_seconds: float,
        *,
        quiet: bool,
        module: str,
    ) -> None:
        self._first, self._module = (settings, options, terms), module
        self._hang, self._quiet = hang_seconds, quiet
        self._process: subprocess.Popen[bytes] | None = None
        self.line: Connection | None = None
        self._outbox: Outbox | None = None
        self.info: PainterInfo | None = None  # of the model that is warm; None until then
        self.broken: Failure | None = None
        self.deaths, self._pause, self._start_at = 0, FIRST_PAUSE, 0.0
        self.unloaded = 0  # deaths over loading since it was last warm
        self._tended, self._silence = 0.0, 0.0  # by the clock; seconds
        self.last_exit = ""
        self.memory = 0  # bytes, as last told

    @property
    def warm(self) -> bool:
        """Loaded, alive, and heard from lately."""
        return self.info is not None and self._silence < SILENCE

    @property
    def process(self) -> subprocess.Popen[bytes] | None:
        """The one at the other end of the line, where there is one."""
        return self._process if self.line is not None else None

    @property
    def ticks(self) -> int:
        """What it ought to use of the processor, as `Watch.over` has it, if it paints there and has no beat.

        One that waits for a device may hold up its own beat; threads that wait for another's lock use 6.
        """
        silent = self.info is not None and self.info.device == "cpu" and self._silence >= SILENCE
        return 30 if silent else 0

    def tend(self) -> None:
        """Start it when that is due; end it when it hangs."""
        now = time.monotonic()
        self._silence += min(now - self._tended, GLANCE)
        self._tended = now
        if self.line is None:
            if self.broken is None and now >= self._start_at:
                self._start()
        elif self._silence > (self._hang if self.info is not None else LOADING):
            self.kill(f"no sign of life for {self._silence:.0f} s")

    def send(self, message: Paint | Cancel) -> None:
        """Returns at once; that it can't be had shows in `receive`, or was told already."""
        if self._outbox is not None:
            self._outbox.put(message)

    def receive(self) -> Warm | Painted | None:
        """The next message of interest. Raises EOFError when the process has died."""
        assert self.line is not None
        try:
            message: Any = wire.receive(self.line)
        except (EOFError, OSError) as error:
            self._bury()
            raise EOFError(self.last_exit) from error
        self._silence = 0.0
        if isinstance(message, Warm):
            self.info, self.unloaded = message.info, 0
        elif isinstance(message, Painted):
            self._pause = FIRST_PAUSE
        elif isinstance(message, Broken):
            self.broken = message.failure
        elif isinstance(message, Beat):
            self.memory = message.memory
        return message if isinstance(message, Warm | Painted) else None

    def kill(self, why: str) -> None:
        """It hangs: end it; the death shows in `receive`."""
        log.error("the model's process is ended: %s", why)
        self._silence = 0.0  # once is enough
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """End it for good."""
        self._start_at = float("inf")
        if self._process is not None:
            self._end(self._process)

    def _start(self) -> None:
        try:
            self._process, self.line = child.start(self._module, self._hang, RECEIVING, quiet=self._quiet)
        except OSError as error:  # no process is to be had just now
            self._put_off(f"can't be started ({error.strerror or error})")
            return
        self.info, self._silence = None, 0.0
        self._outbox = Outbox(self._process, self.line)
        self._outbox.put(self._first)

    def _end(self, process: subprocess.Popen[bytes]) -> int | None:
        """Its exit status; None where it can't even be killed."""
        status = child.reaped(process)
        if self._outbox is not None:
            self._outbox.close()
        if self.line is not None:
            self.line.close()
        self._outbox, self.line, self.info, self.memory = None, None, None, 0
        return status

    def _bury(self) -> None:
        assert self._process is not None
        was_loading = self.info is None
        status = self._end(self._process)
        self.last_exit = (
            "died, the device was lost" if status == POISONED else f"died, {child.ending(status)}"
        )
        if self.broken is not None:
            return
        self.deaths += 1
        self.unloaded += was_loading
        if self.unloaded >= UNLOADED:
            times = f"its process died over loading it {self.unloaded} times in a row"
            hint = "set BGGEN_DEBUG=1 to see what it says" if self._quiet else "see above what it said"
            self.broken = Failure(DIED, f"{times}, the last time with {child.ending(status)}: {hint}")
            return
        self._put_off(self.last_exit)

    def _put_off(self, why: str) -> None:
        self._start_at = time.monotonic() + self._pause
        log.error("the model's process %s; starting it again in %.2g s", why, self._pause)
        self._pause = min(LONGEST_PAUSE, 2 * self._pause)
