"""What people ask for most that the bank had not, or had at the height of the eyes alone."""

from __future__ import annotations

from collections.abc import Iterator

from bggen.train.scenes.catalogue.spec import Spec, woven


def asked() -> list[Spec]:
    """Some of every kind in any first part."""
    kinds = (_rooms, _travels, _raised, _props)
    return [*woven(*(list(kind()) for kind in kinds)), *_streets(), *_venues(), *_higher(), *_lofts()]


def _rooms() -> Iterator[Spec]:
    """A bedroom, an office, a café."""
    yield Spec("oak wood", "room:bedroom", "left", mood="warm", elevation=9)
    yield Spec("walnut wood", "room:office", "left", mood="bright", elevation=8)
    yield Spec("dark wood", "room:cafe", "left", mood="warm", elevation=9)
    yield Spec("white marble", "room:cafe", "right", mood="bright", elevation=8)
    yield Spec("light oak wood", "room:bedroom", "right", mood="bright", elevation=10)
    yield Spec("light oak wood", "room:office", "right", mood="natural", elevation=10)


def _travels() -> Iterator[Spec]:
    """Dunes, palms, a pool, a street; a lawn."""
    yield Spec("grass", "view:green garden", "left", True, mood="bright", elevation=9)
    yield Spec("sand", "view:dunes", "left", True, mood="sunset", elevation=8)
    yield Spec("whitewashed wood", "view:palms", "left", True, mood="bright", elevation=8)
    yield Spec("white marble", "view:pool", "left", True, mood="bright", elevation=9)
    yield Spec("light concrete", "view:street", "left", True, mood="natural", elevation=8)
    yield Spec("travertine stone", "view:dunes", "right", True, mood="bright", elevation=9)
    yield Spec("sand", "view:palms", "right", True, mood="bright", elevation=9)
    yield Spec("tile", "view:pool", "right", True, mood="bright", elevation=12)


def _raised() -> Iterator[Spec]:
    """For products that were photographed from above and stand."""
    yield Spec("whitewashed wood", "view:blossom", "left", mood="bright", elevation=22)
    yield Spec("black marble", "view:neon", "left", mood="moody", elevation=21)
    yield Spec("white marble", "room:bath", "left", mood="bright", elevation=24)
    yield Spec("rustic wood", "view:lavender", "right", True, mood="natural", elevation=21)
    yield Spec("oak wood", "room:bedroom", "left", mood="warm", elevation=24)
    yield Spec("grass", "view:mountains", "right", True, mood="natural", elevation=20)
    yield Spec("snow", "view:winter", "left", mood="cool", elevation=20)
    yield Spec("walnut wood", "room:cafe", "right", mood="warm", elevation=22)


def _props() -> Iterator[Spec]:
    """Hearts, confetti, shells, ice."""
    yield Spec("paint:off-white", "paint:off-white", "left", mood="bright", prop="hearts", elevation=9)
    yield Spec("slate", "plaster:off-white", "left", mood="cool", prop="ice", elevation=9)
    yield Spec("sand", "view:sea", "right", True, mood="bright", prop="shells", elevation=10)
    yield Spec("paint:off-white", "paint:off-white", "right", mood="bright", prop="confetti", elevation=9)
    yield Spec("gloss:off-white", "paint:off-white", "left", mood="cool", prop="ice", elevation=9)
    yield Spec("sand", None, "left", True, mood="bright", top=True, prop="shells")
    yield Spec("paint:off-white", None, "left", mood="bright", top=True, prop="hearts")
    yield Spec("paint:off-white", None, "right", mood="bright", top=True, prop="confetti")
    yield Spec("moss", "view:green garden", "left", mood="natural", elevation=9)


def _streets() -> Iterator[Spec]:
    """From other heights than the first."""
    yield Spec("weathered grey wood", "view:street", "right", mood="natural", elevation=11)
    yield Spec("oak wood", "view:street", "left", True, mood="sunset", elevation=21)


def _venues() -> Iterator[Spec]:
    """Where sportswear, wine, toys, tools and what is sold in shops are at home."""
    yield Spec("light concrete", "room:gym", "left", mood="bright", elevation=9)
    yield Spec("oak wood", "room:cellar", "left", mood="warm", elevation=9)
    yield Spec("light oak wood", "room:nursery", "left", mood="bright", elevation=9)
    yield Spec("black marble", "room:lobby", "left", mood="warm", elevation=8)
    yield Spec("white marble", "room:shop", "right", mood="bright", elevation=9)
    yield Spec("rustic wood", "room:workshop", "left", mood="natural", elevation=9)
    yield Spec("light concrete", "view:graffiti", "left", True, mood="natural", elevation=8)
    yield Spec("rustic wood", "room:gym", "right", mood="natural", elevation=21)
    yield Spec("walnut wood", "room:lobby", "right", mood="bright", elevation=20)
    yield Spec("light oak wood", "room:nursery", "right", mood="bright", elevation=22)
    yield Spec("oak wood", "room:workshop", "right", mood="natural", elevation=21)
    yield Spec("weathered grey wood", "view:graffiti", "right", mood="natural", elevation=20)


def _higher() -> Iterator[Spec]:
    """As toys, shoes and crockery are photographed by whoever stands before the table."""
    yield Spec("rustic wood", "plaster:off-white", "left", mood="bright", elevation=38)
    yield Spec("linen", "plaster:off-white", "left", True, "leaves", mood="natural", elevation=40)
    yield Spec("light concrete", "plaster:off-white", "right", elevation=40)
    yield Spec("walnut wood", "plaster:beige", "left", mood="warm", elevation=42)
    yield Spec("white marble", "paint:off-white", "right", True, "window", mood="bright", elevation=42)
    yield Spec("slate", "concrete:dark", "left", mood="moody", elevation=38)
    yield Spec("sand", "plaster:off-white", "left", True, "leaves", mood="bright", elevation=40)
    yield Spec("whitewashed wood", "paint:off-white", "right", mood="bright", elevation=40)
    yield Spec("travertine stone", "plaster:beige", "left", True, "leaves", mood="bright", elevation=42)
    yield Spec("grass", "view:green garden", "right", True, mood="natural", elevation=34)
    yield Spec("cotton:off-white", "plaster:off-white", "left", True, "window", mood="natural", elevation=44)
    yield Spec("light oak wood", "paint:off-white", "left", mood="bright", elevation=46)
    yield Spec("moss", "leaves", "left", mood="natural", elevation=36)
    yield Spec("plaster:beige", "plaster:beige", "right", True, "blinds", mood="sunset", elevation=42)
    yield Spec("dark wood", "plaster:off-white", "right", mood="warm", prop="fir", elevation=38)


def _lofts() -> Iterator[Spec]:
    """Warm and light grounds before bare walls, and dark concrete."""
    yield Spec("oak wood", "concrete:grey", "left", elevation=10)
    yield Spec("terrazzo:off-white", "concrete:light", "right", elevation=12)
    yield Spec("white marble", "concrete:grey", "left", mood="bright", elevation=9)
    yield Spec("light oak wood", "brick:white", "right", mood="bright", elevation=10)
    yield Spec("dark concrete", "concrete:grey", "left", elevation=20)
    yield Spec("light concrete", "brick:white", "left", True, "window", mood="natural", elevation=11)
    yield Spec("walnut wood", "concrete:light", "right", mood="warm", elevation=22)
    yield Spec("dark concrete", "plaster:light grey", "right", elevation=9)
