"""Avocados, grapes and tomatoes."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, heap, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

_AVOCADO_SKIN: Stops = [(0.0, (18, 20, 12)), (0.5, (42, 50, 24)), (1.0, (84, 96, 44))]
_AVOCADO: Stops = [
    (0.0, (34, 44, 16)), (0.06, (92, 122, 34)), (0.2, (150, 178, 62)), (0.45, (208, 212, 110)),
    (0.8, (240, 228, 146)), (1.0, (214, 178, 100)),
]  # fmt: skip
_STONE: Stops = [(0.0, (70, 36, 18)), (0.5, (124, 70, 36)), (1.0, (170, 110, 64))]
_GRAPE: Stops = [
    (0.0, (92, 66, 30)), (0.12, (112, 130, 40)), (0.45, (150, 172, 58)), (0.75, (186, 200, 96)),
    (1.0, (216, 222, 152)),
]  # fmt: skip
_STALK: Stops = [(0.0, (84, 70, 40)), (0.5, (122, 128, 60)), (1.0, (150, 160, 84))]
_TOMATO: Stops = [(0.0, (196, 120, 40)), (0.3, (222, 66, 18)), (0.7, (208, 28, 10)), (1.0, (186, 14, 8))]
_PEAR = [
    (0.001, -1.0), (0.22, -0.985), (0.5, -0.86), (0.76, -0.58), (0.86, -0.2), (0.8, 0.22), (0.64, 0.6),
    (0.48, 0.92), (0.38, 1.14), (0.26, 1.3), (0.1, 1.37), (0.001, 1.38),
]  # fmt: skip


def _avocados(it: Corner) -> list[str]:
    """Two halves and a whole one; a half alone."""
    dice = dice_of(it.rng)
    stuffs = (
        skin(_AVOCADO_SKIN, 0.42, tone=(30, 0.25), pores=(120, 0.006), relief=(70, 0.004)),
        skin(_AVOCADO, 0.38, tone=(30, 0.03), relief=(50, 0.0012), under=0.2, coat=0.15),
        skin(_STONE, 0.5, tone=(26, 0.25), relief=(60, 0.0015)),
    )
    x, y = it.spot(0.27)
    side = math.copysign(1.0, x)
    r = 0.115
    whole, _ = s.spun(_PEAR, 120, 120)
    whole[..., 0] += 0.08 * np.sin(1.3 * whole[..., 2])
    body = s.sheet(whole, 0.2 + 0.6 * mottle(dice, (120, 120), (8, 12)), around=True)
    nub = s.tube(np.array([[0.07, 0, 1.34], [0.08, 0, 1.39], [0.08, 0, 1.42]]), 0.06, 1.0)
    turn = (1.5, 0.4, 1.2 * side)
    s.put("avocado", rest([body, nub], turn, x + 0.07 * side, y + 0.13, r), stuffs[0])
    up = (-0.85, 0.12) if not it.flat_lay else (-1.5, 0.05)
    _avocado(dice, r, (x - 0.1 * side, y - 0.07), (up[0], up[1] * side, 0.35 * side), stuffs, stone=True)
    _avocado(dice, r, (x + 0.13 * side, y - 0.13), (up[0] - 0.1, -up[1], -0.7 * side), stuffs, stone=False)
    x, y = it.spot(0.17)
    side = math.copysign(1.0, x)
    up = (-0.8, 0.1) if not it.flat_lay else (-1.5, 0.05)
    _avocado(dice, r, (x, y), (up[0], up[1], -0.5 * side), stuffs, stone=True)
    return ["avocados"]


def _avocado(
    dice: np.random.Generator,
    r: float,
    at: tuple[float, float],
    turn: g.Point,
    stuffs: tuple[Material, Material, Material],
    stone: bool,
) -> None:
    """Half of one, cut along; unturned its face looks along -y, its neck up."""
    rings, _ = s.spun(_PEAR, 120, 140)
    shell = s.sheet(rings[:, :61], 0.2 + 0.6 * mottle(dice, (140, 61), (9, 8)))
    middle, pit = np.array([0.0, -0.24]), 0.43
    outline = np.concatenate([rings[:, 0][:, [0, 2]], rings[::-1, 60][:, [0, 2]]]) - middle
    angle = np.arctan2(outline[:, 1], outline[:, 0])
    order = np.argsort(angle)
    way = np.arange(160) * 2 * math.pi / 160 - math.pi
    edge = np.interp(way, angle[order], np.hypot(*outline.T)[order], period=2 * math.pi)
    out = np.linspace(0, 1, 90)[:, None]
    far = out * edge
    x, z = middle[0] + far * np.cos(way), middle[1] + far * np.sin(way)
    bowl = np.sqrt(np.maximum(pit**2 - far**2, 0))
    y = 0.9 * bowl + 0.012 * np.cos(2 * way) * out - 0.02 * np.clip(1 - np.abs(far - pit) / 0.04, 0, 1)
    left = edge - far  # to the skin
    pale = np.clip(left / 0.5, 0, 1) ** 0.8 * 0.86
    streak = 0.05 * (mottle(dice, (90, 160), (4, 70)) - 0.5)
    shade = np.clip(pale + streak + 0.16 * (far < pit), 0, 1) * np.clip(left / 0.025 + 0.2, 0, 1)
    parts = [shell, s.sheet(np.stack([x, y, z], 2), shade, around=True)]
    if stone:
        ball, _ = s.spun(
            [(math.sin(a), -math.cos(a)) for a in np.linspace(0.001, math.pi - 0.001, 15).tolist()], 60, 50
        )
        lumps = 1 + 0.03 * (mottle(dice, (50, 60), (5, 6)) - 0.5)
        ball = ball * lumps[..., None] * np.array([0.41, 0.4, 0.43]) + np.array([0, 0.02, middle[1]])
        parts.append(s.sheet(ball, 0.2 + 0.6 * mottle(dice, (50, 60), (4, 26)), around=True))
    parts = rest(parts, turn, *at, r)
    for part, stuff in zip(parts, stuffs, strict=False):
        s.put("avocado", [part], stuff)


def _grapes(it: Corner) -> list[str]:
    """A bunch; a few loose ones."""
    stuff = skin(_GRAPE, 0.26, tone=(30, 0.22), under=0.75, coat=0.15)
    stalk = skin(_STALK, 0.7, tone=(40, 0.2), relief=(120, 0.003))
    dice = dice_of(it.rng)
    r = 0.036
    x, y = it.spot(0.26)
    side = math.copysign(1.0, x)
    wide = heap(dice, 27, r * 0.94, (0.15, 0.12), middle=(-0.07, 0.0))
    spots = heap(dice, 9, r * 0.94, (0.13, 0.08), beside=wide, middle=(0.13, -0.02))
    spots = s.rotated(spots, (0, 0, -0.35 if side > 0 else math.pi + 0.35)) + np.array([x, y, 0.0])
    top = float(wide[:, 2].max())
    spine = np.array(
        [
            [0.1, 0.0, 0.4 * top],
            [-0.05, 0, 0.75 * top],
            [-0.15, 0, top],
            [-0.23, 0.02, top + 0.02],
            [-0.29, 0.05, top + 0.01],
        ]
    )
    spine = s.rotated(spine, (0, 0, -0.35 if side > 0 else math.pi + 0.35)) + np.array([x, y, 0.0])
    path = np.stack([np.interp(np.linspace(0, 4, 40), np.arange(5), spine[:, k]) for k in range(3)], 1)
    stems = [s.tube(path, np.linspace(0.004, 0.0075, 40) + 0.0012 * np.sin(np.arange(40) * 1.1), 0.5)]
    grapes = []
    for at in spots:
        root = path[np.argmin(np.linalg.norm(path - at, axis=1))]
        way = root - at + dice.normal(0, 0.012, 3)
        way = way / max(float(np.linalg.norm(way)), 1e-6)
        grapes.append(_grape(dice, r, at, way))
        stems.append(s.tube(s.bow(at + way * r * 0.98, way * 0.02, root, 10), 0.0022, 0.7, 6))
    s.put("grapes", grapes, stuff)
    s.put("stalk", stems, stalk)
    x, y = it.spot(0.13)
    grapes, stems = [], []
    for dx, dy in ((-0.09, -0.01), (-0.02, 0.045), (0.0, -0.05), (0.085, 0.01)):
        way = np.array([*dice.normal(0, 1, 2), 0.25 + 0.3 * dice.random()])
        way /= np.linalg.norm(way)
        at = np.array([x + dx, y + dy, r])
        grapes.append(_grape(dice, r, at, way))
        stems.append(s.tube(at + np.linspace(0.95, 1.35, 6)[:, None] * r * way, 0.0025, 0.6, 6))
    s.put("grapes", grapes, stuff)
    s.put("stalk", stems, stalk)
    return ["grapes"]


def _grape(dice: np.random.Generator, r: float, at: s.Floats, way: s.Floats) -> s.Patch:
    """Its stalk's end points along `way`."""
    body, _ = s.spun(
        [
            (0.001, -1.12),
            (0.06, -1.12),
            (0.4, -1.02),
            (0.83, -0.62),
            (0.99, -0.05),
            (0.9, 0.5),
            (0.55, 0.92),
            (0.16, 1.08),
            (0.06, 1.05),
            (0.001, 1.03),
        ],
        32,
        34,
    )
    shade = 0.5 + dice.uniform(-0.1, 0.14) - 0.45 * np.exp(-(((body[..., 2] + 1.12) / 0.045) ** 2))
    size = r * dice.uniform(0.93, 1.06)
    return s.turned(
        s.sheet(body * np.array([1, 1, 0.98]), np.clip(shade, 0, 1), around=True),
        s.aim(way),
        tuple(at.tolist()),
        size,
    )


