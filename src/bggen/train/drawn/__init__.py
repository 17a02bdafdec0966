"""Outlines of products, drawn: what lies when it is photographed from above, and what stands.

Every kind is a function of a `Pen` that draws one specimen of it, each time another; `LYING` and `STANDING`
name them. They stand in for photos: what tells a sock from a boot in an outline is told by no render of ours.
"""

from __future__ import annotations

from bggen.train.drawn.figures import FIGURES
from bggen.train.drawn.garments import GARMENTS
from bggen.train.drawn.pen import Pen
from bggen.train.drawn.small import SMALL
from bggen.train.drawn.wares import WARES

LYING = GARMENTS | SMALL
STANDING = WARES | FIGURES

__all__ = ["LYING", "STANDING", "Pen"]
