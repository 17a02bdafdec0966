"""What a foreign model sees of a scene: the product on a neutral canvas at the model's size, and the hole."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

from bggen import finish
from bggen.spec import Plane, Rgb, Scene

NEUTRAL = 127.5  # mid-grey: what inpainting models put into the hole themselves
WIDEST = 3.0  # longest to shortest side that models still paint well


@dataclass(frozen=True, slots=True)
class View:
    """One scene as a model sees it, all at one size."""

    start: Image.Image  # RGB: the product on its reference or on grey
    hole: Image.Image  # L: 255 where to paint


def working_size(canvas: tuple[int, int], native: int, multiple: int, smallest: int) -> tuple[int, int]:
    """The size to paint at, (width, height), both divisible by `multiple`.

    About `native` squared pixels in the canvas's shape; for models that paint smaller well, no more than
    the canvas has, and at least `smallest` squared.
    """
    width, height = canvas
    area = min(max(width * height, smallest**2), native**2)
    ratio = min(max(width / height, 1 / WIDEST), WIDEST)
    side = math.sqrt(area)
    painted = [_multiple(side * math.sqrt(ratio), multiple), _multiple(side / math.sqrt(ratio), multiple)]
    if painted[0] * painted[1] > native**2:  # both were rounded up: FLUX.2 would scale the picture itself
        painted[painted.index(max(painted))] -= multiple
    return painted[0], painted[1]


def _multiple(side: float, multiple: int) -> int:
    """The nearest multiple, at least one."""
    return max(round(side / multiple) * multiple, multiple)


def view(scene: Scene, size: tuple[int, int], grow: int, reference: Rgb | None) -> View:
    """A scene at `size` (width, height); `grow`: pixels by which the hole reaches into the product.

    Models that blend latents keep a rim of the old fill around the product unless the hole covers it. The
    product is pasted back later, so this costs nothing but for very thin products, where it is left out.
    """
    alpha = cv2.resize(scene.alpha, size, interpolation=cv2.INTER_AREA)
    weight = alpha.astype(np.float32)[..., None] / 255
    # weighted by coverage, so that the black outside the product does not bleed into its edge
    covered = cv2.multiply(scene.rgb, cv2.merge([scene.alpha] * 3), scale=1 / 255)
    product = cv2.resize(covered, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    under = (
        np.float32(NEUTRAL)
        if reference is None
        else finish.cover(reference, size, scene.crop).astype(np.float32)
    )
    start = (product + under * (1 - weight) + 0.5).clip(0, 255).astype(np.uint8)
    return View(Image.fromarray(start), Image.fromarray(_hole(np.asarray(alpha, np.uint8), grow)))


def _hole(alpha: Plane, grow: int) -> Plane:
    """255 wherever it is not surely product."""
    kept: Plane = (alpha > 127).astype(np.uint8)
    if grow:
        kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * grow + 1, 2 * grow + 1))
        inner = np.asarray(cv2.erode(kept, kernel, borderType=cv2.BORDER_REPLICATE), np.uint8)
        kept = inner if inner.sum() * 2 > kept.sum() else kept
    return np.where(kept > 0, 0, 255).astype(np.uint8)
