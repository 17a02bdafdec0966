"""Pure generation with the studio model: a stock diffusers inpainting pipeline over our weights."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from bggen.spec import PainterInfo, Painting, Rgb, Scene, StepCallback

Floats = NDArray[np.float32]
STEP = 64  # painted sides are multiples of this: every level of the UNet divides evenly


class Generator:
    """`folder` holds the pipeline; `info` says device, native size and default steps."""

    def __init__(self, folder: Path, info: PainterInfo) -> None:
        self.folder = folder
        self.info = info

    @cached_property
    def pipe(self) -> Any:
        """The pipeline, loaded as plain diffusers would."""
        from diffusers import StableDiffusionInpaintPipeline

        pipe = StableDiffusionInpaintPipeline.from_pretrained(
            self.folder, local_files_only=True, safety_checker=None, torch_dtype=torch.float32
        ).to(self.info.device)
        pipe.set_progress_bar_config(disable=True)
        pipe.unet.to(memory_format=torch.channels_last)
        return pipe

    def paint(self, scenes: Sequence[Scene], on_step: StepCallback | None = None) -> list[Painting]:
        """From noise, one seed a scene."""
        pictures = self._run(
            scenes, [_pasted(scene, None, self._size(scene)) for scene in scenes], 1.0, on_step
        )
        notes = {"reference": "none", "steps": self._steps(scenes[0]), "painted": self._size(scenes[0])}
        return [Painting(picture, True, dict(notes)) for picture in pictures]

    def change(self, scene: Scene, plate: Rgb) -> Floats:
        """What the model changes on a plate, as log-gain (h, w, 3): painted over merely coded and decoded.

        Both pass the same decoder, so its blur cancels and the plate keeps its detail.
        """
        size = self._size(scene)
        start = _pasted(scene, plate, size)
        painted = self._run([scene], [start], float(scene.options.strength or 0.5), None)[0]
        coded = self._coded(start)
        ratio = [cv2.GaussianBlur(p.astype(np.float32) + 4, (0, 0), 1.2) for p in (painted, coded)]
        gain: Floats = np.log(ratio[0] / ratio[1]).clip(-1.5, 0.7)
        return gain

    @torch.inference_mode()
    def _coded(self, picture: Rgb) -> Rgb:
        pixels = (
            torch.from_numpy(picture.astype(np.float32) / 127.5 - 1)
            .permute(2, 0, 1)[None]
            .to(self.info.device)
        )
        coded = self.pipe.vae.encode(pixels)
        latents = coded.latents if hasattr(coded, "latents") else coded.latent_dist.mode()
        decoded = self.pipe.vae.decode(latents).sample[0].permute(1, 2, 0).float().cpu().numpy()
        out: Rgb = ((decoded + 1) * 127.5 + 0.5).clip(0, 255).astype(np.uint8)
        return out

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
        result = self.pipe(
            prompt=[scene.options.prompt or "a bright seamless studio backdrop" for scene in scenes],
            negative_prompt=[scene.options.negative for scene in scenes],
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
