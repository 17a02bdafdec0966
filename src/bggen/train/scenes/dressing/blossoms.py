"""Small flowers: a cherry's branch in bloom, daisies."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.florets import BALL, STALK, bead, bunch, disc, frame, whorl
from bggen.train.scenes.matter.palette import Rng

_BLUSH: Stops = [
    (0.0, (206, 70, 110)),
    (0.25, (236, 150, 176)),
    (0.6, (248, 206, 216)),
    (1.0, (252, 232, 234)),
]
_BARK: Stops = [(0.0, (60, 46, 40)), (1.0, (126, 100, 86))]
_PEDICELS: Stops = [(0.0, (150, 96, 80)), (1.0, (136, 140, 74))]
_STAMENS: Stops = [(0.0, (226, 150, 160)), (0.6, (250, 226, 224)), (1.0, (226, 176, 72))]
_WHITE: Stops = [(0.0, (226, 228, 200)), (0.3, (246, 244, 238)), (1.0, (250, 249, 246))]
_HEART: Stops = [(0.0, (206, 160, 30)), (0.5, (240, 184, 30)), (1.0, (206, 120, 10))]


def _cherry_blossom(it: Corner) -> list[str]:
    """A forked branch in bloom; a short twig with fallen petals."""
    x, y = it.spot(0.4)
    rise = 0.05 if it.flat_lay else 0.2
    foot = np.array([x - 0.4, y - 0.06, 0.012])
    main = _gnarled(
        it.rng, s.bow(foot, np.array([0.36, 0.02, 0.06]), foot + np.array([0.76, 0.14, 0.6 * rise]), 60)
    )
    twigs = [main]
    for part, turn, long in ((0.35, 0.75, 0.3), (0.55, -0.45, 0.26), (0.75, 0.7, 0.16)):
        at, _ = f.along(main, part)
        to = f.heading(turn, rise * 1.6)
        twigs.append(_gnarled(it.rng, s.bow(at, 0.4 * long * to, at + long * (to + 0.25 * f.UP * rise), 40)))
    _blooming(it.rng, twigs, 0.0135, 0)
    x, y = it.spot(0.2)
    foot = np.array([x - 0.17, y - 0.03, 0.01])
    twig = _gnarled(
        it.rng, s.bow(foot, np.array([0.15, 0.04, 0.03]), foot + np.array([0.3, 0.08, 0.03 + rise / 4]), 40)
    )
    _blooming(it.rng, [twig], 0.009, 7)
    return ["cherry blossom branch"]


def _gnarled(rng: Rng, path: s.Floats) -> s.Floats:
    """The path with small kinks."""
    t, shift = np.linspace(0, 1, len(path))[:, None], rng.uniform(0, 6)
    kink = np.concatenate([np.sin(11 * t + shift), np.sin(13 * t + 2 * shift), 0.4 * np.sin(9 * t)], 1)
    return np.asarray(path + 0.008 * kink * np.sin(math.pi * t) ** 0.5)


def _blooming(rng: Rng, twigs: list[s.Floats], thick: float, fallen: int) -> None:
    """Bark, clusters of blossoms and buds at its knots; the first twig is `thick` at its foot."""
    bark, green, petals, hearts = (list[s.Patch]() for _ in range(4))
    for k, twig in enumerate(twigs):
        wide = (thick if k == 0 else 0.45 * thick) * np.linspace(1.0, 0.35, len(twig))
        knots = 1 + 0.2 * np.clip(np.sin(np.arange(len(twig)) * 0.9 + k), 0.6, 1)
        bark.append(s.tube(twig, wide * knots, 0.35, 14))
        long = float(np.linalg.norm(twig[-1] - twig[0]))
        spots = max(2, round(long / 0.085))
        for i in range(spots):
            at, way = f.along(twig, min(0.999, (0.32 if k == 0 else 0.2) + 0.8 * i / spots))
            for _ in range(rng.randint(2, 4) if i < spots - 1 else 3):
                _sprout(rng, at, way, green, petals, hearts)
    petals += _fallen(rng, twigs[0].mean(0), fallen)
    for name, parts, stuff in (
        ("bark", f.laid(bark, 0.006), s.tinted(_BARK, 0.85, relief=0.009, grain=70)),
        ("stalks", f.laid(green, 0.004), s.tinted(_PEDICELS, 0.6)),
        ("blossoms", f.laid(petals, 0.004), f.leafy(_BLUSH, 0.55, 0.35, mottle=0.12)),
        ("stamens", hearts, s.tinted(_STAMENS, 0.6)),
    ):
        s.put(name, parts, stuff)


def _sprout(
    rng: Rng,
    at: s.Floats,
    way: s.Floats,
    green: list[s.Patch],
    petals: list[s.Patch],
    hearts: list[s.Patch],
) -> None:
    """A stalk from a knot of a twig that leads `way`, with a blossom, now and then a bud."""
    out = np.array([rng.gauss(0, 1), rng.gauss(-0.2, 0.8), rng.gauss(0.55, 0.5)]) + 0.4 * way
    out = out / np.linalg.norm(out)
    tip = at + rng.uniform(0.03, 0.055) * out
    green.append(s.tube(s.bow(at, 0.02 * way + 0.01 * f.UP, tip, 8), 0.0016, 0.4, 6))
    if rng.chance(0.2):
        size = np.array([rng.uniform(0.02, 0.028)])
        bud = bead(BALL, 14, 12)
        petals.append(f.many(bud, (tip + 0.007 * out)[None], out[None], way, size, np.array([-0.45])))
    else:
        _blossom(rng, tip, out + 0.25 * f.UP - np.array([0, 0.35, 0]), petals, hearts)


def _fallen(rng: Rng, below: s.Floats, count: int) -> list[s.Patch]:
    """Petals on the ground below a place and before it."""
    made = list[s.Patch]()
    for _ in range(count):
        at = s.about(rng, float(below[0]), float(below[1]) - 0.03, 0.17)
        to = f.heading(rng.uniform(0, 6), 0.1)
        lies = f.grown(_cherry_petal(rng), np.zeros(3), to, f.UP + 0.5 * f.heading(rng.uniform(0, 6)), 0.05)
        made += f.settled([lies], at)
    return made


def _cherry_petal(rng: Rng) -> s.Patch:
    long = rng.uniform(0.038, 0.045)
    petal = f.lamina(
        rng,
        long,
        f.outline(25, long * 0.46, 0.8, 0.55),
        fold=0.15,
        bend=-0.18,
        wave=0.22,
        veins=0,
        columns=13,
    )
    y = petal.points[:, 1] / long
    notch = 0.12 * long * y**8 * np.exp(-((petal.points[:, 0] / (0.12 * long)) ** 2))
    streak = 0.05 * np.sin(900 * petal.points[:, 0]) * y
    return s.Patch(
        petal.points - notch[:, None] * [0, 1, 0], petal.faces, np.clip(0.12 + 0.75 * y**0.6 + streak, 0, 1)
    )


def _blossom(rng: Rng, at: s.Floats, n: s.Floats, petals: list[s.Patch], hearts: list[s.Patch]) -> None:
    """Two rings of five petals about a tuft of stamens."""
    shift = rng.uniform(0, 6)
    for row, rise in ((0, rng.uniform(0.1, 0.4)), (1, rng.uniform(0.5, 0.8))):
        petals.append(whorl(rng, _cherry_petal(rng), at, n, 5, 0.003, rise, shift + 0.63 * row))
    dice = dice_of(rng)
    a, _, n = frame(n)
    reach = 0.021 * (n + dice.normal(0, 0.4, (16, 3)))
    paths = np.stack([at + 0 * reach, at + 0.5 * reach, at + reach], 1)
    hearts.append(s.strands(paths, np.full(paths.shape[:2], 0.0006), 0.4))
    hearts.append(f.many(bead(BALL, 6, 6), at + reach, reach, a, np.full(16, 0.0034), np.full(16, 1.0)))


def _daisies(it: Corner) -> list[str]:
    """A small bunch; two heads and a third in a tiny vase."""
    x, y = it.spot(0.32)
    tie = np.array([x - 0.1, y - 0.02, 0.003])
    paths = bunch(it.rng, tie, 0.25, 11, 0.4, 0.5)
    _daisy_heads(it, paths, 0.8)
    x, y = it.spot(0.2)
    profile = [
        (0.001, 0.0), (0.035, 0.0), (0.04, 0.005), (0.054, 0.045), (0.052, 0.08), (0.03, 0.115),
        (0.025, 0.135), (0.029, 0.145), (0.026, 0.146), (0.02, 0.13), (0.001, 0.12),
    ]  # fmt: skip
    f.pot(profile, (x - 0.04, y + 0.05), f.stoneware((196, 208, 212), 0.3))
    mouth = np.array([x - 0.04, y + 0.05, 0.08])
    paths = [s.bow(mouth, np.array([0.0, 0.0, 0.16]), mouth + np.array(end), 30) for end in
             ((0.05, -0.02, 0.24), (-0.07, 0.01, 0.19))]  # fmt: skip
    for dx, dy, way in ((0.1, -0.08, 0.5), (-0.06, -0.13, 2.6)):
        head = np.array([x + dx, y + dy, 0.035])
        foot = head - 0.16 * f.heading(way) - 0.03 * f.UP
        paths.append(s.bow(foot, 0.1 * f.heading(way), head, 30))
    _daisy_heads(it, paths, 0.7)
    return ["white daisies"]


def _daisy_heads(it: Corner, paths: list[s.Floats], up: float) -> None:
    """Heads at the paths' ends, turned `up` and to the camera; stems with feathery leaves."""
    rng, camera = it.rng, 0.0 if it.flat_lay else 0.8
    greens, petals, hearts = (list[s.Patch]() for _ in range(3))
    for path in paths:
        at, way = path[-1], path[-1] - path[-4]
        to_camera = camera * np.array([rng.uniform(-0.4, 0.4), 1.0, 0.0])
        n = way / np.linalg.norm(way) * 0.6 + up * f.UP - to_camera
        petals += _daisy_petals(rng, at, n)
        hearts.append(disc(at, n, 0.0215, 0.012, 190, bead(BALL, 7, 7), 0.5))
        cup = f.lamina(rng, 0.026, f.outline(9, 0.006), veins=0, columns=5)
        greens.append(s.tube(path, 0.0036, 0.5, 8))
        greens.append(whorl(rng, cup, at - 0.004 * n / np.linalg.norm(n), n, 12, 0.001, 0.0))
        greens += _feathery(rng, path)
    s.put("stems", f.laid(greens, 0.004), f.leafy(STALK, 0.55, 0.1))
    s.put("daisies", f.laid(petals, 0.004), f.leafy(_WHITE, 0.55, 0.25, mottle=0.1))
    s.put("hearts", hearts, s.tinted(_HEART, 0.75))


