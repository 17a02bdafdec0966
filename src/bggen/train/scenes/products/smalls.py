"""Small products lying flat: worn, cut and eaten with, read. 0.5 to 1.4 units long, up along y."""

from __future__ import annotations

import math
from typing import Any

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import COLOURS, Rng


def spread(low: float, high: float, count: int) -> list[float]:
    """`count` numbers from low to high, both included."""
    return [low + (high - low) * k / (count - 1) for k in range(count)]


def metal(rng: Rng) -> Material:
    """Steel, gold, copper or dark."""
    tone = rng.choice([(206, 206, 210), (214, 176, 104), (196, 124, 90), (70, 70, 74)])
    return m.metal(tone, rng.uniform(0.15, 0.35))


def plastic(rng: Rng) -> Material:
    """Any colour, matt or glossy."""
    colour = COLOURS[rng.word(COLOURS)]
    return m.solid(colour, rng.uniform(0.08, 0.5), coat=rng.choice([0.0, 0.6]))


def sunglasses(rng: Rng) -> list[Any]:
    """Folded with the glasses up, or open on its rims and temples."""
    frame, hinge = (metal if rng.chance(0.35) else plastic)(rng), metal(rng)
    tint = rng.choice([(14, 14, 18), (52, 32, 20), (24, 40, 34), (30, 40, 80), (120, 40, 60)])
    lens = m.solid(tint, 0.03, coat=1)
    r, thick, tall = rng.uniform(0.17, 0.21), rng.uniform(0.01, 0.026), rng.uniform(0.75, 1.0)
    apart, up = r + 0.05, rng.chance(0.4)
    turn = (math.pi / 2 - 0.12 if up else 0.0, 0.0, 0.0)
    z = r * tall + thick if up else 0.07
    parts = []
    for side in (-1, 1):
        rim = g.ring("rim", r, thick, frame, (side * apart, 0, z), turn)
        glass = g.ball("lens", r, lens, (side * apart, 0, z), 1.0)
        glass.rotation_euler, glass.scale = turn, (1.1, tall, 0.06)
        rim.scale = (1.1, tall, 1)
        edge = side * (apart + r * 1.1)
        reach, level = 0.78 + rng.uniform(-0.05, 0.05), z + (r * tall * 0.5 if up else 0.0)
        if up:
            path = [(edge, 0, level), (edge, reach * 0.75, level), (edge * 0.97, reach, level - 0.11)]
        else:
            low = 0.012 if side < 0 else 0.035
            path = [(edge, 0.02, low), (0, 0.05, low), (edge - side * reach, 0.01 - 0.07 * (side > 0), low)]
        parts += [rim, glass, g.box("hinge", (0.03, 0.03, 0.04), hinge, 0.006, (edge, 0.01, level - 0.02))]
        parts.append(g.ribbon("temple", path, [0.016, 0.013, 0.022], 0.02, frame))
    nose = [(x, 0.0 if up else r * 0.25, z + (r * 0.3 if up else 0) - thick) for x in (-0.07, 0, 0.07)]
    return [*parts, g.ribbon("bridge", nose, [thick * 1.1] * 3, thick * 2, frame)]


def earrings(rng: Rng) -> list[Any]:
    """A pair: hoops, drops on hooks, or studs."""
    gold, gem, kind = metal(rng), plastic(rng), rng.weighted(hoop=5, drop=5, disc=3)
    r, drop, parts = rng.uniform(0.12, 0.2), rng.uniform(0.06, 0.12), list[Any]()
    for side in (-1, 1):
        x, y, lean = side * rng.uniform(0.22, 0.3), rng.gauss(0, 0.03), rng.gauss(0, 0.15)
        if kind == "hoop":
            thick = r * rng.uniform(0.06, 0.2)
            parts.append(g.ring("hoop", r, thick, gold, (x, y, thick), (0, 0, 0)))
            parts.append(g.box("clasp", (0.02, 0.05, thick * 2), gold, 0.004, (x, y + r, 0)))
            continue
        hook = [(x + 0.05 * math.cos(a), y + 0.2 + 0.05 * math.sin(a), 0.0) for a in spread(-1.6, 3.6, 15)]
        parts.append(g.ribbon("hook", hook, [0.007] * 15, 0.014, gold))
        for k in range(4):
            parts.append(g.ball("link", 0.013, gold, (x + lean * 0.025 * k, y + 0.135 - 0.025 * k, 0.013)))
        at = (x + lean * 0.1, y + 0.05 - drop, drop * 0.5)
        if kind == "drop":
            stone = g.ball("drop", drop, gem, at, 0.5)
            stone.scale[1] = rng.uniform(1.0, 1.7)
            parts.append(stone)
        else:
            plate = [(drop, 0), (drop, 0.012), (drop * 0.9, 0.016)]
            parts.append(g.lathe("disc", plate, gold, 48, at=(at[0], at[1], 0)))
    return parts


