"""Bring a plate to a canvas: crop and scale it so that the product stands where it should, recolour it."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.bank import Plate
from bggen.families.studio.lexicon import COLOURS
from bggen.families.studio.prompts import Region
from bggen.spec import Rgb, Scene

PRODUCT_HEIGHT = 0.8  # of a typical product in scene units
Floats = NDArray[np.float32]


def to_linear(srgb: Floats) -> Floats:
    """sRGB 0..1 -> linear light."""
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4).astype(np.float32)


def to_srgb(linear: Floats) -> Floats:
    """Linear light 0..1 -> sRGB."""
    clipped = np.clip(linear, 0, 1)
    return np.where(clipped <= 0.0031308, clipped * 12.92, 1.055 * clipped ** (1 / 2.4) - 0.055).astype(
        np.float32
    )


def recolour(plate: Plate, pixels: Rgb, colours: dict[Region, str]) -> Rgb:
    """Give painted regions another colour: the light on them stays, the albedo is exchanged.

    Args:
        pixels: (h, w, 3), the plate as stored.
        colours: region -> colour word of the lexicon.
    """
    light = to_linear((pixels / 255).astype(np.float32))
    height, width = pixels.shape[:2]
    for paint in plate.paints:
        if (word := colours.get(paint.region)) is None:
            continue
        wanted = to_linear((np.array(COLOURS[word][1]) / 255).astype(np.float32))
        ratio = (wanted / np.maximum(np.array(paint.albedo, np.float32), 0.02)).clip(0.01, 4)
        mask = cv2.resize(plate.region(paint), (width, height), interpolation=cv2.INTER_CUBIC)[..., None]
        cover = mask.astype(np.float32) / 255
        light *= 1 + cover * (ratio - 1)
    return (to_srgb(light) * 255 + 0.5).astype(np.uint8)


def place(plate: Plate, pixels: Rgb, scene: Scene) -> Rgb:
    """Crop and scale a plate to the scene's canvas so that its stand meets the product's base.

    Returns (H, W, 3) at the canvas's size. The scale is the product's own where the plate is large enough
    for it; else the smallest that covers the canvas.
    """
    side = pixels.shape[0]
    width, height = scene.size
    left, top, right, bottom = scene.box
    lying = plate.elevation > 70
    x, y = (left + right) / 2, (top + bottom) / 2 if lying else bottom - _sole(plate, right - left)
    sx, sy = plate.stand[0] * side, plate.stand[1] * side
    size = max(bottom - top, 0.8 * (right - left))
    wanted = size / (PRODUCT_HEIGHT * plate.unit * side)
    if plate.row.get("podium"):
        wanted = max(wanted, 1.06 * (right - left) / (plate.stand_width * side))
    x, y = float(np.clip(x, 1, width - 1)), float(np.clip(y, 1, height - 1))
    covers = max(x / sx, (width - x) / (side - sx), y / sy, (height - y) / (side - sy))
    scale = max(wanted, covers)
    matrix = np.array([[scale, 0, x - scale * sx], [0, scale, y - scale * sy]], np.float64)
    if scale < 1:
        small = np.asarray(
            cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
        )
        matrix[:, :2] = np.eye(2)
        return _warp(small, matrix, width, height)
    return _warp(pixels, matrix, width, height)


def _warp(pixels: Rgb, matrix: NDArray[np.float64], width: int, height: int) -> Rgb:
    flags, border = cv2.INTER_CUBIC, cv2.BORDER_REFLECT
    return np.asarray(
        cv2.warpAffine(pixels, matrix, (width, height), flags=flags, borderMode=border), np.uint8
    )


def _sole(plate: Plate, width: int) -> float:
    """How far above its lowest pixel a product's middle touches the ground, seen from above."""
    return float(0.22 * width * np.sin(np.radians(plate.elevation)))
