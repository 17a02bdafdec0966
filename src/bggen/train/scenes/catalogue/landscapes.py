"""Tables before a landscape: evenings, gardens, the sea, mountains, winter, neon."""

from __future__ import annotations

from collections.abc import Iterator

from bggen.train.scenes.catalogue.spec import Spec, woven


def landscapes() -> list[Spec]:
    """Some of every kind in any first part; then what no set showed with what is asked for beside it."""
    kinds = (_evenings, _gardens, _waters, _heights, _nights)
    return [*woven(*(list(kind()) for kind in kinds)), *_things(), *_raised()]


def _evenings() -> Iterator[Spec]:
    """Low sun."""
    yield Spec("rustic wood", "view:golden field", "left", True, mood="sunset", elevation=7)
    yield Spec("oak wood", "view:golden leaves", "right", True, mood="sunset", elevation=9)
    yield Spec("walnut wood", "view:golden leaves", "left", mood="warm", elevation=12)
    yield Spec("oak wood", "view:golden field", "right", mood="sunset", elevation=6)
    yield Spec("rustic wood", "view:golden leaves", "left", mood="warm", prop="leaves", elevation=9)
    yield Spec("white marble", "view:golden field", "left", mood="sunset", elevation=8)


def _gardens() -> Iterator[Spec]:
    """Green, blossom, lavender."""
    yield Spec("white marble", "view:green garden", "left", mood="bright", elevation=8)
    yield Spec("light oak wood", "view:green garden", "right", True, mood="bright", elevation=10)
    yield Spec("whitewashed wood", "view:blossom", "left", mood="bright", elevation=8)
    yield Spec("rustic wood", "view:green garden", "left", mood="natural", elevation=7)
    yield Spec("white marble", "view:blossom", "right", mood="bright", elevation=9)
    yield Spec("whitewashed wood", "view:lavender", "left", True, mood="natural", elevation=9)
    yield Spec("oak wood", "view:green garden", "right", mood="natural", elevation=14)


def _waters() -> Iterator[Spec]:
    """The sea by day and in the evening."""
    yield Spec("sand", "view:sea", "left", True, mood="bright", elevation=9)
    yield Spec("whitewashed wood", "view:sea", "right", True, mood="bright", elevation=8)
    yield Spec("sand", "view:evening sea", "left", True, mood="sunset", elevation=9)
    yield Spec("travertine stone", "view:sea", "left", True, mood="bright", elevation=7)
    yield Spec("dark wood", "view:evening sea", "right", mood="sunset", elevation=7)


def _heights() -> Iterator[Spec]:
    """Mountains, winter, clouds."""
    yield Spec("weathered grey wood", "view:mountains", "left", mood="natural", elevation=7)
    yield Spec("snow", "view:winter", "right", mood="cool", elevation=8)
    yield Spec("slate", "view:mountains", "right", True, mood="natural", elevation=8)
    yield Spec("paint:white", "view:clouds", "left", True, mood="bright", elevation=6)
    yield Spec("rustic wood", "view:winter", "left", mood="cool", elevation=8)
    yield Spec("oak wood", "view:mountains", "left", mood="natural", elevation=11)


def _nights() -> Iterator[Spec]:
    """Tubes of light in the dark."""
    yield Spec("black marble", "view:neon", "left", mood="moody", elevation=8)
    yield Spec("dark wood", "view:neon", "right", mood="moody", elevation=9)


def _things() -> Iterator[Spec]:
    """Pumpkins in the dark and in autumn, plain shapes, flowers by the window."""
    yield Spec("dark wood", "concrete:dark", "left", mood="moody", prop="pumpkins", elevation=10)
    yield Spec("paint:off-white", "paint:off-white", "left", mood="soft", prop="spheres", elevation=8)
    yield Spec("paint:off-white", "paint:off-white", "right", True, mood="bright", prop="blocks", elevation=8)
    yield Spec("rustic wood", "view:golden leaves", "right", mood="warm", prop="pumpkins", elevation=10)
    yield Spec("linen", "room:window", "left", mood="bright", prop="flowers", elevation=9)
    yield Spec("white marble", "view:green garden", "left", mood="bright", prop="fruit", elevation=9)


def _raised() -> Iterator[Spec]:
    """For products that were photographed from above and stand: their rims are open."""
    yield Spec("rustic wood", "plaster:off-white", "left", mood="warm", elevation=28)
    yield Spec("linen", "plaster:off-white", "left", True, "leaves", "natural", elevation=28)
    yield Spec("white", None, "left", podium="round", sweep=True, elevation=26)
    yield Spec("oak wood", "paint:off-white", "left", mood="soft", elevation=29)
    yield Spec("rustic wood", "plaster:beige", "right", True, None, "sunset", elevation=28)
    yield Spec(
        "paint:off-white", "paint:off-white", "right", True, "leaves", "bright", podium="round", elevation=27
    )
    yield Spec("light concrete", "plaster:off-white", "right", True, "window", "bright", elevation=28)
    yield Spec("walnut wood", "plaster:beige", "left", mood="warm", elevation=29)
    yield Spec("white marble", "room:kitchen", "left", mood="bright", elevation=24)
    yield Spec("oak wood", "room:kitchen", "right", mood="warm", elevation=26)
    yield Spec("rustic wood", "view:golden field", "left", True, mood="sunset", elevation=22)
    yield Spec("sand", "view:sea", "left", True, mood="bright", elevation=20)
    yield Spec("light oak wood", "view:green garden", "right", True, mood="bright", elevation=22)
    yield Spec("walnut wood", "room:living", "left", mood="warm", elevation=23)
    yield Spec("slate", "concrete:dark", "left", mood="moody", elevation=28)
    yield Spec("rustic wood", "plaster:beige", "right", mood="warm", prop="fir", elevation=27)
