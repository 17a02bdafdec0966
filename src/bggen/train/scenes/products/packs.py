"""What goods are sold in: cartons with a gable or a cap, spray bottles, baskets, pots with a plant."""

from __future__ import annotations

import math
from typing import Any

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.palette import WOODS, Rng
from bggen.train.scenes.products.limbs import arc, limb
from bggen.train.scenes.products.skins import colour, glossy, skin

Parts = list[Any]


def _prints(rng: Rng, wide: float, deep: float, low: float, high: float) -> Parts:
    """Patches of print on all four sides."""
    parts = Parts()
    for side in range(4):
        along, out = (wide, deep) if side % 2 == 0 else (deep, wide)
        turn = side * math.pi / 2
        for _ in range(rng.randint(1, 4)):
            w, h = along * rng.uniform(0.2, 0.9), (high - low) * rng.uniform(0.04, 0.4)
            x, z = rng.uniform(-0.5, 0.5) * (along - w), rng.uniform(low, high - h)
            at = (
                x * math.cos(turn) + out / 2 * math.sin(turn),
                x * math.sin(turn) - out / 2 * math.cos(turn),
                z,
            )
            parts.append(
                g.box("print", (w, 0.004, h), m.solid(colour(rng), rng.uniform(0.3, 0.7)), 0, at, turn)
            )
    return parts


def carton(rng: Rng) -> Parts:
    """A carton of milk or juice: its top a gable, slanted, or flat."""
    wide, deep = rng.uniform(0.22, 0.34), rng.uniform(0.2, 0.32)
    h, rise, paper = rng.uniform(0.45, 0.8), rng.uniform(0.1, 0.2), skin(rng)
    x, y = wide / 2, deep / 2
    kind = rng.weighted(gable=6, slant=3, flat=2)
    feet = [(-x, -y, 0.0), (x, -y, 0.0), (x, y, 0.0), (-x, y, 0.0)]
    rise = {"gable": rise, "slant": rise * 0.8, "flat": 0.0}[kind]
    back = h + rise
    if kind == "gable":
        tops = [(-x, -y, h), (x, -y, h), (x, y, h), (-x, y, h), (-x, 0.0, back), (x, 0.0, back)]
        lids = [(4, 5, 9, 8), (6, 7, 8, 9), (7, 4, 8), (5, 6, 9)]
    else:
        tops = [(-x, -y, h), (x, -y, h), (x, y, back), (-x, y, back)]
        lids = [(4, 5, 6, 7)]
    faces = [(3, 2, 1, 0), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7), *lids]
    body = g.mesh("carton", [*feet, *tops], faces, paper, smooth=False)
    g.soften(body, 0.006, 2)
    parts = [body, *_prints(rng, wide, deep, 0.02, h - 0.02)]
    slope = math.atan2(rise, y if kind == "gable" else deep)
    if kind == "gable":
        parts.append(g.box("fin", (wide, 0.014, rng.uniform(0.05, 0.09)), paper, 0.003, (0, 0, back - 0.01)))
    if rng.chance(0.75):
        r, up = rng.uniform(0.045, 0.075), rng.uniform(0.03, 0.06)
        cap = g.lathe(
            "cap",
            [(r, -0.01), (r, up), (r * 0.92, up + 0.006), (0.001, up + 0.006)],
            glossy(rng),
            40,
            20,
            0.02,
        )
        middle = -y / 2 if kind == "gable" else 0.0
        cap.location, cap.rotation_euler[0] = (0, middle, (h + back) / 2), slope
        parts.append(cap)
    return parts


