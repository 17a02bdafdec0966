"""Grounds of a wild place that end before what is behind them, as tables do. Their tops are near height 0."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from bggen.train.scenes.afield import stones
from bggen.train.scenes.afield import terrain as t
from bggen.train.scenes.dressing.fall import maple, oak_leaf
from bggen.train.scenes.matter.materials import solid
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.stage import masses
from bggen.train.scenes.stage.masses import Array

LEAVES, HEAPED = 300, 0.13  # a square unit, and units that they are heaped up
LONG = (0.2, 0.38)  # units
MOULDS = 7  # unlike leaves


def leaves(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Maple's and oak's, any way round, the brown last of `materials` below; a product's are level."""
    many = masses.draws(rng)
    masses.sheet("floor", np.full((40, 40), -HEAPED - 0.02), solid((52, 32, 18), 0.95))
    at = masses.spread(many, LEAVES, back, 0.5)
    deep = many.random(len(at)) ** 1.2  # 0 on top
    of = many.integers(0, len(materials), len(at))
    of = np.where(many.random(len(at)) < 0.7 * deep, len(materials) - 1, of)
    mould = many.integers(0, MOULDS, len(at))
    lean = 0.3 * np.clip((np.hypot(*at.T) - 0.3) / 0.5, 0.3, 1)
    for j in range(MOULDS):
        points, faces, shade = _leaf(rng, j)
        for k, stuff in enumerate(materials):
            here = (of == k) & (mould == j)
            count = int(here.sum())
            size = many.uniform(*LONG, count)[:, None] * np.stack(
                [many.uniform(0.8, 1.1, count), np.ones(count), many.uniform(0.5, 1.5, count)], 1
            )
            over = np.where(many.random(count) < 0.35, -1.0, 1.0)  # some lie on their faces
            size[:, 0], size[:, 2] = size[:, 0] * over, size[:, 2] * over
            tone = shade + many.normal(0, 0.13, count)[:, None] + 0.15 * deep[here, None]
            places = np.column_stack([at[here], -0.012 - HEAPED * deep[here]])
            t.strewn("leaf", (points, faces), places, t.lying(many, count, lean[here]), size, tone, stuff)


def _leaf(rng: Rng, number: int) -> tuple[Array, masses.Faces, Array]:
    """Points, faces and shades of one about 1 long, its middle at the origin; every third is an oak's."""
    leaf = oak_leaf(rng, 1.0) if number % 3 == 2 else maple(rng, 1.0, 2)
    middle = [0, 0.45, float(np.quantile(leaf.points[:, 2], 0.75))]
    return np.asarray(leaf.points - middle, np.float64), np.asarray(leaf.faces), np.asarray(leaf.shade)


def _ending(y: Array, back: float) -> Array:
    """0..1 of what ground may rise and fall: its end is a straight row."""
    return np.asarray(np.clip((back - y) / 0.6, 0, 1))


def _aside(at: Array, least: float) -> Array:
    """Those of the places that are `least` units from the stand, and from the line to it from the camera."""
    away = np.where(at[:, 1] < 0, np.abs(at[:, 0]), np.hypot(*at.T))
    return np.asarray(at[away > least])


def black_sand(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Of basalt: low heaps, pocks, and pebbles that the sea wore."""
    many = masses.draws(rng)
    heaps, pocks, fine = (
        t.noise(many, *one) for one in ((1.1, 0.3, 1.8), (0.24, 0.06, 1.4), (0.07, 0.02, 1.0))
    )

    def height(x: Array, y: Array) -> Array:
        rough = 0.02 * heaps(x, y) + 0.006 * pocks(x, y)
        return np.asarray(rough * t.calm(x, y) * _ending(y, back) + 0.0022 * fine(x, y) - 0.004)

    places = t.fan(0.009, back, -masses.NEAR - 0.2)
    t.sheet("sand", places, height(*places), materials[0], np.clip(0.45 + 0.06 * heaps(*places), 0, 1))
    at = _aside(masses.spread(many, 60, back), 0.42)
    stones.strew(many, rng, at, height, (0.006, 0.028), materials[1], 0.1, 0.35, 0.6, 6, 3)
    at = _aside(masses.spread(many, 3, back), 0.62)
    stones.strew(many, rng, at, height, (0.03, 0.075), materials[1], 0.1, 0.4, 0.55, 6, 4)


def dusty(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """A desert's: ripples of the wind, grit, and broken stones."""
    many = masses.draws(rng)
    bends, swell, grit = (
        t.noise(many, *one) for one in ((2.6, 0.5, 2.0), (2.4, 0.7, 2.0), (0.08, 0.02, 1.1))
    )

    def height(x: Array, y: Array) -> Array:
        phase = 2 * np.pi * (y + 0.3 * x + 0.1 * bends(x, y)) / 0.14
        weak = np.clip(0.3 + 0.6 * swell(y, x), 0, 1)
        ripple = 0.009 * np.sin(phase + 0.5 * np.sin(phase)) * weak * (0.3 + 0.7 * t.calm(x, y))
        swollen = 0.03 * swell(x, y) * t.calm(x, y) * _ending(y, back)
        return np.asarray(ripple + swollen + 0.0018 * grit(x, y) - 0.006)

    places = t.fan(0.009, back, -masses.NEAR - 0.2)
    t.sheet("sand", places, height(*places), materials[0], np.clip(0.5 + 0.08 * swell(*places), 0, 1))
    for each, least, size, fine in (
        (240, 0.0, (0.004, 0.011), 2), (26, 0.45, (0.012, 0.035), 3), (2.6, 0.75, (0.035, 0.09), 4),
    ):  # fmt: skip
        at = _aside(masses.spread(many, each, back), least)
        stones.strew(many, rng, at, height, size, materials[1], 0.75, 0.3, 0.6, 6, fine)


#: by the surface's kind, as `laid.SHAPES` and `laid.SUNK` have them
SHAPES: dict[str, Callable[[Rng, Sequence[Material], float], None]] = {
    "fallen leaves": leaves, "black sand": black_sand, "red sand": dusty, "fine sand": dusty,
}  # fmt: skip
SUNK = {"fallen leaves": 0.03}