def _daisy_petals(rng: Rng, at: s.Floats, n: s.Floats) -> list[s.Patch]:
    """Two rings of narrow petals about a heart that looks to `n`."""
    long, droop = rng.uniform(0.042, 0.05), rng.uniform(-0.25, 0.2)
    made, wide = list[s.Patch](), f.outline(21, 0.0082, 0.82, 0.5)
    for row in range(2):
        petal = f.lamina(rng, long, wide, fold=-0.35, bend=0.12 - 0.3 * row, veins=0, columns=9)
        made.append(whorl(rng, petal, at, n, 14, 0.014, droop + 0.18 * row, row * 0.22))
    return made


def _feathery(rng: Rng, path: s.Floats) -> list[s.Patch]:
    """Three tufts of thread-like leaves at a stem."""
    made = list[s.Patch]()
    for _ in range(3):
        foot, to = f.along(path, rng.uniform(0.3, 0.8))
        for k in range(7):
            leaf = f.lamina(rng, 0.035, f.outline(9, 0.0025, 0.8, 0.5), fold=0.3, veins=0, columns=5)
            aside = np.cross(f.UP, to) * rng.uniform(-1, 1)
            way = to + aside + rng.uniform(-0.1, 0.5) * f.UP
            made.append(f.grown(leaf, foot + 0.004 * k * to, way, f.UP))
    return made


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"cherry blossom": _cherry_blossom, "daisies": _daisies}
