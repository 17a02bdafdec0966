"""Moroccan tiles: eight-fold stars of small cut pieces, with crosses between them; each laid by hand."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.stage import masses
from bggen.train.scenes.stage.masses import Array

APART = 0.42  # units from star to star
HIGH, GAP = 0.012, 0.0022  # units, of a piece over the mortar, and half of a joint
#: units inwards from the joint, units down, and how much paler, from the foot up
EDGE = ((0.0, HIGH, 0.2), (0.0, 0.0026, 0.35), (0.0016, 0.0007, 0.2), (0.005, 0.0, 0.0))
VALLEY = 1 / math.sqrt(2) / math.cos(math.pi / 8)  # of a star's tips: how far the corners between them are
INNER = 0.5  # of a star's tips, those of the star in it


def tiles(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Materials: mortar, then the glazes of inner stars, arms, other arms, crosses and other crosses."""
    many = masses.draws(rng)
    mortar, *glazes = materials
    masses.sheet("mortar", np.full((20, 20), -HIGH), mortar)
    turn = rng.uniform(-0.12, 0.12)
    spin = np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
    begin = np.array([rng.uniform(0, APART), rng.uniform(0, APART)])
    made: list[list[tuple[Array, float]]] = [[] for _ in glazes]
    reach = round(3.4 / APART)
    for i in range(-reach, reach):
        for j in range(-reach, reach):
            middle = np.array([i, j]) * APART + begin
            for glaze, outline in _cell((i + j) % 2):
                placed = (outline + middle) @ spin.T
                x, y = placed.mean(0)
                if abs(x) < 1.3 + 0.4 * max(y, 0) and -masses.NEAR < y < back + 0.4:
                    made[glaze].append((placed, float(many.normal(0.45, 0.15))))
    for glaze, pieces in zip(glazes, made, strict=True):
        _lay(many, pieces, glaze)


def _cell(odd: int) -> list[tuple[int, Array]]:
    """One star and one cross beside it: (which glaze, outline (n, 2))."""
    tip = APART / 2
    turns = np.arange(16) * math.pi / 8
    outer = _around(turns, tip)
    inner = _around(turns, tip * INNER)
    pieces: list[tuple[int, Array]] = [(0, inner)]
    for arm in range(0, 16, 2):
        k = [(arm + step) % 16 for step in (-1, 0, 1)]
        outline = [outer[k[0]], outer[k[1]], outer[k[2]], inner[k[2]], inner[k[1]], inner[k[0]]]
        pieces.append((1 + arm // 2 % 2, np.array(outline)))
    centre = np.array([tip, tip])
    corner = []  # what four stars leave between them, a quarter at a time
    for quarter in range(4):
        a = quarter * math.pi / 2
        c, s = math.cos(a), math.sin(a)
        star = centre + np.array([c * tip - s * -tip, s * tip + c * -tip])
        for step in (8, 7, 6, 5, 4):
            angle = a + step * math.pi / 8
            away = tip if step % 2 == 0 else tip * VALLEY
            corner.append(star + away * np.array([math.cos(angle), math.sin(angle)]))
        corner.pop()  # the next star has the same tip
    pieces.append((3 + odd, np.array(corner)))
    return pieces


def _around(turns: Array, tip: float) -> Array:
    """A star's corners."""
    away = np.where(np.arange(16) % 2 == 0, tip, tip * VALLEY)
    return np.stack([np.cos(turns) * away, np.sin(turns) * away], 1)


def _inset(outline: Array, by: float) -> Array:
    """The outline moved inwards by as much on all its sides."""
    before, after = outline - np.roll(outline, 1, 0), np.roll(outline, -1, 0) - outline
    area = np.sum(outline[:, 0] * np.roll(outline[:, 1], -1) - np.roll(outline[:, 0], -1) * outline[:, 1])
    side = 1.0 if area > 0 else -1.0
    normals = []
    for edge in (before, after):
        edge = edge / np.linalg.norm(edge, axis=1, keepdims=True)
        normals.append(side * np.stack([-edge[:, 1], edge[:, 0]], 1))
    both = normals[0] + normals[1]
    return np.asarray(outline + by * 2 * both / np.maximum((both**2).sum(1, keepdims=True), 0.35), np.float64)


def _lay(many: np.random.Generator, pieces: list[tuple[Array, float]], glaze: Material) -> None:
    """Pieces with a worn edge, each a little higher, lower or tilted."""
    points, faces, tones, count = [], [], [], 0
    for outline, tone in pieces:
        corners = len(outline)
        middle = outline.mean(0)
        level, lean = many.uniform(-0.0016, 0.0), many.normal(0, 0.012, 2)
        rings = []
        for by, down, shade in EDGE:
            flat = _inset(outline, GAP + by)
            z = level - down + (flat - middle) @ lean * (down < 0.005)
            rings.append(np.concatenate([flat, z[:, None]], 1))
            tones.append(np.full(corners, tone + shade))
        index = np.arange(4 * corners).reshape(4, corners) + count
        after = np.roll(index, -1, 1)
        faces.append(np.stack([index[:-1], after[:-1], after[1:]], 2).reshape(-1, 3))
        faces.append(np.stack([index[:-1], after[1:], index[1:]], 2).reshape(-1, 3))
        top = np.concatenate([middle, [level]])[None]
        points += [*rings, top]
        tones.append(np.full(1, tone))
        hub = count + 4 * corners
        faces.append(np.stack([index[3], after[3], np.full(corners, hub)], 1))
        count = hub + 1
    joined = np.concatenate(points), np.concatenate(faces)
    masses.mass("tiles", *joined, glaze, np.concatenate(tones), smooth=False)
