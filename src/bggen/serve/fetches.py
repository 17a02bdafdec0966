"""Fetching in threads: so many at once, none for those who have left, and the server's end waits for none."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

from bggen.serve.shares import Shares

Fetch = Callable[[str], bytes]
"""Fetches a picture from a checked address. Raises FetchRefused or BadInput."""


@dataclass(frozen=True, slots=True, eq=False)
class Errand:
    """One address to fetch, and for whom."""

    url: str
    caller: str | None
    future: Future[bytes] = field(default_factory=Future)


class Fetches:
    """In turn, the threads shared as places in the queue are: slow addresses of one caller hold up no other.

    Not the library's pool, whose threads Python waits for when it ends.
    """

    def __init__(self, fetch: Fetch, most: int) -> None:
        """At `most` so many at once."""
        self._fetch, self._most, self._threads, self._closed = fetch, most, 0, False
        self._shares, self._line = Shares(most), deque[Errand]()
        self._changed = threading.Condition()  # guards all of it

    def submit(self, url: str, caller: str | None = None) -> Future[bytes]:
        """Fetch it, unless its future is cancelled before its turn; from one thread only.

        `caller` is who shares the threads with others, None where there are no others. Raises RuntimeError
        where no thread is to be had, and none is there.
        """
        errand = Errand(url, caller)
        if not self._closed and self._threads < self._most:
            self._grow()
        with self._changed:
            if self._closed:
                errand.future.cancel()
                return errand.future
            self._line.append(errand)
            self._changed.notify()
        return errand.future

    def _grow(self) -> None:
        try:
            threading.Thread(target=self._work, name="fetch", daemon=True).start()
        except RuntimeError:
            if not self._threads:
                raise
            return  # the next address tries again; this one waits for a thread that is there
        self._threads += 1

    def close(self) -> None:
        """Begin none that comes from here on; those that wait had better be cancelled."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _work(self) -> None:
        while self._do_next():
            pass

    def _do_next(self) -> bool:
        """Apart from the loop, which would keep what was fetched last. False when it is the end."""
        if (errand := self._next()) is None:
            return False
        try:
            errand.future.set_result(self._fetch(errand.url))
        except BaseException as error:  # for whoever asked
            errand.future.set_exception(error)
        with self._changed:
            self._shares.take(errand.caller, -1)
            self._changed.notify_all()
        return True

    def _next(self) -> Errand | None:
        """The first in line whose caller may have a thread, once there is one; None when it is the end."""
        with self._changed:
            while True:
                waiting = {one.caller for one in self._line if one.caller is not None}
                for errand in self._line:
                    if not self._shares.may_take(errand.caller, waiting):
                        continue
                    self._line.remove(errand)
                    if not errand.future.set_running_or_notify_cancel():
                        break  # nobody waits for it any more
                    self._shares.take(errand.caller, 1)
                    self._changed.notify_all()  # one who waited no more may be what others had to wait for
                    return errand
                else:
                    if self._closed and not self._line:
                        return None
                    self._changed.wait()
