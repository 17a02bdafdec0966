"""Props that seasons and feasts bring: petals, eggs, autumn leaves, pumpkins, fir, baubles, gifts."""

from __future__ import annotations

import math
from collections.abc import Callable

from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.emitters import glowing
from bggen.train.scenes.matter.materials import grainy, solid
from bggen.train.scenes.matter.palette import COLOURS, Colour, scaled


def _scatter(it: Corner, words: str, colours: list[Colour], long: float) -> list[str]:
    shades = [solid(c, 0.6) for c in colours]
    for k in range(it.rng.randint(16, 28)):
        x, y = it.spot(0.04)
        turn = (it.rng.uniform(-0.2, 0.3), it.rng.uniform(-0.4, 0.4), it.rng.uniform(0, 6.28))
        length = long * it.rng.uniform(0.7, 1.2)
        g.leaf("petal", length, length * 0.4, shades[k % len(shades)], (x, y, 0.025), turn)
    return [words]


def _petals(it: Corner) -> list[str]:
    words, colour = it.rng.choice(
        [
            ("pink petals", (236, 150, 160)),
            ("white petals", (246, 236, 228)),
            ("red rose petals", (190, 30, 40)),
        ]
    )
    return _scatter(it, words, [colour, scaled(colour, 0.9)], 0.1)


def _autumn_leaves(it: Corner) -> list[str]:
    return _scatter(it, "autumn leaves", [(196, 96, 32), (150, 60, 30), (206, 140, 44)], 0.17)


def _baubles(it: Corner) -> list[str]:
    colours = [(180, 20, 28), (212, 170, 80), (20, 90, 50), (200, 200, 205)]
    cap = solid((212, 178, 110), 0.25, 0.9)
    for _ in range(it.rng.randint(5, 7)):
        r = it.rng.uniform(0.07, 0.14)
        x, y = it.spot(r)
        g.ball("bauble", r, solid(it.rng.choice(colours), 0.12, 0.8), (x, y, r))
        g.lathe("cap", [(r * 0.2, 0), (r * 0.2, r * 0.22)], cap, 24, at=(x, y, r * 1.95))
    spark = glowing((1, 0.72, 0.35), 16)
    for _ in range(70):
        at = (it.rng.uniform(-2.2, 2.2), it.rng.uniform(*it.lights_at), it.rng.uniform(0.05, 1.9))
        g.ball("light", 0.014, spark, at)
    return ["christmas baubles", "fairy lights"]


def _gifts(it: Corner) -> list[str]:
    name = it.rng.choice(["red", "forest green", "cream", "navy blue", "gold", "blush pink"])
    wrap, ribbon = solid(COLOURS[name], 0.5), solid(COLOURS["cream" if name == "gold" else "gold"], 0.3)
    for _ in range(it.rng.randint(2, 3)):
        side = it.rng.uniform(0.2, 0.36)
        high, turn = side * it.rng.uniform(0.5, 1), it.rng.uniform(-0.5, 0.5)
        x, y = it.spot(side * 0.72)
        g.box("gift", (side, side, high), wrap, 0.005, (x, y, 0), turn)
        for size in ((side * 1.01, side * 0.12, high * 1.01), (side * 0.12, side * 1.01, high * 1.01)):
            g.box("ribbon", size, ribbon, 0, (x, y, 0), turn)
        for sign in (-1, 1):
            loop = g.ring(
                "bow", side * 0.13, side * 0.025, ribbon, (x, y, high * 1.02), (math.pi / 2, 0, turn)
            )
            loop.location[0] += sign * side * 0.13
            loop.location[2] += side * 0.06
            loop.scale = (1, 0.6, 2.2)
    return [f"{name} gift boxes"]


def _pumpkins(it: Corner) -> list[str]:
    skin, stalk = grainy((224, 112, 28), 5, 0.08, 0.1, 0.45), solid((110, 110, 60), 0.8)
    for r in (it.rng.uniform(0.22, 0.28), it.rng.uniform(0.14, 0.18), it.rng.uniform(0.1, 0.14)):
        x, y = it.spot(r)
        turns = [math.pi * (i + 0.4) / 12.8 for i in range(13)]
        profile = [(r * math.sin(t) + 0.008, r * 0.7 * (1 - math.cos(t))) for t in turns]
        g.lathe("pumpkin", profile, skin, 120, 10, 0.06, (x, y, 0))
        g.lathe("stalk", [(r * 0.13, r * 1.3), (r * 0.08, r * 1.6)], stalk, 10, at=(x, y, 0))
    return ["pumpkins"] + (_autumn_leaves(it) if it.rng.chance(0.7) else [])


