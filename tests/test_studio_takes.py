"""Further variants of a set: taken from nearer, in another light."""

from __future__ import annotations

import numpy as np
import pytest

from bggen.families.studio.sets import bank, staging, takes
from bggen.options import Options
from bggen.spec import Scene

SIZE = 96
BOX = (36, 30, 60, 72)


def scene(variant: int) -> Scene:
    rgb, alpha = np.full((SIZE, SIZE, 3), 90, np.uint8), np.zeros((SIZE, SIZE), np.uint8)
    left, top, right, bottom = BOX
    alpha[top:bottom, left:right] = 255
    return Scene(rgb, alpha, None, BOX, (0, 0), 1.0, Options(prompt="x"), 1, variant=variant)


def test_the_first_is_the_set_as_it_is() -> None:
    assert takes.take(scene(0)) == takes.Take()
    assert not any(takes.take(scene(variant)) == takes.Take() for variant in range(1, 12))


@pytest.mark.parametrize("variant", range(1, 7))
def test_the_product_keeps_its_stand_and_the_set_fills_the_canvas(variant: int) -> None:
    for plate in bank.load()[::20]:
        first, further = (staging.frame(plate, 400, scene(v)) for v in (0, variant))
        stand = np.array([*plate.stand, 1.0]) * [400, 400, 1]
        assert further @ stand == pytest.approx(first @ stand)
        assert further[0, 0] > first[0, 0]
        corners = further @ np.array([[0, 400], [0, 400], [1, 1]])
        assert (corners[:, 0] <= 1e-3).all()
        assert (corners[:, 1] >= SIZE - 1e-3).all()


def test_a_pool_of_light_lies_about_the_product() -> None:
    lit = takes.Take(pool=0.4).light(np.ones((SIZE, SIZE, 3), np.float32), scene(0))
    left, top, right, bottom = BOX
    assert lit[(top + bottom) // 2, (left + right) // 2].min() > 0.99
    assert lit.min() == pytest.approx(0.6, abs=0.02)  # in the corner that is farthest


def test_light_is_taken_in_stops() -> None:
    lit = takes.Take(stops=-1.0, warmth=0.5).light(np.full((SIZE, SIZE, 3), 0.1, np.float32), scene(0))
    red, green, blue = lit[0, 0]
    assert green == pytest.approx(0.05, rel=0.01)
    assert red / blue == pytest.approx(2.0, rel=0.01)


def test_white_alone_is_white_in_any_light() -> None:
    """Pale walls and tiles keep their shades, white itself gains no colour."""
    grey = np.linspace(0, 1, SIZE, dtype=np.float32)[:, None, None] * np.ones((SIZE, SIZE, 3), np.float32)
    lit = takes.Take(stops=0.4, warmth=-0.1).light(grey, scene(0))
    assert (np.diff(lit[:, 0], axis=0) > 1e-4).all()
    assert lit[-1].max() == pytest.approx(1.0)
    assert (lit > grey)[1:-1].all()
    assert lit[10].min() > 1.15 * grey[10].max()
    dimmed = takes.Take(stops=-0.5).light(grey, scene(0))
    assert dimmed[-1].min() == pytest.approx(1.0)
    assert (dimmed < grey)[1:-1].all()
