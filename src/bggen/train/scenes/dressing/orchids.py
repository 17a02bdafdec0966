"""Moth orchids: a cut branch, loose blooms."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import corollas as c
from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.florets import bead
from bggen.train.scenes.matter.palette import Rng

_PETAL: Stops = [
    (0.0, (190, 30, 110)), (0.2, (222, 90, 152)), (0.45, (243, 176, 206)), (0.72, (250, 222, 233)),
    (1.0, (253, 246, 247)),
]  # fmt: skip
_BACK: Stops = [(0.0, (206, 120, 160)), (0.5, (244, 214, 224)), (1.0, (250, 238, 240))]
_LIP: Stops = [(0.0, (242, 184, 40)), (0.25, (232, 150, 60)), (0.4, (190, 24, 92)), (1.0, (222, 70, 140))]
_STEM: Stops = [(0.0, (92, 74, 58)), (0.4, (104, 122, 62)), (1.0, (134, 156, 82))]
_BUD = [(0.001, -0.5), (0.22, -0.44), (0.38, -0.12), (0.36, 0.16), (0.2, 0.42), (0.001, 0.5)]

Parts = dict[str, list[s.Patch]]


def _orchid(it: Corner) -> list[str]:
    """A cut branch with its blooms in two rows and its buds; two loose blooms."""
    x, y = it.spot(0.4)
    parts: Parts = {"petal": [], "lip": [], "stem": []}
    _branch(it, np.array([x, y, 0.0]), parts)
    _put(parts)
    x, y = it.spot(0.22)
    parts = {"petal": [], "lip": [], "stem": []}
    for dx, dy, side in ((-0.1, -0.02, -0.25), (0.11, 0.05, 0.35)):
        n = f.UP + (0.08 if it.flat_lay else 0.75) * np.array([side, -1.0, 0.0])
        made = _bloom(it.rng)
        low = -0.9 * min(float(p.points[:, 2].min()) for p in c.posed(made["petal"], np.zeros(3), n))
        at = np.array([x + dx, y + dy, low + 0.006])
        foot = at - 0.02 * n
        parts["stem"].append(s.tube(s.bow(foot, -0.02 * n, foot + c.v(0.05, 0.06, -0.02), 12), 0.003, 0.8, 8))
        for name, some in made.items():
            parts[name] += c.posed(some, at, n)
    _put(parts)
    return ["orchid"]


def _put(parts: Parts) -> None:
    for name, stuff in (
        ("petal", c.faced(_PETAL, _BACK, 0.5, 0.28, 0.08)),
        ("lip", s.tinted(_LIP, 0.4, 0.1, relief=0.0008, grain=120)),
        ("stem", f.leafy(_STEM, 0.5, 0.0)),
    ):
        s.put("orchid", f.laid(parts[name], 0.006), stuff)


def _branch(it: Corner, middle: s.Floats, parts: Parts) -> None:
    """An arching stem, blooms on short stalks to both sides of it, all looking one way."""
    rise = 0.06 if it.flat_lay else 0.2
    foot = middle + c.v(-0.42, 0.12, 0.01)
    path = s.bow(foot, np.array([0.34, 0.08, 2.1 * rise]), middle + c.v(0.46, -0.07, 0.07), 70)
    parts["stem"] += c.stalks([path], 0.0068, 0.35, 0.5)
    for k in range(11):
        at, way = f.along(path, 0.27 + 0.069 * k + it.rng.uniform(-0.014, 0.014))
        side = 1.0 if k % 2 else -1.0
        look = [it.rng.uniform(-0.2, 0.55), -1.0, 0.6 + 0.12 * side]
        n = np.array(look if not it.flat_lay else [0.25 * side, -0.15, 1.0])
        aside = np.cross(f.UP, way) if it.flat_lay else np.array([0.1, 0.0, 1.0])
        out = it.rng.uniform(0.06, 0.085) * side * aside + 0.035 * n / np.linalg.norm(n)
        late = max(0.0, (k - 6) / 4)
        parts["stem"].append(s.tube(s.bow(at, 0.02 * way, at + out * (1 - 0.4 * late), 12), 0.0028, 0.9, 8))
        tip = at + out * (1 - 0.4 * late)
        if k < 7:
            tip[2] = max(tip[2], 0.085)
            for name, some in _bloom(it.rng).items():
                up = f.UP + c.v(it.rng.uniform(-0.25, 0.25), 0.4 * it.flat_lay, 0)
                parts[name] += c.posed(some, tip, n, up, it.rng.uniform(0.92, 1.05) * (1 - 0.025 * k))
        else:
            size = np.array([0.062 * (1 - 0.5 * late)])
            bud = f.many(bead(_BUD, 20, 20), tip[None], (out + 0.4 * way)[None], f.UP, size, np.array([-0.1]))
            parts["petal"].append(s.Patch(bud.points, bud.faces, 0.15 + 0.5 * bud.shade))


def _bloom(rng: Rng) -> Parts:
    """A bloom that looks to +z, the lip below: three sepals, two broad petals before them."""

    def tone(t: s.Floats, u: s.Floats) -> s.Floats:
        return np.asarray(0.28 + 0.52 * np.clip(t / 0.55, 0, 1) ** 0.8 + 0.12 * np.abs(u) ** 3)

    made = list[s.Patch]()
    sepal = c.Cut(0.1, c.form(0.037, 0.35, 0.5, 0.6), (0.1, -0.1, -0.25), (0.25, -0.1), 0.008, veins=0.07)
    wing = c.Cut(
        0.104, c.form(0.074, 0.12, 0.56, 0.5, 0.9), (0.3, 0.05, -0.3), (0.1, 0.22, -0.2), 0.014, 5,
        veins=0.14, grid=(44, 41),
    )  # fmt: skip
    for turn in (0.0, 2.15, -2.15):
        made.append(
            s.turned(c.petal(rng, sepal, tone), (0, 0, turn + rng.uniform(-0.06, 0.06)), (0, 0, -0.004))
        )
    for side in (-1.0, 1.0):
        one = c.petal(rng, wing, tone)
        made.append(s.turned(one, (0, 0, side * (1.3 + rng.uniform(-0.07, 0.07))), (0, 0, 0.004)))
    column = f.many(
        bead([(0.001, 0.0), (0.3, 0.1), (0.34, 0.5), (0.4, 0.8), (0.2, 1.02), (0.001, 1.05)], 18, 18),
        np.zeros((1, 3)), np.array([[0.0, 0.25, 1.0]]), f.heading(math.pi / 2), np.array([0.026]),
        np.zeros(1),
    )  # fmt: skip
    made.append(s.Patch(column.points, column.faces, 0.35 + 0.45 * column.shade))
    return {"petal": made, "lip": _lip(rng), "stem": []}


def _lip(rng: Rng) -> list[s.Patch]:
    """Two lobes that stand up beside the column, a tongue with two whiskers, a yellow wart between."""
    tongue = c.Cut(
        0.052, c.form(0.02, 0.35, 0.45, 1.0), (0.9, 0.5, 0.2), (0.9, 0.5), crease=0.03, veins=0.12, skew=0.0
    )
    lobe = c.Cut(0.034, c.form(0.014, 0.4, 0.6, 0.5), (1.15, 1.3, 1.6), (0.5, 0.6), veins=0.15, skew=0.0)
    made = [s.turned(c.petal(rng, tongue, lambda t, u: 0.3 + 0.6 * t**0.7 + 0 * u), (0, 0, math.pi))]
    for side in (-1.0, 1.0):
        one = c.petal(rng, lobe, lambda t, u: 0.25 + 0.6 * t + 0 * u)
        made.append(s.turned(one, (0, 0, side * 1.9), (0, 0, 0.002)))
        t = np.linspace(0, 1, 16)
        whisker = np.stack([side * (0.003 + 0.012 * np.sin(2.6 * t)), -0.05 - 0.02 * t + 0.014 * t**2,
                            0.03 + 0.018 * t], 1)  # fmt: skip
        made.append(s.tube(whisker, np.linspace(0.0012, 0.0003, 16), 0.8, 6))
    wart = f.many(
        bead([(0.001, -0.5), (0.42, -0.3), (0.5, 0.0), (0.4, 0.3), (0.001, 0.5)], 14, 14),
        np.array([[0.0, -0.008, 0.013]]), f.UP[None], f.heading(0), np.array([0.011]), np.zeros(1),
    )  # fmt: skip
    made.append(s.Patch(wart.points, wart.faces, 0.12 * wart.shade))
    return made


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"orchid": _orchid}
