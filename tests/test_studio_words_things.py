"""What stands beside the product, by its name: fruit and no colour, flowers and no field, and no goods."""

from __future__ import annotations

import pytest

from bggen.families.studio.sets import bank
from bggen.families.studio.sets.props import of as props_of
from bggen.families.studio.words.lexicon import CONCEPTS, FARE, KINDS, PART_OF, STEADS, UNSHOWN
from bggen.families.studio.words.lexicon.growing import GROWING
from bggen.families.studio.words.lexicon.things import THINGS
from bggen.families.studio.words.prompts import parse, without


def props(prompt: str) -> set[str]:
    return parse(prompt).of_kind("prop")


@pytest.mark.parametrize("name", [*FARE, *GROWING])
def test_each_is_a_prop_that_something_else_may_stand_for(name: str) -> None:
    assert CONCEPTS[name].kind == "prop" and CONCEPTS[name].near
    assert props(f"on marble with {name}") == {name}
    assert props(f"white wall, {CONCEPTS[name].words[0]}") == {name}


@pytest.mark.parametrize(
    ("prompt", "things"),
    [
        ("perfume on marble with lavender", {"lavender sprigs"}),
        ("white background with lavender", {"lavender sprigs"}),
        ("on linen next to lavender", {"lavender sprigs"}),
        ("with lavander and cofee beans", {"lavender sprigs", "coffee beans"}),
        ("lavender and chamomile", {"lavender sprigs", "daisies"}),
        ("gin on ice with lemon, lime and mint", {"ice", "lemons", "limes", "mint leaves"}),
        ("with an orange", {"oranges"}),
        ("on oak with orange and lemon", {"oranges", "lemons"}),
        ("on oak with a peach and a plum", {"peaches", "plums"}),
        ("slices of orange, lemon and lime", {"oranges", "lemons", "limes"}),
        ("a pinch of cinnamon on wood", {"cinnamon"}),
        ("tea on oak with apples and honey", {"apples", "honey"}),
        ("on oak next to a honey jar", {"honey"}),
        ("cherry blossom hand cream on marble with cherry blossoms", {"cherry blossom"}),
        ("pink wall with pink sakura", {"cherry blossom"}),
        ("red apples and green grapes on oak", {"apples", "grapes"}),
        ("citrus fruit on marble", {"citrus"}),
        ("on concrete with dumbbells", {"dumbbell"}),
        ("sneaker on oak beside a basketball", {"basketball"}),
        ("hot sauce on slate with bread, garlic and chillies", {"bread", "garlic", "chilli"}),
        ("tea on marble with macarons and cookies", {"macaron", "chocolate chip cookie"}),
        ("ring on silk with pearls", {"pearls"}),
        ("mug on oak next to a laptop", {"laptop"}),
        ("on snow with a camping lantern", {"lantern"}),
        ("racket on grass with tennis balls and a football", {"tennis ball", "football"}),
    ],
)
def test_what_is_said_to_be_there_is_a_thing(prompt: str, things: set[str]) -> None:
    words = parse(prompt)
    assert words.of_kind("prop") == things
    assert not words.colours.keys() - {"backdrop"} and not words.of_kind("place")


@pytest.mark.parametrize(
    ("prompt", "colour"),
    [
        ("orange background", "orange"),
        ("lime green wall", "emerald green"),
        ("lime", "emerald green"),
        ("lavender wall with white tiles", "lavender"),
        ("with lavender accents", "lavender"),
        ("palette with lavender and cream", "lavender"),
        ("with peach and lavender", "peach"),
        ("an orange and teal gradient", "orange"),
        ("half peach, half white wall", "peach"),
        ("on an orange podium", "orange"),
        ("cinnamon wall", "brown"),
        ("raspberry velvet", "hot pink"),
        ("blueberry background", "navy blue"),
        ("peaches and cream background", "peach"),
    ],
)
def test_a_colour_stays_one(prompt: str, colour: str) -> None:
    words = parse(prompt)
    assert colour in words.colours.values()
    assert not words.of_kind("prop")


