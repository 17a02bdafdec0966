"""What is to be made, and under which name: no two items for one."""

from __future__ import annotations

import glob
import hashlib
import itertools
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from bggen.batch.places import names, stamps, stores
from bggen.options import Options


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
    line: int = field(default=0, compare=False)  # of its table; 0: of none

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
    #: folders, and a table, in which a new photo shows; None where only another look at SOURCE can tell
    places: tuple[str, ...] | None = None


def default_out(source: str) -> str:
    """`catalog-scenes` beside `catalog`; for a URL, in the working directory."""
    if stores.is_url(source):
        name = PurePosixPath(source.split("://", 1)[1].rstrip("/")).name or "bucket"
        return f"{PurePosixPath(name).stem or name}-scenes"
    path = stores.local(source)
    while glob.has_magic(path.name) or (glob.has_magic(str(path)) and not os.path.exists(path)):  # noqa: PTH110 - Path raises where none may enter
        path = path.parent
    path = path.resolve()
    stem = path.name if os.path.isdir(path) else path.stem  # noqa: PTH112 - as above
    return str(path.parent / f"{stem or 'pictures'}-scenes")


def each_once(items: Iterable[Item], blind: bool, table: str) -> tuple[list[Item], list[Item]]:
    """(items, those that ask for the very same once more).

    Different items for one file fail, each alone and before any work: nothing says which of them is meant,
    and what stands there may be another's. `blind`: whether names that differ in case alone are one file.
    """
    owners, asked = dict[str, list[Item]](), set[tuple[bool, Item]]()
    once, again = list[Item](), list[Item]()
    for item in items:
        wanted = (item.problem is None, replace(item, problem=None) if item.problem else item)
        if wanted in asked:
            again.append(item)
            continue
        asked.add(wanted)
        once.append(item)
        for name in () if item.problem else item.outputs():
            owners.setdefault(_file(name, blind), []).append(item)
    apart, rows = list[Item](), set(owners)
    for item in once:
        if shared := None if item.problem else _shared(item, owners, blind):
            item = replace(item, problem=("same_output", _told(item, *shared, table)))
        if item.problem:
            item = replace(item, target=next(name for name in _rows(item) if _file(name, blind) not in rows))
            rows.add(_file(item.target, blind))
        apart.append(item)
    return apart, again


def _file(name: str, blind: bool) -> str:
    return unicodedata.normalize("NFC", name).casefold() if blind else name


def _shared(item: Item, owners: dict[str, list[Item]], blind: bool) -> tuple[str, Item] | None:
    """(a picture of an item's, another item that would write it, too), where there is one."""
    for name in item.outputs():
        for other in owners[_file(name, blind)]:
            if other is not item:
                return name, other
    return None


def _told(item: Item, name: str, other: Item, table: str) -> str:
    """What is wrong with two items for one picture."""
    where, twin = names.printable(item.source), names.printable(other.source)
    way_out = "rename one, or name their outputs apart in a table"
    if item.line:
        where, twin = f"{table}, line {item.line}", f"{twin} (line {other.line})"
        way_out = "give each an output of its own"
    return f"{where}: '{twin}' would become '{names.printable(name)}', too: {way_out}"


def _rows(item: Item) -> Iterator[str]:
    """Names for the row of an item that makes no picture: its own one, else by its photo and line."""
    yield item.target
    path, photo = PurePosixPath(item.target), PurePosixPath(item.source).name
    for number in itertools.count(1):
        told = (photo, f"line-{item.line}" if item.line else "", str(number) if number > 1 else "")
        yield str(path.with_name(names.fitted("-".join(filter(None, told)), path.suffix)))


def case_blind(out: str) -> bool:
    """Whether OUT's disk takes `A.png` and `a.png` for one file."""
    if stores.is_url(out):
        return False
    folder = stores.local(out).absolute()
    while not stamps.of_file(folder) and folder != folder.parent:
        folder = folder.parent
    swapped = folder.parent / folder.name.swapcase()  # the root has no name
    try:
        return swapped != folder and swapped.samefile(folder)
    except OSError:
        return False


def slot(target: str, parts: int) -> int:
    """Which shard an item belongs to: by its name alone, so that new photos move nobody."""
    return int.from_bytes(hashlib.sha256(os.fsencode(target)).digest()[:8], "big") % parts
