"""Which moods a set is given that it was not rendered in, its place's winter and night among them."""

from __future__ import annotations

from bggen.families.studio.sets import evenings, moods, nights, winters
from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.words.lexicon import CONCEPTS, Region
from bggen.families.studio.words.prompts import SceneWords

WHITE_STUFFS = frozenset({"marble", "whitewashed wood"})  # grounds that no paint made white
DIM = {*moods.DARK, *moods.COLOURED, moods.NIGHT, moods.NEON}  # lights that white is grey or golden in


def moods_to_give(plate: Plate, words: SceneWords) -> tuple[str, ...]:
    """What of the words its light is to be turned to, in that order.

    None but winter where its place has one of them already; neon in a town is a night of its own.
    """
    wanted = [name for name in words.concepts if CONCEPTS[name].kind == "mood"]
    has_night = nights.has_night(plate)
    if has_night and moods.NIGHT in words.concepts:
        wanted.append(moods.NIGHT)
    # a low sun alone leaves the sky over a place as blue as by day
    shown = plate.concepts - ({evenings.SUNSET} if evenings.has_evening(plate) else set())
    of_place = plate.far and any(name in shown and name != "natural" for name in wanted)
    snow = (winters.WINTER,) if winters.SNOW & words.concepts.keys() and winters.has_winter(plate) else ()
    if moods.NEON in words.concepts and has_night and nights.is_town(plate):
        return (*snow, moods.NIGHT, moods.NEON)
    return (*snow, *(() if of_place else moods.missing(plate.mood, wanted)))


def exposure(plate: Plate, words: SceneWords, recolour: dict[Region, str]) -> tuple[str, ...]:
    """WHITE where the set shows white that was asked for, in no light that it is grey or golden in."""
    asked = moods.WHITE in words.colours.values() or not WHITE_STUFFS.isdisjoint(words.concepts)
    dim = {plate.mood, *words.concepts} & DIM
    return (moods.WHITE,) if asked and any(white(plate, recolour)) and not dim else ()


def white(plate: Plate, recolour: dict[Region, str]) -> tuple[bool, bool]:
    """Whether a set's wall is white, and whether what the product is on is, a podium included."""
    behind, *under = (
        recolour.get(region) or plate.colours.get(region) for region in ("backdrop", "surface", "podium")
    )
    return behind == moods.WHITE, moods.WHITE in under or not WHITE_STUFFS.isdisjoint(plate.concepts)
