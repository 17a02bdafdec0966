"""Towns and days out painted as `landscapes` are: a white village, a roof terrace, fireworks."""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np

from bggen.train.scenes.matter.palette import Linear
from bggen.train.scenes.outdoors.canvas import SIZE, Canvas, mixed
from bggen.train.scenes.outdoors.strokes import box, dabs, fill, hazed, scaled_light, stroke

MIDDLE = SIZE[1] / 2


def _santorini(it: Canvas, sun: float) -> str:
    """White houses with blue domes down a slope to a blue sea."""
    it.lens = 5
    it.sky((0.42, 0.66, 0.98), (0.06, 0.22, 0.72))
    it.lay(it.below(it.ridge(300, -0.02, 0.16, 0.4), 3), (0.3, 0.42, 0.62))  # an island
    depth = ((it.rows - it.horizon) / (1.1 * it.unit)).clip(0, 1).astype(np.float32)
    water = mixed(depth, (0.05, 0.2, 0.5), (0.02, 0.26, 0.56)) * (0.85 + 0.3 * it.noise(110, 6, 4))[..., None]
    it.lay(it.below(float(it.horizon), 2), np.asarray(water, np.float32))
    it.sparks(90, (14, 16, 18), it.horizon, it.horizon + 0.5 * it.unit)
    side = 1 if sun < 0.5 else -1  # the village lies opposite the sun
    for k in range(9):  # from far, high up the slope, to near
        part = k / 8
        for j in range(7):
            out = -0.9 + 0.25 * part + 0.72 * j + it.rng.uniform(-0.15, 0.15)  # units to the village's side
            up = 0.9 - 2.1 * part + 0.34 * j * (1 - 0.5 * part) + it.rng.uniform(-0.1, 0.1)
            up = min(up, 0.12 + 0.62 * max(out + 0.7, 0) ** 0.8)
            if out > -0.75 + 0.25 * it.rng.random() - 1.3 * part:
                _house(it, side * out, up, 0.42 + 0.24 * part, side)
        if k in (2, 4, 6):
            out = {2: 1.75, 4: 0.85, 6: 2.2}[k]
            up = {2: 1.0, 4: 0.1, 6: 0.1}[k]
            _dome(it, side * out, up, {2: 0.3, 4: 0.36, 6: 0.46}[k], side)
    pink: tuple[Linear, ...] = ((0.72, 0.02, 0.3), (0.9, 0.06, 0.42), (0.5, 0.01, 0.24), (0.1, 0.22, 0.05))
    for _ in range(9):
        x = MIDDLE - side * it.rng.uniform(1.5, 3.2) * it.unit
        y = it.horizon + it.rng.uniform(0.15, 1.0) * it.unit
        dabs(it, 46, (x - 40, y - 34, x + 40, y + 34), (9, 7), pink)
    return "white village by the sea"


def _house(it: Canvas, x: float, up: float, size: float, side: int) -> None:
    """A white cube, one face in the sun and one in shade, a window or a blue door."""
    wide, tall, depth = (size * it.rng.uniform(a, b) for a, b in ((0.85, 1.3), (0.7, 1.0), (0.3, 0.5)))
    left, top = MIDDLE + (x - wide / 2) * it.unit, it.horizon - up * it.unit
    right, foot = left + wide * it.unit, top + 3.0 * it.unit
    lit = it.rng.uniform(0.66, 0.86)
    box(it, left, top, right, foot, (lit, 0.98 * lit, 0.95 * lit))
    edge, back = (right, right + depth * it.unit) if side > 0 else (left, left - depth * it.unit)
    rise = 0.35 * depth * it.unit
    fill(it, [(edge, top), (back, top - rise), (back, foot), (edge, foot)], (0.24, 0.33, 0.5))
    fill(
        it,
        [(left, top), (right, top), (right + (back - edge), top - rise), (left + (back - edge), top - rise)],
        (0.88, 0.88, 0.88),
    )
    floor_ = top + tall * it.unit
    for _ in range(it.rng.randint(1, 2)):
        at = it.rng.uniform(left + 0.12 * it.unit, right - 0.22 * it.unit)
        pane = it.rng.choice(((0.02, 0.12, 0.42), (0.03, 0.2, 0.55), (0.1, 0.12, 0.16)))
        door = it.rng.chance(0.4)
        box(it, at, floor_ - (0.5 if door else 0.46) * size * it.unit, at + 0.24 * size * it.unit,
            floor_ - (0 if door else 0.16) * size * it.unit, pane)  # fmt: skip


