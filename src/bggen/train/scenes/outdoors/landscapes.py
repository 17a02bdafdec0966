"""Landscapes painted as light, for what lies far behind a table: fields, leaves, sea, hills, snow, clouds.

Each is a picture of linear light, 1 about as bright as white paper on the table. Small lights in it are far
brighter than that, so that a lens makes discs of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np

from bggen.train.scenes.matter.palette import Linear, Rng, scaled
from bggen.train.scenes.outdoors import (
    barrens,
    days,
    fields,
    fires,
    outings,
    seasons,
    skies,
    streets,
    travels,
    wilds,
    woods,
)
from bggen.train.scenes.outdoors.canvas import NEAR, SIZE, Canvas, Floats, mixed


def paint(rng: Rng, name: str, horizon: float, side: str) -> tuple[Floats, str]:
    """A landscape and what it shows, in words.

    Args:
        horizon: where a level look meets the picture, 0..1 from its top.
        side: left or right, where its sun is, if it shows one.
    """
    canvas = Canvas(rng, round(horizon * SIZE[0]))
    if horizon < RAISED:
        canvas.horizon += round(SLOPES.get(name, 0.0) * canvas.unit)
    words = LANDSCAPES[name](canvas, 0.34 if side == "left" else 0.66)
    canvas.light *= DIMMED.get(name, 1.0)
    return canvas.seen(), words


def _golden_field(it: Canvas, sun: float) -> str:
    """Grass in the last sun, trees in the haze before it."""
    it.sky((1.5, 0.95, 0.45), (0.62, 0.56, 0.52))
    it.glow(sun, 0.35, 2.6, (0.9, 0.5, 0.16))
    it.glow(sun, 0.35, 0.5, (3.0, 2.0, 0.9))
    for wide, low, high, tone in ((260, 0.12, 0.55, 0.62), (150, 0.02, 0.3, 0.34)):
        haze = np.exp(-(((it.columns / SIZE[1] - sun) / 0.24) ** 2)).astype(np.float32) * tone + 0.1
        trees = (
            mixed(haze, (0.1, 0.075, 0.03), (1.5, 0.86, 0.34)) * (0.75 + 0.5 * it.noise(24, 24))[..., None]
        )
        it.lay(it.below(it.ridge(wide, low, high, 0.62), 3), trees)
    grass = it.noise(120, 6, 4)
    near = ((it.rows - it.horizon) / (SIZE[0] - it.horizon)).clip(0, 1)
    field = mixed((grass * 1.3 - near).clip(0, 1), (0.36, 0.18, 0.05), (1.15, 0.64, 0.22))
    it.lay(it.below(it.horizon + 0.02 * it.unit, 4), field)
    if it.horizon < SIZE[0] / 2:  # seen from above, its grass is near
        fields.stalks(it)
    it.sparks(260, (60, 36, 13), it.horizon - 0.1 * it.unit, it.horizon + 0.8 * it.unit)
    return "field at sunset"


def _leaves(it: Canvas, sun: float, dark: Linear, light: Linear, sky: Linear, spark: Linear) -> None:
    """Sunlit leaves: gaps of sky between them, light that falls through."""
    it.lens = NEAR
    boughs, leaves = it.noise(190, 150, 3), it.noise(26, 26, 4, 0.7)
    tone = 0.5 * boughs + 0.5 * leaves
    it.light = mixed(((tone - 0.34) / 0.3).clip(0, 1), dark, light)
    gaps = 0.6 * it.noise(170, 130, 3) + 0.4 * it.noise(22, 22, 4, 0.7)
    gaps += 0.12 * ((it.horizon - it.rows) / SIZE[0])
    it.lay(((gaps - 0.55) / 0.08).clip(0, 1).astype(np.float32), sky)
    it.glow(sun, 1.7, 2.2, scaled(sky, 0.4))
    it.lay(it.below(it.horizon + 0.1 * it.unit, 50), mixed(it.noise(200, 26, 4), dark, light))
    it.sparks(260, scaled(spark, 4), 0, it.horizon + 0.6 * it.unit)


def _green_garden(it: Canvas, sun: float) -> str:
    _leaves(it, sun, (0.05, 0.1, 0.03), (0.36, 0.56, 0.14), (1.35, 1.5, 1.05), (60, 66, 30))
    return "garden"


def _sea(it: Canvas, sun: float) -> str:
    """Open water under a blue sky, a strip of sand before it."""
    it.sky((0.86, 1.0, 1.08), (0.3, 0.55, 0.98))
    it.clouds(0.42, (1.15, 1.15, 1.15))
    depth = ((it.rows - it.horizon) / (0.62 * it.unit)).clip(0, 1)
    water = mixed(depth.astype(np.float32), (0.05, 0.3, 0.5), (0.2, 0.68, 0.66))
    water *= (0.8 + 0.4 * it.noise(90, 5, 4))[..., None]
    it.lay(it.below(float(it.horizon), 2), water)
    it.sparks(240, (26, 30, 30), it.horizon, it.horizon + 0.6 * it.unit)
    shore = it.ridge(400, -0.8, -0.62, 0.3)
    it.lay(it.below(shore - 9, 5), (1.05, 1.08, 1.06))
    it.lay(it.below(shore, 7), mixed(it.noise(60, 20), (0.62, 0.5, 0.34), (0.86, 0.72, 0.52)))
    return "beach by the sea"


def _evening_sea(it: Canvas, sun: float) -> str:
    """The sun over the water, and its way on it."""
    it.sky((1.7, 0.8, 0.36), (0.36, 0.3, 0.5))
    it.clouds(0.36, (1.1, 0.55, 0.42))
    it.glow(sun, 0.3, 2.2, (0.9, 0.42, 0.12))
    it.glow(sun, 0.3, 0.22, (9, 5.2, 2.2))
    water = mixed(it.noise(110, 5, 4), (0.22, 0.15, 0.2), (0.75, 0.4, 0.28))
    it.lay(it.below(float(it.horizon), 2), water)
    for _ in range(420):
        down = it.rng.random() ** 1.5
        row = int(it.horizon + 3 + down * 0.9 * it.unit)
        column = int(sun * SIZE[1] + it.rng.gauss(0, 0.1 + 0.3 * down) * it.unit)
        if row < SIZE[0] and 0 <= column < SIZE[1]:
            it.light[row, column] += np.array((60, 34, 14), np.float32) * it.rng.uniform(0.3, 1)
    return "beach at the sea at sunset"


def _mountains(it: Canvas, sun: float) -> str:
    """Peaks with snow, wooded ridges before them, a meadow."""
    it.sky((0.9, 1.0, 1.08), (0.34, 0.56, 0.95))
    it.clouds(0.3, (1.1, 1.1, 1.12))
    peaks = it.ridge(300, 0.5, 1.75, 0.5)
    rock = mixed(it.noise(30, 40, 5, 0.6), (0.3, 0.38, 0.52), (0.5, 0.58, 0.72))
    it.lay(it.below(peaks), rock)
    snow = it.below(peaks) * (1 - it.below(it.horizon - (1.15 - 0.7 * it.noise(26, 40, 4)) * it.unit, 6))
    it.lay(snow, (1.02, 1.05, 1.12))
    for wide, low, high, tint in ((220, 0.25, 0.75, (0.26, 0.36, 0.42)), (160, 0.05, 0.4, (0.09, 0.16, 0.1))):
        it.lay(
            it.below(it.ridge(wide, low, high, 0.6), 3),
            np.array(tint) * (0.7 + 0.6 * it.noise(14, 22))[..., None],
        )
    meadow = mixed(it.noise(140, 16, 4), (0.2, 0.34, 0.08), (0.46, 0.6, 0.18))
    it.lay(it.below(it.horizon + 0.05 * it.unit, 8), meadow)
    return "landscape with mountain peaks"


def _winter(it: Canvas, sun: float) -> str:
    """Firs under snow in pale light, flakes before them."""
    it.sky((1.0, 1.04, 1.12), (0.74, 0.84, 1.0))
    for far in (0.62, 0.3, 0.0):
        for _ in range(13):
            x, tall = it.rng.uniform(0, SIZE[1]), it.rng.uniform(1.0, 2.4) * (1.15 - 0.5 * far) * it.unit
            foot = it.horizon + (0.28 - 0.3 * far) * it.unit
            down = (it.rows - foot + tall) / tall
            boughs = 0.75 + 0.25 * np.abs(np.sin(down * 16 + x))
            inside = (1 - np.abs(it.columns - x) / np.maximum(0.26 * tall * down * boughs, 1e-3)) * 4
            cover = (inside.clip(0, 1) * (down > 0) * (it.rows < foot)).astype(np.float32)
            white = ((it.noise(9, 7, 3) - 0.45) * 6).clip(0, 1).astype(np.float32)
            needles = mixed(
                white, (0.07 + 0.5 * far, 0.12 + 0.52 * far, 0.13 + 0.58 * far), (0.9, 0.95, 1.05)
            )
            it.lay(cover, needles)
    it.lay(
        it.below(it.ridge(300, -0.2, 0.02, 0.4), 5),
        mixed(it.noise(160, 18, 4), (0.8, 0.86, 0.98), (1.02, 1.05, 1.1)),
    )
    it.sparks(170, (46, 48, 52), 0, SIZE[0])
    return "snowy forest"


def _lavender(it: Canvas, sun: float) -> str:
    """Rows that meet at the horizon, hills in the haze."""
    it.sky((1.25, 1.0, 0.86), (0.56, 0.64, 0.9))
    it.glow(sun, 0.5, 1.8, (0.6, 0.36, 0.2))
    it.lay(it.below(it.ridge(330, 0.1, 0.42, 0.45), 4), (0.5, 0.46, 0.6))
    away = (it.rows - it.horizon).clip(1, None)
    row = 0.5 + 0.5 * np.sin((it.columns - 0.5 * SIZE[1]) / away * 7.5)
    bloom = (row * (0.65 + 0.7 * it.noise(7, 7, 2))).clip(0, 1).astype(np.float32)
    it.lay(it.below(float(it.horizon), 3), mixed(bloom, (0.13, 0.15, 0.08), (0.46, 0.3, 0.72)))
    return "lavender field in provence"


def _clouds(it: Canvas, sun: float) -> str:
    it.sky((0.8, 0.98, 1.12), (0.28, 0.52, 0.98))
    it.clouds(0.5, (1.2, 1.2, 1.22))
    it.lay(it.below(it.horizon - 0.3 * it.unit + 50 * it.noise(150, 60, 4), 70), (1.15, 1.17, 1.22))
    return "blue sky with white clouds"


def _neon(it: Canvas, sun: float) -> str:
    """Tubes on a dark wall, each in its own light."""
    it.light[:] = (0.02, 0.016, 0.035)
    for x, light in ((0.3, (1.0, 0.06, 0.45)), (0.7, (0.08, 0.2, 1.0))):
        it.glow(x, 0.7, 1.7, scaled(light, 0.5))
        turn = it.rng.uniform(-0.35, 0.35)
        for shift in (-0.28, 0.0, 0.28):
            ends = [
                (
                    int(SIZE[1] * x + it.unit * (shift + sign * 1.1 * math.sin(turn))),
                    int(it.horizon - it.unit * (0.9 + sign * 1.1 * math.cos(turn))),
                )
                for sign in (-1, 1)
            ]
            cv2.line(it.light, ends[0], ends[1], [9 * part + 1.2 for part in light], 4, cv2.LINE_AA)
    return "wall with neon tubes"


RAISED = 0.4  # of a picture's height: a horizon above this is that of a camera that looks down
#: units by which a ground that slopes away from the table ends below the horizon of such a camera: over level
#: ground it would see no sky, and nothing that stands there
SLOPES = {"golden field": 1.15, "blossom": 1.4, "green garden": 0.9, "street": 1.0}
#: what a low sun and lamps in the dark look best at
DIMMED = {"golden field": 0.66, "evening sea": 0.62, "golden leaves": 0.85, "neon": 0.5}
LANDSCAPES: dict[str, Callable[[Canvas, float], str]] = {
    "golden field": _golden_field, "green garden": _green_garden,
    "sea": _sea, "evening sea": _evening_sea, "mountains": _mountains,
    "winter": _winter, "lavender": _lavender, "clouds": _clouds, "neon": _neon,
    **travels.LANDSCAPES, **fields.LANDSCAPES, **outings.LANDSCAPES, **wilds.LANDSCAPES,
    **seasons.LANDSCAPES, **streets.LANDSCAPES, **days.LANDSCAPES, **woods.LANDSCAPES, **fires.LANDSCAPES,
    **barrens.LANDSCAPES, **skies.LANDSCAPES,
}  # fmt: skip
