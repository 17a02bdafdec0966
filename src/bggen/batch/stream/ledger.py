"""What becomes of every item, written down as it happens, whoever paints: workers here or a cluster.

State `running` is on the disk before anything happens to an item, `done` after its picture stands.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from bggen.batch.due import gone
from bggen.batch.memory import why
from bggen.batch.memory.journal import Entry, Journal, Output, State, now
from bggen.batch.memory.lock import RunLock
from bggen.batch.places import names, stamps
from bggen.batch.workers.tasks import Finished, Ready, Trouble
from bggen.batch.workers.work import MODELS_OWN, RETOUCHED, SAME_ERRORS, Fatal, Hooks, Work
from bggen.errors import BggenError, UsageError, WriteFailed

#: advice for one photo, and what it is where a flag would count for all of them
ADVICE = (
    (re.compile(r"with --mask FILE"), "in a table's column mask"),
    (re.compile(r"with --roi (?=[A-Z])"), "in its column roi as "),
    (re.compile(r"another --roi"), "another roi"),
)

Thumbs = dict[str, tuple[bytes | None, bytes | None]]


class Ledger:
    """The journal's side of a run; used from the run's own thread."""

    def __init__(
        self, journal: Journal, lock: RunLock, hooks: Hooks, takes: Callable[[], bool] = lambda: False
    ) -> None:
        """`takes`: whether anything can be stored, asked where many pictures in a row could not."""
        self.lock, self._takes = lock, takes
        self.active: dict[str, Work] = {}  # by the entry's id
        self._journal, self._hooks = journal, hooks
        self._digests: list[tuple[str, str, str]] = []  # written with the next commit
        self._same_errors = self._unstored = 0  # in a row

    def take_up(self, fresh: Sequence[Work]) -> list[Work]:
        """Items are begun; returns those that may go on, the others have failed by now."""
        for work in fresh:
            work.entry.state, work.entry.stage = "running", "prepare"
            work.entry.attempts += 1
            work.started = time.monotonic()
            self.active[work.entry.id] = work
        self.save([work.entry for work in fresh])
        for work in fresh:
            if work.item.problem:
                self.fail(work, *work.item.problem)
        return [work for work in fresh if not work.ended]

    def save(self, entries: list[Entry], thumbs: Thumbs | None = None) -> None:
        """Write rows, and what is known of files by now."""
        if entries or self._digests:
            self._journal.save(entries, thumbs, self._digests)
            self._digests = []

    # -- what comes back -------------------------------------------------------------------------

    def opened(self, work: Work, ready: Ready, scenes: int) -> None:
        """A photo was read and cut; with no scenes it was touched, not changed: what stands is good."""
        self._digests += ready.digests
        work.entry.key, work.thumb, work.made_of = ready.key, ready.before, ready.made_of
        work.entry.stage, work.expected = "wait", scenes
        if not scenes:
            assert work.before is not None
            work.entry = work.before
            self.save([work.entry])
            self.drop(work)
            self._hooks.ended(work, False)

    def refused(self, work: Work, finished: Finished) -> None:
        """The check said no."""
        marks = [RETOUCHED] if work.worked_on() or work.kept else []
        work.entry.facts = finished.facts | {"reasons": [*finished.facts["reasons"], *marks]}
        reason = next(iter(finished.facts["reasons"]), "check_failed")
        self.fail(work, reason, f"{work.item.source}: the check refused the picture ({reason})")

    def delivered(self, work: Work, variant: int, finished: Finished) -> None:
        """A picture stands under its name; the last one of an item makes it done."""
        if not self.lock.stands():
            raise Fatal(f"{self.lock.path.parent}: the journal's folder was removed during the run")
        self._unstored = 0
        name = work.item.outputs()[variant]
        work.finished[variant] = output = Output(name, finished.digest, finished.size, finished.mtime)
        entry = work.entry
        if finished.kept:
            work.kept.append(name)
        if variant == 0:
            work.facts, work.after = finished.facts, finished.after
            if work.made_of:
                work.facts[why.FACT] = work.made_of
        entry.verdict = "review" if "review" in (entry.verdict, finished.verdict) else "ok"
        if len(work.finished) < work.expected:
            if not finished.kept:  # after a kill, the next run knows it from what somebody has worked on
                entry.outputs = list(({made.name: made for made in entry.outputs} | {name: output}).values())
                self.save([entry])
            return
        entry.facts = work.facts
        if work.kept:
            entry.facts["reasons"] = [*entry.facts["reasons"], RETOUCHED]
        entry.state, entry.stage, entry.reason, entry.message = "done", "", "", ""
        entry.crashes = 0  # whatever its next picture does, it is not the fault of this one
        entry.outputs = [work.finished[number] for number in sorted(work.finished)]
        self._close(work, {entry.id: (work.thumb, work.after)})

    # -- what goes wrong -------------------------------------------------------------------------

    def trouble(self, work: Work, trouble: Trouble) -> None:
        """A step failed: the item's own fault, or the end of the run (Fatal, UsageError)."""
        self._digests += trouble.digests
        if work.ended:
            return
        if trouble.kind == "fatal":
            raise Fatal(
                f"{trouble.message}: the run stops here, nothing that was made is lost; start it again"
            )
        if trouble.kind == "usage" and not work.item.own_options:
            raise UsageError(trouble.message)
        work.entry.key = trouble.key or work.entry.key
        work.thumb = trouble.before or work.thumb
        self.fail(work, trouble.reason, trouble.message)
        # Some names may be refused. Where none is taken any more, a night would be painted in vain.
        self._unstored += trouble.reason == WriteFailed.reason
        if self._unstored >= SAME_ERRORS and trouble.kind != "away" and self._takes():
            self._unstored = 0
        elif self._unstored >= SAME_ERRORS:
            raise Fatal(
                f"{SAME_ERRORS} pictures in a row could not be stored, the last: {trouble.message}: "
                "see that the place is there and lets you write, and start it again"
            )

    def painted(self) -> None:
        """The model works."""
        self._same_errors = 0

    def unpaintable(self, work: Work, trouble: Trouble) -> None:
        """One scene alone could not be painted; many in a row for the model's own reasons are its own fault.

        A backdrop that can't be read says nothing of the model.
        """
        self._same_errors += trouble.reason in MODELS_OWN
        self.trouble(work, trouble)
        if self._same_errors >= SAME_ERRORS:
            raise Fatal(f"{SAME_ERRORS} paintings failed in a row, the last with: {trouble.message}")

    def poison(self, work: Work, message: str) -> None:
        """It killed whoever worked on it, again and again."""
        self.fail(work, "poison", f"{work.item.source}: {message}", state="quarantined")

    def fail(self, work: Work, reason: str, message: str, state: State = "failed") -> None:
        """One line in the report; the others go on."""
        entry = work.entry
        entry.state, entry.stage, entry.verdict = state, "", ""
        for theirs, ours in ADVICE:
            message = theirs.sub(ours, message)
        entry.reason, entry.message = reason, names.printable(message)
        if not entry.key:  # the photo was never read to the end: know it again by its stamp
            entry.facts = {"stamp": stamps.of_file(work.item.source)}
        self._close(work, {entry.id: (work.thumb, None)})

    def _close(self, work: Work, thumbs: Thumbs) -> None:
        work.entry.seconds = round(time.monotonic() - work.started, 3)
        work.entry.ended = now()
        gone.leave_behind(work.before, work.entry)
        self.save([work.entry], thumbs)
        self.drop(work)
        self._hooks.ended(work, True)

    def drop(self, work: Work) -> None:
        """No longer under way, whatever became of it."""
        work.ended = True
        self.active.pop(work.entry.id, None)

    # -- the end ---------------------------------------------------------------------------------

    def restore(self, more: Iterable[Work] = ()) -> None:
        """Rows as they were before the run took the items up; what may stand in OUT stays `running`.

        So does what an earlier run left so, but none at `paint`: this run's end is no fault of its painting.
        """
        every = list(dict.fromkeys([*self.active.values(), *more]))
        left = [work for work in every if not work.writing]
        for work in every:
            work.entry.state, work.entry.stage = "running", "complete"
        rows = [work.entry if work.before.state == "running" else work.before for work in left if work.before]
        with suppress(BggenError):  # rows that stay `running` are understood by the next run just as well
            self._journal.save([work.entry for work in every if work.writing] + rows)
            self._journal.forget([work.entry.id for work in left if work.before is None])
