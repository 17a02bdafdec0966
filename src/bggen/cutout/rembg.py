"""`--cutout rembg:MODEL`: the networks that the rembg project publishes as ONNX files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bggen.cutout.onnx import OnnxCutout

if TYPE_CHECKING:
    from bggen.options import Options
    from bggen.settings import Settings

DEFAULT = "isnet-general-use"


class RembgCutout(OnnxCutout):
    """Weights come from rembg's cache or the models folder; nothing is downloaded here."""

    def __init__(self, options: Options, settings: Settings) -> None:
        model = options.cutout.partition(":")[2] or DEFAULT
        super().__init__(model, options, settings)
