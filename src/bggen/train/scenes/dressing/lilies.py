"""Trumpets, laid: lilies, calla lilies, daffodils."""

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

_WHITE: Stops = [
    (0.0, (196, 208, 128)),
    (0.22, (238, 238, 214)),
    (0.45, (250, 249, 243)),
    (1.0, (253, 252, 250)),
]
_WHITE_BACK: Stops = [
    (0.0, (168, 190, 110)),
    (0.3, (226, 230, 198)),
    (0.6, (246, 246, 238)),
    (1.0, (250, 250, 246)),
]
_ANTHER: Stops = [(0.0, (96, 34, 10)), (0.5, (158, 66, 16)), (1.0, (190, 92, 30))]
_SPADIX: Stops = [(0.0, (222, 150, 10)), (1.0, (250, 206, 50))]
_SPATHE: Stops = [
    (0.0, (150, 176, 84)), (0.22, (222, 228, 186)), (0.45, (249, 248, 241)), (1.0, (253, 252, 249)),
]  # fmt: skip
_GREEN: Stops = [(0.0, (132, 164, 84)), (0.35, (88, 128, 58)), (0.7, (58, 100, 44)), (1.0, (42, 80, 38))]
_YELLOW: Stops = [(0.0, (226, 196, 40)), (0.4, (252, 216, 36)), (1.0, (254, 228, 84))]
_TRUMPET: Stops = [(0.0, (206, 120, 4)), (0.5, (246, 164, 6)), (0.9, (252, 172, 10)), (1.0, (250, 132, 10))]
_ARANGE = [(0.001, -0.5), (0.1, -0.46), (0.13, 0.0), (0.1, 0.46), (0.001, 0.5)]


def _lilies(it: Corner) -> list[str]:
    """A stem laid with two open blooms and two buds; a bloom with a bud."""
    camera = 0.12 if it.flat_lay else 0.75
    for heads, buds, long in (
        (
            ((-0.2, -0.07, -0.45, 0.185), (0.1, -0.03, 0.3, 0.18)),
            ((-0.13, 0.17, 0.15), (-0.3, 0.13, 0.13)),
            0.6,
        ),
        (((-0.03, -0.02, -0.2, 0.18),), ((-0.17, 0.13, 0.14),), 0.3),
    ):
        x, y = it.spot(0.4 if len(heads) > 1 else 0.25)
        petals, greens, anthers = (list[s.Patch]() for _ in range(3))
        join = np.array([x - 0.02, y + 0.1, 0.05])
        stem = s.bow(join + c.v(long, 0.12, -0.036), np.array([-0.5 * long, 0.02, 0.0]), join, 50)
        greens += c.stalks([stem], 0.0095, 0.75, 0.4)
        for dx, dy, lean, r in heads:
            n = 0.85 * f.UP + camera * np.array([lean, -1.0, 0.0]) + np.array([0.3 * lean, 0, 0])
            at = np.array([x + dx, y + dy, 0.052])
            tepals, threads, dusty = _lily(it.rng, r)
            petals += c.posed(tepals, at, n)
            greens += c.posed(threads, at, n)
            anthers += c.posed(dusty, at, n)
            back = s.bow(join, 0.3 * (at - join), at - 0.012 * n, 14)
            greens += c.stalks([back], 0.005, 1.0, 0.4)
        for dx, dy, size in buds:
            tip = np.array([x + dx, y + dy, 0.05])
            way = tip - join
            foot = tip - 0.8 * size * way / np.linalg.norm(way)
            greens += c.stalks([s.bow(join, 0.4 * (foot - join) + 0.01 * f.UP, foot, 14)], 0.005, 1.0, 0.4)
            petals.append(_bud(it.rng, foot, way, size))
        for k in range(5 if len(heads) > 1 else 3):
            at, way = f.along(stem, 0.25 + 0.72 * k / 5)
            side = 1 if k % 2 else -1
            leaf = c.leaf(
                it.rng, it.rng.uniform(0.17, 0.24), f.outline(45, 0.021, 0.75, 0.8), bend=0.25, veins=0
            )
            to = way + 0.8 * side * np.cross(f.UP, way) + 0.25 * f.UP
            greens.append(f.grown(leaf, at, to, f.UP + np.array([0, -0.4, 0]), 0.1))
        s.put("lilies", f.laid(petals, 0.006), c.faced(_WHITE, _WHITE_BACK, 0.45, 0.3, 0.05))
        s.put("stems", f.laid(greens, 0.004), f.leafy(_GREEN, 0.4, 0.1))
        s.put("anthers", anthers, s.tinted(_ANTHER, 0.9, relief=0.001, grain=300))
    return ["white lilies"]