@pytest.mark.parametrize(
    "prompt",
    [
        "orange juice bottle on marble",
        "apple watch on marble",
        "apple cider vinegar on marble",
        "honey jar on marble",
        "jar of honey on marble",
        "coconut body lotion on marble",
        "almond milk carton on marble",
        "lavender soap on marble",
        "lavender and honey soap on marble",
        "lavender hand cream on marble",
        "apple and clove candle on marble",
        "rose candle, marble",
        "avocado oil, marble",
        "grape soda, marble",
        "peach lipstick on marble",
        "cherry blossom perfume on marble",
        "eucalyptus shampoo on marble",
        "fern print dress on marble",
        "blueberry muffin mix on marble",
        "raspberry leaf tea on marble",
        "lemon bottle on marble",
        "laptop bag on marble",
        "football shirt on marble",
        "basketball shoes on marble",
        "lantern on marble",
        "chilli sauce on marble",
        "garlic press on marble",
        "bread knife on marble",
        "macaron box on marble",
        "cookies and cream jar on marble",
    ],
)
def test_what_goods_taste_or_smell_of_is_not_there(prompt: str) -> None:
    words = parse(prompt)
    assert set(words.concepts) == {"marble"} and not words.colours


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("cherry blossoms", "blossom"),
        ("background with cherry blossoms", "blossom"),
        ("on grass with cherry blossoms", "blossom"),
        ("under sakura trees", "blossom"),
        ("lavender field", "lavender field"),
        ("honey in a field of sunflowers", "sunflower field"),
        ("a field of daisies", "field"),
    ],
)
def test_what_grows_about_it_is_a_place(prompt: str, place: str) -> None:
    words = parse(prompt)
    assert place in words.concepts and not words.of_kind("prop")


@pytest.mark.parametrize(
    ("prompt", "things"),
    [
        ("auf Marmor mit Orangen und Limetten", {"oranges", "limes"}),
        ("auf Eiche mit Äpfeln, Heidelbeeren und Zimtstangen", {"apples", "blueberries", "cinnamon"}),
        ("neben Lavendel auf Leinen", {"lavender sprigs"}),
        ("auf Marmor mit Kirschblüten", {"cherry blossom"}),
        ("sur marbre avec citrons verts et noix de coco", {"limes", "coconuts"}),
        ("sur lin avec fleurs séchées et brins de lavande", {"dried flowers", "lavender sprigs"}),
        ("sur marbre avec fleurs de cerisier", {"cherry blossom"}),
        ("sobre madera con manzanas, uvas y miel", {"apples", "grapes", "honey"}),
        ("sobre lino con ramas de olivo", {"olive branch"}),
        ("su legno con arance e stecche di cannella", {"oranges", "cinnamon"}),
        ("su lino con peonie e rami d'ulivo", {"peonies", "olive branch"}),
        ("auf Beton mit Hanteln und einem Basketball", {"dumbbell", "basketball"}),
        ("sur bois avec du pain et des gousses d'ail", {"bread", "garlic"}),
        ("sobre madera con un farol y un portátil", {"lantern", "laptop"}),
        ("su marmo con perle e peperoncini", {"pearls", "chilli"}),
    ],
)
def test_other_languages_have_names_for_it(prompt: str, things: set[str]) -> None:
    words = parse(prompt)
    assert words.of_kind("prop") == things and not words.unknown


@pytest.mark.parametrize(
    ("prompt", "colour"),
    [
        ("fondo naranja", "orange"),
        ("mur vert olive, sur bois", "olive green"),
        ("mur gris clair, sol en bois", "light grey"),
        ("Wand in Salbeigrün, Boden aus Holz", "sage green"),
    ],
)
def test_in_other_languages_a_colour_stays_one(prompt: str, colour: str) -> None:
    words = parse(prompt)
    assert words.colours == {"backdrop": colour} and not words.of_kind("prop")


def test_of_entries_in_other_languages_the_form_that_is_written_counts() -> None:
    assert parse("sur marbre avec feuilles de palmier").said["tropical"] == "palm leaves"
    assert parse("sur marbre avec feuille de palmier").said["tropical"] == "palm leaf"


def test_no_flowers_are_none_of_any_kind_but_those_asked_for() -> None:
    assert parse("on slate, no flowers").negated >= KINDS["flowers"]
    words = parse("on slate with roses, no other flowers")
    assert "roses" in words.concepts and "roses" not in words.negated and "peonies" in words.negated


@pytest.mark.parametrize(
    ("prompt", "concepts"),
    [
        ("juice with sliced kiwi and mango", {"kiwi", "mango"}),  # another fruit would be worse than none
        ("pesto on slate with basil", {"slate", "basil"}),
        ("gin on slate with lemon and mint", {"slate", "lemons", "mint leaves"}),
        ("perfume on silk with orchids", {"drape", "orchid"}),
        ("orchids, no other flowers", {"orchid"}),
        ("mug with a splash of water", {"splash", "water"}),
        ("with a water splash on slate", {"splash", "slate"}),
        ("serum on slate with water drops", {"slate", "water drops"}),
        ("a lemon tree in a garden", {"fruit tree", "garden"}),
        ("on a sun lounger by the pool", {"sun lounger", "pool"}),
        ("on a surfboard", {"surfboard", "beach"}),
        ("on an oak barrel in a wine cellar", {"barrel", "cellar"}),
        ("mulled wine mug on wood", {"wood"}),
        ("iris perfume on silk", {"drape"}),
        ("cream jar in a hand", {"hands"}),
    ],
)
def test_what_nothing_shows_is_a_concept_of_its_own(prompt: str, concepts: set[str]) -> None:
    assert set(parse(prompt).concepts) == concepts


