"""What the denoiser learns from: packshots and pictures of the sets as latents, with their words.

Lessons are kept as pictures, `lessons/SEED/00000.jpg` with its product's cover in `00000.png` and a line of
`words.jsonl` that is written last, so that several processes can make them while another learns from them.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from bggen.train import loop
from bggen.train.captions import caption, reword
from bggen.train.data import Packed, bounds, random_box, to_tensor
from bggen.train.generator import text, vae
from bggen.train.generator.lessons import lessons

LESSONS, WORDS = "lessons", "words.jsonl"
SHAPES = ((1.0, 1.0), (1.0, 1.0), (1.125, 0.875), (0.875, 1.125))  # width and height, x the size asked for
ALIKE = 16  # lessons of one shape are made, and pictures of one size encoded, at a time
STEP = 32  # pixels: a latent's 8, twice halved
TELLINGS = 6  # ways in which one sample is told
NO_CAPTION = 0.1  # share of draws without words, for guidance
ENOUGH = 512  # samples to begin with while others come in
AHEAD = 8  # batches read before they are asked for
POLL = 0.5  # seconds between looks for new lessons
JPEG = (cv2.IMWRITE_JPEG_QUALITY, 96)

Some = tuple[NDArray[np.uint8], NDArray[np.int64]]  # (b, h, w, 4) RGBA, (b, TELLINGS, n) tokens


@dataclass(frozen=True, slots=True)
class Sample:
    """A training picture as latents on the device, and the tokens of what may be said of it."""

    latents: Tensor  # (4, h, w)
    kept: Tensor  # (4, h, w) of the same with all but the product grey, as the pipeline has
    alpha: Tensor  # (1, h, w) 0 or 1
    told: Tensor  # (TELLINGS, n) tokens


@dataclass(frozen=True, slots=True)
class Picture:
    """What a sample is made of: a scene's row and its mirror, or words, say what it shows."""

    rgba: NDArray[np.uint8]  # (h, w, 4)
    said: str | tuple[int, bool]


def scenes(
    packed: Packed, pool: list[int], rounds: int, size: int, rng: np.random.Generator
) -> Iterator[Picture]:
    """The packshots, several crops and mirrors each, no larger than they are."""
    for turn in range(rounds):
        for index in pool:
            rgba = packed.rgba[index]
            side, flip = rgba.shape[0], bool((index + turn) % 2)
            box = (0, 0, side, side) if turn == 0 else random_box(side, bounds(rgba[:, :, 3]), 0.7, rng)
            crop = np.array(rgba[box[1] : box[3], box[0] : box[2]])
            how = cv2.INTER_AREA if crop.shape[0] > size else cv2.INTER_LINEAR
            crop = np.asarray(cv2.resize(crop, (min(size, side),) * 2, interpolation=how), np.uint8)
            yield Picture(crop[:, ::-1] if flip else crop, (index, flip))


