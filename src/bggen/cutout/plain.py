"""Cut-outs of the common shop photo on a plain or softly graded backdrop, with no download."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen.cutout import second, triage
from bggen.cutout.edge import contour, matting
from bggen.cutout.region import way_out
from bggen.cutout.rules import backdrop as backdrops
from bggen.cutout.rules import evidence, segment, trust
from bggen.cutout.shapes import working
from bggen.errors import NeedsMask
from bggen.spec import Cutout

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bggen.cutout.rules.backdrop import Backdrop
    from bggen.cutout.rules.evidence import Evidence
    from bggen.cutout.rules.segment import Segments
    from bggen.cutout.rules.trust import Doubt
    from bggen.cutout.second import Opinion
    from bggen.options import Options
    from bggen.settings import Settings
    from bggen.spec import Box, Photo, Plane, Rgb

    Floats = NDArray[Any]  # float32; cv2 and numpy disagree on precision in their stubs
    Mask = NDArray[Any]  # bool

WORKING_SIDE = 1024  # long side at which the product is found; the edge is then drawn at full size
LEAST_CONFIDENCE = 0.60  # below this a cut-out would be a guess
SURE = 0.90  # below this a person should look
DOUBTED = 0.85  # most that one may have in which something looks wrong
MUCH = 0.05  # share of a product that rests on the network alone, from which all depends on its answer
MOST = 0.5  # share from which a cut-out is the network's own: one to look at
NOTHING = 0.1  # likeness to product below which the network is sure that what is there is none
#: what a second look at the product can't settle: it may be cut off, opened more finely than that sees, or
#: go on where two of three see nothing, as glass does
UNSETTLED = frozenset({"touches_frame", "box_disagrees", "tiny", "holes", "part_missing"})
MOST_TEXTURE = 1.5  # Lab deviation of a backdrop at working size: cloth, tiles and carpets have more


@dataclass(frozen=True, slots=True)
class Look:
    """A photo before a plain backdrop, seen at working size."""

    rgb: Rgb
    backdrop: Backdrop
    evidence: Evidence


class PlainCutout:
    """`--cutout plain`: a model of the backdrop, evidence against it, soft edges, clean colours."""

    name = "plain"

    def __init__(self, options: Options | None = None, settings: Settings | None = None) -> None:
        """No option changes what it does; the argument is the backends' common contract."""

    def __call__(self, photo: Photo) -> Cutout:
        """Cut the product out of its backdrop. Raises NeedsMask where that would be a guess."""
        look = look_at(photo.rgb)
        if isinstance(look, str):
            raise NeedsMask(f"{photo.name}: no plain backdrop ({look}): {way_out(photo)}", ("cluttered",))
        found = segment.separate(look.rgb, look.backdrop.lab, look.evidence)
        low = evidence.threshold(look.evidence)
        edge = contour.trace(found.product, found.shadow, look.evidence, low)
        alpha, rgb = matting.matte(photo.rgb, edge)
        content = _content_box(look, found, low, photo.size)
        reasons = triage.reasons(alpha, content, found.doubtful_holes, photo.open_sides)
        cues = _cues(look.backdrop, found)
        confidence = _confidence(cues, reasons)
        product = edge.depth > 0
        seen = product, found.likely, look.evidence, low, found.grain
        if "empty" in reasons or confidence < LEAST_CONFIDENCE:
            doubts = trust.doubts(*seen)
            why = "; ".join((*reasons, *_lines(doubts, cues)[:1]))
            raise NeedsMask(
                f"{photo.name}: no honest cut-out ({why}; confidence {confidence:.2f}): {way_out(photo)}",
                reasons,
            )
        opinion = second.ask(look.rgb, product, found.likely)
        doubts = trust.doubts(*seen, opinion.likely)
        confidence, doubts = _settled(confidence, reasons, doubts, opinion)
        return Cutout(
            rgb=rgb,
            alpha=alpha,
            box=triage.box_of(alpha),
            confidence=confidence,
            method=self.name,
            reasons=tuple(dict.fromkeys((*reasons, *(doubt.reason for doubt in doubts)))),
            doubts=tuple(
                f"look at the cut-out: {line}" for line in _lines(doubts, cues) if confidence < SURE
            ),
            shadow=own_shadow(look, found.product, found.shadow, photo.size),
            note=f"plain: {_describe(look.backdrop)}, confidence {confidence:.2f}",
            stood=look.backdrop.horizons > 0,
        )


def clutter(backdrop: Backdrop) -> str | None:
    """Why a backdrop isn't plain, or None when it is."""
    if backdrop.uniformity < 0.72:
        return f"only {backdrop.uniformity:.0%} of the border is one backdrop"
    if backdrop.texture > MOST_TEXTURE:
        return "the backdrop is textured"
    if sorted(backdrop.sides)[1] < 0.6:
        return "two sides of the border aren't backdrop"
    return None


