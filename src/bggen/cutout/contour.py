"""The product's contour drawn anew, smooth and to a fraction of a pixel, from the evidence along it.

The picture is unrolled along the contour into a ribbon: one row a pixel of its length, one column each half
pixel from outside to inside. A path through the ribbon (dynamic programming) goes where outer and inner
colours part best. Where they part clearly it follows them; where they hardly do, it keeps its course from the
clear stretches beside. Noise on a few pixels, bumps and notches, is too short to be worth a detour.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.shapes import ball, grown_box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.evidence import Evidence

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

STEP = 0.5  # working pixels between the columns of a ribbon
REACHES = (8.0, 5.0)  # working pixels to either side that the first and the second ribbon show
SHORTEST = 40  # working pixels: shorter contours have no room for a ribbon and stay as they are
LEAST_HOLE = 12  # working pixels: what is smaller is a pit of noise
LEAST_PART = 0.00006  # of the picture: smaller islands are crumbs of backdrop
DEEP = 0.75  # share of a ribbon's inner half whose colours say how far a row differs at most
DETOUR = 1.0  # what a path pays for each column that it moves aside
CRISP = 4.0  # what it gains at its row's steepest change of colour
MARGIN = 12  # working pixels round the product that its new contour is drawn in
FINE = 2  # canvas pixels a working pixel has, where the new contour is drawn


@dataclass(frozen=True, slots=True)
class Contour:
    """Where the product ends, at working size."""

    depth: Floats  # (h, w) distance to the contour in working pixels, positive inside
    soft: Floats  # (h, w) 0 near a crisp edge, 1 near one blurred over several pixels


@dataclass(frozen=True, slots=True)
class _Line:
    """A closed line in working pixels."""

    points: Floats  # (n, 2) x, y about a pixel apart
    width: Floats  # (n,) pixels over which the colour changes


@dataclass(frozen=True, slots=True)
class _Field:
    """What all ribbons of a picture are sampled from, at working size."""

    difference: Floats  # (h, w, 3)
    depth: Floats  # (h, w) of the mask that is to be improved
    shadow: Floats  # (h, w) 1 in the product's shadow
    tinted: Floats  # (h, w) chroma difference from a pure darkening, 1 = the most a shadow may have
    low: float


@dataclass(frozen=True, slots=True)
class _Ribbon:
    """The surroundings of a line, unrolled: n rows along it, k columns from outside to inside."""

    points: Floats  # (n, 2) x, y of the line, where its rows begin
    inward: Floats  # (n, 2) unit vectors to the inside
    steps: Floats  # (k,) the columns' distance from the line in pixels
    colour: Floats  # (n, k, 3) difference from the backdrop beside the row
    depth: Floats  # (n, k) in the mask that is to be improved
    tinted: Floats  # (n, k)
    shaded: Floats  # (n,) share of the columns just outside that lie in the product's shadow
    beyond_out: Mask  # (n, k) past the middle of a gap between two parts
    beyond_in: Mask  # (n, k) past the product's own middle


def trace(product: Mask, shadow: Mask, evidence: Evidence, low: float) -> Contour:
    """Draw a product's contour anew. Args: product and shadow (h, w) at working size."""
    shaded = (cv2.dilate(shadow.astype(np.uint8), ball(7)) * ~product).astype(np.float32)
    field = _Field(evidence.difference, _depth(product), shaded, evidence.tinted, low)
    rings, tree = cv2.findContours(product.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    lines = []
    for ring, family in zip(rings, tree[0] if len(rings) else (), strict=True):
        points = ring[:, 0].astype(np.float32)
        hole, area = family[3] >= 0, cv2.contourArea(ring)
        if hole and area < LEAST_HOLE:
            continue
        if not hole and area + len(points) / 2 < LEAST_PART * product.size:
            continue
        line = _Line(points, np.full(len(points), 2.0, np.float32))
        if len(points) >= SHORTEST:
            for reach in REACHES:
                line = _improve(line, field, reach)
        else:
            line = _Line(_pushed(points, field), line.width)
        lines.append(line)
    return Contour(_drawn(lines, field.depth), _softness(lines, product.shape))


def _depth(mask: Mask) -> Floats:
    """Signed distance to the border between a mask's pixels: half a pixel inside is 0.5."""
    inside = cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 5)
    outside = cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, 5)
    return np.asarray(np.where(mask, inside - 0.5, 0.5 - outside), np.float32)


