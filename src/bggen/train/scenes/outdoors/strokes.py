"""What painted places are put together from: true perspective, filled shapes, rows of things to far away."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from bggen.train.scenes.matter.palette import Linear
from bggen.train.scenes.outdoors.canvas import SIZE, Canvas, Floats

EYE = 9.6  # units from the camera to a picture
Spot = tuple[float, float]


def spot(it: Canvas, x: float, away: float, up: float = 0.0) -> tuple[float, float, float]:
    """Column, row and pixels a unit of what is `x` units aside, `away` from the eye and `up` above it."""
    scale = it.unit * EYE / away
    return SIZE[1] / 2 + x * scale, it.horizon - up * scale, scale


def fill(it: Canvas, points: Sequence[Spot], colour: Linear) -> None:
    """A filled outline of (column, row)."""
    cv2.fillPoly(it.light, [np.array(points, np.float32).round().astype(np.int32)], list(colour))


def inside(points: Sequence[Spot], soft: float = 0.0) -> Floats:
    """(h, w): 1 inside an outline, for `lay`."""
    cover = np.zeros(SIZE, np.float32)
    cv2.fillPoly(cover, [np.array(points, np.float32).round().astype(np.int32)], 1.0)
    return np.asarray(cv2.GaussianBlur(cover, (0, 0), soft) if soft else cover, np.float32)


def oval(it: Canvas, x: float, y: float, half: Spot, colour: Linear, turn: float = 0.0) -> None:
    """A filled ellipse, `turn` in degrees."""
    size = (max(round(half[0]), 1), max(round(half[1]), 1))
    cv2.ellipse(it.light, (round(x), round(y)), size, turn, 0, 360, list(colour), -1)


def stroke(it: Canvas, a: Spot, b: Spot, colour: Linear, wide: float) -> None:
    """A stroke `wide` pixels across."""
    ends = [(round(x), round(y)) for x, y in (a, b)]
    cv2.line(it.light, ends[0], ends[1], list(colour), max(round(wide), 1))


def box(it: Canvas, left: float, top: float, right: float, foot: float, colour: Linear) -> None:
    """A filled upright rectangle."""
    cv2.rectangle(it.light, (round(left), round(top)), (round(right), round(foot)), list(colour), -1)


def rows_of(it: Canvas, far: float, near: float, step: float, apart: float) -> Iterator[tuple[float, float]]:
    """(x, away) of plants from far to near, in rows each nearer by `step` of itself, `apart` units aside."""
    away = far
    while away > near:
        half = 0.56 * SIZE[1] / it.unit * away / EYE
        gap = max(apart, half / 110)  # far ones are a haze of colour in any case
        x = -half - it.rng.uniform(0, gap)
        while x < half:
            yield x + it.rng.uniform(-0.4, 0.4) * gap, away * it.rng.uniform(1 - step, 1)
            x += gap
        away *= 1 - step


def dabs(
    it: Canvas, count: int, frame: tuple[float, float, float, float], half: Spot, colours: Sequence[Linear]
) -> None:
    """Leaves: ovals turned anyhow, in a frame (left, top, right, foot), each of its own tone."""
    left, top, right, foot = frame
    for _ in range(count):
        size = it.rng.uniform(0.6, 1.3)
        tone = scaled_light(it.rng.choice(list(colours)), it.rng.uniform(0.7, 1.25))
        at = (it.rng.uniform(left, right), it.rng.uniform(top, foot))
        oval(it, *at, (half[0] * size, half[1] * size), tone, it.rng.uniform(0, 180))


def scaled_light(light: Linear, by: float) -> Linear:
    """More or less of a light."""
    r, g, b = (part * by for part in light)
    return r, g, b


def hazed(light: Linear, haze: Linear, share: float) -> Linear:
    """Light through haze."""
    r, g, b = (a + share * (h - a) for a, h in zip(light, haze, strict=True))
    return r, g, b


def star(x: float, y: float, reach: float, inner: float, points: int, turn: float, flat: float) -> list[Spot]:
    """An outline of pointed petals about (x, y), its height times `flat`."""
    found = []
    for k in range(2 * points):
        r, a = reach * (inner if k % 2 else 1.0), turn + math.pi * k / points
        found.append((x + r * math.cos(a), y + flat * r * math.sin(a)))
    return found


def clump(
    it: Canvas, at: Spot, reach: float, count: int, half: Spot, colours: Sequence[Linear], sun: float
) -> None:
    """Leaves or flowers heaped about a place, lighter above and towards the sun's side, darker below."""
    for _ in range(count):
        aside, down = it.rng.gauss(0, 0.5), it.rng.gauss(0, 0.42)
        lit = (0.95 - 0.42 * down + (0.22 if sun > 0.5 else -0.22) * aside) * it.rng.uniform(0.8, 1.15)
        tone, size = scaled_light(it.rng.choice(list(colours)), max(lit, 0.45)), it.rng.uniform(0.7, 1.3)
        spread = (half[0] * size, half[1] * size)
        oval(it, at[0] + aside * reach, at[1] + down * reach, spread, tone, it.rng.uniform(0, 180))
