"""Clothes lying flat: spread out, folded, in a bend. 0.5 to 1.4 units long, up along y."""

from __future__ import annotations

import math
from typing import Any

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import COLOURS, Rng
from bggen.train.scenes.products.smalls import plastic, spread


def _cloth(rng: Rng) -> Material:
    colour = COLOURS[rng.word(COLOURS)]
    if rng.chance(0.25):
        return m.printed(rng, [COLOURS[rng.word(COLOURS)] for _ in range(4)], rough=0.9)
    return m.woven(rng, colour, rng.uniform(70, 160))


def _cut(
    name: str, outline: list[tuple[float, float]], thick: float, material: Material, z: float = 0.0
) -> Any:
    """A flat piece by its outline [(x, y)], seen from above."""
    thing = g.panel(name, [(x, -y) for x, y in outline], thick, material, (0, 0, z))
    thing.rotation_euler[0] = math.pi / 2
    return thing


def _rumple(thing: Any, grain: float, by: float) -> Any:
    """Wrinkle a piece that has few points of its own."""
    thing.modifiers.new("cut", "TRIANGULATE")
    finer = thing.modifiers.new("finer", "SUBSURF")
    finer.subdivision_type, finer.levels, finer.render_levels = "SIMPLE", 5, 5
    g.lumpy(thing, grain, by)
    return thing


def _mirrored(half: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """An outline from its right side, top to bottom."""
    return [*half, *((-x, y) for x, y in reversed(half))]


def shirt(rng: Rng) -> list[Any]:
    """A top spread out: short, long or no sleeves."""
    cloth, chest, long = _cloth(rng), rng.uniform(0.24, 0.3), rng.uniform(0.66, 0.85)
    top, sleeve = long, rng.choice([0.0, rng.uniform(0.14, 0.24), rng.uniform(0.45, 0.6)])
    tilt, cuff = rng.uniform(0.5, 1.1), rng.uniform(0.07, 0.11)
    neck, deep = rng.uniform(0.08, 0.12), rng.uniform(0.05, 0.16)
    collar = [(neck * math.sin(a), top - deep * math.cos(a)) for a in (0.0, 0.5, 1.0, 1.35)]
    shoulder = (chest * 0.92, top - 0.06)
    arm: list[tuple[float, float]] = [shoulder]
    if sleeve:
        out = (shoulder[0] + sleeve * math.cos(tilt), shoulder[1] - sleeve * math.sin(tilt))
        arm += [out, (out[0] - cuff * 2 * math.sin(tilt) * 0.8, out[1] - cuff * 2 * math.cos(tilt) * 0.8)]
    arm.append((chest, top - (0.26 if sleeve else 0.22)))
    flare = rng.uniform(0.95, 1.15)
    hem = [(chest * 0.98, long * 0.4), (chest * flare, 0.02), (chest * flare * 0.5, 0.0)]
    outline = [(x, y - long / 2) for x, y in _mirrored([*collar, (neck * 1.05, top), *arm, *hem])]
    body = _rumple(_cut("shirt", outline, 0.022, cloth), 0.16, 0.03)
    rim = [(neck * math.sin(a), top - long / 2 - deep * math.cos(a), 0.022) for a in spread(-1.4, 1.4, 13)]
    parts = [body, g.ribbon("collar", rim, [0.014] * 13, 0.016, cloth if rng.chance(0.6) else _cloth(rng))]
    if rng.chance(0.35):
        side = rng.uniform(0.1, 0.2)
        parts.append(
            g.box("print", (side, side * rng.uniform(0.5, 1.2), 0.004), plastic(rng), 0, (0, 0.06, 0.03))
        )
    return parts


def folded(rng: Rng) -> list[Any]:
    """A folded garment or a pile of them."""
    parts, z = list[Any](), 0.0
    wide, deep = rng.uniform(0.5, 0.68), rng.uniform(0.6, 0.85)
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        cloth, thick = _cloth(rng), rng.uniform(0.02, 0.035)
        for fold in range(rng.randint(2, 3)):
            size = (wide * (1 - 0.015 * fold), deep * (1 - 0.02 * fold), thick)
            at = (rng.gauss(0, 0.006), rng.gauss(0, 0.006), z)
            parts.append(
                _rumple(g.box("fold", size, cloth, thick * 0.45, at, rng.gauss(0, 0.015)), 0.22, 0.02)
            )
            z += thick * 0.96
    neck = g.ring("collar", wide * 0.2, 0.017, cloth, (0, deep * 0.36, z + 0.004), (0, 0, 0))
    neck.scale = (1, 0.62, 0.6)
    parts.append(neck)
    if rng.chance(0.5):
        parts.append(g.box("tag", (0.07, 0.03, 0.003), m.solid((240, 238, 230), 0.8), 0, (0, deep * 0.4, z)))
    return parts


def scarf(rng: Rng) -> list[Any]:
    """A scarf in a bend, with fringes."""
    cloth, wide = _cloth(rng), rng.uniform(0.07, 0.13)
    bend, swing = rng.choice([0.3, 1.0, 1.9, 2.6]) * rng.choice([-1, 1]), rng.uniform(-0.5, 0.5)
    x, y, heading, path = 0.0, 0.0, math.pi / 2 - bend / 2, list[tuple[float, float, float]]()
    for k in range(33):
        path.append((x, y, 0.0))
        heading += bend / 32 + swing * math.cos(k / 32 * 2 * math.pi) / 6
        x, y = x + math.cos(heading) / 26, y + math.sin(heading) / 26
    middle = (sum(p[0] for p in path) / 33, sum(p[1] for p in path) / 33)
    path = [(x - middle[0], y - middle[1], 0.0) for x, y, _ in path]
    half = [wide * (1 + 0.1 * math.sin(k * 0.7 + bend)) for k in range(33)]
    body = g.ribbon("scarf", path, half, rng.uniform(0.02, 0.035), cloth)
    g.lumpy(body, 0.09, 0.025)
    parts = [body]
    if rng.chance(0.75):
        for (x0, y0, _), (x1, y1, _), reach in ((path[0], path[1], half[0]), (path[-1], path[-2], half[-1])):
            away = math.atan2(y0 - y1, x0 - x1)
            for side in spread(-0.9, 0.9, 14):
                at = (x0 - reach * side * math.sin(away), y0 + reach * side * math.cos(away))
                lean, long = away + rng.gauss(0, 0.12), rng.uniform(0.06, 0.1)
                tip = (at[0] + long * math.cos(lean), at[1] + long * math.sin(lean))
                parts.append(g.ribbon("fringe", [(*at, 0.006), (*tip, 0.002)], [0.009, 0.006], 0.014, cloth))
    return parts
