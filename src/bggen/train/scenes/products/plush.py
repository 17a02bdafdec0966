"""Soft toys: animals that sit, lie and stand, dolls with long limbs. About one unit, towards -y."""

from __future__ import annotations

import math
from typing import Any

from mathutils import Vector

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.products.limbs import EYE, eye, furred, limb, oval
from bggen.train.scenes.products.skins import glossy, plush

Parts = list[Any]


def _face(rng: Rng, at: Any, r: float, fur: Material, other: Material, ears: str) -> Parts:
    """A head that looks along -y."""
    wide, high = rng.uniform(0.95, 1.2), rng.uniform(0.85, 1.05)
    parts = [oval("head", (r * wide, r, r * high), fur, at)]
    snout = at + Vector((0, -r * 0.82, -r * 0.22))
    parts.append(oval("muzzle", (r * 0.45, r * rng.uniform(0.3, 0.7), r * 0.36), other, snout))
    nose = snout + Vector((0, -r * 0.42, r * 0.14))
    parts.append(oval("nose", (r * 0.16, r * 0.1, r * 0.11), m.solid((30, 22, 20), 0.4), nose))
    for side in (-1, 1):
        parts.append(eye(at + Vector((side * r * 0.38, -r * 0.86, r * 0.16)), r * rng.uniform(0.08, 0.14)))
        ear = at + Vector((side * r * 0.72, 0, r * 0.72))
        if ears == "round":
            parts.append(oval("ear", (r * 0.36, r * 0.16, r * 0.36), fur, ear))
        elif ears == "pointed":
            tip = ear + Vector((side * r * 0.12, 0, r * 0.5))
            parts.append(limb("ear", [tuple(ear), tuple(tip)], [r * 0.26, r * 0.07], fur))
        else:
            low = ear + Vector((side * r * 0.35, 0, -r * rng.uniform(0.6, 1.3)))
            parts.append(limb("ear", [tuple(ear), tuple(low)], [r * 0.14, r * 0.24], other))
    return parts


def _fluffy(rng: Rng, parts: Parts, by: float) -> Parts:
    """Fur on all but eyes and noses."""
    for part in parts:
        if not part.name.startswith(("eye", "nose", "bow", "scarf", "hat")):
            furred(part, rng, by / max(part.scale))
    return parts


def bear(rng: Rng) -> Parts:
    """A plush animal that sits, its legs forward."""
    fur, other, trim = plush(rng), plush(rng), glossy(rng)
    r, tall = rng.uniform(0.19, 0.26), rng.uniform(1.05, 1.5)
    head = r * rng.uniform(0.75, 1.1)
    lean = rng.uniform(-0.06, 0.08)
    neck = Vector((rng.gauss(0, 0.02), lean, 2 * r * tall * 0.92))
    parts = [oval("body", (r, r * 0.92, r * tall), fur, (0, lean / 2, r * tall))]
    if rng.chance(0.5):
        parts.append(
            oval("belly", (r * 0.62, r * 0.3, r * tall * 0.62), other, (0, lean - r * 0.7, r * tall))
        )
    parts += _face(
        rng, neck + Vector((0, -0.03, head * 0.7)), head, fur, other, rng.choice(["round", "round", "flat"])
    )
    thick, long, apart = r * rng.uniform(0.32, 0.48), r * rng.uniform(1.4, 2.2), rng.uniform(0.25, 0.8)
    for side in (-1, 1):
        spread = apart + rng.uniform(-0.15, 0.15)
        hip = (side * r * 0.6, -r * 0.2, thick)
        foot = (hip[0] + side * long * math.sin(spread), hip[1] - long * math.cos(spread), thick * 1.05)
        parts.append(limb("leg", [hip, foot], [thick, thick * 0.95], fur))
        parts.append(oval("foot", (thick * 1.15, thick * 0.7, thick * 1.4), other, (*foot[:2], thick * 1.3)))
        arm = Vector((side * r * 0.85, lean, 2 * r * tall * rng.uniform(0.68, 0.8)))
        way = Vector(
            (side * rng.uniform(0.1, 0.9), -rng.uniform(0.1, 1.0), rng.uniform(-1.1, 0.5))
        ).normalized()
        hand = arm + way * r * rng.uniform(1.1, 1.6)
        parts.append(limb("arm", [tuple(arm), tuple(hand)], [thick * 0.9, thick * 0.85], fur))
    if rng.chance(0.4):
        parts.append(g.ring("scarf", head * 0.75, head * 0.2, trim, tuple(neck), (0, 0, 0)))
    elif rng.chance(0.3):
        top = neck + Vector((0, -0.03, head * 1.5))
        parts.append(oval("hat", (head * 0.5, head * 0.5, head * 0.35), trim, top))
    return _fluffy(rng, parts, r * rng.uniform(0.0, 0.22))


