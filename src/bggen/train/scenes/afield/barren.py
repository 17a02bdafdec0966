"""Places where little grows: sand, rocks, shores."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bggen.train.scenes.afield import growth, stones
from bggen.train.scenes.afield import terrain as t
from bggen.train.scenes.matter.earthen import Stops, earthen, shore, water
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.matter.rough import rock, thin
from bggen.train.scenes.stage import masses
from bggen.train.scenes.stage.masses import Array


def desert(rng: Rng) -> None:
    """Sand that the wind drew in ripples, the crest of a dune, a few stones, dry grass."""
    many = masses.draws(rng)
    bends, swell, grit = (
        t.noise(many, *one) for one in ((3.2, 0.7, 2.0), (4.0, 1.2, 2.0), (0.12, 0.03, 1.2))
    )
    forks = t.noise(many, 0.9, 0.25, 1.8)

    def height(x: Array, y: Array) -> Array:
        phase = 2 * np.pi * (y + 0.22 * x + 0.11 * bends(x, y) + 0.035 * forks(x, y)) / 0.155
        saw = np.sin(phase + 0.55 * np.sin(phase))
        weak = np.clip(0.75 + 0.35 * swell(y, x), 0.15, 1.1)
        crest = 0.42 * (y - 2.4) - 0.35 + 0.12 * np.sin(1.7 * y) - x  # units to the left of it
        high = 0.62 * np.clip((y - 1.55) / 1.7, 0, 1) ** 1.3
        dune = np.where(
            crest > 0, high * np.exp(-np.maximum(crest, 0) / 1.1), high + 0.82 * np.minimum(crest, 0)
        )
        z = 0.0075 * saw * weak * (0.4 + 0.6 * t.calm(x, y)) + 0.05 * swell(x, y) * t.calm(x, y) - 0.008
        return np.asarray(z + np.maximum(dune, 0) + 0.0012 * grit(x, y))

    places = t.fan(0.009)
    sand: Stops = [(0.0, (150, 104, 60)), (0.5, (214, 168, 114)), (1.0, (238, 206, 160))]
    t.sheet(
        "sand",
        places,
        height(*places),
        earthen(rng, sand, 170, 0.2, 0.1, 1.0, 0.3),
        np.full(places[0].shape, 0.5),
    )
    stone = earthen(rng, [(0.0, (92, 66, 46)), (1.0, (186, 148, 110))], 30)
    stones.strew(many, rng, t.away(t.spread(many, 1.6, 5.0), 0.7), height, (0.012, 0.05), stone, 0.5)
    dry: Stops = [(0.0, (110, 88, 46)), (0.6, (186, 160, 96)), (1.0, (220, 200, 140))]
    for x, y, many_ in ((1.15, 2.5, 60), (1.75, 3.3, 70), (0.7, 4.0, 60)):
        roots = many.normal(0, 0.07, (many_, 2)) + np.array([x, y])
        growth.grass(many, roots, (0.25, 0.5), -height(*roots.T), thin("dry", dry, 0.6, 0.2), 0.5)


def beach(rng: Rng) -> None:
    """Sand, wet where a wave ran up; its foam, and the water behind it."""
    many = masses.draws(rng)
    dents, pocks, fine = (
        t.noise(many, *one) for one in ((1.0, 0.25, 1.7), (0.3, 0.08, 1.5), (0.1, 0.03, 1.2))
    )
    bend, lace = t.noise(many, 5.0, 0.8, 2.0), t.noise(many, 0.55, 0.05, 1.05)

    def edge(x: Array) -> Array:
        return np.asarray(1.75 - 0.16 * x + 0.16 * bend(x, 0 * x + 3))

    def height(x: Array, y: Array) -> Array:
        dry = np.clip((edge(x) - 0.6 - y) / 0.5, 0, 1)
        rough = 0.03 * dents(x, y) - 0.014 * np.maximum(pocks(x, y) - 0.7, 0)
        return np.asarray(rough * t.calm(x, y) * (0.08 + 0.92 * dry) + 0.0016 * fine(x, y) * dry - 0.004
                          - 0.05 * np.clip(y - edge(x) + 0.7, 0, 9))  # fmt: skip

    places = t.fan(0.01)
    x, y = places
    wet = np.clip((y - edge(x) + 0.5 + 0.06 * dents(x, y)) / 0.16, 0, 1)
    t.sheet("sand", places, height(x, y), shore(rng, (226, 200, 160)), wet)
    places = t.fan(0.011)
    x, y = places
    out = y - edge(x)
    depth = np.clip(out / 3.2, 0, 1) * 0.62 + 0.04
    net = np.abs(lace(x + 0.3 * bend(y, x), y))
    foam = np.zeros(x.shape)
    for begin, wide, thick in ((0.0, 0.5, 0.95), (1.05, 0.42, 0.8), (2.1, 0.75, 1.1)):
        into = (out - begin - 0.12 * bend(x + begin * 3, y)) / wide
        band = np.clip(into / 0.1, 0, 1) * np.clip(1 - into, 0, 1)
        foam = np.maximum(foam, np.clip((band * 1.75 * thick - net) * 5, 0, 1))
    tone = depth + (1 - depth) * foam
    sea: Stops = [
        (0.0, (170, 170, 142)),
        (0.12, (134, 174, 160)),
        (0.35, (72, 156, 162)),
        (0.68, (26, 112, 138)),
        (0.8, (190, 220, 222)),
        (0.95, (246, 249, 250)),
    ]
    z = (
        0.02 * foam
        - 0.05
        + 0.05 * np.clip(out / 0.08, 0, 1)
        + 0.05 * np.clip(out - 1.6, 0, 1) * np.sin(3 * out)
    )
    z = np.where(out < 0, -0.5, z)
    t.sheet("sea", places, z, water(rng, sea, 3.0, 0.04), tone)
    shell = earthen(rng, [(0.0, (186, 156, 132)), (1.0, (246, 234, 218))], 40)
    at = t.away(t.spread(many, 2.2, 1.6), 0.55)
    stones.strew(
        many, rng, at[at[:, 1] < edge(at[:, 0]) - 0.1], height, (0.012, 0.035), shell, 0.0, 0.3, 0.45
    )


def mountain(rng: Rng) -> None:
    """Gravel and broken stones, boulders, tufts of grass."""
    many = masses.draws(rng)
    humps, fine, grown = (t.noise(many, *one) for one in ((2.2, 0.4, 1.9), (0.2, 0.04, 1.3), (1.6, 0.3, 1.6)))

    def height(x: Array, y: Array) -> Array:
        return np.asarray(0.07 * humps(x, y) * t.calm(x, y) + 0.007 * fine(x, y) - 0.016)

    places = t.fan()
    earth: Stops = [(0.0, (54, 46, 38)), (0.5, (120, 108, 94)), (1.0, (178, 168, 152))]
    t.sheet("earth", places, height(*places), earthen(rng, earth, 70, 0.3, 0.15, 1.0, 0.8),
            np.clip(0.45 + 0.1 * fine(*places), 0, 1))  # fmt: skip
    grey: Stops = [
        (0.0, (70, 68, 66)),
        (0.35, (128, 124, 118)),
        (0.7, (168, 162, 152)),
        (1.0, (206, 200, 188)),
    ]
    stuff = earthen(rng, grey, 34, 0.14, 0.12, 0.9, 0.5)
    stones.strew(many, rng, t.spread(many, 900, 4.6), height, (0.008, 0.024), stuff, 0.6, 0.3, 0.6, 6, 1)
    stones.strew(many, rng, t.away(t.spread(many, 60), 0.12), height, (0.022, 0.06), stuff, 0.75, 0.35)
    stones.strew(many, rng, t.away(t.spread(many, 4), 0.7), height, (0.06, 0.16), stuff, 0.8, 0.35, 0.7, 8, 4)
    cliff = rock(rng, (138, 132, 124), 0.9)
    for x, y, size in (
        (-1.5, 2.5, 0.62),
        (1.7, 3.3, 0.8),
        (0.2, 4.4, 0.7),
        (-2.3, 4.4, 0.95),
        (2.7, 5.2, 0.9),
        (-0.72, 3.0, 0.2),
        (0.95, 2.5, 0.24),
        (1.15, 4.9, 0.5),
    ):
        stones.boulder(rng, (x, y, 0.1 * size), (size, 0.75 * size, 0.6 * size), cliff)
    alp: Stops = [(0.0, (44, 56, 20)), (0.5, (104, 120, 46)), (1.0, (186, 178, 106))]
    roots = t.away(t.spread(many, 1300, 5.5), 0.5)
    roots = roots[grown(*roots.T) + 0.1 * roots[:, 1] + many.normal(0, 0.15, len(roots)) > 1.05]
    growth.grass(many, roots, (0.1, 0.24), -height(*roots.T), thin("alp", alp, 0.5), 0.6)


def lake(rng: Rng) -> None:
    """Pebbles that water wore, wet towards it, and clear water over them."""
    many = masses.draws(rng)
    humps, bend = t.noise(many, 2.2, 0.4, 1.9), t.noise(many, 4.0, 0.7, 2.0)

    def edge(x: Array) -> Array:
        return np.asarray(2.2 + 0.2 * x + 0.16 * bend(x, 0 * x))

    def height(x: Array, y: Array) -> Array:
        slope = 0.16 * np.clip(y - edge(x) + 0.25, 0, 3)
        return np.asarray(0.03 * humps(x, y) * t.calm(x, y) - 0.03 - slope)

    places = t.fan(0.03)
    bed = earthen(rng, [(0.0, (50, 46, 40)), (1.0, (136, 126, 112))], 60)
    t.sheet("bed", places, height(*places) - 0.02, bed, np.full(places[0].shape, 0.4))
    hues: list[Stops] = [
        [(0.0, (84, 84, 84)), (1.0, (150, 150, 148))], [(0.0, (142, 134, 122)), (1.0, (214, 206, 192))],
        [(0.0, (106, 84, 66)), (1.0, (176, 146, 118))], [(0.0, (44, 46, 50)), (1.0, (98, 100, 104))],
    ]  # fmt: skip
    for stops, share in zip(hues, (1.0, 0.8, 0.5, 0.5), strict=True):
        for each, size, fine in ((230, (0.018, 0.05), 2), (26, (0.045, 0.11), 3)):
            at = t.spread(many, each * share, 3.4)
            dry = edge(at[:, 0]) - at[:, 1] > 0.12 * bend(at[:, 1], at[:, 0]) + 0.1
            for some, dark, rough in ((dry, 1.0, 0.7), (~dry, 0.55, 0.25)):
                tones = [(p, (r * dark, g * dark, b * dark)) for p, (r, g, b) in stops]
                stuff = earthen(rng, tones, 26, 0.2, 0.15, rough, 0.12)
                stones.strew(many, rng, at[some], height, size, stuff, 0.0, 0.3, 0.55, 6, fine)
    places = t.fan(0.02)
    out = places[1] - edge(places[0])
    depth = np.clip(out / 3.5, 0, 1) * 0.75
    lakes: Stops = [(0.0, (120, 126, 108)), (0.2, (70, 104, 96)), (0.5, (34, 82, 88)), (0.8, (22, 62, 78)),
                    (1.0, (16, 50, 66))]  # fmt: skip
    z = np.where(out < 0, -1.0, -0.105 + 0.0 * out)
    t.sheet("lake", places, z, water(rng, lakes, 2.6, 0.05), depth)
    grey = rock(rng, (120, 118, 112), 0.6)
    for x, y, wide in ((-1.35, 2.35, 0.32), (1.5, 3.2, 0.42), (-2.2, 3.9, 0.5)):
        stones.boulder(rng, (x, y, -0.08), (wide, 0.8 * wide, 0.55 * wide), grey)
    reed: Stops = [(0.0, (50, 66, 24)), (0.6, (110, 126, 56)), (1.0, (176, 166, 100))]
    for x, y in ((-1.75, 2.8), (1.9, 2.6), (2.3, 3.4)):
        roots = many.normal(0, 0.1, (160, 2)) + np.array([x, y])
        growth.grass(many, roots, (0.5, 1.0), 0.25, thin("reed", reed, 0.5), 0.28)


#: by what the catalogue calls them
PLACES: dict[str, Callable[[Rng], None]] = {
    "desert": desert, "beach": beach, "mountain": mountain, "lake": lake
}  # fmt: skip
