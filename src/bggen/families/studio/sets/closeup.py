"""Lay a stuff's finest octaves on the ground of a set as its camera sees them.

That camera is known: it looks at the stand and is level. So a row of the canvas is a line of one distance on
the ground, and what a pixel covers there is a box along the axes. The mean of a box is exact, from a running
sum away from the camera and one across: nothing flickers towards the horizon, what is out of focus just has
a larger box. (Crow 1984, summed-area tables for texture mapping.)
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.light.solid import Floats
from bggen.families.studio.sets import staging
from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.sets.stuffs import SIDE, TEXEL, tile
from bggen.spec import Rgb, Scene, derive_seed

Doubles = NDArray[np.float64]

LENS = 65.0  # mm on 36 mm; sets are taken with 55 to 75
#: aperture at 3 units from the stand. Sets with a place behind are taken wide open for that place's sake;
#: but ground that blurs under a sharp product looks like a mistake, so its detail is in focus everywhere
STOP = 5.0
STEEPEST = 1e-4  # of the slope at which a row still meets the ground
SEEN_SIDE = 256  # pixels: long side at which the ground is told from what stands on it
OFF_TONE = 11.0  # Lab: so far off the ground's colour it is another thing


@dataclass(frozen=True, slots=True)
class Rows:
    """What each row of a canvas covers of the ground, in texels; (n,) each, from the row `first` on."""

    first: int
    near: Floats  # where its box begins
    deep: Floats  # how far that goes on
    left: Floats  # middle of the first pixel's box
    step: Floats  # to the next pixel's
    wide: Floats  # of a pixel's box

    @classmethod
    def of(cls, plate: Plate, scene: Scene) -> Rows:
        """Of all rows below the horizon of a set's camera, as the set lies on the canvas."""
        matrix, e = staging.frame(plate, 1, scene), math.radians(plate.elevation)
        scale, distance = float(matrix[0, 0]), LENS / 36 / plate.unit
        pixels = plate.unit * scale  # to a unit at the stand

        def away(row: Doubles) -> Doubles:
            """Units beyond the stand of what a row shows, infinite above the horizon."""
            rise = (plate.stand[1] * scale + matrix[1, 2] - row) / (pixels * distance)
            slope = math.sin(e) - rise * math.cos(e)
            return np.where(slope > STEEPEST, rise * distance / np.maximum(slope, STEEPEST), np.inf)

        rows = np.arange(scene.size[1], dtype=np.float64) + np.float64(0.5)
        rows = rows[np.isfinite(away(rows - 0.5))]
        depth = distance + away(rows) * math.cos(e)  # from the camera
        stop = STOP * distance / 3
        blur = LENS / 1000 / stop * np.abs(1 - distance / depth) * pixels  # diameter, in pixels
        near, end = away(rows + 0.5 + blur / 2), away(rows - 0.5 - blur / 2)
        end = np.where(np.isfinite(end), end, near + SIDE * TEXEL)  # of so much, the mean is nearly 0
        step = depth / (distance * pixels * TEXEL)
        stand = plate.stand[0] * scale + matrix[0, 2]
        deep, wide = np.maximum((end - near) / TEXEL, 1.0), np.maximum(step * (1 + blur), 1.0)
        found = (near / TEXEL, deep, (0.5 - stand) * step, step, wide)
        return cls(scene.size[1] - len(rows), *(value.astype(np.float32) for value in found))

    def elsewhere(self, name: str) -> Rows:
        """The same on another place of the tile, by a set's name: no two tables are of the same board."""
        away, right = (np.float32(derive_seed(name, way) % SIDE) for way in ("away", "right"))
        return replace(self, near=self.near + away, left=self.left + right)


def lay(rgb: Rgb, plate: Plate, scene: Scene) -> Rgb:
    """A canvas (H, W, 3) with a set on it -> the same, its ground as fine as the canvas."""
    sums = _sums(str(plate.row["surface"]), plate.light_side)
    if sums is None or plate.podium_top is not None:  # a podium stands before the ground
        return rgb
    rows = Rows.of(plate, scene).elsewhere(plate.id)
    change = seen(sums, rows, scene.size[0]) * _ground(rgb, plate, scene)[rows.first :]
    out = rgb.copy()
    out[rows.first :] = (rgb[rows.first :] * (1 + change[..., None]) + 0.5).clip(0, 255)
    return out


@lru_cache(maxsize=8)  # 4 MB each
def _sums(stuff: str, side: str) -> Floats | None:
    relief = tile(stuff, side)
    return None if relief is None else summed(relief)


def summed(relief: Floats) -> Floats:
    """(SIDE + 1, SIDE): the sums of a tile's rows, from none of them to all."""
    sums = np.zeros((SIDE + 1, SIDE), np.float32)
    np.cumsum(relief, 0, dtype=np.float64, out=sums[1:])
    return sums


def seen(sums: Floats, rows: Rows, width: int) -> Floats:
    """(n, width): a tile, `summed` and repeated without end, by the mean of each pixel's box."""
    lines = (_at(sums, rows.near + rows.deep) - _at(sums, rows.near)) / rows.deep[:, None]
    table = np.zeros((len(lines), SIDE + 1), np.float32)
    np.cumsum(lines, 1, out=table[:, 1:])
    number = np.repeat(np.arange(len(lines), dtype=np.float32)[:, None], width, 1)

    def upto(place: Floats) -> Floats:
        turns = np.floor(place / SIDE)
        inside = cv2.remap(table, place - turns * SIDE, number, cv2.INTER_LINEAR)
        return np.asarray(inside + turns * table[:, -1:], np.float32)

    wide = rows.wide[:, None]
    middle = rows.left[:, None] + np.arange(width, dtype=np.float32) * rows.step[:, None]
    begin = np.asarray(middle - wide / 2, np.float32)
    return np.asarray((upto(begin + wide) - upto(begin)) / wide, np.float32)


def _at(sums: Floats, place: Floats) -> Floats:
    """Sums (SIDE + 1, SIDE) of what repeats, at any places (n,) -> (n, SIDE)."""
    turns, inside = np.divmod(place, np.float32(SIDE))
    columns = np.repeat(np.arange(SIDE, dtype=np.float32)[None, :], len(place), 0)
    rows = np.repeat(inside[:, None], SIDE, 1)
    return np.asarray(
        cv2.remap(sums, columns, rows, cv2.INTER_LINEAR) + turns[:, None] * sums[-1], np.float32
    )


def _ground(rgb: Rgb, plate: Plate, scene: Scene) -> Floats:
    """(H, W) in 0..1: how surely a pixel shows the ground, and nothing that stands on it."""
    width, height = scene.size
    small = SEEN_SIDE / max(width, height)
    size = (max(round(width * small), 1), max(round(height * small), 1))
    shrunk = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    tones = cv2.cvtColor(shrunk, cv2.COLOR_RGB2LAB)[..., 1:]
    ground = staging.ground(plate, scene, size)
    if not (ground > 0.5).any():
        return np.zeros((height, width), np.float32)
    off = np.linalg.norm(tones - np.median(tones[ground > 0.5], axis=0), axis=2) / OFF_TONE
    sure = ground * np.exp(-np.square(off))
    return np.asarray(cv2.resize(sure.astype(np.float32), scene.size), np.float32)
