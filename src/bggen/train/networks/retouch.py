"""What makes drawn grounds look photographed: light, a table's edge, shadows, things, a camera's faults."""

from __future__ import annotations

import math

import cv2
import numpy as np

from bggen.families.studio.light.solid import Floats
from bggen.spec import Rgb

SIDE = 112  # pixels of what is drawn
EDGE = 0.03  # of the height: an end nearer to the border is neither in the picture nor out of it
Example = tuple[Rgb, float | None]  # a picture, and where its ground ends in 0..1 of the height


def part(picture: Rgb, rng: np.random.Generator) -> Rgb:
    """Some of a picture at the size of drawing."""
    height, width = picture.shape[:2]
    tall, wide = max(int(height * rng.uniform(0.4, 1)), 4), max(int(width * rng.uniform(0.4, 1)), 4)
    y, x = int(rng.integers(height - tall + 1)), int(rng.integers(width - wide + 1))
    return np.asarray(
        cv2.resize(picture[y : y + tall, x : x + wide], (SIDE, SIDE), interpolation=cv2.INTER_AREA), np.uint8
    )


def lit(picture: Rgb, rng: np.random.Generator) -> Rgb:
    """More light on one side than on the other, and a pool or a shade now and then."""
    rows, columns = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j].astype(np.float32)
    turn, fall = rng.uniform(0, 2 * math.pi), rng.exponential(0.2)
    gain = np.exp(fall * (rows * math.sin(turn) + columns * math.cos(turn)) + rng.normal(0, 0.15))
    if rng.random() < 0.3:
        x, y, size = rng.uniform(-1, 1), rng.uniform(-1, 1), rng.uniform(0.2, 1)
        gain *= 1 + rng.uniform(-0.4, 0.5) * np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / size**2)
    return np.asarray((picture * gain[..., None]).clip(0, 255), np.uint8)


def joined(picture: Floats, row: int, rng: np.random.Generator) -> Floats:
    """What a table's edge shows: shade in the corner, a bright or dark rim, or the blur of a lens."""
    away = np.arange(SIDE, dtype=np.float32)[:, None, None] - row
    if rng.random() < 0.5:
        above, below = rng.uniform(0, 0.5, 2) * (rng.random(2) < 0.6)
        reach = float(rng.uniform(1, 12))
        picture = picture * (1 - np.where(away < 0, above, below) * np.exp(-np.abs(away) / reach))
    if rng.random() < 0.3:
        thick = int(rng.integers(1, 4))
        picture[row : row + thick] = picture[row : row + thick] * rng.uniform(0.5, 1.5)
    if rng.random() < 0.4:
        soft = cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.5, 3)))
        here = np.exp(-((away / 6) ** 2))
        picture = soft * here + picture * (1 - here)
    return np.asarray(picture, np.float32)


def shade(picture: Floats, x: float, y: float, half: float) -> None:
    """The shadow below a thing that stands there."""
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    picture *= (
        1
        - 0.4
        * np.exp(-(((columns - x) / (1.2 * half + 1)) ** 2) - ((rows - y) / (0.35 * half + 1)) ** 2)[
            ..., None
        ]
    )


def lay(picture: Floats, rgba: Floats, left: int, top: int) -> None:
    """A cut-out over a picture, as far as it is in it."""
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + rgba.shape[1], SIDE), min(top + rgba.shape[0], SIDE)
    if x1 <= x0 or y1 <= y0:
        return
    part = rgba[y0 - top : y1 - top, x0 - left : x1 - left]
    weight = part[..., 3:] / 255
    picture[y0:y1, x0:x1] = part[..., :3] * weight + picture[y0:y1, x0:x1] * (1 - weight)


def taken(picture: Rgb, end: float | None, rng: np.random.Generator) -> Example:
    """As a camera leaves it: cropped, a little aslant, blurred, noisy, of another balance, mirrored."""
    tall = int(SIDE * rng.uniform(0.8, 1))
    top = int(rng.integers(SIDE - tall + 1))
    at = None if end is None else (end * SIDE - top) / tall
    if at is None or EDGE < at < 1 - EDGE:
        picture, end = picture[top : top + tall], at
    if rng.random() < 0.5:
        picture = np.ascontiguousarray(picture[:, ::-1])
    if rng.random() < 0.4:
        height, width = picture.shape[:2]
        turned = cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.normal(0, 1.5)), 1.0)
        picture = np.asarray(
            cv2.warpAffine(picture, turned, (width, height), borderMode=cv2.BORDER_REPLICATE), np.uint8
        )
    shown = np.asarray(picture / np.float32(255), np.float32)
    if rng.random() < 0.1:
        shown = np.repeat(shown.mean(2, keepdims=True), 3, 2)
    gain = np.exp(rng.normal(0, 0.08, 3) + rng.normal(0, 0.12)).astype(np.float32)
    shown = np.asarray(cv2.pow(shown, float(np.exp(rng.normal(0, 0.2)))) * gain, np.float32)
    if rng.random() < 0.3:
        shown = np.asarray(cv2.GaussianBlur(shown, (0, 0), float(rng.uniform(0.5, 2))), np.float32)
    noise = rng.standard_normal(shown.shape, np.float32) * np.float32(rng.uniform(0, 0.02))
    return ((shown + noise).clip(0, 1) * 255 + 0.5).astype(np.uint8), end
