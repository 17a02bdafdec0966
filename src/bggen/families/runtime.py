"""How a pipeline runs on a machine: what `bggen.machine` chose, and how that is put into effect."""

from __future__ import annotations

import contextlib
import logging
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import torch

from bggen.errors import OutOfMemory
from bggen.families import attention, compiling, float8
from bggen.families.nested import each

DTYPES = {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}
Dtype = Literal["float32", "bfloat16", "float16"]
Offload = Literal["none", "text", "model", "sequential"]
TOWERS = "text_encoder"  # what the names of a pipeline's text towers start with
#: Autoencoders whose decoder is a plain stack of flat convolutions, which may be narrow.
FLAT_CODERS = ("AutoencoderKL", "AutoencoderTiny")
ENCODINGS_KEPT = 4  # pictures and their latents; one of 1024 x 1024 is 12 MB


@dataclass(frozen=True, slots=True)
class Adapter:
    """A LoRA file and how strongly it counts."""

    file: Path
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Runtime:
    """Every choice about the machine, made once."""

    device: str = "cpu"  # cpu, cuda, cuda:N, mps
    dtype: Dtype = "float32"
    offload: Offload = "none"
    cudnn_attention: bool = False  # see `bggen.families.attention`
    channels_last: bool = False
    compile: bool = False
    guided: float = 1.0  # share of the steps that guidance counts in, see `DiffusersPainter.ends_guidance`
    float8: bool = False  # see `bggen.families.float8`
    lacks: str = ""  # what would make it quicker and isn't installed, for the record
    keeps: bool = False  # from step to step, see `bggen.families.caching`
    replays: bool = False  # whether `bggen.families.replay` may record steps
    graphs: Path | None = None  # where `bggen.families.graphs` keeps them; None: never any
    adapters: tuple[Adapter, ...] = ()

    @property
    def on_cpu(self) -> bool:
        """On a processor scenes are painted one by one: the picture can't depend on its batch-mates."""
        return self.device == "cpu"

    def dtypes(self, denoiser: str) -> torch.dtype | dict[str, torch.dtype]:
        """For `from_pretrained`. On a processor text towers stay wide: they run once a prompt."""
        dtype = DTYPES[self.dtype]
        if self.on_cpu and dtype is not torch.float32:
            return {denoiser: dtype, "default": torch.float32}
        return dtype


def install(pipe: Any, runtime: Runtime, denoiser: str) -> Callable[[], None] | None:
    """Put a loaded pipeline where it runs. Changes `pipe` in place.

    Returns what to call after prompts are encoded, which sends the text towers home; None where they stay.
    """
    rest = None
    pipe.set_progress_bar_config(disable=True)
    network = getattr(pipe, denoiser)
    if hasattr(pipe.vae, "enable_slicing"):
        pipe.vae.enable_slicing()  # decodes one by one: less memory, and no picture depends on another
    if runtime.dtype != "float16" and pipe.vae.config.get("force_upcast"):
        # an autoencoder that overflows in float16 is cast to and fro at each call, needlessly in others
        pipe.vae.register_to_config(force_upcast=False)
    say_nothing_of_casts()
    if runtime.on_cpu and network.dtype != torch.float32:
        _cast_at_the_door(network)
        if type(pipe.vae).__name__ in FLAT_CODERS:  # the encoder stays wide: narrow, it costs 14 dB
            _cast_at_the_door(pipe.vae.decoder.to(network.dtype))
    pipe.vae.encode = Encodings(pipe.vae.encode)
    if runtime.cudnn_attention:
        attention.prefer_cudnn(runtime.device)
    if runtime.channels_last:
        network.to(memory_format=torch.channels_last)
        pipe.vae.to(memory_format=torch.channels_last)
    if runtime.offload == "model":
        pipe.enable_model_cpu_offload(device=runtime.device)
    elif runtime.offload == "sequential":
        pipe.enable_sequential_cpu_offload(device=runtime.device)
    elif runtime.offload == "text":
        rest = _towers_apart(pipe, torch.device(runtime.device))
    else:
        pipe.to(runtime.device)
    if runtime.float8:
        float8.narrow(network)
    if runtime.compile:
        compiling.check(runtime.device)
        compiling.compile_parts(network, pipe.vae.decoder)
    return rest


