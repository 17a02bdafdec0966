"""Where a product stands: the line of least light between its base and its shadow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.ribbon import STEP, smooth

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.ribbon import Ribbon

    Mask = NDArray[Any]  # bool

FALL = 0.15  # least light that a base loses down to the line where it stands, of what its shadow gains beyond
AGAIN = 0.25  # of that gain, how much it may lose again at most: a seam has the product's own edge beyond it
INWARD = 5.0  # working pixels inward of the line before, as far as it may lie
STANDING = 90  # working pixels along which a base stands at least
FADE = 2.0  # working pixels that such a shadow takes at least to gain half of its light


def below(ribbon: Ribbon, low: float) -> Mask:
    """(n, k) the line of least light under a product's base, and what lies outside of it.

    Where a thing stands hardly any light arrives: from its side the picture falls to that line, and beyond it
    the shadow fades softly. A dark sole falls off as well, but its other border is crisp or tinted.
    """
    rows, count = np.arange(len(ribbon.colour)), len(ribbon.steps)
    light = smooth(ribbon.colour[..., 0], 2.0)
    around = (ribbon.steps >= -0.75 * ribbon.steps[-1]) & (ribbon.steps <= INWARD)
    least = np.where(around & ~ribbon.beyond_in & ~ribbon.beyond_out, light, np.inf).argmin(axis=1)
    floor = light[rows, least]
    reach = round(6.0 / STEP)
    within = np.stack([light[rows, np.minimum(least + far, count - 1)] for far in range(1, reach)], axis=1)
    beyond = np.stack([light[rows, np.maximum(least - far, 0)] for far in range(1, reach)], axis=1)
    fall, rise = within.max(axis=1) - floor, beyond.max(axis=1) - floor
    fades = (beyond > (floor + 0.5 * rise)[:, None]).argmax(axis=1) * STEP
    beside = np.stack([ribbon.tinted[rows, np.maximum(least - far, 0)] for far in range(2, 6)], axis=1)
    foot = (fall > np.maximum(FALL * rise, 1.5 * low)) & (rise > 3 * low) & (fades >= FADE)
    foot &= (np.maximum.accumulate(beyond, axis=1) - beyond).max(axis=1) < AGAIN * rise
    foot &= (beside.mean(axis=1) < 1.6) & (ribbon.inward[:, 1] < -0.25) & (ribbon.shaded > 0.3)
    foot &= ribbon.depth.max(axis=1) > 0.75 * ribbon.steps[-1]  # what is thin is its own darkest line
    lasting = _long_runs(smooth(foot.astype(np.float32), 6.0) > 0.5, STANDING)
    return np.asarray((foot & lasting)[:, None] & (np.arange(count)[None] <= least[:, None] + 1))


def _long_runs(rows: Mask, least: int) -> Mask:
    """The runs of (n,) rows, on a line that closes on itself, that are at least so long."""
    wrap = min(len(rows), least)
    wrapped = np.concatenate([rows[-wrap:], rows, rows[:wrap]]).astype(np.uint8)[:, None]
    opened = cv2.morphologyEx(wrapped, cv2.MORPH_OPEN, np.ones((least, 1), np.uint8))[:, 0] > 0
    return np.asarray(opened[wrap : len(opened) - wrap])
