"""Where a colour, a place or goods are said and a thing beside the product is meant: `with lavender`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from bggen.families.studio.words import spelling
from bggen.families.studio.words.lexicon import PLACE_OF, things
from bggen.families.studio.words.lexicon.grammar import ENDS_NO, STANDS
from bggen.families.studio.words.vocabulary import Span

LONGEST = 3  # words of a thing's name
MAY_BE = ("colour", "place", "goods", "surface")  # kinds of spans; goods alone say nothing of a scene
#: a thing's name ends before these
ENDS = ENDS_NO | STANDS | things.ENDS_THING


def with_things(found: Sequence[Span], words: Sequence[str]) -> list[Span]:
    """The same with what stands beside the product as the prop that it is.

    Args:
        found: the lexicon's phrases among the words, in their order.
    """
    told = list[Span]()
    every = sorted([*found, *_goods(found, words)], key=lambda span: span.start)
    for span in every:
        name = thing(span, words)
        if name and _is_thing(span, every, told, words):
            told.append(replace(span, name=name, kind="prop"))
        elif span.kind != "goods":
            told.append(span)
    return told


def thing(span: Span, words: Sequence[str]) -> str | None:
    """The prop that a colour, a place or goods may be."""
    return things.THINGS.get(_said(span, words)) if span.kind in MAY_BE else None


def _said(span: Span, words: Sequence[str]) -> str:
    return _phrase(words[span.start : span.end])


def _phrase(said: Sequence[str]) -> str:
    *before, last = said
    forms = (" ".join([*before, form]) for form in spelling.stems(last))
    return next((form for form in forms if form in things.THINGS), " ".join(said))


def _goods(found: Sequence[Span], words: Sequence[str]) -> Iterator[Span]:
    """Names of goods that may be things, where no phrase is."""
    taken = {i for span in found for i in span.reach}
    start = 0
    while start < len(words):
        for end in range(min(start + LONGEST, len(words)), start, -1):
            said = words[start:end]
            if taken.isdisjoint(range(start, end)) and _phrase(said) in things.GOODS:
                yield Span(start, end, "", "goods", 0)
                start = end - 1
                break
        start += 1


def _is_thing(span: Span, found: Sequence[Span], told: Sequence[Span], words: Sequence[str]) -> bool:
    follows = {other.start: other for other in found}
    if not _ends(span, follows, words) or (span.kind == "place" and _is_outside(told, words)):
        return False
    if not things.OF_THE_SEA.get(_said(span, words), frozenset()).isdisjoint(other.name for other in found):
        return True
    start, is_counted = _begins(span, words)
    before = "".join(words[start - 1 : start])
    if is_counted and span.kind == "colour":
        return before not in things.INTO
    last = told[-1] if told and told[-1].kind == "prop" and told[-1].end == start - 1 else None
    beside = [other for other in (last, _next(span, follows, words)) if other is not None]
    if _said(span, words) in things.COUNTED and not any(_is_fruit(other, words) for other in beside):
        return False
    if before in ("and", ","):
        return last is not None and (before == "and" or _is_brought(last, told, words))
    if not start:  # `lavender and chamomile`
        return any(other.kind == "prop" for other in beside)
    return _is_brought(replace(span, start=start), told, words)


def _next(span: Span, follows: dict[int, Span], words: Sequence[str]) -> Span | None:
    """What is said after an `and`, or `and a`."""
    if words[span.end : span.end + 1] != ["and"]:
        return None
    return follows.get(span.end + 1) or follows.get(span.end + 2)


def _is_fruit(span: Span, words: Sequence[str]) -> bool:
    said = _said(span, words)
    other = None if said in things.COUNTED else things.THINGS.get(said)
    return span.name in things.FRUIT or other in things.FRUIT


def _begins(span: Span, words: Sequence[str]) -> tuple[int, bool]:
    """Where the thing's name begins with all that tells of it, and whether that makes it no colour."""
    start, states = span.start, things.STATES
    if _said(span, words) not in things.UNCOUNTED:
        states = states | things.ARTICLES
    passed = states | things.ARTICLES | things.MANNERS
    if span.kind == "place":
        passed |= things.OF_BLOSSOMS
    while start and words[start - 1] in passed:
        start -= 1
    if start > 1 and words[start - 1] == "of" and words[start - 2] in things.PORTIONS:
        return start - 2, True
    return start, not states.isdisjoint(words[start : span.start])


def _ends(span: Span, follows: dict[int, Span], words: Sequence[str]) -> bool:
    """Whether nothing follows that is called or coloured so: `lavender wall`, `peach and white tiles`."""
    after = words[span.end :]
    if not after or after[0] == ",":
        return True
    if after[0] not in ENDS or (after[0] == "behind" and span.kind == "place"):
        return False
    rest = takewhile(lambda word: word == "and" or word not in ENDS, after[1:])
    if after[0] in ("and", "in") and not (things.PALETTES | things.WALLS).isdisjoint(rest):
        return False
    second = _next(span, follows, words)
    if second is None or second.kind != "colour":
        return True
    said, other = _said(span, words), _said(second, words)
    is_alone = other in things.COUNTED and (said in things.COUNTED or thing(span, words) not in things.FRUIT)
    counted = words[second.start - 1] in things.ARTICLES and other not in things.UNCOUNTED
    return other in things.THINGS and (counted or not is_alone)


def _is_brought(span: Span, told: Sequence[Span], words: Sequence[str]) -> bool:
    """Whether something is said to be with it, or with the first of the list that it ends."""
    ends = {other.end: other for other in told if other.kind == "prop"}
    start, _ = _begins(span, words)
    while start and words[start - 1] in ("and", ",") and start - 1 in ends:
        start, _ = _begins(ends[start - 1], words)
    brings = next((n for n in (1, 2) if tuple(words[max(start - n, 0) : start]) in things.BRINGING), 0)
    if not brings:
        return False
    before = "".join(words[start - brings - 1 : start - brings])
    coloured = any(other.kind == "colour" and other.end == start - brings for other in told)
    of_view = span.kind == "place" and before in things.VIEWS
    return not coloured and not of_view and before not in things.PALETTES


def _is_outside(told: Sequence[Span], words: Sequence[str]) -> bool:
    """Whether a place was named before, or a ground that lies out of doors."""
    return any(
        span.name in PLACE_OF or (span.kind == "place" and thing(span, words) is None) for span in told
    )
