"""What is timed, and in which order."""

from __future__ import annotations

import functools
import itertools
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from bggen import sink
from bggen.benchmark import meters as here
from bggen.benchmark.photos import enough, photos
from bggen.benchmark.plain import PlainLoop, stock
from bggen.benchmark.quality import evaluation, pixels, quality, tflop
from bggen.engine import Engine, Prepared, complete, prepare
from bggen.errors import BggenError, UsageError
from bggen.settings import Settings
from bggen.spec import Job, Options, Painting

PROMPT = "on a walnut table, soft light from the left"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to time."""

    options: Options
    batch_sizes: tuple[int, ...] = (1,)
    repeats: int = 5  # batches timed of each size, after one that is not; rounds of a comparison
    photos: tuple[Path, ...] = ()  # default: products drawn here
    compare: str = ""  # plain: the stock loop with its own defaults; equal: at our steps and guidance
    advised: bool = True  # compare with the library's advice on speed as well
    random_weights: str = ""  # an architecture to time with random weights: NAME or NAME:tiny
    price: float | None = None  # of this machine, per hour
    #: Whether ours takes its turns as `bggen batch` paints a folder; None: where a device of its own paints.
    folder: bool | None = None


@dataclass(slots=True)
class Timed:
    """One batch from file to file."""

    seconds: float  # a picture
    cpu_seconds: float  # a picture, of our processes: what counts on a machine with other work
    joules: float | None
    stages: list[dict[str, float]] = field(default_factory=list)  # seconds by stage, for each picture


@dataclass(frozen=True, slots=True)
class Bench:
    """What all measurements share."""

    plan: Plan
    settings: Settings
    engine: Engine
    photos: list[Path]
    folder: Path
    meter: here.Joules
    turns: Iterator[int] = field(default_factory=itertools.count)

    def ready(self, size: int) -> list[Prepared]:
        """The next scenes, read and cut out: those not seen for longest, which the painter has forgotten."""
        photos = [self.photos[next(self.turns) % len(self.photos)] for _ in range(size)]
        jobs = [Job(str(photo), self.plan.options) for photo in photos]
        return [item for job in jobs for item in prepare(job, self.settings)]


def run(plan: Plan, settings: Settings) -> dict[str, Any]:
    """Time the whole way from file to file; JSON-ready.

    Raises UnknownName for no known architecture, UsageError for what can't be compared.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        about = here.machine()
        if plan.random_weights:
            plan = _with_random_weights(plan, folder, settings)
        check(plan, settings)
        pictures = photos(plan.photos, folder, enough(max(plan.batch_sizes)))
        started = time.perf_counter()
        engine = Engine(settings)
        bench = Bench(plan, settings, engine, pictures, folder, here.Joules(settings.device))
        ours(bench, 1)
        first = time.perf_counter() - started
        info = engine.info(plan.options)
        device = "cpu" if info.family in ("flat", "background") else info.device
        bench = replace(bench, meter=here.Joules(device))
        rows = [_timed(bench, size) for size in plan.batch_sizes]
        memory = {"peak_rss_mb": here.peak_rss_mb(), "peak_device_mb": here.peak_device_mb(device)}
        one = bench.ready(1)
        painted = engine.paint(one)[0]
        result: dict[str, Any] = {
            "machine": about,
            "model": plan.random_weights or Path(plan.options.model).name,  # never where it lies
            "random_weights": bool(plan.random_weights),
            "options": plan.options.model_dump(exclude_defaults=True, exclude={"model"}),
            "painter": _painter(engine, plan.options, painted),
            "size": plan.options.size,
            "reference": plan.options.reference,
            "first_picture_seconds": round(first, 3),
            **memory,
            "tflop_per_picture": tflop(engine, bench.ready(1), painted, settings),
            "peak_tflops": _probe(device, info.dtype),
            "quality": quality(engine, one, painted, settings),
            "evaluation": evaluation(plan.options),
            "runs": rows,
        }
        for row in rows:
            row |= _derived(row, result, plan.price)
        if plan.compare:
            result |= _compare(bench, rows, first)
    return result


