"""Places that people tend: a park in autumn, streets, a pool's edge."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.afield import fallen, gardens, growth, stones
from bggen.train.scenes.afield import terrain as t
from bggen.train.scenes.afield.wild import BARK, LICHEN
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.earthen import Stops, earthen, water
from bggen.train.scenes.matter.materials import grainy
from bggen.train.scenes.matter.palette import Colour, Rng
from bggen.train.scenes.matter.rough import thin
from bggen.train.scenes.stage import masses
from bggen.train.scenes.stage.masses import Array

_FALL: tuple[tuple[tuple[Colour, Colour, Colour], float], ...] = (
    (((150, 66, 12), (214, 116, 22), (240, 168, 60)), 1.0),
    (((176, 122, 20), (228, 178, 44), (246, 214, 104)), 1.1),
    (((96, 18, 10), (166, 38, 16), (206, 84, 40)), 0.6),
    (((74, 44, 24), (128, 82, 46), (178, 132, 86)), 0.9),
)


def park(rng: Rng) -> None:
    """Grass under fallen leaves, more of them farther away, the foot of a tree or two."""
    many = masses.draws(rng)
    bumps, drift = t.noise(many, 2.5, 0.5, 2.0), t.noise(many, 1.8, 0.3, 1.7)
    soil = earthen(rng, [(0.0, (30, 30, 14)), (1.0, (88, 84, 40))], 60)
    places = t.fan(0.03)

    def height(x: Array, y: Array) -> Array:
        return np.asarray(0.04 * bumps(x, y) * t.calm(x, y) - 0.004)

    t.sheet("floor", places, height(*places) - 0.05, soil, np.full(places[0].shape, 0.4))
    roots = t.spread(many, 2600, 4.6)
    pale: Stops = [(0.0, (34, 46, 16)), (0.4, (78, 98, 34)), (0.7, (120, 134, 52)), (1.0, (186, 176, 98))]
    growth.grass(many, roots, (0.05, 0.12), 0.05 - height(*roots.T), thin("grass", pale, 0.5), 0.8)
    kinds = [
        (thin("leaf", [(0.0, a), (0.5, b), (1.0, c)], 0.5, 0.3, 0.2), share) for (a, b, c), share in _FALL
    ]
    moulds = [*(fallen.maple(many) for _ in range(4)), *(fallen.oval(many, 0.32) for _ in range(2))]
    at = t.spread(many, 52)
    at = at[drift(*at.T) + 0.45 * at[:, 1] + many.normal(0, 0.7, len(at)) > 0.1]
    fallen.litter(many, at, height, (0.15, 0.29), kinds, moulds, 0.25, 0.022)
    for x, y, thick in ((1.5, 3.1, 0.42), (-2.1, 4.3, 0.46), (0.2, 5.8, 0.4)):
        growth.trunk(many, rng, x, y, thick, BARK, LICHEN)


def _row_of(
    many: t.Draws,
    x: float,
    end: float,
    size: tuple[float, float, float],
    y: float,
    top: float,
    stuff: object,
    gap: float,
    edge: float = 0.012,
    spread: float = 0.12,
) -> None:
    """Slabs beside each other from `x` to `end`, `size` along x, y and down, the first edge at `y`."""
    while x < end:
        stones.slab((x + size[0] / 2, y + size[1] / 2), (size[0] - gap, size[1] - gap, size[2]),
                    top + many.normal(0, 0.003), stuff, 0.5 + many.normal(0, spread), edge)  # fmt: skip
        x += size[0]


def street(rng: Rng) -> None:
    """Asphalt, a kerb of granite, the pavement's slabs, leaves in the gutter."""
    many = masses.draws(rng)
    swell, fine = t.noise(many, 3.0, 0.6, 2.0), t.noise(many, 0.1, 0.03, 1.0)
    places = t.fan(0.015, 3.0)
    tar: Stops = [(0.0, (34, 34, 36)), (0.45, (74, 74, 76)), (0.7, (104, 103, 102)), (1.0, (172, 168, 160))]
    gutter = np.clip((places[1] - 2.05) / 0.35, 0, 1)
    tone = 0.45 + 0.05 * swell(*places) - 0.1 * gutter
    t.sheet(
        "tar",
        places,
        0.0015 * fine(*places) - 0.002,
        earthen(rng, tar, 150, 0.6, 0.12, 0.95, 0.6),
        np.clip(tone, 0, 1),
    )
    granite = earthen(
        rng, [(0.0, (84, 82, 80)), (0.5, (150, 147, 142)), (1.0, (206, 202, 194))], 90, 0.3, 0.1, 0.8
    )
    _row_of(many, -5.2, 5, (1.75, 0.36, 0.6), 2.4, 0.27, granite, 0.016, 0.03)
    slabs = earthen(
        rng, [(0.0, (104, 100, 94)), (0.5, (158, 153, 145)), (1.0, (204, 198, 188))], 70, 0.14, 0.12, 0.9
    )
    for k in range(7):
        _row_of(
            many,
            -5.6 + 0.5 * (k % 2),
            5.5,
            (1.05, 1.05, 0.3),
            2.77 + 1.05 * k,
            0.268,
            slabs,
            0.018,
            0.012,
            0.06,
        )
    kinds = [
        (thin("leaf", [(0.0, a), (0.5, b), (1.0, c)], 0.5, 0.2), share) for (a, b, c), share in _FALL[1:]
    ]
    at = np.column_stack([many.uniform(-3, 3, 26), 2.36 - np.abs(many.normal(0, 0.09, 26))])
    fallen.litter(many, at, 0.0, (0.09, 0.17), kinds, [fallen.oval(many, 0.3), fallen.oval(many, 0.36)], 0.4)
    grit = earthen(rng, [(0.0, (80, 76, 70)), (1.0, (190, 184, 172))], 40)
    stones.strew(
        many, rng, t.away(t.spread(many, 9, 2.3), 0.25), lambda x, y: 0 * x, (0.004, 0.011), grit, 0.5, 0.1
    )


