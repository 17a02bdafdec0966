"""What each pixel says of itself against its backdrop: colour, edges, and darkening as only shadows make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.shapes import ball
from bggen.gamma import light_of, to_linear

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.rules.backdrop import Backdrop
    from bggen.spec import Rgb

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

DARKEST_SHADOW = 0.20  # a shadow leaves at least this share of the backdrop's light
BRIGHTEST_GLOW = 1.10  # light that a product throws back on its backdrop
STEEP = 0.8  # Lab units a working pixel: the grading of a backdrop has a tenth of it, a horizon more
MISPLACED = 1.2  # pixels by which a horizon may be off


@dataclass(frozen=True, slots=True)
class Evidence:
    """What each pixel says, at working size."""

    distance: Floats  # (h, w) noise-weighted colour distance from the backdrop; 1 is one deviation
    strongest: Floats  # (h, w) the greatest distance within four pixels: so far blur carries an edge
    ringing: Floats  # (h, w) distance that the backdrop may show beside strong edges, where JPEG draws waves
    difference: Floats  # (h, w, 3) signed difference from the backdrop in Lab deviations, denoised
    relief: Rgb  # (h, w, 3) the same as a picture, in steps of a fifth of a deviation
    edge: Floats  # (h, w) gradient of the difference from the backdrop, in the same units
    sharp: Floats  # (h, w) how much the gradient gains from a finer look: 3 at a crisp edge, 1 at a soft one
    factor: Floats  # (h, w) light left on the backdrop, 1 = unshadowed
    tinted: Floats  # (h, w) chroma difference from a pure darkening, 1 = the most a shadow may have
    horizon: Mask  # (h, w) where the backdrop itself steps: a shadow may end there as crisply as a product


def weigh(rgb: Rgb, lab: Floats, backdrop: Backdrop) -> Evidence:
    """Compare a picture with its backdrop. Args: rgb and lab (h, w, 3) of the same picture."""
    # Where the backdrop itself steps (a horizon), a misplacement of a pixel or two is no product.
    slope = np.abs(cv2.Scharr(backdrop.lab, cv2.CV_32F, 0, 1, scale=1 / 32))
    difference = (lab - backdrop.lab) / (backdrop.noise + MISPLACED * slope)
    smooth = cv2.GaussianBlur(difference, (0, 0), 0.8)
    distance = np.sqrt(np.einsum("ijk,ijk->ij", smooth, smooth))
    noise = float(np.clip(0.8 * ring_noise(distance), 0.4, 2.5))
    calm = cv2.merge([calmed(channel, 3, noise**2) for channel in cv2.split(difference)])
    edge = _gradient(calm, 1.0)
    sharp = (edge + 0.05) / (_gradient(calm, 3.0) + 0.05)
    empty = np.clip(cv2.cvtColor(backdrop.lab, cv2.COLOR_LAB2RGB), 0.0, 1.0)
    seen = cv2.GaussianBlur(light_of(rgb), (0, 0), 0.8)
    ratio: Floats = (seen + 0.004) / (to_linear(empty) + 0.004)
    factor = ratio @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    ratio = cv2.GaussianBlur(ratio, (0, 0), 1.2)  # JPEG keeps colour at half the resolution
    even = ratio @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    away = np.abs(ratio / np.maximum(even, 1e-3)[..., None] - 1)
    tint = np.maximum(np.maximum(away[..., 0], away[..., 1]), away[..., 2])
    # Deep shadows take on more of the room's own colour, and of the product's; the deepest may be product.
    allowed = 0.16 + 0.06 * np.clip((factor - 0.22) / 0.1, 0, 1)
    tinted = tint / (0.07 + allowed * np.clip(1 - factor, 0, 1))
    tinted /= max(1.0, 1.5 * ring_noise(tinted))  # what the bare backdrop shows is no tint
    steep = (np.sqrt(np.einsum("ijk,ijk->ij", slope, slope)) > STEEP).astype(np.uint8)
    return Evidence(
        distance=distance,
        strongest=cv2.dilate(distance, ball(4)),
        ringing=0.06 * cv2.dilate(distance, ball(5)),
        difference=calm,
        relief=np.clip(calm * 5 + 128, 0, 255).astype(np.uint8),
        edge=edge,
        sharp=sharp,
        factor=factor,
        tinted=tinted,
        horizon=cv2.dilate(steep, ball(4)) > 0,
    )


def _gradient(difference: Floats, sigma: float) -> Floats:
    blurred = cv2.GaussianBlur(difference, (0, 0), sigma)
    across = cv2.Scharr(blurred, cv2.CV_32F, 1, 0, scale=1 / 16)
    down = cv2.Scharr(blurred, cv2.CV_32F, 0, 1, scale=1 / 16)
    squares = np.einsum("ijk,ijk->ij", across, across) + np.einsum("ijk,ijk->ij", down, down)
    return np.asarray(np.sqrt(squares), np.float32)


def threshold(evidence: Evidence) -> float:
    """The distance up to which a pixel counts as backdrop, from the quiet part of the border."""
    return float(np.clip(1.15 * ring_noise(evidence.distance), 2.2, 4.5))


def ring_noise(distance: Floats) -> float:
    """How far quiet border pixels get from the backdrop model: their 98th percentile."""
    thick = max(3, round(0.03 * min(distance.shape)))
    strips = (distance[:thick], distance[-thick:], distance[:, :thick], distance[:, -thick:])
    ring = np.concatenate([strip.ravel() for strip in strips])
    quiet = ring[ring < 6.0]
    return float(np.percentile(quiet, 98)) if len(quiet) > 50 else 3.0


def shadow_like(evidence: Evidence) -> Mask:
    """Pixels that the backdrop would show with less light on it, or a little more."""
    light = (evidence.factor > DARKEST_SHADOW) & (evidence.factor < BRIGHTEST_GLOW)
    return np.asarray(light & (evidence.tinted < 1.0))


def clear_edges(evidence: Evidence, least: float, sharp: float, reach: int = 0) -> Mask:
    """Pixels with an edge of more than `least` within `reach` pixels, that is crisper than `sharp`."""
    clear = (evidence.sharp > sharp) & (evidence.edge > least)
    return np.asarray(cv2.dilate(clear.astype(np.uint8), ball(reach)) > 0) if reach else clear


def calmed(plane: Floats, radius: int, epsilon: float) -> Floats:
    """A plane less noise and JPEG blocks, edges kept: a guided filter that it guides itself (He et al. 2013).

    Args: plane, (h, w) float32; epsilon, the variance that is noise, in its units squared.
    """
    size = (2 * radius + 1, 2 * radius + 1)
    mean = cv2.blur(plane, size)
    variance = cv2.blur(plane * plane, size) - mean * mean
    slope = variance / (variance + epsilon)
    offset = mean - slope * mean
    return np.asarray(cv2.blur(slope, size) * plane + cv2.blur(offset, size), np.float32)
