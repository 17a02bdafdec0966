"""Hard toys: bath ducks, cars, animals of balls. About one unit, towards -y."""

from __future__ import annotations

import math
from typing import Any

from mathutils import Vector

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.products.limbs import arc, eye, limb, oval
from bggen.train.scenes.products.skins import glossy

Parts = list[Any]


def duck(rng: Rng) -> Parts:
    """A bath toy: a bird without legs."""
    skin = m.solid((246, 196, 30), 0.35, coat=0.3) if rng.chance(0.4) else glossy(rng)
    beak = m.solid((240, 110, 30), 0.4) if rng.chance(0.6) else glossy(rng)
    long, wide, tall = rng.uniform(0.32, 0.4), rng.uniform(0.24, 0.3), rng.uniform(0.18, 0.26)
    head = rng.uniform(0.17, 0.25)
    at = Vector((0, -long * rng.uniform(0.35, 0.6), tall * 1.5 + head * 0.75))
    parts = [
        oval("body", (wide, long, tall), skin, (0, 0, tall * 0.9)),
        oval("breast", (wide * 0.85, long * 0.6, tall), skin, (0, -long * 0.35, tall)),
        limb(
            "tail",
            [(0, long * 0.5, tall * 1.1), (0, long * 1.05, tall * rng.uniform(1.5, 2.4))],
            [wide * 0.5, wide * 0.18],
            skin,
        ),
        oval("head", (head, head, head * 0.97), skin, at),
        limb("neck", [(0, at.y * 0.9, tall * 1.2), tuple(at)], [head * 0.85, head * 0.75], skin),
    ]
    tip = at + Vector((0, -head * 0.95, -head * 0.12))
    parts.append(
        oval("beak", (head * 0.42, head * 0.5, head * 0.16), beak, tip, (rng.uniform(-0.2, 0.3), 0, 0))
    )
    parts.append(
        oval("bill", (head * 0.36, head * 0.36, head * 0.12), beak, tip - Vector((0, 0, head * 0.18)))
    )
    for side in (-1, 1):
        parts.append(eye(at + Vector((side * head * 0.5, -head * 0.76, head * 0.36)), head * 0.13))
        wing = (side * wide * 0.88, long * 0.15, tall * 1.05)
        parts.append(oval("wing", (wide * 0.18, long * 0.5, tall * 0.5), skin, wing, (0.25, 0, side * 0.15)))
    return parts


