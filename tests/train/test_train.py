"""The training code on a handful of made-up scenes: every step runs, resumes and leaves finite weights."""

from __future__ import annotations

import json
import multiprocessing
import pickle
import random
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import cv2
import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file
from tests.packshots import ROW
from torch.nn import functional

from bggen.cutout import salient as finder
from bggen.cutout.rules.outline import PLANES, SIDE
from bggen.errors import UsageError
from bggen.families.studio.light import casts, guess, horizon
from bggen.families.studio.photo import poise, view
from bggen.families.studio.sets import bank
from bggen.networks import Network
from bggen.train import captions, composites, data, drawn, loop
from bggen.train.generator import text, vae
from bggen.train.networks import horizon as horizon_training
from bggen.train.networks import (
    horizon_examples,
    light,
    light_examples,
    onnx_file,
    outline,
    pose,
    renewed,
    retouch,
    salient,
)
from bggen.train.networks import view as view_training
from bggen.train.networks.pyramid import Coverage, Pyramid, fit

WORDS = ("oak", "marble", "sunlight", "curtain")  # of different lengths: each gets its own meaning


pytestmark = pytest.mark.usefixtures("one_thread")


def test_pack_keeps_pixels_and_holds_ids_back(packed: data.Packed) -> None:
    assert packed.split(held_back=True) == [0]
    assert packed.split(held_back=False, plates_only=True) == [1, 2, 3, 4, 5]
    assert tuple(packed.rgba[3, 50, 50]) == (40, 60, 200, 255)
    assert packed.plate[packed.rows[3]["plate"], 75, 50, 0] == 200


def test_packshots_of_several_folders_become_one_pack_of_one_size(
    packed: data.Packed, tmp_path: Path
) -> None:
    """Renders of our own lie beside their rows; what is under no coverage keeps its colours."""
    more = tmp_path / "more"
    more.mkdir()
    rgba = np.full((64, 64, 4), (200, 10, 90, 0), np.uint8)
    rgba[:, 32:, 3] = 255
    Image.fromarray(rgba).save(more / "000007.webp", lossless=True, exact=True)
    (more / "scenes-0.jsonl").write_text("".join(json.dumps({**ROW, "id": n}) + "\n" for n in (7, 8)))
    assert data.pack([tmp_path / "source", more], tmp_path / "both", 48) == 7
    both = data.load_packed(tmp_path / "both")
    assert both.rgba.shape == (7, 48, 48, 4) and both.plate.shape == (6, 48, 48, 3)
    assert [row["plate"] for row in both.rows] == [0, 1, 2, 3, 4, 5, -1]
    assert (both.rgba[6, :, :, :3] == (200, 10, 90)).all()
    assert both.rgba[6, :, :20, 3].max() == 0 and both.rgba[6, :, 28:, 3].min() == 255
    with pytest.raises(SystemExit, match="no scenes in"):
        data.pack([tmp_path], tmp_path / "none")


def test_random_box_holds_the_product_inside_the_frame() -> None:
    rng = np.random.default_rng(0)
    for _ in range(300):
        keep = (30, 40, 70, 90)
        left, top, right, bottom = data.random_box(96, keep, 0.4, rng)
        assert right - left == bottom - top
        assert 0 <= left <= 30
        assert 0 <= top <= 40
        assert 70 <= right <= 96
        assert 90 <= bottom <= 96


def test_mirrored_captions_say_the_other_side() -> None:
    assert captions.mirrored("light from the left, plant right") == "light from the right, plant left"
    chosen = random.Random(1)
    said = [captions.caption(ROW, chosen, flip=True) for _ in range(60)]
    assert len(set(said)) > 30
    assert not any("left" in text for text in said)


