"""Is the product untouched, and is the picture fit to publish? Measured, never assumed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from bggen.spec import Cutout, Painting, Plane, Rgb, Scene, Verdict

#: what each finding takes off the confidence, and whether a person should look
WEIGHTS: dict[str, tuple[float, bool]] = {
    "product_changed": (1.0, True),
    "no_core": (0.5, True),
    "cutout_doubtful": (0.1, True),
    "touches_frame": (0.05, False),
    "leaves_region": (0.1, True),
    "several_objects": (0.1, False),
    "tiny": (0.3, True),
    "holes": (0.1, True),
    "box_disagrees": (0.25, True),
    "part_doubtful": (0.1, True),
    "part_missing": (0.1, True),
    "edge_unseen": (0.1, True),
    "glass_untold": (0.1, True),
    "cluttered": (0.4, True),
    "mask_negative": (0.5, True),
    "seam": (0.15, False),
    "grows": (0.25, True),
}
#: cut-out confidence below which a person should look: of plain ones from 0.8 to 0.9 half had visible faults
DOUBTFUL = 0.9
SEAM_LIMIT = 60.0  # mean step in sRGB values over the soft edge that a blend doesn't explain
GROWTH_LIMIT = 0.08  # share of the ring that looks like the product beside it


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one picture."""

    proof: dict[str, Any]
    confidence: float  # 0..1
    verdict: Verdict
    reasons: tuple[str, ...]
    measures: dict[str, float]

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {
            "proof": self.proof,
            "confidence": self.confidence,
            "verdict": self.verdict,
            "reasons": list(self.reasons),
            "measures": self.measures,
        }


def check(scene: Scene, cutout: Cutout, painting: Painting, rgb: Rgb, alpha: Plane | None = None) -> Report:
    """Prove the product, measure edge and surroundings, and weigh it all.

    Confidence is the cut-out's own, less what each finding takes off; more findings never raise it.
    A product that stands on nothing (`alpha`) is measured as it looks on white.
    """
    proof = prove(scene, cutout, rgb, alpha)
    shown = rgb if alpha is None else on_white(rgb, alpha)
    growth, seam = growth_of(scene, shown), seam_of(scene, shown)
    reasons = list(cutout.reasons)
    if proof["core_pixels"] == 0 and not proof.get("clear_pixels"):
        reasons.append("no_core")
    if proof["max_difference"] != 0:
        reasons.append("product_changed")
    if cutout.confidence < DOUBTFUL:
        reasons.append("cutout_doubtful")
    generated = painting.paints_shadow and painting.notes.get("reference") == "none"
    if generated and growth > GROWTH_LIMIT:  # on a plate nothing paints products, only shadows
        reasons.append("grows")
    if seam > SEAM_LIMIT:
        reasons.append("seam")
    loss = sum(WEIGHTS.get(reason, (0.1, False))[0] for reason in reasons if reason not in cutout.reasons)
    confidence = round(max(0.0, cutout.confidence - loss), 4)
    if "product_changed" in reasons:
        verdict: Verdict = "failed"
    else:
        verdict = "review" if any(WEIGHTS.get(reason, (0, False))[1] for reason in reasons) else "ok"
    return Report(proof, confidence, verdict, tuple(reasons), {"growth": growth, "seam": seam})


