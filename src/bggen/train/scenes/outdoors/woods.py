"""Woods painted as `landscapes` are: canes of bamboo, a camp in a clearing."""

from __future__ import annotations

import math
from collections.abc import Callable

from bggen.train.scenes.matter.palette import Linear
from bggen.train.scenes.outdoors.canvas import SIZE, Canvas, mixed
from bggen.train.scenes.outdoors.strokes import (
    box,
    dabs,
    fill,
    hazed,
    inside,
    oval,
    scaled_light,
    spot,
    stroke,
)

MIDDLE = SIZE[1] / 2
BARKS: tuple[Linear, ...] = ((0.16, 0.1, 0.06), (0.22, 0.14, 0.08), (0.12, 0.09, 0.07))
GREEN = (0.56, 0.64, 0.26)  # air under leaves


def _bamboo(it: Canvas, sun: float) -> str:
    """Green canes one behind the other, light falling through their leaves, a path between them."""
    it.lens = 5
    it.light = mixed(it.noise(220, 260, 4), (0.3, 0.5, 0.1), (0.72, 0.86, 0.36))
    it.glow(sun, 1.6, 1.5, (0.7, 0.66, 0.36))
    it.lay(
        it.below(it.horizon + 0.05 * it.unit, 30),
        mixed(it.noise(90, 16, 4), (0.1, 0.16, 0.04), (0.34, 0.4, 0.12)),
    )
    path = [spot(it, x, away, -2.0)[:2] for x, away in ((-1.5, 12), (-1.5, 60), (1.5, 60), (1.5, 12))]
    it.lay(inside(path, 6), mixed(it.noise(60, 12, 4), (0.42, 0.34, 0.2), (0.66, 0.56, 0.36)))
    for count, near, haze, calm in ((46, 0.24, 0.66, 0.25), (26, 0.5, 0.34, 0.6), (15, 1.0, 0.0, 1.35)):
        for _ in range(count):
            x = it.rng.choice((-1, 1)) * it.rng.uniform(calm, 4.4)
            _cane(it, x, 0.24 * near * it.rng.uniform(0.8, 1.2), haze, sun)
        greens = [
            hazed(c, (0.62, 0.78, 0.32), haze)
            for c in ((0.07, 0.2, 0.02), (0.2, 0.42, 0.05), (0.42, 0.62, 0.12))
        ]
        top = it.horizon - 3.9 * it.unit
        for down, many in ((1.4, 240), (2.2, 130), (3.0, 50)):
            frame = (0.0, top, float(SIZE[1]), top + down * it.unit)
            dabs(it, many, frame, (0.26 * it.unit * (0.4 + near), 0.045 * it.unit * (0.4 + near)), greens)
    low: tuple[Linear, ...] = ((0.04, 0.12, 0.02), (0.1, 0.22, 0.04), (0.2, 0.34, 0.07))
    for side in (-1, 1):
        for k in range(9):
            column, row = MIDDLE + side * (0.62 + 0.3 * k) * it.unit, it.horizon + (0.2 + 0.1 * k) * it.unit
            dabs(it, 40, (column - 40, row - 26 - 3 * k, column + 40, row + 120), (15, 5), low)
    return "bamboo forest"


def _cane(it: Canvas, x: float, wide: float, haze: float, sun: float) -> None:
    """A cane `wide` units across, lit from one side, with its joints."""
    lean = it.rng.gauss(0, 0.05)
    green = it.rng.choice(((0.14, 0.34, 0.05), (0.24, 0.44, 0.08), (0.36, 0.46, 0.1)))
    mist, foot, top = (0.6, 0.76, 0.32), it.horizon + (0.2 + 0.7 * (1 - haze)) * it.unit, -10.0
    column = SIZE[1] / 2 + x * it.unit
    strips = 7
    for k in range(strips):
        across = (k + 0.5) / strips - 0.5
        lit = 0.45 + 0.85 * math.cos(1.5 * (across - (0.22 if sun > 0.5 else -0.22)) * math.pi) ** 2
        at = column + across * wide * it.unit
        end = at + lean * (foot - top)
        colour = hazed(scaled_light(green, lit), mist, haze)
        stroke(it, (at, foot), (end, top), colour, wide * it.unit / strips + 1)
    step = 3.2 * wide * it.unit + 20
    row = foot - it.rng.uniform(0, step)
    while row > 0:
        at, half = column + lean * (foot - row), 0.55 * wide * it.unit
        stroke(
            it,
            (at - half, row),
            (at + half, row),
            hazed((0.05, 0.09, 0.02), mist, haze),
            0.06 * it.unit * wide * 4,
        )
        stroke(it, (at - half, row + 0.09 * it.unit * wide * 4), (at + half, row + 0.09 * it.unit * wide * 4),
             hazed((0.62, 0.72, 0.4), mist, haze), 0.05 * it.unit * wide * 4)  # fmt: skip
        row -= step * it.rng.uniform(0.9, 1.1)