def test_training_resumes_where_it_stopped(tmp_path: Path) -> None:
    torch.manual_seed(0)
    net = torch.nn.Linear(4, 1)

    def step_loss(_: int) -> tuple[torch.Tensor, dict[str, float]]:
        x = torch.randn(32, 4)
        loss = (net(x) - x.sum(1, keepdim=True)).square().mean()
        return loss, {}

    plan = loop.Plan(
        folder=tmp_path / "run", minutes=1, rate=0.05, half=False, warmup=2, average=0.9, most=60
    )
    assert loop.train(net, step_loss, plan) == 60
    halfway = float(step_loss(0)[0].detach())
    torch.nn.init.constant_(net.weight, 9)  # a resumed run must not start from what the net holds
    assert loop.train(net, step_loss, plan) == 120
    assert float(step_loss(0)[0].detach()) < min(halfway, 0.05)
    assert torch.equal(loop.load_average(torch.nn.Linear(4, 1), plan.folder).weight, net.weight)


def test_moments_come_back_in_the_weights_own_layout(tmp_path: Path) -> None:
    """Else the fused optimizer takes one weight's moments for another's, or on a card refuses them."""
    torch.manual_seed(0)
    net = loop.channels_last(torch.nn.Conv2d(3, 4, 3))
    plan = loop.Plan(folder=tmp_path / "run", minutes=1, rate=0.05, half=False, warmup=1, most=3)

    def step_loss(_: int) -> tuple[torch.Tensor, dict[str, float]]:
        return net(torch.randn(2, 3, 8, 8)).square().mean(), {}

    loop.train(net, step_loss, plan)
    saved = load_file(plan.folder / "optimizer.safetensors")
    tuner = torch.optim.AdamW(net.parameters(), fused=True)
    assert loop.resume(net, tuner, loop.Average(net, 0.9), plan.folder) == 3
    for slot in ("exp_avg", "exp_avg_sq"):
        moment = tuner.state[net.weight][slot]
        assert torch.equal(moment, saved[f"weight|{slot}"]) and moment.abs().sum() > 0
        assert moment.stride() == net.weight.stride() != (27, 9, 3, 1)


def test_a_light_that_is_learnt_explains_the_shadow(packed: data.Packed) -> None:
    """Of the pictures that it was trained on, the guess paints the shadow that a bare plate lacks."""
    torch.manual_seed(0)
    rng = np.random.default_rng(0)
    examples = light_examples.of_packshots(packed, rng)
    assert [one.held_back for one in examples] == [True, False, False, False, False, False]
    assert {(one.side, one.hard, one.view) for one in examples} == {("left", True, "eye level")}
    net = light.LightNet()
    tuner = torch.optim.AdamW(net.parameters(), 2e-3)
    for _ in range(40):
        loss, figures = light.loss_of(net, light.batch_of(examples[1:], rng))
        tuner.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        tuner.step()
    assert figures["ring"] < 0.8
    assert light.evaluate(net.eval(), examples)["packshots"] < 0.8


def test_products_on_measured_sets_are_lit_by_them(packed: data.Packed) -> None:
    low = [plate for plate in bank.load() if plate.elevation <= guess.HIGHEST[0] and plate.light]
    some = [plate for plate in low if sum(plate.light.shine) < 0.03][::8]  # mirrors may get brighter
    examples = light_examples.of_bank(packed, np.random.default_rng(0), some)
    assert len(examples) > 20
    assert {one.view for one in examples} == {"eye level"}  # as the packshots here are
    assert {one.source for one in examples} == {"bank"}
    darker = [(one.before[one.near].mean() - one.after[one.near].mean()) for one in examples]
    assert min(darker) > 0


def test_the_pictures_of_a_guess_are_those_of_casts() -> None:
    """What training judges is what the studio paints."""
    rng = np.random.default_rng(0)
    alpha = np.zeros((light_examples.SIDE,) * 2, np.float32)
    alpha[30:80, 50:80] = 1
    plate = rng.uniform(0.3, 0.6, (*alpha.shape, 3)).astype(np.float32)
    place = light_examples.Place(plate, rng.random(plate.shape, np.float32), alpha)
    answered = torch.rand(1, guess.ANSWERS, generator=torch.manual_seed(0)) * 0.02
    blocked, mirror = (torch.from_numpy(plane) for plane in place.planes(18.0))
    made = light.painted(
        answered,
        blocked.flatten(1).T[None],
        mirror.permute(1, 2, 0, 3).flatten(0, 1)[None],
        torch.from_numpy(plate).flatten(0, 1)[None],
    )
    given = guess.light(answered[0].numpy(), 18.0)
    whole = casts.cast(plate, alpha, place.product, given, np.ones_like(alpha))
    assert np.abs(whole - plate).max() > 0.05
    assert np.abs(made[0].numpy().reshape(whole.shape) - whole).max() < 0.02  # faint directions are left out


