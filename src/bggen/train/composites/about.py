"""What is about a product in photos and isn't for sale: what it stands on, things behind it, grass, hands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.spec import Rgb
from bggen.train.composites import pieces, stuff
from bggen.train.composites.layers import Floats

BLADES = 160  # of grass before a product, at most


def propped(empty: Floats, cover: Floats, stuffs: Sequence[Rgb], rng: np.random.Generator) -> Floats:
    """(h, w, 3) linear: a place with a box, stool or board under a product of the coverage (h, w)."""
    height, width = cover.shape
    left, top, across, down = cv2.boundingRect((cover > 0.5).astype(np.uint8))
    if not across:
        return empty
    middle, foot = left + across * rng.uniform(0.4, 0.6), top + down
    half = across * float(np.exp(rng.uniform(-0.7, 0.7)))
    far, near = foot - rng.uniform(0.02, 0.3) * half, foot + rng.uniform(0.01, 0.25) * half
    deep = height if rng.random() < 0.5 else near + rng.uniform(0.03, 1.2) * half
    lid, front = np.zeros((2, height, width), np.uint8)
    if rng.random() < 0.5:  # turned: stools, plinths, stumps, tins
        flat = (near - far) / 2
        at, size = (round(middle), round((far + near) / 2)), (round(half), max(1, round(flat)))
        cv2.ellipse(lid, at, size, 0, 0, 360, 255, -1)
        cv2.rectangle(front, (round(middle - half), at[1]), (round(middle + half), round(deep)), 255, -1)
        cv2.ellipse(front, (at[0], round(deep)), size, 0, 0, 360, 255, -1)
    else:  # boxes, tables, shelves
        shift, narrow = rng.normal(0, 0.15) * half, rng.uniform(0.75, 1.0)
        corners = [(-narrow * half + shift, far), (narrow * half + shift, far), (half, near), (-half, near)]
        cv2.fillConvexPoly(lid, np.round(np.add(corners, [middle, 0])).astype(np.int32), 255)
        cv2.rectangle(
            front, (round(middle - half), round(near)), (round(middle + half), round(deep)), 255, -1
        )
    made_of = stuff.square(stuffs, rng)
    turn, size_of = rng.uniform(0, 2 * np.pi), float(np.exp(rng.uniform(-0.5, 1.5)))
    above = stuff.laid(made_of, height, width, float(rng.uniform(10, 60)), turn, size_of)
    side = stuff.laid(made_of, height, width, 90.0, 0.0, size_of) * rng.uniform(0.3, 1.1)
    for plane, shown in ((front, side), (lid, above)):
        share = cv2.GaussianBlur(plane.astype(np.float32) / 255, (0, 0), float(rng.uniform(0.5, 1.2)))
        empty = np.asarray(empty + (shown - empty) * share[..., None], np.float32)
    return empty


def backed(empty: Floats, cover: Floats, stuffs: Sequence[Rgb], rng: np.random.Generator) -> Floats:
    """The same with a stone, log, cushion or the like, partly behind the product."""
    height, width = cover.shape
    left, top, across, down = cv2.boundingRect((cover > 0.5).astype(np.uint8))
    for _ in range(int(rng.integers(1, 3))):
        plane = np.zeros((max(height, width),) * 2, np.uint8)
        at = np.array(
            [left + across * rng.choice([0.0, 1.0, rng.uniform(0, 1)]), top + down * rng.uniform(0.1, 0.9)]
        )
        scale = rng.uniform(0.5, 1.4) * max(across, down) / (0.4 * plane.shape[0])
        pieces.primitive(plane, at, rng, 255, scale)
        whole = np.ascontiguousarray(plane[:height, :width])
        shown = stuff.laid(
            stuff.square(stuffs, rng),
            height,
            width,
            90.0,
            rng.uniform(0, 6.3),
            float(np.exp(rng.uniform(-0.5, 1.5))),
        )
        depth = cv2.distanceTransform((whole > 127).astype(np.uint8), cv2.DIST_L2, 5)
        y, x = (grid.astype(np.float32) for grid in np.mgrid[0:height, 0:width])
        turn = rng.uniform(0, 2 * np.pi)
        slope = (np.cos(turn) * (x - at[0]) + np.sin(turn) * (y - at[1])) / max(across, down, 1)
        round_ = 1 - rng.uniform(0.1, 0.6) * np.exp(-depth / rng.uniform(2, 25))
        shown = shown * (np.clip(1 + rng.uniform(0, 1.0) * slope, 0.2, 2) * round_)[..., None]
        soft = float(rng.uniform(0.5, 1.0) if rng.random() < 0.5 else rng.uniform(1, 6))
        share = cv2.GaussianBlur(whole.astype(np.float32) / 255, (0, 0), soft)[..., None]
        dim = (
            1
            - rng.uniform(0, 0.5)
            * cv2.GaussianBlur(share, (0, 0), soft + 0.04 * max(across, down, 20))[..., None]
        )
        empty = np.asarray(
            empty * dim + (cv2.GaussianBlur(shown, (0, 0), soft) - empty * dim) * share, np.float32
        )
    return empty


def grown(light: Floats, empty: Floats, cover: Floats, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Light (h, w, 3) and coverage (h, w) of a product with grass or leaves of its ground before its feet."""
    left, top, across, down = cv2.boundingRect((cover > 0.5).astype(np.uint8))
    height, width = cover.shape
    if not across:
        return light, cover
    share, tones = np.zeros((2, height, width), np.float32)
    long, thick = rng.uniform(0.05, 0.3) * down, max(1, round(rng.uniform(0.002, 0.02) * max(across, down)))
    for _ in range(int(rng.integers(20, BLADES))):
        root = np.array([left + across * rng.uniform(-0.2, 1.2), top + down * rng.uniform(0.93, 1.1)])
        tip = root + np.array([rng.normal(0, 0.5), -1.0]) * long * rng.uniform(0.2, 1.0)
        ends = (tuple(int(4 * value) for value in end) for end in (root, tip))
        one, other = ends
        cv2.line(share, one, other, 1.0, thick, cv2.LINE_AA, 2)
        cv2.line(tones, one, other, float(rng.normal(0, 0.5)), thick, cv2.LINE_AA, 2)
    below = slice(max(0, min(height - 1, top + round(0.9 * down))), height)
    hue = empty[below, max(0, left) : left + across].mean((0, 1))
    blades = np.clip(hue * np.exp(tones[..., None] + rng.normal(0.1, 0.2)), 0, 1.1)
    light = light + (blades - light) * share[..., None]
    return np.asarray(light, np.float32), np.asarray(cover * (1 - share), np.float32)


