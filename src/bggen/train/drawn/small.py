"""Eyewear, jewellery, cutlery, small tools: what lies because it is flat or thin."""

# An outline is read with many points to a line.
# fmt: off

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bggen.train.drawn.pen import Pen


def glasses(pen: Pen) -> None:
    """Spectacles from the front, their temples folded, seen short, or spread out behind them."""
    of = pen.of
    wide, tall, gap, rim = of(0.26, 0.44), of(0.2, 0.4), of(0.06, 0.16), of(0.02, 0.1)
    filled, tilt = pen.chance(0.75), of(-8, 8)
    for side in (-1, 1):
        x = side * (wide + gap)
        if filled:
            corner = of(0.5, 1.0)
            pen.fill(
                [(x - side * wide, -tall * corner), (x + side * wide, -tall), (x + side * wide, tall * 0.4),
                 (x + side * wide * 0.4, tall), (x - side * wide * 0.6, tall), (x - side * wide, 0.2 * tall)], 3,
            )
        else:
            pen.ring(x, 0, wide, tall, rim, side * tilt)
    pen.stroke([(-gap - 0.06, -tall * 0.3), (0, -tall * of(0.3, 0.8)), (gap + 0.06, -tall * 0.3)], max(rim, 0.05))
    if pen.chance(0.4):
        pen.stroke([(-gap - wide, -tall * 0.8), (gap + wide, -tall * 0.8)], 0.04)
    _temples(pen, 2 * wide + gap, tall)


def _temples(pen: Pen, end: float, tall: float) -> None:
    how, thick = pen.rng.random(), pen.of(0.03, 0.09)
    for side in (-1, 1):
        hinge = (side * end, -tall * 0.6)
        if how < 0.35:  # spread out behind
            away, high = pen.of(-0.2, 0.4), pen.of(0.3, 1.1)
            pen.stroke([hinge, (side * (end + away), -tall - high), (side * (end + away * 0.8), -tall - high - 0.1)], thick)
        elif how < 0.6:  # folded behind the lenses, below which their tips show
            pen.stroke([hinge, (0, tall * pen.of(-0.5, 0.8)), (-side * end * 0.8, tall * pen.of(0.2, 1.2))], thick)
        elif how < 0.8:  # seen short
            pen.stroke([hinge, (side * (end + pen.of(0.02, 0.15)), -tall * pen.of(0.2, 0.7))], thick)


def earrings(pen: Pen) -> None:
    """A pair of drops, hoops or studs."""
    of = pen.of
    apart, kind = of(0.2, 0.5), int(pen.rng.integers(0, 5))
    wide, long, lean = of(0.1, 0.26), of(0.3, 0.9), of(-12, 12)
    for side in (-1, 1):
        x = side * apart
        if kind == 0:
            pen.ring(x, 0, wide, wide * of(0.9, 1.3), of(0.03, 0.09), lean)
            continue
        pen.stroke([(x, -0.3), (x + 0.02, -0.55), (x + side * 0.1, -0.6), (x + side * 0.14, -0.4)], of(0.015, 0.035))
        if kind == 1:
            pen.oval(x, -0.25 + long / 2, wide, long / 2, side * lean)
        elif kind == 2:
            for y in np.arange(-0.3, long - 0.3, 0.18):
                pen.oval(x + of(-0.02, 0.02), float(y), wide * of(0.3, 0.9), 0.09)
        elif kind == 3:  # a mobile of plates and bows
            pen.oval(x, -0.25, wide * of(0.6, 1.1), wide * of(0.6, 1.1))
            for k in (-1, 1):
                foot = x + k * wide * of(0.9, 1.8)
                pen.stroke([(x, -0.2), (foot, -0.1), (foot, 0.1 + long * of(0.1, 0.6))], of(0.05, 0.14))
                pen.fill([(foot, 0.1), (foot + 0.14, 0.3 + long * 0.4), (foot - 0.14, 0.32 + long * 0.4)], 0)
        else:
            pen.fill([(x, -0.35), (x + wide, long - 0.3), (x, long - 0.3 + of(-0.1, 0.2)), (x - wide, long - 0.3)], 1)
            for k in (-1, 0, 1):
                pen.stroke([(x + k * wide * 0.7, long - 0.35), (x + k * wide, long - 0.1)], of(0.03, 0.1))


