"""How fast this machine paints: the same engine as everywhere, timed fairly.

Warm-up is excluded, figures are medians, and every sample is in the JSON.
"""

from __future__ import annotations

import io
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from bggen import __version__, sink
from bggen.engine import Engine, Prepared, complete, prepare
from bggen.settings import Settings
from bggen.spec import Job, Options

PROMPT = "on a walnut table, soft light from the left"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to time."""

    options: Options
    batch_sizes: tuple[int, ...] = (1,)
    repeats: int = 5  # pictures timed per batch size, after one that is not
    photos: tuple[Path, ...] = ()  # default: a product drawn here
    compare_plain: bool = False
    random_weights: str = ""  # an architecture to time with random weights: NAME or NAME:tiny
    price: float | None = None  # of this machine, per hour


def run(plan: Plan, settings: Settings) -> dict[str, Any]:
    """Time the whole way from file to file; JSON-ready. Raises UnknownName for no known architecture."""
    with tempfile.TemporaryDirectory() as folder:
        if plan.random_weights:
            plan = _with_random_weights(plan, Path(folder), settings)
        photos = [*plan.photos] or [drawn_photo(Path(folder) / "product.png")]
        started = time.perf_counter()
        engine = Engine(settings)
        _one(engine, photos[0], plan.options, Path(folder))
        first = time.perf_counter() - started
        rows = [_batched(engine, photos, plan, size, Path(folder)) for size in plan.batch_sizes]
        result = {
            "machine": machine(),
            "model": plan.random_weights or plan.options.model,
            "random_weights": bool(plan.random_weights),
            "options": plan.options.model_dump(exclude_defaults=True, exclude={"model"}),
            "painter": _painter(engine, plan.options),
            "size": plan.options.size,
            "reference": plan.options.reference,
            "first_picture_seconds": round(first, 3),
            "runs": rows,
            "peak_rss_mb": peak_rss_mb(),
            "peak_device_mb": peak_device_mb(),
        }
        if plan.price is not None:
            best = max(row["images_per_second"] for row in rows)
            result["cost_per_1000"] = round(plan.price / 3600 / best * 1000, 4)
        if plan.compare_plain:
            plain = _plain(photos, plan, settings, Path(folder))
            best = max(row["images_per_second"] for row in rows)
            result["plain"] = plain
            result["ratio_to_plain"] = round(best / plain["images_per_second"], 2)
    return result


def _with_random_weights(plan: Plan, folder: Path, settings: Settings) -> Plan:
    """The same plan with a model of that architecture, built here."""
    from bggen import pipeline
    from bggen.families import architectures

    model = architectures.build(plan.random_weights, folder, pipeline.choose_device(settings.device))
    return replace(plan, options=plan.options.model_copy(update={"model": str(model)}))


def _painter(engine: Engine, options: Options) -> dict[str, Any]:
    """How it was painted: what a figure without it would not mean."""
    info = engine.info(options)
    return {
        "family": info.family,
        "device": info.device,
        "dtype": info.dtype,
        "steps": options.steps or info.default_steps,
        "guidance": info.default_guidance if options.guidance is None else options.guidance,
    }


def _one(engine: Engine, photo: Path, options: Options, folder: Path) -> dict[str, float]:
    """One picture from file to file; seconds per stage."""
    item = prepare(Job(str(photo), options), engine.settings)[0]
    painting = engine.paint([item])[0]
    render = complete(item, painting, engine.info(options))
    started = time.perf_counter()
    data = sink.encode(render.rgb, render.record, options, options.format or "png")
    sink.write(folder / "out.png", data, force=True)
    return {**render.record["timings"], "write": time.perf_counter() - started}


def _batched(engine: Engine, photos: list[Path], plan: Plan, size: int, folder: Path) -> dict[str, Any]:
    """Pictures per second in batches of `size`, in line: read, paint, finish, write."""
    seconds: list[float] = []
    stages: dict[str, list[float]] = {}
    for number in range(plan.repeats + 1):
        started = time.perf_counter()
        items: list[Prepared] = []
        for k in range(size):
            items += prepare(
                Job(str(photos[(number * size + k) % len(photos)]), plan.options), engine.settings
            )
        for item, painting in zip(items, engine.paint(items), strict=True):
            render = complete(item, painting, engine.info(plan.options))
            at = time.perf_counter()
            data = sink.encode(render.rgb, render.record, plan.options, plan.options.format or "png")
            sink.write(folder / "out.png", data, force=True)
            if number:
                for stage, value in {**render.record["timings"], "write": time.perf_counter() - at}.items():
                    stages.setdefault(stage, []).append(value)
        if number:  # the first is warm-up
            seconds.append((time.perf_counter() - started) / size)
    return {
        "batch_size": size,
        "images_per_second": round(1 / statistics.median(seconds), 3),
        "p50_seconds": round(statistics.median(seconds), 3),
        "p95_seconds": round(float(np.quantile(seconds, 0.95)), 3),
        "paint_share": round(statistics.median(stages["paint"]) / statistics.median(seconds), 3),
        "stage_seconds": {stage: round(statistics.median(values), 4) for stage, values in stages.items()},
        "samples": [round(value, 4) for value in seconds],
    }


def _plain(photos: list[Path], plan: Plan, settings: Settings, folder: Path) -> dict[str, Any]:
    """What people write today: the stock inpainting pipeline in a loop, load and save in line."""
    from bggen import pipeline

    paint: Callable[[Image.Image, Image.Image, str], Image.Image] = pipeline.plain_loop(
        plan.options, settings
    )
    seconds = []
    for number in range(plan.repeats + 1):
        started = time.perf_counter()
        item = prepare(Job(str(photos[number % len(photos)]), plan.options), settings)[0]
        hole = Image.fromarray(255 - item.scene.alpha)
        paint(Image.fromarray(item.scene.rgb), hole, plan.options.prompt).save(folder / "plain.png")
        if number:
            seconds.append(time.perf_counter() - started)
    return {
        "images_per_second": round(1 / statistics.median(seconds), 3),
        "p50_seconds": round(statistics.median(seconds), 3),
        "samples": [round(value, 4) for value in seconds],
    }


def drawn_photo(path: Path, side: int = 1024) -> Path:
    """A product on a plain backdrop, drawn here, so that a benchmark needs no files."""
    picture = Image.new("RGB", (side, side), (236, 236, 234))
    shade = Image.new("L", (side, side), 0)
    ImageDraw.Draw(shade).ellipse((side * 0.3, side * 0.8, side * 0.72, side * 0.86), fill=90)
    picture.paste((120, 120, 120), mask=shade.filter(ImageFilter.GaussianBlur(side / 60)))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle(
        (side * 0.36, side * 0.3, side * 0.64, side * 0.84), side * 0.05, fill=(32, 92, 150)
    )
    draw.rectangle((side * 0.43, side * 0.2, side * 0.57, side * 0.3), fill=(24, 24, 28))
    draw.rectangle((side * 0.4, side * 0.48, side * 0.6, side * 0.66), fill=(240, 232, 214))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    path.write_bytes(buffer.getvalue())
    return path


def machine() -> dict[str, Any]:
    """Where and with what a benchmark ran."""
    import torch

    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "bggen": __version__,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "diffusers": metadata.version("diffusers"),
        "commit": commit(),
        "system": platform.platform(),
        "cpu": _cpu_name(),
        "cores": os.cpu_count(),
        "gpu": torch.cuda.get_device_name(0) if torch.cuda.is_available() else None,
    }


def _cpu_name() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")


def commit() -> str | None:
    """The commit of a checkout that bggen runs from; None for an installed package."""
    git = shutil.which("git")
    here = Path(__file__).parent
    if git is None or not any((folder / ".git").exists() for folder in here.parents):
        return None
    done = subprocess.run([git, "rev-parse", "HEAD"], cwd=here, capture_output=True, text=True)  # noqa: S603
    return done.stdout.strip() or None


def peak_device_mb() -> float | None:
    """Highest memory taken on a CUDA device so far, in megabytes; None without one."""
    import torch

    return round(torch.cuda.max_memory_allocated() / 2**20, 1) if torch.cuda.is_available() else None


def peak_rss_mb() -> float:
    """Highest resident memory of this process so far, in megabytes."""
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (2**20 if sys.platform == "darwin" else 1024), 1)


def as_lines(result: dict[str, Any]) -> list[str]:
    """A table that a person can read."""
    where = result["machine"]
    device = where["gpu"] or f"{where['cpu']}, {where['cores']} cores"
    marked = " with random weights" if result["random_weights"] else ""
    lines = [f"{result['model']}{marked} on {device}: first picture {result['first_picture_seconds']:.1f} s"]
    for row in result["runs"]:
        stages = ", ".join(f"{stage} {value:.2f}" for stage, value in row["stage_seconds"].items())
        lines.append(
            f"batch {row['batch_size']:>2}: {row['images_per_second']:.2f} images/s, "
            f"p50 {row['p50_seconds']:.2f} s, p95 {row['p95_seconds']:.2f} s ({stages})"
        )
    if "plain" in result:
        plain = result["plain"]["images_per_second"]
        lines.append(
            f"plain diffusers loop: {plain:.2f} images/s; bggen is {result['ratio_to_plain']:.2f} x as fast"
        )
    if "cost_per_1000" in result:
        lines.append(f"1,000 pictures cost {result['cost_per_1000']:.2f} at the given price")
    on_device = f", on the device {result['peak_device_mb']:.0f} MB" if result["peak_device_mb"] else ""
    lines.append(f"peak memory {result['peak_rss_mb']:.0f} MB{on_device}")
    return lines
