"""The products of our own example photos, modelled with more care than the random ones."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.products import sneaker as shoes
from bggen.train.scenes.products.sneaker import Shoe, any_shoe

__all__ = [
    "Good", "Skins", "any_shoe", "bottle", "camera", "chair", "handbag", "headphones", "jar", "mug",
    "perfume", "sneaker", "tin",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Good:
    """Parts that are seen, and helpers that only cut them; `flat`: it lies already, as on a table."""

    parts: list[Any]
    helpers: list[Any] = field(default_factory=list)
    flat: bool = False


@dataclass(frozen=True, slots=True)
class Skins:
    """Body, trim and accent, where the usual ones are not wanted."""

    body: Material
    trim: Material
    accent: Material


def _gold(rough: float = 0.2) -> Material:
    return m.metal((214, 176, 104), rough)


def sneaker(rng: Rng, shoe: Shoe | None = None) -> Good:
    """A low-top sneaker, 1.0 long."""
    return Good(*shoes.build(rng, shoe or Shoe()))


def mug(rng: Rng, skins: Skins | None = None) -> Good:
    """A stoneware mug with a band, 0.5 tall."""
    body = skins.body if skins else m.solid((196, 92, 62), 0.25, coat=0.6)
    band = skins.trim if skins else m.solid((240, 232, 218), 0.4)
    r, h = 0.24, 0.5
    profile = [
        (r * 0.8, 0), (r * 0.92, 0.015), (r, 0.06), (r, 0.25), (r, h - 0.01), (r * 0.985, h), (r * 0.95, h),
        (r * 0.93, h - 0.02), (r * 0.91, 0.1), (r * 0.6, 0.06), (0.001, 0.055),
    ]  # fmt: skip
    stripe = [(r * 1.003, 0.3), (r * 1.004, 0.305), (r * 1.004, 0.375), (r * 1.003, 0.38)]
    handle = g.ring("handle", 0.14, 0.032, body, (r + 0.055, 0, 0.26), (math.pi / 2, 0, 0))
    handle.scale = (0.85, 1.1, 1)
    return Good([g.lathe("mug", profile, body, 96), g.lathe("band", stripe, band, 96), handle])


def bottle(rng: Rng, skins: Skins | None = None) -> Good:
    """A dark green bottle with a printed label, 1.0 tall."""
    glass, label = m.solid((38, 84, 66), 0.12, coat=0.6), m.solid((242, 236, 222), 0.7)
    ink, cap, r = m.solid((190, 140, 60), 0.4, 0.6), m.solid((26, 26, 28), 0.35), 0.16
    body = [
        (r * 0.9, 0), (r, 0.02), (r, 0.3), (r, 0.62), (r * 0.93, 0.68), (r * 0.5, 0.755), (r * 0.34, 0.8),
        (r * 0.34, 0.9),
    ]  # fmt: skip
    stopper = [(r * 0.4, 0.86), (r * 0.41, 0.865), (r * 0.41, 1.0), (r * 0.36, 1.005)]
    paper = [(r * 1.004, 0.2), (r * 1.006, 0.202), (r * 1.006, 0.548), (r * 1.004, 0.55)]
    parts = [
        g.lathe("glass", body, glass, 96),
        g.lathe("stopper", stopper, cap, 64),
        g.lathe("label", paper, label, 96),
    ]
    for z, high in ((0.47, 0.028), (0.42, 0.008), (0.28, 0.012)):
        line = [(r * 1.008, z), (r * 1.009, z + 0.001), (r * 1.009, z + high)]
        parts.append(g.lathe("ink", line, ink, 96))
    return Good(parts)


def jar(rng: Rng, skins: Skins | None = None) -> Good:
    """A clear jar with a wooden lid, half full of ground coffee, 0.7 tall."""
    glass, r, wall, full = m.clear((0.99, 0.995, 0.992), 1.14, 0.0), 0.25, 0.012, 0.24
    coffee = m.grainy((104, 66, 42), scale=30, contrast=0.35, relief=0.6)
    oak = m.wood(rng, "light oak wood", planks=False)
    outer = [(r * 0.9, 0), (r * 0.98, 0.015), (r, 0.05), (r, 0.58)]
    inner = [(r - wall, 0.58), (r - wall, 0.06), (r * 0.93, 0.035), (0.001, 0.03)]
    heap = [
        (r * 0.9, 0.04),
        (r - 1.6 * wall, 0.07),
        (r - 1.6 * wall, full),
        (r * 0.5, full + 0.02),
        (0.001, full + 0.03),
    ]
    lid = [
        (r * 0.9, 0.56),
        (r * 0.9, 0.585),
        (r * 1.06, 0.586),
        (r * 1.08, 0.6),
        (r * 1.08, 0.66),
        (r * 1.05, 0.68),
    ]
    return Good(
        [
            g.lathe("jar", [*outer, *inner], glass, 128),
            g.lathe("coffee", heap, coffee, 96),
            g.lathe("lid", lid, oak, 96),
        ]
    )


def tin(rng: Rng, skins: Skins | None = None) -> Good:
    """A tea tin with a printed band of dots, 0.72 tall."""
    yellow, dark = m.solid((228, 190, 70), 0.3, coat=0.4), m.solid((40, 60, 52), 0.4)
    steel, r, h = m.metal((205, 206, 210), 0.25), 0.27, 0.72
    rim = [
        (r * 1.02, h - 0.03), (r * 1.03, h - 0.02), (r * 1.02, h), (r * 0.95, h),
        (r * 0.94, h - 0.02), (0.001, h - 0.02),
    ]  # fmt: skip
    foot = [(r * 0.95, 0), (r * 1.02, 0), (r * 1.03, 0.015), (r * 1.02, 0.03)]
    band = [(r * 1.004, 0.2), (r * 1.005, 0.201), (r * 1.005, 0.5)]
    parts = [
        g.lathe("tin", [(r, 0.02), (r, h - 0.02)], yellow, 96),
        g.lathe("rim", rim, steel, 96),
        g.lathe("foot", foot, steel, 96),
        g.lathe("band", band, dark, 96),
    ]
    for k in range(10):
        a = -math.pi / 2 + (k - 4.5) * 0.2
        dot = g.ball("dot", 0.021, yellow, (r * math.cos(a), r * math.sin(a), 0.35))
        dot.scale[0], dot.rotation_euler[2] = 0.25, a
        parts.append(dot)
    return Good(parts)


def perfume(rng: Rng, skins: Skins | None = None) -> Good:
    """A flacon with a metal cap, 0.75 tall."""
    glass = skins.body if skins else m.solid((236, 200, 190), 0.05, coat=0.8)
    cap = skins.trim if skins else _gold(0.18)
    label = skins.accent if skins else m.solid((250, 246, 240), 0.6)
    return Good(
        [
            g.box("flacon", (0.42, 0.2, 0.5), glass, 0.05),
            g.lathe("neck", [(0.07, 0.49), (0.07, 0.56)], cap, 48),
            g.box("cap", (0.2, 0.16, 0.2), cap, 0.02, (0, 0, 0.55)),
            g.box("label", (0.24, 0.204, 0.14), label, 0.004, (0, 0, 0.17)),
        ]
    )


def handbag(rng: Rng, skins: Skins | None = None) -> Good:
    """A leather bag with a flap, 0.75 tall."""
    hide = skins.body if skins else m.leather((150, 84, 50))
    strap = skins.trim if skins else m.solid((96, 52, 30), 0.5)
    clasp = skins.accent if skins else _gold()
    handle = g.ring("handle", 0.2, 0.018, strap, (0, 0, 0.56), (math.pi / 2, 0, 0))
    handle.scale = (1, 1.1, 1)
    rings = [
        g.ring("ring", 0.03, 0.008, clasp, (side * 0.2, 0, 0.5), (math.pi / 2, 0, 0)) for side in (-1, 1)
    ]
    return Good(
        [
            _bag_body(hide),
            g.box("flap", (0.72, 0.05, 0.3), hide, 0.03, (0, -0.115, 0.21)),
            g.box("clasp", (0.1, 0.03, 0.07), clasp, 0.01, (0, -0.15, 0.23)),
            handle,
            *rings,
        ]
    )


def _bag_body(hide: Material) -> Any:
    """A trapezium with a broad foot and a narrow top."""
    rings = []
    for z, wide, deep in (
        (0, 0.36, 0.14),
        (0.02, 0.37, 0.15),
        (0.25, 0.36, 0.125),
        (0.47, 0.345, 0.1),
        (0.5, 0.33, 0.08),
    ):
        turns = [2 * math.pi * (k + 0.5) / 32 for k in range(32)]
        corner = [(math.cos(a), math.sin(a)) for a in turns]
        rings.append(
            [
                (wide * math.copysign(abs(c) ** 0.3, c), deep * math.copysign(abs(s) ** 0.3, s), z)
                for c, s in corner
            ]
        )
    return g.loft("bag", rings, hide, smooth=1)


def headphones(rng: Rng, skins: Skins | None = None) -> Good:
    """Over-ear headphones standing on their cups: an open band, 0.9 tall."""
    shell = skins.body if skins else m.solid((42, 44, 50), 0.4)
    pad = skins.trim if skins else m.leather((30, 30, 32))
    badge = skins.accent if skins else m.metal((214, 176, 120), 0.25)
    wide, parts = 0.33, list[Any]()
    bow = []
    for k in range(33):  # a horseshoe that ends inside the cups
        a = math.pi * (k / 32)
        x, z = -wide * math.cos(a) * 1.02, 0.36 + 0.42 * math.sin(a) ** 0.9
        across = 0.055 - 0.02 * abs(math.cos(a))
        turns = [2 * math.pi * j / 12 for j in range(12)]
        nx, nz = -math.cos(a), math.sin(a)
        rim = [(0.018 * math.cos(t), across * math.sin(t)) for t in turns]
        bow.append([(x + out * nx, y, z + out * nz) for out, y in rim])
    parts.append(g.loft("band", bow, shell, smooth=1))
    cups = (
        ("cup", [(0.13, -0.05), (0.165, -0.03), (0.165, 0.03), (0.15, 0.05)], shell),
        ("badge", [(0.09, 0.05), (0.11, 0.062), (0.07, 0.066)], badge),
        ("pad", [(0.09, -0.08), (0.11, -0.11), (0.16, -0.09), (0.15, -0.05)], pad),
    )
    for side in (-1, 1):
        arm = g.box("arm", (0.03, 0.05, 0.22), shell, 0.01, (side * wide * 1.02, 0, 0.17))
        parts.append(arm)
        for name, profile, material in cups:
            cup = g.lathe(name, profile, material, 64)
            cup.rotation_euler[1], cup.location = math.pi / 2 * side, (side * wide, 0, 0.18)
            parts.append(cup)
    return Good(parts)


def camera(rng: Rng, skins: Skins | None = None) -> Good:
    """A rangefinder camera, 0.52 tall."""
    hide = skins.body if skins else m.leather((34, 34, 36))
    silver = skins.trim if skins else m.metal((200, 200, 204), 0.3)
    glass = m.solid((12, 14, 22), 0.03, coat=1)
    parts = [
        g.box("body", (0.74, 0.24, 0.34), hide, 0.03),
        g.box("top", (0.74, 0.235, 0.1), silver, 0.02, (0, 0, 0.34)),
        g.box("finder", (0.24, 0.2, 0.08), silver, 0.02, (0, 0, 0.43)),
        g.box("window", (0.12, 0.02, 0.045), glass, 0.006, (0, -0.1, 0.448)),
        g.box("base", (0.74, 0.235, 0.04), silver, 0.01),
    ]
    lens = (
        ([(0.18, 0), (0.18, 0.1), (0.165, 0.11)], hide),
        ([(0.165, 0.1), (0.16, 0.2), (0.13, 0.205)], silver),
        ([(0.128, 0.2), (0.1, 0.212), (0.001, 0.218)], glass),
    )
    for profile, material in lens:
        ring = g.lathe("lens", profile, material, 96)
        ring.rotation_euler[0], ring.location = math.pi / 2, (0, -0.11, 0.2)
        parts.append(ring)
    for x, r in ((-0.27, 0.05), (0.27, 0.06)):
        knob = [(r, 0.43), (r, 0.47), (r * 0.9, 0.475)]
        parts.append(g.lathe("knob", knob, silver, 96, 40, 0.02, (x, 0, 0)))
    return Good(parts)


def chair(rng: Rng, skins: Skins | None = None) -> Good:
    """A padded chair on turned legs, 0.94 tall."""
    legs = skins.trim if skins else m.wood(rng, "oak wood", planks=False)
    cloth = skins.body if skins else m.woven(rng, (60, 92, 86), 120)
    parts = [
        g.box("seat", (0.5, 0.48, 0.06), cloth, 0.03, (0, 0, 0.43)),
        g.box("back", (0.46, 0.05, 0.3), cloth, 0.024, (0, 0.19, 0.62)),
        g.box("rail", (0.42, 0.03, 0.04), legs, 0.008, (0, -0.19, 0.39)),
    ]
    for x in (-0.215, 0.215):
        for y, high in ((-0.2, 0.44), (0.215, 0.93)):
            parts.append(g.lathe("leg", [(0.014, 0), (0.024, 0.43), (0.02, high)], legs, 24, at=(x, y, 0)))
    return Good(parts)
