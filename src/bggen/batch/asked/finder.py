"""Looks at SOURCE: a folder, a glob, a table or an object store. Nothing is decoded here."""

from __future__ import annotations

import dataclasses
import glob
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from bggen.batch.asked import prompts, rows, tables
from bggen.batch.asked.items import Found, Item, case_blind, each_once, slot
from bggen.batch.asked.walk import AMONG, MADE, UNREADABLE, Walk
from bggen.batch.places import names, objects, stores
from bggen.batch.request import BatchRequest
from bggen.errors import UsageError
from bggen.options import Options, over
from bggen.settings import build

OF_A_FILE = ("name", "folder")  # what every photo tells, beside a table's columns


def find(request: BatchRequest, out: str) -> Found:
    """Look at SOURCE. Raises UsageError for what isn't there."""
    finder = Finder(request, out)
    if stores.is_url(request.source):
        items = list(finder.remote())
    elif os.path.isdir(path := stores.local(request.source)):  # noqa: PTH112 - Path raises where none may enter
        items = list(finder.folder(path.absolute()))
    elif os.path.isfile(path):  # noqa: PTH113 - as above
        if (suffix := path.suffix.lower()) in tables.OTHERS:
            raise UsageError(f"{request.source}: {suffix} is not read as a table: save it as CSV or JSONL")
        known = suffix in tables.SUFFIXES
        items = list(finder.table(path.absolute())) if known else list(finder.files([path.absolute()]))
    elif glob.has_magic(request.source):
        items = list(finder.pattern(request.source))
    else:
        raise UsageError(f"{request.source}: {_missing(path)}")
    items, again = each_once(items, case_blind(out), PurePosixPath(request.source).name)
    finder.skipped += [(item.source, "asked_for_twice") for item in again]
    part, parts = request.part()
    mine = [item for item in items if parts == 1 or slot(item.target, parts) == part - 1]
    places = None if stores.is_url(request.source) else tuple(finder.places)
    return Found(mine, finder.skipped, finder.summary(len(items), len(mine)), list(finder.doubts), places)


