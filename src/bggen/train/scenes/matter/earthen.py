"""What ground out of doors is made of, by the tone of its mesh; as in `materials`."""

from __future__ import annotations

from bggen.train.scenes.matter.nodes import Material, Shader, Triple
from bggen.train.scenes.matter.palette import Colour, Rng, mixed, scaled
from bggen.train.scenes.matter.rough import toned

Stops = list[tuple[float, Colour]]


def earthen(
    rng: Rng,
    stops: Stops,
    grain: float = 60,
    by: float = 0.3,
    broad: float = 0.15,
    rough: float = 0.95,
    relief: float = 0.4,
    stretch: Triple = (1, 1, 1),
    apart: float = 0.0,
) -> Material:
    """Colours by tone, with a grain on them.

    Args:
        grain: how often a unit.
        by, broad: what the grain, and stains many times as wide, add to the tone at most.
        stretch: how much more often the grain comes along x, y and z: that of wood or bark.
        apart: units that it is moved by a whole step of tone, so that no two boards are alike.
    """
    shader = Shader("earthen", rough=rough)
    tone = toned(shader)
    at = shader.place(1, stretch=stretch, begin=rng.uniform(0, 9))
    if apart:
        shift = shader.node("ShaderNodeCombineXYZ")
        shader.link(shader.sums(tone, apart), shift.inputs[0])
        shader.link(shader.sums(tone, 0.37 * apart), shift.inputs[1])
        at = shader.vector_sum(shift.outputs[0], 1.0, at)
    grains, stains = shader.noise(at, grain, 4, 0.65), shader.noise(at, grain / 24, 4, 0.6)
    value = shader.sums(grains.outputs[0], 2 * by, shader.sums(stains.outputs[0], 2 * broad, -by - broad))
    shader.feed("Base Color", shader.ramp(shader.sums(value, 1.0, tone), stops))
    shader.set("Specular IOR Level", 0.25)
    shader.bump(grains.outputs[0], relief, 0.5 / grain)
    return shader.material


def shore(rng: Rng, sand: Colour) -> Material:
    """Sand, the darker and the more shining the wetter: dry at tone 0, soaked at 1."""
    shader = Shader("shore", rough=0.95)
    tone, at = toned(shader), shader.place(1, begin=rng.uniform(0, 9))
    grains, stains = shader.noise(at, 150, 2, 0.7), shader.noise(at, 2.2, 5, 0.6)
    specks = shader.node("ShaderNodeTexVoronoi", Scale=95.0)
    shader.link(at, specks.inputs["Vector"])
    dark = shader.maths("LESS_THAN", shader.parts(specks.outputs["Color"])[0], 0.05)
    value = shader.sums(grains.outputs[0], 0.5, shader.sums(stains.outputs[0], 0.35, 0.075))
    value = shader.sums(dark, -0.16, value)
    dry = shader.ramp(
        value, [(0.2, scaled(sand, 0.72)), (0.5, sand), (0.8, mixed(sand, (250, 242, 226), 0.4))]
    )
    wet = shader.ramp(
        value, [(0.2, scaled(sand, 0.46)), (0.5, scaled(sand, 0.64)), (0.8, scaled(sand, 0.74))]
    )
    shader.feed("Base Color", shader.blend(dry, wet, tone))
    shader.feed("Roughness", shader.sums(tone, -0.62, 0.95))
    shader.bump(grains.outputs[0], 0.35, 0.006)
    return shader.material


def water(rng: Rng, stops: Stops, waves: float = 2.0, deep: float = 0.05, net: float = 0.0) -> Material:
    """Water by its depth, shallow at tone 0; what has a tone near 1 may be foam.

    Args:
        waves: ripples a unit, `deep` units high.
        net: 0..1, how much of the light's net lies on its ground.
    """
    shader = Shader("water", rough=0.05)
    at = shader.warped(shader.place(1, begin=rng.uniform(0, 9)), 1.3, 0.5, 2)
    value = toned(shader)
    if net:
        cell = shader.node("ShaderNodeTexVoronoi", Scale=1.9)
        cell.feature = "DISTANCE_TO_EDGE"
        shader.link(shader.warped(at, 2.6, 0.3, 2), cell.inputs["Vector"])
        line = shader.maths("MAXIMUM", shader.sums(cell.outputs["Distance"], -7.0, 1.0), 0.0)
        value = shader.sums(shader.maths("POWER", line, 2.6), net, value)
    shader.feed("Base Color", shader.ramp(value, stops))
    ripples = shader.noise(shader.place(1, stretch=(1, 1.7, 1)), waves, 4, 0.5, 0.5)
    shader.set("IOR", 1.33)
    shader.feed("Roughness", shader.ramp(toned(shader), [(0.8, (14, 14, 14)), (0.93, (250, 250, 250))]))
    shader.bump(ripples.outputs[0], 0.6, deep)
    return shader.material
