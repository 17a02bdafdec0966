"""Walks a folder: which files are photos, which are ours, and which are passed over for what reason."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from bggen import sink
from bggen.batch.asked import tables
from bggen.batch.places import names, stores
from bggen.errors import BadInput, FetchUnavailable, UsageError

HEADS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"BM")
UNREADABLE = "unreadable_folder"
MADE = "made_by_bggen"
AMONG = "OUT is SOURCE itself: pictures would be taken for photos the next time"


class Walk:
    """One run's walks; collects what they passed over."""

    def __init__(self, out: str, *, recurse: bool, follow: bool) -> None:
        """`follow`: links, too; loops are noticed."""
        self.skipped: list[tuple[str, str]] = []  # (name, reason)
        self.folders: list[str] = []  # that were entered
        self._stems: dict[Path, frozenset[str]] = {}  # folder -> its pictures, once one is asked for
        self._outs: dict[Path, bool] = {}  # folder -> whether another run has its journal there
        self._out = None if stores.is_url(out) else os.path.realpath(stores.local(out))
        self._recurse, self._follow = recurse, follow
        self._root = ""  # of the walk at work

    def within_out(self, root: Path) -> str | None:
        """SOURCE's own name below an OUT that holds it: nothing there counts as made by us.

        Raises UsageError where both are one folder.
        """
        real = os.path.realpath(root)
        if real == self._out:
            raise UsageError(f"{root}: {AMONG}")
        if self._out is None or not Path(real).is_relative_to(self._out):
            return None
        within, self._out = os.path.relpath(real, self._out), None
        return within

    def files(self, root: Path) -> Iterator[Path]:
        """Files below `root`; hidden ones, our own output and folders that loop are left out.

        Raises UsageError where `root` may not be listed, FetchUnavailable for what may be over in a moment.
        """
        self._root, seen = str(root), set()
        for folder, below, files in os.walk(root, followlinks=self._follow, onerror=self._unreadable):
            try:
                info = os.stat(folder)  # noqa: PTH116 - names of any bytes
                os.stat(f"{folder}/.")  # noqa: PTH116 - what may be listed, and not entered, shows names alone
            except OSError as error:  # or it was removed since it was listed
                self._unreadable(error, folder)
                below.clear()
                continue
            if (info.st_dev, info.st_ino) in seen:
                self.skipped.append((folder, "symlink_loop"))
                below.clear()
                continue
            seen.add((info.st_dev, info.st_ino))
            self.folders.append(folder)
            below[:] = sorted(name for name in below if self._enters(Path(folder, name)))
            yield from (Path(folder, name) for name in files if not name.startswith("."))
            if not self._recurse:
                return

    def own(self, path: Path) -> bool:
        """Whether a path lies in OUT: what was made is never taken for a photo."""
        real = os.path.realpath(path)
        return self._out is not None and (real == self._out or real.startswith(self._out + os.sep))

    def other_out(self, path: Path, root: Path) -> bool:
        """Whether a path lies below `root` in the OUT of another run."""
        above = [folder for folder in path.parents if folder.is_relative_to(root) and folder != root]
        return any(self._made(folder) for folder in above)

    def regular(self, path: Path) -> bool:
        """Ordinary files only: a FIFO would block for ever."""
        try:
            mode = path.stat().st_mode
        except PermissionError as error:
            self._unreadable(error, str(path.parent))
            return False
        except OSError as error:
            self.skipped.append((str(path), "symlink_loop" if error.errno == errno.ELOOP else "dangling"))
            return False
        if not stat.S_ISREG(mode):
            if not stat.S_ISDIR(mode):
                self.skipped.append((str(path), "not_a_file"))
            return False
        return True

    def is_picture(self, path: Path, root: Path) -> bool:
        """Whether a file below `root` is a photo by its name or, without an ending, by its first bytes."""
        suffix = path.suffix.lower()
        if suffix not in names.PICTURES and (suffix or not _looks_like_picture(path)):
            if suffix not in (".txt", ".toml", *tables.SUFFIXES):
                self.skipped.append((str(path), "not_a_picture"))
            return False
        if not self.regular(path):
            return False
        outside = path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root.resolve())
        if outside and not self._follow:
            self.skipped.append((str(path), "symlink"))
            return False
        if self._generated(path, root):
            self.skipped.append((str(path), MADE))
            return False
        return True

    def _generated(self, path: Path, root: Path) -> bool:
        """Whether `bggen generate` made it of the photo that lies beside it, as its record says, too."""
        named = re.fullmatch(r"(.+)-scene(-\d+)?", path.stem)
        if named is None or (root / names.FOLDER).is_dir():  # where a run goes on from, all was made by bggen
            return False
        if path.parent not in self._stems:
            self._stems[path.parent] = _stems(path.parent)
        if named[1] not in self._stems[path.parent]:
            return False
        try:
            return bool(sink.inspect(path))
        except BadInput:
            return False

    def _enters(self, folder: Path) -> bool:
        if folder.name.startswith(".") or self.own(folder):
            return False
        if folder.is_symlink() and not self._follow:
            self.skipped.append((str(folder), "symlink"))
            return False
        return not self._made(folder)

    def _made(self, folder: Path) -> bool:
        """Whether a run keeps its journal in a folder: two OUTs in one SOURCE took each other's pictures."""
        if folder not in self._outs:
            self._outs[folder] = os.path.isdir(folder / names.FOLDER)  # noqa: PTH112 - as lost+found
            if self._outs[folder]:
                self.skipped.append((str(folder), MADE))
        return self._outs[folder]

    def _unreadable(self, error: OSError, folder: str = "") -> None:
        folder = folder or str(error.filename)
        if folder == self._root:
            if isinstance(error, PermissionError):
                raise UsageError(f"{self._root}: can't be listed ({error.strerror})") from error
            raise FetchUnavailable(f"{self._root}: can't be listed now ({error.strerror})") from error
        if self.skipped[-1:] != [(folder, UNREADABLE)]:  # a pattern may match many of its photos
            self.skipped.append((folder, UNREADABLE))


def _stems(folder: Path) -> frozenset[str]:
    """Names of the pictures in a folder, without their endings."""
    try:
        files = map(Path, os.listdir(folder))  # noqa: PTH208 - 100,000 names
        return frozenset(file.stem for file in files if file.suffix.lower() in names.PICTURES)
    except OSError:
        return frozenset()


def _looks_like_picture(path: Path) -> bool:
    """By its first bytes: for files without any ending."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        head = os.read(handle, 12)
    except OSError:
        return False
    finally:
        os.close(handle)
    return head.startswith(HEADS) or head[4:8] == b"ftyp"
