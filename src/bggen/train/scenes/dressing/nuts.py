"""Nuts with a hard shell: walnuts, hazelnuts."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, heap, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.relief import ball, cloud, creases, pushed
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

_SHELL: Stops = [
    (0.0, (64, 36, 18)), (0.35, (140, 90, 50)), (0.65, (198, 150, 98)), (1.0, (228, 192, 142)),
]  # fmt: skip
_KERNEL: Stops = [
    (0.0, (92, 52, 24)), (0.3, (158, 102, 52)), (0.6, (206, 154, 92)), (0.85, (230, 190, 130)),
    (1.0, (242, 218, 172)),
]  # fmt: skip
_HAZEL: Stops = [
    (0.0, (104, 58, 26)), (0.3, (150, 88, 40)), (0.6, (182, 116, 58)), (0.85, (208, 158, 100)),
    (1.0, (222, 190, 142)),
]  # fmt: skip
_PEELED: Stops = [
    (0.0, (110, 62, 30)), (0.25, (170, 112, 62)), (0.4, (228, 192, 136)), (0.7, (242, 218, 172)),
    (1.0, (250, 234, 200)),
]  # fmt: skip

Stuffs = tuple[Material, Material]


def _walnuts(it: Corner) -> list[str]:
    """Two whole ones, two opened halves, kernels; a whole one, a half and a kernel."""
    stuffs = (
        skin(_SHELL, 0.62, tone=(40, 0.1), relief=(130, 0.0016)),
        skin(_KERNEL, 0.5, tone=(50, 0.12), relief=(170, 0.0012), under=0.1, coat=0.08),
    )
    dice, up = dice_of(it.rng), 0.0 if it.flat_lay else 1.0
    x, y = it.spot(0.24)
    side = math.copysign(1.0, x)
    _nut(dice, (x - 0.11 * side, y + 0.06), (1.5, 0.1, 0.5 * side), stuffs)
    _nut(dice, (x + 0.03 * side, y + 0.11), (1.25, 0.3, -0.7 * side), stuffs)
    _opened(dice, (x + 0.12 * side, y - 0.01), (0.75 * up + 0.08, 0.0, 0.5 * side), stuffs)
    _opened(dice, (x - 0.05 * side, y - 0.07), (0.55 * up + 0.05, 0.1, -0.4 * side), stuffs)
    _kernels(dice, [(x + 0.08 * side, y - 0.13, 0.4), (x - 0.17 * side, y - 0.07, 2.0)], stuffs[1])
    x, y = it.spot(0.16)
    side = math.copysign(1.0, x)
    _nut(dice, (x - 0.07 * side, y + 0.04), (1.45, 0.2, 0.7 * side), stuffs)
    _opened(dice, (x + 0.065 * side, y + 0.01), (0.7 * up + 0.08, 0.0, 0.3 * side), stuffs)
    _kernels(dice, [(x - 0.0 * side, y - 0.085, 0.5)], stuffs[1])
    return ["walnuts"]


def _husk(dice: np.random.Generator, rows: int = 110) -> tuple[s.Floats, s.Floats]:
    """A walnut's shell, its seam in the plane y = 0, its point at +z, about 1.2 long -> rings, shades."""
    rings = ball((0.5, 0.5, 0.58), 160, rows)
    z = rings[..., 2] / 0.58
    way = np.arctan2(rings[..., 1], rings[..., 0])
    rings[..., 2] += 0.07 * np.clip(z, 0, 1) ** 10 - 0.02 * np.clip(-z, 0, 1) ** 6
    long = rings * np.array([1.0, 1.0, 0.5])
    net = creases(dice, long + 0.1 * cloud(dice, rings, 5.0)[..., None], 4.2)
    fine = creases(dice, rings * np.array([1.0, 1.0, 0.6]), 9.0)
    aside = np.abs(np.sin(way)) * np.sqrt(np.clip(1 - z**2, 0, 1))
    seam = np.exp(-((aside / 0.11) ** 2))
    slit = np.exp(-((aside / 0.014) ** 2))
    far = 1 - seam
    by = 0.065 * (net - 0.8) * far + 0.022 * (fine - 0.8) * far + 0.035 * seam - 0.025 * slit
    shade = 0.04 + 0.48 * net + 0.22 * fine + 0.34 * (cloud(dice, rings, 2.5, 2) - 0.5)
    shade = shade * far + (0.62 - 0.55 * slit) * seam
    return pushed(rings, by), np.clip(shade, 0, 1)


