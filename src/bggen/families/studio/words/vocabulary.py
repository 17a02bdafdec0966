"""Find the lexicon's phrases in a row of words: the longest first, each word once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain

from bggen.families.studio.words import spelling
from bggen.families.studio.words.lexicon import (
    COLOURS,
    CONCEPTS,
    IGNORED,
    LOOKALIKES,
    OTHERWISE,
    PASSED,
    PRODUCTS,
    SAID,
    SMALL,
    UNMADE,
    Concept,
)
from bggen.families.studio.words.lexicon.grammar import CUES, PLAIN_COLOURS, SIDES

BRINGS_GOODS = frozenset(["with", "and"])  # phrases of goods that begin so
JOINED_FROM = 7  # letters: `barn wood` is written in one as well, `art deco` is not
#: `oaken` is oak and `mossed` moss, but who is `parked` is in no park
DERIVED = ("surface", "colour")


_Words = tuple[str, ...]
_Meaning = tuple[str, str]  # name and kind, as a span's


@dataclass(frozen=True, slots=True)
class Span:
    """Words start..end (excluded) of a prompt say `name`."""

    start: int
    end: int
    name: str
    kind: str  # a concept's; "colour"; "said": no part of a scene; "otherwise": goods, or a figure of speech
    length: int  # letters

    @property
    def reach(self) -> range:
        """The words' places."""
        return range(self.start, self.end)


class _Index:
    """Phrase -> (name, kind), by its words in the lexicon's spelling."""

    def __init__(self, concepts: dict[str, Concept]) -> None:
        self.phrases: dict[_Words, _Meaning] = {}
        #: a pair's second part -> what may stand first, and what both mean then
        self.pairs: dict[_Words, list[tuple[frozenset[_Words], _Meaning]]] = defaultdict(list)
        for name, concept in concepts.items():
            self._add(concept.words, name, concept.kind)
            for first, then in concept.pairs:
                firsts = frozenset(tuple(spelling.words(part)) for part in first)
                for part in then:
                    self.pairs[tuple(spelling.words(part))].append((firsts, (name, concept.kind)))
        for name, (phrases, _) in COLOURS.items():
            self._add(phrases, name, "colour")
        self._add(OTHERWISE, "", "otherwise")
        self._add(SAID, "", "said")
        self.begins = {phrase[:end] for phrase in self.phrases for end in range(1, len(phrase))}
        for then, meanings in self.pairs.items():
            for first in frozenset[_Words]().union(*(firsts for firsts, _ in meanings)):
                whole = first + then
                self.begins.update(whole[:end] for end in range(1, len(whole)))

    @cached_property
    def slips(self) -> spelling.Slips:
        """Over every word of the lexicon."""
        known = {word: self.phrases.get((word,)) for phrase in self.phrases for word in phrase}
        for then, meanings in self.pairs.items():
            parts = chain(then, *(first for firsts, _ in meanings for first in firsts))
            known.update((word, self.phrases.get((word,))) for word in parts)
        plain = {word for word, says in known.items() if says and says[1] in DERIVED}
        plain.update(
            word for word in chain(("light",), SIDES, *CUES.values()) if len(word) < spelling.SLIPS_FROM
        )
        return spelling.Slips(known, frozenset(plain), LOOKALIKES | IGNORED | PRODUCTS | SMALL | PASSED)

    def _add(self, phrases: Iterable[str], name: str, kind: str) -> None:
        for phrase in phrases:
            self.phrases.setdefault(tuple(spelling.words(phrase)), (name, kind))

    def meaning(self, said: _Words) -> _Meaning | None:
        """Of these words as they are, or the last of them in another form."""
        *before, last = said
        for form in spelling.stems(last):
            if found := self._of_phrase((*before, form)):
                return found
        if before or last in IGNORED or last in UNMADE:
            return None
        for form in spelling.derived(last):
            if (found := self.phrases.get((form,))) and found[1] in DERIVED:
                return found
        return self._joined(last)

    def _of_phrase(self, said: _Words) -> _Meaning | None:
        if found := self.phrases.get(said):
            return found
        for cut in range(1, len(said)):
            for firsts, meaning in self.pairs.get(said[cut:], ()):
                if said[:cut] in firsts:
                    return meaning
        return None

    def _joined(self, word: str) -> _Meaning | None:
        """`barnwood`: a phrase of two words, written as one."""
        if len(word) < JOINED_FROM or not word.isalpha():
            return None
        parts = ((word[:end], form) for end in range(2, len(word) - 1) for form in spelling.stems(word[end:]))
        return next(filter(None, map(self._of_phrase, parts)), None)


@cache
def _index() -> _Index:
    return _Index(CONCEPTS)


@lru_cache(4096)
def _meaning(said: _Words) -> _Meaning | None:
    return _index().meaning(said)


@lru_cache(4096)
def mended(word: str) -> str:
    """The word, or the one of the lexicon that it is one slip from."""
    return word if understood(word) else _index().slips.mended(word)


def understood(word: str) -> bool:
    """Whether a word alone says something of a scene, or is known to say nothing."""
    return word in IGNORED or _meaning((word,)) is not None


def plain_colour(word: str) -> str | None:
    """The colour word that `red` or `gold` is: what is called `rose` or `olive` may be a thing's kind."""
    found = _meaning((word,)) if word in PLAIN_COLOURS else None
    return found[0] if found and found[1] == "colour" else None


def phrases(words: Sequence[str]) -> list[Span]:
    """The lexicon's phrases among the words, in their order; where they overlap the longest counts."""
    taken = [False] * len(words)
    found = list[Span]()
    every = list(_all(words))
    every = [span for span in every if not _opens_another(span, every, words)]
    for span in sorted(every, key=lambda span: (-span.length, span.start)):
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = [True] * (span.end - span.start)
            found.append(span)
    return sorted(found, key=lambda span: span.start)


def _opens_another(span: Span, every: Sequence[Span], words: Sequence[str]) -> bool:
    """`with a straw`, where it is one of a `straw hat`."""
    is_brought = span.kind == "otherwise" and words[span.start] in BRINGS_GOODS
    return is_brought and any(other.start == span.end - 1 and other.end > span.end for other in every)


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
