"""A product as a body that light can be kept by: of it only its outline is known.

Its lower edge tells what it stands on, and slices of that shape, as wide as the outline, make it up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Spans = list[tuple[float, float, float]]  # middle column, width, shift down
THICK = 0.4  # depth of a thing with a straight base, in widths
SAG = 0.55  # how far a base's lower edge may sag, of a disc's
GAP = 0.02  # of the outline's width: farther apart are several feet
SLICES = 40  # a thing is looked at in so many heights
SHORTEST = 0.25  # of the outline's width, of the edge that a thing is taken to rest on
#: rows a column: the ground under two feet that a camera 18 degrees high sees so is rarely steeper
STEEP = 0.3
HOLLOW = 0.03  # of the height: how far a thing on two feet is off the ground between them, at least
NEAR = 0.12  # of the height: what ends higher up isn't part of the base


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
class Edge:
    """What a thing seems to rest on: the edge of its outline's hull that is under its middle; in pixels."""

    left: tuple[float, float]  # column, row
    right: tuple[float, float]
    width: float  # of the whole outline

    @classmethod
    def of(cls, solid: NDArray[np.bool_]) -> Edge | None:
        """(h, w); None of fewer than three pixels."""
        counts = np.count_nonzero(solid, axis=0)
        if (area := int(counts.sum())) < 3:
            return None
        columns = np.flatnonzero(counts)
        ends = np.argmax(solid[:, columns], 0), len(solid) - 1 - np.argmax(solid[::-1, columns], 0)
        outermost = np.stack([np.concatenate([columns, columns]), np.concatenate(ends)], 1)
        hull = cv2.convexHull(outermost.astype(np.int32))[:, 0].astype(np.float64)
        middle, lowest, found = float(counts @ np.arange(len(counts))) / area, -1.0, None
        for one, other in zip(hull, np.roll(hull, -1, axis=0), strict=True):
            (x, y), (other_x, other_y) = sorted((tuple(one), tuple(other)))
            if x == other_x or not x <= middle <= other_x:
                continue
            if (under := y + (other_y - y) / (other_x - x) * (middle - x)) > lowest:
                lowest, found = under, cls((x, y), (other_x, other_y), float(np.ptp(columns)))
        return found

    @property
    def slope(self) -> float:
        """Rows a column."""
        return (self.right[1] - self.left[1]) / (self.right[0] - self.left[0])

    @property
    def long(self) -> bool:
        """A shorter edge under the middle is a round base, not a tilt."""
        return self.right[0] - self.left[0] >= SHORTEST * self.width


@dataclass(frozen=True, slots=True)
class Lean:
    """The ground under a thing that rests on two points, one farther from the camera, and is hollow between.

    Such a thing was seen from high above; to work with it, the picture is sheared so that both are level.
    """

    slope: float  # rows a column
    column: float  # that the shear leaves where it is: of the nearer point
    deep: float = 0.0  # rows that the farther point is above the nearer one

    @classmethod
    def of(cls, alpha: Floats) -> Lean | None:
        """(h, w) in 0..1; None of what stands level, or on the whole of its edge, as a turned box does."""
        solid = alpha > 0.5
        edge = Edge.of(solid)
        if edge is None or not edge.long or abs(edge.slope) < STEEP:
            return None
        columns = np.arange(math.ceil(edge.left[0]), int(edge.right[0]) + 1)
        lowest = len(solid) - 1 - np.argmax(solid[::-1, columns], axis=0)
        gap = edge.left[1] + edge.slope * (columns - edge.left[0]) - lowest
        tall = int(np.ptp(np.flatnonzero(solid.any(1)))) + 1
        if float(gap.mean()) < HOLLOW * tall:
            return None
        nearer = max(edge.left, edge.right, key=lambda end: end[1])[0]
        return cls(edge.slope, nearer, abs(edge.right[1] - edge.left[1]))

    def level(self, plane: Floats) -> Floats:
        """(h, w) or (h, w, 3) -> the same with its ground level, and the rows more that it may need."""
        height, width = plane.shape[:2]
        more = self._more(width)
        matrix = np.array([[1, 0, 0], [-self.slope, 1, self.slope * self.column + more]], np.float64)
        return np.asarray(cv2.warpAffine(plane, matrix, (width, height + 2 * more)), np.float32)

    def back(self, plane: Floats, height: int) -> Floats:
        """What is left of a plane when `level` is undone."""
        width = plane.shape[1]
        matrix = np.array(
            [[1, 0, 0], [self.slope, 1, -self.slope * self.column - self._more(width)]], np.float64
        )
        return np.asarray(cv2.warpAffine(plane, matrix, (width, height)), np.float32)

    def directions(self, directions: Floats) -> Floats:
        """(k, 2) across, up -> as shadows fall where the ground is level."""
        return np.asarray(directions + directions[:, :1] * np.array([0, self.slope], np.float32), np.float32)

    def _more(self, width: int) -> int:
        return math.ceil(abs(self.slope) * width)


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
