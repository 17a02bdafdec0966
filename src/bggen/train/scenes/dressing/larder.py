"""Honey and coconuts."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.nodes import Material, Shader

_COMB: Stops = [
    (0.0, (120, 56, 0)), (0.3, (202, 116, 0)), (0.5, (236, 164, 10)), (0.62, (240, 192, 82)),
    (1.0, (250, 222, 150)),
]  # fmt: skip
_WOOD: Stops = [(0.0, (132, 82, 42)), (0.5, (190, 136, 82)), (1.0, (220, 174, 118))]
_HUSK: Stops = [(0.0, (40, 24, 14)), (0.5, (92, 58, 34)), (1.0, (150, 108, 68))]
_COCONUT: Stops = [
    (0.0, (112, 70, 42)),
    (0.06, (150, 104, 66)),
    (0.12, (250, 247, 240)),
    (1.0, (255, 254, 250)),
]


def _honey(it: Corner) -> list[str]:
    """A dipper on a board with a puddle of honey; a piece of comb."""
    dice = dice_of(it.rng)
    x, y = it.spot(0.24)
    side = math.copysign(1.0, x)
    board = m.wood(it.rng, it.rng.choice(["oak wood", "walnut wood"]), planks=False)
    g.lathe("board", [(0.19, 0), (0.2, 0.006), (0.2, 0.018), (0.192, 0.024)], board, 96, at=(x, y, 0))
    syrup = Shader("honey", (255, 172, 34), 0.04)
    for name, value in (("Transmission Weight", 0.74), ("IOR", 1.45), ("Specular IOR Level", 0.4)):
        syrup.set(name, value)
    t = np.linspace(0, 1, 26)[:, None]
    way = np.arange(96) * 2 * math.pi / 96
    reach = 0.085 * (1 + 0.2 * np.sin(2 * way + 1) + 0.12 * np.sin(3 * way) + 0.06 * np.sin(5 * way + 2))
    high = 0.0235 + 0.011 * np.sqrt(np.maximum(1 - t**5, 0)) + 0 * way
    puddle = np.stack([t * reach * np.cos(way), t * reach * np.sin(way), high], 2)
    at = (x - 0.05 * side, y - 0.045, 0)
    wet = [s.turned(s.sheet(puddle[:, ::-1], 0.5, around=True), (0, 0, 0), at)]
    turn = (0.0, math.pi / 2 + 0.09, 0.55 if side > 0 else math.pi - 0.55)
    foot = (x - 0.115 * side, y - 0.08, 0.024 + 0.052)
    wet.append(s.turned(_head(dice, 0.0045), turn, foot))
    s.put("honey", wet, syrup.material)
    stick, _ = s.spun(
        [
            (0.001, 0.09), (0.011, 0.1), (0.0105, 0.2), (0.0125, 0.33), (0.015, 0.37), (0.01, 0.385),
            (0.001, 0.387),
        ],
        24, 60,
    )  # fmt: skip
    grain = mottle(dice, (60, 24), (4, 12))
    wood = [_head(dice, 0.0), s.sheet(stick, grain, around=True)]
    s.put("dipper", [s.turned(one, turn, foot) for one in wood], skin(_WOOD, 0.5, tone=(40, 0.15)))
    x, y = it.spot(0.2)
    _comb(dice, x, y, 0.35 * math.copysign(1.0, x))
    return ["honeycomb", "a honey dipper"]


def _head(dice: np.random.Generator, film: float) -> s.Patch:
    """The grooved end of a dipper from z = 0 to 0.1, or the honey on it, `film` thick."""
    z = np.linspace(-film, 0.1 + film, 150)[:, None]
    way = np.arange(48) * 2 * math.pi / 48
    t = np.clip(z / 0.1, 0, 1)
    belly = 0.026 + 0.019 * np.sin(math.pi * (0.1 + 0.8 * t))
    groove = np.clip(0.5 + 1.6 * np.cos(2 * math.pi * 6 * t), 0, 1) ** 0.5
    depth = 0.013 if film else 0.02
    cap = np.sqrt(np.clip(np.minimum(t + 0.012, 1.012 - t) / 0.03, 0.0004, 1))
    out = (belly - depth * (1 - groove)) * cap + film * (0.7 + 0.8 * mottle(dice, (150, 48), (5, 5)))
    out[[0, -1]] = 0.0003
    rings = np.stack([out * np.cos(way), out * np.sin(way), z + 0 * way], 2)
    return s.sheet(rings, 0.35 + 0.4 * mottle(dice, (150, 48), (5, 9)), around=True)


def _comb(dice: np.random.Generator, x: float, y: float, turn: float) -> None:
    """A slab cut from a frame: cells full of honey, some sealed, cut open at its sides."""
    shader = Shader("comb")
    shade = s.shade_of(shader)
    shader.feed("Base Color", shader.ramp(shade, _COMB))
    shader.feed("Roughness", shader.sums(shade, 0.5, 0.02))
    for name, value in (("Subsurface Weight", 0.5), ("Subsurface Scale", 0.12), ("Coat Weight", 0.5)):
        shader.set(name, value)
    shader.set("Subsurface Radius", (0.25, 0.1, 0.02))
    v, u = np.meshgrid(np.linspace(-1, 1, 250), np.linspace(-1, 1, 340), indexing="ij")
    px = 0.17 * u * (1 + 0.1 * np.sin(2.3 * v + 1) + 0.05 * v**3)
    py = 0.12 * v * (1 + 0.1 * np.sin(1.9 * u + 2) - 0.08 * u)
    inside, tone, level = _cells(px, py, 0)
    thick = 0.075 + 0.006 * np.sin(9 * px + 2)
    relief = 0.0015 * (mottle(dice, (250, 340), (60, 80)) - 0.5)
    top = np.stack([px, py, thick + inside * level + relief], 2)
    wax = 0.8 + 0.2 * (mottle(dice, (250, 340), (50, 70)) - 0.5)
    parts = [s.sheet(top, wax * (1 - inside) + tone * inside)]
    rim = np.concatenate([top[0], top[1:, -1], top[-1, -2::-1], top[-2:0:-1, 0]])
    t = np.linspace(0, 1, 40)[:, None]
    lower = t > 0.52
    cut = [_cells(rim[None, :, 0] + 0 * t, rim[None, :, 1] + 0 * t, shift) for shift in (0, 1)]
    inside, tone = (np.where(lower, cut[1][k], cut[0][k]) for k in (0, 1))
    inside = inside * np.clip(np.abs(t - 0.52) / 0.03, 0, 1)
    run = np.clip((1.3 * mottle(dice, (1, len(rim)), (1, 50)) ** 2 - t) / 0.06, 0, 1)  # honey running down
    pull = (
        1
        - 0.035 * inside * (1 - run)
        - 0.03 * (mottle(dice, inside.shape, (8, 60)) - 0.5) * t
        + 0.012 * run * np.clip(t / 0.1, 0, 1)
    )
    wall = np.stack([rim[:, 0] * pull, rim[:, 1] * pull, rim[:, 2] * (1 - t)], 2)
    cutaway = 0.74 * (1 - inside) + 0.75 * tone * inside + 0.12 * (mottle(dice, inside.shape, (9, 80)) - 0.5)
    parts.append(s.sheet(wall, cutaway * (1 - run) + 0.34 * run, around=True))
    s.put("comb", [s.turned(part, (0, 0, turn), (x, y, 0)) for part in parts], shader.material)


def _cells(x: s.Floats, y: s.Floats, shift: int, pitch: float = 0.03) -> tuple[s.Floats, s.Floats, s.Floats]:
    """Six-sided cells -> how far inside a cell (0..1) each point is, its cell's shade, and its level."""
    x = x + 0.0016 * np.sin(41 * y + 2 * shift) + 0.5 * pitch * shift
    y = y + 0.0016 * np.sin(37 * x) + 0.29 * pitch * shift
    tall = pitch * math.sqrt(3)
    best = [np.full(x.shape, 9.0), 0 * x, 0 * x]
    for half in (0.0, 0.5):
        cx, cy = (np.round(x / pitch - half) + half) * pitch, (np.round(y / tall - half) + half) * tall
        dx, dy = np.abs(x - cx), np.abs(y - cy)
        far = np.maximum(dx, 0.5 * dx + math.sqrt(0.75) * dy)
        nearer = far < best[0]
        best = [np.where(nearer, new, old) for new, old in zip((far, cx, cy), best, strict=True)]
    luck = np.abs(np.sin(best[1] * 912.7 + best[2] * 1731.3 + shift) * 43.7) % 1.0
    inside = np.clip((pitch / 2 - best[0] - 0.0014) / 0.0016, 0, 1)
    inside = inside * inside * (3 - 2 * inside)
    sealed = luck > 0.86
    middle = 1 - np.clip(best[0] / (pitch / 2), 0, 1) ** 2
    tone = np.where(sealed, 0.74 + 0.12 * middle, 0.18 + 0.32 * luck + 0.1 * (1 - middle))
    level = np.where(sealed, 0.001 + 0.002 * middle, -0.003 - 0.005 * (luck < 0.25) - 0.001 * middle)
    return inside, tone, level


