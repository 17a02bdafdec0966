"""Candy canes; gingerbread men and stars with piped icing."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.slabs import closed, depth_in, slab
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour

_SUGAR: Stops = [(0.0, (244, 238, 230)), (1.0, (190, 12, 22))]
_BAKED: Stops = [(0.0, (112, 58, 24)), (0.2, (150, 84, 38)), (0.6, (176, 106, 52)), (1.0, (186, 116, 60))]
_SWEETS: tuple[Colour, ...] = ((196, 22, 30), (38, 122, 62), (236, 190, 60))
_HALF_MAN = [
    (0.0, 0.166), (0.034, 0.158), (0.054, 0.132), (0.05, 0.1), (0.036, 0.077), (0.052, 0.064), (0.086, 0.068),
    (0.116, 0.07), (0.136, 0.052), (0.13, 0.026), (0.1, 0.016), (0.07, 0.008), (0.06, -0.018),
    (0.068, -0.06), (0.088, -0.106), (0.094, -0.14), (0.074, -0.165), (0.042, -0.16), (0.024, -0.13),
    (0.012, -0.09),
]  # fmt: skip
MAN = [*_HALF_MAN[:1], *[(-x, z) for x, z in _HALF_MAN[1:]], (0.0, -0.076), *_HALF_MAN[:0:-1]]
STAR = [
    (r * math.cos(a), r * math.sin(a))
    for k in range(10)
    for r, a in [((0.13, 0.072)[k % 2], math.pi / 2 + k * math.pi / 5)]
]
THICK = 0.03  # of a biscuit


def _canes(it: Corner) -> list[str]:
    """Two with one across them; two as a heart."""
    shader = Shader("sugar", rough=0.14)
    shader.feed("Base Color", shader.ramp(s.shade_of(shader), _SUGAR))
    for name, value in (("Subsurface Weight", 0.2), ("Subsurface Scale", 0.1), ("Coat Weight", 0.5)):
        shader.set(name, value)
    r = 0.0145
    x, y = it.spot(0.27)
    side = math.copysign(1.0, x)
    canes = [
        s.turned(_cane(r, 0.0), (0, 0, -0.62 * side), (x - 0.1 * side, y + 0.0, r)),
        s.turned(_cane(r, 2.2), (0, 0, -0.8 * side), (x + 0.05 * side, y - 0.02, r)),
        s.turned(_cane(r, 1.0, -1.0), (0, 0, 0.98 * side), (x - 0.01 * side, y - 0.005, 2.97 * r)),
    ]
    s.put("canes", canes, shader.material)
    x, y = it.spot(0.24)
    sticks = 0.175 * math.sin(0.46) + 1.02 * r
    heart = [
        s.turned(_cane(r, 0.6), (0, 0, 0.46), (x - sticks, y, r)),
        s.turned(_cane(r, 1.7, -1.0), (0, 0, -0.46), (x + sticks, y, r)),
    ]
    s.put("canes", heart, shader.material)
    return ["candy canes"]


def _cane(r: float, shift: float, hand: float = 1.0) -> s.Patch:
    """A striped stick along y, its hook (at +y) to the side of `hand`; about its own middle."""
    bend, straight = 0.058, 0.29
    a = np.linspace(0, math.pi * 1.06, 200)
    stick = np.column_stack(
        [np.zeros(300), np.linspace(-straight / 2 - 0.03, straight / 2 - 0.03, 300, endpoint=False)]
    )
    hook = np.column_stack([bend * (1 - np.cos(a)), straight / 2 - 0.03 + bend * np.sin(a)])
    flat = np.concatenate([stick, hook])
    path = np.column_stack([hand * flat[:, 0], flat[:, 1], 0 * flat[:, 0]])
    far = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(flat, axis=0).T))])
    to_end = np.minimum(far, far[-1] - far) / (0.8 * r)
    wide = r * np.sqrt(np.clip(1 - (1 - to_end).clip(0) ** 2, 0.0004, 1))
    sides = 64
    turn = far[:, None] / 0.058 + np.arange(sides)[None] / sides + shift
    phase = turn % 1.0
    edge = 0.012
    band = _between(phase, 0.05, 0.47, edge)
    for low in (0.6, 0.73):
        band = np.maximum(band, _between(phase, low, low + 0.045, edge))
    wide = wide[:, None] * (1 + 0.03 * np.cos(2 * math.pi * 2 * turn))  # pulled and twisted
    made = s.tube(path, 1.0, 0.5, sides).points.reshape(len(path), sides, 3)
    rings = path[:, None] + (made - path[:, None]) * wide[..., None]
    return s.sheet(rings, band, around=True)


def _between(phase: s.Floats, low: float, high: float, edge: float) -> s.Floats:
    return np.asarray(np.clip((phase - low) / edge, 0, 1) * np.clip((high - phase) / edge, 0, 1))


def _gingerbread(it: Corner) -> list[str]:
    """A man leaning on a pile of stars; a man and a star that lie."""
    dice = dice_of(it.rng)
    crumb = skin(_BAKED, 0.75, tone=(40, 0.3), pores=(120, 0.005), relief=(70, 0.006))
    stuffs = (crumb, _icing((243, 240, 234)), [_icing(sweet) for sweet in _SWEETS])
    x, y = it.spot(0.26)
    side = math.copysign(1.0, x)
    for k, (turn, dx, dy) in enumerate(((0.1, 0.0, 0.0), (0.75, 0.008, 0.006), (0.3, -0.006, 0.0))):
        _star(dice, (x + 0.07 * side + dx, y + 0.1 + dy, THICK * 1.02 * k), (0, 0, turn), stuffs)
    tilt = 0.62
    foot = (x - 0.02 * side, y - 0.115 + 0.16 * math.cos(tilt) - 0.02, 0.162 * math.sin(tilt) + 0.004)
    _man(dice, foot, (tilt, 0, 0.12 * side), stuffs)
    _star(dice, (x - 0.17 * side, y - 0.04, 0), (0, 0, 0.2), stuffs)
    x, y = it.spot(0.22)
    _man(dice, (x - 0.04, y + 0.02, 0), (0, 0, 0.3), stuffs)
    _star(dice, (x + 0.12, y - 0.08, 0.026), (0.0, -0.17, 0.5), stuffs)
    return ["gingerbread"]


def _icing(colour: Colour) -> Material:
    shader = Shader("icing", colour, 0.3)
    for name, value in (("Subsurface Weight", 0.2), ("Subsurface Scale", 0.05), ("Coat Weight", 0.25)):
        shader.set(name, value)
    shader.bump(shader.noise(shader.place(), 90, 2, 0.5).outputs[0], 0.25, 0.001)
    return shader.material


def _biscuit(dice: np.random.Generator, corners: list[tuple[float, float]]) -> tuple[s.Patch, s.Floats]:
    """Baked dough, puffed, and its outline."""
    line = closed(corners, 9)
    line = line * (1 + 0.012 * np.sin(np.arange(len(line)) * 0.17 + dice.uniform(0, 6)))[:, None]
    lumps = mottle(dice, (60, 60), (9, 9))

    def puff(at: s.Floats, depth: s.Floats) -> s.Floats:
        k = np.clip((at + 0.18) / 0.36 * 59, 0, 59).astype(int)
        return np.asarray(0.004 * (1 - np.exp(-depth / 0.02)) + 0.0018 * (lumps[k[:, 0], k[:, 1]] - 0.5))

    return slab(line, THICK - 0.004, 0.009, 0.005, puff), line


Stuffs = tuple[Material, Material, list[Material]]


def _piped(dice: np.random.Generator, flat: s.Floats, r: float) -> s.Patch:
    """A line of icing on a biscuit's top, no thicker anywhere than its hand was steady."""
    path = np.column_stack([flat, np.full(len(flat), THICK + 0.2 * r)])
    wide = r * (1 + 0.35 * (mottle(dice, (len(flat), 2), (max(2, len(flat) // 7), 2))[:, 0] - 0.5))
    return s.tube(path, wide, 0.5, 10)


def _drop(flat: tuple[float, float], r: float) -> s.Patch:
    rings, _ = s.spun([(1.0, -0.1), (0.97, 0.2), (0.7, 0.52), (0.3, 0.64), (0.001, 0.67)], 28, 20)
    return s.turned(s.sheet(rings, 0.5, around=True), (0, 0, 0), (*flat, THICK - 0.0005), r)


def _star(dice: np.random.Generator, at: g.Point, turn: g.Point, stuffs: Stuffs) -> None:
    body, line = _biscuit(dice, STAR)
    s.put("biscuit", [s.turned(body, turn, at)], stuffs[0])
    rim = 0.82 * line
    icing = [_piped(dice, np.concatenate([rim, rim[:2]]), 0.0042)]
    for k in range(5):
        a = math.pi / 2 + 2 * math.pi * k / 5
        icing.append(_drop((0.062 * math.cos(a), 0.062 * math.sin(a)), 0.006))
    icing.append(_drop((0.0, 0.0), 0.009))
    s.put("icing", [s.turned(one, turn, at) for one in icing], stuffs[1])


def _man(dice: np.random.Generator, at: g.Point, turn: g.Point, stuffs: Stuffs) -> None:
    body, line = _biscuit(dice, MAN)
    s.put("biscuit", [s.turned(body, turn, at)], stuffs[0])
    t = np.linspace(0, 1, 60)
    icing = [_drop((sign * 0.018, 0.132), 0.0062) for sign in (-1, 1)]
    a = math.pi * (1.2 + 0.6 * t)
    icing.append(_piped(dice, np.stack([0.024 * np.cos(a), 0.124 + 0.024 * np.sin(a)], 1), 0.0032))
    wave = 0.0065 * np.sin(5 * math.pi * t)
    for sign in (-1, 1):
        cuff = np.stack([sign * (0.104 + wave), 0.012 + 0.062 * t], 1)
        icing.append(_piped(dice, cuff[depth_in(line, cuff) > 0.006], 0.0038))
        hem = np.stack([sign * (0.018 + 0.072 * t), -0.122 + 0.8 * wave - sign * 0 * t], 1)
        icing.append(_piped(dice, hem[depth_in(line, hem) > 0.006], 0.0038))
    s.put("icing", [s.turned(one, turn, at) for one in icing], stuffs[1])
    for k, z in enumerate((0.046, 0.008, -0.03)):
        s.put("sweet", [s.turned(_drop((0.0, z), 0.0105), turn, at)], stuffs[2][k])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"candy canes": _canes, "gingerbread": _gingerbread}
