"""A place in the snow, made of one that was rendered in summer: what grows there lies under snow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.sets.moods import LUMA

if TYPE_CHECKING:
    from bggen.families.studio.sets.bank import Plate

Floats = NDArray[np.float32]

WINTER = "winter landscape"
SNOW = frozenset({WINTER, "snow"})  # concepts that ask for it
#: places whose ground and trees are told from their sky by colour alone; dark woods are not
SNOWED = (
    "a landscape with mountain peaks",
    "a mountain meadow",
    "a garden",
    "a grassy field at noon",
    "a city street",
)
GREEN, YELLOW = (1.02, 1.05), 1.3  # of leaves green over red and blue, of straw red and green over blue
SURE = (4.0, 2.0)  # how fast what is beyond that is all snow
SHADE, DARKEST = 0.06, 0.015  # linear light over which, and from where, dark things begin to be covered
WHITE, TINT = 0.72, np.array((0.95, 0.99, 1.05), np.float32)  # linear, of snow where grass was as usual
FLAT = 0.45  # exponent of what is left of its light and shade
GREYED = 0.35  # of all colour: the air is paler; of the ground's, where that is snow, too
SOFT = 0.003  # of the width
RIM = 5  # pixels about which what is green counts: what stands before it has a rim of its green
EDGE = 1.5  # rows over which the place ends and the ground begins


def has_winter(plate: Plate) -> bool:
    """Whether a set's place can be shown under snow."""
    return plate.far and str(plate.row["backdrop"]).removesuffix(", out of focus") in SNOWED


def snowed(light: Floats, plate: Plate) -> Floats:
    """(h, w, 3) linear light of a set whose place is green -> the same under snow, and other ground as is."""
    if plate.horizon is None:
        return light
    end = plate.horizon * len(light)
    alone = int(end - EDGE / 2)  # rows that show nothing of the ground
    white = light.copy()
    white[:alone] = _whitened(light[:alone])
    left = ((end - np.arange(alone, len(light)) - 0.5) / EDGE + 0.5).clip(0, 1)[:, None, None]
    white[alone:] += left.astype(np.float32) * (white[alone - 1] - light[alone - 1])
    if plate.shows("snow", "surface"):
        white[alone:] = _greyed(white[alone:])
    cover = plate.podium_cover(light.shape[1::-1])  # stands before it
    return np.asarray((white + (light - white) * cover).clip(0, 1), np.float32)


def _whitened(far: Floats) -> Floats:
    red, green, blue = (far[..., channel] for channel in range(3))
    safe = np.maximum(green, 1e-3)
    leaves = (green - np.maximum(red * GREEN[0], blue * GREEN[1])) / safe * SURE[0]
    straw = (np.minimum(red, green) - blue * YELLOW) / safe * SURE[1]
    grown = np.maximum(leaves, straw).clip(0, 1).astype(np.float32)
    grown = cv2.dilate(grown, np.ones((RIM, RIM), np.uint8))
    grown = np.asarray(cv2.GaussianBlur(grown, (0, 0), SOFT * far.shape[1]), np.float32)[..., None]
    grey = (far @ LUMA)[..., None]
    usual = float(np.median(grey[grown > 0.5])) if (grown > 0.5).any() else 1.0
    snow = (WHITE * (grey / max(usual, DARKEST)) ** FLAT).clip(0, 0.95) * TINT
    white = far + (snow - far) * grown * ((grey - DARKEST) / SHADE).clip(0, 1)
    return _greyed(white)


def _greyed(light: Floats) -> Floats:
    return np.asarray(light + ((light @ LUMA)[..., None] - light) * GREYED, np.float32)
