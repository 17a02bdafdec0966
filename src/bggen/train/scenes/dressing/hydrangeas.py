"""Heads of hundreds of florets: hydrangeas, lilac."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import corollas as c
from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.florets import BALL, STALK, bead
from bggen.train.scenes.matter.palette import Rng

_HUES: list[Stops] = [
    [(0.0, (232, 236, 214)), (0.2, (184, 202, 238)), (0.6, (142, 166, 226)), (1.0, (170, 184, 234))],
    [(0.0, (234, 236, 218)), (0.2, (196, 198, 238)), (0.6, (164, 164, 224)), (1.0, (188, 184, 234))],
    [(0.0, (238, 236, 222)), (0.2, (214, 198, 234)), (0.6, (190, 162, 216)), (1.0, (210, 184, 228))],
]
_LEAF: Stops = [(0.0, (150, 176, 92)), (0.35, (70, 116, 50)), (0.7, (46, 92, 40)), (1.0, (36, 76, 34))]
_LILACS: list[Stops] = [
    [(0.0, (126, 74, 150)), (0.3, (188, 144, 210)), (1.0, (220, 190, 234))],
    [(0.0, (134, 78, 152)), (0.3, (204, 164, 218)), (1.0, (232, 208, 240))],
]
_BARK: Stops = [(0.0, (92, 78, 66)), (0.6, (130, 116, 92)), (1.0, (128, 148, 84))]
_EYES: Stops = [(0.0, (110, 120, 190)), (1.0, (222, 224, 236))]


def _hydrangea(it: Corner) -> list[str]:
    """Two heads with leaves, one on its stem; one head."""
    for heads in (((-0.13, -0.06, 0.165), (0.17, 0.09, 0.15)), ((0.0, 0.0, 0.15),)):
        x, y = it.spot(0.36 if len(heads) > 1 else 0.2)
        leaves, stems = list[s.Patch](), list[s.Patch]()
        for dx, dy, r in heads:
            n = f.UP + (0.1 if it.flat_lay else 0.75) * np.array([1.2 * dx, -1.0, 0.0])
            at = np.array([x + dx, y + dy, 0.84 * r])
            _head(it.rng, at, n, r)
            side = 1.0 if dx > 0 else -1.0
            foot = at - 0.3 * r * n / np.linalg.norm(n)
            end = np.array([x + dx + side * 0.24, y + dy + 0.16, 0.014])
            stems += c.stalks([s.bow(foot, -0.09 * n, end, 24)], 0.011, 1.1, 0.6)
            for turn in (0.1, 0.8, -0.75, 2.4) if len(heads) > 1 else (0.1, 3.3, -0.9, 2.3):
                way = turn if side > 0 else math.pi - turn
                leaves.append(_leaf(it, at, r, way + it.rng.uniform(-0.15, 0.15)))
        s.put("leaves", f.laid(leaves), f.leafy(_LEAF, 0.42, 0.15, under=(132, 160, 96)))
        s.put("stems", f.laid(stems, 0.004), f.leafy(STALK, 0.55, 0.0))
    return ["hydrangeas"]


def _leaf(it: Corner, at: s.Floats, r: float, turn: float) -> s.Patch:
    """A broad toothed leaf from under a head."""
    long, t = it.rng.uniform(0.2, 0.26), np.linspace(0, 1, 121)
    wide = f.outline(121, 0.31 * long, 0.8, 0.72) * (1 - 0.09 * ((t * 22) % 1.0) * (t > 0.08))
    leaf = c.leaf(it.rng, long, wide, fold=0.22, bend=0.22, wave=0.14, veins=9, columns=23)
    rise = 0.25 if not it.flat_lay else 0.1
    foot = np.array([at[0], at[1], 0.03]) + 0.55 * r * f.heading(turn)
    face = f.UP + (0.0 if it.flat_lay else 0.5) * np.array([0.0, -1.0, 0.0])
    return f.grown(leaf, foot, f.heading(turn, rise), face)


def _floret(rng: Rng, long: float, half: float, pitch: float) -> s.Patch:
    """Four overlapping sepals that look to +y; a bead is its eye."""
    cut = c.Cut(
        long, c.form(half, 0.16, 0.58, 0.45, 0.8), (pitch, pitch - 0.25, pitch - 0.45), (0.4, 0.15), 0.02, 5,
        veins=0.12, grid=(14, 11),
    )  # fmt: skip
    made = c.ring(rng, cut, lambda t, u: 0.1 + 0.7 * t**0.7 + 0.1 * u**2, 4, 0.002, 0.12, rng.uniform(0, 1))
    return s.turned(f.joined(made), (-math.pi / 2, 0, 0))


def _head(rng: Rng, at: s.Floats, n: s.Floats, r: float) -> None:
    """A dome of florets about a point, `r` wide to each side, on their stalks."""
    dice, n = dice_of(rng), n / np.linalg.norm(n)
    count = round(150 * (r / 0.16) ** 2)
    k = np.arange(count) + 0.5
    up = 1 - 1.55 * k / count  # from its top to well below its waist
    turn = 2.39996 * k
    flat = np.sqrt(np.maximum(1 - up**2, 0))
    ball = np.stack([flat * np.cos(turn), flat * np.sin(turn), up], 1) + np.clip(
        dice.normal(0, 0.05, (count, 3)), -0.08, 0.08
    )
    (out,) = (part.points for part in c.posed([s.Patch(ball, np.zeros((0, 4), int), np.zeros(count))],
                                              np.zeros(3), n))  # fmt: skip
    lumps = 1 + 0.05 * np.sin(out @ np.array([5.0, 3.0, 4.0]))
    feet = at + r * (out * lumps[:, None] * dice.uniform(0.92, 1.02, (count, 1)) - 0.1 * n)
    feet[:, 2] = np.maximum(feet[:, 2], 0.02)
    ways = out + dice.normal(0, 0.22, (count, 3))
    sizes, tones = dice.uniform(0.85, 1.12, count), dice.uniform(-0.12, 0.12, count)
    hue = (out @ np.array([0.8, -0.3, 0.5]) + dice.normal(0, 0.45, count) + 1.2) / 2.4 * 3
    kinds = np.clip(hue, 0, 2.99).astype(int)
    for one, stops in enumerate(_HUES):
        made = list[s.Patch]()
        for model in range(3):
            some = np.flatnonzero((kinds == one) & (np.arange(count) % 3 == model))
            if len(some):
                floret = _floret(rng, 0.04, 0.0245, 0.3)
                face = dice.normal(0, 1, (len(some), 3))
                made += [f.many(floret, feet[i : i + 1], ways[i : i + 1], face[j], sizes[i : i + 1],
                                tones[i : i + 1]) for j, i in enumerate(some)]  # fmt: skip
        if made:
            s.put("florets", f.laid(made, 0.004), f.leafy(stops, 0.55, 0.3, mottle=0.12))
    eyes = f.many(bead(BALL, 8, 8), feet + 0.004 * ways, ways, f.UP, 0.0075 * sizes, 0 * sizes)
    s.put("eyes", [eyes], s.tinted(_EYES, 0.5))
    t = np.linspace(0, 1, 6)[None, :, None]
    hub = at - 0.55 * r * n
    s.put("pedicels", [s.strands(hub + t * (feet - hub)[:, None], np.full((count, 6), 0.0022), 0.7)],
          f.leafy(STALK, 0.6, 0.0))  # fmt: skip


def _lilac(it: Corner) -> list[str]:
    """A twig with two panicles and heart-shaped leaves; one panicle."""
    for tips, leaves in ((((0.3, -0.08, 0.36), (0.24, 0.16, 0.32)), 5), (((0.14, -0.02, 0.3),), 2)):
        x, y = it.spot(0.38 if len(tips) > 1 else 0.24)
        foot = (
            np.array([x - 0.36, y + 0.04, 0.012]) if len(tips) > 1 else np.array([x - 0.25, y + 0.02, 0.01])
        )
        fork = foot + c.v(0.24 if len(tips) > 1 else 0.1, -0.005, 0.02)
        bark, greens = (
            c.stalks([s.bow(foot, np.array([0.1, 0.03, 0.0]), fork, 24)], 0.011, 0.8, 0.4),
            list[s.Patch](),
        )
        for dx, dy, long in tips:
            end = np.array([x + dx, y + dy, 0.05])
            axis = s.bow(fork, 0.4 * (end - fork) + 0.05 * f.UP, end, 40)
            bark += c.stalks([axis], 0.006, 0.3, 0.8)
            _panicle(it.rng, axis, long)
        for k in range(leaves):
            turn = (2.0, -1.9, 1.1, -1.0, 0.15)[k] + it.rng.uniform(-0.2, 0.2)
            long = it.rng.uniform(0.16, 0.21)
            t = np.linspace(0, 1, 61)
            wide = 0.37 * long * np.sin(math.pi * t**0.52) ** 0.75 * (1 - 0.25 * t)
            leaf = c.leaf(it.rng, long, wide, fold=0.25, bend=0.15, wave=0.12, veins=6, columns=23)
            at = fork + 0.035 * f.heading(turn, 0.2)
            greens.append(
                f.grown(leaf, at, f.heading(turn, 0.15), f.UP + c.v(0, -0.4 * (not it.flat_lay), 0))
            )
            bark.append(s.tube(np.linspace(fork, at, 6), 0.0025, 1.0, 8))
        s.put("leaves", f.laid(greens), f.leafy(_LEAF, 0.4, 0.15, under=(132, 160, 96)))
        s.put("twigs", f.laid(bark, 0.004), s.tinted(_BARK, 0.7, relief=0.001, grain=90))
    return ["lilac branch"]


def _panicle(rng: Rng, axis: s.Floats, long: float) -> None:
    """A cone of florets about an axis, the open ones below, buds at its tip."""
    dice, count = dice_of(rng), 440
    part = 0.22 + 0.78 * dice.random(count) ** 1.25
    base = np.array([f.along(axis, min(p, 0.999))[0] for p in part])
    way = np.array([f.along(axis, min(p, 0.999))[1] for p in part])
    ways = dice.normal(0, 1, (count, 3))
    ways -= (ways * way).sum(1, keepdims=True) * way
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    wide = 0.25 * long * np.clip((part - 0.16) / 0.2, 0.3, 1) * np.clip(1.04 - part, 0, 1) ** 0.62
    lumps = 1 + 0.18 * np.sin(part * 40 + 3 * np.arctan2(ways[:, 2], ways[:, 1]))
    reach = wide * lumps * dice.uniform(0.6, 1.0, count) + 0.004
    feet = base + reach[:, None] * ways + 0.3 * reach[:, None] * way
    keep = feet[:, 2] > 0.004
    feet, ways, way, part = feet[keep], ways[keep], way[keep], part[keep]
    out = ways + 0.5 * way + dice.normal(0, 0.25, ways.shape)
    closed = dice.random(len(feet)) < np.clip((part - 0.7) * 2.6, 0.04, 0.95)
    for model, stops in enumerate(_LILACS):
        some = ~closed & (np.arange(len(feet)) % 2 == model)
        cut = c.Cut(
            0.0155,
            c.form(0.0072, 0.35, 0.55, 0.6),
            (0.35, 0.0, -0.3),
            (0.6, 0.3),
            0.0,
            veins=0.08,
            grid=(9, 7),
        )
        made = c.ring(rng, cut, lambda t, u: 0.05 + 0.7 * t + 0.15 * u**2, 4, 0.0012, 0.1, 0.3)
        floret = s.turned(f.joined(made), (-math.pi / 2, 0, 0))
        blooms = [f.many(floret, feet[i : i + 1], out[i : i + 1], dice.normal(0, 1, 3),
            dice.uniform(0.85, 1.15, 1),
                         dice.uniform(-0.15, 0.15, 1)) for i in np.flatnonzero(some)]  # fmt: skip
        s.put("lilac", f.laid(blooms, 0.003), f.leafy(stops, 0.6, 0.3, mottle=0.1))
    pin = bead([(0.001, -1.6), (0.1, -1.5), (0.12, -0.4), (0.34, 0.0), (0.26, 0.4), (0.001, 0.56)], 8, 12)
    buds = f.many(
        pin,
        feet[closed],
        out[closed],
        f.UP,
        dice.uniform(0.009, 0.0115, closed.sum()),
        np.zeros(closed.sum()),
    )
    s.put(
        "buds", [buds], s.tinted([(0.0, (150, 160, 100)), (0.5, (150, 84, 150)), (1.0, (170, 96, 168))], 0.55)
    )
    t = np.linspace(0, 1, 5)[None, :, None]
    s.put("pedicels", [s.strands(base[keep][:, None] + t * (feet - base[keep])[:, None],
    np.full((len(feet), 5), 0.0009), 0.5)],
          f.leafy(STALK, 0.6, 0.0))  # fmt: skip


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"hydrangea": _hydrangea, "lilac": _lilac}
