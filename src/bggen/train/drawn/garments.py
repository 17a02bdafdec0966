"""Garments and what is worn with them, laid flat."""

# An outline is read with many points to a line.
# fmt: off

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bggen.train.drawn.pen import Pen


def top(pen: Pen) -> None:
    """A T-shirt, shirt, pullover, hoodie, jacket or coat."""
    of = pen.of
    wide, hem, long = of(0.40, 0.62), of(0.40, 0.66), of(0.75, 1.5)
    neck, drop = of(0.12, 0.26), of(0.0, 0.16)
    above = -long / 2
    reach, steep, cuff = of(0.2, 0.6), np.radians(of(8, 70)), of(0.14, 0.26)
    if pen.chance(0.3):  # short sleeves that hang
        reach, steep, cuff = of(0.25, 0.5), np.radians(of(45, 80)), of(0.2, 0.36)
    elif pen.chance(0.6):  # long arms, some of which hang down beside the body
        reach, steep, cuff = of(0.8, 1.3), np.radians(of(20, 88)), of(0.09, 0.18)
    end = (wide + reach * np.cos(steep), above + 0.1 + reach * np.sin(steep))
    across = (-cuff * np.sin(steep), cuff * np.cos(steep))
    arm = [
        (neck, above),
        (wide, above + of(0.06, 0.16)),
        end,
        (end[0] + across[0], end[1] + across[1]),
        (wide * of(0.86, 0.98), above + of(0.3, 0.42)),
    ]
    pen.both([(0, above + drop), *arm, (hem, above + long), (0, above + long)], int(pen.rng.choice([0, 0, 1, 2])))
    if pen.chance(0.35):
        _hood(pen, above, neck)
    if pen.chance(0.3):  # a collar
        pen.both([(0, above - of(0, 0.06)), (neck * 0.9, above - of(0.02, 0.12)), (neck * 1.3, above + 0.08), (0, above + 0.2)], 1)
    if pen.chance(0.2):  # a hanger's hook
        high = above - of(0.02, 0.1)
        pen.stroke([(0, above + 0.1), (0, high - 0.1), (0.08, high - 0.16), (0.1, high - 0.06)], of(0.02, 0.05))


def hung(pen: Pen) -> None:
    """A coat, jacket or hoodie whose sleeves hang beside it, with hardly a gap: a bell with cuffs."""
    of = pen.of
    shoulder, elbow, cuff, hem = of(0.3, 0.42), of(0.48, 0.66), of(0.5, 0.75), of(0.34, 0.55)
    long, neck, reach = of(1.0, 1.7), of(0.1, 0.2), of(0.62, 1.02)
    above, wrist = -long / 2, of(0.12, 0.2)
    low = above + long * reach
    half = [(0, above), (neck, above - of(0, 0.06)), (shoulder, above + of(0.06, 0.14)), (elbow, above + long * reach * 0.55), (cuff, low)]
    half += [(cuff - wrist, low + of(0.0, 0.06)), (max(hem - of(0, 0.05), 0.3), low - of(0.0, 0.3) * long * reach), (hem, above + long), (0, above + long + of(0, 0.06))]
    pen.both(half, int(pen.rng.choice([0, 1, 1, 2])))
    if pen.chance(0.5):
        _hood(pen, above, neck + 0.05)


def _hood(pen: Pen, above: float, neck: float) -> None:
    tall, wide = pen.of(0.18, 0.42), neck + pen.of(0.04, 0.16)
    pen.both([(0, above - tall), (wide * 0.7, above - tall * 0.8), (wide, above - 0.05), (wide, above + 0.15), (0, above + 0.2)])


