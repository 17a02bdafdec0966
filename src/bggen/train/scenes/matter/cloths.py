"""What checked cloths, denim, fur, paper and wool are made of; as in `materials`, where plain weaves are."""

from __future__ import annotations

from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour, Rng, mixed, scaled
from bggen.train.scenes.matter.rough import toned

THREAD = 0.0062  # units from one of denim's threads to the next: finer ones are lost


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


def denim(rng: Rng, dark: Colour, light: Colour) -> Material:
    """Twill: indigo warp, no two threads dyed alike, over a white weft; worn pale where its tone is high."""
    shader = Shader("denim", rough=0.92)
    at = shader.warped(shader.place(1, rng.choice([-1, 1]) * rng.uniform(0.12, 0.2)), 2.5, 0.02, 2)
    x, y, _ = shader.parts(at)
    warp, weft = (shader.sums(axis, 1 / THREAD, 4096.0) for axis in (x, y))
    # from thread to thread a float begins one pick later, and is two picks long of three
    picks = shader.sums(shader.maths("FLOOR", warp), 1.0, weft)
    phase = shader.maths("FRACT", shader.maths("DIVIDE", picks, 3.0))
    along = shader.maths("PINGPONG", shader.sums(phase, 2.0), 1.0)
    round_ = shader.maths("SINE", shader.maths("MULTIPLY", shader.maths("FRACT", warp), 3.1416))
    over = shader.maths("MULTIPLY", round_, shader.maths("POWER", along, 0.5))
    slubs = shader.noise(shader.place(1, 0.15, (150, 1.6, 1)), 1.0, 3, 0.6)
    broad, fine = shader.noise(at, 3.2, 4, 0.55), shader.noise(at, 120, 2, 0.6)
    dye = shader.sums(
        slubs.outputs[0], 0.55, shader.sums(broad.outputs[0], 0.35, shader.sums(fine.outputs[0], 0.35, -0.12))
    )
    dye = shader.sums(toned(shader), 0.4, dye)
    indigo = shader.ramp(dye, [(0.25, dark), (0.55, mixed(dark, light, 0.45)), (0.85, light)])
    rubbed, clean = mixed(light, (206, 210, 212), 0.15), mixed(light, (214, 217, 218), 0.7)
    white = shader.ramp(dye, [(0.3, rubbed), (0.8, clean)])
    share = shader.maths("MINIMUM", shader.maths("MAXIMUM", shader.sums(over, 3.6, -0.35), 0.0), 1.0)
    shader.feed("Base Color", shader.blend(white, indigo, share))
    shader.set("Specular IOR Level", 0.15)  # at a slant it would be grey
    shader.bump(shader.sums(over, 1.0, fine.outputs[0]), 0.55, 0.004)
    return shader.material


def stitching(colour: Colour) -> Material:
    """Thick sewing yarn."""
    shader = Shader("stitching", rough=0.7)
    tone = shader.sums(toned(shader), 0.6, shader.sums(shader.noise(shader.place(), 220, 2).outputs[0], 0.5))
    shader.feed("Base Color", shader.ramp(tone, [(0.2, scaled(colour, 0.75)), (0.9, scaled(colour, 1.15))]))
    return shader.material


def pale(rng: Rng, colour: Colour) -> Material:
    """Paper: its fibres are hardly seen."""
    shader = Shader("paper", rough=0.85)
    fibres = shader.noise(shader.place(1, rng.uniform(0, 3)), 60, 3, 0.6)
    shader.feed("Base Color", shader.ramp(fibres.outputs[0], [(0.3, scaled(colour, 0.97)), (0.7, colour)]))
    shader.set("Specular IOR Level", 0.3)
    return shader.material


def pile(colour: Colour) -> Material:
    """Soft strands, darker at the foot by their tone."""
    shader = Shader("pile", rough=0.6)
    tinted = shader.ramp(toned(shader), [(0.1, scaled(colour, 0.86)), (0.6, colour)])
    shader.feed("Base Color", tinted)
    shader.feed("Emission Color", tinted)  # light goes from strand to strand more often than it is followed
    shader.set("Emission Strength", 0.15)
    shader.set("Specular IOR Level", 0.25)
    shader.set("Sheen Weight", 0.3)
    return shader.material


def braid(rng: Rng, dark: Colour, light: Colour) -> Material:
    """Dark ribbed cloth with small lozenges along its middle; its tone is -1 to 1 across."""
    shader = Shader("braid", rough=0.85)
    _, y, _ = shader.parts(shader.place())
    ribs = shader.maths("PINGPONG", shader.sums(y, 150.0, 900.0), 1.0)
    across = shader.maths("MULTIPLY", shader.maths("ABSOLUTE", toned(shader)), 0.085)
    along = shader.maths("PINGPONG", shader.sums(y, 1.0, 9.0), 0.045)
    lozenge = shader.maths("LESS_THAN", shader.maths("ADD", across, along), 0.019)
    hollow = shader.maths("GREATER_THAN", shader.maths("ADD", across, along), 0.009)
    threads = shader.noise(shader.place(), 150, 2, 0.6)
    shade = shader.sums(threads.outputs[0], 0.6, shader.sums(ribs, 0.3, 0.05))
    ground = shader.ramp(shade, [(0.2, scaled(dark, 0.6)), (0.8, scaled(dark, 1.3))])
    figure = shader.ramp(shade, [(0.2, scaled(light, 0.7)), (0.8, light)])
    shader.feed("Base Color", shader.blend(ground, figure, shader.maths("MULTIPLY", lozenge, hollow)))
    shader.bump(ribs, 0.4, 0.004)
    return shader.material
