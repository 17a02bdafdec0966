"""Clients that go away: their work stops within a step, and their batch-mates' pictures don't change."""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.load import UNANSWERED, Findings, Reply, ask, caller, scrape, short_form, side_by_side
from tests.serving import Live, live, photo

STEPS = 10  # of 20 ms each
WIDTH = 12
GRACE = 0.15  # seconds for a hang-up to be heard, on a busy machine
KINDS = 5  # different pictures among those who stay


class Visit:
    """Everybody who asked, and when each of them left."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self.stayed: list[Reply] = []
        self.left_at: dict[str, float] = {}

    async def come(self, http: httpx.AsyncClient, number: int) -> None:
        """Half of them leave at a moment of their own."""
        name, leaves = f"v{number}", number % 2 == 1
        patience = self._dice.uniform(0.02, 0.5) if leaves else 60.0
        kind = number // 2 % KINDS
        data = photo((40 * kind, 90, 120))
        told = {"steps": str(STEPS), "seed": str(kind), "prompt": name if leaves else f"stay{kind}"}
        reply = await ask(http, number, data, timeout=patience, **told)
        if not leaves:
            self.stayed.append(reply)
        elif reply.status == UNANSWERED:
            self.left_at[name] = time.monotonic()


async def visits(server: Live, count: int) -> tuple[Visit, list[bytes]]:
    """(the visit, each kind's picture as it is alone)."""
    visit = Visit(7)
    async with caller(server.url) as http:
        alone = []
        for kind in range(KINDS):
            data = photo((40 * kind, 90, 120))
            reply = await ask(http, -1, data, steps=str(STEPS), seed=str(kind), prompt=f"stay{kind}")
            alone.append(reply.body)
        await side_by_side((partial(visit.come, http, number) for number in range(count)), WIDTH)
        for _ in range(100):  # what is left of their work
            if scrape(server)["bggen_queue_depth"] == 0:
                break
            await asyncio.sleep(0.05)
    return visit, alone


def wasted(log: str, left_at: dict[str, float]) -> tuple[int, int]:
    """(steps that began when nobody of the batch was there any more, all steps)."""
    useless, total = 0, 0
    for line in log.splitlines():
        moment, *names = line.split()
        total += 1
        gone = [left_at.get(name, float("inf")) for name in names]
        useless += bool(gone) and max(gone) + GRACE < float(moment)
    return useless, total


def campaign(found: Findings, count: int, company: str) -> None:
    """One server, painting in batches or side by side."""
    with tempfile.TemporaryDirectory() as folder:
        steps = Path(folder) / "steps"
        with live(
            Path(folder),
            {"STEP_LOG": str(steps), "COMPANY": company},
            painter="tests.slow_painter",
            generate_rate="",
            read_rate="",
            max_batch=4,
            cpu_workers=2,
        ) as server:
            server.wait_ready()
            visit, alone = asyncio.run(visits(server, count))
            figures = scrape(server)
            useless, total = wasted(steps.read_text(), visit.left_at)
    found.say(f"{company}: {count} came, {len(visit.left_at)} left, {useless} of {total} steps for nobody")
    found.hold(len(visit.left_at) > count // 6, "too few left for this to tell anything")
    found.hold(useless <= 0.05 * total, "work goes on for those who have left")
    found.hold(all(reply.status == 200 for reply in visit.stayed), "one who stayed got no picture")
    same = sum(reply.body == alone[reply.number // 2 % KINDS] for reply in visit.stayed)
    found.say(f"{same} of {len(visit.stayed)} pictures of those who stayed are the ones they get alone")
    found.hold(same == len(visit.stayed) == count // 2, "a leaver changed a batch-mate's picture")
    cancelled = sum(value for name, value in figures.items() if name.startswith("bggen_cancelled_total"))
    found.say(f"{cancelled:.0f} counted as cancelled; the others left before their upload was in")
    found.hold(
        figures["bggen_queue_depth"] == figures["bggen_queue_bytes"] == 0, "places were not given back"
    )
    found.hold(figures["http_requests_active"] == 1, "requests are still counted as active")  # this one


def main() -> None:
    short = short_form(__doc__ or "")
    found = Findings("serve_leavers")
    for company in ("batch", "steps"):
        campaign(found, 100 if short else 1000, company)
    found.end()


if __name__ == "__main__":
    main()
