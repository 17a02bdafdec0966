"""What is worn, standing as shops show it: hats and caps, bags, watches, belts. For shoes see `shoes`."""

from __future__ import annotations

import math
from typing import Any

from mathutils import Vector

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.products.goods import Good
from bggen.train.scenes.products.limbs import arc, limb
from bggen.train.scenes.products.skins import colour, hide

Parts = list[Any]


def hat(rng: Rng) -> Parts:
    """A hat with a brim, a cap with a visor, or a knitted one."""
    stuff, band = hide(rng), hide(rng)
    r, h, long = rng.uniform(0.2, 0.25), rng.uniform(0.16, 0.28), rng.uniform(1.1, 1.3)
    kind = rng.weighted(brim=4, cap=4, knitted=2)
    dome = [(r, 0.02), (r * 0.98, h * 0.5), (r * rng.uniform(0.7, 0.95), h * 0.9), (r * 0.4, h), (0.001, h)]
    crown = g.lathe("crown", dome, stuff)
    crown.scale[1] = long
    parts = [crown]
    if kind == "brim":
        wide, curl = rng.uniform(1.6, 2.3), rng.uniform(-0.05, 0.12)
        rings = []
        for t, z in (
            (0.9, 0.0),
            (1.2, 0.0),
            (wide * 0.8, 0.0),
            (wide, 0.0),
            (wide, 0.012),
            (wide * 0.8, 0.014),
            (1.2, 0.016),
            (0.9, 0.018),
        ):
            ring = []
            for k in range(64):
                a = 2 * math.pi * k / 64
                up = curl * ((t - 1) / (wide - 1)) ** 2 * math.cos(a) ** 2 if t > 1 else 0.0
                ring.append(
                    (r * t * math.cos(a), r * t * (long + (t - 1) * 0.1) * math.sin(a), z + up + 0.02)
                )
            rings.append(ring)
        parts.append(g.loft("brim", rings, stuff, closed=False, smooth=1))
        ribbon = g.lathe("band", [(r * 1.015, 0.02), (r * 1.015, 0.02 + h * rng.uniform(0.12, 0.35))], band)
        ribbon.scale[1] = long
        parts.append(ribbon)
    elif kind == "cap":
        reach, drop = rng.uniform(0.16, 0.26), rng.uniform(0.0, 0.07)
        rings = []
        for t in (0.0, 0.35, 0.7, 0.92, 1.0):
            turns = [math.pi * (0.1 + 0.8 * k / 20) for k in range(21)]
            rings.append(
                [
                    (
                        r * math.cos(a) * (1 - 0.12 * t),
                        -r * long * math.sin(a) - reach * t * math.sin(a) ** 0.7,
                        0.03 - drop * t * t * (0.3 + math.cos(a) ** 2),
                    )
                    for a in turns
                ]
            )
        grid = [point for ring in rings for point in ring]
        faces = [
            (i * 21 + k, i * 21 + k + 1, i * 21 + k + 22, i * 21 + k + 21)
            for i in range(4)
            for k in range(20)
        ]
        visor = g.mesh("visor", grid, faces, band if rng.chance(0.5) else stuff)
        thick = visor.modifiers.new("thick", "SOLIDIFY")
        thick.thickness = 0.012
        parts += [visor, g.ball("button", 0.02, band, (0, 0, h + 0.005), 0.6)]
    else:
        cuff = g.lathe("cuff", [(r * 1.05, 0), (r * 1.09, 0.04), (r * 1.05, h * 0.42)], stuff, 96, 48, 0.012)
        cuff.scale[1] = long
        parts.append(cuff)
        if rng.chance(0.4):
            parts.append(g.ball("bobble", r * 0.3, band, (0, 0, h + r * 0.22)))
    return parts


def bag(rng: Rng) -> Parts:
    """A slouching tote, a bucket bag or a purse, with one handle or two."""
    skin, trim = hide(rng), hide(rng)
    wide, deep, h = rng.uniform(0.22, 0.36), rng.uniform(0.08, 0.17), rng.uniform(0.35, 0.62)
    mouth, square = rng.uniform(0.65, 1.15), rng.uniform(0.35, 0.9)
    rings = []
    for t in (0.0, 0.03, 0.2, 0.45, 0.7, 0.9, 1.0):
        full = 1 - (1 - mouth) * t**1.5
        flat = deep * (1 - t * rng.uniform(0.3, 0.75)) * (0.94 if t == 0 else 1)
        turns = [2 * math.pi * k / 40 for k in range(40)]
        rings.append(
            [
                (
                    wide * full * math.copysign(abs(math.cos(a)) ** square, math.cos(a)),
                    flat * math.copysign(abs(math.sin(a)) ** square, math.sin(a)),
                    h * t + 0.03 * t * math.cos(a) ** 2,
                )
                for a in turns
            ]
        )
    inside = [[(x * 0.95, y * 0.85, z - 0.05 * k) for x, y, z in rings[-1]] for k in (0, 1, 3)]
    body = g.loft("bag", [*rings, *inside], skin, smooth=1)
    g.lumpy(body, 0.25, rng.uniform(0.0, 0.04))
    parts, up = [body], rng.uniform(0.14, 0.45)
    sides = (-1, 1) if rng.chance(0.6) else (0,)
    for side in sides:
        span = arc(
            (0, side * deep * 0.35, h * 0.96), (wide * mouth * rng.uniform(0.4, 0.9), up), 0.0, 0.0, math.pi
        )
        tilt = [(x, y + side * (z - h) * rng.uniform(0.0, 0.4), z) for x, y, z in span]
        parts.append(limb("handle", tilt, [rng.uniform(0.011, 0.02)] * 11, trim))
    if rng.chance(0.5):
        plate = (wide * rng.uniform(0.2, 1.6), deep * 2.06, h * rng.uniform(0.05, 0.3))
        parts.append(g.box("trim", plate, trim, 0.01, (0, 0, h * rng.uniform(0.05, 0.4))))
    return parts


