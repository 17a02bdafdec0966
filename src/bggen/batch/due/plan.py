"""What is still to be made: every item against its row in the journal, without opening a photo."""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bggen.batch.asked.items import Item
from bggen.batch.asked.watching import Rest
from bggen.batch.due import gone, retouched
from bggen.batch.due.extras import Extras
from bggen.batch.due.retouched import Retouched
from bggen.batch.memory import painters, why
from bggen.batch.memory.journal import Entry, Journal
from bggen.batch.places import names, outs, stamps, stores
from bggen.batch.request import BatchRequest
from bggen.batch.workers.tasks import join_digests
from bggen.batch.workers.work import LIVES, Work, work_options
from bggen.engine import NO_PAINTER, job_key, job_parts, variant_seed
from bggen.errors import OutputExists, UsageError
from bggen.settings import Settings
from bggen.spec import Job, PainterInfo

#: troubles of the moment, of what was asked for, and by limits that may be raised: tried again by themselves;
#: a photo's own faults wait for a new file
PASSING = {
    "write_failed", "not_found", "unreadable", "fetch_refused", "fetch_timeout", "out_of_memory",
    "paint_failed", "weights_missing", "missing_extra", "output_exists", "path_escape", "usage", "error",
    "same_output", "licence_refused", "unknown_name", "too_many_bytes", "too_many_pixels",
}  # fmt: skip

AT_ONCE = 1000  # rows of pictures that were looked at, so that memory doesn't follow their number


@dataclass(slots=True)
class Plan:
    """The items, split by what is to happen to them."""

    todo: list[Work] = field(default_factory=list)
    #: done, failed or quarantined before, and still so; without what was found out about them
    kept: list[Entry] = field(default_factory=list)
    why: Counter[str] = field(default_factory=Counter)  # reason why an item is to do -> how many
    older: int = 0  # of those kept: what an older version of ours has made, and nobody asked for anew

    def told(self, limit: str = "") -> str:
        """How many are to do and why: `3 to make (2 new, 1 after settings changed), 5 as they are`."""
        reasons = ", ".join(f"{count} {reason}" for reason, count in self.why.most_common())
        older = f" ({self.older} by an older version: --upgrade makes them anew)" if self.older else ""
        todo = f"{len(self.todo)} to make{f' ({reasons})' if reasons else ''}{limit}"
        asked_anew = any("settings" in reason for reason in self.why)
        both = "; they replace what stands: another -o keeps both" if asked_anew else ""
        return f"{todo}, {len(self.kept)} as they are{older}{both}"


