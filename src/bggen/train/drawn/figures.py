"""Furniture, toys, gadgets, plants: what stands on legs, wheels or a foot of its own."""

# An outline is read with many points to a line.
# fmt: off

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bggen.train.drawn.pen import Pen
from bggen.train.drawn.wares import box, mug, vessel


def furniture(pen: Pen) -> None:
    """A chair, stool, table or shelf on legs, from the front or aside."""
    of = pen.of
    wide, seat, legs, foot = of(0.35, 0.8), of(-0.1, 0.25), of(0.04, 0.12), of(0.85, 1.15)
    pen.fill([(-wide, seat - 0.1), (wide, seat - 0.1), (wide * 1.02, seat + of(0.05, 0.25)), (-wide * 1.02, seat + 0.08)], 1)
    ends = [-0.95, 0.95] + ([-0.6, 0.65] if pen.chance(0.6) else [])
    for at in ends:
        lift = 0.0 if abs(at) > 0.9 else of(0.0, 0.18)
        pen.stroke([(at * wide * 0.95, seat), (at * wide * foot, 0.95 - lift)], legs, 0)
    kind = pen.rng.random()
    if kind < 0.5:  # a back, from the front or from the side
        narrow = of(0.75, 1.05)
        pen.both([(0, -0.9), (wide * narrow, -0.9 + of(0, 0.1)), (wide * 0.95, seat), (0, seat)], 1)
        if pen.chance(0.4):
            pen.both([(0, -0.6), (wide * narrow * 0.75, -0.6), (wide * 0.7, seat - 0.25), (0, seat - 0.25)], 1, ink=0)
    elif kind < 0.75:
        pen.fill([(-wide, seat), (-wide - of(0, 0.25), -0.95), (-wide + 0.12, -0.95), (-wide + 0.2, seat)], 1)


def lamp(pen: Pen) -> None:
    """A lamp: shade, pole, foot; an arm that leans out, or three legs."""
    of = pen.of
    shade, narrow, tall = of(0.2, 0.5), of(0.3, 1.0), of(0.25, 0.5)
    lean, foot = (of(-0.4, 0.4), of(0.22, 0.5)) if pen.chance(0.35) else (0.0, of(0.15, 0.45))
    pen.stroke([(0, 0.95), (-lean * 0.5, 0.0), (lean, -0.6)], of(0.03, 0.1), 0)
    pen.fill([(lean - shade * narrow, -0.95), (lean + shade * narrow, -0.95), (lean + shade, -0.95 + tall), (lean - shade, -0.95 + tall)], 0)
    if pen.chance(0.3):
        for at in (-foot, of(-0.1, 0.1), foot):
            pen.stroke([(0, of(0.1, 0.4)), (at, 0.97)], 0.05, 0)
    else:
        pen.oval(0, 0.95, foot, foot * of(0.06, 0.3))


def animal(pen: Pen) -> None:
    """A soft toy, doll, robot or figurine that sits or stands on two feet."""
    of = pen.of
    head, body, ears = of(0.26, 0.42), of(0.26, 0.48), int(pen.rng.integers(0, 4))
    down, legs = of(0.2, 0.5), of(0.12, 0.2)
    pen.oval(0, 0.15, body, of(0.38, 0.55))
    pen.oval(of(-0.08, 0.08), -0.5, head, head * of(0.8, 1.05))
    for side in (-1, 1):
        if ears == 1:
            pen.oval(side * head * 0.75, -0.5 - head * 0.75, of(0.1, 0.18), of(0.1, 0.18))
        elif ears == 2:
            pen.fill([(side * head * 0.2, -0.8), (side * head * 0.8, -0.6 - head), (side * head, -0.5)], 1)
        elif ears == 3:
            pen.oval(side * head * 0.5, -0.6 - head, 0.09, of(0.2, 0.35), side * of(0, 20))
        pen.stroke([(side * body * 0.8, -0.1), (side * (body + 0.15), 0.15), (side * (body + of(-0.1, 0.3)), of(-0.1, 0.5))], of(0.12, 0.24))
        if pen.chance(0.5):  # sits: soles to the front
            pen.oval(side * (body * 0.5 + down * 0.4), 0.62, of(0.16, 0.26), of(0.14, 0.2))
        else:
            pen.stroke([(side * body * 0.55, 0.4), (side * body * 0.6, 0.85)], 2 * legs, 0)
            pen.oval(side * body * 0.7, 0.85, legs * 1.4, 0.09)
    pen.plane[int(pen.plane.shape[0] * 0.5 + 0.86 * 0.36 * pen.plane.shape[0]) :] = 0  # the ground


