"""Where the product ends and its backdrop begins, at working size.

Three kinds of evidence are kept apart: colour that the backdrop can't show, edges, and darkening that
only a shadow makes (the same chroma, soft borders). What they leave open is settled by a watershed. A small
network, which knows nothing of these rules, then takes crumbs of shadow off, adds what they missed,
and is the second opinion that the confidence listens to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout import shapes
from bggen.cutout.rules import outline as network
from bggen.cutout.rules import shades, trust, verdict
from bggen.cutout.rules.evidence import Evidence, clear_edges, shadow_like, threshold
from bggen.cutout.rules.holes import open_holes
from bggen.cutout.shapes import LEAST_PART, ball, border_connected, erode, overlap, regions, solid

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.spec import Box, Rgb

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

BAY = 0.025  # half the width, of the product's diagonal, of the bays that may be taken in
LIGHTEST = 0.004  # of the weightiest part's area by its distance: a part that weighs less is a speck


@dataclass(frozen=True, slots=True)
class Segments:
    """The product at working size, and how well-founded it is."""

    product: Mask  # (h, w)
    shadow: Mask  # (h, w) backdrop that a shadow darkens
    likely: Floats  # (h, w) how likely each pixel is product by the network alone, 0..1
    grain: float  # working pixels that one pixel of that answer covers
    doubtful_holes: float  # area of fills or openings that could be either, as a share of the product
    contrast: float  # median distance just inside the contour, of the backdrop's threshold
    support: float  # share of the contour that runs along a clear edge, 0..1
    stability: float  # IoU of the product under a stricter and a laxer threshold, 0..1
    agreement: float  # IoU with what the network calls product, 0..1
    certainty: float  # of the network's answer, 0..1
    given: float  # area that was added or taken off by that answer alone, as a share of the product
    stray: float  # clear edges that belong to no contour of the product, as a share of its length


def separate(rgb: Rgb, empty: Floats, evidence: Evidence) -> Segments:
    """Find the product. Args: rgb, (h, w, 3) at working size; empty, (h, w, 3) its backdrop in Lab."""
    low = threshold(evidence)
    product, shadow = _product(evidence, low)
    strict, _ = _product(evidence, low * 1.6)
    lax, _ = _product(evidence, low * 0.75)
    outline = solid(product)
    stability = min(overlap(solid(strict), outline), overlap(solid(lax), outline))
    unopened = product
    product, doubtful = open_holes(product, evidence, low)
    dim = shades.in_openings(product, unopened & ~product, evidence, low)
    product, shadow = product & ~dim, shadow | dim
    # An opening's rim keeps crumbs of backdrop that JPEG's noise cut off from it.
    beside = cv2.dilate((unopened & ~product).astype(np.uint8), ball(5)) > 0
    product &= ~(beside & (evidence.distance < _ringing(evidence, low)))
    product = _without_bumps(product, evidence, low)
    box = _extent(product, shadow, evidence, low)
    said = network.coverage(rgb, empty, box)
    grain = network.grain(box)
    settled = verdict.weigh(product, shadow, said, evidence, low, grain)
    product = settled.product
    rim = product & ~erode(product, 5)
    return Segments(
        product=product,
        shadow=settled.shadow,
        likely=said,
        grain=grain,
        doubtful_holes=doubtful,
        contrast=float(np.median(evidence.distance[rim])) / low if rim.any() else 0.0,
        support=trust.support(product, evidence, low),
        stability=stability,
        agreement=settled.agreement,
        certainty=settled.certainty,
        given=settled.given,
        stray=trust.stray(unopened | product, evidence, low),
    )


def _extent(product: Mask, shadow: Mask, evidence: Evidence, low: float) -> Box:
    """The box of what was found, and of what else is neither backdrop nor its shadow."""
    strong = ((evidence.distance > 2.5 * low) & ~shadow).astype(np.uint8)
    opened = cv2.morphologyEx(strong, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)) > 0
    left, top, width, height = cv2.boundingRect((product | opened).astype(np.uint8))
    return left, top, left + width, top + height


def _product(evidence: Evidence, low: float) -> tuple[Mask, Mask]:
    """Product and shadow at one threshold."""
    reach = max(1, round(max(evidence.distance.shape) / 500))
    # The flood is made of balls of radius `reach`, so gaps in a faint contour don't leak.
    backdrop = _flood((evidence.distance < low) & (evidence.edge < 0.9 * low), reach)
    shadowy = shadow_like(evidence)
    darkened = shadowy & (shades.quiet(evidence, low) | (evidence.distance < low))
    shaded = shades.soft_bordered(_flood(darkened | backdrop, 2 * reach) & ~backdrop, backdrop, evidence, low)
    # Blocks and noise leave pockets in a shadow: close them where no clear edge runs.
    closed = cv2.morphologyEx((shaded | backdrop).astype(np.uint8), cv2.MORPH_CLOSE, ball(5)) > 0
    shaded |= closed & shadowy & ~backdrop & (evidence.edge < 0.9 * low)
    rest = ~(backdrop | shaded)
    rest, shaded = shades.contest(rest, shaded, evidence, low)
    product = _settle_rim(rest, evidence, low, reach)
    product = _worthy(_without_bumps(product, evidence, low), evidence, low)
    product = _with_bays(product, evidence, low)
    deep = shades.deep(product, shaded & ~product, evidence, low)
    return product & ~deep, (shaded & ~product) | deep


def _flood(open_to: Mask, reach: int) -> Mask:
    """What a ball of radius `reach` can cover when it rolls in from the frame."""
    kernel = ball(reach)
    centre = cv2.erode(open_to.astype(np.uint8), kernel, borderValue=1) > 0
    return (cv2.dilate(border_connected(centre).astype(np.uint8), kernel) > 0) & open_to


def _settle_rim(rest: Mask, evidence: Evidence, low: float, reach: int) -> Mask:
    """Give back the rim of backdrop pixels that edge blur and the ball left outside the flood."""
    rim = rest & ~erode(rest, 2 * reach + 1)
    plainly_backdrop = evidence.distance < _ringing(evidence, low)
    soft_shadow = (evidence.tinted < 1.0) & (evidence.factor > 0.75) & (evidence.factor < 1.0)
    # Blur carries a strong edge outward: the contour lies where the difference is about half.
    # Not so on a pale part beside a dark one; only darkening goes on being a shadow's blurred foot.
    pale = (evidence.tinted > 1.0) | (evidence.factor > 0.95)
    half = 0.35 * evidence.strongest
    half = np.where(pale, np.minimum(half, 3 * low), half)
    tail = (rest & ~erode(rest, 4)) & (evidence.distance < half)
    shaded = soft_shadow & (evidence.distance < 2.5 * low)
    return np.asarray(rest & ~tail & ~(rim & (plainly_backdrop | shaded)))


def _ringing(evidence: Evidence, low: float) -> Floats:
    """(h, w) distance that the backdrop may show, beside strong edges more."""
    return np.asarray(np.clip(evidence.ringing, low, 1.6 * low))


def _without_bumps(product: Mask, evidence: Evidence, low: float) -> Mask:
    """Drop thin outgrowths that hardly differ from the backdrop: noise and the ball's blind corners."""
    smooth = cv2.morphologyEx(product.astype(np.uint8), cv2.MORPH_OPEN, ball(4)) > 0
    thin = product & ~smooth
    parts = regions(thin)
    faint = parts.mean(np.minimum(evidence.distance, 6 * low), thin) < 2.0 * low
    return np.asarray(product & ~parts.picked(faint & (parts.mean(shadow_like(evidence), thin) > 0.7)))