def _lily(rng: Rng, r: float) -> tuple[list[s.Patch], list[s.Patch], list[s.Patch]]:
    """A bloom `r` long a petal that looks to +z: tepals, what is green in it, anthers."""

    def tone(t: s.Floats, u: s.Floats) -> s.Floats:
        star = np.exp(-((u / 0.22) ** 2)) * np.clip(1.15 - 1.25 * t, 0, 1)  # its midrib is greenish
        return np.asarray(0.06 + 0.9 * np.clip(t * 1.7, 0, 1) ** 0.8 - 0.34 * star * np.clip(t * 5, 0, 1))

    made, shift = list[s.Patch](), rng.uniform(0, 1)
    for row, (half, z) in enumerate(((0.2, 0.0), (0.3, 0.003))):
        cut = c.Cut(
            r, c.form(half * r, 0.22, 0.48, 0.85), (1.15, 0.75, 0.25, -0.45, -1.15), (1.1, 0.35, -0.35),
            0.02 + 0.012 * row, 9, crease=0.03, veins=0.05, grid=(48, 33),
        )  # fmt: skip
        made += c.ring(rng, cut, tone, 3, 0.004, 0.0, shift + row * math.pi / 3, z, 0.06)
    greens, anthers = list[s.Patch](), list[s.Patch]()
    pill = bead(_ARANGE, 12, 14)
    for k in range(6):
        turn = shift + math.pi / 3 * (k + 0.5) + rng.uniform(-0.12, 0.12)
        out = f.heading(turn)
        tip = 0.36 * r * rng.uniform(0.85, 1.1) * out + 0.66 * r * rng.uniform(0.95, 1.05) * f.UP
        greens.append(s.tube(s.bow(0.004 * out, 0.42 * r * f.UP, tip, 16), 0.0016, 0.0, 8))
        way = np.cross(out, f.UP) + rng.uniform(-0.5, 0.5) * f.UP
        anthers.append(
            f.many(pill, tip[None], way[None], out, np.array([0.17 * r]), np.array([rng.uniform(-0.3, 0.3)]))
        )
    end = np.array([0.1 * r, -0.22 * r, 0.74 * r])
    greens.append(
        s.tube(s.bow(np.zeros(3), 0.5 * r * f.UP, end, 16), np.linspace(0.003, 0.0022, 16), 0.1, 10)
    )
    greens.append(
        f.many(bead(BALL, 12, 12), end[None], f.UP[None], f.heading(0), np.array([0.011]), np.array([-0.3]))
    )
    return made, greens, anthers


def _bud(rng: Rng, foot: s.Floats, way: s.Floats, long: float) -> s.Patch:
    """A closed bud, six ribs along it."""
    rings, turns = s.spun(
        [(0.001, 0.0), (0.05, 0.02), (0.085, 0.3), (0.13, 0.66), (0.11, 0.88), (0.04, 0.99), (0.001, 1.0)],
        48,
        50,
    )
    rings[..., :2] *= (1 - 0.1 * np.abs(np.sin(1.5 * turns + rng.uniform(0, 3))) ** 8)[:, None]
    shade = 0.1 + 0.55 * np.linspace(0, 1, 50)[:, None] + 0.1 * np.cos(3 * turns)
    return f.grown(s.turned(s.sheet(rings, np.clip(shade, 0, 1), True), (-math.pi / 2, 0, 0), (0, 0, 0),
    long),
                   foot, way, f.UP)  # fmt: skip


