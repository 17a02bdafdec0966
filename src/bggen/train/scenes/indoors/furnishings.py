"""What rooms behind the table are made of: a wall and a floor far back, their light, boards and pots.

The table ends a unit behind the stand; what is built of these stands on a floor below and begins where it
ends.
"""

from __future__ import annotations

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.materials import solid
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import COLOURS, Colour, Rng
from bggen.train.scenes.stage import sets

FAR = 5.4  # where a room's back wall is, units behind the stand
LOW = -1.9  # of its floor: a table's height below the table


def lamp(watts: float = 260.0) -> None:
    """Light for what is far alone, that no mirror shows."""
    light = sets.softbox(sets.point(0, FAR - 2.4, 4.2), sets.point(0, FAR, 0.2), watts, 2.5, (1, 0.95, 0.88))
    light.visible_glossy = False


def shell(wall: Material, floor: Colour = (150, 118, 86), watts: float = 260.0) -> None:
    """A back wall and a floor, and a lamp above that lights them alone."""
    sets.wall(wall, FAR)
    corners = [(-9.0, 1.2, LOW), (9.0, 1.2, LOW), (9.0, FAR, LOW), (-9.0, FAR, LOW)]
    g.mesh("floor", corners, [(0, 1, 2, 3)], solid(floor, 0.5))
    lamp(watts)


def shelf(rng: Rng, board: Material, colours: list[Colour], x: float, z: float, length: float) -> None:
    """A board on the wall with crockery on it."""
    g.box("shelf", (length, 0.5, 0.07), board, 0.01, (x, FAR - 0.27, z))
    at = x - length / 2 + 0.2
    while at < x + length / 2 - 0.15:
        crock(rng, (at, FAR - 0.27, z + 0.07), colours)
        at += rng.uniform(0.24, 0.42)


def crock(rng: Rng, at: tuple[float, float, float], colours: list[Colour]) -> None:
    """A jar, bowl or cup."""
    r, high = rng.uniform(0.08, 0.15), rng.uniform(0.14, 0.4)
    profile = [(r * 0.8, 0), (r, high * 0.3), (r, high * 0.8), (r * rng.uniform(0.5, 1.05), high)]
    g.lathe("crock", profile, solid(rng.choice(colours), rng.uniform(0.25, 0.7)), 40, at=at)


def pot_plant(rng: Rng, at: tuple[float, float, float], height: float) -> None:
    """A plant `height` units tall in a pot that stands on `at`."""
    pot = rng.choice([COLOURS["terracotta"], COLOURS["off-white"], COLOURS["light grey"]])
    g.lathe("pot", [(0.11, 0), (0.15, 0.24)], solid(pot, 0.8), 40, at=at)
    green = solid(rng.choice([(70, 110, 58), (96, 128, 84), (58, 96, 64)]), 0.55)
    for _ in range(3):
        g.spray(rng, green, (at[0], at[1], at[2] + 0.2), height)
