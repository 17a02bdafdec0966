"""What of a prompt the set does not show, in lines for people and in the prompt's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from bggen.families.studio.light.casts import LYING
from bggen.families.studio.sets import dyes, props, winters
from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.sets.choice import Choice
from bggen.families.studio.sets.fitting import has_its_own_colours
from bggen.families.studio.words.lexicon import CONCEPTS, INHERENT, VARIANTS, Region
from bggen.families.studio.words.lexicon.grammar import GRADIENT
from bggen.families.studio.words.lexicon.rooms import ROOMS
from bggen.families.studio.words.lexicon.stones import STONES
from bggen.families.studio.words.lexicon.unlike import METALLIC, unlike, unseen
from bggen.families.studio.words.lexicon.woods import WOODS
from bggen.families.studio.words.painted import PATTERN, SHIMMER
from bggen.families.studio.words.prompts import SceneWords
from bggen.families.studio.words.vocabulary import plain_colour

TOLD = ("surface", "backdrop", "place", "prop")  # kinds that are missed; of moods light gives something
#: kinds that may stand for another unsaid: lights and neon for a night, but no table for a city
SERVES = {"place": ("look", "mood")}
#: stuffs that nobody takes amiss one for another
ALIKE = (
    WOODS.keys(),
    STONES.keys() - {"checkerboard", "moroccan tiles"},
    {"moss", "grass"},
    {"linen", "drape"},
    {"metal", "mirror"},
    {"plaster", "concrete"},
    {"garden", "field"},
    {"living room", "interior", "window room"},
)
#: lights that shadows are looked for in
SHAPED = frozenset(["leaf shadows", "blinds"])
WOOD = "wood"
#: how a light is called that shadows are looked for in
HARD = frozenset(["direct", "hard", "harsh", "sharp", "stark", "strong"])
NAMED = 6  # words that one line names
UNKNOWN = "the studio model doesn't know {}: {}; a larger model does, see --model"
NO_WORD = "the prompt has no word in it: the studio model set a clean neutral studio"
LACKS = "no set shows all that was asked: this one lacks {}"
NAMED_LACKS = "set {} has no {}"
INSTEAD = "no set shows all that was asked: {} in place of {}"
NAMED_INSTEAD = "set {} has {} in place of {}"
NEARLY = "a set's colours are lit and only near {0}: --background '{0}' is exactly that"
WHOLE = "a scene has no transparent parts: --background transparent gives the product alone"

_OF_A_COLOUR = {made for by_colour in VARIANTS.values() for made in by_colour.values()}
_EXACT = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b")


def lines(prompt: str, words: SceneWords, choice: Choice) -> list[str]:
    """A line for people on each thing that they may look for in vain."""
    found = []
    if "transparent" in words.unknown:
        found.append(WHOLE)
    if unknown := [word for word in words.unknown if word != "transparent"]:
        effect = "had no effect" if choice.understood else "it set a clean neutral studio"
        found.append(not_known(unknown, effect))
    elif prompt.strip() and not choice.understood and not any(map(str.isalnum, prompt)):
        found.append(NO_WORD)
    if lacking := list(lacks(words, choice)):
        of = LACKS if not choice.named else NAMED_LACKS.format(choice.plate.id, "{}")
        found.append(of.format(_named(lacking)))
    instead = INSTEAD if not choice.named else NAMED_INSTEAD.format(choice.plate.id, "{}", "{}")
    found += [instead.format(shown, _named([said])) for shown, said in stood_in(words, choice)]
    if colour := _EXACT.search(prompt.lower().replace("pure white", "#ffffff")):
        found.append(NEARLY.format(colour[0]))
    return found


def not_known(unknown: Sequence[str], effect: str) -> str:
    """The line that names words of a prompt that say nothing to the studio."""
    return UNKNOWN.format(_named(unknown), effect)


def lacks(words: SceneWords, choice: Choice) -> Iterator[str]:
    """What was asked for and is not to be seen, nor something near it that serves as well."""
    plate = choice.plate
    met = plate.concepts | {*choice.moods, *choice.beside}.union(*map(props.shown_with, choice.beside))
    if winters.WINTER in met and words.of_kind("surface") - {"snow"}:  # lies about another ground
        met |= {"snow"}
    if choice.runs_into:  # a gradient, whatever it is on
        met |= {"seamless"}
    for name in words.concepts:
        kind, near = CONCEPTS[name].kind, CONCEPTS[name].near
        strict = kind == "prop" or name in _OF_A_COLOUR
        if name == WOOD and not met.isdisjoint(WOODS):  # any is
            continue
        kinds = (kind, *SERVES.get(kind, ()))
        if kind == "place" and plate.elevation > LYING:  # from above a place is its ground: a beach its sand
            kinds += ("surface",)
        serves = {name} | {other for other in near if not strict and CONCEPTS[other].kind in kinds}
        said = words.said.get(name, name)
        if (kind in TOLD or name.endswith("podium")) and not met & serves:
            yield said
        elif _is_missed(name, said, plate, met):
            yield said.removeprefix("and ")
    yield from _colours_of_things(words, choice)
    below = words.runs_into
    if words.pattern != GRADIENT and not choice.runs_into:
        below = None
        yield words.said.get(PATTERN, words.pattern)
    if not has_its_own_colours(plate, words):
        had = {*_colours(choice), *choice.runs_into.values()}
        asked = [*words.colours.values(), *filter(None, [below]), *words.left_over]
        yield from (words.said.get(colour, colour) for colour in asked if colour not in had)
    elif not plate.concepts.isdisjoint(ROOMS.keys() & words.concepts.keys()):  # `a teal armchair`
        asked = [*words.colours.values(), *words.left_over]
        if left := [colour for colour in asked if colour not in _colours(choice)]:
            pixels = plate.pixels()
            yield from (words.said.get(colour, colour) for colour in left if not dyes.shows(pixels, colour))


def _colours_of_things(words: SceneWords, choice: Choice) -> Iterator[str]:
    """Things that are there, in a colour that was said of them and that they neither have nor take."""
    for name, colours in words.of_things.items():
        said = words.said.get(name, name)
        pictures = props.of(name, said, choice.plate.elevation) if name in choice.beside else ()
        for colour in colours:
            in_the_set = name in choice.plate.concepts
            is_there = name in choice.beside or in_the_set
            own = colour in INHERENT.get(name, ()) or plain_colour(said.split()[0]) == colour
            own = own or (in_the_set and dyes.shows(choice.plate.pixels(), colour))
            if is_there and not own and not (pictures and dyes.takes(pictures[0], colour)):
                yield f"{words.said.get(colour, colour)} {said}"


def _is_missed(name: str, said: str, plate: Plate, met: Set[str]) -> bool:
    """Whether a mood or a light is one that people look for: fog, shadows that have a shape, or hard ones."""
    if unseen(name, said):
        return set(said.split()).isdisjoint(_place(plate).split())
    if name == "neon":
        return name not in met
    if name == "hard light":
        return not plate.hard_light and not HARD.isdisjoint(said.split())
    shaped = CONCEPTS[name].kind == "light" and ("shadow" in said or name in SHAPED)
    return shaped and name not in plate.concepts


def stood_in(words: SceneWords, choice: Choice) -> Iterator[tuple[str, str]]:
    """What is shown in place of what was asked for, and that: velvet for leather, steel for gold."""
    plate = choice.plate
    if SHIMMER in words.said:
        yield f"a gradient from {words.colours[None]} to {words.runs_into}", words.said[SHIMMER]
    for name in words.concepts:
        said = words.said.get(name, name)
        if name in words.stood_on and name in choice.beside:
            thing = said.removeprefix("on ")
            yield f"{thing} beside the product", f"on {thing}"
        elif name in plate.concepts | {*choice.beside}:
            if unlike(name, said):
                yield _shown(name, choice), said
        elif (other := _instead(name, words, plate)) and (
            unlike(name, said) or not any({name, other} <= alike for alike in ALIKE)
        ):
            yield _shown(other, choice, words.concepts[name]), said
    yield from _for_metal_things(words, choice)
    if not has_its_own_colours(plate, words):
        yield from _for_metals(words, choice)


def _instead(name: str, words: SceneWords, plate: Plate) -> str | None:
    """The ground or wall of a set that comes near the one asked for."""
    there = {
        "surface": {n for n in plate.concepts if plate.shows(n, "surface")},
        "backdrop": plate.behind,
        "place": {n for n in plate.behind if CONCEPTS[n].kind == "place"},
    }
    if words.concepts[name] == "podium":
        there["surface"] = plate.podium_stuffs
    if (
        name in ROOMS and plate.elevation > LYING
    ):  # of a room, a table or floor is all that is seen from above
        there["place"] = there["surface"]
    kind = CONCEPTS[name].kind
    if kind not in there or (kind == "surface" and words.concepts[name] == "backdrop"):
        return None
    return next((near for near in CONCEPTS[name].near if near in there[kind]), None)


def _for_metal_things(words: SceneWords, choice: Choice) -> Iterator[tuple[str, str]]:
    """Plain colours for what was to be gold or silver."""
    for name in choice.beside:
        for colour in words.of_things.get(name, ()):
            said, thing = words.said.get(colour, colour), words.said.get(name, name)
            if METALLIC.intersection(said.split()[-1:]):
                bare = thing.removeprefix(said).strip()
                yield f"{colour} {bare}", f"{said} {bare}"


def _for_metals(words: SceneWords, choice: Choice) -> Iterator[tuple[str, str]]:
    """Plain colours for gold and silver."""
    for colour in _colours(choice).intersection(words.colours.values()):
        said = re.sub(r" (?:back(?:ground|drop)|wall)$", "", words.said.get(colour, ""))
        if METALLIC.intersection(said.split()[-1:]):
            yield colour, said


def _colours(choice: Choice) -> set[str]:
    """Colour words of what is to be seen."""
    return {*(choice.plate.colours | choice.recolour).values()}


def _shown(name: str, choice: Choice, region: Region | None = None) -> str:
    """What a set has of a concept, in its own words."""
    plate, kind = choice.plate, CONCEPTS[name].kind
    if region == "podium" and plate.row.get("podium"):
        return str(plate.row["podium"])
    if kind in ("surface", "backdrop") and plate.row[kind]:
        return _coloured(plate.row[kind], plate.colours.get(kind), choice.recolour.get(kind))
    return (_place(plate) if kind == "place" else "") or name


def _place(plate: Plate) -> str:
    """What is behind the table, in words."""
    return str(plate.row["backdrop"] or "").removesuffix(", out of focus")


def _coloured(shown: str, own: str | None, given: str | None) -> str:
    """`an off-white plaster wall` in the colour that it was given."""
    if not own or not given:
        return shown
    bare = re.sub(r"^an? ", "", shown)
    article = "" if bare == shown else "an " if given[0] in "aeiou" else "a "
    return article + bare.replace(own, given)


def _named(words: Sequence[str]) -> str:
    return ", ".join(f"'{word}'" for word in dict.fromkeys(words[:NAMED]))
