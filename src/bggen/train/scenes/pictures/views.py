"""Products alone, each seen from a known height: what the view network learns from.

NNNNNN-K.webp is the product, its coverage as alpha; a row of JSON says of which kind it is and from how many
degrees above the horizontal it is seen. Product i and its pictures follow from i and the folders given.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mathutils import Vector
from PIL import Image

from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.palette import COLOURS, Rng
from bggen.train.scenes.pictures.photos import stand_on
from bggen.train.scenes.pictures.until import before
from bggen.train.scenes.products import flats, goods, kinds
from bggen.train.scenes.stage import sets
from bggen.train.scenes.studio.blender import Quality, Studio

LOWEST, HIGHEST = -2.0, 66.0  # degrees; from higher up products are photographed lying
LOWER = 0.4  # of the frames from below a third of the highest, as most photos are taken
NEAREST, FARTHEST = 2.6, 14.0  # how far the camera is, in halves of the product's diagonal
TAKEN = 4  # pictures of a product
#: flat, and put on a table all the same
LAID = {"folded": 4, "sunglasses": 3, "phone": 1, "book": 2, "watch": 2}
FEWER = 0.35  # what the kinds of packshots count for: those are learnt from as well
KINDS = {**{kind: FEWER * weight for kind, weight in kinds.WEIGHTS.items()}, **kinds.FURTHER, **LAID}


@dataclass(frozen=True, slots=True)
class Shot:
    """Where a picture was taken from: degrees above the horizontal, and halves of the diagonal away."""

    elevation: float
    away: float


def any_product(rng: Rng) -> tuple[str, goods.Good]:
    """One product of any kind, and the kind."""
    kind = rng.weighted(**KINDS)
    if kind in LAID:
        return kind, flats.make(kind, rng)
    return kind, kinds.make(kind, rng)


def put_up(studio: Studio, rng: Rng) -> tuple[str, list[Any]]:
    """A product in any light -> its kind and the corners of its bounds."""
    studio.clear()
    kind, good = any_product(rng)
    turn = rng.uniform(-0.7, 0.7) if rng.chance(0.5) else rng.uniform(-math.pi, math.pi)
    wide = rng.uniform(0.75, 1.35)
    low, high = stand_on(good, turn, scale=(wide, wide * rng.uniform(0.9, 1.1), rng.uniform(0.75, 1.3)))
    _light(studio, rng, (low + high) / 2)
    return kind, [Vector((x.x, y.y, z.z)) for x in (low, high) for y in (low, high) for z in (low, high)]


def shoot(studio: Studio, rng: Rng, corners: list[Any], size: int, samples: int) -> tuple[Shot, Image.Image]:
    """Take the product from any height and distance; it fills the picture (RGBA)."""
    elevation = rng.uniform(LOWEST, HIGHEST / 3 if rng.chance(LOWER) else HIGHEST)
    middle, radius = (corners[0] + corners[-1]) / 2, (corners[-1] - corners[0]).length / 2
    away = math.exp(rng.uniform(math.log(NEAREST), math.log(FARTHEST)))
    camera = studio.camera(middle, 18 * away, radius * away, elevation)
    reach = max(abs(part - 0.5) for corner in corners for part in studio.where(corner))
    camera.data.lens *= 0.5 / (reach * 1.04)
    studio.look(*rng.choice([("Standard", "None"), ("AgX", "AgX - Medium High Contrast")]))
    studio.scene.view_settings.exposure = rng.uniform(-0.9, 0.4)
    picture = studio.picture((size, size), Quality(samples, 3, careful=False), clear=True)
    return Shot(elevation, away), picture


def _light(studio: Studio, rng: Rng, centre: Any) -> None:
    """Any light; the ground is there for what it throws back and keeps, but not seen."""
    ground = m.solid(rng.jitter(COLOURS[rng.word(COLOURS)], 0.05), 0.8)
    sets.floor(ground, 6)
    studio.scene.objects["floor"].visible_camera = False
    sets.world(
        rng.uniform(0.3, 1.1), studio.environments[rng.word(studio.environments)][0], rng.uniform(0, 6.28)
    )
    if rng.chance(0.25):
        sets.sun(
            sets.direction(rng.uniform(0, 360), rng.uniform(25, 75)), rng.uniform(1.5, 4), (1, 0.97, 0.92)
        )
    for _ in range(rng.randint(0, 2)):
        toward = sets.direction(rng.uniform(120, 420), rng.uniform(20, 80))
        away = rng.uniform(1.6, 3)
        tint = (1, rng.uniform(0.92, 1), rng.uniform(0.85, 1))
        sets.softbox(
            centre + toward * away, centre, away * away * rng.uniform(6, 26), rng.uniform(0.7, 2), tint
        )


def render(
    studio: Studio, out: Path, seeds: Iterable[int], size: int, samples: int, part: int, stop_at: float
) -> None:
    """Render products that are not there yet; rows go to views-PART.jsonl. `stop_at`: Unix time, 0: never."""
    out.mkdir(parents=True, exist_ok=True)
    for seed in before(stop_at, seeds, lambda seed: (out / f"{seed:06d}-{TAKEN - 1}.webp").exists()):
        began, rng, rows = time.time(), Rng(f"views:{seed}"), list[dict[str, Any]]()
        kind, corners = put_up(studio, rng)
        for number in range(TAKEN):
            shot, picture = shoot(studio, rng, corners, size, samples)
            name = f"{seed:06d}-{number}"
            picture.save(out / f"{name}.tmp", "WEBP", quality=90, method=4)
            (out / f"{name}.tmp").replace(out / f"{name}.webp")
            seen = {"elevation": round(shot.elevation, 2), "away": round(shot.away, 2)}
            rows.append({"id": seed, "file": f"{name}.webp", "product": kind, **seen})
        with (out / f"views-{part}.jsonl").open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
        print(seed, kind, round(time.time() - began, 2), flush=True)
