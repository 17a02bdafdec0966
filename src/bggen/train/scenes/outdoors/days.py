"""Days outside painted as `landscapes` are: a market's stalls, a tennis court."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import cv2
import numpy as np

from bggen.train.scenes.matter.palette import Linear
from bggen.train.scenes.outdoors.canvas import SIZE, Canvas, mixed
from bggen.train.scenes.outdoors.strokes import box, dabs, fill, hazed, oval, scaled_light, spot, stroke

MIDDLE = SIZE[1] / 2
FRUIT: tuple[tuple[Linear, float], ...] = (  # a kind's colour, and its size
    ((0.86, 0.3, 0.01), 1.0), ((0.62, 0.02, 0.015), 1.0), ((0.3, 0.48, 0.03), 1.0), ((0.92, 0.6, 0.02), 0.95),
    ((0.12, 0.02, 0.12), 0.6), ((0.8, 0.06, 0.03), 0.7), ((0.9, 0.42, 0.16), 1.0), ((0.08, 0.22, 0.03), 1.3),
)  # fmt: skip


def _stalls(it: Canvas, sun: float) -> str:
    """Two stalls under striped awnings, crates of fruit in tiers before them, a sunny lane between."""
    it.lens = 4
    it.sky((0.9, 0.9, 0.86), (0.4, 0.6, 0.92))
    for k, tone in enumerate(((0.72, 0.5, 0.3), (0.78, 0.64, 0.46), (0.66, 0.4, 0.28), (0.74, 0.6, 0.42))):
        box(it, MIDDLE + (k - 2) * 0.62 * it.unit, it.horizon - (1.8 + 0.3 * (k % 2)) * it.unit,
            MIDDLE + (k - 1) * 0.62 * it.unit, SIZE[0], tone)  # fmt: skip
        for j in range(6):
            x, y = (
                MIDDLE + (k - 1.7 + 0.32 * (j % 2)) * 0.62 * it.unit,
                it.horizon - (1.55 - 0.45 * (j // 2)) * it.unit,
            )
            box(it, x, y, x + 0.1 * it.unit, y + 0.26 * it.unit, (0.14, 0.16, 0.16))
    greens: tuple[Linear, ...] = ((0.06, 0.16, 0.03), (0.16, 0.3, 0.05), (0.36, 0.48, 0.1))
    dabs(
        it,
        120,
        (
            MIDDLE - 0.6 * it.unit,
            it.horizon - 1.0 * it.unit,
            MIDDLE + 0.5 * it.unit,
            it.horizon - 0.1 * it.unit,
        ),
        (10, 7),
        greens,
    )
    it.lay(
        it.below(it.horizon + 0.1 * it.unit, 4),
        mixed(it.noise(80, 10, 4), (0.42, 0.37, 0.31), (0.62, 0.56, 0.48)),
    )
    it.glow(0.5, 0.9, 1.1, (0.34, 0.28, 0.16))
    red, green = (0.66, 0.03, 0.03), (0.03, 0.26, 0.12)
    first, second = (red, green) if it.rng.chance(0.5) else (green, red)
    _stall(it, -3.9, -0.5, first)
    _stall(it, 0.62, 4.0, second)
    return "market with stalls of fruit"


def _stall(it: Canvas, left: float, right: float, cloth: Linear) -> None:
    """An awning, the shade below it with a lamp, and three tiers of crates."""
    u, a, b = it.unit, MIDDLE + left * it.unit, MIDDLE + right * it.unit
    top, edge = it.horizon - 2.05 * u, it.horizon - 1.3 * u
    inside = (1 - ((it.rows - edge) / (1.5 * u)).clip(0, 1))[..., None] * np.array(
        (0.05, 0.035, 0.025)
    ) + 0.045
    mask = ((it.columns > a + 6) & (it.columns < b - 6) & (it.rows > edge - 4)).astype(np.float32)
    it.lay(mask, np.asarray(inside * np.array((1.3, 1.05, 0.8)), np.float32))
    for k in range(round((right - left) / 0.7)):  # what hangs at the back
        x = a + (0.35 + 0.7 * k) * u
        dabs(
            it,
            14,
            (x - 0.14 * u, edge + 0.25 * u, x + 0.14 * u, edge + 0.75 * u),
            (9, 13),
            ((0.3, 0.22, 0.05), (0.12, 0.16, 0.03), (0.34, 0.1, 0.03)),
        )
        oval(it, x + 0.34 * u, edge + 0.3 * u, (6, 7), (3.4, 2.2, 0.9))
    count = round((right - left) / 0.3)
    for k in range(count):  # stripes, broader below, each with a rounded end
        white = (0.86, 0.84, 0.79)
        x0, x1 = (a + (b - a) * (k + d) / count for d in (0, 1))
        t0, t1 = (a + (b - a) * (0.04 + 0.92 * (k + d) / count) for d in (0, 1))
        tone = cloth if k % 2 else white
        fill(it, [(t0, top), (t1, top), (x1 + 1, edge), (x0, edge)], tone)
        hem = scaled_light(tone, 0.72)
        box(it, x0, edge, x1, edge + 0.14 * u, hem)
        oval(it, (x0 + x1) / 2, edge + 0.14 * u, ((x1 - x0) / 2, 0.09 * u), hem)
    for x in (a + 0.06 * u, b - 0.06 * u):
        stroke(it, (x, edge), (x, SIZE[0]), (0.3, 0.2, 0.12), 8)
    shift = it.rng.randint(0, 7)
    for tier in range(3):
        row, size = it.horizon + (0.02 + 0.4 * tier) * u, 0.56 + 0.06 * tier
        x, k = left + 0.1, 0
        while x + size < right + 0.2:
            _crate(it, MIDDLE + x * u, row, size * u, FRUIT[(shift + 3 * tier + k) % len(FRUIT)])
            x, k = x + size + 0.02, k + 1


def _crate(it: Canvas, x: float, row: float, wide: float, fruit: tuple[Linear, float]) -> None:
    """A crate that leans to the camera, heaped with one kind of fruit."""
    box(it, x, row - 0.1 * wide, x + wide, row + 0.62 * wide, (0.08, 0.05, 0.03))
    colour, size = fruit
    r = 0.1 * wide * size
    down = row - 0.12 * wide
    while down < row + 0.36 * wide:
        at = x + r * it.rng.uniform(0.6, 1.2)
        while at < x + wide - 0.5 * r:
            tone = scaled_light(colour, it.rng.uniform(0.75, 1.2))
            oval(it, at, down, (r, r), scaled_light(tone, 0.5))
            oval(it, at - 0.15 * r, down - 0.2 * r, (0.82 * r, 0.76 * r), tone)
            oval(it, at - 0.3 * r, down - 0.42 * r, (0.26 * r, 0.22 * r), hazed(tone, (1.0, 1.0, 0.9), 0.5))
            at += 1.8 * r
        down += 1.35 * r
    box(it, x, row + 0.36 * wide, x + wide, row + 0.64 * wide, (0.42, 0.27, 0.13))
    box(it, x, row + 0.48 * wide, x + wide, row + 0.51 * wide, (0.2, 0.12, 0.06))
    if it.rng.chance(0.5):
        box(it, x + 0.36 * wide, row + 0.2 * wide, x + 0.64 * wide, row + 0.4 * wide, (0.85, 0.83, 0.76))


def _court(it: Canvas, sun: float) -> str:
    """A net across blue ground with white lines, green about it, a fence before trees."""
    it.lens = 5
    it.sky((0.62, 0.8, 0.98), (0.16, 0.4, 0.88))
    it.clouds(0.4, (0.98, 0.98, 1.0))
    trees = mixed(it.noise(40, 40, 4, 0.65), (0.03, 0.09, 0.02), (0.26, 0.4, 0.1))
    it.lay(it.below(it.ridge(110, 1.0, 1.7, 0.6), 5), trees)
    fence = it.horizon - 0.86 * it.unit
    it.lay(0.9 * it.below(float(fence), 2), (0.02, 0.1, 0.06))
    for k in range(-8, 9):
        stroke(
            it,
            (MIDDLE + (k + 0.4) * it.unit, fence - 0.3 * it.unit),
            (MIDDLE + (k + 0.4) * it.unit, it.horizon),
            (0.24, 0.28, 0.27),
            4,
        )
    stroke(it, (0, fence - 0.3 * it.unit), (SIZE[1], fence - 0.3 * it.unit), (0.3, 0.34, 0.33), 4)
    stroke(it, (0, fence), (SIZE[1], fence), (0.4, 0.44, 0.42), 3)
    tone = 0.94 + 0.12 * it.noise(140, 12, 4)[..., None]
    it.lay(
        it.below(it.horizon + 0.02 * it.unit, 2), np.asarray(tone * np.array((0.06, 0.22, 0.1)), np.float32)
    )
    blue = (0.035, 0.155, 0.4)
    deep, white = -1.35, (0.86, 0.88, 0.9)  # the ground below the eye
    corners = [spot(it, x, away, deep)[:2] for x, away in ((-7, 36), (7, 36), (7, 8.0), (-7, 8.0))]
    cover = np.zeros(SIZE, np.float32)
    cv2.fillPoly(cover, [np.array(corners).round().astype(np.int32)], 1.0)
    it.lay(cover, np.asarray(tone * np.array(blue), np.float32))
    for (x0, a0), (x1, a1) in (
        ((-5.4, 33), (5.4, 33)), ((-4.1, 24), (4.1, 24)), ((-5.4, 33), (-5.4, 8)), ((5.4, 33), (5.4, 8)),
        ((-4.1, 33), (-4.1, 8)), ((4.1, 33), (4.1, 8)), ((0, 24), (0, 13)), ((-4.1, 11.2), (4.1, 11.2)),
    ):  # fmt: skip
        steps = [spot(it, x0 + (x1 - x0) * t / 12, a0 + (a1 - a0) * t / 12, deep) for t in range(13)]
        for one, two in pairwise(steps):
            stroke(it, one[:2], two[:2], white, max(2.0, 0.1 * two[2]))
    _net(it, deep)
    it.glow(sun, 2.0, 1.7, (0.2, 0.18, 0.12))
    return "tennis court"


def _net(it: Canvas, deep: float) -> None:
    """A dark mesh with a white band along its upper edge, lower in the middle, between two posts."""
    mesh, away, high = np.zeros(SIZE, np.float32), 15.0, 1.5
    sag = [(x, deep + high - 0.16 * (1 - (x / 6) ** 2)) for x in (-6, -4.5, -3, -1.5, 0, 1.5, 3, 4.5, 6)]
    upper = [spot(it, x, away, up)[:2] for x, up in sag]
    lower = [spot(it, x, away, deep)[:2] for x in (6, -6)]
    cv2.fillPoly(mesh, [np.array([*upper, *lower]).round().astype(np.int32)], 0.62)
    it.lay(mesh, (0.015, 0.02, 0.03))
    for one, two in pairwise(upper):
        stroke(it, one, two, (0.9, 0.9, 0.88), 11)
    foot, top = spot(it, 0, away, deep)[:2], upper[4]
    stroke(it, foot, top, (0.85, 0.85, 0.84), 6)
    for end in (upper[0], upper[-1]):
        stroke(it, (end[0], end[1] - 6), (end[0], lower[0][1]), (0.02, 0.06, 0.04), 11)


LANDSCAPES: dict[str, Callable[[Canvas, float], str]] = {"stalls": _stalls, "court": _court}
