"""Surfaces by name: what tables, floors, podiums and walls are covered with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bggen.train.scenes.matter import cloths, courts, earthen, rough, tiled, wet
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import COLOURS, STONES, WOODS, Colour, Linear, Rng, colour_of, linear
from bggen.train.scenes.matter.pieced import CANE

PLANKED = ("rustic wood", "whitewashed wood", "weathered grey wood", "pine wood", "bamboo")


@dataclass(frozen=True, slots=True)
class Stuff:
    """A material and what to call it; a plain paint also says its colour and linear albedo."""

    material: Material
    words: str
    colour: str | None = None
    albedo: Linear | None = None


def paint(name: str, rough: float = 0.8) -> Stuff:
    """A matte paint that can be recoloured."""
    colour = colour_of(name)
    return Stuff(m.solid(colour, rough), f"matte {name}", name, linear(colour))


_GREY = {"light": 186.0, "grey": 138.0, "dark": 76.0}
_STUFF: dict[str, Callable[[Rng], tuple[Material, str]]] = {
    "light concrete": lambda _: (m.grainy((186, 185, 182), 2.2, 0.1, 0.15), "light concrete"),
    "dark concrete": lambda _: (m.grainy((76, 76, 76), 2.2, 0.15, 0.2), "dark concrete"),
    "slate": lambda _: (m.grainy((64, 68, 72), 2.5, 0.2, 0.4, 0.7), "dark slate stone"),
    "terrazzo": lambda _: (
        m.speckled((232, 228, 222), [(190, 120, 90), (120, 130, 120), (90, 90, 94)], 26),
        "off-white terrazzo",
    ),
    "linen": lambda rng: (m.woven(rng, (222, 208, 186), 110), "beige linen"),
    "velvet": lambda _: (m.grainy((98, 20, 36), 4, 0.12, 0.2, 0.9, fine=True), "burgundy velvet"),
    "sand": lambda _: (m.grainy((216, 188, 146), 4, 0.07, 0.5, 1, fine=True), "beach sand"),
    "moss": lambda _: (m.grainy((78, 112, 40), 9, 0.4, 0.9, 1, fine=True, depth=0.05), "green moss"),
    "snow": lambda _: (m.grainy((234, 239, 246), 3, 0.03, 0.5, 0.7, fine=True), "snow"),
    "water": lambda rng: (m.water(rng, (60, 150, 160)), "turquoise rippling water"),
    "shallows": lambda rng: (wet.shallows(rng, (44, 160, 180)), "clear shallow water with ripples"),
    "metal": lambda _: (m.metal((190, 192, 196), 0.32), "brushed steel"),
    "gloss black": lambda _: (m.solid((14, 14, 15), 0.06, coat=0.5), "glossy black"),
    "gloss white": lambda _: (m.solid((226, 226, 226), 0.08, coat=0.5), "glossy white"),
    "tile": lambda rng: (m.tiles(rng, (226, 226, 222), (186, 186, 182), 0.26, 0.18), "white ceramic tiles"),
    "leather": lambda _: (m.leather((92, 56, 34)), "brown leather"),
    "track": lambda rng: (courts.track(rng, (172, 66, 46)), "red running track"),
    "court": lambda rng: (courts.court(rng, (20, 66, 132)), "blue tennis court"),
    "hall floor": lambda rng: (courts.boards(rng, (206, 158, 104), (24, 70, 140)), "maple sports floor"),
    "sea bed": lambda rng: (rough.sea_bed(rng, (188, 184, 158)), "sandy sea bed"),
    "raked sand": lambda rng: (rough.raked(rng, (222, 204, 172)), "raked sand"),
    "cork": lambda rng: (
        rough.cells(rng, (186, 138, 92), (150, 106, 66), 0.02, 0.03, 0.5, 0.0),
        "cork",
    ),
    "gingham": lambda rng: (cloths.gingham(rng, (150, 12, 20), 0.12), "red gingham cloth"),
    "blue gingham": lambda rng: (cloths.gingham(rng, (16, 48, 130), 0.12), "blue gingham cloth"),
    "denim": lambda rng: (cloths.denim(rng, (9, 17, 40), (50, 76, 126)), "blue denim"),
    "soil": lambda rng: (rough.crumbly(rng, (22, 14, 9), (84, 60, 42)), "dark soil"),
    "fine sand": lambda rng: (
        earthen.earthen(rng, [(0.0, (84, 68, 50)), (0.5, (134, 114, 88)), (1.0, (176, 156, 126))], 150, 0.24),
        "fine sand",
    ),
    "fallen leaves": lambda _: (m.grainy((134, 74, 28), 12, 0.4, 0.4, 0.95), "fallen autumn leaves"),
    "black sand": lambda rng: (
        earthen.earthen(rng, [(0.0, (12, 12, 14)), (0.5, (34, 35, 38)), (1.0, (82, 84, 88))], 170, 0.3, 0.12),
        "black sand",
    ),
    "red sand": lambda rng: (
        earthen.earthen(rng, [(0.0, (84, 36, 19)), (0.5, (142, 68, 38)), (1.0, (182, 104, 66))], 150, 0.24),
        "red sand",
    ),
    "straw": lambda rng: (rough.crumbly(rng, (138, 92, 28), (244, 212, 118), 40, 0.5), "straw"),
    "checkerboard": lambda rng: (tiled.checkerboard(rng), "black and white checkerboard floor"),
    "gold glitter": lambda rng: (tiled.glitter(rng, (222, 166, 82)), "gold glitter"),
    "zellige": lambda _: (m.grainy((176, 166, 150), 12, 0.2, 0.4, 0.95), "moroccan patterned tiles"),
    "burlap": lambda rng: (rough.crumbly(rng, (120, 86, 50), (206, 172, 124), 70), "burlap"),
    "tatami": lambda rng: (rough.crumbly(rng, (158, 148, 86), (224, 213, 156), 50, 0.55), "tatami mat"),
    "deep snow": lambda rng: (rough.powder(rng), "snow"),
    "rattan": lambda _: (m.grainy(CANE[0], 14, 0.3, 0.2, 0.45), "woven rattan"),
    "pebbles": lambda rng: (
        rough.cells(rng, (112, 107, 100), (46, 43, 40), 0.03, 0.06, 0.9, 1),
        "grey pebble bed",
    ),
    "cobbles": lambda rng: (
        rough.cells(rng, (128, 124, 118), (58, 54, 48), 0.19, 0.11, 0.6, 1, 0.7),
        "cobblestones",
    ),
    "gravel": lambda rng: (
        rough.cells(rng, (150, 145, 138), (60, 57, 52), 0.045, 0.06, 0.9, 1),
        "grey gravel",
    ),
    "dry earth": lambda rng: (
        rough.cells(rng, (176, 138, 98), (58, 40, 26), 0.3, 0.035, 0.2, 0),
        "cracked dry earth",
    ),
    "grey rock": lambda rng: (rough.rock(rng, (142, 140, 136)), "grey rock"),
    "beige rock": lambda rng: (rough.rock(rng, (190, 166, 132)), "beige rock"),
    "dark rock": lambda rng: (rough.rock(rng, (70, 71, 74)), "charcoal rock"),
    "oak log": lambda rng: (rough.log(rng, "light oak wood", (96, 74, 56), 0.555), "slice of a log"),
    "brown log": lambda rng: (rough.log(rng, "oak wood", (66, 52, 42), 0.555), "slice of a log"),
}


#: kinds that can be recoloured -> what they are made of, and what they are called after their colour
_DYED: dict[str, tuple[Callable[[Rng, Colour], Material], str]] = {
    "plaster": (lambda _, colour: m.grainy(colour, 2.5, 0.1, 0.3, 0.95), "plaster"),
    "cotton": (lambda rng, colour: m.woven(rng, colour, 90), "cotton fabric"),
    "velvet": (lambda _, colour: m.grainy(colour, 4, 0.15, 0.25, 0.9, fine=True), "velvet"),
    "terrazzo": (
        lambda _, colour: m.speckled(colour, [(176, 170, 164), (150, 146, 142), (236, 234, 230)], 26),
        "terrazzo",
    ),
    "tile": (lambda rng, colour: m.tiles(rng, colour, (196, 196, 192), 0.26, 0.18), "ceramic tiles"),
    "knit": (lambda rng, colour: cloths.yarn(rng, colour), "chunky knit"),
    "gloss": (lambda _, colour: m.solid(colour, 0.08, coat=0.5), ""),
    "silk": (lambda _, colour: m.solid(colour, 0.36, sheen=0.25), "draped silk"),
    "crumpled": (lambda rng, colour: cloths.pale(rng, colour), "crumpled paper"),
    "fur": (lambda _, colour: cloths.pile(colour), "faux fur"),
}


def dyed(rng: Rng, kind: str, name: str) -> Stuff:
    """A stuff with a grain or a gloss of its own, in a neutral that any other colour can be made from."""
    make, called = _DYED[kind]
    colour = colour_of(name)
    words = f"{name} {called}" if called else f"glossy {name}"
    return Stuff(make(rng, colour), words, name, linear(colour))


def named(rng: Rng, name: str) -> Stuff:
    """A floor or podium by its name; `paint:NAME` for a plain colour, KIND:NAME for other dyed stuffs."""
    kind, _, tone = name.partition(":")
    if kind == "paint":
        return paint(tone)
    if tone:
        return dyed(rng, kind, tone)
    if name in WOODS:
        return Stuff(m.wood(rng, name, name in PLANKED), name)
    if name in STONES:
        return Stuff(m.marble(rng, name), name)
    material, words = _STUFF[name](rng)
    return Stuff(material, words)


def named_wall(rng: Rng, name: str) -> Stuff:
    """A wall by KIND:NAME, such as `plaster:beige`, `brick:brown`, `paint:white`."""
    kind, _, tone = name.partition(":")
    if kind == "paint":
        plain = paint(tone, 0.85)
        return Stuff(plain.material, f"{plain.words} wall", plain.colour, plain.albedo)
    if kind == "plaster":
        colour = colour_of(tone)
        return Stuff(m.grainy(colour, 1.8, 0.06, 0.2, 0.95), f"{tone} plaster wall", tone, linear(colour))
    if kind == "concrete":
        grey = _GREY[tone]
        said = "concrete wall" if tone == "grey" else f"{tone} concrete wall"
        return Stuff(m.grainy((grey, grey, grey), 1.8, 0.13, 0.22), said)
    if kind == "brick":
        colour = {"brown": (120.0, 84.0, 62.0), "red": (150.0, 70.0, 52.0)}.get(tone) or colour_of(tone)
        return Stuff(m.bricks(rng, colour, (176, 170, 160)), f"{tone} brick wall")
    if kind == "tile":
        return Stuff(m.tiles(rng, (222, 222, 218), (186, 186, 182), 0.24), "white ceramic tiles wall")
    if kind == "wood":
        return Stuff(m.wood(rng, tone, planks=True), f"{tone} wall")
    raise ValueError(f"wall {name!r}: use paint, plaster, concrete, brick, tile or wood, then ':' and a name")


_FLOORS = {
    "wood": 22, "marble": 14, "paint": 20, "concrete": 8, "plaster": 4, "fabric": 8, "velvet": 3,
    "terrazzo": 4, "tile": 4, "acrylic": 6, "metal": 3, "leather": 2, "sand": 4, "soil": 2, "moss": 3,
    "snow": 3, "water": 4, "slate": 4, "cork": 1,
}  # fmt: skip
_WALLS = _FLOORS | {
    "marble": 6, "plaster": 16, "tile": 8, "brick": 9, "sand": 0, "soil": 0, "moss": 1, "snow": 0, "water": 0
}  # fmt: skip
_METALS = {
    "brushed steel": (190, 192, 196), "brushed gold": (212, 172, 98), "copper": (200, 120, 84),
    "brushed aluminium": (214, 215, 218),
}  # fmt: skip


def any_surface(rng: Rng, wall: bool = False) -> Stuff:
    """A surface drawn at random, for training scenes."""
    kind = rng.weighted(**(_WALLS if wall else _FLOORS))
    name = rng.word(COLOURS)
    colour = rng.jitter(COLOURS[name], 0.05)
    made = _drawn_hard(rng, kind, name) or _drawn_soft(rng, kind, name)
    if made:
        return made
    if kind == "acrylic":
        return Stuff(m.solid(colour, rng.uniform(0.02, 0.12), coat=0.5), f"glossy {name}")
    return Stuff(m.solid(colour, rng.uniform(0.5, 0.95)), f"matte {name}", name, linear(colour))


def _drawn_hard(rng: Rng, kind: str, name: str) -> Stuff | None:
    """Wood, stone, tile and metal."""
    if kind == "wood":
        name = rng.word(WOODS)
        return Stuff(m.wood(rng, name, rng.chance(0.6)), name)
    if kind == "marble":
        name = rng.word(STONES)
        return Stuff(m.marble(rng, name), name)
    if kind == "concrete":
        tone = rng.word(_GREY)
        return Stuff(
            m.grainy((_GREY[tone],) * 3, 3, 0.2, 0.3), "concrete" if tone == "grey" else f"{tone} concrete"
        )
    if kind == "terrazzo":
        chips = [COLOURS[rng.word(COLOURS)] for _ in range(3)]
        name = rng.choice(["white", "off-white", "blush pink", "light grey"])
        return Stuff(m.speckled(colour_of(name), chips, rng.uniform(18, 40)), f"{name} terrazzo")
    if kind == "tile":
        grout = (225, 225, 222) if rng.chance(0.7) else (60, 60, 60)
        made = m.tiles(rng, COLOURS[name], grout, rng.uniform(0.06, 0.3), rng.uniform(0.08, 0.4))
        return Stuff(made, f"{name} ceramic tiles")
    if kind == "brick":
        return named_wall(rng, f"brick:{rng.choice(['red', 'white', 'grey', 'brown'])}")
    if kind == "metal":
        name = rng.word(_METALS)
        return Stuff(m.metal(_METALS[name], rng.uniform(0.2, 0.45)), name)
    return None


def _drawn_soft(rng: Rng, kind: str, name: str) -> Stuff | None:
    """Plaster, cloth, ground and everything by name."""
    if kind == "plaster":
        name = rng.choice(
            [
                "white",
                "off-white",
                "beige",
                "terracotta",
                "sage green",
                "blush pink",
                "light grey",
                "mustard yellow",
            ]
        )
        return Stuff(m.grainy(colour_of(name), 2.5, 0.1, 0.3, 0.95), f"{name} plaster")
    if kind == "fabric":
        cloth = rng.choice(["linen", "cotton fabric", "burlap", "canvas"])
        return Stuff(m.woven(rng, COLOURS[name], 45 if cloth == "burlap" else 90), f"{name} {cloth}")
    if kind == "velvet":
        return Stuff(m.grainy(COLOURS[name], 4, 0.15, 0.25, 0.9, fine=True), f"{name} velvet")
    if kind == "leather":
        name = rng.choice(["brown", "black", "burgundy", "beige", "chocolate brown"])
        return Stuff(m.leather(COLOURS[name]), f"{name} leather")
    if kind == "soil":
        return Stuff(m.grainy((74, 52, 36), 8, 0.4, 1.0, 1.0), "dark soil")
    if kind == "cork":
        return Stuff(m.grainy((176, 128, 82), 30, 0.35, 0.4, 0.95), "cork")
    if kind == "water":
        name = rng.choice(["turquoise", "navy blue", "teal", "sky blue", "black"])
        return Stuff(m.water(rng, COLOURS[name]), f"{name} rippling water")
    return named(rng, kind) if kind in ("sand", "moss", "snow", "slate") else None