def _coconuts(it: Corner) -> list[str]:
    """Two halves with a chip; one half alone."""
    dice = dice_of(it.rng)
    stuffs = (
        skin(_HUSK, 0.9, tone=(24, 0.25), relief=(60, 0.006)),
        skin(_COCONUT, 0.42, relief=(34, 0.002), under=0.25),
    )
    r = 0.15
    x, y = it.spot(0.3)
    side = math.copysign(1.0, x)
    face = (0.85, 0.0, 0.3 * side) if not it.flat_lay else (0.1, 0.1, 0.3)
    _shell(dice, r, (x - 0.09 * side, y - 0.02), face, stuffs)
    back = (math.pi - 0.75, 0.0, 0.5 * side) if not it.flat_lay else (math.pi - 0.4, 0.2, 0.5)
    _shell(dice, r * 0.97, (x + 0.17 * side, y + 0.13), back, stuffs)
    _chip(dice, (x + 0.12 * side, y - 0.17), (0.75 if not it.flat_lay else -0.1, -0.15, 0.6 * side), stuffs)
    x, y = it.spot(0.18)
    side = math.copysign(1.0, x)
    face = (0.6, 0.0, -0.3 * side) if not it.flat_lay else (0.08, -0.1, 1.0)
    _shell(dice, r, (x, y), face, stuffs)
    return ["coconuts"]


