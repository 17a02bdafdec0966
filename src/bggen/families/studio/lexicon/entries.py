"""How entries of the lexicon are written down."""

from __future__ import annotations

from typing import NamedTuple


class Concept(NamedTuple):
    """One thing a scene can have. `words`: phrases that say it; `near`: what serves where it is missing."""

    kind: str  # surface, backdrop, mood, light, view, prop, place, look
    words: tuple[str, ...]
    near: tuple[str, ...] = ()


Said = tuple[tuple[str, ...], tuple[int, int, int]]


def concept(kind: str, words: str, near: str = "") -> Concept:
    """`words` and `near` with commas."""
    return Concept(kind, _split(words), _split(near))


def said(words: str, *rgb: int) -> Said:
    """`words` with commas; more of them may hold one another, the longest that fits counts."""
    red, green, blue = rgb
    return _split(words), (red, green, blue)


def _split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())
