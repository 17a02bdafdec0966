"""Read a scene prompt: which surface, backdrop, colours, light, view and props it asks for.

Plain word lists, no model: what is understood is certain, and what is not is named, so that a user
learns which words had no effect.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bggen.families.studio.words import layout, occasions, refusals, spelling, tints, whereabouts
from bggen.families.studio.words.clauses import Reading, clauses, cue, read_clause
from bggen.families.studio.words.goods import is_goods, products_names
from bggen.families.studio.words.lexicon import (
    CONCEPTS,
    IGNORED,
    LIGHT_SIDES,
    PART_OF,
    PASSED,
    SMALL,
    STEADS,
    STYLES,
    TIMES_OF_LIGHT,
    Region,
    grammar,
)
from bggen.families.studio.words.neighbours import spans
from bggen.families.studio.words.tongues import in_english
from bggen.families.studio.words.vocabulary import Span, mended, phrases, understood

RELATES_OR_SMALL = grammar.RELATES | SMALL
SAYS_NOTHING = IGNORED | PASSED


@dataclass(frozen=True, slots=True)
class SceneWords:
    """What a prompt asks for. Concept names are the keys of `lexicon.CONCEPTS`."""

    concepts: dict[str, Region | None]  # concept -> the region it was said of, None where unsaid
    colours: dict[Region | None, str]  # region -> colour word; None: said of no region
    light_side: str | None = None
    negated: frozenset[str] = frozenset()  # concepts that must not be there
    unknown: tuple[str, ...] = ()
    said: dict[str, str] = field(default_factory=dict)  # concept -> what in the prompt says it
    runs_into: str | None = None  # colour word that what is behind has below: `a pink to orange gradient`
    pattern: str = grammar.GRADIENT  # or what else of the wall is in that colour: stripes, dots
    hovers: str = ""  # the word by which the product floats above the ground, if it is to
    stood_on: frozenset[str] = frozenset()  # concepts of things that the product is to be on, not beside
    left_over: tuple[str, ...] = ()  # colours said that no region has: of `a blue and white wall` one
    of_things: dict[str, tuple[str, ...]] = field(default_factory=dict)  # prop -> colours said of it
    _kinds: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of_kind(self, kind: str) -> set[str]:
        """The concepts of one kind: surface, backdrop, mood, light, view, prop, place, look."""
        if kind not in self._kinds:  # hundreds of sets ask for the same
            self._kinds[kind] = frozenset(name for name in self.concepts if CONCEPTS[name].kind == kind)
        return set(self._kinds[kind])

    def asks_for(self, thing: str) -> bool:
        """Whether some concept has this word in its name, as `round podium` has `podium`."""
        return any(thing in name.split() for name in self.concepts)

    @property
    def hard_light(self) -> bool | None:
        """What is said of it; None where nothing is. Softness alone is a manner of speaking, not a light."""
        if "hard light" in self.concepts:
            return True
        return False if self.light_side and "soft light" in self.concepts else None

    @property
    def view(self) -> str | None:
        """The camera's height as the lexicon has it; the first clause's where several are said."""
        return next((name for name in self.concepts if CONCEPTS[name].kind == "view"), None)


def without(words: SceneWords, negative: str) -> SceneWords:
    """The same with what a negative prompt names (`wood, plants`) refused as well, and not asked for.

    But for looks: `blurry`, which such prompts have by habit, is no word against a place out of focus.
    """
    each = re.sub(r"[,;.]|\b(?:and|or)\b", ", without ", negative)
    refused = {name for name in parse(f"without {each}").negated if CONCEPTS[name].kind != "look"}
    left_out = refused | {STEADS[name] for name in refused & STEADS.keys()} - words.said.keys()
    kept = {name: region for name, region in words.concepts.items() if name not in left_out}
    left = replace(words, concepts=kept, negated=words.negated | refused)
    patterns = {grammar.PATTERNS.get(word) for word in spelling.words(spelling.plain(negative))}
    is_refused = words.pattern in patterns or (words.pattern == grammar.BANDS and grammar.STRIPES in patterns)
    return replace(left, pattern=grammar.GRADIENT, runs_into=None) if is_refused else left


def parse(prompt: str) -> SceneWords:
    """Understand a prompt in any length, from `pink` to a marketing paragraph."""
    written = in_english(layout.without(spelling.words(spelling.plain(tints.in_words(prompt)))))
    words = [mended(word) for word in written]
    as_written = dict(zip(words, written, strict=True))
    words = grammar.REFUSALS.sub("without", " ".join(words).lstrip(", ")).split()
    words, refused = refusals.without_refused(_adjectives_close(words))
    side, words = _light_side(words)
    found = occasions.needed(spans(words), words)
    reading = Reading()
    for clause in clauses(words, found):
        read_clause(words, clause, [span for span in found if span.start in clause], reading)
    if not side and _from_above(words, found, reading.concepts):
        reading.concepts["top-down"], reading.said["top-down"] = None, "from above"
    _focus(reading)
    _yield_to_others(reading)
    aside = whereabouts.aside(reading.concepts, found, words)
    whereabouts.settle(reading.concepts, reading.said, found, words)
    negated = refusals.negated(refused, reading.concepts)
    for name in negated & reading.concepts.keys():
        if CONCEPTS[name].kind in ("light", "mood"):  # `at noon, no hard shadows`
            del reading.concepts[name]
    _give_steads(reading.concepts, negated)
    read = {words[i] for span in found if span.kind != "otherwise" for i in span.reach}
    hovers = _hovers(words, found, reading)
    read |= grammar.HOVERS | grammar.AIRY if hovers else set[str]()
    painted = reading.painted
    is_read = bool(reading.concepts or painted.colours or side)
    named = products_names(words) if is_read else set[int]()
    painted.some_pastel(found, words, named)
    if not painted.colours and (of_feast := occasions.colour(reading.concepts, words)):
        painted.colours[None] = of_feast
    runs_into = painted.runs_into(found, words)
    read = read - {words[i] for span in aside for i in span.reach} | painted.read
    passed = RELATES_OR_SMALL if is_read else grammar.RELATES
    unknown = [
        as_written.get(word, word)
        for i, word in enumerate(words)
        if _is_pose(words, i)
        or not (i in named or word in read or word in passed or _is_passed(words, i, read))
    ]
    if ["background"] in refused and not _says_backdrop(reading):
        unknown.append("transparent")
    unknown = list(dict.fromkeys(unknown))
    if runs_into and reading.said.get("seamless") in grammar.GRADIENTS and "podium" in words:
        del reading.concepts["seamless"]  # a wall runs as well, and podiums of stone stand before one
    return SceneWords(
        reading.concepts,
        painted.colours,
        side,
        negated,
        tuple(unknown),
        reading.said,
        runs_into,
        painted.pattern,
        hovers,
        frozenset(span.name for span in found if whereabouts.stood_on(span, found, words)),
        painted.left_over(runs_into),
        {name: tuple(dict.fromkeys(colours)) for name, colours in reading.of_things.items()},
    )


def _focus(reading: Reading) -> None:
    """Talk of lenses asks for no lights out of focus behind where a wall or a podium is asked for."""
    concepts = reading.concepts
    is_built = any(name.endswith("podium") or CONCEPTS[name].kind == "backdrop" for name in concepts)
    is_painted = "backdrop" in reading.painted.colours and "moody" not in concepts
    if reading.said.get("bokeh") in grammar.LENSES and (is_built or is_painted or "seamless" in concepts):
        del concepts["bokeh"]


def _yield_to_others(reading: Reading) -> None:
    """A bright morning is no bright one where its mood is said; who looks down at an angle sees no plan."""
    concepts, said = reading.concepts, reading.said
    moods = [name for name in concepts if CONCEPTS[name].kind == "mood"]
    if len(moods) > 1 and said.get("bright") in grammar.TIMES_OF_DAY:
        del concepts["bright"]
    if "high angle" in concepts and said.get("top-down") in grammar.LOOKS_DOWN:
        del concepts["top-down"]


def _give_steads(concepts: dict[str, Region | None], negated: frozenset[str]) -> None:
    """Add what is shown in the stead of what nothing shows: a place or ground only where none is named."""
    for name in list(concepts):
        if PART_OF.get(name) in concepts:
            del concepts[name]
        stead = STEADS.get(name)
        if stead is None or stead in negated:
            continue
        kind = CONCEPTS[stead].kind
        instead_of = {"place": {"place"}, "surface": {"place", "surface"}}.get(kind, set[str]())
        if not any(CONCEPTS[other].kind in instead_of for other in concepts):
            concepts.setdefault(stead, None)


def _from_above(words: Sequence[str], found: Sequence[Span], concepts: Mapping[str, Region | None]) -> bool:
    """Whether `from above` is said of the camera: of nothing, a ground, a place or goods, and of no light."""
    i = next((i for i, said in enumerate(pairwise(words)) if said == ("from", "above")), None)
    if i and (words[i - 1].endswith("light") or words[i - 1] in grammar.RAIN):
        return False
    if i is None or any(CONCEPTS[name].kind == "view" for name in concepts):
        return False
    if i == 0 or words[i - 1] == ",":
        return not any(CONCEPTS[name].kind == "light" for name in concepts)
    seen = ("surface", "place", "prop", "colour")
    return is_goods(words[i - 1]) or any(span.end == i and span.kind in seen for span in found)


def _hovers(words: Sequence[str], found: Sequence[Span], reading: Reading) -> str:
    """The word that has the product float; petals that do so, a floating shelf, a boat on water are none."""
    inside = {i for span in found for i in span.reach}
    of_props = {i for span in found if span.kind == "prop" for i in (span.start - 1, span.end)}
    for i, word in enumerate(words):
        if i in inside | of_props:
            continue
        after = words[i + 1] if i + 1 < len(words) else ","
        afloat = "water" in reading.concepts and after in ("in", ",")
        is_up = word in grammar.HOVERS or (word == "mid" and after == "air")
        if is_up or (word in grammar.FLOATS and after in grammar.ABOVE and not afloat):
            return word
    return ""


def _says_backdrop(reading: Reading) -> bool:
    is_there = any(CONCEPTS[name].kind in ("backdrop", "place") for name in reading.concepts)
    return is_there or "backdrop" in reading.painted.colours


def _adjectives_close(words: list[str]) -> list[str]:
    """`round marble podium` -> `marble round podium`: the lexicon knows shapes right before what has them."""
    moved = list(words)
    for i, word in enumerate(words):
        if (nouns := grammar.KEPT_CLOSE.get(word)) is None:
            continue
        end = next((j for j in range(i + 2, min(i + 6, len(words))) if words[j] in nouns), None)
        if end is not None and not grammar.ENDS_NO.intersection(words[i:end]):
            moved[i:end] = [*words[i + 1 : end], word]
    return moved


def _is_pose(words: Sequence[str], i: int) -> bool:
    """Whether the product is to be otherwise than in its photo: buried in sand, hanging from a branch."""
    hangs = words[i] in grammar.HANGS and words[i + 1 : i + 2] and words[i + 1] in grammar.FROM
    return bool(hangs) or words[i] in grammar.SUNK


def _is_passed(words: Sequence[str], i: int, read: Set[str]) -> bool:
    """Whether a word that is not read asks for nothing to be seen, by itself or before what is read."""
    word, after = words[i], words[i + 1 : i + 2]
    tells_of_next = word in STYLES or word.endswith("'s")  # `a child's nursery`
    return cue([word]) is not None or _says_nothing(word) or (tells_of_next and not read.isdisjoint(after))


def _says_nothing(word: str) -> bool:
    return not re.fullmatch(r"(?:[^\W\d_]|'){2,}", word) or not SAYS_NOTHING.isdisjoint(spelling.stems(word))


def _light_side(words: list[str]) -> tuple[str | None, list[str]]:
    """Where the light comes from, by what is said first; the words without those that say only that."""
    text = " ".join(words)
    said = _sides(text, LIGHT_SIDES) or _sides(text, TIMES_OF_LIGHT)
    if not said:
        return None, words
    side, found = min(said, key=lambda one: one[1].start())
    first = len(text[: found.start()].split())
    last = len(text[: found.end()].split())
    read = {i for span in phrases(words) for i in span.reach}
    # `on slate lit from behind` says nothing of a backdrop; `window` and `sun` say something of the light
    return side, [
        word
        for i, word in enumerate(words)
        if not first <= i < last or (word not in grammar.SIDES and (i in read or understood(word)))
    ]


def _sides(text: str, patterns: Mapping[str, str]) -> list[tuple[str, re.Match[str]]]:
    found = ((side, re.search(pattern, text)) for side, pattern in patterns.items())
    return [(side, match) for side, match in found if match]
