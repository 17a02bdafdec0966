"""Names to objects: `"module:object"` strings, resolved at first use and never imported before.

Built-ins go through the same entry-point groups as plug-ins (`bggen.cutouts`, `bggen.families`,
`bggen.sinks`), so listing names costs no import.

    cutouts   name in --cutout            class, built with (Options, Settings), called with a Photo -> Cutout
    families  pipeline class of a folder  subclass of bggen.families.diffusers_base.DiffusersPainter
    sinks     scheme of an address in -o  function (address, data, *, force: bool) -> SHA-256 of what it wrote

The families that ship are in `bggen.families.PAINTERS`: there are two names for each, and no plug-in may
stand in for one of them.
"""

from __future__ import annotations

from importlib import metadata
from typing import Any, Literal

from bggen.errors import MissingExtra, UnknownName

Kind = Literal["cutouts", "families", "sinks"]
CHOOSES = {"cutouts": "auto"}  # what may be asked for beside the names: one of them, by the photo


def names(kind: Kind) -> list[str]:
    """All names on offer in a group, sorted."""
    return sorted({entry.name for entry in metadata.entry_points(group=f"bggen.{kind}")})


def resolve(kind: Kind, name: str) -> Any:
    """The object behind a name. Raises UnknownName, or MissingExtra when its package is absent."""
    for entry in metadata.entry_points(group=f"bggen.{kind}"):
        if entry.name == name:
            try:
                return entry.load()
            except ModuleNotFoundError as error:
                if (error.name or "").startswith("bggen"):
                    raise
                raise MissingExtra(f"{kind[:-1]} {name!r} ({error.name})", name) from error
    raise UnknownName(kind[:-1], name, [*filter(None, [CHOOSES.get(kind)]), *names(kind)])
