"""Settle a product into its backdrop: shadow, reflection and contact, from a measured light or a guessed one.

What the product does to its backdrop is worked out at low resolution, as a ratio where it takes light and as
light on top where it gives some, so that the backdrop's own detail survives at any canvas size.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy as np

from bggen import gamma
from bggen.families.studio.light import casts, guess
from bggen.families.studio.light.contact import cast_size, contact, shrink
from bggen.families.studio.light.solid import Floats
from bggen.families.studio.sets import bank, staging
from bggen.spec import Painting, Plane, Rgb, Scene

UNSURE_END = 0.02  # of the height: how far off the found end of a user's own ground mostly is
FAINT_LINE = 0.6  # where the light is measured: less floats, more looks like ink beside the renders
CHANCES = 256  # pixels of a tile of them
UNSEEN = 1 - 1 / 512  # of a factor: what is nearer to 1 changes no level of 8 bits
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
    things: Plane | None = None  # (H, W) how much of a pixel shows what stands beside the product


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
    if backdrop.things is not None:  # stands up from the ground that a shadow lies on
        around = around * (1 - shrink(backdrop.things, size))
    lift = scene.lift * size[1] / scene.size[1]
    made = casts.cast(gamma.to_linear(before), alpha, gamma.to_linear(product), light, around, lift)
    after = gamma.to_srgb(made)
    whole = changed(backdrop.rgb, before, after, scene.body)  # less by what lets light through
    if light.elevation <= casts.LYING and not scene.lift:  # what lies or floats has no line of contact
        whole = ground(whole, backdrop, scene, FAINT_LINE if measured else 1.0)
    return Painting(whole, True, backdrop.notes | {"settled_by": by})


def _seen(scene: Scene, size: tuple[int, int]) -> tuple[Floats, Floats]:
    """Coverage (h, w) and the product's colours (h, w, 3), black where it isn't."""
    alpha = shrink(scene.alpha, size)
    box = scene.around()
    shown = np.zeros_like(scene.rgb)
    shown[box] = scene.rgb[box] * (scene.alpha[box][..., None] / np.float32(255))
    weighted = shrink(shown, size)
    product = np.where(alpha[..., None] > 0.02, weighted / np.maximum(alpha[..., None], 0.02), 0).clip(0, 1)
    return alpha, np.asarray(product, np.float32)


def changed(plate: Rgb, before: Floats, after: Floats, share: float = 1.0) -> Rgb:
    """A plate (H, W, 3) with a share of what was worked out small: (h, w, 3) sRGB, before and after."""
    gain = np.log(np.maximum(np.minimum(after, before), DARKEST) / np.maximum(before, DARKEST))
    added, part = np.maximum(after - before, 0), np.float32(share)
    return apply(plate, np.asarray(gain * part, np.float32), np.asarray(added * part, np.float32))


def apply(plate: Rgb, gain: Floats, added: Floats | None = None) -> Rgb:
    """`plate * exp(gain) + added` at the plate's full resolution.

    Rounded up or down by chance, so that a soft shadow has no steps; what is not changed stays as it is.

    Args:
        plate: (H, W, 3).
        gain: (h, w, 3), logarithm.
        added: (h, w, 3) in 0..1 sRGB: black can't be multiplied, so what reflects in it comes on top.
    """
    height, width = plate.shape[:2]
    chance = np.tile(_chances(), (-(-height // CHANCES), -(-width // CHANCES)))[:height, :width, None]
    made: Floats = np.asarray(cv2.resize(gain, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)
    np.exp(made, out=made)  # in place: a canvas may have many megapixels
    np.multiply(made, plate, out=made)
    if added is not None and added.any():
        more = cv2.resize(added * np.float32(255), (width, height), interpolation=cv2.INTER_CUBIC)
        np.add(made, more, out=made)
    np.add(made, chance, out=made)
    return np.clip(made, 0, 255, out=made).astype(np.uint8)


@cache
def _chances() -> Floats:
    """(CHANCES, CHANCES) in 0.05..0.95: what is nearly a step of 8 bits is that step."""
    return np.float32(0.05) + np.float32(0.9) * np.random.default_rng(0).random(
        (CHANCES, CHANCES), np.float32
    )


def ground(settled: Rgb, backdrop: Backdrop, scene: Scene, strength: float = 1.0) -> Rgb:
    """Never lighter where the product touches than a contact shadow from its mask alone would be.

    Shadows of a low resolution are soft; the line of contact is what makes a product stand. `strength` is
    that shadow's exponent; the wide one is in `settled`.
    """
    factor = contact(scene, backdrop.side)
    rows, columns = (np.flatnonzero(factor.min(axis) < UNSEEN) for axis in (1, 0))
    if not len(rows):
        return settled
    near = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    out = settled.copy()
    out[near] = limited(settled[near], backdrop.rgb[near], factor[near] ** (strength * scene.body))
    return out


def limited(made: Rgb, bare: Rgb, factor: Floats) -> Rgb:
    """(h, w, 3) no lighter than a factor (h, w) leaves of the bare ground, or of a lighter reflection in it.

    As a whole, not each channel: what mirrors a red product would be green where it is dark.
    """
    light, ground = made.mean(2, dtype=np.float32), bare.mean(2, dtype=np.float32)
    kept = (np.maximum(ground, light) * factor / np.maximum(light, 1)).clip(0, 1)
    return np.asarray(made * kept[..., None], np.uint8)
