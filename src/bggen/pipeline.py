"""The one loading module: from `--model` to a painter, for every command.

Local only: nothing here ever touches the network. What `machine` chooses is handed to the family.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bggen import machine, models, registry
from bggen.errors import MissingExtra, UsageError
from bggen.families import PAINTERS
from bggen.models.store import checksums, differences, manifest
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Painter, PainterInfo, Scene

if TYPE_CHECKING:
    from bggen.families.diffusers_base import DiffusersPainter
    from bggen.families.runtime import Adapter, Runtime


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
    device = machine.choose_device(settings.device)
    if options.model == "studio":
        from bggen.families import studio

        def runtime() -> Runtime:
            machine.limit_threads(settings)
            return machine.choose_runtime(studio.weights(), "unet", settings, device, (), options.speed)

        return studio.load(settings, device, runtime)
    machine.limit_threads(settings)
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
    runtime = machine.choose_runtime(item.folder, kind.denoiser, settings, device, adapters, options.speed)
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
