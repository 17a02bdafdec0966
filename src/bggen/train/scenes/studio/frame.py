"""A training scene while it is put up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.studio.blender import Studio


@dataclass
class Frame:
    """What is known of it so far."""

    rng: Rng
    studio: Studio
    info: dict[str, Any]
    view: str
    parts: list[Any]
    low: Any  # corners of the product's bounds
    high: Any
    style: str = "wall"  # wall, sweep, env or table
    depth: float = 2.0

    @property
    def centre(self) -> Any:
        """The middle of the product's bounds."""
        return (self.low + self.high) / 2

    @property
    def radius(self) -> float:
        """How far the product reaches from the middle, on the floor."""
        return float(max(abs(v) for p in (self.low, self.high) for v in (p.x, p.y)))

    @property
    def extent(self) -> float:
        """What the camera has to fit."""
        size = self.high - self.low
        return float(max(size.y if self.view == "top" else size.z, size.x, 0.3))
