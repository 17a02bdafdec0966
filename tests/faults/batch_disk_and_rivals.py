"""Full and vanishing disks, ten runs at once, a photo that kills its worker, no terminal, stdout closed."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests import catalog

Figures = dict[str, int]
KILLER = """
import os, signal

def cut(options, settings):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def full_disk(work: Path, source: Path, right: dict[str, str], points: int) -> Figures:
    """The disk fills up somewhere in a run; with room again, the next run ends with the same pictures."""
    figures = Counter[str](disk_points=0, disk_partial=0, disk_stray=0, disk_traceback=0, disk_not_resumed=0)
    disk, seed = work / "disk", random.Random(3)
    disk.mkdir()
    need = sum(p.stat().st_size for p in (work / "whole").rglob("*.png")) // 1024 + 400
    for _ in range(points):
        size = seed.randint(120, need)
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(disk)]
        if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
            print("full disk: skipped, no tmpfs can be mounted here")
            break
        try:
            ran = catalog.run(source, disk / "o")
            figures["disk_points"] += 1
            figures["disk_full"] += ran.returncode != 0
            figures[f"disk_exit_{ran.returncode}"] += 1
            figures["disk_traceback"] += ran.stderr.count("Traceback")
            figures["disk_stray"] += catalog.strays(disk)
            now = catalog.tree(disk / "o")
            figures["disk_partial"] += sum(right[name] != digest for name, digest in now.items())
            subprocess.run(["mount", "-o", "remount,size=80m", str(disk)], check=True)
            again = catalog.run(source, disk / "o")
            figures["disk_not_resumed"] += again.returncode != 0 or catalog.tree(disk / "o") != right
        finally:
            subprocess.run(["umount", str(disk)], check=True)
    return dict(figures)


def read_only(work: Path, source: Path) -> Figures:
    """An output that nobody may write: one line, nothing made. Only such a mount stops root."""
    out = work / "sealed"
    out.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(out)]
    mounted = not os.geteuid() and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    if not os.geteuid() and not mounted:
        print("read-only output: skipped, root may write everywhere here")
        return {}
    out.chmod(0o555) if not mounted else None
    try:
        ran = catalog.run(source, out)
    finally:
        if mounted:
            subprocess.run(["umount", str(out)], check=True)
    told = "can't be written" in ran.stderr and "Traceback" not in ran.stderr
    return {"read_only_exit": ran.returncode, "read_only_wrong": int(ran.returncode != 2 or not told)}


