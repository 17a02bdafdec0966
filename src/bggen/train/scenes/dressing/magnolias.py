"""Cups of thick petals: a magnolia's branch, lotus blooms."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import corollas as c
from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.florets import BALL, bead
from bggen.train.scenes.matter.palette import Rng

_INSIDE: Stops = [(0.0, (240, 208, 216)), (0.4, (250, 236, 238)), (1.0, (252, 246, 244))]
_OUTSIDE: Stops = [
    (0.0, (172, 44, 104)), (0.25, (206, 92, 142)), (0.55, (236, 166, 194)), (0.85, (250, 226, 232)),
    (1.0, (252, 242, 242)),
]  # fmt: skip
_BARK: Stops = [(0.0, (78, 66, 56)), (0.5, (120, 108, 94)), (1.0, (158, 148, 132))]
_FUR: Stops = [(0.0, (112, 116, 82)), (0.6, (158, 160, 124)), (1.0, (206, 208, 178))]
_HEART: Stops = [(0.0, (168, 60, 96)), (0.5, (206, 196, 120)), (1.0, (190, 206, 110))]
_LOTUS: Stops = [
    (0.0, (250, 238, 196)), (0.2, (250, 226, 226)), (0.55, (246, 186, 206)), (0.85, (236, 128, 168)),
    (1.0, (218, 84, 138)),
]  # fmt: skip
_LOTUS_BACK: Stops = [
    (0.0, (232, 226, 180)),
    (0.25, (246, 204, 214)),
    (0.7, (238, 144, 180)),
    (1.0, (218, 84, 138)),
]
_THREAD: Stops = [(0.0, (246, 236, 190)), (0.5, (250, 214, 90)), (1.0, (240, 178, 30))]
_POD: Stops = [(0.0, (168, 180, 60)), (0.7, (226, 216, 90)), (0.85, (206, 196, 70)), (1.0, (120, 116, 40))]


def _magnolia(it: Corner) -> list[str]:
    """A branch with open blooms, a closed one and furry buds; a twig with one bloom."""
    x, y = it.spot(0.4)
    rise = 0.05 if it.flat_lay else 0.17
    foot = np.array([x - 0.42, y + 0.06, 0.014])
    main = _gnarled(it.rng, s.bow(foot, np.array([0.3, -0.06, 0.03]), foot + c.v(0.64, -0.06, rise), 60))
    twigs = [main]
    for part, turn, long in ((0.42, 0.85, 0.24), (0.62, -0.75, 0.18), (0.8, 0.7, 0.13)):
        at, _ = f.along(main, part)
        to = f.heading(turn, 1.6 * rise)
        twigs.append(_gnarled(it.rng, s.bow(at, 0.4 * long * to, at + long * (to + 0.9 * rise * f.UP), 30)))
    _flowering(it, twigs, (1.0, 0.9, 0.95, 0.5), 0.0115)
    x, y = it.spot(0.24)
    foot = np.array([x - 0.22, y + 0.03, 0.01])
    twig = _gnarled(it.rng, s.bow(foot, np.array([0.13, -0.02, 0.02]), foot + c.v(0.24, -0.03, 0.04), 40))
    at, _ = f.along(twig, 0.5)
    shoot = _gnarled(it.rng, s.bow(at, np.array([0.03, 0.05, 0.01]), at + c.v(0.11, 0.11, 0.03), 20))
    _flowering(it, [twig, shoot], (0.95, 0.0), 0.008)
    return ["magnolia branch"]


def _gnarled(rng: Rng, path: s.Floats) -> s.Floats:
    """The path with small kinks."""
    t, shift = np.linspace(0, 1, len(path))[:, None], rng.uniform(0, 6)
    kink = np.concatenate([np.sin(10 * t + shift), np.sin(13 * t + 2 * shift), 0.4 * np.sin(8 * t)], 1)
    return np.asarray(path + 0.007 * kink * np.sin(math.pi * t) ** 0.5)


def _flowering(it: Corner, twigs: list[s.Floats], opened: tuple[float, ...], thick: float) -> None:
    """Bark, a bloom at each twig's end opened so far (0: a bud), furry buds at its knots."""
    bark, petals, fur, hearts = (list[s.Patch]() for _ in range(4))
    for k, (twig, wide_open) in enumerate(zip(twigs, opened, strict=True)):
        wide = (thick if k == 0 else 0.5 * thick) * np.linspace(1.0, 0.5, len(twig))
        knots = 1 + 0.35 * np.clip(np.sin(np.arange(len(twig)) * 0.8 + k), 0.75, 1) - 0.26
        bark.append(s.tube(twig, wide * knots, 0.5, 16))
        tip, way = f.along(twig, 0.999)
        if wide_open:
            lean = np.array([it.rng.uniform(-0.2, 0.2), -0.5, 0.75])
            n = way + ((1.3 * lean) if not it.flat_lay else 1.6 * f.UP)
            bloom, heart = _bloom(it.rng, 0.17 * it.rng.uniform(0.92, 1.05), wide_open)
            petals += c.posed(bloom, tip, n)
            hearts += c.posed(heart, tip, n)
            n = n / np.linalg.norm(n)
            fur.append(_scale(it.rng, tip - 0.004 * n, n + 0.5 * np.cross(n, f.heading(0)), 0.045))
        else:
            fur += _bud(it.rng, tip, way, 0.06)
        for part in (0.3, 0.62) if k == 0 else (0.55,):
            at, way = f.along(twig, part + it.rng.uniform(-0.08, 0.08))
            to = way + np.array([it.rng.uniform(-0.5, 0.5), -0.6, 0.9])
            fur += _bud(it.rng, at, to, it.rng.uniform(0.028, 0.046))
    s.put("bark", f.laid(bark, 0.004), s.tinted(_BARK, 0.8, relief=0.006, grain=80))
    s.put("magnolia", f.laid(petals, 0.005), c.faced(_INSIDE, _OUTSIDE, 0.45, 0.28, 0.06))
    s.put("fur", f.laid(fur, 0.003), s.tinted(_FUR, 0.85))
    s.put("hearts", hearts, s.tinted(_HEART, 0.6))


