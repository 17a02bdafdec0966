"""What runs on a cluster's nodes: one loaded pipeline an actor. Nothing here imports Ray itself.

Ray starts an actor that died again and repeats its batch. The register counts how often an item was
begun, so that a photo that kills its actor is found out; pictures made twice are the same bytes.
"""

from __future__ import annotations

import os
import pickle
import platform
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

import cv2

from bggen import __version__
from bggen.batch.places import stores
from bggen.batch.stream.buckets import Buckets
from bggen.batch.stream.later import patiently
from bggen.batch.stream.painting import BatchSize, trouble_of
from bggen.batch.stream.refusals import Refusals
from bggen.batch.stream.transfers import complete_task, fetched, kept_in, prepare_task
from bggen.batch.workers import tasks
from bggen.batch.workers.tasks import Finished, Ready, Trouble
from bggen.batch.workers.work import LIVES, Ticket, Work
from bggen.engine import Engine
from bggen.errors import BggenError
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import PainterInfo


class Register:
    """Which items are at work on the cluster; an actor of its own, so that it outlives the others."""

    def __init__(self) -> None:
        self._deaths: Counter[str] = Counter()  # begun and not ended, how often
        self._begun: set[str] = set()
        self._open = True

    def begin(self, ids: Sequence[str]) -> list[int] | None:
        """How often each was begun before and not ended; None once nothing more may start.

        Of several items one may have killed the actor: then none is begun, they are to come one by one.
        """
        if not self._open:
            return None
        before = [self._deaths[id] for id in ids]
        if len(ids) == 1 or not any(before):
            self._deaths.update(ids)
            self._begun.update(ids)
        return before

    def end(self, ids: Sequence[str]) -> None:
        """They did not kill anybody."""
        for id in ids:
            del self._deaths[id]

    def close(self) -> set[str]:
        """Start nothing more; returns what was begun so far, ended or not."""
        self._open = False
        return self._begun


@dataclass(slots=True)
class Answer:
    """What became of one item on a node."""

    id: str
    node: str
    seconds: float = 0.0
    how: Literal["made", "poison", "unbegun"] = "made"
    ready: Ready | None = None  # without its scenes, which stay on the node
    scenes: int = 0
    batch_size: int = 1
    halved: list[int] = field(default_factory=list)  # sizes that ran out of memory since the last batch
    finished: dict[int, Finished] = field(default_factory=dict)  # variant -> what stands in the store
    troubles: list[Trouble] = field(default_factory=list)
    unpaintable: list[Trouble] = field(default_factory=list)


