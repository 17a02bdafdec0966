"""Spices: peppercorns, vanilla."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, heap, mottle, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.relief import ball, cloud, creases, pushed

_PEPPER: Stops = [
    (0.0, (14, 10, 8)), (0.4, (44, 34, 27)), (0.7, (82, 66, 52)), (1.0, (128, 106, 84)),
]  # fmt: skip
_VANILLA: Stops = [(0.0, (16, 9, 6)), (0.4, (54, 30, 19)), (0.7, (98, 60, 38)), (1.0, (150, 106, 74))]
_JUTE: Stops = [(0.0, (150, 116, 74)), (1.0, (206, 176, 128))]


def _peppercorns(it: Corner) -> list[str]:
    """A heap with strays about it; a strewn few."""
    stuff = skin(_PEPPER, 0.6, tone=(90, 0.16), relief=(240, 0.001))
    dice = dice_of(it.rng)
    sorts = [_corn(dice) for _ in range(10)]
    for count, strays, spread, steep in ((210, 26, (0.13, 0.1), 0.35), (42, 14, (0.08, 0.06), 0.15)):
        x, y = it.spot(spread[0] + 0.05)
        r = 0.0088
        lie = heap(dice, count, r, spread, steep)
        lie = np.concatenate([lie, _strays(dice, strays, r, spread, lie)])
        corns = list[s.Patch]()
        for dx, dy, z in lie.tolist():
            big = r * dice.uniform(0.86, 1.12)
            turn = (dice.uniform(0, 6), dice.uniform(0, 6), dice.uniform(0, 6))
            one = sorts[dice.integers(len(sorts))]
            one = s.Patch(one.points, one.faces, np.clip(one.shade + dice.normal(0, 0.1), 0, 1))
            corns.append(s.turned(one, turn, (x + dx, y + dy, max(z, big)), big))
        s.put("peppercorns", corns, stuff)
    return ["peppercorns"]


def _strays(
    dice: np.random.Generator, count: int, r: float, spread: tuple[float, float], lie: s.Floats
) -> s.Floats:
    """Corns that rolled off, the fewer the farther -> (count, 3)."""
    found = np.empty((0, 3))
    while len(found) < count:
        turn, away = dice.uniform(0, 2 * math.pi), 0.75 + 0.42 * abs(dice.normal())
        at = np.array([spread[0] * away * math.cos(turn), spread[1] * away * math.sin(turn), r])
        others = np.concatenate([lie, found])
        if away < 1.75 and np.hypot(*(others[:, :2] - at[:2]).T).min() > 2.1 * r:
            found = np.concatenate([found, at[None]])
    return found


def _corn(dice: np.random.Generator) -> s.Patch:
    """A dried berry with a net of wrinkles, 1 unit to each side."""
    rings = ball((1.0, 0.98, 0.94), 36, 26)
    net = creases(dice, rings, 1.9)
    by = 0.2 * (net - 0.75) + 0.1 * (cloud(dice, rings, 1.0) - 0.5)
    return s.sheet(pushed(rings, by), np.clip(0.08 + 0.72 * net, 0, 1), around=True)


def _vanilla(it: Corner) -> list[str]:
    """A bundle tied with twine; two pods across each other, one slit open."""
    stuff = skin(_VANILLA, 0.36, tone=(60, 0.12), relief=(150, 0.0012), coat=0.25)
    twine = skin(_JUTE, 0.9, relief=(260, 0.004))
    dice = dice_of(it.rng)
    x, y = it.spot(0.28)
    turn = 0.3 * math.copysign(1.0, x)
    r = 0.0125
    seats = [(k * 2.0 * r, r) for k in (-1.5, -0.5, 0.5, 1.5)]
    seats += [(-r, 2.75 * r), (r, 2.75 * r), (0.0, 4.4 * r)]
    pods = list[s.Patch]()
    for k, (across, high) in enumerate(seats):
        fan = across / r * 0.05 + dice.normal(0, 0.02)
        pod = _pod(dice, 0.5 * dice.uniform(0.9, 1.04), r, fan, dice.uniform(-1, 1), 0.3 * k)
        moved = pod.points + np.array([dice.uniform(-0.02, 0.02), across, high])
        pods.append(s.Patch(moved, pod.faces, pod.shade))
    pods = [s.turned(pod, (0, 0, turn), (x, y, 0)) for pod in f.laid(pods, 0.003)]
    s.put("vanilla", pods, stuff)
    loops = [s.turned(one, (0, 0, turn), (x, y, 0)) for one in _wound(dice, 0.058, 0.031, 0.028)]
    s.put("twine", f.laid(loops, 0.004), twine)
    x, y = it.spot(0.26)
    side = math.copysign(1.0, x)
    pair = list[s.Patch]()
    for k, (dy, way) in enumerate(((-0.02, 0.15 * side), (0.03, 0.55 * side))):
        pod = _pod(dice, 0.46, 0.0135, 0.05, -side, 0.0)
        lift = 0.0135 + 0.021 * k * np.exp(-((pod.points[:, 0] / 0.16) ** 2))
        pod = s.Patch(pod.points + np.column_stack([0 * lift, 0 * lift, lift]), pod.faces, pod.shade)
        pair.append(s.turned(pod, (0, 0, way), (x, y + dy, 0)))
    s.put("vanilla", f.laid(pair, 0.003), stuff)
    return ["vanilla pods"]


def _pod(dice: np.random.Generator, long: float, r: float, fan: float, hook: float, shift: float) -> s.Patch:
    """A cured pod along x about the origin, wrinkled lengthwise, its stalk end hooked to a side."""
    t = np.linspace(0, 1, 130)[:, None]
    way = np.arange(32) * 2 * math.pi / 32
    body = r * np.clip(np.sin(math.pi * np.clip(0.03 + 0.95 * t, 0, 1)), 0, 1) ** 0.28
    body = body * (1 - 0.35 * np.clip(t - 0.75, 0, 1) / 0.25) + 0.0004
    body = body * (1 - 0.5 * np.exp(-(((t - 0.05) / 0.05) ** 2)))
    size = (len(t), len(way))
    folds = 0.65 * mottle(dice, size, (7, 13)) + 0.35 * mottle(dice, size, (26, 18))
    flat = 0.78 + 0.1 * np.sin(9 * t + shift)
    out = body * (1 + 0.5 * (folds - 0.55))
    u = t[:, 0] - 0.5
    x = u * long
    curve = fan * long * u + 0.02 * long * np.sin(5 * u + shift) + 0.03 * long * dice.uniform(-1, 1) * u**2
    curve = curve + 0.5 * hook * long * np.clip(0.1 - t[:, 0], 0, 1) ** 1.6 * 3
    lift = 0.04 * long * np.abs(u) ** 3 * dice.uniform(0, 1.5)
    across, high = curve[:, None] + out * np.cos(way), lift[:, None] + flat * out * np.sin(way)
    grid = np.stack([x[:, None] + 0 * way, across, high], 2)
    shade = 0.02 + 0.85 * folds + 0.12 * np.exp(-(t / 0.03)) + dice.uniform(-0.08, 0.08)
    return s.sheet(grid, np.clip(shade, 0, 1), around=True)


def _wound(dice: np.random.Generator, wide: float, high: float, middle: float) -> list[s.Patch]:
    """Twine about what lies along x, `wide` to each side, with a knot and two ends on top."""
    turns = np.linspace(0, 2 * math.pi, 90)
    cords = list[s.Patch]()
    for k in range(5):
        c, q = np.cos(turns), np.sin(turns)
        across = np.sign(c) * np.abs(c) ** 0.8 * wide
        up = middle + np.where(q > 0, 1.12, 0.9) * high * np.sign(q) * np.abs(q) ** 0.9
        along = (k - 2) * 0.0076 + 0.003 * np.sin(turns + dice.uniform(0, 6))
        path = np.column_stack([along, across, up])
        cords.append(s.tube(path, 0.0036, dice.uniform(0.3, 0.7), 8))
    top = np.array([0.0, 0.0, middle + 1.12 * high + 0.003])
    u = np.linspace(0, 1, 30)[:, None]
    for side in (-1.0, 1.0):
        end = np.array([0.05 * side, -0.055 - 0.02 * side, -0.02])
        path = top + u * end + np.sin(math.pi * u) * np.array([0, 0, 0.014])
        loop = top + np.sin(math.pi * u) * np.array([0.03 * side, 0.05, 0.0])
        loop = loop + 0.012 * np.sin(2 * math.pi * u)
        cords += [s.tube(path, 0.0034, 0.5, 8), s.tube(loop, 0.0034, 0.6, 8)]
    knot = ball((0.008, 0.0075, 0.006), 16, 12)
    cords.append(s.turned(s.sheet(knot, 0.4, around=True), (0, 0, 0.4), (0.0, 0.0, float(top[2]))))
    return cords


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"peppercorns": _peppercorns, "vanilla pods": _vanilla}
