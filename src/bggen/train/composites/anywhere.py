"""Photos of products that were taken just anywhere, with their true coverage.

A product (rendered, drawn, or of a packshot) with its shadow in a place of `places`, other things about it,
now and then a hand that holds it (`about`); or a packshot as it was rendered; or a place with no product.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.gamma import to_linear, to_srgb
from bggen.spec import Rgb
from bggen.train import composites
from bggen.train.composites import about, pieces, places, stuff, takes, wares
from bggen.train.composites.layers import Floats, Layers
from bggen.train.data import Packed
from bggen.train.drawn import LYING, STANDING, Pen

RENDERED = 0.2  # of the photos are packshots as they were rendered
NOTHING = 0.08  # show no product
CLUTTER = 0.4  # have other things in them, cut off by the frame
HELD = 0.12  # show a hand
PROPPED, BACKED, GROWN = 0.06, 0.1, 0.08  # show a stool or box under it, things behind it, grass before it
PAIRS = 0.15  # show two products side by side
FURRY = 0.25  # of the products have no smooth outline
HAIRY = 0.4  # of these have single hairs
SHAPES = (0.45, 0.8)  # up to the first a drawn product has a real one's outline, up to the second many parts
DRAWN = 256  # pixels a side at which products are drawn
PART = 128  # the same of a part, before it is laid on the others
KINDS = (0.3, 0.55)  # up to the first a product rendered alone, up to the second a packshot's, else drawn


@dataclass(frozen=True)
class Stage:
    """All that photos are made of."""

    packed: Packed
    pool: list[int]  # the packshots that may be used
    alone: Sequence[NDArray[np.uint8]]  # (s, s, 4) each a product by itself; may be empty
    stuffs: Sequence[Rgb]  # surfaces seen straight on; may be empty
    views: Sequence[Rgb]  # panoramas; may be empty


def photo(stage: Stage, side: int, fill: float, rng: np.random.Generator) -> tuple[Rgb, Floats]:
    """A photo and its product's coverage (h, w) in 0..1.

    Args:
        side: pixels of the photo's, about; one as it was rendered keeps its own.
        fill: how much of the frame the product's box takes up in one direction.
    """
    if rng.random() < RENDERED:
        return _as_rendered(stage, fill, rng)
    height, width = (round(side * float(rng.uniform(0.7, 1.1))) for _ in range(2))
    empty = places.place(height, width, stage.stuffs, stage.views, rng)
    if rng.random() < CLUTTER:
        empty = _cluttered(stage, empty, rng)
    if rng.random() < NOTHING:
        return takes.taken(empty, rng), np.zeros((height, width), np.float32)
    layers = composites.placed(_good(stage, rng), height, width, rng, fill)
    if rng.random() < 0.5:
        layers = composites.tinged(layers, empty, rng)
    if rng.random() < 0.5:  # in the light of the place
        mean = empty.mean((0, 1)) / max(float(empty.mean()), 0.02)
        layers = replace(layers, colour=(layers.colour * mean ** rng.uniform(0, 0.8)).astype(np.float32))
    if rng.random() < PROPPED:
        empty = about.propped(empty, layers.cover, stage.stuffs, rng)
    if rng.random() < BACKED:
        empty = about.backed(empty, layers.cover, stage.stuffs, rng)
    light, cover = layers.before(empty), layers.cover
    if rng.random() < HELD:
        light, cover = about.held(light, cover, rng)
    if rng.random() < GROWN:
        light, cover = about.grown(light, empty, cover, rng)
    if rng.random() < 0.3:  # all in one light again
        light = light * np.exp(rng.normal(0, 0.3))
    return takes.taken(np.clip(light, 0, 1.2).astype(np.float32), rng), cover


def _as_rendered(stage: Stage, fill: float, rng: np.random.Generator) -> tuple[Rgb, Floats]:
    """A crop of a packshot about its product, or all of it."""
    rgba = stage.packed.rgba[int(rng.choice(stage.pool))]
    side = rgba.shape[0]
    left, top, across, down = cv2.boundingRect((rgba[..., 3] > 5).astype(np.uint8))
    span = int(np.clip(max(across, down) / fill, 48, side))
    at = []
    for low, size in ((left, across), (top, down)):
        first, last = max(0, low + size - span), min(low, side - span)
        at.append(int(rng.integers(first, last + 1)) if first <= last else int(np.clip(low, 0, side - span)))
    piece = rgba[at[1] : at[1] + span, at[0] : at[0] + span]
    light = to_linear(piece[..., :3].astype(np.float32) / 255) * np.exp(rng.normal(0, 0.15))
    return takes.taken(light.astype(np.float32), rng), piece[..., 3].astype(np.float32) / 255


def _good(stage: Stage, rng: np.random.Generator) -> Layers:
    """One product, or two side by side now and then."""
    layers = _furred(_one(stage, rng), rng)
    return composites.beside(layers, _one(stage, rng), rng) if rng.random() < PAIRS else layers


def _one(stage: Stage, rng: np.random.Generator) -> Layers:
    draw = rng.random()
    if draw < KINDS[0] and len(stage.alone):
        rgba = stage.alone[int(rng.integers(len(stage.alone)))]
        room = round(0.2 * rgba.shape[0])  # its shadow needs some
        wide = cv2.copyMakeBorder(rgba, room, room, room, room, cv2.BORDER_CONSTANT, value=0)
        seen = to_linear(wide[..., :3].astype(np.float32) / 255)
        return composites.alone(np.asarray(seen), wide[..., 3].astype(np.float32) / 255, rng)
    if draw < KINDS[1]:
        return composites.product(stage.packed, stage.pool, rng)
    if (draw := rng.random()) < SHAPES[1]:
        colour, cover = (_outlined if draw < SHAPES[0] else _motley)(stage, rng)
        return composites.alone(colour, cover, rng)
    colour, cover, clear = wares.product(_skin(stage, rng), rng)
    return replace(composites.alone(colour, cover, rng), colour=colour, clear=clear)


def _skin(stage: Stage, rng: np.random.Generator) -> Rgb:
    """(DRAWN, DRAWN, 3): a piece of stuff, or of a packshot."""
    if rng.random() < 0.5:
        picture = stuff.square(stage.stuffs, rng)[:DRAWN, :DRAWN]
        return np.asarray(to_srgb(picture) * 255 + 0.5, np.uint8)
    packshot = stage.packed.rgba[int(rng.choice(stage.pool))][..., :3]
    span = min(DRAWN, *packshot.shape[:2])
    top, left = (int(rng.integers(0, side - span + 1)) for side in packshot.shape[:2])
    piece = packshot[top : top + span, left : left + span]
    return np.asarray(cv2.resize(piece, (DRAWN, DRAWN), interpolation=cv2.INTER_LINEAR))


def _outlined(stage: Stage, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Colour and coverage of a thing with a garment's, tool's or toy's outline, in several skins."""
    pen = Pen(rng)
    draws = [draw for draw, _, _ in LYING.values()] + [draw for draw, _ in STANDING.values()]
    draws[int(rng.integers(len(draws)))](pen)
    left, top, across, down = cv2.boundingRect((pen.plane > 127).astype(np.uint8))
    if not across:
        return _motley(stage, rng)
    scale = 0.83 * DRAWN / max(across, down)
    matrix = np.array([[scale, 0, 0], [0, scale, 0]], np.float32)
    matrix[:, 2] = DRAWN / 2 - scale * np.array([left + across / 2, top + down / 2])
    drawn = cv2.warpAffine(pen.plane, matrix, (DRAWN, DRAWN), flags=cv2.INTER_CUBIC)
    cover = np.asarray(drawn, np.float32) / 255
    colour = wares.skin(_skin(stage, rng), cover, rng)
    for _ in range(int(rng.integers(0, 5))):
        mask = np.zeros((DRAWN, DRAWN), np.uint8)
        at = np.array([DRAWN / 2, DRAWN / 2]) + rng.normal(0, 0.2, 2) * DRAWN
        pieces.primitive(mask, at, rng, 1, float(rng.uniform(0.3, 1.2)))
        other = wares.skin(_skin(stage, rng), cover, rng)
        share = np.asarray(cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 0.8))[..., None]
        colour = np.asarray(colour + (other - colour) * share, np.float32)
    if rng.random() < 0.5:
        colour = stuff.rumpled(colour, rng)
    return colour, cover


