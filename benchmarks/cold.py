"""Whole processes of `bggen generate`, from nothing to the file: what a shop's script waits for.

python benchmarks/cold.py --json benchmarks/results/cold.json
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
from pathlib import Path

from bggen.benchmark import machine

PHOTOS = Path(__file__).resolve().parents[1] / "examples" / "photos"
NAMES = ("handbag", "mug", "sneaker")
PROMPT = "on a walnut table, golden hour"


def once(photo: Path, out: Path) -> tuple[float, float]:
    """Seconds, and MB of memory at most, of one process."""
    command = [sys.executable, "-m", "bggen", "generate", str(photo), "-p", PROMPT, "-o", str(out)]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status) not in (0, 3):  # 3: made, and to be looked at
        sys.exit(f"bggen generate {photo} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, used.ru_maxrss / 1024


def main() -> None:
    """The first process of all warms the file cache and is not counted."""
    it = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    it.add_argument("--rounds", type=int, default=5)
    it.add_argument("--json", type=Path)
    args = it.parse_args()
    samples: dict[str, list[tuple[float, float]]] = {name: [] for name in NAMES}
    with tempfile.TemporaryDirectory() as folder:
        once(PHOTOS / f"{NAMES[0]}.jpg", Path(folder) / "first.png")
        for number in range(args.rounds):
            for name in NAMES:
                samples[name].append(once(PHOTOS / f"{name}.jpg", Path(folder) / f"{name}-{number}.png"))
    for name, rows in samples.items():
        seconds, megabytes = (statistics.median(column) for column in zip(*rows, strict=True))
        print(f"{name}: {seconds:.2f} s, {megabytes:.0f} MB")
    if args.json:
        found = {"machine": machine(), "prompt": PROMPT, "samples": samples}
        args.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
