"""Places that one goes to, behind the table: a gym, a wine cellar, a nursery, a lobby, a shop, a workshop."""

from __future__ import annotations

import math
from collections.abc import Callable

from bggen.train.scenes.indoors.furnishings import FAR, LOW, crock, pot_plant, shell
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.emitters import glowing
from bggen.train.scenes.matter.materials import bricks, grainy, metal, solid, wood, woven
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import COLOURS, Colour, Rng, scaled

WALL = FAR - 0.1  # what hangs on the back wall
SIDEWAYS = (0.0, math.pi / 2, 0.0)  # of a thing that was made upright


def _gym(rng: Rng) -> str:
    """A rack of dumbbells, a bar with plates on a stand, a ball, a stripe along the wall."""
    shell(grainy(rng.choice([(176, 178, 180), (206, 204, 198)]), 1.8, 0.04, 0.2, 0.95), (58, 58, 60), 330)
    side, dark, steel = rng.choice([-1, 1]), solid((34, 34, 36), 0.5), metal((190, 192, 196), 0.3)
    accent = solid(rng.choice([(206, 58, 44), (228, 176, 40), (44, 110, 190)]), 0.5)
    g.box("rubber", (14, 0.04, 2.6), solid((74, 76, 80), 0.8), 0, (0, WALL, LOW))
    g.box("stripe", (14, 0.05, 0.12), accent, 0, (0, WALL, LOW + 2.6))
    rack = side * 1.75
    for row, z in enumerate((-1.2, -0.45, 0.3)):
        g.box("rail", (3.2, 0.55, 0.08), dark, 0.02, (rack, FAR - 0.55, z))
        for k in range(7):
            _dumbbell(rack - 1.32 + 0.44 * k, FAR - 0.6, z + 0.2, 0.13 + 0.02 * (2 - row), dark, steel)
    for end in (-1.6, 1.6):
        g.box("post", (0.12, 0.6, 2.7), accent, 0.02, (rack + end, FAR - 0.55, LOW))
    bar, at = -side * 1.5, FAR - 1.5
    for end in (-0.75, 0.75):
        g.box("stand", (0.1, 0.1, 2.4), accent, 0.02, (bar + end, at, LOW))
    rod = g.lathe("bar", [(0.035, -1.7), (0.035, 1.7)], steel, 24, at=(bar, at, 0.5))
    rod.rotation_euler = SIDEWAYS
    for end in (-1, 1):
        for k, r in enumerate((0.52, 0.52, 0.36)):
            x = bar + end * (1.05 + 0.14 * k)
            _disc("plate", r, 0.1, dark if k != 1 else accent, (x, at, 0.5))
    g.ball("ball", 0.62, solid((70, 120, 170), 0.35), (side * 0.35, FAR - 0.9, LOW + 0.6))
    return "gym with dumbbells and a barbell"


def _dumbbell(x: float, y: float, z: float, r: float, dark: Material, steel: Material) -> None:
    """Its heads towards and away from the camera would hide each other: it lies across."""
    grip = g.lathe("grip", [(0.035, -0.16), (0.035, 0.16)], steel, 16, at=(x, y, z))
    grip.rotation_euler = SIDEWAYS
    for end in (-1, 1):
        _disc("head", r, 0.11, dark, (x + end * 0.13, y, z))


def _disc(name: str, r: float, thick: float, material: Material, at: g.Point) -> None:
    """Round, its faces to the sides."""
    g.lathe(name, [(r, -thick / 2), (r, thick / 2)], material, 32, at=at).rotation_euler = SIDEWAYS


