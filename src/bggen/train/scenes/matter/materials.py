"""What things are made of. Colours are sRGB 0..255; scales in scene units (a product is about 0.8 tall)."""

from __future__ import annotations

import math
from typing import Any

from bggen.train.scenes.matter.nodes import Material, Shader, Socket
from bggen.train.scenes.matter.palette import STONES, WOODS, Colour, Rng, linear, mixed, scaled

JOINT = 1.2  # units from the stand to where a board ends: right under a product it looks like a mark


def solid(
    colour: Colour, rough: float = 0.5, metallic: float = 0.0, coat: float = 0.0, sheen: float = 0.0
) -> Material:
    """One plain colour: paint, paper, plastic; `coat` and `sheen` 0..1."""
    shader = Shader("solid", colour, rough)
    shader.set("Metallic", metallic)
    shader.set("Coat Weight", coat)
    shader.set("Sheen Weight", sheen)
    return shader.material


def clear(tint: tuple[float, float, float], ior: float, rough: float) -> Material:
    """Glass, ice or water: `tint` linear, of the light that comes through; `ior`, how much it bends it."""
    shader = Shader("clear", rough=rough)
    shader.set("Base Color", (*tint, 1.0))
    shader.set("Transmission Weight", 1.0)
    shader.set("IOR", ior)
    return shader.material


def wood(rng: Rng, kind: str, planks: bool) -> Material:
    """Grain along x at table scale: growth rings, pores and broad tone; boards 0.3 to 0.42 units wide."""
    shader = Shader(kind, rough=rng.uniform(0.34, 0.52))
    dark, light = (rng.jitter(c, 0.05) for c in WOODS[kind])
    turn = rng.choice([0.0, 0.0, rng.uniform(-0.12, 0.12)])
    width = rng.uniform(0.3, 0.42)
    boards = _boards(shader, turn, width) if planks else None

    def grain(stretch: tuple[float, float, float]) -> Socket:
        at = shader.place(1, turn, stretch)
        # each board its own tree
        return shader.vector_sum(boards.outputs["Color"], 9.0, at) if boards else at

    contour = shader.noise(grain((0.22, 1.5, 1)), rng.uniform(0.9, 1.3), 2, 0.45, 0.3)
    rings = shader.maths("PINGPONG", shader.sums(contour.outputs[0], rng.uniform(14, 20)), 1.0)
    pores = shader.noise(grain((1.5, 42, 1)), 3, 4, 0.7)  # finer ones are lost when seen from a low camera
    tone = shader.noise(grain((0.5, 5, 1)), 1.2, 3, 0.5)
    value = shader.sums(
        rings, 0.22, shader.sums(pores.outputs[0], 0.75, shader.sums(tone.outputs[0], 0.55, -0.245))
    )
    colour = shader.ramp(
        value, [(0.2, dark), (0.42, mixed(dark, light, 0.5)), (0.62, light), (0.85, scaled(light, 1.06))]
    )
    if boards:
        colour = shader.times(colour, _board_tints(shader, turn, width))
    shader.feed("Base Color", colour)
    shader.set("Specular IOR Level", 0.35)
    shader.bump(value, 0.15, 0.005)
    return shader.material


def _brick(shader: Shader, at: Socket, width: float, height: float, mortar: float, shift: float) -> Any:
    made = shader.node(
        "ShaderNodeTexBrick", Scale=1.0, Mortar_Size=mortar, Brick_Width=width, Row_Height=height
    )
    made.offset = shift
    shader.link(at, made.inputs["Vector"])
    return made


def _boards(shader: Shader, turn: float, width: float) -> Any:
    """A random grey per board."""
    made = _brick(shader, shader.place(1, turn, begin=JOINT), 4.0, width, 0.0, 0.37)
    made.inputs["Color1"].default_value, made.inputs["Color2"].default_value = (0, 0, 0, 1), (1, 1, 1, 1)
    return made


def _board_tints(shader: Shader, turn: float, width: float) -> Socket:
    """Slightly different boards with dark seams between them."""
    made = _brick(shader, shader.place(1, turn, begin=JOINT), 4.0, width, 0.004, 0.37)
    made.inputs["Color1"].default_value = (1, 1, 1, 1)
    made.inputs["Color2"].default_value = (0.82, 0.8, 0.78, 1)
    made.inputs["Mortar"].default_value = (0.25, 0.2, 0.16, 1)
    return made.outputs["Color"]


