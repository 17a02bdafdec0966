"""`bggen sets`: the studio's own sets, to choose one by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bggen.cli import report
from bggen.cli.options import read
from bggen.errors import UsageError

if TYPE_CHECKING:
    from bggen.spec import Rgb

FITTING = 12  # that are shown of those that fit some words


def sets(
    prompt: Annotated[str, typer.Argument(help="Words that they should fit, best first.")] = "",
    count: Annotated[
        int | None,
        typer.Option(
            "--count",
            help=f"How many; of sets {FITTING} with words, else all.",
            **read(int, "--count"),
        ),
    ] = None,
    sheet: Annotated[Path | None, typer.Option("--sheet", help="Write a contact sheet: .jpg, .png.")] = None,
    props: Annotated[
        bool, typer.Option("--props", help="Instead, what can be stood beside the product in any set.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> int:
    """List the studio's sets: id, from how high each is seen, and what it shows.

    A prompt picks one by itself. To have one and the same under a whole catalogue, whatever its photos look
    like, name it: bggen batch photos/ -o scenes/ --set 171.
    What a prompt wants beside the product, as in "on slate with red roses", is stood there: --props lists it.
    """
    from bggen.families.studio.sets import browse
    from bggen.families.studio.words.prompts import parse

    if count is not None and count < 1:
        raise UsageError(f"--count {count}: give 1 or more")
    if unknown := parse(prompt).unknown:
        report.say(f"the studio model doesn't know {', '.join(unknown)}: no effect on the order")
    if props:
        return _props(prompt, count, sheet, as_json)
    found = browse.fitting(prompt)[: count or (FITTING if prompt else None)]
    if sheet is not None:  # first: one that can't be written is no end to a long list
        _write(sheet, browse.sheet(found))
        report.say(f"{len(found)} sets on {sheet}")
    for plate in found:
        if as_json:
            its = {"elevation": plate.elevation, "light_side": plate.light_side, "words": plate.words}
            report.json_line({"id": plate.id, **its})
        else:
            report.result(f"{plate.id:>4}  {plate.elevation:3.0f} degrees  {plate.words}")
    return 0


def _props(prompt: str, count: int | None, sheet: Path | None, as_json: bool) -> int:
    from bggen.families.studio.sets import browse
    from bggen.families.studio.sets.dyes import DYES

    found = browse.props_of(prompt)[:count]
    if sheet is not None:
        _write(sheet, browse.props_sheet(found))
        report.say(f"{len(found)} kinds of things on {sheet}")
    for prop in found:
        dyed = prop.kind in DYES
        if as_json:
            report.json_line({"kind": prop.kind, "words": list(prop.words), "any_colour": dyed})
        else:
            report.result(", ".join(prop.words) + " (in any colour)" * dyed)
    return 0


def _write(file: Path, rgb: Rgb) -> None:
    """Raises UsageError naming the file."""
    from PIL import Image

    try:
        Image.fromarray(rgb).save(file)
    except ValueError as error:  # of an ending
        raise UsageError(f"--sheet {file}: give a .jpg, .png or .webp file") from error
    except OSError as error:
        raise UsageError(f"--sheet {file}: it can't be written: {error.strerror or error}") from error
