"""`--dry-run`: what a run would do; writes nothing anywhere."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing, nullcontext

from bggen.batch.asked.items import Found
from bggen.batch.asked.watching import Rest
from bggen.batch.due import plan as planning
from bggen.batch.memory import state
from bggen.batch.memory.journal import Entry, Journal
from bggen.batch.memory.painters import Painters
from bggen.batch.places import stores
from bggen.batch.places.names import printable
from bggen.batch.request import BatchRequest
from bggen.batch.stream import later
from bggen.batch.told.voice import Counts, Voice, clock
from bggen.engine import Engine
from bggen.settings import Settings


def run(
    request: BatchRequest, settings: Settings, given: Engine | None, out: str, found: Found, voice: Voice
) -> int:
    """Tell what would be made, skipped and passed over, and how long it would take. Always 0."""
    folder = state.folder(request, out)
    if request.state_dir is not None:
        state.check(folder, out)
    path = folder / state.JOURNAL
    with closing(Journal(path, read_only=True)) if path.is_file() else nullcontext() as journal:
        who = Painters(given or Engine(settings), journal, given=given is not None, may_load=False)
        place = later.patiently(lambda: stores.open_out(out), voice.warn)
        planner = planning.Planner(request, settings, journal, who, place, Rest())
        plan = later.patiently(lambda: planner.plan(found.items), voice.warn)
        pace = journal.pace() if journal else None
    for work in plan.todo:
        item, options = work.item, work.item.options
        if item.problem:
            reason, message = item.problem
            voice.say(f"fail  {item.source}  ({message})")
            told = {"target": item.target, "reason": reason, "message": printable(message)}
            voice.record({"fail": printable(item.source), **told})
            continue
        words = f"background {options.background}" if options.background else options.prompt
        voice.say(f"make  {item.source} -> {item.target}  ({words})")
        voice.record({"make": printable(item.source), "target": item.target, "prompt": options.prompt})
    for entry in plan.kept:
        voice.say(f"skip  {entry.source}  ({entry.state}{' ' + entry.reason if entry.reason else ''})")
        voice.record({"skip": printable(entry.source), "reason": entry.reason or entry.state})
    for name, reason in found.skipped:
        voice.say(f"pass  {name}  ({reason})")
        voice.record({"pass": printable(name), "reason": reason})
    for line in filter(None, planner.retouched.lines()):
        voice.say(line)
    todo = len(plan.todo) if request.limit is None else min(len(plan.todo), request.limit)
    estimate = round(todo * pace, 1) if pace else None
    when = (
        f"about {clock(estimate)} at the last run's pace"
        if estimate is not None
        else ("no time estimate before the first run (bggen benchmark gives one)")
    )
    limit = f", {todo} of them in one run" if todo < len(plan.todo) else ""
    voice.say(f"{plan.told(limit)}; {when}")
    summary = {"make": todo, "why": plan.why, "kept": len(plan.kept), "older": plan.older}
    summary["estimated_seconds"] = estimate
    voice.record({"summary": summary})
    return 0


def count(plan: planning.Plan, total: int, made: Collection[str] = ()) -> Counts:
    """Where a run stands before a round's first item; `made`: ids of what its earlier rounds made."""
    counts = Counts(total=total)
    for entry in plan.kept:
        counts.add(entry.state, made=entry.id in made)
        counts.review += wants_review(entry)
    return counts


def wants_review(entry: Entry) -> bool:
    """A picture that a person should look at and hasn't accepted yet."""
    return entry.state == "done" and entry.verdict == "review" and entry.decision != "accept"
