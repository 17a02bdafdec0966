"""What the studio model understands of a prompt."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bggen.engine import Engine
from bggen.families.studio.sets import bank, patterns, staging, wishes
from bggen.families.studio.sets.choice import choose, pinned
from bggen.families.studio.sets.given import moods_to_give
from bggen.families.studio.words.lexicon import COLOURS, CONCEPTS
from bggen.families.studio.words.lexicon.grammar import GRADIENT
from bggen.families.studio.words.prompts import parse, without
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Job, Scene


@pytest.mark.parametrize(
    ("prompt", "concepts", "side"),
    [
        (
            "on a walnut table, soft window light from the left",
            {"walnut", "window light", "soft light"},
            "left",
        ),
        (
            "sitting on a rustic oak countertop, sunny, light from the right",
            {"rustic wood", "hard light"},
            "right",
        ),
        ("flat lay on white marble with eucalyptus", {"top-down", "marble", "eucalyptus"}, None),
        ("on snow, backlit, mountains behind", {"snow", "mountains"}, "behind"),
        ("hardwood floor in a cosy living room", {"oak", "living room"}, None),
    ],
)
def test_a_prompt_is_read_in_the_words_people_use(prompt: str, concepts: set[str], side: str | None) -> None:
    words = parse(prompt)
    assert concepts <= set(words.concepts)
    assert words.light_side == side


@pytest.mark.parametrize(
    ("prompt", "concepts"),
    [
        ("on a towel on the sand", {"linen", "beach"}),
        ("on a picnic blanket in a meadow", {"gingham", "garden"}),
        ("a wooden crate surrounded by snow", {"wooden crate", "winter landscape"}),
        ("on oak in a snowy garden", {"oak", "garden", "winter landscape"}),
        ("on a wooden crate in a field of grass", {"wooden crate", "field"}),
        ("on a forest floor", {"moss", "forest"}),
        ("on a park bench by the sea", {"wood", "beach"}),
        ("on moss and stones", {"moss", "pebbles"}),
        ("on marble with moss", {"marble", "moss"}),
        ("stepped podium in snowy mountains", {"stepped podium", "mountains", "winter landscape"}),
        ("watch on a rock by a waterfall", {"rock", "waterfall"}),
        ("on a stone in the water", {"stone", "water"}),
        ("a teddy on a bed", {"linen", "bedroom"}),
        ("plant pot on a balcony", {"garden"}),
        ("on sand", {"sand"}),
        ("on wet sand at the shoreline, waves behind", {"sand", "beach"}),
        ("on oak, grass behind", {"oak", "garden"}),
        ("on marble, moss wall behind", {"marble", "moss"}),
        ("on a hiking trail in the mountains", {"mountains"}),
        ("soap bar on slate", {"slate"}),
        ("on a towel on the sand at night", {"linen", "beach", "night"}),
        ("on oak, water behind, city", {"oak", "water", "city"}),
        ("dog bed on a white background", {"linen"}),
        ("white bed linen, studio packshot", {"linen", "seamless"}),
        ("gym mat against a concrete wall", {"linen", "concrete"}),
        ("splash of water behind the bottle", {"splash", "water"}),
        ("on marble, rain behind the window", {"marble", "window light"}),
        ("on a windowsill with rain outside", {"window light", "window room"}),
        ("in the rain", {"water"}),
        ("desert road with cactus", {"desert", "cactus"}),
        ("on smooth pebbles by a river", {"pebble bed", "beach"}),
        ("on marble with pebbles", {"marble", "pebbles"}),
        ("on autumn leaves in the park", {"fallen leaves", "forest"}),
        ("boots in red maple leaves", {"fallen leaves"}),
        ("on oak with autumn leaves", {"oak", "autumn"}),
        ("on an autumn table", {"autumn"}),
        ("on a subway platform", {"city"}),
        ("platform sandals on a white platform", {"podium"}),
        ("on a log by the campfire at night", {"log", "campfire", "night"}),
        ("on the surface of mars", {"red desert"}),
        ("on a volcanic beach in iceland", {"black beach"}),
        ("in space under the milky way", {"night", "desert"}),
        ("on a desk with a laptop", {"office", "laptop"}),
        ("boots in a football stadium with a football", {"stadium", "football"}),
        ("football on a football pitch", {"grass"}),
        ("surrounded by smoke, dark background", {"moody", "smoke"}),
        ("snowy mountain landscape, wooden table", {"wood", "mountains", "winter landscape"}),
        ("snow boots on snow in a forest", {"snow", "forest", "winter landscape"}),
        ("icy mountain lake", {"snow", "mountains"}),
    ],
)
def test_of_two_grounds_the_second_is_where_the_first_one_lies(prompt: str, concepts: set[str]) -> None:
    assert set(parse(prompt).concepts) == concepts


def test_colours_belong_to_the_region_they_were_said_of() -> None:
    words = parse("on a pink podium against a pastel blue wall")
    assert words.colours == {"podium": "pastel pink", "backdrop": "pastel blue"}


@pytest.mark.parametrize(
    ("prompt", "colours"),
    [
        ("halloween", {None: "terracotta"}),
        ("Valentine's sale with red roses", {None: "pastel pink"}),
        ("easter flat lay", {None: "pastel yellow"}),
        ("halloween pumpkins on oak", {}),
        ("mother's day breakfast in bed", {}),
        ("Valentine's Day, white background", {"backdrop": "white"}),
    ],
)
def test_a_feast_has_its_colour_where_nothing_to_be_in_is_named(
    prompt: str, colours: dict[str | None, str]
) -> None:
    assert parse(prompt).colours == colours


@pytest.mark.parametrize(
    ("prompt", "above", "below"),
    [
        ("gradient blue to purple background", "royal blue", "purple"),
        ("pink to orange gradient", "pastel pink", "orange"),
        ("on a white podium, background fading from teal to navy", "teal", "navy blue"),
        ("blue and purple background", "royal blue", None),
        ("grey gradient background", "grey", "light grey"),
        ("levitating over a blue gradient", "royal blue", "pastel blue"),
        ("on a blue to pink gradient", "royal blue", "pastel pink"),
        ("on oak, fading light on a blue wall", "royal blue", None),
        ("gradient background from white at the bottom to blue at the top", "royal blue", "white"),
        ("on a white background, pink to blue gradient", "pastel pink", "royal blue"),
    ],
)
def test_of_two_colours_one_runs_into_the_other_where_that_is_said(
    prompt: str, above: str, below: str | None
) -> None:
    words = parse(prompt)
    assert above in words.colours.values() and words.runs_into == below and not words.unknown
    assert list(choose(bank.load(), words, 0.5, seed=1).runs_into.values()) == ([below] if below else [])


@pytest.mark.parametrize(
    ("prompt", "most", "other", "pattern"),
    [
        ("striped background, pink and white", "pastel pink", "white", "stripes"),
        ("horizontal stripes navy and white wall", "white", "navy blue", "bands"),
        ("yellow polka dots on a pink background", "pastel pink", "yellow", "dots"),
        ("black polka dots on white", "white", "black", "dots"),
        ("cream striped wall", "cream", "light grey", "stripes"),
        ("striped paper background pink and white", "pastel pink", "white", "stripes"),
        ("yellow stripes, lemons", "yellow", "white", "stripes"),
        ("oak table, striped walls", "white", "beige", "stripes"),
        ("white background, striped shirt", "white", None, "gradient"),
        ("a photo of a striped jersey, light grey background", "light grey", None, "gradient"),
        ("t-shirt with a rainbow print, white background", "white", None, "gradient"),
        ("dog bowl with dots, mint background", "mint green", None, "gradient"),
        ("camisa a rayas, fondo blanco", "white", None, "gradient"),
        ("blinds casting stripes on the wall", None, None, "gradient"),
        ("pink wall and a black and white checkered floor", "pastel pink", None, "gradient"),
        ("mountains, rainbow in the sky", None, None, "gradient"),
        ("black and white checkered background", "white", "black", "checks"),
        ("black and white checkerboard background, red podium", "white", "black", "checks"),
        ("dotted wallpaper", "white", "beige", "dots"),
        ("white striped wall", "white", "light grey", "stripes"),
        ("pastel rainbow", "pastel pink", "lavender", "rainbow"),
        ("on marble against a striped wall in sage", "sage green", "white", "stripes"),
        ("on striped fabric", None, None, "gradient"),
        ("polka dot dress on white", None, None, "gradient"),
        ("rainbow toy on a white background", "white", None, "gradient"),
        ("on a black and white checkered floor", None, None, "gradient"),
    ],
)
def test_a_wall_can_have_stripes_dots_checks_or_a_rainbow(
    prompt: str, most: str | None, other: str | None, pattern: str
) -> None:
    words = parse(prompt)
    assert (words.colours.get("backdrop"), words.runs_into, words.pattern) == (most, other, pattern)
    chosen = choose(bank.load(), words, 0.5, seed=1)
    assert chosen.runs_into == ({"backdrop": other} if other else {})


def test_seen_from_above_the_ground_has_the_pattern_and_else_its_lack_is_told() -> None:
    words = parse("coral polka dots background, top-down view")
    lying = choose(bank.load(), words, 0.5, seed=1, lies=True)
    assert lying.runs_into == {"surface": "white"} and not list(wishes.lacks(words, lying))
    walled = parse("against a striped wall")
    garden = next(plate for plate in bank.load() if "garden" in plate.behind)
    told = list(wishes.lacks(walled, pinned(garden, walled)))
    assert "striped" in told and "beige" not in told


def test_a_pattern_that_a_negative_prompt_names_is_left_out() -> None:
    for prompt, negative in (("striped wall", "stripes"), ("horizontal stripes, navy wall", "striped, blur")):
        assert without(parse(prompt), negative).runs_into is None
    assert without(parse("striped wall"), "dots").runs_into == "beige"
    assert parse("white wall, no stripes").runs_into is None


def test_two_tones_are_a_wall_in_one_colour_and_its_ground_in_the_other() -> None:
    said = (
        "two-tone background yellow and teal",
        "split background in yellow and teal",
        "half yellow, half teal",
    )
    for prompt in said:
        words = parse(prompt)
        assert words.colours == {"backdrop": "yellow", "surface": "teal"} and not words.unknown
        assert choose(bank.load(), words, 0.5, seed=1).recolour == words.colours
    for prompt in (
        "half a lemon, yellow and teal wall",
        "half sleeve top, half zip, pink and white",
        "duotone sneakers, black and white, grey background",
        "split tone lighting, teal and orange",
        "available in two tones: black and white, on a beige background",
    ):
        assert "surface" not in parse(prompt).colours, prompt
    assert parse("half pink half blue gradient").runs_into == "royal blue"
    assert "neon" in parse("duotone lighting").concepts
    assert parse("duotone background, coral and teal").colours == {"backdrop": "coral", "surface": "teal"}


@pytest.mark.parametrize("pattern", ["stripes", "bands", "dots", "checks"])
def test_a_pattern_has_both_colours_and_the_same_on_either_side_of_the_product(pattern: str) -> None:
    runs = patterns.Runs({"backdrop": "navy blue"}, (0.0, 1.0), pattern, unit=0.33)
    one, other = np.zeros(3, np.float32), np.ones(3, np.float32)
    paint = runs.paint(one, other, (400, 400))
    assert paint.shape == (400, 400, 3) and 0.1 < paint.mean() < 0.6
    assert ((paint < 0.01) | (paint > 0.99)).mean() > 0.9  # edges alone are between
    assert np.allclose(paint, paint[:, ::-1], atol=1e-3)
    large = runs.paint(one, other, (800, 800))
    assert np.abs(large.reshape(400, 2, 400, 2, 3).mean((1, 3)) - paint).mean() < 0.01


@pytest.mark.parametrize(("lies", "region"), [(False, "backdrop"), (True, "surface")])
def test_a_set_is_painted_in_a_pattern_and_keeps_its_light(lies: bool, region: str) -> None:
    words = parse("navy and white striped background" + ", flat lay" * lies)
    chosen = choose(bank.load(), words, 0.5, seed=1, lies=lies)
    assert chosen.runs_into == {region: words.runs_into}
    alpha = np.zeros((240, 240), np.uint8)
    alpha[140:180, 100:140] = 255
    scene = Scene(
        np.zeros((240, 240, 3), np.uint8), alpha, None, (100, 140, 140, 180), (0, 0), 1.0, Options(), 1
    )
    runs = staging.runs(chosen.plate, scene, chosen.runs_into, words.pattern)
    assert runs is not None and runs.unit == pytest.approx(chosen.plate.unit * (1 if lies else patterns.WALL))
    plain = staging.dress(chosen.plate, chosen.plate.pixels(), chosen.recolour).astype(float)
    made = staging.dress(chosen.plate, chosen.plate.pixels(), chosen.recolour, (), runs).astype(float)
    row = made[len(made) // 10].mean(1)
    changes = np.flatnonzero(np.diff((row > row.mean()).astype(int)))
    assert 4 < len(changes) < 20 and np.ptp(np.diff(changes)[1:-1]) < 0.02 * len(row)
    stays = np.abs(made - plain).max(2) < 2  # what was to be navy already
    assert 0.3 < stays[len(made) // 10].mean() < 0.7


def test_folded_silk_has_no_stripes_stuck_on() -> None:
    words = parse("flat lay on draped silk, striped background")
    chosen = choose(bank.load(), words, 0.5, seed=1, lies=True)
    assert "silk" in chosen.plate.words and not chosen.runs_into
    assert "striped" in wishes.lacks(words, chosen)


@pytest.mark.parametrize(
    ("prompt", "view"),
    [
        ("on grass from above", "top-down"),
        ("sand with shells, from above", "top-down"),
        ("watch from above", "top-down"),
        ("45 degrees from above, on marble", "high angle"),
        ("slightly from above, on marble", "slightly raised"),
        ("natural daylight from above, on moss", None),
        ("light: soft, from above", None),
        ("petals fall from above on marble", None),
        ("moonlight from above", None),
        ("light from above on oak", None),
    ],
)
def test_from_above_is_a_view_where_it_is_said_of_no_light(prompt: str, view: str | None) -> None:
    assert parse(prompt).view == view


def test_a_rainbow_goes_through_its_colours_across() -> None:
    runs = patterns.Runs({"backdrop": "lavender"}, (0.0, 1.0), "rainbow")
    row = runs.paint(np.zeros(3, np.float32), np.ones(3, np.float32), (64, 256))[32]
    for name, at in (("pastel pink", 0), ("pastel yellow", 113), ("lavender", 255)):
        assert np.abs(row[at] * 255 - COLOURS[name][1]).max() < 9, name


def test_a_gradient_has_its_first_colour_at_the_top_and_its_second_at_the_bottom() -> None:
    words = parse("pink to mint gradient")
    chosen = choose(bank.load(), words, 0.5, seed=1)
    made = staging.dress(
        chosen.plate, chosen.plate.pixels(), chosen.recolour, (), patterns.Runs(chosen.runs_into, (0.2, 0.8))
    )
    plain = staging.dress(chosen.plate, chosen.plate.pixels(), chosen.recolour)
    side = len(made)
    top, middle, foot = (made[int(row * side)].astype(float).mean(0) for row in (0.1, 0.5, 0.9))
    assert top == pytest.approx(plain[int(0.1 * side)].mean(0), abs=1.5)
    assert top[0] > top[1] + 20 and foot[1] > foot[0] + 20
    assert abs(middle[0] - middle[1]) < max(top[0] - top[1], foot[1] - foot[0])
    steps = np.abs(np.diff(made.astype(float).mean((1, 2)))[int(0.3 * side) : int(0.7 * side)])
    assert steps.max() < 2, "no band"


def test_dark_green_is_a_colour_and_not_a_mood() -> None:
    words = parse("christmas scene, dark green background")
    assert words.colours == {"backdrop": "forest green"}
    assert "moody" not in words.concepts


def test_pink_marble_is_a_stone_and_not_a_pink_paint() -> None:
    words = parse("on pink marble")
    assert "pink marble" in words.concepts
    assert not words.colours


def test_a_colour_beside_a_stuff_is_the_stuffs() -> None:
    assert parse("navy velvet, moody").colours == {"surface": "navy blue"}
    assert parse("flat lay on sage green linen").colours == {"surface": "sage green"}
    assert parse("velvet, navy wall").colours == {"backdrop": "navy blue"}
    assert parse("seamless yellow").colours == {None: "yellow"}  # paper is ground and wall at once
    chosen = choose(bank.load(), parse("navy velvet"), 0.5, seed=1)
    assert chosen.recolour == {"surface": "navy blue"}
    assert "velvet" in chosen.plate.row["surface"]


def test_a_colour_of_a_prop_paints_no_wall() -> None:
    assert parse("on white marble with pink roses").colours == {}
    assert parse("pink wall with red apples").colours == {"backdrop": "pastel pink"}


def test_what_is_not_understood_is_named() -> None:
    assert parse("on the moon").unknown == ("moon",)
    assert parse("a photo of the product on a table").unknown == ()


def test_what_is_not_wanted_is_no_wish() -> None:
    words = parse("on slate, no flowers")
    assert "flowers" not in words.concepts
    assert "flowers" in words.negated


DATA = Path(__file__).parent / "data"
PROMPTS = [
    tuple(part.strip() for part in row.rsplit("=>", 1))
    for name in ("scene_prompts.txt", "ad_hoc_prompts.txt")
    for row in (DATA / name).read_text().splitlines()
    if row and not row.startswith("# ")
]


@pytest.mark.parametrize(("prompt", "wanted"), PROMPTS)
def test_prompts_of_shops_are_understood_and_nothing_else_is_read_into_them(prompt: str, wanted: str) -> None:
    words = parse(prompt)
    read = set(words.concepts) | {f"{region or '*'}:{name}" for region, name in words.colours.items()}
    if words.light_side:
        read.add(f"side {words.light_side}")
    if words.runs_into and words.pattern != GRADIENT:
        read.add(words.pattern)
    must = re.sub(r"[?!].*", "", wanted)
    may = re.findall(r"\?([^?!]+)", wanted)
    for choices in filter(None, (part.strip() for part in must.split(";"))):
        assert _said(choices, read), f"{choices} of {read}"
    allowed = set[str]().union(*(_said(part, read) for part in [*must.split(";"), *may]))
    assert read <= allowed
    assert set(words.unknown) <= {word.strip() for word in re.findall(r"!([^?!]+)", wanted)}


def _said(choices: str, read: set[str]) -> set[str]:
    """Which of the things with `|` between were read; `*:red` is red of any region, and of none fits any."""
    said = set[str]()
    for choice in (part.strip() for part in choices.split("|")):
        region, colon, colour = choice.rpartition(":")
        said |= {one for one in read if one == choice or (colon and one == f"*:{colour}")}
        if region == "*":
            said |= {one for one in read if one.endswith(f":{colour}")}
    return said


@pytest.mark.parametrize(
    ("prompt", "concepts"),
    [
        ("cherry blossom", {"blossom"}),
        ("cherry table", {"cherry"}),
        ("cherries", {"cherries"}),
        ("olive branch", {"olive branch"}),
        ("mint leaves", {"mint leaves"}),
        ("stone-washed denim", {"denim"}),
        ("blue ceramic mug on a wooden box", {"wooden crate"}),
        ("leather shoes on moss", {"moss"}),
        ("bar of chocolate on a bar counter", {"evening lights"}),
        ("soft linen", {"linen"}),
        ("fresh flowers", {"flowers"}),
        ("polished oak", {"oak"}),
        ("oak wood planks", {"oak"}),
        ("frosted glass", {"mirror"}),
        ("gold ring", set()),
        ("shallow depth of field", {"bokeh"}),
        ("depth of field", set()),
        ("85mm f/1.8", {"bokeh"}),
        ("85mm f/8", set()),
        ("venetian blinds", {"blinds"}),
        ("christmas tree farm", {"forest"}),
        ("wooden leaf shadows", {"wood", "leaf shadows"}),
        ("screen, irony, a deserted party", set()),
        ("matcha tin on pale wood", {"light oak"}),
        ("linen shirt on marble", {"marble"}),
        ("oak barrel-aged whisky on dark slate", {"slate"}),
        ("marble-print phone case, oak", {"oak"}),
        ("a linen cloth on a wooden table", {"linen", "wood"}),
        ("blush marble", {"pink marble"}),
        ("emerald green stone", {"green marble"}),
        ("a jet black concrete slab", {"dark concrete"}),
        ("cracked larch panels", {"rustic wood"}),
        ("beach, sand and soft waves", {"beach", "sand"}),
        ("on sand with waves", {"beach", "sand"}),
        ("meadow, wooden table", {"garden", "wood"}),
        ("pool party, blue water", {"pool"}),
        ("coffee shop counter", {"cafe"}),
        ("thanksgiving with pumpkins", {"pumpkin"}),
        ("city in winter", {"city", "winter landscape"}),
        ("cosy living room, winter", {"warm", "living room"}),
        ("christmas market", {"city", "night", "christmas"}),
        ("nursery with stars", {"nursery"}),
        ("mountains under the stars", {"mountains", "night"}),
        ("vineyard in tuscany", {"vineyard"}),
        ("romantic spring garden, peonies", {"blossom", "peonies"}),
        ("step into summer on the beach", {"beach"}),
        ("a splash of colour, a pop of colour, colour splash", set()),
        ("on a windowsill", {"window light", "window room"}),
        ("on a windowsill, brick wall", {"window light", "brick"}),
        ("a Valentine's Day scene", {"hearts"}),
        ("Valentine's Day with tulips", {"tulips"}),
        ("winter sale", {"winter landscape"}),
        ("winter sale, on concrete", {"concrete", "winter landscape"}),
        ("winter sale, brick wall", {"brick"}),
        ("winter, snow outside on oak", {"winter landscape", "snow", "oak"}),
        ("harsh overhead light", {"hard light"}),
        ("brick wall and concrete floor", {"brick", "concrete"}),
        ("rough concrete blocks, late sun", {"concrete", "square podium", "sunset"}),
        ("rough-hewn oak beam on a bed of black pebbles", {"rustic wood", "pebbles"}),
        ("crate of wood", {"wooden crate"}),
        ("by a window with snow outside", {"window light", "winter landscape", "window room"}),
        ("octabox camera right at 45 degrees", {"soft light"}),
        ("top-down spotlight on oak", {"hard light", "oak"}),
        ("cool blue backlight on slate", {"cool", "slate"}),
        ("on oak with fresh bread", {"oak", "bread"}),
        ("dark chocolate truffles with lemons", {"lemons"}),
        ("frozen pizza on oak", {"oak"}),
        ("dust in the air, on oak", {"oak"}),
        ("marble pedestal, soft light, f/1.8", {"marble", "podium", "soft light"}),
        ("breakfast in a garden", {"garden"}),
        ("desert at noon, no hard shadows", {"desert"}),
        ("marble in sand and clay tones", {"marble"}),
        ("cream on slate", {"slate"}),
        ("sac en cuir sur un banc en bois", {"wood"}),
        ("watch in sand", {"sand"}),
        ("sneaker on a yellow cube against a blue wall", {"square podium"}),
        ("bottle of rosé on oak", {"oak"}),
        ("wine bottle in a wicker basket on oak", {"rattan", "oak"}),
        ("jar of cream on slate", {"slate"}),
        ("on oak by a brass tap", {"oak"}),
        ("on oak with a round mirror", {"oak"}),
        ("necklace draped over a stone", {"stone"}),
        ("hotel bathroom", {"bathroom"}),
        ("rouge à lèvres sur un miroir", {"mirror"}),
        ("on a wooden floor next to a knitted throw", {"oak"}),
        ("vase of tulips next to my candle", {"vase", "tulips"}),
        ("in front of a bookshelf", {"library"}),
        ("looking down at 45 degrees on a tile", {"high angle", "tiles"}),
        ("glass, white glow from below", {"mirror", "bright", "glow"}),
        ("toy on a carpet with road print", {"linen"}),
        ("sunscreen on a beach towel with a straw hat", {"linen", "straw hat", "beach"}),
        ("for my candle, in a kitchen", {"kitchen"}),
        ("Ocean Spray juice on a wooden table", {"wood"}),
        ("Stone Island jacket on concrete", {"concrete"}),
        ("outdoor photo of a bottle on a rock", {"garden", "rock"}),
    ],
)
def test_a_word_with_two_meanings_has_the_one_that_its_neighbours_give_it(
    prompt: str, concepts: set[str]
) -> None:
    assert set(parse(prompt).concepts) == concepts


@pytest.mark.parametrize(
    ("prompt", "colours"),
    [
        ("dark teal wall", {"backdrop": "teal"}),
        ("warm beige wall", {"backdrop": "beige"}),
        ("white snow", {}),
        ("red wine bottle", {}),
        ("vanilla ice cream", {}),
        ("coffee beans", {}),
        ("chocolate pieces", {}),
        ("champagne glass", {}),
        ("champagne silk", {"surface": "cream"}),
        ("red sneaker on white sand, blue wall", {"backdrop": "royal blue"}),
        ("greenish wall", {"backdrop": "emerald green"}),
        ("gray wall", {"backdrop": "grey"}),
        ("background #ffccaa", {"backdrop": "peach"}),
        ("#fff background", {"backdrop": "white"}),
        ("backdrop rgb(20, 40, 90)", {"backdrop": "navy blue"}),
        ("RAL 7016 wall", {"backdrop": "charcoal"}),
        ("rgb(300, 0, 0) wall", {}),
        ("RAL 1234 wall", {}),
        ("hex 2e8b57 wall", {"backdrop": "emerald green"}),
        ("#1a2b3c wall", {"backdrop": "navy blue"}),
        ("sand coloured wall", {"backdrop": "beige"}),
        ("wood-toned backdrop", {"backdrop": "brown"}),
        ("granite coloured pan on oak", {}),
        ("baby shower in powder blue", {None: "pastel blue"}),
        ("anything but white: navy backdrop", {"backdrop": "navy blue"}),
        ("a grey wall instead of a red one", {"backdrop": "grey"}),
        ("on gold", {"surface": "mustard yellow"}),
        ("a gold podium on black", {"podium": "mustard yellow", "surface": "black"}),
        ("golden tray, white wall", {"backdrop": "white"}),
        ("marble bathroom, gold tap", {}),
        ("gold leaf on oak", {}),
        ("purple and blue neon light", {}),
        ("white wall, teal rim light", {"backdrop": "white"}),
        ("chocolate eggs in a nest of straw", {}),
        ("with a red car on oak", {}),
        ("gradient of peach into rose", {None: "peach"}),
        ("vitamin cream on a white podium", {"podium": "white"}),
    ],
)
def test_colours_are_the_scenes_alone(prompt: str, colours: dict[str | None, str]) -> None:
    assert parse(prompt).colours == colours


@pytest.mark.parametrize(
    ("prompt", "side"),
    [
        ("window on the left", "left"),
        ("lit from camera right", "right"),
        ("from the right-hand side", "right"),
        ("key light camera right, fill from left", "right"),
        ("shadows falling to the right", "left"),
        ("left-lit", "left"),
        ("backlit by a low sun", "behind"),
        ("rim light", "behind"),
        ("overhead softbox", "above"),
        ("lit from above", "above"),
        ("butterfly lighting", "front"),
        ("sunflowers on the left", None),
        ("a vase on the right", None),
        ("overhead shot", None),
        ("a sun-drenched wall behind it", None),
        ("surface: oak; light: right", "right"),
        ("single strip box camera left", "left"),
        ("octabox overhead", "above"),
    ],
)
def test_the_light_comes_from_where_it_is_said_to(prompt: str, side: str | None) -> None:
    assert parse(prompt).light_side == side


def test_where_the_light_is_says_nothing_of_the_wall() -> None:
    assert parse("black slate lit from behind").concepts == {"slate": "surface"}
    assert parse("on navy velvet lit from behind").colours == {"surface": "navy blue"}


def test_words_one_slip_from_a_known_one_are_read_as_it() -> None:
    words = parse("marbel slab, euclyptus, concreet wall")
    assert set(words.concepts) == {"marble", "eucalyptus", "concrete"}
    assert words.unknown == ()
    assert parse("marbelous").unknown == ("marbelous",)  # two slips
    assert parse("mosk").unknown == ("mosk",)  # short words are soon other ones
    assert set(parse("concret, minimalistc").concepts) == {"concrete", "minimal"}
    assert parse("blakc wall, light from the rigth").colours == {"backdrop": "black"}
    assert parse("blakc wall, light from the rigth").light_side == "right"


def test_innocent_words_are_no_slips() -> None:
    innocent = (DATA / "innocent_words.txt").read_text().split()
    assert len(innocent) > 200
    assert [word for word in innocent if parse(word).unknown != (word,)] == []


def test_what_is_misspelt_beyond_use_is_named_as_it_was_written() -> None:
    assert parse("on silver-dollr paper money").unknown == ("dollr", "money")


def test_a_no_reaches_its_own_words_and_narrower_ones() -> None:
    words = parse("no harsh shadows, on white marble, without wood or flowers")
    assert set(words.concepts) == {"marble"}
    assert {"hard light", "oak", "rustic wood", "flowers"} <= words.negated
    assert not {"soft light", "marble"} & words.negated
    assert set(parse("not on wood, use stone please").concepts) == {"stone"}


def test_every_phrase_says_what_it_stands_for() -> None:
    """None is swallowed by another or blocked as goods; none stands for two things."""
    for name, concept in CONCEPTS.items():
        lost = [said for said in concept.words if name not in parse(said).concepts]
        assert lost == [], name
    for name, (phrases, _) in COLOURS.items():
        lost = [said for said in phrases if name not in parse(f"{said} backdrop").colours.values()]
        assert lost == [], name


def test_every_part_of_a_pair_says_what_the_pair_stands_for() -> None:
    """But for what has a row of its own."""
    rows = {said for concept in CONCEPTS.values() for said in concept.words}
    for name, concept in CONCEPTS.items():
        for first, then in concept.pairs:
            said = [f"{part} {then[i % len(then)]}" for i, part in enumerate(first)]
            said += [f"{first[i % len(first)]} {part}" for i, part in enumerate(then)]
            assert [pair for pair in said if name not in parse(pair).concepts and pair not in rows] == [], (
                name
            )


def test_a_word_that_is_read_somewhere_is_not_named_as_unknown() -> None:
    assert parse("on snow, snow plough").unknown == ("plough",)


def test_the_products_own_name_is_not_named_as_unknown() -> None:
    assert parse("my ceramic mug on oak").unknown == ()
    assert parse("Sriracha standing on slate").unknown == ()
    assert parse("on oak with a mug").unknown == ("mug",)  # a wish that can't be met
    assert parse("a ceramic mug").unknown == ("ceramic", "mug")  # nothing is read: the studio says so
    assert parse("wake up: mint toothpaste by a sink").unknown == ("wake",)
    assert parse("oak, with our knitted scarf").unknown == ()
    assert parse("perfume amid swirling mugs on slate").unknown == ("swirling", "mugs")


@pytest.mark.parametrize(
    ("prompt", "concepts", "negated"),
    [
        ("soap on slate --ar 4:5 --v 6.1 --style raw --no text, plants --s 250", {"slate"}, {"plant"}),
        ("soap on slate, plants::-1", {"slate"}, {"plant"}),
        ("(oak:1.2) table, (masterpiece:1.3)", {"oak"}, set()),
        ("soap -- on slate", {"slate"}, set()),
        ("surface: oak. plants: no. candles: yes. text: none", {"oak", "candles"}, {"plant"}),
        ("do not include any people or plants. on slate", {"slate"}, {"plant"}),
        ("on slate, nothing shiny", {"slate"}, {"mirror"}),
    ],
)
def test_what_is_written_for_generators_and_in_forms_is_read(
    prompt: str, concepts: set[str], negated: set[str]
) -> None:
    words = parse(prompt)
    assert set(words.concepts) == concepts and negated <= words.negated and not words.unknown


def test_who_wants_no_background_is_told_how() -> None:
    assert parse("no background").unknown == parse("ohne Hintergrund").unknown == ("transparent",)
    assert parse("white background, no other background").unknown == ()


def test_a_no_to_what_is_part_of_a_places_name_is_none_to_the_place() -> None:
    assert "garden" not in parse("in a garden, no house").negated
    assert "moss" not in parse("on moss, no stones").negated


@pytest.mark.parametrize(
    ("prompt", "concepts"),
    [
        ("our candle on oak", {"oak"}),
        ("candles on oak", {"candles", "oak"}),
        ("a crystal vase on oak", {"oak"}),
        ("candle on a bathtub tray", {"bathroom"}),
        ("flowers and a vase on oak", {"flowers", "vase", "oak"}),
        ("on marble eucalyptus", {"marble", "eucalyptus"}),
    ],
)
def test_what_is_ours_is_no_prop(prompt: str, concepts: set[str]) -> None:
    assert set(parse(prompt).concepts) == concepts


def test_every_stand_in_is_a_concept_of_its_own() -> None:
    nearby = {name for concept in CONCEPTS.values() for name in concept.near}
    assert nearby <= set(CONCEPTS)


def test_no_phrase_means_two_colours() -> None:
    said = [phrase for phrases, _ in COLOURS.values() for phrase in phrases]
    assert len(said) == len(set(said))


def test_a_catalogue_with_one_prompt_gets_one_set(product_png: Path, tmp_path: Path) -> None:
    """Whatever the photo; its variants and explicit seeds differ."""
    with Image.open(product_png) as whole:
        whole.rotate(3, expand=True).save(tmp_path / "turned.png")
    options = Options(prompt="on a table", size="128")

    def plates(photo: Path, **more: int) -> list[tuple[str, bool]]:
        job = Job(str(photo), options.model_copy(update=more))
        return [(r.record["painting"]["plate"], r.record["painting"]["mirrored"]) for r in engine.render(job)]

    engine = Engine(Settings())
    first = plates(product_png)
    assert plates(tmp_path / "turned.png") == first
    assert len(set(plates(product_png, variants=3))) == 3
    assert any(plates(product_png, seed=seed) != first for seed in range(8))


def test_a_seed_gives_the_same_set_in_every_run() -> None:
    """Python puts a set's members in another order in each process: no sum may hang on it."""
    asks = """
from bggen.families.studio.sets import bank
from bggen.families.studio.sets.choice import choose
from bggen.families.studio.sets.given import moods_to_give
from bggen.families.studio.words.prompts import parse
plates = bank.load()
for prompt in ("on straight on", "on cylindrical podium", "on display stand", "on golden hour, warm light"):
    for variant in (0, 1, 4):
        plate = choose(plates, parse(prompt), 0.6, 3, variant).plate
        print(prompt, variant, plate.id, plate.mirrored)
for first, then in (("eye level", "flat lay"), ("flat lay", "eye level"), ("high angle", "front view")):
    print(parse(f"{first}, {then}").view)
"""

    runs = [
        subprocess.Popen(
            [sys.executable, "-c", asks],
            env=os.environ | {"PYTHONHASHSEED": str(hashes)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for hashes in (1, 2, 3, 4)
    ]
    first, *others = [run.communicate()[0] for run in runs]
    assert first.split("\n")[12:] == ["eye level", "top-down", "high angle", ""]
    assert others == [first] * 3


def test_what_is_asked_for_and_there_is_shown_whatever_the_seed() -> None:
    plates = bank.load()
    for prompt, name in (
        ("black marble with gold veins", "gold marble"),
        ("luxury, black and gold", "gold marble"),
        ("in a bathroom", "bathroom"),
        ("on a marble bathroom shelf", "bathroom"),  # whose towels nobody asked for
        ("outdoor, mountain view", "mountains"),
        ("neon lights", "neon"),
        ("halloween, pumpkins on dark wood", "pumpkin"),
        ("a beach, the sea at sunset", "beach"),
        ("green garden", "garden"),
        ("lavender field", "lavender field"),
        ("wheat field at noon", "field"),
        ("winter", "winter landscape"),
        ("snowy mountains, ski resort", "winter landscape"),
        ("by a large window", "window room"),
        ("office desk", "office"),
        ("a cosy coffee shop", "cafe"),
        ("on a bedside table", "bedroom"),
        ("sahara, dunes at sunset", "desert"),
        ("by the swimming pool", "pool"),
        ("fresh lawn", "grass"),
        ("cherry blossom", "blossom"),
        ("city street by day", "city"),
        ("paper hearts, valentine's day", "hearts"),
        ("birthday party, confetti", "confetti"),
        ("seashells in the sand", "shells"),
        ("crushed ice", "ice"),
        ("coffee beans on wood", "coffee beans"),
        ("luxury hotel lobby", "lobby"),
        ("a sofa", "living room"),
        ("in a stadium at night", "stadium"),
        ("by the fireplace", "fireside"),
        ("in a pharmacy", "laboratory"),
        ("on a chunky knit blanket", "knit"),
        ("on a pebble shore", "pebble bed"),
        ("cocktail bar", "evening lights"),
        ("wooden table outdoors", "garden"),
        ("baby shower, pastel blue", "gift"),
    ):
        words = parse(prompt)
        for seed in range(6):
            choice = choose(plates, words, 0.5, seed)
            assert name in choice.plate.concepts | {*choice.moods, *choice.beside}, prompt


def test_no_set_is_shown_for_a_season_that_is_another() -> None:
    plates = bank.load()
    for prompt, unlike in (
        ("bright and airy", "snow"),
        ("summer vibes", "snow"),
        ("autumn", "pumpkin"),
        ("green garden", "lavender field"),
    ):
        chosen = [choose(plates, parse(prompt), 0.5, seed) for seed in range(6)]
        assert not any(unlike in choice.plate.concepts for choice in chosen), prompt


def test_a_wall_too_dark_for_a_colour_is_not_given_it() -> None:
    """A set of burgundy has no blue to brighten: a pastel on it would be a stronger red."""
    plates = bank.load()
    dark = next(p for p in plates if "a matte burgundy wall" in p.words)
    assert not any(staging.can_be(paint.albedo, "pastel blue") for paint in dark.paints)
    assert all(staging.can_be(paint.albedo, "burgundy") for paint in dark.paints)
    words = parse("gift boxes, pastel blue backdrop")
    for seed in range(4):
        chosen = choose(plates, words, 0.5, seed)
        paint = next(p for p in chosen.plate.paints if p.region in chosen.recolour)
        assert min(paint.albedo) > 0.2


def test_a_golden_evening_behind_the_table_gets_no_second_one() -> None:
    plates = {plate.id: plate for plate in bank.load()}
    far = [plate for plate in plates.values() if plate.far and "sunset" in plate.behind]
    assert far and not any(moods_to_give(plate, parse("golden hour")) for plate in far)
    assert any(moods_to_give(p, parse("golden hour")) for p in plates.values() if "sunset" not in p.concepts)


def test_low_sun_before_a_sky_of_day_is_no_evening_yet() -> None:
    """Dunes in golden light had a blue sky where a sunset was asked for."""
    dunes = next(p for p in bank.load() if "golden hour" in p.row["light"] and "desert" in p.behind)
    assert moods_to_give(dunes, parse("sand dunes at sunset")) == ("sunset",)


@pytest.mark.parametrize(
    ("prompt", "place"),
    [("galaxy background", "desert"), ("on wet asphalt at night with reflections", "city")],
)
def test_a_night_is_one_of_a_place_where_its_words_say_which(prompt: str, place: str) -> None:
    words = parse(prompt)
    assert {"night", place} <= set(words.concepts) and "mirror" not in words.concepts
    assert place in choose(bank.load(), words, 0.5, seed=1).plate.behind


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("tropical jungle at sunset", "rainforest"),
        ("in an orange orchard", "garden"),
        ("under palm trees at sunset", "beach"),
        ("on a pink wall with palm trees", None),
        ("next to a palm in a pot", None),
        ("on wet asphalt with reflections", None),
    ],
)
def test_what_grows_there_names_a_place(prompt: str, place: str | None) -> None:
    named = {name for name in parse(prompt).concepts if CONCEPTS[name].kind == "place"}
    assert named == ({place} if place else set())


