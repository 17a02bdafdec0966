"""Where people photograph what they sell: floors, tables, streets, lawns, beds, rooms.

Stuff laid out in perspective, walls behind it, views of surroundings; light falls on them unevenly, and other
things lie about.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from bggen.gamma import to_linear
from bggen.spec import Rgb
from bggen.train.composites import stuff, surroundings, takes
from bggen.train.composites.layers import Floats

FLAT = 0.3  # of the places are seen from above
VIEW = 0.2  # are a view of surroundings alone
PLAIN = 0.12  # are plain, as in a studio
BUILT = 0.25  # have furniture, frames or screens in them


def place(
    height: int, width: int, stuffs: Sequence[Rgb], views: Sequence[Rgb], rng: np.random.Generator
) -> Floats:
    """(height, width, 3) linear light of a place without a product.

    Args:
        stuffs: pictures of surfaces seen straight on; may be empty.
        views: panoramas (h, 2 h, 3); may be empty.
    """
    draw = rng.random()
    if draw < PLAIN:
        empty = takes.backdrop(height, width, rng)
    elif draw < PLAIN + VIEW and len(views):
        empty = view(height, width, views, rng)
        empty = _blurred(empty, rng.uniform(0, 5) if rng.random() < 0.6 else 0.0)
    elif draw < PLAIN + VIEW + FLAT:
        turn, near = rng.uniform(0, 2 * np.pi), float(np.exp(rng.uniform(-1.2, 1.2)))
        empty = stuff.laid(stuff.square(stuffs, rng), height, width, 90.0, turn, near)
        if rng.random() < 0.3:
            empty = stuff.rumpled(empty, rng)
    else:
        empty = _ground(height, width, stuffs, views, rng)
    if rng.random() < BUILT:
        empty = _built(empty, stuffs, rng)
    return np.asarray(np.clip(_lit(empty, rng), 0, 1.08), np.float32)


def view(height: int, width: int, views: Sequence[Rgb], rng: np.random.Generator) -> Floats:
    """(height, width, 3) linear: what a camera sees of a panorama, level or looking down."""
    panorama = views[int(rng.integers(len(views)))]
    field, yaw = np.radians(rng.uniform(35, 80)), rng.uniform(-np.pi, np.pi)
    pitch = np.radians(rng.uniform(-45, 10))
    y, x = (plane.astype(np.float32) for plane in np.mgrid[0:height, 0:width])
    lens = width / 2 / np.tan(field / 2)
    right, up = (x - width / 2) / lens, (height / 2 - y) / lens
    looked_at = surroundings.seen(panorama, right, up, pitch, yaw, cv2.INTER_CUBIC)
    return np.asarray(to_linear(looked_at.astype(np.float32) / 255), np.float32)


def _ground(
    height: int, width: int, stuffs: Sequence[Rgb], views: Sequence[Rgb], rng: np.random.Generator
) -> Floats:
    """A ground and what stands or lies behind it."""
    line = float(rng.uniform(0.05, 0.75)) * height
    elevation = float(rng.uniform(6, 65))
    turn = rng.uniform(-0.5, 0.5) + float(rng.choice([0, np.pi / 2]))
    near = float(np.exp(rng.uniform(-1.0, 1.4)))
    floor = stuff.laid(stuff.square(stuffs, rng), height, width, elevation, turn, near, rng.uniform(0.5, 0.9))
    draw = rng.random()
    if draw < 0.3:
        return floor  # to the upper edge
    if draw < 0.55 and len(views):
        wall = view(height, width, views, rng)
        wall = _blurred(wall, rng.uniform(0, 6))
    elif draw < 0.85:
        wall = stuff.laid(
            stuff.square(stuffs, rng), height, width, 90.0, 0.0, float(np.exp(rng.uniform(-0.7, 1.5)))
        )
        wall = _blurred(wall, rng.uniform(0, 4) if rng.random() < 0.5 else 0.0)
    else:
        wall = takes.backdrop(height, width, rng)
    y, x = (plane.astype(np.float32) for plane in np.mgrid[0:height, 0:width])
    slope = rng.normal(0, 0.02) if rng.random() < 0.7 else rng.normal(0, 0.3)
    soft = float(rng.uniform(0.5, 2.0) if rng.random() < 0.7 else rng.uniform(2, 12))
    below = np.clip((y - line - slope * (x - width / 2)) / soft + 0.5, 0, 1)[..., None]
    dim = 1 - rng.uniform(0, 0.6) * np.exp(-np.abs(y - line) / rng.uniform(2, 20))[..., None]
    return np.asarray((wall + (floor - wall) * below) * dim, np.float32)


def _built(empty: Floats, stuffs: Sequence[Rgb], rng: np.random.Generator) -> Floats:
    """Straight things that people have about them, turned a little, sharp or blurred."""
    height, width = empty.shape[:2]
    make = (_slats, _panes, _rows)[int(rng.integers(3))]
    cover, shown = make(height, width, stuffs, rng)
    turn, skew = (float(rng.normal(0, 5)), rng.normal(0, 0.08)) if rng.random() < 0.7 else (0.0, 0.0)
    if rng.random() < 0.15:
        turn += float(rng.uniform(0, 360))
    spin = cv2.getRotationMatrix2D((width / 2, height / 2), turn, 1.1)
    spin[0, 1] += skew
    cover, shown = (
        np.asarray(cv2.warpAffine(plane, spin, (width, height), borderMode=cv2.BORDER_REFLECT), np.float32)
        for plane in (cover, shown)
    )
    soft = float(rng.choice([0.5, 0.5, rng.uniform(0.5, 6)]))
    share = cv2.GaussianBlur(cover, (0, 0), soft)[..., None]
    dim = 1 - rng.uniform(0, 0.6) * cv2.GaussianBlur(cover, (0, 0), soft + rng.uniform(1, 8))[..., None]
    return np.asarray(empty * dim * (1 - share) + _blurred(shown, soft) * share, np.float32)


def _slats(height: int, width: int, stuffs: Sequence[Rgb], rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Coverage (h, w) and colours (h, w, 3) of a bench, fence or blind."""
    pitch, share = rng.uniform(0.06, 0.4), rng.uniform(0.3, 0.92)
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    cover = np.broadcast_to(np.mod(y / pitch + rng.uniform(0, 1), 1) < share, (height, width))
    turn = float(rng.choice([0, np.pi / 2]))
    return cover.astype(np.float32), stuff.laid(
        stuff.square(stuffs, rng), height, width, 90.0, turn, rng.uniform(0.5, 2)
    )


