"""Sets that look lived in: rooms and lights behind the table, silk, seasons, flat lays, eye level."""

from __future__ import annotations

from collections.abc import Iterator

from bggen.train.scenes.catalogue.spec import Spec, woven


def lifestyle() -> list[Spec]:
    """What a shop's campaign pictures show, some of every kind in any first part."""
    return woven(*(list(kind()) for kind in (_rooms, _lights, _seasons, _laid_out, _silk, _eye_level)))


def _rooms() -> Iterator[Spec]:
    """A kitchen, a bath, a window, a living room behind the table."""
    yield Spec("white marble", "room:kitchen", "left", mood="bright")
    yield Spec("white marble", "room:bath", "left", mood="bright", prop="towels")
    yield Spec("walnut wood", "room:living", "left", mood="warm")
    yield Spec("light oak wood", "room:window", "left", mood="bright")
    yield Spec("oak wood", "room:kitchen", "right", mood="warm")
    yield Spec("light oak wood", "room:bath", "right", mood="bright")
    yield Spec("oak wood", "room:living", "right", mood="bright")
    yield Spec("white marble", "room:window", "right", mood="bright")
    yield Spec("light concrete", "room:kitchen", "left", mood="bright")
    yield Spec("travertine stone", "room:bath", "left", mood="warm")
    yield Spec("dark wood", "room:living", "left", mood="moody")
    yield Spec("linen", "room:window", "left", mood="bright")
    yield Spec("rustic wood", "room:kitchen", "left", mood="warm", prop="fruit")
    yield Spec("whitewashed wood", "room:window", "right", mood="bright", prop="flowers")


def _lights() -> Iterator[Spec]:
    """Lights out of focus behind the table."""
    yield Spec("dark wood", "room:gold lights", "left", mood="warm")
    yield Spec("white marble", "room:pale lights", "left", mood="bright")
    yield Spec("gloss black", "room:city lights", "right", mood="moody")
    yield Spec("rustic wood", "room:gold lights", "right", mood="warm", prop="fir")
    yield Spec("oak wood", "room:pale lights", "right", mood="warm")
    yield Spec("black marble", "room:gold lights", "left", mood="moody")


def _seasons() -> Iterator[Spec]:
    """Fir and baubles, gifts, eggs, coffee."""
    yield Spec("rustic wood", "plaster:off-white", "left", mood="warm", prop="fir")
    yield Spec("white marble", "paint:off-white", "left", mood="bright", prop="fir")
    yield Spec("paint:off-white", "paint:off-white", "left", mood="bright", prop="eggs")
    yield Spec("dark wood", "plaster:beige", "left", mood="warm", prop="coffee")
    yield Spec("paint:off-white", "paint:off-white", "right", mood="bright", prop="gifts")
    yield Spec("walnut wood", "room:pale lights", "left", mood="warm", prop="baubles")


def _laid_out() -> Iterator[Spec]:
    """Seen from straight above, with something beside."""
    yield Spec("rustic wood", None, "left", mood="warm", top=True, prop="fir")
    yield Spec("linen", None, "right", True, "leaves", "natural", top=True)
    yield Spec("white marble", None, "left", mood="bright", top=True, prop="eucalyptus")
    yield Spec("cotton:off-white", None, "left", mood="bright", top=True, prop="petals")
    yield Spec("oak wood", None, "right", mood="warm", top=True, prop="leaves")
    yield Spec("paint:off-white", None, "left", mood="bright", top=True, prop="fir")
    yield Spec("paint:off-white", None, "right", True, "leaves", "bright", top=True)
    yield Spec("light concrete", None, "left", mood="natural", top=True, prop="pebbles")


def _silk() -> Iterator[Spec]:
    """Silk in folds, which any colour can be given."""
    yield Spec("silk:off-white", None, "left", mood="soft", top=True)
    yield Spec("silk:off-white", None, "left", mood="soft", elevation=14)
    yield Spec("silk:off-white", None, "right", mood="moody", top=True)
    yield Spec("silk:off-white", None, "right", mood="warm", elevation=9)


def _eye_level() -> Iterator[Spec]:
    """The camera as low as the table, as products for a shop's page are mostly taken."""
    yield Spec("walnut wood", "plaster:off-white", "left", mood="soft", elevation=4)
    yield Spec("oak wood", "plaster:off-white", "left", True, "window", "sunset", elevation=4)
    yield Spec("white", None, "left", podium="round", sweep=True, elevation=5)
    yield Spec("white marble", "paint:off-white", "left", True, "window", "bright", elevation=4)
    yield Spec("black marble", "concrete:dark", "left", mood="moody", elevation=4)
    yield Spec("rustic wood", "brick:white", "left", mood="warm", elevation=4)
    yield Spec("light oak wood", "paint:off-white", "right", True, "leaves", "bright", elevation=4)
    yield Spec("travertine stone", "plaster:beige", "left", True, None, "warm", elevation=4)
    yield Spec("linen", "plaster:off-white", "left", True, "leaves", "natural", elevation=4)
    yield Spec("white", None, "right", mood="bright", sweep=True, elevation=4)
    yield Spec("terrazzo:off-white", "paint:off-white", "left", mood="soft", elevation=4)
    yield Spec("slate", "plaster:off-white", "right", mood="cool", elevation=4)
