"""Photos of made-up shops, as many as one likes: product, shadow and plain backdrop put together anew.

A packshot and its plate tell how much light the product takes from its surroundings: the ratio of the two.
Laid over another backdrop it is a shadow there. Drawn shapes with drawn shadows add what the packshots lack:
thin parts, openings, labels, products that lie flat. How a photo is taken (exposure, blur, noise, JPEG)
comes last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.cutout import matting
from bggen.cutout.evidence import linear
from bggen.train.data import Packed

Floats = NDArray[Any]  # float32
DARKEST = 0.02  # linear light of a plate below which a ratio tells nothing
FADE = 24  # pixels from a packshot's frame over which its shadow ends: it would be cut off otherwise
LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


@dataclass(frozen=True, slots=True)
class Layers:
    """A product apart from its backdrop, in linear light."""

    colour: Floats  # (h, w, 3) in 0..1, valid beyond the product's edge too
    cover: Floats  # (h, w) its coverage, 0..1
    ratio: Floats  # (h, w, 3) light that it leaves on what is about it, 1 = all; valid under its edge too


@dataclass(frozen=True, slots=True)
class Composite:
    """A finished photo and its truth."""

    rgb: NDArray[np.uint8]  # (h, w, 3)
    cover: Floats  # (h, w) 0..1
    shade: Floats  # (h, w) share of the backdrop's light that is taken, 0..1; 0 where product is


def compose(packed: Packed, index: int, rng: np.random.Generator, side: int = 448) -> Composite:
    """A photo of one packshot's product, or of a drawn one in two of five. About `side` pixels a side."""
    layers = None if rng.random() < 0.4 else rendered(packed, index)
    if layers is None:
        layers = drawn(packed, index, rng)
    height, width = (round(side * float(rng.uniform(0.8, 1.1))) for _ in range(2))
    empty = backdrop(height, width, rng)
    layers = _tinged(_placed(layers, height, width, rng), empty, rng)
    cover = layers.cover[..., None]
    light = layers.colour * cover + (1 - cover) * layers.ratio * empty
    shade = np.clip(1 - layers.ratio @ LUMA, 0, 1) * (1 - layers.cover)
    return Composite(taken(light, rng), layers.cover, shade.astype(np.float32))


def rendered(packed: Packed, index: int) -> Layers | None:
    """A packshot's product with the true ratio about it; None without a plate or where it is cut off."""
    rgba, plate = packed.rgba[index], packed.rows[index]["plate"]
    cover = rgba[:, :, 3].astype(np.float32) / 255
    edge = np.concatenate([cover[0], cover[-1], cover[:, 0], cover[:, -1]])
    if plate < 0 or edge.max() > 0.02 or cover.max() < 0.9:
        return None
    seen = linear(rgba[:, :, :3].astype(np.float32) / 255)
    empty = linear(packed.plate[plate].astype(np.float32) / 255)
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
    return Layers(matting.spread(seen, (cover > 0.99).astype(np.float32)), cover, ratio.astype(np.float32))


def drawn(packed: Packed, index: int, rng: np.random.Generator) -> Layers:
    """A product of simple shapes, filled from a packshot's pixels, with a drawn shadow."""
    side = packed.rgba.shape[1]
    if packed.rows[index]["plate"] < 0 and rng.random() < 0.5:  # an older packshot's own product
        cover = packed.rgba[index][:, :, 3].astype(np.float32) / 255
        seen = linear(packed.rgba[index][:, :, :3].astype(np.float32) / 255)
        if cover[[0, -1]].max() < 0.02 and cover[:, [0, -1]].max() < 0.02 and cover.max() > 0.9:
            colour = matting.spread(seen, (cover > 0.99).astype(np.float32))
            return Layers(colour, cover, _shadow(cover, rng))
    cover = _shape(side, rng)
    return Layers(_skin(packed.rgba[index][:, :, :3], cover, rng), cover, _shadow(cover, rng))


