"""A stand-in for a card, run as a server's model process: `python -m benchmarks.card HANDLE PARENT`.

A tiny Stable Diffusion pipeline does all that the true one does, but its denoiser computes nothing: it sleeps
for FIXED + EACH * rows milliseconds, as evaluations of a card that isn't full yet take.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import torch
from tests.tiny_models import as_card, sd_inpaint

from bggen import pipeline
from bggen.options import Options
from bggen.serve.work import painter
from bggen.settings import Settings

FIXED, EACH = (float(part) for part in os.environ.get("CARD_MS", "30,4").split(","))


def stand_in(folder: Path) -> Any:
    """The painter; `folder` is where its model is built."""
    made: Any = pipeline.load(Options(model=str(sd_inpaint(folder))), Settings(device="cpu", threads=1))
    made.runtime = as_card(made.runtime)

    def forward(sample: torch.Tensor, timestep: Any, **_rest: Any) -> tuple[torch.Tensor]:
        time.sleep((FIXED + EACH * len(sample)) / 1000)
        return (sample[:, :4] * 0.1,)

    made.pipe.unet.forward = forward
    return made


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        card = stand_in(Path(home) / "model")
    sys.exit(painter.main(int(sys.argv[1]), int(sys.argv[2]), card))
