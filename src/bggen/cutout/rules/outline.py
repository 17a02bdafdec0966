"""A small network's opinion of where a product ends and the shadow on its backdrop begins.

It sees a square about the product: the photo, and how each pixel differs from the fitted backdrop. It knows
nothing of the rules by which `segment` finds the product, so that the two can doubt each other. What it was
trained on, its figures and its limits are told in outline.md beside its weights.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.gamma import to_linear
from bggen.networks import Network

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.spec import Box, Rgb

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

SIDE = 384  # pixels of the square that the network sees; a multiple of 2 ** its number of halvings
PLANES = 9  # photo 3, difference in Lab 3, light left on the backdrop 1, its change of colour 2
FILE = Path(__file__).with_name("outline.onnx")
MARGIN = 0.12  # of the product's longer side, shown to either side of it
NETWORK = Network(FILE)
FAINT = 3.0  # Lab units, and about two hundredths of light: smaller differences are told apart best


def coverage(rgb: Rgb, backdrop: Floats, box: Box) -> Floats:
    """(h, w) how likely each pixel is product, 0..1; 0 outside the square about the box.

    Args: rgb, (h, w, 3) at working size; backdrop, (h, w, 3) its fitted Lab; box, of all that may be product.
    """
    frame = square(box)
    seen = planes(cropped(rgb, frame).astype(np.float32) / 255, cropped(backdrop, frame))
    return spread_out(answer(seen), frame, rgb.shape[:2])


def spread_out(said: Floats, box: Box, shape: tuple[int, ...]) -> Floats:
    """What a network says of a square of a picture, at its place in a plane of (h, w) that is 0 elsewhere."""
    left, top, right, bottom = box
    said = cv2.resize(said, (right - left, bottom - top), interpolation=cv2.INTER_LINEAR)
    height, width = shape[:2]
    rows, columns = slice(max(0, top), min(height, bottom)), slice(max(0, left), min(width, right))
    whole = np.zeros((height, width), np.float32)
    whole[rows, columns] = said[
        rows.start - top : rows.stop - top, columns.start - left : columns.stop - left
    ]
    return whole


def answer(seen: Floats) -> Floats:
    """(SIDE, SIDE, PLANES) -> (SIDE / 2, SIDE / 2) in 0..1."""
    return np.asarray(NETWORK.answer(np.ascontiguousarray(seen.transpose(2, 0, 1)))[0])


def grain(box: Box) -> float:
    """Working pixels that one pixel of the answer about a box covers."""
    left, _, right, _ = square(box)
    return 2 * (right - left) / SIDE


def square(box: Box) -> Box:
    """The square about a box, with a margin; parts of it may lie outside the picture."""
    left, top, right, bottom = box
    half = round((0.5 + MARGIN) * max(right - left, bottom - top)) + 2
    x, y = (left + right) // 2, (top + bottom) // 2
    return x - half, y - half, x + half, y + half


def cropped(picture: NDArray[Any], box: Box, side: int = SIDE) -> NDArray[Any]:
    """A square of a picture (h, w, ...) at (side, side, ...); the picture's border goes on outside it."""
    left, top, right, bottom = box
    height, width = picture.shape[:2]
    inside = picture[max(0, top) : max(0, bottom), max(0, left) : max(0, right)]
    beyond = (max(0, -top), max(0, bottom - height), max(0, -left), max(0, right - width))
    whole = cv2.copyMakeBorder(inside, *beyond, cv2.BORDER_REPLICATE)
    kind = cv2.INTER_AREA if right - left > side else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(whole, (side, side), interpolation=kind))


def planes(rgb: Floats, backdrop: Floats) -> Floats:
    """(h, w, PLANES), about -2..2: what the network sees.

    Args: rgb, (h, w, 3) sRGB in 0..1; backdrop, (h, w, 3) Lab of what the picture would show without the
    product.
    """
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB)
    empty = np.clip(cv2.cvtColor(backdrop, cv2.COLOR_LAB2RGB), 0, 1)
    # Blurred as JPEG blurs it: colour at half the resolution must not look like a tint at every edge.
    light = np.log2((cv2.GaussianBlur(to_linear(rgb), (0, 0), 0.8) + 0.004) / (to_linear(empty) + 0.004))
    tint = light[..., [0, 2]] - light[..., 1:2]
    parts = (rgb - 0.5, np.arcsinh((lab - backdrop) / FAINT) / 2, np.arcsinh(4 * light[..., 1:2]), 4 * tint)
    return np.asarray(np.clip(np.concatenate(parts, axis=2), -2, 2), np.float32)
