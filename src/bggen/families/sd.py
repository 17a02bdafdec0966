"""Stable Diffusion 1.5 and 2: inpainting UNets of 9 channels, and plain ones of 4 that blend latents."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from bggen.families.diffusers_base import DiffusersPainter, Words
from bggen.families.folders import Defaults, unet_native


class SdPainter(DiffusersPainter):
    """The picture filter of the first version is left out: a false alarm would blacken a product photo."""

    family = "sd-inpaint"
    pipeline = "StableDiffusionInpaintPipeline"
    denoiser = "unet"
    steps, guidance = 25, 7.5
    multiple, smallest = 32, None
    takes_tensors = True
    grow = 4
    ends_guidance: ClassVar[tuple[str, ...]] = ("prompt_embeds", "mask", "masked_image_latents")
    leave_out = ("safety_checker", "feature_extractor", "image_encoder")

    @classmethod
    def defaults(cls, folder: Path, index: dict[str, Any]) -> Defaults:
        """The side is in the UNet's configuration."""
        return Defaults(cls.steps, cls.guidance, unet_native(folder, 512))

    def reader(self) -> tuple[Any, int]:
        """CLIP."""
        return self.pipe.tokenizer, self.pipe.tokenizer.model_max_length

    def encode(self, prompt: str, negative: str, guided: bool) -> Words:
        """CLIP's hidden states, and those of the negative prompt."""
        found, against = self.pipe.encode_prompt(
            prompt, self.pipe._execution_device, 1, guided, negative_prompt=negative
        )
        return {"prompt_embeds": found} | ({"negative_prompt_embeds": against} if guided else {})
