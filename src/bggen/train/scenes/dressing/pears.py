"""Pears, whole and halved."""

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

_PEAR = [
    (0.001, -0.86), (0.06, -0.87), (0.16, -0.93), (0.34, -0.97), (0.62, -0.87), (0.88, -0.55), (1.0, -0.12),
    (0.95, 0.3), (0.77, 0.7), (0.58, 1.05), (0.46, 1.36), (0.38, 1.62), (0.27, 1.8), (0.13, 1.86),
    (0.05, 1.83), (0.001, 1.81),
]  # fmt: skip
_PEEL: Stops = [
    (0.0, (84, 58, 30)), (0.18, (152, 122, 58)), (0.36, (146, 150, 50)), (0.6, (188, 186, 70)),
    (0.82, (220, 200, 84)), (1.0, (222, 150, 74)),
]  # fmt: skip
_FLESH: Stops = [
    (0.0, (168, 160, 66)), (0.1, (228, 222, 140)), (0.3, (248, 238, 188)), (0.6, (252, 244, 208)),
    (0.8, (222, 198, 128)), (1.0, (140, 100, 56)),
]  # fmt: skip
_WOOD: Stops = [(0.0, (38, 24, 14)), (0.5, (86, 58, 34)), (1.0, (130, 100, 62))]
_SEED: Stops = [(0.0, (40, 20, 10)), (0.6, (92, 50, 24)), (1.0, (160, 104, 60))]
_LEAF: Stops = [(0.0, (160, 178, 92)), (0.4, (66, 106, 42)), (0.75, (44, 84, 32)), (1.0, (32, 64, 24))]
_CORE = (0.0, -0.12)  # x and z of the middle of its seeds

Stuffs = tuple[Material, Material, Material, Material]


def _pears(it: Corner) -> list[str]:
    """One standing, one lying, a half before them; a half alone."""
    stuffs = (
        skin(_PEEL, 0.38, tone=(30, 0.08), relief=(40, 0.0014), under=0.1, coat=0.15),
        skin(_WOOD, 0.8, tone=(70, 0.2), relief=(110, 0.003)),
        h.flesh(_FLESH, (0.4, 0.3), 0.3, (150, 0.001), (90, 0.03)),
        skin(_SEED, 0.3, tone=(50, 0.15), coat=0.3),
    )
    r = 0.1
    x, y = it.spot(0.28)
    side = math.copysign(1.0, x)
    _pear(
        it, r, (x - 0.05 * side, y + 0.11), (0.03, -0.05 * side, 0.6), stuffs, leaf=0.35 if side > 0 else 2.8
    )
    _pear(it, r * 0.94, (x + 0.18 * side, y - 0.01), (1.42, 0.5, 1.15 * side), stuffs)
    lean = (-0.85, 0.12 * side, -0.2 * side) if not it.flat_lay else (-1.5, 0.05, 0.35 * side)
    _half(it, r * 0.97, (x - 0.15 * side, y - 0.1), lean, stuffs)
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    lean = (-0.85, -0.12 * side, -0.35 * side) if not it.flat_lay else (-1.52, 0.0, -0.5 * side)
    _half(it, r * 0.97, (x, y), lean, stuffs)
    return ["pears"]


def _body(dice: np.random.Generator, size: tuple[int, int]) -> tuple[s.Floats, s.Floats]:
    """Its skin, its neck bent towards +x -> rings, shades."""
    rings, turns = s.spun(_PEAR, size[1], size[0])
    z = rings[:, :1, 2]
    shift = dice.uniform(0, 6)
    uneven = 0.02 * np.cos(2 * turns + shift) + 0.014 * np.cos(3 * turns + 2 * shift + z)
    rings[..., :2] *= (1 + uneven + 0.03 * (mottle(dice, size, (6, 7)) - 0.5))[..., None]
    rings[..., 0] += 0.07 * np.clip(z - 0.4, 0, 2) ** 1.6
    blush = mottle(dice, size, (2, 3))
    fine = mottle(dice, size, (40, 60)) - 0.5
    russet = np.clip((mottle(dice, size, (12, 16)) - 0.62) * 3, 0, 1) * mottle(dice, size, (50, 70))
    ends = np.exp(-(((z + 0.95) / 0.16) ** 2)) + np.exp(-(((z - 1.86) / 0.2) ** 2))
    shade = 0.56 + 0.4 * (blush - 0.4) + 0.1 * fine - 0.12 * np.clip(z - 0.8, 0, 1)
    shade = shade - 0.3 * russet - 0.34 * ends * (0.3 + mottle(dice, size, (30, 44)))
    dots = dice.random(size) > 0.978 - 0.02 * (z < 0)
    return rings, np.clip(np.where(dots, shade - 0.22, shade), 0.04, 0.97)


def _stalk(dice: np.random.Generator, half: bool = False) -> s.Patch:
    """Woody, bent, thicker at its end; of a `half` it starts at the cut."""
    t = np.linspace(0, 1, 24)[:, None]
    root = np.array([0.07 * 1.4**1.6, 0.03 if half else 0.0, 1.76])
    bent = root + t * np.array([0.1, 0.0, 0.5]) + t**2 * np.array([dice.uniform(0.1, 0.3), 0.06, 0.0])
    thick = (
        0.042 + 0.05 * t[:, 0] ** 7 + 0.03 * np.exp(-((t[:, 0] / 0.12) ** 2)) + 0.005 * np.cos(9 * t[:, 0])
    )
    cord = s.tube(bent, thick, 0.5, 14)
    cap, _ = s.spun([(0.09, 0), (0.06, 0.012), (0.001, 0.016)], 14, 6)
    end = s.turned(s.sheet(cap, 0.7, around=True), s.aim(bent[-1] - bent[-2]), tuple(bent[-1].tolist()))
    return f.joined([cord, end])


