"""Shadow and reflection of a product on a plate whose light is known.

A plate's light, measured or guessed, is a list of directions, each with the part of the ground's light that
comes from there. A point on the ground loses a part where the product stands in its way. What the ground
mirrors, it mirrors of the product instead of the wall.

In the picture, a direction is where the shadow of a thing one pixel tall ends: `across` pixels to the right
and `up` pixels up, away from the camera.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.light.solid import NEAR, Floats, Lean, Solid, Stance

Matrix = NDArray[np.float64]
LYING = 70.0  # degrees: seen from higher up, products lie, and an outline says nothing about their height
UNDER = 1.5  # rows under a product that mirror it as the first before it: enlarged, no gap is left there
FLAT = 0.15  # how thick what lies is taken to be, of the root of what it covers
SWEEP = 8  # steps in which an outline is drawn along its shadow
BLURS = ((0.008, 1.0), (0.03, 0.4), (0.1, 0.4))  # of reflections: spread, how far down they fade, in sizes
MOST = 0.98  # of the ground's light that a shadow can take
SHEEN = 0.7  # of what a ground shows may be a reflection, as measured; the rest is its own
SOFTER = 0.08  # of the height that a thing floats at: how blurred its shadow is
TINT = 0.5  # of a shadow that leaves half of the light: how far a channel may be off the mean of the three
FAINT = 0.01  # linear: what is darker has no colour of its own
STEEPEST = 0.3  # of the line on which a turned product stands
#: degrees, of the sides that light comes from
AZIMUTHS = {"right": 0, "behind": 90, "left": 180, "front": 270}
SOFTLY = 0.01  # of a picture's height: how blurred the best ground shows what is behind it
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
        # over height
        right, away = -self.directions[:, 0] * math.cos(e), -self.directions[:, 1] / math.tan(e)
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


def unit(azimuth: float, height: float) -> tuple[float, float, float]:
    """Right, away, up of a direction: degrees from the right by what is behind, and above the ground."""
    a, e = math.radians(azimuth), math.radians(height)
    return math.cos(a) * math.cos(e), math.sin(a) * math.cos(e), math.sin(e)


def seen(toward: tuple[float, float, float], elevation: float) -> tuple[float, float]:
    """Direction to a light (right, away, up) -> across, up in the picture of a camera that high, degrees.

    From as high as products lie, a thing's height is not to be seen: there, of the shadow of a thing one
    pixel thick.
    """
    x, y, z = toward
    if elevation > LYING:
        return -x / z, -y / z
    e = math.radians(max(elevation, 1.0))
    return -x / (z * math.cos(e)), -y / z * math.tan(e)


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


def blocked(alpha: Floats, directions: Floats, elevation: float) -> Floats:
    """(h, w) in 0..1, (k, 2) -> (k, h, w): how much of each direction the product keeps from the ground."""
    height, width = alpha.shape
    stance = Stance.of(alpha)
    if stance is None:
        return np.zeros((len(directions), height, width), np.float32)
    if elevation > LYING:
        return np.stack([_blocked_lying(alpha, across, up) for across, up in directions.tolist()])
    solid = Solid.of(alpha, stance, elevation)
    reach = 0.008 * stance.size + 0.3
    planes = [solid.shadow(float(across), float(up), (height, width)) for across, up in directions]
    return np.stack([cv2.GaussianBlur(plane / np.float32(255), (0, 0), reach) for plane in planes])


def _blocked_lying(alpha: Floats, across: float, up: float) -> Floats:
    """(h, w): what a thing that lies keeps of a light; the outline, drawn along the ground."""
    thick = FLAT * math.sqrt(float((alpha > 0.5).sum()))
    right, down = across * thick, -up * thick
    drawn = alpha.copy()
    for step in np.linspace(0, 1, SWEEP + 1)[1:]:
        moved = np.array([[1, 0, right * step], [0, 1, down * step]], np.float32)
        np.maximum(drawn, cv2.warpAffine(alpha, moved, alpha.shape[::-1]), out=drawn)
    reach = 0.05 * thick + 0.12 * math.hypot(right, down) + 0.3
    return np.asarray(cv2.GaussianBlur(drawn, (0, 0), reach), np.float32)


def mirrored(alpha: Floats, product: Floats, wall: Floats, elevation: float) -> Floats:
    """(b, h, w, 3) linear: what a perfect mirror would add at each of BLURS.

    Args:
        alpha: (h, w), the product's coverage.
        product: (h, w, 3), its colours; anything where there is none.
        wall: (3,) or (h, w, 3), what each point of the ground mirrors where nothing stands.
    """
    height, width = alpha.shape
    planes = np.zeros((len(BLURS), height, width, 3), np.float32)
    stance = Stance.of(alpha)
    if stance is None or elevation > LYING:  # what lies covers its own reflection
        return planes
    solid = alpha > 0.5
    line = _standing_line(solid, stance)
    first = min(max(int(line.min() - UNDER), 0), height - 1)  # no row above it mirrors anything
    lowest = height - 1 - np.argmax(solid[::-1], axis=0)
    hangs = np.where(solid.any(0), np.maximum(line - lowest, 0), np.inf).astype(np.float32)
    other = np.concatenate([product * alpha[..., None], alpha[..., None]], 2)
    for plane, (spread, fade) in zip(planes, BLURS, strict=True):
        reach = spread * stance.size + 0.3
        top = max(first - math.ceil(4 * reach) - 1, 0)  # as far up as the blur looks
        rows, columns = np.mgrid[top:height, :width].astype(np.float32)
        down = cv2.remap(other, columns, 2 * line - np.maximum(rows, line + 0.5), cv2.INTER_LINEAR)
        below = (rows - line + UNDER + 0.5).clip(0, 1)
        blurred = cv2.GaussianBlur(down * below[..., None], (0, 0), reach)[first - top :]
        # nothing is mirrored above the line of contact, and what touches is mirrored in full
        whole = np.maximum(cv2.GaussianBlur(below, (0, 0), reach)[first - top :], 0.5)
        # a rough mirror blurs the more the higher a thing hangs: what hangs beside the base begins softly
        soft = cv2.GaussianBlur(np.minimum(hangs, reach)[None], (0, 0), reach)
        depth = np.maximum(rows[first - top :] - line, 0.5)
        begins = ((depth + 0.5) / np.maximum(soft, 1)).clip(0, 1)
        fading = np.exp(-depth / (fade * stance.size)) * begins
        instead = blurred[..., :3] - (wall if wall.ndim == 1 else wall[first:]) * blurred[..., 3:]
        plane[first:] = instead * (fading / whole).astype(np.float32)[..., None]
    return planes


def wall_of(plate: Floats) -> Floats:
    """(h, w, 3) linear -> (3,): what the ground mirrors where nothing stands, as far as a plate tells."""
    return np.asarray(plate[: max(len(plate) * 3 // 10, 1)].mean((0, 1)), np.float32)


def behind(plate: Floats, ground: Floats, shine: tuple[float, ...], wall: Floats) -> Floats:
    """(h, w, 3) linear: the same of each point of a ground (h, w) that mirrors so much.

    Of what a point shows more or less than most of the ground, that part is mirrored which is of the whole:
    lights over black marble are seen in it, veins of white marble are its own. `wall` (3,): what is mirrored
    of most of it.
    """
    total = sum(shine)
    mostly = np.median(plate[ground > 0.5], axis=0) if (ground > 0.5).any() else wall
    share = (total * wall / np.maximum(mostly, FAINT / 10)).clip(0, 1)
    soft = cv2.GaussianBlur(plate, (0, 0), SOFTLY * len(plate))
    return np.asarray(soft * share / total, np.float32)


def _evenly(gained: Floats, plate: Floats) -> Floats:
    """The same part of each channel: a sheen that goes away darkens, and tints no more than half."""
    even = plate * (_grey(gained) / np.maximum(_grey(plate), FAINT))
    return np.asarray((gained + even) / 2, np.float32)


def _grey(light: Floats) -> Floats:
    """(h, w, 3) -> (h, w, 1): the mean of the channels, in a fifth of the time that NumPy's takes."""
    return np.asarray((light[..., :1] + light[..., 1:2] + light[..., 2:]) / 3, np.float32)


