"""What people are told when pictures that are done are to be made again."""

from __future__ import annotations

import json
import os
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bggen import __version__, engine
from bggen.batch.memory import painters, why
from bggen.batch.memory.journal import Journal
from bggen.engine import Engine
from bggen.families.flat import FlatPainter
from bggen.families.studio import painter
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Job
from tests import catalog

pytestmark = pytest.mark.usefixtures("worker_threads")


def test_a_dry_run_says_what_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    photos, out = catalog.make(tmp_path / "in", 2), tmp_path / "o"
    flags = ("--model", "flat", "--size", "96", "--workers", "1")
    assert catalog.here(photos, "-o", out, *flags, "--quiet") in (0, 3)

    def told(*more: str, older: int = 0) -> dict[str, int]:
        capsys.readouterr()
        assert catalog.here(photos, "-o", out, *flags, *more, "--dry-run", "--json") == 0
        said = capsys.readouterr()
        summary = catalog.said(said.out)[-1]["summary"]
        reasons: dict[str, int] = summary["why"]
        assert all(f"2 to make (2 {reason})" in said.err for reason in reasons)
        assert ("another -o keeps both" in said.err) == any("settings" in reason for reason in reasons)
        assert summary["older"] == older
        assert ("2 as they are (2 by an older version: --upgrade makes them anew)" in said.err) == bool(older)
        return reasons

    assert told("--upgrade") == told() == {}
    assert told("--prompt", "on slate") == told("--roi", "0%,0%,90%,90%") == {"after settings changed": 2}
    assert told("--background", "#ffffff") == {"after settings changed": 2}  # no model's weights
    info = FlatPainter().info
    load = FlatPainter.__init__

    def retrained(flat: FlatPainter) -> None:
        load(flat)
        flat.info = replace(info, digest="flat-2")

    monkeypatch.setattr(FlatPainter, "__init__", retrained)
    assert told(older=2) == {}
    assert told("--upgrade") == {"after the flat model's weights changed": 2}
    assert told("--prompt", "on slate") == {"after settings and the flat model's weights changed": 2}
    monkeypatch.setattr(engine, "__version__", "99")
    assert told(older=2) == {}
    assert told("--upgrade") == {f"made by bggen {__version__}": 2}
    assert told("--prompt", "on slate") == {"after settings and the flat model's weights changed": 2}
    rows = [json.loads(line) for line in (out / "report.jsonl").read_text().splitlines()]
    assert not any(why.FACT in row for row in rows), "kept for the next run, not for people"


def test_another_model_is_another_setting_and_not_said_to_have_changed() -> None:
    info = FlatPainter().info
    before, now = (
        why.short(
            engine.job_parts(Job("a.jpg", Options(model=model)), "d", "", replace(info, digest=model)),
            Options(model=model),
        )
        for model in ("flat", "other")
    )
    assert why.told(before, now, known=True) == "after settings changed"
    assert why.told(None, now, known=True) == "after photo or settings changed"
    assert why.told(now, now | {"model": ""}, known=False) == (
        "unless other, whose files were written again, is still the same"
    )


@pytest.mark.parametrize(
    ("options", "part", "ours"),
    [
        (Options(), "weights", True),
        (Options(model="sd"), "weights", False),
        (Options(background="wall.png"), "networks", True),
        (Options(background="wall.png"), "files", False),
        (Options(), "photo", False),
        (Options(), "pose", False),
    ],
)
def test_a_change_is_the_owners_or_comes_with_a_new_version(options: Options, part: str, ours: bool) -> None:
    made = engine.job_parts(Job("a.jpg", options), "d", "f", FlatPainter().info, "n")
    before, same, other = (why.short(made | more, options) for more in ({}, {"version": "9"}, {part: "x"}))
    assert not why.older(before, before)
    assert why.older(before, same)
    assert why.older(before, other) == ours
    assert why.older(None, other) is False, "a row that tells nothing may be of anything"
    new_nouns = why.short(made | {"version": "9", "pose": "lie"}, options)
    assert why.older(before, new_nouns), "words that a new version knows are not the owner's"


def test_what_an_older_version_made_stays_until_it_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photos, out = catalog.make(tmp_path / "in", 1), tmp_path / "o"
    flags = ("--background", "#dfe4ea", "--size", "96", "--workers", "1")
    photo, picture = photos / "p00000.png", out / "p00000.png"
    assert catalog.here(photos, "-o", out, *flags) == 0
    with closing(Journal(out / ".bggen" / "journal.sqlite3")) as journal:
        (row,) = journal.entries()
        row.key, row.decision = "of another version", "accept"
        row.facts[why.FACT]["version"] = "0.0.1"
        journal.save([row])
    stands = picture.stat().st_mtime_ns
    os.utime(photo)
    assert catalog.here(photos, "-o", out, *flags) == 0
    assert picture.stat().st_mtime_ns == stands, "a worker looked at it"
    capsys.readouterr()
    assert catalog.here(photos, "-o", out, *flags) == 0
    assert picture.stat().st_mtime_ns == stands
    assert "0 to make, 1 as they are (1 by an older version: --upgrade" in capsys.readouterr().err
    assert catalog.here(photos, "-o", out, *flags, "--upgrade", "--dry-run") == 0
    assert "1 to make (1 made by bggen 0.0.1)" in capsys.readouterr().err


def test_a_model_card_that_is_written_anew_changes_no_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(painter, "WEIGHTS", tmp_path)
    monkeypatch.setattr(painter.bank, "HOME", tmp_path / "none")
    for name in ("unet.safetensors", "README.md"):
        (tmp_path / name).write_text("one")
    first = painter.weights_digest()
    (tmp_path / "README.md").write_text("other")
    assert painter.weights_digest() == first
    (tmp_path / "unet.safetensors").write_text("other")
    assert painter.weights_digest() != first


def test_a_dry_run_looks_at_the_shipped_model_itself_and_opens_no_other(tmp_path: Path) -> None:
    who = painters.Painters(Engine(Settings()), None, given=False, may_load=False)
    shipped = who.info(Options())
    assert shipped is not None
    assert shipped.digest == Engine(Settings()).info(Options()).digest
    assert who.info(Options(model=str(tmp_path))) is None
