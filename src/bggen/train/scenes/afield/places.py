"""Places by the names that the catalogue has for them: how they are built, their words, their shade."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from bggen.train.scenes.afield import barren, gardens, tended, wild
from bggen.train.scenes.matter.materials import solid
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.stage import masses

#: what is said of what lies behind the stand
WORDS = {
    "snow": "snowy forest",
    "forest": "forest",
    "meadow": "meadow",
    "desert": "desert with dunes",
    "beach": "beach by the sea",
    "mountain": "mountainside",
    "lake": "lake shore",
    "park": "park with trees in autumn",
    "street": "street with a pavement",
    "cobbles": "street in an old town",
    "pool": "swimming pool",
    "terrace": "terrace",
    "garden": "garden",
}
#: of its ground, what part lies in the shade of leaves
SHADED = {"forest": 0.5, "park": 0.3, "garden": 0.16}
HIGH = 7.0  # units above the ground that the leaves are
SUNLIT = 0.62  # units about the stand that none of them shade


def build(rng: Rng, name: str) -> str:
    """Put up a place with the ground under the stand -> what lies behind, in words."""
    (wild.PLACES | barren.PLACES | tended.PLACES | gardens.PLACES)[name](rng)
    return WORDS[name]


def shade(rng: Rng, name: str, toward: Any) -> None:
    """Leaves out of the picture between the sun and the ground, but for that about the stand."""
    if name not in SHADED:
        return
    many = masses.draws(rng)
    points, faces, count = list[np.ndarray[Any, Any]](), list[np.ndarray[Any, Any]](), 0
    turns = np.linspace(0, 2 * math.pi, 7, endpoint=False)
    out = np.array(toward) * HIGH / toward[2]
    for _ in range(round(SHADED[name] * 46)):
        middle = np.array([many.uniform(-3.2, 3.2), many.uniform(-1.6, 6.5)])
        for at in middle + many.normal(0, many.uniform(0.12, 0.4), (26, 2)):
            r = many.uniform(0.05, 0.13)
            if np.hypot(*at) < SUNLIT + r:
                continue
            rim = np.column_stack([r * np.cos(turns), many.uniform(0.4, 1) * r * np.sin(turns), 0 * turns])
            points.append(rim + np.array([*at, 0.0]) + out)
            faces.append(np.arange(7) + count)
            count += 7
    thing = masses.mass("canopy", np.concatenate(points), np.stack(faces), solid((40, 40, 40), 0.9))
    thing.visible_camera = thing.visible_diffuse = thing.visible_glossy = False
