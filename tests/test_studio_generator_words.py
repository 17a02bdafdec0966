"""What the studio's own generator is told: the captions that it was taught with, whatever a user says."""

from __future__ import annotations

import numpy as np
import pytest

from bggen.families.studio.painter import in_captions
from bggen.families.studio.words.captions import caption
from bggen.families.studio.words.lexicon import ALONE, CONCEPTS, UNSHOWN
from bggen.families.studio.words.prompts import parse
from bggen.options import Options
from bggen.spec import Scene

#: looks of a whole picture, which no caption has a word for; and a paint's colour, which is no concept
UNTOLD = {"luxury", "bokeh", "bokeh lights", "minimal", "glow", "track"}


def scene(prompt: str, negative: str = "") -> Scene:
    plane = np.zeros((8, 8), np.uint8)
    options = Options(prompt=prompt, negative=negative)
    return Scene(np.zeros((8, 8, 3), np.uint8), plane, None, (0, 0, 8, 8), (0, 0), 1.0, options, 1)


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        (
            "butcher block counter, bird's eye view",
            "on oak wood, soft light from the left, top-down flat lay",
        ),
        (
            "tan cowhide, backlit, golden hour",
            "on beige leather, golden hour soft light from behind, slightly raised view",
        ),
        (
            "pink podium, pastel blue wall",
            "on a round pastel pink podium, on a seamless pastel blue studio backdrop, "
            "soft light from the left, slightly raised view",
        ),
        (
            "on carrara marble, urban skyline behind, hard sunlight from the right",
            "on white marble, modern city buildings, out of focus, hard sunlight from the right, "
            "slightly raised view",
        ),
        (
            "an arch, terracotta, with peonies",
            "a matte terracotta wall with a light grey arch, with pink flowers, soft light from the left, "
            "slightly raised view",
        ),
    ],
)
def test_other_words_come_to_those_of_the_captions(prompt: str, said: str) -> None:
    assert caption(parse(prompt)) == said
    assert caption(parse(said)) == said  # and stay what they are


@pytest.mark.parametrize("name", sorted(CONCEPTS.keys() - UNTOLD - ALONE.keys() - UNSHOWN.keys()))
def test_each_concept_is_told_as_itself_or_as_what_is_near(name: str) -> None:
    words = parse(CONCEPTS[name].words[0] if name not in parse(name).concepts else name)
    told = parse(caption(words)).concepts.keys()
    near = {other for other in CONCEPTS if name in CONCEPTS[other].near} | {*CONCEPTS[name].near}
    of_rooms = {"interior", "workshop"} if CONCEPTS[name].kind == "place" else set[str]()
    assert told & ({name} | near | of_rooms), caption(words)


def test_what_no_caption_names_is_told_as_what_is_near_or_not_at_all() -> None:
    for name, concept in (ALONE | UNSHOWN).items():
        said = caption(parse(f"on slate with {concept.words[0]}"))
        assert name not in said.replace("oak wood", ""), name
    assert "with pink flowers," in caption(parse("on slate with orchids"))
    assert "with lemons," in caption(parse("on slate with kiwi and mango"))


@pytest.mark.parametrize("prompt", ["", "on the moon", "!"])
def test_what_is_not_understood_is_left_to_the_generator(prompt: str) -> None:
    assert caption(parse(prompt)) == ""
    assert in_captions(scene(prompt)).options.prompt == prompt


def test_what_is_refused_is_not_told() -> None:
    assert "marble" in in_captions(scene("marble, with flowers")).options.prompt
    assert "flowers" not in in_captions(scene("marble, with flowers", negative="flowers")).options.prompt
