"""What hangs or stops: the worker, its processes, the server itself. Nobody waits for ever."""

from __future__ import annotations

import asyncio
import json
import math
import signal
import socket
import struct
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from types import SimpleNamespace
from typing import Any

import pytest
import uvicorn
from starlette.types import Message

from bggen.batch.workers import child
from bggen.batch.workers.pool import Outcome, Pool
from bggen.batch.workers.tasks import Finished
from bggen.metrics import Metrics
from bggen.serve import ServeConfig, create_app, server, service
from bggen.serve.door.admission import Admission
from bggen.serve.door.gate import Gate
from bggen.serve.door.keys import KeyRing
from bggen.serve.door.ratelimit import RateLimiter
from bggen.serve.orders import Cancel, Failure, Order, Painted, Slot, Terms, Ticket
from bggen.serve.problems import Refusal
from bggen.serve.work import flow, model
from bggen.serve.work.worker import Worker
from bggen.settings import Settings
from bggen.spec import PainterInfo
from tests.logged import Logged
from tests.serving import FLAT, InstantWorker, assert_problem, client, photo


def test_a_worker_that_says_nothing_costs_one_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "LATE", 0.1)
    worker = InstantWorker()
    worker.hold = True
    with client(worker, deadline=0.1) as http:
        answer = http.post("/generate", files={"photo": ("p.png", photo(), "image/png")})
        assert_problem(answer, 504, "deadline")
        assert http.app.state.service.admission.under_way == 0
    assert worker.cancelled == [worker.orders[0].id]


def test_a_model_process_that_can_not_be_killed_is_left_behind() -> None:
    mine = model.ModelProcess(Settings(), FLAT, Terms("step", 1, 0.0), 60.0, quiet=True, module="none")
    ours, theirs = socket.socketpair()
    theirs.close()
    mine._process, mine.line = Held(), Connection(ours.detach())  # type: ignore[assignment]  # a stand-in
    with pytest.raises(EOFError, match="still there"):
        mine.receive()
    assert (mine.deaths, mine.line, mine.process) == (1, None, None)
    mine.close()


def test_a_model_that_dies_all_night_is_started_no_more_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pause was too large a number after 8 hours: from there on it was started without any."""
    now = [1000.0]
    monkeypatch.setattr(model.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(model.log, "error", lambda *_: None)
    mine = model.ModelProcess(Settings(), FLAT, Terms("step", 1, 0.0), 60.0, quiet=True, module="none")
    for _ in range(1100):
        die(mine, InstantWorker().painter.info)
    assert (mine.deaths, mine._start_at) == (1100, 1000.0 + model.LONGEST_PAUSE)


def die(mine: model.ModelProcess, info: PainterInfo | None = None) -> None:
    """Its process dies, over loading where there is no `info`."""
    ours, theirs = socket.socketpair()
    theirs.close()
    mine._process, mine.line = Held(), Connection(ours.detach())  # type: ignore[assignment]  # a stand-in
    mine.info = info
    with pytest.raises(EOFError):
        mine.receive()


def test_a_model_that_dies_over_loading_is_given_up() -> None:
    """It was started again for ever, and nobody learnt of it but by the log."""
    work = flow.Flow(ServeConfig(options=FLAT), Settings(), Metrics(), "none", 0)
    mine = work._model
    die(mine)
    die(mine, InstantWorker().painter.info)  # this one had loaded
    die(mine)
    work._tell()
    assert work.state.why == "the model's process died over loading it, 2 times of at most 5"
    waiting = Ticket(Order("one", FLAT, b"", "png", math.inf))
    work.take(waiting)
    for _ in range(3):
        assert mine.broken is None
        die(mine)
    work._model_died()
    assert work.state.broken is not None
    assert "died over loading it 5 times in a row, the last time with" in work.state.broken.message
    with pytest.raises(Refusal, match="can't be loaded") as refused:
        waiting.future.result(0)
    assert refused.value.http_status == 503
    service: Any = SimpleNamespace(worker=SimpleNamespace(state=lambda: work.state))
    ending = server.Server(uvicorn.Config("no:app", log_config=None), service)
    assert asyncio.run(ending.on_tick(1))
    assert ending.exit_code == 1


def test_no_process_to_be_had_just_now_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each turn of the worker ended in a traceback, five a second, and no order survived it."""

    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(model.child, "start", refuse)
    mine = model.ModelProcess(Settings(), FLAT, Terms("step", 1, 0.0), 60.0, quiet=True, module="none")
    mine.tend()
    assert (mine.line, mine.deaths) == (None, 0)
    assert mine._start_at > time.monotonic()


