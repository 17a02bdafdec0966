"""Things that can be stood beside a product in any set: pictures of them alone, without a shadow.

Each was rendered from a few heights in the plain studio's light from the left; `families.studio.beside`
stands them on a set's ground. What a set was rendered with is its own and told by its words.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bggen.families.studio.light.body import Body
from bggen.families.studio.light.casts import LYING
from bggen.families.studio.sets.bank import HOME, Plate
from bggen.families.studio.words.lexicon import CONCEPTS, KINDS
from bggen.families.studio.words.prompts import SceneWords, parse

FOLDER = HOME / "beside"
MOST = 3  # concepts that are given: a product is no still life
CITRUS = ("lemons", "limes", "oranges")
MIXED = ("christmas", "autumn", "citrus", "flowers")  # concepts of several kinds of things together


@dataclass(frozen=True, slots=True)
class Heights:
    """How tall a thing is at each place, as seen from straight above."""

    file: str
    foot: tuple[float, float]  # cell of the ground point in its middle: column, row
    cells: float  # to a scene unit
    tall: float  # units of the highest place

    def body(self, mirrored: bool) -> Body:
        """The thing as light is kept by it."""
        with Image.open(FOLDER / self.file) as maps:
            levels = np.asarray(maps.convert("L"), np.float32)
        top, under = np.split(levels, 2, axis=1)
        unit = np.float32(self.tall / 255)
        found = Body(top * unit, np.where(top > 0, under * unit, np.inf), self.foot, self.cells)
        return found.mirrored if mirrored else found


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing, or a few that stand together, seen from one height."""

    kind: str
    group: int  # of several pictures of its kind
    words: tuple[str, ...]
    elevation: float  # degrees that it is seen from
    foot: tuple[float, float]  # pixels: where its middle touches the ground
    unit: float  # pixels of a scene unit there
    flat: bool  # lies: an outline says nothing about its height
    file: str
    heights: Heights

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of its picture."""
        return _size(self.file)

    def pixels(self, mirrored: bool) -> NDArray[np.uint8]:
        """(h, w, 4), straight alpha; its light is from the left, and from the right in a mirror."""
        with Image.open(FOLDER / self.file) as picture:
            array = np.asarray(picture.convert("RGBA"))
        return np.ascontiguousarray(array[:, ::-1]) if mirrored else array


@cache
def _size(file: str) -> tuple[int, int]:
    with Image.open(FOLDER / file) as picture:  # no pixel is read
        return picture.size


@cache
def load() -> tuple[Prop, ...]:
    """Every picture there is; no pixels are read yet."""
    rows = json.loads((FOLDER / "beside.json").read_text("utf-8"))
    return tuple(
        Prop(
            row["kind"], row["group"], tuple(row["words"]), row["elevation"], tuple(row["foot"]),
            row["unit"], row["flat"], row["file"],
            Heights(**row["body"] | {"foot": tuple(row["body"]["foot"])}),
        )
        for row in rows
    )  # fmt: skip


@cache
def _all() -> dict[str, list[Prop]]:
    """Every picture by the concept that it shows, in the order of kinds and groups."""
    found: dict[str, list[Prop]] = {}
    for prop in load():
        names = parse(prop.words[0]).of_kind("prop")
        for name in sorted(names | {wider for wider, kinds in KINDS.items() if kinds & names}):
            found.setdefault(name, []).append(prop)
    return found


@cache
def of(name: str, said: str, elevation: float) -> tuple[Prop, ...]:
    """The pictures of a concept as seen from about so high, the first to be taken first.

    Args:
        said: the prompt's words for it: of oranges and limes, both of them citrus, those that are named.
    """
    props = [prop for prop in _all().get(name, []) if (prop.elevation > LYING) == (elevation > LYING)]
    if not props:
        return ()
    kinds = list(dict.fromkeys(prop.kind for prop in props))
    spoken = set(said.lower().split())
    kinds.sort(key=lambda kind: -len(spoken & {*kind.split(), *_words(props, kind)}))
    if name not in MIXED:
        kinds = kinds[:1]
    elif "citrus" in spoken:  # not just any fruit
        kinds = [kind for kind in kinds if kind in CITRUS]
    nearest = min({prop.elevation for prop in props if prop.kind in kinds}, key=lambda e: abs(e - elevation))
    seen = [prop for prop in props if prop.elevation == nearest and prop.kind in kinds]
    return tuple(sorted(seen, key=lambda prop: (prop.group, kinds.index(prop.kind))))


@cache
def shown_with(name: str) -> frozenset[str]:
    """The concepts that every picture of one shows: marigolds lie about oil lamps."""
    shown = [{said for word in prop.words for said in parse(word).concepts} for prop in _all().get(name, [])]
    return frozenset(set.intersection(*shown)) if shown else frozenset()


def _words(props: Sequence[Prop], kind: str) -> set[str]:
    return {word for prop in props if prop.kind == kind for word in prop.words[0].split()}


def _is_only_behind(plate: Plate, name: str, said: str) -> bool:
    """Whether things were named, `with maple leaves`, where a set has but their season: an autumn wood."""
    named = said != name and any(said in prop.words or said == prop.kind for prop in _all().get(name, []))
    return named and name in plate.behind and not plate.row["props"] and "fallen leaves" not in plate.concepts


def to_give(plate: Plate, words: SceneWords) -> tuple[str, ...]:
    """What of a prompt's props a set has not, but can have stood on it, in the prompt's order."""
    asked = (
        name
        for name in words.concepts
        if CONCEPTS[name].kind == "prop"
        and (name not in plate.concepts or _is_only_behind(plate, name, words.said.get(name, name)))
    )
    return tuple(name for name in asked if of(name, words.said.get(name, name), plate.elevation))[:MOST]