def _cellar(rng: Rng) -> str:
    """Barrels before a wall of bricks, racks of bottles, lamps that glow."""
    wall = bricks(rng, rng.choice([(150, 104, 78), (132, 116, 98)]), (150, 140, 126), 0.5)
    shell(wall, (104, 88, 72), watts=200)
    side, oak, iron = rng.choice([-1, 1]), wood(rng, "light oak wood", True), metal((70, 66, 62), 0.5)
    for row, count in ((0, 3), (1, 2)):
        for k in range(count):
            x = side * 1.5 + (k - (count - 1) / 2) * 1.32
            _barrel(x, FAR - 0.75, LOW + 0.68 + 1.16 * row, oak, iron)
    rack = -side * 1.8
    for k in range(5):
        g.box("board", (2.7, 0.5, 0.06), oak, 0.01, (rack, FAR - 0.4, -1.75 + 0.66 * k))
    for end in (-1.35, 0.0, 1.35):
        g.box("upright", (0.06, 0.5, 3.1), oak, 0.01, (rack + end, FAR - 0.4, LOW))
    glass = [solid(tint, 0.15) for tint in ((24, 44, 28), (40, 24, 18), (30, 54, 36))]
    for row in range(5):
        for k in range(11):
            if rng.chance(0.12):
                continue
            at = (rack - 1.22 + 0.245 * k, FAR - 0.5, -1.6 + 0.66 * row)
            foot = [(0.085, 0.0), (0.085, 0.1)]
            g.lathe("bottle", foot, rng.choice(glass), 24, at=at).rotation_euler = (math.pi / 2, 0, 0)
            g.ball(
                "cork",
                0.04,
                solid(rng.choice([(120, 30, 40), (190, 160, 90)]), 0.4),
                (at[0], at[1] - 0.14, at[2]),
            )
    for x in (-2.7, 0.0, 2.7):
        g.ball("bulb", 0.12, glowing((1, 0.6, 0.28), 16), (x, FAR - 0.5, 1.55))
    return "wine cellar with barrels and bottles"


def _barrel(x: float, y: float, z: float, oak: Material, iron: Material) -> None:
    """On its side, its head to the camera."""
    belly = [(0.5, -0.5), (0.6, -0.2), (0.62, 0.0), (0.6, 0.2), (0.5, 0.5)]
    g.lathe("barrel", belly, oak, 48, at=(x, y, z)).rotation_euler = (math.pi / 2, 0, 0)
    turns = [2 * math.pi * k / 48 for k in range(48)]
    rim = [(0.46 * math.cos(t), 0.46 * math.sin(t)) for t in turns]
    g.panel("head", rim, 0.01, solid((206, 160, 108), 0.6), (x, y - 0.505, z))
    for off, r in ((0.44, 0.53), (0.2, 0.61)):
        hoop = [
            (r + 0.004, off - 0.04),
            (r + 0.016, off - 0.04),
            (r + 0.016, off + 0.04),
            (r + 0.004, off + 0.04),
        ]
        g.lathe("hoop", hoop, iron, 48, at=(x, y, z)).rotation_euler = (math.pi / 2, 0, 0)


def _nursery(rng: Rng) -> str:
    """A cot, a bunting, shelves with toys, a soft lamp that glows."""
    wall = rng.choice([(214, 224, 218), (238, 222, 214), (216, 224, 232), COLOURS["cream"]])
    shell(grainy(wall, 1.8, 0.03, 0.2, 0.95), (196, 168, 134), watts=300)
    side, beech = rng.choice([-1, 1]), wood(rng, "oak wood", False)
    cot, y = side * 1.5, FAR - 1.1
    for z in (-0.05, -1.45):
        g.box("rail", (2.5, 0.1, 0.1), beech, 0.02, (cot, y - 0.5, z))
        g.box("rail", (2.5, 0.1, 0.1), beech, 0.02, (cot, y + 0.5, z + 0.25))
    for k in range(13):
        g.box("bar", (0.05, 0.05, 1.4), beech, 0.01, (cot - 1.2 + 0.2 * k, y - 0.5, -1.45))
    for end in (-1.25, 1.25):
        g.box("end", (0.1, 1.1, 1.85), beech, 0.04, (cot + end, y, -1.6))
    soft: list[Colour] = [(226, 178, 168), (170, 196, 190), (240, 212, 150), (186, 196, 216)]
    g.lumpy(g.box("bed", (2.4, 0.9, 0.4), woven(rng, rng.choice(soft), 40), 0.14, (cot, y, -1.3)), 0.4, 0.06)
    shelf, oak = -side * 1.6, wood(rng, "light oak wood", False)
    for z in (-0.15, 0.75):
        g.box("shelf", (2.6, 0.5, 0.07), oak, 0.01, (shelf, FAR - 0.27, z))
        _toys(rng, shelf, z + 0.07, soft)
    for k in range(9):
        flag = [(-0.16, 0.0), (0.16, 0.0), (0.0, -0.34)]
        x = -2.4 + 0.6 * k
        at = (x, WALL, 1.72 + 0.02 * (x * x - 3))
        g.panel("flag", flag, 0.01, solid(rng.choice(soft), 0.9), at)
    g.ball("moon", 0.28, glowing((1, 0.8, 0.5), 3.5), (-side * 2.5, FAR - 0.5, -0.9))
    return "nursery with a cot and toys"


