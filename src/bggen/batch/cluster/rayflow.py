"""`--engine ray`: the same items over Ray Data, one loaded pipeline an actor.

The plan, the journal and the reports stay with the run; nodes see items, read photos and write pictures.
A row of the journal says `done` after its picture stands in the shared store.
"""

from __future__ import annotations

import math
import pickle
import queue
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bggen import __version__
from bggen.batch.cluster.connection import Cluster, told
from bggen.batch.places import outs, stamps, stores
from bggen.batch.places.names import printable
from bggen.batch.request import BatchRequest
from bggen.batch.stream.later import Later
from bggen.batch.stream.ledger import Ledger
from bggen.batch.stream.painting import BatchSize
from bggen.batch.workers.tasks import Finished, Trouble
from bggen.batch.workers.work import LIVES, Fatal, Hooks, Work
from bggen.errors import UsageError, WriteFailed

BATCH = 8  # items handed to an actor at a time, with --batch-size auto
GRACE = 20.0  # seconds that items at work get when a run is stopped
SHARED = 10.0  # seconds after which a picture that a node wrote must be seen here


class Stream:
    """Answers as they come, from Ray Data in a thread of its own: the run must hear signals meanwhile."""

    def __init__(self, rows: Iterator[Any]) -> None:
        self._rows = rows
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._read, name="ray", daemon=True)
        self._thread.start()

    def take(self, seconds: float) -> Any:
        """The next Answer; None after `seconds`. Raises Fatal once nothing more can come."""
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            return None
        if isinstance(answer, Fatal):
            self._answers.put(answer)  # whoever asks again must not wait
            raise answer
        return answer

    def close(self, timeout: float) -> None:
        """Ends the actors with the next answer."""
        self._stop.set()
        self._thread.join(timeout)

    def _read(self) -> None:
        try:
            with told():
                for table in self._rows:
                    for data in table["answer"].to_pylist():
                        self._answers.put(pickle.loads(data))  # noqa: S301 - from our own actors
                    if self._stop.is_set():
                        break
                self._rows.close()  # type: ignore[attr-defined]  # a generator
                raise Fatal("Ray: some items never came back: start the run again")
        except Fatal as error:
            self._answers.put(error)


