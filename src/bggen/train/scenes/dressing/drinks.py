"""What is drunk: a cup of coffee, flutes of champagne."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.materials import clear, solid
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng


def _cup(it: Corner) -> list[str]:
    """A white cup with a leaf drawn in the milk, on its saucer, a spoon beside it."""
    x, y = it.spot(0.225)
    side = math.copysign(1.0, x)
    glaze = solid((238, 235, 228), 0.16, coat=0.4)
    saucer = [
        (0.001, 0.012), (0.08, 0.012), (0.085, 0.0),
        (0.105, 0.0), (0.11, 0.012), (0.17, 0.024), (0.218, 0.042),
        (0.222, 0.047), (0.216, 0.05), (0.17, 0.034), (0.1, 0.02), (0.075, 0.016), (0.001, 0.016),
    ]  # fmt: skip
    cup = [
        (0.001, 0.018), (0.062, 0.018), (0.066, 0.014), (0.074, 0.016), (0.082, 0.03), (0.108, 0.075),
        (0.124, 0.13), (0.131, 0.182), (0.1305, 0.188), (0.126, 0.186), (0.118, 0.13), (0.1, 0.075),
        (0.07, 0.038), (0.001, 0.034),
    ]  # fmt: skip
    parts = [s.sheet(s.spun(saucer, 128, 120)[0], 0.5, around=True)]
    parts.append(s.sheet(s.spun(cup, 128, 140)[0], 0.5, around=True))
    way = math.pi + 0.4 if side > 0 else -0.4  # to the product and to the camera
    parts.append(s.turned(_handle(), (0, 0, way)))
    s.put("cup", [s.turned(part, (0, 0, 0), (x, y, 0)) for part in parts], glaze)
    s.put("coffee", [s.turned(_latte(0.1255), (0, 0, 0.5 * side), (x, y, 0.168))], _milk())
    steel = solid((205, 203, 200), 0.14, 1.0)
    place = (x - 0.1 * side, y - 0.165, 0.052)
    spoon = s.put("spoon", [s.turned(_spoon(), (0.0, 0.02, -1.5 * side), place)], steel)
    thick = spoon.modifiers.new("thick", "SOLIDIFY")
    thick.thickness = 0.004
    return ["a cup of coffee"]


def _handle() -> s.Patch:
    """An ear on the side of the cup that looks along x."""
    t = np.linspace(0, 1, 40)
    x = 0.096 + 0.085 * np.sin(math.pi * t) ** 0.7 + 0.026 * t
    z = 0.06 + 0.1 * t - 0.013 * np.sin(2 * math.pi * t)
    path = np.stack([x, 0 * t, z], 1)
    return s.tube(path, 0.014 - 0.0025 * np.sin(math.pi * t), sides=16)


def _latte(r: float) -> s.Patch:
    """Crema, lighter to its rim, and a leaf of milk; shade 0 coffee to 1 milk."""
    out = np.linspace(0, 1, 90)[:, None]
    turns = np.linspace(0, 2 * math.pi, 241)[None, :-1]
    px, py = out * np.cos(turns), out * np.sin(turns)
    leaf = 0.66 * np.sqrt(np.clip((py + 0.72) / 1.3, 0, 1)) * np.clip((0.7 - py) / 0.62, 0, 1) ** 0.6
    share = np.abs(px) / np.maximum(leaf, 1e-6)  # 0 on the stem, 1 at the leaf's edge
    bands = 0.5 + 0.5 * np.sin(27 * (py - 0.62 * np.abs(px) ** 1.35) + 0.9 + 0.3 * np.sin(9 * px))
    stem = np.clip((np.abs(px) - 0.006 - 0.012 * (0.6 - py)) / 0.035, 0, 1)
    milk = np.clip((bands - 0.2 - 0.6 * share**3) / 0.34, 0, 1) * np.clip((1 - share) / 0.12, 0, 1) * stem
    hx, hy = px / 0.25, (py - 0.5) / 0.22
    heart = np.clip(0.5 - ((hx**2 + hy**2 - 1) ** 3 - hx**2 * hy**3) / 0.5, 0, 1)
    crema = 0.12 + 0.14 * out**6 + 0.03 * np.sin(7 * px + 3 * np.sin(5 * py))
    shade = np.maximum(crema, np.maximum(milk, heart) * 0.95)
    rise = 0.002 * np.clip((out - 0.94) / 0.06, 0, 1)
    return s.sheet(np.stack([r * px, r * py, rise + 0 * px], 2), shade, around=True)


def _milk() -> Material:
    return s.tinted(
        [
            (0.0, (70, 36, 16)),
            (0.12, (112, 62, 28)),
            (0.3, (164, 104, 56)),
            (0.6, (226, 190, 144)),
            (1.0, (246, 228, 200)),
        ],
        0.28,
    )


def _spoon() -> s.Patch:
    """Its bowl at y = 0, its handle along y."""
    t = np.linspace(0, 1, 60)[:, None]
    u = np.linspace(-1, 1, 15)[None, :]
    bowl = np.clip(t / 0.28, 0, 1)
    round_ = 0.024 * np.sqrt(np.clip(1 - (2 * bowl - 1) ** 2, 0, 1)) * (1 + 0.15 * (0.5 - bowl))
    stalk = 0.0045 + 0.005 * np.clip((t - 0.4) / 0.6, 0, 1) ** 2
    stalk = stalk * np.clip((1.002 - t) / 0.03, 0, 1) ** 0.5
    share = np.clip((t - 0.22) / 0.07, 0, 1)
    half = round_ * (1 - share) + stalk * share
    dip = -0.012 * np.sin(math.pi * np.clip(t / 0.29, 0, 1)) * (1 - u**2)
    rise = 0.016 * np.sin(math.pi * np.clip((t - 0.24) / 0.76, 0, 1))
    return s.sheet(np.stack([half * u, 0.27 * t + 0 * u, dip + rise], 2), 0.5)


def _champagne(it: Corner) -> list[str]:
    """Two flutes side by side, one somewhat behind."""
    x, y = it.spot(0.17)
    y = min(y, 0.4)  # the table ends before a place out of focus
    side = math.copysign(1.0, x)
    glass, wine, bead = s.thin_glass((255, 255, 255), 0.03, 0.85), _wine(), solid((255, 246, 222), 0.2)
    for dx, dy in ((-0.07, -0.04), (0.11, 0.07)):
        _flute(it.rng, (x + dx * side, y + dy, 0.0), (glass, wine, bead))
    return ["champagne glasses"]


def _wine() -> Material:
    """Golden and clear."""
    return clear((1.0, 0.83, 0.42), 1.33, 0.0)


def _flute(rng: Rng, at: g.Point, stuffs: tuple[Material, Material, Material]) -> None:
    """A tall glass on its stem, beads of gas rising in the wine."""
    outside = [
        (0.001, 0.0), (0.088, 0.0), (0.09, 0.004),
        (0.06, 0.012), (0.02, 0.024), (0.008, 0.05), (0.0065, 0.12),
        (0.0065, 0.2), (0.011, 0.235), (0.03, 0.275),
        (0.05, 0.35), (0.059, 0.45), (0.058, 0.56), (0.053, 0.68),
        (0.05, 0.74),
    ]  # fmt: skip
    rings = s.spun(outside, 96, 150)[0]
    s.put("flute", [s.turned(s.sheet(rings, 0.5, around=True), (0, 0, 0), at)], stuffs[0])
    rim = np.array([[0.05 * math.cos(t), 0.05 * math.sin(t), 0.74] for t in np.linspace(0, 2 * math.pi, 61)])
    s.put("rim", [s.turned(s.tube(rim, 0.0014), (0, 0, 0), at)], stuffs[0])
    inside = [
        (0.001, 0.252), (0.014, 0.262), (0.028, 0.285),
        (0.047, 0.355), (0.0555, 0.45), (0.0545, 0.56), (0.052, 0.615),
        (0.05, 0.6165), (0.03, 0.616), (0.001, 0.616),
    ]  # fmt: skip
    body = s.spun(inside, 96, 150)[0]
    drink = s.put("wine", [s.turned(s.sheet(body, 0.5, around=True), (0, 0, 0), at)], stuffs[1])
    drink.visible_shadow = False  # light would end in it: nothing here follows light through glass
    ball = s.sheet(s.spun([(0.001, -1), (0.7, -0.7), (1, 0), (0.7, 0.7), (0.001, 1)], 10, 9)[0], 0.5, True)
    beads = []
    for _ in range(9):  # strings of beads, wider apart the higher
        turn, out = rng.uniform(0, 6.28), rng.uniform(0.004, 0.034)
        for k in range(12):
            up = 0.3 + 0.31 * ((k + rng.uniform(0.2, 0.8)) / 12) ** 1.2
            r = 0.0012 + 0.0016 * (up - 0.3) / 0.31
            place = (
                out * math.cos(turn) + rng.gauss(0, 0.0012),
                out * math.sin(turn) + rng.gauss(0, 0.0012),
                up,
            )
            beads.append(s.turned(ball, (0, 0, 0), place, r))
    for _ in range(110):  # foam where wine meets glass
        turn, out = rng.uniform(0, 6.28), 0.0495 - abs(rng.gauss(0, 0.0035))
        place = (out * math.cos(turn), out * math.sin(turn), 0.617)
        beads.append(s.turned(ball, (0, 0, 0), place, rng.uniform(0.0012, 0.0028)))
    s.put("beads", [s.turned(one, (0, 0, 0), at) for one in beads], stuffs[2])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"coffee cup": _cup, "champagne": _champagne}
