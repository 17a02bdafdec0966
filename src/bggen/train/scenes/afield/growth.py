"""What grows: grass, daisies, ferns, small firs, trunks."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from bggen.train.scenes.afield import terrain as t
from bggen.train.scenes.afield.terrain import Draws
from bggen.train.scenes.matter.earthen import Stops, earthen
from bggen.train.scenes.matter.materials import solid
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.matter.rough import thin
from bggen.train.scenes.stage import masses
from bggen.train.scenes.stage.masses import Array

GREENS: Stops = [
    (0.0, (30, 44, 18)), (0.35, (62, 88, 32)), (0.6, (98, 124, 50)), (0.85, (138, 154, 76)),
    (1.0, (192, 184, 122)),
]  # fmt: skip
NEEDLES: Stops = [(0.0, (10, 24, 14)), (0.5, (30, 58, 34)), (1.0, (70, 100, 58))]
FERN: Stops = [(0.0, (34, 66, 18)), (0.5, (78, 122, 36)), (1.0, (128, 160, 60))]
SPREAD = 2.4  # how far blades turn with their tuft


def grass(
    many: Draws, roots: Array, long: tuple[float, float], deep: float | Array, of: Material, lean: float = 0.7
) -> None:
    """Blades from `roots` (n, 2) that lie `deep` below, each leaning as its tuft does."""
    tufts, tones = t.noise(many, 0.5, 0.12, 1.3), t.noise(many, 1.4, 0.2, 1.5)
    count = len(roots)
    x, y = roots.T
    turn = SPREAD * tufts(x, y) + many.normal(0, 1.0, count)
    length = many.uniform(*long, count) * (1 + 0.12 * tufts(y, x))
    s = np.linspace(0, 1, 5)[None, :]
    tilt = np.clip(many.normal(lean, 0.3, count), 0.05, 1.4)[:, None] * (0.25 + 0.95 * s**1.3)
    out, up = (
        np.cumsum(np.insert(f(tilt[:, 1:]), 0, 0, 1), 1) * length[:, None] / 4 for f in (np.sin, np.cos)
    )
    paths = np.stack([x[:, None] + out * np.cos(turn)[:, None], y[:, None] + out * np.sin(turn)[:, None],
                      up - np.reshape(deep, (-1, 1))], 2)  # fmt: skip
    wide = many.uniform(0.0045, 0.009, count)[:, None] * np.minimum(1.0, 2.4 * (1.03 - s)) ** 0.8
    own = 0.42 + 0.1 * tones(x, y) + many.normal(0, 0.1, count)
    own = np.where(many.random(count) < 0.03, 0.95, own)
    masses.blades("grass", paths, wide, np.clip(own[:, None] + 0.3 * (s - 0.4), 0, 1), of,
                  many.normal(0, 0.6, count))  # fmt: skip


def lawn_stuff(stops: Stops = GREENS) -> Material:
    """What blades of grass are made of."""
    return thin("grass", stops, 0.45)


def daisies(many: Draws, at: Array, high: Array) -> None:
    """White heads with a yellow heart, on short stalks."""
    petals, size = 13, many.uniform(0.03, 0.042, len(at))
    turns, places = t.lying(many, len(at), 0.3), np.concatenate([at, high[:, None]], 1)
    points, faces = list[Array](), list[tuple[int, ...]]()
    for k in range(petals):
        a = 2 * math.pi * k / petals
        c, s = math.cos(a), math.sin(a)
        for along, wide, rise in ((0.2, 0.06, 0.02), (0.7, 0.2, 0.0), (1.0, 0.1, -0.06)):
            points += [
                np.array([along * c + w * s, along * s - w * c, rise + 0.02 * (k % 2)]) for w in (-wide, wide)
            ]
        first = 6 * k
        faces += [(first, first + 1, first + 3, first + 2), (first + 2, first + 3, first + 5, first + 4)]
    white = thin("petals", [(0.0, (214, 212, 206)), (1.0, (250, 250, 248))], 0.6, 0.2)
    t.strewn("petals", (np.array(points), np.array(faces)), places, turns, size, many.random(len(at)), white)
    ball, sides = masses.globe(2)
    yellow = solid((226, 168, 20), 0.8)
    hearts = ball * np.array([0.3, 0.3, 0.2]) + np.array([0, 0, 0.04])
    t.strewn("hearts", (hearts, sides), places, turns, size, many.random(len(at)), yellow)
    up = np.linspace(-0.12, 0, 4)[:, None] * np.array([0, 0, 1.0])
    paths = places[:, None] + up
    masses.rods("stalks", paths, np.full((len(at), 4), 0.004), np.full((len(at), 4), 0.5), lawn_stuff(), 5)


def ferns(many: Draws, at: Sequence[tuple[float, float]], reach: float, stops: Stops = FERN) -> None:
    """Fronds in a rosette from each place, their leaflets shorter to the tip."""
    paths, tones = list[Array](), list[Array]()
    s = np.linspace(0, 1, 30)
    for x, y in at:
        for k in range(many.integers(8, 12)):
            turn = 2.4 * k + many.normal(0, 0.2)
            long = reach * many.uniform(0.75, 1.15)
            out, rise = long * np.sin(1.35 * s) / 1.2, long * (0.75 * s - 0.62 * s**2.4)
            paths.append(np.stack([x + out * math.cos(turn), y + out * math.sin(turn), rise], 1))
            tones.append(np.full(30, many.uniform(0.3, 0.7)))
    feathered(many, np.array(paths), np.array(tones), 0.28 * reach, 0.014, thin("fern", stops, 0.5), 0.25)


def feathered(
    many: Draws, paths: Array, tones: Array, side: float, wide: float, of: Material, bare: float, per: int = 1
) -> None:
    """Stalks along paths (n, k, 3) with leaflets or needles `side` long to both sides of them.

    Args:
        bare: 0..1 of each path that has none, from its foot.
        per: leaflets a point of the path.
    """
    masses.rods("stalks", paths, np.full(paths.shape[:2], 0.3 * wide), tones, of, 4)
    along = np.gradient(paths, axis=1)
    along /= np.linalg.norm(along, axis=2, keepdims=True)
    across = np.cross(along, np.array([0, 0, 1.0]))
    across /= np.maximum(np.linalg.norm(across, axis=2, keepdims=True), 1e-6)
    s = np.linspace(0, 1, paths.shape[1])
    shape = np.where(
        s < bare, 0.0, np.sin(math.pi * np.clip((s - bare) / (1 - bare) * 0.9 + 0.1, 0, 1)) ** 0.6
    )
    made, shades = list[Array](), list[Array]()
    steps = np.linspace(0, 1, 4)[None, None, :, None]
    for hand in (-1, 1):
        for _ in range(per):
            toward = hand * across + 0.5 * along + many.normal(0, 0.13, paths.shape)
            reach = side * shape[None, :] * many.uniform(0.85, 1.1, paths.shape[:2])
            droop = np.array([0, 0, -0.35]) * steps**2
            leaflets = paths[:, :, None] + (toward[:, :, None] * steps + droop) * reach[..., None, None]
            kept = np.broadcast_to(shape > 0.05, paths.shape[:2])
            made.append(leaflets[kept])
            shades.append(np.clip(tones[kept] + many.normal(0, 0.1, kept.sum()), 0, 1))
    joined, tone = np.concatenate(made), np.concatenate(shades)
    half = wide * np.array([0.5, 1.0, 0.8, 0.15])[None, :].repeat(len(joined), 0)
    masses.blades("leaflets", joined, half, tone[:, None].repeat(4, 1), of, many.normal(0, 0.3, len(joined)))


def fir(many: Draws, x: float, y: float, tall: float, snow: Material | None) -> None:
    """A young fir, its boughs in whorls, under snow if there is any."""
    paths, tones = list[Array](), list[Array]()
    s = np.linspace(0, 1, 24)
    whorls = 9
    for k in range(whorls):
        part = k / whorls
        long, high = 0.55 * tall * (1 - part) ** 0.85, tall * (0.1 + 0.86 * part)
        for j in range(9):
            turn = 2 * math.pi * (j + 0.37 * k) / 9 + many.normal(0, 0.12)
            reach = long * many.uniform(0.8, 1.15)
            drop = reach * (0.12 * s - 0.42 * s**2)
            paths.append(
                np.stack([x + reach * s * math.cos(turn), y + reach * s * math.sin(turn), high + drop], 1)
            )
            tones.append(np.full(24, many.uniform(0.25, 0.75)))
    boughs = np.array(paths)
    feathered(
        many, boughs, np.array(tones), 0.13 * tall, 0.008 * tall, thin("needles", NEEDLES, 0.6, 0.1), 0.05, 3
    )
    stem = np.stack([np.full(8, x), np.full(8, y), np.linspace(-0.1, tall * 1.05, 8)], 1)[None]
    bark = earthen(Rng(1), [(0.0, (40, 28, 20)), (1.0, (96, 74, 56))], 40)
    masses.rods("stem", stem, np.linspace(0.05, 0.012, 8)[None] * tall, np.full((1, 8), 0.4), bark, 10)
    if snow is not None:
        lain = boughs[:, 5:] + np.array([0, 0, 0.018 * tall])
        broad = (0.1 * tall * np.sin(math.pi * np.linspace(0.12, 0.97, lain.shape[1])) ** 0.7)[None, :]
        broad = (
            broad
            * many.uniform(0.3, 1.05, len(lain))[:, None]
            * (1 + 0.3 * many.normal(0, 1, lain.shape[:2]))
        )
        masses.rods("load", lain, np.maximum(broad, 0.004), np.full(broad.shape, 0.5), snow, 8, 0.4)


def trunk(
    many: Draws, rng: Rng, x: float, y: float, thick: float, stops: Stops, moss: Stops, grown: float = 0.5
) -> None:
    """A tree's foot: furrowed bark, spreading roots, moss or snow low on one side by `grown` 0..1."""
    turns, high = np.linspace(0, 2 * math.pi, 160, endpoint=False), np.linspace(-0.12, 3.0, 150) ** 1.0
    rough, lobes = t.noise(many, 0.8, 0.05, 1.3), many.uniform(0, 6.28, 2)
    z, a = np.meshgrid(high, turns, indexing="ij")
    roots = 0.5 + 0.3 * np.cos(5 * a + lobes[0]) + 0.2 * np.cos(3 * a + lobes[1])
    flare = 1 + 1.1 * roots * np.exp(-np.maximum(z, 0) / (0.45 * thick))
    furrow = rough(a * thick * 2.2, 0.22 * z)
    r = thick * flare * (1 - 0.03 * z) + 0.016 * furrow
    points = np.stack([x + r * np.cos(a), y + r * np.sin(a), z], 2).reshape(-1, 3)
    index = np.arange(z.size).reshape(z.shape)
    after = np.roll(index, -1, 1)
    faces = np.stack([index[:-1], after[:-1], after[1:], index[1:]], 2).reshape(-1, 4)
    patches = t.noise(many, 1.2, 0.2, 1.6)
    side = 0.8 * np.cos(a + 1.9) + grown - 2.2 * z
    cover = np.clip(1.2 * patches(3 * a * thick, 1.5 * z) * grown * 2 + side, 0, 1) * 0.5
    tone = np.clip(0.24 + 0.11 * furrow, 0, 0.44) * (1 - (cover > 0.1)) + (cover > 0.1) * (0.58 + 0.3 * cover)
    joined = [(0.5 * p, c) for p, c in stops] + [(0.56 + 0.44 * p, c) for p, c in moss]
    masses.mass(
        "trunk", points, faces, earthen(rng, joined, 36, 0.06, 0.03, 0.95, 0.8, (1, 1, 0.3)), tone.ravel()
    )
