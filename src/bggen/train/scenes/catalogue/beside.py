"""Things to stand beside a product, photographed alone: which of each kind, and from how high. Plain data."""

from __future__ import annotations

from dataclasses import dataclass

STANDING, RAISED, ABOVE = 10, 26, 87  # degrees above the horizontal
FROM_ALL = (STANDING, RAISED, ABOVE)
FROM_BEFORE = (STANDING, RAISED)  # for what is not known again from above
DRAWS = 10  # numbers a draw has


@dataclass(frozen=True, slots=True)
class Beside:
    """Pictures of one kind of props.

    Number 3 is the fourth group of the kind's first draw, 12 the third of its second. With `reach` a number
    is a patch of a draw of its own, up to `reach` units from its middle, its groups as far `apart` from each
    other, in parts of where they touch.
    """

    kind: str  # as `props` has it
    numbers: tuple[int, ...] = (0, 1)
    elevations: tuple[int, ...] = FROM_ALL
    reach: float = 0.0
    apart: float = 1.0
    words: tuple[str, ...] = ()  # what the maker says, without
    called: str = ""  # the kind, without
    clear: bool = False  # what is behind shows through

    @property
    def name(self) -> str:
        """The kind by which it is asked for."""
        return self.called or self.kind

    @property
    def ids(self) -> dict[str, tuple[int, int]]:
        """`zen_stones-0-10` -> its number and elevation."""
        return {f"{self._stem}-{n}-{e}": (n, e) for n in self.numbers for e in self.elevations}

    @property
    def bodies(self) -> dict[str, tuple[int, int]]:
        """`zen_stones-0-body` -> its number and a height that it is seen from; what lies is another."""
        return {body_of(name): where for name, where in self.ids.items()}

    @property
    def _stem(self) -> str:
        return self.name.replace(" ", "_").replace("'", "")


def body_of(name: str) -> str:
    """Of a picture, `zen_stones-0-26`, the name of what tells how tall things are in it."""
    stem, _, elevation = name.rpartition("-")
    return f"{name if elevation == str(ABOVE) else stem}-body"


def beside() -> list[Beside]:
    """All that is to be photographed."""
    return [*_fare(), *_growing(), *_things(), *_spices(), *_belongings(), *_flowers(), *_fruit(), *_sought()]


def _fare() -> list[Beside]:
    two = (
        "limes", "blueberries", "raspberries", "cinnamon", "almonds", "croissant", "coconut", "honey",
        "avocado", "grapes", "peaches", "tomatoes",
    )  # fmt: skip
    return [
        Beside("lemons"), Beside("oranges", (0, 1, 2)), Beside("apples", (0, 1, 2)), Beside("strawberries"),
        *map(Beside, two),
        Beside("coffee cup", (0,)), Beside("coffee", (0,)), Beside("coffee", (20, 21), reach=0.16, apart=0.8),
        Beside("chocolate"), Beside("ice", (20, 22), reach=0.22, clear=True),
    ]  # fmt: skip


def _growing() -> list[Beside]:
    three = ("eucalyptus sprigs", "maple leaves")
    two = (
        "roses", "potted plant", "monstera", "dried flowers", "lavender", "cherry blossom", "daisies",
        "rose petals", "red rose petals", "white petals", "fern", "peonies", "sunflowers",
        "olive branch",
    )  # fmt: skip
    return [
        Beside("tulips", (0,)), Beside("pampas", (0,), FROM_BEFORE), Beside("cactus", (0,)),
        *(Beside(kind, (0, 1, 2)) for kind in three), *map(Beside, two),
        Beside("pumpkins", (1,), words=("pumpkins",)), Beside("pumpkins", (0, 11), reach=0.3),
        Beside("pebbles", reach=0.22), Beside("feathers", reach=0.2, apart=0.6),
        Beside("shells", (0, 2), reach=0.3, words=("seashells",)),
        Beside("fir", (0, 1, 2), reach=0.22, apart=0.6),
    ]  # fmt: skip


def _things() -> list[Beside]:
    candles, stones = ("lit candles",), ("stacked stones",)
    return [
        Beside("zen stones", (1,), words=candles, called="candles"), Beside("zen stones", (0,), words=stones),
        Beside("diyas"), Beside("towels", (0, 40)), Beside("books", (0, 10, 40), FROM_BEFORE),
        Beside("gifts", (1, 2, 5), reach=0.3), Beside("gifts", (10, 70)),
        Beside("baubles", (0, 1, 2), reach=0.2, words=("christmas baubles",)),
        Beside("jack-o'-lanterns", elevations=FROM_BEFORE), Beside("eggs", reach=0.2),
        Beside("hearts", (0, 1, 2), reach=0.22, apart=0.8), Beside("confetti", reach=0.22),
        Beside("spheres", (11, 12, 20), reach=0.25, apart=1.05), Beside("blocks", (3, 22), reach=0.3),
    ]  # fmt: skip


def _spices() -> list[Beside]:
    two = (
        "mint leaves", "rosemary", "basil", "thyme", "aloe vera", "walnuts", "hazelnuts", "pistachios",
        "peppercorns", "vanilla pods", "ginger", "acorns", "chestnuts", "mushrooms", "cotton bolls",
    )  # fmt: skip
    return [*map(Beside, two)]


def _belongings() -> list[Beside]:
    two = (
        "cream swatch", "candy canes", "gingerbread", "makeup brushes", "sunglasses", "straw hat", "tea",
        "matcha", "starfish", "toy blocks", "wheat", "notebook", "soap bars",
    )  # fmt: skip
    vases = Beside("ceramic vases", called="vase", words=("vase",))
    columns = Beside("columns", elevations=FROM_BEFORE)
    wine = Beside("wine glass", elevations=FROM_BEFORE, words=("glass of red wine",), clear=True)
    return [*map(Beside, two), vases, columns, wine]


def _flowers() -> list[Beside]:
    two = (
        "orchid", "hydrangea", "poppies", "lilies", "magnolia", "carnations", "jasmine", "frangipani",
        "lotus", "calla lilies", "baby's breath", "anemones", "hibiscus", "daffodils", "poinsettia", "lilac",
    )  # fmt: skip
    return [*map(Beside, two)]


def _fruit() -> list[Beside]:
    kinds = (
        "cherries", "pear", "banana", "kiwi", "fig", "pomegranate", "mango", "cucumber", "blackberry",
        "watermelon", "pineapple", "papaya",
    )  # fmt: skip
    return [*map(Beside, kinds)]


def _sought() -> list[Beside]:
    one = (
        "dumbbells", "basketball", "football", "tennis balls", "bread", "macarons", "chili peppers", "laptop",
        "pearls", "garlic",
    )  # fmt: skip
    cookies = Beside("cookies", (0,), words=("chocolate chip cookies",))
    lantern = Beside("lantern", (0,), FROM_BEFORE)
    return [*(Beside(kind, (0,)) for kind in one), cookies, lantern]


def chosen(kinds: list[str]) -> list[Beside]:
    """Those of some kinds, or all; ends the run with a line where there is no such kind."""
    every = beside()
    if unknown := set(kinds) - {one.name for one in every}:
        raise SystemExit(f"no such props in the catalogue: {', '.join(sorted(unknown))}")
    return [one for one in every if not kinds or one.name in kinds]
