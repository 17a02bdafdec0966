"""Which set the studio takes: what was asked for is where it was asked to be."""

from __future__ import annotations

import pytest

from bggen.families.studio.photo.view import Elevation
from bggen.families.studio.sets import bank
from bggen.families.studio.sets.choice import choose
from bggen.families.studio.words.prompts import parse


@pytest.mark.parametrize(
    ("prompt", "ground", "wall"),
    [
        ("on concrete", "concrete", ""),  # and none of steel before a concrete wall
        ("on light concrete, soft light", "concrete", ""),
        ("concrete wall", "", "concrete"),
        ("on a plaster table", "plaster", ""),
        ("on marble before a plaster wall", "marble", "plaster"),
        ("wooden wall", "", "wood"),
        ("brick wall", "", "brick"),
        ("on black sand", "black sand", ""),
        ("on fallen leaves, white wall", "fallen autumn leaves", "wall"),
        ("on autumn leaves, mountains behind", "fallen autumn leaves", "mountain"),
        (
            "on black marble, a grey painted boards wall, bright soft light from behind, eye level",
            "black m",
            "",
        ),
        ("on rustic wood in an autumn forest with maple leaves", "rustic wood", "autumn"),
        ("on a beach at night", "sand", "beach"),  # no table there
        ("sunny beach at sunset, sand and soft waves", "sand", "sea"),  # which is seen, as in no haze
        ("on a road in the desert", "dark concrete", "desert"),
        ("on green marble, eye level", "green marble", ""),  # a low camera goes after the ground
    ],
)
@pytest.mark.parametrize("degrees", [None, 2.0, 12.0, 24.0])
def test_a_stuff_is_where_it_was_said_to_be(
    prompt: str, ground: str, wall: str, degrees: float | None
) -> None:
    """Whatever the camera of the photo, which has a say in which of those is taken."""
    photo = None if degrees is None else Elevation(degrees, 4.0, 1.0)
    for seed in range(4):
        row = choose(bank.load(), parse(prompt), 0.5, seed, lies=False, photo=photo).plate.row
        assert ground in row["surface"] and wall in (row["backdrop"] or ""), (seed, row["words"])


@pytest.mark.parametrize(
    ("prompt", "wall"),
    [
        ("christmas table with candles and pine branches, bokeh lights", "bokeh lights"),
        ("christmas table with candles, blurred background", "christmas tree"),
        ("soft candlelight, blurred background", ""),
    ],
)
def test_no_place_that_says_something_unasked_is_taken_for_its_cameras_height(prompt: str, wall: str) -> None:
    photo = Elevation(26.0, 4.0)
    for seed in range(4):
        plate = choose(bank.load(), parse(prompt), 0.5, seed, lies=False, photo=photo).plate
        assert wall in (plate.row["backdrop"] or ""), plate.row["words"]
        assert not {"bathroom", "bedroom", "lavender field", "garden"} & plate.concepts, plate.row["words"]


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("underwater with sun rays", "underwater"),
        ("greenhouse, sunny", "greenhouse"),
        ("in a supermarket, hard light", "supermarket"),
        ("northern lights, hard light", "northern lights"),
        ("in a library, eye level", "library"),
        ("on autumn leaves in the park, soft light", "autumn forest"),
        ("on a log by the campfire at night", "campfire"),
        ("on the surface of mars, hard light", "red rock desert"),
        ("on a volcanic beach in iceland", "black sand beach"),
    ],
)
def test_a_place_goes_before_its_light(prompt: str, place: str) -> None:
    for seed in range(3):
        row = choose(bank.load(), parse(prompt), 0.5, seed, photo=Elevation(10.0, 4.0)).plate.row
        assert place in (row["backdrop"] or ""), (seed, row["words"])
