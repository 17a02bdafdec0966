"""Who gets in, how often, and that everybody else is told why before a body is read."""

from __future__ import annotations

import asyncio
import logging
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bggen.errors import UsageError
from bggen.metrics import Metrics
from bggen.serve import ServeConfig
from bggen.serve.contract import State
from bggen.serve.door import ratelimit, windows
from bggen.serve.door.admission import Place
from bggen.serve.door.ratelimit import RateLimiter, address_of
from tests.logged import Logged
from tests.serving import KEY, InstantWorker, assert_problem, client, photo, write_keys

FILES = {"photo": ("p.png", photo(), "image/png")}


@pytest.fixture
def keyed() -> Iterator[TestClient]:
    with client(api_keys=(KEY, "another-key-of-good-length")) as http:
        yield http


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"Authorization": f"Bearer {KEY}"}, 200),
        ({"Authorization": f"bearer {KEY}"}, 200),
        ({"Authorization": "Bearer another-key-of-good-length"}, 200),
        ({"X-API-Key": KEY}, 200),
        ({"X-API-Key": KEY[:-1]}, 401),
        ({"X-API-Key": KEY + "x"}, 401),
        ({"X-API-Key": ""}, 401),
        ({"Authorization": KEY}, 401),
        ({"Authorization": f"Basic {KEY}"}, 401),
        ({"Authorization": "Bearer "}, 401),
        ({"X-API-Key": "ä" * 20}, 401),
        ({"X-API-Key": "x" * 8000}, 401),
    ],
)
def test_keys_open_generate_and_metrics(keyed: TestClient, headers: dict[str, str], status: int) -> None:
    raw = {name: value.encode("latin-1") for name, value in headers.items()}
    answers = [keyed.post("/generate", files=FILES, headers=raw), keyed.get("/metrics", headers=raw)]
    for answer in answers:
        assert answer.status_code == status
        if status == 401:
            assert_problem(answer, 401, "unauthorized")
            assert answer.headers["www-authenticate"].startswith("Bearer")


def test_a_key_in_the_address_is_no_key(keyed: TestClient) -> None:
    assert keyed.get(f"/metrics?api_key={KEY}").status_code == 401


def test_every_documented_route_but_health_wants_a_key(keyed: TestClient) -> None:
    for path, operations in keyed.get("/openapi.json").json()["paths"].items():
        for method in operations:
            status = keyed.request(method, path).status_code
            assert status == (200 if path.startswith("/health") else 401), (method, path)


def test_open_metrics_are_open() -> None:
    with client(api_keys=(KEY,), open_metrics=True) as http:
        assert http.get("/metrics").status_code == 200


def test_wrong_keys_are_limited_by_address_before_the_body_is_read() -> None:
    metrics = Metrics()
    registry = metrics.switch_on()
    with client(metrics=metrics, api_keys=(KEY,), failed_auth_rate="3/minute") as http:
        for _ in range(3):
            assert http.post("/generate", files=FILES, headers={"X-API-Key": "no"}).status_code == 401
        over = http.post("/generate", files=FILES, headers={"X-API-Key": "no"})
        assert_problem(over, 429, "rate_limited")
        assert 1 <= int(over.headers["retry-after"]) <= 60
        assert http.get("/health").status_code == 200
    assert registry.get_sample_value("rate_limit_hits_total", {"tier": "failed_auth"}) == 1
    assert registry.get_sample_value("bggen_auth_failures_total", {"reason": "wrong"}) == 4


def test_a_neighbours_wrong_keys_lock_out_no_key_that_can_not_be_guessed() -> None:
    with client(api_keys=(KEY, "short"), failed_auth_rate="2/minute") as http:
        told = [
            http.get("/metrics", headers={"X-API-Key": key}).status_code for key in ("short", "a", "b", "c")
        ]
        assert told == [200, 401, 401, 429]
        assert http.post("/generate", files=FILES, headers={"X-API-Key": KEY}).status_code == 200
        # guessing on brings nothing: the right short key looks as a wrong one does
        right, wrong = (http.get("/metrics", headers={"X-API-Key": key}) for key in ("short", "shirt"))
        assert_problem(right, 429, "rate_limited")
        assert right.json()["detail"] == wrong.json()["detail"]


