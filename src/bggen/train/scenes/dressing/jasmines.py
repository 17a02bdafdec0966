"""Small white stars among leaves, large red ones: jasmine, poinsettias."""

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

_LEAF: Stops = [(0.0, (128, 160, 76)), (0.35, (52, 100, 42)), (0.7, (34, 78, 34)), (1.0, (26, 62, 28))]
_JASMINE: Stops = [
    (0.0, (214, 222, 150)),
    (0.12, (244, 244, 226)),
    (0.4, (252, 251, 247)),
    (1.0, (253, 252, 250)),
]
_JASMINE_BACK: Stops = [(0.0, (226, 170, 186)), (0.5, (246, 226, 230)), (1.0, (250, 244, 244))]
_BRACT: Stops = [(0.0, (232, 60, 50)), (0.3, (196, 8, 20)), (0.7, (178, 2, 16)), (1.0, (140, 0, 12))]
_CUPS: Stops = [(0.0, (110, 140, 50)), (0.55, (168, 180, 60)), (0.75, (240, 196, 30)), (1.0, (206, 30, 24))]


def _jasmine(it: Corner) -> list[str]:
    """A sprig with blooms, buds and leaves; a short one with two loose blooms."""
    for long, loose in ((0.6, 0), (0.3, 3)):
        x, y = it.spot(0.34 if not loose else 0.2)
        foot = np.array([x - 0.5 * long, y - 0.03, 0.008])
        rise = 0.03 if it.flat_lay else 0.08
        stem = s.bow(foot, np.array([0.5 * long, 0.06, 2 * rise]), foot + c.v(long, 0.07, 0.3 * rise), 50)
        greens, leaves, petals = (
            [*c.stalks([stem], 0.0036, 0.5, 0.2)],
            *(list[s.Patch]() for _ in range(2)),
        )
        knots = round(long / 0.085)
        for k in range(knots + 1):
            at, way = f.along(stem, min(0.1 + 0.9 * k / knots, 0.999))
            for side in (-1.0, 1.0):
                to = 0.6 * way + side * np.cross(f.UP, way) + it.rng.uniform(0.1, 0.5) * f.UP
                leaves += _pinnate(it.rng, at, to, greens)
            for _ in range(0 if k == 0 else it.rng.randint(2, 3) + 2 * (k == knots)):
                out = np.array([it.rng.gauss(0, 0.7), it.rng.gauss(-0.5, 0.6), 0.9]) + 0.7 * way * (
                    k == knots
                )
                _jasmine_bloom(it, at, out, petals, greens, it.rng.chance(0.3))
        for dx, dy in ((-0.1, -0.1), (0.03, -0.12), (0.11, -0.09))[:loose]:
            out = np.array([3 * dx + it.rng.uniform(-0.3, 0.3), -0.8, 0.4 if not it.flat_lay else 0.7])
            _jasmine_bloom(it, np.array([x + dx, y + dy, 0.003]), out, petals, greens, False)
        s.put("leaves", f.laid(leaves, 0.004), f.leafy(_LEAF, 0.32, 0.12, under=(110, 140, 84)))
        s.put(
            "stems",
            f.laid(greens, 0.003),
            s.tinted([(0.0, (80, 104, 52)), (0.5, (120, 150, 80)), (1.0, (206, 140, 150))], 0.55),
        )
        s.put("jasmine", f.laid(petals, 0.003), c.faced(_JASMINE, _JASMINE_BACK, 0.5, 0.28, 0.04))
    return ["jasmine flowers"]


def _pinnate(rng: Rng, at: s.Floats, to: s.Floats, greens: list[s.Patch]) -> list[s.Patch]:
    """A leaf of seven leaflets, the last the longest."""
    to = to / np.linalg.norm(to)
    end = at + 0.085 * to + c.v(0, 0, -0.012)
    rib = s.bow(at, 0.045 * to, end, 16)
    greens.append(s.tube(rib, np.linspace(0.0016, 0.0009, 16), 0.2, 6))
    made = list[s.Patch]()
    for part, sides in ((0.4, (-1, 1)), (0.62, (-1, 1)), (0.84, (-1, 1)), (0.999, (0,))):
        foot, way = f.along(rib, part)
        for side in sides:
            long = rng.uniform(0.04, 0.05) if side else rng.uniform(0.062, 0.075)
            leaf = c.leaf(
                rng, long, f.outline(29, 0.2 * long, 0.75, 0.8), bend=0.2, wave=0.1, veins=6, columns=11
            )
            aside = side * np.cross(f.UP, way)
            made.append(
                f.grown(
                    leaf,
                    foot,
                    0.7 * way + 0.9 * aside + 0.1 * f.UP,
                    f.UP + c.v(0, -0.3, 0),
                    rng.uniform(-0.1, 0.1),
                )
            )
    return made


