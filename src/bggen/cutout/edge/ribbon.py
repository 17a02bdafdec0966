"""The picture about a product's contour, unrolled.

One row is a pixel of its length, one column half a pixel from outside to inside.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

STEP = 0.5  # working pixels between the columns of a ribbon
DEEP = 0.75  # share of a ribbon's inner half whose colours say how far a row differs at most


@dataclass(frozen=True, slots=True)
class Field:
    """What all ribbons of a picture are sampled from, at working size."""

    difference: Floats  # (h, w, 3)
    depth: Floats  # (h, w) of the mask that is to be improved
    shadow: Floats  # (h, w) 1 in the product's shadow
    tinted: Floats  # (h, w) chroma difference from a pure darkening, 1 = the most a shadow may have
    low: float


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The surroundings of a line, unrolled: n rows along it, k columns from outside to inside."""

    points: Floats  # (n, 2) x, y of the line, where its rows begin
    stands: Mask  # (n,) where the line is known to be the one that the product stands on
    inward: Floats  # (n, 2) unit vectors to the inside
    steps: Floats  # (k,) the columns' distance from the line in pixels
    colour: Floats  # (n, k, 3) difference from the backdrop beside the row
    depth: Floats  # (n, k) in the mask that is to be improved
    tinted: Floats  # (n, k)
    shaded: Floats  # (n,) share of the columns just outside that lie in the product's shadow
    beyond_out: Mask  # (n, k) past the middle of a gap between two parts
    beyond_in: Mask  # (n, k) past the product's own middle


def unrolled(line: Floats, stood: Floats, field: Field, reach: float) -> Ribbon:
    """The ribbon along a closed line of (n, 2) points, `reach` working pixels to either side.

    Where its colours hardly differ they are smoothed along it. Args: stood, (n,) 1 where the line is known to
    be the one that the product stands on.
    """
    even = _even(smooth(np.column_stack([line, stood]), 2.5))
    points, stands = np.ascontiguousarray(even[:, :2]), even[:, 2] > 0.5
    inward = normals(points, field.depth)
    steps = np.arange(-reach, reach + STEP / 2, STEP, dtype=np.float32)
    at = points[:, None] + steps[None, :, None] * inward[:, None]
    colour, depth = sampled(field.difference, at), sampled(field.depth, at)
    shadow, tinted = sampled(field.shadow, at), sampled(field.tinted, at)
    beyond_out, beyond_in = _beyond(depth, steps)
    shaded = smooth(shadow[:, (steps >= -5) & (steps <= -1.5)].mean(axis=1), 3)
    # Shadows grow darker towards the product: there the backdrop is what lies nearest.
    near, far = np.abs(steps + 0.5 * reach) < 1.5, steps < -0.5 * reach
    outer = (far * (1 - shaded[:, None]) + near * shaded[:, None]) * ((depth < -1) & ~beyond_out)
    beside = smooth(np.einsum("nkc,nk->nc", colour, outer.astype(np.float32)), 6)
    beside = beside / np.maximum(smooth(outer.sum(axis=1), 6), 0.1)[:, None]
    apart = colour - beside[:, None]
    ribbon = Ribbon(points, stands, inward, steps, apart, depth, tinted, shaded, beyond_out, beyond_in)
    sure = np.clip(strength(ribbon) / (3 * field.low) - 1, 0, 1)[:, None, None]
    return replace(ribbon, colour=sure * ribbon.colour + (1 - sure) * smooth(ribbon.colour, 3.0))


def strength(ribbon: Ribbon) -> Floats:
    """(n,) how far the colours about the middle and inward get from those beside, at most."""
    middle = (ribbon.steps >= -2.0) & (ribbon.steps <= DEEP * ribbon.steps[-1])
    return np.asarray(length(ribbon.colour[:, middle]).max(axis=1))


def length(colour: Floats) -> Floats:
    """(n, k) norms of (n, k, 3) differences."""
    return np.asarray(np.sqrt(np.einsum("nkc,nkc->nk", colour, colour)))


def _beyond(depth: Floats, steps: Floats) -> tuple[Mask, Mask]:
    """The columns past the middle of a gap on the outside, and of the product on the inside."""
    first = int(np.argmin(np.abs(steps)))
    out = depth[:, first::-1]
    out = out > np.minimum.accumulate(out, axis=1) + 0.75
    out = np.logical_or.accumulate(out, axis=1)[:, ::-1]
    within = depth[:, first:]
    within = within < np.maximum.accumulate(within, axis=1) - 1.5
    within = np.logical_or.accumulate(within, axis=1)
    outside, inside = np.zeros_like(depth, bool), np.zeros_like(depth, bool)
    outside[:, : first + 1], inside[:, first:] = out, within
    return outside, inside


def smooth(rows: Floats, sigma: float) -> Floats:
    """Gaussian along the first axis of (n, ...), which closes on itself."""
    reach = min(len(rows), int(3 * sigma) + 1)
    flat = rows.reshape(len(rows), -1).astype(np.float32)
    wrapped = np.concatenate([flat[-reach:], flat, flat[:reach]])
    blurred = cv2.GaussianBlur(wrapped, (1, 2 * int(3 * sigma) + 1), sigmaX=0.01, sigmaY=sigma)
    return np.asarray(blurred[reach : reach + len(rows)].reshape(rows.shape))


def _even(points: Floats) -> Floats:
    """The same closed line with points about a pixel apart. Args: points, (n, 3) x, y and what goes along."""
    closed = np.concatenate([points, points[:1]])
    way = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(closed[:, :2], axis=0).T))])
    count = max(8, round(way[-1]))
    places = np.linspace(0, way[-1], count, endpoint=False)
    return np.stack([np.interp(places, way, closed[:, axis]) for axis in range(3)], axis=1).astype(np.float32)


def normals(points: Floats, depth: Floats) -> Floats:
    """(n, 2) unit vectors to the inside."""
    along = smooth(np.roll(points, -1, axis=0) - np.roll(points, 1, axis=0), 2.0)
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)[:, None]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    inner, outer = (sampled(depth, (points + side * across)[:, None]) for side in (2, -2))
    return np.asarray(across if inner.mean() > outer.mean() else -across)


def sampled(plane: Floats, at: Floats) -> Floats:
    """The values of an (h, w, ...) plane at (n, k, 2) places."""
    count = len(at)
    if count > 30000:  # cv2.remap takes no picture of more rows than a short integer can count
        half = count // 2
        return np.concatenate([sampled(plane, at[:half]), sampled(plane, at[half:])])
    x, y = np.ascontiguousarray(at[..., 0]), np.ascontiguousarray(at[..., 1])
    return np.asarray(cv2.remap(plane, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))
