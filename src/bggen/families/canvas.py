"""What a foreign model sees of a scene: the product on a neutral canvas at the model's size, and the hole."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from bggen import finish
from bggen.errors import PaintFailed
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


def views(scenes: Sequence[Scene], size: tuple[int, int], grow: int, reference: Rgb | None) -> list[View]:
    """`view` of each, side by side: a device waits meanwhile, and NumPy and OpenCV run without the lock."""
    if len(scenes) == 1:
        return [view(scenes[0], size, grow, reference)]
    with ThreadPoolExecutor(min(len(scenes), os.cpu_count() or 1)) as pool:
        return list(pool.map(lambda scene: view(scene, size, grow, reference), scenes))


def view(scene: Scene, size: tuple[int, int], grow: int, reference: Rgb | None) -> View:
    """A scene at `size` (width, height); `grow`: pixels by which the hole reaches into the product.

    Models that blend latents keep a rim of the old fill around the product unless the hole covers it. The
    product is pasted back later, so this costs nothing but for very thin products, where it is left out.
    What is clear of a product is painted, too: the scene shows through it.
    """
    covers = scene.cover
    alpha = np.asarray(cv2.resize(covers, size, interpolation=cv2.INTER_AREA), np.uint8)
    # weighted by coverage, so that the black outside the product does not bleed into its edge
    covered, near = np.zeros_like(scene.rgb), scene.around()
    covered[near] = cv2.multiply(scene.rgb[near], cv2.merge([covers[near]] * 3), scale=1 / 255)
    product = cv2.resize(covered, size, interpolation=cv2.INTER_AREA)
    if reference is None:
        start = np.full((size[1], size[0], 3), NEUTRAL + 0.5, np.uint8)
    else:
        start = finish.cover(reference, size, scene.crop).copy()
    left, top, width, height = cv2.boundingRect(alpha)  # all else stays as it is
    box = np.s_[top : top + height, left : left + width]
    under = NEUTRAL if reference is None else start[box].astype(np.float32)
    weight = alpha[box].astype(np.float32)[..., None] / 255
    start[box] = (product[box].astype(np.float32) + under * (1 - weight) + 0.5).clip(0, 255).astype(np.uint8)
    return View(Image.fromarray(start), Image.fromarray(_hole(alpha, grow)))


def tensors(views: Sequence[View], device: Any) -> tuple[Tensor, Tensor]:
    """The same on a device: pictures (n, 3, h, w) and holes (n, 1, h, w), float32 in 0..1.

    They go there as bytes and widen there: a core takes 70 ms for that, at 1024 pixels, and the device waits.
    """
    pictures, holes = (
        torch.from_numpy(np.stack([np.asarray(picture) for picture in each])).to(device)
        for each in ([seen.start for seen in views], [seen.hole for seen in views])
    )
    return pictures.permute(0, 3, 1, 2).float() / 255, holes[:, None].float() / 255


def pixels(pictures: Tensor) -> NDArray[np.uint8]:
    """(n, 3, h, w) in 0..1 on any device to (n, h, w, 3). Raises PaintFailed for pictures that overflowed."""
    wide = pictures.permute(0, 2, 3, 1).float()
    if not bool(wide.isfinite().all()):
        raise PaintFailed("the model overflowed and gave no picture: try --dtype bfloat16 or float32")
    # made of bytes where they are: a quarter of the way to the processor, and none of its time
    found: NDArray[np.uint8] = (wide * 255 + 0.5).clamp(0, 255).byte().contiguous().cpu().numpy()
    return found


def _hole(alpha: Plane, grow: int) -> Plane:
    """255 wherever it is not surely product."""
    kept: Plane = (alpha > 127).astype(np.uint8)
    if grow:
        kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * grow + 1, 2 * grow + 1))
        inner = np.asarray(cv2.erode(kept, kernel, borderType=cv2.BORDER_REPLICATE), np.uint8)
        kept = inner if inner.sum() * 2 > kept.sum() else kept
    return np.where(kept > 0, 0, 255).astype(np.uint8)
