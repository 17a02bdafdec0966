"""Ginger: a root with its fingers, and slices."""

from __future__ import annotations

import math
from collections.abc import Callable

import bpy
import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.relief import cloud
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

_SKIN: Stops = [
    (0.0, (112, 76, 42)), (0.3, (168, 124, 74)), (0.6, (206, 168, 112)), (0.85, (226, 196, 144)),
    (1.0, (238, 216, 172)),
]  # fmt: skip
_FLESH: Stops = [
    (0.0, (160, 116, 66)), (0.2, (222, 190, 112)), (0.5, (240, 214, 132)), (0.75, (246, 226, 154)),
    (1.0, (250, 238, 190)),
]  # fmt: skip

Finger = tuple[list[tuple[float, float, float]], list[float]]
_GRAIN = 0.011  # of the skin about the fingers, for a root 1 long


def _ginger(it: Corner) -> list[str]:
    """A root with slices before it; a smaller one with two slices."""
    stuffs = (
        skin(_SKIN, 0.55, tone=(50, 0.08), relief=(120, 0.0014), under=0.1, coat=0.05),
        skin(_FLESH, 0.42, tone=(60, 0.06), relief=(110, 0.001), under=0.3, coat=0.15),
    )
    dice, lean = dice_of(it.rng), 0.0 if it.flat_lay else 0.25
    x, y = it.spot(0.26)
    side = math.copysign(1.0, x)
    _root(dice, _LARGE, 0.42, (x, y + 0.06), (lean, 0.0, 0.15 * side), stuffs)
    lie = ((-0.1, -0.1, (0.02, 0.05)), (-0.015, -0.13, (-0.32, 0.1)), (0.08, -0.1, (0.05, -0.04)))
    for dx, dy, tilt in lie:
        _slice(dice, (x + dx * side, y + dy), (*tilt, dice.uniform(0, 6)), stuffs)
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    _root(dice, _SMALL, 0.34, (x, y + 0.04), (lean, 0.0, -0.2 * side), stuffs)
    for dx, dy, tilt in ((-0.06, -0.075, (0.03, 0.0)), (0.04, -0.09, (-0.2, 0.12))):
        _slice(dice, (x + dx * side, y + dy), (*tilt, dice.uniform(0, 6)), stuffs)
    return ["ginger"]


#: paths and half widths of fingers, for a root about 1 long
_LARGE: list[Finger] = [
    ([(-0.5, -0.02, 0.1), (-0.3, 0.0, 0.1), (-0.05, 0.03, 0.11), (0.2, 0.0, 0.1), (0.42, 0.06, 0.1)],
     [0.09, 0.11, 0.095, 0.11, 0.085]),
    ([(-0.3, 0.02, 0.1), (-0.34, 0.2, 0.11), (-0.42, 0.34, 0.12)], [0.1, 0.085, 0.07]),
    ([(0.02, 0.03, 0.11), (0.06, 0.2, 0.12), (0.04, 0.33, 0.15)], [0.1, 0.085, 0.075]),
    ([(0.2, 0.0, 0.1), (0.24, -0.16, 0.1), (0.34, -0.26, 0.1)], [0.1, 0.08, 0.07]),
    ([(-0.18, 0.0, 0.1), (-0.2, -0.14, 0.1), (-0.17, -0.2, 0.11)], [0.09, 0.08, 0.07]),
    ([(0.3, 0.02, 0.1), (0.36, 0.17, 0.11)], [0.09, 0.075]),
    ([(-0.1, 0.02, 0.11), (-0.08, 0.06, 0.22)], [0.09, 0.07]),
]  # fmt: skip
_SMALL: list[Finger] = [
    ([(-0.44, 0.0, 0.11), (-0.15, 0.03, 0.12), (0.12, 0.0, 0.12), (0.4, 0.08, 0.11)],
     [0.1, 0.125, 0.115, 0.09]),
    ([(-0.15, 0.03, 0.12), (-0.22, 0.22, 0.13), (-0.3, 0.3, 0.14)], [0.11, 0.09, 0.08]),
    ([(0.12, 0.0, 0.12), (0.2, -0.2, 0.11)], [0.11, 0.085]),
    ([(0.15, 0.0, 0.12), (0.16, 0.2, 0.13)], [0.1, 0.085]),
]  # fmt: skip


