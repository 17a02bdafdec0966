"""The ground of one set before the place of another: which, where they meet, and in what light."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from bggen import gamma
from bggen.errors import UsageError
from bggen.families.studio.sets import bank, browse, ends, joins, wishes
from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.sets.choice import choose
from bggen.families.studio.words.prompts import parse
from bggen.train.scenes.bank import lit

WALNUT, LINEN, STREET, LOBBY = "000", "031", "384", "403"


@cache
def plates() -> dict[str, Plate]:
    return {plate.id: plate for plate in bank.load()}


def joined(ground: str, place: str) -> joins.Joined:
    return joins.join(plates()[ground], plates()[place])


@pytest.mark.parametrize(
    ("prompt", "ground", "place"),
    [
        ("on walnut wood in a gym", "walnut", "gym"),
        ("on beige linen, a nursery behind", "linen", "nursery"),
        ("on white marble, in a city street", "marble", "city"),
        ("on a glass table in a cafe", "glossy", "cafe"),  # no set has glass itself
        ("on black marble against a brick wall", "black marble", "brick"),
        ("on walnut wood, hanging leaves behind", "walnut", "leaves"),
        ("on oak against dark wood", "oak", "dark wood wall"),
        ("round podium in a garden", "white", "garden"),
        ("on a marble podium in a bathroom", "white", "bathroom"),
        ("a stepped podium against a brick wall", "white", "brick"),
        ("white podium in the snow, mountains behind", "white", "mountain"),
    ],
)
def test_a_ground_and_a_place_that_no_set_has_both_come_together(
    prompt: str, ground: str, place: str
) -> None:
    plate = choose(bank.load(), parse(prompt), 0.5, 1).plate
    assert isinstance(plate, joins.Joined)
    assert ground in plate.row["surface"] and place in plate.row["backdrop"]


@pytest.mark.parametrize(
    "prompt",
    [
        "on white marble in a garden",  # a set has both
        "in a gym",  # any ground is as good
        "on walnut wood",
        "on walnut wood, a gym, flat lay",  # from above a place is not seen
        "on walnut wood against a brick wall",  # a set has both
        "on slate against a wall with an arch",  # which stands on its own ground
    ],
)
def test_a_set_as_it_was_rendered_comes_first(prompt: str) -> None:
    assert not isinstance(choose(bank.load(), parse(prompt), 0.5, 1).plate, joins.Joined)


def test_a_colour_of_the_table_counts_as_asked_for() -> None:
    choice = choose(bank.load(), parse("on a pink table in a garden"), 0.5, 1)
    assert "garden" in choice.plate.row["backdrop"]
    assert choice.recolour.get("surface") == "pastel pink"


def test_each_of_the_two_is_where_it_was() -> None:
    both, linen = joined(LINEN, STREET), plates()[LINEN]
    whole, own = both.pixels(), linen.pixels()
    end = round((linen.horizon or 0) * len(own))
    assert whole.shape == own.shape
    # the cloth, in a light that is one factor a channel
    light, before = (gamma.light_of(p[end + 4 :]) for p in (whole, own))
    gain = (light / np.maximum(before, 0.01)).reshape(-1, 3)
    expected = np.array(both.place.lit) / np.array(linen.lit)
    assert np.abs(np.median(gain, 0) / expected - 1).max() < 0.1
    # the wall is gone, down to the row at which the ground begins
    wall, street = own[: end - 4].astype(float), whole[: end - 4].astype(float)
    assert street.std() > 2 * wall.std()
    rows = np.abs(np.diff(whole[:, :, :].astype(float).mean(axis=(1, 2))))
    assert abs(int(rows[end - 20 : end + 20].argmax()) + end - 20 - end) <= 2


def test_a_podium_rises_before_the_place_and_is_asked_for() -> None:
    for prompt in ("round podium in a garden", "walnut table in a garden", "on walnut in a gym"):
        plate = choose(bank.load(), parse(prompt), 0.5, 1).plate
        assert bool(plate.row.get("podium")) == ("podium" in prompt)
    both = joined("025", "324")
    assert both.words.startswith("on a square podium on matte white, a garden")
    assert "square podium" in both.concepts
    side = len(both.pixels())
    assert both.horizon is not None and both.podium_top is not None
    above = np.zeros((side, side), bool)
    above[: round(both.horizon * side) - 3] = True
    podium = (both.podium_cover((side, side))[..., 0] > 0.99) & above
    assert podium.sum() > 2000, "its top is higher than the ground's end"
    seen, own = (p.pixels().astype(int) for p in (both, plates()["025"]))
    gain = np.array(both.place.lit) / np.array(both.lit)
    expected = gamma.to_srgb(gamma.light_of(own[podium].astype(np.uint8)) * gain) * 255
    assert np.abs(seen[podium] - expected).mean() < 3
    beside = above & (both.podium_cover((side, side))[..., 0] == 0)
    assert np.ptp(seen[podium].mean(0)) < 12 < np.ptp(seen[beside].mean(0)), "no garden on it"


@pytest.mark.parametrize(
    ("prompt", "podium"),
    [
        ("marble podium", "white marble podium"),
        ("a wooden plinth in a garden", "wood podium"),
        ("black marble podium, moody", "black marble podium"),
        ("marble podium, teal to navy gradient", "white marble podium"),
        ("pink podium", "square podium"),  # paint takes the colour
    ],
)
def test_a_podium_is_of_what_was_asked_for(prompt: str, podium: str) -> None:
    choice = choose(bank.load(), parse(prompt), 0.5, 1)
    assert podium in choice.plate.row["podium"]
    assert choice.plate.podium_mask is not None
    given = {
        "pink podium": {"podium": "pastel pink"},
        "marble podium, teal to navy gradient": {"backdrop": "teal"},
    }
    assert choice.recolour == given.get(prompt, {})


@pytest.mark.parametrize(
    ("prompt", "shown", "place"),
    [
        ("on a rock by the sea", {"rock", "sand"}, "beach"),
        ("on a tree stump in the forest", {"log", "moss"}, "forest"),
        ("on a mossy rock in the jungle", {"rock", "moss"}, "rainforest"),
        ("on a rock in water, blue sky", {"dark rock", "water"}, "sky"),
        ("on a log slice on white", {"log"}, None),
        ("on a rock in the snow", {"rock"}, "winter landscape"),
        ("on cobblestones in the city at night", {"cobblestones"}, "city"),
        ("under the christmas tree", set(), "christmas room"),
    ],
)
def test_rocks_and_logs_stand_where_they_are_found(prompt: str, shown: set[str], place: str | None) -> None:
    words = parse(prompt)
    for seed in range(2):
        choice = choose(bank.load(), words, 0.5, seed)
        assert place is None or place in choice.plate.behind
        assert not wishes.lines(prompt, words, choice)
    plate = choose(bank.load(), words, 0.5, 0).plate
    assert shown <= {name for name in plate.concepts if plate.shows(name, "surface")}
    raised = bool(shown & {"rock", "log", "dark rock"})
    assert (plate.podium_top is not None) == raised and "podium" not in plate.concepts


def test_nobody_gets_a_rock_unasked() -> None:
    for prompt in ("on sand", "on moss in the forest", "white background", "on a podium", "by the sea"):
        for seed in range(6):
            plate = choose(bank.load(), parse(prompt), 0.5, seed).plate
            assert not {"rock", "dark rock", "log"} & plate.concepts, (prompt, seed)


def test_white_marble_by_lamplight_is_no_mustard() -> None:
    for plate in bank.load():
        assert plate.lit[2] > 0.5 * plate.lit[0], plate.id


def test_a_ground_before_lamps_is_lit_by_them() -> None:
    alone, by_lamps = (
        plate.pixels()[-200:].mean((0, 1)) for plate in (plates()[WALNUT], joined(WALNUT, LOBBY))
    )
    assert by_lamps.sum() < 0.95 * alone.sum()
    assert by_lamps[2] / by_lamps[0] < 0.85 * alone[2] / alone[0]


def test_a_ground_in_the_light_of_snow_gets_blue_and_not_green() -> None:
    near = joined("006", "339").pixels()[-200:].astype(int)  # as much light as no channel but red can take
    red, green, blue = near.mean((0, 1))
    assert blue - green > 4 and green - red > 4


@pytest.mark.parametrize(
    ("plate", "steepness"), [("321", 0.5), ("453+321", 0.5), ("000+384", 0.6), ("325", None), ("574", None)]
)
def test_sand_runs_on_and_a_table_ends_as_softly_as_if_rendered_there(
    plate: str, steepness: float | None
) -> None:
    one = joined(*plate.split("+")) if "+" in plate else plates()[plate]
    before = one.pixels()
    seen = ends.ended(before, one)
    if steepness is None:  # rendered with its edge, or with leaves that stand up over it
        assert seen is before
        return
    end, side = round((one.horizon or 0) * len(before)), len(before)
    podium = one.podium_cover((side, side))[..., 0] == 1
    assert (seen[podium] == before[podium]).all(), "nothing that stands before it is touched"
    assert (seen[: end - 99] == before[: end - 99]).all() and (seen[-150:] == before[-150:]).all()
    near = np.s_[end - 20 : end + 20, : side // 8]
    steep = [np.abs(np.diff(p[near].astype(float).mean(2), axis=0)).max(0).mean() for p in (before, seen)]
    assert steep[1] < steepness * steep[0]


def test_light_comes_from_one_side() -> None:
    for ground in (plates()[WALNUT], plates()[WALNUT].mirror()):
        both = joins.join(ground, plates()[STREET])
        assert both.place.light_side == both.light_side == ground.light_side
    mirrored = joined(WALNUT, STREET).mirror()
    # 2 levels: a picture is moved by steps of 1/32 of a pixel, which are others from its other side
    assert np.abs(mirrored.pixels()[:, ::-1].astype(int) - joined(WALNUT, STREET).pixels()).max() <= 2


def test_what_it_is_called_is_what_it_shows() -> None:
    both = joined(WALNUT, STREET)
    assert both.words == (
        "on walnut wood, a city street, out of focus, natural soft light from the left, "
        "slightly raised view, natural lifestyle photo"
    )
    assert {"walnut", "city", "natural"} <= both.concepts and "plain wall" not in both.concepts
    assert all(paint.region == "surface" for paint in both.paints)


def test_what_cannot_be_joined_is_not() -> None:
    known = plates()
    pumpkins = next(p for p in known.values() if p.row.get("props") and p.horizon)
    neon = next(p for p in known.values() if "neon" in p.behind)
    assert not joins.is_ground(pumpkins)
    assert not joins.is_place(neon) and not joins.is_place(known[WALNUT])
    assert not joins.is_ground(known["104"]), "leaves hang from its wall over the ground"
    high = replace(known[WALNUT], elevation=40.0)
    assert joins.joinable(known[WALNUT], known[STREET]) and not joins.joinable(high, known[STREET])


def test_a_wall_stands_on_the_ground_and_is_lit_as_it_is() -> None:
    known = plates()
    grounds, behind = (
        [p for p in known.values() if is_one(p)] for is_one in (joins.is_ground, joins.is_wall)
    )
    walls = [(g, p) for g in grounds for p in behind if joins.joinable(g, p)]
    for ground, wall in walls:
        both = joins.join(ground, wall)
        assert both.light_side == both.place.light_side
        assert ("shadows" in ground.row["light"]) == ("shadows" in wall.row["light"])
    ground, wall = next(pair for pair in walls if "brick" in pair[1].row["backdrop"])
    both = joins.join(ground, wall)
    assert not both.far and both.turn("above") is None
    above = both.pixels()[: round((ground.horizon or 0) * 1152) - 4].astype(float)
    assert (
        np.abs(np.diff(above, axis=1)).mean()
        > 2 * np.abs(np.diff(ground.pixels()[:400].astype(float), axis=1)).mean()
    )


def test_a_join_is_named_by_both_ids() -> None:
    every = bank.load()
    plate = browse.named(every, f"{WALNUT}+{STREET}")
    assert isinstance(plate, joins.Joined) and plate.id == f"{WALNUT}+{STREET}"
    with pytest.raises(UsageError, match=r"000\+001.*can't be laid"):
        browse.named(every, "000+001")
    with pytest.raises(UsageError, match="there is none of that id"):
        browse.named(every, "000+999")
    found = browse.fitting("on walnut wood in a gym")
    assert isinstance(found[0], joins.Joined) and len(found) > len(every)
    assert browse.sheet(found[:1]).std() > 10


def test_how_light_grounds_are_is_what_their_pictures_say(tmp_path: Path) -> None:
    ids = ("000", "001", "024", STREET, LOBBY, "378", "270")
    rows = [row for row in json.loads((bank.HOME / "plates.json").read_text()) if row["id"] in ids]
    for row in rows:
        (tmp_path / row["file"]).write_bytes((bank.HOME / row["file"]).read_bytes())
    table = tmp_path / "plates.json"
    table.write_text(json.dumps([{k: v for k, v in row.items() if k != "lit"} for row in rows]))
    assert lit.fill(tmp_path) == len(ids)
    found = {row["id"]: row["lit"] for row in json.loads(table.read_text())}
    assert found[LOBBY] == [1.0, 1.0, 1.0]  # no plain set here has its ground, and none is lit as it is
    table.write_text(json.dumps([row for row in rows if row["surface"] == "walnut wood"]))
    assert lit.fill(tmp_path) == 2
    found = {row["id"]: row["lit"] for row in json.loads(table.read_text())}
    assert found["000"] == [1.0, 1.0, 1.0]  # the only plain one
    assert all(0.5 < value < 2 for value in found["001"])


def test_what_stands_out_over_a_grounds_end_paints_nothing_of_the_place() -> None:
    words = parse("on a sage green knitted blanket in a nursery")
    joined = choose(bank.load(), words, 0.5, seed=1)
    assert isinstance(joined.plate, joins.Joined)
    assert joined.plate.horizon is not None
    (paint,) = (paint for paint in joined.plate.paints if paint.region == "surface")
    alone = next(plate for plate in bank.load() if plate.id == joined.plate.id.split("+")[0])
    end = int(joined.plate.horizon * len(alone.region(paint)))
    assert alone.region(paint)[:end].any()  # its stitches do
    assert not joined.plate.region(paint)[:end].any()
    assert (joined.plate.region(paint)[end + 1 :] == alone.region(paint)[end + 1 :]).all()
