"""--engine ray on a Ray of this machine: actors killed, runs stopped; the bytes of the local engine."""

from __future__ import annotations

import importlib.util
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests import catalog

from bggen.batch.memory.journal import Journal

SIZE = ("--size", "700")
RAY = (*SIZE, "--engine", "ray", "--workers", "2")
PATIENCE = 200.0  # seconds for a run, Ray's own start included


def main() -> None:
    """15 catalogues of 16 photos with a killed actor each, one in the short form; and one that is stopped."""
    short = catalog.short_form(__doc__ or "")
    if sys.platform != "linux" or importlib.util.find_spec("ray") is None:
        print("skipped: needs Linux, whose /proc tells the actors, and the extra ray")
        return
    os.environ |= {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}
    seen, seed = Counter[str](), random.Random(5)
    with tempfile.TemporaryDirectory() as work:
        photos = catalog.make(Path(work) / "photos", 16)
        (photos / "empty.jpg").touch()
        assert catalog.run(photos, Path(work) / "local", *SIZE).returncode == 3
        right = catalog.tree(Path(work) / "local")
        for _ in range(1 if short else 15):
            one_killed(photos, Path(work) / "ray", right, seen, 0.0 if short else seed.uniform(0, 3))
        stopped(Path(work), seen)
    bad = (
        "not_killed", "wrong_exit", "different", "lost", "no_sidecar", "stray", "wrong_rows", "chatter",
        "redone", "not_given_back",
    )  # fmt: skip
    catalog.verdict(dict.fromkeys(bad, 0) | seen, bad)


def one_killed(photos: Path, out: Path, right: dict[str, str], seen: Counter[str], delay: float) -> None:
    """A run that loses an actor, and two after it that know what it made."""
    shutil.rmtree(out, ignore_errors=True)
    run = subprocess.Popen(
        catalog.command(photos, out, *RAY, "--sidecar"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    killed = kill_one(run, out, delay)
    stdout, stderr = run.communicate(timeout=PATIENCE)
    now, (*rows, last) = catalog.tree(out), [json.loads(line) for line in stdout.splitlines()]
    failed = {row["reason"] for row in rows if row["state"] == "failed"}
    told = (last["summary"]["made"], last["summary"]["failed"])
    seen["runs"] += 1
    seen["not_killed"] += not killed
    seen["wrong_exit"] += run.returncode != 3
    seen["lost"] += len(set(right) - set(now))
    seen["different"] += sum(now.get(name) != digest for name, digest in right.items())
    seen["no_sidecar"] += len(right) - len(list(out.glob("*.png.json")))
    seen["stray"] += catalog.strays(out)
    seen["wrong_rows"] += sorted(row["id"] for row in rows) != sorted([*right, "empty.png"])
    seen["wrong_rows"] += failed != {"empty"} or told != (len(right), 1)
    seen["chatter"] += stderr.splitlines() != [f"{photos}/empty.jpg: the file is empty [empty]"]
    # the next run knows it all, whichever engine it has, and asks for no Ray: at this address is none
    nowhere = {**os.environ, "RAY_ADDRESS": "127.0.0.1:1"}
    again = subprocess.run(
        catalog.command(photos, out, *RAY), capture_output=True, text=True, env=nowhere, check=False
    )
    (out / "p00005.png").unlink()
    local = catalog.run(photos, out, *SIZE)
    seen["wrong_exit"] += (again.returncode, local.returncode) != (3, 3)
    seen["redone"] += catalog.made(again.stdout) + abs(catalog.made(local.stdout) - 1)


def stopped(work: Path, seen: Counter[str]) -> None:
    """A run that --max-failures ends gives back what was not begun; the local engine goes on from there."""
    photos, out = catalog.make(work / "many", 40), work / "stopped"
    (photos / "a-first.jpg").touch()
    flags = (*SIZE, "--engine", "ray", "--workers", "1", "--batch-size", "1", "--max-failures", "1")
    seen["wrong_exit"] += catalog.run(photos, out, *flags).returncode != 5
    first = catalog.tree(out)
    with closing(Journal(out / ".bggen" / "journal.sqlite3", read_only=True)) as journal:
        states = {entry.id: entry.state for entry in journal.entries()}
    seen["not_given_back"] += states.pop("a-first.png", "") != "failed"
    seen["not_given_back"] += states != dict.fromkeys(first, "done") or len(first) == 40
    last = catalog.run(photos, out, *SIZE, "--limit", "1")
    seen["wrong_exit"] += last.returncode != 4
    seen["redone"] += catalog.made(last.stdout) != 1


def kill_one(run: subprocess.Popen[str], out: Path, delay: float) -> int:
    """An actor of a run, some time after its second picture; its process id, 0 where it was too late."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and run.poll() is None:
        if len(catalog.tree(out)) >= 2:
            time.sleep(delay)
            if pids := actors(run.pid):
                os.kill(min(pids), signal.SIGKILL)
                return min(pids)
            return 0
        time.sleep(0.02)
    return 0


def actors(run: int) -> set[int]:
    """Process ids of the pipeline actors below a run's process."""
    parents, found = dict[int, int](), set[int]()
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                if b"ray::MapWorker" in (folder / "cmdline").read_bytes():
                    found.add(int(folder.name))
            except OSError:
                continue

    def ours(pid: int) -> bool:
        return pid == run or (pid in parents and ours(parents[pid]))

    return {pid for pid in found if ours(pid)}


if __name__ == "__main__":
    main()
