"""Photos of made-up shops, as many as one likes: product, shadow and plain backdrop put together anew.

A packshot and its plate tell how much light the product takes from its surroundings: the ratio of the two.
Laid over another backdrop it is a shadow there. Drawn products with drawn shadows add what packshots lack.
How a photo is taken (exposure, blur, noise, JPEG) comes last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.cutout.edge import matting
from bggen.gamma import to_linear
from bggen.train.composites import pieces, shadows, takes, wares
from bggen.train.composites.layers import Floats, Layers
from bggen.train.data import Packed

DARKEST = 0.02  # linear light of a plate below which a ratio tells nothing
FADE = 24  # pixels from a packshot's frame over which its shadow ends: it would be cut off otherwise
LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


@dataclass(frozen=True, slots=True)
class Composite:
    """A finished photo and its truth."""

    rgb: NDArray[np.uint8]  # (h, w, 3)
    cover: Floats  # (h, w) 0..1
    shade: Floats  # (h, w) share of the backdrop's light that is taken, 0..1; 0 where product is


def compose(packed: Packed, pool: list[int], rng: np.random.Generator, side: int = 448) -> Composite:
    """A photo of one product or two, of packshots or drawn. About `side` pixels a side."""
    layers = product(packed, pool, rng)
    if rng.random() < 0.15:
        layers = beside(layers, product(packed, pool, rng), rng)
    height, width = (round(side * float(rng.uniform(0.75, 1.1))) for _ in range(2))
    empty = takes.backdrop(height, width, rng)
    layers = tinged(placed(layers, height, width, rng), empty, rng)
    if rng.random() < 0.35:
        layers = _like_backdrop(layers, empty, rng)
    light = layers.before(empty)
    shade = np.clip(1 - layers.ratio @ LUMA, 0, 1) * (1 - layers.cover)
    return Composite(takes.taken(light, rng), layers.cover, shade.astype(np.float32))


def product(packed: Packed, pool: list[int], rng: np.random.Generator) -> Layers:
    """A rendered packshot with its own shadow, one with a drawn shadow, or a drawn product."""
    index = int(rng.choice(pool))
    draw = rng.random()
    if draw < 0.5:
        for _ in range(4):  # many have no plate, or are cut off
            if (layers := rendered(packed, index)) is not None:
                return layers
            index = int(rng.choice(pool))
    rgba = packed.rgba[index]
    cover = rgba[:, :, 3].astype(np.float32) / 255
    whole = max(cover[[0, -1]].max(), cover[:, [0, -1]].max()) < 0.02 and cover.max() > 0.9
    if draw < 0.6 and whole:
        seen = to_linear(rgba[:, :, :3].astype(np.float32) / 255)
        return alone(seen, cover, rng)
    colour, cover, clear = wares.product(rgba[:, :, :3], rng)
    return Layers(colour, cover, shadows.shadow(cover, rng), clear)


def alone(seen: Floats, cover: Floats, rng: np.random.Generator) -> Layers:
    """A product from a picture (h, w, 3) in linear light and its coverage (h, w), with a drawn shadow."""
    colour = matting.spread(seen, (cover > 0.99).astype(np.float32))
    return Layers(colour, cover, shadows.shadow(cover, rng), np.zeros_like(cover))


def rendered(packed: Packed, index: int) -> Layers | None:
    """A packshot's product with the true ratio about it; None without a plate or where it is cut off."""
    rgba, plate = packed.rgba[index], packed.rows[index]["plate"]
    cover = rgba[:, :, 3].astype(np.float32) / 255
    edge = np.concatenate([cover[0], cover[-1], cover[:, 0], cover[:, -1]])
    if plate < 0 or edge.max() > 0.02 or cover.max() < 0.9:
        return None
    seen = to_linear(rgba[:, :, :3].astype(np.float32) / 255)
    empty = to_linear(packed.plate[plate].astype(np.float32) / 255)
    ratio = cv2.medianBlur(np.clip((seen + 0.003) / (empty + 0.003), 0.02, 1.4).astype(np.float32), 3)
    trusted = ((cover < 0.01) & (empty.min(axis=2) > DARKEST)).astype(np.float32)
    if trusted.mean() < 0.3:
        return None
    ratio = matting.spread(ratio, trusted)
    # A textured plate leaves grain all over: only where light is truly taken is it shadow.
    deviation = cv2.GaussianBlur(np.abs(ratio @ LUMA - 1), (0, 0), 5)
    ratio = 1 + (ratio - 1) * np.clip((deviation - 0.03) / 0.06, 0, 1)[..., None]
    height, width = cover.shape
    rows, columns = np.arange(height), np.arange(width)
    away = np.minimum(
        np.minimum(rows, height - 1 - rows)[:, None], np.minimum(columns, width - 1 - columns)[None]
    )
    ratio = 1 + (ratio - 1) * np.clip(away / FADE, 0, 1)[..., None]
    colour = matting.spread(seen, (cover > 0.99).astype(np.float32))
    return Layers(colour, cover, ratio.astype(np.float32), np.zeros_like(cover))


