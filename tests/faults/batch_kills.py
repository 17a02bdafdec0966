"""kill -9 at random moments of a 120-item run: nothing lost, nothing redone beyond what was in flight."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests import catalog

JOURNAL = ".bggen/journal.sqlite3"
WAY = ("--workers", "1", "--batch-size", "4")
IN_FLIGHT = 2 * 4 + 2  # items under way at most: two batches, and one each being opened and finished


def main() -> None:
    """200 kills of the whole process group, three to a catalogue; ten in the short form."""
    short = catalog.short_form(__doc__ or "")
    kills, count = (4, 40) if short else (200, 120)
    seed = random.Random(7)
    with tempfile.TemporaryDirectory() as work:
        source, whole, out = catalog.make(Path(work) / "in", count), Path(work) / "whole", Path(work) / "out"
        began = time.monotonic()
        first = catalog.run(source, whole, *WAY)
        span = time.monotonic() - began
        assert first.returncode == 0, first.stderr
        right, seen = catalog.tree(whole), Counter[str]()
        most = 0
        while seen["kills"] < kills:
            shutil.rmtree(out, ignore_errors=True)
            here, done = 0, dict[bytes, int]()
            while here < 3 and seen["kills"] < kills:
                run = subprocess.Popen(
                    catalog.command(source, out, *WAY),
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
                )  # fmt: skip
                at_work(run, out, here)
                time.sleep(seed.uniform(0, span * 0.8))
                alive = run.poll() is None
                # half the time the whole group dies, as with a machine; else the main process alone
                if alive and seed.random() < 0.5:
                    os.killpg(run.pid, signal.SIGKILL)
                else:
                    run.kill()
                run.wait()
                seen["kills"] += alive
                here += 1
                before, (done, busy) = done, finished(out)
                seen["done_twice"] += sum(done.get(name) != number for name, number in before.items())
                most = max(most, busy)
            last = catalog.run(source, out, *WAY)
            before, (done, busy) = done, finished(out)
            seen["done_twice"] += sum(done.get(name) != number for name, number in before.items())
            now = catalog.tree(out)
            seen["runs"] += 1
            seen["lost"] += len(set(right) - set(now))
            seen["different"] += sum(now.get(name) != digest for name, digest in right.items())
            seen["stray"] += catalog.strays(out) + len(set(now) - set(right))
            seen["wrong_exit"] += last.returncode != 0
            seen["journal_broken"] += not catalog.sound(out)
            seen["still_running"] += busy
        seen["beyond_flight"] = max(0, most - IN_FLIGHT)
    bad = (
        "lost", "different", "stray", "wrong_exit", "journal_broken", "done_twice", "still_running",
        "beyond_flight",
    )  # fmt: skip
    shown = {"items": count, "seconds_undisturbed": round(span, 2), "most_in_flight": most}
    catalog.verdict({**shown, **dict.fromkeys(bad, 0), **seen}, bad)


def at_work(run: subprocess.Popen[bytes], out: Path, before: int) -> None:
    """Wait until this run, the one after `before` others, has opened its row in the journal."""
    while run.poll() is None and runs(out) <= before:
        time.sleep(0.01)


def runs(out: Path) -> int:
    """How many runs the journal knows of."""
    try:
        with closing(sqlite3.connect(f"file:{out / JOURNAL}?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT count(*) FROM runs").fetchone()[0])
    except sqlite3.Error:  # not there yet
        return 0


def finished(out: Path) -> tuple[dict[bytes, int], int]:
    """Item -> the run that finished it, and how many items are marked as under way."""
    with closing(sqlite3.connect(out / JOURNAL)) as db:
        done = dict(db.execute("SELECT id, run FROM items WHERE state = 'done'"))
        return done, int(db.execute("SELECT count(*) FROM items WHERE state = 'running'").fetchone()[0])


if __name__ == "__main__":
    main()
