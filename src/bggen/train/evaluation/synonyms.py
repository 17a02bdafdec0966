"""Sixty words that no training caption holds, and what each should make a picture show.

Each stands beside a word of the captions for the same thing, painted in the same sentence: what the model
keeps of its skill when people say it their own way. All but two were written by somebody who had not seen
the lexicon; words for the lexicon are not to be taken from here.
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
surface | wood | oak wood | reclaimed elm planks, rustic timber planks, a bamboo board, mahogany
surface | wood | oak wood | butcher block counter, a butcher block
surface | marble | white marble | polished carrara, a veined quartz countertop
surface | stone | dark slate stone | rough granite, black basalt slab, honed soapstone worktop
surface | concrete | light concrete | smooth cement, a rough plaster slab
surface | fabric | beige linen | cotton cloth, draped silk, crushed velvet, a satin sheet
surface | leather | brown leather | tan cowhide
surface | sand | beach sand | a desert dune
surface | green | green moss | a grassy lawn
surface | snow | snow | frosty winter ground
surface | water | turquoise rippling water | the surface of a swimming pool
surface | metal | brushed steel | polished aluminium, shiny chrome
surface | tiles | white square tiles | a ceramic mosaic, a checkered kitchen floor
colour | red | red | crimson, scarlet
colour | blue | royal blue | azure, cobalt
colour | pink | hot pink | fuchsia, rose
colour | purple | lavender | violet, lilac
colour | yellow | mustard yellow | lemon, canary
colour | green | emerald green | jade
colour | orange | orange | tangerine, pumpkin
colour | brown | brown | caramel, chestnut
colour | beige | beige | oatmeal
colour | grey | grey | pewter
backdrop | curtain | a beige curtain | flowing drapes behind
backdrop | nature | a green forest, out of focus | leafy woodland behind, blurry garden foliage behind
backdrop | indoors | a cosy room interior, out of focus | blurry kitchen behind, homely lounge behind
backdrop | city | modern city buildings, out of focus | urban skyline in the background
backdrop | night | a night scene, out of focus | moonlit skyline
light | behind | soft light from behind | rim light
mood | moody | moody low-key soft light | a dim dramatic glow
mood | neon | pink and blue neon light | a cyberpunk glow
view | top-down | top-down flat lay | bird's eye view, overhead shot
props | flowers | pink flowers | blush peonies, a peony bouquet
props | books | a stack of books | old novels
props | candles | lit candles | flickering tea lights
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