def _pear(
    it: Corner, r: float, at: tuple[float, float], turn: g.Point, stuffs: Stuffs, leaf: float | None = None
) -> None:
    """Standing when unturned. `leaf`: the way it points."""
    dice = dice_of(it.rng)
    rings, shade = _body(dice, (190, 220))
    eye = []
    for k in range(5):
        tooth = s.blade(0.13, 0.035, fold=0.4, bend=0.2)
        eye.append(s.turned(tooth, (2.5, 0, k * 1.257 + dice.uniform(-0.2, 0.2)), (0, 0, -0.86)))
    parts = rest([s.sheet(rings, shade, around=True), _stalk(dice), *eye], turn, *at, r)
    s.put("pear", parts[:1], stuffs[0])
    s.put("stalk", parts[1:], stuffs[1])
    if leaf is not None:
        foot = parts[1].points[14 * 12 : 14 * 13].mean(0)
        one = f.lamina(it.rng, 0.21, f.outline(80, 0.062, 0.82), fold=0.3, bend=0.45, veins=9, columns=21)
        stem = s.tube(
            s.bow(foot, 0.03 * f.heading(leaf, 0.9), foot + 0.045 * f.heading(leaf, 0.35), 12), 0.0024, 0.1
        )
        blade = f.grown(
            one, stem.points[-10:].mean(0), f.heading(leaf, 0.1), f.UP + 0.4 * f.heading(leaf - 1.6)
        )
        s.put("leaf", [stem, blade], f.leafy(_LEAF, 0.36, 0.18, mottle=0.2))


def _half(it: Corner, r: float, at: tuple[float, float], turn: g.Point, stuffs: Stuffs) -> None:
    """Cut along; unturned its face looks along -y, its stalk up."""
    dice = dice_of(it.rng)
    rings, shade = _body(dice, (170, 200))
    shell, rim = h.half(rings, shade)
    cut = h.face(rim, (0.0, -0.05), 130, 320)
    x, z = cut.x, cut.z
    cx, cz = x - _CORE[0], z - _CORE[1]
    away = np.hypot(cx / 0.4, (cz - 0.04) / 0.46)  # 1 on the line about its core
    line = np.exp(-(((away - 1) / 0.07) ** 2)) * (0.55 + 0.45 * mottle(dice, x.shape, (10, 60)))
    fibre = np.exp(-((h.near_line(x, z, np.array([[0, 0.36], [0.03, 1.0], [0.13, 1.78]])) / 0.035) ** 2))
    fibre = np.maximum(fibre, np.exp(-((h.near_line(x, z, np.array([[0, -0.5], [0, -0.88]])) / 0.03) ** 2)))
    cell = np.full(x.shape, 9.0)
    for way in (-1, 1):
        ox, oz = (np.abs(cx - way * 0.15)) / 0.115, (cz + 0.02 + 0.25 * (cx - 0.15 * way) * way) / 0.25
        cell = np.minimum(cell, np.hypot(ox * (1 + 0.35 * np.clip(oz, -1, 1)), oz))
    hollow = np.clip((1.0 - cell) / 0.16, 0, 1)
    lip = np.exp(-(((cell - 1.08) / 0.12) ** 2))
    pale = 0.12 + 0.4 * np.clip(cut.left / 0.22, 0, 1) ** 0.7
    rays = 0.05 * (mottle(dice, x.shape, (5, 110)) - 0.5) + 0.05 * (mottle(dice, x.shape, (40, 120)) - 0.5)
    tone = pale + 2 * rays + 0.24 * line + 0.2 * fibre + 0.12 * lip
    tone = tone * (1 - hollow) + (0.72 + 0.12 * np.clip(cell, 0, 1)) * hollow
    eye = np.exp(-((np.hypot(x, z + 0.88) / 0.09) ** 2))
    tone = np.where(eye > 0.3, tone + (0.98 - tone) * eye, tone) * np.clip(cut.left / 0.018, 0, 1)
    deep = 0.1 * hollow - 0.006 * lip + 0.003 * line + 0.01 * np.cos(2 * cut.way) * cut.out
    deep = deep + 0.02 * np.clip(1 - cut.left / 0.05, 0, 1) ** 2
    parts = [shell, cut.sheet(deep, tone), _stalk(dice, half=True)]
    pip, _ = s.spun([(0.001, -0.19), (0.07, -0.13), (0.088, -0.02), (0.05, 0.11), (0.001, 0.19)], 24, 24)
    seeds = []
    for way in (-1, 1):
        tones = 0.55 + 0.4 * (mottle(dice, (24, 24), (4, 5)) - 0.5)
        seed = s.turned(s.sheet(pip * np.array([1, 0.7, 1]), tones, around=True), (0, 0.25 * way, 0))
        seeds.append(s.turned(seed, (0, 0, 0), (_CORE[0] + 0.15 * way, 0.06, _CORE[1] - 0.03), 1.05))
    parts = rest([*parts, *seeds], turn, *at, r)
    for part, stuff in zip((parts[:1], parts[1:2], parts[2:3], parts[3:]), (0, 2, 1, 3), strict=True):
        s.put("pear", part, stuffs[stuff])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"pear": _pears}
