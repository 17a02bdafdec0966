"""Plants for their leaves: in pots, monstera, palm."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.materials import grainy
from bggen.train.scenes.matter.palette import Rng

_DEEP: Stops = [(0.0, (150, 176, 96)), (0.3, (70, 118, 52)), (0.6, (40, 92, 40)), (1.0, (26, 66, 32))]
_PALM: Stops = [(0.0, (176, 178, 96)), (0.35, (112, 146, 66)), (0.65, (74, 122, 52)), (1.0, (50, 92, 42))]
#: half a monstera leaf from its stalk round to its tip
_HEART = np.array([
    (0.02, -0.04), (0.12, -0.19), (0.27, -0.2), (0.4, -0.09), (0.46, 0.08), (0.45, 0.27), (0.38, 0.48),
    (0.25, 0.7), (0.12, 0.86), (0.0, 1.0),
])  # fmt: skip


def _potted_plant(it: Corner) -> list[str]:
    """A rubber plant in a pale pot; an echeveria in a little one."""
    x, y = it.spot(0.3)
    profile = [
        (0.001, 0.0), (0.112, 0.0), (0.122, 0.008), (0.14, 0.1), (0.15, 0.2), (0.153, 0.236), (0.15, 0.243),
        (0.143, 0.24), (0.14, 0.225), (0.138, 0.2), (0.001, 0.2),
    ]  # fmt: skip
    f.pot(profile, (x, y), f.stoneware((224, 217, 206)))
    soil = s.sheet(s.spun([(0.139, 0.212), (0.08, 0.222), (0.001, 0.225)], 64, 30)[0], 0.5, True)
    s.put("soil", [s.turned(soil, (0, 0, 0), (x, y, 0))], grainy((70, 52, 40), 60, 0.5, 1.0, 0.95))
    leaves, stalks = list[s.Patch](), list[s.Patch]()
    for k in range(9):
        turn = 2.4 * k + it.rng.uniform(-0.3, 0.3)
        out = 0.04 + 0.02 * k
        foot = np.array([x, y, 0.2]) + 0.06 * f.heading(turn)
        end = np.array([x, y, it.rng.uniform(0.62, 0.68) - 0.9 * out]) + out * f.heading(turn)
        path = s.bow(foot, 0.22 * f.UP, end, 30)
        stalks.append(s.tube(path, np.linspace(0.008, 0.004, 30), 0.3))
        _leaves_about(it.rng, path, leaves, stalks)
    s.put("leaves", leaves, f.leafy(_DEEP, 0.34, 0.12, under=(122, 150, 92)))
    s.put("stalks", stalks, s.tinted([(0.0, (104, 92, 58)), (1.0, (118, 148, 78))], 0.5))
    x, y = it.spot(0.13)
    _echeveria(it, x, y)
    return ["green plant"]


def _leaves_about(rng: Rng, path: s.Floats, leaves: list[s.Patch], stalks: list[s.Patch]) -> None:
    """Leaves all the way up a stalk, each with its stem, the top ones young and upright."""
    count, first = 11, rng.uniform(0, 2 * math.pi)
    for k in range(count):
        part = (k + 0.6) / count
        at, _ = f.along(path, min(0.1 + 0.9 * part, 0.999))
        spin = first + 2.4 * k + rng.uniform(-0.4, 0.4)
        rise = 0.15 - 3.2 * part * (0.72 - part) + rng.uniform(-0.25, 0.25)
        to = f.heading(spin, rise)
        long = rng.uniform(0.12, 0.16) * (1.05 - 0.45 * part**3)
        leaf = f.lamina(
            rng,
            long,
            f.outline(45, long * 0.29, 0.86, 0.75),
            fold=0.22,
            bend=0.2 * (1.2 - part),
            veins=11,
            wave=0.1,
        )
        foot = at + 0.035 * to
        stalks.append(s.tube(np.linspace(at, foot + 0.004 * to, 5), 0.0028, 0.8, 6))
        leaves.append(
            f.grown(leaf, foot, to, 0.8 * f.UP + f.heading(spin + rng.uniform(-0.7, 0.7)), -0.2 * part**4)
        )


def _echeveria(it: Corner, x: float, y: float) -> None:
    """A rosette of fleshy leaves that hides its little pot from above."""
    profile = [
        (0.001, 0.0), (0.066, 0.0), (0.072, 0.006), (0.086, 0.07), (0.09, 0.11), (0.088, 0.116),
        (0.083, 0.112), (0.08, 0.09), (0.001, 0.09),
    ]  # fmt: skip
    f.pot(profile, (x, y), f.stoneware((214, 196, 180), 0.55))
    soil = s.sheet(s.spun([(0.082, 0.1), (0.05, 0.105), (0.001, 0.106)], 48, 20)[0], 0.5, True)
    s.put("soil", [s.turned(soil, (0, 0, 0), (x, y, 0))], grainy((120, 104, 88), 80, 0.5, 1.0, 0.95))
    parts, count = list[s.Patch](), 42
    for k in range(count):
        part = k / (count - 1)  # 0 for the lowest leaf
        long = 0.125 * (1 - 0.75 * part**1.2) * it.rng.uniform(0.93, 1.05)
        turn = 2.39996 * k + it.rng.uniform(-0.08, 0.08)
        rise = 0.02 + 1.3 * part**1.1
        foot = np.array([x, y, 0.11 + 0.03 * part]) + 0.012 * (1 - part) * f.heading(turn)
        leaf = _fleshy(it.rng, long)
        parts.append(f.grown(leaf, foot, f.heading(turn, rise), f.UP - 0.4 * f.heading(turn), -0.12 * part))
    stops: Stops = [
        (0.0, (168, 190, 150)), (0.35, (140, 172, 150)), (0.62, (150, 178, 166)), (0.8, (190, 160, 152)),
        (1.0, (206, 110, 116)),
    ]  # fmt: skip
    skin = s.tinted(stops, 0.55, relief=0.0008, grain=120)
    body = skin.node_tree.nodes["Principled BSDF"].inputs
    body["Subsurface Weight"].default_value, body["Subsurface Scale"].default_value = 0.25, 0.02
    body["Sheen Weight"].default_value = 0.25
    s.put("rosette", parts, skin)


def _fleshy(rng: Rng, long: float) -> s.Patch:
    """A thick spoon of a leaf with a small point, red along its rim."""
    t = np.linspace(0, 1, 30)[:, None]
    turns = np.linspace(0, 2 * math.pi, 24, endpoint=False)[None, :]
    wide = long * (0.1 + 0.3 * np.sin(math.pi * np.clip(t, 0, 1) ** 1.9) ** 0.7) * (1 - t**14)
    wide = np.where(t > 0.88, np.minimum(wide, long * (0.012 + 1.7 * (1 - t))), wide) * (1 - t**30)
    thick = long * 0.11 * (1 - 0.55 * t) * (1 - t**20)
    x = wide * np.cos(turns)
    flat = np.where(np.sin(turns) > 0, 0.35, 1.0)  # its upper side is hollow
    z = thick * flat * np.sin(turns) + 0.28 * long * t**2 + 0.5 * x**2 / long
    rim = np.abs(np.cos(turns)) ** 4
    shade = (
        0.3 + 0.25 * t + 0.17 * rim * t + 0.4 * np.clip((t - 0.84) / 0.16, 0, 1) + rng.uniform(-0.05, 0.05)
    )
    return s.sheet(np.stack([x, long * t + 0 * x, z], 2), np.clip(shade, 0, 1), around=True)


def _monstera(it: Corner) -> list[str]:
    """Two leaves with their stalks; a palm's frond."""
    x, y = it.spot(0.4)
    green = f.leafy(_DEEP, 0.36, 0.12, under=(104, 138, 80))
    lean = 0.0 if it.flat_lay else 0.55
    leaves = list[s.Patch]()
    for dx, dy, turn, long, z, tip in ((-0.2, -0.1, 0.25, 0.42, 0.03, 0.5), (-0.1, 0.16, 0.9, 0.5, 0.1, 1.0)):
        foot = np.array([x + dx, y + dy, z])
        way, face = f.heading(turn, 0.2 * tip * (lean > 0)), f.UP - lean * tip * np.array([0.1, 1.0, 0.0])
        leaves.append(f.grown(_split_leaf(it.rng, long), foot, way, face))
        stalk = s.bow(
            foot + 0.01 * way, -0.1 * way, foot - 0.2 * f.heading(turn) + np.array([0, 0.02, 0.01 - z]), 20
        )
        leaves.append(s.tube(stalk, np.linspace(0.0075, 0.009, 20), 0.25))
    s.put("monstera", f.laid(leaves), green)
    x, y = it.spot(0.4)
    s.put("palm", f.laid(_frond(it.rng, x, y)), f.leafy(_PALM, 0.4, 0.2))
    return ["tropical leaves"]


