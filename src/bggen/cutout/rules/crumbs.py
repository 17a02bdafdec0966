"""Crumbs of shadow on a product's outline, that the network doubts: which of them to take off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.rules.evidence import BRIGHTEST_GLOW, Evidence
from bggen.cutout.shapes import Regions, ball, border_connected, diagonal, regions

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

SHADOW = 0.4  # likeness to product below which the network doubts that a pixel is
SURE = 0.1  # likeness below which it is sure that it isn't
DEEP_SHADOW = 0.5  # light left on the backdrop, below which doubt is enough
DEEPEST = 0.02  # of the product's diagonal: how far from the outline a crumb of shadow may reach
OPEN = 0.96  # least length of a crumb's border to the backdrop, of that to the product
PARTING = 0.6  # least edge along a crumb's border to the product, of that to the backdrop


def taken_off(product: Mask, shadow: Mask, said: Floats, evidence: Evidence) -> tuple[Mask, Mask]:
    """Give what the network calls shadow back to the backdrop, where it can be one.

    It may only take away, and only what lies at the outline, is hardly tinted and wider than an edge's blur:
    a crumb of shadow kept is a lesser evil than a piece of product lost.
    """
    untinted = evidence.tinted < np.where(said < SURE, 4.0, 1.6)
    doubted = product & (said < SHADOW) & untinted & (evidence.factor < BRIGHTEST_GLOW)
    open_to = cv2.morphologyEx((doubted | ~product).astype(np.uint8), cv2.MORPH_OPEN, ball(2)) > 0
    reached = product & border_connected(open_to)
    parts = regions(reached)
    taken = parts.picked(_on_the_rim(parts, reached, product, evidence) & _dim(parts, said, evidence))
    return product & ~taken, shadow | taken


def _dim(parts: Regions, said: Floats, evidence: Evidence) -> NDArray[np.bool_]:
    """(count,) the regions that are either deep in shadow or surely none of the product."""
    return np.asarray((parts.mean(evidence.factor) < DEEP_SHADOW) | (parts.mean(said) < SURE))


def _on_the_rim(parts: Regions, region: Mask, product: Mask, evidence: Evidence) -> NDArray[np.bool_]:
    """(count,) the regions of a product's outline that lie on it as crumbs do.

    A pale part that the network doesn't know is held by the product: its border to the backdrop is the
    shorter one, or the clearer. A shadow's is as long as its border to the product, and no clearer.
    """
    outer = region & (cv2.dilate((~product).astype(np.uint8), ball(1)) > 0)
    inner = region & (cv2.dilate((product & ~region).astype(np.uint8), ball(1)) > 0)
    inside = cv2.distanceTransform(product.astype(np.uint8), cv2.DIST_L2, 5)
    deepest = np.zeros(parts.count, np.float32)
    np.maximum.at(deepest, parts.labels[region], inside[region])
    shallow = deepest <= DEEPEST * diagonal(product)
    along = np.maximum(parts.pixels(outer), 1) > OPEN * np.maximum(parts.pixels(inner), 1)
    parting = parts.mean(evidence.edge, inner) > PARTING * parts.mean(evidence.edge, outer)
    return np.asarray(shallow & along & parting)
