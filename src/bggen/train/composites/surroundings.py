"""Views into panoramas of surroundings, as a camera among them has them."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.spec import Rgb


def seen(panorama: Rgb, right: NDArray[Any], up: NDArray[Any], pitch: float, yaw: float, how: int) -> Rgb:
    """(h, w, 3): what a camera sees of an equirectangular picture (tall, 2 tall, 3).

    Args:
        right, up: (h, w) how far each pixel is from the middle, in focal lengths.
        pitch, yaw: radians that the camera looks up, and is turned about the upright.
        how: OpenCV's interpolation.
    """
    above = up * np.cos(pitch) + np.sin(pitch)
    ahead = np.cos(pitch) - up * np.sin(pitch)
    azimuth, height = np.arctan2(right, ahead) + yaw, np.arctan2(above, np.hypot(right, ahead))
    tall, wide = panorama.shape[:2]
    x = np.mod(azimuth / (2 * np.pi) * wide, wide).astype(np.float32)
    y = np.clip((0.5 - height / np.pi) * tall, 0, tall - 1).astype(np.float32)
    return np.asarray(cv2.remap(panorama, x, y, how, borderMode=cv2.BORDER_WRAP), np.uint8)
