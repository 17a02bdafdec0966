"""What is to be made, and under which name. Plans that would go wrong as a whole are refused here."""

from __future__ import annotations

import glob
import hashlib
import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from bggen.batch import names, stamps, stores
from bggen.errors import UsageError
from bggen.spec import Options


@dataclass(frozen=True, slots=True)
class Item:
    """One photo in one shape: a job, where its picture goes, and what is already known to be wrong."""

    source: str  # path or URL
    target: str  # relative to OUT; the item's identity
    options: Options
    sku: str = ""
    family: str = ""
    stamp: str | None = None  # of a remote object, as its listing told; None: ask the file system
    own_options: bool = False  # some came from its row, so that a wrong one is its own fault
    problem: tuple[str, str] | None = None  # (reason, message)
    title: str = ""  # what its row calls the product

    def outputs(self) -> list[str]:
        """Names of all its pictures."""
        return names.numbered(self.target, self.options.variants)


@dataclass(frozen=True, slots=True)
class Found:
    """What a look at SOURCE gave."""

    items: list[Item]
    skipped: list[tuple[str, str]] = field(default_factory=list)  # (name, reason): never items
    chosen: str = ""  # one line: what was chosen and why
    doubts: list[str] = field(default_factory=list)  # lines on what may be meant otherwise


def default_out(source: str) -> str:
    """`catalog-scenes` beside `catalog`; for a URL, in the working directory."""
    if stores.is_url(source):
        name = PurePosixPath(source.split("://", 1)[1].rstrip("/")).name or "bucket"
        return f"{PurePosixPath(name).stem or name}-scenes"
    path = stores.local(source)
    while glob.has_magic(path.name) or (glob.has_magic(str(path)) and not path.exists()):
        path = path.parent
    path = path.resolve()
    stem = path.name if path.is_dir() else path.stem
    return str(path.parent / f"{stem or 'pictures'}-scenes")


def each_once(items: Iterable[Item], blind: bool) -> tuple[list[Item], list[Item]]:
    """(items, those that ask for the very same once more).

    Two different items that would write one file: raises UsageError naming both, before any work.
    """
    taken: dict[str, Item] = {}
    once, again = list[Item](), list[Item]()
    for item in items:
        names_of = item.outputs()
        keys = [unicodedata.normalize("NFC", name).casefold() if blind else name for name in names_of]
        twin = next((taken[key] for key in keys if key in taken), None)
        if twin is None:
            once.append(item)
            taken |= dict.fromkeys(keys, item)
        elif replace(twin, problem=None) == replace(item, problem=None):
            again.append(item)
        else:
            both = f"{names.printable(twin.source)} and {names.printable(item.source)}"
            raise UsageError(
                f"{both} would both become {names.printable(names_of[0])}: rename one, "
                "or give them outputs of their own in a table"
            )
    return once, again


def case_blind(out: str) -> bool:
    """Whether OUT's disk takes `A.png` and `a.png` for one file."""
    if stores.is_url(out):
        return False
    folder = stores.local(out).absolute()
    while not stamps.of_file(folder) and folder != folder.parent:
        folder = folder.parent
    swapped = folder.with_name(folder.name.swapcase())
    try:
        return swapped != folder and swapped.samefile(folder)
    except OSError:
        return False


def slot(target: str, parts: int) -> int:
    """Which shard an item belongs to: by its name alone, so that new photos move nobody."""
    return int.from_bytes(hashlib.sha256(os.fsencode(target)).digest()[:8], "big") % parts
