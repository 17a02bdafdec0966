"""Kiwis and cucumbers, cut across."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from bggen.train.scenes.dressing import halves as h
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

_KIWI = [
    (0.001, -1.2), (0.1, -1.21), (0.16, -1.17), (0.3, -1.16), (0.6, -0.98), (0.86, -0.6), (0.99, -0.14),
    (0.98, 0.22), (0.83, 0.68), (0.56, 1.02), (0.28, 1.19), (0.14, 1.25), (0.05, 1.3), (0.001, 1.31),
]  # fmt: skip
_HIDE: Stops = [(0.0, (62, 42, 24)), (0.4, (112, 82, 46)), (0.7, (142, 108, 62)), (1.0, (176, 140, 90))]
_KIWI_FLESH: Stops = [
    (0.0, (92, 66, 36)), (0.07, (74, 104, 14)), (0.25, (70, 118, 8)), (0.5, (120, 168, 24)),
    (0.75, (176, 204, 74)), (0.9, (226, 230, 160)), (1.0, (248, 244, 214)),
]  # fmt: skip
_PIP: Stops = [(0.0, (10, 6, 8)), (1.0, (44, 28, 24))]
_CUCUMBER: Stops = [
    (0.0, (14, 34, 12)), (0.35, (26, 62, 20)), (0.65, (46, 88, 28)), (0.85, (94, 128, 48)),
    (1.0, (168, 182, 96)),
]  # fmt: skip
_CUCUMBER_FLESH: Stops = [
    (0.0, (24, 56, 18)), (0.1, (98, 142, 52)), (0.25, (160, 196, 92)), (0.5, (196, 218, 128)),
    (0.75, (222, 234, 168)), (1.0, (246, 242, 208)),
]  # fmt: skip
_SLICED = (-math.pi / 2, 0.0, 0.0)  # a face's turn to look up


class _Stuffs(NamedTuple):
    hide: Material
    flesh: Material
    pips: Material
    hair: Material


def _kiwis(it: Corner) -> list[str]:
    """A whole one, two halves and a slice; a half and a slice."""
    dice = dice_of(it.rng)
    stuffs = _Stuffs(
        skin(_HIDE, 0.85, tone=(50, 0.22), relief=(130, 0.0025), sheen=0.3),
        h.flesh(_KIWI_FLESH, (0.34, 0.26), 0.45, (110, 0.0012), (70, 0.04), (0.04, 0.06, 0.015), 0.25),
        skin(_PIP, 0.2, coat=0.5),
        skin([(0.0, (120, 84, 44)), (1.0, (196, 158, 100))], 0.7),
    )
    r = 0.08
    x, y = it.spot(0.24)
    side = math.copysign(1.0, x)
    _kiwi(dice, r, (x + 0.06 * side, y + 0.12), (1.5, 0.2, 1.15 * side), stuffs)
    lean = (1.1, 0.0, -0.12 * side) if not it.flat_lay else (0.08, 0.1, 0.3)
    _kiwi(dice, r * 0.98, (x - 0.11 * side, y - 0.03), lean, stuffs, (-9.0, 0.02))
    lean = (0.62, 0.1 * side, 0.3 * side) if not it.flat_lay else (-0.1, 0.08, 1.3)
    _kiwi(dice, r * 0.95, (x + 0.1 * side, y - 0.06), lean, stuffs, (-9.0, -0.02))
    _kiwi(dice, r * 0.93, (x + 0.0 * side, y - 0.17), (0.0, 0.0, 0.9), stuffs, (-0.2, 0.0))
    x, y = it.spot(0.17)
    side = math.copysign(1.0, x)
    lean = (0.95, 0.0, 0.18 * side) if not it.flat_lay else (0.1, -0.1, 0.6)
    _kiwi(dice, r * 0.98, (x - 0.045 * side, y + 0.03), lean, stuffs, (-9.0, 0.0))
    _kiwi(dice, r * 0.94, (x + 0.075 * side, y - 0.075), (0.0, 0.0, 0.5), stuffs, (-0.2, 0.0))
    return ["kiwis"]


def _kiwi(
    dice: np.random.Generator,
    r: float,
    at: tuple[float, float],
    turn: g.Point,
    stuffs: _Stuffs,
    between: tuple[float, float] = (-9.0, 9.0),
) -> None:
    """The part of it `between` two heights; unturned its stalk's end is below, a cut looks up."""
    rings, turns = s.spun(_KIWI, 120, 110)
    shift = dice.uniform(0, 6)
    rings[..., :2] *= (1 + 0.015 * np.cos(3 * turns + shift + rings[..., 2]))[..., None]
    rings[..., 1] *= 0.92
    low, high = between
    if high < 9:
        rings = h.level(rings, high)
    if low > -9:
        rings = h.level(rings[::-1] * np.array([1, 1, -1]), -low)[::-1] * np.array([1, 1, -1])
    size = rings.shape[:2]
    shade = 0.5 + 0.5 * (mottle(dice, size, (16, 30)) - 0.5) + 0.3 * (mottle(dice, size, (40, 70)) - 0.5)
    shade = shade - 0.35 * (np.abs(rings[..., 2] + 1.2) < 0.04)
    parts = [s.sheet(rings, np.clip(shade, 0, 1), around=True), _fuzz(dice, rings, 5 * size[0] * 6)]
    cuts, pips = [], []
    for end, up in ((rings[-1], 1.0), (rings[0], -1.0)):
        if np.hypot(*end[0, :2]) > 0.2:
            patch, seeds = _kiwi_face(dice, end[:, :2])
            upright = (_SLICED if up > 0 else (math.pi / 2, 0.0, 0.0), (0.0, 0.0, float(end[0, 2])))
            cuts.append(s.turned(patch, *upright))
            pips += [s.turned(seed, *upright) for seed in seeds]
    every = rest([*parts, *cuts, *pips], turn, *at, r)
    s.put("kiwi", every[:1], stuffs.hide)
    s.put("fuzz", every[1:2], stuffs.hair)
    if cuts:
        s.put("cut", every[2 : 2 + len(cuts)], stuffs.flesh)
        s.put("pips", every[2 + len(cuts) :], stuffs.pips)


