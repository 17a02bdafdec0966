"""Write the diffusers folder from the checkpoints, and contact sheets of what it paints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from bggen.train import loop
from bggen.train.captions import plain_caption
from bggen.train.data import Packed
from bggen.train.generator import denoise, samples, text, vae


def export(packed: Packed, work: Path, out: Path) -> int:
    """A folder that `StableDiffusionInpaintPipeline.from_pretrained` loads, float16; returns its bytes."""
    from diffusers import DDIMScheduler, StableDiffusionInpaintPipeline

    tokenizer, tower = text.load(work / "text")
    pipe = StableDiffusionInpaintPipeline(
        vae=samples.scaled(packed, vae.load(work / "vae")),
        text_encoder=tower,
        tokenizer=tokenizer,
        unet=denoise.load(last if (last := work / "sharpen").exists() else work / "unet"),
        scheduler=DDIMScheduler(**denoise.SCHEDULE),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipe.to(dtype=torch.float16).save_pretrained(out, safe_serialization=True)
    vocabulary = out / "tokenizer" / "tokenizer.json"  # of which half is written to be looked at
    words = json.loads(vocabulary.read_text("utf-8"))
    vocabulary.write_text(json.dumps(words, separators=(",", ":"), ensure_ascii=False), "utf-8")
    return sum(file.stat().st_size for file in out.rglob("*") if file.is_file())


def begin(folder: Path, work: Path) -> None:
    """Checkpoints of a finished folder, without the optimizers' moments, for training to go on from."""
    from diffusers import StableDiffusionInpaintPipeline

    pipe: Any = StableDiffusionInpaintPipeline.from_pretrained(
        folder, local_files_only=True, safety_checker=None, torch_dtype=torch.float32
    )
    coder, denoiser = vae.Coder(), denoise.Denoiser()
    coder.vae.load_state_dict(pipe.vae.state_dict())
    denoiser.unet.load_state_dict(pipe.unet.state_dict())
    loop.begin(coder, work / "vae")
    loop.begin(denoiser, work / "unet")
    pipe.tokenizer.save_pretrained(work / "text" / "tokenizer")
    pipe.text_encoder.save_pretrained(work / "text" / "model")


def sample(packed: Packed, folder: Path, file: Path, count: int, size: int, seed: int) -> None:
    """Held-back scenes: truth, its coded form, painted from noise by the scene's own words."""
    from diffusers import StableDiffusionInpaintPipeline

    pipe: Any = StableDiffusionInpaintPipeline.from_pretrained(
        folder, local_files_only=True, safety_checker=None, torch_dtype=torch.float32
    )
    pipe.set_progress_bar_config(disable=True)
    pool = packed.split(held_back=True)
    columns = []
    for index in pool[:: max(1, len(pool) // count)][:count]:
        # channel by channel: Pillow drops the colour of what is transparent
        planes = [Image.fromarray(plane) for plane in np.array(packed.rgba[index]).transpose(2, 0, 1)]
        sized = [np.asarray(plane.resize((size, size), Image.Resampling.BOX)) for plane in planes]
        truth = np.stack(sized, -1)
        pixels = torch.from_numpy(truth[None, :, :, :3].astype(np.float32)).permute(0, 3, 1, 2) / 127.5 - 1
        with torch.inference_mode():
            coded = pipe.vae.decode(pipe.vae.encode(pixels).latents).sample[0].permute(1, 2, 0).numpy()
        prompt = plain_caption(packed.rows[index])
        print(prompt, flush=True)
        painted = pipe(
            prompt=prompt,
            image=Image.fromarray(truth[:, :, :3].copy()),
            mask_image=Image.fromarray(np.where(truth[:, :, 3] > 127, 0, 255).astype(np.uint8)),
            width=size,
            height=size,
            num_inference_steps=4,
            strength=1.0,
            guidance_scale=1.0,
            generator=torch.Generator().manual_seed(seed),
            output_type="np",
        ).images[0]
        cover = truth[:, :, 3:] / 255
        pasted = truth[:, :, :3] / 255 * cover + painted * (1 - cover)
        rows = [truth[:, :, :3] / 255, (coded.clip(-1, 1) + 1) / 2, pasted]
        columns.append(np.concatenate(rows))
    sheet = np.concatenate(columns, 1)
    Image.fromarray((sheet * 255 + 0.5).clip(0, 255).astype(np.uint8)).save(file)
