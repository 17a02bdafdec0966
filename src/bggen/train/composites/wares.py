"""Drawn products, for what packshots lack: thin parts, openings, turned and flat things, glass, metal.

Each is a coverage, its colours in linear light and how much of what lies behind it shows through.
"""

from __future__ import annotations

import cv2
import numpy as np

from bggen.gamma import to_linear
from bggen.train.composites import pieces, thin
from bggen.train.composites.layers import Floats
from bggen.train.composites.pieces import FINE, Canvas

#: of drawn products, up to each: turned ones, tools, wire, furniture; the rest is put together of anything
TURNED, TOOLS, WIRE, RACKS = 0.28, 0.48, 0.56, 0.64
LEVELS = 120  # rings that a turned shape is drawn of


def product(picture: Canvas, rng: np.random.Generator) -> tuple[Floats, Floats, Floats]:
    """Colour (s, s, 3), coverage (s, s) and clearness (s, s) of a product that never was.

    Args:
        picture: (s, s, 3) sRGB that pieces of its skin may come from.
    """
    side = picture.shape[0]
    clear = np.zeros((side, side), np.float32)
    draw = rng.random()
    if draw < TURNED:
        cover, level = turned(side, rng)
        colour = _banded(skin(picture, cover, rng), level, rng)
        if rng.random() < 0.3:
            colour, clear = _glass(colour, cover, level, rng)
    elif draw < TOOLS:
        cover = thin.tool(side, rng)
        colour = metal(cover, rng) if rng.random() < 0.7 else skin(picture, cover, rng)
        if rng.random() < 0.4:  # handles
            colour = _parted(colour, rng)
    elif draw < WIRE:
        cover = thin.wire(side, rng)
        colour = metal(cover, rng) if rng.random() < 0.5 else skin(picture, cover, rng)
    elif draw < RACKS:
        cover = thin.rack(side, rng)
        colour = metal(cover, rng) if rng.random() < 0.2 else skin(picture, cover, rng)
    else:
        cover = assembled(side, rng)
        colour = metal(cover, rng) if rng.random() < 0.1 else skin(picture, cover, rng)
    return colour, cover, clear


def assembled(side: int, rng: np.random.Generator) -> Floats:
    """(side, side) coverage of one to four primitives, now and then with openings."""
    fine = FINE * side
    canvas = np.zeros((fine, fine), np.uint8)
    middle = np.array([0.5, 0.5]) * fine
    for part in range(int(rng.integers(1, 5))):
        at = middle + rng.normal(0, 0.02 + 0.09 * (part > 0), 2) * fine
        pieces.primitive(canvas, at, rng, 255)
    for _ in range(int(rng.integers(0, 3)) if rng.random() < 0.4 else 0):
        pieces.primitive(canvas, middle + rng.normal(0, 0.1, 2) * fine, rng, 0, 0.5)
    if rng.random() < 0.3:  # a hollow frame: handles, rings, chairs
        wall = int(rng.uniform(0.008, 0.05) * fine)
        inner = cv2.erode(canvas, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (wall, wall)))
        canvas = np.asarray(cv2.subtract(canvas, inner), np.uint8)
    if rng.random() < 0.3:  # straps, cables, arms of glasses
        start = middle + rng.normal(0, 0.15, 2) * fine
        way = np.cumsum(np.cumsum(rng.normal(0, 0.004, (24, 2)), axis=0) + rng.normal(0, 0.012, 2), axis=0)
        line = np.round(start + way * fine).astype(np.int32)
        cv2.polylines(canvas, [line], False, 255, int(rng.uniform(0.006, 0.03) * fine), cv2.LINE_AA)
    return pieces.averaged(canvas)


