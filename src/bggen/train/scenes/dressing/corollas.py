"""What showy flowers share: petals bent along their length and across, and how a flower is turned and set."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bggen.train.scenes.dressing import flora as f
from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops, dice_of, mottle
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Rng

Form = Callable[[s.Floats], s.Floats]
Tone = Callable[[s.Floats, s.Floats], s.Floats]  # of t, 0 at the foot and 1 at the tip, and u, -1 to 1 across


def v(x: float, y: float, z: float) -> s.Floats:
    """A vector."""
    return np.array([x, y, z], dtype=np.float64)


def form(half: float, foot: float = 0.2, at: float = 0.55, tip: float = 0.5, swell: float = 1.0) -> Form:
    """Half widths by t: `foot` of `half` at 0, all of it `at`; the tip is round at 0.5, pointed from 1 on."""

    def wide(t: s.Floats) -> s.Floats:
        low = foot + (1 - foot) * np.sin(math.pi / 2 * np.clip(t / at, 0, 1)) ** swell
        high = np.clip(1 - np.clip((t - at) / (1 - at), 0, 1) ** 2, 0, 1) ** tip
        return np.asarray(half * np.where(t < at, low, high))

    return wide


@dataclass(frozen=True, slots=True)
class Cut:
    """How a petal is cut and bent.

    Attributes:
        pitch: radians that it rises from +y to +z, from its foot to its tip.
        cup: radians from its middle to its edges, from its foot to its tip; below 0 they hang.
        ruffle: how far its rim waves, in parts of its length; `waves` about so often around.
        crinkle: the same of folds that fan out from its foot.
        crease: how deep its midrib is sunk, in parts of its length.
        veins: how strongly lines that fan out darken its shade.
        skew: how far its tip may lean aside, in parts of its length.
        grid: rows and columns.
    """

    long: float
    wide: Form
    pitch: Sequence[float] = (0.0, 0.0)
    cup: Sequence[float] = (0.3, 0.1)
    ruffle: float = 0.0
    waves: float = 9.0
    crinkle: float = 0.0
    crease: float = 0.0
    veins: float = 0.1
    skew: float = 0.06
    grid: tuple[int, int] = (32, 23)


def petal(rng: Rng, cut: Cut, tone: Tone) -> s.Patch:
    """One petal along +y, its upper side at +z; no two alike."""
    dice, (rows, columns) = dice_of(rng), cut.grid
    t = (1 - (1 - np.linspace(0, 1, rows)) ** 1.6)[:, None]  # closer where the tip is round
    u = np.linspace(-1, 1, columns)[None, :]
    w = cut.wide(t)
    pitch, cup = (_between(t, stops) for stops in (cut.pitch, cut.cup))
    pitch = pitch + rng.uniform(-0.07, 0.07) + 0.05 * t * rng.uniform(-1, 1)
    step = np.diff(t, axis=0, prepend=0.0)
    y, z = (np.cumsum(step * turn(pitch), axis=0) for turn in (np.cos, np.sin))
    bow = np.where(np.abs(cup) < 1e-3, 1e-3, cup)
    x, lift = w * np.sin(u * bow) / bow, w * (1 - np.cos(u * bow)) / bow
    lean = cut.skew * rng.uniform(-1, 1) * t**2
    edge = 1 - (1 - np.abs(u) ** 2.5 * np.clip(2.5 * t, 0, 1)) * (1 - t**5)
    around = np.arctan2(x / cut.long, t - 0.3) * cut.waves
    shift, folds = rng.uniform(0, 6), mottle(dice, (rows, columns), (5, 13))
    lift = lift / cut.long + cut.ruffle * edge * (np.sin(around + shift) + 0.5 * np.sin(2.3 * around + 2 * t))
    folds = 0.7 * folds + 0.3 * mottle(dice, (rows, columns), (7, 31))
    lift = lift + cut.crinkle * (folds - 0.5) * np.clip(3 * t, 0, 1)
    middle = np.exp(-((u * w / (0.12 * w.max())) ** 2)) * np.minimum(1, w / w.max() * 1.5)
    lift = lift - cut.crease * middle * (1 - t**3)
    fine = np.interp(u * (15 + 2 * t), np.arange(-18, 19), dice.normal(0, 0.6, 37))
    lift = lift + 0.0015 * fine * np.clip(4 * t, 0, 1)
    grid = np.stack([x / cut.long + lean, y - lift * np.sin(pitch), z + lift * np.cos(pitch)], 2)
    shade = tone(t, u) + cut.veins * fine * np.clip(4 * t, 0, 1) + 0.25 * cut.crinkle * (folds - 0.5)
    return s.sheet(cut.long * grid, np.clip(shade, 0, 1))


def _between(t: s.Floats, stops: Sequence[float]) -> s.Floats:
    """Stops at equal steps of t, smoothly joined."""
    at = np.clip(t, 0, 1) * (len(stops) - 1)
    k = np.clip(at.astype(int), 0, len(stops) - 2)
    part, given = at - k, np.array(stops, float)
    return np.asarray(given[k] + (given[k + 1] - given[k]) * part * part * (3 - 2 * part))


def ring(
    rng: Rng,
    cut: Cut,
    tone: Tone,
    count: int,
    out: float = 0.0,
    roll: float = 0.0,
    shift: float = 0.0,
    z: float = 0.0,
    loose: float = 0.12,
) -> list[s.Patch]:
    """Petals about +z, their feet `out` from it; `roll`: how far each is turned about its own middle."""
    made = list[s.Patch]()
    for k in range(count):
        turn = shift + 2 * math.pi * (k + loose * rng.uniform(-1, 1)) / count
        one = s.turned(petal(rng, cut, tone), (0, roll, 0), (0, out, z), rng.uniform(0.94, 1.05))
        made.append(s.turned(one, (0, 0, turn)))
    return made


def posed(
    parts: Sequence[s.Patch], at: s.Floats, n: s.Floats, up: s.Floats = f.UP, size: float = 1.0
) -> list[s.Patch]:
    """What looks to +z with +y above, made to look to `n` from `at`, its top to `up`."""
    z = n / np.linalg.norm(n)
    x = np.cross(up + 1e-4 * np.array([0.3, 1.0, 0.1]), z)
    x = x / np.linalg.norm(x)
    turn = np.stack([x, np.cross(z, x), z])
    return [s.Patch(size * part.points @ turn + at, part.faces, part.shade) for part in parts]


def threads(
    dice: np.random.Generator, count: int, r: float, out: float, high: float, half: float, tone: float
) -> tuple[s.Patch, s.Floats, s.Floats]:
    """Filaments about +z from a ring `r` wide, to `out` and `high` -> themselves, their tips and ways."""
    turn = 2.39996 * np.arange(count) + dice.normal(0, 0.2, count)
    flat = np.stack([np.cos(turn), np.sin(turn), np.zeros(count)], 1)
    far = out * dice.uniform(0.75, 1.1, (count, 1))
    rise = high * dice.uniform(0.8, 1.1, (count, 1)) * f.UP
    foot = r * flat * dice.uniform(0.8, 1.2, (count, 1))
    tip = foot + far * flat + rise + dice.normal(0, 0.03 * high, (count, 3))
    t = np.linspace(0, 1, 6)[None, :, None]
    bend = foot + 0.25 * far * flat + 0.6 * rise
    paths = (1 - t) ** 2 * foot[:, None] + 2 * t * (1 - t) * bend[:, None] + t**2 * tip[:, None]
    hairs = s.strands(paths, np.full(paths.shape[:2], half), tone)
    return hairs, tip, paths[:, -1] - paths[:, -2]


def faced(
    front: Stops, back: Stops, rough: float = 0.5, through: float = 0.3, fine: float = 0.15
) -> Material:
    """A petal's skin, colours by shade of its upper side and of its back, `fine` clouds in them."""
    shader = Shader("petal", rough=rough)
    at = shader.place()
    clouds = shader.noise(at, 26, 4, 0.6).outputs[0]
    shade = shader.sums(clouds, fine, shader.sums(s.shade_of(shader), 1.0, -0.5 * fine))
    behind = shader.node("ShaderNodeNewGeometry").outputs["Backfacing"]
    colour = shader.blend(shader.ramp(shade, front), shader.ramp(shade, back), behind)
    shader.feed("Base Color", colour)
    shader.set("Specular IOR Level", 0.3)
    shader.set("Sheen Weight", 0.08)
    shader.bump(shader.noise(at, 240, 3, 0.6).outputs[0], 0.3, 0.0012)
    s.let_through(shader, colour, through)
    return shader.material


def leaf(rng: Rng, long: float, wide: s.Floats, columns: int = 15, **bent: float) -> s.Patch:
    """`flora.lamina`, its tip no wider upwards than across; see there for `bent`."""
    veins = int(bent.pop("veins", 8))
    made = f.lamina(rng, long, wide, columns=columns, veins=veins, **bent)
    grid = made.points.reshape(len(wide), columns, 3)
    rib = grid[:, columns // 2 : columns // 2 + 1, 2]
    kept = np.minimum(1, wide / (0.3 * wide.max()))[:, None]
    grid[..., 2] = rib + (grid[..., 2] - rib) * kept
    return s.Patch(grid.reshape(-1, 3), made.faces, made.shade)


def stalks(paths: Sequence[s.Floats], thick: float, taper: float = 0.7, tone: float = 0.5) -> list[s.Patch]:
    """Stems along paths, `thick` at their feet, not quite even."""
    made = list[s.Patch]()
    for k, path in enumerate(paths):
        uneven = 1 + 0.05 * np.sin(np.arange(len(path)) * 0.7 + k)
        made.append(s.tube(path, thick * np.linspace(1, taper, len(path)) * uneven, tone, 12))
    return made
