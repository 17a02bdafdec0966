"""Paint things on a canvas with a set on it, in the set's light, with the shadows that they cast in it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen import gamma
from bggen.families.studio.beside.layout import Stood
from bggen.families.studio.light import casts, guess
from bggen.families.studio.light.contact import cast_size, shrink
from bggen.families.studio.light.solid import Floats
from bggen.families.studio.sets import staging
from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.sets.dyes import dyed
from bggen.families.studio.sets.props import Heights
from bggen.families.studio.settling import changed, limited
from bggen.spec import Plane, Rgb, Scene

FROM_ABOVE = 88.0  # degrees: what lies flat is mirrored by the ground as if seen from there: not at all
GAPS = 5  # exponent of the sky that a thing hides which leaves the gaps alone: the rest is in its shadow
SEEN = 0.1  # coverage: less is the edge of a thing
AROUND = 2.5  # of a thing's size: how far its shadow is looked for


def with_things(
    rgb: Rgb, stood: Sequence[Stood], plate: Plate, scene: Scene, gain: Floats
) -> tuple[Rgb, Plane]:
    """The canvas with things on it, those first in the list farthest behind, and their coverage.

    Args:
        rgb: (H, W, 3), with the set on it.
        gain: (3,) linear: the light that falls on the set, of a plain studio's.
    """
    things = np.zeros(rgb.shape[:2], np.uint8)
    if not stood:
        return rgb, things
    pictures = [_lit(_scaled(one), gain) for one in stood]
    out = _shaded(rgb, stood, pictures, plate, scene)
    for one in stood:
        _press(out, rgb, one)
    for one, picture in zip(stood, pictures, strict=True):
        there, part = _overlap(out, picture, one.box)
        colour, cover = picture[part][..., :3], picture[part][..., 3:]
        out[there] = out[there] * (1 - cover) + colour * 255 * cover + 0.5
        things[there] = np.maximum(things[there], cover[..., 0] * 255 + 0.5)
    return out, things


def _press(out: Rgb, bare: Rgb, one: Stood) -> None:
    """Dark in the gaps under a thing, where hardly any of the sky is seen; in place.

    Shadows are worked out at a low resolution. What the ground mirrors there may be lighter than bare ground.
    """
    lost, foot = _sky_lost(one.prop.heights, one.mirrored)
    kept, scale = 1 - lost**GAPS, one.scale * one.prop.unit / one.prop.heights.cells
    flat = scale * math.sin(math.radians(one.prop.elevation))
    size = max(round(kept.shape[1] * scale), 1), max(round(kept.shape[0] * flat), 1)
    kept = np.asarray(cv2.resize(kept, size, interpolation=cv2.INTER_CUBIC).clip(0, 1), np.float32)
    there, part = _overlap(out, kept, (one.foot[0] - foot[0] * scale, one.foot[1] - foot[1] * flat))
    out[there] = limited(out[there], bare[there], kept[part])


@lru_cache(maxsize=64)
def _sky_lost(heights: Heights, mirrored: bool) -> tuple[Floats, tuple[float, float]]:
    """As `Body` has it, which is the same in every picture."""
    return heights.body(mirrored).sky_lost()


def _scaled(one: Stood) -> Floats:
    """(h, w, 4) sRGB and coverage in 0..1, at the canvas's scale."""
    left, top, right, bottom = one.box
    size = max(round(right - left), 1), max(round(bottom - top), 1)
    how = cv2.INTER_AREA if one.scale < 1 else cv2.INTER_CUBIC
    picture = one.prop.pixels(one.mirrored).astype(np.float32) / 255
    made = np.asarray(cv2.resize(picture, size, interpolation=how).clip(0, 1), np.float32)
    return dyed(made, one.prop, one.colour) if one.colour else made


def _lit(picture: Floats, gain: Floats) -> Floats:
    colour = gamma.to_srgb(gamma.to_linear(picture[..., :3]) * gain)
    return np.concatenate([colour, picture[..., 3:]], 2)


