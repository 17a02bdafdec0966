"""The product of a photo taken just anywhere: on a floor, a lawn, a bed, in a hand.

No backdrop can be modelled there. A network has learnt what people photograph to sell it: it looks at the
whole photo, then closer at what it found. What it was trained on, its figures and limits are told in
salient.md beside its weights. Whatever it cuts out, a person should look at.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout import triage
from bggen.cutout.edge import matting
from bggen.cutout.edge.contour import Contour
from bggen.cutout.region import way_out
from bggen.cutout.rules import colours, outline
from bggen.cutout.shapes import ball, overlap, regions, solid, working
from bggen.errors import NeedsMask
from bggen.networks import Network
from bggen.spec import Cutout

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.options import Options
    from bggen.settings import Settings
    from bggen.spec import Box, Photo, Rgb

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

SIDE = 384  # pixels of the square that the network sees; a multiple of 2 ** its number of halvings
PLANES = 3  # red, green, blue
MIDDLE = 0.5  # taken off each, in 0..1
FILE = Path(__file__).with_name("salient.onnx")
NETWORK = Network(FILE)
WORKING_SIDE = 768  # long side at which the outline is drawn; the edge is then drawn at full size
LOOKS = 2  # closer looks: the second is about the box that the first found
CLOSER = 0.6  # share that a closer look has in what is believed
PART = 0.08  # of the biggest part: what is smaller and apart from it is something else
LEAST_CONFIDENCE = 0.50  # below this four of five cut-outs miss a tenth of the product or add it
#: the same where a person said where the product is: then it is no made-up one, and they look at the outline
LEAST_IN_REGION = 0.35
MOST_CONFIDENCE = 0.85  # a network's word is never proof
CUT_OFF = 0.85  # what is left of it where the photo doesn't show the whole product
ENOUGH = 0.3  # likeness from which a closer look takes a place in
SURELY = 0.9  # likeness from which colours can't take away what the network calls product
HARDLY = 0.05  # likeness up to which they can't add what it calls ground
DENIED = 1.0  # mean lean to the ground from which colours can't add what the network half denies
MARK = 0.02  # share of the product up to which an opening may be a mark on it: an eye, a letter
LIKELY = 0.46  # mean likeness from which it is: the loop of a lace has hardly less, a handle next to none
LARGE_MARK = 0.04  # the same share for an insole, say: of the loop of a bag the network knows too little
MORE_LIKELY = 0.6  # mean likeness from which that is no opening
SEEN_BESIDE = 0.5  # share of a small opening's colours that the ground beside has: of an eye's it has less
UNLIKE = 10.0  # Lab: as far a larger opening's colour may be from all ground beside, in shade, say
VISOR = 0.06  # share of the product up to which what is farther is a part of it
ROUNDS = 3  # of learning the colours and cutting anew
SMOOTH = 2.5  # working pixels over which an outline is evened: grit and leaves ruffle it
INSET = 0.7  # working pixels that it is drawn in: a rim of ground shows more than a lost rim of product


@dataclass(frozen=True, slots=True)
class Seen:
    """What the network makes of a photo, at working size."""

    likely: Floats  # (h, w) how likely each pixel is product, 0..1
    grain: float  # working pixels that one pixel of its closest look covers
    agreement: float  # 0..1 between its looks, from afar and closer, and mirrored


@dataclass(frozen=True, slots=True)
class Snapped:
    """A product's outline by the network and by colours."""

    product: Mask  # (h, w)
    drawn: Mask  # (h, w) the same with all that colours would add: what they add in vain makes a guess of it


