"""Clouds like cotton, heaped about a product and along the end of its ground."""

from __future__ import annotations

import math
from collections.abc import Callable

import bpy

from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material, Shader

FINE = 0.025  # units between the points of a cloud's surface
WHITE = (246.0, 243.0, 243.0)


def _clouds(it: Corner) -> list[str]:
    """A bank of them far behind, heaps at both sides, low tufts before."""
    cotton = _cotton()
    for k in range(9):
        x = (k - 4) * 0.56 + it.rng.uniform(-0.12, 0.12)
        _heap(it, (x, 0.9 + it.rng.uniform(-0.06, 0.06)), it.rng.uniform(0.5, 0.72), cotton)
    for side in (-1, 1):
        _heap(it, (side * it.rng.uniform(1.0, 1.1), 0.42), it.rng.uniform(0.44, 0.5), cotton)
        _heap(it, (side * it.rng.uniform(1.05, 1.15), -0.15), it.rng.uniform(0.36, 0.42), cotton)
    return ["cotton clouds"]


def _heap(it: Corner, at: tuple[float, float], wide: float, cotton: Material) -> None:
    """One cloud: a flat foot, puffs that are the smaller the farther out, `wide` units to each side."""
    data = bpy.data.metaballs.new("cloud")
    data.resolution = data.render_resolution = FINE
    data.threshold = 0.35
    for _ in range(44):
        out, turn = it.rng.random() ** 0.7, it.rng.uniform(0, 2 * math.pi)
        high = (1 - out * out) * it.rng.uniform(0.1, 0.8)
        puff = data.elements.new()
        puff.co = (wide * out * math.cos(turn), 0.55 * wide * out * math.sin(turn), wide * high)
        puff.radius = wide * (0.44 - 0.2 * out) * it.rng.uniform(0.7, 1.25)
    soft = bpy.data.objects.new("cloud", data)
    bpy.context.scene.collection.objects.link(soft)
    bpy.context.view_layer.update()
    body = bpy.data.meshes.new_from_object(soft.evaluated_get(bpy.context.evaluated_depsgraph_get()))
    bpy.data.objects.remove(soft)
    for polygon in body.polygons:
        polygon.use_smooth = True
    body.materials.clear()
    body.materials.append(cotton)
    thing = bpy.data.objects.new("cloud", body)
    bpy.context.scene.collection.objects.link(thing)
    thing.location = (*at, 0.0)
    g.lumpy(thing, 0.16, 0.1)
    g.lumpy(thing, 0.05, 0.035)


def _cotton() -> Material:
    """White that light goes into, so that its shades are pale."""
    shader = Shader("cotton", WHITE, 1.0)
    shader.set("Subsurface Weight", 1.0)
    shader.set("Subsurface Radius", (0.3, 0.26, 0.24))
    shader.set("Subsurface Scale", 0.25)
    shader.set("Specular IOR Level", 0.0)
    wisps = shader.noise(shader.place(), 26, 6, 0.7)
    shader.bump(wisps.outputs[0], 0.5, 0.03)
    return shader.material


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"clouds": _clouds}
