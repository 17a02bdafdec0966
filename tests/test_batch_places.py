"""Where photos lie and pictures go: SOURCE and OUT inside one another, and what must never be overwritten."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

import bggen
from bggen.batch.asked import finder, walk
from bggen.batch.places import objects, outs, stores
from bggen.batch.request import BatchRequest
from bggen.errors import BadInput, FetchUnavailable, StoreUnavailable, UsageError
from bggen.settings import Settings
from bggen.source.fetch import Fetcher
from tests import catalog

FLAGS = (*catalog.FLAT, "--size", "96", "--workers", "1")


@pytest.fixture
def photos(tmp_path: Path, worker_threads: None) -> Path:
    """Two cut-out photos, one of them in a folder."""
    folder = catalog.make(tmp_path / "shop" / "photos", 2)
    (folder / "more").mkdir()
    (folder / "p00001.png").rename(folder / "more" / "p00001.png")
    return folder


def test_a_folder_that_holds_source_is_a_fine_out(photos: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = photos.parent
    assert catalog.here(photos, "-o", out, *FLAGS) == 0
    assert (out / "p00000.png").exists()
    assert (out / "more" / "p00001.png").exists()
    capsys.readouterr()
    assert catalog.here(photos / "**" / "*.png", "-o", out, *FLAGS, "--dry-run") == 0
    assert catalog.said(capsys.readouterr().out)[-1]["summary"]["kept"] == 2
    shutil.copytree(photos, photos / "photos")  # its pictures would be photos the next time
    with pytest.raises(UsageError, match="would lie among the photos"):
        catalog.here(photos, "-o", out, *FLAGS)


@pytest.mark.parametrize("pattern", ["", "*.png"])
def test_source_itself_is_no_out(photos: Path, pattern: str) -> None:
    with pytest.raises(UsageError, match="OUT is SOURCE itself"):
        catalog.here(photos / pattern, "-o", photos, *FLAGS)


@pytest.mark.parametrize("pattern", ["", "**/*.png"])
def test_what_another_run_made_below_source_is_no_photo(
    photos: Path, pattern: str, capsys: pytest.CaptureFixture[str]
) -> None:
    white, lifestyle = photos / "white", photos / "lifestyle"
    assert catalog.here(photos / pattern, "-o", white, *FLAGS) == 0
    assert catalog.here(photos / pattern, "-o", lifestyle, *FLAGS) == 0
    capsys.readouterr()
    assert catalog.here(photos / pattern, "-o", white, *FLAGS) == 0
    assert catalog.said(capsys.readouterr().out)[-1]["summary"]["kept"] == 2
    assert catalog.here(photos / pattern, "-o", white, "--background", "#ffffff", "--dry-run") == 0
    assert f"passed over, as bggen made them: {lifestyle}\n" in capsys.readouterr().err
    for out in (white, lifestyle):
        made = out.rglob("*.png")
        assert {path.relative_to(out).as_posix() for path in made} == {"p00000.png", "more/p00001.png"}
    # but a run may go on from what another has made
    assert catalog.here(white, "-o", photos.parent / "again", *FLAGS) == 0
    assert len(list((photos.parent / "again").rglob("*.png"))) == 2


def test_what_generate_made_of_a_photo_beside_it_is_none(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, taken = photos / "p00000-scene-2.png", photos / "more" / "p00000-scene.png"
    bggen.generate(photos / "p00000.png", options=bggen.Options(background="#ffffff", size="96")).save(made)
    shutil.copy(made, taken)  # its photo isn't there
    shutil.copy(photos / "p00000.png", photos / "film.png")
    shutil.copy(photos / "p00000.png", photos / "film-scene.png")  # a photo of that name
    assert catalog.here(photos, "-o", tmp_path / "out", *FLAGS, "--dry-run") == 0
    said = catalog.said(capsys.readouterr().out)
    assert [row for row in said if "pass" in row] == [{"pass": str(made), "reason": "made_by_bggen"}]
    assert {str(taken), str(photos / "film-scene.png")} < {row.get("make") for row in said}
    out = tmp_path / "out"
    assert catalog.here(photos, "-o", out, *FLAGS) in (0, 3)
    capsys.readouterr()
    assert catalog.here(out, "-o", tmp_path / "again", *FLAGS, "--dry-run") == 0
    assert str(out / "film-scene.png") in {row.get("make") for row in catalog.said(capsys.readouterr().out)}


def test_a_folder_is_listed_once_for_all_its_scenes(photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One listing for each, and 20,000 of them took minutes."""
    stems, listed = walk._stems, list[Path]()
    monkeypatch.setattr(walk, "_stems", lambda folder: listed.append(folder) or stems(folder))
    for number in range(3):
        (photos / f"p0000{number}-scene.png").write_bytes(b"no record")
    assert len(finder.find(BatchRequest(str(photos)), "elsewhere").items) == 5
    assert listed == [photos]


