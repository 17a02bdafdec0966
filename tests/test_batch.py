"""`bggen batch` as cron and CI meet it: what it makes, leaves alone, refuses and says; fastest painter."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from fsspec.implementations.memory import MemoryFileSystem
from PIL import Image, PngImagePlugin

from bggen.batch.asked import prompts
from bggen.batch.memory import journal
from bggen.batch.request import duration
from bggen.batch.stream import later, refusals
from bggen.batch.told.voice import Voice
from bggen.batch.workers import tasks
from bggen.batch.workers.pool import Pool
from bggen.cli import app
from bggen.engine import NO_PAINTER
from bggen.errors import OutputExists, UsageError
from bggen.families.studio.light.casts import LYING
from bggen.families.studio.sets import bank
from bggen.options import Options
from bggen.settings import Settings

#: one worker, where their number is not what is tried: to start one takes longer than these pictures
FLAT = ("--background", "#dfe4ea", "--size", "96", "--workers", "1")
MANY = (*FLAT[:-1], "2")
SLOW = ("--background", "#dfe4ea", "--size", "600")


def batch(*args: str | Path) -> int:
    """The command in this process; its exit code."""
    return int(app(["batch", *map(str, args)], standalone_mode=False) or 0)


def started(*args: str | Path) -> subprocess.Popen[str]:
    """The command as its own process; it hears SIGINT even where the tests run in a shell's background."""
    command = [sys.executable, "-m", "bggen", "batch", *map(str, args)]
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, before)


def pictures(out: Path) -> dict[str, str]:
    """Name -> SHA-256 of all pictures below a folder."""
    return {str(p.relative_to(out)): hashlib.sha256(p.read_bytes()).hexdigest() for p in out.rglob("*.png")}


def objects(text: str) -> list[dict[str, object]]:
    """What --json said, the summary last."""
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


@pytest.fixture
def catalog(tmp_path: Path, product_png: Path) -> Path:
    """Three cut-out photos in a tree: two at the top, one in a folder."""
    folder = tmp_path / "catalog"
    (folder / "shoes").mkdir(parents=True)
    with Image.open(product_png) as whole:
        for number, name in enumerate(("a.png", "b.png", "shoes/c.png")):
            whole.crop((0, 0, 300, 400 - 2 * number)).save(folder / name)
    return folder


