"""Quality and work beside speed: how near a picture is to the exact one, and how much was computed for it."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen import machine, models
from bggen.engine import Engine, Prepared
from bggen.errors import OutOfMemory
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Painting

FEW = (2, 4)  # steps
NOT_COMPARED: dict[str, Any] = {"compared": False, "psnr": None}


def psnr(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float | None:
    """Peak signal-to-noise ratio in dB of uint8 arrays of one shape; None for equal ones."""
    error = float(np.mean((one.astype(np.float64) - other.astype(np.float64)) ** 2))
    return None if error == 0 else round(10 * math.log10(255**2 / error), 2)


def pixels(painting: Painting, item: Prepared, other: NDArray[np.uint8]) -> float | None:
    """PSNR outside the product; `other` (h, w, 3) is brought to the painting's size."""
    height, width = painting.rgb.shape[:2]
    scene = cv2.resize(item.scene.alpha, (width, height), interpolation=cv2.INTER_AREA) == 0
    resized = np.asarray(cv2.resize(other, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
    return psnr(painting.rgb[scene], resized[scene])


def quality(engine: Engine, item: Prepared, painted: Painting, settings: Settings) -> dict[str, Any]:
    """How near a painted scene is to the one painted plainly (float32 by torch, eager, exact), same seed.

    `psnr` is None where both are equal, or, with `compared` False, where the machine has no room for it.
    """
    options = item.job.options
    exact = options.model_copy(update={"speed": "exact"})
    plainly = {"dtype": "float32", "compile": False, "openvino": False, "cuda_graphs": False}
    plain = settings.model_copy(update=plainly)
    same = exact == options and engine.info(options).dtype == "float32" and not settings.compile
    same = same and "openvino" not in painted.notes
    if not (same or _has_room(options, plain, engine.info(options).device)):
        return NOT_COMPARED
    other = engine if same else Engine(plain)
    try:
        reference = other.paint([_with(item, exact)])[0]
    except OutOfMemory:
        return NOT_COMPARED
    finally:
        del other
        machine.free_memory()
    return {"compared": True, "psnr": pixels(painted, item, reference.rgb)}


def _has_room(options: Options, settings: Settings, device: str) -> bool:
    """Whether a second, wide model fits beside ours: taking turns with main memory it would take minutes."""
    if not device.startswith("cuda") or options.model in ("flat", "studio"):
        return True
    folder = models.path(options.model, settings)
    return machine.choose_offload(folder, settings, device, "float32") in ("none", "text")


def _with(item: Prepared, options: Any) -> Prepared:
    """The same scene and seed under other options."""
    from dataclasses import replace

    return replace(item, job=replace(item.job, options=options), scene=replace(item.scene, options=options))


def evaluation(options: Options) -> dict[str, Any] | None:
    """The studio's figures on held-back scenes as `python -m bggen.train evaluate` last found them.

    Each as (value, low, high) of a 95 % interval: `judge_agrees` as a share of what it says of real renders,
    and the Fréchet distance over that between real halves. None for other models, and for other settings
    than were evaluated.
    """
    if options.model != "studio" or options.background:
        return None
    known: dict[str, dict[str, Any]] = json.loads(
        Path(__file__).with_name("evaluation.json").read_text("utf-8")
    )
    found = known.get(options.reference)
    same = found and all(getattr(options, name) in (None, found.get(name)) for name in ("steps", "guidance"))
    return found if same else None


def tflop(engine: Engine, items: list[Prepared], painted: Painting, settings: Settings) -> float | None:
    """10^12 operations for one picture, as torch counts them; None where torch computes nothing.

    `painted` is one of these scenes by this engine: where graphs answered, torch does the same work instead.
    """
    if "openvino" in painted.notes:
        engine = Engine(settings.model_copy(update={"openvino": False}))
    options, steps = items[0].job.options, painted.notes.get("steps") or 0
    # counting takes twenty times as long as painting; where all steps are alike, two short runs tell of all
    if steps > FEW[1] and options.speed != "fastest" and options.reference in ("auto", "none"):
        fewer, more = (_counted(engine, [_with(item, _of(options, few)) for item in items]) for few in FEW)
        total = fewer + (more - fewer) // (FEW[1] - FEW[0]) * (steps - FEW[0])
    else:
        total = _counted(engine, items)
    return round(total / 1e12, 5) if total else None


def _of(options: Options, steps: int) -> Options:
    return options.model_copy(update={"steps": steps})


def _counted(engine: Engine, items: list[Prepared]) -> int:
    """Operations of painting, by torch, uncompiled."""
    import torch
    from torch.utils.flop_counter import FlopCounterMode

    with torch.compiler.set_stance("force_eager"), FlopCounterMode(display=False) as counter:
        engine.paint(items)
    return int(counter.get_total_flops())
