"""Flowers and what grows: roses, tulips, pampas grass, a cactus."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Colour, Rng, mixed

_LEAF: list[tuple[float, Colour]] = [(0.0, (150, 170, 116)), (0.35, (72, 102, 56)), (0.7, (46, 76, 40))]

#: heads from the middle of a cluster: x away from the product, y, z, and how wide
_CLUSTER = [
    (-0.09, -0.08, 0.08, 0.12), (0.1, -0.09, 0.085, 0.125), (-0.12, 0.1, 0.1, 0.11), (0.0, 0.02, 0.18, 0.13),
    (0.13, 0.09, 0.13, 0.115),
]  # fmt: skip


def _roses(it: Corner) -> list[str]:
    """A cluster of open heads on their leaves at one side, one head and a petal or two at the other."""
    tints: list[tuple[Colour, Colour]] = [
        ((234, 172, 164), (250, 222, 214)),
        ((244, 222, 184), (252, 244, 228)), ((238, 190, 180), (250, 226, 216)),
    ]  # fmt: skip
    petals = [
        s.tinted([(0.0, mixed(a, (170, 90, 70), 0.3)), (0.45, a), (1.0, b)], 0.55, 0.3) for a, b in tints
    ]
    green = s.tinted(_LEAF, 0.45, 0.15)
    x, y = it.spot(0.22)
    side = math.copysign(1.0, x)
    for k, (dx, dy, high, r) in enumerate(_CLUSTER):
        lean = (0.95 - 0.5 * (high > 0.1)) if not it.flat_lay else 0.3
        turn = (lean - dy * 1.5, dx * side * 4.0 + it.rng.uniform(-0.1, 0.1), 0.0)
        _rose(
            it.rng, r * it.rng.uniform(0.95, 1.05), (x + dx * side, y + dy, high), turn, petals[k % 3], green
        )
    _rose_leaves(it.rng, (x, y), 9, 0.16, green)
    x, y = it.spot(0.13)
    _rose(it.rng, 0.1, (x, y, 0.06), (0.9 if not it.flat_lay else 0.3, 0.25, 0.0), petals[1], green)
    _rose_leaves(it.rng, (x, y), 3, 0.09, green)
    return ["roses"]


def _rose_leaves(rng: Rng, at: tuple[float, float], count: int, away: float, green: Material) -> None:
    leaves = []
    for k in range(count):
        turn = 2 * math.pi * (k + rng.uniform(-0.3, 0.3)) / count
        long = rng.uniform(0.15, 0.2)
        leaf = s.blade(long, long * 0.29, tip=0.85, fold=0.15, bend=0.12, saw=13, veins=8, wave=0.12)
        foot = (at[0] + away * math.cos(turn), at[1] + away * math.sin(turn), rng.uniform(0.025, 0.05))
        leaves.append(
            s.turned(leaf, (rng.uniform(0.0, 0.25), rng.uniform(-0.3, 0.3), turn - math.pi / 2), foot)
        )
    s.put("leaves", leaves, green)


def _rose(
    rng: Rng, r: float, at: tuple[float, float, float], turn: tuple[float, float, float],
    petal: Material, green: Material,
) -> None:  # fmt: skip
    """A head about `r` wide to each side, its petals along one spiral; the surface is Paul Nylander's."""
    turns = np.linspace(-2 * math.pi, 21 * math.pi, 1500)[:, None]
    x = np.linspace(0.0, 1.0, 40)[None, :]
    opens = (math.pi / 2) * np.exp(-turns / (8 * math.pi))
    lobe = 1 - 0.5 * (1.25 * (1 - (3.6 * turns % (2 * math.pi)) / math.pi) ** 2 - 0.25) ** 2
    lip = 1.95653 * x**2 * (1.27689 * x - 1) ** 2 * np.sin(opens)
    away = lobe * (x * np.sin(opens) + lip * np.cos(opens))
    up = lobe * (x * np.cos(opens) - lip * np.sin(opens))
    # no two petals alike: the rim waves, and outer petals roll back
    shift = rng.uniform(0, 9)
    wave = 1 + 0.05 * x**3 * (np.sin(2.7 * turns + shift) + np.sin(6.1 * turns + 2 * shift))
    grid = np.stack([away * wave * np.sin(turns), away * wave * np.cos(turns), up * wave], 2)
    late = (turns + 2 * math.pi) / (23 * math.pi)  # 0 for the outermost petal, 1 in the middle
    grid[..., 2] *= 1 - 0.16 * late**3
    shade = np.clip(0.1 + 0.85 * x**1.6 * (1 - 0.55 * late), 0, 1)
    head = s.sheet(grid, shade)
    spin = rng.uniform(0, 2 * math.pi)
    s.put("rose", [s.turned(s.turned(head, (0, 0, spin)), turn, at, r)], petal)
    sepals = []
    for k in range(5):
        leaf = s.blade(0.85, 0.13, tip=0.7, fold=0.3, bend=0.3)
        sepals.append(s.turned(s.turned(leaf, (0.25, 0, 2 * math.pi * k / 5), (0, 0, -0.06)), turn, at, r))
    s.put("sepals", sepals, green)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"roses": _roses}
