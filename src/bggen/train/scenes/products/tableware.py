"""What stands on a table: cups on saucers, pots, plates, bowls, glasses, jars of something, mills."""

from __future__ import annotations

import math
from typing import Any

from mathutils import Vector

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import WOODS, Rng
from bggen.train.scenes.products.limbs import arc, limb, shell
from bggen.train.scenes.products.skins import colour, glossy, skin

Parts = list[Any]
FULL = {
    "coffee": (40, 22, 14), "crema": (186, 120, 62), "tea": (150, 74, 22), "milk": (240, 232, 220),
    "matcha": (134, 160, 70), "soup": (210, 96, 34),
}  # fmt: skip
#: what jars hold, and how coarse it is
STORED = {
    "coffee": ((70, 44, 28), 26), "rice": ((232, 224, 204), 60), "pasta": ((226, 190, 110), 14),
    "lentils": ((170, 90, 50), 40), "honey": ((214, 140, 30), 1), "jam": ((130, 20, 34), 3),
    "herbs": ((92, 110, 54), 22), "sugar": ((246, 244, 240), 90),
}  # fmt: skip


def _glazed(rng: Rng) -> Material:
    """China as it often is, white or of one colour; else anything."""
    if rng.chance(0.35):
        return m.solid(rng.jitter((238, 234, 228), 0.04), rng.uniform(0.08, 0.4), coat=0.6)
    return glossy(rng) if rng.chance(0.6) else skin(rng)


def _dish(r: float, h: float, foot: float, bend: float, wall: float = 0.022) -> list[tuple[float, float]]:
    """A profile that is open above: out from its foot, and back in."""
    knee = foot + (r - foot) * bend
    return [
        (foot * 0.92, 0), (foot, 0.008), (knee, h * 0.42), (r, h), (r - wall * 0.5, h + 0.006), (r - wall, h),
        (knee - wall, h * 0.42 + wall * 0.6), (foot * 0.8, wall), (0.001, wall),
    ]  # fmt: skip


def _spoon(rng: Rng, at: Any, turn: float, long: float) -> Parts:
    """A spoon that lies, its handle a little up."""
    steel, way = (
        m.metal(rng.choice([(206, 206, 210), (214, 176, 104)]), 0.2),
        Vector((math.cos(turn), math.sin(turn), 0)),
    )
    bowl = g.ball("spoon", 1.0, steel, at)
    bowl.scale, bowl.rotation_euler[2] = (long * 0.17, long * 0.11, 0.02), turn
    path = [tuple(at + way * long * t + Vector((0, 0, 0.07 * t))) for t in (0.12, 0.4, 0.7, 1.0)]
    return [bowl, limb("handle", path, [0.012, 0.011, 0.014, 0.018], steel)]


