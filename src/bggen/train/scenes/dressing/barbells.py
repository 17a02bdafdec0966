"""Dumbbells: heads of rubber with six sides, a grip of knurled steel."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.nodes import Material, Shader

FLAT = 0.078  # from a head's middle to its sides
GRIP, HEAD = 0.082, 0.122  # of half the grip, and of a head, along it
DIAMONDS = 24  # of the knurl, around
#: of a head: how far out, along from its inner end, and how much of it is six-sided
_HEAD = [
    (0.2, 0.0, 0.0), (0.5, 0.0, 0.1), (0.62, 0.002, 0.6), (0.7, 0.008, 1.0), (0.95, 0.026, 1.0),
    (0.985, 0.03, 1.0), (1.0, 0.036, 1.0), (1.0, 0.06, 1.0), (1.0, 0.086, 1.0), (0.985, 0.092, 1.0),
    (0.95, 0.096, 1.0), (0.76, 0.115, 1.0), (0.73, 0.1185, 0.9), (0.7, 0.12, 0.7), (0.66, 0.1205, 0.1),
    (0.645, 0.1205, 0.0), (0.63, 0.119, 0.0), (0.62, 0.1165, 0.0), (0.6, 0.116, 0.0), (0.4, 0.116, 0.0),
    (0.385, 0.1165, 0.0), (0.375, 0.1185, 0.0), (0.36, 0.1195, 0.0), (0.2, 0.1195, 0.0), (0.002, 0.1195, 0.0),
]  # fmt: skip


def _dumbbells(it: Corner) -> list[str]:
    """A pair, one before the other and turned away from it."""
    rubber, steel = _rubber(), _steel()
    x, y = it.spot(0.3)
    side = math.copysign(1.0, x)
    for dx, dy, turn in ((0.03, 0.13, -0.3), (-0.03, -0.12, 0.2)):
        _dumbbell((x + dx * side, y + dy, FLAT), turn * side, (rubber, steel))
    return ["dumbbells"]


def _rubber() -> Material:
    """Dull black, as it comes from the mould, greyer where hands and floors have been at it."""
    shader = Shader("rubber", rough=0.5)
    at = shader.place()
    tone = shader.sums(shader.noise(at, 14, 5, 0.65).outputs[0], 0.35, s.shade_of(shader))
    shader.feed(
        "Base Color", shader.ramp(tone, [(0.3, (30, 30, 32)), (0.6, (44, 44, 46)), (0.95, (84, 84, 86))])
    )
    shader.feed("Roughness", shader.sums(shader.noise(at, 9, 4, 0.6).outputs[0], 0.3, 0.36))
    shader.set("Specular IOR Level", 0.45)
    shader.bump(shader.noise(at, 240, 2, 0.6).outputs[0], 0.35, 0.0015)
    return shader.material


def _steel() -> Material:
    """Chromed, darker in the grooves of its knurl."""
    shader = Shader("steel", rough=0.22)
    shader.set("Metallic", 1.0)
    shader.feed("Base Color", shader.ramp(s.shade_of(shader), [(0.0, (86, 87, 90)), (1.0, (226, 227, 230))]))
    return shader.material


def _dumbbell(at: tuple[float, float, float], turn: float, stuffs: tuple[Material, Material]) -> None:
    """Along x, lying on a side of its heads."""
    head = _head()
    both = [s.turned(head, (0, 0, k * math.pi)) for k in (0, 1)]
    s.put("heads", [s.turned(one, (0, 0, turn), at) for one in both], stuffs[0])
    s.put("grip", [s.turned(_grip(), (0, 0, turn), at)], stuffs[1])


def _head() -> s.Patch:
    """The one at +x; its shade is 1 at its edges."""
    given = np.array(_HEAD)
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(given[:, :2] * [FLAT, 1], axis=0).T))])
    at = np.linspace(0, length[-1], 260)
    out, along, six = (np.interp(at, length, given[:, k]) for k in range(3))
    turns = np.arange(288) * 2 * math.pi / 288
    norm = sum(np.abs(np.cos(turns + math.pi / 2 - k * math.pi / 3)) ** 34 for k in range(3))
    hexagon = np.asarray(norm) ** (-1 / 34)
    r = FLAT * out[:, None] * (1 + six[:, None] * (hexagon - 1))
    x = GRIP + along[:, None] + 0 * r
    edge = np.clip((hexagon - 1.12) / 0.03, 0, 1) * np.clip((out - 0.9) / 0.08, 0, 1)[:, None]
    rings = np.stack([x, r * np.cos(turns), r * np.sin(turns)], 2)
    return s.sheet(rings[:, ::-1], 0.25 + 0.4 * edge[:, ::-1], around=True)


def _grip() -> s.Patch:
    """Thicker in its middle, knurled but for its ends."""
    columns, rows = DIAMONDS * 8, 300
    x = np.linspace(-GRIP - 0.004, GRIP + 0.004, rows)[:, None]
    turns = np.arange(columns) * 2 * math.pi / columns
    t = x / GRIP
    swell = 0.0215 + 0.0045 * np.cos(math.pi * np.clip(t, -0.85, 0.85) / 1.7)
    around, along = turns * DIAMONDS / (2 * math.pi), x / (2 * math.pi * 0.024 / DIAMONDS)
    saws = [np.abs((around + sign * along) % 1.0 - 0.5) * 2 for sign in (1, -1)]
    point = np.clip(np.minimum(*saws) * 1.5, 0, 1)
    where = np.clip((0.8 - np.abs(t)) / 0.02, 0, 1)
    collar = np.clip((np.abs(t) - 0.9) / 0.02, 0, 1) * 0.005
    r = swell + collar + where * (0.0016 * point - 0.0008)
    shade = np.where(where > 0, 0.25 + 0.75 * point, 1.0) + 0 * r
    return s.sheet(
        np.stack([x + 0 * r, r * np.cos(turns), r * np.sin(turns)], 2)[:, ::-1], shade[:, ::-1], True
    )


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"dumbbells": _dumbbells}
