"""What hangs: clients, the worker, a process that a driver holds. Nobody waits for ever."""

from __future__ import annotations

import asyncio
import base64
import json
import math
import signal
import socket
import struct
import subprocess
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from multiprocessing.connection import Connection

import pytest
import uvicorn
from starlette.types import Message
from uvicorn.server import ServerState

from bggen.batch import child
from bggen.batch.pool import Outcome, Pool
from bggen.metrics import Metrics
from bggen.serve import ServeConfig, create_app, flow, model, protocol, server, service
from bggen.serve.admission import Admission
from bggen.serve.answers import respond
from bggen.serve.connections import Connections
from bggen.serve.gate import Gate
from bggen.serve.keys import KeyRing
from bggen.serve.orders import Answer, Made, Order, Slot, Terms, Ticket
from bggen.serve.pieces import PIECE, File, PieceByPiece
from bggen.serve.ratelimit import RateLimiter
from bggen.settings import Settings
from tests.serving import FLAT, InstantWorker, assert_problem, client, photo


def test_a_worker_that_says_nothing_costs_one_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "LATE", 0.1)
    worker = InstantWorker()
    worker.hold = True
    with client(worker, deadline=0.1) as http:
        answer = http.post("/generate", files={"photo": ("p.png", photo(), "image/png")})
        assert_problem(answer, 504, "deadline")
        assert http.app.state.service.admission.places == 0
    assert worker.cancelled == [worker.orders[0].id]


def test_a_model_process_that_can_not_be_killed_is_left_behind() -> None:
    class Held:
        def kill(self) -> None: ...

        def wait(self, timeout: float | None = None) -> int:
            assert timeout, "waits for ever"
            raise subprocess.TimeoutExpired("model", timeout)

    mine = model.ModelProcess(Settings(), FLAT, Terms("step", 1, 0.0), 60.0, quiet=True, module="none")
    ours, theirs = socket.socketpair()
    theirs.close()
    mine._process, mine.line = Held(), Connection(ours.detach())  # type: ignore[assignment]  # a stand-in
    with pytest.raises(EOFError, match="still there"):
        mine.receive()
    assert (mine.deaths, mine.line) == (1, None)
    mine.close()


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Pool, socket.socket]]:
    """A pool whose only process is stopped over its first task, and that process's end of the line."""
    pair, ends = socket.socketpair, []

    def kept() -> tuple[socket.socket, socket.socket]:
        ours, theirs = pair()
        ends.append(theirs.dup())
        return ours, theirs

    monkeypatch.setattr(child.socket, "socketpair", kept)
    monkeypatch.setattr("bggen.batch.pool.PATIENCE", 0.2)
    pool = Pool(1, Settings())
    pool.submit("task", None)
    next(iter(pool._busy.values())).process.send_signal(signal.SIGSTOP)
    yield pool, ends[0]
    ends[0].close()
    pool.close(kill=True)


def test_a_stopped_cpu_process_is_ended_when_it_takes_no_task(stopped: tuple[Pool, socket.socket]) -> None:
    pool, theirs = stopped
    theirs.close()
    next(iter(pool._busy.values())).send(bytes(16 * 2**20))  # as a photo: more than a line holds
    assert [outcome.how for outcome in pool.wait(5)] == ["died"]
    assert (pool.deaths, pool.free()) == (1, 1)


def test_a_cpu_process_is_ended_when_it_stops_amid_its_answer(stopped: tuple[Pool, socket.socket]) -> None:
    pool, theirs = stopped
    theirs.send(struct.pack("!i", 1000) + b"half of what was announced")
    assert [outcome.how for outcome in pool.wait(5)] == ["died"]
    assert (pool.deaths, pool.free()) == (1, 1)


