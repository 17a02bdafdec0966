"""URLs of strangers: what is fetched, what never is, and that nothing private ever sees a packet."""

from __future__ import annotations

import ipaddress
import random
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpcore
import pytest

from bggen import source
from bggen.errors import BadInput, FetchRefused, FetchUnavailable
from bggen.settings import Settings
from bggen.source.addresses import is_public
from bggen.source.fetch import Fetcher, FetchTimeout, resolve
from tests.serving import assert_problem, client, photo

PUBLIC = "93.184.215.14"
URL = "http://shop.example/p.png"
Script = Callable[[socket.socket, bytes], None]


class Rerouted(httpcore.NetworkBackend):
    """Every connection goes to one port of this machine; notes which address was asked for."""

    def __init__(self, port: int) -> None:
        self.port, self.asked = port, list[str]()

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, **_: Any) -> Any:
        self.asked.append(host)
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.port, timeout)


@contextmanager
def scripted(script: Script, tls: ssl.SSLContext | None = None) -> Iterator[Rerouted]:
    """A server that reads a request's head and then does as the script says."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                peer = listening.accept()[0]
            except OSError:
                return
            threading.Thread(target=talk, args=(peer,), daemon=True).start()

    def talk(peer: socket.socket) -> None:
        try:
            with tls.wrap_socket(peer, server_side=True) if tls else peer as line:
                head = b""
                while b"\r\n\r\n" not in head and (more := line.recv(4096)):
                    head += more
                script(line, head)
        except OSError:
            pass  # the client hung up, as it should

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield Rerouted(listening.getsockname()[1])
    finally:
        listening.close()


def says(text: bytes) -> Script:
    return lambda line, head: line.sendall(text)


def answer(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    lines = [f"HTTP/1.1 {status}", *headers, "Connection: close", "", ""]
    return "\r\n".join(lines).encode() + body


def fetcher(backend: Rerouted, **settings: Any) -> Fetcher:
    names = settings.pop("resolve", lambda host, port: [PUBLIC])
    return Fetcher(settings.pop("max_bytes", 10_000), resolve=names, backend=backend, **settings)


@pytest.fixture(scope="module")
def canary() -> Iterator[tuple[int, list[Any]]]:
    """A port of this machine, on every address of both families, that counts who connects."""
    listening = socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True)
    seen: list[Any] = []

    def count() -> None:
        while True:
            try:
                seen.append(listening.accept())
            except OSError:
                return

    threading.Thread(target=count, daemon=True).start()
    yield listening.getsockname()[1], seen
    listening.close()


FORBIDDEN = [
    "127.0.0.1", "127.1", "0177.0.0.1", "0x7f000001", "2130706433", "１２７.0.0.1", "127。0。0。1", "0.0.0.0",
    "localhost", "localhost.", "LOCALHOST", "a.localhost", "[::1]", "[::]", "0", "0x7f.1", "127.0.0.1.",
    "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "169.254.169.254", "198.18.0.1", "192.0.2.1",
    "[::ffff:127.0.0.1]", "[::ffff:169.254.169.254]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
    "[64:ff9b:1::a00:1]", "[2002:7f00:1::]", "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
    "[2606:4700::5efe:7f00:1]", "[fd00:ec2::254]", "[fe80::1]", "[fe80::1%25eth0]", "224.0.0.1", "[ff02::1]",
    "[fec0::1]", "255.255.255.255", "240.0.0.1", "good@127.0.0.1", "user:secret@localhost", "", "intranet",
    "..", "a..b", "-", "%31%32%37.0.0.1", "127.0.0.1%00.example", "[::1", "x" * 300 + ".example",
]  # fmt: skip


@pytest.mark.parametrize("host", FORBIDDEN, ids=lambda host: host[:30])
def test_no_form_of_a_private_address_is_ever_asked(canary: tuple[int, list[Any]], host: str) -> None:
    port, seen = canary
    fetch = Fetcher(1000, ports=(80, 443, port))
    for scheme in ("http", "https"):
        with pytest.raises(FetchRefused) as told:
            fetch(f"{scheme}://{host}:{port}/x")
        assert "secret" not in str(told.value)
    assert seen == []


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "gopher://shop.example/", "data:image/png;base64,AAAA", "ftp://shop.example/",
        "dict://shop.example/", "javascript:1", "//shop.example/x", "shop.example/x", "", "http://",
        "http:///x", "http://127.0.0.1#@shop.example/", "http://shop.example\\@127.0.0.1/",
        "http://127.0.0.1\\.shop.example/", "http://sh\top.example/", "http://shop.example/a b",
        "http://shop.example/\r\nHost: x", "http://shop.example:22/", "http://shop.example:6379/",
        "http://shop.example:11211/", "http://shop.example:99999/", "http://shop.example:x/",
        "http://shop.example/" + "x" * 3000,
    ],
    ids=lambda url: url[:40],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    def nobody(host: str, port: int) -> list[str]:
        return resolve(host, port) if host[0].isdigit() else [PUBLIC]

    with scripted(says(answer(b"picture"))) as backend:
        with pytest.raises(FetchRefused):
            fetcher(backend, resolve=nobody)(url)
        assert backend.asked == []


def test_every_address_of_a_name_must_be_public() -> None:
    names = {
        "mixed.example": [PUBLIC, "10.0.0.7"],
        "metadata.google.internal": ["169.254.169.254"],
        "six.example": ["2606:4700::1", "::1"],
        "odd.example": ["no address"],
        "none.example": [],
    }
    with scripted(says(answer(b"picture"))) as backend:
        fetch = fetcher(backend, resolve=lambda host, port: names[host])
        for host in (*names, "unknown.example"):  # told alike: nobody learns which names a network has
            with pytest.raises(FetchRefused, match="no such host with a public address"):
                fetch(f"http://{host}/")
        assert backend.asked == []


def test_a_name_that_changes_its_address_gains_nothing() -> None:
    asked = iter(range(10_000))

    def rebinding(host: str, port: int) -> list[str]:
        return [PUBLIC] if next(asked) % 2 == 0 else ["127.0.0.1"]

    with scripted(says(answer(b"picture"))) as backend:
        fetch = fetcher(backend, resolve=rebinding)
        got = [outcome(fetch) for _ in range(200)]
        assert set(backend.asked) == {PUBLIC}
        assert (got.count(b"picture"), got.count(None)) == (100, 100)


def outcome(fetch: Fetcher, url: str = URL) -> bytes | None:
    try:
        return fetch(url)
    except FetchRefused:
        return None


def test_encodings_of_private_ranges_made_at_random() -> None:
    v4_ranges = (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
        "192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 "
        "224.0.0.0/4 240.0.0.0/4"
    )
    dice = random.Random(1)
    for network in map(ipaddress.IPv4Network, v4_ranges.split()):
        for _ in range(20):
            inside = int(network[0]) + dice.randrange(network.num_addresses)
            v4 = ipaddress.IPv4Address(inside)
            wrapped = [f"::ffff:{v4}", f"::{v4}", f"64:ff9b::{v4}", f"2606:4700::5efe:{v4}"]
            wrapped.append(str(ipaddress.IPv6Address((0x2002 << 112) | (inside << 80) | 1)))
            for text in (str(v4), *wrapped):
                assert not is_public(text), text
    for text in (PUBLIC, "8.8.8.8", "2606:4700::1111", f"64:ff9b::{PUBLIC}"):
        assert is_public(text), text


def test_a_picture_comes_whole_and_asks_politely() -> None:
    heads: list[bytes] = []

    def script(line: socket.socket, head: bytes) -> None:
        heads.append(head)
        line.sendall(answer(b"picture", "Content-Length: 7"))

    with scripted(script) as backend:
        assert fetcher(backend)("http://shop.example/bücher/ä.png?größe=1") == b"picture"
    assert heads[0].startswith(b"GET /b%C3%BCcher/%C3%A4.png?gr%C3%B6%C3%9Fe=1 HTTP/1.1\r\n")
    assert b"Host: shop.example\r\n" in heads[0]
    assert b"identity" in heads[0]


def test_proxies_of_the_environment_are_not_used(
    canary: tuple[int, list[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{canary[0]}")
    with scripted(says(answer(b"picture"))) as backend:
        assert fetcher(backend)(URL) == b"picture"
    assert canary[1] == []


def redirecting(*targets: str) -> Script:
    """`/` leads to the first target, `/1` to the second, and so on; then comes the picture."""

    def script(line: socket.socket, head: bytes) -> None:
        place = head.split()[1].decode().strip("/")
        number = int(place) if place.isdecimal() else 0
        if number < len(targets):
            line.sendall(answer(b"", f"Location: {targets[number]}", status="302 Found"))
        else:
            line.sendall(answer(b"picture"))

    return script


@pytest.mark.parametrize(
    ("targets", "connections"),
    [
        (("http://127.0.0.1/",), 1),
        (("http://169.254.169.254/latest/meta-data",), 1),
        (("/1", "http://[::1]/"), 2),
        (("file:///etc/passwd",), 1),
        (("//localhost/",), 1),
        (("http://shop.example:22/",), 1),
        (("http://[",), 1),
        (("/1", "/2", "/3", "/4"), 4),
        (("/",), 4),
    ],
)
def test_redirects_are_checked_like_any_address(targets: tuple[str, ...], connections: int) -> None:
    def names(host: str, port: int) -> list[str]:
        return [PUBLIC] if host == "shop.example" else [host]

    with scripted(redirecting(*targets)) as backend:
        with pytest.raises(FetchRefused) as told:
            fetcher(backend, resolve=names)("http://shop.example/")
        assert backend.asked == [PUBLIC] * connections
    assert "169.254" not in str(told.value), "what the other side said must stay here"


def test_three_redirects_are_followed() -> None:
    with scripted(redirecting("/1", "http://other.example/2", "/3")) as backend:
        assert fetcher(backend)("http://shop.example/") == b"picture"
        assert len(backend.asked) == 4


def endless(line: socket.socket, head: bytes) -> None:
    line.sendall(answer(b""))
    while True:
        line.sendall(b"x" * 65_536)


def lying(line: socket.socket, head: bytes) -> None:
    line.sendall(answer(b"x", "Content-Length: 99999999999"))
    time.sleep(1)


@pytest.mark.parametrize("script", [endless, lying, says(answer(b"x" * 10_001))])
def test_too_many_bytes_end_at_the_limit(script: Script) -> None:
    with scripted(script) as backend, pytest.raises(BadInput, match="10,000 bytes") as told:
        fetcher(backend)(URL)
    assert told.value.http_status == 413


def dripping_body(line: socket.socket, head: bytes) -> None:
    line.sendall(answer(b"", "Content-Length: 500"))
    while True:
        line.sendall(b"x")
        time.sleep(0.02)


def dripping_head(line: socket.socket, head: bytes) -> None:
    for byte in answer(b"x", "X-Long: " + "x" * 500):
        line.sendall(bytes([byte]))
        time.sleep(0.02)


def silent(line: socket.socket, head: bytes) -> None:
    time.sleep(2)


def looping(line: socket.socket, head: bytes) -> None:
    time.sleep(0.2)
    redirecting("/")(line, head)


@pytest.mark.parametrize("script", [dripping_body, dripping_head, silent, looping])
def test_slow_servers_end_by_the_deadline(script: Script) -> None:
    with scripted(script) as backend:
        fetch = fetcher(backend, seconds=0.4)  # which reads the system's certificates
        started = time.monotonic()
        with pytest.raises(FetchTimeout) as told:
            fetch(URL)
        assert time.monotonic() - started < 1.5  # the silent one would take 2
    assert told.value.http_status == 504


def test_a_slow_resolver_ends_by_the_deadline() -> None:
    def slow(host: str, port: int) -> list[str]:
        time.sleep(3)
        return [PUBLIC]

    with pytest.raises(FetchTimeout):
        Fetcher(1000, resolve=slow, seconds=0.2)(URL)


@pytest.mark.parametrize(
    "said",
    [
        answer(b"\x1f\x8b", "Content-Encoding: gzip"),
        answer(b"not here", status="404 Not Found"),
        answer(b"", status="204 No Content"),
        answer(b"", status="302 Found"),
        answer(b"x", "Content-Length: 500"),
        b"SSH-2.0-OpenSSH_9.9\r\n\r\n",
        b"",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 200_000 + b"\r\n\r\n",
    ],
    ids=range(8),
)
def test_answers_that_are_no_picture_are_told_without_their_words(said: bytes) -> None:
    with scripted(says(said)) as backend, pytest.raises(FetchRefused) as told:
        fetcher(backend)(URL + "?token=abc")
    message = str(told.value)
    assert message.startswith(URL)
    assert not any(word in message for word in ("token", "not here", "SSH", PUBLIC))


@pytest.mark.parametrize(
    ("status", "kind"), [("404 Not Found", FetchRefused), ("503 Service Unavailable", FetchUnavailable)]
)
def test_what_may_be_over_in_a_moment_is_told_apart(status: str, kind: type[FetchRefused]) -> None:
    with scripted(says(answer(b"", status=status))) as backend, pytest.raises(FetchRefused) as told:
        fetcher(backend)(URL)
    assert type(told.value) is kind


def test_only_allowed_hosts_where_there_is_a_list() -> None:
    with scripted(says(answer(b"picture"))) as backend:
        fetch = fetcher(backend, allow_hosts=("Shop.example",))
        assert fetch("http://SHOP.example./x") == b"picture"
        assert outcome(fetch, "http://other.example/") is None
        assert outcome(fetch, "http://evil.shop.example/") is None


def test_certificates_are_checked_against_the_name(tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl to make a certificate")
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=shop.example", "-addext", "subjectAltName=DNS:shop.example",
         "-keyout", key, "-out", cert],
        check=True, capture_output=True,
    )  # fmt: skip
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(cert, key)
    with scripted(says(answer(b"picture")), own) as backend:
        trusting = fetcher(backend, tls=ssl.create_default_context(cafile=cert))
        assert trusting("https://shop.example/x") == b"picture"
        assert outcome(trusting, "https://other.example/x") is None
        assert outcome(fetcher(backend), "https://shop.example/x") is None


def test_the_server_and_the_command_line_use_it(canary: tuple[int, list[Any]]) -> None:
    with pytest.raises(FetchRefused):
        source.read("http://127.0.0.1/x.png", Settings())
    with scripted(says(answer(photo()))) as backend, client(fetch=fetcher(backend)) as http:
        good = http.post("/generate/url", json={"url": "http://shop.example/p.png"})
        assert good.status_code == 200
        assert_problem(http.post("/generate/url", json={"url": "http://[::1]/"}), 422, "fetch_refused")
    with scripted(silent) as backend, client(fetch=fetcher(backend, seconds=0.2)) as http:
        assert_problem(http.post("/generate/url", json={"url": URL}), 504, "fetch_timeout")
