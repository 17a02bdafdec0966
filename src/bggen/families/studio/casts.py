"""Shadow and reflection of a product on a plate whose light was measured.

A plate's light is a list of directions, each with the part of the ground's light that comes from there. A
point on the ground loses a part where the product stands in its way. Of the product only the outline is
known, so it is taken for a box of that outline, standing where its foot is seen.
What the ground mirrors, it mirrors of the product instead of the wall.

In the picture, a direction is where the shadow of a thing one pixel tall ends: `across` pixels to the right
and `up` pixels up, away from the camera.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Matrix = NDArray[np.float64]
DEPTH = 0.3  # of the solid, in widths of the outline
FLATTEST = 0.02  # a shadow that lies along the picture's rows is a line; it's given that much of its height
LYING = 70.0  # degrees: seen from higher up, products lie, and an outline says nothing about their height
BLURS = (
    (0.008, 1.0),
    (0.03, 0.4),
    (0.1, 0.4),
)  # of reflections: spread, and how far down they fade, in sizes
STEEPEST = 0.3  # of the line on which a turned product stands


@dataclass(frozen=True, slots=True)
class Light:
    """What falls on a plate's stand."""

    directions: Floats  # (k, 2): across, up
    parts: Floats  # (k, 3): of the ground's red, green and blue, together at most 1
    shine: tuple[float, ...]  # how much the ground mirrors, at each of BLURS
    elevation: float  # of the camera, degrees

    @classmethod
    def of(cls, rows: list[list[float]], shine: list[float], elevation: float, mirrored: bool) -> Light:
        """From a plate's rows of `across, up, red, green, blue`."""
        table = np.array(rows, np.float32).reshape(-1, 5)
        flip = np.array([-1 if mirrored else 1, 1], np.float32)
        return cls(table[:, :2] * flip, table[:, 2:], tuple(shine), elevation)


def seen(toward: tuple[float, float, float], elevation: float) -> tuple[float, float]:
    """Direction to a light (right, away, up) -> across, up in the picture of a camera that high, degrees."""
    x, y, z = toward
    e = math.radians(max(elevation, 1.0))
    return -x / (z * math.cos(e)), -y / z * math.tan(e)


@dataclass(frozen=True, slots=True)
class Stance:
    """How a product stands, by its outline; in pixels."""

    middle: float  # between its left and right edges
    foot: float  # row of the line it stands on, at its middle
    slope: float  # of that line: a turned product's nearer corner is lower
    wide: int
    tall: int
    base: int  # how much of its width is near that line: a chair's four legs are little

    @classmethod
    def of(cls, alpha: Floats) -> Stance | None:
        """(h, w) in 0..1; None where nothing stands."""
        solid = alpha > 0.5
        rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
        if not len(rows):
            return None
        middle, bottom = float(columns[0] + columns[-1]) / 2, int(rows[-1])
        wide, tall = int(columns[-1] - columns[0] + 1), int(bottom - rows[0] + 1)
        lowest = len(solid) - 1 - np.argmax(solid[::-1], axis=0)
        near = np.flatnonzero(solid.any(0) & (lowest > bottom - 0.12 * tall))
        if len(near) < 3:
            return cls(middle, float(bottom), 0.0, wide, tall, wide)
        slope, foot = np.polyfit(near - middle, lowest[near], 1)
        return cls(middle, float(foot), float(np.clip(slope, -STEEPEST, STEEPEST)), wide, tall, len(near))

    @property
    def size(self) -> int:
        """The longer side."""
        return max(self.wide, self.tall)

    def laid(self, across: float, up: float) -> Matrix:
        """2 x 3: the outline laid down on the ground from the line it stands on."""
        bias = self.foot - self.slope * self.middle  # the line is `bias + slope * x`
        return np.array(
            [
                [1 + across * self.slope, -across, across * bias],
                [(1 - up) * self.slope, up, (1 - up) * bias],
            ],
            np.float64,
        )

    def squashed(self, by: float) -> Matrix:
        """2 x 3: heights above the line it stands on times `by`."""
        return self.laid(0.0, by if abs(by) > FLATTEST else math.copysign(FLATTEST, by))