def test_a_pause_of_all_of_us_is_no_silence_of_the_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-Z stops the server with its processes; when they go on, the beats do so too."""
    now = [1000.0]
    monkeypatch.setattr(model.time, "monotonic", lambda: now[0])
    mine = model.ModelProcess(Settings(), FLAT, Terms("step", 1, 0.0), 60.0, quiet=True, module="none")
    ours, theirs = socket.socketpair()
    held = Held()
    mine._process, mine.line = held, Connection(ours.detach())  # type: ignore[assignment]  # a stand-in
    mine.info = InstantWorker().painter.info
    for passed in (0.25, 3600.0, 0.25):
        now[0] += passed
        mine.tend()
        assert mine.warm and not held.killed.is_set()
    assert mine.ticks == 0
    for passed in [0.25] * 280:  # more than a minute in which it had its chance
        now[0] += passed
        mine.tend()
        assert mine.warm or mine.ticks or held.killed.is_set()
    assert held.killed.is_set()
    mine.info = replace(mine.info, device="cuda:0")  # for which it may wait, holding everything
    mine._silence = model.SILENCE
    assert mine.ticks == 0
    theirs.close()
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
    for name in ("SENDING", "RECEIVING"):
        monkeypatch.setattr(f"bggen.batch.workers.pool.{name}", 0.2)
    pool = Pool(1, Settings())
    pool.submit("task", None)
    next(iter(pool._busy.values())).process.send_signal(signal.SIGSTOP)
    yield pool, ends[0]
    ends[0].close()
    pool.close(kill=True)


def test_a_stopped_cpu_process_is_ended_when_it_takes_no_task(stopped: tuple[Pool, socket.socket]) -> None:
    pool, theirs = stopped
    theirs.close()
    (worker,) = pool._busy.values()
    worker.give(bytes(16 * 2**20))  # as a photo: more than a line holds
    assert worker._sending is not None and worker._sending.is_alive()  # and nobody waits for that
    assert [outcome.how for outcome in pool.wait(5)] == ["died"]
    assert (pool.deaths, pool.free()) == (1, 1)


def test_a_cpu_process_is_ended_when_it_stops_amid_its_answer(stopped: tuple[Pool, socket.socket]) -> None:
    pool, theirs = stopped
    theirs.send(struct.pack("!i", 1000) + b"half of what was announced")
    assert [outcome.how for outcome in pool.wait(5)] == ["died"]
    assert (pool.deaths, pool.free()) == (1, 1)


class Held:
    """A process that can't be ended."""

    def __init__(self) -> None:
        self.killed = threading.Event()

    def kill(self) -> None:
        self.killed.set()

    def wait(self, timeout: float | None = None) -> int:
        assert timeout, "waits for ever"
        raise subprocess.TimeoutExpired("model", timeout)


def test_a_model_process_that_takes_half_a_message_is_ended(logged: Logged) -> None:
    """It would read the next one from its middle on. And nobody waits for it meanwhile."""
    ours, theirs = socket.socketpair()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", 0, 100_000))
    held = Held()
    outbox = model.Outbox(held, Connection(ours.detach()))  # type: ignore[arg-type]  # a stand-in
    outbox.put(bytes(16 * 2**20))  # more than a line holds
    assert not held.killed.is_set()
    assert held.killed.wait(5)
    assert "takes no messages (BlockingIOError)" in logged.text
    outbox.close()
    theirs.close()


def test_a_scene_that_fails_stops_the_others_of_its_request(monkeypatch: pytest.MonkeyPatch) -> None:
    metrics = Metrics()
    registry = metrics.switch_on()
    mine = flow.Flow(ServeConfig(options=FLAT), Settings(), metrics, "none", 0)
    sent: list[object] = []
    monkeypatch.setattr(mine._model, "send", sent.append)
    ticket = Ticket(Order("one", FLAT, b"", "png", math.inf))
    mine.take(ticket)
    for number in (1, 2):
        mine._at_device[number] = Slot(ticket, prepared=None)  # type: ignore[arg-type]  # nobody looks at it
    mine._from_device(Painted([1], [Failure("paint_failed", "it broke")], 0.1, 1, 1))
    assert ticket.ended and sent == [Cancel("one")]
    mine._from_device(Painted([2], [Failure("cancelled", "")], 0.1, 1, 1))
    assert not mine._at_device
    painted = registry.get_sample_value("ai_bg_inference_duration_seconds_count", {"model": "flat"})
    assert not painted  # no picture, and so no time of one
    mine.close()