def test_no_two_people_count_as_one(tmp_path: Path) -> None:
    """Ids of a file may look like those of API_KEY, and like addresses."""
    file = tmp_path / "keys"
    write_keys(file, {"key-1": "from-the-file", "API_KEY-1": "as-well", "testclient": "as-an-address"})
    with client(api_keys=(KEY,), key_file=file, read_rate="1/minute") as http:
        for key in (KEY, "from-the-file", "as-well", "as-an-address"):
            assert http.get("/metrics", headers={"X-API-Key": key}).status_code == 200, key
        assert http.get("/docs").status_code == 200  # counts by address


def test_each_key_has_its_own_window_and_headers_tell_it() -> None:
    keys = ("first-key-is-long-enough", "second-key-is-long-enough")
    with client(api_keys=keys, generate_rate="2/minute", read_rate="5/minute") as http:
        first, second = ({"X-API-Key": key} for key in keys)
        answers = [http.post("/generate", files=FILES, headers=first) for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert answers[0].headers["ratelimit-policy"] == '"generate";q=2;w=60'
        assert [a.headers["ratelimit"].split(";")[1] for a in answers] == ["r=1", "r=0", "r=0"]
        assert int(answers[2].headers["retry-after"]) >= 1
        assert http.post("/generate", files=FILES, headers=second).status_code == 200
        assert http.get("/metrics", headers=first).status_code == 200  # another tier


def test_every_picture_counts_not_every_request() -> None:
    with client(generate_rate="5/minute") as http:
        four = {"data": {"variants": "4"}, "headers": {"Accept": "application/json"}}
        assert http.post("/generate", files=FILES, **four).status_code == 200
        assert_problem(http.post("/generate", files=FILES, **four), 429, "rate_limited")


def test_more_pictures_than_a_window_ever_holds_are_not_worth_a_wait() -> None:
    with client(generate_rate="3/minute") as http:
        body = assert_problem(http.post("/generate", files=FILES, data={"variants": "4"}), 422, "usage")
        assert body["detail"].startswith("variants: at most 3,")
        assert http.post("/generate", files=FILES, data={"variants": "2"}).status_code == 200


@pytest.fixture
def full() -> Iterator[tuple[TestClient, Place]]:
    """A server with one place, which is taken."""
    with client(api_keys=(KEY,), queue=1, generate_rate="3/minute", read_rate="5/minute") as http:
        http.headers["X-API-Key"] = KEY
        admission = http.app.state.service.admission
        admission.enter(place := admission.let_in(0))
        yield http, place


def test_a_request_that_finds_the_queue_full_counts_as_no_picture(full: tuple[TestClient, Place]) -> None:
    http, place = full
    for _ in range(4):
        assert_problem(http.post("/generate", files=FILES), 503, "queue_full")
    http.app.state.service.admission.leave(place)
    told = [http.post("/generate", files=FILES).status_code for _ in range(4)]
    assert told == [200, 200, 200, 429]


def test_who_hammers_at_a_full_queue_is_told_to_wait(full: tuple[TestClient, Place]) -> None:
    http, place = full
    for _ in range(5):
        assert_problem(http.post("/generate", files=FILES), 503, "queue_full")
    over = assert_problem(answer := http.post("/generate", files=FILES), 429, "rate_limited")
    assert over["detail"].startswith("more than 5 in 60 s") and int(answer.headers["Retry-After"]) >= 1
    assert http.get("/metrics").status_code == 429
    http.app.state.service.admission.leave(place)
    assert http.post("/generate", files=FILES).status_code == 200  # there is room: nothing to hold off


def test_no_room_that_shows_late_counts_as_no_picture_either() -> None:
    """When an upload is here, when a picture is fetched, while no model is loaded."""
    worker = InstantWorker()
    told = {"api_keys": (KEY,), "queue_bytes": 2000, "max_upload": 2000, "generate_rate": "2/minute"}
    with client(worker, fetch=lambda url: bytes(1900), **told) as http:
        http.headers["X-API-Key"] = KEY
        admission, by_url = http.app.state.service.admission, {"url": "https://public.example/p.png"}
        admission.hold(place := admission.let_in(0), 1500)
        assert_problem(http.post("/generate/url", json=by_url), 503, "queue_bytes")
        big = {"Content-Type": "multipart/form-data; boundary=b"}
        assert_problem(http.post("/generate", content=iter([bytes(600)]), headers=big), 503, "queue_bytes")
        admission.leave(place)
        worker.now = State(False, "the model is loading")
        assert_problem(http.post("/generate", files=FILES), 503, "not_ready")
        worker.now = State(True)
        assert [http.post("/generate", files=FILES).status_code for _ in range(3)] == [200, 200, 429]


def test_requests_that_fail_by_their_own_fault_count_once() -> None:
    with client(generate_rate="3/minute", max_upload=2000) as http:
        answers = [
            http.post("/generate", content=b"?"),
            http.post("/generate", content=b"", headers={"Content-Length": "9999"}),
            http.post("/generate", files=FILES, data={"steps": "no"}),
            http.post("/generate", files=FILES),
        ]
    assert [answer.status_code for answer in answers] == [415, 413, 422, 429]


@pytest.mark.parametrize("url", [None, "redis://127.0.0.1:1"])
def test_uploads_under_way_are_no_way_past_the_limit(url: str | None) -> None:
    """Room is kept for each while it isn't known whether it counts, wherever hits are counted."""
    if url is not None:
        pytest.importorskip("redis", reason="redis is not installed (extra redis)")
        from limits.aio import storage, strategies

    async def story() -> None:
        limiter = RateLimiter(ServeConfig(generate_rate="3/minute", redis_url=url))
        if url is not None:  # the library's windows, without a Redis behind them
            limiter._redis._limiter = strategies.MovingWindowRateLimiter(storage.MemoryStorage())
        kept = [await limiter.keep("generate", "a") for _ in range(4)]
        assert [(standing.allowed, standing.remaining) for standing, _ in kept] == [
            (True, 2), (True, 1), (True, 0), (False, 0),
        ]  # fmt: skip
        assert (await limiter.keep("generate", "b"))[0].allowed
        limiter.release(kept[0][1])
        limiter.release(kept[0][1])  # once is enough
        assert (await limiter.settle(kept[1][1], 1)).remaining == 2
        again = [(await limiter.keep("generate", "a"))[0].allowed for _ in range(2)]
        assert again == [True, False]
        refused = await limiter.settle(kept[2][1], 3)
        assert (refused.allowed, refused.remaining, kept[2][1].open) == (False, 2, True)

    asyncio.run(story())


def test_the_window_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(windows.time, "monotonic", lambda: now[0])
    limiter = RateLimiter(ServeConfig(generate_rate="4/second"))

    async def story() -> list[bool]:
        first = [(await limiter.hit("generate", "a")).allowed for _ in range(5)]
        now[0] += 0.6
        second = [(await limiter.hit("generate", "a")).allowed for _ in range(2)]
        now[0] += 0.6  # 1.2 s after the first four: a fixed window would have let 4 more in before
        return first + second + [(await limiter.hit("generate", "a")).allowed for _ in range(5)]

    told = asyncio.run(story())
    assert told == [True] * 4 + [False] * 3 + [True] * 4 + [False]


def test_callers_who_stay_away_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(windows.time, "monotonic", lambda: now[0])
    window = windows.Window(2, 60)
    for number in range(1000):  # each from an address of its own
        assert window.hit(f"192.0.2.{number}", 1)
    assert len(window) == 1000
    now[0] += 61
    assert window.hit("198.51.100.1", 2)
    assert not window.hit("198.51.100.1", 0)
    assert (len(window), window.reset("198.51.100.1")) == (1, 60)


def test_a_redis_that_hangs_is_not_asked_by_every_request(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("redis", reason="redis is not installed (extra redis)")
    asked = []

    class Hanging:
        async def hit(self, *_: Any, **__: Any) -> bool:
            asked.append("hit")
            raise TimeoutError

        test = hit

    async def story() -> list[bool]:
        limiter = RateLimiter(ServeConfig(generate_rate="2/minute", redis_url="redis://127.0.0.1:1"))
        limiter._redis._limiter = Hanging()
        return [(await limiter.hit("generate", "key")).allowed for _ in range(3)]

    assert asyncio.run(story()) == [True, True, False]
    assert asked == ["hit"]


def test_a_redis_that_is_away_is_told_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("redis", reason="redis is not installed (extra redis)")
    told: list[str] = []
    monkeypatch.setattr(ratelimit.log, "error", lambda words, *_: told.append(words))
    with client(redis_url="redis://127.0.0.1:1"):
        assert told == ["Redis can't be asked, limits count in memory meanwhile: %s"]


@pytest.mark.parametrize("url", ["redis://:a-password@127.0.0.1:port/0", "http://:a-password@127.0.0.1"])
def test_a_redis_address_that_can_not_be_one_is_refused_without_its_password(url: str) -> None:
    pytest.importorskip("redis", reason="redis is not installed (extra redis)")
    config = ServeConfig(redis_url=url)
    with pytest.raises(UsageError) as told:
        RateLimiter(config)
    assert str(told.value) == "--redis-url: not an address such as redis://HOST:PORT/DB"
    assert told.value.__suppress_context__ and "a-password" not in repr(config)


def test_an_ipv6_host_can_not_change_its_address_within_its_network() -> None:
    assert address_of("2001:db8:1:2::1") == address_of("2001:db8:1:2:ffff::9")
    assert address_of("2001:db8:1:2::1") != address_of("2001:db8:1:3::1")
    assert address_of("::ffff:192.0.2.7") == "192.0.2.7"


@pytest.fixture
def redis_url(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    if shutil.which("redis-server") is None:
        pytest.skip("redis-server is not installed")
    pytest.importorskip("redis", reason="redis is not installed (extra redis)")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        "redis-server",
        "--port",
        str(port),
        "--save",
        "",
        "--bind",
        "127.0.0.1",
        "--dir",
        str(tmp_path),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield f"redis://127.0.0.1:{port}", process
    process.kill()
    process.wait()


def test_servers_share_limits_through_redis_and_go_on_alone_without(
    redis_url: tuple[str, subprocess.Popen[bytes]],
) -> None:
    url, process = redis_url

    async def story() -> tuple[list[bool], list[bool]]:
        one, two = (RateLimiter(ServeConfig(generate_rate="3/minute", redis_url=url)) for _ in range(2))
        together = [(await server.hit("generate", "key")).allowed for server in (one, two, one, two)]
        process.kill()
        process.wait()
        alone = [(await one.hit("generate", "key")).allowed for _ in range(4)]
        return together, alone

    together, alone = asyncio.run(story())
    assert together == [True, True, True, False]
    assert alone == [True, True, True, False]


def test_without_keys_only_names_of_this_machine_are_served() -> None:
    for name, status in (
        ("localhost", 200),
        ("127.0.0.1:8000", 200),
        ("[::1]:8000", 200),
        ("shop.example", 403),
    ):
        with client() as http:
            answer = http.get("/health", headers={"Host": name})
            assert answer.status_code == status, name


def test_without_keys_pages_from_elsewhere_can_not_send_forms_here() -> None:
    with client() as http:
        for origin, status in (
            ("http://localhost:8000", 200),
            ("https://[::1]", 200),
            ("https://shop.example", 403),
            ("http://localhost.shop.example:8000", 403),
            ("null", 403),  # a page in a sandbox, or from a file
        ):
            answer = http.post("/generate", files=FILES, headers={"Origin": origin})
            assert answer.status_code == status, origin
    with client(api_keys=(KEY,)) as http:  # a key is what no page has by chance
        headers = {"Origin": "https://shop.example", "X-API-Key": KEY}
        assert http.post("/generate", files=FILES, headers=headers).status_code == 200


def test_who_asks_for_the_head_alone_gets_it() -> None:
    with client(api_keys=(KEY,)) as http:
        for path in ("/health", "/health/ready", "/docs", "/openapi.json"):
            head, whole = http.head(path), http.get(path)
            assert (head.status_code, head.content) == (200, b"")
            assert head.headers["content-type"] == whole.headers["content-type"]
        assert http.head("/metrics").status_code == 401
        assert http.head("/generate", headers={"X-API-Key": KEY}).status_code == 405


def test_the_log_says_who_guesses_keys(logged: Logged) -> None:
    logging.getLogger("bggen.serve").setLevel(logging.INFO)
    with client(api_keys=(KEY,)) as http:
        http.post("/generate", headers={"X-API-Key": "guess"})
    fields = logged.records[-1].fields  # type: ignore[attr-defined]  # as the log's formatters read them
    assert (fields["caller"], fields["status"], fields["key_id"]) == ("testclient", 401, None)
    assert "guess" not in logged.text
