"""The way of an order: CPU processes -> the model -> CPU processes.

Belongs to the worker's thread; nothing here is called from another.
"""

from __future__ import annotations

import logging
import os
import time
from collections import Counter, deque
from contextlib import suppress
from pathlib import PurePath

from bggen.batch.workers.pool import Outcome
from bggen.errors import BggenError
from bggen.metrics import Metrics
from bggen.serve.config import ServeConfig
from bggen.serve.contract import State, shown
from bggen.serve.orders import Cancel, Failure, Paint, Painted, Slot, Terms, Ticket, Warm
from bggen.serve.problems import GONE, Refusal
from bggen.serve.work import outcomes, steps
from bggen.serve.work.ledger import Ledger
from bggen.serve.work.model import DIED, UNLOADED, ModelProcess
from bggen.serve.work.watch import Watch, WatchedPool
from bggen.settings import Settings

log = logging.getLogger("bggen.serve")
PATIENCE = 0.25  # seconds until the next look where nothing happens
AHEAD = 2**30  # bytes of opened pictures that may wait for the model
TRIES = 3  # a picture that kills every process is to blame; a single death may be another's doing
STEP_LIMIT = 60.0  # seconds for opening or finishing a picture; one that takes longer is at fault itself
STEP_GRACE = 60.0  # seconds for a step to end after everybody has left, before the process counts as hung


