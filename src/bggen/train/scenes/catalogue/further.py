"""Light, views and stuffs that the sets before leave out."""

from __future__ import annotations

from collections.abc import Iterator

from bggen.train.scenes.catalogue.spec import Spec, woven


def thirds() -> list[Spec]:
    """Light, views and stuffs that the first sets leave out, nearly all of them to be given any colour."""
    return woven(*(list(kind()) for kind in (_lit_anew, _stuffs, _stands, _from_above, _raised)))


def _lit_anew() -> Iterator[Spec]:
    """Seamless paper and painted walls under further lights."""
    lights = [
        ("left", False, None, "cool", None),
        ("right", True, "leaves", "warm", 14.0),
        ("right", False, None, "moody", None),
        ("left", False, None, "warm", None),
        ("right", True, None, "sunset", None),
        ("behind", True, None, "bright", None),
        ("above", True, None, "warm", None),
        ("right", False, None, "soft", 4.0),
    ]
    for side, hard, shadow, mood, elevation in lights:
        yield Spec("white", None, side, hard, shadow, mood, sweep=True, elevation=elevation)
    yield Spec("paint:off-white", "paint:light grey", "right", True, "blinds", "sunset")
    yield Spec("paint:off-white", "paint:light grey", "behind", mood="soft")
    yield Spec("white marble", "paint:light grey", "left", mood="cool")
    yield Spec("oak wood", "plaster:off-white", "left", True, "leaves", "natural")


def _stuffs() -> Iterator[Spec]:
    """Plaster, cloth, terrazzo, gloss and tiles in light neutrals."""
    white, grey = "plaster:off-white", "paint:light grey"
    yield from (
        Spec("plaster:off-white", white, "left"),
        Spec("plaster:off-white", white, "right", True, "leaves", "warm"),
        Spec("gloss:white", grey, "left"),
        Spec("cotton:off-white", white, "left"),
        Spec("terrazzo:off-white", "paint:off-white", "right"),
        Spec("velvet:off-white", grey, "left", mood="moody"),
        Spec("plaster:off-white", white, "left", True, "window", "bright"),
        Spec("tile:white", "paint:off-white", "left", True, None, "bright"),
        Spec("gloss:white", grey, "right", mood="moody"),
        Spec("cotton:off-white", "paint:off-white", "right", True, "window", "bright"),
        Spec("plaster:off-white", white, "left", mood="moody"),
        Spec("velvet:off-white", "paint:off-white", "right"),
    )


def _stands() -> Iterator[Spec]:
    """Podiums on seamless paper and before plaster."""
    yield Spec("white", None, "left", podium="round", sweep=True)
    yield Spec("white", None, "left", True, "leaves", "bright", podium="stepped", sweep=True)
    yield Spec("white", None, "right", podium="square", sweep=True)
    yield Spec("plaster:off-white", "plaster:off-white", "left", True, "blinds", "warm", podium="round")
    yield Spec("white", None, "above", mood="bright", podium="round", sweep=True)
    yield Spec("white", None, "left", mood="moody", podium="stepped", sweep=True)


def _from_above() -> Iterator[Spec]:
    """Seen from straight above."""
    yield from (
        Spec("plaster:off-white", None, "right", True, "leaves", "warm", top=True),
        Spec("cotton:off-white", None, "left", top=True),
        Spec("paint:white", None, "left", True, "window", "bright", top=True),
        Spec("terrazzo:off-white", None, "left", True, None, "bright", top=True),
        Spec("walnut wood", None, "left", mood="warm", top=True),
        Spec("white marble", None, "right", True, "leaves", "bright", top=True),
        Spec("rustic wood", None, "right", mood="moody", top=True),
    )


