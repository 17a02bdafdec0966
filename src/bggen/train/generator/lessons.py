"""The shipped sets as lessons for the denoiser: what the studio shows for a prompt, with some product in it.

The packshots are few and seen hundreds of times. The sets, in every colour and light that they can be given,
turned, taken from nearer and with the shadow of another product, are many more pictures for as many words,
and the lexicon's phrases are among them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from bggen.families.studio import painter, settling
from bggen.families.studio.light.casts import LYING
from bggen.families.studio.photo import poise
from bggen.families.studio.sets import bank, staging
from bggen.families.studio.words.lexicon import CONCEPTS
from bggen.options import Options
from bggen.spec import Plane, Rgb, Scene
from bggen.train.captions import caption, mirrored, reword
from bggen.train.data import Packed, bounds, cut_off
from bggen.train.vocabulary import BACKS, COLOURS, LIGHTS, MANNERS, STANDS

OF_A_SET = 0.6  # share of prompts that describe one set; the others are of the lexicon's words
VARIANTS = 4  # of a prompt: other sets, and how they are taken
REPAINTED = 0.6  # of the sets that can be, how many get a colour other than their own


@dataclass(frozen=True, slots=True)
class Lesson:
    """A finished picture, its product in it, where that is, and words that ask for the rest."""

    rgb: Rgb  # (h, w, 3)
    alpha: Plane  # (h, w)
    words: str


def lessons(packed: Packed, count: int, size: tuple[int, int], seed: int) -> Iterator[Lesson]:
    """`count` pictures of (width, height) pixels; the products are those of the training packshots."""
    rng, choose = np.random.default_rng(seed), random.Random(seed)
    plates = bank.load()
    pool = packed.split(held_back=False)
    made = 0
    while made < count:
        plate = choose.choice(plates)
        of_it = choose.random() < OF_A_SET
        prompt = of_a_set(plate, choose) if of_it else of_the_lexicon(choose)
        # a further variant of one set would be its mirror, lit from another side than the words say
        variant = 0 if of_it else choose.randrange(VARIANTS)
        scene = _scene(packed, pool, size, prompt, plate.elevation > LYING, variant, rng)
        base = poise.Base.of(scene.alpha[scene.around()])
        if of_it and not staging.holds(plate, scene, base):
            continue
        backdrop = painter.stage([plate] if of_it else plates, scene)
        cover = scene.alpha[..., None] / np.float32(255)
        shown = settling.settled(scene, backdrop).rgb * (1 - cover) + scene.rgb * cover
        yield Lesson((shown + 0.5).astype(np.uint8), scene.alpha, prompt)
        made += 1


def of_a_set(plate: bank.Plate, choose: random.Random) -> str:
    """A caption of one set, often in another colour, and half of them for its mirror."""
    row = dict(plate.row)
    for paint in plate.paints:
        text = row.get(paint.region)
        if text and paint.colour in text and choose.random() < REPAINTED:
            row[paint.region] = text.replace(paint.colour, choose.choice(COLOURS), 1)
    text = caption(row, choose)
    if (style := row["words"].rsplit(", ", 1)[-1]) not in text and choose.random() < 0.3:
        text = f"{text}, {style}"
    return mirrored(text) if choose.random() < 0.5 else text


def of_the_lexicon(choose: random.Random) -> str:
    """A prompt as a user may write it, of phrases that the studio understands."""
    draws = {
        "surface": choose.choice(STANDS).format(s=_phrase(choose, "surface")),
        "behind": choose.choice(BACKS).format(b=_phrase(choose, "place", "backdrop")),
        "prop": "with " + _phrase(choose, "prop"),
        "mood": _phrase(choose, "mood"),
        "light": choose.choice(LIGHTS),
    }
    kept = choose.sample(list(draws), choose.choice((1, 1, 2, 2, 3)))
    text = ", ".join(draw for name, draw in draws.items() if name in kept)
    return choose.choice(MANNERS).format(x=reword(text, choose))


def _phrase(choose: random.Random, *kinds: str) -> str:
    """What says some concept of these kinds: its own name half the time."""
    name = choose.choice([name for name, concept in CONCEPTS.items() if concept.kind in kinds])
    return name if choose.random() < 0.5 else choose.choice(CONCEPTS[name].words)


def _scene(
    packed: Packed,
    pool: list[int],
    size: tuple[int, int],
    prompt: str,
    lies: bool,
    variant: int,
    rng: np.random.Generator,
) -> Scene:
    """A product of 0.2 to 0.85 of the canvas, on the ground of most sets."""
    box, rgba = None, np.zeros((1, 1, 4), np.uint8)
    while box is None:
        rgba = packed.rgba[rng.choice(pool)]
        alpha = rgba[:, :, 3]
        if not cut_off(alpha):
            box = bounds(alpha)
    product = rgba[box[1] : box[3], box[0] : box[2]]
    if rng.random() < 0.5:
        product = product[:, ::-1]
    width, height = size
    fits = min(width / product.shape[1], height / product.shape[0])
    scale = float(rng.uniform(0.2, 0.85)) * fits
    wide, tall = (max(round(n * scale), 8) for n in (product.shape[1], product.shape[0]))
    product = np.asarray(cv2.resize(product, (wide, tall), interpolation=cv2.INTER_AREA), np.uint8)
    left = int(np.clip(rng.normal(0.5, 0.1) * width - wide / 2, 2, width - wide - 2))
    foot = rng.uniform(0.55, 0.95) * height
    top = int(np.clip((height - tall) / 2 if lies else foot - tall, 2, height - tall - 2))
    canvas = np.zeros((height, width, 4), np.uint8)
    canvas[top : top + tall, left : left + wide] = product
    return Scene(
        rgb=np.ascontiguousarray(canvas[:, :, :3]), alpha=np.ascontiguousarray(canvas[:, :, 3]), shadow=None,
        box=(left, top, left + wide, top + tall), offset=(0, 0), scale=1.0,
        options=Options(prompt=prompt, pose="lie" if lies else "stand"),
        seed=int(rng.integers(2**31)), variant=variant,
    )  # fmt: skip
