"""Which set a prompt asks for, and what to do to it: colours, moods, a light from another side."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from bggen.families.studio.light.casts import LYING
from bggen.families.studio.photo.view import Elevation
from bggen.families.studio.sets import joins, props
from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.sets.fitting import GRADED_ITSELF, UNASKED, USUAL_BASE, Scored, runs_below, scored
from bggen.families.studio.sets.given import exposure, moods_to_give
from bggen.families.studio.sets.ranking import Ranked, in_order
from bggen.families.studio.words.lexicon import CONCEPTS, Region
from bggen.families.studio.words.prompts import SceneWords

FALLBACK = ("seamless", "soft light", "bright")  # the clean neutral studio that any unknown prompt gets
TURNED = 0.5  # what a light that is turned about the product is worth less
LIKE_THE_PHOTO = 6.0  # what a camera as high as the photo's is worth; less sure, the less
TOLERATED = 8.0  # degrees that a set may be seen from above or below the photo's camera: hardly to be seen
TOO_FAR = 32.0  # degrees: farther off is no worse
LEAVES = "fallen leaves"
#: kinds of what is behind, or seen from so high that nothing is
OF_BEHIND = frozenset(["place", "backdrop", "view", "look"])
UNMIRRORED = ("above", "behind", "front")  # sides that a mirror does not bring


@dataclass(frozen=True, slots=True)
class Choice:
    """The plate, how well it fits, and the colours to give its regions."""

    plate: Plate
    score: float
    recolour: dict[Region, str]  # region -> colour word
    moods: tuple[str, ...]  # to turn its light to; a place's winter among them
    understood: bool  # False: none of the prompt's words is known
    named: bool = False  # by its id
    runs_into: dict[Region, str] = field(default_factory=dict)  # region -> colour word it has below
    beside: tuple[str, ...] = ()  # props that are to be stood there


def choose(
    plates: list[Plate],
    words: SceneWords,
    base_width: float,
    seed: int,
    variant: int = 0,
    lies: bool | None = None,
    photo: Elevation | None = None,
) -> Choice:
    """The best plate for a prompt and a product.

    Args:
        base_width: width of the product's lower part over its height; wide ones need room to stand.
        seed: ranks plates that fit equally well, each by itself, so that photos that see slightly different
            ones among them still come to the same.
        variant: which in that ranking, each unlike those before it; other sets come before the same set in a
            mirror, and what fits badly comes after all that fits: no two takes are alike while sets last.
        lies: only sets seen from above will do, or none of them; None: as the words say.
        photo: from how high the product was photographed, unless the words say how the set is to be seen: of
            those that fit them about as well, one seen from about as high suits it.
    """
    understood = bool(words.concepts or words.colours or words.light_side)
    wanted = words if understood else SceneWords(dict.fromkeys(FALLBACK), {}, None)
    wanted = _in_autumn(wanted)
    candidates = _remembered(_Asked(plates, wanted), base_width, photo)
    best, lying = max(
        (score, plate.elevation > LYING)
        for score, _, plate in candidates
        if lies is None or (plate.elevation > LYING) == lies
    )
    # none lies where others stand
    alike = [c for c in candidates if (c[2].elevation > LYING) == lying]
    order = in_order(alike, best, wanted, seed, variant)
    score, recolour, plate = order[variant % len(order)]
    return _chosen(Choice(plate, score, dict(recolour), (), understood), wanted)


class _Asked:
    """Words and the sets to choose from, equal where both are the same; to be read only."""

    def __init__(self, plates: list[Plate], words: SceneWords) -> None:
        self.plates, self.words = plates, words  # held: another set could get the id of one that is gone
        self._key = (tuple(map(id, plates)), repr(words))  # in the words' order, which counts

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self._key == other._key


@lru_cache(maxsize=8)
def _remembered(asked: _Asked, base_width: float, photo: Elevation | None) -> list[Ranked]:
    """How well each set fits, those joined for the words among them: a photo's variants ask again."""
    whole = [*asked.plates, *joins.candidates(asked.plates, asked.words)]
    return _candidates(whole, asked.words, base_width, photo)


