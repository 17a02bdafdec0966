"""Halls behind the table that one moves in: for ball games, for yoga."""

from __future__ import annotations

import math
from collections.abc import Callable

from bggen.train.scenes.indoors.furnishings import FAR, lamp, pot_plant
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.emitters import foliage, glowing
from bggen.train.scenes.matter.materials import grainy, metal, solid, wood, woven
from bggen.train.scenes.matter.palette import Colour, Rng
from bggen.train.scenes.stage import sets

LEVEL = -0.02  # of a hall's floor: what stands before it stands on the same floor
ACROSS = 9.0  # units to each side


def _sports_hall(rng: Rng) -> str:
    """A hoop before a padded wall, tiers of seats, lamps under the roof."""
    sets.wall(grainy((168, 176, 184), 1.6, 0.04, 0.1, 0.9), FAR)
    _floor((216, 178, 128))
    lamp(300)
    side = rng.choice([-1, 1])
    pads, seats = rng.choice([((22, 62, 130), (176, 60, 44)), ((150, 30, 34), (40, 70, 120))])
    for k in range(-6, 7):
        g.box("pad", (1.2, 0.16, 1.15), solid(pads, 0.5), 0.05, (1.24 * k, FAR - 0.12, LEVEL))
    for row in range(4):
        y = FAR - 0.5 - 0.12 * row
        g.box("tier", (18, 0.1, 0.09), solid((196, 192, 186), 0.6), 0.01, (0, y, 2.25 - 0.28 * row))
        for k in range(-22, 23):
            if not rng.chance(0.06):
                g.box(
                    "seat", (0.3, 0.08, 0.2), solid(seats, 0.5), 0.03, (0.36 * k, y - 0.06, 2.34 - 0.28 * row)
                )
    _hoop(side * 1.2)
    for x in (-2.6, 0.0, 2.6):
        g.box("lamp", (1.1, 0.1, 0.1), glowing((1, 0.96, 0.9), 10), 0, (x, FAR - 0.4, 2.95))
    g.box("stripe", (18, 0.02, 0.06), solid((240, 240, 238), 0.6), 0, (0, FAR - 0.06, 1.3))
    return "sports hall with a basketball hoop"


def _floor(colour: Colour) -> None:
    """Varnished boards to the back wall."""
    corners = [(-ACROSS, 0.98, LEVEL), (ACROSS, 0.98, LEVEL), (ACROSS, FAR, LEVEL), (-ACROSS, FAR, LEVEL)]
    g.mesh("floor", corners, [(0, 1, 2, 3)], solid(colour, 0.22, coat=0.3))


def _hoop(x: float) -> None:
    """Board, ring and net on an arm."""
    white, red = solid((240, 240, 240), 0.3), solid((206, 66, 30), 0.4)
    y = FAR - 1.3
    g.box("arm", (0.16, 1.2, 0.12), solid((44, 46, 50), 0.5), 0.02, (x, FAR - 0.7, 1.5))
    g.box("board", (1.5, 0.06, 0.95), white, 0.01, (x, y, 1.2))
    for z in (1.32, 1.72):
        g.box("square", (0.5, 0.02, 0.05), red, 0, (x, y - 0.04, z))
    for off in (-0.25, 0.25):
        g.box("square", (0.05, 0.02, 0.45), red, 0, (x + off, y - 0.04, 1.32))
    g.ring("ring", 0.25, 0.022, red, (x, y - 0.32, 1.26), (0.0, 0.0, 0.0))
    for k in range(14):
        turn = 2 * math.pi * k / 14
        top = (x + 0.25 * math.cos(turn), y - 0.32 + 0.25 * math.sin(turn), 1.25)
        low = (x + 0.15 * math.cos(turn + 0.5), y - 0.32 + 0.15 * math.sin(turn + 0.5), 0.82)
        g.cord("net", [top, low], 0.012, 0.012, white)


def _yoga(rng: Rng) -> str:
    """White walls, a tall window with light curtains, rolled mats, a bowl, plants on boards."""
    sets.wall(grainy((236, 230, 220), 1.8, 0.03, 0.15, 0.95), FAR)
    _floor((224, 192, 150))
    lamp(260)
    side, oak = rng.choice([-1, 1]), wood(rng, "light oak wood", False)
    window = -side * 1.5
    g.box("light", (2.3, 0.03, 2.7), foliage(rng), 0, (window, FAR - 0.06, 0.35))
    for off in (-1.15, 0.0, 1.15):
        g.box("bar", (0.07, 0.08, 2.7), solid((240, 238, 232), 0.5), 0.01, (window + off, FAR - 0.12, 0.35))
    g.box("bar", (2.4, 0.08, 0.07), solid((240, 238, 232), 0.5), 0.01, (window, FAR - 0.12, 1.6))
    for off in (-1.55, 1.55):
        g.box(
            "curtain",
            (0.6, 0.14, 3.2),
            woven(rng, (240, 236, 228), 30),
            0.05,
            (window + off, FAR - 0.2, LEVEL),
        )
    g.box("bench", (2.1, 0.5, 0.07), oak, 0.01, (side * 1.7, FAR - 0.35, 0.42))
    for end in (-0.95, 0.95):
        g.box("leg", (0.07, 0.44, 0.44), oak, 0.01, (side * 1.7 + end, FAR - 0.35, LEVEL))
    mats: list[Colour] = [(136, 150, 126), (196, 164, 156), (150, 140, 170), (206, 190, 160)]
    for k, tint in enumerate(mats):
        x, z = side * 1.7 + (-0.6, -0.2, 0.2, -0.4)[k], (0.64, 0.64, 0.64, 0.95)[k]
        roll = [(0.1, -0.22), (0.17, -0.22), (0.17, 0.22), (0.1, 0.22)]
        g.lathe("mat", roll, solid(tint, 0.9), 40, at=(x, FAR - 0.4, z)).rotation_euler = (math.pi / 2, 0, 0)
    brass = metal((206, 160, 84), 0.3)
    g.lathe(
        "bowl",
        [(0.08, 0), (0.2, 0.05), (0.24, 0.18), (0.22, 0.18)],
        brass,
        48,
        at=(side * 2.4, FAR - 0.4, 0.49),
    )
    g.box("mat", (1.1, 2.0, 0.03), solid((128, 146, 130), 0.9), 0.01, (side * 0.9, FAR - 1.9, LEVEL))
    pot_plant(rng, (side * 0.25, FAR - 0.5, LEVEL), 1.6)
    pot_plant(rng, (-side * 3.1, FAR - 0.6, LEVEL), 1.9)
    return "yoga studio with mats and plants"


ROOMS: dict[str, Callable[[Rng], str]] = {"sports hall": _sports_hall, "yoga": _yoga}