def dog(rng: Rng) -> Parts:
    """A plush animal that lies on its belly, along x, or stands on four legs."""
    fur, other, trim = plush(rng), plush(rng), glossy(rng)
    r, long, stands = rng.uniform(0.15, 0.2), rng.uniform(1.5, 2.3), rng.chance(0.35)
    leg = r * rng.uniform(0.4, 0.55)
    up = r * rng.uniform(1.2, 2.2) if stands else r * 0.9
    parts = [oval("body", (r * 0.95, r * long, r), fur, (0, 0, up))]
    if rng.chance(0.6):
        parts.append(oval("belly", (r * 0.8, r * long * 0.8, r * 0.8), other, (0, 0, up - r * 0.25)))
    head = r * rng.uniform(0.85, 1.15)
    at = Vector((rng.gauss(0, 0.05), -r * long * rng.uniform(0.9, 1.1), up + r * rng.uniform(0.5, 1.3)))
    parts += _face(rng, at, head, fur, other, rng.choice(["pointed", "flat", "round"]))
    for side in (-1, 1):
        for end in (-1, 1):
            hip = (side * r * 0.6, end * r * long * 0.6, up - r * 0.2)
            if stands:
                foot = (hip[0] * rng.uniform(0.9, 1.3), hip[1] + rng.gauss(0, 0.02), leg)
            else:
                out = rng.uniform(0.15, 1.2)
                reach = r * rng.uniform(1.3, 2.0)
                foot = (hip[0] + side * reach * math.sin(out), hip[1] + end * reach * math.cos(out), leg)
            parts.append(limb("leg", [hip, foot], [leg * 1.1, leg], fur))
            parts.append(oval("paw", (leg * 1.15, leg * 1.2, leg), other, foot))
    base = (0.0, r * long * 0.9, up + r * 0.3)
    tip = (rng.gauss(0, 0.1), r * long * rng.uniform(0.9, 1.5), up + r * rng.uniform(0.2, 2.4))
    middle = (tip[0] / 2, max(base[1], tip[1]) + r * 0.2, (base[2] + tip[2]) / 2)
    parts.append(limb("tail", [base, middle, tip], [leg * 0.7, leg * 0.9, leg * 0.7], fur))
    if rng.chance(0.5):
        parts.append(
            g.ring(
                "scarf", head * 0.7, head * 0.12, trim, tuple(at + Vector((0, r * 0.5, -r * 0.5))), (1, 0, 0)
            )
        )
    return _fluffy(rng, parts, r * rng.uniform(0.0, 0.22))


def _sewn_eye(at: Any, r: float, fur: Material, white: Material) -> Parts:
    """A knob of fur with a white disc on its front, and a dark one on that."""
    front = at + Vector((0, -r * 0.85, 0))
    return [
        oval("lid", (r * 1.4, r * 0.8, r * 1.4), fur, at),
        oval("eye", (r, r * 0.12, r), white, front),
        oval("eye", (r * 0.42, r * 0.1, r * 0.42), m.solid(EYE, 0.7), front + Vector((0, -r * 0.08, 0))),
    ]


def doll(rng: Rng) -> Parts:
    """A soft monster: a block of fur with long thin arms and legs that hang or lie forward."""
    fur, other, white = plush(rng), plush(rng), m.solid((244, 242, 238), 0.5)
    wide, deep, tall = rng.uniform(0.2, 0.3), rng.uniform(0.1, 0.17), rng.uniform(0.25, 0.4)
    thin, long = rng.uniform(0.03, 0.055), rng.uniform(0.4, 0.7)
    body = g.box("body", (wide * 2, deep * 2, tall * 2), fur, min(wide, deep) * 0.8, (0, 0, 0.02))
    parts = [body, oval("belly", (wide * 0.6, deep * 0.3, tall * 0.45), other, (0, -deep, tall * 0.8))]
    sewn = rng.chance(0.5)
    for side in (-1, 1):
        r = rng.uniform(0.06, 0.1)
        at = Vector((side * wide * 0.45, -deep * 0.5, 2 * tall + r * rng.uniform(0.0, 0.8)))
        if sewn:
            parts += _sewn_eye(at, r, fur, white)
        else:
            parts += [g.ball("eye", r, white, at), eye(at + Vector((0, -r * 0.8, r * 0.2)), r * 0.45)]
        shoulder = (side * wide, 0.0, tall * rng.uniform(1.1, 1.5))
        out = rng.uniform(0.2, 0.8)
        elbow = (side * (wide + long * 0.4 * out), -0.05, tall * 0.9)
        hand = (side * (wide + long * 0.7 * out), -long * rng.uniform(0.0, 0.5), rng.uniform(0.06, 0.4))
        knee = (side * wide * 0.8, -deep - long * 0.5, thin * rng.uniform(1, 3))
        foot = (side * wide * rng.uniform(0.5, 1.6), -deep - long, thin * 1.2)
        for name, path in (
            ("arm", [shoulder, elbow, hand]),
            ("leg", [(side * wide * 0.5, -deep * 0.6, thin * 2), knee, foot]),
        ):
            parts.append(limb(name, path, [thin] * 3, fur))
            parts.append(oval("hand", (thin * 1.4, thin * 1.8, thin * 1.3), other, path[-1]))
    return _fluffy(rng, parts, rng.uniform(0.0, 0.035))