def car(rng: Rng) -> Parts:
    """A toy car, van or tractor along y, with or without a driver."""
    paint, other, dark = glossy(rng), glossy(rng), m.solid(rng.choice([(24, 24, 26), (40, 40, 44)]), 0.6)
    wide, long, low = rng.uniform(0.2, 0.3), rng.uniform(0.42, 0.55), rng.uniform(0.06, 0.12)
    belt, roof = low + rng.uniform(0.14, 0.26), rng.uniform(0.1, 0.28)
    nose, square = rng.uniform(0.5, 1.0), rng.uniform(0.35, 0.8)
    rings = []
    for t in (-1.0, -0.92, -0.6, -0.2, 0.2, 0.6, 0.92, 1.0):
        full = (1 - abs(t) ** 6 * 0.5) * (0.85 + 0.15 * (1 - t * t))
        top = low + (belt - low) * (nose + (1 - nose) * (t + 1) / 2 if t < 0 else 1.0) * (
            0.9 if abs(t) > 0.9 else 1
        )
        turns = [2 * math.pi * k / 20 for k in range(20)]
        ring = []
        for a in turns:
            x = math.copysign(abs(math.cos(a)) ** square, math.cos(a)) * wide * full
            z = math.copysign(abs(math.sin(a)) ** square, math.sin(a)) * (top - low) / 2 + (top + low) / 2
            ring.append((x, t * long, z))
        rings.append(ring)
    parts = [g.loft("body", rings, paint, smooth=1)]
    bumper = g.box("bumper", (wide * 1.7, long * 2.04, 0.05), other, 0.02, (0, 0, low))
    parts.append(bumper)
    kind = rng.weighted(cabin=5, open=4, load=2)
    if kind == "open":
        seat = Vector((0, long * 0.1, belt))
        skin, helmet = m.solid(rng.choice([(236, 190, 160), (140, 96, 70), (240, 200, 60)]), 0.5), glossy(rng)
        r = wide * rng.uniform(0.38, 0.55)
        parts += [
            limb(
                "torso", [tuple(seat), tuple(seat + Vector((0, 0, r * 1.6)))], [r * 0.9, r * 0.7], glossy(rng)
            ),
            g.ball("head", r, skin, seat + Vector((0, 0, r * 2.7))),
            g.ball("helmet", r * 1.08, helmet, seat + Vector((0, r * 0.12, r * 2.95)), 0.9),
            g.ring("seat", wide * 0.7, wide * 0.16, other, (0, long * 0.12, belt), (0, 0, 0)),
        ]
        for side in (-1, 1):
            parts.append(eye(seat + Vector((side * r * 0.35, -r * 0.93, r * 2.6)), r * 0.12))
    else:
        depth = long * (0.55 if kind == "load" else rng.uniform(0.8, 1.3))
        at = (0, -long * 0.3 if kind == "load" else long * rng.uniform(-0.05, 0.2), belt - 0.03)
        glass = m.solid((40, 52, 62), 0.05, coat=1)
        parts.append(g.box("cabin", (wide * 1.55, depth, roof + 0.03), paint, 0.04, at))
        parts.append(
            g.box(
                "pane", (wide * 1.57, depth * 0.75, roof * 0.55), glass, 0.02, (0, at[1], belt + roof * 0.2)
            )
        )
        parts.append(
            g.box(
                "screen", (wide * 1.25, depth * 1.02, roof * 0.55), glass, 0.02, (0, at[1], belt + roof * 0.2)
            )
        )
        if kind == "load":
            parts.append(
                g.box(
                    "load",
                    (wide * 1.7, long * 1.0, roof * rng.uniform(0.4, 1.4)),
                    other,
                    0.02,
                    (0, long * 0.45, belt - 0.04),
                )
            )
    if rng.chance(0.25):
        foot = (wide * 0.5, long * 0.6, belt)
        parts.append(
            limb(
                "mast",
                [foot, (foot[0] + 0.02, foot[1] + 0.03, belt + rng.uniform(0.2, 0.5))],
                [0.014, 0.012],
                other,
            )
        )
    lamp = m.solid(rng.choice([(250, 240, 200), (240, 130, 40)]), 0.1, coat=1)
    for side in (-1, 1):
        front = (side * wide * 0.62, -long * 0.97, low + (belt - low) * 0.5)
        parts.append(oval("lamp", (0.045, 0.03, 0.045), lamp, front))
        for y in (-0.58, 0.58):
            r = rng.uniform(0.95, 1.05) * (low + 0.06)
            wheel = g.lathe(
                "wheel", [(r * 0.85, 0), (r, 0.02), (r, 0.1), (r * 0.85, 0.12), (r * 0.55, 0.115)], dark, 40
            )
            wheel.rotation_euler[1], wheel.location = side * math.pi / 2, (side * (wide - 0.05), y * long, r)
            hub = g.lathe("hub", [(r * 0.5, 0), (r * 0.48, 0.128), (r * 0.2, 0.135)], other, 32)
            hub.rotation_euler[1], hub.location = side * math.pi / 2, (side * (wide - 0.05), y * long, r)
            parts += [wheel, hub]
    return parts


def animal(rng: Rng) -> Parts:
    """An animal of balls on four straight legs, along x."""
    fur, other = glossy(rng), glossy(rng)
    r, long, up = rng.uniform(0.2, 0.3), rng.uniform(0.8, 1.7), rng.uniform(0.15, 0.4)
    head, leg = r * rng.uniform(0.6, 1.0), rng.uniform(0.05, 0.1)
    body = (r * long, r * rng.uniform(0.8, 1.1), r * rng.uniform(0.8, 1.3))
    at = Vector((r * long * rng.uniform(0.2, 0.9), 0, up + r * 1.5 + head * 0.5))
    parts = [
        oval("body", body, fur, (0, 0, up + r * 0.6)),
        g.ball("head", head, fur, at, rng.uniform(0.8, 1.1)),
    ]
    for x in (-0.6, 0.6):
        for y in (-0.6, 0.6):
            foot = (x * r * long, y * r, 0)
            parts.append(g.lathe("leg", [(leg * 1.2, 0), (leg, up + r * 0.6)], fur, at=foot))
            parts.append(g.ball("paw", leg * 1.4, other, (foot[0] + leg * 0.5, foot[1], leg), 0.8))
    for side in (-1, 1):
        ear = at + Vector((0, side * head * 0.7, head * 0.8))
        parts.append(g.ball("ear", head * rng.uniform(0.25, 0.5), other, ear, 1.0))
        parts.append(eye(at + Vector((head * 0.85, side * head * 0.4, head * 0.2)), head * 0.15))
    trunk = arc(tuple(at), (head * 1.6, head), 0.0, -0.2, -1.2, 5)
    if rng.chance(0.2):
        parts.append(
            limb("trunk", trunk, [head * 0.3, head * 0.26, head * 0.22, head * 0.18, head * 0.15], fur)
        )
    return parts
