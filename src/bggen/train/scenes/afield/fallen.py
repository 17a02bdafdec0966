"""What fell from trees and lies about: leaves, twigs, needles."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from bggen.train.scenes.afield import terrain as t
from bggen.train.scenes.afield.terrain import Draws, Noise
from bggen.train.scenes.dressing.fall import MAPLE
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.stage import masses
from bggen.train.scenes.stage.masses import Array, Faces

#: points (n, 3) and faces (m, 3) of one about 1 long, and what its parts add to its tone (n)
Leaf = tuple[Array, Faces, Array]


def maple(many: Draws) -> Leaf:
    """A maple's leaf about 1 long, dished, its tips curling."""
    side = np.array(MAPLE)
    rim = np.concatenate([side, side[::-1] * [-1, 1]])
    return _leaf(many, rim, np.array([0.0, 0.2]))


def oval(many: Draws, wide: float) -> Leaf:
    """A beech's or birch's leaf about 1 long."""
    up = np.linspace(0, 1, 9)
    side = np.stack([wide * np.sin(math.pi * up**0.8), up], 1)
    return _leaf(many, np.concatenate([side, side[-2:0:-1] * [-1, 1]]), np.array([0.0, 0.45]))


def _leaf(many: Draws, rim: Array, middle: Array) -> Leaf:
    count, grow = len(rim), np.array([0.45, 0.8, 1.0])
    flat = np.concatenate([middle[None], *(middle + k * (rim - middle) for k in grow)])
    x, y = flat[:, 0], flat[:, 1] - 0.4
    curl = many.uniform(0.15, 0.55)
    z = (
        curl * (x**2 + 0.5 * y**2)
        + many.normal(0, 0.12) * x * y
        + many.uniform(0.1, 0.4) * np.abs(x)
        + 0.1 * np.sin(5 * x + many.uniform(0, 6)) * y
    )
    k = np.arange(count)
    after = (k + 1) % count
    first = np.stack([np.zeros(count, int), 1 + k, 1 + after], 1)
    rest = [
        np.stack([[1 + r * count + k, 1 + (r + 1) * count + k, 1 + (r + 1) * count + after],
                  [1 + r * count + k, 1 + (r + 1) * count + after, 1 + r * count + after]], 0)
        for r in range(2)
    ]  # fmt: skip
    more = np.concatenate([part.transpose(0, 2, 1).reshape(-1, 3) for part in rest])
    points = np.stack([x, y, z - z.mean()], 1)
    ring = np.concatenate([[0.0], np.repeat(grow, count)])
    shade = 0.14 * np.exp(-((x / 0.03) ** 2)) - 0.3 * np.maximum(ring - 0.75, 0) * many.uniform(0, 1.4)
    return np.asarray(points), np.concatenate([first, more]), np.asarray(shade)


def litter(
    many: Draws,
    at: Array,
    height: Noise | float,
    size: tuple[float, float],
    kinds: Sequence[tuple[Material, float]],
    moulds: Sequence[Leaf],
    lean: float = 0.22,
    over: float = 0.006,
) -> None:
    """Leaves that lie `over` ground as high as `height`, of `kinds` by their share."""
    shares = np.cumsum([share for _, share in kinds])
    of = np.searchsorted(shares / shares[-1], many.random(len(at)))
    mould = many.integers(0, len(moulds), len(at))
    for k, (stuff, _) in enumerate(kinds):
        for j, one in enumerate(moulds):
            here = at[(of == k) & (mould == j)]
            low = height if isinstance(height, float) else height(*here.T)
            z = low + over + 0.02 * many.random(len(here))
            t.strewn("leaf", one[:2], np.column_stack([here, np.broadcast_to(z, len(here))]),
                     t.lying(many, len(here), lean), many.uniform(*size, len(here)),
                     np.clip(many.normal(0.5, 0.22, len(here)), 0, 1)[:, None] + one[2], stuff)  # fmt: skip


def twigs(
    many: Draws, at: Array, height: Noise, long: tuple[float, float], of: Material, thick: float = 0.006
) -> None:
    """Bits of wood, or needles, that lie about."""
    s = np.linspace(-0.5, 0.5, 6)[None, :]
    turn, bend = many.uniform(0, 6.28, (len(at), 1)), many.normal(0, 0.5, (len(at), 1))
    length = many.uniform(*long, (len(at), 1))
    x = at[:, :1] + np.cumsum(np.cos(turn + bend * s), 1) * length / 6
    y = at[:, 1:] + np.cumsum(np.sin(turn + bend * s), 1) * length / 6
    z = height(x, y) + thick * 1.2 + many.uniform(0, 0.015, (len(at), 1))
    half = thick * many.uniform(0.5, 1.3, (len(at), 1)) * (1 - 0.6 * np.abs(s))
    masses.rods("twigs", np.stack([x, y, z], 2), half, np.repeat(many.random((len(at), 1)), 6, 1), of, 5)
