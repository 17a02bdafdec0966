"""What the horizon network is trained on: crops of the bank's sets, and tables drawn before other places.

Where a set's ground ends is known from its render. Sets are tidy, though; the drawn tables have anything
behind them: rooms, streets and hills out of or in focus, walls of other sets, packshots. Products stand about
on both.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.sets import bank, staging
from bggen.families.studio.sets.moods import MOODS
from bggen.families.studio.words.lexicon import COLOURS
from bggen.spec import Rgb
from bggen.train.composites import surroundings
from bggen.train.data import Packed, bounds
from bggen.train.networks import retouch
from bggen.train.networks.held_sets import held_back
from bggen.train.networks.retouch import EDGE, SIDE, Example

STORED = 256  # pixels that sets are kept at
DRESSES = 3  # colours and lights that each set is kept in
SETS, TABLES = 0.35, 0.45  # shares of what is drawn; the rest shows no end


class Grounds:
    """Pictures and where their ground ends, from one generator; each is drawn once and taken again and again.

    Args:
        env: folder of environment pictures to have behind tables, which takes Blender to read.
        pictures: how many are drawn.
    """

    def __init__(self, packed: Packed, env: Path | None, seed: int, pictures: int) -> None:
        self.packed, self.rng = packed, np.random.default_rng(seed)
        self.sets, self.held = list[Example](), list[Example]()
        for plate in bank.load():
            if plate.row.get("podium"):
                continue  # where the ground below a podium ends was not written down
            (self.held if held_back(plate) else self.sets).extend(_dressed(plate, self.rng))
        self.with_end = [one for one in self.sets if one[1] is not None]
        self.endless = [one for one in self.sets if one[1] is None]
        self.beside = packed.split(held_back=False)
        self.plates = packed.split(held_back=False, plates_only=True)
        self.panoramas = list[Rgb]()
        if env is not None:
            from bggen.train.scenes.pictures.panoramas import panoramas  # needs Blender

            self.panoramas = panoramas(env)
        self.drawn = [self._one() for _ in range(pictures)]

    def batch(self, count: int) -> tuple[list[Rgb], list[float | None]]:
        """So many pictures (SIDE, SIDE, 3), and the ends of their grounds in 0..1 of the height, or None."""
        made = list[Example]()
        for _ in range(count):
            picture, end = self._pick(self.drawn)
            made.append(retouch.taken(picture, end, self.rng))
        return [picture for picture, _ in made], [end for _, end in made]

    def _one(self) -> Example:
        drawn = self.rng.random()
        while True:
            if drawn < SETS:
                picture, end = self._cropped(self.with_end)
            elif drawn < SETS + TABLES:
                picture, end = self._table()
            else:
                picture, end = self._nowhere()
                if self.rng.random() < 0.35:  # whose own edges end no ground
                    picture = self._with_things(picture, 0.0)
            if end is None or EDGE < end < 1 - EDGE:
                return picture, end

    def held_back(self, count: int) -> tuple[list[Rgb], list[float | None]]:
        """Crops of sets that nothing is trained on."""
        made = list[Example]()
        while len(made) < count:
            picture, end = self._cropped(self.held)
            if end is None or EDGE < end < 1 - EDGE:
                made.append((picture, end))
        return [picture for picture, _ in made], [end for _, end in made]

    def _pick(self, things: list[Any]) -> Any:
        return things[int(self.rng.integers(len(things)))]

    def _cropped(self, sets: list[Example]) -> Example:
        """A part of a set in any shape, drawn out to a square, with things on it now and then."""
        rng = self.rng
        picture, end = self._pick(sets)
        wide, tall = (rng.uniform(0.45, 1.0, 2) * STORED).astype(int)
        x, y = int(rng.integers(STORED - wide + 1)), int(rng.integers(STORED - tall + 1))
        part = np.asarray(
            cv2.resize(picture[y : y + tall, x : x + wide], (SIDE, SIDE), interpolation=cv2.INTER_AREA)
        )
        if end is None:
            return part, None
        at = (end * STORED - y) / tall
        if at <= -EDGE or at >= 1 + EDGE:
            return part, None
        if rng.random() < 0.4:
            part = self._with_things(part, at * SIDE)
        return part, float(at)

    def _table(self) -> Example:
        """A plane in perspective before something else."""
        rng = self.rng
        end = float(rng.uniform(0.25, 0.92))
        made = self._behind().astype(np.float32)
        row = end * SIDE
        above = float(rng.choice([0.5, rng.uniform(1, 25), rng.exponential(0.5 * SIDE)]))
        ground = self._ground(row - above)
        below = round(row)
        made[below:] = ground[below:]
        made = retouch.joined(made, below, rng)
        if rng.random() < 0.6:
            return self._with_things(made, row), end
        return made.clip(0, 255).astype(np.uint8), end

    def _nowhere(self) -> Example:
        """From straight above, a sweep, a wall alone, or a look upwards."""
        drawn = self.rng.random()
        if drawn < 0.45 and self.endless:
            return self._cropped(self.endless)
        if drawn < 0.6:
            return self._ground(-float(self.rng.uniform(0.3, 3.0)) * SIDE), None
        if drawn < 0.8 or not self.panoramas:
            return self._wall(), None
        return self._seen(float(self.rng.uniform(38, 60)), 55.0), None

    def _behind(self) -> Rgb:
        """(SIDE, SIDE, 3): what is beyond a table."""
        rng, drawn = self.rng, self.rng.random()
        if drawn < 0.5 and self.panoramas:
            made = self._seen(float(rng.uniform(-25, 25)), float(rng.uniform(30, 90)))
        elif drawn < 0.65 and self.plates:
            whole = self.packed.plate[self.packed.rows[self._pick(self.plates)]["plate"]]
            made = retouch.part(np.asarray(whole[: int(len(whole) * 0.5)]), rng)
        elif drawn < 0.8:
            picture, end = self._pick(self.with_end)
            made = retouch.part(picture[: max(int(end * STORED) - 6, 16)], rng)
        else:
            made = self._wall()
        if rng.random() < 0.5:
            made = np.asarray(cv2.GaussianBlur(made, (0, 0), float(rng.uniform(0.5, 6))), np.uint8)
        return made

    def _wall(self) -> Rgb:
        """A plain or patterned face seen squarely, lit from somewhere."""
        return retouch.lit(self._stuff(), self.rng)

    def _stuff(self) -> Rgb:
        """(SIDE, SIDE, 3): a material without perspective."""
        rng = self.rng
        if rng.random() < 0.4 and self.endless:
            return retouch.part(self._pick(self.endless)[0], rng)
        colour = rng.uniform(20, 245, 3) if rng.random() < 0.4 else np.full(3, rng.uniform(40, 245))
        made = np.full((SIDE, SIDE, 3), colour, np.float32)
        grain = cv2.resize(
            rng.normal(0, 1, (int(rng.integers(4, SIDE)), int(rng.integers(4, SIDE)))).astype(np.float32),
            (SIDE, SIDE),
        )
        made += grain[..., None] * rng.uniform(0, 22)
        if rng.random() < 0.45:  # planks or tiles
            step, dark = int(rng.integers(8, 40)), float(rng.uniform(0.5, 0.95))
            made[:, ::step] *= dark
            if rng.random() < 0.6:
                made[:: int(rng.integers(8, 40))] *= dark
        return made.clip(0, 255).astype(np.uint8)

    def _ground(self, vanishing: float) -> Rgb:
        """(SIDE, SIDE, 3) of a plane whose lines vanish at one row, in or above the picture."""
        rng, stuff = self.rng, self._stuff()
        rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32)
        near = np.maximum(rows - vanishing, 0.5) / (SIDE - vanishing)  # 1 at the lower border
        scale, turn = float(rng.uniform(0.5, 2.0)), float(rng.uniform(0, 2 * math.pi))
        across, away = (columns - SIDE / 2) / near * scale, SIDE * (1 / near - 1) * scale
        c, s = math.cos(turn), math.sin(turn)
        u, v = (across * c - away * s).astype(np.float32), (across * s + away * c).astype(np.float32)
        # beyond what its pixels can show, a pattern is its mean
        plain = stuff.mean((0, 1))
        far = np.clip((1 / near) * scale / 8 - 0.5, 0, 1)[..., None]
        drawn = cv2.remap(stuff, u % (SIDE - 1), v % (SIDE - 1), cv2.INTER_LINEAR).astype(np.float32)
        return retouch.lit((drawn * (1 - far) + plain * far).clip(0, 255).astype(np.uint8), rng)

    def _seen(self, pitch: float, angle: float) -> Rgb:
        """(SIDE, SIDE, 3): a view into one of the panoramas, degrees up and across."""
        rng, around = self.rng, self._pick(self.panoramas)
        turn, half = float(rng.uniform(0, 2 * math.pi)), math.tan(math.radians(angle) / 2)
        down, right = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j] * half
        return surroundings.seen(around, right, -down, math.radians(pitch), turn, cv2.INTER_LINEAR)

    def _with_things(self, picture: NDArray[Any], row: float) -> Rgb:
        """Packshots' products stand about, some before the end of the ground."""
        rng, made = self.rng, picture.astype(np.float32)
        feet = sorted(
            row + float(rng.uniform(0.04, 0.7)) * (SIDE - row) for _ in range(int(rng.integers(1, 6)))
        )
        for foot in feet:
            rgba = self.packed.rgba[self._pick(self.beside)]
            box = bounds(rgba[:, :, 3])
            if box is None:
                continue
            product = rgba[box[1] : box[3], box[0] : box[2]]
            scale = float(rng.uniform(0.08, 0.5)) * SIDE / max(product.shape[:2])
            size = (max(int(product.shape[1] * scale), 2), max(int(product.shape[0] * scale), 2))
            small = cv2.resize(np.asarray(product), size, interpolation=cv2.INTER_AREA).astype(np.float32)
            left, top = int(rng.uniform(-0.1, 1) * SIDE), int(foot) - size[1]
            retouch.shade(made, left + size[0] / 2, foot, size[0] / 2)
            retouch.lay(made, small, left, top)
        return made.clip(0, 255).astype(np.uint8)


def _dressed(plate: bank.Plate, rng: np.random.Generator) -> list[Example]:
    """A set in its own colours and in others."""
    pixels = np.asarray(cv2.resize(plate.pixels(), (STORED, STORED), interpolation=cv2.INTER_AREA), np.uint8)
    made: list[Example] = [(pixels, plate.horizon)]
    for _ in range(DRESSES - 1):
        colours = {
            paint.region: str(rng.choice(list(COLOURS))) for paint in plate.paints if rng.random() < 0.8
        }
        moods = (str(rng.choice(list(MOODS))),) if rng.random() < 0.4 else ()
        made.append((staging.dress(plate, pixels, colours, moods), plate.horizon))
    return made
