"""What a prompt refuses: the words after a `no`, and the concepts that they name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from bggen.families.studio.words import spelling
from bggen.families.studio.words.lexicon import CONCEPTS, KINDS, grammar
from bggen.families.studio.words.lexicon.stones import STONES
from bggen.families.studio.words.lexicon.woods import WOODS
from bggen.families.studio.words.neighbours import spans

_OF_A_KIND = WOODS.keys() | STONES.keys()  # oak is a wood; but moss is no stone, nor a garden a house
NO_REACHES = 3  # words, as in `without any dark green leaves`


def without_refused(words: list[str]) -> tuple[list[str], list[list[str]]]:
    """The words without those that follow a `no`, up to three; these, a list for each thing refused."""
    kept, refused = list[str](), list[list[str]]()
    reach = 0  # words that the last `no` still reaches
    for word in words:
        if word in grammar.NEGATIONS:
            reach = NO_REACHES
            kept.append(",")
            refused.append([])
        elif not reach or (word in grammar.ENDS_NO and refused[-1]):
            reach = 0
            kept.append(word)
        elif word in ("or", "nor"):
            reach = NO_REACHES
            refused.append([])
        elif word not in grammar.AFTER_NO or refused[-1]:
            reach -= 1
            refused[-1].append(word)
    return kept, [said for said in refused if said]


def negated(refused: Sequence[list[str]], asked: Collection[str]) -> frozenset[str]:
    """The concepts that a `no` refuses: its own, and of a word the narrower ones (`no wood`: no oak).

    But for those that are asked for (`roses, no other flowers`).
    """
    names = set[str]()
    for words in refused:
        names |= {span.name for span in spans(words) if span.name in CONCEPTS}
        for form in spelling.stems(words[0]) if len(words) == 1 else ():
            names |= _narrower().get(form, set())
    of_kinds = frozenset[str]().union(*(KINDS.get(name, frozenset()) for name in names))
    return frozenset(names | (of_kinds.difference(asked)))


@cache
def _narrower() -> dict[str, set[str]]:
    """A word -> the concepts that have it in their name, or are said so with it, as oak is oak wood."""
    found = {word: set(names) for word, names in grammar.REFUSED.items()}
    for name, concept in CONCEPTS.items():
        for word in name.split():
            found.setdefault(word, set()).add(name)
        for said in concept.words:
            if name in _OF_A_KIND and said.startswith(f"{name} ") and said.count(" ") == name.count(" ") + 1:
                found.setdefault(said.removeprefix(f"{name} "), set()).add(name)
    return found
