"""Apples and peaches."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng

_APPLE = [
    (0.001, -0.72), (0.12, -0.74), (0.26, -0.82), (0.44, -0.83), (0.68, -0.66), (0.88, -0.32), (1.0, 0.12),
    (0.97, 0.46), (0.8, 0.72), (0.54, 0.83), (0.34, 0.8), (0.18, 0.66), (0.07, 0.48), (0.001, 0.42),
]  # fmt: skip
_APPLE_SKIN: Stops = [
    (0.0, (112, 112, 40)), (0.15, (196, 190, 84)), (0.35, (224, 160, 62)), (0.5, (206, 62, 36)),
    (0.7, (168, 18, 22)), (1.0, (112, 6, 14)),
]  # fmt: skip
_LEAF: Stops = [(0.0, (150, 176, 96)), (0.4, (78, 120, 50)), (0.8, (50, 92, 36))]
_PEACH: Stops = [
    (0.0, (120, 64, 24)), (0.15, (246, 196, 96)), (0.4, (250, 176, 84)), (0.6, (236, 112, 62)),
    (0.8, (204, 54, 46)), (1.0, (140, 22, 36)),
]  # fmt: skip


def _apples(it: Corner) -> list[str]:
    """Two and one with a leaf; two; one alone."""
    stuffs = (
        skin(_APPLE_SKIN, 0.3, tone=(26, 0.08), relief=(14, 0.002), under=0.08, coat=0.25),
        skin([(0.0, (58, 40, 24)), (0.5, (98, 70, 40)), (1.0, (128, 100, 58))], 0.8, relief=(90, 0.003)),
        s.tinted(_LEAF, 0.45, 0.2),
    )
    r = 0.115
    x, y = it.spot(0.25)
    side = math.copysign(1.0, x)
    _apple(it.rng, r, (x - 0.1 * side, y - 0.03), (0.1, 0.14 * side, 0.4), stuffs, leaf=0.9 * side)
    _apple(it.rng, r * 0.96, (x + 0.12 * side, y + 0.06), (-0.12, 0.1, 2.0), stuffs)
    _apple(it.rng, r * 0.93, (x + 0.13 * side, y - 0.17), (1.0, 0.0, 0.5 * side), stuffs)
    x, y = it.spot(0.22)
    side = math.copysign(1.0, x)
    _apple(it.rng, r, (x - 0.1 * side, y + 0.04), (-0.1, -0.1, 1.0), stuffs)
    _apple(it.rng, r * 0.95, (x + 0.11 * side, y - 0.05), (1.15, 0.0, -0.6 * side), stuffs)
    x, y = it.spot(0.12)
    _apple(it.rng, r, (x, y), (0.14, 0.1, 1.4), stuffs, leaf=2.2)
    return ["red apples"]


def _apple(
    rng: Rng,
    r: float,
    foot: tuple[float, float],
    turn: g.Point,
    stuffs: tuple[Material, Material, Material],
    leaf: float | None = None,
) -> None:
    """It rests on `foot`; its stalk is up when unturned. `leaf`: the way it points."""
    dice = dice_of(rng)
    rings, turns = s.spun(_APPLE, 180, 120)
    z = rings[:, :1, 2]
    shift = rng.uniform(0, 6)
    lobes = 0.022 * np.cos(5 * turns + shift) * (1 - 0.55 * (z + 0.8)) + 0.02 * np.cos(2 * turns + 2 * shift)
    rings[..., :2] *= (1 + lobes)[..., None]
    rings[..., 2] += 0.03 * np.cos(turns + shift) * (z > 0) * z
    size = rings.shape[:2]
    streaks = mottle(dice, size, (3, 85)) * 0.5 + mottle(dice, size, (5, 150)) * 0.3
    blush = mottle(dice, size, (2, 3))
    out = np.hypot(rings[..., 0], rings[..., 1])
    hollow = np.clip(1.25 - out / 0.36, 0, 1) * (z > 0.3)
    ray = hollow * (0.75 + 0.5 * streaks)
    shade = 0.62 + 0.5 * (streaks - 0.4) * (0.4 + 0.6 * (1 - blush)) + 0.34 * (blush - 0.45)
    shade = shade - 0.12 * np.clip(-0.3 - z, 0, 1)
    specks = dice.random(size) > 0.9955
    shade = np.where(specks & (hollow < 0.2), 0.36, shade) * (1 - np.clip(ray, 0, 0.95))
    t = np.linspace(0, 1, 14)[:, None]
    bent = np.array([0, 0, 0.42]) + t * np.array([0.05, 0.02, 0.66]) + t**2 * np.array([0.14, 0.05, 0.0])
    thick = 0.03 + 0.02 * t[:, 0] ** 6 + 0.008 * np.cos(7 * t[:, 0])
    eye = [
        s.turned(s.blade(0.13, 0.03, fold=0.3), (2.4, 0, k * 2 * math.pi / 5), (0, 0, -0.76))
        for k in range(5)
    ]
    body = s.sheet(rings, np.clip(shade, 0, 1), around=True)
    parts = rest([body, s.tube(bent, thick, 0.4), *eye], turn, foot[0], foot[1], r)
    s.put("apple", parts[:1], stuffs[0])
    s.put("stalk", parts[1:], stuffs[1])
    if leaf is not None:
        top = parts[1].points[70:80].mean(0)
        one = s.blade(0.17, 0.044, tip=0.9, fold=0.25, bend=0.35, saw=26, veins=8, wave=0.15)
        lift = (0.35, 0.3 * math.copysign(1, leaf), leaf - math.pi / 2)
        s.put("leaf", [s.turned(one, lift, tuple(top.tolist()))], stuffs[2])


def _peaches(it: Corner) -> list[str]:
    """Three, one with a leaf; one alone."""
    stuffs = (
        skin(_PEACH, 0.65, tone=(22, 0.1), relief=(160, 0.0008), under=0.15, sheen=0.35),
        s.tinted(_LEAF, 0.45, 0.2),
    )
    r = 0.115
    x, y = it.spot(0.25)
    side = math.copysign(1.0, x)
    _peach(it, r, (x - 0.1 * side, y - 0.02), (0.5, 0.2 * side, 0.5 * side), stuffs, leaf=0.4 * side)
    _peach(it, r * 0.96, (x + 0.12 * side, y + 0.06), (-0.4, 0.3, 2.2), stuffs)
    _peach(it, r * 0.94, (x + 0.12 * side, y - 0.17), (1.1, 0.2, -0.5 * side), stuffs)
    x, y = it.spot(0.13)
    _peach(it, r, (x, y), (0.55, 0.2, -0.3), stuffs, leaf=2.4)
    return ["peaches"]


def _peach(
    it: Corner,
    r: float,
    at: tuple[float, float],
    turn: g.Point,
    stuffs: tuple[Material, Material],
    leaf: float | None = None,
) -> None:
    """With a groove down its side that looks along -y when unturned."""
    dice = dice_of(it.rng)
    rings, turns = s.spun(
        [
            (0.001, -0.98),
            (0.08, -0.97),
            (0.3, -0.9),
            (0.66, -0.7),
            (0.92, -0.32),
            (1.0, 0.1),
            (0.93, 0.5),
            (0.7, 0.78),
            (0.4, 0.86),
            (0.2, 0.76),
            (0.08, 0.62),
            (0.001, 0.58),
        ],
        150,
        120,
    )
    aside = np.abs((turns + 0.5 * math.pi + math.pi) % (2 * math.pi) - math.pi)
    groove = 0.07 * np.exp(-((aside / 0.16) ** 2)) - 0.03 * np.exp(-(((aside - 0.45) / 0.3) ** 2))
    low = np.clip(1.1 - np.abs(rings[:, :1, 2]), 0.3, 1)
    rings[..., :2] *= (1 - groove * low + 0.015 * np.cos(2 * turns))[..., None]
    size = rings.shape[:2]
    blush = mottle(dice, size, (2, 3)) * 0.75 + 0.25 * mottle(dice, size, (7, 12))
    fine = mottle(dice, size, (30, 60)) - 0.5
    out = np.hypot(rings[..., 0], rings[..., 1])
    hollow = np.clip(1.2 - out / 0.25, 0, 1) * (rings[..., 2] > 0.3)
    shade = np.clip(0.18 + 0.85 * blush + 0.14 * fine, 0.2, 0.95) * (1 - hollow) + 0.12 * hollow
    body = rest([s.sheet(rings, shade, around=True)], turn, *at, r)
    s.put("peach", body, stuffs[0])
    if leaf is not None:
        root = body[0].points[-1]
        top = root + s.rotated(np.array([0.05, 0.0, 0.4]) * r, turn)
        stub = s.tube(np.array([root, 0.5 * (root + top), top]), 0.005, 0.2)
        one = s.blade(0.24, 0.036, tip=0.85, fold=0.3, bend=0.4, saw=34, veins=11, wave=0.2)
        lift = (0.45, 0.25 * math.copysign(1.0, leaf), leaf - math.pi / 2)
        s.put("leaf", [stub, s.turned(one, lift, tuple(top.tolist()))], stuffs[1])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"apples": _apples, "peaches": _peaches}
