"""Cookies with chips of chocolate."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.relief import ball, cloud, creases, pushed
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

R, HIGH = 0.096, 0.034  # of a cookie
_DOUGH: Stops = [
    (0.0, (104, 56, 24)), (0.25, (164, 100, 48)), (0.5, (206, 148, 86)), (0.75, (226, 178, 118)),
    (1.0, (238, 204, 152)),
]  # fmt: skip
_CHIP: Stops = [(0.0, (34, 18, 12)), (0.5, (58, 33, 22)), (1.0, (92, 58, 42))]


def _cookies(it: Corner) -> list[str]:
    """Three in a stack, a fourth leant on it; seen from above that one lies."""
    dice = dice_of(it.rng)
    stuffs = (
        skin(_DOUGH, 0.82, tone=(60, 0.12), relief=(110, 0.004), under=0.08),
        skin(_CHIP, 0.36, relief=(70, 0.002)),
    )
    x, y = it.spot(0.24)
    side = math.copysign(1.0, x)
    z = 0.0
    for k, (dx, dy) in enumerate(((0.0, 0.0), (0.008, -0.006), (-0.006, 0.004))):
        tilt = (dice.normal(0, 0.02), dice.normal(0, 0.02), dice.uniform(0, 6))
        _cookie(dice, (x - (0.05 - dx) * side, y + 0.03 + dy, z), tilt, stuffs, 9 if k < 2 else 15)
        z += HIGH * 0.92
    if it.flat_lay:
        _cookie(dice, (x + 0.13 * side, y - 0.06, 0.0), (0.03, 0.0, 1.0), stuffs, 15)
    else:  # on its edge, its back on the stack
        lean = 1.02
        foot = (x + 0.085 * side, y - 0.115, R * math.sin(lean) + 0.004)
        _cookie(dice, foot, (lean, 0.0, 0.42 * side), stuffs, 15)
    return ["chocolate chip cookies"]


def _cookie(
    dice: np.random.Generator, at: g.Point, turn: g.Point, stuffs: tuple[Material, Material], chips: int
) -> None:
    """Its foot on z = 0 about the middle; its chips half sunk in."""
    rows, columns = 150, 240
    way = np.arange(columns) * 2 * math.pi / columns
    t = np.linspace(0, 1, rows)[:, None]
    wide = R * (
        1 + 0.025 * np.sin(2 * way + dice.uniform(0, 6)) + 0.018 * np.sin(3 * way + dice.uniform(0, 6))
    )
    a = math.pi * (t - 0.5)  # from under its middle about the rim to its top
    out = np.where(t < 0.5, np.cos(a) ** 0.35, np.cos(a) ** 0.62)
    out = np.where((t == 0) | (t == 1), 1e-4, out)
    up = np.where(t < 0.5, 0.0, np.sin(a.clip(0)) ** 0.9)
    rim = HIGH * 0.26 * np.exp(-(((t - 0.5) / 0.08) ** 2))
    high = np.where(t < 0.5, rim, HIGH * (0.26 + 0.74 * up)) + 0 * way
    grid = np.stack([out * wide * np.cos(way), out * wide * np.sin(way), high], 2)
    top = np.clip((t - 0.5) / 0.12, 0, 1)
    lumps, crack = cloud(dice, grid, 26, 2), creases(dice, grid * [1, 1, 0.4], 17, 2)
    cracked = (1 - np.clip(crack / 0.32, 0, 1)) * top * np.clip(1.15 - out, 0, 1)
    rise = (
        0.011 * (lumps - 0.5) * (0.3 + 0.7 * top)
        - 0.0085 * cracked
        + 0.003 * (cloud(dice, grid, 90, 2) - 0.5)
    )
    grid[..., 2] = np.where(t < 0.42, grid[..., 2], grid[..., 2] + rise)
    browned = np.clip((out - 0.6) / 0.4, 0, 1) ** 1.6
    shade = 0.72 - 0.36 * browned + 0.5 * (lumps - 0.5) + 0.16 * cracked - 0.5 * (t < 0.46)
    s.put("cookie", [s.turned(s.sheet(grid, np.clip(shade, 0, 1), around=True), turn, at)], stuffs[0])
    made, places = list[s.Patch](), list[tuple[float, float]]()
    while len(made) < chips:
        px, py = _place(dice, 0.84 * R)
        is_near = any(math.hypot(px - qx, py - qy) < 0.027 for qx, qy in places)
        if is_near and dice.random() < 0.97:
            continue
        places.append((px, py))
        k = int(np.argmin(np.abs(way - math.atan2(py, px) % (2 * math.pi))))
        row = 75 + int(np.argmin(np.abs(np.hypot(grid[75:, k, 0], grid[75:, k, 1]) - math.hypot(px, py))))
        made.append(
            s.turned(
                _chip(dice),
                (dice.normal(0, 0.4), dice.normal(0, 0.4), dice.uniform(0, 6)),
                (px, py, float(grid[row, k, 2]) - 0.0028),
            )
        )
    s.put("chips", [s.turned(one, turn, at) for one in made], stuffs[1])


def _place(dice: np.random.Generator, reach: float) -> tuple[float, float]:
    turn, away = dice.uniform(0, 2 * math.pi), reach * math.sqrt(dice.random())
    return float(away * math.cos(turn)), float(away * math.sin(turn))


def _chip(dice: np.random.Generator) -> s.Patch:
    """A chunk with blunt corners, about 0.02 units wide."""
    size = dice.uniform(0.008, 0.0145)
    rings = ball((1.0, 1.0, 1.0), 28, 20)
    rings = (
        np.sign(rings)
        * np.abs(rings) ** 0.85
        * np.array([dice.uniform(0.8, 1.15), dice.uniform(0.7, 1.0), 0.62])
    )
    rings = pushed(rings, 0.3 * (cloud(dice, rings, 1.3) - 0.5))
    shade = 0.4 + 0.5 * (cloud(dice, rings, 1.6, 2) - 0.5)
    return s.turned(s.sheet(rings, np.clip(shade, 0, 1), around=True), (0, 0, 0), (0, 0, 0), size)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"cookies": _cookies}
