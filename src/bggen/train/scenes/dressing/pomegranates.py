"""Pomegranates, whole and opened."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import halves as h
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, heap, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

_SHELL = [
    (0.001, -0.9), (0.12, -0.91), (0.4, -0.87), (0.74, -0.65), (0.96, -0.26), (1.0, 0.1), (0.9, 0.48),
    (0.66, 0.78), (0.42, 0.91), (0.3, 0.97), (0.25, 1.06), (0.27, 1.18), (0.36, 1.36), (0.33, 1.37),
    (0.21, 1.18), (0.15, 1.02), (0.001, 0.98),
]  # fmt: skip
_RIND: Stops = [
    (0.0, (92, 52, 28)), (0.2, (186, 128, 70)), (0.4, (206, 96, 60)), (0.6, (186, 38, 36)),
    (0.85, (148, 14, 26)),
    (1.0, (108, 6, 20)),
]  # fmt: skip
_PITH: Stops = [
    (0.0, (150, 30, 30)),
    (0.12, (236, 190, 120)),
    (0.4, (250, 236, 190)),
    (0.7, (248, 224, 176)),
    (1.0, (226, 150, 110)),
]
_ARIL: Stops = [(0.0, (84, 0, 12)), (0.4, (156, 4, 26)), (0.75, (196, 16, 42)), (1.0, (226, 96, 100))]


def _pomegranates(it: Corner) -> list[str]:
    """A whole one, an opened one, loose seeds; an opened one with seeds."""
    dice = dice_of(it.rng)
    stuffs = (
        skin(_RIND, 0.34, tone=(26, 0.12), relief=(34, 0.0024), under=0.06, coat=0.25),
        h.flesh(_PITH, (0.6, 0.5), 0.35, (60, 0.003), (60, 0.06)),
        skin(_ARIL, 0.1, tone=(60, 0.14), relief=(60, 0.0008), under=0.6, coat=0.6),
    )
    r = 0.125
    x, y = it.spot(0.3)
    side = math.copysign(1.0, x)
    _whole(dice, r, (x + 0.1 * side, y + 0.12), (-0.35, 0.3 * side, 0.6), stuffs)
    lean = (0.95, 0.0, -0.1 * side) if not it.flat_lay else (0.1, 0.1, 0.3)
    _open(dice, r * 0.96, (x - 0.1 * side, y - 0.06), lean, stuffs)
    _loose(dice, (x + 0.1 * side, y - 0.12), 13, stuffs[2])
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    lean = (0.85, 0.0, 0.16 * side) if not it.flat_lay else (0.1, -0.1, 1.2)
    _open(dice, r * 0.94, (x - 0.02 * side, y + 0.03), lean, stuffs)
    _loose(dice, (x + 0.11 * side, y - 0.12), 8, stuffs[2])
    return ["pomegranates"]


def _rind(dice: np.random.Generator, size: tuple[int, int]) -> tuple[s.Floats, s.Floats]:
    """Faintly six-sided, its crown open with six teeth."""
    rings, turns = s.spun(_SHELL, size[1], size[0])
    z = rings[:, :1, 2]
    shift = dice.uniform(0, 6)
    belly = np.clip(1 - np.abs(z) ** 3, 0, 1)
    rings[..., :2] *= (1 + (0.022 * np.cos(6 * turns + shift) + 0.015 * np.cos(2 * turns)) * belly)[..., None]
    rings[..., :2] *= (1 + 0.03 * (mottle(dice, size, (8, 10)) - 0.5) * belly)[..., None]
    crown = np.clip((z - 1.0) / 0.36, 0, 1)
    teeth = np.abs(((6 * turns / (2 * math.pi)) % 1.0) - 0.5) * 2  # 1 between two
    rings[..., 2] -= 0.36 * crown**2 * teeth**1.5
    rings[..., :2] *= (1 + 0.25 * crown * (1 - teeth) + 0.12 * crown * np.sin(turns + shift))[..., None]
    blush = mottle(dice, size, (3, 4)) * 0.6 + mottle(dice, size, (9, 12)) * 0.4
    shade = 0.7 + 0.5 * (blush - 0.5) + 0.1 * (mottle(dice, size, (30, 44)) - 0.5)
    scars = np.clip(mottle(dice, size, (26, 34)) - 0.8, 0, 1) * 2.5
    dots = dice.random(size) > 0.985
    shade = shade - scars - 0.14 * dots - 0.34 * crown * (0.4 + 0.6 * mottle(dice, size, (20, 30)))
    return rings, np.clip(shade, 0.08, 0.97)


def _whole(
    dice: np.random.Generator, r: float, at: tuple[float, float], turn: g.Point, stuffs: tuple[Material, ...]
) -> None:
    """Its crown is up when unturned."""
    rings, shade = _rind(dice, (150, 168))
    inside = s.strands(_stamens(dice), np.full((40, 5), 0.008), dice.uniform(0.0, 0.3, 40)[:, None])
    s.put("pomegranate", rest([s.sheet(rings, shade, around=True), inside], turn, *at, r), stuffs[0])


def _stamens(dice: np.random.Generator) -> s.Floats:
    """Dry threads in its crown."""
    way, out = dice.uniform(0, 2 * math.pi, 40), dice.uniform(0.03, 0.13, 40)
    t = np.linspace(0, 1, 5)[None, :]
    away = out[:, None] * (1 + 0.5 * t)
    high = 0.98 + 0.24 * t * dice.uniform(0.6, 1.1, 40)[:, None]
    turn = way[:, None] + dice.normal(0, 0.5, 40)[:, None] * t
    return np.stack([away * np.cos(turn), away * np.sin(turn), high + 0 * away], 2)


def _open(
    dice: np.random.Generator, r: float, at: tuple[float, float], turn: g.Point, stuffs: tuple[Material, ...]
) -> None:
    """Cut across, six chambers full of seeds; unturned it looks up."""
    rings, shade = _rind(dice, (130, 180))
    rings = h.level(rings, 0.16)
    shell = s.sheet(rings, shade[: len(rings)], around=True)
    cut = h.face(rings[-1, :, :2], (0, 0), 100, 360)
    out, way, size = cut.out, cut.way, cut.x.shape
    uneven = mottle(dice, (1, size[1]), (1, 18)) - 0.5
    swing = 0.42 * np.sin(2 * way + dice.uniform(0, 6)) + 0.4 * np.sin(6 * out + 2 * np.cos(way)) * out
    wall = np.abs(np.sin(3 * way + swing)) / 3 * out  # units to the next one
    inside = np.minimum(wall - 0.016, np.minimum(0.89 + 0.07 * uneven - out, out - 0.08 - 0.1 * uneven))
    chamber = np.clip(inside / 0.05, 0, 1)
    lumps = mottle(dice, size, (16, 40)) - 0.5
    tone = 0.5 + 0.3 * lumps + 0.4 * chamber - 0.08 * np.clip((out - 0.85) / 0.1, 0, 1)
    tone = tone * np.clip((1 - out) / 0.03, 0, 1)
    ragged = 0.035 * (mottle(dice, size, (14, 90)) - 0.3) * (out < 0.84) * (1 - chamber)
    deep = 0.26 * chamber - ragged + 0.015 * lumps + 0.03 * out**16
    lift = (-math.pi / 2, 0.0, 0.0), (0.0, 0.0, 0.16)
    parts = [shell, s.turned(cut.sheet(deep, tone), *lift)]
    seeds = []
    for depth, apart, need in ((0.13, 0.13, 0.02), (0.02, 0.128, 0.045)):
        placed = np.empty((0, 2))
        for _ in range(2600):
            k = int(size[0] * math.sqrt(dice.uniform(0.01, 0.8))), int(dice.integers(0, size[1]))
            place = np.array([cut.x[k], cut.z[k]])
            if inside[k] < need or (len(placed) and np.hypot(*(placed - place).T).min() < apart):
                continue
            placed = np.concatenate([placed, place[None]])
            spot = (float(place[0]), depth + dice.uniform(-0.03, 0.03), float(place[1]))
            aim = np.array([0.4 * place[0], -0.8 - 0.3 * dice.random(), 0.4 * place[1]]) + dice.normal(
                0, 0.3, 3
            )
            seeds.append(s.turned(_aril(dice), s.aim(aim), spot, dice.uniform(0.08, 0.1)))
    every = rest([*parts, *(s.turned(seed, *lift) for seed in seeds)], turn, *at, r)
    s.put("pomegranate", every[:1], stuffs[0])
    s.put("pith", every[1:2], stuffs[1])
    s.put("seeds", every[2:], stuffs[2])


def _aril(dice: np.random.Generator) -> s.Patch:
    """A juicy seed with a few blunt edges, about one unit in radius."""
    drop, turns = s.spun(
        [(0.001, -1.25), (0.3, -1.12), (0.62, -0.7), (0.86, -0.05), (0.84, 0.45), (0.6, 0.82),
        (0.24, 0.98), (0.001, 1.0)],
        22, 20,
    )  # fmt: skip
    edges = 1 + 0.08 * np.cos(4 * turns + dice.uniform(0, 6)) + 0.06 * np.cos(3 * turns + dice.uniform(0, 6))
    drop[..., :2] *= edges[:, None]
    shade = 0.5 + dice.uniform(-0.3, 0.25) + 0.2 * drop[..., 2] * dice.uniform(-0.4, 1)
    shade = shade + 0.4 * np.clip(-0.8 - drop[..., 2], 0, 1)
    return s.sheet(drop, np.clip(shade, 0, 1), around=True)


def _loose(dice: np.random.Generator, at: tuple[float, float], count: int, stuff: Material) -> None:
    """A few seeds that fell out."""
    r = 0.0105
    seeds = []
    for dx, dy, z in heap(dice, count, r, (0.062, 0.04)).tolist():
        turn = (dice.uniform(1.0, 2.2), dice.uniform(-0.4, 0.4), dice.uniform(0, 6.28))
        seeds.append(s.turned(_aril(dice), turn, (at[0] + dx, at[1] + dy, z * 0.9), r * 1.02))
    s.put("seeds", seeds, stuff)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"pomegranate": _pomegranates}