@pytest.mark.parametrize("prompt", ["white background", "sage green backdrop", "pastel pink studio"])
def test_a_background_of_a_colour_is_of_that_colour_below_too(prompt: str) -> None:
    plates, words = bank.load(), parse(prompt)
    (colour,) = words.colours.values()
    for seed in range(12):
        choice = choose(plates, words, 0.5, seed)
        assert not choice.plate.row["backdrop"] and choice.recolour == {"surface": colour}
    with_table = choose(plates, parse(f"{prompt}, on a slate table"), 0.5, 0)
    assert "slate" in with_table.plate.concepts


def test_no_take_shows_a_picture_twice_while_there_are_sets() -> None:
    rare = parse("on water, hard sunlight from the left")
    takes = [choose(bank.load(), rare, 0.4, 1, variant).plate for variant in range(6)]
    assert len({(plate.id, plate.mirrored) for plate in takes}) == 6


@pytest.mark.parametrize("shape", ["round", "square", "stepped"])
def test_a_podium_has_the_shape_that_was_asked_for(shape: str) -> None:
    words = parse(f"on a {shape} podium against a blush pink wall, soft light from the left")
    chosen = choose(bank.load(), words, 0.6, seed=1)
    assert chosen.plate.row["podium"] == f"a {shape} podium"
    assert chosen.recolour == {"backdrop": "blush pink"}


