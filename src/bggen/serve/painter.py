"""The process that owns the model: `python -m bggen.serve.painter HANDLE PARENT`.

One thread paints, one listens (so that a cancellation is heard while painting), one says that all is well.
"""

from __future__ import annotations

import gc
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np

from bggen.batch import wire
from bggen.batch.painting import ran_out_of_memory
from bggen.batch.worker import die_with
from bggen.engine import Engine
from bggen.errors import BggenError
from bggen.serve.orders import Beat, Broken, Cancel, Failure, Paint, Painted, Warm
from bggen.settings import Settings
from bggen.spec import Options, Painter, PainterInfo, Painting, Scene

BEAT = 1.0  # seconds
POISONED = 70  # exit status: the device's context is lost, only a new process helps
POISON = ("CUDA error", "device-side assert", "illegal memory access", "CUBLAS_STATUS", "CUDNN_STATUS")


class Line:
    """The connection to the worker; any thread may send."""

    def __init__(self, connection: Connection) -> None:
        self._connection, self._lock = connection, threading.Lock()

    def send(self, message: object) -> None:
        """Ends the process when the server has gone."""
        with self._lock:
            try:
                wire.send(self._connection, message)
            except OSError:
                os._exit(0)

    def receive(self) -> Any:
        """As `send`."""
        try:
            return wire.receive(self._connection)
        except (EOFError, OSError):
            os._exit(0)


class Studio:
    """The model and its work."""

    def __init__(self, line: Line, engine: Engine) -> None:
        self._line, self._engine = line, engine
        self._todo: queue.SimpleQueue[Paint] = queue.SimpleQueue()
        self._cancelled: set[str] = set()
        self._largest: int | None = None

    def load(self, options: Options) -> PainterInfo:
        """Load, and paint one small scene in one step: what loads late loads now."""
        painter = self._engine.painter(options)
        side = max(64, painter.info.native)
        painter.paint([warm_up_scene(side, options)])
        return painter.info

    def listen(self) -> None:
        """Take messages until the line closes."""
        while True:
            message = self._line.receive()
            if isinstance(message, Cancel):
                self._cancelled.add(message.id)
            else:
                self._todo.put(message)

    def work(self) -> None:
        """Paint what comes."""
        while True:
            task = self._todo.get()
            started = time.perf_counter()
            results = self._paint(task)
            self._cancelled.difference_update(task.ids)
            seconds = time.perf_counter() - started
            self._line.send(Painted(task.batch, results, seconds, self._largest))

    def _paint(self, task: Paint) -> list[Painting | Failure]:
        items = list(zip(task.prepared, task.ids, task.deadlines, strict=True))
        if not self._wanted(task.ids, task.deadlines):
            return [Failure("cancelled", "") for _ in items]
        stopped = False

        def on_step(_step: int, _steps: int) -> bool:
            nonlocal stopped
            stopped = stopped or not self._wanted(task.ids, task.deadlines)
            return not stopped

        try:
            paintings = self._engine.paint(task.prepared, on_step)
        except Exception as error:
            return self._failed(task, error)
        if stopped or len(paintings) != len(items):
            return [Failure("cancelled", "") for _ in items]
        return list(paintings)

    def _failed(self, task: Paint, error: Exception) -> list[Painting | Failure]:
        """Too much memory: halves. Anything else: one by one, so that only the guilty one fails."""
        memory, count = ran_out_of_memory(error), len(task.prepared)
        if not memory and poisoned(error):
            os._exit(POISONED)
        reason = "out_of_memory" if memory else getattr(error, "reason", "paint_failed")
        failure = Failure(reason, str(error) or type(error).__name__)
        error.__traceback__ = None  # frames hold tensors
        del error
        if memory:
            free_memory()
        if count == 1:
            return [failure]
        part = count // 2 if memory else 1
        if memory:
            self._largest = part
        results: list[Painting | Failure] = []
        for k in range(0, count, part):
            cut = slice(k, k + part)
            results += self._paint(Paint(task.batch, task.prepared[cut], task.ids[cut], task.deadlines[cut]))
        return results

    def _wanted(self, ids: Sequence[str], deadlines: Sequence[float]) -> bool:
        now = time.monotonic()
        return any(
            order not in self._cancelled and now < deadline
            for order, deadline in zip(ids, deadlines, strict=True)
        )


def warm_up_scene(side: int, options: Options) -> Scene:
    """A grey block on a square canvas."""
    alpha = np.zeros((side, side), np.uint8)
    box = (side // 4, side // 4, 3 * side // 4, 7 * side // 8)
    alpha[box[1] : box[3], box[0] : box[2]] = 255
    rgb = np.repeat(alpha[..., None] // 2, 3, 2)
    plain = options.model_copy(update={"steps": 1, "prompt": options.prompt or "a white studio"})
    return Scene(rgb, alpha, None, box, (0, 0), 1.0, plain, 1, "warm-up")


def poisoned(error: BaseException | None) -> bool:
    """Whether the device's context is lost: every later call would fail too."""
    while error is not None:
        if type(error).__name__ == "AcceleratorError" or any(mark in str(error) for mark in POISON):
            return True
        error = error.__cause__
    return False


def free_memory() -> None:
    """Give back what the device still holds for nothing."""
    gc.collect()
    if (torch := sys.modules.get("torch")) is not None and torch.cuda.is_initialized():
        torch.cuda.empty_cache()


def device_memory() -> int:
    """Bytes held on the device, or by this process where it paints on the CPU."""
    if (torch := sys.modules.get("torch")) is not None:
        with suppress(AttributeError):  # half imported
            if torch.cuda.is_initialized():
                return int(torch.cuda.memory_reserved())
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
    return 0


def beat(line: Line) -> None:
    """Say so every second."""
    while True:
        line.send(Beat(device_memory()))
        time.sleep(BEAT)


def main(handle: int, parent: int, painter: Painter | None = None) -> int:
    """Load the model, or take `painter`, and paint until the server closes the line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the server decides
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # so does systemd
    die_with(parent)
    line = Line(Connection(handle))
    settings, options = line.receive()
    assert isinstance(settings, Settings)
    threading.Thread(target=beat, args=(line,), daemon=True).start()
    studio, started = Studio(line, Engine(settings, painter)), time.perf_counter()
    try:
        info = studio.load(options)
    except BggenError as error:
        line.send(Broken(Failure(error.reason, str(error))))
        return 0
    line.send(Warm(info, time.perf_counter() - started))
    threading.Thread(target=studio.listen, daemon=True).start()
    studio.work()
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
