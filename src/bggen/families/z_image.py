"""Z-Image and Z-Image-Turbo."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bggen.families.diffusers_base import DiffusersPainter, Words
from bggen.families.folders import Defaults, configuration

TURBO_SHIFT = 3.0  # the schedulers of the two published models: 3 for Turbo, 6 for the base model


class ZImagePainter(DiffusersPainter):
    """Texts are lists of tensors, each as long as its prompt."""

    family = "z-image-inpaint"
    pipeline = "ZImageInpaintPipeline"
    steps, guidance = 40, 4.0

    @classmethod
    def defaults(cls, folder: Path, index: dict[str, Any]) -> Defaults:
        """Turbo was distilled to 8 steps without guidance; the two differ by their scheduler's shift.

        Its card says 9 for a library that computed a last one at no noise; this one doesn't.
        """
        if configuration(folder, "scheduler").get("shift") == TURBO_SHIFT:
            return Defaults(8, 0.0, cls.native)
        return Defaults(cls.steps, cls.guidance, cls.native)

    def guided(self, guidance: float) -> bool:
        """This model's scale starts at 0, where others have 1."""
        return guidance > 0

    def encode(self, prompt: str, negative: str, guided: bool) -> Words:
        """Lists of one tensor."""
        found, against = self.pipe.encode_prompt(
            prompt, do_classifier_free_guidance=guided, negative_prompt=negative
        )
        return {"prompt_embeds": found, "negative_prompt_embeds": against}

    def join(self, texts: Sequence[Words]) -> Words:
        """Lists one after another."""
        return {name: [tensor for text in texts for tensor in text[name]] for name in texts[0]}
