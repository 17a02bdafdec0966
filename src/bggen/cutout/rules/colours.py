"""What the colours of a photo say of a part: whether the product has them, or the ground."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.shapes import around, erode

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.shapes import Regions
    from bggen.spec import Rgb

    Floats = NDArray[Any]  # float32 or float64
    Mask = NDArray[Any]  # bool

LEVELS = 16  # of each of the three colours, when colours are counted
RARE = 1e-3  # share of the pixels below which a colour's count says nothing
NEAR, FAR = 0.3, 0.4  # of a product's size: as far from an opening, and a large one, lies what it would show
PATCH = 0.6  # of the side of a square as large as a part: of a patch of ground that is held against it
FILLED = 0.8  # of such a patch is ground at least


def leans(rgb: Rgb, product: Mask, ground: Mask) -> Floats:
    """(h, w) how much more common each pixel's colour is on the ground than on the product, as a log."""
    bins = _bins(rgb)
    of_ground, of_product = (_shares(bins[where]) for where in (ground, product))
    return np.asarray(np.log((of_ground + RARE) / (of_product + RARE))[bins])


def seen_beside(rgb: Rgb, parts: Regions, rows: NDArray[np.bool_], ground: Mask, size: float) -> Floats:
    """(count,) of each part with a true row: the share whose colours lie on the ground around it, 0..1.

    What is seen through an opening goes on beside the product, an eye does not. Args: size, in pixels, of the
    product. Where no ground is near, and in rows that are not asked for, it is 1.
    """
    bins, found = _bins(rgb), np.ones(parts.count)
    for row in np.flatnonzero(rows):
        here = parts.labels == row
        window = around(here, round(NEAR * size))
        if (near := ground[window]).any():
            common = _shares(bins[window][near]) > RARE
            found[row] = float(common[bins[here]].mean())
    return found


def unlike_beside(
    rgb: Rgb, parts: Regions, rows: NDArray[np.bool_], ground: Mask, size: float
) -> NDArray[np.float64]:
    """(count,) of each part with a true row: how far its colour is from that of all ground around it, in Lab.

    The ground is seen in patches as large as the part: single dark pixels on it make no visor's black. Args
    as `seen_beside` has them. Where no such patch is near, and in rows that are not asked for, it is 0.
    """
    found = np.zeros(parts.count)
    for row in np.flatnonzero(rows):
        here = parts.labels == row
        window = around(here, round(FAR * size))
        side = max(3, round(PATCH * float(np.sqrt(here.sum()))))
        lab = cv2.cvtColor(rgb[window].astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
        inside = erode(here[window], 1)
        own = lab[inside if inside.any() else here[window]].mean(axis=0)
        there = ground[window].astype(np.float32)
        share, sums = (
            cv2.blur(plane, (side, side), borderType=cv2.BORDER_CONSTANT)
            for plane in (there, lab * there[..., None])
        )
        if (whole := share > FILLED).any():
            found[row] = float(np.linalg.norm(sums[whole] / share[whole, None] - own, axis=1).min())
    return found


def _bins(rgb: Rgb) -> NDArray[np.int32]:
    return np.asarray(rgb.astype(np.int32) // (256 // LEVELS) @ np.array([LEVELS**2, LEVELS, 1], np.int32))


def _shares(bins: NDArray[np.int32]) -> Floats:
    """(LEVELS ** 3,) how much of some pixels has each colour."""
    return np.asarray(np.bincount(bins, minlength=LEVELS**3) / max(1, len(bins)))
