"""Tiny random-weight model folders in the true diffusers layout, built in a second."""

from __future__ import annotations

import json
from pathlib import Path

import torch


def tokenizer_folder(folder: Path) -> None:
    """A CLIP tokenizer of single letters."""
    folder.mkdir(parents=True)
    letters = [chr(c) for c in range(97, 123)]
    words = [*letters, *(f"{c}</w>" for c in letters), "<|startoftext|>", "<|endoftext|>"]
    (folder / "vocab.json").write_text(json.dumps({word: number for number, word in enumerate(words)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")


def sd_inpaint(folder: Path) -> Path:
    """Stable Diffusion inpainting: a UNet of 9 input channels, an autoencoder, a text tower."""
    from diffusers import AutoencoderKL, DDIMScheduler, StableDiffusionInpaintPipeline, UNet2DConditionModel
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

    torch.manual_seed(0)
    unet = UNet2DConditionModel(
        sample_size=8, in_channels=9, out_channels=4, layers_per_block=1, block_out_channels=(8, 16),
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=16, attention_head_dim=2, norm_num_groups=4,
    )  # fmt: skip
    vae = AutoencoderKL(
        block_out_channels=(8, 8, 8, 8),
        down_block_types=("DownEncoderBlock2D",) * 4, latent_channels=4,
        up_block_types=("UpDecoderBlock2D",) * 4, norm_num_groups=4, sample_size=64,
    )  # fmt: skip
    config = CLIPTextConfig(
        vocab_size=54, hidden_size=16, intermediate_size=32, num_hidden_layers=1, num_attention_heads=2,
        max_position_embeddings=77, bos_token_id=52, eos_token_id=53, pad_token_id=53,
    )  # fmt: skip
    tokenizer_folder(folder.parent / "tokenizer-src")
    source = folder.parent / "tokenizer-src"
    tokenizer = CLIPTokenizer.from_pretrained(source, model_max_length=77)
    StableDiffusionInpaintPipeline(
        vae=vae, text_encoder=CLIPTextModel(config), tokenizer=tokenizer, unet=unet,
        scheduler=DDIMScheduler(),
        safety_checker=None, feature_extractor=None, requires_safety_checker=False,
    ).save_pretrained(folder, safe_serialization=True)  # fmt: skip
    return folder
