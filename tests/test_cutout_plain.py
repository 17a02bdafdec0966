"""Plain-backdrop cut-outs against drawn photos whose true masks are known."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
import pytest

from bggen.cutout.edge import matting
from bggen.cutout.plain import PlainCutout
from bggen.cutout.rules import evidence
from bggen.errors import NeedsMask
from bggen.spec import Cutout, Photo

SIDE = 450


def photo_of(rgb: np.ndarray, alpha: np.ndarray | None = None) -> Photo:
    return Photo(rgb=rgb, alpha=alpha, name="test.jpg", digest="0" * 64, format="JPEG")


def backdrop_of(kind: str) -> np.ndarray:
    y, x = (plane.astype(np.float32) / SIDE for plane in np.mgrid[0:SIDE, 0:SIDE])
    if kind == "vignette":
        return np.repeat((205 - 70 * ((x - 0.5) ** 2 + (y - 0.4) ** 2))[..., None], 3, axis=2)
    if kind == "warm":
        return np.stack([225 - 30 * y - 15 * x, 210 - 34 * y - 12 * x, 190 - 38 * y - 10 * x], axis=2)
    if kind == "wall and table":
        wall = np.where(y > 0.62 + 0.01 * x, 228 - 8 * x, 165 + 20 * x)
        return np.repeat(cv2.GaussianBlur(wall, (0, 0), 1.0)[..., None], 3, axis=2)
    return np.full((SIDE, SIDE, 3), 62.0, np.float32)


def coverage_of(*shapes: tuple[str, tuple[int, ...]], scale: int = 1) -> np.ndarray:
    """(h, w) float coverage of shapes told in half pixels; negative ones ("-ellipse") cut out."""
    side = scale * SIDE
    canvas = np.zeros((side * 2, side * 2), np.uint8)
    for kind, numbers in shapes:
        colour = 0 if kind.startswith("-") else 255
        n = [scale * number for number in numbers]
        if kind.endswith("ellipse"):
            cv2.ellipse(canvas, (n[0], n[1]), (n[2], n[3]), 0, 0, 360, colour, -1)
        else:
            cv2.rectangle(canvas, (n[0], n[1]), (n[2], n[3]), colour, -1)
    return cv2.resize(canvas, (side, side), interpolation=cv2.INTER_AREA).astype(np.float32) / 255


BODY = (("rectangle", (320, 260, 580, 640)), ("ellipse", (450, 640, 130, 30)))
MUG = (
    ("ellipse", (600, 450, 110, 120)),
    ("-ellipse", (600, 450, 70, 80)),
    ("rectangle", (320, 260, 580, 640)),
)


def shot(
    coverage: np.ndarray, colour: tuple[int, int, int], kind: str, *, shadow: float = 0.4, quality: int = 92
) -> np.ndarray:
    """A JPEG photo of a shaded shape that throws a soft shadow."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    rows, columns = np.nonzero(coverage > 0.5)
    centre, width = columns.mean(), columns.max() - columns.min()
    reach = ((x - centre - 0.1 * width) / (0.75 * width)) ** 2 + ((y - rows.max()) / 30) ** 2
    backdrop = backdrop_of(kind) * (1 - shadow * np.exp(-1.5 * reach))[..., None]
    shade = (0.8 + 0.3 * (x - columns.min()) / width)[..., None]
    product = np.clip(np.array(colour, np.float32) * shade, 0, 255)
    mixed = backdrop * (1 - coverage[..., None]) + product * coverage[..., None]
    mixed += np.random.default_rng(3).normal(0, 1.5, mixed.shape)
    encoded = cv2.imencode(".jpg", np.clip(mixed, 0, 255).astype(np.uint8)[..., ::-1], [1, quality])[1]
    return cv2.imdecode(encoded, 1)[..., ::-1].copy()


def overlap(cutout: Cutout, coverage: np.ndarray) -> float:
    one, other = cutout.alpha > 127, coverage > 0.5
    return float((one & other).sum() / (one | other).sum())


@cache
def blue(kind: str) -> tuple[Photo, Cutout]:
    """A photo of a blue product, and its cut-out."""
    photo = photo_of(shot(coverage_of(*BODY), (40, 90, 190), kind))
    return photo, PlainCutout()(photo)


