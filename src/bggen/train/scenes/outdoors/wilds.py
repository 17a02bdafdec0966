"""Wild places painted as `landscapes` are: northern lights, under water, a waterfall, a lake in mist."""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np

from bggen.train.scenes.matter.palette import Linear
from bggen.train.scenes.outdoors.canvas import SIZE, Canvas, Floats, mixed
from bggen.train.scenes.outdoors.strokes import dabs, oval, stroke

MIDDLE = SIZE[1] / 2


def firs(it: Canvas, line: Floats, count: int, tall: float, colour: Linear, soft: float = 2.0) -> None:
    """A wood of firs along a line of rows, about `tall` units high."""
    top = line.copy()
    for _ in range(count):
        x = it.rng.uniform(0, SIZE[1])
        high = tall * it.unit * it.rng.uniform(0.45, 1.1)
        half = 0.2 * high
        near = np.arange(max(int(x - half), 0), min(int(x + half) + 1, SIZE[1]))
        if len(near):
            part = 1 - np.abs(near - x) / half
            ragged = part + 0.08 * np.sin(near * 1.7 + x)
            top[near] = np.minimum(top[near], line[near] - high * ragged.clip(0, 1))
    it.lay(it.below(top.astype(np.float32), soft), colour)


def _aurora(it: Canvas, sun: float) -> str:
    """Green curtains, violet at their upper ends, over snow that shines in their light."""
    it.lens = 5
    it.sky((0.03, 0.1, 0.16), (0.008, 0.014, 0.06))
    it.sparks(110, (7, 8, 10), 0, it.horizon - 0.8 * it.unit)
    for base, reach, swing, strength in (
        (0.62, 1.5, 0.34, 0.75),
        (1.15, 1.5, 0.5, 0.55),
        (0.3, 0.9, 0.2, 0.4),
    ):
        _curtain(it, base, reach, swing, strength)
    far = mixed(it.noise(70, 40, 5), (0.04, 0.11, 0.14), (0.16, 0.34, 0.34))
    it.lay(it.below(it.ridge(240, 0.1, 0.75, 0.5), 3), far)
    line = it.ridge(320, -0.05, 0.16, 0.3)
    firs(it, line, 60, 0.34, (0.008, 0.024, 0.028))
    side = np.abs(it.columns[0] / SIZE[1] - 0.5)
    near = np.asarray(line + (0.2 - 0.5 * (side - 0.22).clip(0, 1)) * it.unit, np.float32)
    it.lay(it.below(near - 12, 8), mixed(it.noise(200, 26, 4), (0.1, 0.24, 0.27), (0.24, 0.46, 0.44)))
    for x, tall in (
        (0.205, 1.9),
        (0.285, 1.45),
        (0.33, 0.8),
        (0.795, 1.7),
        (0.735, 1.15),
        (0.69, 0.65),
        (0.85, 1.9),
    ):
        _fir(it, x * SIZE[1], float(near[int(x * SIZE[1])]) + 6, tall * it.unit)
    return "night of northern lights over snow"


def _curtain(it: Canvas, base: float, reach: float, swing: float, strength: float) -> None:
    """A band of light that hangs in folds, its foot `base` units up; `reach` units high."""
    phase = it.rng.uniform(0, 6.28)
    x = it.columns[0] / SIZE[1]
    foot = base + swing * (np.sin(5.2 * x + phase) + 0.45 * np.sin(11 * x + 2.1 * phase))
    rays = it.noise(16, SIZE[0], 4, 0.7)[0]
    broad = it.noise(240, SIZE[0], 2)[0]
    up = (it.horizon - it.rows) / it.unit - foot[None]
    high = reach * (0.6 + 0.8 * rays)[None]
    body = np.where(up > 0, np.exp(-2.2 * up / high), np.exp(-((up / 0.09) ** 2)))
    body *= ((0.35 + 1.3 * rays) * (0.3 + 1.3 * broad.clip(0, 1)))[None] * strength
    violet = ((up / high) * 1.1 - 0.1).clip(0, 1)[..., None]
    colour = np.array((0.05, 0.95, 0.34)) * (1 - violet) + np.array((0.5, 0.1, 0.75)) * violet
    it.light += np.asarray(body[..., None] * colour, np.float32)


def _fir(it: Canvas, x: float, foot: float, tall: float) -> None:
    """A fir against the light, snow on its boughs."""
    down = (it.rows - foot + tall) / tall
    boughs = 0.72 + 0.28 * np.abs(np.sin(down * 15 + x))
    cover = ((1 - np.abs(it.columns - x) / np.maximum(0.24 * tall * down * boughs, 1e-3)) * 4).clip(0, 1)
    cover = (cover * (down > 0) * (it.rows < foot)).astype(np.float32)
    white = ((it.noise(12, 8, 3) - 0.5) * 5).clip(0, 1)
    it.lay(cover, mixed(white, (0.01, 0.03, 0.035), (0.14, 0.3, 0.3)))


