"""Small things that set a mood: hearts, confetti, shells, ice cubes."""

from __future__ import annotations

import math
from collections.abc import Callable

from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.materials import clear, grainy, solid
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import COLOURS, Colour


def _hearts(it: Corner) -> list[str]:
    """Cut of thick paper, lying about; the curve is Klein's."""
    papers = [solid(COLOURS[name], 0.7) for name in ("red", "pastel pink", "hot pink", "burgundy")]
    turns = [2 * math.pi * k / 48 for k in range(48)]
    bow = [
        (
            16 * math.sin(t) ** 3,
            13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t),
        )
        for t in turns
    ]
    for k in range(it.rng.randint(9, 14)):
        size, stands = it.rng.uniform(0.06, 0.14), it.rng.chance(0.4) and not it.flat_lay
        x, y = it.spot(size)
        heart = g.panel(
            "heart", [(size * a / 16, size * b / 16) for a, b in bow], 0.014, papers[k % 4], (x, y, 0.02)
        )
        heart.rotation_euler = (-math.pi / 2 + it.rng.uniform(-0.12, 0.12), 0, it.rng.uniform(-0.7, 0.7))
        if stands:  # on its tip, leaning back a little
            heart.rotation_euler[0], heart.location[2] = -0.25, 1.02 * size
    return ["paper hearts"]


def _confetti(it: Corner) -> list[str]:
    """Discs of paper and curled strips."""
    names = ("gold", "pastel pink", "turquoise", "mustard yellow", "coral", "lavender")
    papers = [solid(COLOURS[name], 0.6) for name in names]
    for k in range(it.rng.randint(60, 90)):
        r = it.rng.uniform(0.015, 0.03)
        x, y = it.spot(r)
        disc = g.lathe("disc", [(r, 0), (r, 0.002)], papers[k % 6], 24, at=(x, y, 0.006))
        disc.rotation_euler = (it.rng.gauss(0, 0.15), it.rng.gauss(0, 0.15), 0)
    for k in range(5):
        x, y = it.spot(0.08)
        turn, curl = it.rng.uniform(0, 6.28), list[g.Point]()
        for t in range(22):
            along, aside = 0.014 * t, (0.03 * math.cos(1.1 * t), 0.03 * math.sin(1.1 * t))
            curl.append((x + along * math.cos(turn) + aside[0], y + along * math.sin(turn) + aside[1], 0.004))
        g.ribbon("streamer", curl, [0.012] * len(curl), 0.004, papers[k % 6])
    return ["confetti"]


def _shells(it: Corner) -> list[str]:
    """Scallops, and a starfish."""
    tints: list[Colour] = [(244, 226, 206), (238, 196, 172), (226, 206, 196), (250, 240, 228)]
    for k in range(it.rng.randint(4, 6)):
        size = it.rng.uniform(0.07, 0.13)
        _scallop(size, grainy(tints[k % 4], 30, 0.08, 0.1, 0.45), it.spot(size), it.rng.uniform(0, 6.28))
    x, y = it.spot(0.16)
    arms = list[tuple[float, float]]()
    for k in range(100):
        turn = math.pi * k / 50
        r = 0.05 + 0.11 * max(0.0, math.cos(5 * turn)) ** 1.3
        arms.append((r * math.cos(turn), r * math.sin(turn)))
    star = g.panel("starfish", arms, 0.04, grainy((214, 132, 84), 40, 0.15, 0.5, 0.8), (x, y, 0.04))
    star.rotation_euler = (-math.pi / 2, 0, it.rng.uniform(0, 6.28))
    g.soften(star, 0.006)
    return ["seashells", "a starfish"]


def _scallop(size: float, material: Material, at: tuple[float, float], turn: float) -> None:
    """A ribbed half shell lying on its rim."""
    rings = list[list[g.Point]]()
    for row in range(9):
        out = row / 8
        high = 0.42 * size * math.sin(math.pi * min(1.0, out * 0.96 + 0.04))
        rim = list[g.Point]()
        for j in range(33):
            a = math.pi * (j / 32 * 1.1 - 0.05)
            rib = 0.03 * math.cos(16 * a)
            across = size * out * math.cos(a) * (1 + rib)
            rim.append((across, 1.1 * size * out * math.sin(a), high + size * rib * out))
        rings.append(rim + [(x, y, z - 0.012) for x, y, z in reversed(rim)])
    shell = g.loft("shell", rings, material, closed=True, smooth=1)
    shell.location, shell.rotation_euler[2] = (*at, 0.006), turn


def _ice(it: Corner) -> list[str]:
    """Cubes with rounded edges, some on top of others, and drops about them."""
    stuff = clear((0.93, 0.97, 1.0), 1.31, 0.06)
    for _ in range(it.rng.randint(5, 7)):
        side = it.rng.uniform(0.15, 0.2)
        x, y = it.spot(side * 0.66)
        cube = g.box("cube", (side, side, side * 0.92), stuff, 0.028, (x, y, 0.0), it.rng.uniform(0, 1.57))
        g.lumpy(cube, 0.12, 0.012)
        if it.rng.chance(0.4):
            top = g.box(
                "cube",
                (side * 0.9, side * 0.9, side * 0.85),
                stuff,
                0.028,
                (x, y, side * 0.9),
                it.rng.uniform(0, 1.57),
            )
            top.rotation_euler[0] = it.rng.uniform(-0.12, 0.12)
        for _ in range(5):
            r = it.rng.uniform(0.008, 0.02)
            g.ball(
                "drop", r, stuff, (x + it.rng.gauss(0, side), y + it.rng.gauss(0, side * 0.6), r * 0.4), 0.6
            )
    return ["ice cubes"]


MAKERS: dict[str, Callable[[Corner], list[str]]] = {
    "hearts": _hearts, "confetti": _confetti, "shells": _shells, "ice": _ice
}  # fmt: skip
