"""Stable Diffusion 3 and 3.5."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import torch

from bggen.families.diffusers_base import DiffusersPainter, Words
from bggen.families.folders import Defaults, configuration


class Sd3Painter(DiffusersPainter):
    """The pipeline encodes pictures with the autoencoder's shift and decodes without it, so we decode."""

    family = "sd3-inpaint"
    pipeline = "StableDiffusion3InpaintPipeline"
    steps, guidance = 28, 5.0
    smallest = 512
    longest: ClassVar[int] = 256  # tokens that T5 reads
    leave_out = ("feature_extractor", "image_encoder")
    output_type = "latent"

    @classmethod
    def defaults(cls, folder: Path, index: dict[str, Any]) -> Defaults:
        """The side is in the transformer's configuration, in latents."""
        side = configuration(folder, "transformer").get("sample_size")
        return Defaults(cls.steps, cls.guidance, int(side) * 8 if isinstance(side, int) else cls.native)

    def reader(self) -> tuple[Any, int]:
        """T5, or CLIP in folders that leave it out."""
        if self.pipe.tokenizer_3 is not None:
            return self.pipe.tokenizer_3, self.longest
        return self.pipe.tokenizer, self.pipe.tokenizer.model_max_length

    def encode(self, prompt: str, negative: str, guided: bool) -> Words:
        """Three towers' hidden states and the pooled ones."""
        found, against, pooled, pooled_against = self.pipe.encode_prompt(
            prompt,
            None,
            None,
            negative_prompt=negative,
            do_classifier_free_guidance=guided,
            max_sequence_length=self.longest,
        )
        words: Words = {"prompt_embeds": found, "pooled_prompt_embeds": pooled}
        if guided:
            words |= {"negative_prompt_embeds": against, "negative_pooled_prompt_embeds": pooled_against}
        return words

    def decode(self, images: Any) -> Any:
        """Latents to pictures, with the shift that the other pipelines of this model add."""
        vae = self.pipe.vae
        with torch.no_grad():
            latents = images.to(vae.dtype) / vae.config.scaling_factor + (vae.config.shift_factor or 0.0)
            pictures = vae.decode(latents, return_dict=False)[0]
        return self.pipe.image_processor.postprocess(pictures, output_type="pt")
