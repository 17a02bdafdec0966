"""Grounds of loose pieces by the thousand: crumbs of soil, straw. Their tops are at height 0."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from bggen.train.scenes.matter.materials import solid
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.stage import masses
from bggen.train.scenes.stage.masses import Array, Faces
from bggen.train.scenes.stage.natural import fractal

#: units, half of a crumb -> how many a square unit
CRUMBS = ((0.042, 9), (0.026, 60), (0.016, 260), (0.0095, 1300), (0.0058, 5200))
MOULDS = 10  # unlike crumbs of each size
STALKS, LAYERS = 820, 0.13  # a square unit, and units that they are heaped up


def soil(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Garden soil: crumbs on crumbs, some of them clods, and a few bits of root."""
    many = masses.draws(rng)
    earth, root = materials
    step = 0.008
    bed = 0.011 * masses.clouds(many, step, 1.6, 0.15, 1.8)
    bed += 0.004 * masses.clouds(many, step, 0.15, 0.03, 1.2)
    bed -= np.quantile(bed, 0.99) + 0.02
    masses.sheet("soil", bed, earth, np.full(bed.shape, 0.25))
    for half, often in CRUMBS:
        fine = 3 if half > 0.012 else 2
        for _ in range(MOULDS):
            points, faces = _crumb(rng, fine)
            at = masses.spread(many, often / MOULDS, back)
            _strew(many, at, half, points, faces, bed, earth)
    _roots(many, back, bed, root)


def _crumb(rng: Rng, fine: int) -> tuple[Array, Faces]:
    """A lump about 1 from its middle, of clotted grains."""
    points, faces = masses.globe(fine)
    place = rng.uniform(0, 90)
    grown = 1 + 0.34 * fractal(points * 1.1, place, 2) + 0.16 * fractal(points * 3.4, place + 9, 2)
    return points * grown[:, None], faces


def _strew(
    many: np.random.Generator,
    at: Array,
    half: float,
    points: Array,
    faces: Faces,
    bed: Array,
    earth: Material,
) -> None:
    """One crumb many times over, each turned and sized another way, sunk into the bed."""
    count = len(at)
    turns = _turned(many, count)
    size = half * many.uniform(0.6, 1.25, count)[:, None] * many.uniform(0.75, 1.2, (count, 3))
    placed = np.einsum("nij,pj->npi", turns, points) * size[:, None]
    z = masses.at(bed, *at.T) + half * many.uniform(-0.5, 0.35, count)
    placed += np.concatenate([at, z[:, None]], 1)[:, None]
    joined = (faces[None] + np.arange(count)[:, None, None] * len(points)).reshape(-1, 3)
    tone = np.repeat(np.clip(many.normal(0.45, 0.16, count), 0, 1), len(points))
    masses.mass("crumbs", placed.reshape(-1, 3), joined, earth, tone)


def _turned(many: np.random.Generator, count: int) -> Array:
    """Rotations (n, 3, 3) drawn from all there are."""
    a, b, c, d = (q := many.standard_normal((4, count))) / np.linalg.norm(q, axis=0)
    return np.stack(
        [
            np.stack([1 - 2 * (c * c + d * d), 2 * (b * c - d * a), 2 * (b * d + c * a)], 1),
            np.stack([2 * (b * c + d * a), 1 - 2 * (b * b + d * d), 2 * (c * d - b * a)], 1),
            np.stack([2 * (b * d - c * a), 2 * (c * d + b * a), 1 - 2 * (b * b + c * c)], 1),
        ],
        1,
    )


def _roots(many: np.random.Generator, back: float, bed: Array, root: Material) -> None:
    """Short pale fibres that lie about, none of them near the stand."""
    at = masses.spread(many, 9, back)
    at = at[np.hypot(*at.T) > 0.3]
    t = np.linspace(-0.5, 0.5, 9)[None, :]
    turn, bend = many.uniform(0, 6.28, (len(at), 1)), many.normal(0, 1.6, (len(at), 1))
    long = many.uniform(0.03, 0.13, (len(at), 1))
    x = at[:, :1] + np.cumsum(np.cos(turn + bend * t), 1) * long / 9
    y = at[:, 1:] + np.cumsum(np.sin(turn + bend * t), 1) * long / 9
    z = masses.at(bed, x.mean(1), y.mean(1))[:, None] + 0.011 + 0.008 * np.cos(4 * t)
    half = many.uniform(0.0012, 0.003, (len(at), 1)) * (1 - np.abs(t))
    tone = np.repeat(many.random((len(at), 1)), 9, 1)
    masses.rods("roots", np.stack([x, y, z], 2), half, tone, root, 5)


def straw(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Stalks every way, layer on layer, some of them split or bent."""
    many = masses.draws(rng)
    masses.sheet("floor", np.full((40, 40), -LAYERS), solid((70, 50, 24), 0.95))
    at = masses.spread(many, STALKS, back, 0.5)
    count = len(at)
    t = np.linspace(-0.5, 0.5, 9)[None, :]
    long = many.uniform(0.25, 1.15, (count, 1))
    turn = many.uniform(0, math.pi, (count, 1)) + many.normal(0, 0.34, (count, 1)) * t
    knee = np.where(many.random((count, 1)) < 0.07, many.normal(0, 0.7, (count, 1)), 0.0)
    turn = turn + knee * (t > many.uniform(-0.3, 0.3, (count, 1)))
    x = at[:, :1] + np.cumsum(np.cos(turn), 1) * long / 9
    y = at[:, 1:] + np.cumsum(np.sin(turn), 1) * long / 9
    level = -LAYERS * many.random((count, 1)) ** 0.8
    z = level + many.normal(0, 0.03, (count, 1)) * t * long - many.uniform(0, 0.05, (count, 1)) * (2 * t) ** 2
    wide = many.uniform(0.0028, 0.0092, (count, 1))
    node = 1 + 0.25 * (many.random((count, 9)) < 0.06)
    z = np.minimum(z - wide, -0.006)
    tone = np.clip(many.normal(0.5, 0.2, (count, 1)) + many.normal(0, 0.04, (count, 9)), 0, 1)
    for part, flat in ((slice(0, count // 3), 0.75), (slice(count // 3, None), 0.35)):
        paths = np.stack([x, y, z], 2)[part]
        masses.rods("straw", paths, (wide * node)[part], tone[part], materials[0], 7, flat)
