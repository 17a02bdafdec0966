"""Cherries."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.nodes import Material

_CHERRY = [
    (0.001, -0.93), (0.05, -0.925), (0.3, -0.91), (0.66, -0.74), (0.93, -0.34), (1.02, 0.1), (0.95, 0.52),
    (0.72, 0.82), (0.46, 0.92), (0.26, 0.88), (0.12, 0.76), (0.05, 0.68), (0.001, 0.66),
]  # fmt: skip
_CHERRY_SKIN: Stops = [
    (0.0, (30, 2, 6)), (0.3, (72, 2, 10)), (0.6, (124, 6, 16)), (0.85, (164, 18, 22)), (1.0, (206, 92, 70)),
]  # fmt: skip
_STALK: Stops = [
    (0.0, (84, 52, 26)), (0.3, (126, 104, 44)), (0.55, (112, 134, 50)), (0.8, (146, 164, 76)),
    (1.0, (178, 190, 110)),
]  # fmt: skip
_LEAF: Stops = [(0.0, (168, 186, 96)), (0.4, (74, 112, 40)), (0.75, (48, 88, 30)), (1.0, (34, 68, 24))]


def _cherries(it: Corner) -> list[str]:
    """Seven in pairs with a leaf; a pair and one."""
    stuffs = (
        skin(_CHERRY_SKIN, 0.13, tone=(34, 0.1), relief=(26, 0.0012), under=0.12, coat=0.5),
        skin(_STALK, 0.55, tone=(60, 0.15), relief=(160, 0.0015)),
    )
    r = 0.042
    x, y = it.spot(0.22)
    side = math.copysign(1.0, x)
    # where two of a pair lie, and their stalks meet
    pairs = [
        ((-0.1, -0.06, r), (-0.012, -0.075, r), (-0.09, 0.06, 0.115)),
        ((0.1, -0.035, r), (0.03, 0.035, r), (0.15, 0.075, 0.125)),
        ((-0.075, 0.035, r), (-0.02, -0.015, 2.4 * r), (-0.16, 0.085, 0.14)),
    ]
    for one, other, knot in pairs:
        _pair(it, (x, y, side), (one, other), knot, stuffs, r)
    at = np.array([x + 0.165 * side, y - 0.105, r * 0.93])
    _cherry(
        it, at, np.array([0.75 * side, -0.35, 0.5]), at + np.array([0.09 * side, -0.02, 0.055]), stuffs, r
    )
    leaf = f.lamina(
        it.rng, 0.2, sawn(f.outline(90, 0.05, 0.85), 26, 0.08), fold=0.25, bend=0.22, veins=10, columns=25
    )
    parts = [f.grown(leaf, np.array([0.02 * side, 0.075, 0.02]), np.array([-0.9 * side, 0.28, 0.12]), f.UP)]
    s.put("leaf", f.settled(parts, (x, y)), f.leafy(_LEAF, 0.4, 0.2, mottle=0.2))
    x, y = it.spot(0.14)
    side = math.copysign(1.0, x)
    _pair(it, (x, y, side), ((-0.055, -0.03, r), (0.045, -0.01, r)), (0.01, 0.1, 0.12), stuffs, r)
    return ["cherries"]


def sawn(wide: s.Floats, teeth: int, deep: float) -> s.Floats:
    """Half widths of a leaf with teeth, `deep` parts of its width."""
    t = np.linspace(0, 1, len(wide))
    return np.asarray(wide * (1 - deep * ((t * teeth) % 1.0)))


def _pair(
    it: Corner,
    at: tuple[float, float, float],
    places: tuple[tuple[float, float, float], tuple[float, float, float]],
    knot: tuple[float, float, float],
    stuffs: tuple[Material, Material],
    r: float,
) -> None:
    """Two whose stalks meet at `knot`; places about `at` (x, y and the side to the product)."""
    x, y, side = at
    top = np.array([x + knot[0] * side, y + knot[1], knot[2]])
    for dx, dy, z in places:
        middle = np.array([x + dx * side, y + dy, z * 0.95])
        way = top - middle
        way = way / np.linalg.norm(way) + np.array([dx * 1.5 * side, -0.35, 0.25])
        _cherry(it, middle, way, top, stuffs, r)
    bud, _ = s.spun([(0.001, -1), (0.8, -0.6), (1.0, 0.1), (0.8, 0.7), (0.3, 1.0), (0.001, 1.0)], 20, 16)
    lumps = 1 + 0.4 * (mottle(dice_of(it.rng), (16, 20), (5, 7)) - 0.5)
    knob = s.turned(
        s.sheet(bud * lumps[..., None], 0.05, around=True), (0.4, 0.5, 0), tuple(top.tolist()), 0.0062
    )
    s.put("spur", [knob], stuffs[1])


def _cherry(
    it: Corner,
    at: s.Floats,
    way: s.Floats,
    end: s.Floats,
    stuffs: tuple[Material, Material],
    r: float,
) -> None:
    """Its hollow looks along `way`, its stalk leads to `end`."""
    dice = dice_of(it.rng)
    rings, turns = s.spun(_CHERRY, 90, 76)
    z = rings[:, :1, 2]
    aside = np.abs((turns + math.pi) % (2 * math.pi) - math.pi)
    groove = 0.03 * np.exp(-((aside / 0.13) ** 2)) * np.clip(1.2 - np.abs(z), 0, 1)
    shift = dice.uniform(0, 6)
    rings[..., :2] *= (1 + 0.02 * np.cos(2 * turns + shift) + 0.012 * np.cos(3 * turns) - groove)[..., None]
    rings[..., 2] += 0.05 * np.cos(2 * turns) * np.clip(z, 0, 1) ** 2  # two shoulders
    size = rings.shape[:2]
    tones = 0.5 + dice.uniform(-0.17, 0.13) + 0.4 * (mottle(dice, size, (3, 4)) - 0.5)
    tones = tones + 0.12 * (mottle(dice, size, (26, 40)) - 0.5) + 0.1 * np.exp(-((aside / 0.1) ** 2))
    flecks = dice.random(size) > 0.987
    shade = np.clip(np.where(flecks, tones + 0.14, tones), 0.12, 0.86)
    way = way / np.linalg.norm(way)
    turn = s.aim(way)
    spin = (0.0, 0.0, dice.uniform(0, 6.28))
    body = s.turned(s.turned(s.sheet(rings, shade, around=True), spin), turn, tuple(at.tolist()), r)
    s.put("cherry", [body], stuffs[0])
    root = at + way * r * 0.66
    path = s.bow(root, way * 0.55 * float(np.linalg.norm(end - root)), end, 30)
    t = np.linspace(0, 1, 30)
    path = (
        path
        + 0.0015 * np.sin(9 * t + shift)[:, None] * np.array([1.0, 0.5, 0.0]) * (t * (1 - t) * 4)[:, None]
    )
    thick = 0.0027 + 0.0022 * t**9 + 0.0016 * np.exp(-((t / 0.05) ** 2))
    cord = s.tube(path, thick, 0.6, 12)
    tint = np.repeat(np.clip(0.72 - 0.3 * t**5 - 0.25 * np.exp(-((t / 0.06) ** 2)), 0, 1), 12)
    s.put("stalk", [s.Patch(cord.points, cord.faces, tint)], stuffs[1])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"cherries": _cherries}
