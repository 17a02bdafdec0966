"""What is to be done for scenes that a diffusers pipeline paints together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """What scenes of one batch must have in common."""

    size: tuple[int, int]  # width and height to paint at
    steps: int
    guidance: float
    strength: float  # 1: from pure noise
    reference: str

    @property
    def evaluated(self) -> int:
        """Steps that are really computed."""
        return min(int(self.steps * self.strength), self.steps)