def test_opencv_gives_the_light_networks_numbers(tmp_path: Path) -> None:
    torch.manual_seed(0)
    net = light.LightNet().eval()
    light.export(net, tmp_path / "net.onnx")
    looked, known = torch.randn(1, guess.PLANES, guess.SIDE, guess.SIDE), torch.rand(1, guess.HINTS)
    reader = cv2.dnn.readNetFromONNX(str(tmp_path / "net.onnx"))
    reader.setInput(looked.numpy(), "looked")
    reader.setInput(known.numpy(), "known")
    with torch.inference_mode():
        expected = net(looked, known).numpy()
    assert np.abs(reader.forward() - expected).max() < 1e-3


def test_the_autoencoder_is_born_as_a_downsampler(packed: data.Packed) -> None:
    torch.manual_seed(0)
    coder = vae.build().eval()
    vae.born(coder, *vae.whitening(packed, [1, 2, 3, 4, 5] * 2))
    colours = torch.tensor([[0.2, 0.5, 0.8], [0.7, 0.6, 0.6]])
    pixels = colours[:, :, None, None].expand(-1, -1, 64, 64)
    with torch.inference_mode():
        back = coder.decoder(coder.encoder(pixels * 2 - 1)) / 2 + 0.5
    inner = back[:, :, 16:48, 16:48]
    assert float((inner - pixels[:, :, 16:48, 16:48]).abs().mean()) < 0.1


def test_the_text_tower_is_born_knowing_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meanings = {word: torch.randn(384, generator=torch.Generator().manual_seed(len(word))) for word in WORDS}

    def teacher(texts: list[str], *_: object) -> torch.Tensor:
        return torch.stack([functional.normalize(meanings.get(t, torch.zeros(384)), dim=0) for t in texts])

    monkeypatch.setattr(text, "taught", teacher)
    tokenizer = text.train_tokenizer([" ".join(WORDS)] * 50, tmp_path / "tokenizer")
    net = text.Tower(text.build(tokenizer), 384)
    text.born(net, tokenizer, tmp_path, "cpu")
    coded = tokenizer(list(WORDS), padding=True, return_tensors="pt")
    ids, mask = coded["input_ids"], coded["attention_mask"]
    said, _ = net.eval()(ids, mask)
    alike = (said @ teacher(list(WORDS)).T).detach()
    assert torch.equal(alike.argmax(1), torch.arange(len(WORDS)))

    padded = tokenizer(list(WORDS), padding="max_length", max_length=20, return_tensors="pt")
    ids, mask = padded["input_ids"], padded["attention_mask"]
    said, _ = net(ids, mask)
    text.level(net, ids, mask)
    torch.testing.assert_close(net(ids, mask)[0], said, rtol=1e-3, atol=1e-4)
    spread = net.model(input_ids=ids).last_hidden_state[:, 1:][mask[:, 1:] > 0].std(0)
    torch.testing.assert_close(spread, torch.ones_like(spread))


def test_composites_keep_shadow_apart_from_product_and_the_outline_network_trains_on_them(
    packed: data.Packed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewed, "SHARD", 3)
    monkeypatch.setattr(renewed, "FIRST", 1)
    monkeypatch.setattr(renewed, "ProcessPoolExecutor", Here)
    monkeypatch.setattr(outline, "TRIED", 2)
    monkeypatch.setattr(loop, "NORMED", 2)
    layers = composites.rendered(packed, 3)
    assert layers is not None
    assert layers.ratio[75, 50].mean() < 0.4  # 90 on 200 in linear light, fading towards the frame
    assert layers.ratio[40, 80].mean() > 0.95
    photo = composites.compose(packed, [3], np.random.default_rng(5), 96)
    again = composites.compose(packed, [3], np.random.default_rng(5), 96)
    assert np.array_equal(photo.rgb, again.rgb)
    assert photo.cover.max() == 1.0
    assert photo.shade[photo.cover > 0.99].max() < 0.02
    plan = loop.Plan(tmp_path / "outline", minutes=9, rate=1e-3, most=2)
    figures = outline.train(tmp_path / "pack", plan, batch=2, seed=0, pictures=1, out=tmp_path / "net.onnx")
    assert figures["steps"] == 2
    assert 0 <= figures["overlap"] <= 1