def necklace(rng: Rng) -> list[Any]:
    """A chain in a loop, with a pendant."""
    gold, gem, wobble = metal(rng), plastic(rng), rng.uniform(0, 6.28)
    r, thick = rng.uniform(0.32, 0.45), rng.uniform(0.008, 0.02)
    turns = [2 * math.pi * k / 64 for k in range(64)]
    reach = [r * (1 + 0.06 * math.sin(2 * a + wobble) + 0.04 * math.sin(3 * a - wobble)) for a in turns]
    path = [(d * math.cos(a) * 0.8, d * math.sin(a), 0.0) for a, d in zip(turns, reach, strict=True)]
    low = min(path, key=lambda p: p[1])
    stone = g.ball("pendant", rng.uniform(0.04, 0.08), gem, (low[0], low[1] - 0.07, 0.03), 0.5)
    ring = g.ring("eye", 0.02, 0.005, gold, (low[0], low[1] - 0.01, 0.01), (0, 0, 0))
    return [g.ribbon("chain", path, [thick] * 64, thick * 2, gold, around=True), ring, stone]


def scissors(rng: Rng) -> list[Any]:
    """Shears, more or less open."""
    steel, grip = metal(rng), plastic(rng) if rng.chance(0.7) else metal(rng)
    open_by, blade, shank = rng.uniform(0.02, 0.5), rng.uniform(0.42, 0.55), rng.uniform(0.14, 0.22)
    r, thick = rng.uniform(0.09, 0.12), rng.uniform(0.02, 0.03)
    parts = []
    for side in (-1, 1):
        a = math.pi / 2 + side * open_by / 2
        along, across = (math.cos(a), math.sin(a)), (-math.sin(a) * side, math.cos(a) * side)

        def at(t: float, off: float, z: float, u: Any = along, v: Any = across) -> tuple[float, float, float]:
            return (u[0] * t + v[0] * off, u[1] * t + v[1] * off, z)

        z = 0.014 if side > 0 else 0.028
        edge = [at(blade * t, -0.012 * (1 - t), z) for t in spread(-0.1, 1, 8)]
        parts.append(
            g.ribbon("blade", edge, [0.034, 0.036, 0.034, 0.03, 0.025, 0.019, 0.012, 0.002], 0.012, steel)
        )
        arm = [at(-t, -(0.02 + 0.3 * t), z) for t in spread(0.0, shank, 4)]
        parts.append(g.ribbon("shank", arm, [0.034, 0.026, 0.024, 0.026], 0.022, grip))
        hold = g.ring("grip", r, thick, grip, at(-shank - r * 1.1, -(0.03 + shank * 0.3), thick), (0, 0, a))
        hold.scale = (1.3, 0.85, 1)
        parts.append(hold)
    return [*parts, g.lathe("screw", [(0.022, 0.03), (0.022, 0.048), (0.012, 0.052)], steel, 32)]


def cutlery(rng: Rng) -> list[Any]:
    """A fork, a knife, a spoon, or some of them side by side."""
    steel, chosen = metal(rng), rng.choice([["fork"], ["fork"], ["knife"], ["spoon"], ["fork", "knife"],
                                             ["fork", "knife", "spoon"]])  # fmt: skip
    grip, waist = rng.uniform(0.02, 0.034), rng.uniform(0.009, 0.014)
    parts = []
    for k, what in enumerate(chosen):
        x = (k - (len(chosen) - 1) / 2) * 0.17
        ys = [-0.5, -0.47, -0.3, -0.1, 0.08, 0.17]
        widths = [
            grip * 0.6,
            grip,
            grip * 0.85,
            waist * 1.1,
            waist,
            waist * (1.3 if what == "knife" else 1.0),
        ]
        lift = [0.0, 0.0, 0.012, 0.03, 0.035, 0.02]
        stem = [(x, y, z) for y, z in zip(ys, lift, strict=True)]
        parts.append(g.ribbon("stem", stem, widths, 0.014, steel))
        if what == "knife":
            blade = [(x + 0.01 * (t > 0.5), 0.15 + 0.36 * t, 0.012) for t in spread(0, 1, 7)]
            parts.append(
                g.ribbon("blade", blade, [0.016, 0.034, 0.038, 0.038, 0.036, 0.026, 0.006], 0.009, steel)
            )
        elif what == "spoon":
            bowl = g.ball("bowl", 0.075, steel, (x, 0.26, 0.028), 0.28)
            bowl.scale[1] = 1.5
            parts.append(bowl)
        else:
            head = [(x, 0.15, 0.02), (x, 0.2, 0.012), (x, 0.26, 0.006), (x, 0.29, 0.006)]
            parts.append(g.ribbon("head", head, [waist, 0.046, 0.058, 0.058], 0.012, steel))
            for side in (-1.5, -0.5, 0.5, 1.5):
                tine = [
                    (x + 0.033 * side, 0.28, 0.006),
                    (x + 0.033 * side, 0.38, 0.008),
                    (x + 0.031 * side, 0.47, 0.024),
                ]
                parts.append(g.ribbon("tine", tine, [0.011, 0.009, 0.004], 0.01, steel))
    return parts


