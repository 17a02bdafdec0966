"""Tiny random-weight model folders in the true diffusers layout, each built in about a second.

Every function fills a folder through the family's own `save_pretrained`, so the layout is the library's.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderKLFlux2,
    AutoencoderKLQwenImage,
    ControlNetModel,
    DDIMScheduler,
    EulerDiscreteScheduler,
    FlowMatchEulerDiscreteScheduler,
    Flux2KleinInpaintPipeline,
    Flux2Transformer2DModel,
    FluxFillPipeline,
    FluxInpaintPipeline,
    FluxTransformer2DModel,
    QwenImageInpaintPipeline,
    QwenImageTransformer2DModel,
    SD3Transformer2DModel,
    StableDiffusion3InpaintPipeline,
    StableDiffusionControlNetInpaintPipeline,
    StableDiffusionInpaintPipeline,
    StableDiffusionXLControlNetInpaintPipeline,
    StableDiffusionXLInpaintPipeline,
    UNet2DConditionModel,
    ZImageInpaintPipeline,
    ZImageTransformer2DModel,
)
from diffusers.hooks import group_offloading
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTextModelWithProjection,
    PreTrainedTokenizerBase,
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen2Tokenizer,
    Qwen3Config,
    Qwen3ForCausalLM,
    T5Config,
    T5EncoderModel,
)

from bggen.families.architectures import clip_tokenizer, t5_tokenizer
from bggen.families.runtime import Runtime

# the product offloads no groups of layers; to look for some in every part, again and again, takes a tenth of
# the time of all tests of tiny pipelines
group_offloading._get_top_level_group_offload_hook = lambda module: None

CHAT = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]


def qwen_tokenizer(folder: Path) -> PreTrainedTokenizerBase:
    """A Qwen tokenizer of single bytes, with a chat template."""
    folder.mkdir(parents=True, exist_ok=True)
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {word: number for number, word in enumerate([*alphabet, *SPECIAL])}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.save(str(folder / "tokenizer.json"))
    made: PreTrainedTokenizerBase = Qwen2Tokenizer(
        vocab=vocabulary, merges=[], unk_token=SPECIAL[0], eos_token=SPECIAL[2], pad_token=SPECIAL[0]
    )
    made.chat_template = CHAT
    return made


def _clip(width: int = 16, projected: bool = False) -> Any:
    config = CLIPTextConfig(
        vocab_size=54, hidden_size=width, intermediate_size=2 * width, num_hidden_layers=2,
        num_attention_heads=2, max_position_embeddings=77, projection_dim=width,
        bos_token_id=52, eos_token_id=53, pad_token_id=53,
    )  # fmt: skip
    return CLIPTextModelWithProjection(config) if projected else CLIPTextModel(config)


def _t5(width: int = 16) -> T5EncoderModel:
    config = T5Config(vocab_size=32, d_model=width, d_ff=32, d_kv=8, num_layers=1, num_heads=2)
    return T5EncoderModel(config)


def vae(latents: int = 4, blocks: int = 4, **more: Any) -> AutoencoderKL:
    """Stable Diffusion's autoencoder; each block but one halves the sides."""
    return AutoencoderKL(
        block_out_channels=(8,) * blocks, down_block_types=("DownEncoderBlock2D",) * blocks,
        up_block_types=("UpDecoderBlock2D",) * blocks, latent_channels=latents, norm_num_groups=4,
        sample_size=64, **more,
    )  # fmt: skip


def _flow_vae(latents: int) -> AutoencoderKL:
    """As SD3, FLUX and Z-Image have it: latents are shifted, and no convolution stands at the door."""
    return vae(
        latents, shift_factor=0.1159, scaling_factor=0.3611, use_quant_conv=False, use_post_quant_conv=False
    )