def tank(pen: Pen) -> None:
    """A top on straps: vest, camisole, bodice, swimsuit."""
    of = pen.of
    wide, long, strap = of(0.4, 0.6), of(0.7, 1.4), of(0.03, 0.14) if pen.chance(0.7) else of(0.14, 0.28)
    at, chest = of(0.14, 0.36), of(0.3, 0.55)
    above = -long / 2
    dip = of(0.15, chest)
    half = [(0, above + dip), (at, above + dip * of(0.5, 0.9)), (at, above), (at + strap, above)]
    half += [(at + strap + 0.02, above + chest * 0.6), (wide, above + chest)]
    if pen.chance(0.3):  # cut high at the leg
        leg = of(0.12, 0.25)
        half += [(wide * of(0.75, 0.95), above + long * 0.6), (wide, above + long * 0.75), (leg, above + long)]
    else:
        half += [(wide * of(0.8, 1.0), above + long * 0.6), (wide * of(0.85, 1.15), above + long)]
    pen.both([*half, (0, above + long)], int(pen.rng.integers(0, 3)))


def dress(pen: Pen) -> None:
    """A dress with or without sleeves."""
    of = pen.of
    wide, waist, hem, long = of(0.28, 0.4), of(0.2, 0.34), of(0.35, 0.95), of(1.5, 2.0)
    above, neck = -long / 2, of(0.1, 0.2)
    half = [(0, above + of(0.02, 0.25)), (neck, above), (wide, above + of(0.05, 0.12))]
    if pen.chance(0.5):
        reach, steep = of(0.15, 0.9), np.radians(of(20, 85))
        end = (wide + reach * np.cos(steep), above + 0.1 + reach * np.sin(steep))
        half += [end, (end[0] - 0.12 * np.sin(steep), end[1] + 0.12 * np.cos(steep))]
    half += [(wide * 0.95, above + 0.35), (waist, above + long * of(0.35, 0.48))]
    half += [((waist + hem) / 2 + of(-0.05, 0.12), above + long * 0.72), (hem, above + long), (0, above + long + of(0, 0.08))]
    pen.both(half, int(pen.rng.integers(1, 3)))


def skirt(pen: Pen) -> None:
    """A skirt, or shorts without a gap worth the name."""
    of = pen.of
    waist, hem, long = of(0.26, 0.42), of(0.4, 0.95), of(0.6, 1.4)
    pen.both([(0, -long / 2 + of(0, 0.06)), (waist, -long / 2), (waist + 0.02, -long / 2 + 0.12), (hem, long / 2), (0, long / 2 + of(0, 0.1))], 1)


def trousers(pen: Pen) -> None:
    """Trousers, leggings, shorts, briefs: two legs from one waist."""
    of = pen.of
    waist, long = of(0.24, 0.42), of(0.5, 2.0)
    rise = of(0.25, 0.5) * (0.5 + 0.25 * long)
    hip, cuff, spread = waist * of(1.0, 1.3), of(0.08, 0.28), of(0.02, 0.4)
    above, crotch = -long / 2, -long / 2 + min(rise, 0.8 * long)
    outer = max(hip, spread + cuff)
    half = [(0, above), (waist, above), (hip, crotch - 0.1), ((hip + outer) / 2 + of(-0.03, 0.06), (crotch + long / 2) / 2)]
    half += [(spread + cuff, long / 2), (spread, long / 2 + of(-0.03, 0.03)), (of(0.01, 0.05), crotch), (0, crotch)]
    pen.both(half, int(pen.rng.integers(0, 2)), of(0.01, 0.05))


def bra(pen: Pen) -> None:
    """A bra or bikini top, or briefs."""
    of = pen.of
    wide, deep = of(0.7, 0.95), of(0.25, 0.45)
    half = [(0, of(-0.1, 0.05)), (wide * 0.3, -deep), (wide * 0.55, -deep * 0.4), (wide, -0.1), (wide, 0.08)]
    pen.both([*half, (wide * 0.5, deep * of(0.5, 1)), (wide * 0.2, deep), (0, of(0.08, 0.2))], 2)
    if pen.chance(0.7):
        x, high = wide * 0.38, of(0.3, 0.8)
        for side in (-1, 1):
            pen.stroke([(side * x, -deep * 0.8), (side * x * of(0.7, 1.4), -deep - high)], of(0.03, 0.07))


