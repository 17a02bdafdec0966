"""What evaluation measures, as plain functions of arrays: each has a known answer somewhere.

Pictures are (h, w, 3) uint8 sRGB, alpha is (h, w) uint8 product cover, both of one size.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.spec import Plane, Rgb
from bggen.train.data import bounds

Floats = NDArray[np.float64]
RING = 24  # pixels around the product where shadow, contact and reflection live
FINE = 1.5  # pixels: the spread of the blur that takes away what `detail` counts
SEGMENTED = 32  # pixels around the product where a segmenter may find more of it


def frechet(one: Floats, other: Floats, weights: Floats | None = None, others: Floats | None = None) -> float:
    """Squared Fréchet distance between the Gaussians through two sets of features.

    Args:
        one, other: (n, d) and (m, d).
        weights, others: how often each row counts, (n,) and (m,).

    Dowson and Landau 1982; used on pictures by Heusel et al. 2017.
    """
    (m1, s1), (m2, s2) = _gaussian(one, weights), _gaussian(other, others)
    values, axes = np.linalg.eigh(s1)
    root = (axes * np.sqrt(values.clip(0))) @ axes.T
    cross = np.sqrt(np.linalg.eigvalsh(root @ s2 @ root).clip(0)).sum()
    return float(((m1 - m2) ** 2).sum() + np.trace(s1) + np.trace(s2) - 2 * cross)


def _gaussian(rows: Floats, weights: Floats | None) -> tuple[Floats, Floats]:
    share = np.ones(len(rows)) if weights is None else weights
    share = share / share.sum()
    middle = share @ rows
    away = rows - middle
    return middle, (away * share[:, None]).T @ away


def bootstrap(
    statistic: Callable[[NDArray[np.int64]], float],
    count: int,
    rounds: int = 200,
    seed: int = 0,
    around: float | None = None,
) -> tuple[float, float]:
    """The 95 % interval of a statistic of `count` scenes: of their numbers, drawn with replacement.

    `around`: the value on all scenes, for a ratio that repeats in a draw shrink; the draws are scaled so that
    their middle is there. The statistic may answer NaN where a draw holds nothing to measure; NaN where
    none does. Efron 1979.
    """
    rng = np.random.default_rng(seed)
    values = np.array([statistic(rng.integers(0, count, count)) for _ in range(rounds)])
    values = values[np.isfinite(values)]
    if not len(values):
        return float("nan"), float("nan")
    low, middle, high = np.quantile(values, (0.025, 0.5, 0.975))
    if around is not None and middle > 0:
        low, high = low * around / middle, high * around / middle
    return float(low), float(high)


def frechet_ratio(made: Floats, real: Floats, some: NDArray[np.int64], splits: int = 4) -> float:
    """How much further made scenes are from real ones than real ones are from each other.

    Args:
        made, real: (n, d) features of the same n scenes, made and real.
        some: the scenes that count, as drawn by `bootstrap`.
        splits: how many ways to halve them.

    The scenes are halved; the distance from the real second half is taken of the made first half and of the
    real first half. Both have the same sizes, so small samples bias both alike: 1.0 is as good as real.
    """
    rng = np.random.default_rng(len(some) + int(some.sum()))
    numbers, times = np.unique(some, return_counts=True)
    theirs = ours = 0.0
    for _ in range(splits):
        order = rng.permutation(len(numbers))
        first, second = order[: len(order) // 2], order[len(order) // 2 :]
        a, b = times[first].astype(np.float64), times[second].astype(np.float64)
        ours += frechet(made[numbers[first]], real[numbers[second]], a, b)
        theirs += frechet(real[numbers[first]], real[numbers[second]], a, b)
    return ours / theirs if theirs > 0 else float("nan")


def ring(alpha: Plane, reach: int = RING) -> NDArray[np.bool_]:
    """(h, w) background pixels within `reach` of the product."""
    away = cv2.distanceTransform((alpha <= 5).astype(np.uint8), cv2.DIST_L2, 5)
    return np.asarray((away > 0) & (away <= reach))


def ring_error(picture: Rgb, truth: Rgb, alpha: Plane) -> float:
    """Summed absolute difference in the ring, in sRGB values; divide by the plain composite's for a share."""
    zone = ring(alpha)
    return float(np.abs(picture[zone].astype(np.float64) - truth[zone].astype(np.float64)).sum())


def composite(backdrop: Rgb, product: Rgb, alpha: Plane) -> Rgb:
    """The product laid on a backdrop with no shadow."""
    cover = alpha[..., None].astype(np.float64) / 255
    return (product * cover + backdrop * (1 - cover) + 0.5).clip(0, 255).astype(np.uint8)


