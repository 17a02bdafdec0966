"""One batch from file to file, and what it takes."""

from __future__ import annotations

import itertools
import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from bggen import sink
from bggen.benchmark import meters as here
from bggen.engine import Engine, Prepared, complete, prepare
from bggen.options import Options, Speed
from bggen.settings import Settings
from bggen.spec import Job, Painting, StepCallback

PROMPT = "on a walnut table, soft light from the left"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to time."""

    options: Options
    batch_sizes: tuple[int, ...] = (1,)
    repeats: int = 5  # batches timed of each size, after one that is not; rounds of a comparison
    photos: tuple[Path, ...] = ()  # default: products drawn here
    compare: str = ""  # plain: the stock loop with its own defaults; equal: at our steps and guidance
    #: Shorter folders; nothing compiled as the library advises, and no float32 picture, to compare with.
    quick: bool = False
    speeds: tuple[Speed, ...] = ()  # one after another over the same weights, in place of the options' own
    random_weights: str = ""  # an architecture to time with random weights: NAME or NAME:tiny
    price: float | None = None  # of this machine, per hour
    tell: Callable[[str], None] = lambda _: None  # is told what begins: some of it takes minutes
    #: Whether ours takes its turns as `bggen batch` paints a folder; None: where a device of its own paints.
    folder: bool | None = None
    #: About how long a last folder is painted, whose start and end are next to nothing of it; 0: no such one.
    long_seconds: float = 0.0


@dataclass(slots=True)
class Timed:
    """One batch from file to file."""

    seconds: float  # a picture
    cpu_seconds: float  # a picture, of our processes: what counts on a machine with other work
    joules: float | None
    stages: list[dict[str, float]] = field(default_factory=list)  # seconds by stage, for each picture


class Watched(Engine):
    """An engine that notes when it painted."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.spans: list[tuple[float, float]] = []  # from, to; seconds of the process's clock

    def paint(self, prepared: Sequence[Prepared], on_step: StepCallback | None = None) -> list[Painting]:
        """As an engine has it."""
        began = time.perf_counter()
        try:
            return super().paint(prepared, on_step)
        finally:
            self.spans.append((began, time.perf_counter()))


@dataclass(frozen=True, slots=True)
class Bench:
    """What all measurements share."""

    plan: Plan
    settings: Settings
    engine: Watched
    photos: list[Path]
    folder: Path
    meter: here.Joules
    turns: Iterator[int] = field(default_factory=itertools.count)

    def ready(self, size: int) -> list[Prepared]:
        """The next scenes, read and cut out: those not seen for longest, which the painter has forgotten."""
        photos = [self.photos[next(self.turns) % len(self.photos)] for _ in range(size)]
        jobs = [Job(str(photo), self.plan.options) for photo in photos]
        return [item for job in jobs for item in prepare(job, self.settings)]


def ours(bench: Bench, size: int) -> list[dict[str, float]]:
    """One batch, in line: read, cut, paint, finish, check, write. Seconds by stage for each picture."""
    options, stages = bench.plan.options, []
    items = bench.ready(size)
    for k, (item, painting) in enumerate(zip(items, bench.engine.paint(items), strict=True)):
        render = complete(item, painting, bench.engine.info(options))
        at = time.perf_counter()
        data = sink.encode(render.rgb, render.record, options, options.format or "png", render.alpha)
        sink.write(bench.folder / f"out-{k}", data, force=True)
        stages.append({**render.record["timings"], "write": time.perf_counter() - at})
    return stages


def clocked(bench: Bench, size: int, go: Callable[[], Any]) -> Timed:
    """Run one batch of `size` pictures under all meters."""
    bench.meter.start()
    started, cpu = time.perf_counter(), _cpu_seconds()
    stages = go()
    seconds, cpu = time.perf_counter() - started, _cpu_seconds() - cpu
    joules = bench.meter.taken()
    return Timed(seconds / size, cpu / size, None if joules is None else joules / size, stages or [])


def _cpu_seconds() -> float:
    """Of this process, and of those that it started and saw end."""
    ended = os.times()
    return time.process_time() + ended.children_user + ended.children_system


def summary(timed: Sequence[Timed]) -> dict[str, Any]:
    """Medians, and every sample."""
    seconds = [one.seconds for one in timed]
    joules = [one.joules for one in timed if one.joules is not None]
    return {
        "images_per_second": round(1 / statistics.median(seconds), 4),
        "p50_seconds": round(statistics.median(seconds), 4),
        "p95_seconds": round(float(np.quantile(seconds, 0.95)), 4),
        "cpu_seconds": round(statistics.median(one.cpu_seconds for one in timed), 4),
        "joules": round(statistics.median(joules), 2) if joules else None,
        "samples": [round(value, 4) for value in seconds],
        "cpu_samples": [round(one.cpu_seconds, 4) for one in timed],
    }