def creature(pen: Pen) -> None:
    """A toy on four feet, or a duck, from its side."""
    of = pen.of
    long, deep, legs = of(0.45, 0.7), of(0.22, 0.42), of(-0.1, 0.5)
    pen.oval(0, 0.1, long, deep)
    pen.oval(long * of(0.7, 1.0), -of(0.15, 0.6), of(0.18, 0.34), of(0.18, 0.3))
    pen.stroke([(long * 0.6, 0.0), (long * 0.85, -0.3)], of(0.2, 0.4))
    pen.stroke([(-long * 0.9, 0.0), (-long - of(0.05, 0.3), of(-0.5, 0.2))], of(0.05, 0.2))
    if legs < 0.12:
        pen.fill([(-long * 0.7, 0), (long * 0.7, 0), (long * 0.6, deep + 0.1), (-long * 0.6, deep + 0.1)], 1)
        if pen.chance(0.5):  # lies on its belly, paws to the front
            for at in (of(0.5, 1.2), of(0.7, 1.4), -of(0.6, 1.1)):
                pen.stroke([(at * long * 0.6, deep), (at * long, deep + of(0.0, 0.15))], of(0.16, 0.28))
        return
    for at in (-0.75, -0.45, 0.45, 0.75):
        pen.stroke([(at * long, 0.1), (at * long * of(0.95, 1.1), deep + legs)], of(0.1, 0.2), 0)


def vehicle(pen: Pen) -> None:
    """A toy car, lorry or pram on its wheels; a camera on its base when the wheels are small."""
    of = pen.of
    long, tall, cab = of(0.7, 0.95), of(0.15, 0.35), of(0.2, 0.5)
    pen.fill([(-long, 0.0), (long, 0.0), (long, 2 * tall), (-long, 2 * tall)], 1)
    left, right = sorted((of(-0.9, 0.1), of(0.2, 0.9)))
    pen.fill([(left * long, 0.05), ((left + 0.15) * long, -cab), ((right - 0.15) * long, -cab), (right * long, 0.05)], 1)
    wheel = of(0.1, 0.3)
    for at in (-of(0.5, 0.7), of(0.5, 0.7)):
        pen.oval(at * long, 2 * tall, wheel, wheel)


def camera(pen: Pen) -> None:
    """A camera, radio or clock: a body with knobs above and a lens to the front."""
    of = pen.of
    wide, tall = of(0.55, 0.9), of(0.3, 0.55)
    pen.fill([(-wide, -tall), (wide, -tall), (wide, tall), (-wide, tall)], int(pen.rng.integers(0, 2)))
    for _ in range(int(pen.rng.integers(1, 5))):
        x, half = of(-0.8, 0.8) * wide, of(0.06, 0.3)
        high = of(0.05, 0.25)
        pen.fill([(x - half, -tall + 0.02), (x - half * 0.8, -tall - high), (x + half * 0.8, -tall - high), (x + half, -tall + 0.02)], 0)
    lens = of(0.2, 1.15) * tall
    pen.oval(of(-0.3, 0.3), of(0, 0.1), lens, lens)


def headphones(pen: Pen) -> None:
    """Headphones on their cups."""
    of = pen.of
    wide, tall, thick = of(0.5, 0.72), of(0.7, 1.0), of(0.06, 0.16)
    turns = np.linspace(np.pi, 2 * np.pi, 20)
    band = [(float(wide * np.cos(a)), float(0.2 + tall * np.sin(a))) for a in turns]
    pen.stroke([(-wide * 1.0, 0.4), *band, (wide, 0.4)], thick, 1)
    for side in (-1, 1):
        pen.oval(side * wide * of(0.9, 1.05), 0.45, of(0.12, 0.3), of(0.25, 0.38), of(-12, 12))


