"""Where in a photo the product is, as a person said by `--roi`.

A backend sees the photo cropped to that region with some room around it, so that other things, and what lies
behind them, don't count. What it cuts out is put back into the whole photo's frame.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from bggen import frame
from bggen.cutout import triage
from bggen.errors import BadInput
from bggen.spec import Region

if TYPE_CHECKING:
    from bggen.spec import Cutout, Photo, Plane

ROOM = 0.12  # of the region's sides, on each: people draw boxes close, and what is behind has to be seen
LEAST_SIDE = 32  # pixels, as of a photo


def of(photo: Photo, text: str) -> Region:
    """The region that a text names, with room around it. Raises BadInput (roi_size) where it doesn't fit."""
    edges, percent = frame.roi_of(text)
    width, height = photo.size
    limits = (width, height, width, height)
    if percent:
        edges = [edge / 100 * limit for edge, limit in zip(edges, limits, strict=True)]
    for name, edge, limit in zip(frame.EDGES, edges, limits, strict=True):
        if edge > limit:
            far = f"{name} {edge:g} lies beyond the photo, which is {width}x{height} px: give at most {limit}"
            raise BadInput(f"{photo.name}: roi {text}: {far}", reason="roi_size")
    left, top, right, bottom = edges
    if min(right - left, bottom - top) < LEAST_SIDE:
        small = f"{right - left:.0f}x{bottom - top:.0f} px is too small: at least {LEAST_SIDE} px a side"
        raise BadInput(f"{photo.name}: roi {text}: {small}", reason="roi_size")
    across, down = ROOM * (right - left), ROOM * (bottom - top)
    box = (
        max(0, math.floor(left - across)),
        max(0, math.floor(top - down)),
        min(width, math.ceil(right + across)),
        min(height, math.ceil(bottom + down)),
    )
    return Region(box, photo.size)


def cropped(photo: Photo, region: Region) -> Photo:
    """The region as a photo of its own; whether the photo is cut out already was told by the whole of it."""
    left, top, right, bottom = region.box
    return replace(
        photo, rgb=np.ascontiguousarray(photo.rgb[top:bottom, left:right]), alpha=None, region=region
    )


def cleared(photo: Photo, region: Region) -> Photo:
    """A photo that is cut out already, transparent outside the region, too."""
    if photo.alpha is None:
        return photo
    return replace(photo, alpha=_framed(photo.alpha[_window(region)], region, 0), region=region)


def put_back(cutout: Cutout, region: Region) -> Cutout:
    """What was cut out of the region, in its place in the whole photo."""
    left, top, right, bottom = cutout.box
    across, down = region.box[:2]
    shadow, glass = cutout.shadow, cutout.glass
    return replace(
        cutout,
        rgb=_framed(cutout.rgb, region, 0),
        alpha=_framed(cutout.alpha, region, 0),
        shadow=None if shadow is None else _framed(_faded(shadow, region), region, 255),
        glass=None if glass is None else replace(glass, clear=_framed(glass.clear, region, 0)),
        box=(left + across, top + down, right + across, bottom + down),
        note=f"{cutout.note}, within {','.join(map(str, region.box))}",
    )


def judged(cutout: Cutout, region: Region) -> Cutout:
    """With a doubt where the product runs into an edge of the region beyond which the photo goes on."""
    touched = triage.touched_sides(cutout.alpha[_window(region)])
    if not (sides := [side for side in touched if side in region.open_sides]):
        return cutout
    where = " and ".join(sides)
    doubt = f"look at the cut-out: the product goes on beyond the region at its {where}: widen --roi"
    return replace(cutout, reasons=(*cutout.reasons, "leaves_region"), doubts=(*cutout.doubts, doubt))


def unused(cutout: Cutout, text: str) -> Cutout:
    """With a line on a region that a mask made needless: it says what is product pixel by pixel."""
    return replace(cutout, doubts=(*cutout.doubts, f"roi {text} is not used: the mask says what is product"))


def way_out(photo: Photo) -> str:
    """What to do where nothing could be cut out of a photo, or of its region."""
    mask = "give the product's mask with --mask FILE"
    if photo.region is not None:
        return f"{mask}, or another --roi"
    return f"{mask}, or where it is with --roi {frame.ROI}"


def _window(region: Region) -> tuple[slice, slice]:
    """Its rows and columns."""
    left, top, right, bottom = region.box
    return slice(top, bottom), slice(left, right)


def _framed(plane: Plane, region: Region, empty: int) -> Plane:
    """A region's plane (h, w) or picture (h, w, 3) in the whole photo's frame, `empty` around it."""
    width, height = region.size
    whole = np.full((height, width, *plane.shape[2:]), empty, np.uint8)
    whole[_window(region)] = plane
    return whole


def _faded(shadow: Plane, region: Region) -> Plane:
    """A shadow's factor (h, w, 255 = none) that ends softly where the region does and the shadow does not."""
    height, width = shadow.shape
    reach = ROOM / (1 + 2 * ROOM)  # of the side of a region that has its room on both sides
    x, y = ((np.arange(side, dtype=np.float32) + 0.5) / side / reach for side in (width, height))
    ends = {"left": x, "top": y[:, None], "right": x[::-1], "bottom": y[::-1, None]}
    kept = np.ones((1, 1), np.float32)
    for side in region.open_sides:
        kept = np.minimum(kept, ends[side])
    return np.asarray(255 - (255 - shadow) * kept + 0.5).astype(np.uint8)