def test_a_bug_leaves_the_model_at_work_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = flow.Flow(ServeConfig(options=FLAT), Settings(), Metrics(), "none", 0)
    sent: list[object] = []
    monkeypatch.setattr(mine._model, "send", sent.append)
    ticket = Ticket(Order("one", FLAT, b"", "png", math.inf))
    mine.take(ticket)
    mine._at_device = {number: Slot(ticket, prepared=None) for number in (1, 2)}  # type: ignore[arg-type]  # nobody looks at it
    mine.start_over()
    assert ticket.future.exception().http_status == 500  # type: ignore[union-attr]  # a Refusal
    assert sent == [Cancel("one")] and not mine._at_device
    mine.close()


def test_a_model_that_has_gone_holds_no_memory() -> None:
    metrics = Metrics()
    registry = metrics.switch_on()
    mine = flow.Flow(ServeConfig(options=FLAT), Settings(), metrics, "none", 0)
    ours, theirs = socket.socketpair()
    theirs.close()
    mine._model._process, mine._model.line = Held(), Connection(ours.detach())  # type: ignore[assignment]  # a stand-in
    mine._model.memory = 2**30
    mine._tell()
    assert registry.get_sample_value("bggen_device_memory_bytes") == 2**30
    mine._listen()
    mine._tell()
    assert registry.get_sample_value("bggen_device_memory_bytes") == 0
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


def test_each_picture_is_told_of_as_it_is_finished() -> None:
    mine, told = flow.Flow(ServeConfig(options=FLAT), Settings(), Metrics(), "none", 0), list[int]()
    ticket = Ticket(Order("one", FLAT, b"", "png", math.inf, made=told.append), expected=2)
    mine.take(ticket)
    side = json.dumps({"timings": {}, "checks": {"confidence": 1.0}}).encode()
    for number, size in enumerate((300, 200)):
        slot = Slot(ticket, prepared=SimpleNamespace(variant=number))  # type: ignore[arg-type]  # as far as it is looked at
        mine._answered(
            Outcome(("complete", slot), "answer", Finished("ok", "", size, {}, None, bytes(size), side))
        )
        assert told == [300, 200][: number + 1]
    assert [len(made.data) for made in ticket.future.result(0).pictures] == told
    mine.close()


def test_callers_take_turns_at_being_worked_for() -> None:
    mine = flow.Flow(ServeConfig(options=FLAT), Settings(), Metrics(), "none", 0)

    def come(name: str) -> Ticket:
        ticket = Ticket(Order(name, FLAT, b"", "png", math.inf, caller=name[0]))
        mine.take(ticket)
        return ticket

    at_work, *_ = [come(f"hog {number}") for number in range(5)]
    mine._queued.remove(at_work)
    mine._opening.add(at_work)
    come("new")
    come("new too")
    order = []
    while mine._queued:
        ticket = mine._whose_turn()
        order.append(ticket.order.id)
        mine._queued.remove(ticket)
        mine._opening.add(ticket)
    assert order == ["new", "hog 1", "new too", "hog 2", "hog 3", "hog 4"]
    mine.close()


def test_a_worker_that_can_not_warm_up_works_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = Worker(ServeConfig(options=FLAT), Settings(), Metrics(), "none")
    turned = threading.Event()

    def no_process() -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(mine._flow, "warm_up", no_process)
    monkeypatch.setattr(mine._flow, "turn", turned.set)
    mine.start()
    assert turned.wait(5)
    mine.close()


def test_the_second_signal_refuses_what_the_first_would_wait_for() -> None:
    worker = InstantWorker()
    closed = threading.Event()
    worker.close = closed.set  # type: ignore[method-assign]  # as an order that is refused by it
    app = create_app(ServeConfig(options=FLAT), worker)
    running = server.Server(uvicorn.Config(app, log_config=None), app.state.service)
    app.state.service.admission.let_in(1)
    for wanted in (False, True):
        running.handle_exit(signal.SIGTERM, None)
        assert not asyncio.run(running.on_tick(1))
        assert closed.wait(5 if wanted else 0) == wanted
        assert app.state.service.admission.stopped == wanted  # nor for what is still arriving
    assert not running.force_exit
    running.handle_exit(signal.SIGTERM, None)
    assert running.force_exit


def test_a_stop_may_come_at_the_moment_at_which_a_wait_ends() -> None:
    async def story() -> None:
        admission = Admission(1, 1, Metrics())
        place = admission.let_in(0)

        async def body() -> None:
            async with admission.patience(place, until=0.0):
                await asyncio.Event().wait()

        waiting = asyncio.create_task(body())
        await asyncio.sleep(0)  # it waits
        await asyncio.sleep(0)  # its time is over, and it doesn't know yet
        admission.stop()
        with pytest.raises(Refusal, match="stopped"):
            await waiting

    asyncio.run(story())


def test_a_request_that_a_stop_cuts_short_is_told_so(logged: Logged) -> None:
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
    assert "Traceback" not in logged.text
