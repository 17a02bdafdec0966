"""How fast this machine paints: the same engine as everywhere, timed fairly.

Warm-up is excluded, figures are medians, every sample is in the JSON; what can't be measured here is null.
"""

from __future__ import annotations

from bggen.benchmark.clock import PROMPT, Plan
from bggen.benchmark.meters import machine
from bggen.benchmark.timing import run

__all__ = ["PROMPT", "Plan", "machine", "run"]
