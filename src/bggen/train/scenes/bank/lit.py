"""How light, and in which colour, the ground of each of the bank's sets is. Needs no Blender.

Against the same ground in plain sets: walnut by lamplight against walnut in the studio. What is laid before a
place of another set is given that place's light by it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from bggen.families.studio.light.casts import LYING
from bggen.families.studio.light.solid import Floats
from bggen.train.scenes.bank.export import write_table
from bggen.train.scenes.bank.measure import picture

Name = TypeVar("Name", bound=Hashable)

PLAIN = "soft"  # the mood of plain sets
WARMEST = 0.55  # blue over red
BESIDE, BEFORE = 0.25, 0.12  # of the picture: how far the ground is looked at from where products stand


def fill(bank: Path) -> int:
    """Write `lit` into the rows of the bank's sets with a horizon -> their number.

    It is the middle of all sets in such a light, as no two boards are of one colour; of a place, which has a
    light of its own, halfway between that and what it shows.
    """
    rows = json.loads((bank / "plates.json").read_text("utf-8"))
    rows_of = {row["id"]: row for row in rows if row.get("horizon") and row["elevation"] <= LYING}
    seen = {key: ground_light(row, picture(bank / row["file"])) for key, row in rows_of.items()}
    stuffs = {key: row["surface"] for key, row in rows_of.items()}
    plain = _medians({key: stuffs[key] for key, row in rows_of.items() if row["mood"] == PLAIN}, seen)
    over = {key: seen[key] / plain[stuffs[key]] for key in rows_of if stuffs[key] in plain}
    lights = {key: (row["mood"], row["hard_light"], _is_far(row)) for key, row in rows_of.items()}
    usual = _medians(lights, over)
    for key, row in rows_of.items():
        middle = usual.get(lights[key], np.ones(3, np.float32))  # as the studio, where nobody knows
        own = over.get(key, middle) if _is_far(row) else middle
        row["lit"] = [round(float(value), 3) for value in _of_a_lamp(np.sqrt(own * middle))]
    write_table(bank / "plates.json", rows)
    return len(seen)


def _of_a_lamp(light: Floats) -> Floats:
    """(3,) without magenta, which no lamp and no sky has: a dark ground's own colour is in it then.

    Nor warmer than the warmest: under that white marble would be mustard, as on no balanced photo.
    """
    red, green, blue = light
    blue = max(blue, WARMEST * red)
    return np.array([red, max(green, np.sqrt(red * blue)), blue], np.float32)


def _is_far(row: Mapping[str, Any]) -> bool:
    return "out of focus" in (row["backdrop"] or "")


def ground_light(row: Mapping[str, Any], linear: Floats) -> Floats:
    """(3,): mean of a set's ground, from halfway to its end to a little before where products stand."""
    side = len(linear)
    (x, y), end = row["stand"], row["horizon"]
    down = slice(round((end + y) / 2 * side), round(min(1.0, y + BEFORE) * side))
    across = slice(round((x - BESIDE) * side), round((x + BESIDE) * side))
    return np.asarray(linear[down, across].mean((0, 1)), np.float32)


def _medians(names: Mapping[str, Name], values: Mapping[str, Floats]) -> dict[Name, Floats]:
    """Of the values of each name's ids."""
    found = defaultdict(list)
    for key, name in names.items():
        if key in values:
            found[name].append(values[key])
    return {name: np.asarray(np.median(np.stack(each), axis=0)) for name, each in found.items()}
