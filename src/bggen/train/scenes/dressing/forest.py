"""What lies under trees in autumn: acorns with oak leaves, chestnuts with their burr."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.fall import oak_leaf
from bggen.train.scenes.dressing.florets import bead
from bggen.train.scenes.dressing.relief import cloud, pushed
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

_ACORN: Stops = [
    (0.0, (84, 46, 20)), (0.35, (138, 84, 38)), (0.65, (176, 118, 58)), (0.85, (204, 154, 92)),
    (1.0, (226, 194, 140)),
]  # fmt: skip
_CUP: Stops = [(0.0, (58, 40, 26)), (0.4, (112, 86, 58)), (0.7, (152, 124, 88)), (1.0, (192, 166, 124))]
_OAK: Stops = [
    (0.0, (222, 180, 110)), (0.3, (190, 128, 58)), (0.6, (156, 92, 36)), (0.85, (116, 66, 28)),
    (1.0, (84, 48, 24)),
]  # fmt: skip
_CHESTNUT: Stops = [
    (0.0, (30, 11, 6)), (0.3, (74, 30, 14)), (0.6, (112, 50, 22)), (0.75, (142, 74, 36)),
    (0.86, (190, 150, 104)), (1.0, (222, 192, 150)),
]  # fmt: skip
_SPINES: Stops = [(0.0, (122, 86, 44)), (0.5, (178, 148, 78)), (1.0, (214, 196, 132))]
_VELVET: Stops = [(0.0, (150, 112, 72)), (0.5, (216, 190, 150)), (1.0, (240, 226, 200))]

Stuffs = tuple[Material, ...]


def _acorns(it: Corner) -> list[str]:
    """Four with two oak leaves; two with one."""
    stuffs = (
        skin(_ACORN, 0.3, tone=(60, 0.06), relief=(120, 0.0004), coat=0.25),
        skin(_CUP, 0.85, tone=(80, 0.12), relief=(170, 0.0012)),
    )
    leaf = f.leafy(_OAK, 0.55, 0.22, mottle=0.45)
    dice = dice_of(it.rng)
    groups = (
        (((0.03, 0.04, 0.5, 0.27), (-0.05, 0.02, 2.6, 0.25)),
         ((-0.08, -0.06, 0.9), (0.03, -0.11, -1.15), (0.12, -0.04, 2.1), (0.0, -0.01, -0.5))),
        (((0.02, 0.03, 0.6, 0.24),), ((-0.06, -0.05, 0.85), (0.05, -0.08, -1.1))),
    )  # fmt: skip
    for leaves, nuts in groups:
        x, y = it.spot(0.18)
        made = list[s.Patch]()
        for dx, dy, turn, long in leaves:
            face = f.UP + (0.05 if it.flat_lay else 0.3) * np.array([0.3 * math.cos(turn), -1.0, 0.0])
            one = oak_leaf(it.rng, long)
            one = f.grown(one, -0.35 * long * f.heading(turn), f.heading(turn, 0.05), face)
            made += f.settled(f.laid([one]), (x + dx, y + dy))
        s.put("leaf", made, leaf)
        for k, (dx, dy, turn) in enumerate(nuts):
            over = 0.012 if k == 3 else 0.0
            _acorn(dice, (x + dx, y + dy), (1.45 + dice.normal(0, 0.06), 0.0, turn), 0.036, stuffs, over)
    return ["acorns"]


def _acorn(
    dice: np.random.Generator,
    at: tuple[float, float],
    turn: g.Point,
    r: float,
    stuffs: Stuffs,
    over: float,
) -> None:
    """A nut in its cup, its point up when unturned; `over` the ground."""
    r *= dice.uniform(0.92, 1.06)
    profile = [
        (0.001, -0.8), (0.6, -0.7), (0.93, -0.2), (1.0, 0.35), (0.93, 0.95), (0.7, 1.45), (0.38, 1.74),
        (0.15, 1.84), (0.08, 1.9), (0.05, 2.0), (0.001, 2.04),
    ]  # fmt: skip
    rings, turns = s.spun(profile, 72, 70)
    z = rings[..., 2]
    lines = 0.6 * mottle(dice, rings.shape[:2], (2, 26)) + 0.4 * mottle(dice, rings.shape[:2], (2, 60))
    rings = pushed(rings, 0.015 * (lines - 0.5))
    shade = 0.24 + 0.6 * lines - 0.2 * np.clip((z - 1.86) / 0.1, 0, 1) + 0.3 * np.clip((0.5 - z) / 0.5, 0, 1)
    nut = s.sheet(rings, np.clip(shade, 0, 1), around=True)
    hull = [
        (0.001, -1.06), (0.22, -1.05), (0.7, -0.88), (1.03, -0.45), (1.15, 0.0), (1.14, 0.22), (1.08, 0.3),
        (1.0, 0.24), (0.97, 0.1),
    ]  # fmt: skip
    cup, turns = s.spun(hull, 168, 90)
    rows, around = 9.0, 24
    v = np.linspace(0, 1, len(cup))[:, None] / 0.84 * rows
    row = np.floor(v)
    u = (turns * around / (2 * math.pi))[None, :] + 0.5 * (row % 2)
    fu, fv = np.abs(u % 1.0 - 0.5) * 2, v - row
    # each scale is a shingle, highest and pointed where it ends, towards the rim
    scale = np.clip(1 - fu**1.6 - 0.35 * fv * fu, 0, 1) ** 0.5 * (0.35 + 0.65 * fv) * (1 - fv**14)
    inside = np.clip((v - 0.98 * rows) / 0.4, 0, 1)
    grain = cloud(dice, cup, 5.0, 2)
    cup = pushed(cup, (0.12 * scale * (1 - inside) + 0.03 * (grain - 0.5)))
    tone = 0.1 + 0.62 * scale + 0.3 * (grain - 0.5) + 0.1 * inside
    stem = s.tube(np.linspace([0, 0, -1.02], [0.12, 0.08, -1.75], 8), np.linspace(0.17, 0.14, 8), 0.35, 12)
    parts = rest([nut, s.sheet(cup, np.clip(tone, 0, 1), around=True), stem], turn, *at, r)
    parts = [s.turned(one, (0, 0, 0), (0, 0, over)) for one in parts]
    s.put("acorn", parts[:1], stuffs[0])
    s.put("cup", parts[1:], stuffs[1])


def _chestnuts(it: Corner) -> list[str]:
    """Five about an open burr; three."""
    stuffs = (
        skin(_CHESTNUT, 0.3, tone=(40, 0.05), relief=(60, 0.0006), coat=0.3),
        skin(_SPINES, 0.6, tone=(50, 0.1)),
        skin(_VELVET, 0.8, relief=(140, 0.001), sheen=0.4),
    )
    dice = dice_of(it.rng)
    x, y = it.spot(0.25)
    side = math.copysign(1.0, x)
    _burr(dice, (x + 0.05 * side, y + 0.07), (0.1 if it.flat_lay else 0.65, 0.0, 0.2 * side), stuffs)
    nuts = (
        (-0.13, 0.03, 1.2, 0.3), (-0.07, -0.08, 0.8, -0.6), (0.05, -0.11, -1.25, 0.4),
        (0.16, -0.05, 1.0, 0.9),
    )  # fmt: skip
    for dx, dy, tilt, turn in nuts:
        _chestnut(dice, (x + dx * side, y + dy), (tilt, 0.15, turn * side), 0.052, stuffs[0])
    x, y = it.spot(0.15)
    side = math.copysign(1.0, x)
    for dx, dy, tilt, turn in ((-0.07, 0.0, 0.9, 0.4), (0.04, 0.05, 1.3, -0.7), (0.04, -0.06, -1.2, 0.5)):
        _chestnut(dice, (x + dx * side, y + dy), (tilt, 0.1, turn * side), 0.052, stuffs[0])
    return ["chestnuts"]


def _nut(dice: np.random.Generator) -> s.Patch:
    """A chestnut 1 unit to each side, its tip at +z, its pale foot below."""
    profile = [
        (0.001, -0.7), (0.4, -0.7), (0.7, -0.64), (0.92, -0.4), (1.0, -0.02), (0.93, 0.34), (0.72, 0.64),
        (0.44, 0.83), (0.2, 0.94), (0.1, 1.02), (0.06, 1.14), (0.001, 1.17),
    ]  # fmt: skip
    rings, turns = s.spun(profile, 110, 90)
    z = rings[..., 2]
    flat = np.where(np.sin(turns) > 0, 0.66, 0.86)
    rings[..., 1] *= flat
    rings[..., :2] *= (1 + 0.04 * np.cos(3 * turns + dice.uniform(0, 6)))[:, None]
    lines = 0.6 * mottle(dice, rings.shape[:2], (2, 30)) + 0.4 * mottle(dice, rings.shape[:2], (3, 64))
    rings = pushed(rings, 0.05 * (cloud(dice, rings, 1.5) - 0.5) + 0.006 * (lines - 0.5))
    edge = -0.47 + 0.05 * np.sin(2 * turns + 1) + 0.02 * (mottle(dice, rings.shape[:2], (2, 20)) - 0.5)
    foot = np.clip((edge - z) / 0.03, 0, 1)
    tip = np.clip((z - 0.9) / 0.1, 0, 1)
    grain = cloud(dice, rings, 6.0, 2)
    shade = 0.2 + 0.5 * lines + 0.12 * np.clip(z, 0, 1) - 0.18 * np.exp(-(((z - edge) / 0.05) ** 2))
    shade = shade * (1 - foot) * (1 - tip) + (0.9 + 0.16 * (grain - 0.5)) * foot + 0.92 * tip * (1 - foot)
    return s.sheet(rings, np.clip(shade, 0, 1), around=True)


def _chestnut(
    dice: np.random.Generator, at: tuple[float, float], turn: g.Point, r: float, stuff: Material
) -> None:
    s.put("chestnut", rest([_nut(dice)], turn, *at, r * dice.uniform(0.92, 1.06)), stuff)


def _burr(dice: np.random.Generator, at: tuple[float, float], turn: g.Point, stuffs: Stuffs) -> None:
    """Half a burr with a nut in it; unturned it looks up."""
    r = 0.088
    arc = np.linspace(0.001, math.pi / 2 + 0.25, 12)
    hull = [(math.sin(a), -math.cos(a)) for a in arc.tolist()]
    inner = [(0.9 * math.sin(a), -0.9 * math.cos(a)) for a in arc[::-1].tolist()]
    shell, turns = s.spun([*hull, *inner], 96, 80)
    lobes = 1 + 0.13 * np.cos(4 * turns + 0.7) * np.clip(shell[..., 2] + 0.6, 0, 1)
    shell[..., 2] *= 0.86
    shell *= lobes[..., None]
    shell = pushed(shell, 0.06 * (cloud(dice, shell, 4.0) - 0.5))
    velvet = 0.55 + 0.4 * (cloud(dice, shell, 6.0, 2) - 0.5)
    outside = shell[:39].reshape(-1, 3)
    feet = outside[dice.integers(0, len(outside), 240)]
    feet = np.repeat(feet, 9, 0) + dice.normal(0, 0.012, (240 * 9, 3))
    ways = feet / np.linalg.norm(feet, axis=1, keepdims=True) + dice.normal(0, 0.42, feet.shape)
    spine = bead([(0.001, 0.0), (0.03, 0.02), (0.022, 0.5), (0.001, 1.0)], 5, 6)
    long, tones = dice.uniform(0.2, 0.42, len(feet)), dice.normal(-0.1, 0.15, len(feet))
    spikes = f.many(spine, feet, ways, f.UP, long, tones)
    nut = s.turned(_nut(dice), (0.4, 0.2, 0.5), (0.02, -0.04, -0.12), 0.64)
    parts = rest([s.sheet(shell, velvet, around=True), spikes, nut], turn, *at, r)
    parts = [s.turned(one, (0, 0, 0), (0, 0, -0.018)) for one in parts]
    s.put("burr", parts[:1], stuffs[2])
    s.put("spines", f.laid(parts[1:2], 0.004), stuffs[1])
    s.put("chestnut", parts[2:], stuffs[0])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"acorns": _acorns, "chestnuts": _chestnuts}
