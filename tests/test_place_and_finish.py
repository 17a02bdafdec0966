"""The product's pixels are the input's pixels, on any canvas; shadow and proof are true."""

from __future__ import annotations

import dataclasses
import time
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bggen import checks, compose, finish, placing, record
from bggen.cutout.rules import trust
from bggen.errors import BadInput, UsageError
from bggen.families.studio.words import layout
from bggen.families.studio.words.prompts import parse
from bggen.frame import ANCHORS
from bggen.options import Options
from bggen.spec import Cutout, Painting, Scene


def product(
    width: int = 300, height: int = 240, box: tuple[int, int, int, int] = (90, 60, 190, 200)
) -> Cutout:
    """Noise with a soft one-pixel border, so that any slip of a pixel shows."""
    left, top, right, bottom = box
    alpha = np.zeros((height, width), np.uint8)
    alpha[top:bottom, left:right] = 128
    alpha[top + 1 : bottom - 1, left + 1 : right - 1] = 255
    rgb = np.random.default_rng(1).integers(0, 255, (height, width, 3), np.uint8)
    return Cutout(rgb, alpha, box, 0.9, "mask")


def painted(scene: Scene, side: int | None = None) -> Painting:
    height, width = (side, side) if side else scene.alpha.shape
    return Painting(np.full((height, width, 3), 180, np.uint8), False, {"light_side": "left"})


@settings(max_examples=40, deadline=None)
@given(
    size=st.tuples(st.integers(64, 900), st.integers(64, 900)),
    anchor=st.sampled_from([*ANCHORS, "0%,0%", "17.5%,93%"]),
    placement=st.sampled_from(["auto", "original", "fit"]),
)
def test_the_core_is_bit_exact_on_any_canvas(size: tuple[int, int], anchor: str, placement: str) -> None:
    options = Options(size=f"{size[0]}x{size[1]}", anchor=anchor, placement=placement)
    scene = compose.compose(product(), options, 1)
    assert scene.size == size
    rgb, *_ = finish.finish(scene, painted(scene))
    proof = checks.prove(scene, product(), rgb)
    assert proof["max_difference"] == 0
    assert proof["core_pixels"] > 0


def test_by_default_product_pixels_are_input_pixels() -> None:
    cut = product()
    scene = compose.compose(cut, Options(), 1)
    rgb, *_ = finish.finish(scene, painted(scene))
    core = cut.alpha == 255
    assert (scene.scale, scene.offset) == (1.0, (0, 0))
    assert np.array_equal(rgb[core], cut.rgb[core])


def test_a_larger_canvas_moves_the_product_by_whole_pixels_only() -> None:
    cut = product()
    scene = compose.compose(cut, Options(aspect="1:1"), 1)
    assert scene.scale == 1.0
    left, top, right, bottom = scene.box
    assert np.array_equal(scene.rgb[top:bottom, left:right], cut.rgb[60:200, 90:190])


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (Options(size="1500"), ["keeps its own pixels and is small on 1500 x 1500: --fill 0.58 makes it"]),
        (Options(size="1500", placement="fit"), ["keeps its own pixels and is small on 1500 x 1500: --fill"]),
        (Options(size="1500", fill=0.3), []),
        (Options(size="280"), []),
        (Options(), []),
    ],
)
def test_a_canvas_that_leaves_the_product_small_is_told_with_what_enlarges_it(
    options: Options, told: list[str]
) -> None:
    cut = product()
    lines = record._shrunken(cut, compose.compose(cut, options, 1))
    assert [line.startswith(start) for line, start in zip(lines, told, strict=True)] == [True] * len(told)


def test_what_lies_keeps_its_middle_and_what_stands_its_foot() -> None:
    cut = product(240, 280, (90, 60, 190, 200))
    for pose, called_so, lies in (("lie", False, True), ("auto", True, True), ("stand", True, False)):
        scene = compose.compose(cut, Options(size="2400x2800", pose=pose), 1, lies=called_so)
        held, was = ((scene.box[1] + scene.box[3]) / 2, 130) if lies else (scene.box[3], 200)
        assert held / 2800 == pytest.approx(was / 280, abs=1e-3)


