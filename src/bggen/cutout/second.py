"""A second opinion on a cut-out by rules, from the network that knows nothing of backdrops.

`salient` was trained apart from the network that `plain` asks, on other pictures, and sees the product alone:
where the two agree on every part, what made one of them doubt is outvoted; where they don't, a person should
look, however clear the backdrop seemed. What that is worth was measured: salient.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout import salient
from bggen.cutout.rules.trust import Doubt, outvoted, place
from bggen.cutout.shapes import ball, overlap, regions, solid

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.spec import Rgb

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

ALIKE = 0.98  # overlap of two masks from which they show the same
PART = 0.002  # share of the product from which a part that one of them lacks is worth a look


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second look at a cut-out came to."""

    likely: Floats  # (h, w) how likely each pixel is product, 0..1
    agreement: float  # overlap (IoU) of the two masks, 0..1
    doubts: tuple[Doubt, ...]  # the parts that one of them lacks

    @property
    def confirms(self) -> bool:
        """Whether both show the same product."""
        return self.agreement > ALIKE and not self.doubts


def ask(rgb: Rgb, product: Mask, said: Floats) -> Opinion:
    """Look at a product in its picture without knowing how it was found.

    Args: rgb, (h, w, 3); product, (h, w); said, (h, w) how likely each pixel is product by the network that
    the rules asked, 0..1: with them it outvotes this one on a part, and on an opening, of which this one
    knows least.
    """
    # It looks for the product itself: about what was found it would see a jar's lid, and agree.
    seen = salient.seek(rgb) or salient.Seen(np.zeros(product.shape, np.float32), 1.0, 0.0)
    likely, alone = seen.likely, seen.likely > 0.5
    blur = ball(max(1, round(seen.grain)))  # finer than that it sees nothing
    area = max(1, int(product.sum()))
    denied = product & (cv2.dilate(alone.astype(np.uint8), blur) == 0)
    missed = alone & (cv2.dilate(product.astype(np.uint8), blur) == 0)
    found = (
        ("part_doubtful", denied & ~outvoted(denied, 1 - said), 1 - likely),
        ("part_missing", missed & ~outvoted(missed & solid(product), said), likely),
    )
    doubts = []
    for reason, lacking, weight in found:
        parts = regions(cv2.morphologyEx(lacking.astype(np.uint8), cv2.MORPH_OPEN, ball(1)) > 0)
        worth = parts.picked(parts.pixels() >= PART * area)
        if worth.any():
            doubts.append(Doubt(reason, place(np.where(worth, weight, 0), product)))
    return Opinion(likely, overlap(product, alone), tuple(doubts))
