"""What every request passes before a byte of its body is read: id, key, limits, the door of the queue.

Plain ASGI: FastAPI would parse the body before its own dependencies could refuse.
"""

from __future__ import annotations

import asyncio
import logging
import re
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bggen.errors import BggenError
from bggen.metrics import Metrics
from bggen.serve.config import ServeConfig, is_loopback
from bggen.serve.door.admission import NO_ROOM, Admission, Place
from bggen.serve.door.keys import KeyRing, guessable, token_of
from bggen.serve.door.ratelimit import Pending, RateLimiter, Standing, address_of
from bggen.serve.problems import GONE, SAFE, Refusal, problem, stopped, unexpected

log = logging.getLogger("bggen.serve")
GENERATE = ("/generate", "/generate/url")
PROBES = ("/health", "/health/ready")
UNLIMITED = ("/", *PROBES)
OPEN = (*UNLIMITED, "/docs", "/openapi.json")  # without a key
KNOWN = (*GENERATE, *OPEN, "/metrics")
REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
MAX_LENGTH = re.compile(rb"[0-9]{1,15}")


@dataclass(slots=True)
class Trace:
    """What is known of a request, for its log line and its place in the queue; handlers add to it."""

    id: str
    caller: str = ""
    key_id: str | None = None
    reason: str = ""
    status: int = 0
    timings: dict[str, float] = field(default_factory=dict)
    prompt: str | None = None
    headers: list[tuple[str, str]] = field(default_factory=list)  # for the answer
    place: Place = field(default_factory=Place)  # what it takes up of the queue
    pending: Pending = field(default_factory=Pending)  # its pictures, until they are counted

    @property
    def account(self) -> str:
        """Whose limits the request counts against. A key's id may look like an address."""
        return f"address {self.caller}" if self.key_id is None else f"key {self.key_id}"


class Gate:
    """The outermost layer."""

    def __init__(
        self,
        app: ASGIApp,
        config: ServeConfig,
        keys: KeyRing,
        limiter: RateLimiter,
        admission: Admission,
        metrics: Metrics,
    ) -> None:
        self._app, self._config, self._keys = app, config, keys
        self._limiter, self._admission, self._metrics = limiter, admission, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        trace = scope["bggen"] = Trace(_request_id(scope))
        started = time.perf_counter()
        sender = Sender(send, trace)
        self._metrics.requests_active.change(1)
        try:
            await self._pass(scope, receive, sender, trace)
        except BggenError as error:
            trace.reason = error.reason
            await sender.refuse(scope, receive, error)
        except asyncio.CancelledError:  # only a server that stops ends requests so, when its patience is over
            trace.reason = "draining"
            await sender.refuse(scope, receive, stopped())
        except Exception:
            log.exception("request %s failed", trace.id)
            trace.reason = "error"
            await sender.refuse(scope, receive, unexpected())
        finally:
            self._metrics.requests_active.change(-1)
            self._tell(scope, trace, time.perf_counter() - started)

    async def _pass(self, scope: Scope, receive: Receive, sender: Sender, trace: Trace) -> None:
        path, writes = scope["path"], scope["method"] == "POST" and scope["path"] in GENERATE
        trace.caller = address_of((scope.get("client") or ("",))[0])
        self._check_host(scope)
        if path not in OPEN and not (path == "/metrics" and self._config.open_metrics):
            trace.key_id = await self._authenticate(scope, trace)
        if writes:
            await self._generate(scope, receive, sender, trace)
            return
        if path not in UNLIMITED:
            self._check(await self._limiter.hit("read", trace.account), trace)
        if scope["method"] == "HEAD" and path not in GENERATE:  # as GET; uvicorn sends no body
            scope = {**scope, "method": "GET"}
        await self._app(scope, receive, sender)

    async def _generate(self, scope: Scope, receive: Receive, sender: Sender, trace: Trace) -> None:
        """A request for pictures counts as such unless it finds no room, whenever that shows."""
        standing, trace.pending = await self._limiter.keep("generate", trace.account)
        self._check(standing, trace)
        try:
            try:
                trace.place = self._admission.let_in(self._announced(scope), self._sharer(trace))
            except Refusal as refused:
                trace.reason = refused.reason
                raise
            try:
                await self._app(scope, Body(receive, self._config, self._admission, trace.place), sender)
            finally:
                self._admission.leave(trace.place)
        finally:
            await self._count(trace)

    async def _count(self, trace: Trace) -> None:
        """What wasn't counted yet: as one picture, or as a read where the request can't help its refusal.

        Who hammers at a full server is so told to wait like one who reads too much.
        """
        if not trace.pending.open:
            return
        try:
            if trace.reason not in NO_ROOM:
                await self._limiter.hit("generate", trace.account)
                return
            standing = await self._limiter.hit("read", trace.account)
            if not standing.allowed and not trace.status:
                self._check(standing, trace)
        finally:
            self._limiter.release(trace.pending)

    def _check_host(self, scope: Scope) -> None:
        """Without keys, a web page from elsewhere must get nothing.

        Neither by pointing its own name at this machine, nor by sending a form here, for which browsers ask
        nobody.
        """
        if self._config.has_keys:
            return
        host, origin = (_header(scope, name).decode("latin-1").lower() for name in (b"host", b"origin"))
        if not is_loopback(_name(host)) or (origin and not is_loopback(_name(origin.partition("://")[2]))):
            raise Refusal(
                403, "wrong_host", "without an API key only http://localhost and http://127.0.0.1 work"
            )

    async def _authenticate(self, scope: Scope, trace: Trace) -> str | None:
        if not self._keys:
            return None
        token = token_of(scope["headers"])
        if token is not None and (owner := self._keys.owner(token)) is not None:
            if not guessable(token):
                return owner  # whatever else comes from its address, which a whole office may share
            standing = await self._limiter.peek("failed_auth", trace.caller)
            if standing.allowed:
                return owner
        else:
            self._metrics.auth_failures.add("missing" if token is None else "wrong")
            standing = await self._limiter.hit("failed_auth", trace.caller)
        if not standing.allowed:  # a short key and a wrong one are told the same
            raise self._over(standing, "too many wrong keys from this address")
        raise Refusal(
            401,
            "unauthorized",
            "send a valid key as 'Authorization: Bearer KEY' or 'X-API-Key: KEY'",
            headers=[("WWW-Authenticate", 'Bearer realm="bggen"')],
        )

    def _check(self, standing: Standing, trace: Trace) -> None:
        """Raises Refusal (429) where a limit is reached."""
        if not standing.allowed:
            raise self._over(standing, f"more than {standing.limit} in {standing.window} s")
        trace.headers += standing.headers()

    def _over(self, standing: Standing, detail: str) -> Refusal:
        self._metrics.rate_limited.add(standing.tier)
        return Refusal(429, "rate_limited", f"{detail}: wait as Retry-After says", headers=standing.headers())

    def _sharer(self, trace: Trace) -> str | None:
        """Whose share of the queue a request counts against; None where all of it is one caller's."""
        several = self._keys.several() if self._keys else bool(self._config.trusted_proxies)
        return trace.account if several else None

    def _announced(self, scope: Scope) -> int:
        """Bytes that are to come by Content-Length; 0 where none is given."""
        limit = self._config.max_upload
        if not (given := _header(scope, b"content-length")):
            return 0
        if not MAX_LENGTH.fullmatch(given) or int(given) > limit:
            raise self._admission.too_large(limit)
        return int(given)

    def _tell(self, scope: Scope, trace: Trace, seconds: float) -> None:
        path, status = scope["path"] if scope["path"] in KNOWN else "other", trace.status or GONE
        method = scope["method"] if scope["method"] in ("GET", "POST", "HEAD", "OPTIONS") else "other"
        self._metrics.requests.add(method, path, str(status))
        self._metrics.request_seconds.observe(seconds, method, path)
        if path in PROBES and status == 200:
            return  # probes every few seconds would bury everything else
        fields: dict[str, Any] = {
            "request_id": trace.id,
            "method": method,
            "path": path,
            "status": status,
            "seconds": round(seconds, 4),
            "caller": trace.caller,
            "key_id": trace.key_id,
            "reason": trace.reason or None,
            "stages": trace.timings,
        }
        if self._config.log_prompts and trace.prompt:
            fields["prompt"] = trace.prompt
        log.info("%s %s %d %.3f s", method, path, status, seconds, extra={"fields": fields})


