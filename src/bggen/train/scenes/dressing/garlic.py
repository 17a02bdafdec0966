"""Garlic: bulbs and cloves."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.relief import cloud
from bggen.train.scenes.matter.nodes import Material, Shader

_PAPER: Stops = [
    (0.0, (96, 56, 72)), (0.2, (152, 112, 124)), (0.42, (198, 178, 168)), (0.68, (222, 211, 194)),
    (1.0, (240, 234, 222)),
]  # fmt: skip
_ROOTS: Stops = [(0.0, (120, 92, 62)), (1.0, (190, 164, 124))]
LOBES = 9
_BULB = [
    (0.001, 0.012), (0.02, 0.006), (0.045, 0.001), (0.064, 0.008), (0.08, 0.03), (0.083, 0.05),
    (0.075, 0.073), (0.055, 0.094), (0.034, 0.108), (0.021, 0.122), (0.0155, 0.14), (0.0135, 0.16),
    (0.0145, 0.178), (0.001, 0.18),
]  # fmt: skip
_CLOVE = [
    (0.001, -0.048), (0.011, -0.0475), (0.0165, -0.044), (0.024, -0.03), (0.0285, -0.008), (0.0275, 0.012),
    (0.021, 0.031), (0.012, 0.047), (0.006, 0.058), (0.003, 0.068), (0.001, 0.072),
]  # fmt: skip


def _garlic(it: Corner) -> list[str]:
    """A bulb standing and one lying, three cloves before them."""
    dice = dice_of(it.rng)
    paper = _paper()
    roots = s.tinted(_ROOTS, 0.9)
    x, y = it.spot(0.22)
    side = math.copysign(1.0, x)
    upright, lying = (0.06, -0.05, 0.4), (1.42, 0.35, 0.75 * side)
    for at, turn in (((x - 0.05 * side, y + 0.07, 0.0), upright), ((x + 0.1 * side, y + 0.02, 0.079), lying)):
        s.put("bulb", [s.turned(part, turn, at) for part in _bulb(dice)], paper)
        s.put("roots", [s.turned(part, turn, at) for part in _roots(dice)], roots)
    for dx, dy, yaw in ((-0.1, -0.09, 0.5), (-0.02, -0.125, 2.2), (0.09, -0.135, -0.4)):
        clove = s.turned(_clove(dice), (math.pi / 2, dice.uniform(-0.5, 0.5), 0))
        low = float(clove.points[:, 2].min())
        s.put("clove", [s.turned(clove, (0, 0, yaw * side), (x + dx * side, y + dy, -low - 0.001))], paper)
    return ["garlic"]


def _paper() -> Material:
    """Dry skins, one over another, with veins along them; light wanders below."""
    shader = Shader("paper", rough=0.5)
    shader.feed("Base Color", shader.ramp(s.shade_of(shader), _PAPER))
    shader.set("Subsurface Weight", 0.25)
    shader.set("Subsurface Radius", (0.06, 0.045, 0.035))
    shader.set("Subsurface Scale", 0.2)
    shader.set("Sheen Weight", 0.12)
    shader.bump(shader.noise(shader.place(), 70, 4, 0.6).outputs[0], 0.3, 0.002)
    return shader.material


def _bulb(dice: np.random.Generator) -> list[s.Patch]:
    rows, columns = 200, 360
    rings, turns = s.spun(_BULB, columns, rows)
    z = rings[..., 2]
    # cloves are of unlike widths: turns are bent before they are counted
    bent = (
        turns + 0.14 * np.sin(2 * turns + dice.uniform(0, 6)) + 0.09 * np.sin(3 * turns + dice.uniform(0, 6))
    )
    lobe = np.abs(np.sin(LOBES * bent / 2)) ** 0.55
    belly = np.clip(np.sin(math.pi * np.clip((z - 0.0) / 0.125, 0, 1)), 0, 1)
    veins = mottle(dice, (rows, columns), (3, 70))
    lumps = cloud(dice, rings, 22, 2)
    neck = np.clip((z - 0.11) / 0.04, 0, 1)
    r = (
        1
        + belly * (0.15 * (lobe - 0.75) + 0.05 * (lumps - 0.5))
        + 0.03 * (veins - 0.5)
        + neck * 0.2 * (mottle(dice, (rows, columns), (3, 9)) - 0.5)
    )
    rings[..., :2] *= r[..., None]
    rings[..., 0] += 0.008 * neck**2
    stain = cloud(dice, rings * [1, 1, 0.35], 20, 3)
    streak = np.clip((veins - 0.62) / 0.3, 0, 1) * np.clip((stain - 0.35) / 0.3, 0, 1)
    shade = 0.8 + 0.3 * (veins - 0.5) - 0.6 * streak * (0.5 + 0.5 * belly) - 0.35 * neck * stain
    shade -= 0.12 * (1 - lobe) * belly
    return [s.sheet(rings, np.clip(shade, 0, 1), around=True), _flap(dice, rings)]


def _flap(dice: np.random.Generator, rings: s.Floats) -> s.Patch:
    """A skin that has come loose, its edge away from the bulb."""
    rows, columns = slice(40, 150), slice(20, 110)
    part = rings[rows, columns].copy()
    v, u = np.linspace(0, 1, 110)[:, None], np.linspace(0, 1, 90)[None, :]
    lift = np.clip((u - 0.45) / 0.55, 0, 1) ** 2 * np.sin(math.pi * np.clip(v * 1.1, 0, 1))
    part[..., :2] *= (1.012 + 0.07 * lift)[..., None]
    return s.sheet(part, np.clip(0.9 - 0.3 * mottle(dice, (110, 90), (2, 22)) * lift, 0, 1))


def _roots(dice: np.random.Generator) -> list[s.Patch]:
    """Cut short below."""
    parts = []
    for _ in range(44):
        a, out = dice.uniform(0, 6.28), 0.022 * math.sqrt(dice.random())
        foot = np.array([out * math.cos(a), out * math.sin(a), 0.012])
        end = foot + np.array([0.5 * foot[0], 0.5 * foot[1], -dice.uniform(0.006, 0.012)])
        parts.append(s.tube(np.linspace(foot, end, 4), 0.0012, dice.uniform(0.1, 0.9), 5))
    return parts


def _clove(dice: np.random.Generator) -> s.Patch:
    """Along z, round at its back, two flats before."""
    rows, columns = 130, 120
    rings, turns = s.spun(_CLOVE, columns, rows)
    flat = 1 - 0.36 * np.clip(np.cos(turns - 0.6), 0, 1) ** 2 - 0.36 * np.clip(np.cos(turns + 0.6), 0, 1) ** 2
    veins = mottle(dice, (rows, columns), (3, 34))
    rings[..., :2] *= (flat + 0.02 * (veins - 0.5) + 0.05 * (cloud(dice, rings, 26) - 0.5))[..., None]
    t = rings[..., 2] / 0.06
    rings[..., 0] += 0.012 * t**2
    stain = np.clip((cloud(dice, rings * [1, 1, 0.4], 22, 2) - 0.5) / 0.3, 0, 1)
    shade = 0.8 + 0.2 * (veins - 0.5) - 0.3 * stain * veins - 0.35 * np.clip(-t - 0.68, 0, 1) / 0.2
    return s.sheet(rings, np.clip(shade, 0, 1), around=True)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"garlic": _garlic}
