"""What becomes of the rules' product in the light of the network's answer, and how sure that answer is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.rules import crumbs
from bggen.cutout.rules.evidence import clear_edges
from bggen.cutout.shapes import ball, overlap, regions, solid

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.rules.evidence import Evidence

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

LIKELY = 0.85  # mean likeness to product from which a region that the rules left out is taken in
LIKELY_THEN = 0.65  # the same where the network is certain of the whole
FILLED = 0.93  # the same, certain or not, for what they saw the backdrop through
UNLIKELY = 0.09  # mean likeness up to which a region that they kept is given back
LEAST = 60  # working pixels: smaller regions aren't worth a seam
KNOWING = 0.84  # certainty from which the network may take more than crumbs
ALIKE = 0.85  # agreement with the rules below which the two tell of different things
CERTAIN = 0.98  # certainty from which the network's answer then stands in for theirs
SEEN = 0.9  # least edge, of the backdrop's threshold, that is more than its noise
VISIBLE = 0.5  # least share of a region's border along which there is such an edge
FEW = 0.03  # share of the product that crumbs may make up: more of them are no crumbs
SPLINTER = 0.004  # of the whole: smaller parts of its answer are left out
BLUR = 1.5  # pixels of the answer by which its edges may be off
DENIED = 0.15  # likeness up to which the network denies that a pixel is product
FAINT = 4.0  # of the backdrop's threshold: what is denied and differs less from it is backdrop
FAINT_THEN = 6.0  # the same where the likeness is below SURELY on an average
SURELY = 0.06
CRUMB = 12  # working pixels: smaller ones are no more than an edge's noise
HELD = 0.25  # least length of a crumb's border, of its seam's: what the product holds all about is its own
BITTEN = 0.75  # mean likeness to product from which a bite is filled
SMALL = 0.1  # of the product: what is more is neither crumb nor bite
DIFFERS = 3.0  # of the backdrop's threshold: how much a bite differs at least
AS_CLEAR = 0.9  # least edge along a bite's border, of that along its seam, if it is the product's own


@dataclass(frozen=True, slots=True)
class Verdict:
    """The product that rules and network make out together, at working size."""

    product: Mask  # (h, w)
    shadow: Mask  # (h, w)
    agreement: float  # IoU of the product with the network's, 0..1
    certainty: float  # share of what the network calls likely that lies at a body that it is sure of, 0..1
    given: float  # area that was added or taken off by the network's word alone, as a share of the product


def weigh(product: Mask, shadow: Mask, said: Floats, evidence: Evidence, low: float, grain: float) -> Verdict:
    """Settle what rules and network each call product.

    Args: product and shadow, (h, w) by the rules; said, (h, w) how likely each pixel is product, 0..1; low,
    distance up to which a pixel counts as backdrop; grain, working pixels that one pixel of that answer
    covers.
    """
    blur = ball(max(1, round(BLUR * grain)))
    likely, alone = said > 0.25, said > 0.5
    # What is thinner than a few of its pixels it can't know.
    sure = cv2.morphologyEx((said > 0.75).astype(np.uint8), cv2.MORPH_OPEN, ball(max(1, round(grain)))) > 0
    # Of a product that it sees nothing of, it is certain in nothing.
    certainty = 1 - _beyond(likely, sure, blur) / int(likely.sum()) if likely.any() else 0.0
    cleaned, dim = crumbs.taken_off(product, shadow, said, evidence)
    more = _left_out(cleaned, said, grain, LIKELY_THEN if certainty > CERTAIN else LIKELY)
    kept = cleaned | _outlined(more, cleaned, evidence, low)
    kept |= _bites(kept, said, evidence, low)
    fringe = _fringe(kept, said, evidence, low, grain)
    kept, dim = kept & ~fringe, dim | fringe
    if certainty > KNOWING:
        lost = _kept_wrongly(kept, said, grain)
        kept, dim = kept & ~lost, dim | lost
    if certainty > CERTAIN and overlap(kept, alone) < ALIKE:
        whole = _whole(alone)
        both = whole & cleaned
        kept, dim = both | _outlined(whole & ~both, both, evidence, low), shadow
    total = max(1, int(kept.sum()))
    swept = max(0.0, int((cleaned ^ product).sum()) / total - FEW)
    return Verdict(
        product=kept,
        shadow=dim & ~kept,
        agreement=overlap(kept, alone),
        certainty=certainty,
        given=int((kept ^ cleaned).sum()) / total + swept,
    )


def _beyond(one: Mask, other: Mask, blur: NDArray[np.uint8]) -> int:
    """Pixels of a mask that lie farther from another than the blur reaches."""
    return int((one & (cv2.dilate(other.astype(np.uint8), blur) == 0)).sum())


def _left_out(product: Mask, said: Floats, grain: float, least: float) -> Mask:
    """The regions beside the product, or in its openings, that the network holds for product."""
    thick = ball(max(2, round(grain)))  # a rim may be the answer's blur
    parts = regions(cv2.morphologyEx((~product & (said > 0.5)).astype(np.uint8), cv2.MORPH_OPEN, thick))
    worth = max(LEAST, SPLINTER * int((said > 0.5).sum()))
    wanted = np.where(parts.mean(solid(product)) > 0.5, FILLED, least)
    return parts.picked((parts.pixels() >= worth) & (parts.mean(said) > wanted))


def _outlined(more: Mask, product: Mask, evidence: Evidence, low: float) -> Mask:
    """The regions whose end is seen: between two products the network may dream of a third."""
    if not more.any():
        return more
    parts = regions(more)
    seen = clear_edges(evidence, SEEN * low, 1.4, 3)
    beyond = cv2.dilate((~(more | product)).astype(np.uint8), ball(1)) > 0
    away = cv2.dilate(product.astype(np.uint8), ball(5)) == 0  # the product's own edge says nothing of theirs
    border = more & beyond & away
    return parts.picked(parts.total(seen, border) >= VISIBLE * parts.pixels(border))


def _fringe(product: Mask, said: Floats, evidence: Evidence, low: float, grain: float) -> Mask:
    """What the network denies and hardly differs from the backdrop: noise and shadow at the outline."""
    near = cv2.dilate((said > 0.3).astype(np.uint8), ball(max(1, round(0.7 * grain)))) > 0
    denied = product & (said < DENIED) & ~near
    parts = regions(denied, 8)
    size = parts.pixels(denied)
    bar = np.where(parts.mean(said, denied) < SURELY, FAINT_THEN, FAINT) * low
    faint = parts.picked(
        (size >= CRUMB) & (size < SMALL * int(product.sum())) & (parts.mean(evidence.distance, denied) < bar)
    )
    if not faint.any():
        return faint
    border, seam = _ends(faint, product)
    return faint & parts.picked(parts.pixels(border) > HELD * parts.pixels(seam))


def _bites(product: Mask, said: Floats, evidence: Evidence, low: float) -> Mask:
    """What the rules took off a product's outline although its own edge goes on round it."""
    wanted = cv2.morphologyEx((~product & (said > 0.5)).astype(np.uint8), cv2.MORPH_OPEN, ball(2)) > 0
    parts = regions(wanted)
    size = parts.pixels(wanted)
    bitten = parts.picked(
        (size >= LEAST)
        & (size < SMALL * int(product.sum()))
        & (parts.mean(said, wanted) > BITTEN)
        & (parts.mean(evidence.distance, wanted) > DIFFERS * low)
    )
    if not bitten.any():
        return bitten
    border, seam = _ends(bitten, product)
    edge = cv2.dilate(evidence.edge, ball(2))
    goes_on = parts.mean(edge, border) > AS_CLEAR * parts.mean(edge, seam)
    at_outline = (parts.pixels(seam) > 0) & (parts.mean(solid(product), bitten) < 0.5)
    return bitten & parts.picked(goes_on & at_outline)