def cobbles(rng: Rng) -> None:
    """Setts, sand and a little moss between them, the foot of a house's wall with a few plants."""
    many = masses.draws(rng)
    places = t.fan(0.02)
    fine, damp = t.noise(many, 0.1, 0.03, 1.1), t.noise(many, 1.5, 0.3, 1.6)
    joint: Stops = [(0.0, (40, 36, 30)), (0.5, (92, 84, 70)), (0.8, (84, 88, 50)), (1.0, (96, 106, 52))]
    t.sheet("joints", places, 0.008 * fine(*places) - 0.05, earthen(rng, joint, 80),
            np.clip(0.4 + 0.22 * damp(*places), 0, 1))  # fmt: skip
    stuff = earthen(
        rng, [(0.0, (62, 58, 54)), (0.5, (116, 109, 100)), (1.0, (168, 156, 140))], 40, 0.2, 0.2, 0.7, 0.6
    )
    stones.setts(many, rng, 0.27, 6.5, stuff)
    roots = t.spread(many, 500, 6.0)
    here = (np.abs((roots[:, 1] - t.NEAR) % 0.27 - 0.135) > 0.12) & (damp(*roots.T) > 0.5)
    growth.grass(many, t.away(roots[here], 0.5), (0.03, 0.09), 0.04, growth.lawn_stuff(), 0.6)
    gardens.pots(
        rng, ((-1.15, 2.9, 0.34, 0.6), (1.35, 3.2, 0.42, 0.75), (-0.3, 4.4, 0.4, 0.7), (0.6, 4.6, 0.36, 0.6))
    )


def pool(rng: Rng) -> None:
    """Slabs of pale stone, a rounded coping, water over a pale blue floor with the light's net on it."""
    many = masses.draws(rng)
    g.mesh("joints", [(-6, -2, -0.03), (6, -2, -0.03), (6, 1.55, -0.03), (-6, 1.55, -0.03)], [(0, 1, 2, 3)],
           grainy((168, 158, 140), 20, 0.15, 0.3))  # fmt: skip
    stone = earthen(
        rng, [(0.0, (178, 164, 140)), (0.5, (218, 207, 186)), (1.0, (240, 233, 218))], 30, 0.2, 0.3, 0.75, 0.4
    )
    for k in range(4):
        _row_of(many, -5.8 + 0.8 * (k % 2), 5, (1.6, 1.0, 0.3), -2.9 + k, 0.0, stone, 0.022, 0.012, 0.1)
    _row_of(many, -5.3, 5, (1.6, 0.5, 0.3), 1.1, 0.0, stone, 0.02, 0.05, 0.07)
    blue: Stops = [
        (0.0, (30, 150, 178)),
        (0.3, (66, 186, 206)),
        (0.6, (140, 220, 228)),
        (0.79, (226, 246, 246)),
        (1.0, (240, 250, 250)),
    ]
    places = t.fan(0.03)
    x, y = places
    z = np.where(y < 1.5, -1.0, -0.17)
    tone = 0.2 - 0.04 * np.clip(y - 2, 0, 4) + 0.05 * t.noise(many, 1.5, 0.3, 1.8)(x, y)
    tone = tone - 0.14 * np.exp(-np.maximum(y - 1.6, 0) / 0.12)
    t.sheet("water", places, z, water(rng, blue, 1.8, 0.06, 0.42), np.clip(tone, 0, 1))
    drops = t.spread(many, 0.9, 1.05, 0.6)
    wet = earthen(rng, [(0.0, (140, 128, 108)), (1.0, (190, 178, 156))], 40, 0.1, 0.1, 0.15, 0.05)
    for px, py in drops.tolist():
        r, turns = many.uniform(0.04, 0.13), np.linspace(0, 2 * math.pi, 40, endpoint=False)
        rim = r * (1 + 0.16 * np.sin(3 * turns + px * 9) + 0.1 * np.sin(5 * turns + py * 9))
        flat = np.column_stack(
            [px + rim * np.cos(turns), py + 0.8 * rim * np.sin(turns), np.full(40, 0.0035)]
        )
        faces = np.arange(40)[None, :]
        masses.mass("wet", flat, faces, wet, np.full(40, 0.4))


#: by what the catalogue calls them
PLACES: dict[str, Callable[[Rng], None]] = {"park": park, "street": street, "cobbles": cobbles, "pool": pool}