class RayFlow:
    """Runs items on a cluster; `run` and `close` as Flow's."""

    def __init__(
        self,
        cluster: Cluster,
        request: BatchRequest,
        ledger: Ledger,
        out: outs.Out,
        out_name: str,
        hooks: Hooks,
        batch: BatchSize,
    ) -> None:
        self._cluster, self._request, self._ledger, self._out, self._hooks = (
            cluster,
            request,
            ledger,
            out,
            hooks,
        )
        self._out_name = out_name if stores.is_url(out_name) else str(stores.local(out_name).absolute())
        self._batch = batch
        self._register: Any = None
        self._out_there = set[str]()  # ids of a round whose answers are still to come
        self._stream: Stream | None = None
        self._begun: set[str] | None = None  # once nothing more may start
        self._later = Later[Work]()

    def run(self, todo: Iterable[Work]) -> None:
        """Work through `todo`. Raises Fatal, UsageError or JournalFailed; the journal is then still true.

        Addresses that are out of reach are asked again once all others have been: actors start for a round.
        """
        works = self._ledger.take_up([work for work in todo if self._hooks.may_start()])
        while works and self._hooks.may_go_on():
            self._round(works)
            works = self._due()

    def _due(self) -> list[Work]:
        """What is to be asked again, once the last of it is due; nothing once the time of the run is over."""
        while time.monotonic() < self._later.last_due():
            if not self._hooks.may_go_on():
                return []
            if self._hooks.late():
                for waiting in self._later.give_up():
                    self._ledger.trouble(waiting.subject, waiting.trouble)
            time.sleep(0.25)
            self._hooks.tick()
        return [waiting.subject for waiting in self._later.give_up()]

    def _round(self, works: list[Work]) -> None:
        if self._stream is not None:
            self._stream.close(GRACE)
        with told():
            self._stream = Stream(self._submit(works))
        self._out_there = {work.entry.id for work in works}
        while self._waiting() and self._hooks.may_go_on():
            if self._begun is None and self._hooks.late():
                self._stop_starting()
            self._take(0.25)
            self._hooks.tick()

    def _submit(self, works: list[Work]) -> Iterator[Any]:
        ray = self._cluster.ray()
        from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy as Near

        from bggen.batch.cluster.node import Node, Register

        here = Near(ray.get_runtime_context().get_node_id(), soft=True)
        self._register = ray.remote(num_cpus=0, scheduling_strategy=here)(Register).remote()
        register, actors, gpus = self._register, self._cluster.actors(len(works)), self._cluster.gpus()
        asked = self._request.batch_size
        batch = replace(self._batch, ceiling=BATCH if asked == "auto" else int(asked))
        # four batches an actor at least, so that none of them waits long for the last batch of another
        block = min(batch.ceiling, math.ceil(len(works) / (4 * actors)))
        rows = [{"work": pickle.dumps(work)} for work in works]
        items = ray.data.from_items(rows, override_num_blocks=math.ceil(len(rows) / block))
        answers = items.map_batches(
            Node,
            fn_constructor_kwargs={
                "settings": self._cluster.settings,
                "out": self._out_name,
                "tag": self._out.tag,
                "sidecar": self._request.sidecar,
                "batch": batch,
                "version": __version__,
                "folder": str(Path.cwd()),
                "begin": lambda ids: ray.get(register.begin.remote(ids)),
                "end": lambda ids: ray.get(register.end.remote(ids)),
            },
            batch_size=None,
            batch_format="pyarrow",
            compute=ray.data.ActorPoolStrategy(size=actors, max_tasks_in_flight_per_actor=2),
            num_gpus=gpus or None,
            num_cpus=None if gpus else 1,
        )
        tables: Iterator[Any] = iter(
            answers.iter_batches(batch_size=None, batch_format="pyarrow", prefetch_batches=0)
        )
        return tables

    # -- what comes back -------------------------------------------------------------------------

    def _waiting(self) -> bool:
        """Whether an answer is still to come; after the end of starting, from those begun by then."""
        awaited = self._out_there & self._ledger.active.keys()
        return bool(awaited if self._begun is None else self._begun & awaited)

    def _take(self, seconds: float) -> None:
        assert self._stream is not None
        answer = self._stream.take(seconds)
        work = self._ledger.active.get(answer.id) if answer is not None else None
        if work is None:
            return
        self._out_there.discard(answer.id)
        work.started = time.monotonic() - answer.seconds
        self._batch.size = answer.batch_size
        self._batch.halved += answer.halved
        if answer.how == "unbegun":
            if self._begun is not None:
                self._begun.discard(answer.id)
        elif answer.how == "poison":
            work.entry.crashes = LIVES
            self._ledger.poison(work, f"killed its actor {LIVES} times, the last on {answer.node}")
        else:
            self._answered(work, answer)

    def _answered(self, work: Work, answer: Any) -> None:
        if answer.ready is not None:
            self._ledger.opened(work, answer.ready, answer.scenes)
        for variant, finished in sorted(answer.finished.items()):
            self._stored(work, variant, finished, answer.node)
        for trouble in answer.troubles:
            if not self._put_off(work, trouble):
                self._ledger.trouble(work, self._elsewhere(work, trouble, answer.node))
        for trouble in answer.unpaintable:
            if not self._put_off(work, trouble):
                self._ledger.unpaintable(work, trouble)

    def _put_off(self, work: Work, trouble: Trouble) -> bool:
        """Whether an item's photo, mask or backdrop is asked for again; its store was, on the node."""
        if trouble.reason == WriteFailed.reason or work.ended:
            return False
        told, off = self._later.ever, self._later.put_off(work.entry.id, work, trouble)
        if off and not told:
            self._hooks.say("some addresses can't be reached now: they are asked again after the others")
        return off

    def _stored(self, work: Work, variant: int, finished: Finished, node: str) -> None:
        self._ledger.painted()
        if work.ended:
            return
        if finished.verdict == "failed":
            self._ledger.refused(work, finished)
            return
        path = self._out.path(work.item.outputs()[variant])
        if path is not None and not seen(path, finished.size):
            raise Fatal(
                f"{printable(str(path))}: written on node {node} and not seen here: -o must be a folder that "
                "all nodes share, or a URL such as s3://"
            )
        mtime = None if path is None else stamps.mtime_of(path)
        self._ledger.delivered(work, variant, replace(finished, mtime=mtime))

    def _elsewhere(self, work: Work, trouble: Trouble, node: str) -> Trouble:
        """A photo that is here and not on the node: nobody's fault but the request's."""
        read = any(
            path == work.item.source for path, _, _ in trouble.digests
        )  # what is missing is a mask or so
        if trouble.reason == "not_found" and not read and stamps.of_file(work.item.source):
            raise UsageError(
                f"{printable(work.item.source)}: is not on node {node}: SOURCE must be a folder that "
                "all nodes share, or a URL such as s3://"
            )
        return trouble

    # -- the end ---------------------------------------------------------------------------------

    def _stop_starting(self) -> None:
        if self._begun is None and self._register is not None:
            with told():
                self._begun = set(self._cluster.ray().get(self._register.close.remote()))

    def close(self) -> None:
        """Stop in order: hear what becomes of items at work, give the rest back."""
        until = time.monotonic() + GRACE
        try:
            if self._stream is not None and self._ledger.active:
                self._stop_starting()
                while self._waiting() and time.monotonic() < until:
                    self._take(0.25)
        except Exception:  # noqa: S110 - the reason why the run ends is already on its way up
            pass
        finally:
            if self._stream is not None:
                self._stream.close(timeout=max(1.0, until - time.monotonic()))
            for work in self._ledger.active.values():  # their pictures may stand
                work.writing = self._stream is not None and (
                    self._begun is None or work.entry.id in self._begun
                )
            self._ledger.restore()


def seen(path: Path, size: int) -> bool:
    """Whether a file of that size stands here, with patience for network file systems."""
    until = time.monotonic() + SHARED
    while True:
        try:
            if path.stat().st_size == size:
                return True
        except OSError:
            pass
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
