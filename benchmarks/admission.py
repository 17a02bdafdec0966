"""What a request waits for: joining at the next step, beside joining the next batch.

Requests arrive at random (the same moments for both ways) at 70 % of what batches of whole requests can do,
which is measured first. Both servers are up, and rounds alternate, so that a busy machine is busy for both.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tests.load import Reply, ask, caller, quantile, side_by_side, statuses
from tests.serving import Live, live, photo

WAYS = ("request", "step")
LOAD = 0.7  # of the capacity of the first
BATCH = 8


@dataclass(frozen=True, slots=True)
class Case:
    """A device and the steps that requests ask for, each equally often."""

    name: str
    steps: tuple[int, ...]
    requests: int
    settings: dict[str, Any]
    environ: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)


def card(name: str, steps: tuple[int, ...], requests: int, milliseconds: str) -> Case:
    """The stand-in of `benchmarks.card`."""
    return Case(
        name, steps, requests, {"painter": "benchmarks.card"}, {"CARD_MS": milliseconds}, {"guidance": "1"}
    )


def cases(requests: int) -> list[Case]:
    """All that is measured."""
    return [
        card("stand-in card, 60 + 8 ms a row", (12,), requests, "60,8"),
        card("stand-in card, 60 + 8 ms a row, mixed steps", (6, 10, 20), requests, "60,8"),
        Case(
            "the studio's own generation on this processor",
            (8,),
            requests // 2,
            {"model": "studio", "options": {"reference": "none"}},
            fields={"size": "256"},
        ),
    ]


async def capacity(server: Live, case: Case, seconds: float) -> float:
    """Requests a second with always enough under way for full batches."""
    done: list[float] = []
    async with caller(server.url) as http:
        started = time.monotonic()

        async def one(number: int) -> None:
            if time.monotonic() - started < seconds:
                await _ask(http, case, number)
                done.append(time.monotonic())

        await side_by_side([partial(one, number) for number in range(10_000)], 3 * BATCH)
    return len(done) / (done[-1] - started)


async def arrivals(server: Live, case: Case, moments: Sequence[float], first: int) -> list[Reply]:
    """Replies to requests at these moments, whatever the answers take."""
    async with caller(server.url) as http:
        tasks, started = [], time.monotonic()
        for number, moment in enumerate(moments):
            await asyncio.sleep(max(0.0, moment - (time.monotonic() - started)))
            tasks.append(asyncio.create_task(_ask(http, case, first + number)))
        return list(await asyncio.gather(*tasks))


def _ask(http: Any, case: Case, number: int) -> Any:
    steps = random.Random(number).choice(case.steps)
    return ask(http, number, photo(), steps=str(steps), seed=str(number), **case.fields)


def measure(case: Case, rounds: int = 4) -> dict[str, Any]:
    """Capacity, latencies of both ways in seconds, and how many times as long requests take the first way."""
    waits: dict[str, list[float]] = {way: [] for way in WAYS}
    by_round: list[float] = []
    with tempfile.TemporaryDirectory() as folder, ExitStack() as open_:
        servers = {}
        for way in WAYS:
            (Path(folder) / way).mkdir()
            told = {"generate_rate": "", "read_rate": "", "max_batch": BATCH, "cpu_workers": 1, "queue": 500}
            made = live(Path(folder) / way, case.environ, **told | case.settings, admission=way)
            servers[way] = open_.enter_context(made)
        for server in servers.values():
            server.wait_ready(within=300)
            asyncio.run(capacity(server, case, 2))  # what loads late
        able = asyncio.run(capacity(servers["request"], case, 20))
        each = case.requests // rounds
        for number in range(rounds):
            dice, moments = random.Random(number), [0.0]
            while len(moments) < each:
                moments.append(moments[-1] + dice.expovariate(LOAD * able))
            for way in WAYS:
                replies = asyncio.run(arrivals(servers[way], case, moments, number * each))
                if set(statuses(replies)) != {200}:
                    raise SystemExit(f"{case.name}, {way}: answers {dict(statuses(replies))}")
                waits[way] += [reply.seconds for reply in replies]
            by_round.append(
                statistics.mean(waits["request"][-each:]) / statistics.mean(waits["step"][-each:])
            )
    means = {way: statistics.mean(found) for way, found in waits.items()}
    return {
        "case": case.name,
        "steps": case.steps,
        "requests_each_way": len(waits["step"]),
        "largest_batch": BATCH,
        "request_capacity_per_second": round(able, 3),
        "arrivals_per_second": round(LOAD * able, 3),
        **{
            way: {
                "mean": round(means[way], 3),
                "p50": round(statistics.median(found), 3),
                "p95": round(quantile(found, 0.95), 3),
            }
            for way, found in waits.items()
        },
        "request_to_step": round(means["request"] / means["step"], 3),
        "by_round": [round(ratio, 3) for ratio in by_round],
    }
