"""Train the denoiser: an inpainting UNet over latents, told by captions, blind to the product's own area."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from bggen.train import loop, text, vae
from bggen.train.captions import caption
from bggen.train.data import Packed, bounds, crop_to, random_box, to_tensor

WIDTHS = (64, 96, 128)
NO_CAPTION = 0.1  # share of steps without words, for guidance
SCHEDULE: dict[str, Any] = {
    "num_train_timesteps": 1000,
    "beta_schedule": "scaled_linear",
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "prediction_type": "v_prediction",
    "rescale_betas_zero_snr": True,
    "timestep_spacing": "trailing",
    "clip_sample": False,
    "steps_offset": 0,
}


def build() -> Any:
    """The UNet: 4 noisy latents, 1 mask, 4 latents of what is kept -> 4."""
    from diffusers import UNet2DConditionModel

    return UNet2DConditionModel(
        sample_size=32,  # the 256 px that it was trained at
        in_channels=9,
        out_channels=4,
        layers_per_block=1,
        block_out_channels=WIDTHS,
        down_block_types=("DownBlock2D", "DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D", "UpBlock2D"),
        cross_attention_dim=text.HIDDEN,
        attention_head_dim=4,  # diffusers counts heads here
        norm_num_groups=16,
        addition_embed_type="text",  # the words' pooled meaning beside the time step: every layer hears it
        addition_embed_type_num_heads=8,
    )


class Store:
    """Every training picture as latents, several crops and mirrors each, in memory."""

    def __init__(self) -> None:
        self.latents: list[Tensor] = []
        self.kept: list[Tensor] = []
        self.alpha: list[Tensor] = []
        self.row: list[int] = []
        self.flip: list[bool] = []

    def __len__(self) -> int:
        return len(self.row)


@torch.inference_mode()
def encode(
    packed: Packed, pool: list[int], coder: Any, rounds: int, size: int, rng: np.random.Generator
) -> Store:
    """Latents of finished pictures, and of the same with all but the product grey, as the pipeline has."""
    store = Store()
    for turn in range(rounds):
        for start in range(0, len(pool), 16):
            pictures, masks = [], []
            for index in pool[start : start + 16]:
                rgba = packed.rgba[index]
                side, flip = rgba.shape[0], bool((index + turn) % 2)
                box = (0, 0, side, side) if turn == 0 else random_box(side, bounds(rgba[:, :, 3]), 0.7, rng)
                part = crop_to(to_tensor(rgba), box, size, flip)
                pictures.append(part[:3] * 2 - 1)
                masks.append(part[3:])
                store.row.append(index)
                store.flip.append(flip)
            picture, alpha = torch.stack(pictures), torch.stack(masks)
            both = torch.cat([picture, picture * (alpha > 0.5)])  # the pipeline zeroes the hole: mid-grey
            latents = (
                coder.encoder(both.contiguous(memory_format=torch.channels_last))
                * coder.config.scaling_factor
            )
            store.latents += list(latents[: len(picture)].float())
            store.kept += list(latents[len(picture) :].float())
            store.alpha += list(F.interpolate((alpha > 0.5).float(), scale_factor=1 / 8, mode="nearest"))
    return store


def noise_levels() -> tuple[Tensor, Tensor]:
    """(1000,) the signal's and the noise's share at every time step."""
    from diffusers import DDIMScheduler

    alphas = DDIMScheduler(**SCHEDULE).alphas_cumprod
    return alphas.sqrt(), (1 - alphas).clamp(min=0).sqrt()


class Denoiser(nn.Module):
    """The UNet as the loop sees it: a batch in, the masked velocity loss out."""

    def __init__(self) -> None:
        super().__init__()
        self.unet = build()
        self.signal, self.noise = noise_levels()

    def forward(
        self, latents: Tensor, kept: Tensor, alpha: Tensor, words: Tensor
    ) -> tuple[Tensor, dict[str, float]]:
        """(b, 4, h, w) twice, (b, 1, h, w) the product's cover, (b, n, hidden)."""
        count = len(latents)
        # stratified, and most often where noise hides the scene: there alone the words decide, and a short
        # training learns texture long before it learns to listen
        even = (torch.arange(count) + torch.rand(count)) / count
        time = ((1 - even**2) * 1000).long().clamp(0, 999)
        time[torch.rand(count) < 0.15] = 999
        signal, noise = (share[time].view(-1, 1, 1, 1) for share in (self.signal, self.noise))
        dirt = torch.randn_like(latents)
        noisy, want = signal * latents + noise * dirt, signal * dirt - noise * latents
        planes = torch.cat([noisy, 1 - alpha, kept], 1).contiguous(memory_format=torch.channels_last)
        got = self.unet(planes, time, encoder_hidden_states=words).sample.float()
        near = F.max_pool2d(alpha, 7, 1, 3)
        weight = torch.where(alpha > 0.5, 0.05, 1 + near)
        error = (got - want).square().mean(1, keepdim=True)
        loss = (error * weight).sum() / weight.sum()
        with torch.no_grad():
            wide = ((error * weight).sum((1, 2, 3)) / weight.sum((1, 2, 3)))[time > 800]
        return loss, {"noisy": float(wide.mean()) if len(wide) else float(loss.detach())}


