"""How entries of the lexicon are written down."""

from __future__ import annotations

from typing import NamedTuple


class Pairs(NamedTuple):
    """Phrases of two parts: each of `first` before each of `then`."""

    first: tuple[str, ...]
    then: tuple[str, ...]


class Concept(NamedTuple):
    """One thing a scene can have. `words`: phrases that say it; `near`: what serves where it is missing."""

    kind: str  # surface, backdrop, mood, light, view, prop, place, look
    words: tuple[str, ...]
    near: tuple[str, ...] = ()
    pairs: tuple[Pairs, ...] = ()  # further phrases that say it


Region = str  # of a set: "surface", "backdrop" or "podium"
Said = tuple[tuple[str, ...], tuple[int, int, int]]


def concept(kind: str, words: str, near: str = "", pairs: dict[str, str] | None = None) -> Concept:
    """All with commas; `pairs`: what stands first -> what then, as in `{"cracked, old": "beam, board"}`."""
    parts = (Pairs(_split(first), _split(then)) for first, then in (pairs or {}).items())
    return Concept(kind, _split(words), _split(near), tuple(parts))


def said(words: str, *rgb: int) -> Said:
    """`words` with commas; more of them may hold one another, the longest that fits counts."""
    red, green, blue = rgb
    return _split(words), (red, green, blue)


def _split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


def each_of(said: str) -> dict[str, str]:
    """`fig, kiwi=kiwifruit` -> a concept's name and all its words, with commas."""
    each = (" ".join(names.split()).split("=") for names in said.split(","))
    return {names[0]: ", ".join(names) for names in each}


def meanings(said: str) -> dict[str, str]:
    """`auf=on, vor=against` -> a word of another language and what it is in English."""
    return dict(entry.split("=", 1) for entry in " ".join(said.split()).split(", "))
