"""`bggen batch`: one run from start to exit code."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TypeVar

from bggen.batch.asked import finder, walk
from bggen.batch.asked.items import Found, Item, default_out
from bggen.batch.asked.watching import Passing, Rest, Rhythm, Settling, Source
from bggen.batch.cluster.connection import Cluster
from bggen.batch.cluster.rayflow import RayFlow
from bggen.batch.due import gone
from bggen.batch.due import plan as planning
from bggen.batch.memory import decisions, state
from bggen.batch.memory.journal import Journal
from bggen.batch.memory.lock import RunLock
from bggen.batch.memory.painters import Painters
from bggen.batch.places import outs, stores
from bggen.batch.request import BatchRequest
from bggen.batch.stopping import Stop
from bggen.batch.stream import later
from bggen.batch.stream.flow import Flow
from bggen.batch.stream.ledger import Ledger
from bggen.batch.stream.painting import BatchSize
from bggen.batch.told import dry
from bggen.batch.told.account import Account
from bggen.batch.told.gauges import Gauges
from bggen.batch.told.voice import Counts, Voice, several
from bggen.batch.workers.pool import Pool
from bggen.batch.workers.work import Hooks, Work
from bggen.engine import Engine
from bggen.errors import BggenError, Locked, StoreUnavailable, UsageError
from bggen.settings import Settings

TURN = 0.25  # seconds in which a watch hears a signal
T = TypeVar("T")


def run(request: BatchRequest, settings: Settings, *, engine: Engine | None = None) -> int:
    """Make what is asked for, as far as it isn't made yet; returns the exit code.

    0 all done; 3 some failed or want review; 4 stopped by a limit; 5 too many failures; 75 another run
    works here; 130/143 stopped by a signal, state saved; 1 the disk, the journal or the painter failed.
    Raises UsageError (exit 2) for what is wrong with the request itself.
    """
    voice = Voice(quiet=request.quiet, as_json=request.as_json)
    gauges = Gauges(request.metrics_file, request.push_gateway)
    try:
        code = _run(request, settings, engine, voice, gauges)
        return 1 if voice.lost_lines and code < 128 else code  # the last line, too
    except BggenError as error:
        code, other = code_of(error), isinstance(error, Locked)  # another run's figures stand
        if not (gauges.ended or request.dry_run or other) and (trouble := gauges.write(Counts(), code)):
            voice.warn(trouble)
        if isinstance(error, UsageError):
            raise
        voice.warn(f"bggen: {error}")
        return code


def _run(
    request: BatchRequest, settings: Settings, engine: Engine | None, voice: Voice, gauges: Gauges
) -> int:
    out = request.out or default_out(request.source)
    found = later.patiently(lambda: finder.find(request, out), voice.warn)
    voice.say(f"{request.source} -> {out}: {found.chosen}")
    for name, reason in found.skipped:
        if reason == walk.UNREADABLE:  # whoever reads only what went wrong must know
            voice.warn(f"{name}: this folder can't be read: its photos are passed over")
    if made := [name for name, reason in found.skipped if reason == walk.MADE]:
        voice.say(f"passed over, as bggen made them: {several(made)}")
    for line in found.doubts:
        voice.warn(line)
    if request.dry_run:
        return dry.run(request, settings, engine, out, found, voice)
    work = Run(request, settings, engine, out, voice, gauges)
    return work.locked(found) if found.items or request.watch else work.idle()


@dataclass(slots=True)
class Run:
    """One run's parts and state."""

    request: BatchRequest
    settings: Settings
    given: Engine | None
    out_name: str
    voice: Voice
    gauges: Gauges
    made: set[str] = field(default_factory=set)  # ids, with --watch: its later rounds know them as made
    rest: Rest = field(default_factory=Rest)
    stop: Stop = field(init=False)
    out: outs.Out = field(init=False)
    engine: Engine | Cluster = field(init=False)
    batch: BatchSize = field(init=False)
    decided: dict[str, dict[str, str]] = field(default_factory=dict)  # of --decisions
    account: Account = field(init=False)

    def __post_init__(self) -> None:
        if self.request.decisions is not None:  # a wrong file is told before there is a run to sum up
            self.decided = decisions.read(self.request.decisions)
        self.stop = Stop(self.request)
        self.out = later.patiently(lambda: stores.open_out(self.out_name), self.voice.warn)
        if self.request.engine == "ray":
            if self.given is not None:
                raise UsageError("engine 'ray' loads its own models on the nodes: give no Engine")
            self.engine = Cluster(self.request, self.settings, self.voice.warn)
        else:
            self.engine = self.given or Engine(self.settings)
        self.batch = BatchSize(self.request.batch_size)
        self.account = Account(
            self.request, self.out, self.out_name, self.voice, self.gauges, self.stop, self.batch
        )

    def idle(self) -> int:
        """Nothing to do is told as any other end is; nothing else is touched."""
        part = f" for shard {self.request.shard}" if self.request.shard else ""
        before = (state.folder(self.request, self.out_name) / state.JOURNAL).exists()
        gone = ", as there was at an earlier run: is its disk mounted?" if before else ": nothing to do"
        self.voice.warn(f"{self.request.source}: there is no picture in it{part}{gone}")
        self.account.tell(self.account.summary(0), 0)
        return 0

    def locked(self, found: Found) -> int:
        """Everything that only one run a folder may do. Raises Locked."""
        folder = state.folder(self.request, self.out_name)
        cluster = self.engine if isinstance(self.engine, Cluster) else nullcontext()
        with RunLock(folder, self.request.wait_lock) as lock, self.stop.signals(), cluster:
            self.out.tag = lock.tag
            if self.request.state_dir is not None:
                state.claim(folder, self.out_name)
            self.out.claim()
            journal = Journal(folder / state.JOURNAL)
            try:
                return self._journalled(found, lock, journal)
            finally:
                journal.close()

    def _journalled(self, found: Found, lock: RunLock, journal: Journal) -> int:
        code = 1
        try:
            self.account.changed = not journal.start_run()  # the last run's report may lack what it made
            who = Painters(self.engine, journal, given=self.given is not None)
            planner = planning.Planner(self.request, self.settings, journal, who, self.out, self.rest)
            self._decide(journal)
            self._work(found, planner, lock, journal)
            code = self.account.exit_code()
        except BggenError as error:
            code = code_of(error)
            raise
        finally:
            self.voice.end()
            self.account.finish(journal, lock, code)
        return code

    def _work(self, found: Found, planner: planning.Planner, lock: RunLock, journal: Journal) -> None:
        self._sweep(found)
        request = self.request
        flow, pool = self._flow(lock, journal)
        try:
            if request.watch:
                self._watch(found, planner, flow, lock, journal)
            else:
                self._miss(found, journal)
                self._make(self._planned(found.items, planner), flow)
        finally:
            flow.close()
            if pool is None or pool.deaths:
                self._sweep(found)

    def _flow(self, lock: RunLock, journal: Journal) -> tuple[Flow | RayFlow, Pool | None]:
        """Who does the work: processes here and this machine's device, or a cluster."""
        request, stop = self.request, self.stop
        hooks = Hooks(
            self._ended, stop.may_start, stop.may_go_on, stop.late, self.account.tick, self.voice.say
        )
        ledger = Ledger(journal, lock, hooks, self.out.takes)
        if isinstance(self.engine, Cluster):
            return RayFlow(self.engine, request, ledger, self.out, self.out_name, hooks, self.batch), None
        pool = Pool(
            request.worker_count(),
            self.settings,
            request.worker_memory,
            request.item_timeout,
            (lock.fileno(),),
        )
        flow = Flow(
            self.engine,
            self.settings,
            ledger,
            self.out,
            hooks,
            pool,
            self.batch,
            sidecar=request.sidecar,
            patient=not request.watch,  # that one asks again by itself
        )
        return flow, pool

    def _watch(
        self,
        found: Found,
        planner: planning.Planner,
        flow: Flow | RayFlow,
        lock: RunLock,
        journal: Journal,
    ) -> None:
        """Look for new and changed photos until stopped; what only the report tells follows now and then."""
        settling, source = Settling(), Source(found, self.request.poll)
        misses, reports = Rhythm(), Rhythm()
        # a table half-written, a folder or a store that is away: look again
        looked, compared = Passing(self.voice.warn, BggenError), Passing(self.voice.warn, StoreUnavailable)
        while self.stop.may_watch():
            planner.refresh()
            plan = planning.Plan()
            with compared.trouble(), source.planning():
                if misses.due():
                    self._miss(found, journal)
                    misses.done()
                plan = self._planned(settling.ready(found.items), planner)
            self._make(plan, flow)
            if self.account.changed and reports.due():
                self.account.report(lock, journal)
                reports.done()
            while self.stop.may_watch() and not source.due(growing=settling.growing):
                time.sleep(min(TURN, self.request.poll))
                self.account.tick()
            if not self.stop.may_watch():
                break
            with looked.trouble(), source.look() as read:
                found = finder.find(self.request, self.out_name)
                read(found)

    def _miss(self, found: Found, journal: Journal) -> None:
        """Have the journal know which photos are gone."""
        changes = self._patiently(lambda: gone.look(journal.entries(), found.items, self.request, self.out))
        if not changes:
            return
        changes.write(journal)
        self.account.changed = True
        for line in changes.lines():
            self.voice.say(line)

    def _planned(self, items: list[Item], planner: planning.Planner) -> planning.Plan:
        plan = self._patiently(lambda: planner.plan(items, self._has_time))
        self.account.planned(plan, dry.count(plan, len(items), self.made), planner.retouched)
        return plan

    def _patiently(self, look: Callable[[], T]) -> T:
        """A look at a store that may be away for a moment; a watch looks again by itself."""
        return look() if self.request.watch else later.patiently(look, self.voice.warn, self._has_time)

    def _has_time(self) -> bool:
        return self.stop.may_go_on() and not self.stop.late()

    def _make(self, plan: planning.Plan, flow: Flow | RayFlow) -> None:
        flow.run(drained(plan.todo))
        self.account.round_over()

    def _decide(self, journal: Journal) -> None:
        if self.request.decisions is None:
            return
        changed = decisions.decide(journal.entry, self.decided)
        journal.save(changed)
        self.account.changed |= bool(changed)
        rejected = sum(entry.decision == "reject" for entry in changed)
        self.voice.say(f"decisions: {len(changed) - rejected} accepted, {rejected} to make anew")

    def _sweep(self, found: Found) -> None:
        self.out.sweep(name for item in found.items for name in item.outputs())

    def _ended(self, work: Work, made: bool) -> None:
        if self.request.watch:
            self.rest.begin(work.entry.id)
            if made and work.entry.state == "done":
                self.made.add(work.entry.id)
        if work.entry.state != "done":
            self.stop.failed()
        self.account.ended(work, made)


def drained(todo: list[Work]) -> Iterator[Work]:
    """Items in order; none is held here once it is under way, so memory doesn't follow their number."""
    todo.reverse()
    while todo:
        yield todo.pop()


def code_of(error: BggenError) -> int:
    """The run's exit code; 3 is kept for runs that finished."""
    return 1 if error.exit_code == 3 else error.exit_code
