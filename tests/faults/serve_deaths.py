"""kill -9 and kill -STOP under load, of the model's process and of those that open photos; then SIGTERM.

Every request gets an answer: the picture, or a problem that says to try again; none waits for long. The
server itself never dies, and after a SIGTERM it answers what it had accepted and ends with 0.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.load import UNANSWERED, Findings, Reply, ask, caller, scrape, short_form, side_by_side, statuses
from tests.serving import Live, live

WIDTH = 8
ENDED = 4.0  # seconds until a process that is stopped has been ended, on a busy machine
LONGEST = 12.0  # seconds for an answer, those that met such a process included
SETTINGS = {
    "painter": "tests.slow_painter",
    "generate_rate": "",
    "read_rate": "",
    "max_batch": 4,
    "cpu_workers": 2,
}


async def under_fire(server: Live, kills: int, dice: random.Random) -> tuple[list[Reply], int]:
    """(replies, kills of the model's process) while `kills` processes die at random moments."""
    replies: list[Reply] = []
    done = False

    async def lane() -> None:
        while not done:
            replies.append(await ask(http, len(replies), steps=str(dice.randint(1, 6))))
            if replies[-1].status == 503:
                await asyncio.sleep(0.05)

    async with caller(server.url) as http:
        lanes = [asyncio.create_task(lane()) for _ in range(WIDTH)]
        models = 0
        for number in range(kills):
            await asyncio.to_thread(server.wait_ready, 200, 60.0)
            await asyncio.sleep(dice.uniform(0.0, 0.6))
            word = "painter" if number % 2 == 0 else "batch.worker"
            victims = [pid for pid, command in server.children().items() if word in command]
            if victims:
                os.kill(dice.choice(victims), signal.SIGKILL if number % 4 < 2 else signal.SIGSTOP)
                models += word == "painter"
                await asyncio.sleep(0 if number % 4 < 2 else ENDED)
        await asyncio.to_thread(server.wait_ready, 200, 40.0)
        done = True
        await asyncio.gather(*lanes)
        await side_by_side([partial(_append, replies, http)] * 20, WIDTH)
    return replies, models


async def _append(replies: list[Reply], http: httpx.AsyncClient) -> None:
    replies.append(await ask(http, -1))


def kills(found: Findings, count: int, company: str) -> None:
    """The model's process and the others in turn."""
    environ = {"COMPANY": company}
    with tempfile.TemporaryDirectory() as folder, live(Path(folder), environ, **SETTINGS) as server:
        server.wait_ready()
        replies, models = asyncio.run(under_fire(server, count, random.Random(1)))
        figures = scrape(server)
        counts = statuses(replies)
        reasons = {reply.reason for reply in replies if reply.status == 503}
        found.say(f"{company}: {count} kills, {models} of the model: {dict(counts)} {sorted(reasons)}")
        found.hold(counts[UNANSWERED] == 0, f"{counts[UNANSWERED]} unanswered")
        found.hold(set(counts) <= {200, 503}, "answers of another kind")
        slowest = max(reply.seconds for reply in replies)
        found.say(f"the slowest answer took {slowest:.1f} s")
        found.hold(slowest < LONGEST, "somebody waited for a process that was stopped")
        found.hold(reasons <= {"worker_died", "not_ready"}, "refused for another reason")
        found.hold([reply.status for reply in replies[-20:]] == [200] * 20, "not well afterwards")
        found.hold(figures["bggen_worker_restarts_total"] == models, "restarts are not what was killed")
        found.hold(figures["bggen_queue_depth"] == 0, "places were not given back")
        found.hold(server.process.poll() is None, "the server itself died")
        found.hold("Traceback" not in server.log.read_text(), "a traceback in the log")


async def drained(server: Live, under_way: int) -> tuple[list[Reply], list[Reply], float]:
    """(replies to what was accepted, replies to latecomers, seconds until the server had ended)."""
    async with caller(server.url) as http:
        early = [asyncio.create_task(ask(http, n, steps="10")) for n in range(under_way)]
        while (await http.get("/metrics")).text.count(f"bggen_queue_depth {under_way}.0") == 0:
            await asyncio.sleep(0.01)
        os.kill(server.process.pid, signal.SIGTERM)
        started, late = time.monotonic(), list[Reply]()
        while server.process.poll() is None and time.monotonic() - started < 20:
            late.append(await ask(http, -1, steps="1"))
            await asyncio.sleep(0.02)
        return list(await asyncio.gather(*early)), late, time.monotonic() - started


def drains(found: Findings, count: int) -> None:
    """SIGTERM with requests under way."""
    unanswered, ended, slowest, refused = 0, 0, 0.0, 0
    for _ in range(count):
        with tempfile.TemporaryDirectory() as folder, live(Path(folder), **SETTINGS) as server:
            server.wait_ready()
            early, late, seconds = asyncio.run(drained(server, WIDTH))
            unanswered += sum(reply.status != 200 for reply in early)
            refused += sum(reply.status == 503 for reply in late)
            found.hold(all(r.status in (503, UNANSWERED) for r in late), "a latecomer was served")
            ended += server.process.poll() == 0
            slowest = max(slowest, seconds)
    found.say(f"{count} drains of {WIDTH} requests: {unanswered} not served, {refused} latecomers refused, "
              f"{ended} ended with 0, the slowest after {slowest:.1f} s")  # fmt: skip
    found.hold(unanswered == 0 and ended == count, "a drain lost something")


def main() -> None:
    short = short_form(__doc__ or "")
    found = Findings("serve_deaths")
    for company in ("batch", "steps"):
        kills(found, 6 if short else 50, company)
    drains(found, 1 if short else 30)
    found.end()


if __name__ == "__main__":
    main()
