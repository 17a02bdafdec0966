"""Grounds that games are played on, with their lines: a running track, a tennis court, a hall's boards."""

from __future__ import annotations

import math

from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour, Rng, mixed, scaled

STRIP, BOARD = 0.16, 2.2  # units, a strip of a hall's floor


def track(rng: Rng, colour: Colour) -> Material:
    """Rubber granules, white lines between lanes that run away from the camera."""
    shader = Shader("track", rough=0.9)
    at, lane = shader.place(1, rng.uniform(-0.12, 0.12)), 1.5
    grains, tone = shader.noise(at, 120, 2, 0.7), shader.noise(at, 5, 4, 0.6)
    value = shader.sums(grains.outputs[0], 0.7, shader.sums(tone.outputs[0], 0.4, -0.05))
    rubber = shader.ramp(value, [(0.3, scaled(colour, 0.7)), (0.55, colour), (0.8, scaled(colour, 1.2))])
    x, _, _ = shader.parts(at)
    beside = shader.maths("PINGPONG", shader.sums(x, 1.0, lane / 2 + 8 * lane), lane / 2)
    line = shader.maths("GREATER_THAN", beside, lane / 2 - 0.04)
    paint = shader.ramp(value, [(0.3, (206, 204, 200)), (0.6, (238, 238, 234))])
    shader.feed("Base Color", shader.blend(rubber, paint, line))
    shader.bump(grains.outputs[0], 0.6, 0.012)
    return shader.material


def court(rng: Rng, colour: Colour) -> Material:
    """Acrylic paint with sand in it, a white line that runs away from the camera at one side."""
    shader = Shader("court", rough=0.88)
    at, aside = shader.place(), rng.uniform(0.72, 0.8)
    grains, tone = shader.noise(at, 150, 2, 0.7), shader.noise(at, 2.2, 5, 0.6)
    value = shader.sums(grains.outputs[0], 0.5, shader.sums(tone.outputs[0], 0.5, 0.0))
    paint = shader.ramp(value, [(0.3, scaled(colour, 0.86)), (0.5, colour), (0.72, scaled(colour, 1.1))])
    x, _, _ = shader.parts(at)
    beside = shader.maths("ABSOLUTE", shader.sums(x, 1.0, -aside))
    worn = shader.sums(grains.outputs[0], 0.008, shader.sums(tone.outputs[0], 0.006, 0.051))
    line = shader.maths("LESS_THAN", beside, worn)
    white = shader.ramp(value, [(0.3, (208, 210, 210)), (0.65, (236, 238, 238))])
    shader.feed("Base Color", shader.blend(paint, white, line))
    shader.bump(grains.outputs[0], 0.35, 0.008)
    return shader.material


def boards(rng: Rng, colour: Colour, line: Colour) -> Material:
    """Varnished strips of maple that run away from the camera, a painted line across them at each side."""
    shader = Shader("boards", rough=0.2)
    at = shader.place(1, math.pi / 2 + rng.uniform(-0.2, 0.2), begin=rng.uniform(0, 9))
    strips = shader.node(
        "ShaderNodeTexBrick", Scale=1.0, Mortar_Size=0.0025, Brick_Width=BOARD, Row_Height=STRIP
    )
    strips.offset = 0.37
    shader.link(at, strips.inputs["Vector"])
    for name, tone in (("Color1", 0.1), ("Color2", 0.9), ("Mortar", 0.0)):
        strips.inputs[name].default_value = (tone, tone, tone, 1)
    along = shader.place(1, math.pi / 2, (1.2, 24, 1))
    fibres = shader.noise(shader.vector_sum(strips.outputs["Color"], 9.0, along), 3, 4, 0.65)
    tone = shader.parts(strips.outputs["Color"])[0]
    value = shader.sums(fibres.outputs[0], 0.6, shader.sums(tone, 0.34, 0.02))
    maple = shader.ramp(
        value, [(0.2, scaled(colour, 0.8)), (0.5, colour), (0.85, mixed(colour, (250, 232, 200), 0.4))]
    )
    x, _, _ = shader.parts(shader.place(1, rng.uniform(0.3, 0.45) * rng.choice([-1, 1])))
    beside = shader.maths("ABSOLUTE", shader.sums(x, 1.0, -rng.choice([-1, 1]) * rng.uniform(0.95, 1.05)))
    paint = shader.ramp(value, [(0.3, scaled(line, 0.9)), (0.7, line)])
    shader.feed("Base Color", shader.blend(maple, paint, shader.maths("LESS_THAN", beside, 0.07)))
    worn = shader.noise(shader.place(), 5, 4, 0.6)
    shader.feed("Roughness", shader.sums(worn.outputs[0], 0.14, 0.12))
    shader.set("Coat Weight", 0.3)
    shader.bump(strips.outputs["Fac"], 0.1, 0.002)
    return shader.material
