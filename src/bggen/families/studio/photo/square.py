"""A product in the middle of a square, as small networks look at it."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.spec import Plane

BORDER = 2  # pixels of the square, empty on every side
Place = tuple[slice, slice]  # rows, columns


def thinning(alpha: Plane, enough: int) -> int:
    """Every which row and column is looked at, so that at least `enough` are left of the longer side."""
    longer: int = max(alpha.shape)
    return max(longer // (2 * enough), 1)


def box(alpha: Plane) -> Place | None:
    """Where a coverage (h, w) is more than half; None where it is nowhere."""
    rows, columns = np.flatnonzero((alpha > 127).any(axis=1)), np.flatnonzero((alpha > 127).any(axis=0))
    if not len(rows):
        return None
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def fitted(part: NDArray[Any], side: int) -> tuple[NDArray[Any], Place]:
    """A part (h, w, ...) as large as a square of `side` pixels has room for, and its place there."""
    scale = (side - 2 * BORDER) / max(part.shape[:2])
    tall, wide = (max(round(length * scale), 1) for length in part.shape[:2])
    small = cv2.resize(part, (wide, tall), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    top, left = (side - tall) // 2, (side - wide) // 2
    return small, (slice(top, top + tall), slice(left, left + wide))
