"""1,000 items with 300 bad: the good ones byte for byte as without the bad, each bad one with its reason."""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests import catalog


def bad_files(folder: Path, count: int, good: list[Path]) -> Counter[str]:
    """Broken files made from good ones; returns how often each reason must come back."""
    wanted = Counter[str]()
    seed = random.Random(3)
    kinds = {
        "empty": lambda whole: b"",
        "truncated": lambda whole: whole[: len(whole) // 2],
        "not_an_image": lambda whole: b"<!doctype html><title>404</title>" * 30,
    }
    for number in range(count):
        reason = list(kinds)[number % len(kinds)]
        whole = seed.choice(good).read_bytes()
        (folder / f"bad{number:04}.png").write_bytes(kinds[reason](whole))
        wanted[reason] += 1
    return wanted


def main() -> None:
    """Two runs: the good alone, the good with the bad."""
    short = catalog.short_form(__doc__ or "")
    good, bad = (28, 12) if short else (700, 300)
    with tempfile.TemporaryDirectory() as work:
        alone, mixed = catalog.make(Path(work) / "alone", good), Path(work) / "mixed"
        shutil.copytree(alone, mixed)
        wanted = bad_files(mixed, bad, sorted(alone.iterdir()))
        first = catalog.run(alone, Path(work) / "a")
        second = catalog.run(mixed, Path(work) / "m")
        assert first.returncode == 0, first.stderr
        reasons = Counter(
            row["reason"] for row in catalog.said(second.stdout) if row.get("state") == "failed"
        )
        right, now = catalog.tree(Path(work) / "a"), catalog.tree(Path(work) / "m")
        figures = {
            "good": good, "bad": bad, "exit": second.returncode,
            "different": sum(now.get(name) != digest for name, digest in right.items()),
            "extra": len(set(now) - set(right)),
            "wrong_reason": sum((wanted - reasons).values()) + sum((reasons - wanted).values()),
            "wrong_exit": int(second.returncode != 3), "tracebacks": second.stderr.count("Traceback"),
            "reasons": dict(reasons),
        }  # fmt: skip
        figures |= odd_files(Path(work), short)
    zero = (
        "different",
        "extra",
        "wrong_reason",
        "wrong_exit",
        "tracebacks",
        "odd_without_reason",
        "odd_tracebacks",
    )
    catalog.verdict(figures, zero)


def odd_files(work: Path, short: bool) -> dict[str, int]:
    """Every odd file of the outside folder ends as a picture or with a reason."""
    folder = os.environ.get("BGGEN_ODD_IMAGES")
    if not folder:
        print("BGGEN_ODD_IMAGES is not set: only the files made here are tried")
        return {"odd": 0, "odd_without_reason": 0, "odd_tracebacks": 0}
    files = sorted(p for p in Path(folder).rglob("*") if p.is_file() and p.stat().st_size < 8_000_000)
    odd = work / "odd"
    odd.mkdir()
    for number, file in enumerate(files[:: 12 if short else 1]):
        shutil.copy(file, odd / f"{number:03}{file.suffix or '.png'}")
    ran = catalog.run(odd, work / "o")
    rows = [row for row in catalog.said(ran.stdout) if "state" in row]
    states = Counter(row["state"] for row in rows)
    silent = sum(row["state"] != "done" and not row.get("reason") for row in rows)
    return {
        "odd": len(rows), "odd_done": states["done"], "odd_failed": states["failed"],
        "odd_quarantined": states["quarantined"], "odd_without_reason": silent,
        "odd_tracebacks": ran.stderr.count("Traceback"),
    }  # fmt: skip


if __name__ == "__main__":
    main()
