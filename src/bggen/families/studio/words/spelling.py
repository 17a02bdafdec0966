"""Words as people write them -> words as the lexicon has them: spellings, inflections, slips."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bggen.families.studio.words.lexicon.emojis import EMOJIS
from bggen.families.studio.words.lexicon.grammar import LIGHT_LINES, LINES

_BRITISH = {
    "gray": "grey", "grays": "greys", "greyscale": "grey", "color": "colour", "colors": "colours",
    "colored": "coloured", "colorful": "colourful", "multicolor": "multicolour",
    "multicolored": "multicoloured", "center": "centre", "centered": "centred", "harbor": "harbour",
    "fiber": "fibre",
    "aluminum": "aluminium", "cozy": "cosy", "woolen": "woollen", "checkered": "chequered", "mold": "mould",
    "jewelry": "jewellery", "theater": "theatre", "louver": "louvre", "louvers": "louvres",
    "parlor": "parlour", "somber": "sombre", "luster": "lustre", "arbor": "arbour", "disk": "disc",
    "paneled": "panelled", "paneling": "panelling", "draft": "draught",
}  # fmt: skip
#: short words in haste, too near others for `Slips`
_HASTY = {
    "teh": "the",
    "wiht": "with",
    "wtih": "with",
    "wth": "with",
    "adn": "and",
    "lite": "light",
    "feild": "field",
    "wite": "white",
    "blak": "black",
    "plam": "palm",
    "bg": "background",
    "bgs": "backgrounds",
}
#: letters that no accent makes, and pictures that say what a word does
_WRITTEN = str.maketrans(
    {"ß": "ss", "’": "'", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d"}
    | {emoji: f" , {words} , " for emoji, words in EMOJIS.items()}
)
_ROSE = re.compile(r"\bros(?:é|e\u0301)(?! (?:wine|gold)\b)")  # no flower
_IZED = re.compile(r"(?<=[a-z]{3})iz(e|ed|ing)$")
#: f/1.2 to f/2.8: photographers name the aperture and mean the blur
_WIDE_OPEN = re.compile(r"\bf ?/? ?(?:1\.[0-9]|2\.[0-8]|2|1)\b(?![.0-9])")
#: `surface: oak` says what `surface in oak` does, `light: left` what `light left` does
_LINE, _LIGHT_LINE = (re.compile(rf"\b({'|'.join(keys)})\s*[:=]\s*") for keys in (LINES, LIGHT_LINES))
#: what image generators take beside words: `--ar 4:5 --v 6`, `--no text, people`, `people::-1`, `(oak:1.2)`
_SWITCH = re.compile(
    r"(?<!\S)(?:--|[\u2013\u2014])(?:ar|aspect|v|version|s|stylize|q|quality|c|chaos|seed|style|niji|tile|iw|stop|w"
    r"|weird|[cos]ref|[cos]w|r|repeat|hd|p|profile|exp|draft|raw|fast|relax|turbo)\b"
    r"[ =]?(?:raw|cute|scenic|expressive|original|\S*\d\S*)?"
)
_NO_SWITCH = re.compile(r"(?<!\S)(?:--|[\u2013\u2014])no\s+(.*?)(?=\s(?:--|[\u2013\u2014])|$)", re.DOTALL)
_AGAINST, _WEIGHT = re.compile(r"([^,.;:]+)::\s*-[\d.]+"), re.compile(r"(?:::|:(?=[\d.]+\)))\s*[\d.]*")
#: between two parts of a prompt, and no hyphen; `back ground` is one word
_DASH, _DIVIDED = (
    re.compile(r"\s-\s"),
    re.compile(r"\b(back) (?=ground\b|drop\b)|\b(soft|strip|octa) (?=box\b)"),
)
#: a form's lines: `people: no` refuses them, `plant: yes` asks for one
_DENIED = re.compile(r"\b([a-z]+)\s*[:=]\s*(?:no|none|false|n/a)(?=\s*(?:[^\w\s]|$))")
_GRANTED = re.compile(r"\b([a-z]+)\s*[:=]\s*(?:yes|true)(?=\s*(?:[^\w\s]|$))")
SLIPS_FROM = 6  # letters: a shorter word is too soon another one
LONG = 7  # letters: so long a word may be near several that say the same, or lack a letter of a stuff
SWAPS_FROM = 5  # letters: two of them exchanged, or one of a pair left out, seldom make one


def plain(prompt: str) -> str:
    """Lower case without accents; commas for all that parts clauses; hyphens are blanks; emojis in words."""
    letters = unicodedata.normalize("NFKD", _ROSE.sub("rose wine", prompt.lower()).translate(_WRITTEN))
    text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    text = _DIVIDED.sub(r"\1\2", _DASH.sub(" , ", text))
    text = _DENIED.sub(r"no \1", _GRANTED.sub(r"\1", _in_words(text))).replace("°", " degree ")
    text = _LIGHT_LINE.sub(r"\1 ", _LINE.sub(r"\1 in ", text))
    text = _WIDE_OPEN.sub(" shallow depth of field ", text)
    return re.sub(r"[-‐‑_]", " ", re.sub(r"[^\w' ‐‑-]+", " , ", text))


def _in_words(text: str) -> str:
    """A generator's switches and weights: those that refuse, said with `no`; no others."""

    def refused(found: re.Match[str]) -> str:
        return "".join(f" , no {thing.strip()} , " for thing in found[1].split(","))

    return _WEIGHT.sub(" , ", _SWITCH.sub(" , ", _NO_SWITCH.sub(refused, _AGAINST.sub(refused, text))))


