"""From how high a product was photographed, and sets that are seen from about as high."""

from __future__ import annotations

import math
from typing import Any

import cv2
import numpy as np
import pytest

from bggen.families.studio import painter
from bggen.families.studio.light.contact import lean
from bggen.families.studio.painter import stage
from bggen.families.studio.photo import view
from bggen.families.studio.photo.view import SURE, UNSURE, Elevation
from bggen.families.studio.sets import bank
from bggen.families.studio.sets.choice import TOLERATED, choose
from bggen.families.studio.words.prompts import parse
from bggen.options import Options
from bggen.spec import Plane, Rgb, Scene

SIDE = 240
PLATES = bank.load()
MARBLE = "on white marble, soft light"


def cup(elevation: float, tall: float = 1.1, side: int = SIDE) -> tuple[Rgb, Plane]:
    """An open cylinder as wide as `tall` times less than it is tall, from far away; lit from the left."""
    rgb, alpha = np.full((side, side, 3), 128, np.uint8), np.zeros((side, side), np.uint8)
    e, radius = math.radians(elevation), 0.3 * side
    flat, height = radius * math.sin(e), 2 * radius * tall * math.cos(e)
    middle, top = side // 2, round((side - height) / 2)
    axes = (round(radius), max(round(flat), 1))
    for at in (top, round(top + height)):
        cv2.ellipse(alpha, (middle, at), axes, 0, 0, 360, (255,), -1, cv2.LINE_AA)
    alpha[top : round(top + height), middle - axes[0] : middle + axes[0] + 1] = 255
    across = (np.arange(side) - middle) / radius
    rgb[:] = (90 + 80 * np.sqrt(np.clip(1 - (across + 0.3) ** 2, 0, 1)))[None, :, None]
    rgb[..., 2] //= 2
    cv2.ellipse(rgb, (middle, top), axes, 0, 0, 360, (200, 190, 120), -1, cv2.LINE_AA)
    inner = (round(0.92 * axes[0]), max(round(0.92 * axes[1]), 1))
    cv2.ellipse(rgb, (middle, top), inner, 0, 0, 360, (60, 55, 40), -1, cv2.LINE_AA)
    return rgb, alpha


