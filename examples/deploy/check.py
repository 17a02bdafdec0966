#!/usr/bin/env python3
"""Checks what is in this folder with the tools that are there; each that is missing is named.

check.py          the files: hadolint, docker compose, nginx -t, promtool, systemd-analyze
check.py --run    also the real thing for a few seconds: bggen, nginx with TLS before it, Prometheus behind
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PHOTO = HERE.parent / "photos" / "mug.jpg"
KEY = "a-key-for-this-check-only"
#: as in the nginx image and its compose file
NGINX_MAIN = """daemon off; master_process off; pid {work}/nginx.pid; error_log {work}/nginx.log warn;
events {{}}
http {{
    access_log off; client_body_temp_path {work}/body; proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/f; uwsgi_temp_path {work}/u; scgi_temp_path {work}/s;
    include {work}/bggen.conf;
}}
"""
#: panels that stay empty as long as nothing goes wrong
UNEVENTFUL = ("Queue and refusals", "Given up", "Keys and URLs")
wrong: list[str] = []


def hold(truth: bool, says: str) -> None:
    print(f"  {'ok  ' if truth else 'FAIL'} {says}", flush=True)
    if not truth:
        wrong.append(says)


def tool(name: str, *arguments: str | Path, says: str = "") -> None:
    """Run a checker; without it, say so."""
    if shutil.which(name) is None:
        print(f"  --   {name} is not on this machine: not checked", flush=True)
        return
    done = subprocess.run([name, *map(str, arguments)], cwd=HERE, capture_output=True, text=True)
    hold(done.returncode == 0, says or f"{name} {' '.join(map(str, arguments))}")
    if done.returncode:
        print(done.stdout + done.stderr)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def certificate(folder: Path) -> None:
    """Self-signed, for localhost, for a day."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost",
         "-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"],
        check=True, capture_output=True,
    )  # fmt: skip


def nginx_files(work: Path, upstream: str) -> tuple[Path, int, int]:
    """(main file, HTTP port, HTTPS port): the template filled in, as the nginx image does."""
    certificate(work)
    plain, tls = free_port(), free_port()
    values = {"BGGEN_UPSTREAM": upstream, "BGGEN_NAME": "localhost", "CERTIFICATES": str(work)}
    values |= {"HTTP_PORT": str(plain), "HTTPS_PORT": str(tls)}
    text = (HERE / "nginx" / "bggen.conf.template").read_text()
    for name, value in values.items():
        text = text.replace(f"${{{name}}}", value)
    (work / "bggen.conf").write_text(text)
    (work / "nginx.conf").write_text(NGINX_MAIN.format(work=work))
    return work / "nginx.conf", plain, tls


def expressions() -> dict[str, str]:
    """Panel -> PromQL of the dashboard, with Grafana's variables filled in."""
    board = json.loads((HERE / "grafana" / "bggen.json").read_text())
    found = {}
    for panel in board["panels"]:
        for number, target in enumerate(panel["targets"]):
            text = target["expr"].replace("$instance", ".*").replace("$__rate_interval", "1m")
            found[f"{panel['title']} {number}"] = text
    return found


def has_compose() -> bool:
    """It is an addition to docker that may be missing."""
    if shutil.which("docker") is None:
        return False
    return subprocess.run(["docker", "compose", "version"], capture_output=True).returncode == 0


def check_files() -> None:
    print("files")
    tool("hadolint", "Dockerfile")
    if has_compose():
        os.environ["BGGEN_NAME"] = "localhost"
        for files in (["compose.yaml"], ["compose.yaml", "compose.gpu.yaml"]):
            named = [part for file in files for part in ("-f", file)]
            tool("docker", "compose", *named, "config", "-q")
    else:
        print("  --   docker compose is not on this machine: not checked")
    tool("promtool", "check", "config", "prometheus/prometheus.yml")
    tool("promtool", "test", "rules", "prometheus/alerts_test.yml")
    with tempfile.TemporaryDirectory() as folder:
        if shutil.which("openssl"):
            tool("nginx", "-t", "-c", nginx_files(Path(folder), "127.0.0.1:8000")[0], says="nginx -t")
        unit = Path(folder) / "bggen.service"  # the program itself need not be installed here
        text = (HERE / "systemd" / "bggen.service").read_text()
        unit.write_text(text.replace("/opt/bggen/bin/bggen", sys.executable))
        tool("systemd-analyze", "verify", "--man=no", unit, says="systemd-analyze verify bggen.service")