def _split_leaf(rng: Rng, long: float) -> s.Patch:
    """A heart of fingers with holes along the middle; its stalk's joint at the origin, its tip along y."""
    fine, knots = np.linspace(0, 1, 400), np.linspace(0, 1, len(_HEART))
    wide = [np.pad(np.interp(fine, knots, _HEART[:, k]), 15, "reflect", reflect_type="odd") for k in (0, 1)]
    rim = np.stack([np.convolve(row, np.ones(31) / 31, "valid") for row in wide], 1)
    return f.joined([_finger(rng, long, rim, side, k, 8) for side in (-1.0, 1.0) for k in range(8)])


def _finger(rng: Rng, long: float, rim: s.Floats, side: float, k: int, count: int) -> s.Patch:
    """The part about one side vein, from the middle to the rim (n, 2); the last ends in the leaf's tip."""
    v, w = np.linspace(0, 1, 46)[:, None], np.linspace(-1, 1, 17)[None, :]
    last = k == count - 1
    deep, hole = rng.uniform(0.38, 0.62), 0.34 * rng.chance(0.75) * (1 < k < count - 2)
    gap = 0.34 * np.clip((v - deep) / (1 - deep), 0, 1) ** 0.6
    gap = gap + hole * np.clip(1 - ((v - 0.22) / 0.09) ** 2, 0, 1) ** 0.5
    low, high = (0.82, 1.0) if last else (0.82 * k / (count - 1), 0.82 * (k + 1) / (count - 1))
    across = np.where((w > 0) & last, w, w * (1 - gap))
    tau = low + (high - low) * (0.5 + 0.5 * across)
    out = v * (1 - 0.1 * np.where((w > 0) & last, 0, np.abs(w) ** 3))
    edge = np.stack([np.interp(tau, np.linspace(0, 1, len(rim)), rim[:, c]) for c in (0, 1)], 2)
    root = np.stack([0 * tau, np.clip(tau * 1.1 - 0.1, 0, 1) ** 1.1 * 0.98], 2)
    bow = (root + edge) / 2 + np.array([0.0, -0.06]) * np.sin(math.pi * tau)[..., None]
    o, shift = out[..., None], rng.uniform(0, 6)
    flat = (1 - o) ** 2 * root + 2 * o * (1 - o) * bow + o**2 * edge
    x, y = flat[..., 0], flat[..., 1]
    vein = np.clip(1 - np.abs(w) / 0.14, 0, 1) * (1 - 0.8 * out)
    vein = np.maximum(vein, 1.2 * np.clip(1 - x / 0.016, 0, 1) * (1 - 0.5 * y))
    z = 0.1 * x - 0.55 * x**2 - 0.16 * y**2 + 0.02 * np.sin(5 * y + 7 * x * side) * out - 0.012 * vein
    z = z - 0.012 * w**2 * out * (1 + np.sin(shift)) + 0.01 * np.sin(shift * 3) * out**2
    fork = np.clip(np.abs((out * 1.0 - 0.3 * np.abs(w)) * 11 % 1.0 - 0.5) * 2 - 0.7, 0, 1)
    shade = np.clip(0.66 + 0.1 * np.sin(shift * 2) - 0.55 * vein - 0.3 * fork * (1 - vein), 0, 1)
    grid = long * np.stack([side * x, y, z], 2)
    return s.sheet(grid, shade) if side < 0 else s.sheet(grid[:, ::-1], shade[:, ::-1])


