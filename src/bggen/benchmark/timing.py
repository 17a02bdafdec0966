"""What is timed, and in which order."""

from __future__ import annotations

import statistics
import tempfile
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from bggen import machine
from bggen.benchmark import clock, comparison
from bggen.benchmark import meters as here
from bggen.benchmark.clock import Bench, Plan, Watched
from bggen.benchmark.photos import enough, photos
from bggen.benchmark.plain import stock
from bggen.benchmark.quality import NOT_COMPARED, evaluation, quality, tflop
from bggen.benchmark.turns import Turns
from bggen.engine import Engine
from bggen.errors import UsageError
from bggen.models.store import home
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Painting


def run(plan: Plan, settings: Settings) -> dict[str, Any]:
    """Time the whole way from file to file; JSON-ready.

    Of several speeds the first is the result, the others, in the same form, are its `speeds` by their names.
    Raises UnknownName for no known architecture, UsageError for what can't be compared.
    """
    with tempfile.TemporaryDirectory() as name, Turns(_lock(settings), plan.tell) as turns:
        folder = Path(name)
        if plan.random_weights:
            plan.tell(f"making {plan.random_weights} of random weights")
            plan = _with_random_weights(plan, folder, settings)
        check(plan, settings)
        pictures = photos(plan.photos, folder, enough(max(plan.batch_sizes)))
        loops: comparison.Loops = {}
        result: dict[str, Any] = {}
        for speed in plan.speeds or (plan.options.speed,):
            if result:
                _forget(settings)
            options = plan.options.model_copy(update={"speed": speed})
            (at := folder / speed).mkdir()
            one = _at(replace(plan, options=options), settings, pictures, at, loops, turns)
            if result:
                result.setdefault("speeds", {})[speed] = one
            else:
                result = one
        return result


def _lock(settings: Settings) -> Path | None:
    """What benchmarks at once on this machine take turns by; None for a user without a home."""
    with suppress(UsageError):
        return home(settings) / "benchmark.lock"
    return None


def _forget(settings: Settings) -> None:
    """Have the next speed start as the first one did: nothing compiled, no memory held, no peak of before."""
    import torch

    torch.compiler.reset()
    machine.free_memory()
    here.forget_peaks(machine.choose_device(settings.device))


def _at(
    plan: Plan,
    settings: Settings,
    pictures: list[Path],
    folder: Path,
    loops: comparison.Loops,
    turns: Turns,
) -> dict[str, Any]:
    """All that is timed at one speed. `loops`: the stock ones of the speeds before."""
    about, started = here.machine(), time.perf_counter()
    engine, least = Watched(settings), min(plan.batch_sizes)  # what nobody asked for isn't compiled for
    held = here.device_mb(machine.choose_device(settings.device)) if loops else 0.0  # by the stock loops
    bench = Bench(plan, settings, engine, pictures, folder, here.Joules(settings.device))
    plan.tell(f"--speed {plan.options.speed}: loading, and the first picture")
    clock.ours(bench, least)
    first = time.perf_counter() - started
    machine.free_memory()  # others may be loading meanwhile
    turns.alone()
    info = engine.info(plan.options)
    device = "cpu" if info.family in ("flat", "background") else info.device
    bench = replace(bench, meter=here.Joules(device))
    # a folder is batches as well: a quick comparison over one need not time many before it
    repeats = 1 if plan.quick and plan.compare and comparison.folder(plan, info) else plan.repeats
    plan.tell(f"batches of {', '.join(map(str, plan.batch_sizes))}")
    rows = [_timed(bench, size, repeats) for size in plan.batch_sizes]
    memory = {"peak_rss_mb": here.peak_rss_mb(), "peak_device_mb": here.peak_device_mb(device, held)}
    plan.tell("how much is computed" + ("" if plan.quick else ", and how near it is to float32"))
    items = bench.ready(least)
    painted = engine.paint(items)[0]
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
        "quality": NOT_COMPARED if plan.quick else quality(engine, items[0], painted, settings),
        "evaluation": evaluation(plan.options),
        "runs": rows,
    }
    for row in rows:
        row |= _derived(row, result, plan.price)
    if plan.compare:
        result |= comparison.compare(bench, rows, first, loops)
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
    from bggen.families import architectures
    from bggen.families.loading import quietly

    device = machine.choose_device(settings.device)
    with quietly():
        model = architectures.build(plan.random_weights, folder, device)
    machine.free_memory()
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
        "cuda_graphs": notes.get("cuda_graphs", []),  # with and without, by the shapes of a call
        "cuda_graphs_left_out": notes.get("cuda_graphs_left_out"),
        "steps": notes.get("steps"),
        "guidance": notes.get("guidance"),
        "painted": notes.get("painted"),
    }


def _probe(device: str, dtype: str) -> dict[str, float] | None:
    return here.peak_tflops(device, dtype) if dtype in ("float32", "bfloat16", "float16") else None


def _timed(bench: Bench, size: int, repeats: int) -> dict[str, Any]:
    """Pictures per second in batches of `size`; seconds are a picture's."""
    clock.ours(bench, size)  # warm-up
    timed = [clock.clocked(bench, size, lambda: clock.ours(bench, size)) for _ in range(repeats)]
    stages = [each for one in timed for each in one.stages]
    medians = {name: statistics.median(each[name] for each in stages) for name in stages[0]}
    row = clock.summary(timed)
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
