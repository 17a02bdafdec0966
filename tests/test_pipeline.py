"""The one loading module: local folders in the true layout, and what is refused."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from bggen import machine, models, pipeline
from bggen.engine import Engine, prepare
from bggen.errors import LicenceRefused, OutOfMemory, PaintFailed, UsageError, WeightsMissing
from bggen.families.sd import SdPainter
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Job, Scene
from tests.tiny_models import rename_class, sd_inpaint, sdxl_inpaint

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
    together = engine.paint(items)
    alone = engine.paint(items[1:])
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

    Engine(CPU).paint(scenes(product_png, sd_folder, 1), once)
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
        machine.choose_device("cuda:9")


def test_studio_paints_from_noise_what_the_words_say(product_png: Path) -> None:
    engine, reds = Engine(CPU), []
    for colour in ("red", "light grey"):
        asked = Options(
            prompt=f"on seamless {colour} studio backdrop", reference="none", size="256", seed=1, steps=6
        )
        render = next(engine.render(Job(str(product_png), asked)))
        assert render.record["checks"]["proof"]["max_difference"] == 0
        corner = render.rgb[:40].astype(float).mean((0, 1))
        reds.append(corner[0] - corner[1:].mean())
        assert "first version" in " ".join(render.record["painting"]["warnings"])
    assert reds[0] > reds[1] + 40


def test_a_reader_of_settings_sees_what_was_chosen(sd_folder: Path) -> None:
    info = pipeline.load(Options(model=str(sd_folder)), Settings(device="cpu", dtype="float32")).info
    assert (info.family, info.device, info.dtype, info.native) == ("sd-inpaint", "cpu", "float32", 128)
    assert (info.default_steps, info.default_guidance) == (25, 7.5)
    assert len(bytes.fromhex(info.digest)) == 32


def test_a_digest_is_the_same_for_the_same_weights_elsewhere(sd_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(sd_folder, tmp_path / "copy")
    first = pipeline.load(Options(model=str(sd_folder)), CPU).info.digest
    assert pipeline.load(Options(model=str(tmp_path / "copy")), CPU).info.digest == first


def test_loading_imports_no_weights_before_the_first_scene(sd_folder: Path) -> None:
    painter = pipeline.load(Options(model=str(sd_folder)), CPU)
    assert "pipe" not in vars(painter)
    assert pipeline.warm_up(painter) > 0
    assert "pipe" in vars(painter)


def test_a_pulled_model_that_changed_is_refused(sd_folder: Path, tmp_path: Path) -> None:
    def hub(_name: str, _revision: str, target: Path, _take: list[str], _leave: list[str]) -> None:
        shutil.copytree(sd_folder, target, dirs_exist_ok=True)

    settings = Settings(device="cpu", models_dir=tmp_path)
    folder = models.pull("org/name", settings, revision="a" * 40, download=hub)
    assert pipeline.load(Options(model="org/name"), settings).info.model == "org/name"
    with (folder / "unet" / "diffusion_pytorch_model.safetensors").open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"\x7f")
    with pytest.raises(UsageError, match=r"changed since it was pulled; pull the model again"):
        pipeline.load(Options(model="org/name"), settings)


def test_known_noncommercial_weights_want_consent_at_loading_too(sd_folder: Path, tmp_path: Path) -> None:
    name = "black-forest-labs/FLUX.2-klein-9B"
    shutil.copytree(sd_folder, tmp_path / name.replace("/", "--") / ("b" * 40))
    settings = Settings(device="cpu", models_dir=tmp_path)
    with pytest.raises(LicenceRefused, match="accept-noncommercial"):
        pipeline.load(Options(model=name), settings)
    painter = pipeline.load(Options(model=name, accept_noncommercial=True), settings)
    assert "Non-Commercial" in painter.info.licence


def test_a_folder_of_parts_that_do_not_fit_is_one_clear_line(sd_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(sd_folder, tmp_path / "broken")
    (tmp_path / "broken" / "unet" / "diffusion_pytorch_model.safetensors").unlink()
    painter = pipeline.load(Options(model=str(tmp_path / "broken")), CPU)
    with pytest.raises(UsageError, match="can't be loaded") as caught:
        pipeline.warm_up(painter)
    assert "\n" not in str(caught.value)


def test_the_libraries_say_nothing_while_a_folder_is_loaded(sd_folder: Path) -> None:
    loads = """
