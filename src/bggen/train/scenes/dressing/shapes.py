"""Sheets and strands of many points, joined to one thing, each point with a shade (0..1) for its colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from mathutils import Euler, Vector
from numpy.typing import NDArray

from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material, Shader, Socket
from bggen.train.scenes.matter.palette import Colour, Rng, linear

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Patch:
    """Points (n, 3), the corners (m, 4) of faces, and a shade (n) a point."""

    points: Floats
    faces: Whole
    shade: Floats


def sheet(grid: Floats, shade: Floats | float, around: bool = False) -> Patch:
    """A skin over rows of points (rows, columns, 3); `around`: the last column meets the first."""
    rows, columns = grid.shape[:2]
    k = np.arange(rows * columns).reshape(rows, columns)
    ends = np.concatenate([k, k[:, :1]], 1) if around else k
    quads = np.stack([ends[:-1, :-1], ends[:-1, 1:], ends[1:, 1:], ends[1:, :-1]], 2)
    return Patch(grid.reshape(-1, 3), quads.reshape(-1, 4), np.broadcast_to(shade, (rows, columns)).ravel())


def strands(paths: Floats, half: Floats, shade: Floats | float, flat: bool = False) -> Patch:
    """Flat hairs along paths (n, steps, 3), `half` wide to each side at each step; `flat`: lying."""
    along = np.gradient(paths, axis=1)
    up = np.array([0.0, 0.0, 1.0])
    if not flat:  # each its own way, but always the same
        turn = np.arange(len(paths)) * 2.4
        up = np.stack([np.cos(turn), np.sin(turn), np.sin(3 * turn)], 1)[:, None, :]
    side = np.cross(along, np.broadcast_to(up, along.shape))
    side /= np.maximum(np.linalg.norm(side, axis=2, keepdims=True), 1e-9)
    both = np.stack([paths - side * half[..., None], paths + side * half[..., None]], 2)
    count, steps = paths.shape[:2]
    k = np.arange(count * steps * 2).reshape(count, steps, 2)
    quads = np.stack([k[:, :-1, 0], k[:, :-1, 1], k[:, 1:, 1], k[:, 1:, 0]], 2)
    tones = np.broadcast_to(shade, (count, steps))
    return Patch(both.reshape(-1, 3), quads.reshape(-1, 4), np.repeat(tones.ravel(), 2))


def tube(path: Floats, radius: Floats | float, shade: float = 0.5, sides: int = 10) -> Patch:
    """A round cord along a path (steps, 3)."""
    along = np.gradient(path, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    a = np.cross(along, np.eye(3)[np.argmin(np.abs(along[0]))])
    for k in range(1, len(path)):  # carried along, so that the cord never twists
        a[k] = a[k - 1] - along[k] * (a[k - 1] @ along[k])
    a /= np.maximum(np.linalg.norm(a, axis=1, keepdims=True), 1e-9)
    b = np.cross(along, a)
    turns = np.arange(sides) * 2 * math.pi / sides
    wide = np.broadcast_to(np.asarray(radius, float), (len(path),))[:, None, None]
    rings = path[:, None] + wide * (a[:, None] * np.cos(turns)[:, None] + b[:, None] * np.sin(turns)[:, None])
    return sheet(rings, shade, around=True)


def turned(patch: Patch, turn: g.Point, at: g.Point = (0, 0, 0), size: float = 1.0) -> Patch:
    """The patch made `size` times as large, turned by Euler angles, then moved."""
    return Patch(rotated(patch.points, turn) * size + np.array(at), patch.faces, patch.shade)


def rotated(points: Floats, turn: g.Point) -> Floats:
    """Points (..., 3) turned about the origin by Euler angles."""
    return np.asarray(points @ np.array(Euler(turn).to_matrix()).T)


def put(name: str, patches: Sequence[Patch], material: Material, smooth: bool = True) -> g.Thing:
    """All patches as one thing."""
    starts = np.cumsum([0, *(len(patch.points) for patch in patches[:-1])])
    points = np.concatenate([patch.points for patch in patches])
    faces = np.concatenate([patch.faces + start for patch, start in zip(patches, starts, strict=True)])
    thing = g.mesh(name, points.tolist(), faces.tolist(), material, smooth)
    tones = thing.data.attributes.new("shade", "FLOAT", "POINT")
    tones.data.foreach_set("value", np.concatenate([p.shade for p in patches]).astype(np.float32))
    return thing


def shade_of(shader: Shader) -> Socket:
    """What `put` wrote."""
    node = shader.node("ShaderNodeAttribute")
    node.attribute_name = "shade"
    return node.outputs["Fac"]


def tinted(
    stops: list[tuple[float, Colour]],
    rough: float = 0.5,
    through: float = 0.0,
    relief: float = 0.0,
    grain: float = 60.0,
    coat: float = 0.0,
) -> Material:
    """Colours by shade; `through` 0..1: how much light comes through, as through petals.

    `relief` is in scene units, of lumps 1 / `grain` units wide.
    """
    shader = Shader("tinted", rough=rough)
    colour = shader.ramp(shade_of(shader), stops)
    shader.feed("Base Color", colour)
    shader.set("Coat Weight", coat)
    if relief:
        shader.bump(shader.noise(shader.place(), grain, 3, 0.6).outputs[0], 0.7, relief)
    if through:
        let_through(shader, colour, through)
    return shader.material


def let_through(shader: Shader, colour: Socket, share: float) -> None:
    """Light from behind shines through a thin sheet."""
    nodes = shader.material.node_tree.nodes
    thin, mix = shader.node("ShaderNodeBsdfTranslucent"), shader.node("ShaderNodeMixShader", Fac=share)
    shader.link(colour, thin.inputs["Color"])
    shader.link(nodes["Principled BSDF"].outputs[0], mix.inputs[1])
    shader.link(thin.outputs[0], mix.inputs[2])
    shader.link(mix.outputs[0], nodes["Material Output"].inputs[0])


def thin_glass(tint: Colour = (255, 255, 255), least: float = 0.06, most: float = 0.75) -> Material:
    """A shell that mirrors at its rim and is clear in its middle; it bends nothing."""
    shader = Shader("thin glass", tint, 0.02)
    shader.set("Metallic", 1.0)
    shader.set("Base Color", (*linear(tint), 1.0))
    facing = shader.node("ShaderNodeLayerWeight", Blend=0.3).outputs["Facing"]
    shader.feed("Alpha", shader.sums(shader.maths("POWER", facing, 2.2), most - least, least))
    return shader.material


def blade(
    long: float,
    half: float,
    *,
    tip: float = 0.8,
    fold: float = 0.2,
    bend: float = 0.25,
    saw: int = 0,
    veins: int = 0,
    wave: float = 0.0,
) -> Patch:
    """A leaf growing along y, its shade 0.5, less towards veins and more between them.

    Args:
        tip: the lower, the nearer to its tip it is widest; about 0.5 to 1.5.
        fold: how far its edges rise, in parts of its half width.
        bend: how far its tip droops, in parts of its length.
        saw: teeth along each edge.
        veins: side veins on each half.
        wave: how far its edges rise and fall, in parts of its half width.
    """
    rows, columns = (97 if saw or veins else 25), (21 if veins else 9)
    t = np.linspace(0, 1, rows)[:, None]
    u = np.linspace(-1, 1, columns)[None, :]
    wide = np.sin(math.pi * np.minimum(1, t**tip * 1.0)) ** 0.85
    if saw:
        teeth = (t * saw) % 1.0
        wide = wide * (1 - 0.13 * teeth)
    x = half * u * wide
    y = long * (t + 0 * u)
    z = -bend * long * t**2 + fold * half * np.abs(u) * wide
    z = z + wave * half * np.abs(u) ** 2 * np.sin(t * 14 + 2.1 * np.sign(u))
    shade = 0.5 + 0.0 * u * t
    if veins:
        phase = (t - 0.28 * np.abs(u) * half / long * 4) * veins
        ridge = np.abs((phase % 1.0) - 0.5) * 2  # 1 on a vein
        line = np.clip((ridge - 0.8) / 0.2, 0, 1)
        middle = np.clip(1 - np.abs(u) / 0.09, 0, 1)
        shade = 0.5 + 0.22 * (1 - ridge) - 0.3 * line - 0.42 * middle
        z = z - half * 0.05 * wide * line - half * 0.07 * middle * wide + half * 0.05 * (1 - ridge) * wide
    return sheet(np.stack([x, y, z + 0 * x], 2), shade)


def spun(profile: Sequence[tuple[float, float]], columns: int = 64, rows: int = 80) -> tuple[Floats, Floats]:
    """A smooth body of revolution through [(radius, z)] -> its points (rows, columns, 3), turns (columns)."""
    given = np.array(profile, float)
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(given, axis=0).T))])
    at = np.linspace(0, length[-1], rows)
    r, z = (_smooth(length, given[:, k], at) for k in (0, 1))
    turns = np.arange(columns) * 2 * math.pi / columns
    rings = np.stack(
        [r[:, None] * np.cos(turns), r[:, None] * np.sin(turns), np.repeat(z[:, None], columns, 1)], 2
    )
    return rings, turns


def _smooth(xs: Floats, ys: Floats, at: Floats) -> Floats:
    """Catmull and Rom's curve through the points."""
    slopes = np.gradient(ys, xs)
    k = np.clip(np.searchsorted(xs, at, side="right") - 1, 0, len(xs) - 2)
    wide = xs[k + 1] - xs[k]
    t = (at - xs[k]) / wide
    return np.asarray(
        (2 * t**3 - 3 * t**2 + 1) * ys[k]
        + (t**3 - 2 * t**2 + t) * wide * slopes[k]
        + (3 * t**2 - 2 * t**3) * ys[k + 1]
        + (t**3 - t**2) * wide * slopes[k + 1]
    )


def across(it: Corner, radius: float, first: float) -> tuple[float, float]:
    """A free place at the other side than x = `first`, where one is found."""
    x, y = it.spot(radius)
    for _ in range(20):
        if x * first < 0:
            break
        x, y = it.spot(radius)
    return x, y


def about(rng: Rng, x: float, y: float, spread: float) -> tuple[float, float]:
    """A place near another, `spread` away at most."""
    turn, away = rng.uniform(0, 2 * math.pi), spread * math.sqrt(rng.random())
    return x + away * math.cos(turn), y + away * math.sin(turn)


def aim(way: Floats) -> g.Point:
    """Euler angles that turn +z to `way`."""
    x, y, z = Vector(way.tolist()).to_track_quat("Z", "Y").to_euler()
    return x, y, z


def bow(start: Floats, way: Floats, end: Floats, steps: int = 24) -> Floats:
    """A curve from start to end that leaves along `way` (its length counts) -> (steps, 3)."""
    t = np.linspace(0, 1, steps)[:, None]
    middle = start + way
    return np.asarray((1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end)
