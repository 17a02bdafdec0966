"""Measured values with their 95 % intervals, from a bootstrap over the scenes."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bggen.train.evaluation import measures as m

Draw = NDArray[np.int64]
"""Numbers of scenes, drawn with replacement."""


@dataclass(frozen=True)
class Figure:
    """A measured value and its interval; NaN where nothing could be measured."""

    value: float
    low: float = math.nan
    high: float = math.nan

    def __str__(self) -> str:
        if not math.isfinite(self.value):
            return "-"
        digits = 0 if abs(self.value) >= 100 else 2
        inside = f" ({self.low:.{digits}f}-{self.high:.{digits}f})" if math.isfinite(self.low) else ""
        return f"{self.value:,.{digits}f}{inside}"


def over(statistic: Callable[[Draw], float], count: int) -> Figure:
    """A statistic of scenes' numbers, with its bootstrap interval."""
    if count == 0:
        return Figure(math.nan)
    return Figure(statistic(np.arange(count)), *m.bootstrap(statistic, count))


def further(made: m.Floats, real: m.Floats) -> Figure:
    """Fréchet ratio; it grows with the number of scenes, so compare tables of as many."""
    value = m.frechet_ratio(made, real, np.arange(len(real)), splits=16)
    interval = m.bootstrap(lambda some: m.frechet_ratio(made, real, some), len(real), around=value)
    return Figure(value, *interval)


def share_of(values: Sequence[float], plain: Sequence[float]) -> Figure:
    """Sum over sum."""
    a, b = np.array(values, np.float64), np.array(plain, np.float64)
    return over(lambda some: float(a[some].sum() / b[some].sum()) if b[some].sum() else math.nan, len(a))


def mean_of(values: Sequence[float]) -> Figure:
    """The mean."""
    a = np.array(values, np.float64)
    return over(lambda some: float(a[some].mean()), len(a))