def _tomatoes(it: Corner) -> list[str]:
    """Five on their vine; two loose."""
    stuffs = (
        skin(_TOMATO, 0.16, tone=(20, 0.12), under=0.15, coat=0.4),
        skin([(0.0, (36, 66, 22)), (0.5, (66, 104, 40)), (1.0, (110, 146, 66))], 0.7, tone=(60, 0.2)),
    )
    dice = dice_of(it.rng)
    r = 0.062
    x, y = it.spot(0.24)
    side = math.copysign(1.0, x)
    t = np.linspace(0, 1, 60)[:, None]
    vine = np.array([x - 0.2 * side, y + 0.05, 0.1]) + t * np.array([0.42 * side, -0.02, 0.0])
    vine[:, 2] += 0.035 * np.sin(5 * t[:, 0])
    vine[:, 1] += 0.014 * np.sin(9 * t[:, 0])
    s.put("vine", [s.tube(vine, 0.007 + 0.0015 * np.sin(np.arange(60) * 0.8), 0.45)], stuffs[1])
    for k, (dx, dy) in enumerate(
        [(-0.16, -0.045), (-0.06, 0.1), (-0.01, -0.06), (0.085, 0.085), (0.14, -0.05)]
    ):
        knot = vine[min(10 + 10 * k, 55)]
        at = np.array([x + dx * side, y + dy, 0.0])
        way = np.array([*(knot - at)[:2] * 5, 0.45 + 0.3 * dice.random()])
        _tomato(dice, r * dice.uniform(0.92, 1.05), at, way, stuffs, knot)
    x, y = it.spot(0.15)
    side = math.copysign(1.0, x)
    for dx, dy, aim in ((-0.06, 0.02, (-0.2, -0.5, 0.8)), (0.08, -0.03, (0.5 * side, -0.9, 0.35))):
        _tomato(dice, r, np.array([x + dx * side, y + dy, 0.0]), np.array(aim), stuffs)
    return ["tomatoes"]


