"""Masks as shapes: what the search for the product, its openings and its trust have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.backdrop import border_connected

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[Any]  # bool


def overlap(one: Mask, other: Mask) -> float:
    """Intersection over union; 0 when both are empty."""
    union = int((one | other).sum())
    return float((one & other).sum()) / union if union else 0.0


def grown_box(mask: Mask, share: float) -> tuple[int, int, int, int]:
    """(left, top, right, bottom) of a mask, grown by a share of its size, inside the picture."""
    left, top, width, height = cv2.boundingRect(mask.astype(np.uint8))
    x, y = round(width * share) + 2, round(height * share) + 2
    rows, columns = mask.shape
    return max(0, left - x), max(0, top - y), min(columns, left + width + x), min(rows, top + height + y)


def ball(radius: int) -> NDArray[np.uint8]:
    """A round kernel of side 2 * radius + 1, in pixels."""
    side = 2 * radius + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)), np.uint8)


def erode(mask: Mask, radius: int) -> Mask:
    """A mask less its outer `radius` pixels; the picture's frame takes nothing off."""
    return np.asarray(cv2.erode(mask.astype(np.uint8), ball(radius), borderValue=1) > 0)


def solid(product: Mask) -> Mask:
    """A product with its openings filled: whether they open is another question than where it ends."""
    return ~border_connected(~product)
