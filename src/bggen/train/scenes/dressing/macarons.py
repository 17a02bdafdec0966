"""Macarons in pastel colours."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.relief import cloud
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Colour, mixed, scaled

R, DOME, FOOT, CREAM = 0.061, 0.021, 0.0085, 0.013  # of a shell; how thick what is between two of them is
_SHELLS: dict[str, tuple[Colour, Colour]] = {  # and what is between them
    "pistachio": ((178, 196, 132), (216, 220, 176)), "raspberry": ((226, 140, 152), (170, 34, 62)),
    "lemon": ((240, 212, 124), (248, 236, 196)), "lavender": ((184, 166, 206), (222, 212, 230)),
    "cocoa": ((140, 96, 70), (74, 44, 32)),
}  # fmt: skip


def _macarons(it: Corner) -> list[str]:
    """Three side by side and one upon them, one leant on those."""
    dice = dice_of(it.rng)
    stuffs = {name: _stuffs(*both) for name, both in _SHELLS.items()}
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    tall = 2 * (DOME + FOOT) + CREAM

    def lay(name: str, at: g.Point, turn: g.Point) -> None:
        place = (x + at[0] * side, y + at[1], at[2])
        _macaron(dice, place, (turn[0], turn[1] * side, turn[2] * side), stuffs[name])

    lay("lavender", (-0.066, 0.06, 0.0), (0.0, 0.0, 0.0))
    lay("pistachio", (0.064, 0.05, 0.0), (0.0, 0.0, 2.0))
    lay("cocoa", (-0.03, -0.058, 0.0), (0.0, 0.0, 1.0))
    lay("raspberry", (-0.012, 0.03, tall - 0.001), (0.02, -0.04, 4.0))
    # on its edge: its middle a radius high, its back on the green one
    lean = 1.2
    up = 1.02 * R * math.sin(lean)
    lay("lemon", (0.078, -0.034 - 0.5 * tall, up), (lean, 0.0, 0.75))
    return ["macarons"]


def _stuffs(shell: Colour, cream: Colour) -> tuple[Material, Material]:
    pale: Stops = [(0.0, scaled(shell, 0.84)), (0.5, shell), (1.0, mixed(shell, (255, 252, 244), 0.35))]
    return (
        skin(pale, 0.55, tone=(90, 0.1), relief=(150, 0.0012), under=0.2),
        skin([(0.0, scaled(cream, 0.85)), (1.0, cream)], 0.45, relief=(70, 0.003), under=0.3),
    )


def _macaron(
    dice: np.random.Generator, at: g.Point, turn: g.Point, stuffs: tuple[Material, Material]
) -> None:
    """Lying, its foot on z = 0 about the middle."""
    half = DOME + FOOT
    upper = s.turned(
        _shell(dice),
        (0, 0, dice.uniform(0, 6)),
        (dice.normal(0, 0.0015), dice.normal(0, 0.0015), half + CREAM),
    )
    lower = s.turned(_shell(dice), (math.pi, 0, dice.uniform(0, 6)), (0, 0, half))
    s.put("shells", [s.turned(one, turn, at) for one in (upper, lower)], stuffs[0])
    line = [
        (0.001, 0.0),
        (0.7 * R, 0.0),
        (0.9 * R, 0.0015),
        (0.93 * R, CREAM / 2),
        (0.9 * R, CREAM - 0.0015),
        (0.7 * R, CREAM),
        (0.001, CREAM),
    ]
    rings, _ = s.spun(line, 96, 50)
    rings[..., :2] *= (0.97 + 0.09 * (mottle(dice, (50, 96), (3, 13)) - 0.35))[..., None]
    body = s.sheet(rings, 0.5 + 0.5 * mottle(dice, (50, 96), (4, 20)), around=True)
    s.put("cream", [s.turned(s.turned(body, (0, 0, 0), (0, 0, half)), turn, at)], stuffs[1])


def _shell(dice: np.random.Generator) -> s.Patch:
    """Smooth on top; its foot, at z = 0, frilled as the oven lifted it."""
    line = [
        (0.001, 0.001), (0.8 * R, 0.0005), (0.96 * R, 0.0), (1.015 * R, 0.0025), (1.02 * R, 0.006),
        (0.985 * R, FOOT), (1.0 * R, FOOT + 0.004), (0.975 * R, FOOT + 0.009), (0.9 * R, FOOT + 0.0145),
        (0.74 * R, FOOT + 0.0185), (0.5 * R, FOOT + DOME * 0.97), (0.2 * R, FOOT + DOME),
        (0.001, FOOT + DOME),
    ]  # fmt: skip
    rings, _ = s.spun(line, 300, 150)
    z = rings[..., 2]
    frill = np.clip(1 - np.abs(z - 0.004) / 0.0055, 0, 1) * (np.hypot(rings[..., 0], rings[..., 1]) > 0.8 * R)
    holes = cloud(dice, rings * [1, 1, 1.6], 150, 2)
    sag = cloud(dice, rings * [1, 1, 0.0], 22)
    rings[..., :2] *= (1 + frill * (0.075 * (holes - 0.5) + 0.03 * (sag - 0.5)))[..., None]
    rings[..., 2] += 0.0012 * (cloud(dice, rings, 18) - 0.5) * (z > FOOT)
    shade = 0.5 + 0.12 * (cloud(dice, rings, 30, 2) - 0.5) + frill * (0.9 * (holes - 0.5) + 0.12)
    return s.sheet(rings, np.clip(shade, 0, 1), around=True)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"macarons": _macarons}