def prove(scene: Scene, cutout: Cutout, rgb: Rgb, alpha: Plane | None = None) -> dict[str, Any]:
    """Compare the output with the product wherever it is opaque; there the output must be opaque, too.

    What is clear of it shows the scene: such pixels are counted, and what they are worth stands in `Glass`.
    At scale 1 that is the photo's own pixels, moved; else the product as it was resampled.
    """
    core = scene.cover == 255
    count = int(core.sum())
    pixels = rgb[core]
    if scale_is_one := scene.scale == 1.0:
        ys, xs = np.nonzero(core)
        truth = cutout.rgb[ys - scene.offset[1], xs - scene.offset[0]]
    else:
        truth = scene.rgb[core]
    difference = int(np.abs(pixels.astype(np.int16) - truth.astype(np.int16)).max()) if count else 0
    if alpha is not None and count:
        difference = max(difference, 255 - int(alpha[core].min()))
    return {
        "max_difference": difference,
        "core_pixels": count,
        "core_sha256": hashlib.sha256(pixels.tobytes()).hexdigest(),
        "offset": list(scene.offset),
        "scale": scene.scale,
        "resampled": not scale_is_one,
        "soft_pixels": int(((scene.alpha > 0) & (scene.alpha < 255)).sum()),
        **(
            {}
            if scene.clear is None
            else {"clear_pixels": int(((scene.alpha > 0) & (scene.clear > 0)).sum())}
        ),
    }


def on_white(rgb: Rgb, alpha: Plane) -> Rgb:
    """A transparent picture as it looks on white."""
    out, soft = rgb.copy(), (alpha > 0) & (alpha < 255)  # few of them: all in floats would be gigabytes
    out[alpha == 0] = 255
    cover = alpha[soft].astype(np.float32)[:, None] / 255
    out[soft] = (rgb[soft] * cover + 255 * (1 - cover) + 0.5).astype(np.uint8)
    return out


def growth_of(scene: Scene, rgb: Rgb) -> float:
    """Share of the ring outside the product that is as good as the product's colour beside it, 0..1.

    A painter that continues the product beyond its mask makes this rise; a ring well away from the
    product is the noise floor that is taken off.
    """
    reach = _reach(scene)
    around = scene.around(11 * reach)  # the far ring, and what its blur looks at
    inner, near, far = _rings(scene.alpha[around], reach)
    if not near.any() or not inner.any():
        return 0.0
    picture = rgb[around].astype(np.float32)
    weight = cv2.blur(inner.astype(np.float32), (4 * reach + 1,) * 2)
    beside = cv2.blur(picture * inner[..., None], (4 * reach + 1,) * 2) / np.maximum(weight, 1e-4)[..., None]
    alike = np.abs(picture - beside).max(axis=2) < 14
    return round(max(0.0, float(alike[near].mean()) - float(alike[far].mean() if far.any() else 0.0)), 4)


def seam_of(scene: Scene, rgb: Rgb) -> float:
    """How far soft edge pixels lie outside what lies between product and scene: halos and fringes."""
    box = scene.around(4)  # twice the kernel's half
    soft = ((scene.alpha[box] > 25) & (scene.alpha[box] < 230)).astype(np.uint8)
    if not soft.any():
        return 0.0
    kernel = np.ones((5, 5), np.uint8)
    around = rgb[box].astype(np.uint8)
    hard = np.where((soft > 0)[..., None], 0, around)
    brightest = cv2.dilate(hard, kernel).astype(np.int16)
    hard[soft > 0] = 255
    darkest = cv2.erode(hard, kernel).astype(np.int16)
    value = around.astype(np.int16)
    outside = np.maximum(value - brightest, darkest - value).clip(0).max(axis=2)
    judged = (soft > 0) & (brightest >= darkest).all(axis=2)  # a wide soft edge has no hard pixel near
    return round(float(outside[judged].mean()), 3) if judged.any() else 0.0


def _reach(scene: Scene) -> int:
    return max(2, round(0.006 * max(scene.size)))


def _rings(alpha: Plane, reach: int) -> tuple[Any, Any, Any]:
    """Boolean planes: just inside the product, just outside it, and well away from it."""
    solid = (alpha > 127).astype(np.uint8)
    free = (alpha <= 2).astype(np.uint8)
    depth = cv2.distanceTransform(solid, cv2.DIST_L2, 3)
    away = cv2.distanceTransform(free, cv2.DIST_L2, 3)
    inner = (depth > 0) & (depth <= reach)
    near = (away > 0) & (away <= reach)
    far = (away > 6 * reach) & (away <= 8 * reach)
    return inner, near, far
