"""Fetches a picture from an address that a stranger may have chosen.

Every hop: the URL is read strictly, its name is resolved once, every address it has must be public, and the
connection goes to the very address that was checked, so that a name which answers differently the next time
(DNS rebinding) gains nothing. No proxy of the environment is used: it would resolve the name once more.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin

import httpcore

from bggen import __version__
from bggen.errors import BadInput, FetchRefused, FetchUnavailable
from bggen.source.addresses import host_of, is_address, is_public, split, told

Resolve = Callable[[str, int], list[str]]
"""(host, port) -> every address it has. Raises OSError where there is none."""

REDIRECTS = 3
CONNECT = 3.0  # seconds for name and connection, each
TOTAL = 10.0  # seconds for the whole fetch, redirects included
HEADERS = [("Accept", "image/*"), ("Accept-Encoding", "identity"), ("User-Agent", f"bggen/{__version__}")]
MOVED = (301, 302, 303, 307, 308)
BUSY = (408, 425, 429, 500, 502, 503, 504)  # may be another answer in a moment


class FetchTimeout(FetchUnavailable):
    """The other side is there but too slow, or not there at all."""

    http_status = 504
    reason = "fetch_timeout"


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that may be asked: host as sent, and the checked addresses to connect to."""

    scheme: str
    host: str
    port: int
    path: str
    addresses: list[str]  # checked
    shown: str  # for messages


