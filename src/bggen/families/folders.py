"""What a diffusers folder tells of the model in it, before any weights are read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a model folder wants where the user says nothing."""

    steps: int
    guidance: float
    native: int  # side in pixels of the square that the model was made for


def configuration(folder: Path, part: str) -> dict[str, Any]:
    """A part's config.json; empty where there is none."""
    for name in ("config.json", "scheduler_config.json"):
        if (folder / part / name).is_file():
            return dict(json.loads((folder / part / name).read_text("utf-8")))
    return {}


def unet_native(folder: Path, fallback: int) -> int:
    """The side in pixels that a UNet folder was made for."""
    side = configuration(folder, "unet").get("sample_size")
    levels = len(configuration(folder, "vae").get("block_out_channels") or "xxxx")
    return int(side) * 2 ** (levels - 1) if isinstance(side, int) else fallback


def variant(folder: Path, parts: Iterable[str], denoiser: str, dtype: str) -> str | None:
    """`fp16` where the denoiser has such a file and it is wanted, or where it is all that a part has.

    diffusers then takes the plain files of parts without one.
    """
    halves = {part for part in parts if any((folder / part).glob("*.fp16[.-]*safetensors"))}
    lone = {
        part for part in halves if all(".fp16" in path.name for path in (folder / part).glob("*.safetensors"))
    }
    return "fp16" if lone or (denoiser in halves and dtype != "float32") else None