def _motley(stage: Stage, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Colour and coverage of a thing of several parts, each in a skin of its own: toys, gear, sets."""
    colour, cover = np.zeros((DRAWN, DRAWN, 3), np.float32), np.zeros((DRAWN, DRAWN), np.float32)
    picture = _skin(stage, rng)
    for part in range(int(rng.integers(2, 10))):
        shape = wares.assembled(PART, rng)
        skin = wares.skin(picture if rng.random() < 0.6 else _skin(stage, rng), shape, rng)
        scale = float(rng.uniform(0.5, 1.0) if part == 0 else rng.uniform(0.12, 0.6))
        at = np.array([DRAWN / 2, DRAWN / 2])
        if part:  # somewhere on what is there: limbs, eyes, wheels, straps
            there = np.argwhere(cover > 0.5)
            if not len(there):
                continue
            at = there[int(rng.integers(len(there)))][::-1].astype(float)
        turn = float(rng.uniform(0, 360)) if part else 0.0
        matrix = np.array(cv2.getRotationMatrix2D((PART / 2, PART / 2), turn, scale * DRAWN / PART), float)
        matrix[:, 2] += at - PART / 2
        shape = np.asarray(cv2.warpAffine(shape, matrix, (DRAWN, DRAWN)))
        skin = np.asarray(cv2.warpAffine(skin, matrix, (DRAWN, DRAWN), borderMode=cv2.BORDER_REPLICATE))
        seam = 1 - rng.uniform(0, 0.6) * (cv2.GaussianBlur(shape, (0, 0), 3) * (1 - shape))[..., None]
        colour = colour * seam + (skin - colour * seam) * shape[..., None]
        cover = np.maximum(cover, shape)
    return np.asarray(colour, np.float32), cover


def _furred(layers: Layers, rng: np.random.Generator) -> Layers:
    """Now and then an outline as of fur, wool, foliage or crumpled paper."""
    if rng.random() > FURRY:
        return layers
    if rng.random() < HAIRY:
        return _haired(layers, rng)
    height, width = layers.cover.shape
    rough: Floats = rng.normal(0, 1, (2, height, width)).astype(np.float32)
    grain, far = float(rng.uniform(0.8, 6)), float(rng.uniform(1.5, 5))
    shift = [cv2.GaussianBlur(plane, (0, 0), grain) * grain * 2 * far for plane in rough]
    y, x = (plane.astype(np.float32) for plane in np.mgrid[0:height, 0:width])
    at = (x + shift[0], y + shift[1])
    cover = cv2.remap(layers.cover, *at, cv2.INTER_LINEAR)
    colour = cv2.remap(layers.colour, *at, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    if rng.random() < 0.5:  # tufts catch light
        colour = colour * np.exp(0.25 * np.clip(shift[0] / far, -2, 2))[..., None]
    return replace(layers, cover=np.asarray(cover), colour=np.asarray(colour, np.float32))


def _haired(layers: Layers, rng: np.random.Generator) -> Layers:
    """Hairs all over, each lighter or darker than what it grows from; those at the edge stand out from it."""
    height, width = layers.cover.shape
    grown = np.argwhere(layers.cover > 0.5)
    if not len(grown):
        return layers
    inside = cv2.distanceTransform((layers.cover > 0.5).astype(np.uint8), cv2.DIST_L2, 3)
    down, right = (
        cv2.Sobel(cv2.GaussianBlur(inside, (0, 0), 3), cv2.CV_32F, *way) for way in ((0, 1), (1, 0))
    )
    long = float(rng.uniform(0.015, 0.07)) * float(np.sqrt(len(grown)))
    bent, wild = rng.normal(0, 0.6, 2), float(rng.uniform(0.2, 0.8))
    hairs, tones = np.zeros((2, height, width), np.float32)
    count = min(4000, round(len(grown) / max(1.0, long) * float(rng.uniform(0.3, 1.0))))
    for y, x in grown[rng.integers(0, len(grown), count)]:
        out = -np.array([right[y, x], down[y, x]]) / max(1e-3, float(np.hypot(right[y, x], down[y, x])))
        end = np.array([x, y]) + long * float(rng.uniform(0.4, 1.2)) * (out + bent + rng.normal(0, wild, 2))
        root, tip = ((int(4 * a), int(4 * b)) for a, b in ((x, y), end))
        cv2.line(hairs, root, tip, float(rng.uniform(0.5, 1.0)), 1, cv2.LINE_AA, 2)
        cv2.line(tones, root, tip, float(rng.normal(0, 0.3)), 1, cv2.LINE_AA, 2)
    cover = np.maximum(layers.cover, cv2.GaussianBlur(hairs, (0, 0), 0.6))
    return replace(
        layers, cover=cover, colour=np.asarray(layers.colour * np.exp(tones)[..., None], np.float32)
    )


def _cluttered(stage: Stage, empty: Floats, rng: np.random.Generator) -> Floats:
    """Other things: most cut off by the frame, some small and far behind, none of them for sale."""
    height, width = empty.shape[:2]
    for _ in range(int(rng.integers(1, 4))):
        layers = _one(stage, rng)
        far = rng.random() < 0.3
        fill = float(rng.uniform(0.05, 0.15) if far else rng.uniform(0.25, 0.8))
        layers = composites.placed(layers, height, width, rng, fill)
        layers = composites.tinged(layers, empty, rng)
        left, top, across, down = cv2.boundingRect((layers.cover > 0.1).astype(np.uint8))
        if far:  # on the horizon
            shift = (rng.uniform(0, width - across) - left, rng.uniform(0, 0.35) * height - top)
        else:  # over an edge, more often than not beyond the upper one
            edge = rng.choice([0, 1, 2, 3], p=[0.35, 0.25, 0.25, 0.15])
            out = rng.uniform(0.2, 0.7)
            along = rng.uniform(-0.3, 1.0)
            shift = (
                (along * width - left, -out * down - top),
                (-out * across - left, along * height - top),
                (width - (1 - out) * across - left, along * height - top),
                (along * width - left, height - (1 - out) * down - top),
            )[edge]
        empty = layers.shifted(*shift, (width, height)).before(empty)
    soft = float(rng.uniform(0, 3))
    return np.asarray(cv2.GaussianBlur(empty, (0, 0), soft), np.float32) if soft > 0.7 else empty