def _ends(region: Mask, product: Mask) -> tuple[Mask, Mask]:
    """Where regions end: their border to the backdrop, and their seam to the rest of the product."""
    away = cv2.dilate((~(product | region)).astype(np.uint8), ball(1)) > 0
    rest = cv2.dilate((product & ~region).astype(np.uint8), ball(1)) > 0
    return region & away, region & rest


def _kept_wrongly(product: Mask, said: Floats, grain: float) -> Mask:
    """What the network holds for shadow or backdrop in the product, and the islands that this leaves."""
    doubted = cv2.morphologyEx((product & (said < 0.3)).astype(np.uint8), cv2.MORPH_OPEN, ball(2))
    parts = regions(doubted)
    core = parts.picked((parts.pixels() >= LEAST) & (parts.mean(said) < UNLIKELY))
    beside = cv2.dilate(core.astype(np.uint8), ball(max(1, round(grain)))) > 0
    lost = core | (beside & product & (said < 0.5))
    left = regions(product & ~lost, 8)
    island = (left.pixels() < SPLINTER * int(product.sum())) & (left.mean(said) < 0.25)
    return np.asarray(lost | left.picked(island))


def _whole(alone: Mask) -> Mask:
    """The network's product by itself, less its splinters."""
    parts = regions(alone, 8)
    return parts.picked(parts.pixels() > SPLINTER * alone.sum())
