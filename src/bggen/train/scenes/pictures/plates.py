"""Renders of the catalogue's sets: the plate bank's pictures, masks and rows."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bggen.train.scenes.catalogue import Spec
from bggen.train.scenes.matter.emitters import expose_pictures
from bggen.train.scenes.pictures.until import before
from bggen.train.scenes.studio.assembly import Set, build
from bggen.train.scenes.studio.blender import Quality, Studio

MASK_SIDE = 768
#: sRGB luma of a light grey card in the best of the light
CARD_LEVEL = {"moody": 0.6, "warm": 0.79, "sunset": 0.79, "bright": 0.87}
LANDSCAPE = 1.05  # what a landscape's white is at no exposure: more would bleach it
#: renders one set -> its row
Shoot = Callable[[Studio, int, Spec, Path, int, int], dict[str, Any]]


def expose(studio: Studio, spec: Spec, size: tuple[int, int]) -> None:
    """Set the exposure by the light, as its mood wants it; a landscape is as bright in any."""
    studio.expose(size, CARD_LEVEL.get(spec.mood, 0.83))
    expose_pictures(LANDSCAPE / 2**studio.scene.view_settings.exposure)


def shoot(studio: Studio, number: int, spec: Spec, out: Path, size: int, samples: int) -> dict[str, Any]:
    """Render plate and masks -> its row."""
    it = build(studio, number, spec)
    square = (size, size)
    expose(studio, spec, square)
    studio.picture(square, Quality(samples)).save(out / f"{it.row['id']}.png")
    return _painted(studio, it, out, samples)


def outline(studio: Studio, number: int, spec: Spec, out: Path, _size: int, samples: int) -> dict[str, Any]:
    """Render the masks alone -> the plate's row."""
    return _painted(studio, build(studio, number, spec), out, samples)


def _painted(studio: Studio, it: Set, out: Path, samples: int) -> dict[str, Any]:
    """Render masks of what takes a colour, and of a podium -> the row with them. The light is gone then."""
    row = it.row
    row["paint"] = []
    for region, stuff in it.paints:
        name = f"{row['id']}-{region}.png"
        studio.mask(stuff.material, MASK_SIDE, samples).save(out / name)
        albedo = [round(v, 4) for v in stuff.albedo or ()]
        row["paint"].append({"region": region, "colour": stuff.colour, "albedo": albedo, "mask": name})
    if it.podium is not None:
        row["podium_mask"] = f"{row['id']}-podium.png"
        if not (out / row["podium_mask"]).exists():
            studio.mask(it.podium, MASK_SIDE, samples).save(out / row["podium_mask"])
    return row


def render(
    studio: Studio,
    out: Path,
    sets_: list[Spec],
    numbers: Iterable[int],
    size: int,
    samples: int,
    stop_at: float,
    shoot: Shoot = shoot,
) -> None:
    """Render what is not there yet of each set. `stop_at`: Unix time, 0 for never.

    A row's own file is written last, and is what says that it is done.
    """
    out.mkdir(parents=True, exist_ok=True)
    for number in before(stop_at, numbers, lambda number: (out / f"{number:03d}.json").exists()):
        began = time.time()
        row = shoot(studio, number, sets_[number], out, size, samples)
        half = out / f"{row['id']}.json.tmp"
        half.write_text(json.dumps(row), "utf-8")
        half.replace(half.with_suffix(""))
        print(row["id"], round(time.time() - began, 1), row["words"], flush=True)