def _underwater(it: Canvas, sun: float) -> str:
    """Blue depth, shafts of light from the surface, a reef that fades into it."""
    it.lens = 6
    deep = (it.rows / it.horizon).clip(0, 1).astype(np.float32)
    it.light = mixed(deep**0.8, (0.2, 0.72, 0.8), (0.01, 0.17, 0.34))
    source = (sun * SIZE[1], -1.2 * it.unit)
    turn = np.arctan2(it.columns - source[0], it.rows - source[1])
    place = ((turn + math.pi / 2) / math.pi * (SIZE[1] - 1)).clip(0, SIZE[1] - 1).astype(int)
    beams = ((it.noise(26, SIZE[0], 3, 0.6)[0] - 0.42) * 3).clip(0, 1)[place]
    away = np.hypot(it.columns - source[0], it.rows - source[1]) / it.unit
    it.light += np.asarray((beams * np.exp(-away / 3.2))[..., None] * np.array((0.45, 0.75, 0.7)), np.float32)
    it.glow(sun, 3.6, 1.8, (0.5, 0.7, 0.66))
    for wide, low, high, share in ((150, -0.05, 0.85, 0.7), (110, -0.35, 0.55, 0.36)):
        middle = (np.abs(it.columns[0] / SIZE[1] - 0.5) * 3.4).clip(0, 1) ** 1.5
        line = it.ridge(wide, low, high, 0.6)
        line = np.asarray(line + (1 - middle) * 0.5 * it.unit, np.float32)
        reef = mixed(it.noise(20, 20, 4, 0.65), (0.01, 0.05, 0.1), (0.42, 0.16, 0.2))
        water = np.array((0.02, 0.22, 0.38), np.float32)
        it.lay(it.below(line, 4), np.asarray(reef + share * (water - reef), np.float32))
    for _ in range(26):  # a shoal
        x, y = (
            MIDDLE + it.rng.gauss(-1.1 if sun > 0.5 else 1.1, 0.5) * it.unit,
            it.horizon - it.rng.gauss(1.15, 0.22) * it.unit,
        )
        oval(it, x, y, (9, 4), (0.01, 0.1, 0.2), -8)
        stroke(it, (x + 8, y - 1), (x + 14, y - 5), (0.01, 0.1, 0.2), 3)
    sand = mixed(it.noise(80, 8, 4), (0.1, 0.38, 0.46), (0.26, 0.58, 0.6))
    it.lay(it.below(it.horizon + 0.42 * it.unit, 46), sand)
    return "underwater scene with light rays"


def _crag(it: Canvas, wide: float, tall: float, stone: Linear, moss: float) -> Floats:
    """(h, w, 3): rock whose upper sides are lit, moss on a share of them."""
    height = it.noise(wide, tall, 6, 0.56)
    slope = np.gradient(cv2.GaussianBlur(height, (0, 0), 1.2), axis=0)
    lit = (0.32 + 26 * slope + 0.5 * (height - 0.5)).clip(0.04, 1.3)
    rock = np.asarray(lit[..., None] * np.array(stone, np.float32), np.float32)
    green = mixed(it.noise(9, 7, 3), (0.05, 0.12, 0.015), (0.2, 0.34, 0.05)) * (0.35 + 0.9 * lit)[..., None]
    cover = ((it.noise(130, 80, 4) + 0.5 * (lit - 0.4) - 1 + moss) * 6).clip(0, 0.92)[..., None]
    return np.asarray(rock + cover * (green - rock), np.float32)


