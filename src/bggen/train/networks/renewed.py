"""Examples in memory; a process of its own renews them while a network learns from them."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Generic, TypeVar

SHARD = 25  # examples made at a time
FIRST = 8  # shards at hand before training begins
APART = 2**32  # shards from a seed's first to the next seed's: more than any run makes
Shard = TypeVar("Shard")


class Renewed(Generic[Shard]):
    """A few thousand examples that never change are known by heart after an hour: these do."""

    def __init__(self, make: Callable[[int, int], Shard], held: int, shown: int, seed: int) -> None:
        """Begin to make them, and wait for the first.

        Args:
            make: from a seed and a number to a shard of so many, in another process.
            held: how many examples are kept; the oldest are given up first.
            shown: how often one is shown, on an average, before another is made.
            seed: of the first; another one's examples are others.
        """
        self.make, self.often = make, shown
        self.shards: deque[Shard] = deque(maxlen=max(FIRST, held // SHARD))
        self.seeds = itertools.count(APART * seed)
        spawn = multiprocessing.get_context("spawn")
        self.maker = ProcessPoolExecutor(1, spawn, initializer=_end_with, initargs=(os.getpid(),))
        self.coming: deque[Future[Shard]] = deque(self._ordered() for _ in range(FIRST))
        self.owed = 0.0  # examples
        while len(self.shards) < FIRST:
            self.renew(0)
            time.sleep(0.1)

    def _ordered(self) -> Future[Shard]:
        return self.maker.submit(self.make, next(self.seeds), SHARD)

    def renew(self, shown: int) -> None:
        """Take in what is finished, and order more for the examples that were shown."""
        self.owed += shown / self.often
        while self.coming and self.coming[0].done():
            self.shards.append(self.coming.popleft().result())
        if self.owed >= SHARD and len(self.coming) < 2:
            self.coming.append(self._ordered())
            self.owed -= SHARD

    def close(self) -> None:
        """Make no more."""
        self.maker.shutdown(cancel_futures=True)


def _end_with(parent: int, every: float = 2.0) -> None:
    """End this process when its parent is gone: a training run that is killed closes nothing."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(every)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
