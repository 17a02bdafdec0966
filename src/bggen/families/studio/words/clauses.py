"""The clauses of a prompt: each speaks of one region, the one that its cue word names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bggen.families.studio.words import spelling
from bggen.families.studio.words.lexicon import CONCEPTS, INHERENT, Region, grammar
from bggen.families.studio.words.lexicon.unlike import otherwise
from bggen.families.studio.words.painted import Painted
from bggen.families.studio.words.vocabulary import Span, plain_colour


class Reading:
    """What was read so far."""

    def __init__(self) -> None:
        self.concepts = dict[str, Region | None]()
        self.said = dict[str, str]()
        self.painted = Painted(self.concepts, self.said)
        self.of_things = dict[str, list[str]]()  # prop -> colours said of it

    def say_of(self, thing: Span, colour: str, phrase: str) -> None:
        """A colour said of a thing, and in what words."""
        self.of_things.setdefault(thing.name, []).append(colour)
        self.said.setdefault(colour, phrase)


def clauses(words: Sequence[str], found: Sequence[Span]) -> Iterator[range]:
    """Word places of each clause; a phrase of the lexicon is never parted."""
    inside = {i for span in found for i in range(span.start + 1, span.end)}
    start = 0
    for i, word in enumerate(words):
        if i in inside:
            continue
        if word in grammar.PARTS or (word == "and" and _names_another(words[start:i], words[i + 1 :])):
            yield range(start, i)
            start = i + 1
        elif word in grammar.OPENS or words[i : i + 3] == ["in", "front", "of"]:
            yield range(start, i)
            start = i
    yield range(start, len(words))


def _names_another(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether what follows an `and` is a wall, or the ground of the wall before it."""
    end = next((i for i, word in enumerate(after) if word in (",", "and")), len(after))
    is_ground = cue(before) == "backdrop" and cue(after[:end]) == "surface"
    rest = after[: after.index(",")] if "," in after else after
    return is_ground or any(word in ("wall", "background", "backdrop") for word in rest)


def read_clause(words: Sequence[str], clause: range, found: Sequence[Span], reading: Reading) -> None:
    """One clause speaks of one region: the one its cue word names."""
    region = cued = cue(words[clause.start : clause.stop])
    of_light = grammar.LAMPS.intersection(words[clause.start : clause.stop])
    found = [span for span in found if not _is_lamps(span, words, bool(of_light))]
    named = [span for span in found if span.name in CONCEPTS and span.kind != "colour"]
    concepts = [span.name for span in named]
    kinds = {CONCEPTS[name].kind for name in concepts if name != "seamless"}
    if region is None and "surface" in kinds:
        region = "surface"  # `navy velvet` is no navy wall
    for span in found:
        if span.kind != "colour":
            continue
        if (thing := _of_prop(span, words, found)) and (cued is None or _has_it(span, thing)):
            reading.say_of(thing, span.name, _phrase(span, words))
            continue
        of = None if region == "surface" and _of_place(span, words, found) else region
        if of == "surface" and any(name.endswith("podium") for name in concepts):
            of = "podium"  # `on a yellow cube`
        reading.painted.say(of, span, _phrase(span, words))
    for span in named:
        if region == "backdrop" and span.name == "moody" and "dark" in words[clause.start : clause.stop]:
            reading.painted.colours.setdefault(region, "charcoal")  # in little light any other is still grey
        reading.concepts.setdefault(span.name, region)
        if CONCEPTS[span.name].kind == "prop":
            for word, colour in _before(span, words):
                reading.say_of(span, colour, word)
        phrase = _phrase(span, words)
        plainly = reading.said.get(span.name, span.name) == span.name  # `in autumn, with maple leaves`
        if otherwise(span.name, phrase) or plainly:
            reading.said[span.name] = phrase


def _phrase(span: Span, words: Sequence[str]) -> str:
    return " ".join(words[i] for i in span.reach)


def _is_lamps(span: Span, words: Sequence[str], of_light: bool) -> bool:
    """What would be the camera's view, said of a lamp: `softbox at 45 degrees`, `lit from below`."""
    lamp = not grammar.LAMPS.isdisjoint(words[span.end : span.end + 1])
    below = words[span.start : span.end] == ["from", "below"]
    under = below and not (grammar.LIT | grammar.LAMPS | {"lit"}).isdisjoint(words[: span.start][-1:])
    return span.kind == "view" and (lamp or under or (of_light and words[span.start].isdigit()))


def _of_prop(colour: Span, words: Sequence[str], found: Sequence[Span]) -> Span | None:
    """The thing that a colour is said of: `pink roses` ask for no pink scene."""
    after = next((s for s in found if s.start >= colour.end and s.kind not in ("colour", "said")), None)
    if after is None or after.kind != "prop":
        return None
    return None if (grammar.ENDS_NO - {"and"}) & set(words[colour.end : after.start]) else after


def _before(thing: Span, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Plain colours said right before a thing, as words and as colour words: `white and gold baubles`.

    Some are no spans: `red roses` is one phrase, and `gold` may be a luxury.
    """
    start = thing.start
    while start and (words[start - 1] == "and" or plain_colour(words[start - 1])):
        start -= 1
    for word in words[start : thing.start + 1]:
        if colour := plain_colour(word):
            yield word, colour


def _has_it(colour: Span, thing: Span) -> bool:
    return colour.name in INHERENT.get(thing.name, ())


def _of_place(colour: Span, words: Sequence[str], found: Sequence[Span]) -> bool:
    """`on oak in a white kitchen` has no white ground; `on a white kitchen counter` has."""
    after = next((s for s in found if s.start == colour.end and s.kind == "place"), None)
    return after is not None and grammar.CUES["surface"].isdisjoint(words[after.end : after.end + 1])


def cue(words: Sequence[str]) -> Region | None:
    """The region that a clause's words speak of; None: they don't say."""
    said = {form for word in words for form in spelling.stems(word)}
    if {"in", "front", "of"} <= said:
        said.add("against")
    return next((region for region, cues in grammar.CUES.items() if cues & said), None)
