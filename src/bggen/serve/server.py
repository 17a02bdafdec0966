"""`bggen serve`: uvicorn around the app, and an orderly end."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
import time
from types import FrameType

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from bggen.errors import UsageError
from bggen.metrics import Metrics
from bggen.serve import logs
from bggen.serve.app import Service, create_app
from bggen.serve.config import ServeConfig, is_loopback
from bggen.serve.problems import MEDIA_TYPE, Refusal, problem, title
from bggen.serve.worker import Worker
from bggen.settings import Settings
from bggen.source.fetch import Fetcher

log = logging.getLogger("bggen.serve")
MAX_HEAD = 32 * 1024  # bytes of a request's line and headers
HEAD_SECONDS = 10.0  # for them to arrive in, from the connection or their first byte
LAST_ANSWERS = 5  # seconds for the refusals at the end of a drain to be sent


class Protocol(H11Protocol):
    """What is no HTTP at all gets a problem too, and the head of a request must arrive in time."""

    _until: asyncio.TimerHandle | None = None  # the head that is awaited

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn
        """Whoever connects has something to say."""
        super().connection_made(transport)
        self._until = self.loop.call_later(HEAD_SECONDS, self._too_late)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is awaited any more."""
        self._head_is_here()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """A byte now and then doesn't keep a head open."""
        super().data_received(data)
        if not self._head_has_begun():
            self._head_is_here()
        elif self._until is None:
            self._until = self.loop.call_later(HEAD_SECONDS, self._too_late)

    def send_400_response(self, msg: str) -> None:
        """Instead of uvicorn's plain text."""
        self._refuse(Refusal(400, "bad_request", "this is no valid HTTP request"))

    def _head_has_begun(self) -> bool:
        return self.conn.their_state is h11.IDLE and bool(self.conn.trailing_data[0])

    def _head_is_here(self) -> None:
        if self._until is not None:
            self._until.cancel()
            self._until = None

    def _too_late(self) -> None:
        if self._head_has_begun():
            detail = f"the head of the request took longer than {HEAD_SECONDS:g} s"
            self._refuse(Refusal(408, "upload_timeout", detail))
        self.transport.close()

    def _refuse(self, error: Refusal) -> None:
        """Answer where there is no request that the app could answer, and hang up."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):  # else an answer has begun already
            response = problem(error, "none")
            body = bytes(response.body)
            headers = [
                ("content-type", MEDIA_TYPE),
                ("content-length", str(len(body))),
                ("connection", "close"),
            ]
            reason = title(error.http_status).encode()
            for event in (
                h11.Response(status_code=error.http_status, headers=headers, reason=reason),
                h11.Data(data=body),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()


class Server(uvicorn.Server):
    """The first SIGTERM drains: accepted requests are answered, new ones refused; the second ends at once."""

    def __init__(self, config: uvicorn.Config, service: Service) -> None:
        super().__init__(config)
        self._service = service
        self._drain_until: float | None = None
        self._refusing = False
        self.exit_code = 0

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Runs in the main thread, between two steps of the loop."""
        if self._drain_until is not None:
            self.should_exit = self.force_exit = True
            return
        self._service.admission.draining = True
        seconds = self._service.config.drain_seconds
        self._drain_until = time.monotonic() + seconds
        log.info("draining: %d requests, at most %g s", self._service.admission.places, seconds)

    async def on_tick(self, counter: int) -> bool:
        """Ten times a second: whether to leave the loop."""
        state = self._service.worker.state()
        if state.broken is not None and not self.should_exit:
            self.exit_code, self.should_exit = 2, True
        if self._drain_until is not None:
            if not self._service.admission.places:
                self.should_exit = True
            elif time.monotonic() > self._drain_until and not self._refusing:
                self._refusing = True
                threading.Thread(target=self._service.worker.close, daemon=True).start()
            elif time.monotonic() > self._drain_until + LAST_ANSWERS:
                self.should_exit = True
        return await super().on_tick(counter)


def run(
    config: ServeConfig,
    settings: Settings,
    painter: str = "bggen.serve.painter",
) -> int:
    """Serve until a signal; returns the exit code: 0 after a drain, 2 when the model can't be loaded.

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
    server = Server(
        uvicorn.Config(
            app,
            http=Protocol,
            ws="none",
            lifespan="on",
            h11_max_incomplete_event_size=MAX_HEAD,
            timeout_keep_alive=30,
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
        return socket.create_server((address[0], port), family=family, backlog=2048)
    except OSError as error:
        raise UsageError(f"can't listen on {host}, port {port}: {error.strerror or error}") from error


def _say_hello(config: ServeConfig, listening: socket.socket) -> None:
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    keys = "with keys" if config.has_keys else "without keys, this machine only"
    log.info("http://%s:%d %s; examples at /docs; loading model %s", shown, port, keys, config.options.model)
