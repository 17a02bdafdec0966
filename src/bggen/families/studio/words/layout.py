"""Where a prompt leaves room for words: `copy space on the left`, `room for text at the top`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bggen.families.studio.words import spelling

ASIDE = 0.85  # of the free room, on the side that the words are not to be on

_WORDS = (
    r"(?:text|texts|copy|words?|headlines?|titles?|typography|lettering|slogans?|captions?|logos?|overlays?)"
)
_ROOM = (
    rf"(?:(?:negative|copy|empty|free|blank|white|open|clear|{_WORDS}) (?:space|room|area)|copyspace"
    rf"|(?:space|room|area) for (?:a |an |the |your |our |my )?{_WORDS})"
)
_FOR = rf"(?: for (?:a |an |the |your |our |my )?{_WORDS})?"
_SIDE = r"(left|right|top|bottom|above|below)"
_SAID = re.compile(
    rf"\b(?:(?:leave|leaving|keep|with|lots of|plenty of|generous|some|enough) )*"
    rf"(?:{_ROOM}{_FOR}(?: (?:on|to|at|in|along|above|below))*(?: the)? ?\b{_SIDE}|{_SIDE}(?: side)? {_ROOM})"
    rf"\b(?: (?:hand )?(?:side|half|third|part|edge))?{_FOR}"
)
_FOR_WORDS = re.compile(rf"\b({_ROOM}){_FOR}\b")
#: side of the words -> shares of the free room to the left of the product and above it
_PLACES: dict[str, tuple[float | None, float | None]] = {
    "left": (ASIDE, None), "right": (1 - ASIDE, None), "top": (None, ASIDE), "above": (None, ASIDE),
    "bottom": (None, 1 - ASIDE), "below": (None, 1 - ASIDE),
}  # fmt: skip


def place(prompt: str) -> tuple[float | None, float | None]:
    """Shares of the free room to the left of the product and above it; None where nothing is said of it."""
    found = _SAID.search(" ".join(spelling.words(spelling.plain(prompt))))
    return _PLACES[found[1] or found[2]] if found else (None, None)


def without(words: Sequence[str]) -> list[str]:
    """The words but for those that say so: they tell nothing of what is to be seen."""
    return _FOR_WORDS.sub(r"\1", _SAID.sub(",", " ".join(words))).split()
