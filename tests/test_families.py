"""Every family paints from a folder in the true layout, through the one loading module."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from bggen import cli, models, pipeline
from bggen.errors import UsageError
from bggen.families import runtime
from bggen.families.flat import FlatPainter
from bggen.families.flux import FluxPainter
from bggen.families.z_image import ZImagePainter
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Painter, Rgb, Scene
from tests import tiny_models
from tests.tiny_models import FAMILIES

CPU = Settings(device="cpu", threads=1)  # tiny models: a second thread only waits
SMALLEST = 64  # side of a square: true models paint badly there, tiny ones as well as anywhere, and sooner
ALL = pytest.mark.parametrize("family", sorted(FAMILIES))

Folders = Callable[[str], Path]


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """A family's folder, built at its first use."""
    base, made = tmp_path_factory.mktemp("families"), dict[str, Path]()

    def folder(family: str) -> Path:
        if family not in made:
            made[family] = FAMILIES[family](base / family / "model")
        return made[family]

    return folder


@pytest.fixture(scope="session")
def painters(folders: Folders) -> Callable[[str], Painter]:
    """A family's painter, loaded at its first use."""
    loaded: dict[str, Painter] = {}

    def painter(family: str) -> Painter:
        if family not in loaded:
            loaded[family] = load(folders(family))
        return loaded[family]

    return painter


def load(folder: Path, settings: Settings = CPU, **options: object) -> Any:
    """A folder's painter, that paints as small as the canvas."""
    painter: Any = pipeline.load(Options.model_validate({"model": str(folder), **options}), settings)
    painter.smallest = SMALLEST
    return painter


