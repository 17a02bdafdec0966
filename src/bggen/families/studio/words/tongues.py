"""A prompt in German, French, Spanish or Italian -> in English, word by word: scenes need few words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from bggen.families.studio.words.lexicon import FOREIGN
from bggen.families.studio.words.lexicon.grammar import ENDS_NO
from bggen.families.studio.words.vocabulary import phrases, understood

ENDING = 2  # letters that a word may have after what the list has of it
LEAST = 2  # strange words that make a language
STEM = 3  # letters that are left at least
SHADES = frozenset(["light*", "dark*", "pale*"])
FUNCTION = ENDS_NO | frozenset(["of", "a", "the", "not", "no", "against", "beside", "without"])
#: short words of these meanings have no endings: no `party` is a form of `par`
UNBENT = frozenset(["by", "for", "or", "to", "is", "very", "between", "my", "our", "your"])
#: small words that lost their last letter: `d'automne`, `sull'erba`
ELIDED = {
    "d": "of",
    "dell": "of",
    "l": "the",
    "un": "a",
    "all": "to",
    "sull": "on",
    "nell": "in",
    "dall": "from",
}


def in_english(words: list[str]) -> list[str]:
    """The words in English where another language has at least half of them, else as they are.

    Two at least must be none in English. Names stay, and words that both languages share.
    """
    strange = {word for word in words if word != "," and not understood(word)}
    if strange:
        strange -= {words[i] for span in phrases(words) for i in span.reach}
    if not strange:
        return words
    name = max(FOREIGN, key=lambda name: sum(_said(word, FOREIGN[name]) is not None for word in strange))
    language = FOREIGN[name]
    parts = list(_together(words, name))
    known = [part for part in parts if _said(part, language) is not None]
    alone = len(parts) == 1 and parts[0] in language
    told = {word for part in known for word in part.split()}
    if not alone and (len(strange & told) < LEAST or 2 * len(known) < len(parts) - parts.count(",")):
        return words
    english = list[str]()
    noun = moved = 0  # words of what was last named, and of those after it that were put before it
    for part in parts:
        meaning = _said(part, language) or part
        said = meaning.removesuffix("*").split()
        if meaning.endswith("*") and english and english[-1] not in FUNCTION:
            at = len(english) - noun - (moved if meaning in SHADES else 0)  # `fond gris clair`: light grey
            english[at:at] = said
            moved += len(said)
        else:
            english += said
            noun, moved = len(said), 0
    return english


def _together(words: Sequence[str], name: str) -> Iterator[str]:
    """The words, but those that the language has an entry for together as that: `noix de coco`.

    The longest entry counts, and of these the one whose first word is written so: leaves are no leaf.
    """
    start = 0
    while start < len(words):
        begun = chain.from_iterable(_phrases(name).get(stem, ()) for stem in _stems(words[start]))
        said = (entry for entry in begun if _is_form(words[start:], entry))
        entry = max(said, key=len, default=(words[start],))
        yield " ".join(entry)
        start += len(entry)


@cache
def _phrases(name: str) -> dict[str, list[tuple[str, ...]]]:
    """Entries of several words, by the first of them."""
    found = dict[str, list[tuple[str, ...]]]()
    for entry in FOREIGN[name]:
        first, *more = entry.split()
        if more:
            found.setdefault(first, []).append((first, *more))
    return found


def _is_form(words: Sequence[str], entry: tuple[str, ...]) -> bool:
    return len(words) >= len(entry) and all(
        said in _stems(word) for said, word in zip(entry, words, strict=False)
    )


def _said(word: str, language: dict[str, str]) -> str | None:
    """What the word, one it is a form of, or the two it is joined of mean (`holztisch`: wood table)."""
    if (meaning := _form(word, language)) is not None:
        return meaning
    small, elided, rest = word.partition("'")
    if elided and small in ELIDED and (meaning := _form(rest, language)) is not None:
        return f"{ELIDED[small]} {meaning.removesuffix('*')}"
    parts = ((_form(word[:end], language), _form(word[end:], language)) for end in _joints(word))
    return next((f"{first} {then}" for first, then in parts if first and then), None)


def _form(word: str, language: dict[str, str]) -> str | None:
    for stem in _stems(word):
        meaning = language.get(stem)
        if meaning and (stem == word or len(stem) > STEM or meaning not in UNBENT):
            return meaning
    return None


def _stems(word: str) -> Iterator[str]:
    return (word[: len(word) - cut] for cut in range(ENDING + 1) if not cut or len(word) - cut >= STEM)


def _joints(word: str) -> Sequence[int]:
    return range(STEM + 1, len(word) - STEM)