@pytest.mark.parametrize("kind", ["vignette", "warm", "wall and table", "dark"])
def test_a_coloured_product_is_cut_from_each_plain_backdrop(kind: str) -> None:
    coverage, (_, cutout) = coverage_of(*BODY), blue(kind)
    assert overlap(cutout, coverage) > 0.985
    assert cutout.confidence > 0.6
    assert cutout.method == "plain"


def test_the_core_is_opaque_the_outside_clear_and_opaque_pixels_are_the_photos() -> None:
    coverage, (photo, cutout) = coverage_of(*BODY), blue("vignette")
    core = cv2.erode((coverage >= 1).astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    far = cv2.dilate((coverage > 0).astype(np.uint8), np.ones((13, 13), np.uint8)) == 0
    assert (cutout.alpha[core] == 255).all()
    assert (cutout.alpha[far] > 0).mean() < 1e-4
    assert (cutout.alpha[:100] == 0).all()
    assert np.array_equal(cutout.rgb[cutout.alpha == 255], photo.rgb[cutout.alpha == 255])


def test_edge_colours_are_free_of_the_old_backdrop() -> None:
    coverage = coverage_of(*BODY)
    cutout = PlainCutout()(photo_of(shot(coverage, (150, 30, 30), "vignette", shadow=0.0, quality=96)))
    soft = (cutout.alpha > 60) & (cutout.alpha < 200)
    assert soft.any()
    # The old backdrop is grey: its green and blue would lift the product's red-only edge.
    assert float(np.median(cutout.rgb[soft][:, 1])) < 60


def test_a_soft_shadow_is_kept_apart_from_the_product() -> None:
    coverage = coverage_of(*BODY)
    cutout = PlainCutout()(photo_of(shot(coverage, (40, 120, 60), "vignette", shadow=0.35)))
    assert cutout.box[3] < 345
    assert cutout.shadow is not None
    assert cutout.shadow[327, 320] < 235
    assert cutout.shadow[20, 20] > 250
    assert not cutout.stood  # for all that anybody can see


def test_a_shadow_that_runs_out_of_the_picture_below_the_horizon_is_none_of_the_product() -> None:
    """It ends at the line between wall and table as crisply as a product does.

    The photo is twice as large as the others: in a smaller one a line that is off by a pixel is no trouble.
    """
    coverage = coverage_of(*BODY, scale=2)
    y, x = np.mgrid[: len(coverage), : len(coverage)].astype(np.float32)
    below = np.clip(y - 560, 0, None)
    shade = 0.2 * np.clip((x - 500) / 60, 0, 1) * np.clip((70 - below) / 30, 0, 1)
    empty = cv2.GaussianBlur(np.where(below > 0, 225 * (1 - shade), 120), (0, 0), 1.5)[..., None]
    rgb = empty + (np.array((40, 90, 190)) - empty) * coverage[..., None]
    rgb += np.random.default_rng(3).normal(0, 1.0, rgb.shape)
    cutout = PlainCutout()(photo_of(np.clip(rgb, 0, 255).astype(np.uint8)))
    assert overlap(cutout, coverage) > 0.99
    assert cutout.confidence > 0.8
    assert cutout.stood  # the table ends behind it


def test_a_handle_is_open_and_a_label_of_the_backdrops_colour_is_not() -> None:
    coverage = coverage_of(*MUG)
    rgb = shot(coverage, (50, 60, 120), "vignette", shadow=0.2)
    label = (slice(200, 235), slice(200, 250))
    rgb[label] = rgb[60:95, 200:250]
    cutout = PlainCutout()(photo_of(rgb))
    assert cutout.alpha[225, 310] == 0
    assert (cutout.alpha[label] == 255).all()


def test_the_cells_of_a_rack_are_open_however_deep_they_lie() -> None:
    cells = [("-rectangle", (420, 140 + 80 * row, 480, 210 + 80 * row)) for row in range(7)]
    coverage = coverage_of(("rectangle", (300, 130, 600, 800)), *cells)
    cutout = PlainCutout()(photo_of(shot(coverage, (50, 60, 120), "dark", shadow=0.0)))
    assert [cutout.alpha[87 + 40 * row, 225] for row in range(7)] == [0] * 7


def test_a_white_product_on_white_is_found_by_its_shading() -> None:
    coverage = coverage_of(*BODY)
    rgb = np.full((SIDE, SIDE, 3), 255, np.float32)
    y = np.mgrid[0:SIDE, 0:SIDE][1].astype(np.float32)[..., None] / SIDE
    product = np.repeat(246 - 14 * y, 3, axis=2)
    rgb = rgb * (1 - coverage[..., None]) + product * coverage[..., None]
    cutout = PlainCutout()(photo_of(rgb.astype(np.uint8)))
    assert overlap(cutout, coverage) > 0.98


@pytest.mark.parametrize("scale", [6, 40])
def test_clutter_needs_a_mask(scale: int) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (scale, scale, 3), np.uint8)
    rgb = cv2.resize(noise, (350, 350), interpolation=cv2.INTER_CUBIC)
    with pytest.raises(NeedsMask, match="--mask"):
        PlainCutout()(photo_of(rgb))


