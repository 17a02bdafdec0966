"""Drawn products that are thin or see-through: cutlery, scissors, wire, shelves."""

from __future__ import annotations

import cv2
import numpy as np

from bggen.train.composites import pieces
from bggen.train.composites.layers import Floats
from bggen.train.composites.pieces import FINE, Canvas


def tool(side: int, rng: np.random.Generator) -> Floats:
    """(side, side) coverage of a fork, spoon, knife or pair of scissors, turned as it was laid down."""
    fine = FINE * side
    canvas = np.zeros((fine, fine), np.uint8)
    length, thick = rng.uniform(0.5, 0.72) * fine, rng.uniform(0.015, 0.05) * fine
    middle = fine / 2
    if rng.random() < 0.4:
        _scissors(canvas, length, thick, rng)
    else:
        top, neck = middle - length / 2, middle - length * rng.uniform(0.05, 0.25)
        ends = rng.uniform(0.4, 1.6, 2) * thick
        shaft = [(-ends[0] / 2, neck), (ends[0] / 2, neck), (ends[1], middle + length / 2)]
        shaft.append((-ends[1], middle + length / 2))
        cv2.fillPoly(canvas, [np.round(np.array(shaft) + np.array([middle, 0])).astype(np.int32)], 255)
        wide = rng.uniform(0.04, 0.09) * fine
        centre, half = (round(middle), round((top + neck) / 2)), (round(wide), round((neck - top) / 2) + 4)
        cv2.ellipse(canvas, centre, half, 0, 0, 360, 255, -1)
        if rng.random() < 0.6:  # tines
            count, deep = int(rng.integers(2, 5)), top + rng.uniform(0.4, 0.8) * (neck - top)
            cv2.rectangle(
                canvas, (round(middle - wide), round(top)), (round(middle + wide), centre[1]), 255, -1
            )
            for gap in range(count):
                x = middle + wide * (2 * (gap + 0.5) / count - 1)
                slot = rng.uniform(0.2, 0.35) * wide / count
                ends_ = ((round(x - slot), 0), (round(x + slot), round(deep)))
                cv2.rectangle(canvas, *ends_, 0, -1)
    turn = float(rng.choice([0.0, 90.0, rng.uniform(0, 360), rng.uniform(0, 360)]))
    spin = cv2.getRotationMatrix2D((middle, middle), turn, 1.0)
    return pieces.averaged(np.asarray(cv2.warpAffine(canvas, spin, (fine, fine)), np.uint8))


def _scissors(canvas: Canvas, length: float, thick: float, rng: np.random.Generator) -> None:
    """Two crossing blades, each with a ring, in place."""
    middle, open_ = canvas.shape[0] / 2, rng.uniform(0.06, 0.5)
    for way in (-1, 1):
        along = np.array([way * np.sin(open_), -np.cos(open_)])
        across = np.array([along[1], -along[0]])
        tip, grip = middle + 0.5 * length * along, middle - 0.28 * length * along
        blade = [tip, middle + thick * across, grip + 0.8 * thick * across, grip - 0.8 * thick * across]
        blade.append(middle - thick * across)
        cv2.fillPoly(canvas, [np.round(np.array(blade)).astype(np.int32)], 255)
        size = np.array([rng.uniform(0.07, 0.11), rng.uniform(0.1, 0.17)]) * length
        at = grip - 0.8 * size[1] * along
        wall = round(rng.uniform(0.02, 0.04) * length)
        turn = -float(np.degrees(np.arctan2(along[0], along[1])))
        centre, axes = (round(float(at[0])), round(float(at[1]))), (round(size[0]), round(size[1]))
        cv2.ellipse(canvas, centre, axes, turn, 0, 360, 255, wall)


def wire(side: int, rng: np.random.Generator) -> Floats:
    """(side, side) coverage of a basket or stand of wire, with a solid thing in it now and then."""
    fine = FINE * side
    canvas = np.zeros((fine, fine), np.uint8)
    thick = max(2, round(rng.uniform(0.003, 0.012) * fine))
    half = rng.uniform(0.15, 0.33, 2) * fine
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half * (1 + rng.normal(0, 0.1, (4, 2)))
    shift = rng.normal(0, 0.05, 2) * fine
    for front in range(int(rng.integers(1, 3))):
        a, b, c, d = corners * (1 - 0.15 * front) + front * shift + fine / 2
        columns, rows = (int(v) for v in rng.integers(1, 9, 2))
        ends = [(a + (b - a) * s, d + (c - d) * s) for s in np.linspace(0, 1, columns + 1)]
        ends += [(a + (d - a) * s, b + (c - b) * s) for s in np.linspace(0, 1, rows + 1)]
        for one, other in ends:
            cv2.line(canvas, np.round(one).astype(int), np.round(other).astype(int), 255, thick, cv2.LINE_AA)
    if rng.random() < 0.5:
        pieces.primitive(canvas, fine / 2 + rng.normal(0, 0.1, 2) * fine, rng, 255, 0.6)
    return pieces.averaged(canvas)


def rack(side: int, rng: np.random.Generator) -> Floats:
    """(side, side) coverage of a shelf, stool, table or rail: posts and boards, some with things on."""
    fine = FINE * side
    canvas = np.zeros((fine, fine), np.uint8)
    half = rng.uniform(0.12, 0.35, 2) * fine
    post, board = (max(2, round(share * fine)) for share in rng.uniform(0.006, 0.03, 2))
    splay = rng.uniform(-0.15, 0.15) if rng.random() < 0.5 else 0.0  # of the legs, in widths
    deep = rng.uniform(-0.12, 0.12, 2) * fine  # how far the posts behind are off those before
    shifts = [np.zeros(2), deep] if rng.random() < 0.6 else [np.zeros(2)]
    for way in np.linspace(-1, 1, int(rng.choice([2, 2, 2, 3]))):
        for shift in shifts:
            ends = fine / 2 + shift + np.array([[way, -1.0], [way * (1 + splay), 1.0]]) * half
            top, foot = np.round(ends).astype(int)
            cv2.line(canvas, top, foot, 255, post, cv2.LINE_AA)
    levels = np.sort(rng.uniform(-1, 1, int(rng.integers(1, 6))))
    levels[0] = -1.0
    for level in levels:
        wide = half[0] * (1 + splay * (level + 1) / 2) * rng.uniform(1.0, 1.08)
        before = fine / 2 + np.array([[-wide, level * half[1]], [wide, level * half[1]]])
        corners = np.concatenate([before, (before + shifts[-1])[::-1]])
        cv2.fillConvexPoly(canvas, np.round(corners).astype(np.int32), 255, cv2.LINE_AA)
        one, other = np.round(before).astype(int)
        cv2.line(canvas, one, other, 255, board, cv2.LINE_AA)
        if rng.random() < 0.25:
            at = before.mean(axis=0) + np.array([rng.uniform(-0.7, 0.7) * wide, -0.04 * fine])
            pieces.primitive(canvas, at, rng, 255, 0.3)
    return pieces.averaged(canvas)
