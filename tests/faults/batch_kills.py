"""kill -9 at random moments of a 120-item run: nothing lost, nothing redone beyond what was in flight."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests import catalog

IN_FLIGHT = 16  # items that one worker, the device and their queues may hold


def main() -> None:
    """200 kills of the whole process group, three to a catalogue; ten in the short form."""
    short = catalog.short_form(__doc__ or "")
    kills, count = (4, 40) if short else (200, 120)
    seed = random.Random(7)
    with tempfile.TemporaryDirectory() as work:
        source, whole, out = catalog.make(Path(work) / "in", count), Path(work) / "whole", Path(work) / "out"
        began = time.monotonic()
        first = catalog.run(source, whole, "--workers", "1")
        span = time.monotonic() - began
        assert first.returncode == 0, first.stderr
        right, seen = catalog.tree(whole), Counter[str]()
        while seen["kills"] < kills:
            shutil.rmtree(out, ignore_errors=True)
            here, spoken = 0, 0
            while here < 3 and seen["kills"] < kills:
                run = subprocess.Popen(
                    catalog.command(source, out, "--workers", "1"),
                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
                )  # fmt: skip
                time.sleep(seed.uniform(0.2, span))
                alive = run.poll() is None
                # half the time the whole group dies, as with a machine; else the main process alone
                if alive and seed.random() < 0.5:
                    os.killpg(run.pid, signal.SIGKILL)
                else:
                    run.kill()
                spoken += catalog.made(run.communicate()[0])
                seen["kills"] += alive
                here += 1
            last = catalog.run(source, out, "--workers", "1")
            spoken += catalog.made(last.stdout)
            now = catalog.tree(out)
            seen["runs"] += 1
            seen["lost"] += len(set(right) - set(now))
            seen["different"] += sum(now.get(name) != digest for name, digest in right.items())
            seen["stray"] += catalog.strays(out) + len(set(now) - set(right))
            seen["wrong_exit"] += last.returncode != 0
            seen["journal_broken"] += not catalog.sound(out)
            seen["done_twice"] += max(0, spoken - count)
            seen["beyond_flight"] += max(0, spoken - count - here * IN_FLIGHT)
    bad = ("lost", "different", "stray", "wrong_exit", "journal_broken", "beyond_flight")
    catalog.verdict(
        {"items": count, "seconds_undisturbed": round(span, 2), **dict.fromkeys(bad, 0), **seen}, bad
    )


if __name__ == "__main__":
    main()
