"""Tea, in a pot and in cups."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.nodes import Material, Shader

_POT = [
    (0.001, 0.0), (0.075, 0.0), (0.082, 0.004), (0.112, 0.03), (0.143, 0.08), (0.15, 0.115), (0.135, 0.165),
    (0.095, 0.203), (0.074, 0.211), (0.07, 0.214), (0.066, 0.21), (0.001, 0.205),
]  # fmt: skip
_LID = [
    (0.001, 0.209), (0.066, 0.211), (0.07, 0.215), (0.069, 0.219), (0.05, 0.231), (0.026, 0.238),
    (0.012, 0.242),
    (0.01, 0.25), (0.018, 0.261), (0.021, 0.27), (0.016, 0.279), (0.001, 0.282),
]  # fmt: skip
_CUP = [
    (0.001, 0.006), (0.036, 0.005), (0.039, 0.0), (0.044, 0.002), (0.05, 0.016), (0.068, 0.05), (0.08, 0.1),
    (0.0825, 0.126), (0.081, 0.129), (0.0785, 0.126), (0.075, 0.1), (0.06, 0.05), (0.04, 0.022),
    (0.001, 0.016),
]  # fmt: skip


def thrown(profile: list[tuple[float, float]], rows: int = 160) -> s.Patch:
    """Made on the wheel: hardly out of true."""
    rings, turns = s.spun(profile, 128, rows)
    rings[..., :2] *= (1 + 0.004 * np.sin(2 * turns + 1) + 0.0015 * np.sin(rings[..., 2] * 240))[..., None]
    return s.sheet(rings, 0.5, around=True)


def level(r: float, z: float, shade: float = 0.0, rim: float = 1.0) -> s.Patch:
    """What a cup is full of: its shade rises to `rim` where it is shallow, its edge creeps up the wall."""
    out = np.linspace(0.001, 1, 60)[:, None]
    way = np.arange(128) * 2 * math.pi / 128
    tone = shade + (rim - shade) * np.clip((out - 0.55) / 0.45, 0, 1) ** 2
    rise = 0.0022 * np.clip((out - 0.96) / 0.04, 0, 1) ** 2
    grid = np.stack([r * out * np.cos(way), r * out * np.sin(way), z + rise + 0 * way], 2)
    return s.sheet(grid, tone + 0 * way, around=True)


def _brew() -> Material:
    """Black tea in a light cup."""
    stops: Stops = [(0.0, (126, 50, 10)), (0.6, (168, 84, 20)), (1.0, (214, 146, 66))]
    shader = Shader("tea", rough=0.02)
    shader.feed("Base Color", shader.ramp(s.shade_of(shader), stops))
    shader.set("Specular IOR Level", 0.4)
    return shader.material


def _tea(it: Corner) -> list[str]:
    """A pot with a cup; a cup with dry leaves beside it."""
    glaze, brew = f.stoneware((176, 190, 174), 0.3), _brew()
    x, y = it.spot(0.3)
    side = math.copysign(1.0, x)
    _teapot((x + 0.06 * side, y + 0.07), math.pi + 0.35 if side > 0 else -0.35, glaze)
    _cup((x - 0.15 * side, y - 0.13), glaze, brew)
    x, y = it.spot(0.2)
    _cup((x + 0.04, y + 0.03), glaze, brew)
    dice = dice_of(it.rng)
    leaves = []
    for _ in range(260):
        reach, way = min(abs(dice.normal(0, 0.044)), 0.1), dice.uniform(0, 2 * math.pi)
        t = np.linspace(0, 1, 12)[:, None]
        long, bend = dice.uniform(0.014, 0.034), dice.normal(0, 0.35)
        curl = np.column_stack([long * t, bend * long * t**2, 0.002 * np.sin(7 * t + way)])
        body = s.tube(curl, 0.0022 * np.sin(math.pi * (0.12 + 0.8 * t[:, 0])), float(dice.random()), 7)
        high = 0.0022 + 0.026 * max(0.0, 1 - reach / 0.075) * dice.random()
        turn = (dice.uniform(0, 6), dice.normal(0, 0.25), dice.uniform(0, 6))
        place = (x - 0.1 + reach * math.cos(way), y - 0.08 + 0.8 * reach * math.sin(way), high)
        leaves.append(s.turned(body, turn, place))
    dry: Stops = [(0.0, (24, 20, 12)), (0.6, (58, 48, 26)), (1.0, (96, 84, 44))]
    s.put("leaves", f.laid(leaves, 0.003), s.tinted(dry, 0.6, relief=0.0012, grain=160))
    return ["tea"]


def _cup(at: tuple[float, float], glaze: Material, brew: Material) -> None:
    s.put("cup", [s.turned(thrown(_CUP), (0, 0, 0), (*at, 0))], glaze)
    s.put("tea", [s.turned(level(0.0772, 0.113), (0, 0, 0), (*at, 0))], brew)


def _teapot(at: tuple[float, float], turn: float, glaze: Material) -> None:
    """Round, its spout towards `turn`, its ear opposite."""
    parts = [thrown(_POT), thrown(_LID)]
    start, end = np.array([0.118, 0, 0.07]), np.array([0.238, 0, 0.2])
    path = s.bow(start, np.array([0.075, 0, 0.015]), end, 60)
    t = np.linspace(0, 1, 60)
    wide = 0.036 - 0.023 * t**0.6 + 0.004 * t**6
    hole = path[-1] - np.linspace(0, 1, 14)[:, None] * (path[-1] - path[-9])
    path, wide = np.concatenate([path, hole]), np.concatenate([wide, np.full(14, 0.0095)])
    way = np.gradient(path[:60], axis=0)
    spout = _bent_tube(path, wide, np.concatenate([way, np.repeat(way[-1:], 14, 0)]))
    spout.points[:, 2] = np.minimum(spout.points[:, 2], 0.212 + 0.2 * (spout.points[:, 2] - 0.212))
    parts.append(spout)
    a = np.linspace(0, 1, 70)
    ear = np.column_stack([
        -0.125 - 0.098 * np.sin(math.pi * a) ** 0.75 - 0.012 * np.cos(math.pi * a), 0 * a,
        0.06 + 0.112 * a + 0.018 * np.sin(math.pi * a),
    ])  # fmt: skip
    parts.append(s.tube(ear, 0.0125 + 0.004 * (2 * a - 1) ** 4, sides=24))
    s.put("pot", [s.turned(part, (0, 0, turn), (*at, 0)) for part in parts], glaze)


def _bent_tube(path: s.Floats, wide: s.Floats, way: s.Floats) -> s.Patch:
    """A tube in the plane y = 0 whose rings stand across `way` (it may turn back into itself)."""
    way = way / np.linalg.norm(way, axis=1, keepdims=True)
    up = np.stack([-way[:, 2], 0 * way[:, 0], way[:, 0]], 1)
    turns = np.arange(40) * 2 * math.pi / 40
    aside = np.array([0.0, 1.0, 0.0])
    rings = path[:, None] + wide[:, None, None] * (
        up[:, None] * np.cos(turns)[:, None] + aside * np.sin(turns)[:, None]
    )
    return s.sheet(rings, 0.5, around=True)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"tea": _tea}
