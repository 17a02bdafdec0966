"""The worker as other threads see it: a thread that turns the flow, and a queue to talk to it."""

from __future__ import annotations

import logging
import os
import queue
import threading
import time
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace

from bggen.metrics import Metrics
from bggen.serve.config import ServeConfig
from bggen.serve.contract import PictureWorker, State
from bggen.serve.orders import Answer, Order, Ticket
from bggen.serve.problems import stopped
from bggen.serve.work.flow import Flow
from bggen.settings import Settings

log = logging.getLogger("bggen.serve")
STUCK = 5.0  # seconds without a turn of the thread after which it doesn't count as ready
BREATH = 0.2  # seconds between two turns after one that failed


class Worker(PictureWorker):
    """One thread, one model's process, a few CPU processes."""

    def __init__(
        self,
        config: ServeConfig,
        settings: Settings,
        metrics: Metrics,
        painter: str = "bggen.serve.work.painter",
    ) -> None:
        """`painter` is the module that is run as the model's process."""
        self._commands: queue.SimpleQueue[Ticket | str | None] = queue.SimpleQueue()
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_read, False)
        os.set_blocking(self._wake_write, False)
        self._flow = Flow(config, settings, metrics, painter, self._wake_read)
        self._turned, self._over = time.monotonic(), False
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)

    def start(self) -> None:
        """Start the thread, and with it the processes."""
        self._thread.start()

    def submit(self, order: Order) -> Future[Answer]:
        """Queue an order; its future fails with a BggenError."""
        ticket = Ticket(order)
        ticket.future.set_running_or_notify_cancel()
        self._command(ticket)
        if self._over:  # nobody will look any more
            self._refuse_rest()
        return ticket.future

    def cancel(self, order_id: str) -> None:
        """Costs at most the denoising step at work."""
        self._command(order_id)

    def state(self) -> State:
        """As of the last quarter of a second; not ready where the thread itself is stuck."""
        if self._over:
            return replace(self._flow.state, ready=False, why="the server has stopped")
        if time.monotonic() - self._turned > STUCK:
            return replace(self._flow.state, ready=False, why="the worker is stuck")
        return self._flow.state

    def close(self) -> None:
        """End all processes; orders still under way are refused."""
        if self._thread.is_alive():
            self._command(None)
            self._thread.join(20)

    def _command(self, command: Ticket | str | None) -> None:
        self._commands.put(command)
        with suppress(BlockingIOError):  # full: it will wake up anyway
            os.write(self._wake_write, b"x")

    def _run(self) -> None:
        try:
            self._flow.warm_up()
        except OSError:  # no process can be started just now; the next order tries again
            log.exception("no process could be started to open pictures")
        while self._obey():
            self._turned = time.monotonic()
            try:
                self._flow.turn()
            except Exception:
                log.exception("the worker's thread stumbled; all orders under way are refused")
                self._flow.start_over()
                time.sleep(BREATH)
        self._over = True
        self._flow.fail_all(stopped())
        self._refuse_rest()
        self._flow.close()

    def _obey(self) -> bool:
        """Take what others have asked for; False when it is the end."""
        with suppress(queue.Empty):
            while (command := self._commands.get_nowait()) is not None:
                if isinstance(command, Ticket):
                    self._flow.take(command)
                else:
                    self._flow.cancel(command)
            return False
        return True

    def _refuse_rest(self) -> None:
        with suppress(queue.Empty):
            while True:
                command = self._commands.get_nowait()
                if isinstance(command, Ticket):
                    command.future.set_exception(stopped())
