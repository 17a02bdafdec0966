"""Folders of random weights in a true architecture, for timing: speed does not depend on the weights.

The configurations are those of the published models (parameter counts are tested); `tiny` keeps the layout
and shrinks the widths, to try a script on a small machine.
"""

from __future__ import annotations

import json
import string
from pathlib import Path
from typing import Any

import diffusers
import torch
import transformers
from tokenizers import Tokenizer, models, pre_tokenizers

from bggen.errors import UnknownName

_CLIP_L = {
    "vocab_size": 49408, "hidden_size": 768, "intermediate_size": 3072, "num_hidden_layers": 12,
    "num_attention_heads": 12, "projection_dim": 768,
}  # fmt: skip
_CLIP_G = {
    "vocab_size": 49408, "hidden_size": 1280, "intermediate_size": 5120, "num_hidden_layers": 32,
    "num_attention_heads": 20, "projection_dim": 1280, "hidden_act": "gelu",
}  # fmt: skip
_T5_XXL = {
    "vocab_size": 32128, "d_model": 4096, "d_ff": 10240, "d_kv": 64, "num_heads": 64, "num_layers": 24,
    "feed_forward_proj": "gated-gelu",
}  # fmt: skip
_VAE = {
    "block_out_channels": (128, 256, 512, 512), "down_block_types": ("DownEncoderBlock2D",) * 4,
    "up_block_types": ("UpDecoderBlock2D",) * 4, "layers_per_block": 2, "latent_channels": 4,
}  # fmt: skip
_SDXL_UNET = {
    "sample_size": 128, "in_channels": 9, "out_channels": 4, "layers_per_block": 2,
    "block_out_channels": (320, 640, 1280),
    "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
    "up_block_types": ("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
    "cross_attention_dim": 2048, "attention_head_dim": (5, 10, 20),
    "transformer_layers_per_block": (1, 2, 10),
    "addition_embed_type": "text_time", "addition_time_embed_dim": 256,
    "projection_class_embeddings_input_dim": 2816, "use_linear_projection": True,
}  # fmt: skip
_SD15_UNET = {
    "sample_size": 64, "in_channels": 9, "out_channels": 4, "cross_attention_dim": 768,
    "attention_head_dim": 8,
}  # fmt: skip
_FLUX = {
    "patch_size": 1, "in_channels": 384, "out_channels": 64, "num_layers": 19, "num_single_layers": 38,
    "attention_head_dim": 128, "num_attention_heads": 24, "joint_attention_dim": 4096,
    "pooled_projection_dim": 768, "guidance_embeds": True, "axes_dims_rope": (16, 56, 56),
}  # fmt: skip

#: name -> pipeline class, and each part's class and configuration.
ARCHITECTURES: dict[str, tuple[str, dict[str, tuple[str, dict[str, Any]]]]] = {
    "sd15-inpaint": ("StableDiffusionInpaintPipeline", {
        "vae": ("AutoencoderKL", _VAE | {"sample_size": 512}),
        "text_encoder": ("CLIPTextModel", _CLIP_L),
        "unet": ("UNet2DConditionModel", _SD15_UNET),
    }),
    "sdxl-inpaint": ("StableDiffusionXLInpaintPipeline", {
        "vae": ("AutoencoderKL", _VAE | {"sample_size": 1024, "scaling_factor": 0.13025}),
        "text_encoder": ("CLIPTextModel", _CLIP_L),
        "text_encoder_2": ("CLIPTextModelWithProjection", _CLIP_G),
        "unet": ("UNet2DConditionModel", _SDXL_UNET),
    }),
    "flux-fill": ("FluxFillPipeline", {
        "vae": ("AutoencoderKL", _VAE | {
            "sample_size": 1024, "latent_channels": 16, "scaling_factor": 0.3611, "shift_factor": 0.1159,
            "use_quant_conv": False, "use_post_quant_conv": False,
        }),
        "text_encoder": ("CLIPTextModel", _CLIP_L),
        "text_encoder_2": ("T5EncoderModel", _T5_XXL),
        "transformer": ("FluxTransformer2DModel", _FLUX),
    }),
}  # fmt: skip
#: SDXL with a decoder of TAESD's shape, for few steps, where its own takes most of the time.
ARCHITECTURES["sdxl-inpaint-taesd"] = (
    ARCHITECTURES["sdxl-inpaint"][0],
    ARCHITECTURES["sdxl-inpaint"][1] | {"vae": ("AutoencoderTiny", {"scaling_factor": 1.0})},
)
_TINY_CLIP = {
    "hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2,
    "projection_dim": 16,
}  # fmt: skip
#: What `tiny` changes, by class; the same parts, blocks and channels going in and out.
TINY: dict[str, dict[str, Any]] = {
    "AutoencoderKL": {"block_out_channels": (8,) * 4, "norm_num_groups": 4, "layers_per_block": 1},
    "AutoencoderTiny": {
        "encoder_block_out_channels": (8,) * 4, "decoder_block_out_channels": (8,) * 4,
    },
    "CLIPTextModel": _TINY_CLIP,
    "CLIPTextModelWithProjection": _TINY_CLIP,
    "T5EncoderModel": {"d_model": 16, "d_ff": 32, "d_kv": 8, "num_heads": 2, "num_layers": 1},
    "UNet2DConditionModel": {
        "sample_size": 16, "layers_per_block": 1, "norm_num_groups": 4, "attention_head_dim": 2,
    },
    "FluxTransformer2DModel": {
        "num_layers": 1, "num_single_layers": 1, "attention_head_dim": 16, "num_attention_heads": 2,
        "joint_attention_dim": 16, "pooled_projection_dim": 16, "axes_dims_rope": (4, 4, 8),
    },
}  # fmt: skip
_SDXL_FAMILY = ("sdxl-inpaint", "sdxl-inpaint-taesd")
_TINY_UNETS: dict[str, dict[str, Any]] = {
    "sd15-inpaint": {"block_out_channels": (8, 8, 16, 16), "cross_attention_dim": 16},
    "sdxl-inpaint": {
        "block_out_channels": (8, 8, 16), "cross_attention_dim": 32, "addition_time_embed_dim": 8,
        "projection_class_embeddings_input_dim": 64, "transformer_layers_per_block": 1,
    },
}  # fmt: skip
_TINY_UNETS["sdxl-inpaint-taesd"] = _TINY_UNETS["sdxl-inpaint"]


def split(name: str) -> tuple[str, bool]:
    """`NAME` or `NAME:tiny` -> (architecture, tiny). Raises UnknownName."""
    architecture, colon, size = name.partition(":")
    if architecture not in ARCHITECTURES or (colon and size != "tiny"):
        raise UnknownName("architecture", name, [*ARCHITECTURES, *(f"{key}:tiny" for key in ARCHITECTURES)])
    return architecture, bool(colon)


def part(name: str, which: str) -> Any:
    """One network of an architecture (`NAME` or `NAME:tiny`), randomly initialised on torch's device."""
    architecture, tiny = split(name)
    kind, config = ARCHITECTURES[architecture][1][which]
    if tiny:
        config = config | TINY[kind] | (_TINY_UNETS.get(architecture, {}) if which == "unet" else {})
    if kind.startswith("CLIP"):
        ends = {"bos_token_id": START, "eos_token_id": END, "pad_token_id": END}
        return getattr(transformers, kind)(transformers.CLIPTextConfig(**config, **ends))
    if kind.startswith("T5"):
        return getattr(transformers, kind)(transformers.T5Config(**config))
    return getattr(diffusers, kind)(**config)


def build(name: str, folder: Path, device: str = "cpu") -> Path:
    """Write a whole diffusers folder with random weights; half precision on an accelerator. Returns it."""
    architecture, _ = split(name)
    pipeline, parts = ARCHITECTURES[architecture]
    torch.manual_seed(0)
    made: dict[str, Any] = {}
    for which in parts:
        with torch.device(device):
            network = part(name, which)
        made[which] = network if device == "cpu" else network.to(torch.float16)
    made["tokenizer"] = clip_tokenizer(folder / "made" / "clip")
    if architecture == "flux-fill":
        made["tokenizer_2"] = t5_tokenizer(folder / "made" / "t5")
        made["scheduler"] = diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0, use_dynamic_shifting=True)
    elif architecture in _SDXL_FAMILY:
        made["tokenizer_2"] = made["tokenizer"]
        made["scheduler"] = diffusers.EulerDiscreteScheduler(timestep_spacing="leading", steps_offset=1)
    else:
        made |= {"safety_checker": None, "feature_extractor": None, "requires_safety_checker": False}
        made["scheduler"] = diffusers.DDIMScheduler(steps_offset=1, clip_sample=False)
    getattr(diffusers, pipeline)(**made).save_pretrained(folder / "model")
    return folder / "model"


START, END = 52, 53  # of the tokenizer below


def clip_tokenizer(folder: Path) -> Any:
    """A CLIP tokenizer of single letters, padding to 77 as the true one does; `folder` keeps its files."""
    folder.mkdir(parents=True, exist_ok=True)
    letters = list(string.ascii_lowercase)
    words = [*letters, *(f"{c}</w>" for c in letters), "<|startoftext|>", "<|endoftext|>"]
    (folder / "vocab.json").write_text(json.dumps({word: number for number, word in enumerate(words)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    return transformers.CLIPTokenizer.from_pretrained(folder, model_max_length=77)


def t5_tokenizer(folder: Path) -> Any:
    """A T5 tokenizer of single letters."""
    folder.mkdir(parents=True, exist_ok=True)
    pieces = [(word, 0.0) for word in ("<pad>", "</s>", "<unk>")]
    pieces += [(letter, -1.0) for letter in "▁" + string.ascii_lowercase]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=2))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.save(str(folder / "tokenizer.json"))
    return transformers.T5TokenizerFast(tokenizer_file=str(folder / "tokenizer.json"), extra_ids=0)
