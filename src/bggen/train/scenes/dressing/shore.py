"""Starfish, dried."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, skin
from bggen.train.scenes.dressing.corner import Corner

_SAND: Stops = [(0.0, (150, 78, 36)), (0.35, (200, 124, 66)), (0.6, (222, 164, 106)), (1.0, (250, 226, 188))]
_PALE: Stops = [
    (0.0, (176, 146, 108)),
    (0.35, (222, 198, 162)),
    (0.6, (238, 222, 194)),
    (1.0, (252, 244, 228)),
]


def _starfish(it: Corner) -> list[str]:
    """A large one and a small one; a small one with one smaller."""
    dice = dice_of(it.rng)
    stuffs = [
        skin(stops, 0.8, tone=(30, 0.1), pores=(190, 0.003), relief=(70, 0.002), under=0.1)
        for stops in (_SAND, _PALE)
    ]
    x, y = it.spot(0.3)
    side = math.copysign(1.0, x)
    for r, dx, dy, k in ((0.2, -0.05, 0.04, 0), (0.105, 0.17, -0.12, 1)):
        s.put("starfish", [s.turned(_body(dice, r), (0, 0, 0.4 + k), (x + dx * side, y + dy, 0))], stuffs[k])
    x, y = it.spot(0.22)
    side = math.copysign(1.0, x)
    for r, dx, dy, k in ((0.13, -0.05, 0.03, 1), (0.085, 0.12, -0.07, 0)):
        s.put("starfish", [s.turned(_body(dice, r), (0, 0, 0.1 + k), (x + dx * side, y + dy, 0))], stuffs[k])
    return ["starfish"]


def _half(x: s.Floats) -> s.Floats:
    """Half the width of an arm, its length 1."""
    tip = np.clip(1 - ((x - 0.86).clip(0) / 0.14) ** 2, 0, 1)
    return np.asarray((0.215 - 0.155 * np.clip(x, 0, 1) ** 0.85) * np.sqrt(tip))


def _body(dice: np.random.Generator, r: float) -> s.Patch:
    """Five arms, their middles a row of knobs, finer ones beside it and grains between."""
    rows, columns = 130, 640
    turns = np.arange(columns) * 2 * math.pi / columns
    off = np.abs((turns + math.pi / 5) % (2 * math.pi / 5) - math.pi / 5)
    far = np.linspace(0.2, 1, 600)[:, None]
    inside = far * np.sin(off) <= _half(far * np.cos(off))
    outline = np.where(inside, far, 0.2).max(0)
    outline = (outline**6 + 0.275**6) ** (1 / 6)  # no sharp corners between its arms
    share = np.sin(0.5 * math.pi * np.linspace(0, 1, rows))[:, None]
    px, py = share * outline * np.cos(turns), share * outline * np.sin(turns)
    high, knobs = np.zeros_like(px), np.zeros_like(px)
    for k in range(5):
        a = 2 * math.pi * k / 5
        x, y = px * math.cos(a) + py * math.sin(a), py * math.cos(a) - px * math.sin(a)
        v = np.abs(y) / np.maximum(_half(np.clip(x, 0, 1)) * 1.02, 0.004)
        ridge = (0.15 - 0.105 * np.clip(x, 0, 1) ** 0.9) * np.sqrt(np.clip(1 - v**2, 0, 1))
        ridge = ridge * np.clip((x + 0.16) / 0.16, 0, 1)
        ridge += 0.012 * np.exp(-((y / 0.03) ** 2)) * np.clip(x / 0.1, 0, 1) * np.clip((1 - x) / 0.2, 0, 1)
        high = (high**5 + ridge**5) ** 0.2
        for line, size, pitch in ((0.0, 0.017, 0.05), (0.42, 0.012, 0.042), (0.78, 0.0105, 0.036)):
            shift = 0.5 * pitch * (line > 0.5)
            low = np.round((x - shift) / pitch) * pitch + shift
            luck = np.abs(np.sin(low * 917.3 + line * 37 + k * 5.1) * 43.7) % 1.0
            wide = size * (0.75 + 0.5 * luck) * (1 - 0.45 * np.clip(x, 0, 1))
            dy = np.abs(y) - line * _half(np.clip(low, 0, 1)) - (luck - 0.5) * 0.006
            near = np.hypot(x - low - (luck - 0.5) * 0.012, dy if line else y) / wide
            knobs = np.maximum(
                knobs, np.clip(1 - near**2, 0, 1) ** 0.6 * (x > 0.06) * (x < 0.97) * size / 0.017
            )
    grains = mottle(dice, px.shape, (50, 180))
    edge = np.sqrt(np.clip(1 - share**9, 0, 1))
    z = (high + 0.022 * knobs + 0.007 * (grains - 0.5)) * edge - 0.004 * (1 - edge)
    shade = 0.3 + 0.5 * knobs + 0.22 * (grains - 0.5) + 0.16 * np.clip(high / 0.13, 0, 1) - 0.12 * share**8
    curl = 0 * turns
    for k in range(5):  # no arm is straight, and none as long as the next
        a = 2 * math.pi * k / 5
        near = np.clip(np.cos(turns - a), 0, 1) ** 8
        curl = curl + dice.normal(0, 0.13) * near
        outline = outline * (1 + 0.05 * dice.normal() * near)
    reach = share * outline
    bent = turns + curl * reach**2
    grid = np.stack([reach * np.cos(bent), reach * np.sin(bent), z], 2)
    return s.turned(s.sheet(grid, np.clip(shade, 0, 1), around=True), (0, 0, 0), (0, 0, 0), r)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"starfish": _starfish}