def necklace(pen: Pen) -> None:
    """A chain laid in a curve, with a pendant; a bracelet or a rosary."""
    of = pen.of
    wide, deep, thick = of(0.3, 0.8), of(0.5, 1.3), of(0.015, 0.08)
    if pen.chance(0.4):
        pen.ring(0, 0, wide, wide * of(0.5, 1.2), thick + 0.02)
    else:
        end = of(0.1, 0.9) * wide
        pen.stroke([(-end, -deep / 2), (-wide, 0), (0, deep * 0.75), (wide, 0), (end, -deep / 2)], thick)
    if pen.chance(0.7):
        x, y = of(-0.05, 0.05), deep * 0.42
        pen.oval(x, y + 0.1, of(0.05, 0.18), of(0.06, 0.2), of(-20, 20))


def finger_ring(pen: Pen) -> None:
    """A ring with its stone."""
    of = pen.of
    wide, thick = of(0.45, 0.7), of(0.07, 0.22)
    pen.ring(0, 0.1, wide, wide * of(0.5, 1.05), thick, of(-20, 20))
    if pen.chance(0.7):
        stone = of(0.1, 0.3)
        pen.fill([(-stone, -wide), (-stone * 0.6, -wide - stone), (stone * 0.6, -wide - stone), (stone, -wide), (0, -wide + stone)], 1)


def strap(pen: Pen) -> None:
    """A belt or a watch laid out, or a belt in loose coils."""
    of = pen.of
    thick = of(0.07, 0.22)
    if pen.chance(0.35):
        turns = np.linspace(0, of(3.5, 5.5) * np.pi, 40)
        reach = np.linspace(of(0.2, 0.4), 0.8, 40)
        pen.stroke([(float(r * np.cos(a)), float(r * np.sin(a))) for r, a in zip(reach, turns, strict=True)], 0.5 * thick, 1)
        return
    pen.stroke([(of(-0.04, 0.04), -1.0), (of(-0.04, 0.04), 1.0)], thick, 0)
    head = of(0.12, 0.3)
    if pen.chance(0.5):
        pen.oval(0, of(-0.1, 0.1), head, head)
    else:
        pen.ring(0, -1.0, thick * 0.8, thick * 0.8, 0.05)


def cutlery(pen: Pen) -> None:
    """A fork, knife or spoon, or two or three side by side."""
    of = pen.of
    count = int(pen.rng.choice([1, 1, 2, 3]))
    for k in range(count):
        x, kind = (k - (count - 1) / 2) * of(0.26, 0.4), int(pen.rng.integers(0, 3))
        pen.stroke([(x, -0.3), (x, 0.5), (x, 1.0)], of(0.05, 0.1), 1)
        pen.oval(x, 0.9, of(0.04, 0.09), 0.18)
        wide = of(0.11, 0.2)
        if kind == 0:
            pen.oval(x, -0.7, wide, of(0.25, 0.36))
        elif kind == 1:
            pen.fill([(x - 0.05, -0.2), (x - 0.06, -0.9), (x + 0.03, -1.0), (x + wide * 0.6, -0.7), (x + 0.06, -0.2)], 1)
        else:
            pen.fill([(x - wide, -0.6), (x + wide, -0.6), (x + wide * 0.7, -0.3), (x, -0.2), (x - wide * 0.7, -0.3)], 1)
            for tine in np.linspace(-wide * 0.85, wide * 0.85, int(pen.rng.integers(2, 5))):
                pen.stroke([(x + float(tine), -0.5), (x + float(tine), -1.0)], 0.05, 0)