def say_nothing_of_casts() -> None:
    """Keep a remark of the library's from standard error: it warns of its own casts, at every picture."""
    logging.getLogger("diffusers.models.modeling_utils").addFilter(_is_no_cast)


def _is_no_cast(record: logging.LogRecord) -> bool:
    return "that should be kept in float32" not in record.getMessage()


def _towers_apart(pipe: Any, device: torch.device) -> Callable[[], None] | None:
    """Text towers wait in memory and are on the device one at a time; everything else stays there."""
    from accelerate import cpu_offload_with_hook

    hook = None
    for name, part in pipe.components.items():
        if not isinstance(part, torch.nn.Module):
            continue
        if name.startswith(TOWERS):
            # each sends the one before it back
            _, hook = cpu_offload_with_hook(part, device, prev_module_hook=hook)
        else:
            part.to(device)
    return hook.offload if hook else None


class Encodings:
    """An autoencoder's `encode` that remembers what the last few pictures gave.

    Variants of a photo differ by their noise alone, so their masked picture is encoded once. What is kept is
    the distribution, from which each variant draws with its own generator: pixels stay as they were.
    """

    def __init__(self, encode: Callable[..., Any]) -> None:
        self._encode = encode
        self._kept: deque[tuple[torch.Tensor, Any]] = deque(maxlen=ENCODINGS_KEPT)

    def __call__(self, pictures: torch.Tensor, *args: Any, **kwargs: Any) -> Any:
        """As the autoencoder has it; only plain calls are remembered."""
        if args or kwargs:
            return self._encode(pictures, *args, **kwargs)
        for seen, result in self._kept:
            if (
                seen.shape == pictures.shape
                and seen.dtype == pictures.dtype
                and seen.device == pictures.device
                and torch.equal(seen, pictures)
            ):
                return result
        result = self._encode(pictures)
        self._kept.appendleft((pictures.clone(), result))
        return result


def _cast_at_the_door(network: torch.nn.Module) -> None:
    """Let a narrow network be called with float32 and answer in float32, as the rest of the pipeline does."""
    narrow = next(p.dtype for p in network.parameters() if p.is_floating_point())

    def before(_: torch.nn.Module, args: Any, kwargs: Any) -> tuple[Any, Any]:
        return _cast(args, narrow), _cast(kwargs, narrow)

    def after(_: torch.nn.Module, _args: Any, _kwargs: Any, result: Any) -> Any:
        return _cast(result, torch.float32)

    network.register_forward_pre_hook(before, with_kwargs=True)
    network.register_forward_hook(after, with_kwargs=True)


def _cast(value: Any, dtype: torch.dtype) -> Any:
    """Cast floating tensors, however nested; scalars and vectors (times) keep theirs."""

    def cast(tensor: torch.Tensor) -> torch.Tensor:
        return tensor.to(dtype) if tensor.is_floating_point() and tensor.ndim > 1 else tensor

    return each(value, cast)


def end_guidance(pipe: Any, values: dict[str, Any]) -> dict[str, Any]:
    """Go on without the unconditional half of every batch, from within diffusers' step callback.

    `values`: tensors of two halves, unconditional first. The next call sets the guidance anew.
    """
    pipe._guidance_scale = 1.0
    halves = {name: value.chunk(2)[1] for name, value in values.items() if name != "latents"}
    return values | halves


@contextlib.contextmanager
def out_of_memory(what: str, device: str) -> Iterator[None]:
    """Turn a device's own out-of-memory errors into ours. `what`: the work, for the message."""
    try:
        yield
    except torch.OutOfMemoryError as error:
        _release(device)
        raise OutOfMemory(_advice(what, device)) from error
    except RuntimeError as error:
        text = str(error)
        if not any(
            mark in text for mark in ("out of memory", "can't allocate memory", "CUBLAS_STATUS_ALLOC")
        ):
            raise
        _release(device)
        raise OutOfMemory(_advice(what, device)) from error
    except MemoryError as error:
        raise OutOfMemory(_advice(what, device)) from error


def _advice(what: str, device: str) -> str:
    help_ = (
        "a smaller batch or --device cpu" if device == "mps" else "a smaller batch, or --offload sequential"
    )
    return f"{what}: {device} ran out of memory; try {help_ if device != 'cpu' else 'a smaller model'}"


def _release(device: str) -> None:
    if device.startswith("cuda"):
        torch.cuda.empty_cache()
    elif device == "mps":
        torch.mps.empty_cache()
