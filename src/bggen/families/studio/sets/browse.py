"""Look through the bank: which sets there are, which fit some words, and what they look like."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

from bggen.errors import UsageError
from bggen.families.studio.sets import bank, joins, props
from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.sets.fitting import fit
from bggen.families.studio.sets.props import Prop
from bggen.families.studio.words.prompts import parse
from bggen.spec import Rgb

COLUMNS, SIDE, LABEL = 5, 256, 18  # of a sheet; pixels of a set, and of the line under it


def fitting(prompt: str) -> list[Plate]:
    """Every set, those first that fit the words best; in the bank's order where none is understood."""
    plates, words = bank.load(), parse(prompt)
    if not (words.concepts or words.colours or words.light_side):
        return plates
    plates = [*plates, *joins.candidates(plates, words)]
    return sorted(plates, key=lambda plate: -fit(plate, words))  # stable: equals keep the bank's order


def named(plates: Sequence[Plate], number: str) -> Plate:
    """The set of that id, or of two: 000+384 is the ground of one before the place of another.

    Raises UsageError where there is none.
    """
    ground, plus, place = number.partition("+")
    if plus:
        both = named(plates, ground), named(plates, place)
        if not joins.joinable(*both):
            why = "other light, another height to see it from, or something that stands between"
            raise UsageError(f"set {number!r}: {ground}'s ground can't be laid before {place}: {why}")
        return joins.join(*both)
    found = next((plate for plate in plates if plate.id == number), None)
    if found is None:
        raise UsageError(f"set {number!r}: there is none of that id: `bggen sets` lists them")
    return found


def props_of(prompt: str) -> list[Prop]:
    """One picture of each kind of thing that can be stood beside a product; of those that some words name."""
    asked = parse(prompt).of_kind("prop")
    kinds = dict[str, Prop]()
    for prop in props.load():
        if not asked or asked & parse(prop.words[0]).of_kind("prop"):
            kinds.setdefault(prop.kind, prop)
    return list(kinds.values())


def sheet(plates: Sequence[Plate]) -> Rgb:
    """A contact sheet (H, W, 3) of sets with their ids and words."""
    return _sheet([(Image.fromarray(plate.pixels()), f"{plate.id}  {plate.words}") for plate in plates])


def props_sheet(found: Sequence[Prop]) -> Rgb:
    """A contact sheet (H, W, 3) of things on white, with their words."""
    return _sheet([(_on_white(prop), ", ".join(prop.words)) for prop in found])


def _on_white(prop: Prop) -> Image.Image:
    """In the middle of a square."""
    picture = Image.fromarray(prop.pixels(False))
    side = max(picture.size)
    whole = Image.new("RGBA", (side, side), "white")
    whole.alpha_composite(picture, ((side - picture.width) // 2, (side - picture.height) // 2))
    return whole.convert("RGB")


def _sheet(tiles: Sequence[tuple[Image.Image, str]]) -> Rgb:
    rows = -(-len(tiles) // COLUMNS)
    whole = Image.new("RGB", (COLUMNS * SIDE, max(rows, 1) * (SIDE + LABEL)), "white")
    draw = ImageDraw.Draw(whole)
    for number, (picture, words) in enumerate(tiles):
        x, y = number % COLUMNS * SIDE, number // COLUMNS * (SIDE + LABEL)
        whole.paste(picture.resize((SIDE, SIDE), Image.Resampling.BOX), (x, y))
        draw.text((x + 4, y + SIDE + 3), words[:40], fill="black")
    return np.asarray(whole)
