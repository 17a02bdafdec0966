"""Bodies of lemons, oranges and limes: whole, halves, slices, wedges."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour, Rng

Stops = list[tuple[float, Colour]]


@dataclass(frozen=True, slots=True)
class Citrus:
    """A sort of fruit: [(radius, z)] at 1 unit to each side, and colours by shade of its peel and pulp."""

    profile: list[tuple[float, float]]
    peel: Stops
    pulp: Stops
    ends: float  # the height from which it turns to the colour of its ends
    pores: float = 110.0  # a unit
    pulp_to: float = 0.83  # how far its pulp reaches


LEMON = Citrus(
    [
        (0.001, -1.17), (0.12, -1.15), (0.2, -1.1), (0.42, -0.98), (0.76, -0.66), (0.97, -0.24), (1.0, 0.05),
        (0.93, 0.4), (0.72, 0.76), (0.44, 1.02), (0.26, 1.14), (0.19, 1.25), (0.12, 1.34), (0.001, 1.37),
    ],
    [(0.0, (206, 186, 40)), (0.3, (250, 200, 24)), (1.0, (252, 208, 34))],
    [
        (0.0, (248, 202, 36)), (0.2, (250, 244, 222)), (0.36, (250, 240, 204)), (0.5, (244, 208, 70)),
        (0.9, (252, 226, 104)),
    ],
    0.95,
)  # fmt: skip
ORANGE = Citrus(
    [
        (0.001, -0.93), (0.1, -0.935), (0.3, -0.9), (0.62, -0.74), (0.87, -0.46), (0.99, -0.12), (1.0, 0.1),
        (0.93, 0.42), (0.72, 0.72), (0.42, 0.9), (0.2, 0.935), (0.1, 0.9), (0.001, 0.88),
    ],
    [(0.0, (196, 128, 10)), (0.35, (236, 118, 0)), (1.0, (242, 126, 0))],
    [
        (0.0, (244, 132, 4)), (0.2, (252, 236, 206)), (0.36, (252, 214, 140)), (0.5, (238, 118, 0)),
        (0.9, (254, 166, 24)),
    ],
    0.88,
    150.0,
    0.89,
)  # fmt: skip
LIME = Citrus(
    [
        (0.001, -1.12), (0.1, -1.1), (0.24, -1.04), (0.5, -0.88), (0.8, -0.57), (0.97, -0.2), (1.0, 0.06),
        (0.93, 0.4), (0.7, 0.75), (0.4, 0.98), (0.2, 1.08), (0.1, 1.14), (0.001, 1.15),
    ],
    [(0.0, (170, 168, 56)), (0.3, (104, 142, 26)), (1.0, (84, 124, 20))],
    [
        (0.0, (74, 130, 18)), (0.2, (226, 238, 186)), (0.36, (206, 226, 136)), (0.5, (142, 186, 44)),
        (0.9, (192, 218, 92)),
    ],
    0.9,
    130.0,
    0.88,
)  # fmt: skip


def stuffs_of(sort: Citrus) -> tuple[Material, Material]:
    """Peel: waxy, with pores, another colour at its ends. Pulp: wet, its pith dull."""
    peel = Shader("peel", rough=0.34)
    peel.feed("Base Color", peel.ramp(s.shade_of(peel), sort.peel))
    cells = peel.node("ShaderNodeTexVoronoi", Scale=sort.pores)
    peel.link(peel.warped(peel.place(), 30, 0.01), cells.inputs["Vector"])
    peel.bump(cells.outputs["Distance"], 0.3, 0.003)
    peel.set("Subsurface Weight", 0.15)
    peel.set("Subsurface Radius", (0.05, 0.03, 0.01))
    peel.set("Subsurface Scale", 0.3)
    flesh = Shader("flesh")
    shade = s.shade_of(flesh)
    flesh.feed("Base Color", flesh.ramp(shade, sort.pulp))
    flesh.feed("Roughness", flesh.sums(shade, -0.5, 0.66))
    flesh.set("Subsurface Weight", 0.35)
    flesh.set("Subsurface Radius", (0.08, 0.06, 0.02))
    flesh.set("Subsurface Scale", 0.4)
    return peel.material, flesh.material


def _rings(rng: Rng, sort: Citrus, low: float, high: float) -> tuple[s.Floats, s.Floats, s.Floats]:
    """Its skin from z = low to high -> rings, their shades, turns."""
    rings, turns = s.spun(sort.profile, 72, 110)
    keep = (rings[:, 0, 2] >= low) & (rings[:, 0, 2] <= high)
    rings = rings[keep]
    shift = rng.uniform(0, 6)
    uneven = (
        1 + 0.018 * np.sin(3 * turns + shift) + 0.012 * np.sin(5 * turns + 2 * shift + 2 * rings[:, :1, 2])
    )
    rings[..., :2] *= uneven[..., None]
    return rings, np.clip(0.9 - np.clip(np.abs(rings[..., 2]) - sort.ends, 0, 1) * 2.2, 0, 1), turns


def whole(
    rng: Rng, sort: Citrus, r: float, at: g.Point, turn: g.Point, stuffs: tuple[Material, Material]
) -> None:
    rings, shade, _ = _rings(rng, sort, -9, 9)
    s.put("citrus", [s.turned(s.sheet(rings, shade, around=True), turn, at, r)], stuffs[0])


def cut(
    rng: Rng,
    sort: Citrus,
    r: float,
    at: g.Point,
    turn: g.Point,
    stuffs: tuple[Material, Material],
    low: float = -9.0,
) -> None:
    """Cut across its middle; unturned its face looks up from z = 0. `low`: a slice, cut there too."""
    rings, shade, turns = _rings(rng, sort, low, 0.0)
    s.put("citrus", [s.turned(s.sheet(rings, shade, around=True), turn, at, r)], stuffs[0])
    faces = [_face(rng, rings[-1], turns, rings[-1, 0, 2], sort.pulp_to)]
    if low > -1:
        faces.append(_face(rng, rings[0], turns, rings[0, 0, 2], sort.pulp_to))
    s.put("face", [s.turned(face, turn, at, r) for face in faces], stuffs[1])


def wedge(
    rng: Rng, sort: Citrus, r: float, at: g.Point, turn: g.Point, stuffs: tuple[Material, Material]
) -> None:
    """A sixth, its edge along z and its peel towards x."""
    rings, shade, _ = _rings(rng, sort, -9, 9)
    first, last = -7, 8
    rings, shade = (np.roll(part, -first, 1)[:, : last - first] for part in (rings, shade))
    s.put("citrus", [s.turned(s.sheet(rings, shade), turn, at, r)], stuffs[0])
    u = np.linspace(0, 1, 60)[None, :]
    faces = []
    for edge in (rings[:, 0], rings[:, -1]):
        wide, z = np.hypot(edge[:, 0], edge[:, 1])[:, None], edge[:, 2:]
        rim = 1 - np.hypot(u * wide, z / np.abs(z).max())
        inside = np.clip(np.minimum(rim - 1 + sort.pulp_to, u * wide - 0.03) / 0.04, 0, 1)
        way = np.arctan2(z, u * wide + 0.25)
        grain = np.sin(way * 38 + 2 * np.sin(u * 7)) * np.sin(u * wide * 15 + 4 * np.sin(way * 17))
        shade = (0.32 + (0.4 + 0.2 * grain) * inside) * np.clip(rim / 0.05, 0, 1)
        points = np.stack([u * edge[:, :1], u * edge[:, 1:2], z + 0 * u], 2)
        faces.append(s.turned(s.sheet(points, shade), turn, at, r))
    s.put("face", faces, stuffs[1])


def _face(rng: Rng, rim: s.Floats, turns: s.Floats, level: float, pulp_to: float) -> s.Patch:
    """Pulp in nine segments between white walls; shade 0 peel, 0.2 to 0.35 pith, above that pulp."""
    count, columns = 9, 432
    fine = np.arange(columns) * 2 * math.pi / columns
    wide = np.interp(
        fine, np.append(turns, 2 * math.pi), np.append(np.hypot(*rim[:, :2].T), np.hypot(*rim[0, :2]))
    )
    out = np.concatenate([np.linspace(0.0, 0.9, 46), np.linspace(0.92, 1.0, 10)])[:, None]
    cuts = (
        2
        * math.pi
        * (np.arange(count + 1) + np.array([rng.uniform(-0.16, 0.16) for _ in range(count + 1)]))
        / count
    )
    cuts[-1] = cuts[0] + 2 * math.pi
    around = (fine - cuts[0]) % (2 * math.pi) + cuts[0]
    k = np.clip(np.searchsorted(cuts, around, side="right") - 1, 0, count - 1)
    gap = np.minimum(around - cuts[k], cuts[k + 1] - around)[None, :]  # radians to the next wall
    aside = gap * out  # units to it
    # rounded corners: near the rind the wall swallows more
    edge = np.minimum(np.minimum(aside - 0.018, pulp_to - out - 0.05 * np.exp(-aside / 0.06)), out - 0.1)
    inside = np.clip(edge / 0.03, 0, 1)
    grain = np.sin(around * 61 + 3 * np.sin(out * 17 + around * 5)) * np.sin(
        out * 24 + 5 * np.sin(around * 23)
    )
    pulp = 0.72 + 0.16 * grain + 0.1 * (out - 0.5)
    rind = np.clip((out - 0.955) / 0.02, 0, 1)
    shade = (0.32 + (pulp - 0.32) * inside) * (1 - rind)
    high = (
        level
        + 0.0 * shade
        - 0.012 * (1 - inside) * (out < pulp_to + 0.03)
        + 0.012 * inside * (0.5 + 0.5 * grain)
    )
    grid = np.stack([out * wide * np.cos(fine), out * wide * np.sin(fine), high], 2)
    return s.sheet(grid, shade, around=True)
