"""What toys, handles and spouts are made of: round limbs along any path, and what fur does to a surface."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from mathutils import Vector

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng

EYE = (12, 12, 14)


def limb(
    name: str, path: Sequence[g.Point], radii: Sequence[float], material: Material, sides: int = 12
) -> Any:
    """A round body along a path, so thick at each of its points, with round ends."""
    points = [Vector(point) for point in path]
    ways = [
        (points[min(k + 1, len(points) - 1)] - points[max(k - 1, 0)]).normalized() for k in range(len(points))
    ]
    first, last = ways[0] * radii[0], ways[-1] * radii[-1]
    ends = ((-0.95, 0.15), (-0.75, 0.62)), ((0.75, 0.62), (0.95, 0.15))
    around = [(points[0] + first * out, radii[0] * of, ways[0]) for out, of in ends[0]]
    around += list(zip(points, radii, ways, strict=True))
    around += [(points[-1] + last * out, radii[-1] * of, ways[-1]) for out, of in ends[1]]
    side = ways[0].orthogonal().normalized()
    rings = []
    for at, radius, way in around:
        side = (side - way * side.dot(way)).normalized()  # carried along: the skin does not twist
        up = way.cross(side)
        turns = [2 * math.pi * k / sides for k in range(sides)]
        rings.append([tuple(at + (side * math.cos(a) + up * math.sin(a)) * radius) for a in turns])
    return g.loft(name, rings, material, smooth=1)


def arc(
    middle: g.Point, radius: tuple[float, float], turn: float, start: float, end: float, steps: int = 11
) -> list[g.Point]:
    """Points of an upright ellipse, turned about z; `radius` outward and upward, angles from outward."""
    found = []
    for k in range(steps):
        a = start + (end - start) * k / (steps - 1)
        out = radius[0] * math.cos(a)
        found.append(
            (
                middle[0] + out * math.cos(turn),
                middle[1] + out * math.sin(turn),
                middle[2] + radius[1] * math.sin(a),
            )
        )
    return found


def shell(name: str, profile: Sequence[tuple[float, float]], material: Material) -> Any:
    """A skin turned from [(radius, z)], open at both ends: what a vessel is lined with."""
    turns = [2 * math.pi * k / 64 for k in range(64)]
    rings = [[(r * math.cos(a), r * math.sin(a), z) for a in turns] for r, z in profile]
    return g.loft(name, rings, material, closed=False, smooth=0)


def oval(name: str, size: g.Point, material: Material, at: Any, turn: g.Point = (0, 0, 0)) -> Any:
    """A ball with these half axes."""
    thing = g.ball(name, 1.0, material, at)
    thing.scale, thing.rotation_euler = size, turn
    return thing


def furred(thing: Any, rng: Rng, by: float) -> Any:
    """Ruffle a surface by `by` units, as short fur and stuffing do."""
    fine = thing.modifiers.new("fine", "SUBSURF")
    fine.levels = fine.render_levels = 1
    g.lumpy(thing, rng.uniform(0.02, 0.045), by)
    return thing


def eye(at: Any, radius: float) -> Any:
    """A dark bead."""
    return g.ball("eye", radius, m.solid(EYE, 0.08), at, 1.0)
