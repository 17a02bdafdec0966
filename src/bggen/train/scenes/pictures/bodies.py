"""How tall props are at each place, seen from straight above: by it they keep light from the ground.

NAME-body.png is two maps side by side, the far side first: the top of what stands over each cell of the
ground and the underside of it, of 255 for `tall` units; where the top is 0, nothing stands. NAME-body.json
says which cell the ground point under the prop is, and how many cells a unit has.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import bpy
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bggen.train.scenes.dressing.corner import FAR

Floats = NDArray[np.float64]
CELLS = 96  # to a unit
POINTS = 3  # looked at in a cell, of each face


def body(parts: Iterable[Any]) -> tuple[dict[str, Any], Image.Image]:
    """Meshes about the middle of the scene -> the row about them and the two maps."""
    evaluated = bpy.context.evaluated_depsgraph_get()
    triangles = np.concatenate([_triangles(part.evaluated_get(evaluated)) for part in parts])
    points = _scattered(triangles[np.hypot(*triangles.mean(1).T[:2]) < FAR / 2])  # one may be of many groups
    cells = np.floor(points[:, :2] * CELLS).astype(int)
    low, high = cells.min(0), cells.max(0)
    wide, deep = high - low + 1
    where = high[1] - cells[:, 1], cells[:, 0] - low[0]
    top, under = np.zeros((deep, wide)), np.full((deep, wide), np.inf)
    np.maximum.at(top, where, points[:, 2])
    np.minimum.at(under, where, points[:, 2])
    tall = float(top.max())
    levels = [np.rint((one / tall).clip(0, 1) * 255) for one in (top, under)]
    levels[0] = np.maximum(levels[0], np.isfinite(under))  # what lies flat is there too
    levels[1] = np.minimum(levels[1], levels[0])
    picture = Image.fromarray(np.concatenate(levels, 1).astype(np.uint8))
    foot = [int(-low[0]), int(high[1]) + 1]
    return {"foot": foot, "cells": CELLS, "tall": round(tall, 4)}, picture


def _triangles(thing: Any) -> Floats:
    """(n, 3, 3): corners of an evaluated mesh's faces, where they are in the scene."""
    mesh = thing.to_mesh()
    mesh.calc_loop_triangles()
    corners, points = np.empty(len(mesh.loop_triangles) * 3, int), np.empty(len(mesh.vertices) * 3)
    mesh.loop_triangles.foreach_get("vertices", corners)
    mesh.vertices.foreach_get("co", points)
    thing.to_mesh_clear()
    matrix = np.array(thing.matrix_world)
    placed = points.reshape(-1, 3) @ matrix[:3, :3].T + matrix[:3, 3]
    return np.asarray(placed[corners.reshape(-1, 3)])


def _scattered(triangles: Floats) -> Floats:
    """(n, 3, 3) -> (m, 3): their corners, and points on them by how large they are."""
    first, second = triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0]
    area = np.linalg.norm(np.cross(first, second), axis=1) / 2
    times = np.ceil(area * CELLS**2 * POINTS).astype(int)
    part = np.random.default_rng(1).random((int(times.sum()), 2))
    part = np.where(part.sum(1, keepdims=True) > 1, 1 - part, part)
    on = np.repeat(triangles[:, 0], times, 0)
    on += part[:, :1] * np.repeat(first, times, 0) + part[:, 1:] * np.repeat(second, times, 0)
    return np.concatenate([on, triangles.reshape(-1, 3)])


def keep(out: Path, name: str, row: dict[str, Any], picture: Image.Image) -> None:
    """Write one; the row's own file last."""
    picture.save(out / f"{name}.png", optimize=True)
    half = out / f"{name}.json.tmp"
    half.write_text(json.dumps(row), "utf-8")
    half.replace(half.with_suffix(""))
