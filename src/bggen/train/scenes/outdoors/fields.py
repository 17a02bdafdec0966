"""Fields painted as `landscapes` are: sunflowers, poppies, tulips, vines."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.matter.palette import Linear
from bggen.train.scenes.outdoors.canvas import SIZE, Canvas, mixed
from bggen.train.scenes.outdoors.strokes import (
    box,
    fill,
    hazed,
    oval,
    rows_of,
    scaled_light,
    spot,
    star,
    stroke,
)  # fmt: skip

MIDDLE = SIZE[1] / 2
LEAVES: tuple[Linear, ...] = ((0.05, 0.15, 0.02), (0.1, 0.26, 0.04), (0.2, 0.38, 0.07))


def _sunflowers(it: Canvas, sun: float) -> str:
    """Heads to the horizon, tall ones at both sides, under a blue sky."""
    it.lens = 5
    it.sky((0.5, 0.72, 0.98), (0.1, 0.3, 0.8))
    it.clouds(0.4, (0.9, 0.92, 0.95))
    it.lay(it.below(it.ridge(200, 0.1, 0.3, 0.6), 3), (0.1, 0.2, 0.1))
    it.lay(it.below(float(it.horizon - 3), 3), (0.3, 0.27, 0.03))
    for x, away in rows_of(it, 120, 7.5, 0.09, 1.05):
        up = -0.62 + it.rng.gauss(0, 0.12)
        if away < 17 and abs(x) > 1.2:  # the near ones at the sides stand higher
            up += it.rng.uniform(0.1, 0.75)
        column, row, scale = spot(it, x, away, up)
        haze = min(1.0, away / 160)
        for _ in range(3 if away < 40 else 1):
            leaf = hazed(it.rng.choice(LEAVES), (0.3, 0.36, 0.2), haze)
            at = (column + it.rng.gauss(0, 0.4) * scale, row + it.rng.uniform(0.35, 0.9) * scale)
            oval(it, *at, (0.34 * scale, 0.2 * scale), leaf, it.rng.uniform(-50, 50))
        _sunflower(it, column, row, 0.52 * scale * it.rng.uniform(0.8, 1.1), haze)
    it.glow(sun, 1.6, 1.6, (0.16, 0.13, 0.06))
    return "sunflower field"


def _sunflower(it: Canvas, x: float, y: float, reach: float, haze: float) -> None:
    """A head: two rounds of petals about a brown disc."""
    turn, lit, mist = it.rng.uniform(0, 1), it.rng.uniform(0.8, 1.1), (0.62, 0.5, 0.2)
    for size, petal in ((1.0, (0.86, 0.42, 0.0)), (0.84, (1.0, 0.58, 0.01))):
        outline = star(x, y, reach * size, 0.66, 13, turn + size, 0.92)
        fill(it, outline, hazed(scaled_light(petal, lit), mist, haze))
    if reach > 4:
        oval(it, x, y, (0.42 * reach, 0.39 * reach), hazed((0.09, 0.035, 0.008), mist, haze))
        oval(it, x, y, (0.2 * reach, 0.18 * reach), hazed((0.17, 0.09, 0.02), mist, haze))


def stalks(it: Canvas) -> None:
    """Dry grass with ears, in the light of a low sun behind it."""
    for x, away in rows_of(it, 70, 6.8, 0.035, 0.3):
        column, row, scale = spot(it, x, away, -1.5 + it.rng.gauss(0, 0.1))
        tone = it.rng.choice(((0.42, 0.2, 0.05), (0.75, 0.4, 0.11), (1.15, 0.68, 0.24)))
        dry = hazed(tone, (1.15, 0.64, 0.22), min(0.7, away / 70))
        tip = (column + it.rng.gauss(0, 0.16) * scale, row)
        stroke(it, (column, row + 0.9 * scale), tip, scaled_light(dry, 0.7), 0.035 * scale)
        oval(it, tip[0], row, (0.05 * scale, 0.15 * scale), dry, it.rng.uniform(-25, 25))


def _meadow(it: Canvas, low: Linear, high: Linear) -> None:
    """Hills with trees, and grass before them."""
    it.lay(it.below(it.ridge(330, 0.2, 0.55, 0.45), 4), (0.3, 0.42, 0.46))
    trees = mixed(it.noise(26, 26, 4), (0.06, 0.12, 0.04), (0.2, 0.32, 0.1))
    it.lay(it.below(it.ridge(120, 0.06, 0.34, 0.65), 4), trees)
    it.lay(it.below(it.horizon + 0.02 * it.unit, 5), mixed(it.noise(50, 12, 4), low, high))


def _poppies(it: Canvas, sun: float) -> str:
    """Red flowers on thin stems in light green grass."""
    it.lens = 5
    it.sky((0.56, 0.76, 0.98), (0.13, 0.34, 0.82))
    it.clouds(0.4, (0.98, 0.98, 1.0))
    _meadow(it, (0.12, 0.24, 0.05), (0.36, 0.48, 0.12))
    for x, away in rows_of(it, 110, 7.5, 0.07, 0.62):
        up = -0.85 + it.rng.gauss(0, 0.16)
        if away < 15 and abs(x) > 0.9:
            up += it.rng.uniform(0.0, 0.85) * min(1.0, abs(x) - 0.7)
        column, row, scale = spot(it, x, away, up)
        haze = min(0.8, away / 170)
        for _ in range(3):  # grass
            foot = column + it.rng.gauss(0, 0.3) * scale
            tip = (foot + it.rng.gauss(0, 0.12) * scale, row + it.rng.uniform(-0.1, 0.4) * scale)
            green = hazed(it.rng.choice(((0.05, 0.14, 0.03), (0.12, 0.24, 0.05), (0.26, 0.36, 0.09))),
                          (0.42, 0.46, 0.24), haze)  # fmt: skip
            stroke(it, (foot, row + 1.6 * scale), tip, green, 0.06 * scale)
        stroke(
            it, (column + 0.05 * scale, row + 1.6 * scale), (column, row), (0.12, 0.24, 0.06), 0.04 * scale
        )
        if it.rng.chance(0.16):  # a daisy
            oval(
                it,
                column,
                row + 0.2 * scale,
                (0.12 * scale, 0.09 * scale),
                hazed((0.95, 0.95, 0.9), (0.7, 0.7, 0.6), haze),
            )
        else:
            _poppy(it, column, row, 0.2 * scale * it.rng.uniform(0.75, 1.25), haze)
    it.glow(sun, 1.4, 1.8, (0.2, 0.16, 0.08))
    return "poppy field"


def _poppy(it: Canvas, x: float, y: float, reach: float, haze: float) -> None:
    """A bowl of red petals, its far side darker, a black heart."""
    mist, lit, turn = (0.66, 0.26, 0.16), it.rng.uniform(0.75, 1.15), it.rng.uniform(-16, 16)
    oval(it, x, y, (reach, 0.74 * reach), hazed(scaled_light((0.5, 0.008, 0.004), lit), mist, haze), turn)
    for side in (-0.4, 0.42):
        petal = hazed(scaled_light((0.88, 0.03, 0.01), lit * (1 + 0.15 * side)), mist, haze)
        oval(it, x + side * reach, y + 0.24 * reach, (0.62 * reach, 0.5 * reach), petal, turn + 20 * side)
    if reach > 5 and it.rng.chance(0.5):  # it looks this way
        oval(it, x, y + 0.1 * reach, (0.27 * reach, 0.2 * reach), (0.025, 0.008, 0.012), turn)


def _tulips(it: Canvas, sun: float) -> str:
    """Rows of one colour each that meet far away, a windmill on the horizon."""
    it.lens = 4
    it.sky((0.56, 0.76, 0.98), (0.13, 0.34, 0.84))
    it.clouds(0.45, (0.96, 0.96, 0.98))
    level = it.horizon
    it.horizon -= round(0.42 * it.unit)  # seen from a little higher, for more of the rows
    it.lay(it.below(it.ridge(90, 0.03, 0.16, 0.6), 3), (0.12, 0.22, 0.1))
    _windmill(it, MIDDLE + (1.35 if sun < 0.5 else -1.35) * it.unit, it.horizon + 4.0)
    it.lay(it.below(float(it.horizon), 2), (0.1, 0.2, 0.05))
    tints: tuple[Linear, ...] = (
        (0.75, 0.012, 0.02), (0.95, 0.5, 0.01), (0.82, 0.1, 0.3),
        (0.86, 0.84, 0.8), (0.3, 0.03, 0.3), (0.9, 0.2, 0.02),
    )  # fmt: skip
    shift = it.rng.randint(0, 5)
    for x, away in rows_of(it, 150, 7.6, 0.035, 0.3):
        band = math.floor(x / 1.9 + 0.5)
        part = abs(x / 1.9 + 0.5 - band - 0.5)
        column, row, scale = spot(it, x, away, -1.35 + it.rng.gauss(0, 0.04))
        haze = min(0.7, away / 240)
        if part > 0.4:  # the way between
            oval(
                it,
                column,
                row + 0.25 * scale,
                (0.22 * scale, 0.12 * scale),
                hazed((0.09, 0.2, 0.04), (0.3, 0.4, 0.2), haze),
            )
            continue
        for _ in range(2):
            at = column + it.rng.gauss(0, 0.12) * scale
            stroke(
                it,
                (at, row + 0.5 * scale),
                (at, row),
                hazed((0.12, 0.28, 0.08), (0.3, 0.4, 0.2), haze),
                0.07 * scale,
            )
        tint = scaled_light(tints[(band + shift) % 6], it.rng.uniform(0.7, 1.12))
        oval(it, column, row, (0.12 * scale, 0.17 * scale), hazed(tint, (0.6, 0.5, 0.5), 0.6 * haze))
        oval(
            it,
            column + 0.05 * scale,
            row - 0.03 * scale,
            (0.05 * scale, 0.12 * scale),
            hazed(scaled_light(tint, 1.15), (0.6, 0.5, 0.5), haze),
        )
    it.horizon = level
    return "tulip field"


def _windmill(it: Canvas, x: float, foot: float) -> None:
    """A tower mill with four sails."""
    u, dark = it.unit, (0.1, 0.055, 0.035)
    fill(
        it,
        [
            (x - 0.26 * u, foot),
            (x - 0.15 * u, foot - 0.8 * u),
            (x + 0.15 * u, foot - 0.8 * u),
            (x + 0.26 * u, foot),
        ],
        dark,
    )
    oval(it, x, foot - 0.8 * u, (0.17 * u, 0.15 * u), (0.05, 0.03, 0.025))
    box(it, x - 0.36 * u, foot - 0.36 * u, x + 0.36 * u, foot - 0.32 * u, (0.5, 0.46, 0.4))
    for k in range(4):
        turn = 0.6 + k * math.pi / 2
        tip = (x + 0.78 * u * math.cos(turn), foot - 0.84 * u + 0.78 * u * math.sin(turn))
        stroke(it, (x, foot - 0.84 * u), tip, (0.12, 0.08, 0.06), 5)
        off = (0.05 * u * math.sin(turn), -0.05 * u * math.cos(turn))
        near = (x + 0.2 * u * math.cos(turn) + off[0], foot - 0.84 * u + 0.2 * u * math.sin(turn) + off[1])
        stroke(it, near, (tip[0] + off[0], tip[1] + off[1]), (0.7, 0.64, 0.54), 8)


def _vineyard(it: Canvas, sun: float) -> str:
    """Rows of vines that run to hills under a low sun."""
    it.lens = 5
    it.sky((0.86, 0.4, 0.1), (0.3, 0.3, 0.42))
    level = it.horizon
    it.glow(sun, 0.9, 2.0, (0.5, 0.24, 0.05))
    it.glow(sun, 0.9, 0.3, (2.2, 1.3, 0.45))
    it.lay(it.below(it.ridge(330, 0.5, 1.15, 0.4), 4), (0.4, 0.25, 0.2))
    it.lay(it.below(it.ridge(260, 0.4, 0.8, 0.45), 4), (0.2, 0.15, 0.07))
    it.horizon -= round(0.4 * it.unit)
    hill = mixed(it.noise(70, 14, 4), (0.14, 0.12, 0.03), (0.3, 0.24, 0.07))
    it.lay(it.below(it.ridge(300, 0.0, 0.12, 0.4), 4), hill)
    earth = mixed(it.noise(60, 8, 4), (0.3, 0.17, 0.065), (0.6, 0.36, 0.13))
    it.lay(it.below(float(it.horizon), 3), earth)
    for k in (*range(-14, 0), *range(14, -1, -1)):
        _vines(it, 2.7 * (k + 0.5), sun)
    it.horizon = level
    haze = np.exp(-(((it.columns / SIZE[1] - sun) / 0.2) ** 2 + ((it.rows - level + 80) / 90) ** 2))
    it.light += np.asarray(haze[..., None] * np.array((0.3, 0.16, 0.05)), np.float32)
    return "vineyard at sunset"


def _vines(it: Canvas, x: float, sun: float) -> None:
    """One row as a hedge from far to near: dark below, leaves that shine above, stakes and grapes."""
    glow = (0.8, 0.5, 0.2)
    lit = 1.2 if (x > 0) == (sun < 0.5) else 0.8
    away = 120.0
    while away > 6.5:
        next_ = away * 0.93
        haze = min(0.8, away / 110)
        outline = [
            spot(it, x, far, up)[:2]
            for far, up in ((away, -1.85), (away, -0.72), (next_, -0.72), (next_, -1.85))
        ]
        fill(it, outline, hazed((0.045, 0.06, 0.01), glow, haze))
        for k in range(16):
            part = (k + it.rng.random()) / 16  # from below up
            at = it.rng.uniform(next_, away)
            column, row, scale = spot(it, x + it.rng.gauss(0, 0.11), at, -1.75 + 1.15 * part)
            leaf = it.rng.choice(((0.1, 0.15, 0.015), (0.17, 0.22, 0.025), (0.26, 0.26, 0.035)))
            green = scaled_light(leaf, lit * (0.4 + 1.1 * part * part))
            half = (0.11 * scale, 0.09 * scale)
            oval(it, column, row, half, hazed(green, glow, haze), it.rng.uniform(0, 180))
        if away < 26 and it.rng.chance(0.5):
            column, row, scale = spot(it, x + it.rng.gauss(0, 0.08), next_, -1.45)
            oval(it, column, row, (0.09 * scale, 0.16 * scale), (0.04, 0.012, 0.07))
        away = next_


LANDSCAPES: dict[str, Callable[[Canvas, float], str]] = {
    "sunflowers": _sunflowers, "poppies": _poppies, "tulips": _tulips, "vineyard": _vineyard,
}  # fmt: skip
