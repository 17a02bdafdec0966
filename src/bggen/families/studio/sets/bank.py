"""The bank of ray-traced plates: empty sets, described in words.

A plate may be mirrored, so one set serves light from both sides.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any, ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bggen.families.studio.light.casts import Light
from bggen.families.studio.sets import moods
from bggen.families.studio.words.lexicon import CONCEPTS, Region
from bggen.families.studio.words.prompts import SceneWords, parse

HOME = Path(__file__).parents[1] / "bank"
MIRRORED = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Paint:
    """A region of one plain colour that may be given another."""

    region: Region
    colour: str
    albedo: tuple[float, float, float]  # linear
    mask: str  # file, 8-bit


@dataclass(frozen=True)
class Plate:
    """One empty set. Places are in 0..1 of the plate's sides."""

    COST: ClassVar[float] = 0.0  # in a choice among others

    id: str
    file: str
    words: str
    row: dict[str, Any]
    elevation: float  # camera above the horizontal, degrees
    light_side: str
    hard_light: bool
    stand: tuple[float, float]  # where the middle of a product's base touches
    stand_width: float
    unit: float  # one scene unit at the stand; a product is about 0.8 tall
    paints: tuple[Paint, ...]
    horizon: float | None  # where the ground ends; None: it doesn't within the picture
    mirrored: bool = False
    turned_from: str | None = None  # the side that its light came from before it was turned

    @cached_property
    def far(self) -> bool:
        """Whether a place out of focus lies behind the table."""
        return "out of focus" in (self.row["backdrop"] or "")

    @cached_property
    def concepts(self) -> set[str]:
        """What the plate shows, in the prompt's concepts."""
        row = self.row
        said = [row["light"], row["mood"] or "", row["view"], ", ".join(row.get("props") or [])]
        said.append(row.get("podium") or "")
        found = self.behind | self._below.union(*(_parsed(part).concepts for part in said))
        if row.get("podium"):
            found.add("podium")
        return found - {"high angle"} if "top-down" in found else found

    @cached_property
    def _below(self) -> set[str]:
        # each by itself: a rock on sand is no place on a beach
        laid = str(self.row["surface"]).split(" on ")
        return set[str]().union(*(_parsed(f"on {part}").concepts for part in laid))

    @property
    def grown(self) -> bool:
        """Whether what a rock or a log stands on is of nature, too."""
        return len(self._below) > 1

    @cached_property
    def podium_stuffs(self) -> set[str]:
        """What its podium is of; nothing where that is paint, or there is none."""
        said = _parsed(str(self.row.get("podium") or "")).concepts
        return {name for name in said if CONCEPTS[name].kind == "surface"}

    @cached_property
    def behind(self) -> set[str]:
        """What lies behind what the product stands on, in the prompt's concepts."""
        found = set(_parsed(f"against {self.row['backdrop'] or ''}").concepts)
        # snow on hills far away is no table of snow
        return {name for name in found if CONCEPTS[name].kind != "surface"} if self.far else found

    def shows(self, concept: str, region: Region | None) -> bool:
        """Whether a concept is there; a stuff, where it was said of: a concrete wall is no concrete floor."""
        if region is None or CONCEPTS[concept].kind not in ("surface", "backdrop"):
            return concept in self.concepts
        if region == "podium" and self.row.get("podium"):  # else what it lies on stands in
            return concept in self.podium_stuffs
        behind = region == "backdrop" and bool(self.row["backdrop"])  # else it is one piece
        return concept in (self.behind if behind else self._below)

    @cached_property
    def colours(self) -> dict[Region | None, str]:
        """The colour each region already has."""
        row = self.row
        found = {
            "surface": _parsed(str(row["surface"])).colours,
            "backdrop": _parsed(str(row["backdrop"] or "")).colours,
        }
        found["podium"] = _parsed(str(row.get("podium") or "")).colours
        return {region: next(iter(said.values())) for region, said in found.items() if said}

    @property
    def place_id(self) -> str:
        """Of the set whose place it shows: this one."""
        return self.id

    @property
    def lit(self) -> tuple[float, float, float]:
        """Linear red, green, blue of its ground over those of the same in a plain set."""
        red, green, blue = self.row.get("lit") or (1.0, 1.0, 1.0)
        return red, green, blue

    @property
    def falling(self) -> tuple[float, float, float]:
        """Linear red, green, blue of the light on what stands there, of that in a plain set."""
        return self.lit

    @property
    def light(self) -> Light | None:
        """What falls on the stand; None where nobody measured it."""
        if (cast := self.row.get("cast")) is None:
            return None
        light = Light.of(cast["light"], cast["shine"], self.elevation, self.mirrored)
        return light.turned(self.turned_from, self.light_side) if self.turned_from else light

    @cached_property
    def podium_top(self) -> NDArray[np.float32] | None:
        """(n, 2) corners of what the product stands on, to be read only; None where that is the ground."""
        top = (self.row.get("cast") or {}).get("top")
        if top is None:
            return None
        corners = np.array(top, np.float32)
        return np.abs(corners - np.array([1, 0], np.float32)) if self.mirrored else corners

    @property
    def mood(self) -> str | None:
        """What its lamp gave all that is seen; None for a place of its own light behind a lit table."""
        mood = str(self.row["mood"])
        return None if self.far and mood not in moods.DARK else mood

    def mirror(self) -> Plate:
        """The same set seen in a mirror: light from the other side."""
        x, y = self.stand
        side = MIRRORED.get(self.light_side, self.light_side)
        return replace(self, stand=(1 - x, y), light_side=side, mirrored=not self.mirrored)

    @cached_property
    def mirrored_view(self) -> Plate:
        """In a mirror, made once: each choice looks at every set so."""
        return self.mirror()

    def turn(self, side: str) -> Plate | None:
        """The same set with its light from another side; None where its picture shows whence it comes."""
        of_a_side = self.light_side in MIRRORED and side != self.light_side
        shows = self.hard_light or self.row.get("cast") is None or self.far
        if shows or not of_a_side:
            return None
        return replace(self, light_side=side, turned_from=self.light_side)

    def pixels(self) -> NDArray[np.uint8]:
        """(h, w, 3)."""
        picture = self._open(self.file, "RGB")
        return moods.evened(picture) if self.turned_from else picture

    def region(self, paint: Paint) -> NDArray[np.uint8]:
        """(h, w) at the mask's own resolution."""
        return self._open(paint.mask, "L")

    @property
    def podium_mask(self) -> str | None:
        """File of a podium's outline."""
        painted = (paint.mask for paint in self.paints if paint.region == "podium" and self.row.get("podium"))
        found: str | None = self.row.get("podium_mask") or next(painted, None)
        return found

    def podium_cover(self, size: tuple[int, int]) -> NDArray[np.float32]:
        """(h, w, 1) in 0..1 at `size` (width, height): a podium but for its rim, which shows the wall too."""
        if self.podium_mask is None:
            return np.zeros((size[1], size[0], 1), np.float32)
        mask = cv2.resize(self._open(self.podium_mask, "L"), size, interpolation=cv2.INTER_CUBIC)
        # masks have fewer pixels
        smooth = cv2.GaussianBlur(mask.astype(np.float32) / 255, (0, 0), 1.0)
        return np.asarray((2 * smooth - 1).clip(0, 1)[..., None], np.float32)

    def _open(self, name: str, mode: str) -> NDArray[np.uint8]:
        with Image.open(HOME / name) as picture:
            array = np.asarray(picture.convert(mode))
        return np.ascontiguousarray(array[:, ::-1]) if self.mirrored else array


@cache
def _parsed(text: str) -> SceneWords:
    """A part of a set's description, which many sets share; to be read only."""
    return parse(text)


def load(folder: Path = HOME) -> list[Plate]:
    """Every plate of the bank; no pixels are read yet."""
    rows = json.loads((folder / "plates.json").read_text("utf-8"))
    return [_plate(row) for row in rows]


def _plate(row: dict[str, Any]) -> Plate:
    paints = tuple(
        Paint(p["region"], p["colour"], tuple(p["albedo"]), p["mask"]) for p in row.get("paint") or []
    )
    return Plate(
        id=str(row["id"]), file=row["file"], words=row["words"], row=row, elevation=row["elevation"],
        light_side=row["light_side"], hard_light=row["hard_light"], stand=tuple(row["stand"]),
        stand_width=row["stand_width"], unit=row["unit"], paints=paints, horizon=row.get("horizon"),
    )  # fmt: skip
