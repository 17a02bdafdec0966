"""What is painted in two colours: gradients, two tones, and walls with stripes, dots, checks or a rainbow."""

from __future__ import annotations

from collections.abc import Sequence

from bggen.families.studio.words.lexicon import CONCEPTS, PALER, grammar
from bggen.families.studio.words.lexicon.grammar import BANDS, CHECKS, GRADIENT, RAINBOW, STRIPES
from bggen.families.studio.words.neighbours import is_goods
from bggen.families.studio.words.vocabulary import Span

Region = str
Colours = dict[Region | None, str]
SEAMLESS, CHECKED = "seamless", "checkerboard"
#: no concepts: what says the pattern, and what is given a gradient instead
PATTERN, SHIMMER = "pattern", "shimmer"
ON_WALLS = grammar.CUES["backdrop"] | {"pattern"}
DUOTONE = "duotone"  # of light, too, where no two colours are said
#: what a pattern has where one colour is said, or none
BESIDES, IF_WHITE, UNSAID = "white", "light grey", "beige"
CHESS = ("white", "black")
RAINBOW_ENDS = ("pastel pink", "lavender")
REACH = 2  # words after a pattern in which cloth makes it no wall's


class Painted:
    """Where a prompt's colours belong; its dicts are those of the reading."""

    def __init__(self, concepts: dict[str, Region | None], said: dict[str, str]) -> None:
        self.concepts, self.said = concepts, said
        self.colours, self.second = Colours(), Colours()  # first and second colour said of a region
        self.pattern = GRADIENT
        self.read = set[str]()  # words that say no more than the pattern

    def runs_into(self, found: Sequence[Span], words: Sequence[str], named: int) -> str | None:
        """The colour below, or between; the one above, or most of the wall, is put first of its region.

        Args:
            named: how many words at the start are the product's name.
        """
        if pattern := self._wall(found, words, named):
            return self._patterned(pattern)
        if self._two_tones(words):
            return None
        return self._gradient(found, words)

    def _wall(self, found: Sequence[Span], words: Sequence[str], named: int) -> str | None:
        """The pattern that a wall is asked to have; striped cloth is none, nor a checked floor."""
        if self.concepts.get(CHECKED) == "backdrop":
            del self.concepts[CHECKED]
            if {"backdrop", None}.isdisjoint(self.colours):
                self.colours["backdrop"], self.second["backdrop"] = CHESS
            return CHECKS
        inside = {i for span in found for i in span.reach}
        cloth = {i for span in found if span.kind in ("surface", "prop") for i in span.reach}
        for i, word in enumerate(words):
            pattern = grammar.PATTERNS.get(word)
            after = range(i + 1, i + 1 + REACH)
            of_goods = i < named and any(map(is_goods, words[:named]))
            if pattern is None or of_goods or i in inside or not cloth.isdisjoint(after):
                continue
            if not ON_WALLS.isdisjoint(words) or not self._grounds():
                self.said[PATTERN] = word
                self.read = {*grammar.PATTERNS, *grammar.BESIDE}
                return BANDS if pattern == STRIPES and not grammar.LEVEL.isdisjoint(words) else pattern
        return None

    def _grounds(self) -> bool:
        stuffs = self.concepts.keys() - {SEAMLESS}
        return any(CONCEPTS[name].kind in ("surface", "place") for name in stuffs)

    def _patterned(self, pattern: str) -> str:
        self.pattern = pattern
        self.concepts.pop(SEAMLESS, None)
        if pattern == RAINBOW:
            for region in ("backdrop", None):
                self.colours.pop(region, None)
            self.colours["backdrop"], other = RAINBOW_ENDS
            return other
        said = [*self._said_of("backdrop"), *self._said_of(None)]
        if not said and not self._grounds():
            said = self._said_of("surface")
        base = said[0] if said else BESIDES
        spare = IF_WHITE if base == BESIDES and said else UNSAID if not said else BESIDES
        self.colours["backdrop"] = base
        return said[1] if len(said) > 1 else spare

    def _said_of(self, region: Region | None) -> list[str]:
        """Taken out, in the order said."""
        return [had.pop(region) for had in (self.colours, self.second) if region in had]

    def _two_tones(self, words: Sequence[str]) -> bool:
        """Whether a wall has one colour and its ground another; they are put so."""
        counted = not grammar.TWO_TONES.isdisjoint(words) and not grammar.COUNTED.isdisjoint(words)
        told = counted or DUOTONE in words or list(words).count(grammar.HALF) == 2
        region = next((r for r in ("backdrop", None, "surface") if r in self.second), None)
        if not told or region not in self.second or self._grounds():
            return False
        above, below = self.colours.pop(region), self.second.pop(region)
        self.colours |= {"backdrop": above, "surface": below}
        for name in (SEAMLESS, *(name for name, by in self.said.items() if by == DUOTONE)):
            self.concepts.pop(name, None)
        self.read = {*grammar.TWO_TONES, *grammar.COUNTED, grammar.HALF}
        return True

    def _gradient(self, found: Sequence[Span], words: Sequence[str]) -> str | None:
        """Of two colours that run into each other behind the product; one alone runs into a paler one."""
        colours, second = self.colours, self.second
        shimmers = self.concepts.get("mirror") == "backdrop" and self.said["mirror"]
        if shimmers in grammar.SHIMMERS and not colours:
            self.concepts.pop("mirror", None)
            self.said[SHIMMER] = shimmers
            colours[None], below = grammar.SHIMMER
            return below
        if grammar.GRADIENTS.isdisjoint(words):
            return None
        if self.said.get(SEAMLESS) in grammar.OF_ONE_COLOUR:  # `on a blue gradient` is all of it
            for said in (colours, second):
                if None not in said and "surface" in said:
                    said[None] = said.pop("surface")
        region = next((region for region in ("backdrop", None, "podium") if region in second), None)
        if region not in second:
            if grammar.OF_ONE_COLOUR.isdisjoint(words):
                return None
            return PALER.get(colours.get("backdrop") or colours.get(None) or "")
        above, below = colours[region], second[region]
        one, other = (next(span for span in found if span.name == colour) for colour in (above, below))
        if {"bottom", "below"} & {*words[one.end : other.start]} or {"top", "above"} & {
            *words[other.end :][:3]
        }:
            above, below = below, above
        if region is None and "backdrop" in colours:  # `a white background, pink to blue gradient`
            del colours[None]
            region = "backdrop"
        colours[region] = above
        return below
