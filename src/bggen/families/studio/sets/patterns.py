"""What of a painted region has a second colour: a gradient's lower end, stripes, dots, checks, a rainbow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.words.lexicon import COLOURS, Region
from bggen.families.studio.words.lexicon.grammar import BANDS, CHECKS, DOTS, GRADIENT, RAINBOW, STRIPES

Floats = NDArray[np.float32]
WALL = 0.65  # of its size at the stand, what is at a wall: 1.5 to 2.1 units behind it, 3.6 from the camera
#: scene units: one stripe or check; a dot's radius; between dots
STRIPE, DOT, APART = 0.24, 0.085, 0.3
SOFT = 0.0022  # of the plate's width, an edge: a wall is a little out of focus
#: sRGB 0..1 along a rainbow, whose ends are the colours that the words are read as
RAINBOW_OF = ("pastel pink", "peach", "pastel yellow", "mint green", "pastel blue", "lavender")


@dataclass(frozen=True, slots=True)
class Runs:
    """Regions with a second colour: from one row of the plate to another, or in a pattern."""

    into: dict[Region, str]  # region -> colour word
    rows: tuple[float, float]  # 0..1 of the plate, where a gradient begins and has ended
    pattern: str = GRADIENT
    unit: float = 0.5 * WALL  # scene unit where the pattern is, 0..1 of the plate

    def paint(self, one: Floats, other: Floats, size: tuple[int, int]) -> Floats:
        """(h, w, 3) or (h, 1, 3) sRGB in 0..1 of paint in two colours (3,), at `size` (height, width)."""
        if self.pattern == RAINBOW:
            return _rainbow(size)
        return np.asarray(one + (other - one) * self._share(size), np.float32)

    def _share(self, size: tuple[int, int]) -> Floats:
        """(h, w, 1), or one column of it: how much of the other colour there is."""
        height, width = size
        down = (np.arange(height, dtype=np.float32) + 0.5)[:, None, None] / np.float32(height)
        if self.pattern == GRADIENT:
            first, last = self.rows
            return np.asarray(((down - first) / max(last - first, 1e-6)).clip(0, 1), np.float32)
        unit = self.unit * width  # pixels
        rows, columns = np.mgrid[:height, :width].astype(np.float32)[..., None]
        x = np.asarray((columns + 0.5 - width / 2) / unit, np.float32)
        y = np.asarray((rows + 0.5 - height / 2) / unit, np.float32)
        return SHARES[self.pattern](x, y, SOFT * width / unit)


def _edge(inside: Floats, soft: float) -> Floats:
    """1 where `inside`, a distance from an edge, is above 0, over an edge `soft` wide."""
    return np.asarray((inside / soft + 0.5).clip(0, 1), np.float32)


def _wave(along: Floats, wide: float) -> Floats:
    """Distance from the nearest edge of stripes `wide`, above 0 in every other; one's middle is at 0."""
    return np.asarray(wide / 2 - np.abs((along + wide) % (2 * wide) - wide), np.float32)


def _checks(x: Floats, y: Floats, soft: float) -> Floats:
    one, other = (2 * _edge(_wave(along, STRIPE), soft) - 1 for along in (x, y))
    return np.asarray((1 - one * other) / 2, np.float32)


def _to_dot(x: Floats, y: Floats) -> Floats:
    """Distance to the nearest of dots in staggered rows."""
    to_rows = [
        np.hypot((x + shift + APART) % (2 * APART) - APART, (y + shift + APART) % (2 * APART) - APART)
        for shift in (0.0, APART)
    ]
    return np.asarray(np.minimum(*to_rows), np.float32)


#: how much of the other colour there is at (h, w, 1) units to the right and down, edges so many units soft
SHARES: dict[str, Callable[[Floats, Floats, float], Floats]] = {
    STRIPES: lambda x, _, soft: _edge(_wave(x, STRIPE), soft),
    BANDS: lambda _, y, soft: _edge(_wave(y, STRIPE), soft),
    CHECKS: _checks,
    DOTS: lambda x, y, soft: _edge(np.asarray(DOT - _to_dot(x, y), np.float32), soft),
}


def _rainbow(size: tuple[int, int]) -> Floats:
    """From left to right and a little down, as light through a prism falls on a wall."""
    height, width = size
    along = np.arange(width)[None, :] / width + 0.25 * (np.arange(height)[:, None] / height - 0.5)
    of = np.array([COLOURS[name][1] for name in RAINBOW_OF], np.float32) / 255
    # what is left of a plate when it is cut to a canvas is its middle
    at = ((along - 0.2) / 0.6).clip(0, 1) * (len(of) - 1)
    return np.stack([np.interp(at, range(len(of)), of[:, c]) for c in range(3)], 2).astype(np.float32)
