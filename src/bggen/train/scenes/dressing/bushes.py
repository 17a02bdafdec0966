"""Blueberries and raspberries."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, heap, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

_BLUEBERRY: Stops = [
    (0.0, (20, 18, 28)), (0.25, (36, 36, 62)), (0.5, (62, 70, 106)), (0.75, (112, 124, 156)),
    (1.0, (168, 178, 198)),
]  # fmt: skip
#: heights of rows of beads, and how far out they are
_ROWS = [(-1.16, 0.0), (-0.97, 0.36), (-0.62, 0.58), (-0.22, 0.74), (0.2, 0.84), (0.58, 0.8), (0.82, 0.56)]
_RASPBERRY: Stops = [(0.0, (96, 4, 16)), (0.45, (186, 12, 36)), (0.8, (222, 34, 58)), (1.0, (240, 110, 120))]


def _blueberries(it: Corner) -> list[str]:
    """A little heap; a few strewn."""
    stuff = skin(_BLUEBERRY, 0.62, tone=(42, 0.42), relief=(90, 0.0015), under=0.05)
    x, y = it.spot(0.17)
    dice = dice_of(it.rng)
    r = 0.029
    poured = heap(dice, 40, r * 0.95, (0.16, 0.13))
    strewn = np.array([[-0.2, -0.06, r], [0.17, -0.13, r], [0.06, -0.19, r]])
    spots = np.concatenate([poured, strewn]) + np.array([x, y, 0.0])
    s.put("blueberries", [_blueberry(dice, r, tuple(at)) for at in spots.tolist()], stuff)
    x, y = it.spot(0.13)
    few = [
        (-0.1, 0.02),
        (-0.045, 0.035),
        (-0.06, -0.05),
        (0.03, -0.01),
        (0.1, 0.06),
        (0.12, -0.07),
        (0.0, 0.1),
    ]
    berries = [_blueberry(dice, r * dice.uniform(0.92, 1.08), (x + a, y + b, r)) for a, b in few]
    s.put("blueberries", berries, stuff)
    return ["blueberries"]


def _blueberry(dice: np.random.Generator, r: float, at: g.Point) -> s.Patch:
    """A ball with a crown of five teeth, turned anyhow but seldom down."""
    profile = [
        (0.001, -0.86), (0.3, -0.83), (0.7, -0.62), (0.97, -0.14), (0.95, 0.3), (0.72, 0.66), (0.5, 0.8),
        (0.44, 0.84), (0.47, 0.97), (0.42, 0.97), (0.36, 0.8), (0.2, 0.73), (0.001, 0.72),
    ]  # fmt: skip
    rings, turns = s.spun(profile, 40, 46)
    out = np.hypot(rings[..., 0], rings[..., 1])
    crown = np.clip((rings[..., 2] - 0.84) / 0.1, 0, 1)
    star = 0.5 + 0.5 * np.cos(5 * turns + dice.uniform(0, 6))
    rings[..., :2] *= (1 + 0.32 * crown * star)[..., None]
    rings[..., 2] += 0.1 * crown * (star - 0.8)
    inner = np.clip((0.44 - out) / 0.1, 0, 1) * (rings[..., 2] > 0.5)
    shade = 0.48 + dice.uniform(-0.16, 0.16) + 0.0 * out
    shade = np.clip(shade - 0.3 * inner + 0.12 * crown - 0.12 * (rings[..., 2] < -0.78), 0, 1)
    turn = (dice.uniform(-1.5, 1.5), dice.uniform(-1.5, 1.5), dice.uniform(0, 6.28))
    return s.turned(s.sheet(rings, shade, around=True), turn, at, r * dice.uniform(0.9, 1.08))


def _raspberries(it: Corner) -> list[str]:
    """A heap; three loose ones."""
    stuff = skin(_RASPBERRY, 0.26, tone=(70, 0.06), under=0.35, coat=0.2)
    hair = skin([(0.0, (200, 140, 100)), (1.0, (232, 190, 150))], 0.6)
    dice = dice_of(it.rng)
    r = 0.042
    x, y = it.spot(0.18)
    spots = heap(dice, 15, r * 0.92, (0.16, 0.13)) + np.array([x, y, 0.0])
    _berries(dice, r, spots, (stuff, hair))
    x, y = it.spot(0.13)
    few = np.array([[-0.07, -0.02, r], [0.03, -0.04, r], [0.05, 0.07, r]])
    _berries(dice, r, few + np.array([x, y, 0.0]), (stuff, hair))
    return ["raspberries"]


def _berries(dice: np.random.Generator, r: float, spots: s.Floats, stuffs: tuple[Material, Material]) -> None:
    """Raspberries of many small beads, lying on their sides or upside down, hollow where the stalk was."""
    bead, _ = s.spun([(0.001, -0.2), (0.9, -0.1), (0.98, 0.25), (0.7, 0.75), (0.001, 1.0)], 14, 9)
    fruits, hairs = [], []
    for at in spots.tolist():
        turn = (dice.uniform(0.9, 2.2), 0.0, dice.uniform(0, 6.28))
        own = dice.uniform(-0.1, 0.1)
        for k, (row, wide) in enumerate(
            [
                (-0.98, 0.0),
                (-0.78, 0.44),
                (-0.44, 0.68),
                (-0.06, 0.82),
                (0.32, 0.86),
                (0.66, 0.76),
                (0.84, 0.5),
            ]
        ):
            count = max(1, round(wide * 16))
            for n in range(count):
                way = (n + 0.5 * (k % 2)) * 2 * math.pi / count + dice.uniform(-0.06, 0.06)
                foot = np.array([wide * math.cos(way), wide * math.sin(way), row])
                out = foot - np.array([0.0, 0.0, 0.35 * row + (0.5 if k == 6 else 0.0) * -1])
                size = 0.215 * dice.uniform(0.88, 1.1)
                tone = np.clip(0.62 + own + dice.uniform(-0.1, 0.12) - 0.55 * (bead[..., 2] < 0.1), 0, 1)
                one = s.turned(s.sheet(bead, tone, around=True), s.aim(out), tuple(foot * 0.88), size)
                fruits.append(s.turned(one, turn, tuple(at), r))
                if dice.random() < 0.35:
                    start = foot + out / np.linalg.norm(out) * 0.1
                    bent = s.bow(start, out * 0.08, start + out * 0.1 + dice.normal(0, 0.07, 3), 6)
                    hairs.append(s.rotated(bent, turn) * r + np.array(at))
        inside, _ = s.spun([(0.36, 0.8), (0.42, 0.6), (0.36, -0.2), (0.1, -0.5), (0.001, -0.52)], 24, 20)
        dark = np.clip(0.45 + 0.4 * inside[..., 2], 0, 1)
        fruits.append(s.turned(s.sheet(inside, dark, around=True), turn, tuple(at), r))
    s.put("raspberries", fruits, stuffs[0])
    half = np.full(np.array(hairs).shape[:2], 0.0003)
    s.put("hairs", [s.strands(np.array(hairs), half, 0.5)], stuffs[1])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"blueberries": _blueberries, "raspberries": _raspberries}