def keep_lessons(packed: Packed, work: Path, count: int, size: int, seed: int) -> Path:
    """Make pictures of the shipped sets; returns their folder. Goes on where an earlier run ended."""
    folder = work / LESSONS / str(seed)
    folder.mkdir(parents=True, exist_ok=True)
    words = folder / WORDS
    done = len(words.read_text().splitlines()) if words.exists() else 0
    with words.open("a") as log:
        while done < count:
            shape = SHAPES[done // ALIKE % len(SHAPES)]
            wide, tall = (round(size * side / STEP) * STEP for side in shape)
            some = min(ALIKE - done % ALIKE, count - done)
            for lesson in lessons(packed, some, (wide, tall), seed * 1_000_003 + done):
                name = f"{done:05d}"
                cv2.imwrite(str(folder / f"{name}.jpg"), cv2.cvtColor(lesson.rgb, cv2.COLOR_RGB2BGR), JPEG)
                cv2.imwrite(str(folder / f"{name}.png"), lesson.alpha)
                log.write(json.dumps({"name": name, "words": lesson.words}) + "\n")
                log.flush()
                done += 1
    return folder


def kept_lessons(work: Path, seen: dict[Path, int], size: int) -> Iterator[Picture]:
    """Those that came since `seen` says how many lines of each file were read; keeps it up to date.

    Larger ones are brought to about `size` squared pixels.
    """
    for file in sorted((work / LESSONS).glob(f"*/{WORDS}")):
        lines = file.read_text().split("\n")[:-1]  # what is not ended is still being written
        for line in lines[seen.get(file, 0) :]:
            row = json.loads(line)
            rgb = cv2.imread(str(file.with_name(f"{row['name']}.jpg")))
            alpha = cv2.imread(str(file.with_name(f"{row['name']}.png")), cv2.IMREAD_GRAYSCALE)
            assert rgb is not None and alpha is not None, row["name"]
            rgba = np.dstack([cv2.cvtColor(rgb, cv2.COLOR_BGR2RGB), alpha]).astype(np.uint8)
            if (by := size / (alpha.shape[0] * alpha.shape[1]) ** 0.5) < 1:
                tall, wide = (max(round(side * by / STEP), 1) * STEP for side in alpha.shape)
                rgba = np.asarray(cv2.resize(rgba, (wide, tall), interpolation=cv2.INTER_AREA), np.uint8)
            yield Picture(rgba, row["words"])
        seen[file] = len(lines)


@torch.no_grad()
def encode(pictures: Tensor, coder: Any) -> tuple[Tensor, Tensor, Tensor]:
    """(b, 4, h, w) RGBA in 0..1 -> latents, kept and alpha as `Sample` has them, in float16."""
    picture, alpha = pictures[:, :3] * 2 - 1, pictures[:, 3:]
    both = torch.cat([picture, picture * (alpha > 0.5)])  # the pipeline zeroes the hole: mid-grey
    latents = coder.encoder(both.contiguous(memory_format=torch.channels_last)) * coder.config.scaling_factor
    whole, kept = latents.half().chunk(2)
    return whole, kept, F.interpolate((alpha > 0.5).half(), scale_factor=1 / 8, mode="nearest")


class Stock:
    """All samples on the device, by size, and batches of one size with their words.

    A thread reads and tells what there is, and lessons that other processes make meanwhile; they are encoded
    between steps, so that torch is left to one thread.
    """

    def __init__(self, packed: Packed, plan: loop.Plan, size: int, seed: int, pictures: int) -> None:
        """`pictures` crops of packshots, and all lessons that are kept, of `size` squared pixels at most."""
        self.packed, self.plan, self.work = packed, plan, plan.folder.parent
        self.rng, self.choose = np.random.default_rng(seed), random.Random(seed)
        self.coder = scaled(packed, vae.load(self.work / "vae").to(plan.device))
        self.tokenizer, self.tower = text.load(self.work / "text")
        self.tower.float().to(plan.device)  # stored as float16, which CPU autocast does not take
        self.nothing = torch.from_numpy(self._tokens([""])).to(plan.device)
        self.samples: dict[tuple[int, ...], list[Sample]] = {}
        self.told: dict[tuple[int, bool], NDArray[np.int64]] = {}
        self.read: Queue[Some | BaseException | None] = Queue(AHEAD)  # None: all that was there is read
        self.over = Event()
        self.reader = Thread(target=self._read, args=(size, pictures), daemon=True)

    def __enter__(self) -> Stock:
        """Read, and wait for enough to begin with."""
        self.reader.start()
        while len(self) < ENOUGH and self._take(self.read.get()):
            pass
        return self

    def __exit__(self, *_: object) -> None:
        """Let the reader end."""
        self.over.set()
        while self.reader.is_alive():
            with suppress(Empty):
                self.read.get(timeout=POLL)

    def __len__(self) -> int:
        return sum(len(some) for some in self.samples.values())

    def draw(self, batch: int) -> tuple[Tensor, ...]:
        """Latents, kept and alpha as `Sample` has them, and (b, n, hidden) words, a few of them unsaid."""
        with suppress(Empty):
            self._take(self.read.get_nowait())
        counts = {size: len(some) for size, some in self.samples.items()}
        shares = np.array(list(counts.values())) / sum(counts.values())
        size = list(counts)[self.rng.choice(len(counts), p=shares)]
        some = [self.samples[size][i] for i in self.rng.integers(0, counts[size], batch)]
        tokens = torch.stack([one.told[self.rng.integers(TELLINGS)] for one in some]).to(self.plan.device)
        tokens[torch.rand(batch, device=tokens.device) < NO_CAPTION] = self.nothing
        with loop.autocast(self.plan.device, False):  # it can't stack float16
            rows = zip(*((one.latents, one.kept, one.alpha) for one in some), strict=True)
            planes = [torch.stack(row).float() for row in rows]
        return *planes, said(tokens, self.tower)

    def _take(self, some: Some | BaseException | None) -> bool:
        """Encode and keep; False where the reader has nothing more for now."""
        if some is None:
            return False
        if isinstance(some, BaseException):
            raise RuntimeError("reading the samples failed") from some
        pictures = torch.from_numpy(some[0]).to(self.plan.device).permute(0, 3, 1, 2) / 255
        with loop.autocast(self.plan.device, self.plan.half):
            planes = encode(pictures, self.coder)
        made = [Sample(*each) for each in zip(*planes, torch.from_numpy(some[1]), strict=True)]
        self.samples.setdefault(tuple(planes[0].shape[1:]), []).extend(made)
        return True

    def _read(self, size: int, pictures: int) -> None:
        """The reader's whole life."""
        pool, seen = self.packed.split(held_back=False), dict[Path, int]()
        rng = np.random.default_rng(len(pool))
        rng.shuffle(pool)
        rounds = max(1, pictures // len(pool))
        try:
            self._tell(kept_lessons(self.work, seen, size))
            self._tell(scenes(self.packed, pool[:pictures], rounds, size, rng))
            self.read.put(None)
            while not self.over.wait(POLL):
                self._tell(kept_lessons(self.work, seen, size))
        except BaseException as error:  # told where it is waited for
            self.read.put(error)

    def _tell(self, coming: Iterator[Picture]) -> None:
        """Hand on what comes, with its words, ALIKE of one size at a time."""
        waiting: dict[tuple[int, ...], list[Picture]] = {}
        for picture in coming:
            if self.over.is_set():
                return
            alike = waiting.setdefault(picture.rgba.shape, [])
            alike.append(picture)
            if len(alike) == ALIKE:
                self.read.put(self._some(alike))
                alike.clear()
        for alike in waiting.values():
            if alike:
                self.read.put(self._some(alike))

    def _some(self, alike: list[Picture]) -> Some:
        return np.stack([one.rgba for one in alike]), np.stack([self._tellings(one.said) for one in alike])

    def _tellings(self, said_: str | tuple[int, bool]) -> NDArray[np.int64]:
        """(TELLINGS, n) tokens of ways to say it; the crops of a scene share them."""
        if isinstance(said_, str):
            return self._tokens([reword(said_, self.choose) for _ in range(TELLINGS)])
        if said_ not in self.told:
            row, flip = self.packed.rows[said_[0]], said_[1]
            self.told[said_] = self._tokens([caption(row, self.choose, flip) for _ in range(TELLINGS)])
        return self.told[said_]

    def _tokens(self, texts: list[str]) -> NDArray[np.int64]:
        """(b, n) as the pipeline makes them: padded to the full length, no mask."""
        ids: NDArray[np.int64] = self.tokenizer(
            texts, padding="max_length", truncation=True, max_length=text.LENGTH, return_tensors="np"
        )["input_ids"]
        return ids


@torch.no_grad()
def said(tokens: Tensor, tower: Any) -> Tensor:
    """(b, n) -> (b, n, hidden)."""
    states: Tensor = tower(input_ids=tokens).last_hidden_state
    return states


@torch.inference_mode()
def scaled(packed: Packed, coder: Any) -> Any:
    """The autoencoder with the scaling factor that gives its latents unit spread over the scenes."""
    some = packed.split(held_back=False)[::40]
    latents = [
        coder.encoder(to_tensor(packed.rgba[i, :, :, :3])[None].to(coder.device) * 2 - 1) for i in some
    ]
    coder.register_to_config(scaling_factor=round(1 / float(torch.cat(latents).std()), 4))
    return coder
