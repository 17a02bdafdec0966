"""The connection to a Ray cluster: made late, kept quiet, and its troubles told on one line."""

from __future__ import annotations

import logging
import math
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stdout
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bggen.batch.places.names import printable
from bggen.batch.request import BatchRequest
from bggen.batch.workers.tasks import Trouble
from bggen.batch.workers.work import Fatal
from bggen.errors import BggenError, MissingExtra, UsageError
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import PainterInfo

STORE = 200 * 2**20  # bytes of Ray's object store on this machine: pixels never pass through it


class Cluster:
    """A connection to Ray, made when first needed: a finished catalogue starts nothing."""

    def __init__(self, request: BatchRequest, settings: Settings, warn: Callable[[str], None]) -> None:
        """Raises MissingExtra before anything is touched."""
        if find_spec("ray") is None or find_spec("pyarrow") is None:
            raise MissingExtra("--engine ray", "ray")
        self.settings, self._request, self._warn = settings, request, warn
        self._open = ExitStack()
        self._connected: Any = None
        self._gpus: float | None = None

    def ray(self) -> Any:
        """The connected library. Raises UsageError where no cluster answers."""
        if self._connected is None:
            self._connected = self._connect()
        return self._connected

    def _connect(self) -> Any:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
        import ray
        import ray.data

        if not ray.is_initialized():
            address = self._request.address or ("auto" if os.environ.get("RAY_ADDRESS") else "local")
            own: dict[str, Any] = {"include_dashboard": False, "object_store_memory": STORE}
            with signals_kept(), stderr_shut():
                try:
                    knock(address)
                    ray.init(
                        address,
                        log_to_driver=False,
                        logging_level=logging.CRITICAL,
                        **(own if address == "local" else {}),
                    )
                except Exception as error:  # whatever it is, there is no cluster
                    raise UsageError(
                        f"--address {address}: no Ray cluster answers there ({last_line(error)})"
                    ) from error
            self._open.callback(ray.shutdown)  # a cluster of somebody else goes on
        hush(logging.getLogger("ray"), logging.getLogger("ray.data"))
        ray.data.DataContext.get_current().enable_progress_bars = False
        return ray

    def info(self, options: Options) -> PainterInfo:
        """Who would paint this, asked on a node."""
        from bggen.batch.cluster.node import who_paints

        ray = self.ray()
        # a process of its own that ends: the model must not stay beside the actors
        ask = ray.remote(num_gpus=self.gpus(), num_cpus=0, max_calls=1)(who_paints)
        with told():
            answer = ray.get(ask.remote(options, self.settings, str(Path.cwd())))
        if isinstance(answer, Trouble):
            raise (UsageError if answer.kind == "usage" else BggenError)(answer.message)
        assert isinstance(answer, PainterInfo)
        return answer

    def gpus(self) -> float:
        """GPUs an actor: as asked, else a whole one where there is any. Raises UsageError for too few."""
        if self._gpus is None:
            there = self.ray().cluster_resources().get("GPU", 0.0)
            asked = self._request.gpus_per_worker
            if asked is None:
                asked = 1.0 if there and self.settings.device != "cpu" else 0.0
            elif asked > there and not (self._request.address or os.environ.get("RAY_ADDRESS")):
                raise UsageError(f"--gpus-per-worker {asked:g}: this machine has {there:g} GPUs")
            elif asked > there:
                self._warn(
                    f"--gpus-per-worker {asked:g}: the cluster has {there:g} GPUs now; waiting for more"
                )
            self._gpus = asked
        return self._gpus

    def actors(self, items: int) -> int:
        """As asked, else as many as GPUs or cores allow; never more than items."""
        there, gpus = self.ray().cluster_resources(), self.gpus()
        room = there.get("GPU", 0.0) / gpus if gpus else there.get("CPU", 1.0)
        return max(1, min(items, self._request.workers or math.floor(room + 1e-6)))

    def __enter__(self) -> Cluster:
        nowhere = self._open.enter_context(Path(os.devnull).open("w"))
        self._open.enter_context(redirect_stdout(nowhere))  # Ray prints deaths there; it is for --json
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()


@contextmanager
def told() -> Iterator[None]:
    """Trouble with the cluster itself, as one line."""
    try:
        yield
    except BggenError:
        raise
    except Exception as error:  # Ray's own, and what nodes raise
        raise Fatal(f"Ray: {last_line(error)}: nothing that was made is lost; start it again") from error


def knock(address: str) -> None:
    """Raises OSError where nobody listens at HOST:PORT; Ray itself tries for minutes."""
    host, _, port = address.rpartition(":")
    if port.isdecimal():
        socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()


@contextmanager
def signals_kept() -> Iterator[None]:
    """ray.init takes SIGTERM for itself; the run needs it to stop in order."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def stderr_shut() -> Iterator[None]:
    """Ray's C++ side greets past Python's streams."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def hush(*loggers: logging.Logger) -> None:
    """What a run has to say it says itself; Ray's own files in its session folder keep everything."""
    if os.environ.get("BGGEN_DEBUG"):
        return
    for logger in loggers:
        for handler in logger.handlers:
            if isinstance(handler, logging.StreamHandler) and not isinstance(handler, logging.FileHandler):
                handler.setLevel(logging.CRITICAL + 1)


def last_line(error: BaseException) -> str:
    """What an error says in the end; Ray puts tracebacks of nodes before it."""
    lines = [line for line in str(error).splitlines() if line.strip()]
    return printable(lines[-1].strip()) if lines else type(error).__name__
