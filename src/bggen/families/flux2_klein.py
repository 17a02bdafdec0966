"""FLUX.2 [klein]: sees the product's picture as a reference beside the hole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bggen.families.diffusers_base import DiffusersPainter, Words
from bggen.families.folders import Defaults


class Flux2KleinPainter(DiffusersPainter):
    """The published models are distilled to four steps; base models say so in their index."""

    family = "flux2-klein-inpaint"
    pipeline = "Flux2KleinInpaintPipeline"
    steps, guidance = 50, 4.0

    @classmethod
    def defaults(cls, folder: Path, index: dict[str, Any]) -> Defaults:
        """`is_distilled` stands in model_index.json."""
        if index.get("is_distilled"):
            return Defaults(4, 1.0, cls.native)
        return Defaults(cls.steps, cls.guidance, cls.native)

    def guided(self, guidance: float) -> bool:
        """A distilled model takes no guidance."""
        return guidance > 1 and not self.index.get("is_distilled")

    def encode(self, prompt: str, negative: str, guided: bool) -> Words:
        """Hidden states of three of the text tower's layers."""
        words: Words = {"prompt_embeds": self.pipe.encode_prompt(prompt)[0]}
        return words | ({"negative_prompt_embeds": self.pipe.encode_prompt(negative)[0]} if guided else {})
