"""Which words name the product or tell of it: no scene is asked for by them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from bggen.families.studio.words import alongside, spelling
from bggen.families.studio.words.lexicon import BEHIND, FEASTS, PRODUCTS, TIMES_AND_STYLES, grammar, things
from bggen.families.studio.words.lexicon.grammar import (
    ENDS_NO,
    LIES,
    MINE,
    OURS,
    PATTERNS,
    SETS,
    SOLD,
    STANDS,
    WITH,
)
from bggen.families.studio.words.vocabulary import Span, understood

ENDS_NAME = ENDS_NO | STANDS
ENDS_ANY_NAME = ENDS_NAME | grammar.AMID | grammar.BY
ENDS_TASTE = ENDS_NAME | things.ENDS_THING | things.ARTICLES | {"of", "the"}
PORTIONS = frozenset(["blob", "dab", "dollop", "pot", "smear", "swatch", "swirl"])
STUFF_OF = frozenset(["in", "of"])
THE_PRODUCT = frozenset(["product", "products", "item"])
PRODUCT_NAME = 4  # words that a product's name may have after its stuff: `oak barrel aged whisky`


def is_goods(word: str) -> bool:
    """Whether the word names what shops sell: a stuff right before it is its own."""
    return any(form in PRODUCTS for form in spelling.stems(word))


def products_names(words: Sequence[str]) -> set[int]:
    """Places of the words that name the product: no scene is asked for by them."""
    named = set(range(_product_name(words)))
    starts = [i + 1 for i, word in enumerate(words) if word == ","] if not named else []
    for start in starts:  # `wake up fresh: mint toothpaste by a sink`, `gradient studio, pink soda can`
        end = _name_ends(words, start)
        stands = grammar.STANDS | grammar.AMID | grammar.BY | {"with"}
        is_all = words[end : end + 1] in ([], [","]) and end > start + 1 and is_goods(words[end - 1])
        if is_all or (not stands.isdisjoint(words[end : end + 1]) and any(map(is_goods, words[start:end]))):
            named.update(range(start, end))
            break
    for i, word in enumerate(words):
        end = _name_ends(words, i)
        if word in grammar.OURS and any(is_goods(one) or one in grammar.SOLD for one in words[i:end]):
            named.update(range(i, end))
    return named


def _name_ends(words: Sequence[str], start: int) -> int:
    return next((i for i in range(start, len(words)) if words[i] in ENDS_ANY_NAME), len(words))


def _product_name(words: Sequence[str]) -> int:
    """How many words at the start are the product's name."""
    ends = (i for i, word in enumerate(words) if word in ENDS_NAME)
    end = next(ends, len(words))
    if not THE_PRODUCT.isdisjoint(words[end + 1 : end + 4]):  # `a cat beside the product`
        return 0
    if words[end : end + 1] == ["and"]:  # `rosemary and mint shampoo on slate`
        then = next(ends, end)
        goods = is_goods(words[then - 1]) or words[then - 1] in grammar.SOLD
        end = then if goods and then > end + 2 and words[then] in grammar.STANDS else end
    stands = end < len(words) and words[end] in grammar.STANDS
    amid = next((i for i in range(end) if words[i] in grammar.AMID | grammar.BY), end)
    if amid < end:  # `perfume amid swirling smoke on slate`
        return amid if any(map(is_goods, words[:amid])) else 0
    return end if stands or any(map(is_goods, words[:end])) else 0


def of_brand(span: Span, words: Sequence[str]) -> bool:
    """A place that goods are named for: `Ocean Spray juice on a table`, `Desert Rose perfume on silk`."""
    if span.kind != "place" or not ENDS_NAME.isdisjoint(words[: span.start]):
        return False
    after = list(takewhile(lambda word: word not in ENDS_NAME, words[span.end : span.end + PRODUCT_NAME]))
    end = span.end + len(after)
    stands = not (STANDS | {"in"}).isdisjoint(words[end : end + 1])
    return stands and bool(after) and "of" not in after[1:] and (is_goods(after[-1]) or after[-1] in SOLD)


def of_product(span: Span, follows: dict[int, Span], words: Sequence[str]) -> bool:
    """`blue ceramic mug` paints no wall, nor does a `tea tin`; `on a wooden box` stands on wood.

    Also of what no list has, where it is said to stand on something: `oak aged brandy on marble`.
    """
    if span.kind not in ("surface", "colour", "prop") or not PATTERNS.keys().isdisjoint(
        words[span.end :][:2]
    ):
        return False
    start = span.start
    while start and words[start - 1] not in ENDS_NAME:
        start -= 1
    ours = OURS.intersection(words[start : span.start])
    if (span.kind == "prop" and ours & MINE) or _is_filled(span, words):
        return True
    before = "".join(words[:start][-1:])
    is_by = _is_by(words[:start])
    if before in STANDS and not is_by:
        return False
    if ours and _stands(words, span.end):
        return True
    is_first = start < span.start or not start
    return span.kind != "prop" and _is_goods_stuff(span, follows, words, is_first, is_by or before == "with")


