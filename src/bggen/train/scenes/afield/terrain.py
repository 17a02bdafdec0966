"""Ground as far as a camera sees that looks down on it, and what is strewn over it by the thousand."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.stage import masses
from bggen.train.scenes.stage.masses import Array, Faces

Draws = np.random.Generator
Noise = Callable[[Array, Array], Array]
NEAR, FAR = -1.5, 8.0  # units: where the ground begins and ends; the highest cameras see no farther
SEEN = 6.0  # units behind the stand up to which small things are worth their while
TILE = 12.0  # units after which noise comes again


def half(y: Array) -> Array:
    """Units to each side that cameras may see, and a little more."""
    return np.asarray(1.25 + 0.3 * (np.maximum(y, -1) + 1), np.float64)


def noise(many: Draws, long: float, short: float, slope: float = 1.6) -> Noise:
    """Noise of waves `long` to `short` units, by places; 1 is usual. `slope`: 1 is even, 2 is smooth."""
    count = min(round(TILE / (0.4 * short)), 1400)
    turns = np.fft.rfft2(many.standard_normal((count, count)))
    step = TILE / count
    often = np.hypot(np.fft.rfftfreq(count, step)[None, :], np.fft.fftfreq(count, step)[:, None])
    passed = (often > 1 / long) & (often < 1 / short)
    field = np.fft.irfft2(turns * np.where(passed, np.maximum(often, 1e-6) ** -slope, 0), (count, count))
    field /= field.std()

    def at(x: Array, y: Array) -> Array:
        column, row = x / step, y / step
        left, low = np.floor(column).astype(int), np.floor(row).astype(int)
        across, up = column - left, row - low
        a, b = field[low % count, left % count], field[low % count, (left + 1) % count]
        c, d = field[(low + 1) % count, left % count], field[(low + 1) % count, (left + 1) % count]
        return np.asarray((a + across * (b - a)) * (1 - up) + (c + across * (d - c)) * up)

    return at


def calm(x: Array, y: Array) -> Array:
    """0..1 of what ground may rise and fall: where a product stands it is flat."""
    return np.asarray(np.clip((np.hypot(x, y) - 0.35) / 0.8, 0.12, 1), np.float64)


def fan(fine: float = 0.012, far: float = FAR, near: float = NEAR) -> tuple[Array, Array]:
    """Places (rows, columns), `fine` units apart at the stand and farther where they are farther away."""
    rows = [near]
    while rows[-1] < far:
        rows.append(rows[-1] + fine * (0.7 + 0.35 * max(rows[-1] + 1, 0)))
    y = np.array(rows)[:, None]
    across = np.linspace(-1, 1, round(2.9 / fine))[None, :]
    return across * half(y), np.broadcast_to(y, (len(rows), across.size)).copy()


def sheet(
    name: str, places: tuple[Array, Array], z: Array, of: Material, tone: Array | None = None
) -> g.Thing:
    """Ground as high as `z` at places (rows, columns)."""
    points = np.stack([*places, z], 2).reshape(-1, 3)
    index = np.arange(z.size).reshape(z.shape)
    faces = np.stack([index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]], 2).reshape(-1, 4)
    return masses.mass(name, points, faces, of, None if tone is None else tone.ravel())


def spread(many: Draws, each: float, far: float = SEEN, near: float = NEAR) -> Array:
    """Places (n, 2), `each` of them a square unit."""
    wide = float(half(np.array(far)))
    count = round(each * 2 * wide * (far - near))
    at = np.stack([many.uniform(-wide, wide, count), many.uniform(near, far, count)], 1)
    return np.asarray(at[np.abs(at[:, 0]) < half(at[:, 1])])


def away(at: Array, least: float) -> Array:
    """Those of the places that are `least` units from the stand."""
    return np.asarray(at[np.hypot(at[:, 0], at[:, 1]) > least])


def lying(many: Draws, count: int, lean: float | Array) -> Array:
    """Rotations (n, 3, 3): any way round, and some `lean` radians off the level."""
    turn, toward = many.uniform(0, 2 * math.pi, (2, count))
    tilt = many.normal(0, lean, count)
    c, s = np.cos(turn), np.sin(turn)
    zero, one = np.zeros(count), np.ones(count)
    about = np.stack([c, -s, zero, s, c, zero, zero, zero, one], 1).reshape(-1, 3, 3)
    axis = np.stack([np.cos(toward), np.sin(toward), zero], 1)
    cross = np.stack(
        [zero, zero, axis[:, 1], zero, zero, -axis[:, 0], -axis[:, 1], axis[:, 0], zero], 1
    ).reshape(-1, 3, 3)
    ct, st = np.cos(tilt)[:, None, None], np.sin(tilt)[:, None, None]
    leant = ct * np.eye(3) + st * cross + (1 - ct) * np.einsum("ni,nj->nij", axis, axis)
    return np.asarray(leant @ about)


def strewn(
    name: str, mould: tuple[Array, Faces], at: Array, turns: Array, size: Array, tone: Array, of: Material
) -> g.Thing | None:
    """One mould many times.

    Args:
        at: places (n, 3).
        turns: rotations (n, 3, 3).
        size: (n,) or (n, 3), before it is turned.
        tone: (n,), or (n, points) for one that has shades of its own.
    """
    points, faces = mould
    if not len(at):
        return None
    sized = points[None] * (size[:, None, None] if size.ndim == 1 else size[:, None])
    placed = np.einsum("nij,npj->npi", turns, sized) + at[:, None]
    joined = (faces[None] + np.arange(len(at))[:, None, None] * len(points)).reshape(-1, faces.shape[1])
    tones = np.broadcast_to(tone[:, None] if tone.ndim == 1 else tone, (len(at), len(points)))
    return masses.mass(name, placed.reshape(-1, 3), joined, of, np.clip(tones, 0, 1).ravel())
