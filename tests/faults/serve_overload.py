"""Ten times more than the server can do: everybody is answered, refusals at once and before the body is read.

Requests come at their own times, however long the answers take, as they do in life.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.load import (
    UNANSWERED,
    Findings,
    Reply,
    ask,
    caller,
    memory,
    quantile,
    scrape,
    short_form,
    side_by_side,
    statuses,
)
from tests.serving import Live, live

QUEUE = 16
STEPS = 5  # of 20 ms each
REFUSED = re.compile(r"POST /generate 503 ([\d.]+) s")


async def capacity(server: Live) -> float:
    """Pictures a second with always enough to do."""
    async with caller(server.url) as http:
        started, count = time.monotonic(), 20
        await side_by_side([lambda: ask(http, 0, steps=str(STEPS))] * count, 4)
        return count / (time.monotonic() - started)


async def flood(server: Live, rate: float, seconds: float) -> tuple[list[Reply], list[int]]:
    """(replies, memory once a second) of `rate` requests a second."""
    async with caller(server.url) as http:
        tasks: list[asyncio.Task[Reply]] = []
        held: list[int] = []
        started = time.monotonic()
        while (passed := time.monotonic() - started) < seconds:
            while len(tasks) < rate * passed:
                tasks.append(asyncio.create_task(ask(http, len(tasks), steps=str(STEPS))))
            if passed > len(held):
                held.append(memory(server))
            await asyncio.sleep(0.005)
        return await asyncio.gather(*tasks), held


def main() -> None:
    short = short_form(__doc__ or "")
    seconds = 6 if short else 120
    found = Findings("serve_overload")
    with (
        tempfile.TemporaryDirectory() as folder,
        live(
            Path(folder),
            painter="tests.slow_painter",
            generate_rate="",
            read_rate="",
            queue=QUEUE,
            max_batch=1,
            cpu_workers=1,
        ) as server,
    ):
        server.wait_ready()
        able = asyncio.run(capacity(server))
        before = scrape(server)
        replies, held = asyncio.run(flood(server, 10 * able, seconds))
        figures, log = scrape(server), server.log.read_text()
    counts = statuses(replies)
    found.say(f"able to {able:.1f}/s, sent {len(replies) / seconds:.0f}/s for {seconds} s: {dict(counts)}")
    found.hold(counts[UNANSWERED] == 0, f"{counts[UNANSWERED]} unanswered")
    found.hold(counts[200] + counts[503] == len(replies), "accepted + refused is not what was sent")
    refused = [reply for reply in replies if reply.status == 503]
    found.hold(all(reply.reason == "queue_full" for reply in refused), "refused for another reason")
    found.hold(
        all(1 <= int(r.headers["retry-after"]) <= 60 for r in refused), "a refusal says no Retry-After"
    )
    name = 'bggen_queue_rejected_total{reason="queue_full"}'
    rejected = figures.get(name, 0) - before.get(name, 0)
    found.hold(rejected == len(refused), f"{name} went up by {rejected}, the client saw {len(refused)}")
    taken = [reply.seconds for reply in replies if reply.status == 200]
    found.say(f"accepted {len(taken) / seconds:.1f}/s, p50 {quantile(taken, 0.5):.2f} s, "
              f"p99 {quantile(taken, 0.99):.2f} s")  # fmt: skip
    found.hold(len(taken) >= 0.7 * able * seconds, "overload costs throughput")
    found.hold(quantile(taken, 0.99) <= 1.5 * QUEUE / able + 1, "accepted ones wait longer than the queue is")
    quick = [reply.seconds * 1000 for reply in refused]
    own = [float(seconds) * 1000 for seconds in REFUSED.findall(log)]
    found.say(
        f"refused p50 {quantile(own, 0.5):.0f} ms, p99 {quantile(own, 0.99):.0f} ms by the server's clock"
    )
    found.say(
        f"refused p50 {quantile(quick, 0.5):.0f} ms, p99 {quantile(quick, 0.99):.0f} ms by the client's"
    )
    found.hold(quantile(own, 0.99) < 50, "refusals are slow")
    found.say(
        f"memory {held[len(held) // 3] / 2**20:.0f} MiB after a third, {held[-1] / 2**20:.0f} MiB at the end"
    )
    found.hold(held[-1] - held[len(held) // 3] < 8 * 2**20, "memory grows")
    found.end()


if __name__ == "__main__":
    main()
