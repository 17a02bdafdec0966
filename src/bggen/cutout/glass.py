"""Clear parts of a product, told by the plain backdrop that shows through them.

What lets little of the backdrop through (`clear`) is solid and keeps its pixels; the rest keeps the colour
with which it gives the photo again on its own backdrop. What has that backdrop's colour can't be told from
clear glass: a mask says it, by its greys.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout import clear, plain, salient, triage
from bggen.cutout.edge import matting
from bggen.cutout.rules import evidence, segment
from bggen.cutout.shapes import ball, closed, diagonal, erode, overlap, regions, solid
from bggen.spec import Cutout, Glass

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.plain import Look
    from bggen.cutout.rules.segment import Segments
    from bggen.cutout.salient import Seen
    from bggen.spec import Photo, Plane

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

UNTOLD = "glass is left out: no plain backdrop ({}) tells what shows through it: take the photo before one"
UNSEEN = "glass is left out: its outline was not found: give it with --mask FILE"
HINT = "much of it has the backdrop's colour: if that is clear glass, --glass lets the scene show through"
NEEDLESS = "glass is not used: the file's own transparency says what is clear"
LOOK = "look at the cut-out: what is clear is told by the backdrop's colour: a mask's greys go before it"
RIM = 4.0  # working pixels over which an edge between solid and clear is blurred
BEYOND = 1.5  # working pixels that the outline lies outside: too much is as clear as the backdrop
SMOOTH = 0.008  # of the product's diagonal, over which an outline is evened
BAY = 0.03  # of it: half the width of the bays that are taken in
MORE = 0.3  # likeness to product from which the network's word is taken: of glass it is never sure
PART = 0.03  # of the biggest part: smaller ones are specks
ALIKE = 2.0  # of the backdrop's threshold: what differs less from it may be glass before it
MUCH = 0.15  # share of a doubtful cut-out's inside; few solid things before one have a tenth of it
MOST_CONFIDENCE = 0.85  # where an outline is seen by its inside alone, a person should look
WIDE = 3  # pixels: greys of a mask that reach less far are its soft edge
EVEN = 8  # grey levels between neighbours: so is what has more


@dataclass(frozen=True, slots=True)
class Levels:
    """What a mask with greys says: white is solid, whatever it looks like, and grey may be clear."""

    outline: Plane  # (h, w) alpha of the whole product
    solid: Plane | None  # (h, w) 255 = solid; None where the mask has no greys and is an outline alone


def cut(photo: Photo, otherwise: Callable[[], Cutout]) -> Cutout:
    """Cut out a product that is partly clear.

    Args: otherwise, its cut-out as a solid thing, where there is no plain backdrop or nothing is found.

    Raises what `otherwise` does.
    """
    look = plain.look_at(photo.rgb)
    if isinstance(look, str):
        return _solid(otherwise(), UNTOLD.format(look))
    found, seen = segment.separate(look.rgb, look.backdrop.lab, look.evidence), salient.seek(look.rgb)
    product = _product(look, found, seen)
    if not product.any():
        return _solid(otherwise(), UNSEEN)
    alpha = _drawn(product, photo.size)
    reasons = triage.reasons(alpha, open_sides=photo.open_sides)
    agreement = overlap(product, seen.likely > MORE) if seen is not None else 0.0
    return _through(
        Cutout(
            rgb=photo.rgb,
            alpha=alpha,
            box=triage.box_of(alpha),
            confidence=round(min(MOST_CONFIDENCE, agreement), 3),
            method="glass",
            reasons=reasons,
            doubts=(LOOK,),
            shadow=plain.own_shadow(look, product, found.shadow & ~product, photo.size),
            note=f"glass: plain backdrop on {look.backdrop.uniformity:.0%} of the border",
        ),
        look,
        None,
    )


def through(photo: Photo, found: Cutout, known: Plane | None = None) -> Cutout:
    """A cut-out whose outline stands, with what is clear inside of it.

    Args: known, (h, w) what somebody said to be solid, 255 = all of it.
    """
    look = plain.look_at(photo.rgb)
    if isinstance(look, str):
        return _solid(found, UNTOLD.format(look))
    return _through(found, look, known)


def _solid(found: Cutout, why: str) -> Cutout:
    """A solid cut-out, with a line on why nothing in it is clear."""
    return replace(found, reasons=(*found.reasons, "glass_untold"), doubts=(*found.doubts, why))


def needless(found: Cutout) -> Cutout:
    """A cut-out by the file's own transparency, with a line that it is all there is."""
    return replace(found, doubts=(*found.doubts, NEEDLESS))


