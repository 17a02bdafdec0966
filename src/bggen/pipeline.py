"""The one loading module: from `--model` to a painter, for every command.

Local only: nothing here ever touches the network. Every choice about the machine (device, dtype, offload,
memory layout, attention, compilation) is made here, once, and handed to the family as a `Runtime`.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bggen import models, registry
from bggen.errors import MissingExtra, UsageError
from bggen.families import PAINTERS
from bggen.models.safety import read_header
from bggen.models.store import checksums, differences, home, manifest
from bggen.settings import Settings
from bggen.spec import Options, Painter, PainterInfo, Scene

if TYPE_CHECKING:
    from bggen.families.diffusers_base import DiffusersPainter
    from bggen.families.runtime import Adapter, Dtype, Offload, Runtime

#: Share of the steps that guidance counts in at --speed fastest: the layout of a scene is settled by then.
GUIDED = 0.5
#: What drivers of cards put there under Linux: NVIDIA's, its Jetson's, WSL's, AMD's.
CARD_NODES = ("/dev/nvidiactl", "/dev/nvhost-gpu", "/dev/dxg", "/dev/kfd")
#: Device memory to leave for what is computed, in bytes: one picture of 1024 x 1024 with guidance.
HEADROOM = 4 * 2**30
BYTES = {"F64": 8, "F32": 4, "BF16": 2, "F16": 2, "F8_E4M3": 1, "F8_E5M2": 1, "I8": 1, "U8": 1}


def load(options: Options, settings: Settings) -> Painter:
    """The painter behind `options.model`; weights of a diffusers folder load at its first scene.

    Raises WeightsMissing, LicenceRefused, MissingExtra, or UsageError for a folder that is not acceptable.
    """
    if options.model in ("flat", "studio") and options.lora:
        raise UsageError(
            f"--lora: adapters go with a diffusers model, see --model; {options.model} takes none"
        )
    if options.model == "flat":
        from bggen.families.flat import FlatPainter

        return FlatPainter()
    device = choose_device(settings.device)
    if options.model == "studio":
        from bggen.families import studio

        def runtime() -> Runtime:
            limit_threads(settings)
            return choose_runtime(studio.weights(), "unet", settings, device, (), options.speed)

        return studio.load(settings, device, runtime)
    limit_threads(settings)
    return _load_folder(models.locate(options.model, settings), options, settings, device)


def _load_folder(item: models.Installed, options: Options, settings: Settings, device: str) -> Painter:
    if item.place == "file":
        raise UsageError(f"--model {item.id} is a network for cut-outs: give it as --cutout {item.id}")
    known = models.known(item.id)
    models.check_licence(known, accepted=options.accept_noncommercial)
    name = models.read_index(item.folder)["_class_name"]
    plugin = name not in PAINTERS and name in registry.names("families")
    also = registry.resolve("families", name).classes if plugin else frozenset[str]()
    index = models.check_folder(item.folder, also)
    kind = painter_class(item.folder, index)
    adapters = read_adapters(options.lora)
    sums = checksums(settings)
    if manifest(item.folder) and (wrong := differences(item.folder, sums)):
        raise UsageError(
            f"{item.folder}: {wrong[0]}; pull the model again with `bggen models pull {item.id}`"
        )
    runtime = choose_runtime(item.folder, kind.denoiser, settings, device, adapters, options.speed)
    wanted = kind.defaults(item.folder, index)
    digest = models.folder_digest(item.folder, sums)
    for adapter in adapters:
        digest = _sha256(f"{digest}\0{sums.of(adapter.file)}\0{adapter.weight}")
    info = PainterInfo(
        model=options.model,
        family=kind.family,
        digest=digest,
        licence=item.licence,
        device=device,
        dtype=runtime.dtype,
        multiple=kind.multiple,
        native=wanted.native,
        default_steps=known.steps if known and known.steps else wanted.steps,
        default_guidance=wanted.guidance if known is None or known.guidance is None else known.guidance,
    )
    return kind(item.folder, index, info, runtime, settings)


def painter_class(folder: Path, index: dict[str, Any]) -> type[DiffusersPainter]:
    """The painter for a folder's pipeline class: ours, or a plug-in's. Raises UsageError for strangers."""
    name = index["_class_name"]
    if name in PAINTERS:
        module, _, attribute = PAINTERS[name].partition(":")
        kind: type[DiffusersPainter] = getattr(importlib.import_module(module), attribute)
        return kind
    if name in registry.names("families"):  # installed by the user, so trusted as any package is
        plugin: type[DiffusersPainter] = registry.resolve("families", name)
        return plugin
    raise UsageError(f"{folder}: no family paints with {name}; known are {', '.join(sorted(PAINTERS))}")


def read_adapters(wanted: tuple[str, ...]) -> tuple[Adapter, ...]:
    """`FILE` or `FILE:WEIGHT`, as given by --lora. Raises UsageError or MissingExtra."""
    if not wanted:
        return ()
    from bggen.families.runtime import Adapter

    if importlib.util.find_spec("peft") is None:
        raise MissingExtra("--lora", "tune")
    adapters = []
    for given in wanted:
        name, weight = given, 1.0
        head, colon, tail = given.rpartition(":")
        if colon and head:
            try:
                name, weight = head, float(tail)
            except ValueError:
                name = given  # a path with a colon in it
        file = Path(name).expanduser()
        if file.suffix.lower() != ".safetensors":
            raise UsageError(f"--lora {given}: only .safetensors files are read; other formats can run code")
        if not file.is_file():
            raise UsageError(f"--lora {given}: there is no file {file}")
        if not np.isfinite(weight):
            raise UsageError(f"--lora {given}: {weight} is no weight; give a number such as 0.8")
        adapters.append(Adapter(file, weight))
    return tuple(adapters)


def choose_device(asked: str) -> str:
    """`auto` -> cuda, then mps, then cpu. Raises UsageError for a device that is not there."""
    if asked == "cpu" or (asked == "auto" and "torch" not in sys.modules and not _may_have_a_card()):
        return "cpu"
    import torch

    cuda, mps = torch.cuda.is_available(), torch.backends.mps.is_available()
    if asked == "auto":
        return "cuda" if cuda else "mps" if mps else "cpu"
    kind, _, number = asked.partition(":")
    there = asked == "mps" and mps
    if kind == "cuda" and cuda:
        there = not number or (number.isdigit() and int(number) < torch.cuda.device_count())
    if not there:
        raise UsageError(f"device {asked!r} is not on this machine: use --device auto")
    return asked


def _may_have_a_card() -> bool:
    """Whether torch is worth asking: to import it takes a second that sets don't need."""
    return sys.platform != "linux" or any(Path(node).exists() for node in CARD_NODES)


