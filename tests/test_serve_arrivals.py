"""The door of the queue, and what is on its way there: uploads and fetched pictures, slow or too large."""

from __future__ import annotations

import asyncio
import json
import queue
import threading
import time
from collections import defaultdict
from collections.abc import Awaitable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from bggen.metrics import Metrics
from bggen.serve import ServeConfig, create_app, service
from bggen.serve.door.gate import Gate
from bggen.serve.fetches import Fetches
from tests.serving import FLAT, KEY, InstantWorker, assert_problem, client, photo

FILES = {"photo": ("p.png", photo(), "image/png")}
HEAD = b'--b\r\nContent-Disposition: form-data; name="photo"; filename="p.png"\r\n\r\n'
FORM = HEAD + photo() + b"\r\n--b--\r\n"


class Client:
    """One request to an app, a piece of its body at a time; `answer` has what came back."""

    def __init__(self, app: Any, path: str, kind: str, *length: tuple[bytes, bytes]) -> None:
        self.pieces: asyncio.Queue[Message] = asyncio.Queue()
        self.answer: list[Message] = []
        self.takes = asyncio.Event()
        self.takes.set()
        headers = [(b"host", b"localhost"), (b"content-type", kind.encode()), *length]
        scope = {"type": "http", "method": "POST", "path": path, "headers": headers, "query_string": b""}
        self.asking = asyncio.create_task(app(scope, self.pieces.get, self._hear))

    async def _hear(self, message: Message) -> None:
        self.answer.append(message)
        await self.takes.wait()

    async def send(self, body: bytes, more: bool = True) -> None:
        """Returns when the app has seen the piece and waits for another, or has answered."""
        self.pieces.put_nowait({"type": "http.request", "body": body, "more_body": more})
        while not self.pieces.empty() and not self.asking.done():
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


def test_an_answer_that_is_taken_slowly_holds_no_place() -> None:
    async def story() -> None:
        app = create_app(ServeConfig(options=FLAT, queue=1), InstantWorker())
        slow = upload(app)
        slow.takes.clear()
        await slow.send(FORM, more=False)
        while not slow.answer:
            await asyncio.sleep(0)
        admission = app.state.service.admission
        size = int(dict(slow.answer[0]["headers"])[b"content-length"])
        assert (admission.places, admission.under_way, admission.held) == (0, 1, size)
        quick = upload(app)
        await quick.send(FORM, more=False)
        assert await quick.told() == (200, "")
        slow.takes.set()
        assert await slow.told() == (200, "")
        assert (admission.under_way, admission.held) == (0, 0)

    asyncio.run(story())


def test_answers_that_are_not_taken_keep_new_work_out_until_their_clients_have_gone() -> None:
    """JSON as well, with several pictures: what it holds counts, not what leaves as base64."""

    async def story() -> None:
        options = FLAT.model_copy(update={"variants": 3})
        app = create_app(ServeConfig(options=options, queue_bytes=60_000, max_upload=60_000), InstantWorker())
        admission, slow = app.state.service.admission, list[Client]()
        while True:
            asking = upload(app)
            asking.takes.clear()
            asking.pieces.put_nowait({"type": "http.request", "body": FORM, "more_body": False})
            while not asking.answer:
                await asyncio.sleep(0.001)
            if asking.answer[0]["status"] != 200:
                break
            slow.append(asking)
        asking.takes.set()
        assert await asking.told() == (503, "queue_bytes")
        assert len(slow) > 1 and admission.places == 0
        for one in slow:
            one.takes.set()
            await asyncio.wait_for(one.asking, 5)
        assert admission.held == 0
        again = upload(app)
        await again.send(FORM, more=False)
        await asyncio.wait_for(again.asking, 5)
        assert again.answer[0]["status"] == 200

    asyncio.run(story())


def test_an_order_counts_its_pictures_from_when_each_is_finished() -> None:
    async def story() -> None:
        worker = InstantWorker()
        app = create_app(ServeConfig(options=FLAT, queue_bytes=5000, max_upload=5000), worker)
        admission, worker.hold = app.state.service.admission, True
        asking = upload(app)
        await asking.send(FORM, more=False)
        while not worker.held:
            await asyncio.sleep(0.001)
        before = admission.held
        order, future = worker.held[0]
        assert before == len(FORM) and order.made is not None
        await asyncio.to_thread(order.made, 1000)  # the worker has a thread of its own
        await asyncio.sleep(0)
        assert admission.held == before + 1000
        future.set_result(worker.make(order))
        assert await asking.told() == (200, "")
        worker.held.clear()
        other = upload(app)
        await other.send(FORM, more=False)
        while not worker.held:
            await asyncio.sleep(0.001)
        assert admission.held == len(FORM) + round(admission.bytes_each) > len(FORM)
        worker.held[0][1].set_result(worker.make(worker.held[0][0]))
        assert await other.told() == (200, "")

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
        asking.pieces.put_nowait({"type": "http.disconnect"})
        await asyncio.wait_for(asking.asking, 5)
        admission = app.state.service.admission
        assert (asking.answer[0]["status"], admission.under_way, admission.held) == (499, 0, 0)

    asyncio.run(story())


