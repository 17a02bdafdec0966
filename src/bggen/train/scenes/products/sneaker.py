"""A low-top sneaker, one unit long, toe towards +x."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import bpy

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import COLOURS, Colour, Rng

#: along the shoe: where the half widths and heights are given
_ALONG = (-0.5, -0.44, -0.3, -0.1, 0.1, 0.25, 0.38, 0.47, 0.5)
_HALF = (0.085, 0.125, 0.135, 0.12, 0.135, 0.162, 0.15, 0.095, 0.04)
_TOP = (0.255, 0.3, 0.282, 0.305, 0.288, 0.238, 0.17, 0.122, 0.09)
_STATIONS = (
    -0.49, -0.46, -0.4, -0.32, -0.22, -0.12, -0.02, 0.08, 0.16, 0.24, 0.31, 0.37, 0.42, 0.455, 0.475
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shoe:
    """Its colours, sRGB."""

    canvas: Colour = (38, 70, 122)
    suede: Colour = (30, 52, 92)
    rubber: Colour = (236, 234, 228)
    gum: Colour = (182, 128, 78)
    lace: Colour = (244, 242, 236)
    stripe: Colour = (240, 150, 60)


def any_shoe(rng: Rng) -> Shoe:
    """A colourway drawn at random."""
    body, accent = COLOURS[rng.word(COLOURS)], COLOURS[rng.word(COLOURS)]
    sole = rng.choice([(236, 234, 228), (182, 128, 78), (30, 30, 32)])
    return Shoe(
        body, rng.jitter(body, 0.25), (236, 234, 228), sole, rng.choice([body, (244, 242, 236)]), accent
    )


def build(rng: Rng, shoe: Shoe) -> tuple[list[Any], list[Any]]:
    """-> parts that are seen, helpers that only cut."""
    canvas, suede = m.woven(rng, shoe.canvas, 170, 0.2), m.grainy(shoe.suede, 10, 0.1, 0.2, 0.95, fine=True)
    rubber, gum = m.solid(shoe.rubber, 0.5), m.solid(shoe.gum, 0.6)
    lace, stripe = m.solid(shoe.lace, 0.8), m.solid(shoe.stripe, 0.45)
    lining = m.woven(rng, (226, 222, 212), 150)
    parts = [
        _slab("outsole", (0.0, 0.022), (0.02, 0.03), gum),
        _slab("midsole", (0.02, 0.088), (0.03, 0.022), rubber),
        _slab("line", (0.058, 0.064), (0.034, 0.034), stripe),
    ]
    upper = _shell("upper", _STATIONS, canvas)
    cutter = _open_ankle(upper, lining)
    parts += [upper, _collar(suede), _tongue(lining)]
    parts += _laces(lace, m.metal((210, 210, 214), 0.3))
    parts.append(_shell("cap", (0.36, 0.39, 0.42, 0.45, 0.47, 0.482), rubber, grow=0.0035))
    parts.append(_shell("heel", (-0.495, -0.47, -0.44, -0.41), suede, grow=0.0035, top=0.92))
    parts += [
        _stripe(side, shift, wide, stripe) for side in (-1, 1) for shift, wide in ((0, 0.018), (0.055, 0.012))
    ]
    return parts, [cutter]


def _bend(x: float) -> float:
    """The shoe's slight curve to one side."""
    return 0.018 * math.sin(x * 3.2)


def _toe_spring(x: float) -> float:
    """How far the sole lifts off the ground."""
    return 0.05 * max(0.0, (x - 0.22) / 0.28) ** 2 + 0.012 * max(0.0, (-x - 0.38) / 0.12) ** 2


def _slab(name: str, z: tuple[float, float], grow: tuple[float, float], material: Material) -> Any:
    """A layer of the sole, a little wider than the last by `grow` (bottom, top)."""
    low, high = z
    layers = [
        (low, grow[0] - 0.02), (low + 0.006, grow[0]), ((low + high) / 2, sum(grow) / 2 + 0.006),
        (high - 0.006, grow[1]), (high, grow[1] - 0.02),
    ]  # fmt: skip
    rings = []
    for height, more in layers:
        ring = []
        for k in range(64):
            a = 2 * math.pi * k / 64
            x, s = 0.5 * math.cos(a), math.sin(a)
            half = g.between(_ALONG, _HALF, x) * min(1, abs(s) ** 0.35)
            y = math.copysign(half, s) + _bend(x)
            ring.append((x * (1 + more), y * (1 + more * 2.2), height + _toe_spring(x)))
        rings.append(ring)
    return g.loft(name, rings, material, smooth=1)


def _section(x: float) -> tuple[float, float, float]:
    """Half width, foot and top of the upper at x."""
    foot = 0.075 + 0.05 * max(0.0, (x - 0.22) / 0.28) ** 2
    return g.between(_ALONG, _HALF, x) * 0.98, foot, g.between(_ALONG, _TOP, x)


