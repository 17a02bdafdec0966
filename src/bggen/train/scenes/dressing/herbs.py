"""Herbs with broad leaves in crossed pairs: mint, basil."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng

_MINT: Stops = [
    (0.0, (186, 214, 120)), (0.25, (136, 184, 74)), (0.5, (90, 152, 56)), (0.75, (56, 118, 42)),
    (1.0, (32, 82, 32)),
]  # fmt: skip
_BASIL: Stops = [
    (0.0, (198, 218, 122)), (0.25, (146, 190, 60)), (0.5, (102, 160, 40)), (0.75, (66, 124, 30)),
    (1.0, (38, 88, 24)),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Herb:
    """How its leaves are made: half width and more in parts of their length."""

    half: float
    tip: float  # the lower, the nearer to its tip it is widest
    power: float
    saw: int  # teeth along an edge
    veins: int
    puff: float  # how far it rises between veins
    fold: float
    bend: float


MINT = Herb(0.31, 0.72, 0.7, 13, 6, 0.12, 0.15, 0.25)
BASIL = Herb(0.37, 0.78, 0.62, 0, 4, 0.15, -0.42, 0.32)


def leaf(rng: Rng, long: float, herb: Herb) -> s.Patch:
    """A leaf along y, puckered between its veins, its teeth towards its tip; no two alike."""
    rows, columns = max(100, herb.saw * 10), 45
    t, u = np.linspace(0, 1, rows)[:, None], np.linspace(-1, 1, columns)[None, :]
    wide = f.outline(rows, herb.half, herb.tip, herb.power)[:, None]
    side, shift = np.sign(u), rng.uniform(0, 6)
    wide = wide * (1 + 0.04 * np.sin(8 * t + shift * side))
    tooth = (t * herb.saw + 0.3 * side) % 1.0 if herb.saw else 0 * t
    rim = u**6
    x = u * wide * (1 - 0.1 * rim * (1 - tooth**0.8) * (herb.saw > 0))
    y = t + 0.012 * rim * tooth - 0.3 * herb.half * np.abs(u) ** 1.5 * wide * 0.3 * (t < 0.5) * (0.5 - t)
    lean = (t - 0.6 * np.abs(x) - 0.5 * x**2 + 0.04 * side) * herb.veins / (1 - 0.25 * t)
    lean = lean + 0.16 * np.sin(5 * lean + shift + 2 * side)
    ridge = np.abs(lean % 1.0 - 0.5) * 2  # 1 on a vein
    cross = np.abs((np.abs(x) * 17 + 0.8 * np.sin(lean * 6.28) + shift) % 1.0 - 0.5) * 2
    fade = np.clip(1.1 - np.abs(u), 0, 1) ** 0.6
    line = np.clip((ridge - 0.8) / 0.2, 0, 1) * fade
    small = np.clip((cross - 0.7) / 0.3, 0, 1) * fade * (1 - line)
    middle = np.clip(1 - np.abs(x) / (0.022 * (1.2 - t)), 0, 1)
    cell = np.clip(1 - ridge**2.4, 0, 1) * np.clip(np.abs(x) / 0.05, 0, 1) * fade
    z = -herb.bend * t**2 + herb.fold * np.abs(u) ** 1.4 * wide
    z = z + herb.puff * (cell * (1 - 0.3 * small) - 0.2 * line - 0.6 * middle) * wide
    z = z + 0.1 * herb.half * u**2 * np.sin(7 * t + shift + 2 * side) * np.sqrt(t)
    x = x + rng.uniform(-0.08, 0.08) * t**2
    shade = 0.55 + 0.14 * cell - 0.24 * line - 0.16 * small - 0.4 * middle * (1 - 0.5 * t) + 0.06 * rim
    return s.sheet(long * np.stack([x, y, z + 0 * x], 2), np.clip(shade + rng.uniform(-0.06, 0.06), 0, 1))


def top(
    rng: Rng, herb: Herb, at: s.Floats, n: s.Floats, long: float, pairs: int, foot: s.Floats
) -> tuple[list[s.Patch], list[s.Patch]]:
    """The end of a shoot that looks to `n`, its stalk from `foot` -> leaves, stems.

    `long`: of its lowest leaves.
    """
    n = n / np.linalg.norm(n)
    a = np.cross(n, np.array([0.2, 0.9, 0.4]))
    a = a / np.linalg.norm(a)
    b, first = np.cross(n, a), rng.uniform(0.4, 0.9)
    leaves, high = list[s.Patch](), 0.0
    sway = 0.6 * long * np.cross(n, at - foot) - 0.2 * long * n
    stems = [s.tube(s.bow(foot, 0.5 * (at - foot) + sway, at, 30), 0.0052, 0.3, 10)]
    tip = at + 0.55 * long * n
    stems.append(s.tube(np.linspace(at, tip, 12), np.linspace(0.005, 0.003, 12), 0.3, 10))
    for k in range(pairs):
        part = k / (pairs - 1)
        size = long * (1 - 0.84 * part**1.1)
        high = 0.55 * long * (1 - (1 - part) ** 1.7)
        for half in (0.0, math.pi):
            turn = first + k * math.pi / 2 + half + rng.uniform(-0.2, 0.2)
            out = math.cos(turn) * a + math.sin(turn) * b
            rise = 0.12 + 1.05 * part**1.4 + rng.uniform(-0.12, 0.12)
            way = math.cos(rise) * out + math.sin(rise) * n
            spot = at + high * n + 0.004 * out
            stalk = 0.1 * size
            made = leaf(rng, size * rng.uniform(0.93, 1.07), herb)
            tone = rng.uniform(-0.06, 0.06) - 0.3 * part
            leaves.append(f.grown(made, spot + stalk * way, way, n - 0.3 * part * out, tone))
            stems.append(s.tube(np.linspace(spot, spot + (stalk + 0.02 * size) * way, 5), 0.0022, 0.1, 6))
    return leaves, stems


def _group(
    it: Corner,
    herb: Herb,
    stuffs: tuple[Material, Material],
    tops: list[tuple[float, float, float, float, int]],
    loose: list[tuple[float, float, float, float]],
    at: tuple[float, float],
) -> None:
    """Tops (dx, dy, the way their stalk lies, leaf, pairs) and loose leaves (dx, dy, turn, length)."""
    rng, lean = it.rng, 0.15 if it.flat_lay else 0.85
    leaves, stems = list[s.Patch](), list[s.Patch]()
    for dx, dy, turn, long, pairs in tops:
        n = f.UP + lean * np.array([-0.3 * math.cos(turn), -1.0, 0.0]) - 0.35 * f.heading(turn)
        middle = np.array([0.0, 0.0, 0.3 * long])
        foot = np.array([0.0, 0.0, 0.006]) + 1.25 * long * f.heading(turn)
        place = (at[0] + dx, at[1] + dy, 0.0)
        for into, parts in zip((leaves, stems), top(rng, herb, middle, n, long, pairs, foot), strict=True):
            into += f.laid([s.turned(one, (0, 0, 0), place) for one in parts], 0.008)
    for dx, dy, turn, long in loose:
        face = f.UP + (0.1 if it.flat_lay else 0.35) * np.array([rng.uniform(-0.6, 0.6), -1.0, 0.0])
        made = f.grown(leaf(rng, long, herb), -0.5 * long * f.heading(turn), f.heading(turn, 0.12), face)
        stalk = np.linspace(-0.62 * long * f.heading(turn), -0.47 * long * f.heading(turn), 5)
        made = f.joined([made, s.tube(stalk, 0.0022, 0.1, 6)])
        leaves += f.settled([made], (at[0] + dx, at[1] + dy))
    s.put("leaves", leaves, stuffs[0])
    if stems:
        s.put("stems", stems, stuffs[1])


def _mint(it: Corner) -> list[str]:
    """Two tops and a leaf; a small top and two leaves."""
    green = f.leafy(_MINT, 0.44, 0.16, under=(150, 184, 112), mottle=0.22)
    stem = s.tinted([(0.0, (140, 168, 84)), (1.0, (122, 116, 76))], 0.5, relief=0.0006)
    x, y = it.spot(0.26)
    tops = [(-0.09, -0.02, 2.8, 0.155, 6), (0.11, 0.07, 0.6, 0.14, 6)]
    _group(it, MINT, (green, stem), tops, [(0.1, -0.12, 0.5, 0.14)], (x, y))
    x, y = it.spot(0.17)
    _group(it, MINT, (green, stem), [(-0.03, 0.03, 2.6, 0.125, 5)], [(0.1, -0.06, -0.5, 0.125)], (x, y))
    return ["mint leaves"]


def _basil(it: Corner) -> list[str]:
    """Two tops and a leaf; a small top and a leaf."""
    green = f.leafy(_BASIL, 0.3, 0.16, under=(146, 180, 96), mottle=0.18)
    stem = s.tinted([(0.0, (150, 178, 88)), (1.0, (130, 160, 70))], 0.45, relief=0.0004)
    x, y = it.spot(0.26)
    tops = [(-0.09, -0.02, 2.8, 0.165, 5), (0.12, 0.07, 0.6, 0.15, 5)]
    _group(it, BASIL, (green, stem), tops, [(0.1, -0.13, 0.4, 0.13)], (x, y))
    x, y = it.spot(0.17)
    _group(it, BASIL, (green, stem), [(-0.02, 0.03, 2.6, 0.135, 5)], [(0.11, -0.07, -0.6, 0.11)], (x, y))
    return ["basil"]


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"mint leaves": _mint, "basil": _basil}