def unet(channels: int, cross: int, **more: Any) -> UNet2DConditionModel:
    """Stable Diffusion's network: one block with words and one without, each way."""
    settings: dict[str, Any] = {
        "sample_size": 16, "out_channels": 4, "layers_per_block": 1, "block_out_channels": (8, 16),
        "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
        "up_block_types": ("CrossAttnUpBlock2D", "UpBlock2D"), "attention_head_dim": 2, "norm_num_groups": 4,
    }  # fmt: skip
    return UNet2DConditionModel(in_channels=channels, cross_attention_dim=cross, **settings | more)


def _sd_parts(folder: Path, channels: int) -> dict[str, Any]:
    torch.manual_seed(0)
    return {
        "vae": vae(), "text_encoder": _clip(), "tokenizer": clip_tokenizer(folder.parent / "clip"),
        "unet": unet(channels, 16), "scheduler": DDIMScheduler(steps_offset=1, clip_sample=False),
        "safety_checker": None, "feature_extractor": None, "requires_safety_checker": False,
    }  # fmt: skip


def _sdxl_parts(folder: Path, channels: int) -> dict[str, Any]:
    torch.manual_seed(0)
    tokenizer = clip_tokenizer(folder.parent / "clip")
    network = unet(
        channels, 32, addition_embed_type="text_time", addition_time_embed_dim=8,
        projection_class_embeddings_input_dim=16 + 6 * 8, transformer_layers_per_block=1,
        use_linear_projection=True,
    )  # fmt: skip
    return {
        "vae": vae(), "text_encoder": _clip(), "text_encoder_2": _clip(projected=True),
        "tokenizer": tokenizer, "tokenizer_2": tokenizer, "unet": network,
        "scheduler": EulerDiscreteScheduler(timestep_spacing="leading", steps_offset=1),
    }  # fmt: skip


def _flux_parts(folder: Path, channels: int, guidance: bool) -> dict[str, Any]:
    torch.manual_seed(0)
    return {
        "vae": _flow_vae(4),
        "text_encoder": _clip(), "tokenizer": clip_tokenizer(folder.parent / "clip"),
        "text_encoder_2": _t5(), "tokenizer_2": t5_tokenizer(folder.parent / "t5"),
        "scheduler": FlowMatchEulerDiscreteScheduler(),
        "transformer": FluxTransformer2DModel(
            patch_size=1, in_channels=channels, out_channels=16, num_layers=1, num_single_layers=1,
            attention_head_dim=16, num_attention_heads=2, joint_attention_dim=16, pooled_projection_dim=16,
            axes_dims_rope=(4, 4, 8), guidance_embeds=guidance,
        ),
    }  # fmt: skip


def sd_inpaint(folder: Path, **parts: Any) -> Path:
    """Stable Diffusion inpainting: a UNet of 9 input channels. `parts`: others in the place of its own."""
    StableDiffusionInpaintPipeline(**_sd_parts(folder, 9) | parts).save_pretrained(folder)
    return folder


def sd_plain(folder: Path) -> Path:
    """Stable Diffusion text-to-image: a UNet of 4 input channels that blends latents."""
    StableDiffusionInpaintPipeline(**_sd_parts(folder, 4)).save_pretrained(folder)
    rename_class(folder, "StableDiffusionPipeline")
    return folder


def sdxl_inpaint(folder: Path) -> Path:
    """Stable Diffusion XL inpainting."""
    StableDiffusionXLInpaintPipeline(**_sdxl_parts(folder, 9)).save_pretrained(folder)
    return folder


def sd_controlnet(folder: Path) -> Path:
    """The salient-object kind: the ControlNet is a copy of the 9-channel UNet."""
    parts = _sd_parts(folder, 9)
    controlnet = loud(
        ControlNetModel.from_unet(parts["unet"], conditioning_embedding_out_channels=(8, 8, 8, 8))
    )
    StableDiffusionControlNetInpaintPipeline(**parts, controlnet=controlnet).save_pretrained(folder)
    return folder


