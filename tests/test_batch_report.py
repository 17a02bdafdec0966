"""report.html of more rows than one page takes: what it names is there, and no row is lost."""

from __future__ import annotations

import json
import re
import resource
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bggen.batch.memory.journal import Entry, Journal, Output
from bggen.batch.places import objects, outs
from bggen.batch.told import page

ROWS = 4


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Journal]:
    """Ten rows, two of them failed and two for review, one of which was accepted; pages of four."""
    monkeypatch.setattr(page, "ROWS", ROWS)
    with closing(Journal(tmp_path / "journal.sqlite3")) as opened:
        rows = [done(f"p{number}.png", 0.9 - number / 100) for number in range(10)]
        for failed in (rows[6], rows[8]):
            failed.state, failed.verdict, failed.reason = "failed", "", "needs_mask"
            failed.facts, failed.outputs = {}, []
        rows[3].verdict = rows[9].verdict = "review"
        rows[9].decision = "accept"
        opened.save(rows)
        yield opened


def done(id: str, confidence: float) -> Entry:
    facts: dict[str, Any] = {"confidence": confidence, "reasons": [], "seed": 1, "scene_colour": [1, 2, 3]}
    return Entry(id, f"/in/{id}", "k", "done", verdict="ok", outputs=[Output(id, "d", 1)], facts=facts)


def shown(folder: Path) -> list[str]:
    """Ids in the order in which report.html shows them."""
    html = (folder / "report.html").read_text()
    data = json.loads(html.split('id="data">')[1].split("</script>")[0])
    ids = [item["id"] for item in data["items"]]
    for number, later in enumerate(data["pages"], 2):
        call = re.fullmatch(r"bggenPage\((\d+), (.*)\);\n", (folder / later["file"]).read_text(), re.DOTALL)
        assert call
        assert int(call[1]) == number
        rows = json.loads(call[2])
        assert len(rows) == later["rows"] == sum(later["verdicts"].values())
        ids += [row["id"] for row in rows]
    return ids


def test_what_wants_a_person_comes_first_and_no_row_is_lost(journal: Journal, tmp_path: Path) -> None:
    page.write(journal, outs.LocalOut(tmp_path), "out", "report")
    unsure_first = ["p9.png", "p7.png", "p5.png", "p4.png", "p2.png", "p1.png", "p0.png"]
    assert shown(tmp_path) == ["p6.png", "p8.png", "p3.png", *unsure_first]
    assert len(list((tmp_path / "report-pages").iterdir())) == 2


def test_rows_are_put_in_order_where_no_other_file_may_be_written(journal: Journal) -> None:
    journal.save([done(f"{number:0400}.png", number / 6_000) for number in range(6_000)])
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        assert sum(1 for _ in journal.by_need()) == 6_010
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_few_rows_are_one_file(journal: Journal, tmp_path: Path) -> None:
    out = outs.LocalOut(tmp_path)
    page.write(journal, out, "out", "report")
    journal.forget([f"p{number}.png" for number in range(6)])
    page.write(journal, out, "out", "report")
    assert len(shown(tmp_path)) == ROWS
    assert not (tmp_path / "report-pages").exists()


@pytest.mark.parametrize("died_at", ["report.html", "report-pages/3-"])
def test_a_report_that_is_being_written_leaves_the_last_one_whole(
    journal: Journal, tmp_path: Path, died_at: str
) -> None:
    class Killed(outs.LocalOut):
        def put(self, name: str, data: bytes | Iterable[bytes]) -> str:
            if name.startswith(died_at):
                raise KeyboardInterrupt
            return super().put(name, data)

    page.write(journal, outs.LocalOut(tmp_path), "out", "report")
    before = shown(tmp_path)
    journal.save([done(f"new{number}.png", 0.1) for number in range(5)])
    with pytest.raises(KeyboardInterrupt):
        page.write(journal, Killed(tmp_path), "out", "report")
    assert shown(tmp_path) == before
    out = outs.LocalOut(tmp_path)
    out.tag = "0123abcd"
    half = tmp_path / "report-pages" / ".bggen-0123abcd-x.tmp"
    half.touch()
    page.write(journal, out, "out", "report")
    assert len(shown(tmp_path)) == 15
    assert len(list((tmp_path / "report-pages").iterdir())) == 3


def test_pages_in_a_store_follow_the_report(journal: Journal) -> None:
    out = objects.RemoteOut("memory://pages-of-a-report")
    page.write(journal, out, "out", "report")
    journal.save([done("new.png", 0.1)])
    page.write(journal, out, "out", "report")
    stored = {path.rsplit("/", 1)[1] for path in out.fs.find(f"{out.root}/report-pages")}
    html = out.fs.cat_file(f"{out.root}/report.html").decode()
    assert len(stored) == 2
    assert all(f"report-pages/{name}" in html for name in stored)
    journal.forget([f"p{number}.png" for number in range(10)])
    page.write(journal, out, "out", "report")
    assert not out.fs.find(f"{out.root}/report-pages")


def test_of_very_many_families_those_farthest_apart_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "FAMILIES", 2)
    families = page.Families()
    for name, reds in {"a": (1, 9), "b": (1, 1), "c": (1, 5)}.items():
        for red in reds:
            entry = done("x.png", 0.5)
            entry.facts |= {"family": name, "scene_colour": [red, 0, 0]}
            families.add(entry)
    assert len(families) == 3
    assert [row["family"] for row in families.rows()] == ["a", "c"]
