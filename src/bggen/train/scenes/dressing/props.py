"""What stands beside the product: fruit, flowers, candles, books. Never in front of it or in its place."""

from __future__ import annotations

import math
from collections.abc import Callable

from bggen.train.scenes.dressing import (
    aloe,
    balls,
    bananas,
    barbells,
    berries,
    biscuits,
    blooms,
    blossoms,
    bouquets,
    brambles,
    bushes,
    carnations,
    ceramics,
    chillies,
    columns,
    cosmetics,
    cotton,
    crosscut,
    drinks,
    edibles,
    fall,
    feasts,
    figs,
    foliage,
    forest,
    garden,
    garlic,
    harvest,
    hats,
    heads,
    herbs,
    hydrangeas,
    infusions,
    jasmines,
    kernels,
    lantern,
    laptops,
    larder,
    lilies,
    loaves,
    macarons,
    magnolias,
    mangoes,
    matcha,
    mushrooms,
    nature,
    nuts,
    occasions,
    orchard,
    orchids,
    pantry,
    papayas,
    pearls,
    pears,
    petals,
    pineapples,
    playthings,
    pomegranates,
    poppies,
    puffs,
    rituals,
    roots,
    savory,
    shore,
    soaps,
    spices,
    sprigs,
    stationery,
    stems,
    stonefruit,
    sweets,
    trifles,
    tropics,
    vanity,
    wardrobe,
    watermelons,
    wine,
    yuletide,
)
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.emitters import glowing
from bggen.train.scenes.matter.materials import grainy, solid, woven
from bggen.train.scenes.matter.palette import COLOURS, Colour, Rng, scaled
from bggen.train.scenes.matter.surfaces import any_surface

WEIGHTS = {
    "pebbles": 12, "spheres": 10, "blocks": 12, "plant": 16, "petals": 8, "books": 6, "candles": 6,
    "fruit": 8, "flowers": 10, "baubles": 7, "gifts": 6, "pumpkins": 4, "vase": 8, "leaves": 8,
}  # fmt: skip


def add(kind: str, corner: Corner) -> list[str]:
    """Put props of a kind into the corner -> words."""
    return MAKERS[kind](corner)


def any_kind(rng: Rng) -> str:
    """A kind by how often shops use it."""
    return rng.weighted(**WEIGHTS)


def _pebbles(it: Corner) -> list[str]:
    for _ in range(it.rng.randint(5, 9)):
        r, grey = it.rng.uniform(0.05, 0.15), it.rng.randint(60, 210)
        x, y = it.spot(r)
        stone = grainy((grey, grey * 0.97, grey * 0.93), 5, 0.15, 0.2, 0.7)
        g.lumpy(g.ball("pebble", r, stone, (x, y, r * 0.5), 0.6), r, r * 0.25)
    return ["smooth pebbles"]


def _spheres(it: Corner) -> list[str]:
    name = it.rng.word(COLOURS)
    material = solid(COLOURS[name], it.rng.uniform(0.1, 0.7))
    for _ in range(it.rng.randint(2, 5)):
        r = it.rng.uniform(0.07, 0.2)
        x, y = it.spot(r)
        g.ball("sphere", r, material, (x, y, r))
    return [f"{name} spheres"]


def _blocks(it: Corner) -> list[str]:
    stuff = any_surface(it.rng)
    for _ in range(it.rng.randint(2, 4)):
        size = (it.rng.uniform(0.15, 0.4), it.rng.uniform(0.15, 0.4), it.rng.uniform(0.15, 0.9))
        x, y = it.spot(max(size[:2]) * 0.7)
        g.box("block", size, stuff.material, 0.008, (x, y, 0), it.rng.uniform(-0.5, 0.5))
    return [f"geometric {stuff.words} blocks"]


def _plant(it: Corner) -> list[str]:
    words, colour = it.rng.choice(
        [
            ("green plant", (62, 104, 48)),
            ("eucalyptus branch", (120, 140, 112)),
            ("dried pampas leaves", (178, 150, 104)),
            ("tropical leaves", (40, 84, 44)),
        ]
    )
    _eucalyptus(it, colour)
    return [words]