def _shell(
    dice: np.random.Generator,
    r: float,
    at: tuple[float, float],
    turn: g.Point,
    stuffs: tuple[Material, Material],
) -> None:
    """Half a nut; unturned its opening looks up."""
    arc = np.linspace(0.001, math.pi / 2, 14)
    dome = [(math.sin(a), -math.cos(a)) for a in arc.tolist()]
    husk, turns = s.spun([*dome, (0.985, 0.015), (0.955, 0.012), (0.94, -0.01)], 120, 70)
    bowl = [(0.72 * math.sin(a), -0.74 * math.cos(a)) for a in arc.tolist()]
    flesh, _ = s.spun([*bowl, (0.735, 0.012), (0.83, 0.02), (0.92, 0.012), (0.945, -0.012)], 120, 80)
    shift = dice.uniform(0, 6)
    broken = (
        0.03 * np.sin(3 * turns + shift)
        + 0.016 * np.sin(7 * turns + 2 * shift)
        + 0.03 * (mottle(dice, (1, 120), (1, 30)) - 0.5)
    )
    for rings in (husk, flesh):
        rings[..., 2] += broken * np.clip(1 + rings[..., 2] / 0.4, 0, 1)
    out = np.hypot(flesh[..., 0], flesh[..., 1])
    white = np.clip((0.935 - out) / 0.05, 0, 1) * (0.75 + 0.3 * mottle(dice, out.shape, (10, 14)))
    bark = 0.35 + 0.4 * mottle(dice, husk.shape[:2], (6, 40))
    count = 1500
    way, low = dice.uniform(0, 2 * math.pi, count), np.arccos(dice.uniform(0.02, 1, count))
    t = np.linspace(0, 1, 8)[None, :]
    polar = low[:, None] + dice.normal(0, 0.28, count)[:, None] * t
    azimuth = way[:, None] + dice.normal(0, 0.16, count)[:, None] * t + 0.1 * np.sin(4 * t + way[:, None])
    away = 1.0 + 0.025 * np.sin(math.pi * t * dice.uniform(0.4, 1, count)[:, None])
    polar = np.clip(polar, 0, 1.54)
    paths = away[..., None] * np.stack(
        [np.sin(polar) * np.cos(azimuth), np.sin(polar) * np.sin(azimuth), -np.cos(polar)], 2
    )
    hair = s.strands(paths, np.full((count, 8), 0.006), dice.uniform(0.3, 1.0, count)[:, None])
    parts = [s.sheet(husk, bark, around=True), hair, s.sheet(flesh, white, around=True)]
    parts = rest(parts, turn, *at, r)
    s.put("husk", parts[:2], stuffs[0])
    s.put("flesh", parts[2:], stuffs[1])


def _chip(
    dice: np.random.Generator, at: tuple[float, float], turn: g.Point, stuffs: tuple[Material, Material]
) -> None:
    """A bit of flesh with its brown skin below, as long as 0.14 units."""
    out, way = np.linspace(0, 1, 24)[:, None], np.arange(72) * 2 * math.pi / 72
    wide = out * (1 + 0.18 * np.sin(3 * way + 1) + 0.1 * np.sin(5 * way) + 0.03 * np.sin(11 * way))
    x, y = 0.075 * wide * np.cos(way), 0.045 * wide * np.sin(way)
    bow = 2.0 * (x**2 + y**2)
    top, under = (np.stack([x * k, y * k, bow + lift], 2) for k, lift in ((1.0, 0.022), (0.95, 0.0)))
    white = 0.7 + 0.3 * mottle(dice, x.shape, (4, 6))
    side = np.stack([top[-1], 0.5 * (top[-1] + under[-1]) * np.array([1.02, 1.02, 1]), under[-1]])
    brown = np.array([1.0, 0.8, 0.0])[:, None]
    parts = [
        s.sheet(top, white, around=True),
        s.sheet(side, brown, around=True),
        s.sheet(under, 0, around=True),
    ]
    s.put("chip", rest(parts, turn, *at, 1.25), stuffs[1])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"honey": _honey, "coconut": _coconuts}
