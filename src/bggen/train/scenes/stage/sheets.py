"""Grounds that are one sheet with relief: crumpled paper, denim with a seam, drifted snow. Tops near 0."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from mathutils import Vector
from mathutils.geometry import delaunay_2d_cdt

from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.stage import masses
from bggen.train.scenes.stage.masses import Array

PAPER_STEP, CLOTH_STEP, SNOW_STEP = 0.0045, 0.005, 0.005  # units from point to point
FOLDS = ((0.36, 0.018), (0.16, 0.0145), (0.07, 0.0052))  # units: how wide facets are, how high their corners
SEAM = (0.74, 0.05)  # units from the stand, and half as wide


def crumpled(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Paper that was made a ball of and spread again: facets, large and small, between sharp creases."""
    many = masses.draws(rng)
    push = [masses.clouds(many, PAPER_STEP, 0.8, 0.12, 2.0) for _ in range(2)]
    x, y = masses.places(PAPER_STEP)
    heights = np.zeros_like(x)
    for wide, high in FOLDS:
        bent = 0.03 * wide
        heights += _facets(many, wide, high, x + bent * push[0], y + bent * push[1])
    heights += 0.003 * masses.clouds(many, PAPER_STEP, 1.2, 0.2, 2.2)
    for _ in range(1):  # paper has some thickness to bend
        heights = (heights + _beside(heights)) / 2
    masses.sheet("paper", heights - np.quantile(heights, 0.97), materials[0])


def _beside(field: Array) -> Array:
    """The mean of each value's four neighbours."""
    turned = (np.roll(field, 1, 0), np.roll(field, -1, 0), np.roll(field, 1, 1), np.roll(field, -1, 1))
    return np.asarray(sum(turned) / 4, np.float64)


def _facets(many: np.random.Generator, wide: float, high: float, x: Array, y: Array) -> Array:
    """Heights at places: plane between corners that are scattered `wide` apart, `high` up or down."""
    reach = masses.SIDE / 2 + 2 * wide
    ticks = np.arange(-reach, reach, wide)
    corners = np.stack(np.meshgrid(ticks, ticks + 0.2), 2).reshape(-1, 2)
    corners += many.uniform(-0.62, 0.62, corners.shape) * wide
    made = delaunay_2d_cdt([Vector(corner) for corner in corners.tolist()], [], [], 0, 1e-6)
    corners = np.array([tuple(corner) for corner in made[0]])
    up = high * many.choice([-1.0, 1.0], len(corners)) * many.uniform(0.4, 1.2, len(corners))
    found = np.zeros(x.shape)
    step = masses.SIDE / len(x)
    for three in made[2]:
        (ax, ay), (bx, by), (cx, cy) = corners[list(three)]
        low, top = np.min(corners[list(three)], 0) - wide * 0.3, np.max(corners[list(three)], 0) + wide * 0.3
        columns = slice(*(max(0, int((v + masses.SIDE / 2) / step)) for v in (low[0], top[0])))
        rows = slice(*(max(0, int((v + masses.NEAR + 0.1) / step)) for v in (low[1], top[1])))
        px, py = x[rows, columns], y[rows, columns]
        area = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy)
        if not px.size or abs(area) < 1e-9:
            continue
        a = ((by - cy) * (px - cx) + (cx - bx) * (py - cy)) / area
        b = ((cy - ay) * (px - cx) + (ax - cx) * (py - cy)) / area
        inside = (a >= -1e-6) & (b >= -1e-6) & (a + b <= 1 + 1e-6)
        level = a * up[three[0]] + b * up[three[1]] + (1 - a - b) * up[three[2]]
        found[rows, columns][inside] = level[inside]
    return found


def denim(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Cloth in the faintest waves, with a felled seam beside the stand that was sewn twice in copper yarn."""
    many = masses.draws(rng)
    cloth, yarn = materials
    side = rng.choice([-1, 1])
    lean = rng.uniform(0.1, 0.16) * -side
    x, y = masses.places(CLOTH_STEP)
    away = (x - side * SEAM[0] - lean * y) / math.hypot(1, lean)
    calm = 0.3 + 0.7 * np.clip((np.hypot(x, y) - 0.4) / 0.6, 0, 1)
    heights = 0.008 * masses.clouds(many, CLOTH_STEP, 2.4, 0.5, 2.0) * calm
    pucker = masses.clouds(many, CLOTH_STEP, 0.16, 0.05, 1.5)
    near = np.exp(-((np.abs(away) - SEAM[1]) ** 2) / 0.03**2)
    heights += 0.0012 * pucker * near
    across = np.clip((SEAM[1] - np.abs(away)) / 0.008, -1, 1)
    raised = 0.5 + 0.5 * np.sin(across * math.pi / 2)
    sewn = sum(np.exp(-((away - s * SEAM[1] * 0.66) ** 2) / 0.007**2) for s in (-1, 1))
    heights += 0.014 * raised - 0.004 * sewn
    # what stands up is worn pale
    rim = np.exp(-((np.abs(away) - SEAM[1] * 0.97) ** 2) / 0.008**2)
    worn = np.clip(0.9 * rim + 0.25 * pucker * near, 0, 1)
    masses.sheet("denim", heights - 0.014, cloth, worn)
    _stitches(many, heights - 0.014, side, lean, yarn)


def _stitches(many: np.random.Generator, heights: Array, side: int, lean: float, yarn: Material) -> None:
    """Two rows of short thick stitches that dip into the cloth at their ends."""
    paths = []
    t = np.linspace(-0.5, 0.5, 7)
    for row in (-1, 1):
        begin = side * SEAM[0] + row * SEAM[1] * 0.66 * math.hypot(1, lean)
        for middle in np.arange(-masses.NEAR, 2.2, 0.043).tolist():
            y = middle + 0.034 * t + many.normal(0, 0.0006)
            x = begin + lean * y + many.normal(0, 0.0006)
            z = masses.at(heights, x, y).mean() + 0.004 * (1 - (2 * t) ** 4) - 0.001
            paths.append(np.stack([x, y, z], 1))
    half = np.repeat([0.0058 * (1 - 0.45 * (2 * np.abs(t)) ** 3)], len(paths), 0)
    tone = np.repeat(many.random(len(paths))[:, None], 7, 1)
    masses.rods("stitches", np.array(paths), half, tone, yarn, 8)


def snow(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Fresh snow that the wind left in soft drifts, loose on top, with a few small lumps."""
    many = masses.draws(rng)
    x, y = masses.places(SNOW_STEP)
    calm = 0.35 + 0.65 * np.clip((np.hypot(x, y) - 0.35) / 0.6, 0, 1)
    drifts = masses.clouds(many, SNOW_STEP, 2.2, 0.55, 2.1)
    ripples = masses.clouds(many, SNOW_STEP, 0.5, 0.12, 2.0)
    loose = masses.clouds(many, SNOW_STEP, 0.12, 0.016, 1.35)
    lumps = np.maximum(masses.clouds(many, SNOW_STEP, 0.16, 0.03, 1.6) - 1.7, 0)
    heights = 0.045 * np.tanh(drifts) * calm + 0.006 * ripples * calm + 0.0016 * loose + 0.004 * lumps * calm
    masses.sheet("snow", np.maximum(heights, -0.115), materials[0])
