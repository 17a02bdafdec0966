"""Rooms behind the table to rest, read, shop and work in: a fireside, a library, a market, a laboratory."""

from __future__ import annotations

from collections.abc import Callable

from bggen.train.scenes.indoors.furnishings import FAR, LOW, crock, pot_plant, shell
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.emitters import glowing
from bggen.train.scenes.matter.materials import bricks, grainy, metal, solid, tiles, wood, woven
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import COLOURS, Colour, Rng

SPINES: tuple[Colour, ...] = (
    (108, 34, 34), (40, 66, 52), (34, 46, 78), (120, 84, 52), (186, 160, 118), (66, 44, 34), (150, 62, 40)
)  # fmt: skip
PACKS: tuple[Colour, ...] = (
    (214, 62, 48), (240, 186, 48), (62, 134, 84), (48, 104, 176), (236, 232, 222), (232, 128, 48),
    (150, 70, 120),
)  # fmt: skip


def _fireside(rng: Rng) -> str:
    """A fire in a chimney, so high that it is seen over a table; an armchair, a lamp that glows."""
    wall = rng.choice([(150, 126, 104), (112, 104, 98), (176, 150, 122)])
    shell(grainy(wall, 1.8, 0.05, 0.25, 0.95), (124, 92, 64), watts=90)
    side = rng.choice([-1, 1])
    _chimney(rng, side * 1.1)
    chair, cloth = -side * 1.3, woven(rng, rng.choice([(150, 96, 62), (86, 92, 74), (118, 74, 60)]), 30)
    g.box("seat", (1.35, 1.1, 0.6), cloth, 0.14, (chair, FAR - 1.4, -1.55))
    g.box("back", (1.35, 0.36, 1.6), cloth, 0.16, (chair, FAR - 0.9, -1.5))
    for end in (-0.68, 0.68):
        g.box("arm", (0.3, 1.1, 0.95), cloth, 0.13, (chair + end, FAR - 1.4, -1.55))
    beside, brass = -side * 2.6, metal(COLOURS["gold"], 0.3)
    g.lathe("pole", [(0.03, 0), (0.03, 2.5)], brass, 16, at=(beside, FAR - 0.6, LOW))
    shade = [(0.4, 0), (0.28, 0.55)]
    g.lathe("shade", shade, glowing((1, 0.6, 0.28), 5), 48, at=(beside, FAR - 0.6, LOW + 2.4))
    return "living room with a fireplace"


def _chimney(rng: Rng, x: float) -> None:
    """Masonry about a fire, its logs, a beam with crockery over it."""
    stone, front = bricks(rng, (156, 112, 88), (176, 164, 150), 0.42), FAR - 0.5
    left, right, low, high = x - 0.95, x + 0.95, -0.12, 0.78
    for end in (left - 0.4, right + 0.4):
        g.box("pier", (0.8, 0.5, 5.0), stone, 0.01, (end, front + 0.25, LOW))
    g.box("breast", (1.9, 0.5, 2.6), stone, 0.01, (x, front + 0.25, high))
    g.box("hearth", (1.9, 0.5, low - LOW), stone, 0.01, (x, front + 0.25, LOW))
    g.box("soot", (1.9, 0.04, high - low), solid((20, 16, 14), 0.9), 0, (x, front + 0.42, low))
    for k in range(4):
        foot = (x - 0.5 + 0.3 * k, front + 0.2, low + 0.1 + 0.1 * (k % 2))
        trunk = g.lathe("log", [(0.09, -0.4), (0.09, 0.4)], solid((84, 58, 40), 0.9), 24, at=foot)
        trunk.rotation_euler = (0.2, 1.57, 0.3 * (k - 1.5))
    for k in range(13):  # tongues, taller in the middle
        off = -0.6 + 0.1 * k + rng.uniform(-0.03, 0.03)
        tall = (0.2 + 0.36 * (1 - abs(off) / 0.7)) * rng.uniform(0.7, 1.15)
        tongue = [(0.04, 0), (0.075, 0.25 * tall), (0.045, 0.6 * tall), (0.006, tall)]
        heat = glowing((1, rng.uniform(0.24, 0.4), 0.05), rng.uniform(2.4, 4.5))
        g.lathe("flame", tongue, heat, 24, at=(x + off, front + rng.uniform(0.05, 0.3), low + 0.14))
    g.box("beam", (2.9, 0.75, 0.14), wood(rng, "dark wood", False), 0.02, (x, front + 0.15, high + 0.25))
    for k in range(4):
        crock(rng, (x - 1.1 + 0.7 * k, front, high + 0.39), [COLOURS["cream"], (90, 84, 78)])


