"""A string of pearls, let fall."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.relief import ball
from bggen.train.scenes.matter.nodes import Material, Shader

R = 0.0145  # of a pearl
#: places that the string goes by
_BY = [
    (-0.24, -0.05), (-0.15, -0.13), (-0.02, -0.12), (0.08, -0.05), (0.12, 0.05), (0.05, 0.13), (-0.06, 0.12),
    (-0.11, 0.04), (-0.05, -0.04), (0.06, -0.11), (0.18, -0.12), (0.25, -0.03), (0.22, 0.06), (0.26, 0.12),
]  # fmt: skip


def _pearls(it: Corner) -> list[str]:
    """In a loop that lies across itself."""
    dice = dice_of(it.rng)
    x, y = it.spot(0.28)
    side = math.copysign(1.0, x)
    at = _along(np.array(_BY) * [side, 1.0])
    level = np.full(len(at), R)
    for k in range(len(at)):  # it lies on what fell before
        far = np.hypot(*(at[: max(k - 3, 0)] - at[k]).T)
        below = far < 1.98 * R
        if below.any():
            level[k] = (level[: len(far)][below] + np.sqrt(4 * R * R - far[below] ** 2)).max()
    for _ in range(3):  # and sinks no faster than its thread lets it
        level[1:-1] = np.maximum(level[1:-1], 0.5 * (level[:-2] + level[2:]) - 0.001)
    rings = ball((1.0, 1.0, 1.0), 48, 32)
    pearls = []
    for (px, py), z in zip(at.tolist(), level.tolist(), strict=True):
        size = R * dice.uniform(0.96, 1.0)
        body = s.sheet(rings * [1.0, 1.0, dice.uniform(0.96, 1.0)], dice.uniform(0.2, 0.8), around=True)
        pearls.append(s.turned(body, tuple(dice.uniform(0, 6, 3).tolist()), (x + px, y + py, z), size))
    s.put("pearls", pearls, _nacre())
    return ["pearls"]


def _along(by: s.Floats) -> s.Floats:
    """(n, 2): places on a smooth line by these, each a pearl's width from the next."""
    k, fine = np.arange(len(by)), np.linspace(0, len(by) - 1, 4000)
    i = np.clip(fine.astype(int), 0, len(by) - 2)
    t = (fine - i)[:, None]
    slope = np.gradient(by, k, axis=0)
    line = (
        (2 * t**3 - 3 * t**2 + 1) * by[i] + (t**3 - 2 * t**2 + t) * slope[i]
        + (3 * t**2 - 2 * t**3) * by[i + 1] + (t**3 - t**2) * slope[i + 1]
    )  # fmt: skip
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    steps = np.arange(0, length[-1], 1.92 * R)
    return np.stack([np.interp(steps, length, line[:, axis]) for axis in (0, 1)], 1)


def _nacre() -> Material:
    """White with a breath of rose and of green where it is seen at a slant."""
    shader = Shader("nacre", rough=0.24)
    facing = shader.node("ShaderNodeLayerWeight", Blend=0.4).outputs["Facing"]
    tone = shader.sums(s.shade_of(shader), 0.2, shader.sums(facing, 0.7))
    shader.feed(
        "Base Color",
        shader.ramp(
            tone,
            [
                (0.0, (236, 228, 216)),
                (0.35, (232, 218, 208)),
                (0.65, (216, 206, 202)),
                (0.9, (196, 196, 192)),
            ],
        ),
    )
    shader.set("Specular IOR Level", 0.7)
    shader.set("Coat Weight", 0.8)
    shader.set("Coat Roughness", 0.06)
    shader.set("Subsurface Weight", 0.25)
    shader.set("Subsurface Radius", (0.02, 0.016, 0.014))
    shader.set("Subsurface Scale", 0.4)
    return shader.material


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"pearls": _pearls}
