"""Grounds out of doors: rock, logs, cobbles, gravel, cracked earth, tracks, raked sand; as in `materials`."""

from __future__ import annotations

from bggen.train.scenes.matter.nodes import Material, Shader, Socket
from bggen.train.scenes.matter.palette import WOODS, Colour, Rng, linear, mixed, scaled


def cells(
    rng: Rng,
    colour: Colour,
    joint: Colour,
    side: float,
    gap: float,
    spread: float,
    bulge: float,
    wild: float = 1.0,
) -> Material:
    """Cobbles, gravel, cracked earth: pieces about `side` units wide, `gap` of that apart, no two alike.

    Args:
        spread: 0..1, how unlike in colour they are.
        bulge: 0..1, how round; 0 leaves flat pieces.
        wild: 0..1, how far from rows.
    """
    shader = Shader("cells", rough=0.85)
    at = shader.warped(shader.place(1, rng.uniform(0, 3)), 2.5 / side, 0.16 * side)
    edges, tones = (shader.node("ShaderNodeTexVoronoi", Scale=1 / side, Randomness=wild) for _ in range(2))
    edges.feature = "DISTANCE_TO_EDGE"
    for texture in (edges, tones):
        shader.link(at, texture.inputs["Vector"])
    tone = shader.parts(tones.outputs["Color"])[0]
    grain = shader.noise(shader.place(), 2.4 / side, 8, 0.68)
    value = shader.sums(grain.outputs[0], 0.7, shader.sums(tone, spread, 0.15 - 0.5 * spread))
    pieces = shader.ramp(value, [(0.25, scaled(colour, 0.6)), (0.5, colour), (0.8, scaled(colour, 1.25))])
    between = shader.ramp(
        edges.outputs["Distance"], [(0.4 * gap, scaled((255, 255, 255), 0.0)), (gap, (255, 255, 255))]
    )
    ground = shader.node("ShaderNodeRGB")
    ground.outputs[0].default_value = (*linear(joint), 1.0)
    shader.feed("Base Color", shader.blend(ground.outputs[0], pieces, between))
    raised = shader.ramp(edges.outputs["Distance"], [(0.0, (0, 0, 0)), (gap + 0.14 * bulge, (255, 255, 255))])
    shader.bump(shader.sums(grain.outputs[0], 0.3, raised), 0.8, 0.14 * side)
    return shader.material


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


def raked(rng: Rng, colour: Colour) -> Material:
    """Fine sand in grooves that a rake drew in long curves."""
    shader = Shader("raked", rough=0.95)
    at = shader.warped(shader.place(1, rng.uniform(-0.5, 0.5)), 0.35, 0.7, 1)
    _, y, _ = shader.parts(at)
    groove = shader.maths("PINGPONG", shader.sums(y, 16.0, 200.0), 1.0)
    grains = shader.noise(shader.place(), 160, 2, 0.7)
    value = shader.sums(grains.outputs[0], 0.7, shader.sums(groove, 0.25, 0.0))
    shader.feed("Base Color", shader.ramp(value, [(0.25, scaled(colour, 0.8)), (0.7, scaled(colour, 1.06))]))
    shader.bump(shader.sums(grains.outputs[0], 0.12, groove), 0.9, 0.035)
    return shader.material


def rock(rng: Rng, colour: Colour, relief: float = 0.75) -> Material:
    """Weathered stone: stains, layers, grains and cracks; with little `relief`, as water wears it."""
    shader = Shader("rock", rough=0.86)
    at = shader.warped(shader.place(1, rng.uniform(0, 3)), 1.7, 0.5)
    stains = shader.noise(at, 2.1, 8, 0.62)
    layers = shader.noise(shader.warped(shader.place(1, stretch=(0.6, 0.6, 5)), 1.4, 0.35), 2.6, 5, 0.6)
    grains = shader.noise(shader.place(), 70, 3, 0.7)
    value = shader.sums(
        stains.outputs[0],
        0.95,
        shader.sums(layers.outputs[0], 0.5, shader.sums(grains.outputs[0], 0.4, -0.42)),
    )
    stops = [
        (0.3, scaled(colour, 0.5)),
        (0.44, scaled(colour, 0.82)),
        (0.58, colour),
        (0.8, mixed(colour, (236, 232, 224), 0.4)),
    ]
    shader.feed("Base Color", shader.ramp(value, stops))
    pits = shader.noise(at, 9, 10, 0.68)
    shader.bump(shader.sums(grains.outputs[0], 0.25, pits.outputs[0]), relief, 0.05)
    return shader.material


def log(rng: Rng, kind: str, bark: Colour, wide: float) -> Material:
    """A log sawn across at a height, growth rings in `kind` of wood, about `wide` units from its middle."""
    shader = Shader("log", rough=0.72)
    dark, light = (rng.jitter(c, 0.04) for c in WOODS[kind])
    away, whole = (
        _from_middle(shader, at) for at in (shader.warped(shader.place(), 1.3, 0.12), shader.place())
    )
    rings = shader.maths("PINGPONG", shader.sums(away, rng.uniform(34, 42)), 1.0)
    seasons = shader.noise(shader.place(), 2.4, 4, 0.6)
    fibres = shader.noise(shader.place(), 55, 3, 0.7)
    value = shader.sums(
        rings, 0.42, shader.sums(seasons.outputs[0], 0.6, shader.sums(fibres.outputs[0], 0.5, -0.3))
    )
    sawn = shader.ramp(
        value, [(0.16, mixed(dark, light, 0.1)), (0.4, mixed(dark, light, 0.6)), (0.66, light)]
    )
    heart = shader.ramp(away, [(0.0, scaled((255, 255, 255), 0.8)), (0.75 * wide, (255, 255, 255))])
    furrows = shader.noise(shader.place(1, stretch=(1, 1, 0.22)), 15, 8, 0.68)
    skin = shader.ramp(
        furrows.outputs[0],
        [(0.34, scaled(bark, 0.35)), (0.5, bark), (0.72, mixed(bark, (220, 206, 184), 0.35))],
    )
    up = shader.parts(shader.node("ShaderNodeNewGeometry").outputs["True Normal"])[2]
    flat = shader.maths("GREATER_THAN", up, 0.9)
    inside = shader.maths("MULTIPLY", flat, shader.maths("LESS_THAN", whole, wide))
    shader.feed("Base Color", shader.blend(skin, shader.times(sawn, heart), inside))
    outside = shader.maths("SUBTRACT", 1.0, flat)
    shader.bump(shader.sums(value, 0.25, shader.maths("MULTIPLY", outside, furrows.outputs[0])), 0.5, 0.04)
    return shader.material


def _from_middle(shader: Shader, at: Socket) -> Socket:
    """How far coordinates are from the z axis."""
    x, y, _ = shader.parts(at)
    return shader.maths(
        "SQRT", shader.sums(shader.maths("MULTIPLY", x, x), 1.0, shader.maths("MULTIPLY", y, y))
    )
