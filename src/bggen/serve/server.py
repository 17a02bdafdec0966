"""`bggen serve`: uvicorn around the app, and an orderly end."""

from __future__ import annotations

import asyncio
import logging
import resource
import socket
import threading
import time
from functools import partial
from types import FrameType

import uvicorn
from starlette.formparsers import MultiPartParser

from bggen.errors import UsageError
from bggen.metrics import Metrics
from bggen.serve import logs
from bggen.serve.app import create_app
from bggen.serve.config import ServeConfig, is_loopback
from bggen.serve.door.connections import Connections
from bggen.serve.door.protocol import MAX_HEAD, Protocol
from bggen.serve.service import Service
from bggen.serve.work.model import DIED
from bggen.serve.work.worker import Worker
from bggen.settings import Settings
from bggen.source.fetch import Fetcher

log = logging.getLogger("bggen.serve")
LAST_ANSWERS = 5  # seconds for the refusals at the end of a drain to be sent
TICK = 0.1  # seconds between two looks after a signal, as uvicorn has it
KEEP_ALIVE = 30  # seconds without a request until a connection is closed
BACKLOG = 512  # connections that the system holds for us, and that are taken in at one go
OTHER_FILES = 256  # open files that are neither connections of clients nor their uploads


class Server(uvicorn.Server):
    """The first SIGTERM drains: accepted requests are answered, new ones refused. The second refuses all of
    them, whatever is still arriving, and waits for no client to take its answer; the third ends at once.
    """

    def __init__(self, config: uvicorn.Config, service: Service) -> None:
        super().__init__(config)
        self._service = service
        self._drain_until: float | None = None
        self._hurried, self._refusing = False, False
        self.exit_code = 0

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Runs in the main thread, whatever that was doing: takes notes, `on_tick` does the rest."""
        if self._hurried:
            self.should_exit = self.force_exit = True
            return
        self._hurried = self._drain_until is not None
        self._service.admission.draining = True
        seconds = 0.0 if self._hurried else self._service.config.drain_seconds
        self._drain_until = time.monotonic() + seconds
        log.info("draining: %d requests, at most %g s", self._service.admission.under_way, seconds)

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn has it, with an eye on those who take no answer until it has ended."""
        watching = asyncio.create_task(self._drop_untaken())
        try:
            await super().serve(sockets)
        finally:
            watching.cancel()

    async def _drop_untaken(self) -> None:
        """From the second signal on, hang up on whoever has an answer still to take."""
        while True:
            await asyncio.sleep(TICK)
            if self._hurried:
                for connection in list(self.server_state.connections):
                    if isinstance(connection, Protocol) and connection.is_stalled():
                        connection.drop()

    async def on_tick(self, counter: int) -> bool:
        """Ten times a second: whether to leave the loop."""
        state = self._service.worker.state()
        if state.broken is not None and not self.should_exit:
            log.error("the model can't be loaded: %s", state.broken.message)
            self.exit_code, self.should_exit = 1 if state.broken.reason == DIED else 2, True
        if self._drain_until is not None:
            if not self._service.admission.under_way:
                self.should_exit = True
            elif time.monotonic() > self._drain_until and not self._refusing:
                self._refusing = True
                self._service.admission.stop()
                threading.Thread(target=self._service.worker.close, daemon=True).start()
            elif time.monotonic() > self._drain_until + LAST_ANSWERS:
                self.config.timeout_graceful_shutdown = 0  # they have had that time
                self.should_exit = True
        return await super().on_tick(counter)


def run(
    config: ServeConfig,
    settings: Settings,
    painter: str = "bggen.serve.work.painter",
) -> int:
    """Serve until a signal; returns the exit code: 0 after a drain, 2 when the model can't be loaded, 1 when
    its process dies over that again and again.

    Raises UsageError when the address can't be listened on or the key file can't be read.
    """
    logs.configure(config.log_format)
    host = config.host
    if not config.has_keys and not is_loopback(host):
        host = "127.0.0.1"
        log.warning("no API key is set: listening on %s only, not on %s (set API_KEY)", host, config.host)
    metrics = Metrics()
    metrics.switch_on()
    worker = Worker(config, settings, metrics, painter)
    fetch = Fetcher(min(config.max_upload, settings.max_bytes), config.allow_hosts)
    app = create_app(config, worker, metrics, fetch)
    listening = listen(host, config.port)
    uploads = config.queue_bytes // MultiPartParser.spool_max_size  # a larger one has a file of its own
    allow_files(config.max_connections + BACKLOG + OTHER_FILES + uploads)
    crowd = Connections(config.max_connections, metrics)
    server = Server(
        uvicorn.Config(
            app,
            http=partial(Protocol, crowd=crowd),  # type: ignore[arg-type]  # it is only ever called
            ws="none",
            lifespan="on",
            h11_max_incomplete_event_size=MAX_HEAD,
            backlog=BACKLOG,
            timeout_keep_alive=KEEP_ALIVE,
            timeout_graceful_shutdown=LAST_ANSWERS,
            proxy_headers=bool(config.trusted_proxies),
            forwarded_allow_ips=config.trusted_proxies or None,
            access_log=False,
            log_config=None,
            server_header=False,
        ),
        app.state.service,
    )
    _say_hello(config, listening)
    try:
        asyncio.run(server.serve(sockets=[listening]))
    finally:
        worker.close()
        listening.close()
    return server.exit_code


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises UsageError naming the address."""
    try:
        family, *_, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        return socket.create_server((address[0], port), family=family, backlog=BACKLOG)
    except (OSError, UnicodeError) as error:  # a name that can't even be asked for
        why = getattr(error, "strerror", None) or error
        raise UsageError(f"can't listen on {host}, port {port}: {why}") from error


def allow_files(count: int) -> None:
    """Let this process have so many files open, where the system permits it: most begin with 1,024."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = count if hard == resource.RLIM_INFINITY else min(count, hard)
    if most < count:
        log.warning("%d open files are allowed here, %d may be needed: lower --max-connections", most, count)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _say_hello(config: ServeConfig, listening: socket.socket) -> None:
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    keys = "with keys" if config.has_keys else "without keys, this machine only"
    log.info("http://%s:%d %s; examples at /docs; loading model %s", shown, port, keys, config.options.model)
