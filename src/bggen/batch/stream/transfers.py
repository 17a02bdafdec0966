"""Remote photos and pictures on their way, in threads of the main process: that is where credentials live."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bggen.batch.places import outs, stores
from bggen.batch.workers.tasks import Complete, Finished, Prepare, spared
from bggen.batch.workers.work import Ticket, Work, work_options
from bggen.errors import FetchUnavailable, StoreUnavailable
from bggen.settings import Settings
from bggen.sink import format_for

THREADS = 8


@dataclass(frozen=True, slots=True)
class Fetched:
    """A remote photo is here."""

    work: Work
    data: bytes | None
    mask: bytes | None


@dataclass(frozen=True, slots=True)
class Delivered:
    """A picture stands in its store."""

    ticket: Ticket
    finished: Finished


@dataclass(frozen=True, slots=True)
class Lost:
    """A transfer that failed."""

    work: Work
    error: BaseException
    picture: tuple[Ticket, Finished] | None = None  # that was to be stored


class Transfers:
    """Starts transfers and tells which have ended; no thread starts before the first.

    Not the library's pool, whose threads Python waits for when it ends: a store may hang for ever.
    """

    def __init__(self, settings: Settings, out: outs.Out, timeout: float) -> None:
        """`timeout`: seconds after which one is given up: the clients of many stores wait for ever."""
        self._settings, self._out, self._timeout = settings, out, timeout
        self._threads = 0
        self._begun: dict[Future[Any], float] = {}  # on the clock of time.monotonic
        self._line: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = queue.SimpleQueue()
        self._under_way: dict[Future[Fetched | Delivered], Work | tuple[Ticket, Finished]] = {}

    def __len__(self) -> int:
        return len(self._under_way)

    def putting(self) -> int:
        """How many pictures are being stored, or wait for a thread."""
        return sum(isinstance(subject, tuple) for subject in self._under_way.values())

    def fetch(self, work: Work) -> None:
        """Start fetching a photo and its mask, as far as they are remote."""
        self._start(work, lambda: fetched(work, self._settings))

    def put(self, ticket: Ticket, finished: Finished) -> None:
        """Start storing a picture and its sidecar."""
        self._start((ticket, finished), lambda: self._put(ticket, finished))

    def ended(self) -> list[Fetched | Delivered | Lost]:
        """Transfers that came to an end since the last call."""
        now, results = time.monotonic(), list[Fetched | Delivered | Lost]()
        for future, subject in list(self._under_way.items()):
            late = now - self._begun.get(future, now) > self._timeout
            if not (late or future.done()):
                continue
            del self._under_way[future]
            self._begun.pop(future, None)
            if not future.done():
                self._begin()  # another thread takes the place of its own
                results.append(self._overdue(subject))
                continue
            error = future.exception()
            if error is None:
                results.append(future.result())
            elif isinstance(subject, Work):
                results.append(Lost(subject, error))
            else:
                results.append(Lost(subject[0].work, error, subject))
        return results

    def _overdue(self, subject: Work | tuple[Ticket, Finished]) -> Lost:
        if isinstance(subject, Work):
            source = subject.item.source
            return Lost(subject, FetchUnavailable(f"{source}: took longer than {self._timeout:g} s"))
        ticket, _ = subject
        name = f"{self._out.label}/{ticket.work.item.outputs()[ticket.prepared.variant]}"
        error = StoreUnavailable(f"{name}: to be stored took longer than {self._timeout:g} s")
        return Lost(ticket.work, error, subject)

    def close(self) -> None:
        """Start no more; those under way end by themselves."""
        for future in self._under_way:
            future.cancel()
        for _ in range(self._threads):
            self._line.put(None)

    def _start(self, subject: Work | tuple[Ticket, Finished], call: Callable[[], Any]) -> None:
        future: Future[Any] = Future()
        self._under_way[future] = subject
        self._line.put((future, call))
        if self._threads < min(THREADS, len(self._under_way)):
            self._threads += 1
            self._begin()

    def _begin(self) -> None:
        threading.Thread(target=self._work, name="store", daemon=True).start()

    def _work(self) -> None:
        while (job := self._line.get()) is not None:
            future, call = job
            if future.set_running_or_notify_cancel():
                self._begun[future] = time.monotonic()
                try:
                    future.set_result(call())
                except BaseException as error:  # for the run's own thread
                    future.set_exception(error)
            del job, future, call  # pictures must not wait here for the next one

    def _put(self, ticket: Ticket, finished: Finished) -> Delivered:
        name = ticket.work.item.outputs()[ticket.prepared.variant]
        assert finished.data is not None
        if (kept := kept_in(self._out, ticket, finished)) is not None:
            return Delivered(ticket, kept)
        self._out.put(name, finished.data)
        if finished.side is not None:
            self._out.put(name + ".json", finished.side)
        return Delivered(ticket, finished)


def fetched(work: Work, settings: Settings) -> Fetched:
    """The bytes of a photo and its mask, as far as they are remote. Raises BadInput or FetchRefused."""
    source, mask = work.item.source, work.item.options.mask or ""
    data = stores.fetch(source, settings) if stores.is_url(source) else None
    return Fetched(work, data, stores.fetch(mask, settings) if stores.is_url(mask) else None)


def prepare_task(fetched: Fetched) -> Prepare:
    """The first step of an item, for a worker."""
    work, item = fetched.work, fetched.work.item
    return Prepare(
        item.source,
        work_options(work),
        item.sku,
        item.family,
        work.info,
        work.extras,
        work.known,
        fetched.data,
        fetched.mask,
        item.stamp or "",
        item.title,
        work.networks,
        work.stands_for,
    )


def complete_task(ticket: Ticket, out: outs.Out, guard: Path, *, sidecar: bool) -> Complete:
    """The second step of a scene; it may overwrite only what an earlier try or run made."""
    work, item = ticket.work, ticket.work.item
    assert ticket.painting is not None
    return Complete(
        ticket.prepared,
        ticket.painting,
        work.info,
        format_for(stores.local(item.target), item.options),
        out.path(item.outputs()[ticket.prepared.variant]),
        work.before is not None or work.entry.attempts > 1 or work.force,
        sidecar,
        guard,
        out.tag,
        work.made(ticket.prepared.variant),
    )


def kept_in(out: outs.Out, ticket: Ticket, finished: Finished) -> Finished | None:
    """As `tasks.spared`, for what goes to a store. Raises StoreUnavailable where nobody can tell now."""
    variant = ticket.prepared.variant
    try:
        return spared(out, ticket.work.item.outputs()[variant], ticket.work.made(variant), finished)
    except outs.Unread as error:
        raise StoreUnavailable(str(error)) from error
