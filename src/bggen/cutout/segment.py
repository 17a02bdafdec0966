"""Where the product ends and its backdrop begins, at working size.

Three kinds of evidence are kept apart: colour that the backdrop can't show, edges, and darkening that
only a shadow makes (the same chroma, soft borders). What they leave open is settled by a watershed. A small
network, which knows nothing of these rules, then takes crumbs of shadow off, adds what they missed,
and is the second opinion that the confidence listens to.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout import outline as network
from bggen.cutout import trust, verdict
from bggen.cutout.backdrop import border_connected
from bggen.cutout.evidence import DARKEST_SHADOW, Evidence, shadow_like, threshold
from bggen.cutout.holes import open_holes
from bggen.cutout.shapes import ball, erode, grown_box, overlap, solid

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.spec import Box, Rgb

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

BAY = 0.025  # half the width, of the product's diagonal, of the bays that may be taken in
GATEWAY = 0.12  # least share of a shadow's border that lies along open backdrop
SOFT_EDGE = 1.5  # `sharp` below this: the edge is blurred over five working pixels or more


@dataclass(frozen=True, slots=True)
class Segments:
    """The product at working size, and how well-founded it is."""

    product: Mask  # (h, w)
    shadow: Mask  # (h, w) backdrop that a shadow darkens
    likely: Floats  # (h, w) how likely each pixel is product by the network alone, 0..1
    holes: int  # openings that show the backdrop
    doubtful_holes: float  # area of fills or openings that could be either, as a share of the product
    contrast: float  # median distance just inside the contour
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
    closed = product
    product, holes, doubtful = open_holes(product, evidence, low)
    dim = _dim_in_openings(product, closed & ~product, evidence, low)
    product, shadow = product & ~dim, shadow | dim
    # An opening's rim keeps crumbs of backdrop that JPEG's noise cut off from it.
    beside = cv2.dilate((closed & ~product).astype(np.uint8), ball(5)) > 0
    product &= ~(beside & (evidence.distance < _ringing(evidence, low)))
    product = _without_bumps(product, evidence, low)
    box = _extent(product, shadow, evidence, low)
    said = network.coverage(rgb, empty, box)
    settled = verdict.weigh(product, shadow, said, evidence, network.grain(box))
    product = settled.product
    rim = product & ~erode(product, 5)
    return Segments(
        product=product,
        shadow=settled.shadow,
        likely=said,
        holes=holes,
        doubtful_holes=doubtful,
        contrast=float(np.median(evidence.distance[rim])) / low if rim.any() else 0.0,
        support=trust.support(product, evidence, low),
        stability=stability,
        agreement=settled.agreement,
        certainty=settled.certainty,
        given=settled.given,
        stray=trust.stray(closed | product, evidence, low),
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
    quiet = (evidence.edge < 0.55 * low) | (evidence.sharp < SOFT_EDGE)
    darkened = shadowy & (quiet | (evidence.distance < low))
    shaded = _soft_bordered(_flood(darkened | backdrop, 2 * reach) & ~backdrop, backdrop, evidence, low)
    # Blocks and noise leave pockets in a shadow: close them where no clear edge runs.
    closed = cv2.morphologyEx((shaded | backdrop).astype(np.uint8), cv2.MORPH_CLOSE, ball(5)) > 0
    shaded |= closed & shadowy & ~backdrop & (evidence.edge < 0.9 * low)
    rest = ~(backdrop | shaded)
    rest, shaded = _contest(rest, shaded, evidence, low)
    product = _settle_rim(rest, evidence, low, reach)
    product = _worthy(_without_bumps(product, evidence, low), evidence, low)
    product = _with_bays(product, evidence, low)
    deep = _deep_shadow(product, shaded & ~product, evidence, low)
    return product & ~deep, (shaded & ~product) | deep


def _faint_bordered(taken: Mask, rest: Mask, evidence: Evidence, low: float) -> Mask:
    """The regions with no clear edge between them and the backdrop beside them, nor much of one inside."""
    count, labels = cv2.connectedComponents(taken.astype(np.uint8), connectivity=4)
    clear = np.where(evidence.sharp > 1.5, evidence.edge, 0) > 1.2 * low
    kept = cv2.dilate((rest & ~taken).astype(np.uint8), ball(3)) > 0
    border = taken & ~kept & (cv2.dilate((~rest).astype(np.uint8), ball(2)) > 0)
    inner = taken & ~kept  # the slope of the product's own edge says nothing about the region
    length = np.bincount(labels[border], minlength=count)
    area = np.maximum(np.bincount(labels[inner], minlength=count), 1)
    faint = (length > 0) & (np.bincount(labels[border], clear[border], count) < 0.3 * length)
    faint &= np.bincount(labels[inner], clear[inner], count) / area < 0.2
    faint[0] = False
    return np.asarray(faint[labels])


def _contest(rest: Mask, shaded: Mask, evidence: Evidence, low: float) -> tuple[Mask, Mask]:
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
    picture = np.clip(evidence.difference * 5 + 128, 0, 255).astype(np.uint8)
    cv2.watershed(picture, markers)
    # Watershed lines (-1) stay with the product; the matte finds the edge inside them.
    given = (markers == 2) | ((markers == 1) & (evidence.distance < 2.5 * low))
    taken = _faint_bordered(rest & given & shadow_like(evidence), rest, evidence, low)
    return rest & ~taken, shaded | taken


def _soft_bordered(shaded: Mask, backdrop: Mask, evidence: Evidence, low: float) -> Mask:
    """The shaded regions that fade into the backdrop over a good part of their border, as shadows do.

    A crisp border is a product's, and a narrow gateway is a leak through a faint spot of its contour.
    """
    count, labels = cv2.connectedComponents(shaded.astype(np.uint8), connectivity=4)
    beside = cv2.dilate(backdrop.astype(np.uint8), ball(2)) > 0
    border = labels[beside & shaded]
    crisp = ((evidence.edge > 0.35 * low) & (evidence.sharp > 1.8))[beside & shaded]
    length = np.bincount(border, minlength=count)
    share = np.bincount(border, crisp, count) / np.maximum(length, 1)
    inner = cv2.dilate((~(backdrop | shaded)).astype(np.uint8), ball(2)) > 0
    gateway = length / np.maximum(length + np.bincount(labels[inner & shaded], minlength=count), 1)
    soft = (length > 0) & (share < 0.3) & (gateway > GATEWAY)
    soft[0] = False
    return np.asarray(soft[labels])


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
    strongest = cv2.dilate(evidence.distance, ball(4))
    # Not so on a pale part beside a dark one; only darkening goes on being a shadow's blurred foot.
    pale = (evidence.tinted > 1.0) | (evidence.factor > 0.95)
    half = np.where(pale, np.minimum(0.35 * strongest, 3 * low), 0.35 * strongest)
    tail = (rest & ~erode(rest, 4)) & (evidence.distance < half)
    shaded = soft_shadow & (evidence.distance < 2.5 * low)
    return np.asarray(rest & ~tail & ~(rim & (plainly_backdrop | shaded)))


def _dim_in_openings(product: Mask, opened: Mask, evidence: Evidence, low: float) -> Mask:
    """The shadow that a product's frame throws into its openings: quiet darkening beside what is open."""
    if not opened.any():
        return opened
    beside = cv2.dilate(opened.astype(np.uint8), ball(15)) > 0
    quiet = (evidence.edge < 0.55 * low) | (evidence.sharp < SOFT_EDGE)
    dim = beside & product & shadow_like(evidence) & quiet & (evidence.edge < 2 * low)
    dim = cv2.morphologyEx((dim | opened).astype(np.uint8), cv2.MORPH_OPEN, ball(2)) > 0
    _, labels = cv2.connectedComponents((dim | opened).astype(np.uint8), connectivity=4)
    reached = np.isin(labels, np.unique(labels[opened])) & dim & product
    return reached if reached.sum() < opened.sum() else product & False


