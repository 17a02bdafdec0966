"""Is the studio model good? Measured on scenes that no training saw, beside painters that know nothing.

Every figure has a 95 % interval from a bootstrap over the scenes, where there are scenes to draw.
"""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from bggen import benchmark
from bggen.spec import Rgb
from bggen.train.attributes import HEADS, UNSAID, labels, said
from bggen.train.captions import plain_caption
from bggen.train.data import Packed
from bggen.train.evaluation import measures as m
from bggen.train.evaluation.figures import Draw, Figure, further, mean_of, over, share_of
from bggen.train.evaluation.judge import Judge, commonest, stack, view
from bggen.train.evaluation.painting import Entrant, Subject, weight
from bggen.train.evaluation.synonyms import SYNONYMS

GROWTH = 0.02  # of the product's area, that a picture may exceed the same segmenter's error on the true one
LEAST_SIGHT = 0.03  # by which the judge must beat the commonest answer, to be asked at all
MOST_DIVERSE = 12  # scenes that are painted with several seeds


class Truth:
    """What is the same for every painter: the held-back scenes, judged, and the training scenes to recite."""

    def __init__(self, packed: Packed, scenes: list[Subject], judge: Judge) -> None:
        self.scenes, self.judge = scenes, judge
        self.wanted = np.array([labels(s.row) for s in scenes])
        seen = self.see([s.rgb for s in scenes])
        self.features, self.answers = judge.features(seen), judge.answers(seen)
        self.growth = [m.growth(s.rgb, s.alpha) for s in scenes]
        self.detail = [m.detail(s.rgb, s.alpha) for s in scenes]
        self.known = self._known(packed)
        self.near = [self.nearest(s.rgb, s) for s in scenes]
        self.alike, self.pairs = self._same_words(packed)
        pool = [packed.rows[i] for i in packed.split(held_back=False)]
        learnt = np.array([labels(row) for row in pool])
        self.common = [commonest(column) for column in learnt.T]

    def see(self, pictures: Sequence[Rgb], whose: Sequence[Subject] | None = None) -> Tensor:
        """Pictures as the judge sees them."""
        owners = self.scenes if whose is None else whose
        return stack([view(rgb, s.alpha) for rgb, s in zip(pictures, owners, strict=True)])

    def nearest(self, rgb: Rgb, subject: Subject) -> float:
        """Distance to the nearest training picture."""
        return m.nearest(*m.thumb(rgb, subject.alpha), self.known)[1]

    def _known(self, packed: Packed) -> NDArray[np.float32]:
        pictures = []
        for index in packed.split(held_back=False):
            rgba, plate = packed.rgba[index], packed.rows[index]["plate"]
            alpha = np.array(rgba[:, :, 3])
            both = [rgba[:, :, :3], *([packed.plate[plate]] if plate >= 0 else [])]
            pictures += [m.thumb(np.array(rgb), alpha)[0] for rgb in both]
        tiny = np.stack(pictures)
        return np.concatenate([tiny, tiny[:, :, ::-1]])

    def _same_words(self, packed: Packed) -> tuple[float, int]:
        """Mean distance of real scenes of one surface, backdrop, view and mood, and how many pairs."""
        groups = defaultdict(list)
        for index, row in enumerate(packed.rows):
            groups[(row["surface"], row["backdrop"], row["view"], row["mood"])].append(index)
        total, pairs = 0.0, 0
        for group in (group for group in groups.values() if len(group) > 1):
            seen = stack([view(packed.rgba[i, :, :, :3], packed.rgba[i, :, :, 3]) for i in group])
            count = len(group) * (len(group) - 1) // 2
            total, pairs = total + m.spread(self.judge.features(seen)) * count, pairs + count
        return (total / pairs if pairs else math.nan), pairs

    def right(self, answers: dict[str, NDArray[np.float64]]) -> NDArray[np.float64]:
        """(scenes, heads) 1 where the judge sees what the words say, NaN where they don't tell."""
        hits = np.stack([answers[head].argmax(1) == self.wanted[:, k] for k, head in enumerate(HEADS)], 1)
        return np.where(self.wanted == UNSAID, np.nan, hits.astype(np.float64))


