"""Bread as a country baker bakes it: a loaf, cut, its slices before it."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.relief import cloud
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material, Shader

HALF, WIDE, HIGH = 0.25, 0.135, 0.175  # of a loaf: along x, to each side, and how tall it is
CUT = 0.13  # x, where slices were cut from it
THICK = 0.03  # of a slice
COLUMNS = 420
_CRUST: Stops = [
    (0.0, (56, 31, 17)), (0.2, (104, 60, 32)), (0.42, (152, 98, 56)), (0.6, (190, 138, 86)),
    (0.76, (222, 178, 122)), (0.88, (236, 212, 172)), (1.0, (246, 236, 216)),
]  # fmt: skip
_CRUMB: Stops = [
    (0.0, (126, 84, 44)), (0.25, (186, 142, 88)), (0.5, (222, 190, 140)), (0.8, (240, 220, 182)),
    (1.0, (248, 234, 206)),
]  # fmt: skip


def _bread(it: Corner) -> list[str]:
    """A loaf cut at its right end, two slices lying before it."""
    dice = dice_of(it.rng)
    stuffs = _stuff(_CRUST, 0.7), _stuff(_CRUMB, 0.85)
    x, y = it.spot(0.36)
    side = math.copysign(1.0, x)
    turn = (0.0, 0.0, -0.42 if side > 0 else math.pi + 0.42)

    def put(crust: s.Patch, crumb: list[s.Patch], at: g.Point, way: g.Point) -> None:
        s.put("crust", [s.turned(crust, way, at)], stuffs[0])
        s.put("crumb", [s.turned(one, way, at) for one in crumb], stuffs[1])

    rings, shade = _crust(dice, np.linspace(-HALF, CUT, 300))
    put(
        s.sheet(rings, shade, around=True),
        [_face(dice, rings[-1], 1.0)],
        (x - 0.05 * side, y + 0.08, 0.0),
        turn,
    )
    for k, begin in enumerate((CUT + 0.004, CUT + 0.012)):
        rings, shade = _crust(dice, np.linspace(begin, begin + THICK, 26))
        rings[..., 0] -= begin + THICK / 2
        faces = [_face(dice, rings[-1], 1.0), _face(dice, rings[0], -1.0)]
        body = s.sheet(rings, shade, around=True)
        if k:  # half on the other
            way = (0.0, -math.pi / 2 + 0.2, 0.8 * side)
            low = float(s.rotated(rings, way)[..., 2].min())
            put(body, faces, (x + 0.21 * side, y - 0.05, -low), way)
        else:
            put(body, faces, (x + 0.03 * side, y - 0.14, THICK / 2 + 0.004), (0.0, -math.pi / 2, 1.3 * side))
    return ["bread"]


def _stuff(stops: Stops, rough: float) -> Material:
    """Crust or crumb, matt, rough to the touch."""
    shader = Shader("bread", rough=rough)
    at = shader.place()
    grain = shader.sums(shader.noise(at, 120, 4, 0.65).outputs[0], 0.2, -0.1)
    shader.feed("Base Color", shader.ramp(shader.sums(grain, 1.0, s.shade_of(shader)), stops))
    shader.set("Specular IOR Level", 0.3)
    shader.bump(shader.noise(at, 150, 4, 0.65).outputs[0], 0.5, 0.003)
    shader.set("Subsurface Weight", 0.1)
    shader.set("Subsurface Scale", 0.1)
    return shader.material


def _crust(dice: np.random.Generator, along: s.Floats) -> tuple[s.Floats, s.Floats]:
    """Rings about x at places along it, flat below -> with their shades: slashed, floured in rings."""
    x = along[:, None]
    way = np.arange(COLUMNS) * 2 * math.pi / COLUMNS
    end = np.sqrt(np.clip(1 - np.abs(x / (HALF * 1.002)) ** 2.5, 0, 1))
    wide, tall = WIDE * end**0.85, HIGH * end**0.7
    y = wide * np.sign(np.cos(way)) * np.abs(np.cos(way)) ** 0.86
    sine = np.sin(way)
    z = np.where(sine > 0, tall * (0.3 + 0.7 * np.abs(sine) ** 1.05), tall * 0.3 * (1 - np.abs(sine) ** 0.5))
    grid = np.stack([x + 0 * y, y, z], 2)
    up = np.clip((z / np.maximum(tall, 1e-6) - 0.45) / 0.4, 0, 1)
    lumps, fine = cloud(dice, grid, 11, 2), cloud(dice, grid, 60, 3)
    opened, ear, shade = 0 * z, 0 * z, 0 * z
    for k in range(4):
        off = grid[..., 0] - (-0.165 + 0.105 * k) - 0.42 * grid[..., 1] + 0.03 * (lumps - 0.5)
        reach = np.clip(1 - (grid[..., 1] / (0.8 * WIDE)) ** 2, 0, 1) * up
        gape = 0.03 * np.sqrt(reach)
        inside = np.clip((gape - np.abs(off)) / 0.006, 0, 1)
        opened = np.maximum(opened, inside * np.clip(0.6 + off / 0.06, 0, 1))
        ear = np.maximum(ear, np.exp(-(((off + gape) / 0.007) ** 2)) * (reach > 0.08) * np.sqrt(reach))
        shade = np.maximum(shade, inside)
    push = 0.016 * (lumps - 0.5) + 0.005 * (fine - 0.5) - 0.012 * opened + 0.013 * ear
    grid[..., 1] += push * np.cos(way) * (z > 0.002)
    grid[..., 2] += push * np.clip(sine, 0, 1) * (z > 0.002)
    round_ = np.hypot(grid[..., 0] * 0.62, grid[..., 1] * 1.0)
    rings = 0.5 + 0.5 * np.cos(round_ * 2 * math.pi / 0.026)
    flour = (
        np.clip(rings * 1.5 - 0.5, 0, 1)
        * np.clip(cloud(dice, grid, 14, 3) * 2.2 - 0.55, 0, 1)
        * np.clip(up * 1.6, 0, 1)
    )
    baked = 0.36 + 0.3 * (lumps - 0.5) + 0.25 * (fine - 0.5) + 0.1 * (1 - up) - 0.24 * ear
    tone = baked + flour * (1 - shade) * 0.5
    torn = 0.58 + 0.5 * (cloud(dice, grid * [1, 0.5, 1], 70, 2) - 0.5)
    return grid, np.clip(tone * (1 - shade) + torn * shade, 0, 1)


def _face(dice: np.random.Generator, rim: s.Floats, way: float) -> s.Patch:
    """The crumb within a ring of crust, full of holes, seen from +x (`way` 1) or -x (-1)."""
    middle = np.array([rim[0, 0], 0.0, 0.45 * rim[:, 2].max()])
    out = np.linspace(0.001, 1, 150)[:, None, None]
    grid = middle + (rim - middle) * out
    flat = grid * [0, 1, 1]
    large, small = cloud(dice, flat, 30, 2), cloud(dice, flat, 85, 2)
    within = np.clip((0.95 - out[..., 0]) / 0.05, 0, 1)
    hole = (
        np.maximum(np.clip((large - 0.64) / 0.07, 0, 1), 0.8 * np.clip((small - 0.68) / 0.08, 0, 1)) * within
    )
    grid[..., 0] -= way * (0.011 * hole + 0.0025 * small * within)
    crust = np.clip((out[..., 0] - 0.955) / 0.03, 0, 1)
    shade = 0.78 + 0.22 * (small - 0.5) - 0.42 * hole - 0.7 * crust
    ordered = (grid, np.clip(shade, 0, 1)) if way > 0 else (grid[:, ::-1], np.clip(shade, 0, 1)[:, ::-1])
    return s.sheet(*ordered, around=True)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"bread": _bread}
