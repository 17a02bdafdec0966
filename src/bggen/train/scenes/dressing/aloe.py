"""Aloe vera: a rosette, and cut leaves with their clear gel."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.relief import cloud
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material, Shader

_GREEN: Stops = [
    (0.0, (226, 226, 178)), (0.15, (186, 202, 142)), (0.3, (132, 166, 104)), (0.6, (92, 136, 80)),
    (1.0, (60, 104, 62)),
]  # fmt: skip
_GEL: Stops = [
    (0.0, (66, 112, 48)), (0.14, (140, 176, 84)), (0.35, (190, 212, 132)), (0.7, (208, 222, 156)),
    (1.0, (228, 236, 188)),
]  # fmt: skip

Stuffs = tuple[Material, Material]


def _stuffs() -> Stuffs:
    """Waxy skin; wet gel that light wanders in, green at its rim."""
    gel = Shader("gel", rough=0.08)
    shade = s.shade_of(gel)
    gel.feed("Base Color", gel.ramp(shade, _GEL))
    for name, value in (("IOR", 1.34), ("Subsurface Weight", 0.8), ("Subsurface Scale", 0.06),
                        ("Coat Weight", 1.0), ("Coat Roughness", 0.03)):  # fmt: skip
        gel.set(name, value)
    gel.set("Subsurface Radius", (0.5, 0.6, 0.3))
    gel.bump(gel.noise(gel.place(), 70, 3, 0.5).outputs[0], 0.5, 0.003)
    return skin(_GREEN, 0.42, tone=(26, 0.1), relief=(120, 0.0008), under=0.12, coat=0.08), gel.material


def _section(turns: s.Floats, hollow: float) -> tuple[s.Floats, s.Floats]:
    """A leaf's outline across, from -1 to 1: round below, `hollow` above -> x, z."""
    c, q = np.cos(turns), np.sin(turns)
    x = np.sign(c) * np.abs(c) ** 0.85
    lower = -0.62 * np.abs(q) ** 0.9
    upper = 0.2 * np.abs(q) - 0.28 * hollow * np.abs(q) ** 2
    return x, np.where(q < 0, lower, upper)


def leaf(
    dice: np.random.Generator, long: float, half: float, low: float = 0.0, high: float = 1.0, *, curl: float
) -> tuple[list[s.Patch], list[s.Patch]]:
    """A leaf along y, of it the part from `low` to `high` -> its skin and teeth, its cut faces."""
    t = np.linspace(low, high, 110)[:, None]
    turns = np.arange(72) * 2 * math.pi / 72
    wide = half * (1 - t**1.35) ** 0.85 * (1 + 0.12 * np.exp(-t / 0.08)) + 0.0012
    thick = half * (0.95 - 0.25 * t) * (1 - t**2) ** 0.7 + 0.0012
    x, z = _section(turns, 1.0)
    hollow = 1 + 0.0 * t
    lift = curl * long * t**2 * (1 - 0.35 * t)
    grid = np.stack([wide * x, long * t + 0 * x, thick * z * hollow + lift], 2)
    size = grid.shape[:2]
    fleck = cloud(dice, grid * np.array([1.0, 0.42, 1.0]), 95.0)
    fleck = np.clip((fleck - 0.76) / 0.1, 0, 1) * np.clip(1.25 - t * 1.2, 0, 1)
    shade = 0.58 + 0.28 * (mottle(dice, size, (5, 6)) - 0.5) + 0.12 * t - 0.34 * fleck
    shade = shade + 0.12 * (mottle(dice, size, (3, 40)) - 0.5) - 0.22 * np.abs(np.cos(turns)) ** 30
    parts, faces = [s.sheet(grid, np.clip(shade, 0, 1), around=True)], list[s.Patch]()
    spine = np.linspace(0, 1, 7)[:, None]
    for side in (-1.0, 1.0):
        at = low + 0.02
        while at < min(high, 0.965):
            k = (at - low) / (high - low) * (len(t) - 1)
            w = float(np.interp(k, np.arange(len(t)), wide[:, 0]))
            up = curl * long * at**2 * (1 - 0.35 * at)
            root = np.array([side * w * 0.97, long * at, up])
            tooth = 0.13 * half * (1 - 0.5 * at)
            path = root + spine * np.array([side * tooth, 0, 0]) + spine**2 * np.array([0, 0.9 * tooth, 0])
            parts.append(s.tube(path, 0.42 * tooth * (1 - spine[:, 0]) + 0.0002, 0.12, 8))
            at += 0.045 * dice.uniform(0.8, 1.2) * (1 - 0.3 * at)
    for end, inward in ((0, 1.0), (-1, -1.0)):
        if (end == 0 and low > 0) or (end == -1 and high < 1):
            faces.append(_cut(dice, grid[end], inward * long))
    return parts, faces


