"""Connections: an end to every wait for their clients, room for those who come, turns for all."""

from __future__ import annotations

import asyncio
import base64
import errno
import json
import socket
from asyncio import selector_events
from contextlib import suppress
from typing import Any

import h11
import pytest
from starlette.types import Message

from bggen.metrics import Metrics
from bggen.serve.door import protocol
from bggen.serve.door.connections import Connections
from bggen.serve.orders import Answer, Made
from bggen.serve.talk.answers import respond
from bggen.serve.talk.pieces import PIECE, File, PieceByPiece
from tests.connecting import nobody, serving, talking_to
from tests.logged import Logged


async def heard(*sent: bytes, pause: float = 0.03) -> bytes:
    """All that comes back until the server hangs up."""
    told = bytearray()

    async def listen(reader: asyncio.StreamReader) -> None:
        with suppress(ConnectionResetError):  # it was sent more than it waited for
            while piece := await reader.read(2**16):
                told.extend(piece)

    async with talking_to(nobody) as (reader, writer):
        listening = asyncio.create_task(listen(reader))
        for part in sent:
            writer.write(part)
            await asyncio.sleep(pause)
        await asyncio.wait_for(listening, 5)
    return bytes(told)


@pytest.mark.parametrize(
    ("sent", "answers"),
    [
        ((b"GET / HTTP/1.1\r\n", b"Ho", b"st"), [b"408"]),
        ((), []),  # who says nothing hears nothing
        ((b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", b"GET / HT"), [b"401", b"408"]),
    ],
)
def test_a_head_that_does_not_come_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, sent: tuple[bytes, ...], answers: list[bytes]
) -> None:
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.1)
    told = asyncio.run(heard(*sent))
    assert [line[9:12] for line in told.splitlines() if line.startswith(b"HTTP/1.1 ")] == answers


def test_a_body_that_breaks_after_its_answer_is_hung_up_on(logged: Logged) -> None:
    post = b"POST /generate HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    told = asyncio.run(heard(post, b"no chunk\r\n"))
    assert told.startswith(b"HTTP/1.1 401 ") and told.count(b"HTTP/1.1") == 1
    assert "Traceback" not in logged.text and "LocalProtocolError" not in logged.text


def test_a_body_in_small_chunks_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a key it had the loop for seconds, again and again: all of it was looked at."""
    looked_at, look = list[int](), h11.Connection.receive_data

    def counted(connection: h11.Connection, data: bytes) -> None:
        looked_at.append(len(data))
        look(connection, data)

    monkeypatch.setattr(h11.Connection, "receive_data", counted)
    post = b"POST /generate HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    told = asyncio.run(heard(post + b"1\r\nx\r\n" * 100_000, b"1\r\nx\r\n"))
    assert told.startswith(b"HTTP/1.1 401 ")
    assert max(looked_at) <= protocol.READ and sum(looked_at) <= 4 * protocol.READ


def test_an_offer_of_another_protocol_is_turned_down_without_a_word(logged: Logged) -> None:
    get = b"GET / HTTP/1.1\r\nHost: a\r\nConnection: %b, close\r\nUpgrade: %b\r\n\r\n"
    for offer in ((b"Upgrade, HTTP2-Settings", b"h2c"), (b"Upgrade", b"websocket")):
        assert asyncio.run(heard(get % offer)).startswith(b"HTTP/1.1 401 ")
    assert not logged.records


def test_a_body_that_nobody_reads_keeps_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal is sent before the body is here: whoever goes on with a byte now and then is no client."""
    monkeypatch.setattr(protocol, "BODY_SECONDS", 0.1)
    told = asyncio.run(heard(b"POST /generate HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n", b"a", b"b"))
    assert told.startswith(b"HTTP/1.1 401 ")


