"""Runs that nobody looks at: watched for weeks, killed at the end, with a journal or a gateway gone bad."""

from __future__ import annotations

import json
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bggen.batch import finder, gauges, journal, lock, report, stores
from bggen.batch.items import Found
from bggen.batch.journal import Entry
from bggen.batch.ledger import Ledger
from bggen.batch.request import BatchRequest
from bggen.batch.work import Work
from bggen.errors import UsageError
from bggen.settings import Settings
from bggen.source.fetch import FetchTimeout
from tests import catalog

FLAGS = (*catalog.FLAT, "--size", "96", "--workers", "1")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Three cut-out photos."""
    return catalog.make(tmp_path / "in", 3)


def test_a_watch_counts_what_it_makes_and_survives_a_look_that_fails(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looks, find, out = list[bool](), finder.find, tmp_path / "o"

    def look(request: BatchRequest, where: str) -> Found:
        looks.append((out / "report.html").exists())
        if len(looks) in (2, 3):
            raise UsageError("t.csv: has no rows")  # as while it is being written
        return find(request, where)

    monkeypatch.setattr(finder, "find", look)
    watch = ("--watch", "--poll", "0.05", "--limit", "3")
    assert catalog.here(photos, "-o", out, *FLAGS, *watch) == 0
    assert looks[-1], "the report does not wait for the watch to end"
    said = capsys.readouterr()
    assert said.err.count("has no rows") == 1
    summary = catalog.said(said.out)[-1]["summary"]
    assert (summary["made"], summary["kept"], summary["left"]) == (3, 0, 0)


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


def test_a_report_that_could_not_be_written_is_made_by_the_next_run(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "o"
    (out / "report.csv").mkdir(parents=True)  # as good as a full disk
    assert catalog.here(photos, "-o", out, *FLAGS) == 0
    assert "report.csv: can't be written" in capsys.readouterr().err
    (out / "report.csv").rmdir()
    for _ in range(2):
        assert catalog.here(photos, "-o", out, *FLAGS) == 0
        assert len((out / "report.csv").read_text().splitlines()) == 1 + 3
        (out / "report.csv").unlink()  # a single one that is missing is made, too


@pytest.mark.parametrize(("how", "code"), [((), 143), (("--max-duration", "0.2s"), 4)])
def test_a_look_at_what_is_done_can_be_stopped(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: tuple[str, ...], code: int
) -> None:
    looked, digest = list[str](), stores.LocalOut.digest

    def slow(out: stores.LocalOut, name: str) -> str:
        looked.append(name)
        if how:
            time.sleep(0.25)
        else:
            os.kill(os.getpid(), signal.SIGTERM)
        return digest(out, name)

    assert catalog.here(photos, "-o", tmp_path / "o", *FLAGS) == 0
    before = catalog.tree(tmp_path / "o")
    monkeypatch.setattr(stores.LocalOut, "digest", slow)
    assert catalog.here(photos, "-o", tmp_path / "o", *FLAGS, "--verify", *how) == code
    assert "p00001.png" not in looked
    assert catalog.tree(tmp_path / "o") == before


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


@pytest.mark.parametrize("form", [report.jsonl, report.table])
def test_a_reports_rows_are_never_all_in_memory(form: Callable[[Iterator[Entry]], Iterator[bytes]]) -> None:
    taken = list[str]()

    def entries() -> Iterator[Entry]:
        for id in "abc":
            taken.append(id)
            yield Entry(id, f"{id}.jpg")

    parts = form(entries())
    while b"a.jpg" not in next(parts):
        pass
    assert taken == ["a"]


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


def test_a_gateway_that_speaks_no_http_stops_no_run(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gauges, "EVERY", 0.0)  # so that the run itself writes, too
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            with suppress(OSError):
                while True:
                    line, _ = server.accept()
                    line.recv(9999)
                    line.sendall(b"SSH-2.0-OpenSSH\r\n")
                    line.close()

        threading.Thread(target=answer, daemon=True).start()
        gateway = f"127.0.0.1:{server.getsockname()[1]}"
        assert catalog.here(photos, "-o", tmp_path / "o", *FLAGS, "--push-gateway", gateway) == 0
    said = capsys.readouterr()
    assert said.err == "metrics could not be written: SSH-2.0-OpenSSH\n"
    assert catalog.said(said.out)[-1]["summary"]["made"] == 3


def test_a_run_that_ends_before_it_begins_is_in_the_figures(photos: Path, tmp_path: Path) -> None:
    figures, table, out = tmp_path / "bggen.prom", photos / "t.csv", tmp_path / "o"
    run = (table, "-o", out, *FLAGS, "--metrics-file", figures)

    def code() -> str:
        return next(
            line for line in figures.read_text().splitlines() if line.startswith("bggen_batch_exit_code")
        )

    table.write_text("image\np00000.png\n")
    assert catalog.here(*run) == 0
    table.write_text("")
    with pytest.raises(UsageError, match="has no rows"):
        catalog.here(*run)
    assert code() == "bggen_batch_exit_code 2.0"
    table.write_text("image\np00000.png\n")
    with lock.RunLock(out / ".bggen"):
        assert catalog.here(*run) == 75
    assert code() == "bggen_batch_exit_code 2.0", "the other run's figures stand"
    assert catalog.here(*run) == 0
    assert code() == "bggen_batch_exit_code 0.0"


def test_an_address_that_was_too_slow_is_tried_again_the_next_night(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(url: str, settings: Settings) -> bytes:
        raise FetchTimeout(f"{url}: no whole answer in 10 s")

    (photos / "t.csv").write_text("image\nhttps://shop.example/mug.png\n")
    whole, out = (photos / "p00000.png").read_bytes(), tmp_path / "o"
    monkeypatch.setattr(stores, "fetch", slow)
    assert catalog.here(photos / "t.csv", "-o", out, *FLAGS) == 3
    monkeypatch.setattr(stores, "fetch", lambda url, settings: whole)
    assert catalog.here(photos / "t.csv", "-o", out, *FLAGS) == 0
    assert set(catalog.tree(out)) == {"mug.png"}


def test_a_dry_run_leaves_the_folder_as_it_was(photos: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    assert catalog.here(photos, "-o", out, *FLAGS) == 0
    path = out / ".bggen" / "journal.sqlite3"
    with closing(journal.Journal(path)) as kept:
        entry = next(kept.entries())
        entry.state, entry.crashes = "running", 3  # to be put aside by the next run, not by a look
        kept.save([entry])
    before = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    assert catalog.here(photos, "-o", out, *FLAGS, "--dry-run") == 0
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before


def test_a_damaged_journal_says_so(photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "o"
    assert catalog.here(photos, "-o", out, *FLAGS) == 0
    path = out / ".bggen" / "journal.sqlite3"
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))  # the schema stands, the rows are lost
    assert catalog.here(photos, "-o", out, *FLAGS) == 1
    assert "is damaged" in capsys.readouterr().err


def test_a_picture_made_by_hand_for_a_failed_photo_is_kept(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, photo = tmp_path / "o", photos / "p00000.png"
    whole = photo.read_bytes()
    photo.write_bytes(b"")
    assert catalog.here(photos, "-o", out, *FLAGS) == 3
    (out / "p00000.png").write_bytes(b"by hand")
    photo.write_bytes(whole)
    capsys.readouterr()
    assert catalog.here(photos, "-o", out, *FLAGS) == 3
    assert catalog.said(capsys.readouterr().out)[0]["reason"] == "output_exists"
    assert (out / "p00000.png").read_bytes() == b"by hand"