def hinted(photo: Photo, found: Cutout) -> Cutout:
    """A solid cut-out, with a line where it is doubtful and much inside of it equals a plain backdrop."""
    if found.confidence >= plain.SURE or found.method == "alpha":
        return found
    look = plain.look_at(photo.rgb)
    if isinstance(look, str) or look.backdrop.horizons:  # a table may carry what has the wall's colour
        return found
    seen = look.evidence.distance
    whole = cv2.resize(found.alpha, (seen.shape[1], seen.shape[0]), interpolation=cv2.INTER_AREA) > 127
    inside = erode(whole, round(RIM))
    alike = seen[inside] < ALIKE * evidence.threshold(look.evidence)
    if not len(alike) or float(alike.mean()) < MUCH:
        return found
    return replace(found, doubts=(*found.doubts, HINT))


def levels(mask: Plane) -> Levels:
    """What a mask (h, w), 255 = product, says of a partly clear one.

    Even greys, wider than a soft edge, mean glass, white means solid, and what lies between is between.
    Without such greys all of it is open.
    """
    steep = cv2.morphologyEx(mask, cv2.MORPH_GRADIENT, ball(1))
    grey = ((mask > 25) & (mask < 230) & (steep < EVEN)).astype(np.uint8)
    wide = cv2.morphologyEx(grey, cv2.MORPH_OPEN, ball(WIDE))
    if not wide.any():
        return Levels(mask, None)
    level = float(np.median(mask[wide > 0]))
    near = cv2.dilate(wide, ball(WIDE + 1)) > 0
    whole = np.where(near, np.minimum(mask * (255 / level) + 0.5, 255), mask).astype(np.uint8)
    above = (mask.astype(np.float32) - level).clip(0) * (255 / (255 - level))
    return Levels(whole, (above + 0.5).astype(np.uint8))


def _product(look: Look, found: Segments, seen: Seen | None) -> Mask:
    """(h, w) at working size: the whole product, its body of glass included, without its shadow.

    Rules see lids and rims, the network what they belong to. Too much of it does no harm where the photo has
    the backdrop's colour.
    """
    if seen is None:
        whole = found.product
    else:
        reach = ball(max(1, round(2 * seen.grain)))
        near = cv2.dilate((seen.likely > MORE).astype(np.uint8), reach) > 0
        whole = (seen.likely > MORE) | (found.product & (near | ~evidence.shadow_like(look.evidence)))
    if not whole.any():
        return whole
    size = diagonal(whole)
    whole = solid(closed(whole, max(3, round(BAY * size))))
    pieces = regions(cv2.GaussianBlur(whole.astype(np.float32), (0, 0), SMOOTH * size) > 0.5, 8)
    area = pieces.pixels()
    area[0] = 0
    return pieces.picked(area > PART * area.max())


def _drawn(product: Mask, size: tuple[int, int]) -> Plane:
    """Alpha at full size (width, height) of a product at working size, drawn BEYOND outside its outline."""
    inside, outside = (
        cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 5) for mask in (product, ~product)
    )
    depth = np.where(product, inside - 0.5, 0.5 - outside).astype(np.float32) + BEYOND
    scale = size[0] / product.shape[1]
    whole: Floats = cv2.resize(depth, size, interpolation=cv2.INTER_LINEAR) * scale + np.float32(0.5)
    return np.asarray(whole.clip(0, 1) * 255 + 0.5).astype(np.uint8)


def _through(found: Cutout, look: Look, known: Plane | None) -> Cutout:
    """A cut-out with what is clear of it, and its colours without the backdrop that showed through."""
    empty = cv2.cvtColor(look.backdrop.lab, cv2.COLOR_LAB2RGB).clip(0, 1)
    noise, scale = clear.NOISE * float(look.backdrop.noise[0]), look.rgb.shape[1] / found.alpha.shape[1]
    body = clear.body(look, empty, found.box, scale)
    let_through, rgb, unlike = np.zeros_like(found.alpha), np.zeros_like(found.rgb), 0.0
    reach = max(1, round(RIM / scale))
    for tile in matting.tiles(found.alpha, found.alpha.shape, 4 * reach):
        behind, deep = (matting.piece_of(plane, tile, scale) for plane in (empty, body))
        piece, alpha = found.rgb[tile.outer] / np.float32(255), found.alpha[tile.outer]
        darker, lighter, _ = clear.parts(piece, behind, noise)
        share = clear.share(darker, lighter, deep, reach, noise)
        if known is not None:
            share = np.maximum(share, known[tile.outer] / np.float32(255))
        let = ((1 - share) * 255 + 0.5).astype(np.uint8)
        let[alpha == 0] = 0
        colours, apart = clear.colours(piece, behind, let)
        colours[alpha == 0] = 0
        unlike = max(unlike, float(apart[tile.core][(alpha == 255)[tile.core]].max(initial=0)))
        let_through[tile.inner], rgb[tile.inner] = let[tile.core], colours[tile.core]
    return replace(found, rgb=rgb, glass=Glass(let_through, round(unlike)))
