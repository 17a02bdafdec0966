"""Instruments are silent until switched on, then exact."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bggen.metrics import Counter, Metrics

CHARTED = {
    "http_requests_total", "http_request_duration_seconds", "http_requests_active", "ai_bg_predictions_total",
    "ai_bg_inference_duration_seconds", "ai_bg_prediction_confidence", "ai_bg_model_load_time_seconds",
    "ai_bg_model_loaded", "rate_limit_hits_total",
}  # fmt: skip


def test_every_name_that_users_chart_is_there() -> None:
    assert {instrument.name for instrument in Metrics().instruments()} >= CHARTED


def test_names_of_our_own_start_with_bggen() -> None:
    own = {i.name for i in Metrics().instruments()} - CHARTED
    assert own and all(name.startswith("bggen_") for name in own)


def test_off_means_no_prometheus_and_no_values() -> None:
    script = (
        "import sys; from bggen.metrics import Metrics; m = Metrics(); m.requests.add('GET', '/', '200');"
        "m.queue_depth.set(3); m.batch_size.observe(2); assert m.text()[0] == b'';"
        "assert 'prometheus_client' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_on_means_counted() -> None:
    metrics = Metrics()
    registry = metrics.switch_on()
    metrics.requests.add("GET", "/health", "200", by=3)
    metrics.requests_active.change(2)
    metrics.requests_active.change(-1)
    metrics.confidence.observe(0.93, "studio")
    labels = {"method": "GET", "endpoint": "/health", "status": "200"}
    assert registry.get_sample_value("http_requests_total", labels) == 3
    assert registry.get_sample_value("http_requests_active") == 1
    bucket = {"model": "studio", "le": "0.95"}
    assert registry.get_sample_value("ai_bg_prediction_confidence_bucket", bucket) == 1
    assert b"bggen_queue_depth" in metrics.text()[0]


def test_two_servers_in_one_process_count_apart() -> None:
    one, two = Metrics(), Metrics()
    one.switch_on()
    two.switch_on()
    one.worker_restarts.add()
    assert b"bggen_worker_restarts_total 1.0" in one.text()[0]
    assert b"bggen_worker_restarts_total 0.0" in two.text()[0]


def test_a_forgotten_label_is_told_even_while_off() -> None:
    with pytest.raises(ValueError, match="has the labels"):
        Counter("x", "y", ("route",)).add()
