"""What a person accepted and rejected in report.html, for the next run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from bggen.batch.memory.journal import Entry
from bggen.batch.places.names import on_disk
from bggen.errors import UsageError
from bggen.spec import derive_seed


def decide(entry_of: Callable[[str], Entry | None], decisions: dict[str, dict[str, str]]) -> list[Entry]:
    """Apply accept/reject to rows; returns those that changed.

    A decision holds for the picture that was looked at, by its hash: a picture made since is not touched.
    """
    changed = []
    for name, decision in decisions.items():
        entry = entry_of(name)
        if entry is None or entry.state != "done" or not entry.outputs:
            continue
        if decision.get("sha256") != entry.outputs[0].digest:
            continue
        if decision.get("decision") == "accept" and entry.decision != "accept":
            entry.decision = "accept"
            changed.append(entry)
        elif decision.get("decision") == "reject":
            entry.decision = "reject"
            entry.seed = derive_seed(str(entry.facts.get("seed", entry.seed)), "another take")
            changed.append(entry)
    return changed


def read(path: Path) -> dict[str, dict[str, str]]:
    """What report.html saved. Raises BggenError (usage) for another kind of file."""
    try:
        content = json.loads(path.read_text("utf-8"))
        items = content["items"]
        return {on_disk(name): {str(k): str(v) for k, v in value.items()} for name, value in items.items()}
    except OSError as error:
        raise UsageError(f"--decisions {path}: can't be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"--decisions {path}: is no file that report.html saved ({error})") from error
