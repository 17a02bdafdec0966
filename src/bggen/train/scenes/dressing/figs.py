"""Figs, whole and halved."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import halves as h
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, rest, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material

_FIG = [
    (0.001, -0.86), (0.09, -0.87), (0.16, -0.9), (0.4, -0.88), (0.74, -0.68), (0.96, -0.28), (1.0, 0.06),
    (0.9, 0.42), (0.66, 0.78), (0.42, 1.04), (0.27, 1.24), (0.2, 1.4), (0.16, 1.5), (0.08, 1.53),
    (0.001, 1.53),
]  # fmt: skip
_FIG_SKIN: Stops = [
    (0.0, (24, 14, 24)), (0.3, (52, 26, 46)), (0.5, (84, 42, 66)), (0.68, (118, 74, 86)),
    (0.84, (138, 116, 70)),
    (1.0, (150, 150, 74)),
]  # fmt: skip
_FIG_FLESH: Stops = [
    (0.0, (60, 26, 46)), (0.1, (206, 196, 132)), (0.24, (248, 238, 208)), (0.4, (236, 176, 138)),
    (0.55, (196, 64, 56)), (0.75, (148, 20, 32)), (1.0, (84, 6, 18)),
]  # fmt: skip
_GRAIN: Stops = [(0.0, (196, 92, 56)), (0.5, (226, 164, 92)), (1.0, (246, 214, 144))]


def _figs(it: Corner) -> list[str]:
    """Two whole ones and two halves; a half and a whole one."""
    dice = dice_of(it.rng)
    stuffs = (
        skin(_FIG_SKIN, 0.55, tone=(40, 0.1), relief=(70, 0.0016), under=0.04, sheen=0.15),
        h.flesh(_FIG_FLESH, (0.5, 0.14), 0.4, (150, 0.0016), (80, 0.05), (0.08, 0.03, 0.02), 0.25),
        skin(_GRAIN, 0.3, coat=0.3, under=0.2),
    )
    r = 0.082
    x, y = it.spot(0.24)
    side = math.copysign(1.0, x)
    _fig(dice, r, (x + 0.0 * side, y + 0.12), (0.12, 0.1 * side, 0.5), stuffs)
    _fig(dice, r * 0.95, (x + 0.16 * side, y + 0.05), (1.25, 0.3, 0.8 * side), stuffs)
    lean = (-0.95, 0.1 * side, -0.2 * side) if not it.flat_lay else (-1.5, 0.04, 0.3 * side)
    _half_fig(dice, r, (x - 0.11 * side, y - 0.04), lean, stuffs)
    lean = (-1.1, -0.1, 0.55 * side) if not it.flat_lay else (-1.55, 0.04, -0.8 * side)
    _half_fig(dice, r * 0.96, (x + 0.07 * side, y - 0.1), lean, stuffs)
    x, y = it.spot(0.17)
    side = math.copysign(1.0, x)
    lean = (-1.0, 0.05, -0.35 * side) if not it.flat_lay else (-1.5, 0.04, -0.4 * side)
    _half_fig(dice, r, (x - 0.06 * side, y - 0.04), lean, stuffs)
    _fig(dice, r * 0.95, (x + 0.085 * side, y + 0.04), (0.14, 0.2 * side, 1.8), stuffs)
    return ["figs"]


def _fig_body(dice: np.random.Generator, size: tuple[int, int]) -> tuple[s.Floats, s.Floats]:
    """Faintly ribbed, paler towards its neck and in streaks, with a bloom."""
    rings, turns = s.spun(_FIG, size[1], size[0])
    z = rings[:, :1, 2]
    shift = dice.uniform(0, 6)
    ribs = np.cos(14 * turns + 0.7 * np.sin(2 * turns + shift))
    swell = 0.014 * ribs * np.clip(1.2 - np.abs(z), 0, 1) + 0.025 * np.cos(2 * turns + shift)
    rings[..., :2] *= (1 + swell + 0.03 * (mottle(dice, size, (7, 9)) - 0.5))[..., None]
    rings[..., 0] += 0.09 * np.clip(z - 0.6, 0, 1) ** 1.5
    neck = np.clip((z - 0.5) / 0.9, 0, 1)
    streaks = mottle(dice, size, (3, 60)) - 0.5
    bloom = mottle(dice, size, (5, 6)) * 0.6 + mottle(dice, size, (14, 18)) * 0.4
    shade = 0.3 + 0.3 * (bloom - 0.4) + 0.2 * streaks * (0.4 + neck) + 0.12 * ribs * np.clip(z + 0.5, 0, 1)
    shade = shade + 0.62 * neck**1.6 * (0.5 + mottle(dice, size, (4, 24)))
    eye = np.exp(-((np.hypot(rings[..., 0], rings[..., 1]) / 0.13) ** 2)) * (z < -0.5)
    shade = shade + 0.4 * eye - 0.25 * (z > 1.47)
    cracks = (dice.random(size) > 0.99) * (z < 1.2)
    return rings, np.clip(shade + 0.22 * cracks, 0.02, 0.98)


def _fig(
    dice: np.random.Generator, r: float, at: tuple[float, float], turn: g.Point, stuffs: tuple[Material, ...]
) -> None:
    """Standing when unturned."""
    rings, shade = _fig_body(dice, (150, 168))
    s.put("fig", rest([s.sheet(rings, shade, around=True)], turn, *at, r), stuffs[0])


def _half_fig(
    dice: np.random.Generator, r: float, at: tuple[float, float], turn: g.Point, stuffs: tuple[Material, ...]
) -> None:
    """Cut along; unturned its face looks along -y, its neck up."""
    rings, tones = _fig_body(dice, (150, 168))
    shell, rim = h.half(rings, tones)
    cut = h.face(rim, (0.0, -0.02), 130, 360)
    out, size = cut.out, cut.x.shape
    lumps = mottle(dice, size, (30, 70)) * 0.6 + mottle(dice, size, (60, 160)) * 0.4 - 0.5
    uneven = 0.05 * (mottle(dice, (1, 360), (1, 26)) - 0.5)
    inner = np.clip(1 - (cut.left + 0.6 * uneven) / 0.17, 0, 1)  # 1 at the skin, 0 where the pulp begins
    pulp = np.clip((cut.left + uneven - 0.15) / 0.06, 0, 1)
    hollow = np.clip((0.26 + 2.5 * uneven - np.hypot(cut.x / 0.8, cut.z - 0.02)) / 0.1, 0, 1)
    strands = np.sin(64 * cut.way + 6 * lumps + 3 * np.sin(9 * out)) * np.sin(22 * out + 5 * lumps)
    tone = 0.27 - 0.16 * inner**2 + 0.05 * lumps
    tone = tone * (1 - pulp) + pulp * (0.6 + 0.3 * lumps + 0.12 * strands - 0.12 * np.clip(out - 0.5, 0, 1))
    tone = tone + 0.24 * hollow
    tone = tone * np.clip(cut.left / 0.02, 0, 1)
    deep = -0.03 * pulp * (0.5 + lumps) - 0.02 * pulp * strands + 0.16 * hollow + 0.02 * out**12
    parts = [shell, cut.sheet(deep, tone)]
    grains = []
    seed, _ = s.spun([(0.001, -1), (0.7, -0.5), (0.75, 0.2), (0.4, 0.8), (0.001, 1)], 10, 8)
    for _ in range(210):
        k = int(dice.integers(8, size[0] - 22)), int(dice.integers(0, size[1]))
        if pulp[k] < 0.7 or (dice.random() > out[k] + 0.15):
            continue
        place = (float(cut.x[k]), float(deep[k]) - 0.008, float(cut.z[k]))
        aim = tuple(dice.uniform(0, 6.28, 3).tolist())
        grains.append(
            s.turned(s.sheet(seed, dice.random(), around=True), aim, place, dice.uniform(0.022, 0.034))
        )
    every = rest([*parts, *grains], turn, *at, r)
    s.put("fig", every[:1], stuffs[0])
    s.put("cut", every[1:2], stuffs[1])
    s.put("grains", every[2:], stuffs[2])


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"fig": _figs}