def beside(one: Layers, other: Layers, rng: np.random.Generator) -> Layers:
    """Two products in one picture, about on one line, apart or one before the other."""
    height, width = one.cover.shape
    if other.cover.shape != (height, width):  # drawn, rendered and packed ones are of different sizes
        other = other.resized(width, height)
    lefts, spans = [], []
    for layers in (one, other):
        left, _, across, _ = cv2.boundingRect((layers.cover > 0.02).astype(np.uint8))
        lefts.append(left)
        spans.append(across)
    gap = round(float(rng.uniform(-0.3, 0.5)) * min(spans))
    size = (2 * width + abs(gap), height)
    behind = one.shifted(0, 0, size)
    front = other.shifted(lefts[0] + spans[0] + gap - lefts[1], 0, size)
    hidden = front.cover[..., None]
    return Layers(
        colour=front.colour * hidden
        + behind.colour * behind.cover[..., None] * front.ratio * (1 - hidden)
        + front.colour * (1 - behind.cover[..., None]) * (1 - hidden),
        cover=1 - (1 - behind.cover) * (1 - front.cover),
        ratio=behind.ratio * front.ratio,
        clear=front.clear * front.cover + behind.clear * (1 - front.cover),
    )


def placed(
    layers: Layers, height: int, width: int, rng: np.random.Generator, fill: float | None = None
) -> Layers:
    """The layers at a new size and place, mirrored in half the cases, in a picture of (height, width).

    Args:
        fill: how much of the frame the product's box takes up in one direction; None: most of it.
    """
    if rng.random() < 0.5:
        layers = Layers(*(plane[:, ::-1] for plane in layers.planes))
    left, top, across, down = cv2.boundingRect((layers.cover > 0.02).astype(np.uint8))
    if fill is None:
        fill = float(rng.uniform(0.45, 0.97) if rng.random() < 0.95 else rng.uniform(1.0, 1.15))
    scale = fill * min(width / max(across, 1), height / max(down, 1))
    centre = np.array([left + across / 2, top + down / 2]) * scale
    room = np.array([width - across * scale, height - down * scale])
    at = np.array([width, height]) / 2 + rng.uniform(-0.4, 0.4, 2) * np.abs(room)
    matrix = np.array([[scale, 0, at[0] - centre[0]], [0, scale, at[1] - centre[1]]], np.float32)

    def moved(plane: Floats, border: int) -> Floats:
        plane = np.ascontiguousarray(plane)
        if scale < 0.8:  # no aliasing on the way down
            plane = cv2.GaussianBlur(plane, (0, 0), 0.4 / scale)
        size, white = (width, height), (1.0, 1.0, 1.0)
        return np.asarray(
            cv2.warpAffine(plane, matrix, size, borderMode=border, borderValue=white), np.float32
        )

    cover = moved(layers.cover, cv2.BORDER_REPLICATE)
    if scale > 1.1:  # enlarging softens: real edges are crisp at the size at which they are seen
        cover = np.clip((cover - 0.5) * min(scale, 2.0) + 0.5, 0, 1)
    colour, clear = (moved(plane, cv2.BORDER_REPLICATE) for plane in (layers.colour, layers.clear))
    return Layers(colour, cover, moved(layers.ratio, cv2.BORDER_CONSTANT), clear)


