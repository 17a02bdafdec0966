"""Evaluation's measures have known answers, and the whole of it runs on made-up scenes."""

from __future__ import annotations

import json
import math
import re
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Plane, Rgb
from bggen.train import __main__ as steps
from bggen.train import attributes, data, vocabulary
from bggen.train.evaluation import (
    baselines,
    evaluate,
    figures,
    judge,
    measures,
    painting,
    synonyms,
)

from . import tiny_models
from .packshots import ROW

SIDE = 96

pytestmark = pytest.mark.usefixtures("one_thread")


def scene(number: int) -> tuple[Rgb, Plane, Rgb]:
    """Finished picture, cover, empty set: a blue box whose shadow falls to the right."""
    rng = np.random.default_rng(number)
    plate = np.full((SIDE, SIDE, 3), rng.integers(140, 220, 3), np.uint8)
    plate[60:] = rng.integers(120, 200, 3)
    finished, alpha = plate.copy(), np.zeros((SIDE, SIDE), np.uint8)
    alpha[36:72, 34:58] = 255
    finished[58:72, 58:78] //= 2
    finished[alpha > 0] = (40, 60, 200)
    return finished, alpha, plate


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """A working folder with 24 packed scenes, two of them held back."""
    made = [scene(number) for number in range(24)]
    rows = [{**ROW, "id": number, "plate": number} for number in range(24)]
    rows[20] |= {"light": "soft light from the right", "surface": "white marble", "props": []}
    folder = tmp_path / "work" / "pack"
    folder.mkdir(parents=True)
    np.save(folder / "rgba.npy", np.stack([np.dstack([rgb, alpha]) for rgb, alpha, _ in made]))
    np.save(folder / "plate.npy", np.stack([plate for _, _, plate in made]))
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder.parent


def gaussian(count: int, middle: float, scale: float, seed: int, axes: int = 3) -> measures.Floats:
    return np.random.default_rng(seed).normal(middle, scale, (count, axes))


def test_frechet_distance_of_two_gaussians() -> None:
    # means 2 apart on three axes, spreads 1 and 3: 3 * 2^2 + 3 * (3 - 1)^2
    distance = measures.frechet(gaussian(200_000, 0, 1, 0), gaussian(200_000, 2, 3, 1))
    assert distance == pytest.approx(24, rel=0.01)
    same = gaussian(500, 0, 1, 2)
    assert measures.frechet(same, same) == pytest.approx(0, abs=1e-9)


def test_frechet_weights_are_repeats() -> None:
    rows, others = gaussian(6, 0, 1, 0), gaussian(9, 1, 2, 1)
    times = np.array([1, 3, 2, 1, 1, 2])
    assert measures.frechet(rows, others, times) == pytest.approx(
        measures.frechet(rows.repeat(times, axis=0), others)
    )


def test_frechet_ratio_is_one_for_scenes_as_good_as_real_and_more_for_others() -> None:
    real, everyone = gaussian(100, 0, 1, 0, 12), np.arange(100)
    alike = [measures.frechet_ratio(gaussian(100, 0, 1, k, 12), real, everyone) for k in range(1, 9)]
    assert np.mean(alike) == pytest.approx(1, abs=0.12)
    assert measures.frechet_ratio(gaussian(100, 0.5, 1, 1, 12), real, everyone) > 2
    assert measures.frechet_ratio(real, real, everyone) == 1


def test_bootstrap_interval_covers_the_mean() -> None:
    hits = 0
    for seed in range(60):
        values = np.random.default_rng(seed).normal(5, 2, 40)
        low, high = measures.bootstrap(lambda some, v=values: float(v[some].mean()), 40, 200, seed)
        hits += low <= 5 <= high
        assert 0.7 < high - low < 2.0  # 2 * 1.96 * 2 / sqrt(40) is 1.24
    assert hits >= 51  # of 60; 95 % is 57


def test_bootstrap_of_what_repeats_shrink_is_put_around_the_value() -> None:
    def distinct(some: np.ndarray) -> float:
        return float(len(np.unique(some)))  # 63 of 100 in a draw

    low, high = measures.bootstrap(distinct, 100, around=distinct(np.arange(100)))
    assert 85 < low < 100 < high < 115


