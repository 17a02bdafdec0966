"""--watch: runs that go on for weeks."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from bggen.batch.asked import finder, watching
from bggen.batch.asked.items import Found
from bggen.batch.due import gone
from bggen.batch.places import stores
from bggen.batch.request import BatchRequest
from bggen.batch.told import voice
from bggen.errors import UsageError
from bggen.settings import Settings
from tests import catalog

FLAGS = (*catalog.FLAT, "--size", "96", "--workers", "1")


@pytest.fixture
def photos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worker_threads: None) -> Path:
    """Three cut-out photos, to be looked at again without a rest."""
    monkeypatch.setattr(watching, "IDLE", 1)
    return catalog.make(tmp_path / "in", 3)


def test_a_watch_counts_what_it_makes_and_survives_a_look_that_fails(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looks, find, out, last = list[bool](), finder.find, tmp_path / "o", photos / "p00003.png"

    def look(request: BatchRequest, where: str) -> Found:
        looks.append((out / "report.html").exists())
        if len(looks) in (2, 3):
            raise UsageError("t.csv: has no rows")  # as while it is being written
        if looks[-1] and not last.exists():  # the report doesn't wait for the end, which this one brings
            last.write_bytes((photos / "p00000.png").read_bytes())
        return find(request, where)

    monkeypatch.setattr(finder, "find", look)
    watch = ("--watch", "--poll", "0.05", "--limit", "4", "--max-duration", "60")
    assert catalog.here(photos, "-o", out, *FLAGS, *watch) == 0
    said = capsys.readouterr()
    assert said.err.count("has no rows") == 1
    summary = catalog.said(said.out)[-1]["summary"]
    assert (summary["made"], summary["kept"], summary["left"]) == (4, 0, 0)


def test_a_watch_survives_a_store_that_is_away(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One listing of OUT that failed, of thousands a day, ended it with 1."""
    lists, find = list[int](), MemoryFileSystem.find

    def listing(store: MemoryFileSystem, path: str, **how: Any) -> Any:
        lists.append(1)
        if len(lists) in (2, 3, 4):
            raise OSError("connection reset")
        return find(store, path, **how)

    monkeypatch.setattr(MemoryFileSystem, "find", listing)
    watch = (
        "--watch",
        "--poll",
        "0.05",
        "--limit",
        "3",
        "--max-duration",
        "60",
        "--state-dir",
        tmp_path / "s",
    )
    assert catalog.here(photos, "-o", "memory://watched", *FLAGS, *watch) == 0
    said = capsys.readouterr()
    assert said.err.count("can't be listed now (connection reset)") == 1
    assert catalog.said(said.out)[-1]["summary"]["made"] == 3


