"""Where a run keeps its journal and its lock."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from bggen.batch import stores
from bggen.batch.request import BatchRequest
from bggen.errors import UsageError

FOLDER = ".bggen"
JOURNAL = "journal.sqlite3"


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
        chosen = home() / "bggen" / hashlib.sha256(out.encode()).hexdigest()[:16]
    else:
        chosen = stores.local(out).absolute() / FOLDER
    part, parts = request.part()
    return chosen if parts == 1 else chosen / f"shard-{part}-of-{parts}"
