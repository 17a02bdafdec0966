"""Our own example photos: products on plain paper as shops take them, with their true silhouettes."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bpy
import numpy as np
from mathutils import Vector
from PIL import Image

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.palette import COLOURS, Colour, Rng
from bggen.train.scenes.products import goods, kinds
from bggen.train.scenes.products.skins import skin
from bggen.train.scenes.stage import sets
from bggen.train.scenes.studio.blender import Quality, Studio

ROTATED = 6  # EXIF: turn a quarter clockwise to show
MOST_BYTES = 250_000


@dataclass(frozen=True, slots=True)
class Shot:
    """A product and how it is photographed; no `paper` and no clutter makes a cut-out."""

    make: Callable[[Rng], goods.Good]
    paper: Colour | None
    turn: float  # of the product about z, radians
    elevation: float  # degrees
    size: tuple[int, int]
    side: str = "left"
    fill: float = 0.66
    clutter: bool = False
    rotated: bool = False


SHOTS: dict[str, Shot] = {
    "sneaker": Shot(goods.sneaker, (240, 240, 240), -0.35, 10, (1800, 1350), fill=0.74),
    "bottle": Shot(goods.bottle, (232, 232, 230), 0.2, 6, (1400, 1800)),
    "mug": Shot(goods.mug, (236, 232, 226), 0.45, 14, (1600, 1600), "right", 0.66),
    "tin-cutout": Shot(goods.tin, None, 0.1, 8, (1200, 1500)),
    "headphones": Shot(goods.headphones, (214, 218, 222), 0.35, 8, (1600, 1600), fill=0.7),
    "handbag": Shot(goods.handbag, (238, 238, 238), 0.3, 8, (1600, 1500), "right", 0.7),
    "perfume": Shot(goods.perfume, (222, 226, 230), 0.35, 8, (1400, 1600), fill=0.7),
    "camera": Shot(goods.camera, (228, 228, 228), -0.3, 10, (1800, 1400), fill=0.7),
    "jar": Shot(goods.jar, (236, 236, 234), 0.2, 12, (1400, 1600), "right"),
    "chair": Shot(goods.chair, (230, 228, 224), 0.5, 8, (1400, 1800), "right", 0.7),
    "bottle-phone": Shot(goods.bottle, (225, 214, 198), -0.2, 10, (1500, 2000), "right", rotated=True),
    "desk-clutter": Shot(goods.mug, None, 0.5, 16, (1600, 1200), fill=0.55, clutter=True),
}


def shop(seed: int) -> tuple[str, Shot]:
    """A photo of a made-up shop -> its name, which ends in the kind of product, and the shot."""
    rng = Rng(f"shop:{seed}")
    kind = rng.weighted(**kinds.WEIGHTS)
    light = rng.uniform(205, 248)  # of the paper; each channel strays a little, as white balance does
    paper = (light + rng.uniform(-8, 8), light + rng.uniform(-5, 5), light + rng.uniform(-8, 8))
    size = rng.choice([(1200, 1200), (1200, 1500), (1500, 1200)])
    turn, elevation = rng.uniform(-0.7, 0.7), rng.uniform(5, 16)
    side = rng.choice(["left", "right"])
    return f"{seed:05}-{kind}", Shot(
        lambda rng: kinds.make(kind, rng), paper, turn, elevation, size, side, rng.uniform(0.55, 0.75)
    )


def shoot(
    studio: Studio, name: str, shot: Shot, photos: Path, masks: Path, scale: float, samples: int
) -> Path:
    """Render one shot -> its photo; the mask goes to masks/NAME.png at half size."""
    studio.clear()
    rng = Rng(f"photos-v2:{name}")
    good = shot.make(rng)
    low, high = stand_on(good, shot.turn)
    if shot.clutter:
        _desk(rng, high.x - low.x)
    else:
        sets.sweep(m.solid(shot.paper or (235, 235, 235), 0.9), 1.6)
    _light(shot, (low + high) / 2)
    size = (max(2, round(shot.size[0] * scale)), max(2, round(shot.size[1] * scale)))
    _camera(studio, shot, low, high, size)
    studio.look("Standard")
    studio.expose(size, 0.86 if shot.clutter else 0.93, card=False)
    picture = studio.picture(size, Quality(samples, 5))
    alpha = studio.silhouette(good.parts, size)
    masks.mkdir(parents=True, exist_ok=True)
    alpha.resize((size[0] // 2, size[1] // 2), Image.Resampling.BOX).save(
        masks / f"{name}.png", optimize=True
    )
    photos.mkdir(parents=True, exist_ok=True)
    return _save(shot, picture, alpha, photos / name)


def stand_on(
    good: goods.Good, turn: float, height: float = 0.0, scale: g.Point = (1, 1, 1)
) -> tuple[Any, Any]:
    """Stretch and turn the product and set it on a floor at `height` -> corners of its bounds."""
    pivot = g.empty("pivot")
    for thing in good.parts + good.helpers:
        if thing.parent is None:
            thing.parent = pivot
    pivot.rotation_euler[2], pivot.scale = turn, scale
    low, _ = _bounds(good.parts)
    pivot.location[2] += height - low.z
    return _bounds(good.parts)


def _bounds(parts: list[Any]) -> tuple[Any, Any]:
    """By true points, so that a turned product is not taken for wider than it is."""
    bpy.context.view_layer.update()
    graph = bpy.context.evaluated_depsgraph_get()
    lows, highs = [], []
    for part in parts:
        shape = part.evaluated_get(graph)
        points = np.empty(3 * len(shape.data.vertices), np.float32)
        shape.data.vertices.foreach_get("co", points)
        turn = np.array(shape.matrix_world)
        seen = points.reshape(-1, 3) @ turn[:3, :3].T + turn[:3, 3]
        lows.append(seen.min(0))
        highs.append(seen.max(0))
    return Vector(np.min(lows, 0)), Vector(np.max(highs, 0))


def _desk(rng: Rng, wide: float) -> None:
    """Boxes, balls and a brick wall all about: no plain backdrop to cut from."""
    sets.floor(m.wood(rng, "oak wood", planks=True), 3)
    sets.wall(m.bricks(rng, (150, 70, 52), (190, 184, 176)), 1.6)
    for _ in range(14):
        x, y = rng.choice([-1, 1]) * rng.uniform(wide * 0.5 + 0.22, 1.5), rng.uniform(-0.2, 1.2)
        size = (rng.uniform(0.1, 0.4), rng.uniform(0.1, 0.35), rng.uniform(0.05, 0.6))
        g.box("box", size, skin(rng), 0.01, (x, y, 0), rng.uniform(-1, 1))
    for _ in range(5):
        at = (rng.uniform(-1.2, 1.2), rng.uniform(0.5, 1.1), 0.1)
        g.ball("ball", 0.1, m.solid(COLOURS[rng.word(COLOURS)], 0.4), at)


def _light(shot: Shot, centre: Any) -> None:
    """A big soft key, a weaker fill opposite, one from above."""
    sign = -1 if shot.side == "left" else 1
    sets.world(0.75)
    for at, power, size, tint in (
        ((sign * 1.9, -1.2, 1.9), 150, 1.6, (1, 0.98, 0.96)),
        ((-sign * 2.2, -1.4, 1.2), 45, 1.6, (0.97, 0.98, 1)),
        ((0, 0.4, 2.6), 60, 1.2, (1, 1, 1)),
    ):
        sets.softbox(centre + Vector(at), centre, power, size, tint)


def _camera(studio: Studio, shot: Shot, low: Any, high: Any, size: tuple[int, int]) -> None:
    """The product fills `fill` of the side it fills first, and nowhere touches the frame."""
    size_ = high - low
    e = math.radians(shot.elevation)
    tall = size_.z * math.cos(e) + size_.y * math.sin(e)
    long = max(size)  # 36 mm lie along the longer side
    extent = max(size_.x * long / size[0], tall * long / size[1])
    lens = 80.0
    distance = extent / shot.fill * lens / 36 + size_.y / 2
    studio.camera((low + high) / 2, lens, distance, shot.elevation, (0.0, 0.02))


def _save(shot: Shot, picture: Image.Image, alpha: Image.Image, stem: Path) -> Path:
    if shot.paper is None and not shot.clutter:
        picture.putalpha(alpha)
        picture.save(stem.with_suffix(".png"), optimize=True)
        return stem.with_suffix(".png")
    path, exif = stem.with_suffix(".jpg"), Image.Exif()
    if shot.rotated:
        picture = picture.transpose(Image.Transpose.ROTATE_90)
        exif[0x0112] = ROTATED
    for quality in (88, 82, 76):
        picture.save(path, "JPEG", quality=quality, optimize=True, exif=exif)
        if path.stat().st_size <= MOST_BYTES:
            break
    return path
