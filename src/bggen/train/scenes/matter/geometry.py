"""Meshes: lathes, boxes, balls, rings, lofts, leaves, cloth. Lengths in scene units, angles in radians."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import bpy

from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng

Point = tuple[float, float, float]
Face = tuple[int, ...]
Thing = Any  # a Blender object


def mesh(
    name: str, points: Sequence[Point], faces: Sequence[Face], material: Material = None, smooth: bool = True
) -> Thing:
    """An object of plain points and faces."""
    data = bpy.data.meshes.new(name)
    data.from_pydata(points, [], faces)
    data.update()
    for polygon in data.polygons:
        polygon.use_smooth = smooth
    thing = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(thing)
    if material is not None:
        data.materials.append(material)
    return thing


def soften(thing: Thing, width: float, segments: int = 3, angle: float | None = None) -> None:
    """Round edges; with `angle` only those sharper than it."""
    bevel = thing.modifiers.new("bevel", "BEVEL")
    bevel.width, bevel.segments = width, segments
    if angle is not None:
        bevel.limit_method, bevel.angle_limit = "ANGLE", angle


def empty(name: str, at: Point = (0, 0, 0)) -> Thing:
    """A holder to hang others on."""
    thing = bpy.data.objects.new(name, None)
    bpy.context.scene.collection.objects.link(thing)
    thing.location = at
    return thing


def lathe(
    name: str,
    profile: Sequence[tuple[float, float]],
    material: Material,
    segments: int = 64,
    ribs: int = 0,
    depth: float = 0.0,
    at: Point = (0, 0, 0),
) -> Thing:
    """A body of revolution from [(radius, z)], bottom to top; `ribs` of `depth` (a part of the radius)."""
    points: list[Point] = []
    for radius, z in profile:
        for step in range(segments):
            angle = 2 * math.pi * step / segments
            r = radius * (1 + depth * math.cos(ribs * angle) if ribs else 1)
            points.append((r * math.cos(angle), r * math.sin(angle), z))
    faces = skin(len(profile), segments)
    faces += [tuple(reversed(range(segments))), tuple(range(len(points) - segments, len(points)))]
    thing = mesh(name, points, faces, material)
    soften(thing, 0.015, 2, angle=0.7)
    thing.location = at
    return thing


def skin(rows: int, columns: int) -> list[Face]:
    """Quads between closed rings of points."""
    return [
        (
            i * columns + k,
            i * columns + (k + 1) % columns,
            (i + 1) * columns + (k + 1) % columns,
            (i + 1) * columns + k,
        )
        for i in range(rows - 1)
        for k in range(columns)
    ]


def loft(
    name: str, rings: Sequence[Sequence[Point]], material: Material, closed: bool = True, smooth: int = 2
) -> Thing:
    """A skin over rings of equally many points, subdivided `smooth` times; `closed`: with both ends shut."""
    columns = len(rings[0])
    points = [point for ring_ in rings for point in ring_]
    faces = skin(len(rings), columns)
    if closed:
        faces += [tuple(reversed(range(columns))), tuple(range(len(points) - columns, len(points)))]
    thing = mesh(name, points, faces, material)
    if smooth:
        rounded = thing.modifiers.new("smooth", "SUBSURF")
        rounded.levels = rounded.render_levels = smooth
    return thing


def cord(name: str, path: Sequence[Point], across: float, thick: float, material: Material) -> Thing:
    """A flat lace along y-ish paths: `across` wide along x, `thick` high."""
    angles = [2 * math.pi * k / 8 for k in range(8)]
    rings = [[(x + across * math.cos(a), y, z + thick * math.sin(a)) for a in angles] for x, y, z in path]
    return loft(name, rings, material, smooth=1)


def ribbon(
    name: str,
    path: Sequence[Point],
    half: Sequence[float],
    thick: float,
    material: Material,
    around: bool = False,
) -> Thing:
    """A band lying along a path, `half` wide to each side at each of its points and `thick` high.

    `around`: the last point leads back to the first.
    """
    rings, count = [], len(path)
    for k, ((x, y, z), wide) in enumerate(zip(path, half, strict=True)):
        before, after = (
            (k - 1) % count if around else max(k - 1, 0),
            (k + 1) % count if around else min(k + 1, count - 1),
        )
        along = math.atan2(path[after][1] - path[before][1], path[after][0] - path[before][0])
        side = (-math.sin(along), math.cos(along))
        ring_ = []
        for turn in (2 * math.pi * (i + 0.5) / 8 for i in range(8)):
            out, up = wide * math.cos(turn), thick * (0.5 + 0.54 * math.sin(turn))
            ring_.append((x + out * side[0], y + out * side[1], z + up))
        rings.append(ring_)
    return loft(name, [*rings, rings[0]] if around else rings, material, closed=not around, smooth=1)


def box(
    name: str, size: Point, material: Material, bevel: float = 0.02, at: Point = (0, 0, 0), turn: float = 0.0
) -> Thing:
    """A box standing on `at`."""
    x, y, z = size[0] / 2, size[1] / 2, size[2]
    corners: list[Point] = [
        (-x, -y, 0), (x, -y, 0), (x, y, 0), (-x, y, 0), (-x, -y, z), (x, -y, z), (x, y, z), (-x, y, z)
    ]  # fmt: skip
    faces = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    thing = mesh(name, corners, faces, material, smooth=False)
    if bevel:
        soften(thing, bevel)
    thing.location, thing.rotation_euler[2] = at, turn
    return thing


def ball(name: str, radius: float, material: Material, at: Point, squash: float = 1.0) -> Thing:
    """A sphere around `at`, its height times `squash`."""
    bpy.ops.mesh.primitive_uv_sphere_add(radius=radius, segments=40, ring_count=20, location=at)
    thing = bpy.context.object
    thing.name, thing.scale[2] = name, squash
    return _dressed(thing, material)


def ring(name: str, radius: float, thick: float, material: Material, at: Point, turn: Point) -> Thing:
    """A torus; `turn` as Euler angles."""
    bpy.ops.mesh.primitive_torus_add(
        major_radius=radius,
        minor_radius=thick,
        major_segments=96,
        minor_segments=20,
        location=at,
        rotation=turn,
    )
    thing = bpy.context.object
    thing.name = name
    return _dressed(thing, material)


def _dressed(thing: Thing, material: Material) -> Thing:
    for polygon in thing.data.polygons:
        polygon.use_smooth = True
    thing.data.materials.append(material)
    return thing


def lumpy(thing: Thing, grain: float, by: float) -> None:
    """Push the surface about: lumps `grain` wide, `by` high."""
    clouds = bpy.data.textures.new("lumps", "CLOUDS")
    clouds.noise_scale = grain
    push = thing.modifiers.new("lumps", "DISPLACE")
    push.texture, push.strength, push.texture_coords = clouds, by, "LOCAL"


def panel(
    name: str, outline: Sequence[tuple[float, float]], depth: float, material: Material, at: Point
) -> Thing:
    """A flat outline [(x, z)] given depth along y."""
    n = len(outline)
    points = [(x, 0.0, z) for x, z in outline] + [(x, depth, z) for x, z in outline]
    faces: list[Face] = [tuple(range(n)), tuple(reversed(range(n, 2 * n)))]
    faces += [(i, n + i, n + (i + 1) % n, (i + 1) % n) for i in range(n)]
    thing = mesh(name, points, faces, material, smooth=False)
    thing.location = at
    return thing


def strip(name: str, profile: Sequence[tuple[float, float]], half: float, material: Material) -> Thing:
    """A sheet `half` wide to each side, following [(y, z)]."""
    points = [(x, y, z) for y, z in profile for x in (-half, half)]
    faces = [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(len(profile) - 1)]
    return mesh(name, points, faces, material)


def leaf(name: str, length: float, half: float, material: Material, at: Point, turn: Point) -> Thing:
    """A bent, folded leaf, `half` wide to each side, growing along its own y."""
    steps, points, faces = 7, list[Point](), list[Face]()
    for i in range(steps + 1):
        t = i / steps
        w, bend = half * max(0.0, math.sin(math.pi * min(1, t * 1.02))) ** 0.8, -0.25 * length * t * t
        points += [(-w, t * length, bend + 0.25 * w), (0, t * length, bend), (w, t * length, bend + 0.25 * w)]
    for a in range(0, 3 * steps, 3):
        faces += [(a, a + 1, a + 4, a + 3), (a + 1, a + 2, a + 5, a + 4)]
    thing = mesh(name, points, faces, material)
    thing.location, thing.rotation_euler = at, turn
    return thing


def spray(rng: Rng, material: Material, at: Point, height: float) -> None:
    """A bunch of leaves from one foot."""
    for _ in range(rng.randint(7, 18)):
        foot = (at[0] + rng.gauss(0, 0.03), at[1] + rng.gauss(0, 0.03))
        leaf(
            "leaf",
            rng.uniform(0.2, 0.45) * height,
            rng.uniform(0.03, 0.09) * height,
            material,
            (*foot, at[2] + rng.uniform(0.05, 0.75) * height),
            (rng.uniform(-0.2, 1.1), rng.uniform(-0.4, 0.4), rng.uniform(0, 6.28)),
        )


def between(xs: Sequence[float], ys: Sequence[float], x: float) -> float:
    """A curve through the points, smooth-stepped between them and flat outside."""
    if x <= xs[0]:
        return ys[0]
    for a, b, p, q in zip(xs, xs[1:], ys, ys[1:], strict=False):
        if x <= b:
            t = (x - a) / (b - a)
            return p + (q - p) * t * t * (3 - 2 * t)
    return ys[-1]
