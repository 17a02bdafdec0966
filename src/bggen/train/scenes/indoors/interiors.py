"""Further rooms behind the table: a bedroom, an office, a café. What they share is in `furnishings`."""

from __future__ import annotations

from collections.abc import Callable

from bggen.train.scenes.indoors.furnishings import FAR, LOW, crock, pot_plant, shelf, shell
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.emitters import glowing
from bggen.train.scenes.matter.materials import grainy, metal, solid, wood, woven
from bggen.train.scenes.matter.palette import COLOURS, Colour, Rng, mixed, scaled

BED = -0.62  # of its top, units above the table
PAPERS = ("navy blue", "terracotta", "sage green", "mustard yellow", "burgundy", "cream", "charcoal", "teal")


def _bedroom(rng: Rng) -> str:
    """A bed with a high head, pillows and a throw, a lamp that glows, a picture, a plant."""
    wall = rng.choice([COLOURS["off-white"], (206, 190, 172), (188, 196, 186), COLOURS["blush pink"]])
    shell(grainy(wall, 1.8, 0.04, 0.2, 0.95), (176, 150, 118), watts=170)
    side = rng.choice([-1, 1])
    x, linen = side * 0.55, COLOURS["off-white"]
    head = woven(rng, rng.choice([COLOURS["beige"], COLOURS["sage green"], (150, 138, 128)]), 30)
    for k in range(-2, 3):  # padded in panels
        g.box("head", (0.74, 0.2, 1.95), head, 0.1, (x + 0.75 * k, FAR - 0.2, BED))
    g.box("mattress", (3.5, 2.6, 0.7), woven(rng, linen, 40), 0.12, (x, FAR - 1.6, BED - 0.7))
    cover = woven(rng, scaled(linen, 0.97), 40)
    g.lumpy(g.box("duvet", (3.7, 1.7, 0.34), cover, 0.16, (x, FAR - 2.0, BED - 0.12)), 0.5, 0.08)
    throw = rng.choice([COLOURS["terracotta"], COLOURS["mustard yellow"], (120, 132, 118)])
    g.lumpy(
        g.box("throw", (3.74, 0.6, 0.36), woven(rng, throw, 26), 0.14, (x, FAR - 2.4, BED - 0.1)), 0.4, 0.06
    )
    tints: list[Colour] = [linen, linen, scaled(throw, 1.15)]
    for k, tint in enumerate(tints):
        wide = 1.15 if k < 2 else 0.9
        pillow = g.box("pillow", (wide, 0.34, 0.78 if k < 2 else 0.56), woven(rng, tint, 40), 0.16)
        pillow.location = (x + (-0.75, 0.75, 0.0)[k], FAR - 0.55 - 0.28 * (k == 2), BED + 0.06)
        pillow.rotation_euler[0] = -0.3
    night = x - side * 2.3
    g.box("nightstand", (0.95, 0.7, 1.1), wood(rng, "oak wood", False), 0.02, (night, FAR - 0.45, BED - 0.9))
    _lamp(night, FAR - 0.5, BED + 0.2)
    pot_plant(rng, (night + side * 0.3, FAR - 0.4, BED + 0.2), 0.6)
    return "bedroom with a bed"


def _lamp(x: float, y: float, z: float) -> None:
    """A table lamp that glows."""
    g.lathe(
        "foot",
        [(0.14, 0), (0.18, 0.12), (0.05, 0.32), (0.03, 0.45)],
        solid((224, 216, 204), 0.5),
        40,
        at=(x, y, z),
    )
    g.lathe("shade", [(0.36, 0), (0.25, 0.45)], glowing((1, 0.66, 0.34), 5), 48, at=(x, y, z + 0.42))


def _office(rng: Rng) -> str:
    """Shelves of books, a desk with a screen and a lamp, a plant."""
    wall = rng.choice([COLOURS["off-white"], (196, 200, 200), (206, 196, 182)])
    shell(grainy(wall, 1.8, 0.04, 0.2, 0.95), (160, 128, 96), watts=240)
    side, board = rng.choice([-1, 1]), wood(rng, rng.choice(["oak wood", "walnut wood"]), False)
    for row in range(4):
        z = -0.55 + 0.75 * row
        g.box("shelf", (2.6, 0.5, 0.06), board, 0.01, (side * 1.75, FAR - 0.27, z))
        _books(rng, side * 1.75 - 1.2, side * 1.75 + 1.2, z + 0.06)
    for end in (-1.33, 1.33):
        g.box("upright", (0.06, 0.5, 2.6), board, 0.01, (side * 1.75 + end, FAR - 0.27, -0.9))
    desk, top = -side * 1.05, -0.42
    g.box("desk", (3.0, 1.2, 0.08), board, 0.01, (desk, FAR - 0.9, top))
    for end in (-1.4, 1.4):
        g.box("leg", (0.09, 0.9, top - LOW), solid((40, 42, 44), 0.4), 0.01, (desk + end, FAR - 0.9, LOW))
    dark = solid((34, 36, 40), 0.35)
    g.box("stand", (0.1, 0.1, 0.35), dark, 0.01, (desk, FAR - 0.7, top + 0.08))
    g.box("screen", (1.35, 0.06, 0.82), dark, 0.02, (desk, FAR - 0.75, top + 0.3))
    g.box("picture", (1.27, 0.02, 0.74), glowing((0.62, 0.75, 0.9), 0.9), 0, (desk, FAR - 0.79, top + 0.34))
    _lamp(desk - side * 1.05, FAR - 0.8, top + 0.08)
    pot_plant(rng, (desk + side * 1.1, FAR - 0.8, top + 0.08), 0.8)
    return "home office with a desk and bookshelves"


