"""The product's contour drawn anew, smooth and to a fraction of a pixel, from the evidence along it.

The picture is unrolled along the contour into a ribbon. A path through it (dynamic programming) goes where
outer and inner colours part best. Where they part clearly it follows them; where they hardly do, it keeps its
course from the clear stretches beside. Noise on a few pixels, bumps and notches, is too short to be worth a
detour.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.edge import foot
from bggen.cutout.edge.ribbon import STEP, Field, Ribbon, length, normals, smooth, strength, unrolled
from bggen.cutout.shapes import LEAST_PART, around, ball

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.rules.evidence import Evidence

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

REACHES = (8.0, 5.0)  # working pixels to either side that the first and the second ribbon show
SHORTEST = 40  # working pixels: shorter contours have no room for a ribbon and stay as they are
LEAST_HOLE = 12  # working pixels: what is smaller is a pit of noise
DETOUR = 1.0  # what a path pays for each column that it moves aside
CRISP = 4.0  # what it gains at its row's steepest change of colour
MARGIN = 12  # working pixels round the product that its new contour is drawn in
FINE = 2  # canvas pixels a working pixel has, where the new contour is drawn


@dataclass(frozen=True, slots=True)
class Contour:
    """Where the product ends, at working size."""

    depth: Floats  # (h, w) distance to the contour in working pixels, positive inside
    soft: Floats  # (h, w) 0 near a crisp edge, 1 near one blurred over several pixels
    stands: Floats  # (h, w) 1 near the dark line that the product stands on, 0 elsewhere


@dataclass(frozen=True, slots=True)
class _Line:
    """A closed line in working pixels."""

    points: Floats  # (n, 2) x, y about a pixel apart
    width: Floats  # (n,) pixels over which the colour changes
    stands: Mask | None = None  # (n,) where the product stands on it, once that was looked for


def trace(product: Mask, shadow: Mask, evidence: Evidence, low: float) -> Contour:
    """Draw a product's contour anew. Args: product and shadow (h, w) at working size."""
    shaded = (cv2.dilate(shadow.astype(np.uint8), ball(7)) * ~product).astype(np.float32)
    field = Field(evidence.difference, _depth(product), shaded, evidence.tinted, low)
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
            line = replace(line, points=_pushed(points, field))
        lines.append(line)
    soft = _beside(lines, [np.clip((line.width - 2.5) / 2.0, 0, 1) for line in lines], product.shape)
    stands = _beside(lines, [_stood(line) for line in lines], product.shape)
    return Contour(_drawn(lines, field.depth), soft, stands)


def _depth(mask: Mask) -> Floats:
    """Signed distance to the border between a mask's pixels: half a pixel inside is 0.5."""
    inside = cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 5)
    outside = cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, 5)
    return np.asarray(np.where(mask, inside - 0.5, 0.5 - outside), np.float32)


