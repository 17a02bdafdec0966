"""How much sooner requests can be answered that join at the next step, were there no overhead at all.

The bound beside `serve.py --admission`: one device whose step takes so many milliseconds and so many more a
row, requests at random moments, at a load that is a part of what full batches of whole requests could do.

With equally many steps for all, 1.5 is the limit that nothing reaches. At best a step takes as long for many
rows as for one (--row 0): a request then comes at any moment of a batch that takes T, waits T / 2 on average
and takes T itself, where joining costs half a step and T: 1.5 for endlessly many steps and endless room. Rows
that cost something bring it down, as whole batches are short when few wait, and so does a load that fills the
batches, as then both ways wait for room.

    python benchmarks/queueing.py
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from itertools import accumulate

STEPS = (4, 12, 20, 50)
BATCHES = (2, 4, 8, 16)


def by_request(moments: Sequence[float], steps: int, most: int, first: float, row: float) -> float:
    """Mean seconds to the answer where a batch is what waits when the one before has ended."""
    now = total = 0.0
    done = 0
    while done < len(moments):
        now = max(now, moments[done])
        end = done
        while end < len(moments) and end - done < most and moments[end] <= now:
            end += 1
        now += steps * (first + row * (end - done))
        total += sum(now - moment for moment in moments[done:end])
        done = end
    return total / len(moments)


def by_step(moments: Sequence[float], steps: int, most: int, first: float, row: float) -> float:
    """The same where what waits joins at the next step, as long as there is room."""
    now = total = 0.0
    taken = 0
    running: list[tuple[int, float]] = []  # steps that are left, when it came
    while taken < len(moments) or running:
        if not running:
            now = max(now, moments[taken])
        while taken < len(moments) and len(running) < most and moments[taken] <= now:
            running.append((steps, moments[taken]))
            taken += 1
        now += first + row * len(running)
        total += sum(now - came for left, came in running if left == 1)
        running = [(left - 1, came) for left, came in running if left > 1]
    return total / len(moments)


def gain(steps: int, most: int, first: float, row: float, load: float, requests: int) -> float:
    """How many times as long a request takes by whole batches."""
    rng = random.Random(steps * 100 + most)
    rate = load * most / (steps * (first + row * most))
    moments = list(accumulate(rng.expovariate(rate) for _ in range(requests)))
    return by_request(moments, steps, most, first, row) / by_step(moments, steps, most, first, row)


def main() -> None:
    """Print the gain for some numbers of steps and sizes of batches."""
    it = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    it.add_argument("--step", type=float, default=60, help="milliseconds of a step")
    it.add_argument("--row", type=float, default=8, help="milliseconds more for each request in it")
    it.add_argument("--load", type=float, default=0.7)
    it.add_argument("--requests", type=int, default=20_000)
    args = it.parse_args()
    print("steps  " + "  ".join(f"up to {most:>2}" for most in BATCHES))
    for steps in STEPS:
        gains = [gain(steps, most, args.step, args.row, args.load, args.requests) for most in BATCHES]
        print(f"{steps:>5}  " + "  ".join(f"{value:8.2f}" for value in gains))


if __name__ == "__main__":
    main()
