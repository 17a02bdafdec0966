"""The light of a picture that nobody measured."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from bggen.families.studio.light import casts, guess
from bggen.families.studio.sets import bank

SIZE = 128


def standing() -> NDArray[np.float32]:
    alpha = np.zeros((SIZE, SIZE), np.float32)
    alpha[50:100, 52:76] = 1
    return alpha


def backdrop() -> NDArray[np.float32]:
    """A bare wall above a table, a little lighter on the left."""
    picture = np.full((SIZE, SIZE, 3), 0.75, np.float32)
    picture[64:] = (0.6, 0.5, 0.4)
    return picture * np.linspace(1.1, 0.9, SIZE, dtype=np.float32)[None, :, None]


def falls(light: casts.Light) -> float:
    """Where shadows fall on the whole: above 0 to the right."""
    return float((light.directions[:, 0] * light.parts.mean(1)).sum())


@pytest.mark.parametrize("view", ["eye level", "slightly raised", "top-down", None])
def test_the_side_that_the_words_tell_is_where_it_comes_from(view: str | None) -> None:
    lights = {side: guess.guess(backdrop(), standing(), side, True, view) for side in ("left", "right")}
    assert falls(lights["left"]) > 0.02 > -0.02 > falls(lights["right"])


def test_a_mirror_shows_the_mirrored_light() -> None:
    there = guess.guess(backdrop(), standing(), "left", False, "eye level")
    back = guess.guess(backdrop()[:, ::-1], standing()[:, ::-1], "right", False, "eye level")
    assert falls(there) == pytest.approx(-falls(back), abs=1e-3)
    assert there.elevation == pytest.approx(back.elevation, abs=0.01)


def test_mirroring_twice_changes_nothing() -> None:
    answered = np.random.default_rng(0).random(guess.ANSWERS).astype(np.float32)
    assert (guess.unmirrored(guess.unmirrored(answered)) == answered).all()
    assert (guess.unmirrored(answered) != answered).any()


def test_no_more_is_taken_than_there_is() -> None:
    for plate in bank.load()[::40]:
        picture = (plate.pixels() / 255).astype(np.float32)
        alpha = np.zeros(picture.shape[:2], np.float32)
        middle = picture.shape[0] // 2
        alpha[middle : middle + 300, middle - 80 : middle + 80] = 1
        light = guess.guess(picture, alpha)
        assert 0 < light.parts.sum(0).max() < 1.5
        assert (light.parts >= 0).all()
        assert 1 <= light.elevation <= 89


def test_words_tell_how_high_the_camera_is() -> None:
    seen = {view: guess.guess(backdrop(), standing(), view=view).elevation for view in guess.VIEWS}
    assert seen["eye level"] < seen["slightly raised"] < seen["high angle"] < seen["top-down"]
    assert seen["eye level"] < 9
    assert seen["top-down"] > casts.LYING


def test_what_lies_throws_its_shadow_along_the_ground() -> None:
    alpha = standing()
    blocked = casts.blocked(alpha, guess.directions(88.0), 88.0)
    right = guess.AROUND.index((0.0, 18))  # a low light from the right: its shadow lies to the left
    assert blocked[right, 75, 44] > 0.5 > 0.1 > blocked[right, 75, 84]
    overhead = blocked[-1]
    assert overhead[75, 47] < 0.1


def test_a_camera_that_sees_the_grounds_end_does_not_look_straight_down() -> None:
    answered = np.zeros(guess.ANSWERS, np.float32)
    answered[0] = 0.5
    answered[-len(guess.VIEWS) :] = (0.1, 0.3, 0.1, 0.5)
    assert guess.light(answered).elevation > casts.LYING
    assert guess.light(answered, ends=True).elevation == guess.elevation_of("slightly raised")
