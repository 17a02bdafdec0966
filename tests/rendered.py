"""Our own photos, which are renders: cut out once for all tests that look at them, and their true masks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bggen import source
from bggen.cutout import cut
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Cutout

PHOTOS = Path(__file__).parents[1] / "examples" / "photos"
MASKS = Path(__file__).parent / "data" / "masks"


@cache
def cutout(name: str) -> Cutout:
    """As a user gets it who asks for nothing."""
    return cut(source.read(str(PHOTOS / f"{name}.jpg"), Settings()), Options())


@cache
def truth(name: str) -> NDArray[np.bool_]:
    """(h, w), half as high and wide as the photo: what is product."""
    with Image.open(MASKS / f"{name}.png") as mask:
        return np.asarray(mask.convert("L")) > 127


def found(name: str) -> NDArray[np.bool_]:
    """What was taken for product, at the mask's size."""
    size = truth(name).shape[::-1]
    return np.asarray(cv2.resize(cutout(name).alpha, size, interpolation=cv2.INTER_AREA) > 127)