def tinged(layers: Layers, empty: Floats, rng: np.random.Generator) -> Layers:
    """Other exposures and tints; now and then a product as pale or as grey as backdrop or shadow."""
    colour = layers.colour * np.exp(rng.normal(0, 0.25)) * np.exp(rng.normal(0, 0.06, 3))
    draw = rng.random()
    if draw < 0.25:  # pale on pale
        pale = empty.mean((0, 1)) * rng.uniform(0.75, 1.1)
        colour = colour + (pale - colour) * rng.uniform(0.4, 0.9)
    elif draw < 0.4:
        grey = (colour @ LUMA)[..., None]
        colour = colour + (grey - colour) * rng.uniform(0.6, 1.0)
    elif draw < 0.5:
        colour = colour * rng.uniform(0.05, 0.4)
    ratio = np.clip(layers.ratio, 0.01, 1.2)
    light = (ratio @ LUMA)[..., None]
    ratio = light + (ratio - light) * rng.uniform(0, 1.2)
    strength = float(rng.uniform(0.4, 2.2))
    return replace(
        layers,
        colour=np.clip(colour, 0, 1.2).astype(np.float32),
        ratio=np.clip(ratio, 0.01, 1.2).astype(np.float32) ** strength,
    )


def _like_backdrop(layers: Layers, empty: Floats, rng: np.random.Generator) -> Layers:
    """A part of the product takes on the backdrop's colour, or a shadow's on it: soles, labels, lids."""
    height, width = layers.cover.shape
    left, top, across, down = cv2.boundingRect((layers.cover > 0.5).astype(np.uint8))
    place: Floats = np.zeros((height, width), np.float32)
    if rng.random() < 0.5:  # from an edge inwards, to a straight line
        y, x = (plane.astype(np.float32) for plane in np.mgrid[0:height, 0:width])
        turn = float(rng.choice([0, 1, 2, 3, rng.uniform(0, 4)])) * np.pi / 2
        along = np.cos(turn) * (x - left) / max(across, 1) + np.sin(turn) * (y - top) / max(down, 1)
        inside = along[layers.cover > 0.5]
        reach = rng.uniform(0.05, 0.6) if rng.random() < 0.85 else 1.0
        limit = np.quantile(inside, reach) if len(inside) else 0.0
        place[along <= limit] = 1
    else:
        mask = np.zeros((max(height, width),) * 2, np.uint8)
        centre = np.array([left + across * rng.uniform(0, 1), top + down * rng.uniform(0, 1)])
        pieces.primitive(mask, centre, rng, 1, max(across, down) / max(height, width))
        place = mask[:height, :width].astype(np.float32)
    place = cv2.GaussianBlur(place, (0, 0), 0.7)[..., None]
    light = (layers.colour @ LUMA)[..., None]
    relief = light / max(float(light[layers.cover > 0.5].mean()) if (layers.cover > 0.5).any() else 1.0, 0.02)
    relief = np.clip(relief, 0.3, 1.6) ** rng.uniform(0.05, 0.5)
    level = rng.uniform(0.82, 1.05) if rng.random() < 0.75 else rng.uniform(0.25, 0.8)
    alike = empty.mean((0, 1)) * level * relief * np.exp(rng.normal(0, 0.012, 3))
    colour = layers.colour + (np.clip(alike, 0, 1.2) - layers.colour) * place
    return replace(layers, colour=colour.astype(np.float32), clear=layers.clear * (1 - place[..., 0]))
