"""White feathers, a cactus in its pot."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.materials import grainy, solid
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng


def _feathers(it: Corner) -> list[str]:
    """Some lie at both sides, a few float above them."""
    down = s.tinted([(0.0, (186, 178, 166)), (0.5, (234, 230, 223)), (1.0, (250, 249, 246))], 0.75, 0.25)
    for _ in range(5):
        x, y = it.spot(0.16)
        side = math.copysign(1.0, x)
        spin = side * it.rng.uniform(-2.3, -0.9)  # its tip points outwards
        tilt = (it.rng.uniform(0.5, 0.8), it.rng.uniform(-0.15, 0.15), it.rng.uniform(-0.2, 0.2))
        _feather(
            it.rng, it.rng.uniform(0.28, 0.38), (x - 0.1 * side, y - 0.04, 0.004), (spin, tilt), down, True
        )
    for side in (-1.0, 1.0):
        for k in range(3):
            at = (
                side * it.rng.uniform(0.68, 0.78),
                it.rng.uniform(0.1, 0.6),
                (0.45, 0.82, 1.16)[k] + it.rng.uniform(-0.07, 0.07),
            )
            tilt = (it.rng.uniform(0.9, 1.4), it.rng.uniform(-0.3, 0.3), it.rng.uniform(-0.5, 0.5))
            _feather(
                it.rng, it.rng.uniform(0.19, 0.26), at, (side * it.rng.uniform(-2.2, -0.7), tilt), down, False
            )
    return ["white feathers"]


def _feather(
    rng: Rng, long: float, at: g.Point, turns: tuple[float, g.Point], stuff: Material, lies: bool
) -> None:
    """A quill along y with a vane of barbs, downy at its foot, its tip bent up; spun flat, then tilted."""
    bend = 0.16 if lies else 0.3
    dice = np.random.default_rng(rng.randint(0, 1 << 30))
    sway = rng.choice([-1, 1]) * rng.uniform(0.06, 0.14)

    def quill(t: s.Floats) -> s.Floats:
        return np.stack([sway * long * t * (1 - t) * 2, long * t, bend * long * np.abs(t) ** 2.2], -1)

    count, steps = 190, 7
    parts = [s.tube(quill(np.linspace(-0.12, 0.97, 40)), long * np.linspace(0.0085, 0.0015, 40), 0.35, 6)]
    for side in (-1.0, 1.0):
        t = np.linspace(0.1, 0.985, count)
        wide = (0.19 if side > 0 else 0.15) * long * np.sin(math.pi * (0.1 + 0.88 * t) ** 1.1) ** 0.55
        split = np.cumsum(dice.random(count) < 0.035)  # barbs that hold together part from their neighbours
        aside = dice.normal(0, 0.07, split[-1] + 1)[split]
        slant = 0.72 - 0.3 * t + aside  # radians from the quill
        downy = np.clip((0.3 - t) / 0.2, 0, 1)
        w = np.linspace(0, 1, steps)[None, :]
        ahead = (wide / np.tan(np.clip(slant, 0.3, 1.4)) * 0.7)[:, None] * w**1.35
        out = (wide * (1 + downy * dice.uniform(-0.3, 0.3, count)))[:, None] * w
        fluff = downy[:, None] * w * long * 0.05
        path = quill(t)[:, None] + np.stack([side * out, ahead, 0 * out], 2)
        path[..., 2] -= 0.1 * out + 0.7 * out**2 / (0.2 * long)  # the vane is arched
        path[..., 2] += 0.05 * long * w * (0.5 + 0.5 * np.tanh(aside * 12))[:, None] * 0.5
        path += fluff[..., None] * dice.normal(0, 1.0, (count, 1, 3)) + fluff[..., None] * 0.5 * dice.normal(
            0, 1, path.shape
        )
        half = long * (0.005 - 0.003 * downy)[:, None] * (1 - 0.75 * w**2)
        tone = np.clip(0.55 + 0.3 * w + dice.normal(0, 0.08, (count, 1)), 0, 1)
        parts.append(s.strands(path, half, tone, flat=True))
    loose, w = 70, np.linspace(0, 1, 6)[None, :, None]  # down about the foot
    t = dice.uniform(0.03, 0.22, loose)
    way = np.stack(
        [dice.normal(0, 1, loose), dice.uniform(0.0, 0.9, loose), dice.uniform(-0.1, 0.5, loose)], 1
    )
    curl = dice.normal(0, 0.5, (loose, 1, 3)) * w**2
    path = quill(t)[:, None] + 0.1 * long * (way[:, None] * w + curl)
    parts.append(s.strands(path, np.full((loose, 6), 0.0009), np.full((loose, 1), 0.7) * np.ones((1, 6))))
    parts = [s.turned(s.turned(one, (0, 0, turns[0])), turns[1], (at[0], at[1], 0)) for one in parts]
    low = min(float(one.points[:, 2].min()) for one in parts) if lies else 0.0
    s.put("feather", [s.turned(one, (0, 0, 0), (0, 0, at[2] - low)) for one in parts], stuff)


def _cactus(it: Corner) -> list[str]:
    """A ribbed column and a young one, in a pot of terracotta."""
    x, y = it.spot(0.17)
    side = math.copysign(1.0, x)
    clay = grainy((184, 104, 70), 9, 0.12, 0.1, 0.85)
    pot = [
        (0.001, 0.0), (0.095, 0.0), (0.1, 0.006), (0.128, 0.16),
        (0.129, 0.168), (0.143, 0.169), (0.147, 0.174),
        (0.152, 0.226), (0.149, 0.232), (0.136, 0.232), (0.133, 0.226), (0.13, 0.19), (0.001, 0.185),
    ]  # fmt: skip
    s.put(
        "pot",
        [s.turned(s.sheet(s.spun(pot, 128, 170)[0], 0.5, True), (0, 0, 0), (x, y, 0))],
        clay,
    )
    heap = s.spun([(0.131, 0.2), (0.09, 0.212), (0.001, 0.216)], 72, 40)[0]
    earth = grainy((92, 74, 58), 60, 0.4, 1.0, 0.95)
    s.put("soil", [s.turned(s.sheet(heap, 0.5, True), (0, 0, 0), (x, y, 0))], earth)
    gravel = []
    for _ in range(150):
        px, py = s.about(it.rng, x, y, 0.122)
        stone = s.spun([(0.001, -0.6), (0.9, -0.2), (0.95, 0.3), (0.001, 0.7)], 7, 6)[0]
        gravel.append(
            s.turned(
                s.sheet(stone, it.rng.random(), True),
                (0, 0, it.rng.uniform(0, 6)),
                (px, py, 0.214),
                it.rng.uniform(0.005, 0.011),
            )
        )
    s.put("gravel", gravel, s.tinted([(0.0, (150, 138, 122)), (1.0, (222, 212, 196))], 0.85))
    _column(it.rng, 0.078, 0.44, (x + 0.012 * side, y, 0.2), (0.0, 0.02 * side, 0.2))
    _column(it.rng, 0.046, 0.17, (x - 0.072 * side, y - 0.045, 0.2), (0.1, -0.16 * side, 0.5))
    return ["a cactus in a clay pot"]


def _column(rng: Rng, r: float, high: float, at: g.Point, turn: g.Point) -> None:
    """Ribs with tufts of spines along their edges."""
    tall = high / r
    profile = [
        (0.72, 0.0),
        (0.9, 0.12 * tall),
        (1.0, 0.4 * tall),
        (0.99, 0.7 * tall),
        (0.9, 0.86 * tall),
        (0.66, 0.95 * tall),
        (0.32, 0.99 * tall),
        (0.02, 0.985 * tall),
    ]
    ribs = 13
    rings, turns = s.spun(profile, ribs * 20, 140)
    crest = 1 - np.abs((turns * ribs / (2 * math.pi)) % 1 - 0.5) * 2  # 1 on a rib's edge
    deep = 0.76 + 0.24 * np.sin(crest * math.pi / 2) ** 0.8
    rings[..., :2] *= deep[:, None]
    shade = np.clip(0.25 + 0.6 * crest + 0.0 * rings[..., 2], 0, 1)
    skin = s.tinted(
        [(0.0, (44, 74, 44)), (0.5, (84, 122, 74)), (1.0, (124, 154, 104))], 0.5, relief=0.001, grain=50
    )
    s.put("cactus", [s.turned(s.sheet(rings, shade, True), turn, at, r)], skin)
    dice = np.random.default_rng(rng.randint(0, 1 << 30))
    column = round(len(turns) / ribs / 2)
    feet, ways = [], []
    for k in range(ribs):
        line = rings[:, (column + k * (len(turns) // ribs)) % len(turns)]
        rows = np.linspace(6, 132, max(6, round(high / 0.026))) + (4 if k % 2 else 0)
        for row in np.clip(rows, 0, 137).astype(int):
            out = np.array([line[row][0], line[row][1], 0.0])
            out = out / max(float(np.linalg.norm(out)), 1e-6) + np.array(
                [0, 0, max(0.0, (line[row][2] / tall - 0.8) * 5)]
            )
            feet.append(line[row])
            ways.append(out / np.linalg.norm(out))
    foot, way = np.array(feet), np.array(ways)
    each = 9
    lean = dice.normal(0, 0.55, (len(foot), each, 3))
    long = 0.024 / r * dice.uniform(0.5, 1.2, (len(foot), each, 1))
    tip = foot[:, None] + long * (way[:, None] + lean)
    start = np.repeat(foot[:, None], each, 1)
    spines = np.stack([start, (start + tip) / 2, tip], 2).reshape(-1, 3, 3)
    half = np.broadcast_to(np.array([0.0012, 0.0009, 0.0002]) / r, spines.shape[:2])
    s.put(
        "spines",
        [s.turned(s.strands(spines, half, 0.5), turn, at, r)],
        solid((236, 224, 190), 0.5),
    )
    tuft = s.sheet(s.spun([(0.001, -0.5), (0.8, -0.2), (0.8, 0.3), (0.001, 0.6)], 8, 7)[0], 0.5, True)
    tufts = [s.turned(tuft, (0, 0, 0), tuple(place), 0.0042 / r) for place in foot.tolist()]
    s.put("tufts", [s.turned(one, turn, at, r) for one in tufts], grainy((226, 214, 184), 80, 0.1, 0.4, 0.95))


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"feathers": _feathers, "cactus": _cactus}