def spray(rng: Rng) -> Parts:
    """A bottle with a trigger or a pump on top, round or flat."""
    r, h, flat = rng.uniform(0.13, 0.2), rng.uniform(0.45, 0.65), rng.uniform(0.55, 1.0)
    neck, head = rng.uniform(0.05, 0.07), glossy(rng)
    profile = [(r * 0.95, 0), (r, 0.02), (r, h * 0.7), (r * 0.85, h * 0.85), (neck, h)]
    body = g.lathe("bottle", profile, skin(rng))
    body.scale[1] = flat
    parts = [body, g.lathe("collar", [(neck * 1.3, h - 0.01), (neck * 1.3, h + 0.06)], head, 40, 24, 0.03)]
    top = h + 0.06
    if rng.chance(0.5):
        parts += [
            g.box("gun", (0.3, 0.09, 0.11), head, 0.03, (0.05, 0, top + 0.02)),
            g.box("nozzle", (0.06, 0.06, 0.06), glossy(rng), 0.01, (0.22, 0, top + 0.05)),
            limb(
                "trigger", arc((0.1, 0, top - 0.02), (0.1, 0.13), 0.0, 1.0, -1.1, 7), [0.02] * 7, glossy(rng)
            ),
        ]
    else:
        parts += [
            g.lathe("stem", [(0.018, top - 0.02), (0.018, top + 0.09)], head, 24),
            limb(
                "pump",
                [(-0.03, 0, top + 0.11), (0.08, 0, top + 0.115), (0.2, 0, top + 0.08)],
                [0.035, 0.03, 0.02],
                head,
            ),
        ]
    if rng.chance(0.7):
        low = h * rng.uniform(0.1, 0.25)
        label = g.lathe("label", [(r * 1.008, low), (r * 1.008, h * rng.uniform(0.45, 0.66))], skin(rng))
        label.scale[1] = flat
        parts.append(label)
    return parts


def plant(rng: Rng) -> Parts:
    """A plant in a pot."""
    r, h, wall = rng.uniform(0.16, 0.26), rng.uniform(0.2, 0.4), 0.025
    foot = r * rng.uniform(0.6, 1.0)
    pot = [(foot * 0.95, 0), (foot, 0.01), (r, h), (r - wall, h), (r - wall, h - 0.04), (0.001, h - 0.05)]
    green = m.solid(
        rng.jitter(rng.choice([(60, 100, 50), (96, 130, 70), (40, 76, 48), (150, 170, 120)]), 0.15), 0.5
    )
    parts = [
        g.lathe("pot", pot, skin(rng)),
        g.lathe("soil", [(r - wall, h - 0.05), (0.001, h - 0.03)], m.grainy((62, 46, 36), 20)),
    ]
    tall, lean = rng.uniform(0.25, 0.6), rng.uniform(0.15, 1.3)
    for _ in range(rng.randint(8, 26)):
        about, long = rng.uniform(0, 6.28), tall * rng.uniform(0.5, 1.0)
        foot_at = (0.3 * r * math.cos(about), 0.3 * r * math.sin(about), h - 0.04)
        tilt = math.pi / 2 - lean * rng.uniform(0.2, 1.0)
        parts.append(g.leaf("leaf", long, long * rng.uniform(0.08, 0.22), green, foot_at, (tilt, 0, about)))
    return parts


def basket(rng: Rng) -> Parts:
    """A woven basket or crate, open above."""
    r, h, ribs = rng.uniform(0.28, 0.42), rng.uniform(0.22, 0.5), rng.choice([28, 36, 48])
    stuff = m.wood(rng, rng.word(WOODS), planks=False) if rng.chance(0.6) else skin(rng)
    foot, rows = r * rng.uniform(0.7, 1.0), rng.randint(9, 16)
    outer = [
        (g.between([0, 1], [foot, r], k / rows) * (1.0 if k % 2 else 0.965), h * k / rows)
        for k in range(rows + 1)
    ]
    inner = [(r * 0.93, h), (foot * 0.92, 0.03), (0.001, 0.025)]
    body = g.lathe("basket", [*outer, *inner], stuff, 96, ribs, 0.018)
    body.scale[1] = rng.uniform(0.6, 1.0)
    parts = [body]
    if rng.chance(0.5):
        span = arc((0, 0, h * 0.9), (r * 0.97, rng.uniform(0.2, 0.5)), 0.0, 0.0, math.pi)
        parts.append(limb("handle", span, [0.022] * 11, stuff))
    return parts
