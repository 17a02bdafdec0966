"""Cut-outs by a segmentation network in an ONNX file, prepared and read as the rembg project does."""

from __future__ import annotations

import functools
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from bggen.cutout import triage, weights
from bggen.cutout.edge import matting
from bggen.cutout.region import way_out
from bggen.errors import MissingExtra, NeedsMask, WeightsMissing
from bggen.spec import Cutout

if TYPE_CHECKING:
    from bggen.cutout.weights import Network
    from bggen.options import Options
    from bggen.settings import Settings
    from bggen.spec import Photo, Plane, Rgb

LEAST_CONFIDENCE = 0.40


class OnnxCutout:
    """One network. Raises UnknownName, LicenceRefused, MissingExtra or WeightsMissing when built."""

    def __init__(self, model: str, options: Options, settings: Settings) -> None:
        self.network = weights.network(model, accept_noncommercial=options.accept_noncommercial)
        self.name = f"rembg:{model}"
        if not installed():
            raise MissingExtra(f"cut-out network {model!r}", "rembg")
        self.path = weights.locate(model, settings)

    def __call__(self, photo: Photo) -> Cutout:
        """Cut out by the network's mask. Raises NeedsMask when it finds nothing or isn't sure."""
        soft = predict(_session(str(self.path), self.path.stat().st_mtime_ns), self.network, photo.rgb)
        alpha = _settled(soft)
        reasons = triage.reasons(alpha, open_sides=photo.open_sides)
        confidence = certainty(soft)
        if "empty" in reasons or confidence < LEAST_CONFIDENCE:
            raise NeedsMask(
                f"{photo.name}: {self.name} isn't sure (confidence {confidence:.2f}): {way_out(photo)}",
                reasons,
            )
        return Cutout(
            rgb=matting.foreground(photo.rgb, alpha),
            alpha=alpha,
            box=triage.box_of(alpha),
            confidence=confidence,
            method=self.name,
            reasons=reasons,
            note=f"{self.name} ({self.network.licence}), confidence {confidence:.2f}",
        )


def installed() -> bool:
    """Whether onnxruntime is there, without importing it."""
    return importlib.util.find_spec("onnxruntime") is not None


def first_available(settings: Settings, *, accept_noncommercial: bool) -> str | None:
    """The best network that can run here now, or None: runtime installed, weights present, licence fit."""
    if not installed():
        return None
    for name, network in weights.NETWORKS.items():
        allowed = network.commercial or accept_noncommercial
        if allowed and name not in weights.NOT_FOR_PRODUCTS and weights.find(name, settings):
            return name
    return None


def predict(session: Any, network: Network, rgb: Rgb) -> Plane:
    """(h, w) uint8 mask of a (h, w, 3) picture, stretched to the network's square and back."""
    size = (network.side, network.side)
    picture = Image.fromarray(rgb)
    values = np.asarray(picture.resize(size, Image.Resampling.LANCZOS), np.float32)
    values = values / max(float(values.max()), 1e-6)
    values = np.asarray((values - weights.MEAN) / network.std, np.float32)
    feed = {session.get_inputs()[0].name: values.transpose(2, 0, 1)[None].astype(np.float32)}
    mask = np.asarray(session.run(None, feed)[0], np.float32)[0, 0]
    if network.logits:
        mask = 1 / (1 + np.exp(-mask))
    low, high = float(mask.min()), float(mask.max())
    if high - low < 1e-6:  # the network sees no difference anywhere
        return np.zeros(rgb.shape[:2], np.uint8)
    scaled = ((mask - low) / (high - low) * 255).astype(np.uint8)
    return np.asarray(Image.fromarray(scaled).resize(picture.size, Image.Resampling.LANCZOS), np.uint8)


def certainty(soft: Plane) -> float:
    """0..1: how little of the product's area is neither in nor out."""
    product = float((soft > 127).sum())
    unsure = float(((soft > 40) & (soft < 215)).sum())
    return round(float(np.clip(1.1 - unsure / max(product, 1.0), 0, 1)), 3)


def _settled(soft: Plane) -> Plane:
    """Nearly full becomes full and nearly nothing nothing, so that a core exists and no haze stays."""
    stretched = (soft.astype(np.float32) - 20) * (255 / 190)
    return np.asarray(np.clip(stretched + 0.5, 0, 255), np.uint8)


@functools.lru_cache(maxsize=1)  # loading takes seconds and a batch asks for the same file each time
def _session(path: str, changed: int) -> Any:
    import onnxruntime

    try:
        return onnxruntime.InferenceSession(path, providers=onnxruntime.get_available_providers())
    except Exception as error:  # onnxruntime's own errors share no public base class
        get = f"get it again with `bggen models pull rembg:{Path(path).stem}`"
        raise WeightsMissing(f"can't load {path} ({str(error).splitlines()[0]}): {get}") from error
