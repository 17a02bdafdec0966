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
    flows: bool = False  # whether the pipeline is a transformer's, all of which round their steps up

    @property
    def evaluated(self) -> int:
        """Steps that are really computed."""
        if self.flows:
            return self.steps - int(self.steps - min(self.steps * self.strength, self.steps))
        return min(int(self.steps * self.strength), self.steps)
