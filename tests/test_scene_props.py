"""Props photographed alone: which, how they are cut out, and their way into the package."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from bggen.train.scenes.__main__ import BANK
from bggen.train.scenes.bank import beside as bank
from bggen.train.scenes.catalogue.beside import Beside, beside, body_of, chosen
from bggen.train.scenes.dressing.corner import FAR, Alone, Patch
from bggen.train.scenes.matter.palette import Rng

if TYPE_CHECKING:
    from bggen.train.scenes.studio.blender import Studio


def rendered(folder: Path, name: str, colour: tuple[int, int, int] = (120, 60, 20)) -> None:
    """A disc 60 wide about (70, 50), with a soft rim; the ground is darker under it."""
    folder.mkdir(exist_ok=True)
    across, down = np.meshgrid(np.arange(150), np.arange(100))
    away = np.hypot(across - 70, down - 50)
    alpha = (30 - away).clip(0, 1)
    pixels = np.zeros((100, 150, 4), np.uint8)
    pixels[..., :3] = np.where(alpha[..., None] > 0, colour, 0)
    pixels[..., 3] = alpha * 255
    Image.fromarray(pixels).save(folder / f"{name}.png")
    row = {"id": name, "kind": "plums", "group": 0, "words": ["plums"], "elevation": 10, "foot": [71.5, 78.0]}
    row |= {"unit": 640.0, "flat": False}
    (folder / f"{name}.json").write_text(json.dumps(row), "utf-8")
    surveyed(folder, body_of(name))


def surveyed(folder: Path, name: str, tall: float = 0.1) -> None:
    """The two maps of a block four cells wide."""
    folder.mkdir(exist_ok=True)
    Image.fromarray(np.full((4, 8), 255, np.uint8)).save(folder / f"{name}.png")
    (folder / f"{name}.json").write_text(json.dumps({"foot": [2, 2], "cells": 96, "tall": tall}), "utf-8")


def table(folder: Path) -> list[dict[str, Any]]:
    return list(json.loads((folder / "beside.json").read_text("utf-8")))


def test_a_finished_prop_is_cropped_into_the_package(tmp_path: Path) -> None:
    rendered(tmp_path / "renders", "plums-0-10")
    count, size = bank.export(tmp_path / "renders", tmp_path / "bank", 90)
    (row,) = table(tmp_path / "bank")
    assert count == 1
    assert size == sum(path.stat().st_size for path in (tmp_path / "bank").glob("plums*"))
    assert row["file"] == "plums-0-10.avif"
    assert row["body"] == {"foot": [2, 2], "cells": 96, "tall": 0.1, "file": "plums-0-body.png"}
    with Image.open(tmp_path / "bank" / row["file"]) as picture:
        pixels = np.asarray(picture.convert("RGBA")).astype(int)
    tall, wide = pixels.shape[:2]
    assert 60 <= tall == wide <= 64
    assert row["foot"] == [71.5 - (70 - wide // 2), 78.0 - (50 - tall // 2)]
    assert abs(pixels[tall // 2, wide // 2, :3] - pixels[0, 0, :3]).max() < 8, "the colour goes on outside"
    assert pixels[0, 0, 3] == 0


def test_what_was_not_rendered_stays_and_what_is_named_no_more_goes(tmp_path: Path) -> None:
    bank_, first, second = tmp_path / "bank", tmp_path / "first", tmp_path / "second"
    rendered(first, "plums-0-10")
    rendered(first, "plums-1-10")
    bank.export(first, bank_, 60)
    kept = (bank_ / "plums-0-10.avif").read_bytes()
    rendered(second, "plums-1-10", (20, 60, 120))
    rendered(second, "figs-0-10")
    before = (bank_ / "plums-1-10.avif").read_bytes()
    bank.export(second, bank_, 60)
    assert [row["id"] for row in table(bank_)] == ["figs-0-10", "plums-0-10", "plums-1-10"]
    assert (bank_ / "plums-0-10.avif").read_bytes() == kept
    assert (bank_ / "plums-1-10.avif").read_bytes() != before
    bank.export(second, bank_, 60, frozenset({"plums-0-10", "figs-0-10"}))
    assert [row["id"] for row in table(bank_)] == ["plums-1-10"]
    assert {path.name for path in bank_.glob("plums*")} == {"plums-1-10.avif", "plums-1-body.png"}


def test_a_body_surveyed_anew_is_exchanged_alone_and_one_that_lacks_is_said(tmp_path: Path) -> None:
    bank_, anew = tmp_path / "bank", tmp_path / "anew"
    rendered(tmp_path / "first", "plums-0-10")
    bank.export(tmp_path / "first", bank_, 60)
    picture = (bank_ / "plums-0-10.avif").read_bytes()
    surveyed(anew, "plums-0-body", 0.3)
    bank.export(anew, bank_, 60)
    (row,) = table(bank_)
    assert row["body"]["tall"] == 0.3
    assert (bank_ / "plums-0-10.avif").read_bytes() == picture
    rendered(tmp_path / "second", "plums-0-87")
    (tmp_path / "second" / "plums-0-87-body.json").unlink()
    with pytest.raises(SystemExit, match="no body of plums-0-87"):
        bank.export(tmp_path / "second", bank_, 60)


def test_a_folder_without_finished_props_is_said(tmp_path: Path) -> None:
    (tmp_path / "renders").mkdir()
    with pytest.raises(SystemExit, match="render some first"):
        bank.export(tmp_path / "renders", tmp_path / "bank", 60)


def test_an_empty_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        bank.cropped(Image.new("RGBA", (20, 20)), [10, 10])


def test_no_scaling_darkens_a_rim() -> None:
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[20:40, 10:50] = (230, 200, 40, 255)
    made = bank.bled(Image.fromarray(pixels))
    assert (np.asarray(made)[20:40, 10:50] == pixels[20:40, 10:50]).all()
    small = np.asarray(made.convert("RGB").resize((13, 13), Image.Resampling.LANCZOS)).astype(int)
    assert abs(small - (230, 200, 40)).max() <= 3


def test_what_was_exposed_darker_is_lightened_but_for_black_white_and_coverage() -> None:
    levels = np.array([[[0, 128, 255, 77], [60, 60, 60, 255]]], np.uint8)
    (first, second) = np.asarray(bank.lightened(Image.fromarray(levels)))[0]
    assert (first[0], first[2], first[3]) == (0, 255, 77)
    assert 128 < first[1] < 180
    assert 60 < second[0] < 90


def test_ids_are_unlike_and_of_plain_letters() -> None:
    ids = [name for one in beside() for name in one.ids]
    assert len(ids) == len(set(ids))
    assert all(name.replace("_", "").replace("-", "").isalnum() for name in ids)
    assert Beside("jack-o'-lanterns", (3,), (10,)).ids == {"jack-o-lanterns-3-10": (3, 10)}


def test_kinds_are_chosen_by_the_names_they_are_asked_for() -> None:
    assert chosen([]) == beside()
    (candles,) = chosen(["candles"])
    assert candles.kind == "zen stones"
    with pytest.raises(SystemExit, match="no such props in the catalogue: plums"):
        chosen(["lemons", "plums"])


def test_all_that_the_package_has_is_in_the_catalogue() -> None:
    rows, every = table(BANK / "beside"), {name: one for one in beside() for name in one.ids}
    assert {row["id"] for row in rows} <= set(every)
    for row in rows:
        number, elevation = every[row["id"]].ids[row["id"]]
        assert (row["kind"], row["group"], row["elevation"]) == (every[row["id"]].name, number, elevation)


def test_one_group_alone_has_the_middle() -> None:
    corner = Alone(Rng("a"), 1)
    spots = [corner.spot(0.1) for _ in range(3)]
    assert math.hypot(*spots[1]) < 0.01
    assert math.copysign(1, spots[1][0]) == 1
    assert all(spots[k][0] <= -FAR for k in (0, 2))
    assert spots[0] != spots[2]


def test_a_patch_is_round_and_what_finds_no_room_in_it_is_far() -> None:
    corner = Patch(Rng("a"), 0.2, 1.0)
    spots = [corner.spot(0.05) for _ in range(40)]
    near = [spot for spot in spots if math.hypot(*spot) <= 0.2]
    assert 5 < len(near) < 30
    assert all(spot[0] <= -FAR for spot in spots if spot not in near)
    assert min(math.dist(a, b) for a in near for b in near if a != b) > 0.1


def test_which_and_how_exported_needs_no_blender() -> None:
    code = (
        "import sys; from bggen.train.scenes.catalogue import beside; "
        "from bggen.train.scenes.bank import beside as bank; sys.exit('bpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.fixture(scope="module")
def studio() -> Studio:
    pytest.importorskip("bpy", reason="bpy is not installed (extra scenes)")
    from bggen.train.scenes.studio.blender import Studio

    return Studio()


BALLS = Beside("spheres", (11,), (10,), reach=0.25)


def test_props_are_rendered_once_and_unknown_kinds_passed_over(
    studio: Studio, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from bggen.train.scenes.pictures import beside as pictures

    pictures.render(studio, tmp_path, [Beside("plums"), BALLS], 80, 1, stop_at=0)
    said = capsys.readouterr().out
    assert "plums: no such props yet, left out" in said
    row = json.loads((tmp_path / "spheres-11-10.json").read_text("utf-8"))
    assert (row["words"], row["flat"], row["unit"]) == (["white spheres"], False, 80.0)
    with Image.open(tmp_path / "spheres-11-10.png") as opened:
        picture, foot = bank.cropped(opened.convert("RGBA"), row["foot"])
        assert opened.width - picture.width <= 8, "framed as closely as its shape is known"
    assert 0 < foot[0] < picture.width
    assert 0 < foot[1] <= picture.height
    pictures.survey(studio, tmp_path, [BALLS], stop_at=0)
    body = json.loads((tmp_path / "spheres-11-body.json").read_text("utf-8"))
    with Image.open(tmp_path / "spheres-11-body.png") as maps:
        levels = np.asarray(maps)
    top, under = np.split(levels, 2, 1)
    assert body["tall"] == pytest.approx(picture.height / 80, abs=0.25)
    assert top.max() == 255
    assert (under <= top).all()
    assert (top[0, 0], top[body["foot"][1], body["foot"][0]] > 0) == (0, True)
    pictures.render(studio, tmp_path, [BALLS], 80, 1, stop_at=0)
    assert "spheres-11-10" not in capsys.readouterr().out


def test_what_floats_about_a_set_is_not_in_the_picture(studio: Studio) -> None:
    from bggen.train.scenes.pictures import beside as pictures

    feathers = Beside("feathers", (0,), (10,), reach=0.2, apart=0.6)
    row, picture = pictures.shoot(studio, feathers, 0, 10, 0.0, 80, 1)
    assert row["words"] == ["white feathers"]
    assert picture.width < 100
    assert picture.height < 50
