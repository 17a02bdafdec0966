"""Vessels, boxes, shoes, bags: what is sold standing."""

# An outline is read with many points to a line.
# fmt: off

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bggen.train.drawn.pen import Pen


def vessel(pen: Pen) -> None:
    """Anything turned about an upright axis: bottle, jar, vase, glass, pot, lamp; its base may sag."""
    of = pen.of
    tall = of(0.5, 1.0)
    count = int(pen.rng.integers(3, 7))
    widths = np.abs(pen.rng.normal(of(0.25, 0.5), of(0.02, 0.16), count)).clip(0.07, 0.9)
    if pen.chance(0.4):  # a neck
        widths[0] = of(0.07, 0.2)
    widths[-1] = max(float(widths[-1]), 0.45 * float(widths.max()))
    heights = np.linspace(-tall, tall, count) + np.concatenate([[0], pen.rng.normal(0, 0.06, count - 2), [0]])
    half = [(0.0, -tall), *((float(w), float(y)) for w, y in zip(widths, heights, strict=True)), (0.0, tall)]
    pen.both(half, int(pen.rng.integers(0, 3)), 0.004)
    foot = float(widths[-1])
    if pen.chance(0.6):
        pen.oval(0, tall - 0.03, foot * 0.95, foot * of(0.05, 0.35))
    if pen.chance(0.3):
        pen.oval(0, -tall, float(widths[0]), float(widths[0]) * of(0.1, 0.35))


def mug(pen: Pen) -> None:
    """A mug, jug or teapot with its handle, and a spout now and then."""
    of = pen.of
    wide, tall, foot = of(0.35, 0.6), of(0.4, 0.75), of(0.6, 1.0)
    high = tall * of(0.3, 0.6)
    pen.ring(wide * 1.05, of(-0.1, 0.1), of(0.15, 0.35), high, of(0.07, 0.16))
    pen.both([(0, -tall), (wide, -tall), (wide * of(0.9, 1.1), 0), (wide * foot, tall), (0, tall)], 1, 0.004)
    deep = of(0.03, 0.25)
    pen.oval(0, -tall, wide, wide * deep)
    pen.oval(0, tall, wide * foot * 0.97, wide * foot * deep)
    if pen.chance(0.25):
        pen.stroke([(-wide * 0.8, 0.2), (-wide - 0.2, 0), (-wide - 0.35, -tall * 0.8)], of(0.08, 0.2))
        pen.oval(0, -tall - 0.08, wide * 0.7, 0.14)
        pen.oval(0, -tall - 0.26, 0.09, 0.09)


def stemware(pen: Pen) -> None:
    """A glass or a candlestick on a thin stem and a wide foot; a goblet, a trophy, a table lamp."""
    of = pen.of
    wide, bowl, stem, foot = of(0.25, 0.55), of(0.35, 0.7), of(0.03, 0.09), of(0.22, 0.45)
    tall = of(0.75, 1.0)
    taper = of(0.3, 1.4)
    pen.both([(0, -tall), (wide * taper * 0.8, -tall), (wide, -tall + bowl * 0.5), (stem, -tall + bowl), (0, -tall + bowl)], 2, 0.004)
    pen.stroke([(0, -tall + bowl * 0.9), (0, tall)], 2 * stem, 0)
    pen.oval(0, tall, foot, foot * of(0.04, 0.25))
    if pen.chance(0.3):
        for side in (-1, 1):
            pen.ring(side * wide, -tall + bowl * 0.4, 0.16, 0.22, 0.06)


def box(pen: Pen) -> None:
    """A box from one of its sides or one of its edges; a book, a phone, a speaker, a pouch."""
    of = pen.of
    wide, tall, deep = of(0.3, 0.9), of(0.25, 0.95), of(0.0, 0.3)
    if pen.chance(0.2):
        tall = of(0.07, 0.25)  # a soundbar, a tray, a bench
    if pen.chance(0.4):
        round_ = int(pen.rng.integers(0, 3))
        pinch = of(0.85, 1.05)
        pen.both([(0, -tall), (wide * pinch, -tall), (wide, 0), (wide, tall), (0, tall + deep * 0.1)], round_, 0.006)
        if pen.chance(0.2):  # a bow
            for side in (-1, 1):
                pen.oval(side * of(0.1, 0.2), -tall - 0.08, of(0.1, 0.2), of(0.06, 0.12), side * of(-30, 30))
        return
    split, shrink = of(-0.7, 0.7) * wide, of(0.8, 1.0)
    pen.fill(
        [(-wide, -tall * shrink), (split - wide * of(0, 0.4), -tall - deep * 0.6), (wide, -tall * shrink), (wide, tall * shrink),
         (split, tall * shrink + deep), (-wide, tall * shrink)], int(pen.rng.integers(0, 2)),
    )