def _shape(side: int, rng: np.random.Generator) -> Floats:
    """(side, side) coverage of one to four primitives, now and then with openings."""
    fine = 4 * side
    canvas = np.zeros((fine, fine), np.uint8)
    middle = np.array([0.5, 0.5]) * fine
    for part in range(int(rng.integers(1, 5))):
        at = middle + rng.normal(0, 0.02 + 0.09 * (part > 0), 2) * fine
        _primitive(canvas, at, rng, 255)
    for _ in range(int(rng.integers(0, 3)) if rng.random() < 0.4 else 0):
        _primitive(canvas, middle + rng.normal(0, 0.1, 2) * fine, rng, 0, 0.5)
    if rng.random() < 0.3:  # a hollow frame: handles, rings, chairs
        wall = int(rng.uniform(0.008, 0.05) * fine)
        inner = cv2.erode(canvas, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (wall, wall)))
        canvas = np.asarray(cv2.subtract(canvas, inner), np.uint8)
    if rng.random() < 0.3:  # straps, cables, arms of glasses
        start = middle + rng.normal(0, 0.15, 2) * fine
        way = np.cumsum(np.cumsum(rng.normal(0, 0.004, (24, 2)), axis=0) + rng.normal(0, 0.012, 2), axis=0)
        line = np.round(start + way * fine).astype(np.int32)
        cv2.polylines(canvas, [line], False, 255, int(rng.uniform(0.006, 0.03) * fine), cv2.LINE_AA)
    margin = fine // 8
    canvas[:margin], canvas[-margin:], canvas[:, :margin], canvas[:, -margin:] = 0, 0, 0, 0
    return np.asarray(cv2.resize(canvas, (side, side), interpolation=cv2.INTER_AREA), np.float32) / 255


def _primitive(
    canvas: NDArray[np.uint8], at: Floats, rng: np.random.Generator, value: int, scale: float = 1.0
) -> None:
    """Fill an ellipse, a box with round corners or a star-shaped blob in place."""
    fine = canvas.shape[0]
    half = rng.uniform(0.05, 0.28, 2) * fine * scale
    kind, turn = rng.choice(["ellipse", "box", "blob"]), float(rng.choice([0.0, rng.uniform(0, np.pi)]))
    angles = np.linspace(0, 2 * np.pi, 160, endpoint=False)
    if kind == "box":
        power = rng.uniform(0.05, 0.5)  # towards 0 a superellipse is a box
        unit = np.stack([np.cos(angles), np.sin(angles)], axis=1)
        unit = np.sign(unit) * np.abs(unit) ** power
    else:
        radius = np.ones_like(angles)
        if kind == "blob":
            for wave in range(2, 8):
                radius = radius + rng.normal(0, 0.25 / wave) * np.cos(wave * angles + rng.uniform(0, 6.3))
        unit = np.stack([np.cos(angles), np.sin(angles)], axis=1) * radius[:, None]
    spin = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    cv2.fillPoly(canvas, [np.round(at + (unit * half) @ spin).astype(np.int32)], value)


def _skin(picture: NDArray[np.uint8], cover: Floats, rng: np.random.Generator) -> Floats:
    """(h, w, 3) linear colours: plain or a piece of a picture, shaded, now and then with a label."""
    side = cover.shape[0]
    y, x = (plane.astype(np.float32) / side - 0.5 for plane in np.mgrid[0:side, 0:side])
    colour = np.broadcast_to(rng.uniform(0.02, 0.9, 3).astype(np.float32), (side, side, 3)).copy()
    if rng.random() < 0.5:  # grey shades are the hard ones: only their edges tell them from a shadow
        colour[:] = rng.uniform(0.01, 0.95)
    if rng.random() < 0.6:
        width = int(rng.integers(side // 4, side))
        top, left = (int(v) for v in rng.integers(0, side - width + 1, 2))
        piece = np.asarray(picture[top : top + width, left : left + width], np.float32) / 255
        colour = linear(cv2.resize(piece, (side, side), interpolation=cv2.INTER_LINEAR))
    for _ in range(int(rng.integers(0, 3))):
        place = np.zeros((side, side), np.uint8)
        _primitive(place, np.array([0.5, 0.5]) * side + rng.normal(0, 0.12, 2) * side, rng, 1, 0.6)
        colour[place > 0] = rng.uniform(0.5, 1.0) if rng.random() < 0.6 else rng.uniform(0, 1, 3)
    direction = rng.uniform(0, 2 * np.pi)
    slope = 1 + rng.uniform(0, 1.2) * (np.cos(direction) * x + np.sin(direction) * y)
    depth = cv2.distanceTransform((cover > 0.5).astype(np.uint8), cv2.DIST_L2, 5)
    round_ = 1 - rng.uniform(0, 0.5) * np.exp(-depth / rng.uniform(2, 25))  # darker or paler towards its rim
    round_ = round_ if rng.random() < 0.7 else 2 - round_
    return np.asarray(np.clip(colour * (slope * round_)[..., None], 0, 1.2), np.float32)


def _shadow(cover: Floats, rng: np.random.Generator) -> Floats:
    """(h, w, 3) ratio: soft all round, tight under the base, cast aside, in any mixture, or a mirror."""
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
    tinge = 1 + rng.normal(0, 0.04, 3) * rng.random()
    ratio = np.clip(1 - taken_[..., None] * tinge, 0.01, 1.1)
    return matting.spread(ratio.astype(np.float32), (cover < 0.5).astype(np.float32))


def _moved(plane: Floats, shift: Floats) -> Floats:
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]]], np.float32)
    return np.asarray(cv2.warpAffine(plane, matrix, plane.shape[::-1]))


