"""Rooms to live in, and common tables before other walls and with things on them."""

from __future__ import annotations

from collections.abc import Iterator

from bggen.train.scenes.catalogue.spec import Spec, woven


def seconds() -> list[Spec]:
    """A second and a third set for what is asked for most: rooms to live in, and common tables anew.

    With one set alone for a prompt, further takes of it would all look alike.
    """
    return woven(*(list(kind()) for kind in (_rooms, _tables, _painted, _with_props)))


def _rooms() -> Iterator[Spec]:
    """Homes, halls and gardens out of focus."""
    places = [
        ("rustic wood", "lebombo_1k", "sunset", 0.5),
        ("walnut wood", "interior", "warm", 0.5),
        ("oak wood", "st_fagans_interior_1k", "warm", 0.5),
        ("white marble", "interior", "natural", 0.25),
        ("light oak wood", "lebombo_1k", "bright", 0.25),
        ("rustic wood", "epping_forest_01_1k", "warm", 0.5),
        ("oak wood", "dancing_hall_1k", "bright", 0.5),
        ("light concrete", "lebombo_1k", "natural", 0.75),
        ("dark wood", "interior", "moody", 0.75),
        ("white marble", "lebombo_1k", "bright", 0.75),
        ("oak wood", "noon_grass_1k", "sunset", 0.5),
        ("light oak wood", "vestibule_1k", "warm", 0.75),
        ("rustic wood", "courtyard", "sunset", 0.25),
        ("walnut wood", "pmndrs_lab", "natural", 0.5),
        ("whitewashed wood", "rooitou_park_1k", "sunset", 0.5),
        ("slate", "rainforest_trail_1k", "natural", 0.5),
        ("dark wood", "leadenhall_market_1k", "warm", 0.5),
        ("oak wood", "city", "natural", 0.75),
    ]
    for k, (surface, env, mood, facing) in enumerate(places):
        side = "right" if k % 2 else "left"
        yield Spec(surface, None, side, mood in ("sunset", "bright"), None, mood, env=env, facing=facing)


def _tables() -> Iterator[Spec]:
    """Common surfaces before walls with a face of their own."""
    plaster, beige = "plaster:off-white", "plaster:beige"
    yield from (
        Spec("white marble", plaster, "left", True, "window", "sunset"),
        Spec("oak wood", plaster, "left", True, "blinds", "sunset"),
        Spec("light oak wood", "brick:white", "left"),
        Spec("walnut wood", "concrete:grey", "left", mood="moody"),
        Spec("slate", plaster, "left", True, "window", "bright"),
        Spec("rustic wood", beige, "left", True, "window", "sunset"),
        Spec("dark wood", beige, "left", True, "blinds", "warm"),
        Spec("light concrete", "concrete:light", "left"),
        Spec("travertine stone", beige, "left"),
        Spec("black marble", "concrete:dark", "left", mood="moody"),
        Spec("linen", beige, "left", True, "leaves", "bright"),
        Spec("oak wood", "brick:grey", "left", mood="moody"),
        Spec("pine wood", "tile:white", "left", True, None, "bright"),
        Spec("rustic wood", "wood:dark wood", "left", mood="moody"),
    )


def _painted() -> Iterator[Spec]:
    """Common surfaces before a wall that can be given any colour."""
    white, grey = "paint:off-white", "paint:light grey"
    yield from (
        Spec("white marble", white, "left", True, "window", "bright"),
        Spec("oak wood", grey, "left"),
        Spec("walnut wood", white, "left", True, None, "bright"),
        Spec("white marble", grey, "left", mood="moody"),
        Spec("light oak wood", white, "left", True, "leaves", "bright"),
        Spec("light concrete", white, "left", True, None, "bright"),
        Spec("walnut wood", grey, "left", mood="moody"),
        Spec("dark wood", grey, "left", True, "window", "warm"),
        Spec("slate", grey, "left"),
        Spec("black marble", grey, "left", True, None, "moody"),
        Spec("travertine stone", white, "left", True, None, "bright"),
        Spec("terrazzo", grey, "left"),
        Spec("linen", white, "left"),
        Spec("white marble", white, "above", mood="bright"),
        Spec("rustic wood", white, "left"),
        Spec("light oak wood", grey, "behind"),
        Spec("gloss white", grey, "left", True, None, "bright"),
        Spec("gloss black", grey, "left", mood="moody"),
    )


def _with_props() -> Iterator[Spec]:
    """What lies beside products most often, on other tables."""
    yield from (
        Spec("white marble", "paint:off-white", prop="eucalyptus"),
        Spec("oak wood", "plaster:off-white", prop="flowers", mood="bright"),
        Spec("walnut wood", "plaster:off-white", prop="books", mood="warm"),
        Spec("white marble", "paint:light grey", prop="petals"),
        Spec("rustic wood", "plaster:beige", prop="candles", mood="warm"),
        Spec("linen", "plaster:off-white", "left", True, "window", "bright", prop="vase"),
        Spec("light oak wood", "paint:off-white", prop="eucalyptus"),
        Spec("light concrete", "paint:off-white", prop="pebbles"),
        Spec("rustic wood", "plaster:off-white", prop="fruit"),
        Spec("dark wood", "paint:forest green", prop="gifts", mood="warm"),
    )
