"""What prompts asked for and no set showed: cloths and grounds, places, and what stands beside products."""

from __future__ import annotations

from bggen.train.scenes.catalogue.spec import Spec

_PLAIN = "paint:off-white"


def wished() -> list[Spec]:
    """Grounds, then places, then props."""
    return [*_grounds(), *_places(), *_dressed()]


def _grounds() -> list[Spec]:
    """Each before a plain wall, so that it can be laid before any place, and from above."""
    return [
        Spec("denim", _PLAIN, "left", elevation=12),
        Spec("denim", side="left", top=True),
        Spec("burlap", _PLAIN, "right", elevation=12),
        Spec("burlap", side="right", top=True),
        Spec("fur:off-white", _PLAIN, "left", elevation=12),
        Spec("fur:off-white", side="left", top=True),
        Spec("crumpled:off-white", _PLAIN, "left", elevation=12),
        Spec("crumpled:off-white", side="left", top=True),
        Spec("checkerboard", _PLAIN, "left", elevation=9),
        Spec("checkerboard", side="right", top=True),
        Spec("zellige", _PLAIN, "right", elevation=12),
        Spec("zellige", side="left", top=True),
        Spec("gold glitter", _PLAIN, "left", elevation=12),
        Spec("gold glitter", side="left", top=True),
        Spec("straw", _PLAIN, "left", elevation=12),
        Spec("straw", side="left", top=True),
        Spec("tatami", _PLAIN, "right", elevation=12),
        Spec("tatami", side="left", top=True),
        Spec("grass", side="left", hard=True, mood="bright", top=True),
        Spec("deep snow", side="left", hard=True, mood="bright", top=True),
        Spec("soil", _PLAIN, "left", elevation=12),
        Spec("soil", side="left", top=True),
    ]


def _places() -> list[Spec]:
    """Far enough to be out of focus."""
    return [
        Spec("rustic wood", "view:sunflowers", "left", hard=True, mood="natural", elevation=8),
        Spec("whitewashed wood", "view:poppies", "right", hard=True, mood="natural", elevation=8),
        Spec("light oak wood", "view:tulips", "left", mood="bright", elevation=8),
        Spec("bamboo", "view:bamboo", "left", mood="natural", elevation=8),
        Spec("light concrete", "view:skyline", "right", hard=True, mood="bright", elevation=7),
        Spec("plaster:off-white", "view:santorini", "left", hard=True, mood="bright", elevation=9),
        Spec("oak wood", "room:greenhouse", "right", mood="bright", elevation=8),
        Spec("rustic wood", "view:camp", "left", mood="natural", elevation=8),
        Spec("slate", "view:waterfall", "left", mood="natural", elevation=8),
        Spec("oak wood", "view:vineyard", "right", hard=True, mood="sunset", elevation=8),
        Spec("light concrete", "room:gallery", "left", mood="bright", elevation=7),
        Spec("rustic wood", "room:bakery", "left", mood="warm", elevation=9),
        Spec("rustic wood", "room:barn", "right", mood="warm", elevation=8),
        Spec("oak wood", "room:classroom", "left", mood="natural", elevation=8),
        Spec("court", "view:court", "left", hard=True, mood="bright", elevation=8),
        Spec("sea bed", "view:underwater", "above", mood="cool", elevation=9),
        Spec("pine wood", "view:stalls", "left", mood="bright", elevation=8),
        Spec("weathered grey wood", "view:lake", "right", mood="cool", elevation=8),
        Spec("snow", "view:aurora", "left", mood="moody", elevation=7),
        Spec("dark wood", "view:fireworks", "left", mood="moody", elevation=7),
    ]


def _dressed() -> list[Spec]:
    """With something beside the product."""
    return [
        Spec("white marble", "paint:light grey", "left", mood="bright", prop="lemons", elevation=14),
        Spec("paint:off-white", _PLAIN, "right", mood="bright", prop="strawberries", elevation=12),
        Spec("dark wood", "paint:charcoal", "left", mood="moody", prop="jack-o'-lanterns", elevation=9),
        Spec("whitewashed wood", _PLAIN, "left", mood="bright", prop="tulips", elevation=9),
        Spec("paint:burgundy", "paint:burgundy", "left", mood="warm", prop="lanterns", elevation=9),
        Spec("dark wood", "plaster:beige", "right", mood="warm", prop="diyas", elevation=12),
        Spec("light oak wood", "plaster:off-white", "left", prop="pampas", elevation=9),
        Spec("gloss:off-white", _PLAIN, "left", mood="bright", prop="bubbles", elevation=9),
        Spec("paint:off-white", _PLAIN, "left", prop="feathers", elevation=12),
        Spec("slate", "paint:charcoal", "right", mood="warm", prop="chocolate", elevation=14),
        Spec("cotton:off-white", side="left", prop="eucalyptus", top=True),
        Spec("white marble", side="left", prop="eucalyptus", top=True),
        Spec("paint:off-white", _PLAIN, "right", mood="bright", prop="balloons", elevation=8),
        Spec("oak wood", "plaster:off-white", "left", mood="warm", prop="coffee cup", elevation=12),
        Spec("white marble", _PLAIN, "right", prop="roses", elevation=9),
        Spec("plaster:off-white", "plaster:off-white", "left", True, "window", prop="cactus", elevation=9),
        Spec("slate", "plaster:beige", "left", mood="warm", prop="zen stones", elevation=9),
        Spec("dark wood", "room:gold lights", "left", mood="warm", prop="champagne", elevation=7),
        Spec("walnut wood", side="left", prop="coffee cup", top=True),
        Spec("white marble", side="right", prop="roses", top=True),
        Spec("light oak wood", side="left", prop="lemons", top=True),
    ]
