"""The first sets: what is asked for most, under the commonest lights."""

from __future__ import annotations

from collections.abc import Iterator

from bggen.train.scenes.catalogue.spec import Spec, woven


def firsts() -> list[Spec]:
    """Woven so that any first part of them is a bank already."""
    everyday, *others = (
        list(kind()) for kind in (_everyday, _paint, _podiums, _surfaces, _surroundings, _flat_lays, _seasons)
    )
    return [*everyday[:8], *woven(everyday[8:], *others)]


def _everyday() -> Iterator[Spec]:
    """The commonest surfaces under both lights."""
    walls = {
        "walnut wood": "paint:light grey",
        "white marble": "paint:light grey",
        "oak wood": "paint:off-white",
        "light concrete": "paint:beige",
        "light oak wood": "paint:beige",
        "dark wood": "paint:off-white",
    }
    for surface, wall in walls.items():
        yield Spec(surface, wall, "left")
        yield Spec(surface, "plaster:off-white", "right", hard=True, shadow="window", mood="bright")
    for surface in ("walnut wood", "white marble", "oak wood", "light concrete"):
        yield Spec(surface, "plaster:off-white", "right", elevation=14)
        yield Spec(
            surface, "paint:light grey", "left", hard=True, shadow="leaves", mood="bright", elevation=10
        )


def _paint() -> Iterator[Spec]:
    """Sweeps and painted walls in light neutrals, to be given any colour."""
    lights = [
        ("left", False, None, "soft"),
        ("right", False, None, "soft"),
        ("above", False, None, "bright"),
        ("left", True, "window", "bright"),
        ("right", True, "leaves", "bright"),
        ("left", False, None, "moody"),
        ("left", True, None, "bright"),
        ("right", True, "window", "warm"),
        ("left", True, "blinds", "warm"),
        ("behind", False, None, "soft"),
        ("left", True, None, "sunset"),
    ]
    for side, hard, shadow, mood in lights:
        yield Spec("white", None, side, hard, shadow, mood, sweep=True)
    for side, hard, shadow, mood in [*lights[:7], lights[8]]:
        yield Spec("paint:off-white", "paint:light grey", side, hard, shadow, mood)


def _podiums() -> Iterator[Spec]:
    """Stands, arches, discs and stairs, as neutral as the paints."""
    for shape in ("round", "square", "stepped"):
        yield Spec("paint:white", "paint:off-white", "left", podium=shape)
        yield Spec("paint:white", "paint:off-white", "right", True, "leaves", "bright", podium=shape)
    yield Spec("paint:white", "paint:off-white", "left", True, "window", "bright", podium="round")
    yield Spec("paint:white", "paint:off-white", "left", mood="moody", podium="round")
    for extra in ("arch", "disc", "steps"):
        yield Spec("paint:white", "paint:off-white", "left", extra=extra)
        yield Spec("paint:white", "paint:off-white", "right", True, None, "bright", extra=extra)
    yield Spec("paint:white", "paint:off-white", "left", podium="round", extra="arch")
    yield Spec("paint:white", "paint:off-white", "left", podium="round", extra="disc")


