"""The bank's sets, the most asked-for first. Plain data: nothing here needs Blender."""

from __future__ import annotations

from bggen.train.scenes.catalogue.asked import asked
from bggen.train.scenes.catalogue.downward import downward
from bggen.train.scenes.catalogue.firsts import firsts
from bggen.train.scenes.catalogue.further import fifths, fourths, thirds
from bggen.train.scenes.catalogue.grounds import grounds
from bggen.train.scenes.catalogue.landscapes import landscapes
from bggen.train.scenes.catalogue.lifestyle import lifestyle
from bggen.train.scenes.catalogue.openair import openair
from bggen.train.scenes.catalogue.podiums import podiums
from bggen.train.scenes.catalogue.seconds import seconds
from bggen.train.scenes.catalogue.sought import sought
from bggen.train.scenes.catalogue.spec import Spec
from bggen.train.scenes.catalogue.wished import wished

__all__ = ["Spec", "specs"]


def specs() -> list[Spec]:
    """All sets in the order to render them.

    A set's place here is its id: further lists go behind all others; after a change to one of these, render
    into an empty folder.
    """
    first = [*firsts(), *seconds(), *thirds(), *fourths(), *fifths(), *lifestyle(), *landscapes(), *asked()]
    return [*first, *podiums(), *grounds(), *wished(), *downward(), *openair(), *sought()]
