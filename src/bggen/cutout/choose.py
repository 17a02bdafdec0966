"""`--cutout auto`: the cheapest backend that is honest for a photo, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bggen.cutout.alpha import AlphaCutout
from bggen.cutout.glass import hinted
from bggen.cutout.plain import PlainCutout
from bggen.cutout.salient import SalientCutout
from bggen.errors import NeedsMask

if TYPE_CHECKING:
    from bggen.options import Options
    from bggen.settings import Settings
    from bggen.spec import Cutout, CutoutBackend, Photo


def auto(photo: Photo, options: Options, settings: Settings) -> Cutout:
    """Real transparency, else a plain backdrop, else an installed network, else our own, else NeedsMask."""
    if photo.alpha is not None and has_cutout(photo):
        return _noted(AlphaCutout()(photo), "auto chose alpha: the file is cut out already")
    why, plain = "", True
    try:
        cutout = PlainCutout()(photo)
    except NeedsMask as trouble:
        cutout = _by_network(photo, trouble, options, settings)
        why, plain = ": plain found no honest cut-out", "cluttered" not in trouble.reasons
    found = _noted(cutout, f"auto chose {cutout.note}{why}")
    return hinted(photo, found) if plain and not options.glass else found


def _by_network(photo: Photo, trouble: NeedsMask, options: Options, settings: Settings) -> Cutout:
    """What a network finds where plain didn't; NeedsMask tells what plain said."""
    if (network := installed_network(options, settings)) is not None:
        return network(photo)
    try:
        return SalientCutout()(photo)
    except NeedsMask:
        raise NeedsMask(
            f"{trouble}, or install 'bggen[rembg]' and `bggen models pull rembg:isnet-general-use`",
            trouble.reasons,
        ) from trouble


def has_cutout(photo: Photo) -> bool:
    """Whether the transparency is a cut-out: some of the frame is clear and some is solid."""
    if photo.alpha is None:
        return False
    clear, solid = float((photo.alpha < 8).mean()), float((photo.alpha > 247).mean())
    return clear > 0.01 and solid > 0.001


def installed_network(options: Options, settings: Settings) -> CutoutBackend | None:
    """The best network whose runtime is installed and whose weights are on this machine, or None."""
    from bggen.cutout import onnx

    name = onnx.first_available(settings, accept_noncommercial=options.accept_noncommercial)
    return onnx.OnnxCutout(name, options, settings) if name else None


def _noted(cutout: Cutout, note: str) -> Cutout:
    return replace(cutout, note=note)
