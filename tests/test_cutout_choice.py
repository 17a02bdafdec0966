"""Who cuts: a mask before all, real transparency, a plain backdrop, a network, or nobody."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import cv2
import numpy as np
import pytest

from bggen import checks
from bggen.cutout import alpha, choose, cut, triage
from bggen.errors import LicenceRefused, NeedsMask, UnknownName, WeightsMissing
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Photo

INSTALLED = any(entry.name == "plain" for entry in metadata.entry_points(group="bggen.cutouts"))
needs_install = pytest.mark.skipif(not INSTALLED, reason="bggen's entry points are not installed")


def photo_of(rgb: np.ndarray, transparency: np.ndarray | None = None) -> Photo:
    return Photo(rgb=rgb, alpha=transparency, name="test.png", digest="0" * 64, format="PNG")


@pytest.fixture
def clutter() -> Photo:
    noise = np.random.default_rng(5).integers(0, 255, (24, 24, 3), np.uint8)
    return photo_of(cv2.resize(noise, (480, 480), interpolation=cv2.INTER_CUBIC))


@pytest.fixture
def disc() -> np.ndarray:
    plane = np.zeros((300, 400), np.uint8)
    cv2.circle(plane, (200, 130), 80, 255, -1, cv2.LINE_AA)
    return plane


@pytest.fixture(autouse=True)
def no_weights(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_CACHE_HOME", "U2NET_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "nowhere"))


def test_a_mask_that_is_a_negative_or_no_mask_is_told(clutter: Photo) -> None:
    mask = np.zeros((480, 480), np.uint8)
    cv2.circle(mask, (240, 240), 100, 255, -1)
    assert cut(clutter, Options(), mask=mask).doubts == ()
    negative = cut(clutter, Options(), mask=255 - mask)
    assert "white at all four sides; the product is to be white" in negative.doubts[0]
    assert "mask_negative" in negative.reasons and negative.confidence == 0.5
    assert checks.WEIGHTS["mask_negative"][1]  # a person should look
    (line,) = cut(clutter, Options(), mask=mask // 255 * 200).doubts
    assert "white nowhere" in line


def test_a_given_mask_wins_over_everything(clutter: Photo) -> None:
    mask = np.zeros((480, 480), np.uint8)
    mask[100:300, 150:350] = 255
    cutout = cut(clutter, Options(cutout="alpha"), mask)
    assert cutout.method == "mask"
    assert cutout.box == (150, 100, 350, 300)
    assert np.array_equal(cutout.rgb[mask == 255], clutter.rgb[mask == 255])


def test_a_mask_with_traces_of_white_and_black_has_a_core_and_an_outside(disc: np.ndarray) -> None:
    """As JPEG leaves it, or a tool that rounds down: without a core nothing would be kept bit by bit."""
    traces = np.where(disc == 255, np.uint8(253), np.maximum(disc, 3))
    rgb = np.full((300, 400, 3), 90, np.uint8)
    for cutout in (cut(photo_of(rgb), Options(), traces), cut(photo_of(rgb, traces), Options())):
        assert np.array_equal(cutout.alpha == 255, disc > 248)
        assert np.array_equal(cutout.alpha == 0, disc < 7)
        assert np.array_equal(cutout.rgb[cutout.alpha == 255], rgb[cutout.alpha == 255])


def test_an_empty_mask_is_refused(clutter: Photo) -> None:
    with pytest.raises(NeedsMask, match="mask shows no product"):
        cut(clutter, Options(), np.zeros((480, 480), np.uint8))


def test_real_transparency_is_taken_first(disc: np.ndarray) -> None:
    rgb = np.full((300, 400, 3), 90, np.uint8)
    cutout = cut(photo_of(rgb, disc), Options())
    assert cutout.method == "alpha"
    assert np.abs(cutout.alpha.astype(int) - disc).max() < 7  # traces of it are settled
    assert cutout.note.startswith("auto chose alpha")


def test_a_fully_opaque_alpha_channel_is_no_cutout(disc: np.ndarray) -> None:
    photo = photo_of(np.full((300, 400, 3), 90, np.uint8), np.full((300, 400), 255, np.uint8))
    assert not choose.has_cutout(photo)
    with pytest.raises(NeedsMask, match="no transparency"):
        alpha.AlphaCutout()(photo)


def test_a_baked_drop_shadow_leaves_the_product(disc: np.ndarray) -> None:
    soft = np.zeros((300, 400), np.uint8)
    cv2.ellipse(soft, (200, 265), (90, 10), 0, 0, 360, 120, -1)
    soft = cv2.GaussianBlur(soft, (0, 0), 3)
    rgb = np.zeros((300, 400, 3), np.uint8)
    rgb[disc > 0] = (200, 80, 40)
    cutout = alpha.AlphaCutout()(photo_of(rgb, np.maximum(disc, soft)))
    assert cutout.box[3] < 220
    assert cutout.shadow is not None
    assert cutout.shadow[265, 200] < 160
    assert cutout.shadow[20, 20] == 255


def test_auto_refuses_clutter_in_one_line_that_says_what_to_do(clutter: Photo) -> None:
    with pytest.raises(NeedsMask) as caught:
        cut(clutter, Options())
    message = str(caught.value)
    assert "\n" not in message
    assert "--mask FILE" in message
    assert "bggen[rembg]" in message
    assert caught.value.reasons == ("cluttered",)


@needs_install
def test_a_named_backend_comes_through_the_registry(clutter: Photo) -> None:
    with pytest.raises(NeedsMask):
        cut(clutter, Options(cutout="plain"))
    with pytest.raises(UnknownName, match="choose one of alpha, auto, "):
        cut(clutter, Options(cutout="magic"))


def test_triage_words() -> None:
    plane = np.zeros((400, 400), np.uint8)
    assert triage.reasons(plane) == ("empty",)
    plane[200:212, 200:212] = 255
    assert triage.reasons(plane) == ("tiny",)
    plane[:] = 0
    plane[100:400, 150:250] = 255
    assert triage.reasons(plane) == ("touches_frame",)
    plane[:, :] = 0
    plane[100:300, 50:150] = plane[100:300, 250:350] = 255
    assert triage.reasons(plane) == ("several_objects",)
    assert triage.reasons(plane, content=(0, 0, 400, 400)) == ("several_objects", "box_disagrees")


def test_noncommercial_weights_are_refused_unless_accepted() -> None:
    from bggen.cutout import weights

    with pytest.raises(LicenceRefused, match="CC-BY-NC"):
        weights.network("bria-rmbg", accept_noncommercial=False)
    assert not weights.network("bria-rmbg", accept_noncommercial=True).commercial
    with pytest.raises(UnknownName, match="u2net"):
        weights.network("u3net", accept_noncommercial=False)


def test_missing_weights_name_the_folder_and_the_command(tmp_path: Path) -> None:
    from bggen.cutout import weights

    with pytest.raises(WeightsMissing, match="bggen models pull rembg:u2net`"):
        weights.locate("u2net", Settings(models_dir=tmp_path))
