"""Light kept from the ground by a thing whose height is known at each place."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bggen.families.studio.light.body import Body
from bggen.families.studio.light.casts import seen, unit

CELLS, UNIT, SHAPE, FOOT = 50.0, 100.0, (120, 200), (60.0, 80.0)
FROM_LEFT = unit(180, 45)  # as long as tall, to the right


def box(tall: float, under: float = 0.0) -> Body:
    """A fifth of a unit wide and deep, its middle on the foot."""
    return Body(np.full((10, 10), tall, np.float32), np.full((10, 10), under, np.float32), (5, 5), CELLS)


def shadow(body: Body, toward: tuple[float, float, float], elevation: float = 30.0) -> np.ndarray:
    directions = np.array([seen(toward, elevation)], np.float32)
    return body.blocked(directions, elevation, UNIT, FOOT, SHAPE)[0]


@pytest.mark.parametrize("elevation", [8.0, 30.0, 50.0, 87.0])
def test_a_shadow_is_as_long_as_the_thing_is_tall_under_light_at_45_degrees(elevation: float) -> None:
    kept = shadow(box(0.4), FROM_LEFT, elevation)
    columns = np.flatnonzero((kept > 0.5).any(0))
    assert columns[0] == pytest.approx(FOOT[0] - 10, abs=2)
    assert columns[-1] + 1 == pytest.approx(FOOT[0] + 10 + 40, abs=2)
    rows = np.flatnonzero((kept > 0.5).any(1))
    assert (rows[0] + rows[-1] + 1) / 2 == pytest.approx(FOOT[1], abs=1)
    assert rows[-1] - rows[0] + 1 == pytest.approx(20 * math.sin(math.radians(elevation)), abs=3)


def test_light_from_behind_casts_towards_the_camera() -> None:
    kept = shadow(box(0.4), unit(90, 45))
    rows = np.flatnonzero((kept > 0.5).any(1))
    assert rows[-1] + 1 == pytest.approx(FOOT[1] + (10 + 40) * 0.5, abs=2)


def test_a_low_sun_leaves_no_gaps_between_slices() -> None:
    kept = shadow(box(0.4), unit(180, 20))
    middle = kept[int(FOOT[1])]
    inside = np.flatnonzero(middle > 0.5)
    assert len(inside) == inside[-1] - inside[0] + 1 > 100


def test_light_gets_under_what_is_held_up() -> None:
    kept = shadow(box(0.4, under=0.38), FROM_LEFT)
    row = int(FOOT[1])
    assert kept[row, int(FOOT[0])] < 0.1
    assert kept[row, int(FOOT[0] + 39)] > 0.9


def test_in_a_mirror_all_is_the_other_way_round() -> None:
    top = np.linspace(0.1, 0.4, 10, dtype=np.float32) * np.ones((6, 1), np.float32)
    body = Body(top, np.zeros_like(top), (2, 3), CELLS)
    kept = shadow(body, FROM_LEFT)
    middle = Body(body.top, body.bottom, body.foot, CELLS).mirrored
    directions = np.array([seen(unit(0, 45), 30.0)], np.float32)
    other = middle.blocked(directions, 30.0, UNIT, (SHAPE[1] - FOOT[0], FOOT[1]), SHAPE)[0]
    assert np.allclose(kept, other[:, ::-1], atol=0.02)


def test_what_lies_flat_keeps_the_ground_it_covers() -> None:
    kept = shadow(box(0.0), FROM_LEFT)
    assert kept[int(FOOT[1]), int(FOOT[0])] > 0.9
    assert kept[:, int(FOOT[0]) + 20 :].max() < 0.01