def turned(side: int, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """(side, side) coverage of a jar, bowl, plate, hat or mill, and the height 0..1 that each pixel shows."""
    fine = FINE * side
    canvas, level = np.zeros((fine, fine), np.uint8), np.zeros((fine, fine), np.float32)
    width = rng.uniform(0.12, 0.37) * fine
    tall = min(0.7 * fine, 2 * width * float(np.exp(rng.normal(0, 0.7))))
    knots = int(rng.integers(2, 8))
    radii = np.clip(rng.uniform(0.25, 1.0, knots), 0, 1) if rng.random() < 0.75 else np.ones(knots)
    if rng.random() < 0.25:  # a brim, or a stack's lowest plate
        radii[:-1] *= 0.55
    radii = width * np.interp(np.linspace(0, knots - 1, LEVELS), np.arange(knots), radii / radii.max())
    if rng.random() < 0.6:
        radii = np.convolve(np.pad(radii, 9, "edge"), np.ones(19) / 19, "valid")
    flat, lean = rng.uniform(0.03, 0.4), rng.normal(0, 0.01)
    for step in range(LEVELS - 1, -1, -1):  # what is higher hides what is lower
        share = step / (LEVELS - 1)
        at = (round(fine / 2 + lean * share * fine), round(fine / 2 + (share - 0.5) * tall))
        size = (max(2, round(radii[step])), max(2, round(flat * radii[step])))
        cv2.ellipse(canvas, at, size, 0, 0, 360, 255, -1)
        cv2.ellipse(level, at, size, 0, 0, 360, 1 - share, -1)
    if rng.random() < 0.25:  # a handle
        at = (round(fine / 2 + width), round(fine / 2 + rng.normal(0, 0.1) * tall))
        size = (round(0.4 * width), round(rng.uniform(0.2, 0.4) * tall))
        cv2.ellipse(canvas, at, size, 0, 0, 360, 255, round(rng.uniform(0.1, 0.3) * width))
    small = cv2.resize(level, (side, side), interpolation=cv2.INTER_AREA)
    return pieces.averaged(canvas), np.asarray(small, np.float32)


def skin(picture: Canvas, cover: Floats, rng: np.random.Generator) -> Floats:
    """(h, w, 3) linear colours: plain, woven or a piece of a picture, shaded, now and then with a label."""
    side = cover.shape[0]
    y, x = (plane.astype(np.float32) / side - 0.5 for plane in np.mgrid[0:side, 0:side])
    colour = np.broadcast_to(rng.uniform(0.02, 0.9, 3).astype(np.float32), (side, side, 3)).copy()
    if rng.random() < 0.5:  # grey shades are the hard ones: only their edges tell them from a shadow
        colour[:] = rng.uniform(0.01, 0.95)
    if rng.random() < 0.5:
        width = int(rng.integers(side // 4, side))
        top, left = (int(v) for v in rng.integers(0, side - width + 1, 2))
        piece = np.asarray(picture[top : top + width, left : left + width], np.float32) / 255
        colour = to_linear(cv2.resize(piece, (side, side), interpolation=cv2.INTER_LINEAR))
    if rng.random() < 0.2:  # cloth, straw, ribs
        turn, waves = rng.uniform(0, np.pi), rng.uniform(20, 110)
        phase = 2 * np.pi * waves * (np.cos(turn) * x + np.sin(turn) * y)
        colour = colour * (1 + rng.uniform(0.03, 0.4) * np.sin(phase))[..., None]
    for _ in range(int(rng.integers(0, 3))):
        place = np.zeros((side, side), np.uint8)
        pieces.primitive(place, np.array([0.5, 0.5]) * side + rng.normal(0, 0.12, 2) * side, rng, 1, 0.6)
        colour[place > 0] = rng.uniform(0.5, 1.0) if rng.random() < 0.6 else rng.uniform(0, 1, 3)
    direction = rng.uniform(0, 2 * np.pi)
    slope = 1 + rng.uniform(0, 1.2) * (np.cos(direction) * x + np.sin(direction) * y)
    depth = cv2.distanceTransform((cover > 0.5).astype(np.uint8), cv2.DIST_L2, 5)
    round_ = 1 - rng.uniform(0, 0.5) * np.exp(-depth / rng.uniform(2, 25))  # darker or paler towards its rim
    round_ = round_ if rng.random() < 0.7 else 2 - round_
    return np.asarray(np.clip(colour * (slope * round_)[..., None], 0, 1.2), np.float32)


def metal(cover: Floats, rng: np.random.Generator) -> Floats:
    """(h, w, 3) linear colours of something polished: what it mirrors runs along its edges and across it."""
    side = cover.shape[0]
    y, x = (plane.astype(np.float32) / side - 0.5 for plane in np.mgrid[0:side, 0:side])
    depth = cv2.distanceTransform((cover > 0.5).astype(np.uint8), cv2.DIST_L2, 5)
    turn = rng.uniform(0, 2 * np.pi)
    place = rng.uniform(0.5, 6) * (np.cos(turn) * x + np.sin(turn) * y)
    place = place + rng.uniform(0, 1.5) * np.log1p(depth)
    shades = rng.uniform(0.02, 1.0, 12) ** rng.uniform(0.6, 2.0)
    mirrored = np.interp(np.mod(place, 6.0) * 2, np.arange(13), np.append(shades, shades[0]))
    tint = np.exp(rng.normal(0, 0.03, 3)) if rng.random() < 0.7 else np.array([1.1, 0.85, 0.5])
    return np.asarray(np.clip(mirrored[..., None] * tint, 0, 1.2), np.float32)


def _banded(colour: Floats, level: Floats, rng: np.random.Generator) -> Floats:
    """Rings about a turned thing in other colours: lids, ribbons, glazes; its mouth in another shade."""
    for _ in range(int(rng.integers(0, 4))):
        low = rng.uniform(0, 1)
        ring = (level >= low) & (level < low + rng.uniform(0.03, 0.4))
        colour = np.where(ring[..., None], colour * rng.uniform(0.4, 1.3, 3) + rng.uniform(-0.1, 0.5), colour)
    if rng.random() < 0.5:
        colour = np.where((level > 0.995)[..., None], colour * rng.uniform(0.3, 1.2), colour)
    return np.asarray(np.clip(colour, 0, 1.2), np.float32)


def _parted(colour: Floats, rng: np.random.Generator) -> Floats:
    """One end in a colour of its own."""
    side = colour.shape[0]
    y, x = (plane.astype(np.float32) / side - 0.5 for plane in np.mgrid[0:side, 0:side])
    turn = rng.uniform(0, 2 * np.pi)
    beyond = np.cos(turn) * x + np.sin(turn) * y > rng.uniform(-0.1, 0.15)
    return np.where(beyond[..., None], rng.uniform(0, 0.8, 3), colour).astype(np.float32)


def _glass(colour: Floats, cover: Floats, level: Floats, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Colours and clearness of a turned thing of glass: dark rims, streaks of light, a lid, a filling."""
    side = cover.shape[0]
    x = np.mgrid[0:side, 0:side][1].astype(np.float32) / side - 0.5
    depth = cv2.distanceTransform((cover > 0.5).astype(np.uint8), cv2.DIST_L2, 5)
    clear = rng.uniform(0.75, 0.97) * (1 - rng.uniform(0.2, 0.8) * np.exp(-depth / rng.uniform(1.5, 6)))
    streak = np.exp(-(((x - rng.normal(0, 0.1)) / rng.uniform(0.005, 0.03)) ** 2))
    shown = np.full((side, side, 3), rng.uniform(0.02, 0.5), np.float32)
    shown += (rng.uniform(0, 2.0) * streak)[..., None].astype(np.float32)
    solid = np.zeros((side, side), bool)
    if rng.random() < 0.6:
        solid |= level > rng.uniform(0.75, 0.95)
    if rng.random() < 0.5:
        solid |= (level < rng.uniform(0.2, 0.6)) & (depth > rng.uniform(2, 8))
    clear[solid] = 0
    return np.where(solid[..., None], colour, np.clip(shown, 0, 1.2)), clear.astype(np.float32)
