"""Places in a frame as people write them: a region of a photo, margins, and where a product stands.

What reads a text raises ValueError with what to give instead.
"""

from __future__ import annotations

import re
from typing import NamedTuple

EDGES = ("left", "top", "right", "bottom")
ROI = "LEFT,TOP,RIGHT,BOTTOM"
MARGINS = "TOP,RIGHT,BOTTOM,LEFT"  # the order in which CSS has them
MOST_FACING = 90  # % of the short side that the margins of two sides which face each other may take
#: name -> shares of the free room to the left of a product and above it; None: a little below the middle
ANCHORS: dict[str, tuple[float, float | None]] = {
    "center": (0.5, 0.5), "bottom": (0.5, None), "top": (0.5, 0), "left": (0, 0.5), "right": (1, 0.5),
    "bottom-left": (0, None), "bottom-right": (1, None), "top-left": (0, 0), "top-right": (1, 0),
}  # fmt: skip
BETWEEN = r"(?:\s*,\s*|\s+)"  # what stands between two numbers


class Margin(NamedTuple):
    """The border that one side keeps free."""

    amount: float
    in_pixels: bool  # else in % of the short side

    def of(self, side: int) -> float:
        """In pixels of a canvas whose short side has `side` of them."""
        return self.amount if self.in_pixels else self.amount / 100 * side


def margins_of(text: str) -> tuple[Margin, Margin, Margin, Margin]:
    """`5%`, or as in CSS `5%,40px`, `5%,5%,20%` or `5%,5%,5%,40%` -> top, right, bottom and left."""
    parts = re.split(BETWEEN, re.sub(r"\s+(?=%|px)", "", text.strip()))
    found = [re.fullmatch(r"(\d{1,4}(?:\.\d+)?)(%|px)?", part) for part in parts]
    given = [Margin(float(one[1]), one[2] == "px") for one in found if one]
    if len(given) == len(parts) <= 4:
        top, right, bottom, left = (given[place] for place in _AROUND[len(given) - 1])
        if max(_percent(top) + _percent(bottom), _percent(left) + _percent(right)) <= MOST_FACING:
            return top, right, bottom, left
    raise ValueError(
        f"give 5% or 40px, or a side each as {MARGINS}, such as 5%,5%,5%,40%; "
        f"two that face each other take at most {MOST_FACING}% of the short side"
    )


#: which of one, two, three or four values top, right, bottom and left have
_AROUND = ((0, 0, 0, 0), (0, 1, 0, 1), (0, 1, 2, 1), (0, 1, 2, 3))


def _percent(margin: Margin) -> float:
    return 0 if margin.in_pixels else margin.amount


def anchor_of(text: str) -> tuple[float, float | None]:
    """A name, or `30%,80%` -> shares of the free room to the left of a product and above it, 0 to 1 each.

    As CSS places a background: 0%,0% is the upper left corner, 100%,100% the lower right one. The second is
    None for a place a little below the middle, where packshots have what stands.
    """
    if text in ANCHORS:
        return ANCHORS[text]
    found = re.fullmatch(BETWEEN.join([r"(\d{1,3}(?:\.\d+)?)\s*%"] * 2), text.strip())
    if not found or max(shares := (float(found[1]) / 100, float(found[2]) / 100)) > 1:
        raise ValueError(f"give {', '.join(ANCHORS)}, or X%,Y% of the free room, such as 30%,80%")
    return shares


def roi_of(text: str) -> tuple[list[float], bool]:
    """`120,80,560,470` or `10% 20% 90% 95%` -> ([left, top, right, bottom], whether in % of the photo)."""
    for unit, percent in ((r"(?:\s*px)?", False), (r"\s*%", True)):
        edge = r"(-?\d{1,5}(?:\.\d+)?)" + unit
        if found := re.fullmatch(BETWEEN.join([edge] * 4), text.strip()):
            return _in_order([float(number) for number in found.groups()], percent), percent
    raise ValueError(f"give {ROI} in pixels, such as 120,80,560,470, or in percent, such as 10%,20%,90%,95%")


def _in_order(edges: list[float], percent: bool) -> list[float]:
    """The edges of a region. Raises ValueError where they enclose none, or none that a photo could have."""
    told = [f"{name} {edge:g}{'%' * percent}" for name, edge in zip(EDGES, edges, strict=True)]
    for said, edge in zip(told, edges, strict=True):
        if edge < 0 or (percent and edge > 100):
            limits = "0% to 100%" if percent else "0 or more"
            raise ValueError(f"{said} lies outside the photo: give {limits}")
    for near, far in ((0, 2), (1, 3)):
        if edges[near] >= edges[far]:
            raise ValueError(f"{told[far]} is not beyond {told[near]}: give {ROI}, no width and height")
    return edges
