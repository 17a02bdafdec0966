"""A product apart from its backdrop: moved, resized, and put before another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs


@dataclass(frozen=True, slots=True)
class Layers:
    """A product apart from its backdrop, in linear light."""

    colour: Floats  # (h, w, 3) in 0..1, valid beyond the product's edge too
    cover: Floats  # (h, w) its coverage, 0..1
    ratio: Floats  # (h, w, 3) light that it leaves on what is about it, 1 = all; valid under its edge too
    clear: Floats  # (h, w) share of the backdrop's light that shows through it, 0..1

    @property
    def planes(self) -> tuple[Floats, Floats, Floats, Floats]:
        """All four, in order."""
        return self.colour, self.cover, self.ratio, self.clear

    def shifted(self, right: float, down: float, size: tuple[int, int]) -> Layers:
        """Moved by pixels in a picture of `size` (width, height), whose rest is bare ground."""
        matrix = np.array([[1, 0, right], [0, 1, down]], np.float32)
        borders = (cv2.BORDER_REPLICATE, cv2.BORDER_CONSTANT, cv2.BORDER_CONSTANT, cv2.BORDER_CONSTANT)
        moved = [
            cv2.warpAffine(plane, matrix, size, borderMode=border, borderValue=(value,) * 3)
            for plane, border, value in zip(self.planes, borders, (0, 0, 1, 0), strict=True)
        ]
        return Layers(*moved)

    def resized(self, width: int, height: int) -> Layers:
        """At another size."""
        how = cv2.INTER_AREA if width < self.cover.shape[1] else cv2.INTER_LINEAR
        return Layers(*(cv2.resize(plane, (width, height), interpolation=how) for plane in self.planes))

    def before(self, empty: Floats) -> Floats:
        """(h, w, 3) linear light of the product with its shadow before what is empty (h, w, 3)."""
        cover, clear = self.cover[..., None], self.clear[..., None]
        solid = self.colour + clear * (np.minimum(self.ratio, 1) * empty - 0.5 * self.colour)
        return np.asarray(solid * cover + (1 - cover) * self.ratio * empty, np.float32)
