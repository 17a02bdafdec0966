"""What a further run over the same photos makes anew, and what it leaves alone."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import sqlite3
from collections import deque
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import fsspec
import numpy as np
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from PIL import Image

from bggen.batch.asked.items import Item
from bggen.batch.due.extras import Extras
from bggen.batch.due.retouched import Retouched
from bggen.batch.memory import painters
from bggen.batch.memory.journal import Entry, Journal, Output
from bggen.batch.memory.lock import RunLock
from bggen.batch.places import outs
from bggen.batch.stream.flow import Flow
from bggen.batch.stream.ledger import Ledger
from bggen.batch.stream.painting import BatchSize, Painted
from bggen.batch.workers import tasks
from bggen.batch.workers.work import Ticket, Work
from bggen.engine import NO_PAINTER
from bggen.families.studio.light import horizon
from bggen.options import Options
from tests import catalog


@pytest.fixture
def photos(tmp_path: Path, worker_threads: None) -> Path:
    """Two cut-out photos."""
    return catalog.make(tmp_path / "in", 2)


def backdrop(path: Path, brightness: int) -> Path:
    """A picture of no scene: a row of greys."""
    Image.fromarray(np.tile(np.arange(96, dtype=np.uint8) + brightness, (96, 1))).save(path)
    return path


def planned(source: Path, out: Path, capsys: pytest.CaptureFixture[str], *flags: str | Path) -> list[str]:
    """What one more run would make."""
    capsys.readouterr()
    assert catalog.here(source, "-o", out, "--size", "96", "--quiet", "--json", "--dry-run", *flags) == 0
    return [row["target"] for row in catalog.said(capsys.readouterr().out) if "make" in row]


def test_another_picture_behind_the_same_name_is_another_scene(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wall, out = backdrop(tmp_path / "wall.png", 0), tmp_path / "o"
    own = ("--background", wall)
    assert catalog.here(photos, "-o", out, "--size", "96", "--quiet", "--workers", "1", *own) in (0, 3)
    wall.touch()
    assert planned(photos, out, capsys, *own) == []
    backdrop(wall, 90)
    assert planned(photos, out, capsys, *own) == sorted(catalog.tree(out))


def test_networks_that_look_at_a_backdrop_count_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = str(backdrop(tmp_path / "wall.png", 0))
    sd = str(tmp_path / "sd")
    with_one = [Options(background=own), Options(reference=own, model=sd)]
    in_the_models_digest = Options(reference=own)
    without = [Options(), Options(model=sd), Options(background="#dfe4ea"), Options(reference="none")]
    before = [Extras().networks(options) for options in with_one]
    other = tmp_path / "horizon.onnx"
    other.write_bytes(horizon.FILE.read_bytes() + b"\0")
    monkeypatch.setattr(horizon, "FILE", other)
    assert not set(before) & {Extras().networks(options) for options in with_one}
    assert {Extras().networks(options) for options in (in_the_models_digest, *without)} == {""}
    assert {Extras().of(options) for options in without} == {""}, "what is finished stays finished"
    lora = Options(lora=(f"{own}:0.5",))
    whole = hashlib.sha256(Path(own).read_bytes()).hexdigest()
    assert Extras().of(lora) == hashlib.sha256(whole.encode()).hexdigest()


def test_a_change_to_the_studios_networks_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import bggen

    weights = tmp_path / "families" / "studio" / "weights"
    weights.mkdir(parents=True)
    (weights / "light.onnx").write_bytes(b"one")
    monkeypatch.setattr(bggen, "__file__", str(tmp_path / "__init__.py"))
    before = painters.model_stamp(Options())
    (weights / "light.onnx").write_bytes(b"other")
    assert painters.model_stamp(Options()) != before


def test_a_backdrop_is_read_once_for_all_its_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wall, read = backdrop(tmp_path / "wall.png", 0), list[object]()
    digest = hashlib.file_digest

    def counted(file: object, name: str) -> object:
        read.append(file)
        return digest(file, name)  # type: ignore[arg-type]  # only files are handed to it

    monkeypatch.setattr(hashlib, "file_digest", counted)
    extras = Extras()
    for look in range(3):  # as --watch takes them
        extras.forget()
        for prompt in ("on oak", "on slate"):
            extras.of(Options(background=str(wall), prompt=prompt, seed=look))
    assert len(read) == 1
    backdrop(wall, 90)
    extras.forget()
    extras.of(Options(background=str(wall)))
    assert len(read) == 2


def test_a_retouched_picture_is_kept_and_a_damaged_one_is_not(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, flags = tmp_path / "o", ("--size", "96", "--workers", "1", "--background", "#dfe4ea")
    assert catalog.here(photos, "-o", out, *flags) == 0
    mine, damaged = out / "p00000.png", out / "p00001.png"
    whole, work = damaged.read_bytes(), catalog.retouch(mine)
    damaged.write_bytes(whole[:-100])
    capsys.readouterr()
    assert catalog.here(photos, "-o", out, *flags, "--verify") == 0
    assert (mine.read_bytes(), damaged.read_bytes()) == (work, whole)
    assert (
        "since they were made, by hand as it seems, and kept (1): p00000.png: --force"
        in capsys.readouterr().err
    )
    row = json.loads((out / "report.jsonl").read_text().splitlines()[0])
    assert (row["reasons"], row["outputs"][0]["bytes"]) == (["retouched"], len(work))

    assert catalog.here(photos, "-o", out, *flags, "--verify", "--dry-run") == 0
    assert "by hand" not in capsys.readouterr().err, "it was said once"
    other = (*flags[:-1], "#102030", "--quiet")
    assert catalog.here(photos, "-o", out, *other, "--limit", "1") == 0
    assert mine.read_bytes() == work
    assert damaged.read_bytes() != whole, "made anew, for what is asked now"
    assert capsys.readouterr().err.startswith("pictures not made anew for what is asked now")
    assert planned(photos, out, capsys, "--force") == ["p00000.png", "p00001.png"]


@pytest.mark.parametrize("noticed", [True, False])
@pytest.mark.parametrize("fault", ["row", "photo"])
def test_a_retouched_picture_outlives_a_failure_of_its_item(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], fault: str, noticed: bool
) -> None:
    """A slip in its row, or half a photo, for one night: mended, its picture was painted over."""
    photo, table, out = photos / "p00000.png", photos / "t.csv", tmp_path / "o"
    mine, whole = out / "p00000.png", photo.read_bytes()

    def night(code: int, quality: str = "90", data: bytes = whole) -> None:
        photo.write_bytes(data)
        table.write_text(f"image,quality\np00000.png,{quality}\n")
        assert catalog.here(table, "-o", out, *catalog.FLAT, "--size", "96", "--workers", "1") == code

    night(0)
    if noticed:
        work = catalog.retouch(mine)
        night(0)
    if fault == "row":
        night(3, quality="good")
    else:
        night(0 if noticed else 3, data=whole[:300])
    if not noticed:
        work = catalog.retouch(mine)
    for _ in range(2):
        capsys.readouterr()
        night(0)
        assert mine.read_bytes() == work
    row = json.loads((out / "report.jsonl").read_text())
    assert (row["state"], row["reasons"], row["message"]) == ("done", ["retouched"], "")
    assert capsys.readouterr().err == ""


def test_what_was_put_aside_and_retouched_starts_with_no_crashes(tmp_path: Path) -> None:
    aside = Entry("a.png", "a.png", state="quarantined", reason="poison", crashes=3)
    Retouched(outs.LocalOut(tmp_path), {}).stands(aside)
    assert (aside.state, aside.reason, aside.crashes) == ("done", "", 0)


def finished(digest: str, *, kept: bool = False) -> tasks.Finished:
    """Of a picture of one byte."""
    return tasks.Finished("ok", digest, 1, {"reasons": []}, None, kept=kept)


def test_what_a_run_wrote_before_it_was_killed_is_told_from_somebodys_work(tmp_path: Path) -> None:
    """The row of an item with several pictures knew none of its new ones until the last was made."""
    names = [f"a-{number}.png" for number in (1, 2, 3)]
    old = Entry("a.png", "a.png", key="k", outputs=[Output(name, "old", 1) for name in names])
    item, hooks = Item("a.png", "a.png", Options(variants=3)), SimpleNamespace(ended=lambda *_: None)

    def work_of(entry: Entry, **more: bool) -> Work:
        return Work(item, dataclasses.replace(entry), entry, NO_PAINTER, "", expected=3, **more)

    with RunLock(tmp_path) as lock, closing(Journal(tmp_path / "journal")) as kept:
        ledger = Ledger(kept, lock, hooks)  # type: ignore[arg-type]  # no more of them is asked for
        first = work_of(old)
        ledger.delivered(first, 0, finished("new"))
        ledger.delivered(first, 1, finished("theirs", kept=True))
        (row,) = kept.entries()
        assert row.state == "running"
        second = work_of(row)
        assert [second.made(variant) for variant in range(3)] == ["new", "old", "old"]
        second.unheard.add(2)
        assert second.afresh().made(2) is None, "its worker died, and may have written it"
        ledger.delivered(second, 1, finished("theirs", kept=True))
        ledger.fail(second, "timeout", "took too long")
        (row,) = kept.entries()
        assert [made.digest for made in row.outputs] == ["new", "old", "old"]
        third = work_of(row)
        for variant, digest in enumerate(("new", "theirs", "last")):
            ledger.delivered(third, variant, finished(digest, kept=digest == "theirs"))
        (row,) = kept.entries()
    assert (row.state, row.facts["reasons"], third.kept) == ("done", ["retouched"], ["a-2.png"])
    assert [made.digest for made in row.outputs] == ["new", "theirs", "last"]
    assert {work_of(row).made(variant) for variant in range(3)} == {""}, "any of them may be somebody's"
    assert work_of(row, force=True).made(1) is None


def test_an_item_is_at_the_device_until_the_last_of_its_pictures_is_painted() -> None:
    """Its row is written between them: one that kills the run must be found out all the same."""
    work = Work(Item("a.png", "a.png", Options(variants=2)), Entry("a.png", "a.png"), None, NO_PAINTER, "")
    ledger = SimpleNamespace(save=lambda rows: None, painted=lambda: None)
    flow: Any = SimpleNamespace(ledger=ledger, batch=BatchSize("1"), _painted=deque())
    prepared: Any = None
    tickets = [Ticket(work, prepared), Ticket(work, prepared)]
    stages = list[str]()
    Flow._at_device(flow, tickets)
    for ticket in tickets:
        Flow._from_device(flow, Painted([ticket], [prepared], 1.0))
        stages.append(work.entry.stage)
    assert stages == ["paint", "complete"]


def test_what_is_somebodys_work_is_not_replaced(tmp_path: Path) -> None:
    out, made = outs.LocalOut(tmp_path), hashlib.sha256(b"half a picture").hexdigest()
    picture = tmp_path / "a.png"
    assert tasks.spared(out, "a.png", made, finished("new")) is None
    picture.write_bytes(b"something else that is no picture")
    assert tasks.spared(out, "a.png", made, finished("new")) is None, "damaged"
    Image.new("RGB", (40, 30)).save(picture)
    work = hashlib.sha256(picture.read_bytes()).hexdigest()
    assert tasks.spared(out, "a.png", work, finished("new")) is None
    assert tasks.spared(out, "a.png", made, finished(work)) is None, "made twice, the same bytes"
    assert tasks.spared(out, "a.png", None, finished("new")) is None, "--force"
    kept = tasks.spared(out, "a.png", made, finished("new"))
    assert kept is not None and kept.kept
    stat = picture.stat()
    assert (kept.digest, kept.size, kept.mtime) == (work, stat.st_size, stat.st_mtime_ns)


@pytest.mark.parametrize("out", ["o", "memory://unread"])
def test_a_picture_that_cannot_be_read_may_be_somebodys_work(
    photos: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    out: str,
) -> None:
    """One without rights, or in a store that was away for a moment, was taken for damaged and overwritten."""
    monkeypatch.chdir(tmp_path)
    run = (photos, "-o", out, *catalog.FLAT, "--size", "96", "--workers", "1", "--state-dir", "state")
    assert catalog.here(*run) == 0
    store, name = fsspec.core.url_to_fs(f"{out}/p00000.png")
    store.pipe_file(name, b"somebody's work")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(MemoryFileSystem, "cat_file", refuse)
        patch.setattr(Image, "open", refuse)
        capsys.readouterr()
        assert catalog.here(*run) == 0
    assert store.cat_file(name) == b"somebody's work"
    assert "it may be somebody's work, and is left as it is: --force" in capsys.readouterr().err
    assert catalog.here(*run) == 0
    assert store.cat_file(name).startswith(b"\x89PNG"), "what is no picture was no work"


def test_a_retouched_picture_that_is_asked_for_otherwise_is_told_once_and_by_the_report(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, flags = tmp_path / "o", ("--size", "96", "--workers", "1", "--quiet", "--background", "#dfe4ea")
    assert catalog.here(photos, "-o", out, *flags) == 0
    catalog.retouch(out / "p00000.png")

    def night(*more: str) -> tuple[int, list[str]]:
        """(lines that cron would mail, reasons in the report)."""
        capsys.readouterr()
        assert catalog.here(photos, "-o", out, *flags, *more) == 0
        row = json.loads((out / "report.jsonl").read_text().splitlines()[0])
        return len(capsys.readouterr().err.splitlines()), row["reasons"]

    assert night() == (0, ["retouched"])
    (photos / "p00000.png").write_bytes((photos / "p00001.png").read_bytes())
    for lines in (1, 0, 0):
        assert night() == (lines, ["retouched", "outdated"])
    assert night("--force") == (0, [])


def same_size(picture: Path) -> bytes:
    """Another picture in as many bytes."""
    size = picture.stat().st_size
    Image.new("RGB", (96, 96), "red").save(picture)
    picture.write_bytes(picture.read_bytes().ljust(size, b"\0"))
    assert picture.stat().st_size == size
    return picture.read_bytes()


def test_a_retouched_picture_of_the_same_size_is_told_by_its_time(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "o"
    flags = ("--size", "96", "--workers", "1", "--background")
    assert catalog.here(photos, "-o", out, *flags, "#dfe4ea") == 0
    work, other = same_size(out / "p00000.png"), (*flags, "#102030")
    capsys.readouterr()
    assert catalog.here(photos, "-o", out, *other) == 0
    assert (out / "p00000.png").read_bytes() == work
    assert "by hand as it seems, and kept (1): p00000.png" in capsys.readouterr().err


def test_a_copied_folder_is_read_once_and_nothing_in_it_is_retouched(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read, digest = list[str](), outs.LocalOut.digest

    def counted(out: outs.LocalOut, name: str) -> str:
        read.append(name)
        return digest(out, name)

    monkeypatch.setattr(outs.LocalOut, "digest", counted)
    out, flags = tmp_path / "o", ("--size", "96", "--workers", "1", "--background", "#dfe4ea")
    assert catalog.here(photos, "-o", out, *flags) == 0
    assert catalog.here(photos, "-o", out, *flags) == 0
    assert read == []
    for picture in catalog.tree(out):
        os.utime(out / picture, (1, 1))
    capsys.readouterr()
    assert catalog.here(photos, "-o", out, *flags) == 0
    assert "2 pictures were written again since they were made, and are the same" in capsys.readouterr().err
    assert catalog.here(photos, "-o", out, *flags) == 0
    said = capsys.readouterr().err
    assert "0 to make, 2 as they are" in said
    assert "by hand" not in said
    assert sorted(read) == ["p00000.png", "p00001.png"]


def test_a_journal_without_times_is_still_understood(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, flags = tmp_path / "o", ("--size", "96", "--workers", "1", "--background", "#dfe4ea")
    assert catalog.here(photos, "-o", out, *flags) == 0
    with closing(sqlite3.connect(out / ".bggen" / "journal.sqlite3")) as db, db:
        for id, outputs in db.execute("SELECT id, outputs FROM items").fetchall():
            short = json.dumps([made[:3] for made in json.loads(outputs)])
            db.execute("UPDATE items SET outputs = ? WHERE id = ?", (short, id))
        db.execute("PRAGMA user_version = 1")
    same_size(out / "p00000.png")
    assert planned(photos, out, capsys, *flags[4:]) == []
    assert catalog.here(photos, "-o", out, *flags, "--verify") == 0
    assert "p00000.png" in capsys.readouterr().err, "it is found when asked"
    same_size(out / "p00001.png")
    capsys.readouterr()
    assert catalog.here(photos, "-o", out, *flags) == 0
    assert "by hand as it seems, and kept (1): p00001.png" in capsys.readouterr().err


def test_a_picture_retouched_after_its_rejection_is_kept_and_can_be_rejected_itself(
    photos: Path, tmp_path: Path
) -> None:
    out, flags = tmp_path / "o", ("--size", "96", "--workers", "1", *catalog.FLAT)
    assert catalog.here(photos, "-o", out, *flags) == 0
    mine, decisions = out / "p00000.png", tmp_path / "d.json"

    def rejected(picture: bytes) -> int:
        decision = {"decision": "reject", "sha256": hashlib.sha256(picture).hexdigest()}
        decisions.write_text(json.dumps({"items": {mine.name: decision}}))
        return catalog.here(photos, "-o", out, *flags, "--decisions", decisions)

    first, work = mine.read_bytes(), catalog.retouch(mine)
    assert rejected(first) == 0
    assert mine.read_bytes() == work
    assert rejected(work) == 0
    assert mine.read_bytes() != work
