"""Seasons painted as `landscapes` are: an autumn wood, a garden in which cherries are in blossom."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.matter.palette import Linear
from bggen.train.scenes.outdoors.canvas import SIZE, Canvas, Floats, mixed
from bggen.train.scenes.outdoors.strokes import (
    clump,
    hazed,
    inside,
    oval,
    rows_of,
    scaled_light,
    spot,
    stroke,
)
from bggen.train.scenes.outdoors.woods import trunk

GOLD = (1.0, 0.5, 0.17)  # air with a low sun in it
TURNED: tuple[Linear, ...] = (  # leaves in autumn
    (1.1, 0.34, 0.02), (1.05, 0.18, 0.01), (0.78, 0.05, 0.012), (1.15, 0.54, 0.03), (0.62, 0.34, 0.03),
)  # fmt: skip
PETALS: tuple[Linear, ...] = ((1.0, 0.42, 0.54), (1.05, 0.66, 0.74), (0.86, 0.24, 0.38), (1.1, 0.9, 0.92))
FRESH: tuple[Linear, ...] = ((0.12, 0.28, 0.04), (0.26, 0.44, 0.07), (0.42, 0.56, 0.13))


def _rays(it: Canvas, x: float, row: float, wide: float) -> Floats:
    """(h, w) in 0..1: light and shade that go out from a point."""
    turn = np.arctan2(it.columns - x, np.abs(it.rows - row) + 1) / math.pi + 0.5
    place = (turn * (SIZE[1] - 1)).clip(0, SIZE[1] - 1).astype(int)
    return np.asarray(((it.noise(wide, SIZE[0], 3, 0.6)[0] - 0.36) * 3).clip(0, 1)[place], np.float32)


def _autumn(it: Canvas, sun: float) -> str:
    """Trunks in several depths among orange, red and yellow, fallen leaves, the sun low between them."""
    it.lens = 5
    it.light = mixed(it.noise(170, 150, 4, 0.6), (0.85, 0.24, 0.03), (1.05, 0.6, 0.2))
    it.glow(sun, 0.75, 1.5, (0.5, 0.36, 0.14))
    it.glow(sun, 0.75, 0.4, (1.6, 1.1, 0.6))
    litter = mixed(it.noise(90, 12, 5), (0.3, 0.09, 0.015), (0.72, 0.24, 0.03))
    it.lay(it.below(it.horizon + 0.04 * it.unit, 10), litter)
    for x, away in rows_of(it, 100, 8.0, 0.07, 0.4):
        column, row, scale = spot(it, x, away, -1.5)
        leaf = hazed(it.rng.choice(TURNED), GOLD, min(0.6, away / 130))
        tone = scaled_light(leaf, it.rng.uniform(0.4, 1.05))
        oval(it, column, row, (0.17 * scale, 0.06 * scale), tone, it.rng.uniform(-30, 30))
    ground = it.below(it.horizon + 0.06 * it.unit, 14)
    lit = _rays(it, sun * SIZE[1], it.horizon - 0.5 * it.unit, 40)
    it.light *= (1 - ground * (0.4 - 0.75 * lit))[..., None]
    for count, wide, foot, haze in (
        (26, 0.08, 0.04, 0.62), (17, 0.14, 0.14, 0.36), (9, 0.25, 0.34, 0.12), (5, 0.42, 0.66, 0.0),
    ):  # fmt: skip
        _stand(it, count, wide, foot, haze, sun)
    beams = _rays(it, sun * SIZE[1], it.horizon - 2.6 * it.unit, 60) * (1 - ground)
    away = np.hypot(it.columns - sun * SIZE[1], it.rows - it.horizon + 0.75 * it.unit) / it.unit
    it.light += np.asarray((beams * np.exp(-away / 1.6))[..., None] * np.array((0.3, 0.2, 0.07)), np.float32)
    it.sparks(34, (34, 22, 9), it.horizon - 2.2 * it.unit, it.horizon)
    return "autumn forest in golden evening light"


def _stand(it: Canvas, count: int, wide: float, foot: float, haze: float, sun: float) -> None:
    """Trees about as far away: trunks, bushes at their feet, their leaves above."""
    tints = [hazed(leaf, GOLD, haze) for leaf in TURNED]
    calm = 1.35 * (1 - haze) ** 2  # units that the nearest leave free in the middle
    size, low = 0.34 + 1.5 * wide, 0.5 + 1.3 * (1 - haze)  # of leaves, and how high the lowest hang
    for k in range(count):
        x = (k + it.rng.uniform(0.1, 0.9)) / count * 8.4 - 4.2
        if abs(x) < calm:
            continue
        trunk(it, x, wide * it.rng.uniform(0.7, 1.2), foot, (0.13, 0.065, 0.04), (GOLD, haze), sun)
        column = SIZE[1] / 2 + x * it.unit
        own = it.rng.choice(tints)
        for _ in range(4):
            at = (column + it.rng.gauss(0, 0.45) * it.unit, it.horizon - it.rng.uniform(low, 3.0) * it.unit)
            clump(it, at, size * 0.62 * it.unit, 40, (15 * size, 9 * size), (own, own, *tints), sun)
    for k in range(count):
        x = (k + it.rng.random()) / count * 8.4 - 4.2
        if abs(x) > 0.9 * calm:
            at = (SIZE[1] / 2 + x * it.unit, it.horizon + (foot - 0.16 * size) * it.unit)
            shaded = [scaled_light(tint, 0.62) for tint in tints]
            clump(it, at, 0.34 * size * it.unit, 24, (13 * size, 8 * size), shaded, sun)


def _cherries(it: Canvas, sun: float) -> str:
    """Cherries in pink blossom about a lawn with petals on it, boughs of one that is near on both sides."""
    it.lens = 5
    it.sky((0.82, 0.9, 0.98), (0.3, 0.54, 0.95))
    it.clouds(0.4, (1.0, 1.0, 1.02))
    it.glow(sun, 1.5, 1.6, (0.22, 0.18, 0.12))
    mist = (0.7, 0.82, 0.72)
    for low, high, share in ((0.35, 0.9, 0.5), (0.12, 0.5, 0.2)):
        green = mixed(it.noise(30, 26, 4, 0.65), hazed(FRESH[0], mist, share), hazed(FRESH[2], mist, share))
        it.lay(it.below(it.ridge(110, low, high, 0.62), 4), green)
    lawn = mixed(it.noise(120, 12, 5), FRESH[0], FRESH[2])
    far = 0.7 * np.exp(-((it.rows - it.horizon) / (0.5 * it.unit)).clip(0, None))[..., None]
    lawn += np.asarray(far * (np.array((0.42, 0.58, 0.24)) - lawn), np.float32)
    it.lay(it.below(it.horizon + 0.02 * it.unit, 14), lawn)
    path = [spot(it, x, away, -1.6)[:2] for x, away in ((-0.9, 7), (-1.1, 70), (-0.5, 70), (1.3, 7))]
    it.lay(0.85 * inside(path, 3), mixed(it.noise(60, 10, 4), (0.6, 0.52, 0.4), (0.82, 0.74, 0.62)))
    for x, away, tall in (
        (-9.0, 60.0, 7.5), (6.5, 52.0, 7.5), (-6.2, 36.0, 6.4), (10.5, 40.0, 7.0), (-3.6, 70.0, 7.0),
        (4.6, 26.0, 5.4), (-5.6, 20.0, 5.2),
    ):  # fmt: skip
        _cherry(it, x, away, tall, sun)
    for x, away in rows_of(it, 90, 8.0, 0.08, 0.55):
        column, row, scale = spot(it, x, away, -1.6)
        if it.rng.chance(0.35):
            petal = hazed(it.rng.choice(PETALS), mist, min(0.5, away / 160))
            oval(it, column, row, (0.08 * scale, 0.03 * scale), petal)
    high = 2.75 if it.horizon > SIZE[0] / 2 else 1.4  # of what a camera sees
    for side in (-1, 1):
        for up, reach, droop in ((1.0, 2.2, 0.5), (0.69, 1.35, 0.35), (0.42, 0.75, 0.25)):
            _bough(it, side, high * up * it.rng.uniform(0.92, 1.08), reach * it.rng.uniform(0.85, 1.1), droop)
    it.sparks(24, (26, 20, 21), it.horizon - 1.2 * it.unit, it.horizon)
    return "garden in spring blossom"


def _cherry(it: Canvas, x: float, away: float, tall: float, sun: float) -> None:
    """A tree, `tall` units high: a dark trunk that parts in two, a round crown of blossom."""
    mist, share = (0.86, 0.84, 0.88), min(0.6, away / 120)
    column, foot, scale = spot(it, x, away, -1.6)
    bark, high = hazed((0.07, 0.04, 0.035), mist, share), tall * scale
    stroke(it, (column, foot), (column + 0.03 * high, foot - 0.36 * high), bark, 0.07 * high)
    for end in (-0.24, -0.06, 0.2):
        fork, tip = (column + 0.03 * high, foot - 0.34 * high), (column + end * high, foot - 0.66 * high)
        stroke(it, fork, tip, bark, 0.035 * high)
    tints = [hazed(petal, mist, share) for petal in PETALS]
    for dx, up, reach in (
        (-0.3, 0.56, 0.2), (0.3, 0.58, 0.2), (-0.14, 0.74, 0.24), (0.16, 0.78, 0.24), (0.0, 0.6, 0.2),
    ):  # fmt: skip
        at = (column + dx * high, foot - up * high)
        clump(it, at, reach * high, 90, (0.045 * high, 0.034 * high), tints, sun)


def _bough(it: Canvas, side: int, up: float, reach: float, droop: float) -> None:
    """A bough that comes in from one side, with twigs and bunches of blossom along it."""
    x, y = 2.9 * side, up
    steps = 16
    for k in range(steps):
        part = k / steps
        nx, ny = x - side * reach / steps, y - droop / steps * (0.3 + 1.4 * part) + it.rng.gauss(0, 0.02)
        ends = [(SIZE[1] / 2 + a * it.unit, it.horizon - b * it.unit) for a, b in ((x, y), (nx, ny))]
        stroke(it, ends[0], ends[1], (0.06, 0.03, 0.025), (0.11 - 0.08 * part) * it.unit)
        for way in (-1, 1):
            if it.rng.chance(0.75):
                tip = (ends[1][0] + it.rng.gauss(-0.1 * side, 0.1) * it.unit,
                       ends[1][1] + way * it.rng.uniform(0.06, 0.26) * it.unit)  # fmt: skip
                stroke(it, ends[1], tip, (0.08, 0.04, 0.03), 0.02 * it.unit)
                _bunch(it, *tip)
        x, y = nx, ny
    _bunch(it, *ends[1])


def _bunch(it: Canvas, x: float, y: float) -> None:
    """A bunch of flowers of five petals each, a red eye in the middle; a fresh leaf by some."""
    for _ in range(4):
        column, row = x + it.rng.gauss(0, 0.07) * it.unit, y + it.rng.gauss(0, 0.06) * it.unit
        reach, turn = 0.062 * it.unit * it.rng.uniform(0.8, 1.15), it.rng.uniform(0, 6.28)
        petal = scaled_light(it.rng.choice(PETALS), it.rng.uniform(0.85, 1.1))
        for k in range(5):
            a = turn + 2 * math.pi * k / 5
            at = (column + reach * math.cos(a), row + reach * math.sin(a))
            oval(it, *at, (0.85 * reach, 0.6 * reach), petal, math.degrees(a))
        oval(it, column, row, (0.4 * reach, 0.4 * reach), (0.62, 0.08, 0.16))
    if it.rng.chance(0.3):
        oval(it, x, y + 0.1 * it.unit, (0.07 * it.unit, 0.03 * it.unit), FRESH[1], it.rng.uniform(0, 180))


LANDSCAPES: dict[str, Callable[[Canvas, float], str]] = {"golden leaves": _autumn, "blossom": _cherries}