def test_an_empty_backdrop_needs_a_mask() -> None:
    with pytest.raises(NeedsMask) as caught:
        PlainCutout()(photo_of(np.full((400, 400, 3), 230, np.uint8)))
    assert "empty" in caught.value.reasons


def test_a_jar_of_which_only_the_lid_was_found_needs_a_mask() -> None:
    lid = coverage_of(("rectangle", (320, 200, 580, 320)))
    rgb = shot(lid, (150, 100, 50), "vignette", shadow=0.0, quality=95)
    assert (
        PlainCutout()(photo_of(rgb)).confidence > 0.6
    )  # one to look at: the network half expects a jar below
    cv2.rectangle(rgb, (165, 180), (285, 350), (172, 174, 176), 2)  # the glass, seen by its outline alone
    with pytest.raises(NeedsMask):
        PlainCutout()(photo_of(rgb))


def test_a_product_that_leaves_the_frame_says_so() -> None:
    coverage = coverage_of(("rectangle", (320, 400, 580, 2 * SIDE)))
    cutout = PlainCutout()(photo_of(shot(coverage, (40, 90, 190), "warm", shadow=0.0)))
    assert "touches_frame" in cutout.reasons


def test_two_products_say_so() -> None:
    coverage = coverage_of(("rectangle", (150, 300, 350, 600)), ("rectangle", (550, 300, 750, 600)))
    cutout = PlainCutout()(photo_of(shot(coverage, (40, 90, 190), "warm", shadow=0.0)))
    assert "several_objects" in cutout.reasons


def test_the_same_photo_gives_the_same_cutout() -> None:
    photo, one = blue("warm")
    other = PlainCutout()(photo)
    assert np.array_equal(one.alpha, other.alpha)
    assert np.array_equal(one.rgb, other.rgb)


def test_what_has_no_plain_backdrop_is_not_held_against_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "weigh", None)
    noise = np.random.default_rng(3).integers(0, 256, (200, 160, 3)).astype(np.uint8)
    with pytest.raises(NeedsMask) as caught:
        PlainCutout()(photo_of(noise))
    assert caught.value.reasons == ("cluttered",)


def test_foreground_recovers_the_product_under_a_known_alpha() -> None:
    share = cv2.GaussianBlur(coverage_of(*BODY), (0, 0), 2.0)[..., None]
    alpha = (share[..., 0] * 255 + 0.5).astype(np.uint8)
    rgb = np.array([200, 40, 20]) * share + np.array([20, 220, 40]) * (1 - share)
    clean = matting.foreground(rgb.astype(np.uint8), alpha)
    soft = (alpha > 40) & (alpha < 250)
    assert np.abs(clean[soft].astype(int) - [200, 40, 20]).mean() < 4


def test_one_plane_is_filled_as_each_of_several_colours() -> None:
    colours = np.random.default_rng(1).random((61, 47, 3)).astype(np.float32)
    weight = np.zeros((61, 47), np.float32)
    weight[20:40, 10:30] = 1
    filled = matting.spread(colours, weight)
    assert matting.spread(colours[..., 1].copy(), weight) == pytest.approx(filled[..., 1], abs=1e-5)