def test_a_model_process_that_takes_half_a_message_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would read the next one from its middle on."""

    def stuck(message: object) -> None:
        raise BlockingIOError

    mine = flow.Flow(ServeConfig(options=FLAT), Settings(), Metrics(), "none", 0)
    ended: list[str] = []
    monkeypatch.setattr(mine._model, "send", stuck)
    monkeypatch.setattr(mine._model, "kill", ended.append)
    ticket = Ticket(Order("one", FLAT, b"", "png", math.inf))
    mine.take(ticket)
    mine._at_device[1] = Slot(ticket, prepared=None)  # type: ignore[arg-type]  # nobody looks at it
    mine.cancel("one")
    assert ended == ["it takes no messages (BlockingIOError)"]
    mine.close()


def test_a_death_over_finishing_a_picture_costs_no_painting() -> None:
    mine = flow.Flow(ServeConfig(options=FLAT), Settings(), Metrics(), "none", 0)
    ticket = Ticket(Order("one", FLAT, b"", "png", math.inf))
    mine.take(ticket)
    slot = Slot(ticket, prepared=None, tries=1)  # type: ignore[arg-type]  # nobody looks at it
    died = Outcome(("complete", slot), "died")
    mine._answered(died)
    assert list(mine._painted) == [slot] and not ticket.ended
    slot.tries = flow.TRIES
    mine._answered(died)
    assert ticket.future.exception().reason == "worker_died"  # type: ignore[union-attr]  # a Refusal
    mine.close()


def test_the_second_signal_refuses_what_the_first_would_wait_for() -> None:
    worker = InstantWorker()
    closed = threading.Event()
    worker.close = closed.set  # type: ignore[method-assign]  # as an order that is refused by it
    app = create_app(ServeConfig(options=FLAT), worker)
    running = server.Server(uvicorn.Config(app, log_config=None), app.state.service)
    app.state.service.admission.enter(1)
    for wanted in (False, True):
        running.handle_exit(signal.SIGTERM, None)
        assert not asyncio.run(running.on_tick(1))
        assert closed.wait(5 if wanted else 0) == wanted
    assert not running.force_exit
    running.handle_exit(signal.SIGTERM, None)
    assert running.force_exit


def test_a_request_that_a_stop_cuts_short_is_told_so(caplog: pytest.LogCaptureFixture) -> None:
    told: list[Message] = []

    async def hanging(*_: object) -> None:
        await asyncio.Event().wait()

    async def send(message: Message) -> None:
        told.append(message)

    async def story() -> None:
        config, metrics = ServeConfig(options=FLAT), Metrics()
        gate = Gate(hanging, config, KeyRing(), RateLimiter(config), Admission(1, 1, metrics), metrics)
        scope = {"type": "http", "method": "GET", "path": "/docs", "headers": [(b"host", b"localhost")]}
        asking = asyncio.create_task(gate(scope, hanging, send))  # type: ignore[arg-type]  # it never receives
        await asyncio.sleep(0)
        asking.cancel()
        await asking

    asyncio.run(story())
    assert told[0]["status"] == 503 and b'"reason":"draining"' in told[1]["body"]
    assert "Traceback" not in caplog.text


async def heard(*sent: bytes, pause: float = 0.03) -> bytes:
    """All that comes back until the server hangs up."""
    told = bytearray()

    async def listen(reader: asyncio.StreamReader) -> None:
        with suppress(ConnectionResetError):  # it was sent more than it waited for
            while piece := await reader.read(2**16):
                told.extend(piece)

    async with talking_to(_nobody) as (reader, writer):
        listening = asyncio.create_task(listen(reader))
        for part in sent:
            writer.write(part)
            await asyncio.sleep(pause)
        await asyncio.wait_for(listening, 5)
    return bytes(told)


@asynccontextmanager
async def serving(app: object, limit: int = 8) -> AsyncIterator[tuple[str, int]]:
    """The address of a server that an app stands behind."""
    config = uvicorn.Config(app, ws="none", log_config=None, lifespan="off", timeout_keep_alive=30)
    config.load()
    crowd, state = Connections(limit, Metrics()), ServerState()
    listening = await asyncio.get_running_loop().create_server(
        lambda: protocol.Protocol(config=config, server_state=state, app_state={}, crowd=crowd),
        "127.0.0.1",
        0,
    )
    async with listening:
        yield listening.sockets[0].getsockname()


@asynccontextmanager
async def talking_to(app: object) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A connection to a server that an app stands behind."""
    async with serving(app) as address:
        reader, writer = await asyncio.open_connection(*address)
        yield reader, writer
        writer.close()


async def _nobody(_scope: object, receive: object, send: object) -> None:
    start = {"type": "http.response.start", "status": 401, "headers": [(b"content-length", b"0")]}
    await send(start)  # type: ignore[operator]  # as ASGI has it
    await send({"type": "http.response.body"})  # type: ignore[operator]  # as ASGI has it


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


def test_a_body_that_breaks_after_its_answer_is_hung_up_on(caplog: pytest.LogCaptureFixture) -> None:
    post = b"POST /generate HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    told = asyncio.run(heard(post, b"no chunk\r\n"))
    assert told.startswith(b"HTTP/1.1 401 ") and told.count(b"HTTP/1.1") == 1
    assert "Traceback" not in caplog.text and "LocalProtocolError" not in caplog.text


def test_a_body_that_nobody_reads_keeps_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal is sent before the body is here: whoever goes on with a byte now and then is no client."""
    monkeypatch.setattr(protocol, "BODY_SECONDS", 0.1)
    told = asyncio.run(heard(b"POST /generate HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n", b"a", b"b"))
    assert told.startswith(b"HTTP/1.1 401 ")


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
        bytes(range(256)) * 2**14,
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
        async with serving(_nobody, limit=3) as address:
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


def test_of_many_that_come_at_one_go_each_has_its_request_read() -> None:
    def ask(address: tuple[str, int]) -> socket.socket:
        asking = socket.create_connection(address)
        asking.sendall(GET)
        return asking

    async def told() -> list[bytes]:
        async with serving(_nobody, limit=2) as address:
            ends = [ask(address) for _ in range(6)]  # before the loop takes in the first
            return await asyncio.gather(*(asyncio.to_thread(one.recv, 12) for one in ends))

    assert asyncio.run(told()) == [b"HTTP/1.1 401"] * 6


def test_requests_under_way_are_not_dropped_for_new_connections() -> None:
    async def told() -> list[bytes]:
        go = asyncio.Event()

        async def app(scope: object, receive: object, send: object) -> None:
            await go.wait()
            await _nobody(scope, receive, send)

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
    assert answers == [b"HTTP/1.1 401"] * 2