def shadow_side(picture: Rgb, empty: Rgb, alpha: Plane) -> float:
    """-1..1: where the product's shadow falls on its set, left or right of it; 0 where there is none.

    Args:
        empty: the same set without the product.

    Counts what darkened beside the lower half of the product, out to its own width on either side.
    """
    rows, columns = np.flatnonzero((alpha > 127).any(1)), np.flatnonzero((alpha > 127).any(0))
    if not len(rows):
        return 0.0
    darker = (empty.astype(np.float64) - picture).mean(2).clip(0) * (alpha <= 5)
    darker[darker < 3] = 0  # noise of rendering and compression
    middle, wide = (columns[0] + columns[-1]) / 2, columns[-1] - columns[0] + 1
    top, bottom = (rows[0] + rows[-1]) // 2, min(rows[-1] + wide // 2, len(alpha))
    part = darker[top:bottom, max(0, int(middle - 1.5 * wide)) : int(middle + 1.5 * wide) + 1]
    places = np.arange(part.shape[1]) + max(0, int(middle - 1.5 * wide)) - middle
    left, right = part[:, places < 0].sum(), part[:, places > 0].sum()
    return float((right - left) / (right + left)) if right + left > 0 else 0.0


def growth(picture: Rgb, alpha: Plane) -> float:
    """What a segmenter finds of the product beyond its mask, as a share of the product's area.

    GrabCut (Rother et al. 2004), told that the mask's inside is product and that what lies SEGMENTED
    pixels away is not. It errs on real pictures too, mostly by taking shadows: compare with those.
    """
    box = bounds(alpha)
    if box is None:
        return 0.0
    left, top = (max(0, v - 2 * SEGMENTED) for v in box[:2])
    right, bottom = (v + 2 * SEGMENTED for v in box[2:])
    picture, alpha = picture[top:bottom, left:right], alpha[top:bottom, left:right]
    solid, free = (alpha > 127).astype(np.uint8), (alpha <= 5).astype(np.uint8)
    depth = cv2.distanceTransform(solid, cv2.DIST_L2, 5)
    away = cv2.distanceTransform(free, cv2.DIST_L2, 5)
    zones: Plane = np.full(alpha.shape, cv2.GC_PR_FGD, np.uint8)
    zones[away > 0] = cv2.GC_PR_BGD
    zones[away > SEGMENTED] = cv2.GC_BGD
    zones[depth > 2] = cv2.GC_FGD
    if not (zones == cv2.GC_FGD).any() or not (zones == cv2.GC_BGD).any():
        return 0.0
    cv2.setRNGSeed(0)
    inner, outer = np.zeros((1, 65)), np.zeros((1, 65))
    bgr = np.ascontiguousarray(picture[..., ::-1])
    cv2.grabCut(bgr, zones, (0, 0, 1, 1), outer, inner, 3, cv2.GC_INIT_WITH_MASK)
    found = ((zones == cv2.GC_FGD) | (zones == cv2.GC_PR_FGD)).astype(np.uint8)
    _, parts = cv2.connectedComponents(found, connectivity=4)
    joined = np.isin(parts, np.unique(parts[depth > 2])) & (found > 0)  # growth hangs on to the product
    return float((joined & (away > 2)).sum()) / int(solid.sum())


def detail(picture: Rgb, alpha: Plane) -> float:
    """Mean absolute brightness, in sRGB values, of what a small blur takes from the scene: grain and edges.

    Neither the judge at its 128 px nor a Fréchet distance in its features sees that a picture is blurred.
    """
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    fine = np.abs(grey - cv2.GaussianBlur(grey, (0, 0), FINE))
    scene = cv2.distanceTransform((alpha <= 5).astype(np.uint8), cv2.DIST_L2, 5) > 4 * FINE
    return float(fine[scene].mean()) if scene.any() else 0.0


def spread(features: Floats) -> float:
    """Mean distance between all pairs of rows, (n, d); NaN for fewer than two."""
    if len(features) < 2:
        return float("nan")
    gaps = np.linalg.norm(features[:, None] - features[None], axis=2)
    return float(gaps.sum() / (len(features) * (len(features) - 1)))


def thumb(picture: Rgb, alpha: Plane, side: int = 32) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """A tiny Lab picture (side, side, 3) and how much of each pixel is scene (side, side)."""
    small = cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA)
    free = cv2.resize((alpha <= 5).astype(np.float32), (side, side), interpolation=cv2.INTER_AREA)
    lab = cv2.cvtColor(small.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    return np.asarray(lab, np.float32), np.asarray((free > 0.99).astype(np.float32), np.float32)


def nearest(
    seen: NDArray[np.float32], free: NDArray[np.float32], known: NDArray[np.float32]
) -> tuple[int, float]:
    """Which of the known pictures a scene is nearest to, and the root mean square distance in Lab.

    Args:
        seen, free: of `thumb`.
        known: (n, side, side, 3), mirrored ones too where a mirror image counts as a copy.
    """
    gaps = np.square(known - seen).sum(3).reshape(len(known), -1) @ free.ravel()
    best = int(gaps.argmin())
    return best, float(np.sqrt(gaps[best] / max(float(free.sum()), 1.0)))
