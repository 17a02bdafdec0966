"""Shoes of all kinds, alone or in pairs: one unit long, toe towards +x."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.products.goods import Good
from bggen.train.scenes.products.limbs import arc, limb
from bggen.train.scenes.products.skins import colour, hide

Parts = list[Any]
COLUMNS = 48  # points about a shoe


@dataclass(frozen=True, slots=True)
class Last:
    """What a shoe is shaped by, in its lengths: toe towards +x, heel at -0.5."""

    half: float  # widest half width
    pointed: float  # 0: round, 1: sharp
    sole: float  # how thick it is in front
    heel: float  # and behind
    front: float  # where the opening ends in front
    high: float  # of the opening in front
    back: float  # and behind
    shaft: float  # of a boot above the ankle; 0: none
    chunky: float  # how far the sole stands out


def any_last(rng: Rng) -> Last:
    """A sneaker, a flat shoe, a shoe with a heel or a boot."""
    kind = rng.weighted(sneaker=8, flat=4, heel=1, boot=4)
    sole = {"sneaker": (0.07, 0.15), "flat": (0.02, 0.05), "heel": (0.02, 0.03), "boot": (0.04, 0.12)}[kind]
    thick = rng.uniform(*sole)
    heel = thick + {"sneaker": rng.uniform(0, 0.06), "heel": rng.uniform(0.12, 0.25)}.get(
        kind, rng.uniform(0.01, 0.06)
    )
    low = {"sneaker": (0.2, 0.28), "flat": (0.09, 0.19), "heel": (0.08, 0.14), "boot": (0.3, 0.36)}[kind]
    front = {"sneaker": (-0.14, 0.02), "flat": (-0.05, 0.28), "heel": (0.1, 0.28), "boot": (-0.18, -0.1)}[
        kind
    ]
    high = rng.uniform(*low)
    return Last(
        rng.uniform(0.15, 0.2), rng.uniform(0, 0.6), thick, heel, rng.uniform(*front), high,
        high + rng.uniform(-0.03, 0.05) * (kind != "boot"), rng.uniform(0.1, 0.6) if kind == "boot" else 0.0,
        rng.uniform(0, 0.025) if kind == "sneaker" else 0.004,
    )  # fmt: skip


def _outline(last: Last, grow: float = 0.0) -> list[tuple[float, float]]:
    """The sole from above: COLUMNS points."""
    found = []
    for k in range(COLUMNS):
        a = 2 * math.pi * k / COLUMNS
        x, s = 0.5 * math.cos(a), math.sin(a)
        waist = g.between(
            (-0.5, -0.3, -0.05, 0.22, 0.5), (0.78, 0.8, 0.72, 1.0, 1.0 - 0.25 * last.pointed), x
        )
        round_ = abs(s) ** (0.5 + 0.5 * last.pointed * (x > 0))
        y = math.copysign((last.half * waist + grow) * round_, s) + 0.02 * math.sin(3.2 * x)
        found.append((x * (1 + 2 * grow), y))
    return found


def _under(last: Last, x: float) -> float:
    """How high the sole's upper side is."""
    return g.between(
        (-0.5, -0.15, 0.2, 0.5),
        (last.heel, last.heel * 0.9 + last.sole * 0.1, last.sole, last.sole + 0.03),
        x,
    )


def _ring(last: Last, t: float, shrink: float = 1.0) -> list[g.Point]:
    """The upper at t: 0 along the sole, 1 along the opening."""
    rear, front = -0.47, last.front
    middle, reach = (rear + front) / 2, (front - rear) / 2
    ring = []
    for k, (x, y) in enumerate(_outline(last)):
        a = 2 * math.pi * k / COLUMNS
        to = (middle + reach * math.cos(a) * 0.96, last.half * 0.5 * math.sin(a))
        up = g.between((-1, 1), (last.back, last.high), math.cos(a))
        low = _under(last, x) - 0.004
        rise = math.sin(t * math.pi / 2) ** (0.75 if x > last.front else 0.95)
        inward = 1 - math.cos(t * math.pi / 2)
        high = low + (up - low) * rise + 0.02 * math.sin(math.pi * t) * (x > 0)
        px, py = x + (to[0] - x) * (t if x > last.front else inward), y + (to[1] - y) * inward
        ring.append((middle + (px - middle) * shrink, py * shrink, high))
    return ring


