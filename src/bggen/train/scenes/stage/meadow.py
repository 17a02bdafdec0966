"""A lawn looked down on: long blades that lie every way, clover here and there, shade between them."""

from __future__ import annotations

import math

import numpy as np

from bggen.train.scenes.matter.materials import solid
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.matter.rough import thin
from bggen.train.scenes.stage import masses
from bggen.train.scenes.stage.masses import Array

DEEP = 0.17  # units that its soil lies below what stands on it
BLADES, CLOVERS = 5200, 30  # a square unit
BACK = 1.4  # units behind the stand


def above(rng: Rng) -> Material:
    """Blades of grass in their thousands; returns what they are made of."""
    many = masses.draws(rng)
    greens = [
        (0.0, (16.0, 34.0, 8.0)), (0.35, (46.0, 88.0, 20.0)), (0.6, (86.0, 134.0, 36.0)),
        (0.85, (132.0, 172.0, 58.0)), (1.0, (186.0, 196.0, 104.0)),
    ]  # fmt: skip
    grass = thin("grass", greens, 0.42)
    soil = masses.clouds(many, 0.04, 1.2, 0.1, 1.6) * 0.01 - DEEP
    masses.sheet("floor", soil, solid((22, 30, 10), 0.9))
    tufts, tones = (masses.clouds(many, 0.02, long, 0.12, 1.3) for long in (0.5, 0.9))
    roots = masses.spread(many, BLADES, BACK)
    _grow(many, roots, tufts, tones, grass)
    _clover(many, tones)
    return grass


def _grow(many: np.random.Generator, roots: Array, tufts: Array, tones: Array, grass: Material) -> None:
    """Blades that lean as their tuft does, the more the longer."""
    count = len(roots)
    x, y = roots.T
    turn = 2.4 * masses.at(tufts, x, y) + many.normal(0, 1.1, count)
    long = many.uniform(0.16, 0.36, count) * (1 + 0.12 * masses.at(tufts, y, x))
    lean = np.clip(many.normal(0.75, 0.28, count), 0.1, 1.35)  # radians from upright, at the tip
    t = np.linspace(0, 1, 6)[None, :]
    tilt = lean[:, None] * (0.25 + 0.95 * t**1.3)
    out = np.cumsum(np.sin(tilt), 1) * long[:, None] / 6
    up = np.cumsum(np.cos(tilt), 1) * long[:, None] / 6
    swing = turn[:, None] + many.normal(0, 0.35, count)[:, None] * t
    z = up - up[:, :1] - DEEP
    paths = np.stack([x[:, None] + out * np.cos(swing), y[:, None] + out * np.sin(swing), z], 2)
    wide = many.uniform(0.006, 0.0115, count)[:, None]
    half = wide * np.minimum(1.0, 2.4 * (1.02 - t)) ** 0.8 * (0.75 + 0.25 * t)
    own = 0.4 + 0.13 * masses.at(tones, x, y) / 2 + many.normal(0, 0.085, count)
    own = np.where(many.random(count) < 0.025, 0.95, own)  # a few dry ones
    tone = np.clip(own[:, None] + 0.26 * (t - 0.35), 0, 1)
    masses.blades("grass", paths, half, tone, grass, many.normal(0, 0.5, count))


def _clover(many: np.random.Generator, tones: Array) -> None:
    """Leaves of three round parts with a pale bow, in patches."""
    places = masses.spread(many, CLOVERS * 4, BACK)
    places = places[masses.at(tones, *places.T) > 0.75]
    greens = [(0.0, (38.0, 88.0, 22.0)), (0.5, (72.0, 128.0, 36.0)), (1.0, (124.0, 166.0, 82.0))]
    leaf = thin("clover", greens, 0.5)
    rings, around = np.array([0.0, 0.35, 0.55, 0.75, 1.0]), np.linspace(0, 2 * math.pi, 14, endpoint=False)
    reach = 1 - 0.22 * np.exp(-((np.mod(around + math.pi, 2 * math.pi) - math.pi) ** 2) / 0.05)
    flat = np.stack([np.outer(rings, np.cos(around) * reach) + 1, np.outer(rings, np.sin(around))], 2)
    bow = np.exp(-((np.hypot(flat[..., 0] - 0.25, 0.8 * flat[..., 1]) - 0.75) ** 2) / 0.012)
    index = np.arange(flat[..., 0].size).reshape(len(rings), len(around))
    after = np.roll(index, -1, 1)
    faces = np.stack([index[:-1], after[:-1], after[1:], index[1:]], 2).reshape(-1, 4)
    points, shades, joined = list[Array](), list[Array](), list[masses.Faces]()
    for x, y in places.tolist():
        size, turn, z = many.uniform(0.02, 0.034), many.uniform(0, 6.28), many.uniform(-0.03, 0.03)
        tilt, own = many.normal(0, 0.25, 2), many.normal(0.3, 0.12)
        for part in range(3):
            angle = turn + 2 * math.pi * part / 3
            c, s = math.cos(angle) * size, math.sin(angle) * size
            px, py = flat[..., 0] * c - flat[..., 1] * s, flat[..., 0] * s + flat[..., 1] * c
            fold = 0.25 * size * np.abs(flat[..., 1]) - 0.2 * (px**2 + py**2) / size
            pz = z + tilt[0] * px + tilt[1] * py + fold
            joined.append(faces + len(points) * flat[..., 0].size)
            points.append(np.stack([px + x, py + y, pz], 2).reshape(-1, 3))
            shades.append(np.clip(own + 0.3 * bow, 0, 1).ravel())
    if points:
        masses.mass("clover", np.concatenate(points), np.concatenate(joined), leaf, np.concatenate(shades))
