"""Straw hats."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour, scaled

_PROFILE = [  # from the crown's top to under the brim's edge
    (0.001, 0.262), (0.07, 0.262), (0.132, 0.254), (0.168, 0.234), (0.183, 0.2), (0.19, 0.15), (0.196, 0.09),
    (0.202, 0.04), (0.212, 0.018), (0.24, 0.01), (0.31, 0.007), (0.38, 0.009), (0.424, 0.012), (0.43, 0.008),
    (0.422, 0.005),
]  # fmt: skip
PLAIT, STRAW = 0.0165, 0.016  # units: how wide a plait is, and from one of its straws to the next
OVAL = 0.9  # of a head, and so of a crown
_STRAW: Stops = [
    (0.0, (128, 88, 44)),
    (0.35, (192, 148, 90)),
    (0.65, (222, 184, 126)),
    (1.0, (240, 212, 164)),
]
_PALE: Stops = [
    (0.0, (166, 136, 94)),
    (0.35, (222, 198, 158)),
    (0.65, (240, 222, 188)),
    (1.0, (250, 240, 216)),
]


def _hats(it: Corner) -> list[str]:
    """One with a dark band, one paler with a light band."""
    dice = dice_of(it.rng)
    for stops, band in ((_STRAW, (26, 26, 30)), (_PALE, (196, 150, 112))):
        x, y = it.spot(0.44)
        _hat(dice, (x, y), 0.5 * math.copysign(1.0, x), stops, _grosgrain(band))
    return ["straw hat"]


def _grosgrain(colour: Colour) -> Material:
    """Ribbon with fine ribs; its shade counts them."""
    shader = Shader("grosgrain", rough=0.7)
    rib = shader.maths("PINGPONG", s.shade_of(shader), 1.0)
    shader.feed("Base Color", shader.ramp(rib, [(0.0, scaled(colour, 0.8)), (0.6, colour)]))
    shader.set("Sheen Weight", 0.15)
    shader.bump(rib, 0.5, 0.0015)
    return shader.material


def _worn(rings: s.Floats, shift: float) -> s.Floats:
    """Oval, its brim in slow waves, its crown somewhat dented."""
    turns = np.arctan2(rings[..., 1], rings[..., 0])
    out = np.clip((np.hypot(rings[..., 0], rings[..., 1]) - 0.2) / 0.23, 0, 1)
    made = rings.copy()
    made[..., 1] *= OVAL + 0.06 * out
    wave = 0.024 * np.sin(2 * turns + shift) + 0.012 * np.sin(3 * turns + 2 * shift)
    made[..., 2] += out**1.6 * wave
    dent = np.exp(-((rings[..., 1] / 0.055) ** 2)) * np.clip((rings[..., 2] - 0.2) / 0.06, 0, 1)
    made[..., 2] -= 0.024 * dent * np.clip(1.2 - np.abs(rings[..., 0] + 0.02) / 0.17, 0, 1)
    return made


def _hat(
    dice: np.random.Generator, at: tuple[float, float], turn: float, stops: Stops, ribbon: Material
) -> None:
    """A plait sewn round and round; a ribbon about the crown, its flat bow at one side."""
    rows, columns, shift = 480, 640, float(dice.uniform(0, 6))
    rings, turns = s.spun(_PROFILE, columns, rows)
    far = np.concatenate([[0], np.cumsum(np.hypot(np.diff(rings[:, 0, 0]), np.diff(rings[:, 0, 2])))])
    wind = far[:, None] / PLAIT + turns / (2 * math.pi)
    within, number = wind % 1.0, np.floor(wind)
    radius = np.maximum(number * PLAIT, 0.02)
    radius = np.interp(radius, far, rings[:, 0, 0])
    count = np.maximum(np.round(2 * math.pi * radius / STRAW), 5)
    slant = count * turns / (2 * math.pi) + 0.9 * np.abs(within - 0.5)
    straw = np.abs(np.sin(math.pi * slant)) ** 0.5
    body = (1 - np.abs(2 * within - 1) ** 2.5) ** 0.6
    seam = 0.2 + 0.8 * np.clip(np.abs(within - 0.5) / 0.06, 0, 1)
    luck = np.abs(np.sin(np.floor(slant) * 12.9898 + number * 78.233) * 43758.5453) % 1.0
    slope = np.gradient(rings, axis=0)
    out = np.stack([-slope[..., 2], 0 * slope[..., 2], np.hypot(slope[..., 0], slope[..., 1])], 2)
    out /= np.maximum(np.linalg.norm(out, axis=2, keepdims=True), 1e-9)
    normal = np.stack([out[..., 0] * np.cos(turns), out[..., 0] * np.sin(turns), out[..., 2]], 2)
    lift = 0.0034 * body + 0.0016 * straw * body * seam
    grid = _worn(rings + lift[..., None] * normal, shift)
    shade = 0.16 + 0.28 * body + 0.3 * straw * body * seam + 0.3 * (luck - 0.5)
    shade = shade + 0.2 * (mottle(dice, (rows, columns), (9, 12)) - 0.5)
    low = float(grid[..., 2].min())
    place = (*at, -low)
    hat = s.sheet(grid[::-1], np.clip(shade[::-1], 0, 1), around=True)
    s.put("hat", [s.turned(hat, (0, 0, turn), place)], s.tinted(stops, 0.62, 0.08))
    _band(turn, place, ribbon)


def _band(turn: float, at: tuple[float, float, float], ribbon: Material) -> None:
    """Round the foot of the crown, and a flat bow where the camera sees it."""
    way = np.linspace(0, 2 * math.pi, 361)[:-1]
    up = np.linspace(0.026, 0.088, 14)[:, None]
    r = 0.2085 - 0.09 * (up - 0.04) + 0.002 * np.sin(5 * way + 8 * up)
    grid = np.stack([r * np.cos(way), OVAL * 1.01 * r * np.sin(way), up + 0 * way], 2)
    parts = [s.sheet(grid, 300.0 * up + 0 * way, around=True)]
    t, u = np.linspace(0, 1, 40)[:, None], np.linspace(-1, 1, 17)[None, :]
    middle = -math.pi / 2 - 0.55 - turn
    for sign, long, tip in ((1.0, 0.42, 0.0), (-1.0, 0.42, 0.0), (1.0, 0.52, 0.3), (-1.0, 0.46, -0.3)):
        loop = tip == 0.0
        half = 0.033 * (0.5 + 0.5 * np.minimum(1, 2.2 * t))
        bulge = (0.013 * np.sin(math.pi * t**0.8) if loop else 0.009 * np.sin(math.pi * t)) + 0.005
        cut = 0.0 if loop else -0.12 * np.abs(u) * t * long / 0.5
        turns = middle + sign * (long + cut) * t + 0 * u
        z = 0.057 + half * u - (0.0 if loop else 0.03) * t + 0.002 * np.sin(9 * t)
        out = 0.2085 - 0.09 * (z - 0.04) + bulge * (1 - 0.35 * u**2) + (0.0 if loop else -0.002)
        flat = np.stack([out * np.cos(turns), OVAL * 1.01 * out * np.sin(turns), z + 0 * turns], 2)
        parts.append(s.sheet(flat, 300.0 * z + 0 * turns))
    v = np.linspace(-1, 1, 25)[:, None]
    turns = middle + 0.075 * u + 0 * v
    out = 0.21 - 0.09 * (0.017 + 0.04 * v) + 0.012 * np.sqrt(np.clip(1 - u**4, 0, 1)) * np.sqrt(1.02 - v**6)
    knot = np.stack([out * np.cos(turns), OVAL * 1.01 * out * np.sin(turns), 0.057 + 0.036 * v + 0 * u], 2)
    parts.append(s.sheet(knot, 200.0 * u + 0 * v + 280))
    s.put("ribbon", [s.turned(part, (0, 0, turn), at) for part in parts], ribbon)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"straw hat": _hats}
