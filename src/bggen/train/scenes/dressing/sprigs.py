"""Twigs and fronds, cut and laid: eucalyptus, fern, olive."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng

_BLOOM: Stops = [
    (0.0, (204, 208, 176)),
    (0.3, (158, 172, 146)),
    (0.6, (122, 144, 122)),
    (1.0, (84, 110, 92)),
]
_OLIVE: Stops = [(0.0, (176, 186, 130)), (0.35, (106, 124, 78)), (0.7, (78, 98, 62)), (1.0, (58, 78, 50))]
_FERN: Stops = [(0.0, (150, 170, 80)), (0.35, (86, 138, 56)), (0.7, (54, 108, 44)), (1.0, (36, 80, 36))]


def _curve(
    x: float, y: float, turn: float, long: float, sway: float, rise: float, steps: int = 40
) -> s.Floats:
    """A lying stem about (x, y), its middle `rise` high; `sway` aside, in parts of its length."""
    t = np.linspace(0, 1, steps)[:, None]
    to, aside = f.heading(turn), f.heading(turn + math.pi / 2)
    bend = sway * long * np.sin(math.pi * t * 1.15)
    return np.asarray(
        np.array([x, y, 0.008])
        + (t - 0.5) * long * to
        + bend * aside
        + rise * np.sin(math.pi * t**0.8) * f.UP
    )


def _eucalyptus_sprigs(it: Corner) -> list[str]:
    """Silver dollars: two sprigs across each other; a long one; a short one."""
    leaf = f.leafy(_BLOOM, 0.62, 0.15, under=(176, 188, 164), mottle=0.55)
    bark = s.tinted([(0.0, (122, 88, 66)), (1.0, (156, 150, 112))], 0.6, relief=0.001, grain=90)
    x, y = it.spot(0.36)
    _sprig(it.rng, _curve(x, y - 0.06, 0.2, 0.66, 0.1, 0.05), 0.056, leaf, bark)
    _sprig(it.rng, _curve(x + 0.03, y + 0.07, 0.75, 0.52, -0.12, 0.1), 0.048, leaf, bark)
    x, y = it.spot(0.4)
    _sprig(it.rng, _curve(x, y, 0.3, 0.86, -0.1, 0.07), 0.058, leaf, bark)
    x, y = it.spot(0.2)
    _sprig(it.rng, _curve(x, y, 0.55, 0.36, 0.1, 0.04), 0.044, leaf, bark)
    return ["eucalyptus branch"]


def _sprig(rng: Rng, path: s.Floats, r: float, leaf: Material, bark: Material) -> None:
    """A stem with round leaves in crossed pairs, small ones at its tip; `r` half a large leaf's width."""
    long = float(np.linalg.norm(np.diff(path, axis=0), axis=1).sum())
    count = round(long / r)
    stems = [s.tube(path, np.linspace(0.0065, 0.002, len(path)), 0.3)]
    leaves = list[s.Patch]()
    for k in range(count):
        part = (k + 1) / count
        at, way = f.along(path, min(0.14 + 0.86 * part, 0.999))
        size = r * (1.08 - 0.75 * part**2.2)
        lift = (0.15 if k % 2 else 1.0) + rng.uniform(-0.2, 0.2)
        for side in (-1.0, 1.0):
            aside = np.cross(f.UP, way) * side * math.cos(lift) + f.UP * math.sin(lift) * (
                1 if side > 0 else 0.55
            )
            to = aside + (0.35 + 0.7 * part**2 + rng.uniform(-0.15, 0.15)) * way
            to = to / np.linalg.norm(to)
            big = size * rng.uniform(0.85, 1.1)
            wide = f.outline(37, big * 0.98, 0.95, 0.52)
            made = f.lamina(rng, 1.75 * big, wide, fold=0.14, bend=rng.uniform(-0.1, 0.2), wave=0.1, veins=6)
            face = f.UP * 0.9 - 0.45 * way + 0.5 * np.array([rng.uniform(-1, 1), rng.uniform(-1, 0.4), 0])
            foot = at + 0.14 * big * to
            leaves.append(f.grown(made, foot, to, face, rng.uniform(-0.15, 0.12) - 0.15 * part**4))
            stems.append(s.tube(np.linspace(at, foot + 0.1 * big * to, 4), 0.0014, 0.9, 6))
    s.put("leaves", f.laid(leaves), leaf)
    s.put("stem", f.laid(stems, 0.004), bark)


def _fern(it: Corner) -> list[str]:
    """Two fronds across each other; one."""
    green = f.leafy(_FERN, 0.5, 0.25, under=(120, 150, 84))
    x, y = it.spot(0.38)
    parts = _fern_frond(it.rng, _curve(x, y - 0.07, 0.15, 0.72, 0.08, 0.06))
    parts += _fern_frond(it.rng, _curve(x + 0.02, y + 0.08, 0.75, 0.58, -0.1, 0.14))
    s.put("fern", f.laid(parts), green)
    x, y = it.spot(0.3)
    s.put("fern", f.laid(_fern_frond(it.rng, _curve(x, y, 0.4, 0.56, 0.1, 0.07))), green)
    return ["fern leaves"]


