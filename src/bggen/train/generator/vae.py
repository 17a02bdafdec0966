"""Train the autoencoder: pictures to 4 latent channels at an eighth of the size, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from bggen.train import loop
from bggen.train.data import Packed

WIDTH = 32
NOISE = 0.05  # added to latents in training, so that a denoiser's small errors do not show


def build() -> Any:
    """A small AutoencoderTiny; no block at full size, which is what costs."""
    from diffusers import AutoencoderTiny

    return AutoencoderTiny(
        encoder_block_out_channels=(WIDTH,) * 4,
        decoder_block_out_channels=(WIDTH,) * 4,
        num_encoder_blocks=(0, 1, 1, 2),
        num_decoder_blocks=(2, 2, 1, 0),
        scaling_factor=1.0,
    )


@torch.no_grad()
def born(vae: Any, tint: Tensor, shift: Tensor) -> None:
    """Start as a plain downsampler: three latents carry the whitened colour mean of an 8x8 block.

    Without it the deep ReLU stacks lose the picture on the way and training stays at 16/255 for thousands of
    steps; with it, it begins near 6. The other channels start at random and learn what the means leave out.
    `tint` (3, 3) and `shift` (3,): latents = tint @ rgb + shift, rgb in 0..1.
    """
    for stack in (vae.encoder.layers, vae.decoder.layers):
        for part in stack:
            if isinstance(part, nn.Conv2d):
                kaiming(part)
            elif hasattr(part, "conv"):
                inner = [layer for layer in part.conv if isinstance(layer, nn.Conv2d)]
                for layer in inner:
                    kaiming(layer)
                inner[-1].weight.zero_()  # the block begins as its skip
    down = [part for part in vae.encoder.layers if isinstance(part, nn.Conv2d)]
    up = [part for part in vae.decoder.layers if isinstance(part, nn.Conv2d)]
    for part in down[:-1] + up:
        part.weight[:3] = 0
    for colour in range(3):
        down[0].weight[colour, colour, 1, 1] = 1
        up[-1].weight[colour, colour, 1, 1] = 1
        for part in down[1:-1]:
            part.weight[colour, colour, 1:, 1:] = 0.25  # the box mean of 2x2
        for part in up[1:-1]:  # bilinear, after the nearest enlargement
            part.weight[colour, colour] = torch.tensor([1.0, 2, 1]).outer(torch.tensor([1.0, 2, 1])) / 16
    down[-1].weight[:3] = 0
    down[-1].weight[:3, :3, 1, 1] = tint
    back = torch.linalg.inv(tint)
    up[0].weight[:3, :3, 1, 1] = back
    for part, offset in ((down[-1], shift), (up[0], -back @ shift)):
        if part.bias is not None:
            part.bias[:3] = offset


def kaiming(conv: nn.Conv2d) -> None:
    """Weights that keep the signal's strength through a ReLU (He et al. 2015); no offset."""
    nn.init.kaiming_normal_(conv.weight, nonlinearity="relu")
    if conv.bias is not None:
        nn.init.zeros_(conv.bias)


def whitening(packed: Packed, pool: list[int]) -> tuple[Tensor, Tensor]:
    """(3, 3) and (3,): the map from rgb in 0..1 to unit, uncorrelated values over the scenes' 8x8 means."""
    kept = [packed.rgba[i, ::8, ::8, :3].reshape(-1, 3) for i in pool[::10]]
    colours = torch.from_numpy(np.concatenate(kept).astype(np.float32)) / 255
    strength, axes = torch.linalg.eigh(torch.cov(colours.T))
    tint = (axes / strength.clamp(min=1e-4).sqrt()).T.flip(0)  # the strongest, brightness, first
    return tint, -tint @ colours.mean(0)