def sock(pen: Pen) -> None:
    """A sock with its foot to the side, or two or three fanned or laid over each other."""
    of = pen.of
    count = int(pen.rng.choice([1, 2, 2, 3, 4]))
    wide, leg, foot, bend = of(0.18, 0.28), of(0.4, 1.3), of(0.4, 0.75), of(0.0, 0.35)
    dx, dy = of(0.1, 0.55), of(-0.12, 0.12)
    if pen.chance(0.4):
        _fanned(pen, count)
        return
    for k in range(count):
        x, y = (k - (count - 1) / 2) * dx - 0.2, (k - (count - 1) / 2) * dy - 0.1
        heel = y + leg * 0.6
        pen.fill(
            [
                (x, y - leg * 0.6), (x + 2 * wide, y - leg * 0.6 + of(-0.02, 0.02)), (x + 2 * wide, heel - 0.15),
                (x + 2 * wide + foot * 0.7, heel + bend), (x + 2 * wide + foot, heel + bend + wide * 0.8),
                (x + 2 * wide + foot * 0.6, heel + bend + 2 * wide), (x + wide, heel + wide * 1.7), (x - 0.02, heel + wide),
            ],
        )


def _fanned(pen: Pen, count: int) -> None:
    """Socks that hang or lie with their toes down, spread from one cuff."""
    of = pen.of
    side, wide, long, heel, spread = float(pen.rng.choice([-1, 1])), of(0.26, 0.4), of(1.2, 1.8), of(0.04, 0.16), of(1, 14)
    drift, climb = of(0.0, 0.2) * -side, of(-0.04, 0.08)
    for k in range(count):
        a = np.radians((k - (count - 1) / 2) * spread + of(-2, 2))
        shape = np.array([
            (-wide / 2, -long / 2), (wide / 2, -long / 2), (wide / 2 + 0.02, long * 0.05), (wide / 2 + heel, long * 0.14), (wide * 0.45, long * 0.26),
            (wide * 0.15, long * 0.44), (-wide * 0.3, long * 0.5), (-wide * 0.75, long * 0.42), (-wide * 0.7, long * 0.2), (-wide / 2, 0),
        ]) * [side, 1] - [0, -long / 2]  # turned about the cuff
        turned = shape @ np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]]) + [(k - count / 2) * drift + of(-0.02, 0.02), k * climb - long / 2]
        pen.fill([(float(x), float(y)) for x, y in turned])


def beanie(pen: Pen) -> None:
    """A knitted cap laid flat, with or without its turned-up brim and bobble."""
    of = pen.of
    wide, tall, brim = of(0.5, 0.75), of(0.6, 1.1), of(0.15, 0.35)
    pen.both([(0, -tall), (wide * 0.55, -tall * 0.92), (wide * 0.9, -tall * 0.4), (wide * of(0.85, 1), 0), (0, of(0, 0.05))])
    if pen.chance(0.8):
        pen.both([(0, -0.02), (wide * 1.04, -0.06), (wide * of(0.96, 1.08), brim), (0, brim + of(0.0, 0.1))], 1)
    if pen.chance(0.3):
        pen.oval(0, -tall - 0.1, of(0.15, 0.25), of(0.15, 0.22))


