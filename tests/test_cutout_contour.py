"""Contours drawn anew: where they run on drawn photos, whatever the mask they start from."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from bggen.cutout import triage
from bggen.cutout.edge import contour
from bggen.cutout.plain import PlainCutout
from bggen.cutout.rules import backdrop, evidence
from bggen.spec import Photo

SIDE = 420


def jpeg(rgb: np.ndarray, quality: int = 88) -> np.ndarray:
    encoded = cv2.imencode(".jpg", np.clip(rgb, 0, 255).astype(np.uint8)[..., ::-1], [1, quality])[1]
    return cv2.imdecode(encoded, 1)[..., ::-1].copy()


def looked_at(rgb: np.ndarray) -> tuple[evidence.Evidence, float]:
    lab = cv2.cvtColor(rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    seen = evidence.weigh(rgb, lab, backdrop.fit(lab))
    return seen, evidence.threshold(seen)


def disc() -> tuple[np.ndarray, np.ndarray]:
    """A photo of a red disc on pale paper, and each pixel's true depth in it."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    depth = 120 - np.hypot(x - 210.3, y - 205.6)
    share = np.clip(depth + 0.5, 0, 1)[..., None]
    return jpeg(share * (170, 60, 50) + (1 - share) * (228, 224, 220)), depth


@pytest.mark.parametrize("flaw", ["none", "bumps", "notches", "grown", "shrunk"])
def test_a_clear_contour_is_found_again_from_a_flawed_mask(flaw: str) -> None:
    rgb, depth = disc()
    mask = (depth > {"grown": -3, "shrunk": 1.5}.get(flaw, 0)).astype(np.uint8)
    if flaw in ("bumps", "notches"):
        for turn in np.linspace(0, 6, 14):
            centre = (round(210 + 119 * np.cos(turn)), round(206 + 119 * np.sin(turn)))
            cv2.circle(mask, centre, 3, int(flaw == "bumps"), -1)
    seen, low = looked_at(rgb)
    drawn = contour.trace(mask > 0, np.zeros_like(mask, bool), seen, low).depth
    near = np.abs(depth) < 4
    error = np.abs(drawn - depth)[near]
    assert error.mean() < 0.35
    assert error.max() < 1.2


def test_an_empty_mask_has_no_inside() -> None:
    rgb, _ = disc()
    nothing = np.zeros((SIDE, SIDE), bool)
    assert (contour.trace(nothing, nothing, *looked_at(rgb)).depth < 0).all()


def test_a_blurred_edge_is_soft_and_a_crisp_one_is_not() -> None:
    rgb, depth = disc()
    blurred = cv2.GaussianBlur(rgb, (0, 0), 4.0)
    rim = np.abs(depth) < 1
    shadow = np.zeros((SIDE, SIDE), bool)
    crisp, soft = (contour.trace(depth > 0, shadow, *looked_at(photo)).soft[rim] for photo in (rgb, blurred))
    assert np.median(crisp) < 0.1
    assert np.median(soft) > 0.5


