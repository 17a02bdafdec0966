"""How much of each pixel is product where a plain backdrop shows through it, and in what colours.

A photo says of each pixel only what backdrop and product together gave. Of all the ways to divide it the one
is taken that lets the most through: the least part of the product with which the pixel can be made of the
backdrop and some colour (as image editors turn a colour into transparency).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.rules import evidence, outline
from bggen.cutout.shapes import ball, closed, erode, regions, solid

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.plain import Look
    from bggen.spec import Box, Plane, Rgb

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

THIN = 0.25  # least part up to which the product is glass
SOLID = 0.5  # from which it is none: a wooden lid before white needs no more
MOSTLY = 0.4  # from which it is none where all about it is like that, as in a metal knob
GREY = 0.45  # what is made of THIN: glass keeps some greys, which black alone would not show by night
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
SPOT = 0.01  # of the product: smaller openings of what is solid are highlights on it


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


def body(look: Look, behind: Floats, box: Box, scale: float) -> Floats:
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


def share(darker: Floats, lighter: Floats, body: Floats, reach: int, noise: float) -> Floats:
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


def colours(piece: Floats, behind: Floats, let: Plane) -> tuple[Rgb, Floats]:
    """The product's own colours (h, w, 3), and by how many grey levels (h, w) they miss the photo.

    Args: piece and behind, (h, w, 3) in 0..1; let, (h, w) how much of what is behind shows, 0..255.
    """
    through = let[..., None] / np.float32(255)
    own = (piece - through * behind) / np.maximum(1 - through, np.float32(1 / 255))
    colours = (own.clip(0, 1) * 255 + 0.5).astype(np.uint8)
    again = (1 - through) * colours + through * behind * 255
    return colours, np.asarray(np.abs(again - piece * 255).max(axis=2), np.float32)