def resolve(host: str, port: int) -> list[str]:
    """Every address of a name, by the system's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


class Fetcher:
    """Call it with a URL. Safe to share between threads."""

    def __init__(
        self,
        max_bytes: int,
        allow_hosts: Iterable[str] = (),
        *,
        ports: Iterable[int] = (80, 443),
        seconds: float = TOTAL,
        resolve: Resolve = resolve,
        backend: httpcore.NetworkBackend | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """
        Args:
            max_bytes: of a picture; more is refused while it streams.
            allow_hosts: the only names that may be asked; empty: any with public addresses.
            seconds: for the whole fetch.
            resolve, backend, tls: name resolution, sockets and trust, for tests and special networks.
        """
        self._max_bytes, self._allowed = max_bytes, {host.lower().rstrip(".") for host in allow_hosts}
        self._ports, self._seconds = frozenset(ports), seconds
        self._resolve, self._backend = resolve, backend or httpcore.SyncBackend()
        self._tls = tls or ssl.create_default_context()

    def __call__(self, url: str) -> bytes:
        """The body behind `url`.

        Raises FetchRefused for what must not or can't be fetched, FetchUnavailable for what can't be now,
        FetchTimeout among it for what takes too long, BadInput (too_many_bytes) for what is too large.
        """
        until = time.monotonic() + self._seconds
        target = self.check(url, until)
        shown = target.shown  # of what was asked for: where that leads to is not told further
        for _ in range(REDIRECTS + 1):
            try:
                answer = self._ask(target, shown, until)
            except (httpcore.TimeoutException, TimeoutError) as error:
                raise FetchTimeout(f"{shown}: no whole answer in {self._seconds:g} s") from error
            except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
                raise FetchUnavailable(f"{shown}: can't be reached, or speaks no proper HTTP") from error
            if isinstance(answer, bytes):
                return answer
            try:
                target = self.check(answer, until)
            except FetchRefused as error:
                raise type(error)(f"{shown}: leads on to what must not or can't be fetched") from error
        raise FetchRefused(f"{shown}: more than {REDIRECTS} redirects: give the picture's own address")

    def check(self, url: str, until: float | None = None) -> Target:
        """Read a URL and resolve its name. Raises FetchRefused where either is not as it must be."""
        parts, port = split(url)
        host = host_of(parts)
        shown = told(parts)
        if port not in self._ports:
            raise FetchRefused(f"{shown}: port {port} is not allowed: only 80 and 443 are")
        if self._allowed and host not in self._allowed:
            raise FetchRefused(f"{shown}: this host is not on the list of allowed ones")
        patience = CONNECT if until is None else max(0.0, min(CONNECT, until - time.monotonic()))
        found = [host] if is_address(host) else in_time(self._resolve, patience, host, port)
        if isinstance(found, TimeoutError):
            raise FetchTimeout(f"{shown}: its name can't be resolved in time") from found
        addresses = found if isinstance(found, list) else []
        if not addresses or not all(is_public(address) for address in addresses):
            # One answer for both: which names a private network has is told to nobody.
            kind = FetchUnavailable if isinstance(found, Exception) else FetchRefused
            raise kind(
                f"{shown}: no such host with a public address: download the picture and send it itself"
            )
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
        query = quote(parts.query, safe="/%:@!$&'()*+,;=~?")
        return Target(parts.scheme, host, port, f"{path}?{query}" if query else path, addresses, shown)

    def _ask(self, target: Target, shown: str, until: float) -> bytes | str:
        """The body, or where it has moved to."""
        address = httpcore.URL(scheme=target.scheme, host=target.host, port=target.port, target=target.path)
        left = dict.fromkeys(("connect", "read", "write", "pool"), self._seconds)
        backend = Pinned(self._backend, target.addresses, until)
        with (
            httpcore.ConnectionPool(ssl_context=self._tls, network_backend=backend) as pool,
            pool.stream("GET", address, headers=HEADERS, extensions={"timeout": left}) as response,
        ):
            head = {name.lower(): value for name, value in response.headers}
            if response.status in MOVED and (moved := head.get(b"location")):
                base = f"{target.scheme}://{netloc(target)}{target.path}"
                try:
                    return urljoin(base, moved.decode("latin-1"))
                except ValueError as error:  # such as half an IPv6 address
                    raise FetchRefused(f"{shown}: leads on to what is no proper URL") from error
            if response.status != 200:
                kind = FetchUnavailable if response.status in BUSY else FetchRefused
                raise kind(f"{shown}: answered {response.status} instead of a picture")
            if head.get(b"content-encoding", b"identity") != b"identity":
                raise FetchRefused(f"{shown}: its answer is packed once more, which is not taken")
            return self._body(response, head.get(b"content-length", b""), shown)

    def _body(self, response: httpcore.Response, announced: bytes, shown: str) -> bytes:
        body = bytearray()
        too_large = announced.isdigit() and int(announced[:20]) > self._max_bytes
        for chunk in () if too_large else response.iter_stream():
            body += chunk
            if len(body) > self._max_bytes:
                too_large = True
                break
        if too_large:
            limit = f"{shown}: over the limit of {self._max_bytes:,} bytes: scale the picture down"
            raise BadInput(limit, reason="too_many_bytes")
        return bytes(body)


class Pinned(httpcore.NetworkBackend):
    """Connects to the checked addresses only, whatever name is asked for, and never beyond the deadline."""

    def __init__(self, real: httpcore.NetworkBackend, addresses: list[str], until: float) -> None:
        self._real, self._addresses, self._until = real, addresses, until

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        """The first of the addresses that answers; `host` is no more than a name here."""
        failure: Exception = httpcore.ConnectError("no address")
        for address in self._addresses:
            patience = min(CONNECT, left_until(self._until))
            try:
                return Timed(self._real.connect_tcp(address, port, patience), self._until)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


class Timed(httpcore.NetworkStream):
    """A stream whose every step ends by one deadline: a byte now and then doesn't keep it open."""

    def __init__(self, real: httpcore.NetworkStream, until: float) -> None:
        self._real, self._until = real, until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """As much as is there."""
        return self._real.read(max_bytes, left_until(self._until))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of it."""
        self._real.write(buffer, left_until(self._until))

    def close(self) -> None:
        """Hang up."""
        self._real.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The certificate is checked against the name, not the address."""
        real = self._real.start_tls(ssl_context, server_hostname, left_until(self._until))
        return Timed(real, self._until)

    def get_extra_info(self, info: str) -> Any:
        """What the stream knows of itself."""
        return self._real.get_extra_info(info)


def left_until(until: float) -> float:
    """Seconds that are left. Raises httpcore.ReadTimeout where none are."""
    left = until - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for this fetch is over")
    return left


def in_time(call: Resolve, seconds: float, host: str, port: int) -> list[str] | Exception:
    """What `call` gives, or its error; a resolver that takes longer is left behind in its own thread."""
    answers: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put(call(host, port))
        except Exception as error:  # a resolver of the user's own may raise anything
            answers.put(error)

    threading.Thread(target=run, daemon=True, name="resolve").start()
    try:
        return answers.get(timeout=seconds)
    except queue.Empty:
        return TimeoutError()


def netloc(target: Target) -> str:
    """Host and port as they stand in a URL."""
    host = f"[{target.host}]" if ":" in target.host else target.host
    return f"{host}:{target.port}"
