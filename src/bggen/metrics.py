"""Named instruments that do nothing until they are switched on.

Counting costs an attribute look-up while off, and `prometheus_client` is imported only by `switch_on`.
Labels are few and bounded: never a key, a URL or a file's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0)
SHARES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
SIZES = (1, 2, 4, 8, 16, 32, 64)


class Instrument:
    """A name, what it says and its labels; values go nowhere until `bind`."""

    kind = ""

    def __init__(self, name: str, says: str, labels: tuple[str, ...] = ()) -> None:
        self.name, self.says, self.labels = name, says, labels
        self._real: Any = None

    def bind(self, registry: CollectorRegistry) -> None:
        """Create the real one."""
        import prometheus_client

        self._real = getattr(prometheus_client, self.kind)(
            self.name, self.says, self.labels, registry=registry, **self._extra()
        )

    def _extra(self) -> dict[str, Any]:
        return {}

    def _child(self, values: tuple[str, ...]) -> Any:
        if len(values) != len(self.labels):  # told even while off, so that tests without metrics see it
            raise ValueError(f"{self.name} has the labels {self.labels}, got {values}")
        if self._real is None:
            return None
        return self._real.labels(*values) if values else self._real


class Counter(Instrument):
    """Only goes up."""

    kind = "Counter"

    def add(self, *labels: str, by: float = 1) -> None:
        """Count `by` more."""
        if (child := self._child(labels)) is not None:
            child.inc(by)


class Gauge(Instrument):
    """A value as it is now."""

    kind = "Gauge"

    def set(self, value: float, *labels: str) -> None:
        """Say the value."""
        if (child := self._child(labels)) is not None:
            child.set(value)

    def change(self, by: float, *labels: str) -> None:
        """Up or down."""
        if (child := self._child(labels)) is not None:
            child.inc(by)


class Histogram(Instrument):
    """Values in buckets."""

    kind = "Histogram"

    def __init__(
        self, name: str, says: str, labels: tuple[str, ...] = (), buckets: tuple[float, ...] = SECONDS
    ) -> None:
        super().__init__(name, says, labels)
        self.buckets = buckets

    def _extra(self) -> dict[str, Any]:
        return {"buckets": self.buckets}

    def observe(self, value: float, *labels: str) -> None:
        """Add one value."""
        if (child := self._child(labels)) is not None:
            child.observe(value)


class Metrics:
    """Every instrument of a server, by a Python name each."""

    def __init__(self) -> None:
        route, model = ("method", "endpoint"), ("model",)
        self.requests = Counter("http_requests_total", "Requests answered.", (*route, "status"))
        self.request_seconds = Histogram("http_request_duration_seconds", "From first to last byte.", route)
        self.requests_active = Gauge("http_requests_active", "Requests under way.")
        self.predictions = Counter(
            "ai_bg_predictions_total", "Pictures asked for, by outcome.", (*model, "status")
        )
        self.inference_seconds = Histogram(
            "ai_bg_inference_duration_seconds", "Painting a picture, its share of the batch.", model
        )
        self.confidence = Histogram(
            "ai_bg_prediction_confidence", "What the checks say of finished pictures.", model, SHARES
        )
        self.load_seconds = Gauge("ai_bg_model_load_time_seconds", "Loading and warming the model.", model)
        self.model_loaded = Gauge("ai_bg_model_loaded", "1 while the model is warm and alive.", model)
        self.rate_limited = Counter("rate_limit_hits_total", "Requests over a limit.", ("tier",))

        self.queue_depth = Gauge("bggen_queue_depth", "Requests that are here whole, and not done yet.")
        self.queue_arriving = Gauge("bggen_queue_arriving", "Requests whose bodies are still arriving.")
        self.queue_bytes = Gauge(
            "bggen_queue_bytes", "Bytes of bodies, fetched pictures and answers that are held."
        )
        self.connections = Gauge("bggen_connections", "Connections that are open, idle ones included.")
        self.connections_dropped = Counter(
            "bggen_connections_dropped_total", "Ended to make room for others, at --max-connections."
        )
        self.rejected = Counter("bggen_queue_rejected_total", "Refused before decoding.", ("reason",))
        self.batch_size = Histogram("bggen_batch_size", "Scenes painted together.", (), SIZES)
        self.cancelled = Counter("bggen_cancelled_total", "Given up, by the stage it was in.", ("stage",))
        self.stage_seconds = Histogram("bggen_stage_seconds", "Time in each stage.", ("stage",))
        self.worker_restarts = Counter("bggen_worker_restarts_total", "Deaths of the model's process.")
        self.device_memory = Gauge("bggen_device_memory_bytes", "Memory that the model's process holds.")
        self.auth_failures = Counter("bggen_auth_failures_total", "Missing or wrong keys.", ("reason",))
        self.fetch_blocked = Counter("bggen_fetch_blocked_total", "URLs that were refused.")
        self.build = Gauge("bggen_build_info", "Which version runs.", ("version",))
        self.registry: CollectorRegistry | None = None

    def instruments(self) -> list[Instrument]:
        """All of them."""
        return [value for value in vars(self).values() if isinstance(value, Instrument)]

    def switch_on(self, registry: CollectorRegistry | None = None) -> CollectorRegistry:
        """From here on everything is counted, in `registry` or one of our own."""
        from prometheus_client import CollectorRegistry, ProcessCollector

        self.registry = registry or CollectorRegistry()
        for instrument in self.instruments():
            instrument.bind(self.registry)
        if registry is None:
            ProcessCollector(registry=self.registry)
        return self.registry

    def text(self) -> tuple[bytes, str]:
        """(body, content type) of a scrape; empty while off."""
        if self.registry is None:
            return b"", "text/plain; charset=utf-8"
        from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

        return generate_latest(self.registry), CONTENT_TYPE_LATEST
