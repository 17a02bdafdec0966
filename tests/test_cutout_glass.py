"""Clear glass: what is clear shows the scene, what is solid stays, before its own backdrop all does."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest

from bggen import checks, compose, cutout, finish, record, source
from bggen.cli.report import picture_line
from bggen.cutout import glass, region
from bggen.options import Options
from bggen.serve.orders import Slot
from bggen.settings import Settings
from bggen.spec import Cutout, Job, Painting, Photo, Region, Scene

PHOTOS = Path(__file__).parents[1] / "examples/photos"
HIGH, WIDE = 480, 400
LID = (slice(90, 150), slice(120, 280))
BODY = (slice(150, 400), slice(130, 270))
MIDDLE = (slice(200, 350), slice(170, 230))  # of the clear body
LABEL = (slice(250, 300), slice(180, 220))
GLASS = Options(glass=True)


def backdrop() -> np.ndarray:
    """(h, w, 3) float grey levels: paper that light falls off on, downwards and to the right."""
    y, x = np.mgrid[:HIGH, :WIDE].astype(np.float32)
    return np.stack([236 - 0.03 * y - 0.02 * x, 235 - 0.03 * y - 0.02 * x, 231 - 0.035 * y - 0.02 * x], 2)


def lifted(keep: float, colour: tuple[float, float, float]) -> tuple[np.ndarray, np.ndarray]:
    """A jar: where it covers how much, (h, w), and the colours that it adds, (h, w, 3)."""
    cover, own = np.zeros((HIGH, WIDE), np.float32), np.zeros((HIGH, WIDE, 3), np.float32)
    cover[BODY], own[BODY] = keep, colour
    for side in (slice(130, 136), slice(264, 270)):
        cover[BODY[0], side], own[BODY[0], side] = 0.35, (70, 75, 80)
    cover[390:400, 130:270], own[390:400, 130:270] = 0.35, (70, 75, 80)
    cover[LID], own[LID] = 1, (140, 95, 50)
    return cover, own


def shot(*, on: np.ndarray | None = None, label: bool = False) -> np.ndarray:
    """(h, w, 3) what a camera sees of the jar before its paper, or before something else."""
    cover, own = lifted(0.06, (120, 125, 130))
    if label:
        cover[LABEL], own[LABEL] = 1, (224, 223, 218)
    behind = backdrop() if on is None else on
    return (own * cover[..., None] + behind * (1 - cover[..., None]) + 0.5).clip(0, 255).astype(np.uint8)


def photo(rgb: np.ndarray) -> Photo:
    return Photo(rgb, None, "jar.png", "0" * 64, "PNG")


def outline() -> np.ndarray:
    mask = np.zeros((HIGH, WIDE), np.uint8)
    mask[LID] = mask[BODY] = 255
    return mask


@cache
def jar() -> Cutout:
    """Cut out by its outline, so that where it ends is no question here."""
    return cutout.cut(photo(shot()), GLASS, outline())


def pasted(cut: Cutout, behind: np.ndarray, **options: object) -> tuple[np.ndarray, Scene]:
    wanted = Options(glass=True, shadow="none", placement="original", **options)  # type: ignore[arg-type]  # any option
    scene = compose.compose(cut, wanted, 1)
    return finish.finish(scene, Painting(behind.astype(np.uint8), False))[0], scene


def test_on_its_own_backdrop_the_picture_is_the_photo_again() -> None:
    cut, seen = jar(), shot()
    assert cut.glass is not None and cut.glass.unlike <= 1
    made, scene = pasted(cut, backdrop() + 0.5)
    assert np.abs(made.astype(int) - seen)[cut.alpha == 255].max() <= 2  # a level each: model and rounding
    assert scene.body < 0.6


@pytest.mark.parametrize("tone", [(12, 10, 8), (90, 130, 60), (250, 250, 250)])
def test_the_scene_shows_through_what_is_clear_and_not_through_the_lid(tone: tuple[int, int, int]) -> None:
    behind = np.broadcast_to(np.float32(tone), (HIGH, WIDE, 3)).copy()
    behind[::8] = 255 - behind[::8]  # lines: what is behind, not its mean
    made, _ = pasted(jar(), behind)
    contrast = np.abs(np.diff(behind, axis=0)).max()
    assert np.abs(np.diff(made[MIDDLE].astype(float), axis=0)).max() > 0.8 * contrast
    truth = shot(on=behind).astype(float)
    assert np.abs(made[MIDDLE] - truth[MIDDLE]).mean() < 16  # its greys are told from its light, not known
    assert np.array_equal(made[LID], shot()[LID])


def test_its_rim_does_not_vanish_by_night_and_no_light_fringe_lies_about_the_lid() -> None:
    made, _ = pasted(jar(), np.full((HIGH, WIDE, 3), 8, np.float32))
    inside, rim = made[MIDDLE].mean(), made[200:350, 131:135].mean()
    assert inside > 8 + 0.03 * 230 and rim > inside + 10
    assert made[80:151, 110:290].max() <= shot()[LID].max()


def test_found_without_a_mask_it_is_all_of_the_jar_and_wants_a_look() -> None:
    cut = cutout.cut(photo(shot()), GLASS)
    assert cut.method == "glass" and cut.glass is not None
    assert cut.alpha[BODY].min() == cut.alpha[LID].min() == 255
    assert cut.alpha.sum() / 255 < 1.15 * (outline() > 0).sum()
    assert cut.confidence < checks.DOUBTFUL and glass.LOOK in cut.doubts
    left, top, right, bottom = cut.box
    assert abs(left - 120) < 6 and abs(top - 90) < 6 and abs(right - 280) < 6 and abs(bottom - 400) < 6


def test_a_label_of_the_backdrops_colour_is_lost_but_where_a_mask_says_that_it_is_solid() -> None:
    seen, dark = shot(label=True), np.full((HIGH, WIDE, 3), 10, np.float32)
    lost, _ = pasted(cutout.cut(photo(seen), GLASS, outline()), dark)
    assert lost[LABEL].mean() < 60
    mask = np.where(outline() > 0, np.uint8(128), np.uint8(0))
    mask[LID] = mask[LABEL] = 255
    cut = cutout.cut(photo(seen), GLASS, cv2.GaussianBlur(mask, (0, 0), 0.8))
    kept, _ = pasted(cut, dark)
    inner = (slice(LABEL[0].start + 3, LABEL[0].stop - 3), slice(LABEL[1].start + 3, LABEL[1].stop - 3))
    assert np.array_equal(kept[inner], seen[inner])
    assert cut.alpha[200:350, 140:260].min() == 255
    assert kept[310:340, 180:220].mean() < 60


def test_a_masks_feathered_edge_is_no_glass() -> None:
    feathered = cv2.GaussianBlur(outline(), (0, 0), 6)
    told = glass.levels(feathered)
    assert told.solid is None and told.outline is feathered


def test_a_white_label_that_solid_parts_hold_on_most_sides_stays() -> None:
    seen = source.read(str(PHOTOS / "bottle.jpg"), Settings()).rgb[::2, ::2]
    cut = cutout.cut(photo(np.ascontiguousarray(seen)), GLASS)
    left, top, right, _ = cut.box
    label = (slice(top + 215, top + 310), slice(left + 12, right - 12))
    assert seen[label].min(axis=2).mean() > 150  # it is white
    assert cut.glass is not None and (cut.glass.clear[label] == 0).mean() > 0.98


def test_what_has_a_colour_of_its_own_is_solid_however_pale() -> None:
    """Rose takes a fifth of the green: by its light alone it would be clear glass."""
    cover, own = lifted(1, (240, 190, 190))
    seen = own * cover[..., None] + backdrop() * (1 - cover[..., None])
    cut = cutout.cut(photo((seen + 0.5).astype(np.uint8)), GLASS, outline())
    assert cut.glass is not None and cut.glass.clear[200:380, 142:258].max() == 0


def test_between_the_lid_of_a_jar_and_what_is_in_it_the_scene_shows() -> None:
    """A window that solid parts hold all about is none of the labels that they hold."""
    seen = source.read(str(PHOTOS / "jar.jpg"), Settings()).rgb[::2, ::2]
    cut = cutout.cut(photo(np.ascontiguousarray(seen)), GLASS)
    left, top, right, bottom = cut.box
    wide, tall = right - left, bottom - top

    def clear(across: tuple[float, float], down: tuple[float, float]) -> np.ndarray:
        assert cut.glass is not None
        rows, columns = (
            slice(round(begin + first * size), round(begin + last * size))
            for begin, size, (first, last) in ((top, tall, down), (left, wide, across))
        )
        return cut.glass.clear[rows, columns] / 255

    assert (clear((0.25, 0.75), (0.32, 0.42)) > 0.6).mean() > 0.95  # the window
    assert clear((0.1, 0.9), (0.06, 0.15)).max() < 0.02  # the lid, light wood
    assert (clear((0.3, 0.7), (0.65, 0.85)) < 0.02).mean() > 0.98  # coffee


def test_without_a_plain_backdrop_the_product_stays_solid_and_a_line_says_why() -> None:
    busy = np.random.default_rng(3).integers(0, 255, (HIGH, WIDE, 3)).astype(np.float32)
    cut = cutout.cut(photo(shot(on=busy)), GLASS, outline())
    assert cut.glass is None and "glass_untold" in cut.reasons
    assert any("no plain backdrop" in line for line in cut.doubts)
    assert checks.WEIGHTS["glass_untold"][1]  # wants review
    rgba = replace(photo(shot()), alpha=outline())
    assert cutout.cut(rgba, GLASS).doubts == (glass.NEEDLESS,)
    assert cutout.cut(rgba, GLASS.model_copy(update={"roi": "0%,0%,100%,100%"})).doubts == (glass.NEEDLESS,)


def test_a_doubtful_cut_out_of_which_much_looks_like_the_backdrop_hints_at_glass() -> None:
    doubtful = replace(cutout.cut(photo(shot()), Options(), outline()), confidence=0.8)
    assert glass.hinted(photo(shot()), doubtful).doubts == (glass.HINT,)
    for settled in (replace(doubtful, confidence=0.95), replace(doubtful, method="alpha")):
        assert glass.hinted(photo(shot()), settled) is settled
    cover, own = lifted(1, (90, 120, 160))
    opaque = own * cover[..., None] + backdrop() * (1 - cover[..., None])
    assert glass.hinted(photo(opaque.astype(np.uint8)), doubtful) is doubtful


def test_what_was_found_in_a_region_is_as_clear_in_the_whole_photo() -> None:
    where = Region((10, 20, 10 + WIDE, 20 + HIGH), (WIDE + 50, HIGH + 60))
    whole = region.put_back(jar(), where)
    assert whole.glass is not None and jar().glass is not None
    assert np.array_equal(whole.glass.clear[20 : 20 + HIGH, 10 : 10 + WIDE], jar().glass.clear)
    assert whole.glass.clear.shape == whole.alpha.shape
    assert int(whole.cover.sum()) == int(jar().cover.sum())


def test_geometry_sees_the_whole_jar_at_any_scale_and_the_proof_counts_its_solid_core() -> None:
    cut, solid = jar(), cutout.cut(photo(shot()), Options(), outline())
    for options in ({}, {"size": "200x240"}, {"size": "500x500", "fill": 0.9, "placement": "fit"}):
        wanted = Options(glass=True, **options)
        scene, other = (compose.compose(one, wanted, 1) for one in (cut, solid))
        assert (scene.box, scene.offset, scene.scale) == (other.box, other.offset, other.scale)
        assert np.array_equal(scene.alpha, other.alpha)
        rgb, *_ = finish.finish(scene, Painting(np.full((*scene.alpha.shape, 3), 90, np.uint8), False))
        proof = checks.prove(scene, cut, rgb)
        assert proof["max_difference"] == 0 and proof["core_pixels"] > 0.8 * scene.scale**2 * 60 * 160
        assert proof["clear_pixels"] > 0.8 * scene.scale**2 * 250 * 140
        assert "clear_pixels" not in checks.prove(other, solid, rgb)
        spoilt = rgb.copy()
        spoilt[scene.cover == 255] ^= 1
        assert checks.prove(scene, cut, spoilt)["max_difference"] == 1


def test_the_record_and_the_line_tell_how_much_is_clear() -> None:
    cut = jar()
    scene = compose.compose(cut, GLASS, 1)
    kept = record.of_input(Job("jar.png", GLASS), photo(shot()), cut, scene)
    told = kept["cutout"]["glass"]
    assert 0.6 < told["clear"] < 0.95 and told["own_backdrop_difference"] <= 1
    painting = Painting(np.full((HIGH, WIDE, 3), 90, np.uint8), False)
    rgb, *_ = finish.finish(scene, painting)
    report = checks.check(scene, cut, painting, rgb)
    assert report.verdict == "ok"  # a mask of a person's own needs no second look
    line = picture_line("jar.png", "out.png", kept | {"checks": report.as_dict()}, 1.0)
    assert f"{report.proof['clear_pixels']:,} px clear)" in line
    assert (
        Slot.nbytes.fget(  # type: ignore[attr-defined]  # of no whole slot
            type("Slot", (), {"prepared": type("Prepared", (), {"scene": scene, "cutout": cut})})
        )
        == 2 * (3 + 1 + 1) * HIGH * WIDE
    )


def test_transparent_output_is_as_clear_as_the_product() -> None:
    scene = compose.compose(jar(), Options(glass=True, background="transparent"), 1)
    rgb, alpha, _ = finish.finish(scene, Painting(np.full((HIGH, WIDE, 3), 255, np.uint8), False))
    assert alpha is not None
    assert alpha[LID].min() == 255 and 5 < alpha[MIDDLE].mean() < 60
    again = checks.on_white(rgb, alpha).astype(float)
    assert np.abs(again[MIDDLE] - pasted(jar(), np.full((HIGH, WIDE, 3), 255.0))[0][MIDDLE]).max() <= 1


def test_a_shadow_under_glass_is_lighter_than_under_the_same_thing_of_stone() -> None:
    white = Painting(np.full((HIGH, WIDE, 3), 255, np.uint8), False)
    options = Options(glass=True, shadow="contact", placement="original")
    clear, stone = (
        finish.finish(compose.compose(one, options, 1), white)[0].astype(float)
        for one in (jar(), replace(jar(), glass=None))
    )
    below = (slice(402, 412), slice(150, 250))
    dimmed, whole = 255 - clear[below].mean(), 255 - stone[below].mean()
    assert whole > 10
    assert dimmed == pytest.approx(compose.compose(jar(), options, 1).body * whole, abs=1.5)