def test_balls_are_no_blocks() -> None:
    assert props_of("spheres", "balls", 15.0)[0].kind == "spheres"


def test_who_refuses_a_thing_gets_nothing_in_its_stead() -> None:
    assert set(without(parse("silk with orchids"), "orchids").concepts) == {"drape"}
    assert set(without(parse("silk with orchids and flowers"), "orchids").concepts) == {"drape", "flowers"}


def test_what_is_shown_in_somethings_stead_is_shown_by_some_set_or_picture() -> None:
    shown = {name for plate in bank.load() for name in plate.concepts}
    shown |= {name for name in CONCEPTS if props_of(name, name, 15.0)}
    assert not UNSHOWN.keys() & shown
    assert {*STEADS.values(), *PART_OF.values()} <= shown


@pytest.mark.parametrize(
    ("prompt", "concepts"),
    [
        ("perfume on concrete blocks", {"concrete", "square podium"}),
        ("on a rough travertine cube", {"travertine", "square podium"}),
        ("against a concrete block wall", {"concrete"}),
        ("on a butcher block", {"rustic wood"}),
        ("towel set on a wooden table", {"wood"}),
        ("on a towel", {"linen"}),
        ("candle with smoke", {"smoke"}),
        ("candles with flowers", {"candles", "flowers"}),
        ("shirt on slate with a wooden hanger", {"slate"}),
        ("podium in a desert, blue sky", {"podium", "desert"}),
        ("serum on wet black slate", {"slate"}),
    ],
)
def test_what_the_product_stands_on_is_no_more_than_that(prompt: str, concepts: set[str]) -> None:
    assert set(parse(prompt).concepts) == concepts


@pytest.mark.parametrize(
    ("prompt", "colours"),
    [
        ("on a cutting board in a white kitchen", {None: "white"}),
        ("on a white kitchen counter", {"surface": "white"}),
        ("orange sunset over mountains", {}),
        ("concrete pedestal, blue and pink", {"backdrop": "royal blue", None: "pastel pink"}),
        ("aqua blue", {None: "turquoise"}),
        ("on gold", {"surface": "mustard yellow"}),
        ("on brushed gold metal", {}),
    ],
)
def test_a_colour_is_told_of_where_it_belongs(prompt: str, colours: dict[str | None, str]) -> None:
    assert parse(prompt).colours == colours


@pytest.mark.parametrize(
    ("prompt", "concepts"),
    [
        ("Weinflasche auf einem Holzfass im Weinkeller", {"barrel", "cellar"}),
        ("parfum sur rocher noir, éclaboussure d'eau", {"dark rock", "splash", "water"}),
        ("savon avec mousse et bulles sur ardoise", {"slate", "bubbles"}),
        ("pared rosa, podio redondo, sombra de palmera", {"round podium", "leaf shadows"}),
        ("gioielli su conchiglia con perle", {"pearls", "shells"}),
        ("albero di natale con luci", {"christmas room"}),
        ("Seife im Badezimmer auf Felsen", {"bathroom", "rock"}),
        ("für meine Kerze, auf Kies im Nebel", {"gravel", "soft light"}),
        ("au bord d'une piscine, vue de dessus", {"pool", "top-down"}),
        ("nappe à carreaux rouges, jardin d'automne", {"gingham", "garden", "autumn"}),
        ("pétales de rose, velours bleu nuit", {"petals", "velvet"}),
        ("mantel de lino, cuarto de baño", {"linen", "bathroom"}),
        ("sull'erba con foglie autunnali", {"grass", "autumn"}),
        ("a deserted party, screen", set()),
    ],
)
def test_other_languages_name_places_and_what_lies_about(prompt: str, concepts: set[str]) -> None:
    assert set(parse(prompt).concepts) == concepts


def test_kinds_and_things_are_concepts() -> None:
    assert KINDS.keys() | frozenset[str]().union(*KINDS.values()) <= CONCEPTS.keys()
    assert {*THINGS.values()} <= CONCEPTS.keys()
