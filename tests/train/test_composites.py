"""Photos that are put together to learn from: their parts, and what is known of them."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest

from bggen.cutout import salient as finder
from bggen.gamma import to_linear
from bggen.train import composites, data
from bggen.train.composites import about, anywhere, places, shadows, stuff, surroundings, thin, wares
from bggen.train.composites.layers import Layers
from bggen.train.networks import salient


def test_drawn_products_are_whole_and_some_are_glass_wire_or_several() -> None:
    picture = np.random.default_rng(1).integers(0, 255, (96, 96, 3), np.uint8)
    glass = openings = 0
    for seed in range(60):
        colour, cover, clear = wares.product(picture, np.random.default_rng(seed))
        assert cover.max() > 0.6  # a wire is thinner than a pixel here
        assert max(cover[:11].max(), cover[-11:].max(), cover[:, :11].max(), cover[:, -11:].max()) < 0.02
        assert min(cover.min(), colour.min(), clear.min()) >= 0
        assert max(colour.max() / 1.2, clear.max()) < 1.0001
        light = shadows.shadow(cover, np.random.default_rng(seed))
        assert 0.01 <= light.min() <= light.max() <= 1.1001
        glass += bool((clear > 0.5).any())
        holes = cv2.connectedComponents((cover < 0.5).astype(np.uint8), connectivity=4)[0] - 2
        openings += holes > 0
    assert glass >= 3
    assert openings >= 8


def test_what_stands_beside_keeps_its_own_place() -> None:
    flat = [np.zeros((40, 40, *extra), np.float32) for extra in ((3,), (), (3,), ())]
    flat[1][10:30, 10:30] = 1
    flat[2][:] = 1
    one = Layers(*flat)
    both = composites.beside(one, one, np.random.default_rng(0))
    assert both.cover.sum() > 1.5 * one.cover.sum()
    assert 0.99 < both.ratio.min() <= both.ratio.max() < 1.01
    larger = Layers(*(cv2.resize(plane, (60, 60)) for plane in one.planes))
    unlike = composites.beside(one, larger, np.random.default_rng(0))
    rows = np.flatnonzero(unlike.cover.max(1) > 0.5)
    assert (rows[0], rows[-1]) == (10, 29), "a larger one is brought to the size of the other, not cut off"


@pytest.mark.parametrize("seed", range(6))
def test_a_place_is_lit_whether_or_not_there_are_pictures_of_stuff(seed: int) -> None:
    picture = np.random.default_rng(9).integers(0, 255, (60, 80, 3), np.uint8)
    for stuffs in ((), (picture,)):
        empty = places.place(70, 90, stuffs, stuffs, np.random.default_rng(seed))
        assert empty.shape == (70, 90, 3)
        assert empty.dtype == np.float32
        assert 0 <= empty.min() <= empty.max() <= 1.0801


def test_a_camera_that_looks_up_and_aside_sees_what_is_there() -> None:
    panorama = np.zeros((180, 360, 3), np.uint8)  # a degree a pixel
    panorama[:90, 60:180] = 255
    up, right = np.mgrid[1:-1:201j, -1:1:201j]
    for pitch in map(math.radians, (-20, 0, 15)):
        seen = surroundings.seen(panorama, right, up, pitch, math.radians(90), cv2.INTER_NEAREST)
        lowest = np.flatnonzero(seen[:, 100, 0])[-1]
        assert abs(up[lowest, 0] + math.tan(pitch)) < 0.03
    seen = surroundings.seen(panorama, right, up, 0.0, math.radians(30), cv2.INTER_NEAREST)
    first = np.flatnonzero(seen[90, :, 0])[0]  # 30 degrees to the right of the middle
    assert abs(right[0, first] - math.tan(math.radians(30))) < 0.03


def test_ground_shrinks_towards_its_far_end_and_goes_on_below() -> None:
    checks = np.zeros((stuff.SIDE, stuff.SIDE, 3), np.float32)
    checks[: stuff.SIDE // 2] = 1
    seen = stuff.laid(checks, 200, 200, 25.0, 0.0, 2.0)[:, 100, 0] > 0.5
    turns = np.flatnonzero(np.diff(seen.astype(int)))
    assert len(turns) > 4
    assert np.diff(turns)[-1] > 2 * np.diff(turns)[len(turns) // 3]


def test_a_skin_is_as_dark_as_the_stuff_that_it_is_made_of(
    packed: data.Packed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stuff, "square", lambda *_: np.full((stuff.SIDE, stuff.SIDE, 3), 0.01, np.float32))
    rng = np.random.default_rng(2)  # whose first draw asks for stuff
    skin = anywhere._skin(anywhere.Stage(packed, [0], (), (), ()), rng)
    assert abs(float(to_linear(skin / np.float32(255)).mean()) - 0.01) < 0.0005


@pytest.mark.parametrize("seed", range(5))
def test_photos_from_anywhere_and_the_looks_at_them_have_their_truth(packed: data.Packed, seed: int) -> None:
    product = np.zeros((64, 64, 4), np.uint8)
    product[10:54, 20:44] = (250, 30, 30, 255)
    stage = anywhere.Stage(packed, packed.split(held_back=False), [product], (), ())
    rng = np.random.default_rng(seed)
    rgb, cover = anywhere.photo(stage, 160, 0.6, rng)
    assert rgb.shape[:2] == cover.shape
    assert 0 <= cover.min() <= cover.max() <= 1
    for whole in (True, False):
        seen, truth = salient.look(rgb, cover, whole, rng)
        assert seen.shape == (finder.SIDE, finder.SIDE, 3)
        assert (truth > 127).any() == (cover > 0.5).any()


@pytest.fixture
def standing() -> np.ndarray:
    """The coverage of a thing in the middle of a frame of 120 x 100."""
    cover = np.zeros((120, 100), np.float32)
    cover[40:80, 35:65] = 1
    return cover


@pytest.mark.parametrize("seed", range(8))
def test_what_a_product_stands_on_is_under_it_and_reaches_beyond_its_foot(
    standing: np.ndarray, seed: int
) -> None:
    empty = np.full((120, 100, 3), 2.0, np.float32)  # brighter than any stuff
    propped = about.propped(empty, standing, (), np.random.default_rng(seed))
    changed = np.abs(propped - empty).max(axis=2) > 0.1
    assert changed[80:86, 40:60].mean() > 0.5, "right below its foot"
    assert not changed[:35].any(), "never above it"


def test_things_behind_touch_the_product_and_are_no_part_of_it(standing: np.ndarray) -> None:
    empty = np.full((120, 100, 3), 2.0, np.float32)
    about_it = cv2.dilate(standing, np.ones((5, 5))) - standing > 0
    touched = 0
    for seed in range(12):
        backed = about.backed(empty, standing, (), np.random.default_rng(seed))
        touched += (np.abs(backed - empty).max(axis=2)[about_it] > 0.5).any()
    assert touched >= 10


def test_grass_hides_feet_alone_and_has_the_grounds_colour(standing: np.ndarray) -> None:
    empty = np.zeros((120, 100, 3), np.float32)
    empty[80:] = (0.1, 0.5, 0.1)
    light = empty + standing[..., None] * np.float32((0.9, 0.0, 0.0))
    seen, cover = about.grown(light, empty, standing, np.random.default_rng(3))
    assert (cover <= standing).all()
    assert (cover[:62] == standing[:62]).all(), "blades are at most a third of it long"
    hidden = (standing > 0.5) & (cover < 0.3)
    assert hidden.sum() > 20
    assert (seen[hidden][:, 1] > seen[hidden][:, 0]).mean() > 0.9


@pytest.mark.parametrize("seed", range(6))
def test_a_rack_stands_on_legs_that_let_the_ground_through(seed: int) -> None:
    cover = thin.rack(96, np.random.default_rng(seed))
    assert cover.max() > 0.5
    rows, columns = np.flatnonzero(cover.max(1) > 0.5), np.flatnonzero(cover.max(0) > 0.5)
    box = cover[rows[0] : rows[-1], columns[0] : columns[-1]]
    assert 0.03 < box.mean() < 0.95