def _eucalyptus(it: Corner, colour: Colour = (120, 140, 112)) -> list[str]:
    """Lying or standing twigs with paired leaves."""
    material = solid(colour, 0.55, sheen=0.1)
    for _ in range(it.rng.randint(2, 4)):
        x, y = it.spot(0.16)
        turn, rise = it.rng.uniform(0, 6.28), 0.0 if it.flat_lay else it.rng.uniform(0.5, 1.4)
        for k in range(11):
            along = 0.055 * k
            at = (
                x + along * math.cos(turn) * math.cos(rise),
                y + along * math.sin(turn) * math.cos(rise) * 0.5,
                0.03 + along * math.sin(rise),
            )
            for side in (-0.9, 0.9):
                tilt = (it.rng.uniform(-0.1, 0.5) + rise * 0.4, it.rng.uniform(-0.3, 0.3))
                length = it.rng.uniform(0.1, 0.17) * (1 - 0.04 * k)
                g.leaf("leaf", length, length * 0.3, material, at, (*tilt, turn - math.pi / 2 + side))
    return ["eucalyptus branch"]


def _flowers(it: Corner) -> list[str]:
    words, colour = it.rng.choice(
        [
            ("white daisies", (250, 250, 245)),
            ("pink flowers", (236, 130, 160)),
            ("yellow flowers", (250, 200, 60)),
            ("peach flowers", (255, 170, 120)),
        ]
    )
    petal, green, heart = solid(colour, 0.6), solid((80, 120, 60), 0.6), solid((220, 170, 50), 0.8)
    for _ in range(it.rng.randint(4, 7)):
        x, y = it.spot(0.09)
        lying = it.flat_lay or it.rng.chance(0.3)
        high, r = it.rng.uniform(0.3, 0.75), it.rng.uniform(0.07, 0.12)
        head = (x, y, 0.05) if lying else (x + it.rng.gauss(0, 0.04), y, high)
        if not lying:
            g.lathe("stem", [(0.008, 0), (0.006, high)], green, 8, at=(head[0], y, 0))
            g.spray(it.rng, green, (head[0], y, 0), high * 0.5)
        for row, (size, tilt) in enumerate([(1, 0.35), (0.75, 0.8)]):
            for k in range(9):
                turn = (tilt, 0, k * math.pi * 2 / 9 + row * 0.4)
                g.leaf("petal", r * size, r * 0.32 * size, petal, head, turn)
        g.ball("heart", r * 0.24, heart, (head[0], head[1], head[2] + r * 0.1))
    return [words]


def _books(it: Corner) -> list[str]:
    x, y = it.spot(0.26)
    z = 0.0
    pages = solid((236, 228, 212), 0.9)
    for _ in range(it.rng.randint(2, 4)):
        thick, turn = it.rng.uniform(0.05, 0.1), it.rng.uniform(-0.25, 0.25)
        cover = solid(COLOURS[it.rng.word(COLOURS)], 0.7)
        g.box("pages", (0.47, 0.335, thick * 0.8), pages, 0.002, (x, y, z + thick * 0.1), turn)
        for low in (0.0, thick * 0.88):
            g.box("cover", (0.5, 0.36, thick * 0.12), cover, 0.003, (x, y, z + low), turn)
        z += thick
    return ["a stack of books"]


def _candles(it: Corner) -> list[str]:
    wax = solid(it.rng.choice([(240, 232, 216), (220, 190, 170)]), 0.6)
    for _ in range(it.rng.randint(2, 3)):
        r, high = it.rng.uniform(0.06, 0.11), it.rng.uniform(0.2, 0.55)
        x, y = it.spot(r)
        g.lathe("candle", [(r, 0), (r, high), (r * 0.8, high - 0.015)], wax, at=(x, y, 0))
        g.lathe("wick", [(0.005, 0), (0.004, 0.04)], solid((30, 26, 24)), 8, at=(x, y, high - 0.015))
        g.ball("flame", 0.02, glowing((1, 0.6, 0.2), 25), (x, y, high + 0.055), 2.2)
    return ["lit candles"]


