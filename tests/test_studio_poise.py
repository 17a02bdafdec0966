"""What can stand stands; what would fall over lies on a set seen from above."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from bggen.families.studio import bank, poise
from bggen.families.studio.casts import LYING
from bggen.families.studio.painter import LIES, stage
from bggen.spec import Options, Scene

SIDE = 240


def drawn(*points: tuple[int, int]) -> NDArray[np.uint8]:
    plane = np.zeros((SIDE, SIDE), np.uint8)
    cv2.fillPoly(plane, [np.array(points, np.int32)], (255,))
    return plane


CRATE = drawn((60, 60), (180, 60), (180, 200), (60, 200))
TURNED_CRATE = drawn((60, 60), (180, 60), (180, 180), (120, 205), (60, 180))  # its corner to the front
LEANING = drawn((120, 40), (200, 120), (110, 210), (40, 130))  # a hat on its edge
SPOON = drawn((40, 40), (52, 34), (200, 150), (192, 160))


def ball() -> NDArray[np.uint8]:
    plane = np.zeros((SIDE, SIDE), np.uint8)
    cv2.circle(plane, (120, 120), 80, (255,), -1)
    return plane


def ring_and_strap() -> NDArray[np.uint8]:
    plane = np.zeros((SIDE, SIDE), np.uint8)
    cv2.circle(plane, (70, 180), 30, (255,), 6)
    cv2.line(plane, (85, 155), (180, 50), (255,), 24)
    return plane


def scene(alpha: NDArray[np.uint8], prompt: str) -> Scene:
    rows, columns = np.flatnonzero(alpha.any(1)), np.flatnonzero(alpha.any(0))
    box = (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    rgb = np.full((*alpha.shape, 3), 120, np.uint8)
    return Scene(rgb, alpha, None, box, (0, 0), 1.0, Options(prompt=prompt), seed=1)


@pytest.mark.parametrize("alpha", [CRATE, TURNED_CRATE, ball()])
def test_what_has_its_middle_over_its_base_stands(alpha: NDArray[np.uint8]) -> None:
    assert not poise.tips_over(alpha)


@pytest.mark.parametrize("alpha", [LEANING, SPOON, ring_and_strap(), SPOON[:, ::-1]])
def test_what_rests_on_a_tip_beside_its_middle_falls(alpha: NDArray[np.uint8]) -> None:
    assert poise.tips_over(alpha)


def test_nothing_has_no_poise() -> None:
    assert not poise.tips_over(np.zeros((8, 8), np.uint8))


def test_foot_is_measured_in_the_lowest_tenth() -> None:
    glass = CRATE.copy()
    glass[150:] = 0
    glass[150:201, 110:131] = 255
    assert poise.foot_width(glass) == 21
    assert poise.foot_width(CRATE) == 121


@pytest.mark.parametrize("prompt", ["", "on white marble, bright kitchen", "rustic oak, golden hour, bokeh"])
def test_a_product_that_falls_lies_and_the_record_says_so(prompt: str) -> None:
    backdrop = stage(bank.load(), scene(ring_and_strap(), prompt))
    assert backdrop.plate is not None
    assert backdrop.plate.elevation > LYING
    assert LIES in backdrop.notes["warnings"]


@pytest.mark.parametrize("prompt", ["on white marble, eye level", "on a pink podium"])
def test_words_can_have_it_stand(prompt: str) -> None:
    backdrop = stage(bank.load(), scene(ring_and_strap(), prompt))
    assert backdrop.plate is not None
    assert backdrop.plate.elevation < LYING
    assert LIES not in backdrop.notes["warnings"]


def test_a_standing_product_is_told_nothing() -> None:
    backdrop = stage(bank.load(), scene(CRATE, "on white marble"))
    assert backdrop.plate is not None
    assert backdrop.plate.elevation < LYING
    assert backdrop.notes["warnings"] == []
