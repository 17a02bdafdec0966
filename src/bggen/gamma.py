"""sRGB as pictures have it, and the linear light that it stands for.

Powers are OpenCV's: a quarter of the time of NumPy's, and in float32 as near to the true ones.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs


def to_linear(srgb: Floats) -> Floats:
    """sRGB 0..1, of any shape -> linear light, float32."""
    made = np.asarray(srgb + np.float32(0.055), np.float32)
    made /= np.float32(1.055)
    made = _power(made, 2.4)
    np.divide(srgb, np.float32(12.92), out=made, where=srgb <= 0.04045, casting="same_kind")
    return made


def to_srgb(linear: Floats) -> Floats:
    """Linear light, of any shape, clipped to 0..1 -> sRGB, float32."""
    light = np.asarray(np.clip(linear, 0, 1), np.float32)
    made = _power(light, 1 / 2.4)
    made *= np.float32(1.055)
    made -= np.float32(0.055)
    np.multiply(light, np.float32(12.92), out=made, where=light <= 0.0031308)
    return made


def light_of(rgb: NDArray[np.uint8]) -> Floats:
    """(h, w, 3) sRGB of 8 bits -> linear light, as `to_linear` has it, in a fifth of the time."""
    return np.asarray(cv2.LUT(rgb, of_bytes()))


@cache
def of_bytes() -> Floats:
    """(256,) the linear light of each of 8 bits' values; to be read only."""
    return to_linear((np.arange(256) / 255).astype(np.float32))


def _power(base: Floats, exponent: float) -> Floats:
    """Of numbers from 0 on, in their shape: OpenCV knows none of fewer than two axes."""
    if not base.size:
        return base
    return np.asarray(cv2.pow(base.reshape(1, -1), exponent)).reshape(base.shape)
