"""Runs that nobody looks at: watched for weeks, killed at the end, with a journal or a gateway gone bad."""

from __future__ import annotations

from pathlib import Path

import pytest

from bggen.batch import finder
from bggen.batch.items import Found
from bggen.batch.request import BatchRequest
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
