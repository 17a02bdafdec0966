"""The orders under way: each goes from stage to stage, ends exactly once, and is counted."""

from __future__ import annotations

import time

from bggen.errors import BggenError
from bggen.metrics import Metrics
from bggen.serve.orders import Answer, Ticket
from bggen.serve.problems import GONE


class Ledger:
    """Used from the worker's thread only. `model` is the model's name in the figures."""

    def __init__(self, metrics: Metrics, model: str) -> None:
        self._metrics, self.model = metrics, model
        self._tickets: dict[str, Ticket] = {}

    def add(self, ticket: Ticket) -> None:
        """It is under way."""
        self._tickets[ticket.order.id] = ticket

    def find(self, order_id: str) -> Ticket | None:
        """The ticket of an order, None where it isn't under way any more."""
        return self._tickets.get(order_id)

    def overdue(self) -> list[Ticket]:
        """Those whose deadline is over."""
        now = time.monotonic()
        return [ticket for ticket in self._tickets.values() if now >= ticket.order.deadline]

    def enter(self, ticket: Ticket, stage: str) -> None:
        """It goes on to another stage."""
        before, seconds = ticket.enter(stage)
        if before in ("queue", "wait"):  # the others are told by the processes that did the work
            self._metrics.stage_seconds.observe(seconds, before)

    def give_up(self, ticket: Ticket, error: BggenError) -> None:
        """Nobody waits for it any more, or not for longer."""
        self._metrics.cancelled.add(ticket.stage)
        self.end(ticket, error)

    def end(self, ticket: Ticket, error: BggenError | None) -> None:
        """Answer it, with its pictures or an error; one that has ended stays as it is."""
        if ticket.ended:
            return
        ticket.enter("")
        del self._tickets[ticket.order.id]
        outcome = "ok" if error is None else "cancelled" if error.http_status == GONE else "failed"
        self._metrics.predictions.add(self.model, outcome, by=ticket.order.options.variants)
        if error is None:
            pictures = [ticket.made[number] for number in sorted(ticket.made)]
            ticket.future.set_result(Answer(pictures, ticket.timings))
        else:
            ticket.future.set_exception(error)

    def end_all(self, error: BggenError) -> None:
        """Nobody waits for ever."""
        for ticket in list(self._tickets.values()):
            self.end(ticket, error)