def test_what_fills_its_photo_keeps_its_share_of_the_free_room_of_a_larger_canvas() -> None:
    cut = product(240, 280, (40, 12, 200, 276))
    scene = compose.compose(cut, Options(size="2400x2800"), 1)
    above, below = scene.box[1], 2800 - scene.box[3]
    assert 12 / 16 <= above / (above + below) < 0.8  # 0.98 where its foot alone was kept
    same = compose.compose(cut, Options(size="240x280"), 1)
    assert same.offset == (0, 0)


@pytest.mark.parametrize(
    ("prompt", "anchor", "corner"),
    [
        ("copy space on the left", None, (425, 60)),
        ("on oak, room for text right", None, (75, 60)),
        ("text space at the top", None, (230, 85)),
        ("light from the left, negative space", None, (230, 60)),
        ("copy space on the left", "center", (250, 50)),
    ],
)
def test_room_for_words_is_left_where_the_prompt_says(
    prompt: str, anchor: str | None, corner: tuple[int, int]
) -> None:
    options = Options(size="600x240", **({"anchor": anchor} if anchor else {}))
    assert compose.compose(product(), options, 1, place=layout.place(prompt)).box[:2] == corner
    cut = compose.compose(
        product(box=(0, 60, 120, 200)), Options(size="600x240"), 1, place=layout.place(prompt)
    )
    assert cut.box[0] == 0
    assert parse(f"{prompt} for a headline").unknown == ()


@pytest.mark.parametrize(("size", "told"), [("600x240", []), ("150x120", [placing.CRAMPED])])
def test_who_wants_room_for_words_is_told_where_there_is_hardly_any(size: str, told: list[str]) -> None:
    options = Options(size=size, prompt="oak, copy space on the left")
    cut = product(box=(20, 20, 280, 200)) if told else product()
    scene = compose.compose(cut, options, 1, place=layout.place(options.prompt))
    assert placing.cramped(scene.box, scene.size, layout.place(options.prompt)) == told


def test_fill_says_how_much_of_the_canvas_the_product_spans() -> None:
    scene = compose.compose(product(), Options(size="1000x1000", fill=0.5), 1)
    assert abs((scene.box[3] - scene.box[1]) / 1000 - 0.5) < 0.01
    assert scene.scale != 1.0


