"""The colour model of a plain backdrop: soft gradients, up to two horizons, and how far to trust it.

A backdrop is one to three bands (wall, table, table front) divided by near-horizontal lines that both
side borders show. Each band is a robust quadratic in Lab, fitted on the border ring; what the quadratic
misses (vignettes, light pools) is then learned from pixels that are surely backdrop.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout.shapes import border_connected

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

RING = 0.03  # width of the border ring as a share of the short side
NOISE_FLOOR = np.array([0.9, 0.6, 0.6], np.float32)  # Lab units; below this, difference can't be seen
CLEAN_NOISE = 0.45  # share of the floor that holds for a backdrop with no noise at all
OUTLIER = 7.0  # Lab distance beyond which a ring pixel is no backdrop
MAX_HORIZONS = 2


@dataclass(frozen=True, slots=True)
class Backdrop:
    """A fitted backdrop at working size."""

    lab: Floats  # (h, w, 3) what the picture would show without the product
    noise: Floats  # (3,) standard deviation of the backdrop in Lab, never below NOISE_FLOOR
    sides: tuple[float, float, float, float]  # share of backdrop pixels on the left, top, right, bottom
    uniformity: float  # share of ring pixels that the model explains, 0..1
    texture: float  # noise left at working size before the floor, in Lab units
    horizons: int  # lines between wall and table


def fit(lab: Floats) -> Backdrop:
    """Model the backdrop of a picture. Args: lab, (h, w, 3) float32, L in 0..100."""
    height, width = lab.shape[:2]
    ring = _ring(height, width)
    lines = _horizons(lab)
    bands = _bands(lines, height, width)
    away = ~_near_lines(lines, height, width)
    model = np.empty_like(lab)
    for band in range(len(lines) + 1):
        inside = bands == band
        np.copyto(model, _quadratic(lab, ring & inside & away, inside), where=inside[..., None])
    if lines:
        _soften_lines(model, lab, lines)
    inlier = ring.copy()
    inlier[ring] = np.linalg.norm((lab - model)[ring], axis=1) < OUTLIER
    if not inlier.any():
        return Backdrop(model, NOISE_FLOOR * 9, (0.0, 0.0, 0.0, 0.0), 0.0, 99.0, len(lines))
    noise = np.maximum(NOISE_FLOOR, _spread((lab - model)[inlier]))
    model = _learn_residual(lab, model, noise, inlier)
    spread = _spread((lab - model)[inlier])
    # A digitally clean backdrop shows differences that noise would hide: white on white needs them.
    cleanness = np.clip(float(np.linalg.norm(spread)) / 0.4, CLEAN_NOISE, 1.0)
    return Backdrop(
        lab=model,
        noise=np.maximum(NOISE_FLOOR * cleanness, spread).astype(np.float32),
        sides=_side_shares(inlier, ring),
        uniformity=float(inlier.sum() / ring.sum()),
        texture=float(np.linalg.norm(spread)),
        horizons=len(lines),
    )


def _ring(height: int, width: int) -> Mask:
    thick = max(3, round(RING * min(height, width)))
    ring = np.ones((height, width), bool)
    ring[thick:-thick, thick:-thick] = False
    return ring


def _side_shares(inlier: Mask, ring: Mask) -> tuple[float, float, float, float]:
    thick = max(3, round(RING * min(ring.shape)))
    strips = (inlier[:, :thick], inlier[:thick], inlier[:, -thick:], inlier[-thick:])
    left, top, right, bottom = (float(strip.mean()) for strip in strips)
    return left, top, right, bottom


def _spread(residual: Floats) -> Floats:
    """(3,) robust standard deviation of (n, 3) residuals."""
    median = np.median(residual, axis=0)
    return np.asarray(1.4826 * np.median(np.abs(residual - median), axis=0), np.float32)


def _basis(rows: NDArray[np.intp], columns: NDArray[np.intp], shape: tuple[int, int]) -> Floats:
    """(n, 6) quadratic terms of positions scaled to -1..1."""
    y = (rows / max(1, shape[0] - 1) * 2 - 1).astype(np.float32)
    x = (columns / max(1, shape[1] - 1) * 2 - 1).astype(np.float32)
    return np.stack([np.ones_like(x), x, y, x * y, x * x, y * y], axis=1)


def _quadratic(lab: Floats, ring: Mask, inside: Mask) -> Floats:
    """(h, w, 3) model for the pixels of `inside`, from a fit on `ring` that ignores outliers."""
    shape = (lab.shape[0], lab.shape[1])
    rows, columns = np.nonzero(ring)
    if len(rows) < 24:
        return np.broadcast_to(np.median(lab[inside], axis=0), lab.shape)
    step = max(1, len(rows) // 6000)
    rows, columns = rows[::step], columns[::step]
    colours = lab[rows, columns]
    basis = _basis(rows, columns, shape)
    distance = np.linalg.norm(colours - _mode(colours), axis=1)
    coefficients = np.zeros((6, 3), np.float32)
    for scale in (14.0, 8.0, 5.0, 3.0, 2.0, 2.0):
        weight = 1.0 / (1.0 + (distance / scale) ** 2) ** 2
        # A touch of ridge keeps curvature quiet where a band offers few pixels.
        ridge = np.diag([0, 1e-3, 1e-3, 1e-2, 1e-2, 1e-2]) * weight.sum()
        gram = (basis * weight[:, None]).T @ basis + ridge
        coefficients = np.linalg.solve(gram, (basis * weight[:, None]).T @ colours).astype(np.float32)
        distance = np.linalg.norm(colours - basis @ coefficients, axis=1)
    return _surface(coefficients, shape)


def _surface(coefficients: Floats, shape: tuple[int, int]) -> Floats:
    """(h, w, 3) quadratic of coefficients (6, 3): what hangs on a row or a column alone is computed once."""
    y, x = (np.linspace(-1, 1, max(2, side), dtype=np.float32)[:side, None] for side in shape)
    flat, across, down, twist, bent_across, bent_down = coefficients
    rows, columns = flat + (down + bent_down * y) * y, (across + bent_across * x) * x
    return np.asarray(twist * y[:, None] * x + rows[:, None] + columns, np.float32)


def _mode(colours: Floats) -> Floats:
    """(3,) the most common colour of (n, 3), by mean shift from the fullest bin."""
    bins = np.round(colours / 6.0).astype(np.int64)
    keys = bins[:, 0] * 4096 + (bins[:, 1] + 32) * 64 + (bins[:, 2] + 32)
    values, counts = np.unique(keys, return_counts=True)
    centre = colours[keys == values[counts.argmax()]].mean(axis=0)
    for _ in range(5):
        near = np.linalg.norm(colours - centre, axis=1) < 10.0
        centre = colours[near].mean(axis=0)
    return np.asarray(centre, np.float32)


def _horizons(lab: Floats) -> list[tuple[float, float]]:
    """Lines (y at the left border, y at the right border) where both sides step from one tone to another."""
    height, width = lab.shape[:2]
    strip = max(3, round(RING * width))
    left = np.median(lab[:, :strip], axis=1).astype(np.float32)
    right = np.median(lab[:, -strip:], axis=1).astype(np.float32)
    reach = max(3, height // 60)
    found: list[tuple[float, float]] = []
    for y_left, jump in _steps(left, reach):
        for y_right, other in _steps(right, reach):
            close = abs(y_left - y_right) < 0.10 * height
            sizes = sorted((float(np.linalg.norm(jump)), float(np.linalg.norm(other))))
            # Light from a side makes the step smaller there, never another colour.
            alike = float(jump @ other) > 0.8 * sizes[0] * sizes[1] and sizes[0] > 0.25 * sizes[1]
            if close and alike:
                found.append((float(y_left), float(y_right)))
                break
    return sorted(found[:MAX_HORIZONS])


def _steps(profile: Floats, reach: int) -> list[tuple[int, Floats]]:
    """The strongest steps of an (h, 3) profile as (y, jump), strongest first."""
    height = len(profile)
    total = np.concatenate([np.zeros((1, 3), np.float32), np.cumsum(profile, axis=0)])
    at = np.arange(2 * reach, height - 2 * reach)
    if len(at) == 0:
        return []
    gap = reach // 2
    above = (total[at - gap] - total[at - gap - reach]) / reach
    below = (total[at + gap + reach] - total[at + gap]) / reach
    jump = below - above
    size = np.linalg.norm(jump, axis=1)
    # A step stands out from the slow grading around it: subtract the typical local slope.
    size = size - np.median(size)
    steps: list[tuple[int, Floats]] = []
    while len(steps) < 4 and size.max() > 3.0:
        best = int(size.argmax())
        steps.append((int(at[best]), jump[best]))
        size[max(0, best - 3 * reach) : best + 3 * reach] = 0
    return steps


def _bands(lines: list[tuple[float, float]], height: int, width: int) -> NDArray[np.int64]:
    rows = np.arange(height)[:, None]
    across = np.linspace(0, 1, width)[None]
    bands = np.zeros((height, width), np.int64)
    for left, right in lines:
        bands += rows >= left + (right - left) * across
    return bands


def _near_lines(lines: list[tuple[float, float]], height: int, width: int) -> Mask:
    rows = np.arange(height)[:, None]
    across = np.linspace(0, 1, width)[None]
    near = np.zeros((height, width), bool)
    for left, right in lines:
        near |= np.abs(rows - (left + (right - left) * across)) <= _line_reach(height)
    return near


def _line_reach(height: int) -> int:
    return max(4, height // 40)


def _soften_lines(model: Floats, lab: Floats, lines: list[tuple[float, float]]) -> None:
    """Give the model the blur that a horizon has in the photo, as measured at the side borders."""
    height, width = lab.shape[:2]
    reach = _line_reach(height)
    strip = max(3, round(RING * width))
    across = np.linspace(0, 1, width, dtype=np.float32)
    rows = np.arange(height)[:, None]
    for left, right in lines:
        offset = np.round(rows - (left + (right - left) * across)[None]).astype(int)
        near = np.abs(offset) <= reach
        residual = lab - model
        ends = [
            _line_profile(residual[:, side], offset[:, side], reach)
            for side in (slice(0, strip), slice(width - strip, width))
        ]
        share = np.broadcast_to(across, (height, width))[near][:, None]
        at = offset[near] + reach
        model[near] += (1 - share) * ends[0][at] + share * ends[1][at]


def _line_profile(residual: Floats, offset: NDArray[np.int64], reach: int) -> Floats:
    """(2 * reach + 1, 3) median residual by distance from a line, fading out towards both ends.

    What a side's residual is away from the line is no blur of it but a shadow that runs out of the picture.
    """
    profile = np.zeros((2 * reach + 1, 3), np.float32)
    for index in range(2 * reach + 1):
        here = offset == index - reach
        if here.any():
            profile[index] = np.median(residual[here], axis=0)
    side = max(1, reach // 4)
    profile[:reach] -= np.median(profile[:side], axis=0)
    profile[reach + 1 :] -= np.median(profile[-side:], axis=0)
    fade = np.clip((reach + 1 - np.abs(np.arange(-reach, reach + 1))) / (0.3 * reach), 0, 1)
    return np.asarray(profile * fade[:, None], np.float32)


def _learn_residual(lab: Floats, model: Floats, noise: Floats, inlier: Mask) -> Floats:
    """Add what the quadratic misses, growing inward from the border over pixels that are surely backdrop."""
    height, width = lab.shape[:2]
    scale = min(1.0, 256 / max(height, width))
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    residual = cv2.resize(lab - model, size, interpolation=cv2.INTER_AREA) / noise
    blurred = cv2.GaussianBlur(residual, (0, 0), 1.0)
    slopes = [cv2.Scharr(blurred, cv2.CV_32F, *axis, scale=1 / 16) for axis in ((1, 0), (0, 1))]
    calm = np.sqrt(sum((slope**2).sum(axis=2) for slope in slopes)) < 1.2
    sure = cv2.resize(inlier.astype(np.float32), size, interpolation=cv2.INTER_AREA)
    correction = np.zeros_like(residual)
    for _ in range(6):
        weight = cv2.GaussianBlur(sure, (0, 0), 0.04 * max(size)) + 1e-3  # falls to zero far from support
        correction = (
            cv2.GaussianBlur(residual * sure[..., None], (0, 0), 0.04 * max(size)) / weight[..., None]
        )
        rest = residual - correction
        near = np.sqrt(np.einsum("ijk,ijk->ij", rest, rest)) < 4.0
        sure = border_connected(near & calm)
        sure = cv2.erode(sure.astype(np.uint8), np.ones((3, 3), np.uint8), borderValue=1).astype(np.float32)
    return model + cv2.resize(correction, (width, height), interpolation=cv2.INTER_LINEAR) * noise