def _ringing(evidence: Evidence, low: float) -> Floats:
    """(h, w) distance that the backdrop may show: beside a strong edge JPEG draws waves of its own."""
    return np.asarray(np.clip(0.06 * cv2.dilate(evidence.distance, ball(5)), low, 1.6 * low), np.float32)


def _without_bumps(product: Mask, evidence: Evidence, low: float) -> Mask:
    """Drop thin outgrowths that hardly differ from the backdrop: noise and the ball's blind corners."""
    smooth = cv2.morphologyEx(product.astype(np.uint8), cv2.MORPH_OPEN, ball(4)) > 0
    thin = product & ~smooth
    count, labels = cv2.connectedComponents(thin.astype(np.uint8), connectivity=4)
    area = np.maximum(np.bincount(labels.ravel(), minlength=count), 1)
    mean = np.bincount(labels.ravel(), np.minimum(evidence.distance, 6 * low).ravel(), count) / area
    alike = np.bincount(labels.ravel(), shadow_like(evidence).ravel(), count) / area
    bump = (mean < 2.0 * low) & (alike > 0.7)
    bump[0] = False
    return np.asarray(product & ~bump[labels])


def _deep_shadow(product: Mask, shaded: Mask, evidence: Evidence, low: float) -> Mask:
    """Small quiet patches, darker than a shadow may be, that fade into one and part sharply from the product.

    Under a raised toe hardly any light arrives. A dark product's own base looks the same, but no edge parts
    it from the rest of the product.
    """
    calm = (evidence.edge < 1.2 * low) | (evidence.sharp < SOFT_EDGE)
    dark = product & calm & (evidence.tinted < 1.6) & (evidence.factor < 0.5)
    dark = cv2.morphologyEx(dark.astype(np.uint8), cv2.MORPH_OPEN, ball(2)) > 0
    count, labels = cv2.connectedComponents(dark.astype(np.uint8), connectivity=4)
    area = np.bincount(labels.ravel(), minlength=count)
    fading = dark & (cv2.dilate(shaded.astype(np.uint8), ball(3)) > 0)
    parting = dark & (cv2.dilate((product & ~dark).astype(np.uint8), ball(2)) > 0) & ~fading
    clear = cv2.dilate(np.where(evidence.sharp > 1.2, evidence.edge, 0), ball(3)) > 2.0 * low
    open_length = np.bincount(labels[fading], minlength=count)
    shut_length = np.maximum(np.bincount(labels[parting], minlength=count), 1)
    soft = np.bincount(labels[fading], (evidence.sharp < SOFT_EDGE)[fading], count) > 0.6 * open_length
    taken = soft & (open_length > 0.2 * shut_length) & (area < 0.05 * product.sum())
    taken &= np.bincount(labels[parting], clear[parting], count) > 0.7 * shut_length
    # Light is lost under a product: what has more of it below is a dark fold or seam of its side.
    rest = (product & ~dark)[::-1]
    roof = (np.cumsum(rest, axis=0)[::-1] > 0) & dark
    taken &= np.bincount(labels[roof], minlength=count) < 0.3 * area
    taken[0] = False
    lost = np.asarray(taken[labels])
    if lost.any():  # with its own rim, and the splinters that this leaves
        untinted = product & (evidence.tinted < 1.6)
        lost |= (cv2.dilate(lost.astype(np.uint8), ball(3)) > 0) & untinted & calm
        whole = cv2.morphologyEx((product & ~lost).astype(np.uint8), cv2.MORPH_OPEN, ball(4)) > 0
        lost |= (cv2.dilate(lost.astype(np.uint8), ball(8)) > 0) & untinted & ~whole
    return lost


