"""Models that we know by name: licence, family, one fixed revision, their own defaults.

A revision is a commit on the hub, so that the same name means the same weights tomorrow. Where none is
given here, `pull` asks for one. `licence_from` says where the licence was read, so that anyone can look
again: the publisher's page, or the best source that could be read where that page could not.
"""

from __future__ import annotations

from dataclasses import dataclass

from bggen.errors import LicenceRefused


@dataclass(frozen=True, slots=True)
class Model:
    """A diffusers folder on the hub (`org/name`), or a cut-out network in one file (`rembg:NAME`)."""

    id: str
    family: str  # as PainterInfo.family, or CUTOUT
    licence: str
    revision: str | None = None  # 40 hex digits
    commercial: bool = True
    variant: str | None = None  # which of several files per part: fp16, or None for the plain one
    gated: bool = False  # the hub wants an account that accepted the terms
    steps: int | None = None  # denoising steps, where the family's default does not fit
    guidance: float | None = None
    licence_from: str = ""  # where the licence was read; empty: not checked yet
    url: str | None = None  # of a cut-out network's file
    checksum: str | None = None  # of that file, as its publisher gives it: md5:HEX or sha256:HEX


CUTOUT = "cut-out"
_FLUX_DEV = "FLUX.1 [dev] Non-Commercial License"
_STABILITY = "Stability AI Community License (free below 1 M USD yearly revenue)"
_FLUX_TEXT = "the licence's own text, which names FLUX.1 [dev] and FLUX.1 Fill [dev]"
_U2NET = "the author's answer in github.com/xuebinqin/U-2-Net issue 208"
_REMBG = "https://github.com/danielgatis/rembg/releases/download/v0.0.0/"


def _card(name: str) -> str:
    return f"the header of huggingface.co/{name}"


def _rembg(name: str, licence: str, read: str, file: str, checksum: str, commercial: bool = True) -> Model:
    return Model(
        f"rembg:{name}", CUTOUT, licence, commercial=commercial, licence_from=read, url=_REMBG + file,
        checksum=checksum,
    )  # fmt: skip


_DIFFUSERS = (
    Model(
        "stable-diffusion-v1-5/stable-diffusion-inpainting", "sd-inpaint", "CreativeML OpenRAIL-M",
        "8a4288a76071f7280aedbdb3253bdb9e9d5d84bb", variant="fp16",
        licence_from=_card("stable-diffusion-v1-5/stable-diffusion-inpainting"),
    ),
    Model(
        "stable-diffusion-v1-5/stable-diffusion-v1-5", "sd-inpaint", "CreativeML OpenRAIL-M",
        "451f4fe16113bff5a5d2269ed5ad43b0592e9a14",
        licence_from="the header of huggingface.co/runwayml/stable-diffusion-v1-5, the original",
    ),
    Model(
        "sd2-community/stable-diffusion-2-inpainting", "sd-inpaint", "CreativeML OpenRAIL++-M",
        "5f74973cbb64c8568780732c17f43eb269d63a0d",
        licence_from="the header of huggingface.co/stabilityai/stable-diffusion-2-inpainting, the original",
    ),
    Model(
        "diffusers/stable-diffusion-xl-1.0-inpainting-0.1", "sdxl-inpaint", "CreativeML OpenRAIL++-M",
        "115134f363124c53c7d878647567d04daf26e41e", variant="fp16",
        licence_from=_card("diffusers/stable-diffusion-xl-1.0-inpainting-0.1"),
    ),
    Model(
        "stabilityai/stable-diffusion-xl-base-1.0", "sdxl-inpaint", "CreativeML OpenRAIL++-M",
        "462165984030d82259a11f4367a4eed129e94a7b", variant="fp16",
    ),
    Model(
        "yahoo-inc/photo-background-generation", "sd-controlnet", "Apache-2.0",
        "719f1ac136b76609d8bd371606d0eaeda731b0dd",
        licence_from=_card("yahoo-inc/photo-background-generation"),
    ),
    Model(
        "stabilityai/stable-diffusion-3.5-medium", "sd3-inpaint", _STABILITY,
        "b940f670f0eda2d07fbb75229e779da1ad11eb80", gated=True, guidance=4.5,
        licence_from="https://stability.ai/news/license-update",
    ),
    Model(
        "stabilityai/stable-diffusion-3.5-large", "sd3-inpaint", _STABILITY, gated=True, guidance=3.5,
        licence_from="https://stability.ai/news/license-update",
    ),
    Model(
        "black-forest-labs/FLUX.1-schnell", "flux-inpaint", "Apache-2.0",
        "741f7c3ce8b383c54771c7003378a50191e9efe9", gated=True, steps=4,
        licence_from="two resellers' model pages (puter.com, airefinery); the publisher's was out of reach",
    ),
    Model(
        "black-forest-labs/FLUX.1-dev", "flux-inpaint", _FLUX_DEV,
        "3de623fc3c33e44ffbe2bad470d0f45bccf2eb21", commercial=False, gated=True, licence_from=_FLUX_TEXT,
    ),
    Model(
        "black-forest-labs/FLUX.1-Fill-dev", "flux-fill", _FLUX_DEV,
        "358293da0354175698b67ec8299acf928313a78a", commercial=False, gated=True, licence_from=_FLUX_TEXT,
    ),
    Model(
        "Qwen/Qwen-Image", "qwen-image-inpaint", "Apache-2.0", "75e0b4be04f60ec59a75f475837eced720f823b6",
        licence_from="a discussion on huggingface.co/Qwen/Qwen-Image-2.1, which itself is not Apache",
    ),
    Model(
        "Tongyi-MAI/Z-Image-Turbo", "z-image-inpaint", "Apache-2.0",
        "f332072aa78be7aecdf3ee76d5c247082da564a6", steps=8, guidance=0.0,
        licence_from=_card("Tongyi-MAI/Z-Image-Turbo"),
    ),
    Model(
        "Tongyi-MAI/Z-Image", "z-image-inpaint", "Apache-2.0",
        "04cc4abb7c5069926f75c9bfde9ef43d49423021", steps=40, guidance=4.0,
    ),
    Model(
        "black-forest-labs/FLUX.2-klein-4B", "flux2-klein-inpaint", "Apache-2.0",
        "e7b7dc27f91deacad38e78976d1f2b499d76a294",
        licence_from="the cards of two mirrors, which quote it; the publisher's was out of reach",
    ),
    Model(
        "black-forest-labs/FLUX.2-klein-9B", "flux2-klein-inpaint", "FLUX Non-Commercial License",
        commercial=False, gated=True,
        licence_from="the cards of two conversions, which quote it; the publisher's was out of reach",
    ),
)  # fmt: skip