def train(
    packed: Packed, plan: loop.Plan, batch: int, size: int, seed: int, pictures: int
) -> dict[str, float]:
    """Encode everything once, then train the UNet; returns figures."""
    torch.manual_seed(seed)
    rng, choose = np.random.default_rng(seed), random.Random(seed)
    coder = scaled(packed, vae.load(plan.folder.parent / "vae"))
    tokenizer, tower = text.load(plan.folder.parent / "text")
    tower.float()  # stored as float16, which CPU autocast does not take
    pool = packed.split(held_back=False)
    rng.shuffle(pool)
    rounds = max(1, pictures // len(pool))
    with loop.autocast(plan.device, plan.half):
        store = encode(packed, pool[:pictures], coder, rounds, size, rng)
    print(f"{len(store)} latents", flush=True)
    net = Denoiser().to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch declares no memory_format

    def step_loss(_: int) -> tuple[Tensor, dict[str, float]]:
        some = rng.integers(0, len(store), batch)
        said = [caption(packed.rows[store.row[i]], choose, store.flip[i]) for i in some]
        said = ["" if choose.random() < NO_CAPTION else line for line in said]
        out: tuple[Tensor, dict[str, float]] = net(
            torch.stack([store.latents[i] for i in some]),
            torch.stack([store.kept[i] for i in some]),
            torch.stack([store.alpha[i] for i in some]),
            told(said, tokenizer, tower),
        )
        return out

    steps = loop.train(net, step_loss, plan)
    return {"steps": steps, "seen": steps * batch}


@torch.no_grad()
def told(texts: list[str], tokenizer: Any, tower: Any) -> Tensor:
    """(b, n, hidden) as the pipeline makes it: padded to the full length, no mask."""
    ids = tokenizer(texts, padding="max_length", truncation=True, max_length=text.LENGTH, return_tensors="pt")
    states: Tensor = tower(input_ids=ids["input_ids"]).last_hidden_state
    return states


@torch.inference_mode()
def scaled(packed: Packed, coder: Any) -> Any:
    """The autoencoder with the scaling factor that gives its latents unit spread over the scenes."""
    some = packed.split(held_back=False)[::40]
    latents = [coder.encoder(to_tensor(packed.rgba[i, :, :, :3])[None] * 2 - 1) for i in some]
    coder.register_to_config(scaling_factor=round(1 / float(torch.cat(latents).std()), 4))
    return coder


def load(folder: Path) -> Any:
    """The trained UNet of a checkpoint folder, averaged weights."""
    net = Denoiser()
    loop.load_average(net, folder)
    return net.unet.eval()
