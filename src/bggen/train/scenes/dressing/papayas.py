"""Papayas, whole and halved."""

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

_PAPAYA_SKIN: Stops = [
    (0.0, (70, 92, 30)), (0.35, (134, 142, 40)), (0.6, (216, 176, 44)), (0.85, (238, 158, 36)),
    (1.0, (232, 120, 30)),
]  # fmt: skip
_PAPAYA: Stops = [
    (0.0, (222, 150, 40)), (0.12, (246, 176, 70)), (0.4, (244, 128, 46)), (0.7, (232, 84, 28)),
    (1.0, (250, 190, 120)),
]  # fmt: skip
_PEARL: Stops = [(0.0, (8, 8, 10)), (0.6, (34, 34, 34)), (1.0, (86, 82, 74))]
_PAPAYA_BODY = [
    (0.001, -1.42), (0.08, -1.42), (0.3, -1.33), (0.66, -1.04), (0.93, -0.56), (1.0, -0.1), (0.93, 0.4),
    (0.74, 0.95), (0.52, 1.4), (0.34, 1.68), (0.2, 1.8), (0.001, 1.84),
]  # fmt: skip

Stuffs = tuple[Material, Material, Material]


def _papaya(it: Corner) -> list[str]:
    """A whole one behind a half full of seeds; a half alone."""
    dice = dice_of(it.rng)
    stuffs = (
        skin(_PAPAYA_SKIN, 0.4, tone=(22, 0.1), relief=(40, 0.0014), under=0.06, coat=0.1),
        h.flesh(_PAPAYA, (0.42, 0.26), 0.4, (90, 0.0014), (70, 0.04), (0.1, 0.04, 0.01), 0.15),
        skin(_PEARL, 0.22, tone=(120, 0.2), relief=(200, 0.0016), coat=0.5),
    )
    r = 0.118
    x, y = it.spot(0.32)
    side = math.copysign(1.0, x)
    rings, shade = _papaya_body(dice, (150, 160))
    whole = rest([s.sheet(rings, shade, around=True)], (1.5, 0.3, 1.2 * side), x + 0.06 * side, y + 0.17, r)
    s.put("papaya", whole, stuffs[0])
    lean = (-0.86, 0.0, 0.62 * side) if not it.flat_lay else (-1.5, 0.0, 0.7 * side)
    _half_papaya(dice, r, (x - 0.02 * side, y - 0.05), lean, stuffs)
    x, y = it.spot(0.24)
    side = math.copysign(1.0, x)
    lean = (-0.95, 0.0, -0.75 * side) if not it.flat_lay else (-1.5, 0.0, -0.6 * side)
    _half_papaya(dice, r * 0.95, (x, y), lean, stuffs)
    return ["papayas"]


def _papaya_body(dice: np.random.Generator, size: tuple[int, int]) -> tuple[s.Floats, s.Floats]:
    """Faintly five-sided, ripe in patches."""
    rings, turns = s.spun(_PAPAYA_BODY, size[1], size[0])
    z = rings[:, :1, 2]
    lobes = 0.028 * np.cos(5 * turns + 0.5 * math.pi) * np.clip(1.3 - np.abs(z), 0.2, 1)
    rings[..., :2] *= (1 + lobes + 0.02 * (mottle(dice, size, (5, 6)) - 0.5))[..., None]
    ripe = mottle(dice, size, (3, 4)) * 0.6 + mottle(dice, size, (7, 9)) * 0.4
    shade = 0.62 + 0.5 * (ripe - 0.5) - 0.4 * np.clip((z - 0.9) / 0.9, 0, 1)
    shade = shade + 0.1 * (mottle(dice, size, (30, 44)) - 0.5) - 0.16 * (dice.random(size) > 0.992)
    return rings, np.clip(np.where(np.abs(z) > 1.76, 0.12, shade), 0, 1)


def _half_papaya(
    dice: np.random.Generator, r: float, at: tuple[float, float], turn: g.Point, stuffs: Stuffs
) -> None:
    """Cut along; unturned its face looks along -y."""
    rings, shade = _papaya_body(dice, (150, 160))
    shell, rim = h.half(rings, shade)
    cut = h.face(rim, (0.0, 0.1), 130, 320)
    size = cut.x.shape
    uneven = 0.06 * (mottle(dice, (1, size[1]), (1, 22)) - 0.5)
    long = np.hypot(cut.x / 0.52, (cut.z - 0.05) / (1.08 + 0.12 * np.sign(cut.z)))
    open_ = (1 - long + uneven) * 0.6  # about how far inside the hollow
    hollow = np.clip(open_ / 0.16, 0, 1)
    deep = 0.44 * np.sin(0.5 * math.pi * hollow) ** 0.8
    lip = np.exp(-((open_ / 0.035) ** 2))
    fine, rays = mottle(dice, size, (24, 80)) - 0.5, mottle(dice, size, (5, 120)) - 0.5
    tone = 0.14 + 0.44 * np.clip(cut.left / 0.32, 0, 1) + 0.08 * fine + 0.06 * rays
    tone = tone + 0.3 * lip * (0.4 + mottle(dice, size, (20, 90))) - 0.06 * hollow
    tone = tone * np.clip(cut.left / 0.02, 0, 1)
    deep = deep + 0.02 * fine * hollow + 0.03 * cut.out**16 + 0.006 * rays
    parts = [shell, cut.sheet(deep, tone)]
    pearl, _ = s.spun(
        [(0.001, -1.2), (0.5, -1.0), (0.93, -0.3), (0.95, 0.3), (0.6, 0.85), (0.001, 1.1)], 18, 16
    )
    seeds = []
    for depth, apart, least in ((0.33, 0.115, 0.5), (0.22, 0.125, 0.45), (0.1, 0.15, 0.6)):
        placed = np.empty((0, 2))
        for _ in range(1500):
            k = int(dice.integers(1, int(size[0] * 0.8))), int(dice.integers(0, size[1]))
            place = np.array([cut.x[k], cut.z[k]])
            if hollow[k] < least or deep[k] < depth or dice.random() > cut.out[k] + 0.05:
                continue
            if len(placed) and np.hypot(*(placed - place).T).min() < apart:
                continue
            placed = np.concatenate([placed, place[None]])
            spot = (float(place[0]), depth + dice.uniform(-0.04, 0.02), float(place[1]))
            tones = np.clip(dice.uniform(0.25, 0.6) + 0.4 * (mottle(dice, (16, 18), (4, 5)) - 0.5), 0, 1)
            aim = tuple(dice.uniform(0, 6.28, 3).tolist())
            seeds.append(s.turned(s.sheet(pearl, tones, around=True), aim, spot, dice.uniform(0.062, 0.078)))
    every = rest([*parts, *seeds], turn, *at, r)
    s.put("papaya", every[:1], stuffs[0])
    s.put("flesh", every[1:2], stuffs[1])
    s.put("seeds", every[2:], stuffs[2])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"papaya": _papaya}