def _nut(dice: np.random.Generator, at: tuple[float, float], turn: g.Point, stuffs: Stuffs) -> None:
    """A whole one; unturned its point is up."""
    rings, shade = _husk(dice)
    size = 0.115 * dice.uniform(0.95, 1.05)
    s.put("walnut", rest([s.sheet(rings, shade, around=True)], turn, *at, size), stuffs[0])


def _opened(dice: np.random.Generator, at: tuple[float, float], turn: g.Point, stuffs: Stuffs) -> None:
    """Half a shell with its kernel; unturned it looks up, its point along +y."""
    rings, shade = _husk(dice)
    count = rings.shape[1] // 2
    half = rings[:, : count + 1].copy()  # of y >= 0
    half[:, [0, -1], 1] = 0.0
    inner = half * (0.9 + 0.03 * (mottle(dice, (len(half), half.shape[1]), (14, 9)) - 0.5))[..., None]
    parts = [s.sheet(half, shade[:, : count + 1])]
    for k in (0, -1):
        middle = 0.5 * (half[:, k] + inner[:, k]) - [0, 0.006, 0]
        rim = np.stack([half[:, k], middle, inner[:, k]], 1)
        parts.append(s.sheet(rim, 0.72 + 0.2 * dice.random((len(half), 1))))
    parts.append(s.sheet(inner[:, ::-1], 0.66 + 0.15 * mottle(dice, inner.shape[:2], (9, 12))))
    lying = (-math.pi / 2, 0.0, 0.0)
    kernel = _brain(dice, 0.44, 0.5, 0.21)
    kernel = s.Patch(kernel.points + np.array([0, 0, -0.06]), kernel.faces, kernel.shade)
    parts = [s.turned(part, lying) for part in parts]
    whole = rest([*parts, kernel], turn, *at, 0.115)
    s.put("walnut", whole[:-1], stuffs[0])
    s.put("kernel", whole[-1:], stuffs[1])


def _brain(dice: np.random.Generator, wide: float, long: float, high: float) -> s.Patch:
    """Half a kernel, flat below, folded like a brain, its lobes to both sides of the y axis."""
    rings = ball((1.0, 1.0, 1.0), 150, 100)
    x, y, z = np.moveaxis(rings, 2, 0)
    bent = rings + 0.35 * np.stack([cloud(dice, rings, 1.7) for _ in range(3)], 2)
    folds = np.abs(cloud(dice, bent, 2.6) - 0.5) * 2
    folds = np.clip(folds * 1.7, 0, 1) ** 0.5
    middle = np.exp(-((x / 0.11) ** 2)) * (0.55 + 0.45 * np.sin(3 * y + 1) ** 2)
    waist = np.exp(-((y / 0.25) ** 2))
    out = 0.8 + 0.26 * folds - 0.3 * middle * (z > -0.3) - 0.1 * waist * np.abs(x)
    out = out + 0.03 * cloud(dice, rings, 9.0)
    notch = 0.2 * np.exp(-((x / 0.2) ** 2)) * np.abs(y) ** 4
    deep = high * np.where(z < 0, 0.8, 1.0) * z * out
    points = np.stack([wide * x * out, long * y * (out - notch), deep], 2)
    shade = 0.12 + 0.6 * folds + 0.22 * (cloud(dice, rings, 3.0) - 0.5) - 0.2 * middle
    shade = shade + 0.25 * (cloud(dice, rings, 8.0) > 0.78)
    return s.sheet(points, np.clip(shade, 0, 1), around=True)


def _kernels(dice: np.random.Generator, places: Sequence[g.Point], stuff: Material) -> None:
    """Loose halves of kernels at (x, y), turned."""
    for x, y, turn in places:
        one = _brain(dice, 0.4, 0.46, 0.24)
        s.put("kernel", rest([one], (dice.normal(0, 0.12), dice.normal(0, 0.12), turn), x, y, 0.115), stuff)


