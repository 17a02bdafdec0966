"""What many flowers share: stems in a bunch, whorls of petals, hearts of many florets."""

from __future__ import annotations

import math

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops
from bggen.train.scenes.matter.palette import Rng

#: a ball's profile, for `bead`
BALL = [(0.001, -0.5), (0.42, -0.3), (0.5, 0.0), (0.4, 0.3), (0.001, 0.5)]
STALK: Stops = [(0.0, (142, 152, 92)), (0.5, (98, 128, 62)), (1.0, (70, 102, 48))]


def bunch(rng: Rng, at: s.Floats, turn: float, count: int, long: float, spread: float) -> list[s.Floats]:
    """Lying stems that cross at `at` and fan out to their heads, the lowest first."""
    to, aside = f.heading(turn), f.heading(turn + math.pi / 2)
    thick = 0.006 * math.sqrt(count)
    paths = []
    for k in range(count):
        fan = spread * ((k * 0.618) % 1.0 * 2 - 1)
        high = (k + rng.random()) / count
        around = 2.4 * k
        tie = (
            at + thick * math.sqrt(high) * (math.cos(around) * aside + math.sin(around) * f.UP) + thick * f.UP
        )
        reach = long * rng.uniform(0.78, 1.05)
        head = tie + reach * (math.cos(fan) * to + math.sin(fan) * aside) + (0.015 + 0.09 * high) * f.UP
        head[2] = max(head[2], 0.03)
        foot = tie - rng.uniform(0.26, 0.36) * long * (to + 0.5 * math.sin(fan) * aside)
        foot[2] = 0.006 + 0.03 * high
        t = 0.26
        middle = (tie - (1 - t) ** 2 * foot - t**2 * head) / (2 * t * (1 - t))
        paths.append(s.bow(foot, middle - foot, head, 40))
    return paths


def bead(profile: list[tuple[float, float]], columns: int = 8, rows: int = 9) -> s.Patch:
    """A small body of revolution along +y, its shade 0 at its foot, 1 at its tip."""
    rings, _ = s.spun(profile, columns, rows)
    shade = np.repeat(np.linspace(0, 1, rows)[:, None], columns, 1)
    return s.turned(s.sheet(rings, shade, around=True), (-math.pi / 2, 0, 0))


def frame(n: s.Floats) -> tuple[s.Floats, s.Floats, s.Floats]:
    """Two directions across a normal, and the normal."""
    n = n / np.linalg.norm(n)
    a = np.cross(n, np.array([0.31, 0.87, 0.4]))
    a = a / np.linalg.norm(a)
    return a, np.cross(n, a), n


def whorl(
    rng: Rng,
    petal: s.Patch,
    at: s.Floats,
    n: s.Floats,
    count: int,
    out: float,
    rise: float,
    shift: float = 0.0,
) -> s.Patch:
    """Petals about a normal, their feet `out` from it, `rise` radians towards it; they look to it."""
    a, b, n = frame(n)
    drift = np.array([rng.uniform(-0.18, 0.18) for _ in range(count)])
    turns = shift + 2 * math.pi * (np.arange(count) + drift) / count
    flat = np.cos(turns)[:, None] * a + np.sin(turns)[:, None] * b
    tilt = rise + np.array([rng.uniform(-0.14, 0.14) for _ in range(count)])
    ways = np.cos(tilt)[:, None] * flat + np.sin(tilt)[:, None] * n
    sizes = np.array([rng.uniform(0.88, 1.08) for _ in range(count)])
    tones = np.array([rng.uniform(-0.08, 0.08) for _ in range(count)])
    # where petals stand upright, their upper side is the inner one
    return f.many(petal, at + out * flat, ways, n - 0.001 * a, sizes, tones)


def disc(at: s.Floats, n: s.Floats, r: float, dome: float, count: int, one: s.Patch, tone: float) -> s.Patch:
    """Florets in a sunflower's spiral on a dome; brighter by `tone` at its rim."""
    a, b, n = frame(n)
    k = np.arange(count) + 0.5
    away, turns = np.sqrt(k / count), 2.39996 * k
    flat = np.cos(turns)[:, None] * a + np.sin(turns)[:, None] * b
    feet = at + r * away[:, None] * flat + (dome * (1 - away**2))[:, None] * n
    ways = n + (2 * dome / r * away)[:, None] * flat
    sizes = 1.7 * r / math.sqrt(count) * (0.75 + 0.35 * away)
    return f.many(one, feet, ways, a, sizes, tone * (away - 0.5))
