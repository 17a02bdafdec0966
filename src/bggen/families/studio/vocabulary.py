"""Find the lexicon's phrases in a row of words: the longest first, each word once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from bggen.families.studio import spelling
from bggen.families.studio.lexicon import (
    COLOURS,
    CONCEPTS,
    IGNORED,
    INHERENT,
    LOOKALIKES,
    OTHERWISE,
    PRODUCTS,
    QUALITIES,
    SAID,
    SHADES,
    UNMADE,
    Concept,
)
from bggen.families.studio.lexicon.grammar import ENDS_NO

JOINED_FROM = 7  # letters: `barn wood` is written in one as well, `art deco` is not
#: `oaken` is oak and `mossed` moss, but who is `parked` is in no park
DERIVED = ("surface", "colour")


@dataclass(frozen=True, slots=True)
class Span:
    """Words start..end (excluded) of a prompt say `name`."""

    start: int
    end: int
    name: str
    kind: str  # a concept's; "colour"; "said": no part of a scene; "otherwise": one that looks like it
    length: int  # letters

    @property
    def reach(self) -> range:
        """The words' places."""
        return range(self.start, self.end)


class _Index:
    """Phrase -> (name, kind), by its words in the lexicon's spelling."""

    def __init__(self, concepts: dict[str, Concept]) -> None:
        self.phrases: dict[tuple[str, ...], tuple[str, str]] = {}
        for name, concept in concepts.items():
            self._add(concept.words, name, concept.kind)
        for name, (phrases, _) in COLOURS.items():
            self._add(phrases, name, "colour")
        self._add(OTHERWISE, "", "otherwise")
        self._add(SAID, "", "said")
        for phrase, meaning in list(self.phrases.items()):
            if len(phrase) == 2 and len(joined := "".join(phrase)) >= JOINED_FROM:
                self.phrases.setdefault((joined,), meaning)
        self.begins = {phrase[:end] for phrase in self.phrases for end in range(1, len(phrase))}

    @cached_property
    def slips(self) -> spelling.Slips:
        """Over every word of the lexicon."""
        said = {word for phrase in self.phrases for word in phrase}
        return spelling.Slips(said, LOOKALIKES | IGNORED | PRODUCTS)

    def _add(self, phrases: Iterable[str], name: str, kind: str) -> None:
        for phrase in phrases:
            self.phrases.setdefault(tuple(spelling.words(phrase)), (name, kind))

    def meaning(self, said: tuple[str, ...]) -> tuple[str, str] | None:
        """Of these words as they are, or the last of them in another form."""
        *before, last = said
        for form in spelling.stems(last):
            if found := self.phrases.get((*before, form)):
                return found
        if before or last in IGNORED or last in UNMADE:
            return None
        for form in spelling.derived(last):
            if (found := self.phrases.get((form,))) and found[1] in DERIVED:
                return found
        return None


@cache
def _index() -> _Index:
    return _Index(CONCEPTS)


@lru_cache(4096)
def _meaning(said: tuple[str, ...]) -> tuple[str, str] | None:
    return _index().meaning(said)


def mended(words: list[str]) -> list[str]:
    """The same words, those that are one slip from a word of the lexicon as that word."""
    return [word if understood(word) else _index().slips.mended(word) for word in words]


def understood(word: str) -> bool:
    """Whether a word alone says something of a scene, or is known to say nothing."""
    return word in IGNORED or _meaning((word,)) is not None


def spans(words: Sequence[str]) -> list[Span]:
    """What the words say, longest phrases first.

    Left out is what says something about something else: a product's own stuff (`leather wallet`), a quality
    that is no light (`soft linen`), a shade that is no mood (`dark teal`), a colour that the stuff has by
    itself (`white snow`), a stuff named twice (`oak wood`).
    """
    taken = [False] * len(words)
    found = list[Span]()
    for span in sorted(_all(words), key=lambda span: (-span.length, span.start)):
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = [True] * (span.end - span.start)
            found.append(span)
    follows = {span.start: span for span in found}
    return [
        Span(span.start, span.end, "", "otherwise", span.length)
        if _of_product(span, follows, words)
        else Span(span.start, span.end, "", "said", span.length)
        if _qualifies(span, follows, words) or _repeats(span, found)
        else span
        for span in found
    ]


def _all(words: Sequence[str]) -> Iterator[Span]:
    index = _index()
    for start, word in enumerate(words):
        for end in range(start + 1, len(words) + 1):
            said = tuple(words[start:end])
            if said[-1] == ",":
                break
            if (found := _meaning(said)) is not None:
                yield Span(start, end, *found, sum(map(len, said)) + len(said))
            if said not in index.begins:
                break
        joined = word + words[start + 1] if start + 1 < len(words) else ""
        if len(joined) >= JOINED_FROM and (whole := index.phrases.get((joined,))):
            yield Span(start, start + 2, *whole, len(joined) + 1)


def _of_product(span: Span, follows: dict[int, Span], words: Sequence[str]) -> bool:
    """`blue ceramic mug` paints no wall; `on a wooden box` stands on wood."""
    if span.kind not in ("surface", "colour"):
        return False
    last = span
    while last.end in follows and follows[last.end].kind in ("surface", "colour"):
        last = follows[last.end]
    after = words[last.end : last.end + 2]  # another word may stand between: `blue ceramic mug`
    if not after or after[0] in ENDS_NO or not any(_is_goods(word) for word in after):
        return False
    if not _is_goods(after[0]) and last.end in follows:
        return False
    before = [
        word for word in words[max(0, span.start - 3) : span.start] if word not in ("a", "an", "the", "our")
    ]
    return not (before and before[-1] in ("on", "upon", "atop", "onto"))


def _is_goods(word: str) -> bool:
    return any(form in PRODUCTS for form in spelling.stems(word))


def _qualifies(span: Span, follows: dict[int, Span], words: Sequence[str]) -> bool:
    after = follows.get(span.end)
    if after is None:
        return False
    if span.kind == "colour":
        return span.name in INHERENT.get(after.name, ())
    if span.end - span.start > 1:
        return False
    word = words[span.start]
    return (after.kind == "colour" and word in SHADES) or (
        after.kind in ("surface", "prop") and word in QUALITIES
    )


def _repeats(span: Span, found: list[Span]) -> bool:
    """`oak wood`, `slate stone`: the narrower stuff right before says it all."""
    return any(
        other.end == span.start and other.name in CONCEPTS and span.name in CONCEPTS[other.name].near
        for other in found
        if span.kind == "surface" and other.kind == "surface"
    )
