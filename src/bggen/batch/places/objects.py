"""Object stores: what fsspec opens, each with errors of its own."""

from __future__ import annotations

import hashlib
import io
import tempfile
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from bggen import sink
from bggen.batch.places.names import FOLDER
from bggen.batch.places.outs import PAGES, Stat, Unread, opened
from bggen.errors import BggenError, StoreRefused, StoreUnavailable, UsageError, WriteFailed
from bggen.spec import Rgb

#: what a store says of what it will never take or give; of anything else it may think better in a moment
REFUSED = (PermissionError, FileNotFoundError, NotImplementedError, ValueError)


PROBE = ".bggen-can-write"
CLAIM = f"{FOLDER}/out"


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
        try:
            with tempfile.TemporaryDirectory() as folder:
                whole = Path(folder) / "whole"
                digest = sink.write(whole, parts, force=True)
                self.fs.makedirs(where.rsplit("/", 1)[0], exist_ok=True)
                self.fs.put_file(str(whole), where)
                with self.fs.open(where, "rb") as stored:
                    back = hashlib.file_digest(stored, "sha256").hexdigest()
        except BggenError:  # this machine's disk, or whatever the parts come from
            raise
        except Exception as error:  # as above; or there is no folder for temporary files
            raise self._lost(name, error) from error
        return self._same(name, digest, back)

    def _lost(self, name: str, error: Exception) -> WriteFailed:
        kind = StoreRefused if isinstance(error, REFUSED) else StoreUnavailable
        return kind(f"{self.label}/{name}: can't be written ({error})")

    def _same(self, name: str, digest: str, back: str) -> str:
        if back != digest:
            raise StoreUnavailable(f"{self.label}/{name}: what was read back differs from what was written")
        return digest

    def claim(self) -> None:
        """By an object of its own; a store that takes none shows by the pictures."""
        with suppress(BggenError):
            self.put(CLAIM, b"bggen batch keeps its pictures here\n")

    def takes(self) -> bool:
        """Tried with a name of its own, which is removed again."""
        where = f"{self.root}/{PROBE}"
        try:
            self.fs.makedirs(self.root, exist_ok=True)
            self.fs.pipe_file(where, b"?")
        except Exception:  # every store has errors of its own
            return False
        with suppress(Exception):  # as above; nobody is hurt by what is left
            self.fs.rm_file(where)
        return True

    def stats(self, names: Iterable[str]) -> dict[str, Stat]:
        """One listing of the whole target. Raises StoreUnavailable where there is none to be had now."""
        wanted = set(names)
        self.fs.invalidate_cache()
        try:
            listing = self.fs.find(self.root, detail=True)
        except FileNotFoundError:
            return {}
        except Exception as error:  # as above
            raise StoreUnavailable(f"{self.label}: can't be listed now ({error})") from error
        found = {path[len(self.root) :].lstrip("/"): int(info["size"]) for path, info in listing.items()}
        return {name: Stat(size) for name, size in found.items() if name in wanted}

    def digest(self, name: str) -> str:
        """Fetches the object."""
        data = self._fetched(name)
        return "" if data is None else hashlib.sha256(data).hexdigest()

    def picture(self, name: str) -> Rgb | None:
        """Fetches the object."""
        data = self._fetched(name)
        return None if data is None else opened(io.BytesIO(data), f"{self.label}/{name}")

    def _fetched(self, name: str) -> bytes | None:
        try:
            return bytes(self.fs.cat_file(f"{self.root}/{name}"))
        except FileNotFoundError:
            return None
        except Exception as error:  # every store has errors of its own
            raise Unread(f"{self.label}/{name}: can't be read ({error})") from error

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
        self.fs.invalidate_cache()  # stores remember listings: a watch would see no new photo
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


def claims(name: str) -> bool:
    """Whether an object below a SOURCE says that all beside it was made by a run."""
    return name.endswith(f"/{CLAIM}")


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


def is_local(fs: Any) -> bool:
    """Whether a file system is this machine's own, by whatever name it was asked for."""
    from fsspec.implementations.local import LocalFileSystem

    return isinstance(fs, LocalFileSystem)


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