def _callas(it: Corner) -> list[str]:
    """Three laid; one."""
    many = ((-0.2, -0.06, 2.9, 0.62, 1.0), (-0.13, 0.1, 3.0, 0.56, 0.92), (0.0, 0.0, 2.75, 0.5, 0.85))
    for flowers in (many, ((-0.12, 0.0, 2.9, 0.36, 0.95),)):
        x, y = it.spot(0.4)
        white, greens, yellow = (list[s.Patch]() for _ in range(3))
        for k, (dx, dy, turn, long, size) in enumerate(flowers):
            to = f.heading(turn + it.rng.uniform(-0.06, 0.06))
            head = np.array([x + dx, y + dy, 0.04 + 0.016 * k])
            foot = head - long * to
            foot[2] = 0.014
            stem = s.bow(foot, 0.6 * long * to + 0.01 * f.UP, head, 50)
            greens += c.stalks([stem], 0.0125 * size, 0.9, 0.35)
            way = (stem[-1] - stem[-4]) / np.linalg.norm(stem[-1] - stem[-4])
            up = f.UP + (0.0 if it.flat_lay else 0.9) * np.array([0.15, -1.0, 0.0])
            spathe, spadix = _calla(it.rng)
            way = way + 0.2 * f.UP if it.flat_lay else way + np.array([0.0, -0.55, 0.3])
            # the flower grows along +z, its mouth to -y
            white += c.posed([spathe], head, way, -up, size)
            yellow += c.posed(spadix, head, way, -up, size)
        s.put("calla", f.laid(white, 0.005), c.faced(_SPATHE, _SPATHE, 0.4, 0.25, 0.04))
        s.put("stems", f.laid(greens, 0.005), f.leafy(STALK, 0.38, 0.0))
        s.put("spadix", yellow, s.tinted(_SPADIX, 0.8))
    return ["calla lilies"]


def _calla(rng: Rng) -> tuple[s.Patch, list[s.Patch]]:
    """A spathe rolled to a funnel about +z, highest at +y, overlapping at -y; its spadix."""
    v, a = np.linspace(0, 1, 70)[:, None], np.linspace(-1.12, 1.12, 121)[None, :] * math.pi
    back = 0.5 + 0.5 * np.cos(np.clip(a, -math.pi, math.pi))  # 1 at the high side
    tall = 0.15 + 0.13 * back**1.4 + 0.03 * back**14
    flare = (0.012 + 0.03 * v**0.8 + (0.062 - 0.012 * back) * v**4) * (
        1 + 0.05 * np.sin(3 * a + rng.uniform(0, 6)) * v**3
    )
    out = flare + 0.006 * (a / math.pi) * v
    roll = 0.028 * np.clip((v - 0.8) / 0.2, 0, 1) ** 2  # its rim rolls back
    z = tall * v - roll * (0.6 + 0.4 * (1 - back)) + 0.004 * np.sin(5 * a) * v**4
    tip = 0.05 * back**10 * v**6
    grid = np.stack([-out * np.sin(a), (out + 0.6 * roll) * np.cos(a) + tip, z + 0 * a], 2)
    shade = np.clip(0.02 + 1.1 * v**0.7 - 0.25 * back**20 * v**10 + 0.03 * np.sin(40 * a) * (1 - v), 0, 1)
    rod = bead([(0.001, 0.0), (0.055, 0.02), (0.05, 0.5), (0.04, 0.92), (0.02, 0.99), (0.001, 1.0)], 20, 40)
    k = np.arange(420)
    turn, high = 2.39996 * k, 0.03 + 0.107 * k / 420
    thick = np.interp(high, [0.03, 0.1, 0.137], [0.0078, 0.0068, 0.003])
    feet = np.stack([thick * np.cos(turn), thick * np.sin(turn), high], 1)
    ways = feet * [1, 1, 0] + c.v(0, 0, 0.001)
    bumps = f.many(bead(BALL, 6, 6), feet, ways, f.UP, np.full(420, 0.0034), np.zeros(420))
    core = f.grown(s.Patch(0.14 * rod.points, rod.faces, 0.3 * rod.shade), np.zeros(3), f.UP, f.heading(0))
    return s.sheet(grid, shade), [core, bumps]