def _library(rng: Rng) -> str:
    """Walls of books between dark uprights, a green lamp that glows."""
    dark = wood(rng, "dark wood", False)
    shell(solid((46, 32, 24), 0.8), (92, 62, 42), watts=230)
    leather = [solid(tint, 0.55) for tint in SPINES]
    gilt = metal(COLOURS["gold"], 0.35)
    for row in range(6):
        z = -1.75 + 0.72 * row
        g.box("board", (14, 0.5, 0.07), dark, 0.01, (0, FAR - 0.3, z))
        x = -4.2
        while x < 4.2:
            thick, high = rng.uniform(0.07, 0.16), rng.uniform(0.42, 0.58)
            if rng.chance(0.06):
                x += 0.25  # a gap
            g.box("book", (thick, 0.3, high), rng.choice(leather), 0.01, (x, FAR - 0.3, z + 0.07))
            if rng.chance(0.4):
                g.box("band", (thick + 0.004, 0.31, 0.03), gilt, 0, (x, FAR - 0.3, z + 0.07 + 0.7 * high))
            x += thick + 0.012
    for x in (-3.3, -1.1, 1.1, 3.3):
        g.box("upright", (0.12, 0.56, 4.6), dark, 0.01, (x, FAR - 0.3, LOW))
    side = rng.choice([-1, 1])
    g.box("desk", (2.6, 1.0, 1.25), wood(rng, "walnut wood", False), 0.02, (side * 1.4, FAR - 1.6, LOW))
    at = (side * 1.4, FAR - 1.6, LOW + 1.25)
    g.lathe("stem", [(0.16, 0), (0.03, 0.06), (0.03, 0.5)], gilt, 32, at=at)
    g.box("shade", (0.62, 0.24, 0.16), glowing((0.1, 0.55, 0.22), 2.2), 0.07, (at[0], at[1], at[2] + 0.48))
    return "library with rows of books"


def _market(rng: Rng) -> str:
    """Full shelves under bright tubes, crates of fruit before them."""
    shell(solid((226, 228, 226), 0.6), (206, 204, 198), watts=330)
    white = solid((236, 236, 232), 0.4)
    packs = [solid(tint, 0.4) for tint in PACKS]
    for row in range(5):
        z = -1.5 + 0.74 * row
        g.box("board", (14, 0.7, 0.06), white, 0.01, (0, FAR - 0.4, z))
        g.box("labels", (14, 0.02, 0.09), solid((246, 214, 60), 0.5), 0, (0, FAR - 0.77, z - 0.05))
        x = -4.3
        while x < 4.3:
            x += _goods(rng, packs, x, z + 0.06)
    for k in range(-2, 3):
        g.box("tube", (1.5, 0.08, 0.05), glowing((0.96, 1, 1), 7), 0, (1.9 * k, FAR - 0.2, 2.05))
    side, crate = rng.choice([-1, 1]), wood(rng, "light oak wood", True)
    for k in range(3):
        x = side * (0.5 + 1.05 * k)
        g.box("crate", (0.95, 0.7, 0.5), crate, 0.01, (x, FAR - 1.5, -1.5))
        fruit = solid([(206, 54, 40), (238, 150, 40), (120, 168, 60)][k], 0.4)
        for _ in range(16):
            at = (x + rng.uniform(-0.38, 0.38), FAR - 1.5 + rng.uniform(-0.28, 0.28), -0.94)
            g.ball("fruit", rng.uniform(0.1, 0.13), fruit, at)
    return "supermarket with rows of goods"