def _fruit(it: Corner) -> list[str]:
    words, colour, long = it.rng.choice(
        [
            ("lemons", (246, 200, 40), 1.25),
            ("oranges", (240, 130, 30), 1.0),
            ("limes", (120, 170, 50), 1.15),
            ("red apples", (190, 30, 34), 0.95),
        ]
    )
    peel = grainy(colour, 8, 0.06, 0.12, 0.35, fine=True)
    flesh, rind = solid(scaled(colour, 1.12), 0.35), solid((250, 244, 226), 0.7)
    for k in range(it.rng.randint(3, 5)):
        r = it.rng.uniform(0.12, 0.16)
        x, y = it.spot(r)
        if k == 0 and words != "red apples":  # one cut in half, towards the camera
            _half(it, r, (x, y), (peel, rind, flesh))
            continue
        thing = g.ball("fruit", r, peel, (x, y, r * 0.95), 0.95)
        thing.scale[0], thing.rotation_euler[2] = long, it.rng.uniform(0, 3)
    return [words]


def _half(it: Corner, r: float, at: tuple[float, float], stuff: tuple[object, object, object]) -> None:
    holder = g.empty("half", (*at, r * 0.92))
    holder.rotation_euler = (math.pi / 2 - 0.35, 0, it.rng.uniform(-0.4, 0.4))
    dome = [
        (max(0.002, r * math.sin(t)), -r * math.cos(t)) for t in (math.pi / 2 * k / 12 for k in range(13))
    ]
    parts = [g.lathe("peel", dome, stuff[0])]
    parts.append(g.lathe("rind", [(r * 0.99, 0), (r * 0.98, 0.004)], stuff[1]))
    for k in range(9):
        angle = 2 * math.pi * k / 9
        turn = (0.0, 0.0, angle - math.pi / 2)
        near = (r * 0.12 * math.cos(angle), r * 0.12 * math.sin(angle), 0.008)
        parts.append(g.leaf("wedge", r * 0.74, r * 0.22, stuff[2], near, turn))
    for part in parts:
        part.parent = holder


def _vase(it: Corner) -> list[str]:
    x, y = it.spot(0.18)
    name, high, r = it.rng.word(COLOURS), it.rng.uniform(0.4, 0.6), it.rng.uniform(0.1, 0.16)
    waist = [(0.7, 0), (0.95, 0.2), (1, 0.4), (0.85, 0.62), (0.55, 0.82), (0.5, 0.92), (0.56, 1)]
    body = [(r * a, high * b) for a, b in waist]
    g.lathe("vase", body, solid(COLOURS[name], it.rng.uniform(0.2, 0.8)), at=(x, y, 0))
    dried = it.rng.chance(0.5)
    stems = solid((196, 170, 130) if dried else (90, 120, 70), 0.6)
    g.spray(it.rng, stems, (x, y, high * 0.8), 0.8)
    return [f"a {name} vase with {'dried flowers' if dried else 'a plant'}"]


def _coffee(it: Corner) -> list[str]:
    """Beans in little heaps, each with its crease."""
    roast, crease = solid((66, 38, 22), 0.35), solid((30, 16, 10), 0.8)
    for _ in range(it.rng.randint(5, 7)):
        x, y = it.spot(0.1)
        for _ in range(it.rng.randint(6, 12)):
            at = (x + it.rng.gauss(0, 0.055), y + it.rng.gauss(0, 0.055), 0.018)
            turn = it.rng.uniform(0, 3.14)
            for name, stuff, wide, up in (("bean", roast, 0.7, 0.0), ("crease", crease, 0.1, 0.006)):
                bean = g.ball(name, 0.03, stuff, (at[0], at[1], at[2] + up), 0.55)
                bean.scale[1], bean.rotation_euler[2] = wide, turn
    return ["coffee beans"]