def plant(pen: Pen) -> None:
    """A plant or flowers in a pot or vase."""
    of = pen.of
    foot, mouth, pot = of(0.14, 0.3), of(0.18, 0.42), of(0.3, 0.6)
    pen.both([(0, 0.95 - 2 * pot * 0.7), (mouth, 0.95 - 2 * pot * 0.7), (mouth * of(0.9, 1.2), 0.8 - pot * 0.5), (foot, 0.95), (0, 0.95)], 1, 0.005)
    top = 0.95 - 1.4 * pot
    for _ in range(int(pen.rng.integers(4, 14))):
        x, y = of(-0.7, 0.7), top - of(0.1, 0.9)
        pen.stroke([(0, top + 0.05), (x * 0.3, (y + top) / 2), (x, y)], of(0.02, 0.05))
        pen.oval(x, y, of(0.06, 0.22), of(0.06, 0.14), of(0, 180))


def cycle(pen: Pen) -> None:
    """A bicycle, motorcycle, scooter or pram: two wheels and what joins them."""
    of = pen.of
    wheel, apart, rim = of(0.2, 0.42), of(0.5, 0.65), of(0.04, 0.12)
    for side in (-1, 1):
        if pen.chance(0.5):
            pen.oval(side * apart, 0.5, wheel, wheel)
        else:
            pen.ring(side * apart, 0.5, wheel, wheel, rim)
    thick, seat, bar = of(0.04, 0.2), (-0.3, of(-0.4, 0.1)), (0.45, of(-0.7, -0.1))
    pen.stroke([(-apart, 0.5), seat, (0.4, bar[1] + 0.2), (0.0, 0.5), seat], thick, 0)
    pen.stroke([(apart, 0.5), bar, (bar[0] - of(0.1, 0.3), bar[1] - 0.05)], thick, 0)
    pen.stroke([(-0.45, seat[1] - 0.06), (-0.15, seat[1] - 0.06)], of(0.06, 0.2), 0)


def clock(pen: Pen) -> None:
    """Something round on small feet: an alarm clock, a globe, a fan, a telephone on its base."""
    of = pen.of
    wide, tall, foot = of(0.4, 0.75), of(0.4, 0.7), of(0.2, 0.6)
    pen.oval(0, 0, wide, tall)
    low = tall + of(0.0, 0.2)
    if pen.chance(0.5):
        for side in (-1, 1):
            pen.stroke([(side * wide * 0.5, tall * 0.6), (side * (wide * 0.5 + of(0.05, 0.2)), low)], of(0.06, 0.16), 0)
    else:
        pen.fill([(-foot * 0.7, tall * 0.6), (foot * 0.7, tall * 0.6), (foot, low), (-foot, low)], 0)
    for side in (-1, 1) if pen.chance(0.5) else ():
        pen.oval(side * wide * 0.55, -tall * 0.85, of(0.1, 0.25), of(0.1, 0.2), side * of(20, 40))


def ensemble(pen: Pen) -> None:
    """Two or three standing things side by side on one ground."""
    parts = int(pen.rng.integers(2, 4))
    whole = np.zeros_like(pen.plane)
    side, used = whole.shape[0], 0
    kinds = (vessel, box, mug, plant)
    for k in range(parts):
        one = Pen(pen.rng)
        kinds[int(pen.rng.integers(0, len(kinds)))](one)
        rows, columns = np.nonzero(one.plane > 127)
        cut = one.plane[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
        step = max(int(np.ceil(max(cut.shape) / (side / (parts + 0.5) * pen.of(0.7, 1.0)))), 1)
        cut = cut[::step, ::step]
        left = min(used + int(pen.of(-2, 6)) if k else 2, side - cut.shape[1])
        place = whole[int(side * 0.7) - cut.shape[0] : int(side * 0.7), max(left, 0) : max(left, 0) + cut.shape[1]]
        np.maximum(place, cut, out=place)
        used = max(left, 0) + cut.shape[1]
    pen.plane = whole


#: as `WARES`
FIGURES: dict[str, tuple[Callable[[Pen], None], float]] = {
    "furniture": (furniture, 2), "lamp": (lamp, 1.5), "animal": (animal, 3), "creature": (creature, 1.5),
    "vehicle": (vehicle, 1.5), "camera": (camera, 1.5), "headphones": (headphones, 1.2), "plant": (plant, 1.5),
    "cycle": (cycle, 1), "clock": (clock, 1.5), "ensemble": (ensemble, 1),
}
