"""Qwen-Image: a vision-language model reads the prompt; guidance by a second evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch.nn import functional as F

from bggen.families.diffusers_base import DiffusersPainter, Words


class QwenImagePainter(DiffusersPainter):
    """Texts differ in length: shorter ones are padded, with a mask that says so."""

    family = "qwen-image-inpaint"
    pipeline = "QwenImageInpaintPipeline"
    steps, guidance = 40, 4.0
    no_negative = " "  # what the model was trained with for no text
    shares_steps = False  # texts of different lengths go together only when padded, see `join`

    @classmethod
    def guide(cls, pipe: Any, guidance: float) -> dict[str, Any]:
        """`guidance_scale` would be for a distilled model; such a one takes it as well."""
        distilled = pipe.transformer.config.guidance_embeds
        return {"true_cfg_scale": guidance, "guidance_scale": guidance if distilled else None}

    def encode(self, prompt: str, negative: str, guided: bool) -> Words:
        """Hidden states and which of them are text."""
        words = self._one(prompt, "prompt_embeds")
        return words | (self._one(negative or self.no_negative, "negative_prompt_embeds") if guided else {})

    def _one(self, prompt: str, name: str) -> Words:
        found, mask = self.pipe.encode_prompt(prompt)
        if mask is None:  # all of it is text
            mask = torch.ones(found.shape[:2], dtype=torch.long, device=found.device)
        return {name: found, f"{name}_mask": mask}

    def join(self, texts: Sequence[Words]) -> Words:
        """Padded at the end to the longest."""
        joined: Words = {}
        for name in texts[0]:
            longest = max(text[name].shape[1] for text in texts)
            padded = []
            for text in texts:
                missing = longest - text[name].shape[1]
                padded.append(
                    F.pad(text[name], (0, missing) if name.endswith("_mask") else (0, 0, 0, missing))
                )
            joined[name] = torch.cat(padded)
        return joined
