"""On a backdrop of the user's own the end of the ground is found, and the product stands before it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from bggen import checks, compose, finish
from bggen.engine import Engine
from bggen.families.studio import ground_of, settle_onto
from bggen.families.studio.light import casts, horizon
from bggen.families.studio.photo import poise
from bggen.families.studio.sets import bank, staging
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Cutout, Footing, Ground, Job, Painting
from bggen.train.networks import held_sets

WIDE = (300, 240)


def product(box: tuple[int, int, int, int] = (120, 60, 180, 150), size: tuple[int, int] = WIDE) -> Cutout:
    left, top, right, bottom = box
    alpha = np.zeros((size[1], size[0]), np.uint8)
    alpha[top:bottom, left:right] = 255
    return Cutout(np.full((*alpha.shape, 3), 90, np.uint8), alpha, box, 0.9, "mask")


def ground(end: float, size: tuple[int, int] = WIDE) -> Ground:
    return Ground(size, end, 0.9)


def footing(cut: Cutout, options: Options, found: Ground) -> tuple[Footing, int]:
    """How it is shown, and the row of the product's foot."""
    scene = compose.compose(cut, options, 1, ground=found)
    assert scene.footing is not None
    assert scene.box[3] <= scene.size[1]
    return scene.footing, scene.box[3]


def test_a_foot_on_the_wall_goes_down_to_where_packshots_stand() -> None:
    shown, foot = footing(product(), Options(), ground(0.7))
    assert shown.lowered == foot - 150 > 0
    share = (foot - 0.7 * 240) / (0.3 * 240)
    assert 0.25 < share < 0.5
    assert shown.end == pytest.approx(0.7 * 240)


def test_a_foot_on_the_ground_stays_where_the_photo_had_it() -> None:
    shown, foot = footing(product(), Options(), ground(0.4))
    assert (shown.lowered, foot, shown.crop) == (0, 150, 0.5)


@pytest.mark.parametrize(
    "own",
    [{"placement": "original"}, {"placement": "fit"}, {"anchor": "top"}, {"margin": "9%"}, {"pose": "lie"}],
)
def test_a_place_of_the_users_own_goes_before_the_ground(own: dict[str, str]) -> None:
    options = Options(**own)  # type: ignore[arg-type]  # each is text, and pydantic checks it
    shown, foot = footing(product(), options, ground(0.8))
    assert shown.lowered == 0
    assert foot == compose.compose(product(), options, 1).box[3]


def test_what_floats_stays_above_the_ground_and_throws_its_shadow_onto_it() -> None:
    in_words, end = replace(ground(0.7), stood_on=False), 0.7 * 240
    for options, found in ((Options(pose="float"), ground(0.7)), (Options(), in_words)):
        shown, foot = footing(product(), options, found)
        assert (shown.lowered, foot) == (0, 150)
    assert footing(product(), Options(pose="stand"), in_words)[0].lowered > 0
    afloat = poise.lifted(compose.compose(product(), Options(pose="float"), 1, ground=ground(0.7)))
    assert end < afloat.box[3] + afloat.lift < 240
    bare = np.full((240, 300, 3), 190, np.uint8)
    lost = bare[..., 0].astype(int) - settle_onto(afloat, bare).rgb[..., 0]
    lost[afloat.alpha > 0] = 0
    assert lost[int(end) + 2 :].max() > 5 > lost[155 : int(end) - 2].max()


def test_a_word_tells_of_a_backdrop_that_the_product_floats_above_it(tmp_path: Path) -> None:
    shown = np.full((240, 300, 3), 225, np.uint8)
    shown[168:] = 120
    Image.fromarray(shown).save(file := tmp_path / "own.png")
    for prompt, stands in (("levitating", False), ("on oak", True)):
        found = ground_of(str(file), prompt, Settings())
        assert found is not None and found.stood_on == stands


def test_more_ground_comes_into_view_before_anything_moves() -> None:
    tall = ground(
        0.6, (300, 400)
    )  # on the canvas, whose foot is at 150: ends at 160 of 240, of which 80 are spare above
    shown, foot = footing(product(), Options(), tall)
    assert (shown.lowered, foot) == (0, 150)
    assert 0.5 < shown.crop <= 1
    assert shown.end < 150
    lowest, foot = footing(product(), Options(), ground(0.85, (300, 400)))
    assert lowest.crop == 1.0
    assert lowest.lowered > 0
    assert foot > lowest.end


def test_what_the_frame_cuts_above_is_not_torn_off_it() -> None:
    shown, foot = footing(product((120, 0, 180, 150)), Options(), ground(0.8))
    assert (shown.lowered, foot) == (0, 150)


@pytest.mark.parametrize("end", [0.05, 0.5, 0.93, 0.99])
@pytest.mark.parametrize("size", [(300, 240), (3000, 600), (200, 900)])
def test_a_product_stays_whole_on_any_ground(end: float, size: tuple[int, int]) -> None:
    cut = product()
    options = Options(size=f"{size[0]}x{size[1]}")
    scene = compose.compose(cut, options, 1, ground=ground(end, (640, 480)))
    assert 0 <= scene.box[1] < scene.box[3] <= size[1]
    made, *_ = finish.finish(scene, Painting(np.full((size[1], size[0], 3), 180, np.uint8), True))
    assert checks.prove(scene, cut, made)["max_difference"] == 0


