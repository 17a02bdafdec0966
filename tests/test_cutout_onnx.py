"""Neural cut-outs, run for real on tiny ONNX files that are built here."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bggen.cutout import choose, cut, weights
from bggen.cutout.birefnet import BirefnetCutout
from bggen.cutout.rembg import RembgCutout
from bggen.errors import LicenceRefused, NeedsMask, WeightsMissing
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Photo

onnx = pytest.importorskip("onnx", reason="onnx is not installed: no tiny network can be built")
pytest.importorskip("onnxruntime", reason="onnxruntime is not installed (extra rembg)")


def red_finder(path: Path, side: int, gain: float) -> None:
    """A network whose mask is gain * max(0, red - green) of its prepared input."""
    from onnx import TensorProto, helper

    kernel = np.array([gain, -gain, 0], np.float32).reshape(1, 3, 1, 1)
    graph = helper.make_graph(
        [helper.make_node("Conv", ["image", "kernel"], ["raw"]), helper.make_node("Relu", ["raw"], ["mask"])],
        "red",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 3, side, side])],
        [helper.make_tensor_value_info("mask", TensorProto.FLOAT, [1, 1, side, side])],
        [helper.make_tensor("kernel", TensorProto.FLOAT, kernel.shape, kernel.ravel())],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(path))


@pytest.fixture(autouse=True)
def models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("U2NET_HOME", str(tmp_path / "u2net"))
    return tmp_path / "models"


def here(tmp_path: Path) -> Settings:
    """The models folder of a test."""
    return Settings(models_dir=tmp_path / "models")


@pytest.fixture
def red_on_clutter() -> Photo:
    """A red rectangle before green and blue noise: nothing for the plain backend."""
    rgb = np.random.default_rng(0).integers(0, 255, (16, 24, 3), np.uint8)
    rgb[..., 0] = 0
    rgb = np.repeat(np.repeat(rgb, 25, axis=0), 25, axis=1)
    rgb[120:280, 200:400] = (230, 10, 10)
    return Photo(rgb=rgb, alpha=None, name="red.jpg", digest="0" * 64, format="JPEG")


@pytest.mark.parametrize("model", ["u2net", "isnet-general-use"])
def test_rembg_weights_from_its_own_cache_cut_the_product(
    model: str, red_on_clutter: Photo, tmp_path: Path
) -> None:
    red_finder(tmp_path / "u2net" / f"{model}.onnx", weights.NETWORKS[model].side, 1.0)
    cutout = RembgCutout(Options(cutout=f"rembg:{model}"), here(tmp_path))(red_on_clutter)
    assert cutout.method == f"rembg:{model}"
    assert "Apache-2.0" in cutout.note
    assert np.abs(np.array(cutout.box) - (200, 120, 400, 280)).max() <= 4
    assert cutout.alpha[200, 300] == 255


def test_birefnet_output_goes_through_a_sigmoid(red_on_clutter: Photo, models: Path, tmp_path: Path) -> None:
    red_finder(models / "birefnet-general" / "model.onnx", 1024, 8.0)
    cutout = BirefnetCutout(Options(cutout="birefnet:general"), here(tmp_path))(red_on_clutter)
    assert cutout.method == "birefnet:general"
    assert cutout.alpha[200, 300] == 255
    assert cutout.alpha[20, 20] == 0


def test_auto_takes_a_network_that_is_there_before_ours(
    red_on_clutter: Photo, models: Path, tmp_path: Path
) -> None:
    assert cut(red_on_clutter, Options(), None, here(tmp_path)).method == "salient"
    red_finder(models / "u2net.onnx", 320, 1.0)
    cutout = cut(red_on_clutter, Options(), None, here(tmp_path))
    assert cutout.method == "rembg:u2net"
    assert cutout.note.startswith("auto chose rembg:u2net")


def test_auto_never_takes_noncommercial_weights_unasked(models: Path, tmp_path: Path) -> None:
    red_finder(models / "bria-rmbg.onnx", 1024, 1.0)
    assert choose.installed_network(Options(), here(tmp_path)) is None
    assert choose.installed_network(Options(accept_noncommercial=True), here(tmp_path)) is not None
    with pytest.raises(LicenceRefused):
        RembgCutout(Options(cutout="rembg:bria-rmbg"), here(tmp_path))


def test_a_broken_file_is_one_line(models: Path, red_on_clutter: Photo, tmp_path: Path) -> None:
    models.mkdir()
    (models / "u2net.onnx").write_bytes(b"not a network")
    with pytest.raises(WeightsMissing, match="models pull rembg:u2net") as caught:
        RembgCutout(Options(cutout="rembg:u2net"), here(tmp_path))(red_on_clutter)
    assert "\n" not in str(caught.value)


def test_a_network_that_sees_nothing_asks_for_a_mask(models: Path, tmp_path: Path) -> None:
    red_finder(models / "u2net.onnx", 320, 1.0)
    grey = Photo(np.full((200, 200, 3), 120, np.uint8), None, "grey.jpg", "0" * 64, "JPEG")
    with pytest.raises(NeedsMask):
        RembgCutout(Options(cutout="rembg:u2net"), here(tmp_path))(grey)
