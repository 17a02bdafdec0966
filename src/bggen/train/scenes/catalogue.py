"""The bank's sets, the most asked-for first. Plain data: nothing here needs Blender."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spec:
    """One empty set. Surfaces and walls by the names of `surfaces`."""

    surface: str  # with `sweep`, the paper's colour; KIND:NAME for what can be given any colour
    wall: str | None = None  # KIND:NAME, `curtain:NAME` or `leaves`
    side: str = "left"  # of the light
    hard: bool = False
    shadow: str | None = None
    mood: str = "soft"
    sweep: bool = False
    podium: str | None = None  # round, square or stepped
    extra: str | None = None  # arch, disc or steps
    env: str | None = None
    facing: float = 0.5  # where the camera looks in the environment's picture, 0..1 from its left
    top: bool = False
    prop: str | None = None
    elevation: float | None = None  # degrees; None: drawn

    @property
    def recolourable(self) -> bool:
        """Whether some region is one plain paint."""
        walls = self.wall is not None and self.wall.startswith(("paint:", "plaster:"))
        return self.sweep or walls or ":" in self.surface or bool(self.podium or self.extra)


def specs() -> list[Spec]:
    """All sets in the order to render them, woven so that any first part of them is a bank already.

    A set's place here is its id: further lists go behind all others; after a change to one of these, render
    into an empty folder.
    """
    everyday, *others = (
        list(kind()) for kind in (_everyday, _paint, _podiums, _surfaces, _surroundings, _flat_lays, _seasons)
    )
    return [*everyday[:8], *_woven(everyday[8:], *others), *_seconds(), *_thirds(), *_fourths()]


def _woven(*kinds: list[Spec]) -> list[Spec]:
    """Some of every kind in any first part."""
    placed = [(k / len(kind), spec) for kind in kinds for k, spec in enumerate(kind)]
    return [spec for _, spec in sorted(placed, key=lambda one: one[0])]


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


def _seconds() -> list[Spec]:
    """A second and a third set for what is asked for most: rooms to live in, and common tables anew.

    With one set alone for a prompt, further takes of it would all look alike.
    """
    return _woven(*(list(kind()) for kind in (_rooms, _tables, _painted, _with_props)))


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


def _thirds() -> list[Spec]:
    """Light, views and stuffs that the first sets leave out, nearly all of them to be given any colour."""
    return _woven(*(list(kind()) for kind in (_lit_anew, _stuffs, _stands, _from_above, _raised)))


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


def _fourths() -> list[Spec]:
    """Light from behind and above, and common things seen from well above or from as low as the table."""
    return _woven(*(list(kind()) for kind in (_backlit, _lit_from_above, _higher, _lower)))


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