def measure(entrant: Entrant, truth: Truth, seeds: int, words: int) -> dict[str, Figure]:
    """Every figure of one painter, by name."""
    scenes = truth.scenes
    several = set(range(0, len(scenes), max(1, len(scenes) // MOST_DIVERSE)))
    made, spreads = [], []
    for k, subject in enumerate(scenes):
        pictures = entrant.paint(subject, plain_caption(subject.row), seeds if k in several else 1)
        made.append(pictures[0])
        if len(pictures) > 1:
            seen = truth.see(pictures, [subject] * len(pictures))
            spreads.append(m.spread(truth.judge.features(seen)) / truth.alike)
    seen = truth.see(made)
    features, answers = truth.judge.features(seen), truth.judge.answers(seen)
    found = {"frechet": further(features, truth.features)}
    found |= adherence(answers, truth)
    if entrant.reads and words:
        found |= said_otherwise(entrant, truth, words)
    found |= rings(entrant, truth, made)
    found |= light_side(answers, truth)
    grown = np.array([m.growth(rgb, s.alpha) for rgb, s in zip(made, scenes, strict=True)])
    found["growth"] = mean_of(list((grown - np.array(truth.growth) <= GROWTH).astype(np.float64)))
    found["detail"] = share_of(
        [m.detail(rgb, s.alpha) for rgb, s in zip(made, scenes, strict=True)], truth.detail
    )
    found["diversity"] = mean_of(spreads)
    near = [truth.nearest(rgb, s) for rgb, s in zip(made, scenes, strict=True)]
    found["novelty"] = share_of(near, truth.near)
    if entrant.options is not None:
        found["megabytes"] = Figure(weight(entrant.options) / 1e6)
        found |= {f"seconds_{side}": seconds(entrant, side) for side in (512, 1024)}
    return found


def adherence(answers: dict[str, NDArray[np.float64]], truth: Truth) -> dict[str, Figure]:
    """The judge's accuracy on made pictures over that on real ones, by head and in the mean.

    Heads where it sees no more in the real ones than the commonest answer would are left out.
    `lift`: the same, of what lies above always giving the commonest answer.
    """
    made, real = truth.right(answers), truth.right(truth.answers)
    common = np.where(truth.wanted == UNSAID, np.nan, truth.wanted == np.array(truth.common))

    told = np.isfinite(real).sum(0).clip(1)
    sees = (np.nansum(real, 0) - np.nansum(common, 0)) / told > LEAST_SIGHT
    made, real = np.where(sees, made, np.nan), np.where(sees, real, np.nan)
    common = np.where(sees, common, np.nan)

    def ratio(k: int, some: Draw) -> float:
        asked = some[np.isfinite(real[some, k])]
        most = real[asked, k].sum()
        return float(made[asked, k].sum() / most) if most > 0 else math.nan

    found = {
        f"adherence_{head}": over(lambda some, k=k: ratio(k, some), len(made))  # type: ignore[misc]  # a default in a lambda
        for k, head in enumerate(HEADS)
    }

    def mean(some: Draw) -> float:
        shares = np.array([ratio(k, some) for k in range(len(HEADS))])
        shares = shares[np.isfinite(shares)]
        return float(shares.mean()) if len(shares) else math.nan

    found["adherence"] = over(mean, len(made))

    def lift(some: Draw) -> float:
        told = np.isfinite(real[some]).sum(0).clip(1)
        above = [((np.nansum(x[some], 0) - np.nansum(common[some], 0)) / told).sum() for x in (made, real)]
        return float(above[0] / above[1]) if above[1] > 0 else math.nan

    found["lift"] = over(lift, len(made))
    return found


def said_otherwise(entrant: Entrant, truth: Truth, words: int) -> dict[str, Figure]:
    """How much of its skill a model keeps where people use words that no caption holds."""
    hits: dict[str, list[float]] = {"known": [], "other": []}
    for k, word in enumerate(SYNONYMS[:words]):
        subject = truth.scenes[k % len(truth.scenes)]
        for kind, phrase in (("known", word.known), ("other", word.words)):
            picture = entrant.paint(subject, word.prompt(phrase), 1)[0]
            heard = truth.judge.answers(truth.see([picture], [subject]))[word.head][0]
            hits[kind].append(float(heard.argmax() == HEADS[word.head].index(word.value)))
    return {
        "words": share_of(hits["other"], hits["known"]),
        "words_known": mean_of(hits["known"]),
        "words_other": mean_of(hits["other"]),
    }


def rings(entrant: Entrant, truth: Truth, made: list[Rgb]) -> dict[str, Figure]:
    """Error beside the product over a plain composite's: painted from words alone, and on the true empty set.

    On the set, also whether the shadow falls away from the side that the words say the light comes from.
    """
    whole, given, plain, right = [], [], [], []
    for subject, rgb in zip(truth.scenes, made, strict=True):
        if subject.plate is None:
            continue
        bare = m.composite(subject.plate, subject.rgb, subject.alpha)
        plain.append(m.ring_error(bare, subject.rgb, subject.alpha))
        whole.append(m.ring_error(rgb, subject.rgb, subject.alpha))
        if entrant.onto is None:
            continue
        settled = entrant.onto(subject)
        given.append(m.ring_error(settled, subject.rgb, subject.alpha))
        if (fell := falls_away(settled, subject)) is not None:
            right.append(fell)
    found = {"ring_words": share_of(whole, plain)}
    if given:
        found |= {"ring": share_of(given, plain), "shadow": mean_of(right)}
    return found


def falls_away(rgb: Rgb, subject: Subject) -> float | None:
    """1 where the shadow on the set lies away from the light, 0 where not, None for light from no side."""
    side = said(subject.row)["light"]
    if subject.plate is None or side not in ("left", "right"):
        return None
    return float((m.shadow_side(rgb, subject.plate, subject.alpha) > 0) == (side == "left"))


def light_side(answers: dict[str, NDArray[np.float64]], truth: Truth) -> dict[str, Figure]:
    """Where the words say left or right: how often the judge, asked for one of the two, agrees."""
    k, names = list(HEADS).index("light"), HEADS["light"]
    left, right = names.index("left"), names.index("right")
    asked = np.flatnonzero(np.isin(truth.wanted[:, k], (left, right)))
    seen = np.where(answers["light"][asked, left] > answers["light"][asked, right], left, right)
    return {"light": mean_of(list((seen == truth.wanted[asked, k]).astype(np.float64)))}


def seconds(entrant: Entrant, side: int) -> Figure:
    """Median seconds of a warm picture from file to file; low and high: the fastest and the slowest."""
    if entrant.options is None or entrant.settings is None:
        return Figure(math.nan)
    options = entrant.options.model_copy(
        update={"size": str(side), "prompt": benchmark.PROMPT, "cutout": "auto", "placement": "auto"}
    )
    samples = benchmark.run(benchmark.Plan(options, repeats=3), entrant.settings)["runs"][0]["samples"]
    return Figure(statistics.median(samples), min(samples), max(samples))


def real(truth: Truth) -> dict[str, Figure]:
    """The judge on the true pictures: what the shares are shares of."""
    right = truth.right(truth.answers)
    found = {
        f"adherence_{head}": mean_of(list(right[np.isfinite(right[:, k]), k])) for k, head in enumerate(HEADS)
    }
    sides = [falls_away(s.rgb, s) for s in truth.scenes]
    found |= light_side(truth.answers, truth) | {
        "shadow": mean_of([fell for fell in sides if fell is not None])
    }
    return found | {"growth": mean_of([g <= GROWTH for g in truth.growth])}


#: figure -> what the table calls it, and the goal
ROWS: dict[str, tuple[str, str]] = {
    "frechet": ("Fréchet distance, x that between real halves", "<= 2.0"),
    **{f"adherence_{head}": (f"judge agrees on {head}, share of real", "") for head in HEADS},
    "adherence": ("judge agrees, mean", ">= 0.85"),
    "lift": ("the same above the commonest answer", ""),
    "words": ("kept in words outside the captions", ">= 0.70"),
    "ring": ("ring error on the true empty set, x plain composite", "<= 0.6"),
    "ring_words": ("ring error from words alone, x plain composite", ""),
    "shadow": ("shadow falls away from the light, true empty set", ">= 0.85"),
    "light": ("light from the prompted side, by the judge", ">= 0.85"),
    "growth": ("product grows <= 2 % more than segmented in the real one", ">= 0.95"),
    "detail": ("grain and edges finer than 3 px, x real", ""),
    "diversity": ("distance between seeds, x real scenes of the same words", ">= 0.7"),
    "novelty": ("distance to the nearest training picture, x real", ""),
    "megabytes": ("size, MB", "<= 40"),
    "seconds_512": ("seconds, 512 px (fastest-slowest)", "<= 1.5"),
    "seconds_1024": ("seconds, 1024 px (fastest-slowest)", "<= 3"),
}


def table(columns: dict[str, dict[str, Figure]]) -> list[str]:
    """Markdown: a figure a line, a painter a column."""
    nothing = Figure(math.nan)
    lines = ["| | goal | " + " | ".join(columns) + " |", "|---|---|" + "---|" * len(columns)]
    for name, (words, goal) in ROWS.items():
        cells = [str(found.get(name, nothing)) for found in columns.values()]
        lines.append(f"| {words} | {goal} | " + " | ".join(cells) + " |")
    return lines


def run(
    packed: Packed, scenes: list[Subject], judge: Judge, entrants: list[Entrant], seeds: int, words: int
) -> dict[str, Any]:
    """Measure all; JSON-ready but for the figures, which `as_json` turns."""
    truth = Truth(packed, scenes, judge)
    columns = {"real renders": real(truth)}
    for entrant in entrants:
        columns[entrant.name] = measure(entrant, truth, seeds, words)
        print(f"measured {entrant.name}", flush=True)
    return {
        "machine": benchmark.machine(), "scenes": len(scenes), "seeds": seeds, "words": words,
        "same_word_pairs": truth.pairs, "columns": columns,
    }  # fmt: skip


def as_json(result: dict[str, Any]) -> dict[str, Any]:
    """Figures as plain numbers, null where nothing was measured."""
    columns = {
        name: {
            key: {part: value if math.isfinite(value) else None for part, value in asdict(figure).items()}
            for key, figure in found.items()
        }
        for name, found in result["columns"].items()
    }
    return {**result, "columns": columns}
