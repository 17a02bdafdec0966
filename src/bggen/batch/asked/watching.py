"""With --watch: which photos may be taken up, when to look for them, and how often what is dear is done."""

from __future__ import annotations

import hashlib
import math
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bggen.batch.asked.items import Found, Item
from bggen.batch.memory.painters import lora_file
from bggen.batch.places import stamps, stores
from bggen.errors import BggenError

EVERY = 600.0  # seconds between two reports, or two looks for photos that are gone
SHARE = 20  # such work takes no more than this part of the time: a report of 200,000 rows takes 15 s
IDLE = 100  # the same of a look where a glance says that nothing has changed, and of the glance itself
AGAIN = 600.0  # seconds: a trouble of the moment is not over at the next look
WHOLE = "whole"  # stands for a stamp: what an address brings is never half-written


class Settling:
    """A file counts once it has looked the same twice in a row."""

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}
        self.growing = True  # whether a file may count at the next look that doesn't yet

    def ready(self, items: list[Item]) -> list[Item]:
        """Those that have stopped growing since the last look."""
        now = {item.source: item.stamp or _stamp(item.source) for item in items}
        there = [item for item in items if now[item.source]]
        same = [item for item in there if self._seen.get(item.source) == now[item.source]]
        self._seen, self.growing = now, len(same) < len(there)
        return same


class Glance:
    """Stamps of files or folders: far cheaper than a look at all that they hold."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        self._digest, self._next = b"", -math.inf

    def remember(self) -> None:
        """How they are now."""
        self._digest = self._taken()

    def changed(self) -> bool:
        """Whether any is another than it was; looks only now and then where there are many."""
        return time.monotonic() >= self._next and self._taken() != self._digest

    def _taken(self) -> bytes:
        began, digest = time.process_time(), hashlib.sha256()
        for name in self.names:
            digest.update(stamps.of_file(name).encode() + b"\0")
        self._next = time.monotonic() + IDLE * (time.process_time() - began)
        return digest.digest()


class Source:
    """What looks at SOURCE have read and cost, and so when another one is worth while."""

    def __init__(self, found: Found, poll: float) -> None:
        """`poll`: seconds between two looks at least."""
        self._poll, self._over, self._seconds, self._cost = poll, 0.0, 0.0, 0.0
        self._glances: tuple[Glance, ...] = _glances(found)
        self._known = False  # whether the glances are at what the last look has read, and older than it

    @contextmanager
    def look(self) -> Iterator[Callable[[Found], None]]:
        """Times a look, which calls what it is given with what it has found."""
        for glance in self._glances:
            glance.remember()
        self._known, began, cpu = False, time.monotonic(), time.process_time()
        try:
            yield self._read
        finally:
            self._over, self._cost = time.monotonic(), time.process_time() - cpu
            self._seconds = self._over - began

    def _read(self, found: Found) -> None:
        glances = _glances(found)
        self._known = found.places is not None and [glance.names for glance in glances] == [
            glance.names for glance in self._glances
        ]
        if not self._known:
            self._glances = glances

    @contextmanager
    def planning(self) -> Iterator[None]:
        """What follows from a look counts as its cost."""
        cpu = time.process_time()
        yield
        self._cost += time.process_time() - cpu

    def due(self, *, growing: bool) -> bool:
        """Whether it is time for another look. `growing`: whether some photos wait for one."""
        rested = time.monotonic() - self._over
        if rested < max(self._poll, self._seconds):
            return False
        if growing or rested >= self._cost * (IDLE if self._known else SHARE):
            return True
        return self._known and any(glance.changed() for glance in self._glances)


def _glances(found: Found) -> tuple[Glance, Glance]:
    """At the places where something new shows, and at each file that decides a picture."""
    options = {id(item.options): item.options for item in found.items}.values()
    named = (name for one in options for name in (one.mask, one.backdrop, *map(lora_file, one.lora)) if name)
    files = dict.fromkeys([*(item.source for item in found.items), *named])
    local = tuple(name for name in files if not stores.is_url(name))
    folders = dict.fromkeys([*(found.places or ()), *map(os.path.dirname, local)])
    return Glance(tuple(folders)), Glance(local)


class Rhythm:
    """Lets work that holds up the photos be done at once the first time, and then now and then."""

    def __init__(self) -> None:
        self._next = self._began = -math.inf

    def due(self) -> bool:
        """Whether it may be done again; `done` must follow if so."""
        self._began = time.monotonic()
        return self._began >= self._next

    def done(self) -> None:
        """It has been done now: the longer it took, the longer it rests."""
        now = time.monotonic()
        self._next = now + max(EVERY, SHARE * (now - self._began))


class Passing:
    """A trouble that is over some time: told once for as long as it lasts."""

    def __init__(self, warn: Callable[[str], None], kind: type[BggenError]) -> None:
        self._warn, self._kind, self._said = warn, kind, ""

    @contextmanager
    def trouble(self) -> Iterator[None]:
        """What is raised of its kind ends the block and nothing else."""
        try:
            yield
            self._said = ""
        except self._kind as error:
            if str(error) != self._said:
                self._warn(f"bggen: {error}")
            self._said = str(error)


class Rest:
    """What was tried or fetched a moment ago is left alone for a while, unless it is seen to have changed."""

    def __init__(self) -> None:
        self._since: dict[str, float] = {}  # id -> on the clock of time.monotonic

    def begin(self, id: str) -> None:
        """An item has ended now."""
        self._since[id] = time.monotonic()

    def over(self, id: str) -> bool:
        """Whether it may be tried again; what this process has not tried may."""
        since = self._since.get(id)
        return since is None or time.monotonic() - since >= AGAIN


def _stamp(source: str) -> str:
    return WHOLE if stores.is_url(source) else stamps.of_file(source)
