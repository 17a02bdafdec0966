"""What a model folder may hold: safetensors, plain configuration, and classes from a list. Nothing that runs.

A diffusers folder names the classes to build its parts from, and weights as pickles are programs; so both
are checked before anything is loaded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bggen.errors import UsageError

PICKLES = (".bin", ".ckpt", ".pt", ".pth", ".pkl", ".pickle", ".npy", ".npz", ".joblib", ".h5", ".msgpack")
PROGRAMS = (".py", ".pyc", ".so", ".dll", ".dylib", ".sh", ".exe")
MAX_HEADER = 100 * 10**6  # bytes; the format's own limit
MAX_JSON = 64 * 2**20  # bytes; tokenizers are the largest, at about 20 MB

_TEXT = (
    "CLIPTextModel CLIPTextModelWithProjection T5EncoderModel Qwen2_5_VLForConditionalGeneration "
    "Qwen3ForCausalLM Qwen3Model"
)
_TOKENIZERS = "CLIPTokenizer CLIPTokenizerFast T5Tokenizer T5TokenizerFast Qwen2Tokenizer Qwen2TokenizerFast"
_VISION = (
    "CLIPImageProcessor CLIPImageProcessorFast CLIPImageProcessorPil CLIPFeatureExtractor "
    "CLIPVisionModelWithProjection SiglipVisionModel SiglipImageProcessor"
)
_NETWORKS = (
    "UNet2DConditionModel ControlNetModel AutoencoderKL AutoencoderTiny AutoencoderKLQwenImage "
    "AutoencoderKLFlux2 SD3Transformer2DModel FluxTransformer2DModel QwenImageTransformer2DModel "
    "ZImageTransformer2DModel Flux2Transformer2DModel"
)
_SCHEDULERS = (
    "DDIMScheduler DDPMScheduler PNDMScheduler LMSDiscreteScheduler LCMScheduler TCDScheduler "
    "EulerDiscreteScheduler EulerAncestralDiscreteScheduler HeunDiscreteScheduler KDPM2DiscreteScheduler "
    "DPMSolverMultistepScheduler DPMSolverSinglestepScheduler DEISMultistepScheduler UniPCMultistepScheduler "
    "FlowMatchEulerDiscreteScheduler FlowMatchHeunDiscreteScheduler"
)
#: Classes that a part may be built from, by library.
ALLOWED: dict[str, frozenset[str]] = {
    "transformers": frozenset(f"{_TEXT} {_TOKENIZERS} {_VISION}".split()),
    "diffusers": frozenset(f"{_NETWORKS} {_SCHEDULERS}".split()),
    # diffusers' own name for the picture filter that Stable Diffusion 1 folders list; it is never loaded
    "stable_diffusion": frozenset({"StableDiffusionSafetyChecker"}),
}
NEVER_LOADED = ("safety_checker",)


def check_folder(folder: Path, also: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Check a diffusers folder as a whole; returns its `model_index.json`.

    `also`: classes of diffusers and transformers that an installed plug-in vouches for.

    Raises UsageError naming the file or part that is not acceptable.
    """
    root = _root(folder)
    for path in _walk(folder):
        if path.is_symlink() and not path.resolve().is_relative_to(root):
            raise UsageError(f"{path}: a link that leads out of the model folder; copy the file instead")
        _check_name(path)
        if path.suffix == ".json" and path.is_file():
            _check_shards(path, _check_json(path))
        elif path.suffix == ".safetensors":
            read_header(path)
    index = read_index(folder)
    _check_parts(folder, index, also)
    return index


def read_index(folder: Path) -> dict[str, Any]:
    """`model_index.json`, with `_class_name` sure to be a name. Raises UsageError."""
    index = _check_json(folder / "model_index.json")
    name = index.get("_class_name")
    if not isinstance(name, str) or not name.isidentifier():
        raise UsageError(
            f"{folder}: _class_name {name!r} is no pipeline of diffusers; a folder brings no code"
        )
    return index


def _walk(folder: Path) -> Iterator[Path]:
    """Files, and links of any kind, without following folders that are links."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _root(folder: Path) -> Path:
    """Where links may lead: the folder; for a snapshot in the hub's cache the whole repository there."""
    real = folder.resolve()
    snapshot = real.parent.name == "snapshots" and real.parent.parent.name.startswith("models--")
    return real.parent.parent if snapshot else real


def _check_name(path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix in PICKLES:
        raise UsageError(f"{path}: pickled weights can run code; convert the model to safetensors")
    if suffix in PROGRAMS:
        raise UsageError(f"{path}: a model folder must not bring code of its own; remove the file")


def _check_json(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > MAX_JSON:
            raise UsageError(f"{path}: larger than a configuration may be ({MAX_JSON >> 20} MB)")
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: not a readable JSON file ({error})") from error
    if not isinstance(content, dict):
        return {}
    if "auto_map" in content or "custom_pipelines" in content:
        raise UsageError(f"{path}: asks for code from the model's author (auto_map), which is never run")
    return content


def _check_shards(path: Path, content: dict[str, Any]) -> None:
    """Large parts lie in several files, listed in an index: all of them must be here."""
    if not path.name.endswith(".safetensors.index.json"):
        return
    shards = content.get("weight_map")
    for name in sorted(set(shards.values())) if isinstance(shards, dict) else []:
        if not isinstance(name, str) or Path(name).name != name:
            raise UsageError(f"{path}: {name!r} is no file beside it")
        if not (path.parent / name).is_file():
            raise UsageError(f"{path.parent / name}: missing, and {path.name} lists it; get the model again")


def read_header(path: Path) -> dict[str, Any]:
    """The tensors of a safetensors file by name: dtype, shape, data_offsets. Reads no weights.

    Raises UsageError for a file that is none, or that is shorter or longer than its header says.
    """
    try:
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            if length > MAX_HEADER:
                raise ValueError("no header")
            header = json.loads(file.read(length))
            tensors = {name: entry for name, entry in header.items() if name != "__metadata__"}
            end = max((int(entry["data_offsets"][1]) for entry in tensors.values()), default=0)
            size = file.seek(0, 2)
    except (OSError, ValueError, AttributeError, TypeError, LookupError) as error:
        raise UsageError(f"{path}: not a readable safetensors file; get the model again") from error
    if size != 8 + length + end:
        raise UsageError(
            f"{path}: {size} bytes where its header says {8 + length + end}; get the model again"
        )
    return tensors


def _check_parts(folder: Path, index: dict[str, Any], also: frozenset[str]) -> None:
    for part, value in index.items():
        if part.startswith("_") or not isinstance(value, list):
            continue
        if not re.fullmatch(r"[a-z][a-z0-9_]*", part) or len(value) != 2:
            raise UsageError(f"{folder}: part {part!r} of model_index.json is not [library, class]")
        library, name = value
        if (library, name) == (None, None):
            continue
        if library not in ALLOWED or name not in ALLOWED[library] | also:
            raise UsageError(
                f"{folder}: part {part!r} wants {library}.{name}, which is not among the classes we load"
            )
