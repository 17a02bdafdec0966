"""A terrace with pots, a garden: where people keep plants."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from bggen.train.scenes.afield import fallen, growth, stones
from bggen.train.scenes.afield import terrain as t
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.earthen import Stops, earthen
from bggen.train.scenes.matter.materials import grainy, solid
from bggen.train.scenes.matter.palette import Colour, Rng
from bggen.train.scenes.matter.rough import thin
from bggen.train.scenes.stage import masses


def terrace(rng: Rng) -> None:
    """Boards with a gap between them, pots of clay with plants behind."""
    many = masses.draws(rng)
    g.mesh(
        "below",
        [(-7, -2, -0.2), (7, -2, -0.2), (7, 9, -0.2), (-7, 9, -0.2)],
        [(0, 1, 2, 3)],
        solid((14, 12, 10), 1),
    )
    hues: Stops = [(0.0, (52, 38, 27)), (0.35, (112, 86, 62)), (0.65, (152, 123, 92)), (1.0, (196, 170, 136))]
    wood = earthen(rng, hues, 46, 0.42, 0.25, 0.6, 0.5, (0.05, 1, 1), 40.0)
    y = -1.9
    while y < 8:
        x = -6 - many.uniform(0, 3)
        while x < 6:
            long = many.uniform(5.2, 6.4)
            stones.slab((x + long / 2, y + 0.185), (long - 0.012, 0.355, 0.07), 0.0, wood,
                        0.5 + many.normal(0, 0.09), 0.012)  # fmt: skip
            x += long
        y += 0.38
    pots(
        rng,
        (
            (-1.3, 2.45, 0.36, 0.62),
            (1.5, 2.9, 0.46, 0.8),
            (-2.2, 3.3, 0.55, 1.0),
            (0.72, 3.7, 0.32, 0.55),
            (2.6, 4.2, 0.55, 0.9),
            (-0.55, 4.4, 0.45, 0.8),
            (1.4, 5.2, 0.5, 0.9),
        ),
    )
    kinds = [(thin("leaf", [(0.0, (96, 80, 36)), (1.0, (176, 160, 84))], 0.5, 0.2), 1.0)]
    fallen.litter(
        many, t.away(t.spread(many, 0.7, 4.0), 0.6), 0.0, (0.08, 0.13), kinds, [fallen.oval(many, 0.22)], 0.3
    )


def pots(rng: Rng, places: Sequence[tuple[float, float, float, float]]) -> None:
    """Pots of clay with plants in them: x, y, radius and height of each."""
    greens: tuple[Colour, ...] = ((62, 104, 48), (86, 122, 62), (104, 130, 84), (52, 92, 50))
    clay = [grainy(c, 9, 0.14, 0.2, 0.9) for c in ((182, 100, 66), (196, 118, 82), (206, 200, 190))]
    for k, (x, y, r, high) in enumerate(places):
        body = [(0.68, 0), (0.74, 0.06), (0.94, 0.8), (1.04, 0.8), (1.06, 1.0), (0.94, 1.0), (0.9, 0.86)]
        pot = clay[(k * 2 + k // 3) % 3]
        g.lathe("pot", [(r * a, high * b) for a, b in body], pot, 96, at=(x, y, 0))
        g.lathe("saucer", [(0.86 * r, 0), (0.98 * r, 0.05), (0.92 * r, 0.05)], pot, 96, at=(x, y, 0))
        g.lathe(
            "earth",
            [(0.9 * r, 0.86 * high), (0.88 * r, 0.88 * high)],
            solid((40, 28, 20), 1),
            48,
            at=(x, y, 0),
        )
        for _ in range(4):
            leaf = solid(rng.jitter(greens[k % len(greens)], 0.15), 0.5)
            g.spray(rng, leaf, (x + rng.gauss(0, 0.3 * r), y + rng.gauss(0, 0.3 * r), 0.85 * high), 1.0)


def garden(rng: Rng) -> None:
    """A path of slabs with grass in its joints, a bed of flowers behind it."""
    many = masses.draws(rng)
    bumps, damp = t.noise(many, 2.5, 0.5, 2.0), t.noise(many, 0.9, 0.2, 1.6)
    soil = earthen(rng, [(0.0, (26, 20, 12)), (0.5, (74, 58, 38)), (1.0, (122, 100, 70))], 60, 0.3, 0.2)
    places = t.fan(0.02)
    bed = np.clip((places[1] - 2.3) / 0.2, 0, 1)
    z = -0.035 + 0.08 * bed + 0.03 * bumps(*places) * bed
    t.sheet("soil", places, z, soil, np.full(places[0].shape, 0.4))
    stone = earthen(
        rng, [(0.0, (116, 106, 92)), (0.5, (172, 161, 143)), (1.0, (212, 203, 186))], 34, 0.24, 0.3, 0.85, 0.6
    )
    y, row = -2.1, 0
    while row < 4:
        deep = (1.15, 0.85, 1.3, 1.1)[row]
        x = -4.6 - many.uniform(0, 1)
        while x < 4.6:
            long = many.uniform(0.95, 1.75)
            stones.slab(
                (x + long / 2, y + deep / 2),
                (long - 0.055, deep - 0.055, 0.2),
                many.normal(0, 0.004),
                stone,
                0.5 + many.normal(0, 0.1),
                0.022,
                tuple(many.normal(0, 0.003, 2)),
            )
            edges = np.concatenate([
                np.column_stack([many.uniform(x, x + long, 150), y + many.normal(0, 0.018, 150)]),
                np.column_stack([x + many.normal(0, 0.018, 120), many.uniform(y, y + deep, 120)]),
            ])  # fmt: skip
            edges = t.away(edges[damp(*edges.T) > -0.6], 0.34)
            growth.grass(many, edges, (0.05, 0.11), 0.035, growth.lawn_stuff(), 0.55)
            x += long
        y, row = y + deep, row + 1
    greens: tuple[Stops, ...] = (
        [(0.0, (34, 62, 24)), (1.0, (104, 142, 62))], [(0.0, (52, 74, 44)), (1.0, (132, 154, 104))],
        [(0.0, (44, 72, 20)), (1.0, (140, 160, 60))],
    )  # fmt: skip
    flowers: tuple[Colour, ...] = ((196, 92, 160), (244, 240, 236), (236, 176, 52), (130, 96, 190))
    stuffs = [thin("bush", stops, 0.5, 0.3) for stops in greens]
    blooms = [thin("bloom", [(0.0, c), (1.0, c)], 0.6, 0.3) for c in flowers]
    mould = fallen.oval(many, 0.26)
    ball, sides = masses.globe(2)
    for k in range(22):
        x, y = many.uniform(-3.2, 3.2), 2.6 + 0.15 * k + many.uniform(0, 0.2)
        r, high = many.uniform(0.3, 0.5), many.uniform(0.3, 0.75)
        ways = many.normal(0, 1, (420, 3))
        ways /= np.linalg.norm(ways, axis=1, keepdims=True)
        at = (
            np.abs(ways)
            * np.sign(ways * [1, 1, 0] + [0, 0, 1])
            * [r, r, high]
            * many.uniform(0.55, 1, (420, 1))
        )
        at += np.array([x, y, 0.05])
        t.strewn(
            "leaf",
            mould[:2], at, t.lying(many, 420, 0.7), many.uniform(0.09, 0.17, 420),
                 many.uniform(0.1, 0.9, 420), stuffs[k % 3])  # fmt: skip
        top = at[at[:, 2] > 0.55 * high][: int(many.integers(14, 60))] + np.array([0, 0, 0.05])
        t.strewn("bloom", (ball * np.array([1, 1, 0.55]), sides), top, t.lying(many, len(top), 0.4),
                 many.uniform(0.025, 0.05, len(top)), many.random(len(top)), blooms[k % 4])  # fmt: skip
    kinds = [(thin("leaf", [(0.0, (110, 92, 40)), (1.0, (190, 170, 90))], 0.5, 0.2), 1.0)]
    fallen.litter(many, t.away(t.spread(many, 1.2, 2.4), 0.55), 0.0, (0.08, 0.14), kinds, [mould], 0.3)


#: by what the catalogue calls them
PLACES: dict[str, Callable[[Rng], None]] = {"terrace": terrace, "garden": garden}
