"""Brushes for make-up."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.materials import metal, solid
from bggen.train.scenes.matter.nodes import Material

_HAIR: Stops = [
    (0.0, (60, 36, 27)), (0.3, (112, 74, 56)), (0.55, (178, 134, 108)), (0.75, (232, 206, 184)),
    (1.0, (252, 242, 232)),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Brush:
    """Lengths and half widths: of its handle, ferrule and hair; `dome`, how round the hair's end is."""

    handle: list[tuple[float, float]]  # [(radius, z)], z below 0
    ferrule: list[tuple[float, float]]  # from z = 0
    root: float
    head: float
    long: float
    dome: float
    flat: float = 1.0  # its depth, in parts of its width
    hairs: int = 9000


_POWDER = Brush(
    [
        (0.001, -0.34), (0.006, -0.338), (0.009, -0.325), (0.0125, -0.24), (0.0165, -0.12), (0.0185, -0.05),
        (0.0175, -0.005), (0.016, 0.002),
    ],
    [(0.0182, 0.0), (0.019, 0.003), (0.0188, 0.012), (0.0205, 0.03), (0.0245, 0.07), (0.0252, 0.084),
    (0.024, 0.086)],
    0.0235, 0.05, 0.12, 0.5,
)  # fmt: skip
_SHADOW = Brush(
    [
        (0.001, -0.3), (0.004, -0.299), (0.0055, -0.29), (0.0075, -0.2), (0.0095, -0.08), (0.0098, -0.03),
        (0.0085, 0.002),
    ],
    [(0.0098, 0.0), (0.0102, 0.003), (0.0098, 0.02), (0.0104, 0.06), (0.0106, 0.07), (0.0098, 0.072)],
    0.0098, 0.02, 0.05, 0.75, 0.62, 3800,
)  # fmt: skip
_KABUKI = Brush(
    [
        (0.001, -0.075), (0.042, -0.075), (0.047, -0.072), (0.049, -0.06), (0.0465, -0.03), (0.045, 0.002),
    ],
    [(0.0465, 0.0), (0.0475, 0.003), (0.0465, 0.01), (0.047, 0.03), (0.0478, 0.034), (0.046, 0.036)],
    0.045, 0.074, 0.105, 0.4, 1.0, 15000,
)  # fmt: skip


def _brushes(it: Corner) -> list[str]:
    """A thick one standing, two lying before it; two lying."""
    dice = dice_of(it.rng)
    stuffs = (
        solid((26, 24, 25), 0.12, coat=0.6), metal((226, 160, 128), 0.2), s.tinted(_HAIR, 0.55, 0.12),
    )  # fmt: skip
    x, y = it.spot(0.36)
    side = math.copysign(1.0, x)
    _stand(dice, _KABUKI, (x + 0.14 * side, y + 0.08), stuffs)
    _lay(dice, _POWDER, (x + 0.05 * side, y - 0.1), 0.12 if side > 0 else math.pi - 0.12, stuffs)
    _lay(dice, _SHADOW, (x + 0.0 * side, y - 0.2), -0.12 if side > 0 else math.pi + 0.12, stuffs)
    x, y = it.spot(0.3)
    _lay(dice, _POWDER, (x + 0.1, y + 0.05), 0.3, stuffs)
    _lay(dice, _SHADOW, (x + 0.1, y - 0.06), 0.06, stuffs)
    return ["makeup brushes"]


