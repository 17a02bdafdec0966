"""Grounds out of doors: rock, logs, cobbles, earth, sand, snow, leaves; as in `materials`."""

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


def toned(shader: Shader) -> Socket:
    """What the mesh says of itself by its numbers named `tone`."""
    said = shader.node("ShaderNodeAttribute")
    said.attribute_name = "tone"
    return said.outputs["Fac"]


def thin(
    name: str, stops: list[tuple[float, Colour]], rough: float, through: float = 0.35, mottle: float = 0.0
) -> Material:
    """Blades and leaves by their tone: some light comes `through` them. `mottle`: what stains add to it."""
    shader = Shader(name, rough=rough)
    tone = toned(shader)
    if mottle:
        stains = shader.noise(shader.place(), 24, 6, 0.7)
        tone = shader.sums(stains.outputs[0], 2 * mottle, shader.sums(tone, 1.0, -mottle))
        shader.bump(stains.outputs[0], 0.4, 0.01)
    colour = shader.ramp(tone, stops)
    shader.feed("Base Color", colour)
    shader.set("Specular IOR Level", 0.3)
    tree = shader.material.node_tree
    lit, mixer = tree.nodes.new("ShaderNodeBsdfTranslucent"), tree.nodes.new("ShaderNodeMixShader")
    shader.link(colour, lit.inputs["Color"])
    mixer.inputs[0].default_value = through
    shader.link(tree.nodes["Principled BSDF"].outputs[0], mixer.inputs[1])
    shader.link(lit.outputs[0], mixer.inputs[2])
    shader.link(mixer.outputs[0], tree.nodes["Material Output"].inputs["Surface"])
    return shader.material


def crumbly(rng: Rng, dark: Colour, light: Colour, grain: float = 55, rough: float = 0.95) -> Material:
    """Earth or straw, each piece as dark as its tone, with a grain on it."""
    shader = Shader("crumbly", rough=rough)
    at = shader.place(1, rng.uniform(0, 3))
    grains, broad = shader.noise(at, grain, 4, 0.65), shader.noise(at, 1.6, 3, 0.5)
    value = shader.sums(toned(shader), 0.7, shader.sums(grains.outputs[0], 0.45, -0.1))
    value = shader.sums(broad.outputs[0], 0.3, shader.sums(value, 1.0, -0.15))
    stops = [(0.1, dark), (0.45, mixed(dark, light, 0.45)), (0.85, light)]
    shader.feed("Base Color", shader.ramp(value, stops))
    shader.set("Specular IOR Level", 0.25)
    shader.bump(grains.outputs[0], 0.5, 0.35 / grain)
    return shader.material


def powder(rng: Rng) -> Material:
    """Snow: light that went through it comes out blue, as shade shows; a crystal flashes here and there."""
    shader = Shader("powder", rough=0.6)
    at = shader.place(1, rng.uniform(0, 3))
    grains, crystals = shader.noise(at, 130, 3, 0.65), shader.node("ShaderNodeTexVoronoi", Scale=110.0)
    shader.link(at, crystals.inputs["Vector"])
    flashes = shader.maths("GREATER_THAN", shader.parts(crystals.outputs["Color"])[0], 0.985)
    core = shader.maths("LESS_THAN", crystals.outputs["Distance"], 0.3)
    body = shader.ramp(grains.outputs[0], [(0.25, (220, 228, 239)), (0.65, (240, 243, 247))])
    white = shader.node("ShaderNodeRGB")
    white.outputs[0].default_value = (1.0, 1.0, 1.0, 1.0)
    shader.feed("Base Color", shader.blend(body, white.outputs[0], shader.maths("MULTIPLY", flashes, core)))
    shader.set("Emission Color", (0.1, 0.3, 0.85, 1.0))
    shader.set("Emission Strength", 0.11)
    shader.bump(grains.outputs[0], 0.55, 0.006)
    return shader.material


def sea_bed(rng: Rng, colour: Colour) -> Material:
    """Rippled sand, on it the net that waves make of the light."""
    shader = Shader("sea bed", rough=0.95)
    at = shader.warped(shader.place(1, rng.uniform(-0.4, 0.4)), 1.3, 0.5, 2)
    nets = []
    for side, wide in ((0.42, 0.2), (0.27, 0.34)):
        cell = shader.node("ShaderNodeTexVoronoi", Scale=1 / side, Randomness=1.0)
        cell.feature = "DISTANCE_TO_EDGE"
        shader.link(shader.warped(at, 2.0 / side, 0.3 * side, 2), cell.inputs["Vector"])
        bright = shader.sums(cell.outputs["Distance"], -1 / wide, 1.0)
        nets.append(shader.maths("POWER", shader.maths("MAXIMUM", bright, 0.0), 2.6))
    net = shader.sums(nets[0], 0.62, shader.sums(nets[1], 0.38, 0.0))
    grains, tone = shader.noise(shader.place(), 130, 2, 0.7), shader.noise(shader.place(), 1.6, 4, 0.6)
    lit = shader.sums(tone.outputs[0], 0.3, shader.sums(net, 0.75, -0.06))
    value = shader.sums(grains.outputs[0], 0.22, lit)
    stops = [(at_, scaled(colour, by)) for at_, by in ((0.1, 0.6), (0.3, 0.82), (0.62, 1.12))]
    stops.append((1.0, (244, 250, 244)))
    shader.feed("Base Color", shader.ramp(value, stops))
    _, y, _ = shader.parts(shader.warped(shader.place(1, 0.2), 1.0, 0.5, 2))
    ripple = shader.maths("PINGPONG", shader.sums(y, 7.0, 200.0), 1.0)
    shader.bump(shader.sums(grains.outputs[0], 0.15, ripple), 0.35, 0.03)
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
