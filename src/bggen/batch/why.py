"""Which part of what decides a picture is another than when it was made."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

FACT = "made_of"  # among a row's facts
LONG = 12  # hex digits of a part: they only have to tell two of them apart
#: part -> what it is called, those that touch the most pictures first
CALLED = {
    "settings": "settings",
    "model": "the {model} model's weights",
    "files": "masks, backdrops, adapters or networks",
    "photo": "photo",
}


def short(parts: Mapping[str, str], model: str) -> dict[str, str]:
    """What a row keeps of `engine.job_parts` and the model's name, to be told later what has changed."""
    joined = {
        "settings": ("options", "family", "pose"),
        "model": ("weights", "kind"),
        "files": ("files",),
        "photo": ("photo",),
    }
    return {
        name: hashlib.sha256("\0".join(parts[part] for part in of).encode()).hexdigest()[:LONG]
        for name, of in joined.items()
    } | {"version": parts["version"], "asked": model}


def told(before: Mapping[str, str] | None, now: Mapping[str, str], *, known: bool) -> str:
    """The reason why a picture is made again, to stand behind a number of them.

    Args:
        before: what its row kept; None for a row of an older journal.
        known: whether the model was looked at; else its part is not compared.
    """
    model = now["asked"]
    if before is None:
        return "after photo or settings changed"
    if before["version"] != now["version"]:
        return f"made by bggen {before['version']}"
    changed = [name for name in CALLED if before[name] != now[name] and (known or name != "model")]
    if not changed:
        return f"unless {model}, whose files were written again, is still the same"
    if "settings" in changed and "model" in changed and before["asked"] != model:
        changed.remove("model")  # another model has other weights
    return f"after {' and '.join(CALLED[name] for name in changed).format(model=model)} changed"
