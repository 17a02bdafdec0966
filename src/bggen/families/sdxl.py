"""Stable Diffusion XL: two text towers, and size conditioning that the pipeline fills in."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from bggen.families.diffusers_base import DiffusersPainter, Words
from bggen.families.folders import Defaults, unet_native

MANY_STEPS = 15  # from here on one that is left out is not missed


class SdxlPainter(DiffusersPainter):
    """The inpainting model's card asks for a strength just below 1, which costs one of the steps."""

    family = "sdxl-inpaint"
    pipeline = "StableDiffusionXLInpaintPipeline"
    denoiser = "unet"
    steps, guidance = 25, 7.0
    multiple, smallest = 32, None
    takes_tensors = True
    grow = 4
    ends_guidance: ClassVar[tuple[str, ...]] = (
        "prompt_embeds",
        "add_text_embeds",
        "add_time_ids",
        "mask",
        "masked_image_latents",
    )
    leave_out = ("feature_extractor", "image_encoder")

    @classmethod
    def defaults(cls, folder: Path, index: dict[str, Any]) -> Defaults:
        """The side is in the UNet's configuration."""
        return Defaults(cls.steps, cls.guidance, unet_native(folder, 1024))

    @classmethod
    def full_strength(cls, steps: int) -> float:
        """Just below 1 where a step more or less does not count."""
        return 0.99 if steps >= MANY_STEPS else 1.0

    def reader(self) -> tuple[Any, int]:
        """CLIP."""
        return self.pipe.tokenizer, self.pipe.tokenizer.model_max_length

    def encode(self, prompt: str, negative: str, guided: bool) -> Words:
        """Both towers' states and the pooled one; an empty negative prompt is zeros, as in training."""
        found, against, pooled, pooled_against = self.pipe.encode_prompt(
            prompt,
            device=self.pipe._execution_device,
            do_classifier_free_guidance=guided,
            negative_prompt=negative or None,
        )
        words: Words = {"prompt_embeds": found, "pooled_prompt_embeds": pooled}
        if guided:
            words |= {"negative_prompt_embeds": against, "negative_pooled_prompt_embeds": pooled_against}
        return words
