"""Ours and the stock loop in turn, and by how much one is ahead."""

from __future__ import annotations

import functools
import itertools
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from bggen import machine
from bggen.benchmark import clock
from bggen.benchmark.clock import Bench, Plan, Timed
from bggen.benchmark.plain import PlainLoop
from bggen.benchmark.quality import pixels
from bggen.errors import BggenError
from bggen.spec import PainterInfo

#: About how long a folder of one turn is painted: its run's start and end must not be most of it.
FOLDER_SECONDS, QUICK_FOLDER_SECONDS = 20.0, 8.0
QUICKLY = {"advised": "--quick compiles nothing"}


@dataclass(slots=True)
class Contender:
    """One way of painting that takes its turn."""

    name: str
    size: int  # pictures of one turn
    go: Callable[[], Any]
    first_seconds: float  # from nothing to its first batch: loading and, where it does, compiling
    terms: dict[str, Any] = field(default_factory=dict)
    timed: list[Timed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stock:
    """A stock loop that is warm."""

    loop: PlainLoop
    first_seconds: float


Loops = dict[str, Stock]  # by name


def compare(bench: Bench, rows: list[dict[str, Any]], first: float, loops: Loops) -> dict[str, Any]:
    """The stock loop and ours in turn, from file to file, forwards and backwards, so that drift cancels.

    `loops`: those of the speeds before, filled where there was none: loading them anew would tell nothing.
    """
    plan, info = bench.plan, bench.engine.info(bench.plan.options)
    best = max(rows, key=lambda row: row["images_per_second"])
    size = best["batch_size"]
    left_out = _load(loops, bench, size)
    seconds = QUICK_FOLDER_SECONDS if plan.quick else FOLDER_SECONDS
    files = max(2, round(seconds / best["p50_seconds"] / size)) * size if folder(plan, info) else 0
    contenders = [_stock(bench, name, size, one) for name, one in loops.items() if name not in left_out]
    contenders.append(_own(bench, size, first, files))
    bench.engine.spans.clear()
    for number in range(plan.repeats):
        plan.tell(f"{len(contenders)} in turn, round {number + 1} of {plan.repeats}")
        for one in contenders if number % 2 == 0 else reversed(contenders):
            one.timed.append(clock.clocked(bench, one.size, one.go))
    figures: dict[str, Any] = {
        one.name: clock.summary(one.timed) | one.terms | {"first_seconds": round(one.first_seconds, 3)}
        for one in contenders
    }
    plain, own = figures["plain"], figures["bggen"]
    busy = _busy(bench) if files else None
    figures |= {
        "kind": plan.compare,
        "batch_size": size,
        "folder": files or None,
        "left_out": left_out,
        "psnr_to_plain": _likeness(bench, loops["plain"].loop, size) if plan.compare == "equal" else None,
        # of the time that painting alone takes: what reading, checking and writing leave of it
        "share_of_pure": round(best["stage_seconds"]["paint"] / own["p50_seconds"], 4),
        # the same from the first batch's start to the last one's end: of runs that start and end seldom
        "busy": busy,
        "long_folder": _long(bench, size, best) if files and plan.long_seconds else None,
    }
    return {
        "compare": figures,
        "ratio_to_plain": round(plain["p50_seconds"] / own["p50_seconds"], 2),
        "cpu_ratio_to_plain": round(plain["cpu_seconds"] / own["cpu_seconds"], 2),
    }


def folder(plan: Plan, info: PainterInfo) -> bool:
    """Whether ours takes its turns as `bggen batch` paints a folder: where a device of its own paints."""
    return info.device != "cpu" if plan.folder is None else plan.folder


def _load(loops: Loops, bench: Bench, best: int) -> dict[str, str]:
    """Load the plain loop and the one as advised, warm; why one is left out."""
    plan, info = bench.plan, bench.engine.info(bench.plan.options)
    equal = plan.compare == "equal"
    if loops:  # it was reset with all else that was compiled
        return QUICKLY if plan.quick else {"advised": f"see --speed {plan.speeds[0]}"}
    left_out = {} if not plan.quick else dict(QUICKLY)
    for name in ("plain", "advised")[: 2 - plan.quick]:
        size = _size(name, best)
        plan.tell(f"loading the {name} loop")
        started = time.perf_counter()
        try:
            loop = PlainLoop(plan.options, bench.settings, info, equal=equal, advised=name == "advised")
            _by_loop(loop, bench, name, size, None if equal else 1)  # warm-up
        except RuntimeError as error:  # a compiler that fails, or no room for two: not the plain loop's fault
            if name == "plain":
                raise
            left_out[name] = str(error).splitlines()[0]
            machine.free_memory()
            continue
        loops[name] = Stock(loop, time.perf_counter() - started)
    return left_out


def _size(name: str, best: int) -> int:
    return 1 if name == "plain" else best


def _stock(bench: Bench, name: str, best: int, one: Stock) -> Contender:
    """A stock loop as a contender."""
    steps, guidance = one.loop.terms
    terms = {"steps": steps, "guidance": guidance, "compiled": one.loop.compiled}
    size = _size(name, best)
    go = functools.partial(_by_loop, one.loop, bench, name, size)
    return Contender(name, size, go, one.first_seconds, terms)


def _by_loop(loop: PlainLoop, bench: Bench, name: str, size: int, steps: int | None = None) -> None:
    """One batch by a stock loop, from file to file."""
    items = bench.ready(size)
    for k, picture in enumerate(loop.paint(items, steps)):
        picture.resize(items[k].scene.size).save(bench.folder / f"{name}-{k}.png")


def _own(bench: Bench, size: int, first: float, files: int) -> Contender:
    """Ours: batches in line, or where a device of its own paints, a folder as `bggen batch` paints it.

    `files`: how many lie there; 0 for batches in line. Photos come again after more than a painter remembers.
    """
    if not files:
        return Contender("bggen", size, lambda: clock.ours(bench, size), first)
    source = _photos(bench, "photos", files)
    return Contender("bggen", files, lambda: _by_batch(bench, source, size), first)


def _photos(bench: Bench, name: str, files: int) -> Path:
    """A folder of so many photos."""
    source = bench.folder / name
    source.mkdir()
    for number, photo in zip(range(files), itertools.cycle(bench.photos), strict=False):
        (source / f"{number:04}{photo.suffix}").write_bytes(photo.read_bytes())
    return source


def _long(bench: Bench, size: int, best: dict[str, Any]) -> dict[str, Any]:
    """One folder of many photos, timed once: what a run's start and end are when it isn't short."""
    pure = best["stage_seconds"]["paint"]
    files = max(1, round(bench.plan.long_seconds / pure / size)) * size
    bench.plan.tell(f"a folder of {files}")
    source = _photos(bench, "many", files)
    timed = clock.clocked(bench, files, lambda: _by_batch(bench, source, size))
    return {
        "files": files,
        "images_per_second": round(1 / timed.seconds, 4),
        "share_of_pure": round(pure / timed.seconds, 4),
    }


def _busy(bench: Bench) -> float:
    """Median share of a turn's time, first batch's start to last one's end, in which its batches painted."""
    spans = bench.engine.spans
    batches = len(spans) // bench.plan.repeats
    turns = [spans[at : at + batches] for at in range(0, batches * bench.plan.repeats, batches)]
    shares = [sum(end - start for start, end in one) / (one[-1][1] - one[0][0]) for one in turns]
    return round(statistics.median(shares), 4)


def _by_batch(bench: Bench, source: Path, size: int) -> None:
    """A whole folder by `bggen batch`: worker processes start, read and write while the device paints."""
    from bggen import batch

    options = bench.plan.options.model_copy(update={"format": bench.plan.options.format or "png"})
    with tempfile.TemporaryDirectory(dir=bench.folder) as out:
        request = batch.BatchRequest(str(source), out, options, batch_size=str(size), quiet=True)
        if (code := batch.run(request, bench.settings, engine=bench.engine)) not in (0, 3):
            raise BggenError(f"the batch that was timed ended with {code}")
        made = sum(file.suffix == f".{options.format}" for file in Path(out).iterdir())
        if made != (wanted := sum(1 for _ in source.iterdir())):  # what failed took less time
            raise BggenError(f"the batch that was timed made {made} of {wanted} pictures")


def _likeness(bench: Bench, loop: PlainLoop, size: int) -> float | None:
    """PSNR in dB between both ways' scenes at equal steps and noise, where neither has the product.

    `size`: of our batch, so that nothing is compiled for it alone.
    """
    items = bench.ready(size)
    plain = np.asarray(loop.paint(items[:1])[0])
    return pixels(bench.engine.paint(items)[0], items[0], plain)