import sys
from bggen import pipeline
from bggen.options import Options
from bggen.settings import Settings

pipeline.load(Options(model=sys.argv[1]), Settings(device="cpu")).pipe
"""
    run = [sys.executable, "-W", "ignore", "-c", loads, str(sd_folder)]
    done = subprocess.run(run, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("part", ["vae", "text_encoder", "unet"])
def test_a_part_that_lacks_a_weight_paints_no_noise(sd_folder: Path, tmp_path: Path, part: str) -> None:
    shutil.copytree(sd_folder, tmp_path / "partial")
    (file,) = (tmp_path / "partial" / part).glob("*.safetensors")
    tensors = load_file(file)
    lost = sorted(tensors)[0]
    save_file({name: tensors[name] for name in tensors if name != lost}, file, {"format": "pt"})
    painter = pipeline.load(Options(model=str(tmp_path / "partial")), CPU)
    with pytest.raises(UsageError, match=rf"can't be loaded: .* lacks weights, {re.escape(lost)} among them"):
        pipeline.warm_up(painter)


def test_a_tokenizer_without_its_words_is_no_reason_to_ignore_the_prompt(
    sd_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(sd_folder, tmp_path / "mute")
    (tmp_path / "mute" / "tokenizer" / "tokenizer.json").unlink()
    painter = pipeline.load(Options(model=str(tmp_path / "mute")), CPU)
    with pytest.raises(UsageError, match="can't be loaded: tokenizer has no vocabulary"):
        pipeline.warm_up(painter)


def test_a_text_tower_of_another_width_is_one_clear_line(
    sd_folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)  # a terminal is told in colours
    shutil.copytree(sd_folder, tmp_path / "wide")
    config = tmp_path / "wide" / "text_encoder" / "config.json"
    config.write_text(json.dumps(json.loads(config.read_text()) | {"intermediate_size": 48}))
    painter = pipeline.load(Options(model=str(tmp_path / "wide")), CPU)
    with pytest.raises(UsageError, match=r"not as its config.json says: [^|]*mlp.fc1.bias$"):
        pipeline.warm_up(painter)
    assert "LOAD REPORT" not in "".join(capfd.readouterr())


@pytest.mark.parametrize("part", ["vae", "text_encoder", "unet"])
def test_a_part_that_is_here_in_half_precision_alone_is_loaded(
    sd_folder: Path, tmp_path: Path, part: str
) -> None:
    shutil.copytree(sd_folder, tmp_path / "mixed")
    for file in (tmp_path / "mixed" / part).glob("*.safetensors"):
        file.rename(file.with_name(f"{file.stem}.fp16.safetensors"))
    painter = pipeline.load(Options(model=str(tmp_path / "mixed")), CPU)
    assert isinstance(painter, SdPainter)
    assert getattr(painter.pipe, part).dtype == torch.float32


def test_a_pipeline_of_no_family_is_named(sd_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(sd_folder, tmp_path / "video")
    rename_class(tmp_path / "video", "WanPipeline")
    with pytest.raises(UsageError, match="no family paints with WanPipeline"):
        pipeline.load(Options(model=str(tmp_path / "video")), CPU)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("nowhere.safetensors", "there is no file nowhere.safetensors"),
        ("adapter.bin", "only .safetensors"),
        ("c:nan:adapter.pt:0.5", "only .safetensors"),
    ],
)
def test_adapters_that_cannot_be_read_are_named(given: str, words: str, sd_folder: Path) -> None:
    with pytest.raises(UsageError, match=words):
        pipeline.load(Options(model=str(sd_folder), lora=(given,)), CPU)


def test_an_adapter_may_have_a_weight_and_a_colon_in_its_path(tmp_path: Path) -> None:
    file = tmp_path / "a:b.safetensors"
    file.write_bytes(b"")
    for given, weight in ((str(file), 1.0), (f"{file}:0.25", 0.25), (f"{file}:-1", -1.0)):
        adapter = pipeline.read_adapters((given,))[0]
        assert (adapter.file, adapter.weight) == (file, weight)


@pytest.mark.parametrize("model", ["studio", "flat"])
def test_painters_of_our_own_take_no_adapter(model: str) -> None:
    with pytest.raises(UsageError, match="--lora"):
        pipeline.load(Options(model=model, lora=("a.safetensors",)), CPU)


@pytest.mark.parametrize(
    ("free", "choice"),
    [(18, "none"), (17, "text"), (12, "text"), (11, "model"), (10, "sequential")],
)
def test_weights_wait_off_the_device_when_memory_is_short(free: int, choice: str) -> None:
    parts = {"transformer": 5, "text_encoder": 2, "text_encoder_2": 7}
    assert machine.offload_for({name: size * 2**30 for name, size in parts.items()}, free * 2**30) == choice


def test_text_towers_are_on_the_device_one_at_a_time_and_only_to_read(
    tmp_path: Path, product_png: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from accelerate.hooks import CpuOffload, UserCpuOffloadHook

    folder = sdxl_inpaint(tmp_path / "sdxl")
    told: list[tuple[str, str | None]] = []

    def before(hook: CpuOffload, module: torch.nn.Module, *args: Any, **kwargs: Any) -> Any:
        ahead = hook.prev_module_hook
        told.append((type(module).__name__, type(ahead.model).__name__ if ahead else None))
        return args, kwargs

    monkeypatch.setattr(CpuOffload, "pre_forward", before)
    monkeypatch.setattr(
        UserCpuOffloadHook, "offload", lambda hook: told.append((type(hook.model).__name__, "home"))
    )
    items = scenes(product_png, folder, 1)
    plain = Engine(CPU).paint(items)[0].rgb
    assert not told
    monkeypatch.setattr(machine, "choose_offload", lambda *_: "text")
    engine = Engine(CPU)
    assert np.array_equal(engine.paint(items)[0].rgb, plain)
    assert np.array_equal(engine.paint(items)[0].rgb, plain)  # the prompt is known by now
    first, second = "CLIPTextModel", "CLIPTextModelWithProjection"
    assert told == [(first, None), (second, first), (second, "home")]  # an empty negative prompt is zeros


def test_part_sizes_are_what_the_parts_take_as_loaded(sd_folder: Path) -> None:
    wide = machine.part_sizes(sd_folder, "float32")
    narrow = machine.part_sizes(sd_folder, "bfloat16")
    assert set(wide) == {"unet", "vae", "text_encoder"}
    assert {name: size // 2 for name, size in wide.items()} == narrow
    unet = pipeline.load(Options(model=str(sd_folder)), CPU).pipe.unet
    assert wide["unet"] == sum(p.numel() for p in unet.parameters()) * 4


def test_out_of_memory_is_told_once_and_in_our_words() -> None:
    from bggen.families.runtime import out_of_memory

    for error in (
        torch.OutOfMemoryError("CUDA out of memory"),
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"),
        MemoryError(),
    ):
        with (
            pytest.raises(OutOfMemory, match="painting 4 x 512x512"),
            out_of_memory("painting 4 x 512x512", "cpu"),
        ):
            raise error
    with pytest.raises(RuntimeError, match="size mismatch"), out_of_memory("painting", "cpu"):
        raise RuntimeError("size mismatch")


def test_batches_on_a_device_hold_only_scenes_of_one_plan(sd_folder: Path) -> None:
    from dataclasses import dataclass

    from bggen.families.runtime import Runtime

    @dataclass(frozen=True, slots=True)
    class Batching(Runtime):
        """Computes on the processor, groups as on an accelerator."""

        @property
        def on_cpu(self) -> bool:
            return False

    painter = pipeline.load(Options(model=str(sd_folder)), CPU)
    alone = [painter.paint([scene])[0].rgb for scene in mixed_scenes()]
    painter.runtime = Batching()
    sizes: list[int] = []
    run = painter._run

    def counted(plan: object, scenes: list[Scene], *rest: object) -> object:
        sizes.append(len(scenes))
        return run(plan, scenes, *rest)

    painter._run = counted
    together = [painting.rgb for painting in painter.paint(mixed_scenes())]
    assert sizes == [2, 1]
    for one, other in zip(alone, together, strict=True):
        assert np.abs(one.astype(int) - other.astype(int)).max() <= 1


def mixed_scenes() -> list[Scene]:
    """Two scenes of two steps and one of three."""
    alpha = np.zeros((64, 64), np.uint8)
    alpha[20:40, 20:40] = 255
    rgb = np.repeat(alpha[..., None], 3, axis=2)
    return [
        Scene(rgb, alpha, None, (20, 20, 40, 40), (0, 0), 1.0, Options(prompt="a", steps=steps), seed)
        for seed, steps in enumerate((2, 2, 3))
    ]


@pytest.mark.parametrize(
    ("canvas", "native", "multiple", "smallest", "size"),
    [
        ((4000, 4000), 1024, 16, 256, (1024, 1024)),  # never larger than the model's own
        ((512, 512), 1024, 16, 256, (512, 512)),  # smaller where the model can
        ((512, 512), 1024, 32, 1024, (1024, 1024)),  # and not where it can't
        ((100, 100), 1024, 16, 256, (256, 256)),
        ((1600, 900), 1024, 16, 256, (1360, 768)),
        ((1070, 1000), 1024, 16, 256, (1056, 992)),  # rounded, but not beyond the area
        ((100, 5000), 1024, 16, 256, (416, 1232)),  # at most 1:3
    ],
)
def test_the_size_to_paint_at(
    canvas: tuple[int, int], native: int, multiple: int, smallest: int, size: tuple[int, int]
) -> None:
    from bggen.families.canvas import working_size

    painted = working_size(canvas, native, multiple, smallest)
    assert painted == size
    assert painted[0] * painted[1] <= native**2


def test_the_hole_reaches_into_the_product_but_never_swallows_it() -> None:
    from bggen.families.canvas import view

    alpha = np.zeros((64, 64), np.uint8)
    alpha[16:48, 16:48] = 255
    alpha[0:8, 60:62] = 255
    rgb = np.repeat(alpha[..., None], 3, axis=2)
    scene = Scene(rgb, alpha, None, (0, 0, 64, 64), (0, 0), 1.0, Options(), 0)
    hole = np.asarray(view(scene, (64, 64), 4, None).hole)
    assert hole[32, 32] == 0
    assert hole[32, 18] == 255  # four pixels of the product's rim are painted over, and pasted back later
    thin = np.where(np.arange(64)[None] % 16 == 0, 255, 0).astype(np.uint8).repeat(64, axis=0)
    scene = Scene(rgb, thin, None, (0, 0, 64, 64), (0, 0), 1.0, Options(), 0)
    assert (np.asarray(view(scene, (64, 64), 4, None).hole) == 255 - thin).all()


def test_the_product_lies_on_grey_and_keeps_its_colour_to_the_edge() -> None:
    from bggen.families.canvas import view

    alpha = np.zeros((128, 128), np.uint8)
    alpha[32:96, 33:95] = 255
    rgb = np.zeros((128, 128, 3), np.uint8)
    rgb[alpha > 0] = (200, 40, 30)
    scene = Scene(rgb, alpha, None, (33, 32, 95, 96), (0, 0), 1.0, Options(), 0)
    start = np.asarray(view(scene, (64, 64), 0, None).start)
    assert start[0, 0].tolist() == [128, 128, 128]
    assert start[32, 32].tolist() == [200, 40, 30]
    assert np.abs(start[32, 16].astype(int) - [164, 84, 79]).max() <= 2  # half covered: no dark fringe


def test_pictures_widened_on_the_device_are_what_the_library_makes_of_them() -> None:
    from diffusers.image_processor import VaeImageProcessor

    from bggen.families.canvas import tensors, view, views

    dice = np.random.default_rng(0)
    alpha = np.zeros((96, 64), np.uint8)
    alpha[20:60, 10:50] = dice.integers(0, 256, (40, 40))
    rgb = dice.integers(0, 256, (96, 64, 3), np.uint8) * (alpha > 0)[..., None].astype(np.uint8)
    backdrop = dice.integers(0, 256, (50, 70, 3), np.uint8)
    both = [Scene(rgb, alpha, None, (10, 20, 50, 60), (0, 0), 1.0, Options(), seed) for seed in (1, 2)]
    for reference in (None, backdrop):
        seen = views(both, (64, 96), 4, reference)
        assert all(one.start == view(both[0], (64, 96), 4, reference).start for one in seen)
        pictures = VaeImageProcessor(vae_scale_factor=8)
        holes = VaeImageProcessor(
            vae_scale_factor=8, do_normalize=False, do_binarize=True, do_convert_grayscale=True
        )
        ours = tensors(seen, "cpu")
        for process, made, given in (
            (pictures, ours[0], [one.start for one in seen]),
            (holes, ours[1], [one.hole for one in seen]),
        ):
            theirs = process.preprocess(given, height=96, width=64)
            assert torch.equal(theirs, process.preprocess(made, height=96, width=64))


def test_pixels_are_rounded_and_a_picture_that_overflowed_is_none() -> None:
    from bggen.families.canvas import pixels

    shades = torch.tensor([0.0, 0.001, 0.002, 0.5, 1.0, 1.2]).reshape(1, 1, 1, 6).repeat(1, 3, 1, 1)
    assert pixels(shades)[0, 0, :, 0].tolist() == [0, 0, 1, 128, 255, 255]
    assert pixels(shades.bfloat16()).shape == (1, 1, 6, 3)
    with pytest.raises(PaintFailed, match="overflowed"):
        pixels(torch.full((1, 3, 2, 2), torch.nan))


def test_a_processor_paints_in_float32_unless_asked(sd_folder: Path) -> None:
    assert machine.choose_dtype("cpu") == "float32"  # never by timing: the same bytes on a busy day
    asked = Settings(device="cpu", dtype="bfloat16")
    assert pipeline.load(Options(model=str(sd_folder)), asked).info.dtype == "bfloat16"


def test_consent_is_asked_for_again_when_it_is_not_given_again(sd_folder: Path, tmp_path: Path) -> None:
    name = "black-forest-labs/FLUX.2-klein-9B"
    shutil.copytree(sd_folder, tmp_path / name.replace("/", "--") / ("b" * 40))
    engine = Engine(Settings(device="cpu", models_dir=tmp_path))
    engine.painter(Options(model=name, accept_noncommercial=True))
    with pytest.raises(LicenceRefused):
        engine.painter(Options(model=name))


def test_studio_paints_from_nothing_where_its_diffusion_weights_are(
    sd_folder: Path, product_png: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bggen.families.studio import painter

    monkeypatch.setattr(painter, "WEIGHTS", sd_folder)
    options = Options(prompt="a b", reference="none", size="128", steps=1)
    render = next(Engine(CPU).render(Job(str(product_png), options)))
    assert render.record["painting"]["reference"] == "none"
    assert render.record["checks"]["proof"]["max_difference"] == 0


def test_a_network_for_cut_outs_is_no_painter(tmp_path: Path) -> None:
    (tmp_path / "u2net.onnx").write_bytes(b"x")
    with pytest.raises(UsageError, match="--cutout rembg:u2net"):
        pipeline.load(Options(model="rembg:u2net"), Settings(device="cpu", models_dir=tmp_path))


def test_a_machine_without_a_card_is_not_asked_by_torch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what a driver puts there makes it worth the second that torch takes to import."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(machine, "CARD_NODES", (str(tmp_path / "card"),))
    assert not machine._may_have_a_card()
    (tmp_path / "card").touch()
    assert machine._may_have_a_card()


def test_a_set_needs_no_torch(product_png: Path) -> None:
    code = (
        "import sys, bggen; from bggen import machine; from bggen.options import Options;"
        "machine.CARD_NODES = ();"
        f"bggen.generate({str(product_png)!r}, options=Options(prompt='on oak', size='256'));"
        "print([name for name in ('torch', 'diffusers', 'transformers') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