def _fuzz(dice: np.random.Generator, rings: s.Floats, count: int) -> s.Patch:
    """Short hairs all over a skin, lying towards its end."""
    flat = rings.reshape(-1, 3)
    foot = flat[dice.integers(0, len(flat), count)] + dice.normal(0, 0.012, (count, 3))
    out = foot * np.array([1.0, 1.0, 0.4])
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    way = 0.75 * out + dice.normal(0, 0.45, (count, 3)) + np.array([0.0, 0.0, 0.35])
    t = np.linspace(0, 1, 4)[None, :, None]
    paths = foot[:, None] * 0.995 + t * way[:, None] * dice.uniform(0.018, 0.05, count)[:, None, None]
    half = 0.0042 * np.linspace(1, 0.25, 4)[None, :] + np.zeros((count, 1))
    return s.strands(paths, half, dice.uniform(0, 1, count)[:, None])


def _kiwi_face(dice: np.random.Generator, rim: s.Floats) -> tuple[s.Patch, list[s.Patch]]:
    """A pale heart, rays from it, black pips between those; see `halves.Face`."""
    cut = h.face(rim, (0, 0), 110, 420)
    out, way = cut.out, cut.way
    count = 31
    bent = way + 0.05 * np.sin(3 * way + dice.uniform(0, 6)) + 0.04 * (mottle(dice, out.shape, (5, 20)) - 0.5)
    ray = np.clip(np.cos(count * bent), 0, 1) ** 1.5
    heart = 0.24 * (1 + 0.1 * np.cos(2 * way) + 0.08 * (mottle(dice, (1, 420), (1, 24)) - 0.5))
    core = np.clip((heart - out) / 0.07 + 0.5, 0, 1)
    pocket = np.clip((out - heart) / 0.08, 0, 1) * np.clip((0.66 - out) / 0.2, 0, 1)
    fine, specks = (mottle(dice, out.shape, size) - 0.5 for size in ((4, 140), (40, 160)))
    tone = 0.5 + 0.1 * fine + 0.1 * specks + 0.12 * np.clip((out - 0.6) / 0.3, 0, 1)
    tone = tone - 0.24 * pocket * (1 - ray) + 0.26 * ray * np.clip(1.15 - out, 0, 1) ** 1.5
    tone = tone * (1 - core) + (0.97 + 0.06 * specks) * core - 0.14 * np.clip((out - 0.93) / 0.05, 0, 1)
    tone = tone * np.clip((1 - out) / 0.022, 0, 1)
    deep = 0.012 * pocket * (1 - ray) - 0.02 * core - 0.006 * ray + 0.008 * specks + 0.03 * out**16
    seeds = []
    drop, _ = s.spun([(0.001, -1), (0.5, -0.66), (0.62, -0.05), (0.36, 0.6), (0.001, 1.0)], 16, 14)
    edge = cut.far[-1]
    for k in range(count):
        middle = (k + 0.5) * 2 * math.pi / count + dice.uniform(-0.05, 0.05)
        for away in dice.uniform(0.33, 0.56, 1 + (dice.random() < 0.6)):
            reach = away * float(np.interp(middle % (2 * math.pi) - math.pi, way[0], edge))
            to = middle - math.pi
            place = (reach * math.cos(to), dice.uniform(-0.012, 0.012), reach * math.sin(to))
            lying = s.turned(s.sheet(drop, dice.random(), around=True), (0, -math.pi / 2, 0))
            seeds.append(s.turned(lying, (0, -to, 0), place, 0.05 * dice.uniform(0.8, 1.1)))
    return cut.sheet(deep, tone), seeds


