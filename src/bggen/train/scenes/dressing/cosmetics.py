"""Cream, smeared and in a dab."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import dice_of, mottle
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour

_WHITE: Colour = (240, 237, 230)


def _swatch(it: Corner) -> list[str]:
    """A smear drawn with a spatula; a dab with its tip bent over."""
    dice = dice_of(it.rng)
    stuff = cream(_WHITE)
    x, y = it.spot(0.28)
    s.put("smear", [s.turned(_smear(dice), (0, 0, 0.12), (x, y, 0))], stuff)
    x, y = it.spot(0.13)
    s.put("dab", [s.turned(_dab(dice), (0, 0, -0.6), (x, y, 0))], stuff)
    return ["cream swatch"]


def cream(colour: Colour) -> Material:
    """Thick, wet, and light wanders in it."""
    shader = Shader("cream", colour, 0.3)
    shader.set("Subsurface Weight", 0.35)
    shader.set("Subsurface Radius", (0.05, 0.04, 0.032))
    shader.set("Subsurface Scale", 0.25)
    shader.set("Coat Weight", 0.6)
    shader.set("Coat Roughness", 0.12)
    shader.bump(shader.noise(shader.place(), 40, 3, 0.5).outputs[0], 0.2, 0.002)
    return shader.material


def _smear(dice: np.random.Generator) -> s.Patch:
    """Thick where the spatula was set down, folded there, its ridges running out along the stroke."""
    rows, columns = 420, 170
    t, u = np.linspace(0, 1, rows)[:, None], np.linspace(-1, 1, columns)[None, :]
    a = math.pi * (0.86 - 0.74 * t[:, 0])
    path = np.stack([0.245 * np.cos(a), 0.2 * np.sin(a) - 0.13 + 0.03 * t[:, 0]], 1)
    way = np.gradient(path, axis=0)
    aside = np.stack([-way[:, 1], way[:, 0]], 1) / np.hypot(*way.T)[:, None]
    half = (
        0.078 * (0.86 + 0.2 * np.sin(2.6 * t + 0.3)) * np.sqrt(np.clip(1 - (1 - t / 0.13).clip(0) ** 2, 0, 1))
    )
    half = half * (1 + 0.1 * (mottle(dice, (rows, 2), (11, 2))[:, :1] - 0.5))
    streak = mottle(dice, (rows, columns), (3, 26)) + 0.5 * mottle(dice, (rows, columns), (4, 60))
    ridge = streak / 1.5 - 0.5
    thick = 0.05 * (1 - 0.62 * t**0.7) + 0.014 * np.exp(-(((t - 0.2) / 0.12) ** 2))
    bowl = 0.42 + 0.58 * np.abs(u) ** 2.2  # the spatula pressed its middle down
    skew = 1 + 0.25 * u * np.sin(3 * t + 1)
    rim = np.sqrt(np.clip(1 - np.abs(u) ** 7, 0, 1))
    fold = np.sin(2 * math.pi * (9 * t + 0.55 * u**2 + 0.25 * np.sin(3 * u + 1))) * np.exp(
        -(((t - 0.16) / 0.17) ** 2)
    )
    high = thick * (bowl * skew + 0.75 * ridge * (1 - u**6) + 0.14 * fold)
    ends = 0.9 + 0.16 * (mottle(dice, (2, columns), (2, 13))[:1] - 0.5) - 0.1 * u**2
    high = high * np.clip((ends - t) / 0.16, 0, 1) ** 0.55 + 0.006 * np.exp(
        -(((ends - 0.03 - t) / 0.02) ** 2)
    ) * (1 - u**4)
    high = np.where(t > ends, -0.002, high) * rim - 0.002 * (1 - rim)
    flat = path[:, None] + (u * half)[..., None] * aside[:, None]
    return s.sheet(np.concatenate([flat, high[..., None]], 2)[:, ::-1], 0.5)


def _dab(dice: np.random.Generator) -> s.Patch:
    """Turned as it was set down: a groove winds up to its tip."""
    profile = [
        (0.112, -0.004), (0.119, 0.008), (0.117, 0.021), (0.104, 0.037), (0.084, 0.051), (0.062, 0.064),
        (0.042, 0.079), (0.026, 0.096), (0.014, 0.111), (0.006, 0.121), (0.001, 0.124),
    ]  # fmt: skip
    rings, turns = s.spun(profile, 260, 240)
    up = np.linspace(0, 1, 240)[:, None]
    wind = turns + 9.0 * up**0.8 + 0.25 * np.sin(turns + 1)
    groove = np.abs(np.sin(wind / 2 + 0.0)) ** 0.6  # one turn of the groove a turn
    deep = 0.24 * np.sin(math.pi * np.clip(up * 0.9 + 0.06, 0, 1)) ** 0.6 * (groove - 0.75)
    fine = 0.045 * (mottle(dice, (240, 260), (15, 5)) - 0.5)
    rings[..., :2] *= (1 + deep + fine * np.clip(up * 4, 0, 1) + 0.05 * np.sin(2 * turns + 0.7) * (1 - up))[
        ..., None
    ]
    rings[..., 2] += 0.012 * (groove - 0.7) * np.sin(math.pi * up)
    lean = np.clip((rings[..., 2] - 0.06) / 0.06, 0, 1.2)
    rings[..., 0] += 0.042 * lean**2
    rings[..., 2] -= 0.022 * lean**4
    return s.sheet(rings, 0.5, around=True)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"cream swatch": _swatch}