def _goods(rng: Rng, packs: list[Material], x: float, z: float) -> float:
    """Some of one kind side by side; returns how wide they are together."""
    stuff, count, high = rng.choice(packs), rng.randint(2, 4), rng.uniform(0.28, 0.52)
    wide, lid = rng.uniform(0.14, 0.26), rng.choice(packs)
    for k in range(count):
        at = (x + (k + 0.5) * wide * 1.08, FAR - 0.55, z)
        if high > 0.38:  # a bottle
            r = 0.42 * wide
            g.lathe(
                "bottle", [(r, 0), (r, 0.6 * high), (0.4 * r, 0.85 * high), (0.4 * r, high)], stuff, 24, at=at
            )
            g.ball("lid", 0.44 * r, lid, (at[0], at[1], z + high))
        else:
            g.box("pack", (wide, 0.3, high), stuff, 0.01, at)
            g.box("print", (0.7 * wide, 0.31, 0.3 * high), lid, 0, (at[0], at[1], z + 0.4 * high))
    return count * wide * 1.08 + 0.05


def _laboratory(rng: Rng) -> str:
    """White cupboards with flasks and bottles behind glass, a bench with a microscope, cool tubes."""
    shell(tiles(rng, (236, 240, 242), (214, 220, 222), 0.5, 0.15), (206, 212, 214), watts=340)
    white, steel = solid((240, 243, 244), 0.3), metal((196, 200, 204), 0.3)
    tints = [
        solid(c, 0.1) for c in ((124, 66, 24), (60, 120, 190), (236, 240, 240), (70, 160, 130), (124, 66, 24))
    ]
    side = rng.choice([-1, 1])
    for row in range(3):
        z = 0.05 + 0.68 * row
        g.box("shelf", (4.6, 0.5, 0.06), white, 0.01, (side * 0.9, FAR - 0.3, z))
        x = side * 0.9 - 2.1
        while x < side * 0.9 + 2.1:
            x += _flask(rng, rng.choice(tints), white, (x, FAR - 0.35, z + 0.06))
    g.box("bench", (14, 1.0, 0.1), white, 0.01, (0, FAR - 0.9, -0.85))
    for k in range(-5, 6):
        g.box("drawer", (1.12, 0.06, 0.9), solid((222, 228, 230), 0.4), 0.02, (1.16 * k, FAR - 1.36, -1.8))
        g.box("handle", (0.5, 0.05, 0.04), steel, 0.01, (1.16 * k, FAR - 1.42, -1.1))
    scope = -side * 1.5
    g.box("foot", (0.5, 0.6, 0.1), solid((60, 64, 68), 0.4), 0.03, (scope, FAR - 1.0, -0.75))
    g.box("arm", (0.16, 0.2, 0.8), white, 0.04, (scope + 0.14, FAR - 1.0, -0.7))
    tube = g.lathe("tube", [(0.07, 0), (0.09, 0.6)], white, 32, at=(scope, FAR - 1.1, -0.4))
    tube.rotation_euler[1] = -0.4
    for k in range(4):
        _flask(rng, tints[k % 3], white, (side * (0.2 + 0.4 * k), FAR - 1.0, -0.75))
    for k in (-1, 1):
        g.box("tube", (2.4, 0.08, 0.06), glowing((0.9, 0.97, 1), 7), 0, (1.8 * k, FAR - 0.2, 2.1))
    pot_plant(rng, (-side * 2.4, FAR - 0.8, -0.75), 0.8)
    return "laboratory with flasks and bottles"


def _flask(rng: Rng, stuff: Material, cap: Material, at: g.Point) -> float:
    """A bottle or a flask; returns the room that it takes."""
    r, high = rng.uniform(0.08, 0.14), rng.uniform(0.26, 0.46)
    if rng.chance(0.4):  # Erlenmeyer's
        profile = [(1.3 * r, 0), (1.3 * r, 0.05), (0.4 * r, 0.75 * high), (0.4 * r, high)]
    else:
        profile = [(r, 0), (r, 0.65 * high), (0.45 * r, 0.8 * high), (0.45 * r, high)]
        g.lathe("cap", [(0.5 * r, 0), (0.5 * r, 0.08)], cap, 24, at=(at[0], at[1], at[2] + high))
    g.lathe("flask", profile, stuff, 32, at=at)
    return 2.6 * r + rng.uniform(0.04, 0.16)


ROOMS: dict[str, Callable[[Rng], str]] = {
    "fireside": _fireside, "library": _library, "market": _market, "laboratory": _laboratory,
}  # fmt: skip
