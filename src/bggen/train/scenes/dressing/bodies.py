"""What many small foods share: mottled skins, heaps."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour, Rng

Stops = list[tuple[float, Colour]]


def dice_of(rng: Rng) -> np.random.Generator:
    """Many draws at once."""
    return np.random.default_rng(rng.randint(0, 1 << 30))


def mottle(dice: np.random.Generator, shape: tuple[int, ...], lumps: tuple[int, int]) -> s.Floats:
    """Smooth noise of 0..1 in `shape` (rows, columns), so many lumps along each; its ends meet around."""
    coarse = dice.random((lumps[0] + 1, lumps[1]))
    coarse = np.concatenate([coarse, coarse[:, :1]], 1)
    parts = []
    for count, size in zip(shape, lumps, strict=True):
        at = np.arange(count) * size / count
        low = at.astype(int)
        step = at - low
        parts.append((low, step * step * (3 - 2 * step)))
    (i, a), (k, b) = parts
    upper, lower = (coarse[row][:, k] * (1 - b) + coarse[row][:, k + 1] * b for row in (i, i + 1))
    return np.asarray(upper * (1 - a[:, None]) + lower * a[:, None])


def heap(
    dice: np.random.Generator,
    count: int,
    r: float,
    spread: tuple[float, float],
    steep: float = 0.45,
    beside: s.Floats | None = None,
    middle: tuple[float, float] = (0.0, 0.0),
) -> s.Floats:
    """Where balls come to lie that are poured on z = 0, in an ellipse -> (count, 3).

    `steep`: how much higher they climb to be a unit nearer to the `middle`. `beside`: balls that lie there
    already; they come first in what is returned.
    """
    placed = np.empty((0, 3)) if beside is None else beside
    centre = np.array(middle)
    for _ in range(count):
        turn, away = dice.uniform(0, 2 * math.pi, 240), np.sqrt(dice.random(240))
        tries = centre + np.stack([spread[0] * away * np.cos(turn), spread[1] * away * np.sin(turn)], 1)
        apart = ((tries[:, None] - placed[None, :, :2]) ** 2).sum(2)
        near = apart < 4 * r * r
        rest = np.where(near, placed[None, :, 2] + np.sqrt(np.maximum(4 * r * r - apart, 0)), r)
        high = rest.max(1, initial=r)
        held = (near & (rest > high[:, None] - 0.5 * r)).astype(float)  # by these; between them it is at rest
        among = (held @ placed[:, :2]) / np.maximum(held.sum(1), 1)[:, None]
        aside = np.where(high > r, np.hypot(*(among - tries).T), 0.0)
        best = int(np.argmin(high + steep * np.hypot(*(tries - centre).T) + 1.2 * aside))
        placed = np.concatenate([placed, [[*tries[best], high[best]]]])
    return placed


def rest(patches: Sequence[s.Patch], turn: g.Point, x: float, y: float, size: float) -> list[s.Patch]:
    """The patches `size` times as large, turned, and standing on z = 0 at x, y."""
    parts = [s.turned(patch, turn, (0, 0, 0), size) for patch in patches]
    low = min(float(part.points[:, 2].min()) for part in parts)
    return [s.turned(part, (0, 0, 0), (x, y, -low)) for part in parts]


def skin(
    stops: Stops,
    rough: float = 0.4,
    *,
    tone: tuple[float, float] = (30.0, 0.0),
    pores: tuple[float, float] = (100.0, 0.0),
    relief: tuple[float, float] = (60.0, 0.0),
    under: float = 0.0,
    coat: float = 0.0,
    sheen: float = 0.0,
) -> Material:
    """Colours by shade.

    Args:
        tone: lumps a unit, and how far they shift the shade.
        pores: pits a unit, their depth in units.
        relief: lumps a unit, their height in units.
        under: how much light wanders below it, 0..1.
        sheen: fuzz, 0..1.
    """
    shader = Shader("skin", rough=rough)
    shade = s.shade_of(shader)
    if tone[1]:
        clouds = shader.noise(shader.place(), tone[0], 4, 0.6).outputs[0]
        shade = shader.sums(shader.sums(clouds, 2 * tone[1], -tone[1]), 1.0, shade)
    shader.feed("Base Color", shader.ramp(shade, stops))
    if pores[1]:
        cells = shader.node("ShaderNodeTexVoronoi", Scale=pores[0])
        shader.link(shader.warped(shader.place(), 30, 0.01), cells.inputs["Vector"])
        shader.bump(cells.outputs["Distance"], 0.4, pores[1])
    if relief[1]:
        shader.bump(shader.noise(shader.place(), relief[0], 4, 0.6).outputs[0], 0.7, relief[1])
    shader.set("Subsurface Weight", under)
    shader.set("Subsurface Radius", (0.08, 0.04, 0.02))
    shader.set("Subsurface Scale", 0.3)
    shader.set("Coat Weight", coat)
    shader.set("Coat Roughness", 0.15)
    shader.set("Sheen Weight", sheen)
    return shader.material
