"""Drawn shadows of drawn products."""

from __future__ import annotations

import cv2
import numpy as np

from bggen.cutout.edge import matting
from bggen.train.composites.layers import Floats


def shadow(cover: Floats, rng: np.random.Generator) -> Floats:
    """(h, w, 3) light left about a coverage (h, w): soft all round, tight below, cast, in any mixture.

    What lies flat has its shadow on a side of its own, as far off as it is thick.
    """
    side = cover.shape[0]
    taken_ = np.zeros_like(cover)
    if rng.random() < 0.6:  # soft, all about and mostly below
        shift = rng.normal(0, 0.02, 2) * side + np.array([0, rng.uniform(0, 0.03) * side])
        soft = cv2.GaussianBlur(_moved(cover, shift), (0, 0), float(rng.uniform(4, 25)))
        taken_ = np.maximum(taken_, rng.uniform(0.1, 0.7) * soft)
    if rng.random() < 0.7:  # contact: the lower rim, squashed
        depth = int(rng.integers(2, 12))
        rim = np.clip(cover - _moved(cover, np.array([0, -depth])), 0, 1)
        below = _moved(rim, np.array([rng.normal(0, 2), rng.uniform(0, depth)]))
        tight = cv2.GaussianBlur(below, (0, 0), float(rng.uniform(1.0, 6)))
        taken_ = 1 - (1 - taken_) * (1 - rng.uniform(0.3, 0.98) * np.minimum(1.4 * tight, 1))
    if rng.random() < 0.5:  # cast: laid down about the base's line
        rows = np.flatnonzero(cover.max(axis=1) > 0.5)
        base = float(rows[-1]) if len(rows) else side / 2
        lean, lie = rng.uniform(-1.5, 1.5), rng.uniform(-0.4, 0.5)
        matrix = np.array([[1, lean, -lean * base], [0, lie, base - lie * base]], np.float32)
        cast = cv2.warpAffine(cover, matrix, (side, side))
        cast = cv2.GaussianBlur(cast, (0, 0), float(rng.uniform(1.0, 12)))
        taken_ = 1 - (1 - taken_) * (1 - rng.uniform(0.15, 0.75) * cast)
    if rng.random() < 0.35:  # raised or lying flat, under one lamp or two
        for _ in range(int(rng.integers(1, 3))):
            turn, far = rng.uniform(0, 2 * np.pi), rng.uniform(0.005, 0.1) * side
            beside = _moved(cover, far * np.array([np.cos(turn), np.sin(turn)]))
            beside = cv2.GaussianBlur(beside, (0, 0), float(rng.uniform(0.8, 4 + 0.3 * far)))
            taken_ = 1 - (1 - taken_) * (1 - rng.uniform(0.1, 0.75) * beside)
    tinge = 1 + rng.normal(0, 0.04, 3) * rng.random()
    ratio = np.clip(1 - taken_[..., None] * tinge, 0.01, 1.1)
    return matting.spread(ratio.astype(np.float32), (cover < 0.5).astype(np.float32))


def _moved(plane: Floats, shift: Floats) -> Floats:
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]]], np.float32)
    return np.asarray(cv2.warpAffine(plane, matrix, plane.shape[::-1]))