@contextmanager
def running(name: str, command: list[str], work: Path, **environ: str) -> Iterator[subprocess.Popen[str]]:
    """A process, ended in the end; its output is in WORK/NAME.out."""
    with (work / f"{name}.out").open("w") as out:
        process = subprocess.Popen(
            command, cwd=work, stdout=out, stderr=out, text=True, env=os.environ | environ
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(truth: Callable[[], Any], seconds: float = 30) -> Any:
    """What `truth` gives as soon as that is something; None after `seconds`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if found := truth():
                return found
        except (OSError, ValueError):
            pass
        time.sleep(0.2)
    return None


def call(url: str, trust: ssl.SSLContext | None = None, **request: Any) -> tuple[int, dict[str, str], bytes]:
    """(status, headers, body); an error's status is an answer too."""
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trust), NoRedirect()
    )
    try:
        with opener.open(urllib.request.Request(url, **request), timeout=60) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer to look at."""

    def redirect_request(self, *_: Any) -> None:
        return None


def form(data: bytes) -> dict[str, Any]:
    """A picture as a browser sends it."""
    head = b'--b\r\nContent-Disposition: form-data; name="photo"; filename="p.jpg"\r\n\r\n'
    kind = {"Content-Type": "multipart/form-data; boundary=b", "X-API-Key": KEY}
    return {"data": head + data + b"\r\n--b--\r\n", "headers": kind, "method": "POST"}


def is_problem(answer: tuple[int, dict[str, str], bytes], status: int) -> bool:
    """Whether an answer is RFC 9457 with that status, in its body too."""
    told, headers, body = answer
    kind = headers.get("content-type")
    return (told, kind) == (status, "application/problem+json") and json.loads(body)["status"] == status


def one_too_many(tls: int, trust: ssl.SSLContext) -> bool:
    """Whether nginx refuses a request beside 64 whose bodies are still arriving."""
    head = f"POST /generate HTTP/1.1\r\nHost: localhost\r\nX-API-Key: {KEY}\r\nContent-Length: 9\r\n\r\n"
    with ExitStack() as crowd:
        for _ in range(64):
            plain = crowd.enter_context(socket.create_connection(("127.0.0.1", tls)))
            crowd.enter_context(trust.wrap_socket(plain, server_hostname="localhost")).sendall(head.encode())
        return bool(until(lambda: is_problem(call(f"https://localhost:{tls}/health", trust), 429), 5))


def check_running() -> None:
    for name in ("nginx", "prometheus", "openssl"):
        if shutil.which(name) is None:
            print(f"--run needs {name}")
            sys.exit(2)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        serve = [sys.executable, "-m", "bggen", "serve", "--port", "0", "--model", "flat", "--open-metrics",
                 "--trusted-proxies", "127.0.0.1"]  # fmt: skip
        with running("bggen", serve, work, API_KEY=KEY) as server:
            said = work / "bggen.out"
            address = until(lambda: re.search(r"http://([\d.]+:\d+)", said.read_text()))[1]
            until(lambda: call(f"http://{address}/health/ready")[0] == 200)
            main, plain, tls = nginx_files(work, address)
            with running("nginx", ["nginx", "-c", str(main)], work):
                behind_nginx(plain, tls, ssl.create_default_context(cafile=work / "fullchain.pem"))
                watched(work, address)
                server.send_signal(signal.SIGTERM)
                hold(server.wait(30) == 0, "SIGTERM ends the server with 0")
                trust = ssl.create_default_context(cafile=work / "fullchain.pem")
                away = call(f"https://localhost:{tls}/health", trust)
                hold(is_problem(away, 503), "nginx says so when the server is away")
                hold({"retry-after", "strict-transport-security"} <= set(away[1]), "and for how long")


def behind_nginx(plain: int, tls: int, trust: ssl.SSLContext) -> None:
    print("behind nginx")
    base = f"https://localhost:{tls}"
    until(lambda: call(f"{base}/health", trust)[0] == 200, 10)
    hold(call(f"http://localhost:{plain}/docs")[0] == 308, "plain HTTP leads to HTTPS")
    status, headers, body = call(f"{base}/generate", trust, **form(PHOTO.read_bytes()))
    hold(status == 200 and body[:4] == b"\x89PNG", f"a picture comes through TLS ({len(body):,} bytes)")
    hold(bool(headers.get("x-request-id")) and "strict-transport-security" in headers, "with its headers")
    status, headers, body = call(f"{base}/generate", trust, data=b"", method="POST")
    hold(status == 401 and "www-authenticate" in headers, "401 without a key")
    large = call(f"{base}/generate", trust, **form(bytes(65 * 2**20)))
    hold(is_problem(large, 413), "65 MiB are too many, told as a problem")
    hold(is_problem(call(f"{base}/metrics", trust), 404), "/metrics is not shown outside")
    hold(one_too_many(tls, trust), "the 65th request at once from one address gets 429")
    hold(
        f"{base}/generate".encode() in call(f"{base}/docs", trust)[2],
        "the examples at /docs name this address",
    )


def watched(work: Path, address: str) -> None:
    print("watched by Prometheus")
    rules = work / "alerts.yml"
    rules.write_text((HERE / "prometheus" / "alerts.yml").read_text())
    config = (HERE / "prometheus" / "prometheus.yml").read_text().replace("bggen:8000", address)
    (work / "prometheus.yml").write_text(config.replace("15s", "1s"))
    port = free_port()
    command = ["prometheus", f"--config.file={work}/prometheus.yml", f"--storage.tsdb.path={work}/tsdb",
               f"--web.listen-address=127.0.0.1:{port}"]  # fmt: skip

    def query(text: str) -> list[Any]:
        asked = urllib.parse.urlencode({"query": text})
        status, _, body = call(f"http://127.0.0.1:{port}/api/v1/query?{asked}")
        if status != 200:
            raise LookupError(body.decode())
        return list(json.loads(body)["data"]["result"])

    with running("prometheus", command, work):
        up = until(lambda: [row for row in query('up{job="bggen"}') if row["value"][1] == "1"])
        hold(bool(up), "scrapes the server")
        made = until(lambda: query('ai_bg_predictions_total{status="ok"} == 1'))
        hold(bool(made), "has counted the one picture")
        until(lambda: query('rate(ai_bg_predictions_total{status="ok"}[1m])'))
        empty, bad = [], []
        for panel, text in expressions().items():
            try:
                if not query(text):
                    empty.append(panel)
            except LookupError as error:
                bad.append(f"{panel}: {error}")
        hold(not bad, f"takes all {len(expressions())} expressions of the dashboard {bad or ''}")
        silent = [panel for panel in empty if not panel.startswith(UNEVENTFUL)]
        hold(not silent, f"has data for every panel {silent or ''}")
        groups = json.loads(call(f"http://127.0.0.1:{port}/api/v1/rules")[2])["data"]["groups"]
        until(lambda: all(rule["health"] == "ok" for group in groups for rule in group["rules"]), 5)
        names = [rule["name"] for group in groups for rule in group["rules"]]
        hold(len(names) >= 9, f"has the alerts {', '.join(names)}")


if __name__ == "__main__":
    check_files()
    if "--run" in sys.argv:
        check_running()
    print("all held" if not wrong else f"{len(wrong)} did not hold")
    sys.exit(1 if wrong else 0)