def _camp(it: Canvas, sun: float) -> str:
    """An orange tent in a clearing among trees in the sun, a fire of logs, lamps on a string."""
    it.lens = 5
    it.light = mixed(it.noise(150, 130, 4, 0.6), (0.16, 0.28, 0.06), (0.72, 0.8, 0.34))
    it.glow(sun, 1.7, 1.5, (0.7, 0.62, 0.34))
    greens: tuple[Linear, ...] = ((0.05, 0.13, 0.02), (0.14, 0.28, 0.04), (0.34, 0.46, 0.09))
    for count, wide, haze, foot in ((26, 0.1, 0.6, 0.02), (14, 0.17, 0.3, 0.12), (5, 0.32, 0.0, 0.26)):
        for k in range(count):
            x = (k + it.rng.uniform(0.1, 0.9)) / count * 8.4 - 4.2
            if haze or abs(x) > 1.5:
                trunk(it, x, wide * it.rng.uniform(0.7, 1.2), foot, it.rng.choice(BARKS), (GREEN, haze), sun)
        tints = [hazed(c, (0.6, 0.7, 0.26), haze) for c in greens]
        dabs(
            it,
            260,
            (0, it.horizon - 4.0 * it.unit, SIZE[1], it.horizon - (1.5 + haze) * it.unit),
            (15, 9),
            tints,
        )
        dabs(
            it,
            150,
            (0, it.horizon + (foot - 0.3) * it.unit, SIZE[1], it.horizon + (foot - 0.02) * it.unit),
            (13, 9),
            tints,
        )
    ground = mixed(it.noise(120, 14, 5), (0.12, 0.18, 0.04), (0.42, 0.44, 0.14))
    it.lay(it.below(it.horizon + 0.2 * it.unit + 6 * it.noise(50, SIZE[0], 3), 8), ground)
    side = 1 if sun < 0.5 else -1
    _tent(it, 1.3 * side, side)
    _fire(it, -1.25 * side)
    before = (0.0, 0.0)
    for k in range(17):  # lamps on a string between two trees
        t = k / 16
        x, up = MIDDLE + (t - 0.5) * 6.2 * it.unit, 2.0 - 1.5 * t * (1 - t)
        oval(it, x, it.horizon - up * it.unit, (4, 5), (3.2, 2.3, 1.1))
        if k:
            stroke(it, before, (x, it.horizon - up * it.unit - 5), (0.05, 0.05, 0.04), 2)
        before = (x, it.horizon - up * it.unit - 5)
    return "campsite with a tent"


def trunk(
    it: Canvas, x: float, wide: float, foot: float, bark: Linear, air: tuple[Linear, float], sun: float
) -> None:
    """A straight trunk `wide` units across, `foot` below the horizon, lit from one side, through hazy air."""
    lean = it.rng.gauss(0, 0.03)
    for k in range(5):
        across = (k + 0.5) / 5 - 0.5
        lit = 1.0 + (1.5 if sun > 0.5 else -1.5) * across
        at = MIDDLE + (x + across * wide) * it.unit
        low = it.horizon + foot * it.unit
        tone = hazed(scaled_light(bark, lit), *air)
        stroke(it, (at, low), (at + lean * low, 0), tone, wide * it.unit / 5 + 1)


def _tent(it: Canvas, x: float, side: int) -> None:
    """A ridge tent whose open end looks to the camera and whose long side goes back."""
    u, low = it.unit, it.horizon + 0.72 * it.unit
    middle, high = MIDDLE + x * u, low - 1.5 * u
    back = (middle + side * 1.35 * u, low - 1.45 * u)
    left, right = middle - 0.95 * u, middle + 0.95 * u
    outer, rear = (right, right + 1.0 * u) if side > 0 else (left, left - 1.0 * u)
    fill(it, [(middle, high), back, (rear, low - 0.4 * u), (outer, low)], (0.5, 0.13, 0.02))
    fill(it, [(middle, high), (left, low), (right, low)], (0.86, 0.3, 0.035))
    fill(
        it,
        [(middle, high + 0.12 * u), (middle - 0.46 * u, low), (middle + 0.46 * u, low)],
        (0.07, 0.03, 0.015),
    )
    for end in (-1, 1):  # the flaps, thrown back
        fill(
            it,
            [
                (middle, high + 0.1 * u),
                (middle + end * 0.46 * u, low),
                (middle + end * 0.66 * u, low - 0.1 * u),
            ],
            (1.0, 0.45, 0.08),
        )
    box(it, middle - 0.3 * u, low - 0.14 * u, middle + 0.26 * u, low, (0.2, 0.26, 0.34))  # a sleeping bag
    stroke(it, (middle, high), (left - 0.5 * u, low + 0.1 * u), (0.4, 0.36, 0.26), 1)
    fill(
        it,
        [(left, low), (right, low), (right + 0.2 * u, low + 0.1 * u), (left - 0.1 * u, low + 0.1 * u)],
        (0.06, 0.09, 0.02),
    )


def _fire(it: Canvas, x: float) -> None:
    """Logs across each other in a ring of stones, flames over them."""
    u, column, row = it.unit, MIDDLE + x * it.unit, it.horizon + 0.72 * it.unit
    it.glow(column / SIZE[1], -0.6, 0.5, (0.36, 0.14, 0.02))
    for k in range(12):
        turn = 2 * math.pi * k / 12
        tone = it.rng.uniform(0.1, 0.26)
        oval(
            it,
            column + 0.42 * u * math.cos(turn),
            row + 0.12 * u * math.sin(turn),
            (0.1 * u, 0.08 * u),
            (tone, tone, 0.95 * tone),
        )
    for a, b in ((-0.3, 0.22), (0.3, -0.2), (-0.05, 0.1)):
        stroke(it, (column + a * u, row), (column + b * u, row - 0.2 * u), (0.09, 0.05, 0.03), 9)
    for size, flame in ((1.0, (1.3, 0.32, 0.02)), (0.66, (2.2, 0.95, 0.12)), (0.36, (3.0, 2.2, 0.8))):
        for k in (-1, 0, 1):
            tip = row - (0.62 - 0.16 * abs(k)) * size * u
            middle = column + 0.13 * k * size * u
            fill(
                it,
                [
                    (middle - 0.12 * size * u, row - 0.06 * u),
                    (middle + 0.03 * u, tip),
                    (middle + 0.12 * size * u, row - 0.06 * u),
                ],
                flame,
            )


LANDSCAPES: dict[str, Callable[[Canvas, float], str]] = {"bamboo": _bamboo, "camp": _camp}
