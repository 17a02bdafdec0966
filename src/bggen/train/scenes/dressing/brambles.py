"""Blackberries."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, heap, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.stonefruit import sawn
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng

_BERRY: Stops = [
    (0.0, (8, 2, 10)), (0.4, (24, 7, 24)), (0.65, (44, 10, 34)), (0.85, (86, 12, 40)), (1.0, (134, 22, 46)),
]  # fmt: skip
_GREEN: Stops = [(0.0, (150, 168, 96)), (0.45, (86, 118, 52)), (0.8, (58, 92, 38)), (1.0, (42, 74, 30))]
_THREAD: Stops = [(0.0, (96, 62, 34)), (1.0, (190, 150, 104))]
#: heights of rows of beads, and how far out they are
_ROWS = [
    (-1.12, 0.0), (-0.98, 0.34), (-0.7, 0.58), (-0.36, 0.73), (0.0, 0.8), (0.36, 0.79), (0.68, 0.68),
    (0.9, 0.46),
]  # fmt: skip


def _blackberries(it: Corner) -> list[str]:
    """A heap with a leaf; three loose ones."""
    dice = dice_of(it.rng)
    stuffs = (
        skin(_BERRY, 0.13, tone=(60, 0.1), under=0.06, coat=0.45),
        skin(_THREAD, 0.6),
        f.leafy(_GREEN, 0.5, 0.2, mottle=0.3),
    )
    r = 0.042
    x, y = it.spot(0.19)
    spots = heap(dice, 13, r * 0.93, (0.15, 0.12)) + np.array([x, y, 0.0])
    for k, at in enumerate(spots):
        way = f.heading(dice.uniform(0, 6.28), dice.uniform(-0.1, 0.7))
        _berry(it.rng, dice, r * dice.uniform(0.93, 1.06), at, way, stuffs, calyx=k % 3 == 2)
    side = math.copysign(1.0, x)
    leaves = []
    for turn, long in ((0.55, 0.13), (1.35, 0.11), (-0.15, 0.105)):
        leaf = f.lamina(
            it.rng,
            long,
            sawn(f.outline(90, 0.3 * long, 0.72), 15, 0.16),
            fold=0.25,
            bend=0.25,
            veins=8,
            columns=25,
        )
        to = np.array([side, 1.0, 1.0]) * f.heading(turn, 0.18)
        leaves.append(f.grown(leaf, np.array([0.1 * side, 0.07, 0.02]), to, f.UP))
    s.put("leaves", f.settled(leaves, (x, y), 0.003), stuffs[2])
    x, y = it.spot(0.13)
    for dx, dy, turn in ((-0.075, 0.0, 0.9), (0.025, -0.045, -1.2), (0.055, 0.06, 2.4)):
        at = np.array([x + dx, y + dy, r * 0.92])
        _berry(it.rng, dice, r, at, f.heading(turn, 0.25), stuffs, calyx=dx > 0.05)
    return ["blackberries"]


def _berry(
    rng: Rng,
    dice: np.random.Generator,
    r: float,
    at: s.Floats,
    way: s.Floats,
    stuffs: tuple[Material, Material, Material],
    calyx: bool,
) -> None:
    """Many plump beads, its foot along `way`; with its `calyx` or the pale place where it was."""
    bead, _ = s.spun(
        [(0.001, -0.5), (0.6, -0.42), (0.94, 0.02), (0.92, 0.36), (0.68, 0.76), (0.32, 0.95), (0.001, 1.0)],
        22,
        18,
    )
    turn, place = s.aim(way), tuple(at.tolist())
    own = dice.uniform(-0.08, 0.08)
    beads, threads = [], []
    for k, (row, wide) in enumerate(_ROWS):
        count = max(1, round(wide * 15))
        for n in range(count):
            to = (n + 0.5 * (k % 2)) * 2 * math.pi / count + dice.uniform(-0.07, 0.07)
            foot = np.array([wide * math.cos(to), wide * math.sin(to), row + dice.uniform(-0.03, 0.03)])
            out = foot - np.array([0.0, 0.0, 0.3 * row])
            out /= max(float(np.linalg.norm(out)), 1e-6)
            ripe = 0.42 + own + dice.uniform(-0.16, 0.14) + 0.3 * (dice.random() < 0.05) + 0.06 * row
            tone = np.clip(ripe - 0.3 * np.clip(0.3 - bead[..., 2], 0, 1), 0.02, 0.9)
            one = s.turned(s.sheet(bead, tone, around=True), s.aim(out), tuple((foot * 0.9).tolist()))
            size = 0.235 * dice.uniform(0.9, 1.08)
            grown = s.Patch((one.points - foot * 0.9) * size + foot * 0.9, one.faces, one.shade)
            beads.append(s.turned(grown, turn, place, r))
            if dice.random() < 0.3:
                tip = foot + out * 0.16
                threads.append(s.bow(tip, out * 0.05, tip + out * 0.07 + dice.normal(0, 0.05, 3), 6))
    core, _ = s.spun(
        [(0.001, -0.9), (0.5, -0.5), (0.66, 0.1), (0.5, 0.75), (0.3, 0.9), (0.001, 0.86)], 24, 20
    )
    beads.append(s.turned(s.sheet(core, 0.1, around=True), turn, place, r))
    s.put("blackberry", beads, stuffs[0])
    hairs = s.rotated(np.array(threads), turn) * r + at
    s.put(
        "threads",
        [s.strands(hairs, np.full(hairs.shape[:2], 0.00035), dice.random((len(hairs), 1)))],
        stuffs[1],
    )
    parts = []
    for k in range(5 if calyx else 0):
        sepal = s.blade(
            dice.uniform(0.62, 0.8), 0.17, tip=0.7, fold=0.3, bend=dice.uniform(-0.3, 0.25), wave=0.2
        )
        parts.append(
            s.turned(
                sepal, (dice.uniform(-0.1, 0.35), 0, (k + dice.uniform(-0.15, 0.15)) * 1.257), (0, 0, 0.95)
            )
        )
    if calyx:
        root = np.array([0.0, 0.0, 0.9])
        bent = s.bow(root, np.array([0, 0, 0.35]), root + np.array([dice.uniform(-0.2, 0.2), 0.1, 0.75]), 14)
        parts.append(s.tube(bent, np.linspace(0.075, 0.055, 14), 0.15))
    else:
        scar, _ = s.spun([(0.3, 0.86), (0.24, 0.97), (0.12, 0.9), (0.001, 0.8)], 24, 12)
        parts.append(s.sheet(scar, 0.02, around=True))
    s.put("calyx", [s.turned(part, turn, place, r) for part in parts], stuffs[2])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"blackberry": _blackberries}
