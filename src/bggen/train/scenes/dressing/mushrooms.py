"""Mushrooms with brown caps."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.relief import cloud, pushed
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

_CAP: Stops = [
    (0.0, (84, 50, 28)), (0.3, (128, 82, 48)), (0.6, (164, 114, 72)), (0.85, (198, 154, 108)),
    (1.0, (224, 194, 154)),
]  # fmt: skip
_STEM: Stops = [(0.0, (146, 110, 76)), (0.4, (206, 184, 150)), (0.7, (228, 212, 184)), (1.0, (240, 230, 210))]
_GILLS: Stops = [(0.0, (96, 62, 46)), (0.4, (160, 116, 90)), (0.7, (200, 160, 132)), (1.0, (232, 212, 186))]

Stuffs = tuple[Material, Material, Material]
#: a cap's skin from its top down, round its rim and under it to its stem
_DOME = [
    (0.001, 0.62), (0.3, 0.6), (0.6, 0.5), (0.84, 0.3), (0.98, 0.04), (1.0, -0.12), (0.95, -0.25),
    (0.87, -0.27), (0.82, -0.2),
]  # fmt: skip


def _mushrooms(it: Corner) -> list[str]:
    """Three standing and one on its side; one standing, one on its side."""
    stuffs = (
        skin(_CAP, 0.6, tone=(36, 0.1), relief=(120, 0.0012), under=0.08),
        skin(_STEM, 0.7, tone=(40, 0.08), relief=(110, 0.0014), under=0.15),
        skin(_GILLS, 0.75, tone=(60, 0.06), under=0.05),
    )
    dice, over = dice_of(it.rng), -2.7 if it.flat_lay else -1.95
    x, y = it.spot(0.24)
    side = math.copysign(1.0, x)
    _mushroom(dice, 0.074, (x - 0.07 * side, y + 0.06), (0.06, 0.05, 0.3), stuffs)
    _mushroom(dice, 0.062, (x + 0.09 * side, y + 0.08), (-0.05, 0.1 * side, 2.0), stuffs)
    _mushroom(dice, 0.055, (x + 0.13 * side, y - 0.05), (0.1, -0.1 * side, 4.0), stuffs)
    _mushroom(dice, 0.068, (x - 0.02 * side, y - 0.09), (over, 0.0, -0.35 * side), stuffs)
    x, y = it.spot(0.16)
    side = math.copysign(1.0, x)
    _mushroom(dice, 0.07, (x - 0.06 * side, y + 0.03), (0.08, 0.1 * side, 1.0), stuffs)
    _mushroom(dice, 0.058, (x + 0.07 * side, y - 0.03), (over, 0.0, 0.5 * side), stuffs)
    return ["mushrooms"]


def _parts(dice: np.random.Generator) -> tuple[s.Floats, s.Floats, s.Floats, s.Floats]:
    """A cap of radius 1 about the origin and its stem below -> rings and shades of both, bent alike."""
    cap, turns = s.spun(_DOME, 144, 80)
    shift = dice.uniform(0, 6)
    cap[..., :2] *= (1 + 0.04 * np.cos(2 * turns + shift) + 0.02 * np.cos(3 * turns - shift))[:, None]
    rim = np.clip(np.hypot(cap[..., 0], cap[..., 1]) - 0.55, 0, 1)
    cap[..., 2] += 0.1 * rim * np.cos(2 * turns + 2 * shift)
    cap = pushed(cap, 0.05 * (cloud(dice, cap, 1.7) - 0.5))
    out = np.hypot(cap[..., 0], cap[..., 1])
    way = np.stack([np.cos(turns) * 5 + 0 * out, np.sin(turns) * 5 + 0 * out, out * 1.6], 2)
    fibres = cloud(dice, way * 2.2, 1.0, 2)
    scales = cloud(dice, cap, 6.0, 2)
    shade = 0.5 + 0.2 * (fibres - 0.5) + 0.5 * (scales - 0.5) * (0.3 + 0.7 * out)
    shade = shade + 0.2 * (cloud(dice, cap, 1.5) - 0.5)
    under = np.arange(len(cap))[:, None] > 66
    shade = np.where(under, 0.92, shade + 0.22 * np.clip(out - 0.86, 0, 1) / 0.14 * (cap[..., 2] < 0.1))
    profile = [
        (0.3, -0.02), (0.3, -0.2), (0.29, -0.45), (0.31, -0.75), (0.36, -1.0), (0.36, -1.1), (0.3, -1.16),
        (0.001, -1.17),
    ]  # fmt: skip
    stem, _ = s.spun(profile, 144, 70)
    lines = mottle(dice, stem.shape[:2], (4, 28))
    stem = pushed(stem, -0.02 * (lines - 0.5) - 0.03 * (cloud(dice, stem, 2.6) - 0.5))
    stem[..., 0] += 0.1 * stem[..., 2] ** 2 * math.cos(shift)
    foot = np.clip((-stem[..., 2] - 0.98) / 0.15, 0, 1)
    pale = 0.68 + 0.3 * (lines - 0.5) - 0.42 * foot * (0.4 + cloud(dice, stem, 5.0, 2))
    return cap, np.clip(shade, 0, 1), stem, np.clip(pale, 0, 1)


def _gills(dice: np.random.Generator) -> list[s.Patch]:
    """Thin plates from the stem to the rim, below z = 0; their edges hang a little."""
    plates = list[s.Patch]()
    t, v = np.linspace(0, 1, 14)[:, None], np.linspace(0, 1, 5)[None, :]
    count = 110
    for k in range(count):
        inner = (0.32, 0.6, 0.45)[k % 3]
        out = inner + (0.9 - inner) * t
        deep = 0.2 * np.sin(math.pi * np.clip(0.08 + 0.87 * t, 0, 1)) ** 0.5
        z = -0.02 - 0.02 * t - v * deep - 0.06 * t
        turn = 2 * math.pi * (k + dice.uniform(-0.2, 0.2)) / count + 0.03 * np.sin(5 * t)
        grid = np.stack([out * np.cos(turn) + 0 * v, out * np.sin(turn) + 0 * v, z], 2)
        plates.append(s.sheet(grid, np.clip(0.3 + 0.38 * v + dice.normal(0, 0.08) + 0 * t, 0, 1)))
    roof, _ = s.spun([(0.28, 0.0), (0.6, 0.02), (0.88, -0.06)], 64, 8)
    return [*plates, s.sheet(roof, 0.05, around=True)]


def _mushroom(
    dice: np.random.Generator, r: float, at: tuple[float, float], turn: g.Point, stuffs: Stuffs
) -> None:
    """A whole one, its cap up when unturned."""
    cap, shade, stem, pale = _parts(dice)
    parts = [s.sheet(cap, shade, around=True), s.sheet(stem, pale, around=True), *_gills(dice)]
    parts = rest(parts, turn, *at, r)
    s.put("cap", parts[:1], stuffs[0])
    s.put("stem", parts[1:2], stuffs[1])
    s.put("gills", parts[2:], stuffs[2])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"mushrooms": _mushrooms}