def _frond(rng: Rng, x: float, y: float) -> list[s.Patch]:
    """A palm's midrib with narrow leaflets in a row at both sides."""
    start, end = np.array([x - 0.42, y - 0.14, 0.012]), np.array([x + 0.32, y + 0.12, 0.03])
    path = s.bow(start, np.array([0.34, 0.24, 0.14]), end, 50)
    parts = [s.tube(path, np.linspace(0.01, 0.0025, 50), 0.12)]
    count = 27
    for k in range(count):
        part = k / (count - 1)
        for side in (-1.0, 1.0):
            at, way = f.along(path, min(0.24 + 0.755 * part + rng.uniform(-0.005, 0.005), 0.999))
            aside = np.cross(f.UP, way) * side
            long = (
                0.27
                * (0.35 + 0.65 * math.sin(math.pi * (0.15 + 0.7 * part)) ** 0.8)
                * rng.uniform(0.92, 1.06)
            )
            spread = 1.05 - 0.75 * part + rng.uniform(-0.06, 0.06)
            to = math.cos(spread) * way + math.sin(spread) * aside + (0.42 + rng.uniform(-0.08, 0.08)) * f.UP
            leaf = f.lamina(
                rng, long, f.outline(30, 0.0125, 0.62, 0.6), fold=0.5, bend=rng.uniform(0.3, 0.5), veins=0,
                columns=7, wave=0.2,
            )  # fmt: skip
            parts.append(f.grown(leaf, at, to, f.UP + 0.3 * aside, rng.uniform(-0.1, 0.12)))
    return parts


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"potted plant": _potted_plant, "monstera": _monstera}
