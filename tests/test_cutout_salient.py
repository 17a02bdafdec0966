"""The network that finds products on floors and lawns: its file, what it cuts out, and when it declines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from bggen.cutout import cut, salient
from bggen.cutout.salient import SalientCutout
from bggen.cutout.shapes import overlap
from bggen.errors import NeedsMask
from bggen.options import Options
from bggen.spec import Photo

ROOT = Path(__file__).parents[1]
SIDE = 640


def photo_of(rgb: NDArray[np.uint8]) -> Photo:
    return Photo(rgb=rgb, alpha=None, name="floor.jpg", digest="0" * 64, format="JPEG")


def boards() -> NDArray[np.float32]:
    """Seven wooden planks with grain and dark joints."""
    rng = np.random.default_rng(1)
    grain = cv2.resize(rng.normal(0, 1, (SIDE // 40, SIDE)).astype(np.float32), (SIDE, SIDE))
    tone = 1 + 0.08 * grain + 0.15 * rng.normal(0, 1, 7).astype(np.float32)[np.arange(SIDE) * 7 // SIDE]
    tone[:, np.arange(SIDE) * 7 % SIDE < 21] = 0.35
    return (np.array([150, 105, 70], np.float32) * tone[..., None]).astype(np.float32)


def lawn() -> NDArray[np.float32]:
    """Blades of grass."""
    fine = np.random.default_rng(2).normal(0, 1, (SIDE, SIDE)).astype(np.float32)
    tone = 1 + 1.2 * cv2.GaussianBlur(fine, (0, 0), 1.0, sigmaY=5)
    return (np.array([95, 140, 60], np.float32) * tone[..., None]).astype(np.float32)


GROUNDS = {"boards": boards, "lawn": lawn}


def example(product: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(SIDE, SIDE, 3) in 0..255 of an example photo, and its product's true coverage (SIDE, SIDE)."""
    rgb = cv2.imread(str(ROOT / "examples" / "photos" / f"{product}.jpg"))[..., ::-1]
    cover = cv2.imread(str(ROOT / "tests" / "data" / "masks" / f"{product}.png"), cv2.IMREAD_GRAYSCALE)
    size, kind = (SIDE, SIDE), cv2.INTER_AREA
    seen = cv2.resize(np.ascontiguousarray(rgb), size, interpolation=kind).astype(np.float32)
    return seen, cv2.resize(cover, size, interpolation=kind).astype(np.float32) / 255


def on(ground: str, product: str) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """One of our example products on a ground, under its own soft shadow; and its true mask."""
    rgb, cover = example(product)
    shade = cv2.GaussianBlur(np.roll(cover, 10, axis=0), (0, 0), 12)
    empty = GROUNDS[ground]() * (1 - 0.5 * shade)[..., None]
    shown = rgb * cover[..., None] + empty * (1 - cover)[..., None]
    return np.clip(shown + 0.5, 0, 255).astype(np.uint8), cover > 0.5


def test_opencv_runs_the_file_as_onnxruntime_does() -> None:
    runtime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed (extra rembg)")
    square = np.random.default_rng(0).integers(0, 255, (salient.SIDE, salient.SIDE, 3), np.uint8)
    seen = square.astype(np.float32).transpose(2, 0, 1)[None] / 255 - salient.MIDDLE
    session = runtime.InferenceSession(salient.FILE, providers=["CPUExecutionProvider"])
    expected = session.run(None, {session.get_inputs()[0].name: seen})[0][0, 0]
    assert np.abs(salient.answer(square) - expected).max() < 1e-3


