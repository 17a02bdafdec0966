"""What examples/deploy speaks of is there: metrics, settings, files. Its `check.py` does the rest."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import yaml

from bggen.metrics import Counter, Histogram, Metrics
from bggen.serve import ServeConfig, server
from bggen.settings import Settings
from tests.serving import ROOT

DEPLOY = ROOT / "examples" / "deploy"


def series() -> set[str]:
    """Every name that a scrape may have."""
    names = {"up", "process_resident_memory_bytes"}
    for instrument in Metrics().instruments():
        if isinstance(instrument, Histogram):
            names |= {f"{instrument.name}_{part}" for part in ("bucket", "sum", "count")}
        else:
            names.add(instrument.name)
    return names


def used(text: str) -> set[str]:
    """Metric names in PromQL: words before a selector or a comparison that are no function or label."""
    return set(re.findall(r"\b((?:http|ai_bg|bggen|rate_limit|process)_[a-z_]+|up)\b(?=[{\[ =<>)]|$)", text))


def test_counters_are_named_as_prometheus_wants_them() -> None:
    assert all(i.name.endswith("_total") for i in Metrics().instruments() if isinstance(i, Counter))


def test_alerts_and_dashboard_ask_for_metrics_that_are_there() -> None:
    groups = yaml.safe_load((DEPLOY / "prometheus" / "alerts.yml").read_text())["groups"]
    rules = [rule for group in groups for rule in group["rules"]]
    assert all({"summary", "what_to_do"} == set(rule["annotations"]) for rule in rules)
    board = json.loads((DEPLOY / "grafana" / "bggen.json").read_text())
    asked = [rule["expr"] for rule in rules]
    asked += [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    names = set().union(*map(used, asked))
    assert len(names) > 15
    assert names <= series()
    told = {i.name for i in Metrics().instruments() if i.name.startswith("bggen_")} - {"bggen_build_info"}
    assert not [name for name in told if not any(name in expression for expression in asked)]


def test_settings_of_the_containers_are_settings_of_ours() -> None:
    known = {f"BGGEN_{name.upper()}" for name in (*ServeConfig.model_fields, *Settings.model_fields)}
    known |= {"BGGEN_UPSTREAM", "BGGEN_NAME"}  # nginx's own
    files = ("Dockerfile", "compose.yaml", "compose.gpu.yaml", "systemd/bggen.service", "README.md")
    for name in files:
        text = (DEPLOY / name).read_text()
        assert set(re.findall(r"\bBGGEN_[A-Z_]+\b", text)) <= known, name


def test_a_drain_fits_into_the_time_that_is_given() -> None:
    drain = ServeConfig.model_fields["drain_seconds"].default
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]["bggen"]
    assert int(compose["stop_grace_period"].rstrip("s")) > drain + 5
    unit = (DEPLOY / "systemd" / "bggen.service").read_text()
    assert int(re.search(r"TimeoutStopSec=(\d+)", unit)[1]) > drain + 5


def test_nginx_starts_anew_with_the_server() -> None:
    """It asks for an address once."""
    nginx = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]["nginx"]
    assert nginx["depends_on"]["bggen"]["restart"]


def test_the_limits_of_nginx_are_those_of_the_server() -> None:
    text = (DEPLOY / "nginx" / "bggen.conf.template").read_text()
    fields = ServeConfig.model_fields
    assert int(re.search(r"proxy_read_timeout (\d+)s", text)[1]) > fields["deadline"].default
    upstream = re.search(r"upstream bggen \{.*?keepalive_timeout (\d+)s", text, re.DOTALL)
    assert upstream is not None and int(upstream[1]) < server.KEEP_ALIVE  # a request must not meet its end
    body = int(re.search(r"client_max_body_size (\d+)m", text)[1]) * 2**20
    assert body == fields["max_upload"].default


def test_the_health_check_asks_the_port_that_is_set() -> None:
    command = re.search(r"HEALTHCHECK .*\n  CMD (\[.*\])", (DEPLOY / "Dockerfile").read_text())
    assert command is not None
    asked: list[str] = []

    class Ready(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

    with HTTPServer(("127.0.0.1", 0), Ready) as web:
        answering = threading.Thread(target=web.handle_request, daemon=True)
        answering.start()
        environ = os.environ | {"BGGEN_PORT": str(web.server_port)}
        subprocess.run([sys.executable, *json.loads(command[1])[1:]], env=environ, check=True, timeout=10)
        answering.join(10)
    assert asked == ["/health/ready"]


def test_files_that_the_containers_mount_are_there() -> None:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    made = ("./secrets", "./certificates")  # by the owner, as README.md says
    for service in services.values():
        for volume in service.get("volumes", []):
            place = Path(volume.partition(":")[0])
            if volume.startswith("./") and not volume.startswith(made):
                assert (DEPLOY / place).exists(), place
