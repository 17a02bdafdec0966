"""Ten times more than the server can do: everybody is answered, refusals at once and before the body is read.

Requests come at their own times, however long the answers take, as they do in life. What else the machine has
to do must not matter, so no verdict is in seconds: a wait is told by how many were answered meanwhile, the
time of a refusal by that of another short answer, and what gets done by what a second server gets done beside
it that is never asked too much.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import httpx

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.load import (
    UNANSWERED,
    Findings,
    Reply,
    memory,
    quantile,
    scrape,
    short_form,
    side_by_side,
    statuses,
)
from tests.serving import Live, live, photo

QUEUE = 16
WIDTH = 8  # requests of the second server at once: enough to keep it at work
PROBES = 100  # requests to a queue that is full
LONGEST = 600.0  # seconds of a flood, should the second server never make enough pictures
FULL = 'bggen_queue_rejected_total{reason="queue_full"}'
HEAD = b"%b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
NOTHING = HEAD % b"GET /nothing" + b"\r\n"


def post(prompt: str, expect: bytes = b"") -> bytes:
    """A request for a picture of 5 steps, 20 ms each; with a head that expects an invitation, that alone."""
    part = b'--b\r\nContent-Disposition: form-data; name="%b"%b\r\n\r\n%b\r\n'
    fields = {b"steps": b"5", b"prompt": prompt.encode()}
    form = b"".join(part % (name, b"", value) for name, value in fields.items())
    form += part % (b"photo", b'; filename="p.png"', photo()) + b"--b--\r\n"
    head = HEAD % b"POST /generate" + b"Content-Type: multipart/form-data; boundary=b\r\n" + expect
    return head + b"Content-Length: %d\r\n\r\n" % len(form) + (b"" if expect else form)


PICTURE, HEAD_ALONE = post("plain"), post("plain", b"Expect: 100-continue\r\n")


@dataclass(frozen=True, slots=True)
class Line:
    """A request in the server's log, by its own clock."""

    status: int
    began: float
    ended: float

    @property
    def ms(self) -> float:
        """From its head to its answer's end."""
        return (self.ended - self.began) * 1000


@dataclass(frozen=True, slots=True)
class Flood:
    """What came back of it, and when it was."""

    replies: list[Reply]
    held: list[int]  # bytes of memory, once a second
    began: float
    ended: float  # when the last request was sent


async def ask(server: Live, request: bytes) -> Reply:
    """One request with a connection of its own; never raises. 100 for an invitation to send the body."""
    started, where = time.monotonic(), urlsplit(server.url)
    try:
        async with asyncio.timeout(120):
            reader, writer = await asyncio.open_connection(where.hostname, where.port)
            try:
                writer.write(request)
                head = await reader.readuntil(b"\r\n\r\n")
                body = b"" if head.startswith(b"HTTP/1.1 100 ") else await reader.read()
            finally:
                writer.close()
    except (OSError, EOFError, TimeoutError) as error:
        return Reply(-1, UNANSWERED, time.monotonic() - started, error=type(error).__name__)
    status, *lines = head.decode("latin-1").split("\r\n")[:-2]
    headers = httpx.Headers([(name, value) for name, _, value in (line.partition(": ") for line in lines)])
    return Reply(-1, int(status.split()[1]), time.monotonic() - started, headers, body)


async def settled(server: Live, depth: int) -> None:
    """Return when so many requests have a place."""
    async with asyncio.timeout(60):
        while scrape(server)["bggen_queue_depth"] != depth:
            await asyncio.sleep(0.05)


async def at_a_full_door(server: Live) -> list[Reply]:
    """What heads without a body are told while the queue is full, and nothing moves."""
    waiting = [asyncio.create_task(ask(server, post("endless"))) for _ in range(QUEUE)]
    await settled(server, QUEUE)
    told: list[Reply] = []

    async def probe() -> None:
        told.append(await ask(server, HEAD_ALONE))
        await ask(server, NOTHING)

    await side_by_side([probe] * PROBES, 4)
    for one in waiting:
        one.cancel()
    await settled(server, 0)
    return told


async def capacity(server: Live) -> float:
    """Pictures a second with always enough to do."""
    started, count = time.monotonic(), 20
    await side_by_side([partial(ask, server, PICTURE)] * count, 4)
    return count / (time.monotonic() - started)


