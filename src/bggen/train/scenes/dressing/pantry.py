"""Spices, nuts, honey and what a bakery sells."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, heap, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

_CINNAMON: Stops = [
    (0.0, (54, 26, 12)), (0.35, (116, 60, 28)), (0.65, (158, 92, 48)), (1.0, (212, 156, 104)),
]  # fmt: skip
_ANISE: Stops = [(0.0, (46, 22, 12)), (0.4, (104, 56, 28)), (0.7, (146, 88, 48)), (1.0, (190, 136, 86))]
_ALMOND: Stops = [(0.0, (62, 28, 12)), (0.35, (118, 62, 28)), (0.65, (158, 92, 44)), (1.0, (214, 160, 104))]
_CRUST: Stops = [
    (0.0, (92, 40, 12)), (0.3, (158, 82, 26)), (0.55, (206, 128, 52)), (0.8, (234, 180, 104)),
    (1.0, (250, 224, 172)),
]  # fmt: skip


def _cinnamon(it: Corner) -> list[str]:
    """A bundle tied with twine; two star anise and a stick."""
    bark = skin(_CINNAMON, 0.85, tone=(70, 0.22), relief=(140, 0.003))
    twine = skin([(0.0, (150, 116, 74)), (1.0, (206, 176, 128))], 0.9, relief=(260, 0.004))
    pods = skin(_ANISE, 0.75, tone=(60, 0.2), relief=(120, 0.003))
    seeds = skin([(0.0, (60, 26, 10)), (1.0, (150, 78, 32))], 0.12, coat=0.6)
    dice = dice_of(it.rng)
    x, y = it.spot(0.24)
    side = math.copysign(1.0, x)
    turn, r = 0.3 * side, 0.031
    low = [(k * 2.02 * r, r) for k in (-1, 0, 1)]
    places = [*low, *((k * 2.02 * r, r * 2.74) for k in (-0.5, 0.5))]
    sticks = []
    for across, high in places:
        along = dice.uniform(-0.012, 0.012)
        stick = _quill(dice, 0.4 * dice.uniform(0.94, 1.05), r * dice.uniform(0.95, 1.02))
        roll = s.turned(stick, (dice.uniform(0, 6.28), 0, 0), (along, across, high))
        sticks.append(s.turned(roll, (0, 0, turn), (x, y, 0)))
    s.put("cinnamon", sticks, bark)
    loops = [s.turned(one, (0, 0, turn), (x, y, 0)) for one in _tied(dice, places, r)]
    s.put("twine", loops, twine)
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    s.put("cinnamon", rest([_quill(dice, 0.36, 0.031)], (2.0, 0, -0.35 * side), x, y + 0.05, 1.0), bark)
    _anise(dice, 0.085, (x - 0.08 * side, y - 0.08, 0.014), (0.04, 0.05, 0.2), (pods, seeds))
    _anise(dice, 0.075, (x + 0.12 * side, y - 0.1, 0.022), (0.25, -0.2, 1.0), (pods, seeds))
    return ["cinnamon sticks", "star anise"]


def _quill(dice: np.random.Generator, long: float, r: float) -> s.Patch:
    """Bark rolled in from both its edges, along x, its middle at the origin."""
    inward = np.linspace(1, 0, 46)
    way = 0.5 * math.pi + (1 - inward) * dice.uniform(6.6, 8.2)  # from its back to the end of a roll
    out = 0.16 + 0.84 * inward**0.55
    half = np.stack([out * np.cos(way) * 0.5, out * np.sin(way)], 1)
    one = half * np.array([1.0, 0.86]) + np.array([-0.42, 0.0]) * (1 - inward[:, None]) ** 0.2
    other = one * np.array([-1.0, 0.94])
    line = np.concatenate([one[::-1], other[1:]]) * r
    normal = np.gradient(line, axis=0)[:, ::-1] * np.array([-1.0, 1.0])
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    thick = 0.055 * r * (1 + 0.4 * np.sin(np.arange(len(line)) * 0.7))[:, None]
    loop = np.concatenate([line + normal * thick, (line - normal * thick)[::-1]])
    flat = np.concatenate([line, line[::-1]])
    t = np.concatenate([[0, 0], np.linspace(0, 1, 60), [1, 1]])
    ends = np.zeros(len(t), bool)
    ends[[0, -1]] = True
    section = np.where(ends[:, None, None], flat, loop)
    swell = 1 + 0.05 * (mottle(dice, (len(t), len(loop)), (6, 9)) - 0.5)
    along = (t[:, None] - 0.5) * long + 0.008 * (mottle(dice, (1, len(loop)), (1, 12)) - 0.5) * (
        2 * t[:, None] - 1
    )
    bend = 0.004 * np.sin(t * math.pi)[:, None]
    rings = np.stack([along, section[..., 0] * swell + bend, section[..., 1] * swell], 2)
    size = rings.shape[:2]
    shade = 0.14 + 0.5 * mottle(dice, size, (3, 90)) + 0.3 * mottle(dice, size, (4, 22))
    shade = np.where(ends[:, None], 0.8, shade)
    shade[:, len(line) :] -= 0.12  # its inner side
    return s.sheet(rings, np.clip(shade, 0, 1), around=True)


def _tied(dice: np.random.Generator, places: list[tuple[float, float]], r: float) -> list[s.Patch]:
    """Twine wound about sticks along x at [(y, z)], knotted on top, its ends hanging."""
    ring = np.linspace(0, 2 * math.pi, 40)[:-1]
    rims = np.array(
        [
            [y + 1.06 * r * c, z + 1.06 * r * q]
            for y, z in places
            for c, q in zip(np.cos(ring), np.sin(ring), strict=True)
        ]
    )
    way = np.linspace(0, 2 * math.pi, 240)
    hull = rims[np.argmax(rims @ np.stack([np.cos(way), np.sin(way)]), 0)]
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(hull, axis=0).T)) + np.arange(1, 240) * 1e-6])
    at = np.linspace(0, length[-1], 130)
    hull = np.stack([np.interp(at, length, hull[:, k]) for k in (0, 1)], 1)
    hull[:, 1] = np.maximum(hull[:, 1], 0.003)
    thick = 0.004
    cords = []
    for k in range(6):
        x = (k - 2.5) * 0.0078 + 0.006 * np.sin(at / length[-1] * math.pi) * dice.uniform(-1, 1)
        cords.append(s.tube(np.column_stack([x + 0 * at, hull]), thick, dice.uniform(0.3, 0.7), 8))
    top = np.array([0.0, 0.0, float(hull[:, 1].max()) + 0.006])
    u = np.linspace(0, 1, 40)[:, None]
    for side, long in ((1.0, 0.058), (-1.0, 0.05)):  # a loop and an end to each side of the knot
        out, along = np.array([0.25 * side, -side, 0.0]) * long, np.array([side, 0.3, 0.0]) * long
        rise = (
            np.sin(math.pi * u) * np.array([0, 0, 0.012]) - np.array([0, 0, 0.01]) * np.sin(math.pi * u) ** 4
        )
        loop = top + np.sin(math.pi * u) * out + 0.3 * np.sin(2 * math.pi * u) * along + rise
        tail = top + u * (along * 1.1 - 0.5 * out) + u * (0.9 - u) * np.array([0, 0, 0.02])
        tail = tail + 0.003 * np.sin(7 * u + side) * np.array([0.3, 1.0, 0.0])
        cords += [s.tube(path, thick * 0.9, 0.55, 8) for path in (loop, tail)]
    knot, _ = s.spun([(0.001, -0.009), (0.008, -0.006), (0.01, 0.0), (0.008, 0.006), (0.001, 0.009)], 16, 14)
    cords.append(s.turned(s.sheet(knot, 0.45, around=True), (0.3, 0.2, 0), tuple(top.tolist())))
    return cords


def _anise(
    dice: np.random.Generator, r: float, at: g.Point, turn: g.Point, stuffs: tuple[Material, Material]
) -> None:
    """Eight pods like boats about a middle, most of them open with a seed; `r` to their tips."""
    pods, seeds = [], []
    t, u = np.linspace(0, 1, 26)[:, None], np.linspace(-1, 1, 23)[None, :]
    kernel, _ = s.spun([(0.001, -0.11), (0.07, -0.07), (0.095, 0.0), (0.07, 0.07), (0.001, 0.12)], 20, 16)
    for k in range(8):
        open_by = dice.choice([0.12, 0.5, 0.8, 1.0])
        long = dice.uniform(0.8, 1.0)
        wide = np.sin(math.pi * t**0.8) ** 0.75 * (0.07 + 0.1 * open_by) + 0.012
        deep = np.sin(math.pi * (0.12 + 0.88 * t) ** 0.85) ** 0.7 * 0.2 + 0.02
        arc = 0.5 * math.pi * u
        lips = np.abs(u) ** 6
        y = np.sin(arc) * wide * (1 - 0.35 * (1 - open_by) * lips)
        z = -np.cos(arc) * deep + 0.12 + 0.05 * t**3 + 0.03 * lips * np.sin(t * 9 + k)
        rough = mottle(dice, (26, 23), (9, 7)) - 0.5
        grid = np.stack([long * (0.06 + 0.94 * t) + 0 * u, y + 0.015 * rough, z + 0.02 * rough], 2)
        shade = np.clip(0.42 + 0.5 * rough + 0.35 * np.abs(u) ** 8 + 0.15 * t, 0, 1)
        inner = np.stack([grid[..., 0], y * 0.8, z + 0.03], 2)
        way = k * math.pi / 4 + dice.uniform(-0.1, 0.1)
        for skin_of, tone in ((grid, shade), (inner, 0.75 * shade + 0.2 * lips)):
            pod = s.turned(s.sheet(skin_of, tone), (0, dice.uniform(-0.02, 0.02), way))
            pods.append(s.turned(pod, turn, at, r))
        if open_by > 0.3:
            seed = s.turned(s.sheet(kernel, 0.7, around=True), (0, 1.57, 0), (long * 0.5, 0, 0.06), 1.15)
            seeds.append(s.turned(s.turned(seed, (0, 0, way)), turn, at, r))
    core, _ = s.spun([(0.09, 0.02), (0.1, 0.1), (0.06, 0.14), (0.001, 0.13)], 20, 10)
    pods.append(s.turned(s.sheet(core, 0.5, around=True), turn, at, r))
    s.put("anise", pods, stuffs[0])
    s.put("seeds", seeds, stuffs[1])


def _almonds(it: Corner) -> list[str]:
    """A heap; five strewn."""
    stuff = skin(_ALMOND, 0.72, tone=(50, 0.12), relief=(150, 0.0016))
    dice = dice_of(it.rng)
    x, y = it.spot(0.17)
    nuts = []
    for dx, dy, z in heap(dice, 42, 0.024, (0.16, 0.13)).tolist():
        turn = (dice.normal(0, 0.35), dice.normal(0, 0.3), dice.uniform(0, 6.28))
        nuts.append(s.turned(_almond(dice), turn, (x + dx, y + dy, 0.72 * z + 0.004), 0.048))
    s.put("almonds", nuts, stuff)
    x, y = it.spot(0.14)
    nuts = []
    for dx, dy in ((-0.1, 0.01), (-0.03, -0.05), (0.01, 0.05), (0.07, -0.03), (0.12, 0.06)):
        turn = (dice.normal(0, 0.06), dice.normal(0, 0.06), dice.uniform(0, 6.28))
        nuts.append(s.turned(_almond(dice), turn, (x + dx, y + dy, 0.021), 0.05))
    s.put("almonds", nuts, stuff)
    return ["almonds"]


def _almond(dice: np.random.Generator) -> s.Patch:
    """Lying along x, about 2 units long, its skin in long wrinkles."""
    profile = [
        (0.001, -0.92),
        (0.2, -0.88),
        (0.46, -0.66),
        (0.6, -0.3),
        (0.6, 0.05),
        (0.46, 0.45),
        (0.24, 0.78),
        (0.08, 0.97),
        (0.001, 1.04),
    ]
    rings, _ = s.spun(profile, 72, 44)
    ridges = mottle(dice, rings.shape[:2], (3, 26)) * 0.65 + mottle(dice, rings.shape[:2], (4, 40)) * 0.35
    rings[..., :2] *= (1 + 0.075 * (ridges - 0.5))[..., None] * dice.uniform(0.9, 1.06)
    shade = np.clip(0.02 + 0.85 * ridges + dice.uniform(-0.14, 0.16) - 0.25 * (rings[..., 2] > 0.95), 0, 1)
    flat = np.stack([rings[..., 2], rings[..., 0], 0.66 * rings[..., 1]], 2)
    flat[..., 1] += 0.05 * flat[..., 0] ** 2
    return s.sheet(flat, shade, around=True)


def _croissants(it: Corner) -> list[str]:
    """One from its side; one from its end."""
    stuff = skin(_CRUST, 0.42, tone=(34, 0.12), relief=(70, 0.004), coat=0.25, under=0.05)
    dice = dice_of(it.rng)
    x, y = it.spot(0.24)
    side = math.copysign(1.0, x)
    _croissant(dice, (x, y, 0), math.pi - 0.3 * side, stuff)
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    _croissant(dice, (x, y, 0), 1.25 * side, stuff)
    return ["croissants"]


def _croissant(dice: np.random.Generator, at: g.Point, turn: float, stuff: Material) -> None:
    """A roll of thin layers bent to a crescent, its ends to the front, each wrap lapping over the next."""
    rows, columns = 420, 120
    t = np.linspace(-1, 1, rows)[:, None]
    way = np.arange(columns)[None, :] * 2 * math.pi / columns
    away = np.abs(t)
    skew = away + 0.06 * np.sin(way + 1.2 * np.sign(t)) + 0.05 * (mottle(dice, (rows, columns), (6, 7)) - 0.5)
    laps = np.array([-0.3, 0.17, 0.36, 0.54, 0.71, 0.86, 1.3])  # where each wrap ends
    lap = np.clip(np.searchsorted(laps, skew, side="right") - 1, 0, 5)
    within = np.clip((skew - laps[lap]) / (laps[lap + 1] - laps[lap]), 0, 1)
    body = (0.112 * (1 - 0.88 * away**1.8) ** 0.8 + 0.006) * np.sqrt(
        1 - np.clip((away - 0.95) / 0.05, 0, 1) ** 2
    )
    outer = 0.3 + 0.7 * (0.5 + 0.5 * np.cos(way))  # the bend presses the wraps together on its inner side
    swell = 1 + 0.19 * outer * np.where(lap > 0, within**0.5, 1.0) * (1 - within**10)
    flakes = mottle(dice, (rows, columns), (120, 10)) - 0.5
    blister = mottle(dice, (rows, columns), (40, 22)) - 0.5
    out = body * (swell + 0.022 * flakes + 0.03 * blister)
    bend = t * 1.25
    middle = np.stack([0.2 * np.sin(bend), -0.2 * (1 - np.cos(bend)) * -1.0 * -1.0, 0 * t], 2)
    normal = np.stack([np.sin(bend), np.cos(bend), 0 * t], 2)
    rings = middle + normal * (out * np.cos(way))[..., None]
    rings[..., 2] = np.maximum(out * np.sin(way) * 0.84, -0.55 * body) + 0.55 * body
    edge = np.where(lap > 0, np.exp(-((within / 0.1) ** 2)), 0.0)
    leaves = np.sin(within * 70 + 3 * blister) * np.clip(within - 0.6, 0, 1)  # thin layers at a wrap's end
    top = np.clip(0.5 + 0.6 * np.sin(way), 0, 1)
    shade = 0.66 - 0.36 * top * np.clip(within * 1.6, 0, 1) + 0.34 * edge + 0.4 * leaves
    shade = shade + 0.22 * flakes + 0.24 * blister - 0.15 * away**3
    sheet = s.sheet(rings, np.clip(shade, 0, 1), around=True)
    s.put("croissant", [s.turned(sheet, (0, 0, turn), (at[0], at[1] + 0.06, at[2]))], stuff)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {
    "cinnamon": _cinnamon, "almonds": _almonds, "croissant": _croissants,
}  # fmt: skip