def test_a_cropped_backdrop_shows_the_part_that_was_chosen() -> None:
    picture = np.repeat(np.arange(200, dtype=np.uint8)[:, None, None], 3, 2).repeat(50, 1)
    top, middle, bottom = (finish.cover(picture, (50, 100), crop)[0, 0, 0] for crop in (0.0, 0.5, 1.0))
    assert (top, middle, bottom) == (0, 50, 100)


def held_back(count: int, *, ends: bool) -> list[bank.Plate]:
    plates = [
        plate for plate in bank.load()
        if held_sets.held_back(plate) and not plate.row.get("podium")
        and (plate.horizon is not None if ends else plate.elevation > casts.LYING)
    ]  # fmt: skip
    assert len(plates) >= count
    return plates[:count]


def test_the_ground_of_sets_that_were_held_back_ends_where_their_render_says() -> None:
    wrong = []
    for plate in held_back(12, ends=True):
        found = horizon.find(plate.pixels()[::4, ::4])
        wrong.append(1.0 if found is None else abs(found.end - (plate.horizon or 0)))
    assert float(np.median(wrong)) < 0.01
    assert sum(error > 0.05 for error in wrong) <= 1


def test_a_picture_from_straight_above_has_no_end_of_ground() -> None:
    for plate in held_back(3, ends=False):
        assert horizon.find(plate.pixels()[::4, ::4]) is None


def test_the_answer_is_the_same_in_a_mirror() -> None:
    picture = held_back(1, ends=True)[0].pixels()[::6, ::6]
    one, other = horizon.find(picture), horizon.find(np.ascontiguousarray(picture[:, ::-1]))
    assert one is not None
    assert other is not None
    assert one.end == pytest.approx(other.end, abs=1e-5)


def test_the_ground_begins_softly_where_its_end_is_a_guess() -> None:
    hard, soft = staging.below(50, (4, 100)), staging.below(50, (4, 100), 10)
    assert np.array_equal(np.unique(hard), [0, 0.5, 1])
    assert soft[:44].max() == 0 < soft[48, 0] < 1 == soft[56:].min()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A wooden table before a blue wall: it ends at 0.88 of the height."""
    rng = np.random.default_rng(0)
    picture = np.full((400, 600, 3), (120, 150, 180), np.float32)
    picture[352:] = (150, 110, 70)
    picture[352:] += cv2.resize(rng.normal(0, 12, (24, 300)).astype(np.float32), (600, 48))[..., None]
    path = tmp_path / "table.png"
    Image.fromarray(picture.clip(0, 255).astype(np.uint8)).save(path)
    return path


@pytest.mark.parametrize("kind", ["reference", "background"])
def test_a_product_goes_down_to_the_table_of_a_users_backdrop_and_is_told_so(
    kind: str, table: Path, product_png: Path
) -> None:
    engine = Engine(Settings(device="cpu"))
    asked = Options(size="480x320").model_copy(update={kind: str(table)})
    made, kept = (
        next(engine.render(Job(str(product_png), options)))
        for options in (asked, asked.model_copy(update={"placement": "original"}))
    )
    where = made.record["scene"]["ground"]
    assert where["end"] == pytest.approx(0.88, abs=0.03)
    assert where["lowered"] == made.record["scene"]["box"][3] - kept.record["scene"]["box"][3] > 0
    assert any("--placement original" in line for line in made.record["warnings"])
    assert kept.record["warnings"] == []
    assert made.record["checks"]["proof"]["max_difference"] == 0


def test_no_shadow_falls_on_what_is_behind_the_ground(table: Path, product_png: Path) -> None:
    options = Options(prompt="hard sunlight from the front", size="480x320", reference=str(table))
    engine = Engine(Settings(device="cpu"))
    made, bare = (
        next(engine.render(Job(str(product_png), asked))).rgb.astype(int)
        for asked in (options, options.model_copy(update={"shadow": "none"}))
    )
    assert np.abs(made[:265] - bare[:265]).max() <= 1  # the wall, but for what is next to the table
    assert (bare - made)[290:].max() > 5


def test_a_prompt_that_looks_straight_down_looks_for_no_end(table: Path, product_png: Path) -> None:
    options = Options(prompt="flat lay, top-down", size="480x320", reference=str(table))
    made = next(Engine(Settings(device="cpu")).render(Job(str(product_png), options)))
    assert "ground" not in made.record["scene"]


def test_another_picture_in_a_files_place_is_looked_at_anew(table: Path) -> None:
    settings = Settings()
    first = horizon.of_file(str(table), horizon.stamp(str(table)), settings)
    assert first is not None
    Image.new("RGB", (500, 400), (90, 120, 60)).save(table)
    assert horizon.of_file(str(table), horizon.stamp(str(table)), settings) is None