def test_the_file_is_small_and_is_not_read_before_it_is_needed() -> None:
    assert salient.FILE.stat().st_size <= 6_000_000
    script = (
        "from bggen.cutout import choose, salient; import sys;"
        "assert not salient.NETWORK.loaded; assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)


@pytest.mark.parametrize(
    ("ground", "product"), [("boards", "sneaker"), ("lawn", "camera"), ("boards", "headphones")]
)
def test_a_product_on_a_textured_ground_is_cut_out_for_a_person_to_look_at(ground: str, product: str) -> None:
    rgb, truth = on(ground, product)
    cutout = cut(photo_of(rgb), Options())
    assert cutout.method == "salient"
    assert overlap(cutout.alpha > 127, truth) > 0.95
    assert cutout.confidence <= salient.MOST_CONFIDENCE
    assert "network's guess" in cutout.doubts[0]
    core = cutout.alpha == 255
    assert core.any()
    assert np.array_equal(cutout.rgb[core], rgb[core])
    assert not cutout.rgb[cutout.alpha == 0].any()


def test_an_opening_that_is_likely_product_or_shows_nothing_of_the_ground_is_a_mark_on_it() -> None:
    product, likely = np.ones((100, 100), bool), np.full((100, 100), 0.9, np.float32)
    letter, eye, gap = (np.s_[10:20, left : left + 10] for left in (10, 30, 50))
    insole, slot, handle = np.s_[10:25, 70:86], np.s_[80:95, 20:38], np.s_[40:70, 20:80]
    sewn, buckle, visor, slit = (
        np.s_[26:36, 10:20],
        np.s_[85:95, 50:60],
        np.s_[75:92, 70:90],
        np.s_[40:70, 5:13],
    )
    for opening in (letter, eye, gap, insole, slot, handle, sewn, buckle, visor, slit):
        product[opening] = False
    likely[eye], likely[gap], likely[insole], likely[slot] = 0.48, 0.44, 0.7, 0.5
    rgb = np.full((100, 100, 3), 90, np.uint8)  # as the ground has it, but for some
    for opening, tone in ((sewn, 250), (handle, 250), (visor, 20), (slit, 80)):
        likely[opening], rgb[opening] = 0.2, tone
    likely[buckle] = 0.2
    framed = np.pad(rgb, ((20, 20), (20, 20), (0, 0)), constant_values=90)
    whole = salient._marked(np.pad(product, 20), np.pad(likely, 20), framed)[20:-20, 20:-20]
    assert [bool(whole[mark].all()) for mark in (letter, eye, insole, sewn, visor)] == [True] * 5
    assert not any(whole[opening].any() for opening in (gap, slot, handle, buckle, slit))


def test_colours_add_no_ground_that_the_network_half_denies(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(shown: object, labels: NDArray[np.uint8], *rest: object) -> None:
        labels[labels == cv2.GC_PR_BGD] = cv2.GC_PR_FGD

    monkeypatch.setattr(salient.cv2, "grabCut", greedy)
    likely, rgb = np.zeros((160, 160), np.float32), np.full((160, 160, 3), 90, np.uint8)
    body, ear, shade = np.s_[60:120, 50:110], np.s_[45:60, 50:65], np.s_[45:60, 90:110]
    likely[body], likely[ear], likely[shade] = 1.0, 0.4, 0.4
    rgb[body] = rgb[ear] = (200, 30, 30)
    found = salient._snapped(rgb, salient.Seen(likely, 2.0, 1.0))
    assert found.product[body].all() and found.product[47:60, 52:63].all()
    assert not found.product[46:56, 92:108].any()
    assert found.drawn[48:60, 90:110].all()  # confidence still counts what was a guess


def test_what_was_taken_off_at_the_frame_counts_as_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    product = np.zeros((100, 100), bool)
    product[30:70, 30:70] = True
    drawn = product.copy()
    drawn[60:64, :30] = True
    confidence = []
    for reached in (drawn, np.roll(drawn, 5, axis=1) & (np.arange(100) >= 5)):
        seen = salient.Seen(np.float32(0.8) * reached, 2.0, 1.0)
        monkeypatch.setattr(salient, "seek", lambda rgb, found=seen: found)
        monkeypatch.setattr(salient, "_snapped", lambda rgb, seen, of=reached: salient.Snapped(product, of))
        confidence.append(SalientCutout()(photo_of(np.full((100, 100, 3), 90, np.uint8))).confidence)
    assert confidence[0] < 0.9 * confidence[1]


def test_the_same_photo_is_cut_the_same_way() -> None:
    rgb, _ = on("lawn", "mug")
    first, second = (SalientCutout()(photo_of(rgb)) for _ in range(2))
    assert np.array_equal(first.alpha, second.alpha)
    assert np.array_equal(first.rgb, second.rgb)


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_bare_ground_is_declined(ground: str) -> None:
    bare = np.clip(GROUNDS[ground](), 0, 255).astype(np.uint8)
    with pytest.raises(NeedsMask, match="--mask FILE"):
        cut(photo_of(bare), Options())


@pytest.mark.parametrize("shape", [(17, 23, 3), (9, 640, 3), (2000, 40, 3)])
def test_small_and_narrow_photos_are_answered(shape: tuple[int, ...]) -> None:
    noise = np.random.default_rng(3).integers(0, 255, shape, np.uint8)
    try:
        cutout = SalientCutout()(photo_of(noise))
    except NeedsMask:
        return
    assert cutout.alpha.shape == shape[:2]
