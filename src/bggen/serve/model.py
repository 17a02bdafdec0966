"""The worker's end of the model's process: started, watched, ended and started again."""

from __future__ import annotations

import logging
import subprocess
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from bggen.batch import child, wire
from bggen.serve.orders import POISONED, Beat, Broken, Cancel, Failure, Paint, Painted, Terms, Warm
from bggen.settings import Settings
from bggen.spec import Options, PainterInfo

log = logging.getLogger("bggen.serve")
SILENCE = 4.0  # seconds without a beat after which it doesn't count as ready
PATIENCE = 15.0  # seconds for a message to get on through the line
LOADING = 900.0  # seconds without a beat while loading, before it counts as hung
LONGEST_PAUSE = 30.0  # seconds between two starts


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
        self.info: PainterInfo | None = None  # of the model that is warm; None until then
        self.broken: Failure | None = None
        self.deaths, self._in_a_row, self._start_at = 0, 0, 0.0
        self._heard, self.last_exit = 0.0, ""
        self.memory = 0  # bytes, as last told

    @property
    def warm(self) -> bool:
        """Loaded, alive, and heard from lately."""
        return self.info is not None and time.monotonic() - self._heard < SILENCE

    def tend(self) -> None:
        """Start it when that is due; end it when it hangs."""
        now = time.monotonic()
        if self.line is None:
            if self.broken is None and now >= self._start_at:
                self._start()
        elif now - self._heard > (self._hang if self.info is not None else LOADING):
            self.kill(f"no sign of life for {now - self._heard:.0f} s")

    def send(self, message: Paint | Cancel) -> None:
        """Raises OSError when it can't be had: the death shows in `receive` or was told already."""
        if self.line is None:
            raise BrokenPipeError("no model process")
        wire.send(self.line, message)

    def receive(self) -> Warm | Painted | None:
        """The next message of interest. Raises EOFError when the process has died."""
        assert self.line is not None
        try:
            message: Any = wire.receive(self.line)
        except (EOFError, OSError) as error:
            self._bury()
            raise EOFError(self.last_exit) from error
        self._heard = time.monotonic()
        if isinstance(message, Warm):
            self.info = message.info
        elif isinstance(message, Painted):
            self._in_a_row = 0
        elif isinstance(message, Broken):
            self.broken = message.failure
        elif isinstance(message, Beat):
            self.memory = message.memory
        return message if isinstance(message, Warm | Painted) else None

    def kill(self, why: str) -> None:
        """It hangs: end it; the death shows in `receive`."""
        log.error("the model's process is ended: %s", why)
        self._heard = time.monotonic()  # once is enough
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """End it for good."""
        self._start_at = float("inf")
        if self._process is not None:
            child.reaped(self._process)
        if self.line is not None:
            self.line.close()
        self.line, self.info = None, None

    def _start(self) -> None:
        self._process, self.line = child.start(self._module, PATIENCE, PATIENCE, quiet=self._quiet)
        self.info, self._heard = None, time.monotonic()
        with suppress(OSError):  # it died at once: `receive` will tell
            wire.send(self.line, self._first)

    def _bury(self) -> None:
        assert self._process is not None and self.line is not None
        self.line.close()
        self.line, self.info = None, None
        status = child.reaped(self._process)
        self.last_exit = (
            "died, the device was lost" if status == POISONED else f"died, {child.ending(status)}"
        )
        if self.broken is not None:
            return
        self.deaths += 1
        pause = min(LONGEST_PAUSE, 0.25 * 2**self._in_a_row)
        self._in_a_row += 1
        self._start_at = time.monotonic() + pause
        log.error("the model's process %s; starting it again in %.2g s", self.last_exit, pause)