def espresso(rng: Rng) -> Parts:
    """A cup with a drink on its saucer; perhaps a spoon."""
    china, plate = _glazed(rng), rng.uniform(0.36, 0.5)
    under = china if rng.chance(0.75) else _glazed(rng)
    r, h = plate * rng.uniform(0.42, 0.66), rng.uniform(0.2, 0.42)
    foot, rise = r * rng.uniform(0.5, 0.8), rng.uniform(0.03, 0.08)
    z, wall, full = 0.03, rng.uniform(0.015, 0.03), rng.uniform(0.45, 0.92)
    saucer = _dish(plate, rise, plate * rng.uniform(0.45, 0.65), 0.45, 0.018)
    inner = m.solid((244, 240, 234), 0.2, coat=0.6) if rng.chance(0.5) else china
    belly = rng.uniform(0.6, 1.0)
    knee = foot + (r - foot) * belly
    outer = [(foot * 0.9, z), (foot, z + 0.01), (knee, z + h * 0.45), (r, z + h)]
    lining = [
        (r, z + h), (r - wall * 0.5, z + h + 0.006), (r - wall, z + h), (knee - wall, z + h * 0.45),
        (foot * 0.85, z + 0.04), (0.001, z + 0.035),
    ]  # fmt: skip
    parts = [g.lathe("saucer", saucer, under), shell("cup", outer, china), shell("lining", lining, inner)]
    at = z + 0.04 + (h - 0.05) * full
    inside = g.between([z + 0.04, z + h * 0.45, z + h], [foot * 0.85, knee - wall, r - wall], at) * 1.01
    drink = FULL[rng.word(FULL)]
    foam = m.grainy(rng.jitter(FULL["crema"] if drink == FULL["coffee"] else drink, 0.15), 9, 0.3, 0.05, 0.2)
    parts.append(g.lathe("drink", [(inside, at - 0.01), (inside, at), (0.001, at + 0.001)], foam))
    turn, big = rng.uniform(-math.pi, math.pi), h * rng.uniform(0.26, 0.34)
    reach = (r + knee) / 2 * 0.97
    middle = (reach * math.cos(turn), reach * math.sin(turn), z + h * 0.58)
    thick = rng.uniform(0.018, 0.034)
    parts.append(limb("handle", arc(middle, (big * 1.2, big), turn, 1.6, -1.6), [thick] * 11, china))
    if rng.chance(0.55):
        about = turn + rng.uniform(0.5, 2.4) * rng.choice([-1, 1])
        at = Vector((plate * 0.74 * math.cos(about), plate * 0.74 * math.sin(about), rise * 0.7 + 0.03))
        parts += _spoon(rng, at, about + rng.uniform(1.2, 2.0) * rng.choice([-1, 1]), plate * 0.95)
    elif rng.chance(0.3):
        about = turn + math.pi
        bit = (plate * 0.76 * math.cos(about), plate * 0.76 * math.sin(about), rise * 0.6)
        parts.append(g.box("biscuit", (0.1, 0.16, 0.05), m.grainy((190, 130, 70), 14), 0.02, bit, about))
    return parts


def teapot(rng: Rng) -> Parts:
    """A teapot or kettle: a spout, a lid with a knob, and a handle behind or above."""
    body, trim = skin(rng), skin(rng)
    r, h, top = rng.uniform(0.26, 0.36), rng.uniform(0.3, 0.52), rng.uniform(0.1, 0.16)
    low = rng.uniform(0.55, 1.0)
    belly = [
        (r * low * 0.9, 0), (r * low, 0.015), (r, h * rng.uniform(0.3, 0.55)),
        (r * rng.uniform(0.75, 0.9), h * 0.8), (top * 1.2, h),
    ]  # fmt: skip
    lid = [(top * 1.25, h - 0.01), (top * 1.25, h + 0.015), (top * 0.6, h + 0.06), (0.03, h + 0.075)]
    parts = [
        g.lathe("body", belly, body),
        g.lathe("lid", lid, body if rng.chance(0.6) else trim),
        g.ball("knob", rng.uniform(0.03, 0.05), trim, (0, 0, h + 0.1)),
    ]
    start, tip = h * rng.uniform(0.3, 0.5), h * rng.uniform(0.85, 1.1)
    long = rng.uniform(0.14, 0.28)
    path = [(r * 0.8, 0, start), (r + long * 0.5, 0, (start + tip) / 2 - 0.02), (r + long, 0, tip)]
    parts.append(limb("spout", path, [0.075, 0.05, rng.uniform(0.025, 0.04)], body))
    thick = rng.uniform(0.018, 0.03)
    if rng.chance(0.45):
        span = arc((0, 0, h * 0.85), (r * 0.75, h * rng.uniform(0.6, 0.9)), 0.0, 0.0, math.pi)
    else:
        span = arc((-r * 0.88, 0, h * 0.55), (h * 0.45, h * 0.34), math.pi, 1.5, -1.5)
    return [*parts, limb("handle", span, [thick] * 11, trim)]


