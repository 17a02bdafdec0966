"""Weave, grain and pores of a set's ground, at the canvas's own resolution."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bggen.families.studio.sets import bank, closeup, staging, stuffs
from bggen.options import Options
from bggen.spec import Scene


def scene(side: int = 240, wide: float = 0.3) -> Scene:
    """A box of product on a square canvas."""
    alpha = np.zeros((side, side), np.uint8)
    left, right, top, bottom = (round(side * part) for part in (0.5 - wide / 2, 0.5 + wide / 2, 0.3, 0.75))
    alpha[top:bottom, left:right] = 255
    rgb = np.full((side, side, 3), 90, np.uint8)
    return Scene(rgb, alpha, None, (left, top, right, bottom), (0, 0), 1.0, Options(prompt="x"), 1)


def plate(surface: str, least: float = 0.0) -> bank.Plate:
    """The first set of a surface whose camera is so high and that has no podium."""
    return next(
        one
        for one in bank.load()
        if surface in one.row["surface"] and one.podium_top is None and one.elevation >= least
    )


def test_a_pixel_has_the_mean_of_what_it_covers() -> None:
    """Against a sum over the texels themselves, across the tile's edges too."""
    relief = np.random.default_rng(1).normal(0, 1, (stuffs.SIDE, stuffs.SIDE)).astype(np.float32)
    near, left, step = -7.0, -20.0, 5.0
    rows = closeup.Rows(0, *(np.array([v], np.float32) for v in (near, 12.0, left, step, 10.0)))
    found = closeup.seen(closeup.summed(relief), rows, 300)[0]
    endless = np.tile(relief, (2, 5))
    for column in (0, 3, 40, 299):
        middle = int(left + column * step) + stuffs.SIDE
        box = endless[stuffs.SIDE - 7 : stuffs.SIDE + 5, middle - 5 : middle + 5]
        assert found[column] == pytest.approx(box.mean(), abs=2e-4)


def test_what_a_row_covers_lies_where_the_camera_sees_it() -> None:
    """The stand is met by the product's base; nearer rows show nearer ground, and less of it."""
    for one in (plate("linen"), plate("oak", 20.0), next(p for p in bank.load() if p.elevation > 80)):
        its = scene()
        rows = closeup.Rows.of(one, its)
        stand = staging.frame(one, 1, its) @ np.array([*one.stand, 1.0])
        row = round(float(stand[1])) - rows.first
        assert abs(rows.near[row]) <= 2 * rows.deep[row]
        assert (np.diff(rows.near) < 0).all() and (np.diff(rows.step) < 0).all()
        assert rows.step[row] * one.unit * staging.frame(one, 1, its)[0, 0] * stuffs.TEXEL == pytest.approx(
            1, rel=0.02
        )
        middle = rows.left[row] + rows.step[row] * (stand[0] - 0.5)
        assert middle == pytest.approx(0, abs=1)


@pytest.mark.parametrize("stuff", sorted(stuffs.STUFFS))
@pytest.mark.parametrize("side", ["left", "above"])
def test_a_tile_repeats_without_a_seam_and_keeps_the_ground_as_light_as_it_was(stuff: str, side: str) -> None:
    relief = stuffs.tile(stuff, side)
    assert relief is not None
    assert abs(relief.mean()) < 1e-5 and 0.005 < relief.std() < 0.13
    # a weave has one thread to four texels: no step at the seam may be larger than the steps inside it
    for axis in (0, 1):
        steps = np.abs(np.diff(relief, axis=axis)).mean(1 - axis)
        seam = np.abs(np.take(relief, 0, axis) - np.take(relief, -1, axis)).mean()
        assert seam <= 1.1 * np.sort(steps)[-10:].max()


def test_relief_is_lit_from_the_side_that_the_light_comes_from() -> None:
    left, right = stuffs.tile("snow", "left"), stuffs.tile("snow", "right")
    assert left is not None and right is not None
    assert np.corrcoef(left.ravel(), right.ravel())[0, 1] < -0.3


def test_a_shadow_fades_towards_the_end_of_a_ground_that_runs_on() -> None:
    """And is cut off by the edge of a table."""
    its = scene()
    for id_, runs in (("368", True), ("321", True), ("325", False)):
        one = next(plate for plate in bank.load() if plate.id == id_)
        ground = staging.ground(one, its, its.size)[:, 0]
        first = int((ground > 0).argmax())
        assert (np.diff(ground) >= 0).all() and ground[-1] == 1
        assert ((ground < 1).sum() - first > 4) == runs, id_


def test_only_the_ground_gets_it() -> None:
    one, its = plate("linen"), scene()
    canvas = np.full((240, 240, 3), (190, 180, 160), np.uint8)
    canvas[200:230, 20:60] = (40, 120, 60)  # a leaf
    made = closeup.lay(canvas, one, its)
    changed = (made != canvas).any(2)
    ground = staging.ground(one, its, its.size) > 0.5
    assert not changed[:20].any() and not changed[205:225, 25:55].any()
    assert changed[ground].mean() > 0.6
    assert abs(float(made[ground].mean()) - float(canvas[ground].mean())) < 1


@pytest.mark.parametrize("surface", ["tiles", "glossy", "water", "silk"])
def test_what_is_polished_or_no_plane_stays_as_it_is(surface: str) -> None:
    canvas = np.full((240, 240, 3), 200, np.uint8)
    assert closeup.lay(canvas, plate(surface), scene()) is canvas


def test_no_two_sets_have_the_same_board() -> None:
    one, its = plate("oak"), scene()
    canvas = np.full((240, 240, 3), 150, np.uint8)
    made = [closeup.lay(canvas, replace(one, id=name), its)[200:].astype(float) for name in ("a", "b", "a")]
    assert (made[0] == made[2]).all()
    assert abs(np.corrcoef(made[0].ravel(), made[1].ravel())[0, 1]) < 0.3
    assert abs(made[0].std() / made[1].std() - 1) < 0.5


def test_a_podium_stays_as_it_is() -> None:
    one = next(p for p in bank.load() if p.podium_top is not None and "matte" in p.row["surface"])
    canvas = np.full((240, 240, 3), 200, np.uint8)
    assert closeup.lay(canvas, one, scene()) is canvas


def test_towards_the_horizon_it_fades() -> None:
    """A pixel covers ever more of it there: what flickers in rows of pixels is no cloth."""
    one = plate("linen")
    its = scene(480)
    rows = closeup.Rows.of(one, its)
    relief = stuffs.tile("linen", "left")
    assert relief is not None
    change = closeup.seen(closeup.summed(relief), rows, 480).std(1)
    assert change[:3].max() < 0.2 * change.max()
    assert change.max() > 0.3 * relief.std()


def test_a_larger_canvas_shows_finer_threads() -> None:
    one = next(p for p in bank.load() if p.elevation > 80 and "linen" in p.row["surface"])
    relief = stuffs.tile("linen", one.light_side)
    assert relief is not None
    sums = closeup.summed(relief)
    shown = [
        closeup.seen(sums, closeup.Rows.of(one, its), its.size[0]).std() for its in map(scene, (120, 960))
    ]
    assert shown[1] > 1.5 * shown[0]