def bottle(label: tuple[int, int, int]) -> np.ndarray:
    """A green bottle with straight sides, the left one at 140.5, and a pale label across it."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    share = np.clip(np.minimum(x - 140, 280 - x), 0, 1) * np.clip(np.minimum(y - 50, 370 - y), 0, 1)
    colour = np.where(((y > 150) & (y < 270))[..., None], label, (40, 90, 70)).astype(np.float32)
    for ring in (180, 230):
        colour[ring : ring + 4] = (170, 120, 50)
    noise = np.random.default_rng(5).normal(0, 1.5, (SIDE, SIDE, 3))
    return jpeg(share[..., None] * colour + (1 - share[..., None]) * (226, 226, 223) + noise, 94)


def test_the_side_of_a_pale_label_is_as_straight_as_the_glass_above_and_below() -> None:
    rgb = bottle((240, 233, 215))
    cutout = PlainCutout()(Photo(rgb=rgb, alpha=None, name="b.jpg", digest="0" * 64, format="JPEG"))
    rows = cutout.alpha[60:360, :210].astype(np.float32).sum(axis=1) / 255
    side = 210 - rows
    assert abs(float(side.mean()) - 140.5) < 0.7
    assert side.std() < 0.5
    assert np.abs(side - np.median(side)).max() < 2.0


def test_a_pale_rim_of_glass_is_product() -> None:
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    depth = np.minimum(np.minimum(x - 140, 280 - x), np.minimum(y - 60, 360 - y))
    share = np.clip(depth + 0.5, 0, 1)[..., None]
    pale = np.clip(1 - depth / 9, 0, 1)[..., None] * 0.7  # glass reflects the paper where it turns away
    colour = pale * np.float32([226, 226, 223]) + (1 - pale) * np.float32([40, 90, 70])
    rgb = jpeg(share * colour + (1 - share) * (226, 226, 223), 93)
    cutout = PlainCutout()(Photo(rgb=rgb, alpha=None, name="g.jpg", digest="0" * 64, format="JPEG"))
    assert (cutout.alpha[depth > 2.5] == 255).mean() > 0.995
    assert (cutout.alpha[depth < -2] == 0).all()


def test_thin_joints_that_reach_several_sides_touch_the_frame() -> None:
    alpha = np.zeros((400, 400), np.uint8)
    alpha[150:250, 150:250] = 255
    alpha[200, :151] = 255
    assert triage.touched_sides(alpha) == []  # one speck at one side
    alpha[:151, 200:202] = 255
    assert triage.touched_sides(alpha) == ["left", "top"]


def standing(bounce: float = 0.0, flaws: float = 0.0) -> np.ndarray:
    """A photo of a brown box on a table, its base at y 300; hardly any light arrives under it.

    Args: bounce, how much of the box's colour the light has that does; flaws, how uneven the dark line is.
    """
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    sides = np.clip(np.minimum(x - 99.5, 320.5 - x), 0, 1)
    share = (sides * np.clip(np.minimum(y - 140, 300 - y), 0, 1))[..., None]
    under = np.clip(np.minimum(x - 110, 310 - x) / 8, 0, 1)
    near = (under * np.exp(-np.maximum(y - 299, 0) / 9.0))[..., None]
    light = (1 - 0.97 * near) * (1 + bounce * near**4 * (y > 299)[..., None] * np.array((1, -0.1, -0.3)))
    fall = 0.5 - flaws * (x % 30 < 8)
    box = np.array((120, 74, 56)) * (1 - fall * np.exp(-np.maximum(300 - y, 0) / 3.0))[..., None]
    return jpeg(share * box + (1 - share) * np.array((214, 208, 204)) * light, 94)


@pytest.mark.parametrize(("bounce", "flaws"), [(0.0, 0.0), (0.6, 0.0), (0.6, 0.4)])
def test_the_dark_line_that_a_box_stands_on_is_not_part_of_it(bounce: float, flaws: float) -> None:
    rgb = standing(bounce, flaws)
    cutout = PlainCutout()(Photo(rgb=rgb, alpha=None, name="b.jpg", digest="0" * 64, format="JPEG"))
    base = cutout.alpha[280:312, 130:290].astype(float).sum(axis=0) / 255 + 280
    assert 299 < base.mean() < 301.5  # 302.4 where the contour takes the shadow's outer border for the box's
    assert base.std() < 0.4
    assert np.abs(np.diff(base)).max() < 1.0  # no torn edge


def test_a_cable_over_its_shadow_stays_whole() -> None:
    """A thin dark thing is darkest in its own middle: that is no line that it stands on."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    ring = np.abs(np.hypot(x - 210, y - 210) - 120)
    share = np.clip(3.5 - ring, 0, 1)[..., None]
    shade = 1 - 0.35 * np.exp(-(((np.hypot(x - 210, y - 214) - 120) / 5) ** 2))
    rgb = jpeg(share * (70, 66, 72) + (1 - share) * np.array((226, 228, 230)) * shade[..., None], 94)
    below = (shade < 0.9) & (share[..., 0] < 0.05)
    drawn = contour.trace(share[..., 0] > 0.5, below, *looked_at(rgb)).depth
    assert (drawn[ring < 1.5] > 0).mean() > 0.99
