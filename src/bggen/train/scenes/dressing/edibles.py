"""Lemons, oranges and limes with mint and leaves."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import citrus as c
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng

_MINT: c.Stops = [(0.0, (126, 166, 92)), (0.4, (70, 128, 58)), (0.75, (52, 108, 48))]
_LEAF: c.Stops = [(0.0, (150, 172, 84)), (0.35, (60, 104, 36)), (0.8, (34, 78, 26))]


def _lemons(it: Corner) -> list[str]:
    """Two whole ones, halves that show their segments, sprigs of mint."""
    stuffs = c.stuffs_of(c.LEMON)
    mint = s.tinted(_MINT, 0.5, 0.2)
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    r = 0.1
    c.whole(
        it.rng, c.LEMON, r, (x + 0.07 * side, y + 0.09, r), (0.15, 1.5, 0.5 + it.rng.uniform(0, 1)), stuffs
    )
    c.whole(it.rng, c.LEMON, r * 0.96, (x + 0.17 * side, y - 0.11, r * 0.96), (0.1, 1.6, -0.5 * side), stuffs)
    face = (1.25, 0.0, 0.25 * side) if not it.flat_lay else (0.12, 0.1, 0.3)
    c.cut(
        it.rng, c.LEMON, r, (x - 0.08 * side, y - 0.09, r * 0.95 if not it.flat_lay else 0.11), face, stuffs
    )
    _sprig(it.rng, (x + 0.03 * side, y - 0.2, 0.02), 0.1, side, mint)
    x, y = it.spot(0.12)
    side = math.copysign(1.0, x)
    face = (1.05, 0.0, -0.3 * side) if not it.flat_lay else (0.1, 0.12, 1.0)
    c.cut(it.rng, c.LEMON, r * 0.97, (x, y, 0.098), face, stuffs)
    _sprig(it.rng, (x + 0.02 * side, y - 0.15, 0.02), 0.09, side, mint)
    return ["lemons", "mint leaves"]


def _oranges(it: Corner) -> list[str]:
    """Two and a half; one with a slice and a wedge; one alone."""
    stuffs, green = c.stuffs_of(c.ORANGE), s.tinted(_LEAF, 0.35, 0.15, coat=0.3)
    r = 0.11
    x, y = it.spot(0.24)
    side = math.copysign(1.0, x)
    c.whole(it.rng, c.ORANGE, r, (x + 0.04 * side, y + 0.12, r * 0.95), (0.3, 0.25 * side, 2.0), stuffs)
    _twig(it.rng, r, (x + 0.04 * side, y + 0.12, r * 0.95), (0.3, 0.25 * side, 2.0), side, green)
    c.whole(it.rng, c.ORANGE, r * 0.95, (x + 0.2 * side, y - 0.04, r * 0.94), (1.2, 0.7, 0.9), stuffs)
    face = (1.3, 0.0, 0.2 * side) if not it.flat_lay else (0.1, 0.08, 0.3)
    c.cut(it.rng, c.ORANGE, r * 0.98, (x - 0.08 * side, y - 0.1, r * 0.94), face, stuffs)
    x, y = it.spot(0.22)
    side = math.copysign(1.0, x)
    c.whole(it.rng, c.ORANGE, r, (x + 0.05 * side, y + 0.1, r * 0.95), (-0.5, 0.9 * side, 0.3), stuffs)
    lean = (1.05, 0.0, 0.15 * side) if not it.flat_lay else (0.0, 0.0, 0.4)
    up = (-0.02, 0.088) if not it.flat_lay else (-0.08, 0.018)
    c.cut(it.rng, c.ORANGE, r * 0.94, (x - 0.1 * side, y + up[0], up[1]), lean, stuffs, -0.16)
    c.wedge(
        it.rng, c.ORANGE, r * 0.96, (x + 0.07 * side, y - 0.12, 0.1), (0.25, math.pi / 2, 0.25 * side), stuffs
    )
    x, y = it.spot(0.12)
    c.whole(it.rng, c.ORANGE, r, (x, y, r * 0.95), (0.5, -0.3, 1.0), stuffs)
    _twig(it.rng, r, (x, y, r * 0.95), (0.5, -0.3, 1.0), math.copysign(1.0, x), green)
    return ["oranges"]


def _limes(it: Corner) -> list[str]:
    """A whole one, a half and a wedge; a half and a slice; mint with both."""
    stuffs, mint = c.stuffs_of(c.LIME), s.tinted(_MINT, 0.5, 0.2)
    r = 0.085
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    c.whole(
        it.rng, c.LIME, r, (x + 0.08 * side, y + 0.07, r), (0.15, 1.5, 0.4 + it.rng.uniform(0, 0.6)), stuffs
    )
    face = (1.25, 0.0, 0.3 * side) if not it.flat_lay else (0.1, 0.1, 0.3)
    c.cut(it.rng, c.LIME, r, (x - 0.07 * side, y - 0.05, r * 0.97), face, stuffs)
    c.wedge(it.rng, c.LIME, r, (x + 0.12 * side, y - 0.1, 0.078), (0.3, math.pi / 2, -0.3 * side), stuffs)
    _sprig(it.rng, (x, y - 0.17, 0.02), 0.1, side, mint)
    x, y = it.spot(0.16)
    side = math.copysign(1.0, x)
    face = (1.0, 0.0, -0.3 * side) if not it.flat_lay else (0.1, -0.1, 1.0)
    c.cut(it.rng, c.LIME, r, (x - 0.04 * side, y + 0.06, r * 0.99), face, stuffs)
    c.cut(it.rng, c.LIME, r * 0.96, (x + 0.08 * side, y - 0.08, 0.016), (0.0, 0.0, 0.5), stuffs, -0.16)
    c.wedge(it.rng, c.LIME, r, (x - 0.1 * side, y - 0.1, 0.078), (-0.1, math.pi / 2, 0.5 * side), stuffs)
    _sprig(it.rng, (x + 0.1 * side, y + 0.06, 0.02), 0.09, side, mint)
    return ["limes"]


def _twig(rng: Rng, r: float, at: g.Point, turn: g.Point, side: float, green: Material) -> None:
    """The end of a stalk and two leaves on top of an orange that is turned so."""
    button, turns = s.spun([(0.001, 0.99), (0.05, 0.985), (0.12, 0.93), (0.13, 0.9)], 30, 12)
    button[..., :2] *= (1 + 0.25 * np.cos(5 * turns))[:, None]
    stalk = s.tube(np.array([[0.0, 0, 0.9], [0.01, 0, 1.0], [0.05, 0.02, 1.12]]), 0.04, 0.3)
    parts = [s.sheet(button, 0.2, around=True), stalk]
    parts = [s.turned(part, turn, at, r) for part in parts]
    top = s.rotated(np.array([0.02, 0.0, 1.0]), turn) * r + np.array(at)
    for way, long in ((0.5, 0.17), (2.5, 0.12)):
        leaf = s.blade(long, long * 0.25, tip=0.9, fold=0.22, bend=0.3, veins=9, wave=0.12)
        parts.append(
            s.turned(
                leaf, (rng.uniform(0.15, 0.3), 0.25 * side, way * side - math.pi / 2), tuple(top.tolist())
            )
        )
    s.put("leaves", parts, green)


def _sprig(rng: Rng, at: g.Point, long: float, side: float, mint: Material) -> None:
    """The top of a mint stem, its leaves in crossed pairs, lying."""
    way = rng.uniform(-0.6, 0.6) + (0.0 if side < 0 else math.pi)  # it points to the product
    leaves = []
    for k in range(5):
        size = long * (0.55 + 0.45 * (k > 1)) * rng.uniform(0.9, 1.1)
        aside = ((0.15, -0.45, 0.8, -0.95, 1.9)[k]) + rng.uniform(-0.12, 0.12)
        leaf = s.blade(size, size * 0.33, tip=0.78, fold=0.2, bend=0.2, saw=12, veins=6, wave=0.1)
        lift = 0.75 if k < 2 else 0.3
        leaves.append(s.turned(leaf, (lift, rng.uniform(-0.3, 0.3), way + aside - math.pi / 2), at))
    back = np.linspace(0, 1, 8)[:, None] * np.array([[-math.cos(way), -math.sin(way), 0.0]]) * long * 0.8
    leaves.append(s.tube(np.array(at) + back + np.array([0, 0, -0.01]), 0.005, 0.4))
    s.put("mint", leaves, mint)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {
    "lemons": _lemons, "oranges": _oranges, "limes": _limes,
}  # fmt: skip
