"""Autumn's leaves, of maple and oak, and an acorn."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.palette import Colour, Rng

#: half a maple's leaf from its tip round to its stalk; then where its veins lead
MAPLE = [
    (0.0, 1.0), (0.045, 0.86), (0.17, 0.81), (0.115, 0.72), (0.1, 0.6), (0.12, 0.5), (0.21, 0.55),
    (0.27, 0.66), (0.33, 0.58), (0.47, 0.65), (0.64, 0.72), (0.56, 0.56), (0.58, 0.45), (0.44, 0.41),
    (0.35, 0.33), (0.29, 0.26), (0.42, 0.27), (0.57, 0.2), (0.44, 0.11), (0.36, 0.09), (0.3, -0.03),
    (0.16, -0.04), (0.06, 0.0),
]  # fmt: skip
_LOBES = [(0.0, 1.0), (0.64, 0.72), (-0.64, 0.72), (0.57, 0.2), (-0.57, 0.2)]
_AUTUMN: list[list[Colour]] = [  # by shade: 0, 0.3, 0.6, 0.85, 1
    [(236, 176, 60), (218, 110, 8), (188, 68, 4), (136, 42, 8), (92, 40, 20)],
    [(226, 140, 70), (168, 30, 8), (130, 10, 8), (98, 12, 14), (62, 18, 16)],
    [(228, 196, 104), (212, 156, 50), (176, 110, 36), (124, 74, 32), (76, 48, 28)],
]
_NUT = [
    (0.001, -0.9), (0.7, -0.8), (0.98, -0.2), (1.0, 0.4), (0.8, 1.1), (0.4, 1.5), (0.1, 1.62), (0.03, 1.78),
    (0.001, 1.8),
]  # fmt: skip
_CUP = [
    (0.001, -1.1), (0.2, -1.08), (0.75, -0.95), (1.1, -0.5), (1.2, -0.05), (1.12, 0.06), (1.0, 0.02),
    (0.98, -0.1),
]  # fmt: skip


def _maple_leaves(it: Corner) -> list[str]:
    """Six maple and oak leaves; three; one with an acorn."""
    steps = (0.0, 0.3, 0.6, 0.85, 1.0)
    stuffs = [f.leafy(list(zip(steps, hues, strict=True)), 0.55, 0.22, mottle=0.5) for hues in _AUTUMN]
    for count, reach in ((6, 0.29), (3, 0.2), (1, 0.0)):
        x, y = it.spot(0.15 + reach)
        for k in range(count):
            turn = 2.4 * k + it.rng.uniform(-0.5, 0.5)
            at = np.array([x, y, 0.006 + 0.016 * k]) + reach * math.sqrt((k + 0.3) / count) * f.heading(turn)
            oak = k % 3 == 2
            leaf = (oak_leaf if oak else maple)(it.rng, it.rng.uniform(0.2, 0.27))
            tip = turn + it.rng.uniform(-0.9, 0.9)
            lean = 0.05 if it.flat_lay else 0.32
            face = f.UP + lean * np.array([it.rng.uniform(-1, 1), it.rng.uniform(-1.2, 0.2), 0])
            made = f.grown(
                leaf, at - 0.13 * f.heading(tip), f.heading(tip, 0.06), face, it.rng.uniform(-0.1, 0.1)
            )
            s.put("leaf", f.laid([made]), stuffs[k % 3])
        if count == 1:
            _acorn(np.array([x + 0.07, y - 0.13, 0.03]))
    return ["autumn leaves"]


def maple(rng: Rng, long: float, fine: int = 5) -> s.Patch:
    """A maple's leaf from its stalk's joint along y, dished, its tips curling; `fine`: points a tooth."""
    half = np.array(MAPLE)
    rim = np.concatenate([half, [[0.0, 0.03]], half[:0:-1] * [-1, 1], half[:1]])
    k = np.linspace(0, len(rim) - 1, (len(rim) - 1) * fine + 1)[:-1]
    rim = np.stack([np.interp(k, np.arange(len(rim)), rim[:, c]) for c in (0, 1)], 1)
    middle = np.array([0.0, 0.16])
    grow = np.linspace(0, 1, 8 * fine)[:, None, None] ** 0.8
    flat = middle + grow * (rim[None] - middle)
    x, y = flat[..., 0], flat[..., 1]
    main, side = _maple_veins(x, y)
    vein = np.clip(1 - main / 0.011, 0, 1)
    small = np.clip((side - 0.84) / 0.16, 0, 1) * np.clip(main / 0.02, 0, 1)
    shift, curl = rng.uniform(0, 6), rng.uniform(0.12, 0.4)
    z = curl * (x**2 + 0.6 * (y - 0.3) ** 2) + 0.05 * np.sin(5 * x + shift) * np.sin(4 * y + 2 * shift)
    z = z + 0.5 * rng.uniform(0.1, 0.7) * np.clip(np.hypot(x, y - 0.2) - 0.4, 0, 1) ** 2 * np.sin(
        3 * x + shift
    )
    z = z + 0.12 * np.minimum(main, 0.12) - 0.008 * vein - 0.005 * small
    edge = grow[..., 0] ** 5
    shade = 0.5 - 0.45 * vein - 0.2 * small + 0.2 * edge + 0.1 * np.sin(4 * x + 3 * y + shift)
    sheet = s.sheet(long * np.stack([x, y - 0.03, z], 2), np.clip(shade, 0, 1), around=True)
    stalk = s.bow(
        np.array([0, 0, 0.0]), np.array([0.01, -0.2, -0.01]) * long, np.array([0.05, -0.5, 0.03]) * long, 12
    )
    return f.joined([sheet, s.tube(stalk, 0.011 * long, 0.05, 6)])


def _maple_veins(x: s.Floats, y: s.Floats) -> tuple[s.Floats, s.Floats]:
    """How far points are from the next main vein; 0..1, how near to one that leaves it (1 on it)."""
    main, side = np.full(x.shape, 9.0), np.zeros(x.shape)
    for tip in _LOBES:
        to = np.array(tip) - [0, 0.03]
        reach = float(np.linalg.norm(to))
        p = (x * to[0] + (y - 0.03) * to[1]) / reach
        q = np.abs(x * to[1] - (y - 0.03) * to[0]) / reach + 9 * np.clip(-p, 0, 1)
        near = q < main
        side = np.where(near, np.abs((p - 0.85 * q) * 11 % 1.0 - 0.5) * 2, side)
        main = np.where(near, q, main)
    return main, side


def oak_leaf(rng: Rng, long: float) -> s.Patch:
    """An oak's leaf with round lobes."""
    t = np.linspace(0, 1, 90)
    shift = rng.uniform(0, 6)
    turns = 4.4 * t**0.95 - 0.35 + 0.12 * np.sin(9 * t + shift)
    lobes = 0.66 + (0.27 + 0.08 * np.sin(7 * t + shift)) * np.cos(2 * math.pi * turns) * np.clip(
        1.25 - t, 0, 1
    )
    wide = 0.38 * long * np.sin(math.pi * t**0.75) ** 0.6 * lobes * (0.5 + 0.5 * t)
    leaf = f.lamina(
        rng, long, wide, fold=rng.uniform(0.1, 0.4), bend=rng.uniform(-0.2, 0.2), wave=0.2, veins=5
    )
    stalk = np.linspace([0, 0.02 * long, 0], [0.02 * long, -0.16 * long, 0], 6)
    return f.joined([leaf, s.tube(stalk, 0.012 * long, 0.05, 6)])