def words(text: str) -> list[str]:
    """Words of a plain text in British spelling; `,` between clauses."""
    return [british(word) for word in re.findall(r",|[^\W_]+(?:'[a-z]+)?", text)]


def british(word: str) -> str:
    """One word in the lexicon's spelling."""
    return _BRITISH.get(word) or _HASTY.get(word) or (_IZED.sub(r"is\1", word) if "iz" in word else word)


def stems(word: str) -> Iterator[str]:
    """What a word may be a form of, the likeliest first: itself, of a possessive, of a plural."""
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
        known: words that may have been meant -> what each of them says; two that say the same are one.
        plain: of which two exchanged letters show even in a short one.
        innocent: words that look like those and are others.
    """

    def __init__(self, known: Mapping[str, object], plain: frozenset[str], innocent: frozenset[str]) -> None:
        self._right = known.keys() | plain
        self._innocent = innocent
        self._known = {
            word: says for word, says in known.items() if len(word) >= SLIPS_FROM and word.isalpha()
        }
        self._plain = {word for word in plain if len(word) >= SWAPS_FROM and word.isalpha()}
        self._alike: dict[tuple[str, int], list[str]] = defaultdict(list)  # by first letter and length
        for word in sorted(self._known.keys() | self._plain):
            self._alike[word[0], len(word)].append(word)

    def mended(self, word: str) -> str:
        """The one known word that a letter more, less, other or two exchanged make of it, or itself."""
        if len(word) < SWAPS_FROM or not word.isalpha():
            return word
        if any(form in self._right or form in self._innocent for form in stems(word)):
            return word
        if len(word) < SLIPS_FROM:
            near = [other for other in self._alike.get((word[0], len(word)), ()) if _swapped(word, other)]
            near += [other for other in self._alike.get((word[0], SLIPS_FROM), ()) if _undoubled(word, other)]
        else:
            lengths = range(max(SLIPS_FROM, len(word) - 1), len(word) + 2)
            alike = (other for n in lengths for other in self._alike.get((word[0], n), ()))
            near = [other for other in alike if _one_apart(word, other)]
        if len(word) >= LONG and len(near) > 1:
            near = [other for other in near if other in self._plain and len(other) > len(word)] or near
        meant = {self._known.get(other) or other for other in near} if len(word) >= LONG else set(near)
        return near[0] if len(meant) == 1 else word


def _swapped(one: str, other: str) -> bool:
    """Whether two neighbouring letters of one, exchanged, make the other."""
    i = next((i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b), len(one))
    return one[i : i + 2] == other[i : i + 2][::-1] and one[i + 2 :] == other[i + 2 :]


def _undoubled(one: str, other: str) -> bool:
    """Whether one lacks a letter that the other has twice in a row: `cofee`."""
    twice = (i for i, (a, b) in enumerate(pairwise(other)) if a == b)
    return any(other[:i] + other[i + 1 :] == one for i in twice)


def _one_apart(one: str, other: str) -> bool:
    """Damerau-Levenshtein distance of 1."""
    if len(one) > len(other):
        one, other = other, one
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    rest, rest_other = one[start:], other[start:]
    if len(one) < len(other):
        return len(other) - len(one) == 1 and rest == rest_other[1:]
    if rest[1:] == rest_other[1:]:
        return True
    return _swapped(one, other)
