"""Chili peppers."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, skin
from bggen.train.scenes.dressing.corner import Corner

_RED: Stops = [(0.0, (96, 4, 6)), (0.35, (168, 10, 12)), (0.7, (204, 22, 16)), (1.0, (226, 60, 26))]
_GREEN: Stops = [(0.0, (52, 74, 24)), (0.5, (92, 124, 44)), (1.0, (146, 170, 84))]
#: of each: where its cap is, its way, how long it is, how far it bends, how high its middle lies
_LAID = [
    (-0.15, 0.085, -0.1, 0.3, 0.04, 0.0), (-0.165, 0.0, 0.03, 0.27, -0.05, 0.0),
    (-0.13, -0.1, 0.12, 0.28, 0.05, 0.0), (0.085, 0.11, -2.25, 0.28, 0.05, 0.047),
]  # fmt: skip


def _chillies(it: Corner) -> list[str]:
    """Four red ones, one of them across the others."""
    dice = dice_of(it.rng)
    red, green = (
        skin(_RED, 0.22, tone=(16, 0.1), coat=0.7, under=0.12),
        skin(_GREEN, 0.5, tone=(40, 0.15), relief=(60, 0.002)),
    )
    x, y = it.spot(0.22)
    side = math.copysign(1.0, x)
    for dx, dy, way, long, bend, high in _LAID:
        body, cap = _chilli(dice, long, bend, high)
        turn = (0.0, 0.0, way if side > 0 else math.pi - way)
        place = (x + dx * side, y + dy, 0.0)
        s.put("chilli", [s.turned(body, turn, place)], red)
        s.put("cap", [s.turned(one, turn, place) for one in cap], green)
    return ["chili peppers"]


def _chilli(
    dice: np.random.Generator, long: float, bend: float, high: float
) -> tuple[s.Patch, list[s.Patch]]:
    """Lying along x from its cap at the origin, bent to the left."""
    rows, columns = 150, 72
    t = np.linspace(0, 1, rows)
    wide = 0.0265 * (long / 0.28)
    line = np.stack(
        [
            long * t,
            bend * 4 * t * (1 - t) - bend * t**3,
            wide * (1 - 0.55 * t) + high * (1 - 0.25 * t**3) + 0.01 * t**6,
        ],
        1,
    )
    half = wide * np.interp(
        t,
        [0, 0.03, 0.1, 0.3, 0.55, 0.8, 0.93, 0.98, 1],
        [0.55, 0.86, 1.0, 0.95, 0.78, 0.48, 0.24, 0.12, 0.01],
    )
    kernel = np.ones(7) / 7
    half = np.convolve(np.pad(half, 3, mode="edge"), kernel, "valid")
    half[-1] = 0.0004
    body = s.tube(line, half, sides=columns)
    rings = body.points.reshape(rows, columns, 3)
    folds = mottle(dice, (rows, columns), (5, 5)) + 0.4 * mottle(dice, (rows, columns), (14, 7))
    rings = (
        line[:, None]
        + (rings - line[:, None]) * (1 + 0.2 * (folds - 0.7) * np.clip(1.1 - t, 0, 1)[:, None])[..., None]
    )
    shade = 0.55 + 0.3 * (mottle(dice, (rows, columns), (4, 4)) - 0.5) - 0.25 * np.exp(-t / 0.05)[:, None]
    fruit = s.sheet(rings, np.clip(shade, 0, 1), around=True)
    k = np.arange(60) * 2 * math.pi / 60
    out = np.array([0.15, 0.35, 0.5, 0.63, 0.74, 0.84])[:, None]
    back = wide * np.array([-0.5, -0.46, -0.36, -0.14, 0.1, 0.3])[:, None]
    teeth = np.where(np.arange(6)[:, None] > 3, 0.22 * wide * np.cos(5 * k), 0.0)
    r = wide * 0.98 * out + 0 * k
    dish = np.stack([back + teeth + 0 * k, r * np.cos(k), r * np.sin(k)], 2)
    lift = math.atan2(float(line[4, 2] - line[0, 2]), float(line[4, 0]))
    yaw = math.atan2(float(line[4, 1] - line[0, 1]), float(line[4, 0]))
    cap = s.turned(
        s.sheet(dish, 0.5 + 0.15 * np.cos(5 * k) * out, around=True), (0, -lift, yaw), tuple(line[1].tolist())
    )
    start = line[1] - wide * 0.45 * np.array([math.cos(yaw), math.sin(yaw), 0.0])
    stem = s.bow(
        start, np.array([-0.03, -0.008, 0.012]), start + np.array([-0.058, 0.012 * np.sign(bend), 0.03]), 20
    )
    thick = np.interp(np.linspace(0, 1, 20), [0, 0.15, 0.8, 0.95, 1], [0.34, 0.19, 0.17, 0.24, 0.2]) * wide
    return fruit, [cap, s.tube(stem, thick, 0.6), _end(stem, float(thick[-1]))]


def _end(stem: s.Floats, r: float) -> s.Patch:
    """Where it was cut off."""
    return s.tube(np.stack([stem[-1], stem[-1] + (stem[-1] - stem[-2]) * 0.08]), np.array([r, 0.0005]), 0.95)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"chili peppers": _chillies}
