"""What fsspec opens: object stores, and file systems of other machines, which are written in place."""

from __future__ import annotations

import errno
from contextlib import suppress
from typing import Any

from bggen.errors import FetchUnavailable, UsageError

#: protocols of file systems with folders and a rename, behind a session that stays broken once it is
FOLDERS = {"sftp", "ssh", "smb", "ftp", "hdfs", "arrow_hdfs", "webhdfs"}


def open_url(url: str) -> tuple[Any, str]:
    """The file system behind a URL and the path in it.

    Raises UsageError naming what is missing, FetchUnavailable where it can't be reached now.
    """
    import fsspec

    try:
        fs, path = fsspec.core.url_to_fs(url)
    except ImportError as error:
        raise UsageError(f"{url}: {error}; pip install 'bggen[cloud]'") from error
    except ValueError as error:
        raise UsageError(f"{url}: {error}") from error
    except Exception as error:  # every store has errors of its own
        raise FetchUnavailable(f"{url}: can't be reached now ({said(error)})") from error
    return fs, str(path).rstrip("/")


def is_local(fs: Any) -> bool:
    """Whether a file system is this machine's own, by whatever name it was asked for."""
    from fsspec.implementations.local import LocalFileSystem

    return isinstance(fs, LocalFileSystem)


def has_folders(fs: Any) -> bool:
    """Whether it is a file system of another machine: a put there is seen, and may stay, half-written."""
    protocols = (fs.protocol,) if isinstance(fs.protocol, str) else fs.protocol
    return not FOLDERS.isdisjoint(protocols)


def said(error: Exception) -> str:
    """What a store says: some of its errors have no words."""
    return str(error) or type(error).__name__


def hang_up(fs: Any) -> None:
    """After an error: whoever asks next begins a session of its own, as the library never does by itself."""
    if has_folders(fs):
        type(fs).clear_instance_cache()


def listing(fs: Any, root: str, *, recurse: bool, shut: list[str]) -> dict[str, dict[str, Any]]:
    """Path -> what is told of it, for every file at or below `root`, unsorted.

    `shut` gets the folders below that may not be entered. Raises FileNotFoundError where there is nothing,
    and whatever the store raises. The library's own way leaves folders that it fails to list out in silence,
    and theirs would count as photos that are gone, or pictures still to be made.
    """
    fs.invalidate_cache()  # stores remember listings: a watch would see no new photo
    if not has_folders(fs):
        found: dict[str, dict[str, Any]] = fs.find(root, maxdepth=None if recurse else 1, detail=True)
        if not found and not fs.exists(root):
            raise FileNotFoundError(root)
        return found
    root = root or "/"
    if (top := _info(fs, root)) is None:
        raise FileNotFoundError(root)
    if top["type"] != "directory":
        return {root: top}
    found, folders = {}, [root]
    while folders:
        folder = folders.pop()
        try:
            rows = fs.ls(folder, detail=True)
        except Exception as error:
            if folder == root or not (is_gone(error) or _is_shut(error)):
                raise
            if _is_shut(error):  # else it was removed meanwhile
                shut.append(folder)
            continue
        for info in rows:
            path = info["name"].rstrip("/")
            if info["type"] != "directory":
                found[path] = info
            elif recurse and path != folder:
                folders.append(path)
    return found


def rename(fs: Any, old: str, new: str) -> None:
    """Give a file another name, in place of whatever has that. Raises what the file system raises."""
    with suppress(Exception):  # SMB replaces nothing, SFTP may lack this rename, HDFS over the web is silent
        fs.mv(old, new)
    if _info(fs, old) is None:
        return
    if _info(fs, new) is not None:
        fs.rm_file(new)
    getattr(fs, "ftp", fs).rename(old, new)


def _info(fs: Any, path: str) -> dict[str, Any] | None:
    """What is told of a file or folder now; None where there is none. Raises whatever else goes wrong."""
    fs.invalidate_cache()
    try:
        info: dict[str, Any] = fs.info(path)
    except Exception as error:
        if is_gone(error):
            return None
        raise
    return info


def is_gone(error: Exception) -> bool:
    """Whether it says that there is no such thing. Errors of SMB are none of Python's kinds."""
    number = getattr(error, "errno", None)
    missing = number in (errno.ENOENT, errno.ENOTDIR)
    return missing or isinstance(error, FileNotFoundError | NotADirectoryError)


def _is_shut(error: Exception) -> bool:
    number = getattr(error, "errno", None)
    return isinstance(error, PermissionError) or number in (errno.EACCES, errno.EPERM)