def _in_autumn(words: SceneWords) -> SceneWords:
    """Fallen leaves lie in an autumn wood, where nothing else is said to be behind them."""
    others = {name: region for name, region in words.concepts.items() if name != "forest"}
    behind = "seamless" in others or "backdrop" in others.values() or words.colours
    if behind or not OF_BEHIND.isdisjoint(CONCEPTS[name].kind for name in others) or LEAVES not in others:
        return words
    return replace(words, concepts=words.concepts | {"forest": None, "autumn": None})


def pinned(plate: Plate, words: SceneWords) -> Choice:
    """A set that was named: as it is, or in a mirror or turned where its light can only so come from the side
    that was asked for; in the colours and moods of the words."""
    score, recolour, view = max(_candidates([plate], words, USUAL_BASE, None), key=lambda one: one[0])
    return _chosen(Choice(view, score, recolour, (), understood=True, named=True), words)


def _chosen(choice: Choice, words: SceneWords) -> Choice:
    """With all that its set is to be given."""
    plate, recolour = choice.plate, choice.recolour
    return replace(
        choice,
        moods=(*moods_to_give(plate, words), *exposure(plate, words, recolour)),
        runs_into=runs_below(plate, words, recolour),
        beside=props.to_give(plate, words),
    )


def _candidates(
    plates: list[Plate], words: SceneWords, base_width: float, photo: Elevation | None
) -> list[Ranked]:
    """Every plate as it is, in a mirror, and turned where its light can only so come from the asked side."""
    unseen = (words.of_kind("surface") | words.of_kind("place")) - set().union(
        *(plate.concepts for plate in plates)
    )
    scores = {plate.id: scored(plate, words, base_width, unseen) for plate in plates}
    suits = _suits(plates, scores, words, photo) if photo else {}
    found = list[Ranked]()
    for plate in plates:
        score, recolour = scores[plate.id]
        score += suits.get(plate.id, 0.0)
        views = [plate, plate.mirrored_view]  # nothing but the light's side tells them apart
        if words.light_side in UNMIRRORED and (turned := plate.turn(words.light_side)) is not None:
            views.append(turned)
        found += [(score + _side(view, words), recolour, view) for view in views]
    return found


def _suits(
    plates: list[Plate], scores: dict[str, Scored], words: SceneWords, photo: Elevation
) -> dict[str, float]:
    """What sets, by their ids, gain by being seen as the product was.

    Words come first: those gain that show all that the best fit shows of what was asked for, but for moods
    that light alone makes. A podium loses as much where the product leans: none would hold both its feet.
    """
    standing = [plate for plate in plates if plate.elevation <= LYING]
    best = max((scores[plate.id][0] for plate in standing), default=0.0)
    asked = {name for name in words.concepts if CONCEPTS[name].kind != "mood" or name in GRADED_ITSELF}
    if photo.leans:
        asked = {name for name in asked if not name.endswith("podium")}
    shown = {plate.id: {name for name in asked if _shows(plate, name, words)} for plate in standing}
    needed = asked.intersection(*(shown[plate.id] for plate in standing if scores[plate.id][0] == best))
    podiums = {
        plate.id: -LIKE_THE_PHOTO for plate in standing if photo.leans and plate.podium_top is not None
    }
    return podiums | {
        plate.id: round(photo.sure * _likeness(plate, photo), 6)
        for plate in standing
        if needed <= shown[plate.id] and plate.id not in podiums
    }


def _shows(plate: Plate, name: str, words: SceneWords) -> bool:
    return plate.shows(name, words.concepts[name]) or name in props.to_give(plate, words)


def _likeness(plate: Plate, photo: Elevation) -> float:
    """What a view like the photo's is worth; one from as high up is no surprise then."""
    off = abs(plate.elevation - photo.degrees)
    near = 1 - min(max((off - TOLERATED) / (TOO_FAR - TOLERATED), 0.0), 1.0)
    return near * (LIKE_THE_PHOTO + UNASKED["view"] * ("high angle" in plate.concepts))


def _side(plate: Plate, words: SceneWords) -> float:
    if words.light_side is None:
        return 0.0
    if plate.light_side != words.light_side:
        return -1.5
    return 3.0 - TURNED * (plate.turned_from is not None)
