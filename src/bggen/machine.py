"""Every choice about the machine, made once: device, precision, where weights wait, layout, compilation.

`pipeline` asks for them when it loads a model, and hands them to its family as a `Runtime`.
"""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bggen.errors import UsageError
from bggen.models.safety import read_header
from bggen.models.store import home
from bggen.settings import Settings

if TYPE_CHECKING:
    from bggen.families.runtime import Adapter, Dtype, Offload, Runtime

#: Share of the steps that guidance counts in at --speed fastest: the layout of a scene is settled by then.
GUIDED = 0.5
#: What drivers of cards put there under Linux: NVIDIA's, its Jetson's, WSL's, AMD's.
CARD_NODES = ("/dev/nvidiactl", "/dev/nvhost-gpu", "/dev/dxg", "/dev/kfd")
#: Device memory to leave for what is computed, in bytes: one picture of 1024 x 1024 with guidance.
HEADROOM = 4 * 2**30
BYTES = {"F64": 8, "F32": 4, "BF16": 2, "F16": 2, "F8_E4M3": 1, "F8_E5M2": 1, "I8": 1, "U8": 1}


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
    from bggen.families import attention, float8, graphs
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
        cudnn_attention=attention.prefers_cudnn(device),
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


def free_memory() -> None:
    """Give the memory of what nobody holds any more back to the device."""
    gc.collect()
    torch: Any = sys.modules.get("torch")
    with suppress(AttributeError):  # half imported, or not at all
        if torch.cuda.is_initialized():
            torch.cuda.empty_cache()
