"""The report of 200,000 pictures: memory must not follow their number, and no row may be lost."""

from __future__ import annotations

import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests import catalog

from bggen.batch.memory.journal import Entry, Journal, Output
from bggen.batch.places import stores
from bggen.batch.told import report

MOST = 400  # MB, of the process that writes it
THUMB = b"\xff\xd8" + bytes(4000)  # as large as a thumbnail is


def entries(count: int) -> Iterator[Entry]:
    """Rows as a run of the shipped model leaves them, one of a hundred failed; ten to a family."""
    for number in range(count):
        name = f"shoes/{number // 1000:03}/IMG_{number:06}.png"
        entry = Entry(name, f"/photos/{name.replace('.png', '.jpg')}", f"{number:064x}", "done", verdict="ok")
        if number % 100 == 0:
            entry.state, entry.verdict, entry.reason = "failed", "", "needs_mask"
            entry.message = f"{entry.source}: the backdrop is too busy: give --mask"
            yield entry
            continue
        entry.outputs = [Output(name, f"{number:064x}", 2_000_000 + number, 1_700_000_000_000_000_000)]
        entry.seconds, entry.ended, entry.attempts = 1.25, "2026-11-25T23:40:00+00:00", 1
        entry.facts = {
            "confidence": 0.5 + number % 500 / 1000, "reasons": [], "max_difference": 0, "seed": number // 10,
            "prompt": "on a walnut table, golden hour, soft window light from the left",
            "size": [2000, 2500], "cutout": "plain", "model": "studio", "scene_colour": [180, 150, 120],
            "timings": dict.fromkeys(("read", "cutout", "compose", "finish", "check", "paint"), 0.1234),
            "warnings": [], "light_side": "left", "horizon": 0.5, "plate": "034",
            "sku": f"A-{number:06}", "family": f"A-{number // 10:05}",
        }  # fmt: skip
        yield entry


def fill(path: Path, count: int) -> None:
    """A journal of so many rows, half a million bytes of thumbnails to a hundred of them."""
    journal = Journal(path)
    rows: list[Entry] = []
    for entry in entries(count):
        rows.append(entry)
        if len(rows) == 5000:
            journal.save(rows, {row.id: (THUMB, THUMB) for row in rows[::40]})
            rows = []
    journal.save(rows)
    journal.close()


def write(folder: Path) -> None:
    """Only write the report, and tell how much memory that took, in MB."""
    began = time.monotonic()
    journal = Journal(folder / "journal.sqlite3")
    report.write(journal, stores.open_out(str(folder)), str(folder), "report")
    journal.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"peak_mb": round(peak), "seconds": round(time.monotonic() - began, 1)}))


def main() -> None:
    """200,000 rows; 20,000 in the short form, whose memory must be no more than twice that of 200."""
    short = catalog.short_form(__doc__ or "")
    count = 20_000 if short else 200_000
    figures: dict[str, float] = {"items": count}
    with tempfile.TemporaryDirectory() as work:
        for name, rows in (("few", 200), ("many", count)):
            folder = Path(work) / name
            folder.mkdir()
            fill(folder / "journal.sqlite3", rows)
            answer = subprocess.run(
                [sys.executable, __file__, "--write", str(folder)], capture_output=True, text=True, check=True
            )
            figures |= {f"{name}_{key}": value for key, value in json.loads(answer.stdout).items()}
        folder = Path(work) / "many"
        with (folder / "report.jsonl").open() as lines:
            figures["rows_lost"] = count - sum(
                json.loads(line)["state"] in ("done", "failed") for line in lines
            )
        with (folder / "report.csv").open(newline="", encoding="utf-8-sig") as table:
            figures["lines_lost"] = count + 1 - sum(1 for _ in csv.reader(table))
        pages = sorted((folder / "report-pages").iterdir())
        figures["page_mb"] = round((folder / "report.html").stat().st_size / 1e6, 1)
        figures["pages"], figures["largest_mb"] = (
            len(pages),
            round(max(page.stat().st_size for page in pages) / 1e6, 2),
        )
        text = (folder / "report.html").read_text() + "".join(page.read_text() for page in pages)
        figures["shown_lost"] = count - text.count('{"id": "')
    figures["too_much_memory"] = figures["many_peak_mb"] > MOST or (
        short and figures["many_peak_mb"] > 2 * figures["few_peak_mb"]
    )
    catalog.verdict(figures, ("rows_lost", "lines_lost", "shown_lost", "too_much_memory"))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write(Path(sys.argv[2]))
    else:
        main()
