"""Brings a painting to the canvas and pastes the product back, bit by bit.

Where the product covers all of the scene the output is the product, exactly; where it is soft or clear the
two are blended; the zone outside belongs to the painter, shadow and reflection included.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen import wording
from bggen.presets import PRESETS
from bggen.spec import Painting, Plane, Rgb, Scene

Floats = NDArray[np.float32]

RISE = 0.15  # of the ground's line, rows a column
SMOOTH = 20  # columns to either side over which a base line is evened out
SHADOW_SIDE = 1024  # pixels: long side at which contact shadows are drawn
UNDER = "#ffffff"  # what a program shows that ignores transparency
BLEED = 4  # pixels: how far a product's colours go on where it is transparent


def finish(scene: Scene, painting: Painting) -> tuple[Rgb, Plane | None, dict[str, Any]]:
    """The full-canvas picture (H, W, 3), its straight alpha (H, W), and notes on how it was put together.

    Alpha is None but for a product that stands on nothing.
    """
    backdrop = to_canvas(painting.rgb, scene.size)
    shadow, factor = _shadow_of(scene, painting), None
    if shadow == "contact":
        factor = contact_shadow(scene.alpha, scene.box, painting.notes.get("light_side"))
        if scene.clear is not None:  # glass lets through a part of the light
            factor = 1 - scene.body * (1 - factor)
    elif shadow == "keep" and scene.shadow is not None:
        factor = (scene.shadow / 255).astype(np.float32)
    notes = {
        "shadow": shadow,
        "painted_size": [painting.rgb.shape[1], painting.rgb.shape[0]],
        "upscaled": painting.rgb.shape[:2] != scene.alpha.shape,
    }
    if scene.options.transparent:
        return *free(backdrop, scene, factor), notes
    return paste(backdrop if factor is None else _times(backdrop, factor), scene), None, notes


def free(under: Rgb, scene: Scene, factor: Floats | None) -> tuple[Rgb, Plane]:
    """The product alone: its colours (H, W, 3) and straight alpha (H, W).

    Args:
        under: colours where nothing is to be seen, well away from the product.
        factor: shadow on whatever it will be laid on (H, W), 1 = none. It becomes black that is as opaque as
            the shadow is dark: laid on any backdrop, that is the backdrop times the factor.
    """
    rgb, alpha = scene.rgb.copy(), scene.cover.copy()
    if factor is not None:
        shaded = (factor < 1) & (alpha < 255)
        cover = alpha[shaded].astype(np.float32) / 255
        both = cover + (1 - cover) * (1 - factor[shaded])
        alpha[shaded] = (both * 255 + 0.5).astype(np.uint8)
        share = cover / np.maximum(both, 1e-6)
        rgb[shaded] = (rgb[shaded] * share[:, None] + 0.5).astype(np.uint8)
    hidden = alpha == 0
    # a program that scales colours without their alpha, or an encoder with loss, looks beyond the edge
    weight = alpha.astype(np.float32) / 255
    near = cv2.blur(weight, (2 * BLEED + 1,) * 2)
    for channel in range(3):
        plane = rgb[..., channel]
        beside = cv2.blur(plane * weight, (2 * BLEED + 1,) * 2) / np.maximum(near, 1e-6)
        plane[hidden] = np.where(near > 1e-6, beside + 0.5, under[..., channel])[hidden]
    return rgb, alpha


def paste(backdrop: Rgb, scene: Scene) -> Rgb:
    """Blend by what the product covers; exact wherever that is nothing or all."""
    out, cover = backdrop.copy(), scene.cover
    soft = (cover > 0) & (cover < 255)
    weight = cover[soft].astype(np.float32)[:, None] / 255
    blend = scene.rgb[soft] * weight + backdrop[soft] * (1 - weight)
    out[soft] = (blend + 0.5).astype(np.uint8)
    core = cover == 255
    out[core] = scene.rgb[core]
    return out


def to_canvas(rgb: Rgb, size: tuple[int, int]) -> Rgb:
    """Scale a painting to the canvas; growing ones are sharpened a little and given fine grain."""
    height, width = rgb.shape[:2]
    if (width, height) == size:
        return rgb
    if width >= size[0]:
        return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
    grown = cv2.resize(rgb, size, interpolation=cv2.INTER_LANCZOS4).astype(np.float32)
    reach = max(size[0] / width, 1.0)
    blurred = cv2.GaussianBlur(grown, (0, 0), 0.8 * reach)
    detail = (grown - blurred).clip(-12, 12)  # clipped: sharper texture without halos along edges
    grain = np.random.default_rng(0).normal(0, 0.9, (size[1], size[0], 1)).astype(np.float32)
    return (grown + 0.45 * detail + grain + 0.5).clip(0, 255).astype(np.uint8)


def background(scene: Scene, picture: Rgb | str) -> Painting:
    """A given backdrop in a painting's place: a decoded picture, cover-cropped, or a `#hex` colour."""
    width, height = scene.size
    if isinstance(picture, str):
        rgb = np.empty((height, width, 3), np.uint8)
        rgb[:] = wording.colour_of(picture)
    else:
        rgb = cover(picture, scene.size, scene.crop)
    return Painting(rgb, False, {"background": scene.options.background})


