"""Where a ground ends before a place: a table has an edge, sand and moss run on and are out of focus there.

Sets were rendered with every ground cut off in one row, and so are grounds laid before another place. Of a
table that is its edge, a little out of focus; of what lies out of doors it looks like a slab of it. There the
end is drawn as the crest of the ground, uneven and out of focus, and towards it the ground is less sharp.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.words.lexicon.rooms import ROOMS
from bggen.spec import Rgb, derive_seed

if TYPE_CHECKING:
    from bggen.families.studio.sets.bank import Plate

Floats = NDArray[np.float32]

#: grounds, in the prompt's concepts, that lie as nature left them; that are laid, and level; that are a floor
#: out of doors and in some rooms, and a top in others
SANDS = {"black sand", "raked sand", "red sand", "sand", "sea bed"}
EARTHS = {"dry earth", "gravel", "pebble bed", "snow", "soil"}
HEAPED = frozenset(SANDS | EARTHS | {"fallen leaves", "grass", "moss", "straw"})
LAID = frozenset({"cobblestones", "court", "tennis court", "track", "water"})
PAVED = frozenset({"concrete", "dark concrete"})
WITH_TOPS = ROOMS.keys() - {"gym"}
#: surfaces of which stones, leaves or blades stand up over their end before their own place
UNEVEN_ALREADY = frozenset({"black sand", "fallen autumn leaves", "fine sand", "green grass", "red sand"})
#: of the picture: over how many rows a ground ends, how uneven that is, how blurred it is there
SOFT, UNEVEN, BLUR = 0.016, 0.006, 0.005
EDGE = 0.008  # of the picture: over how many rows a table ends that was rendered before its place
#: of the picture: rows above and below an end as rendered that show some of both; below it, between clods
ABOVE, BELOW = 0.0045, 0.012
#: of the way from there to the stand: on which it is out of focus, and on which a shadow fades
DEEP, FADES = 0.6, 0.5
BUMPS = ((13, 0.7), (40, 0.3))  # of an uneven end: how many across, and their share
RIM = 9  # pixels about a podium that show some of it


def runs_on(plate: Plate) -> bool:
    """Whether a set's ground is one that goes on into the place behind it."""
    if not plate.far or plate.horizon is None:
        return False
    paved = _shows(plate, PAVED) and not plate.behind & WITH_TOPS
    return paved or _shows(plate, HEAPED | LAID)


def fade(plate: Plate) -> float:
    """Of the picture: over how many rows from its end on a ground shows no more of a shadow, and then all.

    0 of a table, whose edge is where its shadows end.
    """
    if plate.horizon is None or not runs_on(plate):
        return 0.0
    return max(FADES * (plate.stand[1] - plate.horizon), 0.0)


def ended(pixels: Rgb, plate: Plate) -> Rgb:
    """A set's picture (h, w, 3) -> the same, its ground without an edge where it goes on.

    And a table that was laid before a place with an edge as soft as if it had been rendered there.
    """
    on, alone = runs_on(plate), plate.place_id == plate.id
    rendered = alone and (not on or plate.row["surface"] in UNEVEN_ALREADY)
    untold = plate.podium_top is not None and plate.podium_mask is None  # of it from its ground
    if plate.horizon is None or not plate.far or rendered or untold:
        return pixels
    height, width = pixels.shape[:2]
    end, soft = plate.horizon * height, (SOFT if on else EDGE) * height
    bumps = _bumps(plate, width) * height
    reach = math.ceil(soft + float(np.abs(bumps).max())) + 2
    deep = max(round(DEEP * (plate.stand[1] * height - end)), 1) if on else 0
    # rows that show the one alone
    below = math.ceil(end + (BELOW if _shows(plate, HEAPED) else ABOVE) * height)
    above = int(end - ABOVE * height)
    first, last = max(below - 2 * reach, 0), min(below + max(deep, reach), height)
    cover = plate.podium_cover((width, height))
    ground = _out_of_focus(pixels, cover, below, (first, last), deep)
    far = np.take(pixels, _turned_at(above, first, last), 0).astype(np.float32)
    rows = np.arange(first, last, dtype=np.float32)[:, None] + 0.5
    share = ((rows - end - bumps) / soft + 0.5).clip(0, 1)
    share = (share * share * (3 - 2 * share))[..., None]
    made = far + (ground - far) * share
    made += (pixels[first:last] - made) * cover[first:last]
    out = pixels.copy()
    out[first:last] = (made + 0.5).clip(0, 255)
    return out


def _shows(plate: Plate, stuffs: frozenset[str]) -> bool:
    return any(plate.shows(stuff, "surface") for stuff in stuffs)


def _bumps(plate: Plate, width: int) -> Floats:
    """(width,) of the picture's height: how much lower a ground ends in each column."""
    if not _shows(plate, HEAPED):
        return np.zeros(width, np.float32)
    chance = np.random.default_rng(derive_seed(plate.id, "end"))
    line = np.zeros((1, width), np.float32)
    for count, part in BUMPS:
        knots = chance.standard_normal((1, count)).astype(np.float32)
        line += part * cv2.resize(knots, (width, 1), interpolation=cv2.INTER_CUBIC)
    line = line[:, ::-1] if plate.mirrored else line
    return np.asarray(UNEVEN * line[0].clip(-2, 2), np.float32)


def _turned_at(last: int, first: int, end: int) -> NDArray[np.intp]:
    """Rows `first` to `end`, those after `last` as in a mirror there."""
    rows = np.arange(first, end)
    return np.where(rows > last, np.maximum(2 * last - rows, 0), rows)


def _out_of_focus(pixels: Rgb, cover: Floats, below: int, rows: tuple[int, int], deep: int) -> Floats:
    """(n, w, 3): the ground alone, over rows that begin above it; the farther away, the more blurred.

    Args:
        below: a row that shows the ground alone, from where on it is turned over upwards.
        deep: rows from there on that are blurred.
    """
    (first, last), height = rows, len(pixels)
    margin = math.ceil(3 * BLUR * height)
    shown = np.arange(first - margin, min(last + margin, height))
    shown = np.where(shown < below, np.minimum(2 * below - shown, height - 1), shown)
    ground = pixels[shown].astype(np.float32)
    hidden = cv2.dilate((cover[shown] > 0).astype(np.uint8), np.ones((RIM, RIM), np.uint8)) > 0
    bare = _bridged(ground, hidden)  # no podium is blurred into it
    inside = slice(margin, margin + last - first)
    kept = (np.arange(first, last) >= below)[:, None, None] & hidden[inside][..., None]
    sharp = np.where(kept, ground[inside], bare[inside]).astype(np.float32)
    if not deep:
        return sharp
    some, most = (cv2.GaussianBlur(bare, (0, 0), BLUR * height * part)[inside] for part in (0.5, 1))
    away = (1 - (np.arange(first, last, dtype=np.float32) - below) / deep).clip(0, 1)[:, None, None]
    nearer, farther = (2 * away).clip(0, 1), (2 * away - 1).clip(0, 1)
    soft = sharp + (some - sharp) * nearer + (most - some) * farther
    return np.where(kept, sharp, soft).astype(np.float32)


def _bridged(rows: Floats, hidden: NDArray[np.bool_]) -> Floats:
    """(n, w, 3) where `hidden` (n, w) is made up from what is left and right of it."""
    out, columns = rows.copy(), np.arange(rows.shape[1])
    for row, away in zip(out, hidden, strict=True):
        if away.any() and not away.all():
            for channel in range(3):
                row[away, channel] = np.interp(columns[away], columns[~away], row[~away, channel])
    return out
