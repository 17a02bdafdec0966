"""What the serve tests share: made-up photos, a worker inside the test, and real servers."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from PIL import Image
from starlette.testclient import TestClient

from bggen import engine, sink
from bggen.families.flat import FlatPainter
from bggen.metrics import Metrics
from bggen.options import Options
from bggen.serve import ServeConfig, create_app
from bggen.serve.contract import PictureWorker, State
from bggen.serve.fetches import Fetch
from bggen.serve.orders import Answer, Made, Order
from bggen.serve.problems import Refusal
from bggen.settings import Settings
from bggen.spec import Job

ROOT = Path(__file__).parent.parent
KEY = "a-key-that-is-long-enough"
FLAT = Options(model="flat")


def photo(colour: tuple[int, int, int] = (180, 40, 40), size: tuple[int, int] = (64, 64)) -> bytes:
    """A PNG that is cut out already: a block of one colour in the middle."""
    width, height = size
    picture = Image.new("RGBA", size)
    picture.paste((*colour, 255), (width // 4, height // 4, 3 * width // 4, 3 * height // 4))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


class InstantWorker(PictureWorker):
    """Makes pictures in the caller's thread with the flat painter; can be told to be unwell."""

    def __init__(self) -> None:
        self.painter = FlatPainter()
        self.now = State(True, info=self.painter.info)
        self.held: list[tuple[Order, Future[Answer]]] = []
        self.hold = False
        self.cancelled: list[str] = []
        self.orders: list[Order] = []

    def start(self) -> None: ...

    def close(self) -> None: ...

    def state(self) -> State:
        return self.now

    def cancel(self, order_id: str) -> None:
        self.cancelled.append(order_id)
        for order, future in self.held:
            if order.id == order_id and not future.done():
                future.set_exception(Refusal(499, "cancelled", "gone"))

    def submit(self, order: Order) -> Future[Answer]:
        future: Future[Answer] = Future()
        self.orders.append(order)
        if self.hold:
            self.held.append((order, future))
            return future
        try:
            future.set_result(self.make(order))
        except Exception as error:
            future.set_exception(error)
        return future

    def make(self, order: Order) -> Answer:
        job = Job("upload", order.options, data=order.data, mask_data=order.mask_data)
        flow, pictures = engine.Engine(Settings(), self.painter), []
        for prepared in engine.prepare(job, Settings()):
            render = engine.complete(prepared, flow.paint([prepared])[0], self.painter.info)
            data = sink.encode(render.rgb, render.record, order.options, order.format, render.alpha)
            record = json.loads(json.dumps(render.record, default=str))
            pictures.append(Made(data, order.format, render.verdict, record))
        return Answer(pictures, {"paint": 0.001})


def client(
    worker: PictureWorker | None = None,
    metrics: Metrics | None = None,
    fetch: Fetch | None = None,
    base_url: str = "http://localhost",
    **settings: Any,
) -> TestClient:
    """An app in this process."""
    config = ServeConfig(**({"options": FLAT} | settings))
    app = create_app(config, worker or InstantWorker(), metrics, fetch)
    return TestClient(app, base_url=base_url, raise_server_exceptions=False)


def assert_problem(response: Any, status: int, reason: str | None = None) -> dict[str, Any]:
    """RFC 9457, and nothing about this machine in it."""
    assert response.status_code == status, (response.status_code, response.text[:500])
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert {"type", "title", "status", "detail", "instance", "reason", "request_id"} <= set(body)
    assert body["status"] == status
    assert body["request_id"] == response.headers["x-request-id"]
    assert reason is None or body["reason"] == reason, body
    assert "Traceback" not in response.text
    assert not re.search(r"/(tmp|root|home|usr|opt|work)/|\.py\b", response.text), response.text
    return body


def write_keys(file: Path, keys: dict[str, str]) -> None:
    """A key file of ids and keys."""
    lines = [f"{name}:{hashlib.sha256(key.encode()).hexdigest()}" for name, key in keys.items()]
    file.write_text("\n".join(lines))


class Live:
    """A server in a process of its own."""

    def __init__(self, process: subprocess.Popen[str], url: str, log: Path) -> None:
        self.process, self.url, self.log = process, url, log

    def children(self) -> dict[int, str]:
        """pid -> command line of the server's own processes."""
        found = {}
        for entry in Path("/proc").iterdir():
            try:
                if (
                    entry.name.isdecimal()
                    and f"PPid:\t{self.process.pid}\n" in (entry / "status").read_text()
                ):
                    found[int(entry.name)] = (entry / "cmdline").read_text().replace("\0", " ")
            except OSError:
                continue
        return found

    def model_pid(self) -> int:
        """The model's process."""
        return next(pid for pid, command in self.children().items() if "painter" in command)

    def wait_ready(self, wanted: int = 200, within: float = 60.0) -> float:
        """Seconds until /health/ready answers so; a busy machine takes its time to start a process."""
        started = time.monotonic()
        while time.monotonic() - started < within:
            try:
                if httpx.get(f"{self.url}/health/ready", timeout=2).status_code == wanted:
                    return time.monotonic() - started
            except httpx.HTTPError:
                pass
            time.sleep(0.05)
        raise AssertionError(f"not {wanted} within {within} s: {self.log.read_text()[-3000:]}")


@contextmanager
def live(folder: Path, environ: dict[str, str] | None = None, **settings: Any) -> Iterator[Live]:
    """A real server on a free port; `painter` names the module of its model's process."""
    log = folder / "server.log"
    command = [sys.executable, "-m", "tests.serve_main", json.dumps({"port": 0} | settings)]
    path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    single = {"OMP_NUM_THREADS": "1", "PYTHONPATH": path}
    with log.open("w") as file:
        process = subprocess.Popen(
            command, cwd=folder, stderr=file, text=True, env=os.environ | single | (environ or {})
        )
    try:
        yield Live(process, url_in(log, process), log)
    finally:
        process.kill()
        process.wait()


def url_in(log: Path, process: subprocess.Popen[str]) -> str:
    """The address that a server says in its log."""
    for _ in range(400):
        if found := re.search(r"http://[\d.]+:\d+", log.read_text()):
            return found[0]
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise AssertionError(f"the server didn't start: {log.read_text()[-3000:]}")
