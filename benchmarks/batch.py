"""How much of the painter's speed comes through `bggen batch`, what a finished catalogue costs, and memory.

    python benchmarks/batch.py                     the shipped model on this machine, some minutes
    python benchmarks/batch.py --repeat 4 --rounds 3 --items 10000 --json figures.json
    python benchmarks/batch.py --device-seconds 1 --repeat 12 --items 0    a GPU that takes 1 s each

Pure compute is the same prepared photos, held in memory, painted in the same batches. Rounds alternate,
figures are medians; loading and the first batch are not counted. Where painter and cut-outs share the same
cores, their sum is what a run costs; `--device-seconds` shows instead whether a device of its own ever waits
for a file: the painter then takes that long without touching the cores. Then come a run over `--items`
cut-outs with the flat painter, whose memory is looked at all the way, and a second run over the finished.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from tests import catalog  # noqa: E402

from bggen.batch import BatchRequest  # noqa: E402
from bggen.batch import run as run_batch  # noqa: E402
from bggen.benchmark import PROMPT, machine  # noqa: E402
from bggen.engine import Engine, Prepared, prepare  # noqa: E402
from bggen.errors import BadInput  # noqa: E402
from bggen.families.flat import FlatPainter  # noqa: E402
from bggen.options import Options  # noqa: E402
from bggen.settings import Settings  # noqa: E402
from bggen.spec import Job, Painting, Scene, StepCallback  # noqa: E402


def multiplied(folder: Path, source: Path, options: Options, repeat: int, suffix: str) -> list[Prepared]:
    """Write each photo that can be cut out here `repeat` times; returns them ready to paint."""
    folder.mkdir()
    ready: list[Prepared] = []
    for path in sorted(p for p in source.iterdir() if p.suffix in (".jpg", ".png")):
        first = folder / f"{path.stem}-00{suffix}"
        with Image.open(path) as photo:
            photo.convert("RGB").save(first, quality=95)
        try:
            ready += prepare(Job(str(first), options), Settings()) * repeat
        except BadInput as error:
            print(f"left out: {error}", file=sys.stderr)
            first.unlink()
            continue
        for number in range(1, repeat):
            (folder / f"{path.stem}-{number:02}{suffix}").write_bytes(first.read_bytes())
    return ready


def pure(engine: Engine, ready: list[Prepared], size: int) -> float:
    """Seconds to paint everything in batches of `size`."""
    started = time.perf_counter()
    for at in range(0, len(ready), size):
        engine.paint(ready[at : at + size])
    return time.perf_counter() - started


def whole(engine: Engine, source: Path, out: Path, options: Options, size: int) -> float:
    """Seconds of a run from folder to folder, worker start and reports included."""
    started = time.perf_counter()
    request = BatchRequest(str(source), str(out), options, prompt=PROMPT, batch_size=str(size), quiet=True)
    if (code := run_batch(request, Settings(), engine=engine)) not in (0, 3):
        raise SystemExit(f"the batch ended with {code}")
    return time.perf_counter() - started


class Device(FlatPainter):
    """Paints a flat colour, and takes as long as a device of its own would."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds

    def paint(self, scenes: Sequence[Scene], on_step: StepCallback | None = None) -> list[Painting]:
        time.sleep(self.seconds * len(scenes))
        return super().paint(scenes, on_step)


def speed(
    engine: Engine, work: Path, photos: Path, options: Options, repeat: int, rounds: int, size: int
) -> dict[str, Any]:
    """Pictures per second, end to end and pure, for each kind of file."""
    figures = {}
    for suffix in (".jpg", ".png"):
        source = work / f"in{suffix}"
        ready = multiplied(source, photos, options, repeat, suffix)
        engine.paint(ready[:size])
        seconds: dict[str, list[float]] = {"pure": [], "batch": []}
        for number in range(rounds):
            seconds["pure"].append(pure(engine, ready, size))
            seconds["batch"].append(whole(engine, source, work / f"out{suffix}-{number}", options, size))
        median = {kind: statistics.median(each) for kind, each in seconds.items()}
        figures[suffix.lstrip(".")] = {
            "pictures": len(ready),
            "seconds": {kind: [round(value, 2) for value in each] for kind, each in seconds.items()},
            "pictures_per_second": {kind: round(len(ready) / value, 3) for kind, value in median.items()},
            "batch_of_pure": round(median["pure"] / median["batch"], 3),
        }
    return figures


def resident(pid: int) -> int:
    """Bytes of a process and its children; Linux."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    pages = [int(Path(f"/proc/{one}/statm").read_text().split()[1]) for one in (pid, *map(int, children))]
    return sum(pages) * os.sysconf("SC_PAGE_SIZE")


def high_water(pid: int) -> int:
    """Highest resident memory of a process so far in KiB; 0 when it has ended. Linux."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def long_run(work: Path, items: int) -> dict[str, Any]:
    """Memory along a run over `items` cut-outs, then a second run over what is done."""
    source, out = catalog.make(work / "many", items), work / "made"
    run = subprocess.Popen(catalog.command(source, out), stdout=subprocess.PIPE, text=True)
    assert run.stdout
    held, started = {}, time.perf_counter()
    for number, _ in enumerate(run.stdout, 1):
        if number % 200 == 0 and number < items:  # at the last one workers may be gone
            held[number] = round(resident(run.pid) / 2**20, 1)
    if run.wait():
        raise SystemExit(f"the run over {items} items ended with {run.returncode}")
    first = time.perf_counter() - started
    again = subprocess.Popen(catalog.command(source, out), stdout=subprocess.DEVNULL)
    started = time.perf_counter()
    peak = 0
    while again.poll() is None:  # not rusage: that counts what this process held when it forked
        peak = max(peak, high_water(again.pid))
        time.sleep(0.01)
    return {
        "items": items,
        "first_run_seconds": round(first, 1),
        "rss_mib_at_item": {str(number): value for number, value in held.items()},
        "second_run_seconds": round(time.perf_counter() - started, 2),
        "second_run_peak_mib": round(peak / 1024, 1),
        "second_run_exit": again.returncode,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="bggen batch beside its painter alone")
    parser.add_argument("--photos", type=Path, default=ROOT / "examples" / "photos")
    parser.add_argument("--repeat", type=int, default=4, help="times that each photo is in the folder")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--batch-size", type=int, default=4)
    parser.add_argument("--items", type=int, default=10_000, help="cut-outs of the long run; 0: none")
    parser.add_argument("--model", default="studio")
    parser.add_argument("--size", default="512")
    parser.add_argument("--device-seconds", type=float, default=0.0, help="a picture; 0: the model paints")
    parser.add_argument("--json", type=Path)
    told = parser.parse_args()
    device = Device(told.device_seconds) if told.device_seconds else None
    options = Options(model="flat" if device else told.model, prompt=PROMPT, size=told.size)
    with tempfile.TemporaryDirectory() as folder:
        result: dict[str, Any] = {
            "machine": machine(), "model": options.model, "size": told.size, "batch_size": told.batch_size,
            "device_seconds": told.device_seconds,
            "load_before": [round(value, 2) for value in os.getloadavg()],
        }  # fmt: skip
        if told.rounds:
            result["speed"] = speed(
                Engine(Settings(), device), Path(folder), told.photos, options, told.repeat, told.rounds,
                told.batch_size,
            )  # fmt: skip
        if told.items:
            result["long_run"] = long_run(Path(folder), told.items)
    print(json.dumps(result, indent=1))
    if told.json:
        told.json.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