def _cut(dice: np.random.Generator, rim: s.Floats, inward: float) -> s.Patch:
    """The gel across a leaf, bulging a little out of it."""
    middle = rim.mean(0)
    out = np.concatenate([np.linspace(0.0, 0.84, 20), np.linspace(0.88, 1.0, 8)])[:, None, None]
    grid = middle + out * (rim - middle)
    wet = mottle(dice, grid.shape[:2], (6, 9))
    bulge = 0.006 * (1 - out[..., 0] ** 4) * (0.7 + 0.6 * wet)
    grid[..., 1] -= math.copysign(1.0, inward) * bulge
    shade = 0.62 + 0.35 * wet - 0.62 * np.clip((out[..., 0] - 0.9) / 0.1, 0, 1)
    if inward < 0:
        grid, shade = grid[::-1], shade[::-1]
    return s.sheet(grid, np.clip(shade, 0, 1), around=True)


def _lay(
    dice: np.random.Generator,
    at: tuple[float, float],
    turn: g.Point,
    stuffs: Stuffs,
    part: tuple[float, float],
    half: float = 0.062,
    long: float = 0.5,
) -> None:
    """Some of a leaf, lying."""
    body, faces = leaf(dice, long, half, *part, curl=0.04)
    middle = np.array([0.0, -long * sum(part) / 2, 0.0])
    parts = [s.turned(one, (0, 0, 0), (0.0, float(middle[1]), 0.0)) for one in (*body, *faces)]
    parts = rest(parts, turn, *at, 1.0)
    s.put("aloe", parts[: len(body)], stuffs[0])
    s.put("gel", parts[len(body) :], stuffs[1])


def _rosette(dice: np.random.Generator, x: float, y: float, stuffs: Stuffs) -> None:
    """Leaves about a middle, the lower the longer and the more they lean out."""
    parts = list[s.Patch]()
    for k in range(18):
        part = k / 17
        long = (0.3 - 0.1 * part) * dice.uniform(0.92, 1.06)
        body, _ = leaf(dice, long, 0.038 - 0.01 * part, curl=dice.uniform(0.05, 0.22) * (1 - part))
        turn = 2.39996 * k + dice.normal(0, 0.1)
        rise = 0.28 + 1.0 * part**0.8 + dice.normal(0, 0.05)
        foot = np.array([0.0, 0.0, 0.03 + 0.03 * part]) + 0.016 * (1 - part) * f.heading(turn)
        way = f.heading(turn, rise)
        face = f.UP - 0.6 * f.heading(turn)
        parts.append(f.grown(f.joined(body), foot, way, face, dice.normal(0, 0.05) - 0.12 * part))
    for turn in (0.4, 2.5, 4.6):  # its heart, still closed
        young = f.joined(leaf(dice, 0.12, 0.017, curl=0.25)[0])
        face = f.UP - f.heading(turn)
        parts.append(f.grown(young, np.array([0.0, 0.0, 0.04]), f.heading(turn, 1.4), face, -0.2))
    s.put("aloe", f.laid(f.settled(parts, (x, y))), stuffs[0])


def _aloe(it: Corner) -> list[str]:
    """A rosette with two cut pieces; a leaf and pieces cut from it."""
    dice, stuffs, tilt = dice_of(it.rng), _stuffs(), -1.45 if it.flat_lay else -0.75
    x, y = it.spot(0.3)
    side = math.copysign(1.0, x)
    _rosette(dice, x - 0.02 * side, y + 0.1, stuffs)
    _lay(dice, (x + 0.12 * side, y - 0.12), (tilt * 0.35, 0, 0.45 * side), stuffs, (0.12, 0.36), 0.062, 0.46)
    _lay(dice, (x - 0.12 * side, y - 0.14), (tilt, 0, 0.25 * side), stuffs, (0.2, 0.28), 0.07, 0.5)
    _lay(dice, (x - 0.0 * side, y - 0.2), (tilt - 0.15, 0, -0.2 * side), stuffs, (0.3, 0.36), 0.066, 0.5)
    x, y = it.spot(0.26)
    side = math.copysign(1.0, x)
    _lay(dice, (x, y + 0.1), (0, 0, -1.3 * side), stuffs, (0.1, 1.0), 0.062, 0.52)
    _lay(dice, (x - 0.13 * side, y - 0.06), (tilt * 0.35, 0, -0.35 * side), stuffs, (0.15, 0.36), 0.064, 0.5)
    _lay(dice, (x + 0.03 * side, y - 0.08), (tilt, 0, 0.2 * side), stuffs, (0.2, 0.28), 0.07, 0.5)
    _lay(dice, (x + 0.17 * side, y - 0.04), (tilt - 0.1, 0, 0.4 * side), stuffs, (0.3, 0.37), 0.068, 0.5)
    return ["aloe vera"]


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"aloe vera": _aloe}
