"""The stream: photos -> workers -> buckets by shape -> device -> workers -> files, and the journal beside it.

One thread runs all this and owns the journal; the device has its own. Every queue is bounded by `_capacity`.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress

from bggen.batch import names, stamps, stores
from bggen.batch.buckets import Buckets
from bggen.batch.journal import Entry, Journal, State, now
from bggen.batch.lock import RunLock
from bggen.batch.painting import BatchSize, Painted, PaintThread, ran_out_of_memory
from bggen.batch.pool import Outcome, Pool
from bggen.batch.tasks import Finished, Ready, Trouble
from bggen.batch.transfers import Delivered, Fetched, Lost, Transfers, complete_task, prepare_task
from bggen.batch.work import LIVES, SAME_ERRORS, Fatal, Hooks, Ticket, Work
from bggen.engine import Engine
from bggen.errors import BggenError, Stopped, UsageError
from bggen.settings import Settings

Thumbs = dict[str, tuple[bytes | None, bytes | None]]


class Flow:
    """Runs items from start to file. `run` returns when all have ended or `may_go_on` says no."""

    def __init__(
        self,
        engine: Engine,
        settings: Settings,
        journal: Journal,
        lock: RunLock,
        out: stores.Out,
        hooks: Hooks,
        pool: Pool,
        batch: BatchSize,
        sidecar: bool,
    ) -> None:
        self.settings, self.journal, self.lock, self.out = settings, journal, lock, out
        self.hooks, self.pool, self.batch, self.sidecar = hooks, pool, batch, sidecar
        self.paint = PaintThread(engine)
        self._transfers = Transfers(settings, out)
        self._fetched: deque[Fetched] = deque()
        self._again: deque[Work] = deque()  # their worker died
        self._buckets = Buckets()
        self._painted: deque[Ticket] = deque()
        self._active: dict[str, Work] = {}
        self._opening: set[Work] = set()  # taken up, not yet cut out
        self._digests: list[tuple[str, str, str]] = []  # written with the next commit
        self._more = False
        self._same_errors = 0

    # -- the loop --------------------------------------------------------------------------------

    def run(self, todo: Iterable[Work]) -> None:
        """Work through `todo`. Raises Fatal, UsageError or JournalFailed; the journal is then still true.

        May be called again, with `close` after the last time.
        """
        coming = iter(todo)
        self._more = True
        while self.hooks.may_go_on():
            self._feed(coming)
            self._dispatch()
            self._offer()
            if not (self._active or self._again or self._more):
                return
            self._collect()
            self.hooks.tick()

    def _feed(self, coming: Iterator[Work]) -> None:
        """Take items up while there is room."""
        fresh: list[Work] = []
        while self._room(len(fresh)):
            if self._again:
                fresh.append(self._again.popleft())
                continue
            work = next(coming, None) if self._more and self.hooks.may_start() else None
            if work is None:
                self._more = False
                break
            fresh.append(work)
        self._take_up(fresh)

    def _take_up(self, fresh: list[Work]) -> None:
        """State `running` is on the disk before anything happens to an item."""
        if not fresh:
            return
        for work in fresh:
            work.entry.state, work.entry.stage = "running", "prepare"
            work.entry.attempts += 1
            self._active[work.entry.id] = work
        self._save([work.entry for work in fresh])
        self._opening.update(fresh)
        for work in fresh:
            if work.item.problem:
                self._fail(work, *work.item.problem)
            elif any(stores.is_url(name or "") for name in (work.item.source, work.item.options.mask)):
                self._transfers.fetch(work)
            else:
                self._fetched.append(Fetched(work, None, None))

    def _capacity(self) -> int:
        """Items between disk and device: enough for two batches and all workers, no more."""
        return 2 * self.batch.size + self.pool.size

    def _room(self, more: int = 0) -> bool:
        under_way = more + len(self._opening) + len(self._buckets) + len(self._painted)
        under_way += self.paint.waiting * self.batch.size
        return under_way < self._capacity() and not self._buckets.full()

    def _dispatch(self) -> None:
        """Finishing goes first: it frees memory, and a picture on the disk can't be lost."""
        while self.pool.free() and self._painted:
            ticket = self._painted.popleft()
            if not ticket.work.ended:
                ticket.work.writing = True
                self.pool.submit(
                    ("complete", ticket),
                    complete_task(ticket, self.out, self.lock.path, sidecar=self.sidecar),
                )
        while self.pool.free() and self._fetched:
            fetched = self._fetched.popleft()
            self.pool.submit(("prepare", fetched.work), prepare_task(fetched))

    def _offer(self) -> None:
        """Hand batches to the device: full ones, or what there is when nothing more can come."""
        while self.paint.room() and len(self._painted) < self._capacity():
            more_may_come = bool(self._opening) or (self._more and self._room())
            tickets = self._buckets.take(self.batch.size, short=not more_may_come)
            if tickets:
                self._at_device(tickets)
                self.paint.hand_over(tickets)
            elif more_may_come or not len(self._buckets):
                return

    def _at_device(self, tickets: list[Ticket]) -> None:
        """Written down so that a picture whose painting kills the whole run is found out."""
        for ticket in tickets:
            ticket.work.entry.stage = "paint"
        self._save([ticket.work.entry for ticket in tickets])

    def _save(self, entries: list[Entry], thumbs: Thumbs | None = None) -> None:
        if entries or self._digests:
            self.journal.save(entries, thumbs, self._digests)
            self._digests = []

    def _collect(self) -> None:
        for outcome in self.pool.wait(0.05 if self._transfers else 0.25, self.paint):
            self._answered(outcome)
        for painted in self.paint.take():
            self._from_device(painted)
        for ended in self._transfers.ended():
            self._transferred(ended)

    # -- what comes back -------------------------------------------------------------------------

    def _answered(self, outcome: Outcome) -> None:
        step, subject = outcome.tag
        work: Work = subject if step == "prepare" else subject.work
        if outcome.how != "answer":
            self._worker_lost(outcome, step, work)
        elif isinstance(outcome.answer, Trouble):
            self._trouble(work, outcome.answer)
        elif isinstance(outcome.answer, Ready):
            self._ready(work, outcome.answer)
        else:
            self._finished(subject, outcome.answer)

    def _ready(self, work: Work, ready: Ready) -> None:
        self._digests += ready.digests
        self._opening.discard(work)
        work.entry.key, work.thumb = ready.key, ready.before
        if not ready.prepared:  # the photo was touched, not changed: what stands is good
            assert work.before is not None
            work.entry = work.before
            self._save([work.entry])
            self._end(work)
            self.hooks.ended(work.entry, False)
            return
        work.entry.stage, work.expected = "wait", len(ready.prepared)
        for prepared in ready.prepared:
            self._buckets.add(Ticket(work, prepared))

    def _from_device(self, painted: Painted) -> None:
        if painted.error is None:
            self._same_errors = 0
            self.batch.measured(len(painted.tickets), painted.seconds)
            for ticket, painting in zip(painted.tickets, painted.paintings, strict=True):
                ticket.painting = painting
                ticket.work.entry.stage = "complete"
                self._painted.append(ticket)
            return
        if isinstance(painted.error, Stopped):
            return
        if len(painted.tickets) > 1:  # one of them, or all together: paint again in smaller company
            memory = ran_out_of_memory(painted.error)
            if memory:
                self.batch.out_of_memory(len(painted.tickets))
            for ticket in painted.tickets:
                self._buckets.add(ticket, alone=not memory)
            return
        self._unpaintable(painted.tickets[0].work, painted.error)

    def _unpaintable(self, work: Work, error: BaseException) -> None:
        if not isinstance(error, Exception) or (isinstance(error, UsageError) and not work.item.own_options):
            raise error
        self._same_errors += 1
        reason = "out_of_memory" if ran_out_of_memory(error) else getattr(error, "reason", "paint_failed")
        self._fail(work, reason, str(error) or type(error).__name__)
        if self._same_errors >= SAME_ERRORS:
            raise Fatal(f"{SAME_ERRORS} paintings failed in a row, the last with: {error}")

    def _finished(self, ticket: Ticket, finished: Finished) -> None:
        work = ticket.work
        if work.ended:
            return
        if finished.verdict == "failed":
            work.entry.facts = finished.facts
            reason = next(iter(finished.facts["reasons"]), "check_failed")
            self._fail(work, reason, f"{work.item.source}: the check refused the picture ({reason})")
            return
        if finished.data is not None:
            self._transfers.put(ticket, finished)
        else:
            self._delivered(ticket, finished)

    def _delivered(self, ticket: Ticket, finished: Finished) -> None:
        """A picture stands under its name; the last one of an item makes it done."""
        work, variant = ticket.work, ticket.prepared.variant
        if not self.lock.stands():
            raise Fatal(f"{self.lock.path.parent}: the journal's folder was removed during the run")
        name = work.item.outputs()[variant]
        work.finished[variant] = (name, finished.digest, finished.size)
        entry = work.entry
        if variant == 0:
            entry.facts, work.after = finished.facts, finished.after
        entry.verdict = "review" if "review" in (entry.verdict, finished.verdict) else "ok"
        if len(work.finished) < work.expected:
            return
        entry.state, entry.stage, entry.reason, entry.message = "done", "", "", ""
        entry.outputs = [work.finished[number] for number in sorted(work.finished)]
        self._close(work, {entry.id: (work.thumb, work.after)})

    def _transferred(self, ended: Fetched | Delivered | Lost) -> None:
        if isinstance(ended, Fetched):
            self._fetched.append(ended)
        elif isinstance(ended, Delivered):
            self._delivered(ended.ticket, ended.finished)
        elif isinstance(ended.error, BggenError):
            self._trouble(ended.work, Trouble(ended.error.reason, str(ended.error)))
        else:
            raise ended.error

    # -- what goes wrong -------------------------------------------------------------------------

    def _worker_lost(self, outcome: Outcome, step: str, work: Work) -> None:
        if work.ended:
            return
        if outcome.how == "timeout":
            self._fail(work, "timeout", f"{work.item.source}: took too long in step {step}")
            return
        work.entry.crashes += 1
        if work.entry.crashes >= LIVES:
            message = f"{work.item.source}: killed its worker {LIVES} times ({outcome.detail})"
            self._fail(work, "poison", message, state="quarantined")
            return
        self._end(work)  # its other variants under way are of no use any more
        self._again.append(
            Work(
                work.item,
                work.entry,
                work.before,
                work.info,
                work.extras,
                work.known,
                work.force,
                writing=work.writing,
            )
        )

    def _trouble(self, work: Work, trouble: Trouble) -> None:
        self._digests += trouble.digests
        if work.ended:
            return
        if trouble.kind == "disk":
            raise Fatal(
                f"{trouble.message}: the run stops here, nothing that was made is lost; start it again"
            )
        if trouble.kind == "usage" and not work.item.own_options:
            raise UsageError(trouble.message)
        work.entry.key = trouble.key or work.entry.key
        work.thumb = trouble.before or work.thumb
        self._fail(work, trouble.reason, trouble.message)

    def _fail(self, work: Work, reason: str, message: str, state: State = "failed") -> None:
        entry = work.entry
        entry.state, entry.stage, entry.verdict = state, "", ""
        entry.reason, entry.message = reason, names.printable(message)
        if not entry.key:  # the photo was never read to the end: know it again by its stamp
            entry.facts = {"stamp": stamps.of_file(work.item.source)}
        self._close(work, {entry.id: (work.thumb, None)})

    def _close(self, work: Work, thumbs: dict[str, tuple[bytes | None, bytes | None]]) -> None:
        work.entry.seconds = round(time.monotonic() - work.started, 3)
        work.entry.ended = now()
        self._save([work.entry], thumbs)
        self._end(work)
        self.hooks.ended(work.entry, True)

    def _end(self, work: Work) -> None:
        work.ended = True
        self._opening.discard(work)
        self._active.pop(work.entry.id, None)

    # -- the end ---------------------------------------------------------------------------------

    def close(self) -> None:
        """Stop in order: let pictures that are being written get their names, give the rest back."""
        self.paint.stop()
        try:
            self._last_words(time.monotonic() + 20)
        except BggenError:
            pass  # the reason why the run ends is already on its way up
        finally:
            self.pool.close(kill=True)
            self._transfers.close()
            self.paint.close(timeout=30)
            self._restore()

    def _last_words(self, until: float) -> None:
        while time.monotonic() < until and (self.pool.writing() or self._transfers.putting()):
            for outcome in self.pool.wait(0.1):
                if outcome.how == "answer" and isinstance(outcome.answer, Finished):
                    self._finished(outcome.tag[1], outcome.answer)
            for ended in self._transfers.ended():
                if isinstance(ended, Delivered):
                    self._delivered(ended.ticket, ended.finished)

    def _restore(self) -> None:
        """Rows as they were before the run took the items up; what may stand on the disk stays `running`."""
        every = [*self._active.values(), *self._again]
        left = [work for work in every if not work.writing]
        for work in every:
            work.entry.state, work.entry.stage = "running", "complete"
        before = [work.before for work in left if work.before is not None]
        with suppress(BggenError):  # rows that stay `running` are understood by the next run just as well
            self.journal.save([work.entry for work in every if work.writing])
            self.journal.save([entry for entry in before if entry.state != "running"])
            self.journal.forget([work.entry.id for work in left if work.before is None])