def _root(
    dice: np.random.Generator,
    fingers: list[Finger],
    long: float,
    at: tuple[float, float],
    turn: g.Point,
    stuffs: tuple[Material, Material],
) -> None:
    """Fingers grown together, ringed across, with dry scars at their ends."""
    balls, axes = list[s.Patch](), list[tuple[s.Floats, s.Floats, float]]()
    for path, widths in fingers:
        count = 26
        k = np.linspace(0, len(path) - 1, count)
        line = np.stack([np.interp(k, np.arange(len(path)), np.array(path)[:, c]) for c in range(3)], 1)
        line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
        wide = np.interp(k, np.arange(len(path)), widths)
        wide = wide * (1 + 0.07 * np.sin(k * 5.2 + dice.uniform(0, 6)))
        ends = [line[0] + (line[0] - line[1]) * 0.6, line[-1] + (line[-1] - line[-2]) * 0.6]
        ring = np.concatenate([[ends[0]], line, [ends[1]]])
        balls.append(s.tube(ring, np.concatenate([[0.55 * wide[0]], wide, [0.55 * wide[-1]]]), 0.5, 28))
        for end in (0, -1):
            balls.append(s.Patch(_cap(ring, end, 0.55 * float(wide[end])), _FAN, np.full(29, 0.5)))
        axes.append((line, wide, dice.uniform(0, 6)))
    points, faces, normals = _grown_together(balls)
    wave, tip = _along(points, axes)
    wave = wave / 0.062 + 0.7 * (cloud(dice, points, 7.0) - 0.5)
    ring = np.exp(-(((wave % 1.0 - 0.5) / 0.11) ** 2)) * (0.35 + 0.65 * cloud(dice, points, 5.0))
    fine = cloud(dice, points, 22.0, 2)
    lumps = cloud(dice, points, 6.0)
    scar = np.clip(tip * 2.5, 0, 1)
    by = -0.008 * ring + 0.006 * (fine - 0.5) + 0.035 * (lumps - 0.5) - 0.014 * scar
    shade = 0.62 - 0.36 * ring + 0.3 * (fine - 0.5) + 0.3 * (cloud(dice, points, 3.0, 2) - 0.5)
    shade = shade * (1 - scar) + (0.3 + 0.5 * fine) * scar
    body = s.Patch(points + by[:, None] * normals, faces, np.clip(shade, 0, 1))
    s.put("ginger", rest([body], turn, *at, long), stuffs[0])


def _along(points: s.Floats, axes: list[tuple[s.Floats, s.Floats, float]]) -> tuple[s.Floats, s.Floats]:
    """How far along its nearest finger each point is, and (0..1) how far on the finger's end."""
    s_at, tip = np.zeros(len(points)), np.zeros(len(points))
    best = np.full(len(points), 9.0)
    for line, wide, shift in axes:
        apart = np.linalg.norm(points[:, None] - line[None], axis=2) / wide[None]
        k = apart.argmin(1)
        near = apart.min(1)
        way = np.gradient(line, axis=0)
        way /= np.linalg.norm(way, axis=1, keepdims=True)
        length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
        along = length[k] + ((points - line[k]) * way[k]).sum(1)
        end = np.clip(((points - line[-1]) @ way[-1]) / wide[-1] * 2 - 0.35, 0, 1)
        nearer = near < best
        s_at, tip = np.where(nearer, along + shift, s_at), np.where(nearer, end, tip)
        best = np.minimum(best, near)
    return s_at, tip


