"""Words as people write them -> words as the lexicon has them: spellings, inflections, slips."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

_BRITISH = {
    "gray": "grey", "grays": "greys", "greyscale": "grey", "color": "colour", "colors": "colours",
    "colored": "coloured", "center": "centre", "centered": "centred", "harbor": "harbour", "fiber": "fibre",
    "aluminum": "aluminium", "cozy": "cosy", "woolen": "woollen", "checkered": "chequered", "mold": "mould",
    "jewelry": "jewellery", "theater": "theatre", "louver": "louvre", "louvers": "louvres",
    "parlor": "parlour", "somber": "sombre", "luster": "lustre", "arbor": "arbour", "disk": "disc",
    "paneled": "panelled", "paneling": "panelling", "draft": "draught",
}  # fmt: skip
_IZED = re.compile(r"(?<=[a-z]{3})iz(e|ed|ing)$")
#: f/1.2 to f/2.8: photographers name the aperture and mean the blur
_WIDE_OPEN = re.compile(r"\bf ?/? ?(?:1\.[0-9]|2\.[0-8]|2|1)\b(?![.0-9])")
SLIPS_FROM = 6  # letters: a shorter word is too soon another one


def plain(prompt: str) -> str:
    """Lower case without accents; commas for all that parts clauses; hyphens are blanks."""
    letters = unicodedata.normalize("NFKD", prompt.lower().replace("ß", "ss").replace("’", "'"))
    text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    text = text.replace("°", " degree ")
    text = _WIDE_OPEN.sub(" shallow depth of field ", text)
    return re.sub(r"[-‐‑_]", " ", re.sub(r"[^a-z0-9' ‐‑_-]+", " , ", text))


def words(text: str) -> list[str]:
    """Words of a plain text in British spelling; `,` between clauses."""
    return [british(word) for word in re.findall(r",|[a-z0-9]+(?:'[a-z]+)?", text)]


def british(word: str) -> str:
    """One word in the lexicon's spelling."""
    return _BRITISH.get(word) or (_IZED.sub(r"is\1", word) if "iz" in word else word)


def stems(word: str) -> Iterator[str]:
    """What a word may be a form of, the likeliest first: plural, possessive, -ed, -en, -y, -ish, -like."""
    yield word
    if word.endswith("'s"):
        word = word.removesuffix("'s")
        yield word
    if word.endswith("ies") and len(word) > 5:
        yield word[:-3] + "y"
    if word.endswith("ves") and len(word) > 5:
        yield word[:-3] + "f"
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]


def derived(word: str) -> Iterator[str]:
    """What stuff an adjective is made of: `oaken`, `flinty`, `pebbled`, `greenish`, `slate-like` joined."""
    for ending in ("like", "ish", "ed", "en", "y"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        yield stem
        if ending != "like":
            yield stem + "e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]


class Slips:
    """Mends words one letter wrong, where just one known word is meant.

    Args:
        known: words that may have been meant.
        innocent: words that look like those and are others.
    """

    def __init__(self, known: Iterable[str], innocent: frozenset[str]) -> None:
        self._innocent = innocent
        self._known = {word for word in known if len(word) >= SLIPS_FROM and word.isalpha()}
        self._shortened: dict[str, set[str]] = defaultdict(set)
        for word in self._known:
            for less in (word, *_shorter(word)):
                self._shortened[less].add(word)

    def mended(self, word: str) -> str:
        """The one known word that a letter more, less, other or two exchanged make of it, or itself."""
        if len(word) < SLIPS_FROM or not word.isalpha() or word in self._known:
            return word
        if any(form in self._innocent for form in stems(word)):
            return word
        near = {
            other
            for less in (word, *_shorter(word))
            for other in self._shortened.get(less, ())
            if other[0] == word[0] and _one_apart(word, other)
        }
        return near.pop() if len(near) == 1 else word


def _shorter(word: str) -> Iterator[str]:
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def _one_apart(one: str, other: str) -> bool:
    """Damerau-Levenshtein distance of 1."""
    if len(one) > len(other):
        one, other = other, one
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    rest, rest_other = one[start:], other[start:]
    if len(one) < len(other):
        return len(other) - len(one) == 1 and rest == rest_other[1:]
    swapped = rest[:2] == rest_other[1::-1] and rest[2:] == rest_other[2:]
    return rest[1:] == rest_other[1:] or swapped