def phone(rng: Rng) -> list[Any]:
    """A phone on its back or its face."""
    shell, wide, long = plastic(rng), rng.uniform(0.34, 0.42), rng.uniform(0.7, 0.84)
    black = m.solid((10, 10, 13), 0.04, coat=1)
    parts = [g.box("shell", (wide, long, 0.036), shell, 0.016)]
    if rng.chance(0.5):
        return [*parts, g.box("screen", (wide * 0.93, long * 0.95, 0.003), black, 0.001, (0, 0, 0.035))]
    at = (-wide * 0.24, long * 0.33)
    parts.append(g.box("island", (wide * 0.4, wide * 0.45, 0.012), shell, 0.005, (*at, 0.034)))
    for k in range(rng.randint(2, 3)):
        eye = [(wide * 0.075, 0.046), (wide * 0.075, 0.056), (wide * 0.05, 0.057)]
        where = (at[0] + wide * 0.09 * (-1, 1, -1)[k], at[1] + wide * 0.1 * (1, 0, -1)[k], 0)
        parts.append(g.lathe("eye", eye, black, 32, at=where))
    return parts


def book(rng: Rng) -> list[Any]:
    """A closed hardback."""
    cover, wide, long, thick = (
        plastic(rng),
        rng.uniform(0.5, 0.65),
        rng.uniform(0.7, 0.9),
        rng.uniform(0.03, 0.12),
    )
    if rng.chance(0.5):
        cover = m.printed(rng, [COLOURS[rng.word(COLOURS)] for _ in range(4)])
    pages = m.solid((238, 232, 216), 0.9)
    return [
        g.box("back", (wide, long, 0.01), cover, 0.003),
        g.box("pages", (wide - 0.03, long - 0.03, thick), pages, 0.002, (0, 0, 0.01)),
        g.box("spine", (0.014, long, thick + 0.02), cover, 0.004, (-wide / 2 + 0.005, 0, 0)),
        g.box("front", (wide, long, 0.01), cover, 0.003, (0, 0, thick + 0.01)),
        g.box("title", (wide * 0.6, long * 0.12, 0.002), plastic(rng), 0, (0, long * 0.2, thick + 0.019)),
    ]


def watch(rng: Rng) -> list[Any]:
    """A wristwatch with its strap laid out."""
    steel, colour = metal(rng), COLOURS[rng.word(COLOURS)]
    strap = m.leather(colour) if rng.chance(0.5) else m.solid(colour, 0.5)
    face, hand = (
        m.solid(rng.choice([(238, 236, 230), (18, 20, 26), (30, 50, 90)]), 0.3, coat=0.8),
        metal(rng),
    )
    r, wide = rng.uniform(0.13, 0.18), rng.uniform(0.06, 0.085)
    case = [(r * 0.9, 0), (r, 0.01), (r, 0.05), (r * 0.93, 0.062), (r * 0.9, 0.06)]
    parts = [
        g.lathe("case", case, steel, 64),
        g.lathe("face", [(r * 0.88, 0.05), (r * 0.88, 0.063)], face, 64),
    ]
    for end, long in ((1, 0.36), (-1, 0.46)):
        path = [(0, end * (r * 0.9 + long * t), 0.012 * math.cos(t * 1.5)) for t in spread(0, 1, 6)]
        half = [wide, wide, wide * 0.95, wide * 0.9, wide * 0.86, wide * (0.84 if end > 0 else 0.4)]
        parts.append(g.ribbon("strap", path, half, 0.022, strap))
    parts.append(g.box("buckle", (wide * 2.1, 0.05, 0.03), steel, 0.006, (0, r * 0.9 + 0.35, 0)))
    parts.append(g.box("crown", (0.04, 0.03, 0.03), steel, 0.006, (r + 0.01, 0, 0.015)))
    for long, turn in ((r * 0.5, rng.uniform(0, 6.28)), (r * 0.75, rng.uniform(0, 6.28))):
        at = (long / 2 * math.sin(turn), -long / 2 * math.cos(turn), 0.063)
        parts.append(g.box("hand", (0.008, long, 0.003), hand, 0, at, turn))
    return parts
