"""A model folder of the studio's diffusion size with random weights, to time without the trained ones.

    python benchmarks/studio_folder.py OUT     a 5 M UNet, a 32-wide tiny autoencoder, a two-layer text tower

The autoencoder starts as a plain downsampler, as training does, so that its pictures span the true range.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import torch
from diffusers import DDIMScheduler, StableDiffusionInpaintPipeline

from bggen.train.generator import denoise, text, vae


def build(out: Path) -> Path:
    """Write the folder, made for 512 pixels; returns it."""
    torch.manual_seed(0)
    words = "a walnut table under soft light from the left beside a pink podium"
    tokenizer = text.train_tokenizer([words] * 4, out / "tokenizer")
    coder = vae.build()
    for stack in (coder.encoder, coder.decoder):
        for part in stack.modules():
            if isinstance(part, torch.nn.ReLU):
                part.inplace = False
    vae.born(coder, torch.eye(3) * 2, torch.full((3,), -1.0))
    StableDiffusionInpaintPipeline(
        vae=coder,
        text_encoder=text.build(tokenizer),
        tokenizer=tokenizer,
        unet=denoise.build(),
        scheduler=DDIMScheduler(**denoise.SCHEDULE),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    ).to(dtype=torch.float16).save_pretrained(out)
    file = out / "unet" / "config.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"sample_size": 64}))
    return out


if __name__ == "__main__":
    print(build(Path(sys.argv[1])))
