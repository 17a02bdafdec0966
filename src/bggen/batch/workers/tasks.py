"""The two steps that worker processes do: open and cut a photo; finish and write a picture."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from bggen import engine, sink, source
from bggen.batch.memory import why
from bggen.batch.places import outs, stamps
from bggen.engine import Prepared
from bggen.errors import (
    BggenError,
    FetchUnavailable,
    MissingExtra,
    NeedsMask,
    OutputExists,
    StoreRefused,
    StoreUnavailable,
    UsageError,
    WriteFailed,
)
from bggen.options import Format, Options
from bggen.settings import Settings
from bggen.spec import Job, PainterInfo, Painting, Plane, Rgb

THUMB = 220  # pixels, long side


@dataclass(frozen=True, slots=True)
class Prepare:
    """Open, cut and place one photo."""

    source: str
    options: Options
    sku: str
    family: str
    info: PainterInfo
    extras: str  # digest over the other files that decide the picture, "" for none
    known: str = ""  # key of the finished picture: if it comes out the same, nothing is to do
    data: bytes | None = None  # of a remote photo
    mask_data: bytes | None = None  # of a remote mask
    stamp: str = ""  # of a remote photo, as its listing told
    title: str = ""  # what the product is called, where more than its file tells
    networks: str = ""  # digest of those that look at the backdrop, "" for none
    made_of: Mapping[str, str] | None = None  # the finished picture, which stands if only bggen is newer

    def job(self) -> Job:
        """What the engine is to do, without the photo's bytes."""
        return Job(self.source, self.options, sku=self.sku, family=self.family, title=self.title)


@dataclass(frozen=True, slots=True)
class Ready:
    """Scenes to paint, none where the picture is done already."""

    key: str
    prepared: list[Prepared]
    digests: list[tuple[str, str, str]]  # (path, stamp, SHA-256) of what was read
    before: bytes | None = None  # thumbnail
    made_of: dict[str, str] = field(default_factory=dict)  # the key's parts, as `why` keeps them


@dataclass(frozen=True, slots=True)
class Complete:
    """Finish, check, encode and write one painted scene."""

    prepared: Prepared
    painting: Painting
    info: PainterInfo
    format: Format
    path: Path | None  # None: send the bytes back instead
    force: bool
    sidecar: bool
    guard: Path  # must stand while anything is written
    tag: str = ""  # of temporary files
    #: SHA-256 of what may stand there, "" for nothing: all else is somebody's work, and stays; None: whatever
    made: str | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of a picture."""

    verdict: str
    digest: str
    size: int
    facts: dict[str, Any]
    after: bytes | None
    data: bytes | None = None  # of a remote picture
    side: bytes | None = None  # of its sidecar
    mtime: int | None = None  # of a picture on a disk, nanoseconds
    kept: bool = False  # somebody has worked on what stands there: it stays, and is what this tells of


@dataclass(frozen=True, slots=True)
class Trouble:
    """A step that ended in an error."""

    reason: str
    message: str
    #: item, away (not now), refused (by a store), usage (wrong options), fatal (of all items)
    kind: str = "item"
    digests: list[tuple[str, str, str]] = field(default_factory=list)
    key: str = ""
    before: bytes | None = None  # thumbnail of a photo that opens


def perform(task: Prepare | Complete, settings: Settings) -> Ready | Finished | Trouble:
    """Do one step; every error becomes a Trouble."""
    digests: list[tuple[str, str, str]] = []
    keys = [""]
    try:
        if isinstance(task, Prepare):
            return prepare(task, settings, digests, keys)
        return complete(task)
    except BggenError as error:
        return Trouble(
            error.reason, str(error), kind_of(error), digests, keys[0], _glimpse(task, settings, error)
        )
    except MemoryError:
        return Trouble(
            "out_of_memory", f"{_name(task)}: needs more memory than a worker may use", "item", digests
        )
    except Exception as error:  # decoders and networks raise anything; it must cost one line only
        return Trouble("error", f"{_name(task)}: {type(error).__name__}: {error}", "item", digests, keys[0])


def prepare(task: Prepare, settings: Settings, digests: list[tuple[str, str, str]], keys: list[str]) -> Ready:
    """The first step. Fills `digests` and `keys` as they become known, for errors to carry."""
    data = task.data if task.data is not None else read_file(task.source, settings, digests)
    extras, made_of = [task.extras], dict[str, str]()
    job = task.job()
    mask_data = task.mask_data
    if mask_data is None and task.options.mask:
        mask_data = read_file(task.options.mask, settings, digests)
    if mask_data is not None:
        extras.append(hashlib.sha256(mask_data).hexdigest())
    if data is not None:
        digest = hashlib.sha256(data).hexdigest()
        if task.data is not None:
            digests.append((task.source, task.stamp, digest))
        joined = join_digests(extras)
        parts = engine.job_parts(job, digest, joined, task.info, task.networks)
        keys[0], made_of = engine.job_key(parts), why.short(parts, job.options)
        if keys[0] == task.known or (task.made_of is not None and why.older(task.made_of, made_of)):
            return Ready(keys[0], [], digests)
    prepared = engine.prepare(replace(job, data=data, mask_data=mask_data), settings)
    # the bytes have done their part; they must not travel on
    slim = [Prepared(job, item.variant, item.cutout, item.scene, item.record) for item in prepared]
    before = thumb(slim[0].cutout.rgb, slim[0].cutout.cover)
    return Ready(keys[0], slim, digests, before, made_of)


def join_digests(parts: list[str]) -> str:
    """One digest over several; "" for none."""
    real = [part for part in parts if part]
    return hashlib.sha256("\0".join(real).encode()).hexdigest() if real else ""


def read_file(path: str, settings: Settings, digests: list[tuple[str, str, str]]) -> bytes | None:
    """A file's bytes, hashed for the journal; None where only `source` can say what is wrong with it."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # a FIFO must not block
    except (OSError, ValueError):
        return None
    with os.fdopen(handle, "rb") as file:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode) or before.st_size > settings.max_bytes:
            return None
        try:
            data = file.read()
        except OSError:
            return None
        unchanged = stamps.of_stat(os.fstat(handle)) == stamps.of_stat(before)
    if unchanged:
        digests.append((path, stamps.of_stat(before), hashlib.sha256(data).hexdigest()))
    return data


