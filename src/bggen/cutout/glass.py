"""Clear parts of a product, told by the plain backdrop that shows through them.

A photo says of each pixel only what backdrop and product together gave. Of all the ways to divide it the one
is taken that lets the most through: the least part of the product with which the pixel can be made of the
backdrop and some colour (as image editors turn a colour into transparency). What needs nearly all of a
product is solid and keeps its pixels; the rest keeps the colour with which it gives the photo again on its
own backdrop. What has that backdrop's colour can't be told from clear glass: a mask says it, by its greys.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout import plain, salient, triage
from bggen.cutout.edge import matting
from bggen.cutout.rules import evidence, outline, segment
from bggen.cutout.shapes import ball, closed, diagonal, erode, overlap, regions, solid
from bggen.spec import Cutout, Glass

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.plain import Look
    from bggen.cutout.rules.segment import Segments
    from bggen.cutout.salient import Seen
    from bggen.spec import Box, Photo, Plane, Rgb

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

UNTOLD = "glass is left out: no plain backdrop ({}) tells what shows through it: take the photo before one"
UNSEEN = "glass is left out: its outline was not found: give it with --mask FILE"
HINT = "much of it has the backdrop's colour: if that is clear glass, --glass lets the scene show through"
NEEDLESS = "glass is not used: the file's own transparency says what is clear"
LOOK = "look at the cut-out: what is clear is told by the backdrop's colour: a mask's greys go before it"
THIN = 0.25  # least part up to which the product is glass
SOLID = 0.5  # from which it is none: a wooden lid before white needs no more
MOSTLY = 0.4  # from which it is none where all about it is like that, as in a metal knob
GREY = (
    0.45  # what is made of THIN: so glass keeps some of its greys, which black alone would not show by night
)
SHEEN = 0.05  # of its own that the clearest glass keeps: it mirrors as much
NOISE = 5.0  # grey levels by a unit of the backdrop's deviation in lightness: twice that deviation
ROOM = 20.0  # grey levels above a backdrop that a highlight needs to be as opaque as it looks
TINTED = (8.0, 16.0)  # Lab: clear glass takes of all colours alike; what tints the backdrop so much is solid
MIXED = 0.85  # of what solid beside it has: from there a pixel is no mix but solid, too
GLINT = 0.85  # least part from which light beside what is solid is a reflection
HELD = 0.5  # of a part's outline: how much of it runs along what is solid, if that holds it
OWN = 3.0  # Lab: by how much less than TINTED that part's own colour is off the backdrop's at least
THICK = 4  # working pixels: dark lines up to twice as wide are rims of glass
BESIDE = 0.04  # of the product's width: how far from what is solid the network may add to it
PALE = 0.1  # mean least part from which it does: of what has less and no tint it is sure through glass
SURE = 0.7  # likeness to product from which it does
RIM = 4.0  # working pixels over which an edge between solid and clear is blurred
SPOT = 0.01  # of the product: smaller openings of what is solid are highlights on it
BEYOND = (
    1.5  # working pixels that the outline lies outside: what is too much there is as clear as the backdrop
)
SMOOTH = 0.008  # of the product's diagonal, over which an outline is evened
BAY = 0.03  # of it: half the width of the bays that are taken in
MORE = 0.3  # likeness to product from which the network's word is taken: of glass it is never sure
PART = 0.03  # of the biggest part: smaller ones are specks
ALIKE = 2.0  # of the backdrop's threshold: what differs less from it may be glass before it
MUCH = (
    0.15  # share of a doubtful cut-out's inside; of solid things before one backdrop few have a tenth of it
)
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
    noise, scale = NOISE * float(look.backdrop.noise[0]), look.rgb.shape[1] / found.alpha.shape[1]
    body = _body(look, empty, found.box, scale)
    clear, rgb, unlike = np.zeros_like(found.alpha), np.zeros_like(found.rgb), 0.0
    reach = max(1, round(RIM / scale))
    for tile in matting.tiles(found.alpha, found.alpha.shape, 4 * reach):
        behind, deep = (matting.piece_of(plane, tile, scale) for plane in (empty, body))
        piece, alpha = found.rgb[tile.outer] / np.float32(255), found.alpha[tile.outer]
        darker, lighter, _ = parts(piece, behind, noise)
        share = _share(darker, lighter, deep, reach, noise)
        if known is not None:
            share = np.maximum(share, known[tile.outer] / np.float32(255))
        let = ((1 - share) * 255 + 0.5).astype(np.uint8)
        let[alpha == 0] = 0
        colours, apart = _colours(piece, behind, let)
        colours[alpha == 0] = 0
        unlike = max(unlike, float(apart[tile.core][(alpha == 255)[tile.core]].max(initial=0)))
        clear[tile.inner], rgb[tile.inner] = let[tile.core], colours[tile.core]
    return replace(found, rgb=rgb, glass=Glass(clear, round(unlike)))


def parts(rgb: Floats, behind: Floats, noise: float) -> tuple[Floats, Floats, Floats]:
    """Three planes (h, w): the least part of the product in a pixel, 0..1, as it darkens and as it lightens,
    and its tint, in Lab.

    What has a colour of its own is taken for more than it darkens: pale wood, rose quartz.
    Before white, where there is no room above, a trace of light would need all of a product: it is taken for
    less there, and what may be the backdrop's own noise for none.

    Args: rgb and behind, (h, w, 3) in 0..1; noise, grey levels by which bare backdrop may be off.
    """
    apart, least = rgb - behind, np.float32(1 / 255)
    darker = (-apart / np.maximum(behind, least)).max(axis=2)
    tint = _tint(rgb, behind)
    coloured = np.interp(tint, TINTED, (0, SOLID)).astype(np.float32)
    darker = np.maximum(darker, coloured)
    trusted = (apart * 255 / noise - 1).clip(0, 1)
    lighter = (trusted * apart / np.maximum(1 - behind, ROOM / 255)).max(axis=2)
    return np.asarray(darker.clip(0, 1), np.float32), np.asarray(lighter.clip(0, 1), np.float32), tint


def _tint(rgb: Floats, behind: Floats) -> Floats:
    """(h, w) how far a pixel's colour is off the backdrop's, in Lab, whatever its lightness."""
    one, other = (cv2.cvtColor(np.asarray(plane, np.float32), cv2.COLOR_RGB2LAB) for plane in (rgb, behind))
    off = cv2.blur(one[..., 1:] - other[..., 1:], (3, 3))  # codecs keep colour at half the size
    return np.asarray(np.hypot(off[..., 0], off[..., 1]), np.float32)


def _body(look: Look, behind: Floats, box: Box, scale: float) -> Floats:
    """(h, w) at working size: 1 inside what is solid, 0 from its edge on.

    Small openings in it are highlights on it. Where the network that knows products from their shadows is
    sure, so is what is pale just beside it, such as a seal below a lid, or held by it, such as a label.

    Args: behind, (h, w, 3) in 0..1; box, of the product at full size; scale, from there to working size.
    """
    darker, _, tint = parts(look.rgb / np.float32(255), behind, NOISE)
    dark = cv2.morphologyEx((darker >= MOSTLY).astype(np.uint8), cv2.MORPH_CLOSE, ball(2))
    body = cv2.morphologyEx(dark, cv2.MORPH_OPEN, ball(THICK)) > 0
    if not body.any():
        return body.astype(np.float32)
    left, top, right, bottom = (round(edge * scale) for edge in box)
    there = left, top, right, bottom
    said = outline.coverage(look.rgb, look.backdrop.lab, there) > SURE
    sure = cv2.morphologyEx(said.astype(np.uint8), cv2.MORPH_OPEN, ball(3)) > 0
    near = cv2.dilate(body.astype(np.uint8), ball(max(2, round(BESIDE * (right - left))))) > 0
    beside = regions(near & erode(sure, round(outline.grain(there))) & ~body)  # its edges are blurred
    told = beside.picked((beside.mean(darker) > PALE) | (beside.mean(tint) > OWN))
    pieces = regions(body | told)
    body = closed(pieces.picked(pieces.pixels(body) > 0), 3)
    body |= _held(sure & ~body, body, tint)
    openings = regions(solid(body) & ~body)
    body |= openings.picked(openings.pixels() < SPOT * int(body.sum()))
    inner = cv2.GaussianBlur(cv2.erode(body.astype(np.uint8), ball(2)).astype(np.float32), (0, 0), 1.0)
    return np.asarray((2 * inner - 0.5).clip(0, 1), np.float32)


def _held(more: Mask, body: Mask, tint: Floats) -> Mask:
    """Those parts beside what is solid that it holds on most sides, as a bottle does its cream label.

    What has no colour of its own is a window, as between the lid of a jar and what is in it.
    """
    thick = cv2.morphologyEx(more.astype(np.uint8), cv2.MORPH_OPEN, ball(THICK)) > 0  # no blur along an edge
    pieces = regions(thick)
    rim = thick & (cv2.dilate((~thick).astype(np.uint8), ball(1)) > 0)
    seam = rim & (cv2.dilate(body.astype(np.uint8), ball(2)) > 0)
    held = pieces.picked((pieces.pixels(seam) > HELD * pieces.pixels(rim)) & (pieces.mean(tint) > OWN))
    return np.asarray(more & (cv2.dilate(held.astype(np.uint8), ball(THICK)) > 0))  # corners and all


def _share(darker: Floats, lighter: Floats, body: Floats, reach: int, noise: float) -> Floats:
    """(h, w) how much of each pixel is product: 1 where it is solid, SHEEN in the clearest glass.

    Beside what is solid a pixel is a mix of it and of what shows through; its share tells how much.
    """
    even = evidence.calmed(darker, reach, (noise / 255) ** 2)  # blocks and grain would show by night
    glass = np.maximum(np.interp(even, (0, THIN, SOLID), (SHEEN, GREY, 1)), np.maximum(darker, lighter))
    near = cv2.GaussianBlur(body, (0, 0), reach / 2)
    whole = cv2.GaussianBlur(body * darker, (0, 0), reach / 2) / np.maximum(near, np.float32(1e-3))
    glint = np.where(lighter > GLINT, lighter, SHEEN)  # less is the halo of an edge that was sharpened
    beside = np.maximum(darker / np.maximum(MIXED * whole, MOSTLY), glint)
    share = np.where(darker >= SOLID, 1, np.where(near > 0.01, beside, glass))
    return np.asarray(np.maximum(share, body).clip(0, 1), np.float32)


def _colours(piece: Floats, behind: Floats, let: Plane) -> tuple[Rgb, Floats]:
    """The product's own colours (h, w, 3), and by how many grey levels (h, w) they miss the photo.

    Args: piece and behind, (h, w, 3) in 0..1; let, (h, w) how much of what is behind shows, 0..255.
    """
    through = let[..., None] / np.float32(255)
    own = (piece - through * behind) / np.maximum(1 - through, np.float32(1 / 255))
    colours = (own.clip(0, 1) * 255 + 0.5).astype(np.uint8)
    again = (1 - through) * colours + through * behind * 255
    return colours, np.asarray(np.abs(again - piece * 255).max(axis=2), np.float32)