def cap(pen: Pen) -> None:
    """A cap or hat: a crown and a brim that juts out, or goes round it as seen from above."""
    of = pen.of
    if pen.chance(0.08):
        wide, tall = of(0.75, 1.0), of(0.45, 1.0)
        pen.oval(0, 0, wide, min(tall, wide))
        pen.both([(0, -of(0.4, 0.9)), (wide * 0.45, -of(0.3, 0.7)), (wide * 0.5, 0.1), (0, 0.15)])
        return
    wide, tall, jut = of(0.45, 0.6), of(0.45, 0.75), of(0.35, 0.65)
    pen.fill([(-wide, 0.1), (-wide, -tall * 0.5), (-wide * 0.4, -tall), (wide * 0.5, -tall), (wide, -tall * 0.4), (wide, 0.1)])
    dip = of(0.0, 0.3)
    pen.fill([(0, 0.02), (wide, -0.08), (wide + jut, dip), (wide + jut * 0.8, dip + 0.12), (wide * 0.3, 0.18)])


def scarf(pen: Pen) -> None:
    """A scarf hung in two, laid in a curve or wound up; a tie."""
    of = pen.of
    if pen.chance(0.3):  # a tie
        wide, long = of(0.12, 0.24), of(1.4, 2.0)
        pen.both([(0, -long / 2), (0.12, -long / 2), (0.07, -long / 2 + 0.22), (wide, long / 2 - 0.25), (0, long / 2)], 0)
        return
    thick = of(0.22, 0.42)
    if pen.chance(0.5):
        pen.ring(of(-0.05, 0.05), -0.4, of(0.3, 0.45), of(0.25, 0.45), thick)
        for side in (-1, 1):
            pen.stroke([(side * of(0, 0.3), -0.1), (side * of(0, 0.35), of(0.5, 1.0))], thick, 1)
    else:
        turn = of(0.2, 0.5)
        pen.stroke([(-0.3, of(0.4, 1.0)), (-turn, -0.6), (turn, -0.6), (0.3, of(0.4, 1.0))], thick)


def neck_warmer(pen: Pen) -> None:
    """A loop of cloth in folds: no straight side, and nothing flat below."""
    of = pen.of
    wide, tall = of(0.5, 0.7), of(0.5, 0.75)
    rows = np.linspace(-tall, tall, int(pen.rng.integers(4, 8)))
    half = [(wide * of(0.85, 1.15) + 0.12 * float(abs(row)), float(row)) for row in rows]
    pen.both([(0, -tall - of(-0.08, 0.14)), *half, (0, tall + of(0.05, 0.25))], 2, 0.04)


def glove(pen: Pen) -> None:
    """A glove or mitten, or a pair."""
    of = pen.of
    pair, wide, fingers = pen.chance(0.5), of(0.2, 0.3), pen.chance(0.6)
    long = of(0.35, 0.7)
    for side in (-1, 1) if pair else (1,):
        x = side * (wide + of(0.08, 0.2)) if pair else 0.0
        pen.fill([(x - wide, -0.1), (x + wide, -0.1), (x + wide * 0.85, 0.8), (x - wide * 0.85, 0.8)], 1)
        pen.stroke([(x + side * wide * 0.6, 0.35), (x + side * wide * 1.3, 0.05), (x + side * wide * of(1.3, 1.9), -0.2)], 0.16)
        if fingers:
            for k in range(4):
                at = x + (k - 1.5) * wide * 0.52
                pen.stroke([(at, 0), (at + (k - 1.5) * of(0, 0.06), -long * of(0.8, 1.1))], 0.5 * wide)
        else:
            pen.oval(x, -0.1, wide, long)


#: how it is drawn, how often, and how far from upright it may lie, in degrees
GARMENTS: dict[str, tuple[Callable[[Pen], None], float, float]] = {
    "top": (top, 6, 6), "hung": (hung, 3, 5), "tank": (tank, 2.5, 6), "dress": (dress, 2, 6), "skirt": (skirt, 0.7, 6), "trousers": (trousers, 3, 8),
    "bra": (bra, 1, 10), "sock": (sock, 3, 30), "beanie": (beanie, 1.5, 40), "cap": (cap, 1.2, 25), "scarf": (scarf, 1.3, 12),
    "neck warmer": (neck_warmer, 1, 6), "glove": (glove, 1.3, 30),
}
