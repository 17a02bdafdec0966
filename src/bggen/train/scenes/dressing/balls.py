"""What games are played with: a basketball, a football, tennis balls."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.relief import ball, cloud, pushed
from bggen.train.scenes.matter.nodes import Material, Shader

FINE = (900, 560)  # points around a ball, and from pole to pole
HEX, PENT = 2.2673, 2.3274  # how far a football's flat panels would be from its middle, in edges of theirs
_RUBBER: Stops = [(0.0, (22, 20, 19)), (0.3, (30, 24, 20)), (0.5, (156, 66, 22)), (1.0, (204, 100, 40))]
_FELT: Stops = [(0.0, (188, 204, 34)), (0.6, (220, 232, 66)), (0.8, (232, 240, 118)), (1.0, (240, 240, 228))]


def _basketball(it: Corner) -> list[str]:
    """One, two of its seams towards the camera."""
    dice = dice_of(it.rng)
    x, y = it.spot(0.25)
    rings = ball((1.0, 1.0, 1.0), *FINE)
    px, py, pz = np.moveaxis(rings, 2, 0)
    away = np.arccos(np.clip(np.abs(px), 0, 1))
    around = np.arctan2(pz, py)
    side = np.abs(away - np.radians(48.5 + 14 * np.cos(2 * around)))
    gap = np.minimum(np.minimum(np.arcsin(np.abs(px).clip(0, 1)), np.arcsin(np.abs(pz).clip(0, 1))), side)
    seam = np.clip(1 - (gap - 0.017) / 0.012, 0, 1)
    rings = pushed(rings, -0.014 * seam**0.7)
    shade = np.where(seam > 0.45, 0.1, 0.68 + 0.35 * (cloud(dice, rings, 4, 3) - 0.5))
    body = s.turned(s.sheet(rings, shade, around=True), (0.34, -0.3, 0.5), (x, y, 0.235), 0.235)
    s.put("basketball", [body], _pebbled())
    return ["basketball"]


def _pebbled() -> Material:
    """Composite leather: little pebbles all over, but for the seams, which are dull."""
    shader = Shader("pebbled", rough=0.5)
    shade = s.shade_of(shader)
    shader.feed("Base Color", shader.ramp(shade, _RUBBER))
    shader.set("Specular IOR Level", 0.42)
    cells = shader.node("ShaderNodeTexVoronoi", Scale=128.0)
    shader.link(shader.warped(shader.place(), 16, 0.02), cells.inputs["Vector"])
    knobs = shader.maths("SUBTRACT", 1.0, cells.outputs["Distance"])
    shader.bump(shader.maths("MULTIPLY", knobs, shader.maths("GREATER_THAN", shade, 0.35)), 0.55, 0.0035)
    return shader.material


def _football(it: Corner) -> list[str]:
    """One of black and white leather."""
    dice = dice_of(it.rng)
    x, y = it.spot(0.24)
    rings = ball((1.0, 1.0, 1.0), *FINE)
    black, gap = _panels(rings)
    puff = 1 - np.exp(-np.maximum(gap, 0) / 0.022)
    rings = pushed(rings, 0.018 * puff - 0.018)
    worn = cloud(dice, rings, 3, 4)
    shade = np.where(black, 0.12 + 0.1 * worn, 0.92 - 0.12 * worn) * np.where(
        black, 1, 0.5 + 0.5 * np.clip(gap / 0.011, 0, 1)
    )
    stuff = Shader("leather", rough=0.34)
    stuff.feed(
        "Base Color",
        stuff.ramp(
            s.shade_of(stuff),
            [(0.0, (16, 16, 18)), (0.3, (36, 36, 39)), (0.5, (140, 139, 136)), (1.0, (234, 234, 231))],
        ),
    )
    stuff.set("Coat Weight", 0.35)
    stuff.set("Coat Roughness", 0.2)
    stuff.bump(stuff.noise(stuff.place(), 190, 3, 0.6).outputs[0], 0.3, 0.0016)
    body = s.turned(s.sheet(rings, shade, around=True), (0.5, 0.25, 0.2), (x, y, 0.212), 0.212)
    s.put("football", [body], stuff.material)
    return ["football"]


def _panels(points: s.Floats) -> tuple[s.Floats, s.Floats]:
    """Of points (..., 3) on a ball: whether each is on one of twelve pentagons, and how far from a seam."""
    g = (1 + math.sqrt(5)) / 2
    corners = np.array([[0, a, b * g] for a in (1, -1) for b in (1, -1)], float)
    corners = np.concatenate([np.roll(corners, k, 1) for k in range(3)])
    corners /= np.linalg.norm(corners[0])
    near = corners @ corners.T > 0.4
    three = [
        corners[i] + corners[j] + corners[k]
        for i in range(12)
        for j in range(i)
        for k in range(j)
        if near[i, j] and near[j, k] and near[i, k]
    ]
    faces = np.array(three) / np.linalg.norm(three[0])
    planes = np.concatenate([corners / PENT, faces / HEX])
    reach = points @ planes.T
    first = reach.argmax(-1)
    top = np.take_along_axis(reach, first[..., None], -1)[..., 0]
    gap = np.full(top.shape, 9.0)
    for k, plane in enumerate(planes):
        steep = np.linalg.norm(planes[first] - plane, axis=-1)
        gap = np.minimum(gap, np.where(first == k, 9.0, (top - reach[..., k]) / np.maximum(steep, 1e-9)))
    return first < len(corners), gap


def _tennis_balls(it: Corner) -> list[str]:
    """One before another."""
    dice = dice_of(it.rng)
    felt = s.tinted(_FELT, 0.95, 0.12)
    x, y = it.spot(0.17)
    side = math.copysign(1.0, x)
    r = 0.083
    for dx, dy, turn in ((0.055, 0.06, (0.5, 0.3, 2.1)), (-0.055, -0.065, (0.9, -0.5, 0.4))):
        skin, fuzz = _tennis_ball(dice)
        at = (x + dx * side, y + dy, r)
        s.put("ball", [s.turned(skin, turn, at, r), s.turned(fuzz, turn, at, r)], felt)
    return ["tennis balls"]


def _tennis_ball(dice: np.random.Generator) -> tuple[s.Patch, s.Patch]:
    """Felt in two pieces with a bare seam between them, and its fibres, of a ball one unit to each side."""
    rings = ball((1.0, 1.0, 1.0), 260, 180)
    bare = np.clip(1 - (_from_seam(rings.reshape(-1, 3)).reshape(rings.shape[:2]) - 0.052) / 0.02, 0, 1)
    nap = cloud(dice, rings, 14, 3)
    skin = pushed(rings, -0.03 * bare + 0.02 * (nap - 0.5) * (1 - bare))
    shade = (0.1 + 0.5 * nap) * (1 - bare) + bare
    count = 15000
    roots = dice.normal(0, 1, (count, 3))
    roots /= np.linalg.norm(roots, axis=1)[:, None]
    roots = roots[_from_seam(roots) > 0.062]
    lie = np.cross(roots, dice.normal(0, 1, roots.shape))
    lie /= np.linalg.norm(lie, axis=1)[:, None]
    t = np.linspace(0, 1, 4)[None, :, None]
    long = dice.uniform(0.05, 0.13, (len(roots), 1, 1))
    rise = dice.uniform(0.02, 0.055, (len(roots), 1, 1))
    paths = roots[:, None] * (0.995 + rise * t * (1.6 - t)) + lie[:, None] * long * t
    half = 0.0045 * (1 - 0.6 * np.linspace(0, 1, 4))[None, :] + np.zeros((len(roots), 1))
    tone = dice.uniform(0.15, 0.75, (len(roots), 1)) + np.zeros((1, 4))
    return s.sheet(skin, shade, around=True), s.strands(paths, half, tone)


def _from_seam(points: s.Floats) -> s.Floats:
    """How far points (n, 3) of a ball of one unit are from its seam."""
    t = np.linspace(0, 2 * math.pi, 260, endpoint=False)
    a, b = 0.72, 0.28
    line = np.stack(
        [
            a * np.cos(t) + b * np.cos(3 * t),
            a * np.sin(t) - b * np.sin(3 * t),
            2 * math.sqrt(a * b) * np.sin(2 * t),
        ],
        1,
    )
    nearest = np.concatenate([(part @ line.T).max(1) for part in np.array_split(points, 16)])
    return np.asarray(np.arccos(np.clip(nearest, -1, 1)))


MAKERS: dict[str, Callable[[Corner], list[str]]] = {
    "basketball": _basketball, "football": _football, "tennis balls": _tennis_balls,
}  # fmt: skip
