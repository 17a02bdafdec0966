"""Runs that nobody looks at: killed at the end, with a journal or a gateway gone bad."""

from __future__ import annotations

import errno
import itertools
import json
import os
import signal
import socket
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from bggen.batch import stopping
from bggen.batch.asked.items import Item
from bggen.batch.memory import journal, lock, painters
from bggen.batch.memory.journal import Entry
from bggen.batch.places import objects, outs, stores
from bggen.batch.stream import later, painting, transfers
from bggen.batch.stream.ledger import Ledger
from bggen.batch.told import gauges, report, voice
from bggen.batch.workers import pool
from bggen.batch.workers.pool import Outcome, Pool
from bggen.batch.workers.tasks import Trouble
from bggen.batch.workers.work import LIVES, Fatal, Work
from bggen.cli import app
from bggen.engine import NO_PAINTER, Engine, Prepared
from bggen.errors import FetchRefused, LicenceRefused, Stopped, UsageError, WriteFailed
from bggen.options import Options
from bggen.serve.work import steps
from bggen.settings import Settings
from bggen.source.fetch import FetchTimeout
from bggen.spec import PainterInfo, Painting, StepCallback
from tests import catalog

FLAGS = (*catalog.FLAT, "--size", "96", "--workers", "1")


@pytest.fixture
def photos(tmp_path: Path, worker_threads: None) -> Path:
    """Three cut-out photos."""
    return catalog.make(tmp_path / "in", 3)


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
    looked, digest = list[str](), outs.LocalOut.digest

    def slow(out: outs.LocalOut, name: str) -> str:
        looked.append(name)
        if how:
            time.sleep(0.25)
        else:
            os.kill(os.getpid(), signal.SIGTERM)
        return digest(out, name)

    assert catalog.here(photos, "-o", tmp_path / "o", *FLAGS) == 0
    before = catalog.tree(tmp_path / "o")
    monkeypatch.setattr(outs.LocalOut, "digest", slow)
    assert catalog.here(photos, "-o", tmp_path / "o", *FLAGS, "--verify", *how) == code
    assert "p00001.png" not in looked
    assert catalog.tree(tmp_path / "o") == before


def test_troubles_of_one_kind_are_one_line_whatever_their_figures(capsys: pytest.CaptureFixture[str]) -> None:
    said = voice.Voice(quiet=True, as_json=False)
    for number in range(3):
        way_out = "give the product's mask with --mask FILE, or install 'bggen[rembg]'"
        why = f"no plain backdrop (only {20 + number}% of the border is one)"
        said.trouble(f"{number}.jpg", f"{number}.jpg: {why}: {way_out}", "needs_mask")
        said.trouble(
            f"{number}.png", f"{number}.png: {number}x5 is too small: at least 32 pixels", "too_small"
        )
    said.end()
    first, other, *more = capsys.readouterr().err.splitlines()
    assert first == f"0.jpg: no plain backdrop (only 20% of the border is one): {way_out} [needs_mask]"
    assert other == "0.png: 0x5 is too small: at least 32 pixels [too_small]"
    assert more == [
        "2 more: no plain backdrop [needs_mask]: 1.jpg, 2.jpg",
        "2 more: is too small [too_small]: 1.png, 2.png",
    ]


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
    assert said.err == f"--push-gateway {gateway}: the figures can't be put there (SSH-2.0-OpenSSH)\n"
    assert catalog.said(said.out)[-1]["summary"]["made"] == 3