class Here(ThreadPoolExecutor):
    """In the place of a process, which takes seconds to import torch; what it is given must be picklable."""

    def __init__(self, workers: int, *_: object, **__: object) -> None:
        super().__init__(workers)

    def submit(self, make: Callable[..., Any], *args: Any) -> Future[Any]:
        return super().submit(pickle.loads(pickle.dumps(make)), *args)


def test_examples_are_renewed_by_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewed, "SHARD", 3)
    monkeypatch.setattr(renewed, "FIRST", 2)
    before = set(multiprocessing.active_children())
    stock = renewed.Renewed(pow, held=9, shown=2, seed=2)
    (maker,) = set(multiprocessing.active_children()) - before
    first = 2 * renewed.APART
    assert first - renewed.APART > 10**6  # shards of seed 1, months of them, before those of seed 2
    assert list(stock.shards) == [first**3, (first + 1) ** 3]
    stock.renew(5)
    assert not stock.coming  # less than a shard is owed
    stock.renew(1)
    (ordered,) = stock.coming
    ordered.result(20)
    stock.renew(0)
    stock.close()
    assert list(stock.shards) == [first**3, (first + 1) ** 3, (first + 2) ** 3]
    assert not maker.is_alive()


def test_examples_are_made_no_more_when_training_breaks_off(tmp_path: Path) -> None:
    class Stock:
        closed = False

        def renew(self, _: int) -> None:
            raise KeyboardInterrupt

        def close(self) -> None:
            self.closed = True

    stock, plan = Stock(), loop.Plan(tmp_path, minutes=1, rate=1e-3)
    with pytest.raises(KeyboardInterrupt):
        fit(
            Pyramid(3, (4,), 1), stock, lambda: (torch.zeros(1, 3, 8, 8),), pytest.fail, plan, (3, 8, 8), None
        )
    assert stock.closed


def test_the_salient_network_learns_to_cover_a_disc() -> None:
    torch.manual_seed(0)
    disc = np.zeros((1, finder.SIDE, finder.SIDE), np.uint8)
    cv2.circle(disc[0], (160, 160), 90, 255, -1)
    shards = salient.deque([(np.where(disc[..., None] > 0, np.uint8(220), np.uint8(40)).repeat(3, -1), disc)])
    net = Pyramid(finder.PLANES, (4, 8, 8, 8, 8, 8), 1, deep=0)
    tuner = torch.optim.AdamW(net.parameters(), 3e-2)
    rng, losses = np.random.default_rng(0), []
    for _ in range(14):
        loss, figures = salient.loss_of(net, salient.draw(shards, 1, rng))
        tuner.zero_grad()
        loss.backward()
        tuner.step()
        losses.append(figures["missed"])
    assert losses[-1] < 0.3 < losses[0]
    assert salient.evaluate(net, shards[0])["overlap"] > 0.5


def test_the_pose_network_trains_on_drawings_and_renders_alike_each_time(
    packed: data.Packed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pose, "TRIED", 6)
    monkeypatch.setattr(loop, "NORMED", 2)
    files = [tmp_path / "one.onnx", tmp_path / "two.onnx"]
    for file in files:
        plan = loop.Plan(tmp_path / file.stem, minutes=9, rate=1e-3, half=False)
        figures = pose.train(packed, plan, batch=4, seed=3, pictures=12, out=file)
        assert figures["steps"] == 3
    assert files[0].read_bytes() == files[1].read_bytes()
    monkeypatch.setattr(poise, "NETWORK", Network(files[0]))
    assert 0 < poise.likely_lies(np.array(packed.rgba[3, :, :, 3])) < 1