def _placed(layers: Layers, height: int, width: int, rng: np.random.Generator) -> Layers:
    """The layers at a new size and place, mirrored in half the cases, in a picture of (height, width)."""
    if rng.random() < 0.5:
        layers = Layers(layers.colour[:, ::-1], layers.cover[:, ::-1], layers.ratio[:, ::-1])
    left, top, across, down = cv2.boundingRect((layers.cover > 0.02).astype(np.uint8))
    fill = float(rng.uniform(0.45, 0.88))
    scale = fill * min(width / max(across, 1), height / max(down, 1))
    centre = np.array([left + across / 2, top + down / 2]) * scale
    room = np.array([width - across * scale, height - down * scale])
    at = np.array([width, height]) / 2 + rng.uniform(-0.4, 0.4, 2) * room
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
    return Layers(moved(layers.colour, cv2.BORDER_REPLICATE), cover, moved(layers.ratio, cv2.BORDER_CONSTANT))


def _tinged(layers: Layers, empty: Floats, rng: np.random.Generator) -> Layers:
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


def backdrop(height: int, width: int, rng: np.random.Generator) -> Floats:
    """(height, width, 3) linear light: white, grey, pastel or dark; graded, vignetted, wall and table."""
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, width, dtype=np.float32)[None]
    draw = rng.random()
    if draw < 0.3:
        colour = np.full(3, rng.uniform(0.9, 1.06))
    elif draw < 0.6:
        colour = rng.uniform(0.35, 0.95) * np.exp(rng.normal(0, 0.03, 3))
    elif draw < 0.9:
        colour = rng.uniform(0.4, 0.95) * (1 - rng.uniform(0, 0.5) * rng.uniform(0, 1, 3))
    else:
        colour = rng.uniform(0.03, 0.3) * np.exp(rng.normal(0, 0.2, 3))
    shade: Floats = np.ones((height, width), np.float32)
    if rng.random() < 0.7:
        shade = shade * (1 + rng.normal(0, 0.06) * x + rng.normal(0, 0.08) * y)
    if rng.random() < 0.4:
        far = (x - rng.normal(0, 0.3)) ** 2 + (y - rng.normal(0, 0.3)) ** 2
        shade = shade * (1 - rng.uniform(0, 0.18) * far)
    empty = shade[..., None] * colour.astype(np.float32)
    if rng.random() < 0.2:  # a wall above a table
        line = rng.uniform(-0.3, 0.7) + rng.normal(0, 0.01) * x
        blur = rng.uniform(0.004, 0.06)
        table = np.clip((y - line) / blur + 0.5, 0, 1)[..., None]
        empty = empty * (1 + table * (np.exp(rng.normal(0, 0.25)) * np.exp(rng.normal(0, 0.04, 3)) - 1))
    return np.asarray(np.clip(empty, 0, 1.08), np.float32)


def taken(light: Floats, rng: np.random.Generator) -> NDArray[np.uint8]:
    """What cameras and shops do to (h, w, 3) linear light: blur, tint, noise, sharpening, JPEG."""
    light = cv2.GaussianBlur(light, (0, 0), float(rng.uniform(0.3, 0.8))) if rng.random() < 0.6 else light
    srgb = np.where(light <= 0.0031308, light * 12.92, 1.055 * np.maximum(light, 1e-6) ** (1 / 2.4) - 0.055)
    srgb = np.asarray(srgb, np.float32) * (1 + rng.normal(0, 0.012, 3).astype(np.float32))
    if rng.random() < 0.4:
        grain: Floats = rng.normal(0, 1, srgb.shape).astype(np.float32)
        grain = cv2.GaussianBlur(grain, (0, 0), 0.7) * 2 if rng.random() < 0.5 else grain
        srgb = srgb + grain * float(rng.uniform(0.002, 0.016))
    if rng.random() < 0.3:
        srgb = srgb + float(rng.uniform(0.2, 0.8)) * (srgb - cv2.GaussianBlur(srgb, (0, 0), 1.0))
    pixels = np.clip(srgb * 255 + 0.5, 0, 255).astype(np.uint8)
    if rng.random() < 0.8:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(55, 98))]
        coded = cv2.imencode(".jpg", pixels[..., ::-1], quality)[1]
        return np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)[..., ::-1].copy()
    return np.ascontiguousarray(pixels)
