"""Where props may stand beside a product."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bggen.train.scenes.matter.palette import Rng

FAR = 40.0  # units: where a picture of one group has the others
OUT_OF_SIGHT = (FAR, FAR + 1)


@dataclass
class Corner:
    """Where props may stand: beside `clear` units of the middle, within `half` of it, before `back`."""

    rng: Rng
    clear: float
    half: float
    back: float
    flat_lay: bool = False
    lights_at: tuple[float, float] = (1.2, 2.0)  # between these y's hang fairy lights

    def __post_init__(self) -> None:
        self._taken: list[tuple[float, float, float]] = []
        self._side = self.rng.choice([-1, 1])

    def spot(self, radius: float) -> tuple[float, float]:
        """A free place for something `radius` wide, more often on one side so that the set leans."""
        best = (self._side * (self.clear + radius), self.back / 2)
        for _ in range(40):
            side = self._side if self.rng.chance(0.7) else -self._side
            reach = max(self.clear + radius + 0.02, self.half - radius * 0.3)
            x = side * self.rng.uniform(self.clear + radius, reach)
            y = (
                self.rng.uniform(-0.8, 0.8)
                if self.flat_lay
                else self.rng.uniform(0, max(0.1, self.back - radius))
            )
            if all(math.hypot(x - tx, y - ty) > radius + tr for tx, ty, tr in self._taken):
                best = (x, y)
                break
        self._taken.append((*best, radius))
        return best


class Alone(Corner):
    """One group at the middle, all others out of sight, and so far apart that none lights another."""

    def __init__(self, rng: Rng, group: int, flat_lay: bool = False) -> None:
        super().__init__(rng, 0, 0.3, 0.3, flat_lay, OUT_OF_SIGHT)
        self._group = group

    def spot(self, radius: float) -> tuple[float, float]:
        """The middle for the group, a hair to the right for makers that go by the side; others far away."""
        number = len(self._taken)
        best = (1e-3, 0.0) if number == self._group else (-FAR - 2 * number, 0.0)
        self._taken.append((*best, radius))
        return best


class Patch(Corner):
    """Groups strewn about the middle, up to `reach` units from it; those that find no room are out of sight.

    `apart`: how far from each other, in parts of where they touch; below 1 they may lie over each other.
    """

    def __init__(self, rng: Rng, reach: float, apart: float, flat_lay: bool = False) -> None:
        super().__init__(rng, 0, reach, reach, flat_lay, OUT_OF_SIGHT)
        self._apart = apart

    def spot(self, radius: float) -> tuple[float, float]:
        """A free place, the nearer to the middle the likelier."""
        best = (-FAR - 2 * len(self._taken), 0.0)
        for _ in range(60):
            turn, away = self.rng.uniform(0, 2 * math.pi), self.half * self.rng.random() ** 0.6
            x, y = away * math.cos(turn), away * math.sin(turn)
            if all(math.hypot(x - tx, y - ty) > self._apart * (radius + tr) for tx, ty, tr in self._taken):
                best = (x, y)
                break
        self._taken.append((*best, radius))
        return best
