"""Things in the colour that was asked for: red roses, white pumpkins, gold confetti.

A thing's picture keeps its light: its parts that take a colour get that colour's hue and strength, and about
its lightness, and what was lighter or darker there stays so.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from bggen.families.studio.light.casts import LYING
from bggen.families.studio.light.solid import Floats
from bggen.families.studio.sets.props import Prop
from bggen.families.studio.words.lexicon import COLOURS
from bggen.spec import Rgb

SOLID = 0.5  # coverage of a pixel that counts
GREENS = (96.0, 205.0)  # degrees of hue in CIELAB: leaves and stems
WOODY = (25.0, 90.0)  # the same of twigs and of the caps of fruit, where they are as dark as DARK
YELLOWS = (68.0, 98.0)  # the same of stamens, where they are as strong as STRONG
DARK, BLACK, STRONG, GREY = 48.0, 20.0, 38.0, 7.0  # lightness of twigs and of seeds; chroma
SOFT = 12.0  # degrees over which a hue's end is soft
EVEN = 0.08  # of a picture's longer side: lightness that differs over more than that is another part's
OWN = 0.35  # of such a difference that stays
TURN = 0.25  # of a part's difference in hue and strength that stays
HAD, HAD_GROWN = 0.75, 0.64  # of what takes a colour, that has it already where it is left as it is
PLAIN = 0.25  # of all of a thing that has no part to dye, that has the colour where it is not missed
NEAR_HUE, NEAR_LIGHT = 25.0, 28.0  # degrees, lightness: as near is the same colour, to people who ask for it
NEAR_CHROMA = 0.3  # of the colour's, from which a pixel has as much of it
ROUNDS = 8  # in which two colours are told apart
SMALL, SOMETHING = 128, 0.02  # pixels a side that a picture is looked at with; share of it that is seen
ROOM = 4.0  # lightness that stays free above, for what shines
LIGHTEST = 88.0  # lightness that white is given, for what shines on it to show
#: what grows has softer colours than paint: sRGB 0..255
GROWN = {
    "red": (172, 22, 34),
    "emerald green": (132, 164, 58),
    "yellow": (244, 204, 66),
    "orange": (238, 132, 40),
    "royal blue": (104, 122, 196),
    "purple": (124, 82, 158),
}


@dataclass(frozen=True, slots=True)
class Dye:
    """Which part of a kind of thing takes a colour."""

    leaves: bool = True  # greens are left alone
    twigs: bool = False  # so are dark browns
    stamens: bool = False  # and strong yellows
    seeds: bool = True  # and black
    ribbons: bool = False  # and the less of two colours: on gifts that is no paper
    grown: bool = True  # it grew, or dried
    above: float = 1.0  # share of the picture's height that holds the part: below is a vase


_PETALS, _ALL = Dye(), Dye(leaves=False, seeds=False, grown=False)
_ON_TWIGS, _WITH_STAMENS, _DEEP = Dye(twigs=True), Dye(stamens=True), Dye(seeds=False)
#: kind of thing -> its part that takes a colour; kinds that are missing have their own
DYES: dict[str, Dye] = {
    **dict.fromkeys(
        ["roses", "peonies", "calla lilies", "lilac", "rose petals", "poinsettia", "red rose petals",
         "white petals", "baby's breath", "lavender", "anemones"],
        _PETALS,
    ),
    **dict.fromkeys(["carnations", "hydrangea", "apples", "pumpkins", "chili peppers"], _DEEP),
    **dict.fromkeys(["cherry blossom", "magnolia", "orchid"], _ON_TWIGS),
    **dict.fromkeys(
        ["daisies", "frangipani", "lilies", "lotus", "hibiscus", "jasmine", "poppies"], _WITH_STAMENS
    ),
    **dict.fromkeys(
        ["feathers", "confetti", "hearts", "eggs", "towels", "soap bars", "vase", "shells", "starfish",
         "pebbles", "zen stones", "columns", "spheres", "blocks", "dried flowers", "baubles", "maple leaves",
         "macarons"],
        _ALL,
    ),
    "grapes": Dye(leaves=False, twigs=True, seeds=False),
    "tulips": Dye(above=0.56),
    "pampas": Dye(leaves=False, seeds=False, above=0.62),
    "gifts": Dye(leaves=False, seeds=False, ribbons=True, grown=False),
}  # fmt: skip


def part(picture: Floats, dye: Dye) -> Floats:
    """(h, w) 0..1: how far a pixel of a picture (h, w, 4; sRGB and coverage in 0..1) takes a colour."""
    light, chroma, hue = _polar(_lab(picture[..., :3]))
    takes = np.ones_like(light)
    coloured = _step(chroma, GREY, 4.0)
    if dye.leaves:
        takes *= 1 - _between(hue, GREENS) * coloured
    if dye.twigs:
        takes *= 1 - _between(hue, WOODY) * coloured * _step(-light, -DARK, 8.0)
    if dye.stamens:
        takes *= 1 - _between(hue, YELLOWS) * _step(chroma, STRONG, 8.0)
    if dye.seeds:
        takes *= _step(light, BLACK, 8.0)
    if dye.ribbons:
        takes *= _most(picture)
    return np.asarray(cv2.GaussianBlur(takes, (0, 0), 0.7), np.float32)


def _most(picture: Floats) -> Floats:
    """(h, w) 0..1: how far a pixel has the one of a picture's two colours that more of it has.

    Lloyd 1982, with two means, of hue and strength alone: shade is no other colour.
    """
    ab = _lab(picture[..., :3])[..., 1:]
    solid = ab[picture[..., 3] > SOLID]
    middle = np.median(solid, 0)
    away = np.linalg.norm(solid - middle, axis=1)
    means = [middle, solid[away >= np.quantile(away, 0.95)].mean(0)]
    for _ in range(ROUNDS):
        first = np.linalg.norm(solid - means[0], axis=1) <= np.linalg.norm(solid - means[1], axis=1)
        if first.all() or not first.any():
            return np.ones(ab.shape[:2], np.float32)
        means = [solid[first].mean(0), solid[~first].mean(0)]
    if 2 * first.sum() < len(solid):
        means.reverse()
        first = ~first
    palest = np.quantile(np.linalg.norm(solid[~first], axis=1), 0.25)
    if palest < 2 * GREY < np.linalg.norm(means[0]):  # all that has a hue, in shade as well
        return _step(np.linalg.norm(ab, axis=2), 2 * GREY, 6.0)
    off, other = (np.linalg.norm(ab - mean, axis=2) for mean in means)
    return _step(np.asarray(other / np.maximum(off + other, 1e-6), np.float32), 0.5, 0.2)


def dyed(picture: Floats, prop: Prop, colour: str) -> Floats:
    """A picture (h, w, 4; sRGB and coverage in 0..1) in a colour, or as it is if it has or takes none."""
    dye = DYES.get(prop.kind)
    if dye is None:
        return picture
    takes = part(picture, dye)
    if prop.elevation < LYING:  # from above no vase is seen
        takes[round(dye.above * len(takes)) :] = 0
    seen = takes * (picture[..., 3] > SOLID)
    aim = _of(GROWN.get(colour, COLOURS[colour][1]) if dye.grown else COLOURS[colour][1])
    if not seen.any() or _share(picture, aim, seen) > (HAD_GROWN if dye.grown else HAD):
        return picture
    lab = _lab(picture[..., :3])
    aim[0] = min(float(aim[0]), LIGHTEST)
    weight = seen[..., None] + 1e-4
    sigma = EVEN * max(picture.shape[:2])
    about = _blurred(lab * weight, sigma) / _blurred(weight, sigma)
    mean = np.asarray((lab * weight).sum((0, 1)) / weight.sum(), np.float32)
    off = lab - about + OWN * (about - mean)
    light = aim[0] + off[..., 0] * _contrast(float(aim[0]), float(mean[0]))
    top = 100 - ROOM
    over = light > aim[0]
    light = np.where(over, aim[0] + (top - aim[0]) * np.tanh((light - aim[0]) / max(top - aim[0], 1)), light)
    fades = (light / max(float(aim[0]), 1.0)).clip(0.3, 1.25)[..., None]
    ab = aim[1:] * fades + off[..., 1:] * TURN
    made = np.concatenate([light.clip(0, 100)[..., None], ab], 2).astype(np.float32)
    rgb = cv2.cvtColor(made, cv2.COLOR_LAB2RGB).clip(0, 1)
    rgb = picture[..., :3] + (rgb - picture[..., :3]) * takes[..., None]
    return np.asarray(np.concatenate([rgb, picture[..., 3:]], 2), np.float32)


def takes(prop: Prop, colour: str) -> bool:
    """Whether a thing can be shown in a colour, or has it by itself."""
    if prop.kind in DYES:
        return True
    picture = np.asarray(prop.pixels(mirrored=False) / 255, np.float32)
    return _share(picture, _of(COLOURS[colour][1]), (picture[..., 3] > SOLID).astype(np.float32)) > PLAIN


def shows(rgb: Rgb, colour: str) -> bool:
    """Whether something in a picture (h, w, 3) has a colour; of greys and beiges something always has."""
    aim = _of(COLOURS[colour][1])
    if float(_polar(aim)[1]) < STRONG / 2:
        return True
    picture = np.asarray(cv2.resize(rgb, (SMALL, SMALL), interpolation=cv2.INTER_AREA) / 255, np.float32)
    return _share(picture, aim, np.ones(picture.shape[:2], np.float32)) > SOMETHING


def _contrast(aim: float, mean: float) -> float:
    """What lightness differs by in another lightness: shade is a part of the light that falls there."""
    return min(max(aim / max(mean, 1.0), 0.45), 1.2)


def _share(picture: Floats, aim: Floats, weight: Floats) -> float:
    """Of the pixels by weight (h, w), how many people would call that colour (3,) of CIELAB."""
    light, chroma, hue = _polar(_lab(picture[..., :3]))
    its_light, its_chroma, its_hue = (float(plane) for plane in _polar(aim))
    alike = np.abs(light - its_light) < NEAR_LIGHT
    if its_chroma > STRONG / 3:
        turned = np.abs((hue - its_hue + 180) % 360 - 180)
        alike &= (turned < NEAR_HUE) & (chroma > NEAR_CHROMA * its_chroma)
    else:
        alike &= chroma < STRONG / 2
    return float((alike * weight).sum() / max(float(weight.sum()), 1e-6))


def _of(colour: tuple[int, int, int]) -> Floats:
    """(3,) of CIELAB."""
    return np.asarray(_lab(np.asarray(np.array([[colour]]) / 255, np.float32))[0, 0], np.float32)


def _lab(rgb: Floats) -> Floats:
    return np.asarray(cv2.cvtColor(np.ascontiguousarray(rgb, np.float32), cv2.COLOR_RGB2LAB), np.float32)


def _polar(lab: Floats) -> tuple[Floats, Floats, Floats]:
    """Lightness, chroma and hue in degrees 0..360."""
    hue = np.degrees(np.arctan2(lab[..., 2], lab[..., 1])) % 360
    return lab[..., 0], np.hypot(lab[..., 1], lab[..., 2]), np.asarray(hue, np.float32)


def _step(value: Floats, at: float, soft: float) -> Floats:
    return np.asarray(((value - at) / soft + 0.5).clip(0, 1), np.float32)


def _between(hue: Floats, ends: tuple[float, float]) -> Floats:
    return np.asarray(_step(hue, ends[0], SOFT) * _step(-hue, -ends[1], SOFT), np.float32)


def _blurred(planes: Floats, sigma: float) -> Floats:
    made = cv2.GaussianBlur(planes, (0, 0), sigma)
    return np.asarray(made.reshape(planes.shape), np.float32)
