"""Where props may stand beside a product."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bggen.train.scenes.matter.palette import Rng


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
