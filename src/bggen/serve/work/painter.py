"""The process that owns the model: `python -m bggen.serve.work.painter HANDLE PARENT`.

One thread hands out the work, one listens (so that a cancellation is heard while painting), one says that all
is well; see `Device` for those that paint.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bggen.batch.workers import wire
from bggen.batch.workers.worker import die_with
from bggen.engine import Engine
from bggen.errors import BggenError
from bggen.serve.orders import Beat, Broken, Failure
from bggen.serve.work.device import Device
from bggen.settings import Settings
from bggen.spec import Painter

BEAT = 1.0  # seconds


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


def listen(line: Line, device: Device) -> None:
    """Pass messages on until the line closes."""
    while True:
        device.hear(line.receive())


def main(handle: int, parent: int, painter: Painter | None = None) -> int:
    """Load the model, or take `painter`, and paint until the server closes the line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the server decides
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # so does systemd
    die_with(parent)
    line = Line(Connection(handle))
    settings, options, terms = line.receive()
    assert isinstance(settings, Settings)
    threading.Thread(target=beat, args=(line,), daemon=True).start()
    device = Device(line.send, Engine(settings, painter), terms)
    try:
        warm = device.load(options)
    except BggenError as error:
        line.send(Broken(Failure(error.reason, str(error))))
        return 0
    line.send(warm)
    threading.Thread(target=listen, args=(line, device), daemon=True).start()
    device.work()
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
