"""Paint things on a canvas with a set on it, in the set's light, with the shadows that they cast in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.beside.layout import Stood
from bggen.families.studio.light import casts, guess
from bggen.families.studio.light.contact import cast_size, shrink
from bggen.families.studio.light.solid import Floats
from bggen.families.studio.sets import staging
from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.settling import changed
from bggen.spec import Plane, Rgb, Scene

FROM_ABOVE = 88.0  # degrees: what lies flat casts its shadow as if seen from there
#: exponent that keeps the gaps alone of what light from all around leaves dark: beside a thing that light is
#: the lesser one, and with it the error about things is twice as large (`python -m bggen.train.scenes truth`)
GAPS = 5
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
    """Dark in the gaps under a thing, where hardly any light from all around gets; in place.

    Shadows are cast by outlines at a low resolution, which know nothing of those. What the ground mirrors
    there may be lighter than the bare ground.
    """
    under, scale = one.prop.under, one.scale * one.prop.unit / one.prop.under.unit
    kept = under.pixels(one.mirrored)
    height, width = kept.shape
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    kept = np.asarray(cv2.resize(kept, size, interpolation=cv2.INTER_CUBIC).clip(0, 1), np.float32)
    kept = 1 - (1 - kept) ** GAPS
    across = width - under.foot[0] if one.mirrored else under.foot[0]
    at = one.foot[0] - across * scale, one.foot[1] - under.foot[1] * scale
    there, part = _overlap(out, kept, at)
    limit = np.maximum(bare[there], out[there]) * kept[part][..., None]
    out[there] = np.minimum(out[there], limit)


def _scaled(one: Stood) -> Floats:
    """(h, w, 4) sRGB and coverage in 0..1, at the canvas's scale."""
    left, top, right, bottom = one.box
    size = max(round(right - left), 1), max(round(bottom - top), 1)
    how = cv2.INTER_AREA if one.scale < 1 else cv2.INTER_CUBIC
    picture = one.prop.pixels(one.mirrored).astype(np.float32) / 255
    return np.asarray(cv2.resize(picture, size, interpolation=how).clip(0, 1), np.float32)


def _lit(picture: Floats, gain: Floats) -> Floats:
    colour = staging.to_srgb(staging.to_linear(picture[..., :3]) * gain)
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
    made = staging.to_linear(before)
    wall = casts.wall_of(made)
    for one, picture in zip(stood, pictures, strict=True):
        seen = _small(picture, one, scene, size)
        if not (seen[..., 3] > 0.5).any():
            continue
        near = _near(seen[..., 3])
        cover = seen[near][..., 3]
        colour = np.asarray(seen[near][..., :3] / np.maximum(cover, 0.02)[..., None], np.float32)
        its = replace(light, elevation=FROM_ABOVE) if one.prop.flat else light
        made[near] = casts.cast(made[near], cover, colour, its, ground[near], wall=wall)
    return changed(rgb, before, staging.to_srgb(made))


def _small(picture: Floats, one: Stood, scene: Scene, size: tuple[int, int]) -> Floats:
    """(h, w, 4) linear, premultiplied: a thing alone on the canvas, at `size` (width, height)."""
    light = staging.to_linear(picture[..., :3]) * picture[..., 3:]
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
