"""A lantern: a cage of black iron, a candle lit in it.

Its panes are left out: of clean glass nothing is seen, and of its reflections a picture has but noise.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.rituals import candle
from bggen.train.scenes.dressing.slabs import oblong, slab
from bggen.train.scenes.matter.nodes import Material, Shader

HALF, BAR = 0.115, 0.0085  # of the cage to each side, and of one of its posts
EAVES = 0.375  # how high its roof begins
#: outlines of four sides, half as wide, so high: foot and floor; roof and chimney
_FOOT = [(0.001, 0.008), (0.128, 0.008), (0.131, 0.011), (0.131, 0.022), (0.127, 0.026), (0.001, 0.026)]
_ROOF = [
    (0.001, EAVES), (0.136, EAVES), (0.141, EAVES + 0.004), (0.141, EAVES + 0.014), (0.136, EAVES + 0.018),
    (0.118, EAVES + 0.024), (0.092, EAVES + 0.044), (0.07, EAVES + 0.07), (0.055, EAVES + 0.098),
    (0.052, EAVES + 0.102), (0.05, EAVES + 0.104), (0.04, EAVES + 0.104), (0.04, EAVES + 0.132),
    (0.058, EAVES + 0.133), (0.06, EAVES + 0.137), (0.057, EAVES + 0.141), (0.03, EAVES + 0.152),
    (0.012, EAVES + 0.158), (0.009, EAVES + 0.17), (0.001, EAVES + 0.171),
]  # fmt: skip


def _lantern(it: Corner) -> list[str]:
    """One, turned so that two of its sides are seen."""
    x, y = it.spot(0.2)
    turn = (0.0, 0.0, 0.42 * math.copysign(1.0, x))
    parts = [*_cage(), _square(_FOOT), _square(_ROOF), *_ring()]
    s.put("iron", [s.turned(part, turn, (x, y, 0)) for part in parts], _iron())
    candle((x, y), 0.052, 0.17)
    return ["lantern"]


def _iron() -> Material:
    """Powder-coated black, here and there rubbed."""
    shader = Shader("iron", rough=0.42)
    tone = shader.noise(shader.place(), 16, 5, 0.65).outputs[0]
    shader.feed(
        "Base Color", shader.ramp(tone, [(0.3, (27, 26, 25)), (0.62, (38, 37, 35)), (0.8, (62, 59, 55))])
    )
    shader.set("Specular IOR Level", 0.5)
    shader.bump(shader.noise(shader.place(), 210, 3, 0.6).outputs[0], 0.3, 0.0012)
    return shader.material


def _square(profile: list[tuple[float, float]]) -> s.Patch:
    """A body of four sides with rounded corners from [(half its width, height)]."""
    unit = oblong((1.0, 1.0), 0.05, 5, 8)
    rings = np.array([np.column_stack([unit * half, np.full(len(unit), z)]) for half, z in profile])
    return s.sheet(rings, 0.5, around=True)


def _bar(size: tuple[float, float, float], at: tuple[float, float, float]) -> s.Patch:
    """Half its width and depth, and its height, standing at a place."""
    body = slab(oblong((size[0], size[1]), 0.0025, 4, 6), size[2], 0.002, 0.02, foot=1.0)
    return s.turned(body, (0, 0, 0), at)


def _cage() -> list[s.Patch]:
    """Posts, rails above and below, a bar across each side, a door's knob, feet."""
    parts = list[s.Patch]()
    for sx in (-1, 1):
        for sy in (-1, 1):
            parts.append(_bar((BAR, BAR, EAVES - 0.02), (sx * HALF, sy * HALF, 0.022)))
            parts.append(_bar((0.014, 0.014, 0.01), (sx * 0.112, sy * 0.112, 0.0)))
    for k in range(4):
        for z, tall, thick in ((0.026, 0.018, 0.006), (EAVES - 0.02, 0.022, 0.006), (0.285, 0.007, 0.0035)):
            rail = _bar((HALF, thick, tall), (0, -HALF, z))
            parts.append(s.turned(rail, (0, 0, k * math.pi / 2)))
        upper = _bar((0.0035, 0.0035, EAVES - 0.295), (0, -HALF, 0.285))
        parts.append(s.turned(upper, (0, 0, k * math.pi / 2)))
    knob = s.sheet(
        s.spun(
            [(0.001, 0.0), (0.004, 0.001), (0.0045, 0.012), (0.009, 0.016), (0.009, 0.022), (0.001, 0.026)],
            24,
            30,
        )[0],
        0.5,
        around=True,
    )
    parts.append(s.turned(knob, (math.pi / 2, 0, 0), (HALF - 0.002, -HALF - 0.005, 0.19)))
    return parts


def _ring() -> list[s.Patch]:
    """The handle, fallen to one side, and the eye that it hangs in."""
    a = np.linspace(0, 2 * math.pi, 90)
    eye = np.stack([0.012 * np.cos(a), 0 * a, EAVES + 0.18 + 0.012 * np.sin(a)], 1)
    r = 0.052
    loop = np.stack([0 * a, r * np.cos(a), r * np.sin(a) + r - 0.004], 1)
    return [s.tube(eye, 0.0032), s.turned(s.tube(loop, 0.0042), (0.0, 0.42, 0.0), (0.0, 0.0, EAVES + 0.19))]


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"lantern": _lantern}
