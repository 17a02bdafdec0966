"""Barren places painted as `landscapes` are: a black shore, red rocks, stars over sand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bggen.train.scenes.matter.palette import Linear
from bggen.train.scenes.outdoors.canvas import SIZE, Canvas, Floats, mixed
from bggen.train.scenes.outdoors.strokes import hazed, scaled_light

MIDDLE = SIZE[1] / 2
DUST = (0.94, 0.6, 0.4)  # air over red sand
SPRAY = (0.62, 0.68, 0.73)  # and over a cold sea
RED: Linear = (0.42, 0.12, 0.045)


def _black_shore(it: Canvas, sun: float) -> str:
    """A grey sea that breaks in white on black sand, stacks of basalt in its spray."""
    it.lens = 5
    it.sky((0.98, 1.02, 1.06), (0.3, 0.4, 0.54))
    it.clouds(0.56, (0.86, 0.9, 0.95))
    it.glow(sun, 0.7, 2.2, (0.3, 0.28, 0.24))
    side = 1 if sun < 0.5 else -1
    for x, wide, tall, haze in ((2.0, 0.42, 1.15, 0.3), (1.45, 0.2, 0.7, 0.36), (2.55, 0.5, 0.6, 0.3)):
        _stack(it, MIDDLE + side * x * it.unit, wide, tall, haze)
    cape = it.ridge(300, 0.0, 0.5, 0.5) + ((side * (it.columns[0] - MIDDLE) / it.unit + 2.1).clip(0, 9) * 60)
    it.lay(it.below(np.asarray(cape, np.float32), 3), hazed((0.05, 0.06, 0.055), SPRAY, 0.42))
    depth = ((it.rows - it.horizon) / (0.7 * it.unit)).clip(0, 1).astype(np.float32)
    sea = mixed(depth, (0.26, 0.33, 0.38), (0.13, 0.24, 0.27)) * (0.7 + 0.6 * it.noise(120, 5, 4))[..., None]
    it.lay(it.below(float(it.horizon), 2), np.asarray(sea, np.float32))
    for down, thick, share in ((0.1, 0.025, 0.5), (0.2, 0.05, 0.75), (0.36, 0.1, 0.95)):
        _breaker(it, down, thick, share)
    shore = it.ridge(330, -0.6, -0.5, 0.35)
    wet = mixed(it.noise(160, 8, 4), (0.08, 0.087, 0.094), (0.2, 0.215, 0.23))
    it.lay(it.below(shore, 5), wet)
    lace = np.exp(-(((it.rows - shore - 5) / 9) ** 2)) * (1.7 * it.noise(46, 12, 4, 0.65) - 0.3).clip(0, 1)
    it.lay(np.asarray(lace, np.float32), (0.92, 0.94, 0.95))
    dry = mixed(it.noise(50, 8, 4), (0.05, 0.051, 0.053), (0.14, 0.142, 0.147))
    it.lay(it.below(shore + 26, 16), dry)
    return "black sand beach by the sea"


def _stack(it: Canvas, column: float, wide: float, tall: float, haze: float) -> None:
    """A needle of rock in the sea, its edge broken."""
    up = ((it.horizon - it.rows) / (tall * it.unit)).clip(-1, 1.2)
    rough = it.noise(26, 20, 4, 0.6) - 0.5
    half = wide * it.unit * (1 - 0.8 * up.clip(0, 1) ** 1.5 + 0.5 * rough)
    inside = ((half - np.abs(it.columns - column - 8 * up)) / 3).clip(0, 1) * (up < 1 + 0.2 * rough)
    cover = np.asarray(inside * (it.rows < it.horizon + 3), np.float32)
    stone = mixed(it.noise(14, 50, 4), (0.02, 0.022, 0.024), (0.09, 0.095, 0.095))
    it.lay(cover, np.asarray(stone + haze * (np.array(SPRAY) - stone), np.float32))


def _breaker(it: Canvas, down: float, thick: float, share: float) -> None:
    """A line of white water `down` units below the horizon, broken in places."""
    line = it.horizon + (down + 0.05 * (it.noise(300, SIZE[0], 3)[0] - 0.5)) * it.unit
    there = ((it.noise(210, SIZE[0], 4)[0] - 0.62 + 0.42 * share) * 6).clip(0, 1)
    body = np.exp(-(((it.rows - line) / (thick * it.unit)) ** 2)) * there
    it.lay(np.asarray(body * (0.55 + 0.6 * it.noise(24, 8, 3)).clip(0, 1), np.float32), (0.95, 0.97, 0.98))


def _mesas(it: Canvas, sun: float) -> str:
    """Table mountains of red rock, the farther the paler in dust, a plain of sand and stones before them."""
    it.lens = 5
    it.sky((1.05, 0.8, 0.62), (0.4, 0.5, 0.66))
    it.glow(sun, 0.5, 2.4, (0.2, 0.12, 0.06))
    veils = it.noise(400, 60, 4)
    it.lay(((veils - 0.5) * 1.4).clip(0, 0.4), (0.95, 0.74, 0.58))
    it.lay(it.below(it.ridge(330, 0.12, 0.3, 0.4), 3), hazed(RED, DUST, 0.72))
    for x, wide, tall, haze in (
        (-3.0, 1.3, 0.75, 0.58), (0.95, 0.62, 0.62, 0.58), (2.3, 1.1, 0.9, 0.4), (-1.5, 0.42, 1.05, 0.36),
        (-2.55, 0.9, 1.25, 0.2), (3.1, 0.9, 1.35, 0.12),
    ):  # fmt: skip
        _mesa(it, x if sun < 0.5 else -x, wide, tall, haze, sun)
    near = ((it.rows - it.horizon) / (SIZE[0] - it.horizon)).clip(0, 1)
    sand = mixed(it.noise(130, 9, 5), (0.3, 0.094, 0.052), (0.56, 0.21, 0.12))
    sand += np.asarray((0.6 * np.exp(-near * 9))[..., None] * (np.array(DUST) - sand), np.float32)
    it.lay(it.below(it.horizon + 0.05 * it.unit, 5), np.asarray(sand, np.float32))
    for _ in range(150):
        down = it.rng.random() ** 1.6
        row = it.horizon + (0.06 + 1.5 * down) * it.unit
        half = (0.015 + 0.07 * down) * it.unit * it.rng.uniform(0.5, 1.4)
        _stone(it, it.rng.uniform(0, SIZE[1]), row, half, sun)
    return "red rock desert with mesas"


def _mesa(it: Canvas, x: float, wide: float, tall: float, haze: float, sun: float) -> None:
    """Cliffs with a flat top in layers, scree about their feet; lit from one side."""
    column = MIDDLE + x * it.unit
    up = (it.horizon - it.rows) / (tall * it.unit)
    rough = it.noise(30, 200, 4, 0.6) - 0.5
    skirt = 0.42 + 0.1 * (it.noise(90, SIZE[0], 2)[0] - 0.5)
    spread = np.where(up < skirt, 1.0 + 2.6 * (skirt - up), 1.0 - 0.16 * (up - skirt))
    half = wide / 2 * it.unit * (spread + 0.22 * rough)
    top = 1 + 0.16 * (it.noise(60, SIZE[0], 4)[0] - 0.5)[None]
    cover = ((half - np.abs(it.columns - column)) / 2.5).clip(0, 1) * ((top - up) * 40).clip(0, 1)
    flute = it.noise(12, 300, 4, 0.6)
    layer = it.noise(500, 12, 4, 0.65)
    scree = it.noise(20, 30, 4)
    tone = np.where(up < skirt, 0.62 + 0.4 * scree, 0.3 + 0.9 * flute + 0.35 * (layer - 0.5))
    across = (it.columns - column) / half * (1 if sun > 0.5 else -1)
    lit = np.asarray(tone * (0.8 + 0.5 * across.clip(-1, 1)), np.float32)
    rock = lit[..., None] * np.array((0.6, 0.19, 0.1), np.float32)
    it.lay(np.asarray(cover, np.float32), np.asarray(rock + haze * (np.array(DUST) - rock), np.float32))


def _stone(it: Canvas, column: float, row: float, half: float, sun: float) -> None:
    away = np.hypot((it.columns - column) / half, (it.rows - row) / (0.6 * half))
    cover = np.asarray(((1.1 - away) * 4).clip(0, 1), np.float32)
    shade = (
        0.5 - 0.45 * (it.rows - row) / half + (0.25 if sun > 0.5 else -0.25) * (it.columns - column) / half
    )
    it.lay(cover, np.asarray(shade.clip(0.12, 1.2)[..., None] * np.array((0.42, 0.13, 0.07)), np.float32))


def _stars(it: Canvas, sun: float) -> str:
    """The Milky Way over dunes, the last of the day at their foot."""
    it.lens = 2
    it.sky((0.1, 0.13, 0.2), (0.008, 0.016, 0.05))
    it.glow(sun, -0.3, 1.6, (0.2, 0.1, 0.06))
    lean = 0.7 if sun < 0.5 else -0.7
    across = (it.columns - MIDDLE) / it.unit - lean * ((it.horizon - it.rows) / it.unit - 1.9)
    band = np.exp(-((across / 0.75) ** 2))
    cloud = it.noise(120, 120, 6, 0.6)
    lanes = ((it.noise(90, 150, 5, 0.6) - 0.5) * 4 + np.exp(-((across / 0.2) ** 2))).clip(0, 1)
    milk = np.asarray(band * (cloud * 1.5 - 0.35).clip(0, 1) * (1 - 0.75 * lanes), np.float32)
    it.light += milk[..., None] * np.array((0.2, 0.21, 0.27), np.float32)
    _scatter(it, 1300, 1.2, band)
    _scatter(it, 150, 3.4, np.ones_like(band))
    sides: tuple[tuple[float, float, float, Linear], ...] = (
        (330, 0.05, 0.45, (0.05, 0.062, 0.095)),
        (400, -0.3, 0.1, (0.075, 0.08, 0.105)),
        (460, -0.75, -0.35, (0.105, 0.105, 0.125)),
    )
    for wide, low, high, tone in sides:
        line = it.ridge(wide, low, high, 0.3)
        slope = np.convolve(np.gradient(line), np.full(61, 1 / 61), "same")[None] * (1 if sun > 0.5 else -1)
        lit: Floats = np.asarray((0.8 + 1.6 * slope).clip(0.35, 1.7) * (0.85 + 0.3 * it.noise(90, 7, 4)))
        it.lay(it.below(line, 2.5), np.asarray(lit[..., None] * np.array(tone), np.float32))
    return "desert under a starry night sky"


def _scatter(it: Canvas, count: int, light: float, where: Floats) -> None:
    """Stars, few of them bright; more where `where` (h, w) is near 1."""
    for _ in range(count):
        row, column = it.rng.randint(0, it.horizon - 1), it.rng.randint(0, SIZE[1] - 1)
        if it.rng.random() < 0.25 + 0.75 * where[row, column]:
            tint = it.rng.choice(((1.0, 0.9, 0.78), (0.86, 0.93, 1.1), (1.0, 1.0, 1.0)))
            it.light[row, column] += scaled_light(tint, light * it.rng.random() ** 2.5 * 1.6)


LANDSCAPES: dict[str, Callable[[Canvas, float], str]] = {
    "black shore": _black_shore, "mesas": _mesas, "stars": _stars,
}  # fmt: skip