def _tomato(
    dice: np.random.Generator,
    r: float,
    at: s.Floats,
    way: s.Floats,
    stuffs: tuple[Material, Material],
    knot: s.Floats | None = None,
) -> None:
    """It lies on `at`, its calyx along `way`, held by a stalk to `knot` where there is one."""
    body, turns = s.spun(
        [
            (0.001, -0.93), (0.1, -0.93), (0.5, -0.82), (0.88, -0.45), (1.0, 0.02), (0.9, 0.5), (0.58, 0.84),
            (0.3, 0.88), (0.12, 0.8), (0.001, 0.77),
        ],
        80, 70,
    )  # fmt: skip
    body[..., :2] *= (1 + 0.018 * np.cos(3 * turns + dice.uniform(0, 6)))[:, None]
    out = np.hypot(body[..., 0], body[..., 1])
    shade = (
        0.72
        + 0.2 * (mottle(dice, out.shape, (3, 4)) - 0.5)
        - 0.6 * np.clip(1 - out / 0.5, 0, 1) * (body[..., 2] > 0)
    )
    aim = s.aim(way)
    centre = (float(at[0]), float(at[1]), r * 0.95)
    s.put("tomato", [s.turned(s.sheet(body, shade, around=True), aim, centre, r)], stuffs[0])
    parts = []
    for k in range(5):
        leaf = s.blade(
            dice.uniform(0.7, 0.95), 0.11, tip=0.55, fold=0.5, bend=dice.uniform(-0.5, 0.3), wave=0.3
        )
        parts.append(
            s.turned(leaf, (dice.uniform(0.0, 0.5), 0, (k + dice.uniform(-0.2, 0.2)) * 1.257), (0, 0, 0.83))
        )
    parts = [s.turned(part, aim, centre, r) for part in parts]
    root, top = (s.rotated(np.array([0.0, 0.0, z]), aim) * r + np.array(centre) for z in (0.78, 1.25))
    end = top if knot is None else knot
    parts.append(s.tube(s.bow(root, (top - root) * 1.1, end, 14), np.linspace(0.0038, 0.005, 14), 0.5))
    s.put("calyx", parts, stuffs[1])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {
    "avocado": _avocados, "grapes": _grapes, "tomatoes": _tomatoes,
}  # fmt: skip
