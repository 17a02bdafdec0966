"""Blooms of warm countries: frangipani, hibiscus."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import corollas as c
from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.florets import BALL, bead
from bggen.train.scenes.matter.palette import Rng

_FRANGIPANI: Stops = [
    (0.0, (240, 150, 10)), (0.14, (248, 184, 16)), (0.34, (251, 216, 86)), (0.58, (252, 243, 206)),
    (0.75, (252, 250, 242)), (1.0, (253, 252, 249)),
]  # fmt: skip
_HIBISCUS: Stops = [
    (0.0, (96, 0, 30)), (0.12, (130, 0, 34)), (0.3, (206, 12, 44)), (0.7, (226, 26, 50)), (1.0, (240, 66,
    76)),
]  # fmt: skip
_HIBISCUS_BACK: Stops = [(0.0, (150, 40, 40)), (0.4, (214, 50, 66)), (1.0, (238, 84, 96))]
_COLUMN: Stops = [
    (0.0, (190, 10, 44)),
    (0.45, (232, 90, 90)),
    (0.55, (250, 196, 40)),
    (0.85, (252, 214, 70)),
    (1.0, (196, 0, 30)),
]
_LEAF: Stops = [(0.0, (128, 160, 76)), (0.35, (52, 100, 42)), (0.7, (34, 78, 34)), (1.0, (26, 62, 28))]
_JASMINE_BACK: Stops = [(0.0, (226, 170, 186)), (0.5, (246, 226, 230)), (1.0, (250, 244, 244))]


def _frangipani(it: Corner) -> list[str]:
    """Five loose blooms; three."""
    many = (
        (-0.15, -0.06, 0.1),
        (0.05, -0.11, 0.104),
        (0.19, 0.03, 0.096),
        (-0.05, 0.08, 0.1),
        (0.12, 0.17, 0.092),
    )
    for blooms in (many, ((-0.1, 0.03, 0.098), (0.07, -0.05, 0.102), (0.09, 0.13, 0.092))):
        x, y = it.spot(0.32 if len(blooms) > 3 else 0.22)
        petals = list[s.Patch]()
        for dx, dy, r in blooms:
            lean = np.array([it.rng.uniform(-0.5, 0.5), it.rng.uniform(-0.9, -0.15), 0.0])
            n = f.UP + (0.25 if it.flat_lay else 0.75) * lean
            made = c.posed(_pinwheel(it.rng, r), np.zeros(3), n, f.heading(it.rng.uniform(0, 6)))
            low = min(float(part.points[:, 2].min()) for part in made)
            petals += [s.turned(part, (0, 0, 0), (x + dx, y + dy, -0.9 * low)) for part in made]
        s.put("frangipani", f.laid(petals, 0.005), c.faced(_FRANGIPANI, _JASMINE_BACK, 0.38, 0.22, 0.03))
    return ["frangipani flowers"]


def _pinwheel(rng: Rng, r: float) -> list[s.Patch]:
    """Five waxy petals that look to +z, each with one side over its neighbour, and a short tube."""

    def tone(t: s.Floats, u: s.Floats) -> s.Floats:
        return np.asarray(0.05 + 0.95 * np.clip(t / 0.75, 0, 1) ** 1.1 + 0.1 * u * (1 - t))

    cut = c.Cut(
        r, c.form(0.43 * r, 0.2, 0.6, 0.62), (0.75, 0.35, 0.1, -0.15), (0.25, 0.1, -0.25), 0.012, 4,
        veins=0.04,
        skew=0.0, grid=(40, 31),
    )  # fmt: skip
    made = list[s.Patch]()
    for k in range(5):
        one = c.petal(rng, cut, tone)
        x, y, z = one.points.T
        lean = np.column_stack([x + 0.16 * y * y / r, y, z - 0.1 * np.clip(x / r, 0, 1) * y])  # blown aside
        one = s.turned(s.Patch(lean, one.faces, one.shade), (0, -0.36, 0), (0, 0.004, 0))
        made.append(s.turned(one, (0, 0, 2 * math.pi * k / 5 + rng.uniform(-0.05, 0.05))))
    t = np.linspace(0, 1, 12)
    pipe = s.tube(np.stack([0.005 * t**2, 0 * t, -0.016 * t], 1), np.linspace(0.0062, 0.005, 12), 0.6, 14)
    return [*made, pipe]


def _hibiscus(it: Corner) -> list[str]:
    """A bloom with leaves and a bud; a bloom."""
    for r, leaves in ((0.185, (0.35, -0.35, 2.75, 1.2)), (0.16, (2.9, 0.25))):
        x, y = it.spot(0.3 if len(leaves) > 2 else 0.22)
        n = f.UP + (0.08 if it.flat_lay else 0.85) * np.array([-0.5, -0.9, 0.0])
        at = np.array([x, y, 0.075 if not it.flat_lay else 0.06])
        petals, (column, pads) = _hibiscus_bloom(it.rng, r)
        s.put(
            "hibiscus",
            f.laid(c.posed(petals, at, n), 0.006),
            c.faced(_HIBISCUS, _HIBISCUS_BACK, 0.5, 0.35, 0.06),
        )
        s.put("column", c.posed([column, pads], at, n), s.tinted(_COLUMN, 0.6))
        greens = list[s.Patch]()
        for turn in leaves:
            long, t = it.rng.uniform(0.19, 0.23), np.linspace(0, 1, 101)
            wide = f.outline(101, 0.28 * long, 0.68, 0.8) * (1 - 0.12 * ((t * 11) % 1.0) * (t > 0.25))
            leaf = c.leaf(it.rng, long, wide, fold=0.25, bend=0.25, wave=0.2, veins=7, columns=23)
            foot = np.array([x, y, 0.03]) + 0.45 * r * f.heading(turn)
            greens.append(
                f.grown(leaf, foot, f.heading(turn, 0.2), f.UP + np.array([0, -0.35 * (not it.flat_lay), 0]))
            )
        greens.append(s.tube(s.bow(at - 0.01 * n, -0.06 * n, at + c.v(0.2, 0.13, -0.05), 24), 0.006, 0.1, 12))
        s.put("leaves", f.laid(greens), f.leafy(_LEAF, 0.3, 0.12, under=(110, 140, 84)))
    return ["red hibiscus flower"]


def _hibiscus_bloom(rng: Rng, r: float) -> tuple[list[s.Patch], tuple[s.Patch, s.Patch]]:
    """Five broad petals that look to +z, one side over the next; the column with its anthers and pads."""

    def tone(t: s.Floats, u: s.Floats) -> s.Floats:
        return np.asarray(0.02 + 0.34 * np.clip(t / 0.3, 0, 1) + 0.4 * t**1.2 + 0.1 * np.abs(u) ** 3)

    cut = c.Cut(
        r, c.form(0.46 * r, 0.12, 0.68, 0.45, 1.1), (0.95, 0.45, 0.1, -0.35), (0.5, 0.15, -0.2), 0.032,
        8, 0.03,
        veins=0.15, skew=0.04, grid=(56, 53),
    )  # fmt: skip
    made = c.ring(rng, cut, tone, 5, 0.006, -0.22, rng.uniform(0, 1), 0.0, 0.06)
    dice = dice_of(rng)
    path = s.bow(np.zeros(3), np.array([0.0, 0.01, 0.12]), np.array([-0.02, -0.07, 0.215]), 40)
    rod = s.tube(path, np.linspace(0.0055, 0.003, 40), 0.25, 12)
    count = 75
    parts = dice.uniform(0.45, 0.95, count)
    feet = np.array([f.along(path, part)[0] for part in parts])
    ways = dice.normal(0, 1, (count, 3)) + c.v(0, 0, 0.3)
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    tips = feet + ways * dice.uniform(0.011, 0.017, (count, 1))
    hairs = s.strands(np.stack([feet, (feet + tips) / 2, tips], 1), np.full((count, 3), 0.0006), 0.45)
    knobs = f.many(bead(BALL, 7, 7), tips, ways, f.UP, dice.uniform(0.005, 0.0066, count), np.zeros(count))
    knobs = s.Patch(knobs.points, knobs.faces, 0.55 + 0.25 * knobs.shade)
    end, way = path[-1], (path[-1] - path[-3]) / np.linalg.norm(path[-1] - path[-3])
    outs = [0.012 * (way + 0.7 * (math.cos(a) * np.array([1.0, 0, 0]) + math.sin(a) * np.array([0, 0.8,
        0.6])))
            for a in np.arange(5) * 1.257]  # fmt: skip
    arms = [s.tube(np.linspace(end, end + out, 5), 0.0009, 0.3, 6) for out in outs]
    pads = f.many(
        bead(BALL, 10, 10),
        np.array([end + out for out in outs]),
        np.array(outs),
        f.UP,
        np.full(5, 0.0085),
        np.ones(5),
    )
    return made, (f.joined([rod, hairs, *arms]), f.joined([knobs, pads]))


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"frangipani": _frangipani, "hibiscus": _hibiscus}
