"""Places to travel to, painted as `landscapes` are: dunes, palms by the sea, a pool, a wall of graffiti."""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np

from bggen.train.scenes.matter.palette import Linear, scaled
from bggen.train.scenes.outdoors.canvas import SIZE, Canvas, mixed


def _dunes(it: Canvas, sun: float) -> str:
    """Ridges of sand, their far sides in shade, under a pale sky."""
    it.sky((1.1, 0.86, 0.62), (0.2, 0.46, 1.0))
    it.glow(sun, 0.7, 1.6, (0.2, 0.13, 0.06))
    away = 1 if sun < 0.5 else -1
    for wide, low, high, haze in ((300, 0.3, 0.8, 0.4), (260, 0.05, 0.45, 0.18), (330, -0.5, 0.12, 0.0)):
        line = it.ridge(wide, low, high, 0.25)
        slope = np.gradient(cv2.GaussianBlur(line[None], (0, 0), 12)[0]) * away
        deep = ((it.rows - line) / it.unit).clip(0, 1)
        shade = (0.3 + 2.5 * slope)[None].clip(0, 1) * np.exp(-3.5 * deep)  # the side away from the sun
        sand = mixed(shade.astype(np.float32), (1.0, 0.56, 0.22), (0.32, 0.14, 0.06))
        sand *= (0.92 + 0.16 * it.noise(70, 8, 4))[..., None]
        sky = np.array((1.0, 0.9, 0.78), np.float32)
        it.lay(it.below(line, 2), np.asarray(sand + haze * (sky - sand), np.float32))
    return "desert with sand dunes"


def _palms(it: Canvas, sun: float) -> str:
    """A lagoon and white sand, a palm on one side."""
    it.sky((0.84, 1.0, 1.1), (0.28, 0.54, 1.0))
    it.clouds(0.36, (1.15, 1.15, 1.15))
    it.lay(it.below(it.ridge(300, 0.02, 0.2, 0.5), 3), (0.13, 0.28, 0.2))  # an island
    depth = ((it.rows - it.horizon) / (0.5 * it.unit)).clip(0, 1)
    water = mixed(depth.astype(np.float32), (0.04, 0.34, 0.52), (0.3, 0.85, 0.76))
    it.lay(it.below(float(it.horizon), 2), np.asarray(water * (0.85 + 0.3 * it.noise(90, 5, 4))[..., None]))
    it.sparks(200, (24, 30, 28), it.horizon, it.horizon + 0.5 * it.unit)
    it.lay(
        it.below(it.ridge(400, -0.66, -0.5, 0.3), 6),
        mixed(it.noise(60, 20), (0.66, 0.56, 0.4), (0.88, 0.79, 0.62)),
    )
    x, y = (0.3 if sun > 0.5 else 0.7) * SIZE[1], it.horizon - 1.75 * it.unit  # its crown, opposite the sun
    foot = (int(x + (0.3 if sun < 0.5 else -0.3) * it.unit), int(it.horizon + 0.55 * it.unit))
    cv2.line(it.light, foot, (int(x), int(y)), (0.3, 0.22, 0.14), 11, cv2.LINE_AA)
    for k in range(11):
        _frond(it, (x, y), math.radians(-205 + 23 * k + it.rng.uniform(-8, 8)), it.rng.uniform(1.1, 1.6))
    return "tropical beach with a palm tree"


def _stadium(it: Canvas, sun: float) -> str:
    """A lawn before full stands under a bright sky, floodlights over them."""
    it.sky((0.86, 0.98, 1.12), (0.3, 0.56, 1.02))
    it.clouds(0.4, (1.12, 1.12, 1.14))
    roof, top, foot = (it.horizon - up * it.unit for up in (1.15, 0.95, 0.12))
    it.lay(it.below(float(roof), 3), (0.62, 0.66, 0.7))
    it.lay(it.below(float(top), 2), (0.16, 0.18, 0.24))
    crowd = it.noise(9, 9, 1)[..., None]
    tint = np.stack([it.noise(9, 9, 1) for _ in range(3)], 2)
    people = (0.75 * crowd + 0.25 * tint) ** 2 * 0.8 * (crowd > 0.35)
    rows = 0.75 + 0.25 * np.sin(it.rows * 0.5)
    it.light += it.below(float(top + 8), 2)[..., None] * np.asarray(people * rows[..., None], np.float32)
    it.lay(it.below(float(foot), 3), (0.78, 0.8, 0.82))  # boards
    depth = ((it.rows - it.horizon) / (0.6 * it.unit)).clip(0, 1).astype(np.float32)
    lawn = mixed(depth, (0.16, 0.36, 0.1), (0.24, 0.5, 0.13)) * (0.9 + 0.2 * it.noise(90, 6, 4))[..., None]
    it.lay(it.below(float(it.horizon), 3), np.asarray(lawn, np.float32))
    it.sparks(70, (60, 62, 64), roof - 0.35 * it.unit, roof - 0.2 * it.unit)
    it.glow(sun, 1.8, 1.6, (0.2, 0.17, 0.1))
    return "stadium"