def sdxl_controlnet(folder: Path) -> Path:
    """A ControlNet of 4 channels beside an SDXL UNet that blends latents."""
    parts = _sdxl_parts(folder, 4)
    controlnet = loud(
        ControlNetModel.from_unet(parts["unet"], conditioning_embedding_out_channels=(8, 8, 8, 8))
    )
    StableDiffusionXLControlNetInpaintPipeline(**parts, controlnet=controlnet).save_pretrained(folder)
    return folder


def loud(controlnet: ControlNetModel) -> ControlNetModel:
    """A new ControlNet starts silent, its last layers zero; this one has an effect."""
    with torch.no_grad():
        for parameter in controlnet.parameters():
            if not parameter.any():
                parameter.normal_(0, 0.2)
    return controlnet


def sd3_inpaint(folder: Path) -> Path:
    """Stable Diffusion 3: three text towers."""
    torch.manual_seed(0)
    clip, t5 = clip_tokenizer(folder.parent / "clip"), t5_tokenizer(folder.parent / "t5")
    transformer = SD3Transformer2DModel(
        sample_size=16, patch_size=2, in_channels=16, num_layers=2, attention_head_dim=8,
        num_attention_heads=4, caption_projection_dim=32, joint_attention_dim=32,
        pooled_projection_dim=32, out_channels=16, pos_embed_max_size=96,
    )  # fmt: skip
    StableDiffusion3InpaintPipeline(
        transformer=transformer, scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0),
        vae=_flow_vae(16),
        text_encoder=_clip(projected=True), tokenizer=clip, text_encoder_2=_clip(projected=True),
        tokenizer_2=clip, text_encoder_3=_t5(32), tokenizer_3=t5,
    ).save_pretrained(folder)  # fmt: skip
    return folder


def flux_inpaint(folder: Path) -> Path:
    """FLUX.1 as it is published: a text-to-image folder."""
    FluxInpaintPipeline(**_flux_parts(folder, 16, guidance=True)).save_pretrained(folder)
    rename_class(folder, "FluxPipeline")
    return folder


def flux_fill(folder: Path) -> Path:
    """FLUX.1 Fill: noise, masked picture and mask as input channels (16 + 16 + 4 * 8 * 8)."""
    FluxFillPipeline(**_flux_parts(folder, 16 + 16 + 256, guidance=True)).save_pretrained(folder)
    return folder


def qwen_image(folder: Path) -> Path:
    """Qwen-Image: a vision-language text tower and a video autoencoder."""
    torch.manual_seed(0)
    width = 32
    text = {
        "hidden_size": width, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2,
        "num_key_value_heads": 2, "vocab_size": 259, "max_position_embeddings": 2048,
        "rope_parameters": {"rope_type": "default", "mrope_section": [2, 3, 3], "rope_theta": 1e6},
    }  # fmt: skip
    vision = {
        "depth": 1, "hidden_size": 16, "intermediate_size": 16, "num_heads": 2, "out_hidden_size": width,
        "fullatt_block_indexes": [0],
    }  # fmt: skip
    config = Qwen2_5_VLConfig(text_config=text, vision_config=vision)
    QwenImageInpaintPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=AutoencoderKLQwenImage(
            base_dim=4, z_dim=4, dim_mult=[1, 1, 1, 1], num_res_blocks=1,
            temperal_downsample=[False, True, True], latents_mean=[0.0] * 4, latents_std=[1.0] * 4,
        ),
        text_encoder=Qwen2_5_VLForConditionalGeneration(config),
        tokenizer=qwen_tokenizer(folder.parent / "qwen"),
        transformer=QwenImageTransformer2DModel(
            patch_size=2, in_channels=16, out_channels=4, num_layers=2, attention_head_dim=16,
            num_attention_heads=2, joint_attention_dim=width, axes_dims_rope=(4, 4, 8),
        ),
    ).save_pretrained(folder)  # fmt: skip
    rename_class(folder, "QwenImagePipeline")
    return folder


