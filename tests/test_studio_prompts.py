"""What the studio model understands of a prompt."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from bggen.engine import Engine
from bggen.families.studio import bank
from bggen.families.studio.choice import choose
from bggen.families.studio.lexicon import COLOURS, CONCEPTS
from bggen.families.studio.prompts import parse
from bggen.settings import Settings
from bggen.spec import Job, Options


@pytest.mark.parametrize(
    ("prompt", "concepts", "side"),
    [
        (
            "on a walnut table, soft window light from the left",
            {"walnut", "window light", "soft light"},
            "left",
        ),
        (
            "sitting on a rustic oak countertop, sunny, light from the right",
            {"rustic wood", "hard light"},
            "right",
        ),
        ("flat lay on white marble with eucalyptus", {"top-down", "marble", "eucalyptus"}, None),
        ("on snow, backlit, mountains behind", {"snow", "mountains"}, "behind"),
        ("hardwood floor in a cosy living room", {"oak", "interior"}, None),
    ],
)
def test_a_prompt_is_read_in_the_words_people_use(prompt: str, concepts: set[str], side: str | None) -> None:
    words = parse(prompt)
    assert concepts <= set(words.concepts)
    assert words.light_side == side


def test_colours_belong_to_the_region_they_were_said_of() -> None:
    words = parse("on a pink podium against a pastel blue wall")
    assert words.colours == {"podium": "pastel pink", "backdrop": "pastel blue"}


def test_dark_green_is_a_colour_and_not_a_mood() -> None:
    words = parse("christmas scene, dark green background")
    assert words.colours == {"backdrop": "forest green"}
    assert "moody" not in words.concepts


def test_pink_marble_is_a_stone_and_not_a_pink_paint() -> None:
    words = parse("on pink marble")
    assert "pink marble" in words.concepts
    assert not words.colours


def test_a_colour_beside_a_stuff_is_the_stuffs() -> None:
    assert parse("navy velvet, moody").colours == {"surface": "navy blue"}
    assert parse("flat lay on sage green linen").colours == {"surface": "sage green"}
    assert parse("velvet, navy wall").colours == {"backdrop": "navy blue"}
    assert parse("seamless yellow").colours == {None: "yellow"}  # paper is ground and wall at once
    chosen = choose(bank.load(), parse("navy velvet"), 0.5, seed=1)
    assert chosen.recolour == {"surface": "navy blue"}
    assert "velvet" in chosen.plate.row["surface"]


def test_a_colour_of_a_prop_paints_no_wall() -> None:
    assert parse("on white marble with pink roses").colours == {}
    assert parse("pink wall with red apples").colours == {"backdrop": "pastel pink"}


def test_what_is_not_understood_is_named() -> None:
    assert parse("on the moon").unknown == ("moon",)
    assert parse("a photo of the product on a table").unknown == ()


def test_what_is_not_wanted_is_no_wish() -> None:
    words = parse("on slate, no flowers")
    assert "flowers" not in words.concepts
    assert "flowers" in words.negated


def test_every_stand_in_is_a_concept_of_its_own() -> None:
    nearby = {name for concept in CONCEPTS.values() for name in concept.near}
    assert nearby <= set(CONCEPTS)


def test_no_phrase_means_two_colours() -> None:
    said = [phrase for phrases, _ in COLOURS.values() for phrase in phrases]
    assert len(said) == len(set(said))


def test_a_catalogue_with_one_prompt_gets_one_set(product_png: Path, tmp_path: Path) -> None:
    """Whatever the photo; its variants and explicit seeds differ."""
    with Image.open(product_png) as whole:
        whole.rotate(3, expand=True).save(tmp_path / "turned.png")
    options = Options(prompt="on a table", size="128")

    def plates(photo: Path, **more: int) -> list[tuple[str, bool]]:
        job = Job(str(photo), options.model_copy(update=more))
        return [(r.record["painting"]["plate"], r.record["painting"]["mirrored"]) for r in engine.render(job)]

    engine = Engine(Settings())
    first = plates(product_png)
    assert plates(tmp_path / "turned.png") == first
    assert len(set(plates(product_png, variants=3))) == 3
    assert len({tuple(plates(product_png, seed=seed)) for seed in range(8)}) > 1


def test_a_seed_gives_the_same_set_in_every_run() -> None:
    """Python puts a set's members in another order in each process: no sum may hang on it."""
    asks = """
from bggen.families.studio import bank
from bggen.families.studio.choice import choose
from bggen.families.studio.prompts import parse
for prompt in ("on straight on", "on cylindrical podium", "on display stand", "on golden hour, warm light"):
    for variant in (0, 1, 4):
        plate = choose(bank.load(), parse(prompt), 0.6, 3, variant).plate
        print(prompt, variant, plate.id, plate.mirrored)
for first, then in (("eye level", "flat lay"), ("flat lay", "eye level"), ("high angle", "front view")):
    print(parse(f"{first}, {then}").view)
"""

    def chosen(hashes: int) -> str:
        known = os.environ | {"PYTHONHASHSEED": str(hashes)}
        return subprocess.run(
            [sys.executable, "-c", asks], env=known, check=True, capture_output=True, text=True
        ).stdout

    first = chosen(1)
    assert first.split("\n")[12:] == ["eye level", "top-down", "high angle", ""]
    assert all(chosen(hashes) == first for hashes in (2, 3, 4))


def test_no_take_shows_a_picture_twice_while_there_are_sets() -> None:
    rare = parse("on water, hard sunlight from the left")
    takes = [choose(bank.load(), rare, 0.4, 1, variant).plate for variant in range(6)]
    assert len({(plate.id, plate.mirrored) for plate in takes}) == 6


@pytest.mark.parametrize("shape", ["round", "square", "stepped"])
def test_a_podium_has_the_shape_that_was_asked_for(shape: str) -> None:
    words = parse(f"on a {shape} podium against a blush pink wall, soft light from the left")
    chosen = choose(bank.load(), words, 0.6, seed=1)
    assert chosen.plate.row["podium"] == f"a {shape} podium"
    assert chosen.recolour == {"backdrop": "blush pink"}
