"""Chocolate: broken bars, curls and cocoa."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.palette import Colour, Rng

SIDE, THICK = 0.1, 0.034  # of one square of a bar

_DARK: list[tuple[float, Colour]] = [(0.0, (46, 27, 19)), (0.5, (70, 43, 31)), (1.0, (112, 76, 56))]
_MILK: list[tuple[float, Colour]] = [(0.0, (84, 56, 42)), (0.5, (114, 78, 58)), (1.0, (152, 112, 86))]


def _chocolate(it: Corner) -> list[str]:
    """Pieces of dark and milk bars in a little pile, shavings and cocoa about them."""
    dark, milk = (s.tinted(stops, 0.46, relief=0.0012, grain=45) for stops in (_DARK, _MILK))
    dust = s.tinted([(0.0, (84, 46, 26)), (1.0, (140, 96, 70))], 0.95)
    x, y = it.spot(0.21)
    side = math.copysign(1.0, x)
    pile: list[tuple[float, float, float, g.Point, tuple[float, float], bool]] = [
        (0.03, 0.1, 0.0, (0, 0, 0.3), (3.0, 2.4), False), (-0.04, -0.1, 0.0, (0, 0, -0.3), (2.0, 1.5), True),
        (0.17, -0.09, 0.0, (0, 0, 0.8), (1.55, 2.0), False),
        (0.03, 0.1, THICK, (0, 0, -0.2), (2.0, 2.4), True),
        (0.05, 0.1, 2 * THICK, (0, 0, 0.45), (2.4, 2.0), False),
        (0.07, 0.12, 3 * THICK, (0, 0, -0.1), (1.5, 1.45), True),
        (-0.03, 0.01, 0.1, (1.05, 0, 0.2), (2.0, 2.4), False),
        (-0.14, -0.17, 0.0, (0, 0, 1.0), (1.0, 0.8), False),
        (0.12, -0.06, 0.085, (0.75, 0, -0.35), (1.6, 2.0), False),
    ]  # fmt: skip
    for dx, dy, high, (tilt, roll, turn), size, pale in pile:
        body = _piece(it.rng, *size)
        s.put(
            "piece",
            [s.turned(one, (tilt, roll, turn * side), (x + dx * side, y + dy, high)) for one in body],
            milk if pale else dark,
            True,
        )
    _crumbs(it.rng, (x, y), dark)
    _curls(it.rng, (x - 0.02 * side, y - 0.2), 5, dark)
    _cocoa(it.rng, (x - 0.02 * side, y - 0.14), 0.075, 5200, dust)
    x, y = s.across(it, 0.13, side)
    body = _piece(it.rng, 2.0, 1.5)
    s.put("piece", [s.turned(one, (0, 0, 0.5), (x, y, 0)) for one in body], dark)
    body = _piece(it.rng, 1.0, 1.4)
    s.put(
        "piece", [s.turned(one, (-0.35, 0, -0.4), (x + 0.03, y - 0.04, THICK + 0.02)) for one in body], milk
    )
    _curls(it.rng, (x, y - 0.13), 3, milk)
    return ["pieces of chocolate"]


def _piece(rng: Rng, across: float, deep: float) -> list[s.Patch]:
    """So many squares of a bar, moulded at -x and -y, broken where it ends within a square."""
    nx, ny = round(across * 26) + 1, round(deep * 26) + 1
    u, v = np.meshgrid(np.linspace(0, across, nx), np.linspace(0, deep, ny), indexing="xy")
    edge = np.minimum(np.abs(u - np.round(u)), np.abs(v - np.round(v)))
    rise = np.clip((edge - 0.02) / 0.14, 0, 1)
    inner = np.clip((edge - 0.24) / 0.03, 0, 1)  # a shallow frame within each square
    high = THICK * (0.52 + 0.48 * rise * (2 - rise) - 0.07 * inner)
    dice = np.random.default_rng(rng.randint(0, 1 << 30))
    px, py = u.copy(), v.copy()
    for place, count, end, size in ((px, ny, u, across), (py, nx, v, deep)):
        if size % 1:
            jag = np.convolve(dice.normal(0, 0.16, count + 8), np.ones(9) / 9, "valid") + dice.normal(
                0, 0.012, count
            )
            near = np.clip((end - size + 0.3) / 0.3, 0, 1) ** 2
            place += near * (jag[:, None] if place is px else jag[None, :])
    x, y = (px - across / 2) * SIDE, (py - deep / 2) * SIDE
    shade = 0.5 + 0.04 * rise + 0 * x
    parts = [s.sheet(np.stack([x, y, high], 2), shade)]
    down = np.linspace(1, 0, 9)[:, None]
    for line, broken, way in (
        (np.s_[0, :], False, (0.0, -1.0)),
        (np.s_[-1, :], deep % 1, (0.0, 1.0)), (np.s_[:, 0], False, (-1.0, 0.0)),
        (np.s_[:, -1], across % 1, (1.0, 0.0)),
    ):  # fmt: skip
        rim = np.stack([x[line], y[line], high[line]], 1)
        rough = dice.normal(0, 0.0028, (9, len(rim))) * (1 if broken else 0) * np.sin(math.pi * down)
        flare = 0.0025 * (1 - down) * (0 if broken else 1)
        grid = np.repeat(rim[None], 9, 0)
        grid[..., 2] *= down
        grid[..., 0] += way[0] * (rough + flare)
        grid[..., 1] += way[1] * (rough + flare)
        tone = 0.62 + 22 * rough if broken else np.full(rough.shape, 0.5)
        parts.append(s.sheet(grid, np.clip(tone, 0, 1)))
    return parts


def _crumbs(rng: Rng, at: tuple[float, float], stuff: object) -> None:
    """Splinters left by the breaking."""
    parts = []
    for _ in range(26):
        x, y = s.about(rng, at[0], at[1] - 0.06, 0.21)
        r = rng.uniform(0.004, 0.011)
        cut = [
            (0.001, 0.0),
            (rng.uniform(0.7, 1), 0.1),
            (rng.uniform(0.5, 1), 0.6),
            (0.001, rng.uniform(0.7, 1.1)),
        ]
        rock = s.spun(cut, 6, 5)[0]
        parts.append(s.turned(s.sheet(rock, 0.5, True), (0, 0, rng.uniform(0, 6)), (x, y, 0), r))
    s.put("crumbs", parts, stuff, smooth=False)


def _curls(rng: Rng, at: tuple[float, float], count: int, stuff: object) -> None:
    """Shavings rolled up by the knife."""
    parts = []
    for _ in range(count):
        x, y = s.about(rng, *at, 0.09)
        t = np.linspace(0, 1, 60)[:, None]
        turn = t * rng.uniform(8, 12)
        r = rng.uniform(0.007, 0.009) + 0.008 * t
        wide = rng.uniform(0.03, 0.05)
        w = np.linspace(-1, 1, 9)[None, :]
        grid = np.stack(
            [wide * w * (1 - 0.25 * t) + 0.012 * t, r * np.sin(turn) + 0 * w, r * np.cos(turn) + 0 * w], 2
        )
        grid[..., 1] += 0.0012 * np.sin(31 * w + turn)
        parts.append(
            s.turned(
                s.sheet(grid, 0.62 + 0.12 * np.sin(24 * w) + 0 * t),
                (0, 0, rng.uniform(0, 3.1)),
                (x, y, 0.0165),
            )
        )
    s.put("curls", parts, stuff)


def _cocoa(rng: Rng, at: tuple[float, float], spread: float, count: int, stuff: object) -> None:
    """Powder, thinner outwards: four-sided specks."""
    dice = np.random.default_rng(rng.randint(0, 1 << 30))
    middle = np.stack(
        [dice.normal(at[0], 1.25 * spread, count), dice.normal(at[1], 0.6 * spread, count), np.zeros(count)],
        1,
    )
    size = dice.uniform(0.0008, 0.0024, (count, 1, 1))
    shape = np.array([[1.0, 0, 0], [-0.5, 0.87, 0], [-0.5, -0.87, 0], [0, 0, 1.2]])
    turn = dice.uniform(0, 6, count)
    c, si = np.cos(turn)[:, None], np.sin(turn)[:, None]
    x, y = shape[:, 0] * c - shape[:, 1] * si, shape[:, 0] * si + shape[:, 1] * c
    points = middle[:, None] + size * np.stack([x, y, np.broadcast_to(shape[:, 2], x.shape)], 2)
    start = 4 * np.arange(count)[:, None, None]
    faces = (start + np.array([[0, 1, 3, 3], [1, 2, 3, 3], [2, 0, 3, 3]])).reshape(-1, 4)
    tone = np.repeat(dice.random(count), 4)
    s.put("cocoa", [s.Patch(points.reshape(-1, 3), faces, tone)], stuff, smooth=False)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"chocolate": _chocolate}