def _moved(plane: Floats, right: float, down: float) -> Floats:
    matrix = np.array([[1, 0, right], [0, 1, down]], np.float32)
    return np.asarray(cv2.warpAffine(plane, matrix, plane.shape[1::-1]), np.float32)


def _thrown(kept: Floats, directions: Floats, lift: float) -> Floats:
    """(k, h, w) of what stands -> the same of what floats `lift` pixels above: farther away, and softer."""
    soft = SOFTER * lift + 0.01
    return np.stack(
        [
            cv2.GaussianBlur(_moved(plane, across * lift, -up * lift), (0, 0), soft)
            for plane, (across, up) in zip(kept, directions.tolist(), strict=True)
        ]
    )


def cast(
    plate: Floats,
    alpha: Floats,
    product: Floats,
    light: Light,
    ground: Floats,
    lift: float = 0.0,
    wall: Floats | None = None,
    kept: Floats | None = None,
) -> Floats:
    """The plate with the product's shadow and reflection on its ground; all linear light.

    Args:
        plate: (h, w, 3).
        alpha: (h, w), the product's coverage.
        product: (h, w, 3), its colours; anything where there is none.
        ground: (h, w) in 0..1, where the ground is that it stands on.
        lift: pixels that it floats above that.
        wall: (3,), what the ground mirrors; None: what is seen in the upper part of the plate.
        kept: (k, h, w), how much of each direction the product keeps from the ground; None: what its
            outline tells of that.
    """
    lean = None if lift or kept is not None or light.elevation > LYING else Lean.of(alpha)
    height, directions = len(alpha), light.directions
    if lean is not None:
        alpha, product, directions = lean.level(alpha), lean.level(product), lean.directions(directions)
    if lift and light.elevation <= LYING:  # of what hung lower by that much, and stood
        alpha, product = _moved(alpha, 0, lift), _moved(product, 0, lift)
    if kept is None:
        kept = blocked(alpha, directions, light.elevation)
    if lift:
        kept = _thrown(kept, directions, lift)
    lost = np.asarray(np.tensordot(kept, light.parts, ((0,), (0,))), np.float32)
    if lean is not None:
        lost = lean.back(lost, height)
    out = plate * (1 - lost.clip(0, MOST) * ground[..., None])
    if any(light.shine):
        bare = behind(plate, ground, light.shine, wall_of(plate) if wall is None else wall)
        seen_in_it = mirrored(alpha, product, bare if lean is None else lean.level(bare), light.elevation)
        gained = np.asarray(np.tensordot(np.array(light.shine, np.float32), seen_in_it, 1), np.float32)
        if lean is not None:
            gained = lean.back(gained, height)
        if lift:
            gained = _moved(gained, 0, lift)
        gained = gained * ground[..., None]
        out += np.maximum(np.maximum(gained, _evenly(gained, plate)), -SHEEN * plate)
    return _toned(out.clip(0, 1), plate)


def _toned(made: Floats, plate: Floats) -> Floats:
    """(h, w, 3) whose deep shadows have no colour of their own: little of any light is left to tint them.

    What a channel keeps is measured to some hundredths of the whole; of the last hundredths one channel alone
    would leave red blots under a product.
    """
    ground = np.maximum(plate, FAINT / 10)
    kept = np.asarray(made / ground, np.float32)
    mean = _grey(kept)
    most = TINT * mean / np.maximum(1 - mean, 1e-3)
    toned = (mean + np.clip(kept - mean, -most, most)) * ground
    return np.asarray(np.where((mean < 1) & (plate > FAINT / 10), toned, made), np.float32)
