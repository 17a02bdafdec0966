"""A product that floats: by word or option, above its shadow, and by no word that means something else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from bggen.families.studio.light.casts import LYING
from bggen.families.studio.painter import on_its_feet, stage
from bggen.families.studio.photo import poise
from bggen.families.studio.sets import bank, staging
from bggen.families.studio.settling import settled
from bggen.families.studio.words.prompts import parse
from bggen.options import Options
from bggen.spec import Painting, Scene

SIDE = 256
FOOT = 150  # its last row + 1


def crate(prompt: str = "", last: int = FOOT, **options: str) -> Scene:
    alpha = np.zeros((SIDE, SIDE), np.uint8)
    alpha[last - 80 : last, 90:160] = 255
    rgb = np.full((SIDE, SIDE, 3), 120, np.uint8)
    asked = Options.model_validate({"prompt": prompt, **options})
    return Scene(rgb, alpha, None, (90, last - 80, 160, last), (0, 0), 1.0, asked, 1)


def below(scene: Scene) -> NDArray[np.float64]:
    """(SIDE - FOOT,) of each row under the product, the part of the bare set's light that it takes there."""
    backdrop = stage(bank.load(), scene)
    picture = settled(scene, backdrop).rgb
    shown, bare = (rgb[FOOT:, 80:170].astype(np.float64).mean((1, 2)) for rgb in (picture, backdrop.rgb))
    return np.asarray(1 - shown / bare)


@pytest.mark.parametrize(
    "prompt",
    [
        "levitating above white marble",
        "floating above a pastel pink background",
        "the bottle floats in mid-air, blue sky",
        "hovering over a podium",
        "weightless, lavender",
        "schwebend über einem rosa Podest",
        "flottant au-dessus d'un podium rose",
        "flotando sobre un podio rosa",
        "sospeso sopra un podio rosa",
    ],
)
def test_a_word_has_the_product_float(prompt: str) -> None:
    assert parse(prompt).hovers
    assert not parse(prompt).unknown  # nobody is told that the word had no effect
    scene = poise.lifted(crate(prompt))
    assert scene.lift == round(poise.LIFT * 80)
    pose = poise.pose(scene, parse(prompt))
    assert pose.lies is False
    assert "floats" in pose.lines[0]


@pytest.mark.parametrize(
    "prompt",
    [
        "on marble with floating petals",
        "floating flowers around it, on water",
        "floating on water",
        "on a floating shelf",
        "on oak",
        "power floated concrete floor",
    ],
)
def test_what_else_floats_leaves_the_product_where_it_stands(prompt: str) -> None:
    assert not parse(prompt).hovers
    assert poise.lifted(crate(prompt)).lift == 0


@pytest.mark.parametrize(("prompt", "touches"), [("on oak", True), ("levitating over oak", False)])
def test_what_the_generator_has_float_gets_no_line_of_contact(prompt: str, touches: bool) -> None:
    bare = np.full((SIDE, SIDE, 3), 200, np.uint8)
    made = on_its_feet(Painting(bare, False, {}), crate(prompt))
    assert made.paints_shadow  # and none is added later
    assert bool((made.rgb[FOOT:] < 200).any()) == touches


def test_the_option_goes_before_the_words() -> None:
    assert poise.lifted(crate("levitating over oak", pose="stand")).lift == 0
    assert poise.lifted(crate("on oak", pose="float")).lift > 0
    assert poise.lifted(crate("levitating, top-down view")).lift == 0


def test_what_floats_is_above_its_shadow_and_what_stands_in_it() -> None:
    prompt = "on white, soft light from the left"
    stands, floats = crate(prompt), poise.lifted(crate(prompt, pose="float"))
    near, far = slice(0, 4), slice(floats.lift, floats.lift + 8)
    under, over = below(stands), below(floats)
    assert under[near].mean() > under[far].mean()
    assert over[near].mean() < 0.5 * under[near].mean()
    assert over[far].mean() > 0.02


def test_the_set_is_put_lower_by_as_much() -> None:
    plate = next(plate for plate in bank.load() if plate.podium_top is not None)
    scene = crate()
    lifted = replace(scene, lift=20)
    (_, stand), (_, lower) = (
        staging.frame(plate, 1, one) @ np.array([*plate.stand, 1.0]) for one in (scene, lifted)
    )
    assert lower == pytest.approx(stand + 20)


def test_without_room_below_it_is_told() -> None:
    scene = poise.lifted(crate("levitating over oak", last=SIDE - 2))
    assert poise.NO_ROOM in poise.pose(scene, parse("levitating over oak")).lines
    assert poise.NO_ROOM not in poise.pose(poise.lifted(crate("levitating")), parse("levitating")).lines


def test_seen_from_above_a_word_alone_has_nothing_float_and_that_is_told() -> None:
    prompt = "levitating, top-down view"
    pose = poise.pose(poise.lifted(crate(prompt)), parse(prompt))
    assert pose.lies is None and pose.lines == (poise.LIES_THERE.format("levitating"),)


def test_on_a_set_from_above_that_was_named_the_shadow_is_thrown_farther() -> None:
    lying = next(p for p in bank.load() if p.elevation > LYING and p.light_side == "left")

    def middle(pose: str) -> float:
        scene = poise.lifted(crate("", pose=pose, set=lying.id))
        backdrop = stage(bank.load(), scene)
        lost = (backdrop.rgb.astype(float) - settled(scene, backdrop).rgb).mean(2).clip(0) * (
            scene.alpha == 0
        )
        return float((lost.sum(0) * np.arange(SIDE)).sum() / lost.sum())

    assert middle("float") > middle("lie") + 2 > 125  # away from the light
