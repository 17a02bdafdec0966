"""How far a run is and how it ended, for people, machines and the report."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from bggen.batch.due import gone, retouched
from bggen.batch.due.plan import Plan
from bggen.batch.memory.journal import Journal
from bggen.batch.memory.lock import RunLock
from bggen.batch.places import outs
from bggen.batch.places.names import printable
from bggen.batch.request import BatchRequest
from bggen.batch.stopping import Stop
from bggen.batch.stream import later
from bggen.batch.stream.painting import BatchSize
from bggen.batch.told import dry, report
from bggen.batch.told.gauges import Gauges
from bggen.batch.told.voice import Counts, Voice, summary_table
from bggen.batch.workers.work import Work
from bggen.errors import BggenError


@dataclass(slots=True)
class Account:
    """Gives it; counts what it is told."""

    request: BatchRequest
    out: outs.Out
    out_name: str
    voice: Voice
    gauges: Gauges
    stop: Stop
    batch: BatchSize
    counts: Counts = field(default_factory=Counts)
    changed: bool = False  # a report would tell something new
    _unread: str = ""  # the line on pictures that the last round could not look at
    _kept: list[str] = field(default_factory=list)  # pictures that somebody has worked on while it went on
    _left: list[str] = field(default_factory=list)  # pictures whose rows got others in this round

    def planned(self, plan: Plan, counts: Counts, looked: retouched.Retouched) -> None:
        """A round begins."""
        self.counts = counts
        copied, found, asked_otherwise, unread = looked.lines()
        for line in filter(None, (copied, found)):
            self.voice.say(line)
        if asked_otherwise:  # who reads only what went wrong must know
            self.voice.warn(asked_otherwise)
        if unread and unread != self._unread:  # a watch looks again and again
            self.voice.warn(unread)
        self._unread = unread
        self.changed |= looked.rows_changed
        if plan.todo or not self.request.watch:
            self.voice.say(plan.told())
        self.voice.begin(counts)

    def ended(self, work: Work, made: bool) -> None:
        """An item ended; `made`: or was tried."""
        entry = work.entry
        self.counts.add(entry.state, made=made)
        self.counts.review += dry.wants_review(entry)
        self.changed = True
        self._left += [picture.name for picture in gone.left_behind(entry)] if made else []
        self._kept += work.kept
        if entry.state != "done":
            self.voice.trouble(entry.source, entry.message, entry.reason, again=work.same_as_before())
        elif made:
            self.voice.notes(entry.source, entry.facts.get("warnings", ()))
        self.voice.record(report.row(entry))

    def tick(self) -> None:
        """Called often while the run goes on."""
        self.voice.progress(self.counts)
        self.gauges.progress(self.counts)

    def round_over(self) -> None:
        """All items of a round have ended."""
        self.voice.end()
        if self._left:
            self.voice.say(
                f"pictures that nobody asks for now stay beside those made: {len(self._left)}, such as "
                f"{self._left[0]}: marked as former in the report"
            )
        if self._kept:
            self.voice.say(retouched.kept(self._kept))
        self._left.clear()
        self._kept.clear()

    def exit_code(self) -> int:
        """From what was counted and why the run ended."""
        if self.stop.signal is not None:
            return 128 + self.stop.signal
        if self.voice.lost_lines:
            return 1
        if self.stop.too_many:
            return 5
        if self.counts.left and self.stop.limited:
            return 4
        return 3 if self.counts.failed or self.counts.quarantined or self.counts.review else 0

    def finish(self, journal: Journal, lock: RunLock, code: int) -> None:
        """Reports, figures and the summary; trouble here never hides how the run itself ended."""
        summary = self.summary(code)
        with suppress(BggenError):
            self.report(lock, journal)
            # last: a run without an end has its report made by the next
            journal.end_run(code, summary, reported=not self.changed)
        self.voice.table(summary_table(summary))
        self.tell(summary, code)

    def tell(self, summary: dict[str, Any], code: int) -> None:
        """To machines: figures and --json."""
        if trouble := self.gauges.write(self.counts, code):
            self.voice.warn(trouble)
        self.voice.record({"summary": summary})

    def report(self, lock: RunLock, journal: Journal) -> None:
        """Where it would tell something new, and the folder is still ours."""
        if not lock.stands():
            return
        try:
            later.patiently(lambda: self._report(journal), self.voice.warn, self._may_wait)
            self.changed = False
        except BggenError as error:
            self.voice.warn(f"report: {error}")

    def _report(self, journal: Journal) -> None:
        files = report.files(stem := self._stem())
        self.changed = self.changed or len(self.out.stats(files)) < len(files)
        if self.changed:
            report.write(journal, self.out, self.out_name, stem)

    def _stem(self) -> str:
        """What the report's files are called; a shard has its own."""
        part, parts = self.request.part()
        return "report" if parts == 1 else f"report-{part}-of-{parts}"

    def _may_wait(self) -> bool:
        """For a store that is away: a watch writes its next report in ten minutes."""
        return self.stop.signal is None and not self.request.watch

    def summary(self, code: int) -> dict[str, Any]:
        """JSON-ready."""
        counts, seconds = self.counts, time.monotonic() - self.stop.since
        out = printable(self.out.label)
        return {
            "exit_code": code, "out": out, "report": f"{out.rstrip('/')}/{self._stem()}.html",
            "total": counts.total, "made": counts.made, "kept": counts.kept, "review": counts.review,
            "failed": counts.failed, "quarantined": counts.quarantined, "left": counts.left,
            "seconds": round(seconds, 2),
            "images_per_minute": round(60 * counts.made / max(seconds, 1e-6), 1),
            "batch_size": self.batch.size, "batches_out_of_memory": self.batch.halved,
        }  # fmt: skip
