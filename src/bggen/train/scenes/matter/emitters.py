"""Materials that are a light of their own: lamps, leaves in the sun, painted landscapes.

Colours are sRGB 0..255 where they are a `Colour`, else linear.
"""

from __future__ import annotations

import bpy
import numpy as np
from numpy.typing import NDArray

from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour, Rng


def glowing(colour: tuple[float, float, float], strength: float, hides: float = 1.0) -> Material:
    """A light of its own: linear colour, Blender's strength; it `hides` 0..1 of what is behind it."""
    shader = Shader("glow")
    shader.set("Emission Color", (*colour, 1.0))
    shader.set("Emission Strength", strength / hides)
    if hides < 1:  # all that is seen is its light
        shader.set("Base Color", (0, 0, 0, 1))
        shader.set("Specular IOR Level", 0.0)
        shader.set("Alpha", hides)
    return shader.material


def foliage(rng: Rng) -> Material:
    """Sunlit leaves far away, as a light of its own."""
    shader = Shader("foliage", (0, 0, 0))
    tone = shader.noise(shader.place(1, rng.uniform(0, 6)), 1.8, 6, 0.7)
    leaves: list[tuple[float, Colour]] = [(0.34, (70, 104, 52)), (0.46, (140, 170, 96))]
    light: list[tuple[float, Colour]] = [(0.56, (216, 226, 180)), (0.66, (255, 253, 244))]
    shader.feed("Emission Color", shader.ramp(tone.outputs[0], leaves + light))
    shader.set("Emission Strength", 1.1)
    return shader.material


def luminous(light: NDArray[np.float32]) -> Material:
    """A picture (h, w, 3) of linear light, as a light of its own; stretched over all that it is put on."""
    height, width = light.shape[:2]
    image = bpy.data.images.new("luminous", width, height, float_buffer=True)
    image.colorspace_settings.name = "Linear Rec.709"
    whole = np.dstack([light, np.ones((height, width), np.float32)])[::-1]  # Blender counts rows from below
    image.pixels.foreach_set(np.ascontiguousarray(whole, np.float32).ravel())
    image.update()
    shader = Shader("luminous", (0, 0, 0))
    shader.set("Specular IOR Level", 0.0)
    texture = shader.node("ShaderNodeTexImage")
    texture.image, texture.extension = image, "EXTEND"
    shader.link(shader.place(kind="Generated"), texture.inputs["Vector"])
    shader.feed("Emission Color", texture.outputs["Color"])
    shader.set("Emission Strength", 1.0)
    return shader.material


def expose_pictures(strength: float) -> None:
    """Give all luminous pictures of the scene that strength."""
    for material in bpy.data.materials:
        if material.name.startswith("luminous"):
            material.node_tree.nodes["Principled BSDF"].inputs["Emission Strength"].default_value = strength
