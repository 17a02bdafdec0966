"""Painted landscapes: light where it should be, and words that the studio reads as what is seen."""

from __future__ import annotations

import numpy as np
import pytest

from bggen.families.studio.words.prompts import parse
from bggen.train.scenes import outdoors
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.outdoors import canvas, landscapes

SHOWS = {
    "golden field": {"field", "sunset"}, "golden leaves": {"autumn", "forest", "sunset"},
    "green garden": {"garden"}, "blossom": {"blossom"}, "sea": {"beach"},
    "evening sea": {"beach", "sunset"}, "mountains": {"mountains"}, "winter": {"winter landscape"},
    "lavender": {"lavender field"}, "clouds": {"sky"}, "neon": {"neon"},
    "dunes": {"desert"}, "palms": {"beach", "tropical"}, "pool": {"pool"}, "street": {"city"},
    "graffiti": {"graffiti", "city"}, "stadium": {"stadium"},
    "sunflowers": {"sunflower field"}, "poppies": {"poppy field"}, "tulips": {"tulip field"},
    "bamboo": {"bamboo forest"}, "skyline": {"rooftop", "city"}, "santorini": {"white village"},
    "camp": {"campsite"},
    "waterfall": {"waterfall"}, "vineyard": {"sunset", "vineyard"}, "court": {"court", "tennis court"},
    "underwater": {"underwater"}, "stalls": {"market"}, "lake": {"lake"},
    "aurora": {"northern lights", "night"}, "fireworks": {"fireworks", "night", "city"},
    "campfire": {"campfire", "night", "forest"}, "black shore": {"black beach"}, "mesas": {"red desert"},
    "stars": {"desert", "night"}, "pastel sky": {"pastel sky"}, "smoke": {"smoke"},
}  # fmt: skip


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Landscapes of a ninth of the pixels; the sun and the horizon are looked for in whole ones."""
    third = (canvas.SIZE[0] // 3, canvas.SIZE[1] // 3)
    for module in vars(outdoors).values():
        if hasattr(module, "SIZE"):
            monkeypatch.setattr(module, "SIZE", third)


@pytest.mark.parametrize("name", sorted(landscapes.LANDSCAPES))
def test_a_landscape_is_light_and_says_what_it_shows(name: str, small: None) -> None:
    light, words = landscapes.paint(Rng(name), name, 0.64, "left")
    assert light.shape == (*canvas.SIZE, 3) and light.dtype == np.float32
    assert np.isfinite(light).all() and light.min() >= 0 and 0.02 < light.mean() < 3.5
    said = parse(f"against {words}")
    assert set(said.concepts) == SHOWS[name] and not said.unknown
    assert said.colours == ({"backdrop": "black"} if name == "smoke" else {})
    assert (light == landscapes.paint(Rng(name), name, 0.64, "left")[0]).all()


@pytest.mark.parametrize("name", ["golden field", "evening sea"])
def test_the_sun_is_on_the_side_that_the_light_comes_from(name: str) -> None:
    half = canvas.SIZE[1] // 2
    for side, nearer in (("left", np.s_[:, :half]), ("right", np.s_[:, half:])):
        light, _ = landscapes.paint(Rng("sun"), name, 0.64, side)
        assert light.shape == (*canvas.SIZE, 3)
        assert light[nearer].mean() > 1.05 * light.mean()


def test_a_camera_that_looks_down_on_a_slope_still_sees_what_stands_at_its_end(small: None) -> None:
    light, _ = landscapes.paint(Rng("sun"), "blossom", 0.22, "left")
    level = round(0.22 * canvas.SIZE[0])
    _, green, blue = light[level : level + 40].mean((0, 1))
    assert blue > 0.9 * green  # sky and blossom, where level ground would be grass


def test_the_horizon_is_where_it_was_asked_for() -> None:
    for horizon in (0.5, 0.7):
        light, _ = landscapes.paint(Rng("sea"), "sea", horizon, "left")
        red = np.convolve(light[..., 0].mean(1), np.ones(5) / 5, mode="same")  # of which water has little
        edge = int(np.argmin(np.diff(red[5:-5]))) + 5
        assert abs(edge - horizon * canvas.SIZE[0]) < 2 * canvas.LENS