def vanishing(work: Path, source: Path, right: dict[str, str]) -> Figures:
    """Source, then output, are removed in the middle; both runs end, a later one completes it."""
    figures: Figures = {}
    for what in ("source", "output"):
        photos, out = work / f"{what}-in", work / f"{what}-out"
        shutil.copytree(source, photos)
        run = subprocess.Popen(
            catalog.command(photos, out), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        until = time.monotonic() + 30
        while not catalog.tree(out) and time.monotonic() < until:
            time.sleep(0.02)
        shutil.rmtree(photos if what == "source" else out, ignore_errors=True)
        stdout, stderr = run.communicate(timeout=60)
        now = catalog.tree(out) if what == "source" else {}
        silent = sum(
            row["state"] != "done" and not row.get("reason") for row in catalog.said(stdout) if "state" in row
        )
        if not photos.exists():
            shutil.copytree(source, photos)
        again = catalog.run(photos, out, "--retry-failed")
        figures |= {
            f"{what}_gone_exit": run.returncode,
            f"{what}_gone_silent": silent + (run.returncode not in (1, 3)) + stderr.count("Traceback"),
            f"{what}_gone_partial": sum(right[name] != digest for name, digest in now.items()),
            f"{what}_gone_not_mended": int(again.returncode != 0 or catalog.tree(out) != right),
        }
    return figures


def rivals(work: Path, source: Path, right: dict[str, str], count: int) -> Figures:
    """Ten runs into one folder: one works until it is stopped, nine are told so and end at once."""
    out = work / "shared"
    runs = [
        subprocess.Popen(
            catalog.command(source, out, "--watch"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for _ in range(count)
    ]
    until = time.monotonic() + 90
    while time.monotonic() < until:
        if sum(run.poll() is None for run in runs) == 1 and catalog.tree(out) == right:
            break
        time.sleep(0.1)
    for run in runs:
        run.terminate()
    made = [catalog.made(run.communicate(timeout=60)[0]) for run in runs]
    codes = Counter(run.returncode for run in runs)
    return {
        "rivals_worked": codes[143], "rivals_sent_away": codes[75],
        "rivals_wrong": int(codes != {143: 1, 75: count - 1}),
        "rivals_redone": sum(made) - len(right), "rivals_different": int(catalog.tree(out) != right),
    }  # fmt: skip


def killed_outright(work: Path, source: Path, right: dict[str, str]) -> Figures:
    """One photo kills each process that opens it: it is put aside for good, the others are made."""
    plugin, photos, out = work / "plugin", work / "poison-in", work / "poison-out"
    marks = plugin / "killer-1.dist-info"
    marks.mkdir(parents=True)
    (plugin / "killer.py").write_text(KILLER)
    (marks / "METADATA").write_text("Metadata-Version: 2.1\nName: killer\nVersion: 1\n")
    (marks / "entry_points.txt").write_text("[bggen.cutouts]\nkiller = killer:cut\n")
    shutil.copytree(source, photos)
    first = min(photos.iterdir()).name
    rows = [
        "image,cutout",
        *(f"{p.name},{'killer' if p.name == first else 'auto'}" for p in sorted(photos.iterdir())),
    ]
    (photos / "table.csv").write_text("\n".join(rows))
    paths = [str(plugin), *filter(None, [os.environ.get("PYTHONPATH")])]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
    command = catalog.command(photos / "table.csv", out)
    seen = [subprocess.run(command, env=env, capture_output=True, text=True, check=False) for _ in range(2)]
    said = [row for row in catalog.said(seen[0].stdout) if row.get("state") == "quarantined"]
    good = {name: digest for name, digest in right.items() if name != first}
    return {
        "poison_put_aside": len(said), "poison_made": catalog.made(seen[0].stdout),
        "poison_wrong": int([row["reason"] for row in said] != ["poison"])
        + sum(ran.returncode != 3 for ran in seen) + catalog.made(seen[1].stdout),
        "poison_different": int(catalog.tree(out) != good),
    }  # fmt: skip


def unheard(work: Path, source: Path, right: dict[str, str]) -> Figures:
    """No terminal at all, and a reader of --json that leaves: the pictures are made all the same."""
    alone = subprocess.run(
        catalog.command(source, work / "no-tty"), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True, check=False,
    )  # fmt: skip
    left = subprocess.Popen(
        catalog.command(source, work / "left"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert left.stdout and left.stderr
    left.stdout.close()
    complaint = left.stderr.read()
    shut = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" >&- 2>&-', "sh", *catalog.command(source, work / "shut")], check=False
    )
    codes = (alone.returncode, left.wait(), shut.returncode)
    trees = [catalog.tree(work / name) for name in ("no-tty", "left", "shut")]
    return {
        "unheard_wrong_exit": sum(code != 0 for code in codes),
        "unheard_different": sum(tree != right for tree in trees),
        "unheard_traceback": complaint.count("Traceback"),
    }


def main() -> None:
    """Every fault once, the full disk at 20 sizes; at one in the short form, with fewer photos and rivals."""
    short = catalog.short_form(__doc__ or "")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        source = catalog.make(work / "in", 12 if short else 80)
        first = catalog.run(source, work / "whole")
        assert first.returncode == 0, first.stderr
        right = catalog.tree(work / "whole")
        figures: Figures = {"items": len(right)}
        figures |= full_disk(work, source, right, 1 if short else 20)
        figures |= read_only(work, source)
        figures |= rivals(work, source, right, 4 if short else 10)
        for fault in (vanishing, killed_outright, unheard):
            figures |= fault(work, source, right)
    bad = (
        "partial",
        "stray",
        "traceback",
        "not_resumed",
        "not_mended",
        "silent",
        "wrong",
        "redone",
        "different",
    )
    catalog.verdict(figures, [name for name in figures if name.endswith((*bad, "wrong_exit"))])


if __name__ == "__main__":
    main()
