"""In which order sets come to a prompt: the one for the photo itself first, then those for its variants."""

from __future__ import annotations

from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.words.lexicon import CONCEPTS, Region
from bggen.families.studio.words.prompts import SceneWords
from bggen.spec import derive_seed

EQUAL = 0.6  # plates so close behind the best fit as well, if they show the same of what was asked for
THINGS = ("surface", "place", "prop")  # kinds that nothing near stands in for as well
UNLIKE = 6.0  # what a further variant may fit worse where it shows nothing of what those before it do
STILL_FITS = 4.4  # further variants show those too: less than a missing prop or light from the wrong side

Ranked = tuple[float, dict[Region, str], Plate]  # score, colours to give, plate


def in_order(
    candidates: list[Ranked], best: float, words: SceneWords, seed: int, variant: int
) -> list[Ranked]:
    """The same, those that fit about as well first, each unlike those before it: a variant gets its own.

    Args:
        best: the highest score among them.
        seed: ranks those that fit equally well.
        variant: as far as that one they are put in order.
    """
    needed = set.intersection(*(_things(plate, words) for score, _, plate in candidates if score == best))

    def rank(candidate: Ranked) -> tuple[int, int]:
        score, _, plate = candidate
        as_well = score >= best - EQUAL and needed <= _things(plate, words)
        behind = 0 if as_well else 1 + int(best - score)
        return behind, derive_seed(str(seed), plate.id, str(plate.mirrored))

    firsts, again = dict[str, Ranked](), list[Ranked]()
    for candidate in sorted((one for one in candidates if one[0] >= best - STILL_FITS), key=rank):
        if firsts.setdefault(candidate[2].id, candidate) is not candidate:
            again.append(candidate)
    fitting = [*_unlike_each_other(list(firsts.values()), variant + 1), *again]
    others = (one for one in candidates if one[0] < best - STILL_FITS)
    # all are told, but in order only where so many variants are asked for that what fits is used up
    return [*fitting, *(sorted(others, key=rank) if variant >= len(fitting) else others)]


def _things(plate: Plate, words: SceneWords) -> set[str]:
    """What was asked for, and is there itself: white marble is near black marble, but is not it."""
    return {
        name for name, of in words.concepts.items() if plate.shows(name, of) and CONCEPTS[name].kind in THINGS
    }


def _unlike_each_other(ranked: list[Ranked], count: int) -> list[Ranked]:
    """The same, the first `count` so that each further one also shows what those before it don't.

    Carbonell and Goldstein 1998, maximal marginal relevance.
    """
    chosen, rest = ranked[:1], ranked[1:]
    while rest and len(chosen) < count:
        gains = [one[0] + UNLIKE * min(_unlike(one[2], other[2]) for other in chosen) for one in rest]
        chosen.append(rest.pop(gains.index(max(gains))))
    return [*chosen, *rest]


def _unlike(one: Plate, other: Plate) -> float:
    """0..1: how much of what two sets show is in one of them alone."""
    shown, shown_there = (
        p.concepts | {f"light {p.light_side}", str(p.row["backdrop"])} for p in (one, other)
    )
    return 1 - len(shown & shown_there) / len(shown | shown_there)
