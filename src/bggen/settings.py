"""Where settings come from: flag, then environment, then file, then default.

`Settings` are about the machine and the run and never change a picture's content on purpose;
`bggen.options.Options` are about the picture. Both come through `resolve`.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bggen import wording
from bggen.errors import UsageError
from bggen.options import Options, over

ENV_PREFIX = "BGGEN_"
TEXTS = ("prompt", "negative", "lora")  # of which an empty variable says that there is to be none
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

    @field_validator("device")
    @classmethod
    def _known_device(cls, value: str) -> str:
        if not re.fullmatch(r"auto|cpu|mps|cuda(:\d+)?", value):
            raise ValueError("give auto, cpu, cuda, cuda:1 or mps")
        return value


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
    """Merge the four sources, see `over`. `flags` holds only what the user gave (None: not given).

    `MODEL_PATH` is the short form of `BGGEN_MODEL`. A variable that is empty, as a container's may be, says
    nothing. Raises UsageError naming the first bad value, and where it came from.
    """
    env = dict(os.environ) if environ is None else environ
    refuse_misnamed(
        env, variables([*Options.model_fields, *Settings.model_fields]) | {"model_path": "MODEL_PATH"}
    )
    read = _from_file(file) if file else {}
    names = {name: f"{file}: {name}" for name in read}  # what each is called where it came from
    known = {*Options.model_fields, *Settings.model_fields}
    said: dict[str, str] = {}
    if model_path := env.get("MODEL_PATH"):
        said["model"], names["model"] = model_path, "MODEL_PATH"
    for name in known:
        value = env.get(variable := ENV_PREFIX + name.upper())
        if value or (value is not None and name in TEXTS):
            said[name], names[name] = value, variable
    given = {name: value for name, value in (flags or {}).items() if value is not None}
    merged, names = over(over(read, said), given), names | {name: flag(name) for name in given}
    if unknown := sorted(set(merged) - known):
        near = get_close_matches(unknown[0], known, 1)
        instead = f"did you mean {near[0]}?" if near else f"choose one of {', '.join(sorted(known))}"
        raise UsageError(f"{names[unknown[0]]}: there is no such setting: {instead}")
    return build(Options, merged, names), build(Settings, merged, names)


def variables(names: Iterable[str]) -> dict[str, str]:
    """Setting -> the environment variable that says it."""
    return {name: ENV_PREFIX + name.upper() for name in names}


def refuse_misnamed(env: Mapping[str, str], known: Mapping[str, str]) -> None:
    """Raise UsageError for a variable of ours that says nothing, and is nearly one that would.

    Others stay: of another command, another version, or of whoever starts us. `known`: name -> variable.
    """
    for variable in sorted(name for name in env if name.startswith(ENV_PREFIX)):
        name = variable.removeprefix(ENV_PREFIX).lower()
        meant = name if name in known else wording.mistyped(name, known)
        if meant and variable != known[meant]:
            raise UsageError(f"{variable}: there is no such variable: did you mean {known[meant]}?")


def flag(name: str) -> str:
    """What a setting is called on the command line."""
    return "--" + name.replace("_", "-")


def build(kind: type[M], values: Mapping[str, Any], names: Mapping[str, str] | None = None) -> M:
    """Validate the fields of `kind` found in `values`; a bad one becomes one clear line.

    `names`: what each is called where it came from, else by its own name.
    """
    try:
        return kind.model_validate({k: v for k, v in values.items() if k in kind.model_fields})
    except ValidationError as error:
        raise UsageError(wording.line(error, kind, names)) from error


def _from_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))  # some editors begin a file with a mark
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        said = (error.strerror or error) if isinstance(error, OSError) else error
        raise UsageError(f"settings file {path}: can't be read ({said})") from error
