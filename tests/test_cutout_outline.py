"""The network that tells product from shadow: its file in OpenCV, and what it changes in a cut-out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from bggen import source
from bggen.cutout.plain import PlainCutout
from bggen.cutout.rules import outline
from bggen.errors import NeedsMask
from bggen.settings import Settings

ROOT = Path(__file__).parents[1]


def test_opencv_runs_the_file_as_onnxruntime_does() -> None:
    runtime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed (extra rembg)")
    seen = np.random.default_rng(0).normal(0, 0.5, (outline.SIDE, outline.SIDE, outline.PLANES))
    seen = seen.astype(np.float32)
    session = runtime.InferenceSession(outline.FILE, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    expected = session.run(None, {name: seen.transpose(2, 0, 1)[None]})[0][0, 0]
    assert np.abs(outline.answer(seen) - expected).max() < 1e-3
    assert expected.std() > 0.01


def test_the_file_is_small_and_is_not_read_before_it_is_needed() -> None:
    assert outline.FILE.stat().st_size <= 1_500_000
    script = (
        "from bggen.cutout import plain; from bggen.cutout.rules import outline; import sys;"
        "assert not outline.NETWORK.loaded; assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)


def test_a_square_that_leaves_the_picture_is_filled_by_its_border() -> None:
    picture = np.zeros((40, 60, 3), np.uint8)
    picture[:, -1] = 9
    seen = outline.cropped(picture, (50, -10, 90, 30), 40)
    assert seen.shape == (40, 40, 3)
    assert (seen[20, 10:] == 9).all()
    assert (seen[20, :8] == 0).all()


def test_coverage_lies_where_the_product_is() -> None:
    rgb = np.full((300, 500, 3), 225, np.uint8)
    rgb[100:200, 350:450] = (40, 60, 160)
    empty = np.full(rgb.shape, 225, np.float32) / 255
    said = outline.coverage(rgb, cv2.cvtColor(empty, cv2.COLOR_RGB2LAB), (350, 100, 450, 200))
    assert said.shape == (300, 500)
    assert said[110:190, 360:440].min() > 0.8
    assert said[:90].max() < 0.2
    assert said[:, :330].max() == 0.0


def test_a_cut_that_the_network_does_not_share_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    photo = source.read(str(ROOT / "examples" / "photos" / "mug.jpg"), Settings())
    monkeypatch.setattr(outline, "coverage", lambda rgb, backdrop, box: np.zeros(rgb.shape[:2], np.float32))
    with pytest.raises(NeedsMask):
        PlainCutout()(photo)
