"""A picture of what lies far away, in the making: skies, ridges, glows, points of light, and the lens."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.train.scenes.matter.palette import Linear, Rng

Floats = NDArray[np.float32]
SIZE = (640, 960)  # rows, columns
UNITS = 9.0  # that a picture is wide
LENS = 7  # pixels: half the width of what a lens makes of a point that is far
NEAR = 15  # and of one that is nearer
LUMA = np.array((0.2126, 0.7152, 0.0722), np.float32)
VIVID, LIFT = 1.2, 1.0  # what a film's look takes from the colours of what is bright, and from its light


@dataclass
class Canvas:
    """A picture in the making; `horizon` is the row that a level look meets."""

    rng: Rng
    horizon: int
    lens: int = LENS

    def __post_init__(self) -> None:
        self._numbers = np.random.default_rng(self.rng.randint(0, 2**31))
        self.rows, self.columns = np.mgrid[: SIZE[0], : SIZE[1]].astype(np.float32)
        self.light = np.zeros((*SIZE, 3), np.float32)
        self.unit = SIZE[1] / UNITS  # pixels

    def noise(self, wide: float, tall: float, octaves: int = 5, rough: float = 0.55) -> Floats:
        """(h, w) about 0..1: value noise whose largest cells are `wide` by `tall` pixels."""
        total, weight, found = 0.0, 1.0, np.zeros(SIZE, np.float32)
        for _ in range(octaves):
            cells = (max(int(SIZE[1] / wide), 2), max(int(SIZE[0] / tall), 2))
            grid = self._numbers.random(cells[::-1], np.float32)
            found += weight * cv2.resize(grid, SIZE[::-1], interpolation=cv2.INTER_CUBIC)
            total, weight, wide, tall = total + weight, weight * rough, wide / 2, tall / 2
        return np.asarray(found / total, np.float32)

    def ridge(self, wide: float, low: float, high: float, rough: float = 0.5) -> Floats:
        """(w,) rows of an uneven line between `low` and `high` units above the horizon."""
        line = self.noise(wide, SIZE[0], 7, rough)[0]
        line = (line - line.min()) / max(float(np.ptp(line)), 1e-6)
        return np.asarray(self.horizon - (low + (high - low) * line) * self.unit, np.float32)

    def lay(self, cover: Floats, colour: Floats | Linear) -> None:
        """Cover what is there by `cover` (h, w) in 0..1."""
        self.light += cover[..., None] * (np.asarray(colour, np.float32) - self.light)

    def below(self, line: Floats | float, soft: float = 1.5) -> Floats:
        """(h, w): 1 below a line of rows."""
        return np.asarray(((self.rows - line) / soft + 0.5).clip(0, 1), np.float32)

    def sky(self, low: Linear, high: Linear) -> None:
        """From the horizon up."""
        part = ((self.horizon - self.rows) / self.horizon).clip(0, 1)[..., None] ** 0.7
        self.light = (np.array(low) + part * (np.array(high) - np.array(low))).astype(np.float32)

    def glow(self, x: float, up: float, spread: float, light: Linear) -> None:
        """Light about a point: `x` in 0..1 of the width, `up` and `spread` in units."""
        away = np.hypot(self.columns - x * SIZE[1], self.rows - (self.horizon - up * self.unit))
        self.light += np.exp(-((away / (spread * self.unit)) ** 2))[..., None] * np.array(light, np.float32)

    def clouds(self, cover: float, white: Linear) -> None:
        """Heaps of cloud over a share of the sky, flatter towards the horizon."""
        tone = self.noise(330, 120, 6, 0.52)
        self.lay(((tone - 1 + cover) / 0.16).clip(0, 1).astype(np.float32) * 0.9, white)

    def sparks(self, count: int, light: Linear, top: float, bottom: float, even: float = 1.0) -> None:
        """Points of light between two rows; with `even` below 1 more of them near `top`."""
        for _ in range(count):
            row = int(top + (bottom - top) * self.rng.random() ** (1 / even))
            column = self.rng.randint(0, SIZE[1] - 1)
            if 0 <= row < SIZE[0]:
                self.light[row, column] += np.array(light, np.float32) * self.rng.uniform(0.3, 1)

    def seen(self) -> Floats:
        """(h, w, 3): as a lens sees it that is focused on the table."""
        side = 2 * self.lens + 1
        disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)).astype(np.float32)
        light = cv2.filter2D(self.light, -1, disc / disc.sum())
        grey = light @ LUMA
        vivid = grey[..., None] + VIVID * (light - grey[..., None])
        return np.asarray(vivid.clip(0) * (1 + LIFT * grey.clip(0, 2))[..., None], np.float32)


def mixed(cover: Floats, low: Linear, high: Linear) -> Floats:
    """(h, w) -> (h, w, 3) between two colours."""
    return np.asarray(np.array(low) + cover[..., None] * (np.array(high) - np.array(low)), np.float32)
