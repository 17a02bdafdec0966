"""Looking through the studio's sets, and one that is named."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydantic import ValidationError

import bggen
from bggen.cli.sets import sets
from bggen.errors import UsageError
from bggen.families.studio import painter
from bggen.families.studio.sets import bank, browse
from bggen.families.studio.sets.choice import pinned
from bggen.families.studio.words.prompts import parse
from bggen.options import Options


def test_sets_that_fit_the_words_come_first() -> None:
    plates = bank.load()
    found = browse.fitting("on linen")
    assert len(found) == len(plates)
    assert all("linen" in plate.row["surface"] for plate in found[:2])
    assert [plate.id for plate in browse.fitting("")] == [plate.id for plate in plates]
    assert [plate.id for plate in browse.fitting("zzyzx")] == [plate.id for plate in plates]


def test_words_that_order_no_sets_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    sets("on linen, zzyzx", count=1)
    said = capsys.readouterr()
    assert "linen" in said.out
    assert said.err == "the studio model doesn't know zzyzx: no effect on the order\n"
    sets("on linen", count=1)
    assert not capsys.readouterr().err


def test_a_sheet_shows_every_set_once() -> None:
    some = bank.load()[:7]
    rgb = browse.sheet(some)
    height, width = browse.SIDE + browse.LABEL, browse.SIDE
    assert rgb.shape == (2 * height, browse.COLUMNS * width, 3)
    cells = [
        rgb[y * height :, x * width :][: browse.SIDE, :width] for y in range(2) for x in range(browse.COLUMNS)
    ]
    assert all(cell.std() > 2 for cell in cells[:7]) and all((cell == 255).all() for cell in cells[7:])


def test_a_set_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match=r"set '999': there is none of that id: `bggen sets` lists them"):
        browse.named(bank.load(), "999")


def test_a_named_set_is_taken_as_it_is_but_for_colours_moods_and_the_asked_side() -> None:
    plate = next(p for p in bank.load() if p.light_side == "left" and p.paints and not p.hard_light)
    assert pinned(plate, parse("in a forest, from above")).plate == plate
    chosen = pinned(plate, parse("pink wall, golden hour, light from the right"))
    assert (chosen.plate.id, chosen.plate.light_side, chosen.plate.mirrored) == (plate.id, "right", True)
    assert chosen.recolour == {"backdrop": "pastel pink"} and chosen.moods == ("sunset",)
    assert pinned(plate, parse("light from above")).plate.light_side == "above"


def test_a_catalogue_may_have_one_set_whatever_its_photos_and_prompts(product_png: Path) -> None:
    for prompt in ("", "a beach at sunset", "flat lay"):
        picture = bggen.generate(product_png, options=Options(prompt=prompt, set="171", size="256"))
        assert picture.record["painting"]["plate"] == "171"
    lines = picture.record["painting"]["warnings"]
    assert not [line for line in lines if "no set shows" in line]
    with pytest.raises(UsageError, match="set '999'"):
        bggen.generate(product_png, options=Options(set="999"))


def test_what_a_named_set_has_not_is_told_of_it(product_png: Path) -> None:
    wide = Options(prompt="on a beach", set="010", size="300x200", fill=1.0)
    lines = bggen.generate(product_png, options=wide).record["painting"]["warnings"]
    assert "set 010 has no 'beach'" in lines


def test_a_set_is_the_only_scene() -> None:
    assert Options(set=7).set == "007" and Options(set="k086").set == "k086"  # type: ignore[arg-type]  # as in a table
    assert Options(set="0+384").set == Options(set="000 384").set == "000+384"  # a form's plus is a blank
    for other in ({"reference": "none"}, {"background": "white"}, {"model": "flat"}):
        with pytest.raises(
            ValidationError, match=f"set 171 is one of the studio's own: leave out {next(iter(other))}"
        ):
            Options.model_validate({"set": "171"} | other)


def test_a_podium_that_is_too_narrow_is_told() -> None:
    rgba = np.zeros((100, 300, 4), np.uint8)
    rgba[30:75, 10:290] = (200, 40, 40, 255)
    photo = io.BytesIO()
    Image.fromarray(rgba).save(photo, "png")
    for fill, told in ((1.0, [painter.TOO_WIDE]), (0.4, [])):
        options = Options(set="010", size="200", fill=fill)
        lines = bggen.generate(photo.getvalue(), options=options).record["painting"]["warnings"]
        assert [line for line in lines if line == painter.TOO_WIDE] == told


def test_things_to_stand_beside_a_product_are_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sets("", props=True, sheet=tmp_path / "props.png")
    said = capsys.readouterr()
    listed = said.out.splitlines()
    assert "lemons, mint leaves" in listed and "roses (in any colour)" in listed
    assert len(listed) == len(set(listed))
    assert said.err == f"{len(listed)} kinds of things on {tmp_path / 'props.png'}\n"
    with Image.open(tmp_path / "props.png") as sheet:
        assert sheet.width == browse.COLUMNS * browse.SIDE
    sets("", props=True, count=2)
    assert capsys.readouterr().out.splitlines() == listed[:2]
    sets("on slate with lemons", props=True)
    assert capsys.readouterr().out == "lemons, mint leaves\n"
    with pytest.raises(UsageError, match=r"--sheet .*: give a \.jpg, \.png or \.webp file"):
        sets("on slate with lemons", props=True, sheet=tmp_path / "props.txt")
    assert not capsys.readouterr().out
    sets("lemons", props=True, as_json=True)
    lemons = {"kind": "lemons", "words": ["lemons", "mint leaves"], "any_colour": False}
    assert json.loads(capsys.readouterr().out) == lemons
