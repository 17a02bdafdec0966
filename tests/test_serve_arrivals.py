"""What is still on its way here: it holds no place, takes up what has come, keeps no server from ending."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Awaitable
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from bggen.metrics import Metrics
from bggen.serve import ServeConfig, create_app
from bggen.serve.gate import Gate
from tests.serving import FLAT, InstantWorker, photo

HEAD = b'--b\r\nContent-Disposition: form-data; name="photo"; filename="p.png"\r\n\r\n'
FORM = HEAD + photo() + b"\r\n--b--\r\n"


class Client:
    """One request to an app, a piece of its body at a time; `answer` has what came back."""

    def __init__(self, app: Any, path: str, kind: str, *length: tuple[bytes, bytes]) -> None:
        self._pieces: asyncio.Queue[Message] = asyncio.Queue()
        self.answer: list[Message] = []
        headers = [(b"host", b"localhost"), (b"content-type", kind.encode()), *length]
        scope = {"type": "http", "method": "POST", "path": path, "headers": headers, "query_string": b""}
        self.asking = asyncio.create_task(app(scope, self._pieces.get, self._hear))

    async def _hear(self, message: Message) -> None:
        self.answer.append(message)

    async def send(self, body: bytes, more: bool = True) -> None:
        """Returns when the app has seen the piece and waits for another, or has answered."""
        self._pieces.put_nowait({"type": "http.request", "body": body, "more_body": more})
        while not self._pieces.empty() and not self.asking.done():
            await asyncio.sleep(0)
        await asyncio.sleep(0)

    async def told(self) -> tuple[int, str]:
        """Status and reason word, once it is answered."""
        await asyncio.wait_for(self.asking, 5)
        kind = dict(self.answer[0]["headers"])[b"content-type"]
        body = b"".join(message.get("body", b"") for message in self.answer[1:])
        return self.answer[0]["status"], json.loads(body)["reason"] if b"json" in kind else ""


def upload(app: Any, *length: tuple[bytes, bytes]) -> Client:
    """A request to POST /generate."""
    return Client(app, "/generate", "multipart/form-data; boundary=b", *length)


def test_uploads_that_trickle_in_hold_no_place() -> None:
    async def story() -> None:
        app = create_app(ServeConfig(options=FLAT, queue=1), InstantWorker())
        slow = [upload(app) for _ in range(5)]
        for one in slow:
            await one.send(FORM[:50])
        admission = app.state.service.admission
        assert (admission.places, admission.under_way, admission.held) == (0, 5, 250)
        quick = upload(app)
        await quick.send(FORM, more=False)
        assert await quick.told() == (200, "")
        for one in slow:
            await one.send(FORM[50:], more=False)
            assert await one.told() == (200, "")
        assert (admission.places, admission.under_way, admission.held) == (0, 0, 0)

    asyncio.run(story())


def test_an_upload_that_finds_the_queue_full_is_told_so() -> None:
    async def story() -> None:
        app = create_app(ServeConfig(options=FLAT, queue=1), InstantWorker())
        slow = upload(app)
        await slow.send(FORM[:50])
        admission = app.state.service.admission
        admission.enter(admission.let_in(0))
        await slow.send(FORM[50:], more=False)
        assert await slow.told() == (503, "queue_full")
        assert admission.under_way == 1

    asyncio.run(story())


def test_a_length_that_is_only_announced_takes_no_room() -> None:
    """Else eight heads with nothing behind them would keep everybody out."""

    async def story() -> None:
        app = create_app(ServeConfig(options=FLAT, queue_bytes=4000, max_upload=4000), InstantWorker())
        for _ in range(3):
            await upload(app, (b"content-length", b"3900")).send(b"")
        large, larger = upload(app), upload(app)
        start = HEAD + bytes(2000)
        await large.send(start)
        await larger.send(start)  # what is here counts, announced or not
        assert await larger.told() == (503, "queue_bytes")
        assert app.state.service.admission.held == len(start)

    asyncio.run(story())


def waits_for_a_body(app: Any, fetching: threading.Event) -> Awaitable[Client]:
    async def ask() -> Client:
        client = upload(app)
        await client.send(FORM[:50])
        return client

    return ask()


def waits_for_a_fetch(app: Any, fetching: threading.Event) -> Awaitable[Client]:
    async def ask() -> Client:
        client = Client(app, "/generate/url", "application/json")
        await client.send(b'{"url": "https://public.example/p.png"}', more=False)
        await asyncio.to_thread(fetching.wait, 5)
        return client

    return ask()


@pytest.mark.parametrize("ask", [waits_for_a_body, waits_for_a_fetch])
def test_a_server_that_stops_waits_for_nothing_that_is_to_come(ask: Any) -> None:
    fetching, over = threading.Event(), threading.Event()

    def fetch(url: str) -> bytes:
        fetching.set()
        over.wait(5)
        return b""

    async def story() -> None:
        app = create_app(ServeConfig(options=FLAT), InstantWorker(), fetch=fetch)
        asking = await ask(app, fetching)
        app.state.service.admission.stop()
        assert await asking.told() == (503, "draining")
        over.set()

    asyncio.run(story())


def test_a_body_that_comes_when_nobody_waits_any_more_is_refused() -> None:
    """The app may be busy with a piece of it at the moment of the stop."""
    config, metrics = ServeConfig(options=FLAT), Metrics()
    service = create_app(config, InstantWorker()).state.service

    async def busy(scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        service.admission.stop()
        await receive()

    async def story() -> None:
        gate = Gate(busy, config, service.keys, service.limiter, service.admission, metrics)
        asking = upload(gate)
        await asking.send(b"x")
        assert await asking.told() == (503, "draining")

    asyncio.run(story())


def test_whoever_hangs_up_amid_a_body_leaves_nothing_behind() -> None:
    async def story() -> None:
        app = create_app(ServeConfig(options=FLAT), InstantWorker())
        asking = upload(app)
        await asking.send(FORM[:50])
        asking._pieces.put_nowait({"type": "http.disconnect"})
        await asyncio.wait_for(asking.asking, 5)
        admission = app.state.service.admission
        assert (asking.answer[0]["status"], admission.under_way, admission.held) == (499, 0, 0)

    asyncio.run(story())
