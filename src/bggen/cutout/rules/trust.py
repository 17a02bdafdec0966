"""How well-founded a cut-out is: what its contour and the lines left outside it say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.rules.evidence import clear_edges
from bggen.cutout.rules.verdict import BLUR
from bggen.cutout.shapes import Regions, ball, erode, regions

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.rules.evidence import Evidence

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

BLOCK = 18  # pixels: JPEG draws lines beside a product, and such as long as its chroma blocks of 16 anywhere
WORTH_A_LOOK = 0.002  # share of the product that a part which the network denies takes at least
ENCLOSED = 0.004  # the same for parts that hardly reach the outline: a sheen looks like an opening to it
REACHED = 1.0  # pixels of such a part on the outline, of its own square root, from which it reaches it
MISSED = 0.02  # likeness beside the product, summed, of its area, from which something may be missing
SOME = 0.2  # of that likeness, from which a pixel is part of what may be missing
AGAINST = 0.35  # mean likeness up to which a second network settles what the first one doubts
RUN = 20  # working pixels of the outline with no clear edge: shorter ones are gaps
STEP = 0.8  # least fall of the likeness across an outline that the network sees
UNSEEN = 0.015  # share of the outline along which neither may see it
SLIT = 0.0006  # share of the product from which what has the backdrop's colour inside it may be an opening
NARROW = 40  # working pixels: the least such a slit has
FRAMED = 4.0  # of the backdrop's threshold: what frames an opening differs more, four fifths of it at least
PRINTED = 0.95  # mean likeness to product from which the network knows white print from white paper
PLACES = (
    ("at the upper left", "at the top", "at the upper right"),
    ("on the left", "in the middle", "on the right"),
    ("at the lower left", "at the bottom", "at the lower right"),
)
DOUBTS = {
    "part_doubtful": "what is kept {} may be shadow or backdrop",
    "part_missing": "something that is left out {} may be product",
    "holes": "what has the backdrop's colour {} may be an opening",
    "edge_unseen": "the outline {} runs where nothing is seen to end",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that may be wrong with a cut-out, and where."""

    reason: str  # one of DOUBTS
    place: str  # one of PLACES

    def __str__(self) -> str:
        return DOUBTS[self.reason].format(self.place)


def support(product: Mask, evidence: Evidence, low: float) -> float:
    """The share of a contour with a clear edge within three pixels: a contour without one is a guess."""
    contour = _contour(product)
    if not contour.any():
        return 0.0
    return float(clear_edges(evidence, 1.2 * low, 1.4, 3)[contour].mean())


def stray(product: Mask, evidence: Evidence, low: float) -> float:
    """Lines drawn on what was taken for backdrop: the rest of a glass jar whose lid alone was found.

    Its own line between wall and table tells nothing, nor does the rim of that table beside it.
    """
    away = cv2.dilate((product | evidence.horizon).astype(np.uint8), ball(BLOCK)) == 0
    lines = away & (evidence.sharp > 1.6) & (evidence.edge > 0.7 * low)
    count, _, stats, _ = cv2.connectedComponentsWithStats(lines.astype(np.uint8), connectivity=8)
    spans = stats[1:count, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1, initial=0)
    return float(spans[spans > BLOCK].sum()) / max(int(_contour(product).sum()), 1)


def _contour(product: Mask) -> Mask:
    """The product's outermost pixels; where it leaves the frame it has no contour."""
    return product & ~erode(product, 1)


def doubts(
    product: Mask, said: Floats, evidence: Evidence, low: float, grain: float, other: Floats | None = None
) -> tuple[Doubt, ...]:
    """What the network or the eye has against a cut-out.

    Args as `verdict.weigh` has them; other, (h, w) what a second network holds for product, 0..1: a part
    that it sees too is not denied by one alone.
    """
    area, blur = max(1, int(product.sum())), ball(max(1, round(BLUR * grain)))
    contour = _contour(product)
    denied = _denied(product, said, blur)
    found = (
        ("part_doubtful", denied if other is None else denied & ~outvoted(denied, 1 - other)),
        ("part_missing", _missed(product, said, blur)),
        ("holes", _slits(product, said, evidence, low)),
        ("edge_unseen", _unseen(contour, said, evidence, low, grain)),
    )
    least = {"part_missing": MISSED * area, "edge_unseen": UNSEEN * contour.sum()}
    return tuple(
        Doubt(why, place(where, product)) for why, where in found if where.sum() > least.get(why, 0.0)
    )


