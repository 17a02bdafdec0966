"""A glTF file as a product: its meshes in their own materials, one unit long, standing on z = 0."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import bmesh  # type: ignore[import-not-found]  # inside bpy
import bpy
import numpy as np
from mathutils import Matrix

from bggen.train.scenes.products.gltf import VALIDATE, Unreadable
from bggen.train.scenes.products.goods import Good


def unpack(path: Path) -> Good:
    """Import a file -> its meshes, their longest side together 1.0, centred over the origin.

    Up is the file's +Y and its +Z comes to face the camera, as glTF has it. Poses are those at rest; cameras,
    lights, empties, animations, and loose points and lines are left behind.

    Raises:
        Unreadable: Blender cannot read it, or there are no faces, no size, a texture without pixels.
    """
    things, images = set(bpy.data.objects), set(bpy.data.images)
    collections = set(bpy.data.collections)
    try:
        _read(path)
        for image in set(bpy.data.images) - images:
            if not all(image.size):  # asking for the size has it decoded
                raise Unreadable(
                    f"has the texture {image.name}, which Blender cannot decode: export it again"
                )
        parts = _baked([thing for thing in bpy.data.objects if thing not in things])
    finally:
        for collection in set(bpy.data.collections) - collections:
            bpy.data.collections.remove(collection)
    wide, deep, tall = _stand(parts)
    return Good(parts, flat=tall < 0.5 * min(wide, deep))


class glTF2ImportUserExtension:  # noqa: N801 - the importer looks for this name in add-ons
    """What the importer is to do otherwise."""

    def gather_import_gltf_before_hook(self, gltf: Any) -> None:
        """Forget the animations: the importer would leave the first one's first moment as the pose."""
        gltf.data.animations = []


def _read(path: Path) -> None:
    """Everything in the file into the scene; the importer says only what goes wrong."""
    addons = bpy.context.preferences.addons
    if __name__ not in addons:  # of this run alone: preferences are not saved
        addons.new().module = __name__
    usual, bpy.app.debug_value = bpy.app.debug_value, 2  # the importer goes by it: errors alone
    log, heard = logging.getLogger("glTFImporter_errors"), _Heard()
    log.addHandler(heard)
    try:
        bpy.ops.import_scene.gltf(
            filepath=str(path),
            import_pack_images=False,
            import_webp_texture=True,
            import_scene_extras=False,
            import_select_created_objects=False,
            disable_bone_shape=True,
        )
    except RuntimeError as error:
        reason = str(error).strip().splitlines()[-1].removeprefix("Error: ")
        raise Unreadable(f"cannot be imported ({reason}): {VALIDATE}") from None
    finally:
        bpy.app.debug_value = usual
        log.removeHandler(heard)
    if heard.errors:  # it would go on without the part
        raise Unreadable(f"cannot be imported ({heard.errors[0]}): {VALIDATE}")


class _Heard(logging.Handler):
    """What the importer finds wrong, a line each."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.errors.append(" ".join(record.getMessage().split()))


def _baked(things: list[Any]) -> list[Any]:
    """What the default scene shows of them, as plain meshes with their transforms in their points.

    They themselves are removed.
    """
    layer = bpy.context.view_layer
    layer.update()
    graph, shown = bpy.context.evaluated_depsgraph_get(), set(layer.objects)
    made = []
    for thing in things:
        if thing.type != "MESH" or thing not in shown:
            continue
        data = bpy.data.meshes.new_from_object(
            thing.evaluated_get(graph), preserve_all_data_layers=True, depsgraph=graph
        )
        _without_loose(data)
        data.transform(thing.matrix_world)
        if thing.matrix_world.determinant() < 0:
            data.flip_normals()
        if len(data.polygons):
            made.append((thing.name, data))
    bpy.data.batch_remove(things)
    if not made:
        raise Unreadable("has no faces to render: export the product's mesh, not its lines or points")
    parts = []
    for name, data in made:
        part = bpy.data.objects.new(name, data)
        bpy.context.scene.collection.objects.link(part)
        parts.append(part)
    return parts


def _without_loose(data: Any) -> None:
    """Drop points of no face: they are not rendered, but would count for the size."""
    used = np.zeros(len(data.vertices), bool)
    used[_filled(data.loops, "vertex_index", 1, np.int32)[:, 0]] = True
    if used.all():
        return
    edit = bmesh.new()
    edit.from_mesh(data)
    bmesh.ops.delete(
        edit, geom=[v for v, kept in zip(edit.verts, used, strict=True) if not kept], context="VERTS"
    )
    edit.to_mesh(data)
    edit.free()


def _stand(parts: list[Any]) -> tuple[float, float, float]:
    """Scale and move the points of all meshes together -> the size along x, y and z."""
    points = np.concatenate([_filled(part.data.vertices, "co", 3, np.float32) for part in parts])
    low, high = points.min(0), points.max(0)
    longest = float((high - low).max())
    if not np.isfinite(longest) or longest <= 0:
        raise Unreadable(f"has no size (its longest side is {longest:g}): export it again")
    middle = (low + high) / 2
    fit = Matrix.Scale(1 / longest, 4) @ Matrix.Translation((-middle[0], -middle[1], -low[2]))
    for part in parts:
        part.data.transform(fit)
    wide, deep, tall = (high - low) / longest
    return float(wide), float(deep), float(tall)


def _filled(rows: Any, name: str, width: int, kind: type[Any]) -> Any:
    """(rows, width) of one property, read at once."""
    values = np.empty(len(rows) * width, kind)
    rows.foreach_get(name, values)
    return values.reshape(-1, width)
