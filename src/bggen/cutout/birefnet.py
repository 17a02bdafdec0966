"""`--cutout birefnet:MODEL`: BiRefNet (Zheng et al. 2024), from its ONNX exports.

The checkpoints in the transformers layout carry their own Python code; running code from a download is
out of the question here, so the exports without code are what loads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bggen.cutout.onnx import OnnxCutout

if TYPE_CHECKING:
    from bggen.options import Options
    from bggen.settings import Settings

DEFAULT = "general"


class BirefnetCutout(OnnxCutout):
    """MODEL is general, general-lite, massive, hrsod, dis, portrait or cod."""

    def __init__(self, options: Options, settings: Settings) -> None:
        model = options.cutout.partition(":")[2] or DEFAULT
        super().__init__(f"birefnet-{model}", options, settings)
        self.name = f"birefnet:{model}"
