"""Our own photos, which are renders, cut as a user gets them who asks for nothing, and their true masks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from bggen import source
from bggen.cutout import cut
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Cutout

PHOTOS = Path(__file__).parents[1] / "examples" / "photos"
MASKS = Path(__file__).parent / "data" / "masks"


@cache
def cutout_of(name: str) -> Cutout:
    """As a user gets it who asks for nothing."""
    return cut(source.read(str(PHOTOS / f"{name}.jpg"), Settings()), Options())


@cache
def truth_of(name: str) -> NDArray[np.bool_]:
    """(h, w), half as high and wide as the photo: what is product."""
    with Image.open(MASKS / f"{name}.png") as mask:
        return np.asarray(mask.convert("L")) > 127


def found(name: str) -> NDArray[np.bool_]:
    """What was taken for product, at the mask's size."""
    size = truth_of(name).shape[::-1]
    return np.asarray(cv2.resize(cutout_of(name).alpha, size, interpolation=cv2.INTER_AREA) > 127)


def test_auto_says_what_it_chose() -> None:
    assert cutout_of("mug").note.startswith("auto chose plain")


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("sneaker", 0.970),
        ("camera", 0.985),
        ("mug", 0.980),
        ("bottle", 0.975),
        ("handbag", 0.990),
        ("headphones", 0.975),
        ("perfume", 0.990),
    ],
)
def test_our_renders_are_cut_as_their_coverage_says(name: str, least: float) -> None:
    """White on white at a sole, a deep shadow under a toe, bounce light: what went wrong before."""
    cutout, truth, seen = cutout_of(name), truth_of(name), found(name)
    assert cutout.method == "plain"
    assert cutout.confidence > 0.5
    assert (seen & truth).sum() / (seen | truth).sum() > least
    assert 0.9 < (cutout.alpha == 255).sum() / cutout.alpha.size * truth.size / truth.sum() < 1.1


@pytest.mark.parametrize(
    ("name", "most"), [("headphones", 0.008), ("perfume", 0.0001), ("handbag", 0.0002), ("mug", 0.001)]
)
def test_contact_shadows_are_not_kept_as_product(name: str, most: float) -> None:
    """Grey tongues under ear cups, a dark sliver under a bottle, a bag or a mug, as shares of the product."""
    truth, seen = truth_of(name).astype(np.uint8), found(name)
    grown = cv2.dilate(truth, np.ones((3, 3), np.uint8)) > 0
    core = cv2.erode(truth, np.ones((3, 3), np.uint8)) > 0
    assert (seen & ~grown).sum() / truth.sum() < most
    assert (~seen & core).sum() / truth.sum() < 0.002
