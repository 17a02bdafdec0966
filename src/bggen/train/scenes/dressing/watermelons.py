"""Watermelons in wedges."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import halves as h
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

_RIND: Stops = [
    (0.0, (14, 40, 16)), (0.35, (26, 66, 24)), (0.55, (70, 118, 48)), (0.8, (142, 176, 84)),
    (1.0, (190, 206, 124)),
]  # fmt: skip
_MELON: Stops = [
    (0.0, (30, 70, 26)), (0.08, (140, 180, 90)), (0.2, (228, 238, 190)), (0.32, (246, 214, 184)),
    (0.45, (240, 110, 92)), (0.65, (226, 44, 48)), (1.0, (200, 20, 34)),
]  # fmt: skip
_PIP: Stops = [(0.0, (10, 6, 6)), (0.6, (34, 18, 14)), (0.8, (96, 60, 34)), (1.0, (236, 214, 170))]
Stuffs = tuple[Material, Material, Material]


def _watermelon(it: Corner) -> list[str]:
    """Three wedges, two of them standing; two smaller ones lying."""
    dice = dice_of(it.rng)
    stuffs = (
        skin(_RIND, 0.36, tone=(26, 0.08), relief=(30, 0.0014), under=0.04, coat=0.15),
        h.flesh(_MELON, (0.45, 0.22), 0.4, (110, 0.0022), (90, 0.05), (0.1, 0.03, 0.02), 0.1),
        skin(_PIP, 0.22, tone=(80, 0.1), coat=0.4),
    )
    x, y = it.spot(0.34)
    side = math.copysign(1.0, x)
    up = not it.flat_lay  # else all lie, side by side
    lean, other, low = (1.32, 1.12, -0.16) if up else (0.0, 0.0, -0.2)
    _wedge(dice, 0.27, (x - 0.08 * side, y + 0.12), (lean, 0.0, 0.12 * side), stuffs, 0.6)
    beside = (x + 0.17 * side, y + (0.03 if up else 0.13))
    _wedge(dice, 0.26, beside, (other, 0.0, (-0.35 if up else 0.5) * side), stuffs, 0.6)
    _wedge(dice, 0.25, (x - 0.06 * side, y + low), (0.0, 0.0, 0.25 * side if up else 0.0), stuffs, 0.55)
    x, y = it.spot(0.24)
    side = math.copysign(1.0, x)
    _wedge(dice, 0.24, (x - 0.07 * side, y + 0.06), (1.2 if up else 0.0, 0.0, 0.1 * side), stuffs, 0.55)
    at, turn = ((0.07, -0.08), 2.6) if up else ((0.13, -0.05), 0.75)
    _wedge(dice, 0.23, (x + at[0] * side, y + at[1]), (0.0, 0.0, turn * side), stuffs, 0.5)
    return ["watermelon slices"]


def _wedge(
    dice: np.random.Generator, r: float, at: tuple[float, float], turn: g.Point, stuffs: Stuffs, half: float
) -> None:
    """Like a piece of cake, `half` an angle wide to each side; unturned it lies, its tip towards +y."""
    thick, rows, columns = 0.15, 110, 170
    out = np.concatenate([np.linspace(0.0, 0.86, rows - 40), np.linspace(0.865, 1.0, 40)])[:, None]
    way = np.linspace(-half, half, columns)[None, :]
    size = (rows, columns)
    uneven = 0.02 * (mottle(dice, (1, columns), (1, 5))[:, :columns] - 0.5)
    x, y = out * np.sin(way), -out * np.cos(way)
    faces, pips = [], []
    drop, _ = s.spun(
        [(0.001, -1), (0.4, -0.74), (0.62, -0.2), (0.56, 0.4), (0.3, 0.85), (0.001, 1.0)], 20, 18
    )
    for up in (-1, 1):
        fine, grain = mottle(dice, size, (30, 40)) - 0.5, mottle(dice, size, (80, 110)) - 0.5
        left = 1 - out + uneven + 0.004 * grain
        red = np.clip((left - 0.055) / 0.1, 0, 1)
        tone = (
            0.2
            + 0.52 * red**0.8
            + 0.1 * fine * red
            + 0.1 * grain * red
            - 0.16 * np.clip((0.045 - left) / 0.03, 0, 1)
        )
        tone = tone + 0.1 * np.clip(1 - out / 0.5, 0, 1)
        relief = 0.012 * fine + 0.009 * grain * red
        placed = np.empty((0, 2))
        for _ in range(40):
            away, to = dice.uniform(0.36, 0.8), dice.uniform(-0.84 * half, 0.84 * half)
            place = np.array([away * math.sin(to), -away * math.cos(to)])
            if len(placed) and np.hypot(*(placed - place).T).min() < 0.13:
                continue
            placed = np.concatenate([placed, place[None]])
            gap = np.hypot(x - place[0], y - place[1])
            relief = relief - 0.02 * np.exp(-((gap / 0.036) ** 2))
            tone = tone - 0.06 * np.exp(-((gap / 0.034) ** 2))
            white = dice.random() < 0.18
            shade = np.clip((0.92 if white else 0.3) + 0.3 * (mottle(dice, (18, 20), (3, 4)) - 0.5), 0, 1)
            flat = s.turned(
                s.sheet(drop * np.array([1.0, 0.55, 1.0]), shade, around=True), (math.pi / 2, 0, 0)
            )
            flat = s.turned(
                flat, (dice.uniform(-0.2, 0.2), dice.uniform(-0.2, 0.2), to + dice.uniform(-0.4, 0.4))
            )
            high = up * (thick / 2 - 0.004)
            pips.append(
                s.turned(flat, (0, 0, 0), (float(place[0]), float(place[1]), high), 0.026 if white else 0.034)
            )
        grid = np.stack([x, y, up * (thick / 2 + relief - 0.02 * out**24)], 2)
        faces.append(s.sheet(grid, np.clip(tone, 0, 1)))
    v = np.linspace(-1, 1, 40)[:, None]
    for k, to in ((0, -half), (-1, half)):  # the cuts to its sides
        edge = out[::2, 0][None, :]
        fine = mottle(dice, (40, edge.shape[1]), (14, 26)) - 0.5
        red = np.clip((1 - edge + uneven[0, k] - 0.055) / 0.1, 0, 1)
        tone = 0.2 + 0.52 * red**0.8 + 0.14 * fine * red - 0.16 * np.clip((0.045 - 1 + edge) / 0.03, 0, 1)
        puff = 0.008 * fine * red * (1 - v**6)
        side = np.stack(
            [
                edge * math.sin(to) + puff * math.cos(to),
                -edge * math.cos(to) + puff,
                v * thick / 2 * (1 + 0 * edge),
            ],
            2,
        )
        faces.append(s.sheet(side, np.clip(tone, 0, 1)))
    bark = _bark(dice, way, np.linspace(-1, 1, 60)[:, None], thick)
    parts = rest([bark, *faces, *pips], turn, *at, r)
    s.put("rind", parts[:1], stuffs[0])
    s.put("flesh", parts[1 : 1 + len(faces)], stuffs[1])
    s.put("pips", parts[1 + len(faces) :], stuffs[2])


def _bark(dice: np.random.Generator, way: s.Floats, v: s.Floats, thick: float) -> s.Patch:
    """The rind outside, striped along v."""
    size = (v.shape[0], way.shape[1])
    out = 1 + 0.012 * (1 - v**2)
    edge = np.clip((np.abs(v) - 0.9) / 0.1, 0, 1) ** 2
    out = out - 0.012 * edge
    ragged = 0.05 * (mottle(dice, size, (9, 30)) - 0.5) + 0.03 * (mottle(dice, size, (18, 60)) - 0.5)
    stripe = np.cos(17 * (way + ragged) + 1.0)
    shade = 0.42 + 0.3 * stripe + 0.3 * (mottle(dice, size, (22, 60)) - 0.5) * (stripe > -0.2)
    points = np.stack([out * np.sin(way), -out * np.cos(way), v * thick / 2 + 0 * way], 2)
    return s.sheet(points, np.clip(shade, 0, 1))


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"watermelon": _watermelon}
