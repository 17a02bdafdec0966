"""What stands behind a product, and what a camera and a shop make of the whole."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.train.composites.layers import Floats


def backdrop(height: int, width: int, rng: np.random.Generator) -> Floats:
    """(height, width, 3) linear light: white, grey, pastel or dark; graded, vignetted, wall and table."""
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, width, dtype=np.float32)[None]
    draw = rng.random()
    if draw < 0.3:
        colour = np.full(3, rng.uniform(0.9, 1.06))
    elif draw < 0.6:
        colour = rng.uniform(0.35, 0.95) * np.exp(rng.normal(0, 0.03, 3))
    elif draw < 0.9:
        colour = rng.uniform(0.4, 0.95) * (1 - rng.uniform(0, 0.5) * rng.uniform(0, 1, 3))
    else:
        colour = rng.uniform(0.03, 0.3) * np.exp(rng.normal(0, 0.2, 3))
    shade: Floats = np.ones((height, width), np.float32)
    if rng.random() < 0.7:
        steep = 1.0 if rng.random() < 0.7 else 3.0
        shade = shade * (1 + steep * (rng.normal(0, 0.06) * x + rng.normal(0, 0.08) * y))
    if rng.random() < 0.4:
        far = (x - rng.normal(0, 0.3)) ** 2 + (y - rng.normal(0, 0.3)) ** 2
        shade = shade * (1 - rng.uniform(0, 0.3) * far)
    if rng.random() < 0.3:  # light from a window or past other things: no plane or bowl fits it
        knots = rng.normal(0, rng.uniform(0.005, 0.05), (int(rng.integers(3, 7)),) * 2).astype(np.float32)
        shade = shade * (1 + cv2.resize(knots, (width, height), interpolation=cv2.INTER_CUBIC))
    empty = shade[..., None] * colour.astype(np.float32)
    if rng.random() < 0.35:  # a wall above a table
        line = rng.uniform(-0.5, 0.85) + rng.normal(0, 0.01) * x
        blur = rng.uniform(0.004, 0.06) if rng.random() < 0.8 else rng.uniform(0.06, 0.5)
        table = np.clip((y - line) / blur + 0.5, 0, 1)[..., None]
        empty = empty * (1 + table * (np.exp(rng.normal(0, 0.25)) * np.exp(rng.normal(0, 0.04, 3)) - 1))
    if rng.random() < 0.1:
        empty = empty * _veins(height, width, rng)[..., None]
    return np.asarray(np.clip(empty, 0, 1.08), np.float32)


def _veins(height: int, width: int, rng: np.random.Generator) -> Floats:
    """(height, width) light left by marble's veins: faint, thin, here sharp and there blurred."""
    canvas: Floats = np.zeros((height, width), np.float32)
    for _ in range(int(rng.integers(1, 7))):
        way = np.cumsum(rng.normal(0, 0.02, (20, 2)) + rng.normal(0, 0.02, 2), axis=0) + rng.uniform(0, 1, 2)
        line = np.round(way * [width, height]).astype(np.int32)
        vein: Floats = np.zeros((height, width), np.float32)
        cv2.polylines(vein, [line], False, rng.uniform(0.02, 0.15), int(rng.integers(1, 6)), cv2.LINE_AA)
        canvas = np.maximum(canvas, cv2.GaussianBlur(vein, (0, 0), float(rng.uniform(0.8, 6))))
    return np.asarray(1 - canvas, np.float32)


def taken(light: Floats, rng: np.random.Generator) -> NDArray[np.uint8]:
    """What cameras and shops do to (h, w, 3) linear light: blur, tint, noise, sharpening, JPEG."""
    light = cv2.GaussianBlur(light, (0, 0), float(rng.uniform(0.3, 0.8))) if rng.random() < 0.6 else light
    srgb = np.where(light <= 0.0031308, light * 12.92, 1.055 * np.maximum(light, 1e-6) ** (1 / 2.4) - 0.055)
    srgb = np.asarray(srgb, np.float32) * (1 + rng.normal(0, 0.012, 3).astype(np.float32))
    if rng.random() < 0.4:
        grain: Floats = rng.normal(0, 1, srgb.shape).astype(np.float32)
        grain = cv2.GaussianBlur(grain, (0, 0), 0.7) * 2 if rng.random() < 0.5 else grain
        srgb = srgb + grain * float(rng.uniform(0.002, 0.016))
    if rng.random() < 0.3:
        srgb = srgb + float(rng.uniform(0.2, 0.8)) * (srgb - cv2.GaussianBlur(srgb, (0, 0), 1.0))
    pixels = np.clip(srgb * 255 + 0.5, 0, 255).astype(np.uint8)
    if rng.random() < 0.8:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(55, 98))]
        coded = cv2.imencode(".jpg", pixels[..., ::-1], quality)[1]
        return np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)[..., ::-1].copy()
    return np.ascontiguousarray(pixels)
