"""What the network's answer may do to the rules' product, and what it costs when it is unsure."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from bggen.cutout import shapes
from bggen.cutout.plain import PlainCutout
from bggen.cutout.rules import backdrop, evidence, outline, verdict
from bggen.spec import Photo

SIDE = 400
WHOLE = np.zeros((SIDE, SIDE), bool)
WHOLE[100:300, 120:280] = True
PIECE = WHOLE.copy()
PIECE[:240] = False  # the lower part, that the rules miss
RING = WHOLE.copy()
RING[150:200, 170:220] = False


def photo_of(piece: int = 238, paper: int = 254) -> np.ndarray:
    """A blue box with a pale foot on white paper: the lower it is, the better it is told from it."""
    rgb = np.full((SIDE, SIDE, 3), paper, np.uint8)
    rgb[WHOLE] = (60, 80, 150)
    rgb[PIECE] = piece
    return rgb


def looked_at(rgb: np.ndarray) -> evidence.Evidence:
    lab = cv2.cvtColor(rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    return evidence.weigh(rgb, lab, backdrop.fit(lab))


def weighed(product: np.ndarray, said: np.ndarray, rgb: np.ndarray | None = None) -> verdict.Verdict:
    seen = looked_at(photo_of() if rgb is None else rgb)
    low = evidence.threshold(seen)
    return verdict.weigh(product, product & False, said.astype(np.float32), seen, low, 2.0)


def test_what_the_rules_left_out_is_taken_in_where_the_network_is_sure() -> None:
    settled = weighed(WHOLE & ~PIECE, 0.97 * WHOLE)
    assert shapes.overlap(settled.product, WHOLE) > 0.999
    assert settled.given == pytest.approx(PIECE.sum() / WHOLE.sum(), abs=0.001)
    assert settled.certainty == 1.0


def test_a_mere_hunch_adds_nothing_and_counts_as_uncertain() -> None:
    said = np.where(PIECE, 0.7, WHOLE * 0.97)
    settled = weighed(WHOLE & ~PIECE, said)
    assert not (settled.product & PIECE).any()
    assert settled.certainty == pytest.approx((WHOLE & ~PIECE).sum() / WHOLE.sum(), abs=0.03)


@pytest.mark.parametrize(("likeness", "filled"), [(0.9, False), (0.99, True)])
def test_an_opening_needs_more_than_a_part_beside(likeness: float, filled: bool) -> None:
    said = np.where(RING, 0.99, WHOLE * likeness)
    assert (weighed(RING, said).product[160:190, 180:210]).all() == filled


def test_a_certain_network_stands_in_for_rules_that_saw_something_else() -> None:
    speck = np.zeros_like(WHOLE)
    speck[20:30, 20:30] = True  # too small a part of the answer
    other = np.roll(WHOLE, 110, axis=1)
    settled = weighed(other, 0.98 * (WHOLE | speck))
    assert shapes.overlap(settled.product, WHOLE) > 0.99
    assert not (settled.product & speck).any()
    assert settled.given > 0.5
    unsure = np.where(WHOLE, np.where(PIECE, 0.6, 0.98), 0)
    assert (weighed(other, unsure).product & other).sum() > 0.5 * other.sum()


def test_a_network_that_sees_nothing_is_certain_of_nothing() -> None:
    box = WHOLE & ~PIECE
    settled = weighed(box, 0.0 * WHOLE)
    assert (settled.certainty, settled.agreement) == (0.0, 0.0)
    assert shapes.overlap(settled.product, box) > 0.99


def test_what_the_rules_kept_of_a_shadow_is_given_back_if_the_network_knows_the_rest() -> None:
    sure, unsure = np.where(PIECE, 0.02, WHOLE * 0.98), np.where(PIECE, 0.02, WHOLE * 0.6)
    assert shapes.overlap(weighed(WHOLE, sure).product, WHOLE & ~PIECE) > 0.99
    assert (weighed(WHOLE, unsure).product & PIECE).sum() == PIECE.sum()


def test_the_network_knows_nothing_of_what_is_thinner_than_its_pixels() -> None:
    wires = WHOLE & (np.arange(SIDE)[None] % 12 < 3)
    assert weighed(wires, 0.99 * wires).certainty < 0.5
    assert weighed(WHOLE, 0.99 * WHOLE).certainty == 1.0


def test_a_bite_is_filled_where_the_products_own_edge_goes_on_round_it() -> None:
    bite = np.zeros_like(WHOLE)
    bite[180:190, 120:132] = True
    assert (weighed(WHOLE & ~bite, 0.8 * WHOLE).product & bite).sum() > 0.9 * bite.sum()
    beside = np.roll(bite, -12, axis=1)  # on bare paper
    assert not (weighed(WHOLE, 0.8 * (WHOLE | beside)).product & beside).any()


def test_a_crumb_of_backdrop_in_an_opening_is_taken_off() -> None:
    crumb = np.zeros_like(WHOLE)
    crumb[172:176, 170:190] = True
    rgb = photo_of()
    rgb[WHOLE & ~RING] = 254
    product = RING | crumb
    settled = weighed(product, 0.99 * RING, rgb)
    assert not settled.product[172:176, 175:190].any()
    rgb[crumb] = (60, 80, 150)  # thin, and plainly there: of wires the network knows nothing
    assert weighed(product, 0.99 * RING, rgb).product[crumb].all()


def test_a_part_that_nothing_is_seen_of_is_not_dreamt_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two products, or under a lid, the network expects what may not be there."""
    monkeypatch.setattr(outline, "coverage", lambda rgb, empty, box: np.float32(0.98) * WHOLE)
    photo = Photo(rgb=photo_of(piece=254), alpha=None, name="f.jpg", digest="0" * 64, format="JPEG")
    cutout = PlainCutout()(photo)
    assert not (cutout.alpha[245:295, 125:275] > 0).any()
    assert cutout.confidence < 0.9
