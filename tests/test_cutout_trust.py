"""What looks wrong about a cut-out: it is said, with its place, and a person is asked to look."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from bggen.cutout import salient
from bggen.cutout.plain import PlainCutout
from bggen.cutout.rules import backdrop, evidence, outline, trust
from bggen.errors import NeedsMask
from bggen.spec import Photo

SIDE = 400
WHOLE = np.zeros((SIDE, SIDE), bool)
WHOLE[100:300, 120:280] = True
FOOT = WHOLE.copy()
FOOT[:270] = False
SHEEN = np.zeros_like(WHOLE)
SHEEN[150:160, 200:206] = True  # enclosed, and too small for an opening


def shot(foot: int = 60) -> np.ndarray:
    """A blue box whose foot has a grey of its own, on white paper."""
    rgb = np.full((SIDE, SIDE, 3), 254, np.uint8)
    rgb[WHOLE] = (60, 80, 150)
    rgb[FOOT] = foot
    return rgb


def photo_of(rgb: np.ndarray) -> Photo:
    return Photo(rgb=rgb, alpha=None, name="box.jpg", digest="0" * 64, format="JPEG")


def second_says(monkeypatch: pytest.MonkeyPatch, likely: np.ndarray) -> None:
    """What the salient network makes of the box."""
    monkeypatch.setattr(salient, "seek", lambda rgb: salient.Seen(np.float32(0.99) * likely, 2.0, 1.0))


def undecided(mask: np.ndarray) -> np.ndarray:
    """A mask whose outline is off all along: too much to agree with, too little for a doubt."""
    return cv2.erode(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0


def doubts_of(product: np.ndarray, said: np.ndarray, rgb: np.ndarray) -> list[tuple[str, str]]:
    lab = cv2.cvtColor(rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    seen = evidence.weigh(rgb, lab, backdrop.fit(lab))
    found = trust.doubts(product, said.astype(np.float32), seen, evidence.threshold(seen), 2.0)
    return [(doubt.reason, doubt.place) for doubt in found]


def test_what_rules_and_network_agree_on_is_not_doubted() -> None:
    assert doubts_of(WHOLE, 0.98 * WHOLE, shot()) == []
    assert doubts_of(WHOLE, 0.98 * (WHOLE & ~SHEEN), shot()) == []


def test_each_doubt_says_what_it_is_and_where() -> None:
    assert doubts_of(WHOLE, 0.98 * (WHOLE & ~FOOT), shot()) == [("part_doubtful", "at the bottom")]
    assert doubts_of(WHOLE & ~FOOT, 0.98 * WHOLE, shot()) == [("part_missing", "at the bottom")]
    unsure = np.where(FOOT, 0.6, 0.98 * WHOLE)
    assert doubts_of(WHOLE, unsure, shot(foot=254)) == [("edge_unseen", "at the bottom")]
    assert doubts_of(WHOLE, 0.98 * WHOLE, shot(foot=254)) == []  # the network sees the end that nobody sees
    right = WHOLE & (np.arange(SIDE)[None] > 240)
    assert doubts_of(WHOLE, 0.98 * (WHOLE & ~right), shot()) == [("part_doubtful", "on the right")]


def test_a_slit_in_a_frame_may_be_an_opening_and_known_print_is_none() -> None:
    rgb = shot()
    rgb[120:130, 150:200] = 254
    slit = (rgb == 254).all(axis=2) & WHOLE
    unsure, known = np.where(slit, 0.8, 0.98 * WHOLE), 0.98 * WHOLE
    assert doubts_of(WHOLE, unsure, rgb) == [("holes", "at the top")]
    assert doubts_of(WHOLE, known, rgb) == []
    rgb[slit] = 200  # not the paper's colour
    assert doubts_of(WHOLE, unsure, rgb) == []


def test_a_product_that_runs_out_of_the_picture_needs_no_edge_there() -> None:
    product = np.roll(WHOLE, 100, axis=0)
    rgb = np.roll(shot(), 100, axis=0)
    assert doubts_of(product, 0.98 * product, rgb) == []


def test_a_doubt_keeps_a_cut_out_from_being_passed_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outline, "coverage", lambda rgb, empty, box: np.float32(0.99) * WHOLE)
    second_says(monkeypatch, undecided(WHOLE))
    assert PlainCutout()(photo_of(shot())).confidence > 0.95
    unlikely = np.where(FOOT, np.float32(0.2), np.float32(0.99) * WHOLE)
    monkeypatch.setattr(outline, "coverage", lambda rgb, empty, box: unlikely)
    assert PlainCutout()(photo_of(shot())).reasons == ()  # the rules and the other network see a foot
    second_says(monkeypatch, undecided(WHOLE & ~FOOT))
    cutout = PlainCutout()(photo_of(shot()))
    assert cutout.reasons == ("part_doubtful",)
    assert cutout.doubts == ("look at the cut-out: what is kept at the bottom may be shadow or backdrop",)
    assert 0.6 < cutout.confidence < 0.9
    assert f"confidence {cutout.confidence:.2f}" in cutout.note


def test_a_line_beside_the_horizon_is_the_tables_own() -> None:
    rgb = shot()
    rgb[250:][~WHOLE[250:]] = 190  # a table
    lab = cv2.cvtColor(rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    fitted = backdrop.fit(lab)
    assert fitted.horizons == 1
    strays = []
    for row in (264, 340):  # the table's rim, and a line on the table
        lined, drawn = rgb.copy(), lab.copy()
        lined[row : row + 3, 310:390], drawn[row : row + 3, 310:390, 0] = 130, 54
        seen = evidence.weigh(lined, drawn, fitted)
        strays.append(trust.stray(WHOLE, seen, evidence.threshold(seen)))
    assert strays[0] == 0.0
    assert strays[1] > 0.1


def test_lines_beside_a_product_refuse_it_unless_the_network_is_certain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The rest of a glass jar whose lid alone was found, or veins and folds of a backdrop."""
    monkeypatch.setattr(trust, "stray", lambda product, evidence, low: 0.4)
    second_says(monkeypatch, undecided(WHOLE))
    monkeypatch.setattr(outline, "coverage", lambda rgb, empty, box: np.float32(0.99) * WHOLE)
    cutout = PlainCutout()(photo_of(shot()))
    assert 0.6 < cutout.confidence < 0.9
    assert any("lines beside it" in line for line in cutout.doubts)
    unsure = np.where(FOOT, np.float32(0.6), np.float32(0.99) * WHOLE)
    monkeypatch.setattr(outline, "coverage", lambda rgb, empty, box: unsure)
    with pytest.raises(NeedsMask, match=r"lines beside it belong to something .* --mask FILE"):
        PlainCutout()(photo_of(shot()))


