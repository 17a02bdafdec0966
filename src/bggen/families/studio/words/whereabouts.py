"""Of the grounds that a prompt names, which one the product is on, and which says where that is.

A towel on the sand lies on a beach, a crate in a meadow stands in a garden, a gym's floor has a gym about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bggen.families.studio.words.lexicon import (
    BEHIND,
    BRINGS,
    CONCEPTS,
    FURNISHES,
    OF_TOWNS,
    PLACE_OF,
    WATERS,
    grammar,
)
from bggen.families.studio.words.lexicon.places import PLACES
from bggen.families.studio.words.lexicon.rooms import ROOMS
from bggen.families.studio.words.vocabulary import Span

WINTER = PLACE_OF["snow"]  # any place may have it as well
NO_PLACES = frozenset({"night", WINTER})
NIGHTS = frozenset({"night", "neon"})
MIRROR = "mirror"
WINDOW_ROOM = "window room"
#: what other grounds have, too
SEEN_IN_IT = {"reflection", "reflections", "reflecting", "reflective"}
#: what is over any place out of doors
SEEN_OVER_IT = {"sky", "skies", "open sky", "summer sky", "cloudless", "horizon", "horizon line"}
OUT_OF_DOORS = PLACES.keys() - {"sky", "night", "evening lights", "market", "greenhouse", "underwater"}
#: what leads through any place
ROADS = frozenset(
    ["road", "roads", "roadside", "highway", "motorway", "street", "streets", "lane", "avenue", "crossroads"]
)
ASPHALT = "dark concrete"
OUTSIDE = {"outside", "outdoors"}  # of a window: the room with the window
WOODS = "forest"  # a snowy one is another than a green one
STARS = (["star"], ["stars"])  # by themselves: a night's out of doors, a room's or a feast's are things
SEA = frozenset(["wave", "waves", "sea", "ocean", "surf"])
TABLES = frozenset(["bench", "counter", "desk", "table"])
CHRISTMAS_MARKET = "christmas market"
#: under fallen leaves the trees of these are an autumn wood's, and no garden is green
LEAVES, PARKS = (
    "fallen leaves",
    {"park", "parks", "public park", "parkland", "central park", "outside", "outdoors"},
)


def settle(
    concepts: dict[str, str | None], said: dict[str, str], found: Sequence[Span], words: Sequence[str]
) -> None:
    """Turn grounds into the places that they stand for, in place.

    Args:
        concepts, said: what was read, as in `SceneWords`.
        found: all that the words say.
    """
    grounds = [span for span in found if span.name in concepts and _is_ground(span)]
    for span, place in [*_behind(concepts, grounds, words), *_amid(grounds, words)]:
        named = _places(concepts)
        near = {other for name in named for other in CONCEPTS[name].near}
        if not named or place in named | near | {WINTER}:
            concepts.pop(span.name, None)
            said.setdefault(place, said[span.name])
        if not named or place == WINTER:
            concepts.setdefault(place, None)
    _through_the_window(concepts, said, grounds, words)
    for span in found:
        brought = _brought(span, concepts, words) if span.name in concepts else None
        if brought and not _places(concepts):
            concepts[brought] = None
    if said.get("garden") in OUTSIDE and not grammar.WINDOWS.isdisjoint(words):
        said[WINDOW_ROOM] = said.pop("garden")
        concepts[WINDOW_ROOM] = concepts.pop("garden", None)
    if said.get("city") in ROADS and _places(concepts) - {"city"}:
        on_it = concepts.pop("city", None) == "surface"
        if on_it and not any(CONCEPTS[name].kind == "surface" for name in concepts):
            concepts[ASPHALT], said[ASPHALT] = "surface", said["city"]
    if said.get("sky") in SEEN_OVER_IT and not OUT_OF_DOORS.isdisjoint(concepts):
        concepts.pop("sky", None)
    others = {span.name for span in grounds if span.name in concepts} - {MIRROR}
    if others and said.get(MIRROR) in SEEN_IN_IT:
        concepts.pop(MIRROR, None)
    _under_snow(concepts, said, grounds, words)
    _by_the_sea(concepts, said, grounds, words)
    _on_a_table(concepts, grounds, words)
    _in_season(concepts, said)


def aside(concepts: dict[str, str | None], found: Sequence[Span], words: Sequence[str]) -> list[Span]:
    """Grounds said to be next to the one that the product is on, and no places: they are taken out.

    So are stars that hang in a room.
    """
    grounds = [span for span in found if span.name in concepts and span.kind == "surface"]
    left = [span for span in grounds if _is_thing(span, words)]
    nights = [span for span in found if span.name == "night"]
    hung = any(name in ROOMS or CONCEPTS[name].kind == "prop" for name in concepts)
    if hung and nights and all(words[span.start : span.end] in STARS for span in nights):
        left += nights
        concepts.pop("night", None)
    for span in left:
        if all(other in left for other in grounds if other.name == span.name):
            concepts.pop(span.name, None)
    for before, span in pairwise(grounds):
        is_on = not grammar.LIES.isdisjoint(words[: before.start])
        is_next = not grammar.NEXT.isdisjoint(words[before.end : span.start])
        is_place = span.name in BEHIND and before.name not in PLACE_OF
        if is_on and is_next and concepts[span.name] == "surface" and not is_place:
            left.append(span)
            concepts.pop(span.name, None)
    return left


def _is_thing(span: Span, words: Sequence[str]) -> bool:
    """`with a round mirror` names no ground."""
    before = next((w for w in reversed(words[: span.start]) if w in grammar.ENDS_NO | grammar.STANDS), "")
    return words[span.end - 1] == MIRROR and before in grammar.NEXT | {"with"}


def stood_on(span: Span, found: Sequence[Span], words: Sequence[str]) -> bool:
    """Whether the product is said to be on a thing: `on a bed of feathers`, `on a stack of old books`."""
    start = span.start
    while start and words[start - 1] not in grammar.ENDS_NO | grammar.STANDS | grammar.AMID:
        start -= 1
    between = [other.kind for other in found if start <= other.start < span.start]
    on = (start > 0 and words[start - 1] in grammar.LIES) or words[span.start] in grammar.LIES
    return span.kind == "prop" and on and not {"surface", "place", "prop"}.intersection(between)


def _is_ground(span: Span) -> bool:
    return span.kind == "surface" or span.name.endswith("podium")


def _brought(span: Span, concepts: dict[str, str | None], words: Sequence[str]) -> str | None:
    """The place that something names by being there; palms before a wall are in no place of theirs."""
    phrase = _phrase(span, words)
    walled = "wall" in words or any(CONCEPTS[name].kind == "backdrop" for name in concepts)
    if walled and span.kind in ("prop", "light"):
        return None
    if phrase in OF_TOWNS and not NIGHTS.isdisjoint(concepts):
        return "city"
    laid = _is_ground(span) and _is_laid_on(span, words)
    return BRINGS.get(phrase) or (FURNISHES.get(phrase) if laid else None)


def _places(concepts: dict[str, str | None]) -> set[str]:
    return {name for name in concepts if CONCEPTS[name].kind == "place"} - NO_PLACES


def _phrase(span: Span, words: Sequence[str]) -> str:
    return " ".join(words[i] for i in span.reach)


def _behind(
    concepts: dict[str, str | None], grounds: Sequence[Span], words: Sequence[str]
) -> Iterator[tuple[Span, str]]:
    """What lies out of doors and is said to be behind another ground, but for a wall of it."""
    for span in grounds if len(grounds) > 1 else ():
        is_wall = "wall" in words[span.end : span.end + 1]
        if concepts[span.name] == "backdrop" and not is_wall and (place := _beside(span, words)):
            yield span, place


def _amid(grounds: Sequence[Span], words: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """What lies out of doors and is said after another ground as what that is in, on or by."""
    for before, span in pairwise(grounds):
        between = {*words[before.end : span.start]}
        on = grammar.LIES & {*words[: before.start]} and grammar.ON & between
        place = PLACE_OF.get(span.name) if on or grammar.AMID & between else None
        place = _beside(span, words) if grammar.BY & between else place
        if place and before.name not in PLACE_OF:
            yield span, place


def _beside(span: Span, words: Sequence[str]) -> str | None:
    """The place of a ground that is beside or behind; of water only where it is a body of it, no drops."""
    water = span.name == "water"
    return BEHIND.get(span.name) if not water or not WATERS.isdisjoint(_phrase(span, words).split()) else None


def _is_laid_on(span: Span, words: Sequence[str]) -> bool:
    """`on a bed`, `by the fire`; no `dog bed on grey`, which is a product."""
    before = next((w for w in reversed(words[: span.start]) if w in grammar.ENDS_NO | grammar.STANDS), "")
    if before:
        return before in grammar.LIES | grammar.ON | grammar.AMID | grammar.BY
    after = "".join(words[span.end : span.end + 1])
    return not after or after in grammar.AMID | grammar.BY


def _through_the_window(
    concepts: dict[str, str | None], said: dict[str, str], grounds: Sequence[Span], words: Sequence[str]
) -> None:
    """Snow outside of a window is no ground."""
    snow = next((span for span in grounds if span.name == "snow" and "snow" in concepts), None)
    outside = snow is not None and not OUTSIDE.isdisjoint(words[snow.end : snow.end + 2])
    if outside and not grammar.WINDOWS.isdisjoint(words):
        concepts.pop("snow")
        said.setdefault(WINTER, said["snow"])
        concepts.setdefault(WINTER, None)
        concepts.setdefault(WINDOW_ROOM, None)


def _in_season(concepts: dict[str, str | None], said: dict[str, str]) -> None:
    """A Christmas market is lit, with its wares where no thing is named; fallen leaves make a park a wood."""
    if said.get("city") == CHRISTMAS_MARKET:
        concepts.setdefault("night", None)
        if not any(CONCEPTS[name].kind == "prop" for name in concepts):
            concepts["christmas"] = None
    if LEAVES in concepts and said.get("garden") in PARKS:
        concepts.pop("garden", None)
        concepts.setdefault(WOODS, None)


def _by_the_sea(
    concepts: dict[str, str | None], said: dict[str, str], grounds: Sequence[Span], words: Sequence[str]
) -> None:
    """Waves that are named with a beach or its sand are no ground, nor is a pool's water."""
    waves = next((span for span in grounds if span.name == "water" and "water" in concepts), None)
    if waves is None:
        return
    of_a_beach = not {"beach", "sand"}.isdisjoint(concepts) and not SEA.isdisjoint(
        _phrase(waves, words).split()
    )
    if not of_a_beach and "pool" not in concepts:
        return
    if grammar.LIES.isdisjoint(words[max(0, waves.start - 2) : waves.start]):
        concepts.pop("water")
        if not _places(concepts):
            concepts["beach"] = None
            said.setdefault("beach", said["water"])