def test_training_goes_on_from_an_exported_file(tmp_path: Path) -> None:
    torch.manual_seed(1)
    made, file, seen = Pyramid(3, (4, 8), 1, deep=1), tmp_path / "net.onnx", torch.rand(9, 3, 16, 16)
    for norm in (part for part in made.modules() if isinstance(part, torch.nn.BatchNorm2d)):
        torch.nn.init.uniform_(norm.weight, 0.5, 2.0)
        torch.nn.init.normal_(norm.bias)
    loop.settle_norms(made, [(seen,)])
    onnx_file.write(Coverage(made), {"seen": (3, 16, 16)}, file)
    fresh = Pyramid(3, (4, 8), 1, deep=1)
    stock, trained = SimpleNamespace(renew=lambda _: None, close=lambda: None), []

    def loss_of(net: Pyramid, batch: tuple[torch.Tensor]) -> tuple[torch.Tensor, dict[str, float]]:
        trained.append(net.training)
        return net(*batch).mean(), {}

    still = loop.Plan(tmp_path, minutes=9, rate=0.0, most=1, half=False)
    fit(fresh, stock, lambda: (seen,), loss_of, still, (3, 16, 16), None, start=file)
    assert trained == [True], "its norms go on as if they had never been folded away"
    with torch.no_grad():
        assert (Coverage(made)(seen) - Coverage(fresh)(seen)).abs().max() < 6e-3  # half precision
    with pytest.raises(UsageError, match=r"net\.onnx: its network isn't of the shape"):
        onnx_file.read(Coverage(Pyramid(3, (4, 9), 1, deep=1)), file, {"seen": (3, 16, 16)})


@pytest.mark.parametrize(
    ("net", "shape"),
    [
        (lambda: Coverage(Pyramid(PLANES, outline.WIDTHS, 2)), (PLANES, SIDE, SIDE)),
        (
            lambda: Coverage(Pyramid(finder.PLANES, salient.WIDTHS, 1)),
            (finder.PLANES, finder.SIDE, finder.SIDE),
        ),
        (lambda: pose.Deployed(pose.PoseNet()), (1, poise.SIDE, poise.SIDE)),
        (
            lambda: horizon_training.Deployed(horizon_training.HorizonNet()),
            (3, horizon.SIDE, horizon.SIDE),
        ),
        (
            lambda: view_training.Deployed(view_training.ViewNet()),
            (view.PLANES, view.SIDE, view.SIDE),
        ),
    ],
)
def test_opencv_gives_the_numbers_of_networks_that_see_one_picture(
    net: Callable[[], torch.nn.Module], shape: tuple[int, ...], tmp_path: Path
) -> None:
    torch.manual_seed(0)
    made = net().eval()
    onnx_file.write(made, {"seen": shape}, tmp_path / "net.onnx")
    seen = torch.rand(1, *shape)
    reader = cv2.dnn.readNetFromONNX(str(tmp_path / "net.onnx"))
    reader.setInput(seen.numpy())
    with torch.inference_mode():
        expected = made(seen).numpy()
    assert np.abs(reader.forward() - expected).max() < 1e-3


