"""File names: any bytes in, safe names out, one line a name in logs."""

from __future__ import annotations

import hashlib
import os
from pathlib import PurePosixPath

from bggen.options import Format, Options

SUFFIX: dict[Format, str] = {"png": ".png", "jpeg": ".jpg", "webp": ".webp", "avif": ".avif", "tiff": ".tif"}
PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".gif", ".bmp", ".heic", ".heif"}
FOLDER = ".bggen"  # in an OUT: what lies beside it was made, and is no photo of another run
LONGEST = 255  # bytes in one part of a path, on every common file system
ROOM = 12  # bytes kept free for ".json", variant numbers and the like


def words(name: str) -> str:
    """What a name or an argument says, for a prompt: read as UTF-8 whatever the locale is."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def on_disk(text: str) -> str:
    """A name that came as text, as a file's: what the locale has no letters for has its UTF-8 bytes there."""
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return os.fsdecode(text.encode("utf-8", "surrogateescape"))
    return text


def encodable(text: str) -> str:
    """The same where it can be written as UTF-8; a name's bytes that are none become `\\xe4`."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half an emoji
        return text.encode("utf-8", "backslashreplace").decode()


def printable(name: str) -> str:
    """On one line and encodable, whatever the name holds."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in encodable(name)
    )


def target_for(relative: str, options: Options, tag: str = "") -> str:
    """Where a picture goes under OUT: its own path with the format's ending; long names are shortened.

    `tag` tells channels apart: `mug.jpg` with tag `4x5` -> `mug-4x5.png`.
    """
    path = PurePosixPath(relative)
    suffix = path.suffix if path.suffix.lower() in PICTURES else ""
    stem = path.name.removesuffix(suffix) + (f"-{tag}" if tag else "")
    return str(path.with_name(fitted(stem, SUFFIX[options.format or "png"])))


def fitted(stem: str, suffix: str) -> str:
    """`stem + suffix`, shortened with a hash where a file system would refuse its length."""
    raw = os.fsencode(stem)
    allowed = LONGEST - len(suffix) - ROOM
    if len(raw) <= allowed:
        return stem + suffix
    mark = hashlib.sha256(raw).hexdigest()[:10]
    kept = raw[: allowed - 11]
    try:
        stem.encode()
    except UnicodeEncodeError:  # bytes that are no text: cut anywhere
        return os.fsdecode(kept) + "-" + mark + suffix
    return kept.decode("utf-8", "ignore") + "-" + mark + suffix  # never half a letter


def numbered(target: str, variants: int) -> list[str]:
    """`mug.png` -> `mug-1.png`, ... when there is more than one picture."""
    if variants == 1:
        return [target]
    path = PurePosixPath(target)
    return [str(path.with_name(f"{path.stem}-{number + 1}{path.suffix}")) for number in range(variants)]


def stays_below(relative: str) -> bool:
    """Whether a file system takes a relative name, and it stays in the folder it is meant for."""
    path = PurePosixPath(relative)
    if not path.name or path.is_absolute() or ".." in path.parts or "\0" in relative:
        return False
    return all(len(os.fsencode(folder)) <= LONGEST for folder in path.parts[:-1])


def fits_below(written: str) -> bool:
    """The same of a name in a table, which may have been written for another system."""
    relative = written.replace("\\", "/")
    return stays_below(relative) and ":" not in PurePosixPath(relative).parts[0][1:2]