class Sender:
    """Adds the headers of every answer, and knows whether one has begun."""

    def __init__(self, send: Send, trace: Trace) -> None:
        self._send, self._trace = send, trace

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._trace.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Request-ID"] = self._trace.id
            for name, value in (*SAFE.items(), *self._trace.headers):
                headers.setdefault(name, value)
        await self._send(message)

    async def refuse(self, scope: Scope, receive: Receive, error: BggenError) -> None:
        """Answer with a problem, where nothing was answered yet and somebody listens."""
        if self._trace.status == 0 and error.http_status != GONE:
            await problem(error, self._trace.id)(scope, receive, self)


class Body:
    """A body as it arrives: at most so many bytes, in at most so many seconds; whole, it has its place."""

    def __init__(self, receive: Receive, config: ServeConfig, admission: Admission, place: Place) -> None:
        self._receive, self._limit = receive, config.max_upload
        self._patience, self._until = config.upload_seconds, time.monotonic() + config.upload_seconds
        self._admission, self._place = admission, place
        self._size, self._done = 0, False

    async def __call__(self) -> Message:
        if self._done:
            return await self._receive()
        try:
            async with self._admission.patience(self._place, self._until):
                message = await self._receive()
        except TimeoutError as error:
            detail = f"the upload took longer than {self._patience:g} s"
            raise Refusal(408, "upload_timeout", detail, headers=[("Connection", "close")]) from error
        if message["type"] == "http.disconnect":
            self._done = True
            return message
        arrived = len(message.get("body", b""))
        self._size += arrived
        if self._size > self._limit:
            raise self._admission.too_large(self._limit)
        self._admission.hold(self._place, arrived)
        if not message.get("more_body", False):
            self._done = True
            self._admission.enter(self._place)
        return message


def _request_id(scope: Scope) -> str:
    given = _header(scope, b"x-request-id")
    return given.decode() if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex


def _header(scope: Scope, wanted: bytes) -> bytes:
    """The first header of a name, empty where there is none."""
    return next((value for name, value in scope["headers"] if name == wanted), b"")


def _name(host: str) -> str:
    """A host without its port."""
    return host if host.endswith("]") else host.rsplit(":", 1)[0]
