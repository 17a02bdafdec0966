"""A pen that draws outlines in coordinates that run from -1 to 1, right and down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

SIDE = 192  # pixels of the square that is drawn on
REACH = 0.36 * SIDE  # pixels of one unit: room is left for turning
Points = Sequence[tuple[float, float]]


class Pen:
    """One drawing in progress; `plane` is its coverage (SIDE, SIDE), 0 or 255 but for smooth edges."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.plane = np.zeros((SIDE, SIDE), np.uint8)

    def of(self, low: float, high: float) -> float:
        """A number between two."""
        return float(self.rng.uniform(low, high))

    def chance(self, share: float) -> bool:
        """True in that share of the drawings."""
        return bool(self.rng.random() < share)

    def fill(self, points: Points, soft: int = 2, ink: int = 255) -> None:
        """A closed shape; its corners are cut `soft` times, Chaikin 1974."""
        line = _rounded(np.array(points, np.float64), soft, closed=True)
        cv2.fillPoly(self.plane, [_pixels(line)], (ink,), cv2.LINE_AA, 4)

    def both(self, half: Points, soft: int = 2, skew: float = 0.015, ink: int = 255) -> None:
        """A shape from its right half, top to bottom; the left one is its image but for `skew`."""
        right = np.array(half, np.float64)
        left = right[::-1] * [-1, 1] + self.rng.normal(0, skew, right.shape)
        self.fill([(float(x), float(y)) for x, y in np.concatenate([right, left])], soft, ink)

    def oval(self, x: float, y: float, wide: float, tall: float, turn: float = 0.0, ink: int = 255) -> None:
        """An ellipse about (x, y) of these half axes, turned by degrees."""
        middle = tuple(int(v) for v in _pixels(np.array([[x, y]]))[0])
        axes = (max(round(wide * REACH * 16), 1), max(round(tall * REACH * 16), 1))
        cv2.ellipse(self.plane, middle, axes, turn, 0, 360, (ink,), -1, cv2.LINE_AA, 4)

    def ring(self, x: float, y: float, wide: float, tall: float, thick: float, turn: float = 0.0) -> None:
        """An ellipse's rim, `thick` wide, drawn over what is there."""
        angles = np.linspace(0, 2 * np.pi, 40)
        a = np.radians(turn)
        across, down = wide * np.cos(angles), tall * np.sin(angles)
        line = np.stack(
            [x + across * np.cos(a) - down * np.sin(a), y + across * np.sin(a) + down * np.cos(a)], 1
        )
        self._line(line, thick)

    def stroke(self, points: Points, thick: float, soft: int = 3) -> None:
        """A line `thick` wide through about these points."""
        self._line(_rounded(np.array(points, np.float64), soft, closed=False), thick)

    def turn(self, degrees: float, narrow: float = 1.0) -> None:
        """Turn what is there clockwise, its width first made `narrow` of what it is: a thing seen aslant."""
        a, middle = np.radians(degrees), SIDE / 2
        matrix = np.array([[np.cos(a) * narrow, -np.sin(a), 0], [np.sin(a) * narrow, np.cos(a), 0]])
        matrix[:, 2] = middle - matrix[:, :2] @ [middle, middle]
        self.plane = np.asarray(cv2.warpAffine(self.plane, matrix, (SIDE, SIDE)), np.uint8)

    def _line(self, line: NDArray[np.float64], thick: float) -> None:
        width = max(round(thick * REACH), 1)
        cv2.polylines(self.plane, [_pixels(line)], False, (255,), width, cv2.LINE_AA, 4)


def _pixels(points: NDArray[np.float64]) -> NDArray[np.int32]:
    """In sixteenths of a pixel, as OpenCV's shift of 4 has it."""
    return np.round((points * REACH + SIDE / 2) * 16).astype(np.int32)


def _rounded(points: NDArray[np.float64], times: int, closed: bool) -> NDArray[Any]:
    for _ in range(times):
        after = np.roll(points, -1, axis=0) if closed else points[1:]
        before = points if closed else points[:-1]
        cut = np.stack([0.75 * before + 0.25 * after, 0.25 * before + 0.75 * after], 1).reshape(-1, 2)
        points = cut if closed else np.concatenate([points[:1], cut, points[-1:]])
    return points