def _cap(ring: s.Floats, end: int, wide: float) -> s.Floats:
    """Points that close a tube's end: its last ring and its middle."""
    rim = s.tube(ring, wide, 0.5, 28).points.reshape(len(ring), 28, 3)[end]
    return np.concatenate([rim, [ring[end]]])


#: quads between two steps of a rim and its middle
_FAN = np.array([[k, (k + 1) % 28, (k + 2) % 28, 28] for k in range(0, 28, 2)])


def _grown_together(parts: list[s.Patch]) -> tuple[s.Floats, s.Whole, s.Floats]:
    """One skin about them all -> points, faces, normals."""
    thing = s.put("lumps", parts, None)
    remesh = thing.modifiers.new("skin", "REMESH")
    remesh.mode, remesh.voxel_size = "VOXEL", _GRAIN
    soft = thing.modifiers.new("soft", "SMOOTH")
    soft.factor, soft.iterations = 0.5, 14
    finer = thing.modifiers.new("finer", "SUBSURF")
    finer.levels = finer.render_levels = 1
    made = thing.evaluated_get(bpy.context.evaluated_depsgraph_get()).data
    points, normals = np.empty(len(made.vertices) * 3), np.empty(len(made.vertices) * 3)
    made.vertices.foreach_get("co", points)
    made.vertex_normals.foreach_get("vector", normals)
    corners = np.empty(len(made.loops), np.int32)
    made.loops.foreach_get("vertex_index", corners)
    bpy.data.objects.remove(thing, do_unlink=True)
    return points.reshape(-1, 3), corners.reshape(-1, 4).astype(np.int64), normals.reshape(-1, 3)


def _slice(
    dice: np.random.Generator, at: tuple[float, float], turn: g.Point, stuffs: tuple[Material, Material]
) -> None:
    """A round cut across a finger; unturned it lies."""
    out, way = np.linspace(0, 1, 40)[:, None], np.arange(120) * 2 * math.pi / 120
    shift = dice.uniform(0, 6)
    rim = 1 + 0.1 * np.cos(2 * way + shift) + 0.05 * np.cos(3 * way - shift) + 0.02 * np.cos(7 * way + shift)
    x, y = out * rim * np.cos(way), 0.84 * out * rim * np.sin(way)
    flat = np.stack([x, y, 0 * x], 2)
    fibres = cloud(dice, flat, 15.0)
    dots = np.clip((fibres - 0.7) / 0.12, 0, 1) * np.clip((0.95 - out) / 0.05, 0, 1)
    ring = np.exp(-(((out - 0.76) / 0.03) ** 2))
    shade = 0.66 + 0.24 * (cloud(dice, flat, 4.0, 3) - 0.5) - 0.22 * dots - 0.24 * ring + 0.1 * (out < 0.74)
    shade = shade * (1 - np.clip((out - 0.955) / 0.03, 0, 1))
    rise = 0.16 + 0.012 * dots - 0.012 * ring + 0.02 * (cloud(dice, flat, 3.0) - 0.5) - 0.05 * out**30
    top = np.stack([x, y, rise], 2)
    t = np.linspace(0, 1, 12)[:, None]
    edge = top[-1][None] * np.ones((12, 1, 1))
    edge[..., :2] *= (1 + 0.04 * np.sin(math.pi * t) ** 0.5)[..., None]
    edge[..., 2] = (1 - t) * top[-1, :, 2]
    peel = 0.45 + 0.4 * (mottle(dice, (12, 120), (3, 30)) - 0.5)
    parts = [s.sheet(top, np.clip(shade, 0, 1), around=True), s.sheet(edge, peel, around=True)]
    under = np.stack([x, y, 0 * x], 2)
    parts.append(s.sheet(under, 0.6, around=True))
    parts = rest(parts, turn, *at, 0.05 * dice.uniform(0.92, 1.1))
    s.put("slice", [parts[0], parts[2]], stuffs[1])
    s.put("peel", parts[1:2], stuffs[0])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"ginger": _ginger}