def _qwen3(layers: int) -> Qwen3ForCausalLM:
    return Qwen3ForCausalLM(Qwen3Config(
        hidden_size=16, intermediate_size=16, num_hidden_layers=layers, num_attention_heads=2,
        num_key_value_heads=2, head_dim=8, vocab_size=259, max_position_embeddings=2048,
    ))  # fmt: skip


def z_image(folder: Path) -> Path:
    """Z-Image: one stream of text and picture tokens."""
    torch.manual_seed(0)
    ZImageInpaintPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(shift=6.0),
        vae=_flow_vae(16),
        text_encoder=_qwen3(2).model, tokenizer=qwen_tokenizer(folder.parent / "qwen"),
        transformer=ZImageTransformer2DModel(
            all_patch_size=(2,), all_f_patch_size=(1,), in_channels=16, dim=32, n_layers=1,
            n_refiner_layers=1, n_heads=2, n_kv_heads=2, cap_feat_dim=16, axes_dims=[4, 4, 8],
            axes_lens=[1024, 64, 64],
        ),
    ).save_pretrained(folder)  # fmt: skip
    rename_class(folder, "ZImagePipeline")
    return folder


def flux2_klein(folder: Path) -> Path:
    """FLUX.2 [klein], base model: three layers of the text tower are read, so it has enough of them."""
    torch.manual_seed(0)
    Flux2KleinInpaintPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=AutoencoderKLFlux2(
            block_out_channels=(8, 8, 8, 8), down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4, latent_channels=4, norm_num_groups=4,
        ),
        text_encoder=_qwen3(28), tokenizer=qwen_tokenizer(folder.parent / "qwen"),
        transformer=Flux2Transformer2DModel(
            patch_size=1, in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16,
            num_attention_heads=2, joint_attention_dim=48, timestep_guidance_channels=16,
            axes_dims_rope=(4, 4, 4, 4), guidance_embeds=False,
        ),
        is_distilled=False,
    ).save_pretrained(folder)  # fmt: skip
    rename_class(folder, "Flux2KleinPipeline")
    return folder


class AsCard(Runtime):
    """A processor that puts pictures together, as other devices do."""

    @property
    def on_cpu(self) -> bool:
        """No."""
        return False


def as_card(runtime: Runtime) -> AsCard:
    """The same choices on such a processor."""
    return AsCard(**{field.name: getattr(runtime, field.name) for field in fields(Runtime)})


def rename_class(folder: Path, name: str) -> None:
    """Give a folder another pipeline class: text-to-image folders differ by nothing else."""
    file = folder / "model_index.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"_class_name": name}))


def lora(folder: Path, pipe: Any, part: str, strength: float = 3.0) -> Path:
    """A LoRA file that fits a part's attention, written by the pipeline's own `save_lora_weights`."""
    from peft import LoraConfig
    from peft.utils import get_peft_model_state_dict

    network = getattr(pipe, part)
    network.add_adapter(
        LoraConfig(r=2, lora_alpha=2, target_modules=["to_q", "to_v"], init_lora_weights=False)
    )
    state = {name: value * strength for name, value in get_peft_model_state_dict(network).items()}
    pipe.save_lora_weights(folder, **{f"{part}_lora_layers": state})
    return folder / "pytorch_lora_weights.safetensors"


#: Every family: the folder's maker and what `PainterInfo.family` must say.
FAMILIES: dict[str, Callable[[Path], Path]] = {
    "sd-inpaint": sd_inpaint,
    "sdxl-inpaint": sdxl_inpaint,
    "sd-controlnet": sd_controlnet,
    "sdxl-controlnet": sdxl_controlnet,
    "sd3-inpaint": sd3_inpaint,
    "flux-inpaint": flux_inpaint,
    "flux-fill": flux_fill,
    "qwen-image-inpaint": qwen_image,
    "z-image-inpaint": z_image,
    "flux2-klein-inpaint": flux2_klein,
}
