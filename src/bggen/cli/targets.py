"""Where the pictures of `bggen generate` go, settled before any work."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from bggen.errors import OutputExists, UsageError, WriteFailed

if TYPE_CHECKING:
    from bggen.options import Options

#: of an argument that is no photo
A_PROMPT = ": a prompt goes after --prompt, a name with blanks in quotes"


def plan(photos: list[str], output: str | None, options: Options) -> dict[str, list[str]]:
    """Photo -> one target a variant. Raises UsageError for plans that would collide."""
    from bggen.batch.places.names import SUFFIX, fitted, numbered

    suffix = SUFFIX[options.format or "png"]
    into_folder = output is not None and is_folder(output)
    if output is not None and not into_folder and len(photos) > 1:
        what = f"--output {output}: {len(photos)} photos need a folder, and this names one picture"
        stray = next(
            (name for name in photos if not (name == "-" or "://" in name or there(Path(name)))), None
        )
        raise UsageError(what if stray is None else f"{what} ({stray}: there is no such file{A_PROMPT})")
    if output is not None and "://" in output:
        check_address(output, options)
    targets: dict[str, list[str]] = {}
    for photo in photos:
        if output is not None and not into_folder:
            base = output
        elif photo == "-" and output is None:
            base = "-"
        else:
            named = Path(photo.split("?")[0] if "://" in photo else photo)
            stem = "stdin" if photo == "-" else named.stem or "picture"
            folder = Path(output) if output else (Path() if "://" in photo else named.parent)
            base = str(folder / fitted(f"{stem}-scene", suffix))
        if base == "-" and options.variants > 1:
            raise UsageError(f"--variants {options.variants}: stdout takes one picture; give -o FOLDER/")
        targets[photo] = numbered(base, options.variants)
    by_target: dict[str, str] = {}
    for photo, row in targets.items():
        for target in row:
            if target != "-" and (other := by_target.setdefault(target, photo)) != photo:
                both = f"{other} and {photo} would both become {target}"
                raise UsageError(f"{both}: leave one out, or give them different names or folders")
    return targets


def is_folder(output: str) -> bool:
    """Whether --output names a folder: one that exists, ends with a slash, or has no ending and is new."""
    if output == "-":
        return False
    path = Path(output)
    new = not path.suffix and not there(path) and "://" not in output
    return new or output.endswith(("/", "\\")) or (there(path) and path.is_dir())


def there(path: Path) -> bool:
    """Whether something has that name; that no file can have it is told where it is opened or written."""
    try:
        return path.exists()
    except OSError:
        return False


def check_address(output: str, options: Options) -> None:
    """An address names one picture, and a sink for its scheme is installed. Raises UsageError."""
    from bggen import registry

    scheme = output.partition("://")[0]
    if scheme not in (known := registry.names("sinks")):
        raise UsageError(
            f"--output {output}: no sink for {scheme}:// is installed ({', '.join(known) or 'none is'}); "
            "write a file, or let bggen batch write to a bucket"
        )
    if output.endswith("/") or options.variants > 1:
        raise UsageError(f"--output {output}: an address names one picture; leave out --variants")


def refuse_existing(targets: dict[str, list[str]]) -> None:
    """Before any work: raise OutputExists for the first file in the way."""
    for row in targets.values():
        for target in row:
            if target != "-" and there(Path(target)):
                raise OutputExists(
                    f"{target} is there already: use --force to overwrite, or -o for another name"
                )


def refuse_unwritable(targets: dict[str, list[str]]) -> None:
    """Before any work: raise WriteFailed for the first folder that takes no files, or can't be made."""
    names = (name for row in targets.values() for name in row if name != "-" and "://" not in name)
    for folder in dict.fromkeys(Path(name).parent for name in names):
        standing = next((one for one in (folder, *folder.parents) if there(one)), folder)
        if standing.is_dir() and not os.access(standing, os.W_OK | os.X_OK):
            raise WriteFailed(f"{standing}: no file can be written there: give another --output")


def spare_what_is_read(targets: dict[str, list[str]], options: Options) -> None:
    """Raise UsageError for a picture that would replace a file it is made from, which --force never means."""
    read = [*targets, options.mask, options.background, options.reference]
    inputs = [Path(name) for name in read if name and there(Path(name))]
    for target in (Path(name) for row in targets.values() for name in row if there(Path(name))):
        if lost := next((path for path in inputs if path.samefile(target)), None):
            raise UsageError(f"{target}: {lost} itself would be lost, of which it is made: give another -o")
