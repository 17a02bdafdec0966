"""ControlNet inpainting for Stable Diffusion and XL, controlled by the mask.

This is the salient-object kind (`yahoo-inc/photo-background-generation`): the control picture is the hole,
white where to paint, so that the model does not grow the product beyond it. Its ControlNet is a copy of a
9-channel inpainting UNet and wants the mask and the masked picture as the UNet does, which the stock
pipeline does not hand over.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, ClassVar

import torch
from diffusers import StableDiffusionControlNetInpaintPipeline, StableDiffusionXLControlNetInpaintPipeline

from bggen.families.canvas import View
from bggen.families.diffusers_base import DiffusersPainter
from bggen.families.sd import SdPainter
from bggen.families.sdxl import SdxlPainter


class _HandsOverMask:
    """Mixed into a pipeline: remembers the mask's latents of the running call for its ControlNet."""

    mask_latents: torch.Tensor | None = None

    def prepare_mask_latents(self, *args: Any, **kwargs: Any) -> Any:
        """As the pipeline has it: (mask, latents of the masked picture)."""
        mask, masked = super().prepare_mask_latents(*args, **kwargs)  # type: ignore[misc]  # a pipeline's
        self.mask_latents = torch.cat([mask, masked], dim=1)
        return mask, masked

    def feed(self, _network: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, Any]:
        """Forward pre-hook of a 9-channel ControlNet: the mask's latents beside the noisy ones."""
        if self.mask_latents is None:
            return args, kwargs
        sample, *rest = args
        return (torch.cat([sample, self.mask_latents.to(sample)], dim=1), *rest), kwargs


class SdSalientPipeline(_HandsOverMask, StableDiffusionControlNetInpaintPipeline):  # type: ignore[misc]  # untyped base
    """Stable Diffusion 1.5 and 2."""


class SdxlSalientPipeline(_HandsOverMask, StableDiffusionXLControlNetInpaintPipeline):  # type: ignore[misc]  # untyped base
    """Stable Diffusion XL."""


class _ControlNetPainter(DiffusersPainter):
    """What both painters add to those without a ControlNet; stands before them among the bases."""

    shares_steps = False  # the ControlNet's call is another one
    ends_guidance: ClassVar[tuple[str, ...]] = ()  # the control picture is doubled too, and out of reach

    @cached_property
    def pipe(self) -> Any:
        """Loaded, with the mask handed to the ControlNet where it wants it."""
        pipe = super().pipe
        if pipe.controlnet.config.in_channels == 9:
            pipe.controlnet.register_forward_pre_hook(pipe.feed, with_kwargs=True)
        return pipe

    def conditions(self, views: Sequence[View]) -> dict[str, Any]:
        """The hole as the control picture."""
        holes = [seen.hole.convert("RGB") for seen in views]
        return {"control_image": holes, "controlnet_conditioning_scale": 1.0}


class SdControlNetPainter(_ControlNetPainter, SdPainter):
    """Stable Diffusion with a ControlNet that knows the hole."""

    family = "sd-controlnet"
    pipeline = "StableDiffusionControlNetInpaintPipeline"

    def pipeline_class(self) -> Any:
        """The stock pipeline with the mask handed on."""
        return SdSalientPipeline


class SdxlControlNetPainter(_ControlNetPainter, SdxlPainter):
    """Stable Diffusion XL with a ControlNet that knows the hole."""

    family = "sdxl-controlnet"
    pipeline = "StableDiffusionXLControlNetInpaintPipeline"

    def pipeline_class(self) -> Any:
        """The stock pipeline with the mask handed on."""
        return SdxlSalientPipeline
