"""Where the ground of a picture ends: the far edge of a table, or the line at which a floor meets a wall.

A small network looks at a user's own backdrop and says for every row how likely the ground ends there, and
how likely it ends nowhere: seen from straight above, in a seamless sweep, or out of the picture. What it was
trained on and its figures are told in the README beside its weights.
"""

from __future__ import annotations

import functools
from pathlib import Path

import cv2
import numpy as np

from bggen import source
from bggen.families.studio.light.solid import Floats
from bggen.networks import Network
from bggen.settings import Settings
from bggen.spec import Ground, Rgb

SIDE = 96  # pixels of the square that the network sees
ROWS = 48  # places down the picture that it tells apart; its last answer is that the ground ends nowhere
NEAR = 2  # of them to either side of the likeliest, that speak of the same end
SURE = 0.6  # likelihood of an end within those; 98 % of the held-back sets' that reach it are 5 % off at most
LOWEST = 0.95  # of the height: on less ground than is below that nothing stands
FILE = Path(__file__).parents[1] / "weights" / "horizon.onnx"
NETWORK = Network(FILE)


@functools.lru_cache(8)
def of_file(name: str, stamp: tuple[int, int] | None, settings: Settings) -> Ground | None:
    """As `find`, of a path or URL; a catalogue's photos share one backdrop, as long as its `stamp` stays."""
    return find(source.read(name, settings).rgb)


def stamp(name: str) -> tuple[int, int] | None:
    """Size and time of a file, which tell when it is another one.

    None of what is no file: a URL is looked at once as long as it is among the last few.
    """
    try:
        found = Path(name).stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def find(picture: Rgb) -> Ground | None:
    """Where the ground ends in a picture (h, w, 3); None where no end is seen, or not surely enough."""
    looked = seen(picture)
    mirrored = np.ascontiguousarray(looked[:, :, ::-1])
    likely = np.asarray((answer(looked) + answer(mirrored)) / 2, np.float32)
    row, sure = end(likely)
    if sure < SURE or row > LOWEST:
        return None
    return Ground((picture.shape[1], picture.shape[0]), row, sure)


def end(likely: Floats) -> tuple[float, float]:
    """(ROWS + 1,) the network's answer -> the likeliest end in 0..1 of the height, and how likely it is."""
    first = max(int(likely[:ROWS].argmax()) - NEAR, 0)
    about = likely[first : min(first + 2 * NEAR + 1, ROWS)]
    sure = float(about.sum())
    return (first + 0.5 + float(about @ np.arange(len(about))) / max(sure, 1e-9)) / ROWS, sure


def seen(picture: Rgb) -> Floats:
    """(h, w, 3) -> (3, SIDE, SIDE) about 0: whatever its shape, drawn out to a square."""
    small = cv2.resize(picture, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(small.transpose(2, 0, 1) / np.float32(255) - np.float32(0.5), np.float32)


def answer(looked: Floats) -> Floats:
    """(3, SIDE, SIDE) -> (ROWS + 1,) likelihoods that sum to 1."""
    return NETWORK.answer(looked)
