"""Why and how a run ends early: limits, failures, signals."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

from bggen.batch.request import BatchRequest


@dataclass(slots=True)
class Stop:
    """Asked before every item and in every turn of the loop."""

    request: BatchRequest
    signal: int | None = None
    limited: bool = False  # --limit or --max-duration was reached
    too_many: bool = False  # --max-failures was reached
    started: int = 0  # items
    failures: int = 0
    since: float = field(default_factory=time.monotonic)

    def may_start(self) -> bool:
        """Leave for one more item, which then counts; what is under way is always finished."""
        if self.late() or self.full():
            self.limited = True
            return False
        self.started += 1
        return True

    def full(self) -> bool:
        """Whether as many were started as --limit allows."""
        return self.request.limit is not None and self.started >= self.request.limit

    def may_go_on(self) -> bool:
        """False when what is under way should be given up, too."""
        return self.signal is None and not self.too_many

    def may_watch(self) -> bool:
        """Whether to look for new photos again."""
        self.late()
        return self.may_go_on() and not self.limited and not self.full()

    def failed(self) -> None:
        """Count a failure of this run."""
        self.failures += 1
        limit = self.request.max_failures
        self.too_many = limit is not None and self.failures >= limit

    def late(self) -> bool:
        """Whether --max-duration is over."""
        seconds = self.request.max_duration
        over = seconds is not None and time.monotonic() - self.since >= seconds
        self.limited |= over
        return over

    @contextmanager
    def signals(self) -> Iterator[None]:
        """The first SIGINT, SIGTERM or SIGHUP stops in order, the second at once."""
        if threading.current_thread() is not threading.main_thread():
            yield  # only a main thread may handle signals; the caller has its own ways
            return
        before: dict[signal.Signals, Any] = {}
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup stays nohup
                before[number] = signal.signal(number, self._note)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self.signal is not None:
            os._exit(128 + number)  # the journal is on the disk at every moment
        self.signal = number