def _raised() -> Iterator[Spec]:
    """Seen from well above, and from as low as the table."""
    yield from (
        Spec("white marble", "paint:light grey", "left", elevation=36),
        Spec("light oak wood", "plaster:off-white", "right", True, "window", "bright", elevation=38),
        Spec("white", None, "left", sweep=True, elevation=36),
        Spec("paint:off-white", "paint:light grey", "left", True, None, "bright", elevation=4),
        Spec("light concrete", "plaster:off-white", "left", elevation=4),
        Spec("plaster:off-white", "plaster:off-white", "left", True, "leaves", "bright", elevation=38),
        Spec("walnut wood", "plaster:off-white", "right", mood="warm", elevation=4),
        Spec("dark wood", "paint:charcoal", "left", True, None, "moody", elevation=36),
    )


def fourths() -> list[Spec]:
    """Light from behind and above, and common things seen from well above or from as low as the table."""
    return woven(*(list(kind()) for kind in (_backlit, _lit_from_above, _higher, _lower)))


def _backlit() -> Iterator[Spec]:
    """The key light behind: shadows run towards the camera."""
    grey, plaster = "paint:light grey", "plaster:off-white"
    yield Spec("paint:off-white", grey, "behind", True, None, "warm")
    yield Spec("oak wood", grey, "behind")
    yield Spec("white marble", grey, "behind")
    yield Spec("plaster:off-white", plaster, "behind", True, None, "bright")
    yield Spec("white", None, "behind", podium="round", sweep=True)
    yield Spec("light concrete", plaster, "behind")
    yield Spec("dark wood", "paint:charcoal", "behind", mood="moody")
    yield Spec("white", None, "behind", True, None, "moody", sweep=True)


def _lit_from_above() -> Iterator[Spec]:
    """The key light overhead: a pool under the product."""
    grey, plaster = "paint:light grey", "plaster:off-white"
    yield Spec("white", None, "above", sweep=True)
    yield Spec("paint:off-white", grey, "above")
    yield Spec("walnut wood", plaster, "above", mood="warm")
    yield Spec("white marble", plaster, "above", True, None, "bright")
    yield Spec("gloss:white", grey, "above")
    yield Spec("light concrete", grey, "above", mood="moody")
    yield Spec("velvet:off-white", plaster, "above", mood="moody")


def _higher() -> Iterator[Spec]:
    """From well above."""
    yield Spec("paint:off-white", "paint:light grey", "left", elevation=36)
    yield Spec("oak wood", "plaster:off-white", "left", elevation=36)
    yield Spec("terrazzo:off-white", "paint:off-white", "left", True, None, "bright", elevation=38)
    yield Spec("cotton:off-white", "plaster:off-white", "right", elevation=36)
    yield Spec("light concrete", "paint:light grey", "right", True, "leaves", "bright", elevation=38)


def _lower() -> Iterator[Spec]:
    """From as low as the table."""
    yield Spec("white marble", "paint:light grey", "left", elevation=4)
    yield Spec("oak wood", "paint:light grey", "right", True, None, "bright", elevation=4)
    yield Spec("dark wood", "paint:charcoal", "left", mood="moody", elevation=4)
    yield Spec("plaster:off-white", "plaster:off-white", "right", elevation=4)


def fifths() -> list[Spec]:
    """More seen from straight above: garments, jewellery and cutlery lie there, whatever is asked for."""
    return [
        Spec("rustic wood", None, "left", mood="warm", top=True),
        Spec("velvet:off-white", None, "left", top=True),
        Spec("oak wood", None, "right", True, "window", "warm", top=True),
        Spec("black marble", None, "left", mood="moody", top=True),
        Spec("rustic wood", None, "right", True, "leaves", "bright", top=True),
        Spec("cotton:off-white", None, "right", True, "window", "sunset", top=True),
        Spec("light concrete", None, "right", True, "leaves", "bright", top=True),
        Spec("moss", None, "left", mood="natural", top=True),
        Spec("paint:white", None, "left", mood="moody", top=True),
        Spec("sand", None, "right", True, None, "bright", top=True),
        Spec("leather", None, "left", mood="warm", top=True),
        Spec("tile:off-white", None, "left", mood="bright", top=True),
        Spec("plaster:off-white", None, "left", top=True),
    ]
