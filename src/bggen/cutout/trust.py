"""How well-founded a cut-out is: what its contour and the lines left outside it say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.evidence import clear_edges
from bggen.cutout.shapes import ball

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.evidence import Evidence

    Mask = NDArray[Any]  # bool

BLOCK = 18  # pixels: JPEG draws lines beside a product, and such as long as its chroma blocks of 16 anywhere


def support(product: Mask, evidence: Evidence, low: float) -> float:
    """The share of a contour with a clear edge within three pixels: a contour without one is a guess."""
    contour = _contour(product)
    if not contour.any():
        return 0.0
    return float(clear_edges(evidence, 1.2 * low, 1.4, 3)[contour].mean())


def stray(product: Mask, evidence: Evidence, low: float) -> float:
    """Lines drawn on what was taken for backdrop: the rest of a glass jar whose lid alone was found.

    Its own line between wall and table tells nothing.
    """
    away = (cv2.dilate(product.astype(np.uint8), ball(BLOCK)) == 0) & ~evidence.horizon
    lines = away & (evidence.sharp > 1.6) & (evidence.edge > 0.7 * low)
    count, _, stats, _ = cv2.connectedComponentsWithStats(lines.astype(np.uint8), connectivity=8)
    spans = stats[1:count, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1, initial=0)
    return float(spans[spans > BLOCK].sum()) / max(int(_contour(product).sum()), 1)


def _contour(product: Mask) -> Mask:
    inside = cv2.copyMakeBorder(product.astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    return np.asarray(product & (cv2.erode(inside, ball(1))[1:-1, 1:-1] == 0))
