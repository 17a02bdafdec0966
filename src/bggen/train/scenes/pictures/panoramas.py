"""Surroundings as views: what a camera sees of an environment picture, for tables drawn in front of it."""

from __future__ import annotations

from pathlib import Path

import bpy
import cv2
import numpy as np

from bggen.gamma import to_srgb
from bggen.spec import Rgb

TALL = 512  # pixels
WHITE = 0.92  # quantile of an environment's light that is shown as nearly white


def panoramas(folder: Path) -> list[Rgb]:
    """(TALL, 2 TALL, 3) of every `.exr` and `.hdr` in a folder, exposed by what most of it shows."""
    found = []
    for path in sorted([*folder.glob("*.exr"), *folder.glob("*.hdr")]):
        image = bpy.data.images.load(str(path))
        width, height = image.size
        pixels = np.empty(width * height * 4, np.float32)
        image.pixels.foreach_get(pixels)
        bpy.data.images.remove(image)
        linear = pixels.reshape(height, width, 4)[::-1, :, :3]  # Blender counts rows from below
        small = cv2.resize(np.ascontiguousarray(linear), (2 * TALL, TALL), interpolation=cv2.INTER_AREA)
        shown = np.asarray(small / max(float(np.quantile(small, WHITE)), 1e-4), np.float32)
        found.append(np.asarray(to_srgb(shown) * 255 + 0.5, np.uint8))
    return found
