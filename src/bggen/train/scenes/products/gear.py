"""Devices and tools: keyboards, laptops, speakers, drills."""

from __future__ import annotations

import math
from typing import Any

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.products.limbs import limb
from bggen.train.scenes.products.skins import colour, glossy, skin

Parts = list[Any]


def _keys(rng: Rng, wide: float, deep: float, rows: int, z: float, at: float = 0.0) -> Parts:
    """Rows of keys in a field, one mesh."""
    cap, step = m.solid(colour(rng), rng.uniform(0.3, 0.6)), deep / rows
    points, faces = list[g.Point](), list[g.Face]()
    across = max(round(wide / step), 4)
    for row in range(rows):
        for column in range(across):
            x, y = -wide / 2 + wide * (column + 0.5) / across, at - deep / 2 + step * (row + 0.5)
            half, low = step * 0.42, len(points)
            for size, up in ((1.0, 0.0), (0.82, step * 0.35)):
                points += [
                    (x + sx * half * size, y + sy * half * size, z + up)
                    for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
                ]
            faces += [(low + 4, low + 5, low + 6, low + 7)]
            faces += [(low + k, low + (k + 1) % 4, low + 4 + (k + 1) % 4, low + 4 + k) for k in range(4)]
    return [g.mesh("keys", points, faces, cap, smooth=False)]


def keyboard(rng: Rng) -> Parts:
    """A slab with keys."""
    wide, deep, high = rng.uniform(0.6, 1.1), rng.uniform(0.28, 0.4), rng.uniform(0.03, 0.09)
    parts = [g.box("case", (wide, deep, high), skin(rng), 0.015)]
    parts += _keys(rng, wide * 0.94, deep * 0.86, rng.randint(4, 6), high)
    if rng.chance(0.4):
        knob = [(0.04, high), (0.04, high + 0.05), (0.036, high + 0.055)]
        parts.append(g.lathe("knob", knob, glossy(rng), 40, at=(wide * 0.43, deep * 0.36, 0)))
    return parts


def laptop(rng: Rng) -> Parts:
    """A laptop, open."""
    wide, deep, shell = rng.uniform(0.7, 0.9), rng.uniform(0.46, 0.6), skin(rng)
    parts = [g.box("base", (wide, deep, 0.03), shell, 0.008)]
    parts += _keys(rng, wide * 0.85, deep * 0.42, 5, 0.03, deep * 0.14)
    parts.append(g.box("pad", (wide * 0.3, deep * 0.26, 0.002), shell, 0, (0, -deep * 0.3, 0.03)))
    lean = rng.uniform(0.05, 0.6)
    lid = g.box("lid", (wide, 0.02, deep), shell, 0.006, (0, deep / 2, 0.02))
    shown = (
        m.printed(rng, [colour(rng) for _ in range(4)], 0.1)
        if rng.chance(0.6)
        else m.solid((12, 12, 14), 0.06, coat=1)
    )
    screen = g.box("screen", (wide * 0.95, 0.003, deep * 0.88), shown, 0, (0, -0.0115, deep * 0.07))
    screen.parent, lid.rotation_euler[0] = lid, -lean
    return [*parts, lid, screen]


def speaker(rng: Rng) -> Parts:
    """A loudspeaker: a box with cones, or a drum of cloth."""
    cloth = m.woven(rng, colour(rng), 140)
    if rng.chance(0.45):
        r, h = rng.uniform(0.2, 0.34), rng.uniform(0.2, 0.75)
        top = [(r, h - 0.02), (r * 0.97, h), (0.001, h + 0.002)]
        return [
            g.lathe("drum", [(r * 0.95, 0), (r, 0.02), (r, h - 0.02)], cloth),
            g.lathe("top", top, skin(rng)),
        ]
    wide, deep, h = rng.uniform(0.3, 0.5), rng.uniform(0.25, 0.45), rng.uniform(0.45, 0.85)
    parts = [g.box("case", (wide, deep, h), skin(rng), rng.uniform(0.005, 0.04))]
    cone, rim = (
        m.solid(rng.choice([(30, 30, 32), (200, 170, 60), (226, 224, 220)]), 0.6),
        m.metal((170, 170, 174), 0.3),
    )
    z = h * 0.3
    for r in (wide * 0.4, wide * rng.uniform(0.16, 0.28)):
        for profile, stuff in (
            ([(r, 0), (r, 0.02), (r * 0.92, 0.02)], rim),
            ([(r * 0.9, 0.012), (r * 0.3, 0.003), (0.001, 0.03)], cone),
        ):
            ring = g.lathe("cone", profile, stuff, 48)
            ring.rotation_euler[0], ring.location = math.pi / 2, (0, -deep / 2, z)
            parts.append(ring)
        z += h * 0.45
    return parts


def drill(rng: Rng) -> Parts:
    """A cordless drill that stands on its battery, or a dryer on its grip."""
    paint, dark = glossy(rng), m.solid((34, 34, 38), 0.6)
    h, long, r = rng.uniform(0.4, 0.55), rng.uniform(0.22, 0.32), rng.uniform(0.09, 0.13)
    parts = [
        limb(
            "grip",
            [(0.02, 0, 0.1), (0.0, 0, h * 0.6), (-0.03, 0, h)],
            [0.07, 0.06, 0.08],
            dark if rng.chance(0.5) else paint,
        ),
        limb(
            "body",
            [(-long * 0.8, 0, h), (0, 0, h + 0.01), (long * 0.6, 0, h + 0.01)],
            [r * 0.9, r, r * 0.8],
            paint,
            20,
        ),
        limb(
            "nose",
            [(long * 0.6, 0, h + 0.01), (long * 1.1, 0, h + 0.01)],
            [r * 0.6, r * rng.uniform(0.3, 0.8)],
            dark,
            20,
        ),
        g.box(
            "battery",
            (rng.uniform(0.22, 0.32), rng.uniform(0.16, 0.22), rng.uniform(0.08, 0.13)),
            dark,
            0.02,
            (0.03, 0, 0),
        ),
        g.box("trigger", (0.05, 0.05, 0.1), glossy(rng), 0.015, (0.09, 0, h * 0.72)),
    ]
    if rng.chance(0.5):
        parts.append(
            limb(
                "bit",
                [(long * 1.1, 0, h + 0.01), (long * 1.6, 0, h + 0.01)],
                [0.016, 0.01],
                m.metal((190, 190, 194), 0.25),
            )
        )
    return parts