def test_heads_that_the_judge_does_not_see_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluate, "HEADS", {"seen": ("a", "b"), "unseen": ("a", "b")})
    truth = evaluate.Truth.__new__(evaluate.Truth)
    truth.wanted = np.array([[0, 0], [1, 0], [0, 1], [1, 0]])
    truth.common = [0, 0]
    always = np.array([[1.0, 0]] * 4)
    truth.answers = {"seen": np.eye(2)[truth.wanted[:, 0]], "unseen": always}
    found = evaluate.adherence({"seen": np.eye(2)[[0, 1, 0, 0]], "unseen": always}, truth)
    assert found["adherence_seen"].value == found["adherence"].value == 0.75
    assert found["lift"].value == 0.5  # 3 of 4 where blind guessing gets 2 and the real pictures 4
    assert math.isnan(found["adherence_unseen"].value)


def test_bootstrap_of_nothing_is_nothing() -> None:
    assert all(math.isnan(v) for v in measures.bootstrap(lambda _: math.nan, 5))
    assert not math.isfinite(figures.mean_of([]).value)


def test_ring_is_nothing_for_the_truth_and_one_for_the_plain_composite() -> None:
    finished, alpha, plate = scene(0)
    bare = measures.composite(plate, finished, alpha)
    plain = measures.ring_error(bare, finished, alpha)
    assert plain > 0
    assert measures.ring_error(finished, finished, alpha) == 0
    half = ((bare.astype(int) + finished) // 2).astype(np.uint8)
    assert measures.ring_error(half, finished, alpha) / plain == pytest.approx(0.5, abs=0.02)
    zone = measures.ring(alpha)
    assert not (zone & (alpha > 0)).any()
    assert zone[50, 34 - measures.RING] and not zone[50, 34 - measures.RING - 1]


def test_shadow_side_and_its_mirror() -> None:
    finished, alpha, plate = scene(0)
    assert measures.shadow_side(finished, plate, alpha) == 1
    assert measures.shadow_side(finished[:, ::-1], plate[:, ::-1], alpha[:, ::-1].copy()) == -1
    assert measures.shadow_side(measures.composite(plate, finished, alpha), plate, alpha) == 0


def test_growth_counts_what_is_painted_on() -> None:
    rng = np.random.default_rng(0)
    picture = rng.normal(200, 4, (160, 160, 3)).clip(0, 255).astype(np.uint8)
    alpha = np.zeros((160, 160), np.uint8)
    alpha[50:110, 60:100] = 255
    picture[alpha > 0] = (40, 60, 200)
    assert measures.growth(picture, alpha) < 0.005
    picture[70:90, 100:112] = (
        40,
        60,
        200,
    )  # a handle nobody asked for: 240 of 2,400 pixels, 2 columns spared
    assert measures.growth(picture, alpha) == pytest.approx(0.083, abs=0.01)
    picture[5:15, 5:15] = (40, 60, 200)  # far away and apart: another thing
    assert measures.growth(picture, alpha) == pytest.approx(0.083, abs=0.01)


def test_detail_sees_blur_and_grain_but_not_the_product() -> None:
    rng = np.random.default_rng(3)
    picture = rng.integers(90, 166, (64, 64, 3)).astype(np.uint8)
    alpha = np.zeros((64, 64), np.uint8)
    alpha[20:44, 20:44] = 255
    other = picture.copy()
    other[20:44, 20:44] = 0
    whole = measures.detail(picture, alpha)
    assert whole > 5
    assert measures.detail(other, alpha) == pytest.approx(whole, abs=0.05)
    assert measures.detail(cv2.GaussianBlur(picture, (0, 0), 3), alpha) < 0.1 * whole
    assert measures.detail(np.full_like(picture, 128), alpha) == 0


def test_spread_and_nearest() -> None:
    assert measures.spread(np.array([[0.0, 0], [3, 4]])) == 5
    assert math.isnan(measures.spread(np.zeros((1, 2))))
    known = np.stack([measures.thumb(scene(k)[0], scene(k)[1])[0] for k in range(5)])
    rgb, alpha, _ = scene(3)
    assert measures.nearest(*measures.thumb(rgb, alpha), known) == (3, 0.0)
    recoloured = rgb.copy()
    recoloured[alpha > 0] = (250, 20, 20)  # the product itself is no likeness
    assert measures.nearest(*measures.thumb(recoloured, alpha), known) == (3, 0.0)
    assert measures.nearest(*measures.thumb(255 - rgb, alpha), known)[1] > 20


@pytest.mark.parametrize(
    ("surface", "value", "colour"),
    [
        ("seamless sage green studio backdrop", "plain", "green"),
        ("seamless sand studio backdrop", "plain", "beige"),
        ("black marble with gold veins", "marble", "black"),
        ("glossy off-white", "glossy", "white"),
        ("oak wood", "wood", None),
        ("light oak wood", "wood", "beige"),
        ("fine brown sand", "sand", "brown"),
        ("cracked sandstone", "stone", None),
        ("concrete tiles", "tiles", "grey"),
        ("mossy rock", "stone", "green"),
        ("draped navy blue silk", "fabric", "blue"),
        ("red brick masonry", "stone", "red"),
    ],
)  # fmt: skip
def test_words_of_a_surface(surface: str, value: str, colour: str | None) -> None:
    found = attributes.said({**ROW, "surface": surface})
    assert found["surface"] == value
    assert (found["colour"] if found["colour"] in attributes.HEADS["colour"] else None) == colour
    assert (found["backdrop"] == "seamless") == surface.startswith("seamless")


def test_labels_follow_the_mirror_and_leave_the_unsaid_out() -> None:
    light, colour = list(attributes.HEADS).index("light"), list(attributes.HEADS).index("colour")
    plain, turned = attributes.labels(ROW), attributes.labels(ROW, flip=True)
    assert attributes.HEADS["light"][plain[light]] == "left"
    assert attributes.HEADS["light"][turned[light]] == "right"
    assert plain[:light] + plain[light + 1 :] == turned[:light] + turned[light + 1 :]
    assert plain[colour] == attributes.UNSAID
    assert attributes.labels({**ROW, "light": "pink and blue neon light"})[light] == attributes.UNSAID


def test_synonyms_are_sixty_and_outside_the_captions() -> None:
    assert len({word.words for word in synonyms.SYNONYMS}) == len(synonyms.SYNONYMS) == 60
    tables = [vocabulary.COLOURS, vocabulary.SURFACES, vocabulary.PLACES, vocabulary.LIGHTS, vocabulary.PROPS]
    said = [text for table in tables for text in table] + [
        w for ws in vocabulary.SYNONYMS.values() for w in ws
    ]
    known = set(re.findall(r"[a-z]+", " ".join([*said, *vocabulary.SYNONYMS, *vocabulary.STANDS])))
    for word in synonyms.SYNONYMS:
        assert word.value in attributes.HEADS[word.head]
        assert not set(re.findall(r"[a-z]+", word.words)) <= known, word
        assert word.words in word.prompt(word.words)


def test_baselines_leave_the_product_and_know_only_their_part() -> None:
    finished, alpha, _ = scene(0)
    for picture in (baselines.flat(finished, alpha), baselines.stretched(finished, alpha)):
        assert (picture[alpha == 255] == finished[alpha == 255]).all()
    assert (baselines.flat(finished, alpha)[0, 0] == baselines.FLAT).all()
    darkened = finished.copy()
    darkened[measures.ring(alpha)] = 0  # the ring that is measured must not be told
    assert (baselines.stretched(darkened, alpha) == baselines.stretched(finished, alpha)).all()


def test_judge_is_blind_to_the_product() -> None:
    torch.manual_seed(0)
    net = judge.Judge().eval()
    finished, alpha, _ = scene(0)
    other = finished.copy()
    other[alpha > 0] = (250, 250, 10)
    seen = judge.stack(
        [judge.view(rgb, cv2.dilate(alpha, np.ones((3, 3), np.uint8))) for rgb in (finished, other)]
    )
    assert np.allclose(*net.features(seen))
    assert not np.allclose(
        *net.features(judge.stack([judge.view(finished, alpha), judge.view(255 - finished, alpha)]))
    )


def test_judge_trains_and_evaluate_measures_a_folder_and_the_baselines(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = tiny_models.sd_inpaint(tmp_path / "tiny"), tmp_path / "judge"
    common = ["--work", str(packed), "--device", "cpu", "--threads", "1"]
    line = ["bggen.train", "judge", *common, "--minutes", "0.005", "--batch", "4", "--out", str(out)]
    monkeypatch.setattr(sys, "argv", line)
    steps.main()
    trained = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert trained["steps"] > 0 and trained["bytes"] == (out / judge.FILE).stat().st_size < 600_000
    assert trained["heads"]["surface"]["majority"] == 0.5  # oak is commonest; of the two held back one is oak
    monkeypatch.setattr(evaluate, "seconds", lambda entrant, side: figures.Figure(1.0))
    wanted = ["--model", "none", "--folder", str(folder), "--steps", "1", "--judge", str(out)]
    wanted += ["--scenes", "2", "--seeds", "2", "--words", "1", "--json", str(tmp_path / "figures.json")]
    monkeypatch.setattr(sys, "argv", ["bggen.train", "evaluate", *common, *wanted])
    steps.main()
    table = capsys.readouterr().out
    columns = json.loads((tmp_path / "figures.json").read_text())["columns"]
    names = ["real renders", "tiny", "flat colour", "stretched surroundings", "nearest training scene"]
    assert list(columns) == names and all(name in table for name in names)
    tiny = columns["tiny"]
    assert set(evaluate.ROWS) - set(tiny) == set()
    assert tiny["ring"]["value"] > 0 and tiny["diversity"]["value"] > 0
    assert tiny["megabytes"]["value"] == pytest.approx(painting.weight(Options(model=str(folder))) / 1e6)
    assert columns["flat colour"]["diversity"]["value"] == 0
    assert "ring" not in columns["flat colour"] and "words" not in columns["flat colour"]
    assert columns["real renders"]["shadow"]["value"] == 0.5  # one of two is lit from where its shadow falls


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (["--scenes", "1"], "--scenes 1: give at least 2"),
        (["--judge", "nowhere"], "--judge nowhere: there is no judge.safetensors"),
        (["--folder", "nowhere"], "nowhere"),
    ],
)
def test_wrong_asking_is_one_line(
    packed: Path, tmp_path: Path, wrong: list[str], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge.Judge().save(tmp_path)
    line = ["--work", str(packed), "--device", "cpu", "--model", "none", "--judge", str(tmp_path), *wrong]
    monkeypatch.setattr(sys, "argv", ["bggen.train", "evaluate", "--scenes", "2", *line])
    with pytest.raises(SystemExit) as stopped:
        steps.main()
    assert says in str(stopped.value) and "\n" not in str(stopped.value)


def test_shipped_painter_gets_the_words_and_the_set(packed: Path) -> None:
    found = data.load_packed(packed / "pack")
    first, second = painting.subjects(found, 9)
    assert [first.row["id"], second.row["id"]] == [0, 20]
    studio = painting.model("studio", Options(), Settings(device="cpu", threads=1))
    assert studio.onto is not None
    settled, other = studio.onto(first), studio.onto(second)
    assert first.plate is not None and (settled[first.alpha == 255] == first.rgb[first.alpha == 255]).all()
    corner = np.abs(settled[:8, :8].astype(int) - first.plate[:8, :8]).mean()
    assert corner < 12 < np.abs(other[:8, :8].astype(int) - first.plate[:8, :8]).mean()
    red = studio.paint(first, "on a seamless red studio backdrop", 2)
    assert len(red) == 2
    assert red[0][4, 4, 0] > red[0][4, 4, 2] + 40


def test_the_weights_of_pure_generation_are_those_of_its_folder_alone() -> None:
    alone, all_ = (painting.weight(Options(reference=kind)) for kind in ("none", "auto"))
    assert 10e6 < alone < all_ <= 40e6  # issue 3: at most 40 MB