def shoe(pen: Pen) -> None:
    """A shoe from its side: sneaker, loafer, boot or heel; a pair, one behind the other."""
    of = pen.of
    tall, heel = of(0.15, 0.42), of(0.0, 0.5) if pen.chance(0.25) else 0.0
    shaft = of(0.2, 1.1) if pen.chance(0.4) else of(0.0, 0.1)
    toe, sole, spring = of(0.1, 0.26), of(0.03, 0.16), of(0.0, 0.12)
    tongue, counter = of(0.0, 0.22), of(-0.06, 0.12)
    for dx, dy in [(0.0, 0.0), (of(0.08, 0.3), -of(0.02, 0.12))][: 2 if pen.chance(0.35) else 1]:
        outline = [
            (-0.88, 0.3 - tall - shaft - counter), (-0.6, 0.36 - tall - shaft), (-0.4, 0.33 - tall - shaft - tongue), (-0.2, 0.26 - tall - tongue * 0.5),
            (0.1, 0.28 - tall * 0.55), (0.45, 0.4 - toe), (0.85, 0.42 - toe), (0.98, 0.5 - spring), (0.85, 0.58 - spring), (0.2, 0.58),
            (-0.45, 0.58 - heel * 0.7), (-0.92, 0.56 - heel), (-0.96, 0.2 - heel * 0.6),
        ]
        pen.fill([(x + dx, y + dy) for x, y in outline], int(pen.rng.integers(1, 3)))
        if pen.chance(0.3):  # laces and loops
            for _ in range(3):
                pen.oval(of(-0.35, 0.1) + dx, 0.26 - tall + dy, of(0.04, 0.12), of(0.03, 0.1), of(0, 180))
        if heel > 0:
            pen.fill([(-0.92 + dx, 0.5 - heel + dy), (-0.6 + dx, 0.5 - heel + dy), (-0.8 + dx, 0.6 + dy), (-0.9 + dx, 0.6 + dy)], 0)
        else:
            low = 0.52 + sole
            pen.fill([(-0.96 + dx, 0.45 + dy), (0.9 + dx, 0.5 - spring + dy), (0.97 + dx, low - spring + dy), (0.6 + dx, low + dy), (-0.9 + dx, low + dy)], 1)
    if heel == 0 and shaft < 0.2 and pen.chance(0.45):  # from above and aslant: its toe is nearer
        pen.turn(of(6, 36), of(0.7, 1.0))
        far, near = (-of(0.3, 0.6), of(-0.1, 0.1)), (of(0.4, 0.75), of(0.3, 0.6))
        pen.stroke([far, near], of(0.3, 0.6), 1)


def bag(pen: Pen) -> None:
    """A handbag, shopper, backpack or suitcase with its handles."""
    of = pen.of
    wide, tall, above = of(0.4, 0.9), of(0.3, 0.65), of(0.75, 1.1)
    if pen.chance(0.2):  # a soft one that hangs from one strap's bow
        peak, slack = of(0.15, 0.35), of(0.0, 0.3)
        pen.both([(0, of(-0.6, -0.1)), (peak * 0.6, -0.65), (peak, -0.95), (peak + of(0.08, 0.2), -0.9), (wide * 0.75, -slack), (wide, 0.75), (wide * 0.85, 0.85), (0, 0.85)], 2, 0.03)
        return
    pen.both(
        [(0, -tall), (wide * above, -tall), (wide, 0.1), (wide * of(0.9, 1.05), tall), (0, tall + of(0, 0.06))], int(pen.rng.integers(0, 3)), 0.015
    )
    grip, high, thick = wide * of(0.15, 0.75), of(0.12, 0.7), of(0.03, 0.1)
    for shift in (0.0, of(0.03, 0.15))[: 2 if pen.chance(0.4) else 1]:
        pen.stroke(
            [(-grip + shift, -tall + 0.03), (-grip * 0.9 + shift, -tall - high), (grip * 0.9 + shift, -tall - high), (grip + shift, -tall + 0.03)],
            thick,
        )
    if pen.chance(0.2):
        for side in (-1, 1):
            pen.oval(side * wide * 0.8, tall + 0.06, 0.08, 0.08)