def _head(dice: np.random.Generator, of: Brush, foot: float) -> list[s.Patch]:
    """Hair by hair, curving out of the ferrule into a dome; a dark core where none is seen through."""
    count = of.hairs
    out, turn = np.sqrt(dice.random(count)), dice.uniform(0, 2 * math.pi, count)
    out = np.where(dice.random(count) < 0.6, 1 - 0.25 * dice.random(count) ** 2, out)[:, None]
    t = np.linspace(0, 1, 9)[None, :]
    belly = of.root + (of.head - of.root) * np.sin(0.5 * math.pi * np.minimum(1, 1.25 * t)) ** 1.2
    tuck = 1 - 0.34 * np.clip((t - 0.5) / 0.5, 0, 1) ** 1.7
    top = of.long * (1 - 0.85 * of.dome * out**3) * (1 + dice.normal(0, 0.022, (count, 1)))
    reach = out * (belly * tuck) * (1 + dice.normal(0, 0.018, (count, 1)) * t)
    sway = dice.normal(0, 0.0016, (count, 2, 1)) * t[:, None] ** 2
    z = foot - 0.004 + top * t
    paths = np.stack(
        [reach * np.cos(turn)[:, None] + sway[:, 0], of.flat * reach * np.sin(turn)[:, None] + sway[:, 1], z],
        2,
    )
    half = np.broadcast_to(0.00085 * (1 - 0.75 * t**3), paths.shape[:2])
    tone = np.clip(t * top / of.long + dice.normal(0, 0.06, (count, 1)), 0, 1)
    u = np.linspace(0, 1, 24)
    shell = 0.9 * (of.root + (of.head - of.root) * np.sin(0.5 * math.pi * np.minimum(1, 1.25 * u)) ** 1.2)
    shell = shell * np.sqrt(np.clip(1 - u**5, 0.0001, 1)) * (1 - 0.3 * np.clip((u - 0.7) / 0.3, 0, 1) ** 2)
    way = np.arange(48) * 2 * math.pi / 48
    rings = np.stack([
        shell[:, None] * np.cos(way), of.flat * shell[:, None] * np.sin(way),
        np.repeat((foot - 0.004 + 0.86 * of.long * u)[:, None], 48, 1),
    ], 2)  # fmt: skip
    core = s.sheet(rings, 0.75 * u[:, None] + 0 * way, around=True)
    return [s.strands(paths, half, tone), core]


def _lay(
    dice: np.random.Generator, of: Brush, at: tuple[float, float], turn: float, stuffs: tuple[Material, ...]
) -> None:
    """On its handle's end and its hair, the hair towards `turn`."""
    thick, end = max(r for r, _ in of.handle), -of.handle[0][1]
    foot = of.ferrule[-1][1]
    reach = end + foot + 0.5 * of.long
    lift = math.asin((0.97 * of.head * of.flat - 0.35 * thick) / reach)
    _put(dice, of, (0.0, math.pi / 2 - lift, turn), (*at, 0.35 * thick + end * math.sin(lift)), stuffs)


def _stand(
    dice: np.random.Generator, of: Brush, at: tuple[float, float], stuffs: tuple[Material, ...]
) -> None:
    _put(dice, of, (0.0, 0.0, 0.0), (*at, -of.handle[0][1]), stuffs)


def _put(
    dice: np.random.Generator, of: Brush, turn: g.Point, at: g.Point, stuffs: tuple[Material, ...]
) -> None:
    handle = s.sheet(s.spun(of.handle, 64, 90)[0], 0.5, around=True)
    ferrule = s.sheet(s.spun(of.ferrule, 64, 90)[0], 0.5, around=True)
    hair = _head(dice, of, of.ferrule[-1][1])
    for name, parts, stuff in zip(
        ("handle", "ferrule", "hair"), ([handle], [ferrule], hair), stuffs, strict=True
    ):
        if of.flat < 1:  # pressed flat towards its hair
            parts = [_pressed(part, of) for part in parts] if name == "ferrule" else parts
        made = [s.turned(s.turned(part, (0, 0, math.pi / 2)), turn, at) for part in parts]
        if name == "hair":  # what it lies on bends it
            for part in made:
                part.points[:, 2] = 0.5 * (part.points[:, 2] + np.sqrt(part.points[:, 2] ** 2 + 0.004**2))
        s.put(name, made, stuff)


def _pressed(part: s.Patch, of: Brush) -> s.Patch:
    share = np.clip(part.points[:, 2] / of.ferrule[-1][1], 0, 1)
    scale = np.column_stack([1 + 0 * share, 1 - (1 - of.flat) * share, 1 + 0 * share])
    return s.Patch(part.points * scale, part.faces, part.shade)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"makeup brushes": _brushes}
