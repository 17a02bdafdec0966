"""What painters do between two steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bggen.families.runtime import end_guidance
from bggen.spec import StepCallback


class Progress:
    """Counts the steps of several runs as one, ends guidance, and stops the pipeline when asked to."""

    def __init__(self, on_step: StepCallback | None, runs: int) -> None:
        self.on_step, self.runs = on_step, runs
        self.run = 0  # 0-based, set before each run
        self.guided = 1.0  # share of the steps that guidance counts in, set before each run
        self.stopped = False
        self.over: Callable[[], None] = lambda: None  # called when no further step will be computed

    def __call__(self, pipe: Any, step: int, _time: Any, values: dict[str, Any]) -> dict[str, Any]:
        """diffusers' `callback_on_step_end`."""
        steps = int(pipe.num_timesteps)
        if self.on_step and not self.on_step(self.run * steps + step + 1, self.runs * steps):
            self.stopped = True
            pipe._interrupt = True  # the pipelines' own switch: no further step is computed
            self.over()
        elif step + 1 == steps:
            self.over()
        elif self.guided < 1 and step + 1 == guided_steps(steps, self.guided):
            return end_guidance(pipe, values)
        return values


def guided_steps(steps: int, share: float) -> int:
    """How many of the steps are guided; at least the first."""
    return max(round(steps * share), 1)