def _improve(line: _Line, field: _Field, reach: float) -> _Line:
    """One pass: unroll along a line, find the best path, and return that path as the new line."""
    ribbon = _unrolled(line, field, reach)
    strong = _strength(ribbon)
    thin = ribbon.depth[:, ribbon.steps >= 0].max(axis=1) < 2.0
    weight = np.clip(strong / field.low - 0.6, 0, 1) * ~thin
    apart = _length(ribbon.colour)
    slope = _slopes(ribbon.colour)
    region = _region(ribbon, apart, strong, weight, field.low)
    region += np.where(thin, 2.0, 0.25)[:, None] * _prior(ribbon.depth)
    region = np.where(ribbon.beyond_out, -1, np.where(ribbon.beyond_in, 1, region))
    crisp = slope / (slope.max(axis=1, keepdims=True) + 0.4 * field.low)
    cost = (np.cumsum(region, axis=1) - region / 2) * STEP - CRISP * ~thin[:, None] * crisp
    path = _path(cost + 50.0 * (ribbon.beyond_out | ribbon.beyond_in), DETOUR)
    offset = ribbon.steps[path] + weight * _half_way(apart, path)
    trust = weight + 0.02
    calm = _smooth(offset * trust, 8) / _smooth(trust, 8)
    offset = weight * _smooth(offset, 1.0) + (1 - weight) * calm
    peak = np.maximum(slope[np.arange(len(path)), path], 1e-3)
    width = 2 + _smooth((_span(apart, path) / peak - 2) * weight * (1 - ribbon.shaded), 10)
    return _Line(ribbon.points + offset[:, None] * ribbon.inward, width)


def _unrolled(line: _Line, field: _Field, reach: float) -> _Ribbon:
    """The ribbon along a line; where its colours hardly differ they are smoothed along it."""
    points = _even(_smooth(line.points, 2.5))
    inward = _normals(points, field.depth)
    steps = np.arange(-reach, reach + STEP / 2, STEP, dtype=np.float32)
    at = points[:, None] + steps[None, :, None] * inward[:, None]
    colour, depth = _sampled(field.difference, at), _sampled(field.depth, at)
    shadow, tinted = _sampled(field.shadow, at), _sampled(field.tinted, at)
    beyond_out, beyond_in = _beyond(depth, steps)
    shaded = _smooth(shadow[:, (steps >= -5) & (steps <= -1.5)].mean(axis=1), 3)
    # Shadows grow darker towards the product: there the backdrop is what lies nearest.
    near, far = np.abs(steps + 0.5 * reach) < 1.5, steps < -0.5 * reach
    outer = (far * (1 - shaded[:, None]) + near * shaded[:, None]) * ((depth < -1) & ~beyond_out)
    beside = _smooth(np.einsum("nkc,nk->nc", colour, outer.astype(np.float32)), 6)
    beside = beside / np.maximum(_smooth(outer.sum(axis=1), 6), 0.1)[:, None]
    ribbon = _Ribbon(
        points, inward, steps, colour - beside[:, None], depth, tinted, shaded, beyond_out, beyond_in
    )
    sure = np.clip(_strength(ribbon) / (3 * field.low) - 1, 0, 1)[:, None, None]
    return replace(ribbon, colour=sure * ribbon.colour + (1 - sure) * _smooth(ribbon.colour, 3.0))


def _region(ribbon: _Ribbon, apart: Floats, strong: Floats, weight: Floats, low: float) -> Floats:
    """(n, k) what each place is by its colour: -1 backdrop .. 1 product, 0 where nothing can be said.

    Product differs from what lies beside by a good part of what its row differs at most. In shadows, which
    differ too, that part is greater and a tint is surer.
    """
    shaded = ribbon.shaded[:, None]
    bar = np.maximum(0.5 * low, (0.15 + 0.35 * shaded) * strong[:, None])
    bright = np.clip(apart / bar - 1, -1, 1)
    around = (ribbon.steps >= -2) & (ribbon.steps <= 8)
    hue = np.where(ribbon.beyond_in, 0, ribbon.tinted)[:, around].max(axis=1, keepdims=True)
    tint = np.clip(ribbon.tinted / np.maximum(1.2, 0.4 * hue) - 1, -1, 1)
    tells = 0.5 * shaded * np.clip(hue - 1.5, 0, 1) * (weight[:, None] > 0)
    return np.asarray((1 - tells) * weight[:, None] * bright + tells * tint)