def _jasmine_bloom(
    it: Corner, at: s.Floats, out: s.Floats, petals: list[s.Patch], greens: list[s.Patch], closed: bool
) -> None:
    """Five petals on a slender tube from `at`, or a pink bud."""
    out = out / np.linalg.norm(out)
    tip = at + it.rng.uniform(0.045, 0.065) * out
    greens.append(s.tube(s.bow(at, 0.02 * out, at + 0.4 * (tip - at), 6), 0.0011, 0.3, 6))
    if closed:
        profile = [(0.001, 0.0), (0.05, 0.02), (0.045, 0.5), (0.1, 0.72), (0.07, 0.92), (0.001, 1.0)]
        bud = f.many(
            bead(profile, 12, 16),
            (at + 0.2 * (tip - at))[None],
            out[None],
            f.UP,
            np.array([0.055]),
            np.zeros(1),
        )
        greens.append(s.Patch(bud.points, bud.faces, 0.75 + 0.25 * bud.shade))
        return
    greens.append(s.tube(np.linspace(at + 0.35 * (tip - at), tip, 6), np.linspace(0.0014, 0.0022, 6), 0.9, 8))
    cut = c.Cut(
        it.rng.uniform(0.032, 0.038), c.form(0.0115, 0.3, 0.5, 0.75), (0.5, 0.1, -0.25), (0.4, 0.2),
        0.012, 4, veins=0.05,
        grid=(20, 13),
    )  # fmt: skip
    made = c.ring(it.rng, cut, lambda t, u: 0.05 + 0.8 * t**0.5 + 0 * u, 5, 0.001, 0.12, it.rng.uniform(0, 1))
    n = out + (0.2 if it.flat_lay else 0.5) * np.array([0, -1.0, 0]) + 0.5 * f.UP
    petals += c.posed(made, tip, n)


def _poinsettia(it: Corner) -> list[str]:
    """A star of red bracts on its leaves; a smaller one."""
    for r in (0.27, 0.2):
        x, y = it.spot(r + 0.03)
        n = f.UP + (0.0 if it.flat_lay else 0.45) * np.array([0.1, -1.0, 0.0])
        at = np.array([x, y, 0.06 if not it.flat_lay else 0.035])
        red, green = list[s.Patch](), list[s.Patch]()
        for row, (count, size, rise) in enumerate(
            ((5, 1.0, 0.08), (6, 0.86, 0.22), (6, 0.62, 0.45), (5, 0.4, 0.75))
        ):
            for k in range(count):
                turn = 2 * math.pi * (k + 0.5 * row + it.rng.uniform(-0.12, 0.12)) / count
                red.append(
                    s.turned(
                        _bract(it.rng, size * r * it.rng.uniform(0.9, 1.06)),
                        (rise + it.rng.uniform(-0.1, 0.1), 0, turn),
                        (0, 0, 0.008 * row),
                    )
                )
        for k in range(6):
            leaf = _bract(it.rng, 1.02 * r * it.rng.uniform(0.9, 1.05))
            green.append(
                s.turned(leaf, (it.rng.uniform(-0.12, 0.02), 0, 2 * math.pi * (k + 0.45) / 6), (0, 0, -0.014))
            )
        s.put("bracts", f.laid(c.posed(red, at, n), 0.006), f.leafy(_BRACT, 0.5, 0.25, mottle=0.2))
        s.put("leaves", f.laid(c.posed(green, at, n), 0.006), f.leafy(_LEAF, 0.42, 0.12))
        s.put("cups", c.posed(_cyathia(it.rng), at + 0.012 * f.UP, n, size=1.35), s.tinted(_CUPS, 0.5))
    return ["red poinsettia"]


def _bract(rng: Rng, long: float) -> s.Patch:
    """A pointed leaf with a few shallow lobes, along +y from a short foot."""
    t = np.linspace(0, 1, 61)
    wide = (
        0.27
        * long
        * np.sin(math.pi * t**0.72) ** 0.95
        * (1 + 0.07 * np.sin(16 * t + rng.uniform(0, 2)) * (t > 0.2))
    )
    leaf = c.leaf(
        rng,
        long,
        np.maximum(wide, 0.0),
        fold=0.2,
        bend=rng.uniform(0.05, 0.25),
        wave=0.16,
        veins=8,
        columns=21,
    )
    return s.turned(leaf, (0.18, 0, 0), (0, 0.06 * long, 0))


def _cyathia(rng: Rng) -> list[s.Patch]:
    """The small green-yellow cups in the middle that look to +z."""
    dice = dice_of(rng)
    cup = bead([(0.001, 0.0), (0.35, 0.1), (0.5, 0.5), (0.42, 0.85), (0.3, 0.95), (0.001, 0.98)], 16, 16)
    turn, away = 2.39996 * np.arange(11), 0.011 * np.sqrt(np.arange(11) + 0.3)
    feet = np.stack([away * np.cos(turn), away * np.sin(turn), 0.016 - 9 * away**2], 1)
    ways = feet * [8, 8, 0] + f.UP + dice.normal(0, 0.1, (11, 3))
    cups = f.many(cup, feet, ways, f.heading(0), dice.uniform(0.016, 0.022, 11), np.zeros(11))
    cups = s.Patch(cups.points, cups.faces, 0.6 * cups.shade)
    tips = feet + 0.018 * ways
    spots = np.repeat(tips, 5, 0) + dice.normal(0, 0.0032, (55, 3))
    knobs = f.many(
        bead(BALL, 7, 7),
        spots,
        np.tile(f.UP, (55, 1)),
        f.heading(0),
        dice.uniform(0.003, 0.0048, 55),
        np.zeros(55),
    )
    tone = np.repeat(np.where(dice.random(55) < 0.35, 1.0, 0.75), len(knobs.points) // 55)
    return [cups, s.Patch(knobs.points, knobs.faces, tone)]


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"jasmine": _jasmine, "poinsettia": _poinsettia}
