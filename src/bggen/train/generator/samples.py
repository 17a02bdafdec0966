"""What the denoiser learns from: packshots and pictures of the sets as latents, with their words."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional as F

from bggen.train import loop
from bggen.train.captions import caption, reword
from bggen.train.data import Packed, bounds, crop_to, random_box, to_tensor
from bggen.train.generator import text, vae
from bggen.train.generator.lessons import lessons

LESSONS = "lessons"  # folder
PLANES = ("latents", "kept", "alpha")
NO_CAPTION = 0.1  # share of steps without words, for guidance


@dataclass(frozen=True, slots=True)
class Sample:
    """A training picture as latents, and what is said of it: a scene's row and its mirror, or words."""

    latents: Tensor  # (4, h, w)
    kept: Tensor  # (4, h, w) of the same with all but the product grey, as the pipeline has
    alpha: Tensor  # (1, h, w) 0 or 1
    said: str | tuple[int, bool]

    def words(self, packed: Packed, choose: random.Random) -> str:
        """Said anew each time it is asked."""
        if isinstance(self.said, str):
            return reword(self.said, choose)
        return caption(packed.rows[self.said[0]], choose, self.said[1])


def scenes(
    packed: Packed, pool: list[int], coder: Any, rounds: int, size: int, rng: np.random.Generator
) -> list[Sample]:
    """The packshots, several crops and mirrors each."""
    found = list[Sample]()
    for turn in range(rounds):
        for start in range(0, len(pool), 16):
            pictures, said = [], []
            for index in pool[start : start + 16]:
                rgba = packed.rgba[index]
                side, flip = rgba.shape[0], bool((index + turn) % 2)
                box = (0, 0, side, side) if turn == 0 else random_box(side, bounds(rgba[:, :, 3]), 0.7, rng)
                pictures.append(crop_to(to_tensor(rgba), box, size, flip))
                said.append((index, flip))
            found += encode(torch.stack(pictures), said, coder)
    return found


def keep_lessons(packed: Packed, work: Path, count: int, size: int, seed: int) -> Path:
    """Make pictures of the shipped sets and keep their latents; returns the file."""
    coder = scaled(packed, vae.load(work / "vae"))
    coming, found = lessons(packed, count, size, seed), list[Sample]()
    while some := list(itertools.islice(coming, 16)):
        pictures = [to_tensor(np.dstack([lesson.rgb, lesson.alpha])) for lesson in some]
        found += encode(torch.stack(pictures), [lesson.words for lesson in some], coder)
    file = work / LESSONS / f"{seed}.safetensors"
    file.parent.mkdir(parents=True, exist_ok=True)
    stacked = {name: torch.stack([getattr(sample, name) for sample in found]) for name in PLANES}
    save_file(stacked, file, {"words": json.dumps([sample.said for sample in found])})
    return file


def kept_lessons(work: Path) -> list[Sample]:
    """All that were kept; none where there are none."""
    found = list[Sample]()
    for file in sorted((work / LESSONS).glob("*.safetensors")):
        with safe_open(file, "pt") as stored:
            planes = [stored.get_tensor(name) for name in PLANES]
            words = json.loads(stored.metadata()["words"])
        found += [Sample(*each) for each in zip(*planes, words, strict=True)]
    return found


@torch.inference_mode()
def encode(pictures: Tensor, said: Sequence[str | tuple[int, bool]], coder: Any) -> list[Sample]:
    """(b, 4, s, s) RGBA in 0..1 -> latents in float16, of an eighth of the side."""
    picture, alpha = pictures[:, :3] * 2 - 1, pictures[:, 3:]
    both = torch.cat([picture, picture * (alpha > 0.5)])  # the pipeline zeroes the hole: mid-grey
    latents = coder.encoder(both.contiguous(memory_format=torch.channels_last)) * coder.config.scaling_factor
    whole, kept = latents.half().chunk(2)
    covered = F.interpolate((alpha > 0.5).half(), scale_factor=1 / 8, mode="nearest")
    return [Sample(*each) for each in zip(whole, kept, covered, said, strict=True)]


class Stock:
    """All samples in memory, and batches of them with their words."""

    def __init__(self, packed: Packed, plan: loop.Plan, size: int, seed: int, pictures: int) -> None:
        """Encode the packshots and take the lessons that were kept beside them."""
        self.packed, work = packed, plan.folder.parent
        self.rng, self.choose = np.random.default_rng(seed), random.Random(seed)
        coder = scaled(packed, vae.load(work / "vae"))
        self.tokenizer, self.tower = text.load(work / "text")
        self.tower.float()  # stored as float16, which CPU autocast does not take
        pool = packed.split(held_back=False)
        self.rng.shuffle(pool)
        rounds = max(1, pictures // len(pool))
        with loop.autocast(plan.device, plan.half):
            self.samples = scenes(packed, pool[:pictures], coder, rounds, size, self.rng)
        self.samples += kept_lessons(work)
        print(f"{len(self.samples)} latents", flush=True)

    def draw(self, batch: int) -> tuple[Tensor, ...]:
        """Latents, kept and alpha as `Sample` has them, and (b, n, hidden) words, a few of them unsaid."""
        some = [self.samples[i] for i in self.rng.integers(0, len(self.samples), batch)]
        heard = [self.choose.random() >= NO_CAPTION for _ in some]
        said = [
            one.words(self.packed, self.choose) if hears else ""
            for one, hears in zip(some, heard, strict=True)
        ]
        planes = [torch.stack([getattr(one, name).float() for one in some]) for name in PLANES]
        return *planes, told(said, self.tokenizer, self.tower)


@torch.no_grad()
def told(texts: list[str], tokenizer: Any, tower: Any) -> Tensor:
    """(b, n, hidden) as the pipeline makes it: padded to the full length, no mask."""
    ids = tokenizer(texts, padding="max_length", truncation=True, max_length=text.LENGTH, return_tensors="pt")
    states: Tensor = tower(input_ids=ids["input_ids"]).last_hidden_state
    return states


@torch.inference_mode()
def scaled(packed: Packed, coder: Any) -> Any:
    """The autoencoder with the scaling factor that gives its latents unit spread over the scenes."""
    some = packed.split(held_back=False)[::40]
    latents = [coder.encoder(to_tensor(packed.rgba[i, :, :, :3])[None] * 2 - 1) for i in some]
    coder.register_to_config(scaling_factor=round(1 / float(torch.cat(latents).std()), 4))
    return coder
