"""Where pictures come from and go to: a local folder, or anything that fsspec opens.

Local files are read and written in the worker processes. Remote ones pass through the main process,
which holds the credentials and the connections; worker processes then see bytes only.
"""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, Protocol

from bggen.errors import BadInput, BggenError, FetchUnavailable, UsageError, WriteFailed
from bggen.settings import Settings
from bggen.spec import Rgb

PAGES = "[0-9]*-*.js"  # of a report


def is_url(name: str) -> bool:
    """Whether a SOURCE or OUT names an object store. `file://` counts as local."""
    return "://" in name and not name.startswith("file://")


def local(name: str) -> Path:
    """The path behind a local name, `file://` included."""
    return Path(name.removeprefix("file://"))


class Stat(NamedTuple):
    """What a listing tells of a picture."""

    size: int  # bytes
    mtime: int | None = None  # nanoseconds; None for an object store


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

    def stats(self, names: Iterable[str]) -> dict[str, Stat]:
        """Of those among `names` that exist, with few calls."""

    def digest(self, name: str) -> str:
        """SHA-256 of what stands there, hex; "" where there is nothing."""

    def picture(self, name: str) -> Rgb | None:
        """What stands there, (h, w, 3); None where it is none that opens to its end."""

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

    def stats(self, names: Iterable[str]) -> dict[str, Stat]:
        """One listing a folder instead of one call a file."""
        wanted = set(names)
        found: dict[str, Stat] = {}
        for folder in {os.path.dirname(name) for name in wanted}:  # noqa: PTH120 - 10,000 names
            try:
                with os.scandir(self.root / folder) as entries:
                    for entry in entries:
                        name = f"{folder}/{entry.name}" if folder else entry.name
                        if name in wanted and entry.is_file():
                            info = entry.stat()
                            found[name] = Stat(info.st_size, info.st_mtime_ns)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError as error:
                raise UsageError(
                    f"{self.root / folder}: can't be listed ({error.strerror}): give rights, or another -o"
                ) from error
        return found

    def digest(self, name: str) -> str:
        """Streamed, so that memory doesn't follow the file's size."""
        from bggen import sink

        return sink.digest_of(self.root / name)

    def picture(self, name: str) -> Rgb | None:
        """Opened whole."""
        return _opened(self.root / name)

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


class RemoteOut:
    """An object store; a put there is whole or nothing by itself."""

    def __init__(self, url: str) -> None:
        self.label, self.tag = url, ""
        self.fs, self.root = open_url(url)

    def path(self, name: str) -> Path | None:
        """Never local."""
        return None

    def put(self, name: str, data: bytes | Iterable[bytes]) -> str:
        """Put, then read back: what an upload can lose is found now and not by a customer."""
        where = f"{self.root}/{name}"
        if not isinstance(data, bytes):
            return self._put_parts(where, name, data)
        try:
            self.fs.makedirs(where.rsplit("/", 1)[0], exist_ok=True)
            self.fs.pipe_file(where, data)
            back = hashlib.sha256(self.fs.cat_file(where)).hexdigest()
        except Exception as error:  # every store has errors of its own
            raise self._lost(name, error) from error
        return self._same(name, hashlib.sha256(data).hexdigest(), back)

    def _put_parts(self, where: str, name: str, parts: Iterable[bytes]) -> str:
        from bggen import sink

        with tempfile.TemporaryDirectory() as folder:
            whole = Path(folder) / "whole"
            digest = sink.write(whole, parts, force=True)
            try:
                self.fs.makedirs(where.rsplit("/", 1)[0], exist_ok=True)
                self.fs.put_file(str(whole), where)
                with self.fs.open(where, "rb") as stored:
                    back = hashlib.file_digest(stored, "sha256").hexdigest()
            except Exception as error:  # as above
                raise self._lost(name, error) from error
        return self._same(name, digest, back)

    def _lost(self, name: str, error: Exception) -> WriteFailed:
        return WriteFailed(f"{self.label}/{name}: can't be written ({error})")

    def _same(self, name: str, digest: str, back: str) -> str:
        if back != digest:
            raise WriteFailed(f"{self.label}/{name}: what was read back differs from what was written")
        return digest

    def stats(self, names: Iterable[str]) -> dict[str, Stat]:
        """One listing of the whole target. Raises BggenError where there is none to be had now."""
        wanted = set(names)
        self.fs.invalidate_cache()
        try:
            listing = self.fs.find(self.root, detail=True)
        except FileNotFoundError:
            return {}
        except Exception as error:  # as above
            raise BggenError(f"{self.label}: can't be listed now ({error})") from error
        found = {path[len(self.root) :].lstrip("/"): int(info["size"]) for path, info in listing.items()}
        return {name: Stat(size) for name, size in found.items() if name in wanted}

    def digest(self, name: str) -> str:
        """Fetches the object."""
        try:
            return hashlib.sha256(self.fs.cat_file(f"{self.root}/{name}")).hexdigest()
        except Exception:  # gone, or out of reach: either way it isn't verified
            return ""

    def picture(self, name: str) -> Rgb | None:
        """Fetches the object."""
        try:
            return _opened(io.BytesIO(self.fs.cat_file(f"{self.root}/{name}")))
        except Exception:  # as in `digest`
            return None

    def seed(self, name: str) -> int | None:
        """Not asked for: a put there overwrites, so what stands could not be kept from it."""
        return None

    def sweep(self, names: Iterable[str]) -> int:
        """Nothing is left half-written in an object store."""
        return 0

    def tidy(self, folder: str, keep: Collection[str]) -> None:
        """One listing."""
        with suppress(Exception):  # every store has errors of its own
            for path in self.fs.glob(f"{self.root}/{folder}/{PAGES}"):
                if PurePosixPath(path).name not in keep:
                    self.fs.rm_file(path)


