"""Houses for plants and hay behind the table: a greenhouse, a barn."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.indoors.furnishings import FAR, lamp
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.emitters import glowing, luminous
from bggen.train.scenes.matter.materials import grainy, metal, solid, wood
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import COLOURS, Colour, Rng
from bggen.train.scenes.stage import sets

RIDGE, EAVES, HALF = 2.75, 1.55, 2.7  # of a greenhouse: heights, and half its width
GREENS: tuple[Colour, ...] = ((66, 122, 44), (104, 160, 58), (146, 190, 80), (52, 100, 52), (122, 168, 96))


def _greenhouse(rng: Rng) -> str:
    """White bars under a bright sky, plants in pots on both sides and in baskets, a way between them."""
    _sky(rng)
    white = solid((238, 240, 238), 0.5)
    _bars(white)
    lamp(560)
    greens = [solid(tint, 0.45, sheen=0.15) for tint in GREENS]
    clay = [solid(c, 0.8) for c in ((186, 104, 70), (168, 88, 58), COLOURS["off-white"])]
    slats = wood(rng, "light oak wood", False)
    for side in (-1, 1):
        g.box("bench", (1.7, 3.6, 0.08), slats, 0.01, (side * 1.85, 3.5, -0.42))
        for y in (2.3, 2.9, 3.5, 4.1, 4.7, 5.2):
            for x in (1.15, 1.6, 2.1):
                at = (side * (x + rng.uniform(-0.08, 0.08)), y + rng.uniform(-0.12, 0.12), -0.34)
                _potted(rng, at, greens, clay, 0.42 + 0.5 * (x - 1.1))
    for k in range(9):  # beds at the far end
        x = -1.0 + 0.25 * k
        _bush(rng, rng.choice(greens), (x, FAR - 0.25, -0.45), 0.5, 70, 0.34, 0.08)
    for x, y in ((-1.2, 3.9), (1.25, 4.2), (-1.75, 2.9), (1.8, 3.1)):
        z = rng.uniform(1.45, 1.7)
        g.lathe("basket", [(0.1, -0.14), (0.19, 0.0)], clay[0], 32, at=(x, y, z))
        g.lathe("cord", [(0.008, 0), (0.008, 2)], white, 8, at=(x, y, z))
        _bush(rng, rng.choice(greens), (x, y, z + 0.02), 0.34, 200, 0.2, 0.05, 0.3)
        _bush(rng, rng.choice(greens), (x, y, z - 0.04), 0.34, 240, 0.22, 0.045, -0.85)
    for side in (-1, 1):  # great leaves near by, small trees behind them
        for x, y, high, long in (
            (1.8, 2.3, 0.1, 0.7),
            (2.3, 3.2, 0.5, 0.95),
            (1.75, 4.3, 0.55, 0.8),
            (1.3, 5.0, 0.15, 0.7),
        ):
            foot = (side * (x + rng.uniform(-0.1, 0.1)), y, high)
            g.lathe("trunk", [(0.04, -1.2), (0.03, 0.1)], slats, 16, at=foot)
            _bush(rng, rng.choice(greens), foot, 0.9 * long, 46, long, 0.12 * long, 0.5)
            _bush(rng, rng.choice(greens), foot, 0.9 * long, 60, 0.6 * long, 0.1 * long, 0.2)
    return "greenhouse full of plants"


def _sky(rng: Rng) -> None:
    """What is seen through the panes: a bright sky, trees in the haze."""
    rows, columns = np.mgrid[:120, :200].astype(np.float32)
    up = 1 - rows / 119
    numbers = np.random.default_rng(rng.randint(0, 2**31))
    crowns = np.repeat(np.interp(np.arange(200), np.arange(0, 200, 8), numbers.random(25))[None], 120, 0)
    trees = ((0.42 + 0.1 * crowns - up) * 14).clip(0, 1)[..., None]
    light = np.array((2.1, 2.2, 2.3)) - up[..., None] * np.array((1.2, 0.8, 0.3))
    light = light + trees * 0.75 * (np.array((0.6, 0.95, 0.4)) - light)
    corners: list[g.Point] = [(-9, 0, -3), (9, 0, -3), (9, 0, 7), (-9, 0, 7)]
    flat = g.mesh("outside", [(x, z, 0) for x, _, z in corners], [(0, 1, 2, 3)])
    flat.data.materials.append(luminous(np.asarray(light + 0 * columns[..., None], np.float32)))
    flat.location, flat.rotation_euler = (0, FAR + 1.2, 0), (math.pi / 2, 0, 0)


def _bars(white: Material) -> None:
    """A gable with its panes, rafters that come towards the camera, posts at both sides."""
    slope = math.hypot(HALF, RIDGE - EAVES)
    tilt = math.atan2(RIDGE - EAVES, HALF)
    for k in range(-6, 7):
        x = 0.45 * k
        g.box("bar", (0.045, 0.06, 2 + EAVES + (HALF - abs(x)) * math.tan(tilt)), white, 0, (x, FAR, -2))
    for z in (0.25, EAVES):
        g.box("rail", (2 * HALF, 0.07, 0.06), white, 0, (0, FAR, z))
    for side in (-1, 1):
        for y in (1.6, 2.35, 3.1, 3.85, 4.6, FAR):
            rafter = g.box("rafter", (slope, 0.06, 0.07), white, 0, (side * HALF / 2, y, (RIDGE + EAVES) / 2))
            rafter.rotation_euler[1] = side * tilt
            g.box("post", (0.07, 0.06, 4), white, 0, (side * HALF, y, EAVES - 4))
        for k in range(4):
            x = side * HALF * k / 3
            g.box("purlin", (0.05, 4.5, 0.05), white, 0, (x, 3.3, RIDGE - abs(x) * math.tan(tilt)))


def _potted(rng: Rng, at: g.Point, greens: list[Material], clay: list[Material], tall: float) -> None:
    """A plant in a pot, some in flower."""
    r = rng.uniform(0.1, 0.15)
    g.lathe(
        "pot",
        [(0.75 * r, 0), (r, 1.6 * r), (1.1 * r, 1.6 * r), (1.1 * r, 2 * r)],
        rng.choice(clay),
        24,
        at=at,
    )
    heart = (at[0], at[1], at[2] + 2 * r)
    kind = rng.random()
    if kind < 0.4:  # broad leaves
        _bush(rng, rng.choice(greens), heart, tall, 60, 0.24, 0.065)
    elif kind < 0.7:  # a fern
        _bush(rng, rng.choice(greens), heart, 0.8 * tall, 70, 0.5, 0.022)
    else:
        _bush(rng, rng.choice(greens), heart, tall, 60, 0.2, 0.05)
        tint = rng.choice([(224, 96, 130), (244, 240, 232), (240, 196, 70), (206, 70, 60)])
        _bush(rng, solid(tint, 0.6), (heart[0], heart[1], heart[2] + 0.25 * tall), tall, 34, 0.07, 0.035)


def _bush(
    rng: Rng,
    green: Material,
    at: g.Point,
    reach: float,
    count: int,
    long: float,
    half: float,
    rise: float = 0.6,
) -> None:
    """Leaves `long` units long that stand out from a heart, within about `reach` of it; all one mesh."""
    numbers = np.random.default_rng(rng.randint(0, 2**31))
    turn, part = numbers.uniform(0, 2 * math.pi, count), numbers.random(count) ** 0.6
    lift = rise + numbers.uniform(-0.5, 0.7, count)
    out = np.stack([np.cos(turn) * np.cos(lift), np.sin(turn) * np.cos(lift), np.sin(lift)], 1)
    root = np.array(at) + out * (part * max(reach - 0.6 * long, 0.0))[:, None]
    length = long * numbers.uniform(0.6, 1.2, count)
    side = np.stack([-np.sin(turn), np.cos(turn), numbers.uniform(-0.4, 0.4, count)], 1)
    points = []
    steps = 5
    for k in range(steps + 1):
        t = k / steps
        middle = root + out * (length * t)[:, None]
        middle[:, 2] -= 0.35 * length * t * t
        wide = half * max(math.sin(math.pi * (0.06 + 0.92 * t)), 0.02) ** 0.8
        points += [middle - side * wide, middle + side * wide]
    every = np.stack(points, 1).reshape(-1, 3)
    faces = [
        (b + 2 * k, b + 2 * k + 1, b + 2 * k + 3, b + 2 * k + 2)
        for b in range(0, len(every), 2 * steps + 2)
        for k in range(steps)
    ]
    g.mesh("leaves", [(float(x), float(y), float(z)) for x, y, z in every], faces, green)


FLOOR = -0.5  # of a barn, so high that bales are seen over the table


def _barn(rng: Rng) -> str:
    """Old boards with light between them, beams, bales one on the other, a lantern."""
    side = rng.choice([-1, 1])
    sets.wall(glowing((1.0, 0.68, 0.36), 2.6), FAR + 0.5)
    tints: list[Colour] = [(128, 88, 60), (110, 76, 52), (146, 106, 74), (96, 68, 48), (152, 118, 88)]
    boards = [grainy(tint, 3, 0.3, 0.4, 0.9) for tint in tints]
    x = -4.2
    while x < 4.2:
        wide = rng.uniform(0.24, 0.38)
        foot = (x + wide / 2, FAR, -2.5 - rng.uniform(0, 4))  # so that no two show the same stains
        thing = g.box("board", (wide, 0.06, 10), rng.choice(boards), 0.01, foot)
        thing.rotation_euler[1] = rng.uniform(-0.004, 0.004)
        x += wide + (rng.uniform(0.014, 0.028) if rng.chance(0.5) else 0.004)
    dark = grainy((58, 40, 28), 5, 0.35, 0.4, 0.9)
    for z in (0.35, 1.95):
        g.box("beam", (9, 0.22, 0.24), dark, 0.02, (0, FAR - 0.14, z))
    for x in (-2.05, 2.05):
        g.box("post", (0.26, 0.26, 6), dark, 0.02, (x, FAR - 0.3, -2.5))
        for side in (-1, 1):
            brace = g.box("brace", (0.16, 0.16, 1.3), dark, 0.02, (x, FAR - 0.3, 1.1))
            brace.rotation_euler[1] = side * 0.75
    floor_ = [(-9.0, 1.2, FLOOR), (9.0, 1.2, FLOOR), (9.0, FAR, FLOOR), (-9.0, FAR, FLOOR)]
    g.mesh("floor", floor_, [(0, 1, 2, 3)], grainy((150, 116, 66), 9, 0.4, 0.8, 1))
    lamp(430)
    sun = sets.softbox(
        sets.point(side * -2.6, 1.6, 3.4), sets.point(side * 1.2, FAR - 0.8, 0.0), 330, 0.6, (1, 0.78, 0.5)
    )
    sun.visible_glossy = False
    straw = [grainy(tint, 16, 0.4, 0.9, 1) for tint in ((244, 178, 106), (232, 164, 92), (248, 192, 124))]
    for x, y, z, turn in (
        (0.95, 4.3, 0, 0.06), (2.12, 4.2, 0, -0.04), (1.5, 4.3, 1, 0.1),
        (2.65, 4.25, 1, 0.0), (2.1, 4.3, 2, 0.16),
        (-1.2, 4.3, 0, 0.35), (-2.3, 4.1, 0, -0.1), (-1.95, 4.2, 1, 0.2),
        (-3.0, 4.3, 1, 0.0), (0.0, 4.9, 0, 0.0),
    ):  # fmt: skip
        _bale(rng, straw, (side * x, y, FLOOR + 0.58 * z), side * turn)
    at = (-side * 0.95, FAR - 0.6, 1.3)
    _lantern(at)
    return "barn with bales of hay"


def _bale(rng: Rng, straw: list[Material], at: g.Point, turn: float) -> None:
    """A pressed block of hay, two strings about it, stalks that stick out."""
    size = (1.14, 0.6, 0.58)
    g.lumpy(g.box("bale", size, rng.choice(straw), 0.06, at, turn), 0.12, 0.05)
    string = solid((120, 60, 40), 0.8)
    for x in (-0.3, 0.3):
        foot = (at[0] + x * math.cos(turn), at[1] + x * math.sin(turn), at[2] - 0.005)
        g.box("string", (0.02, size[1] + 0.06, size[2] + 0.03), string, 0, foot, turn)
    numbers = np.random.default_rng(rng.randint(0, 2**31))
    count = 900
    root = numbers.uniform(-0.5, 0.5, (count, 3)) * np.array(size)
    root[: count // 2, 1] = -size[1] / 2  # on the face towards the camera, and above
    root[count // 2 :, 2] = size[2] / 2
    tip = root + numbers.normal(0, 1, (count, 3)) * np.array((0.11, 0.03, 0.05))
    across = np.array((0.0, 0.0, 0.008)) + numbers.normal(0, 0.003, (count, 3))
    points = np.stack([root - across, root + across, tip], 1).reshape(-1, 3)
    faces = [(k, k + 1, k + 2) for k in range(0, len(points), 3)]
    stalks = g.mesh(
        "stalks", [(float(x), float(y), float(z)) for x, y, z in points], faces, rng.choice(straw)
    )
    stalks.location, stalks.rotation_euler[2] = (at[0], at[1], at[2] + size[2] / 2), turn


def _lantern(at: g.Point) -> None:
    """A stable lantern on a chain."""
    iron = metal((60, 56, 52), 0.5)
    g.lathe("foot", [(0.13, 0), (0.13, 0.05)], iron, 32, at=at)
    g.lathe("glass", [(0.1, 0.05), (0.12, 0.16), (0.09, 0.3)], glowing((1, 0.56, 0.2), 9), 32, at=at)
    g.lathe("lid", [(0.12, 0.3), (0.05, 0.4), (0.02, 0.42)], iron, 32, at=at)
    g.lathe("chain", [(0.012, 0.4), (0.012, 3)], iron, 8, at=at)


ROOMS: dict[str, Callable[[Rng], str]] = {"greenhouse": _greenhouse, "barn": _barn}