def bowl(rng: Rng) -> Parts:
    """A dish or bowl, open above, empty or full."""
    r, h = rng.uniform(0.25, 0.5), rng.uniform(0.08, 0.35)
    foot, bend = r * rng.uniform(0.35, 0.75), rng.uniform(0.3, 0.9)
    parts = [g.lathe("bowl", _dish(r, h, foot, bend, 0.03), _glazed(rng))]
    held = rng.weighted(none=5, fruit=2, soup=2)
    if held == "soup":
        full = h * rng.uniform(0.55, 0.85)
        wide = g.between([0.03, h * 0.42, h], [foot * 0.8, foot + (r - foot) * bend, r], full) - 0.02
        parts.append(
            g.lathe("soup", [(wide, full - 0.01), (0.001, full)], m.grainy(FULL[rng.word(FULL)], 12))
        )
    elif held == "fruit":
        for _ in range(rng.randint(1, 5)):
            size, about, out = rng.uniform(0.07, 0.11), rng.uniform(0, 6.28), rng.uniform(0, r * 0.5)
            at = (out * math.cos(about), out * math.sin(about), size + 0.03 + h * 0.3 * out / r)
            parts.append(g.ball("fruit", size, glossy(rng), at, rng.uniform(0.85, 1.15)))
    return parts


def plates(rng: Rng) -> Parts:
    """A set: one to three plates on each other, a bowl on top."""
    parts, z, china = Parts(), 0.0, _glazed(rng)
    r = rng.uniform(0.42, 0.52)
    for _ in range(rng.randint(1, 3)):
        h = rng.uniform(0.03, 0.07)
        plate = g.lathe("plate", _dish(r, h, r * 0.6, 0.4), china if rng.chance(0.7) else _glazed(rng))
        plate.location[2] = z
        parts.append(plate)
        r, z = r * rng.uniform(0.72, 0.95), z + rng.uniform(0.025, 0.04)
    if rng.chance(0.7):
        size = r * rng.uniform(0.5, 0.85)
        top = g.lathe("bowl", _dish(size, size * rng.uniform(0.4, 0.8), size * 0.55, 0.8), china)
        top.location[2] = z
        parts.append(top)
    return parts


def glass(rng: Rng) -> Parts:
    """A stemmed cup: no light passes, its shape is what counts."""
    r, h, stem = rng.uniform(0.14, 0.28), rng.uniform(0.5, 0.9), rng.uniform(0.25, 0.55)
    rim, wall, low = r * rng.uniform(0.7, 1.25), 0.02, h * stem
    profile = [
        (r * rng.uniform(0.6, 1.0), 0), (0.03, 0.03), (0.025, low), (r * 0.7, low + 0.06),
        (r, low + (h - low) * 0.5), (rim, h), (rim - wall, h), (r - wall, low + (h - low) * 0.5),
        (0.001, low + 0.06),
    ]  # fmt: skip
    return [g.lathe("glass", profile, skin(rng))]


def stored(rng: Rng) -> Parts:
    """A clear jar that shows what it holds, with a lid of wood, metal or cork."""
    tone, grain = STORED[rng.word(STORED)]
    r, h, full = rng.uniform(0.18, 0.34), rng.uniform(0.4, 0.75), rng.uniform(0.3, 0.95)
    lid_high, over = rng.uniform(0.04, 0.14), rng.uniform(0.92, 1.06)
    lid = rng.choice(
        [m.wood(rng, rng.word(WOODS), planks=False), m.metal((206, 206, 208), 0.25), glossy(rng)]
    )
    held = m.grainy(rng.jitter(tone, 0.1), grain, 0.3, 0.4)
    pale = m.solid(rng.jitter((206, 208, 206), 0.1), 0.04, coat=1)  # as before something pale
    parts = [
        g.lathe("held", [(r * 0.96, 0), (r, 0.02), (r, h * full)], held),
        g.lathe("jar", [(r, h * full), (r, h)], pale),
    ]
    parts.append(g.lathe("lid", [(r * over, h - 0.01), (r * over, h + lid_high), (0.001, h + lid_high)], lid))
    if rng.chance(0.3):
        parts.append(g.ball("knob", r * 0.2, lid, (0, 0, h + lid_high + r * 0.12)))
    if rng.chance(0.4):
        low = h * rng.uniform(0.15, 0.35)
        parts.append(
            g.lathe("label", [(r * 1.006, low), (r * 1.006, low + h * rng.uniform(0.2, 0.4))], skin(rng))
        )
    return parts


