"""Noise in space for the relief of nuts and roots: no seams, no poles."""

from __future__ import annotations

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.matter import geometry as g

_SIDE = 32  # of the lattice that noise is read from


def cloud(dice: np.random.Generator, points: s.Floats, lumps: float, octaves: int = 1) -> s.Floats:
    """Smooth noise of about 0..1 at points (..., 3), so many lumps a unit of theirs."""
    total, weight = np.zeros(points.shape[:-1]), 0.0
    for k in range(octaves):
        share = 0.5**k
        lattice = dice.random((_SIDE, _SIDE, _SIDE))
        total += share * _read(lattice, points * lumps * 2**k + dice.uniform(0, _SIDE, 3))
        weight += share
    return np.asarray(np.clip((total / weight - 0.5) * 1.5 + 0.5, 0, 1))


def _read(lattice: s.Floats, at: s.Floats) -> s.Floats:
    low = np.floor(at).astype(int)
    t = at - low
    t = t * t * (3 - 2 * t)
    total = np.zeros(at.shape[:-1])
    for corner in np.ndindex(2, 2, 2):
        share = np.prod(np.where(corner, t, 1 - t), -1)
        i, j, k = np.moveaxis((low + corner) % _SIDE, -1, 0)
        total = total + share * lattice[i, j, k]
    return total


def creases(dice: np.random.Generator, points: s.Floats, lumps: float, octaves: int = 1) -> s.Floats:
    """A net of sharp furrows: 0 in their bottom, up to 1 between."""
    made = np.abs(cloud(dice, points, lumps, octaves) - 0.5) * 2
    return np.asarray(np.clip(made * 1.6, 0, 1) ** 0.6)


def pushed(grid: s.Floats, by: s.Floats) -> s.Floats:
    """Rings (rows, columns, 3), each point moved along its normal; closed around."""
    wide = np.concatenate([grid[:, -1:], grid, grid[:, :1]], 1)
    across = (wide[:, 2:] - wide[:, :-2]) / 2
    normal = np.cross(across, np.gradient(grid, axis=0))
    normal /= np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-9)
    return np.asarray(grid + by[..., None] * normal)


def ball(wide: g.Point, columns: int = 64, rows: int = 48) -> s.Floats:
    """Rings of an ellipsoid with half axes `wide`, its poles at +-z."""
    polar = np.linspace(1e-3, np.pi - 1e-3, rows)[::-1, None]
    turns = np.arange(columns) * 2 * np.pi / columns
    unit = [np.sin(polar) * np.cos(turns), np.sin(polar) * np.sin(turns), np.cos(polar) + 0 * turns]
    return np.asarray(np.stack(unit, 2) * np.array(wide))
