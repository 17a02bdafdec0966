"""What the lexicon's phrases say beside one another: whose a stuff is, which stuff a colour makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bggen.families.studio.words import alongside
from bggen.families.studio.words.goods import (
    ENDS_NAME,
    ENDS_TASTE,
    is_goods,
    is_product,
    is_tasting,
    made_of,
    of_brand,
    of_product,
    tastes,
)
from bggen.families.studio.words.lexicon import (
    CONCEPTS,
    FARE,
    INHERENT,
    LENDS,
    LENT,
    LIGHT_IN,
    QUALITIES,
    SHADES,
    VARIANTS,
    things,
)
from bggen.families.studio.words.lexicon.grammar import (
    BLOCKS,
    CUES,
    EDGES,
    GRADIENTS,
    INTO,
    LEAVES,
    LIES,
    LIT,
    RAIN,
    SOLD,
    STEPS,
    STREWN,
    WINDOWS,
)
from bggen.families.studio.words.lexicon.rooms import ROOMS
from bggen.families.studio.words.lexicon.unlike import METALLIC
from bggen.families.studio.words.vocabulary import Span, phrases, understood

NO_THINGS = ENDS_TASTE.union(*CUES.values())
PODIUM = "square podium"
GOLD = "mustard yellow"  # what paint has of it
#: what shows a thing and is none
PRINTS = frozenset(["print", "prints", "printed", "motif", "motifs", "illustration", "logo"])
CLOTHS = frozenset(["drape", "linen", "velvet"])
NEARBY = 4  # words: `on a few rough concrete blocks`


def spans(words: Sequence[str]) -> list[Span]:
    """What the words say, in their order.

    Left out is what says something about something else: a product's own stuff (`leather wallet`), a quality
    that is no light (`soft linen`), a shade that is no mood (`dark teal`), a colour that the stuff has by
    itself (`white snow`), a stuff named twice (`oak wood`).
    """
    named = alongside.with_things(phrases(words), words)
    found = [part for span in _coloured(named, words) for part in _apart(_as_ground(span, words), words)]
    follows = {span.start: span for span in found}
    tasted = {span.end for span in found if tastes(span, follows, words)}

    def silent(span: Span) -> str:
        if made_of(span, words) or _is_done(span, words):
            return "said"
        of_goods = (
            span.end in tasted
            or (words[span.end - 1] in SOLD and is_tasting(span, tasted, words))
            or of_brand(span, words)
            or of_product(span, follows, words)
        )
        if of_goods or _is_weather(span, found, words) or _is_printed(span, words):
            return "otherwise"
        is_said = is_product(span, words) or _qualifies(span, follows, words) or _repeats(span, found, words)
        return "said" if is_said else ""

    return [replace(span, name="", kind=kind) if (kind := silent(span)) else span for span in found]


def _is_printed(span: Span, words: Sequence[str]) -> bool:
    """What is on something: `a carpet with road print`."""
    return span.kind in ("place", "prop", "mood") and not PRINTS.isdisjoint(words[span.end : span.end + 1])


def _is_done(span: Span, words: Sequence[str]) -> bool:
    """What somebody does: `step into summer`."""
    return words[span.start : span.end] == ["step"] and not STEPS.isdisjoint(words[span.end : span.end + 1])


def _coloured(found: Sequence[Span], words: Sequence[str]) -> list[Span]:
    """The same, with what a colour and a stuff say together as one.

    `green marble` is another stuff than marble, `sand coloured` a colour and no stuff.
    """
    told = list[Span]()
    follows = {span.start: span for span in found}
    for span in found:
        before = told[-1] if told and told[-1].kind == "colour" and told[-1].end == span.start else None
        if before and (made := VARIANTS.get(span.name, {}).get(before.name)):
            told[-1] = replace(span, start=before.start, name=made)
        elif span.name == "metal" and told and _is_of(told[-1], span, words):
            told[-1] = replace(span, start=told[-1].start)
        elif span.name in LENT and _lends(span, follows, words):
            told.append(replace(span, name=LENT[span.name], kind="colour"))
        elif span.kind == "colour" and _is_of_light(span, follows, words):
            mood = "neon" if "neon" in words[span.end :] else LIGHT_IN.get(span.name, "")
            told.append(replace(span, name=mood, kind=CONCEPTS[mood].kind if mood else "otherwise"))
        elif words[span.start : span.end] == ["golden"] and _is_made(span, follows, words):
            told.append(replace(span, name=GOLD, kind="colour"))
        else:
            told.append(span)
    return told


def _is_of(which: Span, metal: Span, words: Sequence[str]) -> bool:
    """Whether it says which metal: yellow paint is no gold."""
    return which.end == metal.start and words[which.end - 1] in METALLIC


def _is_of_light(colour: Span, follows: dict[int, Span], words: Sequence[str]) -> bool:
    """`blue backlight`, `pink and teal neon`, `teal rim light` paint nothing; `blue light box` may."""
    after = words[colour.end : colour.end + 2]
    second = follows.get(colour.end + 1) if after[:1] == ["and"] else None
    if second is not None and second.kind == "colour":
        return _is_of_light(second, follows, words)
    of_wall = (CUES["backdrop"] | CUES["surface"]) - ENDS_NAME
    return (not LIT.isdisjoint(after[:1]) and of_wall.isdisjoint(after)) or tuple(after) in EDGES


def _is_made(golden: Span, follows: dict[int, Span], words: Sequence[str]) -> bool:
    """Whether something has the colour that light has elsewhere: `a golden podium`, `golden silk`."""
    after = follows.get(golden.end)
    is_cloth = after is not None and after.name in CLOTHS
    made = CUES["podium"] | CUES["surface"] - ENDS_NAME
    return is_cloth or not made.isdisjoint(words[golden.end : golden.end + 1])


def _lends(span: Span, follows: dict[int, Span], words: Sequence[str]) -> bool:
    """Whether what follows is in its colour: `sand coloured`, and of a fruit `raspberry wall`."""
    after = words[span.end : span.end + 1]
    second = follows.get(span.end + 1) if after == ["and"] else None
    both = second is not None and (second.kind == "colour" or second.name in LENT)  # `sand and clay tones`
    if not LENDS.isdisjoint(words[second.end : second.end + 1] if second and both else after):
        return True
    if words[span.end - 1].endswith("s"):
        return False
    around = {*words[max(span.start - 1, 0) : span.start], *after}
    if not GRADIENTS.isdisjoint(words) and not INTO.isdisjoint(around):  # `a gradient of peach into rose`
        return True
    if span.name not in FARE:
        return False
    coloured = follows.get(span.end)
    of_stuff = coloured is not None and (
        coloured.kind in ("surface", "backdrop") or coloured.name.endswith("podium")
    )
    return of_stuff or not things.WALLS.isdisjoint(after)


def _as_ground(span: Span, words: Sequence[str]) -> Span:
    """`on pebbles`, `on smooth pebbles`: no longer what lies about."""
    on_it = not LIES.isdisjoint(words[max(span.start - 2, 0) : span.start])
    if span.name == "autumn":
        in_it = "in" in words[max(span.start - 2, 0) : span.start]
        on_it = (on_it or in_it) and words[span.end - 1] in LEAVES
    return replace(span, name=STREWN[span.name], kind="surface") if span.name in STREWN and on_it else span


def _apart(span: Span, words: Sequence[str]) -> list[Span]:
    """`on concrete blocks`: a podium, of that stuff; `concrete block wall` stays a stuff."""
    *stuff, last = words[span.start : span.end]
    before = words[max(span.start - NEARBY, 0) : span.start]
    after = words[span.end : span.end + 1]
    on_it = not LIES.isdisjoint(before) and "," not in before
    by_itself = bool(stuff) and span.kind == "surface" and _is_alone(span, words)
    if (
        last not in BLOCKS
        or not (on_it or by_itself)
        or not ((CUES["surface"] | CUES["backdrop"]) - ENDS_NAME).isdisjoint(after)
    ):
        return [span]
    of = phrases(stuff)
    if stuff and (len(of) != 1 or of[0].kind not in ("surface", "colour")):
        return [span]  # `butcher block`
    made = [replace(one, start=span.start + one.start, end=span.start + one.end) for one in of]
    return [*made, Span(span.end - 1, span.end, PODIUM, CONCEPTS[PODIUM].kind, len(last))]


def _is_alone(span: Span, words: Sequence[str]) -> bool:
    """Whether it is all that its clause names: `rough concrete blocks, late sun`."""
    start = span.start
    while start and words[start - 1] != ",":
        start -= 1
    before, after = words[start : span.start], words[span.end : span.end + 1]
    return after in ([], [","]) and ENDS_NAME.isdisjoint(before) and all(map(understood, before))


def _is_weather(span: Span, found: Sequence[Span], words: Sequence[str]) -> bool:
    """Rain, which no set shows: water to stand on only where nothing else is named to stand on or in."""
    if RAIN.isdisjoint(words[span.start : span.end]):
        return False
    others = {other.kind for other in found if other.name != span.name}
    return bool(others & {"surface", "place", "light"}) or not WINDOWS.isdisjoint(words)


def _qualifies(span: Span, follows: dict[int, Span], words: Sequence[str]) -> bool:
    after = follows.get(span.end)
    if after is not None and {span.name, after.name} <= ROOMS.keys():
        return True  # `hotel bathroom`
    if after is None:
        of = "".join(words[span.end : span.end + 1])
        alone = span.end == span.start + 1 and (
            span.kind in ("mood", "light") or words[span.start] == "frozen"
        )
        if alone and of.isalpha() and of not in NO_THINGS:
            return words[span.start] in QUALITIES and not understood(of)  # `fresh bread`
        of_gold = words[span.start : span.end] == ["gold"] and of.isalpha() and of not in NO_THINGS
        return words[span.start] in QUALITIES and (is_goods(of) or (of_gold and not understood(of)))
    if span.kind == "colour":
        return after.kind != "prop" and span.name in INHERENT.get(after.name, ())
    word = words[span.end - 1]  # `and gold` is no luxury before baubles
    if after.kind == "otherwise":  # `dark chocolate truffles`
        return word in QUALITIES | SHADES
    if after.kind == "colour" and word in SHADES and span.end == span.start + 1:
        return True
    while after.kind == "colour" and after.end in follows:  # `wet black slate`
        after = follows[after.end]
    return after.kind in ("surface", "prop") and word in QUALITIES


def _repeats(span: Span, found: list[Span], words: Sequence[str]) -> bool:
    """`oak wood`, `slate stone`, `concrete cube podium`, `crate of wood`: the narrower before says it all."""
    return any(
        other.name in CONCEPTS
        and (
            (other.end == span.start and span.name in CONCEPTS[other.name].near)
            or (words[other.end : span.start] == ["of"] and span.name in _wider(other.name))
        )
        for other in found
        if span.kind == other.kind and span.kind in ("surface", "look")
    )


def _wider(name: str) -> set[str]:
    near = CONCEPTS[name].near
    return {*near, *(other for one in near for other in CONCEPTS[one].near)}