def mills(rng: Rng) -> Parts:
    """One or two turned mills or shakers side by side."""
    parts, stuff, h = Parts(), skin(rng), rng.uniform(0.5, 0.8)
    r, waist, head = rng.uniform(0.1, 0.15), rng.uniform(0.5, 0.9), rng.uniform(0.6, 1.1)
    for k in range(rng.choice([1, 2, 2])):
        tall, top = h * (rng.uniform(0.8, 1.1) if k else 1.0), m.metal((200, 200, 204), 0.2)
        profile = [
            (r, 0), (r * 1.02, 0.03), (r * waist, tall * 0.35), (r * 0.95, tall * 0.62),
            (r * waist * 0.9, tall * 0.68), (r * head, tall * 0.82), (r * head * 0.6, tall * 0.94),
        ]  # fmt: skip
        at = (k * r * rng.uniform(2.4, 3.4), k * rng.uniform(-0.2, 0.2), 0)
        parts.append(g.lathe("mill", profile, stuff if rng.chance(0.6) else skin(rng), at=at))
        knob = [(r * 0.22, tall * 0.92), (r * 0.28, tall * 0.97), (r * 0.2, tall)]
        parts.append(g.lathe("knob", knob, top, 32, at=at))
    return parts


def mug(rng: Rng) -> Parts:
    """A mug, straight, conical or round, glazed in one or two colours."""
    outside = skin(rng)
    inside = outside if rng.chance(0.5) else glossy(rng)
    r, h, wall = rng.uniform(0.2, 0.28), rng.uniform(0.38, 0.56), rng.uniform(0.014, 0.026)
    foot, belly = r * rng.uniform(0.55, 1.0), rng.uniform(0.92, 1.12)
    outer = [(foot * 0.92, 0), (foot, 0.015), ((foot + r) / 2 * belly, h * 0.4), (r, h)]
    lining = [
        (r, h), (r - wall / 2, h + 0.006), (r - wall, h), ((foot + r) / 2 * belly - wall, h * 0.4),
        (foot - wall, 0.05), (0.001, 0.04),
    ]  # fmt: skip
    parts = [shell("mug", outer, outside), shell("lining", lining, inside)]
    thick, big = rng.uniform(0.02, 0.036), h * rng.uniform(0.24, 0.32)
    reach = (r + (foot + r) / 2 * belly) / 2 * 0.97
    span = arc((reach, 0, h * 0.52), (big * rng.uniform(0.8, 1.2), big), 0.0, 1.6, -1.6)
    parts.append(limb("handle", span, [thick] * 11, outside))
    if rng.chance(0.4):
        full = h * rng.uniform(0.6, 0.9)
        wide = g.between([0.05, h * 0.4, h], [foot, (foot + r) / 2 * belly, r], full) - wall
        tone = m.solid(rng.jitter(FULL[rng.word(FULL)], 0.1), 0.1, coat=0.5)
        parts.append(g.lathe("drink", [(wide, full - 0.01), (wide, full), (0.001, full)], tone))
    if rng.chance(0.4):
        low, tall = h * rng.uniform(0.3, 0.6), h * rng.uniform(0.06, 0.3)
        curve = [
            (g.between([0, h * 0.4, h], [foot, (foot + r) / 2 * belly, r], z) * 1.012, z)
            for z in (low, low + tall / 2, low + tall)
        ]
        parts.append(g.lathe("band", curve, m.solid(colour(rng), 0.4)))
    return parts