def test_who_sends_all_before_it_listens_hears_a_last_answer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many clients ask for the connection to be closed: their refusal must not go with it."""
    post = b"POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"

    async def told(size: int, sent: int) -> bytes:
        async with talking_to(nobody) as (reader, writer):
            writer.write(post % size + bytes(sent))
            await asyncio.wait_for(writer.drain(), 5)
            answer = await asyncio.wait_for(reader.read(), 5)
            while not writer.transport.is_closing():  # told by an error, as something is sent after the end
                writer.write(b"x")
                await asyncio.sleep(0.01)
            return answer

    monkeypatch.setattr(protocol, "BODY_SECONDS", 0.1)
    for size, sent in ((2**23, 2**23), (2**24, 2**23)):  # all that it announced, and less
        assert asyncio.run(told(size, sent)).startswith(b"HTTP/1.1 401 ")


def test_who_hangs_up_before_its_last_answer_costs_no_traceback(
    monkeypatch: pytest.MonkeyPatch, logged: Logged
) -> None:
    post = b"POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 9\r\n\r\n"

    def gone(transport: Any) -> None:
        raise OSError(errno.ENOTCONN, "Transport endpoint is not connected")

    monkeypatch.setattr(selector_events._SelectorSocketTransport, "write_eof", gone)
    asyncio.run(heard(post))
    assert "Traceback" not in logged.text and not logged.records


def test_a_body_that_comes_late_leaves_its_connection_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "BODY_SECONDS", 0.25)
    post = b"POST /generate HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n"
    get = b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    told = asyncio.run(heard(post, b"ab", b"", b"", b"", get, pause=0.07))
    assert told.count(b"HTTP/1.1 401 ") == 2


def test_an_answer_that_nobody_takes_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = bytes(16 * 2**20)  # more than a system's own buffers hold

    async def app(_scope: object, receive: object, send: object) -> None:
        start = {"type": "http.response.start", "status": 200, "headers": []}
        await send(start)  # type: ignore[operator]  # as ASGI has it
        await send({"type": "http.response.body", "body": picture})  # type: ignore[operator]  # as ASGI has it

    async def taken(pause: float) -> int:
        async with talking_to(app) as (reader, writer):
            writer.write(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            await asyncio.sleep(pause)
            return len(await asyncio.wait_for(reader.read(), 5))

    assert asyncio.run(taken(0)) > len(picture)
    monkeypatch.setattr(protocol, "TAKING_SECONDS", 0.1)
    monkeypatch.setattr(protocol, "SLOWEST", 2**40)
    assert asyncio.run(taken(0.3)) < len(picture)


def test_an_answer_that_is_sipped_is_not_kept_either(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of its pieces goes soon enough; all of them do not."""
    monkeypatch.setattr(protocol, "TAKING_SECONDS", 0.2)
    monkeypatch.setattr(protocol, "SLOWEST", 2**40)
    answer = PieceByPiece([File(bytes(64 * 2**20))], "image/png", {})

    async def sipped() -> int:
        async with talking_to(answer) as (reader, writer):
            writer.write(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            size = 0
            while piece := await reader.read(2**20):
                size += len(piece)
                await asyncio.sleep(0.002)
            return size

    assert asyncio.run(sipped()) < 64 * 2**20


def test_others_have_their_turn_while_a_large_answer_leaves() -> None:
    made = Made(
        bytes(range(256)) * 2**12,
        "png",
        "ok",
        {"seed": 1, "checks": {"confidence": 1}, "model": {"name": "m"}},
    )

    async def told() -> tuple[bytes, int]:
        body, turns = bytearray(), 0

        async def send(message: Message) -> None:
            body.extend(message.get("body", b""))

        async def other() -> None:
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0)

        beside = asyncio.create_task(other())
        response = await respond(Answer([made, made], {"paint": 1.0}), "json", "one")
        turns = 0
        await response({"type": "http"}, None, send)  # type: ignore[arg-type]  # nothing is received
        beside.cancel()
        assert int(response.headers["content-length"]) == len(body)
        return bytes(body), turns

    body, turns = asyncio.run(told())
    assert turns >= 2 * len(made.data) // PIECE
    pictures = json.loads(body)["pictures"]
    assert [base64.b64decode(picture["data"]) for picture in pictures] == [made.data] * 2


GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"


