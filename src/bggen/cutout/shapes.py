"""Pictures at working size and masks as shapes: what the ways to find a product have in common."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.spec import Rgb

    Mask = NDArray[Any]  # bool

LEAST_PART = 0.00006  # of the picture: smaller islands are crumbs of backdrop


def working(rgb: Rgb, side: int) -> Rgb:
    """A picture whose long side is no more than `side` pixels."""
    scale = min(1.0, side / max(rgb.shape[:2]))
    size = (max(8, round(rgb.shape[1] * scale)), max(8, round(rgb.shape[0] * scale)))
    return rgb if scale == 1.0 else np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)


def overlap(one: Mask, other: Mask) -> float:
    """Intersection over union; 0 when both are empty."""
    union = int((one | other).sum())
    return float((one & other).sum()) / union if union else 0.0


def around(mask: Mask, margin: int = 2) -> tuple[slice, slice]:
    """The rows and columns that a mask lies in and `margin` pixels on every side, inside the picture."""
    left, top, width, height = cv2.boundingRect(mask.astype(np.uint8))
    rows, columns = mask.shape
    return (
        slice(max(0, top - margin), min(rows, top + height + margin)),
        slice(max(0, left - margin), min(columns, left + width + margin)),
    )


def diagonal(mask: Mask) -> float:
    """Of the box about a mask, in pixels."""
    rows, columns = around(mask)
    return math.hypot(columns.stop - columns.start, rows.stop - rows.start)


def ball(radius: int) -> NDArray[np.uint8]:
    """A round kernel of side 2 * radius + 1, in pixels."""
    side = 2 * radius + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)), np.uint8)


def erode(mask: Mask, radius: int) -> Mask:
    """A mask less its outer `radius` pixels; the picture's frame takes nothing off."""
    return np.asarray(cv2.erode(mask.astype(np.uint8), ball(radius), borderValue=1) > 0)


def closed(mask: Mask, radius: int) -> Mask:
    """A mask with its bays and openings up to 2 * radius wide (morphological closing by a ball)."""
    window = around(mask)
    padded = np.pad(mask[window].astype(np.uint8), radius)
    whole = np.zeros_like(mask, bool)
    whole[window] = cv2.morphologyEx(padded, cv2.MORPH_CLOSE, ball(radius))[radius:-radius, radius:-radius]
    return whole


def solid(product: Mask) -> Mask:
    """A product with its openings filled: whether they open is another question than where it ends."""
    return ~border_connected(~product)


@dataclass(frozen=True, slots=True)
class Regions:
    """The connected regions of a mask, and what is measured of each.

    Row 0 stands for what is outside; it measures nothing but what a mask that is given holds there.
    """

    labels: NDArray[Any]  # (h, w) int32, 0 outside
    count: int  # of rows, the outside's included

    def pixels(self, where: Mask | None = None) -> NDArray[np.int64]:
        """(count,) pixels of each region, or those of them that lie in a mask."""
        return np.bincount(self.labels[self._within(where)], minlength=self.count)

    def total(self, plane: NDArray[Any], where: Mask | None = None) -> NDArray[np.float64]:
        """(count,) sums of a plane (h, w) over each region, or over what of it lies in a mask."""
        within = self._within(where)
        return np.asarray(np.bincount(self.labels[within], plane[within], self.count), np.float64)

    def mean(self, plane: NDArray[Any], where: Mask | None = None) -> NDArray[np.float64]:
        """(count,) means of a plane over each region, or over what of it lies in a mask; 0 over nothing."""
        return self.total(plane, where) / np.maximum(self.pixels(where), 1)

    def picked(self, rows: NDArray[np.bool_]) -> Mask:
        """The mask of the regions whose row is true. Never of the outside."""
        taken = rows.copy()
        taken[0] = False
        return np.asarray(taken.take(self.labels))

    def _within(self, where: Mask | None) -> Mask:
        return np.asarray(self.labels > 0) if where is None else where


def regions(mask: Mask, connectivity: int = 4) -> Regions:
    """Tell a mask's regions apart; with a connectivity of 8 they may touch at corners."""
    count, labels = cv2.connectedComponents(mask.astype(np.uint8), connectivity=connectivity)
    return Regions(labels, count)


def border_connected(mask: Mask) -> Mask:
    """The parts of a mask that touch the frame (4-connected, so that no diagonal leaks)."""
    framed = cv2.copyMakeBorder(mask.astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    cv2.floodFill(framed, None, (0, 0), 2, flags=4)
    return np.asarray(framed[1:-1, 1:-1] == 2)