class Finder:
    """Walks one source; collects what it passed over and where prompts came from."""

    def __init__(self, request: BatchRequest, out: str) -> None:
        self.request = request
        self._template = names.words(request.prompt or "")
        self._by = (request.family_by or "").casefold()
        self._walk = Walk(out, recurse=request.recurse, follow=request.follow_symlinks)
        self.skipped, self.places = self._walk.skipped, self._walk.folders
        self.doubts: dict[str, None] = {}  # lines, each once
        self._misnamed = ""  # columns
        self.prompts: dict[str, int] = {}
        self._options: dict[tuple[Any, ...], Options] = {}
        self._out_url = out if stores.is_url(out) else None

    # -- the four kinds of source ------------------------------------------------------------------

    def folder(self, root: Path) -> Iterator[Item]:
        """Every picture below a folder, sorted by name, the tree mirrored."""
        within = self._walk.within_out(root)
        sidecars = prompts.Sidecars(root)
        for path in sorted(self._walk.files(root)):
            if self._walk.is_picture(path, root):
                name = os.path.relpath(path, root)
                if within and name.startswith(within + os.sep):
                    raise UsageError(f"{path}: its picture would lie among the photos: give another -o")
                yield self._from_file(path, name, sidecars)

    def pattern(self, pattern: str) -> Iterator[Item]:
        """Every file that a glob matches, named from the last folder without wildcards on."""
        base = stores.local(pattern)
        while glob.has_magic(str(base)):
            base = base.parent
            self.places += glob.glob(f"{base}/", recursive=True)  # noqa: PTH207 - absolute patterns too
        self.places.append(str(base))
        matches = sorted(Path(name).absolute() for name in glob.glob(pattern, recursive=True))  # noqa: PTH207 - absolute patterns too
        if not matches:
            raise UsageError(f"{pattern}: matches nothing")
        root = base.absolute() if base.is_dir() else None
        if root is not None:
            self._walk.within_out(root)
        matches = [path for path in matches if not self._walk.own(path)]
        if root is not None:
            matches = [path for path in matches if not self._walk.other_out(path, root)]
        yield from self.files(matches, root)

    def files(self, paths: list[Path], base: Path | None = None) -> Iterator[Item]:
        """Files that were named: whatever their ending, they are items."""
        for path in paths:
            root = base or path.parent
            if self._walk.regular(path):
                yield self._from_file(path, os.path.relpath(path, root), prompts.Sidecars(root))

    def remote(self) -> Iterator[Item]:
        """Every picture below a URL."""
        source = objects.RemoteSource(self.request.source)
        own = source.name_of(self._out_url)
        if own == "":
            raise UsageError(f"{source.url}: {AMONG}")
        files = source.files(self.request.recurse)
        self.skipped += [(folder, UNREADABLE) for folder in source.shut]
        outs = [relative.removesuffix(objects.CLAIM) for relative, _, _ in files if objects.claims(relative)]
        self.skipped += [(f"{source.url}/{other}", MADE) for other in outs if other != f"{own}/"]
        for relative, url, stamp in files:
            if (own is not None and relative.startswith(own + "/")) or relative.startswith(tuple(outs)):
                continue
            if names.on_disk(relative) != relative:
                raise UsageError(f"{url}: names of a store need a UTF-8 locale, such as LC_ALL=C.UTF-8")
            if PurePosixPath(relative).suffix.lower() not in names.PICTURES:
                self.skipped.append((url, "not_a_picture"))
                continue
            if not names.stays_below(relative):  # a store takes any, from anyone
                problem = ("path_escape", f"{url}: is no name for a picture below OUT: rename it")
                yield self._wrong(url, PurePosixPath(relative).name, problem)
                continue
            values = {"name": PurePosixPath(relative).stem, "folder": PurePosixPath(relative).parent.name}
            yield self._item(url, relative, values, None, stamp=stamp)

    def table(self, path: Path) -> Iterator[Item]:
        """Every row of a table, once per channel."""
        self.places.append(str(path))
        read = tables.read(path)
        columns = {name for row in read for name in row.values}
        if self._by and self._by not in {*columns, *OF_A_FILE}:
            raise UsageError(
                f"--family-by {self._by}: {path} has no such column, only {', '.join(sorted(columns))}"
            )
        empty = dict.fromkeys(columns, "")
        prompts.fill(self._template, empty | dict.fromkeys(OF_A_FILE, ""))
        named = {name.casefold() for name in prompts.fields(self._template)} | {self._by}
        self._misnamed = tables.misnamed(columns, named)
        root = (self.request.root or path.parent).absolute()
        if not root.is_dir():
            raise UsageError(f"--root {self.request.root}: there is no such folder")
        sidecars = prompts.Sidecars(root)
        for row in read:
            whole = dataclasses.replace(row, values=empty | row.values)
            for channel in row.channels or ("",):
                item = self._from_row(whole, channel, root, sidecars, path.name)
                yield dataclasses.replace(item, line=row.line)

    # -- one item --------------------------------------------------------------------------------

    def _from_file(self, path: Path, relative: str, sidecars: prompts.Sidecars) -> Item:
        values = {"name": names.words(path.stem), "folder": names.words(path.parent.name)}
        name = Path(relative).as_posix()
        try:
            prompt = self._beside(path, sidecars)
        except UsageError as error:
            return self._wrong(str(path), name, (error.reason, str(error)))
        return self._item(str(path), name, values, prompt)

    def _from_row(
        self, row: tables.Row, channel: str, root: Path, sidecars: prompts.Sidecars, table: str
    ) -> Item:
        """What is wrong with a row is its own trouble: the others go on."""
        source, path, relative = rows.place(row.image, root)
        of_file = {"name": names.words(path.stem), "folder": names.words(path.parent.name)}
        values = row.values | {key: row.values.get(key) or text for key, text in of_file.items()}
        sku, name = row.values.get("sku", ""), f"line-{row.line}"
        try:
            name = rows.asked_name(row, relative, root)
            own, doubts = rows.own_options(row, channel, root)
            own = rows.by_ending(row, self.request.options.format) | own
            self.doubts |= dict.fromkeys(doubts)
            prompt = (words, "the table") if (words := row.values.get("prompt")) else None
            if prompt is None and source == str(path):
                prompt = self._beside(path, sidecars)
            return self._item(source, name, values, prompt, own, sku, channel)
        except UsageError as error:
            problem = (error.reason, f"{table}, line {row.line}: {error}")
            return self._wrong(source, name, problem, sku, channel)

    def _beside(self, path: Path, sidecars: prompts.Sidecars) -> tuple[str, str] | None:
        return None if self._template else sidecars.find(path)

    def _wrong(
        self, source: str, relative: str, problem: tuple[str, str], sku: str = "", channel: str = ""
    ) -> Item:
        """An item that ends with a line in the report."""
        options = self.request.options
        target = names.target_for(relative, options, channel_tag(channel))
        return Item(source, target, options, sku, problem=problem)

    def _item(
        self,
        source: str,
        relative: str,
        values: dict[str, str],
        prompt: tuple[str, str] | None,
        extra: dict[str, Any] | None = None,
        sku: str = "",
        channel: str = "",
        stamp: str | None = None,
    ) -> Item:
        words, origin = self._words(values, prompt, (extra or {}).get("set") or self.request.options.set)
        options = self._with(words, extra or {})
        if options.background:
            origin = "nowhere, as a background is given"
        self.prompts[origin] = self.prompts.get(origin, 0) + 1
        if self._by and self._by not in values:
            raise UsageError(f"--family-by {self._by}: is a table's column; without a table give folder")
        family = values[self._by] if self._by else ""
        return Item(
            source,
            names.target_for(relative, options, channel_tag(channel)),
            options,
            sku,
            family,
            stamp,
            own_options=bool(extra),
            title=tables.title(values),
        )

    def _words(
        self, values: dict[str, str], prompt: tuple[str, str] | None, named: str | None
    ) -> tuple[str, str]:
        """The prompt and where it came from: flag, table or sidecar, settings, a named set, neutral."""
        if self._template:
            return prompts.fill(self._template, values), "--prompt"
        if prompt:
            return prompt
        if self.request.options.prompt:
            return prompts.fill(self.request.options.prompt, values), "the settings"
        if named:
            return "", f"set {named}"
        return prompts.NEUTRAL, "a neutral studio scene"

    def _with(self, words: str, extra: dict[str, Any]) -> Options:
        """Options with a prompt and a row's own values; equal ones are shared, catalogues are large."""
        key = (words, *sorted(extra.items()))
        if key not in self._options:
            base = {name: getattr(self.request.options, name) for name in Options.model_fields}
            self._options[key] = build(Options, over(base, extra | {"prompt": words}))
        return self._options[key]

    def summary(self, found: int, mine: int) -> str:
        """What was chosen, on one line."""
        words = ", ".join(
            f"{origin} ({count})" if len(self.prompts) > 1 else origin
            for origin, count in self.prompts.items()
        )
        shard = f", {mine} of them in shard {self.request.shard}" if self.request.shard else ""
        others = len(self.skipped)
        passed = f", {others} other{'s' * (others > 1)} passed over" if others else ""
        plural = "picture" if found == 1 else "pictures"
        unread = f"; not read: {self._misnamed}" if self._misnamed else ""
        return f"{found} {plural}{shard}{passed}; prompts from {words or 'nowhere'}{unread}"


def _missing(path: Path) -> str:
    """Why nothing is to be seen at a path."""
    try:
        os.stat(path)  # noqa: PTH116 - names of any bytes
    except PermissionError:
        return "its folder may not be entered: give rights"
    except (OSError, ValueError):
        pass
    return "there is no such folder, table or picture"


def channel_tag(channel: str) -> str:
    """What tells the pictures of several channels apart: `4:5` -> `4x5`."""
    return channel.replace(":", "x").replace("/", "-")
