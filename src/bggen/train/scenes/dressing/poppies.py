"""Bowls of thin petals about a dark heart: poppies, anemones."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import corollas as c
from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.florets import BALL, STALK, bead, disc, frame
from bggen.train.scenes.matter.palette import Rng

_RED: Stops = [
    (0.0, (22, 8, 14)), (0.1, (40, 6, 12)), (0.16, (168, 12, 8)), (0.5, (222, 30, 14)), (0.8, (236, 48, 20)),
    (1.0, (246, 92, 54)),
]  # fmt: skip
_RED_BACK: Stops = [(0.0, (90, 20, 14)), (0.16, (190, 34, 20)), (1.0, (240, 84, 52))]
_POD: Stops = [(0.0, (92, 112, 62)), (0.6, (142, 156, 98)), (1.0, (60, 44, 48))]
_DARK: Stops = [(0.0, (34, 26, 38)), (0.6, (24, 18, 28)), (1.0, (60, 50, 66))]
_BUD: Stops = [(0.0, (84, 112, 52)), (0.7, (112, 138, 70)), (1.0, (196, 48, 24))]
_ANEMONES: list[tuple[Stops, Stops]] = [
    (
        [(0.0, (196, 196, 210)), (0.2, (242, 240, 244)), (1.0, (252, 251, 250))],
        [(0.0, (190, 200, 170)), (0.4, (238, 236, 236)), (1.0, (250, 249, 248))],
    ),
    (
        [(0.0, (246, 236, 244)), (0.12, (240, 222, 236)), (0.22, (112, 44, 140)), (1.0, (138, 74, 178))],
        [(0.0, (150, 130, 160)), (0.4, (160, 120, 186)), (1.0, (168, 128, 196))],
    ),
    (
        [(0.0, (250, 232, 232)), (0.12, (248, 214, 220)), (0.22, (186, 14, 52)), (1.0, (214, 36, 76))],
        [(0.0, (190, 120, 130)), (0.4, (212, 90, 116)), (1.0, (220, 100, 128))],
    ),
]


def _lying(it: Corner, head: s.Floats, turn: float, long: float) -> s.Floats:
    """A stem from the ground to the back of a head."""
    foot = head - long * f.heading(turn)
    foot[2] = 0.008
    bend = 0.55 * long * f.heading(turn + it.rng.uniform(-0.25, 0.25)) + 0.02 * f.UP
    return s.bow(foot, bend, head, 50)


def _hairs(rng: Rng, path: s.Floats, r: float, count: int) -> s.Patch:
    """Fine bristles about a stem."""
    dice = dice_of(rng)
    at = np.array([f.along(path, part)[0] for part in dice.uniform(0.02, 0.98, count)])
    ways = dice.normal(0, 1, (count, 3))
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    long = dice.uniform(0.5, 1.0, (count, 1))
    paths = np.stack([at + 0.8 * r * ways, at + (r + 0.005 * long) * ways, at + (r + 0.01 * long) * ways], 1)
    return s.strands(paths, np.broadcast_to([0.0004, 0.0003, 0.0001], paths.shape[:2]), 0.15)


def _poppies(it: Corner) -> list[str]:
    """Three laid with a bud; one with a bud."""
    many = [
        ((-0.04, -0.08), 0.098, 0.4, 2.75),
        ((0.17, -0.04), 0.105, 0.4, 2.45),
        ((0.07, 0.14), 0.09, 0.34, 2.9),
    ]
    for heads, buds in (
        (many, ((0.34, 0.13, 2.6),)),
        ([((0.0, -0.01), 0.1, 0.3, 2.9)], ((0.17, -0.06, 2.9),)),
    ):
        x, y = it.spot(0.34)
        petals, greens, pods, darks = (list[s.Patch]() for _ in range(4))
        for (dx, dy), r, long, turn in heads:
            n = f.UP + (0.1 if it.flat_lay else 0.62) * np.array([it.rng.uniform(-0.5, 0.5), -1.0, 0.0])
            at = np.array([x + dx, y + dy, 0.034])
            bowl, (pod, dark) = _poppy(it.rng, r)
            petals += c.posed(bowl, at, n)
            pods += c.posed(pod, at, n)
            darks += c.posed(dark, at, n)
            path = _lying(it, at - 0.006 * n, turn - math.pi, long)
            greens += [*c.stalks([path], 0.0042), _hairs(it.rng, path, 0.004, 260)]
        for dx, dy, turn in buds:
            tip = np.array([x + dx, y + dy, 0.026])
            path = _lying(it, tip, turn - math.pi, 0.3)
            greens += [*c.stalks([path], 0.0038), _hairs(it.rng, path, 0.004, 200)]
            greens += _bud(it.rng, tip, path[-1] - path[-4])
        s.put("poppies", f.laid(petals, 0.005), c.faced(_RED, _RED_BACK, 0.5, 0.45, 0.12))
        s.put("stems", f.laid(greens, 0.004), s.tinted(_BUD, 0.6))
        s.put("pods", pods, s.tinted(_POD, 0.7))
        s.put("stamens", darks, s.tinted(_DARK, 0.8))
    return ["red poppies"]


def _poppy(rng: Rng, r: float) -> tuple[list[s.Patch], tuple[list[s.Patch], list[s.Patch]]]:
    """A bloom about `r` wide to each side that looks to +z: petals, its pod, its stamens."""

    def tone(t: s.Floats, u: s.Floats) -> s.Floats:
        blotch = np.clip((t - 0.28 + 0.12 * u**2) / 0.1, 0, 1)
        return np.asarray(0.04 + 0.2 * blotch + (0.42 * t + 0.14 * t**6) * blotch)

    wide = c.form(0.88 * r, 0.22, 0.7, 0.42, 0.85)
    outer = c.Cut(r, wide, (0.35, 0.45, 0.2), (0.7, 0.35), 0.03, 8, 0.1, veins=0.1, grid=(56, 61))
    inner = c.Cut(0.92 * r, wide, (0.6, 0.8, 0.55), (0.8, 0.45), 0.035, 9, 0.105, veins=0.1, grid=(56, 61))
    shift = rng.uniform(0, 3)
    made = c.ring(rng, outer, tone, 2, 0.004, 0.06, shift) + c.ring(
        rng, inner, tone, 2, 0.004, 0.06, shift + math.pi / 2, 0.003
    )
    dice = dice_of(rng)
    hairs, tips, ways = c.threads(dice, 110, 0.012, 0.024, 0.026, 0.0006, 0.3)
    knobs = f.many(
        bead(BALL, 6, 7), tips, ways, f.UP, dice.uniform(0.004, 0.006, 110), dice.uniform(-0.3, 0.2, 110)
    )
    pod = f.many(
        bead([(0.001, 0.0), (0.3, 0.12), (0.45, 0.5), (0.42, 0.8), (0.47, 0.92), (0.3, 1.0), (0.001,
        1.03)], 26, 26),
        np.zeros((1, 3)), f.UP[None], f.heading(0), np.array([0.027]), np.zeros(1),
    )  # fmt: skip
    rays = [
        s.tube(np.linspace([0, 0, 0.0285], [*(0.0115 * f.heading(a)[:2]), 0.0262], 6), 0.0011, 1.0, 6)
        for a in np.arange(10) * math.pi / 5
    ]
    pod = s.Patch(pod.points, pod.faces, np.clip(0.75 * pod.shade, 0, 0.7))
    return made, ([pod, *rays], [hairs, knobs])


def _bud(rng: Rng, at: s.Floats, way: s.Floats) -> list[s.Patch]:
    """A hairy green bud, a red slit in it."""
    dice = dice_of(rng)
    egg = bead([(0.001, -0.1), (0.24, 0.0), (0.4, 0.35), (0.34, 0.75), (0.12, 1.02), (0.001, 1.06)], 26, 26)
    turn = np.arctan2(egg.points[:, 2], egg.points[:, 0])
    slit = np.exp(-((np.sin(turn - 1.0) / 0.09) ** 2)) * (np.cos(turn - 1.0) > 0) * (egg.points[:, 1] > 0.25)
    shade = np.clip(0.25 + 0.3 * egg.shade + 0.9 * slit, 0, 1)
    made = f.grown(s.Patch(0.058 * egg.points, egg.faces, shade), at, way + 0.1 * f.UP, f.UP)
    some = dice.integers(0, len(made.points), 260)
    foot = made.points[some]
    out = foot - (at + 0.027 * way / np.linalg.norm(way))
    out = out / np.linalg.norm(out, axis=1, keepdims=True) * dice.uniform(0.005, 0.011, (260, 1))
    paths = np.stack([foot, foot + 0.5 * out, foot + out + c.v(0, 0, 0.001)], 1)
    return [made, s.strands(paths, np.broadcast_to([0.0005, 0.0004, 0.0001], paths.shape[:2]), 0.3)]


def _anemones(it: Corner) -> list[str]:
    """A red, a white and a purple one laid; a white one."""
    many = [
        ((-0.06, -0.05), 0.1, 0, 0.36, 2.85),
        ((0.16, -0.08), 0.094, 1, 0.4, 2.7),
        ((0.11, 0.13), 0.094, 2, 0.34, 2.9),
    ]
    for heads in (many, [((0.05, 0.0), 0.1, 0, 0.28, 2.75)]):
        x, y = it.spot(0.32)
        greens, darks, petals = list[s.Patch](), list[s.Patch](), [list[s.Patch]() for _ in _ANEMONES]
        for (dx, dy), r, hue, long, turn in heads:
            n = f.UP + (0.1 if it.flat_lay else 0.85) * np.array([it.rng.uniform(-0.4, 0.4), -1.0, 0.0])
            at = np.array([x + dx, y + dy, 0.046])
            petals[hue] += c.posed(_anemone(it.rng, r), at, n)
            darks += _heart(it.rng, at, n)
            greens += _ruff(it.rng, at, n)
            greens += c.stalks([_lying(it, at - 0.02 * n, turn - math.pi, long)], 0.0055, 0.85, 0.3)
        for (front, back), parts in zip(_ANEMONES, petals, strict=True):
            if parts:
                s.put("anemones", f.laid(parts, 0.005), c.faced(front, back, 0.5, 0.35, 0.1))
        s.put("stems", f.laid(greens, 0.004), f.leafy(STALK, 0.5, 0.1))
        s.put("hearts", darks, s.tinted([(0.0, (20, 18, 32)), (1.0, (52, 46, 76))], 0.75))
    return ["anemones"]


def _anemone(rng: Rng, r: float) -> list[s.Patch]:
    """Two rings of broad petals that look to +z."""

    def tone(t: s.Floats, u: s.Floats) -> s.Floats:
        return np.asarray(0.02 + 0.7 * np.clip((t - 0.1) * 2.2, 0, 1) + 0.12 * np.abs(u) ** 2 * t)

    made = list[s.Patch]()
    for row, (count, long, pitch) in enumerate(((5, 1.0, (0.2, 0.25, 0.1)), (4, 0.9, (0.5, 0.55, 0.35)))):
        cut = c.Cut(
            long * r, c.form(0.5 * long * r, 0.3, 0.58, 0.5), pitch, (0.5, 0.3), 0.02, 6, 0.03, veins=0.1,
            grid=(40, 33),
        )  # fmt: skip
        made += c.ring(rng, cut, tone, count, 0.004, 0.12, 0.5 * row, 0.002 * row, 0.2)
    return made


def _heart(rng: Rng, at: s.Floats, n: s.Floats) -> list[s.Patch]:
    """A dark dome in a ring of dark stamens."""
    dice = dice_of(rng)
    a, _, n = frame(n)
    dome = f.many(bead(BALL, 24, 24), (at + 0.005 * n)[None], n[None], a, np.array([0.034]), np.array([-0.3]))
    hairs, tips, ways = c.threads(dice, 90, 0.013, 0.018, 0.017, 0.0005, 0.1)
    knobs = f.many(
        bead(BALL, 6, 7), tips, ways, f.UP, dice.uniform(0.004, 0.0056, 90), dice.uniform(-0.3, 0.3, 90)
    )
    return [
        dome,
        disc(at + 0.012 * n, n, 0.0155, 0.009, 130, bead(BALL, 6, 6), 0.2),
        *c.posed([hairs, knobs], at, n),
    ]


def _ruff(rng: Rng, at: s.Floats, n: s.Floats) -> list[s.Patch]:
    """Frilled leaves about the stem, a little below the petals."""
    t = np.linspace(0, 1, 61)
    made = list[s.Patch]()
    for k in range(13):
        wide = 0.012 * np.sin(math.pi * t**0.7) ** 0.6 * (0.55 + 0.45 * np.abs(np.sin(9 * t + k)))
        leaf = f.lamina(rng, 0.075, wide, fold=0.3, bend=rng.uniform(-0.2, 0.2), wave=0.5, veins=0, columns=9)
        made.append(s.turned(leaf, (rng.uniform(0.0, 0.5), 0, 2.4 * k)))
    return c.posed(made, at - 0.022 * n / np.linalg.norm(n), n)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"poppies": _poppies, "anemones": _anemones}