def _on_a_table(concepts: dict[str, str | None], grounds: Sequence[Span], words: Sequence[str]) -> None:
    """`meadow, wooden table`: the table stands in it."""
    on = any(not TABLES.isdisjoint(words[s.end : s.end + 1]) for s in grounds if s.name not in PLACE_OF)
    for span in grounds if on and _places(concepts) else ():
        if span.name in PLACE_OF and _phrase(span, words) in BRINGS:
            concepts.pop(span.name, None)


def _under_snow(
    concepts: dict[str, str | None], said: dict[str, str], grounds: Sequence[Span], words: Sequence[str]
) -> None:
    """Snow of a place, where something else is the ground; woods in the snow are no green ones."""
    snow = next((span for span in grounds if span.name == "snow" and "snow" in concepts), None)
    if snow is None:
        return
    stands_on_it = not grammar.LIES.isdisjoint(words[max(0, snow.start - 1) : snow.start])
    others = {span.name for span in grounds if span.name in concepts} - {*PLACE_OF}
    if others and _places(concepts) - ROOMS.keys() and not stands_on_it:
        concepts.pop("snow")
        said.setdefault(WINTER, said["snow"])
        concepts.setdefault(WINTER, None)
    elif WOODS in concepts:
        concepts.setdefault(WINTER, None)