def _daffodils(it: Corner) -> list[str]:
    """Four laid with their leaves; one head."""
    many = (
        (-0.22, -0.08, 2.9, 0.56),
        (-0.06, -0.05, 2.75, 0.5),
        (-0.17, 0.1, 2.95, 0.55),
        (0.03, 0.12, 2.9, 0.42),
    )
    for flowers in (many, ((-0.06, -0.02, 2.9, 0.3),)):
        x, y = it.spot(0.38)
        petals, cups, greens, pale = (list[s.Patch]() for _ in range(4))
        for dx, dy, turn, long in flowers:
            n = (0.75 if not it.flat_lay else 1.0) * f.UP + (0.15 if it.flat_lay else 1.0) * np.array(
                [it.rng.uniform(-0.75, 0.15), -1.0, 0.0]
            )
            at = np.array([x + dx, y + dy, 0.07 if not it.flat_lay else 0.05])
            for into, parts in zip((petals, cups, pale), _daffodil(it.rng), strict=True):
                into += c.posed(parts, at, n)
            n = n / np.linalg.norm(n)
            neck, to = at - 0.07 * n + 0.01 * f.UP, f.heading(turn)
            neck[2] = max(neck[2], 0.012)
            foot = at - long * to
            foot[2] = 0.009
            greens += c.stalks([s.bow(at - 0.01 * n, -0.075 * n, neck + 0.015 * -to, 12)], 0.0055, 1.0, 0.3)
            greens += c.stalks(
                [s.bow(foot, 0.7 * long * to + 0.01 * f.UP, neck + 0.015 * -to, 40)], 0.0075, 0.85, 0.35
            )
        for k in range(len(flowers)):
            leaf = c.leaf(it.rng, it.rng.uniform(0.4, 0.5) * (0.65 if len(flowers) == 1 else 1),
                f.outline(60, 0.013, 0.6, 0.5),
                            fold=0.35, bend=it.rng.uniform(0.0, 0.1), veins=0, columns=9)  # fmt: skip
            foot = np.array([x + 0.28 - 0.1 * (len(flowers) == 1), y - 0.06 + 0.06 * k, 0.01])
            greens.append(f.grown(leaf, foot, f.heading(2.95 + 0.1 * (k - 2), 0.14), f.UP, 0.1))
        s.put("daffodils", f.laid(petals, 0.005), c.faced(_YELLOW, _YELLOW, 0.5, 0.35, 0.1))
        s.put("trumpets", f.laid(cups, 0.005), c.faced(_TRUMPET, _TRUMPET, 0.5, 0.3, 0.1))
        s.put("stems", f.laid(greens, 0.005), f.leafy(_GREEN, 0.42, 0.08))
        s.put("stamens", pale, s.tinted(_SPADIX, 0.7))
    return ["daffodils"]


def _daffodil(rng: Rng) -> tuple[list[s.Patch], list[s.Patch], list[s.Patch]]:
    """A bloom that looks to +z: six petals, the trumpet, its stamens."""
    made, dice = list[s.Patch](), dice_of(rng)
    for row in range(2):
        cut = c.Cut(
            0.1, c.form(0.037 - 0.004 * row, 0.5, 0.42, 0.8), (0.25, 0.1, 0.0, -0.2), (0.2, 0.3), 0.022, 6,
            crease=0.02, veins=0.1, grid=(32, 25),
        )  # fmt: skip
        made += c.ring(
            rng, cut, lambda t, u: 0.1 + 0.6 * t**0.6 + 0 * u, 3, 0.006, 0.1, row * math.pi / 3, 0.003 * row
        )
    v, a = np.linspace(0, 1, 44)[:, None], np.arange(192)[None, :] * 2 * math.pi / 192
    shift = rng.uniform(0, 6)
    frill = np.sin(13 * a + 0.8 * np.sin(2 * a) + shift) + 0.6 * np.sin(23 * a + 2 * shift)
    out = 0.017 + 0.013 * v**1.5 + 0.012 * v**7 * (1 + 0.25 * frill) + 0.0006 * np.sin(24 * a)
    z = 0.068 * v - 0.004 * v**8 * (1 - frill)
    cup = s.sheet(np.stack([out * np.cos(-a), out * np.sin(-a), z + 0 * a], 2), 0.1 + 0.8 * v + 0 * a, True)
    hairs, tips, ways = c.threads(dice, 6, 0.004, 0.004, 0.04, 0.0012, 0.5)
    knobs = f.many(bead(_ARANGE, 8, 8), tips, ways, f.UP, np.full(6, 0.018), np.zeros(6))
    return made, [cup], [hairs, knobs]


MAKERS: dict[str, Callable[[Corner], list[str]]] = {
    "lilies": _lilies, "calla lilies": _callas, "daffodils": _daffodils,
}  # fmt: skip