class Coder(nn.Module):
    """The autoencoder as the loop sees it: crops in, loss out."""

    def __init__(self) -> None:
        super().__init__()
        self.vae = build()
        for part in self.vae.modules():
            if isinstance(part, nn.ReLU):
                part.inplace = False

    def forward(self, pixels: Tensor) -> tuple[Tensor, dict[str, float]]:
        """(b, 3, h, w) in -1..1."""
        latents = self.vae.encoder(pixels)
        spread = latents.float().permute(1, 0, 2, 3).flatten(1)
        unit = spread.mean(1).square().mean() + (spread.var(1).add(1e-4).log()).square().mean()
        noisy = latents + NOISE * torch.randn_like(latents)
        error = (self.vae.decoder(noisy) - pixels).float()
        pixel = error.abs().mean()
        slope = torch.zeros(())
        for scale in (1, 2):
            coarse = F.avg_pool2d(error, scale) if scale > 1 else error
            slope = slope + coarse.diff(dim=2).abs().mean() + coarse.diff(dim=3).abs().mean()
        loss = pixel + 0.3 * slope + 0.02 * unit
        return loss, {"pixel": float(pixel.detach()), "unit": float(unit.detach())}


def crops(packed: Packed, pool: list[int], count: int, size: int, rng: np.random.Generator) -> Tensor:
    """(count, 3, size, size) in -1..1: cut from finished pictures and plates, whole or at half scale."""
    out = np.empty((count, size, size, 3), np.float32)
    for i in range(count):
        index = int(rng.choice(pool))
        row = packed.rows[index]["plate"]
        picture = packed.plate[row] if row >= 0 and rng.random() < 0.4 else packed.rgba[index, :, :, :3]
        wide = 2 * size if rng.random() < 0.5 and 2 * size <= picture.shape[0] else size
        top, left = rng.integers(0, picture.shape[0] - wide + 1, 2)
        cut = picture[top : top + wide, left : left + wide].astype(np.float32)
        if wide > size:
            cut = cut.reshape(size, 2, size, 2, 3).mean((1, 3))
        out[i] = cut[:, ::-1] if rng.random() < 0.5 else cut
    return torch.from_numpy(out).permute(0, 3, 1, 2) / 127.5 - 1


def train(
    packed: Packed, plan: loop.Plan, batch: int, size: int, seed: int, decoder_only: bool = False
) -> dict[str, float]:
    """Train and report the held-back error (mean absolute, of 255) and the latents' spread.

    `decoder_only` keeps the latents as they are, so that a denoiser trained on them stays valid.
    """
    torch.manual_seed(seed)
    net = loop.channels_last(Coder())
    net.vae.encoder.requires_grad_(not decoder_only)
    rng = np.random.default_rng(seed)
    pool = packed.split(held_back=False)
    born(net.vae, *whitening(packed, pool))

    def step_loss(_: int) -> tuple[Tensor, dict[str, float]]:
        pixels = crops(packed, pool, batch, size, rng).contiguous(memory_format=torch.channels_last)
        out: tuple[Tensor, dict[str, float]] = net(pixels)
        return out

    steps = loop.train(net, step_loss, plan)
    return {"steps": steps, **evaluate(net, packed)}


@torch.inference_mode()
def evaluate(net: Coder, packed: Packed) -> dict[str, float]:
    """Coding error over held-back pictures, without noise."""
    pool = packed.split(held_back=True)[:48]
    error, kept = 0.0, []
    for index in pool:
        pixels = (
            torch.from_numpy(packed.rgba[index, :, :, :3].astype(np.float32)).permute(2, 0, 1)[None] / 127.5
            - 1
        )
        latents = net.vae.encoder(pixels)
        kept.append(latents)
        error += float((net.vae.decoder(latents) - pixels).abs().mean()) * 127.5
    spread = torch.cat(kept)
    return {"mae": error / len(pool), "std": float(spread.std()), "mean": float(spread.mean())}


def load(folder: Path) -> Any:
    """The trained AutoencoderTiny of a checkpoint folder."""
    net = Coder()
    loop.load_average(net, folder)
    return net.vae.eval()