def _prior(depth: Floats) -> Floats:
    """(n, k) what the mask says of each place: -1 well outside .. 1 well inside."""
    return np.asarray(np.clip(depth / 2, -1, 1))


def _length(colour: Floats) -> Floats:
    return np.asarray(np.sqrt(np.einsum("nkc,nkc->nk", colour, colour)))


def _strength(ribbon: _Ribbon) -> Floats:
    """(n,) how far the colours about the middle and inward get from those beside, at most."""
    middle = (ribbon.steps >= -2.0) & (ribbon.steps <= DEEP * ribbon.steps[-1])
    return np.asarray(_length(ribbon.colour[:, middle]).max(axis=1))


def _slopes(colour: Floats) -> Floats:
    """(n, k) change of colour across each row, in units a working pixel."""
    change = np.zeros_like(colour)
    change[:, 1:-1] = (colour[:, 2:] - colour[:, :-2]) / (2 * STEP)
    return _length(change)


def _span(apart: Floats, path: NDArray[np.int64]) -> Floats:
    """(n,) how far colours change within two pixels of a path."""
    reach = round(3 / STEP)
    last = apart.shape[1] - 1
    rows = np.arange(len(path))
    inner = apart[rows, np.minimum(path + reach, last)]
    outer = apart[rows, np.maximum(path - reach, 0)]
    return np.asarray(np.abs(inner - outer))


def _half_way(apart: Floats, path: NDArray[np.int64]) -> Floats:
    """(n,) how far inward of a path colours are half of what they are two pixels further in, in pixels."""
    around = np.arange(round(-1.5 / STEP), round(2 / STEP) + 1)
    last = apart.shape[1] - 1
    near = apart[np.arange(len(path))[:, None], np.clip(path[:, None] + around, 0, last)]
    above = near > 0.5 * near[:, -1:]
    above[:, -1] = True
    first = above.argmax(axis=1)
    rows = np.arange(len(path))
    high, low = near[rows, first], near[rows, np.maximum(first - 1, 0)]
    part = np.clip((0.5 * near[:, -1] - low) / np.maximum(high - low, 1e-3), 0, 1)
    return np.asarray((around[first] - np.where(first > 0, 1 - part, 0)) * STEP, np.float32)


def _beyond(depth: Floats, steps: Floats) -> tuple[Mask, Mask]:
    """The columns past the middle of a gap on the outside, and of the product on the inside."""
    first = int(np.argmin(np.abs(steps)))
    out = depth[:, first::-1]
    out = out > np.minimum.accumulate(out, axis=1) + 0.75
    out = np.logical_or.accumulate(out, axis=1)[:, ::-1]
    within = depth[:, first:]
    within = within < np.maximum.accumulate(within, axis=1) - 1.5
    within = np.logical_or.accumulate(within, axis=1)
    outside, inside = np.zeros_like(depth, bool), np.zeros_like(depth, bool)
    outside[:, : first + 1], inside[:, first:] = out, within
    return outside, inside


def _path(cost: Floats, detour: float) -> NDArray[np.int64]:
    """(n,) the column of each row on the cheapest closed path; each column aside costs `detour`."""
    wrap = min(len(cost), 40)
    rows = np.concatenate([cost[-wrap:], cost, cost[:wrap]])
    columns = np.arange(cost.shape[1])
    ramp = detour * columns
    total = np.empty_like(rows)
    total[0] = rows[0]
    for row in range(1, len(rows)):
        before = total[row - 1]
        left = np.minimum.accumulate(before - ramp) + ramp
        right = np.minimum.accumulate((before + ramp)[::-1])[::-1] - ramp
        total[row] = rows[row] + np.minimum(left, right)
    path = np.empty(len(rows), np.int64)
    path[-1] = total[-1].argmin()
    aside = detour * np.abs(columns[:, None] - columns[None])
    for row in range(len(rows) - 1, 0, -1):
        path[row - 1] = (total[row - 1] + aside[path[row]]).argmin()
    return path[wrap : len(rows) - wrap]