class SalientCutout:
    """`--cutout salient`: our own network, for photos with anything behind the product."""

    name = "salient"

    def __init__(self, options: Options | None = None, settings: Settings | None = None) -> None:
        """No option changes what it does; the arguments are the backends' common contract."""

    def __call__(self, photo: Photo) -> Cutout:
        """Cut out what the network finds. Raises NeedsMask where it finds nothing or isn't sure."""
        small = working(photo.rgb, WORKING_SIDE)
        seen = seek(small)
        found = _snapped(small, seen) if seen is not None else None
        if seen is None or found is None or not found.product.any():
            raise NeedsMask(f"{photo.name}: no product was found: {way_out(photo)}", ("empty",))
        alpha, rgb = matting.matte(photo.rgb, _contour(found.product))
        reasons = triage.reasons(alpha, open_sides=photo.open_sides)
        taken_off = (found.drawn & ~found.product).astype(np.uint8) * 255
        guessed = triage.reasons(taken_off, open_sides=photo.open_sides)
        confidence = _confidence(seen, found.drawn, (*reasons, *guessed))
        least = LEAST_CONFIDENCE if photo.region is None else LEAST_IN_REGION
        if "empty" in reasons or confidence < least:
            raise NeedsMask(
                f"{photo.name}: no honest cut-out (confidence {confidence:.2f}): {way_out(photo)}",
                (*reasons, "cluttered"),
            )
        return Cutout(
            rgb=rgb,
            alpha=alpha,
            box=triage.box_of(alpha),
            confidence=confidence,
            method=self.name,
            reasons=reasons,
            doubts=("look at the cut-out: what is product here is a network's guess",),
            note=f"salient: confidence {confidence:.2f}",
        )


def answer(square: Rgb) -> Floats:
    """(SIDE, SIDE, 3) -> (SIDE / 2, SIDE / 2): how likely each pixel is product, 0..1."""
    seen = square.astype(np.float32).transpose(2, 0, 1) / 255 - MIDDLE
    return np.asarray(NETWORK.answer(np.ascontiguousarray(seen))[0])


def look(rgb: Rgb, box: Box) -> tuple[Floats, float]:
    """(h, w) how likely each pixel is product, 0 outside the box, and the agreement of two looks at it."""
    square = outline.cropped(rgb, box, SIDE)
    one, other = answer(square), answer(np.ascontiguousarray(square[:, ::-1]))[:, ::-1]
    return outline.spread_out((one + other) / 2, box, rgb.shape[:2]), overlap(one > 0.5, other > 0.5)


def grain(box: Box) -> float:
    """Pixels of a picture that one pixel of the network's answer about a square of it covers."""
    return 2 * (box[2] - box[0]) / SIDE


def seek(rgb: Rgb) -> Seen | None:
    """Find the product: from afar, then closer."""
    box: Box = (0, 0, rgb.shape[1], rgb.shape[0])
    likely, agreement = look(rgb, box)
    for _ in range(LOOKS):
        if not (found := _chosen(likely > ENOUGH)).any():
            return None
        box = outline.square(triage.box_of(found.astype(np.uint8)))
        closer, again = look(rgb, box)
        agreement = min(agreement, again, overlap(likely > 0.5, closer > 0.5))
        likely = CLOSER * closer + (1 - CLOSER) * likely
    return Seen(likely, grain(box), agreement)


def _chosen(mask: Mask) -> Mask:
    """The biggest part of a mask and all that are not much smaller."""
    parts = regions(mask, 8)
    size = parts.pixels()
    size[0] = 0
    return parts.picked(size >= max(1.0, PART * size.max()))


