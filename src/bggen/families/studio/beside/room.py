"""What room a canvas with a product in its set leaves for other things."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from bggen.families.studio.light.casts import LYING
from bggen.families.studio.sets import staging
from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.words import nouns
from bggen.spec import Scene

Box = tuple[float, float, float, float]  # left, top, right, bottom; pixels of the canvas
#: than true beside a product of 32 cm, as most are smaller; beside a garment, which is twice as large
LARGER, BESIDE_GARMENTS = 1.25, 0.7
BEYOND = 0.03  # of the picture's height: how far a thing stands before the end of its ground
COARSE = 256  # pixels of the long side that the product is looked at with
RIM = 0.9  # of a podium's top, across: farther out nothing stands


class Room:
    """Of one canvas; places and sizes are in its pixels."""

    def __init__(self, plate: Plate, scene: Scene) -> None:
        self.plate, self.scene = plate, scene
        left, top, right, bottom = scene.box
        #: to a scene unit
        self.unit = max(bottom - top, 0.8 * (right - left)) / staging.PRODUCT_HEIGHT
        self.unit *= BESIDE_GARMENTS if nouns.garment(scene.title) else LARGER
        self._step = max(round(max(scene.size) / COARSE), 1)
        self._product = scene.alpha[:: self._step, :: self._step] > 127
        frame = staging.frame(plate, 1, scene)
        self._stand = float((frame[:, :2] @ np.array(plate.stand) + frame[:, 2])[1])
        corners = plate.podium_top
        self._top = None if corners is None else corners @ frame[:, :2].T + frame[:, 2]
        self._end = -math.inf
        if plate.horizon is not None:
            self._end = float(frame[1, 1] * plate.horizon + frame[1, 2]) + BEYOND * scene.size[1]

    @property
    def lies(self) -> bool:
        """Whether all is seen from above."""
        return self.plate.elevation > LYING

    @property
    def on_a_podium(self) -> bool:
        """Whether the product stands on something that has an edge."""
        return self._top is not None

    def row(self, behind: float) -> float:
        """Of the ground so many units behind the product's middle; of its end, where that is nearer."""
        return max(self._stand - behind * math.sin(math.radians(self.plate.elevation)) * self.unit, self._end)

    def edge(self, side: int, top: float, bottom: float) -> float:
        """Column where the product ends on a side (1 or -1) between two rows; its box's where it isn't."""
        rows = self._product[max(int(top / self._step), 0) : max(int(bottom / self._step) + 1, 1)]
        columns = np.flatnonzero(rows.any(0))
        if not len(columns):
            return float(self.scene.box[2 if side > 0 else 0])
        return float((columns[-1] + 1 if side > 0 else columns[0]) * self._step)

    def side_of(self, box: Box) -> int:
        """1 right of the product's middle, -1 left of it."""
        left, _, right, _ = self.scene.box
        return 1 if box[0] + box[2] > left + right else -1

    def hidden(self, box: Box) -> float:
        """0..1: how much of a box is where the product is."""
        left, top, right, bottom = (max(round(edge / self._step), 0) for edge in box)
        part = self._product[top : max(bottom, top + 1), left : max(right, left + 1)]
        return float(part.mean()) if part.size else 0.0

    def inside(self, box: Box) -> float:
        """0..1: how much of a box is in the picture."""
        width, height = self.scene.size
        across = max(min(box[2], width) - max(box[0], 0), 0)
        down = max(min(box[3], height) - max(box[1], 0), 0)
        return across * down / ((box[2] - box[0]) * (box[3] - box[1]))

    def holds(self, box: Box, foot: float) -> bool:
        """Whether what stands on the row `foot` is on a podium's top; anywhere, where there is none."""
        if self._top is None:
            return True
        middle = float(self._top[:, 0].mean())
        reach = RIM * staging.half_chord(self._top, middle, foot)
        return middle - reach <= box[0] and box[2] <= middle + reach

    def places(self, count: int) -> Iterator[tuple[float, float]]:
        """So many across, each as many down, all over the picture."""
        width, height = self.scene.size
        for x in np.linspace(0, width, count).tolist():
            for y in np.linspace(0, height, count).tolist():
                yield x, y

    def cost(self, box: Box, way: tuple[float, float]) -> float:
        """How far a box is from the product, and how far off the direction `way` (right, down) from it."""
        left, top, right, bottom = self.scene.box
        right_by = (box[0] + box[2] - left - right) / (box[2] - box[0] + right - left)
        down_by = (box[1] + box[3] - top - bottom) / (box[3] - box[1] + bottom - top)
        far = math.hypot(right_by, down_by)
        return far - 0.9 * (right_by * way[0] + down_by * way[1]) / max(far, 1e-6)