def held(light: Floats, cover: Floats, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """A hand comes from an edge of the frame; some of its fingers are before the product."""
    height, width = cover.shape
    left, top, across, down = cv2.boundingRect((cover > 0.5).astype(np.uint8))
    side = float(rng.choice([-1, 1]))
    grip = np.array([left + across * (0.5 + 0.45 * side), top + down * rng.uniform(0.35, 0.85)])
    start = np.array([width / 2 + side * 0.7 * width, height * rng.uniform(0.6, 1.3)])
    thick = max(4.0, 0.3 * max(across, down) * rng.uniform(0.5, 1.0))
    behind, front = np.zeros((2, height, width), np.uint8)
    _stroke(behind, start, grip, thick)
    for finger in range(4):
        root = grip + np.array([0, (finger - 1.5) * 0.25 * thick])
        tip = root - np.array([side * thick * rng.uniform(0.5, 1.1), rng.normal(0, 0.1) * thick])
        _stroke(front, root, tip, 0.24 * thick)
    if rng.random() < 0.5:  # held from behind: fingers go round the far side
        behind, front = np.maximum(behind, front), np.zeros_like(front)
    tone = np.array([0.55, 0.3, 0.2]) * np.exp(rng.normal(-0.2, 0.5)) * np.exp(rng.normal(0, 0.1, 3))
    for plane, over in ((behind, False), (front, True)):
        share = cv2.GaussianBlur(plane.astype(np.float32) / 255, (0, 0), 0.7)
        inner = cv2.GaussianBlur(plane.astype(np.float32) / 255, (0, 0), max(1.0, 0.08 * thick))
        shown = tone * (0.35 + 0.75 * inner[..., None]) * np.exp(rng.normal(0, 0.1))
        seen = share if over else share * (1 - cover)
        light = light + (shown - light) * seen[..., None]
        cover = cover * (1 - share) if over else cover
    return np.asarray(light, np.float32), np.asarray(cover, np.float32)


def _stroke(plane: NDArray[Any], start: Floats, end: Floats, thick: float) -> None:
    """A thick line with a round end, in place."""
    points = [(round(float(p[0])), round(float(p[1]))) for p in (start, end)]
    cv2.line(plane, points[0], points[1], 255, max(1, round(thick)), cv2.LINE_AA)
    cv2.circle(plane, points[1], max(1, round(thick / 2)), 255, -1, cv2.LINE_AA)
