"""Lemons, whole and halved, with mint."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour, Rng

_LEMON: list[tuple[float, Colour]] = [(0.0, (206, 186, 40)), (0.3, (250, 200, 24)), (1.0, (252, 208, 34))]
_MINT: list[tuple[float, Colour]] = [(0.0, (126, 166, 92)), (0.4, (70, 128, 58)), (0.75, (52, 108, 48))]


def _lemons(it: Corner) -> list[str]:
    """Two whole ones, halves that show their segments, sprigs of mint."""
    peel, flesh = _peel(), _citrus_flesh()
    mint = s.tinted(_MINT, 0.5, 0.2)
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    r = 0.1
    _lemon(it.rng, r, (x + 0.07 * side, y + 0.09, r), (0.15, 1.5, 0.5 + it.rng.uniform(0, 1)), peel)
    _lemon(it.rng, r * 0.96, (x + 0.17 * side, y - 0.11, r * 0.96), (0.1, 1.6, -0.5 * side), peel)
    face = (1.25, 0.0, 0.25 * side) if not it.flat_lay else (0.12, 0.1, 0.3)
    _half_lemon(
        it.rng, r, (x - 0.08 * side, y - 0.09, r * 0.95 if not it.flat_lay else 0.11), face, peel, flesh
    )
    _sprig(it.rng, (x + 0.03 * side, y - 0.2, 0.02), 0.1, side, mint)
    x, y = it.spot(0.12)
    side = math.copysign(1.0, x)
    face = (1.05, 0.0, -0.3 * side) if not it.flat_lay else (0.1, 0.12, 1.0)
    _half_lemon(it.rng, r * 0.97, (x, y, 0.098), face, peel, flesh)
    _sprig(it.rng, (x + 0.02 * side, y - 0.15, 0.02), 0.09, side, mint)
    return ["lemons", "mint leaves"]


def _peel() -> Material:
    """Waxy, with pores, greener at its ends."""
    shader = Shader("peel", rough=0.34)
    shader.feed("Base Color", shader.ramp(s.shade_of(shader), _LEMON))
    cells = shader.node("ShaderNodeTexVoronoi", Scale=110.0)
    shader.link(shader.warped(shader.place(), 30, 0.01), cells.inputs["Vector"])
    shader.bump(cells.outputs["Distance"], 0.3, 0.003)
    shader.set("Subsurface Weight", 0.15)
    shader.set("Subsurface Radius", (0.05, 0.03, 0.01))
    shader.set("Subsurface Scale", 0.3)
    return shader.material


def _lemon_rings(rng: Rng, low: float, high: float) -> tuple[s.Floats, s.Floats]:
    """From z = low to high, 1 unit wide to each side and 2.6 long, a nub at its upper end -> rings, turns."""
    profile = [
        (0.001, -1.17), (0.12, -1.15), (0.2, -1.1), (0.42, -0.98), (0.76, -0.66), (0.97, -0.24), (1.0, 0.05),
        (0.93, 0.4), (0.72, 0.76), (0.44, 1.02), (0.26, 1.14), (0.19, 1.25), (0.12, 1.34), (0.001, 1.37),
    ]  # fmt: skip
    rings, turns = s.spun([(a, z) for a, z in profile], 72, 110)
    keep = (rings[:, 0, 2] >= low) & (rings[:, 0, 2] <= high)
    rings = rings[keep]
    shift = rng.uniform(0, 6)
    uneven = (
        1 + 0.018 * np.sin(3 * turns + shift) + 0.012 * np.sin(5 * turns + 2 * shift + 2 * rings[:, :1, 2])
    )
    rings[..., :2] *= uneven[..., None]
    return rings, turns


def _lemon(
    rng: Rng, r: float, at: g.Point, turn: g.Point, peel: Material
) -> None:  # fmt: skip
    rings, _ = _lemon_rings(rng, -9, 9)
    shade = np.clip(0.9 - np.clip(np.abs(rings[..., 2]) - 0.95, 0, 1) * 2.2, 0, 1)
    s.put("lemon", [s.turned(s.sheet(rings, shade, around=True), turn, at, r)], peel)


def _half_lemon(rng: Rng, r: float, at: g.Point, turn: g.Point, peel: Material, flesh: Material) -> None:
    """Cut across its middle; unturned its face looks up from z = 0."""
    rings, turns = _lemon_rings(rng, -9, 0.0)
    shade = np.clip(0.9 - np.clip(np.abs(rings[..., 2]) - 0.95, 0, 1) * 2.2, 0, 1)
    s.put("lemon", [s.turned(s.sheet(rings, shade, around=True), turn, at, r)], peel)
    s.put("face", [s.turned(_citrus_face(rng, rings[-1], turns, rings[-1, 0, 2]), turn, at, r)], flesh)


def _citrus_face(rng: Rng, rim: s.Floats, turns: s.Floats, level: float) -> s.Patch:
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
    edge = np.minimum(np.minimum(aside - 0.018, 0.83 - out - 0.05 * np.exp(-aside / 0.06)), out - 0.1)
    inside = np.clip(edge / 0.03, 0, 1)
    grain = np.sin(around * 61 + 3 * np.sin(out * 17 + around * 5)) * np.sin(
        out * 24 + 5 * np.sin(around * 23)
    )
    pulp = 0.72 + 0.16 * grain + 0.1 * (out - 0.5)
    rind = np.clip((out - 0.955) / 0.02, 0, 1)
    shade = (0.32 + (pulp - 0.32) * inside) * (1 - rind)
    high = level + 0.0 * shade - 0.012 * (1 - inside) * (out < 0.86) + 0.012 * inside * (0.5 + 0.5 * grain)
    grid = np.stack([out * wide * np.cos(fine), out * wide * np.sin(fine), high], 2)
    return s.sheet(grid, shade, around=True)


def _citrus_flesh() -> Material:
    """Wet pulp, dull pith."""
    shader = Shader("flesh")
    shade = s.shade_of(shader)
    stops: list[tuple[float, Colour]] = [
        (0.0, (248, 202, 36)), (0.2, (250, 244, 222)), (0.36, (250, 240, 204)), (0.5, (244, 208, 70)),
        (0.9, (252, 226, 104)),
    ]  # fmt: skip
    shader.feed("Base Color", shader.ramp(shade, stops))
    shader.feed("Roughness", shader.sums(shade, -0.5, 0.66))
    shader.set("Subsurface Weight", 0.35)
    shader.set("Subsurface Radius", (0.08, 0.06, 0.02))
    shader.set("Subsurface Scale", 0.4)
    return shader.material


def _sprig(rng: Rng, at: g.Point, long: float, side: float, mint: Material) -> None:
    """The top of a mint stem, its leaves in crossed pairs, lying."""
    way = rng.uniform(-0.6, 0.6) + (0.0 if side < 0 else math.pi)  # it points to the product
    leaves = []
    for k in range(5):
        size = long * (0.55 + 0.45 * (k > 1)) * rng.uniform(0.9, 1.1)
        aside = ((0.15, -0.45, 0.8, -0.95, 1.9)[k]) + rng.uniform(-0.12, 0.12)
        leaf = s.blade(size, size * 0.33, tip=0.78, fold=0.2, bend=0.2, saw=12, veins=6, wave=0.1)
        lift = 0.75 if k < 2 else 0.3
        leaves.append(s.turned(leaf, (lift, rng.uniform(-0.3, 0.3), way + aside - math.pi / 2), at))
    back = np.linspace(0, 1, 8)[:, None] * np.array([[-math.cos(way), -math.sin(way), 0.0]]) * long * 0.8
    leaves.append(s.tube(np.array(at) + back + np.array([0, 0, -0.01]), 0.005, 0.4))
    s.put("mint", leaves, mint)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"lemons": _lemons}