def _opened(file: Path | io.BytesIO) -> Rgb | None:
    import numpy as np
    from PIL import Image

    try:
        with Image.open(file) as picture:
            return np.array(picture.convert("RGB"))
    except Exception:  # decoders raise anything
        return None


class RemoteSource:
    """Pictures behind a URL."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.fs, self.root = open_url(url)

    def name_of(self, url: str | None) -> str | None:
        """A URL's name relative to this one, "" for itself; None for what lies elsewhere."""
        if url is None or url.split("://", 1)[0] != self.url.split("://", 1)[0]:
            return None
        path = open_url(url)[1] + "/"
        return path[len(self.root) + 1 : -1] if path.startswith(self.root + "/") else None

    def files(self, recurse: bool) -> list[tuple[str, str, str]]:
        """(relative name, full URL, stamp) of every object, sorted.

        Raises UsageError where there is nothing, or nothing for us; BggenError for what may be over tomorrow.
        """
        try:
            found = self.fs.find(self.root, maxdepth=None if recurse else 1, detail=True)
            there = bool(found) or self.fs.exists(self.root)
        except (FileNotFoundError, PermissionError) as error:
            raise UsageError(f"{self.url}: can't be listed ({error})") from error
        except Exception as error:  # every store has errors of its own
            raise BggenError(f"{self.url}: can't be listed now ({error})") from error
        if not there:
            raise UsageError(f"{self.url}: there is nothing there")
        rows = []
        for path, info in sorted(found.items()):
            relative = path[len(self.root) :].lstrip("/") or PurePosixPath(path).name
            rows.append((relative, self.fs.unstrip_protocol(path), remote_stamp(info)))
        return rows


def open_url(url: str) -> tuple[Any, str]:
    """The file system behind a URL and the path in it. Raises UsageError naming what is missing."""
    import fsspec

    try:
        fs, path = fsspec.core.url_to_fs(url)
    except ImportError as error:
        raise UsageError(f"{url}: {error}; pip install 'bggen[cloud]'") from error
    except ValueError as error:
        raise UsageError(f"{url}: {error}") from error
    return fs, str(path).rstrip("/")


def remote_stamp(info: dict[str, Any]) -> str:
    """Size and version as the store tells them; "" where it tells too little to trust."""
    version = next(
        (
            info[key]
            for key in ("ETag", "etag", "md5Hash", "LastModified", "mtime", "created")
            if info.get(key)
        ),
        None,
    )
    return f"{info.get('size')}:{version}" if version is not None else ""


def fetch(url: str, settings: Settings) -> bytes:
    """The bytes behind a URL.

    A web address in a table may come from anyone: it goes the way that refuses private ones.
    Raises BadInput for what isn't there or too large, FetchUnavailable for what can't be had now, and
    FetchRefused for what must not be.
    """
    if url.startswith(("http://", "https://")):
        from bggen.source.fetch import Fetcher

        return Fetcher(settings.max_bytes)(url)
    fs, path = open_url(url)
    try:
        size = int(fs.info(path).get("size") or 0)
        if size > settings.max_bytes:
            raise BadInput(
                f"{url}: {size:,} bytes are over the limit of {settings.max_bytes:,}", reason="too_many_bytes"
            )
        return bytes(fs.cat_file(path))
    except FileNotFoundError as error:
        raise BadInput(f"{url}: there is no such object", reason="not_found") from error
    except BadInput:
        raise
    except Exception as error:
        raise FetchUnavailable(f"{url}: can't be fetched ({error})") from error


def open_out(name: str) -> Out:
    """The place behind OUT."""
    return RemoteOut(name) if is_url(name) else LocalOut(local(name))