@pytest.mark.parametrize("said", ["slightly raised view", "seen from slightly above", "a 30 degree angle"])
def test_a_camera_a_little_above_the_table_is_no_high_angle(said: str) -> None:
    assert parse(f"on oak, {said}").view == "slightly raised"
    assert parse("on oak, 45 degree angle").view == "high angle"
    assert choose(bank.load(), parse(f"on oak, {said}"), 0.5, 1).plate.elevation < 31


@pytest.mark.parametrize("prompt", ["green garden", "a green garden", "a blue kitchen"])
def test_a_colour_said_of_a_place_does_not_paint_a_wall_instead(prompt: str) -> None:
    words = parse(prompt)
    choice = choose(bank.load(), words, 0.6, 3)
    assert words.of_kind("place") <= choice.plate.concepts


@pytest.mark.parametrize(
    ("prompt", "colours"),
    [
        ("pastel background", {"backdrop": "pastel pink"}),
        ("minimal pastel podium, soft shadows", {"podium": "pastel pink"}),
        ("soft pastel tones", {"backdrop": "pastel pink"}),
        ("pastel blue background", {"backdrop": "pastel blue"}),
        ("mint pastel tones", {None: "mint green"}),
        ("pastel macarons on a marble table", {}),
        ("in a pastel kitchen", {}),
    ],
)
def test_pastel_alone_is_a_colour_where_no_other_is_said(prompt: str, colours: dict[str | None, str]) -> None:
    assert parse(prompt).colours == colours
