"""What a scene is described with in German, French, Spanish and Italian, word by word in English.

Without accents. Words stand as they are before their endings (`weiss` for `weisser`); those marked `*` follow
what they describe where the language has it so (`fond blanc`). Entries of several words go
before those of one.
"""

from __future__ import annotations

from bggen.families.studio.words.lexicon.foreign.french import FRENCH
from bggen.families.studio.words.lexicon.foreign.german import GERMAN
from bggen.families.studio.words.lexicon.foreign.italian import ITALIAN
from bggen.families.studio.words.lexicon.foreign.spanish import SPANISH

#: language -> word -> English
FOREIGN: dict[str, dict[str, str]] = {
    "german": GERMAN,
    "french": FRENCH,
    "spanish": SPANISH,
    "italian": ITALIAN,
}
