"""Any diffusers inpainting folder as a painter: one scene a seed, batched by canvas shape.

The pipeline's own class does the work, so SD 1.5/2, SDXL, SD3, FLUX and their kin load alike.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from bggen.errors import OutOfMemory, UsageError
from bggen.settings import Settings
from bggen.spec import Options, Painter, PainterInfo, Painting, Rgb, Scene, StepCallback

Floats = NDArray[np.float32]
STEP = 64  # painted sides are multiples of this: every level of a UNet divides evenly
DTYPES = {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}


def load(folder: Path, index: dict[str, Any], options: Options, settings: Settings, device: str) -> Painter:
    """The painter over a local folder; weights load at the first scene."""
    name = str(index.get("_class_name", ""))
    large = any(mark in name for mark in ("XL", "Flux", "3", "Qwen", "ZImage"))
    dtype = settings.dtype if settings.dtype != "auto" else ("float32" if device == "cpu" else "float16")
    info = PainterInfo(
        model=str(folder),
        family=name,
        digest=folder_digest(folder),
        licence="as its model card says",
        device=device,
        dtype=dtype,
        native=1024 if large else 512,
    )
    return DiffusersPainter(folder, info, options.lora, settings.offload)


def folder_digest(folder: Path) -> str:
    """SHA-256 over a folder's weights and configurations, hex."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".safetensors", ".json", ".txt"):
            digest.update(str(path.relative_to(folder)).encode())
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


class DiffusersPainter(Painter):
    """`folder` holds the pipeline; `info` says device, native size and default steps."""

    def __init__(
        self, folder: Path, info: PainterInfo, lora: Sequence[str] = (), offload: str = "none"
    ) -> None:
        self.folder = folder
        self.info = info
        self.lora = tuple(lora)
        self.offload = offload

    @cached_property
    def pipe(self) -> Any:
        """The pipeline, loaded as plain diffusers would: local, safetensors only."""
        from diffusers import AutoPipelineForInpainting

        stock: Any = AutoPipelineForInpainting
        pipe = stock.from_pretrained(
            self.folder, local_files_only=True, use_safetensors=True, torch_dtype=DTYPES[self.info.dtype]
        )
        for number, adapter in enumerate(self.lora):
            file, _, weight = adapter.rpartition(":") if ":" in adapter[2:] else (adapter, "", "1")
            if not Path(file).is_file():
                raise UsageError(f"--lora {adapter}: there is no file {file}")
            pipe.load_lora_weights(
                str(Path(file).parent), weight_name=Path(file).name, adapter_name=f"a{number}"
            )
            pipe.set_adapters([f"a{k}" for k in range(number + 1)], [float(weight or 1)] * (number + 1))
        pipe.set_progress_bar_config(disable=True)
        if self.offload == "model" and self.info.device.startswith("cuda"):
            pipe.enable_model_cpu_offload()
        elif self.offload == "sequential" and self.info.device.startswith("cuda"):
            pipe.enable_sequential_cpu_offload()
        else:
            pipe.to(self.info.device)
        return pipe

    def paint(self, scenes: Sequence[Scene], on_step: StepCallback | None = None) -> list[Painting]:
        """From noise, or from --reference IMAGE with --strength; one seed a scene."""
        starts = [_pasted(scene, None, self._size(scene)) for scene in scenes]
        pictures = self._run(scenes, starts, 1.0, on_step)
        notes = {"reference": "none", "steps": self._steps(scenes[0]), "painted": self._size(scenes[0])}
        return [Painting(picture, True, dict(notes)) for picture in pictures]

    def _run(
        self, scenes: Sequence[Scene], starts: list[Rgb], strength: float, on_step: StepCallback | None
    ) -> list[Rgb]:
        width, height = self._size(scenes[0])
        steps = self._steps(scenes[0])

        def each_step(pipe: Any, step: int, _time: Any, values: dict[str, Any]) -> dict[str, Any]:
            if on_step is not None and not on_step(step + 1, steps):
                pipe._interrupt = True
            return values

        guidance = scenes[0].options.guidance
        taken = inspect.signature(self.pipe.__call__).parameters
        negative = {"negative_prompt": [scene.options.negative for scene in scenes]}
        try:
            result = self.pipe(
                prompt=[
                    scene.options.prompt or "a bright seamless studio backdrop, product photo"
                    for scene in scenes
                ],
                **(negative if "negative_prompt" in taken else {}),
                image=[Image.fromarray(start) for start in starts],
                mask_image=[_hole(scene, (width, height)) for scene in scenes],
                width=width,
                height=height,
                num_inference_steps=steps,
                strength=strength,
                guidance_scale=self.info.default_guidance if guidance is None else guidance,
                generator=[torch.Generator("cpu").manual_seed(scene.seed % 2**63) for scene in scenes],
                output_type="np",
                callback_on_step_end=each_step,
            )
        except torch.OutOfMemoryError as error:
            raise OutOfMemory(
                f"painting {width}x{height} in a batch of {len(scenes)}: out of memory"
            ) from error
        return [(picture * 255 + 0.5).astype(np.uint8) for picture in result.images]

    def _steps(self, scene: Scene) -> int:
        return scene.options.steps or self.info.default_steps

    def _size(self, scene: Scene) -> tuple[int, int]:
        """The size to paint at: the canvas's shape, about the model's native area."""
        width, height = scene.size
        scale = self.info.native / (width * height) ** 0.5
        sides = (max(round(side * scale / STEP), 1) * STEP for side in (width, height))
        return next(sides), next(sides)


def _pasted(scene: Scene, plate: Rgb | None, size: tuple[int, int]) -> Rgb:
    """The product on a plate, or on mid-grey, at the size to paint."""
    alpha = cv2.resize(scene.alpha, size, interpolation=cv2.INTER_AREA).astype(np.float32)[..., None] / 255
    product = cv2.resize(scene.rgb, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    under = (
        np.float32(127.5)
        if plate is None
        else cv2.resize(plate, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    )
    out: Rgb = (product * alpha + under * (1 - alpha) + 0.5).clip(0, 255).astype(np.uint8)
    return out


def _hole(scene: Scene, size: tuple[int, int]) -> Image.Image:
    """White where to paint: everything that is not surely product."""
    alpha = cv2.resize(scene.alpha, size, interpolation=cv2.INTER_AREA)
    return Image.fromarray(np.where(alpha > 127, 0, 255).astype(np.uint8))