def _bloom(rng: Rng, long: float, wide_open: float) -> tuple[list[s.Patch], list[s.Patch]]:
    """A goblet of nine petals that looks to +z, the inner ones upright; its heart."""

    def tone(t: s.Floats, u: s.Floats) -> s.Floats:
        return np.asarray(0.03 + 0.85 * t**0.8 + 0.12 * np.abs(u) ** 2 * t)

    made, shift = list[s.Patch](), rng.uniform(0, 2)
    rows = ((3, 1.0, 0.15, 0.75), (3, 0.96, 0.7, 0.95), (3, 0.88, 1.05, 1.2))
    for row, (count, size, low, mid) in enumerate(rows):
        up = (1 - wide_open) * (1.35 - mid)
        pitch = (low + up, mid + up + 0.1, mid + up + 0.3, mid + up + 0.45 - 0.75 * wide_open * (row == 0))
        cut = c.Cut(
            size * long, c.form(0.36 * size * long, 0.3, 0.62, 0.55), pitch, (1.1, 0.9, 0.5), 0.012, 5,
            crease=0.012, veins=0.1, grid=(38, 29),
        )  # fmt: skip
        made += c.ring(rng, cut, tone, count, 0.006, 0.1, shift + row * math.pi / 3, 0.003 * row, 0.18)
    dice = dice_of(rng)
    hairs, _, _ = c.threads(dice, 40, 0.006, 0.012, 0.03, 0.001, 0.1)
    cone = f.many(
        bead([(0.001, 0.0), (0.16, 0.1), (0.2, 0.4), (0.1, 0.9), (0.001, 1.0)], 14, 16), np.zeros((1, 3)),
        f.UP[None], f.heading(0), np.array([0.055]), np.zeros(1),
    )  # fmt: skip
    return made, [hairs, cone]


def _scale(rng: Rng, at: s.Floats, way: s.Floats, long: float) -> s.Patch:
    """A furry husk that a bloom has thrown open."""
    leaf = f.lamina(rng, long, f.outline(21, 0.3 * long, 0.8, 0.7), fold=0.6, bend=-0.2, veins=0, columns=11)
    return f.grown(leaf, at, way, f.UP)


def _bud(rng: Rng, at: s.Floats, way: s.Floats, long: float) -> list[s.Patch]:
    """A pointed bud in silky fur."""
    dice = dice_of(rng)
    egg = bead([(0.001, -0.05), (0.12, 0.0), (0.21, 0.28), (0.17, 0.6), (0.06, 0.93), (0.001, 1.0)], 20, 24)
    made = f.grown(s.Patch(long * egg.points, egg.faces, 0.2 + 0.4 * egg.shade), at, way, f.UP)
    some = dice.integers(0, len(made.points), 700)
    foot, axis = made.points[some], way / np.linalg.norm(way)
    out = foot - at - ((foot - at) @ axis)[:, None] * axis
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    hair = (0.16 * out + axis + dice.normal(0, 0.1, (700, 3))) * dice.uniform(0.005, 0.01, (700, 1))
    paths = np.stack([foot, foot + 0.5 * hair, foot + hair], 1)
    half = np.broadcast_to([0.0006, 0.0005, 0.0001], paths.shape[:2])
    return [made, s.strands(paths, half, np.clip(0.7 + dice.normal(0, 0.2, (700, 1)), 0, 1))]


