"""Model families: one file each, every one turns scenes into paintings through `spec.Painter`.

`PAINTERS` says which painter serves which pipeline class of a diffusers folder, as "module:object", so that
nothing is imported before it is needed. A text-to-image folder has the same parts as its inpainting sibling
and is painted with by it. Plug-ins add classes through the entry-point group `bggen.families`, named for the
pipeline class they serve.
"""

from __future__ import annotations

PAINTERS: dict[str, str] = {
    "StableDiffusionInpaintPipeline": "bggen.families.sd:SdPainter",
    "StableDiffusionPipeline": "bggen.families.sd:SdPainter",
    "StableDiffusionXLInpaintPipeline": "bggen.families.sdxl:SdxlPainter",
    "StableDiffusionXLPipeline": "bggen.families.sdxl:SdxlPainter",
    "StableDiffusionControlNetInpaintPipeline": "bggen.families.controlnet:SdControlNetPainter",
    "StableDiffusionControlNetPipeline": "bggen.families.controlnet:SdControlNetPainter",
    "StableDiffusionXLControlNetInpaintPipeline": "bggen.families.controlnet:SdxlControlNetPainter",
    "StableDiffusionXLControlNetPipeline": "bggen.families.controlnet:SdxlControlNetPainter",
    "StableDiffusion3InpaintPipeline": "bggen.families.sd3:Sd3Painter",
    "StableDiffusion3Pipeline": "bggen.families.sd3:Sd3Painter",
    "FluxInpaintPipeline": "bggen.families.flux:FluxPainter",
    "FluxPipeline": "bggen.families.flux:FluxPainter",
    "FluxFillPipeline": "bggen.families.flux:FluxFillPainter",
    "QwenImageInpaintPipeline": "bggen.families.qwen_image:QwenImagePainter",
    "QwenImagePipeline": "bggen.families.qwen_image:QwenImagePainter",
    "ZImageInpaintPipeline": "bggen.families.z_image:ZImagePainter",
    "ZImagePipeline": "bggen.families.z_image:ZImagePainter",
    "Flux2KleinInpaintPipeline": "bggen.families.flux2_klein:Flux2KleinPainter",
    "Flux2KleinPipeline": "bggen.families.flux2_klein:Flux2KleinPainter",
}