def scissors(pen: Pen) -> None:
    """Scissors, pliers or tongs, open or shut."""
    of = pen.of
    open_, bow = of(0.02, 0.5), of(0.16, 0.28)
    for side in (-1, 1):
        pen.fill([(side * 0.08, 0.1), (-side * 0.02, 0.1), (-side * open_, -1.0), (-side * open_ + 0.02, -1.0), (0.12 * side, -0.1)], 0)
        pen.stroke([(0, 0), (side * (0.1 + open_ * 0.4), 0.4)], 0.1)
        pen.ring(side * (bow + 0.04 + open_ * 0.4), 0.55, bow * of(0.7, 1), bow * of(0.9, 1.4), of(0.05, 0.1))


def key(pen: Pen) -> None:
    """A key, or a ring of keys with a fob."""
    of = pen.of
    count = int(pen.rng.integers(1, 4))
    if count > 1 or pen.chance(0.3):
        pen.ring(0, -0.6, of(0.2, 0.35), of(0.2, 0.35), 0.05)
    for k in range(count):
        a = np.radians((k - (count - 1) / 2) * of(20, 40))
        across, down = np.sin(a), np.cos(a)
        long, head = of(0.8, 1.2), of(0.14, 0.26)
        pen.oval(float(across * 0.2), float(-0.5 + down * 0.2), head, head)
        tip = (float(across * long), float(-0.5 + down * long))
        pen.stroke([(float(across * 0.2), float(-0.5 + down * 0.2)), tip], of(0.06, 0.14), 0)
        if pen.chance(0.6):
            pen.fill([tip, (tip[0] + 0.15, tip[1]), (tip[0] + 0.15, tip[1] - 0.2), (tip[0], tip[1] - 0.2)], 0)


def handle(pen: Pen) -> None:
    """A tool with a long handle: brush, comb, razor, hammer, spanner, pen."""
    of = pen.of
    pen.stroke([(0, -0.6), (of(-0.06, 0.06), 0.3), (0, 1.0)], of(0.06, 0.22), 2)
    wide, tall = of(0.08, 0.5), of(0.08, 0.4)
    if pen.chance(0.5):
        pen.fill([(-wide * of(0.2, 1), -0.6 - tall), (wide, -0.6 - tall), (wide, -0.6), (-wide * of(0.2, 1), -0.6)], 1)
    else:
        pen.oval(0, -0.6 - tall / 2, wide, tall)
    if pen.chance(0.2):
        pen.oval(0, -0.65 - tall, wide * 0.5, tall * 0.5, ink=0)


def soles(pen: Pen) -> None:
    """A pair of flat shoes from above: slippers, sandals, flip-flops."""
    of = pen.of
    wide, long, apart = of(0.2, 0.3), of(0.6, 0.9), of(0.03, 0.15)
    for side in (-1, 1):
        x = side * (wide + apart)
        pen.fill(
            [
                (x - wide * 0.7, -long),
                (x + side * wide * 0.4, -long * 1.1),
                (x + wide, -long * 0.5),
                (x + wide * 0.75, 0.1),
                (x + wide * 0.7, long),
                (x - wide * 0.7, long),
                (x - wide * 0.75, 0.1),
                (x - wide, -long * 0.5),
            ]
        )
    if pen.chance(0.5):
        pen.turn(of(-12, 12))


#: as `GARMENTS`
SMALL: dict[str, tuple[Callable[[Pen], None], float, float]] = {
    "glasses": (glasses, 3.5, 25), "earrings": (earrings, 2, 15), "necklace": (necklace, 1.5, 25), "ring": (finger_ring, 1, 40),
    "strap": (strap, 1.3, 180), "cutlery": (cutlery, 2, 50), "scissors": (scissors, 1.5, 180), "key": (key, 1.5, 180),
    "handle": (handle, 1.5, 180), "soles": (soles, 1, 8),
}