def test_a_run_that_ends_before_it_begins_is_in_the_figures(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures, table, out = tmp_path / "bggen.prom", photos / "t.csv", tmp_path / "o"
    run = (table, "-o", out, *FLAGS, "--metrics-file", figures)
    monkeypatch.setattr(lock, "GRACE", 0.0)

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


@pytest.mark.parametrize(("away", "nights"), [(2, [(0, 0)]), (6, [(3, 1), (3, 0), (0, 0)])])
def test_an_address_is_asked_again_and_told_of_once(
    photos: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    away: int,
    nights: list[tuple[int, int]],
) -> None:
    """`away`: for how many tries; `nights`: exit codes, and how many lines cron would mail."""
    tries, whole = list[str](), (photos / "p00000.png").read_bytes()

    def fetch(url: str, settings: Settings) -> bytes:
        tries.append(url)
        if len(tries) <= away:
            raise FetchTimeout(f"{url}: no whole answer in 10 s")
        return whole

    catalog.ask_again_after(monkeypatch, 0.01, 0.01)
    monkeypatch.setattr(stores, "fetch", fetch)
    (photos / "t.csv").write_text("image\nhttps://shop.example/mug.png\n")
    for code, lines in nights:
        assert catalog.here(photos / "t.csv", "-o", tmp_path / "o", *FLAGS) == code
        assert len(capsys.readouterr().err.splitlines()) == lines
    assert set(catalog.tree(tmp_path / "o")) == {"mug.png"}


def test_a_backdrops_address_is_asked_again(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paint, tries = Engine.paint, list[str]()

    def away(engine: Engine, prepared: Sequence[Prepared], on_step: Any = None) -> list[Painting]:
        tries.append(prepared[0].job.source)
        if len(tries) == 1:
            raise FetchTimeout("https://shop.example/wall.png: no whole answer in 10 s")
        return paint(engine, prepared, on_step)

    catalog.ask_again_after(monkeypatch, 0.01)
    monkeypatch.setattr(Engine, "paint", away)
    flags = ("--background", "#dfe4ea", "--size", "96", "--workers", "1", "--variants", "2")
    assert catalog.here(photos, "-o", tmp_path / "o", *flags) == 0
    assert len(catalog.tree(tmp_path / "o")) == 6
    assert capsys.readouterr().err.count("addresses can't be reached now") == 1


@pytest.mark.parametrize(
    ("error", "away", "code", "puts"),
    [(TimeoutError("slow down"), 2, 0, 3), (TimeoutError("gone"), 9, 3, 3), (PermissionError("no"), 9, 3, 1)],
)
def test_a_picture_in_hand_is_stored_when_its_store_is_back(
    photos: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    away: int,
    code: int,
    puts: int,
) -> None:
    """`away`: for how many tries to write one picture; `puts`: how many there are."""
    tries, painted, put, paint = list[str](), list[str](), MemoryFileSystem.pipe_file, Engine.paint

    def pipe_file(fs: MemoryFileSystem, path: str, value: bytes, **how: Any) -> None:
        if path.endswith("p00001.png"):
            tries.append(path)
            if len(tries) <= away:
                raise error
        put(fs, path, value, **how)

    def counted(engine: Engine, prepared: Sequence[Prepared], on_step: Any = None) -> list[Painting]:
        painted.extend(item.job.source for item in prepared)
        return paint(engine, prepared, on_step)

    catalog.ask_again_after(monkeypatch, 0.01, 0.01)
    monkeypatch.setattr(MemoryFileSystem, "pipe_file", pipe_file)
    monkeypatch.setattr(Engine, "paint", counted)
    out = f"memory://{tmp_path.name}-{code}-{puts}"
    assert catalog.here(photos, "-o", out, "--state-dir", tmp_path / "state", *FLAGS) == code
    assert (len(tries), len(painted)) == (puts, 3)
    stored = [Path(name).name for name in MemoryFileSystem().find(out) if name.endswith(".png")]
    assert stored == ["p00000.png", *["p00001.png"] * (code == 0), "p00002.png"]


def test_a_store_that_takes_nothing_any_more_ends_the_run_and_the_next_one_paints_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Credentials had expired at ten in the evening, and eight hours were painted for nobody."""
    photos, put, refused = catalog.make(tmp_path / "in", 60), MemoryFileSystem.pipe_file, list[str]()

    def pipe_file(fs: MemoryFileSystem, path: str, value: bytes, **how: Any) -> None:
        if refused or Path(path).stem > "p00004":
            refused.append(path)
            raise PermissionError("the token has expired")
        put(fs, path, value, **how)

    out, state = f"memory://{tmp_path.name}-expired", tmp_path / "state"
    with monkeypatch.context() as patched:
        patched.setattr(MemoryFileSystem, "pipe_file", pipe_file)
        assert catalog.here(photos, "-o", out, "--state-dir", state, *FLAGS) == 1
    assert "10 pictures in a row could not be stored, the last:" in capsys.readouterr().err
    assert 10 <= len(refused) < 40
    assert catalog.here(photos, "-o", out, "--state-dir", state, *FLAGS) == 0
    assert sum(name.endswith(".png") for name in MemoryFileSystem().find(out)) == 60


def test_many_names_that_a_store_refuses_do_not_keep_it_from_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A rule on a prefix: twelve neighbours are refused for good, and the rest is the night's work."""
    photos, put = catalog.make(tmp_path / "in", 20), MemoryFileSystem.pipe_file

    def pipe_file(fs: MemoryFileSystem, path: str, value: bytes, **how: Any) -> None:
        if "p00002" <= Path(path).stem < "p00014":
            raise PermissionError("not below this prefix")
        put(fs, path, value, **how)

    out, state = f"memory://{tmp_path.name}-prefix", tmp_path / "state"
    monkeypatch.setattr(MemoryFileSystem, "pipe_file", pipe_file)
    assert catalog.here(photos, "-o", out, "--state-dir", state, *FLAGS) == 3
    assert "in a row" not in capsys.readouterr().err
    kept = [Path(name).name for name in MemoryFileSystem().find(out)]
    assert sum(name.endswith(".png") for name in kept) == 8
    assert objects.PROBE not in kept


def test_a_folder_that_takes_nothing_any_more_ends_the_run(tmp_path: Path) -> None:
    """Its rights were other ones after a restore; where only some of its folders are closed, it goes on."""
    hooks: Any = SimpleNamespace(ended=lambda *_: None)
    trouble = Trouble("write_failed", "a.png: can't be written (Permission denied)")

    def refused(ledger: Ledger, count: int) -> None:
        for number in range(count):
            item = Item(f"{number}.png", f"{number}.png", Options())
            ledger.trouble(Work(item, Entry(item.target, item.source), None, NO_PAINTER, ""), trouble)

    with lock.RunLock(tmp_path) as held, closing(journal.Journal(tmp_path / "j")) as kept:
        refused(Ledger(kept, held, hooks, outs.LocalOut(tmp_path).takes), 12)
        with pytest.raises(Fatal, match="10 pictures in a row could not be stored"):
            refused(Ledger(kept, held, hooks, outs.LocalOut(tmp_path / "gone").takes), 12)


def test_a_disk_that_is_full_before_the_run_is_no_wrong_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exit code of 2 ends a job for good."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def full_too(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(lock.os, "pwrite", full)
    with pytest.raises(WriteFailed, match="make room"):
        lock.RunLock(tmp_path)
    monkeypatch.setattr(sqlite3, "connect", full_too)
    with pytest.raises(journal.JournalFailed, match="make room"):
        journal.Journal(tmp_path / "j")


def test_refusals_with_successes_between_them_are_single_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos, put = catalog.make(tmp_path / "in", 36), MemoryFileSystem.pipe_file

    def pipe_file(fs: MemoryFileSystem, path: str, value: bytes, **how: Any) -> None:
        if path.endswith(".png") and int(Path(path).stem[1:]) % 3 == 0:
            raise PermissionError("no")
        put(fs, path, value, **how)

    out, state = f"memory://{tmp_path.name}-some", tmp_path / "state"
    monkeypatch.setattr(MemoryFileSystem, "pipe_file", pipe_file)
    monkeypatch.setattr(objects.RemoteOut, "takes", lambda out: False)
    assert catalog.here(photos, "-o", out, "--state-dir", state, *FLAGS) == 3
    assert sum(name.endswith(".png") for name in MemoryFileSystem().find(out)) == 24


def test_a_picture_in_hand_is_offered_once_more_when_a_run_is_stopped(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries, put = list[str](), MemoryFileSystem.pipe_file

    def pipe_file(fs: MemoryFileSystem, path: str, value: bytes, **how: Any) -> None:
        if path.endswith(".png"):
            tries.append(path)
            if len(tries) == 1:
                raise TimeoutError("slow down")
        put(fs, path, value, **how)

    monkeypatch.setattr(later, "PAUSES", (9_999.0,))
    monkeypatch.setattr(MemoryFileSystem, "pipe_file", pipe_file)
    monkeypatch.setattr(stopping.Stop, "may_go_on", lambda stop: not tries)
    out, state = f"memory://{tmp_path.name}-stopped", tmp_path / "state"
    catalog.here(photos, "-o", out, "--state-dir", state, *FLAGS)
    with closing(journal.Journal(state / "journal.sqlite3", read_only=True)) as kept:
        done = {entry.id for entry in kept.entries() if entry.state == "done"}
    assert Path(tries[0]).name in done


def test_a_store_that_hangs_does_not_hold_up_the_end(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run was over, and Python waited for the store: a pod was killed instead of ending with 143."""
    before, threads = set(threading.enumerate()), set[threading.Thread]()

    def put(self: objects.RemoteOut, name: str, data: bytes) -> str:
        threads.add(threading.current_thread())
        return "digest"

    monkeypatch.setattr(objects.RemoteOut, "put", put)
    assert catalog.here(photos, "-o", "memory://hangs", *FLAGS, "--state-dir", tmp_path / "state") == 0
    stored = threads - before
    assert stored and all(thread.daemon for thread in stored)
    for thread in stored:
        thread.join(5)
        assert not thread.is_alive()


def test_a_device_that_hangs_ends_the_run_and_its_item_is_to_blame(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A driver stood still over one picture, and every night after it found the lock taken."""
    hangs, over, paint = threading.Event(), threading.Event(), Engine.paint

    def painted(engine: Engine, prepared: Sequence[Prepared], on_step: StepCallback) -> list[Painting]:
        if prepared[0].job.source.endswith("p00001.png") and not over.is_set():
            hangs.set()
            over.wait(20)
        return paint(engine, prepared, on_step)

    monkeypatch.setattr(Engine, "paint", painted)
    monkeypatch.setattr(painting.PaintThread, "still", lambda device: 1e9 * hangs.is_set())
    out = tmp_path / "out"
    for _ in range(LIVES):
        hangs.clear()
        started = time.monotonic()
        assert catalog.here(photos, "-o", out, *FLAGS, "--batch-size", "1") == 1
        assert time.monotonic() - started < 9  # what hangs isn't waited for
        told = capsys.readouterr().err
        assert "the device has hung" in told and "p00001.png" in told
    over.set()
    hangs.clear()
    assert catalog.here(photos, "-o", out, *FLAGS) == 3
    assert "the run died 3 times while this was painted" in (out / "report.jsonl").read_text()
    assert sorted(path.name for path in out.glob("*.png")) == ["p00000.png", "p00002.png"]


def test_while_a_device_gives_signs_or_we_are_stopped_it_does_not_hang(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Slow:
        def paint(self, prepared: Sequence[Any], goes_on: Callable[[int, int], bool]) -> list[Any]:
            for step in steps:
                goes_on(step, 3)
                heard.set()
                more.wait(5)
            return []

    clock, steps = itertools.count(100.0, 600.0), [1]
    heard, more = threading.Event(), threading.Event()
    device = painting.PaintThread(Slow())  # type: ignore[arg-type]  # of an engine it asks no more
    assert device.still() == 0
    device.hand_over([SimpleNamespace(prepared=None)])
    assert heard.wait(5)
    monkeypatch.setattr(painting.time, "monotonic", lambda: next(clock))
    assert [device.still() for _ in range(3)] == [0, painting.GLANCE, 2 * painting.GLANCE]
    device._goes_on(2, 3)
    assert device.still() == 0
    monkeypatch.undo()
    more.set()
    device.close(5)


def test_a_store_that_hangs_does_not_hold_up_the_night(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients of many stores wait for ever: one lost packet, and the next night found the lock taken."""
    hangs = threading.Event()
    monkeypatch.setattr(
        stores, "fetch", lambda url, settings: hangs.wait(9) and b"" if "hangs" in url else b"x"
    )
    works = [
        Work(Item(f"s3://in/{name}.png", name, Options()), Entry(name, ""), None, NO_PAINTER, "")
        for name in ("hangs", "b", "c")
    ]
    monkeypatch.setattr(transfers, "THREADS", 1)
    under_way = transfers.Transfers(Settings(), objects.RemoteOut("memory://o"), 0.05)
    for work in works:
        under_way.fetch(work)
    ended, until = list[Any](), time.monotonic() + 5
    while len(ended) < 3 and time.monotonic() < until:
        ended += under_way.ended()
        time.sleep(0.01)
    assert [getattr(one, "data", None) for one in ended] == [None, b"x", b"x"]
    assert str(ended[0].error) == "s3://in/hangs.png: took longer than 0.05 s"
    hangs.set()
    under_way.close()


def test_whoever_waits_for_a_store_alone_takes_no_core() -> None:
    began = time.monotonic()
    assert Pool(1, Settings()).wait(0.1) == []
    assert time.monotonic() - began >= 0.1


def test_a_pause_of_the_whole_run_is_no_workers_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """After Ctrl-Z or `docker pause` what was at a worker failed as too slow, and stayed so."""
    paused, clock = 0.0, time.monotonic
    monkeypatch.setattr(pool, "time", SimpleNamespace(monotonic=lambda: clock() + paused))
    workers = Pool(1, Settings(), timeout=60.0)
    try:
        workers.submit(("prepare", None), steps.warm_up())
        assert workers.wait(0.0) == []
        paused, outcomes = 9_999.0, list[Outcome]()
        while not outcomes:
            outcomes = workers.wait(0.25)
        assert [outcome.how for outcome in outcomes] == ["answer"]
        hanging = workers._idle[0]
        os.kill(hanging.process.pid, signal.SIGSTOP)
        workers.submit(("prepare", None), steps.warm_up())
        hanging.until = clock() + paused  # its time is over all the same
        assert [outcome.how for outcome in workers.wait(0.25)] == ["timeout"]
    finally:
        workers.close(kill=True)


def test_no_address_is_waited_for_beyond_the_time_of_the_run(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = list[str]()

    def fetch(url: str, settings: Settings) -> bytes:
        tries.append(url)
        raise FetchTimeout(f"{url}: no whole answer in 10 s")

    monkeypatch.setattr(stores, "fetch", fetch)
    monkeypatch.setattr(later, "PAUSES", (9_999.0,))
    monkeypatch.setattr(stopping.Stop, "late", lambda stop: bool(tries))
    (photos / "t.csv").write_text("image\nhttps://shop.example/mug.png\n")
    assert catalog.here(photos / "t.csv", "-o", tmp_path / "o", *FLAGS) == 3
    assert len(tries) == 1


def test_an_address_that_must_not_be_asked_is_asked_once(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = list[str]()

    def fetch(url: str, settings: Settings) -> bytes:
        tries.append(url)
        raise FetchRefused(f"{url}: answered 404 instead of a picture")

    monkeypatch.setattr(stores, "fetch", fetch)
    (photos / "t.csv").write_text("image\nhttps://shop.example/mug.png\n")
    assert catalog.here(photos / "t.csv", "-o", tmp_path / "o", *FLAGS) == 3
    assert len(tries) == 1


def test_lines_that_a_full_disk_takes_no_more_are_told(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rest of them was lost, and all seemed well; who closes a pipe wants no more."""
    run = (photos, "-o", tmp_path / "o", *FLAGS, "--dry-run")
    reads, writes = os.pipe()
    os.close(reads)
    for handle, code in ((os.open("/dev/full", os.O_WRONLY), 1), (writes, 0)):
        with os.fdopen(handle, "w", encoding="utf-8") as full, monkeypatch.context() as patched:
            patched.setattr(sys, "stdout", full)
            assert catalog.here(*run) == code
        assert capsys.readouterr().err.count("stdout can't be written (No space left on device)") == code


def test_what_generate_prints_onto_a_full_disk_is_told_and_its_pictures_stand(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    both = [str(photos / f"p0000{number}.png") for number in (0, 1)]
    line = ["generate", *both, "-o", str(tmp_path / "o"), *FLAGS[:2], "--size", "96", "-n", "2", "--json"]
    with Path("/dev/full").open("w", encoding="utf-8") as full, monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", full)
        assert app(line, standalone_mode=False) == 3
    assert capsys.readouterr().err.count("stdout: can't be written (No space left on device)") == 1
    assert len(list((tmp_path / "o").iterdir())) == 4


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


def interrupted(out: Path, crashes: int) -> None:
    """Rows as a kill leaves them."""
    with closing(journal.Journal(out / ".bggen" / "journal.sqlite3")) as kept:
        rows = list(kept.entries())
        for entry in rows:
            entry.state, entry.stage, entry.crashes = "running", "complete", crashes
        kept.save(rows)


def test_runs_that_are_stopped_put_no_photo_aside(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row that a kill had left stayed at `paint` when a later run was stopped in order: three stops, and
    its photo was said to have killed three runs.
    """
    out = tmp_path / "o"
    assert catalog.here(photos, "-o", out, *FLAGS) == 0
    interrupted(out, 0)

    def stopped(self: Engine, prepared: Sequence[Prepared], on_step: StepCallback) -> list[Painting]:
        os.kill(os.getpid(), signal.SIGTERM)
        while on_step(0, 1):
            time.sleep(0.01)
        raise Stopped("as it was told to")

    with monkeypatch.context() as patch:
        patch.setattr(Engine, "paint", stopped)
        assert [catalog.here(photos, "-o", out, *FLAGS) for _ in range(3)] == [143] * 3
    assert catalog.here(photos, "-o", out, *FLAGS) == 0


def test_crashes_of_a_photo_that_was_made_after_all_are_forgotten(photos: Path, tmp_path: Path) -> None:
    """They were counted over years: the third put it aside, however many pictures were made in between."""
    out = tmp_path / "o"
    assert catalog.here(photos, "-o", out, *FLAGS) == 0
    interrupted(out, 2)
    assert catalog.here(photos, "-o", out, *FLAGS) == 0
    with closing(journal.Journal(out / ".bggen" / "journal.sqlite3")) as kept:
        assert [entry.crashes for entry in kept.entries()] == [0, 0, 0]


@pytest.mark.parametrize(
    ("limit", "reason"), [("BGGEN_MAX_BYTES", "too_many_bytes"), ("BGGEN_MAX_PIXELS", "too_many_pixels")]
)
def test_a_limit_that_was_raised_lets_its_photos_through(
    photos: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    limit: str,
    reason: str,
) -> None:
    """They stayed failed, though their own line had said to raise it."""
    with monkeypatch.context() as low:
        low.setenv(limit, "50")
        assert catalog.here(photos, "-o", tmp_path / "o", *FLAGS) == 3
    rows = [row for row in catalog.said(capsys.readouterr().out) if "state" in row]
    assert [row["reason"] for row in rows] == [reason] * 3
    assert catalog.here(photos, "-o", tmp_path / "o", *FLAGS) == 0


def test_photos_whose_pictures_have_one_name_are_made_once_they_have_two(
    photos: Path, tmp_path: Path
) -> None:
    """With --variants the row of the first stayed failed: it goes by a name that no picture has."""
    (photos / "p00000.webp").write_bytes((photos / "p00000.png").read_bytes())
    two = (*FLAGS, "--variants", "2")
    assert catalog.here(photos, "-o", tmp_path / "o", *two) == 3
    (photos / "p00000.webp").rename(photos / "other.webp")
    assert catalog.here(photos, "-o", tmp_path / "o", *two) == 0
    assert (tmp_path / "o" / "p00000-2.png").exists()


def test_a_licence_that_was_accepted_lets_its_rows_through(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = [LicenceRefused("pass --accept-noncommercial if that fits your use")]

    def info(self: painters.Painters, options: Options) -> PainterInfo:
        if refused:
            raise refused.pop()
        return NO_PAINTER

    monkeypatch.setattr(painters.Painters, "info", info)
    (photos / "t.csv").write_text("image,model\np00000.png,own\n")
    for code in (3, 0):
        assert catalog.here(photos / "t.csv", "-o", tmp_path / "o", *FLAGS) == code


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
