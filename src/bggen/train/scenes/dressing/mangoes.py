"""Mangoes, whole and a cheek cut into dice."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import halves as h
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

_MANGO = [
    (0.001, -1.24), (0.1, -1.23), (0.36, -1.1), (0.7, -0.78), (0.93, -0.32), (1.0, 0.1), (0.95, 0.5),
    (0.77, 0.86),
    (0.5, 1.08), (0.26, 1.16), (0.1, 1.14), (0.001, 1.12),
]  # fmt: skip
_SKIN: Stops = [
    (0.0, (92, 60, 26)), (0.12, (96, 124, 44)), (0.3, (170, 168, 46)), (0.5, (240, 184, 44)),
    (0.68, (240, 138, 40)),
    (0.85, (214, 70, 38)), (1.0, (168, 30, 34)),
]  # fmt: skip
_FLESH: Stops = [
    (0.0, (206, 140, 36)), (0.12, (236, 136, 0)), (0.4, (250, 164, 0)), (0.7, (255, 190, 16)),
    (1.0, (255, 214, 70)),
]  # fmt: skip
_WOOD: Stops = [(0.0, (44, 28, 16)), (1.0, (120, 88, 52))]


def _mangoes(it: Corner) -> list[str]:
    """A whole one with a diced cheek and a few dice; a diced cheek."""
    dice = dice_of(it.rng)
    stuffs = (
        skin(_SKIN, 0.36, tone=(24, 0.06), relief=(50, 0.001), under=0.08, coat=0.2),
        h.flesh(_FLESH, (0.35, 0.24), 0.45, (60, 0.0016), (60, 0.06), (0.1, 0.05, 0.01), 0.2),
        skin(_WOOD, 0.8, tone=(60, 0.2), relief=(100, 0.003)),
    )
    r = 0.125
    x, y = it.spot(0.3)
    side = math.copysign(1.0, x)
    _whole(dice, r, (x + 0.07 * side, y + 0.13), (1.45, 0.35, 1.05 * side), stuffs)
    lean = (0.42, 0.0, 0.35 * side) if not it.flat_lay else (0.0, 0.0, 0.5 * side)
    _cheek(dice, r * 0.95, (x - 0.09 * side, y - 0.09), lean, stuffs)
    for dx, dy, turn in ((0.13, -0.12, 0.4), (0.185, -0.085, 1.3), (0.17, -0.15, 0.9)):
        _dice(dice, (x + dx * side, y + dy), turn, stuffs[1])
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    lean = (0.36, 0.0, -0.4 * side) if not it.flat_lay else (0.0, 0.0, -0.4 * side)
    _cheek(dice, r * 0.95, (x, y), lean, stuffs)
    return ["mangoes"]


def _body(dice: np.random.Generator, size: tuple[int, int]) -> tuple[s.Floats, s.Floats]:
    """Lopsided and flattened along y, red where the sun was."""
    rings, turns = s.spun(_MANGO, size[1], size[0])
    z = rings[:, :1, 2]
    rings[..., :2] *= (1 + 0.02 * (mottle(dice, size, (4, 5)) - 0.5))[..., None]
    rings[..., 1] *= 0.8
    rings[..., 0] += 0.16 * np.sin(0.9 * z + 0.6) - 0.1 * np.exp(-(((z + 1.0) / 0.3) ** 2))
    sun = 0.5 + 0.5 * np.cos(turns - 2.3) * np.clip(1.2 - np.abs(z - 0.4), 0, 1)
    blush = 0.6 * sun + 0.4 * mottle(dice, size, (3, 4))
    shade = 0.5 + 0.66 * (blush - 0.36) - 0.14 * (1 - sun) * mottle(dice, size, (3, 4))
    shade = shade + 0.07 * (mottle(dice, size, (26, 40)) - 0.5)
    dots = dice.random(size) > 0.982
    shade = np.where(dots, shade - 0.12, shade)
    return rings, np.clip(shade, 0.05, 0.98)


def _whole(
    dice: np.random.Generator, r: float, at: tuple[float, float], turn: g.Point, stuffs: tuple[Material, ...]
) -> None:
    """Its stalk's end is up when unturned."""
    rings, shade = _body(dice, (160, 170))
    top = rings[-1, 0]
    path = top + np.array([[0, 0, -0.03], [0.01, 0, 0.05], [0.03, 0, 0.11]])
    stub = s.tube(path, 0.045, 0.6, 14)
    cap, _ = s.spun([(0.05, 0), (0.03, 0.012), (0.001, 0.014)], 14, 6)
    end = s.turned(s.sheet(cap, 0.8, around=True), (0, 0, 0), tuple((path[-1] - [0, 0, 0.005]).tolist()))
    parts = rest([s.sheet(rings, shade, around=True), f.joined([stub, end])], turn, *at, r)
    s.put("mango", parts[:1], stuffs[0])
    s.put("stalk", parts[1:], stuffs[2])


