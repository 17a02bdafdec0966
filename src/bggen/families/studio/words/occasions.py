"""What a feast or a time of the year brings, which yields to what the prompt names itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bggen.families.studio.words import spelling
from bggen.families.studio.words.goods import is_goods
from bggen.families.studio.words.lexicon import (
    CONCEPTS,
    FEASTS,
    OF_FEASTS,
    OPEN_AIR,
    TIMES_AND_STYLES,
    UNDER_SNOW,
    WINTER,
    grammar,
)
from bggen.families.studio.words.vocabulary import Span

OUTSIDE = frozenset({"place"})  # what stands in for the open air: any place, a season's too
INSIDE = frozenset({"prop", "place", "backdrop"})  # and for winter: a place that snow can lie on does not


def needed(found: list[Span], words: Sequence[str]) -> list[Span]:
    """The same without what a feast or a time of the year brings where the prompt names its own."""
    brings = [_yields_to(words[span.start : span.end]) for span in found]
    feasts = {span.end for span, silent in zip(found, brings, strict=True) if silent}
    own = [
        s for s, silent in zip(found, brings, strict=True) if not silent and not _is_sold(s, feasts, words)
    ]
    named = {span.kind for span in own}
    indoors = {span.kind for span in own if span.name not in UNDER_SNOW}
    seasons = {span.kind for span, silent in zip(found, brings, strict=True) if silent != OUTSIDE}
    stand_in = {OUTSIDE: seasons, INSIDE: indoors}
    return [
        replace(span, name="", kind="said") if silent & stand_in.get(silent, named) else span
        for span, silent in zip(found, brings, strict=True)
    ]


def colour(concepts: Iterable[str], words: Sequence[str]) -> str | None:
    """The colour word of a feast's studio, where a prompt names nothing but things, light and view."""
    if not all(CONCEPTS[name].kind in ("prop", "light", "view") for name in concepts):
        return None
    said = f" {' '.join(words)} "
    return next((found for feast, found in OF_FEASTS.items() if f" {feast} " in said), None)


def _is_sold(span: Span, feasts: set[int], words: Sequence[str]) -> bool:
    """A feast's own goods, said right after it: `halloween candle`."""
    last = words[span.end - 1]
    return span.kind == "prop" and span.start in feasts and (last in grammar.SOLD or is_goods(last))


def _yields_to(said: Sequence[str]) -> frozenset[str]:
    """Kinds of things that stand in for what these words bring; none: they are no time or feast."""
    forms = {" ".join([*said[:-1], form]) for form in spelling.stems(said[-1])}
    if forms & FEASTS:
        return frozenset({"prop"})
    if forms & OPEN_AIR:
        return OUTSIDE
    if forms & WINTER:
        return INSIDE
    return frozenset({"prop", "surface", "place"}) if forms & TIMES_AND_STYLES else frozenset()