def _overlap(
    canvas: NDArray[np.generic], picture: NDArray[np.generic], at: Sequence[float]
) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """Rows and columns of a canvas, and of a picture whose left top corner is at `at` on it, that meet."""
    found = []
    for side in (0, 1):
        corner, ends, size = round(at[1 - side]), canvas.shape[side], picture.shape[side]
        first, last = min(max(corner, 0), ends), max(min(corner + size, ends), 0)
        found.append((slice(first, max(last, first)), slice(first - corner, max(last, first) - corner)))
    return (found[0][0], found[1][0]), (found[0][1], found[1][1])


def _shaded(rgb: Rgb, stood: Sequence[Stood], pictures: Sequence[Floats], plate: Plate, scene: Scene) -> Rgb:
    """The canvas with the things' shadows and reflections alone."""
    size = cast_size(scene)
    before = shrink(rgb, size)
    ground = staging.ground(plate, scene, size)
    light = plate.light or guess.guess(
        before,
        np.zeros_like(ground),
        plate.light_side,
        plate.hard_light,
        guess.view_of(plate.elevation),
        plate.elevation,
    )
    made = gamma.to_linear(before)
    wall = casts.wall_of(made)
    for one, picture in zip(stood, pictures, strict=True):
        seen = _small(picture, one, scene, size)
        if not (seen[..., 3] > 0.5).any():
            continue
        near = _near(seen[..., 3])
        cover = seen[near][..., 3]
        colour = np.asarray(seen[near][..., :3] / np.maximum(cover, 0.02)[..., None], np.float32)
        its = replace(light, elevation=FROM_ABOVE) if one.prop.flat else light
        kept = _kept(one, light, cover, (near[1].start, near[0].start), size[0] / scene.size[0])
        made[near] = casts.cast(made[near], cover, colour, its, ground[near], wall=wall, kept=kept)
    return changed(rgb, before, gamma.to_srgb(made))


def _kept(one: Stood, light: casts.Light, cover: Floats, corner: tuple[int, int], scale: float) -> Floats:
    """(k, h, w): how much a thing keeps of each direction of a light, in a part of the small picture.

    Seen from where its picture was: what it stands on is to end where the picture does. From a set's camera
    that is a little higher, dark ground would look out from under it.

    Args:
        cover: (h, w), of it there.
        corner: column and row at which the part begins.
        scale: from the canvas's pixels.
    """
    foot = one.foot[0] * scale - corner[0], one.foot[1] * scale - corner[1]
    unit = one.scale * one.prop.unit * scale
    body = one.prop.heights.body(one.mirrored)
    kept = body.blocked(light.directions, one.prop.elevation, unit, foot, cover.shape)
    return np.asarray(kept * np.median(cover[cover > SEEN]), np.float32)  # glass lets light through


def _small(picture: Floats, one: Stood, scene: Scene, size: tuple[int, int]) -> Floats:
    """(h, w, 4) linear, premultiplied: a thing alone on the canvas, at `size` (width, height)."""
    light = gamma.to_linear(picture[..., :3]) * picture[..., 3:]
    whole = np.concatenate([light, picture[..., 3:]], 2)
    across, down = size[0] / scene.size[0], size[1] / scene.size[1]
    small = cv2.resize(whole, None, fx=across, fy=down, interpolation=cv2.INTER_AREA)
    at = np.array([[1, 0, one.box[0] * across], [0, 1, one.box[1] * down]], np.float32)
    return np.asarray(cv2.warpAffine(small, at, size), np.float32)


def _near(cover: Floats) -> tuple[slice, slice]:
    """Rows and columns that the shadow of what is in (h, w) can reach."""
    ends = [np.flatnonzero((cover > 0.5).any(axis)) for axis in (1, 0)]
    reach = int(AROUND * max(int(np.ptp(places)) + 1 for places in ends))
    rows, columns = (
        slice(max(int(places[0]) - reach, 0), min(int(places[-1]) + reach + 1, length))
        for places, length in zip(ends, cover.shape, strict=True)
    )
    return rows, columns
