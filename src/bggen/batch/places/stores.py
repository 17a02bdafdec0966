"""Where pictures come from and go to: a local folder, or anything that fsspec opens.

Local files are read and written in the worker processes. Remote ones (see `objects`) pass through the main
process, which holds the credentials and the connections; worker processes then see bytes only.
"""

from __future__ import annotations

from pathlib import Path

from bggen.batch.places.outs import LocalOut, Out
from bggen.errors import BadInput, FetchRefused, FetchUnavailable, UsageError
from bggen.settings import Settings


def is_url(name: str) -> bool:
    """Whether a SOURCE or OUT names an object store. `file://` counts as local."""
    return "://" in name and not name.startswith("file://")


def local(name: str) -> Path:
    """The path behind a local name, `file://` included."""
    return Path(name.removeprefix("file://"))


def fetch(url: str, settings: Settings) -> bytes:
    """The bytes behind a URL.

    An address in a table may come from anyone: one of the web goes the way that refuses private ones, and
    none leads to a file of this machine.
    Raises BadInput for what isn't there or too large, FetchUnavailable for what can't be had now, and
    FetchRefused for what must not be.
    """
    if url.startswith(("http://", "https://")):
        from bggen.source import fetcher

        return fetcher(settings.max_bytes)(url)
    from bggen.batch.places import filesystems

    if "::" in url:
        raise FetchRefused(f"{url}: an address within another is not fetched")
    try:
        fs, path = filesystems.open_url(url)
    except UsageError as error:  # of one row: the others may have another kind of store
        raise FetchRefused(str(error)) from error
    if filesystems.is_local(fs):
        raise FetchRefused(f"{url}: a file is named by its path, not by an address")
    try:
        size = int(fs.info(path).get("size") or 0)
        if size > settings.max_bytes:
            raise BadInput(
                f"{url}: {size:,} bytes are over the limit of {settings.max_bytes:,}", reason="too_many_bytes"
            )
        return bytes(fs.cat_file(path))
    except BadInput:
        raise
    except PermissionError as error:
        raise FetchRefused(f"{url}: may not be read ({filesystems.said(error)})") from error
    except Exception as error:  # every store has errors of its own
        if filesystems.is_gone(error):
            raise BadInput(f"{url}: there is no such object", reason="not_found") from error
        filesystems.hang_up(fs)
        raise FetchUnavailable(f"{url}: can't be fetched ({filesystems.said(error)})") from error


def open_out(name: str) -> Out:
    """The place behind OUT."""
    from bggen.batch.places.objects import RemoteOut

    return RemoteOut(name) if is_url(name) else LocalOut(local(name))