def look_at(rgb: Rgb) -> Look | str:
    """A photo (h, w, 3) at working size, held against its backdrop; why that isn't plain, where it isn't."""
    small = working(rgb, WORKING_SIDE)
    lab = cv2.cvtColor(small.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    backdrop = backdrops.fit(lab)
    if (trouble := clutter(backdrop)) is not None:
        return trouble
    return Look(small, backdrop, evidence.weigh(small, lab, backdrop))


def _content_box(look: Look, found: Segments, low: float, size: tuple[int, int]) -> Box:
    """Box, in full pixels, of everything that is neither backdrop nor its shadow."""
    strong = (look.evidence.distance > 2.5 * low) & ~found.shadow
    strong &= found.product | (found.likely > NOTHING)  # veins of marble, a table's edge
    strong |= found.product & (found.likely > 0.5)  # white on white
    opened = cv2.morphologyEx(strong.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    left, top, right, bottom = triage.box_of(np.asarray(opened, np.uint8))
    across, down = size[0] / look.rgb.shape[1], size[1] / look.rgb.shape[0]
    return round(left * across), round(top * down), round(right * across), round(bottom * down)


def _cues(backdrop: Backdrop, found: Segments) -> dict[str, float]:
    """0..1 for each thing that a cut-out needs, by what a person is told where it lacks most."""
    # What rests on the network alone is as good as its answer is sure; where it is, no edge need be clear.
    sure = _ramp(found.certainty, 0.90, 0.985)
    rests = min(1.0, found.given / MUCH)
    return {
        "too much of it is a guess": 1 - rests * (1 - sure),
        "most of it is a guess": 1 - 0.25 * min(1.0, found.given / MOST),
        "the border isn't one backdrop": _ramp(backdrop.uniformity, 0.70, 0.93),
        "the backdrop is textured": _ramp(MOST_TEXTURE + 0.4 - backdrop.texture, 0.0, 1.1),
        "it hardly differs from the backdrop": _ramp(found.contrast, 1.0, 3.0),
        "its edge is too faint against the backdrop": max(
            _ramp(found.support, 0.50, 0.96), _ramp(found.certainty, 0.96, 0.995)
        ),
        "where it ends depends on how faint an edge may be": max(
            _ramp(found.stability, 0.60, 0.95), rests * sure
        ),
        "its shape can be read in two ways": _ramp(found.agreement, 0.45, 0.97),
        # A network that is certain, and of the same, may know them for the backdrop's: a person should look.
        "lines beside it belong to something that wasn't found": max(
            _ramp(0.25 - found.stray, 0.0, 0.15),
            0.6 * _ramp(found.certainty, 0.990, 0.996) * _ramp(found.agreement, 0.96, 0.98),
        ),
    }


def _confidence(cues: dict[str, float], reasons: tuple[str, ...]) -> float:
    """0..1 from measured cues; a weak cue pulls the whole down, as a wrong edge anywhere spoils a picture."""
    score = math.sqrt(math.prod(cues.values()))
    penalty = {
        "touches_frame": 0.85,
        "several_objects": 0.95,
        "tiny": 0.7,
        "holes": 0.85,
        "box_disagrees": 0.75,
    }
    for reason in reasons:
        score *= penalty.get(reason, 1.0)
    return round(min(1.0, score), 3)


def _lines(doubts: tuple[Doubt, ...], cues: dict[str, float]) -> list[str]:
    """What a person is told to look for: the doubts, or else the weakest cue."""
    weakest = min(cues, key=lambda cue: cues[cue])
    return list(dict.fromkeys(map(str, doubts))) or [weakest] * (cues[weakest] < SURE)


def _settled(
    confidence: float, reasons: tuple[str, ...], doubts: tuple[Doubt, ...], opinion: Opinion
) -> tuple[float, tuple[Doubt, ...]]:
    """Confidence and doubts with a second opinion heard: it outvotes the rules' doubts, or adds to them."""
    if opinion.confirms and not UNSETTLED & {*reasons, *(doubt.reason for doubt in doubts)}:
        return max(confidence, SURE), ()
    doubts = (*doubts, *opinion.doubts)
    return (min(confidence, DOUBTED) if doubts else confidence), doubts


def _ramp(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.02, (value - low) / (high - low)))


def own_shadow(look: Look, product: Mask, shadow: Mask, size: tuple[int, int]) -> Plane | None:
    """The photo's own shadow as a factor (uint8, full size), or None where there is none to speak of."""
    if shadow.mean() < 0.001:
        return None
    around = cv2.dilate(shadow.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    factor = np.where(around & ~product, np.clip(look.evidence.factor, 0, 1), 1).astype(np.float32)
    if float((1 - factor).max()) < 0.03:
        return None
    # Under the product's edge the shadow goes on: fill the product's place from beside it.
    filled = matting.spread(factor, (~product).astype(np.float32))
    smooth = cv2.GaussianBlur(filled, (0, 0), 1.5)
    plane = np.clip(smooth * 255 + 0.5, 0, 255).astype(np.uint8)
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR), np.uint8)


def _describe(backdrop: Backdrop) -> str:
    kind = "plain backdrop" if backdrop.horizons == 0 else "wall and table"
    return f"{kind} on {backdrop.uniformity:.0%} of the border"