def _fern_frond(rng: Rng, path: s.Floats) -> list[s.Patch]:
    """Lobed pinnae in pairs along a midrib, longest at a third of it."""
    long = float(np.linalg.norm(path[-1] - path[0]))
    parts, count = [s.tube(path, 0.0042 * np.linspace(1.2, 0.25, len(path)), 0.1, 8)], 26
    for k in range(count):
        part = k / (count - 1)
        at, way = f.along(path, min(0.16 + 0.835 * part, 0.999))
        for side in (-1.0, 1.0):
            reach = (
                0.27 * long * (1 - part) ** 0.9 * (0.62 + 0.38 * min(1.0, part * 5)) * rng.uniform(0.94, 1.05)
            )
            aside = np.cross(f.UP, way) * side
            spread = 1.25 - 0.45 * part + rng.uniform(-0.06, 0.06)
            to = math.cos(spread) * way + math.sin(spread) * aside + rng.uniform(0.1, 0.3) * f.UP
            t = np.linspace(0, 1, 96)
            lobes = 0.55 + 0.45 * np.abs(np.sin(math.pi * 13 * t)) ** 0.6
            wide = (0.011 + 0.07 * reach) * (1 - t) ** 0.6 * lobes * np.clip(t * 12, 0.3, 1)
            leaf = f.lamina(rng, reach + 0.012, wide, fold=0.2, bend=0.3, wave=0.4, veins=13, columns=9)
            parts.append(f.grown(leaf, at, to, f.UP + 0.2 * aside, rng.uniform(-0.08, 0.08)))
    return parts


def _olive_branch(it: Corner) -> list[str]:
    """A branch with its fruit; a sprig and three olives."""
    green = f.leafy(_OLIVE, 0.45, 0.1, under=(168, 178, 150))
    bark = s.tinted([(0.0, (112, 98, 80)), (1.0, (146, 150, 110))], 0.7, relief=0.001, grain=90)
    fruit = s.tinted(
        [(0.0, (60, 42, 48)), (0.3, (92, 66, 50)), (0.5, (112, 122, 52)), (1.0, (148, 158, 78))],
        0.28,
        relief=0.0004,
    )
    for paths, loose in (
        (((0.0, -0.05, 0.2, 0.66), (0.08, 0.09, 0.7, 0.4)), 0),
        (((0.0, 0.04, 0.35, 0.36),), 3),
    ):
        x, y = it.spot(0.22 + 0.14 * (loose == 0))
        for dx, dy, turn, long in paths:
            _olive_twig(
                it.rng, _curve(x + dx, y + dy, turn, long, 0.1, 0.07), 2 if loose else 4, (green, bark, fruit)
            )
        olives = list[s.Patch]()
        for k in range(loose):
            dx, dy = ((-0.06, -0.1), (0.0, -0.125), (-0.012, -0.068))[k]
            at = np.array([x + dx, y + dy, 0.025])
            olives.append(
                f.grown(_drupe(it.rng), at, f.heading(it.rng.uniform(0, 6), 0.1), f.UP, (0.2, -0.4, 0.1)[k])
            )
        if olives:
            s.put("olives", olives, fruit)
    return ["olive branch", "olives"]


def _drupe(rng: Rng) -> s.Patch:
    """An olive along y, its middle at the origin; shade about 0.6."""
    rings, turns = s.spun(
        [(0.001, -1.0), (0.45, -0.88), (0.85, -0.4), (0.9, 0.1), (0.7, 0.65), (0.3, 0.96), (0.001, 1.0)],
        28,
        30,
    )
    shade = 0.6 + 0.1 * np.sin(turns + rng.uniform(0, 6)) + 0.1 * rings[..., 2]
    return s.turned(s.sheet(rings, shade, True), (-math.pi / 2, 0, 0), (0, 0, 0), rng.uniform(0.026, 0.031))


def _olive_twig(rng: Rng, path: s.Floats, fruits: int, stuffs: tuple[Material, Material, Material]) -> None:
    """Narrow leaves in pairs, and fruit on short stalks."""
    long = float(np.linalg.norm(path[-1] - path[0]))
    count = round(long / 0.036)
    stems = [s.tube(path, np.linspace(0.0065, 0.0018, len(path)), 0.3)]
    leaves, olives = list[s.Patch](), list[s.Patch]()
    for k in range(count):
        part = (k + 1) / count
        at, way = f.along(path, min(0.12 + 0.88 * part, 0.999))
        for side in (-1.0, 1.0):
            lift = rng.uniform(-0.1, 0.9)
            aside = np.cross(f.UP, way) * side * math.cos(lift) + f.UP * math.sin(lift)
            to = aside + rng.uniform(0.7, 1.3) * way + 0.8 * part**3 * way
            size = rng.uniform(0.105, 0.135) * (1 - 0.45 * part**3)
            wide = f.outline(33, 0.1 * size, 0.95, 0.8)
            made = f.lamina(
                rng, size, wide, fold=-0.2, bend=rng.uniform(-0.1, 0.25), wave=0.1, veins=0, columns=9
            )
            face = f.UP * rng.choice([1.0, 1.0, 1.0, -0.6]) + 0.4 * aside
            leaves.append(f.grown(made, at, to, face, rng.uniform(-0.12, 0.12)))
        if k % max(1, count // (fruits + 1)) == 1 and len(olives) < fruits:
            to = np.cross(f.UP, way) * rng.choice([-1, 1]) + 0.3 * f.UP - np.array([0.0, 0.5, 0.0])
            tip = at + 0.035 * to / np.linalg.norm(to)
            stems.append(s.tube(np.linspace(at, tip, 5), 0.0018, 0.9, 6))
            olives.append(
                f.grown(_drupe(rng), tip + 0.026 * to / np.linalg.norm(to), to, f.UP, rng.uniform(-0.5, 0.3))
            )
    leaf, bark, fruit = stuffs
    s.put("leaves", f.laid(leaves, 0.005), leaf)
    s.put("stems", f.laid(stems, 0.005), bark)
    s.put("olives", f.settled(olives, (0, 0), 0.002), fruit)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {
    "eucalyptus sprigs": _eucalyptus_sprigs, "fern": _fern, "olive branch": _olive_branch,
}  # fmt: skip
