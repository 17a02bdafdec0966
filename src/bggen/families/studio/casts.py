"""Shadow and reflection of a product on a plate whose light was measured.

A plate's light is a list of directions, each with the part of the ground's light that comes from there. A
point on the ground loses a part where the product stands in its way. Of the product only the outline is
known; its lower edge tells what it stands on, and slices of that shape, as wide as the outline, make it up.
What the ground mirrors, it mirrors of the product instead of the wall.

In the picture, a direction is where the shadow of a thing one pixel tall ends: `across` pixels to the right
and `up` pixels up, away from the camera.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Matrix = NDArray[np.float64]
Spans = list[tuple[float, float, float]]  # middle column, width, shift down
THICK = 0.4  # depth of a thing with a straight base, in widths
SAG = 0.55  # how far a base's lower edge may sag, of a disc's
GAP = 0.02  # of the outline's width: farther apart are several feet
SLICES = 40  # a thing is looked at in so many heights
LYING = 70.0  # degrees: seen from higher up, products lie, and an outline says nothing about their height
BLURS = (
    (0.008, 1.0),
    (0.03, 0.4),
    (0.1, 0.4),
)  # of reflections: spread, and how far down they fade, in sizes
NEAR = 0.12  # of the height: what ends higher up isn't part of the base
SHEEN = 0.7  # of what a ground shows may be a reflection, as measured; the rest is its own
FAINT = 0.01  # linear: what is darker has no colour of its own
STEEPEST = 0.3  # of the line on which a turned product stands
AZIMUTHS = {
    "right": 0,
    "behind": 90,
    "left": 180,
    "front": 270,
}  # degrees, of the sides that light comes from
RAISED = 0.08  # how far from overhead a light from above is, of what a light from a side is


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

    def turned(self, before: str, side: str) -> Light:
        """The same light with its key from another side: turned about the product, or raised.

        Args:
            before: left or right, where it comes from.
            side: one of AZIMUTHS, or above.
        """
        e = math.radians(max(self.elevation, 1.0))
        right, away = (
            -self.directions[:, 0] * math.cos(e),
            -self.directions[:, 1] / math.tan(e),
        )  # over height
        if side == "above":
            right, away = RAISED * right, RAISED * away
        else:
            turn = math.radians(AZIMUTHS[side] - AZIMUTHS[before])
            right, away = (
                right * math.cos(turn) - away * math.sin(turn),
                right * math.sin(turn) + away * math.cos(turn),
            )
        directions = np.stack([-right / math.cos(e), -away * math.tan(e)], 1)
        return replace(self, directions=directions.astype(np.float32))


def seen(toward: tuple[float, float, float], elevation: float) -> tuple[float, float]:
    """Direction to a light (right, away, up) -> across, up in the picture of a camera that high, degrees."""
    x, y, z = toward
    e = math.radians(max(elevation, 1.0))
    return -x / (z * math.cos(e)), -y / z * math.tan(e)


@dataclass(frozen=True, slots=True)
class Stance:
    """How large a product's outline is and where it ends; in pixels."""

    wide: int
    tall: int
    bottom: int  # its lowest row

    @classmethod
    def of(cls, alpha: Floats) -> Stance | None:
        """(h, w) in 0..1; None where nothing stands."""
        solid = alpha > 0.5
        rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
        if not len(rows):
            return None
        wide, tall = int(columns[-1] - columns[0] + 1), int(rows[-1] - rows[0] + 1)
        return cls(wide, tall, int(rows[-1]))

    @property
    def size(self) -> int:
        """The longer side."""
        return max(self.wide, self.tall)


