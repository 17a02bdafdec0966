"""A set's light in another mood."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from bggen import gamma
from bggen.families.studio.sets import bank, evenings, joins, moods, nights, staging, winters
from bggen.families.studio.sets.choice import choose
from bggen.families.studio.sets.wishes import lacks
from bggen.families.studio.words.prompts import parse

WALL = np.linspace(0.02, 0.8, 64, dtype=np.float32)[:, None, None].repeat(48, 1).repeat(3, 2)


def test_each_mood_is_what_it_is_called() -> None:
    seen = {name: moods.grade(WALL, "soft", moods.MOODS[name]).mean((0, 1)) for name in moods.MOODS}
    plain = WALL.mean((0, 1))
    assert seen["bright"].mean() > plain.mean() > 2 * seen["moody"].mean()

    def redness(name: str) -> float:
        return float(seen[name][0] / seen[name][2])

    assert redness("sunset") > redness("warm") > plain[0] / plain[2] > redness("cool")
    assert seen["natural"] == pytest.approx(plain, rel=1e-2)  # highlights are rolled off a little


@pytest.mark.parametrize("name", sorted(moods.MOODS))
def test_light_stays_light(name: str) -> None:
    """No pixel leaves the gamut, and what was lighter stays lighter."""
    graded = moods.grade(WALL, "soft", moods.MOODS[name])
    assert graded.min() >= 0
    assert graded.max() <= 1
    assert (np.diff(graded[:, 20, 1]) > 0).all()


def test_less_than_no_light_is_none() -> None:
    """A reflection that a new wall takes away may leave a ground that is darker than black."""
    assert np.isfinite(moods.grade(WALL - 0.1, "soft", moods.MOODS["moody"])).all()


def test_neon_has_two_lamps() -> None:
    graded = moods.grade(WALL, "soft", moods.MOODS["neon"])
    assert graded[40, 0, 0] > 1.5 * graded[40, 0, 1]  # pink
    assert graded[40, -1, 2] > 1.5 * graded[40, -1, 0]  # blue


def test_what_a_set_shows_or_cannot_be_given_is_left_alone() -> None:
    assert moods.missing("soft", ["sunset"]) == ("sunset",)
    assert moods.missing("warm", ["warm"]) == ()
    assert moods.missing("moody", ["bright"]) == ()  # too dark to be made bright
    assert moods.missing("soft", ["bright", "moody"]) == ()  # which of the two?
    assert moods.missing("soft", ["natural"]) == ()


@pytest.mark.parametrize("prompt", ["city street at night", "dark moody beach by moonlight"])
def test_a_place_that_no_set_has_by_night_is_shown_by_day_in_the_light_of_its_sky(prompt: str) -> None:
    words = parse(prompt)
    chosen = choose([plate for plate in bank.load() if "night" not in plate.concepts], words, 0.5, seed=1)
    assert chosen.plate.far and chosen.moods == ("night",)
    assert not list(lacks(words, chosen))
    by_day = chosen.plate.pixels()
    by_night = staging.dress(chosen.plate, by_day, {}, chosen.moods).astype(float)
    assert by_night.mean() < 0.75 * by_day.mean()
    assert (
        by_night[..., 2].mean() / by_night[..., 0].mean()
        > 1.2 * by_day[..., 2].mean() / by_day[..., 0].mean()
    )


def by_night(plate: bank.Plate) -> tuple[nights.Floats, nights.Floats]:
    """A set's linear light by day and by night, above the end of its ground."""
    end = round((plate.horizon or 1.0) * 600)
    day = gamma.light_of(cv2.resize(plate.pixels(), (600, 600)))
    return day[:end], nights.fall(day, plate)[:end]


def first(concept: str) -> bank.Plate:
    return next(
        p for p in bank.load() if concept in p.behind and nights.has_night(p) and p.row["mood"] == "bright"
    )


@pytest.mark.parametrize("room", ["kitchen", "bedroom", "cafe", "office"])
def test_a_room_by_night_is_lit_by_its_lamps(room: str) -> None:
    day, night = by_night(first(room))
    lamps = day.max(2) > 0.97 * day.max()
    assert night[lamps].mean() > 0.6, "they are on"
    assert 4 * night[~lamps].mean() < night[lamps].mean(), "and little else is bright"
    assert night[..., 0].mean() / night[..., 2].mean() > 1.3 * day[..., 0].mean() / day[..., 2].mean()


