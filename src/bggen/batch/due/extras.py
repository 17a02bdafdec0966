"""Other files that decide a picture: adapters, a user's own backdrop, the networks that look at it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bggen.batch.memory import painters
from bggen.batch.places import stamps
from bggen.batch.workers.tasks import join_digests
from bggen.options import Options


class Extras:
    """Their digests. A file is read once a run, and again only when it has changed."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[str, str]] = {}  # path -> (stamp, SHA-256)
        self._joined: dict[tuple[str | None, tuple[str, ...]], str] = {}
        self._settling: str | None = None

    def forget(self) -> None:
        """Look at the files again."""
        self._joined = {}

    def of(self, options: Options) -> str:
        """One digest over the user's files that a picture of these options needs; "" where it needs none."""
        key = (options.backdrop, options.lora)
        if key not in self._joined:
            parts = [self.file(painters.lora_file(adapter)) for adapter in options.lora]
            if options.backdrop is not None:
                parts.insert(0, self.file(options.backdrop))
            self._joined[key] = join_digests(parts)
        return self._joined[key]

    def file(self, path: str) -> str:
        """SHA-256 of a file; "" for what can't be read, a web address among it."""
        stamp = stamps.of_file(path)
        if path not in self._files or self._files[path][0] != stamp:
            self._files[path] = (stamp, _hashed(path))
        return self._files[path][1]

    def networks(self, options: Options) -> str:
        """Digest of those that look at a backdrop; "" where none does, or the model's digest has them."""
        if options.backdrop is None or (options.background is None and options.model == "studio"):
            return ""
        if self._settling is None:
            from bggen.families import studio

            self._settling = studio.settling_digest()
        return self._settling


def _hashed(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""
