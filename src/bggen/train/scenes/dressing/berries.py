"""Strawberries, whole and cut."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.materials import solid
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Colour, Rng

_BERRY = [
    (0.001, -1.5), (0.2, -1.44), (0.5, -1.12), (0.82, -0.5),
    (0.99, 0.1), (0.98, 0.42), (0.8, 0.72), (0.45, 0.84),
    (0.12, 0.8), (0.001, 0.78),
]  # fmt: skip


def _strawberries(it: Corner) -> list[str]:
    """A little heap, one of them cut, and two apart."""
    red, seed, green, cut = _berry_stuffs()
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    heap = [
        (-0.1, -0.08, 0.0, 0.3), (0.03, -0.1, 0.0, -0.9), (0.15, -0.03, 0.0, 1.2), (-0.05, 0.07, 0.0, 2.4),
        (0.1, 0.11, 0.0, 4.0), (0.0, -0.01, 0.105, 0.5), (0.09, 0.02, 0.11, -0.7),
    ]  # fmt: skip
    for dx, dy, high, way in heap:
        r = it.rng.uniform(0.058, 0.068)
        turn = (math.pi / 2 - 0.28, it.rng.uniform(-0.2, 0.2), way * side + it.rng.uniform(-0.3, 0.3))
        _berry(it.rng, r, (x + dx * side, y + dy, r * 0.93 + high), turn, (red, seed, green))
    _half_berry(0.066, (x - 0.13 * side, y - 0.21, 0.03), (-0.95, 0.0, 0.5 * side), (red, green, cut))
    x, y = it.spot(0.1)
    side = math.copysign(1.0, x)
    _berry(it.rng, 0.064, (x, y, 0.06), (math.pi / 2 - 0.28, 0.1, 0.7 * side), (red, seed, green))
    _berry(
        it.rng,
        0.056,
        (x + 0.1 * side, y + 0.1, 0.052),
        (math.pi / 2 - 0.28, 0.1, -0.6 * side),
        (red, seed, green),
    )
    return ["strawberries"]


def _berry_stuffs() -> tuple[Material, Material, Material, Material]:
    """Skin, seeds, leaves and what a cut shows."""
    red = s.tinted(
        [(0.0, (150, 12, 16)), (0.5, (204, 20, 24)), (0.85, (214, 36, 34)), (1.0, (240, 170, 140))], 0.25
    )
    body = red.node_tree.nodes["Principled BSDF"].inputs
    body["Subsurface Weight"].default_value, body["Subsurface Scale"].default_value = 0.25, 0.02
    green = s.tinted([(0.0, (150, 180, 90)), (0.5, (84, 136, 52)), (1.0, (60, 110, 44))], 0.5, 0.15)
    stops: list[tuple[float, Colour]] = [
        (0.0, (190, 22, 26)), (0.25, (226, 66, 58)), (0.6, (246, 160, 140)), (1.0, (252, 226, 210)),
    ]  # fmt: skip
    return red, solid((226, 176, 84), 0.4), green, s.tinted(stops, 0.3)


def _berry(
    rng: Rng, r: float, at: g.Point, turn: g.Point, stuffs: tuple[Material, Material, Material]
) -> None:
    """Its tip points down when unturned; each seed lies in a dent."""
    rings, turns = s.spun(_BERRY, 96, 84)
    shift = rng.uniform(0, 6)
    rings[..., :2] *= (1 + 0.05 * np.sin(2 * turns + shift) + 0.02 * np.sin(5 * turns + 2 * shift))[:, None]
    seeds = _seeds(rings)
    away = np.linalg.norm(rings[:, :, None, :] - seeds, axis=3).min(2)
    dent = np.exp(-((away / 0.085) ** 2))
    inward = rings - np.array([0.0, 0.0, 0.0])
    inward[..., 2] *= 0.4
    inward /= np.maximum(np.linalg.norm(inward, axis=2, keepdims=True), 1e-9)
    shade = np.clip(0.62 - 0.5 * dent + np.clip((rings[..., 2] - 0.66) / 0.2, 0, 1) * 0.5, 0, 1)
    s.put(
        "berry",
        [s.turned(s.sheet(rings - 0.07 * dent[..., None] * inward, shade, around=True), turn, at, r)],
        stuffs[0],
    )
    pip, _ = s.spun([(0.001, -0.05), (0.02, -0.024), (0.026, 0.012), (0.001, 0.046)], 8, 8)
    pips = []
    for place in seeds.tolist():
        out = math.atan2(place[1], place[0])
        pips.append(s.turned(s.sheet(pip, 0.5, around=True), (0, 0, out), tuple(0.968 * v for v in place)))
    s.put("seeds", [s.turned(one, turn, at, r) for one in pips], stuffs[1])
    s.put("calyx", [s.turned(one, turn, at, r) for one in _calyx(rng)], stuffs[2])


def _seeds(rings: s.Floats) -> s.Floats:
    """Places on the skin in rows that wind about it, as many to each part of it."""
    rows = np.linspace(6, 62, 13)
    places = []
    for k, row in enumerate(rows):
        ring = rings[round(row)]
        count = max(4, round(13 * float(np.hypot(*ring[0, :2]))))
        steps = (np.arange(count) + 0.5 * (k % 2)) * len(ring) / count
        places.append(ring[np.round(steps).astype(int) % len(ring)])
    return np.concatenate(places)


def _calyx(rng: Rng) -> list[s.Patch]:
    """Pointed leaves that curl up, and a bit of stalk."""
    parts = []
    for k in range(9):
        leaf = s.blade(rng.uniform(0.75, 1.0), 0.2, tip=0.6, fold=0.3, bend=rng.uniform(0.0, 0.3))
        parts.append(
            s.turned(
                leaf, (rng.uniform(0.1, 0.55), 0, 2 * math.pi * (k + rng.uniform(-0.2, 0.2)) / 9), (0, 0, 0.8)
            )
        )
    t = np.linspace(0, 1, 8)[:, None]
    parts.append(
        s.tube(
            np.array([0, 0, 0.78]) + t * np.array([0.15, 0.1, 0.5]) + t**2 * np.array([0.1, 0.0, 0.05]),
            0.06,
            0.2,
        )
    )
    return parts


def _half_berry(r: float, at: g.Point, turn: g.Point, stuffs: tuple[Material, Material, Material]) -> None:
    """Cut along; unturned its face looks along -y, its tip down."""
    rings, _ = s.spun(_BERRY, 96, 60)
    body = rings[:, :49].copy()
    s.put("berry", [s.turned(s.sheet(body, 0.6), turn, at, r)], stuffs[0])
    u = np.linspace(-1, 1, 61)[None, :]
    wide, z = rings[:, 0, 0][:, None], rings[:, 0, 2][:, None]
    core = np.exp(-((u * wide / 0.2) ** 2)) * np.clip((z + 1.0) / 0.5, 0, 1) * np.clip((0.7 - z) / 0.2, 0, 1)
    streaks = 0.08 * np.sin(14 * np.arctan2(z + 0.2, u * wide + 1e-6))
    shade = np.clip(
        0.85 * (1 - np.abs(u) ** 3) * 0.75 * np.clip((z + 1.5) / 0.7, 0, 1) + 0.5 * core + streaks, 0, 1
    )
    face = np.stack([u * wide, -0.02 * (1 - u**2) + 0.03 * core, z + 0 * u], 2)
    s.put("cut", [s.turned(s.sheet(face, shade), turn, at, r)], stuffs[2])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"strawberries": _strawberries}