def choose_runtime(
    folder: Path,
    denoiser: str,
    settings: Settings,
    device: str,
    adapters: tuple[Adapter, ...] = (),
    speed: str = "exact",
) -> Runtime:
    """Every choice about the machine, from the settings where they say, else by what is there."""
    from bggen.families import float8, graphs
    from bggen.families.runtime import Runtime

    dtype: Dtype = choose_dtype(device, speed) if settings.dtype == "auto" else settings.dtype
    convolutional = denoiser == "unet"
    offload = choose_offload(folder, settings, device, dtype)
    fits = offload in ("none", "text")
    can = speed != "exact" and dtype == "bfloat16" and fits and not adapters
    can = can and multiplies_float8(device)
    asked = "pip install 'bggen[fp8]'" if not float8.found() else "" if settings.compile else "compile = true"
    narrow = can and not asked
    traces = settings.openvino and device == "cpu" and convolutional and not settings.compile
    return Runtime(
        device=device,
        dtype=dtype,
        offload=offload,
        float8=narrow,
        lacks=f"float8 with {asked}" if can and asked else "",
        channels_last=convolutional and device != "mps",  # convolutions gain, transformers have none
        compile=settings.compile,
        guided=GUIDED if speed == "fastest" else 1.0,
        keeps=speed == "fastest",
        # a cache counts its calls; parts that come and go are copied from the processor; and some of torch's
        # float8 products ignore the stream that is recorded, before 2.12
        replays=settings.cuda_graphs
        and device.startswith("cuda")
        and fits
        and not narrow
        and speed != "fastest",
        graphs=home(settings) / "graphs" if traces and graphs.found() else None,
        adapters=adapters,
    )


