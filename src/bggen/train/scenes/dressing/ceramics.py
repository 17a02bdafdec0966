"""Empty vases of matt clay."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour, scaled

_BOTTLE = [
    (0.001, 0.0), (0.062, 0.0), (0.07, 0.004), (0.09, 0.05), (0.11, 0.13), (0.115, 0.2), (0.1, 0.29),
    (0.066, 0.37), (0.04, 0.425), (0.031, 0.48), (0.032, 0.53), (0.041, 0.568), (0.046, 0.578),
    (0.0445, 0.582), (0.039, 0.577), (0.029, 0.54), (0.026, 0.48), (0.034, 0.42), (0.06, 0.36),
    (0.09, 0.26), (0.001, 0.22),
]  # fmt: skip
_JAR = [
    (0.001, 0.0), (0.06, 0.0), (0.068, 0.004), (0.105, 0.04), (0.13, 0.09), (0.134, 0.125), (0.118, 0.18),
    (0.08, 0.225), (0.055, 0.243), (0.0495, 0.254), (0.053, 0.27), (0.0515, 0.275), (0.047, 0.272),
    (0.043, 0.256), (0.047, 0.24), (0.07, 0.222), (0.106, 0.18), (0.12, 0.13), (0.001, 0.1),
]  # fmt: skip
_BOWL = [
    (0.001, 0.0), (0.07, 0.0), (0.078, 0.005), (0.125, 0.05), (0.147, 0.1), (0.143, 0.145), (0.112, 0.187),
    (0.085, 0.203), (0.078, 0.213), (0.082, 0.224), (0.079, 0.228), (0.073, 0.224), (0.069, 0.212),
    (0.078, 0.196), (0.105, 0.178), (0.132, 0.14), (0.135, 0.1), (0.001, 0.06),
]  # fmt: skip


def clay(colour: Colour, grain: float = 1.0) -> Material:
    """Unglazed: dusty, sandy by `grain`, a hardly seen change of tone from firing."""
    shader = Shader("clay", rough=0.88)
    at = shader.place()
    tone = shader.noise(at, 5, 4, 0.6).outputs[0]
    sand = shader.noise(at, 160, 3, 0.7).outputs[0]
    value = shader.sums(sand, 0.35 * grain, shader.sums(tone, 0.65, 0.17 * (1 - grain)))
    stops = [(0.28, scaled(colour, 0.88)), (0.5, colour), (0.72, scaled(colour, 1.05))]
    shader.feed("Base Color", shader.ramp(value, stops))
    shader.set("Specular IOR Level", 0.25)
    shader.bump(sand, 0.5, 0.0035 * grain)
    return shader.material


def thrown(
    profile: list[tuple[float, float]], ribs: int = 0, depth: float = 0.0, free: float = 0.0
) -> s.Patch:
    """A vase, hardly out of true, its body (up to the height `free`) fluted by so many ribs."""
    rings, turns = s.spun(profile, 288 if ribs else 128, 260)
    z = rings[..., 2]
    uneven = 1 + 0.005 * np.sin(2 * turns + 1) + 0.0018 * np.sin(z * 260 + 0.6 * turns)
    if ribs:
        outer = np.arange(260)[:, None] < 0.56 * 260
        reach = np.clip(z / 0.02, 0, 1) * np.clip((free - z) / 0.03, 0, 1) * outer
        uneven = uneven - depth * (1 - np.abs(np.cos(ribs * turns / 2)) ** 0.7)[None] * reach
    rings[..., :2] *= uneven[..., None]
    return s.sheet(rings, 0.5, around=True)


def _vases(it: Corner) -> list[str]:
    """A bottle and a round jar; one low and fluted."""
    white, sand = clay((226, 219, 207)), clay((192, 160, 128), 1.4)
    x, y = it.spot(0.26)
    side = math.copysign(1.0, x)
    s.put("vase", [s.turned(thrown(_BOTTLE), (0, 0, 0), (x - 0.1 * side, y + 0.05, 0))], sand)
    s.put("vase", [s.turned(thrown(_JAR), (0, 0, 1), (x + 0.13 * side, y - 0.07, 0))], white)
    x, y = it.spot(0.16)
    s.put("vase", [s.turned(thrown(_BOWL, 30, 0.05, 0.196), (0, 0, 0), (x, y, 0))], white)
    return ["vase"]


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"ceramic vases": _vases}