def test_nothing_else_does_the_sensible_thing(catalog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (catalog / "bggen.toml").write_text('background = "#ffffff"\nsize = "96"\n')
    (catalog / "a.txt").write_text("on slate")
    assert batch(catalog) == 0
    out = catalog.with_name("catalog-scenes")
    assert set(pictures(out)) == {"a.png", "b.png", "shoes/c.png"}
    assert {"report.html", "report.csv", "report.jsonl"} <= {p.name for p in out.iterdir()}
    rows = [json.loads(line) for line in (out / "report.jsonl").read_text().splitlines()]
    assert {Path(row["source"]).name: row["prompt"] for row in rows} == {
        "a.png": "on slate",
        "b.png": prompts.NEUTRAL,
        "c.png": prompts.NEUTRAL,
    }
    said = capsys.readouterr().err
    assert "3 pictures" in said and f"  report    {out}/report.html\n" in said
    for photo in pictures(catalog):
        (catalog / photo).unlink()  # as a share that was not mounted shows it
    assert batch(catalog, "--quiet") == 0
    assert "no picture in it, as there was at an earlier run: is its disk" in capsys.readouterr().err


def test_second_run_makes_only_what_changed(catalog: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    assert batch(catalog, "-o", out, *MANY, "--quiet") == 0
    first = pictures(out)
    stamps = {p: p.stat().st_mtime_ns for p in out.rglob("*.png")}
    shutil.copy(catalog / "b.png", catalog / "a.png")
    shutil.copy(catalog / "b.png", catalog / "new.png")
    (out / "shoes" / "c.png").unlink()
    assert batch(catalog, "-o", out, *MANY, "--quiet") == 0
    assert pictures(out)["shoes/c.png"] == first["shoes/c.png"]
    touched = {p.name for p in out.rglob("*.png") if stamps.get(p) != p.stat().st_mtime_ns}
    assert touched == {"a.png", "new.png", "c.png"}


def test_bad_files_fail_alone_and_stay_failed(
    catalog: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (catalog / "empty.jpg").touch()
    (catalog / "text.png").write_text("not a picture")
    (catalog / "cut.jpg").write_bytes((catalog / "a.png").read_bytes()[:200])
    out = tmp_path / "o"
    assert batch(catalog, "-o", out, *MANY, "--json", "--quiet") == 3
    *rows, last = objects(capsys.readouterr().out)
    reasons = {Path(str(row["source"])).name: row["reason"] for row in rows if row["state"] == "failed"}
    assert reasons == {"empty.jpg": "empty", "text.png": "not_an_image", "cut.jpg": "truncated"}
    assert len(pictures(out)) == 3
    summary = last["summary"]
    assert isinstance(summary, dict)
    assert (summary["made"], summary["failed"], summary["exit_code"]) == (3, 3, 3)
    assert batch(catalog, "-o", out, *FLAT, "--json", "--quiet") == 3
    assert len(objects(capsys.readouterr().out)) == 1, "a failed photo is not tried again unasked"
    (catalog / "empty.jpg").write_bytes((catalog / "a.png").read_bytes())
    assert batch(catalog, "-o", out, *FLAT, "--json", "--quiet") == 3
    assert len(objects(capsys.readouterr().out)) == 2, "one that was mended is"


def test_what_is_to_be_known_of_many_pictures_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    """A word of --prompt that the model doesn't know stood in report.jsonl alone, ten thousand times."""
    said = Voice(quiet=False, as_json=False)
    for number in range(3):
        said.notes(f"p{number}.png", ["it doesn't know 'xyzzy'", f"p{number}.png: 2 frames"])
    assert capsys.readouterr().err == "p0.png: it doesn't know 'xyzzy'\n"
    for told in ("2 more: it doesn't know 'xyzzy'\n", ""):
        said.end()
        assert capsys.readouterr().err == told


@pytest.mark.usefixtures("worker_threads")
def test_one_mistake_is_told_once_and_reported_for_each(
    catalog: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a wrong --root makes it: a table's every photo is missing."""
    rows = "".join(f"p{number}.png,on oak\n" for number in range(12))
    (catalog / "t.csv").write_text(f"image,prompt\n{rows}../../out.png,on oak\n../../far.png,on oak\n")
    (catalog / "empty.png").touch()
    with (catalog / "t.csv").open("a") as table:
        table.write("empty.png,on oak\n")
    out = tmp_path / "o"
    assert batch(catalog / "t.csv", "-o", out, *FLAT) == 3
    said = [line for line in capsys.readouterr().err.splitlines() if line.endswith("]") or " more: " in line]
    missing, outside, empty = (
        [line for line in said if word in line] for word in ("no such", "--root", "[empty]")
    )
    assert len(missing) == 2
    assert "11 more: there is no such file [not_found]: " in missing[1]
    assert missing[1].endswith(" and 6 others")
    assert len(outside) == 2  # a second one alone is told in full
    assert "far.png" in "".join(outside)
    assert len(empty) == 1
    report = [json.loads(line) for line in (out / "report.jsonl").read_text().splitlines()]
    assert sum(row["reason"] == "not_found" for row in report) == 12


@pytest.mark.usefixtures("worker_threads")
def test_a_photo_that_was_refused_is_not_cut_again_for_its_other_prompts(
    catalog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = list[str]()
    submit = Pool.submit

    def counted(pool: Pool, tag: object, task: tasks.Prepare | tasks.Complete) -> None:
        if isinstance(task, tasks.Prepare):
            cut.append(Path(task.source).name)
        submit(pool, tag, task)

    monkeypatch.setattr(Pool, "submit", counted)
    Image.effect_noise((200, 200), 90).convert("RGB").save(catalog / "maze.jpg")
    names, scenes = ("maze.jpg", "a.png"), ("oak", "slate", "snow")
    rows = [f"{name},on {scene},{name[0]}-{scene}.png" for scene in scenes for name in names]
    (catalog / "t.csv").write_text("\n".join(["image,prompt,output", *rows]))
    out = tmp_path / "o"
    assert batch(catalog / "t.csv", "-o", out, *FLAT, "--workers", "3", "-q") == 3
    assert sorted(cut) == ["a.png"] * 3 + ["maze.jpg"]
    report = [json.loads(line) for line in (out / "report.jsonl").read_text().splitlines()]
    refused = [row for row in report if row["state"] == "failed"]
    assert len(refused) == 3
    assert {row["reason"] for row in refused} == {"needs_mask"}
    assert len({row["message"] for row in refused}) == 1
    kept = journal.Journal(out / ".bggen" / "journal.sqlite3", read_only=True)
    try:
        failed = [entry for entry in kept.entries() if entry.state == "failed"]
        assert len({entry.key for entry in failed}) == 3  # known again by the next run
        assert all(kept.thumbs(entry.id)[0] for entry in failed)
    finally:
        kept.close()
    assert batch(catalog / "t.csv", "-o", out, *FLAT, "-q") == 3
    assert len(cut) == 4, "neither is a refused photo in the next run"
    shutil.copy(catalog / "b.png", catalog / "maze.jpg")  # mended
    assert batch(catalog / "t.csv", "-o", out, *FLAT, "-q") == 0


def test_a_refusal_holds_for_the_same_photo_and_cut_out_alone(tmp_path: Path) -> None:
    photo = tmp_path / "maze.png"
    Image.effect_noise((64, 64), 90).convert("RGB").save(photo)

    def task(**options: str) -> tasks.Prepare:
        return tasks.Prepare(str(photo), Options(**options), "", "", NO_PAINTER, "")

    known = refusals.Refusals()
    first = task(prompt="on oak")
    known.trying(first)
    assert known.awaited(task(prompt="on slate"))
    assert not known.awaited(task(prompt="on slate", cutout="alpha"))
    known.heard(first, tasks.perform(first, Settings()))
    assert not known.awaited(task(prompt="on slate"))
    again, fresh = known.known(task(prompt="on slate")), tasks.perform(task(prompt="on slate"), Settings())
    assert isinstance(again, tasks.Trouble)
    assert isinstance(fresh, tasks.Trouble)
    assert (again.reason, again.message, again.key) == (fresh.reason, fresh.message, fresh.key)
    assert known.known(task(prompt="on slate", cutout="alpha")) is None
    assert known.known(task(prompt="on slate", mask=str(photo))) is None
    photo.write_bytes(photo.read_bytes() + b" ")
    assert known.known(task(prompt="on slate")) is None
    lost = task(prompt="on moss")
    known.trying(lost)
    known.heard(lost, None)  # its worker died: somebody else tries
    assert not known.awaited(task(prompt="on snow"))


@pytest.mark.usefixtures("worker_threads")
def test_the_report_shows_a_photo_that_wants_a_mask(tmp_path: Path) -> None:
    photos, out = tmp_path / "in", tmp_path / "o"
    photos.mkdir()
    Image.effect_noise((200, 200), 90).convert("RGB").save(photos / "maze.jpg")
    (photos / "empty.jpg").touch()
    assert batch(photos, "-o", out, *FLAT, "-q") == 3
    kept = journal.Journal(out / ".bggen" / "journal.sqlite3", read_only=True)
    try:
        states = {entry.id: (entry.reason, kept.thumbs(entry.id)[0] is not None) for entry in kept.entries()}
        maze = kept.entry("maze.png")
    finally:
        kept.close()
    # a flag would put one photo's mask over all the others
    assert maze is not None
    assert "mask in a table's column mask, or where it is in its column roi as LEFT" in maze.message
    assert "--mask" not in maze.message
    assert states == {"maze.png": ("needs_mask", True), "empty.png": ("empty", False)}


def test_a_table_gives_prompts_masks_channels_and_options(catalog: Path, tmp_path: Path) -> None:
    table = catalog / "t.csv"
    table.write_text(
        "image,sku,colour,category,channels,background\n"
        "a.png,S1,red,shoe,1:1;4:5,#ffffff\n"
        "shoes/c.png,S2,green,hat,,#000000\n"
    )
    out = tmp_path / "o"
    prompt = "{colour} {category} on marble"
    assert batch(table, "-o", out, "-p", prompt, "--family-by", "sku", "--quiet") == 0
    rows = [json.loads(line) for line in (out / "report.jsonl").read_text().splitlines()]
    assert sorted(row["prompt"] for row in rows) == [
        "green hat on marble",
        "red shoe on marble",
        "red shoe on marble",
    ]
    shapes = {}
    for name in pictures(out):
        with Image.open(out / name) as picture:
            shapes[picture.size] = picture.convert("RGB").getpixel((1, 1))
    white, black = (255, 255, 255), (0, 0, 0)
    assert shapes == {(400, 400): white, (320, 400): white, (300, 396): black}


@pytest.mark.usefixtures("worker_threads")
def test_a_tables_titles_and_its_column_pose_tell_what_lies(catalog: Path, tmp_path: Path) -> None:
    table, out = catalog / "t.csv", tmp_path / "o"

    def made(first: str, last: str) -> dict[str, tuple[bool, int]]:
        """Picture -> whether it lies, and when it was written."""
        table.write_text(f"image,title,pose\na.png,{first},\nb.png,hoodie,stand\nshoes/c.png,{last},lie\n")
        asked = ("-p", "on white marble", "--size", "128", "--workers", "1", "-q")
        assert batch(table, "-o", out, *asked) in (0, 3)
        rows = [json.loads(line) for line in (out / "report.jsonl").read_text().splitlines()]
        sets = {plate.id: plate.elevation > LYING for plate in bank.load()}
        pictures = {row["source"]: out / Path(row["source"]).relative_to(catalog) for row in rows}
        return {
            picture.name: (sets[row["plate"]], picture.stat().st_mtime_ns)
            for row, picture in zip(rows, pictures.values(), strict=True)
        }

    before = made("linen shirt", "mug")
    assert [before[name][0] for name in ("a.png", "b.png", "c.png")] == [True, False, True]
    after = made("bottle", "red mug")
    assert not after["a.png"][0]
    assert after["c.png"] == before["c.png"]  # it is told the same, so nothing is to do


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("image,image\na.png,b.png\n", "twice"),
        ("name\na.png\n", "needs a column 'image'"),
        ("image,prompt\na.png,x,y\n", "line 2"),
        ("image\na.png\n", "--root gone: there is no such folder"),
    ],
)
def test_a_table_that_cant_be_trusted_is_refused_whole(catalog: Path, table: str, said: str) -> None:
    (catalog / "t.csv").write_text(table)
    root = ("--root", "gone") if "--root" in said else ()
    with pytest.raises(UsageError, match=said):
        batch(catalog / "t.csv", *FLAT, *root)
    assert not catalog.with_name("t-scenes").exists()


@pytest.mark.usefixtures("worker_threads")
def test_two_photos_for_one_output_fail_alone_and_touch_nothing(
    catalog: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "o"
    assert batch(catalog, "-o", out, *FLAT, "--quiet") == 0
    before = pictures(out)
    for name in ("a", "new"):
        shutil.copy(catalog / "a.png", catalog / f"{name}.JPG")
    shutil.copy(catalog / "a.png", catalog / "b.extra.png")
    capsys.readouterr()
    assert batch(catalog, "-o", out, *FLAT, "--json", "--quiet") == 3
    told = capsys.readouterr()
    *rows, last = objects(told.out)
    assert {str(row["id"]) for row in rows if row["state"] == "done"} == {"new.png", "b.extra.png"}
    failed = {str(row["id"]): row for row in rows if row["state"] == "failed"}
    assert {id: row["reason"] for id, row in failed.items()} == {
        "a.png.png": "same_output",
        "a.JPG.png": "same_output",
    }
    assert failed["a.JPG.png"]["message"] == (
        f"{catalog / 'a.JPG'}: '{catalog / 'a.png'}' would become 'a.png', too: "
        "rename one, or name their outputs apart in a table"
    )
    assert {name: pictures(out)[name] for name in before} == before
    assert isinstance(last["summary"], dict)
    assert (last["summary"]["total"], last["summary"]["kept"]) == (6, 2)
    (catalog / "a.JPG").unlink()
    assert batch(catalog, "-o", out, *FLAT, "--quiet") == 0


@pytest.mark.usefixtures("worker_threads")
def test_shards_make_everything_once(catalog: Path, tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    for number in range(9):
        shutil.copy(catalog / "a.png", catalog / f"more{number}.png")
    assert batch(catalog, "-o", whole, *MANY, "--quiet") == 0
    made = []
    for part in (1, 2):
        before = set(pictures(parts)) if parts.exists() else set()
        state = tmp_path / f"state{part}"
        assert batch(catalog, "-o", parts, *MANY, "-q", "--shard", f"{part}/2", "--state-dir", state) == 0
        made.append(set(pictures(parts)) - before)
    assert all(made)
    assert pictures(parts) == pictures(whole)


def test_batch_size_workers_and_order_leave_no_mark(catalog: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    assert batch(catalog, "-o", one, *FLAT, "-q", "--batch-size", "1") == 0
    assert batch(catalog, "-o", other, *MANY, "-q", "--batch-size", "3") == 0
    assert pictures(one) == pictures(other)


@pytest.mark.usefixtures("worker_threads")
def test_limits_stop_with_their_own_codes(catalog: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    assert batch(catalog, "-o", out, *FLAT, "--limit", "2", "-q") == 4
    assert len(pictures(out)) == 2
    for number in range(4):
        (catalog / f"bad{number}.jpg").touch()
    assert batch(catalog, "-o", out, *FLAT, "--max-failures", "2", "-q") == 5
    for wrong in (
        ("--shard", "4/3"), ("--limit", "0"), ("--limit", "many"), ("--max-duration", "soon"),
        ("--batch-size", "x"), ("--worker-memory", "-1"), ("--family-by", "sku"),
        ("--engine", "ray", "--gpus-per-worker", "-1"),
    ):  # fmt: skip
        with pytest.raises(UsageError, match=" ".join(wrong[-2:])):
            batch(catalog, "-o", out, *FLAT, *wrong)


def test_a_dry_run_says_which_rows_will_fail_and_which_are_given_a_background(
    catalog: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = catalog / "t.csv"
    table.write_text("image,background,channels\na.png,white,\nshoes/c.png,,hall\n")
    assert batch(table, "-o", tmp_path / "o", "--dry-run", "--json") == 0
    said = capsys.readouterr()
    rows = {next(iter(row)): row for row in map(json.loads, said.out.splitlines())}
    assert rows["make"]["target"] == "a.png"
    assert rows["fail"]["reason"] == "usage"
    assert "channel 'hall'" in rows["fail"]["message"]
    assert "a.png  (background #ffffff)" in said.err
    assert "prompts from nowhere, as a background is given" in said.err


def test_dry_run_writes_nothing(catalog: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "o"
    assert batch(catalog, "-o", out, *FLAT, "--dry-run") == 0
    said = capsys.readouterr().err
    assert "3 to make" in said
    assert "a.png" in said
    assert not out.exists()


def test_pictures_of_unknown_origin_are_not_overwritten(catalog: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    out.mkdir()
    (out / "a.png").write_bytes(b"mine")
    with pytest.raises(UsageError, match=r"a\.png.*--force"):
        batch(catalog, "-o", out, *FLAT, "-q")
    assert (out / "a.png").read_bytes() == b"mine"
    assert batch(catalog, "-o", out, *FLAT, "-q", "--force") == 0
    assert (out / "a.png").read_bytes() != b"mine"
    (catalog / "new.png").write_bytes((catalog / "a.png").read_bytes())
    (out / "new.png").write_bytes(b"mine")
    assert batch(catalog, "-o", out, *FLAT, "-q") == 3, "it kept all other new photos from being made"
    assert (out / "new.png").read_bytes() == b"mine"


def test_decisions_that_cannot_be_read_are_told_before_there_is_a_run(
    catalog: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "d.json").write_text('{"a": 1}')
    with pytest.raises(UsageError, match=r"is no file that report\.html saved"):
        batch(catalog, "-o", tmp_path / "o", *FLAT, "--json", "--decisions", tmp_path / "d.json")
    assert not capsys.readouterr().out  # no summary of a run in which nothing is left to do
    assert not (tmp_path / "o").exists()


@pytest.mark.usefixtures("worker_threads")
def test_decisions_of_the_report_are_obeyed(catalog: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    assert batch(catalog, "-o", out, *FLAT, "-q") == 0
    rows = [json.loads(line) for line in (out / "report.jsonl").read_text().splitlines()]
    page = (out / "report.html").read_text()
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page
    shown = pictures(out)[rows[0]["id"]]
    decisions = tmp_path / "decisions.json"
    decisions.write_text(json.dumps({"items": {rows[0]["id"]: {"decision": "reject", "sha256": shown}}}))
    stamps = {name: (out / name).stat().st_mtime_ns for name in pictures(out)}
    assert batch(catalog, "-o", out, *FLAT, "-q", "--decisions", decisions) == 0
    changed = [name for name, stamp in stamps.items() if (out / name).stat().st_mtime_ns != stamp]
    assert changed == [rows[0]["id"]]


def test_killed_runs_go_on_where_they_stopped(catalog: Path, tmp_path: Path) -> None:
    for number in range(25):
        shutil.copy(catalog / "a.png", catalog / f"more{number:02}.png")
    whole, out = tmp_path / "whole", tmp_path / "o"
    assert batch(catalog, "-o", whole, *MANY, "-q") == 0
    run = started(catalog, "-o", out, *FLAT, "-q")
    wait_for(out, 3)
    run.kill()
    run.communicate()
    assert 0 < len(pictures(out)) < 28
    assert batch(catalog, "-o", out, *MANY, "-q") == 0
    assert pictures(out) == pictures(whole)
    assert not [p for p in out.rglob("*") if "tmp" in p.name]


@pytest.mark.usefixtures("worker_threads")
def test_a_run_sweeps_what_its_own_journal_left_and_nothing_else(catalog: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    assert batch(catalog, "-o", out, *FLAT, "-q", "--shard", "1/2") == 0
    tag = (out / ".bggen" / "shard-1-of-2" / "lock").read_text()
    mine, other = out / f".bggen-{tag}-x.tmp", out / ".bggen-00000000-x.tmp"
    mine.touch()
    other.touch()
    assert batch(catalog, "-o", out, *FLAT, "-q", "--shard", "2/2") == 0
    assert mine.exists(), "another shard may be writing it right now"
    assert batch(catalog, "-o", out, *FLAT, "-q", "--shard", "1/2") == 0
    assert not mine.exists()
    assert other.exists(), "this is not ours to remove"


@pytest.mark.usefixtures("worker_threads")
def test_pictures_outlive_their_journal(catalog: Path, tmp_path: Path) -> None:
    """A picture whose journal is gone stands if it comes out the same again; it is never overwritten."""
    out = tmp_path / "o"
    assert batch(catalog, "-o", out, *FLAT, "-q") == 0
    whole = pictures(out)
    shutil.rmtree(out / ".bggen")
    assert batch(catalog, "-o", out, *FLAT, "-q") == 0
    assert pictures(out) == whole
    shutil.rmtree(out / ".bggen")
    name = min(whole)
    with Image.open(out / name) as picture:
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", picture.info["XML:com.adobe.xmp"])
        picture.point(lambda value: value // 2).save(out / name, pnginfo=info)  # retouched
    retouched = (out / name).read_bytes()
    assert batch(catalog, "-o", out, *FLAT, "-q") == 3
    assert (out / name).read_bytes() == retouched
    shutil.rmtree(out / ".bggen")
    (out / name).write_bytes((catalog / name).read_bytes())
    with pytest.raises(OutputExists, match="no run of this journal made it"):
        batch(catalog, "-o", out, *FLAT, "-q")


@pytest.mark.usefixtures("worker_threads")
def test_clocks_that_jump_change_nothing(
    catalog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hours = itertools.cycle((0, 9e8, -9e8, 3600, -1))
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + next(hours))
    monkeypatch.setattr(journal, "now", lambda: f"{2026 + int(next(hours) // 9e8) * 30}-01-01T00:00:00+00:00")
    for name, second in (("a.png", 1), ("b.png", 4_102_444_800)):  # a camera with no clock, one far ahead
        os.utime(catalog / name, (second, second))
    out = tmp_path / "o"
    assert batch(catalog, "-o", out, *FLAT, "-q", "--max-duration", "1h") == 0
    stamps = {p: p.stat().st_mtime_ns for p in out.rglob("*.png")}
    assert len(stamps) == 3
    assert batch(catalog, "-o", out, *FLAT, "-q") == 0
    assert {p: p.stat().st_mtime_ns for p in out.rglob("*.png")} == stamps


def test_a_signal_keeps_everything_and_says_its_code(catalog: Path, tmp_path: Path) -> None:
    for number in range(12):
        shutil.copy(catalog / "a.png", catalog / f"more{number:02}.png")
    out = tmp_path / "o"
    run = started(catalog, "-o", out, *SLOW, "--workers", "1")
    wait_for(out, 2)
    run.send_signal(signal.SIGSTOP)  # or it may be through before the second has come to its lock
    second = started(catalog, "-o", out, *SLOW)
    _, said = second.communicate(timeout=30)
    assert second.returncode == 75, said
    run.send_signal(signal.SIGTERM)
    run.send_signal(signal.SIGCONT)
    _, said = run.communicate(timeout=30)
    assert run.returncode == 143, said
    assert "Traceback" not in said
    assert 0 < len(pictures(out)) < 15
    assert batch(catalog, "-o", out, *SLOW, "-q") == 0
    assert len(pictures(out)) == 15


def wait_for(out: Path, count: int) -> None:
    """Until that many pictures are there."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if out.exists() and len(pictures(out)) >= count:
            return
        time.sleep(0.02)
    raise AssertionError(f"no {count} pictures within 30 s")


def test_names_of_any_bytes_fifos_and_loops(catalog: Path, tmp_path: Path) -> None:
    odd = os.fsdecode(b"m\xfcg \n.png")
    try:
        shutil.copy(catalog / "a.png", catalog / odd)
    except OSError:
        pytest.skip("this disk takes UTF-8 names only")
    os.mkfifo(catalog / "pipe.jpg")
    (catalog / "loop").symlink_to(catalog)
    out = tmp_path / "o"
    assert batch(catalog, "-o", out, *FLAT, "-q", "--follow-symlinks", "-p", "{name} on oak") == 0
    assert {os.fsencode(name) for name in pictures(out)} == {
        b"a.png", b"b.png", b"shoes/c.png", os.fsencode(odd)
    }  # fmt: skip


@pytest.mark.usefixtures("worker_threads")
def test_object_stores_hold_source_and_out(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, failed = MemoryFileSystem(), set[str]()
    store.pipe("/in/x/a.png", (catalog / "a.png").read_bytes())
    find, put = MemoryFileSystem.find, MemoryFileSystem.put_file

    def once(what: str) -> None:
        if what not in failed:
            failed.add(what)
            raise OSError("connection reset")

    def away(fs: MemoryFileSystem, root: str, **how: Any) -> Any:
        once(root)
        return find(fs, root, **how)

    def lost(fs: MemoryFileSystem, here: str, there: str, **how: Any) -> None:
        once("report")
        put(fs, here, there, **how)

    run = ("memory://in", "-o", "memory://out", *FLAT, "-q", "--state-dir", catalog / "state")
    with monkeypatch.context() as patched:
        patched.setattr(later, "PAUSES", (0.01, 0.01))
        patched.setattr(MemoryFileSystem, "find", away)
        patched.setattr(MemoryFileSystem, "put_file", lost)
        assert batch(*run) == 0
    assert failed >= {"/in", "/out", "report"}, "each is asked again"
    assert store.cat("/out/x/a.png").startswith(b"\x89PNG")
    assert store.exists("/out/report.html")
    assert batch(*run) == 0


def test_a_tables_web_addresses_never_reach_private_ones(
    catalog: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.settimeout(0.2)
        port = canary.getsockname()[1]
        (catalog / "t.csv").write_text(f"image\na.png\nhttp://127.0.0.1:{port}/x.png\n")
        assert batch(catalog / "t.csv", "-o", tmp_path / "o", *FLAT, "-q", "--json") == 3
        with pytest.raises(TimeoutError):
            canary.accept()
    failed = [row for row in objects(capsys.readouterr().out) if row.get("state") == "failed"]
    assert [row["reason"] for row in failed] == ["fetch_refused"]


@pytest.mark.parametrize(
    "address", ["local://{}", "simplecache::local://{}", "simplecache::http://127.0.0.1{}", "tape://{}"]
)
def test_a_tables_addresses_lead_to_no_file_and_end_no_run(
    catalog: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    """Photos lie below the table: `local://` led past that. One of an unknown kind ended the run with 2."""
    secret = shutil.copy(catalog / "b.png", tmp_path / "secret.png")
    (catalog / "t.csv").write_text(f"image\n{address.format(secret)}\na.png\n")
    assert batch(catalog / "t.csv", "-o", tmp_path / "o", *FLAT, "-q", "--json") == 3
    rows = {str(row["source"]): row for row in objects(capsys.readouterr().out) if "state" in row}
    assert {(row["state"], row["reason"]) for row in rows.values()} == {
        ("done", ""),
        ("failed", "fetch_refused"),
    }


@pytest.mark.usefixtures("worker_threads")
def test_metrics_for_the_textfile_collector(catalog: Path, tmp_path: Path) -> None:
    figures = tmp_path / "bggen.prom"
    assert batch(catalog, "-o", tmp_path / "o", *FLAT, "-q", "--metrics-file", figures) == 0
    lines = dict(line.rsplit(" ", 1) for line in figures.read_text().splitlines() if line[0] != "#")
    assert lines['bggen_batch_items{state="made"}'] == "3.0"


@pytest.mark.usefixtures("worker_threads")
def test_watch_takes_files_that_stopped_growing(catalog: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    run = started(catalog, "-o", out, *FLAT, "--watch", "--poll", "0.2")
    wait_for(out, 3)
    whole = (catalog / "a.png").read_bytes()
    with (catalog / "late.png").open("wb") as late:
        late.write(whole[:100])
        late.flush()
        time.sleep(0.1)
        late.write(whole[100:])
    wait_for(out, 4)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=30)
    assert run.returncode == 130, said
    assert "failed" not in said.replace("failed    0", ""), said


@pytest.mark.parametrize(
    ("text", "seconds"), [("90", 90), ("90s", 90), ("45m", 2700), ("2h", 7200), ("1.5h", 5400)]
)
def test_durations(text: str, seconds: float) -> None:
    assert duration("poll", text) == seconds


def test_templates_take_plain_columns_only() -> None:
    assert prompts.fill("{Colour}  {x} on {{oak}}", {"colour": "red", "x": ""}) == "red on {oak}"
    with pytest.raises(UsageError, match=r"no value for \{size\}: there are colour"):
        prompts.fill("{size}", {"colour": "red"})
    for wrong in ("{a.b}", "{a[0]}", "{a!r}", "{a:>9}", "{", "{}"):
        with pytest.raises(UsageError):
            prompts.fields(wrong)
