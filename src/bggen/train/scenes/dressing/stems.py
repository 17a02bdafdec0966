"""What stands in vases: tulips, pampas grass."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter.materials import grainy, solid
from bggen.train.scenes.matter.palette import Colour, Rng

_TULIPS: list[tuple[Colour, Colour, Colour]] = [  # foot, body, rim
    (((236, 226, 170)), (238, 150, 164), (250, 208, 210)),
    (((226, 214, 120)), (252, 220, 96), (253, 234, 150)),
    (((214, 222, 170)), (248, 242, 228), (252, 250, 244)),
]  # fmt: skip


def _tulips(it: Corner) -> list[str]:
    """A loose bunch in a fluted white jar."""
    x, y = it.spot(0.2)
    high = 0.34
    jar = [
        (0.001, 0.0), (0.085, 0.0), (0.096, 0.01), (0.112, 0.1), (0.116, 0.18), (0.106, 0.27), (0.094, 0.325),
        (0.096, high), (0.09, high), (0.088, 0.325), (0.09, 0.3), (0.001, 0.28),
    ]  # fmt: skip
    rings, turns = s.spun(jar, 240, 150)
    flutes = 1 - 0.035 * (0.5 + 0.5 * np.cos(24 * turns)) * np.clip(
        (rings[:, :1, 2] - 0.01) / 0.03, 0, 1
    ) * np.clip((0.315 - rings[:, :1, 2]) / 0.02, 0, 1)
    rings[..., :2] *= flutes[..., None]
    glaze = solid((236, 233, 226), 0.3, coat=0.2)
    s.put("jar", [s.turned(s.sheet(rings, 0.5, around=True), (0, 0, 0), (x, y, 0))], glaze)
    heads: list[list[s.Patch]] = [[], [], []]
    greens = list[s.Patch]()
    for k in range(11):
        turn = 2.4 * k + it.rng.uniform(-0.3, 0.3)
        out = 0.19 * math.sqrt((k + 0.4) / 11) * it.rng.uniform(0.85, 1.1)
        foot = np.array([x + 0.3 * out * math.cos(turn), y + 0.3 * out * math.sin(turn), 0.3])
        end = np.array(
            [
                x + out * math.cos(turn),
                y + out * math.sin(turn),
                0.72 - 0.9 * out + it.rng.uniform(-0.04, 0.04),
            ]
        )
        path = s.bow(foot, np.array([0.1 * out * math.cos(turn), 0.1 * out * math.sin(turn), 0.28]), end)
        greens.append(s.tube(path, 0.0085, 0.35))
        way = path[-1] - path[-3]
        head = _tulip(it.rng, it.rng.uniform(0.92, 1.08))
        heads[k % 3] += [s.turned(part, s.aim(way), tuple(end.tolist())) for part in head]
        if k % 2 == 0:
            greens.append(_lance(it.rng, (x, y), turn + it.rng.uniform(-0.8, 0.8)))
    for (foot_, body, rim), parts in zip(_TULIPS, heads, strict=True):
        s.put("tulips", parts, s.tinted([(0.0, foot_), (0.3, body), (0.75, body), (1.0, rim)], 0.42, 0.3))
    green = s.tinted([(0.0, (96, 132, 70)), (0.4, (118, 158, 84)), (1.0, (92, 136, 74))], 0.45, 0.2)
    s.put("stems", greens, green)
    return ["tulips"]


def _tulip(rng: Rng, size: float) -> list[s.Patch]:
    """A cup of three petals within three others, its foot at the origin."""
    v, u = np.linspace(0, 1, 30)[:, None], np.linspace(-1, 1, 17)[None, :]
    petals = []
    for k in range(6):
        inner = k % 2
        wide = (0.95 - 0.1 * inner) * np.sin(math.pi * (0.12 + 0.88 * v) ** 1.15) ** 0.62
        opens = rng.uniform(0.0, 0.12)
        out = (
            0.018
            + (0.05 - 0.005 * inner) * np.sin(math.pi * np.clip(0.04 + 0.66 * v, 0, 1)) ** 0.8
            + 0.02 * opens * v**2
        )
        out = out - 0.012 * v**3 * (1 - opens * 3) - 0.006 * (np.abs(u) ** 2) * v
        at = u * wide * (1 + 0.05 * np.sin(9 * v + k)) + rng.uniform(-0.08, 0.08)
        high = 0.15 * v * (1 - 0.02 * inner) - 0.006 * np.abs(u) ** 2 * v + 0.003 * np.sin(7 * u + k) * v**2
        grid = np.stack([out * np.cos(at), out * np.sin(at), high + 0 * u], 2)
        streak = 0.05 * np.sin(23 * u + 3 * v + k)
        shade = np.clip(0.72 * v**0.8 + 0.28 * np.abs(u) ** 2.5 * v + streak + 0.02, 0, 1)
        petals.append(
            s.turned(
                s.sheet(grid, shade),
                (0, 0, 2 * math.pi * k / 6 + rng.uniform(-0.1, 0.1)),
                (0, 0, -0.005),
                size,
            )
        )
    return petals


def _lance(rng: Rng, at: tuple[float, float], turn: float) -> s.Patch:
    """A long leaf that rises from the jar and bends over."""
    reach, top = rng.uniform(0.1, 0.17), rng.uniform(0.2, 0.3)
    way = np.array([math.cos(turn), math.sin(turn), 0.0])
    foot = np.array([*at, 0.28]) + 0.05 * way
    path = s.bow(
        foot,
        np.array([0, 0, top]) + 0.25 * reach * way,
        foot + reach * way + np.array([0, 0, top * 0.85]),
        28,
    )
    t = np.linspace(0, 1, 28)[:, None]
    u = np.linspace(-1, 1, 9)[None, :]
    side = np.array([-math.sin(turn), math.cos(turn), 0.0])
    wide = 0.03 * np.sin(math.pi * (0.15 + 0.85 * t) ** 1.0) ** 0.8
    fold = 0.35 * wide * np.abs(u)
    grid = path[:, None] + side * (u * wide)[..., None] + (np.array([0.0, 0.0, 1.0]) - way) * fold[..., None]
    return s.sheet(grid, 0.5 + 0.25 * np.sin(21 * u) * np.ones_like(t))


def _pampas(it: Corner) -> list[str]:
    """Five or six plumes in a bottle of stoneware."""
    x, y = it.spot(0.2)
    side = math.copysign(1.0, x)
    bottle = [
        (0.001, 0.0), (0.09, 0.0), (0.105, 0.012), (0.142, 0.09),
        (0.15, 0.16), (0.13, 0.24), (0.08, 0.3), (0.05, 0.335),
        (0.043, 0.38), (0.052, 0.41), (0.047, 0.412), (0.038, 0.38), (0.001, 0.37),
    ]  # fmt: skip
    clay = grainy((226, 214, 196), 26, 0.06, 0.12, 0.75, fine=True)
    s.put(
        "bottle",
        [s.turned(s.sheet(s.spun(bottle, 128, 150)[0], 0.5, around=True), (0, 0, 0), (x, y, 0))],
        clay,
    )
    parts, stalks = list[s.Patch](), list[s.Patch]()
    for k in range(6):
        turn = 2.4 * k + it.rng.uniform(-0.3, 0.3)
        out = 0.03 + 0.035 * k
        lean = np.array([out * math.cos(turn) + 0.03 * side, 0.8 * out * math.sin(turn), 0.0])
        mouth = np.array([x, y, 0.38])
        tip = mouth + 1.15 * lean + np.array([0, 0, it.rng.uniform(0.66, 0.84) - 0.5 * out])
        path = s.bow(mouth, 0.12 * lean + np.array([0, 0, 0.36]), tip, 60)
        stalks.append(s.tube(path[:30], 0.005, 0.3))
        parts += _plume(it.rng, path[20:], it.rng.uniform(0.85, 1.1))
    stops: list[tuple[float, Colour]] = [
        (0.0, (178, 148, 106)),
        (0.5, (222, 200, 164)),
        (1.0, (244, 230, 204)),
    ]
    s.put("plumes", parts, s.tinted(stops, 0.8, 0.4))
    s.put("stalks", stalks, solid((190, 164, 112), 0.6))
    return ["dried pampas grass"]


def _plume(rng: Rng, path: s.Floats, size: float) -> list[s.Patch]:
    """Side shoots all along a path, the lower the longer, and fine hairs on each."""
    dice = np.random.default_rng(rng.randint(0, 1 << 30))
    count, steps = 170, 8
    at = np.sort(dice.random(count)) ** 1.05
    along = np.stack([np.interp(at * (len(path) - 1), np.arange(len(path)), path[:, k]) for k in range(3)], 1)
    axis = path[-1] - path[0]
    axis = axis / np.linalg.norm(axis)
    turn = dice.uniform(0, 2 * math.pi, count)
    out = np.stack([np.cos(turn), np.sin(turn), np.zeros(count)], 1)
    long = size * (0.05 + 0.12 * np.sin(math.pi * (0.16 + 0.78 * at)) ** 0.9) * dice.uniform(0.7, 1.2, count)
    t = np.linspace(0, 1, steps)
    spread = (0.34 * t + 0.28 * t**2)[None, :, None]
    rise = (0.95 * t - 0.42 * t**2)[None, :, None]
    shoots = along[:, None] + long[:, None, None] * (spread * out[:, None] + rise * axis)
    thin = np.broadcast_to(0.0011 * (1 - 0.7 * t), (count, steps))
    made = [s.strands(shoots, thin, 0.35)]
    each = 30
    where = dice.random((count, each)) ** 0.8 * (steps - 1.001)
    k, part = where.astype(int), (where % 1)[..., None]
    rows = np.arange(count)[:, None]
    foot = shoots[rows, k] * (1 - part) + shoots[rows, k + 1] * part
    way = shoots[rows, k + 1] - shoots[rows, k]
    way = way / np.linalg.norm(way, axis=2, keepdims=True)
    way = way + dice.normal(0, 0.42, way.shape)
    reach = (0.024 * size * dice.uniform(0.5, 1.2, (count, each)))[..., None]
    hairs = np.stack(
        [foot, foot + 0.55 * reach * way, foot + reach * (way - np.array([0, 0, 0.25]))], 2
    ).reshape(-1, 3, 3)
    half = np.broadcast_to(np.array([0.0014, 0.0012, 0.0004]), hairs.shape[:2])
    tone = np.clip(0.72 + dice.normal(0, 0.16, (len(hairs), 1)), 0, 1) * np.ones((1, 3))
    made.append(s.strands(hairs, half, tone))
    return made


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"tulips": _tulips, "pampas": _pampas}
