"""Herbs with small leaves: rosemary, thyme."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.palette import Rng

_NEEDLE: Stops = [
    (0.0, (206, 212, 178)), (0.2, (160, 178, 124)), (0.45, (112, 140, 88)), (0.75, (80, 112, 70)),
    (1.0, (56, 84, 54)),
]  # fmt: skip
_TWIG: Stops = [(0.0, (96, 74, 54)), (0.5, (138, 112, 82)), (1.0, (150, 158, 110))]
_THYME: Stops = [
    (0.0, (190, 200, 140)), (0.3, (128, 152, 88)), (0.6, (88, 118, 62)), (1.0, (56, 84, 46)),
]  # fmt: skip


def stalk(x: float, y: float, turn: float, long: float, sway: float, rise: float) -> s.Floats:
    """A lying stem about (x, y), its tip `rise` high; `sway` aside, in parts of its length."""
    t = np.linspace(0, 1, 50)[:, None]
    aside = sway * long * np.sin(math.pi * t * 1.1) * f.heading(turn + math.pi / 2)
    return np.asarray(
        np.array([x, y, 0.008]) + (t - 0.5) * long * f.heading(turn) + aside + rise * t**1.6 * f.UP
    )


def _needle(rng: Rng, long: float) -> s.Patch:
    """A rosemary leaf along y: a furrow above, its edges rolled under, pale beneath."""
    t, u = np.linspace(0, 1, 10)[:, None], np.linspace(-1, 1, 9)[None, :]
    half = 0.05 * long * np.clip(np.sin(math.pi * np.clip(0.1 + 0.9 * t, 0, 1) ** 0.6), 0, 1) ** 0.45
    arc = 2.2 * u
    x, z = half * np.sin(arc) * 1.05, half * (np.cos(arc) - 1) * 0.8
    z = z - 0.5 * half * np.exp(-((u / 0.2) ** 2)) + long * rng.uniform(-0.12, 0.3) * t**2
    x = x + long * rng.uniform(-0.08, 0.08) * t**2
    shade = 0.62 - 0.25 * np.exp(-((u / 0.16) ** 2)) - 0.6 * np.clip(np.abs(u) - 0.72, 0, 1) / 0.28
    return s.sheet(np.stack([x, long * t + 0 * u, z], 2), np.clip(shade - 0.1 * t**6, 0, 1))


def _nodes(path: s.Floats, apart: float) -> Iterator[tuple[float, s.Floats, s.Floats, s.Floats, s.Floats]]:
    """Where leaves grow from a shoot: the part of it below, the place, its direction and two across that."""
    count = round(float(np.linalg.norm(np.diff(path, axis=0), axis=1).sum()) / apart)
    for k in range(count):
        part = (k + 1) / count
        at, way = f.along(path, min(0.1 + 0.9 * part, 0.9995))
        a = np.cross(way, f.UP)
        a = a / np.linalg.norm(a)
        yield part, at, way, a, np.cross(a, way)


def _sprig(rng: Rng, path: s.Floats) -> tuple[list[s.Patch], s.Patch]:
    """A shoot of rosemary: crossed pairs, close and steep at its tip -> needles, stem."""
    dice = dice_of(rng)
    shapes = [_needle(rng, 1.0) for _ in range(9)]
    needles = list[s.Patch]()
    for k, (part, at, way, a, b) in enumerate(_nodes(path, 0.0088)):
        young = max(0.0, (part - 0.8) / 0.2)
        size = 0.072 * (0.72 + 0.28 * math.sin(math.pi * min(part, 0.8))) * (1 - 0.55 * young)
        for half in range(2 if part < 0.85 else 3):
            turn = k * math.pi / 2 + half * math.pi + dice.normal(0, 0.35)
            out = math.cos(turn) * a + math.sin(turn) * b
            steep = 0.75 + 0.35 * part + 0.35 * young + dice.normal(0, 0.13)
            to = math.cos(steep) * out + math.sin(steep) * way
            one = shapes[dice.integers(len(shapes))]
            one = s.Patch(one.points * (size * dice.uniform(0.8, 1.12)), one.faces, one.shade)
            tone = dice.normal(0, 0.09) - 0.22 * young
            needles.append(f.grown(one, at + 0.003 * out, to, way + 0.3 * out, tone))
    return needles, s.tube(path, np.linspace(0.0058, 0.0022, len(path)), 0.4, 10)


def _rosemary(it: Corner) -> list[str]:
    """Three sprigs across each other; a pair of short ones."""
    green = f.leafy(_NEEDLE, 0.5, 0.06, mottle=0.25)
    bark = s.tinted(_TWIG, 0.8, relief=0.002, grain=110)
    for sprigs, radius in (
        (((0.0, -0.06, 0.12, 0.5, 0.1, 0.03), (0.0, 0.05, 0.5, 0.46, -0.12, 0.07),
          (0.03, 0.0, -0.2, 0.42, 0.12, 0.09)), 0.28),
        (((0.0, 0.02, 0.3, 0.34, 0.08, 0.05), (0.03, -0.05, -0.15, 0.28, -0.08, 0.03)), 0.2),
    ):  # fmt: skip
        x, y = it.spot(radius)
        needles, stems = list[s.Patch](), list[s.Patch]()
        for dx, dy, turn, long, sway, rise in sprigs:
            made, stem = _sprig(it.rng, stalk(x + dx, y + dy, turn, long, sway, rise) + 0.012 * f.UP)
            needles += made
            stems.append(stem)
        s.put("needles", f.laid(needles, 0.008), green)
        s.put("stems", f.laid(stems, 0.004), bark)
    return ["rosemary"]


def _thyme_shoot(rng: Rng, path: s.Floats, thick: float) -> tuple[list[s.Patch], list[s.Patch]]:
    """A thin stem with pairs of leaves, smaller ones in their axils -> leaves, stems."""
    dice = dice_of(rng)
    shapes = [
        f.lamina(rng, 1.0, f.outline(9, 0.25, 0.9, 0.7), fold=-0.3, bend=0.15, wave=0.05, veins=0, columns=5)
        for _ in range(6)
    ]
    leaves = list[s.Patch]()
    for k, (part, at, way, a, b) in enumerate(_nodes(path, 0.0135)):
        size = 0.021 * (1 - 0.45 * part**3)
        for half in range(2):
            for small in range(4):
                turn = k * math.pi / 2 + half * math.pi + dice.normal(0, 0.2 + 0.35 * small)
                out = math.cos(turn) * a + math.sin(turn) * b
                steep = 0.25 + 0.2 * small + 0.7 * part**4 + dice.normal(0, 0.2)
                to = math.cos(steep) * out + math.sin(steep) * way
                one = shapes[dice.integers(len(shapes))]
                big = size * dice.uniform(0.85, 1.15) * (1 - 0.19 * small)
                one = s.Patch(one.points * big, one.faces, one.shade)
                tone = dice.normal(0, 0.09) - 0.08 * small - 0.15 * part**4
                leaves.append(f.grown(one, at + 0.002 * out, to, way + 0.5 * f.UP + 0.2 * out, tone))
    return leaves, [s.tube(path, np.linspace(thick, 0.4 * thick, len(path)), 0.5, 8)]


def _thyme_sprig(rng: Rng, path: s.Floats) -> tuple[list[s.Patch], list[s.Patch]]:
    """A shoot with two or three branches."""
    leaves, stems = _thyme_shoot(rng, path, 0.003)
    long = float(np.linalg.norm(path[-1] - path[0]))
    side = rng.choice([-1.0, 1.0])
    for part in (0.3, 0.5, 0.68):
        at, way = f.along(path, part + rng.uniform(-0.06, 0.06))
        side = -side
        to = way + side * rng.uniform(0.5, 0.8) * np.cross(f.UP, way) + rng.uniform(0.05, 0.35) * f.UP
        reach = long * (0.75 - 0.7 * part) * rng.uniform(0.8, 1.1)
        branch = s.bow(at, 0.5 * reach * to, at + reach * (0.75 * to / np.linalg.norm(to) + 0.35 * way), 24)
        more = _thyme_shoot(rng, branch, 0.0022)
        leaves, stems = leaves + more[0], stems + more[1]
    return leaves, stems


def _thyme(it: Corner) -> list[str]:
    """A loose handful of sprigs; three."""
    green = f.leafy(_THYME, 0.5, 0.12, under=(150, 162, 118), mottle=0.2)
    bark = s.tinted([(0.0, (112, 78, 58)), (1.0, (142, 108, 80))], 0.8, relief=0.001, grain=110)
    for count, long, radius in ((6, 0.4, 0.25), (3, 0.3, 0.2)):
        x, y = it.spot(radius)
        leaves, stems = list[s.Patch](), list[s.Patch]()
        for k in range(count):
            part = k / (count - 1) - 0.5
            place = x + it.rng.uniform(-0.02, 0.02), y + 0.16 * part
            turn, big = 0.25 + 0.5 * part + it.rng.uniform(-0.15, 0.15), long * it.rng.uniform(0.85, 1.1)
            path = stalk(*place, turn, big, it.rng.uniform(-0.09, 0.09), it.rng.uniform(0.02, 0.07))
            made = _thyme_sprig(it.rng, path + (0.006 + 0.006 * k) * f.UP)
            leaves, stems = leaves + made[0], stems + made[1]
        s.put("leaves", f.laid(leaves, 0.006), green)
        s.put("stems", f.laid(stems, 0.004), bark)
    return ["thyme"]


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"rosemary": _rosemary, "thyme": _thyme}