def _toys(rng: Rng, x: float, z: float, tints: list[Colour]) -> None:
    """Blocks, balls and a bear on a board."""
    at = x - 1.15
    while at < x + 1.1:
        tint, pick = rng.choice(tints), rng.random()
        if pick < 0.4:
            r = rng.uniform(0.1, 0.16)
            g.box("block", (2 * r, 2 * r, 2 * r), solid(scaled(tint, 0.9), 0.6), 0.02, (at, FAR - 0.3, z))
        elif pick < 0.7:
            r = rng.uniform(0.1, 0.17)
            g.ball("ball", r, solid(tint, 0.5), (at, FAR - 0.3, z + r))
        else:
            fur = woven(rng, (176, 134, 96), 60)
            g.ball("body", 0.17, fur, (at, FAR - 0.3, z + 0.16))
            g.ball("head", 0.13, fur, (at, FAR - 0.32, z + 0.41))
            for ear in (-0.1, 0.1):
                g.ball("ear", 0.05, fur, (at + ear, FAR - 0.3, z + 0.52))
        at += rng.uniform(0.34, 0.5)


def _lobby(rng: Rng) -> str:
    """A desk of stone before panels that are lit from behind, lamps, an armchair, a tall plant."""
    shell(wood(rng, rng.choice(["walnut wood", "oak wood"]), True), (178, 168, 156), watts=150)
    side, gold = rng.choice([-1, 1]), metal(COLOURS["gold"], 0.3)
    for k in range(4):
        x = -3.0 + 2.0 * k
        g.box("light", (0.06, 0.05, 3.6), glowing((1, 0.68, 0.36), 5), 0, (x, WALL, -1.5))
    stone = solid((226, 220, 212), 0.15)
    g.box("desk", (3.4, 0.9, 1.7), stone, 0.04, (side * 1.2, FAR - 1.3, LOW))
    g.box("top", (3.6, 1.05, 0.1), solid((40, 36, 34), 0.15), 0.01, (side * 1.2, FAR - 1.3, LOW + 1.7))
    g.box("plinth", (3.42, 0.92, 0.12), gold, 0.0, (side * 1.2, FAR - 1.3, LOW))
    for k in range(3):
        hung = (side * 1.2 - 1.1 + 1.1 * k, FAR - 1.4, 1.25)
        g.lathe("cord", [(0.012, 0.2), (0.012, 4)], gold, 8, at=hung)
        g.ball("globe", 0.22, glowing((1, 0.8, 0.56), 7), hung)
    crock(rng, (side * 0.4, FAR - 1.3, LOW + 1.8), [COLOURS["off-white"], (60, 70, 66)])
    chair, cloth = -side * 1.7, woven(rng, rng.choice([(58, 84, 78), (150, 96, 70), (70, 76, 100)]), 30)
    g.box("seat", (1.3, 1.1, 0.6), cloth, 0.14, (chair, FAR - 1.6, -1.55))
    g.box("back", (1.3, 0.35, 1.3), cloth, 0.16, (chair, FAR - 1.1, -1.5))
    for end in (-0.65, 0.65):
        g.box("arm", (0.3, 1.1, 0.95), cloth, 0.13, (chair + end, FAR - 1.6, -1.55))
    pot_plant(rng, (-side * 2.8, FAR - 0.7, LOW + 0.2), 2.6)
    return "hotel lobby with a reception desk"


