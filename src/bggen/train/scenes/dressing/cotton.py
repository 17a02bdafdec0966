"""Open cotton, on its twig."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle, skin
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.florets import frame
from bggen.train.scenes.dressing.relief import ball, cloud, pushed
from bggen.train.scenes.matter.nodes import Material

_LINT: Stops = [
    (0.0, (214, 206, 192)), (0.3, (240, 236, 226)), (0.7, (250, 248, 243)),
    (1.0, (254, 253, 250)),
]  # fmt: skip
_BURR: Stops = [(0.0, (58, 36, 24)), (0.4, (112, 76, 50)), (0.7, (152, 112, 78)), (1.0, (196, 162, 122))]

Stuffs = tuple[Material, Material, Material]


def _cotton(it: Corner) -> list[str]:
    """A twig with four bolls; two bolls on short stems."""
    lint = skin(_LINT, 0.95, relief=(90, 0.004), under=0.35, sheen=0.5)
    stuffs = (
        lint,
        f.leafy(_LINT, 0.9, 0.5, mottle=0.05),
        skin(_BURR, 0.85, tone=(50, 0.15), relief=(110, 0.002)),
    )
    dice, front = dice_of(it.rng), 0.05 if it.flat_lay else 1.0
    x, y = it.spot(0.36)
    side = math.copysign(1.0, x)
    foot = np.array([x - 0.34 * side, y - 0.02, 0.01])
    main = s.bow(foot, np.array([0.3 * side, 0.06, 0.05]), foot + np.array([0.58 * side, 0.02, 0.075]), 60)
    bolls = [(main[-1], main[-1] - main[-4], 0.078)]
    twigs = [(main, 0.0085)]
    side_twigs = ((0.38, 0.95, 0.12, 0.07), (0.52, -0.9, 0.11, 0.074), (0.74, 0.95, 0.12, 0.066))
    for part, aside, reach, r in side_twigs:
        at, way = f.along(main, part)
        to = way + side * aside * np.cross(f.UP, way) + 0.35 * f.UP
        twig = s.bow(at, 0.5 * reach * to, at + reach * to / np.linalg.norm(to) * 1.2, 24)
        twigs.append((twig, 0.005))
        bolls.append((twig[-1], twig[-1] - twig[-4], r))
    _branch(dice, twigs, bolls, front, stuffs)
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    twigs, bolls = [], []
    for dx, dy, turn, r in ((-0.1, 0.04, 2.5, 0.08), (0.11, -0.04, -0.3, 0.072)):
        head = np.array([x + dx * side, y + dy, 0.06])
        away = f.heading(turn if side > 0 else math.pi - turn)
        end = head + 0.17 * away - 0.052 * f.UP
        twig = s.bow(end, -0.08 * away, head, 24)
        twigs.append((twig, 0.005))
        bolls.append((head, head - end + 0.06 * f.UP, r))
    _branch(dice, twigs, bolls, front, stuffs)
    return ["cotton bolls"]


def _branch(
    dice: np.random.Generator,
    twigs: list[tuple[s.Floats, float]],
    bolls: list[tuple[s.Floats, s.Floats, float]],
    front: float,
    stuffs: Stuffs,
) -> None:
    """Twigs (path, thickness), and bolls (place, the way its twig leads there, radius) that look forward."""
    lint, hair, dry = (list[s.Patch]() for _ in range(3))
    for path, thick in twigs:
        knots = 1 + 0.18 * np.clip(np.sin(np.arange(len(path)) * 0.55), 0.5, 1)
        dry.append(s.tube(path, thick * np.linspace(1, 0.6, len(path)) * knots, 0.35, 12))
    for at, way, r in bolls:
        n = 0.8 * way / np.linalg.norm(way) + 0.55 * f.UP - 0.75 * front * np.array([0.0, 1.0, 0.0])
        n = n / np.linalg.norm(n)
        # its lint rests on the ground
        at = at + max(0.0, 0.82 * r - float(at[2]) - 0.5 * r * float(n[2])) * f.UP
        fluff, fuzz = _fluff(dice, r)
        turn = np.stack(frame(n))
        lint += [s.Patch(one.points @ turn + at, one.faces, one.shade) for one in fluff]
        hair.append(s.Patch(fuzz.points @ turn + at, fuzz.faces, fuzz.shade))
        dry += _burr(dice, at, n, r)
    s.put("cotton", f.laid(lint, 0.006), stuffs[0])
    s.put("fuzz", f.laid(hair, 0.004), stuffs[1])
    s.put("burr", f.laid(dry, 0.004), stuffs[2])


def _fluff(dice: np.random.Generator, r: float) -> tuple[list[s.Patch], s.Patch]:
    """Locks of lint about +z, their foot at the origin -> bodies, loose fibres."""
    count, bodies, paths = 5, list[s.Patch](), list[s.Floats]()
    for k in range(count):
        turn = 2 * math.pi * k / count + dice.normal(0, 0.08)
        out = np.array([math.cos(turn), math.sin(turn), 0.0])
        size = r * dice.uniform(0.92, 1.08)
        rings = ball((0.47, 0.43, 0.66), 96, 72)
        soft = cloud(dice, rings, 2.1, 3)
        rings = pushed(rings, 0.28 * (soft - 0.45))
        shade = 0.3 + 0.75 * soft + 0.12 * rings[..., 2]
        lean = np.array([0.62 * out[0], 0.62 * out[1], 0.8])
        points = s.rotated(rings, s.aim(lean)) * size + r * (0.5 * out + np.array([0, 0, 0.62]))
        bodies.append(s.sheet(points, np.clip(shade, 0, 1), around=True))
        middle = points.mean((0, 1))
        picks = points[8:-8].reshape(-1, 3)
        picks = picks[dice.integers(0, len(picks), 800)]
        away = (picks - middle) / np.linalg.norm(picks - middle, axis=1, keepdims=True)
        drift = dice.normal(0, 1, picks.shape)
        curl = np.cross(away, drift)
        t = np.linspace(0, 1, 6)[None, :, None]
        long = r * dice.uniform(0.04, 0.19, (len(picks), 1, 1))
        swing = np.sin(t * dice.uniform(2, 6, (len(picks), 1, 1))) * 0.35
        path = picks[:, None] - 0.02 * r * away[:, None]
        path = path + long * (t * (0.5 * away + 0.75 * curl / 1.4)[:, None] + swing * drift[:, None] * 0.5)
        paths.append(path)
    every = np.concatenate(paths)
    half = np.full(every.shape[:2], 0.0004) * np.linspace(1, 0.4, every.shape[1])
    return bodies, s.strands(every, half, 0.85)


def _burr(dice: np.random.Generator, at: s.Floats, n: s.Floats, r: float) -> list[s.Patch]:
    """The dry husk under the lint, split to five points that bend back."""
    a, b, n = frame(n)
    parts = list[s.Patch]()
    v, u = np.linspace(0, 1, 26)[:, None], np.linspace(-1, 1, 13)[None, :]
    for k in range(5):
        turn = 2 * math.pi * (k + 0.5) / 5 + dice.normal(0, 0.08)
        out = math.cos(turn) * a + math.sin(turn) * b
        side = np.cross(n, out)
        long = 1.8 * r * dice.uniform(0.92, 1.08)
        spread = np.sin(math.pi * (0.14 + 0.86 * v) ** 0.75).clip(0) ** 0.8
        wide = 0.3 * long * spread * (1 - v**6) + 0.002
        open_by = dice.uniform(0.75, 1.0)
        reach = long * (0.86 * v - 0.08 * v**2) * open_by
        rise = long * (0.04 + 0.62 * v - 0.4 * open_by * v**2.4)
        cup = 0.3 * (u * wide) ** 2 / (0.4 * long)
        grain = mottle(dice, (26, 13), (4, 6))
        points = (
            at
            + (reach[..., None] - 0.4 * cup[..., None]) * out
            + (rise + cup + 0.02 * long * (grain - 0.5))[..., None] * n
            + (u * wide)[..., None] * side
        )
        shade = 0.35 + 0.4 * (grain - 0.5) + 0.25 * np.abs(u) ** 3 + 0.12 * v
        under = points - 0.028 * r * n
        parts.append(s.sheet(points, np.clip(shade, 0, 1)))
        parts.append(s.sheet(under[:, ::-1], np.clip(shade - 0.15, 0, 1)))
    cap, _ = s.spun([(0.001, -0.2), (0.12, -0.18), (0.24, -0.05), (0.3, 0.08), (0.001, 0.12)], 28, 20)
    lies = s.turned(s.sheet(cap, 0.4, around=True), s.aim(n), (0, 0, 0), r)
    parts.append(s.Patch(lies.points + at, lies.faces, lies.shade))
    return parts


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"cotton bolls": _cotton}
