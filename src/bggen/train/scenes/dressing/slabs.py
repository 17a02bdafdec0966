"""Slabs of any outline with rounded edges and a top of its own relief: biscuits, soap, covers."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from mathutils import Vector
from mathutils.geometry import delaunay_2d_cdt

from bggen.train.scenes.dressing import shapes as s

#: what is added to the height at places (n, 2) so deep (n) inside the outline
Relief = Callable[[s.Floats, s.Floats], s.Floats]


def closed(corners: list[tuple[float, float]], each: int = 16) -> s.Floats:
    """A smooth closed line through the corners -> (n, 2), so many points from one to the next."""
    given = np.array(corners, float)
    before, after = np.roll(given, 1, 0), np.roll(given, -1, 0)
    slope, t = (after - before) / 2, np.linspace(0, 1, each, endpoint=False)[None, :, None]
    a, b, p, q = (x[:, None] for x in (given, after, slope, np.roll(slope, -1, 0)))
    line = (
        (2 * t**3 - 3 * t**2 + 1) * a
        + (t**3 - 2 * t**2 + t) * p
        + (3 * t**2 - 2 * t**3) * b
        + (t**3 - t**2) * q
    )
    return np.asarray(line.reshape(-1, 2))


def oblong(half: tuple[float, float], r: float, each: int = 12, side: int = 24) -> s.Floats:
    """The outline of a rectangle with rounded corners, against the clock."""
    line = list[s.Floats]()
    for k, (sx, sy) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        turns = math.pi / 2 * (k + np.linspace(0, 1, each))
        middle = np.array([sx * (half[0] - r), sy * (half[1] - r)])
        line.append(middle + r * np.stack([np.cos(turns), np.sin(turns)], 1))
    made = list[s.Floats]()
    for one, other in zip(line, line[1:] + line[:1], strict=True):
        t = np.linspace(0, 1, side, endpoint=False)[1:, None]
        made += [one, one[-1] * (1 - t) + other[0] * t]
    return np.concatenate(made)


def depth_in(outline: s.Floats, at: s.Floats) -> s.Floats:
    """How far inside the outline places (n, 2) are; below 0 outside."""
    after = np.roll(outline, -1, 0)
    far, inside = np.full(len(at), 9.0), np.zeros(len(at), bool)
    for a, b in zip(outline, after, strict=True):
        way = b - a
        t = np.clip(((at - a) @ way) / max(float(way @ way), 1e-12), 0, 1)
        far = np.minimum(far, np.hypot(*(at - a - t[:, None] * way).T))
        if a[1] != b[1]:
            over = (a[1] > at[:, 1]) != (b[1] > at[:, 1])
            inside ^= over & (at[:, 0] < a[0] + (at[:, 1] - a[1]) * way[0] / way[1])
    return np.where(inside, far, -far)


def slab(
    outline: s.Floats, high: float, edge: float, grain: float, relief: Relief | None = None, foot: float = 0.4
) -> s.Patch:
    """A solid over a counterclockwise outline, edges rounded by `edge`; its shade is the depth / 8 edges.

    Args:
        grain: how far apart the points of its top are.
        foot: how much of `edge` its lower edges are rounded by.
    """
    way = np.roll(outline, -1, 0) - np.roll(outline, 1, 0)
    inward = np.stack([-way[:, 1], way[:, 0]], 1) / np.hypot(*way.T)[:, None]
    low = foot * edge
    turns = np.linspace(0, math.pi / 2, 7)
    rows = [(low * (1 - math.sin(t)), low * (1 - math.cos(t))) for t in turns]
    rows += [(0.0, z) for z in np.linspace(low, high - edge, 6)[1:-1]]
    rows += [(edge * (1 - math.cos(t)), high - edge + edge * math.sin(t)) for t in turns]
    rings = np.array([np.column_stack([outline + d * inward, np.full(len(outline), z)]) for d, z in rows])
    rim = rings[-1, :, :2]
    lowest, highest = rim.min(0), rim.max(0)
    x, y = np.meshgrid(*(np.arange(a, b, grain) for a, b in zip(lowest, highest, strict=True)))
    x = x + 0.5 * grain * (np.arange(len(x)) % 2)[:, None]
    within = np.stack([x.ravel(), y.ravel()], 1)
    within = within[depth_in(rim, within) > 0.55 * grain]
    flat = np.concatenate([rim, within])
    count = len(rim)
    loop = [(k, (k + 1) % count) for k in range(count)]
    made = delaunay_2d_cdt([Vector(p) for p in flat.tolist()], loop, [], 1, 1e-6)
    top = np.array([list(p) for p in made[0]])
    start = (len(rows) - 1) * count
    own = np.array([start + k[0] if k and k[0] < count else -1 for k in made[3]])
    points = np.concatenate([rings.reshape(-1, 3), np.column_stack([top, np.full(len(top), high)])])
    index = np.where(own >= 0, own, len(rows) * count + np.arange(len(top)))
    three = index[np.array([list(face) for face in made[2] if len(face) == 3])]
    faces = np.concatenate([s.sheet(rings, 0.0, around=True).faces, np.column_stack([three, three[:, 2]])])
    below = np.arange(count)[::-1]
    middle = len(points)
    points = np.concatenate([points, [[*outline.mean(0), 0.0]]])
    fan = np.stack([below, np.roll(below, -1), np.full(count, middle), np.full(count, middle)], 1)
    depth = np.clip(depth_in(outline, points[:, :2]), 0, None)
    if relief is not None:
        points[:, 2] += relief(points[:, :2], depth) * np.clip(points[:, 2] / high, 0, 1)
    return s.Patch(points, np.concatenate([faces, fan]), np.clip(depth / (8 * edge), 0, 1))