def choose_dtype(device: str, speed: str = "exact") -> Dtype:
    """bfloat16 on cards that have it, float16 on other accelerators, float32 on processors.

    Never by timing: a processor must give the same picture on a busy day, and on another machine. bfloat16
    there is for --speed to ask, and for processors that multiply it; others would only emulate it.
    """
    import torch

    if device == "cpu":
        can = torch.cpu.get_capabilities() if hasattr(torch.cpu, "get_capabilities") else {}
        multiplies = any(can.get(name) for name in ("avx512_bf16", "amx_bf16", "bf16"))
        return "bfloat16" if speed != "exact" and multiplies else "float32"

    if device.startswith("cuda"):
        return "bfloat16" if torch.cuda.get_device_capability(device)[0] >= 8 else "float16"
    return "float16" if device == "mps" else "float32"


def multiplies_float8(device: str) -> bool:
    """Whether a device has products of 8-bit floats."""
    import torch

    from bggen.families.float8 import CAPABILITY

    return device.startswith("cuda") and torch.cuda.get_device_capability(device) >= CAPABILITY


def choose_offload(folder: Path, settings: Settings, device: str, dtype: Dtype) -> Offload:
    """Where weights wait: on the device when they fit, else text towers, all parts or layers in memory."""
    if not device.startswith("cuda"):
        return "none"  # the other devices share the computer's memory: nothing would be gained
    if settings.offload != "auto":
        return settings.offload
    import torch

    free, _total = torch.cuda.mem_get_info(device)
    return offload_for(part_sizes(folder, dtype), free)


def offload_for(parts: dict[str, int], free: int) -> Offload:
    """The quickest way that fits. `parts`: bytes by part; `free`: device memory in bytes."""
    from bggen.families.runtime import TOWERS

    room = free - HEADROOM
    if sum(parts.values()) <= room:
        return "none"
    towers = [size for name, size in parts.items() if name.startswith(TOWERS)]
    beside = sum(parts.values()) - sum(towers)
    if towers and beside <= room and beside + max(towers) <= free:  # nothing is painted while they read
        return "text"
    return "model" if max(parts.values(), default=0) <= room else "sequential"


def part_sizes(folder: Path, dtype: Dtype) -> dict[str, int]:
    """Bytes each part takes once loaded as `dtype`, from the headers of its safetensors files."""
    target = BYTES["F32" if dtype == "float32" else "BF16"]
    sizes: dict[str, int] = {}
    for file in folder.glob("*/*.safetensors"):
        if file.parent.name in ("safety_checker", "feature_extractor"):
            continue
        bytes_ = 0
        for entry in read_header(file).values():
            start, end = entry["data_offsets"]
            bytes_ += (end - start) // BYTES.get(entry["dtype"], 1) * target
        half = ".fp16" in file.name
        name = file.parent.name + ("\0fp16" if half else "")
        sizes[name] = sizes.get(name, 0) + bytes_
    # a part may lie there twice, in both formats: it is loaded once
    return {
        name.removesuffix("\0fp16"): size
        for name, size in sizes.items()
        if not (name.endswith("\0fp16") and name.removesuffix("\0fp16") in sizes)
    }


def limit_threads(settings: Settings) -> None:
    """Use the threads that were asked for; torch's own choice otherwise."""
    if settings.threads:
        import torch

        torch.set_num_threads(settings.threads)


def warm_up(painter: Painter, options: Options | None = None) -> float:
    """Load the weights and paint a grey block in one step at the model's own size; returns the seconds.

    `options`: what will be asked for, so that what loads late for it loads now.
    """
    wanted = options or Options()
    plain = wanted.model_copy(update={"steps": 1, "prompt": wanted.prompt or "a white studio"})
    side = max(64, painter.info.native)
    alpha = np.zeros((side, side), np.uint8)
    box = (side // 4, side // 4, 3 * side // 4, 7 * side // 8)
    alpha[box[1] : box[3], box[0] : box[2]] = 255
    rgb = np.repeat(alpha[..., None] // 2, 3, 2)
    started = time.perf_counter()
    painter.paint([Scene(rgb, alpha, None, box, (0, 0), 1.0, plain, 1, "warm-up")])
    return time.perf_counter() - started


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
