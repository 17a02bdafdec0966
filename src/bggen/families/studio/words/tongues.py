"""A prompt in German, French, Spanish or Italian -> in English, word by word: scenes need few words."""

from __future__ import annotations

from collections.abc import Sequence

from bggen.families.studio.words.lexicon import FOREIGN
from bggen.families.studio.words.lexicon.grammar import ENDS_NO
from bggen.families.studio.words.vocabulary import phrases, understood

ENDING = 2  # letters that a word may have after what the list has of it
LEAST = 2  # strange words that make a language
STEM = 3  # letters that are left at least
FUNCTION = ENDS_NO | frozenset(["of", "a", "the", "not", "no", "against", "beside", "without"])


def in_english(words: list[str]) -> list[str]:
    """The words in English where another language has at least half of them, else as they are.

    Two at least must be none in English. Names stay, and words that both languages share.
    """
    strange = {word for word in words if word != "," and not understood(word)}
    if strange:
        strange -= {words[i] for span in phrases(words) for i in span.reach}
    if not strange:
        return words
    language = max(
        FOREIGN.values(), key=lambda entries: sum(_said(word, entries) is not None for word in strange)
    )
    known = [word for word in words if _said(word, language) is not None]
    alone = len(words) == 1 and words[0] in language
    if not alone and (len(strange & set(known)) < LEAST or 2 * len(known) < len(words) - words.count(",")):
        return words
    english = list[str]()
    for word in words:
        meaning = _said(word, language) or word
        if meaning.endswith("*") and english and english[-1] not in FUNCTION:
            english.insert(-1, meaning.removesuffix("*"))
        else:
            english += meaning.removesuffix("*").split()
    return english


def _said(word: str, language: dict[str, str]) -> str | None:
    """What the word, one it is a form of, or the two it is joined of mean (`holztisch`: wood table)."""
    if (meaning := _form(word, language)) is not None:
        return meaning
    parts = ((_form(word[:end], language), _form(word[end:], language)) for end in _joints(word))
    return next((f"{first} {then}" for first, then in parts if first and then), None)


def _form(word: str, language: dict[str, str]) -> str | None:
    stems = (word[: len(word) - cut] for cut in range(ENDING + 1) if not cut or len(word) - cut >= STEM)
    return next((language[stem] for stem in stems if stem in language), None)


def _joints(word: str) -> Sequence[int]:
    return range(STEM + 1, len(word) - STEM)