def _fir(it: Corner) -> list[str]:
    """Twigs with their needles, cones and red berries between them."""
    bark, berry = solid((84, 60, 40), 0.9), solid((176, 22, 26), 0.2)
    greens = [solid(c, 0.6) for c in ((34, 66, 42), (46, 84, 50), (28, 54, 38))]
    for _ in range(it.rng.randint(5, 7)):
        x, y = it.spot(0.2)
        _twig(it, (x, y), greens, bark)
        for _ in range(it.rng.randint(1, 3)):
            g.ball("berry", 0.028, berry, (x + it.rng.gauss(0, 0.09), y + it.rng.gauss(0, 0.09), 0.07))
    for _ in range(it.rng.randint(2, 3)):
        _cone(it.spot(0.11), it.rng.uniform(0.09, 0.12))
    return ["festive fir branches", "pine cones"]


def _twig(it: Corner, foot: tuple[float, float], greens: list[object], bark: object) -> None:
    """A twig with side shoots, rising a little from the ground."""
    turn, lift = it.rng.uniform(0, 6.28), it.rng.uniform(0.0, 0.12)
    shoots = [(0.0, 0.0, 0.55)] + [
        (0.12 * k, side * it.rng.uniform(0.6, 0.85), 0.34 - 0.05 * k)
        for k in (0, 1, 2, 3)
        for side in (-1, 1)
    ]
    for start, aside, length in shoots:
        way = turn + aside
        x0, y0 = foot[0] + start * math.cos(turn), foot[1] + start * math.sin(turn)
        z0 = 0.025 + start * lift
        for k in range(int(length / 0.013)):
            along = k * 0.013
            at = (x0 + along * math.cos(way), y0 + along * math.sin(way), z0 + along * lift)
            side = 0.75 if k % 2 else -0.75
            tilt = (it.rng.uniform(-0.1, 0.6), it.rng.uniform(-0.6, 0.6), way - math.pi / 2 + side)
            long = it.rng.uniform(0.06, 0.085) * (1 - 0.3 * along / length)
            g.leaf("needle", long, 0.006, greens[k % len(greens)], at, tilt)
        path = [
            (x0 + s * math.cos(way), y0 + s * math.sin(way), z0 + s * lift)
            for s in (0.0, length * 0.5, length)
        ]
        g.ribbon("bark", path, [0.008, 0.006, 0.003], 0.01, bark)


def _cone(at: tuple[float, float], r: float) -> None:
    """A pine cone standing: rows of scales around a core."""
    scale, core = solid((122, 84, 54), 0.8), solid((70, 46, 30), 0.9)
    rows = 9
    body = [
        (r * 0.75 * math.sin(math.pi * (0.12 + 0.86 * k / rows)), 2 * r * k / rows) for k in range(rows + 1)
    ]
    g.lathe("core", body, core, 24, at=(*at, 0.0))
    for k, (wide, z) in enumerate(body[:-1]):
        for j in range(9):
            turn = 2 * math.pi * (j + 0.5 * (k % 2)) / 9
            foot = (at[0] + wide * 0.8 * math.cos(turn), at[1] + wide * 0.8 * math.sin(turn), z + r * 0.1)
            g.leaf("scale", r * 0.5, r * 0.24, scale, foot, (0.45, 0.0, turn - math.pi / 2))


def _eggs(it: Corner) -> list[str]:
    """Easter eggs in pale colours."""
    for name in it.rng.sample(
        ["pastel pink", "pastel blue", "pastel yellow", "mint green", "lavender", "cream"], 5
    ):
        r = it.rng.uniform(0.075, 0.095)
        x, y = it.spot(r)
        egg = g.ball("egg", r, grainy(COLOURS[name], 30, 0.05, 0.05, 0.5), (x, y, r * 0.98))
        egg.scale[0], egg.rotation_euler[2] = 1.32, it.rng.uniform(0, 6.28)
    return ["pastel easter eggs"]


MAKERS: dict[str, Callable[[Corner], list[str]]] = {
    "petals": _petals, "leaves": _autumn_leaves, "baubles": _baubles, "gifts": _gifts, "pumpkins": _pumpkins,
    "fir": _fir, "eggs": _eggs,
}  # fmt: skip