def _waterfall(it: Canvas, sun: float) -> str:
    """White water between dark rocks with moss, a pool and spray below, leaves at the top."""
    it.lens = 5
    it.light = _crag(it, 150, 90, (0.15, 0.15, 0.145), 0.52)
    side = np.abs(it.columns / SIZE[1] - 0.5)
    it.light *= (0.55 + 1.3 * side.clip(0, 0.4))[..., None]  # the gorge is darker in its middle
    left, top = MIDDLE + (0.1 if sun < 0.5 else -0.1) * it.unit, it.horizon - 3.9 * it.unit
    foot = it.horizon + 0.45 * it.unit
    down = ((it.rows - top) / (foot - top)).clip(0, 1)
    half = (0.36 + 0.42 * down + 0.07 * np.sin(9 * down) + 0.12 * (it.noise(60, 60, 4) - 0.5)) * it.unit
    streaks = it.noise(16, 420, 5, 0.72) + 0.35 * (it.noise(60, 90, 4) - 0.5)
    body = ((half - np.abs(it.columns - left)) / 14).clip(0, 1) * (it.rows < foot)
    water = mixed(((streaks - 0.3) * 2.4).clip(0, 1), (0.2, 0.3, 0.36), (0.92, 0.96, 1.0))
    it.lay(np.asarray(body * (0.55 + 0.9 * streaks).clip(0, 0.97), np.float32), water)
    it.lay(it.below(foot, 8), mixed(it.noise(120, 10, 4), (0.015, 0.08, 0.085), (0.1, 0.3, 0.28)))
    away = np.hypot((it.columns - left) / 2.1, it.rows - foot) / it.unit
    spray = np.exp(-((away / 0.34) ** 2)) * (0.5 + 0.7 * it.noise(60, 40, 4))
    it.lay(np.asarray(spray.clip(0, 0.95), np.float32), (0.9, 0.95, 0.97))
    crag = _crag(it, 70, 40, (0.2, 0.195, 0.185), 0.5)
    for x in (-2.7, -2.2, -1.75, -1.3, 1.4, 1.9, 2.35, 2.8):
        column, row = MIDDLE + x * it.unit, foot + it.rng.uniform(-0.02, 0.3) * it.unit
        wide, tall = it.rng.uniform(0.3, 0.48) * it.unit, it.rng.uniform(0.22, 0.4) * it.unit
        cover = np.zeros(SIZE, np.float32)
        cv2.ellipse(
            cover,
            (round(column), round(row)),
            (round(wide), round(tall)),
            it.rng.uniform(-12, 12),
            0,
            360,
            1.0,
            -1,
        )
        shade = (1.25 - 0.9 * ((it.rows - row) / tall)).clip(0.15, 1.8)[..., None]
        it.lay(np.asarray(cv2.GaussianBlur(cover, (0, 0), 3)), np.asarray(crag * shade, np.float32))
    greens: tuple[Linear, ...] = ((0.02, 0.07, 0.012), (0.06, 0.17, 0.025), (0.16, 0.32, 0.05))
    for x in (-3.4, -2.75, -2.2, -1.6, 1.8, 2.3, 2.9, 3.5):
        column, up = MIDDLE + x * it.unit, it.horizon - it.rng.uniform(1.6, 2.5) * it.unit
        dabs(it, 90, (column - 60, up - 110, column + 60, up + 20), (14, 5), greens)
    return "waterfall"


def _lake(it: Canvas, sun: float) -> str:
    """Still water that mirrors shores of firs, each paler in the mist than the one before it."""
    it.lens = 5
    it.sky((0.98, 0.66, 0.44), (0.22, 0.4, 0.68))
    it.glow(sun, 0.7, 1.6, (0.4, 0.2, 0.06))
    mist = (0.8, 0.7, 0.62)
    it.lay(it.below(it.ridge(330, 0.7, 1.6, 0.42), 4), (0.4, 0.44, 0.56))
    it.lay(it.below(it.ridge(240, 0.35, 0.9, 0.45), 4), (0.24, 0.32, 0.42))
    for low, high, tall, tint in (
        (0.2, 0.5, 0.34, (0.13, 0.2, 0.25)), (0.02, 0.24, 0.46, (0.06, 0.11, 0.12)),
    ):  # fmt: skip
        shore = it.ridge(300, low, high, 0.4)
        firs(it, shore, 130, tall, tint, 3)
        bank = (1.5 * it.noise(300, 50, 3) - 0.25).clip(0, 1)
        up = (it.horizon - it.rows) / it.unit - 0.5 * low
        it.lay(np.asarray(bank * np.exp(-((up / 0.24) ** 2)) * 0.85, np.float32), mist)
    side = 1 if sun < 0.5 else -1  # a near shore, opposite the sun
    out = side * (it.columns[0] - MIDDLE) / it.unit - 1.15
    near = it.horizon + (0.08 - 0.12 * out.clip(0, None) - 1.6 * out.clip(None, 0)) * it.unit
    firs(it, np.asarray(near, np.float32), 120, 1.15, (0.016, 0.04, 0.035), 3)
    _still(it, it.horizon + 6)
    fog = np.exp(-(((it.rows - it.horizon + 4) / 24) ** 2)) * (1.6 * it.noise(260, 40, 3) - 0.4).clip(0, 1)
    it.lay(np.asarray(fog * 0.75, np.float32), mist)
    return "misty lake"


def _still(it: Canvas, shore: int) -> None:
    """Water below a row, that shows what stands over it upside down, a little darker, drawn by ripples."""
    rows = np.arange(shore, SIZE[0])
    ripple = (it.noise(120, 5, 3) - 0.5)[shore:] * (14 * (rows - shore) / 110 + 2)[:, None]
    source = (2 * shore - rows[:, None] - 1 + ripple).clip(0, shore - 1).astype(np.float32)
    seen = cv2.remap(it.light, it.columns[shore:] + 0.3 * ripple.astype(np.float32), source, cv2.INTER_LINEAR)
    deep = ((rows - shore) / 130).clip(0, 1)[:, None, None]
    it.light[shore:] = seen * (0.86 - 0.3 * deep) + 0.05 * deep * np.array((0.4, 0.6, 0.7), np.float32)


LANDSCAPES: dict[str, Callable[[Canvas, float], str]] = {
    "aurora": _aurora, "underwater": _underwater, "waterfall": _waterfall, "lake": _lake,
}  # fmt: skip
