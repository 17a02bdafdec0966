"""`--stop-at`: a render that ends in time for the machine's other work."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

One = TypeVar("One")


def moment(text: str) -> float:
    """Unix time of the next HH:MM, tomorrow's where today's is over; a plain number is Unix time itself.

    Raises ArgumentTypeError.
    """
    try:
        if ":" not in text:
            return float(text)
        asked = time.strptime(text, "%H:%M")
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text}: give HH:MM such as 18:00, or Unix time") from error
    now = time.localtime()
    day = (now.tm_year, now.tm_mon, now.tm_mday)
    if (asked.tm_hour, asked.tm_min) <= (now.tm_hour, now.tm_min):
        day = (now.tm_year, now.tm_mon, now.tm_mday + 1)
    return time.mktime((*day, asked.tm_hour, asked.tm_min, 0, 0, 0, -1))


def before(stop_at: float, every: Iterable[One], made: Callable[[One], bool]) -> Iterator[One]:
    """Those that aren't made yet, until Unix time `stop_at` (0: to the end), which says how many it left."""
    every = list(every)
    for number, one in enumerate(every):
        if made(one):
            continue
        if stop_at and time.time() > stop_at:
            left = sum(not made(other) for other in every[number:])
            print(f"stopped by --stop-at: {left} of {len(every)} are left", flush=True)
            return
        yield one
