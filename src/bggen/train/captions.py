"""Captions: a scene's row said in many ways, and a large made-up corpus of scene prompts."""

from __future__ import annotations

import random
import re
from typing import Any

from bggen.train.vocabulary import (
    BACKS,
    COLOURS,
    LIGHTS,
    MANNERS,
    PLACES,
    PROPS,
    STANDS,
    SURFACES,
    SYNONYMS,
)

_PHRASES = sorted(SYNONYMS, key=len, reverse=True)
_WORD = re.compile("|".join(rf"\b{re.escape(k)}\b" for k in _PHRASES))


def reword(text: str, rng: random.Random) -> str:
    """The same scene in other words."""
    return _WORD.sub(lambda found: rng.choice(SYNONYMS[found.group()]), text)


def mirrored(text: str) -> str:
    """Left and right exchanged."""
    return re.sub(r"\b(left|right)\b", lambda m: "right" if m.group() == "left" else "left", text)


def caption(row: dict[str, Any], rng: random.Random, flip: bool = False) -> str:
    """A prompt for a scene: most of its parts, reworded, now and then shuffled or shortened."""
    stand = row["surface"] if "backdrop" in row["surface"] else rng.choice(STANDS).format(s=row["surface"])
    parts = [f"on {row['podium']}, {stand}" if row.get("podium") else stand]
    if row.get("backdrop") and rng.random() < 0.9:
        parts.append(rng.choice(BACKS).format(b=row["backdrop"]))
    if row.get("props") and rng.random() < 0.85:
        parts.append("with " + " and ".join(row["props"]))
    if rng.random() < 0.8:
        parts.append(row["light"])
    if rng.random() < 0.5 or row["view"].startswith("top-down"):
        parts.append(row["view"])
    if rng.random() < 0.2:
        rng.shuffle(parts)
    text = reword(", ".join(parts), rng)
    return mirrored(text) if flip else text


def plain_caption(row: dict[str, Any]) -> str:
    """The scene in its own words, always the same."""
    parts = [
        f"on {row['podium']}" if row.get("podium") else "",
        f"on {row['surface']}",
        row.get("backdrop") or "",
    ]
    parts += ["with " + " and ".join(row["props"]) if row.get("props") else "", row["light"], row["view"]]
    return ", ".join(part for part in parts if part)


def invented(rng: random.Random) -> str:
    """A prompt that no scene answers to: for the text tower's vocabulary and its distillation."""
    colour = rng.choice(COLOURS)
    surface, place = rng.choice(SURFACES).format(c=colour), rng.choice(PLACES).format(c=rng.choice(COLOURS))
    draws = [
        rng.choice(STANDS).format(s=surface),
        rng.choice(BACKS).format(b=place),
        rng.choice(LIGHTS),
        "with " + rng.choice(PROPS),
    ]
    kept = rng.sample(draws, rng.choice((1, 1, 2, 2, 3, 4)))
    text = ", ".join(part for part in draws if part in kept)
    return rng.choice(MANNERS).format(x=reword(text, rng))


def corpus(rows: list[dict[str, Any]], count: int, seed: int = 0) -> list[str]:
    """Distinct captions: the scenes' own, reworded, and invented ones, half and half."""
    rng = random.Random(seed)
    texts = {""}
    for _ in range(3 * count):
        if len(texts) >= count:
            break
        texts.add(caption(rng.choice(rows), rng, rng.random() < 0.5) if rng.random() < 0.5 else invented(rng))
    words = [w for part in (COLOURS, SURFACES, PLACES, LIGHTS, PROPS) for w in part if "{" not in w]
    return sorted(texts | set(words))
