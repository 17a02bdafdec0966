"""Bananas: a hand, one cut across and slices."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bggen.train.scenes.dressing import halves as h
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.nodes import Material

_PEEL: Stops = [
    (0.0, (28, 18, 10)), (0.2, (104, 68, 30)), (0.4, (204, 158, 52)), (0.58, (250, 204, 22)),
    (0.75, (252, 216, 50)), (1.0, (140, 156, 44)),
]  # fmt: skip
_FLESH: Stops = [
    (0.0, (240, 186, 40)), (0.1, (250, 230, 160)), (0.3, (253, 238, 182)), (0.6, (248, 222, 142)),
    (0.8, (226, 194, 114)), (1.0, (84, 56, 28)),
]  # fmt: skip
#: how thick it is along its length
_GIRTH = [
    (0.0, 0.4), (0.06, 0.33), (0.13, 0.38), (0.22, 0.66), (0.34, 0.92), (0.5, 1.0), (0.68, 0.98),
    (0.82, 0.85),
    (0.91, 0.6), (0.955, 0.36), (0.972, 0.25), (1.0, 0.23),
]  # fmt: skip
_AROUND = 96


@dataclass(frozen=True, slots=True)
class _Bow:
    """The middle line of one: places, ways, and to its outer side (rows, 3); `flat` is square to all."""

    path: s.Floats
    ways: s.Floats
    outward: s.Floats
    flat: s.Floats


def _bananas(it: Corner) -> list[str]:
    """A hand of four; the half of one with three slices."""
    stuffs = (
        skin(_PEEL, 0.42, tone=(24, 0.05), relief=(60, 0.0009), under=0.08, coat=0.1),
        h.flesh(_FLESH, (0.5, 0.4), 0.4, (140, 0.0006), (90, 0.04)),
    )
    dice = dice_of(it.rng)
    x, y = it.spot(0.3)
    side = math.copysign(1.0, x)
    parts = []
    for k in range(4):
        bow = _bow(0.47 * (0.94, 1.0, 1.02, 0.95)[k], (0.72, -0.74 - 0.05 * (k % 2)))
        finger = _peel(dice, bow, 0.046)
        aside = k - 1.5
        parts.append(s.turned(finger, (-0.24 * aside, 0.0, 0.19 * aside), (0.0, 0.037 * aside, 0.0)))
    parts.append(_crown(dice))
    turn = (0.0, 0.0, -0.42 if side > 0 else math.pi + 0.42)
    s.put("bananas", rest(parts, turn, x - 0.17 * side, y + 0.08, 1.0), stuffs[0])
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    _piece(dice, (x - 0.06 * side, y + 0.09), side, stuffs)
    for dx, dy, turn in (
        (0.06, -0.115, (0.0, 0.0, 0.4)),
        (-0.085, -0.09, (0.0, 0.0, 2.0)),
        (0.115, -0.03, (0.66, 0.1, -0.3)),
    ):
        _slice(dice, (x + dx * side, y + dy), turn, stuffs)
    return ["bananas"]


def _bow(long: float, rise: tuple[float, float], rows: int = 130) -> _Bow:
    """In the plane of x and z, at the origin; from one rise to the other (radians), most bent at its neck."""
    t = np.linspace(0, 1, rows)
    angle = rise[0] + (rise[1] - rise[0]) * (0.75 * t + 0.25 * (1 - (1 - t) ** 4))
    ways = np.stack([np.cos(angle), 0 * t, np.sin(angle)], 1)
    path = np.concatenate([np.zeros((1, 3)), np.cumsum(ways[:-1], 0)]) * long / (rows - 1)
    outward = np.stack([-np.sin(angle), 0 * t, np.cos(angle)], 1)
    return _Bow(path, ways, outward, np.array([0.0, 1.0, 0.0]))


def _girth(t: s.Floats) -> tuple[s.Floats, s.Floats]:
    """How thick at t (rows), and the five edges around (columns), from the outer side."""
    given = np.array(_GIRTH)
    fine = np.interp(np.linspace(0, 1, 400), *given.T)
    fine = np.convolve(np.pad(fine, 8, "edge"), np.ones(17) / 17, "valid")
    way = np.arange(_AROUND) * 2 * math.pi / _AROUND
    return np.interp(t, np.linspace(0, 1, 400), fine), 1 + 0.036 * np.cos(5 * way) + 0.006 * np.cos(10 * way)


def _peel(dice: np.random.Generator, bow: _Bow, r: float, part: tuple[float, float] = (0.0, 1.0)) -> s.Patch:
    """Its skin from one part of its length to another."""
    rows = len(bow.path)
    t = np.linspace(*part, rows)
    wide, edges = _girth(t)
    way = np.arange(_AROUND) * 2 * math.pi / _AROUND
    size = (rows, _AROUND)
    mixed = np.clip((t[:, None] - 0.08) / 0.2, 0.3, 1)
    out = r * wide[:, None] * (1 + (edges - 1) * mixed + 0.02 * (mottle(dice, size, (6, 5)) - 0.5))
    ring = bow.outward[:, None] * np.cos(way)[:, None] + bow.flat * np.sin(way)[:, None]
    rings = bow.path[:, None] + out[..., None] * ring
    ridge = np.clip((np.cos(5 * way) - 0.86) / 0.14, 0, 1)[None, :]
    green = 0.34 * np.exp(-((t / 0.17) ** 2)) + 0.16 * np.clip((t - 0.86) / 0.08, 0, 1)
    shade = 0.64 + 0.1 * (mottle(dice, size, (4, 5)) - 0.5) + green[:, None]
    shade = (
        shade + 0.04 * (mottle(dice, size, (5, 60)) - 0.5) - 0.12 * ridge * mottle(dice, size, (9, 12)) ** 2
    )
    shade = shade - _freckles(dice, t[:, None], way[None, :])
    tip = np.clip((t - 0.958) / 0.012, 0, 1)[:, None]
    shade = shade * (1 - tip) + tip * (0.05 + 0.1 * mottle(dice, size, (60, 20)))
    if part[1] >= 1:
        rings[-1] = bow.path[-1] - 0.002 * bow.ways[-1]
    return s.sheet(rings, np.clip(shade, 0, 1), around=True)


def _freckles(dice: np.random.Generator, t: s.Floats, way: s.Floats) -> s.Floats:
    """Small brown spots, most of them longer than wide."""
    spots = np.zeros(np.broadcast_shapes(t.shape, way.shape))
    for _ in range(46):
        at, to = dice.uniform(0.2, 0.92), dice.uniform(0, 2 * math.pi)
        long, wide, dark = dice.uniform(0.0025, 0.008), dice.uniform(0.03, 0.06), dice.uniform(0.12, 0.45)
        aside = (way - to + math.pi) % (2 * math.pi) - math.pi
        spots = np.maximum(spots, dark * np.exp(-(((t - at) / long) ** 2) - (aside / wide) ** 2))
    return spots


def _crown(dice: np.random.Generator) -> s.Patch:
    """What holds the fingers together, cut off from the stem."""
    dome, _ = s.spun(
        [(0.001, -1.0), (0.62, -0.98), (0.86, -0.9), (0.98, -0.3), (0.9, 0.35), (0.5, 0.8), (0.001, 1.0)],
        80,
        70,
    )
    lumps = 1 + 0.14 * (mottle(dice, dome.shape[:2], (6, 9)) - 0.5)
    dome = dome * lumps[..., None]
    cut = np.clip((-0.8 - dome[..., 2]) / 0.15, 0, 1)
    shade = 0.78 - 0.6 * cut + 0.16 * (mottle(dice, cut.shape, (9, 16)) - 0.5)
    one = s.sheet(dome * np.array([0.026, 0.084, 0.042]), np.clip(shade, 0, 1), around=True)
    return s.turned(one, (0.0, 0.88, 0.0), (-0.012, 0.0, -0.012))


def _face(dice: np.random.Generator, r: float) -> s.Patch:
    """A cut across it, in x (outwards) and z, that looks along -y."""
    way = np.arange(_AROUND) * 2 * math.pi / _AROUND
    _, edges = _girth(np.zeros(1))
    rim = r * edges[:, None] * np.stack([np.cos(way), np.sin(way)], 1)
    cut = h.face(rim, (0, 0), 70, 240)
    out, turn = cut.out, cut.way
    lobes = 0.36 * (0.62 + 0.38 * np.abs(np.cos(1.5 * turn + 0.4)))
    core = np.clip((lobes - out) / 0.05, 0, 1)
    edge = np.exp(-(((out - lobes) / 0.035) ** 2))
    walls = np.exp(-((np.sin(1.5 * turn + 0.4) / 0.13) ** 2)) * core
    ray = mottle(dice, out.shape, (5, 90)) - 0.5
    shade = (
        0.3
        + 0.1 * ray
        + 0.34 * core
        - 0.22 * walls
        + 0.12 * edge
        + 0.14 * np.exp(-(((out - 0.62) / 0.3) ** 2))
    )
    dots = np.zeros(out.shape)
    for k in range(3):
        for n in range(4):
            at = ((k + 0.5) * 2 * math.pi - 0.8) / 3 + dice.uniform(-0.2, 0.2)
            away = r * (0.08 + 0.055 * n) * dice.uniform(0.9, 1.1)
            gap = np.hypot(cut.x - away * math.cos(at), cut.z - away * math.sin(at))
            dots = np.maximum(dots, np.exp(-((gap / (0.026 * r)) ** 2)))
    peel = np.clip((out - 0.9) / 0.012, 0, 1)
    shade = (shade + (0.97 - shade) * dots) * (1 - peel) + peel * (
        0.16 - 0.12 * np.clip((out - 0.96) / 0.02, 0, 1)
    )
    deep = 0.004 * r * 10 * core * (1 - walls) * 0.3 + 0.02 * r * np.exp(-(((out - 0.9) / 0.012) ** 2))
    deep = deep + 0.012 * r * (mottle(dice, out.shape, (20, 60)) - 0.5) * (1 - peel) + 0.05 * r * out**14
    return cut.sheet(deep, shade)


def _piece(
    dice: np.random.Generator, at: tuple[float, float], side: float, stuffs: tuple[Material, Material]
) -> None:
    """Its stalk's half, lying on its side, cut towards the front."""
    bow = _bow(0.3, (0.35, -0.5))
    end = 0.62
    peel = _peel(dice, bow, 0.046, (0.0, end))
    wide = float(_girth(np.array([end]))[0][0])
    face = _face(dice, 0.046 * wide)
    local = face.points
    points = (
        bow.path[-1] + local[:, :1] * bow.outward[-1] + local[:, 2:] * bow.flat - local[:, 1:2] * bow.ways[-1]
    )
    stub, _ = s.spun([(0.018, 0), (0.019, 0.008), (0.012, 0.012), (0.001, 0.012)], 30, 10)
    cap = s.turned(s.sheet(stub, 0.14, around=True), s.aim(-bow.ways[0]), (0, 0, 0))
    turn = (math.pi / 2 if side > 0 else -math.pi / 2, 0.0, -1.2 if side > 0 else math.pi + 1.2)
    parts = rest(
        [peel, cap, s.Patch(points, face.faces, face.shade)], turn, at[0] - 0.07 * side, at[1] + 0.1, 1.0
    )
    s.put("banana", parts[:2], stuffs[0])
    s.put("cut", parts[2:], stuffs[1])


