"""Bunches cut and laid: dried flowers, lavender."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.florets import BALL, bead, bunch, disc, frame, whorl
from bggen.train.scenes.matter.palette import Rng

_JUTE: Stops = [(0.0, (150, 118, 80)), (1.0, (206, 178, 134))]
_STRAW: Stops = [(0.0, (150, 116, 62)), (0.5, (206, 172, 104)), (1.0, (238, 214, 158))]
_GRAIN = [(0.001, 0.0), (0.26, 0.25), (0.3, 0.5), (0.16, 0.85), (0.001, 1.05)]


def _dried_flowers(it: Corner) -> list[str]:
    """A bunch tied with twine; the same in a small vase."""
    x, y = it.spot(0.36)
    turn, tie = 0.22, np.array([x - 0.13, y - 0.03, 0.004])
    _dried(it.rng, bunch(it.rng, tie, turn, 22, 0.46, 0.42))
    twine(tie, turn, 22)
    x, y = it.spot(0.2)
    profile = [
        (0.001, 0.0), (0.05, 0.0), (0.058, 0.006), (0.086, 0.06), (0.09, 0.1), (0.07, 0.15), (0.04, 0.18),
        (0.034, 0.205), (0.04, 0.222), (0.036, 0.224), (0.029, 0.205), (0.001, 0.19),
    ]  # fmt: skip
    f.pot(profile, (x, y), f.stoneware((226, 216, 204), 0.6))
    paths = []
    for k in range(20):
        out = 0.2 * math.sqrt((k + 0.3) / 20)
        side = f.heading(2.4 * k, 0)
        foot = np.array([x, y, 0.12]) - 0.02 * side
        end = np.array([x, y, 0.5 - 0.6 * out + it.rng.uniform(-0.05, 0.06)]) + out * side
        paths.append(s.bow(foot, 0.2 * f.UP + 0.1 * out * side, end, 40))
    _dried(it.rng, paths)
    return ["dried flowers"]


def _dried(rng: Rng, paths: list[s.Floats]) -> None:
    """Bunny tails, wheat, strawflowers and a haze of tiny blooms at the ends of the paths."""
    straw, tails, papers, hearts, haze = (list[s.Patch]() for _ in range(5))
    for k, path in enumerate(paths):
        at, way = f.along(path, 0.999)
        straw.append(s.tube(path, 0.0026, 0.45 + 0.3 * rng.random(), 7))
        if k % 4 == 0:
            tails += _tail(rng, at, way)
        elif k % 4 == 1:
            straw += _ear(rng, path)
        elif k % 4 == 2:
            n = way + 0.7 * f.UP - np.array([0.0, 0.5, 0.0])
            for row, (count, long, rise) in enumerate(
                [(13, 0.034, 0.15), (12, 0.03, 0.55), (9, 0.023, 0.95)]
            ):
                paper = f.lamina(
                    rng, long, f.outline(17, long * 0.24, 0.85, 0.7), bend=-0.25, wave=0.2, veins=0, columns=7
                )
                papers.append(whorl(rng, paper, at, n, count, 0.006, rise, row * 0.25))
            hearts.append(disc(at + 0.008 * n / np.linalg.norm(n), n, 0.014, 0.006, 70, bead(BALL), 0.3))
        else:
            haze += _haze(rng, path)
    s.put("straw", f.laid(straw, 0.004), s.tinted(_STRAW, 0.65, relief=0.0006, grain=150))
    s.put("tails", tails, s.tinted([(0.0, (226, 204, 166)), (1.0, (255, 248, 232))], 0.8, 0.5))
    pinks: Stops = [(0.0, (232, 196, 160)), (0.5, (214, 132, 112)), (1.0, (170, 84, 78))]
    s.put("papers", f.laid(papers, 0.004), f.leafy(pinks, 0.5, 0.3))
    s.put("hearts", hearts, s.tinted([(0.0, (150, 92, 40)), (1.0, (220, 166, 74))], 0.8))
    s.put(
        "haze",
        f.laid(haze, 0.002),
        s.tinted([(0.0, (170, 150, 110)), (0.5, (226, 214, 190)), (1.0, (248, 242, 230))], 0.7),
    )


def _tail(rng: Rng, at: s.Floats, way: s.Floats) -> list[s.Patch]:
    """A bunny tail: a soft egg of hairs."""
    dice = dice_of(rng)
    a, b, n = frame(way)
    count, long = 900, rng.uniform(0.055, 0.07)
    t, turns = dice.random(count)[:, None], dice.uniform(0, 2 * math.pi, count)[:, None]
    wide = 0.3 * long * np.sin(math.pi * (0.08 + 0.9 * t)) ** 0.7
    out = np.cos(turns) * a + np.sin(turns) * b
    foot = at + (t - 0.15) * long * n + 0.6 * wide * out
    hair = long * (0.16 * out + (0.25 + 0.15 * t) * n) + dice.normal(0, 0.05 * long, (count, 3))
    paths = np.stack([foot, foot + 0.6 * hair, foot + hair + 0.06 * long * n], 1)
    half = np.broadcast_to(np.array([0.0013, 0.0009, 0.0002]), paths.shape[:2])
    middle = (at + 0.36 * long * n)[None]
    core = f.many(bead(BALL, 16, 16), middle, n[None], a, np.array([0.6 * long]), np.array([-0.4]))
    tone = np.clip(np.array([0.2, 0.7, 0.95]) + dice.normal(0, 0.12, (count, 1)), 0, 1)
    return [s.strands(paths, half, tone), core]


def _ear(rng: Rng, path: s.Floats) -> list[s.Patch]:
    """An ear of wheat over the end of a path: grains in rows, each with its awn."""
    dice = dice_of(rng)
    count = 34
    at = np.array([f.along(path, 0.76 + 0.235 * k / count)[0] for k in range(count)])
    a, b, n = frame(path[-1] - path[-8])
    turns = math.pi / 2 * np.arange(count) + dice.normal(0, 0.2, count) + 0.4
    out = np.cos(turns)[:, None] * a + np.sin(turns)[:, None] * b
    ways = n + 0.42 * out
    grains = f.many(
        bead(_GRAIN), at + 0.003 * out, ways, a, np.full(count, 0.03), dice.uniform(-0.35, 0.1, count)
    )
    tip = at + 0.028 * ways
    awn = (0.055 + 0.03 * dice.random(count))[:, None] * (n + 0.3 * out + dice.normal(0, 0.06, (count, 3)))
    paths = np.stack([tip, tip + 0.5 * awn, tip + awn - np.array([0, 0, 0.004])], 1)
    half = np.broadcast_to(np.array([0.001, 0.0007, 0.0003]), paths.shape[:2])
    return [grains, s.strands(paths, half, 0.8)]


def _haze(rng: Rng, path: s.Floats) -> list[s.Patch]:
    """Fine forked stems with a tiny bloom at each end."""
    dice = dice_of(rng)
    count = 46
    part = dice.uniform(0.6, 0.97, count)
    foot = np.array([f.along(path, p)[0] for p in part])
    way = (path[-1] - path[-6]) / np.linalg.norm(path[-1] - path[-6])
    reach = (way + dice.normal(0, 0.5, (count, 3))) * dice.uniform(0.03, 0.075, (count, 1))
    paths = np.stack([foot, foot + 0.5 * reach, foot + reach + [0, 0, 0.004]], 1)
    stems = s.strands(paths, np.full(paths.shape[:2], 0.0007), 0.1)
    return [
        stems,
        f.many(
            bead(BALL, 7, 7),
            paths[:, -1],
            reach,
            f.UP,
            dice.uniform(0.006, 0.011, count),
            dice.uniform(-0.1, 0.5, count),
        ),
    ]


def _lavender(it: Corner) -> list[str]:
    """A bunch tied with twine; three loose stalks."""
    x, y = it.spot(0.34)
    turn, tie = 0.25, np.array([x - 0.14, y - 0.04, 0.003])
    _lavender_stalks(it.rng, bunch(it.rng, tie, turn, 34, 0.44, 0.26))
    twine(tie, turn, 34)
    x, y = it.spot(0.26)
    paths = []
    for dy, way in ((-0.06, 0.1), (0.0, 0.42), (0.05, -0.12)):
        to = f.heading(way)
        foot = np.array([x, y + dy, 0.005]) - 0.26 * to
        paths.append(
            s.bow(foot, 0.26 * to + 0.03 * f.UP, foot + it.rng.uniform(0.46, 0.52) * to + 0.015 * f.UP, 40)
        )
    _lavender_stalks(it.rng, paths)
    return ["lavender sprigs"]


def _lavender_stalks(rng: Rng, paths: list[s.Floats]) -> None:
    """Grey-green stems that end in spikes of buds, a few of them open."""
    dice = dice_of(rng)
    bud = bead([(0.001, 0.0), (0.17, 0.1), (0.25, 0.5), (0.21, 0.8), (0.13, 1.0), (0.001, 1.02)])
    flower = f.lamina(rng, 1.0, f.outline(9, 0.42, 0.8, 0.6), bend=0.3, veins=0, columns=5)
    greens, spikes = list[s.Patch](), list[s.Patch]()
    for path in paths:
        greens.append(s.tube(path, np.linspace(0.0026, 0.0018, len(path)), 0.4, 6))
        spikes += _spike(rng, dice, path, bud, flower)
        for side in (-1.0, 1.0):
            at, way = f.along(path, rng.uniform(0.35, 0.5))
            leaf = f.lamina(rng, 0.075, f.outline(15, 0.004, 0.8, 0.6), fold=0.4, veins=0, columns=5)
            greens.append(f.grown(leaf, at, way + 0.5 * side * np.cross(f.UP, way), f.UP, 0.0))
    stops: Stops = [
        (0.0, (122, 118, 108)),
        (0.3, (106, 84, 124)),
        (0.65, (130, 96, 160)),
        (1.0, (182, 152, 210)),
    ]
    s.put("spikes", f.laid(spikes, 0.003), s.tinted(stops, 0.75, 0.15, relief=0.0006, grain=220))
    s.put("stalks", f.laid(greens, 0.003), s.tinted([(0.0, (150, 158, 122)), (1.0, (128, 144, 102))], 0.7))


def _spike(
    rng: Rng, dice: np.random.Generator, path: s.Floats, bud: s.Patch, flower: s.Patch
) -> list[s.Patch]:
    """Rows of buds about the end of a stalk, a few of them open."""
    made = list[s.Patch]()
    rows = rng.randint(8, 10)
    for k in range(rows):
        part = 0.72 + 0.28 * k / rows - (0.06 if k == 0 else 0.0)
        at, way = f.along(path, min(part + rng.uniform(-0.004, 0.004), 0.999))
        a, b, n = frame(way)
        each = 8 if k < rows - 2 else 6
        turns = 2 * math.pi * (np.arange(each) + dice.normal(0, 0.15, each)) / each + 0.4 * k
        out = np.cos(turns)[:, None] * a + np.sin(turns)[:, None] * b
        size = dice.uniform(0.015, 0.02, each) * (1 - 0.35 * (k / rows) ** 2)
        ways = out + (0.9 + 0.7 * k / rows) * n + dice.normal(0, 0.15, (each, 3))
        made.append(f.many(bud, at + 0.0015 * out, ways, f.UP, size, dice.uniform(-0.25, 0.15, each)))
        tips = at + size[:, None] * ways / np.linalg.norm(ways, axis=1, keepdims=True)
        open_ = np.repeat(dice.random(each) < 0.28, 4)
        spread = np.repeat(ways, 4, 0) + dice.normal(0, 0.9, (4 * each, 3))
        if open_.any():
            some = np.repeat(tips, 4, 0)[open_]
            made.append(
                f.many(flower, some, spread[open_], n, np.full(len(some), 0.0085), np.full(len(some), 0.35))
            )
    return made


def twine(at: s.Floats, turn: float, count: int) -> None:
    """Wound four times about a bunch of `count` stems, its ends lying."""
    r = 0.006 * math.sqrt(count) + 0.009
    to, aside = f.heading(turn), f.heading(turn + math.pi / 2)
    t = np.linspace(0, 1, 160)[:, None]
    a = 2 * math.pi * 4.3 * t
    wide = r * (1 + 0.06 * np.sin(3.1 * a))
    loop = at + (r - 0.006) * f.UP + wide * (np.cos(a) * aside * 1.15 + np.sin(a) * f.UP)
    loop = loop + to * (0.026 * (t - 0.5) + 0.004 * np.sin(2.3 * a))
    parts = [s.tube(loop, 0.0026, 0.5, 7)]
    for side in (-1.0, 1.0):
        start = at + 2 * r * f.UP
        end = at + side * 0.1 * to - (0.07 + 0.03 * side) * aside + 0.003 * f.UP
        tail = s.bow(start, 0.012 * f.UP - 0.05 * aside + side * 0.03 * to, end, 40)
        parts.append(s.tube(tail + 0.004 * np.sin(9 * np.linspace(0, 1, 40))[:, None] * to, 0.0024, 0.5, 7))
    s.put("twine", f.laid(parts, 0.004), s.tinted(_JUTE, 0.9, relief=0.003, grain=260))


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"dried flowers": _dried_flowers, "lavender": _lavender}