def _smooth(rows: Floats, sigma: float) -> Floats:
    """Gaussian along the first axis of (n, ...), which closes on itself."""
    reach = min(len(rows), int(3 * sigma) + 1)
    flat = rows.reshape(len(rows), -1).astype(np.float32)
    wrapped = np.concatenate([flat[-reach:], flat, flat[:reach]])
    smooth = cv2.GaussianBlur(wrapped, (1, 2 * int(3 * sigma) + 1), sigmaX=0.01, sigmaY=sigma)
    return np.asarray(smooth[reach : reach + len(rows)].reshape(rows.shape))


def _even(points: Floats) -> Floats:
    """The same closed line with points about a pixel apart."""
    closed = np.concatenate([points, points[:1]])
    way = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(closed, axis=0).T))])
    count = max(8, round(way[-1]))
    places = np.linspace(0, way[-1], count, endpoint=False)
    return np.stack([np.interp(places, way, closed[:, axis]) for axis in (0, 1)], axis=1).astype(np.float32)


def _normals(points: Floats, depth: Floats) -> Floats:
    """(n, 2) unit vectors to the inside."""
    along = _smooth(np.roll(points, -1, axis=0) - np.roll(points, 1, axis=0), 2.0)
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)[:, None]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    inner, outer = (_sampled(depth, (points + side * across)[:, None]) for side in (2, -2))
    return np.asarray(across if inner.mean() > outer.mean() else -across)


def _sampled(plane: Floats, at: Floats) -> Floats:
    """The values of an (h, w, ...) plane at (n, k, 2) places."""
    count = len(at)
    if count > 30000:  # cv2.remap takes no picture of more rows than a short integer can count
        half = count // 2
        return np.concatenate([_sampled(plane, at[:half]), _sampled(plane, at[half:])])
    x, y = np.ascontiguousarray(at[..., 0]), np.ascontiguousarray(at[..., 1])
    return np.asarray(cv2.remap(plane, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def _pushed(points: Floats, field: _Field) -> Floats:
    """A pixel-centre line moved half a pixel outward, onto the border between pixels."""
    smooth = _smooth(points, 0.7)
    return smooth - 0.5 * _normals(smooth, field.depth)


def _drawn(lines: list[_Line], before: Floats) -> Floats:
    """(h, w) signed depth of the lines, drawn on a finer canvas; far out it's that of the mask before."""
    if not lines:
        return before
    left, top, right, bottom = grown_box(before > -MARGIN, 0.0)
    canvas = np.zeros(((bottom - top) * FINE, (right - left) * FINE), np.uint8)
    corner = np.array([left, top], np.float32)
    fine = [np.round(((line.points - corner + 0.5) * FINE - 0.5) * 16).astype(np.int32) for line in lines]
    cv2.fillPoly(canvas, fine, 1, lineType=cv2.LINE_8, shift=4)
    inside = cv2.distanceTransform(canvas, cv2.DIST_L2, 5)
    outside = cv2.distanceTransform(1 - canvas, cv2.DIST_L2, 5)
    fat = canvas.astype(np.float32)  # a filled polygon is half a pixel fat, and centres half a pixel deep
    depth = cv2.resize(inside - outside - fat, (right - left, bottom - top), interpolation=cv2.INTER_AREA)
    drawn = before.copy()
    drawn[top:bottom, left:right] = depth / FINE
    return drawn


def _softness(lines: list[_Line], shape: tuple[int, ...]) -> Floats:
    """(h, w) 0 near crisp stretches of the lines, 1 near blurred ones."""
    soft = np.zeros(shape[:2], np.float32)
    height, width = soft.shape
    for line in lines:
        x = np.clip(np.round(line.points[:, 0]).astype(int), 0, width - 1)
        y = np.clip(np.round(line.points[:, 1]).astype(int), 0, height - 1)
        np.maximum.at(soft, (y, x), np.clip((line.width - 2.5) / 2.0, 0, 1))
    spread = cv2.dilate(soft, np.ones((13, 13), np.uint8))
    return np.asarray(cv2.GaussianBlur(spread, (0, 0), 2.0))
