"""Carnations, laid; a bunch of baby's breath."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import corollas as c
from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.florets import BALL, bead, bunch
from bggen.train.scenes.matter.palette import Rng

_PINKS: list[Stops] = [
    [(0.0, (200, 92, 130)), (0.35, (232, 128, 164)), (0.8, (247, 178, 200)), (1.0, (253, 224, 232))],
    [(0.0, (120, 0, 24)), (0.35, (170, 6, 32)), (0.8, (206, 20, 48)), (1.0, (232, 90, 108))],
    [(0.0, (246, 240, 226)), (0.35, (250, 244, 234)), (0.8, (253, 249, 243)), (1.0, (254, 250, 246))],
]
_GLAUCOUS: Stops = [(0.0, (160, 182, 140)), (0.4, (122, 152, 116)), (1.0, (92, 126, 96))]
_TINY: Stops = [(0.0, (216, 224, 190)), (0.3, (246, 246, 240)), (1.0, (253, 252, 250))]
_TWIGS: Stops = [(0.0, (112, 140, 84)), (1.0, (150, 172, 116))]


def _carnations(it: Corner) -> list[str]:
    """Five laid in three colours; two."""
    many = (
        (-0.24, -0.07, 0, 2.9, 0.6), (-0.09, -0.1, 1, 2.78, 0.5), (-0.2, 0.08, 2, 3.0, 0.58), (-0.03,
        0.05, 0, 2.88, 0.46),
        (-0.1, 0.21, 1, 3.05, 0.5),
    )  # fmt: skip
    for flowers in (many, ((-0.1, -0.05, 0, 2.85, 0.36), (-0.04, 0.12, 2, 2.95, 0.36))):
        x, y = it.spot(0.38 if len(flowers) > 2 else 0.25)
        heads, greens = [list[s.Patch]() for _ in _PINKS], list[s.Patch]()
        for dx, dy, hue, turn, long in flowers:
            to = f.heading(turn)
            n = (
                0.75 * f.UP
                + 0.55 * to
                + (0.0 if it.flat_lay else 1.0) * np.array([it.rng.uniform(-0.2, 0.2), -0.8, 0])
            )
            n = n / np.linalg.norm(n)
            at = np.array([x + dx, y + dy, 0.062])
            heads[hue] += c.posed(_ruffled(it.rng, it.rng.uniform(0.084, 0.096)), at, n)
            calyx = s.spun(
                [
                    (0.001, -0.075),
                    (0.009, -0.072),
                    (0.0125, -0.05),
                    (0.0135, -0.01),
                    (0.019, 0.004),
                    (0.02, 0.006),
                ],
                30,
                24,
            )[0]
            greens += c.posed([s.sheet(calyx, 0.4, True)], at, n)
            neck = at - 0.072 * n
            neck[2] = max(neck[2], 0.012)
            foot = at - long * to
            foot[2] = 0.007
            stem = s.bow(foot, 0.62 * long * to, neck, 60)
            greens += c.stalks([stem], 0.0056, 0.85, 0.5)
            greens += _knots(it.rng, stem)
        for stops, parts in zip(_PINKS, heads, strict=True):
            if parts:
                s.put("carnations", f.laid(parts, 0.005), f.leafy(stops, 0.6, 0.55, mottle=0.12))
        s.put("stems", f.laid(greens, 0.004), f.leafy(_GLAUCOUS, 0.5, 0.05))
    return ["carnations"]


def _knots(rng: Rng, stem: s.Floats) -> list[s.Patch]:
    """Swollen joints, a pair of narrow leaves from each."""
    made = list[s.Patch]()
    for part in (0.3, 0.62, 0.86):
        at, way = f.along(stem, part + rng.uniform(-0.06, 0.06))
        made.append(
            f.many(bead(BALL, 12, 12), at[None], way[None], f.UP, np.array([0.017]), np.array([-0.1]))
        )
        for side in (-1.0, 1.0):
            long = rng.uniform(0.08, 0.13)
            leaf = f.lamina(
                rng,
                long,
                f.outline(33, 0.0055, 0.55, 0.5),
                fold=0.5,
                bend=rng.uniform(0.1, 0.5),
                veins=0,
                columns=7,
            )
            to = way + side * rng.uniform(0.35, 0.8) * np.cross(f.UP, way) + rng.uniform(0.1, 0.4) * f.UP
            made.append(f.grown(leaf, at, to, f.UP))
    return made


def _ruffled(rng: Rng, r: float) -> list[s.Patch]:
    """A head that looks to +z, full of fringed petals."""
    made = list[s.Patch]()
    rows = (
        (7, 1.0, (0.9, 0.3, -0.15)), (7, 0.98, (1.0, 0.5, 0.05)), (7, 0.95, (1.1, 0.7, 0.25)),
        (7, 0.92, (1.2, 0.9, 0.5)), (6, 0.9, (1.3, 1.1, 0.75)), (5, 0.88, (1.4, 1.25, 1.0)),
        (4, 0.86, (1.5, 1.42, 1.25)),
    )  # fmt: skip
    for row, (count, size, pitch) in enumerate(rows):
        late = row / 6

        def tone(t: s.Floats, u: s.Floats, late: float = late) -> s.Floats:
            return np.asarray(0.24 + 0.5 * t**1.2 - 0.1 * late + 0.26 * t**14)

        for k in range(count):
            cut = c.Cut(
                size * r, c.form(0.5 * size * r, 0.1, 0.82, 0.35, 1.7), pitch, (0.5, 0.5), 0.05,
                rng.uniform(13, 19),
                0.05, veins=0.06, grid=(22, 49),
            )  # fmt: skip
            one = c.petal(rng, cut, tone)
            u = np.tile(np.linspace(-1, 1, 49), 22)
            t = np.repeat(1 - (1 - np.linspace(0, 1, 22)) ** 1.6, 49)
            saw = (
                np.abs((u * 8 + 0.25 * np.sin(9 * u + k)) % 1.0 - 0.5) * 2 * (0.8 + 0.4 * np.sin(23 * u + k))
            )
            short = 1 - 0.13 * saw * np.clip((t - 0.55) / 0.45, 0, 1) ** 2  # its rim is cut in teeth
            one = s.Patch(one.points * short[:, None], one.faces, one.shade)
            turn = 2 * math.pi * (k + 0.5 * (row % 2) + rng.uniform(-0.2, 0.2)) / count
            made.append(
                s.turned(one, (0, rng.uniform(-0.25, 0.25), turn), (0, 0, 0.0), rng.uniform(0.93, 1.06))
            )
    return made


def _babys_breath(it: Corner) -> list[str]:
    """A cloudy bunch; a sprig or two."""
    for count, long, spread, reach in ((15, 0.36, 0.52, 0.36), (4, 0.28, 0.4, 0.24)):
        x, y = it.spot(reach)
        tie = np.array([x - 0.36 * reach, y - 0.02, 0.003])
        paths = bunch(it.rng, tie, 0.2, count, long, spread)
        _cloud(it.rng, paths, 72 if count > 5 else 60)
    return ["baby's breath"]


def _cloud(rng: Rng, paths: list[s.Floats], each: int) -> None:
    """Stems that fork and fork again to a haze of tiny double blooms."""
    dice, models = dice_of(rng), [_rosette(rng) for _ in range(4)]
    twigs, blooms, cups = list[s.Patch](), list[s.Patch](), list[s.Patch]()
    for path in paths:
        twigs.append(s.tube(path, np.linspace(0.003, 0.0014, len(path)), 0.3, 7))
        limbs = list[s.Floats]()
        for k in range(9):
            at, way = f.along(path, 0.5 + 0.055 * k)
            to = way + dice.normal(0, 0.55, 3) + 0.3 * f.UP
            limb = s.bow(at, 0.04 * way, at + (0.15 - 0.008 * k) * to / np.linalg.norm(to), 14)
            limb[:, 2] = np.maximum(limb[:, 2], 0.008)
            limbs.append(limb)
            twigs.append(s.tube(limb, np.linspace(0.0013, 0.0008, 14), 0.6, 6))
        which, part = dice.integers(0, 9, each), dice.uniform(0.3, 0.99, each)
        feet = np.array([f.along(limbs[w], p)[0] for w, p in zip(which, part, strict=True)])
        base = np.array([f.along(limbs[w], p)[1] for w, p in zip(which, part, strict=True)])
        ways = base + dice.normal(0, 0.6, (each, 3)) + 0.35 * f.UP
        ways /= np.linalg.norm(ways, axis=1, keepdims=True)
        tips = feet + ways * dice.uniform(0.018, 0.045, (each, 1))
        tips[:, 2] = np.maximum(tips[:, 2], 0.009)
        threads = np.stack([feet, feet + 0.5 * (tips - feet) + c.v(0, 0, 0.002), tips], 1)
        twigs.append(s.strands(threads, np.full((each, 3), 0.0006), 0.8))
        sizes = dice.uniform(0.85, 1.35, each) * np.where(dice.random(each) < 0.2, 0.5, 1)
        for model in range(4):
            some = np.arange(each) % 4 == model
            blooms.append(
                f.many(
                    models[model],
                    tips[some],
                    ways[some],
                    f.heading(0),
                    sizes[some],
                    dice.uniform(-0.1, 0.1, some.sum()),
                )
            )
        cups.append(f.many(bead(BALL, 7, 7), tips - 0.001 * ways, ways, f.UP, 0.0058 * sizes, np.zeros(each)))
    s.put("twigs", f.laid(twigs, 0.003), s.tinted(_TWIGS, 0.6))
    s.put("cups", cups, s.tinted(_TWIGS, 0.6))
    s.put("blooms", f.laid(blooms, 0.002), f.leafy(_TINY, 0.6, 0.3, mottle=0.05))


def _rosette(rng: Rng) -> s.Patch:
    """A tiny double bloom that looks to +y."""
    made = list[s.Patch]()
    for count, long, pitch in ((6, 0.0105, 0.15), (6, 0.009, 0.7), (4, 0.0075, 1.2)):
        cut = c.Cut(
            long,
            c.form(0.36 * long, 0.3, 0.7, 0.45),
            (pitch + 0.2, pitch - 0.2),
            (0.5, 0.3),
            0.05,
            4,
            veins=0.05,
            grid=(5, 4),
        )
        made += c.ring(rng, cut, lambda t, u: 0.1 + 0.8 * t + 0 * u, count, 0.0005, 0.2, rng.uniform(0, 2))
    return s.turned(f.joined(made), (-math.pi / 2, 0, 0))


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"carnations": _carnations, "baby's breath": _babys_breath}
