"""The renderer's parts that need no Blender: the catalogue and the way into the package."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from bggen.families.studio.sets.bank import load
from bggen.train.scenes import catalogue
from bggen.train.scenes.bank.export import export
from bggen.train.scenes.bank.measure import fill
from bggen.train.scenes.matter.palette import NEUTRALS, Rng, linear
from bggen.train.scenes.pictures.until import before, moment

ROW = {
    "id": "003",
    "file": "003.avif",
    "surface": "matte white",
    "backdrop": "a matte white wall",
    "podium": None,
    "light": "soft light from the left",
    "mood": "soft",
    "view": "slightly raised view",
    "props": [],
    "words": "on matte white",
    "elevation": 9.0,
    "light_side": "left",
    "hard_light": False,
    "stand": [0.5, 0.72],
    "stand_width": 0.75,
    "horizon": 0.6,
    "unit": 0.5,
    "paint": [
        {"region": "surface", "colour": "white", "albedo": [0.77, 0.77, 0.76], "mask": "003-surface.png"}
    ],
}


def renders(folder: Path, *ids: str) -> Path:
    folder.mkdir()
    for name in ids:
        text = json.dumps(ROW).replace("003", name)
        (folder / f"{name}.json").write_text(text)
        Image.new("RGB", (64, 64), (200, 190, 180)).save(folder / f"{name}.png")
        Image.linear_gradient("L").resize((32, 32)).save(folder / f"{name}-surface.png")
    return folder


def test_any_first_part_of_the_catalogue_is_a_bank_already() -> None:
    sets = catalogue.specs()
    assert 80 <= len(sets) <= 999
    assert len(set(sets)) == len(sets)
    first = sets[:40]
    assert any(spec.sweep for spec in first)
    assert any(spec.podium for spec in first)
    assert any(spec.env for spec in first)
    assert any(spec.top for spec in first)
    assert any(spec.prop for spec in first)
    assert {"walnut wood", "white marble", "oak wood", "light concrete"} <= {spec.surface for spec in first}


def test_paints_are_light_but_not_clipped() -> None:
    for spec in catalogue.specs():
        if spec.sweep:
            assert 0.4 < max(linear(NEUTRALS[spec.surface])) < 0.85


def test_export_makes_a_bank_that_the_app_reads(tmp_path: Path) -> None:
    source, bank = renders(tmp_path / "renders", "003", "007", "011"), tmp_path / "bank"
    (source / "012.png").write_bytes(b"still rendering")  # has no row yet
    bank.mkdir()
    (bank / "099.avif").write_bytes(b"of the bank before")
    (bank / "notes.txt").write_text("somebody's own")
    count, size = export(source, bank, drop=frozenset({"007"}))
    assert count == 2
    assert size == sum(path.stat().st_size for path in bank.iterdir())
    assert [plate.id for plate in load(bank)] == ["003", "011"]
    assert {path.name for path in bank.iterdir()} == {
        "plates.json", "003.avif", "003-surface.png", "011.avif", "011-surface.png", "notes.txt"
    }  # fmt: skip
    with Image.open(bank / "003-surface.png") as mask:
        assert mask.mode == "L"
        assert mask.getextrema() == (0, 255)


def test_export_leaves_the_other_sets_as_they_are(tmp_path: Path) -> None:
    bank = tmp_path / "bank"
    export(renders(tmp_path / "first", "003", "007", "009"), bank)
    table = bank / "plates.json"
    lit = [
        row | {"cast": {"light": [], "shine": [0, 0, 0], "top": None}}
        for row in json.loads(table.read_text())
    ]
    table.write_text(json.dumps(lit))
    before = (bank / "003.avif").read_bytes()
    assert export(renders(tmp_path / "second", "005", "007"), bank, drop=frozenset({"009"}))[0] == 3
    rows = {row["id"]: "cast" in row for row in json.loads(table.read_text())}
    assert rows == {
        "003": True,
        "005": False,
        "007": False,
    }  # what was rendered anew wants its light measured
    assert (bank / "003.avif").read_bytes() == before
    assert not list(bank.glob("009*"))


def test_a_measurement_without_probes_leaves_the_bank_alone(tmp_path: Path) -> None:
    export(renders(tmp_path / "out", "003"), tmp_path / "bank")
    before = (tmp_path / "bank" / "plates.json").read_bytes()
    with pytest.raises(SystemExit, match="no finished probes"):
        fill(tmp_path / "out" / "nowhere", tmp_path / "bank")
    assert (tmp_path / "bank" / "plates.json").read_bytes() == before


def test_export_of_masks_alone_exchanges_those_of_the_sets_that_are_there(tmp_path: Path) -> None:
    export(renders(tmp_path / "out", "003"), tmp_path / "bank")
    before = json.loads((tmp_path / "bank" / "plates.json").read_text())
    picture = (tmp_path / "bank" / "003.avif").read_bytes()
    masks = renders(tmp_path / "masks", "003", "007")
    for name in ("003", "007"):
        (masks / f"{name}.png").unlink()
        Image.new("L", (96, 96), 200).save(masks / f"{name}-surface.png")
    assert export(masks, tmp_path / "bank")[0] == 1  # 007 was never a set of this bank
    assert json.loads((tmp_path / "bank" / "plates.json").read_text()) == before
    assert (tmp_path / "bank" / "003.avif").read_bytes() == picture
    with Image.open(tmp_path / "bank" / "003-surface.png") as mask:
        assert (mask.size, mask.getpixel((5, 5))) == ((96, 96), 200)


def test_export_of_nothing_leaves_the_bank_alone(tmp_path: Path) -> None:
    bank = tmp_path / "bank"
    export(renders(tmp_path / "renders", "003"), bank)
    (tmp_path / "empty").mkdir()
    with pytest.raises(SystemExit, match="render some first"):
        export(tmp_path / "empty", bank)
    assert len(load(bank)) == 1


def test_the_same_seed_draws_the_same() -> None:
    one, other = Rng("a:1"), Rng("a:1")
    assert [one.word("abc"), one.weighted(x=1, y=2)] == [other.word("abc"), other.weighted(x=1, y=2)]


def test_what_needs_no_blender_loads_none() -> None:
    code = (
        "import sys, bggen.train.scenes.__main__ as m; m.parser(); "
        "from bggen.train.scenes import catalogue; from bggen.train.scenes.bank import export, measure; "
        "from bggen.train.scenes.outdoors import landscapes; from bggen.train.scenes.products import stock; "
        "sys.exit('bpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("now", "asked", "hours"), [("23:40", "01:10", 1.5), ("09:00", "18:00", 9), ("18:00", "18:00", 24)]
)
def test_a_time_of_day_that_is_over_is_tomorrows(
    now: str, asked: str, hours: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = time.struct_time((2026, 11, 30, int(now[:2]), int(now[3:]), 0, 0, 334, 0))  # a month's last day
    monkeypatch.setattr(time, "localtime", lambda: began)
    assert moment(asked) - time.mktime(began) == hours * 3600


@pytest.mark.parametrize("wrong", ["25:00", "18:00:00", "noon"])
def test_what_is_no_time_is_refused(wrong: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="give HH:MM"):
        moment(wrong)


def test_a_run_that_ends_by_the_clock_says_what_is_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([98.0, 99.0, 101.0])
    monkeypatch.setattr(time, "time", lambda: next(clock))
    assert list(before(100.0, range(6), lambda number: number in (1, 4))) == [0, 2]
    assert capsys.readouterr().out == "stopped by --stop-at: 2 of 6 are left\n"
    assert list(before(1.0, range(2), lambda number: True)) == []
    assert capsys.readouterr().out == "", "nothing was left to stop"