def test_of_a_large_photo_only_what_the_canvas_shows_is_enlarged(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = product(400, 300, (200, 140, 216, 164))
    shadow = np.linspace(90, 255, 400).astype(np.uint8)[None].repeat(300, axis=0)
    cut = dataclasses.replace(cut, shadow=shadow)
    options, scaled, sizes = Options(size="96x120", fill=0.6, anchor="left"), compose._scaled, []

    def watched(cutout: Cutout, *args: object) -> object:
        sizes.append(cutout.alpha.size)
        return scaled(cutout, *args)

    monkeypatch.setattr(compose, "_scaled", watched)
    scene = compose.compose(cut, options, 1)
    monkeypatch.setattr(compose, "_near", lambda cutout, *_: (cutout, (0, 0)))
    whole = compose.compose(cut, options, 1)
    assert sizes[0] < 0.05 * sizes[1]
    assert (scene.box, scene.offset) == (whole.box, whole.offset)
    for one, other in ((scene.rgb, whole.rgb), (scene.alpha, whole.alpha), (scene.shadow, whole.shadow)):
        assert np.abs(one.astype(int) - other).max() <= 2


def test_a_product_cut_by_the_frame_stays_at_the_frame() -> None:
    scene = compose.compose(product(box=(0, 60, 120, 200)), Options(aspect="2:1"), 1)
    assert scene.box[0] == 0


def test_a_product_cut_by_the_frame_does_not_come_loose_when_it_is_fitted() -> None:
    cut = product(300, 400, (60, 100, 240, 400))
    scene = compose.compose(cut, Options(size="1000", fill=0.5, anchor="top"), 1)
    assert scene.box[3] == 1000


@pytest.mark.parametrize(
    ("told", "x", "y"),
    [
        ({"anchor": "left"}, 50, 430),
        ({"anchor": "bottom-left"}, 50, 513),
        ({"anchor": "top-right"}, 850, 50),
        ({"anchor": "50%,50%"}, 450, 430),
        ({"anchor": "0% 100%"}, 50, 810),
        ({"anchor": "30%,80%"}, 290, 658),
        ({"margin": "0,0,0,40%"}, 650, 513),
        ({"margin": "10%,5%,20%", "anchor": "center"}, 450, 380),
        ({"margin": "100px,40px,0,0", "anchor": "100% 0%"}, 860, 100),
    ],
)
def test_a_place_in_the_frame_needs_nothing_else_to_count(told: dict[str, str], x: int, y: int) -> None:
    """`--anchor left` alone changed nothing, nor did `--margin`: the photo's place was kept."""
    assert compose.compose(product(), Options(size="1000", **told), 1).box == (x, y, x + 100, y + 140)


@pytest.mark.parametrize(
    ("size", "box"), [("500x300", (180, 5, 362, 275)), ("300x500", (180, 158, 290, 321))]
)
def test_a_product_is_as_large_as_its_margins_allow(size: str, box: tuple[int, int, int, int]) -> None:
    cut = product(1200, 900, (100, 50, 640, 850))
    options = Options(size=size, fill=1, margin="5px,10px,25px,60%", anchor="0%,50%")
    assert np.abs(np.subtract(compose.compose(cut, options, 1).box, box)).max() <= 1


@pytest.mark.parametrize("wrong", [{"preset": "walmart"}, {"size": "90", "margin": "0,50px,0,40px"}])
def test_options_that_do_not_go_together_are_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        compose.compose(product(), Options(**wrong), 1)


@pytest.mark.parametrize(
    ("wrong", "height"), [({"aspect": "10:1"}, 1100), ({"placement": "fit", "margin": "110px"}, 240)]
)
def test_a_canvas_that_only_this_photo_cannot_have_is_its_own_trouble(
    wrong: dict[str, str], height: int
) -> None:
    with pytest.raises(BadInput, match=r"mug\.jpg: ") as caught:
        compose.compose(product(height=height), Options(**wrong), 1, "mug.jpg")
    assert caught.value.reason == "canvas_size"


@pytest.mark.parametrize("size", ["100", "60x200", "150"])
def test_a_smaller_canvas_shows_the_whole_photo_smaller(size: str) -> None:
    cut = product(300, 400, (60, 60, 240, 370))
    scene = compose.compose(cut, Options(size=size), 1)
    left, top, right, bottom = scene.box
    assert scene.scale == pytest.approx(min(scene.size[0] / 300, scene.size[1] / 400))
    assert min(left, top, scene.size[0] - right, scene.size[1] - bottom) > 0, "not at the canvas's edge"


def test_a_canvas_on_which_nothing_of_the_product_is_left_is_told() -> None:
    """A speck of two pixels, as a stray dot in a file's transparency: "index 0 is out of bounds" was said."""
    alpha = np.zeros((3000, 3000), np.uint8)
    alpha[1500:1502, 1500:1502] = 255
    speck = Cutout(np.zeros((3000, 3000, 3), np.uint8), alpha, (1500, 1500, 1502, 1502), 1.0, "alpha")
    with pytest.raises(BadInput, match="nothing of the product is left"):
        compose.compose(speck, Options(size="64"), 0, "dot.png")


def test_white_is_exactly_white_away_from_the_product() -> None:
    scene = compose.compose(product(), Options(background="#ffffff", shadow="none"), 1)
    rgb, *_ = finish.finish(scene, finish.background(scene, "#ffffff"))
    assert (rgb[scene.alpha == 0] == 255).all()


def test_the_contact_shadow_is_darkest_at_the_base_and_fades() -> None:
    scene = compose.compose(product(600, 600, (200, 150, 400, 450)), Options(), 1)
    factor = finish.contact_shadow(scene.alpha, scene.box)
    below = factor[451:, 300]
    assert below[0] < 0.7
    assert below[60] > 0.9
    assert factor[20, 300] > 0.99
    assert float(factor.max()) <= 1.0


def test_a_contact_shadow_is_the_same_at_any_size_and_cheap_at_large_ones() -> None:
    small = compose.compose(product(600, 600, (200, 150, 400, 450)), Options(), 1)
    large = compose.compose(product(3000, 3000, (1000, 750, 2000, 2250)), Options(), 1)
    near = finish.contact_shadow(small.alpha, small.box)
    began = time.process_time()
    far = finish.contact_shadow(large.alpha, large.box)
    assert time.process_time() - began < 3  # seconds; drawn at full size it takes more than ten
    assert far.shape == (3000, 3000)
    assert np.abs(far[::5, ::5] - near).mean() < 0.01


def test_a_base_that_rises_with_the_ground_stands_on_it_and_a_handle_hangs() -> None:
    alpha = np.zeros((600, 1000), np.uint8)
    for x in range(200, 800):
        alpha[300 : 420 + (x - 200) // 10, x] = 255  # a sole seen from above: its heel is 60 rows higher
    alpha[300:380, 800:900] = 255  # hangs 100 rows above
    factor = finish.contact_shadow(alpha, (200, 300, 900, 480))
    below = [float(factor[420 + (x - 200) // 10 + 2, x]) for x in range(260, 780, 20)]
    assert max(below) < 0.75
    assert float(np.abs(np.diff(below)).max()) < 0.08, "no steps along the sole"
    assert factor[383, 880] > 0.85


def test_the_photos_own_shadow_is_kept_when_asked() -> None:
    cut = product()
    shadow = np.full(cut.alpha.shape, 255, np.uint8)
    shadow[200:220, 90:190] = 128
    options = Options(shadow="keep")
    scene = compose.compose(Cutout(cut.rgb, cut.alpha, cut.box, 0.9, "mask", shadow=shadow), options, 1)
    rgb, *_ = finish.finish(scene, painted(scene))
    assert abs(int(rgb[210, 120, 0]) - 90) <= 2
    assert rgb[30, 30, 0] == 180


def test_a_product_on_nothing_keeps_its_own_alpha_and_colours() -> None:
    scene = compose.compose(product(), Options(background="transparent", shadow="auto"), 1)
    rgb, alpha, notes = finish.finish(scene, finish.background(scene, finish.UNDER))
    assert notes["shadow"] == "none"
    assert alpha is not None and np.array_equal(alpha, scene.alpha)
    assert np.array_equal(rgb[alpha > 0], scene.rgb[alpha > 0])
    beside, inside = rgb[120, 89].astype(int), rgb[113:128, 90:94].mean(axis=(0, 1))
    assert np.abs(beside - inside).max() < 40, "the edge's colours go on where nothing is seen"
    assert (rgb[20, 20] == 255).all()


@pytest.mark.parametrize("backdrop", [(255, 255, 255), (208, 32, 32), (20, 60, 90)])
def test_a_kept_shadow_darkens_whatever_the_product_is_laid_on(backdrop: tuple[int, int, int]) -> None:
    cut = product()
    shadow = np.tile(np.linspace(60, 255, cut.alpha.shape[1]).astype(np.uint8), (cut.alpha.shape[0], 1))
    cut = dataclasses.replace(cut, shadow=shadow)
    wall = Painting(np.full((*shadow.shape, 3), backdrop, np.uint8), False)
    on_wall, free = (
        finish.finish(compose.compose(cut, Options(shadow="keep", background=name), 1), wall)
        for name in ("#102030", "transparent")
    )
    assert free[1] is not None
    cover = free[1][..., None] / 255
    laid = free[0] * cover + np.array(backdrop) * (1 - cover)
    assert np.abs(laid - on_wall[0]).max() <= 2


def test_a_product_that_lets_the_scene_through_fails_the_check() -> None:
    cut = product()
    scene = compose.compose(cut, Options(background="transparent"), 1)
    rgb, alpha, _ = finish.finish(scene, painted(scene))
    assert alpha is not None
    assert checks.check(scene, cut, painted(scene), rgb, alpha).proof["max_difference"] == 0
    alpha[120, 120] = 250
    report = checks.check(scene, cut, painted(scene), rgb, alpha)
    assert (report.verdict, report.proof["max_difference"]) == ("failed", 5)


def test_a_small_painting_is_brought_to_the_canvas() -> None:
    scene = compose.compose(product(), Options(size="700"), 1)
    rgb, _, notes = finish.finish(scene, painted(scene, 128))
    assert rgb.shape == (700, 700, 3)
    assert notes["upscaled"]


def test_a_changed_product_fails_the_check() -> None:
    cut = product()
    scene = compose.compose(cut, Options(), 1)
    rgb, *_ = finish.finish(scene, painted(scene))
    rgb[120, 120, 0] ^= 1
    report = checks.check(scene, cut, painted(scene), rgb)
    assert report.verdict == "failed"
    assert report.confidence == 0.0
    assert report.proof["max_difference"] == 1


def test_a_picture_that_grows_the_product_is_noticed() -> None:
    cut = product(600, 600, (200, 150, 400, 450))
    flat = Cutout(np.full_like(cut.rgb, (40, 90, 160)), cut.alpha, cut.box, 0.9, "mask")
    scene = compose.compose(flat, Options(), 1)
    clean, *_ = finish.finish(scene, painted(scene))
    grown = clean.copy()
    grown[150:450, 396:416] = (40, 90, 160)
    assert checks.growth_of(scene, clean) < checks.GROWTH_LIMIT < checks.growth_of(scene, grown)


def test_the_checks_read_nothing_far_from_the_product(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = product(900, 900, (400, 350, 500, 450))
    scene = compose.compose(cut, Options(fill=0.1), 1)
    rgb, *_ = finish.finish(scene, painted(scene))
    near = checks.growth_of(scene, rgb), checks.seam_of(scene, rgb)
    assert scene.around()[0].stop - scene.around()[0].start < 0.5 * len(rgb)
    monkeypatch.setattr(type(scene), "around", lambda self, margin=0: (slice(None), slice(None)))
    assert (checks.growth_of(scene, rgb), checks.seam_of(scene, rgb)) == near


def test_the_proof_reaches_back_to_the_photo() -> None:
    cut = product()
    scene = compose.compose(cut, Options(aspect="1:1"), 1)
    altered = dataclasses.replace(scene, rgb=scene.rgb // 2)
    rgb, *_ = finish.finish(altered, painted(altered))
    assert checks.check(altered, cut, painted(altered), rgb).verdict == "failed"


def test_the_record_names_the_shadow_that_is_there() -> None:
    scene = compose.compose(product(), Options(shadow="keep"), 1)
    bare = finish.background(scene, "#dddddd")
    assert finish.finish(scene, bare)[2]["shadow"] == "none", "the photo had none to keep"
    generated = dataclasses.replace(bare, paints_shadow=True)
    scene = dataclasses.replace(scene, options=Options(shadow="none"))
    assert finish.finish(scene, generated)[2]["shadow"] == "painted", "it can't be taken off again"


def test_a_strip_behind_a_wide_canvas_is_cropped_before_it_grows() -> None:
    strip = np.full((4000, 2, 3), 90, np.uint8)
    tracemalloc.start()
    assert finish.cover(strip, (3000, 1000)).shape == (1000, 3000, 3)
    assert tracemalloc.get_traced_memory()[1] < 50e6
    tracemalloc.stop()


def test_a_white_preset_is_white_up_to_the_product() -> None:
    scene = compose.compose(product(), Options(preset="walmart", background="#ffffff"), 1)
    rgb, *_ = finish.finish(scene, finish.background(scene, "#ffffff"))
    assert (rgb[scene.alpha == 0] == 255).all()


def test_fit_enlarges_nothing_unasked() -> None:
    assert compose.compose(product(), Options(size="2048", placement="fit"), 1).scale == 1.0


@pytest.mark.parametrize(("confidence", "verdict"), [(0.89, "review"), (0.9, "ok")])
def test_a_person_looks_at_cutouts_that_are_less_than_sure(confidence: float, verdict: str) -> None:
    cut = dataclasses.replace(product(), confidence=confidence)
    scene = compose.compose(cut, Options(), 1)
    rgb, *_ = finish.finish(scene, painted(scene))
    report = checks.check(scene, cut, painted(scene), rgb)
    assert (report.verdict, "cutout_doubtful" in report.reasons) == (verdict, verdict == "review")


@pytest.mark.parametrize("reason", sorted(trust.DOUBTS))
def test_a_person_looks_at_cutouts_in_which_something_looks_wrong(reason: str) -> None:
    cut = dataclasses.replace(product(), confidence=0.95, reasons=(reason,))
    scene = compose.compose(cut, Options(), 1)
    rgb, *_ = finish.finish(scene, painted(scene))
    assert checks.check(scene, cut, painted(scene), rgb).verdict == "review"
