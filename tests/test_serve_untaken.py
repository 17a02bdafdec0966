"""Answers that their clients don't take: the last bytes count as the first."""

from __future__ import annotations

import asyncio

import pytest
from starlette.types import Receive, Scope, Send

from bggen.serve import protocol
from tests.connecting import nobody, serving, slow_client

GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
TAIL = 48 * 1024  # bytes: more than the system holds here, less than asyncio would have a client owe unseen
SENDING = 4096  # bytes that the system holds


async def tail(_scope: Scope, _receive: Receive, send: Send) -> None:
    headers = [(b"content-length", str(TAIL).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": bytes(TAIL)})


async def body_of(reader: asyncio.StreamReader) -> int:
    """Bytes of a body until the server hangs up."""
    await reader.readuntil(b"\r\n\r\n")
    return len(await asyncio.wait_for(reader.read(), 5))


def test_the_last_bytes_of_an_answer_have_an_end_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "TAKING_SECONDS", 0.1)
    monkeypatch.setattr(protocol, "SLOWEST", 2**40)
    hung_up = asyncio.Event()
    monkeypatch.setattr(protocol.Protocol, "connection_lost", lambda *_: hung_up.set())

    async def taken() -> int:
        async with serving(tail, sending=SENDING) as address:
            reader, writer = await slow_client(address)
            writer.write(GET)
            await asyncio.wait_for(hung_up.wait(), 5)
            return await body_of(reader)

    assert asyncio.run(taken()) < TAIL


def test_who_has_not_taken_all_of_an_answer_is_not_idle() -> None:
    """Else the tail of the answer would make room for a new connection, though another one is idle."""

    async def taken() -> int:
        async with serving(tail, limit=2, sending=SENDING) as address:
            reader, writer = await slow_client(address)
            writer.write(GET.replace(b"Host", b"Connection: close\r\nHost"))
            await asyncio.sleep(0.05)
            for _ in range(2):
                await asyncio.open_connection(*address)
            await asyncio.sleep(0.05)
            return await body_of(reader)

    assert asyncio.run(taken()) == TAIL


def test_the_rest_of_a_body_is_no_request_to_wait_for() -> None:
    """It came after its refusal; uvicorn ends no idle connection in which something came since."""

    async def told() -> bytes:
        async with serving(nobody, timeout_keep_alive=0.1) as address:
            reader, writer = await asyncio.open_connection(*address)
            writer.write(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n")
            await asyncio.sleep(0.03)
            writer.write(b"ab")
            return await asyncio.wait_for(reader.read(), 5)

    assert asyncio.run(told()).startswith(b"HTTP/1.1 401 ")
