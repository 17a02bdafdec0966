"""Soft edges at full resolution, and edge colours that are free of the old backdrop.

Work goes tile by tile and only where an edge is, so memory stays flat for big photos. Inside a narrow
band each pixel is read as a mix of the product's colour beside it and the backdrop's colour beside it;
both are spread into the band by push-pull from the pixels that are surely one or the other. Because the
backdrop is taken from next to the edge, shadows on it don't end up in the edge.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.shapes import around, ball

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.edge.contour import Contour
    from bggen.spec import Plane, Rgb

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

TILE = 256
INSIDE = 4.5  # depth in working pixels beyond which a pixel is surely product
OUTSIDE = 2.5  # distance in working pixels beyond which a pixel is surely backdrop
CRISP = 1.8  # both of these where the edge is crisp: what is pale further in is the product's own rim
OPAQUE, CLEAR = 0.975, 0.025  # alpha beyond these is 255 or 0: nothing that can be seen is left between
MIX_NOISE = 9.0  # colour difference in 0..255 below which a mix can't be read from colours


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile of the full picture with the margin that its filters read: rows and columns."""

    inner: tuple[slice, slice]
    outer: tuple[slice, slice]  # with the margin
    core: tuple[slice, slice]  # of `inner` inside `outer`


def matte(rgb: Rgb, contour: Contour) -> tuple[Plane, Rgb]:
    """Soft alpha and clean colours. Args: rgb, (H, W, 3) full size; contour at working size.

    Alpha is exactly 255 in the core and 0 outside; rgb equals the photo wherever alpha is 255 and is
    black where nothing of the product is near.
    """
    height, width = rgb.shape[:2]
    depth = contour.depth
    scale = depth.shape[1] / width
    # What the contour alone says is final away from the edge; the tiles draw the edge itself.
    inside = np.where(depth > 0, np.uint8(255), np.uint8(0))
    alpha = np.asarray(cv2.resize(inside, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)
    colours = np.asarray(cv2.bitwise_and(rgb, rgb, mask=alpha), np.uint8)
    band = ((depth < INSIDE + 0.75) & (depth > -OUTSIDE - 0.75)).astype(np.uint8)
    margin = max(16, round(10 / scale))
    for tile in tiles(band, (height, width), margin):
        piece = rgb[tile.outer].astype(np.float32)
        deep, blur, stands = (piece_of(plane, tile, scale) for plane in (depth, contour.soft, contour.stands))
        soft, clean = _mix(piece, deep, blur, stands, scale)
        alpha[tile.inner] = soft[tile.core]
        colours[tile.inner] = clean[tile.core]
    return alpha, colours


def foreground(rgb: Rgb, alpha: Plane) -> Rgb:
    """Free soft edges of the old backdrop, for an alpha that is given. Args: both at full size.

    The result equals the photo wherever alpha is 255 and is black where alpha is 0.
    """
    soft = (alpha > 0) & (alpha < 255)
    colours = np.where(alpha[..., None] > 0, rgb, np.uint8(0))
    for tile in tiles(soft.astype(np.uint8), alpha.shape[:2], 48):
        piece = rgb[tile.outer].astype(np.float32)
        share = alpha[tile.outer].astype(np.float32) / 255
        product = spread(piece, (share >= 1).astype(np.float32))
        backdrop = spread(piece, (share <= 0).astype(np.float32))
        clean = _unmix(piece, share, product, backdrop)
        here = soft[tile.outer]
        colours[tile.outer][here] = np.clip(clean[here] + 0.5, 0, 255).astype(np.uint8)
    return colours


def settled(alpha: Plane) -> Plane:
    """An alpha (h, w) whose nearly full pixels are full and whose nearly clear ones are clear.

    A mask saved as a JPEG, or by a tool that rounds down, has neither a core nor an outside otherwise.
    """
    solid = np.where(alpha > OPAQUE * 255, np.uint8(255), alpha)
    return np.where(alpha < CLEAR * 255, np.uint8(0), solid)


def _dot(one: Floats, other: Floats) -> Floats:
    """(h, w) products of the colours of two (h, w, 3) planes."""
    return np.asarray(np.einsum("ijk,ijk->ij", one, other), np.float32)


def _light(colours: Floats) -> Floats:
    """(h, w) sums of the channels of an (h, w, 3) plane; numpy is slow along so short an axis."""
    return np.asarray(colours[..., 0] + colours[..., 1] + colours[..., 2])


def spread(colours: Floats, weight: Floats) -> Floats:
    """Fill a plane (h, w) or colours (h, w, n) outward from where weight is 1, near ones first (push-pull).

    Where nothing has any weight, the result is the plain average.
    """
    height, width = weight.shape
    each = weight if colours.ndim == 2 else weight[..., None]
    if min(height, width) <= 2:
        total = float(weight.sum())
        mean = (colours * each).sum((0, 1)) / total if total > 0 else colours.mean((0, 1))
        return np.broadcast_to(mean.astype(np.float32), colours.shape).copy()
    small_weight = cv2.pyrDown(weight)
    least = np.maximum(small_weight, 1e-4)
    small = cv2.pyrDown(colours * each) / (least if colours.ndim == 2 else least[..., None])
    coarse = spread(small, np.minimum(small_weight * 4, 1.0))
    coarse = cv2.pyrUp(coarse)[:height, :width] if coarse.shape[0] * 2 >= height else coarse
    coarse = coarse if coarse.shape[:2] == weight.shape else cv2.resize(coarse, (width, height))
    return np.asarray(each * colours + (1 - each) * coarse, np.float32)


def tiles(band: Plane, shape: tuple[int, int], margin: int) -> Iterator[Tile]:
    """The tiles of a picture of `shape` (height, width) that a band, at any size, runs through."""
    height, width = shape
    rows, columns = band.shape
    for top in range(0, height, TILE):
        for left in range(0, width, TILE):
            bottom, right = min(height, top + TILE), min(width, left + TILE)
            ys = slice(top * rows // height, -(-bottom * rows // height) + 1)
            xs = slice(left * columns // width, -(-right * columns // width) + 1)
            if not band[ys, xs].any():
                continue
            y0, x0 = max(0, top - margin), max(0, left - margin)
            y1, x1 = min(height, bottom + margin), min(width, right + margin)
            yield Tile(
                inner=(slice(top, bottom), slice(left, right)),
                outer=(slice(y0, y1), slice(x0, x1)),
                core=(slice(top - y0, bottom - y0), slice(left - x0, right - x0)),
            )


def piece_of(plane: Floats, tile: Tile, scale: float) -> Floats:
    """A plane (h, w) or colours (h, w, 3) of working size as seen by a full-size tile."""
    rows, columns = tile.outer
    if scale == 1.0:
        return plane[tile.outer]
    shift_x, shift_y = ((part.start + 0.5) * scale - 0.5 for part in (columns, rows))
    matrix = np.array([[scale, 0, shift_x], [0, scale, shift_y]], np.float64)
    return np.asarray(
        cv2.warpAffine(
            plane,
            matrix,
            (columns.stop - columns.start, rows.stop - rows.start),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        ),
        np.float32,
    )


def _mix(piece: Floats, deep: Floats, blur: Floats, stands: Floats, scale: float) -> tuple[Plane, Rgb]:
    """Alpha and clean colours of a tile.

    Args: deep, in working pixels; blur, 0 at crisp edges to 1 at soft ones; stands, 1 at the dark line that
    the product stands on.
    """
    outside = (deep < -_reach(blur, OUTSIDE)).astype(np.float32)
    inside = (deep > _reach(blur, INSIDE)).astype(np.float32)
    backdrop = spread(piece, outside)
    inside[_ridges(piece - backdrop, deep, scale)] = 1
    product = spread(piece, inside)
    share, trust = _project(piece, product, backdrop)
    # Darker than both: only the contour knows on which side of the line where it stands one is.
    darkest = np.minimum(_light(product), _light(backdrop)) - 3 * MIX_NOISE
    trust = np.where((_light(piece) < darkest) & (deep < 0.5), 0, trust) * (1 - stands)
    contour = np.clip(0.5 + deep / max(1.2 * scale, 0.9), 0, 1)
    share = trust * share + (1 - trust) * contour
    share = _bound(share, deep, blur)
    share = np.where(share > OPAQUE, 1, np.where(share < CLEAR, 0, share)).astype(np.float32)
    alpha = (share * 255 + 0.5).astype(np.uint8)
    clean = np.clip(_unmix(piece, share, product, backdrop), 0, 255) + 0.5
    np.copyto(clean, piece, where=(alpha == 255)[..., None])
    np.copyto(clean, 0, where=(alpha == 0)[..., None])
    return alpha, clean.astype(np.uint8)


def _reach(blur: Floats, widest: float) -> Floats:
    """How far from the contour a mix may lie, in working pixels."""
    return CRISP + blur * (widest - CRISP)


def _ridges(apart: Floats, deep: Floats, scale: float) -> Mask:
    """Thin parts have no deep inside: take the pixels that differ most from the backdrop around them.

    Args: apart, (h, w, 3) difference from that backdrop.
    """
    reach = max(1, round(INSIDE / scale))
    kernel = ball(reach)
    thick = cv2.dilate((deep >= INSIDE).astype(np.uint8), kernel) > 0
    ridges = (deep > 0) & ~thick
    if ridges.any():
        window = around(ridges, reach)
        contrast = np.sqrt(_dot(apart[window], apart[window]))
        strongest = cv2.dilate(contrast, kernel)
        ridges[window] &= (contrast > 0.85 * strongest) & (contrast > 2 * MIX_NOISE)
    return ridges


def _project(piece: Floats, product: Floats, backdrop: Floats) -> tuple[Floats, Floats]:
    """Share of the product in each pixel by its place between the two colours, and how readable that is."""
    span = product - backdrop
    apart = piece - backdrop
    length = _dot(span, span)
    along = _dot(apart, span) / (length + 1)
    off = np.sqrt(np.maximum(_dot(apart, apart) - along**2 * length, 0))
    # A colour off the line between the two is no mix of them: it's a detail of the product's own.
    own = np.clip(off / (0.35 * np.sqrt(length) + MIX_NOISE) - 0.6, 0, 1)
    share = np.clip(along, 0, 1)
    share = share + (1 - share) * own
    # A pale product on pale paper shades into its colour: what its contour says is surer then, and a rim of
    # such paper would not be seen on it.
    trust = np.clip((np.sqrt(length) - 1.5 * MIX_NOISE) / (3 * MIX_NOISE), 0, 1)
    return share.astype(np.float32), trust.astype(np.float32)


def _bound(share: Floats, deep: Floats, blur: Floats) -> Floats:
    """Keep alpha whole in the depth and nothing far out, whatever the colours say."""
    start, end, far = 0.6 + 1.9 * blur, _reach(blur, INSIDE), _reach(blur, OUTSIDE)
    least = np.clip((deep - start) / (end - start), 0, 1)
    most = np.clip((deep + far) / (far - 0.4 - 0.4 * blur), 0, 1)
    return np.asarray(np.clip(share, least, most), np.float32)


def _unmix(piece: Floats, share: Floats, product: Floats, backdrop: Floats) -> Floats:
    """The product's colour in mixed pixels: the mix solved for it, leaning on the colour beside it."""
    wide = share[..., None]
    error = piece - wide * product - (1 - wide) * backdrop
    return np.asarray(product + wide * error / (wide**2 + 0.08), np.float32)
