"""Where a run keeps its journal and its lock."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from bggen import sink
from bggen.batch.places import stamps, stores
from bggen.batch.places.names import FOLDER, printable
from bggen.batch.request import BatchRequest
from bggen.errors import UsageError

JOURNAL = "journal.sqlite3"
NOTE = "out"  # whose journal it is


def home() -> Path:
    """The user's folder for state. Raises UsageError where the user has none, as in many containers."""
    try:
        return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    except RuntimeError as error:
        raise UsageError("there is no home folder to keep the journal in: give --state-dir") from error


def folder(request: BatchRequest, out: str) -> Path:
    """In OUT, or where the user keeps state when OUT is remote; each shard has a folder of its own."""
    if request.state_dir is not None:
        chosen = request.state_dir
    elif stores.is_url(out):
        name = _name(out).encode("utf-8", "surrogateescape")
        chosen = home() / "bggen" / hashlib.sha256(name).hexdigest()[:16]
    else:
        chosen = stores.local(out).absolute() / FOLDER
    part, parts = request.part()
    return chosen if parts == 1 else chosen / f"shard-{part}-of-{parts}"


def check(chosen: Path, out: str) -> None:
    """Raise UsageError where a folder keeps the journal of another OUT.

    Two catalogues with one journal would take each other's pictures for their own, retouched by hand. An OUT
    that is not there any more may have been moved to where this one is.
    """
    note = chosen / NOTE
    theirs = os.fsdecode(note.read_bytes()) if note.is_file() else _name(out)
    if theirs != _name(out) and (stores.is_url(theirs) or stamps.of_file(theirs)):
        raise UsageError(
            f"--state-dir {chosen}: keeps the journal of {printable(theirs)}: give each OUT one of its own, "
            f"or remove {note} if that has become this one"
        )


def claim(chosen: Path, out: str) -> None:
    """Note whose journal a folder keeps, once it is locked. Raises UsageError as `check` does."""
    check(chosen, out)
    sink.write(chosen / NOTE, os.fsencode(_name(out)), force=True)


def _name(out: str) -> str:
    """One for each place, however it is written."""
    return out.rstrip("/") if stores.is_url(out) else os.path.realpath(stores.local(out))