@pytest.fixture
def renders(tmp_path: Path) -> Path:
    """Four products, one of them held back and one of a kind held back, each taken from two heights."""
    folder = tmp_path / "views"
    folder.mkdir()
    rows = []
    for number, kind in ((10, "mug"), (11, "mug"), (12, "shoe"), (13, view_training.UNSEEN[0])):
        for shot, elevation in enumerate((5.0, 40.0)):
            rgba = np.zeros((80, 80, 4), np.uint8)
            rgba[20:60, 30:50] = (90, 40 + number, 200, 255)
            name = f"{number:06d}-{shot}.webp"
            Image.fromarray(rgba).save(folder / name, lossless=True)
            rows.append({"id": number, "file": name, "product": kind, "elevation": elevation})
    (folder / "views-0.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


def test_the_view_network_holds_products_and_kinds_back(renders: Path) -> None:
    known, new, unseen = view_training.load(renders)
    assert [one.kind for one in known] == ["mug", "mug", "shoe", "shoe"]
    assert [one.lowest for one in new] == [one.highest for one in new] == [5.0, 40.0]
    assert {one.kind for one in unseen} == {view_training.UNSEEN[0]}
    assert known[0].rgba.shape == (40, 20, 4)


def test_a_packshots_word_bounds_what_is_learnt_of_its_height(packed: data.Packed) -> None:
    views = view_training.packshots(packed, held_back=False)
    assert len(views) == 5
    exact = view_training.View(views[0].rgba, 20.0, 20.0, "mug")
    said = torch.full((2, len(view.HEIGHTS)), 1 / len(view.HEIGHTS))
    wanted = view_training.truth([views[0], exact], said)
    assert wanted.sum(1).tolist() == pytest.approx([1, 1])
    low, high = view_training.WORDS[packed.rows[1]["view"]]
    within = [low - 2.5 <= height <= high + 2.5 for height in view.HEIGHTS]
    assert wanted[0].tolist() == pytest.approx([inside / sum(within) for inside in within])
    assert view.HEIGHTS[wanted[1].argmax()] == 20


def test_the_view_network_trains_alike_each_time(
    packed: data.Packed, renders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "NORMED", 2)
    files = [tmp_path / "one.onnx", tmp_path / "two.onnx"]
    for file in files:
        plan = loop.Plan(tmp_path / file.stem, minutes=9, rate=1e-3, half=False)
        figures = view_training.train(packed, renders, plan, batch=4, seed=3, pictures=12, out=file)
        assert figures["steps"] == 3
        assert [figures[name]["count"] for name in ("new", "unseen", "packshots")] == [2, 2, 1]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_horizon_network_trains_on_sets_and_drawn_tables_alike_each_time(
    packed: data.Packed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plates = [plate for plate in bank.load() if plate.id in ("000", "001", "009", "010")]
    monkeypatch.setattr(bank, "load", lambda: plates)
    monkeypatch.setattr(horizon_training, "TRIED", 6)
    monkeypatch.setattr(loop, "NORMED", 2)
    files = [tmp_path / "one.onnx", tmp_path / "two.onnx"]
    for file in files:
        plan = loop.Plan(tmp_path / file.stem, minutes=9, rate=1e-3, half=False, most=3)
        figures = horizon_training.train(packed, plan, batch=4, seed=3, pictures=12, env=None, out=file)
        assert figures["steps"] == 3
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_drawn_table_ends_where_it_is_said_to(packed: data.Packed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bank, "load", lambda: [])
    monkeypatch.setattr(horizon_examples, "SETS", 0.0)
    monkeypatch.setattr(horizon_examples, "TABLES", 1.0)
    monkeypatch.setattr(horizon_examples.Grounds, "_behind", lambda _: blank(200))
    monkeypatch.setattr(horizon_examples.Grounds, "_stuff", lambda _: blank(60))
    monkeypatch.setattr(retouch, "lit", lambda picture, _: picture)
    monkeypatch.setattr(horizon_examples, "bounds", lambda _: None)  # nothing stands about
    drawn = horizon_examples.Grounds(packed, None, 1, 12).drawn
    for picture, end in drawn:
        assert end is not None
        levels = np.median(picture.mean(2), axis=1)
        assert abs(int(np.abs(np.diff(levels)).argmax()) + 1 - end * len(levels)) <= 4


def blank(level: int) -> np.ndarray:
    return np.full((retouch.SIDE, retouch.SIDE, 3), level, np.uint8)


def test_every_drawing_is_an_outline_within_its_square() -> None:
    for kind, (draw, *_) in (drawn.LYING | drawn.STANDING).items():
        for seed in range(8):
            pen = drawn.Pen(np.random.default_rng(seed))
            draw(pen)
            share = float((pen.plane > 127).mean())
            assert 0.004 < share < 0.7, (kind, seed, share)