def test_a_full_queue_answers_at_once_and_leaves_the_body_alone() -> None:
    worker = InstantWorker()
    with client(worker, queue=1) as http:
        service = http.app.state.service
        place = service.admission.let_in(10)
        service.admission.enter(place)
        took = []
        for _ in range(5):  # the quickest counts: this process may have to wait for a processor
            started = time.perf_counter()
            answer = http.post("/generate", content=_exploding(), headers={"Content-Length": "100"})
            took.append(time.perf_counter() - started)
        assert min(took) < 0.05
        assert_problem(answer, 503, "queue_full")
        assert int(answer.headers["retry-after"]) >= 1
        service.admission.leave(place)
        assert http.post("/generate", files=FILES).status_code == 200
        assert (service.admission.under_way, service.admission.held) == (0, 0)


def test_bytes_are_counted_from_the_header() -> None:
    with client(queue_bytes=5000, max_upload=4000) as http:
        service = http.app.state.service
        service.admission.hold(service.admission.let_in(0), 3000)
        answer = http.post("/generate", content=b"x", headers={"Content-Length": "3000"})
        assert_problem(answer, 503, "queue_bytes")
        answer = http.post("/generate", content=b"x", headers={"Content-Length": "4001"})
        assert_problem(answer, 413, "too_many_bytes")
        answer = http.post("/generate", content=b"x", headers={"Content-Length": "9" * 30})
        assert_problem(answer, 413, "too_many_bytes")


def test_a_fetched_picture_takes_room_as_an_upload_does() -> None:
    worker = InstantWorker()
    fetched = photo() + bytes(1000)
    with client(worker, fetch=lambda url: fetched, queue_bytes=2048, max_upload=1024) as http:
        admission = http.app.state.service.admission
        asked = {"url": "https://public.example/p.png", "mask_url": "https://public.example/m.png"}
        answer = http.post("/generate/url", json=asked)
        assert_problem(answer, 503, "queue_bytes")
        assert int(answer.headers["retry-after"]) >= 1
        assert http.post("/generate/url", json={"url": asked["url"]}).status_code == 200
        assert len(worker.orders) == 1 and (admission.under_way, admission.held) == (0, 0)


def test_a_fetch_that_nobody_waits_for_any_more_does_not_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "FETCHES", 1)
    slow, fetched = threading.Event(), []

    def fetch(url: str) -> bytes:
        fetched.append(url)
        slow.wait(5)
        return photo()

    with client(fetch=fetch, deadline=0.1) as http:
        for name in ("one", "two"):
            answer = http.post("/generate/url", json={"url": f"https://public.example/{name}.png"})
            assert_problem(answer, 504, "deadline")
        slow.set()
        http.app.state.service.fetches.submit("last").result(5)  # those before it are through
    assert fetched == ["https://public.example/one.png", "last"]


class Slow:
    """Fetches that end when they are told to, by their address."""

    def __init__(self) -> None:
        self.begun: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._may_end: dict[str, threading.Event] = defaultdict(threading.Event)

    def __call__(self, url: str) -> bytes:
        self.begun.put(url)
        assert self._may_end[url].wait(10)
        return photo()

    def end(self, *urls: str) -> None:
        for url in urls:
            self._may_end[url].set()

    def began(self, count: int) -> list[str]:
        """The next so many that begin, and that no other does."""
        told = sorted(self.begun.get(timeout=5) for _ in range(count))
        time.sleep(0.05)
        assert self.begun.empty()
        return told