def _panes(height: int, width: int, stuffs: Sequence[Rgb], rng: np.random.Generator) -> tuple[Floats, Floats]:
    """The same of windows, screens, boards and boxes, most of them cut off by the frame."""
    cover: Floats = np.zeros((height, width), np.float32)
    shown = np.broadcast_to(rng.uniform(0.01, 0.9, 3), (height, width, 3)).astype(np.float32)
    for _ in range(int(rng.integers(1, 5))):
        size = rng.uniform(0.4, 1.2, 2) * [width, height]
        left, top = (round(v) for v in rng.uniform(-0.7, 0.8, 2) * [width, height])
        right, bottom = left + round(size[0]), top + round(size[1])
        wall = -1 if rng.random() < 0.6 else max(2, int(rng.uniform(0.01, 0.06) * width))
        cv2.rectangle(cover, (left, top), (right, bottom), 1.0, wall)
        if rng.random() < 0.5:
            shown[max(0, top) : max(0, bottom), max(0, left) : max(0, right)] = rng.uniform(0.01, 0.95, 3)
    return cover, shown


def _rows(height: int, width: int, stuffs: Sequence[Rgb], rng: np.random.Generator) -> tuple[Floats, Floats]:
    """The same of a shop's shelves: boxes side by side, half of them with a label."""
    cover: Floats = np.zeros((height, width), np.float32)
    shown: Floats = np.zeros((height, width, 3), np.float32)
    pitch = rng.uniform(0.08, 0.3, 2) * [width, height]
    for top in np.arange(-rng.uniform(0, 1) * pitch[1], height, pitch[1]):
        for left in np.arange(-rng.uniform(0, 1) * pitch[0], width, pitch[0]):
            size = pitch * rng.uniform([0.6, 0.5], [0.98, 0.95])
            x0, y1 = int(left), int(top + pitch[1])
            x1, y0 = int(left + size[0]), int(y1 - size[1])
            across = slice(max(0, x0), max(0, x1))
            cover[max(0, y0) : max(0, y1), across] = 1
            shown[max(0, y0) : max(0, y1), across] = rng.uniform(0.02, 0.95, 3)
            if rng.random() < 0.5:
                shown[max(0, (y0 + y1) // 2) : max(0, y1 - 3), across] = rng.uniform(0.02, 0.95, 3)
            for line in rng.uniform(0.1, 0.9, int(rng.integers(0, 6))):  # print
                start, end = np.sort(rng.uniform(x0, x1, 2)).astype(int)
                top_of = int(y0 + line * (y1 - y0))
                tall = max(1, round(0.06 * size[1]))
                tone = rng.uniform(0.02, 0.95, 3)
                shown[max(0, top_of) : max(0, top_of + tall), max(0, start) : max(0, end)] = tone
    return cover, shown


def _lit(empty: Floats, rng: np.random.Generator) -> Floats:
    """Light that falls off, comes through leaves or bars, or throws the shadow of something out of frame."""
    height, width = empty.shape[:2]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, width, dtype=np.float32)[None]
    shade = np.exp(rng.normal(0, 0.15) * x + rng.normal(0, 0.2) * y)
    if rng.random() < 0.3:
        shade = shade * (1 - rng.uniform(0, 0.5) * ((x - rng.normal(0, 0.3)) ** 2 + y**2) / 2)
    if rng.random() < 0.3:
        spots = cv2.resize(
            rng.normal(0, 1, (int(rng.integers(3, 14)),) * 2).astype(np.float32),
            (width, height), interpolation=cv2.INTER_CUBIC,
        )  # fmt: skip
        edge = rng.uniform(0.5, 12)
        shade = shade * (1 - rng.uniform(0.1, 0.7) / (1 + np.exp(-edge * (spots - rng.normal(0, 0.5)))))
    if rng.random() < 0.15:
        way = rng.uniform(0, 2 * np.pi)
        side = np.cos(way) * x + np.sin(way) * y - rng.uniform(-0.6, 0.8)
        shade = shade * (1 - rng.uniform(0.1, 0.7) * np.clip(side * rng.uniform(3, 60) + 0.5, 0, 1))
    return np.asarray(empty * shade[..., None], np.float32)


def _blurred(light: Floats, sigma: float) -> Floats:
    return np.asarray(cv2.GaussianBlur(light, (0, 0), sigma), np.float32) if sigma > 0.3 else light