def _towels(it: Corner) -> list[str]:
    """Rolled towels in a pile, their ends towards the camera."""
    cloth = woven(it.rng, COLOURS[it.rng.choice(["white", "cream", "beige", "sage green"])], 34)
    x, y = it.spot(0.26)
    turns = [k * 0.5 for k in range(30)]
    for along, high in ((-0.13, 0.125), (0.13, 0.125), (0.0, 0.35)):
        profile = [(0.02, 0.0), (0.11, 0.0), (0.125, 0.03), (0.125, 0.47), (0.11, 0.5), (0.02, 0.5)]
        roll = g.lathe("towel", profile, cloth, 48, at=(x + along, y + 0.25, high))
        roll.rotation_euler[0] = math.pi / 2
        spiral = [(0.004 * t * math.cos(t) * 1.9, 0.004 * t * math.sin(t) * 1.9, 0.0) for t in turns]
        edge = g.ribbon("edge", spiral, [0.006] * len(spiral), 0.012, cloth)
        edge.location, edge.rotation_euler[0] = (x + along, y - 0.25, high), math.pi / 2
    return ["rolled towels"]


MAKERS: dict[str, Callable[[Corner], list[str]]] = {
    "pebbles": _pebbles, "spheres": _spheres, "blocks": _blocks, "plant": _plant, "eucalyptus": _eucalyptus,
    "flowers": _flowers, "books": _books, "candles": _candles, "fruit": _fruit, "vase": _vase,
    "coffee": _coffee, "towels": _towels, **feasts.MAKERS, **trifles.MAKERS, **blooms.MAKERS,
    **edibles.MAKERS, **berries.MAKERS, **drinks.MAKERS, **stems.MAKERS, **occasions.MAKERS,
    **rituals.MAKERS, **sweets.MAKERS, **nature.MAKERS, **orchard.MAKERS, **pantry.MAKERS,
    **larder.MAKERS, **garden.MAKERS, **bushes.MAKERS,
    **foliage.MAKERS, **sprigs.MAKERS, **bouquets.MAKERS, **blossoms.MAKERS, **heads.MAKERS,
    **fall.MAKERS, **petals.MAKERS,
    **herbs.MAKERS, **savory.MAKERS, **nuts.MAKERS, **aloe.MAKERS, **kernels.MAKERS, **spices.MAKERS,
    **ceramics.MAKERS, **cosmetics.MAKERS, **hats.MAKERS, **infusions.MAKERS, **matcha.MAKERS,
    **vanity.MAKERS, **wardrobe.MAKERS, **wine.MAKERS, **yuletide.MAKERS, **columns.MAKERS, **harvest.MAKERS,
    **playthings.MAKERS, **shore.MAKERS, **soaps.MAKERS, **stationery.MAKERS,
    **orchids.MAKERS, **hydrangeas.MAKERS, **poppies.MAKERS, **lilies.MAKERS, **magnolias.MAKERS,
    **tropics.MAKERS, **jasmines.MAKERS, **carnations.MAKERS,
    **forest.MAKERS, **mushrooms.MAKERS, **cotton.MAKERS, **roots.MAKERS,
    **stonefruit.MAKERS, **pears.MAKERS, **bananas.MAKERS, **crosscut.MAKERS, **figs.MAKERS,
    **pomegranates.MAKERS, **watermelons.MAKERS, **papayas.MAKERS, **brambles.MAKERS, **mangoes.MAKERS,
    **pineapples.MAKERS, **puffs.MAKERS,
    **barbells.MAKERS, **balls.MAKERS, **loaves.MAKERS, **biscuits.MAKERS, **macarons.MAKERS,
    **chillies.MAKERS, **garlic.MAKERS, **lantern.MAKERS, **laptops.MAKERS, **pearls.MAKERS,
}  # fmt: skip
