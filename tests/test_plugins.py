"""Third parties' cut-outs, families and sinks: entry points that are found at first use."""

from __future__ import annotations

import hashlib
import sys
from importlib import metadata
from pathlib import Path

import numpy as np
import pytest

from bggen import cli, cutout, pipeline, registry
from bggen.errors import MissingExtra, UnknownName, UsageError
from bggen.families.sd import SdPainter
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Cutout, Photo
from tests.tiny_models import rename_class, sd_inpaint

WRITTEN: dict[str, bytes] = {}
CPU = Settings(device="cpu", threads=1)


class Whole:
    """A cut-out that takes the whole photo."""

    name = "whole"

    def __init__(self, options: Options, settings: Settings) -> None:
        self.word = options.cutout.partition(":")[2]

    def __call__(self, photo: Photo) -> Cutout:
        height, width = photo.rgb.shape[:2]
        alpha = np.full((height, width), 255, np.uint8)
        return Cutout(photo.rgb, alpha, (0, 0, width, height), 1.0, f"whole {self.word}")


class TheirPainter(SdPainter):
    """A family of somebody else's."""

    family = "theirs"
    classes = frozenset({"ConsistencyDecoderVAE"})


def keep(address: str, data: bytes, *, force: bool) -> str:
    """A sink in memory."""
    WRITTEN[address] = data
    return hashlib.sha256(data).hexdigest()


@pytest.fixture(autouse=True)
def plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a package with these entry points were installed."""
    wanted = {
        "bggen.cutouts": {"whole": "tests.test_plugins:Whole", "absent": "not_installed_here:Cut"},
        "bggen.families": {"TheirPipeline": "tests.test_plugins:TheirPainter"},
        "bggen.sinks": {"memory": "tests.test_plugins:keep"},
    }
    true = metadata.entry_points

    def entry_points(*, group: str) -> list[metadata.EntryPoint]:
        more = [metadata.EntryPoint(name, value, group) for name, value in wanted.get(group, {}).items()]
        return [*true(group=group), *more]

    monkeypatch.setattr(registry.metadata, "entry_points", entry_points)


def test_a_cut_out_gets_the_word_after_its_colon() -> None:
    photo = Photo(np.zeros((8, 9, 3), np.uint8), None, "p", "0" * 64, "PNG")
    assert cutout.cut(photo, Options(cutout="whole:yes")).method == "whole yes"
    with pytest.raises(MissingExtra, match="not_installed_here"):
        cutout.cut(photo, Options(cutout="absent"))
    with pytest.raises(UnknownName, match="whole"):
        cutout.cut(photo, Options(cutout="nobody"))


def test_a_family_paints_its_own_folders_and_vouches_for_its_classes(tmp_path: Path) -> None:
    import json

    folder = sd_inpaint(tmp_path / "model")
    rename_class(folder, "TheirPipeline")
    painter = pipeline.load(Options(model=str(folder)), CPU)
    assert painter.info.family == "theirs"
    assert pipeline.warm_up(painter) > 0
    index = json.loads((folder / "model_index.json").read_text())
    index["vae"] = ["diffusers", "ConsistencyDecoderVAE"]
    (folder / "model_index.json").write_text(json.dumps(index))
    pipeline.load(Options(model=str(folder)), CPU)
    rename_class(folder, "StableDiffusionInpaintPipeline")
    with pytest.raises(UsageError, match="ConsistencyDecoderVAE"):
        pipeline.load(Options(model=str(folder)), CPU)


def test_a_sink_takes_the_picture_of_an_address(
    product_png: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def generate(*words: str) -> object:
        given = [str(product_png), "--model", "flat", "--size", "96", *words]
        monkeypatch.setattr(sys, "argv", ["bggen", "generate", *given])
        with pytest.raises(SystemExit) as done:
            cli.main()
        return done.value.code

    generate("-o", "memory://shelf/a.png")
    assert WRITTEN["memory://shelf/a.png"].startswith(b"\x89PNG")
    assert generate("-o", "nowhere://shelf/a.png") == 2
    assert "no sink for nowhere:// is installed (memory)" in capsys.readouterr().err
    assert generate("-o", "memory://shelf/a.png", "--variants", "2") == 2
    assert generate("-o", "memory://shelf/a.png", "--sidecar") == 2
