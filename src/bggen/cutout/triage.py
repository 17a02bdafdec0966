"""Reasons to look at a cut-out again, from its alpha alone or with the backdrop's evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.spec import Box, Plane

    Mask = NDArray[Any]  # bool

TINY = 0.004  # share of the frame
SECOND_OBJECT = 0.20  # of the biggest object's area
BOX_IOU = 0.80
SIDE = 512  # long side at which shapes are counted


def reasons(
    alpha: Plane,
    content: Box | None = None,
    doubtful_holes: float = 0.0,
    open_sides: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """Triage words for an alpha (h, w).

    Args:
        content: box of everything that isn't backdrop, in alpha's pixels, when it's known.
        doubtful_holes: area that may be hole or product, as a share of the product.
        open_sides: those at which alpha ends and the photo does not.
    """
    if not (alpha > 127).any():
        return ("empty",)
    small = _shrink(alpha) > 127
    found: list[str] = []
    if not {*touched_sides(alpha)} <= {*open_sides}:
        found.append("touches_frame")
    if object_count(small) > 1:
        found.append("several_objects")
    if float((alpha > 127).mean()) < TINY:
        found.append("tiny")
    if doubtful_holes > 0.002:
        found.append("holes")
    if content is not None and box_overlap(box_of(alpha), content) < BOX_IOU:
        found.append("box_disagrees")
    return tuple(found)


def box_of(alpha: Plane) -> Box:
    """(left, top, right, bottom) of alpha > 0; all zeros when there is none."""
    rows = np.flatnonzero(alpha.any(axis=1))
    columns = np.flatnonzero(alpha.any(axis=0))
    if len(rows) == 0:
        return 0, 0, 0, 0
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def box_overlap(one: Box, other: Box) -> float:
    """Intersection over union of two boxes."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    area = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return width * height / (area - width * height)


def touched_sides(alpha: Plane) -> list[str]:
    """The sides of the frame that the product runs into, over more than 1 % of their length.

    Where it reaches several sides, any length counts: joints of tiles and creases are thin.
    """
    strips = {
        "left": alpha[:, :2],
        "top": alpha[:2].T,
        "right": alpha[:, -2:],
        "bottom": alpha[-2:].T,
    }
    shares = {side: float((strip > 127).any(axis=1).mean()) for side, strip in strips.items()}
    reached = [side for side, share in shares.items() if share > 0]
    return reached if len(reached) > 1 else [side for side in reached if shares[side] > 0.01]


def object_count(mask: Mask) -> int:
    """Objects in a mask (h, w) that are big enough to be products of their own."""
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    areas = stats[1:count, cv2.CC_STAT_AREA]
    return int((areas > SECOND_OBJECT * areas.max()).sum()) if len(areas) else 0


def _shrink(alpha: Plane) -> Plane:
    scale = SIDE / max(alpha.shape)
    if scale >= 1:
        return alpha
    return np.asarray(cv2.resize(alpha, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
