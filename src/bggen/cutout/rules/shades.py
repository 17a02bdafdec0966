"""Which darkened regions are shadow and which are product: what lies between the two masks is settled here.

A shadow fades into the backdrop over a good part of its border and has the backdrop's colours; a product has
a crisp border, a tint, or depth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.rules.evidence import DARKEST_SHADOW, Evidence, clear_edges, shadow_like
from bggen.cutout.shapes import Regions, ball, erode, regions

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[Any]  # bool

GATEWAY = 0.12  # least share of a shadow's border that lies along open backdrop
SOFT_EDGE = 1.5  # `sharp` below this: the edge is blurred over five working pixels or more


def quiet(evidence: Evidence, low: float) -> Mask:
    """Pixels with no edge but a faint or a soft one, as a shadow's inside and border have."""
    return np.asarray((evidence.edge < 0.55 * low) | (evidence.sharp < SOFT_EDGE))


def soft_bordered(shaded: Mask, backdrop: Mask, evidence: Evidence, low: float) -> Mask:
    """The shaded regions that fade into the backdrop over a good part of their border, as shadows do.

    A crisp border is a product's, and a narrow gateway is a leak through a faint spot of its contour.
    """
    parts = regions(shaded)
    border = (cv2.dilate(backdrop.astype(np.uint8), ball(2)) > 0) & shaded & ~evidence.horizon
    crisp = (evidence.edge > 0.35 * low) & (evidence.sharp > 1.8)
    inner = (cv2.dilate((~(backdrop | shaded)).astype(np.uint8), ball(2)) > 0) & shaded
    length = parts.pixels(border)
    gateway = length / np.maximum(length + parts.pixels(inner), 1)
    return parts.picked((length > 0) & (parts.mean(crisp, border) < 0.3) & (gateway > GATEWAY))


def contest(rest: Mask, shaded: Mask, evidence: Evidence, low: float) -> tuple[Mask, Mask]:
    """Let shadows and products run towards each other until they meet at the strongest edge (watershed)."""
    if not shaded.any() or not rest.any():
        return rest, shaded
    depth = cv2.distanceTransform(rest.astype(np.uint8), cv2.DIST_L2, 3)
    own = rest & erode(((evidence.tinted > 2.5) | (evidence.factor < 0.5 * DARKEST_SHADOW)) & rest, 2)
    own |= depth > 0.025 * max(rest.shape)
    if not own.any():
        return rest, shaded
    markers = np.where(rest, 0, 1).astype(np.int32)
    markers[shaded] = 2
    markers[own] = 3
    markers[rest & (evidence.tinted > 2.0) & (depth > 4)] = 3
    cv2.watershed(evidence.relief, markers)
    # Watershed lines (-1) stay with the product; the matte finds the edge inside them.
    given = (markers == 2) | ((markers == 1) & (evidence.distance < 2.5 * low))
    taken = _faint_bordered(rest & given & shadow_like(evidence), rest, evidence, low)
    return rest & ~taken, shaded | taken


def _faint_bordered(taken: Mask, rest: Mask, evidence: Evidence, low: float) -> Mask:
    """The regions with no clear edge between them and the backdrop beside them, nor much of one inside."""
    parts = regions(taken)
    clear = clear_edges(evidence, 1.2 * low, SOFT_EDGE)
    kept = cv2.dilate((rest & ~taken).astype(np.uint8), ball(3)) > 0
    inner = taken & ~kept  # the slope of the product's own edge says nothing about the region
    border = inner & (cv2.dilate((~rest).astype(np.uint8), ball(2)) > 0)
    length = parts.pixels(border)
    faint = (length > 0) & (parts.total(clear, border) < 0.3 * length)
    return parts.picked(faint & (parts.mean(clear, inner) < 0.2))


def deep(product: Mask, shaded: Mask, evidence: Evidence, low: float) -> Mask:
    """Small quiet patches, darker than a shadow may be, that fade into one and part sharply from the product.

    Under a raised toe hardly any light arrives. A dark product's own base looks the same, but no edge parts
    it from the rest of the product.
    """
    calm = (evidence.edge < 1.2 * low) | (evidence.sharp < SOFT_EDGE)
    dark = product & calm & (evidence.tinted < 1.6) & (evidence.factor < 0.5)
    dark = cv2.morphologyEx(dark.astype(np.uint8), cv2.MORPH_OPEN, ball(2)) > 0
    parts = regions(dark)
    area = parts.pixels()
    fading = dark & (cv2.dilate(shaded.astype(np.uint8), ball(3)) > 0)
    parting = dark & (cv2.dilate((product & ~dark).astype(np.uint8), ball(2)) > 0) & ~fading
    open_length, shut_length = parts.pixels(fading), np.maximum(parts.pixels(parting), 1)
    taken = parts.total(evidence.sharp < SOFT_EDGE, fading) > 0.6 * open_length
    taken &= (open_length > 0.2 * shut_length) & (area < 0.05 * product.sum())
    taken &= parts.total(clear_edges(evidence, 2.0 * low, 1.2, 3), parting) > 0.7 * shut_length
    # Light is lost under a product: what has more of it below is a dark fold or seam of its side.
    rows = np.arange(len(product), dtype=np.int32)[:, None]
    lowest = np.where(product & ~dark, rows, -1).max(axis=0)
    lost = parts.picked(taken & (parts.pixels(dark & (rows < lowest)) < 0.3 * area))
    if lost.any():  # with its own rim, and the splinters that this leaves
        untinted = product & (evidence.tinted < 1.6)
        lost |= (cv2.dilate(lost.astype(np.uint8), ball(3)) > 0) & untinted & calm
        whole = cv2.morphologyEx((product & ~lost).astype(np.uint8), cv2.MORPH_OPEN, ball(4)) > 0
        lost |= (cv2.dilate(lost.astype(np.uint8), ball(8)) > 0) & untinted & ~whole
    return lost


def in_openings(product: Mask, opened: Mask, evidence: Evidence, low: float) -> Mask:
    """The shadow that a product's frame throws into its openings: quiet darkening beside what is open."""
    if not opened.any():
        return opened
    beside = cv2.dilate(opened.astype(np.uint8), ball(15)) > 0
    dim = beside & product & shadow_like(evidence) & quiet(evidence, low) & (evidence.edge < 2 * low)
    dim = cv2.morphologyEx((dim | opened).astype(np.uint8), cv2.MORPH_OPEN, ball(2)) > 0
    parts = regions(dim | opened)
    reached = parts.picked(parts.pixels(opened) > 0) & dim & product
    return reached if reached.sum() < opened.sum() else product & False


def nothing_else(parts: Regions, candidates: Mask, evidence: Evidence) -> NDArray[np.bool_]:
    """(count,) the regions that are nothing but darkening with a blurred border."""
    rim = candidates & ~erode(candidates, 2)
    return np.asarray((parts.mean(shadow_like(evidence)) > 0.9) & (parts.mean(evidence.sharp, rim) < 1.9))
