"""Matcha: a bowl of it with the whisk, a dish of the powder with the scoop."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.infusions import level, thrown
from bggen.train.scenes.matter.nodes import Material, Shader

_CHAWAN = [
    (0.001, 0.008), (0.058, 0.008), (0.062, 0.0), (0.072, 0.0), (0.075, 0.012), (0.1, 0.026), (0.142, 0.068),
    (0.16, 0.12), (0.165, 0.188), (0.1635, 0.193), (0.159, 0.19), (0.153, 0.12), (0.134, 0.074),
    (0.09, 0.036),
    (0.001, 0.03),
]  # fmt: skip
_DISH = [
    (0.001, 0.004), (0.07, 0.004), (0.073, 0.0), (0.08, 0.002), (0.112, 0.018), (0.132, 0.036), (0.133, 0.04),
    (0.129, 0.04), (0.105, 0.025), (0.07, 0.013), (0.001, 0.011),
]  # fmt: skip
_BAMBOO: Stops = [(0.0, (150, 104, 54)), (0.4, (206, 166, 104)), (1.0, (232, 202, 146))]
_GREEN: Stops = [(0.0, (96, 124, 34)), (0.45, (134, 162, 54)), (1.0, (182, 200, 98))]


def _matcha(it: Corner) -> list[str]:
    """A bowl of it with the whisk; a dish of the powder with the scoop."""
    dice = dice_of(it.rng)
    bamboo = skin(_BAMBOO, 0.5, tone=(50, 0.12), relief=(40, 0.001))
    dark, pale = f.stoneware((84, 80, 76), 0.35), f.stoneware((226, 218, 206), 0.4)
    x, y = it.spot(0.28)
    side = math.copysign(1.0, x)
    at = (x - 0.05 * side, y - 0.02)
    s.put("bowl", [s.turned(thrown(_CHAWAN, 200), (0, 0, 0), (*at, 0))], dark)
    _froth(dice, (*at, 0.168), 0.1572)
    _whisk(dice, (x + 0.2 * side, y + 0.06), bamboo)
    x, y = it.spot(0.17)
    s.put("dish", [s.turned(thrown(_DISH), (0, 0, 0), (x, y, 0))], pale)
    _powder(dice, (x, y, 0.012))
    _scoop((x + 0.02, y - 0.01), bamboo)
    return ["matcha"]


def _froth(dice: np.random.Generator, at: tuple[float, float, float], r: float) -> None:
    """Whisked: fine foam, a few larger bubbles at its edge."""
    shader = Shader("matcha", rough=0.3)
    place = shader.place()
    cells = shader.node("ShaderNodeTexVoronoi", Scale=150.0)
    shader.link(place, cells.inputs["Vector"])
    drift = shader.noise(shader.warped(place, 9, 0.08), 14, 4, 0.6).outputs[0]
    tone = shader.sums(drift, 0.9, shader.sums(s.shade_of(shader), 0.35, -0.15))
    shader.feed("Base Color", shader.ramp(tone, _GREEN))
    for name, value in (("Subsurface Weight", 0.2), ("Subsurface Scale", 0.1)):
        shader.set(name, value)
    shader.bump(shader.maths("MAXIMUM", cells.outputs["Distance"], 0.2), 0.5, 0.0035)
    ball = s.sheet(s.spun([(0.001, -1), (0.7, -0.7), (1, 0), (0.7, 0.7), (0.001, 1)], 16, 13)[0], 0.75, True)
    parts = [level(r, 0.0, 0.35, 0.6)]
    for _ in range(150):
        way, out = dice.uniform(0, 2 * math.pi), r * (1 - abs(dice.normal(0, 0.05)) - 0.012)
        if dice.random() < 0.4:
            out = r * math.sqrt(dice.random()) * 0.96
        size = dice.uniform(0.0015, 0.0042)
        parts.append(s.turned(ball, (0, 0, 0), (out * math.cos(way), out * math.sin(way), -0.3 * size), size))
    s.put("matcha", [s.turned(part, (0, 0, 0), at) for part in parts], shader.material)


def _whisk(dice: np.random.Generator, at: tuple[float, float], bamboo: Material) -> None:
    """Cut from one piece of bamboo, standing on its handle, its tines up and curled in."""
    handle = s.spun(
        [
            (0.001, 0.0), (0.031, 0.0), (0.0345, 0.003), (0.035, 0.03), (0.034, 0.06), (0.0352, 0.09),
            (0.035, 0.128),
            (0.03, 0.13), (0.001, 0.13),
        ],
        72, 90,
    )[0]  # fmt: skip
    grain = mottle(dice, (90, 72), (3, 30))
    parts = [s.sheet(handle, 0.3 + 0.5 * grain, around=True)]
    t = np.linspace(0, 1, 40)
    for row, (count, wide) in enumerate(((64, 1.0), (32, 0.42))):
        for k in range(count):
            way = 2 * math.pi * (k + 0.5 * row + 0.12 * dice.normal()) / count
            if row == 0:
                r = 0.0335 + 0.031 * np.sin(0.5 * math.pi * np.minimum(t / 0.72, 1)) ** 1.3
                r = r - 0.014 * np.clip((t - 0.82) / 0.18, 0, 1) ** 1.6
            else:
                r = 0.03 - 0.016 * t**0.7 + 0.004 * np.sin(math.pi * t)
            z = 0.122 + 0.148 * t - 0.006 * np.clip((t - 0.88) / 0.12, 0, 1) ** 2 * (row == 0)
            r = r * (1 + 0.02 * dice.normal() * t)
            path = np.column_stack([r * math.cos(way), r * math.sin(way), z])
            parts.append(
                s.tube(
                    path, (0.00165 - 0.0009 * t) * (1.0 if wide == 1 else 0.8), 0.55 + 0.3 * dice.random(), 6
                )
            )
    turns = np.linspace(0, 2 * math.pi * 5, 400)
    cord = np.column_stack(
        [0.0368 * np.cos(turns), 0.0368 * np.sin(turns), 0.122 + 0.0032 * turns / (2 * math.pi)]
    )
    s.put("whisk", [s.turned(part, (0, 0, 0), (*at, 0)) for part in parts], bamboo)
    thread = s.tinted([(0.0, (30, 26, 30)), (1.0, (52, 46, 52))], 0.8)
    s.put("thread", [s.turned(s.tube(cord, 0.0019, 0.5, 8), (0, 0, 0), (*at, 0))], thread)


def _powder(dice: np.random.Generator, at: tuple[float, float, float]) -> None:
    """A loose heap."""
    out = np.linspace(0, 1, 140)[:, None]
    way = np.arange(220) * 2 * math.pi / 220
    lumps = (
        mottle(dice, (140, 220), (12, 18))
        + 0.5 * mottle(dice, (140, 220), (34, 60))
        + 0.3 * mottle(dice, (140, 220), (70, 110))
    )
    edge = 0.096 * (1 + 0.12 * (mottle(dice, (2, 220), (2, 9))[:1] - 0.5))
    high = (
        0.052 * (1 - out**1.5) ** 1.1
        + 0.009 * (lumps - 0.9) * np.minimum(1, 5 * (1 - out)) * np.minimum(1, 6 * out)
        + 0.012 * out**3
    )
    high = high - 0.014 * out**8
    grid = np.stack([out * edge * np.cos(way), out * edge * np.sin(way), high + 0 * way], 2)
    heap = s.sheet(grid, 0.3 + 0.35 * lumps / 1.8, around=True)
    stops: Stops = [(0.0, (84, 112, 28)), (0.45, (120, 150, 44)), (1.0, (160, 184, 76))]
    s.put("powder", [s.turned(heap, (0, 0, 0), at)], skin(stops, 1.0, tone=(120, 0.12), relief=(150, 0.004)))


def _scoop(at: tuple[float, float], bamboo: Material) -> None:
    """A strip of bamboo with one end bent up, laid over the dish's edge."""
    t, u = np.linspace(0, 1, 90)[:, None], np.linspace(0, 2 * math.pi, 17)[None, :-1]
    half = 0.0085 + 0.005 * np.clip((t - 0.8) / 0.15, 0, 1)
    half = (
        half
        * np.sqrt(np.clip(1 - (1 - (1 - t) / 0.05).clip(0) ** 2, 0.001, 1))
        * np.sqrt(np.clip(1 - (1 - t / 0.02).clip(0) ** 2, 0.001, 1))
    )
    lift = 0.03 * np.clip((t - 0.84) / 0.16, 0, 1) ** 1.6
    grid = np.stack(
        [
            0.38 * t - 0.19 + 0 * u,
            half * np.cos(u),
            lift + 0.0028 * np.sin(u) + 0.25 * np.abs(half * np.cos(u)) ** 1.5,
        ],
        2,
    )
    shade = 0.5 + 0.3 * np.sin(9 * u) * np.sin(5 * t) - 0.4 * np.exp(-(((t - 0.5) / 0.008) ** 2))
    s.put(
        "scoop",
        rest(
            [s.sheet(grid, np.clip(shade, 0, 1), around=True)],
            (0.0, -0.22, 2.5),
            at[0] + 0.1,
            at[1] - 0.07,
            1.0,
        ),
        bamboo,
    )


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"matcha": _matcha}