def _books(rng: Rng, left: float, right: float, z: float) -> None:
    """A row of them, with a gap or a jar here and there."""
    x = left
    while x < right - 0.1:
        if rng.chance(0.08):
            x += rng.uniform(0.15, 0.35)
            continue
        if rng.chance(0.06):
            crock(rng, (x + 0.15, FAR - 0.27, z), [COLOURS["off-white"], COLOURS["terracotta"]])
            x += 0.34
            continue
        thick, high = rng.uniform(0.05, 0.13), rng.uniform(0.38, 0.58)
        paper = mixed(rng.jitter(COLOURS[rng.choice(PAPERS)], 0.2), (150, 140, 128), 0.4)
        g.box("book", (thick * 0.94, 0.34, high), solid(paper, 0.7), 0.006, (x + thick / 2, FAR - 0.3, z))
        x += thick


def _cafe(rng: Rng) -> str:
    """A counter with a machine and cups, shelves of jars on a dark wall, lamps on cords."""
    shade = rng.choice([(46, 62, 54), (58, 46, 38), (44, 52, 62)])
    shell(wood(rng, "dark wood", True) if rng.chance(0.3) else solid(shade, 0.8), (110, 84, 62), watts=150)
    side, board = rng.choice([-1, 1]), wood(rng, "oak wood", False)
    clay: list[Colour] = [COLOURS["white"], COLOURS["cream"], (150, 110, 70), COLOURS["terracotta"]]
    for height in (0.75, 1.5):
        shelf(rng, board, clay, -side * 0.9, height, 3.2)
    g.box("counter", (7.5, 0.8, 1.6), wood(rng, "walnut wood", True), 0.01, (0, FAR - 1.3, LOW))
    g.box("top", (7.6, 0.95, 0.08), solid((226, 222, 214), 0.25), 0.01, (0, FAR - 1.3, LOW + 1.6))
    steel, at = metal((206, 208, 212), 0.25), (side * 1.2, FAR - 1.25)
    g.box("machine", (1.15, 0.6, 0.62), steel, 0.05, (*at, LOW + 1.68))
    g.box("trim", (1.17, 0.62, 0.12), solid((30, 30, 32), 0.3), 0.02, (*at, LOW + 2.0))
    for k in range(5):
        cup = [(0.05, 0), (0.08, 0.03), (0.1, 0.15)]
        g.lathe("cup", cup, solid((240, 238, 232), 0.3), 32, at=(at[0] - 0.42 + 0.21 * k, at[1], LOW + 2.3))
    board_at = (side * 1.6, FAR - 0.06, 0.75)
    g.box("board", (1.5, 0.05, 1.2), solid((28, 30, 30), 0.8), 0.01, board_at)
    for k in range(6):
        chalk = (rng.uniform(0.5, 1.0), 0.02, 0.03)
        g.box(
            "chalk",
            chalk,
            solid((216, 214, 206), 0.9),
            0,
            (board_at[0], FAR - 0.1, board_at[2] + 0.2 + 0.15 * k),
        )
    for k in range(3):
        hung = (-1.6 + 1.6 * k, FAR - 1.6, 1.55)
        g.lathe("shade", [(0.3, 0), (0.08, 0.26)], solid((196, 150, 84), 0.3, 1.0), 48, at=hung)
        g.lathe("cord", [(0.012, 0.24), (0.012, 4)], solid((30, 30, 30), 0.5), 8, at=hung)
        g.ball("bulb", 0.1, glowing((1, 0.72, 0.42), 18), hung)
    return "cafe with a counter and lamps"


ROOMS: dict[str, Callable[[Rng], str]] = {"bedroom": _bedroom, "office": _office, "cafe": _cafe}