@dataclass(frozen=True, slots=True)
class Solid:
    """A product as a pile of slices, each a scaled copy of what its base covers of the ground; in pixels.

    The lower edge of an outline is the front of its base: the arc of a round one, the corner of a turned
    box. The back is taken for the same, turned by half.
    """

    sole: Floats  # (n, 2) convex outline of the base about its middle
    width: float  # of that
    ground: float  # row of that middle
    links: Floats  # (m, 2, 4): height, middle column, width and shift down of two slices that hang together

    @classmethod
    def of(cls, alpha: Floats, stance: Stance, elevation: float) -> Solid:
        """(h, w) in 0..1 as seen from `elevation` degrees, and how it stands."""
        solid = alpha > 0.5
        lowest = (len(solid) - 1 - np.argmax(solid[::-1], axis=0)).astype(np.float32)
        flat = math.sin(math.radians(max(elevation, 1.0)))
        near = _near(np.flatnonzero(solid.any(0)), lowest, flat, stance.tall)
        columns = np.linspace(near[0], near[-1], 13)
        front = np.stack([columns, np.interp(columns, near, lowest[near])], 1).astype(np.float32)
        foot, ends = float(lowest[near].max()), (front[0] + front[-1]) / 2
        least = 0.5 * THICK * min(stance.wide, 1.5 * len(near), 0.75 * stance.tall) * flat
        front -= ends
        if foot - ends[1] >= least:
            sole, ground = np.concatenate([front, -front]), float(ends[1])
        else:  # a straight base tells no depth
            rise = np.array([0, least], np.float32)
            sole, ground = np.concatenate([front + rise, front - rise]), float(ends[1]) - least
        width = float(near[-1] - near[0] + 1)
        feet = Spans()
        parts = np.split(near, np.flatnonzero(np.diff(near) > max(3, GAP * stance.wide)) + 1)
        for part in parts:
            wide = float(part[-1] - part[0] + 1)
            # of several feet, each stands where it is seen to, with its own share of the depth
            shift = 0.0
            if len(parts) > 1:
                shift = float(lowest[part].max()) - ground - (foot - ground) * wide / width
            feet.append((float(part[0] + part[-1]) / 2, wide, shift))
        slices = [(0.0, feet), *_slices(solid, ground, foot)]
        outline = np.asarray(cv2.convexHull(sole)[:, 0], np.float32)
        return cls(outline, width, ground, _linked(slices))

    def shadow(self, across: float, up: float, shape: tuple[int, int]) -> NDArray[np.uint8]:
        """(h, w) 0 or 255, its edge smooth: where it stands between the ground and a light."""
        plane = np.zeros(shape, np.uint8)
        height, column, width, shift = np.moveaxis(self.links, 2, 0)
        middle = np.stack([column + across * height, self.ground + shift - up * height], 2)
        corners = middle[:, :, None] + self.sole * (width / self.width)[:, :, None, None]
        most = 4 * max(shape)  # farther than that is out of the picture, and out of what OpenCV counts to
        points = np.round(corners.clip(-most, most) * 16).astype(np.int32)  # in sixteenths of a pixel
        for both in points.reshape(len(points), -1, 2):
            cv2.fillConvexPoly(plane, cv2.convexHull(both), (255,), cv2.LINE_AA, 4)
        return plane


def _standing_line(solid: NDArray[np.bool_], stance: Stance) -> Floats:
    """(w,) the row in which each column would touch the ground.

    Along the front of the base, whose arches it bridges, and straight on beside it.
    """
    lowest = len(solid) - 1 - np.argmax(solid[::-1], axis=0)
    near = np.flatnonzero(solid.any(0) & (lowest > stance.bottom - NEAR * stance.tall))
    across = np.arange(solid.shape[1], dtype=np.float32)
    if len(near) < 3:
        return np.full_like(across, stance.bottom)
    slope = np.clip(np.polyfit(near, lowest[near], 1)[0], -STEEPEST, STEEPEST)
    points = np.stack([near, lowest[near]], 1).astype(np.float32)
    hull = cv2.convexHull(np.concatenate([points, [[near[0], 0], [near[-1], 0]]]).astype(np.float32))[:, 0]
    front = hull[hull[:, 1] > 0]
    front = front[np.argsort(front[:, 0])]
    beside = np.minimum(across - near[0], 0) + np.maximum(across - near[-1], 0)
    return np.asarray(np.interp(across, front[:, 0], front[:, 1]) + slope * beside, np.float32)


def _near(columns: NDArray[np.intp], lowest: Floats, flat: float, tall: int) -> NDArray[np.intp]:
    """The columns whose lowest pixel is on the ground: a base sags no more than a disc as wide would."""
    foot, near = lowest[columns].max(), columns
    for _ in range(4):  # what is left is narrower, and so may sag less
        sag = min(0.25 * tall, 0.5 * SAG * (near[-1] - near[0] + 1) * flat + 2)
        near = near[lowest[near] >= foot - sag]
    return near


