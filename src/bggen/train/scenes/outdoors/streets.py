"""A town painted as `landscapes` are: a street of houses with shops below them."""

from __future__ import annotations

from collections.abc import Callable

from bggen.train.scenes.matter.palette import Linear
from bggen.train.scenes.outdoors.canvas import Canvas, mixed
from bggen.train.scenes.outdoors.strokes import (
    Spot,
    box,
    clump,
    fill,
    hazed,
    inside,
    oval,
    scaled_light,
    spot,
    stroke,
)

DEEP, ASIDE = -2.0, 4.8  # units: the street below the eye, and its house fronts from its middle
HAZE = (0.68, 0.78, 0.92)
WALLS: tuple[Linear, ...] = (
    (0.76, 0.46, 0.2), (0.84, 0.72, 0.52), (0.5, 0.15, 0.07), (0.7, 0.64, 0.54), (0.74, 0.3, 0.15),
    (0.34, 0.44, 0.5),
)  # fmt: skip
CLOTHS: tuple[Linear, ...] = ((0.6, 0.04, 0.04), (0.04, 0.26, 0.14), (0.05, 0.14, 0.4), (0.8, 0.42, 0.05))
LEAVES: tuple[Linear, ...] = ((0.07, 0.2, 0.03), (0.17, 0.36, 0.05), (0.34, 0.5, 0.09))


def _street(it: Canvas, sun: float) -> str:
    """House fronts in the sun on one side and in shade on the other, awnings, trees along the pavements."""
    it.lens = 4
    it.sky((0.74, 0.86, 0.98), (0.16, 0.4, 0.9))
    it.clouds(0.4, (1.0, 1.0, 1.02))
    it.lay(it.below(it.ridge(90, 0.16, 0.4, 0.6), 4), hazed(LEAVES[1], HAZE, 0.55))
    road = mixed(it.noise(130, 10, 4), (0.3, 0.29, 0.28), (0.42, 0.4, 0.37))
    it.lay(it.below(float(it.horizon), 2), road)
    for side in (-1, 1):
        lit = 1.2 if (side > 0) == (sun < 0.5) else 0.42
        kerb = [spot(it, side * x, away, DEEP)[:2] for x, away in ((2.7, 7), (2.7, 200), (5, 200), (5, 7))]
        stone = mixed(it.noise(60, 8, 4), (0.44, 0.41, 0.37), (0.66, 0.62, 0.56))
        it.lay(inside(kerb, 1.0), stone)
        stroke(it, kerb[0], kerb[1], (0.74, 0.72, 0.68), 3)
        away = 150.0
        while away > 13:
            near = max(away - it.rng.uniform(6.5, 10), 10.0)
            _front(it, side, (away, near), it.rng.uniform(9, 12.5), lit)
            away = near
    shade = -1 if sun < 0.5 else 1  # what the houses on the sun's side throw over the street
    over = ((ASIDE, 7), (ASIDE, 150), (0.5, 150), (0.5, 7))
    edge = [spot(it, shade * x, away, DEEP)[:2] for x, away in over]
    it.light *= (1 - 0.5 * inside(edge, 1.5))[..., None]
    it.glow(0.5, 0.3, 1.0, (0.2, 0.17, 0.11))
    for away in (84, 62, 47, 36, 28, 22):
        for side in (-1, 1):
            _tree(it, side * 3.5, away * it.rng.uniform(0.95, 1.05), sun)
            _lamp(it, side * 3.0, away - 3.0)
    for x, away in ((-2.0, 60), (2.05, 44), (-2.1, 36), (2.1, 29)):
        _car(it, x, away)
    it.sparks(26, (60, 40, 18), it.horizon - 0.25 * it.unit, it.horizon + 0.25 * it.unit)
    return "city street"


