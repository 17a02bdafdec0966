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

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.palette import COLOURS, Rng
from bggen.train.scenes.pictures.photos import stand_on
from bggen.train.scenes.pictures.until import before
from bggen.train.scenes.products import flats, goods, kinds
from bggen.train.scenes.stage import sets
from bggen.train.scenes.studio.blender import Quality, Studio

HIGHEST = 62.0  # degrees; from higher up products are photographed lying
LOWER = 0.55  # of the frames from below a third of that, as most photos are taken
NEAREST, FARTHEST = 2.6, 14.0  # how far the camera is, in halves of the product's diagonal
TAKEN = 3  # pictures of a product
#: flat, and put on a table all the same
LAID = {"folded": 4, "sunglasses": 3, "phone": 1, "book": 2, "watch": 2}
KINDS = {**kinds.WEIGHTS, "mug": 8, "cup": 10, "shoe": 14, "bowl": 8, "glass": 6, "toy": 8, **LAID}


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
    if kind == "mug":
        return kind, goods.mug(rng, goods.Skins(kinds.skin(rng), kinds.skin(rng), kinds.skin(rng)))
    if kind in _MADE_HERE:
        return kind, goods.Good(_MADE_HERE[kind](rng))
    return kind, kinds.make(kind, rng)


def _bowl(rng: Rng) -> list[Any]:
    """A dish or bowl, open above."""
    r, h = rng.uniform(0.25, 0.5), rng.uniform(0.08, 0.35)
    foot, bend, wall = r * rng.uniform(0.35, 0.7), rng.uniform(0.3, 0.8), 0.03
    outer = [(foot * 0.9, 0), (foot, 0.01), (foot + (r - foot) * bend, h * 0.4), (r, h)]
    inner = [(r - wall, h), (foot + (r - foot) * bend - wall, h * 0.4 + 0.01), (0.001, 0.03)]
    return [g.lathe("bowl", outer + inner, kinds.skin(rng))]


def _glass(rng: Rng) -> list[Any]:
    """A stemmed cup: no light passes, its shape is what counts."""
    r, h, stem = rng.uniform(0.14, 0.28), rng.uniform(0.5, 0.9), rng.uniform(0.25, 0.55)
    rim, wall, skin = r * rng.uniform(0.7, 1.25), 0.02, kinds.skin(rng)
    low = h * stem
    profile = [
        (r * rng.uniform(0.6, 1.0), 0), (0.03, 0.03), (0.025, low), (r * 0.7, low + 0.06),
        (r, low + (h - low) * 0.5), (rim, h), (rim - wall, h), (r - wall, low + (h - low) * 0.5),
        (0.001, low + 0.06),
    ]  # fmt: skip
    return [g.lathe("glass", profile, skin)]


def _toy(rng: Rng) -> list[Any]:
    """An animal of balls: it stands, sits or goes on four legs."""
    fur, other = kinds.skin(rng), kinds.skin(rng)
    r, long, up = rng.uniform(0.2, 0.3), rng.uniform(0.8, 1.7), rng.uniform(0.15, 0.4)
    head, leg = r * rng.uniform(0.6, 1.0), rng.uniform(0.05, 0.1)
    body = g.ball("body", r, fur, (0, 0, up + r * 0.6), 1.0)
    body.scale = (long, rng.uniform(0.8, 1.1), rng.uniform(0.8, 1.3))
    at = Vector((r * long * rng.uniform(0.2, 0.9), 0, up + r * 1.5 + head * 0.5))
    parts = [body, g.ball("head", head, fur, at, rng.uniform(0.8, 1.1))]
    for x in (-0.6, 0.6):
        for y in (-0.6, 0.6):
            foot = (x * r * long, y * r, 0)
            parts.append(g.lathe("leg", [(leg * 1.2, 0), (leg, up + r * 0.6)], fur))
            parts[-1].location = foot
            parts.append(g.ball("paw", leg * 1.4, other, (foot[0] + leg * 0.5, foot[1], leg), 0.8))
    for side in (-1, 1):
        ear = at + Vector((0, side * head * 0.7, head * 0.8))
        parts.append(g.ball("ear", head * rng.uniform(0.25, 0.5), other, ear, 1.0))
        eye = at + Vector((head * 0.85, side * head * 0.4, head * 0.2))
        parts.append(g.ball("eye", head * 0.15, m.solid((12, 12, 14), 0.1), eye, 1.0))
    return parts


_MADE_HERE = {"bowl": _bowl, "glass": _glass, "toy": _toy}


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
    elevation = rng.uniform(0, HIGHEST / 3 if rng.chance(LOWER) else HIGHEST)
    middle, radius = (corners[0] + corners[-1]) / 2, (corners[-1] - corners[0]).length / 2
    away = math.exp(rng.uniform(math.log(NEAREST), math.log(FARTHEST)))
    camera = studio.camera(middle, 18 * away, radius * away, elevation)
    reach = max(abs(part - 0.5) for corner in corners for part in studio.where(corner))
    camera.data.lens *= 0.5 / (reach * 1.04)
    studio.look(*rng.choice([("Standard", "None"), ("AgX", "AgX - Medium High Contrast")]))
    studio.scene.view_settings.exposure = rng.uniform(-0.5, 0.6)
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