def _with_bays(product: Mask, evidence: Evidence, low: float) -> Mask:
    """Take in the bays that a clear edge shuts off: white soles on white lose them to the flood.

    A true opening shows the backdrop, and a shadow under a product has a soft mouth.
    """
    closed = shapes.closed(product, max(3, round(BAY * shapes.diagonal(product))))
    # Only what differs from the backdrop: its outer border is then where the product's own edge would run.
    bays = closed & ~product & (evidence.distance > low)
    pale = (evidence.tinted < 1.0) & (evidence.factor > 0.7)  # thin strips of other colours are blurred rim
    thick = cv2.morphologyEx(bays.astype(np.uint8), cv2.MORPH_OPEN, ball(2)) > 0
    bays = cv2.morphologyEx((bays & (pale | thick)).astype(np.uint8), cv2.MORPH_OPEN, ball(1)) > 0
    parts = regions(bays)
    mouth = bays & (cv2.dilate((~(bays | product)).astype(np.uint8), ball(1)) > 0)
    clear = clear_edges(evidence, 0.9 * low, 1.4, 2)
    return np.asarray(product | parts.picked(parts.mean(clear, mouth) >= 0.5))


def _worthy(candidates: Mask, evidence: Evidence, low: float) -> Mask:
    """The components with enough evidence to be product: specks, marble veins and noise go."""
    parts = regions(cv2.morphologyEx(candidates.astype(np.uint8), cv2.MORPH_CLOSE, ball(1)), 8)
    if parts.count < 2:
        return np.zeros_like(candidates)
    area = np.maximum(parts.pixels(), 1)
    mean = parts.mean(np.minimum(evidence.distance, 12 * low))
    weight = mean * area
    best = weight.max()
    keep = (weight > LIGHTEST * best) & (mean > 1.4 * low) & (mean > 0.25 * mean[weight.argmax()])
    keep &= area > LEAST_PART * candidates.size
    keep &= ~shades.nothing_else(parts, candidates, evidence) | (weight == best)
    return parts.picked(keep)
