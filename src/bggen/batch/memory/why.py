"""Which part of what decides a picture is another than when it was made, and whose part that is.

What its owner changed is asked for: settings, a photo, a backdrop, a model of theirs. A new version of bggen
or of what ships inside is not: pictures that stand in a shop must not change in the night after an upgrade.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple

from bggen.batch.memory.painters import BUILT_IN
from bggen.options import Options

FACT = "made_of"  # among a row's facts
LONG = 12  # hex digits of a part: they only have to tell two of them apart
#: part -> what it is called, those that touch the most pictures first
CALLED = {
    "settings": "settings",
    "model": "the {model} model's weights",
    "networks": "the networks that look at a backdrop",
    "files": "masks, backdrops or adapters",
    "photo": "photo",
    "pose": "what its title says",
}


class Changes(NamedTuple):
    """Parts that are others now, by their names."""

    asked: list[str]  # by the owner of the pictures
    ours: list[str]  # by a new version of bggen


def short(parts: Mapping[str, str], options: Options) -> dict[str, str]:
    """What a row keeps of `engine.job_parts`, to be told later what has changed.

    Settings that nobody made are left out: a later version may have more of them, or other defaults.
    """
    made = json.dumps(options.model_dump(exclude_defaults=True), sort_keys=True)
    joined = {
        "settings": (made, parts["family"]),
        "model": (parts["weights"], parts["kind"]),
        "networks": (parts.get("networks", ""),),
        "files": (parts["files"],),
        "photo": (parts["photo"],),
        "pose": (parts["pose"],),
    }
    return {
        name: hashlib.sha256("\0".join(of).encode()).hexdigest()[:LONG] for name, of in joined.items()
    } | {"version": parts["version"], "asked": "none" if options.background else options.model}


def changes(before: Mapping[str, str] | None, now: Mapping[str, str], *, known: bool = True) -> Changes:
    """Compare what a picture was made of with what it would be made of now.

    Args:
        before: what its row kept; a row of an older journal that kept less may be of anything.
        known: whether the model was looked at; else its part is not compared.
    """
    if before is None or before.keys() != now.keys():
        return Changes([*CALLED], [])
    changed = [name for name in CALLED if before[name] != now[name] and (known or name != "model")]
    if "model" in changed and before["asked"] != now["asked"]:
        changed.remove("model")  # another model has other weights
    version = ["version"] if before["version"] != now["version"] else []
    ours = (
        {"networks"} | ({"model"} if now["asked"] in BUILT_IN else set()) | ({"pose"} if version else set())
    )
    return Changes(
        [name for name in changed if name not in ours], version + [name for name in changed if name in ours]
    )


def older(before: Mapping[str, str] | None, now: Mapping[str, str], *, known: bool = True) -> bool:
    """Whether nothing is different but what a new version of bggen brought."""
    asked, ours = changes(before, now, known=known)
    return bool(ours) and not asked


def told(before: Mapping[str, str] | None, now: Mapping[str, str], *, known: bool) -> str:
    """The reason why a picture is made again, to stand behind a number of them. Args as of `changes`."""
    model = now["asked"]
    if before is None or before.keys() != now.keys():
        return "after photo or settings changed"
    asked, ours = changes(before, now, known=known)
    if not asked and "version" in ours:
        return f"made by bggen {before['version']}"
    changed = [name for name in CALLED if name in (*asked, *ours)]
    if not changed:
        return f"unless {model}, whose files were written again, is still the same"
    return f"after {' and '.join(CALLED[name] for name in changed).format(model=model)} changed"
