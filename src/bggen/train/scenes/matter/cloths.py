"""What checked cloths and wool are made of; as in `materials`, where plain weaves are."""

from __future__ import annotations

from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour, Rng, mixed, scaled


def gingham(rng: Rng, colour: Colour, wide: float) -> Material:
    """Checks of a colour on white, each band `wide` units: full where two cross, else half."""
    shader = Shader("gingham", rough=0.95)
    at = shader.warped(shader.place(1, rng.uniform(-0.25, 0.25)), 1.3, 0.02)
    x, y, _ = shader.parts(at)
    bands = []
    for axis in (x, y):
        swings = shader.maths("PINGPONG", shader.sums(axis, 1.0, 9.0 * wide), wide)
        bands.append(shader.maths("GREATER_THAN", swings, wide / 2))
    white = (238.0, 235.0, 228.0)
    both = shader.sums(bands[0], 0.5, shader.sums(bands[1], 0.5))
    colours = shader.ramp(both, [(0.0, white), (0.4, mixed(white, colour, 0.55)), (0.9, colour)], steps=True)
    threads = shader.noise(shader.place(), 190, 2, 0.6)
    shade = shader.ramp(threads.outputs[0], [(0.3, scaled((255, 255, 255), 0.8)), (0.7, (255, 255, 255))])
    shader.feed("Base Color", shader.times(colours, shade))
    shader.set("Sheen Weight", 0.2)
    shader.bump(threads.outputs[0], 0.4, 0.006)
    return shader.material


def yarn(rng: Rng, colour: Colour) -> Material:
    """Wool, with fibres that stand off it."""
    shader = Shader("yarn", rough=0.95)
    at = shader.place(1, rng.uniform(0, 3))
    fibres, tone = shader.noise(at, 95, 4, 0.7), shader.noise(at, 3, 3, 0.5)
    value = shader.sums(fibres.outputs[0], 0.8, shader.sums(tone.outputs[0], 0.3, -0.05))
    shader.feed("Base Color", shader.ramp(value, [(0.25, scaled(colour, 0.78)), (0.6, colour)]))
    shader.set("Sheen Weight", 0.5)
    shader.bump(fibres.outputs[0], 0.6, 0.012)
    return shader.material
