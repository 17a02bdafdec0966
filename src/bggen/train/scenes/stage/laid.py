"""Grounds that are made of many pieces: knitted yarn, woven cane, pebbles. Their tops are at height 0."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.stage import pile, sheets, strewn, threads, zellige
from bggen.train.scenes.stage.natural import fractal

Points = NDArray[np.float64]
ACROSS, NEAR = 3.0, 2.4  # units to each side of the stand, and before it, that are covered
STITCH = (0.2, 0.14)  # units across, and from row to row
YARN, PLIES = 0.043, 3  # units from its middle; what it is twisted from
CANE = (0.15, 0.052)  # units from stake to stake, and from weaver to weaver
DEEP = 0.12  # units that what is under them lies below
PEBBLES = (0.032, 0.15)  # units, half of a pebble


def knit(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Stockinette of chunky yarn; the yarn's path is Leaf's (Computers in Stockinette, 1960)."""
    wide, apart = STITCH
    turned = rng.uniform(0.35, 0.7) * rng.choice([-1, 1])  # in line with the camera it would look like ropes
    c, s = math.cos(turned), math.sin(turned)
    reach = 1.5 * ACROSS
    k, turn = wide / (2 * math.pi), np.linspace(0, 2 * math.pi, 30, endpoint=False)
    stitches = round(2 * reach / wide)
    t = (turn[None, :] + 2 * math.pi * np.arange(stitches)[:, None]).ravel()
    for row in range(round(2 * reach / apart)):
        loose = np.repeat([1 + rng.gauss(0, 0.035) for _ in range(stitches)], len(turn))
        x = k * t + 1.25 * k * np.sin(2 * t) - reach
        y = row * apart - reach + 0.92 * apart * np.cos(t) * loose
        z = -0.45 * YARN * np.cos(2 * t) - 1.4 * YARN + 0.006 * np.sin(1.9 * x + 2.3 * y)
        twist = 5.5 * t / math.pi + rng.uniform(0, 6)
        _tube("yarn", np.stack([c * x - s * y, s * x + c * y, z], 1), YARN, materials[0], twist)


def cane(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Split cane over and under stakes, as in baskets and trays."""
    apart, row_apart = CANE
    x = np.arange(-ACROSS, ACROSS, apart / 10)
    for row in range(round((NEAR + back) / row_apart)):
        side = 1 if row % 2 else -1
        wander = rng.uniform(0, 6)
        y = row * row_apart - NEAR + 0.003 * np.sin(2.2 * x + wander)
        z = -0.034 + side * 0.02 * np.cos(math.pi * x / apart)
        flat = (0.43 * row_apart, 0.012)
        _tube("weaver", np.stack([x, y, z], 1), flat, materials[row % len(materials)])
    y = np.linspace(-NEAR, back, 200)
    for stake in range(round(2 * ACROSS / apart)):
        at = np.full_like(y, (stake - round(ACROSS / apart)) * apart)
        _tube("stake", np.stack([at, y, np.full_like(y, -0.034)], 1), 0.012, materials[0])


def pebbles(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Stones from a river, worn round, the large ones first."""
    cells: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
    for half in np.geomspace(PEBBLES[1], PEBBLES[0], 8).tolist():
        for _ in range(round(100 / half**1.6)):
            x, y = rng.uniform(-ACROSS, ACROSS), rng.uniform(-NEAR, back)
            cell = (int(x // 0.3), int(y // 0.3))
            beside = ((cell[0] + i, cell[1] + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
            near = [stone for one in beside for stone in cells.get(one, [])]
            if any(math.hypot(x - a, y - b) < 0.86 * (half + r) for a, b, r in near):
                continue
            cells.setdefault(cell, []).append((x, y, half))
            points = _pebble(rng, half)
            points += np.array([x, y, -points[..., 2].max() - rng.uniform(0, 0.025)])
            rows, columns = points.shape[:2]
            top = tuple(range((rows - 1) * columns, rows * columns))
            of = materials[rng.randint(0, len(materials) - 1)]
            g.mesh("pebble", _listed(points), [*g.skin(rows, columns), top], of)


def _pebble(rng: Rng, half: float) -> Points:
    """(rows, columns, 3): closed rings about the origin, the lowest first."""
    turns, tilts = np.linspace(0, 2 * math.pi, 36, endpoint=False), np.linspace(-1.2, math.pi / 2 - 0.01, 14)
    tilt, turn = np.meshgrid(tilts, turns, indexing="ij")
    ball = np.stack([np.cos(turn) * np.cos(tilt), np.sin(turn) * np.cos(tilt), np.sin(tilt)], 2)
    size = np.array([half, half * rng.uniform(0.72, 1.0), half * rng.uniform(0.42, 0.6)])
    points = ball * (1 + 0.1 * fractal(ball * 0.9, rng.uniform(0, 50), 2))[..., None] * size
    angle, lean = rng.uniform(0, math.pi), rng.gauss(0, 0.14)
    c, s = math.cos(angle), math.sin(angle)
    points = points @ np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]])
    points[..., 2] += lean * points[..., 0]
    return np.asarray(points, np.float64)


#: by the surface's kind, units: how far below its top what is behind it can be seen between its pieces
SUNK = {"knit": 0.1, "rattan": 0.05, "pebbles": 0.09, "straw": 0.02, "soil": 0.02}
#: by the surface's kind
SHAPES: dict[str, Callable[[Rng, Sequence[Material], float], None]] = {
    "knit": knit,
    "rattan": cane,
    "pebbles": pebbles,
    "crumpled": sheets.crumpled,
    "denim": sheets.denim,
    "deep snow": sheets.snow,
    "burlap": threads.burlap,
    "tatami": threads.tatami,
    "fur": pile.fur,
    "zellige": zellige.tiles,
    "soil": strewn.soil,
    "straw": strewn.straw,
}


def _tube(
    name: str,
    path: Points,
    half: float | tuple[float, float],
    material: Material,
    twist: Points | None = None,
    sides: int = 12,
) -> None:
    """A rod about a path (n, 3), `half` to its skin, or along the ground and up; of PLIES with `twist`."""
    wide, high = half if isinstance(half, tuple) else (half, half)
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    up = np.array([0.0, 0.0, 1.0])
    side = np.cross(along, up)
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-6)
    over = np.cross(side, along)
    turn = np.arange(sides) * 2 * math.pi / sides
    swell = np.ones((len(path), sides))
    if twist is not None:
        swell = 0.9 + 0.13 * np.abs(np.cos(PLIES * (turn[None, :] - twist[:, None] / PLIES) / 2))
    out = (wide * np.cos(turn)[None, :] * swell)[..., None] * side[:, None]
    rise = (high * np.sin(turn)[None, :] * swell)[..., None] * over[:, None]
    g.mesh(name, _listed(path[:, None] + out + rise), g.skin(len(path), sides), material)


def _listed(points: Points) -> list[g.Point]:
    return [(x, y, z) for x, y, z in points.reshape(-1, 3).tolist()]
