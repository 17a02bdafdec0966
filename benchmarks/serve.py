"""How much of the engine's speed comes through HTTP, and what overload and time do to the server.

    python benchmarks/serve.py                     the shipped model on this machine, a few minutes
    python benchmarks/serve.py --photos DIR --rounds 3 --json figures.json

The same photos are made by the engine one after another, by `bggen batch`, and by `bggen serve` with always
enough requests under way; rounds alternate, figures are medians. Loading and first pictures are not counted.
Then comes an overload of ten times what the server is able to, and its memory from beginning to end.

    python benchmarks/serve.py --admission step at a time or request at a time, about ten minutes
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import admission  # noqa: E402
from tests.load import (  # noqa: E402
    UNANSWERED,
    Reply,
    ask,
    caller,
    memory,
    quantile,
    side_by_side,
    statuses,
)
from tests.serving import Live, live  # noqa: E402

from bggen import sink  # noqa: E402
from bggen.batch import BatchRequest  # noqa: E402
from bggen.batch import run as run_batch  # noqa: E402
from bggen.benchmark import PROMPT, machine  # noqa: E402
from bggen.engine import Engine, prepare  # noqa: E402
from bggen.errors import BadInput  # noqa: E402
from bggen.options import Options  # noqa: E402
from bggen.settings import Settings  # noqa: E402
from bggen.spec import Job  # noqa: E402

WIDTH = 6  # requests under way: a queue that never runs dry on a machine of a few cores


def usable(folder: Path, options: Options) -> list[Path]:
    """The photos that can be cut out here; the others are named."""
    found = []
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".jpg", ".png")):
        try:
            prepare(Job(str(path), options), Settings())
            found.append(path)
        except BadInput as error:
            print(f"left out: {error}", file=sys.stderr)
    return found


def by_engine(engine: Engine, photos: list[Path], options: Options, folder: Path) -> float:
    """Seconds for all photos, one after another, from file to file."""
    started = time.perf_counter()
    for number, photo in enumerate(photos):
        render = next(engine.render(Job(str(photo), options)))
        data = sink.encode(render.rgb, render.record, options, "png")
        sink.write(folder / f"{number}.png", data, force=True)
    return time.perf_counter() - started


def by_batch(engine: Engine, photos: list[Path], options: Options, folder: Path) -> float:
    """Seconds for a run over a folder with the same photos, the model being loaded already."""
    source = folder / "source"
    source.mkdir()
    for number, photo in enumerate(photos):
        shutil.copy(photo, source / f"{number:03}{photo.suffix}")
    started = time.perf_counter()
    request = BatchRequest(str(source), str(folder / "out"), options, quiet=True)
    code = run_batch(request, Settings(), engine=engine)
    if code not in (0, 3):
        raise SystemExit(f"the batch ended with {code}")
    return time.perf_counter() - started


async def by_server(
    server: Live, photos: list[Path], options: Options, width: int
) -> tuple[float, list[Reply]]:
    """(seconds, replies) of the same photos with `width` requests under way."""
    replies: list[Reply] = []

    async def one(number: int, data: bytes) -> None:
        replies.append(await ask(http, number, data, prompt=options.prompt))

    async with caller(server.url) as http:
        tasks = [partial(one, number, photo.read_bytes()) for number, photo in enumerate(photos)]
        started = time.perf_counter()
        await side_by_side(tasks, width)
        seconds = time.perf_counter() - started
    if bad := [reply for reply in replies if reply.status != 200]:
        raise SystemExit(f"the server answered {statuses(bad)}: {bad[0].body[:300]!r}")
    return seconds, [reply.seconds for reply in replies]


async def overload(server: Live, photo: Path, rate: float, seconds: float, prompt: str) -> list[Reply]:
    """Replies to `rate` requests a second, whatever the answers take."""
    data = photo.read_bytes()
    async with caller(server.url) as http:
        tasks: list[asyncio.Task[Reply]] = []
        started = time.monotonic()
        while (passed := time.monotonic() - started) < seconds:
            while len(tasks) < rate * passed:
                tasks.append(asyncio.create_task(ask(http, len(tasks), data, prompt=prompt)))
            await asyncio.sleep(0.01)
        return list(await asyncio.gather(*tasks))


def measure(photos: list[Path], options: Options, rounds: int, seconds: float) -> dict[str, Any]:
    """Everything, as JSON."""
    engine, cores = Engine(Settings()), len(os.sched_getaffinity(0))
    times: dict[str, list[float]] = {"engine": [], "batch": [], "serve": []}
    waits: list[float] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        live(
            Path(folder),
            {"OMP_NUM_THREADS": str(cores)},  # the tests' servers make do with one
            model=options.model,
            generate_rate="",
            read_rate="",
            queue=WIDTH + 2,
        ) as server,
    ):
        server.wait_ready(within=300)
        asyncio.run(by_server(server, photos[:2], options, 1))
        next(engine.render(Job(str(photos[0]), options)))
        held = [memory(server)]
        for _ in range(rounds):
            for kind, make in (("engine", by_engine), ("batch", by_batch)):
                with tempfile.TemporaryDirectory() as out:
                    times[kind].append(make(engine, photos, options, Path(out)))
            times["serve"].append(asyncio.run(by_server(server, photos, options, WIDTH))[0])
            waits += asyncio.run(by_server(server, photos[:4], options, 1))[1]
            held.append(memory(server))
        speed = {kind: len(photos) / statistics.median(each) for kind, each in times.items()}
        flood = asyncio.run(overload(server, photos[0], 10 * speed["serve"], seconds, options.prompt))
        held.append(memory(server))
    counts = statuses(flood)
    taken = [reply.seconds for reply in flood if reply.status == 200]
    refused = [reply.seconds for reply in flood if reply.status == 503]
    return {
        "machine": machine(),
        "model": options.model,
        "photos": len(photos),
        "rounds": rounds,
        "seconds": {kind: [round(value, 3) for value in each] for kind, each in times.items()},
        "pictures_per_second": {kind: round(value, 3) for kind, value in speed.items()},
        "serve_of_engine": round(speed["serve"] / speed["engine"], 3),
        "serve_of_batch": round(speed["serve"] / speed["batch"], 3),
        "alone_seconds_median": round(statistics.median(waits), 3),
        "overload": {
            "seconds": seconds,
            "sent": len(flood),
            "accepted": counts[200],
            "refused": counts[503],
            "unanswered": counts[UNANSWERED],
            "accepted_p99_seconds": round(quantile(taken, 0.99), 3),
            "refused_p99_seconds": round(quantile(refused, 0.99), 4),
        },
        "memory_mib": [round(value / 2**20) for value in held],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="bggen serve beside the engine and bggen batch")
    parser.add_argument("--photos", type=Path, default=ROOT / "examples" / "photos")
    parser.add_argument("--repeat", type=int, default=2, help="times that each photo is made in a round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--overload", type=float, default=30.0, help="seconds of it")
    parser.add_argument("--model", default="studio")
    parser.add_argument("--admission", action="store_true", help="latency by --admission, and nothing else")
    parser.add_argument("--requests", type=int, default=300, help="of each way, with --admission")
    parser.add_argument("--only", default="", help="with --admission: cases whose names have this in them")
    parser.add_argument("--json", type=Path)
    told = parser.parse_args()
    if told.admission:
        chosen = [case for case in admission.cases(told.requests) if told.only in case.name]
        write({"machine": machine(), "cases": [admission.measure(case) for case in chosen]}, told.json)
        return
    options = Options(model=told.model, prompt=PROMPT)
    photos = usable(told.photos, options) * told.repeat
    write(measure(photos, options, told.rounds, told.overload), told.json)


def write(result: dict[str, Any], file: Path | None) -> None:
    """Show the figures, and keep them."""
    print(json.dumps(result, indent=1))
    if file:
        file.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
