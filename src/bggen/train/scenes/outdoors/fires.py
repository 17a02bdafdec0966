"""A fire in a wood by night, painted as `landscapes` are."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import product

import cv2
import numpy as np

from bggen.train.scenes.matter.palette import Linear
from bggen.train.scenes.outdoors.canvas import SIZE, Canvas, mixed
from bggen.train.scenes.outdoors.strokes import hazed, oval, scaled_light, stroke
from bggen.train.scenes.outdoors.wilds import firs

MIDDLE = SIZE[1] / 2
NIGHT = (0.016, 0.03, 0.05)  # air among the trees
EMBER = (1.0, 0.36, 0.06)  # light of the fire
ASIDE, LOW = 1.5, 0.6  # units: where the fire burns, and how far below the horizon


def _campfire(it: Canvas, sun: float) -> str:
    """A fire of logs in a ring of stones, sparks over it; trunks that it lights, a sky with a few stars."""
    it.lens = 6
    it.sky((0.05, 0.1, 0.17), (0.008, 0.016, 0.045))
    it.sparks(60, (4, 5, 7), 0, it.horizon - 1.2 * it.unit)
    side = -1 if sun < 0.5 else 1
    fire = (MIDDLE + side * ASIDE * it.unit, it.horizon + LOW * it.unit, 0.9 * it.unit)
    for low, high, tall, share in ((0.3, 0.8, 2.3, 0.85), (0.05, 0.3, 1.7, 0.45), (-0.1, 0.1, 0.8, 0.2)):
        wood = np.asarray(it.ridge(200, low, high, 0.5), np.float32)
        firs(it, wood, 46, tall, hazed((0.004, 0.007, 0.008), NIGHT, share), 4)
    ground = mixed(it.noise(110, 12, 5), (0.006, 0.006, 0.005), (0.06, 0.052, 0.04))
    it.lay(it.below(it.horizon + 0.06 * it.unit, 10), ground)
    for count, wide, foot, haze in ((9, 0.13, 0.14, 0.5), (7, 0.22, 0.28, 0.25), (6, 0.36, 0.5, 0.05)):
        _trunks(it, count, wide, foot, haze, fire)
    _shine(it, fire)
    _ring(it, fire, behind=True)
    _flames(it, fire)
    _ring(it, fire, behind=False)
    return "campfire at night among trees"


def _trunks(it: Canvas, count: int, wide: float, foot: float, haze: float, fire: tuple[float, ...]) -> None:
    """Dark ones, on the side of the fire in its light, the less the farther they are from it."""
    for k in range(count):
        x = (k + it.rng.uniform(0.1, 0.9)) / count * 9.0 - 4.5
        if haze < 0.2 and abs(x) < 1.9:
            continue
        column, low = MIDDLE + x * it.unit, it.horizon + foot * it.unit
        lean, size = it.rng.gauss(0, 0.03), wide * it.rng.uniform(0.6, 1.3)
        aside = (fire[0] - column) / it.unit
        bark = hazed((0.008, 0.008, 0.009), NIGHT, haze)
        for j, row in product(range(7), range(0, round(low), 12)):
            across = (j + 0.5) / 7 - 0.5
            toward = 0.5 + across * math.copysign(1.0, aside) if abs(aside) > 0.3 else 0.6
            lit = math.exp(-math.hypot(aside, (fire[1] - row) / it.unit - 0.6) / 0.9) * (1 - 0.6 * haze)
            at = column + across * size * it.unit + lean * (low - row)
            rough = it.rng.uniform(0.7, 1.25)
            tone = hazed(scaled_light(bark, rough), scaled_light(EMBER, 0.8 * rough), lit * toward**1.5)
            stroke(it, (at, min(row + 12, low)), (at, row), tone, size * it.unit / 7 + 1)


def _shine(it: Canvas, fire: tuple[float, ...]) -> None:
    """On the ground about the fire, and in the air."""
    x, row, scale = fire
    aside, down = (it.columns - x) / scale, (it.rows - row) / (0.34 * scale)
    pool = np.exp(-np.sqrt(aside**2 + np.where(it.rows > it.horizon, down, 9) ** 2 + 0.02) / 0.85)
    rough = 0.45 + 1.1 * it.noise(40, 8, 4)
    ground = it.below(it.horizon + 0.1 * it.unit, 14)
    it.light += np.asarray((1.5 * pool * rough * ground)[..., None] * np.array(EMBER), np.float32)
    column = x / SIZE[1]
    up = (it.horizon - row) / it.unit
    it.glow(column, up + 0.35, 0.7, scaled_light(EMBER, 0.34))
    it.glow(column, up + 0.5, 2.0, scaled_light(EMBER, 0.07))


def _ring(it: Canvas, fire: tuple[float, ...], behind: bool) -> None:
    """Stones about the fire, dark where they look away from it; within it, before it, its logs."""
    x, row, scale = fire
    for k in range(14):
        turn = 2 * math.pi * (k + 0.3) / 14
        if (math.sin(turn) < 0) != behind:
            continue
        at = (x + 0.62 * scale * math.cos(turn), row + 0.17 * scale * math.sin(turn))
        half = it.rng.uniform(0.1, 0.15) * scale
        oval(it, *at, (half, 0.75 * half), (0.02, 0.014, 0.011))
        lit = scaled_light(EMBER, 0.5 if behind else 0.2)
        oval(
            it, at[0] + 0.25 * (x - at[0]) * half / scale, at[1] - 0.35 * half, (0.7 * half, 0.34 * half), lit
        )
    if behind:
        return
    for a, b, up in ((-0.46, 0.14, 0.3), (0.44, -0.12, 0.34), (-0.2, 0.24, 0.42), (0.16, -0.26, 0.24)):
        ends = ((x + a * scale, row + 0.07 * scale), (x + b * scale, row - up * scale))
        stroke(it, *ends, (0.016, 0.01, 0.008), 0.085 * scale)
        stroke(it, ends[0], ends[1], scaled_light(EMBER, 0.3), 0.016 * scale)


def _flames(it: Canvas, fire: tuple[float, ...]) -> None:
    """Tongues that narrow and bend as they rise, the hotter the nearer to the middle; sparks."""
    x, row, scale = fire
    glare = np.zeros_like(it.light)
    for reach, count, light in (
        (1.0, 15, (0.9, 0.2, 0.012)), (0.8, 15, (1.5, 0.5, 0.04)), (0.6, 12, (2.2, 1.1, 0.16)),
        (0.36, 9, (2.6, 1.9, 0.6)),
    ):  # fmt: skip
        for _ in range(count):
            off = it.rng.gauss(0, 0.17) * reach
            high = (1.3 - 2.6 * abs(off)) * reach * it.rng.uniform(0.55, 1.1) * scale
            half, sway = 0.12 * reach**0.5 * scale, it.rng.gauss(0, 0.14) * scale
            steps = np.linspace(0, 1, 14)
            middle = x + off * scale + sway * np.sin(3.1 * steps) * steps - 0.5 * off * scale * steps
            wide = half * np.sin(math.pi * (0.18 + 0.82 * steps)) ** 0.9 * (1 - 0.35 * steps)
            rows = row + 0.04 * scale - high * steps
            rim = [*zip(middle - wide, rows, strict=True), *list(zip(middle + wide, rows, strict=True))[::-1]]
            layer = np.zeros_like(it.light)
            cv2.fillPoly(layer, [np.array(rim).round().astype(np.int32)], [0.34 * part for part in light])
            glare += layer
    it.light += cv2.GaussianBlur(glare, (0, 0), 0.03 * scale)
    for _ in range(34):
        up = it.rng.random() ** 0.8
        at = (x + it.rng.gauss(0, 0.16 + 0.5 * up) * scale, row - (0.4 + 2.6 * up) * scale)
        if 0 <= at[1] < SIZE[0] and 0 <= at[0] < SIZE[1]:
            tone: Linear = scaled_light((46, 17, 3), it.rng.uniform(0.3, 1) * (1.1 - up))
            it.light[round(at[1]) - 1, round(at[0]) - 1] += np.array(tone, np.float32)


LANDSCAPES: dict[str, Callable[[Canvas, float], str]] = {"campfire": _campfire}