def test_an_out_that_is_new_may_lie_at_the_root(photos: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As in a container: `bggen batch /photos` writes into /photos-scenes."""
    assert catalog.here(photos, "-o", "/no-such-folder-of-scenes", *FLAGS, "--dry-run") == 0
    assert catalog.said(capsys.readouterr().out)[-1]["summary"]["make"] == 2


def test_no_flag_puts_a_picture_in_a_photos_place(photos: Path) -> None:
    (photos / "t.csv").write_text("image\np00000.png\n")
    before = catalog.tree(photos)
    with pytest.raises(UsageError, match="is one of the photos"):
        catalog.here(photos / "t.csv", "-o", photos, *FLAGS, "--force")
    assert catalog.tree(photos) == before


def test_scenes_in_a_store_are_not_taken_for_photos(photos: Path) -> None:
    store = fsspec.filesystem("memory")
    store.pipe("/places/a/x.png", (photos / "p00000.png").read_bytes())
    where = ("memory://places", "-o", "memory://places/scenes")
    for _ in range(2):
        assert catalog.here(*where, *FLAGS, "--state-dir", photos.parent / "state") == 0
    assert [name for name in store.find("/places/scenes") if name.endswith(".png")] == [
        "/places/scenes/a/x.png"
    ]
    with pytest.raises(UsageError, match="OUT is SOURCE itself"):
        catalog.here("memory://places", "-o", "memory://places/", *FLAGS)
    for source, above in (("memory://", "places/"), ("memory://places", "")):
        found = finder.find(BatchRequest(source), "memory://others")
        here = [item.source for item in found.items if "/places/" in item.source]
        assert here == ["memory:///places/a/x.png"], "of an OUT of another run"
        assert (f"{source}/{above}scenes/", walk.MADE) in found.skipped
    for name in ("../more/p.png", f"{'f' * 256}/p.png", "n\0/p.png"):
        store.store[f"/places/x/{name}"] = store.store["/places/a/x.png"]
    wrong = finder.find(BatchRequest("memory://places/x"), "memory://others").items
    assert {item.problem and item.problem[0] for item in wrong} == {"path_escape"}
    assert not any("/" in item.target for item in wrong)
    (goes_on,) = finder.find(BatchRequest("memory://places/scenes"), "memory://others").items
    assert goes_on.target == "a/x.png"


def test_an_out_is_known_as_one_wherever_its_journal_is(photos: Path, tmp_path: Path) -> None:
    store = stores.open_out(str(photos / "scenes"))
    store.claim()
    store.put("p00000.png", (photos / "p00000.png").read_bytes())
    found = finder.find(BatchRequest(str(photos)), str(tmp_path / "o"))
    assert [item.target for item in found.items] == ["more/p00001.png", "p00000.png"]


def test_an_empty_source_is_told_like_any_other_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    figures = tmp_path / "bggen.prom"
    run = (tmp_path / "in", "-o", tmp_path / "o", *FLAGS, "--metrics-file", figures)
    assert catalog.here(*run) == 0
    summary = catalog.said(capsys.readouterr().out)[-1]["summary"]
    assert (summary["exit_code"], summary["total"]) == (0, 0)
    assert "bggen_batch_exit_code 0.0" in figures.read_text()
    assert not (tmp_path / "o").exists()


@pytest.mark.usefixtures("no_home")
def test_a_user_without_a_home_is_told_to_say_where_the_journal_goes(photos: Path) -> None:
    with pytest.raises(UsageError, match="--state-dir"):
        catalog.here(photos, "-o", "memory://homeless", *FLAGS)


def test_a_store_has_one_journal_however_it_is_written(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a slash at its end the pictures there were said to be somebody else's."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for out in ("memory://slash", "memory://slash/"):
        assert catalog.here(photos, "-o", out, *FLAGS) == 0


def test_a_journal_belongs_to_one_out(photos: Path, tmp_path: Path) -> None:
    run = (*FLAGS, "--state-dir", tmp_path / "state")
    assert catalog.here(photos, "-o", tmp_path / "a", *run) == 0
    for more in ((), ("--dry-run",)):
        with pytest.raises(UsageError, match=r"keeps the journal of .*/a: give each OUT one of its own"):
            catalog.here(photos, "-o", tmp_path / "b", *run, *more)
    assert not (tmp_path / "b").exists()
    (tmp_path / "a").rename(tmp_path / "moved")
    made = {path: path.stat().st_mtime_ns for path in (tmp_path / "moved").rglob("*.png")}
    assert catalog.here(photos, "-o", tmp_path / "moved", *run) == 0
    assert {path: path.stat().st_mtime_ns for path in made} == made


def test_a_folder_of_out_that_cannot_be_listed_is_named(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors = [OSError(116, "Stale file handle"), PermissionError(13, "Permission denied")]

    def shut(path: object) -> None:
        raise errors[-1]

    monkeypatch.setattr(os, "scandir", shut)
    with pytest.raises(UsageError, match=r"o.*can't be listed \(Permission denied\)"):
        outs.LocalOut(tmp_path / "o").stats(["a/b.png"])
    errors.pop()  # a share that is away is no wrong option, and may be back in a moment
    with pytest.raises(StoreUnavailable, match=r"o.*can't be listed now \(Stale file handle\)"):
        outs.LocalOut(tmp_path / "o").stats(["a/b.png"])
    errors[0].filename = str(photos)
    with pytest.raises(FetchUnavailable, match=r"can't be listed now \(Stale file handle\)"):
        finder.find(BatchRequest(str(photos)), "elsewhere")


def test_a_file_that_goes_while_its_folder_is_listed_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that came after it counted as missing: made anew, retouched ones among it."""
    for name in "abcd":
        (tmp_path / f"{name}.png").write_bytes(b"x")
    listing = os.scandir

    @contextmanager
    def going(path: Path) -> Iterator[list[os.DirEntry[str]]]:
        with listing(path) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
        listed[1].is_file()
        Path(listed[1].path).unlink()
        yield listed

    monkeypatch.setattr(os, "scandir", going)
    there = outs.LocalOut(tmp_path).stats(f"{name}.png" for name in "abcd")
    assert sorted(there) == ["a.png", "c.png", "d.png"]


def test_a_photo_too_small_for_the_margin_fails_alone(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fit = (*catalog.FLAT, "--placement", "fit", "--margin", "60px")
    assert catalog.here(photos, "-o", tmp_path / "o", *fit) == 3
    said = [row for row in catalog.said(capsys.readouterr().out) if "state" in row]
    assert sorted((row["id"], row["reason"]) for row in said) == [
        ("more/p00001.png", ""),
        ("p00000.png", "canvas_size"),
    ]


@pytest.mark.parametrize(("source", "out"), [("memory://away", "o"), ("photos", "memory://away")])
def test_a_store_that_is_away_is_no_wrong_option(
    photos: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    source: str,
    out: str,
) -> None:
    tries = list[str]()

    def away(_: object, root: str, **__: object) -> None:
        tries.append(root)
        raise OSError("connection reset")

    monkeypatch.chdir(photos.parent)
    catalog.ask_again_after(monkeypatch, 0.01, 0.01)
    monkeypatch.setattr(MemoryFileSystem, "find", away)
    # 2 tells a Kubernetes job that to start again is of no use
    assert catalog.here(source, "-o", out, *FLAGS, "--state-dir", "state", "--dry-run") == 1
    told = "memory://away: can't be listed now (connection reset)"
    assert tries == ["/away"] * 3
    assert capsys.readouterr().err.count(told) == 2, "at the first try and at the end"


class OfSmb(OSError):
    """Its library's errors have numbers, and are none of Python's own kinds."""


@pytest.fixture
def over_ssh(monkeypatch: pytest.MonkeyPatch) -> type[MemoryFileSystem]:
    """`memory://` as a file system of another machine, which replaces nothing by a rename, as SMB."""

    def mv(fs: MemoryFileSystem, old: str, new: str, **how: Any) -> None:
        if fs.exists(new):
            raise OSError("file exists")
        fs.store[new] = fs.store.pop(old)

    info = MemoryFileSystem.info

    def looked_at(fs: MemoryFileSystem, path: str, **how: Any) -> Any:
        try:
            return info(fs, path, **how)
        except FileNotFoundError as error:
            raise OfSmb(2, "no such file") from error

    monkeypatch.setattr(MemoryFileSystem, "protocol", ("sftp", "memory"))
    monkeypatch.setattr(MemoryFileSystem, "mv", mv)
    monkeypatch.setattr(MemoryFileSystem, "info", looked_at)
    return MemoryFileSystem


def test_a_kill_leaves_no_half_of_a_picture_on_another_machine(
    over_ssh: type[MemoryFileSystem], monkeypatch: pytest.MonkeyPatch
) -> None:
    out, store, write = objects.RemoteOut("memory://halves"), over_ssh(), over_ssh.pipe_file
    out.tag = "0badcafe"

    def killed(fs: MemoryFileSystem, path: str, value: bytes, **how: Any) -> None:
        write(fs, path, value[:1], **how)
        raise KeyboardInterrupt

    for before in ({}, {"a.png": 3}):
        with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
            patched.setattr(over_ssh, "pipe_file", killed)
            out.put("a.png", b"new")
        assert {name: stat.size for name, stat in out.stats(["a.png"]).items()} == before
        out.put("a.png", b"new")
        out.put("a.png", iter([b"n", b"ew"]))
        assert store.find("/halves") == ["/halves/a.png"], "what the kill left is gone, too"
        assert store.cat_file("/halves/a.png") == b"new"


def test_a_folder_that_fails_to_be_listed_is_not_taken_for_empty(
    over_ssh: type[MemoryFileSystem], monkeypatch: pytest.MonkeyPatch
) -> None:
    """fsspec says nothing of it: its photos counted as gone, and its pictures were made anew."""
    over_ssh().pipe({f"/tree/{name}": b"x" for name in ("a.png", "b/c.png", "shut/d.png")})
    ls, errors = over_ssh.ls, dict[str, OSError]()

    def listed(fs: MemoryFileSystem, path: str, detail: bool = True, **how: Any) -> Any:
        if path in errors:
            raise errors[path]
        return ls(fs, path, detail, **how)

    monkeypatch.setattr(over_ssh, "ls", listed)
    errors["/tree/shut"] = OfSmb(13, "no")
    source = objects.RemoteSource("memory://tree")
    assert [name for name, _, _ in source.files(recurse=True)] == ["a.png", "b/c.png"]
    assert source.shut == ["/tree/shut"]
    out = objects.RemoteOut("memory://tree")
    with pytest.raises(BadInput, match="there is no such object"):
        stores.fetch("memory://tree/none.png", Settings())
    assert set(out.stats(["a.png", "b/c.png", "e.png"])) == {"a.png", "b/c.png"}
    with pytest.raises(UsageError, match="/tree/shut can't be listed: give rights"):
        out.stats(["shut/d.png"])
    errors["/tree/b"] = OSError("socket is closed")
    with pytest.raises(FetchUnavailable, match="socket is closed"):
        source.files(recurse=True)
    with pytest.raises(StoreUnavailable, match="socket is closed"):
        out.stats(["a.png"])
    assert [name for name, _, _ in objects.RemoteSource("memory://tree/a.png").files(recurse=True)] == [
        "a.png"
    ]


def test_a_session_that_broke_is_followed_by_another(
    over_ssh: type[MemoryFileSystem], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One connection was kept for the night, and with it its end."""
    broken, write = list[MemoryFileSystem](), over_ssh.pipe_file

    def pipe_file(fs: MemoryFileSystem, path: str, value: bytes, **how: Any) -> None:
        broken[:] = broken or [fs]
        if fs is broken[0]:
            raise EOFError
        write(fs, path, value, **how)

    monkeypatch.setattr(over_ssh, "cachable", True)
    monkeypatch.setattr(over_ssh, "pipe_file", pipe_file)
    out = objects.RemoteOut("memory://session")
    with pytest.raises(StoreUnavailable, match=r"can't be written \(EOFError\)"):
        out.put("a.png", b"x")
    out.put("a.png", b"x")


def test_a_host_that_cannot_be_reached_costs_its_rows_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library connects as it opens an address: such an error ended the run."""

    def refused(*_: object, **__: object) -> None:
        raise ConnectionRefusedError("connection refused")

    monkeypatch.setattr(fsspec.core, "url_to_fs", refused)
    told = r"memory://a: can't be reached now \(connection refused\)"
    for ask in (lambda: stores.fetch("memory://a", Settings()), lambda: objects.RemoteSource("memory://a")):
        with pytest.raises(FetchUnavailable, match=told):
            ask()


def test_a_report_that_has_no_room_for_temporary_files_is_one_line(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a container whose disk is read-only it was a traceback, in place of the run's own end."""

    def nowhere(*_: object) -> str:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "mkdtemp", nowhere)
    assert catalog.here(photos, "-o", "memory://untold", *FLAGS, "--state-dir", tmp_path / "state") == 0
    said = capsys.readouterr()
    assert "report: memory://untold/report.jsonl: can't be written ([Errno 2] No usable" in said.err
    assert catalog.said(said.out)[-1]["summary"]["made"] == 2


def test_what_is_trusted_on_the_web_is_read_once_for_all_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was read for each: half an hour of the run's own core for 100,000 addresses."""
    fetchers = set[Fetcher]()
    monkeypatch.setattr(Fetcher, "__call__", lambda one, url: fetchers.add(one) or b"")
    for number in range(3):
        stores.fetch(f"https://shop.example/{number}.png", Settings())
    assert len(fetchers) == 1


def test_a_store_is_listed_anew_at_every_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stores such as s3fs keep a folder's listing: a watch of one folder alone never saw a new photo."""
    kept, find = dict[str, Any](), MemoryFileSystem.find

    def remembered(store: MemoryFileSystem, path: str, **how: Any) -> Any:
        return kept[path] if path in kept else kept.setdefault(path, find(store, path, **how))

    def forget(store: MemoryFileSystem, path: str | None = None) -> None:
        if path is None:  # else somebody writes, who is another in truth
            kept.clear()

    monkeypatch.setattr(MemoryFileSystem, "find", remembered)
    monkeypatch.setattr(MemoryFileSystem, "invalidate_cache", forget)
    store = fsspec.filesystem("memory")
    for count in (1, 2):
        store.pipe(f"/listed/{count}.png", b"")
        assert len(objects.RemoteSource("memory://listed").files(recurse=False)) == count


def test_a_folder_that_cannot_be_read_is_told_even_when_quiet(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scandir, stat = os.scandir, os.stat

    def shut(path: str) -> object:
        if str(path).endswith("more"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    def closed(path: Any, **how: Any) -> os.stat_result:
        if "/more/" in str(path):  # as in lost+found
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, **how)

    monkeypatch.setattr(os, "scandir", shut)
    monkeypatch.setattr(os, "stat", closed)
    assert catalog.here(photos, "-o", tmp_path / "o", *FLAGS, "--dry-run") == 0
    said = capsys.readouterr()
    assert f"{photos / 'more'}: this folder can't be read" in said.err
    assert catalog.said(said.out)[-1]["summary"]["make"] == 1
    with pytest.raises(UsageError, match="more: can't be listed"):
        finder.find(BatchRequest(str(photos / "more")), "elsewhere")
    monkeypatch.setattr(os, "scandir", scandir)  # it may be listed, and not entered
    with pytest.raises(UsageError, match="more: can't be listed"):
        finder.find(BatchRequest(str(photos / "more")), "elsewhere")
    matched = finder.find(BatchRequest(str(photos / "more" / "*.png")), "elsewhere")
    assert matched.skipped == [(str(photos / "more"), walk.UNREADABLE)]
    monkeypatch.setattr(os, "access", lambda path, mode: "more" not in str(path))
    with pytest.raises(UsageError, match=r"p00001.png: its folder may not be entered: give rights"):
        catalog.here(photos / "more" / "p00001.png", *FLAGS)


def test_a_locale_that_knows_ascii_alone_takes_every_name(tmp_path: Path) -> None:
    photo, empty = tmp_path / "Tasse-ä.png", tmp_path / "süß.png"
    catalog.make(tmp_path, 1).joinpath("p00000.png").rename(photo)
    empty.touch()
    (tmp_path / "t.csv").write_text(f"image,output\n{photo.name},杯子\n{empty.name},\n", "utf-8")
    flags = ("-p", "{name} auf weißem Tisch", "--background", "#dfe4ea", "--size", "96", "--workers", "1")
    ran = subprocess.run(
        [sys.executable, "-m", "bggen", "batch", "t.csv", "-o", "o", *flags],
        cwd=tmp_path,
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 3, ran.stderr
    assert r"s\xfc\xdf.png: the file is empty [empty]" in ran.stderr
    assert list(catalog.tree(tmp_path / "o")) == ["杯子.png"]
    with (tmp_path / "o" / "report.csv").open(encoding="utf-8-sig", newline="") as sheet:
        told = {row["id"]: row["prompt"] for row in csv.DictReader(sheet)}
    assert told == {"杯子.png": "Tasse-ä auf weißem Tisch", "süß.png": ""}
