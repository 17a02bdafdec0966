"""Answers that their clients don't take: the last bytes count as the first, and no stop waits for them."""

from __future__ import annotations

import asyncio
import signal
import socket
from functools import partial
from typing import Any

import httpx
import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from bggen.metrics import Metrics
from bggen.serve import ServeConfig, create_app, server
from bggen.serve.door import protocol
from bggen.serve.door.connections import Connections
from bggen.serve.orders import Answer, Made, Order
from tests.connecting import nobody, serving, slow_client
from tests.logged import Logged
from tests.serving import FLAT, InstantWorker, photo

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


class MuchWorker(InstantWorker):
    """Its pictures are larger than what the system holds of an answer."""

    def make(self, order: Order) -> Answer:
        record: dict[str, Any] = {"seed": 1, "checks": {"confidence": 1}, "model": {"name": "m"}}
        return Answer([Made(bytes(16 * 2**20), "png", "ok", record)], {})


def upload() -> bytes:
    request = httpx.Request("POST", "http://localhost/generate", files={"photo": ("p.png", photo())})
    head = "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
    return f"POST /generate HTTP/1.1\r\n{head}\r\n".encode() + request.read()


@pytest.mark.parametrize(
    ("asked", "under_way"),
    [(upload(), 1), (GET.replace(b"/", b"/openapi.json", 1), 0)],
    ids=["an answer under way", "its last bytes"],
)
def test_the_second_signal_waits_for_no_answer_to_be_taken(
    asked: bytes, under_way: int, logged: Logged
) -> None:
    """Whether its request is under way still, or uvicorn waits for the connection to close."""

    async def story() -> None:
        app = create_app(ServeConfig(options=FLAT), MuchWorker())
        listening = server.listen("127.0.0.1", 0)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SENDING)
        kind = partial(protocol.Protocol, crowd=Connections(8, Metrics()))
        config = uvicorn.Config(app, http=kind, ws="none", log_config=None, timeout_graceful_shutdown=20)  # type: ignore[arg-type]  # as `run` has it
        running = server.Server(config, app.state.service)
        until_the_end = asyncio.create_task(running.serve([listening]))
        await asyncio.sleep(0.01)
        _, writer = await slow_client(listening.getsockname())
        writer.write(asked)
        while not any(one.is_stalled() for one in running.server_state.connections):  # type: ignore[union-attr]  # all are ours
            await asyncio.sleep(0.01)
        assert app.state.service.admission.under_way == under_way
        running.handle_exit(signal.SIGTERM, None)
        await asyncio.sleep(0.25)
        assert not until_the_end.done()
        running.handle_exit(signal.SIGTERM, None)
        await asyncio.wait_for(until_the_end, 5)

    asyncio.run(story())
    assert not [record for record in logged.records if record.levelname == "ERROR"]