async def flood(server: Live, beside: Live, rate: float, enough: int) -> Flood:
    """`rate` requests a second for the one, always a few for the other, until that has made `enough`."""
    tasks: list[asyncio.Task[Reply]] = []
    held: list[int] = []
    made = 0

    async def steadily() -> None:
        nonlocal made
        while True:
            reply = await ask(beside, PICTURE)
            made += reply.status == 200

    lanes = [asyncio.create_task(steadily()) for _ in range(WIDTH)]
    began, started = time.time(), time.monotonic()
    while made < enough and (passed := time.monotonic() - started) < LONGEST:
        while len(tasks) < rate * passed:
            tasks.append(asyncio.create_task(ask(server, PICTURE)))
        if passed > len(held):
            held.append(memory(server))
        await asyncio.sleep(0.005)
    ended = time.time()
    for lane in lanes:
        lane.cancel()
    return Flood(await asyncio.gather(*tasks), held, began, ended)


def log_of(server: Live) -> list[Line]:
    """Ours, as it tells of them: for a picture, or for an address that isn't there."""
    lines = [json.loads(text) for text in server.log.read_text().splitlines()]
    ours = [line for line in lines if line.get("path") in ("/generate", "other")]
    ends = [datetime.fromisoformat(line["time"]).timestamp() for line in ours]
    return [Line(line["status"], end - line["seconds"], end) for line, end in zip(ours, ends, strict=True)]


def refusals(found: Findings, told: list[Reply], log: list[Line]) -> None:
    """Of a queue that is full: at once, and without a body."""
    found.hold(all(reply.status == 503 for reply in told), f"at a full door: {dict(statuses(told))}")
    found.hold(all(reply.reason == "queue_full" for reply in told), "refused for another reason")
    found.hold(
        all(1 <= int(r.headers.get("retry-after", 0)) <= 60 for r in told), "a refusal says no Retry-After"
    )
    refused, nothing = ([line.ms for line in log if line.status == status] for status in (503, 404))
    slow = 5 * quantile(nothing, 0.5) + 5
    ours, others = (sum(ms > slow for ms in times) / max(1, len(times)) for times in (refused, nothing))
    found.say(f"a refusal takes {quantile(refused, 0.5):.1f} ms, of an address that isn't there "
              f"{quantile(nothing, 0.5):.1f} ms; {ours:.0%} and {others:.0%} over {slow:.0f} ms")  # fmt: skip
    found.hold(ours <= others + 0.2, "refusals are slow")


def overload(found: Findings, told: Flood, log: list[Line], beside: list[Line], rejected: float) -> None:
    """Everybody is answered, nobody waits for more than the queue, and as much gets done as ever."""
    counts = statuses(told.replies)
    found.hold(counts[UNANSWERED] == 0, f"{counts[UNANSWERED]} unanswered")
    found.hold(counts[200] + counts[503] == len(told.replies), "accepted + refused is not what was sent")
    found.hold(counts[503] > counts[200], "too few were refused for this to tell anything")
    found.hold(rejected == counts[503], f"{FULL} went up by {rejected}, the client saw {counts[503]}")
    taken = [line for line in log if line.status == 200 and line.began > told.began]
    overtaken = [sum(one.began < other.ended < one.ended for other in taken) for one in taken]
    found.say(f"while one waited for its picture, {max(overtaken)} others got theirs at most")
    found.hold(max(overtaken) <= 1.5 * QUEUE, "accepted ones wait longer than the queue is")
    made, usual = (
        sum(line.status == 200 and told.began < line.ended < told.ended for line in lines)
        for lines in (log, beside)
    )
    found.say(f"made {made} pictures, a server beside it that isn't asked too much {usual}")
    found.hold(made >= 0.6 * usual, "overload costs throughput")
    early, late = told.held[len(told.held) // 3], told.held[-1]
    found.say(f"memory {early / 2**20:.0f} MiB after a third, {late / 2**20:.0f} MiB at the end")
    found.hold(late - early < 8 * 2**20, "memory grows")


@contextmanager
def serving() -> Iterator[Live]:
    """A server with a small queue."""
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
            log_format="json",
        ) as server,
    ):
        server.wait_ready(within=60.0)
        yield server


def main() -> None:
    short = short_form(__doc__ or "")
    found = Findings("serve_overload")
    with serving() as server, serving() as beside:
        refusals(found, asyncio.run(at_a_full_door(server)), log_of(server))
        able = asyncio.run(capacity(server))
        before = scrape(server).get(FULL, 0)
        told = asyncio.run(flood(server, beside, 10 * able, 60 if short else 1000))
        rejected, log, quiet = scrape(server).get(FULL, 0) - before, log_of(server), log_of(beside)
    found.say(f"able to {able:.1f}/s, sent {len(told.replies) / (told.ended - told.began):.0f}/s for "
              f"{told.ended - told.began:.0f} s: {dict(statuses(told.replies))}")  # fmt: skip
    overload(found, told, log, quiet, rejected)
    found.end()


if __name__ == "__main__":
    main()
