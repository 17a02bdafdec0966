"""Stones that lie about, and those that people laid: pebbles, boulders, setts, slabs, kerbs."""

from __future__ import annotations

import math

import numpy as np

from bggen.train.scenes.afield import terrain as t
from bggen.train.scenes.afield.terrain import Draws, Noise
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.stage import masses
from bggen.train.scenes.stage.masses import Array, Faces
from bggen.train.scenes.stage.natural import fractal


def pebble(rng: Rng, sharp: float = 0.0, fine: int = 3) -> tuple[Array, Faces]:
    """A stone 1 from its middle, worn round or, by `sharp` 0..1, broken along planes."""
    points, faces = masses.globe(fine)
    place = rng.uniform(0, 90)
    if sharp:
        drawn = np.array([[rng.gauss(0, 1) for _ in range(3)] for _ in range(11)])
        ways = np.concatenate([drawn / np.linalg.norm(drawn, axis=1, keepdims=True), np.eye(3), -np.eye(3)])
        far = np.array([rng.uniform(0.55, 0.95) for _ in ways])
        reach = np.maximum(points @ ways.T / far, 1e-6)
        points = points / ((reach**14).sum(1, keepdims=True) ** (1 / 14)) * sharp + points * (1 - sharp)
    grown = 1 + 0.16 * fractal(points * 0.9, place, 2) + 0.05 * fractal(points * 3.5, place + 9, 3)
    return np.asarray(points * grown[:, None]), faces


def strew(
    many: Draws,
    rng: Rng,
    at: Array,
    height: Noise,
    half: tuple[float, float],
    of: Material,
    sharp: float = 0.0,
    sunk: float = 0.35,
    flat: float = 0.65,
    moulds: int = 6,
    fine: int = 2,
) -> None:
    """Stones of `half` their size, more of the small ones, each a part `sunk` of that in the ground."""
    kind = many.integers(0, moulds, len(at))
    for k in range(moulds):
        here = at[kind == k]
        size = half[0] * (half[1] / half[0]) ** (many.random(len(here)) ** 1.6)
        z = height(*here.T) + size * flat * (1 - 2 * sunk)
        sizes = size[:, None] * np.stack(
            [many.uniform(0.85, 1.2, len(here)), many.uniform(0.7, 1.0, len(here)), np.full(len(here), flat)],
            1,
        )
        t.strewn(
            "stone",
            pebble(rng, sharp, fine),
            np.column_stack([here, z]),
            t.lying(many, len(here), 0.25),
            sizes,
            np.clip(many.normal(0.5, 0.2, len(here)), 0, 1),
            of,
        )


def boulder(rng: Rng, at: tuple[float, float, float], size: tuple[float, float, float], of: Material) -> None:
    """A broken rock that lies in the ground."""
    points, faces = pebble(rng, 0.85, 6)
    points = points + 0.035 * (points * fractal(points * 5, rng.uniform(0, 50), 4)[:, None])
    a = rng.uniform(0, 6.28)
    turn = np.array([[math.cos(a), -math.sin(a), 0], [math.sin(a), math.cos(a), 0], [0, 0, 1]])
    masses.mass(
        "boulder", points * np.array(size) @ turn.T + np.array(at), faces, of, np.full(len(points), 0.5)
    )


def setts(many: Draws, rng: Rng, side: float, far: float, of: Material) -> None:
    """Hewn stones in rows across, no two alike, their tops worn; the tops are at height 0."""
    ball, faces = masses.globe(4)
    cushion = np.sign(ball) * np.abs(ball) ** 0.5
    cushion /= np.abs(cushion).max(0)
    places, sizes = list[tuple[float, float]](), list[tuple[float, float]]()
    y = t.NEAR
    while y < far:
        x = -float(t.half(np.array(y))) - many.uniform(0, side)
        while x < float(t.half(np.array(y))):
            wide = side * many.uniform(0.85, 1.3)
            places.append((x + wide / 2, y + many.normal(0, 0.03) * side))
            sizes.append((0.475 * wide, 0.47 * side))
            x += wide
        y += side
    at, size = np.array(places), np.array(sizes)
    kind = many.integers(0, 8, len(at))
    for k in range(8):
        here = kind == k
        count, grown = int(here.sum()), 1 + 0.12 * fractal(cushion * 1.3, rng.uniform(0, 50), 3)
        mould = np.asarray(cushion * grown[:, None])
        z = -0.12 + many.normal(0, 0.009, count)
        a = many.normal(0, 0.06, count)
        c, s, o, i = np.cos(a), np.sin(a), np.zeros(count), np.ones(count)
        turns = np.stack([c, -s, o, s, c, o, o, o, i], 1).reshape(-1, 3, 3)
        sized = np.column_stack([size[here], np.full(count, 0.12)])
        t.strewn("sett", (mould, faces), np.column_stack([at[here], z]), turns, sized,
                 np.clip(many.normal(0.5, 0.13, count), 0, 1), of)  # fmt: skip


def slab(
    middle: tuple[float, float], size: tuple[float, float, float], top: float, of: Material, tone: float,
    edge: float = 0.012, lean: tuple[float, float] = (0.0, 0.0),
) -> None:  # fmt: skip
    """A sawn stone or board with a rounded edge, its top at a height; what `slabs` are laid of."""
    bend = np.linspace(0, math.pi / 2, 4).tolist()
    insets = [(0.0, size[2]), *((edge * (1 - math.cos(a)), edge * (1 - math.sin(a))) for a in bend)]
    outline = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) / 2
    points = list[Array]()
    for inset, low in insets:
        flat = outline * (np.array(size[:2]) - 2 * inset) + np.array(middle)
        z = top - low + lean[0] * (flat[:, 0] - middle[0]) + lean[1] * (flat[:, 1] - middle[1])
        points.append(np.column_stack([flat, z]))
    count = len(points)
    faces = [(4 * r + k, 4 * r + (k + 1) % 4, 4 * r + 4 + (k + 1) % 4, 4 * r + 4 + k)
             for r in range(count - 1) for k in range(4)]  # fmt: skip
    faces.append((4 * count - 4, 4 * count - 3, 4 * count - 2, 4 * count - 1))
    masses.mass("slab", np.concatenate(points), np.array(faces), of, np.full(4 * count, tone), smooth=False)
