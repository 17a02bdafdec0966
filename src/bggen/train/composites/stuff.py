"""What floors, tables and walls are made of: squares of stuff, photographed or drawn, seen in perspective."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from bggen.gamma import to_linear
from bggen.spec import Rgb
from bggen.train.composites.layers import Floats

SIDE = 512  # pixels of a square of stuff
LENS = 1.4  # focal length in widths of the frame


def square(stuffs: Sequence[Rgb], rng: np.random.Generator) -> Floats:
    """(SIDE, SIDE, 3) linear: a photographed surface in another tone, or a drawn one."""
    if len(stuffs) and rng.random() < 0.62:
        picture = stuffs[int(rng.integers(len(stuffs)))]
        span = min(picture.shape[:2])
        span = round(span * float(rng.uniform(0.3, 1.0)))
        top, left = (int(rng.integers(0, n - span + 1)) for n in picture.shape[:2])
        piece = cv2.resize(
            picture[top : top + span, left : left + span], (SIDE, SIDE), interpolation=cv2.INTER_AREA
        )
        light = to_linear(piece.astype(np.float32) / 255)
    else:
        light = _drawn(rng)
    grey = light.mean(axis=2, keepdims=True)
    light = grey + (light - grey) * rng.uniform(0.2, 1.3)
    contrast = rng.uniform(0.5, 1.2)
    mean = light.mean(axis=(0, 1), keepdims=True)
    light = mean + (light - mean) * contrast
    tint = np.exp(rng.normal(0, 0.12 if rng.random() < 0.6 else 0.35, 3))
    light = light * tint * np.exp(rng.normal(0, 0.4))
    return np.asarray(np.clip(light, 0.003, 1.05), np.float32)


def _drawn(rng: np.random.Generator) -> Floats:
    """(SIDE, SIDE, 3) linear: grain, planks, tiles, stripes, checks, lawn or carpet."""
    low, high = rng.uniform(0.03, 0.9, 3), rng.uniform(0.03, 0.9, 3)
    if rng.random() < 0.6:  # most stuff has one colour in two shades
        high = low * rng.uniform(0.4, 1.0)
    kind = rng.choice(["grain", "boards", "tiles", "stripes", "checks", "speckled", "hairs"])
    y, x = (plane.astype(np.float32) / SIDE for plane in np.mgrid[0:SIDE, 0:SIDE])
    share = _noise(rng, int(rng.integers(2, 7)), (1, 1))
    if kind == "boards":
        count = int(rng.integers(3, 14))
        tone = rng.normal(0, 0.25, count).astype(np.float32)
        board = np.minimum((x * count).astype(int), count - 1)
        share = _noise(rng, int(rng.integers(4, 8)), (1, 12)) + tone[board]
        share[np.abs(x * count - np.round(x * count)) < rng.uniform(0.01, 0.06)] = rng.uniform(-1.5, 1.5)
    elif kind == "tiles":
        count, gap = int(rng.integers(2, 16)), rng.uniform(0.01, 0.06)
        tall = float(rng.choice([1.0, 1.0, 2.0]))
        row = np.floor(y * count * tall)
        across = x * count + 0.5 * (row % 2) * (tall > 1)
        joint = np.minimum(np.abs(across - np.round(across)), np.abs(y * count * tall - row - 0.5) * -1 + 0.5)
        share = (
            0.5 * share
            + rng.normal(0, 0.3, (64, 64)).astype(np.float32)[
                np.minimum(row, 63).astype(int), np.floor(across).astype(int) % 64
            ]
        )
        share[joint < gap] = rng.uniform(-2, 2)
    elif kind == "stripes":
        share = 0.2 * share + np.sign(np.sin(2 * np.pi * x * rng.integers(3, 30)))
    elif kind == "checks":
        count = int(rng.integers(2, 20))
        share = 0.2 * share + ((np.sin(np.pi * x * count) > 0) * 1.0 + (np.sin(np.pi * y * count) > 0) - 1)
    elif kind == "speckled":
        share = cv2.GaussianBlur(rng.normal(0, 1, (SIDE, SIDE)).astype(np.float32), (0, 0), 1.5) * 3
        share = np.asarray(np.clip(share * rng.uniform(1, 4), -2, 2) + 0.3 * _noise(rng, 4, (1, 1)))
    elif kind == "hairs":  # lawn, fur, carpet
        fine = rng.normal(0, 1, (SIDE, SIDE)).astype(np.float32)
        share = cv2.GaussianBlur(fine, (0, 0), 0.8, sigmaY=float(rng.uniform(2, 8))) * 4
        share = share + 0.4 * _noise(rng, 5, (1, 1))
    part = (1 / (1 + np.exp(-rng.uniform(0.5, 2.5) * share)))[..., None]
    return np.asarray(low + (high - low) * part, np.float32)


def laid(
    light: Floats, height: int, width: int, elevation: float, turn: float, near: float, down: float = 0.5
) -> Floats:
    """(height, width, 3): stuff that goes on and on, as a camera sees it.

    Args:
        elevation: degrees from which it is looked down on, 90 from straight above.
        turn: radians about the upright.
        near: how many squares of stuff the frame is wide.
        down: where the looked-at place is, 0..1 of the height.
    """
    y, x = (plane.astype(np.float32) for plane in np.mgrid[0:height, 0:width])
    u, v = (x - width / 2) / width, (y - down * height) / width
    sine, cosine = np.sin(np.radians(elevation)), np.cos(np.radians(elevation))
    # A ray (u, v, LENS) meets the ground the farther off the less it falls; above the horizon it never does.
    falls = np.maximum(LENS * sine + v * cosine, 0.02)
    away = LENS * sine / falls
    across, along = away * u, away * (LENS * cosine - v * sine) - LENS * cosine
    turned = (np.cos(turn) * across - np.sin(turn) * along, np.sin(turn) * across + np.cos(turn) * along)
    at = near * SIDE * np.stack(turned)
    grain = np.log2(np.maximum(np.maximum(away, 1) * near * SIDE / width, 1))
    steps, levels = light, []  # the farther, the smaller the picture of the stuff: it would glitter otherwise
    for _ in range(6):
        levels.append(steps)
        steps = np.asarray(cv2.resize(steps, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.float32)
    whole: Floats = np.zeros((height, width, 3), np.float32)
    level = np.clip(np.round(grain), 0, 5).astype(int)
    for k in np.unique(level):
        shrunk = at / 2.0**k
        seen = cv2.remap(
            levels[k],
            np.mod(shrunk[0], levels[k].shape[1] - 1).astype(np.float32),
            np.mod(shrunk[1], levels[k].shape[0] - 1).astype(np.float32),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_WRAP,
        )
        whole[level == k] = seen[level == k]
    return whole


def rumpled(light: Floats, rng: np.random.Generator) -> Floats:
    """Cloth that isn't smooth: folds in light and shade."""
    height, width = light.shape[:2]
    folds = cv2.resize(_noise(rng, int(rng.integers(2, 5)), (1, 3)), (width, height))
    spin = cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.uniform(0, 360)), 1.6)
    folds = cv2.warpAffine(folds, spin, (width, height), borderMode=cv2.BORDER_REFLECT)
    return np.asarray(light * np.exp(0.25 * folds)[..., None], np.float32)


def _noise(rng: np.random.Generator, octaves: int, stretch: tuple[int, int]) -> Floats:
    """(SIDE, SIDE) fractal noise of about unit spread, drawn out down or across by whole numbers."""
    total: Floats = np.zeros((SIDE, SIDE), np.float32)
    for octave in range(octaves):
        rows = max(2, 2 ** (octave + 2) // stretch[1])
        knots = rng.normal(0, 0.7**octave, (rows, max(2, 2 ** (octave + 2) // stretch[0])))
        total += cv2.resize(knots.astype(np.float32), (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
    return total / max(float(total.std()), 1e-3)
