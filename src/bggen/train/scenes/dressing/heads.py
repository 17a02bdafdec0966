"""Large heads of flowers, lying: peonies, sunflowers."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.florets import STALK, bead, disc, frame, whorl
from bggen.train.scenes.matter.palette import Rng

_PINK: Stops = [
    (0.0, (208, 72, 114)),
    (0.3, (240, 138, 166)),
    (0.65, (250, 188, 202)),
    (1.0, (253, 226, 228)),
]
_PEONY_LEAF: Stops = [(0.0, (146, 166, 90)), (0.35, (66, 106, 50)), (0.7, (44, 82, 42)), (1.0, (36, 66, 36))]
_YELLOW: Stops = [(0.0, (222, 136, 2)), (0.4, (248, 188, 4)), (0.75, (254, 208, 10)), (1.0, (255, 222, 50))]
_SEEDS: Stops = [(0.0, (30, 17, 10)), (0.45, (66, 36, 16)), (0.75, (112, 62, 22)), (1.0, (176, 108, 34))]


def _peonies(it: Corner) -> list[str]:
    """Two heads on their leaves; one."""
    petal = f.leafy(_PINK, 0.55, 0.35, mottle=0.18)
    green = f.leafy(_PEONY_LEAF, 0.42, 0.12, under=(120, 146, 100))
    for heads in (((-0.12, -0.04, 0.155), (0.13, 0.07, 0.135)), ((0.0, 0.0, 0.14),)):
        x, y = it.spot(0.3 if len(heads) > 1 else 0.18)
        parts, leaves = list[s.Patch](), list[s.Patch]()
        for dx, dy, r in heads:
            n = f.UP + (0.06 if it.flat_lay else 0.9) * np.array([0.5 * np.sign(dx), -1.0, 0.0])
            parts += f.settled(_peony(it.rng, r, n), (x + dx, y + dy), 0.01)
            for k in range(4):
                turn = it.rng.uniform(-0.4, 0.4) + (math.pi * (dx < 0)) + (k - 1.5) * 0.65
                long = it.rng.uniform(0.16, 0.22)
                leaf = f.lamina(it.rng, long, f.outline(45, 0.19 * long, 0.85, 0.9), bend=0.15, veins=9)
                foot = np.array([x + dx, y + dy, 0.03]) + 0.6 * r * f.heading(turn)
                leaves.append(f.grown(leaf, foot, f.heading(turn, 0.12), f.UP + np.array([0, -0.3, 0]), 0.0))
        s.put("peony", f.laid(parts), petal)
        s.put("leaves", f.laid(leaves), green)
    return ["pink peonies"]


def _peony(rng: Rng, r: float, n: s.Floats) -> list[s.Patch]:
    """A full head about `r` wide to each side about the origin: guard petals, and a ruffled heart."""
    parts = list[s.Patch]()
    rows = [
        (8, 0.95, 0.15), (8, 0.92, 0.42), (9, 0.88, 0.68), (11, 0.84, 0.9), (12, 0.78, 1.08),
        (12, 0.72, 1.22), (11, 0.66, 1.34), (9, 0.6, 1.45), (6, 0.55, 1.53),
    ]  # fmt: skip
    for row, (count, reach, rise) in enumerate(rows):
        for k in range(count):
            long = r * reach * rng.uniform(0.9, 1.1)
            late = row / (len(rows) - 1)
            petal = f.lamina(
                rng, long, f.outline(27, long * (0.5 - 0.17 * late), 0.58, 0.47), fold=0.25 + 0.3 * late,
                bend=-0.42 + 0.3 * late, wave=0.22 + 0.35 * late, veins=0, columns=21,
            )  # fmt: skip
            y = np.clip(petal.points[:, 1] / long, 0, 1)
            ruffle = 0.05 * long * y**6 * np.sin(petal.points[:, 0] / long * (20 + 3 * row) + 3 * k)
            shade = 0.12 + 0.7 * y**0.8 + 0.05 * np.sin(petal.points[:, 0] / long * 60 + k) - 0.24 * late
            petal = s.Patch(petal.points + ruffle[:, None] * [0, 1, 0.6], petal.faces, np.clip(shade, 0, 1))
            shift = 2 * math.pi * (k + 0.5 * (row % 2)) / count + rng.uniform(-0.15, 0.15)
            parts.append(whorl(rng, petal, np.zeros(3), n, 1, 0.1 * r * (1 - late), rise, shift))
    return parts


def _sunflowers(it: Corner) -> list[str]:
    """Two heads with leaves; a lying stalk with its head."""
    x, y = it.spot(0.34)
    lean = 0.1 if it.flat_lay else 1.15
    _sunflower(
        it, np.array([x - 0.13, y - 0.05, 0.0]), f.UP + lean * np.array([-0.15, -1.0, 0.0]), 0.19, None
    )
    _sunflower(it, np.array([x + 0.19, y + 0.09, 0.0]), f.UP + lean * np.array([0.3, -1.0, 0.0]), 0.165, None)
    x, y = it.spot(0.38)
    foot = np.array([x + 0.4, y + 0.12, 0.014])
    _sunflower(
        it, np.array([x - 0.2, y - 0.06, 0.0]), f.UP * 0.9 + lean * np.array([-0.35, -0.9, 0.0]), 0.18, foot
    )
    return ["sunflowers"]


def _sunflower(it: Corner, at: s.Floats, n: s.Floats, r: float, foot: s.Floats | None) -> None:
    """A head that lies with its rim on the ground, its face to `n`; with a stalk from `foot`, or leaves."""
    a, _, n = frame(n)
    rays = _rays(it.rng, n, r)
    bract = f.lamina(it.rng, 0.34 * r, f.outline(15, 0.1 * r, 0.8, 0.8), bend=0.1, veins=0, columns=7)
    greens = [whorl(it.rng, bract, -0.03 * n, n, 18, 0.3 * r, rise) for rise in (-0.1, 0.15)]
    back = bead([(0.001, -0.5), (0.5, -0.42), (0.9, -0.1), (0.98, 0.1), (0.001, 0.12)], 40, 20)
    greens.append(f.many(back, -0.02 * n[None], n[None], a, np.array([0.43 * r]), np.array([-0.2])))
    seed = bead([(0.001, -0.4), (0.4, -0.2), (0.36, 0.35), (0.16, 0.75), (0.001, 0.8)], 7, 8)
    florets = [disc(np.zeros(3), n, 0.43 * r, 0.2 * r, 620, seed, -0.25)]
    # its lowest rays give way under its weight; seen from above it lies on its leaves
    low = -0.82 * min(float(part.points[:, 2].min()) for part in rays) + 0.03 * it.flat_lay
    at = at + low * f.UP
    leaves = [(at * [1, 1, 0] + away * r * f.heading(turn), turn) for turn, away in ((2.5, 0.5), (0.5, 0.55))]
    if foot is not None:
        stalk = s.bow(at - 0.05 * n, -0.13 * n + 0.03 * f.UP, foot, 40)
        thick = np.linspace(0.0115, 0.014, 40) * (1 + 0.05 * np.sin(np.arange(40) * 0.8))
        greens.append(s.tube(stalk - at, thick, 0.2, 14))
        leaves = [(f.along(stalk, part)[0], turn) for part, turn in ((0.45, 0.85), (0.62, -0.45))]
    for base, turn in leaves:
        long = it.rng.uniform(0.17, 0.22)
        wide = f.outline(45, 0.36 * long, 0.62, 0.7)
        leaf = f.lamina(it.rng, long, wide, fold=0.15, bend=0.2, wave=0.2, veins=7)
        stem, face = base - at + 0.04 * f.heading(turn), f.UP + np.array([0, -0.4 * (not it.flat_lay), 0])
        greens.append(f.grown(leaf, stem, f.heading(turn, 0.15 * (not it.flat_lay)), face, 0.1))
        greens.append(s.tube(np.linspace(base - at, stem, 6), 0.0035, 0.1, 8))
    place = (float(at[0]), float(at[1]), float(at[2]))
    yellow, brown = f.leafy(_YELLOW, 0.5, 0.35, mottle=0.2), s.tinted(_SEEDS, 0.8)
    for parts, stuff in ((rays, yellow), (greens, f.leafy(STALK, 0.6, 0.1)), (florets, brown)):
        s.put("sunflower", f.laid([s.turned(part, (0, 0, 0), place) for part in parts], 0.006), stuff)


def _rays(rng: Rng, n: s.Floats, r: float) -> list[s.Patch]:
    """Three rows of a sunflower's yellow petals about the origin."""
    made = list[s.Patch]()
    for k in range(45):
        long = r * 0.62 * rng.uniform(0.88, 1.08)
        wide = f.outline(29, long * 0.19, 0.8, 0.7)
        bend = rng.uniform(-0.25, 0.2)
        ray = f.lamina(rng, long, wide, fold=0.25, bend=bend, veins=0, wave=0.15, columns=13)
        x, y = ray.points[:, 0] / long, ray.points[:, 1] / long
        shade = np.clip(0.6 + 0.1 * np.sin(x * 120) - 0.25 * (1 - y) ** 2, 0, 1)
        turn = 2 * math.pi * (k // 3 + k % 3 / 3) / 15
        ray = s.Patch(ray.points, ray.faces, shade)
        made.append(whorl(rng, ray, np.zeros(3), n, 1, 0.4 * r, 0.05 + 0.2 * (k % 3), turn))
    return made


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"peonies": _peonies, "sunflowers": _sunflowers}