def marble(rng: Rng, kind: str) -> Material:
    """Fine veins that come and go over a faintly clouded body."""
    shader = Shader(kind, rough=rng.uniform(0.12, 0.28))
    body, vein = (rng.jitter(c, 0.03) for c in STONES[kind])
    strength = 0.45 if kind == "travertine stone" else 0.8
    at = shader.warped(shader.place(1, rng.uniform(0, 3)), 0.9, 0.9)
    lines = None
    for scale, thin in ((rng.uniform(0.8, 1.1), 0.02), (rng.uniform(2.2, 3.0), 0.012)):
        field = shader.noise(at, scale, 6, 0.5)
        edge = shader.maths("ABSOLUTE", shader.sums(field.outputs[0], 1.0, -0.5))
        line = shader.maths("MAXIMUM", shader.sums(edge, -1 / (thin * 2), 1.0), 0.0)
        lines = line if lines is None else shader.sums(line, 0.45, lines)
    fades = shader.noise(shader.place(1, 1.0), 1.1, 2, 0.5)
    present = shader.maths("MAXIMUM", shader.sums(fades.outputs[0], 3.2, -1.25), 0.0)
    cloud = shader.noise(at, 1.6, 4, 0.55)
    value = shader.sums(shader.maths("MULTIPLY", lines, present), 0.85, shader.sums(cloud.outputs[0], 0.16))
    stops = [
        (0.0, scaled(body, 1.03)),
        (0.16, mixed(body, vein, 0.05)),
        (0.5, mixed(body, vein, strength * 0.6)),
        (0.9, mixed(body, vein, strength)),
    ]
    shader.feed("Base Color", shader.ramp(value, stops))
    return shader.material


def speckled(colour: Colour, chips: list[Colour], scale: float = 28) -> Material:
    """Terrazzo: up to three sorts of chips, about 1 / scale units each."""
    shader = Shader("terrazzo", rough=0.3)
    cells = shader.node("ShaderNodeTexVoronoi", Scale=scale)
    shader.link(shader.warped(shader.place(), 9, 0.05), cells.inputs["Vector"])
    parts = shader.node("ShaderNodeSeparateColor")
    shader.link(cells.outputs["Color"], parts.inputs[0])
    stops = [(0.0, colour)] + [(0.7 + 0.1 * i, chip) for i, chip in enumerate(chips[:3])]
    shader.feed("Base Color", shader.ramp(parts.outputs[0], stops, steps=True))
    return shader.material


def grainy(
    colour: Colour,
    scale: float = 6,
    contrast: float = 0.2,
    relief: float = 0.4,
    rough: float = 0.9,
    fine: bool = False,
    depth: float = 0.03,
) -> Material:
    """Concrete, plaster, sand, soil, moss, snow, suede: noise in colour and height; `fine`: dusty grain."""
    shader = Shader("grainy", rough=rough)
    at = shader.place()
    tone = shader.noise(at, scale, 5, 0.65)
    stops = [(0.3, scaled(colour, 1 - contrast)), (0.7, scaled(colour, 1 + contrast * 0.6))]
    shader.feed("Base Color", shader.ramp(tone.outputs[0], stops))
    shader.bump(shader.noise(at, scale * (30 if fine else 6), 2, 0.6).outputs[0], relief, depth)
    return shader.material


def woven(rng: Rng, colour: Colour, threads: float = 90, sheen: float = 0.3) -> Material:
    """Linen, canvas, burlap: crossing threads, the more the finer."""
    shader = Shader("fabric", rough=0.95)
    at = shader.place(1, rng.uniform(0, 0.6))
    both = []
    for axis in ("X", "Y"):
        wave = shader.node("ShaderNodeTexWave", Scale=threads * rng.uniform(0.8, 1.2), Distortion=1.2)
        wave.bands_direction = axis
        shader.link(at, wave.inputs["Vector"])
        both.append(wave.outputs[1])
    cloth = shader.maths("MAXIMUM", *both)
    shader.feed("Base Color", shader.ramp(cloth, [(0.1, scaled(colour, 0.72)), (0.8, colour)]))
    shader.set("Sheen Weight", sheen)
    shader.bump(cloth, 0.5, 0.006)
    return shader.material


def tiles(rng: Rng, colour: Colour, grout: Colour, side: float = 0.3, rough: float = 0.2) -> Material:
    """Square ceramic tiles, `side` units wide."""
    return _masonry(rng, colour, grout, (side, side, 0.0, 0.008), rough, 0.04)


