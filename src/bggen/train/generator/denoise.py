"""Train the denoiser: an inpainting UNet over latents, told by captions, blind to the product's own area."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.attention import SDPBackend, sdpa_kernel

from bggen.train import loop
from bggen.train.data import Packed
from bggen.train.generator import text
from bggen.train.generator.samples import Stock

WIDTHS = (64, 96, 128)
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
        self.signal: Tensor
        self.noise: Tensor
        for name, share in zip(("signal", "noise"), noise_levels(), strict=True):
            self.register_buffer(name, share, persistent=False)

    def says(self, noisy: Tensor, time: Tensor, kept: Tensor, alpha: Tensor, words: Tensor) -> Tensor:
        """(b, 4, h, w), (b,), the others as `forward` has them -> (b, 4, h, w) velocity."""
        planes = torch.cat([noisy, 1 - alpha, kept], 1).contiguous(memory_format=torch.channels_last)
        plain = (
            planes.device.type == "cpu"
        )  # there the fused attention's way back is three times slower in bf16
        with sdpa_kernel(SDPBackend.MATH) if plain else nullcontext():
            velocity: Tensor = self.unet(planes, time, encoder_hidden_states=words).sample
        return velocity.float()

    def forward(
        self, latents: Tensor, kept: Tensor, alpha: Tensor, words: Tensor
    ) -> tuple[Tensor, dict[str, float]]:
        """(b, 4, h, w) twice, (b, 1, h, w) the product's cover, (b, n, hidden)."""
        count, device = len(latents), latents.device
        # stratified, and most often where noise hides the scene: there alone the words decide, and a short
        # training learns texture long before it learns to listen
        even = (torch.arange(count, device=device) + torch.rand(count, device=device)) / count
        time = ((1 - even**2) * 1000).long().clamp(0, 999)
        time[torch.rand(count, device=device) < 0.15] = 999
        signal, noise = (share[time].view(-1, 1, 1, 1) for share in (self.signal, self.noise))
        dirt = torch.randn_like(latents)
        noisy, want = signal * latents + noise * dirt, signal * dirt - noise * latents
        got = self.says(noisy, time, kept, alpha, words)
        near = F.max_pool2d(alpha, 7, 1, 3)
        weight = torch.where(alpha > 0.5, 0.05, 1 + near)
        error = (got - want).square().mean(1, keepdim=True)
        loss = (error * weight).sum() / weight.sum()
        with torch.no_grad():
            wide = ((error * weight).sum((1, 2, 3)) / weight.sum((1, 2, 3)))[time > 800]
        return loss, {"noisy": float(wide.mean()) if len(wide) else float(loss.detach())}


def prepared(packed: Packed, plan: loop.Plan, size: int, seed: int, pictures: int) -> tuple[Denoiser, Stock]:
    """A network with its first weights, and all that it learns from."""
    torch.manual_seed(seed)
    if plan.device.startswith("cuda"):
        torch.backends.cudnn.benchmark = True  # few sizes, seen thousands of times
    return loop.channels_last(Denoiser()).to(plan.device), Stock(packed, plan, size, seed, pictures)


def train(
    packed: Packed, plan: loop.Plan, batch: int, size: int, seed: int, pictures: int
) -> dict[str, float]:
    """Train the UNet, or go on from its checkpoint; returns figures."""
    net, learnt = prepared(packed, plan, size, seed, pictures)
    with learnt as stock:
        steps = loop.train(net, lambda _: net(*stock.draw(batch)), plan)
    return {"steps": steps, "seen": steps * batch}


def load(folder: Path) -> Any:
    """The trained UNet of a checkpoint folder, averaged weights."""
    net = Denoiser()
    loop.load_average(net, folder)
    return net.unet.eval()