def _dome(it: Canvas, x: float, up: float, r: float, side: int) -> None:
    """A church: a white drum with a blue dome and a cross."""
    column, row, reach = MIDDLE + x * it.unit, it.horizon - up * it.unit, r * it.unit
    box(
        it,
        column - 1.25 * reach,
        row + 0.45 * reach,
        column + 1.25 * reach,
        row + 6 * reach,
        (0.8, 0.79, 0.76),
    )
    box(it, column - 0.95 * reach, row, column + 0.95 * reach, row + 0.5 * reach, (0.84, 0.83, 0.8))
    for size, shift, blue in (
        (1.0, 0.0, (0.01, 0.09, 0.36)), (0.84, -0.13, (0.015, 0.16, 0.56)), (0.5, -0.28, (0.06, 0.28, 0.72)),
    ):  # fmt: skip
        at = (round(column + side * shift * reach), round(row))
        half = (round(reach * size), round(1.02 * reach * size))
        cv2.ellipse(it.light, at, half, 0, 180, 360, list(blue), -1)
    for width, height in ((0.05, 0.4), (0.24, 0.06)):
        top = row - (1.42 - 0.2 * (height < 0.1)) * reach
        box(it, column - width * reach, top, column + width * reach, top + height * reach, (0.8, 0.8, 0.8))
    for k in (-0.55, 0.0, 0.55):
        box(
            it,
            column + (k - 0.1) * reach,
            row + 0.1 * reach,
            column + (k + 0.1) * reach,
            row + 0.42 * reach,
            (0.05, 0.1, 0.2),
        )


def _skyline(it: Canvas, sun: float) -> str:
    """Towers in the haze of a bright day, a parapet with a rail and plants before them."""
    it.lens = 5
    it.sky((0.82, 0.9, 0.98), (0.2, 0.44, 0.9))
    it.clouds(0.42, (0.98, 0.98, 1.0))
    haze = (0.66, 0.78, 0.92)
    for count, share, low, high, wide in (
        (46, 0.66, 0.25, 1.0, 0.26), (30, 0.42, 0.3, 1.7, 0.34), (24, 0.16, -0.25, 0.75, 0.5),
    ):  # fmt: skip
        for k in range(count):
            x = (k + it.rng.uniform(0.1, 0.9)) / count * SIZE[1]
            tall = low + (high - low) * it.rng.random() ** 2.2
            _tower(it, x, tall, wide * it.rng.uniform(0.7, 1.3), haze, share, sun)
    foot = it.horizon + 0.34 * it.unit
    box(it, 0, foot, SIZE[1], foot + 0.1 * it.unit, (0.84, 0.83, 0.8))  # the parapet's top and its face
    box(it, 0, foot + 0.1 * it.unit, SIZE[1], foot + 0.52 * it.unit, (0.56, 0.55, 0.53))
    it.lay(
        it.below(foot + 0.52 * it.unit, 3), mixed(it.noise(120, 12, 4), (0.4, 0.37, 0.33), (0.52, 0.49, 0.44))
    )
    rail = (0.1, 0.11, 0.12)
    for k in range(-9, 10):
        stroke(
            it,
            (MIDDLE + k * 0.62 * it.unit, foot),
            (MIDDLE + k * 0.62 * it.unit, foot - 0.42 * it.unit),
            rail,
            5,
        )
    stroke(it, (0, foot - 0.42 * it.unit), (SIZE[1], foot - 0.42 * it.unit), rail, 8)
    stroke(it, (0, foot - 0.2 * it.unit), (SIZE[1], foot - 0.2 * it.unit), rail, 3)
    greens: tuple[Linear, ...] = ((0.04, 0.12, 0.03), (0.1, 0.24, 0.06), (0.24, 0.38, 0.1))
    for x in (-2.45, -1.75, 2.0, 2.7):
        column, base = MIDDLE + x * it.unit, foot + 0.62 * it.unit
        box(it, column - 0.3 * it.unit, base, column + 0.3 * it.unit, base + 0.7 * it.unit, (0.3, 0.17, 0.1))
        for r in (0.34, 0.26):
            reach = r * it.unit
            dabs(it, 60, (column - reach, base - 2.3 * reach, column + reach, base), (11, 7), greens)
    return "rooftop terrace over a city"


