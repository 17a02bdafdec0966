"""Notebooks with a pen."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.slabs import oblong, slab
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.materials import metal, solid
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour, scaled

BOARD = 0.007  # how thick a cover is


def _notebooks(it: Corner) -> list[str]:
    """One with a pen on it; a smaller one with a pen beside it."""
    x, y = it.spot(0.36)
    side = math.copysign(1.0, x)
    _notebook((x, y), 0.42 * side, (0.19, 0.27), 0.046, (150, 108, 76))
    _pen((x + 0.02 * side, y - 0.03, 0.046 + 0.0112), 1.0 if side > 0 else math.pi - 1.0)
    x, y = it.spot(0.26)
    _notebook((x, y), -0.35, (0.125, 0.175), 0.036, (92, 106, 96))
    _pen((x + 0.21, y - 0.02, 0.0112), 1.32)
    return ["notebook"]


def _bound(colour: Colour) -> Material:
    """Cover paper grained like leather."""
    shader = Shader("cover", rough=0.55)
    at = shader.place()
    tone = shader.noise(at, 9, 4, 0.6).outputs[0]
    shader.feed("Base Color", shader.ramp(tone, [(0.3, scaled(colour, 0.92)), (0.7, scaled(colour, 1.05))]))
    cells = shader.node("ShaderNodeTexVoronoi", Scale=210.0)
    shader.link(shader.warped(at, 50, 0.008), cells.inputs["Vector"])
    shader.bump(cells.outputs["Distance"], 0.45, 0.002)
    return shader.material


def _leaves() -> Material:
    """The cut of many sheets."""
    shader = Shader("leaves", rough=0.8)
    lines = shader.noise(shader.place(1, stretch=(0.6, 0.6, 420)), 1.0, 3, 0.6).outputs[0]
    stops: list[tuple[float, Colour]] = [
        (0.3, (206, 194, 168)),
        (0.5, (238, 229, 208)),
        (0.7, (247, 240, 224)),
    ]
    shader.feed("Base Color", shader.ramp(lines, stops))
    shader.bump(lines, 0.4, 0.0015)
    return shader.material


def _notebook(
    at: tuple[float, float], turn: float, half: tuple[float, float], thick: float, colour: Colour
) -> None:
    """Closed, its back to the left, held by a band; its ribbon hangs out below."""
    cover, band = (
        _bound(colour),
        s.tinted([(0.0, scaled(colour, 0.4)), (1.0, scaled(colour, 0.55))], 0.75, relief=0.001, grain=300),
    )
    board = slab(oblong(half, 0.014), BOARD, 0.0022, 0.03, foot=1.0)
    shells = [board, s.turned(board, (0, 0, 0), (0, 0, thick - BOARD))]
    a = np.linspace(-math.pi / 2, math.pi / 2, 25)[:, None]
    v = np.linspace(-1, 1, 30)[None, :]
    mid = thick / 2
    inner = half[0] - 0.006
    spine = np.stack(
        [
            -inner - 0.0075 * np.cos(a) + 0 * v,
            (half[1] - 0.0025) * v + 0 * a,
            mid + (mid - 0.0006) * np.sin(a) + 0 * v,
        ],
        2,
    )
    shells.append(s.sheet(spine, 0.5))
    pages = slab(
        oblong((half[0] - 0.005, half[1] - 0.006), 0.012), thick - 2 * BOARD + 0.002, 0.0008, 0.05, foot=1.0
    )
    turned = (0.0, 0.0, turn)

    def put(name: str, parts: list[s.Patch], stuff: Material) -> None:
        s.put(name, [s.turned(part, turned, (*at, 0)) for part in parts], stuff)

    put("cover", shells, cover)
    put("pages", [s.turned(pages, (0, 0, 0), (0.001, 0, BOARD - 0.001))], _leaves())
    x, wide = 0.7 * half[0], 0.0085
    u = np.linspace(-1, 1, 9)[None, :, None]
    loop = _round_loop(half[1] + 0.0022, thick, 0.0022)
    grid = np.concatenate([x + wide * u + 0 * loop[:, None, :1], np.repeat(loop[:, None], 9, 1)], 2)
    put("band", [s.sheet(np.concatenate([grid, grid[:1]]), 0.5)], band)
    t = np.linspace(0, 1, 30)[:, None]
    w = np.linspace(-1, 1, 7)[None, :]
    x0 = -0.3 * half[0]
    tail = np.stack([
        x0 + 0.006 * w + 0.02 * t**2, -half[1] + 0.03 - 0.09 * t + 0.004 * np.abs(w) * (t > 0.96),
        np.maximum(mid * (1 - np.clip((t - 0.3) / 0.5, 0, 1) ** 1.6), 0.0015) + 0.0008 * np.sin(6 * t + w),
    ], 2)  # fmt: skip
    put("ribbon", [s.sheet(tail, 0.5)], s.tinted([(0.0, (120, 34, 32)), (1.0, (160, 52, 46))], 0.5))


def _round_loop(half: float, thick: float, r: float) -> s.Floats:
    """Around the covers in the plane of y and z."""
    made = []
    for k, (sy, z) in enumerate(
        ((1, thick + 0.0012 - r), (-1, thick + 0.0012 - r), (-1, r - 0.0006), (1, r - 0.0006))
    ):
        for step in range(7):
            a = math.pi / 2 * (k + step / 6)
            made.append((sy * (half - r) + r * math.cos(a), z + r * math.sin(a)))
    return np.array(made)


def _lathed(profile: list[tuple[float, float]]) -> s.Patch:
    """A body of revolution, straight from corner to corner."""
    line = np.array(profile)
    line = np.concatenate([np.linspace(a, b, 6, endpoint=False) for a, b in pairwise(line)])
    way = np.arange(48) * 2 * math.pi / 48
    rings = np.stack([line[:, :1] * np.cos(way), line[:, :1] * np.sin(way), line[:, 1:] + 0 * way], 2)
    return s.sheet(rings, 0.5, around=True)


def _pen(at: g.Point, turn: float) -> None:
    """A ballpoint of black metal with a gold clip, lying along `turn` about its middle."""
    body = [
        (0.001, 0.016), (0.0055, 0.018), (0.0072, 0.035), (0.0088, 0.06), (0.0101, 0.09),
        (0.0109, 0.125), (0.0112, 0.16), (0.0112, 0.19), (0.0112, 0.192), (0.0104, 0.193),
        (0.0104, 0.195), (0.0112, 0.196), (0.0112, 0.3), (0.0108, 0.352), (0.0098, 0.358), (0.001, 0.359),
    ]  # fmt: skip
    tip = [(0.001, 0.0), (0.0016, 0.001), (0.0028, 0.012), (0.0056, 0.018), (0.001, 0.019)]
    ring = [(0.0105, 0.1895), (0.0118, 0.19), (0.0119, 0.1935), (0.0118, 0.197), (0.0105, 0.1975)]
    knob = [(0.001, 0.356), (0.0062, 0.357), (0.0062, 0.373), (0.0052, 0.3765), (0.001, 0.377)]
    black, gold = solid((26, 26, 28), 0.3, coat=0.3), metal((214, 176, 108), 0.2)
    spun = [_lathed(line) for line in (body, tip, ring, knob)]
    t = np.linspace(0, 1, 40)[:, None]
    u = np.linspace(0, 2 * math.pi, 17)[None, :-1]
    wide = 0.0034 * np.sqrt(np.clip(1 - (t * 2 - 1) ** 16, 0.002, 1))
    lift = 0.0138 - 0.003 * np.clip((0.12 - t) / 0.12, 0, 1) - 0.003 * np.clip((t - 0.9) / 0.1, 0, 1)
    clip = np.stack([wide * np.cos(u), lift + 0.0013 * np.sin(u), 0.25 + 0.1 * t + 0 * u], 2)
    turned = (math.pi / 2, 0.0, turn - math.pi / 2)
    for name, parts, stuff in (
        ("pen", spun[:1], black),
        ("metal", [*spun[1:], s.sheet(clip, 0.5, around=True)], gold),
    ):
        made = [s.turned(s.turned(part, (0, 0, 0.4), (0, 0, -0.19)), turned, at) for part in parts]
        s.put(name, made, stuff)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"notebook": _notebooks}
