"""The one loading module: from `--model` to a painter, for every command.

Local only: nothing here ever touches the network. Safetensors only, no remote code, and the classes a
folder asks for must be on our list.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bggen.errors import UsageError, WeightsMissing
from bggen.settings import Settings
from bggen.spec import Options, Painter

if TYPE_CHECKING:
    from PIL import Image


def load(options: Options, settings: Settings) -> Painter:
    """The painter behind `options.model`. Raises WeightsMissing or UsageError."""
    if options.model == "flat":
        from bggen.families.flat import FlatPainter

        return FlatPainter()
    device = choose_device(settings.device)
    limit_threads(settings)
    if options.model == "studio":
        if options.lora:
            raise UsageError("--lora: adapters go with a diffusers model, see --model; studio takes none")
        from bggen.families import studio

        return studio.load(settings, device)
    folder = Path(options.model)
    if not (folder / "model_index.json").is_file():
        raise WeightsMissing(
            f"model {options.model!r} is not on this machine: give 'studio' or a local diffusers folder "
            "(one with a model_index.json)"
        )
    from bggen.families import diffusers_inpaint

    return diffusers_inpaint.load(folder, read_index(folder), options, settings, device)


def read_index(folder: Path) -> dict[str, Any]:
    """`model_index.json` of a diffusers folder, refused where it asks for more than weights."""
    index = json.loads((folder / "model_index.json").read_text("utf-8"))
    for pickled in (".bin", ".ckpt", ".pt", ".pth", ".pkl"):
        if found := next(folder.rglob(f"*{pickled}"), None):
            raise UsageError(f"{found}: pickled weights can run code; convert the model to safetensors")
    if code := next(folder.rglob("*.py"), None):
        raise UsageError(f"{code}: a model folder must not bring code of its own")
    for part, value in index.items():
        if isinstance(value, list) and value[0] not in (None, "diffusers", "transformers"):
            raise UsageError(
                f"{folder}: part {part!r} comes from {value[0]!r}; only diffusers and transformers may"
            )
    return dict(index)


def choose_device(asked: str) -> str:
    """`auto` -> cuda, then mps, then cpu. Raises UsageError for a device that is not there."""
    import torch

    cuda, mps = torch.cuda.is_available(), torch.backends.mps.is_available()
    if asked == "auto":
        return "cuda" if cuda else "mps" if mps else "cpu"
    there = asked == "cpu" or (asked.split(":")[0] == "cuda" and cuda) or (asked == "mps" and mps)
    if not there:
        raise UsageError(f"device {asked!r} is not on this machine: use --device auto")
    return asked


def limit_threads(settings: Settings) -> None:
    """Use the threads that were asked for; torch's own choice otherwise."""
    if settings.threads:
        import torch

        torch.set_num_threads(settings.threads)


def plain_loop(options: Options) -> Callable[[Image.Image, Image.Image, str], Image.Image]:
    """What people write today, for comparison: the stock pipeline with its defaults, one photo at a time."""
    from diffusers import AutoPipelineForInpainting

    if options.model == "studio":
        from bggen.families.studio.painter import WEIGHTS

        folder = WEIGHTS
    else:
        folder = Path(options.model)
    stock: Any = AutoPipelineForInpainting
    pipe = stock.from_pretrained(folder, local_files_only=True)
    pipe.set_progress_bar_config(disable=True)
    steps = {"num_inference_steps": options.steps} if options.steps else {}

    def paint(image: Image.Image, mask: Image.Image, prompt: str) -> Image.Image:
        picture: Image.Image = pipe(
            prompt=prompt, image=image, mask_image=mask, width=512, height=512, **steps
        ).images[0]
        return picture.resize(image.size)

    return paint
