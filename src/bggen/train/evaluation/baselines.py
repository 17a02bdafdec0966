"""What the figures of evaluation mean: three painters that know nothing."""

from __future__ import annotations

import cv2
import numpy as np

from bggen.cutout.edge.matting import spread
from bggen.spec import Plane, Rgb
from bggen.train.attributes import HEADS, said
from bggen.train.data import Packed
from bggen.train.evaluation.measures import RING, composite

FLAT = (237, 237, 235)


def flat(product: Rgb, alpha: Plane) -> Rgb:
    """The product on one light grey."""
    return composite(np.full_like(product, FLAT), product, alpha)


def stretched(photo: Rgb, alpha: Plane) -> Rgb:
    """What lies around the product in its photo, beyond the ring that is measured, stretched and blurred."""
    away = cv2.distanceTransform((alpha <= 5).astype(np.uint8), cv2.DIST_L2, 5)
    known = ((away > RING) & (away <= 2 * RING)).astype(np.float32)
    if not known.any():
        known = (away > 0).astype(np.float32)
    filled = cv2.GaussianBlur(spread(photo.astype(np.float32), known), (0, 0), photo.shape[0] / 48)
    return composite(filled.clip(0, 255).astype(np.uint8), photo, alpha)


def alike(packed: Packed, index: int) -> int:
    """The training scene with a plate whose words agree with a scene's in most ways; the first of several."""
    row, wanted = packed.rows[index], said(packed.rows[index])

    def score(other: int) -> float:
        theirs = packed.rows[other]
        values = said(theirs)
        close = sum(wanted[head] == values[head] for head in HEADS)
        return close + sum(0.5 for part in ("surface", "backdrop", "light") if row[part] == theirs[part])

    return max(packed.split(held_back=False, plates_only=True), key=score)


def copied(packed: Packed, index: int, product: Rgb, alpha: Plane) -> Rgb:
    """The product on the empty set of the training scene that is said most like it."""
    return composite(np.array(packed.plate[packed.rows[alike(packed, index)]["plate"]]), product, alpha)
