"""Small Greek columns of plaster."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.slabs import oblong, slab
from bggen.train.scenes.matter.nodes import Material, Shader

_FOOT = [
    (0.001, 0.036), (0.11, 0.036), (0.121, 0.041), (0.126, 0.052), (0.121, 0.063), (0.112, 0.068),
    (0.104, 0.074),
    (0.102, 0.082), (0.105, 0.088), (0.111, 0.094), (0.113, 0.101), (0.109, 0.109), (0.1, 0.113),
    (0.094, 0.116),
    (0.001, 0.116),
]  # fmt: skip
FLUTES, LOW = 20, 0.115


def _columns(it: Corner) -> list[str]:
    """A whole one; a stump, broken off."""
    dice, plaster = dice_of(it.rng), _plaster()
    x, y = it.spot(0.16)
    turn = 0.22 * math.copysign(1.0, x)
    parts = [*_base(), _shaft(dice, 0.55), *_capital(0.55)]
    s.put("column", [s.turned(part, (0, 0, turn), (x, y, 0)) for part in parts], plaster)
    x, y = it.spot(0.16)
    parts = [*_base(), _shaft(dice, 0.27, broken=True)]
    s.put("column", [s.turned(part, (0, 0, turn), (x, y, 0)) for part in parts], plaster)
    return ["columns"]


def _plaster() -> Material:
    """Cast, chalky, with a few pits."""
    shader = Shader("plaster", rough=0.9)
    at = shader.place()
    tone = shader.noise(at, 6, 5, 0.6).outputs[0]
    stops: Stops = [(0.3, (222, 216, 205)), (0.55, (234, 230, 221)), (0.75, (240, 237, 230))]
    shader.feed("Base Color", shader.ramp(tone, stops))
    shader.set("Specular IOR Level", 0.25)
    pits = shader.maths("GREATER_THAN", shader.noise(at, 60, 2, 0.5).outputs[0], 0.3)
    fine = shader.noise(at, 120, 3, 0.6).outputs[0]
    shader.bump(shader.sums(fine, 0.5, pits), 0.5, 0.002)
    return shader.material


def _base() -> list[s.Patch]:
    """A square foot with two rolls on it."""
    plinth = slab(oblong((0.13, 0.13), 0.006), 0.037, 0.004, 0.03, foot=1.0)
    return [plinth, s.sheet(s.spun(_FOOT, 128, 160)[0], 0.5, around=True)]


def _shaft(dice: np.random.Generator, top: float, broken: bool = False) -> s.Patch:
    """Fluted, narrower above; `broken`: it ends in a rough face."""
    rows, columns = 220, FLUTES * 26
    z = np.concatenate([np.linspace(LOW - 0.004, top, rows - 40), np.full(40, top)])[:, None]
    turns = (np.arange(columns) * 2 * math.pi / columns)[None, :]
    up = np.clip((z - LOW) / 0.44, 0, 1)
    r = 0.0925 - 0.014 * up**1.4
    groove = np.sqrt(np.clip(np.abs(np.sin(FLUTES * turns / 2)) * 1.16 - 0.16, 0, 1))
    ends = np.clip((z - LOW - 0.012) / 0.014, 0, 1)
    if not broken:
        ends = ends * np.clip((top - 0.016 - z) / 0.014, 0, 1)
    deep = 0.0105 * groove * np.sqrt(ends)
    out = r - deep
    cap = np.concatenate([np.ones(rows - 40), np.linspace(1, 0.005, 40)])[:, None]
    x, y, high = out * cap * np.cos(turns), out * cap * np.sin(turns), z + 0 * turns
    if broken:
        k = np.clip((np.stack([x, y]) + 0.1) / 0.2 * 119, 0, 119).astype(int)
        lumps = sum(
            size * (mottle(dice, (120, 120), (n, n))[k[0], k[1]] - 0.5)
            for n, size in ((3, 0.09), (7, 0.045), (16, 0.018), (40, 0.008))
        )
        fall = lumps + 0.35 * x - 0.25 * y
        high = np.where(
            z + 0 * turns > LOW + 0.02,
            high + fall * np.clip((z - LOW - 0.02) / (top - LOW - 0.02), 0, 1),
            high,
        )
    return s.sheet(np.stack([x, y, high], 2), 0.5, around=True)


def _capital(low: float) -> list[s.Patch]:
    """A ring, a cushion, two scrolls and a square slab."""
    line = [
        (0.07, -0.004), (0.081, -0.003), (0.085, 0.002), (0.081, 0.007), (0.078, 0.009), (0.082, 0.014),
        (0.096, 0.022),
        (0.104, 0.032), (0.1, 0.042), (0.07, 0.046), (0.001, 0.046),
    ]  # fmt: skip
    rings = s.spun(line, 360, 110)[0]
    eggs = np.abs(np.sin(12 * np.arange(360) * math.pi / 360 * 1.0))
    bulge = np.exp(-(((rings[:, :1, 2] - 0.028) / 0.012) ** 2))
    rings[..., :2] *= (1 - 0.05 * bulge * (1 - eggs[None] ** 0.5))[..., None]
    parts = [s.turned(s.sheet(rings, 0.5, around=True), (0, 0, 0), (0, 0, low))]
    for sign in (-1.0, 1.0):
        middle = np.array([sign * 0.101, 0.0, low + 0.026])
        v = np.linspace(-1, 1, 90)[:, None]
        a = (np.arange(72) * 2 * math.pi / 72)[None, :]
        waist = 0.047 - 0.013 * (1 - np.abs(v) ** 1.6) + 0.0022 * np.cos(9 * math.pi * v) * (np.abs(v) < 0.75)
        waist = waist * np.sqrt(np.clip((1.004 - np.abs(v)) / 0.035, 0, 1))
        roll = np.stack([waist * np.cos(a), 0.094 * v + 0 * a, waist * np.sin(a)], 2) + middle
        parts.append(s.sheet(roll, 0.5, around=True))
        for face in (-1.0, 1.0):
            t = np.linspace(0, 1, 240)
            wind = math.pi / 2 - sign * 2 * math.pi * 2.4 * t
            r = 0.0435 * (1 - t) ** 1.05 + 0.0075
            path = np.column_stack([r * np.cos(wind), np.full(240, face * 0.0935), r * np.sin(wind)])
            parts.append(s.tube(path + middle, 0.0052 - 0.0026 * t, sides=12))
            eye = s.spun([(0.001, -0.6), (0.8, -0.4), (1.0, 0.0), (0.8, 0.4), (0.001, 0.6)], 24, 20)[0]
            at = middle + np.array([0.0, face * 0.0935, 0.0])
            parts.append(
                s.turned(s.sheet(eye, 0.5, around=True), (math.pi / 2, 0, 0), (at[0], at[1], at[2]), 0.0085)
            )
    bar = slab(oblong((0.101, 0.09), 0.004), 0.03, 0.003, 0.03, foot=1.0)
    lip = np.array([[x, y, low + 0.0695] for x, y in ((-0.1, -0.093), (0.1, -0.093))])
    for face in (-1.0, 1.0):
        edge = lip * [1.0, -face, 1.0]
        parts.append(s.tube(np.linspace(edge[0], edge[1], 30), 0.0052, sides=12))
    parts.append(s.turned(bar, (0, 0, 0), (0, 0, low + 0.041)))
    slab_top = slab(oblong((0.118, 0.104), 0.004), 0.02, 0.003, 0.03, foot=1.0)
    parts.append(s.turned(slab_top, (0, 0, 0), (0, 0, low + 0.0735)))
    return parts


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"columns": _columns}