def blocked(alpha: Floats, directions: Floats, elevation: float) -> Floats:
    """(h, w) in 0..1, (k, 2) -> (k, h, w): how much of each direction the product keeps from the ground."""
    height, width = alpha.shape
    stance = Stance.of(alpha)
    if stance is None:
        return np.zeros((len(directions), height, width), np.float32)
    # the solid's depth, as the camera sees it lie
    deep = DEPTH * min(stance.wide, 1.5 * stance.base, 0.75 * stance.tall) * math.sin(math.radians(elevation))
    reach = 0.008 * stance.size + 0.3
    planes = []
    for across, up in directions:
        front = _laid(alpha, stance, float(across), float(up))
        # what is behind lies higher in the picture
        covered = cv2.dilate(front, np.ones((round(deep) + 1, 1), np.uint8), anchor=(0, 0))
        planes.append(cv2.GaussianBlur(covered, (0, 0), reach))
    return np.stack(planes)


def _laid(alpha: Floats, stance: Stance, across: float, up: float) -> Floats:
    """(h, w): the outline laid down on the ground; in two steps where rows would miss it, so flat it lies."""
    size = (alpha.shape[1], alpha.shape[0])
    steep = max(abs(up), 0.25, min(1.0, abs(across) / 6))
    tall = cv2.warpAffine(alpha, stance.laid(across, steep), size)
    if up == steep:
        return np.asarray(tall, np.float32)
    flat = up / steep
    rows = max(1, round(1 / max(abs(flat), 1 / max(stance.tall, 1))))
    whole = cv2.dilate(tall, np.ones((rows, 1), np.uint8))
    return np.asarray(cv2.warpAffine(whole, stance.squashed(flat), size), np.float32)


def mirrored(alpha: Floats, product: Floats, wall: Floats) -> Floats:
    """(h, w), (h, w, 3) and (3,) linear -> (b, h, w, 3): what a perfect mirror would add at each of BLURS."""
    height, width = alpha.shape
    stance = Stance.of(alpha)
    if stance is None:
        return np.zeros((len(BLURS), height, width, 3), np.float32)
    other = (product - wall) * alpha[..., None]
    down = cv2.warpAffine(other, stance.laid(0.0, -1.0), (width, height))
    columns = np.arange(width) - stance.middle
    depth = np.arange(height)[:, None] - (stance.foot + stance.slope * columns)
    planes = []
    for spread, fade in BLURS:
        fading = np.exp(-np.maximum(depth, 0) / (fade * stance.size)) * (depth > -0.5)
        blurred = cv2.GaussianBlur(down, (0, 0), spread * stance.size + 0.3)
        planes.append(blurred * fading[..., None].astype(np.float32))
    return np.stack(planes)


def wall_of(plate: Floats) -> Floats:
    """(h, w, 3) linear -> (3,): what the ground mirrors where nothing stands, as far as a plate tells."""
    return np.asarray(plate[: max(len(plate) * 3 // 10, 1)].mean((0, 1)), np.float32)


def cast(plate: Floats, alpha: Floats, product: Floats, light: Light, ground: Floats) -> Floats:
    """The plate with the product's shadow and reflection on its ground; all linear light.

    Args:
        plate: (h, w, 3).
        alpha: (h, w), the product's coverage.
        product: (h, w, 3), its colours; anything where there is none.
        ground: (h, w) in 0..1, where the ground is that it stands on.
    """
    lost = np.tensordot(blocked(alpha, light.directions, light.elevation), light.parts, ((0,), (0,)))
    out = plate * (1 - lost.clip(0, 0.98) * ground[..., None])
    if any(light.shine):
        seen_in_it = mirrored(alpha, product, wall_of(plate))
        out += np.tensordot(np.array(light.shine, np.float32), seen_in_it, 1) * ground[..., None]
    return np.asarray(out.clip(0, 1), np.float32)
