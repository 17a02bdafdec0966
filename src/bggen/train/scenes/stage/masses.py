"""Meshes of very many pieces made at once, and fields of noise to lay them by."""

from __future__ import annotations

import math

import bmesh  # type: ignore[import-not-found]  # inside bpy
import bpy
import numpy as np
from numpy.typing import NDArray

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng

Array = NDArray[np.float64]
Faces = NDArray[np.int64]
NEAR, WIDE = 1.9, 2.05  # units before the stand, and to each side of it, that cameras may see
SIDE = 2 * WIDE + 0.2  # units, of a square field of noise or of a sheet


def draws(rng: Rng) -> np.random.Generator:
    """Numbers in bulk that follow from the scene's own draws."""
    return np.random.default_rng(rng.getrandbits(32))


def seen(x: Array, y: Array, beside: float = 0.2) -> NDArray[np.bool_]:
    """Which places a camera may see, and `beside` units more."""
    return np.asarray(np.abs(x) < 1 + beside + 0.33 * np.maximum(y, 0))


def spread(many: np.random.Generator, each: float, back: float, beside: float = 0.2) -> Array:
    """Places (n, 2) drawn over all that cameras see, `each` of them a square unit."""
    count = round(each * 2 * WIDE * (NEAR + back))
    x, y = many.uniform(-WIDE, WIDE, count), many.uniform(-NEAR, back, count)
    return np.stack([x, y], 1)[seen(x, y, beside)]


def clouds(many: np.random.Generator, step: float, long: float, short: float, slope: float) -> Array:
    """Noise over the square field, a value each `step` units, of waves `long` to `short` units; 1 is usual.

    `slope`: how much weaker shorter waves are; 1 is even, 2 is smooth.
    """
    count = round(SIDE / step)
    turns = np.fft.rfft2(many.standard_normal((count, count)))
    across, down = np.fft.rfftfreq(count, step)[None, :], np.fft.fftfreq(count, step)[:, None]
    often = np.hypot(across, down)
    passed = (often > 1 / long) & (often < 1 / short)
    field = np.fft.irfft2(turns * np.where(passed, np.maximum(often, 1e-6) ** -slope, 0), (count, count))
    return np.asarray(field / field.std(), np.float64)


def at(field: Array, x: Array, y: Array) -> Array:
    """The field's values at places."""
    step = SIDE / len(field)
    columns = np.clip(((x + SIDE / 2) / step).astype(int), 0, len(field) - 1)
    rows = np.clip(((y + NEAR + 0.1) / step).astype(int), 0, len(field) - 1)
    return np.asarray(field[rows, columns], np.float64)


def places(step: float) -> tuple[Array, Array]:
    """The x and y of the square field's values."""
    ticks = np.arange(round(SIDE / step)) * step
    x, y = np.meshgrid(ticks - SIDE / 2, ticks - NEAR - 0.1)
    return x, y


def sheet(name: str, heights: Array, material: Material, tone: Array | None = None) -> g.Thing:
    """A cloth, paper or soil as high as the field says."""
    x, y = places(SIDE / len(heights))
    points = np.stack([x, y, heights], 2).reshape(-1, 3)
    index = np.arange(heights.size).reshape(heights.shape)
    faces = np.stack([index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]], 2).reshape(-1, 4)
    return mass(name, points, faces, material, None if tone is None else tone.ravel())


def mass(
    name: str,
    points: Array,
    faces: Faces,
    material: Material,
    tone: Array | None = None,
    smooth: bool = True,
) -> g.Thing:
    """An object of points (n, 3) and faces (m, k); `tone`, a number each point, is there for its material."""
    data = bpy.data.meshes.new(name)
    count, corners = faces.shape
    data.vertices.add(len(points))
    data.vertices.foreach_set("co", np.ascontiguousarray(points, np.float32).ravel())
    data.loops.add(count * corners)
    data.loops.foreach_set("vertex_index", np.ascontiguousarray(faces, np.int32).ravel())
    data.polygons.add(count)
    data.polygons.foreach_set("loop_start", np.arange(count, dtype=np.int32) * corners)
    data.polygons.foreach_set("use_smooth", np.full(count, smooth))
    if tone is not None:
        said = data.attributes.new("tone", "FLOAT", "POINT")
        said.data.foreach_set("value", np.ascontiguousarray(tone, np.float32))
    data.update(calc_edges=True)
    thing = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(thing)
    data.materials.append(material)
    return thing


def blades(name: str, paths: Array, half: Array, tone: Array, material: Material, roll: Array) -> g.Thing:
    """Flat bands along paths (n, k, 3), `half` (n, k) to each side; `tone` (n, k); `roll` (n) in radians."""
    _, side, over = _frames(paths)
    turned = np.cos(roll)[:, None, None] * side + np.sin(roll)[:, None, None] * over
    out = turned * half[..., None]
    points = np.stack([paths - out, paths + out], 2)
    count, length = half.shape
    index = np.arange(count * length * 2).reshape(count, length, 2)
    faces = np.stack([index[:, :-1, 0], index[:, :-1, 1], index[:, 1:, 1], index[:, 1:, 0]], 2)
    tones = np.repeat(tone[..., None], 2, 2).ravel()
    return mass(name, points.reshape(-1, 3), faces.reshape(-1, 4), material, tones)


def rods(
    name: str, paths: Array, half: Array, tone: Array, material: Material, sides: int = 6, flat: float = 1.0
) -> g.Thing:
    """Round stalks along paths (n, k, 3), `half` (n, k) thick; their height `flat` of their width."""
    _, side, over = _frames(paths)
    turns = np.arange(sides) * 2 * math.pi / sides + math.pi / sides
    out = side[:, :, None] * np.cos(turns)[:, None] + over[:, :, None] * (flat * np.sin(turns))[:, None]
    points = paths[:, :, None] + out * half[..., None, None]
    count, length = half.shape
    index = np.arange(count * length * sides).reshape(count, length, sides)
    after = np.roll(index, -1, 2)
    faces = np.stack([index[:, :-1], after[:, :-1], after[:, 1:], index[:, 1:]], 3)
    tones = np.repeat(tone[..., None], sides, 2).ravel()
    return mass(name, points.reshape(-1, 3), faces.reshape(-1, 4), material, tones)


def _frames(paths: Array) -> tuple[Array, Array, Array]:
    """Unit vectors along paths, level across them, and square to both."""
    along = np.gradient(paths, axis=1)
    along /= np.maximum(np.linalg.norm(along, axis=2, keepdims=True), 1e-9)
    side = np.cross(along, np.array([0.0, 0.0, 1.0]))
    side /= np.maximum(np.linalg.norm(side, axis=2, keepdims=True), 1e-6)
    return along, side, np.cross(side, along)


def globe(fine: int) -> tuple[Array, Faces]:
    """A ball of triangles, 1 from its middle: points (n, 3) and faces (m, 3)."""
    bm = bmesh.new()
    bmesh.ops.create_icosphere(bm, subdivisions=fine, radius=1.0)
    points = np.array([tuple(vert.co) for vert in bm.verts])
    faces = np.array([[vert.index for vert in face.verts] for face in bm.faces])
    bm.free()
    return points, faces