def backpack(rng: Rng) -> Parts:
    """A rounded sack with pockets and straps, that stands."""
    cloth, trim = hide(rng), hide(rng)
    wide, deep, h = rng.uniform(0.2, 0.26), rng.uniform(0.1, 0.16), rng.uniform(0.6, 0.8)
    body = g.box("sack", (wide * 2, deep * 2, h), cloth, deep * 0.85)
    g.lumpy(body, 0.3, 0.03)
    pocket = (wide * rng.uniform(1.2, 1.7), deep * 0.9, h * rng.uniform(0.25, 0.4))
    parts = [
        body,
        g.box("pocket", pocket, trim if rng.chance(0.6) else cloth, 0.05, (0, -deep * 0.95, h * 0.08)),
    ]
    if rng.chance(0.5):
        upper = (pocket[0], deep * 0.6, h * 0.2)
        parts.append(g.box("pocket", upper, trim, 0.04, (0, -deep * 0.95, h * 0.55)))
    loop = arc((0, deep * 0.4, h * 0.97), (0.07, rng.uniform(0.05, 0.1)), 0.0, 0.0, math.pi, 7)
    parts.append(limb("loop", loop, [0.014] * 7, trim))
    for side in (-1, 1):
        x = side * wide * 0.5
        span = arc((x, deep * 0.9, h * 0.5), (0.14, h * 0.42), math.pi / 2, 1.5, -1.5)
        parts.append(limb("strap", span, [0.024] * 11, trim))
        if rng.chance(0.5):
            parts.append(g.box("side", (0.06, deep, h * 0.3), trim, 0.025, (side * wide, 0, h * 0.06)))
    return parts


def watch(rng: Rng) -> Good:
    """A closed wristwatch that stands on its strap's edge or rests on it, its face up or forward."""
    steel, strap = m.metal(rng.choice([(206, 206, 210), (214, 176, 104), (50, 50, 54)]), 0.2), hide(rng)
    r, tall, wide = rng.uniform(0.26, 0.32), rng.uniform(0.8, 1.0), rng.uniform(0.08, 0.12)
    tilt = rng.uniform(0.0, 1.2)  # of the face, from straight up towards the camera
    rings = []
    for k in range(48):
        a = 2 * math.pi * k / 48
        half = wide * (1 - 0.25 * abs(math.cos(a / 2)))
        rows = ((-half, 0.0), (-half, 0.03), (half, 0.03), (half, 0.0))
        rings.append([(x, -(r + out) * math.sin(a), (r * tall + out) * -math.cos(a)) for x, out in rows])
    band = g.loft("strap", [*rings, rings[0]], strap, closed=False, smooth=1)
    face = rng.uniform(0.16, 0.21)
    case = g.lathe(
        "case", [(face * 0.9, 0), (face, 0.01), (face, 0.06), (face * 0.93, 0.075), (face * 0.9, 0.07)], steel
    )
    dial = g.lathe("dial", [(face * 0.88, 0.06), (0.001, 0.072)], m.solid(colour(rng), 0.2, coat=1))
    parts = [band, case, dial]
    hands = ((rng.uniform(0, 6.28), 0.5), (rng.uniform(0, 6.28), 0.8))
    for turn, long in hands:
        at = (face * long / 2 * math.sin(turn), face * long / 2 * math.cos(turn), r * tall + 0.06)
        hand = g.box("hand", (0.012, face * long, 0.006), steel, 0, at, -turn)
        hand.location[2] = r * tall + 0.072
        parts.append(hand)
    for part in (case, dial):
        part.location[2] = r * tall
    parts.append(g.box("crown", (0.05, 0.04, 0.04), steel, 0.008, (face + 0.015, 0, r * tall + 0.015)))
    pivot = g.empty("wrist")
    for part in parts:
        part.parent = pivot
    pivot.rotation_euler[0] = tilt
    return Good(parts, [pivot])


def belt(rng: Rng) -> Parts:
    """A belt rolled up, on its edge."""
    skin, brass = hide(rng), m.metal(rng.choice([(206, 206, 210), (200, 160, 84), (60, 60, 62)]), 0.2)
    wide, turns, r = rng.uniform(0.12, 0.24), rng.randint(2, 4), rng.uniform(0.26, 0.36)
    path, steps = [], 40 * turns
    for k in range(steps + 1):
        a = 2 * math.pi * k / 40
        reach = r * (1 - 0.55 * k / steps)
        path.append((reach * math.cos(a), reach * math.sin(a)))
    rings = []
    for x, y in path:
        out = Vector((x, y)).normalized() * 0.012
        rings.append(
            [
                (x - out.x, y - out.y, 0),
                (x + out.x, y + out.y, 0),
                (x + out.x, y + out.y, wide),
                (x - out.x, y - out.y, wide),
            ]
        )
    strip = g.loft("belt", rings, skin, smooth=1)
    buckle = g.ring(
        "buckle",
        wide * rng.uniform(0.5, 0.75),
        0.02,
        brass,
        (r * 0.5, -r * 0.7, wide * rng.uniform(0.6, 1.2)),
        (rng.uniform(0.8, 1.6), 0, rng.uniform(-0.5, 0.5)),
    )
    return [strip, buckle]