def _shoe(rng: Rng, last: Last, stuffs: Sequence[Material]) -> Parts:
    """One shoe: sole, upper, lining, and what closes it."""
    upper, sole, lining, trim = stuffs
    outer = [_ring(last, t) for t in (0.0, 0.12, 0.28, 0.45, 0.62, 0.78, 0.9, 1.0)]
    rim = outer[-1]
    for k in range(4 if last.shaft else 0):
        t = (k + 1) / 4
        outer.append(
            [
                (x + 0.03 * t * math.copysign(1, x + 0.3), y * (1 + 0.35 * t), z + last.shaft * t)
                for x, y, z in rim
            ]
        )
    top = outer[-1]
    inner = [top, [(x * 0.985 - 0.003, y * 0.9, z - 0.012) for x, y, z in top]]
    inner += [[(x, y, z + 0.012) for x, y, z in _ring(last, t, 0.93)] for t in (0.8, 0.4, 0.1)]
    edge = []
    for grow, part in ((0.0, 0.0), (last.chunky, 0.15), (last.chunky + 0.004, 0.8), (last.chunky * 0.6, 1.0)):
        edge.append([(x, y, _under(last, x) * part) for x, y in _outline(last, grow)])
    if last.heel > last.sole + 0.1:  # it stands on toe and heel
        edge[0] = [(x, y, max(0.0, _under(last, x) - last.sole)) for x, y, _ in edge[0]]
        edge[1] = [(x, y, max(0.01, _under(last, x) - last.sole * 0.8)) for x, y, _ in edge[1]]
    parts = [
        g.loft("sole", edge, sole, smooth=1),
        g.loft("upper", outer, upper, closed=False, smooth=1),
        g.loft("lining", inner, lining, smooth=1),
        limb("edge", [*top, top[0]], [0.011] * (COLUMNS + 1), trim, 8),
    ]
    if last.heel > last.sole + 0.1:
        parts.append(g.lathe("heel", [(0.03, 0), (0.05, last.heel * 0.95)], sole, 24, at=(-0.42, 0, 0)))
    if last.front < 0.05 and rng.chance(0.8):
        parts += _laces(rng, last, upper if rng.chance(0.5) else lining)
    elif last.front > 0.0 and rng.chance(0.6):
        parts.append(_closed_by(rng, last, trim))
    if rng.chance(0.4) and not last.shaft:
        parts += [_patch(last, columns, trim) for columns in (range(8, 20), range(28, 40))]
    return parts


def _laces(rng: Rng, last: Last, tongue: Material) -> Parts:
    """Rows across the instep, and the tongue that stands up behind them."""
    lace = m.solid(colour(rng), 0.8)
    start, end, count = last.front - 0.02, last.front + rng.uniform(0.16, 0.26), rng.randint(4, 6)

    def over(x: float) -> float:
        low, t = _under(last, 0.5), min(1.0, max(0.0, (0.5 - x) / (0.5 - last.front)))
        rise = math.pow(math.sin(t * math.pi / 2), 0.75)
        return low + (last.high - low) * rise + 0.02 * math.sin(math.pi * t)

    parts = Parts()
    for row in range(count):
        x = start + (end - start) * row / (count - 1)
        wide = 0.05 + 0.012 * row / count
        path = [(x + 0.01 * u, wide * u, over(x) + 0.018 - 0.022 * u * u) for u in (-1, -0.5, 0, 0.5, 1)]
        parts.append(g.cord("lace", path, 0.013, 0.007, lace))
    high, foot = last.high + last.shaft * 0.6 + rng.uniform(0.03, 0.07), last.front + 0.05
    parts.append(limb("tongue", [(foot, 0, over(foot)), (last.front - 0.03, 0, high)], [0.06, 0.05], tongue))
    return parts


def _closed_by(rng: Rng, last: Last, trim: Material) -> Any:
    """A strap across the opening, or a bow before it."""
    if rng.chance(0.5):
        middle, reach = (last.front - 0.22, 0, last.high * 0.75), (last.half * 0.68, last.high * 0.45)
        return limb("strap", arc(middle, reach, math.pi / 2, 0.0, math.pi), [0.014] * 11, trim)
    at = (last.front + 0.05, 0, last.high * 0.93)
    return g.box("bow", (0.04, last.half * 0.9, 0.03), trim, 0.012, at)


def _patch(last: Last, columns: range, trim: Material) -> Any:
    """A piece of another stuff on one side."""
    rings = [_ring(last, t, 1.012) for t in (0.1, 0.25, 0.4, 0.55)]
    wide = len(columns)
    points = [ring[k] for ring in rings for k in columns]
    faces = [
        (i * wide + k, i * wide + k + 1, (i + 1) * wide + k + 1, (i + 1) * wide + k)
        for i in range(len(rings) - 1)
        for k in range(wide - 1)
    ]
    return g.mesh("patch", points, faces, trim)


def make(rng: Rng) -> Good:
    """A shoe, or a pair side by side."""
    last = any_last(rng)
    rubber = m.solid(
        rng.choice([(238, 236, 230), (238, 236, 230), (182, 128, 78), (30, 30, 32), colour(rng)]), 0.55
    )
    stuffs = (hide(rng), rubber, m.woven(rng, rng.jitter((220, 214, 202), 0.15), 150), hide(rng))
    same = rng.random()
    parts = _shoe(Rng(same), last, stuffs)
    if rng.chance(0.5):
        pivot = g.empty("other")
        for part in _shoe(Rng(same), last, stuffs):
            part.parent = pivot
            parts.append(part)
        pivot.scale[1] = -1
        pivot.location = (rng.uniform(-0.2, 0.2), rng.choice([-1, 1]) * last.half * rng.uniform(2.05, 2.8), 0)
        pivot.rotation_euler[2] = rng.gauss(0, 0.2)
        return Good(parts, [pivot])
    return Good(parts)
