"""One row of a table: which photo, under which name, with which options of its own."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from bggen.batch.asked import tables
from bggen.batch.memory import painters
from bggen.batch.places import names, stamps, stores
from bggen.errors import UsageError
from bggen.options import Format
from bggen.presets import PRESETS
from bggen.sink import SUFFIXES
from bggen.wording import names_picture

INDEX = "model_index.json"  # of a diffusers folder


def place(image: str, root: Path) -> tuple[str, Path, str | None]:
    """(source, its path, its name below OUT) of a row's image; no name where it lies outside the root.

    An address keeps its last part as its name.
    """
    if stores.is_url(image):
        path = Path(PurePosixPath(urlsplit(image).path).name or "picture")
        return image, path, path.name
    path, home = Path(os.path.normpath(root / as_stored(image, root))), os.path.normpath(root)
    inside = path.is_relative_to(home) and "\0" not in image
    return str(path), path, str(path.relative_to(home)) if inside else None


def as_stored(image: str, root: Path) -> str:
    """A photo's name as the disk has it: an `ä` may be one letter there, or two."""
    written = names.on_disk(image)
    if image.isascii() or stamps.of_file(root / written):
        return written
    forms = (names.on_disk(unicodedata.normalize(form, image)) for form in ("NFC", "NFD"))
    return next((name for name in forms if stamps.of_file(root / name)), written)


def asked_name(row: tables.Row, relative: str | None, root: Path) -> str:
    """The name below OUT that a row asks for, else its image's. Raises UsageError where there can be none."""
    if row.trouble:
        raise UsageError(row.trouble)
    if not row.image:
        raise UsageError("names no image")
    if relative is None:
        raise UsageError(f"{row.image!r} lies outside {root}: see --root", reason="path_escape")
    asked = names.on_disk(row.values.get("output", "")) or relative
    if not names.fits_below(asked):
        raise UsageError(f"{asked!r:.100} is no name for a picture below OUT", reason="path_escape")
    return asked


def by_ending(row: tables.Row, asked: Format | None) -> dict[str, str]:
    """The format that the name in a row's column output has, where nobody has asked for another.

    png is left unsaid, as it is what pictures become: the keys of earlier runs were made without it.
    """
    ending = PurePosixPath(row.values.get("output", "")).suffix.lower()
    named = None if asked else SUFFIXES.get(ending)
    return {"format": named} if named and named != "png" else {}


def own_options(row: tables.Row, channel: str, root: Path) -> tuple[dict[str, str], list[str]]:
    """(what a row says for itself, its channel's shape included; lines on what is doubtful in it).

    The files that it names lie relative to the root, as its photo does. Raises UsageError.
    """
    own, doubts = row.options() | channel_options(channel), list[str]()

    def found(name: str, within: str = "") -> str:
        path, doubt = placed(name, root, within)
        doubts.extend([doubt] if doubt else [])
        return path

    if mask := row.values.get("mask"):
        own["mask"] = mask if stores.is_url(mask) else str(root / mask)
    for name in ("background", "reference"):
        if name in own and names_picture(own[name]) and not stores.is_url(own[name]):
            own[name] = found(own[name])
    model = own.get("model", "studio")
    if model not in painters.BUILT_IN and stamps.of_file(
        root / model / INDEX
    ):  # else a path from here, or an id
        own["model"] = found(model, INDEX)
    if "lora" in own:
        own["lora"] = ",".join(
            (found(file) if stamps.of_file(root / file) else file) + weight
            for file, weight in adapters(own["lora"], root)
        )
    return own, doubts


def adapters(column: str, root: Path) -> Iterator[tuple[str, str]]:
    """(file, weight with its colon, "" for none) of every adapter of a column, such as `a:0.8,b`."""
    for given in map(str.strip, column.split(",")):
        whole = str(root / given)
        weight = whole.removeprefix(painters.lora_file(whole))
        yield given.removesuffix(weight), weight


def placed(name: str, root: Path, within: str = "") -> tuple[str, str]:
    """(the path that a name in a row stands for; a line where it could be another one's, else "").

    In the working directory it is looked for where the root has none. The name stays as it is written where
    it means the right file from there: the seeds and keys of earlier runs were made with it. `within`: what
    a folder must hold to be meant.
    """
    beside, here = stamps.of_file(root / name / within), stamps.of_file(Path(name) / within)
    if here and (here == beside or not beside):
        return name, ""
    chosen, other = str(root / name), str(Path(name).absolute())
    said = f"{name}: {chosen} is taken, beside the table as photos are, not {other}"
    return chosen, names.printable(said) if here else ""


def channel_options(channel: str) -> dict[str, str]:
    """`4:5` is a shape, `1080x1350` a size, anything else a shop's preset; none gives none."""
    if not channel:
        return {}
    if channel in PRESETS:
        return {"preset": channel}
    if ":" in channel:
        return {"aspect": channel}
    if channel.replace("x", "").isdecimal():
        return {"size": channel}
    raise UsageError(f"channel {channel!r:.100}: give 4:5, 1080x1350 or one of {', '.join(PRESETS)}")
