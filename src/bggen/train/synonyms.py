"""Sixty words that no training caption holds, and what each should make a picture show.

Each stands beside a word of the captions for the same thing, painted in the same sentence: what the model
keeps of its skill when people say it their own way.
"""

from __future__ import annotations

from typing import NamedTuple


class Synonym(NamedTuple):
    """A phrase from outside the captions, and one from inside that means the same."""

    head: str  # of attributes.HEADS
    value: str  # what the judge should see
    known: str
    words: str

    def prompt(self, phrase: str) -> str:
        """A scene with the phrase in its place."""
        return SENTENCES[self.head].format(x=phrase)


SENTENCES = {
    "surface": "on {x}, soft light from the left, eye level view",
    "colour": "on a seamless {x} studio backdrop, soft light from the left, eye level view",
    "backdrop": "on white marble, {x}, soft light from the left, eye level view",
    "light": "on white marble, {x}, eye level view",
    "mood": "on white marble, {x} from the left, eye level view",
    "view": "on white marble, soft light from the left, {x}",
    "props": "on white marble, with {x}, soft light from the left, eye level view",
}
_TABLE = """
surface | wood | oak wood | parquet, teak, mahogany, plywood, a birch board, driftwood
surface | marble | white marble | a calacatta slab, statuario
surface | stone | dark slate stone | basalt, limestone, flagstones
surface | concrete | light concrete | screed, stucco
surface | fabric | beige linen | muslin, denim, a woollen blanket, a bedsheet
surface | leather | brown leather | cowhide
surface | sand | beach sand | a sandbank
surface | green | green moss | turf
surface | snow | snow | a glacier
surface | water | turquoise rippling water | a pond
surface | metal | brushed steel | stainless sheet, chrome
surface | tiles | white square tiles | a mosaic, zellige
colour | red | red | scarlet, crimson
colour | blue | royal blue | cobalt, azure
colour | pink | hot pink | fuchsia, magenta
colour | purple | lavender | lilac, mauve
colour | yellow | mustard yellow | ochre, canary
colour | green | emerald green | jade
colour | orange | orange | tangerine, apricot
colour | brown | brown | mocha, caramel
colour | beige | beige | taupe
colour | grey | grey | pewter
backdrop | curtain | a beige curtain | drapes behind
backdrop | nature | a green forest, out of focus | jungle, woodland
backdrop | indoors | a cosy room interior, out of focus | a bedroom, a bistro
backdrop | city | modern city buildings, out of focus | a downtown skyline
backdrop | night | a night scene, out of focus | midnight
light | behind | soft light from behind | contre-jour
mood | moody | moody low-key soft light | gloomy light
mood | neon | pink and blue neon light | cyberpunk light
view | top-down | top-down flat lay | a bird's-eye shot, knolling
props | flowers | pink flowers | a bouquet, peonies
props | books | a stack of books | novels
props | candles | lit candles | tealights
props | gifts | red gift boxes | wrapped presents
"""


def _read(table: str) -> tuple[Synonym, ...]:
    """Interleaved by line, so that a short list holds every kind of word."""
    rows = []
    for number, line in enumerate(table.strip().splitlines()):
        head, value, known, phrases = (part.strip() for part in line.split("|"))
        rows += [(k, number, Synonym(head, value, known, w)) for k, w in enumerate(phrases.split(", "))]
    return tuple(word for _, _, word in sorted(rows))


SYNONYMS = _read(_TABLE)