def _hazelnuts(it: Corner) -> list[str]:
    """A heap with a few peeled ones before it; four."""
    stuffs = (
        skin(_HAZEL, 0.42, tone=(50, 0.08), relief=(120, 0.0006), coat=0.1),
        skin(_PEELED, 0.55, tone=(60, 0.06), relief=(90, 0.0012), under=0.2),
    )
    dice = dice_of(it.rng)
    for count, peeled, spread in ((22, 6, (0.14, 0.1)), (6, 3, (0.12, 0.07))):
        x, y = it.spot(spread[0] + 0.06)
        r = 0.0285
        places = heap(dice, count, 1.02 * r, spread, 0.6 if count > 9 else 0.05)
        shells, kernels = list[s.Patch](), list[s.Patch]()
        for dx, dy, z in places.tolist():
            turn = (1.3 + dice.normal(0, 0.8), dice.normal(0, 0.5), dice.uniform(0, 6.28))
            shells.append(s.turned(_hazel(dice), turn, (x + dx, y + dy, z), r))
        small = 0.0225
        laid = heap(dice, peeled, small, (0.11, 0.05), 0.05, middle=(0.02, -0.16 if count > 9 else -0.09))
        for dx, dy, z in laid.tolist():
            turn = (dice.normal(0, 0.9), dice.normal(0, 0.7), dice.uniform(0, 6.28))
            kernels.append(s.turned(_peeled(dice), turn, (x + dx, y + dy, z * 0.98), small))
        s.put("hazelnuts", shells, stuffs[0])
        s.put("kernels", kernels, stuffs[1])
    return ["hazelnuts"]


def _hazel(dice: np.random.Generator) -> s.Patch:
    """About 1 unit to each side, pointed at +z, with its pale rough scar below."""
    profile = [
        (0.001, -0.86), (0.3, -0.88), (0.58, -0.8), (0.7, -0.7), (0.92, -0.34), (1.0, 0.04), (0.93, 0.42),
        (0.7, 0.78), (0.42, 1.02), (0.2, 1.17), (0.07, 1.29), (0.001, 1.31),
    ]  # fmt: skip
    rings, turns = s.spun(profile, 64, 56)
    shift, z = dice.uniform(0, 6), rings[..., 2]
    rings[..., :2] *= (1 + 0.035 * np.cos(2 * turns + shift) + 0.02 * np.cos(5 * turns + 2 * shift))[:, None]
    streaks = mottle(dice, rings.shape[:2], (2, 30)) * 0.6 + mottle(dice, rings.shape[:2], (3, 52)) * 0.4
    scar = np.clip((-z - 0.7) / 0.05, 0, 1)
    grain = cloud(dice, rings, 8.0)
    rings = pushed(rings, 0.012 * (streaks - 0.5) * (1 - scar) + 0.03 * (grain - 0.5) * scar)
    tip = np.clip((z - 0.55) / 0.5, 0, 1)
    shade = 0.08 + 0.75 * streaks + 0.32 * tip * (0.6 + 0.8 * grain) + dice.uniform(-0.08, 0.08)
    shade = shade * (1 - scar) + (0.72 + 0.3 * (grain - 0.5)) * scar
    return s.sheet(rings, np.clip(shade, 0, 1), around=True)


def _peeled(dice: np.random.Generator) -> s.Patch:
    """A blanched kernel with shreds of its skin."""
    profile = [
        (0.001, -0.8), (0.35, -0.78), (0.75, -0.56), (0.97, -0.1), (0.9, 0.4), (0.6, 0.82), (0.26, 1.0),
        (0.08, 1.06), (0.001, 1.07),
    ]  # fmt: skip
    rings, turns = s.spun(profile, 56, 44)
    ribs = mottle(dice, rings.shape[:2], (2, 14))
    dents = cloud(dice, rings, 1.6)
    rings = pushed(rings, 0.05 * (ribs - 0.5) + 0.12 * (dents - 0.5))
    shreds = np.clip((cloud(dice, rings, 2.2, 2) - dice.uniform(0.5, 0.8)) / 0.06, 0, 1)
    shade = (0.68 + 0.3 * (ribs - 0.5)) * (1 - 0.75 * shreds) + 0.02 * np.cos(turns)
    return s.sheet(rings, np.clip(shade, 0, 1), around=True)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"walnuts": _walnuts, "hazelnuts": _hazelnuts}
