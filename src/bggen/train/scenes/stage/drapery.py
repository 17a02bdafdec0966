"""Cloth in folds: crumpled or draped over a table, or hanging down behind it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng

Wave = tuple[float, float, float, float]  # radians a unit, direction, phase, how high of the others


def drape(material: Material, rng: Rng, clear: float, back: float) -> g.Thing:
    """Crumpled cloth over the table up to y = `back`, flat within `clear` of the middle."""
    waves = [
        (rng.uniform(2, 9), rng.uniform(0, 6.28), rng.uniform(0, 6.28), rng.uniform(0.3, 1)) for _ in range(5)
    ]
    return cloth(material, waves, rng.uniform(0.03, 0.09) * 5 / 3, clear, back)


def cloth(
    material: Material, waves: Sequence[Wave], height: float, clear: float, back: float, count: int = 150
) -> g.Thing:
    """Cloth in the mean of `waves`, up to `height` units, flat within `clear` of the middle.

    `count` points a side.
    """
    span, low = 3.2, -2.2
    points: list[g.Point] = []
    for j in range(count):
        for i in range(count):
            x, y = -span + 2 * span * i / (count - 1), low + (back - low) * j / (count - 1)
            fold = sum(
                a
                * abs(math.sin(k * (x * math.cos(t) + y * math.sin(t)) + p + 1.5 * math.sin(1.7 * y + p)))
                ** 1.5
                for k, t, p, a in waves
            )
            flat = math.exp(-(x * x + y * y) / clear**2)
            points.append((x, y, height * fold / len(waves) * (1 - flat)))
    faces = [
        (j * count + i, j * count + i + 1, (j + 1) * count + i + 1, (j + 1) * count + i)
        for j in range(count - 1)
        for i in range(count - 1)
    ]
    return g.mesh("cloth", points, faces, material)


def hung(material: Material, waves: Sequence[Wave], height: float, clear: float, depth: float) -> g.Thing:
    """Cloth that hangs from above behind the stand, bends at `depth` and runs out over the table.

    Its folds are up to `height` units high where it hangs and flatten out on the table; within `clear` of the
    middle there are none.
    """
    across, along, top, bend = 400, 420, 4.0, 0.8
    start, curve = depth - bend, bend * math.pi / 2
    low, span = -2.2, 3.6
    length = start - low + curve + top
    points: list[g.Point] = []
    for j in range(along):
        s = low + length * j / (along - 1)
        turn = min(max(s - start, 0.0), curve) / bend  # 0 on the table, a quarter turn where it hangs
        y = min(s, start) + bend * math.sin(turn)
        z = bend * (1 - math.cos(turn)) + max(s - start - curve, 0.0)
        hangs = 0.3 + 0.7 * min(max((s - 0.2) / max(start, 0.3), 0.0), 1.0)
        gather = 1 + 0.12 * max(s - start, 0.0)  # folds come together towards where it hangs from
        for i in range(across):
            x = -span + 2 * span * i / (across - 1)
            drift = 0.35 * math.sin(0.9 * s + 1.3 * x)
            fold = sum(
                a * abs(math.sin(0.5 * k * (x * gather + t * (s - start) * 0.5 + drift) + p)) ** 1.3
                for k, t, p, a in waves
            ) / len(waves)
            flat = math.exp(-(x * x + s * s) / clear**2)
            out = height * hangs * fold * (1 - flat)
            points.append((x, y - out * math.sin(turn), z + out * math.cos(turn)))
    faces = [
        (j * across + i, j * across + i + 1, (j + 1) * across + i + 1, (j + 1) * across + i)
        for j in range(along - 1)
        for i in range(across - 1)
    ]
    return g.mesh("cloth", points, faces, material)


def silk(rng: Rng, material: Material, depth: float | None) -> None:
    """Silk over a table, flat on the stand, in folds beside it; with `depth` it hangs from above there."""
    lean = rng.uniform(-0.6, 0.6)  # folds run away from the camera; across they would look like dunes
    waves = [
        (rng.uniform(low, high), lean + rng.uniform(-0.2, 0.2), rng.uniform(0, 6.28), tall)
        for low, high, tall in ((2.5, 3.5, 1.0), (5, 7, 0.7), (8, 11, 0.4))
    ]
    if depth is None:
        cloth(material, waves, 0.3, 0.7, 2.1, 320)
    else:
        hung(material, [(1.5 * k, t, p, a) for k, t, p, a in waves], 0.34, 0.6, depth)