def _slice(
    dice: np.random.Generator,
    at: tuple[float, float],
    turn: tuple[float, float, float],
    stuffs: tuple[Material, Material],
    r: float = 0.045,
) -> None:
    """As thick as a finger, its cut up when unturned."""
    thick = dice.uniform(0.026, 0.032)
    _, edges = _girth(np.zeros(1))
    way = np.arange(_AROUND) * 2 * math.pi / _AROUND
    rows = np.linspace(0, 1, 12)[:, None]
    out = r * edges * (1 + 0.006 * np.sin(rows * math.pi))
    wall = np.stack([out * np.cos(way), out * np.sin(way), thick * (1 - rows) + 0 * way], 2)
    shade = 0.62 + 0.2 * (mottle(dice, (12, _AROUND), (2, 8)) - 0.5)
    ring = s.sheet(wall, np.clip(shade, 0, 1), around=True)
    faces = [
        s.turned(_face(dice, r), (-math.pi / 2, 0, 0), (0, 0, thick)),
        s.turned(_face(dice, r), (math.pi / 2, 0, 0)),
    ]
    parts = rest([ring, *faces], turn, *at, 1.0)
    s.put("slice", parts[:1], stuffs[0])
    s.put("cut", parts[1:], stuffs[1])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"banana": _bananas}
