"""Ears of wheat."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.bouquets import twine
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.florets import bead, bunch, frame
from bggen.train.scenes.matter.palette import Rng

_RIPE: Stops = [(0.0, (142, 98, 44)), (0.3, (192, 144, 74)), (0.6, (218, 176, 104)), (1.0, (240, 214, 156))]
_HUSK = [(0.001, 0.0), (0.15, 0.06), (0.225, 0.3), (0.2, 0.6), (0.1, 0.88), (0.03, 1.0), (0.001, 1.06)]


def _wheat(it: Corner) -> list[str]:
    """A bunch tied with twine; three ears."""
    x, y = it.spot(0.36)
    turn, tie = 0.2, np.array([x - 0.24, y - 0.06, 0.004])
    _stalks(it.rng, bunch(it.rng, tie, turn, 20, 0.5, 0.3), 0.66)
    twine(tie, turn, 20)
    x, y = it.spot(0.3)
    paths = []
    for dy, way in ((-0.07, -0.02), (0.0, 0.16), (0.05, 0.34)):
        to = f.heading(way)
        foot = np.array([x, y + dy, 0.006]) - 0.33 * to
        end = foot + it.rng.uniform(0.46, 0.56) * to + 0.02 * f.UP + 0.03 * np.cross(f.UP, to)
        paths.append(s.bow(foot, 0.26 * to + 0.03 * f.UP, end, 40))
    _stalks(it.rng, paths, 0.6)
    return ["wheat"]


def _stalks(rng: Rng, paths: list[s.Floats], start: float) -> None:
    """Straw, each with an ear from `start` (0..1) of its path on."""
    dice, parts = dice_of(rng), list[s.Patch]()
    for path in paths:
        thin = np.linspace(0.0036, 0.0021, len(path))
        parts.append(s.tube(path, thin, 0.55 + 0.3 * rng.random(), 9))
        knot, way = f.along(path, rng.uniform(0.3, 0.45))
        ring = np.array([knot - 0.003 * way, knot, knot + 0.003 * way])
        parts.append(s.tube(ring, np.array([0.0034, 0.0046, 0.0034]), 0.25, 9))
        parts += _ear(dice, path, start + rng.uniform(-0.05, 0.05))
    s.put("wheat", f.laid(parts, 0.005), s.tinted(_RIPE, 0.55, 0.1, relief=0.0006, grain=200))


def _ear(dice: np.random.Generator, path: s.Floats, start: float) -> list[s.Patch]:
    """Spikelets in two rows, of three husks each, lying over each other like tiles; each has its awn."""
    husk, rows = bead(_HUSK, 12, 14), 19
    side, ahead, n = frame(path[-1] - path[-10])
    spin = dice.uniform(0, math.pi)
    side, ahead = (
        math.cos(spin) * side + math.sin(spin) * ahead,
        math.cos(spin) * ahead - math.sin(spin) * side,
    )
    feet, ways, sizes = list[s.Floats](), list[s.Floats](), list[float]()
    for k in range(rows):
        at, _ = f.along(path, start + (0.985 - start) * k / rows)
        left = 1.0 if k % 2 else -1.0
        size = 0.036 * (0.72 + 0.28 * math.sin(math.pi * (0.12 + 0.8 * k / rows)))
        for fan in (-1.0, 0.0, 1.0):
            out = left * (0.75 if fan == 0 else 0.5) * side + 0.62 * fan * ahead
            feet.append(at + 0.0045 * out + (0.004 if fan == 0 else 0.0) * n)
            ways.append(n + 0.36 * out + dice.normal(0, 0.03, 3))
            sizes.append(size * dice.uniform(0.92, 1.06))
    at, _ = f.along(path, 0.985)
    feet.append(at)
    ways.append(n)
    sizes.append(0.03)
    foot, way, long = np.array(feet), np.array(ways), np.array(sizes)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    count = len(foot)
    grains = f.many(husk, foot, way, side, long, dice.uniform(-0.3, 0.1, count))
    tip = foot + way * long[:, None] * 0.98
    reach = dice.uniform(0.085, 0.14, (count, 1)) * (
        n + 0.42 * (way - n * (way @ n)[:, None]) + dice.normal(0, 0.035, (count, 3))
    )
    bend = dice.normal(0, 0.004, (count, 3))
    awns = np.stack(
        [tip, tip + 0.35 * reach + bend, tip + 0.7 * reach + bend, tip + reach - [0, 0, 0.004]], 1
    )
    half = np.broadcast_to(np.array([0.0013, 0.001, 0.0007, 0.0003]), awns.shape[:2])
    return [grains, s.strands(awns, half, 0.75 + 0.2 * dice.random((count, 1)) * np.ones((1, 4)))]


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"wheat": _wheat}