def crate(elevation: float, turn: float = 30.0, side: int = SIDE) -> tuple[Rgb, Plane]:
    """A box that shows two sides and, from above, its lid; from far away."""
    rgb, alpha = np.full((side, side, 3), 128, np.uint8), np.zeros((side, side), np.uint8)
    e, a = math.radians(elevation), math.radians(turn)

    def seen(x: float, y: float, z: float) -> tuple[float, float]:
        right, away = x * math.cos(a) - y * math.sin(a), x * math.sin(a) + y * math.cos(a)
        return side * (0.5 + 0.5 * right), side * (0.72 - 0.5 * (z * math.cos(e) + away * math.sin(e)))

    w, d, h = 0.5, 0.4, 0.9
    lid = [(-w, -d, h), (w, -d, h), (w, d, h), (-w, d, h)]
    front = [(-w, -d, 0), (w, -d, 0), (w, -d, h), (-w, -d, h)]
    flank = [(-w, -d, 0), (-w, d, 0), (-w, d, h), (-w, -d, h)]
    for corners, tone in ((flank, 90), (front, 150), (lid, 210)):
        points = [np.round(np.array([seen(*corner) for corner in corners])).astype(np.int32)]
        cv2.fillPoly(rgb, points, (tone, tone, tone * 2 // 3), cv2.LINE_AA)
        cv2.fillPoly(alpha, points, (255,), cv2.LINE_AA)
    return rgb, alpha


def scene(rgb: Rgb, alpha: Plane, prompt: str, title: str = "", **options: Any) -> Scene:
    rows, columns = np.flatnonzero(alpha.any(1)), np.flatnonzero(alpha.any(0))
    box = (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    asked = Options(prompt=prompt, **options)
    return Scene(rgb, alpha, None, box, (0, 0), 1.0, asked, seed=1, title=title)


@pytest.mark.parametrize("drawn", [cup, crate])
def test_what_was_photographed_from_higher_up_is_told_from_what_was_not(drawn: Any) -> None:
    heights = (4, 18, 32, 46)
    found = [view.of_photo(scene(*drawn(height), "on oak")) for height in heights]
    told = [one.degrees for one in found]
    assert told == sorted(told)
    assert max(abs(one - height) for one, height in zip(told, heights, strict=True)) < 13
    assert all(one.sure > 0 for one in found)


def test_a_mirror_and_the_size_of_the_photo_change_nothing() -> None:
    rgb, alpha = cup(30)
    one = view.of_photo(scene(rgb, alpha, "on oak"))
    flipped = view.of_photo(scene(rgb[:, ::-1].copy(), alpha[:, ::-1].copy(), "on oak"))
    large = view.of_photo(scene(*cup(30, side=4 * SIDE), "on oak"))
    assert flipped.degrees == pytest.approx(one.degrees, abs=0.5)
    assert large.degrees == pytest.approx(one.degrees, abs=4)


def test_what_is_behind_the_cut_out_is_not_seen() -> None:
    rgb, alpha = cup(30)
    behind = rgb.copy()
    behind[alpha == 0] = (255, 0, 80)
    assert np.array_equal(view.seen(rgb, alpha), view.seen(behind, alpha))
    assert view.seen(rgb, np.zeros_like(alpha)).max() <= 0


def test_what_leans_on_two_points_was_surely_seen_from_above() -> None:
    sole = np.array([(40, 80), (200, 20), (210, 60), (150, 100), (110, 160), (60, 180), (40, 150)], np.int32)
    alpha = cv2.fillPoly(np.zeros((SIDE, SIDE), np.uint8), [sole], (255,))
    one = scene(np.full((SIDE, SIDE, 3), 90, np.uint8), alpha, "on oak")
    assert lean(one) is not None
    found = view.of_photo(one)
    assert found.degrees >= view.LEANS_FROM
    assert found.sure == 1


def test_spread_says_how_sure_an_answer_is() -> None:
    bell = np.exp(-0.5 * ((view.HEIGHTS - 20) / 3) ** 2)
    sharp, flat = (
        Elevation.of(bell / bell.sum()),
        Elevation.of(np.full(len(view.HEIGHTS), 1 / len(view.HEIGHTS))),
    )
    assert (sharp.degrees, flat.degrees) == (pytest.approx(20), pytest.approx(32.5))
    assert sharp.sure == 1
    assert flat.sure < 0.25
    assert (0 < Elevation(20, (SURE + UNSURE) / 2).sure < 1) and Elevation(20, UNSURE).sure == 0


def chosen(prompt: str, photo: Elevation | None = None, seed: int = 3) -> bank.Plate:
    return choose(PLATES, parse(prompt), 0.6, seed, lies=False, photo=photo).plate


@pytest.mark.parametrize("prompt", [MARBLE, "white seamless", "on concrete", ""])
def test_a_set_is_seen_from_about_as_high_as_the_product_was(prompt: str) -> None:
    for seed in range(6):
        low, high = (chosen(prompt, Elevation(degrees, SURE), seed).elevation for degrees in (5, 36))
        assert low <= 5 + TOLERATED + 5
        assert high >= 36 - TOLERATED - 5


@pytest.mark.parametrize("prompt", ["in a snowy forest", "on a wooden table in a garden"])
def test_ground_out_of_doors_fills_the_picture_of_what_was_seen_from_above_alone(prompt: str) -> None:
    from_above, level = (chosen(prompt, Elevation(degrees, SURE)) for degrees in (38, 8))
    assert from_above.elevation > 30 and from_above.far and from_above.horizon is None
    assert level.elevation < 20 and chosen(prompt).elevation < 25


@pytest.mark.parametrize(
    "prompt", [MARBLE, "on linen, leaf shadows", "kitchen counter", "round podium, pink"]
)
def test_an_unsure_photo_changes_nothing(prompt: str) -> None:
    assert chosen(prompt, Elevation(40, UNSURE)) == chosen(prompt)


def test_even_an_unsure_answer_is_worth_a_set_that_is_nearer_to_it() -> None:
    low = chosen(MARBLE).elevation
    assert low < 15
    assert chosen(MARBLE, Elevation(36, 16)).elevation > low + 10


def test_words_come_before_the_photos_view() -> None:
    above = Elevation(50, 1.0)
    for prompt, name in (
        ("in a bathroom, on travertine", "bathroom"),
        ("on linen, leaf shadows, natural light", "leaf shadows"),
        ("brick wall", "brick"),
        ("round podium", "round podium"),
    ):
        assert all(name in chosen(prompt, above, seed).concepts for seed in range(4)), prompt


def test_no_podium_is_under_what_leans_but_all_else_that_was_asked_for_is_there() -> None:
    leans = Elevation(40, SURE, leans=True)
    pink = chosen("round podium, pastel pink studio", leans)
    assert "podium" not in pink.concepts
    assert pink.elevation > 25
    assert {"linen", "leaf shadows"} <= chosen("on linen, leaf shadows, natural light", leans).concepts


@pytest.mark.parametrize("prompt", [MARBLE, "white seamless", "on walnut wood", "minimal beige", ""])
def test_photos_from_about_one_height_come_to_one_set(prompt: str) -> None:
    heights = (8, 10, 12, 14)
    assert len({chosen(prompt, Elevation(degrees, SURE)).id for degrees in heights}) == 1


@pytest.mark.parametrize("degrees", [5, 30, 45])
def test_tubes_of_light_are_shown_from_however_high_a_product_was_seen(degrees: float) -> None:
    for prompt in ("neon", "purple neon lights at night"):
        assert "neon tubes" in chosen(prompt, Elevation(degrees, SURE)).words


def test_notes_tell_the_photos_elevation_where_it_was_looked_at() -> None:
    mug = cup(30)
    told = stage(PLATES, scene(*mug, MARBLE)).notes["photo_elevation"]
    assert 18 <= told["degrees"] <= 42
    for prompt, options in ((f"{MARBLE}, eye level", {}), (MARBLE, {"pose": "lie"})):
        assert "photo_elevation" not in stage(PLATES, scene(*mug, prompt, **options)).notes


def test_people_are_told_where_no_set_is_seen_from_as_high(monkeypatch: pytest.MonkeyPatch) -> None:
    def lines(degrees: float, spread: float) -> list[str]:
        monkeypatch.setattr(painter.view, "of_photo", lambda _: Elevation(degrees, spread))
        return list(stage(PLATES, scene(*cup(30), "in a library")).notes["warnings"])

    (line,) = lines(45, SURE)
    assert "45 degrees" in line
    assert "'high angle'" in line
    assert not lines(12, SURE)
    assert not lines(45, UNSURE)