def _narrowing(x: float, up: float) -> float:
    """The upper leans in towards its top; `up` 0 at the foot, 1 at the top."""
    return 1 - 0.52 * math.pow(up, 1.6) * (1 if x < 0.2 else 0.55)


def _shell(
    name: str, stations: tuple[float, ...], material: Material, grow: float = 0.0, top: float = 1.0
) -> Any:
    """The upper between stations, or a part of it laid on top (`grow` units thicker, cut at `top`)."""
    rings = []
    for x in stations:
        half, foot, crown = _section(x)
        ring = []
        for k in range(28):
            a = 2 * math.pi * k / 28
            across = math.copysign(abs(math.cos(a)) ** 0.75, math.cos(a))
            up = min(top, 0.5 + 0.5 * math.copysign(abs(math.sin(a)) ** 0.8, math.sin(a)))
            y = half * across * _narrowing(x, up) * (1 + grow * 7) + _bend(x)
            out = math.copysign(grow * 0.6, x)
            ring.append((x + out, y, foot + (crown - foot) * up + grow * 0.8))
        rings.append(ring)
    return g.loft(name, rings, material)


def _open_ankle(upper: Any, lining: Material) -> Any:
    """Carve the opening with an ellipsoid, whose material lines it."""
    cutter = g.ball("ankle", 0.165, lining, (-0.265, 0, 0.335))
    cutter.scale = (1.15, 0.47, 0.86)
    bpy.context.view_layer.update()
    carve = upper.modifiers.new("ankle", "BOOLEAN")
    carve.object, carve.operation = cutter, "DIFFERENCE"
    cutter.hide_render = True
    return cutter


def _collar(material: Material) -> Any:
    """The padded edge of the opening."""
    rings = []
    for k in range(41):
        a = 2 * math.pi * (k % 40) / 40
        c, s = math.cos(a), math.sin(a)
        centre = (
            -0.265 + 0.185 * c,
            0.071 * s,
            0.272 + 0.03 * abs(c) ** 1.5 * (1 if c < 0 else -0.05),
        )
        turns = [2 * math.pi * j / 10 for j in range(10)]
        rings.append(
            [
                (
                    centre[0] + 0.014 * math.cos(t) * c,
                    centre[1] + 0.014 * math.cos(t) * s,
                    centre[2] + 0.016 * math.sin(t),
                )
                for t in turns
            ]
        )
    return g.loft("collar", rings, material, closed=False, smooth=1)


def _tongue(material: Material) -> Any:
    rings = []
    for x, z, half in (
        (0.2, 0.222, 0.05), (0.07, 0.268, 0.055), (-0.05, 0.298, 0.06), (-0.12, 0.335, 0.06),
        (-0.135, 0.352, 0.05),
    ):  # fmt: skip
        rings.append(
            [
                (x - 0.006, -half, z - 0.006),
                (x, -half * 0.5, z + 0.012),
                (x, 0.0, z + 0.016),
                (x, half * 0.5, z + 0.012),
                (x - 0.006, half, z - 0.006),
                (x - 0.014, 0.0, z - 0.004),
            ]
        )
    return g.loft("tongue", rings, material)


def _laces(lace: Material, metal: Material) -> list[Any]:
    """Five rows over the tongue, resting on it, with eyelets at their ends."""
    parts = []
    for row in range(5):
        x = 0.165 - 0.062 * row
        z = g.between((-0.1, 0.02, 0.17), (0.31, 0.286, 0.25), x)
        path = [
            (x + 0.012 * math.sin(row * 2) * u, u * 0.064, z + 0.016 * (1 - u * u) - 0.012 * abs(u))
            for u in (j / 6 - 1 for j in range(13))
        ]
        parts.append(g.cord("lace", path, 0.0125, 0.0055, lace))
        parts += [g.ball("eyelet", 0.009, metal, (x, side * 0.066, z - 0.012)) for side in (-1, 1)]
    return parts


def _side(x: float, z: float) -> float:
    """How far out the upper is at a height."""
    half, _, crown = _section(x)
    foot = 0.075
    up = min(1.0, max(0.0, (z - foot) / (crown - foot)))
    s = math.pow(abs(2 * up - 1), 1 / 0.8)
    return half * math.pow(max(0.0, 1 - s * s), 0.375) * _narrowing(x, up)


def _stripe(side: int, shift: float, half: float, material: Material) -> Any:
    """A band that rises along the side, tapering to its ends."""
    rings = []
    for j in range(19):
        u = j / 18
        x = -0.2 + shift + 0.3 * u
        middle = 0.105 + 0.115 * u**1.5
        wide = half * (0.35 + 0.65 * math.sin(math.pi * min(1, 0.15 + 0.8 * u)))
        low, high = middle - wide, middle + wide
        ring = [(low, 0.001), (low, 0.0055), (middle, 0.0065), (high, 0.0055), (high, 0.001)]
        rings.append([(x, side * (_side(x, z) + out) + _bend(x), z) for z, out in ring])
    return g.loft("stripe", rings, material, smooth=1)