_BIREFNET = "the card of huggingface.co/ZhengPeng7/BiRefNet (license: mit)"
_CUTOUTS = (
    _rembg("birefnet-general", "MIT", _BIREFNET,
           "BiRefNet-general-epoch_244.onnx", "md5:7a35a0141cbbc80de11d9c9a28f52697"),
    _rembg("birefnet-general-lite", "MIT", _BIREFNET,
           "BiRefNet-general-bb_swin_v1_tiny-epoch_232.onnx", "md5:4fab47adc4ff364be1713e97b7e66334"),
    _rembg("birefnet-massive", "MIT", _BIREFNET,
           "BiRefNet-massive-TR_DIS5K_TR_TEs-epoch_420.onnx", "md5:33e726a2136a3d59eb0fdf613e31e3e9"),
    _rembg("birefnet-hrsod", "MIT", _BIREFNET,
           "BiRefNet-HRSOD_DHU-epoch_115.onnx", "md5:c017ade5de8a50ff0fd74d790d268dda"),
    _rembg("birefnet-dis", "MIT", _BIREFNET,
           "BiRefNet-DIS-epoch_590.onnx", "md5:2d4d44102b446f33a4ebb2e56c051f2b"),
    _rembg("birefnet-portrait", "MIT", _BIREFNET,
           "BiRefNet-portrait-epoch_150.onnx", "md5:c3a64a6abf20250d090cd055f12a3b67"),
    _rembg("birefnet-cod", "MIT", _BIREFNET,
           "BiRefNet-COD-epoch_125.onnx", "md5:f6d0d21ca89d287f17e7afe9f5fd3b45"),
    _rembg("isnet-general-use", "Apache-2.0", "a third party's audit of github.com/xuebinqin/DIS LICENSE.md",
           "isnet-general-use.onnx", "md5:fc16ebd8b0c10d971d3513d564d01e29"),
    _rembg("u2net", "Apache-2.0", _U2NET, "u2net.onnx", "md5:60024c5c889badc19c04ad937298a77b"),
    _rembg("u2netp", "Apache-2.0", _U2NET, "u2netp.onnx", "md5:8e83ca70e441ab06c318d82300c84806"),
    _rembg("u2net_human_seg", "Apache-2.0", _U2NET,
           "u2net_human_seg.onnx", "md5:c09ddc2e0104f800e3e1bb4652583d1f"),
    _rembg("silueta", "Apache-2.0", "", "silueta.onnx", "md5:55e59e0d8062d2f5d013f4725ee84782"),
    _rembg("isnet-anime", "Apache-2.0", "", "isnet-anime.onnx", "md5:6f184e756bb3bd901c8849220a83e38e"),
    # BRIA's weights are for non-commercial use without an agreement with them.
    _rembg("bria-rmbg", "CC-BY-NC-4.0", "a glossary that quotes the card of RMBG-2.0", "bria-rmbg-2.0.onnx",
           "sha256:5b486f08200f513f460da46dd701db5fbb47d79b4be4b708a19444bcd4e79958", commercial=False),
    Model("rembg:bria-rmbg-1.4", CUTOUT, "bria-rmbg-1.4 (non-commercial)", commercial=False,
          licence_from="https://bria.ai/bria-huggingface-model-license-agreement/, quoted elsewhere"),
)  # fmt: skip

#: In the order in which `bggen models list` shows them.
KNOWN: dict[str, Model] = {model.id: model for model in (*_DIFFUSERS, *_CUTOUTS)}

UNKNOWN_LICENCE = "as its model card says"


def known(name: str | None) -> Model | None:
    """What we know of a name, whatever its case; None for local folders and strangers.

    `birefnet:MODEL` is short for `rembg:birefnet-MODEL`, as it is for --cutout.
    """
    if name is None:
        return None
    if name.lower().startswith("birefnet:"):
        name = f"rembg:birefnet-{name.partition(':')[2]}"
    return next((model for key, model in KNOWN.items() if key.lower() == name.lower()), None)


def check_licence(model: Model | None, *, accepted: bool) -> None:
    """Raises LicenceRefused for weights that may not be used commercially, unless that was accepted."""
    if model is None or model.commercial or accepted:
        return
    free = [other.id for other in KNOWN.values() if other.commercial and other.family == model.family]
    instead = free or ["diffusers/stable-diffusion-xl-1.0-inpainting-0.1"]  # no other Fill model is free
    raise LicenceRefused(
        f"{model.id} is under the {model.licence}: pass --accept-noncommercial if that fits your use, "
        f"or take {instead[0]}"
    )


def pull_line(model: Model) -> str:
    """The command that gets a model."""
    return f"bggen models pull {model.id}" + ("" if model.commercial else " --accept-noncommercial")
