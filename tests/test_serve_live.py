"""A real server, in processes of its own: start, deaths, clients that leave, and an orderly end."""

from __future__ import annotations

import asyncio
import html
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
import uvicorn
from PIL import Image

from bggen import cli
from bggen.cli.serve import SERVER
from bggen.serve import ServeConfig
from bggen.serve.contract import State
from bggen.serve.orders import Failure
from bggen.serve.server import Server
from tests.logged import Logged
from tests.serving import KEY, ROOT, Live, assert_problem, live, photo, url_in


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the painter says what it begins and what it gives up."""
    path = tmp_path_factory.mktemp("events") / "log"
    path.touch()
    return path


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, events: Path) -> Iterator[Live]:
    """One server for all tests of this module that leave it running."""
    folder = tmp_path_factory.mktemp("server")
    with live(
        folder,
        {"EVENT_LOG": str(events)},
        painter="tests.slow_painter",
        generate_rate="",
        read_rate="",
        max_batch=4,
        batch_wait=0.1,
        cpu_workers=2,
    ) as running:
        running.wait_ready()
        yield running


def ask(server: Live, prompt: str = "", count: int = 1, timeout: float = 20, **fields: Any) -> httpx.Response:
    return httpx.post(
        f"{server.url}/generate",
        files={"photo": ("p.png", photo())},
        data={"prompt": prompt, "steps": str(count)} | fields,
        timeout=timeout,
    )


def test_every_setting_of_a_server_has_a_flag() -> None:
    apart = {"options", "api_keys"}  # the picture's own flags; keys must not stand on a command line
    assert set(SERVER) == set(ServeConfig.model_fields) - apart


def test_the_command_starts_answers_and_ends_with_0(tmp_path: Path) -> None:
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    environ = os.environ | {"API_KEY": KEY, "PYTHONPATH": path}
    command = [sys.executable, "-m", "bggen", "serve", "--port", "0", "--model", "flat", "--format", "webp",
               "--log-format", "json"]  # fmt: skip
    with (tmp_path / "log").open("w+") as log:
        process = subprocess.Popen(command, cwd=tmp_path, env=environ, stderr=log, text=True)
        try:
            running = Live(process, url_in(tmp_path / "log", process), tmp_path / "log")
            running.wait_ready()
            files = {"photo": ("p.png", photo())}
            told = {"X-API-Key": KEY, "X-Request-ID": "one"}
            secret = {"prompt": "a secret scene"}
            url = f"{running.url}/generate"  # whose first answer a busy machine takes its time for
            answer = httpx.post(url, files=files, data=secret, headers=told, timeout=20)
            assert (answer.status_code, answer.headers["content-type"]) == (200, "image/webp")
            assert_problem(httpx.post(url, files=files), 401)
            process.send_signal(signal.SIGTERM)
            assert process.wait(10) == 0
        finally:
            process.kill()
    log = (tmp_path / "log").read_text()
    assert KEY not in log
    assert "secret" not in log
    lines = [json.loads(line) for line in log.splitlines()]
    one = next(line for line in lines if line.get("request_id") == "one")
    assert (one["path"], one["status"], one["key_id"]) == ("/generate", 200, "API_KEY:1")
    assert {"prepare", "paint", "complete"} <= set(one["stages"])


def test_a_wrong_setting_ends_the_command_with_2(tmp_path: Path) -> None:
    environ = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "bggen", "serve", "--key-file", "nowhere"]
    done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=30)
    assert done.returncode == 2, done.stderr
    assert "nowhere" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--mask", "m.png"], "--mask"),
        (["--port", "99999"], "--port 99999"),
        (["--max-upload", "much"], "--max-upload much: give a size such as 64MiB"),
        (["--model", "nowhere", "--port", "0"], "model 'nowhere' is not here"),
    ],
)
def test_wrong_settings_are_one_line_and_exit_2(
    arguments: list[str], says: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bggen", "serve", *arguments])
    with pytest.raises(SystemExit) as done:
        cli.main()
    told = capfd.readouterr().err
    assert done.value.code == 2, told
    assert says in told.splitlines()[-1]
    assert "Traceback" not in told


def test_a_server_whose_model_cannot_be_loaded_says_why_it_ends(logged: Logged) -> None:
    """It ended before the worker's thread came to say so, every other time."""
    state = State(False, "", broken=Failure("weights_missing", "model 'x' is not here"))
    service: Any = SimpleNamespace(worker=SimpleNamespace(state=lambda: state))
    ending = Server(uvicorn.Config("no:app", log_config=None), service)
    assert asyncio.run(ending.on_tick(1))
    assert ending.exit_code == 2
    assert logged.messages == ["the model can't be loaded: model 'x' is not here"]


def test_a_killed_model_costs_one_answer_and_readiness_tells(server: Live) -> None:
    assert_problem(ask(server, "die"), 503, "worker_died")
    assert server.wait_ready(503, within=5) < 5
    server.wait_ready()
    assert ask(server).status_code == 200