def _front(it: Canvas, side: int, reach: Spot, tall: float, lit: float) -> None:
    """A house from `reach[0]` to `reach[1]` away: floors of windows, a cornice, a shop with an awning."""
    far, near = reach
    share = min(0.75, far / 260)
    tint = it.rng.choice(WALLS)

    def tone(colour: Linear, by: float = 1.0) -> Linear:
        return hazed(scaled_light(colour, lit * by), HAZE, share)

    def pane(a: float, b: float, low: float, high: float, colour: Linear, out: float = 0.0) -> None:
        """A rectangle on the front: between parts `a` and `b` of its length, and two heights."""
        x = side * (ASIDE - out)
        ends = [(a, low), (b, low), (b, high), (a, high)]
        fill(it, [spot(it, x, far + part * (near - far), DEEP + up)[:2] for part, up in ends], colour)

    pane(0, 1, 0, tall, tone(tint))
    pane(0, 1, tall - 0.5, tall, tone(tint, 1.25), 0.2)
    count = max(round((far - near) / 2.1), 2)
    floor_ = 3.5
    while floor_ + 2.2 < tall:
        pane(0, 1, floor_ - 0.35, floor_ - 0.2, tone(tint, 1.2), 0.1)
        for k in range(count):
            a, b = (k + 0.26) / count, (k + 0.74) / count
            pane(a - 0.03, b + 0.03, floor_ - 0.02, floor_ + 1.75, tone((0.86, 0.83, 0.77)))
            glass = (0.6, 0.72, 0.9) if it.rng.chance(0.25) else (0.09, 0.12, 0.16)
            pane(a, b, floor_ + 0.1, floor_ + 1.65, tone(glass))
            pane(a, b, floor_ + 0.98, floor_ + 1.08, tone((0.86, 0.83, 0.77)))
        floor_ += 2.5
    frame = it.rng.choice(((0.05, 0.1, 0.09), (0.3, 0.05, 0.04), (0.07, 0.08, 0.14), (0.5, 0.42, 0.3)))
    pane(0.03, 0.97, 0, 2.95, tone(frame))
    for k in range(count):  # what shines in the shop
        glow = it.rng.choice(((1.0, 0.66, 0.28), (0.5, 0.36, 0.2), (0.16, 0.15, 0.15)))
        pane((k + 0.14) / count, (k + 0.88) / count, 0.5, 2.2, hazed((0.1, 0.08, 0.06), HAZE, share))
        pane((k + 0.2) / count, (k + 0.8) / count, 1.1, 2.1, hazed(glow, HAZE, share))
    if it.rng.chance(0.7):
        _awning(it, side, reach, it.rng.choice(CLOTHS), (HAZE, share), lit)


def _awning(it: Canvas, side: int, reach: Spot, cloth: Linear, air: tuple[Linear, float], lit: float) -> None:
    """Striped cloth that slopes out over the pavement, its hem hanging down."""
    far, near = reach
    stripes = max(round((far - near) / 0.8), 4)
    for k in range(stripes):
        a, b = (far + (0.06 + 0.88 * (k + d) / stripes) * (near - far) for d in (0, 1))
        colour = scaled_light(cloth if k % 2 else (0.86, 0.84, 0.78), lit * 1.1)
        top = [spot(it, side * ASIDE, away, DEEP + 2.9)[:2] for away in (a, b)]
        edge = [spot(it, side * (ASIDE - 1.2), away, DEEP + 2.35)[:2] for away in (b, a)]
        hem = [spot(it, side * (ASIDE - 1.2), away, DEEP + 2.05)[:2] for away in (a, b)]
        fill(it, [*top, *edge], hazed(colour, *air))
        fill(it, [*edge, *hem], hazed(scaled_light(colour, 0.75), *air))


def _tree(it: Canvas, x: float, away: float, sun: float) -> None:
    """A young tree on the pavement."""
    column, foot, scale = spot(it, x, away, DEEP)
    share = min(0.6, away / 210)
    bark = hazed((0.1, 0.07, 0.05), HAZE, share)
    stroke(it, (column, foot), (column, foot - 2.9 * scale), bark, 0.22 * scale)
    tints = [hazed(leaf, HAZE, share) for leaf in LEAVES]
    for dx, up, reach in ((-0.5, 3.3, 0.9), (0.55, 3.5, 0.9), (0, 4.2, 1.0), (0, 3.2, 0.8)):
        at = (column + dx * scale, foot - up * scale)
        clump(it, at, reach * scale, 70, (0.2 * scale, 0.13 * scale), tints, sun)


def _lamp(it: Canvas, x: float, away: float) -> None:
    """A post with a lantern."""
    column, foot, scale = spot(it, x, away, DEEP)
    dark = hazed((0.03, 0.04, 0.04), HAZE, min(0.6, away / 210))
    stroke(it, (column, foot), (column, foot - 3.6 * scale), dark, 0.1 * scale)
    oval(it, column, foot - 3.7 * scale, (0.17 * scale, 0.24 * scale), (1.5, 1.3, 0.95))


def _car(it: Canvas, x: float, away: float) -> None:
    """A parked car from behind."""
    column, foot, scale = spot(it, x, away, DEEP)
    share = min(0.6, away / 210)
    paint = it.rng.choice(((0.5, 0.03, 0.03), (0.62, 0.63, 0.65), (0.05, 0.12, 0.3), (0.78, 0.76, 0.72)))
    half = 0.72 * scale
    box(it, column - half, foot - 0.12 * scale, column + half, foot, (0.03, 0.03, 0.03))
    box(it, column - half, foot - 0.72 * scale, column + half, foot - 0.12 * scale, hazed(paint, HAZE, share))
    outline = ((-0.94, 0.7), (-0.7, 1.2), (0.7, 1.2), (0.94, 0.7))
    roof = [(column + k * half, foot - up * scale) for k, up in outline]
    fill(it, roof, hazed((0.1, 0.14, 0.18), HAZE, share))
    stroke(it, roof[1], roof[2], hazed(paint, HAZE, share), 0.1 * scale)
    for end in (-0.84, 0.84):
        oval(it, column + end * half, foot - 0.5 * scale, (0.09 * scale, 0.07 * scale), (1.6, 0.05, 0.03))


LANDSCAPES: dict[str, Callable[[Canvas, float], str]] = {"street": _street}
