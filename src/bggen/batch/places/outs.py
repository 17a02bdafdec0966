"""Where finished pictures go: what such a place can do, and a folder on this machine.

Pictures in a local folder are written by the worker processes; for object stores see `objects`.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import tempfile
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from bggen.batch.places.names import FOLDER
from bggen.errors import BadInput, BggenError, StoreUnavailable, UsageError
from bggen.spec import Rgb

#: what a disk says when no further picture can be written either
DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EFBIG, errno.EMFILE, errno.ENFILE}
PAGES = "[0-9]*-*.js"  # of a report


class Unread(BggenError):
    """What stands in OUT can't be looked at now: nobody knows whose work it is."""

    reason = "unreadable"


class Stat(NamedTuple):
    """What a listing tells of a picture."""

    size: int  # bytes
    mtime: int | None = None  # nanoseconds; None for an object store


class Kept(NamedTuple):
    """A picture that somebody has worked on, as it stands."""

    digest: str  # SHA-256
    stat: Stat
    picture: Rgb


class Out(Protocol):
    """A place for finished pictures; names are relative, with forward slashes."""

    label: str
    tag: str  # this journal's mark on half-written files: other writers in the same folders are left alone

    def path(self, name: str) -> Path | None:
        """The local path a worker writes to, or None where `put` must be used."""

    def put(self, name: str, data: bytes | Iterable[bytes]) -> str:
        """Write whole or not at all and read back; returns the SHA-256. Raises WriteFailed.

        What comes in parts is never held together.
        """

    def claim(self) -> None:
        """Have other runs, whose SOURCE may hold this place, know that what lies here was made."""

    def takes(self) -> bool:
        """Whether anything at all can be written there now."""

    def stats(self, names: Iterable[str]) -> dict[str, Stat]:
        """Of those among `names` that exist, with few calls."""

    def digest(self, name: str) -> str:
        """SHA-256 of what stands there, hex; "" where there is nothing. Raises Unread."""

    def picture(self, name: str) -> Rgb | None:
        """What stands there, (h, w, 3); None where it is none that opens to its end. Raises Unread."""

    def seed(self, name: str) -> int | None:
        """The seed in the picture's own record; None where it has none, or where reading it is dear."""

    def sweep(self, names: Iterable[str]) -> int:
        """Remove what a killed run left half-written beside `names`; returns how many."""

    def tidy(self, folder: str, keep: Collection[str]) -> None:
        """Remove a report's pages but for `keep` from their folder, and it with the last one.

        What can't be removed stays.
        """


class LocalOut:
    """A folder on this machine."""

    def __init__(self, root: Path) -> None:
        self.root, self.tag = root, ""
        self.label = str(root)

    def path(self, name: str) -> Path | None:
        """Below the folder."""
        return self.root / name

    def put(self, name: str, data: bytes | Iterable[bytes]) -> str:
        """For reports; pictures are written by the workers."""
        from bggen import sink

        return sink.write(self.root / name, data, force=True, tag=self.tag)

    def claim(self) -> None:
        """By a journal's folder, wherever that is; a disk that takes none shows by the pictures."""
        with suppress(OSError):
            (self.root / FOLDER).mkdir(parents=True, exist_ok=True)

    def takes(self) -> bool:
        """Tried with a file without a name."""
        try:
            with tempfile.TemporaryFile(dir=self.root):
                return True
        except OSError:
            return False

    def stats(self, names: Iterable[str]) -> dict[str, Stat]:
        """One listing a folder instead of one call a file.

        Raises UsageError where one may not be listed, StoreUnavailable where it can't be now.
        """
        wanted = set(names)
        found: dict[str, Stat] = {}
        for folder in {os.path.dirname(name) for name in wanted}:  # noqa: PTH120 - 10,000 names
            try:
                with os.scandir(self.root / folder) as entries:
                    for entry in entries:
                        name = f"{folder}/{entry.name}" if folder else entry.name
                        with suppress(FileNotFoundError):  # removed since it was listed: the others stand
                            if name in wanted and entry.is_file():
                                info = entry.stat()
                                found[name] = Stat(info.st_size, info.st_mtime_ns)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except PermissionError as error:
                raise UsageError(
                    f"{self.root / folder}: can't be listed ({error.strerror}): give rights, or another -o"
                ) from error
            except OSError as error:  # as of a share that is away for a moment
                where = self.root / folder
                raise StoreUnavailable(f"{where}: can't be listed now ({error.strerror})") from error
        return found

    def digest(self, name: str) -> str:
        """Streamed, so that memory doesn't follow the file's size."""
        try:
            with (self.root / name).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise Unread(f"{self.root / name}: can't be read ({error.strerror or error})") from error

    def picture(self, name: str) -> Rgb | None:
        """Opened whole."""
        return opened(self.root / name, str(self.root / name))

    def seed(self, name: str) -> int | None:
        """From its XMP."""
        from bggen import sink

        try:
            seed = sink.inspect(self.root / name).get("seed")
        except BadInput:
            return None
        return seed if isinstance(seed, int) else None

    def sweep(self, names: Iterable[str]) -> int:
        """Removes temporary files with this journal's tag; only called while the run holds the lock."""
        from bggen import sink

        folders = {self.root, *((self.root / name).parent for name in names)}
        return sum(sink.sweep(folder, self.tag) for folder in folders)

    def tidy(self, folder: str, keep: Collection[str]) -> None:
        """Also what a killed run left half-written there."""
        from bggen import sink

        with suppress(OSError):
            sink.sweep(self.root / folder, self.tag)
            for path in (self.root / folder).glob(PAGES):
                if path.name not in keep:
                    path.unlink(missing_ok=True)
            if not keep:
                (self.root / folder).rmdir()


def worked_on(out: Out, name: str, ours: Collection[str]) -> Kept | None:
    """What stands under a name, where its SHA-256 is none of `ours` and it opens to its end.

    What doesn't is damaged, and nobody's work. Raises Unread for what may be either.
    """
    digest = out.digest(name)
    if digest in {"", *ours} or (picture := out.picture(name)) is None:
        return None
    stat = out.stats([name]).get(name)
    return None if stat is None else Kept(digest, stat, picture)


def opened(file: Path | io.BytesIO, name: str) -> Rgb | None:
    """A picture, (h, w, 3), on white where it is transparent; None for what is none that opens to its end.

    Raises Unread for what may be one, and can't be read or is too large to be opened here.
    """
    import numpy as np
    from PIL import Image

    try:
        with Image.open(file) as picture:
            if not picture.has_transparency_data:
                return np.array(picture.convert("RGB"))
            white = Image.new("RGBA", picture.size, "white")
            return np.array(Image.alpha_composite(white, picture.convert("RGBA")).convert("RGB"))
    except FileNotFoundError:
        return None
    except Exception as error:  # decoders raise anything, but errors of a disk have a number
        if isinstance(error, MemoryError | Image.DecompressionBombError) or getattr(error, "errno", None):
            why = getattr(error, "strerror", None) or "too large"
            raise Unread(f"{name}: can't be read ({why})") from error
        return None
