"""Which words a picture gets: the command line's template, the table, a sidecar, or a neutral studio."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from pathlib import Path
from string import Formatter

from bggen.errors import UsageError

NEUTRAL = "a clean seamless studio backdrop, soft even light"
LONGEST = 4000  # characters, as Options.prompt


def fields(template: str) -> list[str]:
    """The variables of a template. Raises UsageError for anything but plain `{name}`."""
    try:
        parts = list(Formatter().parse(template))
    except ValueError as error:
        raise UsageError(f"prompt template {template!r}: {error}; write {{{{ for a brace") from error
    names = []
    for _, name, spec, conversion in parts:
        if name is None:
            continue
        if spec or conversion or not re.fullmatch(r"\w[\w \-]*", name):
            raise UsageError(f"prompt template {template!r}: {{{name}}} must be a plain {{column}}")
        names.append(name)
    return names


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put values in. Raises UsageError naming the variable that isn't there and those that are."""
    known = {name.casefold(): value for name, value in values.items()}
    for name in fields(template):
        if name.casefold() not in known:
            raise UsageError(
                f"prompt template: no value for {{{name}}}: there are {', '.join(sorted(values)) or 'none'}"
            )
    literal = Formatter().parse(template)
    text = "".join(part + (known[name.casefold()] if name else "") for part, name, _, _ in literal)
    return " ".join(text.split())  # empty values must not leave double blanks


class Sidecars:
    """Prompts in files: `mug.txt` beside `mug.jpg`, else the nearest `prompt.txt` up to the root."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._folders: dict[Path, str | None] = {}

    def find(self, picture: Path) -> tuple[str, str] | None:
        """(prompt, which kind of file it came from), or None."""
        for name in (picture.with_suffix(".txt"), picture.with_name(picture.name + ".txt")):
            if name.name != "prompt.txt" and (text := read_text(name)):
                return text, "a .txt beside the picture"
        inherited = self._folder(picture.parent)
        return (inherited, "prompt.txt") if inherited else None

    def _folder(self, folder: Path) -> str | None:
        if folder not in self._folders:
            text = read_text(folder / "prompt.txt")
            inside = folder != self.root and self.root in folder.parents
            self._folders[folder] = text or (self._folder(folder.parent) if inside else None)
        return self._folders[folder]


def read_text(path: Path) -> str:
    """A prompt file's words on one line; "" without one. Raises UsageError for one that isn't text."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            raw = file.read(4 * LONGEST)
            whole = not file.read(1)
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(raw, whole)  # may be cut within a letter
        return " ".join(text.split())[:LONGEST]
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 text: save it as such") from error
    except (OSError, ValueError):
        return ""
