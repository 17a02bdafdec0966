"""Bars of handmade soap."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import dice_of, mottle
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.slabs import oblong, slab
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour

HALF, HIGH, EDGE = (0.115, 0.076), 0.072, 0.008
_OAT: tuple[Colour, ...] = ((238, 224, 196), (228, 208, 172), (206, 174, 128), (232, 216, 186))
_SAGE: tuple[Colour, ...] = ((192, 202, 170), (172, 186, 150), (132, 152, 116), (214, 218, 194))
_ROSE: tuple[Colour, ...] = ((236, 206, 196), (228, 186, 176), (206, 150, 142), (244, 226, 216))


def _soaps(it: Corner) -> list[str]:
    """One laid across another; one alone, a sprig pressed into it."""
    dice = dice_of(it.rng)
    x, y = it.spot(0.24)
    side = math.copysign(1.0, x)
    _bar(dice, (x, y, 0), (0, 0, 0.3 * side), soap(_SAGE, 1.7))
    _bar(
        dice,
        (x + 0.012 * side, y + 0.004, HIGH + 0.001),
        (0, 0, -0.32 * side),
        soap(_OAT, 4.1, oats=True),
        True,
    )
    x, y = it.spot(0.2)
    _bar(dice, (x, y, 0), (0, 0, 0.28), soap(_ROSE, 2.9), True)
    return ["soap bars"]


def soap(colours: tuple[Colour, ...], begin: float, oats: bool = False) -> Material:
    """Swirled as it was poured; `oats`: with flakes in it."""
    shader = Shader("soap", rough=0.42)
    at = shader.place(1, begin, begin=begin)
    pour = shader.noise(shader.warped(at, 5, 0.16, 2), 4.5, 3, 0.5, 1.2).outputs[0]
    bands = shader.maths("PINGPONG", shader.sums(pour, 5.0), 1.0)
    first, second, third, fourth = colours
    colour = shader.ramp(bands, [(0.05, third), (0.22, second), (0.55, first), (0.9, fourth)])
    if oats:
        colour = shader.blend(
            shader.ramp(pour, [(0.3, second), (0.7, first)]), colour, shader.sums(pour, 0.0, 0.25)
        )
    cells = shader.node("ShaderNodeTexVoronoi", Scale=52.0 if oats else 90.0)
    shader.link(shader.warped(at, 30, 0.012), cells.inputs["Vector"])
    parts = shader.node("ShaderNodeSeparateColor")
    shader.link(cells.outputs["Color"], parts.inputs[0])
    few = shader.maths("GREATER_THAN", parts.outputs[0], 0.8 if oats else 0.9)
    fleck = shader.maths("MULTIPLY", few, shader.maths("LESS_THAN", cells.outputs["Distance"], 0.36))
    dark = shader.ramp(
        parts.outputs[1],
        [(0.0, (150, 112, 66) if oats else third), (1.0, (206, 172, 120) if oats else second)],
    )
    shader.feed("Base Color", shader.blend(colour, dark, shader.maths("MULTIPLY", fleck, 0.75)))
    for name, value in (("Subsurface Weight", 0.35), ("Subsurface Scale", 0.12), ("Specular IOR Level", 0.4)):
        shader.set(name, value)
    shader.bump(shader.noise(at, 46, 4, 0.6).outputs[0], 0.35, 0.003)
    return shader.material


def _bar(
    dice: np.random.Generator, at: g.Point, turn: g.Point, stuff: Material, stamped: bool = False
) -> None:
    """Cut by hand, its top hardly even; `stamped`: a sprig in a ring pressed into it."""
    line = oblong(HALF, 0.014, 10, 30)
    wave = 0.0016 * np.sin(41 * line[:, :1] + dice.uniform(0, 6)) + 0.0014 * np.sin(
        57 * line[:, 1:] + dice.uniform(0, 6)
    )
    line = line * (1 + wave / 0.1)
    lumps = mottle(dice, (80, 80), (6, 6))

    def relief(place: s.Floats, depth: s.Floats) -> s.Floats:
        k = np.clip((place + 0.12) / 0.24 * 79, 0, 79).astype(int)
        rise = 0.0026 * (lumps[k[:, 0], k[:, 1]] - 0.5) * np.clip(depth / 0.02, 0, 1)
        return np.asarray(rise - 0.0055 * _sprig(place) if stamped else rise)

    body = slab(line, HIGH, EDGE, 0.0026 if stamped else 0.008, relief, 0.7)
    s.put("soap", [s.turned(body, turn, at)], stuff)


def _sprig(place: s.Floats) -> s.Floats:
    """1 where an upright twig of leaves in a ring is pressed, 0 where not, soft between."""
    x, y = place[:, 0] / 0.062, place[:, 1] / 0.052
    ring = np.abs(np.hypot(x, y) - 1) / 0.045
    mark = np.clip(1.6 - ring, 0, 1)
    stem = np.maximum(np.abs(x + 0.06 * np.sin(2.4 * y)) / 0.035, np.abs(y) / 0.62)
    mark = np.maximum(mark, np.clip((1.5 - stem) / 0.5, 0, 1) * (np.abs(y) < 0.66))
    for k in range(7):
        side = 1.0 if k % 2 else -1.0
        foot = -0.42 + 0.16 * k
        a = 0.62 if k < 6 else math.pi / 2
        way = (side * math.cos(a), math.sin(a)) if k < 6 else (0.0, 1.0)
        dx, dy = x + 0.06 * math.sin(2.4 * foot), y - foot
        along, across = dx * way[0] + dy * way[1], dx * way[1] - dy * way[0]
        long = 0.44 - 0.025 * k
        t = np.clip(along / long, 0, 1)
        wide = 0.105 * np.sin(math.pi * t**0.8) ** 0.8
        leaf = np.clip((wide - np.abs(across)) / 0.025 + 0.5, 0, 1) * (along > 0) * (along < long)
        vein = np.clip(np.abs(across) / 0.014, 0.35, 1)
        mark = np.maximum(mark, leaf * vein)
    return np.asarray(mark)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"soap bars": _soaps}