def _shop(rng: Rng) -> str:
    """Lit shelves of boxes and bags, a rail of clothes, a counter."""
    shell(grainy(rng.choice([(226, 220, 210), (200, 196, 190)]), 1.8, 0.03, 0.2, 0.95), (186, 170, 150), 240)
    side, oak = rng.choice([-1, 1]), wood(rng, "light oak wood", False)
    tints: list[Colour] = [
        COLOURS["cream"],
        COLOURS["terracotta"],
        (112, 124, 110),
        (60, 66, 76),
        (222, 196, 186),
    ]
    niche = side * 1.6
    for k in range(4):
        z = -1.5 + 0.8 * k
        g.box("board", (3.0, 0.55, 0.06), oak, 0.01, (niche, FAR - 0.3, z))
        g.box("lamp", (2.9, 0.03, 0.03), glowing((1, 0.86, 0.66), 9), 0, (niche, FAR - 0.12, z + 0.72))
        at = niche - 1.25
        while at < niche + 1.2:
            wide, high = rng.uniform(0.2, 0.42), rng.uniform(0.2, 0.5)
            g.box("goods", (wide, 0.3, high), solid(rng.choice(tints), 0.7), 0.02, (at, FAR - 0.3, z + 0.06))
            at += wide + rng.uniform(0.12, 0.3)
    rail, black = -side * 1.7, solid((34, 34, 36), 0.4)
    rod = g.lathe("rail", [(0.03, -1.3), (0.03, 1.3)], black, 16, at=(rail, FAR - 0.9, 0.72))
    rod.rotation_euler = SIDEWAYS
    for end in (-1.3, 1.3):
        g.box("post", (0.06, 0.06, 2.65), black, 0.01, (rail + end, FAR - 0.9, LOW))
    for k in range(13):
        cloth = woven(rng, rng.choice(tints), 50)
        drop = rng.uniform(1.1, 1.5)
        g.box("garment", (0.13, 0.7, drop), cloth, 0.05, (rail - 1.1 + 0.18 * k, FAR - 0.9, 0.6 - drop))
    g.box("counter", (1.7, 0.8, 1.35), oak, 0.02, (side * 0.1, FAR - 1.9, LOW))
    pot_plant(rng, (side * 0.1, FAR - 1.9, LOW + 1.35), 0.7)
    return "boutique with shelves and a clothes rail"


def _workshop(rng: Rng) -> str:
    """Tools on a board, a bench with a vice, planks, a lamp on a cord."""
    shell(bricks(rng, (168, 128, 104), (186, 176, 164), 0.5), (110, 100, 90), watts=210)
    side, pine = rng.choice([-1, 1]), wood(rng, "light oak wood", True)
    board = side * 0.9
    g.box("board", (3.6, 0.06, 1.7), wood(rng, "oak wood", False), 0.01, (board, WALL, -0.3))
    steel, dark = metal((180, 182, 184), 0.35), solid((44, 44, 46), 0.5)
    grips = [solid(tint, 0.5) for tint in ((200, 56, 40), (226, 168, 40), (60, 96, 150), (150, 104, 62))]
    for k in range(9):
        x, high = board - 1.55 + 0.385 * k, rng.uniform(0.5, 0.85)
        g.box("grip", (0.1, 0.07, 0.36), rng.choice(grips), 0.03, (x, WALL - 0.08, -0.12))
        g.box("shaft", (0.05, 0.05, high - 0.2), steel, 0.01, (x, WALL - 0.08, 0.24))
        if k % 2:
            g.box("head", (0.3, 0.1, 0.13), dark, 0.02, (x, WALL - 0.08, 0.04 + high))
        else:
            g.ring("jaw", 0.1, 0.035, steel, (x, WALL - 0.08, 0.1 + high), (math.pi / 2, 0, 0))
    g.box("bench", (5.4, 1.0, 0.14), pine, 0.02, (side * 0.5, FAR - 1.0, -0.75))
    for x in (-2.5, 0.0, 2.5):
        g.box("leg", (0.16, 0.8, 1.15), pine, 0.01, (side * 0.5 + x, FAR - 1.0, LOW))
    g.box("vice", (0.5, 0.4, 0.3), solid((40, 84, 120), 0.4), 0.05, (-side * 0.9, FAR - 1.3, -0.61))
    for k in range(4):
        g.box(
            "plank",
            (0.24, 0.06, 3.2),
            wood(rng, "oak wood", False),
            0.01,
            (-side * (2.0 + 0.27 * k), FAR - 0.35, LOW),
        )
    for k in range(3):
        crock(
            rng, (side * (1.2 + 0.3 * k), FAR - 1.0, -0.61), [(200, 60, 44), (90, 100, 110), (230, 200, 120)]
        )
    hung = (side * 0.6, FAR - 1.5, 1.3)
    g.lathe("shade", [(0.42, 0), (0.1, 0.3)], solid((42, 70, 60), 0.4), 48, at=hung)
    g.lathe("cord", [(0.012, 0.28), (0.012, 4)], dark, 8, at=hung)
    g.ball("bulb", 0.12, glowing((1, 0.76, 0.46), 18), hung)
    return "workshop with tools on the wall and a workbench"


ROOMS: dict[str, Callable[[Rng], str]] = {
    "gym": _gym, "cellar": _cellar, "nursery": _nursery,
    "lobby": _lobby, "shop": _shop, "workshop": _workshop,
}  # fmt: skip