def test_idle_connections_make_room_for_new_ones() -> None:
    """Whether they never said a word, are amid their head, or have had their answer."""

    async def told() -> list[bytes]:
        ends = []
        async with serving(nobody, limit=3) as address:
            for sent in (b"", b"GET / HT", GET):
                for _ in range(3):
                    reader, writer = await asyncio.open_connection(*address)
                    ends.append((reader, writer))
                    writer.write(sent)
                    if sent == GET:
                        await reader.readuntil(b"\r\n\r\n")
            dropped = [await asyncio.wait_for(reader.read(9), 5) for reader, _ in ends[:6]]
            writer.write(GET)
            return [*dropped, await reader.read(12)]

    assert asyncio.run(told()) == [b""] * 6 + [b"HTTP/1.1 401"]


def _ask(address: tuple[str, int], sent: bytes) -> socket.socket:
    asking = socket.create_connection(address)
    asking.sendall(sent)
    return asking


def test_of_many_that_come_at_one_go_each_has_its_request_read() -> None:
    async def told() -> list[bytes]:
        async with serving(nobody, limit=2) as address:
            ends = [_ask(address, GET) for _ in range(6)]  # before the loop takes in the first
            return await asyncio.gather(*(asyncio.to_thread(one.recv, 12) for one in ends))

    assert asyncio.run(told()) == [b"HTTP/1.1 401"] * 6


@pytest.mark.parametrize(("sent", "answer"), [(b"GET / HT", b""), (GET, b"HTTP/1.1 401")])
def test_of_many_that_come_at_one_go_no_more_are_kept_than_may_be(sent: bytes, answer: bytes) -> None:
    def heard(one: socket.socket) -> tuple[bytes, bool]:
        one.settimeout(0.5)
        told = b""
        try:
            while piece := one.recv(4096):
                told += piece
        except TimeoutError:
            return told[:12], True
        except ConnectionResetError:
            pass
        return told[:12], False

    async def told() -> list[tuple[bytes, bool]]:
        async with serving(nobody, limit=2) as address:
            ends = [_ask(address, sent) for _ in range(6)]  # before the loop takes in the first
            return await asyncio.gather(*(asyncio.to_thread(heard, one) for one in ends))

    replies = asyncio.run(told())
    assert [told for told, _ in replies] == [answer] * 6
    assert sum(kept for _, kept in replies) == 2


def test_requests_under_way_are_not_dropped_for_new_connections() -> None:
    async def told() -> list[bytes]:
        go = asyncio.Event()

        async def app(scope: object, receive: object, send: object) -> None:
            await go.wait()
            await nobody(scope, receive, send)

        async with serving(app, limit=2) as address:
            ends = []
            for _ in range(3):
                ends.append(await asyncio.open_connection(*address))
                ends[-1][1].write(GET)
                await asyncio.sleep(0.02)
            refused = await asyncio.wait_for(ends[2][0].read(), 5)
            go.set()
            return [refused, *[await reader.read(12) for reader, _ in ends[:2]]]

    refused, *answers = asyncio.run(told())
    assert refused.startswith(b"HTTP/1.1 503 ") and b"too_many_connections" in refused
    assert b"retry-after: 1" in refused.lower()
    assert b"x-content-type-options: nosniff" in refused.lower() and b"no-store" in refused
    assert answers == [b"HTTP/1.1 401"] * 2


def test_a_connection_that_finds_no_room_counts_as_refused() -> None:
    class Busy:
        address, quiet_since = "192.0.2.1", 0.0

        def is_idle(self) -> bool:
            return False

        def is_stalled(self) -> bool:
            return False

        def has_unread(self) -> bool:
            return False

        def drop(self) -> None:
            raise AssertionError("its request is under way")

    metrics = Metrics()
    registry = metrics.switch_on()
    crowd = Connections(1, metrics)
    assert [crowd.enter(Busy()), crowd.enter(Busy())] == [True, False]
    assert registry.get_sample_value("bggen_queue_rejected_total", {"reason": "too_many_connections"}) == 1
    assert registry.get_sample_value("bggen_connections") == 1
