"""A thing of which it is known how tall it is at each place, as a body that light can be kept by."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.light.casts import LYING, seen, unit
from bggen.families.studio.light.solid import Floats

SLICES = 32  # heights that a thing is looked at in, at most
APART = 1.5  # pixels: how far apart the shadows of two slices may lie
ABOUT = 0.15  # units about a thing in which the sky that it leaves is looked at
#: an evenly bright sky, each direction of it as much of the ground's light: degrees, as `casts.unit` has them
SKY = tuple(
    (azimuth, math.degrees(math.asin(math.sqrt((ring + 0.5) / 5))))
    for ring in range(5)
    for azimuth in range(15 * (ring % 2), 360, 30)
)


@dataclass(frozen=True, slots=True)
class Body:
    """What stands over each cell of the ground, seen from straight above, the far side first."""

    top: Floats  # (r, c) units above the ground; where nothing stands below `bottom`
    bottom: Floats  # (r, c)
    foot: tuple[float, float]  # column and row of the ground point in its middle
    cells: float  # to a unit

    @property
    def mirrored(self) -> Body:
        """The same with its left for its right."""
        foot = self.top.shape[1] - self.foot[0], self.foot[1]
        return Body(self.top[:, ::-1], self.bottom[:, ::-1], foot, self.cells)

    def blocked(
        self,
        directions: Floats,
        elevation: float,
        unit: float,
        foot: tuple[float, float],
        shape: tuple[int, int],
    ) -> Floats:
        """(k, 2) as `casts` has them -> (k, h, w): how much of each direction it keeps from the ground.

        Args:
            elevation: of the camera, degrees.
            unit: pixels of a unit across.
            foot: where its ground point is in the picture, in pixels from its left and top edges.
            shape: of the picture, (h, w).
        """
        flat = math.sin(math.radians(max(elevation, 1.0)))
        # a direction is told by the shadow of what is one pixel tall as seen, or thick, from above
        upright = 1.0 if elevation > LYING else math.cos(math.radians(elevation))
        heights, slices = self._slices(unit, flat, foot)
        reach = 0.008 * max(self.top.shape) / self.cells * unit + 0.3
        planes = np.zeros((len(directions), *shape), np.float32)
        for plane, (across, up) in zip(planes, directions.tolist(), strict=True):
            far = heights * (unit * upright)
            step = max(int(APART / max(math.hypot(across, up) * (far[1] - far[0]), 1e-6)), 1)
            kept = np.zeros(shape, np.uint8)
            for p, one in zip(far[::step].tolist(), slices[::step], strict=True):
                one.lay(kept, round(across * p), round(-up * p))
            there = _grown(cv2.boundingRect(kept), math.ceil(3 * reach) + 1, shape)
            plane[there] = cv2.GaussianBlur(kept[there] / np.float32(255), (0, 0), reach)
        return planes

    def sky_lost(self) -> tuple[Floats, tuple[float, float]]:
        """(r, c) in 0..1, how much of an even sky it keeps from each cell, and its foot there: column, row.

        There are more cells than `top` has: so many all around it as ABOUT is wide.
        """
        more = math.ceil(ABOUT * self.cells)
        rows, columns = self.top.shape
        foot = self.foot[0] + more, self.foot[1] + more
        overhead = np.array([seen(unit(*one), 90.0) for one in SKY], np.float32)
        kept = self.blocked(overhead, 90.0, self.cells, foot, (rows + 2 * more, columns + 2 * more))
        return np.asarray(kept.mean(0), np.float32), foot

    def _slices(self, unit: float, flat: float, foot: tuple[float, float]) -> tuple[Floats, list[_Slice]]:
        """(n,) heights in units, and what of it is at each, on the ground of the picture."""
        thick = max(float(self.top.max()), 1 / self.cells) / SLICES
        heights = (np.arange(SLICES, dtype=np.float32) + np.float32(0.5)) * thick
        across, down = unit / self.cells, unit / self.cells * flat
        # only about the thing: a picture is mostly ground
        left, top = (
            math.floor(foot[0] - self.foot[0] * across) - 1,
            math.floor(foot[1] - self.foot[1] * down) - 1,
        )
        rows, columns = self.top.shape
        size = math.ceil(columns * across) + 3, math.ceil(rows * down) + 3
        place = np.array(
            [
                [across, 0, foot[0] - left - 0.5 + (0.5 - self.foot[0]) * across],
                [0, down, foot[1] - top - 0.5 + (0.5 - self.foot[1]) * down],
            ],
            np.float32,
        )
        slices = list[_Slice]()
        for z in heights.tolist():
            there = (self.bottom <= z + thick / 2) & (self.top >= z - thick / 2)
            plane = cv2.warpAffine(there.astype(np.uint8) * 255, place, size)
            slices.append(_Slice(top, left, np.asarray(plane, np.uint8)))
        return heights, slices


def _grown(box: Sequence[int], more: int, shape: tuple[int, int]) -> tuple[slice, slice]:
    """Rows and columns of a box (column, row, width, height) and so many pixels more, within a picture."""
    column, row, wide, tall = box
    return (
        slice(max(row - more, 0), min(row + tall + more, shape[0])),
        slice(max(column - more, 0), min(column + wide + more, shape[1])),
    )


@dataclass(frozen=True, slots=True)
class _Slice:
    """What of a thing is at one height: a part of the picture that begins at `row` and `column`."""

    row: int
    column: int
    plane: NDArray[np.uint8]

    def lay(self, kept: NDArray[np.uint8], right: int, down: int) -> None:
        """Add it to a picture, moved by whole pixels: a part of one is lost in the blur."""
        (tall, wide), (height, width) = self.plane.shape, kept.shape
        top, left = self.row + down, self.column + right
        first, last = max(top, 0), min(top + tall, height)
        begin, end = max(left, 0), min(left + wide, width)
        if first < last and begin < end:
            part = kept[first:last, begin:end]
            np.maximum(part, self.plane[first - top : last - top, begin - left : end - left], out=part)
