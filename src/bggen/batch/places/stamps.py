"""Has a file changed since it was hashed? As git does: by what `stat` says, never by its clock's order."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def of_stat(info: os.stat_result) -> str:
    """Equal stamps mean equal content; a differing one only means that the file must be read again."""
    return f"{info.st_size}:{info.st_mtime_ns}:{info.st_ctime_ns}:{info.st_ino}"


def of_file(path: str | Path) -> str:
    """The stamp of a file, "" where there is none."""
    try:
        return of_stat(os.stat(path))  # noqa: PTH116 - names of any bytes, 10,000 times
    except (OSError, ValueError):
        return ""


def mtime_of(path: Path) -> int | None:
    """When a file was last written, in nanoseconds; None where there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None


def of_folder(folder: Path, suffixes: tuple[str, ...]) -> str:
    """One stamp for all files of a folder with these endings."""
    parts = [
        f"{path.relative_to(folder)}={of_file(path)}"
        for path in sorted(folder.rglob("*"))
        if path.suffix in suffixes
    ]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
