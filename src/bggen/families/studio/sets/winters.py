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
SNOWED = ("a landscape with mountain peaks", "a mountain meadow", "a garden", "a grassy field at noon")
GREEN, YELLOW = (1.02, 1.05), 1.3  # of leaves green over red and blue, of straw red and green over blue
SURE = (4.0, 2.0)  # how fast what is beyond that is all snow
SHADE, DARKEST = 0.06, 0.015  # linear light over which, and from where, dark things begin to be covered
WHITE, TINT = 0.72, np.array((0.95, 0.99, 1.05), np.float32)  # linear, of snow where grass was as usual
FLAT = 0.45  # exponent of what is left of its light and shade
GREYED = 0.35  # of all colour: the air is paler
SOFT = 0.003  # of the width


def snowed(light: Floats, plate: Plate) -> Floats:
    """(h, w, 3) linear light of a set whose place is green -> the same under snow, its ground as it was."""
    end = round(len(light) * (plate.horizon or 0.0))
    if not end:
        return light
    far = light[:end]
    red, green, blue = (far[..., channel] for channel in range(3))
    safe = np.maximum(green, 1e-3)
    leaves = (green - np.maximum(red * GREEN[0], blue * GREEN[1])) / safe * SURE[0]
    straw = (np.minimum(red, green) - blue * YELLOW) / safe * SURE[1]
    grown = np.maximum(leaves, straw).clip(0, 1).astype(np.float32)
    grown = np.asarray(cv2.GaussianBlur(grown, (0, 0), SOFT * far.shape[1]), np.float32)[..., None]
    grey = (far @ LUMA)[..., None]
    usual = float(np.median(grey[grown > 0.5])) if (grown > 0.5).any() else 1.0
    snow = (WHITE * (grey / max(usual, DARKEST)) ** FLAT).clip(0, 0.95) * TINT
    white = far + (snow - far) * grown * ((grey - DARKEST) / SHADE).clip(0, 1)
    pale = white + ((white @ LUMA)[..., None] - white) * GREYED
    return np.asarray(np.concatenate([pale, light[end:]]).clip(0, 1), np.float32)