def test_two_networks_that_agree_outvote_a_doubt_but_not_about_openings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Lines beside a camera, or a faint edge, are no reason to look where both see the same camera."""
    second_says(monkeypatch, WHOLE)
    unlikely = np.where(FOOT, np.float32(0.2), np.float32(0.99) * WHOLE)
    monkeypatch.setattr(outline, "coverage", lambda rgb, empty, box: unlikely)
    cutout = PlainCutout()(photo_of(shot()))
    assert cutout.confidence >= 0.9
    assert cutout.reasons == () == cutout.doubts
    slit = shot()
    slit[120:130, 150:200] = 254
    unsure = np.where((slit == 254).all(axis=2), np.float32(0.8), np.float32(0.98)) * WHOLE
    monkeypatch.setattr(outline, "coverage", lambda rgb, empty, box: unsure)
    cutout = PlainCutout()(photo_of(slit))
    assert "holes" in cutout.reasons
    assert cutout.confidence < 0.9


@pytest.mark.parametrize(
    ("likely", "reason", "line"),
    [
        (WHOLE & ~FOOT, "part_doubtful", "what is kept at the bottom may be shadow or backdrop"),
        (
            WHOLE | np.roll(WHOLE & ~FOOT, -60, axis=0),
            "part_missing",
            "something that is left out at the top may be product",
        ),
    ],
)
def test_what_a_second_network_sees_otherwise_is_doubted(
    likely: np.ndarray, reason: str, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    unsure = np.where(FOOT, np.float32(0.6), np.float32(0.99) * WHOLE)
    monkeypatch.setattr(outline, "coverage", lambda rgb, empty, box: unsure)
    second_says(monkeypatch, likely)
    cutout = PlainCutout()(photo_of(shot()))
    assert cutout.reasons == (reason,)
    assert cutout.doubts == (f"look at the cut-out: {line}",)
    assert 0.6 < cutout.confidence < 0.9


def test_rules_and_first_network_outvote_the_second_on_a_part_and_on_an_opening(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It sees the ground through a handle as product, and a foot of another colour as ground."""
    opening = np.zeros_like(WHOLE)
    opening[150:200, 170:230] = True
    rgb = shot()
    rgb[opening] = 254
    said = np.float32(0.99) * (WHOLE & ~opening)
    monkeypatch.setattr(outline, "coverage", lambda rgb, empty, box: said)
    second_says(monkeypatch, WHOLE & ~FOOT)
    cutout = PlainCutout()(photo_of(rgb))
    assert cutout.doubts == ()
    assert cutout.alpha[opening].mean() < 5 < 250 < cutout.alpha[FOOT].mean()
    beside = np.roll(WHOLE & ~FOOT, -60, axis=0)  # in no opening: it may have seen the rest of a glass
    second_says(monkeypatch, WHOLE | beside)
    assert PlainCutout()(photo_of(rgb)).reasons == ("part_missing",)