def _slices(solid: NDArray[np.bool_], ground: float, foot: float) -> list[tuple[float, Spans]]:
    """Heights above the ground, and what of the outline is there."""
    top = int(np.argmax(solid.any(1)))
    found = list[tuple[float, Spans]]()
    for row in np.linspace(min(ground, foot), top, SLICES):
        steps = np.diff(np.concatenate([[0], solid[round(row)].astype(np.int8), [0]]))
        ends = zip(np.flatnonzero(steps == 1), np.flatnonzero(steps == -1), strict=True)
        found.append((ground - row, [((a + b - 1) / 2, float(b - a), 0.0) for a, b in ends]))
    return found


def _linked(slices: list[tuple[float, Spans]]) -> Floats:
    """(m, 2, 4), see `Solid.links`; a span that none below it touches hangs with itself."""
    links = list[tuple[tuple[float, ...], tuple[float, ...]]]()
    below, under = 0.0, Spans()
    for height, spans in slices:
        for span in spans:
            one = (height, *span)
            touching = [other for other in under if abs(other[0] - span[0]) < (other[1] + span[1]) / 2]
            links += [((below, *other), one) for other in touching] or [(one, one)]
        below, under = height, spans
    return np.array(links, np.float32)


def blocked(alpha: Floats, directions: Floats, elevation: float) -> Floats:
    """(h, w) in 0..1, (k, 2) -> (k, h, w): how much of each direction the product keeps from the ground."""
    height, width = alpha.shape
    stance = Stance.of(alpha)
    if stance is None:
        return np.zeros((len(directions), height, width), np.float32)
    solid = Solid.of(alpha, stance, elevation)
    reach = 0.008 * stance.size + 0.3
    planes = [solid.shadow(float(across), float(up), (height, width)) for across, up in directions]
    return np.stack([cv2.GaussianBlur(plane / np.float32(255), (0, 0), reach) for plane in planes])


def mirrored(alpha: Floats, product: Floats, wall: Floats) -> Floats:
    """(h, w), (h, w, 3) and (3,) linear -> (b, h, w, 3): what a perfect mirror would add at each of BLURS."""
    height, width = alpha.shape
    stance = Stance.of(alpha)
    if stance is None:
        return np.zeros((len(BLURS), height, width, 3), np.float32)
    other = (product - wall) * alpha[..., None]
    rows, columns = np.mgrid[:height, :width].astype(np.float32)
    line = _standing_line(alpha > 0.5, stance)
    down = cv2.remap(other, columns, 2 * line - rows, cv2.INTER_LINEAR)
    depth = rows - line
    below = (depth + 0.5).clip(0, 1)
    planes = []
    for spread, fade in BLURS:
        fading = np.exp(-np.maximum(depth, 0) / (fade * stance.size)) * below
        reach = spread * stance.size + 0.3
        # nothing is mirrored above the line of contact, and what touches is mirrored in full
        whole = np.maximum(cv2.GaussianBlur(below, (0, 0), reach), 0.5)
        blurred = cv2.GaussianBlur(down * below[..., None], (0, 0), reach)
        planes.append(blurred * (fading / whole).astype(np.float32)[..., None])
    return np.stack(planes)


def wall_of(plate: Floats) -> Floats:
    """(h, w, 3) linear -> (3,): what the ground mirrors where nothing stands, as far as a plate tells."""
    return np.asarray(plate[: max(len(plate) * 3 // 10, 1)].mean((0, 1)), np.float32)


def _evenly(gained: Floats, plate: Floats) -> Floats:
    """The same part of each channel: a sheen that goes away darkens, and tints no more than half."""
    even = plate * (gained.mean(2, keepdims=True) / np.maximum(plate.mean(2, keepdims=True), FAINT))
    return np.asarray((gained + even) / 2, np.float32)


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
        gained = np.tensordot(np.array(light.shine, np.float32), seen_in_it, 1) * ground[..., None]
        out += np.maximum(np.maximum(gained, _evenly(gained, plate)), -SHEEN * plate)
    return np.asarray(out.clip(0, 1), np.float32)
