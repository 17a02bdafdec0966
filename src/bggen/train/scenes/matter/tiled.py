"""Floors of glazed or polished tiles, and glitter; as in `materials`, where plain tiles are."""

from __future__ import annotations

from bggen.train.scenes.matter.nodes import Material, Shader, Socket
from bggen.train.scenes.matter.palette import Colour, Rng, linear, mixed, scaled
from bggen.train.scenes.matter.rough import toned

CHECK = 0.35  # units, a tile's side
TURNS = (0.785, 0.2)  # radians: diagonal as in old kitchens, or all but straight
JOINT = 0.006  # of a tile, half a joint


def checkerboard(rng: Rng) -> Material:
    """Polished black and white tiles, faintly veined, each with a shade and a tilt of its own."""
    shader = Shader("checkerboard", rough=0.12)
    place = shader.place(1 / CHECK, rng.choice(TURNS) + rng.uniform(-0.06, 0.06), begin=0.31)
    x, y, _ = shader.parts(place)
    columns, rows = (shader.maths("FLOOR", axis) for axis in (x, y))
    odd = shader.maths("FLOORED_MODULO", shader.sums(columns, 1.0, rows), 2.0)
    number = shader.node("ShaderNodeCombineXYZ")
    shader.link(columns, number.inputs[0])
    shader.link(rows, number.inputs[1])
    own = shader.node("ShaderNodeTexWhiteNoise")
    shader.link(number.outputs[0], own.inputs["Vector"])
    each = shader.vector_sum(own.outputs["Color"], 7.0, shader.place())  # each cut from its own block
    veins = shader.noise(shader.warped(each, 2.2, 0.35), 3.2, 6, 0.6)
    line = shader.maths("ABSOLUTE", shader.sums(veins.outputs[0], 1.0, -0.5))
    white = shader.ramp(line, [(0.0, (196, 196, 196)), (0.02, (220, 219, 216)), (0.2, (229, 228, 225))])
    black = shader.ramp(line, [(0.0, (44, 44, 46)), (0.012, (22, 22, 24)), (0.2, (17, 17, 18))])
    polished = shader.blend(black, white, odd)
    shades = shader.ramp(own.outputs["Value"], [(0.0, (238, 238, 238)), (1.0, (255, 255, 255))])
    sides = [shader.maths("PINGPONG", axis, 0.5) for axis in (x, y)]  # 0 at a joint, 0.5 in the middle
    edge = shader.maths("MINIMUM", *sides)
    joint = shader.maths("LESS_THAN", edge, JOINT)
    grout = shader.node("ShaderNodeRGB")
    grout.outputs[0].default_value = (*linear((122, 119, 114)), 1.0)
    colour = shader.blend(shader.times(polished, shades), grout.outputs[0], joint)
    shader.feed("Base Color", colour)
    _dulled(shader, colour, 0.62)
    wiped = shader.noise(shader.place(1, 0.6, (1, 2.5, 1)), 2.5, 4, 0.6)
    gloss = shader.sums(wiped.outputs[0], 0.14, 0.05)
    shader.feed("Roughness", shader.maths("MAXIMUM", gloss, shader.sums(joint, 0.8)))
    # an arris that is worn round, and a face that was not laid quite level
    arris = shader.maths("MINIMUM", shader.sums(edge, 1 / (3 * JOINT)), 1.0)
    tilts = shader.parts(own.outputs["Color"])
    lean = shader.maths(
        "ADD",
        shader.maths("MULTIPLY", x, shader.sums(tilts[0], 0.1, -0.05)),
        shader.maths("MULTIPLY", y, shader.sums(tilts[1], 0.1, -0.05)),
    )
    wave = shader.noise(shader.place(), 3.0, 2, 0.5)
    shader.bump(shader.sums(arris, 0.5, shader.sums(wave.outputs[0], 0.25, lean)), 0.5, 0.012)
    return shader.material


def _dulled(shader: Shader, colour: Socket, share: float) -> None:
    """Mirror less by a `share`: at a slant black would be as grey as the wall behind."""
    tree = shader.material.node_tree
    matte, mixer = tree.nodes.new("ShaderNodeBsdfDiffuse"), tree.nodes.new("ShaderNodeMixShader")
    shader.link(colour, matte.inputs["Color"])
    mixer.inputs[0].default_value = share
    shader.link(tree.nodes["Principled BSDF"].outputs[0], mixer.inputs[1])
    shader.link(matte.outputs[0], mixer.inputs[2])
    shader.link(mixer.outputs[0], tree.nodes["Material Output"].inputs["Surface"])


def glazed(rng: Rng, colour: Colour, pale: float = 0.2) -> Material:
    """Glaze that a hand brushed on: deeper where it pooled, pale where the edge broke it."""
    shader = Shader("glazed", rough=0.16)
    at = shader.place(1, rng.uniform(0, 3))
    pools, fine = shader.noise(at, 9, 4, 0.6), shader.noise(at, 70, 3, 0.6)
    value = shader.sums(toned(shader), 0.75, shader.sums(pools.outputs[0], 0.5, -0.15))
    value = shader.sums(fine.outputs[0], 0.2, shader.sums(value, 1.0, -0.08))
    broken = mixed(colour, (226, 222, 212), pale)
    stops = [(0.1, scaled(colour, 0.6)), (0.55, scaled(colour, 0.92)), (1.0, broken)]
    shader.feed("Base Color", shader.ramp(value, stops))
    shader.feed("Roughness", shader.sums(fine.outputs[0], 0.25, 0.05))
    shader.set("Specular IOR Level", 0.4)
    shader.bump(shader.sums(pools.outputs[0], 1.0, shader.sums(fine.outputs[0], 0.12)), 0.35, 0.02)
    return shader.material


def glitter(rng: Rng, colour: Colour, flake: float = 0.0095) -> Material:
    """Flakes of foil about `flake` units wide, each tilted its own way: a few flash, most only glow."""
    shader = Shader("glitter", colour, 0.4)
    flakes = shader.node("ShaderNodeTexVoronoi", Scale=1 / flake)
    shader.link(shader.place(1, rng.uniform(0, 3)), flakes.inputs["Vector"])
    red, green, blue = shader.parts(flakes.outputs["Color"])
    normal = shader.node("ShaderNodeCombineXYZ", Z=1.0)
    for slot, value in zip(normal.inputs, (red, green), strict=False):
        shader.link(shader.sums(value, 1.1, -0.55), slot)
    unit = shader.node("ShaderNodeVectorMath")
    unit.operation = "NORMALIZE"
    shader.link(normal.outputs[0], unit.inputs[0])
    shader.feed("Normal", unit.outputs[0])
    heaps = shader.noise(shader.place(), 2.4, 3, 0.5)
    value = shader.sums(blue, 0.6, shader.sums(heaps.outputs[0], 0.5, -0.05))
    stops = [(0.15, scaled(colour, 0.55)), (0.5, colour), (0.9, mixed(colour, (255, 244, 214), 0.5))]
    shader.feed("Base Color", shader.ramp(value, stops))
    shader.set("Metallic", 1.0)
    shader.set("Emission Color", (*linear(colour), 1.0))  # what flakes would throw on each other
    shader.set("Emission Strength", 0.07)
    return shader.material
