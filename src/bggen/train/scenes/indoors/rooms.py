"""Places behind the table, far enough to be out of focus: a kitchen, a bath, a window, a living room.

And small lights far away; further rooms are in `interiors`, `venues`, `seasons` and `errands`.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from bggen.train.scenes.indoors import callings, errands, halls, interiors, outbuildings, seasons, venues
from bggen.train.scenes.indoors.furnishings import FAR, LOW, crock, lamp, pot_plant, shelf, shell
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.emitters import foliage, glowing
from bggen.train.scenes.matter.materials import grainy, metal, solid, tiles, wood, woven
from bggen.train.scenes.matter.palette import COLOURS, Colour, Linear, Rng, scaled
from bggen.train.scenes.stage import sets


def build(rng: Rng, name: str) -> str:
    """Put a place up behind the table -> what it shows, in words."""
    return ROOMS[name](rng)


def _kitchen(rng: Rng) -> str:
    """Tiles, a board of crockery, worktop and cupboards below, a lamp."""
    shell(tiles(rng, (232, 230, 224), (200, 198, 192), 0.34, 0.25))
    fronts = rng.choice([COLOURS["sage green"], COLOURS["off-white"], (96, 112, 122), COLOURS["cream"]])
    cupboard, top = solid(fronts, 0.45), wood(rng, "oak wood", False)
    for k in range(-5, 6):
        g.box("cupboard", (1.15, 0.75, 1.5), cupboard, 0.02, (k * 1.18, FAR - 0.4, LOW + 0.1))
        g.ball("knob", 0.035, metal(COLOURS["gold"], 0.3), (k * 1.18 + 0.45, FAR - 0.79, LOW + 1.4))
    g.box("worktop", (14, 0.85, 0.09), top, 0.01, (0, FAR - 0.43, LOW + 1.62))
    clay: list[Colour] = [COLOURS["white"], COLOURS["cream"], COLOURS["terracotta"], (120, 150, 150)]
    side = rng.choice([-1, 1])
    for height in (0.75, 1.55):
        shelf(rng, top, clay, side * 1.25, height, 2.3)
    for _ in range(4):
        crock(rng, (-side * rng.uniform(0.3, 2.4), FAR - 0.4, LOW + 1.71), clay)
    pot_plant(rng, (-side * 1.2, FAR - 0.4, LOW + 1.71), 0.9)
    hung, black = (-side * 0.9, FAR - 1.4, 1.25), solid((60, 62, 60), 0.4)
    g.lathe("shade", [(0.42, 0), (0.12, 0.34)], black, 48, at=hung)
    g.lathe("cord", [(0.012, 0.3), (0.012, 4)], black, 8, at=hung)
    g.ball("bulb", 0.09, glowing((1, 0.78, 0.5), 16), hung)
    return "kitchen with shelves"


def _bath(rng: Rng) -> str:
    """Tiles, a round mirror over a basin, a towel on its rail, a plant."""
    shade = rng.choice([COLOURS["sage green"], (214, 222, 222), COLOURS["beige"], COLOURS["blush pink"]])
    shell(tiles(rng, shade, (226, 226, 222), 0.3, 0.2), (206, 204, 198))
    side = rng.choice([-1, 1])
    brass = metal(COLOURS["gold"], 0.28)
    turns = [2 * math.pi * k / 64 for k in range(64)]
    round_ = [(0.72 * math.cos(t), 0.72 * math.sin(t)) for t in turns]
    g.panel("mirror", round_, 0.03, solid((225, 230, 232), 0.03, 1.0), (side * 1.3, FAR - 0.06, 1.2))
    g.ring("frame", 0.73, 0.03, brass, (side * 1.3, FAR - 0.08, 1.2), (math.pi / 2, 0, 0))
    g.box("vanity", (2.0, 0.8, 0.5), wood(rng, "light oak wood", False), 0.02, (side * 1.3, FAR - 0.4, -0.55))
    bowl = [(0.22, 0), (0.46, 0.16), (0.5, 0.26)]
    g.lathe("basin", bowl, solid((240, 240, 238), 0.12, coat=0.5), 64, at=(side * 1.3, FAR - 0.45, -0.05))
    g.box(
        "towel",
        (0.62, 0.1, 1.05),
        woven(rng, COLOURS["off-white"], 40),
        0.04,
        (-side * 1.1, FAR - 0.14, -0.15),
    )
    rail = g.lathe("rail", [(0.02, 0), (0.02, 1.1)], brass, 16, at=(-side * 1.1 - 0.55, FAR - 0.14, 0.9))
    rail.rotation_euler[1] = math.pi / 2
    pot_plant(rng, (side * 2.05, FAR - 0.5, -0.05), 0.9)
    for k in range(3):
        at = (side * (0.62 - 0.16 * k), FAR - 0.3, -0.05)
        g.lathe("flask", [(0.06, 0), (0.06, 0.24), (0.025, 0.3)], solid((150, 110, 70), 0.2), 32, at=at)
    return "bathroom with a basin"


def _window(rng: Rng) -> str:
    """A wall with a big window onto sunlit green, between curtains."""
    wide, low, high, bar = 1.7, -0.15, 2.4, 0.07
    plaster, frame = grainy(COLOURS["off-white"], 1.8, 0.05, 0.2, 0.95), solid((240, 240, 236), 0.5)
    outside = g.mesh("outside", [(-6, 0, -3), (6, 0, -3), (6, 0, 5), (-6, 0, 5)], [(0, 1, 2, 3)])
    outside.location = (0, FAR + 1, 0)
    outside.data.materials.append(foliage(rng))
    for sign in (-1, 1):
        g.box("wall", (8, 0.2, 8), plaster, 0, (sign * (wide + 4), FAR, -4))
        points = [
            (sign * (wide * 0.72 + 0.9 * k / 40), FAR - 0.35 + 0.06 * math.sin(k * 0.9), z)
            for k in range(41)
            for z in (LOW, 3.0)
        ]
        faces = [(2 * k, 2 * k + 2, 2 * k + 3, 2 * k + 1) for k in range(40)]
        g.mesh("curtain", points, faces, woven(rng, COLOURS["white"], 60))
    g.box("sill", (2 * wide, 0.45, 4 + low), plaster, 0, (0, FAR, -4))
    for x in (-wide, 0.0, wide):
        g.box("bar", (bar, 0.12, high - low), frame, 0, (x, FAR, low))
    for z in (low, (low + high) / 2, high):
        g.box("bar", (2 * wide, 0.12, bar), frame, 0, (0, FAR, z))
    lamp()
    pot_plant(rng, (rng.choice([-1, 1]) * 1.15, FAR - 0.3, low), 0.8)
    return "room with a large window"


def _living(rng: Rng) -> str:
    """A sofa with cushions, a lamp that glows, a picture on the wall, a tall plant."""
    low = -1.3  # a coffee table is lower than others
    wall = rng.choice([COLOURS["off-white"], COLOURS["sage green"], (206, 190, 172), (92, 104, 108)])
    shell(grainy(wall, 1.8, 0.04, 0.2, 0.95), watts=130)
    side = rng.choice([-1, 1])
    cover = rng.choice([COLOURS["beige"], (120, 132, 118), (176, 108, 72), COLOURS["light grey"]])
    cloth, y = woven(rng, cover, 30), FAR - 1.1
    g.box("seat", (3.1, 1.2, 0.75), cloth, 0.12, (side * 0.7, y, low + 0.25))
    g.box("back", (3.1, 0.4, 1.5), cloth, 0.14, (side * 0.7, y + 0.5, low + 0.3))
    for x in (-1.6, 1.6):
        g.box("arm", (0.4, 1.2, 1.15), cloth, 0.14, (side * 0.7 + x, y, low + 0.25))
    for k in range(3):
        tint = rng.choice(
            [COLOURS["cream"], COLOURS["terracotta"], COLOURS["mustard yellow"], scaled(cover, 0.7)]
        )
        cushion = g.box("cushion", (0.75, 0.26, 0.75), woven(rng, tint, 40), 0.12, (0, 0, 0))
        cushion.location = (side * 0.7 - 0.9 + 0.85 * k, y + 0.1, low + 1.0)
        cushion.rotation_euler[0] = -0.25
    beside = -side * 1.75
    g.lathe("pole", [(0.03, 0), (0.03, 2.6)], metal(COLOURS["gold"], 0.3), 16, at=(beside, FAR - 0.7, low))
    g.lathe(
        "shade", [(0.42, 0), (0.3, 0.6)], glowing((1, 0.66, 0.34), 5), 48, at=(beside, FAR - 0.7, low + 2.5)
    )
    inks = [COLOURS[name] for name in ("terracotta", "sage green", "navy blue", "mustard yellow")]
    g.box("frame", (1.0, 0.05, 1.3), wood(rng, "oak wood", False), 0.01, (side * 1.2, FAR - 0.05, 0.55))
    g.box("paper", (0.86, 0.05, 1.16), solid((238, 234, 226), 0.8), 0, (side * 1.2, FAR - 0.07, 0.62))
    g.box("print", (0.45, 0.05, 0.7), solid(rng.choice(inks), 0.8), 0, (side * 1.2, FAR - 0.09, 0.85))
    pot_plant(rng, (-side * 0.95, FAR - 0.6, low + 0.9), 1.7)
    return "living room with a sofa"


def _lights(rng: Rng, wall: Colour, tints: list[Linear], strength: float) -> None:
    """Discs as a lens makes them of small lights far behind; true ones would be mostly noise.

    They add up where they overlap, for none of them hides what is behind.
    """
    sets.wall(solid(wall, 0.9), FAR + 0.6)
    sparks = [glowing(tint, strength * rng.uniform(0.4, 1.0), 0.3) for tint in tints for _ in range(3)]
    turns = [2 * math.pi * k / 48 for k in range(48)]
    for k in range(75):
        r = rng.uniform(0.05, 0.2)
        outline = [(r * math.cos(t), r * math.sin(t)) for t in turns]
        at = (rng.gauss(0, 1.7), FAR - 0.01 * k, rng.gauss(0.7, 0.75))
        disc = g.panel("light", outline, 0.001, sparks[k % len(sparks)], at)
        disc.visible_diffuse = disc.visible_shadow = False


def _gold_lights(rng: Rng) -> str:
    _lights(rng, (38, 26, 18), [(1, 0.34, 0.05), (1, 0.5, 0.14)], 0.9)
    return "background of golden bokeh lights"


def _pale_lights(rng: Rng) -> str:
    lamp(400)
    _lights(rng, (214, 196, 172), [(1, 0.66, 0.3), (1, 0.84, 0.6)], 0.9)
    return "pale background of twinkling bokeh lights"


def _city_lights(rng: Rng) -> str:
    _lights(rng, (12, 14, 26), [(1, 0.3, 0.06), (0.14, 0.3, 1), (1, 0.2, 0.2), (1, 0.6, 0.25)], 0.8)
    return "city at night with bokeh lights"


ROOMS: dict[str, Callable[[Rng], str]] = {
    "kitchen": _kitchen, "bath": _bath, "window": _window, "living": _living,
    "gold lights": _gold_lights, "pale lights": _pale_lights, "city lights": _city_lights,
    **interiors.ROOMS, **venues.ROOMS, **seasons.ROOMS, **errands.ROOMS,
    **callings.ROOMS, **outbuildings.ROOMS, **halls.ROOMS,
}  # fmt: skip
