"""Where a product touches the ground, at the size that its shadows are worked out at."""

from __future__ import annotations

import math
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen import finish
from bggen.families.studio.light.solid import Floats, Lean
from bggen.spec import Scene

CAST_SIDE = 384  # the long side that shadows and reflections are worked out at
CAST_SHORT = 128  # the short side at least, as far as the pixels of a square suffice


def cast_size(scene: Scene) -> tuple[int, int]:
    """Width and height that a scene's shadows are worked out at."""
    width, height = scene.size
    wanted = max(CAST_SIDE / max(width, height), CAST_SHORT / min(width, height))
    scale = min(wanted, CAST_SIDE / math.sqrt(width * height))  # no more pixels than of a square canvas
    return max(round(width * scale), 1), max(round(height * scale), 1)


def shrink(plane: NDArray[np.uint8], size: tuple[int, int]) -> Floats:
    """A picture or coverage at `size` (width, height), in 0..1."""
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA) / 255, np.float32)


def lean(scene: Scene) -> Lean | None:
    """What the ground under a product is like that stands on two points, in pixels of the canvas."""
    size = cast_size(scene)
    found = Lean.of(shrink(scene.alpha, size))
    if found is None:
        return None
    across, down = (full / small for full, small in zip(scene.size, size, strict=True))
    return replace(found, column=found.column * across, deep=found.deep * down)


def contact(scene: Scene, side: str | None) -> Floats:
    """The line of contact as a factor (H, W): below the lowest pixels, and along a ground that leans."""
    plain = finish.contact_shadow(scene.alpha, scene.box, side, wide=False)
    if (tilt := lean(scene)) is None:
        return plain
    level = tilt.level(scene.alpha.astype(np.float32)).astype(np.uint8)
    rows, columns = np.flatnonzero(level.any(1)), np.flatnonzero(level.any(0))
    box = (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    lost = 1 - finish.contact_shadow(level, box, side, wide=False)
    return np.minimum(plain, 1 - tilt.back(lost, scene.size[1]))