def bricks(rng: Rng, colour: Colour, mortar: Colour, length: float = 0.5) -> Material:
    """A running bond of bricks, `length` units long."""
    return _masonry(rng, colour, mortar, (length, length * 0.31, 0.5, 0.012), 0.9, 0.15)


def _masonry(
    rng: Rng,
    colour: Colour,
    joint: Colour,
    shape: tuple[float, float, float, float],
    rough: float,
    spread: float,
) -> Material:
    shader = Shader("masonry", rough=rough)
    width, height, shift, gap = shape
    wall = _brick(shader, shader.place(), width, height, gap, shift)
    for name, value in (("Color1", colour), ("Color2", rng.jitter(colour, spread)), ("Mortar", joint)):
        wall.inputs[name].default_value = (*linear(value), 1.0)
    tone = shader.noise(shader.place(), 7, 5, 0.65)
    stains = shader.ramp(
        tone.outputs[0], [(0.3, scaled((255, 255, 255), 1 - spread)), (0.7, (255, 255, 255))]
    )
    shader.feed("Base Color", shader.times(wall.outputs["Color"], stains))
    shader.bump(shader.maths("SUBTRACT", 1.0, wall.outputs["Fac"]), 0.6, 0.015)
    return shader.material


def leather(colour: Colour) -> Material:
    """Grained hide."""
    shader = Shader("leather", colour, 0.45)
    cells = shader.node("ShaderNodeTexVoronoi", Scale=60.0)
    cells.feature = "DISTANCE_TO_EDGE"
    shader.link(shader.warped(shader.place(), 20, 0.02), cells.inputs["Vector"])
    shader.bump(cells.outputs[0], 0.35, 0.01)
    return shader.material


def water(rng: Rng, colour: Colour) -> Material:
    """Ripples that mirror the sky."""
    shader = Shader("water", colour, 0.03)
    waves = shader.noise(shader.place(1, stretch=(1, 1.8, 1)), rng.uniform(1.6, 2.4), 3, 0.45, 0.5)
    shader.set("IOR", 1.33)
    shader.set("Specular IOR Level", 0.9)
    shader.bump(waves.outputs[0], 0.5, 0.1)
    return shader.material


def metal(colour: Colour, rough: float) -> Material:
    """Brushed along x."""
    shader = Shader("metal", colour, rough)
    shader.set("Metallic", 1.0)
    brush = shader.noise(shader.place(1, stretch=(1, 160, 1)), 3, 3, 0.6)
    shader.feed("Roughness", shader.sums(brush.outputs[0], 0.25, rough - 0.1))
    shader.bump(brush.outputs[0], 0.12, 0.004)
    return shader.material


def pictured(rng: Rng, image: Any, scale: float) -> Material:
    """A photographed surface, repeated every 1 / scale units."""
    shader = Shader("pictured", rough=rng.uniform(0.4, 0.9))
    texture = shader.node("ShaderNodeTexImage")
    texture.image = image
    shader.link(shader.place(scale, rng.choice([0, math.pi / 2])), texture.inputs["Vector"])
    shader.feed("Base Color", texture.outputs["Color"])
    shader.bump(texture.outputs["Color"], 0.25, 0.02)
    return shader.material


def printed(rng: Rng, inks: list[Colour], rough: float = 0.4) -> Material:
    """Bands, checks or blotches in four colours, as on packaging."""
    shader = Shader("printed", rough=rough)
    stretch = rng.choice([(0, 0, 1), (1, 1, 1), (0.3, 0.3, 1), (2, 2, 1)])
    at = shader.place(rng.uniform(0.7, 1.6), stretch=stretch, kind="Generated")
    kind = rng.choice(["Wave", "Voronoi", "Noise", "Gradient"])
    texture = shader.node(f"ShaderNodeTex{kind}")
    if kind == "Wave":
        texture.bands_direction = "Z"
    if kind != "Gradient":
        low, high = {"Wave": (0.5, 2), "Voronoi": (2, 7), "Noise": (1, 5)}[kind]
        texture.inputs["Scale"].default_value = rng.uniform(low, high)
    shader.link(at, texture.inputs["Vector"])
    edges = [0, rng.uniform(0.2, 0.4), rng.uniform(0.45, 0.6), rng.uniform(0.65, 0.9)]
    value = texture.outputs[1 if kind in ("Wave", "Gradient") else 0]
    shader.feed("Base Color", shader.ramp(value, list(zip(edges, inks, strict=True)), rng.chance(0.67)))
    return shader.material
