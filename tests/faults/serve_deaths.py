"""kill -9 and kill -STOP under load, of the model's process and of those that open photos; then SIGTERM.

Every request gets an answer: the picture, or a problem that says to try again. A process that was stopped is
ended as such, before anybody's patience is over. The server itself never dies, and after a SIGTERM it answers
what it had accepted and ends with 0.
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
ENDED = 50.0  # seconds for a process that is stopped to be ended: less than for one that hangs
LONGEST = 60.0  # seconds of a drain: a busy machine takes its time
SETTINGS = {
    "painter": "tests.slow_painter",
    "generate_rate": "",
    "read_rate": "",
    "max_batch": 4,
    "cpu_workers": 2,
}


async def ended(server: Live, pid: int) -> None:
    """Return when the server has ended that process of its own, or ought to have."""
    until = time.monotonic() + ENDED
    while pid in server.children() and time.monotonic() < until:
        await asyncio.sleep(0.1)


async def under_fire(server: Live, kills: int, dice: random.Random) -> tuple[list[Reply], int, int]:
    """(replies, deaths of the model's process, processes stopped) while `kills` die at random moments."""
    replies: list[Reply] = []
    done = False

    async def lane() -> None:
        while not done:
            replies.append(await ask(http, len(replies), steps=str(dice.randint(1, 6))))
            if replies[-1].status == 503:
                await asyncio.sleep(0.05)

    async with caller(server.url) as http:
        lanes = [asyncio.create_task(lane()) for _ in range(WIDTH)]
        models, stopped = 0, 0
        for number in range(kills):
            await asyncio.to_thread(server.wait_ready)
            await asyncio.sleep(dice.uniform(0.0, 0.6))
            word = "painter" if number % 2 == 0 else "batch.worker"
            victims = [pid for pid, command in server.children().items() if word in command]
            if victims:
                victim, stops = dice.choice(victims), number % 4 >= 2
                os.kill(victim, signal.SIGSTOP if stops else signal.SIGKILL)
                models += word == "painter"
                if stops:
                    stopped += 1
                    await ended(server, victim)
        await asyncio.to_thread(server.wait_ready)
        done = True
        await asyncio.gather(*lanes)
        await side_by_side([partial(_append, replies, http)] * 20, WIDTH)
    return replies, models, stopped


async def _append(replies: list[Reply], http: httpx.AsyncClient) -> None:
    replies.append(await ask(http, -1))


def kills(found: Findings, count: int, company: str) -> None:
    """The model's process and the others in turn."""
    environ = {"COMPANY": company}
    with tempfile.TemporaryDirectory() as folder, live(Path(folder), environ, **SETTINGS) as server:
        server.wait_ready()
        replies, models, stopped = asyncio.run(under_fire(server, count, random.Random(1)))
        figures, log = scrape(server), server.log.read_text()
        counts = statuses(replies)
        reasons = {reply.reason for reply in replies if reply.status == 503}
        found.say(f"{company}: {count} kills, {models} of the model: {dict(counts)} {sorted(reasons)}")
        found.hold(counts[UNANSWERED] == 0, f"{counts[UNANSWERED]} unanswered")
        found.hold(set(counts) <= {200, 503}, "answers of another kind")
        found.say(f"the slowest answer took {max(reply.seconds for reply in replies):.1f} s")
        seen = log.count("is ended: it is stopped")
        found.hold(seen == stopped, f"{stopped} processes were stopped, {seen} ended for it")
        found.hold(reasons <= {"worker_died", "not_ready"}, "refused for another reason")
        found.hold([reply.status for reply in replies[-20:]] == [200] * 20, "not well afterwards")
        found.hold(figures["bggen_worker_restarts_total"] == models, "restarts are not what was killed")
        found.hold(figures["bggen_queue_depth"] == 0, "places were not given back")
        found.hold(server.process.poll() is None, "the server itself died")
        found.hold("Traceback" not in log, "a traceback in the log")


async def drained(server: Live, under_way: int) -> tuple[list[Reply], list[Reply], float]:
    """(replies to what was accepted, replies to latecomers, seconds until the server had ended)."""
    async with caller(server.url) as http:
        early = [asyncio.create_task(ask(http, n, steps="30")) for n in range(under_way)]
        while scrape(server)["bggen_queue_depth"] + sum(one.done() for one in early) < under_way:
            await asyncio.sleep(0.01)
        os.kill(server.process.pid, signal.SIGTERM)
        started, late = time.monotonic(), list[Reply]()
        while server.process.poll() is None and time.monotonic() - started < LONGEST:
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
