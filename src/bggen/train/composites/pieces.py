"""What drawn products are put together of."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.train.composites.layers import Floats

Canvas = NDArray[np.uint8]
FINE = 4  # canvas pixels a pixel: shapes are drawn larger and averaged down
MARGIN = 0.125  # of a side, left free about a shape: its shadow needs room


def averaged(canvas: Canvas) -> Floats:
    """A fine canvas at its own size, its margin cleared."""
    fine = canvas.shape[0]
    edge, side = round(MARGIN * fine), fine // FINE
    canvas[:edge], canvas[-edge:], canvas[:, :edge], canvas[:, -edge:] = 0, 0, 0, 0
    return np.asarray(cv2.resize(canvas, (side, side), interpolation=cv2.INTER_AREA), np.float32) / 255


def primitive(
    canvas: NDArray[Any], at: Floats, rng: np.random.Generator, value: int, scale: float = 1.0
) -> None:
    """Fill an ellipse, a box with round corners or a star-shaped blob in place."""
    fine = canvas.shape[0]
    half = rng.uniform(0.05, 0.28, 2) * fine * scale
    kind, turn = rng.choice(["ellipse", "box", "blob"]), float(rng.choice([0.0, rng.uniform(0, np.pi)]))
    angles = np.linspace(0, 2 * np.pi, 160, endpoint=False)
    if kind == "box":
        power = rng.uniform(0.05, 0.5)  # towards 0 a superellipse is a box
        unit = np.stack([np.cos(angles), np.sin(angles)], axis=1)
        unit = np.sign(unit) * np.abs(unit) ** power
    else:
        radius = np.ones_like(angles)
        if kind == "blob":
            for wave in range(2, 8):
                radius = radius + rng.normal(0, 0.25 / wave) * np.cos(wave * angles + rng.uniform(0, 6.3))
        unit = np.stack([np.cos(angles), np.sin(angles)], axis=1) * radius[:, None]
    spin = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    cv2.fillPoly(canvas, [np.round(at + (unit * half) @ spin).astype(np.int32)], value)