def _cucumbers(it: Corner) -> list[str]:
    """A length of one with slices leaning on each other; three slices."""
    dice = dice_of(it.rng)
    stuffs = (
        skin(_CUCUMBER, 0.34, tone=(40, 0.16), relief=(60, 0.0022), under=0.05, coat=0.2),
        h.flesh(_CUCUMBER_FLESH, (0.3, 0.26), 0.5, (120, 0.0008), (80, 0.03), (0.05, 0.06, 0.03), 0.3),
    )
    r = 0.062
    x, y = it.spot(0.28)
    side = math.copysign(1.0, x)
    _length(dice, r, 0.36, (x + 0.02 * side, y + 0.09), (1.5708, 0.0, 0.95 * side), stuffs)
    for k in range(4):
        low = (0.0, 0.0, 0.5) if k == 0 else (0.0, -0.42 * side, 0.1 * k)
        _length(dice, r, 0.02, (x + (-0.2 + 0.068 * k) * side, y - 0.11 - 0.012 * k), low, stuffs, 0.0)
    x, y = it.spot(0.16)
    side = math.copysign(1.0, x)
    for dx, dy, turn in (
        (-0.075, 0.02, (0.0, 0.0, 0.3)),
        (0.06, -0.05, (0, 0, 1.2)),
        (0.03, 0.06, (0.62, 0.2, 0.4)),
    ):
        _length(dice, r, 0.02, (x + dx * side, y + dy), turn, stuffs, 0.0)
    return ["cucumber slices"]


