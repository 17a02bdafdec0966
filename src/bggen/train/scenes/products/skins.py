"""What products are made of, drawn at random."""

from __future__ import annotations

from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import COLOURS, WOODS, Colour, Rng


def skin(rng: Rng) -> Material:
    """What a product may be made of."""
    kind = rng.weighted(
        plastic=30, gloss=20, metal=12, ceramic=12, card=10, label=26, fabric=6, leather=4, wood=4
    )
    any_rgb = (rng.uniform(10, 250), rng.uniform(10, 250), rng.uniform(10, 250))
    colour = COLOURS[rng.word(COLOURS)] if rng.chance(0.7) else any_rgb
    if kind == "metal":
        tone = rng.choice([(200, 200, 204), (214, 176, 104), (60, 60, 64), (196, 124, 90)])
        return m.metal(tone, rng.uniform(0.15, 0.4))
    if kind == "label":
        return m.printed(rng, [COLOURS[rng.word(COLOURS)] for _ in range(4)])
    if kind == "fabric":
        return m.woven(rng, colour, 120)
    if kind == "leather":
        return m.leather(colour)
    if kind == "wood":
        return m.wood(rng, rng.word(WOODS), planks=False)
    low, high, coat = {
        "plastic": (0.3, 0.6, 0.0),
        "gloss": (0.03, 0.15, 0.6),
        "ceramic": (0.1, 0.4, 0.6),
        "card": (0.8, 0.8, 0.0),
    }[kind]
    return m.solid(colour, rng.uniform(low, high), coat=coat)


def colour(rng: Rng) -> Colour:
    """A named colour or any."""
    if rng.chance(0.6):
        return rng.jitter(COLOURS[rng.word(COLOURS)], 0.1)
    return rng.uniform(8, 250), rng.uniform(8, 250), rng.uniform(8, 250)


def glossy(rng: Rng) -> Material:
    """Plastic, glazed or painted."""
    return m.solid(colour(rng), rng.uniform(0.05, 0.5), coat=rng.choice([0.0, 0.0, 0.6]))


def plush(rng: Rng) -> Material:
    """Fur or felt in a colour that animals and toys have."""
    natural = rng.choice(
        [(122, 66, 42), (196, 150, 100), (150, 148, 150), (236, 230, 220), (60, 48, 44), (226, 190, 140)]
    )
    tone = rng.jitter(natural, 0.15) if rng.chance(0.55) else colour(rng)
    return m.solid(tone, 0.95, sheen=0.5)


def hide(rng: Rng) -> Material:
    """Leather, cloth, suede or patent."""
    kind, tone = rng.weighted(leather=4, cloth=4, suede=3, patent=2), colour(rng)
    if kind == "leather":
        return m.leather(tone)
    if kind == "cloth":
        return m.woven(rng, tone, 150)
    return m.grainy(tone, 10, 0.1, 0.2, 0.95, fine=True) if kind == "suede" else m.solid(tone, 0.12, coat=0.8)
