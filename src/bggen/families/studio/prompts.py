"""Read a scene prompt: which surface, backdrop, colours, light, view and props it asks for.

Plain word lists, no model: what is understood is certain, and what is not is named, so that a user
learns which words had no effect.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bggen.families.studio.lexicon import COLOURS, CONCEPTS, IGNORED, LIGHT_SIDES

Region = str  # "surface", "backdrop" or "podium"

_CUES: tuple[tuple[str, Region], ...] = (
    (r"\b(?:podium|pedestal|plinth|riser|stand)\b", "podium"),
    (r"\b(?:background|backdrop|behind|wall|against|in front of|backed by|curtain|sky)\b", "backdrop"),
    (
        r"\b(?:on|upon|atop|over|table|tabletop|surface|floor|counter|countertop|desk|shelf|worktop|ground)\b",
        "surface",
    ),
)
_CLAUSES = re.compile(
    r",|\bwith\b|\band\b(?=[^,]*\b(?:wall|background|backdrop)\b)|(?=\bagainst\b|\bin front of\b)"
)
_NEGATED = re.compile(r"\b(?:no|without|not|never|avoid)\s+(?:any\s+)?([a-z-]+)")


@dataclass(frozen=True, slots=True)
class SceneWords:
    """What a prompt asks for. Concept names are the keys of `lexicon.CONCEPTS`."""

    concepts: dict[str, Region | None]  # concept -> the region it was said of, None where unsaid
    colours: dict[Region | None, str]  # region -> colour word; None: said of no region
    light_side: str | None = None
    negated: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()

    def of_kind(self, kind: str) -> set[str]:
        """The concepts of one kind: surface, backdrop, mood, light, view, prop, place, look."""
        return {name for name in self.concepts if CONCEPTS[name].kind == kind}

    def asks_for(self, thing: str) -> bool:
        """Whether some concept has this word in its name, as `round podium` has `podium`."""
        return any(thing in name.split() for name in self.concepts)

    @property
    def hard_light(self) -> bool | None:
        """What is said of it; None where nothing is. Softness alone is a manner of speaking, not a light."""
        if "hard light" in self.concepts:
            return True
        return False if self.light_side and "soft light" in self.concepts else None

    @property
    def view(self) -> str | None:
        """The camera's height as the lexicon has it; the first clause's where several are said."""
        return next((name for name in self.concepts if CONCEPTS[name].kind == "view"), None)


@dataclass
class _Reading:
    concepts: dict[str, Region | None] = field(default_factory=dict)
    colours: dict[Region | None, str] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)


def parse(prompt: str) -> SceneWords:
    """Understand a prompt in any length, from `pink` to a marketing paragraph."""
    text = re.sub(r"[^a-z0-9' -]+", " , ", prompt.lower()).replace("-", " ")
    negated = frozenset(_NEGATED.findall(text))
    text = _NEGATED.sub(" ", text)
    reading = _Reading()
    side = _light_side(text, reading)
    for phrase in _CLAUSES.split(text):
        _read_phrase(phrase, reading)
    words = [
        w for w in re.findall(r"[a-z']{2,}", text) if w not in IGNORED and not _is_known(w, reading.known)
    ]
    return SceneWords(reading.concepts, reading.colours, side, negated, tuple(dict.fromkeys(words)))


def _vocabulary() -> list[tuple[str, str, bool]]:
    """(phrase, name, is it a colour), longest first: `pink marble` is no pink, `dark green` not moody."""
    entries = [(said, name, False) for name, concept in CONCEPTS.items() for said in concept.words]
    entries += [(said, name, True) for name, (words, _) in COLOURS.items() for said in words]
    return sorted(entries, key=lambda entry: -len(entry[0]))


_VOCABULARY = _vocabulary()


def _read_phrase(phrase: str, reading: _Reading) -> None:
    """One clause speaks of one region: the one its cue word names."""
    region = next((name for cue, name in _CUES if re.search(cue, phrase)), None)
    for cue, _ in _CUES:
        reading.known.update(word for said in re.findall(cue, phrase) for word in said.split())
    rest = f" {phrase} "
    colours, concepts = list[str](), list[str]()
    for said, name, is_colour in _VOCABULARY:
        if said in rest and (found := _find(said, rest)) is not None:
            (colours if is_colour else concepts).append(name)
            reading.known.update(said.split())
            rest = rest[: found[0]] + " | " + rest[found[1] :]
    kinds = {CONCEPTS[name].kind for name in concepts if name != "seamless"}
    if region is None and "surface" in kinds:
        region = "surface"  # `navy velvet` is no navy wall
    if region is not None or "prop" not in kinds:  # `pink roses` ask for no pink wall
        for name in colours:
            reading.colours.setdefault(region, name)
    for name in concepts:
        reading.concepts.setdefault(name, region)


def _find(said: str, text: str) -> tuple[int, int] | None:
    """Where a phrase or its plural stands as whole words."""
    found = re.search(rf"(?<![a-z]){re.escape(said)}(?:e?s)?(?![a-z])", text)
    return found.span() if found else None


def _light_side(text: str, reading: _Reading) -> str | None:
    for side, pattern in LIGHT_SIDES.items():
        if found := re.search(pattern, text):
            reading.known.update(re.findall(r"[a-z]+", found.group()))
            return side
    return None


def _is_known(word: str, known: set[str]) -> bool:
    return word in known or word.removesuffix("s") in known or word.removesuffix("es") in known
