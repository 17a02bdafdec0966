"""Where the product is, as a person says it: what counts, what is told, and that all stays in its place."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from bggen.cutout import cut, region, salient, triage
from bggen.errors import BadInput, NeedsMask
from bggen.options import Options
from bggen.spec import Box, Photo, Region

SIZE = (480, 360)  # (width, height)
BOX: Box = (190, 120, 270, 240)  # of the product
ROI = "170,100,290,260"


def photo_of(rgb: NDArray[np.uint8], alpha: NDArray[np.uint8] | None = None) -> Photo:
    return Photo(rgb, alpha, "shelf.png", "0" * 64, "PNG")


def fill(plane: NDArray[np.uint8], box: Box, value: object) -> None:
    left, top, right, bottom = box
    plane[top:bottom, left:right] = value


@pytest.fixture
def shelf() -> Photo:
    """A blue box before a bare strip of wall, between things of all colours."""
    noise = np.random.default_rng(5).integers(0, 255, (18, 24, 3), np.uint8)
    rgb = np.asarray(cv2.resize(noise, SIZE, interpolation=cv2.INTER_CUBIC), np.uint8)
    fill(rgb, (150, 0, 310, SIZE[1]), (238, 236, 232))
    fill(rgb, BOX, (30, 60, 160))
    return photo_of(rgb)


@pytest.fixture
def pair() -> Photo:
    """Two blocks that are cut out already."""
    alpha = np.zeros(SIZE[::-1], np.uint8)
    for left in (60, 300):
        fill(alpha, (left, 100, left + 120, 260), 255)
    return photo_of(np.full((*SIZE[::-1], 3), 90, np.uint8), alpha)


def test_what_is_around_the_region_does_not_count(shelf: Photo) -> None:
    with pytest.raises(NeedsMask, match="or where it is with --roi LEFT,TOP,RIGHT,BOTTOM"):
        cut(shelf, Options(cutout="plain"))
    cutout = cut(shelf, Options(roi=ROI))
    assert cutout.note.startswith("auto chose plain") and cutout.note.endswith("within 155,80,305,280")
    assert cutout.reasons == cutout.doubts == ()
    assert cutout.box == BOX
    core = cutout.alpha == 255
    assert core.sum() > 0.95 * 80 * 120
    assert cutout.rgb.shape == shelf.rgb.shape
    assert np.array_equal(cutout.rgb[core], shelf.rgb[core])
    assert not cutout.rgb[cutout.alpha == 0].any()


def test_what_stands_beside_the_region_is_not_taken_along() -> None:
    rgb = np.full((*SIZE[::-1], 3), 238, np.uint8)
    fill(rgb, BOX, (30, 60, 160))
    fill(rgb, (330, 140, 420, 240), (160, 60, 30))
    assert cut(photo_of(rgb), Options()).box == (190, 120, 420, 240)
    assert cut(photo_of(rgb), Options(roi=ROI)).box == BOX


def test_a_product_that_goes_on_beyond_the_region_is_told(shelf: Photo) -> None:
    cutout = cut(shelf, Options(roi="170,100,290,210"))
    assert cutout.box == (*BOX[:3], 224), "nothing beyond the region is product"
    assert cutout.reasons == ("leaves_region",)
    assert cutout.doubts[-1].endswith("the product goes on beyond the region at its bottom: widen --roi")


def test_only_the_photos_own_end_is_its_frame(shelf: Photo) -> None:
    cutout = cut(photo_of(shelf.rgb[: BOX[3]]), Options(roi="170,100,290,240"))
    assert cutout.reasons == ("touches_frame",)
    assert not any("--roi" in doubt for doubt in cutout.doubts)
    alpha = np.zeros((100, 100), np.uint8)
    fill(alpha, (20, 0, 80, 100), 255)
    assert triage.reasons(alpha, open_sides=("top", "bottom")) == ()
    assert triage.reasons(alpha, open_sides=("top",)) == ("touches_frame",)


def test_a_mask_goes_before_the_region_and_a_line_says_so(shelf: Photo) -> None:
    mask = np.zeros(SIZE[::-1], np.uint8)
    fill(mask, (0, 100, 300, 300), 255)
    cutout = cut(shelf, Options(roi=ROI), mask)
    assert np.array_equal(cutout.alpha, mask)
    assert cutout.doubts == (f"roi {ROI} is not used: the mask says what is product",)
    assert cut(shelf, Options(), mask).doubts == ()


def test_of_a_photo_that_is_cut_out_already_the_region_alone_is_kept(pair: Photo) -> None:
    assert pair.alpha is not None
    right = cut(pair, Options(roi="290,90,430,270"))
    assert (right.method, right.box, right.reasons) == ("alpha", (300, 100, 420, 260), ())
    within = cut(pair, Options(roi="320,120,400,240"))
    assert within.box == (310, 105, 410, 255)
    assert within.reasons == ("leaves_region",)
    assert "at its left and top and right and bottom" in within.doubts[0]
    with pytest.raises(NeedsMask, match=r"the region is transparent all over: .* or another --roi$"):
        cut(pair, Options(roi="195,0,270,360"))


def test_a_person_who_says_where_the_product_is_gets_fainter_ones(
    shelf: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    between = (salient.LEAST_CONFIDENCE + salient.LEAST_IN_REGION) / 2
    monkeypatch.setattr(salient, "_confidence", lambda *seen: between)
    part = region.cropped(shelf, region.of(shelf, ROI))
    cutout = salient.SalientCutout()(part)
    assert cutout.confidence == between
    assert "network's guess" in cutout.doubts[0]
    with pytest.raises(NeedsMask, match="no honest cut-out"):
        salient.SalientCutout()(photo_of(part.rgb))


@pytest.mark.parametrize(
    ("roi", "box"),
    [
        ("0,0,480,360", (0, 0, 480, 360)),
        ("100,100,200,200", (88, 88, 212, 212)),
        ("50%,50%,100%,100%", (211, 158, 480, 360)),
    ],
)
def test_a_region_has_room_around_it_and_ends_with_the_photo(shelf: Photo, roi: str, box: Box) -> None:
    assert region.of(shelf, roi).box == box


@pytest.mark.parametrize(
    ("roi", "says"),
    [
        ("9,9,500,99", "right 500 lies beyond the photo, which is 480x360 px: give at most 480"),
        ("500,9,600,99", "left 500 lies beyond the photo, which is 480x360 px: give at most 480"),
        ("9,9,99,20", "90x11 px is too small: at least 32 px a side"),
        ("0%,0%,1%,50%", "5x180 px is too small: at least 32 px a side"),
    ],
)
def test_a_region_that_does_not_fit_is_one_line_that_says_what_to_do(
    shelf: Photo, roi: str, says: str
) -> None:
    with pytest.raises(BadInput) as caught:
        cut(shelf, Options(roi=roi))
    assert str(caught.value) == f"shelf.png: roi {roi}: {says}"
    assert caught.value.reason == "roi_size"


def test_a_shadow_that_goes_on_beyond_the_region_ends_softly() -> None:
    where = Region((100, 0, 224, 124), SIZE)
    assert where.open_sides == ("left", "right", "bottom")
    faded = region._faded(np.full((124, 124), 100, np.uint8), where)
    assert faded[0, 62] == faded[62, 62] == 100
    assert min(faded[62, 0], faded[62, -1], faded[-1, 62]) > 240
    assert (np.diff(faded[62, :13].astype(int)) < 0).all()
