"""Photos that are cut out already: their own transparency is the mask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from bggen.cutout import triage
from bggen.cutout.edge import matting
from bggen.cutout.region import way_out
from bggen.errors import NeedsMask
from bggen.spec import Cutout

if TYPE_CHECKING:
    from bggen.options import Options
    from bggen.settings import Settings
    from bggen.spec import Photo, Plane, Rgb

SHADOW_ALPHA = 0.85  # a baked shadow is never as solid as the product
SHADOW_LIGHT = 60  # and never brighter than this, in 0..255


class AlphaCutout:
    """`--cutout alpha`: the file's own transparency. A soft shadow baked into it is told from the product."""

    name = "alpha"

    def __init__(self, options: Options | None = None, settings: Settings | None = None) -> None:
        """No option changes what it does; the argument is the backends' common contract."""

    def __call__(self, photo: Photo) -> Cutout:
        """Take the transparency as it is, but for traces of it. Raises NeedsMask when the file has none."""
        if photo.alpha is None or int(photo.alpha.min()) == 255:
            raise NeedsMask(f"{photo.name}: the file has no transparency: use --cutout plain or --mask FILE")
        alpha, shadow = split_shadow(photo.rgb, photo.alpha)
        alpha = matting.settled(alpha)
        reasons = triage.reasons(alpha)
        if "empty" in reasons:
            raise NeedsMask(
                f"{photo.name}: the {'file' if photo.region is None else 'region'} is transparent all over: "
                f"{way_out(photo)}",
                reasons,
            )
        return Cutout(
            rgb=np.where(alpha[..., None] > 0, photo.rgb, np.uint8(0)),
            alpha=alpha,
            box=triage.box_of(alpha),
            confidence=0.98 if not reasons else 0.9,
            method=self.name,
            reasons=reasons,
            shadow=shadow,
            note="alpha: the file is cut out already"
            + (", with its own shadow" if shadow is not None else ""),
        )


def split_shadow(rgb: Rgb, alpha: Plane) -> tuple[Plane, Plane | None]:
    """Tell a baked drop shadow from the product.

    Returns (alpha without it, the shadow as a factor with 255 = none, or None when there is none).
    Only detached dark, half-transparent patches count: one that meets the product stays with it.
    """
    count, labels, _, _ = cv2.connectedComponentsWithStats((alpha > 0).astype(np.uint8), connectivity=8)
    if count < 3:
        return alpha, None
    flat = np.asarray(labels, np.int64).ravel()
    peak = np.zeros(count, np.uint8)
    np.maximum.at(peak, flat, alpha.ravel())
    weight = alpha.ravel().astype(np.float64)
    total = np.maximum(np.bincount(flat, weight, count), 1)
    light = np.bincount(flat, rgb.max(axis=2).ravel() * weight, count) / total
    is_shadow = (peak < SHADOW_ALPHA * 255) & (light < SHADOW_LIGHT)
    is_shadow[0] = False
    if not is_shadow.any() or is_shadow[1:].all():
        return alpha, None
    patch = is_shadow[labels]
    factor = np.where(patch, 255 - alpha, np.uint8(255)).astype(np.uint8)
    return np.where(patch, np.uint8(0), alpha).astype(np.uint8), factor


def from_mask(photo: Photo, mask: Plane) -> Cutout:
    """A cut-out by a mask that was given (uint8, photo size, 255 = product). Raises NeedsMask when empty."""
    mask = matting.settled(mask)
    reasons = triage.reasons(mask)
    if "empty" in reasons:
        raise NeedsMask(f"{photo.name}: the mask shows no product: paint the product white on black", reasons)
    doubts = []
    if mask.max() < 255:
        doubts.append("look at the mask: it is white nowhere, and only what is white is kept bit by bit")
    if negative := len(triage.touched_sides(mask)) == 4:  # or another picture altogether
        reasons = (*reasons, "mask_negative")
        doubts.append(
            "look at the mask: it is white at all four sides; the product is to be white, the rest black"
        )
    return Cutout(
        rgb=matting.foreground(photo.rgb, mask),
        alpha=mask,
        box=triage.box_of(mask),
        confidence=0.5 if negative else 1.0,
        method="mask",
        reasons=reasons,
        doubts=tuple(doubts),
        note="mask: as given",
    )
