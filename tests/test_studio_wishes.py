"""What people are told about a prompt that no set shows as it was written."""

from __future__ import annotations

import pytest

from bggen.families.studio.sets import bank, browse, wishes
from bggen.families.studio.sets.choice import choose, pinned
from bggen.families.studio.words.prompts import parse, without

PLATES = bank.load()


def told(prompt: str) -> list[str]:
    words = parse(prompt)
    return wishes.lines(prompt, words, choose(PLATES, words, 0.5, seed=1))


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        "product photo",
        "oak table, soft light",
        "green garden",
        "in a room",
        "neon at night",
        "wooden table, snowy garden",
        "snow-covered garden, wooden table",
        "background fading from teal to navy",
        "a bottle on marble with a gradient beige to white wall",
        "ring on stone among moss",
        "candle in a bright living room",
        "we would like it on a dusty desert road, if possible",
        "nothing but a clean grey background, pink soda can",
        "black friday, dark background, neon light",
        "gamer desk setup, rgb light, dark room",
        "minimalist kitchen, white wall",
        "rustic barn wood, western style",
        "Christmas, red baubles, fairy lights, walnut",
        "red roses on oak",  # they are dyed
        "oak with black pepper and green grapes",
        "in a living room with a beige sofa",
        "in a gym with dumbbells",
        "in a nursery with toys",
        "diwali, oil lamps, marigold flowers",  # they lie about the lamps
        "podium in the clouds, dreamy pastel sky",
        "standing in clear shallow water with ripples",
        "white marble with smoke, dark background",
        "basketball court",
        "in a yoga studio",
    ],
)
def test_what_can_be_seen_needs_no_word(prompt: str) -> None:
    assert told(prompt) == []


@pytest.mark.parametrize(
    ("prompt", "lacking"),
    [
        ("marigolds on oak", "'marigolds'"),
        ("pink and orange background", "'orange'"),
        ("a wheat field seen from above, on green marble", "'wheat field', 'green marble'"),
        ("podium on sand, blue sky", "'podium'"),
        ("on oak, water behind, city", "'water'"),
        ("pink and blue gradient podium on white", "'blue'"),
        ("on oak, in front of a blue and yellow wall", "'yellow'"),
        ("on asphalt, harsh sunlight", "'harsh sunlight'"),
        ("on raw concrete, misty background", "'misty'"),
        ("persian rug on oak", "'persian rug'"),
        ("on slate with parsley", "'parsley'"),
        ("underwater with light rays and coral", "'coral'"),
        ("oak with a purple croissant", "'purple croissant'"),
        ("pink balloons", "'pink balloons'"),
        ("in a living room with a teal armchair", "'teal'"),
    ],
)
def test_what_no_set_shows_is_named_in_the_prompts_own_words(prompt: str, lacking: str) -> None:
    assert told(prompt) == [wishes.LACKS.format(lacking)]


@pytest.mark.parametrize(
    ("prompt", "line"),
    [
        ("holographic background", "a gradient from pastel pink to pastel blue in place of 'holographic'"),
        ("in front of a pink curtain", "a pastel pink plaster wall in place of 'curtain'"),
        ("on red leather", "red velvet in place of 'leather'"),
        ("on worn gold metal", "brushed steel in place of 'gold metal'"),
        ("on aged copper", "brushed steel in place of 'copper'"),
        ("gold background", "mustard yellow in place of 'gold'"),
        ("in a child's nursery on a rug", "beige linen in place of 'rug'"),
        ("colourful gradient studio", "a gradient from pastel pink to pastel blue in place of 'colourful'"),
        ("on the surface of mars", "a red rock desert with mesas in place of 'surface of mars'"),
        ("perfume on a bed of feathers", "feathers beside the product in place of 'on feathers'"),
        ("on a piano", "glossy white in place of 'piano'"),
        ("on oak with a baguette", "bread in place of 'baguette'"),
        ("on golden silk", "mustard yellow in place of 'golden'"),
        ("on a round glass podium", "a round white marble podium in place of 'glass'"),
    ],
)
def test_a_ground_that_stands_in_for_another_is_named(prompt: str, line: str) -> None:
    assert told(prompt) == [f"no set shows all that was asked: {line}"]


@pytest.mark.parametrize("prompt", ["on rustic oak", "slate in a kitchen", "on a lawn", "on draped cloth"])
def test_who_gets_a_stone_or_wood_much_like_theirs_is_told_nothing(prompt: str) -> None:
    assert told(prompt) == []


def test_a_set_that_was_named_is_not_called_the_best_of_all() -> None:
    words = parse("on velvet")
    choice = pinned(browse.named(PLATES, "031"), words)
    assert wishes.lines("on velvet", words, choice) == ["set 031 has beige linen in place of 'velvet'"]


@pytest.mark.parametrize(
    ("prompt", "ground", "told"),
    [
        ("on the beach", "beach sand", []),
        ("in a bathroom", "ceramic tiles", ["off-white ceramic tiles in place of 'bathroom'"]),
        ("in a living room", "light oak wood", ["light oak wood in place of 'living room'"]),
        ("in a kitchen", "white marble", ["white marble in place of 'kitchen'"]),
    ],
)
def test_from_above_a_place_is_its_ground(prompt: str, ground: str, told: list[str]) -> None:
    """Cutlery for a kitchen lay on beige linen; a room's table or floor is said to be that."""
    words = parse(prompt)
    chosen = choose(PLATES, words, 0.5, seed=1, lies=True)
    assert ground in str(chosen.plate.row["surface"])
    lines = [f"no set shows all that was asked: {line}" for line in told]
    assert wishes.lines(prompt, words, chosen) == lines


@pytest.mark.parametrize("prompt", ["background #F4EDE4", "pure white background", "white background #fff"])
def test_who_asks_for_an_exact_colour_learns_how_to_get_it(prompt: str) -> None:
    (line,) = told(prompt)
    assert "--background '#f" in line


def test_a_prompt_without_a_word_of_ours_says_so() -> None:
    assert told("✨") == [wishes.NO_WORD]
    assert told("transparent background") == [wishes.WHOLE]
    assert "'白い背景'" in told("白い背景")[0]


@pytest.mark.parametrize(
    ("prompt", "concepts"),
    [
        ("🎄❄️", {"christmas"}),
        ("pink 🌸", {"flowers"}),
        ("❄️", {"winter landscape"}),
        ("sunny day ☀️☕", {"hard light"}),
    ],
)
def test_emojis_say_what_they_show(prompt: str, concepts: set[str]) -> None:
    words = parse(prompt)
    assert set(words.concepts) == concepts and words.unknown == ()


def test_a_negative_prompt_refuses_what_it_names() -> None:
    words = without(parse("oak table, flowers, soft light"), "wood, flowers and blurry")
    assert set(words.concepts) == {"soft light"} and {"oak", "walnut", "flowers"} <= words.negated
    assert "bokeh" not in words.negated  # every such prompt has it, out of habit
    assert not choose(PLATES, words, 0.5, seed=1).plate.concepts & words.negated
    assert without(words, "people, watermark") == words
