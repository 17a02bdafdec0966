"""What people are told when pictures that are done are to be made again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bggen import __version__, engine
from bggen.batch import painters, why
from bggen.engine import Engine
from bggen.families.flat import FlatPainter
from bggen.families.studio import painter
from bggen.settings import Settings
from bggen.spec import Job, Options
from tests import catalog


def test_a_dry_run_says_what_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    photos, out = catalog.make(tmp_path / "in", 2), tmp_path / "o"
    flags = ("--model", "flat", "--size", "96", "--workers", "1")
    assert catalog.here(photos, "-o", out, *flags, "--quiet") in (0, 3)

    def told(*more: str) -> dict[str, int]:
        capsys.readouterr()
        assert catalog.here(photos, "-o", out, *flags, *more, "--dry-run", "--json") == 0
        said = capsys.readouterr()
        reasons: dict[str, int] = catalog.said(said.out)[-1]["summary"]["why"]
        assert all(f"2 to make (2 {reason})" in said.err for reason in reasons)
        return reasons

    assert told() == {}
    assert told("--prompt", "on slate") == {"after settings changed": 2}
    info = FlatPainter().info
    load = FlatPainter.__init__

    def retrained(flat: FlatPainter) -> None:
        load(flat)
        flat.info = replace(info, digest="flat-2")

    monkeypatch.setattr(FlatPainter, "__init__", retrained)
    assert told() == {"after the flat model's weights changed": 2}
    assert told("--prompt", "on slate") == {"after settings and the flat model's weights changed": 2}
    monkeypatch.setattr(engine, "__version__", "99")
    assert told() == {f"made by bggen {__version__}": 2}
    rows = [json.loads(line) for line in (out / "report.jsonl").read_text().splitlines()]
    assert not any(why.FACT in row for row in rows), "kept for the next run, not for people"


def test_another_model_is_another_setting_and_not_said_to_have_changed() -> None:
    info = FlatPainter().info
    before, now = (
        why.short(
            engine.job_parts(Job("a.jpg", Options(model=model)), "d", "", replace(info, digest=model)), model
        )
        for model in ("flat", "other")
    )
    assert why.told(before, now, known=True) == "after settings changed"
    assert why.told(None, now, known=True) == "after photo or settings changed"
    known = before | {"model": "", "asked": "flat"}
    assert why.told(before, known, known=False) == (
        "unless flat, whose files were written again, is still the same"
    )


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
