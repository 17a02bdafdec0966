"""The benchmark's own honesty: what it times, what it marks, and the true sizes of its random models."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bggen import benchmark, cli
from bggen.errors import UnknownName
from bggen.families import architectures
from bggen.settings import Settings
from bggen.spec import Options

CPU = Settings(device="cpu", threads=1)


@pytest.mark.parametrize(
    ("name", "part", "parameters"),
    [
        # as published, plus 320 x 9 weights for each of the five channels that inpainting adds
        ("sd15-inpaint", "unet", 859_520_964 + 5 * 320 * 9),
        ("sdxl-inpaint", "unet", 2_567_463_684 + 5 * 320 * 9),
        ("flux-fill", "transformer", 11_901_408_320 + (384 - 64) * 3072),
        ("sdxl-inpaint", "text_encoder", 123_060_480),
        ("sdxl-inpaint", "text_encoder_2", 694_659_840),
        ("sdxl-inpaint", "vae", 83_653_863),
    ],
)
def test_random_models_are_as_large_as_the_published_ones(name: str, part: str, parameters: int) -> None:
    import torch

    with torch.device("meta"):
        network = architectures.part(name, part)
    assert sum(p.numel() for p in network.parameters()) == parameters


@pytest.mark.parametrize("name", sorted(architectures.ARCHITECTURES))
def test_every_architecture_is_timed_against_the_plain_loop(name: str, product_png: Path) -> None:
    options = Options(prompt="a b", size="128", steps=2)
    plan = benchmark.Plan(
        options, (1,), 1, (product_png,), compare_plain=True, random_weights=f"{name}:tiny", price=3.6
    )
    result = benchmark.run(plan, CPU)
    assert (result["model"], result["random_weights"]) == (f"{name}:tiny", True)
    assert result["painter"]["steps"] == 2
    assert result["painter"]["dtype"] == "float32"
    rate = result["runs"][0]["images_per_second"]
    assert result["ratio_to_plain"] == pytest.approx(rate / result["plain"]["images_per_second"], abs=0.02)
    assert result["cost_per_1000"] == pytest.approx(1 / rate, rel=0.01)
    assert 0 < result["runs"][0]["paint_share"] <= 1
    assert len(result["runs"][0]["samples"]) == len(result["plain"]["samples"]) == 1
    assert "random weights" in benchmark.as_lines(result)[0]


def test_the_command_writes_what_it_measured(
    monkeypatch: pytest.MonkeyPatch, product_png: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "r.json"
    words = ["--model", "flat", "--size", "128", "--quick", "--json", str(out), "--price", "1"]
    monkeypatch.setattr(sys, "argv", ["bggen", "benchmark", str(product_png), *words])
    with pytest.raises(SystemExit) as done:
        cli.main()
    assert done.value.code == 0
    assert "1,000 pictures cost" in capsys.readouterr().out
    result = json.loads(out.read_text())
    assert len(result["runs"][0]["samples"]) == 3
    assert result["random_weights"] is False
    assert result["machine"]["diffusers"]


def test_an_unknown_architecture_is_named() -> None:
    with pytest.raises(UnknownName, match="sdxl-inpaint"):
        architectures.split("sdxl-inpaint:small")
