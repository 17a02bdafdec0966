"""Figures of a run for Prometheus: a text file for node-exporter, or a push gateway for cron."""

from __future__ import annotations

import time
from pathlib import Path

from bggen.batch.told.voice import Counts
from bggen.errors import UsageError

EVERY = 15.0  # seconds between two writes
RETRY = 150.0  # after one that failed: a gateway that hangs holds up the run for seconds each time


class Gauges:
    """Writes nothing when neither a file nor a gateway is asked for, and then imports nothing either."""

    def __init__(self, file: Path | None, gateway: str | None) -> None:
        self._file, self._gateway = file, gateway
        self._started = self._written = time.monotonic()
        self._pause = EVERY
        self.ended = False  # whether how the run ended was told
        if file is not None and not file.absolute().parent.is_dir():
            raise UsageError(f"--metrics-file {file}: there is no folder {file.parent}")

    def progress(self, counts: Counts) -> None:
        """Write when it is time."""
        if time.monotonic() - self._written >= self._pause:
            self._pause = RETRY if self.write(counts, None) else EVERY

    def write(self, counts: Counts, code: int | None) -> str | None:
        """Write now, with the exit code at the end; returns what went wrong, which never stops a run."""
        self._written, self.ended = time.monotonic(), code is not None
        if self._file is None and self._gateway is None:
            return None
        from http.client import HTTPException

        from prometheus_client import CollectorRegistry, Gauge, pushadd_to_gateway, write_to_textfile

        registry = CollectorRegistry()
        items = Gauge("bggen_batch_items", "Items of the last run, by state.", ["state"], registry=registry)
        for state in ("made", "kept", "review", "failed", "quarantined", "left", "total"):
            items.labels(state).set(getattr(counts, state))
        seconds = Gauge("bggen_batch_seconds", "Seconds that the last run has taken.", registry=registry)
        seconds.set(time.monotonic() - self._started)
        running = Gauge("bggen_batch_running", "1 while a run is at work.", registry=registry)
        running.set(code is None)
        if code is not None:
            Gauge("bggen_batch_exit_code", "How the last run ended.", registry=registry).set(code)
            ended = Gauge("bggen_batch_end_time_seconds", "When the last run ended.", registry=registry)
            ended.set_to_current_time()
        filing = self._file is not None
        try:
            if self._file is not None:
                write_to_textfile(str(self._file), registry)
            filing = False
            if self._gateway is not None:
                pushadd_to_gateway(self._gateway, job="bggen_batch", registry=registry, timeout=5)
        except (
            OSError,
            HTTPException,
            ValueError,
        ) as error:  # also of an answer that is no HTTP, of a wrong name
            place = f"--metrics-file {self._file}" if filing else f"--push-gateway {self._gateway}"
            why = str(getattr(error, "reason", error)).strip()
            return f"{place}: the figures can't be put there ({why})"
        return None
