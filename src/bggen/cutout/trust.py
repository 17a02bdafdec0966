"""How well-founded a cut-out is: what its contour, the lines left outside it and a second opinion say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.shapes import ball, grown_box, overlap

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.evidence import Evidence
    from bggen.spec import Rgb

    Mask = NDArray[Any]  # bool

BLOCK = 18  # pixels beside a product in which JPEG draws lines of its own: chroma blocks are 16 wide
GRABCUT_SIDE = 420  # long side of the crop that GrabCut sees; its cost grows with the area


def support(product: Mask, evidence: Evidence, low: float) -> float:
    """The share of a contour with a clear edge within three pixels: a contour without one is a guess."""
    contour = _contour(product)
    if not contour.any():
        return 0.0
    clear = cv2.dilate(np.where(evidence.sharp > 1.4, evidence.edge, 0), ball(3)) > 1.2 * low
    return float(clear[contour].mean())


def stray(product: Mask, evidence: Evidence, low: float) -> float:
    """Lines drawn on what was taken for backdrop: the rest of a glass jar whose lid alone was found."""
    away = cv2.dilate(product.astype(np.uint8), ball(BLOCK)) == 0
    lines = away & (evidence.sharp > 1.6) & (evidence.edge > 0.7 * low)
    count, _, stats, _ = cv2.connectedComponentsWithStats(lines.astype(np.uint8), connectivity=8)
    spans = stats[1:count, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1, initial=0)
    return float(spans[spans > 12].sum()) / max(int(_contour(product).sum()), 1)


def grabcut(rgb: Rgb, product: Mask, evidence: Evidence, low: float) -> float:
    """How far GrabCut, started from what is sure, comes to the same product (IoU, 0..1)."""
    if not product.any() or product.all():
        return 0.0
    left, top, right, bottom = grown_box(product, 0.12)
    crop = (slice(top, bottom), slice(left, right))
    scale = min(1.0, GRABCUT_SIDE / max(bottom - top, right - left))
    size = (max(8, round((right - left) * scale)), max(8, round((bottom - top) * scale)))
    small = cv2.resize(rgb[crop], size, interpolation=cv2.INTER_AREA)
    inside = cv2.resize(product[crop].astype(np.float32), size, interpolation=cv2.INTER_AREA)
    distance = cv2.resize(evidence.distance[crop], size, interpolation=cv2.INTER_AREA)
    tinted = cv2.resize(evidence.tinted[crop], size, interpolation=cv2.INTER_AREA)
    seeds = np.where(inside > 0.5, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    seeds[(inside > 0.99) & (distance > 4 * low) & (tinted > 2)] = cv2.GC_FGD
    seeds[(inside < 0.01) & (distance < low)] = cv2.GC_BGD
    if not (np.isin(seeds, (1, 3)).any() and np.isin(seeds, (0, 2)).any()):
        return 0.0
    models = np.zeros((2, 1, 65), np.float64)
    cv2.setRNGSeed(7)  # GrabCut seeds its k-means from the global generator
    cut, _, _ = cv2.grabCut(
        small[..., ::-1].copy(), seeds, (0, 0, 0, 0), models[0], models[1], 2, cv2.GC_INIT_WITH_MASK
    )
    vote = np.isin(cut, (cv2.GC_FGD, cv2.GC_PR_FGD))
    return overlap(vote, inside > 0.5)


def _contour(product: Mask) -> Mask:
    inside = cv2.copyMakeBorder(product.astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    return np.asarray(product & (cv2.erode(inside, ball(1))[1:-1, 1:-1] == 0))
