"""Places that nobody made, and where much grows: snow under firs, a forest's floor, a meadow."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bggen.train.scenes.afield import fallen, growth, stones
from bggen.train.scenes.afield import terrain as t
from bggen.train.scenes.matter.earthen import Stops, earthen
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.matter.rough import powder, rock, thin
from bggen.train.scenes.stage import masses
from bggen.train.scenes.stage.masses import Array

BARK: Stops = [(0.0, (30, 22, 17)), (0.3, (74, 58, 46)), (0.6, (116, 96, 78)), (1.0, (158, 138, 116))]
MOSS: Stops = [(0.0, (30, 46, 12)), (0.4, (66, 92, 24)), (0.75, (104, 130, 40)), (1.0, (150, 166, 70))]
LICHEN: Stops = [(0.0, (38, 42, 20)), (0.5, (74, 82, 38)), (1.0, (112, 116, 66))]
SNOWY: Stops = [(0.0, (214, 222, 234)), (1.0, (244, 247, 250))]
DRY: Stops = [(0.0, (58, 34, 18)), (0.4, (118, 74, 38)), (0.75, (166, 116, 66)), (1.0, (204, 164, 112))]


def snow(rng: Rng) -> None:
    """Soft snow between firs, mounds at their feet, needles and twigs on it."""
    many, white = masses.draws(rng), powder(rng)
    drifts, ripples, loose = (
        t.noise(many, *one) for one in ((2.6, 0.6, 2.1), (0.5, 0.12, 2.0), (0.11, 0.03, 1.4))
    )
    feet = [(-0.86, 1.62, 0.17), (1.22, 2.7, 0.22), (0.12, 3.7, 0.22), (-1.75, 3.6, 0.28), (2.3, 4.4, 0.25),
            (-0.7, 4.8, 0.25), (1.1, 5.2, 0.24)]  # fmt: skip

    def height(x: Array, y: Array) -> Array:
        z = (0.1 * np.tanh(drifts(x, y)) + 0.008 * ripples(x, y)) * t.calm(x, y) + 0.0016 * loose(x, y)
        for a, b, thick in feet:
            z = z + 0.16 * np.exp(-((np.hypot(x - a, y - b) / (2.3 * thick)) ** 2))
        return np.asarray(z)

    places = t.fan()
    t.sheet("snow", places, height(*places), white)
    for x, y, thick in feet:
        growth.trunk(many, rng, x, y, thick, BARK, SNOWY, 0.35)
    for x, y, tall in (
        (0.7, 1.36, 0.42),
        (-0.5, 3.15, 0.75),
        (1.9, 3.4, 0.9),
        (-0.3, 2.25, 0.5),
        (0.6, 4.4, 0.9),
    ):
        growth.fir(many, x, y, tall, white)
    brown = earthen(rng, [(0.0, (40, 28, 18)), (1.0, (120, 88, 56))], 60)
    fallen.twigs(many, t.away(t.spread(many, 5.0), 0.3), height, (0.02, 0.06), brown, 0.0022)
    fallen.twigs(many, t.away(t.spread(many, 0.45), 0.6), height, (0.12, 0.4), brown, 0.007)


def forest(rng: Rng) -> None:
    """Moss and old leaves between trunks, twigs, ferns."""
    many = masses.draws(rng)
    humps, patches, fine = (
        t.noise(many, *one) for one in ((2.4, 0.4, 1.9), (1.1, 0.16, 1.4), (0.14, 0.03, 1.2))
    )
    feet = [(-1.3, 2.5, 0.3), (1.65, 3.2, 0.36), (0.25, 4.9, 0.34), (-2.6, 4.6, 0.4), (2.9, 5.6, 0.4)]

    def height(x: Array, y: Array) -> Array:
        z = (0.075 * humps(x, y) + 0.03 * np.tanh(patches(x, y))) * t.calm(x, y) + 0.004 * fine(x, y) - 0.012
        for a, b, thick in feet:
            z = z + 0.1 * np.exp(-((np.hypot(x - a, y - b) / (2.2 * thick)) ** 2))
        return np.asarray(z)

    places = t.fan()
    green = np.clip(0.5 + 1.1 * (patches(*places) + 0.25), 0, 1)
    tone = 0.1 + 0.09 * fine(*places) + green * 0.5
    floor: Stops = [(0.0, (26, 18, 11)), (0.3, (70, 50, 30)), (0.5, (62, 70, 22)), (0.8, (98, 122, 36)),
                    (1.0, (142, 158, 62))]  # fmt: skip
    t.sheet(
        "floor", places, height(*places), earthen(rng, floor, 90, 0.22, 0.1, 1.0, 0.9), np.clip(tone, 0, 1)
    )
    roots = t.spread(many, 5200, 4.5)
    roots = roots[patches(*roots.T) + many.normal(0, 0.25, len(roots)) > -0.4]
    growth.grass(many, roots, (0.02, 0.05), 0.004 - height(*roots.T), thin("moss", MOSS, 0.6, 0.2), 0.5)
    leaf = thin("dry leaf", DRY, 0.6, 0.2, 0.22)
    at = t.spread(many, 55)
    at = at[patches(*at.T) + many.normal(0, 0.8, len(at)) < 0.35]
    moulds = [fallen.oval(many, wide) for wide in (0.3, 0.34, 0.26)]
    fallen.litter(many, at, height, (0.12, 0.21), [(leaf, 1.0)], moulds, 0.22, 0.018)
    brown = earthen(rng, [(0.0, (48, 34, 22)), (1.0, (140, 112, 78))], 60)
    fallen.twigs(many, t.away(t.spread(many, 130, 4.0), 0.2), height, (0.04, 0.09), brown, 0.0024)
    fallen.twigs(many, t.away(t.spread(many, 1.6), 0.6), height, (0.2, 0.7), brown, 0.011)
    for x, y, thick in feet:
        growth.trunk(many, rng, x, y, thick, BARK, LICHEN)
    growth.ferns(
        many, [(0.75, 2.6), (-0.35, 3.3), (-2.0, 3.5), (2.3, 4.2), (1.1, 4.1), (-0.9, 5.0), (1.6, 5.6)], 0.55
    )
    grey = rock(rng, (110, 108, 100), 0.6)
    stones.boulder(rng, (-0.75, 2.75, 0.0), (0.22, 0.18, 0.15), grey)


def meadow(rng: Rng) -> None:
    """Grass in the sun, daisies in it, taller and out of focus farther away."""
    many = masses.draws(rng)
    soil = earthen(rng, [(0.0, (24, 32, 10)), (1.0, (74, 96, 34))], 60)
    bumps, tufts = t.noise(many, 2.5, 0.5, 2.0), t.noise(many, 1.3, 0.25, 1.5)
    places = t.fan(0.03)
    t.sheet(
        "floor", places, 0.04 * bumps(*places) * t.calm(*places) - 0.11, soil, np.full(places[0].shape, 0.4)
    )
    stuff = growth.lawn_stuff()
    near = t.spread(many, 3600, 3.2)
    growth.grass(many, near, (0.1, 0.2), 0.11 - 0.04 * bumps(*near.T) * t.calm(*near.T), stuff, 0.85)
    far = t.spread(many, 1500, 7.0, 3.0)
    growth.grass(many, far, (0.14, 0.3), 0.1, stuff, 0.6)
    tall = t.spread(many, 200, 7.0, 1.6)
    growth.grass(many, tall[tufts(*tall.T) > 0.4], (0.3, 0.55), 0.1, stuff, 0.4)
    at = t.away(t.spread(many, 16, 7.0), 0.42)
    at = at[tufts(*at.T) + 0.12 * at[:, 1] + many.normal(0, 0.4, len(at)) > 0.35]
    growth.daisies(many, at, many.uniform(0.0, 0.07, len(at)) + 0.015 * np.maximum(at[:, 1], 0))


#: by what the catalogue calls them
PLACES: dict[str, Callable[[Rng], None]] = {"snow": snow, "forest": forest, "meadow": meadow}
