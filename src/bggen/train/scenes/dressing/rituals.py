"""Small lights: stones and candles of a spa, red paper lanterns, oil lamps among marigolds."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.materials import grainy, metal, solid
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import COLOURS, Colour, Rng


def lit(
    stops: list[tuple[float, Colour]], strength: list[tuple[float, float]], rough: float = 0.6
) -> Material:
    """Coloured by shade, and a light of its own by shade: [(shade, Blender's strength)]."""
    shader = Shader("lit", rough=rough)
    shade = s.shade_of(shader)
    colour = shader.ramp(shade, stops)
    shader.feed("Base Color", colour)
    shader.feed("Emission Color", colour)
    most = max(power for _, power in strength)
    greys: list[tuple[float, Colour]] = [(at, _grey(power / most)) for at, power in strength]
    shader.feed("Emission Strength", shader.sums(shader.ramp(shade, greys), most))
    return shader.material


def _grey(share: float) -> Colour:
    """The grey that is `share` of white's light."""
    level = 255 * (12.92 * share if share <= 0.0031308 else 1.055 * share ** (1 / 2.4) - 0.055)
    return level, level, level


def flame(at: g.Point, high: float) -> None:
    """A tongue of fire, its foot at `at`."""
    profile = [
        (0.001, 0.0), (0.09, 0.05), (0.16, 0.18), (0.17, 0.3),
        (0.13, 0.5), (0.075, 0.72), (0.03, 0.9), (0.001, 1.0)
    ]  # fmt: skip
    rings, _ = s.spun(profile, 24, 40)
    body = s.sheet(rings, rings[..., 2], around=True)
    fire = lit(
        [
            (0.0, (150, 90, 70)),
            (0.12, (250, 130, 30)),
            (0.4, (255, 196, 84)),
            (0.75, (255, 170, 56)),
            (1.0, (255, 120, 24)),
        ],
        [(0.0, 0.5), (0.15, 2.2), (0.4, 6.0), (0.8, 4.5), (1.0, 1.6)],
    )
    s.put("flame", [s.turned(body, (0, 0, 0), at, high)], fire).visible_shadow = False


def _zen(it: Corner) -> list[str]:
    """Dark pebbles from a river, the largest below; two candles of wax beside them."""
    x, y = it.spot(0.19)
    side = math.copysign(1.0, x)
    level = 0.0
    for k, r in enumerate((0.175, 0.135, 0.105, 0.07)):
        r *= it.rng.uniform(0.96, 1.04)
        squash = it.rng.uniform(0.36, 0.42)
        tone = (62, 78, 54, 92)[k] * it.rng.uniform(0.92, 1.08)
        at = (x + it.rng.uniform(-0.012, 0.012), y + it.rng.uniform(-0.012, 0.012), level)
        _stone(it.rng, r, squash, at, grainy((tone, tone * 0.98, tone * 0.95), 70, 0.28, 0.12, 0.5))
        level += 2 * r * squash * 0.965
    _stone(it.rng, 0.06, 0.5, (x - 0.17 * side, y - 0.15, 0), grainy((112, 108, 102), 70, 0.25, 0.12, 0.5))
    x, y = it.spot(0.12)
    candle((x, y), 0.068, 0.24)
    candle((x - 0.08 * math.copysign(1.0, x), y - 0.15), 0.06, 0.12)
    return ["stacked stones", "lit candles"]


def _stone(rng: Rng, r: float, squash: float, at: g.Point, stuff: Material) -> None:
    """Worn by water, its lowest point at `at`."""
    tilt = np.linspace(-math.pi / 2, math.pi / 2, 60)[:, None]
    turn = (np.arange(90) * 2 * math.pi / 90)[None, :]
    shift = rng.uniform(0, 6)
    wide = 1 + 0.06 * np.sin(2 * turn + shift) + 0.03 * np.sin(3 * turn + 2 * shift)
    flat = np.cos(tilt) ** 0.82
    x, y = flat * wide * np.cos(turn), 0.9 * flat * wide * np.sin(turn)
    z = squash * (1 + np.sin(tilt) * (1 + 0.05 * np.sin(turn + shift) * np.cos(tilt)))
    body = s.sheet(np.stack([x, y, z + 0 * x], 2), 0.5, around=True)
    s.put("stone", [s.turned(body, (0, 0, rng.uniform(0, 6)), at, r)], stuff)


def candle(at: tuple[float, float], r: float, high: float) -> None:
    """Lit, its wax glowing below its flame."""
    profile = [
        (0.001, 0.0), (r * 0.97, 0.0), (r, 0.006),
        (r, high * 0.5), (r * 0.995, high - 0.012), (r * 0.96, high),
        (r * 0.86, high - 0.004), (r * 0.5, high - 0.016), (0.001, high - 0.02),
    ]  # fmt: skip
    rings, turns = s.spun(profile, 72, 90)
    rings[..., 2] += 0.006 * np.sin(2 * turns + 1) * (rings[..., 2] > high - 0.014)
    away = np.linalg.norm(rings - np.array([0, 0, high + 0.03]), axis=2)
    wax = lit(
        [(0.0, (240, 230, 208)), (0.5, (250, 222, 176)), (1.0, (255, 190, 104))],
        [(0.0, 0.0), (0.4, 0.1), (0.75, 0.5), (1.0, 1.4)], 0.45,
    )  # fmt: skip
    body = s.sheet(rings, np.clip(1.3 - away / 0.15, 0, 1), around=True)
    s.put("candle", [s.turned(body, (0, 0, 0), (*at, 0))], wax)
    wick = np.array([[0, 0, high - 0.022], [0.001, 0, high], [0.005, 0, high + 0.018]]) + np.array([*at, 0])
    s.put("wick", [s.tube(wick, 0.0028)], solid((28, 24, 22), 0.9))
    flame((at[0] + 0.004, at[1], high + 0.004), 0.085)


def _lanterns(it: Corner) -> list[str]:
    """Two hang at each side, the farther one smaller."""
    paper = lit(
        [(0.0, (116, 4, 6)), (0.5, (176, 8, 10)), (1.0, (206, 22, 12))],
        [(0.0, 0.02), (0.5, 0.12), (1.0, 0.42)],
        0.75,
    )
    gold = metal(COLOURS["gold"], 0.3)
    thread = s.tinted([(0.0, (170, 116, 34)), (1.0, (236, 186, 84))], 0.5)
    for side in (-1.0, 1.0):
        for r, away, y, z in ((0.19, 0.88, 0.25, 1.0), (0.145, 0.79, 0.75, 1.36)):
            high = z + it.rng.uniform(-0.03, 0.03) + 0.08 * side * (1 if r > 0.16 else -1)
            _paper_lantern(
                it.rng, r, (side * (away + it.rng.uniform(-0.02, 0.02)), y, high), (paper, gold, thread)
            )
    return ["red lanterns"]


def _paper_lantern(rng: Rng, r: float, at: g.Point, stuffs: tuple[Material, Material, Material]) -> None:
    """A ribbed globe between gold caps around `at`, its tassel below, its cord above."""
    paper, gold, thread = stuffs
    profile = [
        (0.42, -0.74), (0.62, -0.68), (0.86, -0.46), (0.98, -0.18),
        (1.0, 0.0), (0.98, 0.18), (0.86, 0.46), (0.62, 0.68),
        (0.42, 0.74),
    ]  # fmt: skip
    rings, turns = s.spun(profile, 288, 80)
    rib = np.abs(np.sin(9 * turns)) ** 0.5
    rings[..., :2] *= (0.945 + 0.055 * rib)[:, None]
    shade = np.clip((1 - (rings[..., 2] / 0.8) ** 2) * (0.35 + 0.65 * rib), 0, 1)
    s.put("lantern", [s.turned(s.sheet(rings, shade, around=True), (0, 0, rng.uniform(0, 6)), at, r)], paper)
    wires = []
    for k in range(18):
        turn = math.pi * k / 9
        line = rings[:, 0] * np.array([1.0, 0.0, 1.0]) * 1.06
        line = np.stack([line[:, 0] * math.cos(turn), line[:, 0] * math.sin(turn), line[:, 2] / 1.06], 1)
        wires.append(s.tube(line[::4] * np.array([0.945, 0.945, 1.0]), 0.008, 0.5, 6))
    caps = []
    for sign in (-1, 1):
        ring = [(0.001, 0.0), (0.43, 0.0), (0.45, 0.03), (0.45, 0.13), (0.42, 0.16), (0.001, 0.16)]
        cap = s.sheet(s.spun(ring, 72, 60)[0], 0.5, around=True)
        caps.append(s.turned(cap, (0 if sign > 0 else math.pi, 0, 0), (0, 0, sign * 0.7)))
    bead = s.sheet(
        s.spun([(0.001, -0.08), (0.06, -0.05), (0.08, 0.0), (0.06, 0.05), (0.001, 0.08)], 24, 20)[0],
        0.5,
        True,
    )
    caps += [s.turned(bead, (0, 0, 0), (0, 0, z)) for z in (-1.1, 1.0)]
    s.put("gold", [s.turned(part, (0, 0, 0), at, r) for part in [*caps, *wires]], gold)
    cords = [
        s.tube(np.array([[0, 0, -1.1], [0, 0, -1.0], [0, 0, -0.85]]), 0.014),
        s.tube(np.array([[0, 0, 0.8], [0, 0, 4], [0, 0, 12]]), 0.012),
    ]
    count = 90
    dice = np.random.default_rng(rng.randint(0, 1 << 30))
    way, out = dice.uniform(0, 2 * math.pi, count), np.sqrt(dice.random(count))
    t = np.linspace(0, 1, 7)
    wide = 0.045 + 0.075 * t**0.7
    far = out[:, None] * wide[None, :] * (1 + 0.1 * np.sin(5 * t + way[:, None]))
    drop = -1.16 - (0.95 + 0.04 * dice.random(count))[:, None] * t
    hang = np.stack([far * np.cos(way)[:, None], far * np.sin(way)[:, None], drop], 2)
    cords.append(s.strands(hang, np.full((count, 7), 0.012), dice.random((count, 1)) * np.ones((1, 7))))
    s.put("tassel", [s.turned(part, (0, 0, 0), at, r) for part in cords], thread)


def _diyas(it: Corner) -> list[str]:
    """Lamps of clay, marigold heads around them."""
    clay = grainy((172, 92, 56), 30, 0.12, 0.2, 0.75, fine=True)
    oil = solid((150, 96, 24), 0.06)
    tints: list[tuple[Colour, Colour]] = [((240, 122, 22), (255, 178, 60)), ((248, 186, 34), (255, 226, 110))]
    heads = [s.tinted([(0.0, dark), (1.0, light)], 0.6, 0.15) for dark, light in tints]
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    for dx, dy, r in ((-0.06, -0.06, 0.1), (0.11, 0.12, 0.09)):
        _diya(r, (x + dx * side, y + dy), -math.pi / 2 - 0.6 * side, clay, oil)
    for k, (dx, dy, r) in enumerate(
        ((0.1, -0.13, 0.062), (0.19, -0.03, 0.056), (-0.11, 0.11, 0.06), (0.0, 0.16, 0.054))
    ):
        _marigold(it.rng, r * it.rng.uniform(0.95, 1.05), (x + dx * side, y + dy), heads[k % 2])
    x, y = s.across(it, 0.14, side)
    side = -side
    _diya(0.085, (x, y + 0.02), -math.pi / 2 - 0.5 * side, clay, oil)
    _marigold(it.rng, 0.056, (x + 0.11 * side, y - 0.1), heads[1])
    _marigold(it.rng, 0.05, (x - 0.04 * side, y - 0.14), heads[0])
    return ["oil lamps", "marigolds"]


def _diya(r: float, at: tuple[float, float], turn: float, clay: Material, oil: Material) -> None:
    """A shallow bowl pinched to a spout where its wick burns."""
    profile = [
        (0.001, 0.0), (0.4, 0.0), (0.46, 0.02), (0.7, 0.2),
        (0.92, 0.44), (1.0, 0.56), (0.99, 0.6), (0.92, 0.58),
        (0.8, 0.42), (0.5, 0.2), (0.001, 0.15),
    ]  # fmt: skip
    rings, turns = s.spun(profile, 120, 90)
    off = (turns + math.pi) % (2 * math.pi) - math.pi
    spout = np.exp(-((off / 0.3) ** 2)) - 0.18 * np.exp(-(((np.abs(off) - 0.75) / 0.35) ** 2))
    rise = np.clip(rings[..., 2:] / 0.5, 0, 1)
    rings[..., :2] *= 1 + 0.42 * spout[:, None] * rise
    rings[..., 2:] += 0.06 * spout[:, None] * rise**2
    place = (*at, 0.0)
    s.put("diya", [s.turned(s.sheet(rings, 0.5, around=True), (0, 0, turn), place, r)], clay)
    flat = s.sheet(s.spun([(0.001, 0.43), (0.4, 0.43), (0.81, 0.43)], 64, 12)[0], 0.5, around=True)
    s.put("oil", [s.turned(flat, (0, 0, 0), place, r)], oil)
    wick = np.array([[0.5, 0, 0.42], [0.9, 0, 0.48], [1.18, 0, 0.6], [1.3, 0, 0.74]])
    s.put("wick", [s.turned(s.tube(wick, 0.05), (0, 0, turn), place, r)], solid((60, 50, 40), 0.9))
    flame((at[0] + 1.3 * r * math.cos(turn), at[1] + 1.3 * r * math.sin(turn), 0.66 * r), 0.075)


def _marigold(rng: Rng, r: float, at: tuple[float, float], stuff: Material) -> None:
    """A ball of ruffled petals."""
    petals, count = list[s.Patch](), 190
    t, u = np.linspace(0, 1, 7)[:, None], np.linspace(-1, 1, 9)[None, :]
    for k in range(count):
        down = (k / count) ** 0.62 * 1.75  # radians from the top
        turn = 2.39996 * k + rng.uniform(-0.2, 0.2)
        long = rng.uniform(0.36, 0.46) * (0.7 + 0.3 * min(1.0, down))
        wide = 0.17 * (0.35 + 0.65 * t**0.7) * (1 - 0.25 * t**6)
        ruffle = 0.05 * t**2 * np.sin(7 * u + k) + 0.05 * t * np.abs(u)
        grid = np.stack([wide * u, ruffle - 0.16 * t**2, long * t * (1 - 0.1 * u**2)], 2)
        shade = np.clip(0.1 + 0.85 * t + 0.1 * np.abs(u) - 0.12 * rng.random(), 0, 1)
        tilt = (-down * 0.95 - rng.uniform(-0.12, 0.12), 0.0, turn - math.pi / 2)
        away = 0.56
        foot = (
            away * math.sin(down) * math.cos(turn),
            away * math.sin(down) * math.sin(turn),
            0.85 * away * math.cos(down) + 0.52,
        )
        petals.append(s.turned(s.sheet(grid, shade), tilt, foot))
    lean = rng.uniform(0.1, 0.4)
    head = [s.turned(one, (lean, 0, 0), (*at, 0.0), r) for one in petals]
    low = min(float(one.points[:, 2].min()) for one in head) + 0.08 * r  # it rests on what bends
    s.put("marigold", [s.turned(one, (0, 0, 0), (0, 0, -low)) for one in head], stuff)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {
    "zen stones": _zen,
    "lanterns": _lanterns,
    "diyas": _diyas,
}