def _lotus(it: Corner) -> list[str]:
    """An open bloom with a bud; a small bloom."""
    for blooms, buds in (
        (((-0.04, 0.0, 0.2, 1.0),), ((0.25, -0.03, 0.17),)),
        (((0.0, 0.0, 0.165, 0.8),), ()),
    ):
        x, y = it.spot(0.34 if buds else 0.22)
        petals, gold, pods, stems = (list[s.Patch]() for _ in range(4))
        for dx, dy, r, wide_open in blooms:
            n = f.UP + (0.0 if it.flat_lay else 0.42) * np.array([0.15, -1.0, 0.0])
            made, threads, pod = _lotus_bloom(it.rng, r, wide_open)
            at = np.array([x + dx, y + dy, 0.035 if not it.flat_lay else 0.004])
            petals += c.posed(made, at, n)
            gold += c.posed(threads, at, n)
            pods += c.posed(pod, at, n)
        for dx, dy, long in buds:
            foot, way = np.array([x + dx, y + dy, 0.045]), np.array([0.55, -0.75, 0.16])
            cut = c.Cut(
                long, c.form(0.3 * long, 0.3, 0.42, 0.9), (0.75, 1.35, 1.85, 1.95), (1.2, 1.5),
                veins=0.12, crease=0.01,
                grid=(36, 29),
            )  # fmt: skip
            tone = _lotus_tone(0.1)
            made = c.ring(it.rng, cut, tone, 5, 0.012, 0.2) + c.ring(
                it.rng, cut, tone, 4, 0.006, 0.2, 0.6, 0.008
            )
            petals += c.posed(made, foot, way)
            way = way / np.linalg.norm(way)
            stems += c.stalks(
                [s.bow(foot, -0.08 * way, foot + c.v(-0.05, 0.24, -0.035), 24)], 0.0095, 1.0, 0.3
            )
        s.put("lotus", f.laid(petals, 0.006), c.faced(_LOTUS, _LOTUS_BACK, 0.45, 0.32, 0.05))
        s.put("stamens", gold, s.tinted(_THREAD, 0.7))
        s.put("pod", pods, s.tinted(_POD, 0.6))
        if stems:
            s.put("stem", f.laid(stems, 0.004), s.tinted([(0.0, (126, 140, 70)), (1.0, (96, 118, 58))], 0.6))
    return ["lotus flower"]


def _lotus_tone(late: float) -> c.Tone:
    return lambda t, u: np.asarray(
        0.04 + (0.8 - 0.25 * late) * t**1.15 + 0.12 * t**8 + 0.06 * np.abs(u) ** 3 * t
    )


def _lotus_bloom(rng: Rng, r: float, wide_open: float) -> tuple[list[s.Patch], list[s.Patch], list[s.Patch]]:
    """Rows of boat-shaped petals that look to +z, about a flat pod in a fringe of stamens."""
    made = list[s.Patch]()
    rows = (
        (6, 1.0, (-0.1, 0.12, 0.55)), (7, 1.0, (0.2, 0.45, 0.9)), (7, 0.94, (0.48, 0.72, 1.1)), (6, 0.84,
        (0.72, 0.95, 1.3)),
    )  # fmt: skip
    for row, (count, size, pitch) in enumerate(rows):
        up = 0.25 * (1 - wide_open) * (4 - row)
        cut = c.Cut(
            size * r, c.form(0.27 * size * r, 0.32, 0.55, 0.75), [p + up for p in pitch], (0.9, 0.9,
            0.6), 0.006, 5,
            crease=0.012, veins=0.11, grid=(38, 25),
        )  # fmt: skip
        shift = row * math.pi / count + rng.uniform(0, 0.3)
        made += c.ring(rng, cut, _lotus_tone(row / 3), count, 0.024, 0.1, shift, 0.004 * row, 0.2)
    dice = dice_of(rng)
    hairs, tips, ways = c.threads(dice, 240, 0.03, 0.022, 0.034, 0.0011, 0.25)
    knobs = f.many(
        bead([(0.001, -0.5), (0.14, -0.4), (0.16, 0.0), (0.12, 0.4), (0.001, 0.5)], 6, 8), tips, ways, f.UP,
        dice.uniform(0.01, 0.014, 240), dice.uniform(0.0, 0.4, 240),
    )  # fmt: skip
    rings, _ = s.spun(
        [(0.001, 0.0), (0.014, 0.002), (0.022, 0.02), (0.03, 0.043), (0.029, 0.047), (0.001, 0.045)], 40, 40
    )
    pod = s.sheet(rings, np.repeat(np.linspace(0, 0.7, 40)[:, None], 40, 1), True)
    spots = [
        np.zeros(2),
        *(0.012 * f.heading(a)[:2] for a in np.arange(5) * 1.257),
        *(0.022 * f.heading(a)[:2] for a in np.arange(9) * 0.698),
    ]
    feet = np.array([[*spot, 0.0468] for spot in spots])
    pits = f.many(bead(BALL, 10, 10), feet, np.tile(f.UP, (len(feet), 1)), f.heading(0),
        np.full(len(feet), 0.0062),
                  np.full(len(feet), 0.6))  # fmt: skip
    return made, [hairs, knobs], [pod, pits]


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"magnolia": _magnolia, "lotus": _lotus}
