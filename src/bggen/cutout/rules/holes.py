"""Openings in a product: what shows the backdrop through it is cut out, what only has its colour stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout import shapes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.rules.evidence import Evidence

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

SMALLEST = 24  # working pixels
SURE, POSSIBLE = 0.5, 0.3  # likeness at which a region is opened, and at which it's at least doubtful


@dataclass(frozen=True, slots=True)
class _Region:
    """An enclosed region of the backdrop's colour."""

    window: tuple[slice, slice]
    here: Mask  # inside the window
    area: int


def open_holes(product: Mask, evidence: Evidence, low: float) -> tuple[Mask, float]:
    """Fill a product (h, w) and open its true holes.

    Returns (product, area that may be hole or product as a share of the product).
    """
    solid = shapes.solid(product)
    regions = _regions(solid, evidence, low)
    while True:  # openings behind openings: the cells of a wire basket are reached from its rim inwards
        depth = cv2.distanceTransform(np.pad(solid, 1).astype(np.uint8), cv2.DIST_L2, 3)[1:-1, 1:-1]
        likeness = [_likeness(region, solid, depth, evidence, low) for region in regions]
        true = [region for region, value in zip(regions, likeness, strict=True) if value >= SURE]
        if not true:
            break
        regions = [region for region, value in zip(regions, likeness, strict=True) if value < SURE]
        solid &= ~_grown(true, solid, evidence, low)
    total = max(1, int(solid.sum()))
    doubts = [
        region.area / total
        for region, value in zip(regions, likeness, strict=True)
        if value >= POSSIBLE and region.area > 0.004 * total
    ]
    return solid, float(sum(doubts))


def _regions(solid: Mask, evidence: Evidence, low: float) -> list[_Region]:
    plain = (evidence.distance < low) & (evidence.edge < 0.9 * low)
    shaded = (evidence.tinted < 0.8) & (evidence.factor > 0.5) & (evidence.factor < 1.05)
    like = solid & (plain | (shaded & (evidence.edge < 0.45 * low)))
    opened = cv2.morphologyEx(like.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(opened, connectivity=4)
    found = []
    for label in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[label])
        if area >= SMALLEST:
            window = (slice(y, y + height), slice(x, x + width))
            found.append(_Region(window, labels[window] == label, area))
    return found


def _grown(regions: list[_Region], solid: Mask, evidence: Evidence, low: float) -> Mask:
    """The regions with all that they fade into, and the blurred rim of their edge."""
    opened = np.zeros_like(solid)
    for region in regions:
        opened[region.window] |= region.here
    shaded = (evidence.tinted < 0.8) & (evidence.factor > 0.5) & (evidence.factor < 1.1)
    fades = solid & (evidence.edge < 1.2 * low) & ((evidence.distance < 1.5 * low) | shaded)
    fades = cv2.erode(fades.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    parts = shapes.regions(fades | opened)
    reached = parts.picked(parts.pixels(opened) > 0)
    # A leak would swallow the product: growth is for what the first look missed, not for more than it saw.
    if reached.sum() < 3 * opened.sum():
        opened |= reached & solid
    rim = cv2.dilate(opened.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    return np.asarray(opened | (rim & solid & (evidence.distance < low)))


def _likeness(region: _Region, solid: Mask, depth: Floats, evidence: Evidence, low: float) -> float:
    """How much an enclosed region looks like the backdrop seen through an opening, 0..1."""
    wall = float(depth[region.window][region.here].min())
    # Thinner than this the contour is faint and the region the product's own; a handle or chair leg is
    # thicker, but thin compared with the opening it frames. White gaps in a label lie deep.
    thin = float(np.clip((0.95 - wall / np.sqrt(region.area)) / 0.3, 0, 1)) if wall >= 2.5 else 0.0
    if thin == 0.0:
        return 0.0
    kernel = np.ones((5, 5), np.uint8)
    core = cv2.erode(region.here.astype(np.uint8), kernel, borderValue=0) > 0
    core = core if core.sum() >= 8 else region.here
    difference = evidence.difference[region.window][core]
    colour = np.median(difference, axis=0)
    wander = float(np.linalg.norm(difference - colour, axis=1).mean()) / low
    calm = 1 - np.clip((wander - 0.5) / 0.6, 0, 1)
    around, near = _surroundings(region, solid, evidence, wall)
    strange = float(np.median(evidence.distance[region.window][core]))
    if len(near):  # the backdrop just across the wall may lie in the same shade
        strange = min(strange, float(np.linalg.norm(colour - np.median(near, axis=0))))
    match = 1 - np.clip((strange / low - 0.8) / 1.2, 0, 1)
    crisp = np.clip(around / (2.5 * low), 0, 1)
    return float(thin * calm * match * crisp)


def _surroundings(
    region: _Region, solid: Mask, evidence: Evidence, wall: float
) -> tuple[float, NDArray[np.float32]]:
    """How far the frame of a region differs from the backdrop, and (n, 3) the differences just outside."""
    reach = int(wall) + 14
    rows, columns = region.window
    wide = (
        slice(max(0, rows.start - reach), min(solid.shape[0], rows.stop + reach)),
        slice(max(0, columns.start - reach), min(solid.shape[1], columns.stop + reach)),
    )
    here = np.zeros((wide[0].stop - wide[0].start, wide[1].stop - wide[1].start), np.uint8)
    here[
        rows.start - wide[0].start : rows.stop - wide[0].start,
        columns.start - wide[1].start : columns.stop - wide[1].start,
    ] = region.here
    away = cv2.distanceTransform(1 - here, cv2.DIST_L2, 3)
    frame = solid[wide] & (away > 0) & (away < 9)
    around = float(np.percentile(evidence.distance[wide][frame], 70)) if frame.any() else 0.0
    outside = ~solid[wide] & (away <= reach)
    return around, evidence.difference[wide][outside]