def _acorn(at: s.Floats) -> None:
    """A nut in its cup, lying."""
    turn = s.aim(np.array([0.75, -0.6, 0.06]))
    place = (float(at[0]), float(at[1]), float(at[2]))
    rings, turns = s.spun(_NUT, 48, 50)
    shade = 0.5 + 0.25 * np.sin(turns * 17 + 2 * np.sin(3 * turns)) + 0 * rings[..., 2]
    brown = s.tinted([(0.0, (126, 78, 40)), (1.0, (176, 120, 62))], 0.32, relief=0.0006, grain=120)
    s.put("nut", [s.turned(s.sheet(rings, shade, True), turn, place, 0.026)], brown)
    rings, turns = s.spun(_CUP, 96, 60)
    scales = np.sin(10 * turns + 9 * rings[..., 2]) * np.sin(10 * turns - 9 * rings[..., 2])
    rings[..., :2] *= (1 + 0.05 * scales)[..., None]
    stalk = s.tube(np.linspace([0, 0, -1.0], [0.2, 0.1, -1.9], 6), 0.13, 0.4, 8)
    husk = s.tinted([(0.0, (86, 64, 42)), (1.0, (164, 134, 94))], 0.85, relief=0.0008, grain=150)
    parts = [s.sheet(rings, 0.5 + 0.4 * scales, True), stalk]
    s.put("cup", [s.turned(one, turn, place, 0.026) for one in parts], husk)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"maple leaves": _maple_leaves}
