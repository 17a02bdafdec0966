"""Pineapples, whole and in slices."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from mathutils import Euler

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import halves as h
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

_BODY = [
    (0.001, -1.28), (0.3, -1.27), (0.62, -1.16), (0.86, -0.86), (0.98, -0.4), (1.0, 0.1), (0.94, 0.62),
    (0.8, 1.0),
    (0.6, 1.22), (0.36, 1.32), (0.001, 1.34),
]  # fmt: skip
_RIND: Stops = [
    (0.0, (52, 34, 20)), (0.2, (110, 68, 28)), (0.42, (176, 112, 34)), (0.62, (206, 148, 44)),
    (0.8, (168, 146, 56)),
    (1.0, (110, 122, 56)),
]  # fmt: skip
_LEAF: Stops = [
    (0.0, (132, 150, 104)), (0.3, (84, 116, 72)), (0.6, (52, 88, 52)), (0.85, (38, 70, 42)),
    (1.0, (92, 84, 52)),
]  # fmt: skip
_FLESH: Stops = [
    (0.0, (150, 100, 36)), (0.14, (238, 178, 20)), (0.35, (250, 200, 8)), (0.65, (255, 218, 44)),
    (1.0, (255, 238, 150)),
]  # fmt: skip
_BRACT: Stops = [(0.0, (84, 52, 26)), (0.4, (150, 112, 56)), (0.7, (140, 134, 70)), (1.0, (196, 168, 110))]
_GOLDEN = 2.39996


def _pineapples(it: Corner) -> list[str]:
    """A whole one; three slices."""
    dice = dice_of(it.rng)
    stuffs = (
        skin(_RIND, 0.48, tone=(40, 0.1), relief=(90, 0.002), under=0.05, coat=0.15),
        f.leafy(_BRACT, 0.6, 0.1, mottle=0.25),
        f.leafy(_LEAF, 0.5, 0.08, under=(120, 136, 104), mottle=0.2),
        h.flesh(_FLESH, (0.5, 0.26), 0.45, (70, 0.0009), (80, 0.06), (0.1, 0.07, 0.02), 0.15),
    )
    x, y = it.spot(0.3)
    side = math.copysign(1.0, x)
    if it.flat_lay:
        _whole(it, dice, 0.15, (x - 0.12 * side, y - 0.08), (1.5, 0.0, math.pi - 0.9 * side), stuffs)
    else:
        _whole(it, dice, 0.15, (x, y), (0.02, -0.03, 0.4), stuffs)
    x, y = it.spot(0.22)
    side = math.copysign(1.0, x)
    for dx, dy, turn in (
        (-0.08, -0.04, (0.0, 0.0, 0.3)),
        (0.06, 0.09, (1.05, 0.0, -0.25) if not it.flat_lay else (0.0, 0.05, 1.0)),
        (0.12, -0.11, (0.0, 0.0, 1.9)),
    ):
        _slice(dice, 0.125, (x + dx * side, y + dy), turn, stuffs, half=dx > 0.1)
    return ["pineapple"]


def _eyes(rings: s.Floats, count: int) -> s.Floats:
    """Places on the skin, wound about it, each as far from the next -> (count, 3)."""
    ring = np.hypot(rings[..., 0], rings[..., 1]).mean(1)
    step = np.hypot(np.gradient(ring), np.gradient(rings[:, 0, 2]))
    area = np.cumsum(ring * step)
    rows = np.interp((np.arange(count) + 0.5) / count * area[-1], area, np.arange(len(ring)))
    way = np.arange(count) * _GOLDEN
    k = rows.astype(int)
    return np.stack([ring[k] * np.cos(way), ring[k] * np.sin(way), rings[k, 0, 2]], 1)


def _rind(dice: np.random.Generator) -> tuple[s.Floats, s.Floats, s.Floats]:
    """Its body of many-sided eyes -> rings, shades, the places of the eyes."""
    rings, _ = s.spun(_BODY, 260, 230)
    eyes = _eyes(rings, 118)
    flat = rings.reshape(-1, 3)
    near = np.sort(np.linalg.norm(flat[:, None] - eyes[None], axis=2), axis=1)[:, :2]
    first, gap = near[:, 0].reshape(rings.shape[:2]), (near[:, 1] - near[:, 0]).reshape(rings.shape[:2])
    size = gap.shape
    mound = np.clip(gap / 0.16, 0, 1) ** 0.6
    pit = np.exp(-((first / 0.05) ** 2))
    swell = 0.085 * mound + 0.03 * np.exp(-((first / 0.1) ** 2)) - 0.02 * pit
    out = rings * np.array([1.0, 1.0, 0.3])
    out /= np.maximum(np.linalg.norm(out, axis=2, keepdims=True), 1e-9)
    fine = mottle(dice, size, (60, 90)) - 0.5
    rings = rings + out * (swell - 0.06 + 0.022 * fine)[..., None]
    ripe = mottle(dice, size, (4, 4)) - 0.5
    shade = 0.2 + 0.46 * mound - 0.3 * ripe + 0.22 * fine + 0.1 * np.clip(rings[..., 2] * 0.6, -0.6, 1)
    shade = shade + 0.22 * np.exp(-((first / 0.09) ** 2)) * (0.5 + ripe) - 0.3 * pit
    return rings, np.clip(shade, 0.02, 0.96), eyes


def _bracts(dice: np.random.Generator, eyes: s.Floats) -> list[s.Patch]:
    """A dry little leaf below the middle of each eye, pointing up and out."""
    parts = []
    for at in eyes:
        out = at * np.array([1.0, 1.0, 0.3])
        out /= np.linalg.norm(out)
        up = f.UP - out * out[2]
        up /= max(float(np.linalg.norm(up)), 1e-6)
        long = dice.uniform(0.19, 0.27)
        leaf = s.blade(long, 0.075, tip=0.45, fold=0.3, bend=-0.15)
        tones = np.clip(0.75 - 0.6 * np.repeat(np.linspace(0, 1, 25), 9) + dice.uniform(-0.15, 0.25), 0, 1)
        way = up + 0.3 * out + dice.normal(0, 0.1, 3)
        parts.append(f.grown(s.Patch(leaf.points, leaf.faces, tones), at - 0.012 * out - 0.07 * up, way, out))
    return parts


def _crown(it: Corner, dice: np.random.Generator) -> list[s.Patch]:
    """Stiff leaves, the inner ones upright, the outer ones bent back."""
    parts = []
    count = 46
    for k in range(count):
        t = k / count  # from the outermost
        long = 0.7 + 1.25 * math.sin(math.pi * (0.12 + 0.75 * t)) ** 1.1 * dice.uniform(0.9, 1.05)
        wide = f.outline(60, 0.12 * (1 - 0.35 * t) + 0.03, 0.42, 0.75)
        teeth = 1 - 0.09 * ((np.linspace(0, 1, 60) * 20) % 1.0)
        bend = 0.34 * (1 - t) + 0.1
        leaf = f.lamina(it.rng, long, wide * teeth, fold=0.55, bend=bend, wave=0.05, veins=0, columns=13)
        along = np.repeat(np.linspace(0, 1, 60), 13)
        streak = np.tile(0.08 * np.cos(np.linspace(-9, 9, 13)), 60)
        tones = (
            0.62 - 0.42 * np.exp(-((along / 0.16) ** 2)) + streak + 0.4 * np.clip((along - 0.94) / 0.05, 0, 1)
        )
        rise = 0.42 + 1.12 * t**0.75 + dice.uniform(-0.08, 0.08)
        way = f.heading(k * _GOLDEN, min(rise, 1.5))
        foot = np.array(
            [0.24 * (1 - t) * math.cos(k * _GOLDEN), 0.24 * (1 - t) * math.sin(k * _GOLDEN), 1.2 + 0.22 * t]
        )
        one = s.Patch(leaf.points, leaf.faces, np.clip(tones + dice.uniform(-0.08, 0.1), 0, 1))
        parts.append(f.grown(one, foot, way, f.UP - 0.9 * way))
    return parts


def _whole(
    it: Corner,
    dice: np.random.Generator,
    r: float,
    at: tuple[float, float],
    turn: g.Point,
    stuffs: tuple[Material, ...],
) -> None:
    """Standing when unturned."""
    rings, shade, eyes = _rind(dice)
    bracts = _bracts(dice, eyes[eyes[:, 2] > -1.2])
    body, tuft = s.sheet(rings, shade, around=True), _crown(it, dice)
    if it.flat_lay:  # the tuft is not stiff enough to hold the body up
        low = s.turned(body, turn).points[:, 2].min()
        tuft = [_over(one, turn, float(low)) for one in tuft]
    parts = rest([body, *bracts, *tuft], turn, *at, r)
    s.put("pineapple", parts[:1], stuffs[0])
    s.put("bracts", parts[1 : 1 + len(bracts)], stuffs[1])
    s.put("leaves", parts[1 + len(bracts) :], stuffs[2])


def _over(one: s.Patch, turn: g.Point, low: float) -> s.Patch:
    """Turned so, pressed flat where it would reach below `low`, and turned back."""
    points = s.rotated(one.points, turn)
    points[:, 2] = low + 0.5 * (points[:, 2] - low + np.sqrt((points[:, 2] - low) ** 2 + 0.004))
    inverse = Euler(turn).to_matrix().inverted()
    return s.Patch(points @ np.array(inverse).T, one.faces, one.shade)


def _slice(
    dice: np.random.Generator,
    r: float,
    at: tuple[float, float],
    turn: g.Point,
    stuffs: tuple[Material, ...],
    half: bool = False,
) -> None:
    """Cut across, in its rind, its face up when unturned; or half of that."""
    way = np.arange(240)[None, :] * 2 * math.pi / 240
    v = np.linspace(0, 1, 30)[:, None]
    thick, shift = 0.22, dice.uniform(0, 6)
    lumps = (
        np.abs(np.cos(5.5 * way + shift + 2.2 * (v - 0.5))) ** 0.7
        * np.abs(np.cos(5.5 * way - 2.2 * (v - 0.5))) ** 0.4
    )
    out = 0.93 + 0.06 * lumps + 0.02 * (mottle(dice, (30, 240), (5, 60)) - 0.5)
    wall = np.stack([out * np.cos(way), out * np.sin(way), thick * (0.5 - v) + 0 * way], 2)
    tones = 0.16 + 0.5 * lumps + 0.3 * (mottle(dice, (30, 240), (6, 50)) - 0.5)
    parts = [s.sheet(wall, np.clip(tones, 0, 0.9), around=True)]
    faces = [
        s.turned(_cut(dice, wall[0, :, :2]), (-math.pi / 2, 0, 0), (0, 0, thick / 2)),
        s.turned(_cut(dice, wall[-1, :, :2]), (math.pi / 2, 0, 0), (0, 0, -thick / 2)),
    ]
    if half:
        parts, faces = [_front(one) for one in parts], [_front(one) for one in faces]
        edge, _ = np.meshgrid(np.linspace(-0.93, 0.93, 90), np.ones(12))
        z = np.linspace(-0.5, 0.5, 12)[:, None] * thick + 0 * edge
        grain = mottle(dice, edge.shape, (3, 40)) - 0.5
        tone = (0.5 + 0.4 * grain + 0.3 * (np.abs(edge) < 0.2)) * np.clip(
            (0.93 - np.abs(edge)) / 0.08, 0.1, 1
        )
        faces.append(s.sheet(np.stack([edge, 0.02 * grain, z], 2), np.clip(tone, 0, 1)))
    every = rest([*parts, *faces], turn, *at, r)
    s.put("rind", every[:1], stuffs[0])
    s.put("flesh", every[1:], stuffs[3])


def _front(one: s.Patch) -> s.Patch:
    """Its part with y < 0, cut straight."""
    points = one.points.copy()
    kept = one.faces[(points[one.faces][..., 1] < 0).any(1)]
    points[:, 1] = np.minimum(points[:, 1], 0)
    return s.Patch(points, kept, one.shade)


def _cut(dice: np.random.Generator, rim: s.Floats) -> s.Patch:
    """A pale core, fibres that run out from it, pockets under the eyes."""
    cut = h.face(rim, (0, 0), 110, 400)
    out, way, size = cut.out, cut.way, cut.x.shape
    core = np.clip((0.21 + 0.02 * np.cos(3 * way) - out) / 0.04 + 0.5, 0, 1)
    rays, fine = mottle(dice, size, (5, 130)) - 0.5, mottle(dice, size, (26, 110)) - 0.5
    petals = np.abs(np.sin(5.5 * way + 0.5 * np.sin(2 * way)))
    seam = np.exp(-((petals / 0.16) ** 2)) * np.clip((out - 0.4) / 0.3, 0, 1)
    tone = 0.5 + 0.26 * rays + 0.16 * fine - 0.16 * seam + 0.06 * (1 - out)
    tone = tone * (1 - core) + core * (0.86 + 0.16 * fine)
    tone = tone - 0.12 * np.exp(-(((out - 0.24) / 0.03) ** 2)) - 0.3 * np.clip((out - 0.9) / 0.08, 0, 1)
    relief = 0.012 * rays + 0.007 * fine
    for k in range(11):
        to, away = (k + 0.5 + dice.uniform(-0.15, 0.15)) * 2 * math.pi / 11, dice.uniform(0.76, 0.84)
        gap = np.hypot(cut.x - away * math.cos(to), cut.z - away * math.sin(to))
        pocket = np.exp(-((gap / 0.035) ** 2)) * dice.uniform(0.3, 1.0)
        tone = tone - 0.3 * pocket
        relief = relief - 0.04 * pocket
    return cut.sheet(-relief + 0.03 * out**16, tone * np.clip((1 - out) / 0.03, 0, 1))


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"pineapple": _pineapples}