def _surfaces() -> Iterator[Spec]:
    """Every surface that has a name of its own, before a wall that suits it."""
    plaster, grey = "plaster:off-white", "plaster:light grey"
    yield from (
        Spec("black marble", grey),
        Spec("dark concrete", "brick:grey", "right", mood="moody"),
        Spec("slate", "concrete:dark", "right", mood="moody"),
        Spec("slate", "concrete:grey"),
        Spec("rustic wood", "brick:brown"),
        Spec("travertine stone", plaster, "right", True, "leaves", "bright"),
        Spec("linen", plaster),
        Spec("terrazzo", "paint:beige", "right", True, None, "bright"),
        Spec("gloss black", "paint:charcoal", "right", mood="moody"),
        Spec("gloss white", plaster),
        Spec("pine wood", "plaster:white"),
        Spec("whitewashed wood", "plaster:white", elevation=22),
        Spec("bamboo", "plaster:sage green"),
        Spec("green marble", plaster, "right"),
        Spec("pink marble", "paint:off-white"),
        Spec("black marble with gold veins", grey, mood="moody"),
        Spec("beige marble", plaster, "left", True, None, "bright"),
        Spec("cherry wood", plaster),
        Spec("weathered grey wood", "concrete:light", "right"),
        Spec("tile", "tile:white", "left"),
        Spec("sand", plaster, "left", True, "leaves", "bright"),
        Spec("moss", "leaves", elevation=12),
        Spec("snow", "paint:sky blue", "left", True, None, "bright"),
        Spec("velvet", "curtain:burgundy", mood="moody"),
        Spec("water", "paint:sky blue", "left", True, None, "bright", elevation=24),
        Spec("metal", "concrete:grey", "right"),
        Spec("leather", "wood:dark wood", mood="moody"),
        Spec("white marble", "tile:white", "right", mood="bright"),
        Spec("oak wood", "leaves", "right"),
        Spec("light oak wood", "curtain:cream", "left"),
        Spec("white marble", "curtain:sage green", "right"),
        Spec("dark wood", "wood:dark wood", mood="moody"),
        Spec("walnut wood", "brick:white", "right"),
        Spec("walnut wood", "plaster:beige", mood="warm"),
        Spec("light concrete", "plaster:sage green"),
        Spec("dark wood", "paint:charcoal", "right", mood="moody"),
    )


def _surroundings() -> Iterator[Spec]:
    """Places out of focus behind a table."""
    places = [
        ("light oak wood", "interior", "natural"),
        ("white marble", "lebombo_1k", "bright"),
        ("rustic wood", "forest", "natural"),
        ("whitewashed wood", "courtyard", "natural"),
        ("light concrete", "city", "natural"),
        ("sand", "sunset", "sunset"),
        ("dark wood", "st_peters_square_night_1k", "moody"),
        ("slate", "immenstadter_horn_1k", "natural"),
        ("light oak wood", "kloofendal_48d_partly_cloudy_1k", "bright"),
        ("pine wood", "noon_grass_1k", "bright"),
        ("dark concrete", "aerodynamics_workshop_1k", "natural"),
        ("white marble", "vestibule_1k", "natural"),
        ("moss", "phalzer_forest_01_1k", "natural"),
        ("rustic wood", "sunrise", "sunset"),
        ("travertine stone", "pmndrs_esplanade", "sunset"),
        ("walnut wood", "christmas_photo_studio_07_1k", "warm"),
    ]
    for k, (surface, env, mood) in enumerate(places):
        side = "left" if k % 2 else "right"
        yield Spec(surface, None, side, mood in ("sunset", "bright"), None, mood, env=env)


def _flat_lays() -> Iterator[Spec]:
    """Seen from straight above."""
    for surface in ("white marble", "light oak wood", "linen", "light concrete", "slate", "dark wood"):
        yield Spec(surface, None, "left", top=True)
    yield Spec("paint:white", None, "left", top=True)
    yield Spec("paint:white", None, "right", True, "leaves", "bright", top=True)


def _seasons() -> Iterator[Spec]:
    """Props beside the stand, for a time of the year or a sort of product."""
    yield from (
        Spec("dark wood", "paint:forest green", prop="baubles", mood="warm"),
        Spec("rustic wood", "plaster:mustard yellow", prop="pumpkins", mood="warm"),
        Spec("walnut wood", "plaster:beige", prop="leaves", mood="warm"),
        Spec("whitewashed wood", "paint:blush pink", "right", prop="flowers", mood="bright"),
        Spec("light concrete", "plaster:sage green", prop="eucalyptus"),
        Spec("white marble", "paint:pastel yellow", "left", True, None, "bright", prop="fruit"),
        Spec("dark wood", "plaster:grey", prop="candles", mood="moody"),
        Spec("paint:burgundy", "paint:burgundy", prop="gifts"),
        Spec("paint:off-white", "paint:light grey", "right", prop="petals"),
        Spec("slate", "concrete:grey", prop="pebbles"),
        Spec("oak wood", "plaster:beige", prop="books", mood="warm"),
        Spec("light oak wood", "plaster:off-white", "right", prop="vase"),
    )
