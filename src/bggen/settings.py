"""Where settings come from: flag, then environment, then file, then default.

`Settings` are about the machine and the run and never change a picture's content on purpose;
`bggen.spec.Options` are about the picture. Both come through `resolve`.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bggen.errors import UsageError
from bggen.spec import Options

ENV_PREFIX = "BGGEN_"
SHOWN = 60  # characters of a bad value: a prompt of many words is no line
M = TypeVar("M", bound=BaseModel)


class Settings(BaseModel):
    """Machine and run settings."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    device: str = Field("auto", description="auto, cpu, cuda, cuda:N or mps")
    dtype: Literal["auto", "float32", "bfloat16", "float16"] = "auto"
    offload: Literal["auto", "none", "text", "model", "sequential"] = "auto"
    compile: bool = False
    openvino: bool = Field(
        True, description="on a processor, where it is installed and measured to be quicker"
    )
    cuda_graphs: bool = Field(True, description="on a CUDA card, for steps that it takes longer to launch")
    models_dir: Path | None = Field(None, description="where pulled weights live")
    max_pixels: int = Field(50_000_000, gt=0, description="decoding ceiling in pixels")
    max_bytes: int = Field(64 * 2**20, gt=0, description="ceiling for one input file in bytes")
    threads: int | None = Field(None, ge=1, description="CPU threads for painting")


def default_workers() -> int:
    """Processes that open and finish pictures beside the one that paints, where nobody says how many.

    As many as there are cores: to cut a photo out takes a core about a second, more than most painters take
    on a device of their own, so one core left idle for the painter costs more than it gives.
    """
    affinity = getattr(os, "sched_getaffinity", None)  # not on macOS
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, min(16, cores))


def resolve(
    flags: dict[str, Any] | None = None, file: Path | None = None, environ: dict[str, str] | None = None
) -> tuple[Options, Settings]:
    """Merge the four sources. `flags` holds only what the user gave (None counts as not given).

    `MODEL_PATH` is the short form of `BGGEN_MODEL`. Raises UsageError naming the first bad value.
    """
    env = dict(os.environ) if environ is None else environ
    merged: dict[str, Any] = _from_file(file) if file else {}
    known = {*Options.model_fields, *Settings.model_fields}
    if model_path := env.get("MODEL_PATH"):
        merged["model"] = model_path
    for name in known:
        if (value := env.get(ENV_PREFIX + name.upper())) is not None:
            merged[name] = several(value) if name == "lora" else value
    merged |= {name: value for name, value in (flags or {}).items() if value is not None}
    if unknown := sorted(set(merged) - known):
        raise UsageError(f"unknown setting {unknown[0]!r}: known are {', '.join(sorted(known))}")
    return build(Options, merged), build(Settings, merged)


def several(value: str) -> tuple[str, ...]:
    """What stands between the commas of a variable; nothing counts as nothing."""
    return tuple(filter(None, (part.strip() for part in value.split(","))))


def build(kind: type[M], values: dict[str, Any]) -> M:
    """Validate the fields of `kind` found in `values`; a bad one becomes one clear line."""
    try:
        return kind.model_validate({k: v for k, v in values.items() if k in kind.model_fields})
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        says = first["msg"].removeprefix("Value error, ")  # pydantic's own, before words of ours
        got = repr(first.get("input"))
        got = got if len(got) <= SHOWN else f"{got[:SHOWN]}..."
        raise UsageError(f"{name}: {says} (got {got})") from error


def _from_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"can't read settings file {path}: {error}") from error