def check(plan: Plan, settings: Settings) -> None:
    """Raises UsageError where the stock pipeline can't do the same."""
    options, compare = plan.options, plan.compare
    if compare and (options.background or options.model == "flat"):
        raise UsageError(f"--compare {compare}: there is nothing to denoise with this background or model")
    sets = options.model == "studio" and options.reference != "none"
    if compare == "equal" and (sets or options.reference not in ("auto", "none")):
        why = "the studio lays its own sets" if sets else "the plain loop starts from no reference"
        raise UsageError(f"--compare equal: {why}: give --reference none, or --compare plain")
    if compare:
        stock(options, settings)


def _with_random_weights(plan: Plan, folder: Path, settings: Settings) -> Plan:
    """The same plan with a model of that architecture, built here: in float32, which no peak may show."""
    from bggen import pipeline
    from bggen.families import architectures
    from bggen.families.runtime import quietly

    device = pipeline.choose_device(settings.device)
    with quietly():
        model = architectures.build(plan.random_weights, folder, device)
    here.release()
    here.forget_peaks(device)
    return replace(plan, options=plan.options.model_copy(update={"model": str(model)}))


def _painter(engine: Engine, options: Options, painted: Painting) -> dict[str, Any]:
    """How it was painted: what a figure without it would not mean. No steps where nothing was denoised."""
    info, notes = engine.info(options), painted.notes
    return {
        "family": info.family,
        "device": info.device,
        "dtype": info.dtype,
        "speed": options.speed,
        "quicker": notes.get("speed"),  # what --speed changed, in words
        "openvino": notes.get("openvino", []),
        "steps": notes.get("steps"),
        "guidance": notes.get("guidance"),
        "painted": notes.get("painted"),
    }


def _probe(device: str, dtype: str) -> dict[str, float] | None:
    return here.peak_tflops(device, dtype) if dtype in ("float32", "bfloat16", "float16") else None


def ours(bench: Bench, size: int) -> list[dict[str, float]]:
    """One batch, in line: read, cut, paint, finish, check, write. Seconds by stage for each picture."""
    options, stages = bench.plan.options, []
    items = bench.ready(size)
    for k, (item, painting) in enumerate(zip(items, bench.engine.paint(items), strict=True)):
        render = complete(item, painting, bench.engine.info(options))
        at = time.perf_counter()
        data = sink.encode(render.rgb, render.record, options, options.format or "png")
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


def _timed(bench: Bench, size: int) -> dict[str, Any]:
    """Pictures per second in batches of `size`; seconds are a picture's."""
    ours(bench, size)  # warm-up
    timed = [clocked(bench, size, lambda: ours(bench, size)) for _ in range(bench.plan.repeats)]
    stages = [each for one in timed for each in one.stages]
    medians = {name: statistics.median(each[name] for each in stages) for name in stages[0]}
    row = summary(timed)
    return {
        "batch_size": size,
        **row,
        "paint_share": round(medians["paint"] / row["p50_seconds"], 4),
        "stage_seconds": {name: round(value, 4) for name, value in medians.items()},
    }


def _derived(row: dict[str, Any], result: dict[str, Any], price: float | None) -> dict[str, Any]:
    """What follows from a row and the machine's peak."""
    work, peak = result["tflop_per_picture"], result["peak_tflops"]
    rate = work / row["stage_seconds"]["paint"] if work else None
    return {
        "tflops": round(rate, 4) if rate else None,
        "share_of_peak": round(rate / max(peak.values()), 3) if rate and peak else None,
        "cost_per_1000": None if price is None else round(price / 3.6 / row["images_per_second"], 4),
    }


@dataclass(slots=True)
class Contender:
    """One way of painting that takes its turn."""

    name: str
    size: int  # pictures of one turn
    go: Callable[[], Any]
    first_seconds: float  # from nothing to its first batch: loading and, where it does, compiling
    terms: dict[str, Any] = field(default_factory=dict)
    loop: PlainLoop | None = None  # the stock one
    timed: list[Timed] = field(default_factory=list)