def _improve(line: _Line, field: Field, reach: float) -> _Line:
    """One pass: unroll along a line, find the best path, and return that path as the new line."""
    ribbon = unrolled(line.points, _stood(line), field, reach)
    strong = strength(ribbon)
    thin = ribbon.depth[:, ribbon.steps >= 0].max(axis=1) < 2.0
    weight = np.clip(strong / field.low - 0.6, 0, 1) * ~thin
    apart = length(ribbon.colour)
    slope = _slopes(ribbon.colour)
    region = _region(ribbon, apart, strong, weight, field.low)
    region += np.where(thin, 2.0, 0.25)[:, None] * _prior(ribbon.depth)
    region = np.where(ribbon.beyond_out, -1, np.where(ribbon.beyond_in, 1, region))
    if line.stands is None:
        stands, base = foot.line(ribbon, field.low)
    else:  # found by the wider ribbon: the narrower one would see no more than a part of its shadow
        stands, base = ribbon.stands, np.full(len(weight), len(ribbon.steps) // 2 - 1)
    below = stands[:, None] & (np.arange(len(ribbon.steps)) < base[:, None] + 1)
    region = np.where(below & ~ribbon.beyond_in, -1, region)
    crisp = slope / (slope.max(axis=1, keepdims=True) + 0.4 * field.low)
    cost = (np.cumsum(region, axis=1) - region / 2) * STEP - CRISP * ~thin[:, None] * crisp
    path = _path(cost + 50.0 * (ribbon.beyond_out | ribbon.beyond_in), DETOUR)
    offset = ribbon.steps[path] + weight * ~stands * _half_way(apart, path)
    offset = np.where(stands, smooth(offset, 3.0), offset)
    trust = weight + 0.02
    calm = smooth(offset * trust, 8) / smooth(trust, 8)
    offset = weight * smooth(offset, 1.0) + (1 - weight) * calm
    peak = np.maximum(slope[np.arange(len(path)), path], 1e-3)
    width = 2 + smooth((_span(apart, path) / peak - 2) * weight * (1 - ribbon.shaded), 10)
    return _Line(ribbon.points + offset[:, None] * ribbon.inward, width, stands)


def _stood(line: _Line) -> Floats:
    """(n,) 1 where a line is known to be the one that the product stands on."""
    return np.zeros(len(line.points), np.float32) if line.stands is None else line.stands.astype(np.float32)


def _region(ribbon: Ribbon, apart: Floats, strong: Floats, weight: Floats, low: float) -> Floats:
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


def _slopes(colour: Floats) -> Floats:
    """(n, k) change of colour across each row, in units a working pixel."""
    change = np.zeros_like(colour)
    change[:, 1:-1] = (colour[:, 2:] - colour[:, :-2]) / (2 * STEP)
    return length(change)


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


def _pushed(points: Floats, field: Field) -> Floats:
    """A pixel-centre line moved half a pixel outward, onto the border between pixels."""
    calm = smooth(points, 0.7)
    return calm - 0.5 * normals(calm, field.depth)


def _drawn(lines: list[_Line], before: Floats) -> Floats:
    """(h, w) signed depth of the lines, drawn on a finer canvas; far out it's that of the mask before."""
    if not lines:
        return before
    rows, columns = window = around(before > -MARGIN)
    width, height = columns.stop - columns.start, rows.stop - rows.start
    canvas = np.zeros((height * FINE, width * FINE), np.uint8)
    corner = np.array([columns.start, rows.start], np.float32)
    fine = [np.round(((line.points - corner + 0.5) * FINE - 0.5) * 16).astype(np.int32) for line in lines]
    cv2.fillPoly(canvas, fine, 1, lineType=cv2.LINE_8, shift=4)
    inside = cv2.distanceTransform(canvas, cv2.DIST_L2, 5)
    outside = cv2.distanceTransform(1 - canvas, cv2.DIST_L2, 5)
    fat = canvas.astype(np.float32)  # a filled polygon is half a pixel fat, and centres half a pixel deep
    depth = cv2.resize(inside - outside - fat, (width, height), interpolation=cv2.INTER_AREA)
    drawn = before.copy()
    drawn[window] = depth / FINE
    return drawn


def _beside(lines: list[_Line], values: list[Floats], shape: tuple[int, ...]) -> Floats:
    """(h, w) what is said of each point of the lines, on the pixels about it; 0 away from them."""
    plane = np.zeros(shape[:2], np.float32)
    height, width = plane.shape
    for line, value in zip(lines, values, strict=True):
        x = np.clip(np.round(line.points[:, 0]).astype(int), 0, width - 1)
        y = np.clip(np.round(line.points[:, 1]).astype(int), 0, height - 1)
        np.maximum.at(plane, (y, x), value)
    spread = cv2.dilate(plane, np.ones((13, 13), np.uint8))
    return np.asarray(cv2.GaussianBlur(spread, (0, 0), 2.0))
