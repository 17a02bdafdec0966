"""From how high above the horizontal a product was photographed.

A small network looks at the cut-out. What it was trained on, its figures and its limits are told in view.md
beside its weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.light.contact import lean
from bggen.families.studio.light.solid import Floats
from bggen.families.studio.photo import square
from bggen.networks import Network
from bggen.spec import Plane, Rgb, Scene

FILE = Path(__file__).with_name("view.onnx")
SIDE = 96  # pixels of the square that the network sees
PLANES = 4  # red, green and blue about 0, nothing where no product is; coverage
HEIGHTS = np.arange(-5, 71, 5, dtype=np.float32)  # degrees that it tells apart
SURE, UNSURE = 5.0, 23.0  # degrees of spread: what is told as surely counts in full, or not at all
LEANS_FROM = 30.0  # degrees that what rests on two points, one of them farther away, was seen from about
ENOUGH = 128  # pixels of the longer side that are looked at, at least
NETWORK = Network(FILE)


@dataclass(frozen=True, slots=True)
class Elevation:
    """Where the camera was, and how far off that may be; degrees."""

    degrees: float
    spread: float  # standard deviation
    leans: bool = False  # the outline shows it, of what rests on two points

    @classmethod
    def of(cls, likely: Floats) -> Elevation:
        """(len(HEIGHTS),) likelihoods that sum to 1."""
        mean = float(likely @ HEIGHTS)
        return cls(mean, float(np.sqrt(likely @ (HEIGHTS - mean) ** 2)))

    @property
    def sure(self) -> float:
        """0..1: how much is to be made of it."""
        return min(max((UNSURE - self.spread) / (UNSURE - SURE), 0.0), 1.0)


def of_photo(scene: Scene) -> Elevation:
    """Of the photo that a scene's product was cut from."""
    box = scene.around()
    looked = seen(scene.rgb[box], scene.alpha[box])
    mirrored = np.ascontiguousarray(looked[:, :, ::-1])
    found = Elevation.of(np.asarray((answer(looked) + answer(mirrored)) / 2, np.float32))
    if lean(scene) is None:
        return found
    # two readings of one angle, each as good as it is sure
    mine, its = found.spread**-2, SURE**-2
    both = (mine * max(found.degrees, LEANS_FROM) + its * LEANS_FROM) / (mine + its)
    return Elevation(both, min(found.spread, SURE), leans=True)


def seen(rgb: Rgb, alpha: Plane) -> Floats:
    """(h, w, 3) and (h, w) -> (PLANES, SIDE, SIDE): the product's box in the middle of a grey square."""
    step = square.thinning(alpha, ENOUGH)  # what is skipped is finer than the square can show
    rgb, alpha = rgb[::step, ::step], alpha[::step, ::step]
    made = np.zeros((SIDE, SIDE, PLANES), np.float32)
    made[..., 3] = -0.5
    if (where := square.box(alpha)) is not None:
        cover = alpha[where][..., None] / np.float32(255)
        colours = (rgb[where] / np.float32(255) - np.float32(0.5)) * cover
        small, place = square.fitted(np.concatenate([colours, cover - np.float32(0.5)], 2), SIDE)
        made[place] = small
    return np.ascontiguousarray(made.transpose(2, 0, 1))


def answer(looked: Floats) -> NDArray[np.float32]:
    """(PLANES, SIDE, SIDE) -> (len(HEIGHTS),) likelihoods that sum to 1."""
    return NETWORK.answer(looked)