def _compare(bench: Bench, rows: list[dict[str, Any]], first: float) -> dict[str, Any]:
    """The stock loop and ours in turn, from file to file, forwards and backwards, so that drift cancels."""
    plan, info = bench.plan, bench.engine.info(bench.plan.options)
    best = max(rows, key=lambda row: row["images_per_second"])
    loops, left_out = _loops(bench, best["batch_size"])
    folder = info.device != "cpu" if plan.folder is None else plan.folder
    contenders = [*loops.values(), _own(bench, best["batch_size"], first, folder)]
    for number in range(plan.repeats):
        for one in contenders if number % 2 == 0 else reversed(contenders):
            one.timed.append(clocked(bench, one.size, one.go))
    figures: dict[str, Any] = {
        one.name: summary(one.timed) | one.terms | {"first_seconds": round(one.first_seconds, 3)}
        for one in contenders
    }
    plain, own = figures["plain"], figures["bggen"]
    equal, stock = plan.compare == "equal", loops["plain"].loop
    figures |= {
        "kind": plan.compare,
        "batch_size": best["batch_size"],
        "left_out": left_out,
        "psnr_to_plain": _likeness(bench, stock) if equal and stock else None,
        # of the time that painting alone takes: what reading, checking and writing leave of it
        "share_of_pure": round(best["stage_seconds"]["paint"] / own["p50_seconds"], 4),
    }
    return {
        "compare": figures,
        "ratio_to_plain": round(plain["p50_seconds"] / own["p50_seconds"], 2),
        "cpu_ratio_to_plain": round(plain["cpu_seconds"] / own["cpu_seconds"], 2),
    }


def _loops(bench: Bench, best: int) -> tuple[dict[str, Contender], dict[str, str]]:
    """The plain loop and the one as advised, warm; and why one is left out."""
    plan, info = bench.plan, bench.engine.info(bench.plan.options)
    equal = plan.compare == "equal"
    found: dict[str, Contender] = {}
    left_out = {} if plan.advised else {"advised": "--quick compiles nothing"}
    for name in ("plain", "advised")[: 1 + plan.advised]:
        size = 1 if name == "plain" else best
        started = time.perf_counter()
        try:
            loop = PlainLoop(plan.options, bench.settings, info, equal=equal, advised=name == "advised")
            go = functools.partial(_by_loop, loop, bench, name, size)
            go(steps=None if equal else 1)  # warm-up
        except RuntimeError as error:  # a compiler that fails, or no room for two: not the plain loop's fault
            if name == "plain":
                raise
            left_out[name] = str(error).splitlines()[0]
            here.release()
            continue
        steps, guidance = loop.terms
        terms = {"steps": steps, "guidance": guidance, "compiled": loop.compiled}
        found[name] = Contender(name, size, go, time.perf_counter() - started, terms, loop)
    return found, left_out


def _by_loop(loop: PlainLoop, bench: Bench, name: str, size: int, steps: int | None = None) -> None:
    """One batch by a stock loop, from file to file."""
    items = bench.ready(size)
    for k, picture in enumerate(loop.paint(items, steps)):
        picture.resize(items[k].scene.size).save(bench.folder / f"{name}-{k}.png")


def _own(bench: Bench, size: int, first: float, folder: bool) -> Contender:
    """Ours: batches in line, or where a device of its own paints, a folder as `bggen batch` paints it."""
    if not folder:
        return Contender("bggen", size, lambda: ours(bench, size), first)
    source = bench.folder / "photos"
    source.mkdir()
    for number, photo in enumerate(bench.photos):
        (source / f"{number:04}{photo.suffix}").write_bytes(photo.read_bytes())
    return Contender("bggen", len(bench.photos), lambda: _by_batch(bench, source, size), first)


def _by_batch(bench: Bench, source: Path, size: int) -> None:
    """A whole folder by `bggen batch`: worker processes start, read and write while the device paints."""
    from bggen import batch

    options = bench.plan.options.model_copy(update={"format": bench.plan.options.format or "png"})
    with tempfile.TemporaryDirectory(dir=bench.folder) as out:
        request = batch.BatchRequest(str(source), out, options, batch_size=str(size), quiet=True)
        if (code := batch.run(request, bench.settings, engine=bench.engine)) not in (0, 3):
            raise BggenError(f"the batch that was timed ended with {code}")


def _likeness(bench: Bench, loop: PlainLoop) -> float | None:
    """PSNR in dB between both ways' scenes at equal steps and noise, where neither has the product."""
    items = bench.ready(1)
    plain = np.asarray(loop.paint(items)[0])
    return pixels(bench.engine.paint(items)[0], items[0], plain)