def backpack(pen: Pen) -> None:
    """A rucksack, basket or bin: round or wide above, with pockets, straps or a handle."""
    of = pen.of
    wide, tall = of(0.4, 0.65), of(0.6, 0.9)
    if pen.chance(0.5):
        pen.both([(0, -tall), (wide * 0.6, -tall * 0.95), (wide, -tall * 0.5), (wide * of(0.95, 1.1), tall * 0.9), (wide * 0.85, tall), (0, tall)], 2)
        pen.stroke([(-0.12, -tall + 0.05), (-0.1, -tall - 0.12), (0.1, -tall - 0.12), (0.12, -tall + 0.05)], 0.06)
        for side in (-1, 1):
            if pen.chance(0.6):
                pen.fill([(side * wide * 0.9, of(-0.1, 0.2)), (side * wide * of(1.1, 1.3), 0.25), (side * wide * of(1.1, 1.3), tall * 0.9), (side * wide * 0.8, tall)], 1)
        return
    foot, low = wide * of(0.5, 0.9), tall * of(-0.2, 0.3)
    pen.both([(0, low), (wide * of(1.0, 1.3), low), (wide * 1.1, low + 0.1), (foot, tall), (0, tall)], int(pen.rng.integers(0, 2)), 0.006)
    if pen.chance(0.6):
        pen.stroke([(-wide * 0.95, low + 0.03), (-wide * 0.9, -tall), (wide * 0.9, -tall), (wide * 0.95, low + 0.03)], of(0.04, 0.12))


def dispenser(pen: Pen) -> None:
    """A bottle with a pump, trigger or dropper."""
    of = pen.of
    wide, shoulder = of(0.2, 0.42), of(-0.35, 0.0)
    pen.both(
        [(0, shoulder - 0.1), (wide * 0.5, shoulder - 0.05), (wide, shoulder + 0.15), (wide, 0.95), (0, 0.95)], int(pen.rng.integers(0, 3)), 0.005
    )
    pen.stroke([(0, shoulder), (0, -0.75)], of(0.08, 0.2), 0)
    reach = of(0.12, 0.5)
    pen.fill([(-0.15, -0.9), (reach, -0.85), (reach, -0.72), (-0.15, -0.7)], 0)
    if pen.chance(0.4):
        pen.stroke([(reach * 0.6, -0.8), (reach * 0.5, -0.5), (reach * 0.75, -0.35)], 0.06)


def fruit(pen: Pen) -> None:
    """Something round that rests: a ball, an apple, a loaf, a helmet, a cushion."""
    of = pen.of
    wide, tall = of(0.5, 0.85), of(0.4, 0.8)
    power = of(1.6, 4.0)
    if whole := pen.chance(0.4):  # a ball
        power, tall = 2.0, wide * of(0.93, 1.0)
    turns = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    c, s = np.cos(turns), np.sin(turns)
    x, y = wide * np.sign(c) * np.abs(c) ** (2 / power), tall * np.sign(s) * np.abs(s) ** (2 / power)
    y = np.minimum(y, tall * (1.0 if whole else of(0.7, 1.0)))
    pen.fill([(float(a), float(b)) for a, b in zip(x, y, strict=True)], 1)
    if pen.chance(0.3):
        pen.stroke([(0, -tall), (of(-0.1, 0.2), -tall - of(0.05, 0.25))], of(0.03, 0.08))


def pile(pen: Pen) -> None:
    """Books, boxes, cushions on each other; cones and pins; an ice-cream cup: rows of other widths."""
    of = pen.of
    y, wide = 0.9, of(0.4, 0.75)
    for _ in range(int(pen.rng.integers(2, 6))):
        tall = of(0.08, 0.4)
        x = of(-0.08, 0.08)
        pen.fill([(x - wide, y - tall), (x + wide, y - tall), (x + wide, y), (x - wide, y)], int(pen.rng.integers(0, 2)))
        y, wide = y - tall + 0.02, wide * of(0.65, 1.08)
        if y < -0.9:
            break
    if pen.chance(0.4):
        pen.oval(0, y, wide * of(0.5, 0.9), of(0.15, 0.4))


#: how it is drawn, and how often
WARES: dict[str, tuple[Callable[[Pen], None], float]] = {
    "vessel": (vessel, 3), "mug": (mug, 2.5), "stemware": (stemware, 1.5), "box": (box, 3), "shoe": (shoe, 5),
    "bag": (bag, 3), "backpack": (backpack, 1.5), "dispenser": (dispenser, 1), "fruit": (fruit, 1), "pile": (pile, 1.5),
}