def cover(picture: Rgb, size: tuple[int, int], crop: float = 0.5) -> Rgb:
    """The middle of a picture in the canvas's shape, scaled to it.

    Of a taller one the part that `crop` names: 0 is its top, 1 its bottom.

    Cropped before it is scaled: a narrow strip behind a wide canvas must not grow to gigabytes on the way.
    """
    height, width = picture.shape[:2]
    scale = max(size[0] / width, size[1] / height)
    wide, tall = min(width, max(1, round(size[0] / scale))), min(height, max(1, round(size[1] / scale)))
    x, y = (width - wide) // 2, int((height - tall) * crop)
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture[y : y + tall, x : x + wide], size, interpolation=how), np.uint8)


def contact_shadow(
    alpha: Plane, box: tuple[int, int, int, int], light_side: str | None = None, *, wide: bool = True
) -> Floats:
    """A shadow from the mask alone, as a factor (H, W) on the backdrop; 1 = no shadow.

    Three layers, each from the product's lower edge: a dark line where it touches, a short soft
    occlusion, and, where `wide`, a faint one that leans away from the light.
    """
    rows, columns = alpha.shape
    small = SHADOW_SIDE / max(rows, columns)
    if small < 1:  # nothing in it is finer; at full size it costs seconds
        size = (max(1, round(columns * small)), max(1, round(rows * small)))
        reduced = np.asarray(cv2.resize(alpha, size, interpolation=cv2.INTER_AREA), np.uint8)
        left, top, right, bottom = (round(edge * small) for edge in box)
        factor = contact_shadow(
            reduced, (left, top, max(right, left + 1), max(bottom, top + 1)), light_side, wide=wide
        )
        grown = cv2.resize(factor, (columns, rows), interpolation=cv2.INTER_CUBIC)
        return np.asarray(np.clip(grown, 0, 1), np.float32)
    width = box[2] - box[0]
    lean = {"left": 0.12, "right": -0.12}.get(light_side or "", 0.0)
    factor = np.ones(alpha.shape, np.float32)
    strengths = (0.55, 0.42, 0.26 if wide else 0.0)
    for layer, strength, shift in zip(contact_layers(alpha, box), strengths, (0, 0.3, 1), strict=True):
        move = np.array([[1, 0, lean * shift * width], [0, 1, 0]], np.float32)
        factor *= 1 - strength * cv2.warpAffine(layer, move, (columns, rows))
    return factor


def contact_layers(alpha: Plane, box: tuple[int, int, int, int]) -> list[Floats]:
    """Three planes (H, W) in 0..1: how near a pixel is to where the product stands, tight, short and wide."""
    left, top, right, bottom = box
    ground = _footprint((alpha > 127).astype(np.float32), box)
    reach = max(right - left, 0.5 * (bottom - top))
    layers = []
    for sigma, squeeze in ((0.008, 0.35), (0.03, 0.5), (0.11, 0.8)):
        wide, tall = max(sigma * reach, 0.6), max(sigma * reach * squeeze, 0.6)
        blurred = cv2.GaussianBlur(ground, (0, 0), wide, sigmaY=tall)
        layers.append(np.asarray(blurred / max(float(blurred.max()), 1e-6), np.float32))
    return layers


def _footprint(solid: Floats, box: tuple[int, int, int, int]) -> Floats:
    """Where the product meets the ground: a thin band under its lowest pixels, column by column."""
    _, top, _, bottom = box
    height = bottom - top
    rows = np.arange(solid.shape[0], dtype=np.float32)[:, None]
    has = np.asarray(solid.any(axis=0), np.bool_)
    lowest = np.where(has, solid.shape[0] - 1 - np.argmax(solid[::-1] > 0, axis=0), -1).astype(np.float32)
    # The ground rises away from the camera: a heel behind a toe stands as well, while a handle hangs. From
    # each foot the ground may rise this steeply to either side; columns that hang above it cast less.
    across = np.abs(np.arange(len(lowest))[:, None] - np.arange(len(lowest))[None, :])
    ground = (lowest[None, :] - RISE * across).max(axis=1)
    near = np.clip(1 - (ground - lowest) / max(0.10 * height, 1), 0, 1)
    band = max(0.012 * height, 1.0)
    # A sole that rises by a row every forty columns would show its steps: let them run into one another.
    # Only neighbours within the band count, so that a leg doesn't pull at the next one's foot.
    sums, weights = np.zeros_like(lowest), np.zeros_like(lowest)
    for shift in range(-SMOOTH, SMOOTH + 1):
        beside = np.roll(lowest, shift)
        kin = (np.abs(beside - lowest) <= 2 * band) & np.roll(has, shift) & has
        sums += np.where(kin, beside, 0)
        weights += kin
    lowest = np.asarray(sums / np.maximum(weights, 1), np.float32)
    zone = np.clip(band + 0.5 - np.abs(rows - lowest[None, :]), 0, 1) * has[None, :]
    return np.asarray(zone * near[None, :], np.float32)


def _shadow_of(scene: Scene, painting: Painting) -> str:
    """Which shadow this picture gets, as the record tells it: the painter's own, contact, keep or none."""
    asked = scene.options.shadow
    preset = PRESETS.get(scene.options.preset or "")
    if asked == "auto" and (scene.options.transparent or (preset is not None and preset.white)):
        return "none"  # the product alone; and some shops want exact white up to it
    if asked == "auto":
        return "painted" if painting.paints_shadow else "contact"
    if asked == "keep" and scene.shadow is not None:
        return "keep"
    if painting.paints_shadow:  # it is in the picture, whatever was asked
        return "painted"
    return "contact" if asked == "contact" else "none"


def _times(rgb: Rgb, factor: Floats) -> Rgb:
    return (rgb * factor[..., None] + 0.5).astype(np.uint8)