class Planner:
    """Compares items with the journal."""

    def __init__(
        self,
        request: BatchRequest,
        settings: Settings,
        journal: Journal | None,
        who: painters.Painters,
        out: outs.Out,
        rest: Rest,
    ) -> None:
        self.request, self.settings, self.journal, self.who, self.out = request, settings, journal, who, out
        self._rest = rest
        self.digests: dict[str, tuple[str, str]] = {}
        self._extras, self.retouched = Extras(), Retouched(out, {}, verify=request.verify)
        self._forced = set[str]()  # ids: once, with --watch
        self._told = set[tuple[str, str]]()  # (id, message) of what was asked for wrongly
        self._as_of = -1  # the journal's changes when it was read
        self.refresh()

    def refresh(self) -> None:
        """Read the journal, as far as it was written since, and forget what other files looked like."""
        if self.journal is not None and self.journal.changes != self._as_of:
            self._as_of = self.journal.changes
            self.digests = self.journal.digests()
        self._extras.forget()

    def plan(self, items: Iterable[Item], go_on: Callable[[], bool] = lambda: True) -> Plan:
        """Decide for every item. Raises OutputExists for files that this journal didn't make.

        `go_on`: asked before each, since to compare pictures by hash may take hours; the rest is then left.
        """
        items = list(items)
        self.stats = self.out.stats(name for item in items for name in item.outputs())
        plan, self.retouched = Plan(), Retouched(self.out, self.stats, verify=self.request.verify)
        journal = None if self.request.dry_run else self.journal
        for item in itertools.takewhile(lambda _: go_on(), items):
            entry = None if self.journal is None else self.journal.entry(item.target)
            reason, work = self._decide(item, entry, plan)
            self.retouched.save(journal, AT_ONCE)
            if work is None:
                assert entry is not None
                plan.kept.append(_slim(entry, item))
            else:
                plan.why[reason] += 1
                plan.todo.append(work)
        self.retouched.save(journal)
        written = [work for work in plan.todo if not work.item.problem]
        self._spare_photos(written, items)
        if not self.request.force:
            self._refuse_foreign(written, new=not any(work.before for work in plan.todo) and not plan.kept)
        plan.todo.sort(key=lambda work: work.item.options.painter_key)  # one load a model
        return plan

    def _decide(self, item: Item, entry: Entry | None, plan: Plan) -> tuple[str, Work | None]:
        item, info = self._painter(item)
        work = self._work(item, entry)
        work.info, work.force = info, self.request.force
        if item.problem:
            told = (item.target, item.problem[1])
            if entry is not None and told in self._told:  # by an earlier look of --watch
                return "", None
            self._told.add(told)
            return "asked for wrongly", work
        work.extras, work.networks = self._extras.of(item.options), self._extras.networks(item.options)
        if forced := self.request.force and item.target not in self._forced:
            self._forced.add(item.target)
        if entry is None:
            return "new", work
        parts = self._parts(work)
        key = None if parts is None else job_key(parts)
        if forced:
            return "--force", work
        if entry.state == "running":
            return self._interrupted(entry, work)
        if entry.state != "done":
            return self._unfinished(entry, work, parts)
        differing, keeps = self._looked_at(entry, work, parts)
        if keeps:
            return "", None
        if (changed := self._changed(entry, work, parts)) is not None:
            return changed, work
        if differing or not entry.outputs:
            return "picture missing or damaged", work
        if key is None and (self._rest.over(entry.id) or not _unstamped(item)):
            # the photo was touched: a worker will see whether it changed
            work.known = entry.key
            work.stands_for = None if self.request.upgrade else entry.facts.get(why.FACT)
            return ("photo or mask touched" if item.options.mask else "photo touched"), work
        plan.older += key not in (None, entry.key)
        return "", None

    def _painter(self, item: Item) -> tuple[Item, PainterInfo]:
        """Who paints an item; a model of its own that can't be had is its own trouble."""
        if item.problem:
            return item, NO_PAINTER
        try:
            return item, self.who.info(item.options) or NO_PAINTER
        except UsageError as error:
            if item.options.painter_key == self.request.options.painter_key:
                raise
            problem = (error.reason, f"{names.printable(item.source)}: {error}")
            return dataclasses.replace(item, problem=problem), NO_PAINTER

    def _work(self, item: Item, entry: Entry | None) -> Work:
        fresh = dataclasses.replace(entry) if entry else Entry(item.target, item.source)
        fresh.source = item.source
        if self.request.force or fresh.decision == "reject":  # whoever has worked on it, it is to go
            fresh.facts = retouched.forgotten(fresh.facts)
        fresh.verdict = fresh.decision = ""
        return Work(item, fresh, entry, NO_PAINTER, "")

    def _interrupted(self, entry: Entry, work: Work) -> tuple[str, Work | None]:
        if entry.crashes >= LIVES and not self.request.retry_failed and self.journal is not None:
            entry.state, entry.stage, entry.reason = "quarantined", "", "poison"
            entry.message = (
                f"{names.printable(entry.source)}: the run died {LIVES} times while this was painted"
            )
            if not self.request.dry_run:
                self.journal.save([entry])
            return "", None
        return "interrupted", work

    def _looked_at(self, entry: Entry, work: Work, parts: dict[str, str] | None) -> tuple[list[str], bool]:
        """As `Retouched.look`, which also notes whether what stays is asked for otherwise now."""
        differing, keeps = self.retouched.look(entry, work.item.outputs())
        if keeps:
            parts = parts or self._parts(work, read=True)
            self.retouched.asked(entry, self._changed(entry, work, parts) is not None)
        return differing, keeps

    def _unfinished(self, entry: Entry, work: Work, parts: dict[str, str] | None) -> tuple[str, Work | None]:
        if entry.key:
            changed = parts is None or job_key(parts) != entry.key
        else:  # it was never read to the end
            changed = entry.facts.get("stamp") != stamps.of_file(work.item.source)
        passing = entry.state == "failed" and entry.reason in PASSING
        again = (self.request.retry_failed or passing) and self._rest.over(entry.id)
        if not (changed or again):
            return "", None
        whole = {made.name for made in entry.outputs}.issuperset(work.item.outputs())
        if whole and self._looked_at(entry, work, parts)[1]:
            self.retouched.stands(entry)
            return "", None
        work.entry.crashes = 0
        return f"{entry.state} before", work

    def _changed(self, entry: Entry, work: Work, parts: dict[str, str] | None) -> str | None:
        """Why a finished picture is to be made anew; None where it is not."""
        if parts is None or job_key(parts) == entry.key:
            return None
        if entry.decision == "reject":
            return "rejected"
        known = bool(work.item.options.background) or work.info is not NO_PAINTER
        before, now = entry.facts.get(why.FACT), why.short(parts, work_options(work))
        if why.older(before, now, known=known) and not self.request.upgrade:
            return None
        if known and not any(why.changes(before, now)):  # the key is of a photo that could not be opened
            return None
        return why.told(before, now, known=known)

    def _parts(self, work: Work, *, read: bool = False) -> dict[str, str] | None:
        """What its key would be made of now; None where the photo must be read to know.

        `read`: do so, where it is a file: no worker will.
        """
        item = work.item
        digest = self._digest(item.source, item.stamp, read=read)
        if digest is None:
            return None
        extras = [work.extras]
        if item.options.mask:
            mask = self._digest(item.options.mask, None, read=read)
            if mask is None:
                return None
            extras.append(mask)
        job = Job(item.source, work_options(work), family=item.family, title=item.title)
        return job_parts(job, digest, join_digests(extras), work.info, work.networks)

    def _digest(self, path: str, stamp: str | None, *, read: bool) -> str | None:
        stamp = stamps.of_file(path) if stamp is None else stamp
        known = self.digests.get(path)
        if known and stamp and known[0] == stamp:
            return known[1]
        return self._extras.file(path) or None if read else None

    def _spare_photos(self, todo: list[Work], items: list[Item]) -> None:
        """No picture takes the place of a photo, not even with --force."""
        there = [name for work in todo for name in work.item.outputs() if name in self.stats]
        photos = {stamps.of_file(item.source) for item in items} - {""} if there else set()
        for name in there:
            path = self.out.path(name)
            if path is not None and stamps.of_file(path) in photos:
                raise UsageError(
                    f"{names.printable(name)} in {self.out.label} is one of the photos: give another -o"
                )

    def _refuse_foreign(self, todo: list[Work], *, new: bool) -> None:
        """A name that is taken by something else ends the run before it begins, where its journal is `new`.

        OUT may be the wrong folder then. Where others were made before, somebody has made one by hand: that
        costs its own line. What says that it was painted from this photo with this seed may be the picture
        itself: a run whose journal was removed left it. Such an item is made again, and stands if not one
        byte differs.
        """
        for work in todo:
            if (strange := self._strange(work.before, work.item)) is None:
                continue
            if new:
                raise OutputExists(self._foreign(strange))
            problem = (OutputExists.reason, self._foreign(strange))
            work.item = dataclasses.replace(work.item, problem=problem)

    def _foreign(self, name: str) -> str:
        return (
            f"{names.printable(name)} is in {self.out.label} already and no run of this "
            "journal made it: use --force to overwrite, or another -o"
        )

    def _strange(self, before: Entry | None, item: Item) -> str | None:
        """A picture of an item that is none of its row's, or was one and has been worked on since."""
        if before is None:
            there = ((variant, name) for variant, name in enumerate(item.outputs()) if name in self.stats)
            return next((name for variant, name in there if not self._may_be_ours(item, variant, name)), None)
        ours = {made.name for made in before.outputs}
        former = {made.name: made.digest for made in gone.left_behind(before)}
        names = (name for name in item.outputs() if name in self.stats and name not in ours)
        return next((name for name in names if self._made_elsewhere(name, former.get(name))), None)

    def _made_elsewhere(self, name: str, former: str | None) -> bool:
        """Whether a file stands in a folder under this name that no run of bggen has painted.

        `former`: the digest of the row's own picture that had this name, whatever says that it was painted.
        """
        if former is None:
            return self.out.path(name) is not None and self.out.seed(name) is None
        try:
            return self.out.digest(name) != former
        except outs.Unread:
            return True

    def _may_be_ours(self, item: Item, variant: int, name: str) -> bool:
        said = self.out.seed(name)
        if said is None or stores.is_url(item.source):
            return False
        job = Job(item.source, item.options, family=item.family)
        return said == variant_seed(job, self._extras.file(item.source), variant)


def _unstamped(item: Item) -> bool:
    """Whether nothing but fetching it tells that it has changed."""
    return (stores.is_url(item.source) and not item.stamp) or stores.is_url(item.options.mask or "")


def _slim(entry: Entry, item: Item) -> Entry:
    """What is still asked about an item that is kept: there may be hundreds of thousands."""
    return Entry(
        item.target,
        item.source,
        state=entry.state,
        verdict=entry.verdict,
        reason=entry.reason,
        decision=entry.decision,
    )
