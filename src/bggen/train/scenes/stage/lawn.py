"""A mown lawn: blades of grass in their thousands, short enough for a product to stand on them."""

from __future__ import annotations

import math

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.materials import grainy, solid
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng

HIGH = (0.035, 0.09)  # units: the product's foot is hidden by no more than its own blur
GREENS = ((70, 112, 36), (96, 140, 48), (54, 92, 32), (122, 150, 62))
COUNT = 26_000  # of each green
ACROSS, BACK, NEAR = 4.2, 5.0, 2.3  # units that it is grown over; beyond, colour alone is seen of it


def lay(rng: Rng, back: float) -> Material:
    """Soil with grass on it, as far as `back` units behind the stand; returns what the soil is made of."""
    soil = grainy((66, 92, 36), 9, 0.3, 0.5, 1)
    g.mesh("floor", [(-10, -7, 0), (10, -7, 0), (10, back, 0), (-10, back, 0)], [(0, 1, 2, 3)], soil)
    far = min(back, BACK)
    for green in GREENS:
        points: list[g.Point] = []
        for _ in range(COUNT):
            x, y = rng.uniform(-ACROSS, ACROSS), far - (far + NEAR) * rng.random() ** 0.7
            high, wide, turn = rng.uniform(*HIGH), rng.uniform(0.003, 0.006), rng.uniform(0, 6.28)
            lean = rng.gauss(0, 0.025), rng.gauss(0, 0.025)
            across = wide * math.cos(turn), wide * math.sin(turn)
            points += [
                (x - across[0], y - across[1], 0.0),
                (x + across[0], y + across[1], 0.0),
                (x + lean[0], y + lean[1], high),
            ]
        faces = [(k, k + 1, k + 2) for k in range(0, len(points), 3)]
        g.mesh("grass", points, faces, solid(green, 0.6, sheen=0.1))
    return soil
