"""Pictures behind a URL: in an object store or on another machine, each with errors of its own."""

from __future__ import annotations

import hashlib
import io
import tempfile
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from bggen import sink
from bggen.batch.places import filesystems
from bggen.batch.places.names import FOLDER
from bggen.batch.places.outs import PAGES, Stat, Unread, opened
from bggen.errors import (
    BggenError,
    FetchUnavailable,
    StoreRefused,
    StoreUnavailable,
    UsageError,
    WriteFailed,
)
from bggen.spec import Rgb

#: what a store says of what it will never take or give; of anything else it may think better in a moment
REFUSED = (PermissionError, FileNotFoundError, NotImplementedError, ValueError)


PROBE = ".bggen-can-write"
CLAIM = f"{FOLDER}/out"


class RemoteOut:
    """An object store, where a put is whole or nothing by itself, or a file system, where a rename is."""

    def __init__(self, url: str) -> None:
        """Raises UsageError, and FetchUnavailable where it can't be reached now."""
        self.label, self.tag = url, ""
        self._first, self.root = filesystems.open_url(url)

    @property
    def fs(self) -> Any:
        """This thread's own where it has a session, and another one after `filesystems.hang_up`."""
        return filesystems.open_url(self.label)[0]

    def path(self, name: str) -> Path | None:
        """Never local."""
        return None

    def put(self, name: str, data: bytes | Iterable[bytes]) -> str:
        """Put, then read back: what an upload can lose is found now and not by a customer."""
        try:
            if isinstance(data, bytes):
                return self._put(name, data, hashlib.sha256(data).hexdigest())
            with tempfile.TemporaryDirectory() as folder:
                whole = Path(folder) / "whole"
                digest = sink.write(whole, data, force=True)
                return self._put(name, whole, digest)
        except FetchUnavailable as error:
            raise StoreUnavailable(str(error)) from error
        except BggenError:  # this machine's disk, or whatever the parts come from
            raise
        except Exception as error:  # every store has errors of its own; or no folder for temporary files
            raise self._lost(name, error) from error

    def _put(self, name: str, data: bytes | Path, digest: str) -> str:
        fs, where = self.fs, f"{self.root}/{name}"
        fs.makedirs(where.rsplit("/", 1)[0], exist_ok=True)
        at = self._beside(where) if filesystems.has_folders(fs) else where
        if isinstance(data, bytes):
            fs.pipe_file(at, data)
            back = hashlib.sha256(fs.cat_file(at)).hexdigest()
        else:
            fs.put_file(str(data), at)
            with fs.open(at, "rb") as stored:
                back = hashlib.file_digest(stored, "sha256").hexdigest()
        if back != digest:
            raise StoreUnavailable(f"{self.label}/{name}: what was read back differs from what was written")
        if at != where:
            filesystems.rename(fs, at, where)
        return digest

    def _beside(self, where: str) -> str:
        """A temporary name, the same for each try: the next one takes the place of what a kill left."""
        folder, _, name = where.rpartition("/")
        mark = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:8]
        return f"{folder}/.bggen-{self.tag}-{mark}.tmp"

    def _lost(self, name: str, error: Exception) -> WriteFailed:
        filesystems.hang_up(self._first)
        kind = StoreRefused if isinstance(error, REFUSED) else StoreUnavailable
        return kind(f"{self.label}/{name}: can't be written ({filesystems.said(error)})")

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
        """One listing of the whole target. Raises StoreUnavailable where there is none to be had now.

        Raises UsageError where a folder of `names` may not be listed.
        """
        wanted, shut = set(names), list[str]()
        try:
            listed = filesystems.listing(self.fs, self.root, recurse=True, shut=shut)
        except FileNotFoundError:
            return {}
        except Exception as error:  # every store has errors of its own
            filesystems.hang_up(self._first)
            raise StoreUnavailable(
                f"{self.label}: can't be listed now ({filesystems.said(error)})"
            ) from error
        for folder in shut:
            if any(name.startswith(f"{self._relative(folder)}/") for name in wanted):
                raise UsageError(f"{self.label}: {folder} can't be listed: give rights, or another -o")
        found = {self._relative(path): int(info.get("size") or 0) for path, info in listed.items()}
        return {name: Stat(size) for name, size in found.items() if name in wanted}

    def _relative(self, path: str) -> str:
        return path[len(self.root) :].lstrip("/")

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
        except Exception as error:  # every store has errors of its own
            if filesystems.is_gone(error):
                return None
            filesystems.hang_up(self._first)
            raise Unread(f"{self.label}/{name}: can't be read ({filesystems.said(error)})") from error

    def seed(self, name: str) -> int | None:
        """Not asked for: a put there overwrites, so what stands could not be kept from it."""
        return None

    def sweep(self, names: Iterable[str]) -> int:
        """Nothing: what a kill left has the temporary name of the next try."""
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
        """Raises UsageError, and FetchUnavailable where it can't be reached now."""
        self.url = url
        self.shut: list[str] = []  # folders that may not be listed
        self.fs, self.root = filesystems.open_url(url)

    def name_of(self, url: str | None) -> str | None:
        """A URL's name relative to this one, "" for itself; None for what lies elsewhere."""
        if url is None or url.split("://", 1)[0] != self.url.split("://", 1)[0]:
            return None
        path = filesystems.open_url(url)[1] + "/"
        return path[len(self.root) + 1 : -1] if path.startswith(self.root + "/") else None

    def files(self, recurse: bool) -> list[tuple[str, str, str]]:
        """(relative name, full URL, stamp) of every object, sorted.

        Raises UsageError where there is nothing, or nothing for us; FetchUnavailable for what may be over in
        a moment.
        """
        try:
            found = filesystems.listing(self.fs, self.root, recurse=recurse, shut=self.shut)
        except FileNotFoundError as error:
            raise UsageError(f"{self.url}: there is nothing there") from error
        except PermissionError as error:
            raise UsageError(f"{self.url}: can't be listed ({filesystems.said(error)})") from error
        except Exception as error:  # every store has errors of its own
            filesystems.hang_up(self.fs)
            raise FetchUnavailable(f"{self.url}: can't be listed now ({filesystems.said(error)})") from error
        rows = []
        for path, info in sorted(found.items()):
            relative = path[len(self.root) :].lstrip("/") or PurePosixPath(path).name
            rows.append((relative, self.fs.unstrip_protocol(path), remote_stamp(info)))
        return rows


def claims(name: str) -> bool:
    """Whether an object below a SOURCE says that all beside it was made by a run."""
    return name.endswith(f"/{CLAIM}")


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