class Flow:
    """Feeds the CPU processes and the model's process, and never waits for only one of them."""

    def __init__(
        self, config: ServeConfig, settings: Settings, metrics: Metrics, painter: str, wake: int
    ) -> None:
        """`wake` is a file that has something to read when the loop should turn at once."""
        self._config, self._settings, self._metrics, self._wake = config, settings, metrics, wake
        self._watch, self._pool = Watch(), self._new_pool()
        self._model = ModelProcess(
            settings,
            config.options,
            Terms(config.admission, config.max_batch, config.batch_wait),
            config.hang_seconds,
            quiet=config.log_format == "json",
            module=painter,
        )
        self._ledger = Ledger(metrics, PurePath(config.options.model).name)
        self._queued: deque[Ticket] = deque()
        self._opening: set[Ticket] = set()
        self._waiting: deque[Slot] = deque()
        self._at_device: dict[int, Slot] = {}
        self._painted: deque[Slot] = deque()
        self._sent = 0  # scenes, to the device
        self._largest = config.max_batch or 1  # scenes at work on it at once
        self._left_since: float | None = None  # when the last one who waited for the device left
        self.state = State(False, "the model is loading")

    def take(self, ticket: Ticket) -> None:
        """Queue an order."""
        self._ledger.add(ticket)
        self._queued.append(ticket)

    def cancel(self, order_id: str) -> None:
        """Its client went away."""
        if (ticket := self._ledger.find(order_id)) is not None:
            self._give_up(ticket, Refusal(GONE, "cancelled", "the client went away"))

    def turn(self) -> None:
        """Do all that can be done now, then wait for something to happen: a quarter of a second at most."""
        self._model.tend()
        self._expire()
        self._dispatch()
        self._offer()
        self._guard()
        self._tell()
        self._collect()

    def fail_all(self, error: BggenError) -> None:
        """Nobody waits for ever."""
        self._ledger.end_all(error)

    def start_over(self) -> None:
        """After a bug of ours: the next order finds new processes, and a model that is at work for nobody."""
        self.fail_all(Refusal(500, "error", "something went wrong here; the log has it"))
        for ticket in {slot.ticket for slot in self._at_device.values()}:
            self._leave_device(ticket)
        for line in (self._queued, self._opening, self._waiting, self._painted, self._at_device):
            line.clear()
        self._pool.close(kill=True)
        self._pool = self._new_pool()

    def close(self) -> None:
        """End all processes."""
        self._watch.close()
        self._pool.close(kill=True)
        self._model.close()

    def warm_up(self) -> None:
        """Start the CPU processes, and let them load what the first photo would wait for."""
        self._watch.start()
        for _ in range(self._pool.size):
            self._pool.submit(("warm-up", None), steps.warm_up())

    # -- giving up -------------------------------------------------------------------------------

    def _expire(self) -> None:
        for ticket in self._ledger.overdue():
            self._give_up(ticket, outcomes.overdue(self._config.deadline))
        now = time.monotonic()
        wanted = any(not slot.ticket.ended for slot in self._at_device.values())
        if wanted or not self._at_device:
            self._left_since = None
        elif self._left_since is None:
            self._left_since = now
        elif now - self._left_since > STEP_GRACE:
            self._left_since = None
            self._model.kill(f"a step took longer than {STEP_GRACE:.0f} s after everybody had left")

    def _give_up(self, ticket: Ticket, error: BggenError) -> None:
        self._ledger.give_up(ticket, error)
        self._leave_device(ticket)

    def _fail(self, ticket: Ticket, error: BggenError) -> None:
        self._ledger.end(ticket, error)
        self._leave_device(ticket)

    def _leave_device(self, ticket: Ticket) -> None:
        """One that has ended has no use for its other scenes."""
        if any(slot.ticket is ticket for slot in self._at_device.values()):
            self._model.send(Cancel(ticket.order.id))

    # -- handing out -----------------------------------------------------------------------------

    def _dispatch(self) -> None:
        """Finishing goes first: it frees memory."""
        self._waiting = deque(slot for slot in self._waiting if not slot.ticket.ended)
        self._painted = deque(slot for slot in self._painted if not slot.ticket.ended)
        self._queued = deque(ticket for ticket in self._queued if not ticket.ended)
        while self._pool.free() and self._painted:
            slot = self._painted.popleft()
            self._ledger.enter(slot.ticket, "complete")
            slot.tries += 1
            self._pool.submit(("complete", slot), steps.finishing(slot, self.state.info))
        while self._pool.free() and self._queued and self._room():
            ticket = self._whose_turn()
            self._queued.remove(ticket)
            self._ledger.enter(ticket, "prepare")
            ticket.tries += 1
            self._opening.add(ticket)
            self._pool.submit(("prepare", ticket), steps.opening(ticket.order))

    def _whose_turn(self) -> Ticket:
        """The first of the caller with the fewest orders at work: nobody waits for all that another has."""
        at_work = self._opening | {slot.ticket for slot in self._slots()}
        count = Counter(ticket.order.caller for ticket in at_work)
        return min(self._queued, key=lambda ticket: count[ticket.order.caller])

    def _slots(self) -> list[Slot]:
        """Scenes between being opened and being finished."""
        return [*self._waiting, *self._at_device.values(), *self._painted]

    def _room(self) -> bool:
        slots = self._slots()
        if not slots and not self._opening:
            return True
        count = len(slots) + len(self._opening)
        return count < 2 * self._largest + self._pool.size and sum(s.nbytes for s in slots) < AHEAD

    def _offer(self) -> None:
        """Hand scenes to the model: as many as may be at work, and as many ready behind them."""
        while self._model.info is not None and self._waiting and len(self._at_device) < 2 * self._largest:
            self._hand_over(self._waiting.popleft())

    def _hand_over(self, slot: Slot) -> None:
        self._sent += 1
        self._at_device[self._sent] = slot
        self._ledger.enter(slot.ticket, "paint")
        order, more = slot.ticket.order, bool(self._waiting or self._opening or self._queued)
        self._model.send(Paint(self._sent, slot.prepared, order.id, order.deadline, more))

    def _guard(self) -> None:
        """Have all processes watched."""
        model = self._model
        own = {} if model.process is None else {model.process: model.ticks}
        self._watch.over(self._pool.processes() | own)

    # -- taking in -------------------------------------------------------------------------------

    def _collect(self) -> None:
        line = self._model.line
        others = [self._wake] if line is None else [self._wake, line]
        for outcome in self._pool.wait(PATIENCE, *others):
            self._answered(outcome)
        with suppress(BlockingIOError):
            os.read(self._wake, 4096)
        while (line := self._model.line) is not None and line.poll():
            self._listen()

    def _listen(self) -> None:
        try:
            message = self._model.receive()
        except EOFError:
            self._model_died()
            return
        if isinstance(message, Warm):
            self._is_warm(message)
        elif isinstance(message, Painted):
            self._from_device(message)

    def _is_warm(self, message: Warm) -> None:
        name = self._ledger.model = shown(message.info)
        log.info("model %s is warm on %s after %.1f s", name, message.info.device, message.seconds)
        self._metrics.load_seconds.set(message.seconds, name)
        self._largest = message.largest

    def _from_device(self, painted: Painted) -> None:
        self._largest = min(self._largest, painted.largest)
        if painted.company:
            self._metrics.batch_size.observe(painted.company)
        for number, result in zip(painted.numbers, painted.results, strict=True):
            slot = self._at_device.pop(number, None)
            if slot is None or slot.ticket.ended:
                continue
            overdue = outcomes.overdue(self._config.deadline)
            if isinstance(result, Failure) and result.reason == "cancelled":
                self._ledger.give_up(slot.ticket, overdue)  # the model saw it a moment before us
            elif isinstance(result, Failure):
                self._fail(slot.ticket, outcomes.refusal(result.reason, result.message))
            else:
                self._metrics.inference_seconds.observe(painted.seconds, self._ledger.model)
                slot.painting = result
                self._ledger.enter(slot.ticket, "wait")
                self._painted.append(slot)

    def _model_died(self) -> None:
        self._tell()
        if (broken := self._model.broken) is not None:
            lost = Refusal(
                503, DIED, "the model can't be loaded: ask another server, or later", retry_after=30
            )
            self.fail_all(lost if broken.reason == DIED else outcomes.refusal(broken.reason, broken.message))
            return
        self._metrics.worker_restarts.add()
        for slot in self._at_device.values():
            detail = "the model's process died over this batch and is starting again: try again"
            self._ledger.end(slot.ticket, Refusal(503, "worker_died", detail, retry_after=5))
        self._at_device.clear()

    def _answered(self, outcome: Outcome) -> None:
        step, subject = outcome.tag
        if step == "prepare":
            self._opening.discard(subject)
            if not subject.ended:
                self._opened(subject, outcome)
        elif step == "complete" and not subject.ticket.ended:
            self._closed(subject, outcome)

    def _opened(self, ticket: Ticket, outcome: Outcome) -> None:
        if outcome.how == "died" and ticket.tries < TRIES:
            self._ledger.enter(ticket, "queue")
            self._queued.appendleft(ticket)
            return
        if outcome.how == "timeout" and self._config.deadline <= STEP_LIMIT:  # it wasn't the photo
            self._ledger.end(ticket, outcomes.overdue(self._config.deadline))
            return
        answer = outcomes.opened(outcome, ticket.order.options.cutout)
        if isinstance(answer, Refusal):
            self._ledger.end(ticket, answer)
            return
        self._ledger.enter(ticket, "wait")
        ticket.expected = len(answer.prepared)
        self._waiting.extend(Slot(ticket, prepared) for prepared in answer.prepared)

    def _closed(self, slot: Slot, outcome: Outcome) -> None:
        ticket = slot.ticket
        if outcome.how == "died" and slot.tries < TRIES:
            self._ledger.enter(ticket, "wait")
            self._painted.appendleft(slot)
            return
        made = outcomes.closed(outcome, ticket.order.format)
        if isinstance(made, Refusal):
            self._fail(ticket, made)
            return
        for stage, seconds in made.record["timings"].items():
            self._metrics.stage_seconds.observe(seconds, stage)
        self._metrics.confidence.observe(made.record["checks"]["confidence"], self._ledger.model)
        ticket.made[slot.prepared.variant] = made
        if ticket.order.made is not None:
            ticket.order.made(len(made.data))
        if len(ticket.made) == ticket.expected:
            self._ledger.end(ticket, None)

    def _new_pool(self) -> WatchedPool:
        return WatchedPool(
            self._config.worker_count(),
            self._settings,
            self._config.worker_memory,
            timeout=min(STEP_LIMIT, self._config.deadline),
        )

    def _tell(self) -> None:
        """Say how things are; read by other threads."""
        model, why = self._model, ""
        if model.broken is not None:
            why = "the model can't be loaded"
        elif model.info is None:
            why = "the model is loading" if not model.deaths else "the model's process died and is restarting"
            if model.unloaded > 1:
                why = (
                    f"the model's process died over loading it, {model.unloaded} times of at most {UNLOADED}"
                )
        elif not model.warm:
            why = "the model's process doesn't answer"
        info = model.info or self.state.info
        self.state = State(not why, why, info, model.deaths, model.broken)
        self._metrics.model_loaded.set(float(not why), self._ledger.model)
        self._metrics.device_memory.set(model.memory)
