"""SHA-256 of files, remembered for large ones by size and time of change."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

LARGE = 32 * 2**20  # bytes: below it, hashing is quicker than a look into the memory file
MANIFEST = "bggen.json"
COUNTED = (".safetensors", ".json", ".txt", ".model", ".jinja")


class Checksums:
    """SHA-256 by path. `memory` is a JSON file, or None to hash anew each time."""

    def __init__(self, memory: Path | None) -> None:
        self.memory = memory
        self._known: dict[str, Any] = {}
        self._saving = threading.Lock()
        if memory is not None:
            with contextlib.suppress(OSError, ValueError):
                content = json.loads(memory.read_text("utf-8"))
                self._known = content if isinstance(content, dict) else {}

    def of(self, path: Path, *, fresh: bool = False) -> str:
        """SHA-256 of a file, hex. `fresh` reads it even when it is remembered."""
        status = path.stat()
        key, stamp = str(path.resolve()), [status.st_size, status.st_mtime_ns]
        entry = self._known.get(key)
        if not fresh and isinstance(entry, list) and entry[:2] == stamp and len(entry) == 3:
            return str(entry[2])
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if status.st_size >= LARGE:
            with self._saving:
                self._known[key] = [*stamp, digest]
                self._save()
        return digest

    def matches(self, path: Path, checksum: str) -> bool:
        """Whether a file, read anew, has the checksum `md5:HEX` or `sha256:HEX`."""
        kind, _, wanted = checksum.partition(":")
        with path.open("rb") as file:
            return (
                hashlib.file_digest(file, lambda: hashlib.new(kind, usedforsecurity=False)).hexdigest()
                == wanted
            )

    def _save(self) -> None:
        if self.memory is None:
            return
        with contextlib.suppress(OSError):  # it is only a memory: a read-only folder costs time, not the run
            self.memory.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.memory.parent, prefix=".checksums-")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(self._known, file)
            Path(name).replace(self.memory)


def counted(folder: Path) -> dict[str, Path]:
    """The files of a model folder that decide its pictures, by their name inside it, sorted."""
    files = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.suffix in COUNTED
    }
    files = {name: path for name, path in files.items() if path.is_file() and not name.startswith(".")}
    return {name: files[name] for name in sorted(files) if name != MANIFEST}


def folder_digest(folder: Path, checksums: Checksums) -> str:
    """SHA-256 over the checksums of a folder's weights and configurations, hex."""
    files, digest = counted(folder), hashlib.sha256()
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # large models lie in several
        for name, checksum in zip(files, pool.map(checksums.of, files.values()), strict=True):
            digest.update(f"{name}\0{checksum}\n".encode())
    return digest.hexdigest()
