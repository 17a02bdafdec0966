"""--speed, and what is computed once however many pictures ask for it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import AutoencoderKL, FluxTransformer2DModel, UNet2DConditionModel
from torch.nn.attention import SDPBackend

from bggen import machine, pipeline
from bggen.batch.stream.painting import bucket_of
from bggen.benchmark.quality import psnr
from bggen.engine import Engine, prepare
from bggen.errors import UsageError
from bggen.families import attention, caching, compiling, float8, replay
from bggen.families.nested import each, tensors
from bggen.families.sd import SdPainter
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Job, Render
from tests import tiny_models

CPU = Settings(device="cpu", threads=1)
pytestmark = pytest.mark.usefixtures("small_canvases")
BFLOAT16 = {"avx512_bf16": True}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_models.sd_inpaint(tmp_path_factory.mktemp("sd") / "model")


@pytest.fixture
def with_bfloat16(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a processor that multiplies bfloat16; others compute the same, only slower."""
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: BFLOAT16)


def counted(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> list[int]:
    """How many rows each call of a method is given, from now on."""
    rows: list[int] = []
    original = getattr(owner, name)

    def counting(*args: Any, **kwargs: Any) -> Any:
        rows.append(len(next(v for v in (*args, *kwargs.values()) if isinstance(v, torch.Tensor))))
        return original(*args, **kwargs)

    monkeypatch.setattr(owner, name, counting)
    return rows


def renders(engine: Engine, photo: Path, **options: Any) -> Iterator[Render]:
    return engine.render(Job(str(photo), Options(prompt="a b", size="128", **options)))


def pipe(engine: Engine, **options: Any) -> Any:
    return engine.painter(Options(**options)).pipe


def test_a_prompt_is_encoded_once_and_a_masked_photo_once_for_all_variants(
    folder: Path, product_png: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Engine(CPU)
    parts = pipe(engine, model=str(folder))
    texts = counted(monkeypatch, parts.text_encoder, "forward")
    pictures = counted(monkeypatch, parts.vae.encoder, "forward")
    evaluations = counted(monkeypatch, parts.unet, "forward")
    wanted: dict[str, Any] = {"model": str(folder), "variants": 3, "steps": 2}
    first, again = (list(renders(engine, product_png, **wanted)) for _ in range(2))
    assert len({render.rgb.tobytes() for render in first}) == 3  # variants differ
    assert all(np.array_equal(one.rgb, other.rgb) for one, other in zip(first, again, strict=True))
    assert len(texts) == 2  # the prompt and the negative one
    assert len(pictures) == 1
    assert evaluations == [2] * 12
    list(renders(engine, product_png, model=str(folder), steps=1, placement="fit", fill=0.5))
    assert len(pictures) == 2  # another picture is not mistaken for it


def test_remembering_pictures_changes_no_pixel(folder: Path, product_png: Path) -> None:
    remembering, forgetting = Engine(CPU), Engine(CPU)
    del pipe(forgetting, model=str(folder)).vae.encode  # the class's own again
    one, other = (
        list(renders(engine, product_png, model=str(folder), variants=2, steps=1))
        for engine in (remembering, forgetting)
    )
    assert all(np.array_equal(a.rgb, b.rgb) for a, b in zip(one, other, strict=True))


@pytest.mark.usefixtures("with_bfloat16")
def test_speed_is_near_the_exact_picture_and_says_what_it_did(folder: Path, product_png: Path) -> None:
    exact, fast, fastest = (
        next(renders(Engine(CPU), product_png, model=str(folder), steps=4, speed=speed))
        for speed in ("exact", "fast", "fastest")
    )
    assert exact.record["model"]["dtype"] == "float32"
    assert "speed" not in exact.record["painting"]
    assert fast.record["model"]["dtype"] == "bfloat16"
    assert fast.record["painting"]["speed"] == "bfloat16"
    assert fast.record["options"]["speed"] == "fast"
    assert fastest.record["painting"]["speed"] == "bfloat16, guidance ends after 50% of the steps"
    near = psnr(fast.rgb, exact.rgb)
    assert near is not None and near > 30
    assert all(one.record["checks"]["proof"]["max_difference"] == 0 for one in (exact, fast, fastest))


@pytest.mark.parametrize(
    ("family", "rows", "says"),
    [
        ("sd-inpaint", [2, 2, 1, 1], "guidance ends after 50% of the steps"),
        ("sdxl-inpaint", [2, 2, 1, 1], "guidance ends after 50% of the steps"),
        ("sd-controlnet", [2, 2, 2, 2], "nothing to change"),
    ],
)
def test_guidance_ends_early_where_the_pipeline_lets_it(
    family: str,
    rows: list[int],
    says: str,
    tmp_path: Path,
    product_png: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = str(tiny_models.FAMILIES[family](tmp_path / "model"))
    engine = Engine(Settings(device="cpu", dtype="float32", threads=1))
    seen = counted(monkeypatch, pipe(engine, model=made, speed="fastest").unet, "forward")
    first, second = (
        next(renders(engine, product_png, model=made, steps=4, speed="fastest")) for _ in range(2)
    )
    assert seen == rows * 2  # and the second picture is guided from its start again
    assert first.record["painting"]["speed"] == says
    assert np.array_equal(first.rgb, second.rgb)


def test_deep_features_are_kept_between_steps_but_never_between_pictures(
    folder: Path, product_png: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "GUIDED", 1.0)
    engine = Engine(Settings(device="cpu", dtype="float32", threads=1))
    unet = pipe(engine, model=str(folder), speed="fastest").unet
    next(renders(engine, product_png, model=str(folder), steps=1, speed="fastest"))  # installs the cache
    outer = counted(monkeypatch, unet.down_blocks[0], "forward")
    inner = counted(monkeypatch, unet.mid_block.resnets[0], "forward")
    wanted: dict[str, Any] = {"model": str(folder), "steps": 12, "variants": 2, "speed": "fastest"}
    first, other = renders(engine, product_png, **wanted)
    assert (len(outer), len(inner)) == (24, 12)
    assert first.record["painting"]["speed"] == "deep features foretold in 6 of 12 steps"
    again = next(renders(engine, product_png, **wanted))
    assert np.array_equal(first.rgb, again.rgb) and not np.array_equal(first.rgb, other.rgb)
    near = psnr(first.rgb, next(renders(Engine(CPU), product_png, **wanted | {"speed": "exact"})).rgb)
    assert near is not None and near > 40  # and not the exact one, which would say None
    few = next(renders(engine, product_png, model=str(folder), steps=4, speed="fastest"))
    assert "deep features" not in few.record["painting"]["speed"]


@pytest.mark.parametrize("family", ["flux-fill", "qwen-image-inpaint", "flux2-klein-inpaint", "sd3-inpaint"])
def test_a_transformers_blocks_are_foretold_between_steps(
    family: str, tmp_path: Path, product_png: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = str(tiny_models.FAMILIES[family](tmp_path / "model"))
    engine = Engine(Settings(device="cpu", dtype="float32", threads=1))
    wanted: dict[str, Any] = {"model": made, "steps": 9, "variants": 2, "speed": "fastest"}
    blocks = caching.blocks_of(pipe(engine, model=made, speed="fastest").transformer)
    first, last = (counted(monkeypatch, block, "forward") for block in (blocks[0], blocks[-1]))
    quick = list(renders(engine, product_png, **wanted))
    calls = len(first) // 9  # of a step, for both pictures
    assert len(first) == 9 * calls and len(last) == 5 * calls  # steps 0, 1, 2, 5 and 8
    assert quick[0].record["painting"]["speed"] == "deep features foretold in 4 of 9 steps"
    one = wanted | {"variants": 1}
    again = next(renders(engine, product_png, **one))
    assert np.array_equal(quick[0].rgb, again.rgb) and not np.array_equal(quick[0].rgb, quick[1].rgb)
    near = psnr(quick[0].rgb, next(renders(Engine(CPU), product_png, **one | {"speed": "exact"})).rgb)
    assert near is not None and near > 40


def test_what_goes_along_a_line_is_foretold_half_way_along_it() -> None:
    past = caching.Past()
    past.keep(1, (torch.full((2, 3), 1.0),))
    assert torch.equal(past.foretell(2)[0], torch.full((2, 3), 1.0))  # nothing to draw a line through
    past.keep(3, (torch.full((2, 3), 5.0),))
    assert torch.equal(past.foretell(5)[0], torch.full((2, 3), 7.0))
    past.keep(6, (torch.full((1, 3), 9.0),))  # without its unguided half
    assert torch.equal(past.foretell(7)[0], torch.full((1, 3), 9.0))


@pytest.mark.parametrize(
    ("family", "denoiser", "some", "never"),
    [
        ("flux-fill", "transformer", "single_transformer_blocks.0.proj_out", "proj_out"),
        ("sdxl-inpaint", "unet", "transformer_blocks.0.ff.net.0.proj", "transformer_blocks.0.attn2.to_k"),
    ],
)
def test_only_large_matrices_of_repeated_blocks_get_float8(
    family: str, denoiser: str, some: str, never: str, tmp_path: Path
) -> None:
    made = str(tiny_models.FAMILIES[family](tmp_path / "model"))
    network = getattr(pipe(Engine(CPU), model=made), denoiser)
    chosen = [name for name, module in network.named_modules() if float8.worth(module, name)]
    assert any(name.endswith(some) for name in chosen) and never not in chosen
    assert not any(
        "norm" in name or "embed" in name or name.endswith(never) for name in chosen if name != some
    )


def test_float8_bears_the_zeros_of_an_empty_negative_prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    quantizing = pytest.importorskip("torchao.quantization.quant_api", reason="the extra bggen[fp8]")
    monkeypatch.setattr(
        quantizing, "_check_hardware_support", lambda _: None
    )  # slow on a processor, but right
    torch.manual_seed(0)
    blocks = torch.nn.ModuleList([torch.nn.Linear(32, 48), torch.nn.Linear(32, 48)]).to(torch.bfloat16)
    network = torch.nn.ModuleDict({"layers": torch.nn.ModuleList([blocks])})
    with torch.no_grad():
        blocks[1].weight[5] = 0
    seen = torch.randn(3, 32, dtype=torch.bfloat16)
    seen[1] = 0
    want = [block(seen) for block in blocks]
    float8.narrow(network)
    assert [type(block.weight.data) is torch.Tensor for block in blocks] == [False, True]
    for block, exact in zip(blocks, want, strict=True):
        assert torch.allclose(block(seen), exact, atol=0.1) and torch.equal(block(seen)[1], exact[1])


def test_float8_is_for_cards_that_have_it_and_says_when_its_extra_is_missing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda _: (80 << 30, 80 << 30))
    monkeypatch.setattr(float8, "found", lambda: True)

    def chosen(speed: str, capability: tuple[int, int], **settings: Any) -> Any:
        monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _: capability)
        return machine.choose_runtime(
            folder, "unet", Settings(**{"compile": True} | settings), "cuda", (), speed
        )

    assert chosen("fast", (9, 0)).float8 and not chosen("fast", (9, 0)).lacks
    assert not chosen("exact", (9, 0)).float8
    uncompiled = chosen("fast", (9, 0), compile=False)  # float8 would be slower than what it replaces
    assert not uncompiled.float8 and uncompiled.lacks == "float8 with compile = true"
    assert not chosen("fast", (8, 0)).float8
    assert not chosen("fast", (9, 0), dtype="float16").float8
    assert not chosen("fast", (9, 0), offload="model").float8
    monkeypatch.setattr(float8, "found", lambda: False)
    assert not chosen("fast", (9, 0)).float8 and "bggen[fp8]" in chosen("fast", (9, 0)).lacks


def test_float8_weights_give_a_near_picture(
    tmp_path: Path, product_png: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quantization = pytest.importorskip("torchao.quantization", reason="needs bggen[fp8]")
    made = str(tiny_models.flux_fill(tmp_path / "model"))
    exact, narrow = Engine(CPU), Engine(CPU)
    float8.narrow(pipe(narrow, model=made).transformer, quantization.Float8WeightOnlyConfig())
    one, other = (next(renders(engine, product_png, model=made, steps=2)) for engine in (exact, narrow))
    near = psnr(one.rgb, other.rgb)
    assert near is not None and near > 25


def test_a_processor_without_bfloat16_stays_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx512_vnni": True})
    assert machine.choose_dtype("cpu", "fastest") == "float32"
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: BFLOAT16)
    assert machine.choose_dtype("cpu", "exact") == "float32"
    assert machine.choose_dtype("cpu", "fast") == "bfloat16"


def test_the_shipped_model_says_that_speed_changes_nothing(product_png: Path) -> None:
    plain, quick = (next(renders(Engine(CPU), product_png, speed=speed)) for speed in ("exact", "fastest"))
    assert quick.record["painting"]["speed"] == "nothing to change"
    assert np.array_equal(plain.rgb, quick.rgb)


def test_jobs_of_different_speed_share_neither_painter_nor_batch(folder: Path, product_png: Path) -> None:
    engine = Engine(CPU)
    exact, fast = (Options(model=str(folder), size="128", speed=speed) for speed in ("exact", "fast"))
    assert engine.painter(exact) is not engine.painter(fast)
    one, other = (prepare(Job(str(product_png), options), CPU)[0] for options in (exact, fast))
    assert bucket_of(one) != bucket_of(other)


def test_a_machine_without_a_compiler_is_told_so_at_the_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_function: Any) -> Any:
        raise RuntimeError("InvalidCxxCompiler: No working C++ compiler found\n\nSet TORCHDYNAMO_VERBOSE=1")

    monkeypatch.setattr(torch, "compile", broken)
    painter = pipeline.load(Options(model=str(folder)), CPU.model_copy(update={"compile": True}))
    with pytest.raises(UsageError, match=r"compile: .*No working C\+\+ compiler found\)$"):
        pipeline.warm_up(painter)


@pytest.fixture
def traced(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Counts of what torch compiles, from nothing. It is traced as ever, and then run as it is."""
    compiles = torch.compile
    monkeypatch.setattr(torch, "compile", lambda way, **how: compiles(way, backend="eager", **how))
    torch._dynamo.reset()
    torch._dynamo.utils.counters.clear()
    with torch._dynamo.config.patch(recompile_limit=2, accumulated_recompile_limit=2), torch.no_grad():
        yield torch._dynamo.utils.counters
    torch._dynamo.reset()


def test_compiled_blocks_stay_compiled_in_more_shapes_than_torch_allows(traced: Any) -> None:
    unet = UNet2DConditionModel(
        sample_size=8, in_channels=4, layers_per_block=1, block_out_channels=(4, 8), norm_num_groups=2,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"), mid_block_type=None,
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"), cross_attention_dim=4, attention_head_dim=2,
    ).eval()  # fmt: skip
    coder = AutoencoderKL(block_out_channels=(4,), norm_num_groups=2, layers_per_block=1).eval()
    compiling.compile_parts(unet, coder)
    blocks = [m for part in (unet, coder) for m in part.modules() if "forward" in vars(m)]
    assert {type(block).__name__ for block in blocks} == {"BasicTransformerBlock", "ResnetBlock2D"}
    coder.decode(torch.zeros(1, 4, 4, 4))
    unet(torch.zeros(1, 4, 4, 4), torch.tensor(1), torch.zeros(1, 1, 4), return_dict=False)
    assert traced["frames"]["ok"] == traced["frames"]["total"] > 4
    assert not traced["graph_break"]


@pytest.mark.usefixtures("traced")
def test_what_decodes_is_compiled_and_what_encodes_is_not(folder: Path) -> None:
    """As soon as it is loaded; what compiling does is tried above, block by block."""
    painter = pipeline.load(Options(model=str(folder)), CPU.model_copy(update={"compile": True}))
    assert isinstance(painter, SdPainter)
    coder = painter.pipe.vae
    counts = [sum("forward" in vars(m) for m in part.modules()) for part in (coder.encoder, coder.decoder)]
    assert counts[0] == 0 < counts[1]


def test_a_step_cache_around_compiled_blocks_makes_nothing_compile_anew(traced: Any) -> None:
    transformer = FluxTransformer2DModel(
        in_channels=4, num_layers=1, num_single_layers=2, attention_head_dim=8, num_attention_heads=1,
        joint_attention_dim=4, pooled_projection_dim=4, axes_dims_rope=(2, 2, 4),
    ).eval()  # fmt: skip
    compiling.compile_parts(transformer)
    cache = caching.DeepBlocks(transformer)
    words, ids = torch.zeros(1, 2, 4), torch.zeros(2, 3)

    def step() -> None:
        transformer(torch.zeros(1, 2, 4), words, torch.zeros(1, 4), torch.ones(1), ids, ids)

    step()
    before = dict(traced["frames"])
    assert before["ok"] == before["total"] > 0
    for _ in range(2):
        with cache.run(caching.FEWEST):
            step()
            step()
    assert traced["frames"] == before and not traced["graph_break"]


class Recorded:
    """A card's way of recording, on a processor: what was recorded is computed again from its own inputs."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.recordings = 0
        self.launching, self.replaying = 0.9, 0.5  # of a launched call's time
        monkeypatch.setattr(replay, "record", self.record)
        monkeypatch.setattr(replay, "timed", self.timed)

    def record(self, launch: Any, args: Any, kwargs: Any, _replays: Any) -> Any:
        self.recordings += 1
        held_args, held_kwargs = held = each((args, kwargs), torch.clone)
        answer = launch(*held_args, **held_kwargs)

        def again() -> None:
            for old, new in zip(tensors(answer), tensors(launch(*held_args, **held_kwargs)), strict=True):
                old.copy_(new)

        return replay.replaying(again, held, answer)

    def timed(self, way: Any, args: Any, kwargs: Any, _device: str) -> tuple[float, float]:
        way(*args, **kwargs)
        launched = way.__name__ != "call"
        return (self.launching, 1.0) if launched else (0.0, self.replaying)


def test_steps_that_take_longer_to_launch_are_replayed_to_the_same_picture(
    folder: Path, product_png: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = Recorded(monkeypatch)
    wanted: dict[str, Any] = {"model": str(folder), "steps": 3, "variants": 2}
    plain = list(renders(Engine(CPU), product_png, **wanted))
    engine = Engine(CPU)
    painter: Any = engine.painter(Options(model=str(folder)))
    painter.replays = replay.Replays("cpu")
    replayed = list(renders(engine, product_png, **wanted))
    assert card.recordings == 1
    assert all(np.array_equal(a.rgb, b.rgb) for a, b in zip(plain, replayed, strict=True))
    told = replayed[0].record["painting"]["cuda_graphs"]
    assert told == [{"rows": 2, "launched_ms": 1000.0, "replayed_ms": 500.0, "used": True}]


def test_only_what_is_launched_slowly_is_recorded_and_only_what_is_quicker_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    card = Recorded(monkeypatch)
    network = torch.nn.Linear(4, 4)
    eager = network.forward

    def adopted() -> tuple[replay.Replays, list[int]]:
        network.forward = eager  # type: ignore[method-assign]  # what was adopted, undone
        replays = replay.Replays("cpu")
        replays.adopt(network)
        return replays, counted(monkeypatch, network.forward, "_launch")

    with torch.no_grad():
        card.launching = 0.5  # the card sets the pace
        replays, _ = adopted()
        network(torch.zeros(2, 4))
        assert card.recordings == 0 and not replays.notes()
        assert inspect.signature(network.forward) == inspect.signature(eager)  # shared steps go by it
        card.launching, card.replaying = 0.9, 0.99  # recording gains nothing
        replays, launched = adopted()
        network(torch.zeros(2, 4))
        before = len(launched)
        network(torch.zeros(2, 4))
        assert card.recordings == 1 and len(launched) == before + 1
        assert replays.notes()["cuda_graphs"][0]["used"] is False

        def refuse(*_: Any) -> Any:
            raise RuntimeError("operation not permitted when stream is capturing\nmore")

        monkeypatch.setattr(replay, "record", refuse)
        replays, _ = adopted()
        assert torch.equal(network(torch.ones(2, 4)), eager(torch.ones(2, 4)))
        assert replays.notes() == {"cuda_graphs_left_out": "operation not permitted when stream is capturing"}
    replays, _ = adopted()
    network(torch.ones(2, 4))  # would be trained
    assert not replays.notes()


def test_recordings_are_for_cards_whose_parts_stay_and_steps_are_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _: (8, 0))
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda _: (80 << 30, 80 << 30))

    monkeypatch.setattr(float8, "found", lambda: True)

    def chosen(speed: str = "exact", device: str = "cuda", **settings: Any) -> bool:
        return machine.choose_runtime(folder, "unet", Settings(**settings), device, (), speed).replays

    assert chosen() and chosen("fast")
    assert not chosen("fastest") and not chosen(device="cpu")
    assert not chosen(offload="model") and not chosen(cuda_graphs=False)
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _: (9, 0))
    assert chosen("exact", compile=True) and not chosen("fast", compile=True)  # which is float8 there


def test_cudnn_answers_attention_first_on_hopper_alone_and_not_what_is_compared_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def first() -> int:
        return torch._C._get_sdp_priority_order()[0]

    for capability, expected in (((8, 0), False), ((9, 0), True), ((10, 0), False), ((12, 0), False)):
        monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _, found=capability: found)
        assert attention.prefers_cudnn("cuda:0") is expected
    assert not attention.prefers_cudnn("cpu")
    own, cudnn = first(), int(SDPBackend.CUDNN_ATTENTION)
    assert own != cudnn
    with attention.as_torch_has_it():
        assert first() == own
    try:
        attention.prefer_cudnn("cpu")
        attention.prefer_cudnn("cpu")  # a second model
        assert first() == cudnn
        with attention.as_torch_has_it():
            assert first() == own
        assert first() == cudnn
    finally:
        attention._held.pop().__exit__(None, None, None)
    assert first() == own
