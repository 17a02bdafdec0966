"""Stands that nobody made: a boulder with a flat top, a slice of a log in its bark."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from mathutils import Vector, noise
from numpy.typing import NDArray

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng

Points = NDArray[np.float64]
COLUMNS = 420  # points around
SIDES = 22  # planes that a boulder is broken along
SHARP = 26.0  # exponent that joins them: higher leaves sharper edges


def rock(rng: Rng, material: Material, radius: float, height: float) -> None:
    """A boulder, flat for `radius` about its middle."""
    middle = 0.35 * height
    facets = [(0.0, 0.0, 1.0 / (height - middle))]
    for k in range(SIDES):
        turn, tilt = 2 * math.pi * (k + rng.uniform(-0.4, 0.4)) / (SIDES / 2), rng.uniform(-0.25, 0.5)
        out = (math.cos(turn) * math.cos(tilt), math.sin(turn) * math.cos(tilt), math.sin(tilt))
        # far enough that the rim of what is flat is inside of it
        away = radius * math.cos(tilt) + (height - middle) * math.sin(tilt) + radius * rng.uniform(0.04, 0.2)
        facets.append((out[0] / away, out[1] / away, out[2] / away))
    rows = np.concatenate([np.linspace(-0.3, 0.45, 90), np.linspace(0.46, math.pi / 2 - 1e-3, 110)])
    turns = np.arange(COLUMNS) * 2 * math.pi / COLUMNS
    tilt, turn = np.meshgrid(rows, turns, indexing="ij")
    toward = np.stack([np.cos(turn) * np.cos(tilt), np.sin(turn) * np.cos(tilt), np.sin(tilt)], 2)
    reach = np.maximum(toward @ np.array(facets).T, 1e-6)
    points = toward / ((reach**SHARP).sum(2) ** (1 / SHARP))[..., None]
    points[..., 2] += middle
    at = rng.uniform(0, 50)
    rough = fractal(points * 4.5, at, 6)
    side = np.clip((height - points[..., 2]) / (0.25 * height), 0, 1)
    points += toward * (rough * (0.006 + 0.035 * side))[..., None]
    _closed("rock", points, material)


def log(rng: Rng, material: Material, radius: float, height: float) -> None:
    """A slice of a log that is `radius` wide at least, with furrowed bark about it."""
    at = rng.uniform(0, 50)
    turns = np.arange(COLUMNS) * 2 * math.pi / COLUMNS
    around = np.stack([np.cos(turns), np.sin(turns), np.zeros(COLUMNS)], 1)
    wide = radius * (1.08 + 0.06 * fractal(around * 0.9, at, 2))
    rings = []
    for z in np.linspace(-0.01, height, 48):
        furrows = fractal(around * np.array([9.0, 9.0, 1.0]) + np.array([0, 0, 2.2 * z]), at + 9, 5)
        flare = 0.05 * radius * (1 - z / height) ** 2
        worn = 0.012 * np.clip((z - 0.93 * height) / (0.07 * height), 0, 1) ** 2
        r = wide + flare + 0.022 * furrows - worn
        rings.append(np.stack([around[:, 0] * r, around[:, 1] * r, np.full(COLUMNS, z)], 1))
    for share in (0.985, 0.96, 0.9, 0.7, 0.4, 0.002):  # what was sawn
        rings.append(
            np.stack([rings[47][:, 0] * share, rings[47][:, 1] * share, np.full(COLUMNS, height)], 1)
        )
    _closed("log", np.stack(rings), material)


#: by what the catalogue calls them
SHAPES: dict[str, Callable[[Rng, Material, float, float], None]] = {"rock": rock, "log": log}


def fractal(places: Points, offset: float, octaves: int) -> Points:
    """(..., 3) -> (...) about -1..1."""
    flat = places.reshape(-1, 3) + offset
    found = [noise.fractal(Vector(p), 0.9, 2.1, octaves) for p in flat.tolist()]
    return np.array(found).reshape(places.shape[:-1])


def _closed(name: str, rings: Points, material: Material) -> None:
    """Closed rings of points, the lowest first; the last is closed by a face."""
    rows, columns = rings.shape[:2]
    points: Sequence[g.Point] = [(x, y, z) for x, y, z in rings.reshape(-1, 3).tolist()]
    top = tuple(range((rows - 1) * columns, rows * columns))
    thing = g.mesh(name, points, [*g.skin(rows, columns), top], material)
    g.soften(thing, 0.002, 2, angle=0.9)
