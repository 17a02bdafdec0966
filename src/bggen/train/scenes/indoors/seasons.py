"""Rooms behind the table that are dressed for a season."""

from __future__ import annotations

import math
from collections.abc import Callable

from bggen.train.scenes.indoors.furnishings import FAR, LOW, shell
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.emitters import glowing
from bggen.train.scenes.matter.materials import grainy, metal, solid, wood, woven
from bggen.train.scenes.matter.palette import COLOURS, Colour, Rng

TALL, WIDE = 4.3, 1.15  # of the tree: its height, and the radius of its lowest branches
LIGHTS = 85


def _christmas(rng: Rng) -> str:
    """A lit tree with parcels under it, and a fire."""
    wall = rng.choice([(190, 160, 128), (176, 146, 116), (120, 130, 116)])
    shell(grainy(wall, 1.8, 0.04, 0.2, 0.95), (134, 102, 74), watts=120)
    side = rng.choice([-1, 1])
    at = (side * 1.05, FAR - 1.0)
    _tree(rng, *at)
    papers: list[Colour] = [COLOURS["red"], COLOURS["gold"], COLOURS["off-white"], COLOURS["forest green"]]
    for k in range(6):
        size = (rng.uniform(0.4, 0.7), rng.uniform(0.35, 0.5), rng.uniform(0.3, 0.65))
        x, y = at[0] - 1.2 + 0.48 * k, at[1] - rng.uniform(0.75, 1.1)
        parcel = g.box("parcel", size, solid(papers[k % 4], 0.5), 0.02, (x, y, LOW))
        parcel.rotation_euler[2] = rng.uniform(-0.4, 0.4)
        band = g.box(
            "band", (0.07, size[1] + 0.02, size[2] + 0.01), solid(papers[(k + 2) % 4], 0.4), 0, (x, y, LOW)
        )
        band.rotation_euler[2] = parcel.rotation_euler[2]
    _mantelpiece(rng, -side * 1.35)
    return "festive living room with a christmas tree"


def _tree(rng: Rng, x: float, y: float) -> None:
    """Branches in tiers, hung with baubles and small lights."""
    greens = [solid(tone, 0.7) for tone in ((38, 66, 44), (52, 84, 54), (30, 54, 38))]
    for _ in range(900):
        up = rng.uniform(0, 1) ** 1.4
        turn, reach = rng.uniform(0, 2 * math.pi), WIDE * (1 - up) + 0.06
        foot = (
            x + 0.35 * reach * math.cos(turn),
            y + 0.35 * reach * math.sin(turn),
            LOW + 0.5 + (TALL - 0.6) * up,
        )
        g.leaf("twig", 0.75 * reach + 0.1, 0.09, rng.choice(greens), foot, (-0.25, 0.0, turn - math.pi / 2))
    balls = [metal(COLOURS["gold"], 0.2), solid(COLOURS["red"], 0.15, coat=0.6), solid((236, 232, 224), 0.3)]
    for k in range(46):
        g.ball("bauble", rng.uniform(0.055, 0.085), balls[k % 3], _on_tree(rng, x, y, 0.0))
    turns = [2 * math.pi * k / 32 for k in range(32)]
    sparks = [glowing((1, 0.5, 0.16), strength, 0.6) for strength in (0.8, 1.2, 1.8)]
    for k in range(LIGHTS):  # discs, as a lens makes them: true ones would be mostly noise
        r = rng.uniform(0.025, 0.062)
        outline = [(r * math.cos(t), r * math.sin(t)) for t in turns]
        disc = g.panel("light", outline, 0.001, sparks[k % 3], _on_tree(rng, x, y, 0.12 + 0.0005 * k))
        disc.visible_diffuse = disc.visible_shadow = False
    g.ball("star", 0.13, glowing((1, 0.72, 0.36), 7), (x, y, LOW + TALL + 0.05))


def _on_tree(rng: Rng, x: float, y: float, before: float) -> g.Point:
    """A place on the half of its branches that is seen, or `before` it."""
    up, turn = rng.uniform(0.03, 0.97) ** 1.3, rng.uniform(math.pi, 2 * math.pi)
    reach = WIDE * (1 - up) * 0.98 + 0.05
    return (x + reach * math.cos(turn), y + reach * math.sin(turn) - before, LOW + 0.5 + (TALL - 0.7) * up)


def _mantelpiece(rng: Rng, x: float) -> None:
    """A fireplace with a fire in it; fir and candles lie along its top."""
    stone, top = solid((224, 218, 208), 0.7), -0.25
    for end in (-1, 1):
        g.box("pier", (0.5, 0.6, top - LOW), stone, 0.02, (x + 0.95 * end, FAR - 0.3, LOW))
    g.box("lintel", (2.4, 0.6, 0.45), stone, 0.02, (x, FAR - 0.3, top - 0.45))
    g.box("hearth", (1.5, 0.1, top - LOW - 0.4), solid((24, 20, 18), 0.9), 0, (x, FAR - 0.05, LOW))
    g.box("mantel", (2.9, 0.75, 0.12), wood(rng, "walnut wood", False), 0.01, (x, FAR - 0.34, top))
    for k in range(5):
        g.ball(
            "flame",
            rng.uniform(0.1, 0.2),
            glowing((1, 0.4, 0.08), 6),
            (x - 0.4 + 0.2 * k, FAR - 0.2, LOW + 0.25),
        )
    green = solid((52, 84, 54), 0.7)
    for k in range(60):
        foot = (x - 1.35 + 2.7 * k / 60, FAR - 0.6, top + 0.14)
        g.leaf("twig", 0.42, 0.06, green, foot, (rng.uniform(-0.5, 0.3), 0.0, rng.uniform(1.9, 4.4)))
    for k in range(4):
        high = rng.uniform(0.25, 0.6)
        foot = (x - 1.0 + 0.66 * k, FAR - 0.3, top + 0.12)
        g.lathe("candle", [(0.08, 0), (0.08, high)], solid((246, 226, 188), 0.6), 24, at=foot)
        g.ball("wick", 0.05, glowing((1, 0.7, 0.34), 14), (foot[0], foot[1], foot[2] + high + 0.06))
    for hung in (-0.45, 0.45):
        g.box(
            "stocking",
            (0.32, 0.08, 0.6),
            woven(rng, COLOURS["red"], 40),
            0.05,
            (x + hung, FAR - 0.66, top - 0.62),
        )


ROOMS: dict[str, Callable[[Rng], str]] = {"christmas": _christmas}