class Node:
    """An actor: opens, paints, finishes and stores one batch of items after the other."""

    def __init__(
        self,
        settings: Settings,
        out: str,
        tag: str,
        sidecar: bool,
        batch: BatchSize,
        version: str,
        folder: str,
        begin: Callable[[list[str]], list[int] | None],
        end: Callable[[list[str]], None],
    ) -> None:
        cv2.setNumThreads(1)  # as in a worker process
        with suppress(OSError):  # relative names mean what they mean where the run was started
            os.chdir(folder)
        self._settings, self._out, self._sidecar, self._batch = settings, stores.open_out(out), sidecar, batch
        self._out.tag = tag
        self._engine, self._refusals = Engine(settings), Refusals()
        self._begin, self._end = begin, end
        self._name = platform.node()
        self._stale = "" if version == __version__ else f"has bggen {__version__}, the run has {version}"

    def __call__(self, batch: Any) -> Any:
        """A table with a column `work` in, one with `answer` out; rows are pickles."""
        import pyarrow

        items = [pickle.loads(data) for data in batch["work"].to_pylist()]  # noqa: S301 - the run's own
        answers = [pickle.dumps(answer) for answer in self.work(items)]
        return pyarrow.table({"answer": pyarrow.array(answers, pyarrow.binary())})

    def work(self, items: list[Work]) -> list[Answer]:
        """Make items; a batch that has killed an actor before is made one by one."""
        ids = [work.entry.id for work in items]
        before = self._begin(ids)
        if before is None:
            return [Answer(id, self._name, how="unbegun") for id in ids]
        if len(items) > 1 and any(before):
            return [answer for work in items for answer in self.work([work])]
        if before[0] >= LIVES:
            answers = [Answer(ids[0], self._name, how="poison")]
        else:
            answers = self._make(items)
        self._end(ids)
        return answers

    def _make(self, items: list[Work]) -> list[Answer]:
        answers = {work.entry.id: Answer(work.entry.id, self._name) for work in items}
        buckets = Buckets()
        for work in items:
            with timed(answers[work.entry.id]) as answer:
                for prepared in self._open(work, answer):
                    buckets.add(Ticket(work, prepared))
        while tickets := buckets.take(self._batch.size, short=True):
            self._paint(tickets, buckets, answers)
        for answer in answers.values():
            answer.batch_size = self._batch.size
            answer.halved, self._batch.halved = self._batch.halved, []
        return list(answers.values())

    def _open(self, work: Work, answer: Answer) -> list[Any]:
        if self._stale:
            answer.troubles.append(Trouble("version", f"{self._name} {self._stale}", "fatal"))
            return []
        try:
            task = prepare_task(fetched(work, self._settings))
        except BggenError as error:
            answer.troubles.append(Trouble(error.reason, str(error), tasks.kind_of(error)))
            return []
        ready: object = self._refusals.known(task)
        if ready is None:
            self._refusals.trying(task)
            ready = tasks.perform(task, self._settings)
            self._refusals.heard(task, ready)
        if not isinstance(ready, Ready):
            assert isinstance(ready, Trouble)
            answer.troubles.append(ready)
            return []
        answer.ready, answer.scenes = replace(ready, prepared=[]), len(ready.prepared)
        return ready.prepared

    def _paint(self, tickets: list[Ticket], buckets: Buckets, answers: dict[str, Answer]) -> None:
        started = time.perf_counter()
        try:
            paintings = self._engine.paint([ticket.prepared for ticket in tickets])
        except Exception as error:  # the same scenes again in smaller company, or an answer
            if not buckets.again(tickets, error, self._batch):
                answers[tickets[0].work.entry.id].unpaintable.append(trouble_of(error))
            return
        seconds = time.perf_counter() - started
        self._batch.measured(len(tickets), seconds)
        for ticket, painting in zip(tickets, paintings, strict=True):
            ticket.painting = painting
            with timed(answers[ticket.work.entry.id], seconds / len(tickets)) as answer:
                done = self._complete(ticket)
                if isinstance(done, Trouble):
                    answer.troubles.append(done)
                else:
                    answer.finished[ticket.prepared.variant] = done

    def _complete(self, ticket: Ticket) -> Finished | Trouble:
        """Through the store in any case: it overwrites, as a repeated batch finds its own pictures there."""
        ticket.work.info = self._engine.info(ticket.work.item.options)  # this node's device, not the driver's
        task = replace(complete_task(ticket, self._out, Path(), sidecar=self._sidecar), path=None)
        done = tasks.perform(task, self._settings)
        if not isinstance(done, Finished) or done.data is None:
            assert not isinstance(done, Ready)
            return done
        name = ticket.work.item.outputs()[ticket.prepared.variant]
        try:
            kept = patiently(partial(kept_in, self._out, ticket, done))
            if kept is not None:
                return kept
            for where, data in ((name, done.data), (name + ".json", done.side)):
                if data is not None:
                    patiently(partial(self._out.put, where, data))
        except BggenError as error:
            return Trouble(error.reason, str(error), tasks.kind_of(error))
        return replace(done, data=None, side=None)


@contextmanager
def timed(answer: Answer, more: float = 0.0) -> Iterator[Answer]:
    """Adds the time of a block, and `more` seconds, to an answer."""
    since = time.perf_counter() - more
    yield answer
    answer.seconds += time.perf_counter() - since


def who_paints(options: Options, settings: Settings, folder: str) -> PainterInfo | Trouble:
    """The painter as a node loads it: the run's own machine may have no device, nor the model's files."""
    with suppress(OSError):
        os.chdir(folder)
    try:
        return Engine(settings).info(options)
    except Exception as error:  # loaders raise anything
        return trouble_of(error)
