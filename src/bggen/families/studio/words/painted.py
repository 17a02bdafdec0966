"""What is painted in two colours: gradients, two tones, and walls with stripes, dots, checks or a rainbow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from bggen.families.studio.words import spelling
from bggen.families.studio.words.goods import ENDS_NAME, is_goods
from bggen.families.studio.words.lexicon import CONCEPTS, PALER, Region, grammar
from bggen.families.studio.words.lexicon.grammar import BANDS, CHECKS, GRADIENT, RAINBOW, STRIPES
from bggen.families.studio.words.vocabulary import Span

Colours = dict[Region | None, str]
SEAMLESS, CHECKED = "seamless", "checkerboard"
#: no concepts: what says the pattern, and what is given a gradient instead
PATTERN, SHIMMER = "pattern", "shimmer"
#: of all colours, of which paint has the ends
IRIDESCENT = "iridescent"
#: what a pattern has where one colour is said, or none; on pale ones white would not be seen
BESIDES, ON_PALE, UNSAID = "white", "light grey", "beige"
PALE = frozenset(["white", "off-white", "cream", "pastel yellow"])
CHESS = ("white", "black")
RAINBOW_ENDS = ("pastel pink", "lavender")
PASTELS, ANY_PASTEL = frozenset(["pastel", "pastels"]), "pastel pink"


class Painted:
    """Where a prompt's colours belong; its dicts are those of the reading."""

    def __init__(self, concepts: dict[str, Region | None], said: dict[str, str]) -> None:
        self.concepts, self.said = concepts, said
        self.colours, self.second = Colours(), Colours()  # first and second colour said of a region
        self.pattern = GRADIENT
        self.read = set[str]()  # words that say no more than the pattern
        self._every = list[Span]()  # every colour said
        self._upon = False  # whether what follows the pattern is what it lies on: `black dots on white`

    def say(self, region: Region | None, colour: Span, phrase: str) -> None:
        """A colour said of a region, and in what words."""
        self.said.setdefault(colour.name, phrase)
        self._every.append(colour)
        if self.colours.setdefault(region, colour.name) != colour.name:
            self.second.setdefault(region, colour.name)

    def left_over(self, below: str | None) -> tuple[str, ...]:
        """Colours said that no region has, but for a shade of the one said right before: `aqua blue`."""
        if self.pattern == RAINBOW:
            return ()
        had = {*self.colours.values(), below}
        ends = {colour.end for colour in self._every}
        left = (colour.name for colour in self._every if colour.start not in ends and colour.name not in had)
        return tuple(dict.fromkeys(left))

    def runs_into(self, found: Sequence[Span], words: Sequence[str]) -> str | None:
        """The colour below, or between; the one above, or most of the wall, is put first of its region."""
        if pattern := self._wall(found, words):
            return self._patterned(pattern)
        if self._two_tones(found, words):
            return None
        below = self._gradient(found, words)
        if below is None:
            self._part(found)
        return below

    def some_pastel(self, found: Sequence[Span], words: Sequence[str], named: set[int]) -> None:
        """Pastel, where no colour is said: any of them is nearer than grey. `named`: words of the product."""
        inside = {*named, *(i for span in found for i in span.reach)}
        said = next((i for i, word in enumerate(words) if word in PASTELS and i not in inside), None)
        if said is None or self.colours or any(map(self._is_place, self.concepts)):
            return
        after = words[said + 1 : said + 3]
        self.colours["podium" if "podium" in after else "backdrop"] = ANY_PASTEL

    def _part(self, found: Sequence[Span]) -> None:
        """Of two colours said of nothing the first is the wall's, the second of what is left or told of."""
        other = self.second.pop(None, None)
        said = [span for span in found if span.kind == "colour"]
        is_shade = any(
            one.end == then.start and then.name == other for one, then in pairwise(said)
        )  # aqua blue
        if other is None or is_shade or "backdrop" in self.colours:
            return
        self.colours["backdrop"] = self.colours.pop(None)
        self.colours[None] = other

    def _wall(self, found: Sequence[Span], words: Sequence[str]) -> str | None:
        """The pattern that a wall is asked to have; striped cloth is none, nor a checked floor."""
        checked = next((span for span in found if span.name == CHECKED), None)
        if checked and self.concepts.get(CHECKED) == "backdrop":
            if not grammar.FLOORS.isdisjoint(words[checked.start : checked.end + 2]):
                self.concepts[CHECKED] = "surface"
                return None
            del self.concepts[CHECKED]
            if {"backdrop", None}.isdisjoint(self.colours):
                self.colours["backdrop"], self.second["backdrop"] = CHESS
            return CHECKS
        inside = {i for span in found for i in span.reach if span.name != SEAMLESS}
        for i, word in enumerate(words):
            pattern = grammar.PATTERNS.get(word)
            if pattern is None or i in inside or not self._of_wall(i, found, words):
                continue
            self.said[PATTERN] = word
            self.read = {*grammar.PATTERNS, *grammar.BESIDE}
            return BANDS if pattern == STRIPES and not grammar.LEVEL.isdisjoint(words) else pattern
        return None

    def _of_wall(self, i: int, found: Sequence[Span], words: Sequence[str]) -> bool:
        """Whether the pattern at place `i` is a wall's: right before it, or by itself and of nothing else."""
        of_paint = {j for span in found for j in span.reach if span.kind == "colour" or span.name == SEAMLESS}
        skipped = grammar.PATTERNS.keys() | grammar.BESIDE
        end = i + 1
        while end < len(words) and (end in of_paint or words[end] in skipped):
            end += 1
        after = words[end : end + 1]
        if any(_is_wall(word) for word in [*words[i + 1 : end], *after]):
            return True
        ends = not after or after[0] in ENDS_NAME | {"and"} or (after[0] == "of" and end + 1 in of_paint)
        if words[i] not in grammar.THEMSELVES or not ends or any(map(self._is_place, self.concepts)):
            return False
        start = i
        while start and words[start - 1] not in grammar.PARTS - {"with"} | grammar.STANDS | {"behind", "in"}:
            start -= 1
        before = [
            words[j]
            for j in range(start, i)
            if j not in of_paint and words[j] not in skipped | grammar.BEFORE_PATTERNS
        ]
        self._upon = bool(after) and after[0] in grammar.LIES and not self._grounds()
        if any(map(_is_wall, before)):
            return True
        return not before and (not self._grounds() or any(map(_is_wall, words)))

    def _is_place(self, name: str) -> bool:
        return CONCEPTS[name].kind == "place"

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
        below = self._said_of("surface") if self._upon and "backdrop" not in self.colours else []
        said = [*self._said_of("backdrop"), *below, *self._said_of(None)]
        if not said and not self._grounds():
            said = self._said_of("surface")
        base = said[0] if said else BESIDES
        spare = UNSAID if not said else ON_PALE if base in PALE else BESIDES
        self.colours["backdrop"] = base
        return said[1] if len(said) > 1 else spare

    def _said_of(self, region: Region | None) -> list[str]:
        """Taken out, in the order said."""
        return [had.pop(region) for had in (self.colours, self.second) if region in had]

    def _two_tones(self, found: Sequence[Span], words: Sequence[str]) -> bool:
        """Whether a wall has one colour and its ground another; they are put so."""
        counted = not grammar.TWO_TONES.isdisjoint(words) and not grammar.COUNTED.isdisjoint(words)
        starts = {span.start for span in found if span.kind == "colour"}
        halves = sum(word == grammar.HALF and i + 1 in starts for i, word in enumerate(words)) == 2
        if not (counted or halves or not grammar.TWO_COLOURED.isdisjoint(words)):
            return False
        free = self._grounds() or not (grammar.GRADIENTS | grammar.OF_LIGHT).isdisjoint(words)
        of_goods = any(map(is_goods, words)) or "podium" in words
        # `pink and orange background`: the clause parts between them
        said = [self.colours.get(region) for region in (None, "backdrop", "surface")]
        said += [self.second.get(region) for region in (None, "backdrop", "surface")]
        both = list(dict.fromkeys(filter(None, said)))
        if free or of_goods or len(both) != 2:
            return False
        for had in (self.colours, self.second):
            had.clear()
        self.colours |= {"backdrop": both[0], "surface": both[1]}
        for name in (SEAMLESS, *(name for name, by in self.said.items() if by == grammar.DUOTONE)):
            self.concepts.pop(name, None)
        self.read = {*grammar.TWO_TONES, *grammar.COUNTED, *grammar.TWO_COLOURED, grammar.HALF}
        return True

    def _gradient(self, found: Sequence[Span], words: Sequence[str]) -> str | None:
        """Of two colours that run into each other behind the product; one alone runs into a paler one."""
        colours, second = self.colours, self.second
        if not colours and (shimmers := self._of_all_colours(found, words)):
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

    def _of_all_colours(self, found: Sequence[Span], words: Sequence[str]) -> str:
        """What says that a wall has all colours, or many, and none in particular; empty: nothing does."""
        if self.concepts.get(IRIDESCENT) == "backdrop":
            del self.concepts[IRIDESCENT]
            return self.said[IRIDESCENT]
        if self._grounds():
            return ""
        of_paint = grammar.GRADIENTS | grammar.OF_MANY
        for i, word in enumerate(words):
            after = list(takewhile(lambda one: one in of_paint or _is_wall(one), words[i + 1 :]))
            counts = word in grammar.COUNTS
            if word not in grammar.MANY_COLOURS and not (counts and not grammar.HUES.isdisjoint(after[:1])):
                continue
            runs = words[max(i - 2, 0) : i] == ["gradient", "of"] or not grammar.GRADIENTS.isdisjoint(after)
            if runs or any(map(_is_wall, after)):
                self.read = {word, *after}
                if self.said.get("bright") == word:
                    del self.concepts["bright"]
                return " ".join([word, *after[:counts]])
        return ""


def _is_wall(word: str) -> bool:
    return not grammar.WALLS.isdisjoint(spelling.stems(word))