def outvoted(parts: Mask, against: Floats) -> Mask:
    """Those connected parts of a doubt that another network is as sure against, 0..1, on an average."""
    whole = regions(parts, 8)
    return whole.picked(whole.mean(against) < AGAINST) & parts


def _denied(product: Mask, said: Floats, blur: NDArray[np.uint8]) -> Mask:
    """The parts that the network doesn't hold for product, beyond the reach of its answer's blur."""
    denied = product & (cv2.dilate((said > 0.5).astype(np.uint8), blur) == 0)
    parts = regions(denied)
    size = parts.pixels(denied)
    rim = cv2.dilate((~product).astype(np.uint8), ball(1)) > 0
    at_outline = parts.pixels(denied & rim) > REACHED * np.sqrt(size)
    return parts.picked(size > np.where(at_outline, WORTH_A_LOOK, ENCLOSED) * product.sum())


def _missed(product: Mask, said: Floats, blur: NDArray[np.uint8]) -> Floats:
    """(h, w) likeness to product beside it, beyond the reach of the answer's blur."""
    beside = cv2.dilate(product.astype(np.uint8), blur) == 0
    return np.where(beside, said, 0)


def _slits(product: Mask, said: Floats, evidence: Evidence, low: float) -> Mask:
    """What has the backdrop's colour in a frame of quite another, and isn't known for the product's print."""
    alike = (erode(product, 2) & (evidence.distance < low)).astype(np.uint8)
    inside = cv2.morphologyEx(alike, cv2.MORPH_OPEN, ball(1)) > 0
    parts = regions(inside)
    big = parts.pixels(inside) > max(NARROW, SLIT * int(product.sum()))
    slits = parts.picked(big & (parts.mean(said, inside) < PRINTED))
    if not slits.any():
        return slits
    grown = Regions(cv2.dilate(parts.labels.astype(np.float32), ball(6)).astype(np.int32), parts.count)
    frame = (grown.labels > 0) & (cv2.dilate(inside.astype(np.uint8), ball(3)) == 0)
    return slits & parts.picked(grown.mean(evidence.distance > FRAMED * low, frame) > 0.8)


def _unseen(contour: Mask, said: Floats, evidence: Evidence, low: float, grain: float) -> Mask:
    """The longer runs of a contour, within the frame, where neither picture nor network sees an end."""
    bare = contour & ~clear_edges(evidence, low, 1.4, 3)
    bare[[0, 1, -2, -1]] = False
    bare[:, [0, 1, -2, -1]] = False
    runs = regions(cv2.morphologyEx(bare.astype(np.uint8), cv2.MORPH_CLOSE, ball(2)) > 0, 8)
    long = bare & runs.picked(runs.pixels(bare) > RUN)
    if not long.any():
        return long
    reach = ball(max(1, round(2 * grain)))
    return np.asarray(long & (cv2.dilate(said, reach) - cv2.erode(said, reach) < STEP))


def place(weight: Floats, product: Mask) -> str:
    """Where on a product the weightiest part of a plane (h, w) lies, in words."""
    left, top, width, height = cv2.boundingRect(product.astype(np.uint8))
    parts = regions(cv2.dilate((weight > SOME).astype(np.uint8), ball(3)) > 0, 8)  # runs may have gaps
    total = parts.total(weight)
    part = np.where(parts.labels == total.argmax(), weight, 0)
    across, down = (part.sum(axis=axis, dtype=np.float64) for axis in (0, 1))
    x = (across @ np.arange(len(across)) / across.sum() - left) / max(width, 1)
    y = (down @ np.arange(len(down)) / down.sum() - top) / max(height, 1)
    row, column = (np.searchsorted((1 / 3, 2 / 3), share) for share in (y, x))
    return PLACES[int(row)][int(column)]
