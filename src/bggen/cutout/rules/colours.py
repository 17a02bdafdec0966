"""What the colours of a photo say of a part: whether the product has them, or the ground."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from bggen.cutout.shapes import around

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.shapes import Regions
    from bggen.spec import Rgb

    Floats = NDArray[Any]  # float32 or float64
    Mask = NDArray[Any]  # bool

LEVELS = 16  # of each of the three colours, when colours are counted
RARE = 1e-3  # share of the pixels below which a colour's count says nothing
NEAR = 0.3  # of a product's size: as far from an opening lies what it would show


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


def _bins(rgb: Rgb) -> NDArray[np.int32]:
    return np.asarray(rgb.astype(np.int32) // (256 // LEVELS) @ np.array([LEVELS**2, LEVELS, 1], np.int32))


def _shares(bins: NDArray[np.int32]) -> Floats:
    """(LEVELS ** 3,) how much of some pixels has each colour."""
    return np.asarray(np.bincount(bins, minlength=LEVELS**3) / max(1, len(bins)))
