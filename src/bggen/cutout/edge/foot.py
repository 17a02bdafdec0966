"""Where a product stands: the line of least light between its base and its shadow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.edge.ribbon import STEP, smooth

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.edge.ribbon import Ribbon

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

FALL = 0.15  # least light that a base loses down to the line where it stands, of what its shadow gains beyond
AGAIN = 0.25  # of that gain, how much it may lose again at most: a seam has the product's own edge beyond it
INWARD = 5.0  # working pixels inward of the line before, as far as it may lie
BEYOND = 6.0  # working pixels beyond it in which its shadow gains light
STANDING = 90  # working pixels along which a base stands at least
FADE = 2.0  # working pixels that such a shadow takes at least to gain half of its light
MOSTLY = 0.75  # share of that gain at which a shadow has the backdrop's colour: nearer it has the product's
COURSE = 4.0  # working pixels along a base over which the line's own course is smoothed


def line(ribbon: Ribbon, low: float) -> tuple[Mask, Floats]:
    """Where a product stands: (n,) whether a row does, and (n,) the column of least light under it.

    Where a thing stands hardly any light arrives: from its side the picture falls to that line, and beyond it
    the shadow fades softly. A dark sole falls off as well, but its other border is crisp or tinted. Along a
    base the line goes on over rows that show it badly.
    """
    rows, count = np.arange(len(ribbon.colour)), len(ribbon.steps)
    light = smooth(ribbon.colour[..., 0], 2.0)
    around = (ribbon.steps >= -0.75 * ribbon.steps[-1]) & (ribbon.steps <= INWARD)
    least = np.where(around & ~ribbon.beyond_in & ~ribbon.beyond_out, light, np.inf).argmin(axis=1)
    floor = light[rows, least]
    away = np.arange(1, round(BEYOND / STEP))
    within = light[rows[:, None], np.minimum(least[:, None] + away, count - 1)]
    outward = np.maximum(least[:, None] - away, 0)
    beyond = light[rows[:, None], outward]
    fall, rise = within.max(axis=1) - floor, beyond.max(axis=1) - floor
    fades = (beyond > (floor + 0.5 * rise)[:, None]).argmax(axis=1) * STEP
    back = (beyond >= (floor + MOSTLY * rise)[:, None]).argmax(axis=1)
    foot = (fall > np.maximum(FALL * rise, 1.5 * low)) & (rise > 3 * low) & (fades >= FADE)
    foot &= (np.maximum.accumulate(beyond, axis=1) - beyond).max(axis=1) < AGAIN * rise
    foot &= ribbon.tinted[rows, outward[rows, back]] < 1.6
    foot &= (ribbon.inward[:, 1] < -0.25) & (ribbon.shaded > 0.3)
    foot &= ribbon.depth.max(axis=1) > 0.75 * ribbon.steps[-1]  # what is thin is its own darkest line
    stands = _long_runs(smooth(foot.astype(np.float32), 6.0) > 0.5, STANDING)
    seen = (foot & stands) + np.float32(1e-6)
    return stands, smooth(least * seen, COURSE) / smooth(seen, COURSE)


def _long_runs(rows: Mask, least: int) -> Mask:
    """The runs of (n,) rows, on a line that closes on itself, that are at least so long."""
    wrap = min(len(rows), least)
    wrapped = np.concatenate([rows[-wrap:], rows, rows[:wrap]]).astype(np.uint8)[:, None]
    opened = cv2.morphologyEx(wrapped, cv2.MORPH_OPEN, np.ones((least, 1), np.uint8))[:, 0] > 0
    return np.asarray(opened[wrap : len(opened) - wrap])
