"""The denoiser's lessons are what the studio shows, and a run goes on from the weights that ship."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from bggen.families.studio import painter, settling
from bggen.families.studio.painter import DIFFUSION
from bggen.families.studio.sets import bank
from bggen.families.studio.sets.choice import choose
from bggen.families.studio.settling import Backdrop
from bggen.families.studio.words.prompts import parse
from bggen.spec import Painting, Scene
from bggen.train import data, loop
from bggen.train.generator import denoise, export, lessons, samples, sharpen

pytestmark = pytest.mark.usefixtures("one_thread")


def test_a_lesson_is_a_set_with_a_product_and_its_shadow(packed: data.Packed) -> None:
    some = list(lessons.lessons(packed, 2, (96, 128), seed=4))
    again = list(lessons.lessons(packed, 2, (96, 128), seed=4))
    for one, other in zip(some, again, strict=True):
        assert one.words == other.words and np.array_equal(one.rgb, other.rgb)
        assert one.rgb.shape == (128, 96, 3) and 0.01 < (one.alpha > 127).mean() < 0.75
        blue = one.rgb[one.alpha == 255].mean(0)
        assert blue[2] > blue[0] + 100  # the packshots' product
        scene = one.rgb[one.alpha == 0]
        assert scene.std() > 2 and scene[:, 2].mean() < scene[:, 0].mean() + 60


def test_the_light_of_a_lesson_comes_from_where_its_words_say(
    packed: data.Packed, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def stage(plates: list[bank.Plate], scene: Scene) -> Backdrop:
        chosen = choose(plates, parse(scene.options.prompt), 0.5, scene.seed, scene.variant)
        seen.append((parse(scene.options.prompt).light_side, chosen.plate.light_side))
        return Backdrop(np.full((*scene.rgb.shape[:2], 3), 200, np.uint8), {}, plate=chosen.plate)

    monkeypatch.setattr(painter, "stage", stage)
    monkeypatch.setattr(settling, "settled", lambda scene, backdrop: Painting(backdrop.rgb, True))
    monkeypatch.setattr(lessons, "OF_A_SET", 1.0)
    assert len(list(lessons.lessons(packed, 40, (64, 64), seed=1))) == 40
    sides = [(asked, got) for asked, got in seen if asked in ("left", "right") and got in ("left", "right")]
    assert len(sides) > 15
    assert all(asked == got for asked, got in sides)


def test_words_of_a_set_name_the_colour_that_it_is_to_get_and_the_side_of_its_mirror() -> None:
    choose = random.Random(2)
    plate = next(plate for plate in bank.load() if plate.paints and plate.light_side == "left")
    said = [parse(lessons.of_a_set(plate, choose)) for _ in range(60)]
    assert len({colour for words in said for colour in words.colours.values()}) > 8
    assert {words.light_side for words in said} == {None, "left", "right"}


def test_words_of_the_lexicon_are_understood() -> None:
    choose = random.Random(2)
    said = [parse(lessons.of_the_lexicon(choose)) for _ in range(60)]
    assert all(words.concepts for words in said)
    assert len({name for words in said for name in words.concepts}) > 40


def test_lessons_are_kept_as_pictures_and_read_while_others_are_made(
    packed: data.Packed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(samples, "ALIKE", 1)
    folder, seen = samples.keep_lessons(packed, tmp_path, 2, 128, seed=5), dict[Path, int]()
    (one, other) = samples.kept_lessons(tmp_path, seen, 128)
    first = next(lessons.lessons(packed, 1, (128, 128), 5 * 1_000_003))
    assert one.said == first.words and np.array_equal(one.rgba[:, :, 3], first.alpha)
    assert np.abs(one.rgba[:, :, :3].astype(int) - first.rgb).mean() < 3
    assert other.rgba.shape == (128, 128, 4) and not list(samples.kept_lessons(tmp_path, seen, 128))

    words = folder / samples.WORDS
    words.write_text(words.read_text() + '{"name": "000')  # a third, still being written
    assert not list(samples.kept_lessons(tmp_path, seen, 128))
    words.write_text(words.read_text().rpartition("\n")[0] + "\n")
    samples.keep_lessons(packed, tmp_path, 4, 256, seed=5)
    sizes = [picture.rgba.shape[:2] for picture in samples.kept_lessons(tmp_path, seen, 256)]
    assert sizes == [(224, 288), (288, 224)]  # height and width
    assert [one.rgba.shape[0] for one in samples.kept_lessons(tmp_path, {}, 64)] == [64] * 4
    assert sum(seen.values()) == 4 == len(list(folder.glob("*.jpg")))


def test_what_is_read_is_drawn_in_batches_of_one_size_with_their_words(
    packed: data.Packed, tmp_path: Path
) -> None:
    export.begin(DIFFUSION, tmp_path)
    samples.keep_lessons(packed, tmp_path, 2, 128, seed=5)
    plan = loop.Plan(folder=tmp_path / "unet", minutes=1, rate=1e-3, half=False)
    with samples.Stock(packed, plan, 128, 1, 5) as stock:
        assert {size: len(some) for size, some in stock.samples.items()} == {(4, 16, 16): 2, (4, 12, 12): 5}
        drawn = [stock.draw(3) for _ in range(20)]
        for latents, kept, alpha, words in drawn:
            assert latents.shape == kept.shape and alpha.shape == (3, 1, *latents.shape[2:])
            assert set(alpha.unique().tolist()) <= {0, 1} and words.shape[0] == 3
        assert {tuple(latents.shape[2:]) for latents, *_ in drawn} == {(16, 16), (12, 12)}
        assert len({float(words[0].sum()) for *_, words in drawn}) > 5
    assert not stock.reader.is_alive()

    (tmp_path / "lessons" / "5" / "00001.jpg").unlink()
    with (
        pytest.raises(RuntimeError, match="reading the samples failed"),
        samples.Stock(packed, plan, 64, 1, 5),
    ):
        pass


def test_training_goes_on_from_what_ships_and_answers_to_a_critic(
    packed: data.Packed, tmp_path: Path
) -> None:
    export.begin(DIFFUSION, tmp_path)
    shipped = load_file(DIFFUSION / "unet" / "diffusion_pytorch_model.safetensors")
    net = denoise.load(tmp_path / "unet").state_dict()
    assert all(torch.equal(net[name], value.float()) for name, value in shipped.items())

    samples.keep_lessons(packed, tmp_path, 2, 64, seed=5)
    plan = loop.Plan(
        folder=tmp_path / "sharpen", minutes=1, rate=1e-3, half=False, warmup=1, average=0.0, most=2
    )
    assert sharpen.train(packed, plan, 3, 64, 1, 5) == {"steps": 2, "seen": 6}
    export.export(packed, tmp_path, tmp_path / "out")
    made = load_file(tmp_path / "out" / "unet" / "diffusion_pytorch_model.safetensors")
    assert all(value.isfinite().all() for value in made.values())
    assert not torch.equal(made["conv_in.weight"], shipped["conv_in.weight"])
    plan = replace(plan, folder=tmp_path / "unet")
    assert denoise.train(packed, plan, 3, 64, 1, 5) == {"steps": 2, "seen": 6}
