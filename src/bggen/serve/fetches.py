"""Fetching in threads: so many at once, none for those who have left, and the server's end waits for none."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future

Fetch = Callable[[str], bytes]
"""Fetches a picture from a checked address. Raises FetchRefused or BadInput."""


class Fetches:
    """First come, first served. Not the library's pool, whose threads Python waits for when it ends."""

    def __init__(self, fetch: Fetch, most: int) -> None:
        """At `most` so many at once."""
        self._fetch, self._most, self._threads = fetch, most, 0
        self._waiting: queue.SimpleQueue[tuple[str, Future[bytes]] | None] = queue.SimpleQueue()

    def submit(self, url: str) -> Future[bytes]:
        """Fetch it, unless its future is cancelled before its turn; from one thread only."""
        future: Future[bytes] = Future()
        self._waiting.put((url, future))
        if self._threads < self._most:
            self._threads += 1
            threading.Thread(target=self._work, name="fetch", daemon=True).start()
        return future

    def close(self) -> None:
        """Begin none that comes from here on; those that wait had better be cancelled."""
        for _ in range(self._threads):
            self._waiting.put(None)

    def _work(self) -> None:
        while (asked := self._waiting.get()) is not None:
            url, future = asked
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(self._fetch(url))
                except BaseException as error:  # for whoever asked
                    future.set_exception(error)
