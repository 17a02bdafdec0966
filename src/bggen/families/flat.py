"""`--model flat`: a plain studio gradient in a colour that follows from the seed. Drafts, tests, dry runs."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence

import numpy as np

from bggen.spec import Painter, PainterInfo, Painting, Scene, StepCallback


class FlatPainter(Painter):
    """No model at all; milliseconds a picture."""

    def __init__(self) -> None:
        self.info = PainterInfo(
            "flat", "flat", "flat-1", "Apache-2.0", "cpu", "uint8", multiple=1, default_steps=1
        )

    def paint(self, scenes: Sequence[Scene], on_step: StepCallback | None = None) -> list[Painting]:
        """A wall and a floor, softly graded, at the canvas's size."""
        paintings = []
        for number, scene in enumerate(scenes):
            if on_step is not None and not on_step(number, len(scenes)):
                break
            width, height = scene.size
            hue = (scene.seed % 997) / 997
            colour = np.array(colorsys.hls_to_rgb(hue, 0.8, 0.35), np.float32) * 255
            down = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
            light = np.where(down < 0.62, 0.9 + 0.1 * down / 0.62, 1.0 - 0.12 * (down - 0.62) / 0.38)
            rgb = np.broadcast_to((colour * light + 0.5).clip(0, 255).astype(np.uint8), (height, width, 3))
            paintings.append(Painting(np.ascontiguousarray(rgb), False, {"steps": 1, "light_side": "left"}))
        return paintings
