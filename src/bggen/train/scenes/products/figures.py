"""Figures with a head and arms: robots, and others in armour. About one unit, towards -y."""

from __future__ import annotations

import math
from typing import Any

from mathutils import Vector

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.products.limbs import limb, oval
from bggen.train.scenes.products.skins import glossy

Parts = list[Any]


def robot(rng: Rng) -> Parts:
    """A figure of blocks and balls, on legs or on wheels."""
    paint, other, dark = glossy(rng), glossy(rng), m.solid((22, 22, 26), 0.15, coat=0.8)
    wide, deep, tall = rng.uniform(0.14, 0.22), rng.uniform(0.1, 0.16), rng.uniform(0.14, 0.24)
    leg, parts = rng.uniform(0.1, 0.32), Parts()
    if rng.chance(0.4):  # wheels at its sides
        r = max(leg, 0.12)
        for side in (-1, 1):
            wheel = g.lathe("wheel", [(r * 0.85, 0), (r, 0.015), (r, 0.08), (r * 0.8, 0.1)], dark, 40)
            wheel.rotation_euler[1], wheel.location = side * math.pi / 2, (side * wide * 0.9, 0, r)
            parts.append(wheel)
        parts.append(g.box("base", (wide * 1.8, deep * 2.2, r * 1.3), paint, 0.04, (0, 0, r * 0.35)))
        leg = r * 1.4
    else:
        for side in (-1, 1):
            x = side * wide * 0.5
            parts.append(g.box("leg", (wide * 0.7, deep * 1.1, leg), other, 0.02, (x, 0, 0.03)))
            parts.append(g.box("foot", (wide * 0.85, deep * 2.0, 0.07), paint, 0.02, (x, -deep * 0.3, 0)))
    round_ = rng.chance(0.5)
    if round_:
        parts.append(oval("torso", (wide, deep, tall * 1.05), paint, (0, 0, leg + tall)))
    else:
        parts.append(
            g.box("torso", (wide * 2, deep * 2, tall * 2), paint, rng.uniform(0.01, 0.06), (0, 0, leg))
        )
    for _ in range(rng.randint(1, 4)):
        at = (
            rng.uniform(-0.6, 0.6) * wide,
            -deep * (0.9 if round_ else 1.0),
            leg + tall * rng.uniform(0.6, 1.5),
        )
        parts.append(oval("button", (0.03, 0.02, 0.03), glossy(rng), at))
    head, top = rng.uniform(0.1, 0.17), leg + 2 * tall
    if rng.chance(0.5):
        parts.append(oval("head", (head * 1.05, head, head), paint, (0, 0, top + head * 0.85)))
    else:
        parts.append(g.box("head", (head * 2.1, head * 1.8, head * 1.6), paint, 0.03, (0, 0, top + 0.02)))
    visor = (head * 1.7, head * 0.5, head * 0.6)
    parts.append(g.box("visor", visor, dark, head * 0.2, (0, -head * 0.8, top + head * 0.6)))
    if rng.chance(0.4):
        tip = (0.0, 0.0, top + head * rng.uniform(2.2, 3.0))
        parts += [
            limb("mast", [(0, 0, top + head), tip], [0.012, 0.012], dark),
            g.ball("knob", 0.03, other, tip),
        ]
    for side in (-1, 1):
        shoulder = Vector((side * wide * 1.15, 0, top - tall * 0.35))
        elbow = shoulder + Vector((side * 0.08, -rng.uniform(0, 0.06), -tall * rng.uniform(0.5, 0.9)))
        hand = elbow + Vector((0, -rng.uniform(0.02, 0.2), -tall * rng.uniform(-0.2, 0.7)))
        parts += [
            g.ball("shoulder", rng.uniform(0.05, 0.08), paint, shoulder),
            limb("arm", [tuple(shoulder), tuple(elbow), tuple(hand)], [0.035, 0.05, 0.045], other),
            g.ball("hand", 0.055, dark, hand),
        ]
    return parts


def armoured(rng: Rng) -> Parts:
    """A figure of pale shells on tracks, dark where they part: in its helmet, its collar, at all joints."""
    pale = m.solid(rng.choice([(236, 236, 240), (214, 218, 224), (242, 238, 226)]), 0.12, coat=0.6)
    paint = pale if rng.chance(0.7) else glossy(rng)
    dark = m.solid(rng.choice([(14, 14, 16), (30, 30, 34)]), rng.uniform(0.08, 0.5), coat=0.5)
    trim = glossy(rng)
    wide, tall = rng.uniform(0.17, 0.23), rng.uniform(0.15, 0.22)
    base, head = rng.uniform(0.14, 0.22), rng.uniform(0.15, 0.2)
    parts = [
        oval("shell", (wide * 1.05, 0.2, base * 0.85), paint, (0, -0.04, base)),
        limb("waist", [(0, 0, base), (0, 0, base + tall)], [wide * 0.5, wide * 0.55], dark),
        oval("torso", (wide, wide * 0.75, tall), paint, (0, 0, base * 1.5 + tall)),
    ]
    neck = base * 1.5 + tall * 1.75
    at = Vector((rng.gauss(0, 0.01), -0.02, neck + head * 0.9))
    parts += [
        oval("collar", (wide * 0.6, wide * 0.5, tall * 0.3), dark, (0, -wide * 0.42, neck - tall * 0.3)),
        oval("head", (head, head, head), paint, at),
        oval("visor", (head * 0.85, head * 0.5, head * 0.34), dark, at + Vector((0, -head * 0.66, 0))),
        oval(
            "chin", (head * 0.75, head * 0.5, head * 0.22), paint, at + Vector((0, -head * 0.62, -head * 0.5))
        ),
    ]
    for side in (-1, 1):
        parts.append(g.ball("phone", head * 0.35, dark, at + Vector((side * head * 0.95, 0, 0)), 1.0))
        spot = (side * wide * 0.45, -wide * 0.68, base * 1.5 + tall * 0.9)
        parts.append(oval("lamp", (0.04, 0.03, 0.05), trim, spot))
        track = g.box(
            "track", (0.09, rng.uniform(0.3, 0.45), base * 1.5), dark, 0.06, (side * wide * 1.15, 0, 0)
        )
        shoulder = Vector((side * (wide + 0.08), 0, neck - 0.08))
        elbow = shoulder + Vector((side * 0.05, -rng.uniform(0.02, 0.12), -tall * rng.uniform(0.7, 1.1)))
        hand = elbow + Vector((0, -rng.uniform(0.05, 0.16), -rng.uniform(0.06, 0.14)))
        parts += [
            track,
            oval("shoulder", (0.08, 0.085, 0.1), paint, shoulder),
            limb("arm", [tuple(shoulder), tuple(elbow), tuple(hand)], [0.04] * 3, dark),
            oval("sleeve", (0.075, 0.075, 0.085), paint, elbow),
            limb("claw", [tuple(hand), tuple(hand + Vector((0, -0.07, -0.05)))], [0.05, 0.025], dark),
        ]
        ring = elbow + (hand - elbow) * 0.75
        parts.append(oval("cuff", (0.065, 0.05, 0.05), paint, ring))
    return parts