def _with_bays(product: Mask, evidence: Evidence, low: float) -> Mask:
    """Take in the bays that a clear edge shuts off: white soles on white lose them to the flood.

    A true opening shows the backdrop, and a shadow under a product has a soft mouth.
    """
    left, top, right, bottom = grown_box(product, 0.0)
    radius = max(3, round(BAY * math.hypot(right - left, bottom - top)))
    padded = cv2.copyMakeBorder(product.astype(np.uint8), radius, radius, radius, radius, cv2.BORDER_CONSTANT)
    closed = cv2.morphologyEx(padded, cv2.MORPH_CLOSE, ball(radius))[radius:-radius, radius:-radius] > 0
    # Only what differs from the backdrop: its outer border is then where the product's own edge would run.
    bays = closed & ~product & (evidence.distance > low)
    pale = (evidence.tinted < 1.0) & (evidence.factor > 0.7)  # thin strips of other colours are blurred rim
    thick = cv2.morphologyEx(bays.astype(np.uint8), cv2.MORPH_OPEN, ball(2)) > 0
    bays = cv2.morphologyEx((bays & (pale | thick)).astype(np.uint8), cv2.MORPH_OPEN, ball(1)) > 0
    count, labels = cv2.connectedComponents(bays.astype(np.uint8), connectivity=4)
    clear = cv2.dilate(np.where(evidence.sharp > 1.4, evidence.edge, 0), ball(2)) > 0.9 * low
    outside = cv2.dilate((~(bays | product)).astype(np.uint8), ball(1)) > 0
    mouth = bays & outside
    length = np.bincount(labels[mouth], minlength=count)
    taken = np.bincount(labels[mouth], clear[mouth], count) >= 0.5 * np.maximum(length, 1)
    taken[0] = False
    return np.asarray(product | taken[labels])


def _worthy(candidates: Mask, evidence: Evidence, low: float) -> Mask:
    """The components with enough evidence to be product: specks, marble veins and noise go."""
    opened = cv2.morphologyEx(candidates.astype(np.uint8), cv2.MORPH_CLOSE, ball(1))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(opened, connectivity=8)
    if count < 2:
        return candidates & False
    flat = labels.ravel()
    area = np.maximum(stats[:, cv2.CC_STAT_AREA], 1).astype(np.float64)
    capped = np.minimum(evidence.distance.ravel(), 12 * low)
    mean = np.bincount(flat, weights=capped, minlength=count) / area
    weight = mean * area
    weight[0] = 0
    best = weight.max()
    keep = (weight > 0.004 * best) & (mean > 1.4 * low) & (mean > 0.25 * mean[weight.argmax()])
    keep &= area > 0.00006 * flat.size
    keep &= ~_only_shadow(labels, count, candidates, evidence) | (weight == best)
    keep[0] = False
    return np.asarray(keep[labels])


def _only_shadow(labels: NDArray[Any], count: int, candidates: Mask, evidence: Evidence) -> NDArray[np.bool_]:
    """(count,) components that are nothing but darkening with a blurred border."""
    like = shadow_like(evidence)
    share = np.bincount(labels.ravel(), like.ravel(), count) / np.maximum(
        np.bincount(labels.ravel(), minlength=count), 1
    )
    rim = candidates & ~erode(candidates, 2)
    at = labels[rim]
    sharp = np.bincount(at, evidence.sharp[rim], count) / np.maximum(np.bincount(at, minlength=count), 1)
    return np.asarray((share > 0.9) & (sharp < 1.9))
