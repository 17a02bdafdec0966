"""The stream: photos -> workers -> buckets by shape -> device -> workers -> files, and the journal beside it.

One thread runs all this and owns the journal; the device has its own. Every queue is bounded by `_capacity`.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator

from bggen.batch.places import outs, stores
from bggen.batch.stream import later
from bggen.batch.stream.buckets import Buckets
from bggen.batch.stream.later import Later
from bggen.batch.stream.ledger import Ledger
from bggen.batch.stream.painting import STANDS_STILL, BatchSize, Painted, PaintThread, trouble_of
from bggen.batch.stream.refusals import Refusals
from bggen.batch.stream.transfers import (
    THREADS,
    Delivered,
    Fetched,
    Lost,
    Transfers,
    complete_task,
    prepare_task,
)
from bggen.batch.workers.pool import Outcome, Pool
from bggen.batch.workers.tasks import Finished, Prepare, Ready, Trouble, kind_of
from bggen.batch.workers.work import LIVES, Fatal, Hooks, Ticket, Work
from bggen.engine import Engine
from bggen.errors import BggenError, Stopped, UsageError
from bggen.settings import Settings


class Flow:
    """Runs items from start to file. `run` returns when all have ended or `may_go_on` says no."""

    def __init__(
        self,
        engine: Engine,
        settings: Settings,
        ledger: Ledger,
        out: outs.Out,
        hooks: Hooks,
        pool: Pool,
        batch: BatchSize,
        *,
        sidecar: bool,
        patient: bool,
    ) -> None:
        """`patient`: ask an address that is out of reach again, and wait for that at the end.

        A store is asked again in any case: its pictures are painted already.
        """
        self.settings, self.ledger, self.out = settings, ledger, out
        self.hooks, self.pool, self.batch, self.sidecar = hooks, pool, batch, sidecar
        self.paint = PaintThread(engine)
        self._transfers = Transfers(settings, out, pool.timeout)
        self._fetched: deque[Fetched] = deque()
        self._again: deque[Work] = deque()  # their worker died
        self._buckets = Buckets()
        self._painted: deque[Ticket] = deque()
        self._opening: set[Work] = set()  # taken up, not yet cut out
        self._refusals = Refusals()
        self._later = Later[Work]() if patient else None
        self._unstored = Later[tuple[Ticket, Finished]]()
        self._cutting: dict[Work, Prepare] = {}  # at a worker
        self._more = self._hangs = False

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
            if not (self.ledger.active or self._again or self._later or self._more):
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
            work = next(coming, None) if self._more else None
            if work is None or not self.hooks.may_start():
                self._more = False
                break
            fresh.append(work)
        self._take_up(fresh)
        self._ask_again()

    def _take_up(self, fresh: list[Work]) -> None:
        for work in self.ledger.take_up(fresh) if fresh else ():
            self._open(work)

    def _open(self, work: Work) -> None:
        self._opening.add(work)
        if any(stores.is_url(name or "") for name in (work.item.source, work.item.options.mask)):
            self._transfers.fetch(work)
        else:
            self._fetched.append(Fetched(work, None, None))

    def _ask_again(self) -> None:
        """What was out of reach a moment ago; photos are given up once --max-duration is over."""
        for picture in self._unstored.due():
            self._transfers.put(*picture)
        if self._later is None:
            return
        for work in self._later.due():
            if work.entry.id in self.ledger.active:
                self._open(work)
            else:
                self._again.append(work)
        for waiting in self._later.give_up() if self.hooks.late() else ():
            self.ledger.trouble(waiting.subject, waiting.trouble)

    def _put_off(self, work: Work, trouble: Trouble) -> bool:
        """Whether a photo, mask or backdrop is asked for again; the device doesn't wait for it meanwhile."""
        if self._later is None:
            return False
        told, off = self._later.ever, self._later.put_off(work.entry.id, work, trouble)
        if off and not told:
            self.hooks.say("some addresses can't be reached now: they are asked again within two minutes")
        return off

    def _keep(self, picture: tuple[Ticket, Finished], trouble: Trouble) -> None:
        """A picture that its store did not take; no more are painted than may wait for it."""
        work, variant = picture[0].work, picture[0].prepared.variant
        told, name = self._unstored.ever, work.item.outputs()[variant]
        off = self._unstored.put_off(name, picture, trouble)
        if off and not told:
            self.hooks.say("some pictures can't be stored now: that is tried again within two minutes")
        if not off:
            self.ledger.trouble(work, trouble)

    def _capacity(self) -> int:
        """Items between disk and device: enough for two batches and all workers, no more."""
        return 2 * self.batch.size + self.pool.size

    def _room(self, more: int = 0) -> bool:
        under_way = more + len(self._opening) + len(self._buckets) + len(self._painted)
        under_way += len(self._unstored) + max(0, self._transfers.putting() - THREADS)
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
                    complete_task(ticket, self.out, self.ledger.lock.path, sidecar=self.sidecar),
                )
        awaited = list[Fetched]()
        while self.pool.free() and self._fetched:
            fetched = self._fetched.popleft()
            task = prepare_task(fetched)
            if (refused := self._refusals.known(task)) is not None:
                self._opening.discard(fetched.work)
                self.ledger.trouble(fetched.work, refused)
            elif self._refusals.awaited(task):
                awaited.append(fetched)
            else:
                self._refusals.trying(task)
                self._cutting[fetched.work] = task
                self.pool.submit(("prepare", fetched.work), task)
        self._fetched.extendleft(reversed(awaited))

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
            ticket.work.painting += 1
        self.ledger.save([ticket.work.entry for ticket in tickets])

    def _collect(self) -> None:
        for outcome in self.pool.wait(0.05 if self._transfers else later.TURN, self.paint):
            self._answered(outcome)
        for painted in self.paint.take():
            self._from_device(painted)
        for ended in self._transfers.ended():
            self._transferred(ended)
        self._end_if_the_device_hangs()

    def _end_if_the_device_hangs(self) -> None:
        """A driver that hangs would hold the run, and its lock, for ever. Raises Fatal."""
        patience, hung = max(STANDS_STILL, self.pool.timeout), self.paint.at_work
        if self.paint.still() < patience or not hung:
            return
        self._hangs = True
        for ticket in hung:
            self.ledger.drop(ticket.work)  # its row stays at `paint`: if this ends so again, it is to blame
        raise Fatal(
            f"the device has hung for {patience / 60:.0f} minutes over {hung[0].work.item.source}: the run "
            "stops here, nothing that was made is lost; see that the device answers, and start it again"
        )

    # -- what comes back -------------------------------------------------------------------------

    def _answered(self, outcome: Outcome) -> None:
        step, subject = outcome.tag
        work: Work = subject if step == "prepare" else subject.work
        if step == "prepare":
            self._opening.discard(work)
            answer = outcome.answer if outcome.how == "answer" else None
            self._refusals.heard(self._cutting.pop(work), answer)
        if outcome.how != "answer":
            self._worker_lost(outcome, step, work)
        elif isinstance(outcome.answer, Trouble):
            if not self._put_off(work, outcome.answer):
                self.ledger.trouble(work, outcome.answer)
        elif isinstance(outcome.answer, Ready):
            self.ledger.opened(work, outcome.answer, len(outcome.answer.prepared))
            for prepared in outcome.answer.prepared:
                self._buckets.add(Ticket(work, prepared))
        else:
            self._finished(subject, outcome.answer)

    def _from_device(self, painted: Painted) -> None:
        for ticket in painted.tickets:
            ticket.work.painting -= 1
        if painted.error is None:
            self.ledger.painted()
            self.batch.measured(len(painted.tickets), painted.seconds)
            for ticket, painting in zip(painted.tickets, painted.paintings, strict=True):
                ticket.painting = painting
                ticket.work.entry.stage = "paint" if ticket.work.painting else "complete"
                self._painted.append(ticket)
            return
        if isinstance(painted.error, Stopped):
            return
        if self._buckets.again(painted.tickets, painted.error, self.batch):
            return
        work, error = painted.tickets[0].work, painted.error
        if not isinstance(error, Exception) or (isinstance(error, UsageError) and not work.item.own_options):
            raise error
        trouble = trouble_of(error)
        if not work.ended and self._put_off(work.afresh(), trouble):
            self.ledger.drop(work)  # its other variants under way are of no use any more
        else:
            self.ledger.unpaintable(work, trouble)

    def _finished(self, ticket: Ticket, finished: Finished) -> None:
        work = ticket.work
        if work.ended:
            return
        if finished.verdict == "failed":
            self.ledger.refused(work, finished)
        elif finished.data is not None:
            self._transfers.put(ticket, finished)
        else:
            self.ledger.delivered(work, ticket.prepared.variant, finished)

    def _transferred(self, ended: Fetched | Delivered | Lost) -> None:
        if isinstance(ended, Fetched):
            self._fetched.append(ended)
        elif isinstance(ended, Delivered):
            self.ledger.delivered(ended.ticket.work, ended.ticket.prepared.variant, ended.finished)
        elif isinstance(ended.error, BggenError):
            trouble = Trouble(ended.error.reason, str(ended.error), kind_of(ended.error))
            if ended.picture is not None:
                self._keep(ended.picture, trouble)
                return
            self._opening.discard(ended.work)
            if not self._put_off(ended.work, trouble):
                self.ledger.trouble(ended.work, trouble)
        else:
            raise ended.error

    # -- what goes wrong -------------------------------------------------------------------------

    def _worker_lost(self, outcome: Outcome, step: str, work: Work) -> None:
        if work.ended:
            return
        if outcome.how == "timeout":
            self.ledger.fail(work, "timeout", f"{work.item.source}: took too long in step {step}")
            return
        work.entry.crashes += 1
        if work.entry.crashes >= LIVES:
            self.ledger.poison(work, f"killed its worker {LIVES} times ({outcome.detail})")
            return
        if step == "complete":
            work.unheard.add(outcome.tag[1].prepared.variant)
        self.ledger.drop(work)  # its other variants under way are of no use any more
        self._again.append(work.afresh())

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
            self.paint.close(timeout=0 if self._hangs else 30)
            waiting = self._later.give_up() if self._later is not None else ()
            self.ledger.restore([*self._again, *(one.subject for one in waiting)])

    def _last_words(self, until: float) -> None:
        once = [waiting.subject for waiting in self._unstored.give_up()]  # is offered once more
        for picture in once:
            self._transfers.put(*picture)
        while time.monotonic() < until and (self.pool.writing() or self._transfers.putting()):
            for outcome in self.pool.wait(0.1):
                if outcome.how == "answer" and isinstance(outcome.answer, Finished):
                    self._finished(outcome.tag[1], outcome.answer)
            for ended in self._transfers.ended():
                if isinstance(ended, Delivered):
                    self.ledger.delivered(ended.ticket.work, ended.ticket.prepared.variant, ended.finished)
                elif isinstance(ended, Lost) and ended.picture is not None and ended.picture not in once:
                    once.append(ended.picture)
                    self._transfers.put(*ended.picture)
