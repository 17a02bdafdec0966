"""Nuts that show what they are full of: pistachios; acorns and chestnuts with their leaves and burrs."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, heap, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.relief import ball, cloud, pushed

_SHELL: Stops = [
    (0.0, (150, 112, 72)), (0.3, (202, 168, 122)), (0.6, (228, 204, 164)), (1.0, (240, 224, 192)),
]  # fmt: skip
_GREEN: Stops = [
    (0.0, (86, 44, 50)), (0.25, (126, 70, 66)), (0.45, (150, 124, 70)), (0.65, (150, 164, 62)),
    (1.0, (186, 196, 98)),
]  # fmt: skip


def _pistachios(it: Corner) -> list[str]:
    """A heap with some kernels; six."""
    stuffs = (
        skin(_SHELL, 0.5, tone=(50, 0.1), relief=(160, 0.0008), coat=0.05),
        skin(_GREEN, 0.55, tone=(70, 0.14), relief=(120, 0.0012), under=0.1),
    )
    dice = dice_of(it.rng)
    for count, bare, spread, steep in ((34, 9, (0.15, 0.11), 0.5), (7, 3, (0.12, 0.07), 0.05)):
        x, y = it.spot(spread[0] + 0.05)
        shells, kernels = list[s.Patch](), list[s.Patch]()
        for dx, dy, z in heap(dice, count, 0.0235, spread, steep).tolist():
            open_by = dice.uniform(0.2, 0.42)
            # its slit up, mostly, and its mouth to any side
            turn = (dice.normal(0, 0.5), dice.normal(0, 0.35), dice.uniform(0, 6.28))
            parts = [s.turned(one, turn, (0, 0, 0), 0.029) for one in _pistachio(dice, open_by)]
            low = min(float(one.points[:, 2].min()) for one in parts)
            lift = -low + max(0.0, z - 0.0235) * 0.86
            parts = [s.turned(one, (0, 0, 0), (x + dx, y + dy, lift)) for one in parts]
            shells += parts[:-1]
            kernels += parts[-1:]
        for dx, dy, _ in heap(dice, bare, 0.02, (0.17, 0.05), 0.05, middle=(0.02, -0.15)).tolist():
            turn = (dice.uniform(0, 6.28), dice.normal(0, 0.15), dice.uniform(0, 6.28))
            kernels += rest([_kernel(dice)], turn, x + dx, y + dy, 0.029)
        s.put("shells", shells, stuffs[0])
        s.put("kernels", kernels, stuffs[1])
    return ["pistachios"]


def _kernel(dice: np.random.Generator) -> s.Patch:
    """Along x, about 1.7 units long, its thin purple skin worn off in places."""
    rings = ball((0.44, 0.46, 0.86), 40, 34)
    z = rings[..., 2]
    rings[..., :2] *= (1 - 0.18 * z + 0.06 * np.cos(5 * z))[..., None]
    ribs = cloud(dice, rings * np.array([1, 1, 0.4]), 4.5)
    rings = pushed(rings, 0.09 * (ribs - 0.5))
    worn = cloud(dice, rings * np.array([1, 1, 0.5]), 3.0, 2)
    shade = dice.uniform(-0.06, 0.1) + 1.1 * worn + 0.15 * (ribs - 0.5)
    return s.turned(s.sheet(rings, np.clip(shade, 0, 1), around=True), (0, math.pi / 2, 0))


def _pistachio(dice: np.random.Generator, open_by: float) -> list[s.Patch]:
    """Two halves of a shell along x, their slit up and open at +x, and the kernel, the last."""
    rings = ball((0.62, 0.62, 1.0), 56, 40)
    z = rings[..., 2]
    rings[..., :2] *= (1 - 0.12 * z - 0.1 * z**2)[..., None]
    rings[..., 2] += 0.08 * np.clip(-z, 0, 1) ** 8 * -1
    dents = cloud(dice, rings, 1.4)
    lines = mottle(dice, rings.shape[:2], (2, 24))
    rings = pushed(rings, 0.06 * (dents - 0.5) + 0.014 * (lines - 0.5))
    shade = 0.72 + 0.3 * (lines - 0.5) + 0.3 * (cloud(dice, rings, 2.5, 2) - 0.5)
    shade = shade - 0.4 * np.clip(-z - 0.8, 0, 1) / 0.2 + dice.uniform(-0.08, 0.08)
    parts = list[s.Patch]()
    columns = rings.shape[1] // 2
    for half in (0, 1):
        keep = (np.arange(columns + 1) + half * columns) % rings.shape[1]
        outer, tone = rings[:, keep], shade[:, keep]
        sign = 1.0 if half == 0 else -1.0
        inner = outer * np.array([0.86, 0.86, 0.92])
        pieces = [(outer, tone), (inner[:, ::-1], 0.85 + 0 * tone)]
        for edge in (0, -1):
            lip = np.stack([outer[:, edge], inner[:, edge]], 1)
            pieces.append((lip, np.full(lip.shape[:2], 0.9)))
        for grid, tones in pieces:
            made = grid + np.array([0.0, 0.0, 1.0])  # hinged at its closed end
            a = -sign * 0.5 * open_by
            c, q = math.cos(a), math.sin(a)
            y, up = made[..., 1] * c - made[..., 2] * q * 1.0, made[..., 1] * q + made[..., 2] * c
            swung = np.stack([made[..., 0], y, up - 1.0], 2)
            # from standing (z along) to lying along x with the slit's edge up
            lying = np.stack([swung[..., 2], swung[..., 1], -swung[..., 0]], 2)
            parts.append(s.sheet(lying, np.clip(tones, 0, 1)))
    core = _kernel(dice)
    parts.append(s.turned(core, (0, 0, 0), (0.06, 0.0, 0.05), 1.02))
    return parts


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"pistachios": _pistachios}
