"""Settle a product into its backdrop: shadow, reflection and contact, from a measured light or a guessed one.

What the product does to its backdrop is worked out as a ratio at low resolution, so that the backdrop's own
detail survives at any canvas size.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen import finish
from bggen.families.studio import bank, casts, guess, staging
from bggen.families.studio.solid import Floats, Lean
from bggen.spec import Painting, Rgb, Scene

CAST_SIDE = 384  # the long side that shadows and reflections are worked out at
CAST_SHORT = 128  # the short side at least, as far as the pixels of a square suffice
UNSURE_END = 0.02  # of the height: how far off the found end of a user's own ground mostly is
FAINT_LINE = 0.6  # where the light is measured: less floats, more looks like ink beside the renders
DARKEST = 0.004  # sRGB: darker than the first step of 8 bits there is nothing to divide by


@dataclass(frozen=True, slots=True)
class Backdrop:
    """A picture behind the product, at the canvas's size, and what is known of its light."""

    rgb: Rgb
    notes: dict[str, Any]
    side: str | None = None
    hard: bool | None = None
    view: str | None = None
    plate: bank.Plate | None = None  # whose picture it is


def settled(scene: Scene, backdrop: Backdrop) -> Painting:
    """The backdrop with what the product does to it; its notes say how that was found."""
    size = cast_size(scene)
    before = shrink(backdrop.rgb, size)
    alpha, product = _seen(scene, size)
    plate, around = backdrop.plate, np.ones_like(alpha)
    measured = None if plate is None else plate.light
    by = "the set's measured light" if measured else "a guessed light"
    height = None if plate is None else plate.elevation
    ends = scene.footing is not None
    light = measured or guess.guess(before, alpha, backdrop.side, backdrop.hard, backdrop.view, height, ends)
    if plate is not None:
        around = staging.ground(plate, scene, size)
    elif scene.footing is not None:
        end = scene.footing.end / scene.size[1] * size[1]
        around = staging.below(end, size, max(UNSURE_END * size[1], 1.0))
    made = casts.cast(staging.to_linear(before), alpha, staging.to_linear(product), light, around)
    gain = np.log(np.maximum(staging.to_srgb(made), DARKEST) / np.maximum(before, DARKEST))
    whole = apply(backdrop.rgb, np.asarray(gain, np.float32))
    if light.elevation <= casts.LYING:  # what lies has no line of contact
        whole = ground(whole, backdrop, scene, FAINT_LINE if measured else 1.0)
    return Painting(whole, True, backdrop.notes | {"settled_by": by})


def cast_size(scene: Scene) -> tuple[int, int]:
    """Width and height that a scene's shadows are worked out at."""
    width, height = scene.size
    wanted = max(CAST_SIDE / max(width, height), CAST_SHORT / min(width, height))
    scale = min(wanted, CAST_SIDE / math.sqrt(width * height))  # no more pixels than of a square canvas
    return max(round(width * scale), 1), max(round(height * scale), 1)


def _seen(scene: Scene, size: tuple[int, int]) -> tuple[Floats, Floats]:
    """Coverage (h, w) and the product's colours (h, w, 3), black where it isn't."""
    alpha = shrink(scene.alpha, size)
    box = scene.around()
    shown = np.zeros_like(scene.rgb)
    shown[box] = scene.rgb[box] * (scene.alpha[box][..., None] / np.float32(255))
    weighted = shrink(shown, size)
    product = np.where(alpha[..., None] > 0.02, weighted / np.maximum(alpha[..., None], 0.02), 0).clip(0, 1)
    return alpha, np.asarray(product, np.float32)


def shrink(plane: NDArray[np.uint8], size: tuple[int, int]) -> Floats:
    """A picture or coverage at `size` (width, height), in 0..1."""
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA) / 255, np.float32)


def apply(plate: Rgb, gain: Floats) -> Rgb:
    """`plate * exp(gain)` at the plate's full resolution."""
    size = (plate.shape[1], plate.shape[0])
    factor = np.exp(cv2.resize(gain, size, interpolation=cv2.INTER_CUBIC))
    return (plate * factor + 0.5).clip(0, 255).astype(np.uint8)


def ground(settled: Rgb, backdrop: Backdrop, scene: Scene, strength: float = 1.0) -> Rgb:
    """Never lighter where the product touches than a contact shadow from its mask alone would be.

    Shadows of a low resolution are soft; the line of contact is what makes a product stand. `strength` is
    that shadow's exponent; the wide one is in `settled`.
    """
    factor = contact(scene, backdrop.side)[..., None] ** strength
    limit = np.maximum(backdrop.rgb, settled) * factor  # a reflection may be lighter than the bare ground
    return np.asarray(np.minimum(settled, limit).clip(0, 255), np.uint8)


def lean(scene: Scene) -> Lean | None:
    """What the ground under a product is like that stands on two points, in pixels of the canvas."""
    size = cast_size(scene)
    found = Lean.of(shrink(scene.alpha, size))
    return None if found is None else replace(found, column=found.column * scene.size[0] / size[0])


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
