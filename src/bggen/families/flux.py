"""FLUX.1: text-to-image models that blend latents, and FLUX.1 Fill, which was made for holes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bggen.families.diffusers_base import DiffusersPainter, Words
from bggen.families.folders import Defaults, configuration


class FluxPainter(DiffusersPainter):
    """Guidance is distilled into the model: one evaluation a step, and no negative prompt."""

    family = "flux-inpaint"
    pipeline = "FluxInpaintPipeline"
    steps, guidance = 28, 3.5
    negative_counts = False
    leave_out = ("feature_extractor", "image_encoder")

    @classmethod
    def defaults(cls, folder: Path, index: dict[str, Any]) -> Defaults:
        """Without an embedding of the guidance it is the four-step model."""
        if configuration(folder, "transformer").get("guidance_embeds", True):
            return Defaults(cls.steps, cls.guidance, cls.native)
        return Defaults(4, 0.0, cls.native)

    def guided(self, guidance: float) -> bool:
        """Never a second evaluation."""
        return False

    def reader(self) -> tuple[Any, int]:
        """T5, of whose tokens the four-step model was trained with half as many."""
        return self.pipe.tokenizer_2, 512 if self.pipe.transformer.config.guidance_embeds else 256

    def encode(self, prompt: str, negative: str, guided: bool) -> Words:
        """T5's hidden states and CLIP's pooled one."""
        found, pooled, _ = self.pipe.encode_prompt(
            prompt, device=self.pipe._execution_device, max_sequence_length=self.reader()[1]
        )
        return {"prompt_embeds": found, "pooled_prompt_embeds": pooled}


class FluxFillPainter(FluxPainter):
    """Sees the masked picture beside the noise, so its hole need not reach into the product."""

    family = "flux-fill"
    pipeline = "FluxFillPipeline"
    steps, guidance = 28, 30.0
    takes_tensors = True
    grow = 0