def complete(task: Complete) -> Finished:
    """The second step: order of writing as in `sink`, and never without the journal beside it."""
    render = engine.complete(task.prepared, task.painting, task.info)
    facts = facts_of(render.record, task.prepared, render.rgb)
    after = thumb(render.rgb, render.alpha)
    if render.verdict == "failed":
        return Finished("failed", "", 0, facts, after)
    options = task.prepared.job.options
    data = sink.encode(render.rgb, render.record, options, task.format, render.alpha)
    digest = hashlib.sha256(data).hexdigest()
    record = render.record | {"output": {"sha256": digest, "bytes": len(data)}}
    if task.path is None:
        side = sink.sidecar_bytes(record) if task.sidecar else None
        return Finished(render.verdict, digest, len(data), facts, after, data, side)
    if not task.guard.exists():
        raise WriteFailed(f"{task.guard.parent}: the journal's folder has gone", reason="state_gone")
    finished = Finished(render.verdict, digest, len(data), facts, after)
    out = outs.LocalOut(task.path.parent)
    if (kept := spared(out, task.path.name, task.made, finished)) is not None:
        return kept
    sink.write(task.path, data, force=task.force, tag=task.tag)
    mtime = stamps.mtime_of(task.path)
    if task.sidecar:
        sink.sidecar(task.path, record, tag=task.tag)
    return replace(finished, mtime=mtime)


def spared(out: outs.Out, name: str, made: str | None, finished: Finished) -> Finished | None:
    """Somebody's work on the picture that a finished one would replace, told in its stead; None without any.

    A run looks at OUT before its first picture and may write hours later, or the night after a kill.
    `made`: as of Complete. Raises Unread where nobody can tell now.
    """
    theirs = None if made is None else outs.worked_on(out, name, (made, finished.digest))
    if theirs is None:
        return None
    size, mtime = theirs.stat
    after = thumb(theirs.picture, None)
    return Finished("ok", theirs.digest, size, finished.facts, after, mtime=mtime, kept=True)


def facts_of(record: dict[str, Any], prepared: Prepared, rgb: Rgb) -> dict[str, Any]:
    """What the report says of a picture; small, since the journal keeps it for every item."""
    painting, checks = record["painting"], record["checks"]
    return {
        "confidence": checks["confidence"],
        "reasons": checks["reasons"],
        "max_difference": checks["proof"]["max_difference"],
        "seed": record["seed"],
        "prompt": record["prompt"],
        "size": list(prepared.scene.size),
        "cutout": record["cutout"]["method"],
        "model": record["model"]["name"],
        "scene_colour": scene_colour(rgb, prepared.scene.alpha),
        "timings": record["timings"],
        "warnings": [*record["warnings"], *painting.get("warnings", [])],
        **{name: painting[name] for name in ("light_side", "horizon", "plate") if name in painting},
        **{name: record[name] for name in ("sku", "family") if name in record},
    }


def scene_colour(rgb: Rgb, alpha: Plane) -> list[int]:
    """Mean sRGB of what is no product: how alike the scenes of a family are."""
    small = cv2.resize(rgb, (64, 64), interpolation=cv2.INTER_AREA)
    free = cv2.resize(alpha, (64, 64), interpolation=cv2.INTER_AREA) == 0
    pixels = small[free] if free.any() else small.reshape(-1, 3)
    return [round(float(value)) for value in pixels.mean(axis=0)]


def thumb(rgb: Rgb, alpha: Plane | None) -> bytes:
    """A small JPEG; transparent parts stand on light grey."""
    height, width = rgb.shape[:2]
    scale = min(1.0, THUMB / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA)
    if alpha is not None:
        cover = cv2.resize(alpha, size, interpolation=cv2.INTER_AREA).astype(np.float32)[..., None] / 255
        small = (small * cover + 238 * (1 - cover) + 0.5).astype(np.uint8)
    return cv2.imencode(".jpg", small[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 72])[1].tobytes()


def _glimpse(task: Prepare | Complete, settings: Settings, error: BggenError) -> bytes | None:
    """What the report shows of a photo that opened and could not be cut out: who mends it must see it."""
    if not (isinstance(task, Prepare) and isinstance(error, NeedsMask)):
        return None
    with suppress(BggenError, MemoryError):
        photo = source.read(task.source, settings, task.data)
        return thumb(photo.rgb, photo.alpha)
    return None


def _name(task: Prepare | Complete) -> str:
    return task.source if isinstance(task, Prepare) else task.prepared.scene.name


def kind_of(error: BggenError) -> str:
    """Whose fault it is, as Trouble tells it."""
    if isinstance(error, FetchUnavailable | StoreUnavailable):
        return "away"
    if isinstance(error, StoreRefused):
        return "refused"
    if isinstance(error, WriteFailed):
        number = getattr(error.__cause__, "errno", None)
        return "fatal" if number in outs.DISK or error.reason == "state_gone" else "item"
    usage = isinstance(error, UsageError) and not isinstance(error, MissingExtra | OutputExists)
    return "usage" if usage else "item"