def _cheek(
    dice: np.random.Generator, r: float, at: tuple[float, float], turn: g.Point, stuffs: tuple[Material, ...]
) -> None:
    """A side of one, scored and turned inside out, its dice up."""
    long, wide, high, pitch = 1.12, 0.86, 0.32, 0.285
    out = np.linspace(0, 1, 130)[:, None]
    way = np.arange(440)[None, :] * 2 * math.pi / 440
    size = (130, 440)
    edge = 1 + 0.05 * np.cos(way) + 0.03 * np.cos(2 * way)
    x, y = long * out * edge * np.cos(way), wide * out * edge * np.sin(way)
    u = x + 0.03 * np.sin(4 * y + 1) + 0.5 * pitch
    v = y + 0.03 * np.sin(3 * x + 2)
    dome = high * (1 - 0.8 * (x / long) ** 2 - 0.9 * (y / wide) ** 2)
    normal = np.stack([3.4 * high * x / long**2, 3.8 * high * y / wide**2, 1 + 0 * x], 2)
    normal /= np.linalg.norm(normal, axis=2, keepdims=True)
    walls, tops = np.ones(size), np.ones(size)
    for along in (u, v):
        gap = 0.5 * pitch - np.abs(along / pitch - np.round(along / pitch)) * pitch  # to the next score
        step = np.clip((gap - 0.003) / 0.026, 0, 1)
        walls = walls * step * step * (3 - 2 * step)
        tops = tops * (1 - 0.16 * np.clip(1 - (gap - 0.03) / 0.06, 0, 1) ** 2)
    luck = np.sin(np.round(u / pitch) * 12.9 + np.round(v / pitch) * 78.2) * 43.7 % 1.0
    fine = mottle(dice, size, (30, 80)) - 0.5
    tall = 0.33 * (1 - 0.5 * out**5) * (0.93 + 0.1 * luck) * walls * tops + 0.012 * fine
    grid = np.stack([x, y, dome], 2) + normal * tall[..., None]
    shade = 0.18 + 0.54 * walls + 0.12 * (tops - 0.8) + 0.14 * luck * walls + 0.22 * fine
    brim = np.stack([x[-1:] + 0 * out, y[-1:] + 0 * out, dome[-1:] - 0.1 * out], 2)[::8]
    flesh = np.concatenate([grid, brim])
    shade = np.concatenate([shade, np.clip(0.3 - 0.2 * out[::8], 0, 1) + 0 * way])
    under = np.stack([x, y, dome - 0.1 - 0.14 * (1 - out**4)], 2)[::3]
    sun = 0.5 + 0.5 * np.cos(way - 0.7)
    tones = 0.42 + 0.45 * sun * mottle(dice, under.shape[:2], (3, 5)) + 0.06 * fine[::3]
    skins = [s.sheet(under, np.clip(tones, 0, 1), around=True)]
    parts = rest([*skins, s.sheet(flesh, np.clip(shade, 0, 1), around=True)], turn, *at, r)
    s.put("peel", parts[:1], stuffs[0])
    s.put("flesh", parts[1:], stuffs[1])


def _cube(dice: np.random.Generator, half: tuple[float, float, float], flare: float = 1.0) -> s.Patch:
    """With rounded edges, hardly true; wider at its top by `flare`."""
    v, u = np.linspace(-0.5 * math.pi, 0.5 * math.pi, 28)[:, None], np.arange(48)[None, :] * 2 * math.pi / 48

    def power(a: s.Floats, by: float) -> s.Floats:
        return np.asarray(np.sign(a) * np.abs(a) ** by)

    x = power(np.cos(v), 0.28) * power(np.cos(u), 0.28)
    y = power(np.cos(v), 0.28) * power(np.sin(u), 0.28)
    z = power(np.sin(v), 0.28) + 0 * u
    size = (28, 48)
    lumps = 1 + 0.07 * (mottle(dice, size, (5, 7)) - 0.5)
    grow = 1 + (flare - 1) * z
    grid = np.stack([x * half[0] * lumps * grow, y * half[1] * lumps * grow, z * half[2] * lumps], 2)
    shade = 0.55 + dice.uniform(-0.1, 0.1) + 0.16 * z + 0.3 * (mottle(dice, size, (6, 8)) - 0.5)
    return s.sheet(grid, np.clip(shade, 0, 1), around=True)


def _dice(dice: np.random.Generator, at: tuple[float, float], turn: float, stuff: Material) -> None:
    """A loose one."""
    one = _cube(dice, (0.021, 0.019, 0.018))
    s.put("flesh", rest([one], (dice.uniform(-0.05, 0.05), 0.04, turn), *at, 1.0), stuff)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"mango": _mangoes}