def test_a_town_by_night_has_its_lights_on_and_they_stay_where_they_are() -> None:
    town = next(
        p for p in bank.load() if p.behind >= {"city"} and p.row["backdrop"].startswith("a city street")
    )
    day, night = by_night(town)
    assert np.array_equal(night, by_night(town)[1])
    dark = nights._dimmed_from_the_horizon(moods.grade(day, town.mood, nights.OUTSIDE), float(len(day)))
    lit = (night - dark).max(2) > 0.03
    assert 0.05 < lit.mean() < 0.3
    assert lit[: len(lit) // 3].sum() < 0.1 * lit.sum(), "few of them in the sky"
    assert (night - dark)[lit][:, 0].mean() > 1.5 * (night - dark)[lit][:, 2].mean(), "most are warm"
    assert dark[:60].mean() / day[:60].mean() < 0.6 * dark[-60:].mean() / day[-60:].mean()


def test_by_night_sky_and_near_ground_are_darkest_and_the_far_end_of_the_ground_is_not() -> None:
    rows = nights._dimmed_from_the_horizon(np.ones((100, 4, 3), np.float32), 60.0)[:, 0, 0]
    assert rows[0] == pytest.approx(nights.ZENITH)
    assert rows[60] == pytest.approx(1.0)
    assert nights.NEAR <= rows[99] < nights.NEAR + 0.02
    assert (np.diff(rows[:60]) > 0).all() and (np.diff(rows[61:]) < 0).all()


def test_an_open_sky_by_night_has_stars_above_and_none_before_what_is_dark_by_day() -> None:
    mountains = next(p for p in bank.load() if str(p.row["backdrop"]).startswith("a landscape with mountain"))
    day, night = by_night(mountains)
    dark = nights._dimmed_from_the_horizon(
        moods.grade(day, mountains.mood, nights.OUTSIDE), float(len(day) + 0.4)
    )
    stars = (night - dark).max(2) > 0.02
    assert 20 < cv2.connectedComponents(stars.astype(np.uint8))[0] < 200
    assert stars.mean() < 0.02
    green = day[..., 1] > 1.2 * day[..., 2]
    assert green.mean() > 0.1 and not stars[green].any()
    garden = next(p for p in bank.load() if p.row["backdrop"] == "a garden, out of focus")
    leaves = by_night(garden)
    assert (leaves[1] <= moods.grade(leaves[0], garden.mood, nights.OUTSIDE) + 1e-4).all()


def test_an_evening_has_a_sky_from_blue_to_fire_and_dims_what_is_before_it() -> None:
    words = parse("on oak, mountains behind, sunset")
    chosen = choose(bank.load(), words, 0.5, seed=1)
    assert "sunset" in chosen.moods and evenings.has_evening(chosen.plate)
    day = chosen.plate.pixels()
    seen = staging.dress(chosen.plate, day, {}, chosen.moods).astype(float)
    zenith = seen[: len(seen) // 20].mean((0, 1))
    sky = nights.open_sky(gamma.light_of(day), len(day) * chosen.plate.horizon)
    rows = np.flatnonzero(sky[..., 0].min(1) > 0.9)
    fire = seen[rows[-1] - 5 : rows[-1]].mean((0, 1))
    assert zenith[2] > zenith[0] + 20 and fire[0] > fire[2] + 40
    assert seen[-200:].mean() < 0.85 * day[-200:].mean()
    assert not evenings.has_evening(first("kitchen")), "a room is lit by its lamps"


def test_a_town_by_neon_is_by_night_and_its_signs_are_pink_and_blue() -> None:
    chosen = choose(bank.load(), parse("neon-lit city street"), 0.5, seed=1)
    assert chosen.moods == (moods.NIGHT, moods.NEON)
    day = gamma.light_of(cv2.resize(chosen.plate.pixels(), (600, 600)))
    plain, signs = nights.fall(day, chosen.plate), nights.fall(day, chosen.plate, neon=True)
    lit = signs.max(2) > np.quantile(signs.max(2), 0.98)
    saturated = [float((np.ptp(p[lit], axis=1) / p[lit].max(1)).mean()) for p in (plain, signs)]
    assert saturated[1] > 1.3 * saturated[0]
    left, right = signs[:, :100].mean((0, 1)), signs[:, -100:].mean((0, 1))
    assert left[0] / left[2] > 1.5 * right[0] / right[2]


def test_no_lamp_is_before_a_podium() -> None:
    plates = {plate.id: plate for plate in bank.load()}
    for ground, place, mood in (("033", "334", "sunset"), ("039", "402", "night"), ("033", "334", "night")):
        both = joins.join(plates[ground], plates[place])
        light = gamma.light_of(cv2.resize(both.pixels(), (600, 600)))
        cover = both.podium_cover(light.shape[1::-1])
        above = np.arange(len(light)) < (both.horizon or 0) * len(light) - 2
        free = joins.join(replace(plates[ground], row=plates[ground].row | {"podium": None}), plates[place])
        made, bare = (
            evenings.fall(light, p) if mood == "sunset" else nights.fall(light, p) for p in (both, free)
        )
        podium = (cover[..., 0] == 1) & above[:, None]
        dim = moods.grade(light, both.mood, evenings.NEAR if mood == "sunset" else nights.OUTSIDE)
        assert podium.sum() > 1000 and (made[podium] <= np.maximum(dim, light)[podium] + 1e-5).all()
        assert (made[podium] != bare[podium]).any(), "or nothing would be kept from it"


@pytest.mark.parametrize(
    "prompt", ["on snow, mountains behind", "walnut table in a snowy garden", "city street in winter"]
)
def test_what_is_asked_for_in_winter_lies_under_snow(prompt: str) -> None:
    words = parse(prompt)
    chosen = choose(bank.load(), words, 0.5, seed=1)
    assert chosen.moods == (winters.WINTER,)
    assert not list(lacks(words, chosen))
    summer = chosen.plate.pixels()
    winter = staging.dress(chosen.plate, summer, {}, chosen.moods)
    end = round(len(summer) * (chosen.plate.horizon or 0))
    far, white = (rows[:end].astype(float) for rows in (summer, winter))
    grown = (far[..., 1] > far[..., 2] + 40) & (far[..., 1] > 90)
    assert grown.mean() > 0.05
    colour = [float(np.ptp(rows[grown], axis=1).mean()) for rows in (far, white)]
    assert colour[1] < 0.3 * colour[0]
    assert white[grown].mean() > 1.3 * far[grown].mean()
    near, stayed = (rows[end + 2 :].astype(int) for rows in (winter, summer))
    if chosen.plate.shows("snow", "surface"):  # as grey as the snow behind
        assert np.ptp(near, axis=2).mean() < 0.75 * np.ptp(stayed, axis=2).mean()
        assert abs(near.mean() - stayed.mean()) < 2
    else:
        assert np.abs(near - stayed).max() <= 1, "its ground stays"


def test_a_forest_is_not_whitened_where_a_snowy_one_was_rendered() -> None:
    assert not any(winters.has_winter(plate) for plate in bank.load() if "forest" in plate.behind)


def test_what_hides_the_town_shows_no_light_of_it() -> None:
    wall = next(p for p in bank.load() if "graffiti" in p.behind)
    _, night = by_night(wall)
    assert night.max() < 0.6


def test_a_wall_has_no_night_nor_has_a_room_whose_window_shows_the_day() -> None:
    walls = [plate for plate in bank.load() if not plate.far]
    assert "night" not in choose(walls, parse("a city at night"), 0.5, seed=1).moods
    rooms = [plate for plate in bank.load() if "window room" in plate.behind]
    words = parse("in a room with a large window at night")
    chosen = choose(rooms, words, 0.5, seed=1)
    assert chosen.moods == ()
    assert "night" in list(lacks(words, chosen))


@pytest.mark.parametrize("prompt", ["golden bokeh lights at night", "neon night"])
def test_lights_of_the_night_are_left_as_they_are(prompt: str) -> None:
    words = parse(prompt)
    chosen = choose(bank.load(), words, 0.5, seed=1)
    assert chosen.plate.behind & {"evening lights", "neon"}
    assert chosen.moods == ()
    assert not list(lacks(words, chosen))


@pytest.mark.parametrize("mood", ["golden hour", "neon", "cool fresh light"])
def test_a_surface_that_no_set_has_in_this_mood_is_lit_anew(mood: str) -> None:
    words = parse(f"on white marble, {mood}")
    chosen = choose(bank.load(), words, 0.5, seed=1)
    assert "marble" in chosen.plate.row["surface"]
    if not chosen.moods:
        assert words.of_kind("mood") & chosen.plate.concepts
        return
    pixels = chosen.plate.pixels()
    dressed = staging.dress(chosen.plate, pixels, chosen.recolour, chosen.moods)
    assert np.abs(dressed.astype(int) - pixels).mean() > 4


def test_a_prompt_without_a_mood_leaves_the_light_as_it_was_rendered() -> None:
    chosen = choose(bank.load(), parse("on oak wood, soft light from the left"), 0.5, seed=1)
    assert chosen.moods == ()
    pixels = chosen.plate.pixels()
    assert staging.dress(chosen.plate, pixels, {}, chosen.moods) is pixels


def test_light_that_comes_from_no_side_is_even_and_keeps_what_is_fine() -> None:
    across = np.linspace(200, 90, 240)[None, :].repeat(160, 0)
    grain = 12.0 * np.sin(np.arange(160) * 1.3)[:, None]
    falling = (across + grain)[:, :, None].repeat(3, 2).round().clip(0, 255).astype(np.uint8)
    even = moods.evened(falling).astype(float)
    fall = falling[:, :60].mean() - falling[:, -60:].mean()
    assert abs(even[:, :60].mean() - even[:, -60:].mean()) < 0.1 * fall  # less at the very edges
    assert even.mean() == pytest.approx(falling.mean(), abs=8)
    assert even[:, 120, 0].std() > 0.8 * falling[:, 120, 0].std()


def test_a_smooth_slope_leaves_no_stripes() -> None:
    slope = np.linspace(180, 150, 600)[None, :, None].repeat(200, 0).repeat(3, 2).round().astype(np.uint8)
    middle = moods.evened(slope)[100, 60:-60, 0].astype(int)
    assert (np.diff(middle) != 0).sum() <= 4  # a step of the 8 bits every twenty pixels was in it


@pytest.mark.parametrize("side", ["above", "behind", "front"])
def test_a_soft_light_is_turned_to_sides_that_no_mirror_brings(side: str) -> None:
    said = {"front": "the front"}.get(side, side)
    chosen = choose(bank.load(), parse(f"on walnut wood, soft light from {said}"), 0.5, seed=1).plate
    assert chosen.light_side == side
    assert "walnut" in chosen.row["surface"]


def test_no_light_is_turned_that_the_picture_shows() -> None:
    for plate in bank.load():
        turned = plate.turn("behind")
        if plate.hard_light or "out of focus" in (plate.row["backdrop"] or "") or plate.light is None:
            assert turned is None
        elif plate.light_side in ("left", "right"):
            assert turned is not None
            assert turned.light is not None
            assert (turned.light.parts == plate.light.parts).all()


@pytest.mark.parametrize(
    "prompt",
    ["flat lay on white linen", "on white marble", "on a white table in a kitchen", "white tiles", "white"],
)
def test_white_is_exposed_for_and_has_little_of_a_cast(prompt: str) -> None:
    chosen = choose(bank.load(), parse(prompt), 0.5, seed=1)
    pixels = chosen.plate.pixels()
    made = staging.dress(chosen.plate, pixels, chosen.recolour, chosen.moods)
    plain = staging.dress(chosen.plate, pixels, chosen.recolour)
    ground = slice(round(0.8 * len(made)), round(0.95 * len(made)))
    shown, before = (picture[ground].reshape(-1, 3).astype(float).mean(0) for picture in (made, plain))
    assert shown.mean() > 205
    assert shown.mean() > before.mean() - 1.5  # balance takes a little of a light that was warm or cool
    assert np.ptp(shown) <= max(0.8 * np.ptp(before), 4)


@pytest.mark.parametrize(
    "prompt", ["white linen, moody light", "white marble by night in a city", "on slate"]
)
def test_no_white_is_exposed_for_in_the_dark_or_where_none_is_shown(prompt: str) -> None:
    assert moods.WHITE not in choose(bank.load(), parse(prompt), 0.5, seed=1).moods