def test_a_lost_device_is_answered_by_a_new_process(server: Live) -> None:
    before = server.model_pid()
    assert_problem(ask(server, "poison"), 503, "worker_died")
    server.wait_ready()
    assert server.model_pid() != before


def test_one_bad_picture_of_a_batch_fails_alone(server: Live) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda prompt: ask(server, prompt, 3), ["a", "bad", "b", "c"]))
    assert [answer.status_code for answer in answers] == [200, 500, 200, 200]
    assert_problem(answers[1], 500, "paint_failed")


def test_a_batch_that_is_too_large_is_halved(server: Live) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: ask(server, "memory", 3), range(4)))
    assert [answer.status_code for answer in answers] == [200] * 4


async def is_said(line: str, events: Path) -> bool:
    """Whether the painter says so presently; what is endless it would paint until it is told to stop."""
    for _ in range(1000):
        if f"{line}\n" in events.read_text():
            return True
        await asyncio.sleep(0.02)
    return False


def test_a_client_that_leaves_stops_the_work(server: Live, events: Path) -> None:
    async def leave() -> bool:
        async with httpx.AsyncClient() as http:
            form: dict[str, Any] = {
                "files": {"photo": ("p.png", photo())},
                "data": {"prompt": "endless leaver"},
            }
            asking = asyncio.create_task(http.post(f"{server.url}/generate", **form, timeout=None))
            assert await is_said("begins endless leaver", events)
            asking.cancel()
        return await is_said("gives up endless leaver", events)

    assert asyncio.run(leave())
    assert ask(server).status_code == 200


def test_what_takes_too_long_is_given_up_at_its_deadline(tmp_path: Path) -> None:
    events = tmp_path / "events"
    environ = {"EVENT_LOG": str(events)}
    with live(tmp_path, environ, painter="tests.slow_painter", deadline=1.0, cpu_workers=1) as server:
        server.wait_ready()
        while ask(server).status_code != 200:  # a first photo may wait for its process to load
            pass
        started = time.monotonic()
        assert_problem(ask(server, "endless"), 504, "deadline")
        assert time.monotonic() - started >= 1.0  # and not before
        assert asyncio.run(is_said("begins endless", events))
        assert asyncio.run(is_said("gives up endless", events))


def test_the_examples_of_the_docs_work_when_pasted(server: Live, tmp_path: Path) -> None:
    if shutil.which("curl") is None:
        pytest.skip("needs curl")
    (tmp_path / "product.png").write_bytes(photo(size=(300, 300)))
    page = httpx.get(f"{server.url}/docs").text
    examples = [html.unescape(text) for text in re.findall(r'<pre class="example">(.*?)</pre>', page, re.S)]
    for example in examples:
        subprocess.run(["bash", "-euc", example], cwd=tmp_path, check=True, timeout=30)
    assert len(examples) == 3
    assert Image.open(tmp_path / "scene.png").format == "PNG"
    assert len(json.loads((tmp_path / "answer.json").read_text())["pictures"]) == 2
    assert Image.open(tmp_path / "white.webp").format == "WEBP"


def test_a_leaver_changes_nothing_for_its_batch_mates(server: Live) -> None:
    alone = ask(server, "stayer", 20).content
    with ThreadPoolExecutor(2) as pool:
        stayer = pool.submit(ask, server, "stayer", 20)
        with pytest.raises(httpx.ReadTimeout):
            ask(server, "leaver", 20, timeout=0.3)
        assert stayer.result().content == alone


def waiting(server: Live) -> int:
    """Requests admitted and not answered yet."""
    figures = httpx.get(f"{server.url}/metrics").text
    return int(float(re.search(r"^bggen_queue_depth (\S+)$", figures, re.MULTILINE)[1]))


def test_a_term_signal_answers_what_was_accepted(tmp_path: Path) -> None:
    with live(tmp_path, painter="tests.slow_painter", generate_rate="", max_batch=2) as server:
        server.wait_ready()
        with ThreadPoolExecutor(4) as pool:
            accepted = [pool.submit(ask, server, "", 20) for _ in range(4)]
            until = time.monotonic() + 20
            while waiting(server) + sum(answer.done() for answer in accepted) < 4:  # on their way here
                assert time.monotonic() < until
                time.sleep(0.05)
            server.process.send_signal(signal.SIGTERM)
            assert server.wait_ready(503, within=1) < 1
            assert_problem(ask(server), 503, "draining")
            assert [answer.result().status_code for answer in accepted] == [200] * 4
        assert server.process.wait(10) == 0


def test_what_a_drain_has_no_time_for_is_refused_not_dropped(tmp_path: Path) -> None:
    with live(tmp_path, painter="tests.slow_painter", drain_seconds=0.2, cpu_workers=1) as server:
        server.wait_ready()
        answers: list[httpx.Response] = []
        asking = threading.Thread(target=lambda: answers.append(ask(server, "endless")))
        asking.start()
        while not waiting(server):
            time.sleep(0.02)
        server.process.send_signal(signal.SIGTERM)
        asking.join(15)
        assert_problem(answers[0], 503, "draining")
        assert server.process.wait(10) == 0