def test_a_watch_tells_of_a_wrong_row_once(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looks, find, table = list[int](), finder.find, photos / "t.csv"
    table.write_text("image,quality\np00000.png,good\np00001.png,92\n")

    def look(request: BatchRequest, where: str) -> Found:
        looks.append(1)
        if len(looks) == 6:
            table.write_text(table.read_text() + "p00002.png,92\n")  # the third that is begun ends the watch
        return find(request, where)

    monkeypatch.setattr(finder, "find", look)
    watch = ("--watch", "--poll", "0.02", "--limit", "3", "--max-failures", "2")
    assert catalog.here(table, "-o", tmp_path / "o", *FLAGS, *watch) == 3
    states = [row["state"] for row in catalog.said(capsys.readouterr().out) if "state" in row]
    assert sorted(states) == ["done", "done", "failed"]


def test_a_watch_lets_what_failed_rest_until_something_changes(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looks, find, table, wall = list[int](), finder.find, photos / "t.csv", photos / "wall.png"
    table.write_text("image,background\np00000.png,wall.png\n")

    def look(request: BatchRequest, where: str) -> Found:
        looks.append(1)
        if len(looks) == 6:
            wall.write_bytes((photos / "p00001.png").read_bytes())
        return find(request, where)

    monkeypatch.setattr(finder, "find", look)
    watch = ("--quiet", "--json", "--size", "96", "--watch", "--poll", "0.02", "--limit", "2")
    assert catalog.here(table, "-o", tmp_path / "o", *watch) in (0, 3)
    said = capsys.readouterr()
    assert [row["state"] for row in catalog.said(said.out) if "state" in row] == ["failed", "done"]
    assert said.err.count("wall.png: there is no such file") == 1


def test_a_watched_table_may_name_addresses_which_are_fetched_now_and_then(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looks, fetched, find, table = list[int](), list[str](), finder.find, photos / "t.csv"
    table.write_text("image\nhttps://shop.example/mug.png\n")
    whole = (photos / "p00000.png").read_bytes()

    def look(request: BatchRequest, where: str) -> Found:
        looks.append(1)
        if len(looks) == 6:
            table.write_text(table.read_text() + "p00001.png\n")  # the second that is begun ends the watch
        return find(request, where)

    def fetch(url: str, settings: Settings) -> bytes:
        fetched.append(url)
        return whole

    monkeypatch.setattr(finder, "find", look)
    monkeypatch.setattr(stores, "fetch", fetch)
    watch = ("--watch", "--poll", "0.02", "--limit", "2")
    assert catalog.here(table, "-o", tmp_path / "o", *FLAGS, *watch) == 0
    assert set(catalog.tree(tmp_path / "o")) == {"mug.png", "p00001.png"}
    assert len(fetched) == 1


def test_a_watch_forces_each_picture_once(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looks, find = list[int](), finder.find

    def look(request: BatchRequest, where: str) -> Found:
        looks.append(1)
        if len(looks) == 8:
            new = photos / "p00003.png"  # the fourth that is begun ends the watch
            new.write_bytes((photos / "p00000.png").read_bytes())
        return find(request, where)

    monkeypatch.setattr(finder, "find", look)
    watch = ("--watch", "--poll", "0.02", "--limit", "4", "--force", "--workers", "1")
    assert catalog.here(photos, "-o", tmp_path / "o", *FLAGS, *watch) == 0
    made = [row["id"] for row in catalog.said(capsys.readouterr().out) if "state" in row]
    assert sorted(made) == ["p00000.png", "p00001.png", "p00002.png", "p00003.png"]


def test_a_watch_of_much_looks_no_more_than_half_of_the_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    looks, missed, find, look_for_gone = list[tuple[float, float]](), list[int](), finder.find, gone.look

    def look(request: BatchRequest, where: str) -> Found:
        began = time.monotonic()
        time.sleep(0.1)
        found = find(request, where)
        looks.append((began, time.monotonic()))
        return found

    def miss(*args: Any) -> gone.Changes:
        missed.append(len(looks))
        return look_for_gone(*args)

    monkeypatch.setattr(finder, "find", look)
    monkeypatch.setattr(gone, "look", miss)
    watch = ("--watch", "--poll", "0.01", "--max-duration", "0.6")
    assert catalog.here(tmp_path / "in", "-o", tmp_path / "o", *FLAGS, *watch) == 0
    pauses = [after[0] - before[1] for before, after in pairwise(looks[1:])]
    assert min(pauses) >= 0.1
    assert missed == [1], "a report that tells of it is not due before ten minutes"


def test_an_idle_watch_of_much_glances_instead_of_looking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looks as dear as those at 200,000 rows took half a core."""
    photos = catalog.make(tmp_path / "in", 3)
    clock = SimpleNamespace(now=1000.0, cpu=0.0)
    monkeypatch.setattr("bggen.batch.asked.watching.time.monotonic", lambda: clock.now)
    monkeypatch.setattr("bggen.batch.asked.watching.time.process_time", lambda: clock.cpu)
    (photos / "sub").mkdir()
    request = BatchRequest(str(photos), str(photos.parent / "o"))
    source = watching.Source(finder.find(request, request.out or ""), poll=2.0)

    def look() -> int:
        """Seconds until the next look."""
        with source.look() as read:
            read(finder.find(request, request.out or ""))
            clock.now, clock.cpu = clock.now + 9, clock.cpu + 8
        with source.planning():
            clock.cpu += 2
        began = clock.now
        while not source.due(growing=False):
            clock.now += 1
        return int(clock.now - began)

    def untold() -> bool:
        """Whether a look waits for its time."""
        clock.now += 10
        return not source.due(growing=False)

    assert look() == 10 * watching.IDLE
    with source.look() as read:
        read(finder.find(request, request.out or ""))
        clock.now, clock.cpu = clock.now + 9, clock.cpu + 10
    assert untold()
    (photos / "sub" / "p9.png").write_bytes((photos / "p00000.png").read_bytes())
    assert not untold(), "a glance is cheap, and tells"
    assert look() == 10 * watching.SHARE, "what was glanced at is not yet what was read"
    with source.look() as read:
        read(finder.find(request, request.out or ""))
        clock.now, clock.cpu = clock.now + 9, clock.cpu + 10
    assert untold()
    (photos / "p00000.png").write_bytes(b"written over in its place")
    assert not untold()
    assert source.due(growing=True)


def test_a_pattern_is_glanced_at_where_its_next_photo_may_come(photos: Path) -> None:
    for name in ("a/new", "b/new/deep", "b/old"):
        (photos / name).mkdir(parents=True)
    (photos / "a" / "new" / "p.png").write_bytes((photos / "p00000.png").read_bytes())
    places = finder.find(BatchRequest(f"{photos}/*/new/**/*.png"), str(photos.parent / "o")).places or ()
    found = {Path(place).relative_to(photos).as_posix() for place in places}
    assert found >= {".", "a", "a/new", "b", "b/new", "b/new/deep"} and "a/new/p.png" not in found


def test_an_idle_watch_writes_no_lines(capsys: pytest.CaptureFixture[str]) -> None:
    said = voice.Voice(quiet=False, as_json=False)
    said.begin(voice.Counts(total=2, kept=2))
    said._said -= voice.EVERY
    said.progress(voice.Counts(total=2, kept=2))
    assert capsys.readouterr().err == ""
    said.progress(voice.Counts(total=2, kept=1))
    assert "pictures" in capsys.readouterr().err


def test_what_takes_long_is_done_more_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("bggen.batch.asked.watching.time.monotonic", lambda: now)
    rhythm = watching.Rhythm()
    for took, rests in ((1.0, watching.EVERY), (100.0, 2000.0)):
        assert rhythm.due()
        now += took
        rhythm.done()
        now += rests - 1
        assert not rhythm.due()
        now += 1
