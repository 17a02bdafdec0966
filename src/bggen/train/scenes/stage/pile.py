"""Faux fur: long soft strands in locks that lie this way and that. Its top is at height 0."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.stage import masses

LOCKS, STRANDS = 640, 26  # a square unit, and in each
LONG = (0.13, 0.24)  # units, of a strand
DEEP = 0.12  # units that its backing lies below


def fur(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Locks whose strands come together towards their tips."""
    many = masses.draws(rng)
    masses.sheet("backing", np.full((20, 20), -DEEP), materials[0])
    swirls = masses.clouds(many, 0.02, 2.2, 0.3, 1.9)
    at = masses.spread(many, LOCKS, back, 0.4)
    count = len(at)
    turn = rng.uniform(0, 6.28) + 0.75 * masses.at(swirls, *at.T) + many.normal(0, 0.28, count)
    long = many.uniform(*LONG, count)
    lean = np.clip(many.normal(1.1, 0.16, count), 0.6, 1.4)
    curl = many.normal(0, 0.55, count)
    each = np.repeat(np.arange(count), STRANDS)
    total = len(each)
    t = np.linspace(0, 1, 7)[None, :]
    own_turn = turn[each] + many.normal(0, 0.1, total)
    swing = own_turn[:, None] + curl[each][:, None] * t**1.5 + many.normal(0, 0.3, total)[:, None] * t**2
    tilt = np.clip(lean[each] + many.normal(0, 0.09, total), 0.4, 1.5)[:, None] * (0.35 + 0.8 * t)
    step = (long[each] * many.uniform(0.75, 1.1, total))[:, None] / 7
    out = np.cumsum(np.sin(tilt) * step, 1)
    foot = at[each] + many.normal(0, 0.028, (total, 2))
    drawn = (foot - at[each])[..., None] * (1 - 0.72 * t[None]) + at[each][..., None]
    x = drawn[:, 0] + np.cumsum(np.sin(tilt) * np.cos(swing) * step, 1)
    y = drawn[:, 1] + np.cumsum(np.sin(tilt) * np.sin(swing) * step, 1)
    z = np.cumsum(np.cos(tilt) * step, 1) - DEEP + 0 * out
    half = many.uniform(0.0019, 0.0031, total)[:, None] * (1.02 - t**2.2) ** 0.7
    tone = np.clip(many.normal(0.5, 0.14, count)[each][:, None] + 0.35 * (t - 0.5), 0, 1)
    masses.rods("fur", np.stack([x, y, z], 2), half, tone, materials[0], 3)