def test_slow_addresses_of_one_key_leave_a_thread_for_another() -> None:
    slow = Slow()
    mine = Fetches(slow, 6)
    for number in range(7):
        mine.submit(f"a{number}", "a")
    assert slow.began(5) == ["a0", "a1", "a2", "a3", "a4"]
    for number in range(3):
        mine.submit(f"b{number}", "b")
    assert slow.began(1) == ["b0"]
    slow.end("a0")  # the last one that is free is for whoever comes next
    assert slow.began(0) == []
    slow.end("a1")  # from here on it is the turn of b, though a came first
    assert slow.began(1) == ["b1"]
    mine.submit("c0", "c")
    assert slow.began(1) == ["c0"]
    slow.end(*(f"{who}{number}" for who in "abc" for number in range(7)))
    assert slow.began(3) == ["a5", "a6", "b2"]
    mine.close()


def test_a_key_that_is_alone_here_has_all_threads() -> None:
    slow = Slow()
    mine = Fetches(slow, 4)
    for number in range(5):
        mine.submit(f"{number}")
    assert slow.began(4) == ["0", "1", "2", "3"]
    slow.end("2")
    assert slow.began(1) == ["4"]
    slow.end("0", "1", "3", "4")
    mine.close()


def test_fetches_that_were_given_up_are_no_reason_to_wait() -> None:
    slow = Slow()
    mine = Fetches(slow, 3)
    for name in ("a0", "a1"):
        mine.submit(name, "a")
    assert slow.began(2) == ["a0", "a1"]
    mine.submit("b0", "b")
    assert slow.began(1) == ["b0"]
    given_up = mine.submit("b1", "b")
    mine.submit("a2", "a")
    given_up.cancel()
    slow.end("a0", "b0")
    assert slow.began(1) == ["a2"]
    slow.end("a1", "a2")
    mine.close()
    assert mine.submit("late", "a").cancelled()


def test_threads_that_could_not_be_had_are_had_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """They counted as there: once as many as there may be had failed, no address was ever fetched again."""

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    mine = Fetches(lambda url: url.encode(), 2)
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        for _ in range(3):
            with pytest.raises(RuntimeError):
                mine.submit("lost")
    assert mine.submit("had").result(5) == b"had"
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        assert mine.submit("by the one there is").result(5)
    mine.close()


def test_the_keys_of_requests_share_the_threads() -> None:
    """Two keys over HTTP: one with slow addresses, one whose address is quick."""
    slow, other = Slow(), "another-key-of-good-length"
    slow.end("https://public.example/quick.png")
    with (
        client(fetch=slow, api_keys=(KEY, other)) as http,
        ThreadPoolExecutor(service.FETCHES) as asking,
    ):
        urls = [f"https://public.example/{number}.png" for number in range(service.FETCHES)]
        answers = [
            asking.submit(http.post, "/generate/url", json={"url": url}, headers={"X-API-Key": KEY})
            for url in urls
        ]
        slow.began(service.FETCHES - 1)
        asked = {"url": "https://public.example/quick.png"}
        assert http.post("/generate/url", json=asked, headers={"X-API-Key": other}).status_code == 200
        slow.end(*urls)
        assert [answer.result(10).status_code for answer in answers] == [200] * service.FETCHES


def test_a_fetch_that_hangs_does_not_hold_up_the_end() -> None:
    over = threading.Event()

    def hanging(url: str) -> bytes:
        over.wait(5)
        return b""

    before, mine = set(threading.enumerate()), Fetches(hanging, 1)
    asked = [mine.submit(url) for url in ("hangs", "waits")]
    (thread,) = set(threading.enumerate()) - before
    assert thread.daemon  # Python waits for all others when it ends
    mine.close()
    over.set()
    assert [future.result(5) for future in asked] == [b"", b""]
    thread.join(5)
    assert not thread.is_alive()


def test_a_body_that_lies_about_its_length_is_cut_off() -> None:
    def much() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 1000

    metrics = Metrics()
    registry = metrics.switch_on()
    with client(metrics=metrics, max_upload=20_000) as http:
        headers = {"Content-Type": "multipart/form-data; boundary=b"}
        assert_problem(http.post("/generate", content=much(), headers=headers), 413, "too_many_bytes")
    assert registry.get_sample_value("bggen_queue_rejected_total", {"reason": "too_many_bytes"}) == 1


def test_places_are_given_back_whatever_happens() -> None:
    worker = InstantWorker()
    worker.make = _broken
    with client(worker) as http:
        service = http.app.state.service
        assert_problem(http.post("/generate", files=FILES), 500, "error")
        assert_problem(http.post("/generate", content=b"?"), 415)
        assert (service.admission.under_way, service.admission.held) == (0, 0)


def _exploding() -> Iterator[bytes]:
    yield b"x" * 100
    raise AssertionError("the body was read")


def _broken(order: Any) -> Any:
    raise RuntimeError("secret in /opt/server/app.py")
