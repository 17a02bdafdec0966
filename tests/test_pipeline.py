"""The one loading module: local folders in the true layout, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from bggen import pipeline
from bggen.engine import Engine, prepare
from bggen.errors import UsageError, WeightsMissing
from bggen.settings import Settings
from bggen.spec import Job, Options
from tests.tiny_models import sd_inpaint

CPU = Settings(device="cpu")


@pytest.fixture(scope="session")
def sd_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sd_inpaint(tmp_path_factory.mktemp("models") / "sd")


def scenes(photo: Path, folder: Path, count: int = 2) -> list[object]:
    options = Options(prompt="a b", model=str(folder), size="128", steps=2, variants=count)
    return list(prepare(Job(str(photo), options), CPU))


def test_a_diffusers_folder_paints_through_the_public_path(sd_folder: Path, product_png: Path) -> None:
    items = scenes(product_png, sd_folder)
    engine = Engine(CPU)
    together = engine.paint(items)  # type: ignore[arg-type]
    alone = engine.paint(items[1:])  # type: ignore[arg-type]
    assert together[0].paints_shadow
    assert together[0].notes["steps"] == 2
    assert not np.array_equal(together[0].rgb, together[1].rgb)  # other seed, other picture
    drift = np.abs(together[1].rgb.astype(int) - alone[0].rgb.astype(int)).max()
    assert drift <= 1  # batch-mates don't matter, but for rounding


def test_painting_stops_when_asked(sd_folder: Path, product_png: Path) -> None:
    steps: list[int] = []

    def once(step: int, _: int) -> bool:
        steps.append(step)
        return False

    Engine(CPU).paint(scenes(product_png, sd_folder, 1), once)  # type: ignore[arg-type]
    assert len(steps) == 1


def test_models_that_are_not_here_are_named() -> None:
    with pytest.raises(WeightsMissing, match="nobody/nothing"):
        pipeline.load(Options(model="nobody/nothing"), CPU)


@pytest.mark.parametrize(("name", "word"), [("weights.bin", "pickled"), ("custom.py", "code")])
def test_pickles_and_code_are_refused(name: str, word: str, tmp_path: Path) -> None:
    (tmp_path / "model_index.json").write_text(json.dumps({"_class_name": "StableDiffusionInpaintPipeline"}))
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(UsageError, match=word):
        pipeline.load(Options(model=str(tmp_path)), CPU)


def test_parts_from_elsewhere_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model_index.json").write_text(
        json.dumps({"_class_name": "X", "unet": ["evil_module", "Net"]})
    )
    with pytest.raises(UsageError, match="evil_module"):
        pipeline.load(Options(model=str(tmp_path)), CPU)


def test_a_device_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match="cuda:9"):
        pipeline.choose_device("cuda:9")


def test_studio_says_that_it_paints_nothing_from_noise_yet(product_png: Path) -> None:
    with pytest.raises(WeightsMissing, match="reference none"):
        next(Engine(CPU).render(Job(str(product_png), Options(reference="none"))))