def scene(seed: int = 1, size: tuple[int, int] = (96, 64), **options: object) -> Scene:
    """A red ellipse on a canvas (width, height)."""
    width, height = size
    y, x = np.mgrid[:height, :width]
    inside = ((x - width / 2) / (width / 4)) ** 2 + ((y - height / 2) / (height / 3)) ** 2 < 1
    alpha = np.where(inside, 255, 0).astype(np.uint8)
    rgb = np.zeros((height, width, 3), np.uint8)
    rgb[inside] = (200, 40, 30)
    box = (width // 4, height // 6, 3 * width // 4, 5 * height // 6)
    chosen = Options.model_validate({"prompt": "a oak table", "steps": 2, **options})
    return Scene(rgb, alpha, None, box, (0, 0), 1.0, chosen, seed)


def painted(painter: Painter, *scenes: Scene) -> list[Rgb]:
    return [painting.rgb for painting in painter.paint(scenes)]


@ALL
def test_a_family_paints_from_its_folder(family: str, painters: Callable[[str], Painter]) -> None:
    painter = painters(family)
    painting = painter.paint([scene()])[0]
    width, height = painting.notes["painted"]
    assert painter.info.family == family
    assert painting.rgb.shape == (height, width, 3)
    assert painting.rgb.dtype == np.uint8
    assert width % painter.info.multiple == 0 == height % painter.info.multiple
    assert width > height  # the canvas's shape
    assert painting.rgb.std() > 1  # a picture, not one colour
    assert painting.paints_shadow
    assert painting.notes["steps"] == 2
    assert painting.notes["reference"] == "none"


@ALL
def test_a_seed_gives_its_picture_alone_and_in_company(
    family: str, painters: Callable[[str], Painter]
) -> None:
    painter = painters(family)
    first, second = painted(painter, scene(1), scene(2, prompt="b"))
    alone = painted(painter, scene(2, prompt="b"))[0]
    assert np.array_equal(second, alone)  # bit-identical on a processor
    assert np.array_equal(first, painted(painter, scene(1))[0])
    assert not np.array_equal(first, second)
    assert not np.array_equal(first, painted(painter, scene(1, prompt="zzz qqq"))[0])  # words count


@ALL
def test_a_true_batch_differs_by_rounding_at_most(family: str, painters: Callable[[str], Painter]) -> None:
    painter = painters(family)
    plan = painter.plan(scene())
    scenes = [scene(1), scene(2, prompt="longer words here")]
    run, no_steps = painter._run, pipeline_progress(1)
    together = run(plan, scenes, no_steps, None)
    for item, batched in zip(scenes, together, strict=True):
        drift = np.abs(run(plan, [item], no_steps, None)[0].astype(int) - batched.astype(int))
        assert drift.max() <= 2


def pipeline_progress(runs: int) -> object:
    from bggen.families.diffusers_base import Progress

    return Progress(None, runs)


@ALL
def test_a_picture_that_joins_another_between_two_steps_comes_out_as_if_alone(
    family: str, painters: Callable[[str], Painter], monkeypatch: pytest.MonkeyPatch
) -> None:
    painter = painters(family)
    assert painter.company(Options()) == "none"  # a processor gains nothing
    monkeypatch.setattr(painter, "runtime", tiny_models.as_card(painter.runtime))
    if painter.company(Options()) != "steps":
        assert family in ("qwen-image-inpaint", "sd-controlnet", "sdxl-controlnet")
        return
    first, second = scene(1, steps=5), scene(2, steps=2, prompt="other words")
    alone = [painted(painter, each)[0] for each in (first, second)]
    rows: list[int] = []
    joined = threading.Event()

    def count(_network: object, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        rows.append(len(args[0] if args else next(iter(kwargs.values()))))

    def on_step(step: int, _steps: int) -> bool:
        return step != 2 or joined.wait(10)

    hook = getattr(painter.pipe, painter.denoiser).register_forward_pre_hook(count, with_kwargs=True)
    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(painter.paint, [first], on_step)
        while len(rows) < 2:  # then the first is held between two of its steps
            time.sleep(0.005)
        two = pool.submit(painter.paint, [second])
        while not painter._meeting._parked:
            time.sleep(0.005)
        joined.set()
        together = [each.result(20)[0].rgb for each in (one, two)]
    hook.remove()
    assert max(rows) == 2 * rows[0] == 2 * rows[-1]
    for same, shared in zip(alone, together, strict=True):
        assert np.abs(same.astype(int) - shared.astype(int)).mean() < 1


@ALL
def test_painting_stops_at_once_and_keeps_what_was_finished(
    family: str, painters: Callable[[str], Painter]
) -> None:
    seen: list[tuple[int, int]] = []

    def until_third(step: int, steps: int) -> bool:
        seen.append((step, steps))
        return len(seen) < 3

    whole = painted(painters(family), scene(1))[0]
    finished = painters(family).paint([scene(1), scene(2)], until_third)
    assert seen == [(1, 4), (2, 4), (3, 4)]
    assert len(finished) == 1  # the first had its two steps, the second had not
    assert np.array_equal(finished[0].rgb, whole)
    again = painted(painters(family), scene(1))[0]
    assert np.array_equal(again, whole)  # an interrupted pipeline paints on as before


@ALL
def test_a_reference_is_where_painting_starts(
    family: str, painters: Callable[[str], Painter], tmp_path: Path
) -> None:
    from PIL import Image

    Image.new("RGB", (96, 64), (10, 200, 40)).save(tmp_path / "green.png")
    own = str(tmp_path / "green.png")
    told = scene(reference=own, steps=4)
    seen: list[tuple[int, int]] = []
    painting = painters(family).paint([told], lambda *step: seen.append(step) is None)[0]
    steps = painters(family).plan(told).evaluated
    assert seen == [(step + 1, steps) for step in range(steps)]
    assert painting.notes["reference"] == own
    assert painting.notes["strength"] == pytest.approx(0.6)
    free = painted(painters(family), scene(reference="none", steps=4))[0]
    assert not np.array_equal(painting.rgb, free)
    if family in ("sd-inpaint", "flux-inpaint"):
        painters(family).paint([scene(reference=own, strength=0.0)])  # at least one step, not an error


@pytest.mark.parametrize(
    ("family", "number"),
    [
        ("sd-inpaint", "0"),
        *((kind, "1") for kind in ("sd-inpaint", "sdxl-inpaint", "flux-inpaint", "qwen-image-inpaint")),
    ],
)
def test_an_adapter_changes_the_picture_by_its_weight(
    family: str, number: str, folders: Folders, painters: Callable[[str], Painter], tmp_path: Path
) -> None:
    pipe = load(folders(family)).pipe
    file = tiny_models.lora(tmp_path, pipe, "unet" if "sd" in family else "transformer")
    adapted = load(folders(family), lora=(f"{file}:{number}",))
    plain = painters(family)
    same = np.array_equal(painted(adapted, scene())[0], painted(plain, scene())[0])
    assert same is (number == "0")
    assert adapted.info.digest != plain.info.digest


@ALL
def test_the_command_paints_with_a_folder_and_leaves_the_product_alone(
    family: str,
    folders: Folders,
    product_png: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def generate(name: str) -> bytes:
        words = ["-p", "a oak table", "--size", "128", "--steps", "1", "--device", "cpu", "--threads", "1"]
        target = tmp_path / name
        asked = ["--model", str(folders(family)), "--json", "-o", str(target)]
        monkeypatch.setattr("sys.argv", ["bggen", "generate", str(product_png), *words, *asked])
        with pytest.raises(SystemExit) as done:
            cli.main()
        assert done.value.code in (0, 3)  # random weights may well look doubtful to the checks
        return target.read_bytes()

    first = generate("one.png")
    record = json.loads(capsys.readouterr().out.splitlines()[0])
    assert record["model"]["family"] == family
    assert record["checks"]["proof"]["max_difference"] == 0
    assert record["painting"]["steps"] == 1
    if family in ("sd-inpaint", "flux-fill"):  # loaded anew: the same bytes
        assert generate("two.png") == first


@pytest.mark.parametrize("family", ["sd-inpaint"])
def test_an_offload_that_the_device_has_no_use_for_changes_nothing(
    family: str, folders: Folders, painters: Callable[[str], Painter]
) -> None:
    for offload in ("none", "model", "sequential"):
        settings = Settings.model_validate({"device": "cpu", "threads": 1, "offload": offload})
        other = load(folders(family), settings)
        assert np.array_equal(painted(other, scene())[0], painted(painters(family), scene())[0])


def test_an_adapter_of_another_model_is_refused(folders: Folders, tmp_path: Path) -> None:
    pipe = load(folders("flux-inpaint")).pipe
    file = tiny_models.lora(tmp_path, pipe, "transformer")
    wrong = load(folders("sd-inpaint"), lora=(str(file),))
    with pytest.raises(UsageError, match="doesn't fit"):
        wrong.paint([scene()])


def test_a_plain_stable_diffusion_folder_is_painted_with_by_blending(tmp_path: Path) -> None:
    painter = load(tiny_models.sd_plain(tmp_path / "sd"))
    assert painter.info.family == "sd-inpaint"
    assert len(painter.paint([scene()])) == 1


def test_the_controlnet_sees_the_hole(painters: Callable[[str], Painter]) -> None:
    pipe = painters("sd-controlnet").pipe
    assert pipe.controlnet.config.in_channels == 9
    assert pipe.controlnet.config.conditioning_channels == 3
    shapes = []
    hook = pipe.controlnet.register_forward_hook(
        lambda _m, args, kwargs, _r: shapes.append((args[0].shape, kwargs["controlnet_cond"].shape)),
        with_kwargs=True,
    )
    painters("sd-controlnet").paint([scene()])
    hook.remove()
    latents, control = shapes[0]
    assert latents[1] == 9  # noise, mask and masked picture
    assert control[1] == 3


def test_text_is_read_once_for_each_prompt_and_not_kept_for_ever(painters: Callable[[str], Painter]) -> None:
    from bggen.families import diffusers_base

    painter = painters("sd-inpaint")
    calls: list[int] = []
    hook = painter.pipe.text_encoder.register_forward_hook(lambda *_: calls.append(1))
    painter.paint([scene(seed, prompt="never seen before") for seed in range(3)])
    hook.remove()
    assert len(calls) == 2  # prompt and negative prompt
    for number in range(diffusers_base.PROMPTS_KEPT + 3):
        painter._text(scene(prompt=f"p {number}"), painter.plan(scene()))
    assert len(painter._texts) == diffusers_base.PROMPTS_KEPT


def test_a_negative_prompt_that_has_no_effect_is_said_so(painters: Callable[[str], Painter]) -> None:
    flux = painters("flux-inpaint").paint([scene(negative="text")])[0]
    assert "negative" in flux.notes["warnings"][0]
    sd = painters("sd-inpaint").paint([scene(negative="text")])[0]
    assert "warnings" not in sd.notes
    assert not np.array_equal(sd.rgb, painted(painters("sd-inpaint"), scene())[0])


@pytest.mark.parametrize("family", ["sdxl-controlnet", "z-image-inpaint"])
def test_a_narrow_denoiser_paints_nearly_the_same(
    family: str, folders: Folders, painters: Callable[[str], Painter]
) -> None:
    narrow = load(folders(family), Settings(device="cpu", dtype="bfloat16"))
    exact, rough = painted(painters(family), scene())[0], painted(narrow, scene())[0]
    assert narrow.info.dtype == "bfloat16"
    assert np.abs(exact.astype(int) - rough.astype(int)).mean() < 8


@pytest.mark.parametrize("family", ["sd-inpaint", "sdxl-inpaint", "flux-fill"])
def test_noise_is_drawn_in_float32_and_is_the_same_for_every_precision(
    family: str, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, randn = list[tuple[torch.dtype, float]](), torch.randn

    def noted(*args: Any, **how: Any) -> torch.Tensor:
        made = randn(*args, **how)
        drawn.append((made.dtype, float(made.double().sum())))
        return made

    monkeypatch.setattr(torch, "randn", noted)
    for dtype in ("float32", "bfloat16"):
        painted(load(folders(family), Settings(device="cpu", dtype=dtype)), scene())
    first, second = drawn[: len(drawn) // 2], drawn[len(drawn) // 2 :]
    assert first == second and {dtype for dtype, _ in drawn} == {torch.float32}


def test_words_that_a_model_does_not_get_to_are_told_in_the_record_and_by_nobody_else(
    painters: Callable[[str], Painter],
) -> None:
    heard: list[logging.LogRecord] = []
    handler = logging.Handler()
    handler.emit = heard.append
    loggers = [logging.getLogger(name) for name in ("diffusers", "transformers")]
    for logger in loggers:
        logger.addHandler(handler)
    long = scene(prompt="oak " * 60, steps=1)
    told = painters("sd-inpaint").paint([long])[0].notes["warnings"]
    for family, other in (("sd-inpaint", scene(prompt="oak " * 20)), ("flux-inpaint", long)):
        painter: Any = painters(family)  # T5 reads on where CLIP ends
        painter._text(other, painter.plan(other))
        assert painter.unread(other, painter.plan(other)) == []
    runtime.say_nothing_of_casts()
    tiny_models.vae().to(torch.float64)
    for logger in loggers:
        logger.removeHandler(handler)
    assert told == ["prompt: 182 tokens, and the model reads 77: the last words don't count, shorten it"]
    assert not heard


@pytest.mark.parametrize(("guidance", "tokens"), [(True, 512), (False, 256)])
def test_the_four_step_flux_reads_as_many_tokens_as_it_was_trained_with(guidance: bool, tokens: int) -> None:
    painter: Any = FluxPainter.__new__(FluxPainter)
    painter.pipe = SimpleNamespace(
        tokenizer_2=None,
        transformer=SimpleNamespace(config=SimpleNamespace(guidance_embeds=guidance)),
        _execution_device="cpu",
        encode_prompt=lambda _, device, max_sequence_length=512: (torch.zeros(1, max_sequence_length), 0, 0),
    )
    assert painter.encode("a", "", False)["prompt_embeds"].shape == (1, tokens)


def test_turbo_takes_the_eight_evaluations_that_it_was_distilled_to(tmp_path: Path) -> None:
    from diffusers.pipelines.z_image.pipeline_z_image_inpaint import get_default_z_image_sigmas

    (tmp_path / "scheduler").mkdir()
    (tmp_path / "scheduler" / "scheduler_config.json").write_text('{"shift": 3.0}')
    steps = ZImagePainter.defaults(tmp_path, {}).steps
    sigmas = get_default_z_image_sigmas(steps)  # none of them 0, where nothing is left to do
    assert steps == models.KNOWN["Tongyi-MAI/Z-Image-Turbo"].steps == 8
    assert sigmas == [1 - step / 8 for step in range(8)]


def test_flat_is_plain_and_follows_the_seed() -> None:
    first, second = FlatPainter().paint([scene(1), scene(2)])
    assert first.rgb.shape == (64, 96, 3)
    assert not first.paints_shadow
    assert not np.array_equal(first.rgb, second.rgb)
    assert np.array_equal(first.rgb, FlatPainter().paint([scene(1)])[0].rgb)