def _is_goods_stuff(
    span: Span, follows: dict[int, Span], words: Sequence[str], is_first: bool, is_beside: bool
) -> bool:
    """Whether goods follow a stuff or a colour, or what no list has and stands there, or is brought."""
    end = span.end
    while end in follows and follows[end].kind in ("surface", "colour"):
        end = follows[end].end
    after = list(takewhile(lambda word: word not in ENDS_NAME, words[end : end + PRODUCT_NAME]))
    if not after:
        of = words[span.start]
        if of == "cream":  # `vitamin cream on a podium`
            return is_first and span.start == end - 1 and not STANDS.isdisjoint(words[end : end + 1])
        return is_first and 0 < span.start == end - 1 and is_goods(of)
    if any(is_goods(word) for word in after[:2]) and (is_goods(after[0]) or end not in follows):
        return True
    if is_beside and not understood(after[0]):
        return end == span.end and end not in follows  # `with a wooden hanger` stands on no wood
    of_prop = end in follows and follows[end].kind == "prop"  # `crystal vase on oak`
    return _stands(words, end) and (of_prop or not understood(after[-1]))


def _is_filled(cream: Span, words: Sequence[str]) -> bool:
    """`a jar of cream`, `a dollop of cream`."""
    if words[cream.start] != "cream" or words[: cream.start][-1:] != ["of"]:
        return False
    return any(is_goods(one) or one in PORTIONS for one in words[: cream.start - 1][-1:])


def _is_by(words: Sequence[str]) -> bool:
    """Whether these end in what says that something is by: `by a brass tap`."""
    said = list(words[-2:])
    return not grammar.NEXT.isdisjoint(said[:1] if said[1:] == ["to"] else said[-1:])


def made_of(span: Span, words: Sequence[str]) -> bool:
    """`a bag in leather on a bench`, and no `watch in sand`; goods alone are said before it."""
    if span.kind not in ("surface", "colour") or span.name in BEHIND:
        return False
    start = span.start - 2
    if start < 0 or words[start + 1] not in STUFF_OF or not is_goods(words[start]):
        return False
    return ENDS_NAME.isdisjoint(words[:start]) and not (STANDS | {"in"}).isdisjoint(
        words[span.end : span.end + 1]
    )


def tastes(span: Span, follows: dict[int, Span], words: Sequence[str]) -> bool:
    """What goods taste or smell of, or show: `mint soap`, `apple and clove candle`, `fern print dress`."""
    last = words[span.end - 1]
    is_many = last.endswith("s") and not last.endswith(("us", "is"))
    if is_many or (span.name not in things.TASTES and not alongside.thing(span, words)):
        return False
    if " ".join(words[span.start : span.end]) in FEASTS | TIMES_AND_STYLES:  # `mother's day mug`
        return False
    is_first = ENDS_NAME.isdisjoint(words[: span.start])
    joined = is_first and words[span.end : span.end + 1] == ["and"]
    start = span.end + joined
    after = list(takewhile(lambda word: word not in ENDS_TASTE, words[start : start + PRODUCT_NAME]))
    if not after or not things.WALLS.isdisjoint(after):
        return False
    sold = is_first and _stands(words, start)
    if joined and (not sold or len(after) == 1):
        return False
    if not joined and start in follows and follows[start].kind == "otherwise":
        return True
    goods = next(
        (word for word in after[joined : 2 + joined] if is_goods(word) or word in things.TASTING), ""
    )
    if goods in things.VESSELS:
        return sold
    return bool(goods) or (sold and not joined and not understood(after[-1]))


def is_product(span: Span, words: Sequence[str]) -> bool:
    """`candle on a tray` asks for no further candle, `candles on a tray` may; `towel on oak` for no cloth."""
    last = words[span.end - 1]
    first = not ENDS_NAME.intersection(words[: span.start])
    if not first or span.kind not in ("prop", "surface") or not (last in SOLD or is_goods(last)):
        return False
    end = span.end + (not SETS.isdisjoint(words[span.end : span.end + 1]))
    stands = LIES if span.kind == "surface" else STANDS | {"in"} | (WITH if last in SOLD else set())
    return not stands.isdisjoint(words[end : end + 1])


def is_tasting(span: Span, tasted: set[int], words: Sequence[str]) -> bool:
    """Whether something before it is what it smells of: `rose candle`, `apple and clove candle`."""
    between = (words[end : span.start] for end in tasted if end <= span.start)
    return any((ENDS_TASTE - {"and"}).isdisjoint(said) for said in between)


def _stands(words: Sequence[str], end: int) -> bool:
    """Whether the name that goes on at `end` is of what stands on something."""
    ends = (word for word in words[end : end + PRODUCT_NAME + 1] if word in ENDS_NAME)
    return next(ends, "") in STANDS