def _tower(it: Canvas, x: float, tall: float, wide: float, haze: Linear, share: float, sun: float) -> None:
    """A tower block: a face in the sun, one in shade, rows of windows."""
    wall = it.rng.choice(((0.5, 0.44, 0.38), (0.3, 0.36, 0.44), (0.56, 0.55, 0.53), (0.2, 0.28, 0.38)))
    top, foot = it.horizon - tall * it.unit, it.horizon + 1.2 * it.unit
    half, away = 0.5 * wide * it.unit, 1 if sun < 0.5 else -1
    box(it, x - half, top, x + half, foot, hazed(wall, haze, share))
    edge = x + away * 0.35 * half
    box(
        it,
        min(edge, x + away * half),
        top,
        max(edge, x + away * half),
        foot,
        hazed(scaled_light(wall, 0.45), haze, share),
    )
    glass = hazed((0.1, 0.16, 0.26), haze, share)
    pitch = 8 if share > 0.3 else 12
    for row in range(round(top) + pitch // 2, round(it.horizon + 0.4 * it.unit), pitch):
        stroke(it, (x - 0.86 * half, row), (x + 0.86 * half, row), glass, pitch * 0.4)
    if it.rng.chance(0.25):
        box(
            it,
            x - 0.5 * half,
            top - 0.12 * it.unit,
            x + 0.5 * half,
            top,
            hazed(scaled_light(wall, 0.8), haze, share),
        )
    if tall > 1.3:
        stroke(it, (x, top), (x, top - 0.3 * it.unit), hazed(wall, haze, share), 3)


def _fireworks(it: Canvas, sun: float) -> str:
    """Bursts in the night, a city's lights below them and on the river."""
    it.lens = 4
    it.sky((0.1, 0.05, 0.12), (0.006, 0.008, 0.03))
    smoke = (it.noise(260, 160, 4) - 0.45).clip(0, 1)[..., None]
    it.light += np.asarray(smoke * np.array((0.1, 0.06, 0.09)), np.float32)
    gold, rose, blue, green, white = (
        (1.0, 0.5, 0.1), (1.0, 0.08, 0.3), (0.16, 0.34, 1.0), (0.16, 0.9, 0.3), (0.9, 0.85, 0.75)
    )  # fmt: skip
    for x, up, reach, tint in (
        (-1.75, 1.5, 0.95, gold), (1.55, 1.75, 0.85, rose), (0.05, 2.15, 0.6, blue), (2.6, 0.95, 0.55, gold),
        (-0.75, 0.85, 0.4, green), (0.8, 0.8, 0.35, white), (-2.9, 0.9, 0.5, blue),
    ):  # fmt: skip
        _burst(it, x if sun < 0.5 else -x, up, reach, tint)
    for count, low, high, wide, tone in ((60, 0.12, 0.62, 0.24, 0.02), (34, 0.02, 0.36, 0.36, 0.008)):
        for k in range(count):
            x, tall = (k + it.rng.random()) / count * SIZE[1], low + (high - low) * it.rng.random() ** 2
            half, top = 0.5 * wide * it.unit * it.rng.uniform(0.7, 1.3), it.horizon - tall * it.unit
            box(it, x - half, top, x + half, it.horizon, (tone, tone, 1.6 * tone))
            for _ in range(round(26 * tall + 3)):
                at = (it.rng.uniform(x - half, x + half), it.rng.uniform(top + 4, it.horizon))
                lamp = it.rng.choice(((2.2, 1.2, 0.4), (2.4, 1.6, 0.8), (1.2, 1.4, 1.9), (1.6, 0.7, 0.2)))
                box(it, at[0], at[1], at[0] + 2, at[1] + 2, scaled_light(lamp, it.rng.uniform(0.4, 1.6)))
    it.sparks(170, (30, 17, 6), it.horizon - 0.07 * it.unit, it.horizon + 2)
    _mirrored(it)
    return "night of fireworks over a city"


def _burst(it: Canvas, x: float, up: float, reach: float, tint: Linear) -> None:
    """Sparks that fly from a point and begin to fall, in their own glow."""
    column, row = MIDDLE + x * it.unit, it.horizon - up * it.unit
    it.glow(column / SIZE[1], up, 1.1 * reach, scaled_light(tint, 0.16))
    for k in range(64):
        turn, far = (
            it.rng.uniform(0, 2 * math.pi),
            reach * it.unit * (1.0 if k % 3 else 0.6) * it.rng.uniform(0.8, 1.05),
        )
        for j in range(26):
            t = 0.22 + 0.78 * j / 25
            fall = 0.16 * reach * it.unit * t * t
            at = (round(row + far * t * math.sin(turn) + fall), round(column + far * t * math.cos(turn)))
            if 0 <= at[0] < it.horizon and 0 <= at[1] < SIZE[1]:
                heat = (0.4 + 2.6 * t**3) * (1 if j < 23 else 3)
                it.light[at] += np.asarray(
                    hazed(scaled_light(tint, heat), (heat, heat, heat), 0.1), np.float32
                )
    it.glow(column / SIZE[1], up, 0.12 * reach, scaled_light(hazed(tint, (1, 1, 1), 0.3), 0.9))


def _mirrored(it: Canvas) -> None:
    """A river: what stands over the horizon upside down, drawn out by ripples."""
    rows = np.arange(it.horizon, SIZE[0])
    shift = (it.noise(40, 5, 3) - 0.5) * 26
    source = (2 * it.horizon - rows[:, None] - 1 + shift[it.horizon :] * 1.0).clip(0, it.horizon - 1)
    columns = (it.columns[it.horizon :] + 0.4 * shift[it.horizon :]).clip(0, SIZE[1] - 1)
    seen = cv2.remap(it.light, columns.astype(np.float32), source.astype(np.float32), cv2.INTER_LINEAR)
    seen = cv2.GaussianBlur(seen, (0, 0), 1.5, sigmaY=9)
    it.light[it.horizon :] = 0.62 * seen + np.array((0.006, 0.008, 0.016), np.float32)


LANDSCAPES: dict[str, Callable[[Canvas, float], str]] = {
    "santorini": _santorini, "skyline": _skyline, "fireworks": _fireworks,
}  # fmt: skip