def _snapped(rgb: Rgb, seen: Seen) -> Snapped:
    """The product's mask, by what the network says and, where that leaves it open, by colours.

    GrabCut (Rother et al. 2004) draws the outline where colours part. It also decides on what the network
    half believes in and on what the product encloses: an opening, or a part that the network missed.
    """
    product = _chosen(seen.likely > 0.5)
    reach = max(1, round(1.2 * seen.grain))
    core = cv2.erode((product & (seen.likely > SURELY)).astype(np.uint8), ball(reach)) > 0
    away = cv2.dilate((product | (seen.likely > HARDLY)).astype(np.uint8), ball(reach)) == 0
    away &= ~solid(product)
    leans = colours.leans(rgb, core, away)
    labels = _labels(product, core, away, leans)
    if not (labels == cv2.GC_FGD).any() or not (labels == cv2.GC_BGD).any():
        return Snapped(product, product)
    left, top, right, bottom = triage.box_of(product.astype(np.uint8))
    room = round(0.08 * max(right - left, bottom - top)) + 4 * reach
    window = (slice(max(0, top - room), bottom + room), slice(max(0, left - room), right + room))
    part, shown = (np.ascontiguousarray(plane[window]) for plane in (labels, rgb[..., ::-1]))
    cv2.setRNGSeed(1)  # its colour models begin at random
    ground, goods = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.grabCut(shown, part, (0, 0, 0, 0), ground, goods, ROUNDS, cv2.GC_INIT_WITH_MASK)
    kept = np.zeros_like(product)
    kept[window] = (part == cv2.GC_FGD) | (part == cv2.GC_PR_FGD)
    drawn = _chosen(kept)
    # What the network half denies and the ground's colours tell is ground, whatever the edges about it.
    added = cv2.morphologyEx((drawn & ~product).astype(np.uint8), cv2.MORPH_OPEN, ball(1)) > 0
    parts = regions(added, 8)
    whole = _marked(_chosen(drawn & ~parts.picked(parts.mean(leans) > DENIED)), seen.likely, rgb)
    return Snapped(whole, drawn | whole)


def _marked(product: Mask, likely: Floats, rgb: Rgb) -> Mask:
    """The product with what is no opening: letters, eyes and insoles, some of them in the ground's colour."""
    whole = solid(product)
    parts, area = regions(whole & ~product), max(1, int(product.sum()))
    share, mean = parts.pixels() / area, parts.mean(likely)
    small = share < MARK
    marks = (small & (mean > LIKELY)) | ((share < LARGE_MARK) & (mean > MORE_LIKELY))
    ground = ~whole & (likely < HARDLY)
    size, large = float(np.sqrt(area)), (share >= MARK) & (share < VISOR)
    marks |= colours.seen_beside(rgb, parts, small & ~marks, ground, size) < SEEN_BESIDE
    marks |= colours.unlike_beside(rgb, parts, large & ~marks, ground, size) > UNLIKE
    return product | parts.picked(marks)


def _labels(product: Mask, core: Mask, away: Mask, leans: Floats) -> NDArray[np.uint8]:
    """(h, w) what GrabCut may change: all but what is sure and well away from an outline."""
    enclosed = solid(product) & ~product
    # A missed part must not teach what the ground looks like, nor an opening what the product does.
    parts = regions(enclosed)
    inner = product | (enclosed & ~parts.picked(parts.mean(leans) > 0))
    labels = np.where(inner, np.uint8(cv2.GC_PR_FGD), np.uint8(cv2.GC_PR_BGD))
    labels[core], labels[away] = cv2.GC_FGD, cv2.GC_BGD
    return labels


def _contour(product: Mask) -> Contour:
    """The mask's outline, evened and drawn in a little."""
    soft = cv2.GaussianBlur(product.astype(np.float32), (0, 0), SMOOTH)
    inside = soft > 0.5
    deep = cv2.distanceTransform(inside.astype(np.uint8), cv2.DIST_L2, 5)
    out = cv2.distanceTransform((~inside).astype(np.uint8), cv2.DIST_L2, 5)
    depth = np.where(inside, deep - 0.5, 0.5 - out).astype(np.float32) - INSET
    none = np.zeros_like(depth)
    return Contour(depth, none, none)


def _confidence(seen: Seen, product: Mask, reasons: tuple[str, ...]) -> float:
    """0..1: how far looks agree, how likely what is cut out is, how much of the outline colours changed."""
    believed = overlap(product, seen.likely > 0.5)
    score = seen.agreement * believed * float(seen.likely[product].mean())
    if "touches_frame" in reasons:
        score *= CUT_OFF
    return round(min(MOST_CONFIDENCE, score), 3)
