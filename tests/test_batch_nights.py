"""Runs that nobody looks at: watched for weeks, killed at the end, with a journal or a gateway gone bad."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from bggen.batch import finder, report
from bggen.batch.items import Found
from bggen.batch.ledger import Ledger
from bggen.batch.request import BatchRequest
from bggen.batch.work import Work
from bggen.errors import UsageError
from tests import catalog

FLAGS = (*catalog.FLAT, "--size", "96")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Three cut-out photos."""
    return catalog.make(tmp_path / "in", 3)


def test_a_watch_counts_what_it_makes_and_survives_a_look_that_fails(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looks, find = list[str](), finder.find

    def look(request: BatchRequest, out: str) -> Found:
        looks.append(out)
        if len(looks) in (2, 3):
            raise UsageError("t.csv: has no rows")  # as while it is being written
        return find(request, out)

    monkeypatch.setattr(finder, "find", look)
    watch = ("--watch", "--poll", "0.05", "--limit", "3")
    assert catalog.here(photos, "-o", tmp_path / "o", *FLAGS, *watch) == 0
    said = capsys.readouterr()
    assert said.err.count("has no rows") == 1
    summary = catalog.said(said.out)[-1]["summary"]
    assert (summary["made"], summary["kept"], summary["left"]) == (3, 0, 0)


def test_a_report_that_a_kill_prevented_is_made_by_the_next_run(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill(*_: object) -> None:
        raise KeyboardInterrupt

    out = tmp_path / "o"
    assert catalog.here(photos, "-o", out, *FLAGS) == 0
    catalog.make(photos, 5)
    with monkeypatch.context() as killed:
        killed.setattr(report, "write", kill)
        assert catalog.here(photos, "-o", out, *FLAGS) == 130
    assert len(catalog.tree(out)) == 5
    assert catalog.here(photos, "-o", out, *FLAGS) == 0
    rows = [json.loads(line) for line in (out / "report.jsonl").read_text().splitlines()]
    assert [row["state"] for row in rows] == ["done"] * 5


def test_an_items_seconds_are_its_own(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    take_up = Ledger.take_up

    def late(ledger: Ledger, fresh: Sequence[Work]) -> list[Work]:
        time.sleep(0.3)  # as after a thousand others
        return take_up(ledger, fresh)

    monkeypatch.setattr(Ledger, "take_up", late)
    (photos / "t.csv").write_text("image\n../outside.png\n")
    assert catalog.here(photos / "t.csv", "-o", tmp_path / "o", *FLAGS) == 3
    row, _ = catalog.said(capsys.readouterr().out)
    assert row["reason"] == "path_escape"
    assert row["seconds"] < 0.3
