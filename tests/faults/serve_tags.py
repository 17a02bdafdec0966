"""Tagged requests: no answer is ever swapped, the server's counts equal ours, and memory stays flat.

Every request has a product of its own colour, a size, a seed and an id; one in fifty has a photo that is cut
short, one in fifty a wrong field. Batches form from whatever comes together.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.load import Findings, Reply, ask, caller, memory, scrape, short_form, side_by_side
from tests.serving import Live, live, photo

SIZES = (64, 80, 96)
WIDTH = 24  # requests under way


def colour(number: int) -> tuple[int, int, int]:
    """A different one for each of 16 million numbers."""
    mixed = number * 0x9E3779B1 & 0xFFFFFF
    return mixed >> 16, mixed >> 8 & 255, mixed & 255


def expected(number: int) -> int:
    return {7: 422, 23: 422}.get(number % 50, 200)


def swapped(reply: Reply) -> bool:
    """Whether any part of an answer belongs to another request."""
    number = reply.number
    if reply.headers.get("x-request-id") != f"n-{number}" or reply.status != expected(number):
        return True
    if reply.status != 200:
        return False
    picture = reply.picture()
    side = SIZES[number % len(SIZES)]
    middle = picture.getpixel((side // 2, side // 2))
    return (picture.size, middle, reply.headers["x-seed"]) != ((side, side), colour(number), str(number))


async def campaign(server: Live, count: int, every: int) -> tuple[Counter[int], list[int], list[int]]:
    """(answers by status, numbers of wrong ones, memory after each `every` requests)."""
    seen: Counter[int] = Counter()
    wrong: list[int] = []
    held: list[int] = []

    async def one(number: int) -> None:
        data = photo(colour(number))
        if number % 50 == 7:
            data = data[: len(data) // 2]
        side = "no size" if number % 50 == 23 else str(SIZES[number % len(SIZES)])
        reply = await ask(http, number, data, size=side, seed=str(number))
        seen[reply.status] += 1
        if swapped(reply):
            wrong.append(number)
        if sum(seen.values()) % every == 0:
            held.append(memory(server))

    async with caller(server.url) as http:
        await side_by_side((partial(one, number) for number in range(count)), WIDTH)
    return seen, wrong, held


def main() -> None:
    short = short_form(__doc__ or "")
    count, every = (400, 50) if short else (10_000, 500)
    found = Findings("serve_tags")
    with (
        tempfile.TemporaryDirectory() as folder,
        live(Path(folder), generate_rate="", read_rate="", max_batch=8, cpu_workers=2) as server,
    ):
        server.wait_ready()
        started = time.monotonic()
        seen, wrong, held = asyncio.run(campaign(server, count, every))
        seconds = time.monotonic() - started
        figures = scrape(server)
    found.say(
        f"{count} requests in {seconds:.0f} s ({count / seconds:.0f}/s), {dict(seen)}, {len(wrong)} wrong"
    )
    found.hold(not wrong, f"answers that were not the asker's own: {wrong[:10]}")
    for status, number in seen.items():
        name = f'http_requests_total{{endpoint="/generate",method="POST",status="{status}"}}'
        found.hold(figures.get(name) == number, f"{name} is {figures.get(name)}, the client counted {number}")
    made = figures['ai_bg_predictions_total{model="flat",status="ok"}']
    batches, scenes = figures["bggen_batch_size_count"], figures["bggen_batch_size_sum"]
    found.hold(made == scenes == seen[200], f"{made} pictures, {scenes} scenes, {seen[200]} answers")
    found.hold(batches < scenes, "nothing was ever batched")
    found.hold(
        figures["bggen_queue_depth"] == figures["bggen_queue_bytes"] == 0, "places were not given back"
    )
    found.say(f"{scenes / batches:.2f} scenes a batch; counts equal the client's")
    early, late = held[len(held) // 3], held[-1]
    found.say(f"memory {early / 2**20:.0f} MiB after a third, {late / 2**20:.0f} MiB at the end")
    found.hold(late - early < 8 * 2**20, "memory grows")
    found.end()


if __name__ == "__main__":
    main()