def _frond(it: Canvas, root: tuple[float, float], turn: float, length: float) -> None:
    """A palm leaf from a root, `length` units long, that sets out at `turn`, radians down from rightwards."""
    green = scaled((60.0, 120.0, 40.0), it.rng.uniform(0.6, 1.3))
    colour = [part / 255 for part in green]
    x, y = root
    for k in range(13):
        step = length * it.unit / 13
        turn += 0.1 * math.cos(turn)  # by its weight, towards straight down
        x, y = x + step * math.cos(turn), y + step * math.sin(turn)
        reach = 0.2 * it.unit * math.sin(math.pi * (k + 1.5) / 15)
        for side in (-1, 1):
            tip = turn + side * 0.9
            ends = [
                (int(x), int(y)),
                (int(x + reach * math.cos(tip)), int(y + reach * math.sin(tip) + 0.2 * reach)),
            ]
            cv2.line(it.light, ends[0], ends[1], colour, 5, cv2.LINE_AA)


def _pool(it: Canvas, sun: float) -> str:
    """Clear water with the net of light on its ground, a hedge and a pale wall behind."""
    it.sky((0.9, 1.02, 1.1), (0.36, 0.6, 1.0))
    hedge = mixed(it.noise(26, 26, 4, 0.7), (0.05, 0.13, 0.04), (0.3, 0.48, 0.14))
    it.lay(it.below(it.ridge(60, 0.5, 0.75, 0.6), 6), hedge)
    it.lay(it.below(it.horizon - 0.12 * it.unit, 2), (0.98, 0.92, 0.82))  # its rim
    depth = ((it.rows - it.horizon) / (1.2 * it.unit)).clip(0, 1)
    waves = it.noise(80, 14, 4) + 0.4 * it.noise(30, 6, 3)
    net = np.exp(-(((waves - 0.7) / 0.05) ** 2)).astype(np.float32)
    water = mixed(depth.astype(np.float32), (0.06, 0.5, 0.66), (0.3, 0.86, 0.92))
    it.lay(
        it.below(it.horizon + 0.05 * it.unit, 2), np.asarray(water * (0.9 + 0.7 * net)[..., None], np.float32)
    )
    it.glow(sun, 0.6, 1.6, (0.3, 0.26, 0.16))
    it.sparks(320, (40, 46, 46), it.horizon + 0.1 * it.unit, it.horizon + 1.0 * it.unit)
    return "swimming pool"


def _graffiti(it: Canvas, sun: float) -> str:
    """Sprayed letters in loud colours on a wall of concrete, a pavement before it."""
    wall = mixed(it.noise(120, 90, 5), (0.42, 0.42, 0.43), (0.66, 0.65, 0.63))
    lit = 1.1 - 0.25 * np.abs(it.columns / SIZE[1] - sun)
    it.light = np.asarray(wall * lit[..., None], np.float32)
    paints = [
        (0.86, 0.05, 0.22),
        (0.02, 0.42, 0.8),
        (1.0, 0.62, 0.03),
        (0.1, 0.62, 0.24),
        (0.42, 0.1, 0.62),
        (0.95, 0.3, 0.5),
    ]
    low, high = it.horizon + 0.1 * it.unit, it.horizon - 3.4 * it.unit
    for _ in range(9):  # clouds of paint that the letters lie on
        at = (it.rng.randint(0, SIZE[1]), int(it.rng.uniform(high, low)))
        size = (int(it.rng.uniform(0.7, 1.7) * it.unit), int(it.rng.uniform(0.4, 0.9) * it.unit))
        cover = np.zeros(SIZE, np.float32)
        cv2.ellipse(cover, at, size, it.rng.uniform(-20, 20), 0, 360, 0.85, -1, cv2.LINE_AA)
        it.lay(np.asarray(cv2.GaussianBlur(cover, (0, 0), 14), np.float32), it.rng.choice(paints))
    for row in (0, 1):
        for k in range(6):
            _letter(
                it, (k + 0.5) * SIZE[1] / 6, it.horizon - (0.85 + 1.5 * row) * it.unit, it.rng.choice(paints)
            )
    for _ in range(26):  # drips
        x, y = it.rng.randint(0, SIZE[1] - 1), int(it.rng.uniform(high, low - 0.8 * it.unit))
        long = int(it.rng.uniform(0.2, 0.8) * it.unit)
        cv2.line(it.light, (x, y), (x, y + long), list(it.rng.choice(paints)), 3, cv2.LINE_AA)
    ground = mixed(it.noise(200, 20, 4), (0.3, 0.3, 0.31), (0.5, 0.49, 0.47))
    it.lay(it.below(float(low), 3), ground)
    it.glow(sun, 1.2, 2.4, (0.16, 0.14, 0.1))
    return "graffiti wall in a city"


def _letter(it: Canvas, x: float, y: float, paint: Linear) -> None:
    """A few fat strokes that hang together: dark outline, paint, a light line along the top."""
    reach = 0.62 * it.unit
    points = [(x + it.rng.uniform(-1, 1) * reach, y + it.rng.uniform(-1, 1) * reach) for _ in range(5)]
    for wide, colour, lift in ((64, (0.02, 0.02, 0.03), 0), (48, paint, 0), (7, (1.0, 1.0, 0.96), -13)):
        path = np.array([(x, y + lift) for x, y in points], np.int32)
        cv2.polylines(it.light, [path], False, list(colour), wide, cv2.LINE_AA)


LANDSCAPES: dict[str, Callable[[Canvas, float], str]] = {
    "dunes": _dunes, "palms": _palms, "pool": _pool, "graffiti": _graffiti,
    "stadium": _stadium,
}  # fmt: skip
