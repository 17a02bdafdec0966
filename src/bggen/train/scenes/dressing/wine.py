"""Red wine, in a glass on its stem and in a tumbler."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material, Shader

_STEMMED = [
    (0.001, 0.004), (0.05, 0.004), (0.09, 0.0), (0.094, 0.003), (0.06, 0.01), (0.02, 0.024), (0.008, 0.05),
    (0.0062, 0.11), (0.0062, 0.19), (0.01, 0.222), (0.03, 0.242), (0.075, 0.275), (0.108, 0.325),
    (0.117, 0.375), (0.11, 0.45), (0.096, 0.53), (0.088, 0.585),
]  # fmt: skip
_TUMBLER = [
    (0.001, 0.006), (0.05, 0.004), (0.062, 0.0), (0.072, 0.006), (0.098, 0.045), (0.117, 0.1), (0.118, 0.14),
    (0.108, 0.2), (0.093, 0.265),
]  # fmt: skip


def _glasses(it: Corner) -> list[str]:
    """One on its stem; one without."""
    glass, wine = _blown(), _wine()
    x, y = it.spot(0.13)
    _glass((x, y, 0.0), _STEMMED, (0.25, 0.385), 0.0025, (glass, wine))
    x, y = it.spot(0.13)
    _glass((x, y, 0.0), _TUMBLER, (0.011, 0.115), 0.003, (glass, wine))
    return ["wine glass"]


def _blown() -> Material:
    """A shell that is clear in its middle; its rims, where much glass is in the way, are greyer."""
    shader = Shader("glass", rough=0.02)
    shader.set("Metallic", 1.0)
    facing = shader.node("ShaderNodeLayerWeight", Blend=0.3).outputs["Facing"]
    greys: Stops = [
        (0.0, (252, 253, 253)),
        (0.5, (214, 217, 219)),
        (0.85, (122, 127, 131)),
        (1.0, (84, 89, 93)),
    ]
    shader.feed("Base Color", shader.ramp(facing, greys))
    shader.feed("Alpha", shader.sums(shader.maths("POWER", facing, 2.4), 0.9, 0.02))
    return shader.material


def _wine() -> Material:
    """Too dark to be seen through but where it is thin: near its level's edge, and at a slant."""
    shader = Shader("wine", rough=0.04)
    facing = shader.node("ShaderNodeLayerWeight", Blend=0.35).outputs["Facing"]
    thin = shader.sums(facing, 0.55, s.shade_of(shader))
    stops: Stops = [(0.0, (52, 0, 8)), (0.4, (84, 0, 14)), (0.75, (134, 4, 26)), (1.0, (178, 24, 44))]
    shader.feed("Base Color", shader.ramp(thin, stops))
    shader.set("Specular IOR Level", 0.16)
    shader.set("Subsurface Weight", 0.3)
    shader.set("Subsurface Radius", (0.12, 0.01, 0.015))
    shader.set("Subsurface Scale", 0.4)
    return shader.material


def _glass(
    at: g.Point,
    profile: list[tuple[float, float]],
    filled: tuple[float, float],
    thick: float,
    stuffs: tuple[Material, Material],
) -> None:
    """A blown glass and the wine in it, between two heights."""
    rings = s.spun(profile, 128, 220)[0]
    s.put("glass", [s.turned(s.sheet(rings, 0.5, around=True), (0, 0, 0), at)], stuffs[0])
    turns = np.linspace(0, 2 * math.pi, 121)
    r, top = profile[-1]
    rim = np.stack([r * np.cos(turns), r * np.sin(turns), top + 0 * turns], 1)
    s.put("rim", [s.turned(s.tube(rim, 0.0018), (0, 0, 0), at)], stuffs[0])
    wall = rings[:, 0][(rings[:, 0, 2] > filled[0]) & (rings[:, 0, 2] < filled[1]) & (rings[:, 0, 0] > 0.02)]
    edge = float(np.interp(filled[1], wall[:, 2], wall[:, 0])) - thick
    body = [(0.001, filled[0]), *[(float(p[0]) - thick, float(p[2])) for p in wall[2::6]]]
    body += [(edge, filled[1]), (edge - 0.001, filled[1] + 0.0015), (edge - 0.006, filled[1])]
    level = [(edge - 0.006, filled[1]), (0.6 * edge, filled[1]), (0.001, filled[1])]
    side, flat = (s.spun(line, 128, 120)[0] for line in (body, level))
    glow = np.clip((side[..., 2] - filled[1] + 0.022) / 0.022, 0, 1) ** 2 * 0.5
    foot = np.clip(1 - (side[..., 2] - filled[0]) / 0.03, 0, 1) * 0.3
    ring = np.clip((np.hypot(flat[..., 0], flat[..., 1]) / edge - 0.75) / 0.25, 0, 1) ** 2 * 0.6
    parts = [s.sheet(side, glow + foot, around=True), s.sheet(flat, ring, around=True)]
    s.put("wine", [s.turned(part, (0, 0, 0), at) for part in parts], stuffs[1])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"wine glass": _glasses}