def _length(
    dice: np.random.Generator,
    r: float,
    long: float,
    at: tuple[float, float],
    turn: g.Point,
    stuffs: tuple[Material, Material],
    round_end: float = 1.0,
) -> None:
    """From its cut at the top down; `round_end`: it ends in its tip, not in another cut."""
    rows = 110 if round_end else 16
    v = np.linspace(0, 1, rows)[:, None]
    way = np.arange(150) * 2 * math.pi / 150
    shift = dice.uniform(0, 6)
    rib = np.cos(9 * way + shift + 0.2 * np.sin(3 * v))
    wide = r * (1 + (0.004 + 0.01 * round_end) * rib + 0.016 * np.cos(3 * way + shift))
    if round_end:
        wide = wide * (np.clip(1 - ((v - 0.7) / 0.3).clip(0, 1) ** 2.6, 0.0002, 1) ** 0.5)
        tip = 0.05 * np.clip((v - 0.7) / 0.3, 0, 1) ** 2
        bumps = mottle(dice, (rows, 150), (24, 20))
        wide = wide * (1 + 0.05 * np.clip(bumps - 0.7, 0, 1) * np.clip(rib + 0.4, 0, 1))
        bend = 0.12 * long * v**2
    else:
        tip, bend = 0 * v, 0 * v
    rings = np.stack([wide * np.cos(way) + bend, wide * np.sin(way), -long * (v + tip) + 0 * way], 2)
    size = (rows, 150)
    stripe = np.clip(rib - 0.2, 0, 1) * mottle(dice, size, (5, 50)) * np.clip(v * 1.6 - 0.2, 0, 1)
    shade = 0.4 + 0.3 * (mottle(dice, size, (9, 30)) - 0.5) + 0.6 * stripe * round_end + 0.08 * rib
    parts = [s.sheet(rings, np.clip(shade, 0, 1), around=True)]
    parts.append(s.turned(_cucumber_face(dice, rings[0, :, :2]), _SLICED))
    if not round_end:
        parts.append(s.turned(_cucumber_face(dice, rings[-1, :, :2]), (math.pi / 2, 0, 0), (0, 0, -long)))
    parts = rest(parts, turn, *at, 1.0)
    s.put("cucumber", parts[:1], stuffs[0])
    s.put("cut", parts[1:], stuffs[1])


def _cucumber_face(dice: np.random.Generator, rim: s.Floats) -> s.Patch:
    """Three lobes of jelly with pale seeds in a firm ring."""
    cut = h.face(rim, (0, 0), 90, 360)
    out, way, r = cut.out, cut.way, float(cut.far.max())
    turned = way + dice.uniform(0, 6)
    lobe = 0.66 + 0.05 * np.cos(3 * turned) + 0.03 * (mottle(dice, (1, 360), (1, 16)) - 0.5)
    jelly = np.clip((lobe - out) / 0.05 + 0.5, 0, 1)
    wall = np.exp(-((np.abs(np.sin(1.5 * turned)) * out / 0.05) ** 2)) * (out < lobe + 0.03)
    mid = np.exp(-((np.abs(np.cos(1.5 * turned)) * out / 0.03) ** 2)) * jelly
    seed = np.zeros(out.shape)
    first = float((turned - way)[0, 0])
    for k in range(3):
        for half in (-1, 1):
            for n in range(5):
                at = (
                    ((2 * k + 1) * math.pi / 3) - first + half * (0.13 + 0.075 * n) * dice.uniform(0.85, 1.15)
                )
                away = r * (0.58 - 0.055 * n - 0.02 * (n % 2)) * dice.uniform(0.94, 1.06)
                dx, dz = cut.x - away * math.cos(at), cut.z - away * math.sin(at)
                lean = at - half * 0.5
                along, aside = (
                    dx * math.cos(lean) + dz * math.sin(lean),
                    dz * math.cos(lean) - dx * math.sin(lean),
                )
                gap = np.hypot(along / (0.13 * r), aside / ((0.048 + 0.12 * (0.13 * r - along)) * r + 1e-9))
                seed = np.maximum(seed, np.clip((1 - gap) / 0.25, 0, 1))
    fine = mottle(dice, out.shape, (12, 60)) - 0.5
    ring = 0.72 - 0.5 * np.clip((out - 0.8) / 0.18, 0, 1) ** 1.5
    tone = ring * (1 - jelly) + 0.34 * jelly + 0.3 * np.maximum(wall, 0.6 * mid) * jelly + 0.1 * fine
    tone = tone + (0.93 - tone) * seed * 0.85 - 0.1 * np.exp(-(((out - lobe) / 0.03) ** 2))
    tone = tone * np.clip((1 - out) / 0.035, 0, 1)
    deep = r * (0.02 * jelly - 0.03 * seed - 0.012 * wall + 0.02 * fine + 0.04 * out**14)
    return cut.sheet(deep, tone)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"kiwi": _kiwis, "cucumber": _cucumbers}
