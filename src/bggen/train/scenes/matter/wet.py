"""Clear water a hand deep: the net of light on its ground, ripples that mirror; as in `materials`."""

from __future__ import annotations

from bggen.train.scenes.matter.nodes import Material, Shader, Socket
from bggen.train.scenes.matter.palette import Colour, Rng, mixed, scaled

RINGS = 26.0  # radians a unit: about four ripples between a product and the edge of a picture
CALM = 1.5  # units from the stand at which its ripples have died away


def shallows(rng: Rng, colour: Colour) -> Material:
    """Water over a smooth pale ground, ripples going out from what stands in it at the origin."""
    shader = Shader("shallows", rough=0.04)
    at = shader.place(1, rng.uniform(-0.5, 0.5))
    nets = [_net(shader, at, *sides) for sides in ((0.36, 0.17), (0.21, 0.26))]
    net = shader.sums(nets[0], 0.66, shader.sums(nets[1], 0.3, 0.0))
    broad = shader.noise(at, 1.1, 3, 0.55)
    value = shader.sums(net, 0.8, shader.sums(broad.outputs[0], 0.5, -0.08))
    white = (252.0, 254.0, 252.0)
    stops = [(0.05, scaled(colour, 0.72)), (0.3, colour), (0.6, mixed(colour, white, 0.4)), (0.95, white)]
    shader.feed("Base Color", shader.ramp(value, stops))
    shader.set("IOR", 1.33)
    swell = shader.noise(shader.place(1, stretch=(1, 1.5, 1)), 2.6, 3, 0.5, 0.6)
    shader.bump(shader.sums(_rings(shader), 0.5, swell.outputs[0]), 0.55, 0.05)
    return shader.material


def _net(shader: Shader, at: Socket, side: float, wide: float) -> Socket:
    """0..1: bright lines about cells `side` units wide, as waves focus the sun on the ground."""
    cell = shader.node("ShaderNodeTexVoronoi", Scale=1 / side, Randomness=1.0)
    cell.feature = "DISTANCE_TO_EDGE"
    pushed = shader.warped(shader.warped(at, 1.1, 0.45, 2), 1.7 / side, 0.4 * side, 2)
    shader.link(pushed, cell.inputs["Vector"])
    bright = shader.maths("MAXIMUM", shader.sums(cell.outputs["Distance"], -1 / wide, 1.0), 0.0)
    return shader.maths("POWER", bright, 3.0)


def _rings(shader: Shader) -> Socket:
    """Ripples about the origin, less high the farther out."""
    x, y, _ = shader.parts(shader.warped(shader.place(), 2.2, 0.05, 2))
    squares = shader.sums(shader.maths("MULTIPLY", x, x), 1.0, shader.maths("MULTIPLY", y, y))
    away = shader.maths("SQRT", squares)
    wave = shader.maths("SINE", shader.sums(away, RINGS))
    fading = shader.maths("MAXIMUM", shader.sums(away, -1 / CALM, 1.0), 0.0)
    return shader.maths("MULTIPLY", wave, shader.maths("MULTIPLY", fading, fading))
