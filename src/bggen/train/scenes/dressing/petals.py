"""Petals of roses, strewn."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.palette import Rng

_PETALS: dict[str, Stops] = {
    "pink": [(0.0, (246, 234, 200)), (0.25, (250, 214, 216)), (0.6, (238, 150, 168)), (1.0, (206, 84, 116))],
    "red": [(0.0, (196, 110, 80)), (0.15, (156, 6, 18)), (0.6, (122, 0, 10)), (1.0, (72, 0, 6))],
    "white": [(0.0, (238, 234, 196)), (0.3, (250, 247, 238)), (0.7, (247, 243, 235)), (1.0, (232, 224, 212))],
}  # fmt: skip


def _rose_petals(it: Corner, hue: str) -> list[str]:
    """A strewn patch of fourteen; one of six."""
    stuff = f.leafy(_PETALS[hue], 0.6, 0.3, mottle=0.2)
    for count, reach in ((14, 0.26), (6, 0.14)):
        x, y = it.spot(reach + 0.08)
        petals = list[s.Patch]()
        for k in range(count):
            turn = 2.39996 * k + it.rng.uniform(-0.4, 0.4)
            away = reach * math.sqrt((k + 0.4) / count) * it.rng.uniform(0.85, 1.1)
            petal = _petal(it.rng, it.rng.uniform(0.095, 0.13))
            to = f.heading(it.rng.uniform(0, 2 * math.pi), it.rng.uniform(-0.15, 0.15))
            back = it.rng.chance(0.25)
            face = (-1 if back else 1) * f.UP + 0.35 * f.heading(it.rng.uniform(0, 2 * math.pi))
            made = f.grown(petal, away * f.heading(turn) - 0.05 * to, to, face, it.rng.uniform(-0.12, 0.12))
            low = np.array([x, y, 0.0015 - float(made.points[:, 2].min())])
            petals.append(s.Patch(made.points + low, made.faces, made.shade))
        s.put("petals", petals, stuff)
    return [{"pink": "pink petals", "red": "red rose petals", "white": "white petals"}[hue]]


def _petal(rng: Rng, long: float) -> s.Patch:
    """A rose's petal from its foot along y, cupped, its rim rolled back, with fine veins that fan out."""
    v, u = np.linspace(0, 1, 40)[:, None], np.linspace(-1, 1, 41)[None, :]
    shift = rng.uniform(0, 6)
    round_ = np.sqrt(np.clip(1 - ((v - 0.58) / 0.42) ** 2, 0, 1))
    wide = np.where(v > 0.58, round_, 0.2 + 0.8 * np.sin(math.pi / 2 * v / 0.58) ** 1.2) * rng.uniform(
        0.46, 0.56
    )
    x = u * wide * (1 + 0.04 * np.sin(7 * v + shift))
    y = v - 0.07 * v**8 * np.exp(-((x / 0.1) ** 2)) + 0.015 * np.sin(14 * x + shift) * v**3
    cup, roll = rng.uniform(0.05, 0.75), rng.uniform(0.1, 0.8)
    rim = np.clip(2 * np.hypot(x, y - 0.5) - 0.62, 0, 1)
    z = cup * (x**2 + 0.8 * (y - 0.45) ** 2) - roll * 1.6 * rim**2 * (1 + 0.5 * np.sin(2 * u + shift))
    z = (
        z
        + 0.03 * np.sin(7 * x + 4 * y + shift)
        + 0.035 * rim * np.sin(11 * u + shift)
        + rng.uniform(-0.3, 0.3) * x
    )
    dice = dice_of(rng)
    fan = u * (18 + 2.5 * v) + 0.8 * np.sin(4 * v + shift)
    veins = np.interp(fan, np.arange(-24, 25), dice.normal(0, 0.6, 49))
    shade = 0.08 + 0.5 * v**0.7 + 0.14 * rim * 3 + 0.1 * veins * np.clip(v * 4, 0, 1)
    z = z + 0.002 * veins
    return s.sheet(long * np.stack([x, y, z], 2), np.clip(shade, 0, 1))


MAKERS: dict[str, Callable[[Corner], list[str]]] = {
    "rose petals": partial(_rose_petals, hue="pink"),
    "red rose petals": partial(_rose_petals, hue="red"),
    "white petals": partial(_rose_petals, hue="white"),
}
